"""The timeline: events by day in lanes, undated ones at the side, crowds collapsed into counts.

Lives here: where each event stands (`timeline_info`), its picture (`timeline_figure`), drawing it (`render`).
Must not live here: choosing the events (`data.query`), or what is said of one (`components.event_panel`).
The picture does not depend on what is selected: the ring is a line of CSS (`ring_css`), so that a click neither redraws
the chart nor loses its zoom.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from components import events, state, text, theme
from data.query import Index

if TYPE_CHECKING:
    import plotly.graph_objects as go

MANY = 140  # above this, neighbours are collapsed into counts
BINS = 56
WIDTH = 740.0  # pixels the dated part is assumed to have; only spacing depends on it
ROW = 27.0  # pixels between events of one lane that stand above each other
LABEL = 15.0  # pixels a line of labels takes
MAX_ROWS = 5
CHAR = 6.7  # pixels of a label's average character
GROUP = "group"
GUTTER = 86  # pixels at the left for the lanes' names


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

    `first` and `last` are its days; a bar is drawn where they differ. `label` is empty where there was no room.
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
    def ref(self) -> str:
        """What a click on it hands back."""
        return f"{GROUP}|{self.first.isoformat()}|{self.last.isoformat()}"


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
    """All that is drawn, without any Plotly."""

    lanes: tuple[Lane, ...]
    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    undated: tuple[Undated, ...]
    undated_more: int
    first: dt.date | None
    last: dt.date | None
    height: float
    alt: str
    lang: str

    @property
    def bars(self) -> tuple[Point, ...]:
        """The points whose day is uncertain."""
        return tuple(point for point in self.points if point.first != point.last)


@dataclass(frozen=True)
class _Row:
    event_id: str
    lane: str
    first: dt.date | None
    last: dt.date | None
    status: str
    n_articles: int
    differs: bool
    words: Callable[[], tuple[str, str, str]]  # title, label, what the mouse shows

    @property
    def size(self) -> float:
        return min(13.0 + 3.0 * (self.n_articles - 1), 26.0)


def _rows(index: Index, frame: pd.DataFrame, lang: str) -> list[_Row]:
    common = Counter(frozenset(index.principals[e]) for e in frame["event_id"]).most_common(1)
    usual = common[0][0] if common else frozenset()
    rows: list[_Row] = []
    for event_id in frame["event_id"]:
        event = index.event[event_id]
        differs = bool(index.differs[index.event_row[event_id]])
        first = event["date_from"].date() if event["date_from"] is not None else None
        last = event["date_to"].date() if event["date_to"] is not None else first
        words = partial(_words, index, event_id, lang, usual, differs)
        lane = events.lane(index, event_id)
        rows.append(_Row(event_id, lane, first, last, event["status"], int(event["n_articles"]), differs, words))
    return rows


def _words(index: Index, event_id: str, lang: str, usual: frozenset[str], differs: bool) -> tuple[str, str, str]:
    """Event → its title, its label (the day of the usual pair's call; the place of a meeting; else who), its hover."""
    event = index.event[event_id]
    title = events.title(index, event_id, lang)
    who = "–".join(text.short_name(index.actor.get(a), lang, a) for a in index.principals[event_id][:3])
    place = text.label(index.place.get(event["place"]), lang, event["place"]) if event["place"] else ""
    day = events.when(event, lang, "short") if event["date_from"] is not None else ""
    label = (place if event["kind"] == "meeting" and place else day) or title
    if frozenset(index.principals[event_id]) != usual and who:
        label = who
    lines = [
        f"<b>{text.chart(title)}</b>",
        text.chart(events.when(event, lang)),
        text.t("timeline.hover", lang, status=status_word(event, lang), n=int(event["n_articles"])),
    ]
    if differs:
        lines.append(f"⚑ {text.t('timeline.differs', lang)}")
    return title, label, "<br>".join(lines)


def status_word(event: Any, lang: str) -> str:
    """An event's row → its status, agreeing with its kind: "held", "avvenuta" of a call."""
    key = f"status_one.{event['status']}_{event['kind']}"
    return text.t(key if text.has(key) else f"status_one.{event['status']}", lang)


def _middle(first: dt.date, last: dt.date) -> dt.datetime:
    noon = dt.datetime.combine(first, dt.time(12))
    return noon + (dt.datetime.combine(last, dt.time(12)) - noon) / 2


def _groups(rows: Sequence[_Row], first: dt.date, last: dt.date) -> list[list[_Row]]:
    """Rows → rows by themselves, or those of one lane and one stretch of days together."""
    days = max((last - first).days + 1, 1)
    width = max(days / BINS, 1.0)
    bins: dict[tuple[str, int], list[_Row]] = defaultdict(list)
    for row in rows:
        if row.first and row.last:
            bins[row.lane, int(((_middle(row.first, row.last).date() - first).days) / width)].append(row)
    return list(bins.values())


def timeline_info(
    index: Index, frame: pd.DataFrame, lang: str, window: tuple[dt.date, dt.date] | None = None
) -> TimelineInfo:
    """Index, rows of `events`, language, days to show (all by default) → where everything stands.

    Above `MANY` events, those of one lane that are closer than a fifty-sixth of the span become a count.
    """
    rows = _rows(index, frame, lang)
    dated = [row for row in rows if row.first is not None and row.last is not None]
    if window:
        dated = [row for row in dated if row.first <= window[1] and row.last >= window[0]]  # type: ignore[operator]
    undated = [row for row in rows if row.first is None]
    first = window[0] if window else min((row.first for row in dated if row.first), default=None)
    last = window[1] if window else max((row.last for row in dated if row.last), default=None)
    shown = [lane for lane in events.LANES if any(row.lane == lane for row in [*dated, *undated])] or [events.LANES[0]]
    clusters: list[list[_Row]] = []
    if first and last:
        clusters = _groups(dated, first, last) if len(dated) > MANY else [[row] for row in dated]
    span = max(((last - first).days + 1 if first and last else 1), 14)
    per_day = WIDTH / (span * 1.06)

    lanes: list[Lane] = []
    points: list[Point] = []
    groups: list[Group] = []
    top = 8.0
    for lane in shown:
        here = sorted((c for c in clusters if c[0].lane == lane), key=lambda c: (c[0].first, c[0].last, c[0].event_id))
        placed: list[tuple[list[_Row], dt.datetime, int]] = []
        ends: list[float] = []
        spread: Counter[dt.date] = Counter()
        for cluster in here:
            low = min(row.first for row in cluster if row.first)
            high = max(row.last for row in cluster if row.last)
            x = _middle(low, high)
            if per_day > 60 and low == high:  # so near that a day has room for several
                x += dt.timedelta(hours=min(spread[low] // MAX_ROWS, 10) * 24 * 30 / per_day / 1.0)
                spread[low] += 1
            size = 26.0 if len(cluster) > 1 else cluster[0].size
            half = max(size, (high - low).days * per_day if len(cluster) == 1 else 0) / 2 + 2
            at = _pixels(x, first, per_day)
            level = next((i for i, end in enumerate(ends) if at - half >= end), len(ends))
            level = level if level < MAX_ROWS else min(range(MAX_ROWS), key=lambda i: ends[i])
            if level == len(ends):
                ends.append(0.0)
            ends[level] = at + half
            placed.append((cluster, x, level))
        n_rows = max(len(ends), 1)
        height = ROW * n_rows + 2 * LABEL + 16
        middle = top + height / 2
        lanes.append(Lane(lane, text.t(f"lane.{lane}", lang), middle, top, top + height))
        start = middle + (n_rows - 1) * ROW / 2
        raw: list[Point] = []
        for cluster, x, level in placed:
            y = start - level * ROW
            low = min(row.first for row in cluster if row.first)
            high = max(row.last for row in cluster if row.last)
            if len(cluster) > 1:
                differing = sum(row.differs for row in cluster)
                hover = (
                    f"<b>{text.t('count.events', lang, n=len(cluster))}</b><br>{text.days(low, high, 'range', lang)}"
                    f"<br>{text.t('timeline.open_group', lang)}"
                )
                ids = tuple(row.event_id for row in cluster)
                groups.append(Group(lane, x, y, low, high, ids, bool(differing), hover))
            else:
                row = cluster[0]
                _, label, hover = row.words()
                raw.append(Point(row.event_id, lane, x, y, low, high, row.size, row.status, row.differs, hover, label))
        points += _label(raw, groups, lane, lambda x: _pixels(x, first, per_day), top, top + height)
        top += height
    aside, more = _aside(undated, lanes)
    return TimelineInfo(
        tuple(lanes), tuple(points), tuple(groups), aside, more, first, last, top,
        _alt(rows, dated, undated, first, last, lang), lang,
    )  # fmt: skip


def _pixels(x: dt.datetime, first: dt.date | None, per_day: float) -> float:
    begin = dt.datetime.combine(first or x.date(), dt.time())
    return (x - begin).total_seconds() / 86400 * per_day


def _label(
    points: Sequence[Point],
    groups: Iterable[Group],
    lane: str,
    pixels: Callable[[dt.datetime], float],
    top: float,
    bottom: float,
) -> list[Point]:
    """Points of a lane → the same with each label above or below its marker, on the nearest line that is free.

    A label that finds no free line is left to the mouse. Larger events and those whose accounts differ choose first.
    """
    taken = [(pixels(p.x) - p.size / 2, p.y - p.size / 2, pixels(p.x) + p.size / 2, p.y + p.size / 2) for p in points]
    taken += [(pixels(g.x) - 13, g.y - 13, pixels(g.x) + 13, g.y + 13) for g in groups if g.lane == lane]
    taken += [(pixels(p.x), p.y - 7, pixels(p.x) + p.size / 2 + 18, p.y + 7) for p in points if p.differs]  # its flag
    labelled: dict[str, float] = {}
    for point in sorted(points, key=lambda p: (-p.differs, -p.size, p.first)):
        half = len(point.label) * CHAR / 2 + 3
        at = pixels(point.x)
        reach = point.size / 2 + LABEL / 2 + 2
        for offset in (-reach, reach, -reach - LABEL, reach + LABEL):
            y = point.y + offset
            box = (at - half, y - LABEL / 2, at + half, y + LABEL / 2)
            if at - half < -30 or at + half > WIDTH or box[1] < top - 2 or box[3] > bottom + 2:
                continue
            if all(box[2] <= o[0] or box[0] >= o[2] or box[3] <= o[1] or box[1] >= o[3] for o in taken):
                taken.append(box)
                labelled[point.event_id] = y
                break
    return [
        Point(
            **{**vars(p), "label": p.label if p.event_id in labelled else "", "label_y": labelled.get(p.event_id, p.y)}
        )
        for p in points
    ]


def _aside(rows: Sequence[_Row], lanes: Sequence[Lane]) -> tuple[tuple[Undated, ...], int]:
    """Undated rows → their places in the side panel, lane by lane, and how many found no room."""
    found: list[Undated] = []
    more = 0
    for lane in lanes:
        here = [row for row in rows if row.lane == lane.lane]
        room = int((lane.bottom - lane.top - 10) // ROW)
        named = len(here) <= room
        columns = 1 if named else 5
        for i, row in enumerate(here):
            if i >= room * columns:
                more += 1
                continue
            line, column = divmod(i, columns)
            lines = min(room, -(-len(here) // columns))
            y = lane.y + (line - (lines - 1) / 2) * ROW
            title, label, hover = row.words()
            label = (label or title) if named else ""
            found.append(
                Undated(row.event_id, lane.lane, 0.13 + 0.19 * column, y, min(row.size, 20), row.status, row.differs,
                        hover, label if len(label) <= 19 else f"{label[:18]}…")
            )  # fmt: skip
    return tuple(found), more


def _alt(
    rows: Sequence[_Row],
    dated: Sequence[_Row],
    undated: Sequence[_Row],
    first: dt.date | None,
    last: dt.date | None,
    lang: str,
) -> str:
    t = text.t
    by_lane = Counter(row.lane for row in rows)
    parts = [f"{t(f'lane.{lane}', lang)}: {by_lane[lane]}" for lane in events.LANES if by_lane[lane]]
    when = text.days(first, last, "range", lang) if dated and first else t("date.none", lang)
    words = t("timeline.alt", lang, n=len(rows), when=when, lanes="; ".join(parts))
    differing = sum(row.differs for row in rows)
    extra = [t("timeline.alt_undated", lang, n=len(undated))] if undated else []
    extra += [t("timeline.alt_differ", lang, n=differing)] if differing else []
    return " ".join([words, *extra, t("timeline.alt_table", lang)])


# the picture

_COLOUR = {"leaders_calls": "call", "leaders_meetings": "meeting", "envoys": "envoy", "other": "other"}
_SYMBOL = {"held": "circle", "ongoing": "circle", "planned": "circle-open", "cancelled": "circle-x-open"}
PANEL = 0.17  # share of the width that undated events take


def timeline_figure(info: TimelineInfo, colours: theme.Palette) -> go.Figure:
    """Info, colours → the figure: traces bars, counts, events, undated, flags, labels; ids in `customdata`."""
    import plotly.graph_objects as go  # here: the first paint of other pages does without

    colour = {lane: getattr(colours, name) for lane, name in _COLOUR.items()}
    right = 1 - PANEL - 0.012 if info.undated or info.undated_more else 1.0
    figure = go.Figure()
    for lane in _barred(info):
        x: list[str | None] = []
        y: list[float | None] = []
        for p in info.bars:
            if p.lane == lane:
                x += [_iso(p.first, 0), _iso(p.last, 24), None]
                y += [p.y, p.y, None]
        figure.add_scatter(
            x=x, y=y, mode="lines", line={"color": _alpha(colour[lane], 0.35), "width": 15}, hoverinfo="skip",
            connectgaps=False,
        )  # fmt: skip
    if info.groups:
        figure.add_scatter(
            x=[g.x for g in info.groups],
            y=[g.y for g in info.groups],
            mode="markers+text",
            text=[text.number(len(g.event_ids), info.lang) for g in info.groups],
            textfont={"color": colours.card, "size": 11},
            marker={
                "symbol": "circle",
                "size": [24 + min(len(g.event_ids), 40) / 4 for g in info.groups],
                "color": [colour[g.lane] for g in info.groups],
                "line": {"width": 0},
                "opacity": 1,
            },
            customdata=[[g.ref] for g in info.groups],
            hovertext=[g.hover for g in info.groups],
            hoverinfo="text",
            **_still(colours.card),
        )
    if info.points:
        figure.add_scatter(
            x=[p.x for p in info.points],
            y=[p.y for p in info.points],
            mode="markers",
            marker=_marker(info.points, colour, colours),
            customdata=[[p.event_id] for p in info.points],
            hovertext=[p.hover for p in info.points],
            hoverinfo="text",
            cliponaxis=False,
            **_still(colours.ink),
        )
    if labelled := [p for p in info.points if p.label]:
        figure.add_scatter(
            x=[p.x for p in labelled],
            y=[p.label_y for p in labelled],
            mode="text",
            text=[text.chart(p.label) for p in labelled],
            textfont={"size": 12, "color": colours.ink},
            hoverinfo="skip",
            cliponaxis=False,
            **_still(colours.ink),
        )
    flags: list[Point | Group] = [*(p for p in info.points if p.differs), *(g for g in info.groups if g.differs)]
    if flags:
        figure.add_scatter(
            x=[f.x for f in flags],
            y=[f.y for f in flags],
            mode="text",
            text=[_flag(f.size if isinstance(f, Point) else 26) for f in flags],
            textposition="middle right",
            textfont={"size": 14, "color": colours.accent},
            hoverinfo="skip",
            cliponaxis=False,
            **_still(colours.accent),
        )
    layout: dict[str, Any] = {
        "height": info.height + 114,
        "margin": {"l": GUTTER, "r": 4, "t": 26, "b": 4},
        "dragmode": "zoom",
        "hovermode": "closest",
        "uirevision": "timeline",
        "xaxis": _time_axis(info, colours, right),
        "yaxis": {"range": [info.height, 0], "fixedrange": True, "visible": False},
        "shapes": [
            {"type": "line", "xref": "paper", "x0": 0, "x1": right, "y0": lane.bottom, "y1": lane.bottom,
             "line": {"color": colours.line, "width": 1}, "layer": "below"}
            for lane in info.lanes[:-1]
        ],
        "annotations": [
            {"xref": "paper", "x": 0, "xshift": -GUTTER + 4, "y": lane.y, "xanchor": "left", "yanchor": "middle",
             "showarrow": False, "align": "left", "text": f"<b>{_wrapped(lane.label)}</b>",
             "font": {"size": 12, "color": colours.muted}}
            for lane in info.lanes
        ],
    }  # fmt: skip
    if info.undated or info.undated_more:
        _add_aside(figure, layout, info, colours, colour)
    figure.update_layout(layout)
    return theme.apply(figure, colours)


def _wrapped(label: str, most: int = 11) -> str:
    """A lane's name → the same for Plotly, broken between words into lines of about `most` characters."""
    lines = [""]
    for word in label.split():
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < most else [lines[-1], word]
    return "<br>".join(text.chart(line) for line in lines if line)


def _flag(size: float) -> str:
    """The mark for differing accounts, moved to the right of a marker of `size` pixels."""
    return "\u00a0" * round(size / 2 / 3.9 + 0.6) + "⚑"


def _still(colour: str) -> dict[str, Any]:
    """What keeps Plotly from fading everything else when a point is clicked."""
    return {
        which: {"textfont": {"color": colour}} | ({"marker": {"opacity": 1}}) for which in ("selected", "unselected")
    }


def _marker(points: Sequence[Point | Undated], colour: dict[str, str], colours: theme.Palette) -> dict[str, Any]:
    return {
        "symbol": [_SYMBOL[p.status] for p in points],
        "size": [p.size * (0.6 if isinstance(p, Point) and p.first != p.last else 1) for p in points],
        "color": [colour[p.lane] for p in points],
        "opacity": 1,
        "line": {
            "color": [colour[p.lane] if p.status in ("planned", "cancelled") else colours.card for p in points],
            "width": [2.4 if p.status in ("planned", "cancelled") else 1.2 for p in points],
        },
    }


def _time_axis(info: TimelineInfo, colours: theme.Palette, right: float) -> dict[str, Any]:
    axis: dict[str, Any] = {
        "type": "date",
        "domain": [0, right],
        "gridcolor": colours.line,
        "griddash": "dot",
        "linecolor": colours.line,
        "tickfont": {"color": colours.muted, "size": 12},
        "ticklabelmode": "instant",
        "automargin": False,
        "rangeslider": {
            "visible": bool(info.points or info.groups),
            "thickness": 0.09,
            "bgcolor": _alpha(colours.line, 0.35),
            "bordercolor": colours.line,
            "borderwidth": 1,
            "yaxis": {"rangemode": "match"},
        },
    }
    if info.first and info.last:
        days = max((info.last - info.first).days + 1, 14)
        low = dt.datetime.combine(info.first, dt.time()) - dt.timedelta(days=days * 0.03)
        high = dt.datetime.combine(info.first, dt.time()) + dt.timedelta(days=days * 1.03)
        axis["range"] = [low.isoformat(), high.isoformat()]
        axis["tickvals"], axis["ticktext"] = _ticks(low.date(), high.date(), info.lang)
    return axis


def _ticks(low: dt.date, high: dt.date, lang: str) -> tuple[list[str], list[str]]:
    """Days shown → ticks in the language: each month, each quarter or year in long spans, single days in short ones."""
    days = (high - low).days
    if days <= 45:
        step = max(days // 9, 1)
        ticks = [low + dt.timedelta(days=i) for i in range(1, days + 1, step)]
        return [d.isoformat() for d in ticks], [text.day(d, lang, "short") for d in ticks]
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if days / 30.4 / s <= 13)
    months = [(low.year * 12 + low.month - 1 + i) for i in range(1, days // 28 + 2)]
    ticks = [dt.date(m // 12, m % 12 + 1, 1) for m in months if m % 12 % min(step, 12) == 0]
    ticks = [d for d in ticks if d <= high and (step <= 12 or d.year % (step // 12) == 0)]
    labels = [
        text.month_short(d, lang, year=i == 0 or d.month == 1 or ticks[i - 1].year != d.year)
        for i, d in enumerate(ticks)
    ]
    return [d.isoformat() for d in ticks], labels


def _add_aside(
    figure: go.Figure, layout: dict[str, Any], info: TimelineInfo, colours: theme.Palette, colour: dict[str, str]
) -> None:
    """Draw the undated events into their own box at the right."""
    t = text.t
    figure.add_scatter(
        x=[u.x for u in info.undated],
        y=[u.y for u in info.undated],
        xaxis="x2",
        mode="markers+text",
        marker=_marker(info.undated, colour, colours),
        text=[f"  {text.chart(u.label)}" for u in info.undated],
        textposition="middle right",
        textfont={"size": 12, "color": colours.ink},
        customdata=[[u.event_id] for u in info.undated],
        hovertext=[u.hover for u in info.undated],
        hoverinfo="text",
        **_still(colours.ink),
    )
    if flags := [u for u in info.undated if u.differs]:
        figure.add_scatter(
            x=[u.x for u in flags],
            y=[u.y - (7 if u.label else 0) for u in flags],
            xaxis="x2",
            mode="text",
            text=[_flag(u.size) for u in flags],
            textposition="middle right",
            textfont={"size": 14, "color": colours.accent},
            hoverinfo="skip",
            **_still(colours.accent),
        )
    layout["xaxis2"] = {
        "domain": [1 - PANEL, 1], "range": [0, 1], "fixedrange": True, "visible": False, "anchor": "y",
    }  # fmt: skip
    layout["shapes"].append(
        {"type": "rect", "xref": "paper", "x0": 1 - PANEL, "x1": 1, "y0": 0, "y1": info.height,
         "fillcolor": _alpha(colours.line, 0.4), "line": {"width": 0}, "layer": "below"}
    )  # fmt: skip
    heading = t("timeline.undated", info.lang)
    if info.undated_more:
        heading = f"{heading} {t('timeline.undated_more', info.lang, n=info.undated_more)}"
    layout["annotations"].append(
        {"xref": "paper", "x": 1 - PANEL + 0.008, "y": 10, "xanchor": "left", "yanchor": "top", "showarrow": False,
         "align": "left", "text": _wrapped(heading, 18), "font": {"size": 11.5, "color": colours.muted}}
    )  # fmt: skip


def _iso(day: dt.date, hours: int) -> str:
    return (dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hours)).isoformat()


def _alpha(colour: str, alpha: float) -> str:
    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},{alpha})"


def _barred(info: TimelineInfo) -> list[str]:
    """The lanes that have bars: one trace each, drawn first."""
    return [lane.lane for lane in info.lanes if any(p.lane == lane.lane for p in info.bars)]


def ring_css(info: TimelineInfo, event_id: str | None, colours: theme.Palette) -> str:
    """Info, the selected event → the style that rings its marker, or the count it is in; nothing where it is not shown.

    Plotly draws the traces of a subplot in order, each marker in order: bars, then counts, then events; undated apart.
    """
    before = len(_barred(info))
    places: list[tuple[str, int, list[tuple[str, ...]]]] = [
        ("xy", before + 1, [g.event_ids for g in info.groups]),
        ("xy", before + 1 + bool(info.groups), [(p.event_id,) for p in info.points]),
        ("x2y", 1, [(u.event_id,) for u in info.undated]),
    ]
    for subplot, trace, ids in places:
        for i, here in enumerate(ids):
            if event_id in here:
                return (
                    f"<style>.st-key-timeline .subplot.{subplot} .scatterlayer>.trace:nth-of-type({trace}) "
                    f".points>path.point:nth-of-type({i + 1}){{stroke:{colours.card}!important;"
                    "stroke-width:2px!important;"
                    f"filter:drop-shadow(1.6px 0 0 {colours.ink}) drop-shadow(-1.6px 0 0 {colours.ink}) "
                    f"drop-shadow(0 1.6px 0 {colours.ink}) drop-shadow(0 -1.6px 0 {colours.ink})}}</style>"
                )
    return "<style></style>"


# on the page

_WINDOW = "_timeline_window"


def window() -> tuple[dt.date, dt.date] | None:
    """The days a click on a count has opened."""
    found: tuple[dt.date, dt.date] | None = st.session_state.get(_WINDOW)
    return found


def _clicked() -> None:
    points = st.session_state["timeline"].selection.points
    ref = points[0].get("customdata", [""])[0] if points else ""
    if ref.startswith(f"{GROUP}|"):
        _, first, last = ref.split("|")
        st.session_state[_WINDOW] = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    elif ref:
        state.select("event", ref)


def _whole() -> None:
    st.session_state[_WINDOW] = None


def render(index: Index, frame: pd.DataFrame, lang: str, event_id: str | None, key: object) -> None:
    """Draw the chart with the selected event ringed; a click selects an event or opens a count.

    `key` says what `frame` depends on: as long as it is the same, the figure is not made again.
    """
    mode = theme.mode()
    colours = theme.palette(mode)

    def make() -> tuple[TimelineInfo, go.Figure]:
        info = timeline_info(index, frame, lang, window())
        return info, timeline_figure(info, colours)

    info, figure = state.memo("timeline", (key, lang, mode, window()), make)
    if window():
        st.button(text.t("timeline.whole", lang), key="timeline-whole", icon=":material/zoom_out:", on_click=_whole)
    st.html(ring_css(info, event_id, colours))
    st.plotly_chart(
        figure,
        key="timeline",
        theme=None,
        on_select=_clicked,
        selection_mode="points",
        alt=info.alt,
        config={
            "displaylogo": False,
            "modeBarButtonsToRemove": ["select2d", "lasso2d", "autoScale2d", "toImage"],
            "locale": lang,
        },
    )


def legend_html(lang: str) -> str:
    """The key to the marks, as HTML."""
    items = [
        ('<span class="hl-key hl-key-held"></span>', "held"),
        ('<span class="hl-key hl-key-planned"></span>', "planned"),
        ('<span class="hl-key hl-key-cancelled"></span>', "cancelled"),
        ('<span class="hl-key hl-key-bar"></span>', "bar"),
        ("", "size"),
        ('<span class="hl-flag">⚑</span>', "differs"),
    ]
    parts = [f"<li>{mark} {text.html(text.t(f'timeline.legend_{name}', lang))}</li>" for mark, name in items]
    return f'<ul class="hl-legend">{"".join(parts)}</ul>'


def render_hint(lang: str) -> None:
    """Say how to choose an event, where none is."""
    st.html(f'<p class="hl-hint">{text.html(text.t("timeline.choose", lang))}</p>')


def table_info(index: Index, frame: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Rows of `events` → the same as a table for reading: event, day, status, articles, whether accounts differ."""
    t = text.t
    rows = [index.event[e] for e in frame["event_id"]]
    return pd.DataFrame(
        {
            t("timeline.col_event", lang): [events.title(index, row["event_id"], lang) for row in rows],
            t("timeline.col_when", lang): [events.when(row, lang, "medium") for row in rows],
            t("timeline.col_status", lang): [status_word(row, lang) for row in rows],
            t("timeline.col_articles", lang): [int(row["n_articles"]) for row in rows],
            t("timeline.col_differs", lang): [bool(index.differs[index.event_row[row["event_id"]]]) for row in rows],
        }
    )


def render_table(index: Index, frame: pd.DataFrame, lang: str, key: object) -> None:
    """Draw the table twin of the chart; a row, by mouse or keyboard, selects its event. `key` as for `render`."""
    ids = list(frame["event_id"])

    def chosen() -> None:
        rows = st.session_state["timeline-table"].selection.rows
        if rows and rows[0] < len(ids):
            state.select("event", ids[rows[0]])

    with st.expander(text.t("timeline.table", lang, n=len(ids)), key="timeline-table-box"):
        st.dataframe(
            state.memo("timeline-table", (key, lang), lambda: table_info(index, frame, lang)),
            key="timeline-table",
            hide_index=True,
            on_select=chosen,
            selection_mode="single-row",
            height=min(38 + 35 * max(len(ids), 1), 360),
        )
