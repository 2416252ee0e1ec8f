"""What can be worked out from claims and events: disagreements, impossible times, counts that hold or do not.

Lives here: one pure function for each kind of check, and `find_checks`, which runs them all. Must not live here:
reading of words, or wording of results (`components.findings` words the values named here).

The values of a check, by name (days are ISO; `event` may stand several times):

| kind         | names                                                                                     |
|--------------|-------------------------------------------------------------------------------------------|
| conflict     | left, right (normal form); left_from, left_to, right_from, right_to; unit; part;          |
|              | since or within, what both counts count from; left_mood, right_mood: one is hearsay       |
| time_zone    | stated, printed, expected (each "08:00 America/New_York"), day                            |
| weekday      | printed, expected (1 = Monday), day                                                       |
| ordinal      | printed, counted, since, until, event                                                     |
| count_within | printed, counted, since, until, event                                                     |
| gap          | printed_from, printed_to, counted (days), since, until, event (the contact before)        |
| order        | left (the day told as past), right (the day the article was published), expected          |
| age          | printed, expected (years), born, day                                                      |

Verdicts: `agrees` and `conflicts` are said only where the events known settle the matter; `compatible` where the
accounts allow each other without saying the same; `cannot_tell` where a contact unknown to us could decide it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from data.agreement import Interval, Relation, among, clock_of, in_zone, interval_of, relate
from data.claims import Claim, DatedWeekday, Happening, PastReport
from data.extract.rules import Rule

Verdict = Literal["agrees", "compatible", "conflicts", "cannot_tell"]

RULES = (
    Rule(
        "check-conflict",
        "Two sources give a property of one event values that do not meet. Intervals that only touch do not meet, "
        "unless one is that very point; an end told with “less than” or “almost” is left out, but “almost two hours” "
        "is no other account than “two hours” or “100 minutes”. No conflict are values of different "
        "days, a value whose own article also gives one that fits, a person and the state it acts for, a plan and what "
        "came of it.",
        "«circa due ore e mezza» (135–165 min) e «quasi tre ore» (165–180 min)",
        "“about two and a half hours” (135–165 min) and “almost three hours” (165–180 min)",
    ),
    Rule(
        "check-time-zone",
        "Two clock times of one contact in one article are the same moment in their zones on that day.",
        "«alle 8 ora di New York, le 15 a Mosca» il 29 dicembre: sono le 16",
        "“at 8am in New York, 3pm in Moscow” on 29 December: it is 4pm",
    ),
    Rule(
        "check-weekday",
        "The day of the week printed with a date is the one it falls on.",
        "«lunedì 3 luglio 2025»: è giovedì",
        "“Monday, 3 July 2025”: it is a Thursday",
    ),
    Rule(
        "check-ordinal",
        "The contacts of the same people and kind since the stated start, up to this one, are as many as said. More "
        "known than said is a conflict; fewer known than said cannot be told. A contact may be one already counted if "
        "only its month is told, or if it is a day beside another and dated by its article or told by one article.",
        "«la sesta telefonata dall'inizio del 2025»: se ne conoscono sei",
        "“their sixth call since the start of 2025”: six are known",
    ),
    Rule(
        "check-count-within",
        "The same for so many contacts within so long, counted back from this one.",
        "«la quarta in meno di due mesi»: 19 maggio, 4 giugno, 14 giugno, 3 luglio",
        "“the fourth in less than two months”: 19 May, 4 June, 14 June, 3 July",
    ),
    Rule(
        "check-gap",
        "The days since the contact before, of the same people and kind, are as many as said. A known contact in "
        "between is a conflict; a longer known gap cannot be told.",
        "«il primo contatto in quasi due mesi»: 59 giorni",
        "“the first call in almost two months”: 59 days",
    ),
    Rule(
        "check-order",
        "An article cannot tell as past what took place after it was published.",
        "«il 5 maggio 2025 hanno parlato», pubblicato il 3",
        "“they spoke on 5 May 2025”, published on the 3rd",
    ),
    Rule(
        "check-age",
        "The age printed is the one that follows from the day of birth in the vocabulary.",
        "«79° compleanno» il 14 giugno 2025, nato il 14 giugno 1946",
        "“79th birthday” on 14 June 2025, born 14 June 1946",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """Something worked out: its verdict, the values that explain it, the ids of the claims it rests on, in order.

    Without claims it rests on one article's words, which begin at `start`.
    """

    check_id: str
    event_id: str | None
    article_id: str | None
    kind: str
    property: str | None
    verdict: Verdict
    values: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    start: int | None = None


def find_checks(
    claims: Sequence[Claim],
    events: Sequence[Happening],
    born: Mapping[str, dt.date],
    published: Mapping[str, dt.date],
    weekdays: Iterable[DatedWeekday] = (),
    past: Iterable[PastReport] = (),
) -> tuple[Check, ...]:
    """Claims, events, days of birth by actor, days of articles, dates with weekdays, past reports → all checks."""
    by_id = {e.event_id: e for e in events}
    known = [c for c in claims if c.event_id in by_id]
    found = [
        *check_conflicts(known, by_id),
        *check_time_zones(known, by_id),
        *check_ordinals(known, by_id),
        *check_counts(known, by_id),
        *check_gaps(known, by_id),
        *check_ages(known, by_id, born, published),
        *check_weekdays(weekdays),
        *check_order(past),
    ]
    return tuple(sorted(found, key=lambda c: (c.event_id or "~", c.kind, c.check_id)))


# -- accounts that differ ----------------------------------------------------------------------------

_FIGURES = ("duration", "agreement_share")
_COUNTS = ("ordinal", "count_within")
_COMPARED = (*_FIGURES, *_COUNTS, "date", "start_time", "initiator", "proposed_by", "place")
_ONLY_CONFLICTS = ("date", "place")  # that days and places fit is what made them one event
_VERDICTS: Mapping[Relation, Verdict] = {
    "apart": "conflicts", "meets": "compatible", "narrower": "compatible", "same": "agrees",
}  # fmt: skip


def check_conflicts(claims: Sequence[Claim], events: Mapping[str, Happening]) -> Iterator[Check]:
    """Claims of one property of one event from different sources → a check for each pair of different values, or one
    that says they agree. Denied claims, repeats by the same source, and values no rule compares are left out."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in claims:
        if claim.mood == "denied" or claim.property not in _COMPARED:
            continue
        part = (claim.value or "") if claim.property == "duration" else ""
        groups.setdefault((claim.event_id, claim.property, part), []).append(claim)
    for (event_id, prop, part), group in sorted(groups.items()):
        for pair, all_told, verdict in _pairs(prop, group, events[event_id]):
            if verdict == "conflicts" or prop not in _ONLY_CONFLICTS:
                yield _conflict(event_id, prop, part, pair, all_told, verdict)


