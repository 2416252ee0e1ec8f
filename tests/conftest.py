"""Shared fixtures: the seeds as a corpus, folders of articles made for a test, a served dashboard, a real browser."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data import Corpus, load_corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither use nor fill the cache of the person who runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOTLINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def seeds(_own_cache: None) -> Corpus:
    """The five seed articles, read."""
    return load_corpus(SEEDS)


@pytest.fixture
def corpus_dir(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    """A factory: {path inside the folder: its text or bytes} → the folder."""

    def make(files: Mapping[str, str | bytes]) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _healthy(url: str) -> bool:
    with contextlib.suppress(OSError), urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
        return bool(answer.status == 200)
    return False


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory, _own_cache: None) -> Iterator[Callable[[Path | str], str]]:
    """A factory: folder of articles → address of a dashboard that shows it. One server a folder, stopped at the end."""
    servers: dict[str, tuple[subprocess.Popen[bytes], str]] = {}

    def start(folder: Path | str) -> str:
        key = str(folder)
        if key in servers:
            return servers[key][1]
        port = _free_port()
        url = f"http://127.0.0.1:{port}"
        log = tmp_path_factory.mktemp("server") / "log.txt"
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
        options = ["--server.port", str(port), "--server.address", "127.0.0.1", "--server.headless", "true"]
        with log.open("wb") as out:
            process = subprocess.Popen(
                [*command, *options, "--server.fileWatcherType", "none"],
                cwd=ROOT,
                env={**os.environ, "HOTLINE_CORPUS": key},
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        servers[key] = (process, url)
        for _ in range(300):
            if _healthy(url):
                return url
            if process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError(f"the dashboard did not start on {url}:\n{log.read_text(errors='replace')}")

    yield start
    for process, _ in servers.values():
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def server(serve: Callable[[Path | str], str]) -> str:
    """Address of a dashboard that shows the seeds."""
    return serve(SEEDS)


def _chromium() -> str | None:
    """Path of an installed Chromium or Chrome, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, one for all tests. Missing, it fails the test: only HOTLINE_NO_BROWSER=1 skips."""
    if os.environ.get("HOTLINE_NO_BROWSER") == "1":
        pytest.skip("HOTLINE_NO_BROWSER=1")
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        options: dict[str, Any] = {"args": list(CHROMIUM_FLAGS)}
        if path := _chromium():
            options["executable_path"] = path
        try:
            launched = playwright.chromium.launch(**options)
        except Error as error:
            pytest.fail(
                "no Chromium to drive: install Debian's `chromium`, or run `.venv/bin/playwright install chromium`; "
                f"HOTLINE_NO_BROWSER=1 leaves the browser tests out. ({error})"
            )
        yield launched
        launched.close()
