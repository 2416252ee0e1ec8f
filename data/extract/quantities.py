"""Durations, clock times, ordinals, counts, gaps, ages and percentages in one article, with the interval each allows.

Lives here: rules over vocabulary, and the arithmetic of "about", "almost" and "more than". Must not live here: words of
a language, or what a figure belongs to (that is for the reader of claims).

Intervals: "about" is plus or minus half of the smallest unit named ("about two and a half hours": the smallest is half
an hour, so 150 ± 15; "about two hours" ± 30; round minutes count in tens, or fives, so "about 90 minutes" is ± 5);
"almost" is the last quarter of a unit below, without the end (165 up to, but not at, 180 minutes); "less than" ends
before the number and "more than" begins at it and stays open (None).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from data.document import DIGITS, Document
from data.extract.finds import Qualifier
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    followed,
    led_by,
    number_of,
    number_pattern,
    number_values,
    ordinal_of,
    ordinal_pattern,
    starts_of,
    words_of,
)
from data.extract.needles import needles_of_phrases
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

# every rule with an Italian and an English example of the words it finds
RULES = (
    Rule(
        "duration",
        "A length of time in hours and minutes, with the interval its wording allows.",
        "Parlarono circa due ore e mezza.",
        "They spoke for almost three hours.",
    ),
    Rule(
        "vague_duration", "A length of time without a number.", "Parlarono alcune ore.", "They spoke for several hours."
    ),
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
    Rule(
        "gap",
        "The time since the contact before.",
        "Il primo contatto in quasi due mesi.",
        "The first contact in almost two months.",
    ),
    Rule("birthday", "An age given by a birthday.", "Era il suo 79° compleanno.", "It was his 79th birthday."),
    Rule("age", "An age in an adjective or noun.", "Il 79enne presidente parlò.", "The 79-year-old president spoke."),
    Rule("age_apposition", "An age between commas behind a name.", "Mario, 79, parlò.", "Mr. Trump, 79, spoke."),
    Rule("percent", "A share in per cent.", "È fatto il 90% del lavoro.", "About 90 percent is agreed."),
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in minutes; the interval it allows (`minutes_to` None: open; excluded for "less than").

    `rounding` is half the smallest unit named: so much more or less it may be where the words are only a label.
    """

    start: int
    end: int
    minutes: float
    minutes_from: float
    minutes_to: float | None
    qualifier: Qualifier
    rule: str
    rounding: float = 0.0


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A time of day; `zone` is the IANA name when the words give one."""

    start: int
    end: int
    hour: int
    minute: int
    zone: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The how-manieth of something; without a noun ("la quarta") the noun's place is empty, at the end."""

    start: int
    end: int
    number: int
    noun_start: int
    noun_end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Count:
    """So many contacts within so many days."""

    start: int
    end: int
    number: int
    within_days_from: float
    within_days_to: float | None
    rule: str


@dataclass(frozen=True, slots=True)
class Gap:
    """The time since the last contact, in days (`days_to` None: open; excluded for "less than")."""

    start: int
    end: int
    days_from: float
    days_to: float | None
    qualifier: Qualifier
    rule: str


@dataclass(frozen=True, slots=True)
class Age:
    """How many years old somebody is."""

    start: int
    end: int
    years: int
    rule: str


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
_REACH = 130  # characters: no quantity with a word it needs is longer
_TO_HOUR = 60  # characters from "shortly after about" to the hour
_LETTER = r"(?![^\W_])"


def _interval(number: float, step: float, how: str) -> tuple[float, float | None, Qualifier]:
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


def _round_step(number: float) -> float:
    """How finely a plain number is told: tens for 90, fives for 45, else one."""
    if number % 10 == 0 and number >= 10:
        return 10
    return 5 if number % 5 == 0 and number > 5 else 1


@dataclass(frozen=True, slots=True)
class _Length:
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


