"""The how-manieth contact it was, how many there were within so long, and how long ago the one before was.

Lives here: rules that tie ordinals, counts and gaps to a contact. Must not live here: how these are read
(`data.extract.quantities`), or word lists (claims.toml).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from data.extract.claims.scene import VISIT, ClaimFind, Scene, clipped
from data.extract.dates import DateFind
from data.extract.quantities.counts import find_counts
from data.extract.quantities.gaps import find_gaps
from data.extract.quantities.ordinals import Ordinal, find_ordinals
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-ordinal",
        "The how-manieth contact, and since when it is counted.",
        "«la loro sesta telefonata dall'inizio dell'anno»",
        "“their third call since January”",
    ),
    Rule(
        "claim-count-within",
        "So many contacts within so long.",
        "«la quarta telefonata in meno di due mesi»",
        "“the fourth call in two months”",
    ),
    Rule(
        "claim-gap",
        "The first contact in so long.",
        "«il primo contatto in quasi due mesi»",
        "“the first call in three years”",
    ),
)  # fmt: skip


def find_numbered(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → the how-manieth contacts were."""
    gaps = find_gaps(scene.document, scene.lexicon)
    counts = find_counts(scene.document, scene.lexicon)
    for o in find_ordinals(scene.document, scene.lexicon):
        if any(c.start <= o.start < c.end for c in counts):
            continue
        alone = o.rule != "ordinal_noun"
        contacts = _named_before(scene, o) if alone else _numbered(scene, o)
        if not contacts:
            continue
        sentence = scene.sentence(o.start)
        if o.number == 1 and any(o.start < g.end and g.start < sentence.end and g.end > o.end for g in gaps):
            continue
        date, since, end = _counted_since(scene, o, contacts[0])
        untold = date is None and since is None and scene.beginning_at("since", end) is not None
        if alone and date is None and since is None:
            continue
        yield ClaimFind(
            o.start, end, "ordinal", contacts[0], "claim-ordinal", number=float(o.number), number_from=float(o.number),
            number_to=float(o.number), unit="count", date=date, since=since,
            narrow=untold or _narrow(scene, o), instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _numbered(scene: Scene, o: Ordinal) -> list[int]:
    """The contact whose noun is numbered."""
    if scene.within("parts", o.noun_start, o.noun_end):
        return []
    found = scene.contact_at(o.noun_start, o.noun_end)
    if not found:
        found = [
            i
            for i in scene.contacts_in(o.end, o.end + 40)
            if len(scene.between(o.end, scene.contacts[i].mark_start).split()) <= 3
        ]
    return [
        i for i in found if not scene.contacts[i].plural or scene.contacts[i].process or scene.contacts[i].principals
    ]


def _narrow(scene: Scene, o: Ordinal) -> bool:
    """Whether only some contacts are numbered: "the third summit", "the first public call"."""
    qualified = len(scene.between(o.start, o.noun_start).split()) > 1
    return qualified or bool(scene.within("narrow", o.noun_start, o.noun_end))


def _named_before(scene: Scene, o: Ordinal) -> list[int]:
    """The contact a number without a noun is said of: "the call, their fifth this year", "the call was the seventh".

    Of a number of times it may follow: «la quinta volta quest'anno che Rossi incontra Bianchi».
    """
    before = [
        i for i in scene.before(o.start)
        if (o.rule == "ordinal_times" or not scene.contacts[i].plural)
        and scene.unbroken(end := scene.contacts[i].mark_end, o.start)
        and o.start - end <= 120 and _no_clause(scene, end, o.start)
    ]  # fmt: skip
    return before or _counted_after(scene, o)


def _no_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether no clause of its own begins in [start, end): "while Smith was away"."""
    quiet = scene.breakers - set(scene.words.relatives)
    return not any(t.lower in quiet for t in scene.tokens(start, end))


def _counted_after(scene: Scene, o: Ordinal) -> list[int]:
    """The contact behind a number of times: "the fifth time since May that they met"."""
    start = o.end
    that = next(iter(scene.within("times_that", o.end, o.end + 60)), None)
    led = scene.ending_at("for_", o.start) or next((h for h in scene.within("for_", o.start - 8, o.start)), None)
    if that and scene.unbroken(o.end, that.start):
        start = that.end
    elif not (led and scene.opens(led.start)):
        return []
    else:
        start = next((d.end for d in scene.dates if o.end <= d.start <= o.end + 8), o.end)
    return [
        i for i in scene.contacts_in(start, start + 90)[:1]
        if scene.contacts[i].verb and scene.unbroken(start, mark := scene.contacts[i].mark_start)
        and _no_clause(scene, start, mark) and scene.plain_words(start, mark) <= (0 if that else 3)
    ]  # fmt: skip


def _counted_since(scene: Scene, o: Ordinal, contact: int) -> tuple[DateFind | None, dt.date | None, int]:
    """Since when contacts are counted: a date of the text, or the day somebody took office; and where the words end."""
    date = scene.date_after(o.end, 90, ("since",))
    if date is None:
        near = scene.date_after(o.end, 60, ("on",))
        led = scene.within("of_period", near.start - 8, near.end) if near else []
        if (
            near
            and led
            and near.kind in ("year", "period")
            and not scene.plain_words(o.end, min(led[0].start, near.start))
        ):
            date = near
    if date is not None and scene.unbroken(o.end, date.start):
        return date, None, date.end
    sentence = scene.sentence(o.start)
    for office in scene.within("in_office", o.end, min(sentence.end, o.end + 140)):
        for since in scene.within("since", o.end, office.start):
            if not scene.unbroken(since.start, office.start) or office.start - since.end > 50:
                continue
            day = _took_office(scene, since.start, office.end, contact)
            if day:
                return None, day, office.end
    return None, None, o.end


def _took_office(scene: Scene, start: int, end: int, contact: int) -> dt.date | None:
    """The day the person named, else the one of the contact's people who did so last, came into the highest office."""
    named = [m.actor_id for m in scene.actors_in(start, end)]
    for people in (named, scene.contacts[contact].principals):
        days = [day for actor_id in people if (day := _in_office_since(scene, actor_id))]
        if days:
            return max(days)
    return None


def _in_office_since(scene: Scene, actor_id: str) -> dt.date | None:
    actor = scene.lexicon.actors.get(actor_id)
    if actor is None or actor.kind != "person":
        return None
    held = [h.from_ for h in actor.offices if h.from_ and scene.lexicon.offices[h.office].rank == 1]
    return max(held, default=None)


def find_counted(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how many contacts there were within so long."""
    for c in find_counts(scene.document, scene.lexicon):
        contacts = scene.contact_at(c.start, c.end) or [
            i for i in scene.before(c.start) if scene.unbroken(scene.contacts[i].mark_end, c.start)
        ]
        if not contacts:
            continue
        within = f"{c.within_days_to or c.within_days_from:g} days"
        yield ClaimFind(
            c.start, c.end, "count_within", contacts[0], "claim-count-within", value=within, number=float(c.number),
            number_from=float(c.number), number_to=float(c.number), unit="count", days_from=c.within_days_from,
            days_to=c.within_days_to,
            narrow=bool(scene.within("narrow", c.start, c.end)), instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def find_gaps_before(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how long ago the contact before was."""
    for g in find_gaps(scene.document, scene.lexicon):
        before = [
            i for i in scene.before(g.start)
            if g.start - scene.contacts[i].mark_end <= 90 and scene.unbroken(scene.contacts[i].mark_end, g.start)
        ]  # fmt: skip
        contacts = before or scene.contacts_behind(g.end, g.end + 60)
        start, narrow = g.start, False
        ordinals = [
            o for o in find_ordinals(scene.document, scene.lexicon) if o.number == 1 and 0 <= g.start - o.end <= 90
        ]
        if ordinals and scene.unbroken(ordinals[-1].end, g.start):
            start, narrow = ordinals[-1].start, _narrow(scene, ordinals[-1])
            if not contacts and scene.opens(start - 3 if start > 3 else start):
                contacts = scene.told_last(start)
        if not contacts:
            continue
        yield ClaimFind(
            start, g.end, "gap_since_previous", contacts[0], "claim-gap", number=g.days_to or g.days_from,
            number_from=g.days_from, number_to=g.days_to, unit="days", qualifier=g.qualifier,
            narrow=narrow or scene.contacts[contacts[0]].rule == VISIT, instead=clipped(contacts, contacts[0]),
        )  # fmt: skip
