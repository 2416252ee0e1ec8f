"""Where each event stands on the timeline: lanes, rows, labels, crowds collapsed into counts.

Lives here: `timeline_info`, from an index and rows of `events` to pixels and days. Must not live here: Plotly,
Streamlit, or choosing the events (`data.query`).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from components import events, text
from data.query import LANES, Index

MANY = 140  # above this in view, neighbours are collapsed into counts
BINS = 40  # of the days in view
WIDTH = 740.0  # pixels the dated part is assumed to have beside undated events; only spacing depends on it
PANEL, NARROW_PANEL = 0.17, 0.28  # share of the width that undated events take; the same where there is little of it
ROOM = WIDTH / (1 - PANEL)  # pixels of both, where the browser has not said
NARROW = 520.0
FLAG = 12.0  # pixels of the mark for differing accounts
ROW = 27.0  # pixels between events of one lane that stand above each other
LABEL = 15.0  # pixels a line of labels takes
MAX_ROWS = 5
CHAR = 6.7  # pixels of a label's average character
COLUMN = 30.0  # pixels that events of one day need beside each other
GROUP = "group"
MARGIN = 0.03  # room at either end, as a share of the days
SHORTEST = 14  # days the whole axis has at least
SILENCE = 365  # days: what is closer than a year is told as one story, a summit ahead or a call of last spring too
FEW = 12  # events may stand apart from the others, and from a crowd 5 %; never more than 20 %
SINGLE_DAYS = 2.0  # in view: nothing is collapsed by days any more, only where marks would cover each other
DAY = dt.timedelta(days=1)
_STEPS = (1, 2, 4, 7, 14, 28, 56, 112, 365, 730, 3650, 36500)  # days a count may span

Days = tuple[dt.date, dt.date]
Span = tuple[dt.datetime, dt.datetime]
Side = Literal["center", "left", "right"]
Numbers = npt.NDArray[np.float64]
Dates = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Lane:
    """A lane: its id, its name, the height of its middle and of its box, in pixels from the top."""

    lane: str
    label: str
    y: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Point:
    """An event: where it stands (day, pixels from the top), how it looks, what the mouse shows.

    `first` and `last` are its days; a bar is drawn where they differ. `label` is empty where there was no room;
    `label_side` says to which side of `x` it runs.
    """

    event_id: str
    lane: str
    x: dt.datetime
    y: float
    first: dt.date
    last: dt.date
    size: float
    status: str
    differs: bool
    hover: str
    label: str = ""
    label_y: float = 0.0
    label_side: Side = "center"


@dataclass(frozen=True)
class Group:
    """Several events of a lane too close to be told apart: how many, from which to which day."""

    lane: str
    x: dt.datetime
    y: float
    first: dt.date
    last: dt.date
    event_ids: tuple[str, ...]
    differs: bool
    hover: str

    @property
    def size(self) -> float:
        """Pixels across: more for more events."""
        return group_size(len(self.event_ids))

    @property
    def ref(self) -> str:
        """What a click on it hands back: its days, and the event to select where they cannot be opened further."""
        return f"{GROUP}|{self.first.isoformat()}|{self.last.isoformat()}|{self.event_ids[0]}"


@dataclass(frozen=True)
class Undated:
    """An event without any date: its place in the side panel (0–1 from its left, pixels from the top)."""

    event_id: str
    lane: str
    x: float
    y: float
    size: float
    status: str
    differs: bool
    hover: str
    label: str


@dataclass(frozen=True)
class TimelineInfo:
    """All that is drawn, without any Plotly. `whole` is the axis from end to end, `shown` the part in view.

    `earlier` and `later` count the dated events on either side of that part.
    """

    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    undated: tuple[Undated, ...]
    undated_more: int
    room: float
    whole: Span | None
    shown: Span | None
    earlier: int
    later: int
    height: float
    alt: str
    lang: str

    @property
    def panel(self) -> float:
        """The share of the width that undated events take; 0 without any."""
        return _panel(self.room) if self.undated or self.undated_more else 0.0

    @property
    def width(self) -> float:
        """Pixels of the dated part."""
        return self.room * (1 - self.panel)

    @property
    def bars(self) -> tuple[Point, ...]:
        """The points whose day is uncertain."""
        return tuple(point for point in self.points if point.first != point.last)


def _panel(room: float) -> float:
    return PANEL if room >= NARROW else NARROW_PANEL


def group_size(n: int) -> float:
    """Number of events → pixels across; never more than a row is high."""
    return 20.0 + min(n, 60) / 10


def axis(days: Days) -> Span:
    """First and last day → the axis from end to end: at least `SHORTEST` days, with room at either end."""
    low = dt.datetime.combine(days[0], dt.time())
    n = max((days[1] - days[0]).days + 1, SHORTEST)
    return low - DAY * n * MARGIN, low + DAY * n * (1 + MARGIN)


def bulk(first: Dates, last: Dates) -> Days | None:
    """First and last days of events → first and last day of their bulk; None where none stand apart from the others.

    The bulk is the shortest stretch of days for which both hold:

    - The silence between it and the events left out is longer than the stretch itself, on either side: an axis of all
      would be mostly empty, with the bulk in less than half of it. And it is longer than `SILENCE`.
    - Few are left out: a fifth of all at most, and no more than `FEW` or, of many, 5 %. More are a story of their own,
      which nobody should have to look for. So of fewer than five events none stands apart.

    Silences decide, not distances from a mean: contacts come in spells, and no spell is cut, however long it is.
    """
    n = len(first)
    few = min(n // 5, max(FEW, n // 20))
    if not few:
        return None
    starts, ends = _days(first), _days(last)
    order = np.argsort(starts, kind="stable")
    starts, ends = starts[order], np.maximum.accumulate(ends[order])
    silences = np.concatenate([[np.inf], starts[1:] - ends[:-1] - 1, [np.inf]])  # the one before each, and the last
    cuts = [int(i) for i in np.flatnonzero(silences > SILENCE)]
    stretches = [
        (starts[i], ends[j - 1]) for i in cuts if i <= few for j in cuts if j > i and 0 < i + n - j <= few
        if min(silences[i], silences[j]) > ends[j - 1] - starts[i] + 1
    ]  # fmt: skip
    if not stretches:
        return None
    low, high = min(stretches, key=lambda days: (days[1] - days[0], -days[0]))
    return _date(low), _date(high)


def opening(index: Index, frame: pd.DataFrame, whole: Days) -> Days | None:
    """Index, rows of `events`, first and last day of the axis → the days in view at first; None for the whole axis.

    That is the bulk of all events on the axis, so that filters move nothing. Where they leave none of it, it is theirs.
    """
    low, high = (np.datetime64(day, "D") for day in whole)

    def on_axis(first: Dates, last: Dates) -> tuple[Dates, Dates]:
        here = (first <= high) & (last >= low)  # false where there is no day
        return np.maximum(first[here], low), np.minimum(last[here], high)

    found = bulk(*on_axis(index.day_from, index.day_to))
    if found is None:
        return None
    rows = np.fromiter((index.event_row[e] for e in frame["event_id"].to_numpy()), dtype=np.int64, count=len(frame))
    first, last = on_axis(index.day_from[rows], index.day_to[rows])
    if not first.size or ((first <= np.datetime64(found[1])) & (last >= np.datetime64(found[0]))).any():
        return found
    return bulk(first, last) or (_date(_days(first).min()), _date(_days(last).max()))


@dataclass(frozen=True)
class _Rows:
    """The events of a view as arrays of equal length: ids, lanes by number, first and last day (days of the epoch)."""

    ids: tuple[str, ...]
    lane: npt.NDArray[np.int64]
    first: Numbers
    last: Numbers
    articles: npt.NDArray[np.int64]
    differs: npt.NDArray[np.bool_]

    @property
    def dated(self) -> npt.NDArray[np.bool_]:
        return ~np.isnan(self.first)


def _rows(index: Index, frame: pd.DataFrame) -> _Rows:
    ids = tuple(frame["event_id"].to_numpy())  # quicker than one by one
    rows = np.fromiter((index.event_row[e] for e in ids), dtype=np.int64, count=len(ids))
    return _Rows(
        ids,
        index.lanes[rows],
        _days(index.day_from[rows]),
        _days(index.day_to[rows]),
        frame["n_articles"].to_numpy(dtype=np.int64),
        index.differs[rows],
    )


def _days(days: npt.NDArray[np.datetime64]) -> Numbers:
    """Days → days since the epoch, NaN where missing."""
    numbers = days.astype("datetime64[D]").astype(np.int64).astype(np.float64)
    numbers[np.isnat(days)] = np.nan
    return numbers


_EPOCH = dt.date(1970, 1, 1)


def _date(number: float) -> dt.date:
    return _EPOCH + dt.timedelta(days=int(number))


def _number(when: dt.datetime) -> float:
    return (when - dt.datetime.combine(_EPOCH, dt.time())) / DAY


def _moment(number: float) -> dt.datetime:
    return dt.datetime.combine(_EPOCH, dt.time()) + DAY * number


class _Wording:
    """Events → their words: title, label, what the mouse shows. Labels leave out what most events share."""

    def __init__(self, index: Index, ids: Sequence[str], lang: str) -> None:
        self.index, self.lang = index, lang
        common = Counter(map(index.parties.__getitem__, ids)).most_common(1)
        self.usual = common[0][0] if common else frozenset()

    def label(self, event_id: str) -> str:
        """The day of the usual pair's call, the place of a meeting, else who."""
        index, lang, event = self.index, self.lang, self.index.event[event_id]
        who = "–".join(text.short_name(index.actor.get(a), lang, a) for a in index.principals[event_id][:3])
        if index.parties[event_id] != self.usual and who:
            return who
        place = text.label(index.place.get(event["place"]), lang, event["place"]) if event["place"] else ""
        if event["kind"] == "meeting" and place:
            return place
        dated = event["date_from"] is not None
        return events.when(event, lang, "short") if dated else events.title(index, event_id, lang)

    def hover(self, event_id: str, differs: bool) -> str:
        """Title, day, status and number of articles, and whether accounts differ, for Plotly."""
        lang, event = self.lang, self.index.event[event_id]
        lines = [
            f"<b>{text.chart(events.title(self.index, event_id, lang))}</b>",
            text.chart(events.when(event, lang)),
            text.t("timeline.hover", lang, status=events.status(event, lang), n=int(event["n_articles"])),
        ]
        if differs:
            lines.append(f"⚑ {text.t('timeline.differs', lang)}")
        return "<br>".join(lines)


