"""Whose a pair of quote marks is, and what several rules of crediting ask about the marks.

Lives here: `Credit`, `starts_sentence`. Must not live here: any rule that credits somebody.
"""

from __future__ import annotations

import msgspec

from data.extract.speech_text import STOPS, ArticleText, Cue


class Credit(msgspec.Struct, frozen=True, gc=False):
    """Which cue a pair of quote marks takes, by which rule."""

    speaker: str | None
    via: str | None
    cue: Cue | None
    rule: str
    explicit: bool  # credited by its own sentence


def starts_sentence(a: ArticleText, n: int) -> bool:
    """Whether the quoted words begin their sentence."""
    first, _ = a.bounds[n]
    begin, _ = a.sentence(first)
    if first <= begin:
        return True
    before = a.low(first - 1)
    return before in STOPS or bool(a.quoted[first - 1]) or before == ")"
