"""What frames every page: script, brand, counts, language switch, filters, notices, problems.

Lives here: the parts of the shell, in the order they are drawn. Must not live here: any page's own content.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.pages_manager import PagesManager

from components import filters as filter_widgets
from components import state, text
from components.text import html, t
from data import Corpus
from data.query import FACETS, Index, records

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

STATIC = Path(__file__).resolve().parent / "static"
SCRIPT = STATIC / "page.js"
ICON = str(STATIC / "icon.svg")
SHOWN_PROBLEMS = 8
AHEAD = 0.06  # seconds: the browser finds the room for a chart, then draws it


def frame(place: DeltaGenerator, lang: str) -> None:
    """Name and width of the page; in its place the page's script, and the button it presses when the system goes dark.

    Nobody sees the button. Charts have the colours of one mode, and Streamlit does not run again by itself.
    """
    st.set_page_config(page_title=t("app.name", lang), page_icon=ICON, layout="wide")
    with place:
        st.html(f"<script>{_script().replace('__LANG__', lang)}</script>", unsafe_allow_javascript=True)
        st.button("◐", key="theme-changed")


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def brand(index: Index, lang: str) -> None:
    """Name and counts at the head of the sidebar."""
    counts = [
        t("count.articles", lang, n=len(index.corpus.articles)),
        t("count.events", lang, n=index.n_events),
        t("count.differ", lang, n=int(index.differs.sum())),
    ]
    name, words = html(t("app.name", lang)), html(" · ".join(counts))
    st.html(f'<p class="hl-brand">{name}</p><p class="hl-note">{words}</p>')


def language_switch(lang: str) -> None:
    """English or Italian."""
    st.segmented_control(
        t("app.language", lang),
        text.LANGUAGES,
        key="lang",
        format_func=lambda code: t(f"app.language_{code}", lang),
        label_visibility="collapsed",
        required=True,
    )


def sidebar(index: Index, pages: Sequence[StreamlitPage], lang: str) -> None:
    """Brand, pages, language and filters. Drawn after the page, whose chart takes longest to arrive."""
    with st.sidebar:
        with st.container(key="brand", gap="small"):
            brand(index, lang)
            with st.container(key="pages", gap=None):
                for page in pages:
                    own = state.PAGE_SELECTIONS.get(page.url_path or "timeline", ())
                    st.page_link(page, width="stretch", query_params=state.current(selections=own))
            language_switch(lang)
        filter_widgets.sidebar(index)


def heading(title: str, aside: str = "") -> None:
    """The page's heading, with HTML of our own at its right.

    Until the entry file has run once, Streamlit runs a file of `pages/` alone when its address is opened first: then
    the page starts again, within its frame.
    """
    if not state.pulled():
        PagesManager.uses_pages_directory = False  # what `st.navigation` sets; there is no public switch
        st.rerun()
    st.html(f'<header class="hl-header"><h1>{html(title)}</h1>{aside}</header>')


def notices(lang: str) -> None:
    """What was wrong with the address, one line each."""
    for key, name, value in state.notices():
        label = t(f"filter.{name}", lang).casefold() if name in FACETS else name
        words = t(key, lang, filter=label, value=value)
        st.html(f'<p class="hl-notice" role="alert"><span aria-hidden="true">⚠</span> {html(words)}</p>')


def ahead() -> None:
    """Let what was asked for reach the browser before it is given anything else to draw."""
    time.sleep(AHEAD)


def problem_words(problem: Mapping[str, Any], lang: str) -> str:
    """A row of problems → one line: the file, what happened to it, why. The reader's own words are English."""
    key = f"problem_code.{problem['code']}"
    why = str(problem["message"]) if lang == "en" or not text.has(key) else t(key, lang)
    if not problem["file"] or why.startswith(problem["file"]):
        return why
    severity = t(f"problem.{problem['severity']}", lang)
    return f"{problem['file']} ({severity}): {why}"


def problems(corpus: Corpus, lang: str) -> None:
    """Files that were left out or read in part, as a message; nothing where there are none."""
    rows = [row for row in records(corpus.problems) if row["severity"] in ("error", "warning")]
    if not rows and len(corpus.articles):
        return
    lines = [problem_words(row, lang) for row in rows]
    items = "".join(f"<li>{html(line)}</li>" for line in lines[:SHOWN_PROBLEMS])
    if len(lines) > SHOWN_PROBLEMS:
        items += f"<li>{html(t('problem.more', lang, n=len(lines) - SHOWN_PROBLEMS))}</li>"
    nothing = not len(corpus.articles)
    title = t("problem.nothing" if nothing else "problem.heading", lang)
    hint = f"<p>{html(t('problem.nothing_hint', lang, folder=corpus.folder))}</p>" if nothing else ""
    listed = f"<ul>{items}</ul>" if items else ""
    if nothing:
        st.html(f'<section class="hl-problems" role="alert"><h2>{html(title)}</h2>{hint}{listed}</section>')
    else:
        st.html(f'<details class="hl-problems"><summary>{html(title)} ({len(rows)})</summary>{listed}</details>')


def no_events(corpus: Corpus, lang: str) -> None:
    """Say that articles were read but no contact was found in them."""
    if len(corpus.articles):
        st.html(
            f'<section class="hl-problems"><h2>{html(t("problem.no_events", lang))}</h2>'
            f"<p>{html(t('problem.no_events_hint', lang))}</p></section>"
        )
