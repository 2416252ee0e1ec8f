"""Places named in an article, and whether something happens there.

Lives here: `find_places`. Must not live here: the names (places.toml).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import msgspec

from data.document import Document
from data.extract.namesakes import names_no_state
from data.extract.phrases import PhraseIndex
from data.lexicon.types import Lexicon, Place
from data.span import longest


class PlaceFind(msgspec.Struct, frozen=True, gc=False):
    """A place named in the text."""

    start: int
    end: int
    place_id: str


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon, language: str) -> PhraseIndex[str]:
    """The names of places, and as no place the phrases that hold a name but name something else: "New Mexico"."""
    names = [(name, place.id) for place in lexicon.places.values() for name in place.names]
    return PhraseIndex([*names, *((mask, "") for mask in lexicon.words[language].names.masks)])


def find_places(document: Document, lexicon: Lexicon) -> list[PlaceFind]:
    """Document → places in text order, the longest name winning."""
    found = longest(
        PlaceFind(start, end, places[0])
        for start, end, places in _index(lexicon, document.language).find(document.flat)
        if (not document.text[start:end].islower() or " " in document.text[start:end])
        and not names_no_state(document, lexicon, start, end)
    )
    return [place for place in found if place.place_id]


def within(lexicon: Lexicon, inner: str, outer: str) -> bool:
    """Whether place `inner` is `outer` or lies in it."""
    at: str | None = inner
    while at is not None:
        if at == outer:
            return True
        at = lexicon.places[at].within
    return False


def host_of(lexicon: Lexicon, place: Place, holders: Callable[[str, str], list[str]]) -> str | None:
    """Who receives at a place, or at the one it lies in: its owner, or the holder of its office, if exactly one."""
    at: Place | None = place
    while at is not None:
        if at.host is not None and at.host.person:
            return at.host.person
        if at.host is not None:
            people = holders(at.host.office, at.host.of)
            return people[0] if len(people) == 1 else None
        at = lexicon.places[at.within] if at.within else None
    return None
