"""The keyboard's place is seen: at every stop of the Tab key on the start page something is drawn around it."""

from __future__ import annotations

import pytest

from tests.pages import CALL, NewPage

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
def test_focus_is_visible_at_every_stop(new_page: NewPage, server: str, scheme: str) -> None:
    page = new_page(scheme=scheme)
    page.goto(f"{server}/?event={CALL}")
    page.locator(".st-key-excerpts mark").first.wait_for(state="attached")
    page.locator(".st-key-filters input").last.wait_for(state="attached")
    page.wait_for_timeout(1000)
    hidden = []
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if missing := page.evaluate(SEEN):
            hidden.append(missing)
    assert hidden == []
