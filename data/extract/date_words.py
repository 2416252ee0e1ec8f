"""The vocabulary of dates of one language, compiled once, and the small words around a date word.

Lives here: `DateIndex` and `date_index`; whether "last", "next", "the night of" or "the previous" stands beside a date
word. Must not live here: any rule (`date_calendar`, `date_periods`, `date_distances`), what joins two dates
(`date_joins`), or any word (dates.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from data.document import Document
from data.extract.days import Third, Unit, Which
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    led_by,
    number_pattern,
    number_values,
    ordinal_values,
    words_of,
)
from data.lexicon.types import DateWords, Holiday

YEAR = r"(?:19|20)\d\d(?![\w°%]|[.,:]\d)"
_LEFT = r"(?<![^\W_])"  # where a word begins


@dataclass(frozen=True, eq=False)
class DateIndex:
    """What words mean, pieces that rules are made of, and patterns for what stands around a date word."""

    words: DateWords
    # words and their meanings
    months: dict[str, int]
    months_all: dict[str, int]  # with the short ones, which count only beside a day or a year
    weekdays: dict[str, int]  # Monday is 0
    weekdays_all: dict[str, int]
    singular: dict[str, Unit]
    units: dict[str, Unit]  # with the plurals
    single: frozenset[str]  # those that are no plural too
    thirds: dict[str, Third]
    whiches: dict[str, Which]
    day_words: dict[str, int]  # days of the month in words
    seasons: dict[str, Literal["spring", "summer", "autumn", "winter"]]
    holidays: dict[str, Holiday]
    # pieces of patterns
    digits: str  # a day of the month in figures
    articles: str
    of: str
    month: str  # group "m"
    unit: str  # group "u"
    year: str  # groups "y" and "y2": a year behind a day or a month
    # before a date word, up to its first letter
    which_before: re.Pattern[str]
    night_before: re.Pattern[str]
    day_before: re.Pattern[str]  # a number before a month
    month_before: re.Pattern[str]  # without one of these a bare month is no period
    season_before: re.Pattern[str]
    year_before: re.Pattern[str]
    quarter_before: re.Pattern[str]
    day_alone_before: re.Pattern[str]
    not_day_alone: re.Pattern[str]
    habitual: re.Pattern[str]
    not_ahead: re.Pattern[str]
    from_before: re.Pattern[str]
    # behind it, from its end
    which_after: re.Pattern[str] | None
    not_year: re.Pattern[str]
    week_on: re.Pattern[str]  # "Tuesday week"
    year_behind: re.Pattern[str]  # a holiday's
    of_after: re.Pattern[str]
    of_or_after: re.Pattern[str]  # "within two days of", "within two days after"
    hang_after: re.Pattern[str]  # what opens the happening that "two days after" counts from
    # around it, or in it
    hung: tuple[tuple[int, re.Pattern[str], re.Pattern[str]], ...]  # -1 or 1, with its words before and behind
    article: re.Pattern[str]
    one_day: re.Pattern[str]  # of several that share a month
    list_and: re.Pattern[str]
    # names with a date word in them
    not_dates: re.Pattern[str]
    opens_name: frozenset[str]

    def named(self, document: Document, start: int) -> bool:
        """Whether the word at `start` is written as the language writes names of months and days."""
        return not self.words.capitals or document.text[start].isupper()

    def which_around(self, document: Document, start: int, end: int) -> tuple[int, int, Which | None]:
        """A date word's place → the place with "last" or "next" around it, and which one that is."""
        before = self.which_before.search(document.folded, max(0, start - 20), start)
        if before:
            return before.start(), end, self.whiches[plain(before[1])]
        after = self.which_after.match(document.folded, end) if self.which_after else None
        if after:
            return start, after.end(), self.whiches[plain(after[1])]
        return start, end, None

    def hung_around(self, document: Document, start: int, end: int) -> tuple[int, int, int] | None:
        """A weekday's place → the place with "the previous" or "successivo", and whether before or after."""
        for shift, before, after in self.hung:
            if match := before.search(document.folded, max(0, start - 20), start):
                return match.start(), end, shift
            if self.words.adjectives_follow and (match := after.match(document.folded, end)):
                return start, match.end(), shift
        return None

    def night_of(self, document: Document, start: int) -> tuple[int, bool]:
        """Where a day begins → where it begins with "the night of", and whether that stands there."""
        night = self.night_before.search(document.folded, max(0, start - 24), start)
        return (night.start(), True) if night else (start, False)

    def third_of(self, text: str | None) -> Third | None:
        """ "Early" or "a metà", as matched → the third of a period."""
        return self.thirds[plain(text)] if text else None


def plain(phrase: str) -> str:
    """A phrase as matched → as the vocabulary has it: on one line, with single blanks."""
    return " ".join(phrase.split())


def year_of(match: re.Match[str]) -> int | None:
    """A match with the groups of `DateIndex.year` → the year."""
    text = match["y"] or match["y2"]
    return short_year(text) if text else None


