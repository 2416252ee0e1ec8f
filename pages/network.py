"""The network: who is tied to whom between the sides, and the sentences behind it.

Lives here: filters → view → chart, panels and tables. Must not live here: counting, drawing, wording.
"""

from __future__ import annotations

import streamlit as st

from components import actor_panel, cached, network, state, tables
from components.text import t
from data.graph import build_view
from data.query import apply_filters


@st.fragment
def body() -> None:
    """Everything that a click changes; runs alone, without the sidebar."""
    index, whole, lang = cached.index(), cached.network(), state.lang()
    corpus, filters = index.corpus, state.filters()
    person, tie = state.selected("person"), state.selected("tie")
    left = apply_filters(index, filters)
    steps = {"1": 1, "2": 2}.get(state.option("steps")[0])
    view = build_view(corpus, whole, left, filters, state.option("ties"), person, steps)
    chart, panel = st.columns([5, 3], gap="medium")
    with chart:
        network.controls(index, lang)
        network.render(network.network_info(corpus.actors, whole.homes, view.shown, lang=lang, person=person, tie=tie))
    with panel:
        actor_panel.render(index, view, left, filters, person, tie)
    with chart:
        tables.render(index, view)
    state.push(selections=("person", "tie"), options=("ties", "steps"))


st.title(t("page.network", state.lang()))
body()
