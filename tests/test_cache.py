"""What was read once is kept, and read again only when it changed."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from pathlib import Path

import pandas as pd
import pytest

from data import cache, corpus, load_corpus, reader, schema
from data.read import Source, read_folder

Folder = Callable[[Mapping[str, str | bytes]], Path]
TEXT = "Roma, 3 maggio 2025 – Marco Rubio ha incontrato oggi Antonio Tajani a Roma.\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """An empty cache, and the ids of the articles that are really read, in order."""
    monkeypatch.setenv("HOTLINE_CACHE", str(tmp_path / "cache"))
    seen: list[str] = []
    real = reader.read_safely

    def spy(source: Source):  # type: ignore[no-untyped-def]
        seen.append(source.article_id)
        return real(source)

    monkeypatch.setattr(reader, "read_safely", spy)
    return seen


def test_nothing_is_read_twice(corpus_dir: Folder, read: list[str]) -> None:
    folder = corpus_dir({"a.txt": TEXT, "b.txt": TEXT + "Altro.\n"})
    one, two = load_corpus(folder), load_corpus(folder)
    assert read == ["a", "b"]
    for name in schema.TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))


def test_only_what_changed_is_read_again(corpus_dir: Folder, read: list[str]) -> None:
    folder = corpus_dir({"a.txt": TEXT, "b.txt": TEXT + "Altro.\n"})
    load_corpus(folder)
    (folder / "b.txt").write_text(TEXT + "Altro ancora.\n", encoding="utf-8")
    (folder / "c.txt").write_text(TEXT + "Nuovo.\n", encoding="utf-8")
    assert len(load_corpus(folder).articles) == 3
    assert read == ["a", "b", "b", "c"]


def test_a_new_date_in_the_metadata_reads_the_article_again(corpus_dir: Folder, read: list[str]) -> None:
    folder = corpus_dir({"a.txt": "Rubio ha incontrato ieri Tajani a Roma.\n"})
    load_corpus(folder)
    (folder / "articles.csv").write_text("file,published\na.txt,2025-05-04\n", encoding="utf-8")
    events = load_corpus(folder).events
    assert read == ["a", "a"]
    assert list(events["date_from"]) == [pd.Timestamp("2025-05-03")]


def test_another_vocabulary_or_code_reads_everything_again(
    corpus_dir: Folder, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = corpus_dir({"a.txt": TEXT})
    load_corpus(folder)
    monkeypatch.setattr(cache, "version", lambda: "another")
    load_corpus(folder)
    assert read == ["a", "a"]


def test_a_damaged_cache_is_no_cache(corpus_dir: Folder, read: list[str]) -> None:
    folder = corpus_dir({"a.txt": TEXT})
    load_corpus(folder)
    kept = cache.cache_folder()
    assert kept is not None
    for path in kept.rglob("*.parquet"):
        path.write_bytes(b"not parquet")
    assert len(load_corpus(folder).events) == 1
    assert read == ["a", "a"]


def test_a_switched_off_cache_writes_nothing(
    corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOTLINE_CACHE", "")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    load_corpus(corpus_dir({"a.txt": TEXT}))
    assert not (tmp_path / "xdg").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_cannot_be_written_does_not_matter(
    corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    monkeypatch.setenv("HOTLINE_CACHE", str(closed))
    assert len(load_corpus(corpus_dir({"a.txt": TEXT})).events) == 1


@pytest.mark.usefixtures("read")
def test_old_corpora_are_forgotten(corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "KEPT", 2)
    folder = corpus_dir({"a.txt": TEXT})
    for n in range(4):
        (folder / "a.txt").write_text(TEXT + "." * n, encoding="utf-8")
        load_corpus(folder)
    kept = cache.cache_folder()
    assert kept is not None
    assert len(list((kept / cache.version() / "corpora").iterdir())) == 2


def test_several_processes_read_the_same_as_one(corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_CACHE", "")
    folder = corpus_dir({f"{n:02}.txt": TEXT + f"Numero {n}.\n" for n in range(45)})
    seen: list[tuple[int, int]] = []
    one = corpus.load_corpus(folder, workers=1)
    two = corpus.load_corpus(folder, lambda done, total: seen.append((done, total)), workers=2)
    assert seen == [(20, 45), (40, 45), (45, 45)]
    for name in schema.TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))


@pytest.mark.parametrize("fails", [False, True])
def test_garbage_is_looked_for_as_before_once_articles_are_read(
    corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    during: list[int] = []

    def spy(_: Source) -> None:
        during.append(gc.get_threshold()[0])
        if fails:
            raise KeyboardInterrupt

    monkeypatch.setattr(reader, "read_safely", spy)
    sources, _ = read_folder(corpus_dir({"a.txt": TEXT}))
    before = gc.get_threshold()
    with pytest.raises(KeyboardInterrupt) if fails else nullcontext():
        reader.read_articles(sources)
    assert gc.get_threshold() == before
    assert during[0] > before[0]


def test_kept_tables_of_another_shape_are_none(corpus_dir: Folder, read: list[str]) -> None:
    folder = corpus_dir({"a.txt": TEXT})
    load_corpus(folder)
    kept = cache.cache_folder()
    assert kept is not None
    (events,) = kept.rglob("corpora/*/events.parquet")
    pd.read_parquet(events).drop(columns="kind").to_parquet(events, index=False)
    assert list(load_corpus(folder).events["kind"]) == ["meeting"]
    assert read == ["a"]  # its finds are kept too
