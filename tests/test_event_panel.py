"""The panel of an event and its excerpts: what they say, in both languages, and that words stay words."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest

from components import event_panel, excerpts, findings, theme
from components.excerpts import Mark, marked_html
from data.query import Filters, Index, apply_filters, build_index
from data.schema import CHECK_KINDS, VERDICTS
from tests.sample import HOSTILE, sample_corpus


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 24, 2))


@pytest.fixture(scope="module")
def conflicting(index: Index) -> str:
    return str(index.corpus.checks["event_id"].iloc[0])


class _Reader(HTMLParser):
    """What a browser would show: the text, and the tags used."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text, self.tags, self.langs = "", set[str](), set[str]()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.langs |= {value for name, value in attrs if name == "lang" and value}

    def handle_data(self, data: str) -> None:
        self.text += data


TEXT = "Ieri <b>Trump</b> ha sentito Putin & altri."


@pytest.mark.parametrize(
    ("marks", "html"),
    [
        ([], "Ieri &lt;b&gt;Trump&lt;/b&gt; ha sentito Putin &amp; altri."),
        ([Mark(0, 4, "date")], '<mark class="hl-date">Ieri</mark> &lt;b&gt;Trump&lt;/b&gt; ha sentito Putin &amp; altri.'),
        (
            [Mark(0, 8, "event"), Mark(5, 13, "quote")],
            '<mark class="hl-event">Ieri </mark><mark class="hl-event hl-quote">&lt;b&gt;</mark>'
            '<mark class="hl-quote">Trump</mark>&lt;/b&gt; ha sentito Putin &amp; altri.',
        ),
        ([Mark(39, 99, "topic")], 'Ieri &lt;b&gt;Trump&lt;/b&gt; ha sentito Putin &amp; al<mark class="hl-topic">tri.</mark>'),
        ([Mark(5, 5, "topic"), Mark(60, 70, "topic")], "Ieri &lt;b&gt;Trump&lt;/b&gt; ha sentito Putin &amp; altri."),
    ],
)  # fmt: skip
def test_marked_html(marks: list[Mark], html: str) -> None:
    assert marked_html(TEXT, 0, len(TEXT), marks) == html


def test_marks_only_add_tags() -> None:
    page = marked_html(TEXT, 5, 30, [Mark(3, 9, "event", 'a "title"'), Mark(8, 40, "date")])
    assert _Reader(page).text == TEXT[5:30]
    assert "&quot;title&quot;" in page


@pytest.mark.parametrize("lang", ["en", "it"])
def test_panel_says_who_when_and_what(index: Index, conflicting: str, lang: str) -> None:
    info = event_panel.panel_info(index, conflicting, lang)
    page = _Reader(event_panel.panel_html(info, theme.LIGHT))
    for words in (
        info.title,
        *(p.name for p in info.people),
        *(name for _, name in info.topics),
        *(f.words for f in info.figures),
    ):
        assert words in page.text
    assert info.figures
    assert {f.property for f in info.figures} == {"Duration" if lang == "en" else "Durata"}
    assert [f.verdict for f in info.findings] == ["conflicts"]
    assert not re.search(r"\{\w+\}|None|nan", page.text)


def test_figures_carry_value_interval_and_source(index: Index) -> None:
    figures = [f for e in index.event for f in event_panel.panel_info(index, e, "en").figures]
    about = next(f for f in figures if f.words in ("circa due ore", "about two hours"))
    assert (about.value, about.interval) == ("about 2 h", "105–135 min")
    almost = next(f for f in figures if f.words in ("quasi tre ore", "almost three hours"))
    assert (almost.value, almost.interval) == ("almost 3 h", "165–179 min")
    exact = next(f for f in figures if f.words in ("40 minuti", "40 minutes"))
    assert (exact.value, exact.interval) == ("40 min", "")
    assert all(index.article[f.article_id]["text"][f.start :].startswith(f.words) for f in figures)


