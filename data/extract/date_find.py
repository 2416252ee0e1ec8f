"""What the reader of dates finds: an expression at its place, not yet resolved.

Lives here: `DateFind` and what can be said of it without any anchor. Must not live here: how it is found
(`data.extract.dates` and the parts it names), or which days it means (`data.extract.days`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

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
    def says_day(self) -> bool:
        """Whether it names one day: by its date, its weekday, or its distance from the article's own."""
        return self.kind in ("day", "weekday", "relative_day")

    @property
    def kind(self) -> Kind:
        """The coarse kind; a shifted date has the kind of the date it is shifted from."""
        spec = self.spec
        if self.is_quarter and isinstance(spec, Between) and isinstance(spec.last, Month) and spec.last.year:
            return "year"
        while isinstance(spec, Shifted):
            spec = spec.base
        if isinstance(spec, Away) and spec.unit in ("hour", "day", "minute"):
            return "relative_day"
        return _KINDS[type(spec)]

    @property
    def is_quarter(self) -> bool:
        """Whether it is a quarter of a year: economies are told in them, contacts are not, and none is dated by one."""
        return self.rule == "quarter"

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
