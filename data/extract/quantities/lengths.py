"""Lengths of time as they are worded: "almost two and a half hours", "2h05", "a couple of weeks".

Lives here: what a length is and where one stands, whatever it is the length of. Must not live here: whether it is a
duration (`durations`) or a gap (`gaps`), or words of a language.
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
    followed,
    number_of,
    number_pattern,
    number_values,
    of_language,
    starts_of,
    words_of,
)
from data.extract.quantities.intervals import LETTER, REACH, interval, qualifiers, round_step, scan, told, told_pattern
from data.lexicon.types import DateWords, Lexicon

_MINUTES = {
    "minute": 1.0,
    "hour": 60.0,
    "day": 1440.0,
    "week": 10080.0,
    "weekend": 2880.0,
    "month": 43830.0,
    "year": 525960.0,
}
_DAYS = {unit: minutes / 1440 for unit, minutes in _MINUTES.items()} | {"month": 30.5, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as matched: its value and the smallest step named, in minutes; days by the calendar's mean."""

    start: int
    end: int
    minutes: float
    step: float
    how: str
    days: float
    days_step: float
    low: float  # smallest and largest number, when the words are vague
    high: float
    joined: bool  # "two-hour"
    bare: bool  # "a day", "un mese": more often a rate or a point in time than a length


