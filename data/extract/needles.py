"""What a regular expression cannot match without: a few letters, to look for before the expression is tried at all.

Lives here: `needles_of`, and `NeedleIndex`, which looks for those of many expressions in one pass. Must not live here:
any word of a language, or what the expressions mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick_rs

_MOST = 64  # needles of one expression; with more of them nothing is won
_SHORT = 3  # shorter ones stand nearly everywhere
_Strings = frozenset[str]
_NOTHING: _Strings = frozenset()


def needles_of(pattern: str) -> _Strings:
    """Pattern → strings one of which stands in whatever it matches; none where that cannot be told.

    "\\b(?:cede|ceding)\\b.*\\bland\\b" → {"cede", "ceding"} or {"land"}, whichever has the longer ones.
    """
    parsed = parser.parse(pattern)
    return _NOTHING if parsed.state.flags & re.IGNORECASE else _needles(parsed)


def _needles(items: Iterable[tuple[Any, Any]]) -> _Strings:
    """A sequence of parsed items → the needles of the stretch of it that has the longest ones."""
    best, stretch = _NOTHING, frozenset({""})
    for item in items:
        exact = _exact(item)
        joined = {a + b for a, b in product(stretch, exact)} if exact else _NOTHING
        if exact and len(joined) <= _MOST:
            stretch = frozenset(joined)
            continue
        best = _longer(best, _longer(stretch, _inner(item)))
        stretch = exact or frozenset({""})
    return _longer(best, stretch)


def _exact(item: tuple[Any, Any]) -> _Strings:
    """All strings an item may match, where they are few; none otherwise."""
    kind, value = item
    if kind is sre.LITERAL:
        return frozenset({chr(value)})
    if kind is sre.AT:
        return frozenset({""})
    if kind is sre.SUBPATTERN:
        return _sequence(value[3])
    if kind is sre.BRANCH:
        return _union(map(_sequence, value[1]))
    if kind is sre.IN and all(what is sre.LITERAL for what, _ in value):
        return frozenset(chr(code) for _, code in value)
    return _NOTHING


def _sequence(items: Iterable[tuple[Any, Any]]) -> _Strings:
    strings = frozenset({""})
    for item in items:
        strings = frozenset(a + b for a, b in product(strings, _exact(item)))
        if not strings or len(strings) > _MOST:
            return _NOTHING
    return strings


def _inner(item: tuple[Any, Any]) -> _Strings:
    """The needles inside an item that has no exact strings."""
    kind, value = item
    if kind is sre.SUBPATTERN:
        return _needles(value[3])
    if kind is sre.BRANCH:
        return _union(map(_needles, value[1]))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0] > 0:
        return _needles(value[2])
    return _NOTHING


def _union(choices: Iterable[_Strings]) -> _Strings:
    """The strings of all choices; none where one choice has none, or they are too many."""
    found: Sequence[_Strings] = list(choices)
    whole = frozenset().union(*found) if all(found) else _NOTHING
    return whole if len(whole) <= _MOST else _NOTHING


def _longer(one: _Strings, other: _Strings) -> _Strings:
    """Of two sets of needles the one whose shortest is longer, then the one with the longer ones on the whole."""

    def worth(strings: _Strings) -> tuple[int, float]:
        lengths = [len(one) for one in strings]
        return min(lengths, default=0), sum(lengths) / max(len(lengths), 1)

    return max(one, other, key=worth)


class NeedleIndex:
    """Where in a text each of many patterns may match at all, by its needles."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self.always: list[int] = []  # the numbers of the patterns that may match anywhere
        by_needle: dict[str, list[int]] = {}
        for number, needles in enumerate(map(needles_of, patterns)):
            if min(map(len, needles), default=0) < _SHORT:
                self.always.append(number)
                continue
            for needle in sorted(needles):
                by_needle.setdefault(needle, []).append(number)
        self._automaton = ahocorasick_rs.AhoCorasick(by_needle)
        self._by_needle = list(by_needle.values())

    def find(self, text: str) -> Iterator[tuple[int, Sequence[int]]]:
        """Text → where each needle ends, in order, and the numbers of the patterns whose needle it is."""
        for needle, _, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            yield end, self._by_needle[needle]
