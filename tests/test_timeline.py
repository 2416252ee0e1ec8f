"""Where everything stands on the timeline: the info, not the picture."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest

from components import events, theme, timeline
from data.query import Filters, Index, apply_filters, build_index
from tests.sample import HOSTILE, sample_corpus


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 30, 2))


@pytest.fixture(scope="module")
def crowd() -> Index:
    return build_index(sample_corpus(30, 500, 2))


def _info(index: Index, lang: str = "en", window: tuple[dt.date, dt.date] | None = None) -> timeline.TimelineInfo:
    return timeline.timeline_info(index, apply_filters(index, Filters()), lang, window)


def test_every_event_stands_once(index: Index, crowd: Index) -> None:
    for one in (index, crowd):
        info = _info(one)
        shown = [p.event_id for p in info.points] + [u.event_id for u in info.undated]
        shown += [e for g in info.groups for e in g.event_ids]
        assert len(shown) == len(set(shown)) == one.n_events - info.undated_more


def test_undated_events_have_no_place_in_time(index: Index) -> None:
    info = _info(index)
    undated = {e["event_id"] for e in index.event.values() if e["date_from"] is None}
    assert {u.event_id for u in info.undated} == undated
    assert undated.isdisjoint(p.event_id for p in info.points)
    assert all(0 < u.x < 1 for u in info.undated)


def test_uncertain_days_are_bars(index: Index) -> None:
    ranges = {
        e["event_id"] for e in index.event.values() if e["date_from"] is not None and e["date_from"] != e["date_to"]
    }
    bars = _info(index).bars
    assert {p.event_id for p in bars} == ranges
    assert all(p.first < p.x.date() < p.last for p in bars)


def test_lanes(index: Index) -> None:
    lanes = {p.event_id: p.lane for p in _info(index).points}
    for event_id, lane in lanes.items():
        if "rubio" in event_id:
            assert lane == "envoys"
        else:
            assert lane == ("leaders_calls" if "call" in event_id else "leaders_meetings")
    assert len(set(lanes.values())) == 3


def test_size_grows_with_articles_and_flags_mark_conflicts(index: Index) -> None:
    points = {p.event_id: p for p in _info(index).points}
    by_articles = sorted(points.values(), key=lambda p: index.event[p.event_id]["n_articles"])
    assert [p.size for p in by_articles] == sorted(p.size for p in points.values())
    assert by_articles[0].size < by_articles[-1].size
    conflicting = set(index.corpus.checks["event_id"])
    assert {p.event_id for p in points.values() if p.differs} == conflicting & set(points)


def _boxes(info: timeline.TimelineInfo) -> list[tuple[float, float, float, float]]:
    assert info.first
    per_day = timeline.WIDTH / (max((info.last - info.first).days + 1, 14) * 1.06)  # type: ignore[operator]
    begin = dt.datetime.combine(info.first, dt.time())
    boxes = []
    for p in info.points:
        at = (p.x - begin).total_seconds() / 86400 * per_day
        boxes.append((at - p.size / 2, p.y - p.size / 2, at + p.size / 2, p.y + p.size / 2))
        if p.label:
            half = len(p.label) * timeline.CHAR / 2
            boxes.append((at - half, p.label_y - timeline.LABEL / 2, at + half, p.label_y + timeline.LABEL / 2))
    return boxes


@pytest.mark.parametrize("lang", ["en", "it"])
def test_labels_and_markers_do_not_overlap(index: Index, lang: str) -> None:
    info = _info(index, lang)
    assert sum(bool(p.label) for p in info.points) > len(info.points) / 2
    for a, b in combinations(_boxes(info), 2):
        apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
        assert apart, (a, b)


def test_lanes_are_stacked_and_hold_their_points(index: Index) -> None:
    info = _info(index)
    for above, below in zip(info.lanes, info.lanes[1:], strict=False):
        assert above.bottom == below.top
    for p in info.points:
        lane = next(lane for lane in info.lanes if lane.lane == p.lane)
        assert lane.top < p.y < lane.bottom


def test_a_crowd_becomes_counts_that_open(crowd: Index) -> None:
    info = _info(crowd)
    assert info.groups
    assert len(info.groups) + len(info.points) < 250
    group = max(info.groups, key=lambda g: len(g.event_ids))
    assert len(group.event_ids) > 1
    opened = _info(crowd, window=(group.first, group.last))
    assert set(group.event_ids) <= {p.event_id for p in opened.points}
    assert not opened.groups
    kind, first, last = group.ref.split("|")
    assert (kind, first, last) == (timeline.GROUP, group.first.isoformat(), group.last.isoformat())


def test_few_events_stay_single(index: Index) -> None:
    assert not _info(index).groups


def test_nothing_and_only_undated() -> None:
    index = build_index(sample_corpus(3, 12, 0))
    none = timeline.timeline_info(index, index.corpus.events.head(0), "en")
    assert (none.points, none.undated, none.first) == ((), (), None)
    undated = index.corpus.events[index.corpus.events["date_from"].isna()]
    info = timeline.timeline_info(index, undated.reset_index(drop=True), "en")
    assert len(info.undated) == 1
    assert info.points == ()
    for one in (none, info):
        timeline.timeline_figure(one, theme.LIGHT)


def test_ids_travel_in_customdata_and_the_selection_is_not_in_the_picture(index: Index) -> None:
    info = _info(index)
    figure = timeline.timeline_figure(info, theme.LIGHT)
    carried = [row[0] for trace in figure.data if trace.customdata is not None for row in trace.customdata]
    assert sorted(carried) == sorted([p.event_id for p in info.points] + [u.event_id for u in info.undated])
    symbols = {s for trace in figure.data if trace.marker.symbol is not None for s in trace.marker.symbol}
    assert symbols == {"circle", "circle-open", "circle-x-open"}


@pytest.mark.parametrize("which", ["points", "undated", "groups"])
def test_the_ring_is_on_the_marker_that_the_figure_draws(index: Index, crowd: Index, which: str) -> None:
    info = _info(crowd if which == "groups" else index)
    found = getattr(info, which)
    event_id = found[1].event_ids[0] if which == "groups" else found[1].event_id
    css = timeline.ring_css(info, event_id, theme.LIGHT)
    assert ".point:nth-of-type(2)" in css
    figure = timeline.timeline_figure(info, theme.LIGHT)
    own = [t for t in figure.data if (t.xaxis == "x2") == (which == "undated")]
    trace = own[int(css.split(".trace:nth-of-type(")[1].split(")")[0]) - 1]
    assert trace.customdata[1][0] == (found[1].ref if which == "groups" else event_id)


def test_no_ring_for_what_is_not_shown(index: Index) -> None:
    assert "stroke" not in timeline.ring_css(_info(index), None, theme.LIGHT)
    assert "stroke" not in timeline.ring_css(_info(index), "no-such-event", theme.LIGHT)


def test_words_of_the_vocabulary_are_escaped_in_the_chart() -> None:
    corpus = sample_corpus(3, 6, 0)
    actors = corpus.actors.copy()
    actors["short"] = actors["short"].where(actors["actor_id"] != "donald-trump", "<b>T</b> $x$")
    hostile = build_index(type(corpus)(**{**corpus.tables(), "actors": actors}, folder="x", fingerprint="y"))
    info = _info(hostile)
    figure = timeline.timeline_figure(info, theme.LIGHT)
    shown = [p.hover for p in info.points] + [w for t in figure.data if t.text is not None for w in t.text]
    assert any("&lt;b&gt;T" in words for words in shown)
    assert not any("<b>T" in words or "$" in words for words in shown)
    assert not any(HOSTILE in words for words in shown)


@pytest.mark.parametrize("lang", ["en", "it"])
def test_alternative_text_counts_what_is_drawn(index: Index, lang: str) -> None:
    alt = _info(index, lang).alt
    assert "30" in alt
    assert str(len(_info(index).undated)) in alt


def test_table_twin_has_a_row_for_each_event(index: Index) -> None:
    frame = apply_filters(index, Filters())
    table = timeline.table_info(index, frame, "it")
    assert len(table) == len(frame)
    assert list(table.iloc[:, 0]) == [events.title(index, e, "it") for e in frame["event_id"]]


def test_a_long_span_and_a_short_one_have_few_ticks() -> None:
    day = dt.date(2025, 1, 1)
    for days in (3, 14, 40, 90, 400, 2000, 12000, 60000):
        ticks, words = timeline._ticks(day, day + dt.timedelta(days=days), "it")
        assert 1 <= len(ticks) <= 16, days
        assert len(words) == len(ticks) == len(set(ticks)), days
