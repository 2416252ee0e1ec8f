"""Finding the vocabulary's phrases in a text, all in one pass.

Lives here: the phrase index. Must not live here: what a phrase means.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick_rs

from data.span import fold

T = TypeVar("T")


class PhraseIndex(Generic[T]):
    """Phrases → places where they stand as whole words. A trailing `*` stands for any ending of the last word.

    Phrases and text are compared folded (see `data.span.fold`): case, accents and the form of quote marks do not count.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._values: list[list[T]] = []
        self._open: list[bool] = []
        index: dict[tuple[str, bool], int] = {}
        for phrase, value in phrases:
            key = (fold(phrase.rstrip("*").strip()), phrase.endswith("*"))
            if not key[0]:
                raise ValueError(f"empty phrase for {value!r}")
            if key not in index:
                index[key] = len(self._values)
                self._values.append([])
                self._open.append(key[1])
            if value not in self._values[index[key]]:
                self._values[index[key]].append(value)
        self._automaton = ahocorasick_rs.AhoCorasick([phrase for phrase, _ in index])

    def find(self, folded: str) -> Iterator[tuple[int, int, list[T]]]:
        """Folded text → (start, end, values of the phrase), overlapping ones included, in order of their ends."""
        size = len(folded)
        for which, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            if end < size and folded[end].isalnum() and folded[end - 1].isalnum():
                if not self._open[which]:
                    continue
                while end < size and folded[end].isalnum():
                    end += 1
            yield start, end, self._values[which]