class _Words:
    """One language's words for lengths of time, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        self.units = {w: u for group in (words.units, words.units_plural) for u, ws in group.items() for w in ws}
        number = number_pattern(words)
        how = told_pattern(words)
        gap = rf"(?:{GAP}|(?<=')|(?<=-))"
        unit = words_of(self.units)
        several = [w for group in words.units_plural.values() for w in group]
        self.single = frozenset(self.units) - frozenset(several)
        self.rate_before = re.compile(rf"(?<![^\W_]){words_of(words.rate_before)}{GAP}$")
        hour = words_of([w for group in (words.units, words.units_plural) for w in group["hour"]])
        minute = words_of([w for group in (words.units, words.units_plural) for w in group["minute"]])
        amount = (
            rf"(?:(?P<vague>{alternation(words.vague)})|(?P<dozen>{alternation(words.dozens)})"
            rf"|(?P<n>\d{{1,3}}[.,]\d(?!\d)|{number}))"
        )

        def fraction(place: str) -> str:
            """A fraction before ("two and a half hours") or after the unit ("due ore e mezza")."""
            return (
                rf"(?:(?P<half{place}>{words_of(words.whole_and_half)})|(?P<quarter{place}>{words_of(words.quarter)})"
                rf"|(?P<three{place}>{words_of(words.three_quarters)}))"
            )

        and_ = rf"(?:,?{GAP}(?:{alternation(words.and_)}{GAP})?)"
        self.length = re.compile(
            rf"(?:{how}{gap})?(?:"
            rf"(?P<halfhour>{words_of(words.half_hour)})|(?P<spelt>{words_of(words.spelt_hours)})"
            rf"|(?P<halfunit>{alternation(words.half)}){gap}?(?P<u0>{unit})"
            rf"|{amount}(?:(?:{GAP}|-){fraction('')})?{gap}{{0,2}}(?P<hyphen>-)?(?P<u>{unit})(?!-{alternation(words.and_)}-)"
            rf"(?:{GAP}{fraction('2')}"
            rf"|{and_}(?P<m>{number}){GAP}(?P<mu>{minute}))?"
            rf"|(?P<h>\d{{1,2}}){GAP}?(?:h|{hour})\.?{GAP}?(?P<hm>[0-5]\d)(?!\d|[.,:]\d|%)"
            rf"(?:{GAP}?(?:{minute}|m{LETTER}))?"
            rf")"
        )
        first = (*number_values(words), *words.vague, *words.dozens, *words.half, *words.half_hour, *words.spelt_hours)
        self.length_first = first_words((*first, *qualifiers(words))) | {DIGITS}
        self.length_needs = first_words((*self.units, *words.half_hour, *words.spelt_hours)) | {DIGITS}
        far = (*words.ago, *words.later, *words.earlier, *words.after, *words.before, *words.from_now)
        self.distance = re.compile(rf"{GAP}?(?<![^\W_](?=[^\W_])){alternation(far)}{LETTER}")

    def lengths(self, document: Document) -> list[Length]:
        """All lengths of time, whatever they are the length of."""
        found = []
        starts = followed(starts_of(document, self.length_first), starts_of(document, self.length_needs), REACH)
        for match in scan(document, starts, self.length):
            start = match.start()
            if start and document.folded[start - 1] in ".,:" and document.folded[start - 2 : start - 1].isdigit():
                continue
            length = self._length(match)
            if length is not None:
                found.append(length)
        return found

    def _length(self, match: re.Match[str]) -> Length | None:
        words, how = self.words, told(match)
        low = high = 0.0
        unit = "hour"
        if match["halfhour"]:
            number, step = 0.5, 0.5
        elif match["spelt"]:
            number = words.spelt_hours[" ".join(match["spelt"].split())]
            step = 0.5 if number % 1 else 1.0
        elif match["halfunit"]:
            unit, number, step = self.units[" ".join(match["u0"].split())], 0.5, 0.5
        elif match["hm"]:
            number, step = int(match["h"]) + int(match["hm"]) / 60, 1 / 60
        else:
            unit = self.units[" ".join(match["u"].split())]
            if match["vague"]:
                few = words.vague[" ".join(match["vague"].split())]
                low, high = few
                number, step, how = sum(few) / 2, 1.0, "vague"
            elif match["dozen"]:
                number, step, how = words.dozens[" ".join(match["dozen"].split())], 5.0, how or "about"
            elif re.search(r"\d[.,]\d", match["n"]):
                number, step = float(match["n"].replace(",", ".")), 0.5
            else:
                number = number_of(match["n"], words)
                hyphen = match.string[match.start("u") - 1] == "-"
                if number != 1 and match["u"] in self.single and not hyphen:
                    return None
                if self.rate_before.search(match.string, max(0, match.start() - 14), match.start()):
                    return None
                step = round_step(number) if unit == "minute" else 1.0
            added = 0.5 if match["half"] or match["half2"] else 0.25 if match["quarter"] or match["quarter2"] else 0.0
            added = 0.75 if match["three"] or match["three2"] else added
            if added:
                number, step = number + added, 0.5 if added == 0.5 else 0.25
            if match["m"]:
                extra = number_of(match["m"], words)
                if unit != "hour":
                    return None
                number, step = number + extra / 60, round_step(extra) / 60
        per, days = _MINUTES[unit], _DAYS[unit]
        return Length(
            match.start(), match.end(), round(number * per, 6), step * per, how,
            number * days, step * days, low * per, high * per,
            bool(match["u"]) and match.string[match.start("u") - 1] == "-",
            unit != "hour" and number == 1 and not (match["n"] or "1")[0].isdigit(),
        )  # fmt: skip


_of = of_language(_Words)


@lru_cache(maxsize=2)
def lengths_in(document: Document, lexicon: Lexicon) -> Sequence[Length]:
    """All lengths of time of an article, which several readers ask for."""
    return _of(document, lexicon).lengths(document)


def is_distance(document: Document, lexicon: Lexicon, length: Length) -> bool:
    """Whether the words tell a point in time, not a length: "two days ago", "tre settimane dopo"."""
    return bool(_of(document, lexicon).distance.match(document.folded, length.end))


def days_of(length: Length) -> tuple[float, float | None]:
    """A length → the interval of days it allows; exact months and years allow half a unit more or less."""
    if length.how == "vague":
        return length.low / 1440, length.high / 1440
    if not length.how and length.days_step >= 7:
        return length.days - length.days_step / 2, length.days + length.days_step / 2
    first, last, _ = interval(length.days, length.days_step, length.how)
    return first, last
