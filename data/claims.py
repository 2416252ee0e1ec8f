"""Claims of all articles, each with its event and its days, and what else `data.checks` works on.

Lives here: the records checks take, and the `gather_*` functions that make them once articles are dated and contacts
are events. Must not live here: reading of words (`data.extract.claims`), or judging claims.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data.extract.article import ArticleFinds
from data.extract.claims import ClaimFind
from data.extract.dates import CalendarDay
from data.extract.finds import Days, Mood, Qualifier
from data.resolve import Resolved, Told


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that one source gives for a property of an event. Numbers are in `unit`; days include both ends."""

    claim_id: str
    event_id: str
    article_id: str
    start: int
    end: int
    text: str
    property: str
    value: str | None
    number: float | None
    number_from: float | None
    number_to: float | None
    unit: str | None
    qualifier: Qualifier
    said_by: str | None
    via: str | None
    mood: Mood
    rule: str
    since: dt.date | None = None  # the day from which an ordinal counts
    since_to: dt.date | None = None  # the last day it may begin after: "since 2022" may leave 2022 out
    narrow: bool = False  # counts only contacts of a narrower kind
    days_from: float | None = None  # the window of a count, in days
    days_to: float | None = None
    planned: bool = False  # said of the contact while it was still ahead
    published: dt.date | None = None  # the day of the article


@dataclass(frozen=True, slots=True)
class Happening:
    """An event as checks need it: its days (missing: unknown), who took part, whether it took place."""

    event_id: str
    kind: str
    principals: frozenset[str]
    low: dt.date | None
    high: dt.date | None
    status: str = "held"
    inferred: bool = False  # its day is not told, but worked out from an article's
    articles: int = 1  # that tell it


@dataclass(frozen=True, slots=True)
class DatedWeekday:
    """A date printed with a day of the week (1 = Monday), and the event it dates, if any."""

    article_id: str
    start: int
    printed: int
    day: dt.date
    event_id: str | None = None


@dataclass(frozen=True, slots=True)
class PastReport:
    """A passage that tells an event of a stated day as past, and the day its article was published."""

    article_id: str
    start: int
    event_id: str
    day: dt.date
    published: dt.date


def iso_days(low: dt.date, high: dt.date) -> str:
    """An interval of days → "2025-08-18", or "2025-08-11/2025-08-20"."""
    return low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"


def gather_claims(readings: Sequence[ArticleFinds], resolved: Resolved, texts: Mapping[str, str]) -> tuple[Claim, ...]:
    """The articles' finds, the events they tell, the texts → claims by article and place, if of an event."""
    told = {(t.article_id, t.order): (event.event_id, t) for event in resolved.events for t in event.told}
    claims: list[Claim] = []
    taken: set[str] = set()
    for reading in sorted(readings, key=lambda r: r.article_id):
        claims += _of_article(reading, resolved, told, texts[reading.article_id], taken)
    return tuple(claims)


def _of_article(
    reading: ArticleFinds,
    resolved: Resolved,
    told: Mapping[tuple[str, int], tuple[str, Told]],
    text: str,
    taken: set[str],
) -> Iterator[Claim]:
    article = reading.article_id
    days = {(d.start, d.end): known for d, known in zip(reading.dates, resolved.dates[article], strict=True)}
    seen: set[tuple[int, int, str, str]] = set()
    for find in reading.claims:
        home = next((told[article, i] for i in (find.contact, *find.instead) if (article, i) in told), None)
        if home is None or (key := (find.start, find.end, find.property, home[0])) in seen:
            continue
        seen.add(key)
        known = _days(find, home[1], days)
        value, since, since_to = find.value, find.since, None
        if find.property in ("date", "previous_contact"):
            if known is None or known.low is None or known.high is None:
                continue
            value = iso_days(known.low, known.high)
        elif find.property == "ordinal":
            since = since or (known.low if known else None)
            if known and find.date and find.date.relation == "since" and not find.date.rule.startswith("since"):
                since_to = known.high
            value = since.isoformat() if since and not find.narrow else None  # others count from the same day
        yield Claim(
            _claim_id(article, find, taken), home[0], article, find.start, find.end, text[find.start : find.end],
            find.property, value, find.number, find.number_from, find.number_to, find.unit, find.qualifier,
            find.said_by, find.via, find.mood, find.rule, since, since_to, find.narrow, find.days_from, find.days_to,
            "planned" in (home[1].contact.status, home[1].status), resolved.published[article].day,
        )  # fmt: skip


def _days(find: ClaimFind, told: Told, days: Mapping[tuple[int, int], Days | None]) -> Days | None:
    """The days of a claim's date words; those of the contact's own date as they were worked out for the contact."""
    if find.date is None:
        return None
    if find.property == "date" and told.contact.date == find.date:
        return told.days
    return days.get((find.date.start, find.date.end))


def _claim_id(article: str, find: ClaimFind, taken: set[str]) -> str:
    base = f"{article}#{find.property}@{find.start}"
    claim_id, n = base, 2
    while claim_id in taken:
        claim_id, n = f"{base}-{n}", n + 1
    taken.add(claim_id)
    return claim_id


def gather_happenings(resolved: Resolved) -> tuple[Happening, ...]:
    """The events as checks need them."""
    return tuple(
        Happening(
            e.event_id, e.kind, frozenset(e.principals),
            e.days.low if e.days else None, e.days.high if e.days else None, e.status,
            e.days is not None and e.days.basis == "inferred", len({t.article_id for t in e.told}),
        )
        for e in resolved.events
    )  # fmt: skip


def gather_weekdays(readings: Sequence[ArticleFinds], resolved: Resolved) -> tuple[DatedWeekday, ...]:
    """The dates printed with a day of the week, by article and place: "Thursday, 3 July 2025"."""
    events: dict[tuple[str, int, int], str] = {}
    for event in resolved.events:
        for t in event.told:
            if t.contact.date:
                events.setdefault((t.article_id, t.contact.date.start, t.contact.date.end), event.event_id)
    found = []
    for reading in sorted(readings, key=lambda r: r.article_id):
        for find, days in zip(reading.dates, resolved.dates[reading.article_id], strict=True):
            spec = find.spec
            if not isinstance(spec, CalendarDay) or spec.weekday is None or spec.month is None:
                continue
            if days is None or days.low is None or days.low != days.high:
                continue
            event_id = events.get((reading.article_id, find.start, find.end))
            found.append(DatedWeekday(reading.article_id, find.start, spec.weekday + 1, days.low, event_id))
    return tuple(found)


def gather_past(resolved: Resolved) -> tuple[PastReport, ...]:
    """The passages whose verb tells a contact of a fully stated day as past, with the day of their article."""
    found = []
    for event in resolved.events:
        for t in event.told:
            published = resolved.published[t.article_id]
            if published.day is None or published.basis != "stated" or t.days is None or t.days.low is None:
                continue
            date = t.contact.date
            if t.contact.verb and t.contact.status == "held" and date is not None and date.complete:
                found.append(PastReport(t.article_id, date.start, event.event_id, t.days.low, published.day))
    return tuple(found)
