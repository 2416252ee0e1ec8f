"""The timeline on the page: the chart, the part of it in view, its table twin, the key to its marks.

Lives here: what a click or a zoom does, and drawing. Must not live here: where each event stands
(`components.timeline_layout`), its picture (`components.timeline_figure`), choosing the events (`data.query`), or what
is said of one (`components.event_panel`).

The part in view is the one the chart opens with (`components.timeline_layout.opening`) until a part is asked for by
hand, which the session keeps: a filter, another language or another page does not lose it. Streamlit does not tell it,
so a small component watches the chart and hands back the days after each zoom; the chart is then drawn anew for them,
with the labels, ticks and single events that there is room for now.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from components import chrome, events, state, text, theme
from components.timeline_figure import height, ring_css, timeline_figure
from components.timeline_layout import (
    DAY,
    GROUP,
    ROOM,
    Days,
    Span,
    TimelineInfo,
    axis,
    days_in,
    opened,
    opening,
    opens,
    timeline_info,
)
from data.query import Filters, Index

if TYPE_CHECKING:
    import plotly.graph_objects as go

__all__ = [
    "TimelineInfo", "height", "legend_html", "render", "render_hint", "render_table", "ring_css",
    "table_info", "timeline_figure", "timeline_info",
]  # fmt: skip

WATCHER = Path(__file__).resolve().parent / "static" / "zoom.js"
_ROOM = "_timeline_room"
_WINDOW, _WHOLE, _SERIAL, _FOLLOWED = "_timeline_window", "_timeline_whole", "_timeline_serial", "_timeline_followed"
_OPENING = "_timeline_opening"  # the part it opens with, moved where a selected event lies outside
CLOSEST = DAY  # the least that is shown
# until a narrow window has said how wide the chart is, its words would cover each other
UNMEASURED = (
    "<style>@media(max-width:640px){.st-key-timeline .textpoint,.st-key-timeline .xtick,"
    ".st-key-timeline .annotation{visibility:hidden}}</style>"
)


# the part in view


def window() -> Span | None:
    """The part of the axis in view; None for all of it."""
    asked = _WINDOW in st.session_state  # by hand, be it for all
    found: Span | None = st.session_state.get(_WINDOW if asked else _OPENING)
    return found


def fit(part: Span, whole: Span) -> Span | None:
    """A part asked for, the whole axis → the part within it, at least `CLOSEST`; None where that is (almost) all."""
    low, high = min(part), max(part)
    if high - low < CLOSEST:
        middle = low + (high - low) / 2
        low, high = middle - CLOSEST / 2, middle + CLOSEST / 2
    length = min(high - low, whole[1] - whole[0])
    low = min(max(low, whole[0]), whole[1] - length)
    return None if length >= (whole[1] - whole[0]) * 0.98 else (low, low + length)


def _look(part: Span | None) -> None:
    whole = st.session_state.get(_WHOLE)
    st.session_state[_WINDOW] = fit(part, axis(whole)) if part and whole else None


def _zoomed() -> None:
    """The chart was zoomed by hand: it says from when to when, or that all is asked for."""
    days = st.session_state["timeline-zoom"].days
    try:
        _look((_moment(days[0]), _moment(days[1])) if days and len(days) == 2 else None)
    except ValueError:
        _look(None)


def _measured() -> None:
    """The chart's width, as the browser found it, is another than what was assumed."""
    pixels = st.session_state["timeline-zoom"].room
    if isinstance(pixels, int | float) and 100 <= pixels <= 10_000:
        st.session_state[_ROOM] = float(pixels)


def _moment(stamp: Any) -> dt.datetime:
    """ "2025-03-01 12:00:00.1234", with or without a time → the moment. Raises ValueError for anything else."""
    return dt.datetime.fromisoformat(str(stamp)[:19].strip())


def _look_again() -> None:
    """Show what the chart opens with."""
    st.session_state.pop(_WINDOW, None)


def _scale(factor: float, event_day: dt.datetime | None) -> None:
    """Show a part of other length: about the selected event where it is in view, else about the middle."""
    whole = st.session_state.get(_WHOLE)
    if not whole:
        return
    low, high = window() or axis(whole)
    centre = event_day if event_day and low <= event_day <= high else low + (high - low) / 2
    _look((centre - (high - low) * factor / 2, centre + (high - low) * factor / 2))


def _clicked() -> None:
    points = st.session_state["timeline"].selection.points
    ref = points[0].get("customdata", [""])[0] if points else ""
    if not ref.startswith(f"{GROUP}|"):
        if ref:
            state.select("event", ref)
        return
    _, first, last, event_id = ref.split("|", 3)
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    whole = st.session_state.get(_WHOLE)
    shown = window() or (axis(whole) if whole else None)
    if shown and opens(*days, shown):
        _look(opened(*days))
    else:  # as open as it gets
        state.select("event", event_id)


def _event_day(index: Index, event_id: str | None) -> dt.datetime | None:
    """The middle of an event's days; None without one."""
    event = index.event.get(event_id or "")
    if event is None or event["date_from"] is None:
        return None
    first = dt.datetime.combine(event["date_from"].date(), dt.time())
    last = dt.datetime.combine((event["date_to"] or event["date_from"]).date(), dt.time()) + DAY
    return first + (last - first) / 2


def _opening(index: Index, frame: pd.DataFrame, whole: Days | None) -> Span | None:
    days = opening(index, frame, whole) if whole else None
    return fit(axis(days), axis(whole)) if days and whole else None


