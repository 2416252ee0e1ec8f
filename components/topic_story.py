"""Topics over time, one topic's story in order, two topics compared.

Lives here: passages (`data.topics_story`) → chart, table, lists. Must not live here: which passages there are, or what
a speaker did (`data.topics_story`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from components import event_panel, events, excerpts, filters, state, text, theme
from components.excerpts import Mark, marked_html
from components.text import html, t
from data.query import Index
from data.topics_story import ACTS, Passage, Story, by_month, compare_topics, tell_story

if TYPE_CHECKING:
    import plotly.graph_objects as go

SYMBOL = {
    "refused": "✕", "denied": "⊘", "demanded": "!", "accused": "›", "announced": "◆", "judged": "“", "raised": "●",
    "mentioned": "·",
}  # fmt: skip
SHOWN = 25  # passages of a story before the rest is folded
SHOWN_TOGETHER = 5  # sentences that touch two topics
ROW = 34  # pixels of a topic's row
GAP, CHAR = 12, 7.2  # pixels beside the topics' names, and of a character of them
SIZES = (19, 36)  # of the smallest and the largest circle, in pixels

assert set(SYMBOL) == set(ACTS)


# -- topics over time --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dot:
    """A topic in a month: where it is drawn, how many passages, what the mouse shows."""

    topic_id: str
    name: str
    month: dt.date
    n: int
    hover: str


@dataclass(frozen=True)
class ChartInfo:
    """Topics × months: topics by number of passages, dots, passages without a day, the chart in words."""

    topics: tuple[tuple[str, str, int], ...]  # id, name, passages
    dots: tuple[Dot, ...]
    undated: int
    chosen: tuple[str, ...]
    alt: str
    lang: str


def chart_info(index: Index, passages: Sequence[Passage], chosen: Sequence[str], lang: str) -> ChartInfo:
    """Passages of a view, the topics chosen → topics × months."""
    months = by_month(passages)
    totals: dict[str, int] = {}
    for m in months:
        totals[m.topic_id] = totals.get(m.topic_id, 0) + m.passages
    order = sorted(totals, key=lambda topic: (-totals[topic], topic))
    names = {topic: text.label(index.topic.get(topic), lang, topic) for topic in order}
    dots = tuple(
        Dot(m.topic_id, names[m.topic_id], m.month, m.passages, t(
            "topics.hover", lang, topic=names[m.topic_id], month=text.month(m.month, lang),
            passages=t("topics.passages", lang, n=m.passages), articles=t("count.articles", lang, n=m.articles),
        ))
        for m in months if m.month is not None
    )  # fmt: skip
    most = [f"{names[topic]} ({totals[topic]})" for topic in order[:3]]
    days = [d.month for d in dots]
    when = " – ".join(dict.fromkeys(text.month(day, lang) for day in (min(days), max(days)))) if days else ""
    return ChartInfo(
        tuple((topic, names[topic], totals[topic]) for topic in order),
        dots,
        sum(m.passages for m in months if m.month is None),
        tuple(chosen),
        t("topics.alt", lang, when=when, most=text.listing(most, lang)),
        lang,
    )


def chart_figure(info: ChartInfo, colours: theme.Palette) -> go.Figure:
    """Info, colours → Plotly figure: a row per topic, a circle per month; `customdata` is the topic's id."""
    largest = max((dot.n for dot in info.dots), default=1)
    low, high = SIZES
    sizes = [low + (high - low) * ((dot.n / largest) ** 0.5 if largest > 1 else 0) for dot in info.dots]
    rows = {topic: i for i, (topic, _, _) in enumerate(info.topics)}
    marked = [not info.chosen or dot.topic_id in info.chosen for dot in info.dots]
    dots = {
        "type": "scatter",
        "x": [dot.month.isoformat() for dot in info.dots],
        "y": [rows[dot.topic_id] for dot in info.dots],
        "mode": "markers+text",
        "marker": {
            "size": sizes,
            "color": [colours.call if on else colours.muted for on in marked],
            "opacity": [1.0 if on else 0.8 for on in marked],
            "line": {"width": 1, "color": colours.card},
        },
        "text": [str(dot.n) for dot in info.dots],
        "textfont": {"size": 11, "color": colours.card},
        "customdata": [[dot.topic_id] for dot in info.dots],
        "hovertext": [text.chart(dot.hover) for dot in info.dots],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.75}, "textfont": {"color": colours.card}},
    }
    names = [text.chart(name) for _, name, _ in info.topics]
    bold = {i for i, (topic, _, _) in enumerate(info.topics) if topic in info.chosen}
    return theme.figure(
        [dots],
        theme.layout(colours)
        | {
            "height": 46 + ROW * max(len(info.topics), 1),
            "margin": theme.margin(GAP + CHAR * max((len(name) for _, name, _ in info.topics), default=0), 14, 8, 30),
            "xaxis": {
                "type": "date", "showgrid": True, "gridcolor": colours.line, "zeroline": False, "fixedrange": True,
                "tickfont": {"color": colours.muted}, **_ticks(info),
            },
            "yaxis": {
                "tickvals": list(range(len(names))),
                "ticktext": [f"<b>{name}</b>" if i in bold else name for i, name in enumerate(names)],
                "range": [len(names) - 0.4, -0.6], "showgrid": True, "gridcolor": colours.line, "zeroline": False,
                "fixedrange": True, "ticklabelstandoff": 4,
            },
        }
    )  # fmt: skip


