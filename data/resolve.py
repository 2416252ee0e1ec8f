"""From what single articles tell to events: article days, days of contacts, and which passages mean the same contact.

Lives here: dating the articles, resolving dates against them, and merging contacts within and across articles. Must not
live here: reading of words, tables, or judging claims (`data.checks`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from data.extract.article import ArticleFinds
from data.extract.dates import DateFind, Follow, resolve_date
from data.extract.events import Contact
from data.extract.finds import Days, Status
from data.extract.places import within
from data.extract.rules import Rule
from data.lexicon.types import Lexicon
from data.read import Source
from data.span import fold

RULES = (
    Rule("day-metadata", "The article's day stands in the metadata, the front matter or the file's name.", "articles.csv", "articles.csv"),
    Rule("day-header", "The article's day stands in its first lines.", "«Roma, 3 maggio 2025 –»", "“Published 3 May 2025”"),
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
    Rule(
        "date-lead",
        "A contact told in the first sentences as just done, without a date: the article's day.",
        "«Rossi ha parlato al telefono con Bianchi»",
        "“Smith has spoken by phone with Jones”",
    ),
    Rule(
        "date-soon",
        "“A few hours after” or “on the eve of” another contact: within a day of the article.",
        "«poche ore dopo l'incontro»",
        "“hours after the meeting”",
    ),
    Rule(
        "date-beside-event",
        "“A day after the call”: counted back from the other date of the sentence, else from the article's day.",
        "«martedì, un giorno dopo la telefonata»",
        "“on Tuesday, a day after the call”",
    ),
)  # fmt: skip

_DAY = dt.timedelta(days=1)
_LEAD = 2  # sentences in which a contact without a date may be the news of the day


@dataclass(frozen=True, slots=True)
class Published:
    """An article's day and how it is known."""

    day: dt.date | None
    basis: Literal["stated", "resolved", "inferred", "unknown"]
    rule: str | None = None
    span: tuple[int, int] | None = None  # the words the day rests on
    source: str | None = None  # the other article it was inferred from


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as one passage tells it, with its days."""

    article_id: str
    order: int  # index in the article's list of contacts
    contact: Contact
    days: Days | None
    date_rule: str | None
    status: Status
    principals: tuple[str, ...]
    kind: Literal["call", "meeting"]


@dataclass(slots=True)
class _Draft:
    """Passages believed to mean one contact."""

    told: list[Told]
    kind: Literal["call", "meeting"]
    loose: bool
    principals: set[str]
    place: str | None
    days: Days | None
    published: list[dt.date] = field(default_factory=list)

    @property
    def process(self) -> bool:
        return any(t.contact.process for t in self.told)

    @property
    def planned(self) -> bool:
        return all(t.status == "planned" for t in self.told if not _silent(t))


@dataclass(frozen=True, slots=True)
class Event:
    """A contact after merging: what all its passages together say."""

    event_id: str
    kind: Literal["call", "meeting"]
    days: Days | None
    status: Status
    place: str | None
    principals: tuple[str, ...]
    hosts: tuple[str, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """All articles together: their days, the events, the days of all date words, and the passages left over."""

    published: dict[str, Published]
    events: tuple[Event, ...]
    dates: dict[str, tuple[Days | None, ...]]  # article → days of its dates, in order
    unread: tuple[tuple[str, Contact], ...]  # passages that named two actors and a contact, and gave no event


def _silent(told: Told) -> bool:
    """A passage that names the contact without saying whether it took place."""
    return told.contact.rule == "contact-again" and told.status == "held"


# -- the articles' own days ----------------------------------------------------------------------


def _own_day(source: Source, finds: ArticleFinds) -> Published | None:
    if source.published:
        return Published(source.published, "stated", "day-metadata")
    if finds.header:
        find, _ = finds.header
        days = resolve_date(find, None) or (
            resolve_date(find, dt.date(year, 12, 31), tense="past") if (year := _year_hint(finds)) else None
        )
        if days and days.low:
            basis: Literal["stated", "inferred"] = "stated" if find.complete else "inferred"
            return Published(days.low, basis, "day-header", (find.start, find.end))
    return _latest_held(finds) or _first_contact(finds)


def _year_hint(finds: ArticleFinds) -> int | None:
    """The latest year named in the article."""
    years = []
    for find in finds.dates:
        if find.complete or find.kind == "year":
            days = resolve_date(find, dt.date(2100, 1, 1), tense="past")
            if days and days.low:
                years.append(days.low.year)
    return max(years, default=None)


def _latest_held(finds: ArticleFinds) -> Published | None:
    held: list[tuple[dt.date, DateFind]] = []
    ahead: list[dt.date] = []
    for contact in finds.contacts:
        if contact.date is None or not contact.date.complete:
            continue
        days = resolve_date(contact.date, None)
        if days is None or days.low is None or days.high is None:
            continue
        if contact.status == "planned":
            ahead.append(days.low)
        elif len(contact.principals) >= 2:
            held.append((days.high, contact.date))
    if not held or not ahead and len(held) < 1:
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
        if find and contact.start in lead and contact.status != "planned" and find.kind in ("day", "holiday"):
            days = resolve_date(find, dt.date(year, 12, 31), tense="past")
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


def _by_other_articles(
    finds: ArticleFinds, drafts: Sequence[_Draft], others: Mapping[str, Published]
) -> Published | None:
    """The day on which most of the article's "today" and "tomorrow" fall on contacts dated elsewhere."""
    votes: Counter[dt.date] = Counter()
    proof: dict[dt.date, tuple[DateFind, str]] = {}
    seen: set[tuple[object, ...]] = set()
    for contact in finds.contacts:
        shift = _offset(contact)
        if shift is None or len(contact.principals) < 2:
            continue
        for draft in drafts:
            if draft.kind != contact.kind or not set(contact.principals) <= draft.principals or draft.days is None:
                continue
            if draft.days.low is None or draft.days.low != draft.days.high:
                continue
            day = draft.days.low - shift * _DAY
            key = (contact.kind, contact.principals, shift, day)
            if key in seen or contact.date is None:
                continue
            seen.add(key)
            votes[day] += 1
            dated = next((t.article_id for t in draft.told if t.article_id in others), "")
            proof.setdefault(day, (contact.date, dated))
    if not votes:
        return None
    (day, most), *rest = votes.most_common()
    rivals = [other for other, n in rest if n == most]
    if rivals:
        return None
    find, source = proof[day]
    return Published(day, "inferred", "day-other-article", (find.start, find.end), source or None)


