"""Shared fixtures: the seeds as a corpus, folders made for a test, pages opened by name, a served dashboard, a browser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from components import cached
from data import Corpus, load_corpus
from data.document import Document
from data.extract import found_people
from data.extract.actor_scene import Scene
from data.extract.contacts.names import Names
from data.extract.needles import NeedleIndex
from data.extract.tie_words import TieIndex
from tests.pages import NewPage, Open
from tools.browser import ROOT, BrowserMissingError, open_browser, serve_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

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


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """A factory: a page's name, a folder or a corpus, parts of the address → the page in Streamlit's harness, run once.

    open_page("network", person="yuri-ushakov") is on the seeds; the corpus stands second.
    """

    def make(name: str, corpus: Corpus | Path = SEEDS, /, **address: str | list[str]) -> AppTest:
        made = isinstance(corpus, Corpus)
        # what is cached is told apart by its folder: a made corpus gets the name of one that is nowhere
        monkeypatch.setenv("HOTLINE_CORPUS", f"/nowhere/{corpus.fingerprint}" if made else str(corpus))
        monkeypatch.setattr(cached, "load_corpus", (lambda *_: corpus) if made else load_corpus)
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
        if name != "timeline":
            app.switch_page(f"pages/{name}.py")
        for key, value in address.items():
            app.query_params[key] = value
        return app.run()

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
def crowd(_own_cache: None) -> Iterator[str]:
    """Address of a dashboard on 500 synthetic events, whose words hold what must not be interpreted."""
    with serve_script(ROOT / "tests" / "sample_dashboard.py", {"HOTLINE_SAMPLE": "40,500,3"}) as url:
        yield url


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


@pytest.fixture(scope="session")
def _context(browser: Browser) -> BrowserContext:
    """One for all pages: Streamlit's scripts are fetched and compiled once."""
    return browser.new_context(locale="en-GB")


@pytest.fixture
def new_page(browser: Browser, _context: BrowserContext) -> Iterator[NewPage]:
    """A factory: width, height, colour scheme → an empty page; a script error on it fails the test.

    `cold=True` opens it in a context of its own, in which nothing was loaded before.
    """
    errors: list[str] = []
    with ExitStack() as opened:

        def make(width: int = 1400, height: int = 1000, scheme: str = "light", *, cold: bool = False) -> Page:
            context = opened.enter_context(browser.new_context(locale="en-GB")) if cold else _context
            page = context.new_page()
            opened.callback(page.close)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.set_default_timeout(30_000)
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            return page

        yield make
    assert errors == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """An empty page 1400 pixels wide; a script error on it fails the test."""
    return new_page()


@pytest.fixture
def try_everywhere(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Calling it makes every rule that is tried only near its needles be tried everywhere."""

    def everywhere(index: NeedleIndex[Any], document: Document) -> dict[int, set[Any]]:
        rules = index._always | index._beside.keys()
        return {n: set(rules) for n in range(len(document.sentences))}

    def openings(scene: Scene) -> dict[int, range]:
        return {n: range(s.last - s.first) for n, s in enumerate(scene.document.sentences)}

    def switch() -> None:
        monkeypatch.setattr(NeedleIndex, "by_sentence", everywhere)
        monkeypatch.setattr(Names, "may", lambda *_: True)
        for gate in ("sentences_with", "sentences_with_word"):
            monkeypatch.setattr(Names, gate, lambda names, *_: range(len(names.document.sentences)))
        monkeypatch.setattr(TieIndex, "_may", lambda *_: True)
        monkeypatch.setattr(found_people, "_openings", openings)

    return switch