@pytest.mark.parametrize(
    ("number", "low", "high", "unit", "qualifier", "lang", "value"),
    [
        (180, 165, 180, "minutes", "less_than", "en", "almost 3 h"),
        (180, 165, 180, "minutes", "less_than", "it", "quasi 3 h"),
        (180, 0, 180, "minutes", "less_than", "en", "less than 3 h"),
        (180, None, 180, "minutes", "less_than", "it", "meno di 3 h"),
        (120, 120, None, "minutes", "more_than", "en", "more than 2 h"),
        (61, 53.375, 61, "days", "less_than", "it", "quasi 2 mesi"),
        (61, 53.375, 61, "days", "less_than", "en", "almost 2 months"),
        (61, 61, 61, "days", "exact", "en", "61 days"),
        (10, 9, 11, "days", "about", "en", "about 10 days"),
        (95, 93, 95, "percent", "less_than", "en", "almost 95%"),
    ],
)
def test_values_in_words(
    index: Index, number: float, low: float | None, high: float | None, unit: str, qualifier: str, lang: str, value: str
) -> None:
    claim = {"property": "duration", "number": number, "number_from": low, "number_to": high, "unit": unit}
    assert findings.value_words(index, claim | {"qualifier": qualifier}, lang)[0] == value


@pytest.mark.parametrize(
    ("days", "precision", "lang", "words"),
    [
        (("2025-07-03", "2025-07-03"), "day", "en", "exact day"),
        (("2025-07-03", "2025-07-03"), "hour", "it", "esatto all’ora"),
        (("2025-08-11", "2025-08-20"), "range", "en", "one of 10 days"),
        ((None, None), "unknown", "en", ""),
    ],
)
def test_how_exact_the_day_is(days: tuple[str | None, str | None], precision: str, lang: str, words: str) -> None:
    first, last = (pd.Timestamp(day) if day else None for day in days)
    event = {"date_from": first, "date_to": last, "date_precision": precision}
    assert event_panel.precision_words(event, lang) == words


def test_the_panel_leads_to_people_topics_and_the_comparison(index: Index, conflicting: str) -> None:
    info = event_panel.panel_info(index, conflicting, "it")
    page = event_panel.panel_html(info, theme.LIGHT)
    for person in info.people:
        assert f'href="network?person={person.actor_id}"' in page
    for topic_id, _ in info.topics:
        assert f'href="topics?story={topic_id}"' in page
    assert f"compare?event={conflicting}" in page


def test_a_value_of_many_sources_folds_the_rest() -> None:
    few, many = event_panel._sources_html(["a"] * 6, "en"), event_panel._sources_html(["a"] * 9, "en")
    assert "details" not in few
    assert "4 more" in many
    assert many.count("<li>") == 9


def test_excerpts_of_many_articles_come_in_parts() -> None:
    crowded = build_index(sample_corpus(3, 4, 0))
    event_id = next(e["event_id"] for e in crowded.event.values() if e["n_articles"] == 3)
    info = excerpts.excerpts_info(crowded, event_id, "en", 2)
    assert (len(info.articles), info.n_articles) == (2, 3)
    assert "3 articles" in excerpts.excerpts_html(info, theme.LIGHT)


def test_silence_is_said_only_where_nobody_speaks(index: Index) -> None:
    held = next(e["event_id"] for e in index.event.values() if e["kind"] == "call" and e["status"] == "held")
    silent = event_panel.panel_info(index, held, "en").silent
    assert "Start" in silent
    assert "Duration" not in silent  # somebody gives it
    meeting = next(e["event_id"] for e in index.event.values() if e["kind"] == "meeting")
    assert "Place" not in event_panel.panel_info(index, meeting, "en").silent


def _report(basis: str, article: str, words: str | None) -> dict[str, Any]:
    return {"date_basis": basis, "article_id": article, "date_text": words}


