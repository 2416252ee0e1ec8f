"""The panel of one event: what, when and how that is known, who, where, figures per source, findings, silence.

Lives here: `panel_info`, `panel_html`, the steps to the neighbours, `render`. Must not live here: the excerpts
(`components.excerpts`), the wording of findings (`components.findings`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components import events, excerpts, findings, state, text, theme
from components.text import html, t
from data.query import EventDetail, Index, event_detail
from data.schema import PROPERTIES

KNOWN_WORDS = 4
SHOWN_SOURCES = 5  # of one value; the rest is folded
ZONES = ("America/New_York", "Europe/Moscow", "Europe/Kyiv", "Europe/Rome")
_ASKED = {
    "call": ("duration", "start_time", "initiator", "outcome"),
    "meeting": ("duration", "start_time", "place", "outcome"),
}


@dataclass(frozen=True)
class Person:
    """Somebody in or about the event: name, side, office, role."""

    actor_id: str
    name: str
    side: str
    office: str
    role: str


@dataclass(frozen=True)
class Figure:
    """A value one source gives: what, by whom, in normal form, the interval used, the words and where they stand."""

    property: str
    source: str
    value: str
    interval: str
    words: str
    said_by: str
    mood: str
    article_id: str
    start: int
    language: str


@dataclass(frozen=True)
class Times:
    """A claimed start time in four cities, with the words it comes from."""

    words: str
    language: str
    clocks: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PanelInfo:
    """All that the panel says, in words, not yet HTML."""

    event_id: str
    title: str
    facts: str
    when: str
    known: str
    status: str
    kind: str
    people: tuple[Person, ...]
    tellers: tuple[Person, ...]
    place: str
    topics: tuple[tuple[str, str], ...]
    times: tuple[Times, ...]
    figures: tuple[Figure, ...]
    findings: tuple[findings.Finding, ...]
    silent: tuple[str, ...]
    lang: str


def panel_info(index: Index, event_id: str, lang: str) -> PanelInfo:
    """Event → its panel. Raises ValueError for an event that is not in the corpus."""
    detail = event_detail(index, event_id)
    event = detail.event
    claims = detail.claims
    given = {claim["property"] for claim in claims}
    asked = [p for p in _ASKED.get(event["kind"], ()) if p not in given]
    if event["place"] and "place" in asked:
        asked.remove("place")
    if event["status"] in ("planned", "cancelled"):
        asked = [p for p in asked if p not in ("duration", "outcome")]
    return PanelInfo(
        event_id,
        events.title(index, event_id, lang),
        t("event.facts", lang, status=events.status(event, lang), n=int(event["n_articles"])),
        events.when(event, lang, "full"),
        "; ".join(part for part in (precision_words(event, lang), known_words(detail.reports, lang)) if part),
        event["status"],
        event["kind"],
        tuple(_person(index, a, r, lang) for a, r in _people(detail)),
        tuple(_person(index, a, "", lang) for a in _tellers(detail)),
        text.label(index.place.get(event["place"]), lang, event["place"]) if event["place"] else "",
        tuple(_topics(index, detail, lang)),
        tuple(_times(claims, detail, index, lang)),
        tuple(_figure(index, claim, lang) for claim in sorted(claims, key=_claim_order)),
        findings.findings_info(index, detail, lang),
        tuple(t(f"property.{p}", lang) for p in asked),
        lang,
    )


def _claim_order(claim: Mapping[str, Any]) -> tuple[int, str, int]:
    return PROPERTIES.index(claim["property"]), claim["article_id"], claim["start"]


def _people(detail: EventDetail) -> list[tuple[str, str]]:
    order = ("principal", "host", "delegation", "mediator", "interpreter", "other")
    rows = [(row["actor_id"], row["role"]) for row in detail.participants]
    return sorted(rows, key=lambda row: order.index(row[1]))


def _tellers(detail: EventDetail) -> list[str]:
    """Those to whom quotes or figures about the event are credited, first credited first, who did not take part."""
    took_part = {row["actor_id"] for row in detail.participants}
    credited = [*(row["speaker"] for row in detail.quotes), *(row["said_by"] for row in detail.claims)]
    return [actor for actor in dict.fromkeys(credited) if actor and actor not in took_part]


def _person(index: Index, actor_id: str, role: str, lang: str) -> Person:
    actor = index.actor.get(actor_id)
    office = (actor.get("office_it" if lang == "it" else "office") if actor else None) or ""
    return Person(
        actor_id, text.label(actor, lang, actor_id), actor["side"] if actor else "other", office,
        t(f"role.{role}", lang) if role else "",
    )  # fmt: skip


def _topics(index: Index, detail: EventDetail, lang: str) -> list[tuple[str, str]]:
    """Topics tied to the event, most often first: id and name."""
    counts = Counter(row["topic_id"] for row in detail.topics)
    order = sorted(counts, key=lambda topic: (-counts[topic], topic))
    return [(topic, text.label(index.topic.get(topic), lang, topic)) for topic in order]


def precision_words(event: Mapping[str, Any], lang: str) -> str:
    """A row of `events` → how exact its day is: "to the day", "one of 10 days"; nothing without a day."""
    if event["date_from"] is None:
        return ""
    n = (event["date_to"] - event["date_from"]).days + 1 if event["date_to"] is not None else 1
    if n > 1:
        return t("exactness.range", lang, n=n)
    return t(f"exactness.{event['date_precision'] if event['date_precision'] == 'hour' else 'day'}", lang)


def known_words(reports: Sequence[Mapping[str, Any]], lang: str) -> str:
    """Rows of `reports` → how the day is known: "stated in 2 articles; worked out from “oggi”".

    Of many words the `KNOWN_WORDS` that most reports use.
    """
    parts: list[str] = []
    for basis in ("stated", "resolved", "inferred"):
        here = [row for row in reports if row["date_basis"] == basis]
        n = len({row["article_id"] for row in here})
        if not n:
            continue
        said = Counter(f"“{row['date_text']}”" for row in here if row["date_text"])
        words = [word for word, _ in said.most_common(KNOWN_WORDS)]
        if len(said) > KNOWN_WORDS:
            words.append(t("known.more", lang, n=len(said) - KNOWN_WORDS))
        if basis != "stated" and not words:
            parts.append(t(f"known.{basis}_bare", lang))
        else:
            parts.append(t(f"known.{basis}", lang, n=n, words=text.listing(words, lang)))
    none = len({r["article_id"] for r in reports} - {r["article_id"] for r in reports if r["date_basis"] != "unknown"})
    if none and parts:
        parts.append(t("known.unknown", lang, n=none))
    return "; ".join(parts)


def _times(claims: Sequence[Mapping[str, Any]], detail: EventDetail, index: Index, lang: str) -> list[Times]:
    found: list[Times] = []
    day = detail.event["date_from"]
    if day is None or day != detail.event["date_to"]:
        return found
    for claim in claims:
        if claim["property"] != "start_time" or not claim["value"]:
            continue
        clocks: list[tuple[str, str]] = []
        for zone, local in findings.local_times(claim["value"], day.date(), ZONES):
            clock = text.clock(local, lang)
            if local.date() > day.date():
                clock = t("event.next_day", lang, time=clock)
            elif local.date() < day.date():
                clock = t("event.previous_day", lang, time=clock)
            clocks.append((findings.city(zone, lang), clock))
        known = tuple(clocks)
        if known and all(other.clocks != known for other in found):
            found.append(Times(claim["text"], index.article[claim["article_id"]]["language"], known))
    return found


def _figure(index: Index, claim: Mapping[str, Any], lang: str) -> Figure:
    article = index.article[claim["article_id"]]
    said = [text.label(index.actor.get(claim["said_by"]), lang, claim["said_by"])] if claim["said_by"] else []
    if claim["via"]:
        said.append(t("event.via", lang, who=text.label(index.actor.get(claim["via"]), lang, claim["via"])))
    value, span = findings.value_words(index, claim, lang)
    return Figure(
        t(f"property.{claim['property']}", lang), excerpts.source_name(article), value, span, claim["text"],
        ", ".join(said), t(f"event.{claim['mood']}", lang) if claim["mood"] != "asserted" else "",
        claim["article_id"], int(claim["start"]), article["language"],
    )  # fmt: skip


# the panel as HTML


def chip(name: str, side: str, colours: theme.Palette, extra: str = "", href: str = "") -> str:
    """A person's name in a chip with the colour of the side; `extra` in small letters after it; a link with `href`."""
    more = f' <span class="hl-chip-more">{html(extra)}</span>' if extra else ""
    tag, to = ("a", f' href="{html(href)}"') if href else ("span", "")
    return f'<{tag} class="hl-chip"{to} style="--hl-side:{colours.side(side)}">{html(name)}{more}</{tag}>'


