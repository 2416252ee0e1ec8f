"""What the rules of dates read, each for itself: a rule as pattern and builder, and where in a text it is tried.

Lives here: `DateRule` and `DateRules`, rules that are made alike everywhere (`phrase_rule`, `told`), `Candidate`, and
`candidates`, which tries each rule only where one of its words stands. Must not live here: any rule (`date_calendar`,
`date_periods`, `date_distances`), or what becomes of neighbours (`date_joins`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from data.document import Document
from data.extract.date_words import DateIndex
from data.extract.days import Spec
from data.extract.grammar import first_words, followed, telling_words, words_of

_LONGEST = 150  # characters: no expression with a word it needs is longer


class Candidate(NamedTuple):
    """Words one rule takes for a date; others may overlap it."""

    start: int
    end: int
    rule: str
    spec: Spec


Build = Callable[[DateIndex, re.Match[str], Document], Iterable[Candidate]]


@dataclass(frozen=True, eq=False)
class DateRule:
    """A pattern, the words a match may begin with, and what is read out of one."""

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    build: Build
    needs: frozenset[str] = frozenset()  # one of these stands in whatever it matches, where this is known
    reach: int = _LONGEST  # characters from the beginning of a match within which that word begins


def phrase_rule(phrases: Iterable[str], build: Build, unless: str = "") -> DateRule:
    """A rule for phrases as they stand; `unless` is a pattern for what may not follow."""
    some = tuple(phrases)
    pattern = re.compile(words_of(some) + (f"(?!{unless})" if unless else ""))
    longest = max(len(phrase) + phrase.count(" ") for phrase in some)  # a blank may stand twice
    return DateRule(first_words(some), pattern, build, telling_words(some), longest)


def told(rule: str, spec: Spec) -> Build:
    """What a rule reads whose words always mean the same."""

    def build(_: DateIndex, match: re.Match[str], __: Document) -> Iterator[Candidate]:
        yield Candidate(match.start(), match.end(), rule, spec)

    return build


class DateRules:
    """The rules of one language in their order, by the words they may begin with."""

    def __init__(self, index: DateIndex, rules: Iterable[DateRule]) -> None:
        self.index = index
        self.rules = tuple(rules)
        self.by_trigger: dict[str, list[tuple[int, DateRule]]] = {}
        self.by_need: dict[str, list[int]] = {}
        for n, rule in enumerate(self.rules):
            for word in rule.needs:
                self.by_need.setdefault(word, []).append(n)
            for word in rule.triggers:
                self.by_trigger.setdefault(word, []).append((n, rule))


def candidates(document: Document, rules: DateRules) -> list[Candidate]:
    """What each rule reads, in the order of the rules; a rule is tried only where one of its words stands."""
    text, starts = document.folded, document.word_starts
    needed: defaultdict[int, list[int]] = defaultdict(list)
    for word in rules.by_need.keys() & starts.keys():
        for n in rules.by_need[word]:
            needed[n] += starts[word]
    for places in needed.values():
        places.sort()
    found: list[tuple[int, Candidate]] = []
    for word in rules.by_trigger.keys() & starts.keys():
        for n, rule in rules.by_trigger[word]:
            places = starts[word]
            if rule.needs:
                if n not in needed:
                    continue
                places = followed(places, needed[n], rule.reach)
            for start in places:
                if match := rule.pattern.match(text, start):
                    found += [(n, candidate) for candidate in rule.build(rules.index, match, document)]
    found.sort(key=lambda pair: (pair[0], pair[1].start))
    return [candidate for _, candidate in found]
