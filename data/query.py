"""Questions to a corpus: the events that filters leave, what each option would leave, what belongs to an event.

Lives here: pure functions from frames to frames, and the index that makes them fast.
Must not live here: anything about widgets, addresses, wording or colours.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from data.corpus import Corpus
from data.lexicon import load_offices
from data.schema import KINDS, STATUSES
from data.span import fold

Mask = npt.NDArray[np.bool_]
Rows = npt.NDArray[Any]

FACETS = ("topic", "people", "kind", "source", "status")
ALL = (*FACETS, "period", "conflicts", "q")
LANES = ("leaders_calls", "leaders_meetings", "envoys", "other")  # of the timeline


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

    @cached_property
    def used(self) -> frozenset[str]:
        """The options that at least one event has."""
        return frozenset(self.options[i] for i in np.unique(self.option))

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


@cache
def _leader_words() -> tuple[str, ...]:
    """Titles and labels of the offices of the first rank: heads of state and government."""
    offices = [o for o in load_offices() if o.rank == 1]
    return tuple({fold(w) for o in offices for w in (o.label_en, o.label_it, *o.titles_en, *o.titles_it) if w})


def is_leader(actor: Mapping[str, Any] | None) -> bool:
    """Whether an actor is a person whose office is of the first rank: its words begin with such an office's title.

    "President of the United States", "primo ministro": yes. "Vice president", "President's envoy", "Kremlin aide": no.
    """
    if actor is None or actor["kind"] != "person" or not actor["office"]:
        return False
    office = fold(actor["office"])
    return any(
        office.startswith(word) and not (rest := office[len(word) :])[:1].isalnum() and rest[:1] not in ("'", "-")
        for word in _leader_words()
    )


@dataclass(frozen=True)
class Index:
    """What is worked out once per corpus: facets, days, searchable words, rows by event and by article."""

    corpus: Corpus
    facets: Mapping[str, Facet]
    day_from: npt.NDArray[np.datetime64]
    day_to: npt.NDArray[np.datetime64]
    differs: Mask
    titles: Callable[[Index], Mapping[str, str]]
    _groups: dict[tuple[str, str], dict[str, Rows]] = field(default_factory=dict, repr=False)
    _records: dict[str, list[dict[str, Any]]] = field(default_factory=dict, repr=False)

    @property
    def n_events(self) -> int:
        return len(self.corpus.events)

    @cached_property
    def searched(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """For each event the folded words that `q` looks into, and the folded names of those who are quoted on it."""
        return _searchable(self.corpus, self.event_row, self.titles(self))

    @cached_property
    def event_row(self) -> dict[str, int]:
        """event_id → its row in `events`."""
        return {event_id: i for i, event_id in enumerate(self.corpus.events["event_id"])}

    @cached_property
    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """The first and last day any event may fall on; None where no event has a date."""
        events = self.corpus.events
        if bool(events["date_from"].isna().all()):
            return None
        return events["date_from"].min().date(), events["date_to"].fillna(events["date_from"]).max().date()

    @cached_property
    def in_time(self) -> Rows:
        """The rows of `events`, oldest first, undated last."""
        keys = ["date_from", "date_to", "event_id"]
        return self.corpus.events.sort_values(keys, na_position="last").index.to_numpy()

    def _places(self, table: str, column: str) -> dict[str, Rows]:
        """Value of the column → the places of its rows."""
        known = self._groups.get((table, column))
        if known is None:
            grouped = getattr(self.corpus, table).groupby(column, sort=False).indices
            known = {str(key): np.asarray(rows, dtype=np.int64) for key, rows in grouped.items()}
            self._groups[table, column] = known
        return known

    def rows(self, table: str, column: str, value: str) -> pd.DataFrame:
        """The rows of `table` whose `column` is `value`, in the table's order, with a fresh RangeIndex."""
        frame: pd.DataFrame = getattr(self.corpus, table)
        rows = self._places(table, column).get(value, np.empty(0, dtype=np.int64))
        return frame.take(rows).reset_index(drop=True)

    def records(self, table: str, column: str, value: str) -> list[dict[str, Any]]:
        """The same as records, with None for a missing value; quicker than `rows` for a few. Not to be changed."""
        if table not in self._records:
            self._records[table] = records(getattr(self.corpus, table))
        return [self._records[table][i] for i in self._places(table, column).get(value, ())]

    @cached_property
    def actor(self) -> dict[str, dict[str, Any]]:
        """actor_id → the actor's row; a missing value is None."""
        return _by_key(self.corpus.actors, "actor_id")

    @cached_property
    def leaders(self) -> frozenset[str]:
        """The actors who are heads of state or government."""
        return frozenset(actor_id for actor_id, row in self.actor.items() if is_leader(row))

    @cached_property
    def lanes(self) -> npt.NDArray[np.int64]:
        """For each event its lane, by number: calls or meetings of at least two leaders, other contacts, all else."""
        return np.array([self._lane(event_id) for event_id in self.event_row], dtype=np.int64)

    def _lane(self, event_id: str) -> int:
        kind = self.event[event_id]["kind"]
        if kind not in ("call", "meeting"):
            return LANES.index("other")
        if sum(actor in self.leaders for actor in self.principals[event_id]) < 2:
            return LANES.index("envoys")
        return LANES.index("leaders_calls" if kind == "call" else "leaders_meetings")

    @cached_property
    def article(self) -> dict[str, dict[str, Any]]:
        """article_id → the article's row; a missing value is None."""
        return _by_key(self.corpus.articles, "article_id")

    @cached_property
    def place(self) -> dict[str, dict[str, Any]]:
        """place_id → the place's row; a missing value is None."""
        return _by_key(self.corpus.places, "place_id")

    @cached_property
    def topic(self) -> dict[str, dict[str, Any]]:
        """topic_id → the topic's row."""
        return _by_key(self.corpus.topics, "topic_id")

    @cached_property
    def event(self) -> dict[str, dict[str, Any]]:
        """event_id → the event's row; a missing value is None."""
        return _by_key(self.corpus.events, "event_id")

    @cached_property
    def principals(self) -> dict[str, tuple[str, ...]]:
        """event_id → the actors it is about, in the order of the table; all participants where none is a principal."""
        found: dict[str, list[str]] = {}
        others: dict[str, list[str]] = {}
        frame = self.corpus.participants
        for event_id, actor_id, role in zip(frame["event_id"], frame["actor_id"], frame["role"], strict=True):
            (found if role == "principal" else others).setdefault(event_id, []).append(actor_id)
        return {event_id: tuple(found.get(event_id) or others.get(event_id) or ()) for event_id in self.event_row}

    @cached_property
    def parties(self) -> dict[str, frozenset[str]]:
        """event_id → its principals, in whatever order."""
        return {event_id: frozenset(actors) for event_id, actors in self.principals.items()}


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Frame → one dict per row, with None for every missing value."""
    columns = {
        name: [None if missing else value for value, missing in zip(frame[name], frame[name].isna(), strict=True)]
        for name in frame.columns
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _by_key(frame: pd.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in records(frame)}


def _no_titles(_: Index) -> Mapping[str, str]:
    return {}


def build_index(corpus: Corpus, titles: Callable[[Index], Mapping[str, str]] = _no_titles) -> Index:
    """Corpus → its index. `titles` (index → event_id → words) are searched with passages, quotes and names."""
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
    return Index(
        corpus,
        facets,
        corpus.events["date_from"].to_numpy(),
        corpus.events["date_to"].fillna(corpus.events["date_from"]).to_numpy(),
        corpus.events["event_id"].isin(conflicting).to_numpy(dtype=np.bool_),
        titles,
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
                for words, spoken in zip(*index.searched, strict=True)
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
    left = _all_of(_masks(index, filters), index.n_events)
    return index.corpus.events.take(index.in_time[left[index.in_time]]).reset_index(drop=True)


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


Record = dict[str, Any]


def excerpts(index: Index, event_id: str) -> list[Record]:
    """Event → one record per passage that tells it: the row of `reports` with `language`, `published` and `text`.

    Ordered by publication (unknown last), article and place. `text` is the sentence as it stands in the article.
    """
    found: list[Record] = []
    for row in index.records("reports", "event_id", event_id):
        article = index.article[row["article_id"]]
        words = article["text"][row["start"] : row["end"]]
        found.append(row | {"language": article["language"], "published": article["published"], "text": words})
    return sorted(found, key=lambda r: (r["published"] is None, r["published"], r["article_id"], r["start"]))


def marks(index: Index, event_id: str) -> list[Record]:
    """Event → the exact words behind it: article_id, start, end, layer (event, date, claim, topic, quote), ref.

    `ref` is the claim_id, topic_id or quote_id; empty for event and date. Ordered by article and place, no doubles.
    """
    reports = index.records("reports", "event_id", event_id)
    found = {(r["article_id"], r["mark_start"], r["mark_end"], "event", "") for r in reports}
    found |= {
        (r["article_id"], int(r["date_start"]), int(r["date_end"]), "date", "")
        for r in reports
        if r["date_start"] is not None and r["date_end"] is not None
    }
    for layer, table, ref in (
        ("claim", "claims", "claim_id"),
        ("topic", "event_topics", "topic_id"),
        ("quote", "quotes", "quote_id"),
    ):
        rows = index.records(table, "event_id", event_id)
        found |= {
            (r["article_id"], r["start"], r["end"], "date", "")
            if r.get("property") == "date"
            else (r["article_id"], r["start"], r["end"], layer, r[ref])
            for r in rows
        }
    names = ("article_id", "start", "end", "layer", "ref")
    return [dict(zip(names, mark, strict=True)) for mark in sorted(found)]


@dataclass(frozen=True)
class EventDetail:
    """Everything the corpus holds on one event: its row and the rows of each table that belong to it."""

    event: Record
    participants: list[Record]
    reports: list[Record]
    claims: list[Record]
    quotes: list[Record]
    topics: list[Record]
    relations: list[Record]
    checks: list[Record]
    check_values: list[Record]
    check_claims: list[Record]


def event_detail(index: Index, event_id: str) -> EventDetail:
    """Event → all that belongs to it. Raises ValueError for an event that is not in the corpus."""
    if event_id not in index.event:
        raise ValueError(f"no event {event_id!r} in the corpus")

    def of(table: str) -> list[Record]:
        return index.records(table, "event_id", event_id)

    checks = of("checks")
    return EventDetail(
        index.event[event_id],
        of("participants"),
        of("reports"),
        of("claims"),
        of("quotes"),
        of("event_topics"),
        of("relations"),
        checks,
        [row for check in checks for row in index.records("check_values", "check_id", check["check_id"])],
        [row for check in checks for row in index.records("check_claims", "check_id", check["check_id"])],
    )
