"""Accounts compared: verdicts as a table of cases, the lines of an event, readouts, the matrix in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from components import matrix, readouts, theme
from components.text import texts
from data import Corpus, schema
from data.compare import LINES, VERDICTS, Statement, asked_of, compare_event, judge, read_out, speaking_sides
from data.coverage import find_copies
from data.query import build_index
from tests.sample import HOSTILE, sample_corpus

DAY = pd.Timestamp(2025, 5, 7)
EVENT: Mapping[str, Any] = {"event_id": "e", "kind": "call", "status": "held", "date_from": DAY, "date_to": DAY}
SAMPLE = build_index(sample_corpus(6, 24, 2))
SAMPLE_TEXTS = find_copies({a: row["text"] for a, row in SAMPLE.article.items()})


def minutes(article: str, low: float, high: float | None, **more: Any) -> Statement:
    return Statement(
        "duration",
        article,
        0,
        5,
        "words",
        number=more.pop("number", high or low),
        number_from=low,
        number_to=high,
        unit="minutes",
        **more,
    )


def said(name: str, article: str, value: str | None = None, words: str = "words", **more: Any) -> Statement:
    return Statement(name, article, 0, 5, words, value, **more)


@pytest.mark.parametrize(
    ("name", "statements", "verdict"),
    [
        ("duration", [], "silent"),
        ("duration", [minutes("a", 135, 165)], "single"),
        ("date", [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-09")], "conflicts"),
        ("date", [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-09", planned=True)], "words"),  # it moved
        ("initiator", [said("initiator", "a", "russia"), said("initiator", "b", "kremlin")], "more_precise"),
        ("duration", [minutes("a", 135, 165), minutes("a", 60, 60)], "single"),  # one voice does not contradict itself
        ("duration", [minutes("a", 135, 165, number=150), minutes("b", 165, 180, qualifier="less_than")], "conflicts"),
        ("duration", [minutes("a", 100, 100), minutes("b", 105, 120, qualifier="less_than")], "compatible"),  # in whole hours
        ("duration", [minutes("a", 40, 40), minutes("b", 120, None, qualifier="more_than")], "conflicts"),
        ("duration", [minutes("a", 105, 135), minutes("b", 105, 135)], "agrees"),
        ("duration", [minutes("a", 105, 135), minutes("b", 120, 120)], "more_precise"),
        ("duration", [minutes("a", 105, 135), minutes("b", 130, 150)], "compatible"),
        ("duration", [minutes("a", 120, None), minutes("b", 90, 150)], "compatible"),
        ("duration", [minutes("a", 40, 40), minutes("b", 90, 90, mood="denied")], "single"),
        ("duration", [minutes("a", 40, 40), minutes("b", 90, 90, mood="reported")], "single"),
        ("duration", [minutes("a", 90, 90, mood="reported")], "hearsay"),
        ("duration", [minutes("a", 90, 90, mood="denied")], "denied"),
        ("duration", [minutes("a", 360, 360, value="day 1"), minutes("b", 120, 120, value="day 2")], "words"),
        ("duration", [minutes("a", 40, 40, said_by="x"), minutes("b", 90, 90, said_by="x")], "single"),
        ("date", [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-07")], "agrees"),
        ("date", [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-08")], "conflicts"),
        ("date", [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-05/2025-05-11")], "more_precise"),
        ("date", [said("date", "a", "2025-05-01/2025-05-07"), said("date", "b", "2025-05-07/2025-05-12")], "compatible"),
        ("start_time", [said("start_time", "a", "10:00 Europe/Rome"), said("start_time", "b", "11:00 Europe/Moscow")], "agrees"),
        ("start_time", [said("start_time", "a", "10:00 Europe/Rome"), said("start_time", "b", "10:00 Europe/Moscow")], "conflicts"),
        ("start_time", [said("start_time", "a", "10:00"), said("start_time", "b", "10:00 Europe/Rome")], "more_precise"),
        ("start_time", [said("start_time", "a", "10:00"), said("start_time", "b", "12:00 Europe/Moscow")], "words"),
        ("initiator", [said("initiator", "a", "x"), said("initiator", "b", "y")], "conflicts"),
        ("initiator", [said("initiator", "a", "x"), said("initiator", "b", "x")], "agrees"),
        ("initiator", [said("initiator", "a", "x"), said("initiator", "b", None)], "words"),
        ("place", [said("place", "a", "white-house"), said("place", "b", "washington")], "more_precise"),
        ("place", [said("place", "a", "budapest"), said("place", "b", "istanbul")], "conflicts"),
        ("place", [said("place", "a", "budapest"), said("place", "b", "budapest")], "agrees"),
        ("ordinal", [said("ordinal", "a", "2025-01-01", number=6), said("ordinal", "b", "2025-01-01", number=5)], "conflicts"),
        ("ordinal", [said("ordinal", "a", "2025-01-01", number=6), said("ordinal", "b", None, number=5)], "words"),
        ("ordinal", [said("ordinal", "a", None, number=6), said("ordinal", "b", None, number=6)], "agrees"),
        ("previous_contact", [said("previous_contact", "a", "2025-03-18"), said("previous_contact", "b", "2025-02-12")], "words"),
        ("assessment", [said("assessment", "a", words="utile"), said("assessment", "b", words="difficile")], "words"),
        ("assessment", [said("assessment", "a", words="“Utile”"), said("assessment", "b", words="«utile»")], "agrees"),
        ("topics", [said("topics", "a", "energy"), said("topics", "b", "prisoners")], "compatible"),
        ("topics", [said("topics", "a", "energy"), said("topics", "b", "energy")], "agrees"),
        ("status", [said("status", "a", "planned"), said("status", "b", "held")], "compatible"),
        ("status", [said("status", "a", "cancelled"), said("status", "b", "held")], "conflicts"),
    ],
)  # fmt: skip
def test_verdicts(name: str, statements: list[Statement], verdict: str) -> None:
    assert judge(name, statements, EVENT) == verdict


def test_days_among_those_of_a_longer_event_do_not_conflict() -> None:
    event = {**EVENT, "date_to": pd.Timestamp(2025, 5, 8)}
    pair = [said("date", "a", "2025-05-07"), said("date", "b", "2025-05-08")]
    assert judge("date", pair, event) == "compatible"
    assert judge("date", pair, EVENT) == "conflicts"


def test_times_are_not_compared_without_a_day() -> None:
    pair = [said("start_time", "a", "10:00 Europe/Rome"), said("start_time", "b", "10:00 Europe/Moscow")]
    assert judge("start_time", pair, {**EVENT, "date_from": None, "date_to": None}) == "words"


def test_copies_are_one_voice() -> None:
    pair = [minutes("a", 40, 40), minutes("b", 40, 40)]
    assert judge("duration", pair, EVENT) == "agrees"
    assert judge("duration", pair, EVENT, {"a": "a", "b": "a"}) == "single"


def test_what_is_asked_depends_on_kind_and_status() -> None:
    assert "duration" in asked_of(EVENT)
    assert "duration" not in asked_of({**EVENT, "status": "planned"})
    assert "place" not in asked_of(EVENT)
    assert "place" in asked_of({**EVENT, "kind": "meeting"})
    assert "start_time" not in asked_of({**EVENT, "kind": "attack"})


# -- events ------------------------------------------------------------------------------------------


def test_the_seeds_differ_where_their_accounts_do(seeds: Corpus) -> None:
    index = build_index(seeds)
    found = {line.property: line for line in compare_event(index, "2025-10-16-call-trump-putin").lines}
    assert found["duration"].verdict == "conflicts"
    assert len(found["duration"].statements) == 2
    assert found["date"].verdict == "agrees"
    assert found["start_time"].verdict == "silent"
    late = {line.property: line for line in compare_event(index, "2025-12-29-call-trump-putin").lines}
    assert late["start_time"].verdict == "conflicts"  # an impossible time within one article


def test_every_statement_stands_where_it_says(seeds: Corpus) -> None:
    index = build_index(seeds)
    statements = [s for event in index.event for line in compare_event(index, event).lines for s in line.statements]
    assert len(statements) > 100
    assert all(index.article[s.article_id]["text"][s.start : s.end] == s.words for s in statements)


def test_lines_come_in_order_with_what_nobody_states() -> None:
    for event in SAMPLE.event:
        found = compare_event(SAMPLE, event)
        names = [line.property for line in found.lines]
        assert names == [name for name in LINES if name in names]
        assert all(line.verdict in VERDICTS for line in found.lines)
        assert set(found.silent) == {line.property for line in found.lines if not line.statements}
        assert set(asked_of(SAMPLE.event[event])) <= set(names)


def test_an_unknown_event_is_refused() -> None:
    with pytest.raises(ValueError, match="2099"):
        compare_event(SAMPLE, "2099-nothing")
    with pytest.raises(ValueError, match="2099"):
        read_out(SAMPLE, "2099-nothing", "us", "ru")


def test_a_conflict_that_rests_on_hearsay_does_not_count() -> None:
    corpus = sample_corpus(6, 24, 2)
    check = corpus.checks.iloc[0]
    values = [*corpus.check_values.to_dict("records"), {"check_id": check["check_id"], "name": "left_mood", "position": 0, "value": "reported"}]  # fmt: skip
    claims = corpus.claims.copy()
    of_event = claims["event_id"] == check["event_id"]
    claims.loc[of_event & (claims["number"] != claims.loc[of_event, "number"].iloc[0]), "mood"] = "reported"
    hearsay = replace(corpus, check_values=schema.build("check_values", values), claims=claims)

    def verdict(one: Corpus) -> str:
        lines = compare_event(build_index(one), check["event_id"]).lines
        return next(line.verdict for line in lines if line.property == "duration")

    assert verdict(corpus) == "conflicts"
    assert verdict(hearsay) != "conflicts"


# -- readouts ----------------------------------------------------------------------------------------


def test_readouts_hold_only_words_of_their_side() -> None:
    seen = 0
    for event in SAMPLE.event:
        sides = speaking_sides(SAMPLE, event)
        if len(sides) < 2:
            continue
        found = read_out(SAMPLE, event, *sides[:2])
        for readout in (found.left, found.right):
            assert {SAMPLE.actor[s.speaker]["side"] for s in readout.said} <= {readout.side}
            seen += len(readout.said)
        assert not set(found.only_left) & set(found.only_right)
        assert set(found.both) <= set(found.left.topics) & set(found.right.topics)
    assert seen


def test_topics_of_two_readouts(seeds: Corpus) -> None:
    found = read_out(build_index(seeds), "undated-meeting-trump-putin-budapest", "us", "ru")
    assert "ukraine-settlement" in found.both
    assert "summit-plans" not in found.only_left
    swapped = read_out(build_index(seeds), "undated-meeting-trump-putin-budapest", "ru", "us")
    assert swapped.only_left == found.only_right


@pytest.mark.parametrize(
    ("speaking", "chosen", "shown"),
    [
        (("us", "ru", "ua"), (), ("us", "ru")),
        (("us", "ru", "ua"), ("ua",), ("ua", "us")),
        (("us", "ru", "ua"), ("ua", "ru"), ("ua", "ru")),
        (("us", "ru"), ("eu",), ("us", "ru")),
        (("us",), ("us", "ru"), ("us",)),
        ((), (), ()),
    ],
)
def test_sides_to_show(speaking: tuple[str, ...], chosen: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert readouts.pick_sides(speaking, chosen) == shown


# -- in words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["en", "it"])
def test_the_matrix_shows_value_interval_and_words(seeds: Corpus, lang: str) -> None:
    index = build_index(seeds)
    copies = find_copies({a: row["text"] for a, row in index.article.items()})
    info = matrix.matrix_info(index, "2025-10-16-call-trump-putin", copies, lang)
    row = next(row for row in info.rows if row.property == "duration")
    entries = [entry for cell in row.cells for entry in cell]
    assert [entry.interval for entry in entries] == ["135–165 min", "165–180 min"]
    assert all(one.words in index.article[one.article_id]["text"] for entry in entries for one in entry.said)
    assert len(row.cells) == len(info.columns) == 3
    silent = [row.verdict == "silent" for row in info.rows]
    assert silent == sorted(silent)  # what nobody states comes last
    assert info.silent


def test_words_of_every_verdict_property_and_state_exist() -> None:
    keys = {f"line.{v}" for v in VERDICTS} | {f"line_help.{v}" for v in VERDICTS} | {f"property.{p}" for p in LINES}
    keys |= {f"check_rule.{kind}" for kind in schema.CHECK_KINDS}
    assert not keys - set(texts())


def _hostile(entry: matrix.Entry) -> matrix.Entry:
    return matrix.Entry(HOSTILE, HOSTILE, tuple(replace(one, words=HOSTILE, note=HOSTILE) for one in entry.said))


def test_tables_escape_what_articles_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix.state, "links", lambda page: lambda **values: f"{page}?x=<&{values}")
    monkeypatch.setattr(readouts.state, "links", lambda page: lambda **values: f"{page}?{values}")
    html = ""
    for event in list(SAMPLE.event)[:8]:
        info = matrix.matrix_info(SAMPLE, event, SAMPLE_TEXTS, "it")
        columns = tuple(replace(column, title=HOSTILE, name=HOSTILE) for column in info.columns)
        rows = tuple(replace(row, cells=tuple(tuple(map(_hostile, cell)) for cell in row.cells)) for row in info.rows)
        html += matrix.matrix_html(replace(info, columns=columns, rows=rows)) + matrix.summary_html(info)
        if len(sides := speaking_sides(SAMPLE, event)) > 1:
            html += readouts.readouts_html(readouts.readouts_info(SAMPLE, event, sides[0], sides[1], "it"), theme.LIGHT)
    html += matrix.overview_html(matrix.overview_info(SAMPLE, list(SAMPLE.event), SAMPLE_TEXTS, "en"))
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    assert "x=<" not in html


def test_the_overview_leaves_out_what_is_too_much_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix, "SHOWN_EVENTS", 10)
    info = matrix.overview_info(SAMPLE, list(SAMPLE.event), SAMPLE_TEXTS, "en")
    assert (len(info.rows), info.more) == (10, 14)
    assert all(len(row.verdicts) == len(info.properties) for row in info.rows)


@pytest.mark.parametrize(
    ("articles", "copies", "words"),
    [(1, 1, "1 article"), (3, 3, "3 articles"), (3, 1, "3 articles, 1 independent text"), (5, 2, "5 articles, 2 independent texts")],
)  # fmt: skip
def test_sources_in_words(articles: int, copies: int, words: str) -> None:
    assert matrix.sources_words(articles, copies, "en") == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [("one two", "one two"), ("one\n  two", "one two"), ("word " * 60, "word word …"), ("", "")],
)
def test_long_words_are_cut_at_a_blank(words: str, shown: str) -> None:
    assert matrix.cut(words, 12) == shown