def _source(claim: Claim) -> tuple[str, str | None]:
    return claim.article_id, claim.said_by


def _pairs(
    prop: str, group: Sequence[Claim], event: Happening
) -> Iterator[tuple[tuple[Claim, Claim], Sequence[Claim], Verdict]]:
    """Claims of a property → two that stand for each pair of different values, all that give them, the verdict; where
    all give one value, two articles that do."""
    values: dict[object, list[Claim]] = {}
    for claim in group:
        if (value := _normal(claim)) is not None:
            values.setdefault(value, []).append(claim)
    told_by: dict[str, list[Claim]] = {}  # article → what it says elsewhere
    for claim in group:
        told_by.setdefault(claim.article_id, []).append(claim)
    for one, two in combinations(values.values(), 2):
        found: dict[Relation, tuple[Claim, Claim]] = {}
        for a, b in ((a, b) for a in one for b in two if _source(a) != _source(b)):
            said = (*told_by[a.article_id], *told_by[b.article_id])
            found.setdefault(among(prop, a, b, said, (event.low, event.high)), (a, b))
        relation = next((r for r in _VERDICTS if r in found), None)
        if relation:
            yield found[relation], [*one, *two], _VERDICTS[relation]
    if len(values) == 1:
        (told,) = values.values()
        other = next((c for c in told if c.article_id != told[0].article_id), None)
        if other and relate(prop, told[0], other, (event.low, event.high)) == "same":
            yield (told[0], other), told, "agrees"


def _normal(claim: Claim) -> object:
    """What two claims have in common that give the same value; None where they give none."""
    if claim.property in _FIGURES:
        return interval_of(claim)
    if claim.property in _COUNTS:
        return (claim.number, claim.value) if claim.number is not None else None
    if claim.property == "start_time" and clock_of(claim.value)[1] is None:
        return None  # each account may mean the clock of its own country
    return claim.value


