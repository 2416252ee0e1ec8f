"""What a date expression means: symbolic specs, and the days they stand for once an anchor is known.

Lives here: the specs that rules of dates (`date_calendar`, `date_periods`, `date_distances`) make of words, and
arithmetic of the calendar on them. Must not live here: words of a language, offsets, or the text.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

Tense = Literal["past", "future"]
Unit = Literal["minute", "hour", "day", "week", "weekend", "month", "year"]
Third = Literal["early", "middle", "late", "first_half", "second_half"]
Which = Literal[-1, 0, 1]  # last, this, next


# ---- specs: what the words say, before any anchor ----


class CalendarDay(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A day by number: month and year may be missing. `night`: the night that begins on it."""

    day: int
    month: int | None
    year: int | None = None
    weekday: int | None = None  # Monday is 0
    which: Which | None = None
    year_shift: int | None = None  # "of last year"
    night: bool = False


class Weekday(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A day of the week (Monday is 0); `week` counts weeks from the anchor's own when the text says so."""

    weekday: int
    which: Which | None = None
    week: int | None = None
    night: bool = False


class RelativeDay(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Days counted from the article's own; `future` replaces `days` where a plan is told."""

    days: tuple[int, int]
    future: tuple[int, int] | None = None


class Away(msgspec.Struct, frozen=True, gc=False, tag=True):
    """So many units before (`sign` -1) or after (+1) the article's day. `weak`: only where the text looks ahead."""

    low: float
    high: float
    unit: Unit
    sign: Literal[-1, 1]
    qualifier: Literal["exact", "about", "less_than", "more_than"] = "exact"
    weak: bool = False


class Window(msgspec.Struct, frozen=True, gc=False, tag=True):
    """The last or next so many units up to or from the article's day; `count` None: a few."""

    unit: Unit
    count: int | None
    sign: Literal[-1, 1]


class CalendarUnit(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A week (from Monday), weekend, month or year, counted from the anchor's own."""

    unit: Unit
    shift: int | None
    third: Third | None = None
    part: Literal["so_far", "to_come"] | None = None


class Month(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A month, or a third of it."""

    month: int
    year: int | None = None
    third: Third | None = None
    which: Which | None = None
    year_shift: int | None = None


class Season(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A season of the northern year."""

    season: Literal["spring", "summer", "autumn", "winter"]
    year: int | None = None
    which: Which | None = None
    year_shift: int | None = None


class Year(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A year, or a third of it; `since`: from its first day to the article's (year None: the article's own)."""

    year: int | None
    third: Third | None = None
    since: bool = False


class HolidayDay(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A holiday: fixed month and day, or a name in the library's calendar of a country, `shift` days from it."""

    on: str
    country: str = ""
    name: str = ""
    shift: int = 0
    year: int | None = None


class Follow(msgspec.Struct, frozen=True, gc=False, tag=True):
    """A time counted from another: a date told before ("context") or the happening named next ("event")."""

    unit: Unit
    low: float
    high: float
    hangs_on: Literal["context", "event"]
    whole: bool = False  # the calendar unit itself: "the following week"
    weekday: int | None = None  # "the previous Friday"


class Shifted(msgspec.Struct, frozen=True, gc=False, tag=True):
    """Units from a date: "on the eve of 9 May"."""

    base: Spec
    unit: Unit
    low: float
    high: float


class Between(msgspec.Struct, frozen=True, gc=False, tag=True):
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


def is_day(day: int, month: int, year: int | None) -> bool:
    """Whether the calendar has such a day (29 February when the year is not given)."""
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year or 2024, month)[1]


# ---- days ----

_DAY = dt.timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_FEW = {"minute": 1, "hour": 1, "day": 10, "week": 42, "month": 180, "year": 1826}  # days in "recent weeks"


class Known(NamedTuple):
    """First and last day, and whether the text alone gives them."""

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
            "early": (1, 10),
            "middle": (11, 20),
            "late": (21, high.day),
            "first_half": (1, 15),
            "second_half": (16, high.day),
        }[third]
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

    Without a tense a day ahead must be `far` times nearer than the one behind. A tense yields to a day close by when
    its own choice is more than 270 days away: the past to one within 30 days, the future, which may be that of a plan
    told later, to one within 60.
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
        return behind if on > 270 and back <= 60 else ahead
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


def _calendar_day(spec: CalendarDay, anchor: dt.date | None, tense: Tense | None) -> Known | None:
    if spec.month is not None and spec.year is not None:
        day: dt.date | None = dt.date(spec.year, spec.month, spec.day)
    elif anchor is None:
        return None
    elif spec.month is None:
        return _numbered_day(spec, anchor, tense)
    elif spec.year_shift is not None:
        if not is_day(spec.day, spec.month, anchor.year + spec.year_shift):
            return None
        day = dt.date(anchor.year + spec.year_shift, spec.month, spec.day)
    else:
        days = [dt.date(y, spec.month, spec.day) for y in _years(anchor) if is_day(spec.day, spec.month, y)]
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
    return Known(day, day + (_DAY if spec.night else 0 * _DAY), stated=spec.year is not None)


def _numbered_day(spec: CalendarDay, anchor: dt.date, tense: Tense | None) -> Known | None:
    days: list[dt.date] = []
    for shift in (-1, 0, 1):
        first = _add_months(anchor.replace(day=1), shift)
        if is_day(spec.day, first.month, first.year):
            days.append(first.replace(day=spec.day))
    fitting = [d for d in days if spec.weekday is None or d.weekday() == spec.weekday]
    if not fitting and spec.weekday is not None:
        return _weekday(Weekday(spec.weekday), anchor, tense)
    day = _choose(fitting, anchor, tense)
    return Known(day, day) if day else None


def _weekday(spec: Weekday, anchor: dt.date, tense: Tense | None) -> Known:
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
    return Known(day, day + (_DAY if spec.night else 0 * _DAY))


def _away(spec: Away, anchor: dt.date, tense: Tense | None) -> Known | None:
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
        return Known(anchor + low * _DAY, anchor + high * _DAY)
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
        return Known(low_day, min(high_day, anchor))
    return Known(max(low_day, anchor), high_day)


def _window(spec: Window, anchor: dt.date) -> Known:
    if spec.count is None:
        reach = _FEW.get(spec.unit, 10)
        if spec.unit in ("hour", "minute"):
            return Known(anchor - _DAY, anchor) if spec.sign < 0 else Known(anchor, anchor + _DAY)
        return (
            Known(anchor - reach * _DAY, anchor - _DAY)
            if spec.sign < 0
            else Known(anchor + _DAY, anchor + reach * _DAY)
        )
    n = -(-spec.count // 24) if spec.unit == "hour" else (1 if spec.unit == "minute" else spec.count)
    unit: Unit = "day" if spec.unit in ("hour", "minute") else spec.unit
    other = _add(anchor, spec.sign * n, unit)
    return Known(min(anchor, other), max(anchor, other))


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


def _calendar_unit(spec: CalendarUnit, anchor: dt.date, tense: Tense | None) -> Known:
    if spec.unit == "weekend":
        low, high = _unit_days("weekend", anchor)
        shift = spec.shift or 0
        running = anchor.weekday() >= 5
        near = spec.shift == 0 and anchor.weekday() >= 3  # "this weekend", on its eve
        if not running and not near and shift >= 0 and (tense == "past" or (spec.shift is None and tense is None)):
            low, high = low - 7 * _DAY, high - 7 * _DAY
        elif shift:
            step = 7 * shift if shift < 0 or running or anchor.weekday() >= 3 else 0
            low, high = low + step * _DAY, high + step * _DAY
        return Known(low, high)
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
    return Known(low, high)


def _month(spec: Month, anchor: dt.date | None, tense: Tense | None) -> Known | None:
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
    return Known(low, high, stated=spec.year is not None)


def _season_days(season: str, year: int) -> tuple[dt.date, dt.date]:
    """A season and the year it begins in → its days, by whole months."""
    low = dt.date(year, _SEASONS[season], 1)
    return low, _add_months(low, 3) - _DAY


def _season(spec: Season, anchor: dt.date | None, tense: Tense | None) -> Known | None:
    if spec.year is not None or spec.year_shift is not None:
        if spec.year is None and anchor is None:
            return None
        year = spec.year or (anchor.year if anchor else 0) + (spec.year_shift or 0)
        low, high = _season_days(spec.season, year)
        if spec.season == "winter":  # "the winter of 2022" may be either
            low = dt.date(year - 1, 12, 1)
        return Known(low, high, stated=spec.year is not None)
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
        return Known(*running[0])
    if spec.which == 0 and told is None:
        return Known(*next(s for s in spans if s[0].year == anchor.year))
    chosen = _choose([s[0] for s in spans], anchor, told, far=1)
    return Known(*next(s for s in spans if s[0] == chosen))


def _year(spec: Year, anchor: dt.date | None) -> Known | None:
    year = spec.year or (anchor.year if anchor else None)
    if year is None:
        return None
    low, high = _third_of(dt.date(year, 1, 1), dt.date(year, 12, 31), spec.third)
    if spec.since and anchor is not None and anchor >= low:
        high = anchor
    return Known(low, high, stated=spec.year is not None and not (spec.since and anchor))


def _between(spec: Between, anchor: dt.date | None, context: dt.date | None, tense: Tense | None) -> Known | None:
    first, last = spec.first, spec.last
    if isinstance(first, CalendarDay) and isinstance(last, CalendarDay):
        if first.year is None and last.year is not None and first.month is not None and last.month is not None:
            first = replace(first, year=last.year - (first.month > last.month))
        if first.month is None:
            first = replace(first, month=last.month, year=last.year)
    if isinstance(last, Month) and isinstance(first, Month) and first.year is None and last.year is not None:
        first = replace(first, year=last.year - (first.month > last.month))
    end = days_of(last, anchor, context, tense)
    if end is None:
        return None
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        back = (end.low.weekday() - first.weekday) % 7
        return Known(end.low - back * _DAY, end.high)
    begin = days_of(first, anchor, context, tense)
    if begin is None:
        return None
    if begin.low > end.high and isinstance(first, CalendarDay | Month) and first.year is None:
        moved = days_of(first, end.high, context, "past")
        begin = moved or begin
    if begin.low > end.high:
        return None
    return Known(begin.low, end.high, begin.stated and end.stated)


def _moved(low: dt.date, high: dt.date, unit: Unit, first: float, last: float) -> Known:
    """Days moved by `first`..`last` units; weeks and longer told as one calendar unit widen to all of it."""
    return Known(_add(low, first, unit), _add(high, last, unit))


def _follow(spec: Follow, context: dt.date) -> Known:
    if spec.unit == "day":
        return _moved(context, context, "day", spec.low, spec.high)
    if spec.weekday is not None:
        ahead = (spec.weekday - context.weekday()) % 7 or 7
        day = context + (ahead if spec.low > 0 else ahead - 7 if ahead < 7 else -7) * _DAY
        return Known(day, day)
    if spec.whole:
        low, _ = _unit_days(spec.unit, context)
        return Known(*_unit_days(spec.unit, _add(low, spec.low, spec.unit)))
    slack = {"week": 3, "month": 15, "year": 182}.get(spec.unit, 3)
    known = _moved(context, context, spec.unit, spec.low, spec.high)
    return Known(known.low - slack * _DAY, known.high + slack * _DAY)


def days_of(spec: Spec, anchor: dt.date | None, context: dt.date | None, tense: Tense | None) -> Known | None:
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
            base = days_of(spec.base, anchor, context, tense)
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
            return Known(day, day) if day else None
    if anchor is None:
        return None
    match spec:
        case Weekday():
            return _weekday(spec, anchor, tense)
        case RelativeDay():
            first, last = spec.future if spec.future and tense == "future" else spec.days
            return Known(anchor + first * _DAY, anchor + last * _DAY)
        case Away():
            return _away(spec, anchor, tense)
        case Window():
            return _window(spec, anchor)
        case CalendarUnit():
            return _calendar_unit(spec, anchor, tense)
