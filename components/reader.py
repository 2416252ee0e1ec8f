"""The reader: one whole article with what was read in it, mark by mark.

Lives here: an article and its finds → marks and pieces, the page of the article as HTML, its legend, and the readings
behind a mark. Must not live here: how a find is made, filters, or the list of articles (`components.tables`).
Words of an article reach the page through `html.escape` and nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from components import events, findings, state
from components.state import LAYERS, OPTIONS
from components.text import day, days, duration, has, html, label, t
from data.corpus import Corpus
from data.query import Index
from data.search import opening

DEFAULT_LAYERS = OPTIONS["layers"].default
HERE = "here"  # the sentence a link asked for
TOPIC_RULE = "topic-words"  # the one rule that finds topics


@dataclass(frozen=True)
class Fact:
    """One thing understood: its name in the text table, raw values, and their form, which says how to word them.

    Forms: text, words (of the article), normal (a claim's value), actor, event, topic, days (ISO, one or two), sum
    (anchor, first and last day), count, interval, and `key:…` for a value of a closed list, worded by the text table.
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


def _indirect(mark: Mark) -> bool:
    """Whether a quote stands in the article's words: it often covers a whole sentence, and is drawn lightly."""
    return any(fact.name == "form" and fact.values == ("indirect",) for facts in mark.readings for fact in facts)


def _open(mark: Mark, first: bool, words: Mapping[str, str], stop: bool) -> str:
    if mark.layer == HERE:
        return f'<mark class="{HERE}" id="{HERE}">' if first else f'<mark class="{HERE}">'
    name = f' id="{mark.ref}" role="link" tabindex="{0 if stop else -1}"' if first else ""
    title = escape(words.get(mark.layer, ""))
    kind = f"m m-{mark.layer} m-indirect" if _indirect(mark) else f"m m-{mark.layer}"
    return f'<mark{name} class="{kind}" data-ref="{mark.ref}" title="{title}">'


def marked_html(text: str, marks: Sequence[Mark], words: Mapping[str, str]) -> str:
    """Text and its marks → HTML: the text escaped, each mark a `<mark>` element, correctly nested.

    A mark that overlaps another only in part is closed and opened again; its first part alone has an id and takes the
    focus. The article is one stop of the Tab key, at its first mark; from there arrow keys lead on (`_BRIDGE`).
    `words` gives each layer its name for the tooltip.
    """
    out: list[str] = []
    stack: list[int] = []
    seen: set[int] = set()
    stops = False
    for piece in cut(len(text), marks):
        same = 0
        while same < min(len(stack), len(piece.marks)) and stack[same] == piece.marks[same]:
            same += 1
        out.append("</mark>" * (len(stack) - same))
        for index in piece.marks[same:]:
            stop = not stops and marks[index].layer != HERE
            out.append(_open(marks[index], index not in seen, words, stop))
            stops |= stop
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
    return _facts(("topic", row["topic_id"], "topic"), ("rule", TOPIC_RULE, "text"))


def _quote(row: Row) -> tuple[Fact, ...]:
    nobody: tuple[str, ...] = ("nobody",) if pd.isna(row["speaker"]) else ()
    return _facts(
        ("speaker", row["speaker"], "actor"),
        ("speaker", nobody, "key:reader_speaker"),
        ("via", row["via"], "actor"),
        ("form", row["form"], "key:reader_form"),
        ("cue", row["cue"], "words"),
        ("mood", row["mood"], "key:reader_mood"),
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
        ("value", row["value"], "normal"),
        ("number", (_number(row["number"]), unit) if not pd.isna(row["number"]) else (), "count"),
        ("interval", (low, high, unit) if low and high and low != high else (), "interval"),
        ("qualifier", row["qualifier"], "key:reader_qualifier"),
        ("said_by", row["said_by"], "actor"),
        ("via", row["via"], "actor"),
        ("mood", row["mood"], "key:reader_mood"),
        ("event", row["event_id"], "event"),
        ("rule", row["rule"], "text"),
    )


def _missed(row: Row) -> tuple[Fact, ...]:
    return _facts(("missed", row["code"], "key:problem_code"))


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
        outlet=plain["outlet"] or plain["label"],
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


# ---------------------------------------------------------------- readings in words


def _quantity(number: str, unit: str, lang: str) -> str:
    if unit == "minutes":
        return duration(float(number), lang)
    value = float(number)
    return t(f"unit.{unit}", lang, n=value) if has(f"unit.{unit}") else f"{value:g} {unit}".strip()


def _sum_words(values: Sequence[str], lang: str) -> str:
    anchor, first, last = (dt.date.fromisoformat(v) for v in (*values, values[-1])[:3])
    if first != last:
        return t("reader.sum_range", lang, anchor=day(anchor, lang, "full"))
    away = (first - anchor).days
    if not away:
        return t("reader.sum_same", lang, anchor=day(anchor, lang, "full"))
    key = "reader.sum_more" if away > 0 else "reader.sum_less"
    return t(key, lang, anchor=day(anchor, lang, "full"), n=abs(away), day=day(first, lang, "full"))


def _days_words(values: Sequence[str], lang: str) -> str:
    low, high = dt.date.fromisoformat(values[0]), dt.date.fromisoformat(values[-1])
    return day(low, lang, "full") if low == high else days(low, high, "range", lang)


def fact_words(fact: Fact, index: Index, lang: str) -> str:
    """A fact → its value in words, as plain text. Raises KeyError for a form there is none of."""
    if fact.form.startswith("key:"):
        key = f"{fact.form[4:]}.{fact.values[0]}"
        return t(key, lang) if has(key) else fact.values[0]
    value = fact.values[0]
    return {
        "text": lambda: value,
        "words": lambda: f"“{value}”",
        "normal": lambda: findings.normal_form(index, value, lang),
        "actor": lambda: label(index.actor.get(value), lang, value),
        "topic": lambda: label(index.topic.get(value), lang, value),
        "event": lambda: event_words(index, value, lang),
        "days": lambda: _days_words(fact.values, lang),
        "sum": lambda: _sum_words(fact.values, lang),
        "count": lambda: _quantity(value, fact.values[1] if len(fact.values) > 1 else "", lang),
        "interval": lambda: t(
            "reader.from_to",
            lang,
            low=_quantity(value, "".join(fact.values[2:]), lang),
            high=_quantity(fact.values[1], "".join(fact.values[2:]), lang),
        ),
    }[fact.form]()


def event_words(index: Index, event_id: str, lang: str) -> str:
    """Event → its title and day; the bare id where the corpus has no such event."""
    if event_id not in index.event:
        return event_id
    return f"{events.title(index, event_id, lang)}, {events.when(index.event[event_id], lang, 'medium')}"


def _target(fact: Fact, index: Index) -> str | None:
    """Where a fact leads: an event to the timeline, an actor to the network, a topic to its story."""
    value = fact.values[0]
    if fact.form == "event" and value in index.event:
        return state.link("", event=value)
    if fact.form in ("actor", "normal") and value in index.actor:
        return state.link("network", person=value)
    if fact.form == "topic" and value in index.topic:
        return state.link("topics", story=value)
    return None


def reading_html(mark: Mark, words: str, index: Index, lang: str) -> str:
    """A mark and its words → layer, words, and for each reading what was understood, with links."""
    lists = []
    for facts in mark.readings:
        rows = []
        for fact in facts:
            value, href = html(fact_words(fact, index, lang)), _target(fact, index)
            if fact.name in ("rule", "date_rule"):
                value = f"<code>{value}</code>"
            shown = f'<a href="{html(href)}" target="_self">{value}</a>' if href else value
            rows.append(f"<dt>{html(t(f'fact.{fact.name}', lang))}</dt><dd>{shown}</dd>")
        lists.append(f"<dl>{''.join(rows)}</dl>")
    head = f"<h3>{html(t(f'layer.{mark.layer}', lang))}</h3>"
    return (
        f'<div class="hl-reading">{head}<mark class="m-{mark.layer}"><q>{html(words)}</q></mark>{"".join(lists)}</div>'
    )


def here_html(chosen: Sequence[tuple[Mark, str]], index: Index, lang: str) -> str:
    """Marks with their words, innermost first → what was understood there, as one part that can take the focus."""
    heading = html(t("reader.here", lang))
    readings = "".join(reading_html(mark, words, index, lang) for mark, words in chosen)
    refs = " ".join(mark.ref for mark, _ in chosen)
    return (
        f'<section class="hl-here" tabindex="-1" aria-label="{heading}" data-refs="{refs}">'
        f'<h2 class="hl-h3">{heading}</h2>{readings}</section>'
    )


def summary(mark: Mark, index: Index, lang: str) -> str:
    """A mark → what was understood in one line: the first fact of each reading, without doubles."""
    firsts = [fact_words(facts[0], index, lang) for facts in mark.readings if facts]
    return ", ".join(dict.fromkeys(firsts))


def readings_table(info: ReaderInfo, index: Index, lang: str) -> pd.DataFrame:
    """The marks of an article → the table as shown, same rows: layer, words, what was understood."""
    return pd.DataFrame(
        {
            "layer": [t(f"layer.{mark.layer}", lang) for mark in info.marks],
            "text": [" ".join(info.text[mark.start : mark.end].split()) for mark in info.marks],
            "reading": [summary(mark, index, lang) for mark in info.marks],
        },
        dtype="str",
    )


# ---------------------------------------------------------------- the page


def version(info: ReaderInfo) -> str:
    """What the page of an article depends on, as one word: article, layers and place."""
    layers = sorted({mark.layer for mark in info.marks})
    return f"{info.article_id}|{','.join(layers)}|{info.here}"


def reader_html(info: ReaderInfo, words: Mapping[str, str]) -> str:
    """The article → HTML in its own language, marks and the place asked for included."""
    marks = [*info.marks, *([Mark(*info.here, HERE)] if info.here else [])]
    body = marked_html(info.text, marks, words)
    head = f'<article class="hl-article" lang="{escape(info.language)}" data-version="{escape(version(info))}">'
    return f"{head}{body}</article>"


def legend_html(layers: Collection[str], counts: Mapping[str, int], words: Mapping[str, str]) -> str:
    """Layers shown → a line that names each in its own style, with the number of its marks."""
    keys = [
        f'<span class="hl-layer"><mark class="m m-{layer}">{escape(words[layer])}</mark> {counts.get(layer, 0)}</span>'
        for layer in LAYERS
        if layer in layers
    ]
    return f'<p class="hl-layers">{"".join(keys)}</p>'


def head_html(info: ReaderInfo, lang: str) -> str:
    """An article → title, outlet, day and how it is known, language, length."""
    facts = [html(info.outlet)]
    if info.published:
        key = "reader.published_words" if info.published_words else "reader.published"
        when = day(dt.date.fromisoformat(info.published), lang)
        basis = t(f"basis.{info.published_basis}", lang)
        facts.append(html(t(key, lang, day=when, basis=basis, words=info.published_words)))
    else:
        facts.append(html(t("reader.undated", lang)))
    facts += [html(t(f"language.{info.language}", lang)), html(t("reader.words", lang, n=info.n_words))]
    if info.url.startswith(("https://", "http://")):
        original = html(t("reader.original", lang))
        facts.append(f'<a href="{html(info.url)}" target="_blank" rel="noopener noreferrer">{original}</a>')
    title = html(info.title or opening(info.text))
    return (
        f'<header class="hl-article-head"><h2 lang="{html(info.language)}">{title}</h2>'
        f"<p>{' · '.join(facts)}</p></header>"
    )


# ---------------------------------------------------------------- as widgets

# Streamlit cannot scroll to a place, tell which mark was clicked, or move the focus: this script does that alone.
_BRIDGE = (Path(__file__).resolve().parent / "static" / "reader.js").read_text(encoding="utf-8")


@cache
def _bridge() -> Callable[..., Any]:
    mount: Callable[..., Any] = st.components.v2.component("hotline_reader", js=_BRIDGE)
    return mount


_CHOSEN = "_reader_chosen"  # article, marks chosen (innermost first), mark to scroll to, turn
_KEY = "reader-bridge"


def _chosen(article_id: str) -> tuple[tuple[str, ...], str, int]:
    held: tuple[str, tuple[str, ...], str, int] = st.session_state.get(_CHOSEN, ("", (), "", 0))
    return held[1:] if held[0] == article_id else ((), "", held[3])


def _choose(article_id: str, refs: Sequence[str], to: str = "") -> None:
    _, kept, turn = _chosen(article_id)
    st.session_state[_CHOSEN] = (article_id, tuple(refs), to or kept, turn + bool(to))


def _clicked(article_id: str) -> None:
    refs = st.session_state[_KEY].get("clicked")
    if isinstance(refs, list):
        _choose(article_id, [ref for ref in refs if isinstance(ref, str)])


def _row_chosen(article_id: str, refs: Sequence[str]) -> None:
    for row in st.session_state["readings"]["selection"]["rows"]:
        if row < len(refs):
            _choose(article_id, [refs[row]], refs[row])


def layer_words(lang: str) -> dict[str, str]:
    """Each layer's name in the language."""
    return {layer: t(f"layer.{layer}", lang) for layer in LAYERS}


def render(index: Index, article_id: str, at: int | None) -> None:
    """Draw the article: head, switches of layers, legend, text. Switching a layer redraws only this."""
    lang, layers = state.lang(), state.option("layers")
    info = reader_info(index.corpus, article_id, at, layers)
    if info is None:
        return
    words = layer_words(lang)
    st.html(head_html(info, lang))
    if at is not None and info.here is None:
        st.warning(t("reader.place", lang, at=at, n=len(info.text)))
    st.pills(
        t("reader.layers", lang), LAYERS, key="layers", selection_mode="multi", format_func=words.__getitem__, wrap=True
    )
    counts = Counter(mark.layer for mark in info.marks)
    st.html(legend_html(layers, counts, words))
    st.html(reader_html(info, words))
    state.push(selections=("article", "at"), options=("layers",))


def render_readings(index: Index, article_id: str, at: int | None) -> None:
    """Draw what was understood at the mark that was clicked, and the table of all marks. A click redraws only this."""
    lang = state.lang()
    info = reader_info(index.corpus, article_id, at, LAYERS)
    if info is None:
        return
    refs, to, turn = _chosen(article_id)
    _bridge()(
        key=_KEY,
        data={
            "article": article_id,
            "chosen": list(refs),
            "to": to or (HERE if info.here else ""),
            "turn": f"{article_id}|{at}|{turn}",
        },
        on_clicked_change=lambda: _clicked(article_id),
    )
    marks = {mark.ref: mark for mark in info.marks}
    shown = [marks[ref] for ref in refs if ref in marks]
    if shown:
        with st.container(key="reading-here", gap="small"):
            st.button(
                t("reader.close", lang), key="reading-close", icon=":material/close:", type="tertiary",
                on_click=_choose, args=(article_id, ()),
            )  # fmt: skip
            st.html(here_html([(mark, info.text[mark.start : mark.end]) for mark in shown], index, lang))
    else:
        st.html(f'<p class="hl-hint">{html(t("reader.hint", lang))}</p>')
    st.html(f'<h2 class="hl-h3">{html(t("reader.all", lang))} · {html(t("reader.marks", lang, n=len(marks)))}</h2>')
    table = readings_table(info, index, lang)
    st.dataframe(
        table,
        hide_index=True,
        key="readings",
        column_config={name: st.column_config.TextColumn(t(f"reader.{name}", lang)) for name in table.columns},
        selection_mode="single-row",
        on_select=lambda: _row_chosen(article_id, [mark.ref for mark in info.marks]),
        height=min(37 + 35 * max(len(table), 1), 320),
        alt=t("reader.table_alt", lang),
    )