def _conflict(
    event_id: str, prop: str, part: str, pair: tuple[Claim, Claim], claims: Sequence[Claim], verdict: Verdict
) -> Check:
    values: list[tuple[str, str]] = []
    for name, claim in zip(("left", "right"), pair, strict=True):
        interval = interval_of(claim) if prop in _FIGURES else None
        if prop in _COUNTS:
            values.append((name, _number(claim.number)))
        elif claim.value and prop not in _FIGURES:
            values.append((name, claim.value))
        if interval:
            values.append((f"{name}_from", _number(interval.low)))
            values += [(f"{name}_to", _number(interval.high))] if interval.high is not None else []
        if claim.mood == "reported":
            values.append((f"{name}_mood", claim.mood))
    if prop in _FIGURES and pair[0].unit:
        values.append(("unit", pair[0].unit))
    if part:
        values.append(("part", part))
    if prop in _COUNTS and pair[0].value == pair[1].value and pair[0].value:
        values.append(("since" if prop == "ordinal" else "within", pair[0].value))
    ids = dict.fromkeys(c.claim_id for c in (*pair, *claims))
    name = f"{pair[0].claim_id}|{pair[1].claim_id}"
    return Check(
        f"conflict:{event_id}:{prop}:{name}", event_id, None, "conflict", prop, verdict, tuple(values), tuple(ids)
    )


# -- time zones --------------------------------------------------------------------------------------


def check_time_zones(claims: Sequence[Claim], events: Mapping[str, Happening]) -> Iterator[Check]:
    """Two start times that one article gives one event, in two zones → whether they are the same moment on its day.

    Without an exact day it is said only where every day allowed gives the same answer.
    """
    groups: dict[tuple[str, str], list[tuple[Claim, dt.time, str]]] = {}
    for claim in claims:
        clock, zone = clock_of(claim.value) if claim.property == "start_time" else (None, None)
        if clock is not None and zone is not None and claim.mood != "denied":
            groups.setdefault((claim.event_id, claim.article_id), []).append((claim, clock, zone))
    for (event_id, _), group in sorted(groups.items()):
        first, *others = sorted(group, key=lambda told: told[0].start)
        for other in others:
            if other[2] != first[2]:
                yield _zone_check(event_id, events[event_id], first, other)


def _zone_check(
    event_id: str, event: Happening, stated: tuple[Claim, dt.time, str], printed: tuple[Claim, dt.time, str]
) -> Check:
    days = _days_of(event)
    expected = {in_zone(stated[1], stated[2], printed[2], day) for day in days}
    verdict: Verdict = "cannot_tell"
    if expected and printed[1] not in expected:
        verdict = "conflicts"
    elif expected == {printed[1]}:
        verdict = "agrees"
    values = [("stated", f"{stated[1]:%H:%M} {stated[2]}"), ("printed", f"{printed[1]:%H:%M} {printed[2]}")]
    if len(expected) == 1:
        values.append(("expected", f"{next(iter(expected)):%H:%M} {printed[2]}"))
    if len(days) == 1:
        values.append(("day", days[0].isoformat()))
    ids = (stated[0].claim_id, printed[0].claim_id)
    return Check(
        f"time_zone:{event_id}:{ids[1]}", event_id, None, "time_zone", "start_time", verdict, tuple(values), ids
    )


def _days_of(event: Happening) -> list[dt.date]:
    if event.low is None or event.high is None or (event.high - event.low).days > 400:
        return []
    return [event.low + dt.timedelta(days=n) for n in range((event.high - event.low).days + 1)]


# -- counting ----------------------------------------------------------------------------------------


class _Dated(NamedTuple):
    """An event whose days are known, if vaguely."""

    event_id: str
    low: dt.date
    high: dt.date
    vague: bool = False


def _dated(event: Happening) -> _Dated | None:
    """The event with its days, where they and those who took part are known."""
    if event.low is None or event.high is None or not event.principals:
        return None
    return _Dated(event.event_id, event.low, event.high)


def _like(event: Happening, events: Mapping[str, Happening]) -> list[_Dated]:
    """The other contacts of the same people and kind that took place, with known days, in order."""
    known = [event, *(
        e for e in events.values()
        if e.event_id != event.event_id and e.kind == event.kind and e.principals == event.principals
        and e.status in ("held", "ongoing")
    )]  # fmt: skip
    others = [dated._replace(vague=_vague(e, known) or _may_be(event, e)) for e in known[1:] if (dated := _dated(e))]
    return sorted(others, key=lambda e: (e.low, e.event_id))


_MONTH = 27  # days between the first and the last of the shortest month


def _vague(event: Happening, known: Sequence[Happening]) -> bool:
    """Whether an event may be another one told again: dated by a whole month, or by its article the day after."""
    if event.low is None or event.high is None or (event.high - event.low).days >= _MONTH:
        return True
    return any(_may_be(event, other) for other in known if other.event_id != event.event_id)


