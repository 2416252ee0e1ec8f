"""Finding the vocabulary's phrases in a text, all in one pass.

Lives here: the phrase index. Must not live here: what a phrase means.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick_rs

from data.span import fold

T = TypeVar("T")
_FEW = 500  # strings for which a deterministic automaton is made in a few milliseconds
# what a reader does not see inside a phrase: combining accents, soft hyphens, joiners, further blanks
_UNSEEN = re.compile(r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]+|(?<= ) +")


def _seen(folded: str) -> tuple[str, Sequence[int]]:
    """Folded text → what of it is seen, and for each of its characters (and its end) the offset in the folded text."""
    if folded.isascii() and "  " not in folded:
        return folded, range(len(folded) + 1)
    return _without_unseen(folded)


@lru_cache(maxsize=8)  # one text is asked for the phrases of several vocabularies
def _without_unseen(folded: str) -> tuple[str, Sequence[int]]:
    if not _UNSEEN.search(folded):
        return folded, range(len(folded) + 1)
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _UNSEEN.finditer(folded):
        parts.append(folded[at : match.start()])
        offsets.extend(range(at, match.start()))
        at = match.end()
    parts.append(folded[at:])
    offsets.extend(range(at, len(folded) + 1))
    return "".join(parts), offsets


def at_word_start(patterns: Iterable[str], behind: str = r"\w") -> str:
    """Patterns that each begin with a letter or mark → one that finds the first of them that fits, at no `behind`.

    The first letters stand outside, because Python then skips all places that begin with none of them.
    """
    by_first: dict[str, list[str]] = {}
    for pattern in patterns:
        first = pattern[: 1 + (pattern[0] == "\\")]
        by_first.setdefault(first, []).append(pattern.removeprefix(first))
    choices = (rf"{first}(?<!{behind}{first})(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return f"(?:{'|'.join(choices)})"


def automaton(strings: Collection[str]) -> ahocorasick_rs.AhoCorasick:
    """Strings → what finds them in one pass; a few get the kind that runs fastest and takes longest to make."""
    few = len(strings) <= _FEW
    return ahocorasick_rs.AhoCorasick(strings, implementation=ahocorasick_rs.Implementation.DFA if few else None)


class PhraseIndex(Generic[T]):
    """Phrases → places where they stand as whole words. A trailing `*` stands for any ending of the last word.

    Phrases and text are compared folded (see `data.span.fold`): case, accents and the form of quote marks do not count.
    Nor do combining accents, soft hyphens and repeated blanks inside a phrase.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._values: list[list[T]] = []
        self._open: list[bool] = []
        index: dict[tuple[str, bool], int] = {}
        for phrase, value in phrases:
            key = (_seen(fold(phrase.rstrip("*").strip()))[0], phrase.endswith("*"))
            if not key[0]:
                raise ValueError(f"empty phrase for {value!r}")
            if key not in index:
                index[key] = len(self._values)
                self._values.append([])
                self._open.append(key[1])
            if value not in self._values[index[key]]:
                self._values[index[key]].append(value)
        self._begins = [phrase[0].isalnum() for phrase, _ in index]  # with a letter or digit: a whole word from there
        self._ends = [phrase[-1].isalnum() for phrase, _ in index]
        self._automaton = automaton([phrase for phrase, _ in index])

    def find(self, folded: str) -> Iterator[tuple[int, int, list[T]]]:
        """Folded text → (start, end, values of the phrase), overlapping ones included, in order of their ends."""
        seen, offsets = _seen(folded)
        size = len(seen)
        for which, start, end in self._automaton.find_matches_as_indexes(seen, overlapping=True):
            if start and self._begins[which] and seen[start - 1].isalnum():
                continue
            if end < size and self._ends[which] and seen[end].isalnum():
                if not self._open[which]:
                    continue
                while end < size and seen[end].isalnum():
                    end += 1
            yield offsets[start], offsets[end - 1] + 1, self._values[which]
