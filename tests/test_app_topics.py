"""The topics page through Streamlit's own test harness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components.text import t

ROOT = Path(__file__).resolve().parent.parent
Open = Callable[..., AppTest]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Open:
    """A factory: parts of the address → the topics page on the seeds, run once."""

    def make(**address: str | list[str]) -> AppTest:
        monkeypatch.setenv("HOTLINE_CORPUS", str(ROOT / "seeds"))
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        app.switch_page("pages/topics.py")
        for name, value in address.items():
            app.query_params[name] = value
        return app.run()

    return make


def page(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(e.proto.body for e in app.get("html") if not e.proto.body.startswith(("<style", "<script>//")))


def test_it_opens_with_the_chart_and_its_table(opened: Open) -> None:
    app = opened()
    html = page(app)
    assert t("topics.chart", "en") in html
    assert "hl-story" not in html
    assert len(app.get("plotly_chart")) == 1
    assert len(app.dataframe[0].value) > 5
    assert app.selectbox(key="_versus").disabled


def test_a_story_of_the_address_is_told_with_words(opened: Open) -> None:
    html = page(opened(story="tomahawk"))
    assert "The story of “Tomahawk”" in html
    assert '<mark class="hl-topic">' in html
    assert 'lang="it"' in html
    assert "first mention" in html
    assert "articles?article=" in html


def test_choosing_a_topic_goes_into_the_address(opened: Open) -> None:
    app = opened()
    app.selectbox(key="_story").set_value("territories").run()
    assert app.query_params["story"] == "territories"
    assert "hl-story" in page(app)
    app.selectbox(key="_versus").set_value("ukraine-settlement").run()
    assert app.query_params["versus"] == "ukraine-settlement"
    html = page(app)
    assert t("topics.both_speak", "en") in html
    assert html.count("<section><h2") == 2


def test_a_topic_is_not_compared_with_itself(opened: Open) -> None:
    app = opened(story="energy")
    assert "Energy" not in app.selectbox(key="_versus").options
    html = page(opened(story="energy", versus="energy"))
    assert t("topics.both_speak", "en") not in html


def test_acts_narrow_the_story(opened: Open) -> None:
    app = opened(story="territories")
    steps = page(app).count("<li class=")
    app.button_group(key="acts").set_value(["demanded"]).run()
    assert app.query_params["acts"] == "demanded"
    assert 0 < page(app).count("<li class=") < steps
    app.button_group(key="acts").set_value([]).run()
    assert app.query_params["acts"] == "none"
    assert t("topics.no_acts", "en") in page(app)


def test_filters_apply(opened: Open) -> None:
    app = opened(topic=["tomahawk", "territories"])
    assert len(app.dataframe[0].value) == 2
    app = opened(q="tomahawk", story="territories")
    assert len(app.dataframe[0].value) < len(opened().dataframe[0].value)


@pytest.mark.parametrize("name", ["story", "versus"])
def test_an_unknown_topic_is_said(opened: Open, name: str) -> None:
    html = page(opened(**{name: "<script>"}))
    assert "hl-notice" in html
    assert "&lt;script&gt;" in html


def test_a_topic_without_passages(opened: Open) -> None:
    assert t("topics.no_story", "en") in page(opened(story="nuclear"))


def test_nothing_left(opened: Open) -> None:
    assert t("topics.none", "en") in page(opened(q="zzz"))


def test_italian(opened: Open) -> None:
    html = page(opened(lang="it", story="territories"))
    assert "La storia di “Territori”" in html
    assert "Chiesto da" in html
    assert "lang=it" in html
