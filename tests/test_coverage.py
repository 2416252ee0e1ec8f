"""Copies of a text, who reports what, who cites whom; and how that is shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from components import coverage as shown
from data import Corpus, schema
from data.coverage import SOON, Texts, cover, find_citations, find_copies, shingles, sources_of
from data.query import Index, build_index
from tests.sample import sample_corpus

WIRE = (
    "The two presidents spoke by phone on Monday for about an hour and agreed to keep their envoys in touch, "
    "the agency reported, adding that a meeting was not ruled out before the end of the summer."
)
AGENZIA = (
    "I due presidenti si sono parlati lunedì al telefono per circa un’ora e hanno deciso di tenere in contatto i loro "
    "inviati, riferisce l’agenzia, aggiungendo che un incontro non è escluso prima della fine dell’estate."
)
LONGER = f"An editor's note of our own comes first, quite apart. {WIRE} Elsewhere, markets closed a little higher, and a storm."
OTHER = (
    "Farmers in the north say that the harvest will be late this year because of rain, while prices for wheat have "
    "stayed where they were since the spring, according to the traders who follow them day by day."
)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (WIRE, WIRE, True),
        (WIRE, WIRE.upper().replace(",", " —"), True),  # case and marks do not count
        (WIRE, LONGER, True),  # printed whole within a longer article
        (AGENZIA, AGENZIA.replace("’", "'").replace("ì", "i"), True),
        (WIRE, OTHER, False),
        (AGENZIA, WIRE, False),
        (WIRE, "The two presidents spoke by phone. " + OTHER, False),  # a sentence in common is no copy
        (WIRE, " ".join(WIRE.split()[:15]) + " " + OTHER, False),  # nor is a third of it
        (WIRE, "", False),
        ("", "", False),
    ],
)
def test_copies(left: str, right: str, one: bool) -> None:
    found = find_copies({"a": left, "b": right})
    assert (found.independent(["a", "b"]) == 1) is one
    assert found.group["a"] == "a"


def test_three_copies_are_one_text_named_by_the_first() -> None:
    found = find_copies({"z": WIRE, "b": LONGER, "m": OTHER, "a": WIRE})
    assert found.group == {"z": "z", "b": "z", "a": "z", "m": "m"}
    assert found.independent(["z", "b", "a"]) == 1
    assert found.independent(["b", "m"]) == 2
    assert found.independent([]) == 0


def test_the_longest_run_is_the_same_words_in_both() -> None:
    shared = "and agreed to keep their envoys in touch, the agency reported, adding that a meeting"
    left, right = f"{OTHER} {shared} today.", f"Before all this, {shared}, nothing more was heard of it by anybody."
    (one,) = find_copies({"a": left, "b": right}).overlaps
    assert left[one.start : one.end] == shared
    assert right[one.other_start : one.other_end] == shared


def test_boilerplate_of_many_articles_is_no_overlap() -> None:
    footer = "Subscribe to our newsletter and follow us wherever you are reading this now"
    texts = {f"a{n}": f"{footer} {n}" for n in range(60)}
    assert not find_copies(texts).overlaps


@pytest.mark.parametrize(
    ("words", "n"), [("", 0), ("uno", 1), ("a b c d e", 1), ("a b c d e f", 2), ("a b c d e a b c d e", 6 - 1)]
)
def test_shingles(words: str, n: int) -> None:
    runs = shingles(words)
    assert len(runs) == n
    assert all(words[start:end].split()[0] == run[0] for run, (start, end) in runs.items())


# -- who reports what --------------------------------------------------------------------------------


def corpus(
    articles: list[dict[str, Any]],
    events: list[dict[str, Any]],
    told: list[tuple[str, str]],
    mentions: list[dict[str, Any]] | None = None,
) -> Index:
    """Articles (id, day, outlet), events (id, days, status), who tells what, rows of mentions → an index."""
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.TABLES}
    rows["articles"] = [
        {"file": f"{a['article_id']}.txt", "language": "en", "published_basis": "stated", "sha256": "0", "n_words": 9, "label": a["article_id"],
         "text": f"{a['article_id']} tells it here.", "outlet_id": a.get("outlet"), **a}
        for a in articles
    ]  # fmt: skip
    rows["events"] = [
        {"kind": "call", "date_precision": "day", "date_basis": "stated", "status": "held", "n_articles": 1,
         "date_to": e.get("date_from"), **e}
        for e in events
    ]  # fmt: skip
    rows["reports"] = [
        {"event_id": e, "article_id": a, "start": 0, "end": 9, "mark_start": 3, "mark_end": 6, "date_basis": "unknown",
         "status": "held", "rule": "r"}
        for e, a in told
    ]  # fmt: skip
    rows["actors"] = [
        {"actor_id": o, "name": o.title(), "name_it": o.title(), "short": o.title(), "kind": "outlet", "side": "media",
         "known": True}
        for o in ("tass", "axios")
    ]  # fmt: skip
    rows["mentions"] = mentions or []
    return build_index(Corpus(**{n: schema.build(n, r) for n, r in rows.items()}, folder="", fingerprint=""))


MAY = dt.date(2025, 5, 7)


@pytest.mark.parametrize(
    ("published", "event", "told", "state", "days"),
    [
        (MAY, {}, True, "reports", None),
        (MAY + dt.timedelta(days=1), {}, False, "silent", 1),
        (MAY + dt.timedelta(days=SOON), {}, False, "silent", SOON),
        (MAY + dt.timedelta(days=SOON + 1), {}, False, "later", SOON + 1),
        (MAY - dt.timedelta(days=3), {}, False, "before", -3),
        (MAY, {}, False, "unknown", None),  # of the day itself: it may still have been to come
        (None, {}, False, "unknown", None),
        (MAY + dt.timedelta(days=1), {"status": "planned"}, False, "unknown", None),
        (MAY + dt.timedelta(days=1), {"date_from": None}, False, "unknown", None),
        (MAY + dt.timedelta(days=2), {"date_to": MAY + dt.timedelta(days=4)}, False, "unknown", None),
        (None, {}, True, "reports", None),
    ],
)
def test_states(published: dt.date | None, event: dict[str, Any], told: bool, state: str, days: int | None) -> None:
    index = corpus(
        [{"article_id": "a", "published": published}],
        [{"event_id": "e", "date_from": MAY, **event}],
        [("e", "a")] if told else [],
    )
    ((cell,),) = cover(index, ["e"], ["a"], Texts({}, ())).cells
    assert (cell.state, cell.days) == (state, days)
    assert (cell.at == 3) is told


def test_of_several_articles_of_a_source_the_one_that_says_most_counts() -> None:
    articles = [
        {"article_id": name, "published": MAY + dt.timedelta(days=n), "outlet": "tass"}
        for name, n in (("a", -2), ("b", 30), ("c", 2))
    ]
    quiet = corpus(articles, [{"event_id": "e", "date_from": MAY}], [])
    ((cell,),) = cover(quiet, ["e"], ["a", "b", "c"], Texts({}, ())).cells
    assert (cell.state, cell.days, cell.article_id) == ("silent", 2, "c")
    loud = corpus(articles, [{"event_id": "e", "date_from": MAY}], [("e", "b")])
    ((cell,),) = cover(loud, ["e"], ["a", "b", "c"], Texts({}, ())).cells
    assert (cell.state, cell.articles) == ("reports", ("b",))


def test_copies_count_once_for_an_event() -> None:
    index = corpus(
        [{"article_id": name, "published": MAY} for name in "abc"],
        [{"event_id": "e", "date_from": MAY}],
        [("e", "a"), ("e", "b"), ("e", "c")],
    )
    found = cover(index, ["e"], ["a", "b", "c"], Texts({"a": "a", "b": "a", "c": "a"}, ()))
    assert (found.articles, found.texts) == ((3,), (1,))
    found = cover(index, ["e"], ["a", "b", "c"], Texts({}, ()))
    assert (found.articles, found.texts) == ((3,), (3,))


def test_sources_are_outlets_then_articles_without_one() -> None:
    index = corpus(
        [{"article_id": "b", "outlet": "tass"}, {"article_id": "a"}, {"article_id": "c", "outlet": "tass"}], [], []
    )
    assert [(s.source_id, s.articles) for s in sources_of(index, ["b", "a", "c"])] == [
        ("tass", ("b", "c")),
        ("a", ("a",)),
    ]


# -- who cites whom ----------------------------------------------------------------------------------


def test_citations_by_strength_without_its_own_outlet(seeds: Corpus) -> None:
    index = build_index(seeds)
    found = {(c.article_id[:3], c.cited): c for c in find_citations(index, list(index.article))}
    assert found["004", "ria-novosti"].kind == "via"
    assert found["003", "tass"].kind == "speaks"
    assert found["003", "tass"].n > 1
    assert all(c.end > c.start for c in found.values())


def test_an_article_does_not_cite_its_own_outlet() -> None:
    named = [
        {"article_id": "a", "start": at, "end": at + 3, "text": "x", "actor_id": outlet, "how": "name", "rule": "r"}
        for at, outlet in ((0, "tass"), (4, "axios"), (9, "axios"))
    ]
    index = corpus([{"article_id": "a", "outlet": "tass"}], [], [], named)
    (only,) = find_citations(index, ["a"])
    assert (only.cited, only.kind, only.n, only.start) == ("axios", "named", 2, 4)


# -- in words ----------------------------------------------------------------------------------------


def test_the_table_has_a_cell_for_each_source_and_event(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown.state, "links", lambda page: lambda **values: f"{page}?{values}")
    index = build_index(sample_corpus(6, 60, 2))
    copies = find_copies({a: row["text"] for a, row in index.article.items()})
    info = shown.coverage_info(index, list(index.event), list(index.article), copies, "it")
    assert len(info.events) == shown.SHOWN_EVENTS
    assert info.more == 60 - shown.SHOWN_EVENTS
    assert {len(row) for row in info.cells} == {len(info.events)}
    order = list(index.event)
    assert [e for e, *_ in info.events] == sorted((e for e, *_ in info.events), key=order.index)
    html = shown.coverage_html(info)
    assert html.count("<td") == (len(info.sources) + 1) * len(info.events)
    assert "<script" not in html


def test_copies_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shown.state, "links", lambda page: lambda **values: f"{page}?{values}")
    index = corpus(
        [{"article_id": "a", "text": WIRE}, {"article_id": "b", "text": LONGER}, {"article_id": "c", "text": OTHER}],
        [],
        [],
    )
    copies = find_copies({a: row["text"] for a, row in index.article.items()})
    info = shown.copies_info(index, ["a", "b", "c"], copies, "en")
    assert (info.articles, info.texts, len(info.pairs)) == (3, 2, 1)
    assert info.pairs[0].copy
    assert "3 articles, 2 independent texts." in shown.copies_html(info)
    assert "2 articles, 1 independent text." in shown.copies_html(shown.copies_info(index, ["a", "b"], copies, "en"))
    assert not shown.copies_info(index, ["a", "c"], copies, "en").pairs
