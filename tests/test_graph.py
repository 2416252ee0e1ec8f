"""The network's data: ties, the fixed picture, measures, paths and graph files."""

from __future__ import annotations

import io
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from data import graph, schema

PEOPLE = [
    ("ann-us", "us"), ("bob-us", "us"), ("cleo-us", "us"),
    ("dora-ru", "ru"), ("egor-ru", "ru"), ("fedor-ru", "ru"),
    ("gabor-hu", "hu"), ("hanna-ua", "ua"), ("ines-other", "other"),
]  # fmt: skip


def actors(rows: list[tuple[str, str]] = PEOPLE, kind: str = "person") -> pd.DataFrame:
    return schema.build(
        "actors",
        [
            {"actor_id": a, "name": a.title(), "name_it": a.title(), "short": a, "kind": kind, "side": s, "known": True}
            for a, s in rows
        ],
    )


def relation(source: str, target: str, kind: str = "spoke", start: int = 0, **more: Any) -> dict[str, Any]:
    place = {"article_id": "one", "start": start, "end": start + 9}
    return {"source": source, "target": target, "kind": kind, "rule": "r"} | place | more


def relations(*rows: dict[str, Any]) -> pd.DataFrame:
    return schema.build("relations", rows)


EVENTS = schema.build(
    "events",
    [
        {
            "event_id": "call", "kind": "call", "date_precision": "range",
            "date_from": pd.Timestamp("2031-03-04"), "date_to": pd.Timestamp("2031-03-05"),
            "date_basis": "stated", "status": "held", "n_articles": 1,
        },
        {
            "event_id": "undated", "kind": "call", "date_precision": "unknown", "date_basis": "unknown",
            "status": "planned", "n_articles": 1,
        },
    ],
)  # fmt: skip
ARTICLES = schema.build(
    "articles",
    [
        {
            "article_id": name, "file": name, "language": "en", "published": day, "published_basis": "stated",
            "sha256": name, "n_words": 3, "text": "a b c",
        }
        for name, day in [("one", pd.Timestamp("2031-04-01")), ("two", None)]
    ],
)  # fmt: skip


def ties(*rows: dict[str, Any]) -> pd.DataFrame:
    return graph.build_ties(graph.dated_relations(relations(*rows), EVENTS, ARTICLES))


CHAIN = [  # ann – bob – gabor – egor – dora, and fedor speaks for dora
    relation("ann-us", "bob-us", "met", 1), relation("ann-us", "bob-us", "met", 2),
    relation("bob-us", "gabor-hu", "spoke", 3), relation("gabor-hu", "egor-ru", "hosts", 4),
    relation("egor-ru", "dora-ru", "met", 5),
    relation("fedor-ru", "dora-ru", "speaks_for", 6),
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (relation("dora-ru", "ann-us", "spoke"), ("ann-us", "dora-ru")),
        (relation("ann-us", "dora-ru", "met"), ("ann-us", "dora-ru")),
        (relation("dora-ru", "ann-us", "mentioned_with"), ("ann-us", "dora-ru")),
        # a direction is kept
        (relation("fedor-ru", "dora-ru", "speaks_for"), ("fedor-ru", "dora-ru")),
        (relation("gabor-hu", "ann-us", "hosts"), ("gabor-hu", "ann-us")),
        (relation("egor-ru", "ann-us", "relayed"), ("egor-ru", "ann-us")),
    ],
)
def test_ends_of_a_tie(row: dict[str, Any], expected: tuple[str, str]) -> None:
    (tie,) = ties(row).to_dict("records")
    assert (tie["source"], tie["target"]) == expected


def test_relations_are_not_changed() -> None:
    before = relations(relation("dora-ru", "ann-us"))
    graph.dated_relations(before, EVENTS, ARTICLES)
    pd.testing.assert_frame_equal(before, relations(relation("dora-ru", "ann-us")))


def test_a_tie_counts_sentences_once_and_articles() -> None:
    rows = [
        relation("ann-us", "dora-ru", start=1), relation("dora-ru", "ann-us", start=1),
        relation("ann-us", "dora-ru", start=7),
        relation("ann-us", "dora-ru", start=1, article_id="two"), relation("ann-us", "ann-us", start=1),
        relation("ann-us", "dora-ru", "met", start=1),
    ]  # fmt: skip
    found = ties(*rows)
    assert found[["kind", "n_sentences", "n_articles"]].values.tolist() == [["spoke", 3, 2], ["met", 1, 1]]


