"""The panel beside the network: an actor's office, contacts, words and ties, or the sentences a tie rests on.

Lives here: corpus and id → what the panel says → how it is shown. Must not live here: the picture
(`components.network`), counting (`data.graph`) or filters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from components import cached, events, excerpts, filters, state, wording
from components.text import day, html, label, markdown, number, t
from data import graph
from data.corpus import Corpus
from data.query import Filters, Index
from data.span import fold


@dataclass(frozen=True)
class Passage:
    """One or more whole sentences of an article, with the words that matter as spans relative to `text`."""

    article_id: str
    start: int
    text: str
    marks: tuple[tuple[int, int], ...]
    speaker: str | None = None
    event_id: str | None = None
    facts: tuple[str, ...] = ()  # its day, and what it leaves open

    @property
    def at(self) -> int:
        """Where the words that matter begin, as an offset into the article."""
        return self.start + (self.marks[0][0] if self.marks else 0)


@dataclass(frozen=True)
class TieLine:
    """A tie of the actor: its id, kind, the other actor, whether the actor is its target, and its evidence."""

    tie_id: str
    kind: str
    other: str
    inward: bool
    n_sentences: int
    date_from: str
    date_to: str
    status: str = "held"
    mood: str = "asserted"


@dataclass(frozen=True)
class Role:
    """An office with the ISO days it was held, as the vocabulary has it; an empty day is open."""

    office: str
    date_from: str
    date_to: str


@dataclass(frozen=True)
class Called:
    """Words by which articles call the actor beside the name: how often, on which ISO days, and where first."""

    words: str
    n: int
    date_from: str
    date_to: str
    article_id: str
    start: int
    language: str


@dataclass(frozen=True)
class ActorInfo:
    """What is known of one actor in a view; `more_…` count what the lists leave out."""

    actor_id: str
    name: str
    kind: str
    side: str
    office: str
    affiliation: str | None
    known: bool
    events: tuple[str, ...]
    said: tuple[Passage, ...]
    about: tuple[Passage, ...]
    ties: tuple[TieLine, ...]
    more_events: int
    more_said: int
    more_about: int
    roles: tuple[Role, ...] = ()
    called: tuple[Called, ...] = ()


@dataclass(frozen=True)
class TieInfo:
    """One tie and the sentences it rests on; `rules` names the rules that understood them."""

    tie_id: str
    kind: str
    source: str
    target: str
    directed: bool
    date_from: str
    date_to: str
    passages: tuple[Passage, ...]
    more: int
    rules: tuple[str, ...]


CALLED = 5  # ways in which articles call an actor
START = 8  # connectors offered where nothing is selected
LIMIT = 20  # events, or passages, shown before "and more"
TIES = 12  # ties offered as buttons; the table under the chart has all


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _iso(value: Any) -> str:
    return "" if pd.isna(value) else pd.Timestamp(value).date().isoformat()


class _Sentences:
    """The sentences of the articles asked for, to widen a span to whole sentences."""

    def __init__(self, corpus: Corpus) -> None:
        self._texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
        self._rows = dict(iter(corpus.sentences.groupby("article_id")))

    def around(self, article_id: str, start: int, end: int) -> tuple[int, int]:
        """A span → the span of the sentences it touches, or itself where there are none."""
        rows = self._rows.get(article_id)
        touched = None if rows is None else rows[(rows["start"] < end) & (rows["end"] > start)]
        if touched is None or touched.empty:
            return start, end
        return min(start, int(touched["start"].min())), max(end, int(touched["end"].max()))

    def passage(
        self,
        article_id: str,
        spans: Sequence[tuple[int, int]],
        speaker: str | None = None,
        event_id: str | None = None,
    ) -> Passage:
        """Spans of one article → the sentences around them with the spans as marks."""
        start, end = self.around(article_id, min(s for s, _ in spans), max(e for _, e in spans))
        marks = tuple(sorted({(s - start, e - start) for s, e in spans}))
        return Passage(article_id, start, self._texts[article_id][start:end], marks, speaker, event_id)


Listed = tuple[tuple[Passage, ...], int]  # the passages shown, and how many more there are


def _said(corpus: Corpus, sentences: _Sentences, actor_id: str, articles: Collection[str]) -> Listed:
    """Words credited to the actor, one passage a sentence; a direct quote within reported words is marked alone."""
    rows = corpus.quotes[(corpus.quotes["speaker"] == actor_id) & corpus.quotes["article_id"].isin(list(articles))]
    found: dict[tuple[str, tuple[int, int]], list[dict[Hashable, Any]]] = {}
    for row in rows.to_dict("records"):
        around = sentences.around(row["article_id"], row["start"], row["end"])
        found.setdefault((row["article_id"], around), []).append(row)
    passages = []
    for (article_id, _), quotes in list(found.items())[:LIMIT]:
        direct = [row for row in quotes if row["form"] == "direct"] or quotes
        spans = [(row["start"], row["end"]) for row in direct]
        event_id = next((row["event_id"] for row in quotes if not pd.isna(row["event_id"])), None)
        passages.append(sentences.passage(article_id, spans, actor_id, event_id))
    return tuple(passages), len(found) - len(passages)


def _about(corpus: Corpus, sentences: _Sentences, actor_id: str, articles: Collection[str]) -> Listed:
    """Words credited to somebody else that name the actor; the names are marked."""
    quotes = corpus.quotes[corpus.quotes["speaker"].notna() & (corpus.quotes["speaker"] != actor_id)]
    names = corpus.mentions[
        (corpus.mentions["actor_id"] == actor_id) & corpus.mentions["article_id"].isin(list(articles))
    ]
    both = quotes.merge(names[["article_id", "start", "end"]], on="article_id", suffixes=("", "_name"))
    both = both[(both["start_name"] >= both["start"]) & (both["end_name"] <= both["end"])]
    places = list(both.groupby(["article_id", "start", "end"]))
    passages = []
    for (article_id, _, _), rows in places[:LIMIT]:
        spans = list(zip(rows["start_name"].tolist(), rows["end_name"].tolist(), strict=True))
        passages.append(sentences.passage(str(article_id), spans, rows["speaker"].iloc[0]))
    return tuple(passages), len(places) - len(passages)


def _tie_lines(ties: pd.DataFrame, actor_id: str) -> tuple[TieLine, ...]:
    rows = ties[(ties["source"] == actor_id) | (ties["target"] == actor_id)]
    return tuple(
        TieLine(
            graph.tie_id(row["source"], row["kind"], row["target"]),
            row["kind"],
            row["target"] if row["source"] == actor_id else row["source"],
            row["target"] == actor_id and row["kind"] in graph.DIRECTED,
            int(row["n_sentences"]),
            _iso(row["date_from"]),
            _iso(row["date_to"]),
            row["status"],
            row["mood"],
        )
        for row in rows.to_dict("records")
    )


def _roles(corpus: Corpus, actor_id: str, lang: str) -> tuple[Role, ...]:
    """The offices of an actor, the present ones first, then the latest; one held of several on the same days once."""
    rows = corpus.roles[corpus.roles["actor_id"] == actor_id].to_dict("records")
    rows.sort(key=lambda row: (_iso(row["date_to"]) or "9999", _iso(row["date_from"])), reverse=True)
    once: dict[tuple[str, str, str], Role] = {}
    for row in rows:
        office = row["office_it"] if lang == "it" else row["office"]
        first, last = _iso(row["date_from"]), _iso(row["date_to"])
        once.setdefault((office.split(", ")[0], first, last), Role(office, first, last))
    return tuple(once.values())


def _called(corpus: Corpus, actor_id: str, articles: Collection[str]) -> tuple[Called, ...]:
    """The offices by which articles call the actor, the most frequent first, each with the days of the articles."""
    rows = corpus.mentions[
        (corpus.mentions["actor_id"] == actor_id)
        & (corpus.mentions["how"] == "office")
        & corpus.mentions["article_id"].isin(list(articles))
    ].merge(corpus.articles[["article_id", "published", "language"]], on="article_id")
    found = []
    for _, group in rows.groupby(rows["text"].map(lambda words: fold(" ".join(words.split())))):
        first = group.sort_values(["published", "article_id", "start"], na_position="last").iloc[0]
        since, until = _iso(group["published"].min()), _iso(group["published"].max())
        words, article_id = " ".join(str(first["text"]).split()), str(first["article_id"])
        language, start = str(first["language"]), int(first["start"])
        found.append(Called(words, len(group), since, until, article_id, start, language))
    return tuple(sorted(found, key=lambda one: (-one.n, one.words))[:CALLED])


def actor_info(
    corpus: Corpus,
    actor_id: str,
    ties: pd.DataFrame,
    left: pd.DataFrame,
    articles: Collection[str],
    lang: str = "en",
) -> ActorInfo | None:
    """Corpus, actor, and the ties, events (`left`) and articles of the view → what the panel says.

    None for an unknown actor. Events by day (undated last), passages in the order of articles and places.
    """
    found = corpus.actors[corpus.actors["actor_id"] == actor_id].to_dict("records")
    if not found:
        return None
    actor = found[0]
    sentences = _Sentences(corpus)
    ends = corpus.relations[(corpus.relations["source"] == actor_id) | (corpus.relations["target"] == actor_id)]
    mine = {
        *corpus.participants.loc[corpus.participants["actor_id"] == actor_id, "event_id"],
        *ends.loc[ends["kind"] != "mentioned_with", "event_id"].dropna(),
    }
    held = left[left["event_id"].isin(mine)].sort_values(["date_from", "event_id"], na_position="last")
    said, more_said = _said(corpus, sentences, actor_id, articles)
    about, more_about = _about(corpus, sentences, actor_id, articles)
    office = (_text(actor["office_it"]) if lang == "it" else "") or _text(actor["office"])
    return ActorInfo(
        actor_id=actor_id,
        name=actor["name_it"] if lang == "it" else actor["name"],
        kind=actor["kind"],
        side=actor["side"],
        office=office,
        affiliation=_text(actor["affiliation"]) or None,
        known=bool(actor["known"]),
        events=tuple(held["event_id"].head(LIMIT)),
        more_events=max(len(held) - LIMIT, 0),
        said=said,
        about=about,
        ties=_tie_lines(ties, actor_id),
        more_said=more_said,
        more_about=more_about,
        roles=_roles(corpus, actor_id, lang),
        called=_called(corpus, actor_id, articles),
    )


def _ends(corpus: Corpus, article_id: str, span: tuple[int, int], ends: tuple[str, str]) -> list[tuple[int, int]]:
    names = corpus.mentions[(corpus.mentions["article_id"] == article_id) & corpus.mentions["actor_id"].isin(ends)]
    inside = names[(names["start"] >= span[0]) & (names["end"] <= span[1])]
    return list(zip(inside["start"].tolist(), inside["end"].tolist(), strict=True))


def _evidence(corpus: Corpus, row: Mapping[Any, Any], ends: tuple[str, str]) -> list[tuple[int, int]]:
    """A relation → the words to mark in its sentence: the contact it comes from, and the names of both ends."""
    span = (int(row["start"]), int(row["end"]))
    marks = _ends(corpus, row["article_id"], span, ends)
    if not pd.isna(row["mark_start"]) and not pd.isna(row["mark_end"]):
        return [*marks, (int(row["mark_start"]), int(row["mark_end"]))]
    told = corpus.reports[
        (corpus.reports["article_id"] == row["article_id"])
        & (corpus.reports["event_id"] == row["event_id"])
        & (corpus.reports["mark_start"] >= span[0])
        & (corpus.reports["mark_end"] <= span[1])
    ]
    return marks + list(zip(told["mark_start"].tolist(), told["mark_end"].tolist(), strict=True))


def tie_info(corpus: Corpus, tie: str, relations: pd.DataFrame, lang: str = "en") -> TieInfo | None:
    """Corpus, a tie's id and the dated relations of the view → the tie with its sentences; None when there is none.

    Sentences in the order of articles and places, each once.
    """
    parts = graph.split_tie_id(tie)
    if parts is None:
        return None
    source, kind, target = parts
    rows = relations[
        (relations["source"] == source) & (relations["kind"] == kind) & (relations["target"] == target)
    ].drop_duplicates(["article_id", "start"])
    if rows.empty:
        return None
    rows = rows.sort_values(["date_from", "article_id", "start"], na_position="last")
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    published = dict(zip(corpus.articles["article_id"], map(_iso, corpus.articles["published"]), strict=True))
    passages = []
    for row in rows.head(LIMIT).to_dict("records"):
        start, end = int(row["start"]), int(row["end"])
        marks = tuple(sorted({(a - start, b - start) for a, b in _evidence(corpus, row, (source, target))}))
        words = texts[row["article_id"]][start:end]
        first, last = _iso(row["date_from"]), _iso(row["date_to"])
        same = first == last == published.get(row["article_id"])  # the article's day is said with its name
        when = "" if same else wording.span(first, last, lang)
        facts = tuple(filter(None, (when, *wording.reserve(_text(row["status"]), _text(row["mood"]), lang))))
        passages.append(Passage(row["article_id"], start, words, marks, None, _text(row["event_id"]) or None, facts))
    return TieInfo(
        tie, kind, source, target, kind in graph.DIRECTED, _iso(rows["date_from"].min()), _iso(rows["date_to"].max()),
        tuple(passages), len(rows) - len(passages), tuple(sorted(set(rows["rule"]))),
    )  # fmt: skip


# ---------------------------------------------------------------- as HTML


def passage_html(index: Index, passage: Passage, lang: str) -> str:
    """A passage → its words in their own language with the marks, who said them, where they stand, a link there."""
    article = index.article[passage.article_id]
    marks = [excerpts.Mark(start, end, "event") for start, end in passage.marks]
    words = excerpts.marked_html(passage.text, 0, len(passage.text), marks)
    parts = [html(fact) for fact in passage.facts]
    parts.append(html(filters.article_name(index, passage.article_id, lang)))
    if passage.speaker:
        parts.insert(0, f"<b>{html(label(index.actor.get(passage.speaker), lang, passage.speaker))}</b>")
    href = html(state.link("articles", article=passage.article_id, at=str(passage.at)))
    parts.append(f'<a href="{href}" target="_self">{html(t("panel.open", lang))}</a>')
    return (
        f'<figure class="hl-passage"><blockquote lang="{html(article["language"])}">{words}</blockquote>'
        f"<figcaption>{' · '.join(parts)}</figcaption></figure>"
    )


def _section(heading: str, items: Sequence[str], none: str, more: int, lang: str) -> str:
    body = "".join(items) or f'<p class="hl-none">{html(t(none, lang))}</p>'
    rest = f'<p class="hl-none">{html(t("panel.more", lang, n=more))}</p>' if more else ""
    return f"<section><h3>{html(t(heading, lang))}</h3>{body}{rest}</section>"


def _event_html(index: Index, event_id: str, lang: str) -> str:
    href = html(state.link("", event=event_id))
    day = html(events.when(index.event[event_id], lang, "medium"))
    title = html(events.title(index, event_id, lang))
    return f'<li><span class="hl-day">{day}</span> <a href="{href}" target="_self">{title}</a></li>'


def head_html(info: ActorInfo, index: Index, lang: str) -> str:
    """An actor → name, side, kind, office."""
    facts = [t(f"side.{info.side}", lang), t(f"actor_kind.{info.kind}", lang)]
    if info.affiliation:
        facts.append(label(index.actor.get(info.affiliation), lang, info.affiliation))
    if not info.known:
        facts.append(t("panel.found", lang))
    office = f'<p class="hl-office">{html(info.office)}</p>' if info.office else ""
    return (
        f'<header class="hl-side hl-side-{info.side}"><h2>{html(info.name)}</h2>{office}'
        f'<p class="hl-facts">{html(" · ".join(dict.fromkeys(facts)))}</p></header>'
    )


def _held(role: Role, lang: str) -> str:
    """An office's days in words: "since 21 January 2025", "4 Jan 2021 – 20 Jan 2025"; empty where none is known."""
    first = day(dt.date.fromisoformat(role.date_from), lang, "medium") if role.date_from else ""
    last = day(dt.date.fromisoformat(role.date_to), lang, "medium") if role.date_to else ""
    form = "span" if first and last else "since" if first else "until" if last else ""
    return t(f"panel.role_{form}", lang, first=first, last=last) if form else ""


