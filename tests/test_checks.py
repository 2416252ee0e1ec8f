"""What is worked out from claims and events: tables of cases, and generated ones, right and wrong.

A third of the cases must stay silent or leave the matter open: a wrong verdict is worse than none.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from data import Corpus
from data.agreement import in_zone
from data.checks import (
    RULES,
    Check,
    age_on,
    check_ages,
    check_conflicts,
    check_counts,
    check_gaps,
    check_order,
    check_ordinals,
    check_time_zones,
    check_weekdays,
    find_checks,
)
from data.claims import Claim, DatedWeekday, Happening, PastReport

PAIR = frozenset(("donald-trump", "vladimir-putin"))
OTHERS = frozenset(("donald-trump", "volodymyr-zelensky"))
DAY = dt.date(2025, 7, 3)
ID = DAY.isoformat()


def claim(prop: str, article: str = "a", start: int = 0, **changes: Any) -> Claim:
    plain = Claim(
        f"{article}#{prop}@{start}", ID, article, start, start + 5, "words", prop, None, None, None, None, None, "exact",
        None, None, "asserted", "rule",
    )  # fmt: skip
    return dataclasses.replace(plain, **changes)


def event(day: dt.date | None, principals: frozenset[str] = PAIR, kind: str = "call", **changes: Any) -> Happening:
    plain = Happening(day.isoformat() if day else "undated", kind, principals, day, day)
    return dataclasses.replace(plain, **changes)


def known(*events: Happening) -> dict[str, Happening]:
    return {e.event_id: e for e in events}


def days_before(*numbers: int, **changes: Any) -> dict[str, Happening]:
    """The event of DAY, and one so many days before it for each number."""
    return known(event(DAY), *(event(DAY - dt.timedelta(days=n), **changes) for n in numbers))


def values(check: Check) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in check.values:
        found.setdefault(name, []).append(value)
    return found


def verdicts(checks: Sequence[Check] | Any) -> list[str]:
    return [c.verdict for c in checks]


# -- conflicts -----------------------------------------------------------------------------------------


def lasted(article: str, low: float, high: float | None, qualifier: str = "exact", **changes: Any) -> Claim:
    number = low if high is None else high if qualifier == "less_than" else (low + high) / 2
    return claim(
        "duration",
        article,
        number=number,
        number_from=low,
        number_to=high,
        unit="minutes",
        qualifier=qualifier,
        **changes,
    )


def ranked(article: str, number: int, since: str | None) -> Claim:
    return claim("ordinal", article, number=float(number), value=since)


def begins(value: str, start: int, article: str = "a") -> Claim:
    return claim("start_time", article, start, value=value)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([lasted("a", 135, 165, "about"), lasted("b", 165, 180, "less_than")], ["conflicts"]),
        ([lasted("a", 120, 120), lasted("b", 150, 150)], ["conflicts"]),
        ([lasted("a", 120, 120), lasted("b", 120, None, "more_than")], ["compatible"]),
        ([lasted("a", 120, 120), lasted("b", 120, 120)], ["agrees"]),
        ([lasted("a", 120, 120), lasted("b", 120, 120), lasted("c", 150, 150)], ["conflicts"]),
        ([lasted("a", 120, 120, said_by="kremlin"), lasted("a", 150, 150, said_by="white-house")], ["conflicts"]),
        ([lasted("a", 120, 120, start=1), lasted("a", 120, 120, start=9)], []),  # one source says it twice
        ([lasted("a", 120, 120, start=1), lasted("a", 125, 125, start=9)], []),
        ([lasted("a", 120, 120, value="day 2"), lasted("b", 360, 360, value="day 1")], []),
        ([lasted("a", 120, 120, value="day 2"), lasted("b", 360, 360)], []),
        ([lasted("a", 120, 120), lasted("b", 150, 150, mood="denied")], []),
        ([lasted("a", 120, 120), lasted("b", 150, 150, event_id="other")], []),
        ([lasted("a", 120, 120)], []),
        ([claim("initiator", "a", value="russia"), claim("initiator", "b", value="united-states")], ["conflicts"]),
        ([claim("initiator", "a", value="russia"), claim("initiator", "b", value="russia")], ["agrees"]),
        ([claim("initiator", "a", value="russia"), claim("initiator", "b", value="vladimir-putin")], ["compatible"]),
        ([lasted("a", 90, 150), lasted("b", 150, 150)], ["compatible"]),  # "a two-hour call"
        ([claim("date", "a", value=ID), claim("date", "b", value="2025-07-09", planned=True)], []),
        ([claim("date", "a", value=ID), claim("date", "b", value="2025-07-09")], ["conflicts"]),
        ([claim("assessment", "a"), claim("assessment", "b")], []),
        ([claim("place", "a", value="budapest"), claim("place", "b", value="istanbul")], ["conflicts"]),
        ([claim("place", "a", value="moscow"), claim("place", "b", value="kremlin")], []),  # one lies in the other
        ([claim("place", "a", value="moscow"), claim("place", "b", value="moscow")], []),  # that made them one event
        (
            [claim("place", "a", value="budapest", said_by="x"), claim("place", "b", value="istanbul", mood="denied")],
            [],
        ),
        ([ranked("a", 6, "2025-01-01"), ranked("b", 5, "2025-01-01")], ["conflicts"]),
        ([ranked("a", 6, "2025-01-01"), ranked("b", 6, "2025-01-01")], ["agrees"]),
        ([ranked("a", 6, "2025-01-01"), ranked("b", 5, "2025-01-20")], []),  # they count from other days
        ([ranked("a", 1, None), ranked("b", 5, None)], []),  # the first of a kind, the fifth of all
        ([begins("15:00 Europe/Rome", 1), begins("15:00 Europe/Moscow", 1, "b")], ["conflicts"]),
        ([begins("15:00 Europe/Rome", 1), begins("16:00 Europe/Moscow", 1, "b")], ["agrees"]),
        ([begins("15:00", 1), begins("15:00 Europe/Rome", 1, "b")], []),
        ([begins("15:00", 1), begins("16:00", 1, "b")], []),  # each may mean the clock of its own country
    ],
)
def test_conflicts(claims: list[Claim], expected: list[str]) -> None:
    events = known(event(DAY), dataclasses.replace(event(DAY), event_id="other"))
    assert verdicts(check_conflicts(claims, events)) == expected


def test_a_conflict_names_both_intervals_and_its_claims_in_order() -> None:
    pair = [lasted("a", 135, 165, "about"), lasted("b", 165, 180, "less_than", mood="reported")]
    (found,) = check_conflicts(pair, known(event(DAY)))
    assert found.claims == ("a#duration@0", "b#duration@0")
    assert values(found) == {
        "left_from": ["135"], "left_to": ["165"], "right_from": ["165"], "right_to": ["180"],
        "right_mood": ["reported"], "unit": ["minutes"],
    }  # fmt: skip


def test_a_conflict_of_counts_names_the_numbers_and_the_start() -> None:
    (found,) = check_conflicts([ranked("a", 6, "2025-01-01"), ranked("b", 5, "2025-01-01")], known(event(DAY)))
    assert values(found) == {"left": ["6"], "right": ["5"], "since": ["2025-01-01"]}


def test_days_of_one_meeting_that_goes_on_for_two_do_not_conflict() -> None:
    first, second = DAY, DAY + dt.timedelta(days=1)
    told = [
        claim("date", "a", value=first.isoformat()),
        claim("date", "b", value=second.isoformat()),
    ]
    assert verdicts(check_conflicts(told, known(event(DAY, high=second)))) == []
    assert verdicts(check_conflicts(told, known(event(DAY)))) == ["conflicts"]


@pytest.mark.parametrize("seed", range(40))
def test_generated_durations(seed: int) -> None:
    """Two exact durations conflict when they differ, and only then; "about" the same never does."""
    rng = random.Random(seed)
    hours, other = rng.randint(1, 8) * 60, rng.randint(1, 8) * 60
    expected = ["agrees"] if hours == other else ["conflicts"]
    assert (
        verdicts(check_conflicts([lasted("a", hours, hours), lasted("b", other, other)], known(event(DAY)))) == expected
    )
    about = [lasted("a", hours, hours), lasted("b", hours - 30, hours + 30, "about")]
    assert verdicts(check_conflicts(about, known(event(DAY)))) == ["compatible"]
    less = [lasted("a", hours, hours), lasted("b", 0, hours, "less_than")]
    assert verdicts(check_conflicts(less, known(event(DAY)))) == ["conflicts"]


# -- time zones ----------------------------------------------------------------------------------------

ZONES = ("America/New_York", "Europe/Moscow", "Europe/Rome", "Europe/Kyiv", "Asia/Riyadh", "Europe/London")


@pytest.mark.parametrize(
    ("day", "first", "second", "expected"),
    [
        (dt.date(2025, 12, 29), "08:00 America/New_York", "15:00 Europe/Moscow", ["conflicts"]),
        (dt.date(2025, 12, 29), "08:00 America/New_York", "16:00 Europe/Moscow", ["agrees"]),
        (dt.date(2025, 7, 3), "08:00 America/New_York", "15:00 Europe/Moscow", ["agrees"]),
        (dt.date(2025, 7, 3), "20:00 America/New_York", "03:00 Europe/Moscow", ["agrees"]),  # the next day there
        (dt.date(2025, 3, 12), "10:00 America/New_York", "15:00 Europe/Rome", ["agrees"]),  # summer time in one only
        (dt.date(2025, 3, 12), "10:00 America/New_York", "16:00 Europe/Rome", ["conflicts"]),
        (dt.date(2025, 7, 3), "08:00 America/New_York", "15:00", []),  # no zone
        (dt.date(2025, 7, 3), "08:00", "15:00", []),
        (dt.date(2025, 7, 3), "08:00 Europe/Moscow", "09:00 Europe/Moscow", []),  # one zone
        (None, "08:00 America/New_York", "15:00 Europe/Moscow", ["cannot_tell"]),
    ],
)
def test_time_zones(day: dt.date | None, first: str, second: str, expected: list[str]) -> None:
    events = known(event(day, event_id=ID))
    assert verdicts(check_time_zones([begins(first, 1), begins(second, 30)], events)) == expected


def test_times_of_two_articles_are_not_said_to_be_the_same() -> None:
    pair = [begins("08:00 America/New_York", 1), begins("15:00 Europe/Moscow", 1, "b")]
    assert verdicts(check_time_zones(pair, known(event(DAY)))) == []


def test_an_uncertain_day_settles_only_what_no_day_changes() -> None:
    spring = Happening(ID, "call", PAIR, dt.date(2025, 3, 25), dt.date(2025, 4, 5))
    to_rome = [begins("08:00 Europe/London", 1), begins("09:00 Europe/Rome", 30)]
    to_moscow = [begins("08:00 Europe/Rome", 1), begins("10:00 Europe/Moscow", 30)]
    assert verdicts(check_time_zones(to_rome, known(spring))) == ["agrees"]
    assert verdicts(check_time_zones(to_moscow, known(spring))) == ["cannot_tell"]


@pytest.mark.parametrize("seed", range(60))
def test_generated_time_zones(seed: int) -> None:
    """Any day, time and pair of zones: the right time agrees, one that is off conflicts and the right one is given."""
    rng = random.Random(seed)
    day = dt.date(2024, 1, 1) + dt.timedelta(days=rng.randrange(1000))
    zone, other = rng.sample(ZONES, 2)
    clock = dt.time(rng.randrange(4, 24), rng.choice((0, 15, 30, 45)))
    moment = dt.datetime.combine(day, clock, ZoneInfo(zone)).astimezone(ZoneInfo(other))
    off = moment + dt.timedelta(minutes=rng.choice((-120, -60, -30, 30, 60, 120)))
    for printed, verdict in ((moment, "agrees"), (off, "conflicts")):
        pair = [begins(f"{clock:%H:%M} {zone}", 1), begins(f"{printed:%H:%M} {other}", 30)]
        (found,) = check_time_zones(pair, known(event(day, event_id=ID)))
        assert found.verdict == verdict
        assert values(found)["expected"] == [f"{moment:%H:%M} {other}"]
    assert in_zone(clock, zone, other, day) == moment.time()


# -- ordinals, counts, gaps ----------------------------------------------------------------------------


def nth(number: int, since: dt.date | None = dt.date(2025, 1, 1)) -> list[Claim]:
    return [claim("ordinal", number=float(number), since=since)]


@pytest.mark.parametrize(
    ("number", "since", "events", "expected"),
    [
        (3, dt.date(2025, 1, 1), days_before(30, 60), ["agrees"]),
        (1, dt.date(2025, 1, 20), days_before(), ["agrees"]),
        (2, dt.date(2025, 6, 1), days_before(20, 60), ["agrees"]),  # one lies before the start
        (2, dt.date(2025, 1, 1), days_before(30, 60), ["conflicts"]),
        (1, None, days_before(30), ["conflicts"]),  # not the first, whenever one began to count
        (1, None, days_before(300), ["cannot_tell"]),  # it may be the first of this year
        (2, None, days_before(30, 60, 400), ["conflicts"]),
        (3, None, days_before(30, 60, 400), ["cannot_tell"]),
        (4, dt.date(2025, 1, 1), days_before(30, 60), ["cannot_tell"]),  # one may be unknown to us
        (3, None, days_before(30, 60), ["cannot_tell"]),
        (1, dt.date(2025, 1, 1), days_before(30, principals=OTHERS), ["agrees"]),  # other people
        (1, dt.date(2025, 1, 1), days_before(30, kind="meeting"), ["agrees"]),
        (1, dt.date(2025, 1, 1), days_before(30, status="planned"), ["agrees"]),
        (1, dt.date(2025, 1, 1), days_before(-30), ["agrees"]),  # after it
        (2, dt.date(2025, 1, 1), known(event(DAY), event(None)), ["cannot_tell"]),
        (1, dt.date(2025, 1, 1), known(event(None, event_id=ID)), []),  # of an unknown day
        (1, dt.date(2025, 1, 1), known(event(DAY, principals=frozenset())), []),
    ],
)
def test_ordinals(number: int, since: dt.date | None, events: dict[str, Happening], expected: list[str]) -> None:
    assert verdicts(check_ordinals(nth(number, since), events)) == expected


def test_an_uncertain_start_leaves_an_ordinal_open() -> None:
    range_ = event(dt.date(2024, 12, 20), high=dt.date(2025, 1, 10))
    assert verdicts(check_ordinals(nth(2), known(event(DAY), range_))) == ["compatible"]
    assert verdicts(check_ordinals(nth(1), known(event(DAY), range_))) == ["compatible"]
    assert verdicts(check_ordinals(nth(3), known(event(DAY), range_))) == ["cannot_tell"]


@pytest.mark.parametrize(
    ("number", "other", "expected"),
    [
        (2, event(DAY - dt.timedelta(days=60), high=DAY - dt.timedelta(days=33)), ["compatible"]),  # "in May"
        (2, event(DAY - dt.timedelta(days=60), high=DAY - dt.timedelta(days=50)), ["conflicts"]),
        (2, event(DAY - dt.timedelta(days=29), inferred=True), ["compatible"]),  # told again the day after
        (2, event(DAY - dt.timedelta(days=31), inferred=True), ["conflicts"]),
        (2, event(DAY - dt.timedelta(days=29)), ["conflicts"]),  # its day is told
        (2, event(DAY - dt.timedelta(days=20), inferred=True), ["conflicts"]),
    ],
)
def test_a_contact_that_may_be_one_already_counted_does_not_contradict(
    number: int, other: Happening, expected: list[str]
) -> None:
    events = {**days_before(30), "other": dataclasses.replace(other, event_id="other")}
    assert verdicts(check_ordinals(nth(number), events)) == expected


def test_a_contact_that_one_article_tells_a_day_beside_a_known_one_may_be_misdated() -> None:
    known_, lone = event(DAY - dt.timedelta(days=30), articles=3), event(DAY - dt.timedelta(days=29))
    assert verdicts(check_ordinals(nth(2), known(event(DAY), known_, lone))) == ["compatible"]
    assert verdicts(check_ordinals(nth(2), known(event(DAY), known_, dataclasses.replace(lone, articles=2)))) == [
        "conflicts"
    ]
    assert verdicts(
        check_gaps(gap(53.4, 61, "less_than"), known(event(DAY, articles=2), event(DAY - dt.timedelta(1))))
    ) == ["cannot_tell"]


def test_a_contact_dated_by_its_article_may_be_the_one_of_the_day_before() -> None:
    events = {**days_before(1), ID: event(DAY, inferred=True)}
    assert verdicts(check_ordinals(nth(1), events)) == ["compatible"]
    assert verdicts(check_ordinals(nth(1), days_before(1))) == ["conflicts"]


def test_the_first_since_a_contact_leaves_that_contact_out() -> None:
    day = DAY - dt.timedelta(days=30)
    first = [claim("ordinal", number=1.0, since=day, since_to=day)]
    assert verdicts(check_ordinals(first, days_before(30))) == ["compatible"]
    assert verdicts(check_ordinals(first, days_before(30, 10))) == ["conflicts"]
    assert verdicts(check_ordinals(first, days_before(40))) == ["agrees"]


def test_contacts_of_a_narrower_kind_are_not_contradicted_by_others() -> None:
    third = [claim("ordinal", number=1.0, since=dt.date(2025, 1, 1), narrow=True)]
    assert verdicts(check_ordinals(third, days_before(30))) == ["cannot_tell"]
    assert verdicts(check_ordinals(third, days_before())) == ["compatible"]
    fourth = [claim("count_within", number=2.0, days_from=0, days_to=61, narrow=True)]
    assert verdicts(check_counts(fourth, days_before(5, 10, 20))) == ["cannot_tell"]


def test_an_ordinal_lists_what_was_counted() -> None:
    (found,) = check_ordinals(nth(2), days_before(30))
    assert values(found) == {
        "printed": ["2"], "counted": ["2"], "since": ["2025-01-01"], "until": ["2025-07-03"],
        "event": ["2025-06-03", "2025-07-03"],
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(60))
def test_generated_ordinals(seed: int) -> None:
    """Any number of calls since any day: the right number agrees, a smaller one conflicts, a larger is left open."""
    rng = random.Random(seed)
    since = DAY - dt.timedelta(days=rng.randrange(1, 400))
    numbers = rng.sample(range(1, 500), rng.randrange(8))
    noise = rng.sample(range(501, 600), 3)
    events = {**days_before(*noise, principals=OTHERS), **days_before(*numbers)}
    right = 1 + sum(DAY - dt.timedelta(days=n) >= since for n in numbers)
    assert verdicts(check_ordinals(nth(right, since), events)) == ["agrees"]
    assert verdicts(check_ordinals(nth(right + 1, since), events)) == ["cannot_tell"]
    if right > 1:
        assert verdicts(check_ordinals(nth(right - 1, since), events)) == ["conflicts"]


def many(number: int, low: float, high: float | None) -> list[Claim]:
    return [claim("count_within", number=float(number), days_from=low, days_to=high)]


@pytest.mark.parametrize(
    ("number", "low", "high", "events", "expected"),
    [
        (4, 0, 61, days_before(19, 29, 45, 107), ["agrees"]),
        (3, 45, 76, days_before(10, 20), ["agrees"]),
        (2, 0, 61, days_before(5, 10, 20), ["conflicts"]),
        (4, 45, 76, days_before(1, 2, 3, 4, 5), ["conflicts"]),
        (5, 0, 61, days_before(19, 29), ["cannot_tell"]),
        (
            2,
            0,
            61,
            days_before(20, 50),
            ["compatible"],
        ),  # so many in a shorter time that is still "less than two months"
        (2, 0, 61, days_before(20, kind="meeting"), ["cannot_tell"]),
        (2, 0, 61, days_before(20, principals=OTHERS), ["cannot_tell"]),
        (2, 0, 61, known(event(None, event_id=ID)), []),
        (2, 0, None, days_before(20), []),  # no window
    ],
)
def test_counts(number: int, low: float, high: float | None, events: dict[str, Happening], expected: list[str]) -> None:
    assert verdicts(check_counts(many(number, low, high), events)) == expected


@pytest.mark.parametrize("seed", range(60))
def test_generated_counts(seed: int) -> None:
    """Calls in the half of the window nearest to this one: as many agree, fewer conflict, more are left open."""
    rng = random.Random(seed)
    window = rng.randrange(20, 200)
    near = rng.sample(range(1, window // 2), rng.randrange(1, 6))
    events = days_before(*near, *rng.sample(range(window + 1, window + 90), 4))
    right = len(near) + 1
    assert verdicts(check_counts(many(right, 0, window), events)) == ["agrees"]
    assert verdicts(check_counts(many(right + 1, 0, window), events)) == ["cannot_tell"]
    assert verdicts(check_counts(many(right - 1, 0, window), events)) == ["conflicts"]


def gap(low: float, high: float | None, qualifier: str = "exact") -> list[Claim]:
    return [claim("gap_since_previous", number=high, number_from=low, number_to=high, unit="days", qualifier=qualifier)]


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "events", "expected"),
    [
        (53.4, 61, "less_than", days_before(59, 120), ["agrees"]),
        (61, None, "more_than", days_before(70), ["agrees"]),
        (53.4, 61, "less_than", days_before(20), ["conflicts"]),
        (61, None, "more_than", days_before(40, 200), ["conflicts"]),
        (53.4, 61, "less_than", days_before(90), ["cannot_tell"]),  # one in between may be unknown to us
        (53.4, 61, "less_than", days_before(61), ["cannot_tell"]),
        (53.4, 61, "less_than", days_before(), ["cannot_tell"]),
        (53.4, 61, "less_than", days_before(20, kind="meeting"), ["cannot_tell"]),
        (53.4, 61, "less_than", days_before(-20), ["cannot_tell"]),
        (53.4, 61, "less_than", known(event(None, event_id=ID)), []),
    ],
)
def test_gaps(
    low: float, high: float | None, qualifier: str, events: dict[str, Happening], expected: list[str]
) -> None:
    assert verdicts(check_gaps(gap(low, high, qualifier), events)) == expected


def test_a_gap_of_a_narrower_kind_is_not_contradicted_by_others() -> None:
    visit = [dataclasses.replace(gap(3000, 4000)[0], narrow=True)]
    assert verdicts(check_gaps(visit, days_before(40))) == ["cannot_tell"]
    assert verdicts(check_gaps(gap(3000, 4000), days_before(40))) == ["conflicts"]


def test_a_gap_is_not_contradicted_by_a_contact_of_some_day_of_a_month() -> None:
    month = event(DAY - dt.timedelta(days=50), high=DAY - dt.timedelta(days=20), event_id="month")
    assert verdicts(check_gaps(gap(53.4, 61, "less_than"), known(event(DAY), month))) == ["cannot_tell"]
    assert verdicts(check_gaps(gap(53.4, 61, "less_than"), {**days_before(59), "month": month})) == ["compatible"]


def test_a_gap_to_an_uncertain_day_is_only_compatible() -> None:
    before = event(DAY - dt.timedelta(days=65), high=DAY - dt.timedelta(days=50))
    assert verdicts(check_gaps(gap(53.4, 61, "less_than"), known(event(DAY), before))) == ["compatible"]


@pytest.mark.parametrize("seed", range(60))
def test_generated_gaps(seed: int) -> None:
    """Any gap: within what is said it agrees, shorter it conflicts, longer it is left open."""
    rng = random.Random(seed)
    days = rng.randrange(10, 900)
    events = days_before(days, *rng.sample(range(days + 1, days + 400), 3))
    assert verdicts(check_gaps(gap(days - 3, days + 3), events)) == ["agrees"]
    assert verdicts(check_gaps(gap(days + 1, days + 9), events)) == ["conflicts"]
    assert verdicts(check_gaps(gap(days - 9, days - 1), events)) == ["cannot_tell"]


# -- days and ages -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "day", "expected"),
    [
        (1, dt.date(2025, 7, 3), ["conflicts"]),
        (7, dt.date(2025, 12, 29), ["conflicts"]),
        (4, dt.date(2025, 7, 3), []),
        (1, dt.date(2025, 12, 29), []),
    ],
)
def test_weekdays(printed: int, day: dt.date, expected: list[str]) -> None:
    assert verdicts(check_weekdays([DatedWeekday("a", 0, printed, day)])) == expected


@pytest.mark.parametrize(("shift", "expected"), [(1, ["conflicts"]), (0, []), (-1, [])])
def test_order(shift: int, expected: list[str]) -> None:
    told = PastReport("a", 0, ID, DAY + dt.timedelta(days=shift), DAY)
    assert verdicts(check_order([told])) == expected


BORN = {"donald-trump": dt.date(1946, 6, 14)}


@pytest.mark.parametrize(
    ("years", "rule", "day", "value", "expected"),
    [
        (79, "claim-birthday", dt.date(2025, 6, 14), "donald-trump", ["agrees"]),
        (79, "claim-birthday", dt.date(2025, 6, 10), "donald-trump", ["agrees"]),  # wished some days before
        (79, "claim-birthday", dt.date(2025, 6, 20), "donald-trump", ["agrees"]),
        (78, "claim-birthday", dt.date(2025, 6, 14), "donald-trump", ["conflicts"]),
        (78, "claim-age", dt.date(2025, 6, 13), "donald-trump", ["agrees"]),
        (79, "claim-age", dt.date(2025, 6, 13), "donald-trump", ["conflicts"]),
        (79, "claim-age", dt.date(2025, 6, 14), "somebody-else", []),
        (79, "claim-age", dt.date(2025, 6, 14), None, []),
        (79, "claim-birthday", None, "donald-trump", []),
    ],
)
def test_ages(years: int, rule: str, day: dt.date | None, value: str | None, expected: list[str]) -> None:
    told = [claim("age", number=float(years), value=value, rule=rule)]
    assert verdicts(check_ages(told, known(event(day, event_id=ID)), BORN, {})) == expected


def test_an_age_is_that_of_the_article_not_of_the_event() -> None:
    told = [claim("age", number=80.0, value="donald-trump", rule="claim-age")]
    assert verdicts(check_ages(told, known(event(DAY)), BORN, {"a": dt.date(2026, 7, 1)})) == ["agrees"]


def test_a_birthday_on_a_leap_day() -> None:
    assert age_on(dt.date(2000, 2, 29), dt.date(2025, 2, 28)) == 24
    assert age_on(dt.date(2000, 2, 29), dt.date(2025, 3, 1)) == 25


# -- all together --------------------------------------------------------------------------------------


def test_claims_of_no_event_give_no_check() -> None:
    stray = [lasted("a", 1, 1, event_id="gone"), lasted("b", 2, 2, event_id="gone")]
    assert find_checks(stray, [event(DAY)], BORN, {}) == ()


def test_the_seeds_hold_what_can_be_worked_out_from_them(seeds: Corpus) -> None:
    found = {(c.kind, c.property, c.verdict) for c in seeds.checks.itertuples()}
    assert {
        ("conflict", "duration", "conflicts"), ("time_zone", "start_time", "conflicts"), ("ordinal", "ordinal", "agrees"),
        ("count_within", "count_within", "agrees"), ("gap", "gap_since_previous", "agrees"), ("age", "age", "agrees"),
    } <= found  # fmt: skip


def test_every_check_of_the_seeds_can_be_explained(seeds: Corpus) -> None:
    assert set(seeds.checks["check_id"]) == set(seeds.check_values["check_id"])
    assert set(seeds.check_claims["claim_id"]) <= set(seeds.claims["claim_id"])
    assert set(seeds.checks["kind"]) <= {rule.id.removeprefix("check-").replace("-", "_") for rule in RULES}
