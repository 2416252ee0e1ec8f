"""The network: ties between actors with their evidence, where each actor is drawn, and who connects the sides.

Lives here: relations → ties, the fixed picture, measures, paths and graph files; frames in, frames or plain values
out. Must not live here: colours, words of the interface, Plotly or Streamlit. networkx is imported where it is used,
because a page that shows no measure should not wait for it.
"""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pandas as pd

from data.corpus import Corpus
from data.query import Filters, search_terms
from data.schema import RELATION_KINDS
from data.span import fold

if TYPE_CHECKING:
    import networkx as nx

DIRECTED = ("speaks_for", "hosts", "arranged", "relayed", "accompanied", "reports_on")
DEFAULT_KINDS = tuple(kind for kind in RELATION_KINDS if kind != "mentioned_with")
TIE_COLUMNS = ("source", "target", "kind", "n_sentences", "n_articles", "date_from", "date_to", "status", "mood")
_SETTLED = ("held", "ongoing", "planned", "cancelled")  # most settled first
_SAID = ("asserted", "reported", "denied")
SEPARATOR = "~"  # between the parts of a tie's id; no slug contains it

Pair = tuple[float, float]


# ---------------------------------------------------------------- ties


def tie_id(source: str, kind: str, target: str) -> str:
    """Actors and kind → the tie's id, as it stands in the URL: `yuri-ushakov~speaks_for~vladimir-putin`."""
    return SEPARATOR.join((source, kind, target))


def split_tie_id(text: str) -> tuple[str, str, str] | None:
    """A tie's id → source, kind, target; None when it is not one."""
    parts = text.split(SEPARATOR)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and parts[1] in RELATION_KINDS else None


def _oriented(relations: pd.DataFrame) -> pd.DataFrame:
    """Relations with the ends of undirected kinds in alphabetical order, without ties of an actor to itself."""
    rows = relations[relations["source"] != relations["target"]].copy()
    turn = ~rows["kind"].isin(DIRECTED) & (rows["source"] > rows["target"])
    rows.loc[turn, ["source", "target"]] = rows.loc[turn, ["target", "source"]].to_numpy()
    return rows


def articles_of(articles: pd.DataFrame, source: Collection[str]) -> set[str]:
    """Article ids and outlet ids → the articles meant."""
    meant = articles["article_id"].isin(list(source)) | articles["outlet_id"].isin(list(source))
    return set(articles.loc[meant, "article_id"])


def _says(rows: pd.DataFrame, articles: pd.DataFrame, terms: Sequence[str]) -> pd.Series[bool]:
    text = {a: fold(t) for a, t in zip(articles["article_id"], articles["text"], strict=True)}
    found = [
        all(term in text[a][s:e] for term in terms)
        for a, s, e in zip(rows["article_id"], rows["start"], rows["end"], strict=True)
    ]
    return pd.Series(found, index=rows.index, dtype="bool")


def _touches(rows: pd.DataFrame, topics: pd.DataFrame, wanted: Collection[str]) -> pd.Series[bool]:
    """Whether the sentence of a row touches one of the topics."""
    places: dict[str, list[int]] = defaultdict(list)
    wanted_rows = topics[topics["topic_id"].isin(list(wanted))]
    for article_id, start in zip(wanted_rows["article_id"], wanted_rows["start"], strict=True):
        places[article_id].append(int(start))
    found = [
        any(s <= place < e for place in places.get(a, ()))
        for a, s, e in zip(rows["article_id"], rows["start"], rows["end"], strict=True)
    ]
    return pd.Series(found, index=rows.index, dtype="bool")


