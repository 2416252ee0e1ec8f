"""The start page: the timeline, the event that is selected, and the articles' words on it."""

import time

import streamlit as st

from components import cached, chrome, event_panel, filters, state, timeline
from components.text import t
from data.query import apply_filters

WORDS_AHEAD = 0.03  # seconds: the words are sent and painted while the chart is not yet on its way

index = cached.index()
lang = state.lang()
asked = state.filters()
left = apply_filters(index, asked)


@st.fragment
def workbench() -> None:
    """Chart, table and panel: a click reruns only this."""
    event_id = state.selected("event")
    chart, panel = st.container(key="workbench-chart"), st.container(key="workbench-panel")
    with panel:  # first, so that the words are there before anything else is redrawn
        if event_id in index.event:
            event_panel.render(index, left, event_id, lang)
            time.sleep(WORDS_AHEAD)
        elif not left.empty:
            timeline.render_hint(lang)
    with chart:
        if left.empty:
            filters.empty(index, asked)
        else:
            timeline.render(index, left, lang, event_id, asked)
            timeline.render_table(index, left, lang, asked)
    state.push(selections=("event",))


chrome.heading(t("page.timeline", lang), timeline.legend_html(lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if index.n_events:
    filters.chips(index, asked, len(left))
    workbench()
else:
    chrome.no_events(index.corpus, lang)
    state.push(selections=("event",))
