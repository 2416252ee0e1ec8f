"""The commands for people who work on the project: served pages, the bench's parts, what make runs."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data import load_corpus
from tools import bench, bench_workbench, crowd
from tools.browser import ROOT, serve_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def planned(*arguments: str) -> str:
    """What make would run."""
    done = subprocess.run(["make", "--dry-run", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout


def test_run_honours_port_and_corpus() -> None:
    assert "HOTLINE_CORPUS='seeds'" in planned("run")
    assert "--server.port 8501" in planned("run")
    ours = planned("run", "PORT=9123", "CORPUS=my articles")
    assert "HOTLINE_CORPUS='my articles'" in ours
    assert "--server.port 9123" in ours


def test_setup_says_when_python_is_too_old(tmp_path: Path) -> None:
    old = tmp_path / "python"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit\nexit 1\n')
    old.chmod(0o755)
    command = ["make", "--always-make", "setup", f"PYTHON={old}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "Python 3.9.2" in done.stderr


def test_a_script_that_does_not_start_says_why() -> None:
    with pytest.raises(RuntimeError, match=r"no_such_page\.py"), serve_script("no_such_page.py", {}):
        pass


@pytest.mark.browser
def test_the_bench_clicks_on_the_bare_page(browser: Browser) -> None:
    with bench_workbench._opened(browser, "bare", bench.BARE_PAGE, {}, bench.BARE_PAGE.parent) as opened:
        for number in range(3):
            bench_workbench._click(opened, number)
    assert len(opened.click) == 3
    assert all(0 < seconds < 15 for seconds in opened.click)


def test_the_generated_folder_holds_as_many_events_as_asked_for(tmp_path: Path) -> None:
    crowd.make_folder(tmp_path, 20, 60)
    corpus = load_corpus(tmp_path)
    assert len(corpus.articles) == 20
    assert len(corpus.events) == 60
    assert set(corpus.articles["language"]) == {"en", "it"}
    assert corpus.events["n_articles"].max() == 2
    with pytest.raises(ValueError, match="can be told apart"):
        crowd.contacts(1_000_000)


@pytest.mark.parametrize(
    ("value", "target", "more", "says"),
    [(1.4, 1.5, False, "met"), (1.6, 1.5, False, "MISSED"), (16, 15, True, "met"), (14, 15, True, "MISSED")],
)
def test_verdicts_of_the_bench(value: float, target: float, more: bool, says: str) -> None:
    assert says in bench._verdict(value, target, more)


def test_many_articles_are_all_different(tmp_path: Path) -> None:
    n = bench.many_articles(ROOT / "seeds", tmp_path)
    copies = [path.read_bytes() for path in tmp_path.iterdir()]
    assert n == len(set(copies)) == bench.READ_AT_LEAST


def test_a_folder_without_text_cannot_be_measured(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="holds no"):
        bench.many_articles(tmp_path, tmp_path)
