"""The day and the place of a contact, and the day of the contact before it.

Lives here: which date and place words of a passage are claims. Must not live here: how days and places are found for a
contact (`data.extract.contacts`), or word lists (claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Scene
from data.extract.dates import DateFind
from data.extract.places import within
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-date",
        "The date words of a passage that tells a contact.",
        "«Il 3 maggio Rossi ha chiamato Bianchi»",
        "“They spoke on 3 May”",
    ),
    Rule(
        "claim-place",
        "The place named in a passage that tells a meeting.",
        "«il vertice di Budapest»",
        "“they met in Geneva”",
    ),
    Rule(
        "claim-previous-contact",
        "“The last time they spoke was …”: the day of the contact before the article's main one.",
        "«L'ultima telefonata tra i due risale al 18 agosto»",
        "“The two last spoke on 18 August”",
    ),
)  # fmt: skip


def find_days(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → the days of contacts."""
    for i, contact in enumerate(scene.contacts):
        if contact.date is not None and not _of_office(scene, contact.date):
            yield ClaimFind(contact.date.start, contact.date.end, "date", i, "claim-date", date=contact.date)


def _of_office(scene: Scene, date: DateFind) -> bool:
    """Whether a date tells when somebody took office: "since he returned to office in January"."""
    hits = scene.within("in_office", scene.sentence(date.start).start, date.start)
    said = (scene.between(h.end, date.start) for h in hits)
    return any("," not in words and len(words.split()) <= 1 for words in said)


def find_places_told(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → the places of meetings."""
    for i, contact in enumerate(scene.contacts):
        if contact.place is None or contact.kind == "call":
            continue
        named = [
            p for p in scene.places
            if contact.start <= p.start < contact.end and within(scene.lexicon, p.place_id, contact.place)
            and next(scene.actors_in(p.start, p.end), None) is None  # "the White House envoy"
        ]  # fmt: skip
        if named:
            best = min(named, key=lambda p: (p.place_id != contact.place, abs(p.start - contact.mark_end)))
            yield ClaimFind(best.start, best.end, "place", i, "claim-place", value=best.place_id)


def find_previous(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → the days of the contact before."""
    done: set[int] = set()
    for hit in scene.hits("last_time"):
        sentence = scene.sentence(hit.start)
        if sentence.start in done or scene.ending_at("not_last_time", hit.start):
            continue
        told = [
            i for i in scene.contacts_in(hit.start - 40, sentence.end)
            if scene.contacts[i].date is not None and scene.contacts[i].mark_start >= sentence.start
        ]  # fmt: skip
        date = scene.contacts[told[0]].date if told else scene.date_after(hit.end, 120, ("on",))
        if date is None or date.start < hit.start:
            continue
        main = _main(scene, told[0] if told else None)
        if main is None:
            continue
        done.add(sentence.start)
        yield ClaimFind(hit.start, date.end, "previous_contact", main, "claim-previous-contact", date=date)


def _main(scene: Scene, other: int | None) -> int | None:
    """The article's main contact: the first told with two or more people, those of the other one if it names them."""
    people = set(scene.contacts[other].principals) if other is not None else set()
    first: int | None = None
    for i, c in enumerate(scene.contacts):
        if i == other or len(c.principals) < 2:
            continue
        if len(people) < 2 or people == set(c.principals):
            return i
        first = i if first is None else first
    return first if len(people) < 2 else None
