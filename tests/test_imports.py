"""The direction of imports, and who may open files, cache, or know the time: read from the code itself."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("data", "components", "pages", "dashboard")  # each may import itself and those before it
OPENERS = {
    "open", "read_bytes", "read_text", "write_bytes", "write_text", "scandir", "listdir", "iterdir", "glob", "rglob",
    "unlink", "mkdir", "read_csv", "read_parquet", "to_parquet", "read_json",
}  # fmt: skip
FILE_MODULES = {"data/folder.py", "data/read.py", "data/lexicon/__init__.py", "data/cache.py", "data/kept_finds.py"}
CLOCKS = {"now", "today", "utcnow", "time_ns", "perf_counter", "monotonic"}


def code_files(*folders: str) -> list[Path]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [*paths, ROOT / "dashboard.py"] if "dashboard" in folders else paths


def imports(source: str) -> set[str]:
    """Dotted names of all modules a source imports, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            module = node.module or ""
            found |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return found


def roots(source: str) -> set[str]:
    return {name.split(".")[0] for name in imports(source)}


def calls(source: str) -> Iterator[str]:
    """Last names of everything a source calls: `a.b.open()` → open."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node.func.id


def forbidden(layer: str) -> set[str]:
    later = set(LAYERS[LAYERS.index(layer) + 1 :]) | {"tools", "tests"}
    # nothing in the program may reach the network or roll dice
    later |= {"requests", "httpx", "urllib3", "urllib", "socket", "aiohttp", "http", "random", "secrets"}
    if layer == "data":
        later |= {"streamlit", "plotly"}
    if layer == "pages":
        later |= {"pandas", "plotly", "numpy"}
    return later


def offences(layer: str, source: str) -> set[str]:
    allowed = {"urllib.parse"}
    return {name for name in imports(source) if name.split(".")[0] in forbidden(layer)} - {
        name for name in imports(source) if any(name == a or name.startswith(f"{a}.") for a in allowed)
    }


@pytest.mark.parametrize("layer", LAYERS)
def test_imports_point_one_way(layer: str) -> None:
    paths = [ROOT / "dashboard.py"] if layer == "dashboard" else code_files(layer)
    assert paths
    wrong = {
        str(path.relative_to(ROOT)): found for path in paths if (found := offences(layer, path.read_text("utf-8")))
    }
    assert not wrong


def test_extractors_know_no_tables_paths_or_libraries_of_the_page() -> None:
    wrong = {
        path.name: found
        for path in code_files("data/extract")
        if (found := roots(path.read_text("utf-8")) & {"pandas", "numpy", "pathlib", "os", "io", "time", "networkx"})
    }
    assert not wrong


def test_only_reading_vocabulary_and_cache_touch_files() -> None:
    wrong = {
        name: found
        for path in code_files("data")
        if (name := path.relative_to(ROOT).as_posix()) not in FILE_MODULES
        and (found := OPENERS.intersection(calls(path.read_text("utf-8"))))
    }
    assert not wrong


def test_the_data_layer_has_no_clock() -> None:
    wrong = {
        path.name: found
        for path in code_files("data")
        if (found := CLOCKS.intersection(calls(path.read_text("utf-8"))))
    }
    assert not wrong


def test_caches_of_the_page_stand_in_one_module() -> None:
    wrong = [
        path.name
        for path in code_files("components", "pages", "dashboard")
        if path.name != "cached.py" and any(w in path.read_text("utf-8") for w in ("cache_data", "cache_resource"))
    ]
    assert not wrong


@pytest.mark.parametrize("path", code_files("pages"), ids=lambda path: path.name)
def test_pages_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 80


@pytest.mark.parametrize(
    "path",
    code_files("data", "components", "pages", "tools", "dashboard"),
    ids=lambda p: p.relative_to(ROOT).as_posix(),
)
def test_modules_say_what_they_hold(path: Path) -> None:
    assert (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").strip()


def test_every_library_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=~ ]", one)[0].lower().replace("_", "-") for one in project["dependencies"]}
    imported = {
        name
        for path in code_files("data", "components", "pages", "dashboard")
        for name in roots(path.read_text("utf-8"))
    }
    owners = packages_distributions()
    missing = {
        name
        for name in imported - set(sys.stdlib_module_names) - set(LAYERS)
        if not declared & {owner.lower().replace("_", "-") for owner in owners.get(name, ["nobody"])}
    }
    assert not missing


# -- that these tests can fail -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("layer", "source", "found"),
    [
        ("data", "import streamlit as st", {"streamlit"}),
        ("data", "def f():\n    from plotly import graph_objects", {"plotly", "plotly.graph_objects"}),
        ("data", "from components.theme import INK", {"components.theme", "components.theme.INK"}),
        ("components", "import pages.timeline", {"pages.timeline"}),
        ("pages", "import pandas as pd", {"pandas"}),
        ("pages", "import dashboard", {"dashboard"}),
        ("components", "from urllib.request import urlopen", {"urllib.request", "urllib.request.urlopen"}),
        ("data", "import random", {"random"}),
        ("data", "import pandas\nfrom data.span import fold", set()),
        ("components", "import streamlit\nfrom data import query\nfrom urllib.parse import quote", set()),
        ("pages", "from components import timeline\nfrom data import query", set()),
        ("dashboard", "import streamlit\nimport components.filters", set()),
    ],
)
def test_offences_are_found(layer: str, source: str, found: set[str]) -> None:
    assert offences(layer, source) == found


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("open('x')", {"open"}),
        ("p.a().read_text()", {"a", "read_text"}),
        ("dt.date.today()", {"today"}),
        ("open_it", set()),
    ],
)
def test_calls_are_found(source: str, names: set[str]) -> None:
    assert set(calls(source)) == names
