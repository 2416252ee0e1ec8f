"""The network page in a real Chromium: clicks on the chart lead to the words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PLACE = """([kind, id]) => {
  const chart = document.querySelector(".st-key-network .js-plotly-plot");
  const { xaxis, yaxis } = chart._fullLayout, box = chart.getBoundingClientRect();
  for (const trace of chart.data)
    for (const [i, data] of (trace.customdata ?? []).entries())
      if (data[0] === kind && data[1] === id)
        return [box.left + xaxis._offset + xaxis.l2p(trace.x[i]), box.top + yaxis._offset + yaxis.l2p(trace.y[i])];
}"""


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1400, "height": 1000})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"{server}/network")
    page.wait_for_selector(".st-key-network .main-svg .point")
    page.wait_for_timeout(500)
    yield page
    context.close()


def click(page: Page, kind: str, name: str) -> None:
    place: list[Any] = page.evaluate(PLACE, [kind, name])
    page.mouse.click(*place)


def test_a_click_on_a_person_shows_what_they_said(page: Page) -> None:
    click(page, "actor", "yuri-ushakov")
    panel = page.locator(".st-key-actor-panel")
    panel.get_by_text("Yuri Ushakov").first.wait_for()
    sentence = panel.locator("blockquote").first
    assert len(sentence.inner_text()) > 40
    assert sentence.get_attribute("lang") == "it"
    assert sentence.locator("mark").count() >= 1
    page.wait_for_url("**person=yuri-ushakov*")


def test_a_click_on_a_tie_shows_its_sentences_and_their_place(page: Page) -> None:
    click(page, "tie", "donald-trump~spoke~vladimir-putin")
    panel = page.locator(".st-key-tie-panel")
    panel.locator("blockquote mark").first.wait_for()
    words = panel.locator("blockquote").first.inner_text()
    panel.get_by_text("open in article").first.click()
    page.locator(".st-key-reader #here").first.wait_for()
    assert words[:40] in page.locator(".hl-article").inner_text()


def test_the_picture_is_the_same_again_and_a_layer_moves_nobody(page: Page) -> None:
    before = page.evaluate(PLACE, ["actor", "yuri-ushakov"])
    page.get_by_role("button", name="Hosts").click()
    page.wait_for_function(
        "!document.querySelector('.st-key-network .js-plotly-plot').data.some(t => (t.customdata ?? []).some(c => c[1].includes('~hosts~')))"
    )
    assert page.evaluate(PLACE, ["actor", "yuri-ushakov"]) == pytest.approx(before, abs=40)
    page.wait_for_url("**ties=*")
    page.reload()
    page.wait_for_selector(".st-key-network .main-svg .point")
    assert "ties=" in page.url
    assert "hosts" not in page.url


def test_a_link_restores_the_view(page: Page, server: str) -> None:
    page.goto(f"{server}/network?person=viktor-orban&steps=1&tie=viktor-orban~hosts~vladimir-putin&lang=it")
    page.locator(".st-key-tie-panel blockquote").first.wait_for()
    page.locator(".st-key-actor-panel h2").get_by_text("Viktor Orbán").wait_for()
    page.wait_for_selector(".st-key-network .main-svg .point")
    page.wait_for_timeout(500)
    assert page.evaluate(PLACE, ["actor", "marco-rubio"]) is None, "out of focus"


def test_the_chart_has_words_for_those_who_do_not_see_it(page: Page) -> None:
    html = page.locator(".st-key-network-chart").inner_html()
    assert "Washington on the left" in html


def test_on_a_phone_nothing_is_wider_than_the_page(browser: Browser, server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server}/network?person=yuri-ushakov")
    page.wait_for_selector(".st-key-network .main-svg .point", timeout=20_000)
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_the_months_play_one_by_one_and_pause(page: Page) -> None:
    whole = page.locator("p[role=status]").inner_text()
    page.locator(".st-key-month-play button").focus()
    page.keyboard.press("Enter")
    page.get_by_text("February 2025:").wait_for()
    page.get_by_text("March 2025:").wait_for()
    page.locator(".st-key-month-play button").click()
    page.get_by_role("button", name="Play month by month").wait_for()
    page.wait_for_url("**window=2025-*")
    now = page.locator("p[role=status]").inner_text()
    assert now != whole
    page.wait_for_timeout(2500)
    assert page.locator("p[role=status]").inner_text() == now, "it goes on although it was paused"


def test_the_slider_of_months_goes_by_keyboard_and_keeps_the_focus(page: Page) -> None:
    thumb = page.locator(".st-key-network-time").get_by_role("slider").first
    thumb.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**window=2025-03..2025-12*")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**window=2025-05..2025-12*")
    page.go_back()
    page.get_by_text("Mar 2025 – Dec 2025:").wait_for()


def test_a_month_moves_nobody_far(page: Page, server: str) -> None:
    place = "yuri-ushakov"
    before = page.evaluate(PLACE, ["actor", place])
    page.goto(f"{server}/network?window=2025-10")
    page.wait_for_selector(".st-key-network .main-svg .point")
    page.get_by_text("October 2025:").wait_for()
    page.wait_for_timeout(500)
    after = page.evaluate(PLACE, ["actor", place])
    assert after[0] == pytest.approx(before[0], abs=40)