@pytest.mark.parametrize(
    ("more", "days"),
    [
        ({"event_id": "call"}, ("2031-03-04", "2031-03-05")),
        ({"event_id": "undated"}, ("2031-04-01", "2031-04-01")),
        ({}, ("2031-04-01", "2031-04-01")),
        ({"article_id": "two"}, None),
        ({"article_id": "two", "event_id": "undated"}, None),
    ],
)
def test_days_of_a_tie(more: dict[str, Any], days: tuple[str, str] | None) -> None:
    (tie,) = ties(relation("ann-us", "dora-ru", **more)).to_dict("records")
    if days is None:
        assert pd.isna(tie["date_from"])
        assert pd.isna(tie["date_to"])
    else:
        assert (tie["date_from"], tie["date_to"]) == tuple(map(pd.Timestamp, days))


def test_no_relations_give_no_ties_with_the_same_columns() -> None:
    none, one = ties(), ties(relation("ann-us", "dora-ru"))
    assert none.empty
    assert dict(none.dtypes.astype(str)) == dict(one.dtypes.astype(str))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann-us~spoke~dora-ru", ("ann-us", "spoke", "dora-ru")),
        (graph.tie_id("a", "hosts", "b"), ("a", "hosts", "b")),
        ("ann-us~kissed~dora-ru", None),
        ("ann-us", None),
        ("", None),
        ("a~b~c~d", None),
    ],
)
def test_tie_ids(text: str, expected: tuple[str, str, str] | None) -> None:
    assert graph.split_tie_id(text) == expected


@pytest.mark.parametrize(
    ("actor", "steps", "expected"),
    [
        ("gabor-hu", 1, {"gabor-hu", "bob-us", "egor-ru"}),
        ("gabor-hu", 2, {"gabor-hu", "bob-us", "egor-ru", "ann-us", "dora-ru"}),
        ("ann-us", 1, {"ann-us", "bob-us"}),
        ("ann-us", 0, {"ann-us"}),
        ("hanna-ua", 2, {"hanna-ua"}),
    ],
)
def test_within_steps(actor: str, steps: int, expected: set[str]) -> None:
    assert graph.within_steps(ties(*CHAIN), actor, steps) == expected


# ---------------------------------------------------------------- the picture


def test_sides_stand_apart_and_bridges_between() -> None:
    place = graph.build_homes(actors(), ties(*CHAIN)).place
    assert place["ann-us"][0] < place["gabor-hu"][0] < place["dora-ru"][0]
    assert max(place["ann-us"][0], place["bob-us"][0], place["cleo-us"][0]) < -1
    assert place["egor-ru"][0] < place["dora-ru"][0], "who is tied to the other side stands nearer to it"
    assert place["hanna-ua"][1] < place["ines-other"][1] < place["gabor-hu"][1]


def test_the_picture_does_not_depend_on_the_order_of_rows() -> None:
    one = graph.build_homes(actors(), ties(*CHAIN))
    other = graph.build_homes(actors(PEOPLE[::-1]), ties(*CHAIN[::-1]))
    assert dict(one.place) == dict(other.place)
    assert one.order == other.order