def _ticks(info: ChartInfo) -> dict[str, Any]:
    """At most nine months named, in the language, half a month of room at both ends."""
    if not info.dots:
        return {"visible": False}
    first, last = min(dot.month for dot in info.dots), max(dot.month for dot in info.dots)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    step = max(1, -(-count // 9))
    months = [_later(first, n) for n in range(0, count, step)]
    words = [
        text.month_short(month, info.lang, year=not i or month.year != months[i - 1].year)
        for i, month in enumerate(months)
    ]
    room = dt.timedelta(days=max(12, count * 1.1))
    return {
        "tickvals": [month.isoformat() for month in months],
        "ticktext": [text.chart(word) for word in words],
        "range": [(first - room).isoformat(), (last + room).isoformat()],
    }


def _later(month: dt.date, n: int) -> dt.date:
    years, rest = divmod(month.month - 1 + n, 12)
    return month.replace(year=month.year + years, month=rest + 1)


def month_table(info: ChartInfo) -> pd.DataFrame:
    """Info → the same numbers as a table: a row per topic, all passages, then a column per month."""
    lang = info.lang
    months = sorted({dot.month for dot in info.dots})
    counts = {(dot.topic_id, dot.month): dot.n for dot in info.dots}
    columns: dict[str, list[Any]] = {
        t("topics.topic", lang): [name for _, name, _ in info.topics],
        t("topics.total", lang): [n for _, _, n in info.topics],
    }
    for month in months:
        columns[text.month_short(month, lang, year=True)] = [
            counts.get((topic, month), 0) for topic, _, _ in info.topics
        ]
    if info.undated:
        dated = {topic: sum(n for (one, _), n in counts.items() if one == topic) for topic, _, _ in info.topics}
        columns[t("topics.no_day", lang)] = [n - dated[topic] for topic, _, n in info.topics]
    return pd.DataFrame(columns)


# -- one topic ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """A passage of the story: day, act, who, the sentence with the topic's words marked, where it stands."""

    day: str
    act: str
    speaker: str
    side: str
    notes: tuple[str, ...]
    tags: tuple[str, ...]
    body: str
    language: str
    article_id: str
    source: str
    at: int
    event_id: str
    event: str


@dataclass(frozen=True)
class StoryInfo:
    """One topic's story in words: how much, the firsts, who did what, the steps in order."""

    topic_id: str
    name: str
    counts: str
    first: str
    raised: str
    who: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # act, (name, side) each
    steps: tuple[Step, ...]
    total: int
    lang: str


def story_info(index: Index, story: Story, acts: Sequence[str], lang: str) -> StoryInfo:
    """A story, the acts asked for → the story in words; firsts and counts are of the whole story."""
    name = text.label(index.topic.get(story.topic_id), lang, story.topic_id)
    days = [p.day for p in story.passages if p.day]
    when = text.days(min(days), max(days), "range", lang, "medium") if days else t("topics.no_day", lang)
    counts = t(
        "topics.counts", lang, passages=t("topics.passages", lang, n=len(story.passages)),
        articles=t("count.articles", lang, n=story.articles), when=when,
    )  # fmt: skip
    return StoryInfo(
        story.topic_id,
        name,
        counts,
        _first_words(index, story.first, lang) if story.first else "",
        _who(index, story.raised.speaker, lang)[0] if story.raised and story.raised.speaker else "",
        tuple((act, tuple(_who(index, one, lang) for one in people)) for act, people in story.who.items()),
        tuple(_step(index, story, p, lang) for p in story.passages if p.act in acts),
        len(story.passages),
        lang,
    )


def _who(index: Index, actor_id: str, lang: str) -> tuple[str, str]:
    actor = index.actor.get(actor_id)
    return text.label(actor, lang, actor_id), actor["side"] if actor else "other"


def _day(p: Passage, lang: str) -> str:
    return text.day(p.day, lang, "medium") if p.day else t("topics.no_day", lang)


def _first_words(index: Index, p: Passage, lang: str) -> str:
    return t("topics.first_words", lang, day=_day(p, lang), source=filters.article_name(index, p.article_id, lang))


def _step(index: Index, story: Story, p: Passage, lang: str) -> Step:
    article = index.article[p.article_id]
    notes = [t("event.via", lang, who=_who(index, p.via, lang)[0])] if p.via else []
    if p.mood != "asserted":
        notes.append(t(f"event.{p.mood}", lang))
    if p.day and (p.event_id is None or index.event[p.event_id]["date_from"] is None):
        notes.append(t("topics.published", lang))
    tags = [t("topics.first_tag", lang)] if p is story.first else []
    if p is story.raised:
        tags.append(t("topics.first_said", lang))
    marks = [Mark(start, end, "topic") for start, end in p.marks]
    name, side = _who(index, p.speaker, lang) if p.speaker else ("", "other")
    return Step(
        _day(p, lang), p.act, name, side, tuple(notes), tuple(tags),
        marked_html(article["text"], p.start, p.end, marks), article["language"], p.article_id,
        filters.article_name(index, p.article_id, lang), p.at, p.event_id or "",
        events.title(index, p.event_id, lang) if p.event_id else "",
    )  # fmt: skip


def story_html(info: StoryInfo, colours: theme.Palette) -> str:
    """Info, colours → the story: the firsts, who did what, then every passage in order."""
    lang = info.lang
    parts = [
        f'<h2 class="hl-title">{html(t("topics.story_of", lang, topic=info.name))}</h2>',
    ]
    if not info.total:
        return parts[0] + f'<p class="hl-note">{html(t("topics.no_story", lang))}</p>'
    parts.append(f'<p class="hl-note">{html(info.counts)}</p>')
    facts = [(t("topics.first", lang), html(info.first))]
    if info.raised:
        facts.append((t("topics.raised_by", lang), html(info.raised)))
    for act, people in info.who:
        chips = " ".join(event_panel.chip(name, side, colours) for name, side in people)
        facts.append((t(f"act_by.{act}", lang), f'<span class="hl-chips">{chips}</span>'))
    rows = "".join(f"<div><dt>{html(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
    parts.append(f'<dl class="hl-facts-list">{rows}</dl>')
    articles, compare = state.links("articles"), state.links("compare")
    steps = [_step_html(step, colours, articles, compare, lang) for step in info.steps]
    none = f'<p class="hl-note">{html(t("topics.no_acts", lang))}</p>'
    return "".join(parts) + (_list_html(steps, SHOWN, lang) if steps else none)


def _list_html(steps: Sequence[str], most: int, lang: str) -> str:
    """Passages as HTML → a list of the first ones, the rest folded."""
    shown = f'<ol class="hl-story">{"".join(steps[:most])}</ol>'
    rest = steps[most:]
    if not rest:
        return shown
    more = html(t("topics.more", lang, n=len(rest)))
    folded = f'<ol class="hl-story" start="{most + 1}">{"".join(rest)}</ol>'
    return f'{shown}<details class="hl-more"><summary>{more}</summary>{folded}</details>'


def _step_html(step: Step, colours: theme.Palette, articles: excerpts.Link, compare: excerpts.Link, lang: str) -> str:
    who = f"{event_panel.chip(step.speaker, step.side, colours)} " if step.speaker else ""
    tags = "".join(f' <span class="hl-tag">{html(tag)}</span>' for tag in step.tags)
    href = html(articles(article=step.article_id, at=str(step.at)))
    label = html(t("event.open_label", lang, article=step.source))
    notes = "".join(f" · {html(note)}" for note in step.notes)
    event = ""
    if step.event_id:
        words = html(t("topics.told_of", lang, event=step.event))
        event = f' · <a class="hl-link" href="{html(compare(event=step.event_id))}">{words}</a>'
    return (
        f'<li class="hl-act-{step.act}"><p class="hl-step"><span class="hl-day">{html(step.day)}</span> {who}'
        f'<span class="hl-act"><span aria-hidden="true">{SYMBOL[step.act]}</span> {html(t(f"act.{step.act}", lang))}'
        f"</span>{tags}</p>"
        f'<blockquote class="hl-words" lang="{step.language}">{step.body}</blockquote>'
        f'<p class="hl-actions hl-note"><span>{html(step.source)}{notes}{event}</span> '
        f'<a class="hl-link" href="{href}" aria-label="{label}">{html(t("event.open", lang))} '
        '<span aria-hidden="true">↗</span></a></p></li>'
    )


# -- two topics --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class VersusInfo:
    """Two topics compared: who speaks of both or of one, contacts tied to both, sentences that touch both."""

    left: str
    right: str
    both: tuple[tuple[str, str], ...]
    only_left: tuple[tuple[str, str], ...]
    only_right: tuple[tuple[str, str], ...]
    events: tuple[tuple[str, str], ...]  # id, name
    together: tuple[Step, ...]
    lang: str


def versus_info(index: Index, left: Story, right: Story, lang: str) -> VersusInfo:
    """Two stories → what they share, in words."""
    found = compare_topics(left, right)

    def people(ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        return tuple(_who(index, one, lang) for one in ids)

    return VersusInfo(
        text.label(index.topic.get(left.topic_id), lang, left.topic_id),
        text.label(index.topic.get(right.topic_id), lang, right.topic_id),
        people(found.both),
        people(found.only_left),
        people(found.only_right),
        tuple(
            (e, f"{events.title(index, e, lang)}, {events.when(index.event[e], lang, 'medium')}") for e in found.events
        ),
        tuple(_step(index, left, p, lang) for p in found.together),
        lang,
    )


def versus_html(info: VersusInfo, colours: theme.Palette) -> str:
    """Info, colours → who speaks of both or one, contacts and sentences in common."""
    lang = info.lang
    groups = (
        (t("topics.only_speak", lang, topic=info.left), info.only_left),
        (t("topics.both_speak", lang), info.both),
        (t("topics.only_speak", lang, topic=info.right), info.only_right),
    )
    nobody = f'<span class="hl-note">{html(t("topics.nobody", lang))}</span>'
    people = "".join(
        f'<div><h3 class="hl-head">{html(name)}</h3><p class="hl-chips">'
        f"{' '.join(event_panel.chip(who, side, colours) for who, side in own) or nobody}</p></div>"
        for name, own in groups
    )
    compare, articles = state.links("compare"), state.links("articles")
    contacts = ", ".join(
        f'<a class="hl-link" href="{html(compare(event=event))}">{html(name)}</a>' for event, name in info.events
    ) or f'<span class="hl-note">{html(t("topics.no_contact", lang))}</span>'  # fmt: skip
    steps = [_step_html(step, colours, articles, compare, lang) for step in info.together]
    none = f'<p class="hl-note">{html(t("topics.together_none", lang))}</p>'
    return (
        f'<h2 class="hl-title">{html(info.left)} / {html(info.right)}</h2><div class="hl-three">{people}</div>'
        f'<h3 class="hl-head">{html(t("topics.both_events", lang))}</h3><p>{contacts}</p>'
        f'<h3 class="hl-head">{html(t("topics.together", lang))} ({len(info.together)})</h3>'
        + (_list_html(steps, SHOWN_TOGETHER, lang) if steps else none)
    )


# -- on the page -------------------------------------------------------------------------------------


def _clicked() -> None:
    chart = st.session_state.get("topics")
    for point in (chart["selection"]["points"] if chart else [])[:1]:
        if "customdata" in point:
            state.select("story", point["customdata"][0])


def _row_chosen(topics: Sequence[str]) -> None:
    for row in st.session_state["topics-table"]["selection"]["rows"]:
        if row < len(topics):
            state.select("story", topics[row])


def render_chart(info: ChartInfo) -> None:
    """Draw the chart and its table; a circle or a row opens the topic."""
    lang = info.lang
    st.html(
        f'<h2 class="hl-title">{html(t("topics.chart", lang))}</h2>'
        f'<p class="hl-note">{html(t("topics.hint", lang))}</p>'
    )
    with st.container(key="topics-chart"):
        st.plotly_chart(
            chart_figure(info, theme.palette()),
            key="topics",
            theme=None,
            on_select=_clicked,
            selection_mode="points",
            alt=info.alt,
            config={"displayModeBar": False},
        )
    if info.undated:
        st.html(f'<p class="hl-note">{html(t("topics.undated", lang, n=info.undated))}</p>')
    with st.expander(t("topics.table", lang), key="topics-table-box"):
        topics = [topic for topic, _, _ in info.topics]
        st.dataframe(
            month_table(info), hide_index=True, key="topics-table", selection_mode="single-row",
            on_select=lambda: _row_chosen(topics), alt=info.alt,
        )  # fmt: skip


def controls(names: Mapping[str, str], lang: str) -> None:
    """Draw the choice of the topic, of one to compare it with, and of acts."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="topics-controls"):
        for name, placeholder in (("story", "topics.choose"), ("versus", "topics.nothing")):
            options = [topic for topic in names if name == "story" or topic != state.selected("story")]
            chosen = state.selected(name)
            st.session_state[f"_{name}"] = chosen if chosen in options else None
            st.selectbox(
                t(f"topics.{name}", lang),
                options,
                index=None,
                key=f"_{name}",
                format_func=lambda topic: names[topic],
                placeholder=t(placeholder, lang),
                on_change=lambda name=name: state.select(name, st.session_state[f"_{name}"]),
                width=280,
                disabled=name == "versus" and state.selected("story") is None,
            )
    if state.selected("story") is not None:
        st.pills(
            t("topics.acts", lang),
            ACTS,
            key="acts",
            selection_mode="multi",
            format_func=lambda act: f"{SYMBOL[act]} {t(f'act.{act}', lang)}",
        )


def render(index: Index, passages: Sequence[Passage], lang: str) -> None:
    """Draw topics over time, the story of the one chosen, and what it shares with a second one."""
    if not passages:
        st.html(f'<p class="hl-hint">{html(t("topics.none", lang))}</p>')
        return
    story, versus = state.selected("story"), state.selected("versus")
    chosen = [topic for topic in (story, versus) if topic]
    info = chart_info(index, passages, chosen, lang)
    render_chart(info)
    names = {topic: name for topic, name, _ in sorted(info.topics, key=lambda row: row[1].casefold())}
    names |= {topic: text.label(index.topic.get(topic), lang, topic) for topic in chosen if topic not in names}
    controls(names, lang)
    if not story:
        return
    colours, acts = theme.palette(), state.option("acts")
    stories = [tell_story(passages, topic) for topic in dict.fromkeys(chosen)]
    if len(stories) == 2:
        with st.container(key="versus-box"):
            st.html(versus_html(versus_info(index, stories[0], stories[1], lang), colours))
    with st.container(key="story"):
        pages = [story_html(story_info(index, one, acts, lang), colours) for one in stories]
        columns = "".join(f"<section>{page}</section>" for page in pages)
        st.html(f'<div class="hl-two hl-stories">{columns}</div>' if len(pages) == 2 else pages[0])
