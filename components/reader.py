"""The reader: one whole article with what was read in it, mark by mark.

Lives here: an article and its finds → marks and pieces, the page of the article as HTML, its legend, and the readings
behind a mark. Must not live here: how a find is made, filters, or the list of articles (`components.tables`).
Words of an article reach the page through `html.escape` and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

import pandas as pd

from components.state import LAYERS, OPTIONS
from data.corpus import Corpus

DEFAULT_LAYERS = OPTIONS["layers"].default
HERE = "here"  # the sentence a link asked for


@dataclass(frozen=True)
class Fact:
    """One thing understood: its name in the text table, raw values, and their form, which says how to word them.

    Forms: text, words (of the article), actor, event, topic, days (ISO, one or two), sum (anchor, first and last day),
    count, and `key:…` for a value of a closed list, worded by the text table.
    """

    name: str
    values: tuple[str, ...]
    form: str = "text"


@dataclass(frozen=True)
class Mark:
    """A place `start:end` in the article's text, its layer, and what was understood there (one reading or several)."""

    start: int
    end: int
    layer: str
    readings: tuple[tuple[Fact, ...], ...] = ()

    @property
    def ref(self) -> str:
        """The mark's name in the page: layer and place."""
        return f"{self.layer}-{self.start}-{self.end}"


@dataclass(frozen=True)
class Piece:
    """Text between two boundaries, and the marks that cover it (indices, outermost first)."""

    start: int
    end: int
    marks: tuple[int, ...]


@dataclass(frozen=True)
class ReaderInfo:
    """One article, ready to be shown. `here` is the sentence to scroll to, if a place was asked for."""

    article_id: str
    title: str
    outlet: str
    published: str
    published_basis: str
    published_rule: str
    published_words: str
    url: str
    language: str
    n_words: int
    text: str
    marks: tuple[Mark, ...]
    here: tuple[int, int] | None


# ---------------------------------------------------------------- pieces


