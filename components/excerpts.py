"""Words of an article with marks in them, as HTML; and the excerpts of an event, article by article.

Lives here: the one way by which article text reaches the page as marked HTML. Must not live here: what to mark.
Every character of an article goes through `html.escape`; marks only add `<mark>` around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import streamlit as st

from components import state, text, theme
from components.text import html, t
from data import query
from data.query import Index

Link = Callable[..., str]
LAYERS = ("event", "date", "claim", "topic", "quote")
SHOWN_PASSAGES = 3  # of one article; the rest is folded
SHOWN_ARTICLES = 15  # at once; more are asked for


@dataclass(frozen=True, order=True)
class Mark:
    """Words `start:end` of an article and the layer they belong to: event, date, claim, topic, quote, people."""

    start: int
    end: int
    layer: str
    title: str = ""  # what was understood, shown by the mouse


def marked_html(words: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """Text, a passage of it, marks by offset into the text → the passage as HTML with the words marked.

    Marks may overlap and are cut to the passage; where they do, one `<mark>` carries all their layers as classes.
    """
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    parts: list[str] = []
    for low, high in pairwise(cuts):
        here = [m for m in inside if m.start <= low and m.end >= high]
        piece = html(words[low:high])
        if here:
            classes = " ".join(f"hl-{layer}" for layer in dict.fromkeys(m.layer for m in here))
            titles = " · ".join(dict.fromkeys(m.title for m in here if m.title))
            hint = f' title="{html(titles)}"' if titles else ""
            piece = f'<mark class="{classes}"{hint}>{piece}</mark>'
        parts.append(piece)
    return "".join(parts)


@dataclass(frozen=True)
class Passage:
    """A sentence that tells of the event: its place, the sentence with its marks as HTML, and as plain words."""

    start: int
    end: int
    body: str
    plain: str
    at: int
    status: str
    quotes: tuple[Said, ...]


@dataclass(frozen=True)
class Said:
    """A quote about the event: its place, its words, who is credited, how. `form` is direct or indirect."""

    start: int
    end: int
    words: str
    form: str
    speaker: str
    side: str
    note: str


@dataclass(frozen=True)
class ArticleExcerpt:
    """What one article says of the event; `quotes` are those outside its passages."""

    article_id: str
    source: str
    language: str
    language_name: str
    when: str
    passages: tuple[Passage, ...]
    quotes: tuple[Said, ...]
    citation: str


@dataclass(frozen=True)
class ExcerptsInfo:
    """The excerpts of an event, article by article, in order of publication."""

    articles: tuple[ArticleExcerpt, ...]
    layers: tuple[str, ...]
    n_articles: int
    lang: str


def source_name(article: Mapping[str, Any]) -> str:
    """A row of articles → its outlet and its label: "TASS · a00012", or the label alone."""
    return f"{article['outlet']} · {article['label']}" if article["outlet"] else str(article["label"])


def published_words(article: Mapping[str, Any], lang: str) -> str:
    """A row of articles → its day and how it is known, where the text does not state it."""
    if article["published"] is None:
        return t("event.published_unknown", lang)
    day = text.day(article["published"], lang, "medium")
    basis = article["published_basis"]
    if basis == "inferred" and article["published_from"] is None:
        basis = "own"
    return day if basis == "stated" else f"{day} ({t(f'basis_short.{basis}', lang)})"


def excerpts_info(index: Index, event_id: str, lang: str, most: int | None = None) -> ExcerptsInfo:
    """Event → its excerpts, those of the first `most` articles. A sentence that several reports share is shown once."""
    rows = query.excerpts(index, event_id)
    by_article: dict[str, list[Mark]] = {}
    layers: set[str] = set()
    quotes = index.records("quotes", "event_id", event_id)
    quoted = {row["quote_id"]: row["form"] for row in quotes}
    for row in query.marks(index, event_id):
        if row["layer"] == "quote" and quoted.get(row["ref"]) != "direct":
            continue  # indirect speech is most of a sentence; its speaker stands below
        title = t(f"mark.{row['layer']}", lang)
        if row["layer"] == "topic":
            title = text.label(index.topic.get(row["ref"]), lang, row["ref"])
        by_article.setdefault(row["article_id"], []).append(Mark(row["start"], row["end"], row["layer"], title))
        layers.add(row["layer"])
    said: dict[str, list[dict[str, Any]]] = {}
    for quote in quotes:
        said.setdefault(quote["article_id"], []).append(quote)
    order = list(dict.fromkeys(row["article_id"] for row in rows))
    order += [article_id for article_id in said if article_id not in order]
    order = [article_id for article_id in order if article_id in index.article]
    told = {article_id: list(group) for article_id, group in groupby(rows, key=lambda row: row["article_id"])}
    return ExcerptsInfo(
        tuple(_article(index, a, told.get(a, []), by_article.get(a, []), said.get(a, []), lang) for a in order[:most]),
        tuple(layer for layer in LAYERS if layer in layers),
        len(order),
        lang,
    )


def _article(
    index: Index,
    article_id: str,
    rows: Sequence[Mapping[str, Any]],
    marks: Sequence[Mark],
    quotes: Sequence[Mapping[str, Any]],
    lang: str,
) -> ArticleExcerpt:
    article = index.article[article_id]
    words: str = article["text"]
    said = [_said(index, quote, lang) for quote in quotes]
    passages: dict[tuple[int, int], Passage] = {}
    for row in rows:
        span = (row["start"], row["end"])
        body = marked_html(words, *span, marks)
        status = row["status"] if row["status"] in ("planned", "cancelled") else ""
        inside = tuple(quote for quote in said if span[0] <= quote.start < span[1])
        passages.setdefault(span, Passage(*span, body, words[slice(*span)], int(row["mark_start"]), status, inside))
    placed = {quote.start for passage in passages.values() for quote in passage.quotes}
    when = published_words(article, lang)
    title = article["title"] or article["file"]
    citation = ", ".join(x for x in (article["outlet"], f"“{title}”" if article["title"] else title, when) if x)
    return ArticleExcerpt(
        article_id,
        source_name(article),
        article["language"],
        t(f"language.{article['language']}", lang),
        when,
        tuple(passages.values()),
        tuple(quote for quote in said if quote.start not in placed),
        citation,
    )


def _said(index: Index, quote: Mapping[str, Any], lang: str) -> Said:
    actor = index.actor.get(quote["speaker"]) if quote["speaker"] else None
    notes = [t(f"event.{quote['form']}", lang)]
    if quote["via"]:
        notes.append(t("event.via", lang, who=text.label(index.actor.get(quote["via"]), lang, quote["via"])))
    if quote["mood"] != "asserted":
        notes.append(t(f"event.{quote['mood']}", lang))
    speaker = text.label(actor, lang, quote["speaker"]) if quote["speaker"] else t("event.nobody", lang)
    side = actor["side"] if actor else "other"
    return Said(
        int(quote["start"]), int(quote["end"]), quote["text"], quote["form"], speaker, side, " · ".join(notes)
    )  # fmt: skip


# as HTML


def copy_button(words: str, lang: str) -> str:
    """A button that copies the words (by the page's one script, `components.chrome`)."""
    return (
        f'<button type="button" class="hl-link" data-hl-copy="{html(words)}" '
        f'data-hl-copied="{html(t("event.copied", lang))}">{html(t("event.copy", lang))}</button>'
    )


def excerpts_html(info: ExcerptsInfo, colours: theme.Palette) -> str:
    """Info, colours → the excerpts as HTML, each set in its own language."""
    lang = info.lang
    legend = " ".join(f'<mark class="hl-{layer}">{html(t(f"mark.{layer}", lang))}</mark>' for layer in info.layers)
    parts = [
        f'<h2 class="hl-title">{html(t("event.excerpts", lang))}</h2>'
        f'<p class="hl-note">{html(t("event.excerpts_count", lang, n=info.n_articles))} · '
        f"{html(t('event.marks', lang))} {legend}</p>"
    ]
    link = state.links("articles")
    parts += [_article_html(article, colours, link, lang) for article in info.articles]
    return "".join(parts)


def render(index: Index, event_id: str, lang: str, colours: theme.Palette) -> None:
    """Draw the excerpts of an event: those of some articles, then a button for more."""
    asked_for, most = st.session_state.get(_MORE, ("", 0))
    most = most if asked_for == event_id else SHOWN_ARTICLES
    info = excerpts_info(index, event_id, lang, most)
    st.html(excerpts_html(info, colours))
    if rest := info.n_articles - len(info.articles):
        words = t("event.more_articles", lang, n=min(rest, SHOWN_ARTICLES))
        st.button(words, key="excerpts-more", on_click=_more, args=(event_id, most + SHOWN_ARTICLES))


_MORE = "_excerpts_more"


def _more(event_id: str, most: int) -> None:
    st.session_state[_MORE] = (event_id, most)


def _open(article: ArticleExcerpt, at: int, link: Link, lang: str) -> str:
    href = html(link(article=article.article_id, at=str(at)))
    label = html(t("event.open_label", lang, article=article.source))
    return (
        f'<a class="hl-link" href="{href}" aria-label="{label}">'
        f'{html(t("event.open", lang))} <span aria-hidden="true">↗</span></a>'
    )


def _citation(article: ArticleExcerpt, words: str, start: int, end: int, lang: str) -> str:
    return t("event.citation", lang, words=words, source=article.citation, start=str(start), end=str(end))


def _speaker(quote: Said, colours: theme.Palette) -> str:
    return f'<span class="hl-chip" style="--hl-side:{colours.side(quote.side)}">{html(quote.speaker)}</span>'


def _quoted(quote: Said) -> str:
    return f"“{html(quote.words)}”" if quote.form == "direct" else html(quote.words)


def _passage_html(article: ArticleExcerpt, passage: Passage, colours: theme.Palette, link: Link, lang: str) -> str:
    status = f' <span class="hl-tag">{html(t(f"event.{passage.status}_here", lang))}</span>' if passage.status else ""
    quotes = "".join(
        f"<li>{_speaker(quote, colours)} "
        + (
            f'<q class="hl-words" lang="{article.language}">{html(_short(quote.words))}</q> '
            if quote.form == "direct"
            else ""
        )
        + f'<span class="hl-note">{html(quote.note)}</span></li>'
        for quote in passage.quotes
    )
    copy = copy_button(_citation(article, passage.plain, passage.start, passage.end, lang), lang)
    return (
        f'<blockquote class="hl-words" lang="{article.language}">{passage.body}</blockquote>'
        + (f'<ul class="hl-speakers">{quotes}</ul>' if quotes else "")
        + f'<p class="hl-actions">{_open(article, passage.at, link, lang)} {copy}{status}</p>'
    )


def _short(words: str, most: int = 60) -> str:
    """Words → their beginning, cut at a space, where they are many; the whole stands in the passage."""
    return words if len(words) <= most else f"{words[:most].rsplit(' ', 1)[0]} …"


def _article_html(article: ArticleExcerpt, colours: theme.Palette, link: Link, lang: str) -> str:
    parts = [
        f'<section class="hl-excerpt"><h3 class="hl-source">{html(article.source)} '
        f'<span class="hl-note">{html(article.language_name)} · {html(article.when)}</span></h3>'
    ]
    shown, folded = article.passages[:SHOWN_PASSAGES], article.passages[SHOWN_PASSAGES:]
    parts += [_passage_html(article, passage, colours, link, lang) for passage in shown]
    if folded:
        inner = "".join(_passage_html(article, passage, colours, link, lang) for passage in folded)
        summary = html(t("event.more_passages", lang, n=len(folded)))
        parts.append(f'<details class="hl-more"><summary>{summary}</summary>{inner}</details>')
    if article.quotes:
        parts.append(f'<h4 class="hl-head">{html(t("event.said", lang))}</h4>')
    for quote in article.quotes:
        parts.append(
            f'<blockquote class="hl-words hl-said" lang="{article.language}">{_quoted(quote)}</blockquote>'
            f'<p class="hl-actions">{_speaker(quote, colours)} '
            f'<span class="hl-note">{html(quote.note)}</span> {_open(article, quote.start, link, lang)} '
            f"{copy_button(_citation(article, quote.words, quote.start, quote.end, lang), lang)}</p>"
        )
    parts.append("</section>")
    return "".join(parts)
