"""The start of the server: what is prepared ahead, what a visitor sees until the folder is read."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from pathlib import Path

import pytest
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest
from streamlit.web.server.app_discovery import discover_asgi_app

from components import ahead, cached, opening
from tests.sample import sample_corpus

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = sample_corpus(3, 6, 2)


@pytest.fixture(autouse=True)
def _forget() -> object:
    cached._corpus.clear()
    cached._index.clear()
    yield
    cached._corpus.clear()
    cached._index.clear()


def python(code: str) -> str:
    run = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return run.stdout.strip()


def test_the_server_finds_what_to_prepare() -> None:
    found = discover_asgi_app(ROOT / "dashboard.py")
    assert (found.is_asgi_app, found.import_string) == (True, "dashboard:app")


def test_the_server_starts_without_the_project() -> None:
    loaded = python(
        "import dashboard, sys; print(dashboard.app is not None, *sorted({m.split('.')[0] for m in sys.modules}))"
    ).split()
    assert loaded[0] == "True"
    assert "components" in loaded
    assert not {"data", "pandas", "pyarrow"} & set(loaded)


def test_the_first_run_imports_nothing_more() -> None:
    code = """
import sys
from components import ahead
ahead.prepare()
before = set(sys.modules)
from streamlit.delta_generator import DeltaGenerator
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("dashboard.py", default_timeout=60).run()
assert not app.exception
more = {m for m in set(sys.modules) - before if m.split(".")[0] in ("components", "data", "pandas", "plotly", "pyarrow", "babel")}
print("loaded", *sorted(m for m in more if not m.startswith("pandas.tests")))
"""
    loaded = [name for name in python(code).split()[1:] if name.startswith(("components", "data"))]
    assert loaded == ["components.opening"]  # small, and the first thing the page runs


def test_preparing_reads_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(cached, "load_corpus", lambda path, _: (read.append(path), SAMPLE)[1])
    ahead.prepare()
    assert cached.index().corpus is SAMPLE
    assert len(read) == 1


def test_preparing_leaves_errors_to_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        raise ValueError("offices.toml: broken")

    monkeypatch.setattr(cached, "load_corpus", fail)
    ahead.prepare()
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    assert len(app.exception) == 1


def test_the_interpreter_is_left_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    turn, seen = sys.getswitchinterval(), []

    def look() -> None:
        seen.append((gc.isenabled(), sys.getswitchinterval() < turn))
        raise KeyError

    monkeypatch.setattr(ahead, "prepare", look)
    with pytest.raises(KeyError):
        ahead.prepare_beside_the_server()
    assert seen == [(False, True)]
    assert (gc.isenabled(), sys.getswitchinterval()) == (True, turn)


def test_a_page_with_an_address_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    options = {
        "server.port": 8502,
        "browser.serverAddress": "localhost",
        "server.baseUrlPath": "/hot/",
        "server.sslCertFile": None,
    }
    monkeypatch.setattr(st, "get_option", options.get)
    assert ahead.address() == "http://localhost:8502/hot"
    options |= {"server.sslCertFile": "x.pem", "server.baseUrlPath": ""}
    assert ahead.address() == "https://localhost:8502/"


def test_how_far_the_reading_is(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def read(_: str, progress: object) -> object:
        seen.append(cached.underway())
        progress(20, 80)  # type: ignore[operator]
        seen.append(cached.underway())
        return SAMPLE

    monkeypatch.setattr(cached, "load_corpus", read)
    assert cached.corpus() is SAMPLE
    assert [*seen, cached.underway()] == [None, (20, 80), None]


@pytest.mark.parametrize(("far", "shown"), [((40, 80), [(0.5, "Reading the articles: 40 of 80")]), (None, [])])
def test_a_visitor_sees_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, far: tuple[int, int] | None, shown: list[tuple[float, str]]
) -> None:
    bars: list[tuple[float, str]] = []
    monkeypatch.setattr(opening, "STEP", 0.05)
    monkeypatch.setattr(cached, "underway", lambda: far)
    monkeypatch.setattr(ahead, "prepare", lambda: time.sleep(0.4))
    monkeypatch.setattr(DeltaGenerator, "progress", lambda _, part, text: bars.append((part, text)))
    app = AppTest.from_function(_only_waiting, default_timeout=30).run()
    assert not app.exception
    assert list(dict.fromkeys(bars)) == shown
    assert not app.get("plotly_chart")  # the hidden one is gone
    before = len(bars)
    app.run()
    assert len(bars) == before  # once a session


def _only_waiting() -> None:
    from components import opening

    opening.wait()
