"""Accounts side by side: one event as property × source, many events as event × property.

Lives here: comparisons (`data.compare`) → words and tables. Must not live here: verdicts, checks in words
(`components.findings`), readouts (`components.readouts`).

Tables, not charts: every cell is a link that keyboard, phone and screen reader reach. On a narrow screen a row becomes
a card (`components/static/compare.css`), for which each cell carries the name of its source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from components import events, excerpts, filters, findings, state, text
from components.text import html, t
from data.compare import LINES, VERDICTS, Comparison, Line, Statement, compare_event
from data.coverage import Texts
from data.query import Index

SHOWN_EVENTS = 60  # of the overview
CUT = 130  # characters of a statement's words in a cell
SYMBOL = {
    "conflicts": "⚑", "more_precise": "⊃", "compatible": "≈", "agrees": "✓", "words": "“”", "single": "1",
    "hearsay": "~", "denied": "✕", "silent": "–",
}  # fmt: skip
_NAMED = ("participants", "topics", "next_step")  # shown by their names; the words where they differ

assert set(SYMBOL) == set(VERDICTS)


@dataclass(frozen=True)
class Words:
    """Words of an article, where they begin in it, who is credited; `mood` where they are not counted, and why."""

    words: str
    article_id: str
    start: int
    note: str
    mood: str


@dataclass(frozen=True)
class Entry:
    """A value one source gives: in words, the interval used, and the passages that give it."""

    value: str
    interval: str
    said: tuple[Words, ...]


@dataclass(frozen=True)
class Column:
    """A source of the event: an article, by outlet and day; the language of its words; `copy_of` an earlier one."""

    article_id: str
    name: str
    title: str
    language: str
    copy_of: str


@dataclass(frozen=True)
class Row:
    """A property: its name, verdict, how many voices, and per column what is said."""

    property: str
    name: str
    verdict: str
    voices: int
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True)
class MatrixInfo:
    """One event, source by source, in words."""

    event_id: str
    title: str
    when: str
    columns: tuple[Column, ...]
    texts: int
    rows: tuple[Row, ...]
    silent: tuple[str, ...]
    lang: str


def matrix_info(index: Index, event_id: str, texts: Texts, lang: str) -> MatrixInfo:
    """Event, which articles are one text → its matrix. Raises ValueError for an event that is not in the corpus."""
    found = compare_event(index, event_id, texts.group)
    return MatrixInfo(
        event_id,
        events.title(index, event_id, lang),
        events.when(index.event[event_id], lang, "full"),
        tuple(_column(index, article, texts, found, lang) for article in found.sources),
        texts.independent(found.sources),
        tuple(_row(index, line, found.sources, lang) for line in sorted(found.lines, key=_nobody)),
        tuple(t(f"property.{name}", lang) for name in found.silent),
        lang,
    )


def _nobody(line: Line) -> bool:
    """What nobody states comes last."""
    return line.verdict == "silent"


def _column(index: Index, article_id: str, texts: Texts, found: Comparison, lang: str) -> Column:
    row = index.article[article_id]
    before = found.sources[: found.sources.index(article_id)]
    group = texts.group.get(article_id, article_id)
    first = next((other for other in before if texts.group.get(other, other) == group), None)
    copy_of = filters.article_name(index, first, lang) if first else ""
    return Column(
        article_id, filters.article_name(index, article_id, lang), row["title"] or "", row["language"], copy_of
    )


def _row(index: Index, line: Line, sources: Sequence[str], lang: str) -> Row:
    cells = tuple(
        _entries(index, [s for s in line.statements if s.article_id == source], lang) for source in sources
    )  # fmt: skip
    return Row(line.property, t(f"property.{line.property}", lang), line.verdict, line.voices, cells)


def _entries(index: Index, said: Sequence[Statement], lang: str) -> tuple[Entry, ...]:
    """One article's statements of a property → one entry for each value; the same words of the same person once."""
    values: dict[tuple[str, str], dict[tuple[str, str, str], Words]] = {}
    for s in said:
        mood = t(f"event.{s.mood}", lang) if s.mood != "asserted" else ""
        words = Words(s.words, s.article_id, s.start, _note(index, s, lang), mood)
        same = values.setdefault(value_words(index, s, lang), {})
        same.setdefault((" ".join(s.words.split()).casefold(), words.note, mood), words)
    return tuple(Entry(*value, tuple(same.values())) for value, same in values.items())


