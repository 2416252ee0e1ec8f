"""The start page while it loads: what is there stays where it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.pages import NewPage, open_chart, wait_for_chart

pytestmark = pytest.mark.browser
POINTS = ".st-key-timeline .points path.point"

WATCH = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
"""


ALL = WATCH.replace("if (!entry.hadRecentInput) ", "")


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_jumps_while_the_start_page_loads(new_page: NewPage, server: str, width: int) -> None:
    page = new_page(width, 900, cold=True)
    page.add_init_script(WATCH)
    page.goto(server)
    page.wait_for_selector(POINTS, state="attached")
    page.wait_for_selector(".st-key-filters", state="attached")
    page.wait_for_timeout(2000)
    assert 0 <= page.evaluate("window.shifted") < 0.1


def test_nothing_jumps_after_a_filter_or_on_the_way_back(new_page: NewPage, server: str) -> None:
    page = new_page(1400, 900)
    open_chart(page, server, POINTS)
    page.evaluate(ALL)
    page.get_by_role("button", name="Calls").click()
    expect(page.locator(".st-key-chips")).to_contain_text("Calls")
    page.wait_for_timeout(1000)
    assert page.evaluate("window.shifted") < 0.1  # what is below a chart with fewer lanes comes up
    page.get_by_role("link", name="Checks").click()
    expect(page.locator("h1")).to_have_text("Checks")
    page.wait_for_timeout(1000)
    page.evaluate("window.shifted = 0")
    page.get_by_role("link", name="Timeline").click()
    wait_for_chart(page, POINTS)
    page.wait_for_timeout(1000)
    assert page.evaluate("window.shifted") < 0.01