class _Grammar:
    """One language's words for quantities, compiled."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        self.units = {w: u for group in (words.units, words.units_plural) for u, ws in group.items() for w in ws}
        number = number_pattern(words)
        how = self._how()
        gap = rf"(?:{GAP}|(?<=')|(?<=-))"
        unit = words_of(self.units)
        several = [w for group in words.units_plural.values() for w in group]
        self.single = frozenset(self.units) - frozenset(several)
        plural = words_of(several)
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
            rf"(?:{GAP}?(?:{minute}|m{_LETTER}))?"
            rf")"
        )
        first = (*number_values(words), *words.vague, *words.dozens, *words.half, *words.half_hour, *words.spelt_hours)
        self.length_first = first_words((*first, *self._qualifiers())) | {DIGITS}
        self.length_needs = first_words((*self.units, *words.half_hour, *words.spelt_hours)) | {DIGITS}
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
        noun = rf"(?P<noun>{words_of(words.counted)})"
        times = rf"(?P<noun>{words_of((*words.counted, *words.counted_times))})"
        between = rf"(?:{led_by(words.between_number_and_noun)}){{0,3}}?"
        self.ordinal = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{between}{noun}")
        self.ordinal_time = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{words_of(words.counted_times)}")
        bare_before = words_of(words.ordinal_before)
        self.ordinal_bare = re.compile(rf"(?P<o>{ordinal_pattern(words)})")
        self.ordinal_bare_before = re.compile(rf"(?<![^\W_]){bare_before}{GAP}$")
        self.ordinal_first = first_words(words.ordinals) | {DIGITS}
        self.count = re.compile(rf"(?P<n>{number}){GAP}{between}{times}")
        self.count_first = first_words(number_values(words)) | {DIGITS}
        self.age_first = self.ordinal_first | self.count_first
        other = rf"(?!{alternation(words.count_in)}{GAP})[^\W_]+"
        self.count_in = re.compile(
            rf",?{GAP}(?:{other}{GAP}){{0,6}}?{led_by(words.count_in)}(?:{led_by(words.count_filler)})?"
        )
        self.gap_before = re.compile(rf"(?<![^\W_]){words_of(words.gap_before)}{GAP}$")
        self.gap_weak = re.compile(rf"(?<![^\W_]){words_of(words.gap_weak)}{GAP}$")
        self.gap_after = re.compile(rf"{GAP}{words_of(words.gap_after)}")
        self.gap_first = re.compile(rf"(?<![^\W_]){words_of(words.gap_first)}{_LETTER}[^.;:!?]{{0,75}}$")
        self.birthday = re.compile(rf"(?P<o>{ordinal_pattern(words)}){GAP}{words_of(words.birthday)}")
        self.birthday_needles, self.aged_needles = needles_of_phrases(words.birthday), needles_of_phrases(words.aged)
        self.aged = re.compile(rf"(?P<n>{number})(?:-|{GAP})?(?:{alternation(words.aged)}){_LETTER}")
        self.age_before = re.compile(rf"(?<![^\W_]){words_of(words.age_before)}{GAP}$")
        self.strong_age = re.compile(rf".*(?:{alternation(words.aged_strong)})$", re.DOTALL)
        self.percent = re.compile(
            rf"(?:{how}{GAP}(?:{led_by(words.articles)})?)?(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?|{words_of(number_values(words))}){GAP}?(?:{alternation(words.percent)})(?![^\W_])"
        )
        self.percent_needles = needles_of_phrases(words.percent)
        self.percent_first = first_words((*number_values(words), *self._qualifiers())) | {DIGITS}
        far = (*words.ago, *words.later, *words.earlier, *words.after, *words.before, *words.from_now)
        self.distance = re.compile(rf"{GAP}?(?<![^\W_](?=[^\W_])){alternation(far)}{_LETTER}")
        self.old = re.compile(rf"(?:{GAP}|-)(?:{alternation(words.old)}){_LETTER}")
        counted = (*words.count_in, *words.since, *words.since_start)
        self.ordinal_after = re.compile(rf"{GAP}{alternation(counted)}")
        self.time_after = re.compile(rf"{GAP}{alternation((*counted, *words.times_in))}")
        until_now = alternation((*words.since, *words.since_start, *words.times_in))
        self.several = re.compile(rf"(?P<n>{number}){GAP}{words_of(words.counted_times)}(?={GAP}{until_now})")
        self.most_recent = re.compile(rf"[^.;:!?()\n]{{0,40}},{GAP}{words_of(words.most_recent)}")
        self.pm = words_of(words.clock_pm)
        self.strong_zones = {z for z in zones if any(w in z.split() for w in words.zone_nouns)}
        self.clock_follow = {
            w for p in (*words.clock_at, *words.about, *words.of, *words.articles) for w in re.findall(r"[^\W_]+", p)
        }

    def _qualifiers(self) -> tuple[str, ...]:
        words = self.words
        return (*words.about, *words.almost, *words.less_than, *words.more_than, *words.exactly)

    def _how(self) -> str:
        words = self.words
        return (
            rf"(?:(?P<about>{words_of(words.about)})|(?P<almost>{words_of(words.almost)})|(?P<less>{words_of(words.less_than)})"
            rf"|(?P<more>{words_of(words.more_than)})|(?P<exactly>{words_of(words.exactly)}))"
        )

    @staticmethod
    def told(match: re.Match[str]) -> str:
        """A match with the qualifier's groups → which of them it is, or ""."""
        return next((how for how in ("about", "almost", "less", "more") if match[how]), "")

    def scan(self, document: Document, starts: Sequence[int], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches at some places, in text order, each beginning after the one before."""
        done = 0
        for start in starts:
            if start >= done and (match := pattern.match(document.folded, start)):
                yield match
                done = match.end()

    def lengths(self, document: Document) -> list[_Length]:
        """All lengths of time, whatever they are the length of."""
        found = []
        starts = followed(starts_of(document, self.length_first), starts_of(document, self.length_needs), _REACH)
        for match in self.scan(document, starts, self.length):
            start = match.start()
            if start and document.folded[start - 1] in ".,:" and document.folded[start - 2 : start - 1].isdigit():
                continue
            length = self._length(match)
            if length is not None:
                found.append(length)
        return found

    def _length(self, match: re.Match[str]) -> _Length | None:
        words, how = self.words, self.told(match)
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
                step = _round_step(number) if unit == "minute" else 1.0
            added = 0.5 if match["half"] or match["half2"] else 0.25 if match["quarter"] or match["quarter2"] else 0.0
            added = 0.75 if match["three"] or match["three2"] else added
            if added:
                number, step = number + added, 0.5 if added == 0.5 else 0.25
            if match["m"]:
                extra = number_of(match["m"], words)
                if unit != "hour":
                    return None
                number, step = number + extra / 60, _round_step(extra) / 60
        per, days = _MINUTES[unit], _DAYS[unit]
        return _Length(
            match.start(), match.end(), round(number * per, 6), step * per, how,
            number * days, step * days, low * per, high * per,
            bool(match["u"]) and match.string[match.start("u") - 1] == "-",
            unit != "hour" and number == 1 and not (match["n"] or "1")[0].isdigit(),
        )  # fmt: skip

    def is_distance(self, document: Document, length: _Length) -> bool:
        """Whether the words tell a point in time, not a length: "two days ago", "tre settimane dopo"."""
        return bool(self.distance.match(document.folded, length.end))

    def is_age(self, document: Document, length: _Length) -> bool:
        """Whether the words tell how old somebody is."""
        if self.old.match(document.folded, length.end):
            return True
        return bool(self.age_before.search(document.folded, max(0, length.start - 24), length.start))

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
        for match in self.scan(document, starts_of(document, self.count_first), self.several):
            if (
                self.most_recent.match(document.folded, match.end())
                and (number := number_of(match["n"], self.words)) > 1
            ):
                yield Ordinal(match.start(), match.end(), int(number), match.end(), match.end(), "ordinal_times")

    def counts_on(self, document: Document, match: re.Match[str]) -> bool:
        """Whether the words go on to say since when, or within what time, it is counted."""
        return self.ordinal_after.match(document.folded, match.end()) is not None

    def gap_start(self, document: Document, length: _Length) -> int | None:
        """Where the words for a gap begin, if the length is one."""
        folded, start = document.folded, length.start
        if strong := self.gap_before.search(folded, max(0, start - 40), start):
            return strong.start()
        weak = self.gap_weak.search(folded, max(0, start - 24), start)
        if weak is None:
            return None
        first = self.gap_first.search(folded, max(0, weak.start() - 80), weak.start())
        return weak.start() if first or self.gap_after.match(folded, length.end) else None

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


@cache
def _grammar(words: DateWords) -> _Grammar:
    return _Grammar(words)


def _of(document: Document, lexicon: Lexicon) -> _Grammar:
    return _grammar(lexicon.words[document.language].dates)


@lru_cache(maxsize=2)
def _lengths(document: Document, lexicon: Lexicon) -> Sequence[_Length]:
    """All lengths of time of an article, which several readers ask for."""
    return _of(document, lexicon).lengths(document)


def _places(folded: str, needles: Iterable[str]) -> list[int]:
    """Where the needles stand in a text, in text order."""
    found = []
    for needle in needles:
        at = folded.find(needle)
        while at >= 0:
            found.append(at)
            at = folded.find(needle, at + 1)
    return sorted(found)


def find_durations(document: Document, lexicon: Lexicon) -> list[Duration]:
    """An article → lengths of time, in minutes: "due ore e mezza", "almost three hours", "a two-hour call", "2h05".

    Not found: distances to a date ("due giorni fa", "two weeks later"), ages, and a bare "a day" or "un mese".
    """
    grammar = _of(document, lexicon)
    found = []
    for length in _lengths(document, lexicon):
        if grammar.is_distance(document, length) or grammar.is_age(document, length):
            continue
        if length.bare and not length.how and not length.joined:
            continue
        if length.how == "vague":
            vague = Duration(
                length.start, length.end, length.minutes, length.low, length.high, "about", "vague_duration"
            )
            found.append(vague)
            continue
        first, last, told = _interval(length.minutes, length.step, length.how)
        found.append(Duration(length.start, length.end, length.minutes, first, last, told, "duration", length.step / 2))
    return found


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


@lru_cache(maxsize=2)
def find_counts(document: Document, lexicon: Lexicon) -> Sequence[Count]:
    """An article → so many contacts in so long: "la quarta in meno di due mesi", "four calls in two months"."""
    grammar = _of(document, lexicon)
    lengths = {length.start: length for length in _lengths(document, lexicon)}
    if not lengths:
        return []
    ordinals = find_ordinals(document, lexicon)
    heads = [(o.start, o.end, o.number, "ordinal_within") for o in ordinals if o.number > 1]
    for match in grammar.scan(document, starts_of(document, grammar.count_first), grammar.count):
        heads.append((match.start(), match.end(), number_of(match["n"], grammar.words), "count_within"))
    found = []
    for start, end, number, rule in heads:
        tail = grammar.count_in.match(document.folded, end)
        length = lengths.get(tail.end()) if tail else None
        if length is None or length.days < 1:
            continue
        first, last = _days_of(length)
        found.append(Count(start, length.end, number, first, last, rule))
    return longest(found)


def find_gaps(document: Document, lexicon: Lexicon) -> list[Gap]:
    """An article → the time since the last contact, in days: "in quasi due mesi", "after a three-year break"."""
    grammar = _of(document, lexicon)
    found = []
    for length in _lengths(document, lexicon):
        if length.days <= 1 or grammar.is_distance(document, length):
            continue
        start = grammar.gap_start(document, length)
        if start is not None:
            first, last = _days_of(length)
            vague = length.how == "vague"
            qualifier = "about" if vague else _interval(length.days, length.days_step, length.how)[2]
            found.append(Gap(start, length.end, first, last, qualifier, "gap"))
    return found


def _days_of(length: _Length) -> tuple[float, float | None]:
    """A length → the interval of days it allows; exact months and years allow half a unit more or less."""
    if length.how == "vague":
        return length.low / 1440, length.high / 1440
    if not length.how and length.days_step >= 7:
        return length.days - length.days_step / 2, length.days + length.days_step / 2
    first, last, _ = _interval(length.days, length.days_step, length.how)
    return first, last


def find_ages(document: Document, lexicon: Lexicon) -> list[Age]:
    """An article → ages: "79° compleanno", "his 79th birthday", "the 79-year-old president", "Trump, 79,"."""
    grammar = _of(document, lexicon)
    folded, found = document.folded, []
    birthdays, ages = _places(folded, grammar.birthday_needles), _places(folded, grammar.aged_needles)
    needed = sorted([*birthdays, *ages])
    for start in followed(starts_of(document, grammar.age_first), needed, _REACH) if needed else ():
        if birthdays and (match := grammar.birthday.match(folded, start)):
            found.append(Age(start, match.end(), ordinal_of(match["o"], grammar.words), "birthday"))
        elif ages and (match := grammar.aged.match(folded, start)) and grammar.tells_age(document, match):
            found.append(Age(start, match.end(), number_of(match["n"], grammar.words), "age"))
    for start in starts_of(document, frozenset({DIGITS})):
        named = _APPOSITION.match(document.text, start)
        if not named or not 16 <= int(named.group()) <= 105:
            continue
        if grammar.age_before.search(folded, max(0, start - 24), start):
            found.append(Age(start, named.end(), int(named.group()), "age"))
        elif (name := _NAMED.search(document.text, max(0, start - 30), start)) and not grammar.is_month(name[1]):
            found.append(Age(start, named.end(), int(named.group()), "age_apposition"))
    return longest(found)


def find_percents(document: Document, lexicon: Lexicon) -> list[Percent]:
    """An article → shares in percent: "90% dei punti", "almost 95 percent"."""
    grammar = _of(document, lexicon)
    found: list[Percent] = []
    needed = _places(document.folded, grammar.percent_needles)
    starts = followed(starts_of(document, grammar.percent_first), needed, _REACH) if needed else ()
    for match in grammar.scan(document, starts, grammar.percent):
        start = match.start()
        if start and document.folded[start - 1] in ".," and document.folded[start - 2 : start - 1].isdigit():
            continue
        text = match["n"].replace(",", ".")
        number = float(text) if text[0].isdigit() else float(number_of(match["n"], grammar.words))
        step = 1.0 if number % 1 else _round_step(number)
        low, high, qualifier = _interval(number, step, grammar.told(match))
        found.append(Percent(start, match.end(), number, low, high, qualifier, "percent"))
    return found


_APPOSITION = re.compile(r"\d{2,3}(?![\w%°]|[.,]\d)(?=[,.;)])")
_NAMED = re.compile(r"([A-ZÀ-Ý][a-zà-ÿ'’-]+), $")
