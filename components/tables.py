"""Tables: the actors and ties of the network, who connects the sides, ways, files; and the list of articles.

Lives here: frames of a view → frames as shown, and their widgets. Must not live here: counting (`data.graph`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components import actor_panel, cached, network, state
from components.text import DAY_IN_TABLES, html, label, markdown, t
from data import graph
from data.query import Index


def _names(index: Index, ids: Sequence[str], lang: str) -> list[str]:
    return [label(index.actor.get(one), lang, one) for one in ids]


def tie_table(index: Index, ties: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Ties → the table as shown, same rows: source, kind, target, sentences, articles, first and last day."""
    return pd.DataFrame(
        {
            "source": _names(index, ties["source"].tolist(), lang),
            "kind": [t(f"tie_kind.{kind}", lang) for kind in ties["kind"]],
            "target": _names(index, ties["target"].tolist(), lang),
            "n_sentences": ties["n_sentences"].to_numpy(),
            "n_articles": ties["n_articles"].to_numpy(),
            "date_from": ties["date_from"].to_numpy(),
            "date_to": ties["date_to"].to_numpy(),
        }
    )


def actor_table(index: Index, ranking: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Who connects the sides → the table as shown, same rows: name, side, office and the measures."""
    rows = [index.actor.get(actor_id) for actor_id in ranking["actor_id"]]
    offices = [(row["office_it"] if lang == "it" else None) or row["office"] or "" if row else "" for row in rows]
    return pd.DataFrame(
        {
            "name": _names(index, ranking["actor_id"].tolist(), lang),
            "side": [t(f"side.{row['side']}", lang) if row else "" for row in rows],
            "office": offices,
            "between": ranking["between"].to_numpy(),
            "betweenness": ranking["betweenness"].to_numpy(),
            "neighbours": ranking["neighbours"].to_numpy(),
            "sides": ranking["sides"].to_numpy(),
            "n_sentences": ranking["n_sentences"].to_numpy(),
        }
    )


_SHARES = ("between", "betweenness")
_DAYS = ("date_from", "date_to")


def _columns(frame: pd.DataFrame, lang: str) -> dict[str, Any]:
    config: dict[str, Any] = {}
    for name in frame.columns:
        words, hint = t(f"network.{name}", lang), f"network.{name}_help"
        explained = t(hint, lang) if name in (*_SHARES, "neighbours", "sides") else None
        if name in _SHARES:
            config[name] = st.column_config.ProgressColumn(
                words, help=explained, format="percent", min_value=0, max_value=1
            )
        elif name in _DAYS:
            config[name] = st.column_config.DateColumn(words, format=DAY_IN_TABLES[lang])
        elif frame[name].dtype == "str":
            config[name] = st.column_config.TextColumn(words)
        else:
            config[name] = st.column_config.NumberColumn(words, help=explained)
    return config


def _chosen(key: str, kind: str, ids: Sequence[str]) -> None:
    for row in st.session_state[key]["selection"]["rows"]:
        if row < len(ids):
            network.pick(kind, ids[row])


def _table(frame: pd.DataFrame, key: str, kind: str, ids: Sequence[str], lang: str) -> None:
    st.dataframe(
        frame, hide_index=True, key=key, column_config=_columns(frame, lang), selection_mode="single-row",
        on_select=lambda: _chosen(key, kind, ids), height=min(37 + 35 * max(len(frame), 1), 400),
        alt=t("network.table_hint", lang),
    )  # fmt: skip


def _end(name: str) -> None:
    state.select(name, st.session_state[f"_way-{name}"])


def _way(index: Index, view: graph.View, lang: str) -> None:
    """The way between two actors, who stand in the address as `from` and `to`."""
    ids = sorted({*view.ties["source"], *view.ties["target"]}, key=lambda a: _names(index, [a], lang)[0].casefold())
    ends: list[str | None] = []
    for column, name in zip(st.columns(2), ("from", "to"), strict=True):
        asked = state.selected(name)
        st.session_state[f"_way-{name}"] = asked if asked in ids else None
        ends.append(
            column.selectbox(
                t(f"network.{name}", lang), ids, index=None, key=f"_way-{name}", placeholder="",
                format_func=lambda a: _names(index, [a], lang)[0], on_change=_end, args=(name,),
            )
        )  # fmt: skip
        if asked and asked not in ids:
            st.warning(t("network.unknown_end", lang, value=markdown(asked)))
    source, target = ends
    if source is None or target is None:
        return
    way = graph.path_between(view.ties, source, target)
    if not way:
        st.info(t("network.no_path", lang))
        return
    steps = actor_panel.way_html(index, view, way, lang)
    st.html(f'<div class="hl-panel">{steps}</div>')


def _files(index: Index, view: graph.View, lang: str) -> None:
    actors = index.corpus.actors
    with st.container(horizontal=True):
        for name, make, mime in (
            ("GraphML", graph.to_graphml, "application/xml"),
            ("GEXF", graph.to_gexf, "application/xml"),
            ("CSV", graph.to_csv, "text/csv"),
        ):
            st.download_button(
                name, lambda make=make: make(actors, view.shown), f"network.{name.lower()}", mime,  # type: ignore[misc]
                key=f"download-{name}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
    st.caption(html(t("network.download_hint", lang)))


def render(index: Index, view: graph.View) -> None:
    """Draw the tables of a view: ties, actors with their measures, the way between two, files."""
    lang = state.lang()
    names = [t(f"network.{name}", lang) for name in ("ranking", "tie_table", "path", "downloads")]
    asked = state.selected("from") and state.selected("to")
    actors, ties, way, files = st.tabs(names, default=names[2] if asked else names[0])
    with actors:
        ranking = cached.ranking(index.corpus.actors, view.shown, index.corpus.fingerprint)
        st.caption(t("network.between_help", lang) + " " + t("network.table_hint", lang))
        _table(actor_table(index, ranking, lang), "actor-table", "actor", ranking["actor_id"].tolist(), lang)
    with ties:
        st.caption(t("network.table_hint", lang))
        ids = [graph.tie_id(*row) for row in view.shown[["source", "kind", "target"]].itertuples(index=False)]
        _table(tie_table(index, view.shown, lang), "tie-table", "tie", ids, lang)
    with way:
        _way(index, view, lang)
    with files:
        _files(index, view, lang)


# ---------------------------------------------------------------- articles

LISTED = ("published", "title", "outlet", "language", "n_events", "n_quotes", "n_words")


def article_table(found: pd.DataFrame, lang: str) -> pd.DataFrame:
    """Articles of a view → the list as shown, same rows; with the words found, if words were searched for."""
    names = [*LISTED[:2], "snippet", *LISTED[2:]] if bool((found["at"] >= 0).any()) else list(LISTED)
    frame = found[names].copy()
    frame["language"] = [t(f"language.{code}", lang) for code in found["language"]]
    return frame


def _open_article(found: pd.DataFrame) -> None:
    for row in st.session_state["article-list"]["selection"]["rows"]:
        if row < len(found):
            open_article(found["article_id"].iloc[row], int(found["at"].iloc[row]))


def open_article(article_id: str | None, at: int = -1) -> None:
    """Select an article, and the place in it when `at` is one; None closes it. For callbacks."""
    state.select("article", article_id)
    state.select("at", str(at) if article_id is not None and at >= 0 else None)


def render_articles(found: pd.DataFrame) -> None:
    """Draw the list of articles with a facet for the language; a row opens its article."""
    lang = state.lang()
    if found.empty:
        st.info(t("articles.search_none", lang))
        return
    languages = found["language"].value_counts()
    if len(languages) > 1:
        wanted = st.pills(
            t("articles.language", lang),
            sorted(languages.index),
            key="articles-language",
            selection_mode="multi",
            format_func=lambda code: f"{t(f'language.{code}', lang)} :small[{languages[code]}]",
        )
        found = found[found["language"].isin(wanted)].reset_index(drop=True) if wanted else found
    st.caption(t("articles.found", lang, n=len(found)))
    table = article_table(found, lang)
    config: dict[str, Any] = {name: st.column_config.TextColumn(t(f"articles.{name}", lang)) for name in table.columns}
    config["published"] = st.column_config.DateColumn(t("articles.published", lang), format=DAY_IN_TABLES[lang])
    config["title"] = st.column_config.TextColumn(t("articles.title", lang), width="large")
    for name in ("n_events", "n_quotes", "n_words"):
        config[name] = st.column_config.NumberColumn(t(f"articles.{name}", lang))
    st.dataframe(
        table, hide_index=True, key="article-list", column_config=config, selection_mode="single-row",
        on_select=lambda: _open_article(found), height=min(37 + 35 * len(table), 640), alt=t("articles.alt", lang),
    )  # fmt: skip
