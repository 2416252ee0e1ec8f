"""The address and the options of the filters."""

from __future__ import annotations

import datetime as dt

import pytest

from components import filters, state
from data.query import Filters, Index, build_index
from tests.sample import sample_corpus

DAYS = (dt.date(2025, 2, 1), dt.date(2025, 12, 31))


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 24, 2))


@pytest.mark.parametrize(
    ("values", "days"),
    [
        (["2025-02-01", "2025-12-31"], DAYS),
        (["2025-12-31", "2025-02-01"], DAYS),
        (["2025-02-01/2025-12-31"], DAYS),
        (["2025-02-01,2025-12-31"], DAYS),
        (["2025-02-01..2025-12-31"], DAYS),
        (["2025-02-01"], None),
        (["2025-02-01", "soon"], None),
        (["2025-02-30", "2025-12-31"], None),
        (["1 Feb 2025", "31 Dec 2025"], None),
        (["2025-02-01", "2025-03-01", "2025-12-31"], None),
        ([], None),
    ],
)
def test_period(values: list[str], days: tuple[dt.date, dt.date] | None) -> None:
    assert state.parse_period(values) == days


@pytest.mark.parametrize(
    ("address", "name", "value", "notices"),
    [
        ({"topic": ["tomahawk"]}, "topic", ["tomahawk"], 0),
        ({"topic": ["tomahawk,energy"]}, "topic", ["tomahawk", "energy"], 0),
        ({"topic": ["energy", "energy"]}, "topic", ["energy"], 0),
        ({"topic": ["Tomahawk 3", "energy"]}, "topic", ["energy"], 1),
        ({"people": ["nobody"]}, "people", [], 1),
        ({"kind": ["call"], "status": [""]}, "status", [], 0),
        ({"conflicts": ["true"]}, "conflicts", True, 0),
        ({"conflicts": ["0"]}, "conflicts", False, 0),
        ({"conflicts": ["maybe"]}, "conflicts", False, 1),
        ({"q": ["  prima   linea "]}, "q", "prima   linea", 0),
        ({"event": ["no-such-event"]}, "event", None, 1),
        ({"article": ["a00001"]}, "article", "a00001", 0),
        ({"article": ["../../etc/passwd"]}, "article", None, 1),
        ({"at": ["120"]}, "at", "120", 0),
        ({"at": ["-1"]}, "at", None, 0),
        ({"at": ["<script>"]}, "at", None, 0),
        ({"lang": ["it"]}, "lang", "it", 0),
        ({"lang": ["fr"]}, "lang", "en", 1),
        ({"period": ["abc"]}, "q", "", 1),
        ({"period": ["1990-01-01", "1990-02-01"]}, "q", "", 1),
        ({}, "topic", [], 0),
    ],
)
def test_address(index: Index, address: dict[str, list[str]], name: str, value: object, notices: int) -> None:
    values, said = state.read_address(index, address)
    assert values[name] == value
    assert len(said) == notices
    assert set(state.KEYS) <= set(values)


def test_a_period_is_cut_to_the_corpus(index: Index) -> None:
    values, said = state.read_address(index, {"period": ["1990-01-01", "2025-03-01"]})
    assert values["period"][0] > dt.date(2025, 1, 1)
    assert values["period"][1] == dt.date(2025, 3, 1)
    assert said == []


def test_options_carry_counts_and_names_in_the_language(index: Index) -> None:
    info = filters.options_info(index, Filters(kind=("call",)), "it")
    names = {o.value: o.name for o in info["topic"]}
    assert names["energy"] == "Energia"
    assert [o.name for o in info["topic"]] == sorted((o.name for o in info["topic"]), key=str.casefold)
    calls = sum(e["kind"] == "call" for e in index.event.values())
    assert next(o.count for o in info["kind"] if o.value == "call") == calls
    assert sum(o.count for o in info["status"]) == calls
    assert {o.value for o in info["kind"]} == {"call", "meeting"}  # kinds that do not occur are not offered


def test_a_click_moves_no_option(index: Index) -> None:
    before = filters.options_info(index, Filters(), "en")
    after = filters.options_info(index, Filters(topic=("energy",), status=("held",)), "en")
    for name in before:
        assert [o.value for o in before[name]] == [o.value for o in after[name]]


def test_chips_name_each_value(index: Index) -> None:
    asked = Filters(topic=("energy", "tomahawk"), period=DAYS, conflicts=True, q="<b>")
    chips = filters.chips_info(index, asked, "en")
    assert [(c.filter, c.value) for c in chips] == [
        ("topic", "energy"), ("topic", "tomahawk"), ("period", ""), ("conflicts", ""), ("q", ""),
    ]  # fmt: skip
    assert [c.label for c in chips][2:] == ["1 Feb – 31 Dec 2025", "Only where accounts differ", "“<b>”"]
    assert filters.chips_info(index, Filters(), "en") == ()
