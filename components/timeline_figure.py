"""The picture of the timeline, and the ring around the selected event.

Lives here: `timeline_figure`, from places (`components.timeline_layout`) to Plotly; `ring_css`. Must not live here:
where anything stands, or Streamlit. The picture does not depend on what is selected: the ring is a line of CSS, so that
a click does not redraw the chart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from components import text, theme
from components.timeline_layout import CHAR, DAY, FLAG, WIDTH, Group, Point, Span, TimelineInfo, Undated

if TYPE_CHECKING:
    import plotly.graph_objects as go

GUTTER = 86  # pixels at the left for the lanes' names
ABOVE, BELOW = 26, 64  # pixels over the lanes, and under them for ticks and range slider
LINE = 15  # pixels of each further line of words above the undated events
NEAR = 0.1  # share of the part in view, at either side of it
SLIDER = 27  # pixels of the range slider's own, within those below

_COLOUR = {"leaders_calls": "call", "leaders_meetings": "meeting", "envoys": "envoy", "other": "other"}
_SYMBOL = {"held": "circle", "ongoing": "circle", "planned": "circle-open", "cancelled": "circle-x-open"}
_POSITION = {"center": "middle center", "left": "middle left", "right": "middle right"}
Trace = dict[str, Any]


def height(info: TimelineInfo) -> int:
    """Info → the height of the chart in pixels."""
    return round(info.height) + _above(info) + BELOW


def _above(info: TimelineInfo) -> int:
    """The room over the lanes, for as many lines as the words above the undated events take."""
    return ABOVE + LINE * (_aside_words(info).count("<br>") if info.panel else 0)


def timeline_figure(info: TimelineInfo, colours: theme.Palette, serial: int = 0) -> go.Figure:
    """Info, colours → the figure: traces bars, counts, events, then words, undated; ids in `customdata`.

    Words have an axis of their own over the days: the range slider would draw them once more, unseen, and words are
    what takes longest.
    `serial` tells one drawing from another that looks the same: the browser keeps what was done to each by hand.
    """
    colour = {lane: getattr(colours, name) for lane, name in _COLOUR.items()}
    aside = info.panel > 0
    right = 1 - info.panel - 0.012 if aside else 1.0
    traces = [*_bars(info, colour), *_groups(info, colours, colour), *_points(info, colours, colour)]
    layout: dict[str, Any] = {
        **theme.layout(colours),
        "height": height(info),
        "margin": theme.margin(GUTTER, 4, _above(info), BELOW),
        "dragmode": "zoom",
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
    if info.shown:
        layout["xaxis3"] = {
            "type": "date", "overlaying": "x", "domain": [0, right], "visible": False,
            "range": layout["xaxis"]["range"],
        }  # fmt: skip
    if aside:
        traces += _aside(info, colours, colour)
        layout["xaxis2"] = {
            "domain": [1 - info.panel, 1], "range": [0, 1], "fixedrange": True, "visible": False, "anchor": "y",
        }  # fmt: skip
        layout["shapes"].append(
            {"type": "rect", "xref": "paper", "x0": 1 - info.panel, "x1": 1, "y0": 0, "y1": info.height,
             "fillcolor": _alpha(colours.line, 0.4), "line": {"width": 0}, "layer": "below"}
        )  # fmt: skip
        layout["annotations"].append(_aside_heading(info, colours))
    layout["annotations"] += _outside(info, colours, right)
    return theme.figure(traces, layout, serial)


def _bars(info: TimelineInfo, colour: dict[str, str]) -> list[Trace]:
    traces = []
    for lane in _barred(info):
        x: list[str | None] = []
        y: list[float | None] = []
        for p in info.bars:
            if p.lane == lane:
                x += [_iso(p.first, 0), _iso(p.last, 24), None]
                y += [p.y, p.y, None]
        traces.append(
            {"type": "scatter", "x": x, "y": y, "mode": "lines", "hoverinfo": "skip", "connectgaps": False,
             "line": {"color": _alpha(colour[lane], 0.35), "width": 15}}
        )  # fmt: skip
    return traces


def _barred(info: TimelineInfo) -> list[str]:
    """The lanes that have bars: one trace each, drawn first."""
    return [lane.lane for lane in info.lanes if any(p.lane == lane.lane for p in info.bars)]


def _groups(info: TimelineInfo, colours: theme.Palette, colour: dict[str, str]) -> list[Trace]:
    if not info.groups:
        return []
    return [
        {
            "type": "scatter",
            "x": [theme.stamp(g.x) for g in info.groups],
            "y": [g.y for g in info.groups],
            "mode": "markers",
            "marker": {
                "symbol": "circle",
                "size": [g.size for g in info.groups],
                "color": [colour[g.lane] for g in info.groups],
                "line": {"width": 0},
                "opacity": 1,
            },
            "customdata": [[g.ref] for g in info.groups],
            "hovertext": [g.hover for g in info.groups],
            "hoverinfo": "text",
            **_still(colours.card),
        }
    ]


def _points(info: TimelineInfo, colours: theme.Palette, colour: dict[str, str]) -> list[Trace]:
    """Events; numbers of counts, labels of events, and flags of both, as far as they are in view."""
    traces: list[Trace] = []
    words: list[Trace] = []
    if seen := [g for g in info.groups if _in_view(g, info)]:
        numbers = [(theme.stamp(g.x), g.y, _count(len(g.event_ids))) for g in seen]
        words.append(_words(numbers, "middle center", 11, colours.card))
    if info.points:
        traces.append(
            {
                "type": "scatter",
                "x": [theme.stamp(p.x) for p in info.points],
                "y": [p.y for p in info.points],
                "mode": "markers",
                "marker": _marker(info.points, colour, colours),
                "customdata": [[p.event_id] for p in info.points],
                "hovertext": [p.hover for p in info.points],
                "hoverinfo": "text",
                "cliponaxis": False,
                **_still(colours.ink),
            }
        )
    if labelled := [p for p in info.points if p.label and _in_view(p, info)]:
        words.append(
            _words(
                [(theme.stamp(p.x), p.label_y, text.chart(p.label)) for p in labelled],
                [_POSITION[p.label_side] for p in labelled],
                12,
                colours.ink,
            )
        )
    flags: list[Point | Group] = [*(p for p in info.points if p.differs), *(g for g in info.groups if g.differs)]
    if flags := [f for f in flags if _in_view(f, info)]:
        places = [flagged(f) for f in flags]
        sides = ["middle center" if isinstance(f, Group) else "middle right" for f in flags]
        words.append(_words(places, sides, 14, colours.accent))
    return traces + [trace | {"xaxis": "x3"} for trace in words]


def _in_view(mark: Point | Group, info: TimelineInfo) -> bool:
    """Whether a mark is in view, or so near that a hand may drag it there before the chart is drawn for it."""
    if not info.shown:
        return False
    low, high = info.shown
    return low - (high - low) * NEAR <= mark.x <= high + (high - low) * NEAR


def _words(places: Sequence[tuple[Any, float, str]], position: str | list[str], size: int, colour: str) -> Trace:
    """(x, y, words) each → a trace of words that the mouse does not see."""
    x, y, words = ([place[i] for place in places] for i in range(3))
    return {
        "type": "scatter", "x": x, "y": y, "mode": "text", "text": words, "textposition": position,
        "textfont": {"size": size, "color": colour}, "hoverinfo": "skip", "cliponaxis": False, **_still(colour),
    }  # fmt: skip


def _count(n: int) -> str:
    """A number as short as a marker needs it: 999, 1k, 12k; the mouse shows all of it."""
    return str(n) if n < 1000 else f"{n // 1000}k"


def _wrapped(label: str, most: int = 11) -> str:
    """A lane's name → the same for Plotly, broken between words into lines of about `most` characters."""
    lines = [""]
    for word in label.split():
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < most else [lines[-1], word]
    return "<br>".join(text.chart(line) for line in lines if line)


