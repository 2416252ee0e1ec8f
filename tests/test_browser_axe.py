"""Every page through axe-core, in a real Chromium: both themes, both languages, and on a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages import CALL, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ALL_LAYERS = "&".join(
    f"layers={layer}" for layer in ("people", "dates", "topics", "quotes", "events", "claims", "missed")
)
POINTS = ".points path.point"
PAGES = {
    "timeline": ("/?", f".st-key-timeline {POINTS}"),
    "event": (f"/?event={CALL}", ".st-key-excerpts mark"),
    "empty": ("/?q=qqqqqq", ".st-key-empty"),
    "bad address": ("/?topic=nonsense&event=none", ".hl-notice"),
    "network": ("/network?", f".st-key-network-chart {POINTS}"),
    "person": ("/network?person=yuri-ushakov", ".st-key-actor-panel"),
    "compare": ("/compare?", ".hl-overview"),
    "compare event": (f"/compare?event={CALL}", ".hl-matrix"),
    "coverage": ("/compare?view=coverage", ".hl-coverage"),
    "checks": ("/checks?", ".hl-check"),
    "topics": ("/topics?story=tomahawk&versus=territories", ".hl-story"),
    "articles": ("/articles?", "[data-testid=stDataFrame] canvas"),
    "article": (f"/articles?article={{article}}&{ALL_LAYERS}", ".hl-article mark"),
}
SERIOUS = ("serious", "critical")
READY = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  const moves = (one) => one.playState === 'running' && one.effect?.getTiming().iterations !== Infinity;
  return app && app.dataset.testScriptState === 'notRunning' && !document.querySelector('[data-stale=true]')
    && !document.getAnimations().some(moves);
}"""


def settle(page: Page) -> None:
    """Wait until Streamlit has run, charts and tables that arrive late are drawn, and nothing fades in any more."""
    page.wait_for_function(READY)
    page.wait_for_timeout(250)
    page.wait_for_function(READY)


def serious(page: Page, where: str) -> list[str]:
    """The serious and critical violations of the page as it is shown, one line each."""
    found: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{where}: {violation['id']} ({violation['impact']}) at {node['target']}: {node['failureSummary']}"
        for violation in found
        if violation["impact"] in SERIOUS
        for node in violation["nodes"]
    ]


def switch_theme(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme", arg=scheme
    )
    settle(page)  # the page runs again for its charts


def every_look(page: Page, url: str, selector: str) -> list[str]:
    """Two loads, five looks: light and dark, each in English and Italian, and a phone in Italian."""
    page.goto(url)
    page.wait_for_selector(selector, state="attached")
    settle(page)
    found = serious(page, "light, en")
    switch_theme(page, "dark")
    found += serious(page, "dark, en")
    page.get_by_role("radio", name="Italiano").click()
    page.wait_for_function("document.documentElement.lang === 'it'")
    settle(page)
    found += serious(page, "dark, it")
    switch_theme(page, "light")
    found += serious(page, "light, it")
    page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    page.goto(f"{url}&lang=it")
    page.wait_for_selector(selector, state="attached")
    settle(page)
    return found + serious(page, "light, it, phone")


@pytest.mark.parametrize("name", PAGES)
def test_no_serious_violation(page: Page, server: str, seeds_article: str, name: str) -> None:
    path, selector = PAGES[name]
    assert every_look(page, server + path.format(article=seeds_article), selector) == []


@pytest.fixture(scope="module")
def seeds_article(seeds: Any) -> str:
    return str(seeds.articles["article_id"].iloc[0])


def test_no_serious_violation_without_articles(
    page: Page, serve: Callable[[Path | str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    missing = serve(tmp_path_factory.getbasetemp() / "not-there")
    assert every_look(page, f"{missing}/?", ".hl-problems") == []


def test_a_violation_is_found(page: Page) -> None:
    page.set_content('<html lang="en"><title>t</title><main><h1>t</h1><img src="x.png"><button></button></main></html>')
    assert {line.split(": ")[1].split(" ")[0] for line in serious(page, "here")} == {"image-alt", "button-name"}
