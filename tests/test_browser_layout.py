"""The start page while it loads: what is there stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

WATCH = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
"""


@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_jumps_while_the_start_page_loads(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.add_init_script(WATCH)
    page.goto(server)
    page.wait_for_selector(".st-key-timeline .points path.point", state="attached")
    page.wait_for_selector(".st-key-filters", state="attached")
    page.wait_for_timeout(2000)
    shifted = page.evaluate("window.shifted")
    context.close()
    assert 0 <= shifted < 0.1
