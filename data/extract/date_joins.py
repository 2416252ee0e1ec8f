"""Dates beside each other: what two of them, or one and a word for a day beside it, mean together.

Lives here: `joined` ("the eve of 9 May", "Monday (18 August)", "Thursday of last week", "from Monday to Wednesday") and
`relation_of` ("since", "until"). Must not live here: rules that read a date by itself (`date_calendar`,
`date_periods`, `date_distances`), or words of a language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from data.document import Document
from data.extract.date_candidates import Candidate, DateRule, DateRules, candidates, phrase_rule, told
from data.extract.date_find import Relation
from data.extract.date_words import DateIndex
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
    Weekday,
    Window,
    Year,
    is_day,
)
from data.extract.grammar import GAP, alternation
from data.lexicon.types import OffsetWords
from data.span import longest, overlaps

_ENDS = (CalendarDay, Weekday, RelativeDay, Month, Year, HolidayDay)  # what a range may go from and to
_COUNTED = ("follow", "days_after")  # rules that count from another date or happening


def joined(found: list[Candidate], document: Document, index: DateIndex) -> list[Candidate]:
    """Dates in text order, not overlapping → the same with those put together that mean one day or period."""
    joints = _joints(index)
    found = _with_month(found, document)
    found = _shifted(found, document, index, joints)
    found = _bracketed(found, document, joints)
    found = _narrowed(found, document, joints)
    return _ranged(found, document, index, joints)


def relation_of(date: Candidate, document: Document, index: DateIndex) -> Relation:
    """A date → whether the text says "since" or "until" it."""
    if isinstance(date.spec, Year) and date.spec.since:
        return "since"
    joints, low = _joints(index), max(0, date.start - 24)
    if joints.until_before.search(document.folded, low, date.start):
        return "until"
    if joints.since_before.search(document.folded, low, date.start) and not isinstance(date.spec, Between):
        return "since"
    return "on"


# ---- the words between ----


@dataclass(frozen=True, eq=False)
class _Joints:
    """Patterns for what stands between two dates, or before one."""

    offsets: DateRules  # words for a day beside another, "on the eve of"
    of_date: re.Pattern[str]  # between an offset and its date
    bracket: re.Pattern[str]
    of_unit: re.Pattern[str]  # between "Thursday" and "last week"
    range_to: re.Pattern[str]
    since_before: re.Pattern[str]
    until_before: re.Pattern[str]


@cache
def _joints(index: DateIndex) -> _Joints:
    words, of, articles = index.words, index.of, index.articles
    return _Joints(
        offsets=DateRules(index, map(_offset_rule, words.offset)),
        of_date=re.compile(rf"(?:{GAP}|(?<=')){of}{{0,2}}"),
        bracket=re.compile(rf"{GAP}?\({articles}?"),
        of_unit=re.compile(rf",?{GAP}{of}{{0,2}}"),
        range_to=re.compile(rf"{GAP}{alternation(words.range_to)}{GAP}?|{GAP}?-{GAP}?"),
        since_before=re.compile(rf"(?<![^\W_]){alternation(words.since)}{GAP}?{articles}?$"),
        until_before=re.compile(rf"(?<![^\W_]){alternation(words.until)}{GAP}?{articles}?$"),
    )


# ---- a day without its month ----


def _with_month(found: list[Candidate], document: Document) -> list[Candidate]:
    """ "On 3 May and again on the 15th": the month told before; none behind days told from the article's own.

    Not read where the month is not plain: behind a later day, another kind of date or a month of another paragraph.
    """
    out: list[Candidate] = []
    for date in found:
        if date.rule == "day_alone" and isinstance(date.spec, CalendarDay) and out:
            before = out[-1]
            if isinstance(before.spec, CalendarDay | Month) and before.spec.month is not None:
                same = document.sentence_at(before.start).paragraph == document.sentence_at(date.start).paragraph
                month, year, shift = before.spec.month, before.spec.year, before.spec.year_shift
                later = isinstance(before.spec, Month) or date.spec.day > before.spec.day
                if not (same and later and is_day(date.spec.day, month, year)):
                    continue
                date = date._replace(spec=replace(date.spec, month=month, year=year, year_shift=shift))
            elif not isinstance(before.spec, CalendarDay | Weekday | RelativeDay):
                continue
        out.append(date)
    return out


# ---- a day beside another ----


def _offset_rule(row: OffsetWords) -> DateRule:
    return phrase_rule(row.words, told("shifted", Follow("day", *row.days, "event" if row.event else "context")))


def _shifted(found: list[Candidate], document: Document, index: DateIndex, joints: _Joints) -> list[Candidate]:
    """Join "on the eve of" and a date; keep "a day after" before a happening."""
    starts = {date.start: date for date in found}
    counted = (date for date in found if date.rule in _COUNTED)
    shifted: list[Candidate] = []
    for start, end, _, offset in (*candidates(document, joints.offsets), *counted):
        if not isinstance(offset, Follow) or offset.unit == "weekend":
            continue
        gap = joints.of_date.match(document.folded, end)
        base = None
        if gap:
            base = next((starts[at] for at in (gap.end(), end + 1) if at in starts and at > end), None)
        if base is not None and not isinstance(base.spec, Follow | Window | Away | Shifted):
            shifted.append(
                Candidate(start, base.end, "shifted", Shifted(base.spec, offset.unit, offset.low, offset.high))
            )
        elif (
            offset.hangs_on == "event"
            and index.hang_after.match(document.folded, end)
            and not any(r.start < end and start < r.end and r.rule not in _COUNTED for r in found)
        ):
            shifted.append(Candidate(start, end, "days_after", offset))
    if not shifted:
        return found
    best = longest(shifted)
    return sorted([*best, *(r for r in found if not any(overlaps(r, b) for b in best))], key=lambda r: r.start)


# ---- one day said twice, or more closely ----


def _bracketed(found: list[Candidate], document: Document, joints: _Joints) -> list[Candidate]:
    """Join "Monday" and "(18 August)": one day, said twice."""
    out: list[Candidate] = []
    for date in found:
        before = out[-1] if out else None
        if (
            before is not None
            and isinstance(before.spec, Weekday | RelativeDay)
            and isinstance(date.spec, CalendarDay)
            and date.spec.month is not None
            and document.folded[date.end : date.end + 2].lstrip(".").startswith(")")
            and joints.bracket.fullmatch(document.folded, before.end, date.start)
        ):
            weekday = before.spec.weekday if isinstance(before.spec, Weekday) else date.spec.weekday
            end = document.folded.index(")", date.end) + 1
            out[-1] = Candidate(before.start, end, "bracketed_day", replace(date.spec, weekday=weekday))
        else:
            out.append(date)
    return out


def _narrowed(found: list[Candidate], document: Document, joints: _Joints) -> list[Candidate]:
    """Join "Thursday" and "of last week", "May" and "last year"."""
    out: list[Candidate] = []
    for date in found:
        unit = date.spec
        if out and isinstance(unit, CalendarUnit) and unit.shift is not None and unit.third is None:
            before = out[-1]
            gap = joints.of_unit.fullmatch(document.folded, before.end, date.start)
            spec: Spec | None = None
            if gap and isinstance(before.spec, Weekday) and unit.unit == "week":
                spec = replace(before.spec, week=unit.shift, which=None)
            elif gap and isinstance(before.spec, CalendarDay | Month | Season) and unit.unit == "year":
                spec = replace(before.spec, year_shift=unit.shift) if before.spec.year is None else None
            if spec is not None:
                out[-1] = Candidate(before.start, date.end, before.rule, spec)
                continue
        out.append(date)
    return out


# ---- from one day to another ----


def _ranged(found: list[Candidate], document: Document, index: DateIndex, joints: _Joints) -> list[Candidate]:
    """Join "from Monday" and "to Wednesday"."""
    out: list[Candidate] = []
    for date in found:
        before = out[-1] if out else None
        if (
            before is not None
            and isinstance(before.spec, _ENDS)
            and isinstance(date.spec, _ENDS)
            and date.start - before.end < 14
            and joints.range_to.fullmatch(document.folded, before.end, date.start)
        ):
            night = isinstance(before.spec, Weekday | CalendarDay) and before.spec.night
            both = isinstance(before.spec, CalendarDay) and isinstance(date.spec, CalendarDay)
            dashed = both and "-" in document.folded[before.end : date.start]
            opened = index.from_before.search(document.folded, max(0, before.start - 14), before.start)
            if dashed or night or opened:
                first = before.spec
                if isinstance(first, Weekday | CalendarDay):
                    first = replace(first, night=False)
                start, _ = index.night_of(document, before.start)
                out = [r for r in out[:-1] if r.end <= start]
                out.append(Candidate(start, date.end, "range", Between(first, date.spec)))
                continue
        out.append(date)
    return out
