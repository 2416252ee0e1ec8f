"""A served Streamlit page and a Chromium to look at it, for the browser tests, the bench and the screenshots.

Lives here: starting and stopping both. Must not live here: what is looked at.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60.0

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class BrowserMissingError(RuntimeError):
    """No Chromium could be started; the message says what to do."""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """A running Chromium: an installed one, else Playwright's own. Raises BrowserMissingError where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        except Error as error:
            advice = "install Debian's `chromium`, or run `.venv/bin/playwright install --with-deps chromium`"
            raise BrowserMissingError(f"no Chromium to drive: {advice} ({error})") from error
        try:
            yield browser
        finally:
            browser.close()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _is_healthy(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False


@contextmanager
def serve_script(script: Path | str, environment: Mapping[str, str], folder: Path = ROOT) -> Iterator[str]:
    """A Streamlit script and variables beside the present environment → its address, once it answers.

    `folder` is where it runs, and so whose `.streamlit/config.toml` it follows.
    Raises RuntimeError with what it printed, where it does not start within START_SECONDS.
    """
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true",
               "--browser.gatherUsageStats", "false"]  # fmt: skip
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [*command, *options, "--server.fileWatcherType", "none"],
            cwd=folder,
            env={**os.environ, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            late = time.monotonic() + START_SECONDS
            while not _is_healthy(url):
                if process.poll() is not None or time.monotonic() > late:
                    output.seek(0)
                    raise RuntimeError(f"{script} did not start:\n{output.read().decode(errors='replace')}")
                time.sleep(0.02)
            yield url
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
