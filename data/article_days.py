"""The day of an article: from its metadata, its first lines, what it tells, or another article about the same contact.

Lives here: `Published`, `own_day`, `day_by_others`. Must not live here: days of contacts (`data.told`) or merging.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from data.extract.article import ArticleFinds
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind, resolve_date
from data.extract.days import CalendarDay, Month, RelativeDay
from data.extract.rules import Rule
from data.read import Source

RULES = (
    Rule(
        "day-metadata",
        "The article's day stands in the metadata, the front matter or the file's name.",
        "articles.csv",
        "articles.csv",
    ),
    Rule(
        "day-header",
        "The article's day stands in its first lines.",
        "«Roma, 3 maggio 2025 –»",
        "“Published 3 May 2025”",
    ),
    Rule(
        "day-today",
        "“Today” or “yesterday” beside a day and month, in the year the article names.",
        "«oggi, venerdì 16 maggio»",
        "“today, Friday 16 May”",
    ),
    Rule(
        "day-latest-held",
        "The article's day is the latest fully dated contact it tells as past, if it tells none later as still ahead.",
        "«Il 3 maggio 2025 i due si sono sentiti; il 4 maggio 2025 è prevista una visita»",
        "“They spoke on 3 May 2025; a visit is planned for 4 May 2025”",
    ),
    Rule(
        "day-first-contact",
        "The first contact's day, in the year the article names, is the article's day.",
        "«la terza telefonata del 2025, alla vigilia di Natale»",
        "“their third call of 2025, on Christmas Eve”",
    ),
    Rule(
        "day-other-article",
        "“Today” and “tomorrow” of an undated article tell of contacts that another article dates.",
        "«oggi una telefonata, domani la visita»",
        "“a call today, the visit tomorrow”",
    ),
)

_DAY = dt.timedelta(days=1)
_BESIDE = 4  # characters between "today" and the day itself


@dataclass(frozen=True, slots=True)
class Published:
    """An article's day and how it is known."""

    day: dt.date | None
    basis: Literal["stated", "resolved", "inferred", "unknown"]
    rule: str | None = None
    span: tuple[int, int] | None = None  # the words the day rests on
    source: str | None = None  # the other article it was inferred from


def own_day(source: Source, finds: ArticleFinds) -> Published | None:
    """The article's day as far as it tells it itself; None if it does not."""
    if source.published:
        return Published(source.published, "stated", "day-metadata")
    if finds.header:
        find, _ = finds.header
        days = resolve_date(find, None) or (resolve_date(find, _middle(year)) if (year := _year_hint(finds)) else None)
        if days and days.low:
            basis: Literal["stated", "inferred"] = "stated" if find.complete else "inferred"
            return Published(days.low, basis, "day-header", (find.start, find.end))
    return _today(finds) or _latest_held(finds) or _first_contact(finds)


def _today(finds: ArticleFinds) -> Published | None:
    """ "Today, Friday 16 May", "yesterday, 1 March": a day said twice, in the year the article names."""
    for one, two in pairwise(finds.dates):
        for now, day in ((one, two), (two, one)):
            if not 0 <= two.start - one.end <= _BESIDE or not isinstance(now.spec, RelativeDay):
                continue
            (away, last), spec = now.spec.days, day.spec
            if away != last or now.spec.future or not isinstance(spec, CalendarDay) or spec.month is None:
                continue
            year = _year_hint(finds)
            days = resolve_date(day, _middle(year)) if year else resolve_date(day, None)
            if days and days.low and spec.weekday in (None, days.low.weekday()):
                return Published(days.low - away * _DAY, "resolved", "day-today", (day.start, day.end))
    return None


def _middle(year: int) -> dt.date:
    """A year → the day to which every day of it is nearer than the same day of another year."""
    return dt.date(year, 7, 2)


def _year_hint(finds: ArticleFinds) -> int | None:
    """The latest year named in the article."""
    years = []
    for find in finds.dates:
        if find.complete or find.kind == "year" or (isinstance(find.spec, Month) and find.spec.year is not None):
            days = resolve_date(find, dt.date(2100, 1, 1), tense="past")
            if days and days.low:
                years.append(days.low.year)
    return max(years, default=None)


def _latest_held(finds: ArticleFinds) -> Published | None:
    held: list[tuple[dt.date, DateFind]] = []
    ahead: list[dt.date] = []
    for contact in finds.contacts:
        if contact.tentative or contact.date is None or not contact.date.complete:
            continue
        days = resolve_date(contact.date, None)
        if days is None or days.low is None or days.high is None:
            continue
        if contact.status == "planned":
            ahead.append(days.low)
        elif len(contact.principals) >= 2:
            held.append((days.high, contact.date))
    if not held or (not ahead and len(held) < 1):
        return None
    day, find = max(held, key=lambda row: row[0])
    if any(other < day for other in ahead):
        return None
    return Published(day, "inferred", "day-latest-held", (find.start, find.end))


def _first_contact(finds: ArticleFinds) -> Published | None:
    year = _year_hint(finds)
    if year is None:
        return None
    lead = {s.start for s in finds.sentences[:5]}
    for contact in finds.contacts:
        find = contact.date
        if (
            find
            and not contact.tentative
            and contact.start in lead
            and contact.status != "planned"
            and find.kind in ("day", "holiday")
        ):
            days = resolve_date(find, _middle(year))
            if days and days.low and days.low == days.high:
                return Published(days.low, "inferred", "day-first-contact", (find.start, find.end))
    return None


def _offset(contact: Contact) -> int | None:
    """Days between the article and a contact told with "today", "yesterday", "tomorrow"."""
    if contact.date is None or contact.date.kind != "relative_day":
        return None
    zero = dt.date(2001, 1, 15)
    days = resolve_date(contact.date, zero)
    if days is None or days.low is None or days.low != days.high:
        return None
    return (days.low - zero).days


class Known(NamedTuple):
    """A contact that other articles date to the day."""

    kind: str
    principals: frozenset[str]
    day: dt.date
    article_id: str  # one that tells of it


def known_contacts(rows: Iterable[Known]) -> Mapping[tuple[str, frozenset[str]], list[Known]]:
    """Dated contacts by kind and principals."""
    index: dict[tuple[str, frozenset[str]], list[Known]] = {}
    for row in rows:
        index.setdefault((row.kind, row.principals), []).append(row)
    return index


def day_by_others(finds: ArticleFinds, known: Mapping[tuple[str, frozenset[str]], Sequence[Known]]) -> Published | None:
    """The day on which most of the article's "today" and "tomorrow" fall on contacts dated elsewhere."""
    votes: Counter[dt.date] = Counter()
    proof: dict[dt.date, tuple[DateFind, str]] = {}
    seen: set[tuple[object, ...]] = set()
    for contact in finds.contacts:
        shift = _offset(contact)
        if shift is None or contact.tentative or len(contact.principals) < 2 or contact.date is None:
            continue
        people = set(contact.principals)
        for row in (r for (kind, who), rows in known.items() if kind == contact.kind and people <= who for r in rows):
            day = row.day - shift * _DAY
            key = (contact.kind, contact.principals, shift, day)
            if key not in seen:
                seen.add(key)
                votes[day] += 1
                proof.setdefault(day, (contact.date, row.article_id))
    if not votes:
        return None
    (day, most), *rest = votes.most_common()
    if any(n == most for _, n in rest):
        return None
    find, source = proof[day]
    return Published(day, "inferred", "day-other-article", (find.start, find.end), source)
