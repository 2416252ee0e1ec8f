"""Who covers what: which source reports which event, which articles are one text, which outlets cite which.

Lives here: frames and the index → coverage, copies, citations. Must not live here: wording, HTML, verdicts on claims.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any, Literal

from data.query import Index
from data.span import fold

SHINGLE = 5  # words in a row
COPY = 0.5  # share of the shorter text's shingles from which two articles are one text
SHARED = 0.08  # share from which they are said to have passages in common
MANY = 50  # a run of words in more articles than this is boilerplate
SOON = 7  # days after an event within which silence is telling

State = Literal["reports", "silent", "later", "before", "unknown"]
_WORD = re.compile(r"[^\W_]+")


# -- copies ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Overlap:
    """Two articles with words in common: the share of the shorter one, and where its longest shared run stands.

    `start:end` are places in `left`, `other_start:other_end` in `right`; the run is the same words but for case, marks.
    """

    left: str
    right: str
    share: float
    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True)
class Texts:
    """Which articles are one text: article → its group (the first article of it), and the overlaps, largest first."""

    group: Mapping[str, str]
    overlaps: tuple[Overlap, ...]

    def independent(self, articles: Iterable[str]) -> int:
        """How many independent texts some articles are."""
        return len({self.group.get(article, article) for article in articles})


def shingles(text: str) -> dict[tuple[str, ...], tuple[int, int]]:
    """Text → its runs of `SHINGLE` folded words, each with its first place; a shorter text is one run."""
    words = [(m.group(), m.start(), m.end()) for m in _WORD.finditer(fold(text))]
    found: dict[tuple[str, ...], tuple[int, int]] = {}
    size = min(SHINGLE, len(words))
    for n in range(len(words) - size + 1 if words else 0):
        run = words[n : n + size]
        found.setdefault(tuple(word for word, _, _ in run), (run[0][1], run[-1][2]))
    return found


def find_copies(texts: Mapping[str, str]) -> Texts:
    """Article → its text: which are one text, wholly or for the larger part, and which share passages.

    A wire report printed whole within a longer article is a copy: the share is that of the shorter one. Groups are
    transitive and named by their first article in the order given.
    """
    runs = {article: shingles(text) for article, text in texts.items()}
    where: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for article, own in runs.items():
        for run in own:
            where[run].append(article)
    common: Counter[tuple[str, str]] = Counter()
    for articles in where.values():
        if 1 < len(articles) <= MANY:
            common.update(combinations(articles, 2))
    parent = {article: article for article in texts}
    place = {article: i for i, article in enumerate(texts)}
    overlaps = []
    for (a, b), n in common.items():
        share = n / min(len(runs[a]), len(runs[b]))
        if share < SHARED:
            continue
        overlaps.append(Overlap(a, b, share, *_longest(runs[a], runs[b])))
        if share >= COPY:
            one, two = _root(parent, a), _root(parent, b)
            first, second = sorted((one, two), key=place.__getitem__)
            parent[second] = first
    overlaps.sort(key=lambda o: (-o.share, o.left, o.right))
    return Texts({article: _root(parent, article) for article in texts}, tuple(overlaps))


def _root(parent: Mapping[str, str], article: str) -> str:
    while parent[article] != article:
        article = parent[article]
    return article


Runs = Mapping[tuple[str, ...], tuple[int, int]]


def _longest(left: Runs, right: Runs) -> tuple[int, int, int, int]:
    """The longest run of words that two texts share, as places in both: shingles that follow each other in both."""
    best = (0, 0, 0, 0)
    here: tuple[int, int, int, int] | None = None
    follows = {a: b for a, b in pairwise(right) if a[1:] == b[:-1]}
    last: tuple[str, ...] | None = None
    for run, (start, end) in left.items():
        if run not in right:
            here, last = None, None
            continue
        other = right[run]
        if here is not None and last is not None and follows.get(last) == run and start < here[1]:
            here = (here[0], end, here[2], other[1])
        else:
            here = (start, end, *other)
        last = run
        if here[1] - here[0] > best[1] - best[0]:
            best = here
    return best


# -- who reports what --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """A source and an event: whether it reports it, days from event to publication, articles, where it tells it."""

    state: State
    days: int | None = None
    articles: tuple[str, ...] = ()
    article_id: str = ""
    at: int = -1


@dataclass(frozen=True)
class Source:
    """An outlet with its articles, or an article whose outlet is not known."""

    source_id: str
    articles: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """Sources × events, row by row; for each event how many articles report it, and how many independent texts."""

    sources: tuple[Source, ...]
    events: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    articles: tuple[int, ...]
    texts: tuple[int, ...]


def sources_of(index: Index, articles: Sequence[str]) -> tuple[Source, ...]:
    """Articles → their sources: outlets by name, then articles of unknown outlet, each in order."""
    outlets: dict[str, list[str]] = {}
    for article_id in articles:
        row = index.article[article_id]
        outlets.setdefault(row["outlet_id"] or row["outlet"] or "", []).append(article_id)
    alone = outlets.pop("", [])
    named = [Source(name, tuple(own)) for name, own in sorted(outlets.items(), key=lambda item: item[0].casefold())]
    return (*named, *(Source(article_id, (article_id,)) for article_id in alone))


def cover(index: Index, events: Sequence[str], articles: Sequence[str], texts: Texts) -> Coverage:
    """Events, articles → who reports what. A source is silent when it published after the event without telling it.

    Of several articles of one source the one that says most counts: a report, else the first published after the event,
    else the last before it. Without a day of event or article nothing can be told.
    """
    told = {event: _told(index, event) for event in events}
    sources = sources_of(index, articles)
    cells = tuple(tuple(_cell(index, source, event, told[event]) for event in events) for source in sources)
    reporting = [[a for a in articles if a in told[event]] for event in events]
    return Coverage(
        sources,
        tuple(events),
        cells,
        tuple(len(own) for own in reporting),
        tuple(texts.independent(own) for own in reporting),
    )


def _told(index: Index, event_id: str) -> dict[str, int]:
    """Article → where it first tells the event."""
    first: dict[str, int] = {}
    for row in index.records("reports", "event_id", event_id):
        at = int(row["mark_start"])
        first[row["article_id"]] = min(at, first.get(row["article_id"], at))
    return first


def _cell(index: Index, source: Source, event_id: str, told: Mapping[str, int]) -> Cell:
    event = index.event[event_id]
    reporting = tuple(a for a in source.articles if a in told)
    if reporting:
        best = min(reporting, key=lambda a: (index.article[a]["published"] is None, index.article[a]["published"], a))
        return Cell("reports", _days(index, best, event), reporting, best, told[best])
    days = [(d, a) for a in source.articles if (d := _days(index, a, event)) is not None]
    after = [(d, a) for d, a in days if d >= 0]
    if after:
        least, article = min(after)
        return Cell("silent" if least <= SOON else "later", least, tuple(a for _, a in after), article)
    if days:
        most, article = max(days)
        return Cell("before", most, tuple(a for _, a in days), article)
    return Cell("unknown", None, source.articles)


def _days(index: Index, article_id: str, event: Mapping[str, Any]) -> int | None:
    """Days from an event's last day to the publication of an article; negative before its first; None: not known.

    An article of a day on which the event may still have been to come is not counted as silent: None as well.
    """
    published, first, last = index.article[article_id]["published"], event["date_from"], event["date_to"]
    if published is None or first is None or last is None or event["status"] in ("planned", "cancelled"):
        return None
    if published < first:
        return int((published - first).days)
    return int((published - last).days) if published > last else None


# -- who cites whom ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Citation:
    """An article that leans on an outlet: credits words through it (`via`, `speaks`) or names it; where it first does.

    `n` counts the places of the strongest kind: via before speaks before named.
    """

    article_id: str
    cited: str
    kind: Literal["via", "speaks", "named"]
    n: int
    start: int
    end: int


def find_citations(index: Index, articles: Iterable[str]) -> tuple[Citation, ...]:
    """Articles → the outlets each leans on, without its own, by article and strength."""
    outlets = {actor_id for actor_id, row in index.actor.items() if row["kind"] == "outlet"}
    found = []
    for article_id in articles:
        own = index.article[article_id]["outlet_id"]
        places: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for table, speaker in (("quotes", "speaker"), ("claims", "said_by")):
            for row in index.records(table, "article_id", article_id):
                for kind, cited in (("via", row["via"]), ("speaks", row[speaker])):
                    if cited in outlets:
                        places[cited, kind].append((int(row["start"]), int(row["end"])))
        for row in index.records("mentions", "article_id", article_id):
            if row["actor_id"] in outlets:
                places[row["actor_id"], "named"].append((int(row["start"]), int(row["end"])))
        for cited in sorted({cited for cited, _ in places} - {own}):
            for kind in ("via", "speaks", "named"):
                if spots := sorted(set(places.get((cited, kind), ()))):
                    found.append(Citation(article_id, cited, kind, len(spots), *spots[0]))  # type: ignore[arg-type]
                    break
    return tuple(found)
