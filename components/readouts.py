"""Two readouts of one event side by side: what each side's officials are quoted with, and which topics only one names.

Lives here: readouts (`data.compare.read_out`) → words and HTML, and the choice of the two sides. Must not live here:
who belongs to a side, or which quotes are about an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import streamlit as st

from components import excerpts, filters, findings, matrix, state, text, theme
from components.text import html, t
from data.compare import Readout, Said, Statement, read_out, speaking_sides
from data.query import Index

SHOWN = 4  # passages of a side before the rest is folded


@dataclass(frozen=True)
class Passage:
    """Words credited to somebody of a side: who, what value they give (if any), where they stand, a note."""

    speaker: str
    value: str
    words: str
    direct: bool
    note: str
    article_id: str
    start: int
    source: str
    language: str


@dataclass(frozen=True)
class SideInfo:
    """One side's account in words."""

    side: str
    name: str
    judged: tuple[Passage, ...]
    begun: tuple[Passage, ...]
    said: tuple[Passage, ...]


@dataclass(frozen=True)
class ReadoutsInfo:
    """Two sides, and the topics both touch or only one."""

    left: SideInfo
    right: SideInfo
    both: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]
    lang: str


def pick_sides(speaking: Sequence[str], chosen: Sequence[str]) -> tuple[str, ...]:
    """The sides that speak of the event, those chosen → the two to show: chosen ones first, then those who say most."""
    wanted = [side for side in chosen if side in speaking]
    return tuple(dict.fromkeys((*wanted, *speaking)))[:2]


def readouts_info(index: Index, event_id: str, left: str, right: str, lang: str) -> ReadoutsInfo:
    """Event, two sides → their readouts in words."""
    found = read_out(index, event_id, left, right)

    def labels(topics: Iterable[str]) -> tuple[str, ...]:
        return tuple(text.label(index.topic.get(topic), lang, topic) for topic in topics)

    return ReadoutsInfo(
        _side(index, found.left, lang),
        _side(index, found.right, lang),
        labels(found.both),
        labels(found.only_left),
        labels(found.only_right),
        lang,
    )


def _side(index: Index, readout: Readout, lang: str) -> SideInfo:
    return SideInfo(
        readout.side,
        t(f"side.{readout.side}", lang),
        tuple(_claimed(index, s, "", lang) for s in readout.judged),
        tuple(_claimed(index, s, t(f"property.{s.property}", lang), lang) for s in readout.begun),
        tuple(_said(index, s, lang) for s in readout.said),
    )


def _claimed(index: Index, s: Statement, name: str, lang: str) -> Passage:
    row = index.article[s.article_id]
    value = f"{name}: {findings.value_words(index, vars(s), lang)[0]}" if name else ""
    return Passage(
        text.short_name(index.actor.get(s.said_by or ""), lang, s.said_by or ""), value, s.words, True,
        t(f"event.{s.mood}", lang) if s.mood != "asserted" else "", s.article_id, s.start,
        filters.article_name(index, s.article_id, lang), row["language"],
    )  # fmt: skip


def _said(index: Index, s: Said, lang: str) -> Passage:
    notes = [text.label(index.topic.get(topic), lang, topic) for topic in s.topics]
    if s.via:
        notes.append(t("event.via", lang, who=text.label(index.actor.get(s.via), lang, s.via)))
    if s.mood != "asserted":
        notes.append(t(f"event.{s.mood}", lang))
    who = text.short_name(index.actor.get(s.speaker), lang, s.speaker)
    return Passage(
        who, "", s.words, s.form == "direct", " · ".join(notes), s.article_id, s.start,
        filters.article_name(index, s.article_id, lang), index.article[s.article_id]["language"],
    )  # fmt: skip


# -- as HTML -----------------------------------------------------------------------------------------


