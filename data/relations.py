"""Ties between actors, each with the sentence it rests on.

Lives here: `find_relations`. Must not live here: merging of events, graphs or layouts (`data.graph`).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from data.extract.article import ArticleFinds
from data.extract.contacts.words import phrases
from data.extract.dates import DateFind
from data.extract.finds import Days, Mention, Mood, Quote, Status
from data.extract.rules import Rule
from data.extract.ties import TieFind
from data.lexicon.types import Lexicon
from data.resolve import Event
from data.span import fold
from data.told import Told

RULES = (
    Rule(
        "tie-contact",
        "The principals of a call spoke, those of a meeting met, once it took place or is going on, where a passage"
        " names both. Those of one state have not met because they meet others together.",
        "«Rossi ha incontrato Bianchi»",
        "“Smith spoke by phone with Jones”",
    ),
    Rule(
        "tie-host",
        "Whoever receives at the place of a meeting hosts the others.",
        "«la visita di Rossi alla Casa Bianca»",
        "“while hosting President Jones in the Oval Office”",
    ),
    Rule(
        "tie-offer",
        "A head of government who offers or prepares a summit in his own country, or is named with one there, hosts"
        " those who are to meet.",
        "«il premier si è detto pronto a ospitare il vertice»",
        "“the prime minister offered to host the summit”",
    ),
    Rule(
        "tie-speaks-for",
        "A spokesperson or aide who is credited with words speaks for the one the office serves.",
        "«il portavoce ha detto»",
        "“the spokesman said”",
    ),
    Rule(
        "tie-reports-on",
        "An outlet through which words are known reports on their speaker.",
        "«ha detto Rossi, citato dall'agenzia»",
        "“Jones told the agency”",
    ),
    Rule(
        "tie-sentence",
        "Two persons named in one sentence are mentioned together.",
        "«Rossi e Bianchi»",
        "“Smith and Jones”",
    ),
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A tie from `source` to `target`, and the sentence of `article_id` it rests on.

    `mark_start:mark_end` are the words that tell it, `date_from` and `date_to` the days its own date words mean.
    """

    source: str
    target: str
    kind: str
    event_id: str | None
    article_id: str
    start: int
    end: int
    rule: str
    mark_start: int | None = None
    mark_end: int | None = None
    date_from: dt.date | None = None
    date_to: dt.date | None = None
    status: Status | None = None
    mood: Mood | None = None


def _persons(lexicon: Lexicon, actors: Iterable[str]) -> list[str]:
    return [a for a in actors if (known := lexicon.actors.get(a)) is None or known.kind == "person"]


_NATIONS = ("us", "ru", "ua", "hu")  # sides that are one state


def _same_state(lexicon: Lexicon, one: str, other: str) -> bool:
    """Whether two actors are known to be of one state: its head does not host its own ministers."""
    a, b = lexicon.actors.get(one), lexicon.actors.get(other)
    if a is None or b is None:
        return False
    return (a.side == b.side and a.side in _NATIONS) or (a.affiliation is not None and a.affiliation == b.affiliation)


def served_by(lexicon: Lexicon, actor_id: str) -> str | None:
    """Whom an actor speaks for: a person if the vocabulary names one, else the institution of the office."""
    actor = lexicon.actors.get(actor_id)
    if actor is None:
        return None
    if actor.speaks_for:
        return actor.speaks_for
    for held in actor.offices:
        if lexicon.offices[held.office].speaks:
            return held.of
    return None


def _contacts(events: Sequence[Event], finds: Mapping[str, ArticleFinds], lexicon: Lexicon) -> Iterator[Relation]:
    """Those who took part, two by two, from each passage that names both; colleagues among others have not met.

    A contact of two that no passage tells with both names ("The second call was in May") counts for two whom another
    contact of the kind ties by name.
    """
    unnamed: list[tuple[str, str, str, Event]] = []
    tied: set[tuple[str, str, str]] = set()
    for event in events:
        kind, pairs, found = "spoke" if event.kind == "call" else "met", _pairs(event, lexicon), 0
        for told in event.told:
            c, article = told.contact, told.article_id
            named = {*c.principals, *(m.actor_id for m in _mentions(finds[article], c.start, c.end))}
            if event.status in ("held", "ongoing"):
                for a, b in pairs:
                    if {a, b} <= named:
                        found += 1
                        tied.add((a, b, kind))
                        yield _contact(event, told, a, b, kind, event.status, "tie-contact")
            if c.host and c.host in event.hosts:
                for guest in _persons(lexicon, event.principals):
                    if guest != c.host and guest in named and not _same_state(lexicon, c.host, guest):
                        yield _contact(event, told, c.host, guest, "hosts", told.status, "tie-host")
        if not found and len(event.principals) == 2 and event.status in ("held", "ongoing"):
            unnamed += [(a, b, kind, event) for a, b in pairs]
    for a, b, kind, event in unnamed:
        if (a, b, kind) in tied:
            for told in event.told:
                yield _contact(event, told, a, b, kind, event.status, "tie-contact")


