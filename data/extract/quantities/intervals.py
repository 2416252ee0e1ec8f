"""The interval of values that "about", "almost" or "more than" allows, and these words as a pattern.

Intervals: "about" is plus or minus half of the smallest unit named ("about two and a half hours": the smallest is half
an hour, so 150 ± 15; "about two hours" ± 30; round minutes count in tens, or fives, so "about 90 minutes" is ± 5);
"almost" is the last quarter of a unit below, without the end (165 up to, but not at, 180 minutes); "less than" ends
before the number and "more than" begins at it and stays open (None).

Lives here: what all readers of quantities share. Must not live here: any rule, any word of a language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from data.document import Document
from data.extract.finds import Qualifier
from data.extract.grammar import words_of
from data.lexicon.types import DateWords

REACH = 130  # characters: no quantity with a word it needs is longer
LETTER = r"(?![^\W_])"  # behind the last letter of a word


def interval(number: float, step: float, how: str) -> tuple[float, float | None, Qualifier]:
    """A figure, its granularity, "about", "almost", "less", "more" or "" → interval and qualifier."""
    if how == "about":
        return max(number - step / 2, 0), number + step / 2, "about"
    if how == "almost":
        return max(number - step / 4, 0), number, "less_than"
    if how == "less":
        return 0, number, "less_than"
    if how == "more":
        return number, None, "more_than"
    return number, number, "exact"


def round_step(number: float) -> float:
    """How finely a plain number is told: tens for 90, fives for 45, else one."""
    if number % 10 == 0 and number >= 10:
        return 10
    return 5 if number % 5 == 0 and number > 5 else 1


def qualifiers(words: DateWords) -> tuple[str, ...]:
    """The vocabulary → all words before a number that widen its interval."""
    return (*words.about, *words.almost, *words.less_than, *words.more_than, *words.exactly)


def told_pattern(words: DateWords) -> str:
    """The vocabulary → a pattern of these words with a group for each kind."""
    return (
        rf"(?:(?P<about>{words_of(words.about)})|(?P<almost>{words_of(words.almost)})|(?P<less>{words_of(words.less_than)})"
        rf"|(?P<more>{words_of(words.more_than)})|(?P<exactly>{words_of(words.exactly)}))"
    )


def told(match: re.Match[str]) -> str:
    """A match with the qualifier's groups → which of them it is, or ""."""
    return next((how for how in ("about", "almost", "less", "more") if match[how]), "")


def scan(document: Document, starts: Sequence[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches at some places, in text order, each beginning after the one before."""
    done = 0
    for start in starts:
        if start >= done and (match := pattern.match(document.folded, start)):
            yield match
            done = match.end()


def places_of(folded: str, needles: Iterable[str]) -> list[int]:
    """Where the needles stand in a text, in text order."""
    found = []
    for needle in needles:
        at = folded.find(needle)
        while at >= 0:
            found.append(at)
            at = folded.find(needle, at + 1)
    return sorted(found)
