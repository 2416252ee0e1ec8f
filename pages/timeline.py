"""The start page: the timeline, the event that is selected, and the articles' words on it."""

import streamlit as st

from components import cached, chrome, event_panel, filters, state, timeline
from components.text import t
from data.query import apply_filters

index = cached.index()
lang = state.lang()
asked = state.filters()
left = apply_filters(index, asked)


@st.fragment
def workbench() -> None:
    """Chart, table and panel: a click reruns only this."""
    event_id = state.selected("event")
    chart, panel = st.container(key="workbench-chart"), st.container(key="workbench-panel")

    def draw_panel() -> None:
        with panel:
            if event_id in index.event:
                event_panel.render(index, left, event_id, lang)
            elif not left.empty:
                timeline.render_hint(lang)

    def draw_chart() -> None:
        with chart:
            if left.empty:
                filters.empty(index, asked)
            else:
                timeline.render(index, left, lang, event_id, asked)
                timeline.render_table(index, left, lang, asked)

    if state.changed("event-panel", event_id):  # a click: its words first; else a filter or a zoom: the chart
        draw_panel()
        chrome.ahead()
        draw_chart()
    else:
        draw_chart()
        draw_panel()
    state.push(selections=("event",))


def draw_top() -> None:
    """Everything above the chart."""
    with top:
        chrome.heading(t("page.timeline", lang), timeline.legend_html(lang))
        chrome.notices(lang)
        chrome.problems(index.corpus, lang)
        if index.n_events:
            filters.chips(index, asked, len(left))
        else:
            chrome.no_events(index.corpus, lang)


top = st.container(key="top")
if not state.stays():
    draw_top()
if index.n_events:
    workbench()
else:
    state.push(selections=("event",))
if state.stays():  # a filter: what stands above is there already, the chart is waited for
    draw_top()
