"""What the rules of dates read, each for itself: a rule as pattern and builder, and where in a text it is tried.

Lives here: `DateRule`, `Candidate`, and `candidates`, which tries each rule only where one of its words stands.
Must not live here: any rule (`date_calendar`, `date_periods`, `date_distances`), or what becomes of neighbours
(`date_joins`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from data.document import Document
from data.extract.date_words import DateIndex
from data.extract.days import Spec

REACH = 150  # characters: no expression with a word it needs is longer


class Candidate(NamedTuple):
    """Words one rule takes for a date; others may overlap it."""

    start: int
    end: int
    rule: str
    spec: Spec


Build = Callable[[DateIndex, re.Match[str], Document], Iterable[Candidate]]
_Match = Callable[[str, int], re.Match[str] | None]


@dataclass(frozen=True, eq=False)
class DateRule:
    """A pattern, the words a match may begin with, and what is read out of one."""

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    build: Build
    needs: frozenset[str] = frozenset()  # one of these stands in whatever it matches, where this is known


class DateRules:
    """The rules of one language in their order, by the words they may begin with."""

    def __init__(self, index: DateIndex, rules: Iterable[DateRule]) -> None:
        self.index = index
        self.rules = tuple(rules)
        self.by_trigger: dict[str, list[tuple[int, _Match, Build]]] = {}
        self.by_need: dict[str, list[int]] = {}
        for n, rule in enumerate(self.rules):
            for word in rule.needs:
                self.by_need.setdefault(word, []).append(n)
            for word in rule.triggers:
                self.by_trigger.setdefault(word, []).append((n, rule.pattern.match, rule.build))


def candidates(document: Document, rules: DateRules) -> list[Candidate]:
    """What each rule reads, in the order of the rules; a rule is tried only where one of its words stands."""
    text, starts = document.folded, document.word_starts
    needed: dict[int, list[int]] = {n: [] for n, rule in enumerate(rules.rules) if rule.needs}
    for word in rules.by_need.keys() & starts.keys():
        for n in rules.by_need[word]:
            needed[n] += starts[word]
    for places in needed.values():
        places.sort()
    found: list[tuple[int, Candidate]] = []
    for word in rules.by_trigger.keys() & starts.keys():
        for n, match_at, build in rules.by_trigger[word]:
            for start in followed(starts[word], needed[n]) if n in needed else starts[word]:
                if match := match_at(text, start):
                    found += [(n, candidate) for candidate in build(rules.index, match, document)]
    found.sort(key=lambda pair: (pair[0], pair[1].start))
    return [candidate for _, candidate in found]


def followed(starts: list[int], needed: list[int]) -> list[int]:
    """Those places, of some in text order, behind which one of the needed places is near."""
    if not needed:
        return []
    last = needed[-1]
    return [at for at in starts if at <= last and needed[bisect_left(needed, at)] - at < REACH]
