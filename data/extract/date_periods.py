"""Rules that read a period by its name: a month, a season, a year, "last week", or a part of one.

Lives here: `period_rules`, their patterns and what each makes of a match. Must not live here: days (`date_calendar`),
lengths of time (`date_distances`), or a period between two dates (`date_joins`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from data.document import DIGITS, Document
from data.extract.date_candidates import Candidate, DateRule
from data.extract.date_words import YEAR, DateIndex, plain, year_of
from data.extract.days import Between, CalendarUnit, Month, Season, Year
from data.extract.grammar import GAP, alternation, first_words, telling_words, words_of

_GLUE = rf"(?:{GAP}|-|(?<='))"  # between "mid" and "August"
_DAY_NUMBER = re.compile(rf"{GAP}\d{{1,2}}(?!\d)")


def period_rules(index: DateIndex) -> Iterator[DateRule]:
    """The vocabulary → its rules for months, seasons, years, and weeks, months and years beside the article's own."""
    yield from _months(index)
    yield from _years(index)
    yield _season_rule(index)
    yield _quarter_rule(index)
    yield from _units(index)


def _third(index: DateIndex) -> str:
    return rf"(?P<third>{alternation(index.thirds)})"


# ---- months ----


def _months(index: DateIndex) -> Iterator[DateRule]:
    full = rf"(?P<m>{words_of(index.months)})"
    yield DateRule(
        first_words(index.thirds),
        re.compile(rf"{_third(index)}{_GLUE}{index.articles}?{full}{index.year}?"),
        _month,
        telling_words(index.months),
    )
    yield DateRule(first_words(index.months_all), re.compile(rf"{index.month}{index.year}"), _month)
    yield DateRule(first_words(index.months), re.compile(full), _bare_month)


