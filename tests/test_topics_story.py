"""How a topic moved: what a cue says was done, passages in order, stories, two topics; chart and table."""

from __future__ import annotations

import datetime as dt

import pytest

from components import theme, topic_story
from components.text import texts
from data import Corpus
from data.query import Filters, build_index
from data.topics_story import ACTS, Passage, act_of, by_month, compare_topics, find_passages, tell_story, within
from tests.figures import validated
from tests.sample import sample_corpus

INDEX = build_index(sample_corpus(6, 24, 2))
PASSAGES = find_passages(INDEX, list(INDEX.article))


@pytest.mark.parametrize(
    ("cue", "language", "act"),
    [
        ("ha detto", "it", "raised"),
        ("secondo", "it", "raised"),
        ("ha chiesto", "it", "demanded"),
        ("chiede", "it", "demanded"),
        ("ha invitato", "it", "demanded"),
        ("ha smentito", "it", "denied"),
        ("nega", "it", "denied"),
        ("ha respinto", "it", "refused"),
        ("rifiuta", "it", "refused"),
        ("annunciata", "it", "announced"),
        ("accusa", "it", "accused"),
        ("ha definito", "it", "judged"),
        ("ha sottolineato", "it", "raised"),
        ("", "it", "raised"),
        ("said", "en", "raised"),
        ("According to", "en", "raised"),
        ("demanded", "en", "demanded"),
        ("urging", "en", "demanded"),
        ("denied", "en", "denied"),
        ("rejects", "en", "refused"),
        ("has ruled out", "en", "refused"),
        ("announced", "en", "announced"),
        ("described", "en", "judged"),
        ("referred to", "en", "judged"),
        ("blamed", "en", "accused"),
        (":", "en", "raised"),
        ("told", "en", "raised"),
    ],
)
def test_acts_of_cues(cue: str, language: str, act: str) -> None:
    assert act_of(cue, language) == act


def test_a_language_without_vocabulary_is_refused() -> None:
    with pytest.raises(KeyError):
        act_of("a dit", "fr")


def passage(
    topic: str = "energy", article: str = "a", start: int = 0, day: dt.date | None = None, **more: object
) -> Passage:
    fixed: dict[str, object] = {
        "event_id": None,
        "speaker": None,
        "via": None,
        "act": "mentioned",
        "cue": "",
        "mood": "asserted",
    }
    return Passage(topic, article, start, start + 9, ((start, start + 4),), day, **(fixed | more))  # type: ignore[arg-type]


def test_passages_stand_where_they_say_in_order_of_days() -> None:
    assert PASSAGES
    for p in PASSAGES:
        words = INDEX.article[p.article_id]["text"]
        labels = (INDEX.topic[p.topic_id]["label_en"], INDEX.topic[p.topic_id]["label_it"])
        assert all(words[start:end] in labels for start, end in p.marks)
        assert all(p.start <= start < end <= p.end for start, end in p.marks)
    days = [p.day or dt.date.max for p in PASSAGES]
    assert days == sorted(days)


def test_the_day_is_the_contacts_then_the_articles() -> None:
    tied = [p for p in PASSAGES if p.event_id and INDEX.event[p.event_id]["date_from"] is not None]
    assert tied
    assert all(p.day == INDEX.event[p.event_id]["date_from"].date() for p in tied if p.event_id)
    loose = [p for p in PASSAGES if p.event_id and INDEX.event[p.event_id]["date_from"] is None]
    published = {
        a: row["published"].date() if row["published"] is not None else None for a, row in INDEX.article.items()
    }
    assert all(p.day == published[p.article_id] for p in loose)


def test_speakers_of_the_seeds(seeds: Corpus) -> None:
    index = build_index(seeds)
    story = tell_story(find_passages(index, list(index.article)), "territories")
    assert story.first is story.passages[0]
    assert story.first.mood == "reported"
    assert story.raised is not None
    assert story.raised is not story.first  # hearsay is not the first to be credited
    assert "russia" in story.who["demanded"]


def test_a_story_names_firsts_and_speakers_once() -> None:
    day = dt.date(2025, 5, 7)
    ps = [
        passage(day=day, start=1),
        passage(day=day, start=20, speaker="x", act="demanded", mood="reported"),
        passage(day=day, start=40, speaker="y", act="raised"),
        passage(day=day, start=60, speaker="y", act="raised"),
        passage("prisoners", day=day, start=80, speaker="z", act="refused"),
    ]
    story = tell_story(ps, "energy")
    assert story.first == ps[0]
    assert story.raised == ps[2]
    assert story.who == {"demanded": ("x",), "raised": ("y",)}
    assert tell_story(ps, "nothing").first is None


