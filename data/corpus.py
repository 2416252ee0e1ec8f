"""The corpus: all tables of a folder of articles, built and checked.

Lives here: putting the stages together. Must not live here: reading files, rules, or merging.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields

import pandas as pd

from data import schema


@dataclass(frozen=True)
class Corpus:
    """The tables of `data.schema`, one frame each, checked. `fingerprint` changes when the folder's content does."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    actors: pd.DataFrame
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


def load_corpus(folder: str | os.PathLike[str]) -> Corpus:
    """Folder of articles → corpus. Not there yet."""
    raise NotImplementedError(folder)