def _month(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    if not index.named(document, match.start("m")):
        return
    if index.day_before.search(document.folded, max(0, match.start() - 12), match.start()):
        return  # "30 febbraio": no such day
    third = index.third_of(match.groupdict().get("third"))
    start, end, which = match.start(), match.end(), None
    year = year_of(match)
    if year is None:
        _, end, which = index.which_around(document, match.start("m"), end)
    yield Candidate(start, end, "month", Month(index.months_all[match["m"]], year, third, which))


def _bare_month(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    if not index.named(document, match.start()):
        return
    start, end, which = index.which_around(document, match.start(), match.end())
    if index.day_before.search(document.folded, max(0, match.start() - 12), match.start()):
        return
    introduced = index.month_before.search(document.folded, max(0, match.start() - 16), match.start())
    lower = index.words.capitals or document.text[match.start()].islower()
    if which is None and not (introduced and lower):
        return
    if index.words.month_first and _DAY_NUMBER.match(document.folded[end : end + 5]):
        return
    yield Candidate(start, end, "month", Month(index.months[match["m"]], None, None, which))


# ---- years ----


def _years(index: DateIndex) -> Iterator[DateRule]:
    words = index.words
    since = rf"(?P<since>{alternation(words.since_start)})"
    yield DateRule(
        first_words(index.thirds) | first_words(words.since_start),
        re.compile(rf"(?:{since}|{_third(index)}){_GLUE}(?P<y>{YEAR})"),
        _year_third,
        frozenset({DIGITS}),
    )
    yield DateRule(
        first_words(words.since_start),
        re.compile(
            rf"{since}{_GLUE}{index.of}?(?P<which>{alternation(words.this)})?{GAP}?"
            rf"(?P<u>{words_of(words.units['year'])})"
        ),
        _since_year,
    )
    yield DateRule(frozenset({DIGITS}), re.compile(rf"(?P<y>{YEAR})"), _year)


def _year_third(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    spec = Year(int(match["y"]), index.third_of(match["third"]), since=bool(match["since"]))
    yield Candidate(match.start(), match.end(), "since_year" if match["since"] else "year", spec)


def _since_year(_: DateIndex, match: re.Match[str], __: Document) -> Iterator[Candidate]:
    yield Candidate(match.start(), match.end(), "since_year", Year(None, None, since=True))


def _year(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    start, end = match.span()
    if not index.year_before.search(document.folded, max(0, start - 12), start):
        return
    if index.not_year.match(document.folded, end) or document.folded[end : end + 1] in ("-", "/"):
        return
    yield Candidate(start, end, "year", Year(int(match["y"])))


# ---- seasons ----


def _season_rule(index: DateIndex) -> DateRule:
    pattern = re.compile(rf"(?P<s>{words_of(index.seasons)})(?:{GAP}{index.of}?(?P<y>{YEAR}))?")
    return DateRule(first_words(index.seasons), pattern, _season)


def _season(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    year = int(match["y"]) if match["y"] else None
    start, end, which = index.which_around(document, match.start(), match.end())
    if which is None and year is None:
        introduced = index.season_before.search(document.folded, max(0, start - 10), start)
        if not introduced or index.of_after.match(document.folded[end : end + 12]):
            return
    yield Candidate(start, end, "season", Season(index.seasons[match["s"]], year, which))


# ---- quarters of a year ----


def _quarter_rule(index: DateIndex) -> DateRule:
    quarters = index.words.quarters
    pattern = re.compile(rf"(?P<q>{words_of(quarters)})(?:{GAP}{index.of}?(?P<y>{YEAR}))?")
    return DateRule(first_words(quarters), pattern, _quarter, telling_words(quarters))


def _quarter(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    start, end = match.span()
    if not match["y"]:
        introduced = index.quarter_before.search(document.folded, max(0, start - 18), start)
        if not introduced or index.of_after.match(document.folded[end : end + 12]):
            return  # "a third quarter of growth", "the first quarter of last year"
    last, year = 3 * index.words.quarters[plain(match["q"])], int(match["y"]) if match["y"] else None
    yield Candidate(start, end, "quarter", Between(Month(last - 2, year), Month(last, year)))


# ---- weeks, weekends, months and years beside the article's own ----


def _units(index: DateIndex) -> Iterator[DateRule]:
    words, third = index.words, _third(index)
    wholes = [w for u in ("week", "weekend", "month", "year") for w in words.units[u]]
    whole, some_whole = rf"(?P<u>{words_of(wholes)})", telling_words(wholes)
    part = rf"(?P<part>{words_of((*words.so_far, *words.to_come))})"
    which = rf"(?P<which>{alternation(index.whiches)})(?:{GAP}|(?<='))"
    first = first_words(
        (*index.thirds, *words.so_far, *words.to_come, *index.whiches, *words.articles, *words.since_start)
    )
    yield DateRule(
        first,
        re.compile(rf"(?:{third}{_GLUE}|{part}{GAP})?{index.articles}?{which}{whole}"),
        _calendar_unit,
        some_whole,
    )
    yield DateRule(
        first_words((*words.articles, *wholes)),
        re.compile(rf"{index.articles}?{whole}{GAP}{words_of(words.before_last)}"),
        _before_last,
        telling_words(words.before_last),
    )
    yield DateRule(
        first_words(words.window_weekend),
        re.compile(rf"(?P<weekend>{words_of(words.window_weekend)})"),
        _weekend,
        telling_words(words.window_weekend),
    )
    if words.adjectives_follow:
        yield DateRule(
            first | first_words(index.singular),
            re.compile(rf"(?:{third}{_GLUE})?{index.articles}?{whole}{GAP}(?P<which>{words_of(index.whiches)})"),
            _calendar_unit,
            some_whole,
        )
    yield DateRule(
        first_words(index.thirds),
        re.compile(rf"{third}{_GLUE}{index.articles}?{whole}"),
        _calendar_unit,
        some_whole,
    )


def _calendar_unit(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    named = match.groupdict()
    which = index.whiches[plain(named["which"])] if named.get("which") else 0
    third = index.third_of(named.get("third"))
    part: Literal["so_far", "to_come"] | None = None
    if named.get("part"):
        part = "so_far" if named["part"] in index.words.so_far else "to_come"
    start = match.start()
    led = index.article.match(match.group())
    if led and third is None and part is None:
        start += led.end()
    unit = index.singular[plain(match["u"])]
    yield Candidate(start, match.end(), "calendar_unit", CalendarUnit(unit, which, third, part))


def _before_last(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    yield Candidate(match.start(), match.end(), "calendar_unit", CalendarUnit(index.singular[match["u"]], -2))


def _weekend(_: DateIndex, match: re.Match[str], __: Document) -> Iterator[Candidate]:
    yield Candidate(match.start(), match.end(), "calendar_unit", CalendarUnit("weekend", None))
