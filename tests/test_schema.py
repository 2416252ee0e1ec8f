"""The declaration of the tables, and that every departure from it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from data import schema

TOPIC = {"topic_id": "energy", "label_en": "Energy", "label_it": "Energia"}
PROBLEM = {"file": "a.txt", "severity": "error", "code": "empty", "message": "It is empty."}
SENTENCE = {"article_id": "a", "start": 0, "end": 4, "paragraph": 0}


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_table_can_be_empty(name: str) -> None:
    frame = schema.empty(name)
    schema.check(name, frame)
    assert {str(dtype) for dtype in frame.dtypes} <= {"str", "int64", "float64", "bool", "datetime64[us]"}


@pytest.mark.parametrize("table", schema.TABLES.values(), ids=schema.TABLES)
def test_declarations_are_whole(table: schema.Table) -> None:
    assert len(set(table.names)) == len(table.names)
    assert set(table.key) <= set(table.names)
    assert all(column.meaning for column in table.columns)
    spans = [column for column in table.columns if column.name in ("start", "end")]
    assert all(column.unit == "code points" for column in spans)


def test_build_orders_columns_and_fills_what_is_missing() -> None:
    frame = schema.build("problems", [dict(reversed(PROBLEM.items()))])
    schema.check("problems", frame)
    assert list(frame.columns) == schema.TABLES["problems"].names
    assert bool(frame["start"].isna().all())
    assert bool(frame["article_id"].isna().all())


def test_build_does_not_change_its_rows() -> None:
    row = dict(TOPIC)
    schema.build("topics", [row])
    assert row == TOPIC


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("topics", [{**TOPIC, "colour": "red"}]),
        ("sentences", [{**SENTENCE, "start": "first"}]),
        ("sentences", [{**SENTENCE, "start": 1.5}]),
        ("sentences", [{**SENTENCE, "start": None}]),
        ("no_such_table", []),
    ],
    ids=["undeclared column", "words for a number", "half an offset", "no offset", "undeclared table"],
)
def test_build_refuses(name: str, rows: list[dict[str, Any]]) -> None:
    with pytest.raises(ValueError, match=name):
        schema.build(name, rows)


Change = Callable[[pd.DataFrame], pd.DataFrame]


@pytest.mark.parametrize(
    ("name", "row", "change", "says"),
    [
        ("topics", TOPIC, lambda f: f.drop(columns="label_it"), "columns are"),
        ("topics", TOPIC, lambda f: f.assign(colour="red"), "columns are"),
        ("topics", TOPIC, lambda f: f[["label_en", "topic_id", "label_it"]], "columns are"),
        ("topics", TOPIC, lambda f: f.set_index(pd.Index(["x"])), "RangeIndex"),
        ("topics", TOPIC, lambda f: f.assign(label_en=f["label_en"].astype(object)), "dtype"),
        ("topics", TOPIC, lambda f: f.assign(label_en=pd.Series([None], dtype="str")), "missing"),
        ("topics", TOPIC, lambda f: pd.concat([f, f], ignore_index=True), "more than one row"),
        ("problems", PROBLEM, lambda f: f.assign(severity=pd.Series(["fatal"], dtype="str")), "fatal"),
        ("sentences", SENTENCE, lambda f: f.assign(start=f["start"].astype("int32")), "dtype"),
    ],
)
def test_check_refuses(name: str, row: dict[str, Any], change: Change, says: str) -> None:
    frame = schema.build(name, [row])
    schema.check(name, frame)
    with pytest.raises(ValueError, match=says) as refusal:
        schema.check(name, change(frame))
    assert name in str(refusal.value)
