"""The articles made up for the bench of the network: what the page is measured on is what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from data import load_corpus
from data.graph import build_network
from tools.bench_network import names, write_articles


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_CACHE", str(tmp_path / "cache"))


def test_the_names_are_all_different() -> None:
    assert len(set(names(500))) == 500


def test_the_articles_tell_so_many_actors_and_ties(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    assert write_articles(folder, actors=20, ties=60) == len(list(folder.iterdir()))
    ties = build_network(load_corpus(folder)).ties
    ties = ties[ties["kind"] != "mentioned_with"]
    assert len({*ties["source"], *ties["target"]}) == 20
    assert len(ties) >= 58