def _may_be(event: Happening, other: Happening) -> bool:
    """Whether an event may be another, told with a day that is not its own: one dated by its article may have been
    the day before; one that a single article tells, beside one that more tell, may be misdated by a day."""
    if event.low is None or other.low is None:
        return False
    later = (event.low - other.low).days
    return (event.inferred and 0 <= later <= 1) or (event.articles == 1 < other.articles and abs(later) <= 1)


def _counted(
    others: Sequence[_Dated], since: dt.date | None, until: _Dated, since_to: dt.date | None = None
) -> tuple[list[_Dated], list[_Dated]]:
    """Contacts from a day up to an event, itself left out → those surely among them, and those that may be.

    Up to `since_to` it is open whether a contact counts: "the first since 18 August" leaves that day's out.
    """
    sure, maybe = [], []
    for e in others:
        begun = since is None or (e.low > since_to if since_to else e.low >= since)
        if begun and e.high < until.low and not e.vague:
            sure.append(e)
        elif (since is None or e.high >= since) and e.low <= until.high:
            maybe.append(e)
    return sure, maybe


def _count_verdict(number: int, sure: int, most: int) -> Verdict:
    """So many are said; at least `sure` and, of those known, at most `most` there are."""
    if sure > number:
        return "conflicts"
    if number > most:
        return "cannot_tell"
    return "agrees" if sure == most else "compatible"


def _narrowed(verdict: Verdict) -> Verdict:
    """The verdict where only contacts of a narrower kind count, which we do not tell apart."""
    if verdict == "conflicts":
        return "cannot_tell"
    return "compatible" if verdict == "agrees" else verdict


def check_ordinals(claims: Sequence[Claim], events: Mapping[str, Happening]) -> Iterator[Check]:
    """Ordinal claims → the contacts known of the same people and kind, from the stated start up to this one.

    Without a stated start only a conflict, or nothing, can be said: the first may lie before all we know, and "their
    third call" may be the third of this year. So only contacts of its year contradict it.
    """
    for claim in claims:
        event = _dated(events[claim.event_id])
        if claim.property != "ordinal" or claim.mood == "denied" or claim.number is None or event is None:
            continue
        since = claim.since or event.low.replace(month=1, day=1)  # untold, it is the start of this year, or earlier
        sure, maybe = _counted(_like(events[claim.event_id], events), since, event, claim.since_to)
        verdict = _count_verdict(int(claim.number), len(sure) + 1, len(sure) + len(maybe) + 1)
        if claim.since is None and verdict != "conflicts":
            verdict = "cannot_tell"
        verdict = _narrowed(verdict) if claim.narrow else verdict
        values = [("printed", _number(claim.number)), ("counted", str(len(sure) + 1))]
        values += [("since", claim.since.isoformat())] if claim.since else []
        values += [("until", event.high.isoformat()), *(("event", e.event_id) for e in (*sure, event))]
        yield _single("ordinal", claim, verdict, values)


def check_counts(claims: Sequence[Claim], events: Mapping[str, Happening]) -> Iterator[Check]:
    """Claims of so many contacts within so long → those known in the window that ends with this one.

    The longest window the words allow decides; where they are more than said, the shortest (at least half as long) must
    hold more too, or it is only compatible.
    """
    for claim in claims:
        event = _dated(events[claim.event_id])
        if claim.property != "count_within" or claim.mood == "denied" or claim.number is None:
            continue
        if event is None or event.low != event.high:
            continue
        longest = claim.days_to if claim.days_to is not None else claim.days_from
        if not longest:
            continue
        others, day = _like(events[claim.event_id], events), event.low
        since = day - dt.timedelta(days=int(longest))
        sure, maybe = _counted(others, since, event)
        shortest = max(claim.days_from or 0, longest / 2)
        least, _ = _counted(others, day - dt.timedelta(days=int(shortest)), event)
        number = int(claim.number)
        verdict = _count_verdict(number, len(sure) + 1, len(sure) + len(maybe) + 1)
        if verdict == "conflicts" and len(least) + 1 <= number:
            verdict = "compatible"
        verdict = _narrowed(verdict) if claim.narrow else verdict
        values = [("printed", _number(claim.number)), ("counted", str(len(sure) + 1)), ("since", since.isoformat())]
        values += [("until", day.isoformat()), *(("event", e.event_id) for e in (*sure, event))]
        yield _single("count_within", claim, verdict, values)