def roles_html(info: ActorInfo, index: Index, lang: str) -> str:
    """Dated offices, for whom the actor spoke or who spoke for the actor, and how articles call the actor → HTML."""
    rows = [(role.office, _held(role, lang)) for role in info.roles]
    for tie in info.ties:
        if tie.kind == "speaks_for":
            name = label(index.actor.get(tie.other), lang, tie.other)
            words = t("panel.spoken_by" if tie.inward else "panel.spoke_for", lang, name=name)
            rows.append((words, wording.span(tie.date_from, tie.date_to, lang)))
    listed = [f"<li>{html(what)}{_aside(when)}</li>" for what, when in rows]
    for one in info.called:
        href = html(state.link("articles", article=one.article_id, at=str(one.start)))
        words = f'<a href="{href}" target="_self"><q lang="{html(one.language)}">{html(one.words)}</q></a>'
        facts = [t("panel.times", lang, n=one.n), wording.span(one.date_from, one.date_to, lang)]
        listed.append(f"<li>{words}{_aside(' · '.join(filter(None, facts)))}</li>")
    body = [f'<ul class="hl-roles">{"".join(listed)}</ul>'] if listed else []
    return _section("panel.roles", body, "panel.no_roles", 0, lang) if info.kind == "person" or listed else ""


