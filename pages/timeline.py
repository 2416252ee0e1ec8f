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
    if left.empty:
        filters.empty(index, asked)
    else:
        info = timeline.timeline_info(index, left, lang, timeline.window())
        timeline.render(info, event_id)
        timeline.render_table(index, left, lang)
    if event_id in index.event:
        event_panel.render(index, left, event_id, lang)
    elif not left.empty:
        timeline.render_hint(lang)
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
