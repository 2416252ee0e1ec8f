"""How two accounts stand to each other: intervals, and a table of cases for each property, in both orders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import pytest

from data.agreement import Interval, among, clock_of, comparable, interval_of, meet, relate
from data.schema import PROPERTIES

DAY = dt.date(2025, 5, 7)


@dataclass(frozen=True)
class Told:
    value: str | None = None
    number: float | None = None
    number_from: float | None = None
    number_to: float | None = None
    unit: str | None = None
    qualifier: str = "exact"
    article_id: str = "a"
    said_by: str | None = None
    planned: bool = False
    published: dt.date | None = None


def minutes(low: float, high: float | None, qualifier: str = "exact", value: str | None = None) -> Told:
    said = low if high is None else high if qualifier == "less_than" else (low + high) / 2
    return Told(value, said, low, high, "minutes", qualifier)


# -- intervals -----------------------------------------------------------------------------------------

POINT, ABOUT, ALMOST = Interval(120, 120), Interval(135, 165), Interval(165, 180, below=True)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (POINT, POINT, True),
        (POINT, Interval(90, 150), True),
        (POINT, Interval(120, None), True),
        (Interval(165, 165), ABOUT, True),
        (Interval(0, None), ALMOST, True),
        (Interval(100, 140), ABOUT, True),
        (ABOUT, ALMOST, False),  # they only touch
        (POINT, Interval(0, 120, below=True), False),  # less than two hours is not two hours
        (POINT, Interval(125, 125), False),
        (Interval(181, None), ALMOST, False),
        (Interval(120, None), Interval(0, 120, below=True), False),
        (Interval(180, 180), ALMOST, False),
    ],
)
def test_intervals_meet(a: Interval, b: Interval, expected: bool) -> None:
    assert meet(a, b) is expected
    assert meet(b, a) is expected


# -- properties ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("duration", minutes(40, 40), minutes(40, 40), "same"),
        ("duration", minutes(40, 40), minutes(90, 90), "apart"),
        ("duration", minutes(105, 135), minutes(120, 120), "narrower"),
        ("duration", minutes(105, 135), minutes(130, 150), "meets"),
        ("duration", minutes(120, None, "more_than"), minutes(90, 150), "meets"),
        ("duration", minutes(165, 180, "less_than"), minutes(180, 180), "meets"),  # "almost three hours", "three hours"
        ("duration", minutes(165, 180, "less_than"), minutes(160, 160), "meets"),  # in whole hours it is three
        ("duration", minutes(105, 120, "less_than"), replace(minutes(95, 105, "about"), number=100), "meets"),
        ("duration", minutes(165, 180, "less_than"), minutes(150, 150), "apart"),
        ("duration", minutes(165, 180, "less_than"), replace(minutes(135, 165, "about"), number=150), "apart"),
        ("duration", minutes(165, 180, "less_than"), minutes(185, 185), "apart"),
        ("duration", minutes(0, 180, "less_than"), minutes(180, 180), "apart"),  # "less than three hours"
        ("duration", minutes(165, 180, "less_than"), minutes(180, None, "more_than"), "apart"),
        ("duration", minutes(40, 40, value="day 1"), minutes(90, 90, value="day 2"), "other"),
        ("duration", minutes(40, 40), Told(), "unknown"),
        ("duration", minutes(40, 40), Told(number=40, unit="days"), "unknown"),
        ("gap_since_previous", Told(None, 60, 60, 60, "days"), Told(None, 14, 14, 14, "days"), "unknown"),
        ("date", Told("2025-05-07"), Told("2025-05-07"), "same"),
        ("date", Told("2025-05-07"), Told("2025-05-08"), "apart"),
        ("date", Told("2025-05-07"), Told("2025-05-05/2025-05-11"), "narrower"),
        ("date", Told("2025-05-01/2025-05-07"), Told("2025-05-07/2025-05-12"), "meets"),
        ("date", Told("2025-05-07"), Told(), "unknown"),
        ("previous_contact", Told("2025-03-18"), Told("2025-02-12"), "unknown"),
        ("previous_contact", Told("2025-03-18"), Told("2025-03-18"), "same"),
        ("start_time", Told("10:00 Europe/Rome"), Told("11:00 Europe/Moscow"), "same"),
        ("start_time", Told("10:00 Europe/Rome"), Told("10:00 Europe/Moscow"), "apart"),
        ("start_time", Told("10:00"), Told("10:00 Europe/Rome"), "narrower"),
        ("start_time", Told("10:00"), Told("12:00"), "unknown"),
        ("start_time", Told("10:00"), Told(), "unknown"),
        ("initiator", Told("x"), Told("y"), "apart"),
        ("initiator", Told("donald-trump"), Told("united-states"), "narrower"),  # at the American side's initiative
        ("initiator", Told("steve-witkoff"), Told("united-states"), "narrower"),  # through the White House
        ("initiator", Told("kremlin"), Told("vladimir-putin"), "meets"),
        ("initiator", Told("donald-trump"), Told("russia"), "apart"),
        ("initiator", Told("kremlin"), Told("white-house"), "apart"),
        ("proposed_by", Told("viktor-orban"), Told("hungary"), "narrower"),
        ("proposed_by", Told("viktor-orban"), Told("united-states"), "apart"),
        ("initiator", Told("x"), Told(), "unknown"),
        ("place", Told("white-house"), Told("washington"), "narrower"),
        ("place", Told("budapest"), Told("istanbul"), "apart"),
        ("ordinal", Told("2025-01-01", 6), Told("2025-01-01", 5), "apart"),
        ("ordinal", Told("2025-01-01", 6), Told("2025-01-20", 6), "meets"),
        ("ordinal", Told(None, 6), Told(None, 5), "unknown"),
        ("outcome", Told("x"), Told("y"), "unknown"),
    ],
)
def test_accounts(name: str, a: Told, b: Told, expected: str) -> None:
    assert relate(name, a, b, (DAY, DAY)) == expected
    assert relate(name, b, a, (DAY, DAY)) == expected


def test_days_among_those_of_a_longer_event_meet() -> None:
    pair = Told("2025-05-07"), Told("2025-05-08")
    assert relate("date", *pair, (DAY, DAY + dt.timedelta(days=1))) == "meets"
    assert relate("date", *pair, (None, None)) == "apart"


AHEAD = {"planned": True, "published": DAY}


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("date", Told("2025-05-07"), Told("2025-05-09"), "apart"),
        ("date", Told("2025-05-07", **AHEAD), Told("2025-05-09", **AHEAD), "apart"),  # two plans told on one day
        ("start_time", Told("10:00 Europe/Rome", **AHEAD), Told("11:00 Europe/Rome", **AHEAD), "apart"),
        ("date", Told("2025-05-07", **AHEAD), Told("2025-05-09"), "other"),  # a plan, and what became of it
        (
            "date",
            Told("2025-05-07", **AHEAD),
            Told("2025-05-09", planned=True, published=DAY + dt.timedelta(1)),
            "other",
        ),
        ("place", Told("budapest", **AHEAD), Told("istanbul"), "other"),
        ("duration", minutes(360, 420, "about"), replace(minutes(120, 120), **AHEAD), "other"),
        ("initiator", Told("x", **AHEAD), Told("y"), "apart"),  # who asked for it does not change
    ],
)
def test_a_plan_that_changed_is_no_other_account(name: str, a: Told, b: Told, expected: str) -> None:
    assert relate(name, a, b, (DAY, DAY)) == expected
    assert relate(name, b, a, (DAY, DAY)) == expected


def test_times_in_two_zones_are_not_compared_without_a_day() -> None:
    pair = Told("10:00 Europe/Rome"), Told("10:00 Europe/Moscow")
    assert relate("start_time", *pair, (None, None)) == "unknown"
    assert relate("start_time", *pair, (DAY, DAY + dt.timedelta(days=1))) == "unknown"


def test_a_time_may_lack_its_zone_or_itself() -> None:
    assert clock_of("08:00 America/New_York") == (dt.time(8), "America/New_York")
    assert clock_of("08:00") == (dt.time(8), None)
    assert clock_of(None) == (None, None)


def test_figures_allow_an_interval() -> None:
    assert interval_of(minutes(165, 180, "less_than")) == Interval(165, 180, below=True)
    assert interval_of(Told(number=5)) == Interval(5, None)
    assert interval_of(Told()) is None


HEADLINE, BODY = minutes(120, 120), minutes(120, None, "more_than")
OTHER = replace(minutes(142.5, 150, "less_than"), article_id="b")


@pytest.mark.parametrize(
    ("a", "said", "expected"),
    [
        (HEADLINE, [HEADLINE, BODY, OTHER], "meets"),  # the article explains its own headline
        (HEADLINE, [HEADLINE, replace(BODY, said_by="x"), OTHER], "meets"),  # by whomever it quotes
        (HEADLINE, [HEADLINE, OTHER], "apart"),
        (HEADLINE, [HEADLINE, replace(BODY, article_id="c"), OTHER], "apart"),  # another article does not
        (replace(HEADLINE, said_by="x"), [replace(HEADLINE, said_by="x"), BODY, OTHER], "apart"),  # nor another voice
        (HEADLINE, [HEADLINE, minutes(60, None, "more_than"), OTHER], "meets"),
        (HEADLINE, [HEADLINE, minutes(90, 90), OTHER], "apart"),
        (BODY, [HEADLINE, BODY, OTHER], "narrower"),
    ],
)
def test_an_account_is_taken_with_what_else_it_says(a: Told, said: list[Told], expected: str) -> None:
    assert among("duration", a, OTHER, said, (DAY, DAY)) == expected
    assert among("duration", OTHER, a, said, (DAY, DAY)) == expected


def test_properties_in_free_words_have_no_rule() -> None:
    assert {name for name in PROPERTIES if not comparable(name)} == {"outcome", "assessment", "preparation"}