def _aside(words: str) -> str:
    return f' <span class="hl-held">{html(words)}</span>' if words else ""


def actor_html(info: ActorInfo, index: Index, lang: str) -> str:
    """An actor's contacts, words, and what others say → HTML."""
    contacts = [_event_html(index, event_id, lang) for event_id in info.events]
    listed = [f'<ul class="hl-events">{"".join(contacts)}</ul>'] if contacts else []
    said = [passage_html(index, passage, lang) for passage in info.said]
    about = [passage_html(index, passage, lang) for passage in info.about]
    return (
        _section("panel.contacts", listed, "panel.no_contacts", info.more_events, lang)
        + _section("panel.said", said, "panel.no_said", info.more_said, lang)
        + _section("panel.about", about, "panel.no_about", info.more_about, lang)
    )


def tie_head_html(info: TieInfo, index: Index, lang: str) -> str:
    """A tie → who, how, to whom, on how many sentences, from when to when."""
    ends = [label(index.actor.get(end), lang, end) for end in (info.source, info.target)]
    verb = wording.verb(info.kind, index.actor.get(info.target), lang)
    when = wording.span(info.date_from, info.date_to, lang)
    count = t("network.sentences", lang, n=len(info.passages) + info.more)
    head = f"<h2>{html(ends[0])} <i>{html(verb)}</i> {html(ends[1])}</h2>"
    facts = " · ".join(part for part in (count, when) if part)
    return f'<header class="hl-panel">{head}<p class="hl-facts">{html(facts)}</p></header>'


