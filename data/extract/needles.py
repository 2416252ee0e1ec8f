"""What a regular expression cannot match without: a few letters, to look for before the expression is tried at all.

Lives here: the needles of patterns and of phrases; `NeedleIndex` and `NeedlePlaces`, which look for those of many rules
in one pass.
Must not live here: any word of a language, or what the expressions mean.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from data.document import Document
from data.extract.phrases import automaton
from data.span import fold

K = TypeVar("K")

_MOST = 64  # needles of one expression; with more of them nothing is won
_SHORT = 3  # shorter ones stand nearly everywhere
_BETWEEN = re.compile(r"[\s*]+")  # between the pieces of a phrase
_Strings = frozenset[str]
_NOTHING: _Strings = frozenset()


def needles_of(pattern: str) -> tuple[_Strings, ...]:
    """Pattern → sets of strings, of each of which one stands in whatever it matches; those that tell most come first.

    "\\b(?:cede|ceding)\\b.*\\bland\\b" → {"cede", "ceding"} and {"land"}; none where that cannot be told.
    """
    parsed = parser.parse(pattern)
    found = [] if parsed.state.flags & re.IGNORECASE else _needles(parsed)
    telling = [strings for strings in found if strings and all(map(str.strip, strings))]
    return tuple(sorted(telling, key=_worth, reverse=True))


def _needles(items: Iterable[tuple[Any, Any]]) -> list[_Strings]:
    """A sequence of parsed items → the needles of each of its stretches."""
    found, stretch = [], frozenset({""})
    for item in items:
        exact = _exact(item)
        joined = {a + b for a, b in product(stretch, exact)} if exact else _NOTHING
        if exact and len(joined) <= _MOST:
            stretch = frozenset(joined)
            continue
        found += [stretch, *_inner(item)]
        stretch = exact or frozenset({""})
    return [*found, stretch]


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


def _inner(item: tuple[Any, Any]) -> list[_Strings]:
    """The needles inside an item that has no exact strings."""
    kind, value = item
    if kind is sre.SUBPATTERN:
        return _needles(value[3])
    if kind is sre.BRANCH:
        return [_union(max(_needles(choice), key=_worth) for choice in value[1])]
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0] > 0:
        return _needles(value[2])
    return []


def _union(choices: Iterable[_Strings]) -> _Strings:
    """The strings of all choices; none where one choice has none, or they are too many."""
    found: Sequence[_Strings] = list(choices)
    whole = frozenset().union(*found) if all(found) else _NOTHING
    return whole if len(whole) <= _MOST else _NOTHING


def _worth(strings: _Strings) -> tuple[int, float]:
    """Of two sets of needles the one whose shortest is longer tells more, then the one with the longer ones."""
    lengths = [len(one) for one in strings]
    return min(lengths, default=0), sum(lengths) / max(len(lengths), 1)


def needles_of_phrases(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases, each with an asterisk where any letters may stand → of each its longest piece, folded."""
    return frozenset(max(_BETWEEN.split(fold(phrase)), key=len) for phrase in phrases)


class NeedleIndex(Generic[K]):
    """The needles of many rules: in which sentences each rule may find anything at all.

    The first set of each rule is looked for in one pass, the others where one of the first stands.
    """

    def __init__(self, needles: Mapping[K, Sequence[Collection[str]]]) -> None:
        self._always: set[K] = set()  # the rules that may find something anywhere
        self._beside: dict[K, Sequence[Collection[str]]] = {}
        by_needle: dict[str, list[K]] = {}
        for rule, sets in needles.items():
            if not sets or min(map(len, sets[0]), default=0) < _SHORT:
                self._always.add(rule)
                continue
            self._beside[rule] = sets[1:]
            for string in sorted(sets[0]):
                by_needle.setdefault(string, []).append(rule)
        self._automaton = automaton(by_needle)
        self._by_needle = list(by_needle.values())

    def by_sentence(self, document: Document) -> dict[int, set[K]]:
        """Document → the sentences, by number, in which some rule may find something, and these rules."""
        found: dict[int, set[K]] = {}
        for needle, _, end in self._automaton.find_matches_as_indexes(document.flat, overlapping=True):
            found.setdefault(document.sentence_index(end - 1), set()).update(self._by_needle[needle])
        for n, rules in found.items():
            holds = document.flat[document.sentences[n].start : document.sentences[n].end].__contains__
            rules -= {rule for rule in rules if not all(any(map(holds, strings)) for strings in self._beside[rule])}
        numbers = range(len(document.sentences)) if self._always else [n for n, rules in found.items() if rules]
        return {n: self._always | found.get(n, set()) for n in numbers}


class NeedlePlaces(Generic[K]):
    """The phrases of many rules, looked for in one pass: where each rule may find anything at all."""

    def __init__(self, phrases: Mapping[K, Collection[str]]) -> None:
        self._rules = tuple(phrases)
        by_needle: dict[str, list[K]] = {}
        for rule, some in phrases.items():
            for needle in sorted({fold(phrase).removesuffix("*") for phrase in some}):
                by_needle.setdefault(needle, []).append(rule)
        self._automaton = automaton(by_needle)
        self._by_needle = list(by_needle.values())

    def find(self, folded: str) -> dict[K, list[int]]:
        """Folded text → for each rule the ends of its phrases, inside words too, in text order."""
        ends: dict[K, list[int]] = {rule: [] for rule in self._rules}
        for needle, _, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            for rule in self._by_needle[needle]:
                ends[rule].append(end)
        return ends