# -- days of contacts ----------------------------------------------------------------------------


class _Calendar:
    """The days of one article's date words, once its own day is known."""

    def __init__(self, finds: ArticleFinds, published: dt.date | None) -> None:
        self.finds, self.anchor = finds, published
        tense: dict[DateFind, Literal["past", "future"]] = {
            c.date: "future" if c.status == "planned" else "past" for c in finds.contacts if c.date
        }
        self.days: list[Days | None] = []
        self.of: dict[DateFind, Days | None] = {}
        context: dt.date | None = None
        for find in finds.dates:
            days = resolve_date(find, published, context=context, tense=tense.get(find))
            self.days.append(days)
            self.of[find] = days
            if days and days.low and days.low == days.high and find.hangs_on is None:
                context = days.low

    def told(self, article_id: str, order: int, contact: Contact) -> Told:
        days, rule = self._days(contact)
        status = contact.status
        if days and self.anchor and days.low and days.high and status != "cancelled":
            if days.high < self.anchor:
                status = "held"
            elif days.low > self.anchor:
                status = "planned"
        return Told(article_id, order, contact, days, rule, status, contact.principals, contact.kind)

    def _days(self, contact: Contact) -> tuple[Days | None, str | None]:
        find = contact.date
        if find is not None:
            if find.hangs_on == "event" and isinstance(find.spec, Follow):
                return self._beside(contact, find.spec), "date-beside-event"
            days = self.of.get(find)
            if days is not None:
                return days, find.rule
        if self.anchor is None:
            return None, None
        if contact.soon:
            low, high = (
                (self.anchor, self.anchor + _DAY) if contact.status == "planned" else (self.anchor - _DAY, self.anchor)
            )
            return Days(low, high, "range", "resolved", self.anchor), "date-soon"
        if self._is_news(contact):
            return Days(self.anchor, self.anchor, "day", "inferred", self.anchor), "date-lead"
        return None, None

    def _beside(self, contact: Contact, spec: Follow) -> Days | None:
        scale = {"day": 1, "week": 7}.get(spec.unit)
        if scale is None:
            return None
        base = self.anchor
        for find, days in self.of.items():
            if (
                contact.start <= find.start < contact.end
                and find is not contact.date
                and days
                and days.low == days.high
            ):
                base = days.low
        if base is None:
            return None
        low, high = base - dt.timedelta(days=spec.high * scale), base - dt.timedelta(days=spec.low * scale)
        return Days(low, high, "day" if low == high else "range", "resolved", self.anchor)

    def _is_news(self, contact: Contact) -> bool:
        lead = self.finds.sentences[:_LEAD]
        if len(contact.principals) < 2 or contact.loose or contact.process or contact.definite or contact.plural:
            return False
        return contact.status in ("held", "ongoing") and contact.rule in ("contact-verb", "contact-with", "contact-held") and any(
            s.start == contact.start for s in lead
        ) and contact.kind == "call"  # fmt: skip


