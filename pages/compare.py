"""Compare: one event source by source, or all events at once; who covers what, which articles are one text."""

import streamlit as st

from components import cached, checks_view, chrome, coverage, filters, matrix, readouts, state
from components.text import t
from data.query import apply_filters
from data.search import find_articles

index, texts, lang = cached.index(), cached.texts(), state.lang()
asked = state.filters()
left = apply_filters(index, asked)
event_ids = left["event_id"].tolist()


@st.fragment
def body() -> None:
    """The choice and what it shows: a change reruns only this."""
    matrix.switch(lang)
    if state.option("view") == ("coverage",):
        articles = find_articles(index.corpus, left, asked)["article_id"].tolist()
        coverage.render(index, event_ids, articles, texts, lang)
    else:
        matrix.choose(index, event_ids, lang)
        event_id = state.selected("event")
        if event_id in index.event:
            matrix.render(matrix.matrix_info(index, event_id, texts, lang))
            checks_view.render_event(index, event_id, lang)
            readouts.render(index, event_id, lang)
        elif event_ids:
            matrix.render_overview(matrix.overview_info(index, event_ids, texts, lang))
        else:
            filters.empty(index, asked)
    state.push(selections=("event",), options=("view", "sides"))


chrome.heading(t("page.compare", lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if index.n_events:
    filters.chips(index, asked, len(left))
    body()
else:
    chrome.no_events(index.corpus, lang)
    state.push(selections=("event",))
