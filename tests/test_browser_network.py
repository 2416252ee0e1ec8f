"""The network page in a real Chromium: clicks on the chart lead to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.pages import PHONE, NewPage, open_chart, too_wide, wait_for_chart

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PLACE = """([kind, id]) => {
  const chart = document.querySelector(".st-key-network .js-plotly-plot");
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  for (const trace of chart.data)
    for (const [i, data] of (trace.customdata ?? []).entries())
      if (data[0] === kind && data[1] === id)
        return [box.left + xaxis._offset + xaxis.l2p(trace.x[i]), box.top + yaxis._offset + yaxis.l2p(trace.y[i])];
}"""

POINTS = ".st-key-network .main-svg .point"


@pytest.fixture
def network(page: Page, server: str) -> Page:
    """The network page, its chart drawn."""
    open_chart(page, f"{server}/network", POINTS)
    return page


def click(page: Page, kind: str, name: str) -> None:
    place: list[Any] = page.evaluate(PLACE, [kind, name])
    page.mouse.click(*place)


def test_a_click_on_a_person_shows_what_they_said(network: Page) -> None:
    click(network, "actor", "yuri-ushakov")
    panel = network.locator(".st-key-actor-panel")
    panel.get_by_text("Yuri Ushakov").first.wait_for()
    sentence = panel.locator("blockquote").first
    assert len(sentence.inner_text()) > 40
    assert sentence.get_attribute("lang") == "it"
    assert sentence.locator("mark").count() >= 1
    network.wait_for_url("**person=yuri-ushakov*")


def test_a_click_on_a_tie_shows_its_sentences_and_their_place(network: Page) -> None:
    click(network, "tie", "donald-trump~spoke~vladimir-putin")
    panel = network.locator(".st-key-tie-panel")
    panel.locator("blockquote mark").first.wait_for()
    words = panel.locator("blockquote").first.inner_text()
    panel.get_by_text("open in article").first.click()
    network.locator(".st-key-reader #here").first.wait_for()
    assert words[:40] in network.locator(".hl-article").inner_text()


def test_the_picture_is_the_same_again_and_a_layer_moves_nobody(network: Page) -> None:
    before = network.evaluate(PLACE, ["actor", "yuri-ushakov"])
    network.get_by_role("button", name="Hosts").click()
    network.wait_for_function(
        "!document.querySelector('.st-key-network .js-plotly-plot').data.some(t => (t.customdata ?? []).some(c => c[1].includes('~hosts~')))"
    )
    assert network.evaluate(PLACE, ["actor", "yuri-ushakov"]) == pytest.approx(before, abs=40)
    network.wait_for_url("**ties=*")
    network.reload()
    wait_for_chart(network, POINTS)
    assert "ties=" in network.url
    assert "hosts" not in network.url


def test_a_link_restores_the_view(page: Page, server: str) -> None:
    page.goto(f"{server}/network?person=viktor-orban&steps=1&tie=viktor-orban~hosts~vladimir-putin&lang=it")
    page.locator(".st-key-tie-panel blockquote").first.wait_for()
    page.locator(".st-key-actor-panel h2").get_by_text("Viktor Orbán").wait_for()
    wait_for_chart(page, POINTS)
    assert page.evaluate(PLACE, ["actor", "marco-rubio"]) is None, "out of focus"


def test_the_chart_has_words_for_those_who_do_not_see_it(network: Page) -> None:
    html = network.locator(".st-key-network-chart").inner_html()
    assert "Washington on the left" in html


def test_on_a_phone_nothing_is_wider_than_the_page(new_page: NewPage, server: str) -> None:
    page = new_page(*PHONE)
    open_chart(page, f"{server}/network?person=yuri-ushakov", POINTS)
    assert too_wide(page) == 0


def test_the_months_play_one_by_one_and_pause(network: Page) -> None:
    whole = network.locator("p[role=status]").inner_text()
    network.locator(".st-key-month-play button").focus()
    network.keyboard.press("Enter")
    network.get_by_text("February 2025:").wait_for()
    network.get_by_text("March 2025:").wait_for()
    network.locator(".st-key-month-play button").click()
    network.get_by_role("button", name="Play month by month").wait_for()
    network.wait_for_url("**window=2025-*")
    now = network.locator("p[role=status]").inner_text()
    assert now != whole
    network.wait_for_timeout(2500)
    assert network.locator("p[role=status]").inner_text() == now, "it goes on although it was paused"


def test_the_slider_of_months_goes_by_keyboard_and_keeps_the_focus(network: Page) -> None:
    thumb = network.locator(".st-key-network-time").get_by_role("slider").first
    thumb.focus()
    network.keyboard.press("ArrowRight")
    network.wait_for_url("**window=2025-03..2025-12*")
    network.keyboard.press("ArrowRight")
    network.wait_for_url("**window=2025-05..2025-12*")
    network.go_back()
    network.get_by_text("Mar 2025 – Dec 2025:").wait_for()


def test_a_month_moves_nobody_far(network: Page, server: str) -> None:
    place = "yuri-ushakov"
    before = network.evaluate(PLACE, ["actor", place])
    network.goto(f"{server}/network?window=2025-10")
    network.get_by_text("October 2025:").wait_for()
    wait_for_chart(network, POINTS)
    after = network.evaluate(PLACE, ["actor", place])
    assert after[0] == pytest.approx(before[0], abs=40)
