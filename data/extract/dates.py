"""Dates in one article: expressions found by rules over vocabulary, and the days they mean once an anchor is known.

Lives here: `find_dates` (words → symbolic specs), `resolve_date` (find and anchor → days), `find_published` (the
article's own day from its first lines). Must not live here: words of a language (they are in `data/lexicon`), the
arithmetic of days (in `data.extract.days`), the choice of an anchor, or anything about events.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace as change

from data.document import DIGITS, Document
from data.extract.days import (
    Away,
    Between,
    CalendarDay,
    CalendarUnit,
    Follow,
    HolidayDay,
    Month,
    RelativeDay,
    Season,
    Shifted,
    Spec,
    Tense,
    Third,
    Unit,
    Weekday,
    Which,
    Window,
    Year,
    days_of,
    is_day,
)
from data.extract.finds import Days
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    led_by,
    number_of,
    number_pattern,
    number_values,
    ordinal_values,
    starts_of,
    telling_words,
    words_of,
)
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon, OffsetWords
from data.lexicon.types import Holiday as HolidayWords
from data.span import longest, overlaps

__all__ = [
    "RULES",
    "CalendarDay",
    "DateFind",
    "Follow",
    "Spec",
    "Tense",
    "find_dates",
    "find_published",
    "resolve_date",
]

# every rule with an Italian and an English example of the words it finds
RULES = (
    Rule(
        "calendar_day",
        "A day and a month; without a year, the nearest such day that fits the article's day and the tense.",
        "Il 16 ottobre 2025 parlarono.",
        "They spoke on Oct. 16, 2025.",
    ),
    Rule(
        "iso_date",
        "A date in figures, year first.",
        "Registrato 2025-10-16 al ministero.",
        "Filed 2025-10-16 at the ministry.",
    ),
    Rule(
        "iso_month",
        "A month in figures, year first.",
        "Archivio 2025-05 del ministero.",
        "Archive 2025-05 of the ministry.",
    ),
    Rule(
        "numeric_date",
        "A date in figures with strokes or dots: day first in Italian, in English only where one reading is possible.",
        "Firmato 16/10/2025 a Roma.",
        "Signed 16/10/2025 in Rome.",
    ),
    Rule(
        "day_range",
        "Two days of one month, joined as a period.",
        "Dal 23 al 25 agosto era via.",
        "He stayed from 23 to 25 August.",
    ),
    Rule(
        "listed_day",
        "Several days that share the month named last.",
        "I colloqui del 23 e 24 gennaio.",
        "The talks of 23 and 24 January.",
    ),
    Rule(
        "weekday",
        "A weekday: the last one or the next one, as the tense and words such as “scorso” or “next” say.",
        "Parlarono giovedì sera.",
        "They spoke Thursday evening.",
    ),
    Rule(
        "weekday_number",
        "A weekday with the day of the month: the nearest such date.",
        "Parlarono giovedì 16.",
        "They spoke on Thursday 16th.",
    ),
    Rule(
        "bracketed_day",
        "A weekday or “today” with the day itself in brackets: the day that is stated.",
        "Parlarono giovedì (16 ottobre).",
        "They spoke on Thursday (Oct. 16).",
    ),
    Rule(
        "month",
        "A month, or its beginning, middle or end, as a period.",
        "Si videro a metà agosto.",
        "They met in mid-August.",
    ),
    Rule("season", "A season as a period.", "Si videro l'estate scorsa.", "They met last summer."),
    Rule("year", "A year as a period.", "Nel 2014 si videro.", "They met in 2014."),
    Rule(
        "since_year",
        "From a year's beginning up to the article's day.",
        "Dall'inizio del 2025 parlano.",
        "They have spoken since the start of 2025.",
    ),
    Rule(
        "calendar_unit",
        "This, the last or the next week, month or year.",
        "La settimana scorsa parlarono.",
        "They spoke last week.",
    ),
    Rule(
        "ago", "A length of time back from the article's day.", "Parlarono due giorni fa.", "They spoke two days ago."
    ),
    Rule(
        "ahead",
        "A length of time on from the article's day.",
        "Parleranno tra due giorni.",
        "They will speak in two days.",
    ),
    Rule(
        "within",
        "Any day up to the end of a length of time.",
        "Parleranno entro due settimane.",
        "They will speak within two weeks.",
    ),
    Rule(
        "window",
        "A loose stretch of days before or after the article's day.",
        "Nei giorni scorsi parlarono.",
        "They spoke in recent days.",
    ),
    Rule(
        "relative_day",
        "Today, yesterday, tomorrow, and their parts of the day.",
        "Ieri sera parlarono.",
        "They spoke last night.",
    ),
    Rule(
        "follow",
        "The day or week after the date named before.",
        "Il giorno successivo smentì.",
        "The next day he denied it.",
    ),
    Rule(
        "follow_weekday",
        "The next such weekday after the date named before.",
        "Il venerdì successivo smentì.",
        "The following Friday he denied it.",
    ),
    Rule(
        "days_after",
        "A number of days after another event.",
        "Due giorni dopo la telefonata smentì.",
        "A day after the call he denied it.",
    ),
    Rule(
        "holiday",
        "A holiday in the calendars of the actors' countries.",
        "A Capodanno parlarono.",
        "They spoke at Easter.",
    ),
    Rule(
        "shifted",
        "The eve of a day, or the day after it.",
        "Alla vigilia di Natale parlarono.",
        "They spoke on the eve of Independence Day.",
    ),
    Rule(
        "range",
        "The period between two other dates.",
        "Da martedì a giovedì era via.",
        "From Tuesday to Thursday he was away.",
    ),
)

Kind = Literal["day", "weekday", "relative_day", "month", "year", "period", "holiday", "follow", "range"]
Relation = Literal["on", "since", "until"]

_KINDS: dict[type, Kind] = {
    CalendarDay: "day", Weekday: "weekday", RelativeDay: "relative_day", Away: "period", Window: "period",
    CalendarUnit: "period", Month: "month", Season: "period", Year: "year", HolidayDay: "holiday", Follow: "follow",
    Between: "range",
}  # fmt: skip


class DateFind(msgspec.Struct, frozen=True, gc=False):
    """A date expression at its place, not yet resolved; `relation` says whether it opens or closes a period."""

    start: int
    end: int
    rule: str
    spec: Spec
    relation: Relation = "on"

    @property
    def complete(self) -> bool:
        """Whether day, month and year are all in the text."""
        return _complete(self.spec)

    @property
    def kind(self) -> Kind:
        """The coarse kind; a shifted date has the kind of the date it is shifted from."""
        spec = self.spec
        while isinstance(spec, Shifted):
            spec = spec.base
        if isinstance(spec, Away) and spec.unit in ("hour", "day", "minute"):
            return "relative_day"
        return _KINDS[type(spec)]

    @property
    def hangs_on(self) -> Literal["context", "event"] | None:
        """What a "follow" find needs: another date told before, or the happening named right after it."""
        return self.spec.hangs_on if isinstance(self.spec, Follow) else None


def _complete(spec: Spec) -> bool:
    match spec:
        case CalendarDay():
            return spec.month is not None and spec.year is not None
        case Shifted():
            return _complete(spec.base)
        case Between():
            return _complete(spec.last) and isinstance(spec.first, CalendarDay)
    return False


# ---- the rules, compiled once for a language ----

_REACH = 150  # characters: no expression with a word it needs is longer
YEAR = r"(?:19|20)\d\d(?![\w°%]|[.,:]\d)"
_NUMERIC = re.compile(
    r"(?<![\w./:-])(?:(?P<y>(?:19|20)\d\d)([-/.])(?P<m>[01]?\d)\2(?P<d>[0-3]?\d)(?=t\d|[^\w/-]|$)(?!\.\d)"
    r"|(?P<a>[0-3]?\d)(?P<s>[/.-])(?P<b>[0-3]?\d)(?P=s)(?P<y2>(?:19|20)?\d\d)(?![\w/-])(?!\.\d))"
)


_ISO_MONTH = re.compile(r"(?<![\w./:-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w/-])(?!\.\d)")


class _Raw(NamedTuple):
    start: int
    end: int
    rule: str
    spec: Spec


_Build = Callable[[re.Match[str], Document], Iterable[_Raw]]
_Match = Callable[[str, int], re.Match[str] | None]


@dataclass(frozen=True)
class _Rule:
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    build: _Build
    needs: frozenset[str] = frozenset()  # one of these stands in whatever it matches, where this is known


class _Offset(NamedTuple):
    """Words for a day beside another, "on the eve of", as a rule."""

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    needs: frozenset[str]
    words: OffsetWords


def _short_year(text: str) -> int:
    """Year as printed → year: "25" is 2025."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _index(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    return {word: i for i, group in enumerate(groups) for word in group}