def short_year(text: str) -> int:
    """Year as printed → year: "25" is 2025."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _index(groups: Iterable[Iterable[str]], first: int = 0) -> dict[str, int]:
    return {word: i for i, group in enumerate(groups, first) for word in group}


def _day_words(words: DateWords) -> dict[str, int]:
    if words.month_first:
        return {word: n for word, n in ordinal_values(words).items() if n <= 31}
    first = {word: n for word, n in ordinal_values(words).items() if n <= 1}
    return first | {word: n for word, n in number_values(words).items() if 2 <= n <= 31}


@cache
def date_index(words: DateWords) -> DateIndex:
    """The compiled vocabulary of dates of one language."""
    months = _index(words.months, 1)
    months_all = months | _index(words.months_short, 1)
    weekdays = _index(words.weekdays)
    singular = {w: u for u, group in words.units.items() for w in group}
    units = singular | {w: u for u, group in words.units_plural.items() for w in group}
    whiches: dict[str, Which] = {
        **dict.fromkeys(words.last, -1),
        **dict.fromkeys(words.this, 0),
        **dict.fromkeys(words.next, 1),
    }
    articles, of = led_by(words.articles), led_by((*words.of, *words.articles))
    which, ending = alternation(whiches), alternation(words.ordinal_endings)
    day_words = _day_words(words)

    def before(phrases: Iterable[str], between: str = "") -> re.Pattern[str]:
        return re.compile(rf"{_LEFT}({alternation(phrases)})(?:{GAP}|(?<=')){between}$")

    return DateIndex(
        words=words,
        months=months,
        months_all=months_all,
        weekdays=weekdays,
        weekdays_all=weekdays | _index(words.weekdays_short),
        singular=singular,
        units=units,
        single=frozenset(singular) - {w for group in words.units_plural.values() for w in group},
        thirds={
            **dict.fromkeys(words.early, "early"),
            **dict.fromkeys(words.middle, "middle"),
            **dict.fromkeys(words.late, "late"),
            **dict.fromkeys(words.first_half, "first_half"),
            **dict.fromkeys(words.second_half, "second_half"),
        },
        whiches=whiches,
        day_words=day_words,
        seasons={w: s for s, group in words.seasons.items() for w in group},
        holidays={name: row for row in words.holiday for name in row.names},
        digits=rf"(?:[0-2]?\d|3[01])(?:{ending})?(?![^\W_]|%|[.,:]\d)",
        articles=articles,
        of=of,
        month=rf"(?P<m>{alternation(months_all)})(?![^\W_])\.?",
        unit=rf"(?P<u>{words_of(units)})",
        year=rf"(?:(?:,?{GAP}{of}?|{GAP}?/)(?P<y>{YEAR})|{GAP}'(?P<y2>\d\d)(?!\d))",
        which_before=before(whiches, f"{articles}?"),
        night_before=re.compile(rf"{_LEFT}{alternation(words.night)}{GAP}?{articles}?$"),
        day_before=re.compile(rf"(?<![\w.,])\d{{1,2}}(?:{ending})?{GAP}{of}?$"),
        month_before=before(words.before_month, f"{articles}?"),
        season_before=before(words.before_season),
        year_before=before(words.before_year),
        quarter_before=before(words.before_quarter),
        day_alone_before=before(words.before_day_alone),
        not_day_alone=before(words.not_day_alone),
        habitual=re.compile(rf"{_LEFT}{words_of(words.habitual)}{GAP}{articles}?$"),
        not_ahead=re.compile(rf"{_LEFT}{alternation(words.not_ahead)}[^.;:!?]{{0,12}}$"),
        from_before=re.compile(rf"{_LEFT}{alternation(words.range_from)}{GAP}?$"),
        which_after=re.compile(rf"{GAP}({which})(?![^\W_])") if words.adjectives_follow else None,
        not_year=re.compile(rf"{GAP}{words_of(words.not_year)}"),
        week_on=re.compile(rf"{GAP}{words_of(words.week_on)}(?!['-]|{GAP}{number_pattern(words)})"),
        year_behind=re.compile(rf"{GAP}{of}?(?P<y>{YEAR})"),
        of_after=re.compile(rf"{GAP}{led_by(words.of)}"),
        of_or_after=re.compile(rf"{GAP}{led_by((*words.of, *words.later, *words.after))}"),
        hang_after=re.compile(rf"{GAP}{led_by((*words.articles, *words.of, *words.determiners))}"),
        hung=tuple(
            (shift, re.compile(rf"{_LEFT}{words_of(group)}{GAP}$"), re.compile(rf"{GAP}{words_of(group)}"))
            for shift, group in ((-1, words.previous), (1, words.following))
        ),
        article=re.compile(articles),
        one_day=re.compile(rf"\d+(?:{ending})?|{words_of(day_words)}"),
        list_and=re.compile(rf"{GAP}{led_by(words.list_and)}"),
        not_dates=re.compile(rf"{_LEFT}{words_of(words.not_dates)}"),
        opens_name=first_words(words.not_dates),
    )
