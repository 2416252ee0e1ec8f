"""The stylesheet in the page itself: pages get it, everything else passes untouched."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from components.theme import stylesheet
from components.whole_page import WholePage, with_style

PAGE = b"<html><head></head><body><div id=root></div></body></html>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>x</body></html>", b"<body>x<style></style></body></html>"),
        # no whole page
        (b"<p>x</p>", b"<p>x</p>"),
        (b"", b""),
    ],
)
def test_with_style(page: bytes, expected: bytes) -> None:
    assert with_style(page, b"<style></style>") == expected


def ask(accept: bytes, content_type: bytes, parts: list[bytes]) -> tuple[dict[bytes, bytes], bytes, list[bytes]]:
    """One request through the wrapper → headers and body of the answer, and the headers the server was asked with."""
    sent: list[dict[str, Any]] = []
    asked: list[bytes] = []

    async def app(scope: Any, _: Any, send: Any) -> None:
        asked.extend(name for name, _ in scope["headers"])
        size = str(sum(map(len, parts))).encode()
        headers = [(b"content-type", content_type), (b"content-length", size), (b"etag", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        for i, part in enumerate(parts):
            await send({"type": "http.response.body", "body": part, "more_body": i + 1 < len(parts)})

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "headers": [(b"accept", accept), (b"accept-encoding", b"gzip"), (b"host", b"h")]}
    # in a thread of its own: a browser of another test keeps a loop running in this one
    with ThreadPoolExecutor(1) as other:
        other.submit(asyncio.run, WholePage(app)(scope, None, send)).result()  # type: ignore[arg-type]
    return dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:]), asked


def test_a_page_gets_the_style_and_its_new_length() -> None:
    headers, body, asked = ask(b"text/html,*/*", b"text/html; charset=utf-8", [PAGE[:20], PAGE[20:]])
    assert body == with_style(PAGE, stylesheet().encode())
    assert headers[b"content-length"] == str(len(body)).encode()
    assert b"etag" not in headers
    assert asked == [b"accept", b"host"], "compressed, it could not be changed"


@pytest.mark.parametrize(("accept", "kind"), [(b"*/*", b"text/html"), (b"text/html", b"text/javascript")])
def test_all_else_passes_untouched(accept: bytes, kind: bytes) -> None:
    headers, body, _ = ask(accept, kind, [PAGE[:20], PAGE[20:]])
    assert body == PAGE
    assert b"etag" in headers
