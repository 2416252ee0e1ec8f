"""Questions to a corpus: the events that filters leave, what each option would leave, what belongs to an event.

Lives here: pure functions from frames to frames, and the index that makes them fast.
Must not live here: anything about widgets, addresses, wording or colours.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.corpus import Corpus
from data.schema import KINDS, STATUSES
from data.span import fold

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[Any]

FACETS = ("topic", "people", "kind", "source", "status")
ALL = (*FACETS, "period", "conflicts", "q")


@dataclass(frozen=True)
class Filters:
    """What an analyst asked for. Within one filter *or*, across filters *and*; empty means all.

    `people` are actor_ids, `source` article_ids or outlet actor_ids, `period` the first and last day (both included).
    An event without any date is left out as soon as a period is set: nothing says that it belongs to it.
    """

    topic: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    period: tuple[dt.date, dt.date] | None = None
    conflicts: bool = False
    q: str = ""

    @property
    def active(self) -> tuple[str, ...]:
        """Names of the filters that are set, in the order of `ALL`."""
        return tuple(name for name in ALL if getattr(self, name))

    def without(self, name: str) -> Filters:
        """The same without one filter. Raises ValueError for a name that is none of `ALL`."""
        if name not in ALL:
            raise ValueError(f"no filter {name!r}; the filters are {', '.join(ALL)}")
        return replace(self, **{name: getattr(Filters(), name)})


@dataclass(frozen=True)
class Facet:
    """Pairs (event row, option number) of one filter, and its options in order."""

    options: tuple[str, ...]
    event: Rows
    option: Rows

    @cached_property
    def number(self) -> dict[str, int]:
        """Option → its number."""
        return {option: i for i, option in enumerate(self.options)}

    def mask(self, wanted: Iterable[str], n_events: int) -> Mask:
        """Events that have at least one of the wanted options; an unknown option has none."""
        numbers = [self.number[option] for option in wanted if option in self.number]
        mask = np.zeros(n_events, dtype=np.bool_)
        mask[self.event[np.isin(self.option, numbers)]] = True
        return mask

    def counts(self, base: Mask) -> dict[str, int]:
        """Option → how many of the `base` events have it."""
        found = np.bincount(self.option[base[self.event]], minlength=len(self.options))
        return {option: int(n) for option, n in zip(self.options, found, strict=True)}


def _facet(events: dict[str, int], pairs: pd.DataFrame, options: Iterable[str] | None = None) -> Facet:
    """Pairs of the columns event_id and option → the facet, without doubles, with events of the corpus only."""
    pairs = pairs.dropna().drop_duplicates()
    pairs = pairs[pairs["event_id"].isin(events)]
    order = tuple(sorted(pairs["option"].unique())) if options is None else tuple(options)
    number = {option: i for i, option in enumerate(order)}
    pairs = pairs[pairs["option"].isin(number)]
    return Facet(
        order,
        pairs["event_id"].map(events).to_numpy(dtype="int64"),
        pairs["option"].map(number).to_numpy(dtype="int64"),
    )


_BY_CHECK = ("check_values", "check_claims")


@dataclass(frozen=True)
class Index:
    """What is worked out once per corpus: facets, days, searchable words, rows by event and by article."""

    corpus: Corpus
    facets: Mapping[str, Facet]
    day_from: npt.NDArray[np.datetime64]
    day_to: npt.NDArray[np.datetime64]
    differs: Mask
    words: tuple[str, ...]
    speakers: tuple[str, ...]
    _groups: dict[tuple[str, str], dict[str, Rows]] = field(default_factory=dict, repr=False)

    @property
    def n_events(self) -> int:
        return len(self.corpus.events)

    @cached_property
    def event_row(self) -> dict[str, int]:
        """event_id → its row in `events`."""
        return {event_id: i for i, event_id in enumerate(self.corpus.events["event_id"])}

    def rows(self, table: str, column: str, value: str) -> pd.DataFrame:
        """The rows of `table` whose `column` is `value`, in the table's order, with a fresh RangeIndex."""
        frame: pd.DataFrame = getattr(self.corpus, table)
        known = self._groups.get((table, column))
        if known is None:
            grouped = frame.groupby(column, sort=False).indices
            known = {str(key): np.asarray(rows, dtype=np.int64) for key, rows in grouped.items()}
            self._groups[table, column] = known
        return frame.take(known.get(value, np.empty(0, dtype=np.int64))).reset_index(drop=True)

    @cached_property
    def actor(self) -> dict[str, dict[str, Any]]:
        """actor_id → the actor's row; a missing value is None."""
        return _records(self.corpus.actors, "actor_id")

    @cached_property
    def article(self) -> dict[str, dict[str, Any]]:
        """article_id → the article's row; a missing value is None."""
        return _records(self.corpus.articles, "article_id")

    @cached_property
    def place(self) -> dict[str, dict[str, Any]]:
        """place_id → the place's row; a missing value is None."""
        return _records(self.corpus.places, "place_id")

    @cached_property
    def topic(self) -> dict[str, dict[str, Any]]:
        """topic_id → the topic's row."""
        return _records(self.corpus.topics, "topic_id")

    @cached_property
    def event(self) -> dict[str, dict[str, Any]]:
        """event_id → the event's row; a missing value is None."""
        return _records(self.corpus.events, "event_id")

    @cached_property
    def principals(self) -> dict[str, tuple[str, ...]]:
        """event_id → the actors it is about, in the order of the table; all participants where none is a principal."""
        found: dict[str, list[str]] = {}
        others: dict[str, list[str]] = {}
        frame = self.corpus.participants
        for event_id, actor_id, role in zip(frame["event_id"], frame["actor_id"], frame["role"], strict=True):
            (found if role == "principal" else others).setdefault(event_id, []).append(actor_id)
        return {event_id: tuple(found.get(event_id) or others.get(event_id) or ()) for event_id in self.event_row}


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Frame → one dict per row, with None for every missing value."""
    columns = {
        name: [None if missing else value for value, missing in zip(frame[name], frame[name].isna(), strict=True)]
        for name in frame.columns
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _records(frame: pd.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in records(frame)}


def build_index(corpus: Corpus, titles: Mapping[str, str] | None = None) -> Index:
    """Corpus → its index. `titles` (event_id → words) are searched along with passages, quotes and names."""
    events = {event_id: i for i, event_id in enumerate(corpus.events["event_id"])}
    persons = corpus.actors.loc[corpus.actors["kind"] == "person", "actor_id"]
    told = corpus.reports[["event_id", "article_id"]]
    outlets = told.merge(corpus.articles[["article_id", "outlet_id"]], on="article_id")
    ties = corpus.relations[corpus.relations["kind"] != "mentioned_with"]
    people = pd.concat(
        [
            corpus.participants.rename(columns={"actor_id": "option"})[["event_id", "option"]],
            corpus.quotes.rename(columns={"speaker": "option"})[["event_id", "option"]],
            corpus.claims.rename(columns={"said_by": "option"})[["event_id", "option"]],
            ties.rename(columns={"source": "option"})[["event_id", "option"]],
            ties.rename(columns={"target": "option"})[["event_id", "option"]],
        ]
    )
    source = pd.concat(
        [
            told.rename(columns={"article_id": "option"}),
            outlets.rename(columns={"outlet_id": "option"})[["event_id", "option"]],
        ]
    )
    facets = {
        "topic": _facet(events, corpus.event_topics.rename(columns={"topic_id": "option"})[["event_id", "option"]]),
        "people": _facet(events, people[people["option"].isin(persons)]),
        "kind": _facet(events, corpus.events.rename(columns={"kind": "option"})[["event_id", "option"]], KINDS),
        "source": _facet(events, source),
        "status": _facet(events, corpus.events.rename(columns={"status": "option"})[["event_id", "option"]], STATUSES),
    }
    conflicting = set(corpus.checks.loc[corpus.checks["verdict"] == "conflicts", "event_id"].dropna())
    words, speakers = _searchable(corpus, events, titles or {})
    return Index(
        corpus,
        facets,
        corpus.events["date_from"].to_numpy(),
        corpus.events["date_to"].fillna(corpus.events["date_from"]).to_numpy(),
        corpus.events["event_id"].isin(conflicting).to_numpy(dtype=np.bool_),
        words,
        speakers,
    )


def _searchable(
    corpus: Corpus, events: Mapping[str, int], titles: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """For every event the folded words that `q` looks into, and the folded names of those who are quoted on it."""
    text = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    names = dict(zip(corpus.actors["actor_id"], corpus.actors["name"] + " " + corpus.actors["name_it"], strict=True))
    parts: list[list[str]] = [[event_id, titles.get(event_id, "")] for event_id in events]
    speakers: list[list[str]] = [[] for _ in events]
    reports = corpus.reports
    for event_id, article_id, start, end in zip(
        reports["event_id"], reports["article_id"], reports["start"], reports["end"], strict=True
    ):
        if event_id in events and article_id in text:
            parts[events[event_id]].append(text[article_id][start:end])
    quotes = corpus.quotes.dropna(subset=["event_id"])
    for event_id, words, speaker in zip(quotes["event_id"], quotes["text"], quotes["speaker"], strict=True):
        if event_id in events:
            parts[events[event_id]].append(words)
            if isinstance(speaker, str):
                speakers[events[event_id]].append(names.get(speaker, speaker))
    for event_id, actor_id in zip(corpus.participants["event_id"], corpus.participants["actor_id"], strict=True):
        if event_id in events:
            parts[events[event_id]].append(names.get(actor_id, actor_id))
    return tuple(fold("\n".join(p)) for p in parts), tuple(fold("\n".join(s)) for s in speakers)


_TERM = re.compile(r'(speaker:)?(?:"([^"]+)"|(\S+))')


def search_terms(q: str) -> list[tuple[bool, str]]:
    """Search words → (speaker?, folded term) each: `speaker:ushakov "prima linea"` asks for a speaker and a phrase."""
    return [(bool(m[1]), (m[2] or m[3]).strip()) for m in _TERM.finditer(fold(q)) if (m[2] or m[3]).strip('" ')]


def _mask(index: Index, filters: Filters, name: str) -> Mask:
    """Events that one filter leaves."""
    n = index.n_events
    if name in FACETS:
        wanted: tuple[str, ...] = getattr(filters, name)
        return index.facets[name].mask(wanted, n) if wanted else np.ones(n, dtype=np.bool_)
    if name == "period" and filters.period:
        first, last = (np.datetime64(day, "us") for day in filters.period)
        return np.asarray((index.day_from <= last) & (index.day_to >= first), dtype=np.bool_)
    if name == "conflicts" and filters.conflicts:
        return index.differs
    if name == "q" and (terms := search_terms(filters.q)):
        return np.fromiter(
            (
                all(term in (spoken if speaker else words) for speaker, term in terms)
                for words, spoken in zip(index.words, index.speakers, strict=True)
            ),
            dtype=np.bool_,
            count=n,
        )
    return np.ones(n, dtype=np.bool_)


def _masks(index: Index, filters: Filters) -> dict[str, Mask]:
    return {name: _mask(index, filters, name) for name in ALL}


def _all_of(masks: Mapping[str, Mask], n: int, but: str = "") -> Mask:
    result = np.ones(n, dtype=np.bool_)
    for name, mask in masks.items():
        if name != but:
            result &= mask
    return result


def apply_filters(index: Index, filters: Filters) -> pd.DataFrame:
    """Index, filters → the rows of `events` that are left, oldest first, undated last, with a fresh RangeIndex."""
    left = index.corpus.events[_all_of(_masks(index, filters), index.n_events)]
    return left.sort_values(["date_from", "date_to", "event_id"], na_position="last").reset_index(drop=True)


def option_counts(index: Index, filters: Filters) -> dict[str, dict[str, int]]:
    """Filter → option → how many events it would leave, given the other filters (`conflicts`: option "true")."""
    masks = _masks(index, filters)
    counts = {name: index.facets[name].counts(_all_of(masks, index.n_events, but=name)) for name in FACETS}
    others = _all_of(masks, index.n_events, but="conflicts")
    return counts | {"conflicts": {"true": int((others & index.differs).sum())}}


def relaxations(index: Index, filters: Filters) -> list[tuple[tuple[str, ...], int]]:
    """Filters → (filters to drop, events left without them), most events first.

    Each single filter whose removal leaves some; where there is none, each such pair.
    """
    masks = _masks(index, filters)
    for size in (1, 2):
        found = [
            (names, int(_all_of({n: m for n, m in masks.items() if n not in names}, index.n_events).sum()))
            for names in combinations(filters.active, size)
        ]
        if any(left for _, left in found):
            return sorted([pair for pair in found if pair[1]], key=lambda pair: -pair[1])
    return []


def period_bounds(index: Index) -> tuple[dt.date, dt.date] | None:
    """The first and last day any event may fall on; None where no event has a date."""
    events = index.corpus.events
    if bool(events["date_from"].isna().all()):
        return None
    return events["date_from"].min().date(), events["date_to"].fillna(events["date_from"]).max().date()


def excerpts(index: Index, event_id: str) -> pd.DataFrame:
    """Event → one row per passage that tells it: the row of `reports` with `language`, `outlet`, `published`, `text`.

    Ordered by publication (unknown last), article and place. `text` is the sentence as it stands in the article.
    """
    found = index.rows("reports", "event_id", event_id)
    facts = index.corpus.articles[["article_id", "language", "outlet", "published", "published_basis"]]
    found = found.merge(facts, on="article_id", how="left")
    found["text"] = [
        index.article[a]["text"][s:e] for a, s, e in zip(found["article_id"], found["start"], found["end"], strict=True)
    ]
    return found.sort_values(["published", "article_id", "start"], na_position="last", kind="stable").reset_index(
        drop=True
    )


def marks(index: Index, event_id: str) -> pd.DataFrame:
    """Event → the exact words behind it: article_id, start, end, layer (event, date, claim, topic, quote), ref.

    `ref` is the claim_id, topic_id or quote_id; empty for event and date. Ordered by article and place, no doubles.
    """
    reports = index.rows("reports", "event_id", event_id)
    dated = reports.dropna(subset=["date_start", "date_end"])
    parts = [
        _layer(reports, "event", "mark_start", "mark_end"),
        _layer(dated, "date", "date_start", "date_end"),
        _layer(index.rows("claims", "event_id", event_id), "claim", ref="claim_id"),
        _layer(index.rows("event_topics", "event_id", event_id), "topic", ref="topic_id"),
        _layer(index.rows("quotes", "event_id", event_id), "quote", ref="quote_id"),
    ]
    found = pd.concat(parts, ignore_index=True).drop_duplicates()
    return found.sort_values(["article_id", "start", "end"], kind="stable").reset_index(drop=True)


def _layer(frame: pd.DataFrame, layer: str, start: str = "start", end: str = "end", ref: str = "") -> pd.DataFrame:
    return pd.DataFrame(
        {
            "article_id": frame["article_id"],
            "start": frame[start].astype("int64"),
            "end": frame[end].astype("int64"),
            "layer": pd.Series([layer] * len(frame), index=frame.index, dtype="str"),
            "ref": frame[ref] if ref else pd.Series([""] * len(frame), index=frame.index, dtype="str"),
        }
    )


@dataclass(frozen=True)
class EventDetail:
    """Everything the corpus holds on one event: its row and the rows of each table that belong to it."""

    event: dict[str, Any]
    participants: pd.DataFrame
    reports: pd.DataFrame
    claims: pd.DataFrame
    quotes: pd.DataFrame
    topics: pd.DataFrame
    relations: pd.DataFrame
    checks: pd.DataFrame
    check_values: pd.DataFrame
    check_claims: pd.DataFrame


def event_detail(index: Index, event_id: str) -> EventDetail:
    """Event → all that belongs to it. Raises ValueError for an event that is not in the corpus."""
    if event_id not in index.event:
        raise ValueError(f"no event {event_id!r} in the corpus")
    checks = index.rows("checks", "event_id", event_id)
    ids = list(checks["check_id"])
    by_check = {
        table: [index.rows(table, "check_id", check_id) for check_id in ids] or [getattr(index.corpus, table).head(0)]
        for table in _BY_CHECK
    }
    return EventDetail(
        index.event[event_id],
        index.rows("participants", "event_id", event_id),
        index.rows("reports", "event_id", event_id),
        index.rows("claims", "event_id", event_id),
        index.rows("quotes", "event_id", event_id),
        index.rows("event_topics", "event_id", event_id),
        index.rows("relations", "event_id", event_id),
        checks,
        *(pd.concat(by_check[table], ignore_index=True) for table in _BY_CHECK),
    )