# -- merging ---------------------------------------------------------------------------------------


def _meet(a: Days | None, b: Days | None) -> bool:
    """Whether two intervals of days share a day; an unknown one meets every other."""
    if a is None or b is None or a.low is None or b.low is None or a.high is None or b.high is None:
        return True
    return a.low <= b.high and b.low <= a.high


def _touch(a: Days | None, b: Days | None) -> bool:
    """Whether two intervals share a day or one begins the day after the other."""
    if a is None or b is None or a.low is None or b.low is None or a.high is None or b.high is None:
        return True
    return a.low <= b.high + _DAY and b.low <= a.high + _DAY


def _union(a: Days, b: Days) -> Days:
    """The days from the first to the last of both."""
    lows = [d.low for d in (a, b) if d.low]
    highs = [d.high for d in (a, b) if d.high]
    finer = min(a, b, key=lambda d: _BASES.index(d.basis))
    return Days(min(lows), max(highs), "range", finer.basis, finer.anchor)


def _same_day(a: Days | None, b: Days | None) -> bool:
    """Whether both are known to the day, and the day is the same."""
    return a is not None and b is not None and a.low is not None and a.low == a.high == b.low == b.high


_BASES = ("stated", "resolved", "inferred", "unknown")


def _common(a: Days | None, b: Days | None) -> Days | None:
    """The days both allow; the better known of the two gives the basis."""
    if a is None or b is None:
        return a or b
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return a if a.low else b
    low, high = max(a.low, b.low), min(a.high, b.high)
    finer = a if (a.high - a.low, _BASES.index(a.basis)) <= (b.high - b.low, _BASES.index(b.basis)) else b
    if low > high:
        return finer
    if (low, high) == (finer.low, finer.high):
        return finer
    return Days(low, high, "day" if low == high else "range", "inferred", finer.anchor)


