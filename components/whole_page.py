"""The stylesheet in the page itself, so that nothing is drawn before it and nothing jumps when it comes.

Lives here: the part of the server that adds it to Streamlit's page. Must not live here: any rule of style
(`components.theme`), or anything a page draws. Nothing of the project is imported above: the server would start later.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from functools import cache
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

_END = b"</body>"  # behind the styles that Streamlit puts into the head, which it must outweigh
_UNWANTED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")  # the page is needed plain and whole
_STALE = (b"content-length", b"etag", b"last-modified")  # of the page as it was before


@cache
def _style() -> bytes:
    from components.theme import stylesheet

    return stylesheet().encode()


def with_style(page: bytes, style: bytes) -> bytes:
    """A page and a `<style>` element → the page with it at its end; what is no whole page as it is."""
    before, end, after = page.partition(_END)
    return before + style + end + after if end else page


class WholePage:
    """Adds the stylesheet to every HTML page of the application it wraps; all else passes through untouched."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request."""
        headers = scope.get("headers", ())
        if scope["type"] != "http" or not any(name == b"accept" and b"text/html" in value for name, value in headers):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body: list[bytes] = []

        async def hold(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
                kinds = [value for name, value in message["headers"] if name == b"content-type"]
                if not (kinds and kinds[0].startswith(b"text/html")):
                    start["passing"] = True
                    await send(message)
            elif start.get("passing"):
                await send(message)
            else:
                body.append(message.get("body", b""))
                if not message.get("more_body"):
                    whole = with_style(b"".join(body), _style())
                    kept = [(name, value) for name, value in start["headers"] if name not in _STALE]
                    await send({**start, "headers": [*kept, (b"content-length", str(len(whole)).encode())]})
                    await send({"type": "http.response.body", "body": whole})

        asked = [(name, value) for name, value in headers if name not in _UNWANTED]
        await self.app({**scope, "headers": asked, "extensions": {}}, receive, hold)
