"""What is kept between runs: the corpus and its index. The only `st.cache_*` of the project.

Lives here: caching, keyed by the folder's fingerprint, shared by all sessions (nobody may change a frame).
Must not live here: any work of its own.
"""

from __future__ import annotations

import os

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from components import events
from data import Corpus, load_corpus
from data.coverage import Texts, find_copies
from data.folder import fingerprint
from data.graph import Network, build_network, connectors
from data.query import Index, build_index

_LOOKED = "_folder_looked_at"


def folder() -> str:
    """The corpus folder: HOTLINE_CORPUS, else `seeds`."""
    return os.environ.get("HOTLINE_CORPUS") or "seeds"


_underway: dict[str, tuple[int, int]] = {}  # folder → articles read, articles to read


@st.cache_resource(show_spinner=False, max_entries=4)
def _corpus(path: str, key: str) -> Corpus:  # noqa: ARG001  (key: read again when the folder changed)
    try:
        return load_corpus(path, lambda done, total: _underway.update({path: (done, total)}))
    finally:
        _underway.pop(path, None)


def underway() -> tuple[int, int] | None:
    """Articles read and articles to read, while the folder is being read, by whomever; else None."""
    return _underway.get(folder())


@st.cache_resource(show_spinner=False, max_entries=4)
def _index(_corpus: Corpus, path: str, key: str) -> Index:  # noqa: ARG001
    return build_index(_corpus, events.all_titles)


def look() -> None:
    """Look what the folder holds now. Called at the beginning of a run, so that all of it shows the same."""
    path = folder()
    st.session_state[_LOOKED] = (path, fingerprint(path))


def corpus() -> Corpus:
    """The corpus of the folder, as this session last looked at it; as it is now where nobody did."""
    path = folder()
    looked = st.session_state.get(_LOOKED) if get_script_run_ctx(suppress_warning=True) else None
    return _corpus(path, looked[1] if looked and looked[0] == path else fingerprint(path))


@st.cache_resource(show_spinner=False, max_entries=4)
def _network(_corpus: Corpus, path: str, key: str) -> Network:  # noqa: ARG001
    return build_network(_corpus)


def network() -> Network:
    """The network of `corpus()`."""
    frames = corpus()
    return _network(frames, frames.folder, frames.fingerprint)


@st.cache_data(show_spinner=False, max_entries=32)
def ranking(_actors: pd.DataFrame, ties: pd.DataFrame, key: str) -> pd.DataFrame:  # noqa: ARG001
    """Who connects the sides in a view: `connectors` of its ties; `key` is the corpus's fingerprint."""
    return connectors(_actors, ties)


def index() -> Index:
    """The index of `corpus()`."""
    frames = corpus()
    return _index(frames, frames.folder, frames.fingerprint)


@st.cache_resource(show_spinner=False, max_entries=4)
def _texts(_corpus: Corpus, path: str, key: str) -> Texts:  # noqa: ARG001
    return find_copies(dict(zip(_corpus.articles["article_id"], _corpus.articles["text"], strict=True)))


def texts() -> Texts:
    """Which articles of `corpus()` are one text."""
    frames = corpus()
    return _texts(frames, frames.folder, frames.fingerprint)
