"""How many contacts there were within a length of time: "four calls in two months", "la quarta in meno di due mesi".

Lives here: numbers and ordinals of contacts that a length of time follows. Must not live here: which contacts these are
(`data.extract.claims`), or words of a language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.document import DIGITS, Document
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    led_by,
    number_of,
    number_pattern,
    number_values,
    of_language,
    starts_of,
    words_of,
)
from data.extract.quantities.intervals import scan
from data.extract.quantities.lengths import days_of, lengths_in
from data.extract.quantities.ordinals import find_ordinals
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

RULES = (
    Rule(
        "ordinal_within",
        "Which in a series, counted within a length of time.",
        "È la quarta in due mesi.",
        "It is the fourth call in two months.",
    ),
    Rule(
        "count_within",
        "How many contacts there were within a length of time.",
        "Tre telefonate in due settimane.",
        "They had four calls in two months.",
    ),
)


@dataclass(frozen=True, slots=True)
class Count:
    """So many contacts within so many days."""

    start: int
    end: int
    number: int
    within_days_from: float
    within_days_to: float | None
    rule: str


class _Words:
    """One language's words for counts, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        number = number_pattern(words)
        times = rf"(?P<noun>{words_of((*words.counted, *words.counted_times))})"
        between = rf"(?:{led_by(words.between_number_and_noun)}){{0,3}}?"
        self.count = re.compile(rf"(?P<n>{number}){GAP}{between}{times}")
        self.count_first = first_words(number_values(words)) | {DIGITS}
        other = rf"(?!{alternation(words.count_in)}{GAP})[^\W_]+"
        self.count_in = re.compile(
            rf",?{GAP}(?:{other}{GAP}){{0,6}}?{led_by(words.count_in)}(?:{led_by(words.count_filler)})?"
        )


_of = of_language(_Words)


@lru_cache(maxsize=2)
def find_counts(document: Document, lexicon: Lexicon) -> Sequence[Count]:
    """An article → so many contacts in so long: "la quarta in meno di due mesi", "four calls in two months"."""
    grammar = _of(document, lexicon)
    lengths = {length.start: length for length in lengths_in(document, lexicon)}
    if not lengths:
        return []
    ordinals = find_ordinals(document, lexicon)
    heads = [(o.start, o.end, o.number, "ordinal_within") for o in ordinals if o.number > 1]
    for match in scan(document, starts_of(document, grammar.count_first), grammar.count):
        heads.append((match.start(), match.end(), number_of(match["n"], grammar.words), "count_within"))
    found = []
    for start, end, number, rule in heads:
        tail = grammar.count_in.match(document.folded, end)
        length = lengths.get(tail.end()) if tail else None
        if length is None or length.days < 1:
            continue
        first, last = days_of(length)
        found.append(Count(start, length.end, number, first, last, rule))
    return longest(found)