class _Merger:
    """The events, growing article by article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def places_agree(self, a: str | None, b: str | None) -> bool:
        return a is None or b is None or within(self.lexicon, a, b) or within(self.lexicon, b, a)

    def finer_place(self, a: str | None, b: str | None) -> str | None:
        if a is None or b is None:
            return a or b
        return a if within(self.lexicon, a, b) else b

    def _person(self, actor_id: str) -> bool:
        actor = self.lexicon.actors.get(actor_id)
        return actor is None or actor.kind == "person"

    def same_people(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether one side's principals are among the other's. A state may stand for its envoys, never for its leader."""
        one, two = set(a), set(b)
        if one <= two or two <= one:
            return True
        if len(one) < 2 or len(two) < 2 or any(map(self._leads, one | two)):
            return False
        return self._states(one) <= self._states(two) or self._states(two) <= self._states(one)

    def _leads(self, actor_id: str) -> bool:
        actor = self.lexicon.actors.get(actor_id)
        return actor is not None and any(self.lexicon.offices[h.office].rank == 1 for h in actor.offices)

    def _states(self, actors: set[str]) -> set[str]:
        out = set()
        for actor_id in actors:
            at: str | None = actor_id
            while at is not None and (actor := self.lexicon.actors.get(at)) is not None and actor.kind != "state":
                at = actor.affiliation
            out.add(at or actor_id)
        return out

    def kinds_agree(self, a: _Draft, kind: str, loose: bool) -> bool:
        return a.kind == kind or a.loose or loose

    def add(self, draft: _Draft, told: Told) -> None:
        """Count one more passage to a draft."""
        draft.days = self._days_of(draft, told.days, told.contact.process)
        draft.told.append(told)
        draft.place = self.finer_place(draft.place, told.contact.place)
        draft.principals |= set(told.principals)
        if draft.loose and not told.contact.loose:
            draft.kind, draft.loose = told.kind, False

    @staticmethod
    def _days_of(draft: _Draft, days: Days | None, process: bool) -> Days | None:
        """The days both allow; talks that go on for days take all of them."""
        if draft.days and days and process and draft.process and not _meet(draft.days, days):
            return _union(draft.days, days)
        return _common(draft.days, days)

    def together(self, draft: _Draft, days: Days | None, process: bool) -> bool:
        """Whether the days allow one contact; rounds of talks may run on into the next day."""
        return _meet(draft.days, days) or (process and draft.process and _touch(draft.days, days))

    def new(self, told: Told) -> _Draft:
        """A draft of one passage."""
        place = told.contact.place
        return _Draft([told], told.kind, told.contact.loose, set(told.principals), place, told.days)

    # within one article -----------------------------------------------------------------------------
    def one_article(self, told: Sequence[Told], anchor: dt.date | None) -> tuple[list[_Draft], list[Told]]:
        """The passages of one article, in order → its contacts, and the passages that found no place."""
        drafts: list[_Draft] = []
        later: list[Told] = []
        for item in told:
            if not self._place_told(drafts, item, anchor):
                later.append(item)
        return drafts, [item for item in later if not self._cataphor(drafts, item)]

    def _place_told(self, drafts: list[_Draft], item: Told, anchor: dt.date | None) -> bool:
        """Count a passage to a contact told before it, or open a new one; False where neither is possible yet."""
        if self._explicit(item):
            home = self._home(drafts, item)
            if home:
                self.add(home, item)
            else:
                drafts.append(self.new(item))
            return True
        if item.contact.rule == "contact-delegation":
            return self._delegation(drafts, item)
        if item.contact.plural and item.days:
            return self._all_of_them(drafts, item)
        home = self._antecedent(drafts, item, anchor)
        if home:
            self.add(home, replace(item, principals=()))
            return True
        carried = self._carried(drafts, item)
        if carried is None:
            return False
        match = self._home(drafts, carried)
        if match:
            self.add(match, carried)
        else:
            drafts.append(self.new(carried))
        return True

    @staticmethod
    def _explicit(told: Told) -> bool:
        c = told.contact
        if len(c.principals) < 2 or c.rule == "contact-delegation":
            return False
        if c.plural and told.days is None and c.place is None:
            return c.rule == "contact-with" and len(c.principals) > 2
        return not c.loose or told.days is not None or c.place is not None

    def _home(self, drafts: Sequence[_Draft], told: Told) -> _Draft | None:
        for draft in reversed(drafts):
            if not self.kinds_agree(draft, told.kind, told.contact.loose):
                continue
            if not self.same_people(draft.principals, told.principals):
                continue
            if not self.together(draft, told.days, told.contact.process) or not self.places_agree(
                draft.place, told.contact.place
            ):
                continue
            if draft.kind != told.kind and not _same_day(draft.days, told.days):
                continue
            if (draft.days is None) != (told.days is None) and draft.planned != (told.status == "planned"):
                continue
            if (
                draft.days is None
                and told.days is None
                and draft.planned != (told.status == "planned")
                and not told.contact.definite
            ):
                continue
            return draft
        return None

    def _delegation(self, drafts: Sequence[_Draft], told: Told) -> bool:
        """Those who lead a delegation join the talks of their state told last, or first after it."""
        talks = [d for d in drafts if any(t.contact.process for t in d.told)]
        homes = [d for d in talks if self._states(set(told.principals)) & self._states(d.principals)] or talks[-1:]
        if not homes:
            return False
        self.add(homes[-1], told)
        return True

    def _all_of_them(self, drafts: Sequence[_Draft], told: Told) -> bool:
        """ "After Monday's calls": every contact of that kind told before that can have been on that day."""
        homes = [
            d
            for d in drafts
            if d.kind == told.kind and set(told.principals) <= d.principals and _meet(d.days, told.days)
            and not d.planned
        ]  # fmt: skip
        for home in homes:
            self.add(home, replace(told, principals=()))
        return bool(homes)

    def _fitting(self, drafts: Sequence[_Draft], told: Told) -> list[_Draft]:
        """The contacts a passage without all names may mean."""
        c = told.contact
        if c.plural and not told.days and not c.place:
            return []
        fitting = [
            d
            for d in drafts
            if (d.kind == told.kind or c.loose)
            and set(told.principals) <= d.principals
            and _meet(d.days, told.days)
            and (told.days is None or d.days is not None or c.verb or c.rule == "contact-again")
            and self.places_agree(d.place, c.place)
            and (c.place is None or d.place is not None or any(t.contact.start == c.start for t in d.told))
            and not (c.process and all(self._person(p) for p in d.principals))
        ]
        if c.loose and any(d.kind == told.kind for d in fitting):
            fitting = [d for d in fitting if d.kind == told.kind]
        if told.status == "planned" and any(d.planned for d in fitting):
            fitting = [d for d in fitting if d.planned]
        if not (c.definite or c.verb or told.principals or told.days) and c.rule == "contact-again":
            near = [d for d in fitting if any(t.contact.start == c.start for t in d.told)]
            return near or (fitting if len(fitting) == 1 and c.status != "planned" else [])
        return fitting

    def _antecedent(self, drafts: Sequence[_Draft], told: Told, anchor: dt.date | None) -> _Draft | None:
        """The contact told last before a passage without names; a contact of the past fades sooner than the news."""
        mark = told.contact.mark_start

        def distance(draft: _Draft) -> float:
            last = max(t.contact.mark_start for t in draft.told)
            same = any(t.contact.start == told.contact.start for t in draft.told)
            past = draft.days and draft.days.high and anchor and (anchor - draft.days.high).days > 7
            return mark - last + (900 if past and not same else 0)

        fitting = [d for d in self._fitting(drafts, told) if any(t.contact.mark_start < mark for t in d.told)]
        return min(fitting, key=distance, default=None)

    def _cataphor(self, drafts: Sequence[_Draft], told: Told) -> bool:
        """A passage in the first lines may mean the contact that is told after it."""
        mark = told.contact.mark_start
        after = [(min(t.contact.mark_start for t in d.told), d) for d in self._fitting(drafts, told)]
        nearest = min(((at, n) for n, (at, _) in enumerate(after) if at > mark), default=None)
        if nearest is None or nearest[0] - mark > 700:
            return False
        self.add(after[nearest[1]][1], replace(told, principals=()))
        return True

    def _carried(self, drafts: Sequence[_Draft], item: Told) -> Told | None:
        """A dated or placed contact without names takes the people of the contact told just before it."""
        c = item.contact
        if c.process or c.plural or not (item.days or c.place) or item.principals or c.host:
            return None
        if not (c.definite or c.verb or c.rule == "contact-list" or item.status == "planned"):
            return None
        reach = 400 if c.rule != "contact-list" else 1500
        best: tuple[int, _Draft] | None = None
        for draft in drafts:
            for t in draft.told:
                gap = c.mark_start - t.contact.mark_start
                if 0 < gap <= reach and (best is None or t.contact.mark_start > best[0]):
                    best = (t.contact.mark_start, draft)
        if best is None:
            return None
        people = tuple(sorted(p for p in best[1].principals if self._person(p)))
        if len(people) != 2 or not set(c.named) <= set(people):
            return None
        kind = best[1].kind if c.loose else item.kind
        return replace(item, principals=people, kind=kind, contact=replace(c, loose=False))

    # across articles ----------------------------------------------------------------------------------
    def all_articles(self, drafts: Sequence[_Draft]) -> list[_Draft]:
        """Contacts of single articles → contacts of the whole folder. Exactly dated ones come first."""
        events: list[_Draft] = []
        dated = sorted((d for d in drafts if d.days), key=_dated_order)
        undated = [d for d in drafts if not d.days]
        for draft in dated:
            self._join(events, draft, self._same_dated(events, draft))
        for draft in sorted(undated, key=lambda d: (d.place is None, _first_told(d))):
            self._join(events, draft, self._same_undated(events, draft))
        return events

    def _join(self, events: list[_Draft], draft: _Draft, home: _Draft | None) -> None:
        if home is None:
            events.append(draft)
            return
        home.days = self._days_of(home, draft.days, draft.process)
        home.place = self.finer_place(home.place, draft.place)
        home.principals |= draft.principals
        home.told += draft.told
        home.published += draft.published
        if home.loose and not draft.loose:
            home.kind, home.loose = draft.kind, False

    def _fits(self, event: _Draft, draft: _Draft) -> bool:
        return (
            self.kinds_agree(event, draft.kind, draft.loose)
            and (event.kind == draft.kind or _same_day(event.days, draft.days))
            and self.same_people(event.principals, draft.principals)
            and self.places_agree(event.place, draft.place)
        )

    def _same_dated(self, events: Sequence[_Draft], draft: _Draft) -> _Draft | None:
        fitting = [e for e in events if self._fits(e, draft) and e.days and self.together(e, draft.days, draft.process)]
        return min(fitting, key=_dated_order, default=None)

    def _same_undated(self, events: Sequence[_Draft], draft: _Draft) -> _Draft | None:
        """Where an undated contact belongs: the same place, or the nearest contact of these people in time."""
        day = min(draft.published, default=None)
        best: tuple[float, _Draft] | None = None
        for event in events:
            if not self._fits(event, draft):
                continue
            near = self._nearness(event, draft, day)
            if near is not None and (best is None or near < best[0]):
                best = (near, event)
        return best[1] if best else None

    def _nearness(self, event: _Draft, draft: _Draft, day: dt.date | None) -> float | None:
        placed = event.place is not None and draft.place is not None
        if event.days is None or event.days.low is None or event.days.high is None:
            if event.planned != draft.planned and not placed:
                return None
            if placed or day is None or not event.published:
                return 50.0 if placed or event.planned == draft.planned else None
            apart = min(abs((day - other).days) for other in event.published)
            return 60.0 + apart if apart <= 21 else None
        if day is None:
            return 40.0 if placed else None
        if draft.planned:
            ahead = (event.days.high - day).days
            return float(ahead) if 0 <= ahead <= 21 else (70.0 if placed and abs(ahead) <= 120 else None)
        behind = (day - event.days.low).days
        limit = 400 if placed else 31
        return float(behind) if 0 <= behind <= limit else None