class _Grammar:
    """One language's vocabulary as compiled rules."""

    def __init__(self, words: DateWords) -> None:
        self.words = words
        self.months = {w: n + 1 for w, n in _index(words.months).items()}
        self.months_all = self.months | {w: n + 1 for w, n in _index(words.months_short).items()}
        self.weekdays = _index(words.weekdays)
        self.weekdays_all = self.weekdays | _index(words.weekdays_short)
        self.seasons = {w: s for s, group in words.seasons.items() for w in group}
        self.singular = {w: u for u, group in words.units.items() for w in group}
        self.units = self.singular | {w: u for u, group in words.units_plural.items() for w in group}
        self.single = frozenset(self.singular) - {w for group in words.units_plural.values() for w in group}
        self.thirds: dict[str, Third] = {
            **dict.fromkeys(words.early, "early"),
            **dict.fromkeys(words.middle, "middle"),
            **dict.fromkeys(words.late, "late"),
            **dict.fromkeys(words.first_half, "first_half"),
            **dict.fromkeys(words.second_half, "second_half"),
        }
        self.whiches: dict[str, Which] = {
            **dict.fromkeys(words.last, -1),
            **dict.fromkeys(words.this, 0),
            **dict.fromkeys(words.next, 1),
        }
        top = 31 if words.month_first else 1
        day_words = {w: n for w, n in ordinal_values(words).items() if n <= top}
        if not words.month_first:
            day_words |= {w: n for w, n in number_values(words).items() if 2 <= n <= 31}
        self.day_words = day_words
        self.articles = led_by(words.articles)
        self.of = led_by((*words.of, *words.articles))
        which = alternation(self.whiches)
        self.which_before = re.compile(rf"(?<![^\W_])({which})(?:{GAP}|(?<=')){self.articles}?$")
        self.which_after = re.compile(rf"{GAP}({which})(?![^\W_])") if words.adjectives_follow else None
        self.night_before = re.compile(rf"(?<![^\W_])({alternation(words.night)}){GAP}?{self.articles}?$")
        self.month_before = re.compile(
            rf"(?<![^\W_])(?:{alternation(words.before_month)})(?:{GAP}|(?<=')){self.articles}?$"
        )
        self.season_before = re.compile(rf"(?<![^\W_])(?:{alternation(words.before_season)})(?:{GAP}|(?<='))$")
        self.year_before = re.compile(rf"(?<![^\W_])(?:{alternation(words.before_year)})(?:{GAP}|(?<='))$")
        self.not_year = re.compile(rf"{GAP}{words_of(words.not_year)}")
        self.not_ahead = re.compile(rf"(?<![^\W_]){alternation(words.not_ahead)}[^.;:!?]{{0,12}}$")
        self.from_before = re.compile(rf"(?<![^\W_]){alternation(words.range_from)}{GAP}?$")
        self.range_gap = re.compile(rf"{GAP}{alternation(words.range_to)}{GAP}?|{GAP}?-{GAP}?")
        self.of_gap = re.compile(rf",?{GAP}{self.of}{{0,2}}")
        self.since_before = re.compile(rf"(?<![^\W_]){alternation(words.since)}{GAP}?{self.articles}?$")
        self.until_before = re.compile(rf"(?<![^\W_]){alternation(words.until)}{GAP}?{self.articles}?$")
        self.hang_after = re.compile(rf"{GAP}{led_by((*words.articles, *words.of, *words.determiners))}")
        self.join = rf"(?:{GAP}|(?<=')){self.of}{{0,2}}"
        self.bracket = re.compile(rf"{GAP}?\({self.articles}?")
        ending = alternation(words.ordinal_endings)
        self.day_before = re.compile(rf"(?<![\w.,])\d{{1,2}}(?:{ending})?{GAP}{self.of}?$")
        self.hung = [
            (shift, re.compile(rf"(?<![^\W_]){words_of(group)}{GAP}$"), re.compile(rf"{GAP}{words_of(group)}"))
            for shift, group in ((-1, words.previous), (1, words.following))
        ]
        self.habitual = re.compile(rf"(?<![^\W_]){words_of(words.habitual)}{GAP}{self.articles}?$")
        self.not_dates = re.compile(rf"(?<![^\W_]){words_of(words.not_dates)}")
        self.not_dates_first = first_words(words.not_dates)
        self.offset_rules = self._offset_patterns()
        self.rules = tuple(self._rules())
        self.rules_of: dict[str, list[tuple[int, _Match, _Build]]] = {}  # the rules that may begin with a word
        self.needed_by: dict[str, list[int]] = {}
        for n, rule in enumerate(self.rules):
            for word in rule.needs:
                self.needed_by.setdefault(word, []).append(n)
            for word in rule.triggers:
                self.rules_of.setdefault(word, []).append((n, rule.pattern.match, rule.build))

    # -- shared pieces --

    def _named(self, document: Document, start: int) -> bool:
        """Whether the word at `start` is written as the language writes names of months and days."""
        return not self.words.capitals or document.text[start].isupper()

    def _which(self, document: Document, start: int, end: int) -> tuple[int, int, Which | None]:
        """A date word's place → the place with "last" or "next" around it, and which one that is."""
        before = self.which_before.search(document.folded, max(0, start - 20), start)
        if before:
            return before.start(), end, self.whiches[" ".join(before[1].split())]
        after = self.which_after.match(document.folded, end) if self.which_after else None
        if after:
            return start, after.end(), self.whiches[" ".join(after[1].split())]
        return start, end, None

    def _hung(self, document: Document, start: int, end: int) -> tuple[int, int, int] | None:
        """A weekday's place → the place with "the previous" or "successivo", and whether before or after."""
        for shift, before, after in self.hung:
            if match := before.search(document.folded, max(0, start - 20), start):
                return match.start(), end, shift
            if self.words.adjectives_follow and (match := after.match(document.folded, end)):
                return start, match.end(), shift
        return None

    def _night(self, document: Document, start: int) -> tuple[int, bool]:
        night = self.night_before.search(document.folded, max(0, start - 24), start)
        return (night.start(), True) if night else (start, False)

    def _day(self, text: str) -> int:
        digits = re.match(r"\d+", text)
        return int(digits.group()) if digits else self.day_words[" ".join(text.split())]

    def _year_group(self, name: str = "y") -> str:
        return rf"(?:(?:,?{GAP}{self.of}?|{GAP}?/)(?P<{name}>{YEAR})|{GAP}'(?P<{name}2>\d\d)(?!\d))"

    def _year_of(self, match: re.Match[str]) -> int | None:
        text = match["y"] or match["y2"]
        return _short_year(text) if text else None

    def _rules(self) -> Iterator[_Rule]:
        words = self.words
        ending = alternation(words.ordinal_endings)
        digits = rf"(?:[0-2]?\d|3[01])(?:{ending})?(?![^\W_]|%|[.,:]\d)"
        day = rf"(?:{digits}|{words_of(self.day_words)})"
        month = rf"(?P<m>{alternation(self.months_all)})(?![^\W_])\.?"
        month_full = rf"(?P<m>{words_of(self.months)})"
        weekday = rf"(?P<w>{alternation(self.weekdays_all)})(?![^\W_])\.?"
        year = self._year_group()
        several = rf"(?:(?P<fewer>{number_pattern(words)})(?:{GAP}{words_of(words.number_or)}{GAP}|-))?"
        vague = rf"{words_of(words.vague)}|{alternation(words.vague)}(?<=')"
        count = rf"(?:{several}(?P<n>{number_pattern(words)})|(?P<v>{vague}))"
        unit = rf"(?P<u>{words_of(self.units)})"
        qualifier = self.qualifier
        triggers_count = frozenset({DIGITS}) | first_words((*number_values(words), *words.vague))
        triggers_day = frozenset({DIGITS}) | first_words(self.day_words)
        triggers_qualifier = first_words((*words.about, *words.almost, *words.less_than, *words.more_than))
        named = first_words((*self.weekdays_all, *self.months_all))
        glue = rf"(?:{GAP}|-|(?<='))"
        some_month, some_unit = telling_words(self.months_all), telling_words(self.units)

        yield _Rule(frozenset({DIGITS}), _NUMERIC, self._numeric)
        yield _Rule(frozenset({DIGITS}), _ISO_MONTH, self._iso_month)
        to = rf"(?:{GAP}?-{GAP}?|,{GAP}|{GAP}{led_by(words.range_to)}|{GAP}{led_by(words.list_and)})"
        listed = rf"(?P<days>{day}(?:{to}{day}){{1,3}})"
        yield _Rule(triggers_day, re.compile(rf"{listed}{GAP}{self.of}?{month}{year}?"), self._several_days, some_month)
        if words.month_first:
            yield _Rule(
                first_words(self.months_all),
                re.compile(rf"{month}{GAP}{listed}(?=[,.;:)\n]|$|{GAP}{alternation(words.list_ends)}){year}?"),
                self._several_days,
                triggers_day,
            )
        wd = rf"(?:{weekday},?{GAP}{self.articles}?)?"
        yield _Rule(
            triggers_day | first_words(self.weekdays_all),
            re.compile(rf"{wd}(?P<d>{day}){GAP}{self.of}?{month}{year}?"),
            self._calendar_day,
            some_month,
        )
        if words.month_first:
            wd = rf"(?:{weekday},?{GAP})?"
            yield _Rule(
                named,
                re.compile(rf"{wd}{month}{GAP}{self.articles}?(?P<d>{digits}){year}?"),
                self._calendar_day,
            )
        yield _Rule(
            first_words(self.weekdays),
            re.compile(
                rf"(?P<w>{words_of(self.weekdays)})(?P<poss>'s)?(?:{GAP}(?P<part>{words_of(words.day_parts)}))?"
                rf"(?:,?{GAP}(?P<d>{digits})(?!{GAP}{unit}))?"
            ),
            self._weekday,
        )
        third = rf"(?P<third>{alternation(self.thirds)})"
        yield _Rule(
            first_words(self.thirds),
            re.compile(rf"{third}{glue}{self.articles}?{month_full}{year}?"),
            self._month,
            telling_words(self.months),
        )
        yield _Rule(first_words(self.months_all), re.compile(rf"{month}{year}"), self._month)
        yield _Rule(first_words(self.months), re.compile(month_full), self._bare_month)
        yield _Rule(
            first_words(self.thirds) | first_words(words.since_start),
            re.compile(rf"(?:(?P<since>{alternation(words.since_start)})|{third}){glue}(?P<y>{YEAR})"),
            self._year_third,
            frozenset({DIGITS}),
        )
        yield _Rule(
            first_words(words.since_start),
            re.compile(rf"(?P<since>{alternation(words.since_start)}){glue}{self.of}?(?P<which>{alternation(words.this)})?{GAP}?"
                       rf"(?P<u>{words_of((*words.units['year'],))})"),
            self._since_year,
        )  # fmt: skip
        yield _Rule(frozenset({DIGITS}), re.compile(rf"(?P<y>{YEAR})"), self._year)
        yield _Rule(
            first_words(self.seasons),
            re.compile(rf"(?P<s>{words_of(self.seasons)})(?:{GAP}{self.of}?(?P<y>{YEAR}))?"),
            self._season,
        )
        wholes = [w for u in ("week", "weekend", "month", "year") for w in words.units[u]]
        whole, some_whole = rf"(?P<u>{words_of(wholes)})", telling_words(wholes)
        part = rf"(?P<part>{words_of((*words.so_far, *words.to_come))})"
        which = rf"(?P<which>{alternation(self.whiches)})(?:{GAP}|(?<='))"
        first = first_words(
            (*self.thirds, *words.so_far, *words.to_come, *self.whiches, *words.articles, *words.since_start)
        )
        yield _Rule(
            first,
            re.compile(rf"(?:{third}{glue}|{part}{GAP})?{self.articles}?{which}{whole}"),
            self._calendar_unit,
            some_whole,
        )
        yield _Rule(
            first_words(words.window_weekend),
            re.compile(rf"(?P<weekend>{words_of(words.window_weekend)})"),
            self._weekend,
            telling_words(words.window_weekend),
        )
        if words.adjectives_follow:
            yield _Rule(
                first | first_words(self.singular),
                re.compile(rf"(?:{third}{glue})?{self.articles}?{whole}{GAP}(?P<which>{words_of(self.whiches)})"),
                self._calendar_unit,
                some_whole,
            )
        yield _Rule(
            first_words(self.thirds),
            re.compile(rf"{third}{glue}{self.articles}?{whole}"),
            self._calendar_unit,
            some_whole,
        )
        half = rf"(?:{GAP}{words_of(words.whole_and_half)})?"
        yield _Rule(
            triggers_count | triggers_qualifier | first_words((*self.units, *words.half)),
            re.compile(
                rf"(?:{qualifier}{GAP})?(?:{count}(?:{GAP}|(?<='))(?:{led_by(words.of)})?|(?P<some>{led_by(words.half)}))?"
                rf"{unit}(?P<half>{half}){GAP}{words_of(words.ago)}"
            ),
            self._ago,
            telling_words(words.ago),
        )
        ahead = rf"(?P<a>{alternation((*words.ahead, *words.ahead_weak))}){GAP}"
        yield _Rule(
            first_words((*words.ahead, *words.ahead_weak)),
            re.compile(rf"{ahead}(?:{qualifier}{GAP})?{count}(?:{GAP}|(?<=')){unit}(?P<time>{alternation(words.from_now)}(?![^\W_]))?"),
            self._ahead,
            some_unit,
        )  # fmt: skip
        if words.from_now:
            yield _Rule(
                triggers_count | triggers_qualifier,
                re.compile(rf"(?:{qualifier}{GAP})?{count}{GAP}{unit}{GAP}(?P<time>{words_of(words.from_now)})(?P<a>)"),
                self._ahead,
                telling_words(words.from_now),
            )
        yield _Rule(
            first_words(words.within),
            re.compile(rf"(?P<within>{alternation(words.within)}){GAP}(?:{count}(?:{GAP}|(?<=')))?{unit}"),
            self._within,
        )
        some_window = telling_words((*words.recent, *words.coming))
        yield _Rule(
            first_words(words.window),
            re.compile(
                rf"{led_by(words.window)}(?P<n0>{number_pattern(words)}{GAP})?"
                rf"(?:(?P<back>{words_of(words.recent)})|(?P<on>{words_of(words.coming)})){GAP}"
                rf"(?:{count}(?:{GAP}|(?<=')))?{unit}"
            ),
            self._window,
            some_window,
        )
        if words.adjectives_follow:
            yield _Rule(
                first_words(words.window),
                re.compile(
                    rf"{led_by(words.window)}(?:{count}{GAP})?{unit}{GAP}"
                    rf"(?:(?P<back>{words_of(words.recent)})|(?P<on>{words_of(words.coming)}))(?P<n0>)"
                ),
                self._window,
                some_window,
            )
        for row in words.relative:
            spec = RelativeDay(row.days, row.future)
            yield _Rule(
                first_words(row.words),
                re.compile(rf"(?:{words_of(row.words)})(?!-)"),
                self._fixed("relative_day", spec),
                telling_words(row.words),
            )
        for follow in words.follow:
            told = Follow(follow.unit, follow.shift, follow.shift, "context", whole=True)
            yield _Rule(
                first_words(follow.words),
                re.compile(words_of(follow.words)),
                self._fixed("follow", told),
                telling_words(follow.words),
            )
        yield _Rule(
            triggers_count | triggers_qualifier,
            re.compile(
                rf"(?:{qualifier}{GAP})?{count}(?:{GAP}|(?<=')){unit}{GAP}"
                rf"(?:(?P<later>{words_of((*words.later, *words.after))})"
                rf"|(?P<earlier>{words_of((*words.earlier, *words.before))}))"
            ),
            self._later,
            telling_words((*words.later, *words.after, *words.earlier, *words.before)),
        )
        names = {name: row for row in words.holiday for name in row.names}
        self.holidays = names
        yield _Rule(
            first_words(names),
            re.compile(rf"(?P<h>{words_of(names)})(?:{GAP}{self.of}?(?P<y>{YEAR}))?"),
            self._holiday,
            telling_words(names),
        )

    @property
    def qualifier(self) -> str:
        words = self.words
        return (
            rf"(?:(?P<about>{words_of(words.about)})|(?P<almost>{words_of(words.almost)})"
            rf"|(?P<less>{words_of(words.less_than)})|(?P<more>{words_of(words.more_than)}))"
        )

    def _offset_patterns(self) -> tuple[_Offset, ...]:
        return tuple(
            _Offset(first_words(row.words), re.compile(words_of(row.words)), telling_words(row.words), row)
            for row in self.words.offset
        )

    # -- builders: a match → finds --

    def _fixed(self, rule: str, spec: Spec) -> Callable[[re.Match[str], Document], Iterable[_Raw]]:
        def build(match: re.Match[str], _: Document) -> Iterable[_Raw]:
            yield _Raw(match.start(), match.end(), rule, spec)

        return build

    def _numeric(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        if match["y"]:
            year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
            rule = "iso_date"
        else:
            a, b, year = int(match["a"]), int(match["b"]), _short_year(match["y2"])
            rule = "numeric_date"
            if match["s"] != "/" and len(match["y2"]) < 4:
                return
            if self.words.numeric_day_first:
                day, month = (a, b) if b <= 12 else (b, a)
            elif a == b or a > 12:
                day, month = a, b
            elif b > 12:
                day, month = b, a
            else:
                return
        if is_day(day, month, year):
            yield _Raw(match.start(), match.end(), rule, CalendarDay(day, month, year))

    def _iso_month(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        year, month = int(match["y"]), int(match["m"])
        if (year + 1) % 100 != month:  # "2010-11": two years
            yield _Raw(match.start(), match.end(), "iso_month", Month(month, year))

    def _calendar_day(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        day, month, year = self._day(match["d"]), self.months_all[match["m"]], self._year_of(match)
        if not self._named(document, match.start("m")) or not is_day(day, month, year):
            return
        if match["m"] not in self.months and match["d"][0].isalpha():
            return
        start, end = match.start(), match.end()
        end -= document.folded[end - 1] == "."
        weekday = self.weekdays_all[match["w"]] if match["w"] else None
        if match["w"] and not self._named(document, match.start("w")):
            return
        start, end, which = self._which(document, start, end)
        start, night = self._night(document, start)
        yield _Raw(start, end, "calendar_day", CalendarDay(day, month, year, weekday, which, night=night))

    def _several_days(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        words, text = self.words, match["days"]
        if not self._named(document, match.start("m")):
            return
        month, year = self.months_all[match["m"]], self._year_of(match)
        offset = match.start("days")
        parts = [
            (m.start() + offset, m.end() + offset, self._day(m.group()))
            for m in re.finditer(rf"\d+(?:{alternation(words.ordinal_endings)})?|{words_of(self.day_words)}", text)
        ]
        days = [day for _, _, day in parts]
        if days != sorted(set(days)) or not all(is_day(day, month, year) for day in days):
            return
        end = match.end() - (document.folded[match.end() - 1] == ".")
        opened = self.from_before.search(document.folded, max(0, match.start() - 14), match.start())
        dashed = "-" in text
        listed = re.search(rf"{GAP}{led_by(words.list_and)}", text) and not opened
        if len(parts) == 2 and (dashed or opened or not listed) and "," not in text:
            start, end, which = self._which(document, match.start(), end)
            low, high = (CalendarDay(day, month, year, which=which) for day in days)
            yield _Raw(self._night(document, start)[0], end, "day_range", Between(low, high))
            return
        if dashed or not listed:
            return
        for i, (start, stop, day) in enumerate(parts):
            first = match.start() if i == 0 else start
            last = end if i == len(parts) - 1 else stop
            yield _Raw(first, last, "listed_day", CalendarDay(day, month, year))

    def _weekday(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        if not self._named(document, match.start()):
            return
        start, end, text = match.start(), match.end("part") if match["part"] else match.end("w"), document.text
        before = text[max(0, start - 30) : start]
        if text[start].isupper() and not self.words.capitals and re.search(r"[^\W\d_][^\W\d_]+ $", before):
            name = before.split()[-1]
            sentence = document.sentence_at(start)
            if (
                name[0].isupper()
                and name.isalpha()
                and sentence.start != start
                and start - len(name) - 1 > sentence.start
            ):
                return  # a surname: "Ernesto Sabato"
        if self.habitual.search(document.folded, max(0, start - 18), start):
            return
        weekday = self.weekdays[match["w"]]
        night = bool(match["part"]) and match["part"] in self.words.late_night
        if match["d"] and not match["part"] and not match["poss"]:
            numbered = not self.words.month_first or not match["d"].isdigit()
            if numbered and 1 <= self._day(match["d"]) <= 31:
                yield _Raw(
                    start, match.end("d"), "weekday_number", CalendarDay(self._day(match["d"]), None, None, weekday)
                )
                return
        hung = self._hung(document, start, end)
        if hung is not None:
            start, end, shift = hung
            yield _Raw(start, end, "follow_weekday", Follow("week", shift, shift, "context", weekday=weekday))
            return
        start, end, which = self._which(document, start, end)
        start, told = self._night(document, start)
        yield _Raw(start, end, "weekday", Weekday(weekday, which, None, night or told))

    def _month(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        if not self._named(document, match.start("m")):
            return
        if self.day_before.search(document.folded, max(0, match.start() - 12), match.start()):
            return  # "30 febbraio": no such day
        named = match.groupdict()
        third = self.thirds[" ".join(named["third"].split())] if named.get("third") else None
        start, end, which = match.start(), match.end(), None
        if self._year_of(match) is None:
            _, end, which = self._which(document, match.start("m"), end)
        yield _Raw(start, end, "month", Month(self.months_all[match["m"]], self._year_of(match), third, which))

    def _bare_month(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        if not self._named(document, match.start()):
            return
        start, end, which = self._which(document, match.start(), match.end())
        if self.day_before.search(document.folded, max(0, match.start() - 12), match.start()):
            return
        introduced = self.month_before.search(document.folded, max(0, match.start() - 16), match.start())
        lower = self.words.capitals or document.text[match.start()].islower()
        if which is None and not (introduced and lower):
            return
        if re.match(rf"{GAP}\d{{1,2}}(?!\d)", document.folded[end : end + 5]) and self.words.month_first:
            return
        yield _Raw(start, end, "month", Month(self.months[match["m"]], None, None, which))

    def _year_third(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        third = self.thirds[" ".join(match["third"].split())] if match["third"] else None
        spec = Year(int(match["y"]), third, since=bool(match["since"]))
        yield _Raw(match.start(), match.end(), "since_year" if match["since"] else "year", spec)

    def _since_year(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        yield _Raw(match.start(), match.end(), "since_year", Year(None, None, since=True))

    def _year(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        start = match.start()
        if not self.year_before.search(document.folded, max(0, start - 12), start):
            return
        if self.not_year.match(document.folded, match.end()) or document.folded[match.end() : match.end() + 1] in (
            "-",
            "/",
        ):
            return
        yield _Raw(start, match.end(), "year", Year(int(match["y"])))

    def _season(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        year = int(match["y"]) if match["y"] else None
        start, end, which = self._which(document, match.start(), match.end())
        if which is None and year is None:
            introduced = self.season_before.search(document.folded, max(0, start - 10), start)
            if not introduced or re.match(rf"{GAP}{led_by(self.words.of)}", document.folded[end : end + 12]):
                return
        yield _Raw(start, end, "season", Season(self.seasons[match["s"]], year, which))

    def _calendar_unit(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        named = match.groupdict()
        which = self.whiches[" ".join(named["which"].split())] if named.get("which") else 0
        third = self.thirds[" ".join(named["third"].split())] if named.get("third") else None
        unit = self.singular[" ".join(match["u"].split())]
        part: Literal["so_far", "to_come"] | None = None
        if named.get("part"):
            part = "so_far" if named["part"] in self.words.so_far else "to_come"
        start = match.start()
        article = re.match(self.articles, match.group())
        if article and third is None and part is None:
            start += article.end()
        yield _Raw(start, match.end(), "calendar_unit", CalendarUnit(unit, which, third, part))

    def _weekend(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        yield _Raw(match.start(), match.end(), "calendar_unit", CalendarUnit("weekend", None))

    def _count(self, match: re.Match[str]) -> tuple[int, int] | None:
        """The matched count → lowest and highest; None when no count is given."""
        if match["n"]:
            n = number_of(match["n"], self.words)
            low = number_of(match["fewer"], self.words) if match["fewer"] else n
            return min(low, n), n
        if match["v"]:
            return self.words.vague[" ".join(match["v"].split())]
        return None

    def _qualified(self, match: re.Match[str]) -> Literal["exact", "about", "less_than", "more_than"]:
        if match["about"]:
            return "about"
        if match["almost"] or match["less"]:
            return "less_than"
        return "more_than" if match["more"] else "exact"

    def _ago(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        unit = self.units[" ".join(match["u"].split())]
        count: tuple[float, float] | None = (0.5, 0.5) if match["some"] else self._count(match)
        if count is None:
            if match["u"] in self.singular or match["half"]:
                return
            count = (2, 10)
        extra = 0.5 if match["half"] else 0
        spec = Away(count[0] + extra, count[1] + extra, unit, -1, self._qualified(match))
        yield _Raw(match.start(), match.end(), "ago", spec)

    def _ahead(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        count = self._count(match)
        if count is None:
            return
        weak = match["a"] in self.words.ahead_weak and not match["time"]
        if weak and self.not_ahead.search(document.folded, max(0, match.start() - 30), match.start()):
            return
        if re.match(rf"{GAP}{led_by(self.words.of)}", document.folded[match.end() : match.end() + 10]):
            return
        if self.words.ahead_weak and re.match(r"[- ](?:and|or|of)\b", document.folded[match.end() : match.end() + 5]):
            return
        if match["u"] in self.single and match["n"] and count != (1, 1):
            return
        unit = self.units[match["u"]]
        yield _Raw(match.start(), match.end(), "ahead", Away(*count, unit, 1, self._qualified(match), weak))

    def _within(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        count = self._count(match)
        if count is None and match["u"] in self.singular and " " not in match["within"]:
            return
        if re.match(
            rf"{GAP}{led_by((*self.words.of, *self.words.later, *self.words.after))}",
            document.folded[match.end() : match.end() + 12],
        ):
            return
        n = count[1] if count else (1 if match["u"] in self.singular else None)
        yield _Raw(match.start(), match.end(), "within", Window(self.units[match["u"]], n, 1))

    def _window(self, match: re.Match[str], _: Document) -> Iterable[_Raw]:
        count = self._count(match)
        n = count[1] if count else None
        if n is None and match["n0"]:
            n = number_of(match["n0"].strip(), self.words)
        singular = match["u"] in self.singular
        if n is None and singular:
            if match["on"]:
                return
            n = 1
        yield _Raw(match.start(), match.end(), "window", Window(self.units[match["u"]], n, -1 if match["back"] else 1))

    def _later(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        count = self._count(match)
        unit = self.units[match["u"]]
        if count is None or unit in ("minute", "hour"):
            return
        word = match["later"] or match["earlier"]
        sign = 1 if match["later"] else -1
        always = self.words.later if match["later"] else self.words.earlier
        hangs = self.hang_after.match(document.folded, match.end())
        told: Literal["context", "event"] = "event" if hangs or word not in always else "context"
        low, high = sorted((sign * count[0], sign * count[1]))
        yield _Raw(
            match.start(), match.end(), "days_after" if told == "event" else "follow", Follow(unit, low, high, told)
        )

    def _holiday(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        row: HolidayWords = self.holidays[" ".join(match["h"].split())]
        text, start = document.text, match.start()
        single = " " not in match["h"] and "'" not in match["h"]
        if (self.words.capitals or single) and not text[start].isupper():
            return
        if single and not self.words.capitals and re.search(r"[A-ZÀ-Ý][\w'’]+ $", text[max(0, start - 20) : start]):
            return  # a surname: "Antonio Natale"
        year = int(match["y"]) if match["y"] else None
        yield _Raw(start, match.end(), "holiday", HolidayDay(row.on, row.country, row.holiday, row.shift, year))

    # -- putting neighbours together --

    def find(self, document: Document) -> list[DateFind]:
        """The document → its date expressions, in text order, without overlaps."""
        raws = self._raws(document)
        blocked = [
            match
            for start in starts_of(document, self.not_dates_first)
            if (match := self.not_dates.match(document.folded, start))
        ]
        if blocked:
            raws = [r for r in raws if not any(r.start < m.end() and m.start() < r.end for m in blocked)]
        raws = self._shift(_prefer(raws), document)
        raws = self._bracketed(raws, document)
        raws = self._narrow(raws, document)
        raws = self._span(raws, document)
        return [DateFind(r.start, r.end, r.rule, r.spec, self._relation(r, document)) for r in raws]

    def _raws(self, document: Document) -> list[_Raw]:
        """What each rule reads, in the order of the rules; a rule is tried only where one of its words stands."""
        text, starts = document.folded, document.word_starts
        needed: dict[int, list[int]] = {n: [] for n, rule in enumerate(self.rules) if rule.needs}
        for word in self.needed_by.keys() & starts.keys():
            for n in self.needed_by[word]:
                needed[n] += starts[word]
        for places in needed.values():
            places.sort()
        found: list[tuple[int, _Raw]] = []
        for word in self.rules_of.keys() & starts.keys():
            for n, match_at, build in self.rules_of[word]:
                for start in _followed(starts[word], needed[n]) if n in needed else starts[word]:
                    if match := match_at(text, start):
                        found += [(n, raw) for raw in build(match, document)]
        found.sort(key=lambda pair: (pair[0], pair[1].start))
        return [raw for _, raw in found]

    def _shift(self, raws: list[_Raw], document: Document) -> list[_Raw]:
        """Join "on the eve of" and a date; keep "a day after" before a happening."""
        starts = {r.start: r for r in raws}
        found: list[_Raw] = []
        joint = re.compile(self.join)
        candidates: list[tuple[int, int, Unit, float, float, bool]] = []
        for rule in self.offset_rules:
            needed = starts_of(document, rule.needs)
            for start in _followed(starts_of(document, rule.triggers), needed) if needed else ():
                if match := rule.pattern.match(document.folded, start):
                    candidates.append((start, match.end(), "day", *rule.words.days, rule.words.event))
        for raw in raws:
            if isinstance(raw.spec, Follow) and raw.rule in ("days_after", "follow") and raw.spec.unit != "weekend":
                candidates.append(
                    (raw.start, raw.end, raw.spec.unit, raw.spec.low, raw.spec.high, raw.rule == "days_after")
                )
        for start, end, unit, low, high, event in candidates:
            gap = joint.match(document.folded, end)
            base = None
            if gap:
                base = next((starts[at] for at in (gap.end(), end + 1) if at in starts and at > end), None)
            if base is not None and not isinstance(base.spec, Follow | Window | Away | Shifted):
                found.append(_Raw(start, base.end, "shifted", Shifted(base.spec, unit, low, high)))
            elif (
                event
                and self.hang_after.match(document.folded, end)
                and not any(r.start < end and start < r.end and r.rule not in ("follow", "days_after") for r in raws)
            ):
                found.append(_Raw(start, end, "days_after", Follow(unit, low, high, "event")))
        if not found:
            return raws
        best = longest(found)
        return sorted([*best, *(r for r in raws if not any(overlaps(r, b) for b in best))], key=lambda r: r.start)

    def _bracketed(self, raws: list[_Raw], document: Document) -> list[_Raw]:
        """Join "Monday" and "(18 August)": one day, said twice."""
        out: list[_Raw] = []
        for raw in raws:
            before = out[-1] if out else None
            if (
                before is not None
                and isinstance(before.spec, Weekday | RelativeDay)
                and isinstance(raw.spec, CalendarDay)
                and raw.spec.month is not None
                and document.folded[raw.end : raw.end + 2].lstrip(".").startswith(")")
                and self.bracket.fullmatch(document.folded, before.end, raw.start)
            ):
                weekday = before.spec.weekday if isinstance(before.spec, Weekday) else raw.spec.weekday
                end = document.folded.index(")", raw.end) + 1
                out[-1] = _Raw(before.start, end, "bracketed_day", change(raw.spec, weekday=weekday))
            else:
                out.append(raw)
        return out

    def _narrow(self, raws: list[_Raw], document: Document) -> list[_Raw]:
        """Join "Thursday" and "of last week", "May" and "last year"."""
        out: list[_Raw] = []
        for raw in raws:
            unit = raw.spec
            if out and isinstance(unit, CalendarUnit) and unit.shift is not None and unit.third is None:
                before = out[-1]
                gap = self.of_gap.fullmatch(document.folded, before.end, raw.start)
                spec: Spec | None = None
                if gap and isinstance(before.spec, Weekday) and unit.unit == "week":
                    spec = change(before.spec, week=unit.shift, which=None)
                elif gap and isinstance(before.spec, CalendarDay | Month | Season) and unit.unit == "year":
                    spec = change(before.spec, year_shift=unit.shift) if before.spec.year is None else None
                if spec is not None:
                    out[-1] = _Raw(before.start, raw.end, before.rule, spec)
                    continue
            out.append(raw)
        return out

    def _span(self, raws: list[_Raw], document: Document) -> list[_Raw]:
        """Join "from Monday" and "to Wednesday"."""
        ends = (CalendarDay, Weekday, RelativeDay, Month, Year, HolidayDay)
        out: list[_Raw] = []
        for raw in raws:
            before = out[-1] if out else None
            if (
                before is not None
                and isinstance(before.spec, ends)
                and isinstance(raw.spec, ends)
                and raw.start - before.end < 14
                and self.range_gap.fullmatch(document.folded, before.end, raw.start)
            ):
                night = isinstance(before.spec, Weekday | CalendarDay) and before.spec.night
                both = isinstance(before.spec, CalendarDay) and isinstance(raw.spec, CalendarDay)
                dashed = both and "-" in document.folded[before.end : raw.start]
                if dashed or night or self.from_before.search(document.folded, max(0, before.start - 14), before.start):
                    first = (
                        change(before.spec, night=False)
                        if isinstance(before.spec, Weekday | CalendarDay)
                        else before.spec
                    )
                    start, _ = self._night(document, before.start)
                    out = [r for r in out[:-1] if r.end <= start]
                    out.append(_Raw(start, raw.end, "range", Between(first, raw.spec)))
                    continue
            out.append(raw)
        return out

    def _relation(self, raw: _Raw, document: Document) -> Relation:
        if isinstance(raw.spec, Year) and raw.spec.since:
            return "since"
        low = max(0, raw.start - 24)
        if self.until_before.search(document.folded, low, raw.start):
            return "until"
        if self.since_before.search(document.folded, low, raw.start) and not isinstance(raw.spec, Between):
            return "since"
        return "on"


def _followed(starts: list[int], needed: list[int]) -> list[int]:
    """Those places, of some in text order, behind which one of the needed places is near."""
    if not needed:
        return []
    last = needed[-1]
    return [at for at in starts if at <= last and needed[bisect_left(needed, at)] - at < _REACH]


def _prefer(raws: list[_Raw]) -> list[_Raw]:
    """Candidates → those left when each overlap is won by the longer; at the same place by the first rule."""
    first: dict[tuple[int, int], _Raw] = {}
    for raw in raws:
        first.setdefault((raw.start, raw.end), raw)
    return longest(first.values())


@cache
def _grammar(words: DateWords) -> _Grammar:
    return _Grammar(words)


def find_dates(document: Document, lexicon: Lexicon) -> list[DateFind]:
    """An article → its date expressions, in text order, not overlapping, the longest reading winning.

    Italian: "giovedì sera", "a metà agosto"; English: "on Thursday", "mid-August".
    """
    return _grammar(lexicon.words[document.language].dates).find(document)


def resolve_date(
    find: DateFind, anchor: dt.date | None, *, context: dt.date | None = None, tense: Tense | None = None
) -> Days | None:
    """A find, the article's day, another date of the passage, the tense → the days meant; None if they cannot be known.

    `context` is what "follow" finds count from: the date told before, or the day of the happening named next.
    Never more exact than the text: "metà agosto" → 11..20 August, "two weeks ago" → 17 to 11 days before.
    """
    try:
        known = days_of(find.spec, anchor, context, tense)
    except (ValueError, OverflowError):  # outside the calendar
        return None
    if known is None:
        return None
    low, high, stated = known
    used = None if stated else (context if isinstance(find.spec, Follow) else anchor)
    return Days(low, high, "day" if low == high else "range", "stated" if stated else "resolved", used)


# ---- the article's own day ----

_HEAD = 400  # characters in which an article tells its own day
_PLACE_WORD = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
_PLACE = re.compile(
    r"\s*(?:\([^()\n]{2,20}\)\s*[-–—]?\s*)?"
    rf"(?P<place>{_PLACE_WORD}(?:[ ,/]+(?:{_PLACE_WORD}|d[aei]l?|of|the)){{0,5}})"
    r"(?P<mark>\s*,|\s*\([^()\n]{2,20}\)\s*[-–—,]?|\s*[-–—]|)\s*"
)
_AFTER_DATELINE = re.compile(r"\s*(?:\(|/|[-–—:]|\.\s*(?:\(|/|[-–—]))")
_CLOCK = r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}\b)?\s*[,|-]?\s*)?"


@cache
def _head_patterns(words: DateWords) -> dict[str, re.Pattern[str]]:
    small = f"(?:{words_of(words.date_line)})"

    def labelled(phrases: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(
            rf"(?:^|\n|[|•·(.-] ?)\s*{alternation(phrases)}\s*[:|-]?\s*(?:{small}[ :,]*)*{_CLOCK}(?:{small}[ :,]*)*$"
        )

    return {
        "published": labelled(words.published),
        "updated": labelled(words.updated),
        "line": re.compile(rf"[\W\d_]*(?:{small}[\W\d_]*)*"),
        "byline": re.compile(rf"\s*(?:{led_by(words.byline)}|[^\n]*[|•·])"),
    }


def find_published(
    document: Document, lexicon: Lexicon, dates: Iterable[DateFind] | None = None
) -> tuple[DateFind, str] | None:
    """An article → its own day as its first lines give it, with the rule's name; the year may be missing.

    `dates` are all its date expressions, in text order, where they are known already.

    Header ("date 2025-10-20", "Pubblicato il 16 ottobre 2025"), dateline ("ROMA, 16 OTT -", "MOSCOW, May 21. /TASS/."),
    a line that is only a date, a byline with a date, and last "Updated ...". Never a date of the first sentence.
    """
    words = lexicon.words[document.language].dates
    head = replace(document, text=document.text[: _HEAD + 60], folded=document.folded[: _HEAD + 60])
    patterns = _head_patterns(words)
    best: tuple[int, DateFind, str] | None = None
    for find in find_dates(document, lexicon) if dates is None else dates:
        if find.start >= _HEAD:
            break
        if not isinstance(find.spec, CalendarDay) or find.spec.month is None:
            continue
        rule = _head_rule(head, find, patterns, words)
        if rule is not None:
            rank = _HEAD_RULES.index(rule)
            if best is None or rank < best[0]:
                best = (rank, find, rule)
    return (best[1], best[2]) if best else None


_HEAD_RULES = ("published", "dateline", "date_line", "byline", "updated")


def _head_rule(head: Document, find: DateFind, patterns: dict[str, re.Pattern[str]], words: DateWords) -> str | None:
    """A date of the first lines → the rule by which it is the article's own, if any."""
    line_start = head.text.rfind("\n", 0, find.start) + 1
    line_end = head.text.find("\n", find.end)
    line_end = len(head.text) if line_end < 0 else line_end
    before = head.folded[max(0, find.start - 70) : find.start]
    if patterns["published"].search(before):
        return "published"
    if patterns["updated"].search(before):
        return "updated"
    place = _PLACE.fullmatch(head.text, line_start, find.start)
    if place and _AFTER_DATELINE.match(head.text, find.end):
        first = re.split(r"[ ,/]", place["place"])[0]
        small = first.casefold() in {
            *words.articles,
            *words.before_month,
            *words.before_year,
            *words.window,
            *words.since,
        }
        if not small and len(first) > 2 and (place["mark"] or place["place"].isupper()):
            return "dateline"
    if not find.complete:
        return None
    line = patterns["line"]
    rest = line.fullmatch(head.folded, find.end, line_end)
    if rest and line.fullmatch(head.folded, line_start, find.start):
        return "date_line"
    if rest and line_end - line_start < 90 and patterns["byline"].match(head.folded, line_start, find.start):
        return "byline"
    return None