def value_words(index: Index, s: Statement, lang: str) -> tuple[str, str]:
    """A statement → its value in words, and the interval used; ("", "") where only its own words tell it."""
    if s.property == "status":
        return t(f"status_one.{s.value}", lang), ""
    if s.property == "topics":
        return text.label(index.topic.get(s.value or ""), lang, s.value or ""), ""
    return findings.value_words(index, vars(s), lang)


def _note(index: Index, s: Statement, lang: str) -> str:
    said = [text.label(index.actor.get(s.said_by), lang, s.said_by)] if s.said_by else []
    if s.via:
        said.append(t("event.via", lang, who=text.label(index.actor.get(s.via), lang, s.via)))
    return ", ".join(said)


# -- one event as HTML -------------------------------------------------------------------------------


def cut(words: str, most: int = CUT) -> str:
    """Words → on one line, cut at a blank where they are many."""
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"


def verdict_html(verdict: str, lang: str) -> str:
    """A verdict → its mark and name, with its meaning for the mouse."""
    return (
        f'<span class="hl-verdict hl-v-{verdict}" title="{html(t(f"line_help.{verdict}", lang))}">'
        f'<span aria-hidden="true">{SYMBOL[verdict]}</span> {html(t(f"line.{verdict}", lang))}</span>'
    )


