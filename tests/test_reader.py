"""The reader: marks over a text, cut and nested without losing a character."""

from __future__ import annotations

import random
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest

from components.reader import (
    HERE,
    LAYERS,
    TOPIC_RULE,
    Fact,
    Mark,
    build_marks,
    cut,
    legend_html,
    marked_html,
    reader_html,
    reader_info,
)
from data import schema
from data.corpus import Corpus
from data.extract import topics

WORDS = {layer: layer.title() for layer in LAYERS}


class Nesting(HTMLParser):
    """Collects the text and, for each character, the marks open over it; fails on a wrong nesting."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.over: list[frozenset[str]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag == "mark", f"an element of the text became real: {tag}"
        fields = dict(attrs)
        self.open.append(str(fields["data-ref"]))
        if "id" in fields:
            self.ids.append(str(fields["id"]))

    def handle_endtag(self, tag: str) -> None:
        assert tag == "mark"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.over += [frozenset(self.open)] * len(data)


def parse(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert not parser.open, "a mark was left open"
    return parser


def mark(start: int, end: int, layer: str = "people") -> Mark:
    return Mark(start, end, layer)


@pytest.mark.parametrize(
    ("length", "marks", "expected"),
    [
        (10, [(2, 5)], [(0, 2, ()), (2, 5, (0,)), (5, 10, ())]),
        (10, [(2, 8), (3, 5)], [(0, 2, ()), (2, 3, (0,)), (3, 5, (0, 1)), (5, 8, (0,)), (8, 10, ())]),
        (10, [(3, 5), (2, 8)], [(0, 2, ()), (2, 3, (1,)), (3, 5, (1, 0)), (5, 8, (1,)), (8, 10, ())]),
        (9, [(0, 6), (3, 9)], [(0, 3, (0,)), (3, 6, (0, 1)), (6, 9, (1,))]),
        (4, [(0, 4), (0, 4)], [(0, 4, (0, 1))]),
        (4, [(0, 2), (2, 4)], [(0, 2, (0,)), (2, 4, (1,))]),
        # nothing to mark
        (4, [], [(0, 4, ())]),
        (0, [], []),
        (4, [(2, 2)], [(0, 4, ())]),
        (4, [(3, 2)], [(0, 4, ())]),
        (4, [(2, 9)], [(0, 4, ())]),
        (4, [(-1, 2)], [(0, 4, ())]),
    ],
)
def test_cut(length: int, marks: list[tuple[int, int]], expected: list[tuple[int, int, tuple[int, ...]]]) -> None:
    assert [(p.start, p.end, p.marks) for p in cut(length, [mark(*m) for m in marks])] == expected


def test_same_place_is_nested_in_the_order_of_layers() -> None:
    (piece,) = cut(4, [mark(0, 4, "events"), mark(0, 4, "people")])
    assert piece.marks == (1, 0)


def test_any_marks_keep_every_character_and_every_cover() -> None:
    chance = random.Random(7)
    text = "“Il Cremlino” <b>ha</b> detto & $x$ ![a](b) :red[no]\n\n" * 3
    for _ in range(200):
        spans = [sorted(chance.sample(range(len(text) + 1), 2)) for _ in range(chance.randrange(12))]
        marks = [mark(a, b, chance.choice(LAYERS)) for a, b in spans]
        seen = parse(marked_html(text, marks, WORDS))
        assert seen.text == text
        for offset, over in enumerate(seen.over):
            assert over == {m.ref for m in marks if m.start <= offset < m.end}
        assert set(seen.ids) == {ref for over in seen.over for ref in over}


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![x](http://example.org/a.png)",
        "$\\alpha$",
        ":red[x]",
        "a & b &amp; c",
        '"><img src=x>',
    ],
)
def test_text_shows_as_typed(text: str) -> None:
    html = marked_html(text, [Mark(0, len(text), "quotes")], WORDS)
    assert parse(html).text == text
    assert unescape(re.sub(r"<[^>]*>", "", html)) == text


# ---------------------------------------------------------------- an article and its finds

TEXT = (
    "Ann Reed and Dora Ilin spoke on Tuesday.\nBoth leaders praised “a <i>good</i> call”, Reed said. It took two hours."
)


def at(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words)}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    day = pd.Timestamp("2031-05-06")
    one = {"article_id": "one"}
    name = one | {"text": "x", "how": "name", "rule": "full-name"}
    group = one | at("Both leaders") | {"text": "Both leaders", "how": "group", "rule": "both"}
    talk, quote, lasted = at("spoke"), at("a <i>good</i> call"), at("two hours")
    rows: dict[str, list[dict[str, Any]]] = {
        "articles": [
            one | {
                "label": "one", "file": "one.txt", "language": "en", "published": pd.Timestamp("2031-05-08"),
                "published_basis": "resolved",
                "published_rule": "dateline", "sha256": "1", "n_words": 20, "text": TEXT, "title": "T",
                "outlet": "The Post",
            }
        ],
        "sentences": [
            one | at(words) | {"paragraph": i}
            for i, words in enumerate([TEXT[:40], TEXT[41:-18], "It took two hours."])
        ],
        "mentions": [
            name | at("Ann Reed") | {"actor_id": "ann"}, name | at("Dora Ilin") | {"actor_id": "dora"},
            group | {"actor_id": "ann"}, group | {"actor_id": "dora"},
        ],
        "date_mentions": [
            one | at("Tuesday") | {
                "text": "Tuesday", "date_from": day, "date_to": day, "precision": "day", "basis": "resolved",
                "anchor": pd.Timestamp("2031-05-08"), "rule": "weekday",
            },
            one | at("on") | {"text": "on", "precision": "unknown", "basis": "unknown", "rule": "vague"},
        ],
        "quotes": [
            one | quote | {
                "quote_id": "q", "text": "x", "form": "direct", "speaker": None,
                "mood": "asserted", "rule": "said-after",
            }
        ],
        "reports": [
            one | at(TEXT[:40]) | {
                "event_id": "talk", "mark_start": talk["start"], "mark_end": talk["end"], "date_from": day,
                "date_to": day, "date_basis": "stated", "status": "held", "rule": "contact",
            }
        ],
        "claims": [
            one | lasted | {
                "claim_id": "c", "event_id": "talk", "text": "two hours", "property": "duration", "number": 120.0,
                "number_from": 120.0, "number_to": 120.0, "unit": "minutes", "qualifier": "exact", "mood": "asserted",
                "rule": "duration",
            }
        ],
        "problems": [
            one | at("praised") | {"severity": "note", "code": "missed", "message": "no event"},
            {"file": "one.txt", "article_id": "one", "severity": "warning", "code": "cut", "message": "cut short"},
        ],
    }  # fmt: skip
    frames = {table: schema.build(table, rows.get(table, [])) for table in schema.TABLES}
    return Corpus(**frames, folder="made", fingerprint="made")


def places(marks: tuple[Mark, ...]) -> list[tuple[str, str]]:
    return [(m.layer, TEXT[m.start : m.end]) for m in marks]


def test_marks_of_an_article(corpus: Corpus) -> None:
    assert places(build_marks(corpus, "one")) == [
        ("people", "Ann Reed"), ("people", "Dora Ilin"), ("events", "spoke"), ("dates", "on"), ("dates", "Tuesday"),
        ("people", "Both leaders"), ("missed", "praised"), ("quotes", "a <i>good</i> call"), ("claims", "two hours"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (["events"], [("events", "spoke")]),
        (["missed"], [("missed", "praised")]),
        (["topics"], []),
        ([], []),
        (["nonsense"], []),
    ],
)
def test_layers_can_be_switched(corpus: Corpus, layers: list[str], expected: list[tuple[str, str]]) -> None:
    assert places(build_marks(corpus, "one", layers)) == expected


def reading(corpus: Corpus, layer: str, nth: int = 0) -> tuple[tuple[Fact, ...], ...]:
    return build_marks(corpus, "one", [layer])[nth].readings


def test_a_group_is_one_mark_with_a_reading_for_each_member(corpus: Corpus) -> None:
    assert [r[0] for r in reading(corpus, "people", 2)] == [
        Fact("actor", ("ann",), "actor"), Fact("actor", ("dora",), "actor"),
    ]  # fmt: skip


def test_a_date_keeps_its_anchor_and_arithmetic(corpus: Corpus) -> None:
    assert reading(corpus, "dates", 1) == (
        (
            Fact("days", ("2031-05-06",), "days"),
            Fact("precision", ("day",), "key:precision"),
            Fact("basis", ("resolved",), "key:basis"),
            Fact("arithmetic", ("2031-05-08", "2031-05-06"), "sum"),
            Fact("rule", ("weekday",), "text"),
        ),
    )


def test_what_is_missing_is_left_out(corpus: Corpus) -> None:
    assert [f.name for f in reading(corpus, "dates", 0)[0]] == ["precision", "basis", "rule"]
    assert [f.name for f in reading(corpus, "claims")[0]] == [
        "property", "number", "qualifier", "mood", "event", "rule",
    ]  # fmt: skip
    assert reading(corpus, "quotes")[0][0] == Fact("speaker", ("nobody",), "key:reader_speaker")


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [
        (0, TEXT[:40]),
        (39, TEXT[:40]),
        (TEXT.index("“"), TEXT[41:-18]),
        (len(TEXT) - 1, "It took two hours."),
        (None, None),
        (-1, None),
        (len(TEXT), None),
        (10**9, None),
    ],
)
def test_place_asked_for(corpus: Corpus, offset: int | None, sentence: str | None) -> None:
    info = reader_info(corpus, "one", offset)
    assert info is not None
    assert (None if info.here is None else TEXT[slice(*info.here)]) == sentence


@pytest.mark.parametrize("article", ["", "two", "ONE", "one.txt"])
def test_unknown_article(corpus: Corpus, article: str) -> None:
    assert reader_info(corpus, article) is None


def test_the_page_has_the_text_its_language_and_the_place(corpus: Corpus) -> None:
    info = reader_info(corpus, "one", 50, LAYERS)
    assert info is not None
    html = reader_html(info, WORDS)
    assert html.startswith('<article class="hl-article" lang="en" ')
    assert html.count(f'id="{HERE}"') == 1
    assert unescape(re.sub(r"<[^>]*>", "", html)) == TEXT
    assert "<i>" not in html


def test_legend_names_the_layers_shown() -> None:
    html = legend_html(["people", "dates"], {"people": 3}, WORDS)
    assert re.findall(r"m-(\w+)", html) == ["people", "dates"]
    assert "3" in html
    assert "Quotes" not in html


def test_one_mark_is_a_stop_of_the_tab_key_and_all_can_take_the_focus() -> None:
    html = marked_html("one two three", [mark(0, 7), mark(4, 13, "dates"), Mark(0, 13, HERE)], WORDS)
    assert re.findall(r'id="([\w-]+)"(?: role="link" tabindex="(-?\d)")?', html) == [
        (HERE, ""), ("people-0-7", "0"), ("dates-4-13", "-1"),
    ]  # fmt: skip
    assert html.count("tabindex") == 2, "a mark that is closed and opened again is one stop"


def test_topics_name_the_rule_that_finds_them() -> None:
    assert [rule.id for rule in topics.RULES] == [TOPIC_RULE]