@pytest.mark.parametrize(
    ("reports", "lang", "words"),
    [
        ([_report("stated", "a", "16 ottobre 2025")], "en", "stated in 1 article"),
        ([_report("resolved", "a", "alla vigilia")], "en", "worked out from “alla vigilia”"),
        ([_report("resolved", "a", "oggi"), _report("resolved", "b", "ieri")], "en",
         "worked out in 2 articles from “oggi” and “ieri”"),
        ([_report("stated", "a", "x"), _report("resolved", "b", "oggi")], "it",
         "scritto in 1 articolo; ricavato da “oggi”"),
        ([_report("inferred", "a", None)], "it", "dedotto da altri articoli o dal calendario"),
        ([_report("resolved", "a", None)], "en", "worked out from the article’s own date"),
        ([_report("resolved", "a", w) for w in ("oggi", "oggi", "ieri", "domani", "lunedì", "martedì", "venerdì")], "it",
         "ricavato da “oggi”, “ieri”, “domani”, “lunedì” e altre 2 espressioni"),
        ([_report("unknown", "a", None)], "en", ""),
        ([_report("stated", "a", "x"), _report("unknown", "b", None)], "en",
         "stated in 1 article; without a day in 1 article"),
        ([], "en", ""),
    ],
)  # fmt: skip
def test_how_the_day_is_known(reports: list[dict[str, Any]], lang: str, words: str) -> None:
    assert event_panel.known_words(reports, lang) == words


def test_local_times_cross_midnight() -> None:
    clocks = findings.local_times("20:00 America/New_York", dt.date(2025, 12, 29), event_panel.ZONES)
    assert [(zone, local.strftime("%d %H:%M")) for zone, local in clocks] == [
        ("America/New_York", "29 20:00"),
        ("Europe/Moscow", "30 04:00"),
        ("Europe/Kyiv", "30 03:00"),
        ("Europe/Rome", "30 02:00"),
    ]
    assert findings.local_times("20:00", dt.date(2025, 12, 29), event_panel.ZONES) == []
    assert findings.local_times("20:00 Mars/Olympus", dt.date(2025, 12, 29), event_panel.ZONES) == []


CLAIM = {"text": "quasi tre ore", "unit": "minutes", "claim_id": "c"}
OTHER = {"text": "due ore e mezza", "unit": "minutes", "claim_id": "d"}


@pytest.mark.parametrize(
    ("kind", "verdict", "values", "claims", "lang", "sentence"),
    [
        ("conflict", "conflicts", {"left_from": "135", "left_to": "165", "right_from": "165", "right_to": "179"},
         [OTHER, CLAIM], "en", "“due ore e mezza” (135–165 min) and “quasi tre ore” (165–179 min) do not meet."),
        ("conflict", "compatible", {"left_from": "135", "left_to": "165", "right_from": "150", "right_to": "179"},
         [OTHER, CLAIM], "it", "“due ore e mezza” (135–165 min) e “quasi tre ore” (150–179 min) possono valere entrambi."),
        ("time_zone", "conflicts", {"stated": "08:00 America/New_York", "printed": "15:00 Europe/Moscow",
         "expected": "16:00 Europe/Moscow", "day": "2025-12-29"}, [], "en",
         "On 29 December 2025, 08:00 in Washington / New York (UTC−5) is 16:00 in Moscow (UTC+3). "
         "The article prints 15:00 in Moscow."),
        ("weekday", "conflicts", {"printed": "4", "expected": "1", "day": "2025-10-20"}, [], "it",
         "20 ottobre 2025 è lunedì; l’articolo dice giovedì."),
        ("ordinal", "agrees", {"printed": "6", "counted": "6", "since": "2025-01-01", "until": "2025-07-03"}, [], "en",
         "Stated: 6; counted: 6. Counted from 1 January 2025 to 3 July 2025."),
        ("gap", "agrees", {"printed_from": "45", "printed_to": "60", "counted": "59", "since": "2025-08-18",
         "until": "2025-10-16"}, [CLAIM], "en", "“quasi tre ore” (45–60 days). From 18 August 2025 to 16 October 2025: 59 days."),
        ("order", "conflicts", {"left": "2025-10-16", "right": "2025-10-17"}, [], "en", "16 October 2025; 17 October 2025."),
        ("age", "agrees", {"printed": "73", "expected": "73", "born": "1952-10-07", "day": "2025-12-29"}, [], "en",
         "Born 7 October 1952: 73 on 29 December 2025; the article says 73."),
    ],
)  # fmt: skip
def test_findings_in_words(
    index: Index,
    kind: str,
    verdict: str,
    values: dict[str, str],
    claims: list[dict[str, Any]],
    lang: str,
    sentence: str,
) -> None:
    check = {"check_id": "x", "kind": kind, "property": None, "verdict": verdict}
    listed = {name: [value] for name, value in values.items()}
    assert findings.finding(index, check, listed, claims, lang).sentence == sentence


