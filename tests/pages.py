"""What tests do with an opened page: its own HTML, its marks on a chart, its width.

Lives here: functions on a page that is open. Must not live here: opening one (`open_page`, `new_page` and `page` in
tests/conftest.py), what is asserted.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

if TYPE_CHECKING:
    from playwright.sync_api import Page, WebSocket

Open = Callable[..., AppTest]
NewPage = Callable[..., "Page"]
CALL = "2025-10-16-call-trump-putin"  # an event of the seeds that all of them but one report
PHONE = (390, 844)


def html_of(app: AppTest) -> str:
    """What a page says in HTML of our own, without styles and scripts; fails where the run ended in an exception."""
    assert not app.exception
    bodies = [element.proto.body for element in app.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script>//")))


def frames_received(page: Page) -> list[bytes]:
    """The list that takes what the server sends to the page from now on, message by message."""
    frames: list[bytes] = []

    def keep(frame: str | bytes) -> None:
        frames.append(frame if isinstance(frame, bytes) else frame.encode())

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", keep)

    page.on("websocket", listen)
    return frames


def open_chart(page: Page, url: str, points: str) -> None:
    """Go to an address and wait until the chart's marks, named by a selector, can be clicked."""
    page.goto(url)
    wait_for_chart(page, points)


def wait_for_chart(page: Page, points: str) -> None:
    """Wait until the chart's marks are drawn and bound: Plotly binds its clicks after it has drawn them."""
    page.wait_for_selector(points, state="attached")
    page.wait_for_timeout(700)


def click_point(page: Page, points: str, number: int) -> None:
    """Click a mark of a chart; a pause before it, for two quick clicks are a double click."""
    box = page.locator(points).nth(number).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.wait_for_timeout(400)
    page.mouse.click(x, y)


def too_wide(page: Page) -> int:
    """By how many pixels the page, or the part of it that scrolls, is wider than the window; 0 where it fits."""
    return int(
        page.evaluate(
            """() => Math.max(0, ...[document.documentElement, document.querySelector('[data-testid=stMain]')]
                .map(part => part.scrollWidth - innerWidth))"""
        )
    )
