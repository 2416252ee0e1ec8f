"""The network page's infos: the picture and the panels, from a small corpus made by hand."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from components import actor_panel, network, theme, wording
from components.text import chart
from data import graph, schema
from data.corpus import Corpus
from data.query import Filters
from tests.figures import validated

TEXTS = {
    "alpha": "Ann Reed phoned Dora Ilin on Monday. “Reed was polite”, Egor Popov said. Popov speaks for Ilin.",
    "beta": "Gabor Kis received Ann Reed and Dora Ilin. Kis said the call between Reed and Ilin <b>went</b> $well$.",
}
NAMES = {"ann": "Ann Reed", "dora": "Dora Ilin", "egor": "Egor Popov", "gabor": "Gabor Kis", "hana": "Hana Bila"}
SIDES = {"ann": "us", "dora": "ru", "egor": "ru", "gabor": "hu", "hana": "ua"}


def place(article_id: str, words: str, nth: int = 0) -> dict[str, Any]:
    """The nth place of the words in an article, as columns of a row."""
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[article_id].index(words, start + 1)
    return {"article_id": article_id, "start": start, "end": start + len(words)}


def sentences() -> list[dict[str, Any]]:
    rows = []
    for article_id, text in TEXTS.items():
        start = 0
        for part in text.split(". "):
            end = start + len(part.rstrip(".")) + 1
            rows.append({"article_id": article_id, "start": start, "end": end, "paragraph": 0})
            start += len(part) + 2
    return rows


def named(article_id: str, words: str, actor: str, nth: int = 0) -> dict[str, Any]:
    return place(article_id, words, nth) | {"text": words, "actor_id": actor, "how": "name", "rule": "full-name"}


CALL = place("alpha", "Ann Reed phoned Dora Ilin on Monday.")
VISIT = place("beta", "Gabor Kis received Ann Reed and Dora Ilin.")
SPEAKS = place("alpha", "Popov speaks for Ilin.")
TOLD = place("beta", "Kis said the call between Reed and Ilin <b>went</b> $well$.")


def tie(source: str, target: str, kind: str, where: dict[str, Any], event: str | None = None) -> dict[str, Any]:
    return where | {"source": source, "target": target, "kind": kind, "event_id": event, "rule": f"{kind}-rule"}


def event(event_id: str, kind: str, day: str | None) -> dict[str, Any]:
    when = None if day is None else pd.Timestamp(day)
    return {
        "event_id": event_id, "kind": kind, "date_from": when, "date_to": when, "status": "held", "n_articles": 1,
        "date_precision": "unknown" if day is None else "day", "date_basis": "unknown" if day is None else "stated",
    }  # fmt: skip


def report(event_id: str, where: dict[str, Any], words: str) -> dict[str, Any]:
    mark = place(where["article_id"], words)
    return where | {
        "event_id": event_id, "mark_start": mark["start"], "mark_end": mark["end"], "date_basis": "stated",
        "status": "held", "rule": "contact",
    }  # fmt: skip


def quote(quote_id: str, where: dict[str, Any], speaker: str | None, form: str = "direct") -> dict[str, Any]:
    return where | {
        "quote_id": quote_id, "text": TEXTS[where["article_id"]][where["start"] : where["end"]],
        "form": form, "speaker": speaker, "mood": "asserted", "event_id": "call", "rule": "said-after",
    }  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    rows: dict[str, list[dict[str, Any]]] = {
        "articles": [
            {
                "article_id": a, "label": a, "file": f"{a}.txt", "language": "en", "published": pd.Timestamp("2031-05-06"),
                "sha256": a, "published_basis": "stated", "n_words": 9,
                "outlet_id": "post" if a == "alpha" else None, "text": t,
            }
            for a, t in TEXTS.items()
        ],
        "sentences": sentences(),
        "actors": [
            {
                "actor_id": a, "name": n, "name_it": f"{n} (it)", "short": n.split()[1], "kind": "person",
                "known": True, "side": SIDES[a], "office": "envoy", "office_it": "inviato" if a == "ann" else None,
            }
            for a, n in NAMES.items()
        ],
        "mentions": [
            named("alpha", "Ann Reed", "ann"), named("alpha", "Dora Ilin", "dora"), named("alpha", "Reed", "ann", 1),
            named("alpha", "Egor Popov", "egor"), named("alpha", "Popov", "egor", 1), named("alpha", "Ilin", "dora", 1),
            named("beta", "Gabor Kis", "gabor"), named("beta", "Ann Reed", "ann"), named("beta", "Dora Ilin", "dora"),
            named("beta", "Kis", "gabor", 1), named("beta", "Reed", "ann", 1), named("beta", "Ilin", "dora", 1),
        ],
        "events": [event("call", "call", "2031-05-05"), event("visit", "meeting", None)],
        "participants": [
            {"event_id": "call", "actor_id": "ann", "role": "principal"},
            {"event_id": "call", "actor_id": "dora", "role": "principal"},
            {"event_id": "visit", "actor_id": "ann", "role": "principal"},
            {"event_id": "visit", "actor_id": "gabor", "role": "host"},
        ],
        "reports": [report("call", CALL, "phoned"), report("visit", VISIT, "received")],
        "topic_mentions": [place("alpha", "Monday") | {"text": "Monday", "topic_id": "trade"}],
        "quotes": [
            quote("q1", place("alpha", "Reed was polite"), "egor"),
            quote("q2", place("beta", "the call between Reed and Ilin <b>went</b> $well$"), "gabor", "indirect"),
            quote("q3", place("alpha", "on Monday"), None),
        ],
        "relations": [
            tie("dora", "ann", "spoke", CALL, "call"), tie("ann", "dora", "spoke", TOLD, "call"),
            tie("egor", "dora", "speaks_for", SPEAKS), tie("gabor", "ann", "hosts", VISIT, "visit"),
            tie("egor", "ann", "mentioned_with", CALL),
        ],
    }  # fmt: skip
    frames = {name: schema.build(name, rows.get(name, [])) for name in schema.TABLES}
    return Corpus(**frames, folder="made", fingerprint="made")


@pytest.fixture(scope="module")
def relations(corpus: Corpus) -> pd.DataFrame:
    return graph.dated_relations(corpus.relations, corpus.events, corpus.articles)


@pytest.fixture(scope="module")
def ties(relations: pd.DataFrame) -> pd.DataFrame:
    return graph.build_ties(relations)


@pytest.fixture(scope="module")
def homes(corpus: Corpus, ties: pd.DataFrame) -> graph.Homes:
    return graph.build_homes(corpus.actors, ties)


# ---------------------------------------------------------------- the picture


def test_nodes_and_edges_of_a_view(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    info = network.network_info(corpus.actors, homes, ties)
    assert {(n.actor_id, n.label, n.n_ties, n.n_sentences) for n in info.nodes} == {
        ("ann", "Reed", 3, 4), ("dora", "Ilin", 2, 3), ("egor", "Popov", 2, 2), ("gabor", "Kis", 1, 1),
    }  # fmt: skip
    assert [(e.tie_id, e.n_sentences) for e in info.edges] == [
        ("ann~spoke~dora", 2), ("ann~mentioned_with~egor", 1), ("egor~speaks_for~dora", 1), ("gabor~hosts~ann", 1),
    ]  # fmt: skip
    assert (info.more_actors, info.more_ties) == (0, 0)


def test_size_and_width_follow_the_evidence(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    info = network.network_info(corpus.actors, homes, ties)
    size = {n.actor_id: n.size for n in info.nodes}
    assert size["ann"] > size["dora"] > size["gabor"]
    assert info.edges[0].width > info.edges[1].width == info.edges[2].width


def test_a_way_leads_from_source_to_target_and_its_mark_lies_on_it(
    corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame
) -> None:
    info = network.network_info(corpus.actors, homes, ties)
    where = {n.actor_id: n.place for n in info.nodes}
    for edge in info.edges:
        assert edge.way[0] == pytest.approx(where[edge.source])
        assert edge.way[-1] == pytest.approx(where[edge.target])
        assert edge.mark in edge.way[3:-3]
    assert len({e.mark for e in info.edges}) == len(info.edges)


def test_a_filter_leaves_the_others_where_they_are(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    whole = {n.actor_id: n.place for n in network.network_info(corpus.actors, homes, ties).nodes}
    part = network.network_info(corpus.actors, homes, ties[ties["kind"] == "spoke"])
    assert {n.actor_id: n.place for n in part.nodes} == {a: whole[a] for a in ("ann", "dora")}


def test_the_chosen_stay_though_no_tie_is_left(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    none = ties.head(0)
    assert [n.actor_id for n in network.network_info(corpus.actors, homes, none, person="egor").nodes] == ["egor"]
    assert network.network_info(corpus.actors, homes, none).nodes == ()
    assert network.network_info(corpus.actors, homes, none, person="nobody").nodes == ()


def test_names_in_italian(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    info = network.network_info(corpus.actors, homes, ties, lang="it")
    assert info.names["ann"] == "Ann Reed (it)"


def test_every_kind_has_a_dash_and_a_mark_of_its_own() -> None:
    assert set(network.DASH) == set(network.GLYPH) == set(schema.RELATION_KINDS)
    assert len(set(network.DASH.values())) == len(set(network.GLYPH.values())) == len(schema.RELATION_KINDS)


def test_clickable_points_carry_ids_and_nothing_else_reacts(
    corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame
) -> None:
    figure = validated(network.network_figure(network.network_info(corpus.actors, homes, ties), theme.LIGHT))
    ids = [tuple(c) for trace in figure.data if trace.customdata is not None for c in trace.customdata]
    ties_ids = [graph.tie_id(*row) for row in ties[["source", "kind", "target"]].to_numpy().tolist()]
    expected = [("actor", a) for a in ("ann", "dora", "egor", "gabor")] + [("tie", t) for t in ties_ids]
    assert sorted(ids) == sorted(expected)
    assert all(trace.hoverinfo == "skip" for trace in figure.data if trace.customdata is None)


def test_a_selection_is_told_by_css_alone(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    info = network.network_info(corpus.actors, homes, ties)
    assert network.emphasis_css(info, None, None) == ""
    assert network.emphasis_css(info, "nobody", None) == ""
    traces = len(validated(network.network_figure(info, theme.LIGHT)).data)
    ann = next(i for i, node in enumerate(info.nodes) if node.actor_id == "ann")
    css = network.emphasis_css(info, "ann", None)
    assert f"trace:nth-child({traces}) .point:nth-child({ann + 1}){{stroke" in css, "the last trace are the actors"
    chosen = next(i for i, edge in enumerate(info.edges) if edge.tie_id == "gabor~hosts~ann")
    css = network.emphasis_css(info, "ann", "gabor~hosts~ann")
    assert f"trace:nth-child({traces - 1}) .point:nth-child({chosen + 1})" in css, "the last but one the marks of ties"


def test_arrows_point_from_source_to_target(corpus: Corpus, homes: graph.Homes, ties: pd.DataFrame) -> None:
    info = network.network_info(corpus.actors, homes, ties)
    figure = validated(network.network_figure(info, theme.LIGHT))
    (arrows,) = [trace for trace in figure.data if trace.name == "arrows"]
    directed = [edge for edge in info.edges if edge.kind in graph.DIRECTED]
    assert len(arrows.x) == len(directed) == 2
    for angle, edge in zip(arrows.marker.angle, directed, strict=True):
        to_the_right = edge.way[-1][0] > edge.way[0][0]
        assert (angle > 0) == to_the_right, "an arrow's angle counts clockwise from up"


@pytest.mark.parametrize("name", ["<b>Bold</b>", "$x^2$ & co", "<a href='x'>y</a>", "&lt;"])
def test_names_are_not_read_as_markup_by_the_chart(name: str) -> None:
    shown = chart(name)
    assert not any(mark in shown for mark in "<>$")


def crowd(n: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [
        {"actor_id": f"p{i:03}", "name": f"Person {i}", "name_it": "", "short": f"Longish name {i}", "kind": "person",
         "side": schema.SIDES[i % len(schema.SIDES)], "known": True}
        for i in range(n)
    ]  # fmt: skip
    found = [
        {"source": f"p{i:03}", "target": f"p{(i * k + k) % n:03}", "kind": schema.RELATION_KINDS[(i + k) % 9],
         "article_id": "a", "start": i, "end": i + 1, "rule": "r"}
        for k in (3, 7, 11) for i in range(n)
    ]  # fmt: skip
    dated = graph.dated_relations(schema.build("relations", found), schema.empty("events"), schema.empty("articles"))
    return schema.build("actors", rows), graph.build_ties(dated)


@pytest.mark.parametrize("n", [15, 150, 500])
def test_labels_do_not_meet_and_what_is_left_out_is_counted(n: int) -> None:
    actors, ties = crowd(n)
    info = network.network_info(actors, graph.build_homes(actors, ties), ties)
    assert len(info.nodes) <= network.MAX_NODES
    assert len(info.edges) <= network.MAX_EDGES
    assert len(info.nodes) + info.more_actors == n
    assert len(info.edges) + info.more_ties == len(ties)
    boxes = []
    for node in info.nodes:  # 12 px sans: 6.4 px a letter at the most on average
        x, y = node.place[0] * network.UNIT[0], -node.place[1] * network.UNIT[1] + node.size / 2 + 9
        boxes.append((x - 3.2 * len(node.label), x + 3.2 * len(node.label), y - 7, y + 7))
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[1] <= b[0] or b[1] <= a[0] or a[3] <= b[2] or b[3] <= a[2]


# ---------------------------------------------------------------- panels


def view(corpus: Corpus) -> dict[str, Any]:
    return {"left": corpus.events, "articles": corpus.articles["article_id"].tolist()}


def marked(passage: actor_panel.Passage) -> list[str]:
    return [passage.text[a:b] for a, b in passage.marks]


def test_an_actor_with_contacts_words_and_ties(corpus: Corpus, ties: pd.DataFrame) -> None:
    info = actor_panel.actor_info(corpus, "ann", ties, **view(corpus))
    assert info is not None
    assert (info.name, info.office, info.side) == ("Ann Reed", "envoy", "us")
    assert info.events == ("call", "visit"), "undated events come last"
    assert info.said == ()
    assert [(p.article_id, p.speaker, marked(p)) for p in info.about] == [
        ("alpha", "egor", ["Reed"]), ("beta", "gabor", ["Reed"]),
    ]  # fmt: skip
    assert [(t.kind, t.other, t.inward, t.n_sentences) for t in info.ties] == [
        ("spoke", "dora", False, 2), ("mentioned_with", "egor", False, 1), ("hosts", "gabor", True, 1),
    ]  # fmt: skip


def test_what_an_actor_said_is_shown_in_its_sentence(corpus: Corpus, ties: pd.DataFrame) -> None:
    info = actor_panel.actor_info(corpus, "egor", ties, **view(corpus))
    assert info is not None
    (passage,) = info.said
    assert passage.text == "“Reed was polite”, Egor Popov said."
    assert marked(passage) == ["Reed was polite"]
    assert corpus.articles["text"][0][passage.at :].startswith("Reed was polite")
    assert info.about == (), "own words are not what others say"


@pytest.mark.parametrize(
    ("lang", "actor", "office"), [("it", "ann", "inviato"), ("en", "ann", "envoy"), ("it", "egor", "envoy")]
)
def test_office_in_the_language_else_as_it_is(
    corpus: Corpus, ties: pd.DataFrame, lang: str, actor: str, office: str
) -> None:
    info = actor_panel.actor_info(corpus, actor, ties, **view(corpus), lang=lang)
    assert info is not None
    assert info.office == office


def test_filters_narrow_the_panel(corpus: Corpus, ties: pd.DataFrame) -> None:
    info = actor_panel.actor_info(corpus, "ann", ties.head(0), corpus.events.head(0), ["beta"])
    assert info is not None
    assert (info.events, info.ties) == ((), ())
    assert [p.article_id for p in info.about] == ["beta"]


@pytest.mark.parametrize("actor", ["", "nobody", "Ann Reed"])
def test_unknown_actor(corpus: Corpus, ties: pd.DataFrame, actor: str) -> None:
    assert actor_panel.actor_info(corpus, actor, ties, **view(corpus)) is None


def test_a_tie_shows_its_sentences_with_the_words(corpus: Corpus, relations: pd.DataFrame) -> None:
    info = actor_panel.tie_info(corpus, "ann~spoke~dora", relations)
    assert info is not None
    assert [(p.article_id, marked(p)) for p in info.passages] == [
        ("alpha", ["Ann Reed", "phoned", "Dora Ilin"]), ("beta", ["Reed", "Ilin"]),
    ]  # fmt: skip
    assert (info.directed, info.date_from, info.rules) == (False, "2031-05-05", ("spoke-rule",))


@pytest.mark.parametrize(
    "tie_id", ["", "ann", "ann~spoke~egor", "dora~spoke~ann", "dora~speaks_for~egor", "ann~kissed~dora"]
)
def test_unknown_tie(corpus: Corpus, relations: pd.DataFrame, tie_id: str) -> None:
    assert actor_panel.tie_info(corpus, tie_id, relations) is None


# ---------------------------------------------------------------- filters


@pytest.mark.parametrize(
    ("filters", "left", "expected"),
    [
        (Filters(), ["call", "visit"], {"spoke", "speaks_for", "hosts", "mentioned_with"}),
        (Filters(kind=("call",)), ["call"], {"spoke"}),
        (Filters(status=("held",)), ["call", "visit"], {"spoke", "hosts"}),
        (Filters(people=("egor",)), [], {"speaks_for", "mentioned_with"}),
        (Filters(people=("gabor",)), ["visit"], {"hosts"}),
        (Filters(source=("beta",)), ["call", "visit"], {"spoke", "hosts"}),
        (Filters(source=("post",)), ["call"], {"spoke", "speaks_for", "mentioned_with"}),
        (Filters(topic=("trade",)), ["call"], {"spoke", "mentioned_with"}),
        (Filters(q="speaks"), [], {"speaks_for"}),
        (Filters(q="SPEAKS ilin"), [], {"speaks_for"}),
        (
            Filters(period=(dt.date(2031, 5, 1), dt.date(2031, 5, 9))),
            ["call"],
            {"spoke", "speaks_for", "mentioned_with"},
        ),
        # nothing is left
        (Filters(conflicts=True), [], set()),
        (Filters(period=(dt.date(2030, 1, 1), dt.date(2030, 12, 31))), [], set()),
        (Filters(q="nowhere"), [], set()),
        (Filters(source=("gamma",)), [], set()),
        (Filters(people=("hana",)), [], set()),
    ],
)
def test_filters_on_ties(
    corpus: Corpus, relations: pd.DataFrame, filters: Filters, left: list[str], expected: set[str]
) -> None:
    events = corpus.events[corpus.events["event_id"].isin(left)]
    assert set(graph.filter_relations(corpus, relations, events, filters)["kind"]) == expected


# ---------------------------------------------------------------- words, roles, crowds


def test_a_tie_to_a_state_is_worded_as_one() -> None:
    person, state = {"kind": "person"}, {"kind": "state"}
    assert wording.verb("accompanied", person, "en") == "accompanied"
    assert wording.verb("accompanied", state, "en") == "was in the delegation of"
    assert wording.verb("accompanied", state, "it", inward=True) == "aveva nella delegazione"
    assert wording.verb("met", state, "en") == wording.verb("met", None, "en") == "met"


def test_what_a_tie_leaves_open_is_said() -> None:
    assert wording.reserve("held", "asserted", "en") == []
    assert wording.reserve("", "", "en") == []
    assert wording.reserve("planned", "reported", "en") == ["planned", "on hearsay"]
    assert wording.span("2031-05-05", "2031-05-09", "en") == "5–9 May 2031"
    assert wording.span("", "2031-05-09", "en") == ""


def test_an_office_of_several_at_once_is_listed_once(corpus: Corpus) -> None:
    held = {"actor_id": "ann", "office_it": "x", "date_from": dt.date(2030, 1, 2)}
    rows = [
        held | {"office": "aide, Rome", "date_to": None, "of": None},
        held | {"office": "aide, Senate", "date_to": None, "of": None},
        held | {"office": "envoy, Rome", "date_to": dt.date(2030, 6, 1), "of": None},
    ]
    with_roles = replace(corpus, roles=schema.build("roles", rows))
    info = actor_panel.actor_info(with_roles, "ann", ties_of(with_roles), with_roles.events, {"alpha", "beta"})
    assert info is not None
    assert [(role.office, role.date_from, role.date_to) for role in info.roles] == [
        ("aide, Rome", "2030-01-02", ""),
        ("envoy, Rome", "2030-01-02", "2030-06-01"),
    ]


def ties_of(corpus: Corpus) -> pd.DataFrame:
    return graph.build_ties(graph.dated_relations(corpus.relations, corpus.events, corpus.articles))


def test_how_articles_call_somebody_is_listed_with_place_and_day(corpus: Corpus) -> None:
    said = place("alpha", "Monday") | {"text": "the envoy", "actor_id": "ann", "how": "office", "rule": "x"}
    mentions = pd.concat([corpus.mentions, schema.build("mentions", [said])], ignore_index=True)
    info = actor_panel.actor_info(replace(corpus, mentions=mentions), "ann", ties_of(corpus), corpus.events, {"alpha"})
    assert info is not None
    (called,) = info.called
    assert (called.words, called.n, called.date_from, called.article_id) == ("the envoy", 1, "2031-05-06", "alpha")
    assert called.start == said["start"]
    elsewhere = actor_panel.actor_info(corpus, "ann", ties_of(corpus), corpus.events, {"beta"})
    assert elsewhere is not None
    assert elsewhere.called == ()


def test_a_crowd_keeps_its_width_on_a_phone_and_counts_whom_it_leaves_out() -> None:
    n = 3 * network.MAX_NODES
    sides = ["us", "ru", "eu"]
    actors = pd.DataFrame(
        [{"actor_id": f"a{i}", "name": f"Nobody A{i}", "name_it": f"Nobody A{i}", "short": f"A{i}", "kind": "person",
          "side": sides[i % 3]} for i in range(n)]
    )  # fmt: skip
    rows = [
        {"source": f"a{i}", "target": f"a{i + 1}", "kind": "met", "n_sentences": 1, "n_articles": 1, "status": "held",
         "mood": "asserted", "date_from": pd.NaT, "date_to": pd.NaT} for i in range(n - 1)
    ]  # fmt: skip
    ties = pd.DataFrame(rows)
    info = network.network_info(actors, graph.build_homes(actors, ties), ties)
    assert sum(info.more.values()) == info.more_actors == n - len(info.nodes)
    assert set(info.more) <= {"us", "ru", "eu"}
    assert "min-width" in network.width_css(info)
    few = ties.head(3)
    assert network.width_css(network.network_info(actors, graph.build_homes(actors, few), few)) == ""
