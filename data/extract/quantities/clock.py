"""Times of day: "alle 8 ora di New York", "at 10am ET", "at three in the afternoon", "a mezzogiorno".

Lives here: which numbers are plainly a time of day, and its zone. Must not live here: what began then
(`data.extract.claims`), or words of a language.
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
    led_by,
    number_of,
    number_pattern,
    number_values,
    of_language,
    starts_of,
    words_of,
)
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

RULES = (
    Rule(
        "clock",
        "A time of day in figures, with its zone or city.",
        "Chiamò alle 8 ora di New York.",
        "He called at 10am ET.",
    ),
    Rule(
        "clock_spoken",
        "A time of day in words.",
        "Chiamò alle tre del pomeriggio.",
        "He called at three in the afternoon.",
    ),
    Rule("clock_word", "Noon and midnight.", "Chiamò a mezzogiorno.", "He called at noon."),
)

_TO_HOUR = 60  # characters from "shortly after about" to the hour


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day; `zone` is the IANA name when the words give one."""

    start: int
    end: int
    hour: int
    minute: int
    zone: str | None
    rule: str


class _Words:
    """One language's words for times of day, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        number = number_pattern(words)
        several = [w for group in words.units_plural.values() for w in group]
        plural = words_of(several)
        zones = {w: row.zone for row in words.zone for w in row.words}
        self.zones = zones
        self.capital_zones = {w for row in words.zone if row.capitals for w in row.words}
        zone = rf"(?:{GAP}\(?(?P<zone>{words_of(zones)}))"
        am = rf"(?:{GAP}?(?P<am>{alternation(words.clock_am)}|{alternation(words.clock_pm)})(?<![^\W_]\s)(?![^\W_]))"
        at = rf"(?P<at>{words_of(words.clock_at)}){GAP}?"
        self.clock = re.compile(
            rf"(?:{at}(?:{led_by(words.about)})?|(?P<bare>))(?P<h>[01]?\d|2[0-4])(?:[.:](?P<min>[0-5]\d)|(?:{GAP}{alternation(words.and_)}{GAP}(?P<mw>{number})))?(?![\d%°])"
            rf"(?!{GAP}?-?{plural})"
            rf"{am}?(?:,?{zone})?"
        )
        self.clock_word = re.compile(rf"(?P<w>{words_of(words.clock_words)})(?:,?{zone})?")
        self.clock_spoken = re.compile(
            rf"{at}(?:{led_by(words.about)})?(?P<n>{words_of(number_values(words))})(?:{GAP}(?:(?P<half>{words_of(words.whole_and_half)})|{alternation(words.and_)}{GAP}(?P<mw>{number})))?"
            rf"(?!{GAP}?-?{plural}){am}?(?:,?{zone})?"
        )
        other = rf"[(,]{GAP}?{words_of(words.clock_other)}{GAP}$"
        self.clock_other = re.compile(other) if words.clock_other else None
        self.clock_where = re.compile(rf"{GAP}{words_of(words.clock_where)}(?![^\W_])")
        self.clock_first = first_words(words.clock_at) | {DIGITS}
        self.spoken_needs = first_words(number_values(words))
        self.clock_word_first = first_words(words.clock_words)
        self.pm = words_of(words.clock_pm)
        self.strong_zones = {z for z in zones if any(w in z.split() for w in words.zone_nouns)}
        self.clock_follow = {
            w for p in (*words.clock_at, *words.about, *words.of, *words.articles) for w in re.findall(r"[^\W_]+", p)
        }

    def clock_time(self, document: Document, match: re.Match[str], rule: str) -> ClockTime | None:
        """A match of a clock pattern → the time, unless the words may be an amount."""
        named, end = match.groupdict(), match.end()
        zone = named.get("zone")
        if zone is not None:
            zone = " ".join(zone.split())
            if zone in self.capital_zones and not document.text[match.start("zone") : match.end("zone")].isupper():
                zone, end = None, match.start("zone")
                end = len(document.text[:end].rstrip(" (,"))
        half_day = named.get("am")
        minute = 0
        if rule == "clock_word":
            hour, start = self.words.clock_words[match["w"]], match.start()
        else:
            start = match.start("h") if rule == "clock" else match.start("n")
            hour = int(match["h"]) if rule == "clock" else number_of(match["n"], self.words)
            if named.get("min") or named.get("mw"):
                minute = int(named["min"]) if named.get("min") else number_of(named["mw"], self.words)
            elif named.get("half"):
                minute = 30
            if not self._clear(document, match, named, rule, zone, end):
                return None
        if half_day:
            afternoon = re.fullmatch(self.pm, half_day) is not None
            if hour > 12:
                return None
            hour = hour % 12 + (12 if afternoon else 0)
        if hour > 24 or minute > 59:
            return None
        return ClockTime(start, end, hour % 24, minute, self.zones[zone] if zone else None, rule)

    def _clear(
        self,
        document: Document,
        match: re.Match[str],
        named: dict[str, str | None],
        rule: str,
        zone: str | None,
        end: int,
    ) -> bool:
        """Whether a number is plainly a time of day: by am/pm, zone, minutes, or what stands around it."""
        start = match.start("h") if rule == "clock" else match.start("n")
        if start and document.text[start - 1] in ".,:/-" and document.text[start - 2 : start - 1].isdigit():
            return False
        if named.get("am"):
            return True
        colon = bool(named.get("min")) and document.text[match.start("min") - 1] == ":"
        if not named.get("at"):
            if zone is None:
                return self._other_clock(document, start) and self.clock_where.match(document.folded, end) is not None
            plain = bool(named.get("min")) or zone in self.capital_zones or zone in self.strong_zones
            return colon or plain or self._other_clock(document, start)
        if zone is not None or colon:
            return True
        if self.words.month_first:  # English: "at 10" alone is too little
            return False
        if rule == "clock_spoken" and number_of(named["n"] or "", self.words) == 1:
            return False
        after = re.match(rf"{GAP}([^\W_]+)", document.folded[end : end + 20])
        if after is None or bool(named.get("min")):
            return True
        word = after[1]
        return len(word) <= 3 or word in self.clock_follow

    def _other_clock(self, document: Document, start: int) -> bool:
        """Whether a number behind a comma or bracket tells the time somewhere else: "alle dieci (le 16 in Italia)"."""
        return bool(self.clock_other and self.clock_other.search(document.folded, max(0, start - 8), start))


_of = of_language(_Words)


def find_times(document: Document, lexicon: Lexicon) -> list[ClockTime]:
    """An article → times of day: "alle 8 ora di New York", "at 10am ET", "12:30 GMT", "a mezzogiorno"."""
    grammar = _of(document, lexicon)
    found: dict[int, ClockTime] = {}
    at = starts_of(document, grammar.clock_first)
    for pattern, starts, rule in (
        (grammar.clock, followed(at, document.word_starts[DIGITS], _TO_HOUR), "clock"),
        (grammar.clock_spoken, followed(at, starts_of(document, grammar.spoken_needs), _TO_HOUR), "clock_spoken"),
        (grammar.clock_word, starts_of(document, grammar.clock_word_first), "clock_word"),
    ):
        for start in starts:
            if match := pattern.match(document.folded, start):
                time = grammar.clock_time(document, match, rule)
                if time is not None:
                    found.setdefault(time.start, time)
    return longest(found.values())
