"""Who is named in an article: names, offices, groups, pronouns, and persons who are not in the vocabulary.

Lives here: `find_actors`, the order of the searches, and the rules they go by. Must not live here: the searches
themselves (`actor_names`, `actor_offices`, `actor_references`, `found_people`), or any word (`data/lexicon`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from data.document import Document
from data.extract.actor_names import find_last_names, find_names
from data.extract.actor_offices import find_offices
from data.extract.actor_references import find_references
from data.extract.actor_scene import Scene
from data.extract.actor_words import holders_on
from data.extract.finds import FoundPerson, Mention
from data.extract.found_people import find_people
from data.extract.rules import Rule
from data.lexicon.types import Lexicon
from data.span import fold

__all__ = ["RULES", "Actors", "find_actors", "holders_on"]

RULES = (
    Rule(
        "actor-name",
        "A name of the vocabulary, in any of its spellings. A name that is an ordinary word too needs a word beside it"
        " (“told Time”); a seat of government where something happens is a place; a state is none beside the rest of a"
        " person's name (“Jim Jordan”).",
        "«Sergej Lavrov»",
        "“Sergey Lavrov”",
    ),
    Rule(
        "actor-surname",
        "A surname that is enough alone, unless another given name stands before it or it may be an ordinary word at"
        " the beginning of a sentence; the last name of a person whose full name the article gives before.",
        "«Peskov ha risposto»",
        "“Rubio replied”",
    ),
    Rule(
        "actor-office",
        "An office with the state or institution it belongs to, read as whoever held it on the article's day; not a"
        " former, deputy or elected one.",
        "«il ministro degli Esteri russo»",
        "“the Kremlin spokesman”",
    ),
    Rule(
        "actor-title",
        "A bare title with the article: the person with that title who was named last outside quotes, if no pronoun of"
        " the sentence means that person already.",
        "«il cancelliere ha aggiunto»",
        "“the chancellor added”",
    ),
    Rule(
        "actor-counterpart",
        "“Counterpart” with a nationality: the same office in the other state.",
        "«la sua controparte russa»",
        "“his Ukrainian counterpart”",
    ),
    Rule(
        "actor-pair",
        "“The two leaders”: the two heads of state or government named last.",
        "«i due leader»",
        "“both leaders”",
    ),
    Rule(
        "actor-plural-office",
        "A plural office with two or more states: the holders of all.",
        "«i presidenti di Russia e Ucraina»",
        "“the Russian and Ukrainian presidents”",
    ),
    Rule(
        "actor-side",
        "A noun such as “officials” or “delegation” with a nationality, or “from” a state or capital: the state.",
        "«la delegazione ucraina»",
        "“American officials”",
    ),
    Rule(
        "actor-metonym",
        "A capital that acts stands for its state; after a preposition of place, in a dateline, or as the name of a"
        " summit, a region or a time zone it does not.",
        "«Mosca chiede»",
        "“Washington proposed”",
    ),
    Rule(
        "actor-pronoun",
        "A pronoun outside quotes: the first person of its gender named before it in the sentence, else in one of the"
        " two sentences before; nobody for “him” or “his” after two such persons. “He” is none of those whom a call or"
        " meeting that opens the sentence was with.",
        "«lui ha risposto»",
        "“he said”",
    ),
    Rule(
        "actor-found",
        "Capitalised words with a given name, a role or an office with its state before, an apposition after: a person"
        " who is not in the vocabulary. Streets, ships, foundations, headlines and photographers are none.",
        "«l'analista Piero Bianchi»",
        "“regional governor Ivan Petrenko”",
    ),
)


@dataclass(frozen=True, slots=True)
class Actors:
    """The mentions of an article in text order, and the persons among them who are not in the vocabulary."""

    mentions: tuple[Mention, ...]
    people: tuple[FoundPerson, ...]


def find_actors(document: Document, lexicon: Lexicon, published: dt.date | None = None) -> Actors:
    """Document, vocabulary and the article's day (for offices) → mentions in text order, and the persons found.

    A group gives one mention for each of its members, all with the same place. Without a day, an office is read as its
    last known holder's.
    """
    if not document.sentences:
        return Actors((), ())
    scene = Scene(document, lexicon, published)
    find_names(scene)
    bare = find_offices(scene)
    find_people(scene)
    find_last_names(scene)
    find_references(scene, bare)
    mentions = sorted(_without_appositions(scene), key=lambda m: (m.start, m.end, m.actor_id))
    return Actors(tuple(mentions), tuple(scene.found.values()))


_APPOSED = ("actor-office", "actor-title", "actor-counterpart")


def _another(scene: Scene, epithet: Mention, behind: Mention) -> bool:
    """Whether a nickname, or an office of another state, stands before a comma and somebody else.

    «con il tycoon, Rossi ha detto», “after a call with the Russian president, Smith said”.
    """
    actor = scene.lexicon.actors.get(epithet.actor_id)
    if actor is None or epithet.actor_id == behind.actor_id or "," not in scene.flat[epithet.end : behind.start]:
        return False
    if epithet.rule == "actor-office" and scene.index.offices_of.get(behind.actor_id):
        one, two = scene.lexicon.country(epithet.actor_id), scene.lexicon.country(behind.actor_id)
        if one and two and one != two:
            return True
    return scene.flat[epithet.start : epithet.end] in {fold(name) for name in actor.nicknames}


def _without_appositions(scene: Scene) -> Iterator[Mention]:
    """An office that stands right before or after a name says who that is; the name alone is the mention."""
    mentions, flat = list(scene.board), scene.flat
    named = [m for m in mentions if m.how == "name" and scene.is_person(m.actor_id)]
    starts, ends = {m.start: m for m in named}, {m.end: m for m in named}
    for m in mentions:
        if m.rule in _APPOSED:
            behind = next((starts[m.end + gap] for gap in (1, 2, 3) if m.end + gap in starts), None)
            if behind and not flat[m.end : behind.start].strip(" ,") and not _another(scene, m, behind):
                continue
            before = next((ends[m.start - gap] for gap in (2, 3, 4, 5, 6) if m.start - gap in ends), None)
            if before and before.actor_id == m.actor_id and flat[before.end : before.end + 1] == ",":
                continue
        yield m