def filter_relations(corpus: Corpus, dated: pd.DataFrame, events: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Dated relations, the events a view leaves and its filters → the relations of the view, order kept.

    A relation that comes from an event stays with it. One without (who speaks for whom, who reports on whom) is judged
    by its own sentence, ends and days; filters that only an event can answer (kind, status, conflicts) leave it out.
    """
    if not filters.active:
        return dated
    by_event = dated["event_id"].isin(events["event_id"])
    alone = dated["event_id"].isna()
    if filters.kind or filters.status or filters.conflicts:
        alone &= False
    if filters.people:
        alone &= dated["source"].isin(filters.people) | dated["target"].isin(filters.people)
    if filters.period:
        first, last = map(pd.Timestamp, filters.period)
        alone &= (dated["date_from"] <= last) & (dated["date_to"] >= first)
    if filters.topic:
        alone &= _touches(dated, corpus.topic_mentions, filters.topic)
    if filters.q:
        alone &= _says(dated, corpus.articles, [term for speaker, term in search_terms(filters.q) if not speaker])
    kept = by_event | alone
    if filters.source:
        kept &= dated["article_id"].isin(articles_of(corpus.articles, filters.source))
    return dated[kept].reset_index(drop=True)


def dated_relations(relations: pd.DataFrame, events: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Relations → the same with `date_from`, `date_to` filled: the event's days, else those the sentence itself gives,
    else the day of the article, else NaT.

    Undirected kinds get their ends in alphabetical order, so that one tie has one pair. RangeIndex, order kept.
    """
    rows = _oriented(relations)
    rows = rows.merge(events[["event_id", "date_from", "date_to"]], on="event_id", how="left", suffixes=("_own", ""))
    rows = rows.merge(articles[["article_id", "published"]], on="article_id", how="left")
    for name in ("date_from", "date_to"):
        rows[name] = rows[name].fillna(rows[f"{name}_own"]).fillna(rows["published"])
    return rows.drop(columns=["published", "date_from_own", "date_to_own"]).reset_index(drop=True)


def build_ties(dated: pd.DataFrame) -> pd.DataFrame:
    """Dated relations → one row per source, target and kind with its evidence, strongest first.

    Columns `TIE_COLUMNS`: n_sentences counts different sentences, the dates are the earliest and the latest; status
    and mood are the most settled of any sentence: planned only if all are, reported only if all are.
    """
    if dated.empty:
        return pd.DataFrame(
            {
                name: pd.Series([], dtype="int64" if name[0] == "n" else "datetime64[us]" if "date" in name else "str")
                for name in TIE_COLUMNS
            }
        )
    once = dated.drop_duplicates(["source", "target", "kind", "article_id", "start"])
    once = once.assign(
        status=once["status"].map(_SETTLED.index, na_action="ignore").fillna(0),
        mood=once["mood"].map(_SAID.index, na_action="ignore").fillna(0),
    )
    ties = once.groupby(["source", "target", "kind"], as_index=False).agg(
        n_sentences=("start", "size"),
        n_articles=("article_id", "nunique"),
        date_from=("date_from", "min"),
        date_to=("date_to", "max"),
        status=("status", "min"),
        mood=("mood", "min"),
    )
    ties["status"] = pd.Series([_SETTLED[int(n)] for n in ties["status"]], dtype="str")
    ties["mood"] = pd.Series([_SAID[int(n)] for n in ties["mood"]], dtype="str")
    ties = ties.sort_values(["n_sentences", "source", "target", "kind"], ascending=[False, True, True, True])
    return ties[list(TIE_COLUMNS)].reset_index(drop=True)


def evidence(ties: pd.DataFrame) -> dict[str, int]:
    """Ties → actor_id → number of sentences its ties rest on."""
    both = pd.concat(
        [
            ties[["source", "n_sentences"]].rename(columns={"source": "actor_id"}),
            ties[["target", "n_sentences"]].rename(columns={"target": "actor_id"}),
        ]
    )
    return {str(actor): int(n) for actor, n in both.groupby("actor_id")["n_sentences"].sum().items()}


def _neighbours(ties: pd.DataFrame) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for source, target, n in zip(ties["source"], ties["target"], ties["n_sentences"], strict=True):
        found[source][target] += int(n)
        found[target][source] += int(n)
    return found


def within_steps(ties: pd.DataFrame, actor_id: str, steps: int) -> set[str]:
    """Ties and an actor → the actors at most `steps` ties away, itself included."""
    near = _neighbours(ties)
    reached, edge = {actor_id}, {actor_id}
    for _ in range(steps):
        edge = {other for one in edge for other in near.get(one, {})} - reached
        reached |= edge
    return reached


# ---------------------------------------------------------------- the picture


@dataclass(frozen=True)
class Region:
    """A part of the picture: its name, the sides drawn in it, and its places (x to the right, y upwards)."""

    name: str
    sides: tuple[str, ...]
    places: tuple[Pair, ...]
    seat: Pair | None = None  # the place of the side's first person

    @property
    def centre(self) -> Pair:
        xs, ys = [x for x, _ in self.places], [y for _, y in self.places]
        return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


ROWS = 9
_OUTER = 0.6  # room between the bands, for their names
ROOM = 16.0  # how far actors of one region keep from each other, against how near each is to whom it is tied to
MIDDLE = 4.0  # the row of the direct line between the two capitals; kept free for it


def _places(columns: Iterable[int], rows: Iterable[int]) -> tuple[Pair, ...]:
    """Columns and rows of the grid → places; odd columns stand half a row lower, so that labels side by side fit."""
    found = []
    rows = list(rows)
    for column in columns:
        for row in rows:
            y = row + 0.5 * (column % 2)
            if y != MIDDLE:
                found.append((float(column) + (_OUTER if column > 1 else -_OUTER if column < -1 else 0.0), ROWS - y))
    return tuple(found)


_WEST, _EAST = (-4 - _OUTER, ROWS - MIDDLE), (4 + _OUTER, ROWS - MIDDLE)
REGIONS: tuple[Region, ...] = (
    Region("us", ("us",), (_WEST, *_places((-4, -3, -2), range(ROWS))), _WEST),
    Region("ru", ("ru",), (_EAST, *_places((4, 3, 2), range(ROWS))), _EAST),
    Region("eu", ("eu", "hu"), _places((0, -1, 1), range(3))),
    Region("other", ("other",), _places((0, -1, 1), range(3, 6))),
    Region("ua", ("ua",), _places((0, -1, 1), range(6, ROWS)), (0.0, 2.0)),
    Region("media", ("media",), _places((0, -1, 1, -2, 2, -3, 3, -4, 4), (ROWS + 1, ROWS + 2))),
)  # fmt: skip
_REGION_OF = {side: region for region in REGIONS for side in region.sides}
CAPACITY = {region.name: len(region.places) for region in REGIONS}


def region_of(side: str) -> Region:
    """A side → the region it is drawn in. Raises ValueError for a side that has none."""
    if side not in _REGION_OF:
        raise ValueError(f"side {side!r} is not one of {', '.join(_REGION_OF)}")
    return _REGION_OF[side]


@cache
def _distance(a: Pair, b: Pair) -> float:
    return (1.8 * (a[0] - b[0])) ** 2 + (a[1] - b[1]) ** 2  # a column is wider than a row is high


@dataclass(frozen=True)
class Homes:
    """Where each actor of the corpus belongs, and in which order actors choose (most evidence first)."""

    place: Mapping[str, Pair]
    region: Mapping[str, str]
    order: tuple[str, ...]


def _pulled(actors: pd.DataFrame, near: Mapping[str, Mapping[str, int]], seats: Mapping[str, Pair]) -> dict[str, Pair]:
    """Each actor between the middle of its region and those it is tied to; who sits in a seat does not move."""
    anchor = {a: region_of(s).centre for a, s in zip(actors["actor_id"], actors["side"], strict=True)}
    at = {**anchor, **seats}
    for _ in range(30):
        after = dict(at)
        for actor, ties in near.items():
            if actor in seats or actor not in anchor:
                continue
            known = [(at[other], n**0.5) for other, n in ties.items() if other in at]
            weight = sum(n for _, n in known)
            pull = 1.0 + weight
            after[actor] = (
                (anchor[actor][0] + sum(p[0] * n for p, n in known)) / pull,
                (anchor[actor][1] + sum(p[1] * n for p, n in known)) / pull,
            )
        at = after
    return at


def build_homes(actors: pd.DataFrame, ties: pd.DataFrame) -> Homes:
    """All actors and all ties of a corpus → where each actor belongs in the picture.

    The place depends on side and ties alone, never on chance: first the person of a side with the most evidence takes
    the seat, then each other actor takes the place of its region nearest to those it is tied to, so that whoever is
    tied to both sides stands between them. Raises ValueError for an unknown side.
    """
    strength = evidence(ties)
    rows = sorted(
        zip(actors["actor_id"], actors["side"], actors["kind"], strict=True),
        key=lambda row: (-strength.get(row[0], 0), row[0]),
    )
    seats: dict[str, Pair] = {}
    for region in REGIONS:
        people = [a for a, side, kind in rows if side in region.sides and kind == "person" and a in strength]
        if region.seat is not None and people:
            seats[people[0]] = region.seat
    ideal = _pulled(actors, _neighbours(ties), seats)
    used: dict[Pair, int] = defaultdict(int)
    push: dict[Pair, float] = defaultdict(float)

    def settle(actor: str, spot: Pair, region: Region) -> None:
        place[actor] = spot
        used[spot] += 1
        for other in region.places:
            push[other] += ROOM / max(_distance(spot, other), 0.5)

    place: dict[str, Pair] = {}
    for actor, side, _ in sorted(rows, key=lambda row: row[0] not in seats):
        region = region_of(side)
        if actor in seats:
            settle(actor, seats[actor], region)
            continue
        wish = ideal[actor]
        free = [p for p in region.places if p != region.seat]
        settle(actor, min(free, key=lambda p: (used[p], push[p] + _distance(p, wish), p)), region)
    return Homes(place, {a: region_of(s).name for a, s, _ in rows}, tuple(a for a, _, _ in rows))


def place_actors(homes: Homes, shown: Collection[str]) -> dict[str, Pair]:
    """Homes and the actors of a view → actor → place; no two share one, and each is at home unless a stronger one is.

    Actors beyond a region's room get no place. Order: most evidence in the whole corpus first.
    """
    places = {region.name: region.places for region in REGIONS}
    taken: set[Pair] = set()
    found: dict[str, Pair] = {}
    wanted = set(shown)
    for actor in homes.order:
        if actor not in wanted:
            continue
        home = homes.place[actor]
        free = [p for p in places[homes.region[actor]] if p not in taken]
        if free:
            found[actor] = home if home not in taken else min(free, key=lambda p: (_distance(p, home), p))
            taken.add(found[actor])
    return found


def strongest(homes: Homes, ties: pd.DataFrame, limit: int, keep: Collection[str] = ()) -> list[str]:
    """The actors to draw: at most `limit`, those of the innermost k-cores first, then those with most evidence.

    `keep` are drawn in any case. An actor in a k-core has at least k ties inside it, so what is left stays connected.
    """
    import networkx as nx

    strength = evidence(ties)
    if len(strength) <= limit:
        return [a for a in homes.order if a in strength or a in keep]
    graph = nx.Graph(list(zip(ties["source"], ties["target"], strict=True)))
    core = nx.core_number(graph)
    rank = {a: i for i, a in enumerate(homes.order)}
    chosen = sorted(strength, key=lambda a: (a not in keep, -min(core[a], 3), -strength[a], rank.get(a, 0)))
    return sorted(chosen[:limit], key=lambda a: rank.get(a, 0))


@dataclass(frozen=True)
class Network:
    """What is worked out once per corpus: its dated relations, its ties, where each actor belongs, and its months."""

    dated: pd.DataFrame
    ties: pd.DataFrame
    homes: Homes
    months: tuple[str, ...] = ()


def build_network(corpus: Corpus) -> Network:
    """Corpus → its network. Being named together moves nobody in the picture; every other tie does."""
    dated = dated_relations(corpus.relations, corpus.events, corpus.articles)
    ties = build_ties(dated)
    homes = build_homes(corpus.actors, ties[ties["kind"] != "mentioned_with"])
    return Network(dated, ties, homes, tuple(months_of(dated[dated["kind"] != "mentioned_with"])))


@dataclass(frozen=True)
class View:
    """A part of the network: the relations that the filters leave, and its ties, all and those in focus."""

    relations: pd.DataFrame
    ties: pd.DataFrame
    shown: pd.DataFrame


Months = tuple[str, str]  # the first and the last month of a window: ("2025-02", "2025-10")


def months_of(dated: pd.DataFrame) -> list[str]:
    """Dated relations → the months in which one begins, in order: ["2025-02", "2025-03"]."""
    found = dated["date_from"].dropna().dt.strftime("%Y-%m")
    return sorted(found.unique().tolist())


def parse_window(text: str, months: Sequence[str]) -> Months | None:
    """“2025-02..2025-10” or “2025-02”, and the months there are → first and last month; None when it is neither."""
    first, _, last = text.partition("..")
    window = (first, last or first)
    return window if all(month in months for month in window) and window[0] <= window[1] else None


def step_window(window: Months | None, months: Sequence[str], step: int) -> Months | None:
    """A window moved by `step` months, its width kept; from the whole span to its first or last month.

    None where it would leave the span. Raises ValueError without months.
    """
    if not months:
        raise ValueError("there are no months to step through")
    if window is None:
        return (months[0], months[0]) if step > 0 else (months[-1], months[-1])
    low, high = months.index(window[0]) + step, months.index(window[1]) + step
    return (months[low], months[high]) if low >= 0 and high < len(months) else None


def within_window(dated: pd.DataFrame, window: Months) -> pd.DataFrame:
    """Rows with `date_from` and `date_to` → those whose days meet the months of a window, order kept.

    Rows without a day are in no window.
    """
    low = pd.Timestamp(f"{window[0]}-01")
    high = pd.Timestamp(f"{window[1]}-01") + pd.offsets.MonthEnd(1)
    return dated[(dated["date_from"] <= high) & (dated["date_to"] >= low)].reset_index(drop=True)


def build_view(
    corpus: Corpus,
    network: Network,
    events: pd.DataFrame,
    filters: Filters,
    kinds: Collection[str],
    person: str | None = None,
    steps: int | None = None,
    window: Months | None = None,
) -> View:
    """Network, the events and filters of a view, kinds of tie, a person with a number of steps, months → the view.

    Without a person, or with `steps` = None, all ties are in focus.
    """
    relations = filter_relations(corpus, network.dated, events, filters)
    if window is not None:
        relations = within_window(relations, window)
    relations = relations[relations["kind"].isin(list(kinds))].reset_index(drop=True)
    whole = len(relations) == len(network.dated)
    ties = network.ties if whole else build_ties(relations)
    if person is None or steps is None:
        return View(relations, ties, ties)
    near = within_steps(ties, person, steps)
    inner = ties[ties["source"].isin(near) & ties["target"].isin(near)]
    return View(relations, ties, inner.reset_index(drop=True))


# ---------------------------------------------------------------- measures and paths


def simple_graph(ties: pd.DataFrame) -> nx.Graph:
    """Ties → undirected graph, one edge per pair, `weight` = sentences; nodes and edges in a fixed order."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted({*ties["source"], *ties["target"]}))
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for source, target, n in zip(ties["source"], ties["target"], ties["n_sentences"], strict=True):
        pairs[min(source, target), max(source, target)] += int(n)
    graph.add_weighted_edges_from((a, b, n) for (a, b), n in sorted(pairs.items()))
    return graph


def connectors(actors: pd.DataFrame, ties: pd.DataFrame, sides: tuple[str, str] = ("us", "ru")) -> pd.DataFrame:
    """Ties → how much each actor connects two sides, best first.

    Columns: actor_id, between (share of the shortest ways from one side to the other that pass through the actor,
    0 to 1), betweenness (the same over all pairs, 0 to 1), neighbours (actors it is tied to), sides (sides it is tied
    to, its own left out), n_sentences. Raises ValueError when the two sides are the same.
    """
    import networkx as nx

    if sides[0] == sides[1]:
        raise ValueError(f"two different sides are needed, not twice {sides[0]!r}")
    graph = simple_graph(ties)
    side = dict(zip(actors["actor_id"], actors["side"], strict=True))
    left = [a for a in graph if side.get(a) == sides[0]]
    right = [a for a in graph if side.get(a) == sides[1]]
    through = nx.betweenness_centrality_subset(graph, left, right) if left and right else dict.fromkeys(graph, 0.0)
    overall = nx.betweenness_centrality(graph)
    strength = evidence(ties)
    rows = []
    for actor in graph:
        ends = (len(left) - (side.get(actor) == sides[0])) * (len(right) - (side.get(actor) == sides[1]))
        # networkx counts each pair once and halves undirected graphs
        rows.append(
            {
                "actor_id": actor,
                "between": min(2 * through[actor] / ends, 1.0) if ends else 0.0,
                "betweenness": float(overall[actor]),
                "neighbours": graph.degree(actor),
                "sides": len({side.get(other) for other in graph[actor]} - {side.get(actor)}),
                "n_sentences": strength.get(actor, 0),
            }
        )
    columns = ["actor_id", "between", "betweenness", "neighbours", "sides", "n_sentences"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame.sort_values(
        ["between", "betweenness", "n_sentences", "actor_id"], ascending=[False, False, False, True]
    ).reset_index(drop=True)


def path_between(ties: pd.DataFrame, source: str, target: str) -> list[str]:
    """Ties and two actors → the actors of a shortest way between them, ends included; empty when there is none.

    Among equally short ways the one with the most evidence wins, then the alphabet.
    """
    import networkx as nx

    graph = simple_graph(ties)
    if source not in graph or target not in graph or source == target:
        return []
    try:
        ways = nx.all_shortest_paths(graph, source, target)
        best: tuple[float, list[str]] | None = None
        for i, way in enumerate(ways):
            score = -min(graph[a][b]["weight"] for a, b in pairwise(way))
            if best is None or (score, way) < best:
                best = (score, way)
            if i >= 500:  # enough to choose from; dense graphs have millions
                break
    except nx.NetworkXNoPath:
        return []
    return best[1] if best else []


# ---------------------------------------------------------------- graph files


def _plain(value: Any) -> Hashable:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return "" if pd.isna(value) else value.item() if hasattr(value, "item") else value


def build_graph(actors: pd.DataFrame, ties: pd.DataFrame) -> nx.MultiDiGraph:
    """Actors and ties → graph for other tools: nodes with name, kind, side, office; one edge per tie, keyed by its id.

    Edges of kinds without a direction carry `directed` = false. Missing days are left out. Only actors with a tie are
    nodes.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    known = {row["actor_id"]: row for row in actors.to_dict("records")}
    for actor in sorted({*ties["source"], *ties["target"]}):
        row = known.get(actor, {})
        fields = {name: str(_plain(row.get(name, ""))) for name in ("name", "kind", "side", "affiliation", "office")}
        graph.add_node(actor, label=fields["name"] or actor, **fields)
    for tie in ties.to_dict("records"):
        days = {n: _plain(tie[f"date_{n}"]) for n in ("from", "to")}
        graph.add_edge(
            tie["source"],
            tie["target"],
            key=tie_id(tie["source"], tie["kind"], tie["target"]),
            kind=tie["kind"],
            directed=tie["kind"] in DIRECTED,
            weight=int(tie["n_sentences"]),
            n_articles=int(tie["n_articles"]),
            status=tie["status"],
            mood=tie["mood"],
            **({"start": days["from"]} if days["from"] else {}),
            **({"end": days["to"]} if days["to"] else {}),
        )
    return graph


def to_graphml(actors: pd.DataFrame, ties: pd.DataFrame) -> bytes:
    """Actors and ties → GraphML, UTF-8."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(build_graph(actors, ties), out)
    return out.getvalue()


def to_gexf(actors: pd.DataFrame, ties: pd.DataFrame) -> bytes:
    """Actors and ties → GEXF 1.2 with dated edges (`start`, `end` as ISO days), UTF-8."""
    import networkx as nx

    graph = build_graph(actors, ties)
    graph.graph["mode"] = "dynamic"
    graph.graph["timeformat"] = "date"
    for _, _, key, fields in graph.edges(keys=True, data=True):
        fields["id"] = key
    out = io.BytesIO()
    nx.write_gexf(graph, out, version="1.2draft")
    return out.getvalue()


def to_csv(actors: pd.DataFrame, ties: pd.DataFrame) -> bytes:
    """Actors and ties → edge list with the actors' names, one line per tie, UTF-8 with a header."""
    names = dict(zip(actors["actor_id"], actors["name"], strict=True))
    frame = ties.assign(
        source_name=ties["source"].map(names),
        target_name=ties["target"].map(names),
        directed=ties["kind"].isin(DIRECTED),
    )
    return frame.to_csv(index=False, date_format="%Y-%m-%d").encode("utf-8")
