"""From what single articles tell to events: article days, days of contacts, and which passages mean the same contact.

Lives here: `resolve`, the order of these steps, and the finished events with their ids. Must not live here: reading of
words, tables, or judging claims (`data.checks`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from data.article_days import Known, Published, day_by_others, known_contacts, own_day
from data.extract.article import ArticleFinds
from data.extract.contacts.contact import Contact
from data.extract.finds import Days, Status
from data.lexicon.types import Lexicon
from data.merge import Merger
from data.merge_draft import Draft
from data.read import Source
from data.span import fold
from data.told import Calendar, Told, silent

__all__ = ["Event", "Published", "Resolved", "Told", "order_principals", "resolve"]


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


# -- from drafts to events -------------------------------------------------------------------------

_SIDES = ("us", "ru", "ua", "hu", "eu", "other", "media")


def _slug(lexicon: Lexicon, actor_id: str) -> str:
    actor = lexicon.actors.get(actor_id)
    name = lexicon.short(actor) if actor and actor.kind == "person" else actor_id.split("-")[-1]
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


def _event_id(lexicon: Lexicon, draft: Draft, principals: Sequence[str], taken: set[str]) -> str:
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


_WEIGHT: tuple[Status, ...] = (
    "planned",
    "ongoing",
    "held",
    "cancelled",
)  # what one article says, the last of these counts


def _status(draft: Draft, published: Mapping[str, Published]) -> Status:
    """The latest known state: what later articles say counts more, and a contact told as past took place.

    A plan whose day has passed counts as held, unless a later article calls it off; one that is only told as having
    been a plan stays one. Within an article, and among those of one day, calling off counts more than the plan it looks
    back to; and a bare mention revives no plan.
    """
    told = [t for t in draft.told if not silent(t) and not _only_headline(t, draft.told)] or draft.told
    if not draft.loud and any(t.contact.intended for t in told):
        return "planned"
    days = {t.article_id: published[t.article_id].day or dt.date.min for t in told}
    off = max((days[t.article_id] for t in told if t.status == "cancelled"), default=None)
    if any(t.status == "held" and t.contact.status != "planned" and (t.days or off is None) for t in told if _tells(t)):
        return "held"
    firm = [t for t in told if off is None or days[t.article_id] <= off or not _bare(t)]
    last = max(days[t.article_id] for t in firm)
    states = {t.status for t in firm if days[t.article_id] == last}
    if off != last and any(t.status == "ongoing" for t in firm):
        return "ongoing"
    return max(states, key=_WEIGHT.index)


def _only_headline(told: Told, others: Iterable[Told]) -> bool:
    """ "Smith meets Jones", above an article that says "he will meet him today": the headline looks ahead too."""
    if not told.contact.present or told.days is None or told.days.high != told.days.anchor:
        return False
    return any(t.article_id == told.article_id and t.status == "planned" and t.days is not None and not silent(t)
               for t in others)  # fmt: skip


def _tells(told: Told) -> bool:
    """Whether a passage says more than that a contact is of today: "tonight the meeting between …"."""
    return told.contact.sure or told.days is None or told.days.high != told.days.anchor


def _bare(told: Told) -> bool:
    """A passage that only names a plan: "the planned summit"."""
    return told.status == "planned" and told.contact.rule == "contact-again" and told.days is None


def resolve(sources: Sequence[Source], readings: Sequence[ArticleFinds], lexicon: Lexicon) -> Resolved:
    """All articles of a folder, read one by one → their days and the events they tell together.

    The result does not depend on the order of the articles. An article's day that it does not tell itself is worked out
    from the others.
    """
    pairs = sorted(zip(sources, readings, strict=True), key=lambda pair: pair[0].article_id)
    published: dict[str, Published] = {}
    for source, finds in pairs:
        own = own_day(source, finds)
        if own:
            published[source.article_id] = own
    waiting = [finds for source, finds in pairs if source.article_id not in published]
    merger = Merger(lexicon)

    def drafts_of(finds: ArticleFinds, day: dt.date | None) -> tuple[list[Draft], list[Told], Calendar]:
        calendar = Calendar(finds, day)
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
    known = known_contacts(
        Known(draft.kind, frozenset(draft.principals), draft.days.low, draft.first[0])
        for drafts, _, _ in by_article.values()
        for draft in drafts
        if draft.days and draft.days.low and draft.days.low == draft.days.high
    )
    for finds in waiting:
        found = day_by_others(finds, known) or Published(None, "unknown")
        published[finds.article_id] = found
    for finds in waiting:
        by_article[finds.article_id] = drafts_of(finds, published[finds.article_id].day)
    merged = merger.all_articles([draft for article in sorted(by_article) for draft in by_article[article][0]])
    events = _events(merged, lexicon, published)
    unread = tuple(
        (article, contact)
        for article in sorted(by_article)
        for contact in _missed(by_article[article][0], by_article[article][1])
    )
    dates = {article: tuple(calendar.days) for article, (_, _, calendar) in sorted(by_article.items())}
    return Resolved(published, events, dates, unread)


def _missed(drafts: Iterable[Draft], left: Iterable[Told]) -> list[Contact]:
    """Passages left over, one a sentence, whose sentence names two actors and told of no other contact."""
    read = {start for draft in drafts for start in draft.starts}
    missed: dict[int, Contact] = {}
    for contact in (t.contact for t in left):
        if contact.start not in read and max(len(contact.principals), len(contact.named)) >= 2:
            missed.setdefault(contact.start, contact)
    return list(missed.values())


def _events(merged: Sequence[Draft], lexicon: Lexicon, published: Mapping[str, Published]) -> tuple[Event, ...]:
    def order(draft: Draft) -> tuple[bool, dt.date, tuple[str, int]]:
        low = draft.days.low if draft.days else None
        return low is None, low or dt.date.max, draft.first

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