def check_gaps(claims: Sequence[Claim], events: Mapping[str, Happening]) -> Iterator[Check]:
    """Claims of the time since the contact before → the days since the last known one of the same people and kind."""
    for claim in claims:
        event = _dated(events[claim.event_id])
        if claim.property != "gap_since_previous" or claim.mood == "denied" or claim.number_from is None:
            continue
        if event is None or event.low != event.high:
            continue
        known = [e for e in _like(events[claim.event_id], events) if e.high < event.low]
        before = [e for e in known if not e.vague]
        values = [("printed_from", _number(claim.number_from))]
        values += [("printed_to", _number(claim.number_to))] if claim.number_to is not None else []
        if not before:
            yield _single("gap", claim, "cannot_tell", values)
            continue
        last = max(before, key=lambda e: (e.high, e.low))
        least, most = (event.low - last.high).days, (event.low - last.low).days
        below = claim.qualifier == "less_than" and claim.number_to is not None
        allowed = Interval(claim.number_from, claim.number_to, below)
        values += [("counted", str(least)), ("since", last.high.isoformat()), ("until", event.low.isoformat())]
        values.append(("event", last.event_id))
        verdict = _gap_verdict(allowed, least, most)
        if verdict == "agrees" and any(e.vague and e.high > last.high for e in known):
            verdict = "compatible"
        yield _single("gap", claim, _narrowed(verdict) if claim.narrow else verdict, values)


def _gap_verdict(allowed: Interval, least: int, most: int) -> Verdict:
    """What is said, against the days since the last known contact, which lie between `least` and `most`."""
    if most < allowed.low:
        return "conflicts"
    if allowed.high is not None and (least > allowed.high or (allowed.below and least >= allowed.high)):
        return "cannot_tell"
    inside = least >= allowed.low and (allowed.high is None or most <= allowed.high)
    return "agrees" if inside else "compatible"


# -- days and ages -----------------------------------------------------------------------------------


def check_weekdays(weekdays: Iterable[DatedWeekday]) -> Iterator[Check]:
    """Dates printed with a day of the week → a conflict for each that falls on another; right ones are passed over."""
    for w in weekdays:
        if w.day.isoweekday() != w.printed:
            values = (("printed", str(w.printed)), ("expected", str(w.day.isoweekday())), ("day", w.day.isoformat()))
            name = f"weekday:{w.article_id}:{w.start}"
            yield Check(name, w.event_id, w.article_id, "weekday", "date", "conflicts", values, (), w.start)


def check_order(past: Iterable[PastReport]) -> Iterator[Check]:
    """Passages that tell an event as past → a conflict for each whose article was published before that day."""
    for p in past:
        if p.published < p.day:
            values = (("left", p.day.isoformat()), ("right", p.published.isoformat()), ("expected", "before"))
            name = f"order:{p.article_id}:{p.start}"
            yield Check(name, p.event_id, p.article_id, "order", "date", "conflicts", values, (), p.start)


def age_on(born: dt.date, day: dt.date) -> int:
    """A day of birth and a later day → full years lived."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def check_ages(
    claims: Sequence[Claim],
    events: Mapping[str, Happening],
    born: Mapping[str, dt.date],
    published: Mapping[str, dt.date],
) -> Iterator[Check]:
    """Claims of an age → whether it follows from the day of birth. A birthday is the one nearest to the event's day, an
    age that of the article's day, else of the event's."""
    for claim in claims:
        birth, event = born.get(claim.value or ""), events[claim.event_id]
        if claim.property != "age" or birth is None or claim.number is None or claim.mood == "denied":
            continue
        birthday = claim.rule == "claim-birthday"
        day = event.low if birthday else published.get(claim.article_id, event.low)
        if day is None:
            continue
        expected = age_on(birth, day + dt.timedelta(days=183)) if birthday else age_on(birth, day)
        verdict: Verdict = "agrees" if expected == claim.number else "conflicts"
        values = [("printed", _number(claim.number)), ("expected", str(expected)), ("born", birth.isoformat())]
        yield _single("age", claim, verdict, [*values, ("day", day.isoformat())])


# -- rows --------------------------------------------------------------------------------------------


def _single(kind: str, claim: Claim, verdict: Verdict, values: Sequence[tuple[str, str]]) -> Check:
    name = f"{kind}:{claim.claim_id}"
    return Check(name, claim.event_id, None, kind, claim.property, verdict, tuple(values), (claim.claim_id,))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
