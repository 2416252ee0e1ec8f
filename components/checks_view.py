"""All that was worked out: each check with its arithmetic, its rule and the words it rests on.

Lives here: checks → cards. Must not live here: the working out (`data.checks`) or its wording (`components.findings`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components import events, excerpts, filters, findings, state, text
from components.excerpts import Mark, marked_html
from components.text import html, t
from data.query import Index
from data.schema import CHECK_KINDS, VERDICTS

ORDER = ("conflicts", "cannot_tell", "compatible", "agrees")
SYMBOL = {"conflicts": "⚑", "cannot_tell": "?", "compatible": "≈", "agrees": "✓"}
SHOWN = 50

assert set(ORDER) == set(VERDICTS)


@dataclass(frozen=True)
class Evidence:
    """A sentence with the words a check rests on as `<mark>`, where they stand, who says them."""

    body: str
    article_id: str
    at: int
    source: str
    language: str
    note: str


@dataclass(frozen=True)
class Counted:
    """An event that was counted: its name and day."""

    event_id: str
    title: str
    when: str


@dataclass(frozen=True)
class Card:
    """One check: kind, verdict, what it is about, its arithmetic, what was counted, the words."""

    check_id: str
    kind: str
    verdict: str
    heading: str
    sentence: str
    hearsay: bool
    event_id: str
    event: str
    counted: tuple[Counted, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class ChecksInfo:
    """The checks of a view that are shown, and how many there are of each verdict and kind."""

    cards: tuple[Card, ...]
    total: int
    verdicts: Mapping[str, int]
    kinds: Mapping[str, int]
    lang: str


def checks_info(
    index: Index,
    event_ids: Sequence[str],
    lang: str,
    verdicts: Sequence[str] = VERDICTS,
    kinds: Sequence[str] = CHECK_KINDS,
    articles: Sequence[str] = (),
) -> ChecksInfo:
    """Events and articles of a view, verdicts and kinds asked for → their checks, conflicts first, then by event.

    A check that belongs to no event (the weekday of some date) comes with its article, last.

    The count of a verdict is what it would leave, given the kinds; that of a kind, given the verdicts.
    """
    rows = [row for event in event_ids for row in index.records("checks", "event_id", event)]
    rows += [row for a in articles for row in index.records("checks", "article_id", a) if row["event_id"] is None]
    shown = [row for row in rows if row["verdict"] in verdicts and row["kind"] in kinds]
    place = {event: i for i, event in enumerate(event_ids)}
    shown.sort(
        key=lambda r: (ORDER.index(r["verdict"]), place.get(r["event_id"], len(place)), r["kind"], r["check_id"])
    )
    return ChecksInfo(
        tuple(_card(index, row, lang) for row in shown),
        len(rows),
        Counter(row["verdict"] for row in rows if row["kind"] in kinds),
        Counter(row["kind"] for row in rows if row["verdict"] in verdicts),
        lang,
    )


def _card(index: Index, row: Mapping[str, Any], lang: str) -> Card:
    values = sorted(index.records("check_values", "check_id", row["check_id"]), key=lambda v: v["position"])
    named: dict[str, list[str]] = {}
    for value in values:
        named.setdefault(value["name"], []).append(value["value"])
    ids = [c["claim_id"] for c in index.records("check_claims", "check_id", row["check_id"])]
    claims = [claim for one in ids for claim in index.records("claims", "claim_id", one)]
    shown = {name: own for name, own in named.items() if name != "event"}  # they are listed with links
    found = findings.finding(index, row, shown, claims, lang)
    event = row["event_id"] or ""
    places = [(c["article_id"], int(c["start"]), int(c["end"]), _credit(index, c, lang)) for c in claims]
    places = places or [(*place, "") for place in _dated_words(index, row)]
    return Card(
        row["check_id"],
        row["kind"],
        row["verdict"],
        found.heading,
        found.sentence,
        bool({"left_mood", "right_mood"} & set(named)),
        event,
        f"{events.title(index, event, lang)}, {events.when(index.event[event], lang, 'medium')}" if event else "",
        tuple(
            Counted(e, events.title(index, e, lang), events.when(index.event[e], lang, "medium"))
            for e in named.get("event", ())
            if e in index.event
        ),
        _evidence(index, places, lang),
    )


def _credit(index: Index, claim: Mapping[str, Any], lang: str) -> str:
    parts = [text.label(index.actor.get(claim["said_by"]), lang, claim["said_by"])] if claim["said_by"] else []
    if claim["via"]:
        parts.append(t("event.via", lang, who=text.label(index.actor.get(claim["via"]), lang, claim["via"])))
    if claim["mood"] != "asserted":
        parts.append(t(f"event.{claim['mood']}", lang))
    return " · ".join(parts)


def _dated_words(index: Index, row: Mapping[str, Any]) -> list[tuple[str, int, int]]:
    """The date a check without claims is about, by its place in the article."""
    if row["article_id"] is None or row["start"] is None:
        return []
    dates = index.records("date_mentions", "article_id", row["article_id"])
    return [(d["article_id"], int(d["start"]), int(d["end"])) for d in dates if d["start"] == row["start"]]


def _evidence(index: Index, places: Sequence[tuple[str, int, int, str]], lang: str) -> tuple[Evidence, ...]:
    """Words (article, start, end, credit) → the sentences they stand in, each once with all its words marked."""
    found: dict[tuple[str, int, int, str], list[Mark]] = {}
    for article_id, start, end, note in places:
        sentences = index.records("sentences", "article_id", article_id)
        inside = ((int(s["start"]), int(s["end"])) for s in sentences if s["start"] <= start < s["end"])
        low, high = next(inside, (start, end))
        found.setdefault((article_id, low, max(high, end), note), []).append(Mark(start, end, "claim"))
    return tuple(
        Evidence(
            marked_html(index.article[a]["text"], low, high, marks), a, marks[0].start,
            filters.article_name(index, a, lang), index.article[a]["language"], note,
        )
        for (a, low, high, note), marks in found.items()
    )  # fmt: skip


# -- as HTML -----------------------------------------------------------------------------------------


def card_html(card: Card, lang: str, *, of_event: bool = False) -> str:
    """A check → its card; `of_event`: on a page about its event, which is not named again."""
    articles, compare = state.links("articles"), state.links("compare")
    event = (
        ""
        if of_event or not card.event_id
        else '<p class="hl-note">'
        f'<a class="hl-link" href="{html(compare(event=card.event_id))}">{html(card.event)}</a></p>'
    )
    counted = "".join(
        f'<li><a class="hl-link" href="{html(compare(event=c.event_id))}">{html(c.when)}</a> {html(c.title)}</li>'
        for c in card.counted
    )
    hearsay = f' <span class="hl-tag">{html(t("checks.hearsay", lang))}</span>' if card.hearsay else ""
    words = "".join(_evidence_html(one, articles, lang) for one in card.evidence)
    rule = html(t(f"check_rule.{card.kind}", lang))
    return (
        f'<article class="hl-check hl-{card.verdict}"><h3><span aria-hidden="true">{SYMBOL[card.verdict]}</span> '
        f'{html(card.heading)} <span class="hl-tag">{html(t(f"check.{card.kind}", lang))}</span>{hearsay}</h3>{event}'
        f'<p class="hl-sum">{html(card.sentence)}</p>'
        + (f'<h4 class="hl-head">{html(t("checks.counted", lang))}</h4><ol>{counted}</ol>' if counted else "")
        + (f'<h4 class="hl-head">{html(t("checks.rests_on", lang))}</h4>{words}' if words else "")
        + f'<details class="hl-more"><summary>{html(t("checks.rule", lang))}</summary><p class="hl-note">{rule}</p>'
        "</details></article>"
    )


def _evidence_html(one: Evidence, link: excerpts.Link, lang: str) -> str:
    href = html(link(article=one.article_id, at=str(one.at)))
    label = html(t("event.open_label", lang, article=one.source))
    note = f" · {html(one.note)}" if one.note else ""
    return (
        f'<blockquote class="hl-words" lang="{one.language}">{one.body}</blockquote>'
        f'<p class="hl-actions"><span class="hl-note">{html(one.source)}{note}</span> '
        f'<a class="hl-link" href="{href}" aria-label="{label}">{html(t("event.open", lang))} '
        '<span aria-hidden="true">↗</span></a></p>'
    )


def checks_html(info: ChecksInfo) -> str:
    """Info → all cards, most telling first."""
    return "".join(card_html(card, info.lang) for card in info.cards[:SHOWN])


# -- on the page -------------------------------------------------------------------------------------


def controls(info: ChecksInfo) -> None:
    """Draw the filters by verdict and by kind, each option with the number it would leave."""
    lang = info.lang
    st.pills(
        t("checks.verdicts", lang),
        ORDER,
        key="verdicts",
        selection_mode="multi",
        format_func=lambda v: f"{SYMBOL[v]} {t(f'verdict.{v}', lang)} :small[{info.verdicts.get(v, 0)}]",
    )
    st.pills(
        t("checks.kinds", lang),
        CHECK_KINDS,
        key="checks",
        selection_mode="multi",
        format_func=lambda k: f"{t(f'check.{k}', lang)} :small[{info.kinds.get(k, 0)}]",
    )


def render(info: ChecksInfo) -> None:
    """Draw the checks of a view."""
    lang = info.lang
    st.html(f'<p class="hl-note">{html(t("checks.hint", lang))}</p>')
    if not info.total:
        st.html(f'<p class="hl-hint">{html(t("checks.none", lang))}</p>')
        return
    with st.container(key="checks-controls"):
        controls(info)
    count = html(t("checks.count", lang, n=len(info.cards), total=info.total))
    st.html(f'<div role="status"><h2 class="hl-note hl-count">{count}</h2></div>')
    with st.container(key="checks-list"):
        st.html(checks_html(info) if info.cards else f'<p class="hl-hint">{html(t("checks.none_left", lang))}</p>')


def render_event(index: Index, event_id: str, lang: str) -> None:
    """Draw the checks of one event; nothing where there is none."""
    info = checks_info(index, [event_id], lang)
    if not info.cards:
        return
    with st.container(key="worked-out"):
        cards = "".join(card_html(card, lang, of_event=True) for card in info.cards)
        st.html(f'<h2 class="hl-title">{html(t("compare.findings", lang))}</h2>{cards}')