def _first_told(draft: _Draft) -> tuple[str, int]:
    return min((t.article_id, t.contact.mark_start) for t in draft.told)


def _dated_order(draft: _Draft) -> tuple[dt.timedelta, dt.date, tuple[str, int]]:
    assert draft.days is not None
    low, high = draft.days.low or dt.date.min, draft.days.high or dt.date.max
    return high - low, low, _first_told(draft)


# -- from drafts to events -------------------------------------------------------------------------

_SIDES = ("us", "ru", "ua", "hu", "eu", "other", "media")


def _slug(lexicon: Lexicon, actor_id: str) -> str:
    actor = lexicon.actors.get(actor_id)
    name = (actor.short or actor.name.split()[-1]) if actor and actor.kind == "person" else actor_id.split("-")[-1]
    if actor and actor.kind != "person":
        name = actor.id
    return "-".join("".join(ch if ch.isalnum() else " " for ch in fold(name)).split())


def order_principals(lexicon: Lexicon, principals: Iterable[str]) -> tuple[str, ...]:
    """Principals in the order they are named in: Washington first, then Moscow, Kyiv, Europe; then by id."""

    def key(actor_id: str) -> tuple[int, int, str]:
        actor = lexicon.actors.get(actor_id)
        rank = min((lexicon.offices[h.office].rank for h in actor.offices), default=4) if actor else 5
        return (_SIDES.index(actor.side) if actor else 9), rank, actor_id

    return tuple(sorted(principals, key=key))


