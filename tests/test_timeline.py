"""Where everything stands on the timeline: the info, not the picture."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from components import events, text, theme, timeline, timeline_figure
from components import timeline_layout as layout
from components.timeline_figure import ticks as ticks_of
from data.query import Filters, Index, apply_filters, build_index
from tests.figures import validated
from tests.sample import HOSTILE, moved, sample_corpus


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(sample_corpus(6, 30, 2))


@pytest.fixture(scope="module")
def crowd() -> Index:
    return build_index(sample_corpus(30, 500, 2))


def _info(index: Index, lang: str = "en", window: layout.Span | None = None) -> layout.TimelineInfo:
    return layout.timeline_info(index, apply_filters(index, Filters()), lang, None, window)


def _at(moment: str) -> dt.datetime:
    return dt.datetime.fromisoformat(moment)


def _pixels(info: layout.TimelineInfo, when: dt.datetime) -> float:
    assert info.shown
    width = layout.WIDTH if info.undated else layout.WIDTH / (1 - layout.PANEL)
    return (when - info.shown[0]) / (info.shown[1] - info.shown[0]) * width


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


def _boxes(info: layout.TimelineInfo) -> list[tuple[float, float, float, float]]:
    """What markers, counts and labels in view cover, in pixels."""
    boxes = []
    for mark in (*info.points, *info.groups):
        at = _pixels(info, mark.x)
        if not 0 <= at <= _pixels(info, info.shown[1]):  # type: ignore[index]
            continue
        boxes.append((at - mark.size / 2, mark.y - mark.size / 2, at + mark.size / 2, mark.y + mark.size / 2))
        if isinstance(mark, layout.Point) and mark.label:
            length = len(mark.label) * layout.CHAR
            left = at - {"center": length / 2, "left": length, "right": 0.0}[mark.label_side]
            boxes.append((left, mark.label_y - layout.LABEL / 2, left + length, mark.label_y + layout.LABEL / 2))
    return boxes


def _apart(boxes: list[tuple[float, float, float, float]]) -> None:
    for a, b in combinations(boxes, 2):
        apart = a[2] <= b[0] + 0.01 or b[2] <= a[0] + 0.01 or a[3] <= b[1] + 0.01 or b[3] <= a[1] + 0.01
        assert apart, (a, b)


@pytest.mark.parametrize("lang", ["en", "it"])
def test_labels_and_markers_do_not_overlap(index: Index, lang: str) -> None:
    info = _info(index, lang)
    assert sum(bool(p.label) for p in info.points) > len(info.points) / 2
    _apart(_boxes(info))


@pytest.mark.parametrize("days", [360, 120, 30, 9, 3, 1])
@pytest.mark.parametrize("n_events", [100, 500, 4000])
def test_nothing_overlaps_at_any_zoom(n_events: int, days: int) -> None:
    index = build_index(sample_corpus(40, n_events, 3))
    low = _at("2025-03-01")
    info = _info(index, "en", (low, low + dt.timedelta(days=days)))
    boxes = _boxes(info)
    assert boxes
    _apart(boxes)
    assert len(info.points) + len(info.groups) < 4 * layout.MANY


@pytest.mark.parametrize("n_events", [500, 4000])
def test_the_flag_of_a_count_covers_no_other_mark(n_events: int) -> None:
    info = _info(build_index(sample_corpus(40, n_events, 3)))
    flags = []
    for group in info.groups:
        if group.differs:
            _, y, flag = timeline_figure.flagged(group)
            assert flag.strip() == "⚑"
            at, half = _pixels(info, group.x) + 3.9 * flag.count("\u00a0"), layout.FLAG / 2
            flags.append((at - half, y - half, at + half, y + half))
    assert len(flags) > 5
    for mark in _boxes(info):
        for flag_box in flags:
            _apart([mark, flag_box])


def test_a_label_at_an_end_of_the_axis_runs_inwards() -> None:
    index = build_index(sample_corpus(12, 12, 0))
    info = _info(index)
    last = max(info.points, key=lambda p: p.x)
    assert last.label
    assert last.label_side == "left"
    assert {p.label_side for p in info.points if p != last} >= {"center"}


def test_zooming_moves_no_lane_and_shows_more_labels(crowd: Index) -> None:
    whole = _info(crowd)
    part = _info(crowd, window=(_at("2025-05-01"), _at("2025-05-20")))
    assert part.lanes == whole.lanes
    assert part.height == whole.height
    assert part.whole == whole.whole
    assert sum(bool(p.label) for p in part.points) > sum(bool(p.label) for p in whole.points)


def test_the_axis_does_not_follow_what_filters_leave(index: Index) -> None:
    days = dt.date(2025, 1, 1), dt.date(2025, 12, 31)
    frame = apply_filters(index, Filters())
    spans = {layout.timeline_info(index, frame.head(n), "en", days).shown for n in (1, 5, 20)}
    assert spans == {layout.axis(days)}


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
    assert info.shown
    assert layout.opens(group.first, group.last, info.shown)
    part = layout.opened(group.first, group.last)
    assert set(group.event_ids) <= {p.event_id for p in _info(crowd, window=part).points}
    assert not layout.opens(group.first, group.last, part)
    assert group.ref == f"{layout.GROUP}|{group.first}|{group.last}|{group.event_ids[0]}"


@pytest.fixture(scope="module")
def host() -> Index:
    """20 000 events."""
    return build_index(sample_corpus(40, 20_000, 1))


def test_twenty_thousand_events_are_as_few_marks(host: Index) -> None:
    info = _info(host)
    assert len(info.points) + len(info.groups) < 250
    figure = validated(timeline.timeline_figure(info, theme.LIGHT))
    assert len(figure.to_json()) < 120_000
    day = _at("2025-06-03")
    assert sum(bool(p.label) for p in _info(host, window=(day, day + dt.timedelta(days=1))).points) > 10


@pytest.mark.parametrize("lang", ["en", "it"])
def test_the_words_over_the_undated_have_room(index: Index, host: Index, lang: str) -> None:
    heights = []
    for one, more in ((index, False), (host, True)):
        info = _info(one, lang)
        assert bool(info.undated_more) == more
        drawn = validated(timeline.timeline_figure(info, theme.LIGHT)).layout
        words = next(a.text for a in drawn.annotations if a.yanchor == "bottom")
        lines = words.count("<br>") + 1
        assert (lines > 1) == more
        assert drawn.margin.t >= 15 * lines
        heights.append(drawn.height - drawn.margin.t - info.height)
    assert max(heights) - min(heights) < 1  # the lanes keep their height


def test_few_events_stay_single(index: Index) -> None:
    assert not _info(index).groups


def test_nothing_and_only_undated() -> None:
    index = build_index(sample_corpus(3, 12, 0))
    none = layout.timeline_info(index, index.corpus.events.head(0), "en")
    assert (none.points, none.undated, none.shown) == ((), (), None)
    undated = index.corpus.events[index.corpus.events["date_from"].isna()]
    info = layout.timeline_info(index, undated.reset_index(drop=True), "en")
    assert len(info.undated) == 1
    assert info.points == ()
    for one in (none, info):
        validated(timeline.timeline_figure(one, theme.LIGHT))


def test_ids_travel_in_customdata_and_the_selection_is_not_in_the_picture(index: Index) -> None:
    info = _info(index)
    figure = validated(timeline.timeline_figure(info, theme.LIGHT))
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
    figure = validated(timeline.timeline_figure(info, theme.LIGHT))
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
    figure = validated(timeline.timeline_figure(info, theme.LIGHT))
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
    low = _at("2025-01-01")
    for days in (1, 3, 14, 40, 90, 400, 2000, 12000, 60000):
        ticks, words = ticks_of((low, low + dt.timedelta(days=days)), "it")
        assert 1 <= len(ticks) <= 16, days
        assert len(words) == len(ticks) == len(set(ticks)), days


WHOLE = (_at("2025-01-01"), _at("2026-01-01"))


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ((_at("2025-03-01"), _at("2025-04-01")), (_at("2025-03-01"), _at("2025-04-01"))),
        ((_at("2025-04-01"), _at("2025-03-01")), (_at("2025-03-01"), _at("2025-04-01"))),
        ((_at("2024-12-01"), _at("2025-01-01")), (_at("2025-01-01"), _at("2025-02-01"))),
        (
            (_at("2025-03-01"), _at("2025-03-01")),
            (_at("2025-02-28T12:00"), _at("2025-03-01T12:00")),
        ),
        ((_at("2024-01-01"), _at("2027-01-01")), None),
        (WHOLE, None),
    ],
)
def test_a_part_asked_for_stays_on_the_axis(part: layout.Span, kept: layout.Span | None) -> None:
    assert timeline.fit(part, WHOLE) == kept


def _spell(first: str, last: str, n: int) -> list[str]:
    """Two days → n days from the one to the other, evenly."""
    return [str(day) for day in pd.date_range(first, last, n).date]


YEAR = _spell("2025-01-20", "2025-12-29", 12)
BULK = ("2025-01-20", "2025-12-29")
CROWD = _spell("2025-01-20", "2025-12-29", 400)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["2014-06-11", *YEAR], BULK),
        ([*YEAR, "2031-05-05"], BULK),
        (["2014-06-11", *YEAR, "2031-05-05"], BULK),
        (["2014-06-11", "2014-09-05", *YEAR, *YEAR], BULK),
        (["2014-06-11", "2016-10-19", "2019-12-09", "2021-06-16", *YEAR, *YEAR], BULK),
        (["2014-06-11", "2023-05-02", *YEAR], BULK),  # each alone would stand apart
        (["2014-06-11", *YEAR[:4]], ("2025-01-20", YEAR[3])),
        (["2022-10-16", *["2025-10-16"] * 6], ("2025-10-16", "2025-10-16")),
        (["2014-06-11", *_spell("2022-03-01", "2025-12-29", 30)], ("2022-03-01", "2025-12-29")),
        (["2014-01-01/2014-12-31", *YEAR, "2025-12-01/2026-02-01"], ("2025-01-20", "2026-02-01")),
        ([*_spell("2014-01-10", "2014-12-10", 20), *CROWD], BULK),
        # nothing stands apart
        ([], None),
        (["2025-10-16"], None),
        (YEAR, None),
        (["2014-06-11", *YEAR[:3]], None),  # too few to have a bulk
        (["2014-06-11", "2014-09-05", *YEAR[:7]], None),  # more than a fifth
        ([*_spell("2014-01-10", "2014-12-10", 6), *YEAR], None),
        ([*_spell("2014-01-10", "2014-12-10", 24), *CROWD], None),  # a story of its own
        ([*_spell("2025-10-10", "2025-10-17", 12), "2026-02-20"], None),  # a summit ahead
        (["2025-01-20", *_spell("2025-10-10", "2025-10-17", 12)], None),
        (_spell("2014-01-01", "2025-12-31", 24), None),
        (["2014-06-11", *_spell("2018-01-01", "2025-12-31", 40)], None),  # less of it empty than full
        (["2014-06-11", "2014-06-11/2025-01-01", *YEAR], None),  # a bar over all that is empty
    ],
)
def test_the_bulk_of_the_events_and_what_stands_apart(days: list[str], expected: tuple[str, str] | None) -> None:
    for ordered in (days, days[::-1]):
        first = np.array([day.split("/")[0] for day in ordered], dtype="datetime64[D]")
        last = np.array([day.split("/")[-1] for day in ordered], dtype="datetime64[D]")
        found = layout.bulk(first, last)
        assert found == (expected and tuple(map(dt.date.fromisoformat, expected)))


@pytest.fixture(scope="module")
def apart() -> Index:
    """30 events, of which one, a meeting, is of 2014; another stands in 2031."""
    return build_index(moved(sample_corpus(6, 30, 2), {0: "2014-06-11", 1: "2031-05-05"}))


def _opened(index: Index, frame: pd.DataFrame | None = None) -> layout.Days | None:
    assert index.bounds
    return layout.opening(index, apply_filters(index, Filters()) if frame is None else frame, index.bounds)


def test_the_first_view_is_of_the_bulk_whatever_filters_leave_of_it(index: Index, apart: Index) -> None:
    assert _opened(index) is None
    found = _opened(apart)
    assert found
    frame = apply_filters(apart, Filters())  # oldest first
    bulk = frame[frame["date_from"].dt.year.isin((2025, 2026))]
    assert found == (bulk["date_from"].min().date(), bulk["date_to"].max().date())
    assert _opened(apart, frame.head(2)) == _opened(apart, bulk.tail(9)) == found
    assert _opened(apart, frame.head(1)) == (dt.date(2014, 6, 11), dt.date(2014, 6, 11))
    undated = frame[frame["date_from"].isna()]
    assert len(undated)
    assert _opened(apart, undated) == found
    ends = frame[~frame["event_id"].isin([*bulk["event_id"], *undated["event_id"]])]
    assert _opened(apart, ends) == (dt.date(2014, 6, 11), dt.date(2031, 5, 5))
    period = dt.date(2014, 1, 1), dt.date(2016, 1, 1)
    assert layout.opening(apart, frame.head(1), period) is None


@pytest.mark.parametrize(
    ("lang", "room", "words"),
    [
        ("en", 900.0, ["← 1 earlier event not in view – show all", "1 later event not in view – show all →"]),
        ("it", 900.0, ["← 1 evento precedente fuori vista – mostra tutto", "1 evento successivo fuori vista – mostra tutto →"]),
        ("it", 620.0, ["← 1 evento precedente fuori vista", "1 evento successivo fuori vista →"]),
        ("en", 250.0, ["← 1 earlier", "1 later →"]),
    ],
)  # fmt: skip
def test_what_lies_outside_the_view_is_said(apart: Index, lang: str, room: float, words: list[str]) -> None:
    days = _opened(apart)
    assert days
    part, frame = layout.axis(days), apply_filters(apart, Filters())
    info = layout.timeline_info(apart, frame, lang, None, part, room, part)
    assert (info.earlier, info.later) == (1, 1)
    said = [a for a in validated(timeline.timeline_figure(info, theme.LIGHT)).layout.annotations if a.captureevents]
    assert [a.text for a in said] == words
    assert sum(len(a.text) for a in said) * layout.CHAR < info.width
    assert str(text.day(days[0], lang)).split(" ")[-1] in info.alt
    assert text.t("timeline.earlier_outside", lang, n=1) in info.alt
    whole = layout.timeline_info(apart, frame, lang, None, None, room, part)
    assert (whole.earlier, whole.later) == (0, 0)
    assert text.t("timeline.earlier_outside", lang, n=1) not in whole.alt
    drawn = validated(timeline.timeline_figure(whole, theme.LIGHT))
    assert not any(a.captureevents for a in drawn.layout.annotations)
    assert whole.lanes == info.lanes  # as high as the first view needs them
    assert info.height < layout.timeline_info(apart, frame, lang, None, None, room).height
    slider = validated(timeline.timeline_figure(info, theme.LIGHT)).layout.xaxis.rangeslider
    assert [when[:4] for when in slider.range] == ["2013", "2031"]


def test_a_mark_at_an_end_of_the_view_is_in_it(index: Index) -> None:
    frame = apply_filters(index, Filters())
    low, high = frame["date_from"].min(), frame["date_to"].max()
    inside = (low.to_pydatetime(), high.to_pydatetime() + dt.timedelta(days=1))
    info = layout.timeline_info(index, frame, "en", None, inside)
    assert (info.earlier, info.later) == (0, 0)
    day = dt.timedelta(days=1)
    info = layout.timeline_info(index, frame, "en", None, (inside[0] + day, inside[1] - day))
    assert info.earlier == (frame["date_to"] == low).sum() > 0
    assert info.later == (frame["date_from"] == high).sum() > 0


def test_words_are_drawn_in_view_only(crowd: Index) -> None:
    day = _at("2025-06-03")
    info = _info(crowd, window=(day, day + dt.timedelta(days=20)))
    figure = validated(timeline.timeline_figure(info, theme.LIGHT))
    words = [dt.datetime.fromisoformat(x) for trace in figure.data if trace.xaxis == "x3" for x in trace.x]
    room = dt.timedelta(days=2)
    assert words
    assert all(day - room <= x <= day + dt.timedelta(days=20) + room for x in words)
    marks = [x for trace in figure.data if trace.mode == "markers" for x in trace.x]
    assert len(marks) == len(info.points) + len(info.groups) > len(words)  # the slider shows all of them
    here = [p for p in info.points if p.label and info.shown and info.shown[0] <= p.x <= info.shown[1]]
    assert {p.x for p in here} <= set(words)