def _pairs(event: Event, lexicon: Lexicon) -> list[tuple[str, str]]:
    """The persons of a contact, two by two; those of one state only where there is nobody else."""
    alone = len(event.principals) == 2
    people = _persons(lexicon, event.principals)
    return [(a, b) for a, b in combinations(people, 2) if alone or not _same_state(lexicon, a, b)]


def _contact(event: Event, told: Told, source: str, target: str, kind: str, status: Status, rule: str) -> Relation:
    c = told.contact
    return Relation(
        source, target, kind, event.event_id, told.article_id, c.start, c.end, rule, c.mark_start, c.mark_end,
        status=status, mood="asserted",
    )  # fmt: skip


def _offers(
    events: Sequence[Event], finds: Mapping[str, ArticleFinds], texts: Mapping[str, str], lexicon: Lexicon
) -> Iterator[Relation]:
    """A head of government beside a planned meeting in his own country."""
    offers = phrases(word for words in lexicon.words.values() for word in words.contacts.link.offering)
    local = {place: _leaders_of(lexicon, place) for place in {e.place for e in events if e.place}}
    for event in events:
        if event.kind != "meeting" or event.place is None:
            continue
        guests = _persons(lexicon, event.principals)
        for told in event.told:
            c = told.contact
            if not offers.search(fold(texts[told.article_id][c.start : c.end])):
                continue
            for m in _mentions(finds[told.article_id], c.start, c.end):
                if m.actor_id in local[event.place] and m.actor_id not in event.principals:
                    for guest in guests:
                        yield Relation(
                            m.actor_id, guest, "hosts", event.event_id, told.article_id, c.start, c.end, "tie-offer",
                            c.mark_start, c.mark_end, status=told.status, mood="asserted",
                        )  # fmt: skip


def _told(
    events: Sequence[Event], finds: Mapping[str, ArticleFinds], days: Mapping[str, Sequence[Days | None]]
) -> Iterator[Relation]:
    """The ties that sentences tell by themselves; one about a contact ties whoever did it to its principals."""
    by_mark: dict[tuple[str, int], tuple[Event, tuple[str, ...]]] = {}
    by_sentence: dict[tuple[str, int], list[Event]] = {}
    for event in events:
        for told in event.told:
            people = told.principals if len(told.principals) > 1 else event.principals
            by_mark.setdefault((told.article_id, told.contact.mark_start), (event, people))
            known = by_sentence.setdefault((told.article_id, told.contact.start), [])
            known.extend([event] if event not in known else [])
    for article_id, found in sorted(finds.items()):
        of: dict[DateFind, Days | None] = dict(zip(found.dates, days.get(article_id, ()), strict=False))
        for tie in found.ties:
            if tie.target is not None:
                at = _happened_at(tie, by_sentence.get((article_id, tie.start), []))
                yield _relation(tie, tie.target, article_id, at, of)
            elif tie.contact is not None and (article_id, tie.contact) in by_mark:
                event, people = by_mark[article_id, tie.contact]
                if event.status != "cancelled":
                    for target in people:
                        if target != tie.source:
                            yield _relation(tie, target, article_id, event, of)


def _relation(
    tie: TieFind, target: str, article_id: str, event: Event | None, of: Mapping[DateFind, Days | None]
) -> Relation:
    """A tie as found → the relation; one about a contact came about when the contact did."""
    when = of.get(tie.date) if tie.date and event is None else None
    status = event.status if event and tie.target is None and tie.status == "held" else tie.status
    return Relation(
        tie.source, target, tie.kind, event.event_id if event else None, article_id, tie.start, tie.end,
        tie.rule, tie.mark_start, tie.mark_end, when.low if when else None, when.high if when else None,
        status, tie.mood,
    )  # fmt: skip


