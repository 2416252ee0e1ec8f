"""How two accounts of one property stand to each other: the same, one within the other, meeting, apart.

Lives here: the intervals that words allow, and `relate`, one rule for each property. Must not live here: whose accounts
they are, verdicts over several of them (`data.checks`, `data.compare`), reading of words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from data.lexicon import load_lexicon

Relation = Literal["same", "narrower", "meets", "apart", "unknown", "other"]
"""same: equal; narrower: one lies within the other; meets: both can be right; apart: they cannot; unknown: no rule
compares them; other: they are of different things (another day of the talks, a plan and what became of it)."""

Span = tuple[dt.date | None, dt.date | None]
"""The first and the last day an event may have been on, where known."""


class Stated(Protocol):
    """A value as one account gives it: its normal form, or figures in `unit` with their interval."""

    @property
    def value(self) -> str | None: ...
    @property
    def number(self) -> float | None: ...
    @property
    def number_from(self) -> float | None: ...
    @property
    def number_to(self) -> float | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def qualifier(self) -> str: ...
    @property
    def article_id(self) -> str: ...
    @property
    def said_by(self) -> str | None: ...
    @property
    def planned(self) -> bool: ...
    @property
    def published(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers from `low` to `high` (None: open), the upper end left out where `below` is set."""

    low: float
    high: float | None
    below: bool = False

    @property
    def point(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high and not self.below


def interval_of(stated: Stated) -> Interval | None:
    """A statement's figures → the interval its words allow; None without figures."""
    low = stated.number_from if stated.number_from is not None else stated.number
    if low is None:
        return None
    return Interval(low, stated.number_to, stated.qualifier == "less_than" and stated.number_to is not None)


def meet(a: Interval, b: Interval) -> bool:
    """Whether two intervals share more than a point they touch in, or a point that one of them is."""
    low = max(a.low, b.low)
    high = min((x.high for x in (a, b) if x.high is not None), default=None)
    if high is None or low < high:
        return True
    if low > high or any(x.below and x.high == high for x in (a, b)):
        return False
    return a.point or b.point


def in_zone(clock: dt.time, zone: str, other: str, day: dt.date) -> dt.time:
    """A clock time in a zone on a day → the clock time in another zone."""
    return dt.datetime.combine(day, clock, ZoneInfo(zone)).astimezone(ZoneInfo(other)).time()


def clock_of(value: str | None) -> tuple[dt.time | None, str | None]:
    """ "08:00 America/New_York" → the clock time and the zone, each None where it is not stated."""
    clock, _, zone = (value or "").partition(" ")
    return (dt.time.fromisoformat(clock) if clock else None), zone or None


def relate(name: str, a: Stated, b: Stated, span: Span) -> Relation:
    """A property, two accounts of it, the days of their event → how the accounts stand to each other.

    The order of the two does not matter. Properties told in words no rule compares are "unknown".
    """
    if name in _PLANNED and not _same_stage(a, b):
        return "other"
    return _RULES.get(name, _unknown)(a, b, span)


_PLANNED = ("date", "start_time", "place", "duration")


def _same_stage(a: Stated, b: Stated) -> bool:
    """Whether both tell what took place, or plans as they stood on one day: a plan that changed is no other account."""
    return a.planned == b.planned and (not a.planned or a.published == b.published)


def among(name: str, a: Stated, b: Stated, said: Iterable[Stated], span: Span) -> Relation:
    """`relate`, but what is apart only meets where the account of one says elsewhere what fits the other.

    "A two-hour call" in a headline over "it lasted more than two hours" does not contradict "two and a half hours".
    `said`: all accounts of the property. An article's own words are explained by whatever else it prints, a speaker's
    only by more from the same speaker.
    """
    relation = relate(name, a, b, span)
    if relation != "apart":
        return relation
    said = list(said)
    for one, other in ((a, b), (b, a)):
        more = (x for x in said if x.article_id == one.article_id and one.said_by in (None, x.said_by))
        if any(relate(name, x, other, span) in ("same", "narrower", "meets") for x in more):
            return "meets"
    return "apart"


def comparable(name: str) -> bool:
    """Whether a rule compares accounts of this property, so that their words alone settle nothing."""
    return name in _RULES


# -- rules -------------------------------------------------------------------------------------------


def _unknown(a: Stated, b: Stated, span: Span) -> Relation:
    del a, b, span
    return "unknown"


def _figures(a: Stated, b: Stated, span: Span) -> Relation:
    """Figures by the intervals their words allow; of different days or people they are not compared."""
    del span
    if a.value != b.value:
        return "other"
    one, two = interval_of(a), interval_of(b)
    if one is None or two is None or a.unit != b.unit:
        return "unknown"
    if one == two:
        return "same"
    if not meet(one, two):
        return "meets" if _almost(one, two, b.number) or _almost(two, one, a.number) else "apart"
    return "narrower" if _inside(one, two) or _inside(two, one) else "meets"


def _almost(a: Interval, b: Interval, number: float | None) -> bool:
    """Whether "almost" so much is another account's figure, told more loosely: "almost two hours" that were two, or 100
    minutes. "Almost" takes up the last quarter of its unit, and what is nearer to the figure than half of it is rounded
    to it."""
    if not a.below or a.high is None or a.low <= 0 or b.high is None or number is None:
        return False
    return a.high - 2 * (a.high - a.low) < number <= a.high


def _inside(a: Interval, b: Interval) -> bool:
    high_a, high_b = (float("inf") if x.high is None else x.high for x in (a, b))
    return b.low <= a.low and high_a <= high_b


def _days_of(value: str | None) -> tuple[dt.date, dt.date] | None:
    """ "2025-08-18" or "2025-08-11/2025-08-20" → the first and the last day."""
    if not value:
        return None
    first, _, last = value.partition("/")
    return dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)


