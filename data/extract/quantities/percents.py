"""Shares in per cent: "90% dei punti", "almost 95 percent".

Lives here: how percentages are read. Must not live here: what they are a share of (`data.extract.claims`), or words of
a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.document import DIGITS, Document
from data.extract.finds import Qualifier
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    followed,
    led_by,
    number_of,
    number_values,
    of_language,
    starts_of,
    words_of,
)
from data.extract.needles import needles_of_phrases
from data.extract.quantities.intervals import (
    REACH,
    interval,
    places_of,
    qualifiers,
    round_step,
    scan,
    told,
    told_pattern,
)
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon

RULES = (Rule("percent", "A share in per cent.", "È fatto il 90% del lavoro.", "About 90 percent is agreed."),)


@dataclass(frozen=True, slots=True)
class Percent:
    """A share in percent, with the interval its qualifier allows."""

    start: int
    end: int
    number: float
    number_from: float
    number_to: float | None
    qualifier: Qualifier
    rule: str


class _Words:
    """One language's words for shares, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        how = told_pattern(words)
        self.percent = re.compile(
            rf"(?:{how}{GAP}(?:{led_by(words.articles)})?)?(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?|{words_of(number_values(words))}){GAP}?(?:{alternation(words.percent)})(?![^\W_])"
        )
        self.percent_needles = needles_of_phrases(words.percent)
        self.percent_first = first_words((*number_values(words), *qualifiers(words))) | {DIGITS}


_of = of_language(_Words)


def find_percents(document: Document, lexicon: Lexicon) -> list[Percent]:
    """An article → shares in percent: "90% dei punti", "almost 95 percent"."""
    grammar = _of(document, lexicon)
    found: list[Percent] = []
    needed = places_of(document.folded, grammar.percent_needles)
    starts = followed(starts_of(document, grammar.percent_first), needed, REACH) if needed else ()
    for match in scan(document, starts, grammar.percent):
        start = match.start()
        if start and document.folded[start - 1] in ".," and document.folded[start - 2 : start - 1].isdigit():
            continue
        text = match["n"].replace(",", ".")
        number = float(text) if text[0].isdigit() else float(number_of(match["n"], grammar.words))
        step = 1.0 if number % 1 else round_step(number)
        low, high, qualifier = interval(number, step, told(match))
        found.append(Percent(start, match.end(), number, low, high, qualifier, "percent"))
    return found