def readouts_html(info: ReadoutsInfo, colours: theme.Palette) -> str:
    """Info, colours → the topics in common and apart, then the two sides in columns."""
    lang = info.lang
    groups = (
        (t("readout.only", lang, side=info.left.name), info.only_left),
        (t("readout.both", lang), info.both),
        (t("readout.only", lang, side=info.right.name), info.only_right),
    )
    topics = "".join(
        f'<div><h3 class="hl-head">{html(name)}</h3><p class="hl-chips">{_tags(labels, lang)}</p></div>'
        for name, labels in groups
    )
    sides = "".join(_side_html(side, colours, lang) for side in (info.left, info.right))
    return f'<div class="hl-three">{topics}</div><div class="hl-two">{sides}</div>'


def _tags(labels: Iterable[str], lang: str) -> str:
    tags = " ".join(f'<span class="hl-tag">{html(label)}</span>' for label in labels)
    return tags or f'<span class="hl-note">{html(t("readout.no_topics", lang))}</span>'


def _side_html(side: SideInfo, colours: theme.Palette, lang: str) -> str:
    link = state.links("articles")
    parts = [f'<section style="--hl-side:{colours.side(side.side)}"><h3 class="hl-side-name">{html(side.name)}</h3>']
    if not (side.judged or side.begun or side.said):
        parts.append(f'<p class="hl-note">{html(t("readout.nothing", lang))}</p>')
    for key, passages in (("judged", side.judged), ("begun", side.begun), ("said", side.said)):
        if not passages:
            continue
        items = [_passage_html(passage, link, lang) for passage in passages]
        parts.append(f'<h4 class="hl-head">{html(t(f"readout.{key}", lang))}</h4>{"".join(items[:SHOWN])}')
        if rest := items[SHOWN:]:
            more = html(t("readout.more", lang, n=len(rest)))
            parts.append(f'<details class="hl-more"><summary>{more}</summary>{"".join(rest)}</details>')
    return "".join(parts) + "</section>"


def _passage_html(passage: Passage, link: excerpts.Link, lang: str) -> str:
    href = html(link(article=passage.article_id, at=str(passage.start)))
    hint = html(t("event.open_label", lang, article=passage.source))
    words = html(matrix.cut(passage.words, 260))
    value = f"<b>{html(passage.value)}</b> " if passage.value else ""
    notes = " · ".join(part for part in (passage.source, passage.note) if part)
    return (
        f'<p class="hl-line">{value}<b>{html(passage.speaker)}</b> <a class="hl-words" lang="{passage.language}" '
        f'href="{href}" title="{hint}">{f"“{words}”" if passage.direct else words}</a> '
        f'<span class="hl-note">{html(notes)}</span></p>'
    )


# -- on the page -------------------------------------------------------------------------------------


def _chosen() -> None:
    st.session_state["sides"] = list(st.session_state["_sides"] or ())[-2:]


def render(index: Index, event_id: str, lang: str) -> None:
    """Draw the readouts of an event: the choice of sides where there are more than two, then both."""
    speaking = speaking_sides(index, event_id)
    with st.container(key="readouts"):
        st.html(
            f'<h2 class="hl-title">{html(t("readout.heading", lang))}</h2>'
            f'<p class="hl-note">{html(t("readout.hint", lang))}</p>'
        )
        if len(speaking) < 2:
            key = "readout.one_side" if speaking else "readout.no_side"
            side = t(f"side.{speaking[0]}", lang) if speaking else ""
            st.html(f'<p class="hl-note">{html(t(key, lang, side=side))}</p>')
            if not speaking:
                return
        shown = pick_sides(speaking, state.option("sides"))
        if len(speaking) > 2:
            st.session_state["_sides"] = list(shown)
            st.pills(
                t("readout.sides", lang),
                speaking,
                key="_sides",
                selection_mode="multi",
                format_func=lambda side: t(f"side.{side}", lang),
                on_change=_chosen,
            )
        if len(shown) == 2:
            st.html(readouts_html(readouts_info(index, event_id, *shown, lang), theme.palette()))
        else:
            only = readouts_info(index, event_id, shown[0], shown[0], lang).left
            st.html(_side_html(only, theme.palette(), lang))
