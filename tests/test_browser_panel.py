"""The event's panel, filters and the parts of a run in a real Chromium: what each says, and what it leaves alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.pages import CALL, NewPage, click_point, frames_received, open_chart

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
POINTS = ".st-key-timeline .subplot.xy .points path.point"


def open_event(page: Page, address: str) -> None:
    """Go to an address that names an event and wait for its words."""
    page.goto(address)
    page.locator(".st-key-excerpts mark").first.wait_for(state="attached")


def test_the_panel_says_when_and_how_that_is_known(page: Page, server: str) -> None:
    open_event(page, f"{server}/?event=2025-07-03-call-trump-putin")
    panel = page.locator(".st-key-event-panel")
    expect(panel).to_contain_text("3 July 2025")
    expect(panel).to_contain_text("worked out from “alla vigilia della Festa dell’Indipendenza americana”")
    expect(panel.locator(".hl-people")).to_contain_text("president, Russia")
    expect(panel).to_contain_text("Stated: 6; counted: 6")
    open_event(page, f"{server}/?event=2025-12-29-call-trump-putin&lang=it")
    clocks = panel.locator(".hl-clocks").first
    expect(clocks.locator("dt")).to_have_text(["Washington / New York", "Mosca", "Kyiv", "Roma"])
    expect(clocks.locator("dd")).to_have_count(4)


def test_excerpts_are_grouped_by_article_with_speakers(page: Page, server: str) -> None:
    open_event(page, f"{server}/?event={CALL}")
    excerpts = page.locator(".st-key-excerpts")
    expect(excerpts.locator(".hl-excerpt")).to_have_count(3)  # one an article
    expect(excerpts.locator(".hl-speakers .hl-chip").first).to_be_visible()
    expect(excerpts.locator("mark.hl-event").first).to_be_visible()


def test_next_and_previous_by_button(page: Page, server: str) -> None:
    open_event(page, f"{server}/?event=2025-02-12-call-trump-putin")
    when = page.locator(".st-key-event-panel .hl-when")
    expect(when).to_contain_text("12 February")
    page.get_by_role("button", name=re.compile("^Next")).click()
    expect(when).to_contain_text("18 March")
    page.get_by_role("button", name=re.compile("^Previous")).click()
    expect(when).to_contain_text("12 February")


def test_the_mouse_over_an_event_tells_its_essentials(page: Page, server: str) -> None:
    open_chart(page, server, POINTS)
    box = page.locator(POINTS).first.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    hover = page.locator(".st-key-timeline .hoverlayer .hovertext")
    expect(hover).to_contain_text("Trump–Putin call")
    expect(hover).to_contain_text("12 February 2025")


def test_an_empty_result_tells_which_filter_to_relax(page: Page, server: str) -> None:
    page.goto(f"{server}/?kind=call&status=planned")
    page.locator(".st-key-empty").wait_for()
    relax = page.locator(".st-key-empty button")
    expect(relax.first).to_contain_text("“Status”")
    expect(relax.nth(1)).to_contain_text("“Kind”")
    relax.first.click()
    expect(page.locator(".st-key-chips")).to_contain_text("10 of 14")
    expect(page).to_have_url(f"{server}/?kind=call")


def test_counts_follow_the_other_filters(page: Page, server: str) -> None:
    open_chart(page, server, POINTS)
    sidebar = page.locator(".st-key-filters")
    planned = sidebar.get_by_role("button", name=re.compile("^Planned"))
    expect(planned).to_have_text("Planned 1")
    calls = sidebar.get_by_role("button", name=re.compile("^Calls"))
    calls.click()
    expect(planned).to_have_text("Planned 0")
    expect(calls).to_have_text("Calls 10")


def test_a_click_draws_neither_sidebar_nor_heading_anew(page: Page, server: str) -> None:
    frames = frames_received(page)
    open_chart(page, server, POINTS)
    assert any(b"<h1>" in data for data in frames)
    frames.clear()
    click_point(page, POINTS, 0)
    expect(page.locator(".st-key-excerpts mark").first).to_be_visible()
    page.wait_for_timeout(500)
    assert any(b"hl-excerpt" in data for data in frames)
    assert not [data for data in frames if b"<h1>" in data or b"hl-brand" in data]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_chart_has_words_and_a_table(new_page: NewPage, server: str, scheme: str) -> None:
    page = new_page(scheme=scheme)
    open_chart(page, server, POINTS)
    chart = page.locator(".st-key-timeline [role=figure]")
    assert "14" in str(chart.get_attribute("aria-label"))
    expect(page.locator(".st-key-timeline-table-box")).to_contain_text("The same as a table (14)")
