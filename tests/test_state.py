"""The session and its address: whatever stands in an address is read, said to be wrong, or left out; links keep the view."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st

from components import state
from data.query import Filters, Index, build_index
from tests.sample import sample_corpus

DAYS = (dt.date(2025, 2, 1), dt.date(2025, 12, 31))
EVENT = "2025-01-20-call-trump-putin"
Address = dict[str, list[str]]


class _Query(dict[str, list[str]]):
    """The part of `st.query_params` that the session's state uses."""

    def get_all(self, key: str) -> list[str]:
        return self.get(key, [])

    def from_dict(self, address: Address) -> None:
        self.clear()
        self.update(address)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 24, 2))


@pytest.fixture(autouse=True)
def _session(monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty session, with an empty address."""
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", _Query())


def arrive(index: Index, **address: list[str]) -> None:
    """An address comes from outside: a link, a bookmark, a hand-edited line."""
    st.query_params.from_dict(address)  # type: ignore[arg-type]
    state.pull(index)


# -- an address is read ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["2025-02-01", "2025-12-31"], DAYS),
        (["2025-12-31", "2025-02-01"], DAYS),
        (["2025-02-01/2025-12-31"], DAYS),
        (["2025-02-01,2025-12-31"], DAYS),
        (["2025-02-01..2025-12-31"], DAYS),
        ([" 2025-02-01 .. 2025-12-31 "], DAYS),
        (["20250201", "20251231"], DAYS),  # another way of ISO 8601 to write a day
        (["2025-02-01", "2025-02-01"], (DAYS[0], DAYS[0])),
        (["2025-02-01"], None),
        (["2025-02-01", "soon"], None),
        (["2025-02-30", "2025-12-31"], None),
        (["1 Feb 2025", "31 Dec 2025"], None),
        (["01/02/2025", "31/12/2025"], None),
        (["2025-02", "2025-12"], None),
        (["0000-01-01", "2025-12-31"], None),
        (["2025-02-01", "2025-03-01", "2025-12-31"], None),
        ([".."], None),
        ([], None),
    ],
)
def test_period(values: list[str], days: tuple[dt.date, dt.date] | None) -> None:
    assert state.parse_period(values) == days


FILTERS_OF_ADDRESSES: list[tuple[Address, str, object, list[str]]] = [
    ({"topic": ["tomahawk"]}, "topic", ["tomahawk"], []),
    ({"topic": ["tomahawk,energy"]}, "topic", ["tomahawk", "energy"], []),
    ({"topic": ["energy", "energy"]}, "topic", ["energy"], []),
    ({"topic": [" energy , "]}, "topic", ["energy"], []),
    ({"topic": ["Tomahawk 3", "energy"]}, "topic", ["energy"], ["notice.unknown_value"]),
    ({"topic": ["Energy"]}, "topic", [], ["notice.unknown_value"]),  # an id, not a label
    ({"people": ["nobody"]}, "people", [], ["notice.unknown_value"]),
    ({"people": ["x", "y", "x"]}, "people", [], ["notice.unknown_value"] * 2),
    ({"kind": ["call"], "status": [""]}, "status", [], []),
    ({"conflicts": ["true"]}, "conflicts", True, []),
    ({"conflicts": ["YES"]}, "conflicts", True, []),
    ({"conflicts": ["0"]}, "conflicts", False, []),
    ({"conflicts": ["1", "0"]}, "conflicts", False, []),
    ({"conflicts": ["maybe"]}, "conflicts", False, ["notice.unknown_value"]),
    ({"q": ["  prima   linea "]}, "q", "prima   linea", []),
    ({"q": ["a" * 600]}, "q", "a" * 500, []),
    ({"lang": ["it"]}, "lang", "it", []),
    ({"lang": ["IT"]}, "lang", "en", ["notice.unknown_lang"]),
    ({"lang": ["fr"]}, "lang", "en", ["notice.unknown_lang"]),
    ({"period": ["abc"]}, "q", "", ["notice.bad_period"]),
    ({"period": ["2025-03-01"]}, "q", "", ["notice.bad_period"]),
    ({"period": ["", ""]}, "q", "", []),
    ({"period": ["1990-01-01", "1990-02-01"]}, "q", "", ["notice.unknown_value"]),
    ({"nonsense": ["1"]}, "topic", [], []),
    ({}, "topic", [], []),
]
SELECTED_IN_ADDRESSES: list[tuple[Address, str, object, list[str]]] = [
    ({"event": [EVENT]}, "event", EVENT, []),
    ({"event": ["", EVENT]}, "event", EVENT, []),
    ({"event": [EVENT.upper()]}, "event", None, ["notice.unknown_event"]),
    ({"event": ["2024-01-20-call-trump-putin"]}, "event", None, ["notice.unknown_event"]),  # merged away since
    ({"person": ["ada-finta"]}, "person", "ada-finta", []),
    ({"person": ["ada"]}, "person", None, ["notice.unknown_person"]),
    ({"article": ["a00001"]}, "article", "a00001", []),
    ({"article": ["a99999"]}, "article", None, ["notice.unknown_article"]),  # its file is gone
    ({"article": ["../../etc/passwd"]}, "article", None, ["notice.unknown_article"]),
    ({"story": ["energy"]}, "story", "energy", []),
    ({"versus": ["Energy"]}, "versus", None, ["notice.unknown_versus"]),
    ({"at": ["120"]}, "at", "120", []),
    ({"at": ["-1"]}, "at", None, []),
    ({"at": ["1.5"]}, "at", None, []),
    ({"at": ["²"]}, "at", None, []),
    ({"at": ["<script>"]}, "at", None, []),
    ({"tie": ["a~spoke~b"]}, "tie", "a~spoke~b", []),  # the network says what it does not know
]
OPTIONS_IN_ADDRESSES: list[tuple[Address, str, object, list[str]]] = [
    ({"steps": ["1"]}, "steps", "1", []),
    ({"steps": ["7"]}, "steps", "all", ["notice.unknown_value"]),
    ({"ties": ["met,spoke"]}, "ties", ["spoke", "met"], []),  # in their declared order
    ({"ties": ["met", "kissed"]}, "ties", ["met"], ["notice.unknown_value"]),
    ({"ties": ["none"]}, "ties", [], []),
    ({"ties": ["kissed"]}, "ties", list(state.OPTIONS["ties"].default), ["notice.unknown_value"]),
    ({"layers": [""]}, "layers", list(state.OPTIONS["layers"].default), []),
    ({"view": ["coverage"]}, "view", "coverage", []),
    ({"view": ["none"]}, "view", "accounts", []),  # one value there must be
    ({"sides": ["mars"]}, "sides", [], ["notice.unknown_value"]),
]


@pytest.mark.parametrize(
    ("address", "name", "value", "said"), FILTERS_OF_ADDRESSES + SELECTED_IN_ADDRESSES + OPTIONS_IN_ADDRESSES
)
def test_address(index: Index, address: Address, name: str, value: object, said: list[str]) -> None:
    values, notices = state.read_address(index, address)
    assert values[name] == value
    assert [notice[0] for notice in notices] == said
    assert set(state.KEYS) <= set(values)


def test_a_notice_names_filter_and_value(index: Index) -> None:
    assert state.read_address(index, {"topic": ["<b>"], "lang": ["fr"]})[1] == [
        ("notice.unknown_value", "topic", "<b>"),
        ("notice.unknown_lang", "lang", "fr"),
    ]


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (["1990-01-01", "2025-03-01"], None, dt.date(2025, 3, 1)),
        (["2025-03-01", "2099-01-01"], dt.date(2025, 3, 1), None),
        (["1990-01-01", "2099-01-01"], None, None),
        (["abc"], None, None),
        (["1990-01-01", "1990-02-01"], None, None),
    ],
)
def test_a_period_is_cut_to_the_corpus(
    index: Index, period: list[str], first: dt.date | None, last: dt.date | None
) -> None:
    bounds = index.bounds
    assert bounds
    assert state.read_address(index, {"period": period})[0]["period"] == (first or bounds[0], last or bounds[1])


def test_without_days_every_period_is_unknown() -> None:
    values, notices = state.read_address(build_index(sample_corpus(3, 0, 0)), {"period": ["2025-02-01", "2025-12-31"]})
    assert values["period"] is None
    assert [notice[0] for notice in notices] == ["notice.unknown_value"]


# -- the session follows the address, and the address the session ----------------------------------------


FULL: Address = {
    "topic": ["energy", "tomahawk"],
    "people": ["ada-finta"],
    "kind": ["call"],
    "status": ["held"],
    "period": ["2025-02-01", "2025-06-30"],
    "conflicts": ["true"],
    "q": ["prima & linea"],
    "event": [EVENT],
    "lang": ["it"],
}


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        (FULL, FULL),
        ({"topic": ["energy"]}, {"topic": ["energy"]}),
        ({"period": ["2025-06-30", "2025-02-01"]}, {"period": ["2025-02-01", "2025-06-30"]}),
        ({"period": ["1990-01-01", "2099-01-01"]}, {}),  # the whole corpus is no filter
        ({"lang": ["en"], "conflicts": ["false"], "q": [" "]}, {}),
        ({"topic": ["nonsense"], "event": ["gone"], "kind": ["call"]}, {"kind": ["call"]}),
        ({"article": ["a00001"], "at": ["12"]}, {"article": ["a00001"], "at": ["12"]}),
    ],
)
def test_what_was_understood_goes_back_into_the_address(index: Index, address: Address, kept: Address) -> None:
    arrive(index, **address)
    state.push()
    assert st.query_params == kept
    assert state.pulled()


def test_options_stand_in_the_address_where_they_are_not_the_usual_ones(index: Index) -> None:
    arrive(index, ties=["none"], steps=["1"], layers=["people"])
    assert state.option("ties") == ()
    assert state.current(options=("ties", "steps", "view")) == {"ties": ["none"], "steps": ["1"]}


def test_foreign_parts_of_the_address_stay(index: Index) -> None:
    arrive(index, kind=["call"], embed=["true"])
    state.clear("kind")
    state.push()
    assert st.query_params == {"embed": ["true"]}


def test_a_link_with_part_of_the_view_changes_that_part_only(index: Index) -> None:
    arrive(index, topic=["energy"], lang=["it"], event=[EVENT])
    arrive(index, kind=["call"])
    assert state.filters() == Filters(topic=("energy",), kind=("call",))
    assert (state.lang(), state.selected("event")) == ("it", EVENT)


def test_an_address_of_our_own_is_not_read_again(index: Index) -> None:
    arrive(index, topic=["nonsense"], kind=["call"])
    state.push()
    state.clear("kind")
    state.pull(index)
    assert state.filters() == Filters()


def test_a_value_that_left_the_folder_leaves_the_session(index: Index) -> None:
    arrive(index, topic=["energy"], kind=["call"], period=["2025-02-01", "2025-12-31"])
    state.push()
    state.pull(build_index(sample_corpus(3, 0, 0)))
    assert state.filters() == Filters(kind=("call",)), "kinds are the same in every folder"


def test_filters_are_taken_off(index: Index) -> None:
    arrive(index, **FULL)
    state.remove("topic", "energy")
    state.remove("people", "nobody")
    state.remove("period", "")
    assert state.filters() == Filters(
        topic=("tomahawk",), people=("ada-finta",), kind=("call",), status=("held",), conflicts=True, q="prima & linea"
    )
    state.clear()
    assert state.filters() == Filters()
    assert (state.selected("event"), state.lang()) == (EVENT, "it"), "neither is a filter"


def test_only_what_can_be_selected_is() -> None:
    state.callback("person")("ada-finta")
    assert state.selected("person") == "ada-finta"
    with pytest.raises(ValueError, match="topic"):
        state.select("topic", "energy")


# -- links -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("view", "page", "values", "link"),
    [
        ({}, "articles", {}, "articles"),
        ({}, "", {}, "./"),
        ({}, "", {"event": EVENT}, f"./?event={EVENT}"),
        ({}, "articles", {"article": "a1", "at": "120"}, "articles?article=a1&at=120"),
        ({"lang": ["it"]}, "articles", {"article": "a1"}, "articles?lang=it&article=a1"),
        ({"lang": ["it"]}, "articles", {"lang": "en"}, "articles?lang=en"),
        ({"topic": ["energy", "tomahawk"]}, "network", {}, "network?topic=energy&topic=tomahawk"),
        ({"event": [EVENT]}, "network", {"person": "ada-finta"}, "network?person=ada-finta"),  # another selection
        ({}, "compare", {"event": "a&b=c#d <x>"}, "compare?event=a%26b%3Dc%23d+%3Cx%3E"),
    ],
)
def test_a_link_keeps_filters_and_language(
    index: Index, view: Address, page: str, values: dict[str, str], link: str
) -> None:
    arrive(index, **view)
    assert state.link(page, **values) == link


def test_a_link_opened_anew_gives_the_same_view(index: Index) -> None:
    arrive(index, **FULL)
    before = state.filters()
    followed = parse_qs(urlsplit(state.link("compare", event=EVENT)).query)
    st.session_state.clear()
    arrive(index, **followed)
    assert (state.filters(), state.lang(), state.selected("event")) == (before, "it", EVENT)


def test_what_was_made_for_a_key_is_made_once() -> None:
    made: list[str] = []
    for key in ("a", "a", "b", "a"):
        assert state.memo("name", key, lambda key=key: made.append(key) or key) == key  # type: ignore[misc,func-returns-value]
    assert made == ["a", "b", "a"]


def test_a_page_stays_where_two_full_runs_draw_it() -> None:
    found = []
    for page in ("", "", "network", "", ""):
        state.arrive(page)
        found.append(state.stays())
    assert found == [False, True, False, False, True]