def tie_html(info: TieInfo, index: Index, lang: str) -> str:
    """A tie's sentences → HTML, with the rules that understood them."""
    body = "".join(passage_html(index, passage, lang) for passage in info.passages)
    more = f'<p class="hl-none">{html(t("panel.more", lang, n=info.more))}</p>' if info.more else ""
    rules = html(t("panel.rules", lang, n=len(info.rules), rules=", ".join(info.rules)))
    return f'{body}{more}<p class="hl-none">{rules}</p>'


def way_html(index: Index, view: graph.View, way: Sequence[str], lang: str) -> str:
    """The actors of a way → for each step its best evidenced tie with one sentence, as HTML."""
    steps = []
    for a, b in pairwise(way):
        between = view.ties[
            ((view.ties["source"] == a) & (view.ties["target"] == b))
            | ((view.ties["source"] == b) & (view.ties["target"] == a))
        ]
        best = between.iloc[0]
        info = tie_info(index.corpus, graph.tie_id(best["source"], best["kind"], best["target"]), view.relations, lang)
        if info is not None:
            ends = [html(label(index.actor.get(end), lang, end)) for end in (info.source, info.target)]
            verb = html(wording.verb(info.kind, index.actor.get(info.target), lang))
            head = f"<h3>{ends[0]} <i>{verb}</i> {ends[1]}</h3>"
            steps.append(head + passage_html(index, info.passages[0], lang))
    return "".join(steps)