def panel_html(info: PanelInfo, colours: theme.Palette) -> str:
    """Info, colours → the panel's body as HTML; every word of an article is escaped and carries its language."""
    lang = info.lang
    person, topic = state.links("network"), state.links("topics")
    compare = state.link("compare", event=info.event_id, view="accounts")
    parts = [
        f'<h2 class="hl-title">{html(info.title)}</h2>',
        f'<p class="hl-note">{html(_capital(info.facts))} · <a class="hl-link" href="{html(compare)}">'
        f"{html(t('event.compare', lang))}</a></p>",
        f'<p class="hl-when">{html(_capital(info.when))}</p>',
        f'<p class="hl-known">{html(_capital(info.known))}</p>' if info.known else "",
    ]
    if info.findings:
        parts.append('<ul class="hl-findings">' + "".join(_finding_html(f) for f in info.findings) + "</ul>")
    parts.append(_section(t("event.who", lang), _people_html(info.people, colours, person)))
    if info.tellers:
        chips = " ".join(chip(p.name, p.side, colours, p.office, person(person=p.actor_id)) for p in info.tellers)
        parts.append(_section(t("event.told_by", lang), f'<p class="hl-chips">{chips}</p>'))
    if info.place:
        parts.append(_section(t("event.where", lang), f"<p>{html(info.place)}</p>"))
    for times in info.times:
        parts.append(_section(t("event.local_times", lang), _times_html(times, lang)))
    if info.topics:
        topics = " ".join(
            f'<a class="hl-tag" href="{html(topic(story=topic_id))}">{html(name)}</a>' for topic_id, name in info.topics
        )
        parts.append(_section(t("event.topics", lang), f'<p class="hl-chips">{topics}</p>'))
    if info.figures:
        parts.append(_section(t("event.figures", lang), _figures_html(info.figures, lang)))
    if info.silent:
        parts.append(_section(t("event.silent", lang), f'<p class="hl-note">{html(" · ".join(info.silent))}</p>'))
    return "".join(parts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _section(heading: str, body: str) -> str:
    return f'<h3 class="hl-head">{html(heading)}</h3>{body}'


def _people_html(people: Sequence[Person], colours: theme.Palette, link: excerpts.Link) -> str:
    rows: list[str] = []
    for person in people:
        note = html(" · ".join(words for words in (person.role, person.office) if words))
        name = chip(person.name, person.side, colours, href=link(person=person.actor_id))
        rows.append(f'<li>{name} <span class="hl-note">{note}</span></li>')
    return f'<ul class="hl-people">{"".join(rows)}</ul>'


def _finding_html(finding: findings.Finding) -> str:
    mark = {"conflicts": "⚑", "agrees": "✓", "compatible": "≈", "cannot_tell": "?"}[finding.verdict]
    return (
        f'<li class="hl-finding hl-{html(finding.verdict)}"><span aria-hidden="true">{mark}</span> '
        f"<b>{html(finding.heading)}</b> {html(finding.sentence)}</li>"
    )


def _times_html(times: Times, lang: str) -> str:
    cells = "".join(f"<div><dt>{html(city)}</dt><dd>{html(clock)}</dd></div>" for city, clock in times.clocks)
    words = html(t("event.local_times_from", lang, words=times.words))
    return f'<dl class="hl-clocks">{cells}</dl><p class="hl-note" lang="{times.language}">{words}</p>'


def _figures_html(figures: Sequence[Figure], lang: str) -> str:
    """One row for each value of each property; in it every source that gives it, with its words."""
    heads = "".join(
        f'<th scope="col">{html(t(f"event.col_{name}", lang))}</th>' for name in ("what", "value", "source")
    )
    link = state.links("articles")
    values: dict[str, dict[tuple[str, str], list[str]]] = {}
    seen: set[tuple[str, ...]] = set()
    for figure in figures:
        if (
            same := (figure.property, figure.value, figure.words.casefold(), figure.article_id, figure.said_by)
        ) in seen:
            continue
        seen.add(same)
        href = html(link(article=figure.article_id, at=str(figure.start)))
        label = html(t("event.open_label", lang, article=figure.source))
        notes = " · ".join(part for part in (figure.source, figure.said_by, figure.mood) if part)
        told = values.setdefault(figure.property, {}).setdefault((figure.value, figure.interval), [])
        told.append(
            f'<a class="hl-words" lang="{figure.language}" href="{href}" title="{label}">“{html(figure.words)}”</a>'
            f'<br><span class="hl-note">{html(notes)}</span>'
        )
    rows: list[str] = []
    for name, by_value in values.items():
        head = f'<th scope="rowgroup" rowspan="{len(by_value)}">{html(name)}</th>'
        for (value, interval), told in by_value.items():
            span = f'<br><span class="hl-note">({html(interval)})</span>' if interval else ""
            cell = f"<td>{html(value)}{span}</td><td>" if value else '<td colspan="2">'
            rows.append(f"<tr>{head}{cell}{_sources_html(told, lang)}</td></tr>")
            head = ""
    body = f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="hl-scroll"><table class="hl-table">{body}</table></div>'


def _sources_html(told: Sequence[str], lang: str) -> str:
    """Sources of one value → a list; of many, those after the first few folded."""
    shown, folded = (told, ()) if len(told) <= SHOWN_SOURCES + 1 else (told[:SHOWN_SOURCES], told[SHOWN_SOURCES:])
    found = f'<ul class="hl-told">{"".join(f"<li>{one}</li>" for one in shown)}</ul>'
    if not folded:
        return found
    rest = "".join(f"<li>{one}</li>" for one in folded)
    summary = html(t("event.more_sources", lang, n=len(folded)))
    return f'{found}<details class="hl-more"><summary>{summary}</summary><ul class="hl-told">{rest}</ul></details>'


# on the page


def neighbours(frame: pd.DataFrame, event_id: str) -> tuple[str | None, str | None, int]:
    """Events in order, one of them → the one before, the one after, its place from 1 (0 where it is not among them)."""
    ids = list(frame["event_id"])
    if event_id not in ids:
        return (None, ids[0] if ids else None, 0)
    at = ids.index(event_id)
    return (ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None, at + 1)


def _step_buttons(index: Index, frame: pd.DataFrame, event_id: str, lang: str) -> None:
    before, after, at = neighbours(frame, event_id)
    with st.container(key="steps", horizontal=True, gap="small", vertical_alignment="center"):
        for name, target, icon, shortcut in (
            ("previous", before, ":material/chevron_left:", "Alt+Left"),
            ("next", after, ":material/chevron_right:", "Alt+Right"),
        ):
            title = events.title(index, target, lang) if target else ""
            st.button(
                t(f"event.{name}", lang),
                key=f"step-{name}",
                icon=icon,
                icon_position="left" if name == "previous" else "right",
                type="tertiary",
                help=text.markdown(title) if title else None,
                shortcut=shortcut,
                disabled=target is None,
                on_click=state.select,
                args=("event", target),
            )
        words = html(t("event.position", lang, i=at, n=len(frame))) if at else html(t("timeline.outside", lang))
        st.html(f'<p class="hl-note">{words}</p>', width="content")


def render(index: Index, frame: pd.DataFrame, event_id: str, lang: str) -> None:
    """Draw the panel of the event and, beside it, its excerpts; previous and next step through `frame`."""
    colours = theme.palette()
    left, right = st.columns([5, 6], gap="medium")
    with right, st.container(key="excerpts", border=True):  # sent first: the words are what was asked for
        excerpts.render(index, event_id, lang, colours)
    with left, st.container(key="event-panel", border=True):
        _step_buttons(index, frame, event_id, lang)
        st.html(panel_html(panel_info(index, event_id, lang), colours))