def crowd(n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    sides = ("us", "ru", "ua", "hu", "eu", "other")
    people = [(f"p{i:03}", sides[i % 6]) for i in range(n)]
    rows = [relation(people[i][0], people[(i * i + 1) % n][0], start=i) for i in range(n)]
    rows += [relation(people[i][0], people[(i * 7 + 3) % n][0], start=n + i) for i in range(n)]
    return actors(people), ties(*[row for row in rows if row["source"] != row["target"]])


def test_no_two_actors_share_a_place_and_a_region_is_never_overfull() -> None:
    people, links = crowd(300)
    homes = graph.build_homes(people, links)
    place = graph.place_actors(homes, people["actor_id"].tolist())
    assert len(set(place.values())) == len(place) < 300
    for region in graph.REGIONS:
        assert sum(homes.region[a] == region.name for a in place) <= graph.CAPACITY[region.name]
        assert {place[a] for a in place if homes.region[a] == region.name} <= set(region.places)


def test_a_filter_moves_few() -> None:
    people, links = crowd(120)
    homes = graph.build_homes(people, links)
    shown = graph.strongest(homes, links, 48)
    before = graph.place_actors(homes, shown)
    after = graph.place_actors(homes, shown[::2])
    moved = [a for a in after if after[a] != before.get(a)]
    assert len(moved) <= len(after) // 5


def test_the_middle_row_is_free_for_the_direct_line() -> None:
    inner = [p for region in graph.REGIONS for p in region.places if abs(p[0]) < 4]
    assert graph.ROWS - graph.MIDDLE not in {y for _, y in inner}
    assert len({p for region in graph.REGIONS for p in region.places}) == sum(graph.CAPACITY.values())


@pytest.mark.parametrize("side", ["", "moon"])
def test_unknown_side(side: str) -> None:
    with pytest.raises(ValueError, match="side"):
        graph.region_of(side)


def test_strongest_keeps_who_is_asked_for() -> None:
    people, links = crowd(200)
    homes = graph.build_homes(people, links)
    weakest = homes.order[-1]
    assert weakest not in graph.strongest(homes, links, 40)
    kept = graph.strongest(homes, links, 40, keep=[weakest])
    assert weakest in kept
    assert len(kept) == 40


# ---------------------------------------------------------------- measures, paths, files


def test_connectors_of_a_chain() -> None:
    found = graph.connectors(actors(), ties(*CHAIN)).set_index("actor_id")
    assert found.loc["gabor-hu", "between"] == 1.0, "every way between the sides passes through the host"
    assert found.loc["gabor-hu", "sides"] == 2
    assert found.loc["bob-us", "between"] == 1.0, "and through bob, counting only ways he is not an end of"
    assert found.loc["ann-us", "between"] == 0.0
    assert found.loc["fedor-ru", "neighbours"] == 1
    assert found.index[-1] in {"ann-us", "fedor-ru"}


def test_connectors_without_one_side() -> None:
    found = graph.connectors(actors(), ties(relation("ann-us", "bob-us")))
    assert found["between"].tolist() == [0.0, 0.0]
    assert graph.connectors(actors(), ties()).empty
    with pytest.raises(ValueError, match="different"):
        graph.connectors(actors(), ties(), ("us", "us"))


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("ann-us", "dora-ru", ["ann-us", "bob-us", "gabor-hu", "egor-ru", "dora-ru"]),
        ("fedor-ru", "egor-ru", ["fedor-ru", "dora-ru", "egor-ru"]),
        ("ann-us", "hanna-ua", []),
        ("ann-us", "ann-us", []),
        ("nobody", "ann-us", []),
    ],
)
def test_path(source: str, target: str, expected: list[str]) -> None:
    assert graph.path_between(ties(*CHAIN), source, target) == expected


def test_of_equally_short_ways_the_better_evidenced_wins() -> None:
    rows = [
        relation("ann-us", "bob-us", start=1), relation("bob-us", "dora-ru", start=2),
        *(relation("ann-us", "gabor-hu", start=n) for n in (3, 4)),
        *(relation("gabor-hu", "dora-ru", start=n) for n in (5, 6)),
    ]  # fmt: skip
    assert graph.path_between(ties(*rows), "ann-us", "dora-ru") == ["ann-us", "gabor-hu", "dora-ru"]


FILES = ties(
    *CHAIN, relation("ann-us", "dora-ru", event_id="call", start=9), relation("cleo-us", "dora-ru", article_id="two")
)


def test_graphml_reads_back() -> None:
    back = nx.read_graphml(io.BytesIO(graph.to_graphml(actors(), FILES)), force_multigraph=True)
    assert back.number_of_edges() == len(FILES)
    edge = back.get_edge_data("gabor-hu", "egor-ru")["gabor-hu~hosts~egor-ru"]
    assert (edge["kind"], edge["directed"], edge["weight"]) == ("hosts", True, 1)
    assert back.nodes["gabor-hu"]["side"] == "hu"


def test_gexf_reads_back_with_days() -> None:
    back = nx.read_gexf(io.BytesIO(graph.to_gexf(actors(), FILES)), version="1.2draft")
    assert back.number_of_edges() == len(FILES)
    edges = {data["id"]: data for _, _, data in back.edges(data=True)}
    assert edges["ann-us~spoke~dora-ru"]["start"] == "2031-03-04"
    assert edges["ann-us~spoke~dora-ru"]["end"] == "2031-03-05"
    assert "start" not in edges["cleo-us~spoke~dora-ru"], "no day is made up"
    assert back.nodes["dora-ru"]["label"] == "Dora-Ru"