# ---------------------------------------------------------------- as widgets


def _close(kind: str) -> None:
    st.button(
        t("panel.close", state.lang()), key=f"close-{kind}", icon=":material/close:", type="tertiary",
        on_click=state.select, args=(kind, None),
    )  # fmt: skip


def render_actor(info: ActorInfo, index: Index) -> None:
    """Draw the actor's panel; each tie is a button that opens its sentences."""
    lang = state.lang()
    with st.container(key="actor-panel", border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
            st.html(head_html(info, index, lang))
            _close("person")
        st.html(f'<div class="hl-panel">{roles_html(info, index, lang)}</div>')
        if info.ties:
            st.html(f'<h3 class="hl-h3">{html(t("panel.ties", lang))}</h3>')
            with st.container(gap=None, key="actor-ties"):
                for tie in info.ties[:TIES]:
                    st.button(
                        tie_line(tie, index, lang, info.actor_id), key=f"tie-{tie.tie_id}", type="tertiary",
                        on_click=state.select, args=("tie", tie.tie_id),
                    )  # fmt: skip
            if len(info.ties) > TIES:
                st.caption(t("panel.more", lang, n=len(info.ties) - TIES))
        st.html(f'<div class="hl-panel">{actor_html(info, index, lang)}</div>')


def tie_line(tie: TieLine, index: Index, lang: str, actor_id: str = "") -> str:
    """A tie seen from the actor → Markdown: "speaks for Vladimir Putin · 2 sentences · 16 Oct 2025"."""
    target = index.actor.get(actor_id if tie.inward else tie.other)
    verb = wording.verb(tie.kind, target, lang, inward=tie.inward)
    other = label(index.actor.get(tie.other), lang, tie.other)
    facts = [t("network.sentences", lang, n=tie.n_sentences), wording.span(tie.date_from, tie.date_to, lang)]
    facts += wording.reserve(tie.status, tie.mood, lang)
    return f"{verb} **{markdown(other)}** · {markdown(' · '.join(filter(None, facts)))}"


def render_tie(info: TieInfo, index: Index) -> None:
    """Draw the sentences of a tie."""
    with st.container(key="tie-panel", border=True):
        with st.container(horizontal=True, horizontal_alignment="distribute", wrap=False):
            st.html(tie_head_html(info, index, state.lang()))
            _close("tie")
        st.html(f'<div class="hl-panel">{tie_html(info, index, state.lang())}</div>')


def render(
    index: Index,
    view: graph.View,
    left: pd.DataFrame,
    asked: Filters,
    person: str | None,
    tie: str | None,
    window: graph.Months | None = None,
) -> None:
    """Draw what is selected: the tie's sentences, the actor; a notice for a tie that the view does not have.

    With months chosen, contacts are those of these months, and words those of articles published in them.
    """
    lang = state.lang()
    corpus = index.corpus
    shown = tie_info(corpus, tie, view.relations, lang) if tie else None
    if shown is not None:
        render_tie(shown, index)
    elif tie:
        st.warning(t("network.unknown_tie", lang, value=markdown(tie)))
    articles = graph.articles_of(corpus.articles, asked.source) if asked.source else set(corpus.articles["article_id"])
    if window is not None:
        left = graph.within_window(left, window)
        days = corpus.articles.assign(date_from=corpus.articles["published"], date_to=corpus.articles["published"])
        articles &= set(graph.within_window(days, window)["article_id"])
    actor = actor_info(corpus, person, view.ties, left, articles, lang) if person else None
    if actor is not None:
        render_actor(actor, index)
    if actor is None and shown is None:
        render_start(index, view, lang)


def render_start(index: Index, view: graph.View, lang: str) -> None:
    """Where nothing is selected: what to do, and those who connect the sides most, as buttons."""
    st.html(f'<p class="hl-hint">{html(t("network.hint", lang))}</p>')
    ranking = cached.ranking(index.corpus.actors, view.shown, index.corpus.fingerprint)
    best = ranking[ranking["between"] > 0].head(START)
    if best.empty:
        return
    st.html(f'<h3 class="hl-h3">{html(t("network.ranking", lang))}</h3>')
    with st.container(gap=None, key="start-actors"):
        for actor_id, share in zip(best["actor_id"], best["between"], strict=True):
            name, part = label(index.actor.get(actor_id), lang, actor_id), f"{number(round(100 * share), lang)} %"
            st.button(
                f"**{markdown(name)}** · {part}", key=f"start-{actor_id}", type="tertiary",
                on_click=state.select, args=("person", actor_id),
            )  # fmt: skip
    st.caption(t("network.between_help", lang))
