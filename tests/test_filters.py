"""The options of the filters, and the chips of those that are set."""

from __future__ import annotations

import datetime as dt

import pytest

from components import filters
from data.query import Filters, Index, build_index
from tests.sample import sample_corpus

DAYS = (dt.date(2025, 2, 1), dt.date(2025, 12, 31))


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 24, 2))


def test_options_carry_counts_and_names_in_the_language(index: Index) -> None:
    info = filters.options_info(index, Filters(kind=("call",)), "it")
    names = {o.value: o.name for o in info["topic"]}
    assert names["energy"] == "Energia"
    assert [o.name for o in info["topic"]] == sorted((o.name for o in info["topic"]), key=str.casefold)
    calls = sum(e["kind"] == "call" for e in index.event.values())
    assert next(o.count for o in info["kind"] if o.value == "call") == calls
    assert sum(o.count for o in info["status"]) == calls
    assert {o.value for o in info["kind"]} == {"call", "meeting"}  # kinds that do not occur are not offered


@pytest.mark.parametrize(("lang", "shown"), [("en", "Energy 1,248"), ("it", "Energy 1.248")])
def test_counts_are_written_as_the_language_does(lang: str, shown: str) -> None:
    label = filters._label([filters.Option("energy", "Energy", 1248)], str, "{name} {n}", lang)
    assert label("energy") == shown


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
