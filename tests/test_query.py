"""Filters, counts and what belongs to an event, on a synthetic corpus whose answers can be counted by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from data import query
from data.query import Filters, Index, build_index
from tests.sample import sample_corpus


@pytest.fixture(scope="module")
def index() -> Index:
    corpus = sample_corpus(8, 40, 1)
    return build_index(corpus, lambda index: {event_id: f"titolo di {event_id}" for event_id in index.event})


def _ids(index: Index, filters: Filters) -> set[str]:
    return set(query.apply_filters(index, filters)["event_id"])


def _with_topic(index: Index, *topics: str) -> set[str]:
    pairs = index.corpus.event_topics
    return set(pairs.loc[pairs["topic_id"].isin(topics), "event_id"])


def test_no_filter_leaves_all_in_order(index: Index) -> None:
    left = query.apply_filters(index, Filters())
    days = left["date_from"].dropna()
    assert len(left) == 40
    assert list(days) == sorted(days)
    assert left["date_from"].isna().to_numpy()[-3:].all()  # undated last


def test_or_within_and_across(index: Index) -> None:
    either = _ids(index, Filters(topic=("tomahawk", "energy")))
    assert either == _with_topic(index, "tomahawk", "energy")
    assert either > _with_topic(index, "tomahawk")
    both = _ids(index, Filters(topic=("tomahawk", "energy"), kind=("call",)))
    assert both == {e for e in either if index.event[e]["kind"] == "call"}


@pytest.mark.parametrize(
    ("filters", "some"),
    [
        (Filters(source=("tass",)), True),
        (Filters(source=("a00001",)), True),
        (Filters(people=("marco-rubio",)), True),
        (Filters(people=("ada-finta",)), True),  # only quoted, in no event
        (Filters(status=("cancelled",)), True),
        (Filters(conflicts=True), True),
        (Filters(topic=("nonsense",)), False),
        (Filters(people=("tass",)), False),  # an outlet is no person
        (Filters(status=("ongoing",)), False),
        (Filters(q="parola-che-non-c-e"), False),
        (Filters(period=(dt.date(1990, 1, 1), dt.date(1990, 12, 31))), False),
    ],
)
def test_filter_leaves_some_or_none(index: Index, filters: Filters, some: bool) -> None:
    left = _ids(index, filters)
    assert bool(left) == some
    assert len(left) < 40


def test_period_takes_bars_that_reach_into_it_and_no_undated(index: Index) -> None:
    bar = next(e for e in index.event.values() if e["date_precision"] == "range")
    inside = (bar["date_from"] + dt.timedelta(days=2)).date()
    assert bar["event_id"] in _ids(index, Filters(period=(inside, inside)))
    after = (bar["date_to"] + dt.timedelta(days=1)).date()
    assert bar["event_id"] not in _ids(index, Filters(period=(after, after)))
    bounds = index.bounds
    assert bounds is not None
    undated = {e["event_id"] for e in index.event.values() if e["date_from"] is None}
    assert undated
    assert _ids(index, Filters(period=bounds)) == set(index.event) - undated


@pytest.mark.parametrize(
    ("q", "terms"),
    [
        ("Orbán", [(False, "orban")]),
        ('speaker:ushakov "Prima Linea"', [(True, "ushakov"), (False, "prima linea")]),
        ("“prima linea”", [(False, "prima linea")]),
        ("speaker:", [(False, "speaker:")]),
        ("   ", []),
        ('""', []),
    ],
)
def test_search_terms(q: str, terms: list[tuple[bool, str]]) -> None:
    assert query.search_terms(q) == terms


def test_words_look_into_titles_passages_quotes_and_speakers(index: Index) -> None:
    any_event = next(iter(index.event))
    assert any_event in _ids(index, Filters(q=f'"titolo di {any_event}"'))
    assert _ids(index, Filters(q="telefonata")) == {
        e for e in index.event if any("telefonata" in r["text"] for r in query.excerpts(index, e))
    } | {e for e in index.event if "telefonata" in e}
    spoken = _ids(index, Filters(q="speaker:peskov"))
    assert spoken == set(index.corpus.quotes.query("speaker == 'dmitry-peskov'")["event_id"])
    assert _ids(index, Filters(q="speaker:colloquio")) == set()


@pytest.mark.parametrize(
    "filters", [Filters(), Filters(kind=("call",), topic=("energy",)), Filters(status=("held",), q="trump")]
)
def test_counts_say_what_an_option_would_leave(index: Index, filters: Filters) -> None:
    counts = query.option_counts(index, filters)
    for name in query.FACETS:
        for option, count in counts[name].items():
            alone = Filters(**{**vars(filters), name: (option,)})
            assert len(_ids(index, alone)) == count, (name, option)
    assert counts["conflicts"]["true"] == len(_ids(index, Filters(**{**vars(filters), "conflicts": True})))


def test_an_empty_result_says_which_filter_to_drop(index: Index) -> None:
    one = Filters(kind=("call",), topic=("nonsense",))
    assert query.relaxations(index, one) == [(("topic",), len(_ids(index, Filters(kind=("call",)))))]
    two = Filters(kind=("call",), topic=("nonsense",), status=("ongoing",))
    assert query.relaxations(index, two) == [(("topic", "status"), len(_ids(index, Filters(kind=("call",)))))]
    assert query.relaxations(index, Filters(q="x-y-z", topic=("no",), status=("ongoing",), people=("none",))) == []


def test_marks_point_at_the_words(index: Index) -> None:
    for event_id in index.event:
        for mark in query.marks(index, event_id):
            words = index.article[mark["article_id"]]["text"][mark["start"] : mark["end"]]
            expected = {
                "event": ("una telefonata", "un incontro", "a phone call", "a meeting"),
                "claim": ("circa due ore", "quasi tre ore", "40 minuti", "about two hours", "almost three hours"),
            }.get(mark["layer"])
            if expected and words != "40 minutes":
                assert words in expected, mark
            assert words.strip() == words != ""
    layers = {m["layer"] for e in index.event for m in query.marks(index, e)}
    assert layers == {"event", "date", "claim", "topic", "quote"}


def test_excerpts_come_by_publication_unknown_last(index: Index) -> None:
    event_id = max(index.event, key=lambda e: index.event[e]["n_articles"])
    found = query.excerpts(index, event_id)
    days = [row["published"] for row in found if row["published"] is not None]
    assert days == sorted(days)
    missing = [row["published"] is None for row in found]
    assert missing == sorted(missing)
    assert all(row["text"] == index.article[row["article_id"]]["text"][row["start"] : row["end"]] for row in found)


def test_detail_holds_only_what_belongs(index: Index) -> None:
    event_id = next(iter(index.corpus.checks["event_id"]))
    detail = query.event_detail(index, event_id)
    assert {row["event_id"] for row in [*detail.claims, *detail.quotes, *detail.reports]} == {event_id}
    assert {row["check_id"] for row in detail.check_values} == {row["check_id"] for row in detail.checks}
    with pytest.raises(ValueError, match="no-such-event"):
        query.event_detail(index, "no-such-event")


@pytest.mark.parametrize(
    ("office", "kind", "leader"),
    [
        ("president, United States", "person", True),
        ("President of Russia", "person", True),
        ("primo ministro dell’Ungheria", "person", True),
        ("vice president, United States", "person", False),
        ("president’s envoy", "person", False),
        ("presidential aide", "person", False),
        ("secretary of state", "person", False),
        ("president", "institution", False),
        (None, "person", False),
    ],
)
def test_leaders_are_heads_of_state_or_government(office: str | None, kind: str, leader: bool) -> None:
    assert query.is_leader({"kind": kind, "office": office}) is leader
    assert query.is_leader(None) is False


def test_filters_name_what_is_active() -> None:
    filters = Filters(kind=("call",), q="x")
    assert filters.active == ("kind", "q")
    assert filters.without("q").active == ("kind",)
    with pytest.raises(ValueError, match="colour"):
        filters.without("colour")


def test_sample_is_the_same_for_the_same_seed() -> None:
    one, two, other = sample_corpus(3, 9, 5), sample_corpus(3, 9, 5), sample_corpus(3, 9, 6)
    assert all(one.tables()[name].equals(two.tables()[name]) for name in one.tables())
    assert not one.articles.equals(other.articles)
