"""One article while its actors are searched: the text, the phrases found in it, and what stands beside them.

Lives here: `Scene`. Must not live here: what a phrase means for the reader (`actor_names`, `actor_offices`,
`actor_references`).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Sequence

from data.document import Document
from data.extract.actor_board import Board
from data.extract.actor_words import ActorIndex, Entry, Hit, actor_index, holders_on
from data.extract.finds import FoundPerson
from data.extract.namesakes import is_namesake, names_no_state
from data.lexicon.types import Actor, Lexicon
from data.span import fold

_QUOTED = re.compile(r"“[^”“]{0,1500}[”“]|«[^»]{0,1500}»|\"[^\"\n]{0,1500}\"")
_LOOK = 40  # characters looked at before or after a phrase
_CAPS = 0.6  # from this share of capitals on, a sentence is a headline


def _quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Text → the stretches between quote marks, roughly; good enough to keep what points back out of them."""
    return [match.span() for match in _QUOTED.finditer(text)]


class Scene:
    """The article, its hits, and the board that the searches fill one after the other."""

    def __init__(self, document: Document, lexicon: Lexicon, day: dt.date | None) -> None:
        self.document, self.lexicon = document, lexicon
        self.index: ActorIndex = actor_index(lexicon, document.language)
        self.flat = document.flat
        self.holders = holders_on(lexicon, document.language, day)
        self.board = Board()
        self.found: dict[str, FoundPerson] = {}
        self._quotes = _quoted_ranges(document.text)
        self._quote_starts = [start for start, _ in self._quotes]
        self.hits = self._hits()
        self._by_start: dict[int, list[Hit]] = {}
        self._by_end: dict[int, list[Hit]] = {}
        for hit in self.hits:
            self._by_start.setdefault(hit.start, []).append(hit)
            self._by_end.setdefault(hit.end, []).append(hit)

    # -- the phrases ------------------------------------------------------------------------------
    def _hits(self) -> list[Hit]:
        text, hits = self.document.text, set()
        for start, end, entries in self.index.phrases.find(self.flat):
            words = text[start:end]
            for entry in entries:
                if entry.exact and not self._spelled(start, words, entry.exact):
                    continue
                if entry.kind in ("name", "surname", "state", "metonym") and words.islower():
                    actor = self.lexicon.actors[entry.id]
                    if actor.kind != "institution" and not self._lower_name(actor, words):
                        continue
                if self._namesake(start, end, entry):
                    continue
                hits.add(Hit(start, end, entry.kind, entry.id, entry.ambiguous))
        return sorted(hits)

    def _spelled(self, start: int, words: str, exact: str) -> bool:
        """Whether a name stands as it is spelled; in a headline in capitals ordinary words look like names."""
        if words not in (exact, exact.upper()):
            return False
        return fold(exact) not in self.index.capitals or not self.in_capitals(start)

    def _namesake(self, start: int, end: int, entry: Entry) -> bool:
        """Whether the name of a state is a person's, or its adjective a last name with its capital: "Giordano"."""
        if entry.kind == "adjective":
            if not self.index.italian or not self.document.text[start].isupper():
                return False
            name = is_namesake(self.lexicon, self.document.language, self.flat[start:end])
            return name and not self.in_capitals(start)
        state = entry.kind == "metonym" or (entry.kind == "state" and self.lexicon.actors[entry.id].kind == "state")
        return state and names_no_state(self.document, self.lexicon, start, end)

    def in_capitals(self, offset: int) -> bool:
        """Whether the words around `offset`, in its sentence, stand in capitals."""
        sentence = self.document.sentence_at(offset)
        near = self.document.tokens_in(max(sentence.start, offset - 60), min(sentence.end, offset + 60))
        words = [t.text for t in near if len(t.text) > 2 and t.text[0].isalpha()]
        return len(words) > 1 and sum(map(str.isupper, words)) > _CAPS * len(words)

    @staticmethod
    def _lower_name(actor: Actor, words: str) -> bool:
        """Nicknames and descriptions are written small: "il tycoon", "capo del Cremlino"."""
        folded = fold(words)
        return any(fold(name) == folded and name[:1].islower() for name in (*actor.nicknames, *actor.en, *actor.it))

    # -- what stands beside them ------------------------------------------------------------------
    def next(self, end: int) -> int:
        """Where the next word begins if only blanks stand between, else -1."""
        at = end
        while at < len(self.flat) and self.flat[at] == " ":
            at += 1
        return at if at > end else -1

    def previous(self, start: int) -> int:
        """Where the word before ends if only blanks stand between, else -1."""
        at = start
        while at > 0 and self.flat[at - 1] == " ":
            at -= 1
        return at if at < start else -1

    def starting(self, at: int, kinds: Sequence[str]) -> list[Hit]:
        """The hits of these kinds that begin at `at`, longest first."""
        return sorted((h for h in self._by_start.get(at, []) if h.kind in kinds), key=lambda h: -h.end)

    def ending(self, at: int, kinds: Sequence[str]) -> list[Hit]:
        """The hits of these kinds that end at `at`, longest first."""
        return sorted((h for h in self._by_end.get(at, []) if h.kind in kinds), key=lambda h: h.start)

    def before(self, start: int) -> str:
        """The folded text right before `start`."""
        return self.flat[max(start - _LOOK, 0) : start]

    def after(self, end: int) -> str:
        """The folded text right after `end`."""
        return self.flat[end : end + _LOOK]

    def quoted(self, offset: int) -> bool:
        """Whether `offset` lies between quote marks."""
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self._quotes[at][1]

    def is_person(self, actor_id: str) -> bool:
        """Whether an actor is a person, of the vocabulary or found."""
        return actor_id in self.found or self.lexicon.actors[actor_id].kind == "person"

    def state_after(self, end: int) -> tuple[str, int] | None:
        """The state or institution a title belongs to when it follows: "russo", "of Russia" → (actor, end)."""
        if self.index.italian:
            for hit in self.starting(self.next(end), ("adjective",)):
                return hit.id, hit.end
        match = self.index.of_state.match(self.flat, end)
        for hit in self.starting(match.end(), ("state", "metonym")) if match else ():
            return hit.id, hit.end
        return None

    def state_before(self, start: int) -> tuple[str, int] | None:
        """The same when it precedes in English: "Russian", "Ukraine's", "Kremlin" → (actor, start)."""
        at = self.previous(start)
        modifier = self.index.modifier.search(self.before(start))
        ends = [at] if at >= 0 else []
        if modifier:
            ends.append(start - len(self.before(start)) + modifier.start())
        for end in ends:
            possessive = self.flat[max(end - 2, 0) : end] == "'s"
            for hit in self.ending(end - 2 if possessive else end, ("adjective", "state", "metonym")):
                return hit.id, hit.start
        return None
