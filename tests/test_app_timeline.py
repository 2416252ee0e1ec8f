"""The start page through Streamlit's own test harness: every state, on a synthetic corpus or a folder made for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest

from components import state
from components.text import t
from tests.pages import Open, html_of
from tests.sample import moved, sample_corpus

SAMPLE = sample_corpus(6, 24, 2)
EVENT = str(SAMPLE.checks["event_id"].iloc[0])


@pytest.fixture
def opened(open_page: Open) -> Open:
    """The start page on the synthetic corpus, for parts of the address."""
    return partial(open_page, "timeline", SAMPLE)


def test_it_opens_with_all_events_and_a_hint(opened: Open) -> None:
    app = opened()
    html = html_of(app)
    assert "24 events" in html
    assert t("timeline.choose", "en") in html
    assert "hl-excerpt" not in html
    assert len(app.get("plotly_chart")) == 1
    assert not app.dataframe  # made when it is opened
    app.session_state["timeline-table-box"] = True
    assert len(app.run().dataframe[0].value) == 24


def test_after_a_filter_the_chart_is_sent_before_what_stands_above_it(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    enqueue = DeltaGenerator._enqueue

    def watched(place: DeltaGenerator, kind: str, *args: Any, **kwargs: Any) -> Any:
        sent.append(kind)
        return enqueue(place, kind, *args, **kwargs)

    monkeypatch.setattr(DeltaGenerator, "_enqueue", watched)

    def before_the_chart() -> list[str]:
        last = len(sent) - 1 - sent[::-1].index("plotly_chart")  # one before it is the opening's, out of sight
        return sent[:last]

    app = opened()
    assert before_the_chart().count("html") >= 4  # script, heading, chips: nothing may push the chart down later
    sent.clear()
    monkeypatch.setattr(state, "stays", lambda: True)
    app.button_group(key="kind").set_value(["call"]).run()
    assert before_the_chart() == ["html"]  # the ring, and the room that the chart takes
    assert "Calls" in [button.label for button in app.button]  # the chip


def test_an_event_of_the_address_is_shown_with_its_words(opened: Open) -> None:
    html = html_of(opened(event=EVENT))
    assert "hl-excerpt" in html
    assert '<mark class="hl-event"' in html
    assert "hl-conflicts" in html
    assert "articles?article=" in html
    assert "<script>alert" not in html


@pytest.mark.parametrize(("lang", "words"), [("en", "In the articles’ words"), ("it", "Con le parole degli articoli")])
def test_both_languages(opened: Open, lang: str, words: str) -> None:
    app = opened(event=EVENT, lang=lang)
    assert words in html_of(app)
    assert ("lang=it" in html_of(app)) == (lang == "it")  # links keep it


def test_switching_the_language_keeps_event_and_filters(opened: Open) -> None:
    app = opened(event=EVENT, kind="call")
    app.button_group(key="lang").set_value("it").run()
    html = html_of(app)
    assert "Con le parole degli articoli" in html
    assert app.query_params["kind"] == "call"
    assert app.query_params["lang"] == "it"
    assert app.query_params["event"] == EVENT


def test_a_filter_narrows_and_goes_into_the_address(opened: Open) -> None:
    app = opened()
    app.button_group(key="topic").set_value(["tomahawk"]).run()
    assert app.query_params["topic"] == "tomahawk"
    left = int(re.findall(r"(\d+) of 24 events", html_of(app))[0])
    assert 0 < left < 24


def test_the_address_sets_every_filter(opened: Open) -> None:
    app = opened(
        topic=["energy", "tomahawk"], people="donald-trump", kind="call", source="tass", status="held",
        period=["2025-02-01", "2025-12-01"], q="trump",
    )  # fmt: skip
    assert not app.exception
    assert app.session_state["topic"] == ["energy", "tomahawk"]
    assert app.multiselect(key="people").value == ["donald-trump"]
    assert app.slider(key="period").value[0].isoformat() == "2025-02-01"
    assert app.text_input(key="q").value == "trump"
    assert app.query_params["period"] == ["2025-02-01", "2025-12-01"]


def test_chips_take_filters_off(opened: Open) -> None:
    app = opened(topic=["energy", "tomahawk"], kind="call")
    app.button(key="chip-topic-energy").click().run()
    assert app.session_state["topic"] == ["tomahawk"]
    app.button(key="chips-clear").click().run()
    assert not app.exception
    assert "topic" not in app.query_params
    assert "24 events" in html_of(app)


def test_an_empty_result_offers_a_way_out(opened: Open) -> None:
    app = opened(status="cancelled", q="telefonata", kind="meeting")
    assert not app.get("plotly_chart")
    offers = [b for b in app.button if b.key and b.key.startswith("relax-")]
    assert offers
    offers[0].click().run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ({"topic": "nonsense"}, "nonsense"),
        ({"topic": "<script>alert(1)</script>"}, "&lt;script&gt;"),
        ({"event": "2099-01-01-call-nobody"}, "2099-01-01-call-nobody"),
        ({"period": "yesterday"}, "yesterday"),
        ({"lang": "fr"}, "fr"),
        ({"people": ["donald-trump", "x"]}, "“x”"),
    ],
)
def test_a_bad_address_gives_a_notice(opened: Open, address: Mapping[str, str | list[str]], value: str) -> None:
    app = opened(**address)
    html = html_of(app)
    notices = [line for line in html.splitlines() if "hl-notice" in line]
    assert len(notices) == 1
    assert value in notices[0]
    assert "<script>alert" not in html
    assert len(app.get("plotly_chart")) == 1


def test_a_good_address_gives_none(opened: Open) -> None:
    assert "hl-notice" not in html_of(opened(topic="energy", event=EVENT, lang="it"))


def test_steps_go_through_the_events_in_order(opened: Open) -> None:
    first, second = list(SAMPLE.events.sort_values(["date_from", "date_to", "event_id"])["event_id"])[:2]
    app = opened(event=first)
    assert app.button(key="step-previous").disabled
    app.button(key="step-next").click().run()
    assert app.query_params["event"] == second
    assert not app.button(key="step-previous").disabled


def test_a_selected_event_stays_when_a_filter_hides_it(opened: Open) -> None:
    meeting = next(e for e in SAMPLE.events["event_id"] if "meeting" in e)
    html = html_of(opened(event=meeting, kind="call"))
    assert t("timeline.outside", "en") in html
    assert "hl-excerpt" in html


def _view(app: AppTest) -> str:
    """The days in view as the page names them; nothing where all are."""
    found = re.findall(r'<p class="hl-note" role="status">([^<]*\d{4})</p>', html_of(app))
    assert len(found) < 2
    return str(found[0]) if found else ""


APART = moved(SAMPLE, {0: "2014-06-11"})
OLD = str(APART.events["event_id"][0])
IN_ORDER = list(APART.events.sort_values(["date_from", "date_to", "event_id"])["event_id"])


def test_the_first_view_leaves_out_what_lies_years_away(open_page: Open) -> None:
    assert _view(open_page("timeline", SAMPLE)) == ""
    app = open_page("timeline", APART)
    first = _view(app)
    assert first.endswith(("2025", "2026"))
    assert "2014" not in first
    app.button(key="timeline-whole").click().run()
    assert _view(app) == ""
    app.session_state["status"] = ["held"]
    app.run()
    assert _view(app) == ""  # as it was asked for
    assert app.button(key="timeline-whole").label == t("timeline.main", "en")
    app.button(key="timeline-whole").click().run()
    assert _view(app) == first
    app.button(key="timeline-nearer").click().run()
    near = _view(app)
    assert near != first
    app.session_state["status"] = []
    app.run()
    assert _view(app) == near


def test_the_view_moves_to_the_selected_event_and_back(open_page: Open) -> None:
    first = _view(open_page("timeline", APART))
    assert first
    app = open_page("timeline", APART, event=OLD)
    assert app.button(key="step-previous").disabled
    assert "2014" in _view(app)
    app.button(key="step-next").click().run()
    assert app.query_params["event"] == IN_ORDER[1]
    assert _view(app) == first
    app.button(key="step-previous").click().run()
    assert "2014" in _view(app)
    app.button(key="timeline-whole").click().run()
    app.button(key="step-next").click().run()
    assert _view(app) == ""  # all of it is in view


def test_the_view_follows_no_event_that_filters_hide(open_page: Open) -> None:
    kind = APART.events["kind"][0]
    other = next(one for one in APART.events["kind"] if one != kind)
    app = open_page("timeline", APART, event=OLD, kind=other)
    assert "2014" not in _view(app)
    app.button(key="chips-clear").click().run()
    assert "2014" in _view(app)


def test_the_view_is_of_what_filters_leave_where_that_is_elsewhere(open_page: Open) -> None:
    first = _view(open_page("timeline", APART))
    assert first
    app = open_page("timeline", APART, period=["2014-01-01", "2014-12-31"])
    assert _view(app) == ""
    app.button(key="chips-clear").click().run()
    assert _view(app) == first
    article = APART.reports.loc[APART.reports["event_id"] == OLD, "article_id"].iloc[0]
    told = APART.reports.loc[APART.reports["article_id"] == article, "event_id"]
    assert told.nunique() > 1  # some of the bulk among them
    app.session_state["source"] = [article]
    app.run()
    assert _view(app) == first


def test_no_events_at_all(open_page: Open) -> None:
    assert t("problem.no_events", "en") in html_of(open_page("timeline", sample_corpus(3, 0, 0)))


def test_a_folder_that_does_not_exist(open_page: Open, tmp_path: Path) -> None:
    html = html_of(open_page("timeline", tmp_path / "nowhere"))
    assert t("problem.nothing", "en") in html
    assert "nowhere" in html


def test_an_empty_folder(open_page: Open, tmp_path: Path) -> None:
    assert t("problem.nothing", "en") in html_of(open_page("timeline", tmp_path))


def test_a_broken_file_is_named_and_the_rest_is_read(
    open_page: Open, corpus_dir: Callable[[Mapping[str, str | bytes]], Path]
) -> None:
    good = "MOSCOW, May 21 2025. Presidents Donald Trump and Vladimir Putin spoke by phone on 19 May 2025."
    folder = corpus_dir({"good.txt": good, "noise.txt": bytes(range(256)) * 20, "empty.txt": ""})
    html = html_of(open_page("timeline", folder))
    assert "noise.txt" in html
    assert "empty.txt" in html
    assert "1 article ·" in html
