"""Places in a text: half-open code-point offsets, and folding that never moves them.

Lives here: what every extractor needs to point at words. Must not live here: anything that knows a
language, a table or a file.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from typing import Protocol, TypeVar

_MARKS = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "″": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ",
}  # fmt: skip


class Spanned(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


_ODD = re.compile(r"[^\0-\x08\n-_a-\x7f]")  # what small letters alone do not fold: beyond ASCII, "`" and tabs


@cache
def _fold_char(char: str) -> str:
    if char in _MARKS:
        return _MARKS[char]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"  # half a character: no library takes it
    base = unicodedata.normalize("NFD", char)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else char


def fold(text: str) -> str:
    """Text → the same number of characters, lower case, without accents, plain quotes and dashes.

    `fold(text)[a:b]` stands at the same place as `text[a:b]`: "Orbán" → "orban", "l’incontro" → "l'incontro".
    """
    if odd := _ODD.findall(text):
        for char in sorted(set(odd)):
            text = text.replace(char, _fold_char(char))
    return text.lower()


def overlaps(a: Spanned, b: Spanned) -> bool:
    """Whether two half-open spans share a character."""
    return a.start < b.end and b.start < a.end


def inside(a: Spanned, b: Spanned) -> bool:
    """Whether span `a` lies within span `b`."""
    return b.start <= a.start and a.end <= b.end


def longest(spans: Iterable[S]) -> list[S]:
    """Spans → the ones left when each overlap is won by the longer (then the earlier), in text order."""
    kept: list[S] = []  # in text order, never overlapping
    starts: list[int] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        at = bisect_left(starts, span.start)
        if (not at or kept[at - 1].end <= span.start) and (at == len(kept) or span.end <= starts[at]):
            kept.insert(at, span)
            starts.insert(at, span.start)
    return kept
