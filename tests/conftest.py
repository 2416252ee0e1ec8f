"""Shared fixtures: the seeds as a corpus, folders of articles made for a test, a served dashboard, a real browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data import Corpus, load_corpus
from tools.browser import ROOT, BrowserMissingError, open_browser, serve_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SEEDS = ROOT / "seeds"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that drive a browser are marked, and tried again twice: on a loaded machine a click may fall between paints."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))


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


@pytest.fixture(scope="session")
def serve(_own_cache: None) -> Iterator[Callable[[Path | str], str]]:
    """A factory: folder of articles → address of a dashboard that shows it. One server a folder, stopped at the end."""
    with ExitStack() as servers:
        running: dict[str, str] = {}

        def start(folder: Path | str) -> str:
            key = str(folder)
            if key not in running:
                running[key] = servers.enter_context(serve_script("dashboard.py", {"HOTLINE_CORPUS": key}))
            return running[key]

        yield start


@pytest.fixture(scope="session")
def server(serve: Callable[[Path | str], str]) -> str:
    """Address of a dashboard that shows the seeds."""
    return serve(SEEDS)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium, one for all tests. Missing, it fails the test: only HOTLINE_NO_BROWSER=1 skips."""
    if os.environ.get("HOTLINE_NO_BROWSER") == "1":
        pytest.skip("HOTLINE_NO_BROWSER=1")
    with ExitStack() as stack:
        try:
            yield stack.enter_context(open_browser())
        except BrowserMissingError as error:
            pytest.fail(f"{error}; HOTLINE_NO_BROWSER=1 leaves the browser tests out")
