"""Dates in one article: expressions found by rules over vocabulary, and the days they mean once an anchor is known.

Lives here: `find_dates` (words → symbolic specs), `resolve_date` (spec and anchor → days), `find_published` (the
article's own day from its first lines). Must not live here: words of a language (they are in `data/lexicon`), the
choice of an anchor, or anything about events.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

from data.document import Document
from data.extract.finds import Days
from data.extract.grammar import (
    DIGITS,
    GAP,
    alternation,
    first_words,
    led_by,
    number_of,
    number_pattern,
    number_values,
    ordinal_values,
    starts_of,
    words_of,
)
from data.lexicon.types import DateWords, Lexicon
from data.lexicon.types import Holiday as HolidayWords
from data.span import longest, overlaps

Tense = Literal["past", "future"]
Unit = Literal["minute", "hour", "day", "week", "weekend", "month", "year"]
Third = Literal["early", "middle", "late", "first_half", "second_half"]
Which = Literal[-1, 0, 1]  # last, this, next
Kind = Literal["day", "weekday", "relative_day", "month", "year", "period", "holiday", "follow", "range"]
Relation = Literal["on", "since", "until"]


# ---- specs: what the words say, before any anchor ----


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day by number: month and year may be missing. `night`: the night that begins on it."""

    day: int
    month: int | None
    year: int | None = None
    weekday: int | None = None  # Monday is 0
    which: Which | None = None
    year_shift: int | None = None  # "of last year"
    night: bool = False


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week (Monday is 0); `week` counts weeks from the anchor's own when the text says so."""

    weekday: int
    which: Which | None = None
    week: int | None = None
    night: bool = False


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """Days counted from the article's own; `future` replaces `days` where a plan is told."""

    days: tuple[int, int]
    future: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before (`sign` -1) or after (+1) the article's day. `weak`: only where the text looks ahead."""

    low: float
    high: float
    unit: Unit
    sign: Literal[-1, 1]
    qualifier: Literal["exact", "about", "less_than", "more_than"] = "exact"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """The last or next so many units up to or from the article's day; `count` None: a few."""

    unit: Unit
    count: int | None
    sign: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class CalendarUnit:
    """A week (from Monday), weekend, month or year, counted from the anchor's own."""

    unit: Unit
    shift: int | None
    third: Third | None = None
    part: Literal["so_far", "to_come"] | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a third of it."""

    month: int
    year: int | None = None
    third: Third | None = None
    which: Which | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the northern year."""

    season: Literal["spring", "summer", "autumn", "winter"]
    year: int | None = None
    which: Which | None = None
    year_shift: int | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or a third of it; `since`: from its first day to the article's (year None: the article's own)."""

    year: int | None
    third: Third | None = None
    since: bool = False


@dataclass(frozen=True, slots=True)
class HolidayDay:
    """A holiday: fixed month and day, or a name in the library's calendar of a country, `shift` days from it."""

    on: str
    country: str = ""
    name: str = ""
    shift: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A time counted from another: a date told before ("context") or the happening named next ("event")."""

    unit: Unit
    low: float
    high: float
    hangs_on: Literal["context", "event"]
    whole: bool = False  # the calendar unit itself: "the following week"
    weekday: int | None = None  # "the previous Friday"


@dataclass(frozen=True, slots=True)
class Shifted:
    """Units from a date: "on the eve of 9 May"."""

    base: Spec
    unit: Unit
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Between:
    """From one date to another, both included."""

    first: Spec
    last: Spec


Spec = (
    CalendarDay
    | Weekday
    | RelativeDay
    | Away
    | Window
    | CalendarUnit
    | Month
    | Season
    | Year
    | HolidayDay
    | Follow
    | Shifted
    | Between
)

_KINDS: dict[type, Kind] = {
    CalendarDay: "day", Weekday: "weekday", RelativeDay: "relative_day", Away: "period", Window: "period",
    CalendarUnit: "period", Month: "month", Season: "period", Year: "year", HolidayDay: "holiday", Follow: "follow",
    Between: "range",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateFind:
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

YEAR = r"(?:19|20)\d\d(?![\w°%]|[.,:]\d)"
_NUMERIC = re.compile(
    r"(?<![\w./:-])(?:(?P<y>(?:19|20)\d\d)([-/.])(?P<m>[01]?\d)\2(?P<d>[0-3]?\d)(?=t\d|[^\w/-]|$)(?!\.\d)"
    r"|(?P<a>[0-3]?\d)(?P<s>[/.-])(?P<b>[0-3]?\d)(?P=s)(?P<y2>(?:19|20)?\d\d)(?![\w/-])(?!\.\d))"
)


class _Raw(NamedTuple):
    start: int
    end: int
    rule: str
    spec: Spec


@dataclass(frozen=True)
class _Rule:
    triggers: frozenset[str]
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], Document], Iterable[_Raw]]


def _valid(day: int, month: int, year: int | None) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]


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
        self.range_gap = re.compile(rf"{GAP}{alternation(words.range_to)}{GAP}?")
        self.of_gap = re.compile(rf",?{GAP}{self.of}{{0,2}}")
        self.since_before = re.compile(rf"(?<![^\W_]){alternation(words.since)}{GAP}?{self.articles}?$")
        self.until_before = re.compile(rf"(?<![^\W_]){alternation(words.until)}{GAP}?{self.articles}?$")
        self.hang_after = re.compile(rf"{GAP}{led_by((*words.articles, *words.of, *words.determiners))}")
        self.join = rf"(?:{GAP}|(?<=')){self.of}{{0,2}}"
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

        yield _Rule(frozenset({DIGITS}), _NUMERIC, self._numeric)
        to = rf"(?:{GAP}?-{GAP}?|,{GAP}|{GAP}{led_by(words.range_to)}|{GAP}{led_by(words.list_and)})"
        listed = rf"(?P<days>{day}(?:{to}{day}){{1,3}})"
        yield _Rule(triggers_day, re.compile(rf"{listed}{GAP}{self.of}?{month}{year}?"), self._several_days)
        if words.month_first:
            yield _Rule(
                first_words(self.months_all),
                re.compile(rf"{month}{GAP}{listed}(?=[,.;:)\n]|$|{GAP}{alternation(words.list_ends)}){year}?"),
                self._several_days,
            )
        wd = rf"(?:{weekday},?{GAP}{self.articles}?)?"
        yield _Rule(
            triggers_day | first_words(self.weekdays_all),
            re.compile(rf"{wd}(?P<d>{day})(?:-|{GAP}{self.of}?){month}{year}?"),
            self._calendar_day,
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
        )
        yield _Rule(first_words(self.months_all), re.compile(rf"{month}{year}"), self._month)
        yield _Rule(first_words(self.months), re.compile(month_full), self._bare_month)
        yield _Rule(
            first_words(self.thirds) | first_words(words.since_start),
            re.compile(rf"(?:(?P<since>{alternation(words.since_start)})|{third}){glue}(?P<y>{YEAR})"),
            self._year_third,
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
        whole = rf"(?P<u>{words_of([w for u in ('week', 'weekend', 'month', 'year') for w in words.units[u]])})"
        part = rf"(?P<part>{words_of((*words.so_far, *words.to_come))})"
        which = rf"(?P<which>{alternation(self.whiches)})(?:{GAP}|(?<='))"
        first = first_words(
            (*self.thirds, *words.so_far, *words.to_come, *self.whiches, *words.articles, *words.since_start)
        )
        yield _Rule(
            first,
            re.compile(rf"(?:{third}{glue}|{part}{GAP})?{self.articles}?{which}{whole}"),
            self._calendar_unit,
        )
        yield _Rule(
            first_words(words.window_weekend),
            re.compile(rf"(?P<weekend>{words_of(words.window_weekend)})"),
            self._weekend,
        )
        if words.adjectives_follow:
            yield _Rule(
                first | first_words(self.singular),
                re.compile(rf"(?:{third}{glue})?{self.articles}?{whole}{GAP}(?P<which>{words_of(self.whiches)})"),
                self._calendar_unit,
            )
        yield _Rule(
            first_words(self.thirds),
            re.compile(rf"{third}{glue}{self.articles}?{whole}"),
            self._calendar_unit,
        )
        half = rf"(?:{GAP}{words_of(words.whole_and_half)})?"
        yield _Rule(
            triggers_count | triggers_qualifier | first_words((*self.units, *words.half)),
            re.compile(
                rf"(?:{qualifier}{GAP})?(?:{count}(?:{GAP}|(?<='))(?:{led_by(words.of)})?|(?P<some>{led_by(words.half)}))?"
                rf"{unit}(?P<half>{half}){GAP}{words_of(words.ago)}"
            ),
            self._ago,
        )
        ahead = rf"(?P<a>{alternation((*words.ahead, *words.ahead_weak))}){GAP}"
        yield _Rule(
            first_words((*words.ahead, *words.ahead_weak)),
            re.compile(rf"{ahead}(?:{qualifier}{GAP})?{count}(?:{GAP}|(?<=')){unit}(?P<time>{alternation(words.from_now)}(?![^\W_]))?"),
            self._ahead,
        )  # fmt: skip
        if words.from_now:
            yield _Rule(
                triggers_count | triggers_qualifier,
                re.compile(rf"(?:{qualifier}{GAP})?{count}{GAP}{unit}{GAP}(?P<time>{words_of(words.from_now)})(?P<a>)"),
                self._ahead,
            )
        yield _Rule(
            first_words(words.within),
            re.compile(rf"(?P<within>{alternation(words.within)}){GAP}(?:{count}(?:{GAP}|(?<=')))?{unit}"),
            self._within,
        )
        yield _Rule(
            first_words(words.window),
            re.compile(
                rf"{led_by(words.window)}(?P<n0>{number_pattern(words)}{GAP})?"
                rf"(?:(?P<back>{words_of(words.recent)})|(?P<on>{words_of(words.coming)})){GAP}"
                rf"(?:{count}(?:{GAP}|(?<=')))?{unit}"
            ),
            self._window,
        )
        if words.adjectives_follow:
            yield _Rule(
                first_words(words.window),
                re.compile(
                    rf"{led_by(words.window)}(?:{count}{GAP})?{unit}{GAP}"
                    rf"(?:(?P<back>{words_of(words.recent)})|(?P<on>{words_of(words.coming)}))(?P<n0>)"
                ),
                self._window,
            )
        for row in words.relative:
            spec = RelativeDay(row.days, row.future)
            yield _Rule(
                first_words(row.words),
                re.compile(rf"(?:{words_of(row.words)})(?!-)"),
                self._fixed("relative_day", spec),
            )
        for follow in words.follow:
            told = Follow(follow.unit, follow.shift, follow.shift, "context", whole=True)
            yield _Rule(first_words(follow.words), re.compile(words_of(follow.words)), self._fixed("follow", told))
        yield _Rule(
            triggers_count | triggers_qualifier,
            re.compile(
                rf"(?:{qualifier}{GAP})?{count}(?:{GAP}|(?<=')){unit}{GAP}"
                rf"(?:(?P<later>{words_of((*words.later, *words.after))})|(?P<earlier>{words_of((*words.earlier, *words.before))}))"
            ),
            self._later,
        )
        names = {name: row for row in words.holiday for name in row.names}
        self.holidays = names
        yield _Rule(
            first_words(names),
            re.compile(rf"(?P<h>{words_of(names)})(?:{GAP}{self.of}?(?P<y>{YEAR}))?"),
            self._holiday,
        )

    @property
    def qualifier(self) -> str:
        words = self.words
        return (
            rf"(?:(?P<about>{words_of(words.about)})|(?P<almost>{words_of(words.almost)})"
            rf"|(?P<less>{words_of(words.less_than)})|(?P<more>{words_of(words.more_than)}))"
        )

    def _offset_patterns(self) -> tuple[tuple[frozenset[str], re.Pattern[str], tuple[int, int], bool], ...]:
        return tuple(
            (first_words(row.words), re.compile(words_of(row.words)), row.days, row.event) for row in self.words.offset
        )

    # -- builders: a match → finds --

    def _fixed(self, rule: str, spec: Spec) -> Callable[[re.Match[str], Document], Iterable[_Raw]]:
        def build(match: re.Match[str], _: Document) -> Iterable[_Raw]:
            yield _Raw(match.start(), match.end(), rule, spec)

        return build

    def _numeric(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
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
        if _valid(day, month, year):
            yield _Raw(match.start(), match.end(), rule, CalendarDay(day, month, year))

    def _calendar_day(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
        day, month, year = self._day(match["d"]), self.months_all[match["m"]], self._year_of(match)
        if not self._named(document, match.start("m")) or not _valid(day, month, year):
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
        if days != sorted(set(days)) or not all(_valid(day, month, year) for day in days):
            return
        end = match.end() - (document.folded[match.end() - 1] == ".")
        opened = self.from_before.search(document.folded, max(0, match.start() - 14), match.start())
        dashed = "-" in text
        listed = re.search(rf"{GAP}{led_by(words.list_and)}", text) and not opened
        if len(parts) == 2 and (dashed or opened or not listed) and "," not in text:
            low, high = CalendarDay(days[0], month, year), CalendarDay(days[1], month, year)
            yield _Raw(self._night(document, match.start())[0], end, "day_range", Between(low, high))
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

    def _calendar_unit(self, match: re.Match[str], document: Document) -> Iterable[_Raw]:
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
        raws: list[_Raw] = []
        for rule in self.rules:
            match_at = rule.pattern.match
            for start in starts_of(document.folded, rule.triggers):
                match = match_at(document.folded, start)
                if match:
                    raws.extend(rule.build(match, document))
        blocked = [
            match
            for start in starts_of(document.folded, self.not_dates_first)
            if (match := self.not_dates.match(document.folded, start))
        ]
        if blocked:
            raws = [r for r in raws if not any(r.start < m.end() and m.start() < r.end for m in blocked)]
        raws = self._shift(_prefer(raws), document)
        raws = self._narrow(raws, document)
        raws = self._span(raws, document)
        return [DateFind(r.start, r.end, r.rule, r.spec, self._relation(r, document)) for r in raws]

    def _shift(self, raws: list[_Raw], document: Document) -> list[_Raw]:
        """Join "on the eve of" and a date; keep "a day after" before a happening."""
        starts = {r.start: r for r in raws}
        found: list[_Raw] = []
        joint = re.compile(self.join)
        candidates: list[tuple[int, int, Unit, float, float, bool]] = []
        for triggers, pattern, days, event in self.offset_rules:
            for start in starts_of(document.folded, triggers):
                if match := pattern.match(document.folded, start):
                    candidates.append((start, match.end(), "day", days[0], days[1], event))
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
                    spec = replace(before.spec, week=unit.shift, which=None)
                elif gap and isinstance(before.spec, CalendarDay | Month | Season) and unit.unit == "year":
                    spec = replace(before.spec, year_shift=unit.shift) if before.spec.year is None else None
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
                if night or self.from_before.search(document.folded, max(0, before.start - 14), before.start):
                    first = (
                        replace(before.spec, night=False)
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


# ---- days ----

_DAY = dt.timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FEW = {"minute": 1, "hour": 1, "day": 10, "week": 42, "month": 180, "year": 1826}  # days in "recent weeks"


class _Known(NamedTuple):
    low: dt.date
    high: dt.date
    stated: bool = False


def _add_months(day: dt.date, months: float) -> dt.date:
    whole = int(months // 1)
    index = day.year * 12 + day.month - 1 + whole
    year, month = divmod(index, 12)
    moved = dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return moved + dt.timedelta(days=round((months - whole) * 30.4))


def _add(day: dt.date, n: float, unit: Unit) -> dt.date:
    """Day, number, unit → the day so many units later (earlier when negative)."""
    if unit == "month":
        return _add_months(day, n)
    if unit == "year":
        return _add_months(day, n * 12)
    per = {"minute": 0.0, "hour": 1 / 24, "day": 1.0, "week": 7.0, "weekend": 7.0}[unit]
    return day + dt.timedelta(days=int(n * per + (0.5 if n > 0 else -0.5)))


def _month_days(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _third_of(low: dt.date, high: dt.date, third: Third | None) -> tuple[dt.date, dt.date]:
    """The first, middle or last third of a period; of a month days 1-10, 11-20, 21-end."""
    if third is None:
        return low, high
    if low.day == 1 and low.month == high.month:
        bounds = {
            "early": (1, 10), "middle": (11, 20), "late": (21, high.day), "first_half": (1, 15), "second_half": (16, high.day)
        }[third]  # fmt: skip
        return low.replace(day=bounds[0]), low.replace(day=bounds[1])
    if low.month == 1 and high.month == 12:
        first, last = {
            "early": (1, 4),
            "middle": (5, 8),
            "late": (9, 12),
            "first_half": (1, 6),
            "second_half": (7, 12),
        }[third]
        return dt.date(low.year, first, 1), _month_days(low.year, last)[1]
    length = (high - low).days
    step = dt.timedelta(days=length // 3)
    if third in ("early", "first_half"):
        return low, low + step
    return (high - step, high) if third in ("late", "second_half") else (low + step, high - step)


def _choose(candidates: Iterable[dt.date], anchor: dt.date, tense: Tense | None, *, far: int = 3) -> dt.date | None:
    """Possible days → the one meant: past the latest up to the anchor, future the first from it, else the nearer.

    Without a tense a day ahead must be `far` times nearer than the one behind. A tense yields to a day close by
    (within 30 days) when its own choice is more than 270 days away.
    """
    days = sorted(candidates)
    behind = max((d for d in days if d <= anchor), default=None)
    ahead = min((d for d in days if d >= anchor), default=None)
    if behind is None or ahead is None:
        return behind or ahead
    back, on = (anchor - behind).days, (ahead - anchor).days
    if tense == "past":
        return ahead if back > 270 and on <= 30 else behind
    if tense == "future":
        return behind if on > 270 and back <= 30 else ahead
    return ahead if on * far < back else behind


def _years(anchor: dt.date) -> range:
    return range(anchor.year - 4, anchor.year + 5)


def _tense_of(which: Which | None, tense: Tense | None) -> Tense | None:
    return {-1: "past", 1: "future"}.get(which, tense) if which else tense  # type: ignore[return-value]


@cache
def _library_days(country: str, name: str, year: int) -> tuple[dt.date, ...]:
    import holidays  # here, because few articles name a movable holiday

    calendar_of = holidays.country_holidays(country, years=year, language="en_US")
    return tuple(sorted(day for day, names in calendar_of.items() if name in names.split("; ")))


def _holiday_in(spec: HolidayDay, year: int) -> dt.date | None:
    if spec.on:
        month, day = map(int, spec.on.split("-"))
        return dt.date(year, month, day)
    days = _library_days(spec.country, spec.name, year)
    return days[0] + spec.shift * _DAY if days else None


def _calendar_day(spec: CalendarDay, anchor: dt.date | None, tense: Tense | None) -> _Known | None:
    if spec.month is not None and spec.year is not None:
        day: dt.date | None = dt.date(spec.year, spec.month, spec.day)
    elif anchor is None:
        return None
    elif spec.month is None:
        return _numbered_day(spec, anchor, tense)
    elif spec.year_shift is not None:
        if not _valid(spec.day, spec.month, anchor.year + spec.year_shift):
            return None
        day = dt.date(anchor.year + spec.year_shift, spec.month, spec.day)
    else:
        days = [dt.date(y, spec.month, spec.day) for y in _years(anchor) if _valid(spec.day, spec.month, y)]
        near = days
        if spec.which:
            strict = [d for d in near if (d <= anchor if spec.which < 0 else d >= anchor)]
            near = strict or near
        day = _choose(near, anchor, _tense_of(spec.which, tense), far=1)
        if day is not None and spec.weekday not in (None, day.weekday()) and abs((day - anchor).days) > 60:
            fitting = [d for d in days if d.weekday() == spec.weekday]  # a weekday settles a year far away
            day = min(fitting, key=lambda d: abs((d - anchor).days), default=day)
    if day is None:
        return None
    return _Known(day, day + (_DAY if spec.night else 0 * _DAY), stated=spec.year is not None)


def _numbered_day(spec: CalendarDay, anchor: dt.date, tense: Tense | None) -> _Known | None:
    days: list[dt.date] = []
    for shift in (-1, 0, 1):
        first = _add_months(anchor.replace(day=1), shift)
        if _valid(spec.day, first.month, first.year):
            days.append(first.replace(day=spec.day))
    fitting = [d for d in days if spec.weekday is None or d.weekday() == spec.weekday]
    if not fitting and spec.weekday is not None:
        return _weekday(Weekday(spec.weekday), anchor, tense)
    day = _choose(fitting, anchor, tense)
    return _Known(day, day) if day else None


def _weekday(spec: Weekday, anchor: dt.date, tense: Tense | None) -> _Known:
    monday = anchor - anchor.weekday() * _DAY
    if spec.week is not None:
        day = monday + (7 * spec.week + spec.weekday) * _DAY
    elif spec.which == 0 and tense is None:
        day = monday + spec.weekday * _DAY
    else:
        back = (anchor.weekday() - spec.weekday) % 7
        if spec.which == -1:
            day = anchor - (back or 7) * _DAY
        elif spec.which == 1:
            day = anchor + ((7 - back) % 7 or 7) * _DAY
        else:
            chosen = _choose([anchor - back * _DAY, anchor + (-back % 7) * _DAY], anchor, tense)
            day = chosen or anchor
    return _Known(day, day + (_DAY if spec.night else 0 * _DAY))


def _away(spec: Away, anchor: dt.date, tense: Tense | None) -> _Known | None:
    if spec.weak and tense != "future":
        return None
    near, far = spec.low, spec.high
    if spec.qualifier == "less_than":
        near = max(near - 0.5, 0) if spec.unit not in ("day", "hour") else max(near - 1, 0)
    elif spec.qualifier == "more_than":
        far += 1
    elif spec.qualifier == "about" and spec.unit == "day":
        near, far = max(near - 1, 0), far + 1
    if spec.unit in ("minute", "hour"):
        hours = far if spec.unit == "hour" else far / 60
        reach = -(-int(hours) // 24) if hours >= 12 else 0
        floor = int((near if spec.unit == "hour" else 0) // 24)
        low, high = (-reach, -floor) if spec.sign < 0 else (floor, reach)
        return _Known(anchor + low * _DAY, anchor + high * _DAY)
    slack = {"week": 3, "weekend": 3, "month": 15, "year": 182}.get(spec.unit, 0)
    if spec.qualifier in ("less_than", "more_than"):
        slack = 0
    if spec.high < 1:
        slack //= 2
    elif spec.low != spec.high:
        slack = slack if spec.unit == "week" else slack // 2
    one, two = _add(anchor, spec.sign * near, spec.unit), _add(anchor, spec.sign * far, spec.unit)
    low_day, high_day = min(one, two) - slack * _DAY, max(one, two) + slack * _DAY
    if spec.sign < 0:
        return _Known(low_day, min(high_day, anchor))
    return _Known(max(low_day, anchor), high_day)


def _window(spec: Window, anchor: dt.date) -> _Known:
    if spec.count is None:
        reach = _FEW.get(spec.unit, 10)
        if spec.unit in ("hour", "minute"):
            return _Known(anchor - _DAY, anchor) if spec.sign < 0 else _Known(anchor, anchor + _DAY)
        return (
            _Known(anchor - reach * _DAY, anchor - _DAY)
            if spec.sign < 0
            else _Known(anchor + _DAY, anchor + reach * _DAY)
        )
    n = -(-spec.count // 24) if spec.unit == "hour" else (1 if spec.unit == "minute" else spec.count)
    unit: Unit = "day" if spec.unit in ("hour", "minute") else spec.unit
    other = _add(anchor, spec.sign * n, unit)
    return _Known(min(anchor, other), max(anchor, other))


def _unit_days(unit: Unit, day: dt.date) -> tuple[dt.date, dt.date]:
    """A day → first and last day of the calendar unit around it."""
    if unit in ("week", "weekend"):
        monday = day - day.weekday() * _DAY
        return (monday, monday + 6 * _DAY) if unit == "week" else (monday + 5 * _DAY, monday + 6 * _DAY)
    if unit == "month":
        return _month_days(day.year, day.month)
    if unit == "year":
        return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
    return day, day


def _calendar_unit(spec: CalendarUnit, anchor: dt.date, tense: Tense | None) -> _Known:
    if spec.unit == "weekend":
        low, high = _unit_days("weekend", anchor)
        shift = spec.shift or 0
        running = anchor.weekday() >= 5
        if not running and shift >= 0 and (tense == "past" or (spec.shift is None and tense is None)):
            low, high = low - 7 * _DAY, high - 7 * _DAY
        elif shift:
            step = 7 * shift if shift < 0 or running or anchor.weekday() >= 3 else 0
            low, high = low + step * _DAY, high + step * _DAY
        return _Known(low, high)
    low, high = _unit_days(spec.unit, anchor)
    shift = spec.shift or 0
    if shift:
        low, high = _unit_days(spec.unit, _add(low, shift, spec.unit))
    low, high = _third_of(low, high, spec.third)
    if not shift and spec.third is None:
        if spec.part == "so_far" or (spec.part is None and tense == "past"):
            high = min(high, anchor)
        elif spec.part == "to_come" or (spec.part is None and tense == "future"):
            low = max(low, anchor)
    return _Known(low, high)


def _month(spec: Month, anchor: dt.date | None, tense: Tense | None) -> _Known | None:
    year = spec.year
    if year is None:
        if anchor is None:
            return None
        if spec.year_shift is not None:
            year = anchor.year + spec.year_shift
        else:
            this = dt.date(anchor.year, anchor.month, 1)
            months = [dt.date(y, spec.month, 1) for y in _years(anchor)]
            if spec.which == -1:
                months = [m for m in months if m < this]
            elif spec.which == 1:
                months = [m for m in months if m > this]
            chosen = _choose(months, this, _tense_of(spec.which, tense), far=1)
            year = chosen.year if chosen else anchor.year
    low, high = _third_of(*_month_days(year, spec.month), spec.third)
    return _Known(low, high, stated=spec.year is not None)


def _season_days(season: str, year: int) -> tuple[dt.date, dt.date]:
    """A season and the year it begins in → its days, by whole months."""
    low = dt.date(year, _SEASONS[season], 1)
    return low, _add_months(low, 3) - _DAY


def _season(spec: Season, anchor: dt.date | None, tense: Tense | None) -> _Known | None:
    if spec.year is not None or spec.year_shift is not None:
        if spec.year is None and anchor is None:
            return None
        year = spec.year or (anchor.year if anchor else 0) + (spec.year_shift or 0)
        low, high = _season_days(spec.season, year)
        if spec.season == "winter":  # "the winter of 2022" may be either
            low = dt.date(year - 1, 12, 1)
        return _Known(low, high, stated=spec.year is not None)
    if anchor is None:
        return None
    spans = [_season_days(spec.season, y) for y in _years(anchor)]
    told = _tense_of(spec.which, tense)
    if spec.which == -1:
        spans = [s for s in spans if s[1] < anchor]
    elif spec.which == 1:
        spans = [s for s in spans if s[0] > anchor]
    running = [s for s in spans if s[0] <= anchor <= s[1]]
    if running:
        return _Known(*running[0])
    if spec.which == 0 and told is None:
        return _Known(*next(s for s in spans if s[0].year == anchor.year))
    chosen = _choose([s[0] for s in spans], anchor, told, far=1)
    return _Known(*next(s for s in spans if s[0] == chosen))


def _year(spec: Year, anchor: dt.date | None) -> _Known | None:
    year = spec.year or (anchor.year if anchor else None)
    if year is None:
        return None
    low, high = _third_of(dt.date(year, 1, 1), dt.date(year, 12, 31), spec.third)
    if spec.since and anchor is not None and anchor >= low:
        high = anchor
    return _Known(low, high, stated=spec.year is not None and not (spec.since and anchor))


def _between(spec: Between, anchor: dt.date | None, context: dt.date | None, tense: Tense | None) -> _Known | None:
    first, last = spec.first, spec.last
    if isinstance(first, CalendarDay) and isinstance(last, CalendarDay):
        if first.year is None and last.year is not None and first.month is not None and last.month is not None:
            first = replace(first, year=last.year - (first.month > last.month))
        if first.month is None:
            first = replace(first, month=last.month, year=last.year)
    if isinstance(last, Month) and isinstance(first, Month) and first.year is None and last.year is not None:
        first = replace(first, year=last.year - (first.month > last.month))
    end = _days(last, anchor, context, tense)
    if end is None:
        return None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        back = (end.low.weekday() - first.weekday) % 7
        return _Known(end.low - back * _DAY, end.high)
    begin = _days(first, anchor, context, tense)
    if begin is None:
        return None
    if begin.low > end.high and isinstance(first, CalendarDay | Month) and first.year is None:
        moved = _days(first, end.high, context, "past")
        begin = moved or begin
    if begin.low > end.high:
        return None
    return _Known(begin.low, end.high, begin.stated and end.stated)


def _moved(low: dt.date, high: dt.date, unit: Unit, first: float, last: float) -> _Known:
    """Days moved by `first`..`last` units; weeks and longer told as one calendar unit widen to all of it."""
    return _Known(_add(low, first, unit), _add(high, last, unit))


def _follow(spec: Follow, context: dt.date) -> _Known:
    if spec.unit == "day":
        return _moved(context, context, "day", spec.low, spec.high)
    if spec.weekday is not None:
        ahead = (spec.weekday - context.weekday()) % 7 or 7
        day = context + (ahead if spec.low > 0 else ahead - 7 if ahead < 7 else -7) * _DAY
        return _Known(day, day)
    if spec.whole:
        low, _ = _unit_days(spec.unit, context)
        return _Known(*_unit_days(spec.unit, _add(low, spec.low, spec.unit)))
    slack = {"week": 3, "month": 15, "year": 182}.get(spec.unit, 3)
    known = _moved(context, context, spec.unit, spec.low, spec.high)
    return _Known(known.low - slack * _DAY, known.high + slack * _DAY)


def _days(spec: Spec, anchor: dt.date | None, context: dt.date | None, tense: Tense | None) -> _Known | None:
    """A spec → its days; None when what it hangs on is not known."""
    match spec:
        case CalendarDay():
            return _calendar_day(spec, anchor, tense)
        case Month():
            return _month(spec, anchor, tense)
        case Season():
            return _season(spec, anchor, tense)
        case Year():
            return _year(spec, anchor)
        case Between():
            return _between(spec, anchor, context, tense)
        case Follow():
            return _follow(spec, context) if context is not None else None
        case Shifted():
            base = _days(spec.base, anchor, context, tense)
            return (
                _moved(base.low, base.high, spec.unit, spec.low, spec.high)._replace(stated=base.stated)
                if base
                else None
            )
        case HolidayDay():
            if spec.year is not None:
                day = _holiday_in(spec, spec.year)
            elif anchor is None:
                return None
            else:
                near = (_holiday_in(spec, y) for y in range(anchor.year - 1, anchor.year + 2))
                day = _choose([d for d in near if d], anchor, tense, far=1)
            return _Known(day, day) if day else None
    if anchor is None:
        return None
    match spec:
        case Weekday():
            return _weekday(spec, anchor, tense)
        case RelativeDay():
            first, last = spec.future if spec.future and tense == "future" else spec.days
            return _Known(anchor + first * _DAY, anchor + last * _DAY)
        case Away():
            return _away(spec, anchor, tense)
        case Window():
            return _window(spec, anchor)
        case CalendarUnit():
            return _calendar_unit(spec, anchor, tense)


def resolve_date(
    find: DateFind, anchor: dt.date | None, *, context: dt.date | None = None, tense: Tense | None = None
) -> Days | None:
    """A find, the article's day, another date of the passage, the tense → the days meant, or None if they cannot be known.

    `context` is what "follow" finds count from: the date told before, or the day of the happening named next.
    Never more exact than the text: "metà agosto" → 11..20 August, "two weeks ago" → 17 to 11 days before.
    """
    try:
        known = _days(find.spec, anchor, context, tense)
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
    rf"\s*(?:\([^()\n]{{2,20}}\)\s*[-–—]?\s*)?(?P<place>{_PLACE_WORD}(?:[ ,/]+(?:{_PLACE_WORD}|d[aei]l?|of|the)){{0,5}})"
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


def find_published(document: Document, lexicon: Lexicon) -> tuple[DateFind, str] | None:
    """An article → its own day as its first lines give it, with the rule's name; the year may be missing.

    Header ("date 2025-10-20", "Pubblicato il 16 ottobre 2025"), dateline ("ROMA, 16 OTT -", "MOSCOW, May 21. /TASS/."),
    a line that is only a date, a byline with a date, and last "Updated ...". Never a date of the first sentence.
    """
    words = lexicon.words[document.language].dates
    head = replace(document, text=document.text[: _HEAD + 60], folded=document.folded[: _HEAD + 60])
    patterns = _head_patterns(words)
    best: tuple[int, DateFind, str] | None = None
    for find in _grammar(words).find(head):
        if find.start >= _HEAD or not isinstance(find.spec, CalendarDay) or find.spec.month is None:
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
