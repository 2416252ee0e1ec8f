"""The articles: a list to search, and the reader with what was understood in each article."""

import streamlit as st

from components import cached, chrome, filters, reader, state, tables
from components.text import t
from data.query import apply_filters
from data.search import find_articles

index = cached.index()
lang = state.lang()
asked = state.filters()
article_id, place = state.selected("article"), state.selected("at")
at = int(place) if place else None
read = st.fragment(reader.render)
readings = st.fragment(reader.render_readings)

chrome.heading(t("page.articles", lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if article_id in index.article:
    st.button(t("reader.back", lang), icon=":material/arrow_back:", on_click=tables.open_article, args=(None,))
    with st.container(key="reader"):
        text, understood = st.columns([5, 3], gap="large")
        with text:
            read(index, article_id, at)
        with understood, st.container(key="reading"):
            readings(index, article_id, at)
else:
    left = apply_filters(index, asked)
    filters.chips(index, asked, len(left))
    tables.render_articles(find_articles(index.corpus, left, asked))
    state.push(selections=())
