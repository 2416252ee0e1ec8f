"""Topics: when each was touched, the story of one in the articles' words, two compared."""

import streamlit as st

from components import cached, chrome, filters, state, topic_story
from components.text import t
from data.query import apply_filters
from data.search import find_articles
from data.topics_story import find_passages, within

index, lang = cached.index(), state.lang()
asked = state.filters()
left = apply_filters(index, asked)
key = (index.corpus.fingerprint, asked)


@st.fragment
def body() -> None:
    """Chart, choice and story: a click reruns only this."""
    articles = find_articles(index.corpus, left, asked)["article_id"].tolist()
    passages = state.memo("passages", key, lambda: within(find_passages(index, articles), asked))
    topic_story.render(index, passages, lang)
    state.push(selections=("story", "versus"), options=("acts",))


chrome.heading(t("page.topics", lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if len(index.corpus.articles):
    filters.chips(index, asked, len(left))
    body()
else:
    state.push(selections=())
