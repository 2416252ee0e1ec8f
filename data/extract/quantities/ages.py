"""How old somebody is: "his 79th birthday", "the 79-year-old president", "Trump, 79,".

Lives here: which numbers are ages. Must not live here: whose age one is (`data.extract.claims`), or words of a
language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.document import DIGITS, Document
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    followed,
    number_of,
    number_pattern,
    number_values,
    of_language,
    ordinal_of,
    ordinal_pattern,
    starts_of,
    words_of,
)
from data.extract.needles import needles_of_phrases
from data.extract.quantities.intervals import LETTER, REACH, places_of
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

RULES = (
    Rule("birthday", "An age given by a birthday.", "Era il suo 79° compleanno.", "It was his 79th birthday."),
    Rule("age", "An age in an adjective or noun.", "Il 79enne presidente parlò.", "The 79-year-old president spoke."),
    Rule("age_apposition", "An age between commas behind a name.", "Mario, 79, parlò.", "Mr. Trump, 79, spoke."),
)

ADULT = range(16, 106)  # years of those who speak and act in the news: not of "the 3-year-old war"
_APPOSITION = re.compile(r"\d{2,3}(?![\w%°]|[.,]\d)(?=[,.;)])")
_NAMED = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ'’-]+), $")


@dataclass(frozen=True, slots=True)
class Age:
    """How many years old somebody is."""

    start: int
    end: int
    years: int
    rule: str


class _Words:
    """One language's words for ages, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        number = number_pattern(words)
        self.birthday = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{words_of(words.birthday)}")
        self.birthday_needles, self.aged_needles = needles_of_phrases(words.birthday), needles_of_phrases(words.aged)
        self.aged = re.compile(rf"(?P<n>{number})(?:-|{GAP})?(?:{alternation(words.aged)}){LETTER}")
        self.age_before = re.compile(rf"(?<![^\W_]){words_of(words.age_before)}{GAP}$")
        self.strong_age = re.compile(rf".*(?:{alternation(words.aged_strong)})$", re.DOTALL)
        self.old = re.compile(rf"(?:{GAP}|-)(?:{alternation(words.old)}){LETTER}")
        self.age_first = first_words((*words.ordinals, *number_values(words))) | {DIGITS}

    def tells_age(self, document: Document, match: re.Match[str]) -> bool:
        """Whether a number of years is an age: by its own words ("-year-old"), or by those before or around it."""
        if self.strong_age.match(match.group()):
            return True
        if self.age_before.search(document.folded, max(0, match.start() - 24), match.start()):
            return True
        around = document.text[match.end() : match.end() + 1] == ","
        return around and bool(_NAMED.search(document.text, max(0, match.start() - 30), match.start()))

    def is_month(self, name: str) -> bool:
        """Whether a capitalised word is a month, so that the number after it is no age."""
        return any(name.lower() in group for group in (*self.words.months, *self.words.weekdays))


_of = of_language(_Words)


def is_age(document: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a length of time tells how old somebody is."""
    grammar = _of(document, lexicon)
    if grammar.old.match(document.folded, end):
        return True
    return bool(grammar.age_before.search(document.folded, max(0, start - 24), start))


def find_ages(document: Document, lexicon: Lexicon) -> list[Age]:
    """An article → ages: "79° compleanno", "his 79th birthday", "the 79-year-old president", "Trump, 79,"."""
    grammar = _of(document, lexicon)
    folded, found = document.folded, []
    birthdays, ages = places_of(folded, grammar.birthday_needles), places_of(folded, grammar.aged_needles)
    needed = sorted([*birthdays, *ages])
    for start in followed(starts_of(document, grammar.age_first), needed, REACH) if needed else ():
        if birthdays and (match := grammar.birthday.match(folded, start)):
            found.append(Age(start, match.end(), ordinal_of(match["o"], grammar.words), "birthday"))
        elif ages and (match := grammar.aged.match(folded, start)) and grammar.tells_age(document, match):
            found.append(Age(start, match.end(), number_of(match["n"], grammar.words), "age"))
    for start in starts_of(document, frozenset({DIGITS})):
        named = _APPOSITION.match(document.text, start)
        if not named or int(named.group()) not in ADULT:
            continue
        if grammar.age_before.search(folded, max(0, start - 24), start):
            found.append(Age(start, named.end(), int(named.group()), "age"))
        elif (name := _NAMED.search(document.text, max(0, start - 30), start)) and not grammar.is_month(name[1]):
            found.append(Age(start, named.end(), int(named.group()), "age_apposition"))
    return longest(found)
