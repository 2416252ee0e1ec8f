"""What the server does while the first visitor's browser still loads Streamlit's own files: import, read the folder.

Lives here: the start of the server. Must not live here: anything a page shows. Nothing else of the project may be
imported above: the server would start later.
"""

from __future__ import annotations

import contextlib
import gc
import inspect
import sys
import webbrowser
from collections.abc import AsyncIterator
from threading import Thread

import streamlit as st


def prepare() -> None:
    """Import what the start page needs and read the folder, so that the first run finds both done.

    Errors are left to the page, which meets them again and shows them.
    """
    with contextlib.suppress(Exception):
        from components import cached, chrome, event_panel, excerpts, filters, timeline  # noqa: F401

        cached.index()
        inspect.stack()  # Streamlit asks for it once, and the first answer takes long


def prepare_beside_the_server() -> None:
    """`prepare`, once and in a thread, leaving room to answer the browser, which asks for a hundred files meanwhile."""
    turn = sys.getswitchinterval()
    sys.setswitchinterval(turn / 10)
    gc.disable()  # hardly anything is garbage yet, but looking for it takes a tenth of the time
    try:
        prepare()
    finally:
        gc.enable()
        sys.setswitchinterval(turn)


def address() -> str:
    """Where a browser on this machine finds the server."""
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    path = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{st.get_option('browser.serverAddress')}:{st.get_option('server.port')}/{path}"


@contextlib.asynccontextmanager
async def lifespan(_: object) -> AsyncIterator[None]:
    """The server's life: preparing begins with it; on a desktop a browser opens, as it does for a plain script."""
    Thread(target=prepare_beside_the_server, name="ahead", daemon=True).start()
    if not st.get_option("server.headless"):
        Thread(target=webbrowser.open, args=(address(),), daemon=True).start()
    yield