def _event_id(lexicon: Lexicon, draft: _Draft, principals: Sequence[str], taken: set[str]) -> str:
    days = draft.days
    if days is None or days.low is None or days.high is None:
        when = "undated"
    elif days.low == days.high:
        when = days.low.isoformat()
    elif (days.low.year, days.low.month) == (days.high.year, days.high.month) and (days.high - days.low).days > 1:
        when = f"{days.low:%Y-%m}"
    else:
        when = days.low.isoformat()
    names = [_slug(lexicon, p) for p in principals[:4]]
    place = [draft.place] if draft.place and draft.kind == "meeting" else []
    base = "-".join([when, draft.kind, *names, *place])
    event_id, n = base, 2
    while event_id in taken:
        event_id, n = f"{base}-{n}", n + 1
    taken.add(event_id)
    return event_id


def _status(draft: _Draft, published: Mapping[str, Published]) -> Status:
    """The latest known state: what articles published later say counts more, and a contact that took place took place."""
    told = [t for t in draft.told if not _silent(t)] or draft.told
    if any(t.status == "held" for t in told):
        return "held"
    order = sorted(told, key=lambda t: (published[t.article_id].day or dt.date.min, t.contact.mark_start))
    if any(t.status == "ongoing" for t in order) and order[-1].status != "cancelled":
        return "ongoing"
    return order[-1].status