def test_csv_reads_back() -> None:
    frame = pd.read_csv(io.BytesIO(graph.to_csv(actors(), FILES)), parse_dates=["date_from", "date_to"])
    back = nx.from_pandas_edgelist(frame, edge_attr=True, create_using=nx.MultiDiGraph)
    assert back.number_of_edges() == len(FILES)
    pd.testing.assert_frame_equal(frame[list(graph.TIE_COLUMNS)], FILES, check_dtype=False)


def test_files_of_nothing() -> None:
    assert nx.read_graphml(io.BytesIO(graph.to_graphml(actors(), ties()))).number_of_nodes() == 0
    assert nx.read_gexf(io.BytesIO(graph.to_gexf(actors(), ties())), version="1.2draft").number_of_nodes() == 0
    assert len(pd.read_csv(io.BytesIO(graph.to_csv(actors(), ties())))) == 0


# ---------------------------------------------------------------- months


def dated(*days: tuple[str | None, str | None]) -> pd.DataFrame:
    rows = [{"source": "a", "date_from": pd.Timestamp(low), "date_to": pd.Timestamp(high)} for low, high in days]
    return pd.DataFrame(rows)


def test_the_months_are_those_in_which_something_begins() -> None:
    frame = dated(
        ("2025-03-01", "2025-05-31"), ("2025-03-09", "2025-03-09"), ("2024-12-31", "2024-12-31"), (None, None)
    )
    assert graph.months_of(frame) == ["2024-12", "2025-03"]


MONTHS = ["2025-02", "2025-03", "2025-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-02..2025-05", ("2025-02", "2025-05")),
        ("2025-03", ("2025-03", "2025-03")),
        ("2025-04", None),
        ("2025-05..2025-02", None),
        ("2025-02..", ("2025-02", "2025-02")),
        ("..2025-02", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_window_is_read(text: str, expected: tuple[str, str] | None) -> None:
    assert graph.parse_window(text, MONTHS) == expected


@pytest.mark.parametrize(
    ("window", "step", "expected"),
    [
        (("2025-02", "2025-02"), 1, ("2025-03", "2025-03")),
        (("2025-02", "2025-03"), 1, ("2025-03", "2025-05")),
        (("2025-03", "2025-05"), 1, None),
        (("2025-02", "2025-03"), -1, None),
        (None, 1, ("2025-02", "2025-02")),
        (None, -1, ("2025-05", "2025-05")),
    ],
)
def test_a_window_steps(window: tuple[str, str] | None, step: int, expected: tuple[str, str] | None) -> None:
    assert graph.step_window(window, MONTHS, step) == expected


def test_without_months_there_is_no_step() -> None:
    with pytest.raises(ValueError, match="no months"):
        graph.step_window(None, [], 1)


def test_a_window_holds_what_meets_its_days() -> None:
    frame = dated(
        ("2025-02-28", "2025-02-28"), ("2025-03-01", "2025-03-01"), ("2025-01-01", "2025-12-31"), ("2025-05-01", "2025-05-01"), (None, None)
    )  # fmt: skip
    assert graph.within_window(frame, ("2025-02", "2025-03")).index.tolist() == [0, 1, 2]
    assert len(graph.within_window(frame, ("2025-05", "2025-05"))) == 2


def test_a_tie_is_as_settled_as_its_best_sentence() -> None:
    row = {"source": "a", "target": "b", "kind": "met", "article_id": "x", "date_from": pd.NaT, "date_to": pd.NaT}
    frame = pd.DataFrame(
        [
            row | {"start": 1, "status": "planned", "mood": "reported"},
            row | {"start": 2, "status": "held", "mood": "reported"},
            row | {"start": 3, "status": "planned", "mood": "asserted", "target": "c"},
            row | {"start": 4, "status": None, "mood": None, "target": "d"},
        ]
    )
    found = {r["target"]: (r["status"], r["mood"]) for r in graph.build_ties(frame).to_dict("records")}
    assert found == {"b": ("held", "reported"), "c": ("planned", "asserted"), "d": ("held", "asserted")}