def matrix_html(info: MatrixInfo) -> str:
    """Info → the table: a row per property, a column per article; rows nobody states say so across all columns."""
    lang = info.lang
    link = state.links("articles")
    heads = "".join(_head_html(column, link(article=column.article_id), lang) for column in info.columns)
    rows = "".join(_row_html(row, info.columns, link, lang) for row in info.rows)
    caption = html(t("compare.matrix_caption", lang, event=info.title))
    return (
        f'<div class="hl-scroll" tabindex="0" role="region" aria-label="{caption}"><table class="hl-matrix">'
        f'<caption class="hl-unseen">{caption}</caption><thead><tr>'
        f'<th scope="col">{html(t("compare.property", lang))}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _head_html(column: Column, href: str, lang: str) -> str:
    copy = html(t("compare.copy_of", lang, source=column.copy_of)) if column.copy_of else ""
    title = f'<span class="hl-note" lang="{column.language}">{html(cut(column.title, 48))}</span>'
    return (
        f'<th scope="col"><a href="{html(href)}" title="{html(column.title)}">{html(column.name)}</a>'
        + (title if column.title else "")
        + (f'<span class="hl-tag">{copy}</span>' if copy else "")
        + "</th>"
    )


def _row_html(row: Row, columns: Sequence[Column], link: excerpts.Link, lang: str) -> str:
    many = row.voices > 1 and row.verdict not in ("single", "silent")
    voices = f'<span class="hl-note">{html(t("compare.voices", lang, n=row.voices))}</span>' if many else ""
    head = f'<th scope="row">{html(row.name)}<br>{verdict_html(row.verdict, lang)}{voices}</th>'
    if row.verdict == "silent":
        cells = f'<td class="hl-nobody" colspan="{max(len(columns), 1)}">{html(t("compare.nobody", lang))}</td>'
    else:
        cells = "".join(
            _cell_html(row, column, entries, link, lang) for column, entries in zip(columns, row.cells, strict=True)
        )
    return f'<tr class="hl-row-{row.verdict}">{head}{cells}</tr>'


def _cell_html(row: Row, column: Column, entries: Sequence[Entry], link: excerpts.Link, lang: str) -> str:
    if not entries:
        nothing = html(t("compare.says_nothing", lang))
        return (
            f'<td class="hl-empty"><span aria-hidden="true">·</span><span class="hl-unseen">{html(column.name)}: '
            f"{nothing}</span></td>"
        )
    name = f'<span class="hl-cell-source">{html(column.name)}</span>'
    return f"<td>{name}{''.join(_entry_html(row, column, entry, link, lang) for entry in entries)}</td>"


def _entry_html(row: Row, column: Column, entry: Entry, link: excerpts.Link, lang: str) -> str:
    span = f' <span class="hl-interval">{html(entry.interval)}</span>' if entry.interval else ""
    value = f"<b>{html(entry.value)}</b>{span} " if entry.value else ""
    hint = html(t("event.open_label", lang, article=column.name))
    parts = []
    for one in entry.said:
        href = html(link(article=one.article_id, at=str(one.start)))
        mood = f"{one.mood} · {t('compare.not_counted', lang)}" if one.mood else ""
        note = f' <span class="hl-note">{html(one.note)}</span>' if one.note else ""
        parts.append(
            f'<span class="hl-told{" hl-aside" if mood else ""}"><a class="hl-words" lang="{column.language}" '
            f'href="{href}" title="{hint}">“{html(cut(one.words))}”</a>{note}'
            + (f' <span class="hl-tag">{html(mood)}</span>' if mood else "")
            + "</span>"
        )
    classes = "hl-entry hl-named" if row.property in _NAMED else "hl-entry"
    return f'<div class="{classes}">{value}{"".join(parts)}</div>'


def summary_html(info: MatrixInfo) -> str:
    """Info → how many properties have each verdict, and what no source states."""
    lang = info.lang
    counts = Counter(row.verdict for row in info.rows)
    keys = " ".join(
        f"<span>{verdict_html(verdict, lang)} <b>{counts[verdict]}</b></span>"
        for verdict in VERDICTS
        if counts[verdict]
    )
    names = ", ".join(info.silent)
    silent = (
        f"<b>{html(t('compare.silent', lang))}:</b> {html(names)}." if names else html(t("compare.silent_none", lang))
    )
    return f'<p class="hl-keys">{keys}</p><p class="hl-unknowns">{silent}</p>'


def sources_words(articles: int, texts: int, lang: str) -> str:
    """Numbers of articles and independent texts → "3 articles, 1 independent text"."""
    if texts == articles:
        return t("count.articles", lang, n=articles)
    return t("compare.sources_one_text" if texts == 1 else "compare.sources", lang, n=articles, texts=texts)


# -- many events -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class OverviewRow:
    """An event: its name, day, articles, texts, and per property the verdict ("" where it is not asked)."""

    event_id: str
    title: str
    when: str
    articles: int
    texts: int
    verdicts: tuple[str, ...]


@dataclass(frozen=True)
class OverviewInfo:
    """Events × properties; `more` counts the events left out."""

    properties: tuple[str, ...]
    rows: tuple[OverviewRow, ...]
    more: int
    lang: str


def overview_info(index: Index, event_ids: Sequence[str], texts: Texts, lang: str) -> OverviewInfo:
    """Events in order → their verdicts, property by property, for those that are asked of one of them or stated."""
    shown = event_ids[:SHOWN_EVENTS]
    found = {event: compare_event(index, event, texts.group) for event in shown}
    verdicts = {event: {line.property: line.verdict for line in c.lines} for event, c in found.items()}
    known = {name for own in verdicts.values() for name in own}
    names = tuple(name for name in LINES if name in known and name not in ("status", "age"))
    rows = tuple(
        OverviewRow(
            event,
            events.title(index, event, lang),
            events.when(index.event[event], lang, "medium"),
            len(found[event].sources),
            texts.independent(found[event].sources),
            tuple(verdicts[event].get(name, "") for name in names),
        )
        for event in shown
    )
    return OverviewInfo(names, rows, len(event_ids) - len(shown), lang)


def legend_html(verdicts: Sequence[str], lang: str) -> str:
    """Verdicts → their marks and names."""
    return '<p class="hl-keys">' + " ".join(verdict_html(verdict, lang) for verdict in verdicts) + "</p>"


def overview_html(info: OverviewInfo) -> str:
    """Info → the table: a row per event that opens it, a column per property, a mark per verdict."""
    lang = info.lang
    link = state.links("compare")
    names = {name: t(f"property.{name}", lang) for name in info.properties}
    heads = "".join(f'<th scope="col"><span>{html(name)}</span></th>' for name in names.values())
    used = {verdict for row in info.rows for verdict in row.verdicts}
    rows = "".join(_overview_row_html(row, names, html(link(event=row.event_id)), lang) for row in info.rows)
    caption = html(t("compare.overview", lang))
    more = f'<p class="hl-note">{html(t("compare.overview_more", lang, n=info.more))}</p>' if info.more else ""
    return (
        legend_html([verdict for verdict in VERDICTS if verdict in used], lang)
        + f'<div class="hl-scroll" tabindex="0" role="region" aria-label="{caption}"><table class="hl-overview">'
        f'<caption class="hl-unseen">{caption}</caption><thead><tr>'
        f'<th scope="col">{html(t("compare.event", lang))}</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{more}"
    )


def _overview_row_html(row: OverviewRow, names: Mapping[str, str], href: str, lang: str) -> str:
    cells = []
    for name, verdict in zip(names.values(), row.verdicts, strict=True):
        if not verdict:
            cells.append("<td></td>")
            continue
        words = html(f"{name}: {t(f'line.{verdict}', lang)}")
        cells.append(
            f'<td class="hl-v-{verdict}"><a href="{href}" tabindex="-1" title="{words}"><span aria-hidden="true">'
            f'{SYMBOL[verdict]}</span><span class="hl-unseen">{words}</span></a></td>'
        )
    count = html(sources_words(row.articles, row.texts, lang))
    return (
        f'<tr><th scope="row"><a href="{href}">{html(row.title)}</a>'
        f'<span class="hl-note">{html(row.when)} · {count}</span></th>{"".join(cells)}</tr>'
    )


# -- on the page -------------------------------------------------------------------------------------


def switch(lang: str) -> None:
    """Draw the switch between accounts and coverage."""
    st.segmented_control(
        t("compare.view", lang),
        state.OPTIONS["view"].values,
        key="view",
        required=True,
        format_func=lambda view: t(f"compare.view_{view}", lang),
        label_visibility="collapsed",
    )


def choose(index: Index, event_ids: Sequence[str], lang: str) -> None:
    """Draw the choice of the event: those of the view, and the one selected."""
    chosen = state.selected("event")
    ids = [*event_ids, *([chosen] if chosen in index.event and chosen not in event_ids else [])]
    st.session_state["_compared"] = chosen if chosen in ids else None
    st.selectbox(
        t("compare.event", lang),
        ids,
        index=None,
        key="_compared",
        format_func=lambda e: f"{events.when(index.event[e], lang, 'medium')} · {events.title(index, e, lang)}",
        placeholder=t("compare.all_events", lang),
        on_change=lambda: state.select("event", st.session_state["_compared"]),
    )


def render(info: MatrixInfo) -> None:
    """Draw one event: its name, the matrix, what nobody states."""
    lang = info.lang
    count = sources_words(len(info.columns), info.texts, lang)
    st.html(
        f'<h2 class="hl-title">{html(info.title)}</h2>'
        f'<p class="hl-when">{html(info.when[:1].upper() + info.when[1:])} · {html(count)}</p>'
    )
    with st.container(key="unknowns"):
        st.html(summary_html(info))
    with st.container(key="matrix"):
        st.html(matrix_html(info) + f'<p class="hl-note">{html(t("compare.matrix_hint", lang))}</p>')


def render_overview(info: OverviewInfo) -> None:
    """Draw the table of many events."""
    lang = info.lang
    st.html(
        f'<h2 class="hl-title">{html(t("compare.overview", lang))}</h2>'
        f'<p class="hl-note">{html(t("compare.overview_hint", lang))}</p>'
    )
    with st.container(key="overview"):
        st.html(overview_html(info))