def _days(a: Stated, b: Stated, span: Span) -> Relation:
    """Days that do not meet are apart, unless the event went on for several and both are among them."""
    one, two = _days_of(a.value), _days_of(b.value)
    if one is None or two is None:
        return "unknown"
    if one == two:
        return "same"
    if one[0] > two[1] or two[0] > one[1]:
        low, high = span
        if low is not None and high is not None and low < high and all(low <= x and y <= high for x, y in (one, two)):
            return "meets"
        return "apart"
    inside = (one[0] <= two[0] and two[1] <= one[1]) or (two[0] <= one[0] and one[1] <= two[1])
    return "narrower" if inside else "meets"


def _gaps(a: Stated, b: Stated, span: Span) -> Relation:
    """The time since the contact before: since the last call to one, since they last met to another."""
    relation = _figures(a, b, span)
    return "unknown" if relation == "apart" else relation


def _previous(a: Stated, b: Stated, span: Span) -> Relation:
    """The contact before: a call to one and a meeting to another, so that other days are no contradiction."""
    del span
    relation = _days(a, b, (None, None))
    return "unknown" if relation == "apart" else relation


def _times(a: Stated, b: Stated, span: Span) -> Relation:
    """Clock times as moments of the event's day; without a zone only as they are written."""
    (clock, zone), (other, other_zone) = clock_of(a.value), clock_of(b.value)
    if clock is None or other is None:
        return "unknown"
    if zone == other_zone:
        return "same" if clock == other else "apart" if zone else "unknown"
    if not zone or not other_zone:
        return "narrower" if clock == other else "unknown"
    day = span[0]
    if day is None or day != span[1]:
        return "unknown"
    return "same" if in_zone(clock, zone, other_zone, day) == other else "apart"


def _names(a: Stated, b: Stated, span: Span) -> Relation:
    """Who did it: one person, or one state, where a person or an institution may stand for it."""
    del span
    if not a.value or not b.value:
        return "unknown"
    if a.value == b.value:
        return "same"
    lines = [_behind(x) for x in (a.value, b.value)]
    if lines[0][-1] != lines[1][-1]:
        return "apart"
    return "narrower" if a.value in lines[1] or b.value in lines[0] else "meets"


def _behind(actor_id: str) -> list[str]:
    """An actor, and the institutions and the state it belongs to, the largest last."""
    actors, line = load_lexicon().actors, [actor_id]
    here = actors.get(actor_id)
    while here is not None and here.affiliation and here.affiliation not in line:
        line.append(here.affiliation)
        here = actors.get(here.affiliation)
    return line


def _places(a: Stated, b: Stated, span: Span) -> Relation:
    """One place, or one within the other: the White House and Washington."""
    del span
    if not a.value or not b.value:
        return "unknown"
    if a.value == b.value:
        return "same"
    return "narrower" if a.value in _around(b.value) or b.value in _around(a.value) else "apart"


def _around(place: str) -> list[str]:
    """The larger places a place lies in."""
    places, found = load_lexicon().places, list[str]()
    here = places.get(place)
    while here is not None and here.within and here.within not in found:
        found.append(here.within)
        here = places.get(here.within)
    return found


def _counts(a: Stated, b: Stated, span: Span) -> Relation:
    """Ordinals and counts: comparable when they count from the same day, or within the same time."""
    del span
    if a.number is None or b.number is None:
        return "unknown"
    if a.number == b.number:
        return "same" if a.value == b.value else "meets"
    return "apart" if a.value and a.value == b.value else "unknown"


_RULES: dict[str, Callable[[Stated, Stated, Span], Relation]] = {
    "duration": _figures,
    "agreement_share": _figures,
    "gap_since_previous": _gaps,
    "age": _figures,
    "date": _days,
    "start_time": _times,
    "initiator": _names,
    "proposed_by": _names,
    "place": _places,
    "ordinal": _counts,
    "count_within": _counts,
    "previous_contact": _previous,
}