@dataclass
class _Item:
    """Events of a lane drawn as one mark while they are given their places: numbers of rows, day, pixels."""

    rows: list[int]
    first: float
    last: float
    x: float
    half: float
    level: int = 0


def _step(days: float) -> int:
    return next((step for step in _STEPS if step >= days), _STEPS[-1])


def _clusters(rows: _Rows, shown: tuple[float, float], whole: tuple[float, float]) -> list[list[int]]:
    """Rows → those that share a mark: in a crowd, those of one lane and one stretch of days.

    Stretches are short in view and around it, long further away, where only the range slider shows them.
    """
    at = np.flatnonzero(rows.dated)
    if at.size <= MANY:
        return [[int(i)] for i in at]
    first, last = rows.first[at], rows.last[at] + 1
    near = (shown[1] - shown[0]) / 2
    here = (first <= shown[1] + near) & (last >= shown[0] - near)
    in_view = int(((first <= shown[1]) & (last >= shown[0])).sum())
    fine = _step((shown[1] - shown[0]) / BINS) if in_view > MANY and shown[1] - shown[0] > SINGLE_DAYS else 0
    coarse = _step((whole[1] - whole[0]) / BINS)
    middle = (first + last) / 2
    bins = np.where(here, middle // fine if fine else -1 - np.arange(at.size), middle // coarse)
    keys = np.stack([rows.lane[at].astype(np.float64), here.astype(np.float64), bins], axis=1)
    _, group, counts = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    order = np.argsort(group.reshape(-1), kind="stable")
    return [list(map(int, at[part])) for part in np.split(order, np.cumsum(counts)[:-1])]


def _item(rows: _Rows, members: list[int], shown: tuple[float, float], per_day: float) -> _Item:
    """A cluster → its mark in the middle of its days, or of those in view where only some are.

    A bar keeps its length free of other marks, but not in a crowd, where there is no room for that.
    """
    low, high = float(rows.first[members].min()), float(rows.last[members].max()) + 1
    seen = (max(low, shown[0]), min(high, shown[1]))
    if seen[0] >= seen[1] or len(members) > 1:
        seen = (low, high)
    single = len(members) == 1
    size = _size(int(rows.articles[members[0]])) if single else group_size(len(members))
    bar = (high - low - 1) * per_day if single and len(rows.ids) <= MANY else 0.0
    half = max(size, bar) / 2 + 2
    return _Item(members, low, high - 1, sum(seen) / 2, half)


def _size(n_articles: int) -> float:
    return min(13.0 + 3.0 * (n_articles - 1), 26.0)


def _spread(items: Sequence[_Item], per_day: float, n_rows: int) -> None:
    """Events of one day that do not fit above each other stand beside each other, where the day is wide enough."""
    by_day: dict[float, list[_Item]] = {}
    for item in items:
        if item.first == item.last and len(item.rows) == 1:
            by_day.setdefault(item.first, []).append(item)
    for day, here in by_day.items():
        columns = -(-len(here) // n_rows)
        if columns > 1 and per_day / columns >= COLUMN:
            for i, item in enumerate(here):
                item.x = day + (i // n_rows + 0.5) / columns


def _place(items: list[_Item], pixels: Callable[[float], float], n_rows: int) -> list[_Item]:
    """Marks of a lane → the same on the lowest row that is free; one that finds none joins its nearest neighbour."""
    placed: list[_Item] = []
    last: list[_Item] = []  # on each row
    ends: list[float] = []
    for item in sorted(items, key=lambda item: (item.x, item.first, item.rows[0])):
        at = pixels(item.x)
        level = next((i for i, end in enumerate(ends) if at - item.half >= end), len(ends))
        if level < n_rows:
            item.level = level
            placed.append(item)
            last[level : level + 1] = [item]
            ends[level : level + 1] = [at + item.half]
            continue
        level = min(range(n_rows), key=lambda i: abs(at - pixels(last[i].x)))
        other = last[level]
        other.rows += item.rows
        other.first, other.last = min(other.first, item.first), max(other.last, item.last)
        other.half = group_size(len(other.rows)) / 2 + 2
        ends[level] = pixels(other.x) + other.half
    return placed


def timeline_info(
    index: Index,
    frame: pd.DataFrame,
    lang: str,
    whole: Days | None = None,
    window: Span | None = None,
    room: float = ROOM,
    first: Span | None = None,
) -> TimelineInfo:
    """Index, rows of `events`, language, first and last day of the axis (all by default), part in view → the places.

    `room` is the width of the chart in pixels, without the names of the lanes.
    Rows and heights are those of what the chart opens with, `first` or else the whole axis, so that zooming moves no
    lane. With more than `MANY` events in view, those of one lane that are closer than a fortieth of it become a count.
    """
    rows = _rows(index, frame)
    dated = rows.dated
    if whole is None and dated.any():
        whole = _date(np.nanmin(rows.first)), _date(np.nanmax(rows.last))
    span = axis(whole) if whole else None
    shown = window or span
    n_undated = int((~dated).sum())
    width = room * (1 - _panel(room)) if n_undated else room
    used = {int(lane) for lane in rows.lane}
    lanes_used = [i for i in range(len(LANES)) if i in used] or [0]
    n_rows, laid = dict.fromkeys(lanes_used, 1), dict[int, list[_Item]]()
    begin, per_day = 0.0, 1.0
    earlier = later = 0
    if span and shown:
        ends = _number(span[0]), _number(span[1])
        seen = _number(shown[0]), _number(shown[1])
        opens_with = (_number(first[0]), _number(first[1])) if first else ends
        laid = _laid(rows, opens_with, ends, width, None)
        n_rows = {lane: _rows_needed(items) for lane, items in laid.items()} or n_rows
        begin, per_day = seen[0], width / (seen[1] - seen[0])
        earlier, later = int((rows.last + 1 <= seen[0]).sum()), int((rows.first >= seen[1]).sum())
        if seen != opens_with:
            laid = _laid(rows, seen, ends, width, n_rows)

    def pixels(number: float) -> float:
        return (number - begin) * per_day

    wording = _Wording(index, rows.ids, lang)
    lanes: list[Lane] = []
    points: list[Point] = []
    groups: list[Group] = []
    top = 8.0
    for lane in lanes_used:
        name = LANES[lane]
        high = n_rows.get(lane, 1)
        height = ROW * high + 2 * LABEL + 16
        middle = top + height / 2
        lanes.append(Lane(name, text.t(f"lane.{name}", lang), middle, top, top + height))
        raw: list[Point] = []
        here: list[Group] = []
        for item in laid.get(lane, ()):
            y = middle + ((high - 1) / 2 - item.level) * ROW
            if len(item.rows) > 1:
                here.append(_group(rows, item, name, y, shown or span, lang))
            else:
                raw.append(_point(rows, item, name, y, index, wording))
        points += _label(raw, here, lambda x: pixels(_number(x)), (top, top + height), width)
        groups += here
        top += height
    aside, more = _aside(rows, lanes, index, wording, room * _panel(room))
    alt = _alt(rows, whole, shown if shown != span else None, (earlier, later), lang)
    return TimelineInfo(
        tuple(lanes), tuple(points), tuple(groups), aside, more, room, span, shown, earlier, later, top, alt, lang
    )


def _laid(
    rows: _Rows, seen: tuple[float, float], ends: tuple[float, float], width: float, n_rows: dict[int, int] | None
) -> dict[int, list[_Item]]:
    """Rows, part in view, ends of the axis, its pixels, rows of each lane (None: as many as needed) → marks by lane."""
    per_day = width / (seen[1] - seen[0])
    by_lane: dict[int, list[_Item]] = {}
    for members in _clusters(rows, seen, ends):
        by_lane.setdefault(int(rows.lane[members[0]]), []).append(_item(rows, members, seen, per_day))
    for lane, items in by_lane.items():
        most = n_rows[lane] if n_rows else MAX_ROWS
        _spread(items, per_day, most)
        by_lane[lane] = _place(items, lambda x: (x - seen[0]) * per_day, most)
    return by_lane


def _rows_needed(items: Sequence[_Item]) -> int:
    """Marks of a lane on the whole axis → rows it needs; a lane with counts has room for those that open."""
    crowded = any(len(item.rows) > 1 for item in items)
    return max(max((item.level for item in items), default=0) + 1, 3 if crowded else 1)


def _point(rows: _Rows, item: _Item, lane: str, y: float, index: Index, wording: _Wording) -> Point:
    i = item.rows[0]
    event_id, differs = rows.ids[i], bool(rows.differs[i])
    return Point(
        event_id, lane, _moment(item.x), y, _date(item.first), _date(item.last), _size(int(rows.articles[i])),
        index.event[event_id]["status"], differs, wording.hover(event_id, differs), wording.label(event_id),
    )  # fmt: skip


def opened(first: dt.date, last: dt.date) -> Span:
    """Days of a count → the part to show so that it opens: these days and a little room."""
    low, high = dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time()) + DAY
    room = (high - low) * 0.04
    return low - room, high + room


def opens(first: dt.date, last: dt.date, shown: Span) -> bool:
    """Whether showing a count's days alone shows less than is shown now."""
    part = opened(first, last)
    return (part[1] - part[0]) * 1.05 < shown[1] - shown[0]


def _group(rows: _Rows, item: _Item, lane: str, y: float, shown: Span | None, lang: str) -> Group:
    first, last = _date(item.first), _date(item.last)
    click = "open_group" if shown and opens(first, last, shown) else "read_group"
    hover = (
        f"<b>{text.t('count.events', lang, n=len(item.rows))}</b><br>{text.days(first, last, 'range', lang)}"
        f"<br>{text.t(f'timeline.{click}', lang)}"
    )
    ids = tuple(rows.ids[i] for i in item.rows)
    return Group(lane, _moment(item.x), y, first, last, ids, bool(rows.differs[item.rows].any()), hover)


_Box = tuple[float, float, float, float]


def _label(
    points: Sequence[Point],
    groups: Sequence[Group],
    pixels: Callable[[dt.datetime], float],
    lane: tuple[float, float],
    width: float,
) -> list[Point]:
    """Points of a lane → the same with each label above or below its marker, on the nearest line that is free.

    A label that would run over an end of the axis is moved to the other side of its marker. One that finds no free
    line is left to the mouse. Larger events and those whose accounts differ choose first.
    """
    marks: list[Point | Group] = [*points, *groups]
    taken: list[_Box] = []
    for p in marks:
        at, half = pixels(p.x), p.size / 2
        taken.append((at - half, p.y - half, at + half, p.y + half))
        if p.differs and isinstance(p, Group):
            taken.append((at - FLAG / 2, p.y - half - FLAG, at + FLAG / 2, p.y - half))
        elif p.differs:
            taken.append((at, p.y - 7, at + half + 18, p.y + 7))
    found: dict[str, tuple[float, Side]] = {}
    for point in sorted(points, key=lambda p: (-p.differs, -p.size, p.first)):
        reach = point.size / 2 + LABEL / 2 + 2
        side, low, high = _reach(pixels(point.x), len(point.label) * CHAR, width)
        for offset in (-reach, reach, -reach - LABEL, reach + LABEL):
            y = point.y + offset
            box = (low, y - LABEL / 2, high, y + LABEL / 2)
            if box[1] < lane[0] - 2 or box[3] > lane[1] + 2:
                continue
            if all(box[2] <= o[0] or box[0] >= o[2] or box[3] <= o[1] or box[1] >= o[3] for o in taken):
                taken.append(box)
                found[point.event_id] = (y, side)
                break
    return [
        replace(p, label_y=found[p.event_id][0], label_side=found[p.event_id][1])
        if p.event_id in found
        else replace(p, label="")
        for p in points
    ]


def _reach(at: float, length: float, width: float) -> tuple[Side, float, float]:
    """Pixels of a marker, of its label, of the axis → to which side the label runs, its left and right end."""
    if 0 <= at <= width < at + length / 2 + 3:
        return "left", at - length - 3, at + 3
    if 0 <= at <= width and at - length / 2 < -30:
        return "right", at - 3, at + length + 3
    return "center", at - length / 2 - 3, at + length / 2 + 3


def _aside(
    rows: _Rows, lanes: Sequence[Lane], index: Index, wording: _Wording, width: float
) -> tuple[tuple[Undated, ...], int]:
    """Undated rows → their places in the side panel of some pixels, lane by lane, and how many found no room."""
    letters = int((width * 0.87 - 20) / CHAR)  # a label has room for
    found: list[Undated] = []
    more = 0
    undated = np.flatnonzero(~rows.dated)
    for lane in lanes:
        here = undated[rows.lane[undated] == LANES.index(lane.lane)]
        room = int((lane.bottom - lane.top - 10) // ROW)
        named = len(here) <= room
        columns = 1 if named else max(int(width / ROW), 1)
        more += max(len(here) - room * columns, 0)
        for i, row in enumerate(here[: room * columns]):
            line, column = divmod(i, columns)
            lines = min(room, -(-len(here) // columns))
            y = lane.y + (line - (lines - 1) / 2) * ROW
            event_id, differs = rows.ids[row], bool(rows.differs[row])
            label = wording.label(event_id) if named and letters >= 8 else ""
            across = 0.13 if named else (column + 0.5) / columns
            found.append(
                Undated(event_id, lane.lane, across, y, min(_size(int(rows.articles[row])), 20),
                        index.event[event_id]["status"], differs, wording.hover(event_id, differs),
                        label if len(label) <= letters else f"{label[: letters - 1]}…")
            )  # fmt: skip
    return tuple(found), more


def days_in(shown: Span) -> Days:
    """A part of the axis → its first and last day."""
    return shown[0].date(), (shown[1] - dt.timedelta(seconds=1)).date()


def _alt(rows: _Rows, whole: Days | None, part: Span | None, outside: tuple[int, int], lang: str) -> str:
    """What stands in for the picture: all events, and where only a part is in view, how many are not."""
    t = text.t
    by_lane = Counter(rows.lane.tolist())
    parts = [f"{t(f'lane.{name}', lang)}: {by_lane[i]}" for i, name in enumerate(LANES) if by_lane[i]]
    dated = rows.dated
    when = t("date.none", lang)
    if dated.any():
        when = text.days(_date(np.nanmin(rows.first)), _date(np.nanmax(rows.last)), "range", lang)
    elif whole:
        when = text.days(*whole, "range", lang)
    words = [t("timeline.alt", lang, n=len(rows.ids), when=when, lanes="; ".join(parts))]
    if part:
        words.append(t("timeline.alt_part", lang, when=text.days(*days_in(part), "range", lang)))
        sides = zip(("earlier", "later"), outside, strict=True)
        words += [f"{t(f'timeline.{side}_outside', lang, n=n)}." for side, n in sides if n]
    if undated := int((~dated).sum()):
        words.append(t("timeline.alt_undated", lang, n=undated))
    if differing := int(rows.differs.sum()):
        words.append(t("timeline.alt_differ", lang, n=differing))
    return " ".join([*words, t("timeline.alt_table", lang)])
