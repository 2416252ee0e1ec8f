"""The how-manieth contact: "la loro sesta telefonata", "third meeting", "la quarta in due mesi".

Lives here: which ordinals number contacts. Must not live here: which contact that is (`data.extract.claims`), or words
of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
    ordinal_of,
    ordinal_pattern,
    starts_of,
    words_of,
)
from data.extract.quantities.intervals import scan
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

RULES = (
    Rule(
        "ordinal_noun",
        "Which in a series of contacts this one is.",
        "È la loro sesta telefonata.",
        "It is their third meeting.",
    ),
    Rule(
        "ordinal_alone",
        "The same where the noun is left out.",
        "È la quarta in due mesi.",
        "It is the fourth since May.",
    ),
    Rule(
        "ordinal_times",
        "So many times, where the last of them is told.",
        "Ha chiamato quattro volte da maggio, l'ultima venerdì.",
        "He called four times since May, most recently on Friday.",
    ),
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The how-manieth of something; without a noun ("la quarta") the noun's place is empty, at the end."""

    start: int
    end: int
    number: int
    noun_start: int
    noun_end: int
    rule: str


class _Words:
    """One language's words for ordinals, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        number = number_pattern(words)
        noun = rf"(?P<noun>{words_of(words.counted)})"
        between = rf"(?:{led_by(words.between_number_and_noun)}){{0,3}}?"
        self.ordinal = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{between}{noun}")
        self.ordinal_time = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{words_of(words.counted_times)}")
        bare_before = words_of(words.ordinal_before)
        self.ordinal_bare = re.compile(rf"(?P<o>{ordinal_pattern(words)})")
        self.ordinal_bare_before = re.compile(rf"(?<![^\W_]){bare_before}{GAP}$")
        self.ordinal_first = first_words(words.ordinals) | {DIGITS}
        self.count_first = first_words(number_values(words)) | {DIGITS}
        counted = (*words.count_in, *words.since, *words.since_start)
        self.ordinal_after = re.compile(rf"{GAP}{alternation(counted)}")
        self.time_after = re.compile(rf"{GAP}{alternation((*counted, *words.times_in))}")
        until_now = alternation((*words.since, *words.since_start, *words.times_in))
        self.several = re.compile(rf"(?P<n>{number}){GAP}{words_of(words.counted_times)}(?={GAP}{until_now})")
        self.most_recent = re.compile(rf"[^.;:!?()\n]{{0,40}},{GAP}{words_of(words.most_recent)}")

    def stands_alone(self, document: Document, match: re.Match[str]) -> bool:
        """Whether an ordinal without a noun counts contacts: "la quarta in ...", "the fourth since ..."."""
        before = self.ordinal_bare_before.search(document.folded, max(0, match.start() - 12), match.start())
        return bool(before) and self.counts_on(document, match)

    def without_noun(self, document: Document, start: int) -> re.Match[str] | None:
        """An ordinal that counts contacts without naming them: "per la terza volta in …", "the fourth since …"."""
        match = self.ordinal_time.match(document.folded, start)
        if match and self.time_after.match(document.folded, match.end()):
            return match
        match = self.ordinal_bare.match(document.folded, start)
        return match if match and self.stands_alone(document, match) else None

    def times_until_now(self, document: Document) -> Iterator[Ordinal]:
        """So many times, of which the contact told is the last: "five times this year, most recently on Friday"."""
        for match in scan(document, starts_of(document, self.count_first), self.several):
            if (
                self.most_recent.match(document.folded, match.end())
                and (number := number_of(match["n"], self.words)) > 1
            ):
                yield Ordinal(match.start(), match.end(), int(number), match.end(), match.end(), "ordinal_times")

    def counts_on(self, document: Document, match: re.Match[str]) -> bool:
        """Whether the words go on to say since when, or within what time, it is counted."""
        return self.ordinal_after.match(document.folded, match.end()) is not None


_of = of_language(_Words)


@lru_cache(maxsize=2)
def find_ordinals(document: Document, lexicon: Lexicon) -> Sequence[Ordinal]:
    """An article → the how-manieth contact: "la loro sesta telefonata", "third meeting", "la quarta in due mesi"."""
    grammar = _of(document, lexicon)
    found = []
    for start in starts_of(document, grammar.ordinal_first):
        if match := grammar.ordinal.match(document.folded, start):
            number = ordinal_of(match["o"], grammar.words)
            found.append(Ordinal(start, match.end(), number, *match.span("noun"), "ordinal_noun"))
        elif match := grammar.without_noun(document, start):
            number = ordinal_of(match["o"], grammar.words)
            found.append(Ordinal(start, match.end(), number, match.end(), match.end(), "ordinal_alone"))
    if any(word in document.folded for word in grammar.words.most_recent):
        found += grammar.times_until_now(document)
    return longest(found)
