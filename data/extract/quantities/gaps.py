"""The time since the contact before: "in quasi due mesi", "after a three-year break".

Lives here: which lengths of time (`lengths`) tell it. Must not live here: between which contacts it lies
(`data.extract.claims`), or words of a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.document import Document
from data.extract.finds import Qualifier
from data.extract.grammar import GAP, of_language, words_of
from data.extract.quantities.intervals import LETTER, interval
from data.extract.quantities.lengths import Length, days_of, is_distance, lengths_in
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon

RULES = (
    Rule(
        "gap",
        "The time since the contact before.",
        "Il primo contatto in quasi due mesi.",
        "The first contact in almost two months.",
    ),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """The time since the last contact, in days (`days_to` None: open; excluded for "less than")."""

    start: int
    end: int
    days_from: float
    days_to: float | None
    qualifier: Qualifier
    rule: str


class _Words:
    """One language's words around gaps, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.gap_before = re.compile(rf"(?<![^\W_]){words_of(words.gap_before)}{GAP}$")
        self.gap_weak = re.compile(rf"(?<![^\W_]){words_of(words.gap_weak)}{GAP}$")
        self.gap_after = re.compile(rf"{GAP}{words_of(words.gap_after)}")
        self.gap_first = re.compile(rf"(?<![^\W_]){words_of(words.gap_first)}{LETTER}[^.;:!?]{{0,75}}$")

    def gap_start(self, document: Document, length: Length) -> int | None:
        """Where the words for a gap begin, if the length is one."""
        folded, start = document.folded, length.start
        if strong := self.gap_before.search(folded, max(0, start - 40), start):
            return strong.start()
        weak = self.gap_weak.search(folded, max(0, start - 24), start)
        if weak is None:
            return None
        first = self.gap_first.search(folded, max(0, weak.start() - 80), weak.start())
        return weak.start() if first or self.gap_after.match(folded, length.end) else None


_of = of_language(_Words)


def find_gaps(document: Document, lexicon: Lexicon) -> list[Gap]:
    """An article → the time since the last contact, in days: "in quasi due mesi", "after a three-year break"."""
    grammar = _of(document, lexicon)
    found = []
    for length in lengths_in(document, lexicon):
        if length.days <= 1 or is_distance(document, lexicon, length):
            continue
        start = grammar.gap_start(document, length)
        if start is not None:
            first, last = days_of(length)
            vague = length.how == "vague"
            qualifier = "about" if vague else interval(length.days, length.days_step, length.how)[2]
            found.append(Gap(start, length.end, first, last, qualifier, "gap"))
    return found