def cut(length: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """Text length and marks → pieces that cover the text without gap or overlap, cut at every mark's ends.

    A longer mark is outside a shorter one; of marks with the same place the earlier layer is outside. Marks that are
    empty or reach outside the text are ignored.
    """
    usable = [i for i, mark in enumerate(marks) if 0 <= mark.start < mark.end <= length]
    rank = {layer: i for i, layer in enumerate(LAYERS)}
    usable.sort(key=lambda i: (marks[i].start, -marks[i].end, rank.get(marks[i].layer, -1), i))
    bounds = sorted({0, length, *(marks[i].start for i in usable), *(marks[i].end for i in usable)})
    pieces = []
    active: list[int] = []
    coming = 0
    for start, end in pairwise(bounds):
        active = [i for i in active if marks[i].end > start]
        while coming < len(usable) and marks[usable[coming]].start == start:
            active.append(usable[coming])
            coming += 1
        pieces.append(Piece(start, end, tuple(active)))
    return tuple(pieces)


def _open(mark: Mark, index: int, first: bool, words: Mapping[str, str]) -> str:
    if mark.layer == HERE:
        return f'<mark class="{HERE}" id="{HERE}">' if first else f'<mark class="{HERE}">'
    name = f' id="{mark.ref}"' if first else ""
    return f'<mark{name} class="m m-{mark.layer}" data-m="{index}" title="{escape(words.get(mark.layer, ""))}">'


def marked_html(text: str, marks: Sequence[Mark], words: Mapping[str, str]) -> str:
    """Text and its marks → HTML: the text escaped, each mark a `<mark>` element, correctly nested.

    A mark that overlaps another only in part is closed and opened again; its id stands on the first part only.
    `words` gives each layer its name for the tooltip.
    """
    out: list[str] = []
    stack: list[int] = []
    seen: set[int] = set()
    for piece in cut(len(text), marks):
        same = 0
        while same < min(len(stack), len(piece.marks)) and stack[same] == piece.marks[same]:
            same += 1
        out.append("</mark>" * (len(stack) - same))
        for index in piece.marks[same:]:
            out.append(_open(marks[index], index, index not in seen, words))
            seen.add(index)
        stack = list(piece.marks)
        out.append(escape(text[piece.start : piece.end]))
    out.append("</mark>" * len(stack))
    return "".join(out)


# ---------------------------------------------------------------- finds → marks

Row = Mapping[Any, Any]


def _of(frame: pd.DataFrame, article_id: str) -> list[Row]:
    return list(frame[frame["article_id"] == article_id].to_dict("records"))


def _iso(value: Any) -> str:
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


def _facts(*facts: tuple[str, Any, str]) -> tuple[Fact, ...]:
    """(name, value, form) → facts; what is missing is left out."""
    found = []
    for name, value, form in facts:
        values = value if isinstance(value, tuple) else (value,)
        given = tuple(str(v) for v in values if not pd.isna(v) and str(v))
        if given:
            found.append(Fact(name, given, form))
    return tuple(found)


def _days(row: Row) -> tuple[str, ...]:
    low, high = _iso(row["date_from"]), _iso(row["date_to"])
    return (low,) if low == high else (low, high)


def _number(value: float) -> str:
    return "" if pd.isna(value) else f"{value:g}"


def _sum(anchor: Any, row: Row) -> tuple[str, ...]:
    days = _days(row)
    return () if pd.isna(anchor) or not all(days) else (_iso(anchor), *days)


def _person(row: Row) -> tuple[Fact, ...]:
    return _facts(("actor", row["actor_id"], "actor"), ("how", row["how"], "key:how"), ("rule", row["rule"], "text"))


def _date(row: Row) -> tuple[Fact, ...]:
    return _facts(
        ("days", _days(row), "days"),
        ("precision", row["precision"], "key:precision"),
        ("basis", row["basis"], "key:basis"),
        ("arithmetic", _sum(row["anchor"], row), "sum"),
        ("rule", row["rule"], "text"),
    )


def _topic(row: Row) -> tuple[Fact, ...]:
    return _facts(("topic", row["topic_id"], "topic"))


def _quote(row: Row) -> tuple[Fact, ...]:
    nobody: tuple[str, ...] = ("nobody",) if pd.isna(row["speaker"]) else ()
    return _facts(
        ("speaker", row["speaker"], "actor"),
        ("speaker", nobody, "key:speaker"),
        ("via", row["via"], "actor"),
        ("form", row["form"], "key:form"),
        ("cue", row["cue"], "words"),
        ("mood", row["mood"], "key:mood"),
        ("event", row["event_id"], "event"),
        ("rule", row["rule"], "text"),
    )


def _report(row: Row) -> tuple[Fact, ...]:
    return _facts(
        ("event", row["event_id"], "event"),
        ("status", row["status"], "key:status"),
        ("days", _days(row), "days"),
        ("day_words", row["date_text"], "words"),
        ("basis", row["date_basis"], "key:basis"),
        ("arithmetic", _sum(row["date_anchor"], row), "sum"),
        ("date_rule", row["date_rule"], "text"),
        ("rule", row["rule"], "text"),
    )


def _claim(row: Row) -> tuple[Fact, ...]:
    unit: str = "" if pd.isna(row["unit"]) else row["unit"]
    low, high = _number(row["number_from"]), _number(row["number_to"])
    return _facts(
        ("property", row["property"], "key:property"),
        ("value", row["value"], "text"),
        ("number", (_number(row["number"]), unit) if not pd.isna(row["number"]) else (), "count"),
        ("interval", (low, high, unit) if low and high and low != high else (), "interval"),
        ("qualifier", row["qualifier"], "key:qualifier"),
        ("said_by", row["said_by"], "actor"),
        ("via", row["via"], "actor"),
        ("mood", row["mood"], "key:mood"),
        ("event", row["event_id"], "event"),
        ("rule", row["rule"], "text"),
    )


def _missed(row: Row) -> tuple[Fact, ...]:
    return _facts(("missed", row["code"], "key:problem"), ("message", row["message"], "text"))


READINGS: dict[str, tuple[str, str, str, Callable[[Row], tuple[Fact, ...]]]] = {
    "people": ("mentions", "start", "end", _person),
    "dates": ("date_mentions", "start", "end", _date),
    "topics": ("topic_mentions", "start", "end", _topic),
    "quotes": ("quotes", "start", "end", _quote),
    "events": ("reports", "mark_start", "mark_end", _report),
    "claims": ("claims", "start", "end", _claim),
    "missed": ("problems", "start", "end", _missed),
}  # layer → table, columns of the place, and how a row is put


def build_marks(corpus: Corpus, article_id: str, layers: Collection[str] = LAYERS) -> tuple[Mark, ...]:
    """Corpus and article → its marks of the given layers, in text order; finds of a layer at one place share a mark."""
    places: dict[tuple[int, int, str], list[tuple[Fact, ...]]] = {}
    for layer in LAYERS:
        if layer not in layers:
            continue
        table, first, last, read = READINGS[layer]
        for row in _of(getattr(corpus, table), article_id):
            if pd.isna(row[first]) or pd.isna(row[last]):
                continue
            readings = places.setdefault((int(row[first]), int(row[last]), layer), [])
            facts = read(row)
            if facts not in readings:
                readings.append(facts)
    rank = {layer: i for i, layer in enumerate(LAYERS)}
    order = sorted(places, key=lambda place: (place[0], -place[1], rank[place[2]]))
    return tuple(Mark(*place, tuple(places[place])) for place in order)


def _sentence(corpus: Corpus, article_id: str, at: int, length: int) -> tuple[int, int] | None:
    """An offset → the sentence at it, or the nearest before it; None outside the text."""
    if not 0 <= at < length:
        return None
    rows = corpus.sentences[(corpus.sentences["article_id"] == article_id) & (corpus.sentences["start"] <= at)]
    if rows.empty:
        return at, length if length - at < 200 else at + 200
    last = rows.sort_values("start").iloc[-1]
    return int(last["start"]), int(last["end"])


def reader_info(
    corpus: Corpus, article_id: str, at: int | None = None, layers: Collection[str] = DEFAULT_LAYERS
) -> ReaderInfo | None:
    """Corpus, article, offset and layers → the article with its marks; None for an unknown article."""
    found = _of(corpus.articles, article_id)
    if not found:
        return None
    row = found[0]
    plain = {name: "" if pd.isna(row[name]) else str(row[name]) for name in row}
    return ReaderInfo(
        article_id=article_id,
        title=plain["title"],
        outlet=plain["outlet"],
        published=_iso(row["published"]),
        published_basis=plain["published_basis"],
        published_rule=plain["published_rule"],
        published_words=plain["published_text"],
        url=plain["url"],
        language=plain["language"],
        n_words=int(row["n_words"]),
        text=row["text"],
        marks=build_marks(corpus, article_id, layers),
        here=None if at is None else _sentence(corpus, article_id, at, len(row["text"])),
    )


# ---------------------------------------------------------------- the page


def reader_html(info: ReaderInfo, words: Mapping[str, str]) -> str:
    """The article → HTML in its own language, marks and the place asked for included."""
    marks = [*info.marks, *([Mark(*info.here, HERE)] if info.here else [])]
    body = marked_html(info.text, marks, words)
    return f'<article class="article" lang="{escape(info.language)}">{body}</article>'


def legend_html(layers: Collection[str], counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Layers shown → a line that names each in its own style, with the number of its marks."""
    keys = [
        f'<span class="key"><mark class="m m-{layer}">{escape(words[layer])}</mark> {counts.get(layer, 0)}</span>'
        for layer in LAYERS
        if layer in layers
    ]
    return f'<p class="legend">{"".join(keys)}</p>'
