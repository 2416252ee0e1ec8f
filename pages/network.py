"""The network: who is tied to whom between the sides, and the sentences behind it."""

import streamlit as st

from components import actor_panel, cached, chrome, filters, network, state, tables
from components.text import t
from data.graph import build_view
from data.query import apply_filters

index, whole, lang = cached.index(), cached.network(), state.lang()
asked = state.filters()
left = apply_filters(index, asked)


def body() -> None:
    """Chart, panels and tables: a click reruns only this, and so does each month while they are played."""
    network.play(whole.months)
    if not network.playing_now():  # a play is one step of the browser's history
        state.push(selections=("person", "tie", "window", "from", "to"), options=("ties", "steps"))
    person, tie, window = state.selected("person"), state.selected("tie"), network.window(whole.months)
    steps = {"1": 1, "2": 2}.get(state.option("steps")[0])
    kinds = state.option("ties")
    key = (index.corpus.fingerprint, asked, kinds, steps and (person, steps), window)  # a click changes none of it
    view = state.memo(
        "network-view", key, lambda: build_view(index.corpus, whole, left, asked, kinds, person, steps, window)
    )
    chart, panel = st.columns([5, 3], gap="medium")
    with panel, st.container(key="network-panel"):  # first, so that the evidence is there before the picture is redrawn
        actor_panel.render(index, view, left, asked, person, tie, window)
    with chart:
        network.controls(index, lang)
        network.time_controls(whole.months, len(view.shown), lang)
        info = network.picture(index.corpus.actors, whole.homes, view.shown, (*key, lang), lang, person, tie)
        network.render(info, person, tie)
    tables.render(index, view)


chrome.heading(t("page.network", lang))
chrome.notices(lang)
chrome.problems(index.corpus, lang)
if len(index.corpus.articles):
    filters.chips(index, asked, len(left))
    st.fragment(body, run_every=network.pace())()
