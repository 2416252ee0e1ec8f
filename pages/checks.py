"""Checks: everything that was worked out, with its arithmetic and the words it rests on."""

import streamlit as st

from components import cached, checks_view, chrome, filters, state
from components.text import t
from data.query import apply_filters
from data.search import find_articles

index, lang = cached.index(), state.lang()
asked = state.filters()
left = apply_filters(index, asked)


@st.fragment
def body() -> None:
    """Filters by verdict and kind, and the checks they leave."""
    chosen = state.option("verdicts"), state.option("checks")
    articles = find_articles(index.corpus, left, asked)["article_id"].tolist()
    checks_view.render(checks_view.checks_info(index, left["event_id"].tolist(), lang, *chosen, articles))
    state.push(selections=(), options=("verdicts", "checks"))


chrome.heading(t("page.checks", lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if not index.n_events:
    chrome.no_events(index.corpus, lang)
    state.push(selections=())
elif left.empty:
    filters.chips(index, asked, len(left))
    filters.empty(index, asked)
    state.push(selections=())
else:
    filters.chips(index, asked, len(left))
    body()