def flagged(mark: Point | Group) -> tuple[str, float, str]:
    """Where the mark for differing accounts stands: beside an event, above a count, which has others at its sides."""
    if isinstance(mark, Group):
        return theme.stamp(mark.x), mark.y - mark.size / 2 - FLAG / 2, "⚑"
    return theme.stamp(mark.x), mark.y, _flag(mark.size)


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
        "showgrid": True,
        "gridcolor": colours.line,
        "griddash": "dot",
        "linecolor": colours.line,
        "zeroline": False,
        "tickfont": {"color": colours.muted, "size": 12},
        "ticklabelmode": "instant",
        "tickangle": 0,
        "automargin": False,
    }
    if info.whole and info.shown:
        axis["range"] = [theme.stamp(when) for when in info.shown]
        axis["tickvals"], axis["ticktext"] = ticks(info.shown, info.lang, info.width)
        axis["rangeslider"] = {
            "visible": bool(info.points or info.groups),
            "thickness": SLIDER / round(info.height),
            "bgcolor": _alpha(colours.line, 0.35),
            "bordercolor": colours.line,
            "borderwidth": 1,
            "autorange": False,
            "range": [theme.stamp(when) for when in info.whole],
            "yaxis": {"rangemode": "match"},
        }
    return axis


def ticks(shown: Span, lang: str, width: float = WIDTH) -> tuple[list[str], list[str]]:
    """Part in view, its pixels → ticks in the language: months, quarters or years of long spans, days of short ones."""
    first_day, last_day = shown[0].date(), shown[1].date()
    days = (last_day - first_day).days
    if days <= 45:  # at noon, where the events of a day stand
        found = [first_day + DAY * i for i in range(0, days + 1, max(-(-days // max(int(width / 80), 2)), 1))]
        noons = [noon for noon in (dt.datetime.combine(d, dt.time(12)) for d in found) if shown[0] <= noon <= shown[1]]
        return [theme.stamp(noon) for noon in noons], [text.day(noon, lang, "short") for noon in noons]
    step = next(s for s in (1, 2, 3, 6, 12, 24, 60, 120, 1200) if days / 30.4 / s <= max(width / 57, 3) or s == 1200)
    months = [(first_day.year * 12 + first_day.month - 1 + i) for i in range(1, days // 28 + 2)]
    found = [dt.date(m // 12, m % 12 + 1, 1) for m in months if m % 12 % min(step, 12) == 0]
    found = [d for d in found if d <= last_day and (step <= 12 or d.year % (step // 12) == 0)]
    labels = [
        text.month_short(d, lang, year=i == 0 or d.month == 1 or found[i - 1].year != d.year)
        for i, d in enumerate(found)
    ]
    return [d.isoformat() for d in found], labels


def _aside(info: TimelineInfo, colours: theme.Palette, colour: dict[str, str]) -> list[Trace]:
    """The undated events, in their own box at the right."""
    traces: list[Trace] = [
        {
            "type": "scatter",
            "x": [u.x for u in info.undated],
            "y": [u.y for u in info.undated],
            "xaxis": "x2",
            "mode": "markers+text",
            "marker": _marker(info.undated, colour, colours),
            "text": [f"  {text.chart(u.label)}" for u in info.undated],
            "textposition": "middle right",
            "textfont": {"size": 12, "color": colours.ink},
            "customdata": [[u.event_id] for u in info.undated],
            "hovertext": [u.hover for u in info.undated],
            "hoverinfo": "text",
            **_still(colours.ink),
        }
    ]
    if flags := [u for u in info.undated if u.differs]:
        places = [(u.x, u.y - (7 if u.label else 0), _flag(u.size)) for u in flags]
        traces.append(_words(places, "middle right", 14, colours.accent) | {"xaxis": "x2"})
    return traces


def _aside_words(info: TimelineInfo) -> str:
    heading = text.t("timeline.undated", info.lang)
    if info.undated_more:
        heading = f"{heading} {text.t('timeline.undated_more', info.lang, n=info.undated_more)}"
    return _wrapped(heading, int(info.room * info.panel / 8.2))


def _aside_heading(info: TimelineInfo, colours: theme.Palette) -> dict[str, Any]:
    return {
        "xref": "paper", "x": 1 - info.panel, "xanchor": "left", "yref": "paper", "y": 1, "yanchor": "bottom",
        "showarrow": False, "align": "left", "text": _aside_words(info),
        "font": {"size": 11.5, "color": colours.muted},
    }  # fmt: skip


def _outside(info: TimelineInfo, colours: theme.Palette, right: float) -> list[dict[str, Any]]:
    """How many events lie before and behind the part in view, over its ends; a click there shows all (`zoom.js`)."""
    sides = [("earlier", info.earlier, "← {}"), ("later", info.later, "{} →")]
    sides = [side for side in sides if side[1]]
    forms = (("_outside", "timeline.show_all"), ("_outside", None), ("", None))
    for form, more in forms:  # the longest that fits
        said = [text.t(f"timeline.{name}{form}", info.lang, n=n) for name, n, _ in sides]
        said = [text.t(more, info.lang, which=words) if more else words for words in said]
        if sum(len(words) + 3 for words in said) * CHAR <= info.width:
            break
    return [
        {"xref": "paper", "x": right if name == "later" else 0, "xanchor": "right" if name == "later" else "left",
         "yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "text": arrow.format(words),
         "captureevents": True, "font": {"size": 12, "color": colours.link}}
        for (name, _, arrow), words in zip(sides, said, strict=True)
    ]  # fmt: skip


def _iso(day: dt.date, hours: int) -> str:
    return theme.stamp(dt.datetime.combine(day, dt.time()) + dt.timedelta(hours=hours))


def _alpha(colour: str, alpha: float) -> str:
    r, g, b = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},{alpha})"


def ring_css(info: TimelineInfo, event_id: str | None, colours: theme.Palette) -> str:
    """Info, the selected event → the style that rings its marker, or the count it is in; nothing where it is not shown.

    Plotly draws the traces of a subplot in order, each marker in order: bars, then counts, then events; undated apart.
    The style also keeps the chart's room in its card while a new picture is drawn, so that nothing below it moves, and
    on a phone that of the days in view, which come behind the chart.
    """
    room = f".st-key-timeline-card{{min-height:calc({height(info)}px + .6rem + 2px)}}"
    if info.shown != info.whole:  # the days in view take a line of their own on a phone
        room += "@media(max-width:640px){.st-key-timeline-tools{min-height:63px;align-content:flex-start}}"
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
                    f"<style>{room}.st-key-timeline .subplot.{subplot} .scatterlayer>.trace:nth-of-type({trace}) "
                    f".points>path.point:nth-of-type({i + 1}){{stroke:{colours.card}!important;"
                    "stroke-width:2px!important;"
                    f"filter:drop-shadow(1.6px 0 0 {colours.ink}) drop-shadow(-1.6px 0 0 {colours.ink}) "
                    f"drop-shadow(0 1.6px 0 {colours.ink}) drop-shadow(0 -1.6px 0 {colours.ink})}}</style>"
                )
    return f"<style>{room}</style>"
