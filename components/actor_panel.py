"""The panel beside the network: an actor's office, contacts, words and ties, or the sentences a tie rests on.

Lives here: corpus and id → what the panel says → how it is shown. Must not live here: the picture
(`components.network`), counting (`data.graph`) or filters.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import graph
from data.corpus import Corpus


@dataclass(frozen=True)
class Passage:
    """One or more whole sentences of an article, with the words that matter as spans relative to `text`."""

    article_id: str
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]
    speaker: str | None = None
    event_id: str | None = None

    @property
    def at(self) -> int:
        """Where the words that matter begin, as an offset into the article."""
        return self.start + (self.marks[0][0] if self.marks else 0)


@dataclass(frozen=True)
class TieLine:
    """A tie of the actor: its id, kind, the other actor, whether the actor is its target, and its evidence."""

    tie_id: str
    kind: str
    other: str
    inward: bool
    n_sentences: int
    date_from: str
    date_to: str


@dataclass(frozen=True)
class ActorInfo:
    """What is known of one actor in a view; `more_…` count what the lists leave out."""

    actor_id: str
    name: str
    kind: str
    side: str
    office: str
    affiliation: str | None
    known: bool
    events: tuple[str, ...]
    said: tuple[Passage, ...]
    about: tuple[Passage, ...]
    ties: tuple[TieLine, ...]
    more_said: int
    more_about: int


@dataclass(frozen=True)
class TieInfo:
    """One tie and the sentences it rests on; `rules` names the rules that understood them."""

    tie_id: str
    kind: str
    source: str
    target: str
    directed: bool
    date_from: str
    date_to: str
    passages: tuple[Passage, ...]
    rules: tuple[str, ...]


LIMIT = 20  # passages shown before "and more"


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _iso(value: Any) -> str:
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


class _Sentences:
    """The sentences of the articles asked for, to widen a span to whole sentences."""

    def __init__(self, corpus: Corpus) -> None:
        self._texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
        self._rows = dict(iter(corpus.sentences.groupby("article_id")))

    def around(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """A span → the span of the sentences it touches, or itself where there are none."""
        rows = self._rows.get(article_id)
        touched = None if rows is None else rows[(rows["start"] < end) & (rows["end"] > start)]
        if touched is None or touched.empty:
            return start, end
        return min(start, int(touched["start"].min())), max(end, int(touched["end"].max()))

    def passage(
        self,
        article_id: str,
        spans: Sequence[tuple[int, int]],
        speaker: str | None = None,
        event_id: str | None = None,
    ) -> Passage:
        """Spans of one article → the sentences around them with the spans as marks."""
        start, end = self.around(article_id, min(s for s, _ in spans), max(e for _, e in spans))
        marks = tuple(sorted({(s - start, e - start) for s, e in spans}))
        return Passage(article_id, start, self._texts[article_id][start:end], marks, speaker, event_id)


Listed = tuple[tuple[Passage, ...], int]  # the passages shown, and how many more there are


def _said(corpus: Corpus, sentences: _Sentences, actor_id: str, articles: Collection[str]) -> Listed:
    """Words credited to the actor."""
    rows = corpus.quotes[(corpus.quotes["speaker"] == actor_id) & corpus.quotes["article_id"].isin(list(articles))]
    passages = tuple(
        sentences.passage(row["article_id"], [(row["start"], row["end"])], actor_id, _text(row["event_id"]) or None)
        for row in rows.head(LIMIT).to_dict("records")
    )
    return passages, len(rows) - len(passages)


def _about(corpus: Corpus, sentences: _Sentences, actor_id: str, articles: Collection[str]) -> Listed:
    """Words credited to somebody else that name the actor; the names are marked."""
    quotes = corpus.quotes[corpus.quotes["speaker"].notna() & (corpus.quotes["speaker"] != actor_id)]
    names = corpus.mentions[
        (corpus.mentions["actor_id"] == actor_id) & corpus.mentions["article_id"].isin(list(articles))
    ]
    both = quotes.merge(names[["article_id", "start", "end"]], on="article_id", suffixes=("", "_name"))
    both = both[(both["start_name"] >= both["start"]) & (both["end_name"] <= both["end"])]
    places = list(both.groupby(["article_id", "start", "end"]))
    passages = []
    for (article_id, _, _), rows in places[:LIMIT]:
        spans = list(zip(rows["start_name"].tolist(), rows["end_name"].tolist(), strict=True))
        passages.append(sentences.passage(str(article_id), spans, rows["speaker"].iloc[0]))
    return tuple(passages), len(places) - len(passages)


def _tie_lines(ties: pd.DataFrame, actor_id: str) -> tuple[TieLine, ...]:
    rows = ties[(ties["source"] == actor_id) | (ties["target"] == actor_id)]
    return tuple(
        TieLine(
            graph.tie_id(row["source"], row["kind"], row["target"]),
            row["kind"],
            row["target"] if row["source"] == actor_id else row["source"],
            row["target"] == actor_id and row["kind"] in graph.DIRECTED,
            int(row["n_sentences"]),
            _iso(row["date_from"]),
            _iso(row["date_to"]),
        )
        for row in rows.to_dict("records")
    )


def actor_info(
    corpus: Corpus, actor_id: str, ties: pd.DataFrame, events: pd.DataFrame, articles: Collection[str], lang: str = "en"
) -> ActorInfo | None:
    """Corpus, actor, and the ties, events and articles of the view → what the panel says; None for an unknown actor.

    Events by day (undated last), passages in the order of articles and places.
    """
    found = corpus.actors[corpus.actors["actor_id"] == actor_id].to_dict("records")
    if not found:
        return None
    actor = found[0]
    sentences = _Sentences(corpus)
    mine = corpus.participants.loc[corpus.participants["actor_id"] == actor_id, "event_id"]
    held = events[events["event_id"].isin(mine)].sort_values(["date_from", "event_id"], na_position="last")
    said, more_said = _said(corpus, sentences, actor_id, articles)
    about, more_about = _about(corpus, sentences, actor_id, articles)
    office = (_text(actor["office_it"]) if lang == "it" else "") or _text(actor["office"])
    return ActorInfo(
        actor_id=actor_id,
        name=actor["name_it"] if lang == "it" else actor["name"],
        kind=actor["kind"],
        side=actor["side"],
        office=office,
        affiliation=_text(actor["affiliation"]) or None,
        known=bool(actor["known"]),
        events=tuple(held["event_id"]),
        said=said,
        about=about,
        ties=_tie_lines(ties, actor_id),
        more_said=more_said,
        more_about=more_about,
    )


def _ends(corpus: Corpus, article_id: str, span: tuple[int, int], ends: tuple[str, str]) -> list[tuple[int, int]]:
    names = corpus.mentions[(corpus.mentions["article_id"] == article_id) & corpus.mentions["actor_id"].isin(ends)]
    inside = names[(names["start"] >= span[0]) & (names["end"] <= span[1])]
    return list(zip(inside["start"].tolist(), inside["end"].tolist(), strict=True))


def _evidence(corpus: Corpus, row: Mapping[Any, Any], ends: tuple[str, str]) -> list[tuple[int, int]]:
    """A relation → the words to mark in its sentence: the contact it comes from, and the names of both ends."""
    span = (int(row["start"]), int(row["end"]))
    marks = _ends(corpus, row["article_id"], span, ends)
    told = corpus.reports[
        (corpus.reports["article_id"] == row["article_id"])
        & (corpus.reports["event_id"] == row["event_id"])
        & (corpus.reports["mark_start"] >= span[0])
        & (corpus.reports["mark_end"] <= span[1])
    ]
    return marks + list(zip(told["mark_start"].tolist(), told["mark_end"].tolist(), strict=True))


def tie_info(corpus: Corpus, tie: str, relations: pd.DataFrame) -> TieInfo | None:
    """Corpus, a tie's id and the dated relations of the view → the tie with its sentences; None when there is none.

    Sentences in the order of articles and places, each once.
    """
    parts = graph.split_tie_id(tie)
    if parts is None:
        return None
    source, kind, target = parts
    rows = relations[
        (relations["source"] == source) & (relations["kind"] == kind) & (relations["target"] == target)
    ].drop_duplicates(["article_id", "start"])
    if rows.empty:
        return None
    rows = rows.sort_values(["date_from", "article_id", "start"], na_position="last")
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    passages = []
    for row in rows.to_dict("records"):
        start, end = int(row["start"]), int(row["end"])
        marks = tuple(sorted({(a - start, b - start) for a, b in _evidence(corpus, row, (source, target))}))
        words = texts[row["article_id"]][start:end]
        passages.append(Passage(row["article_id"], start, words, marks, None, _text(row["event_id"]) or None))
    return TieInfo(
        tie, kind, source, target, kind in graph.DIRECTED, _iso(rows["date_from"].min()), _iso(rows["date_to"].max()),
        tuple(passages), tuple(sorted(set(rows["rule"]))),
    )  # fmt: skip
