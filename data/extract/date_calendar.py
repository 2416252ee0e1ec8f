"""Rules that read a day of the calendar: in figures, with its month, by its weekday, or a holiday.

Lives here: `calendar_rules`, their patterns and what each makes of a match. Must not live here: months and longer
periods (`date_periods`), days told by their distance (`date_distances`), or what joins two days (`date_joins`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.document import DIGITS, Document
from data.extract.date_candidates import Candidate, DateRule, phrase_rule
from data.extract.date_words import DateIndex, plain, short_year, year_of
from data.extract.days import Between, CalendarDay, Follow, HolidayDay, Month, Shifted, Weekday, is_day
from data.extract.grammar import GAP, alternation, first_words, led_by, telling_words, words_of

_NUMERIC = re.compile(
    r"(?<![\w./:-])(?:(?P<y>(?:19|20)\d\d)([-/.])(?P<m>[01]?\d)\2(?P<d>[0-3]?\d)(?=t\d|[^\w/-]|$)(?!\.\d)"
    r"|(?P<a>[0-3]?\d)(?P<s>[/.-])(?P<b>[0-3]?\d)(?P=s)(?P<y2>(?:19|20)?\d\d)(?![\w/-])(?!\.\d))"
)
_ISO_MONTH = re.compile(r"(?<![\w./:-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w/-])(?!\.\d)")
_NAME_BEFORE = re.compile(r"[^\W\d_][^\W\d_]+ $")
_GIVEN_NAME_BEFORE = re.compile(r"[A-ZÀ-Ý][\w'’]+ $")


def calendar_rules(index: DateIndex) -> Iterator[DateRule]:
    """The vocabulary → its rules for days of the calendar."""
    yield DateRule(frozenset({DIGITS}), _NUMERIC, _numeric)
    yield DateRule(frozenset({DIGITS}), _ISO_MONTH, _iso_month)
    yield from _days_with_month(index)
    yield _day_alone_rule(index)
    yield _weekday_rule(index)
    yield phrase_rule(index.holidays, _holiday)


# ---- days in figures ----


def _numeric(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        rule = "iso_date"
    else:
        a, b, year = int(match["a"]), int(match["b"]), short_year(match["y2"])
        rule = "numeric_date"
        if match["s"] != "/" and len(match["y2"]) < 4:
            return
        if index.words.numeric_day_first:
            day, month = (a, b) if b <= 12 else (b, a)
        elif a == b or a > 12:
            day, month = a, b
        elif b > 12:
            day, month = b, a
        else:
            return
    if is_day(day, month, year):
        yield Candidate(match.start(), match.end(), rule, CalendarDay(day, month, year))


def _iso_month(_: DateIndex, match: re.Match[str], __: Document) -> Iterator[Candidate]:
    year, month = int(match["y"]), int(match["m"])
    if (year + 1) % 100 != month:  # "2010-11": two years
        yield Candidate(match.start(), match.end(), "iso_month", Month(month, year))


# ---- days with their month ----


def _days_with_month(index: DateIndex) -> Iterator[DateRule]:
    words, month, year = index.words, index.month, index.year
    day = rf"(?:{index.digits}|{words_of(index.day_words)})"
    weekday = rf"(?P<w>{alternation(index.weekdays_all)})(?![^\W_])\.?"
    to = rf"(?:{GAP}?-{GAP}?|,{GAP}|{GAP}{led_by(words.range_to)}|{GAP}{led_by(words.list_and)})"
    listed = rf"(?P<days>{day}(?:{to}{day}){{1,3}})"
    some_day = frozenset({DIGITS}) | first_words(index.day_words)
    some_month, some_weekday = first_words(index.months_all), first_words(index.weekdays_all)
    needs_month = telling_words(index.months_all)

    yield DateRule(some_day, re.compile(rf"{listed}{GAP}{index.of}?{month}{year}?"), _several_days, needs_month)
    if words.month_first:
        yield DateRule(
            some_month,
            re.compile(rf"{month}{GAP}{listed}(?=[,.;:)\n]|$|{GAP}{alternation(words.list_ends)}){year}?"),
            _several_days,
            some_day,
        )
    yield DateRule(
        some_day | some_weekday,
        re.compile(rf"(?:{weekday},?{GAP}{index.articles}?)?(?P<d>{day}){GAP}{index.of}?{month}{year}?"),
        _calendar_day,
        needs_month,
    )
    if words.month_first:
        yield DateRule(
            some_weekday | some_month,
            re.compile(rf"(?:{weekday},?{GAP})?{month}{GAP}{index.articles}?(?P<d>{index.digits}){year}?"),
            _calendar_day,
        )


def _day_of(index: DateIndex, text: str) -> int:
    """A day as matched → its number in the month."""
    digits = re.match(r"\d+", text)
    return int(digits.group()) if digits else index.day_words[plain(text)]


def _calendar_day(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    day, month, year = _day_of(index, match["d"]), index.months_all[match["m"]], year_of(match)
    if not index.named(document, match.start("m")) or not is_day(day, month, year):
        return
    if match["m"] not in index.months and match["d"][0].isalpha():
        return
    start, end = match.start(), match.end()
    end -= document.folded[end - 1] == "."
    weekday = index.weekdays_all[match["w"]] if match["w"] else None
    if match["w"] and not index.named(document, match.start("w")):
        return
    start, end, which = index.which_around(document, start, end)
    start, night = index.night_of(document, start)
    yield Candidate(start, end, "calendar_day", CalendarDay(day, month, year, weekday, which, night=night))


def _several_days(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    text = match["days"]
    if not index.named(document, match.start("m")):
        return
    month, year = index.months_all[match["m"]], year_of(match)
    offset = match.start("days")
    parts = [(m.start() + offset, m.end() + offset, _day_of(index, m.group())) for m in index.one_day.finditer(text)]
    days = [day for _, _, day in parts]
    if days != sorted(set(days)) or not all(is_day(day, month, year) for day in days):
        return
    end = match.end() - (document.folded[match.end() - 1] == ".")
    opened = index.from_before.search(document.folded, max(0, match.start() - 14), match.start())
    dashed = "-" in text
    listed = index.list_and.search(text) and not opened
    if len(parts) == 2 and (dashed or opened or not listed) and "," not in text:
        start, end, which = index.which_around(document, match.start(), end)
        low, high = (CalendarDay(day, month, year, which=which) for day in days)
        yield Candidate(index.night_of(document, start)[0], end, "day_range", Between(low, high))
        return
    if dashed or not listed:
        return
    for i, (start, stop, day) in enumerate(parts):
        first = match.start() if i == 0 else start
        last = end if i == len(parts) - 1 else stop
        yield Candidate(first, last, "listed_day", CalendarDay(day, month, year))


# ---- days without their month ----


def _day_alone_rule(index: DateIndex) -> DateRule:
    behind = rf"[;:)\n]|[.,](?!\d|{GAP}\d)|$|{GAP}{words_of(index.words.after_day_alone)}(?!{GAP}\d)"
    return DateRule(frozenset({DIGITS}), re.compile(rf"(?P<d>{index.digits})(?={behind})"), _day_alone)


def _day_alone(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    """ "On the 15th": which month it is, `date_joins` takes from the date before; never in a sentence of shares."""
    day, start = _day_of(index, match["d"]), match.start()
    if not 1 <= day <= 31 or (index.words.month_first and match["d"].isdigit()):
        return
    before = index.day_alone_before.search(document.folded, max(0, start - 12), start)
    if before is None or index.not_day_alone.search(document.folded, max(0, before.start() - 12), before.start()):
        return
    sentence = document.sentence_at(start)
    if not any(share in document.folded[sentence.start : sentence.end] for share in index.words.percent):
        yield Candidate(start, match.end(), "day_alone", CalendarDay(day, None))


# ---- weekdays ----


def _weekday_rule(index: DateIndex) -> DateRule:
    words = index.words
    pattern = re.compile(
        rf"(?P<w>{words_of(index.weekdays)})(?P<poss>'s)?(?:{GAP}(?P<part>{words_of(words.day_parts)}))?"
        rf"(?:,?{GAP}(?P<d>{index.digits})(?!{GAP}{index.unit}))?"
    )
    return DateRule(first_words(index.weekdays), pattern, _weekday)


def _weekday(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    if not index.named(document, match.start()) or _is_surname(index, document, match.start()):
        return
    start, end = match.start(), match.end("part") if match["part"] else match.end("w")
    if index.habitual.search(document.folded, max(0, start - 18), start):
        return
    weekday = index.weekdays[match["w"]]
    night = bool(match["part"]) and match["part"] in index.words.late_night
    if match["d"] and not match["part"] and not match["poss"]:
        numbered = not index.words.month_first or not match["d"].isdigit()
        day = _day_of(index, match["d"])
        if numbered and 1 <= day <= 31:
            yield Candidate(start, match.end("d"), "weekday_number", CalendarDay(day, None, None, weekday))
            return
    hung = index.hung_around(document, start, end)
    if hung is not None:
        start, end, shift = hung
        yield Candidate(start, end, "follow_weekday", Follow("week", shift, shift, "context", weekday=weekday))
        return
    if on := index.week_on.match(document.folded, end):
        yield Candidate(start, on.end(), "weekday", Shifted(Weekday(weekday, 1), "week", 1, 1))
        return
    start, end, which = index.which_around(document, start, end)
    start, told = index.night_of(document, start)
    yield Candidate(start, end, "weekday", Weekday(weekday, which, None, night or told))


def _is_surname(index: DateIndex, document: Document, start: int) -> bool:
    """Whether a weekday is the name of a person, as in "Ernesto Sabato"."""
    text = document.text
    if index.words.capitals or not text[start].isupper():
        return False
    before = text[max(0, start - 30) : start]
    if not _NAME_BEFORE.search(before):
        return False
    name = before.split()[-1]
    sentence = document.sentence_at(start)
    return name[0].isupper() and name.isalpha() and sentence.start != start and start - len(name) - 1 > sentence.start


# ---- holidays ----


def _holiday(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    name, text, start, end = match.group(), document.text, match.start(), match.end()
    row = index.holidays[plain(name)]
    single = " " not in name and "'" not in name
    if (index.words.capitals or single) and not text[start].isupper():
        return
    if single and not index.words.capitals and _GIVEN_NAME_BEFORE.search(text[max(0, start - 20) : start]):
        return  # a surname: "Antonio Natale"
    year = None
    if behind := index.year_behind.match(document.folded, end):
        year, end = int(behind["y"]), behind.end()
    yield Candidate(start, end, "holiday", HolidayDay(row.on, row.country, row.holiday, row.shift, year))
