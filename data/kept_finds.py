"""The finds of single articles, kept on disk by the article's content.

Lives here: keeping and fetching them, one file a folder. Must not live here: reading, or whole tables (`data.cache`).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import pandas as pd
from msgspec.structs import replace

from data.cache import place_of, written
from data.extract.article import ArticleFinds
from data.read import Source


def reading_key(source: Source) -> str:
    """What the finds of an article depend on beside the version: its text and the facts the extractors use."""
    facts = f"{source.language}|{source.published}|{source.body_start}|{len(source.text)}"
    return hashlib.sha256(source.text.encode("utf-8", "surrogatepass") + facts.encode()).hexdigest()


def _place(folder: str | os.PathLike[str]) -> Path | None:
    name = hashlib.sha256(str(Path(folder).resolve()).encode()).hexdigest()[:20]
    return place_of("readings", f"{name}.parquet")


def load_finds(folder: str | os.PathLike[str], sources: Iterable[Source]) -> dict[str, ArticleFinds]:
    """Article id → finds kept from an earlier reading of the folder, for those that have not changed."""
    place = _place(folder)
    if place is None or not place.is_file():
        return {}
    try:
        kept = pd.read_parquet(place)
        packed = dict(zip(kept["key"], kept["finds"], strict=True))
        decoder = msgspec.msgpack.Decoder(ArticleFinds)
        found = {}
        for source in sources:
            raw = packed.get(reading_key(source))
            if raw is not None:
                found[source.article_id] = replace(decoder.decode(raw), article_id=source.article_id)
        return found
    except (OSError, ValueError, KeyError, msgspec.MsgspecError):
        return {}  # a damaged cache is no cache


def save_finds(folder: str | os.PathLike[str], sources: Iterable[Source], finds: Mapping[str, ArticleFinds]) -> None:
    """Keep the finds of a folder's articles for the next time. Does nothing where the cache cannot be written."""
    place = _place(folder)
    if place is None:
        return
    encoder = msgspec.msgpack.Encoder()
    rows = {reading_key(s): encoder.encode(finds[s.article_id]) for s in sources if s.article_id in finds}
    frame = pd.DataFrame({"key": list(rows), "finds": list(rows.values())})
    with contextlib.suppress(OSError), written(place) as part:
        frame.to_parquet(part, index=False)
