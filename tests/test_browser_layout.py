"""The start page while it loads: what is there stays where it is."""

from __future__ import annotations

import pytest

from tests.pages import NewPage

pytestmark = pytest.mark.browser

WATCH = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_jumps_while_the_start_page_loads(new_page: NewPage, server: str, width: int) -> None:
    page = new_page(width, 900, cold=True)
    page.add_init_script(WATCH)
    page.goto(server)
    page.wait_for_selector(".st-key-timeline .points path.point", state="attached")
    page.wait_for_selector(".st-key-filters", state="attached")
    page.wait_for_timeout(2000)
    assert 0 <= page.evaluate("window.shifted") < 0.1
