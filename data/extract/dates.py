"""Dates in one article: expressions found by rules over vocabulary, and the days they mean once an anchor is known.

Lives here: `find_dates` (words → symbolic specs), `resolve_date` (find and anchor → days), and the list of all rules.
Must not live here: how a day, a period or a distance is read (`date_calendar`, `date_periods`, `date_distances`), how
neighbours are joined (`date_joins`), words of a language (`data/lexicon`), the arithmetic of days (`days`), the choice
of an anchor, or anything about events.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache

from data.document import Document
from data.extract.date_calendar import calendar_rules
from data.extract.date_candidates import Candidate, DateRules, candidates
from data.extract.date_distances import distance_rules
from data.extract.date_find import DateFind
from data.extract.date_joins import joined, relation_of
from data.extract.date_periods import period_rules
from data.extract.date_words import DateIndex, date_index
from data.extract.days import CalendarDay, Follow, Spec, Tense, days_of
from data.extract.finds import Days
from data.extract.grammar import starts_of
from data.extract.rules import Rule
from data.lexicon.types import DateWords, Lexicon
from data.span import longest

__all__ = ["RULES", "CalendarDay", "DateFind", "Follow", "Spec", "Tense", "find_dates", "resolve_date"]

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
        "day_alone",
        "A day without its month, where this is plain: that of the date before it in the paragraph, else the nearest "
        "such day that fits the tense.",
        "Si sono sentiti il 15, a Roma.",
        "They spoke on the 15th, in Rome.",
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
    Rule(
        "quarter",
        "A quarter of a year as a period.",
        "Nel terzo trimestre del 2025 tacquero.",
        "They fell silent in the third quarter of 2025.",
    ),
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


def find_dates(document: Document, lexicon: Lexicon) -> list[DateFind]:
    """An article → its date expressions, in text order, not overlapping, the longest reading winning.

    Italian: "giovedì sera", "a metà agosto"; English: "on Thursday", "mid-August".
    """
    rules = date_rules(lexicon.words[document.language].dates)
    index = rules.index
    found = _outside_names(candidates(document, rules), document, index)
    return [
        DateFind(date.start, date.end, date.rule, date.spec, relation_of(date, document, index))
        for date in joined(_longest(found), document, index)
    ]


@cache
def date_rules(words: DateWords) -> DateRules:
    """The rules of one language; of two that read the same words, the first counts."""
    index = date_index(words)
    return DateRules(index, (*calendar_rules(index), *period_rules(index), *distance_rules(index)))


def _outside_names(found: list[Candidate], document: Document, index: DateIndex) -> list[Candidate]:
    """Candidates → those that are no part of a name, "USA Today"."""
    names = [
        match.span()
        for start in starts_of(document, index.opens_name)
        if (match := index.not_dates.match(document.folded, start))
    ]
    return [date for date in found if not any(date.start < end and start < date.end for start, end in names)]


def _longest(found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates → those left when each overlap is won by the longer; at the same place by the first rule."""
    first: dict[tuple[int, int], Candidate] = {}
    for date in found:
        first.setdefault((date.start, date.end), date)
    return longest(first.values())


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
