"""What was read once is kept on disk, and read again only when the article, the vocabulary or the code changed.

Lives here: where things are kept, for which version of the code, and the tables of whole folders (`corpora`), by
the folder's fingerprint; finds of single articles are kept by `data.kept_finds`. All of it may be deleted at any time.
Must not live here: reading or building, or anything that has to be imported for them.
The folder is HOTLINE_CACHE, else the user's cache folder; an empty HOTLINE_CACHE switches both caches off.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pandas as pd
import platformdirs
import pyarrow.parquet as pq

from data import schema
from data.lexicon import lexicon_digest

KEPT = 8  # corpora kept on disk, the most recently used ones
_HERE = Path(__file__).resolve().parent


def cache_folder() -> Path | None:
    """Where the cache lives; None when it is switched off."""
    named = os.environ.get("HOTLINE_CACHE")
    if named is None:
        return Path(platformdirs.user_cache_dir("hotline"))
    return Path(named) if named else None


@cache
def version() -> str:
    """A digest of the vocabulary and of all code that reads: another one means everything must be read again."""
    digest = hashlib.sha256(lexicon_digest().encode())
    for path in sorted(_HERE.rglob("*.py")):
        digest.update(path.relative_to(_HERE).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def place_of(kind: str, name: str) -> Path | None:
    """Where something of a kind is kept for this version; None when the cache is switched off."""
    folder = cache_folder()
    return folder / version() / kind / name if folder else None


@contextlib.contextmanager
def written(path: Path) -> Iterator[Path]:
    """A path to write to that takes the name `path` only when all is written; two writers do not disturb each other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def load_tables(fingerprint: str) -> dict[str, pd.DataFrame] | None:
    """The tables of a folder with this fingerprint, not checked; None if they are not kept or cannot be read."""
    place = place_of("corpora", fingerprint)
    if place is None or not place.is_dir():
        return None
    try:
        tables = {name: _read(place / f"{name}.parquet") for name in schema.TABLES}
        os.utime(place)
    except (OSError, ValueError):
        return None
    return tables


def _read(path: Path) -> pd.DataFrame:
    """A small Parquet file → its frame; a third of the time of pandas' own way, which is made for large ones."""
    frame: pd.DataFrame = pq.ParquetFile(path).read(use_threads=False).to_pandas()
    return frame


def save_tables(fingerprint: str, tables: Mapping[str, pd.DataFrame]) -> None:
    """Keep a folder's tables. Does nothing where the cache cannot be written."""
    place = place_of("corpora", fingerprint)
    if place is None:
        return
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(dir=place.parent, suffix=".part"))
        try:
            for name, frame in tables.items():
                frame.to_parquet(part / f"{name}.parquet", index=False)
            shutil.rmtree(place, ignore_errors=True)
            part.rename(place)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _forget(place.parent)


def _forget(folder: Path) -> None:
    """Drop all but the corpora used last, and what earlier versions of the code kept."""
    kept = sorted((p for p in folder.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    root = folder.parent.parent
    versions = sorted((p for p in root.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in versions[3:]:
        shutil.rmtree(old, ignore_errors=True)
