"""Every chart in a real Chromium: drawn once when it comes, though Streamlit hands its figure to Plotly twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.pages import frames_received, open_chart, wait_for_chart

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# counts the drawings of each new chart behind its first, which is over when its events can be listened to
COUNT = """() => {
    window.charts = [];
    const known = new WeakSet();
    new MutationObserver(() => {
        for (const plot of document.querySelectorAll(".js-plotly-plot")) {
            if (known.has(plot) || !plot.on) continue;
            known.add(plot);
            const counted = { again: 0 };
            window.charts.push(counted);
            plot.on("plotly_beforeplot", () => { counted.again += 1; });
        }
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
}"""


def _points(key: str) -> str:
    return f".st-key-{key} .scatterlayer .points path.point"


@pytest.mark.parametrize("which", ["^Calls", "^Territories"])
def test_a_filter_draws_the_timeline_once(page: Page, server: str, which: str) -> None:
    open_chart(page, server, _points("timeline"))
    page.evaluate(COUNT)
    page.get_by_role("button", name=re.compile(which)).click()
    expect(page.locator(".st-key-chips")).to_contain_text(which[1:])
    page.wait_for_function("window.charts.length > 1")  # the one before, which a late change would draw anew as well
    wait_for_chart(page, _points("timeline"))
    assert [chart["again"] for chart in page.evaluate("window.charts")] == [0, 0]


def test_after_a_filter_the_chart_comes_before_all_else(page: Page, server: str) -> None:
    frames = frames_received(page)
    open_chart(page, server, _points("timeline"))
    frames.clear()
    page.get_by_role("button", name=re.compile("^Calls")).click()
    expect(page.locator(".st-key-chips")).to_contain_text("Calls")
    chart = next(i for i, data in enumerate(frames) if b"scatter" in data)
    for later in (b"<h1>", b"chip-kind-call", b"hotlineReady", b"timeline-nearer"):
        assert chart < next(i for i, data in enumerate(frames) if later in data), later


@pytest.mark.parametrize(("name", "link"), [("network", "Network"), ("topics", "Topics"), ("timeline", "Timeline")])
def test_a_page_draws_its_chart_once(page: Page, server: str, name: str, link: str) -> None:
    page.goto(f"{server}/checks")
    expect(page.locator("h1")).to_have_text("Checks")
    page.evaluate(COUNT)
    page.get_by_role("link", name=link).click()
    wait_for_chart(page, _points(name))
    assert [chart["again"] for chart in page.evaluate("window.charts")] == [0]