def _happened_at(tie: TieFind, events: Sequence[Event]) -> Event | None:
    """The contact at which a tie came about: the one the same sentence tells of one of its ends, if it is one."""
    near = [e for e in events if {tie.source, tie.target} & set(e.principals)]
    return near[0] if len(near) == 1 else None


def _mentions(found: ArticleFinds, start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in [start, end)."""
    low = bisect_left(found.mentions, start, key=lambda m: m.start)
    return found.mentions[low : bisect_left(found.mentions, end, key=lambda m: m.start)]


def _leaders_of(lexicon: Lexicon, place: str) -> set[str]:
    """Heads of state and government of the state whose capital the place is, or lies in."""
    out: set[str] = set()
    at: str | None = place
    while at is not None:
        states = [a.id for a in lexicon.actors.values() if a.capital == at]
        for actor in lexicon.actors.values():
            if any(h.of in states and lexicon.offices[h.office].rank == 1 for h in actor.offices):
                out.add(actor.id)
        at = lexicon.places[at].within
    return out


def _speech(finds: Mapping[str, ArticleFinds], lexicon: Lexicon) -> Iterator[Relation]:
    for _, found in sorted(finds.items()):
        for quote in found.quotes:
            if quote.speaker is None:
                continue
            served = served_by(lexicon, quote.speaker)
            if served and served != quote.speaker:
                yield _said(quote, found, quote.speaker, served, "speaks_for", "tie-speaks-for")
            if quote.via and quote.via != quote.speaker:
                yield _said(quote, found, quote.via, quote.speaker, "reports_on", "tie-reports-on")


def _said(quote: Quote, found: ArticleFinds, source: str, target: str, kind: str, rule: str) -> Relation:
    """A tie that rests on credited words: the whole sentences of the words and of their credit."""
    mark_start, mark_end = quote.credit_start, quote.credit_end
    low = quote.start if mark_start is None else min(quote.start, mark_start)
    high = quote.end if mark_end is None else max(quote.end, mark_end)
    first = bisect_right(found.sentences, low, key=lambda s: s.start) - 1
    touched = [s for s in found.sentences[max(first, 0) :] if s.start < high and s.end > low]
    start, end = min([low, *(s.start for s in touched)]), max([high, *(s.end for s in touched)])
    return Relation(
        source, target, kind, None, found.article_id, start, end, rule, mark_start, mark_end,
        status="held", mood=quote.mood,
    )  # fmt: skip


def _together(finds: Mapping[str, ArticleFinds], lexicon: Lexicon) -> Iterator[Relation]:
    for article_id, found in sorted(finds.items()):
        by_sentence: dict[int, list[Mention]] = {}
        starts = [s.start for s in found.sentences]
        at = 0
        for m in found.mentions:
            while at + 1 < len(starts) and starts[at + 1] <= m.start:
                at += 1
            if starts:
                by_sentence.setdefault(at, []).append(m)
        for which, mentions in by_sentence.items():
            people = list(dict.fromkeys(_persons(lexicon, (m.actor_id for m in mentions if m.how != "pronoun"))))
            sentence = found.sentences[which]
            for a, b in combinations(sorted(people[:8]), 2):
                yield Relation(a, b, "mentioned_with", None, article_id, sentence.start, sentence.end, "tie-sentence")


def _once(rows: Iterable[Relation]) -> Iterator[Relation]:
    """Each sentence once for a tie, by the first rule that read it there."""
    seen: set[tuple[str, str, str, str, int, str | None]] = set()
    for r in rows:
        key = (r.kind, r.source, r.target, r.article_id, r.start, r.event_id)
        if key not in seen:
            seen.add(key)
            yield r


def find_relations(
    events: Sequence[Event],
    readings: Sequence[ArticleFinds],
    texts: Mapping[str, str],
    lexicon: Lexicon,
    days: Mapping[str, Sequence[Days | None]] | None = None,
) -> list[Relation]:
    """Events, finds, texts and days of the dates by article → ties in a fixed order, each piece of evidence once."""
    finds = {found.article_id: found for found in readings}
    rows = [
        *_contacts(events, finds, lexicon),
        *_offers(events, finds, texts, lexicon),
        *_told(events, finds, days or {}),
        *_speech(finds, lexicon),
        *_together(finds, lexicon),
    ]
    return sorted(
        _once(rows), key=lambda r: (r.kind, r.source, r.target, r.article_id, r.start, r.end, r.event_id or "")
    )