def test_months_count_passages_and_articles_undated_last() -> None:
    ps = [
        passage(day=dt.date(2025, 5, 7), article="a"),
        passage(day=dt.date(2025, 5, 30), article="b"),
        passage(day=dt.date(2025, 6, 1), article="b"),
        passage(day=None),
    ]
    rows = [(m.month, m.passages, m.articles) for m in by_month(ps)]
    assert rows == [(dt.date(2025, 5, 1), 2, 2), (dt.date(2025, 6, 1), 1, 1), (None, 1, 1)]


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), 3),
        (Filters(topic=("energy",)), 2),
        (Filters(topic=("tomahawk",)), 0),
        (Filters(period=(dt.date(2025, 5, 1), dt.date(2025, 5, 31))), 1),
        (Filters(period=(dt.date(2024, 1, 1), dt.date(2026, 1, 1))), 2),  # what has no day is left out
        (Filters(period=(dt.date(2024, 1, 1), dt.date(2024, 2, 1))), 0),
    ],
)
def test_within(filters: Filters, left: int) -> None:
    ps = [passage(day=dt.date(2025, 5, 7)), passage(), passage("prisoners", day=dt.date(2025, 7, 1))]
    assert len(within(ps, filters)) == left


def test_two_topics() -> None:
    left = [passage(start=0, speaker="x", event_id="e"), passage(start=50, speaker="y")]
    right = [
        passage("prisoners", start=0, speaker="x", event_id="e"),
        passage("prisoners", article="b", start=50, speaker="z", event_id="f"),
    ]
    found = compare_topics(tell_story(left, "energy"), tell_story(right, "prisoners"))
    assert [p.start for p in found.together] == [0]
    assert (found.both, found.only_left, found.only_right, found.events) == (("x",), ("y",), ("z",), ("e",))


def test_sentences_that_touch_both_have_both_marked() -> None:
    one = passage(start=0)
    two = Passage("prisoners", "a", 0, 9, ((5, 8),), None, None, None, None, "mentioned", "", "asserted")
    (both,) = compare_topics(tell_story([one], "energy"), tell_story([two], "prisoners")).together
    assert both.marks == ((0, 4), (5, 8))


# -- in words ----------------------------------------------------------------------------------------


def test_the_chart_and_its_table_hold_the_same_numbers() -> None:
    info = topic_story.chart_info(INDEX, PASSAGES, ("energy",), "it")
    table = topic_story.month_table(info)
    assert sum(dot.n for dot in info.dots) + info.undated == len(PASSAGES)
    assert table.iloc[:, 1].sum() == len(PASSAGES)
    assert (table.iloc[:, 2:].sum(axis=1) == table.iloc[:, 1]).all()
    figure = validated(topic_story.chart_figure(info, theme.LIGHT))
    assert [row[0] for row in figure.data[0].customdata] == [dot.topic_id for dot in info.dots]
    assert "<b>Energia</b>" in figure.layout.yaxis.ticktext
    assert len(figure.layout.xaxis.tickvals) <= 9


def test_a_chart_without_days() -> None:
    info = topic_story.chart_info(INDEX, [passage()], (), "en")
    assert (info.dots, info.undated) == ((), 1)
    validated(topic_story.chart_figure(info, theme.DARK))


def test_the_story_escapes_what_articles_say_and_keeps_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topic_story.state, "links", lambda page: lambda **values: f"{page}?{values}")
    for topic in INDEX.topic:
        story = tell_story(PASSAGES, topic)
        info = topic_story.story_info(INDEX, story, ACTS, "en")
        assert len(info.steps) == info.total == len(story.passages)
        html = topic_story.story_html(info, theme.LIGHT)
        assert "<script" not in html
        assert html.count("<li ") == len(info.steps)
        assert html.count("first mention") == bool(info.steps)
        none = topic_story.story_info(INDEX, story, (), "en")
        assert (none.steps, none.total, none.first) == ((), info.total, info.first)


def test_all_acts_have_words() -> None:
    keys = {f"act.{act}" for act in ACTS} | {f"act_by.{act}" for act in ACTS if act != "mentioned"}
    assert not keys - set(texts())
