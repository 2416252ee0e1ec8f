"""Small tools to build rules out of vocabulary: alternations, number words, and where in a text a rule may begin.

Lives here: what the readers of dates and of quantities share. Must not live here: any rule, any word of a language.
All of it works on folded text (lower case, without accents, plain quotes).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TypeVar

from data.document import Document
from data.lexicon.types import DateWords, Lexicon

GAP = r"(?: {1,2}|\r?\n)"  # between two words of one expression: a blank or one line break
_WORD = re.compile(r"[^\W_]+")
T = TypeVar("T")


def of_language(compiled: Callable[[DateWords], T]) -> Callable[[Document, Lexicon], T]:
    """What compiles a language's words → the same for the language of a document, compiled once for each."""
    once = cache(compiled)
    return lambda document, lexicon: once(lexicon.words[document.language].dates)


def alternation(phrases: Iterable[str]) -> str:
    """Phrases → one non-capturing group that matches the longest of them; blanks also match a line break.

    Those with the same first letter stand together: Python passes over all of them at once where it is another.
    """
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    if not ordered:
        return r"(?!)"
    by_first: dict[str, list[str]] = {}
    for phrase in ordered:
        by_first.setdefault(_pattern(phrase[0]), []).append(_pattern(phrase[1:]))
    groups = (first + (rest[0] if len(rest) == 1 else f"(?:{'|'.join(rest)})") for first, rest in by_first.items())
    return f"(?:{'|'.join(groups)})"


def _pattern(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", GAP)


def words_of(phrases: Iterable[str]) -> str:
    """Phrases → an alternation that ends where a word ends."""
    return alternation(phrases) + r"(?![^\W_])"


def led_by(phrases: Iterable[str]) -> str:
    """Phrases → an alternation together with the blank after it, or none after an apostrophe or hyphen."""
    return f"(?:{alternation(phrases)}(?:(?<=['-])|{GAP}))"


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases → the words they begin with."""
    return frozenset(m.group() for p in phrases if (m := _WORD.search(p)))


def telling_words(phrases: Iterable[str]) -> frozenset[str]:
    """Phrases → the longest word of each: one of them stands wherever one of the phrases does."""
    return frozenset(max(words, key=len) for p in phrases if (words := _WORD.findall(p)))


def starts_of(document: Document, triggers: frozenset[str]) -> list[int]:
    """Document and words → the offsets at which one of the words stands, in text order."""
    index = document.word_starts
    return sorted(start for word in triggers & index.keys() for start in index[word])


def followed(starts: list[int], needed: list[int], reach: int) -> list[int]:
    """Those places, of some in text order, at which or not far behind which one of the needed places is."""
    if len(starts) < len(needed):
        last = needed[-1]
        return [at for at in starts if at <= last and needed[bisect_left(needed, at)] - at < reach]
    near: list[int] = []
    done = 0
    for place in needed:
        first = bisect_right(starts, place - reach, done)
        done = bisect_right(starts, place, first)
        near += starts[first:done]
    return near


@cache
def number_values(words: DateWords) -> Mapping[str, int]:
    """A language's vocabulary → every number word up to one hundred, and the round hundreds, with its value."""
    values = {**words.numbers, **words.tens, **words.hundreds}
    units = {word: n for word, n in words.numbers.items() if n < 10 and len(word) > 2 and not word.endswith("'")}
    for ten, tens in words.tens.items():
        stems = [ten, ten[:-1]] if words.number_elides else [ten]
        for unit, n in units.items():
            for join in words.number_joins:
                values |= {f"{stem}{join}{unit}": tens + n for stem in stems}
    return values


@cache
def number_pattern(words: DateWords) -> str:
    """A language's vocabulary → a pattern for a number, in digits or words; words before an apostrophe stay glued."""
    return rf"(?:\d{{1,3}}(?![\d.,:]*\d)|{alternation(number_values(words))}(?:(?<=')|(?![^\W_])))"


def number_of(text: str, words: DateWords) -> int:
    """A number as matched by `number_pattern` → its value."""
    return int(text) if text[0].isdigit() else number_values(words)[" ".join(text.split())]


@cache
def ordinal_values(words: DateWords) -> Mapping[str, int]:
    """A language's vocabulary → its ordinal words with their values."""
    return dict(words.ordinals)


@cache
def ordinal_pattern(words: DateWords) -> str:
    """A language's vocabulary → a pattern for an ordinal, in digits ("3rd", "79°") or words."""
    return rf"(?:\d{{1,3}}(?:{alternation(words.ordinal_endings)})(?![^\W_])|{words_of(words.ordinals)})"


def ordinal_of(text: str, words: DateWords) -> int:
    """An ordinal as matched by `ordinal_pattern` → its value."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else words.ordinals[" ".join(text.split())]