def resolve(sources: Sequence[Source], readings: Sequence[ArticleFinds], lexicon: Lexicon) -> Resolved:
    """All articles of a folder, read one by one → their days and the events they tell together.

    The result does not depend on the order of the articles. An article's day that it does not tell itself is worked out
    from the others.
    """
    pairs = sorted(zip(sources, readings, strict=True), key=lambda pair: pair[0].article_id)
    published: dict[str, Published] = {}
    for source, finds in pairs:
        own = _own_day(source, finds)
        if own:
            published[source.article_id] = own
    waiting = [finds for source, finds in pairs if source.article_id not in published]
    merger = _Merger(lexicon)

    def drafts_of(finds: ArticleFinds, day: dt.date | None) -> tuple[list[_Draft], list[Told], _Calendar]:
        calendar = _Calendar(finds, day)
        told = [calendar.told(finds.article_id, i, c) for i, c in enumerate(finds.contacts)]
        drafts, left = merger.one_article(told, day)
        for draft in drafts:
            draft.published = [day] if day else []
        return drafts, left, calendar

    by_article = {
        finds.article_id: drafts_of(finds, published[finds.article_id].day)
        for _, finds in pairs
        if finds.article_id in published
    }
    known = [draft for drafts, _, _ in by_article.values() for draft in drafts]
    for finds in waiting:
        found = _by_other_articles(finds, known, published) or Published(None, "unknown")
        published[finds.article_id] = found
    for finds in waiting:
        by_article[finds.article_id] = drafts_of(finds, published[finds.article_id].day)
    merged = merger.all_articles([draft for article in sorted(by_article) for draft in by_article[article][0]])
    events = _events(merged, lexicon, published)
    unread = tuple(
        (article, told.contact)
        for article in sorted(by_article)
        for told in by_article[article][1]
        if len(told.contact.principals) >= 2
    )
    dates = {article: tuple(calendar.days) for article, (_, _, calendar) in sorted(by_article.items())}
    return Resolved(published, events, dates, unread)


def _events(merged: Sequence[_Draft], lexicon: Lexicon, published: Mapping[str, Published]) -> tuple[Event, ...]:
    def order(draft: _Draft) -> tuple[bool, dt.date, tuple[str, int]]:
        low = draft.days.low if draft.days else None
        return low is None, low or dt.date.max, _first_told(draft)

    taken: set[str] = set()
    events = []
    for draft in sorted(merged, key=order):
        principals = order_principals(lexicon, draft.principals)
        hosts = tuple(sorted({t.contact.host for t in draft.told if t.contact.host and t.contact.host in principals}))
        told = tuple(sorted(draft.told, key=lambda t: (t.article_id, t.contact.mark_start)))
        event_id = _event_id(lexicon, draft, principals, taken)
        events.append(
            Event(event_id, draft.kind, draft.days, _status(draft, published), draft.place, principals, hosts, told)
        )
    return tuple(events)
