"""The topics page through Streamlit's own test harness."""

from __future__ import annotations

from functools import partial

import pytest

from components.text import t
from tests.pages import Open, html_of


@pytest.fixture
def opened(open_page: Open) -> Open:
    """The topics page on the seeds, for parts of the address."""
    return partial(open_page, "topics")


def test_it_opens_with_the_chart_and_its_table(opened: Open) -> None:
    app = opened()
    html = html_of(app)
    assert t("topics.chart", "en") in html
    assert "hl-story" not in html
    assert len(app.get("plotly_chart")) == 1
    assert len(app.dataframe[0].value) > 5
    assert app.selectbox(key="_versus").disabled


def test_a_story_of_the_address_is_told_with_words(opened: Open) -> None:
    html = html_of(opened(story="tomahawk"))
    assert "The story of “Tomahawk”" in html
    assert '<mark class="hl-topic">' in html
    assert 'lang="it"' in html
    assert "first mention" in html
    assert "articles?article=" in html


def test_choosing_a_topic_goes_into_the_address(opened: Open) -> None:
    app = opened()
    app.selectbox(key="_story").set_value("territories").run()
    assert app.query_params["story"] == "territories"
    assert "hl-story" in html_of(app)
    app.selectbox(key="_versus").set_value("ukraine-settlement").run()
    assert app.query_params["versus"] == "ukraine-settlement"
    html = html_of(app)
    assert t("topics.both_speak", "en") in html
    assert html.count("<section><h2") == 2


def test_a_topic_is_not_compared_with_itself(opened: Open) -> None:
    app = opened(story="energy")
    assert "Energy" not in app.selectbox(key="_versus").options
    html = html_of(opened(story="energy", versus="energy"))
    assert t("topics.both_speak", "en") not in html


def test_acts_narrow_the_story(opened: Open) -> None:
    app = opened(story="territories")
    steps = html_of(app).count("<li class=")
    app.button_group(key="acts").set_value(["demanded"]).run()
    assert app.query_params["acts"] == "demanded"
    assert 0 < html_of(app).count("<li class=") < steps
    app.button_group(key="acts").set_value([]).run()
    assert app.query_params["acts"] == "none"
    assert t("topics.no_acts", "en") in html_of(app)


def test_filters_apply(opened: Open) -> None:
    app = opened(topic=["tomahawk", "territories"])
    assert len(app.dataframe[0].value) == 2
    app = opened(q="tomahawk", story="territories")
    assert len(app.dataframe[0].value) < len(opened().dataframe[0].value)


@pytest.mark.parametrize("name", ["story", "versus"])
def test_an_unknown_topic_is_said(opened: Open, name: str) -> None:
    html = html_of(opened(**{name: "<script>"}))
    assert "hl-notice" in html
    assert "&lt;script&gt;" in html


def test_a_topic_without_passages(opened: Open) -> None:
    assert t("topics.no_story", "en") in html_of(opened(story="nuclear"))


def test_nothing_left(opened: Open) -> None:
    assert t("topics.none", "en") in html_of(opened(q="zzz"))


def test_italian(opened: Open) -> None:
    html = html_of(opened(lang="it", story="territories"))
    assert "La storia di “Territori”" in html
    assert "Chiesto da" in html
    assert "lang=it" in html
