"""The corpus: all tables of a folder of articles, checked; taken from the cache, or read.

Lives here: the tables together, and where they come from. Must not live here: how they are made (`data.build`).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass, fields

import pandas as pd

from data import schema
from data.cache import load_tables, save_tables
from data.folder import fingerprint

Progress = Callable[[int, int], None]  # articles done, articles in all


@dataclass(frozen=True)
class Corpus:
    """The tables of `data.schema`, one frame each, checked. `fingerprint` changes when the folder's content does."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    actors: pd.DataFrame
    roles: pd.DataFrame
    mentions: pd.DataFrame
    date_mentions: pd.DataFrame
    events: pd.DataFrame
    participants: pd.DataFrame
    reports: pd.DataFrame
    claims: pd.DataFrame
    quotes: pd.DataFrame
    topics: pd.DataFrame
    topic_mentions: pd.DataFrame
    event_topics: pd.DataFrame
    places: pd.DataFrame
    relations: pd.DataFrame
    checks: pd.DataFrame
    check_values: pd.DataFrame
    check_claims: pd.DataFrame
    problems: pd.DataFrame
    folder: str
    fingerprint: str

    def __post_init__(self) -> None:
        for name in schema.TABLES:
            schema.check(name, getattr(self, name))

    def tables(self) -> dict[str, pd.DataFrame]:
        """Table name → frame, in the order of the declaration."""
        return {name: getattr(self, name) for name in schema.TABLES}


assert {f.name for f in fields(Corpus)} == {*schema.TABLES, "folder", "fingerprint"}


def load_corpus(folder: str | os.PathLike[str], progress: Progress | None = None, workers: int | None = None) -> Corpus:
    """A folder of articles → its corpus. Never raises for a bad folder or file: they become rows of `problems`.

    What an earlier call read and has not changed comes from the cache. `progress(done, all)` is called while articles
    are read; `workers` is the number of processes (by default one for few articles, else one for each core).
    """
    name, mark = os.fspath(folder), fingerprint(folder)
    if (kept := load_tables(mark)) is not None:
        with contextlib.suppress(ValueError):  # tables that are not as declared are no tables
            return Corpus(**kept, folder=name, fingerprint=mark)
    from data.build import read_tables  # here, because a folder that was read before needs none of the extractors

    corpus = Corpus(**read_tables(folder, progress, workers), folder=name, fingerprint=mark)
    save_tables(mark, corpus.tables())
    return corpus