@pytest.mark.parametrize("kind", CHECK_KINDS)
@pytest.mark.parametrize("verdict", VERDICTS)
@pytest.mark.parametrize("lang", ["en", "it"])
def test_a_finding_without_values_is_still_said(index: Index, kind: str, verdict: str, lang: str) -> None:
    check = {"check_id": "x", "kind": kind, "property": None, "verdict": verdict}
    found = findings.finding(index, check, {}, [], lang)
    assert found.heading
    assert "{" not in found.heading + found.sentence
    bad = {name: ["not a number"] for name in ("printed", "counted", "expected", "day", "since", "until", "left_from")}
    assert "{" not in findings.finding(index, check, bad, [CLAIM], lang).sentence


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [(135, 165, "minutes", "135–165 min"), (120, None, "minutes", "from 2 h"), (None, 60, "minutes", "up to 1 h"),
     (59, 59, "days", "59 days"), (1, 1, "days", "1 day"), (45, 60, "days", "45–60 days"), (53.375, 61, "days", "53–61 days"), (None, None, "days", "")],
)  # fmt: skip
def test_interval(low: float | None, high: float | None, unit: str, words: str) -> None:
    assert findings.interval(low, high, unit, "en") == words


@pytest.mark.parametrize("lang", ["en", "it"])
def test_excerpts_show_the_words_as_typed(index: Index, lang: str) -> None:
    seen: set[str] = set()
    for event_id in index.event:
        info = excerpts.excerpts_info(index, event_id, lang)
        page = excerpts.excerpts_html(info, theme.LIGHT)
        read = _Reader(page)
        seen |= read.tags
        assert len(info.articles) == index.event[event_id]["n_articles"]
        assert read.langs == {index.article[a.article_id]["language"] for a in info.articles}
        for article in info.articles:
            for passage in article.passages:
                assert passage.plain in read.text
                assert index.article[article.article_id]["text"][passage.start : passage.end] == passage.plain
                assert f"at={passage.at}" in page
    assert "mark" in seen
    assert "script" not in seen
    assert "img" not in seen


def test_hostile_words_stay_words() -> None:
    page = marked_html(HOSTILE, 0, len(HOSTILE), [Mark(3, 30, "event", HOSTILE)])
    read = _Reader(page)
    assert read.text == HOSTILE
    assert read.tags == {"mark"}
    assert _Reader(event_panel.chip(HOSTILE, "us", theme.LIGHT, HOSTILE)).tags == {"span"}
    assert _Reader(excerpts.copy_button(HOSTILE, "en")).tags == {"button"}


def test_neighbours(index: Index) -> None:
    frame = apply_filters(index, Filters())
    ids = list(frame["event_id"])
    assert event_panel.neighbours(frame, ids[0]) == (None, ids[1], 1)
    assert event_panel.neighbours(frame, ids[-1]) == (ids[-2], None, len(ids))
    assert event_panel.neighbours(frame.head(0), ids[0]) == (None, None, 0)
    assert event_panel.neighbours(frame.iloc[1:], ids[0]) == (None, ids[1], 0)  # filtered out: next is the first left
