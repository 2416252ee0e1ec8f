"""The network page through Streamlit's own test harness, on the seeds."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import Open, html_of


@pytest.fixture
def opened(open_page: Open) -> Open:
    """The network page on the seeds, for parts of the address."""
    return partial(open_page, "network")


def test_it_opens_without_a_selection(opened: Open) -> None:
    html = html_of(opened())
    assert "Click an actor" in html
    assert "hl-samples" in html


def test_an_actor_of_the_address_is_shown_with_words(opened: Open) -> None:
    app = opened(person="yuri-ushakov")
    html = html_of(app)
    assert "<h2>Yuri Ushakov</h2>" in html
    assert 'blockquote lang="it"' in html
    assert app.selectbox(key="_focus").value == "yuri-ushakov"


def test_a_tie_of_the_address_is_shown_with_its_sentences(opened: Open) -> None:
    html = html_of(opened(tie="donald-trump~spoke~vladimir-putin"))
    assert "<i>spoke with</i>" in html
    assert html.count("<blockquote") >= 5
    assert "<mark" in html


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ({"person": "nobody-at-all"}, "nobody-at-all"),
        ({"ties": ["spoke", "kissed"]}, "kissed"),
        ({"steps": "7"}, "7"),
    ],
)
def test_what_the_address_asks_for_in_vain_is_said(opened: Open, address: dict[str, str], words: str) -> None:
    html = html_of(opened(**address))
    assert "hl-notice" in html
    assert words in html


@pytest.mark.parametrize("tie", ["nonsense", "donald-trump~spoke~nobody", "vladimir-putin~spoke~donald-trump"])
def test_an_unknown_tie_is_said(opened: Open, tie: str) -> None:
    app = opened(tie=tie)
    html_of(app)
    assert [tie.split("~")[0][:4] in warning.value.replace("\\", "") for warning in app.warning] == [True]


def test_layers_come_from_the_address_and_go_there(opened: Open) -> None:
    app = opened(ties=["met"])
    assert app.session_state["ties"] == ["met"]
    app.button_group(key="ties").set_value(["met", "hosts"]).run()
    html_of(app)
    assert app.query_params["ties"] == ["met", "hosts"]


def test_no_layer_at_all_says_so(opened: Open) -> None:
    app = opened(ties="none")
    html_of(app)
    assert "No tie is left" in app.info[0].value


def test_italian(opened: Open) -> None:
    html = html_of(opened(lang="it", person="viktor-orban"))
    assert "Che cosa ha detto" in html


def test_steps_narrow_the_table(opened: Open) -> None:
    wide = opened(person="viktor-orban")
    near = opened(person="viktor-orban", steps="1")
    html_of(near)
    assert len(near.dataframe[0].value) < len(wide.dataframe[0].value)


def test_a_tie_button_opens_its_sentences(opened: Open) -> None:
    app = opened(person="viktor-orban")
    app.button(key="tie-viktor-orban~hosts~vladimir-putin").click().run()
    assert "<i>hosts</i>" in html_of(app)
    assert app.query_params["tie"] == "viktor-orban~hosts~vladimir-putin"
    app.button(key="close-tie").click().run()
    assert "<i>hosts</i>" not in html_of(app)


def test_roles_are_dated(opened: Open) -> None:
    html = html_of(opened(person="dmitry-peskov"))
    assert "hl-roles" in html
    assert "since" in html
    assert "Spoke for Vladimir Putin" in html


def test_months_of_the_address_narrow_picture_and_table(opened: Open) -> None:
    whole = opened()
    html_of(whole)
    app = opened(window="2025-10")
    html = html_of(app)
    assert "October 2025:" in html
    assert len(app.dataframe[0].value) < len(whole.dataframe[0].value)
    assert app.query_params["window"] == "2025-10"


def slider(app: AppTest) -> Any:
    return next(one for one in app.select_slider if str(one.key).startswith("_window"))


def test_the_slider_goes_to_the_address(opened: Open) -> None:
    app = opened()
    assert slider(app).value == ("2025-02", "2025-12")
    assert slider(app).options[0] == "Feb 2025"
    slider(app).set_value(("2025-05", "2025-10")).run()
    html = html_of(app)
    assert app.query_params["window"] == "2025-05..2025-10"
    assert "May 2025 – Oct 2025:" in html
    slider(app).set_value(("2025-02", "2025-12")).run()
    assert "window" not in app.query_params


def test_buttons_step_through_the_months_and_the_slider_follows(opened: Open) -> None:
    app = opened()
    app.button(key="month-after").click().run()
    assert app.query_params["window"] == "2025-02"
    assert app.button(key="month-before").disabled
    app.button(key="month-after").click().run()
    assert app.query_params["window"] == "2025-03"
    assert slider(app).value == ("2025-03", "2025-03")
    html_of(app)


def test_play_begins_with_the_first_month_and_pauses(opened: Open) -> None:
    app = opened()
    app.button(key="month-play").click().run()
    html = html_of(app)
    assert "February 2025:" in html
    assert app.button(key="month-play").label == "Pause"
    app.button(key="month-play").click().run()
    assert app.button(key="month-play").label == "Play month by month"
    assert app.query_params["window"] == "2025-02"


@pytest.mark.parametrize("window", ["2031-01", "2025-10..2025-02", "always"])
def test_months_without_ties_are_said(opened: Open, window: str) -> None:
    app = opened(window=window)
    html_of(app)
    assert [window.replace("..", "\\.\\.").replace("-", "\\-") in warning.value for warning in app.warning] == [True]


def test_nothing_selected_offers_those_who_connect(opened: Open) -> None:
    app = opened()
    app.button(key="start-vladimir-putin").click().run()
    assert "<h2>Vladimir Putin</h2>" in html_of(app)


def test_the_way_between_two_stands_in_the_address(opened: Open) -> None:
    app = opened(**{"from": "karoline-leavitt", "to": "dmitry-peskov"})
    html = html_of(app)
    assert html.count("<h3>") >= 3, "Leavitt – Trump – Putin – Peskov"
    assert app.selectbox(key="_way-from").value == "karoline-leavitt"
    app.selectbox(key="_way-to").set_value("sergey-lavrov").run()
    html_of(app)
    assert app.query_params["to"] == "sergey-lavrov"


def test_a_way_from_nobody_is_said(opened: Open) -> None:
    app = opened(**{"from": "nobody-at-all", "to": "dmitry-peskov"})
    html_of(app)
    assert len(app.warning) == 1
