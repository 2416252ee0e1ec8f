"""Coverage: sources × events, articles with the same words, who cites whom.

Lives here: what `data.coverage` finds → words and tables. Must not live here: finding it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from components import events, excerpts, filters, matrix, state, text
from components.text import html, t
from data.coverage import COPY, Cell, Source, Texts, cover, find_citations
from data.query import Index

SHOWN_EVENTS = 40
SHOWN_OVERLAPS = 20
SHOWN_CITING = 40
SYMBOL = {"reports": "●", "silent": "○", "later": "·", "before": "‹", "unknown": "?"}


@dataclass(frozen=True)
class CoverCell:
    """A source and an event: state, words for it, number of articles, where the words stand ("" and -1: nowhere)."""

    state: str
    words: str
    n: int
    article_id: str
    at: int


@dataclass(frozen=True)
class CoverageInfo:
    """Sources × events in words; per event how many articles and independent texts; `more` events left out."""

    sources: tuple[tuple[str, int], ...]
    events: tuple[tuple[str, str, str], ...]  # id, title, day
    cells: tuple[tuple[CoverCell, ...], ...]
    totals: tuple[tuple[int, int], ...]
    more: int
    lang: str


def coverage_info(
    index: Index, event_ids: Sequence[str], articles: Sequence[str], texts: Texts, lang: str
) -> CoverageInfo:
    """Events and articles of a view → the coverage in words. Of many events those with most articles are shown."""
    order = sorted(event_ids, key=lambda e: (-index.event[e]["n_articles"], event_ids.index(e)))[:SHOWN_EVENTS]
    shown = [event for event in event_ids if event in set(order)]
    found = cover(index, shown, articles, texts)
    return CoverageInfo(
        tuple((source_name(index, source, lang), len(source.articles)) for source in found.sources),
        tuple(
            (event, events.title(index, event, lang), events.when(index.event[event], lang, "medium"))
            for event in found.events
        ),
        tuple(tuple(_cell(cell, lang) for cell in row) for row in found.cells),
        tuple(zip(found.articles, found.texts, strict=True)),
        len(event_ids) - len(shown),
        lang,
    )


def source_name(index: Index, source: Source, lang: str) -> str:
    """A source → the outlet's name; an article's id and day where the outlet is not known."""
    row = index.article[source.articles[0]]
    if source.source_id in index.actor:
        return text.label(index.actor[source.source_id], lang, source.source_id)
    return row["outlet"] or filters.article_name(index, source.articles[0], lang)


def _cell(cell: Cell, lang: str) -> CoverCell:
    days = abs(cell.days or 0)
    words = t(f"coverage.{cell.state}", lang, n=days) if cell.state != "reports" else t("coverage.reports", lang)
    if cell.state != "reports":
        return CoverCell(cell.state, words, 0, cell.article_id, -1)
    n = len(cell.articles)
    if n > 1:
        words = f"{words} ({t('coverage.articles', lang, n=n)})"
    return CoverCell(cell.state, words, n, cell.article_id, cell.at)


def coverage_html(info: CoverageInfo) -> str:
    """Info → the table: a row per source, a column per event; a filled cell opens the words."""
    lang = info.lang
    articles, compare = state.links("articles"), state.links("compare")
    heads = "".join(
        f'<th scope="col"><a href="{html(compare(event=event, view="accounts"))}">{html(f"{when} · {title}")}</a></th>'
        for event, title, when in info.events
    )
    rows = "".join(
        _row_html(name, n, cells, info.events, articles, lang)
        for (name, n), cells in zip(info.sources, info.cells, strict=True)
    )
    totals = "".join(
        f'<td title="{html(t("coverage.total_help", lang, n=n, texts=texts))}">'
        f"{html(str(n) if n == texts else t('coverage.total', lang, texts=texts, n=n))}</td>"
        for n, texts in info.totals
    )
    used = {cell.state for row in info.cells for cell in row}
    caption = html(t("coverage.caption", lang, n=len(info.events)))
    more = f'<p class="hl-note">{html(t("coverage.more", lang, n=info.more))}</p>' if info.more else ""
    return (
        _keys_html([name for name in SYMBOL if name in used], lang)
        + f'<div class="hl-scroll" tabindex="0" role="region" aria-label="{caption}"><table class="hl-coverage">'
        f'<caption class="hl-unseen">{caption}</caption><thead><tr>'
        f'<th scope="col">{html(t("coverage.source", lang))}</th>{heads}</tr></thead><tbody>{rows}'
        f'<tr class="hl-totals"><th scope="row">{html(t("coverage.totals", lang))}</th>{totals}</tr>'
        f"</tbody></table></div>{more}"
    )


def _keys_html(states: Sequence[str], lang: str) -> str:
    names = {"reports": "reports", "silent": "silent_key", "later": "later_key", "before": "before_key"}
    keys = " ".join(
        f'<span class="hl-verdict"><span class="hl-c-{one}" aria-hidden="true">{SYMBOL[one]}</span> '
        f"{html(t(f'coverage.{names.get(one, one)}', lang))}</span>"
        for one in states
    )
    return f'<p class="hl-keys">{keys}</p>'


def _row_html(
    name: str,
    n: int,
    cells: Sequence[CoverCell],
    shown: Sequence[tuple[str, str, str]],
    link: excerpts.Link,
    lang: str,
) -> str:
    parts = []
    for cell, (_, title, when) in zip(cells, shown, strict=True):
        words = html(f"{title}, {when}: {cell.words}")
        mark = f'<span aria-hidden="true">{SYMBOL[cell.state]}</span><span class="hl-unseen">{words}</span>'
        if cell.at >= 0:
            href = html(link(article=cell.article_id, at=str(cell.at)))
            mark = f'<a href="{href}">{mark}</a>'
        parts.append(f'<td class="hl-c-{cell.state}" title="{words}">{mark}</td>')
    count = f'<span class="hl-note">{html(t("coverage.articles", lang, n=n))}</span>' if n > 1 else ""
    return f'<tr><th scope="row">{html(name)}{count}</th>{"".join(parts)}</tr>'


# -- copies ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shared:
    """Two articles with words in common: names, share in percent, whether they are one text, the longest run."""

    left: tuple[str, str, int]  # id, name, where the run begins
    right: tuple[str, str, int]
    percent: int
    copy: bool
    words: str
    language: str


@dataclass(frozen=True)
class CopiesInfo:
    """The articles of a view, how many independent texts they are, and the pairs with words in common."""

    articles: int
    texts: int
    pairs: tuple[Shared, ...]
    lang: str


def copies_info(index: Index, articles: Sequence[str], texts: Texts, lang: str) -> CopiesInfo:
    """Articles of a view, overlaps of the corpus → what they have in common, largest share first."""
    wanted = set(articles)
    pairs = tuple(
        Shared(
            (o.left, filters.article_name(index, o.left, lang), o.start),
            (o.right, filters.article_name(index, o.right, lang), o.other_start),
            round(100 * o.share),
            o.share >= COPY,
            index.article[o.left]["text"][o.start : o.end],
            index.article[o.left]["language"],
        )
        for o in texts.overlaps
        if {o.left, o.right} <= wanted
    )
    return CopiesInfo(len(articles), texts.independent(articles), pairs[:SHOWN_OVERLAPS], lang)


def copies_html(info: CopiesInfo) -> str:
    """Info → how many independent texts, and the pairs with their longest run in common, which opens either article."""
    lang = info.lang
    link = state.links("articles")
    key = "coverage.copies_one" if info.texts == 1 else "coverage.copies_count"
    parts = [f'<p class="hl-when">{html(t(key, lang, n=info.articles, texts=info.texts))}</p>']
    if not info.pairs:
        parts.append(f'<p class="hl-note">{html(t("coverage.copies_none", lang))}</p>')
    for pair in info.pairs:
        ends = [
            f'<a class="hl-link" href="{html(link(article=article, at=str(at)))}">{html(name)}</a>'
            for article, name, at in (pair.left, pair.right)
        ]
        label = t("coverage.one_text" if pair.copy else "coverage.passages", lang)
        share = t("coverage.share", lang, n=pair.percent)
        parts.append(
            f'<div class="hl-pair"><p>{ends[0]} <span aria-hidden="true">↔</span> {ends[1]} '
            f'<span class="hl-tag">{html(label)}</span> <span class="hl-note">{html(share)}</span></p>'
            f'<blockquote class="hl-words" lang="{pair.language}">{html(matrix.cut(pair.words, 220))}</blockquote>'
            "</div>"
        )
    return "".join(parts)


# -- citations ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cited:
    """An outlet an article leans on: how, how often, the first words."""

    cited: str
    kind: str
    n: int
    words: str
    at: int


@dataclass(frozen=True)
class Citing:
    """An article and the outlets it leans on."""

    article_id: str
    name: str
    language: str
    cited: tuple[Cited, ...]


def citations_info(index: Index, articles: Sequence[str], lang: str) -> tuple[Citing, ...]:
    """Articles of a view → those that cite outlets, with whom."""
    found: dict[str, list[Cited]] = {}
    for c in find_citations(index, articles):
        words = index.article[c.article_id]["text"][c.start : c.end]
        name = text.label(index.actor.get(c.cited), lang, c.cited)
        found.setdefault(c.article_id, []).append(Cited(name, c.kind, c.n, words, c.start))
    return tuple(
        Citing(
            a, filters.article_name(index, a, lang), index.article[a]["language"],
            tuple(sorted(own, key=lambda c: ("via", "speaks", "named").index(c.kind))),
        )
        for a, own in found.items()
    )[:SHOWN_CITING]  # fmt: skip


def citations_html(info: Sequence[Citing], lang: str) -> str:
    """Info → a list: article, how it leans on whom, the words, which open it."""
    link = state.links("articles")
    if not info:
        return f'<p class="hl-note">{html(t("coverage.cites_none", lang))}</p>'
    rows = []
    for citing in info:
        items = "".join(
            f"<li>{html(t(f'coverage.cites_{c.kind}', lang, who=c.cited))} "
            f'<a class="hl-words" lang="{citing.language}" '
            f'href="{html(link(article=citing.article_id, at=str(c.at)))}">'
            f"“{html(matrix.cut(c.words, 90))}”</a>"
            + (f' <span class="hl-note">{html(t("coverage.times", lang, n=c.n))}</span>' if c.n > 1 else "")
            + "</li>"
            for c in citing.cited
        )
        rows.append(f'<div class="hl-pair"><h3 class="hl-source">{html(citing.name)}</h3><ul>{items}</ul></div>')
    return "".join(rows)


# -- on the page -------------------------------------------------------------------------------------


def _section(key: str, heading: str, hint: str, body: str) -> None:
    with st.container(key=key):
        st.html(f'<h2 class="hl-title">{html(heading)}</h2><p class="hl-note">{html(hint)}</p>{body}')


def render(index: Index, event_ids: Sequence[str], articles: Sequence[str], texts: Texts, lang: str) -> None:
    """Draw the coverage of a view's events by its articles, what they share, whom they cite."""
    if not articles:
        st.html(f'<p class="hl-note">{html(t("coverage.no_articles", lang))}</p>')
        return
    if event_ids:
        table = coverage_html(coverage_info(index, event_ids, articles, texts, lang))
        _section("coverage", t("coverage.heading", lang), t("coverage.hint", lang), table)
    copies = copies_html(copies_info(index, articles, texts, lang))
    _section("copies", t("coverage.copies", lang), t("coverage.copies_hint", lang), copies)
    cited = citations_html(citations_info(index, articles, lang), lang)
    _section("citations", t("coverage.cites", lang), t("coverage.cites_hint", lang), cited)
