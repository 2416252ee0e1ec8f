"""The keyboard's place is seen: at every stop of the Tab key on the start page something is drawn around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
STOPS = 45
SEEN = """() => {
  let part = document.activeElement;
  if (!part || part === document.body || part.matches('[data-testid=stMain]')) return '';
  const name = part.outerHTML.slice(0, 90);
  for (let up = 0; part && up < 5; up += 1, part = part.parentElement) {
    const style = getComputedStyle(part);
    if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.opacity !== '0') return '';
  }
  return name;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_visible_at_every_stop(browser: Browser, server: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto(f"{server}/?event=2025-10-16-call-trump-putin")
    page.locator(".st-key-excerpts mark").first.wait_for(state="attached")
    page.locator(".st-key-filters input").last.wait_for(state="attached")
    page.wait_for_timeout(1000)
    hidden = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if missing := page.evaluate(SEEN):
            hidden.append(missing)
    context.close()
    assert hidden == []
