"""The names of the vocabulary, compiled for one language: phrases to look for, offices and who holds them.

Lives here: the compiled vocabulary and `holders_on`. Must not live here: any search through a text, or any word.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from data.extract.phrases import PhraseIndex
from data.lexicon.types import Actor, Lexicon, NameWords, Office
from data.span import fold

Kind = Literal[
    "name", "surname", "epithet", "state", "metonym", "adjective", "title", "plural",
    "pair", "pair_any", "pair_envoy", "pair_bare", "counterpart", "side", "side_adjective", "mask",
]  # fmt: skip
_SHORT = 4  # names up to this length must stand in the text as they are spelled: "US" is not "us"
_SMALL = 2  # letters of a first word that may be no name: "to Lam" is not "To Lam"


class Entry(NamedTuple):
    """What a phrase may mean: its kind, whose it is, and how it must be spelled."""

    kind: Kind
    id: str  # actor_id, or office id for titles, or empty
    exact: str  # the spelling that must stand in the text, where case matters
    ambiguous: bool = False  # an ordinary word too


class Hit(msgspec.Struct, frozen=True, order=True, gc=False):
    """A phrase of the vocabulary in the text."""

    start: int
    end: int
    kind: Kind
    id: str
    ambiguous: bool = False


Term = tuple[str, dt.date | None, dt.date | None]  # holder, from, to
Holders = dict[tuple[str, str], tuple[Term, ...]]  # (office, of) → terms
OfficesOf = dict[str, tuple[tuple[str, str], ...]]  # person → (office, of)


@dataclass(frozen=True)
class FoundIndex:
    """Words around persons who are not in the vocabulary, folded."""

    given: frozenset[str]
    places: frozenset[str]
    roles: frozenset[str]
    after: frozenset[str]
    verbs: frozenset[str]
    never: frozenset[str]
    particles: frozenset[str]
    not_behind: frozenset[str]
    not_before: frozenset[str]
    articles: frozenset[str]
    credits: re.Pattern[str]
    nations: tuple[str, ...]
    patronymics: tuple[str, ...]


@dataclass(frozen=True)
class ActorIndex:
    """The compiled vocabulary of one language."""

    lexicon: Lexicon
    italian: bool
    words: NameWords
    phrases: PhraseIndex[Entry]
    holders: Holders
    offices_of: OfficesOf
    heads: tuple[str, ...]  # offices of rank 1
    leaders: frozenset[str]  # their holders
    own_names: dict[str, frozenset[str]]  # actor → the words of its full names
    spellings: dict[tuple[str, str], str]  # the sound of a given name and a last name → actor
    found: FoundIndex
    common: frozenset[str]
    capitals: frozenset[str]
    oblique: frozenset[str]
    seats: frozenset[str]
    outlet_before: frozenset[str]
    outlet_after: frozenset[str]
    bare_before: frozenset[str]
    before_title: re.Pattern[str]
    of_state: re.Pattern[str]
    from_state: re.Pattern[str]
    joined: re.Pattern[str]
    listed: re.Pattern[str]
    former: re.Pattern[str]
    below: re.Pattern[str]
    elect: re.Pattern[str]
    place_before: re.Pattern[str]
    place_after: re.Pattern[str]
    dateline: re.Pattern[str]
    seat_before: re.Pattern[str]
    joint: re.Pattern[str]
    modifier: re.Pattern[str]
    indefinite: frozenset[str] = frozenset()

    def titles(self, office: str) -> tuple[str, ...]:
        """The titles of an office in this language."""
        return titles_of(self.lexicon.offices[office], self.italian)

    def adjectives(self, actor: str) -> tuple[str, ...]:
        """The nationalities of a state in this language."""
        entry = self.lexicon.actors[actor]
        return entry.adjectives_it if self.italian else entry.adjectives_en


def titles_of(office: Office, italian: bool) -> tuple[str, ...]:
    """The titles of an office in one language."""
    return office.titles_it if italian else office.titles_en


def _case_matters(actor: Actor, name: str) -> bool:
    """Whether a name must stand as it is spelled: outlets, short names, persons whose name opens on a small word."""
    first = name.partition(" ")[0]
    return (
        actor.kind == "outlet"
        or len(name) <= _SHORT
        or (actor.kind == "person" and len(first) <= _SMALL and first.istitle())
    )


def _actor_entries(actor: Actor, italian: bool) -> Iterator[tuple[str, Entry]]:
    names = {actor.name, actor.name_it or actor.name, *actor.names} - set(actor.ambiguous)
    further = actor.it if italian else actor.en
    kind: Kind = "state" if actor.kind in ("state", "institution") else "name"
    for name in (*sorted(names), *further):
        this: Kind = "epithet" if actor.kind == "person" and name in further else kind
        yield name, Entry(this, actor.id, name if _case_matters(actor, name) else "")
    for name in actor.ambiguous:
        yield name, Entry(kind, actor.id, name, True)
    for name in actor.surnames:
        yield name, Entry("surname", actor.id, "")
    for name in actor.nicknames:
        yield name, Entry("epithet", actor.id, "")
    for name in actor.metonyms:
        yield name, Entry("metonym", actor.id, "")
    for name in actor.adjectives_it if italian else actor.adjectives_en:
        yield name, Entry("adjective", actor.id, name if len(name) <= _SHORT else "")


def _of_its_state(lexicon: Lexicon, actor: Actor, italian: bool) -> set[str]:
    """An institution under its other names, of another name of its state: "Ankara's foreign ministry"."""
    state = lexicon.actors.get(actor.affiliation or "")
    if actor.kind != "institution" or state is None or state.kind != "state":
        return set()
    names = {actor.name, actor.name_it or actor.name, *actor.names, *(actor.it if italian else actor.en)}
    groups = [frozenset(map(str.lower, group)) for group in lexicon.words["it" if italian else "en"].names.bodies]
    if italian:
        ends = tuple(f" {adjective}" for adjective in state.adjectives_it)
        bare = {name.removesuffix(end) for name in names for end in ends if name.endswith(end)}
        what = _alike(bare, groups)
        return {
            f"{one} {of}" for one in what for of in (*(f"di {m}" for m in state.metonyms), *state.adjectives_it)
        } - names
    whose = (state.name, *state.names, *state.en, *state.metonyms)
    starts = (*(f"{name}'s " for name in whose), *(f"{adjective} " for adjective in state.adjectives_en))
    bare = {name.removeprefix(start) for name in names for start in starts if name.startswith(start)}
    what = _alike(bare, groups)
    return {f"{start}{one}" for one in what for start in starts} - names


def _alike(bare: Iterable[str], groups: Sequence[frozenset[str]]) -> set[str]:
    """Names of a body without its state → the same and the others it goes by; single words tell no body."""
    several = {name for name in bare if " " in name}
    return several.union(*(group for group in groups for name in several if name.lower() in group))


def _entries(lexicon: Lexicon, language: str) -> Iterator[tuple[str, Entry]]:
    italian = language == "it"
    for actor in lexicon.actors.values():
        yield from _actor_entries(actor, italian)
        for name in sorted(_of_its_state(lexicon, actor, italian)):
            yield name, Entry("state", actor.id, "")
    for office in lexicon.offices.values():
        for title in titles_of(office, italian):
            yield title, Entry("title", office.id, "")
        for title in office.plural_it if italian else office.plural_en:
            yield title, Entry("plural", office.id, "")
    words = lexicon.words[language].names
    groups: tuple[tuple[Kind, tuple[str, ...]], ...] = (
        ("pair", words.pairs), ("pair_any", words.pairs_any),
        ("pair_envoy", words.pairs_envoys), ("pair_bare", words.pairs_bare),
        ("counterpart", words.counterparts), ("side", words.side_nouns), ("side_adjective", words.side_nouns_agreeing),
        ("mask", words.masks),
    )  # fmt: skip
    for kind, phrases in groups:
        for phrase in phrases:
            yield phrase, Entry(kind, "", "")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _found_index(lexicon: Lexicon, words: NameWords) -> FoundIndex:
    found = words.found
    marks = "|".join(re.escape(fold(word)) for word in sorted(found.credits, key=len, reverse=True))
    return FoundIndex(
        given=_folded(lexicon.given_names),
        places=_folded(name for place in lexicon.places.values() for name in place.names),
        roles=_folded(found.roles), after=_folded(found.after), verbs=_folded(found.verbs),
        never=_folded(found.never), particles=_folded(found.particles),
        not_behind=_folded(found.not_behind), not_before=_folded(found.not_before),
        articles=_folded(words.articles), credits=re.compile(rf"(?:^|\W)(?:{marks})[\s:]*$"),
        nations=tuple(_folded(found.nations)), patronymics=tuple(_folded(found.patronymics)),
    )  # fmt: skip


_SOUNDS = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ks", "x"),
    ("ou", "u"), ("w", "v"), ("c", "k"), ("y", "i"), ("j", "i"), ("ii", "i"), ("ii", "i"), ("ie", "e"), ("iu", "u"),
    ("ia", "a"),
)  # fmt: skip
_SOUND_LENGTH = 5  # letters from which on a last name is told by its sound


def sound(name: str) -> str:
    """A name → its letters with the ways to write one Slavic sound made the same: Umierov, Umerov."""
    text = fold(name)
    for written, one in _SOUNDS:
        text = text.replace(written, one)
    return re.sub(r"(.)\1", r"\1", text)


def given_sound(name: str) -> str:
    """A given name → its sound without what languages end it on: Andrej, Andriy; Sergei, Serhii; Dmytro, Dmitri."""
    return sound(name).replace("gh", "g").replace("h", "g").rstrip("eio")


def _spellings(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    """Persons by the sound of their given and last name; nobody where two sound alike."""
    bearers: dict[tuple[str, str], set[str]] = {}
    for actor in lexicon.actors.values():
        for words in (name.split() for name in (actor.name, *actor.names) if actor.kind == "person"):
            if len(words) == 2 and len(words[1]) >= _SOUND_LENGTH:
                bearers.setdefault((given_sound(words[0]), sound(words[1])), set()).add(actor.id)
    return {key: next(iter(actors)) for key, actors in bearers.items() if len(actors) == 1}


def _offices(
    lexicon: Lexicon,
) -> tuple[dict[tuple[str, str], tuple[Term, ...]], dict[str, tuple[tuple[str, str], ...]]]:
    holders: dict[tuple[str, str], list[Term]] = {}
    offices_of: dict[str, list[tuple[str, str]]] = {}
    for actor in lexicon.actors.values():
        for held in actor.offices:
            of = held.of or ""
            holders.setdefault((held.office, of), []).append((actor.id, held.from_, held.to))
            offices_of.setdefault(actor.id, []).append((held.office, of))
    return {k: tuple(v) for k, v in holders.items()}, {k: tuple(v) for k, v in offices_of.items()}


@lru_cache(maxsize=8)
def actor_index(lexicon: Lexicon, language: str) -> ActorIndex:
    """Vocabulary and language → what the search for actors needs, compiled once."""
    words = lexicon.words[language].names
    holders, offices_of = _offices(lexicon)
    heads = tuple(office.id for office in lexicon.offices.values() if office.rank == 1)
    patterns = {
        name: re.compile(getattr(words.grammar, name))
        for name in (
            "before_title", "of_state", "from_state", "joined", "listed", "former", "below", "elect", "place_before",
            "place_after", "dateline", "seat_before", "joint", "modifier",
        )
    }  # fmt: skip
    return ActorIndex(
        lexicon=lexicon,
        italian=language == "it",
        words=words,
        phrases=PhraseIndex(_entries(lexicon, language)),
        holders=holders,
        offices_of=offices_of,
        heads=heads,
        leaders=frozenset(actor for actor, held in offices_of.items() if any(office in heads for office, _ in held)),
        own_names={
            a.id: _folded(w for name in (a.name, *a.names) for w in name.split()) for a in lexicon.actors.values()
        },
        spellings=_spellings(lexicon),
        found=_found_index(lexicon, words),
        common=_folded(words.common),
        capitals=_folded(words.capitals),
        oblique=_folded(words.oblique),
        seats=frozenset(actor.id for actor in lexicon.actors.values() if actor.seat),
        outlet_before=_folded(words.outlet.before),
        outlet_after=_folded(words.outlet.after),
        bare_before=_folded(words.pairs_bare_before),
        indefinite=_folded(lexicon.words[language].speech.indefinite),
        **patterns,
    )


def holders_on(lexicon: Lexicon, language: str, day: dt.date | None) -> Callable[[str, str], list[str]]:
    """A day → the function (office, of whom) → who held it then; without a day, who holds it last."""
    index = actor_index(lexicon, language)

    def holders(office: str, of: str) -> list[str]:
        rows = index.holders.get((office, of), ())
        if day is None:
            open_ended = [actor for actor, _, to in rows if to is None]
            return open_ended or [actor for actor, _, _ in rows[-1:]]
        return [a for a, since, to in rows if (since is None or since <= day) and (to is None or day <= to)]

    return holders
