"""The reader: marks over a text, cut and nested without losing a character."""

from __future__ import annotations

import random
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from components.reader import LAYERS, Mark, cut, marked_html

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
        self.open.append(str(fields["data-m"]))
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
            assert over == {str(i) for i, m in enumerate(marks) if m.start <= offset < m.end}
        assert len(seen.ids) == len({i for over in seen.over for i in over})


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