def _settle(index: Index, frame: pd.DataFrame, asked: Filters, event_id: str | None) -> tuple[Days | None, Span | None]:
    """Filters, what they leave, selected event → first and last day of the axis, the part it opens with.

    The part in view follows all of them; an event that filters hide is followed once they let it through.
    """
    session = st.session_state
    whole = asked.period or state.bounds()
    if session.get(_WHOLE) != whole:
        session[_WHOLE] = whole
        session.pop(_WINDOW, None)
    key = (index.corpus.fingerprint, asked, whole)
    first = state.memo("timeline-opening", key, lambda: _opening(index, frame, whole))
    if state.changed("timeline-opening", key):
        session[_OPENING] = first
        if _WINDOW not in session:
            session.pop(_FOLLOWED, None)
    day = _event_day(index, event_id)
    if event_id == session.get(_FOLLOWED) or (day and event_id not in frame["event_id"].array):
        return whole, first
    session[_FOLLOWED] = event_id
    now = window()
    if now and day and not now[0] <= day <= now[1]:  # stepped out of view
        half = (now[1] - now[0]) / 2
        if _WINDOW in session:
            _look((day - half, day + half))
        elif first and whole:
            session[_OPENING] = first if first[0] <= day <= first[1] else fit((day - half, day + half), axis(whole))
    return whole, first


# on the page


@cache
def _watcher() -> Any:
    return st.components.v2.component("hotline_zoom", js=WATCHER.read_text(encoding="utf-8"))


def render(index: Index, frame: pd.DataFrame, lang: str, event_id: str | None, asked: Filters) -> None:
    """Draw the chart with the selected event ringed; a click selects an event or opens a count.

    `frame` holds what `asked` leaves: as long as both are the same, the figure is not made again.
    """
    mode = theme.mode()
    colours = theme.palette(mode)
    whole, first = _settle(index, frame, asked, event_id)
    room = st.session_state.get(_ROOM, ROOM)

    def make() -> tuple[TimelineInfo, go.Figure]:
        serial = st.session_state.get(_SERIAL, 0) + 1
        st.session_state[_SERIAL] = serial
        info = timeline_info(index, frame, lang, whole, window(), room, first)
        return info, timeline_figure(info, colours, serial)

    key = (index.corpus.fingerprint, asked, lang, mode, whole, window(), room)
    info, figure = state.memo("timeline", key, make)
    st.html(ring_css(info, event_id, colours) + ("" if _ROOM in st.session_state else UNMEASURED))
    tools = st.container(key="timeline-tools", horizontal=True, gap="small", vertical_alignment="center")
    with st.container(key="timeline-card"):
        st.plotly_chart(
            figure,
            key="timeline",
            theme=None,
            on_select=_clicked,
            selection_mode="points",
            alt=info.alt,
            config={
                "displaylogo": False,
                "showTips": False,
                "doubleClick": False,  # the watcher asks for the whole instead
                "modeBarButtonsToRemove": [
                    "select2d", "lasso2d", "autoScale2d", "toImage", "zoomIn2d", "zoomOut2d", "resetScale2d",
                ],
                "locale": lang,
            },
        )  # fmt: skip
    chrome.ahead()
    with tools:
        _tools(info, lang, _event_day(index, event_id))
    _watcher()(key="timeline-zoom", data={"room": room}, on_days_change=_zoomed, on_room_change=_measured, height=1)


def _tools(info: TimelineInfo, lang: str, event_day: dt.datetime | None) -> None:
    """Nearer, further, all of it: the zoom for those without a mouse, and the days in view."""
    shown = info.shown
    for name, icon, factor in (("nearer", ":material/zoom_in:", 0.5), ("further", ":material/zoom_out:", 2.0)):
        st.button(
            text.t(f"timeline.{name}", lang),
            key=f"timeline-{name}",
            icon=icon,
            type="tertiary",
            disabled=shown is None or (name == "further" and shown == info.whole),
            on_click=_scale,
            args=(factor, event_day),
        )
    if shown == info.whole and st.session_state.get(_OPENING):
        st.button(
            text.t("timeline.main", lang), key="timeline-whole", icon=":material/fit_width:", type="tertiary",
            on_click=_look_again,
        )  # fmt: skip
    else:
        st.button(
            text.t("timeline.whole", lang), key="timeline-whole", icon=":material/fit_width:", type="tertiary",
            disabled=shown is None or shown == info.whole, on_click=_look, args=(None,),
        )  # fmt: skip
    if shown and shown != info.whole:
        days = text.days(*days_in(shown), "range", lang, "medium")
        st.html(f'<p class="hl-note" role="status">{text.html(days)}</p>', width="content")


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
            t("timeline.col_status", lang): [events.status(row, lang) for row in rows],
            t("timeline.col_articles", lang): [int(row["n_articles"]) for row in rows],
            t("timeline.col_differs", lang): [bool(index.differs[index.event_row[row["event_id"]]]) for row in rows],
        }
    )


def render_table(index: Index, frame: pd.DataFrame, lang: str, asked: Filters) -> None:
    """Draw the table twin of the chart, made when it is opened; a row, by mouse or keyboard, selects its event."""
    ids = list(frame["event_id"])

    def chosen() -> None:
        rows = st.session_state["timeline-table"].selection.rows
        if rows and rows[0] < len(ids):
            state.select("event", ids[rows[0]])

    box = st.expander(text.t("timeline.table", lang, n=len(ids)), key="timeline-table-box", on_change="rerun")
    if box.open:
        key = (index.corpus.fingerprint, asked, lang)
        with box:
            st.dataframe(
                state.memo("timeline-table", key, lambda: table_info(index, frame, lang)),
                key="timeline-table",
                hide_index=True,
                on_select=chosen,
                selection_mode="single-row",
                height=min(38 + 35 * max(len(ids), 1), 360),
            )
