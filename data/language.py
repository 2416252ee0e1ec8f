"""Which language an article is written in, told by its function words.

Lives here: the count and its threshold. Must not live here: the words (data/lexicon/reading.toml), or files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from data.lexicon import load_reading
from data.span import fold

Language = Literal["it", "en"]

_LOOK_AT = 20_000  # characters: the opening of an article tells its language
_SHARE = 0.12  # of all words; Italian and English prose has 0.2 and more, other languages less than 0.1
_LEAD = 1.5  # times the other language's count
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Detected:
    """The nearer language, and whether the words are plainly of it."""

    language: Language
    sure: bool


def weigh_language(text: str) -> Detected:
    """Text → the nearer of Italian and English, unsure where the text is neither, both or too short to tell.

    "Il presidente ha parlato della crisi" → it; "The president spoke of the crisis" → en; no words at all → en, unsure.
    """
    words = _WORD.findall(fold(text[:_LOOK_AT]))
    function_words = load_reading().function_words
    italian, english = (sum(map(set(function_words[code]).__contains__, words)) for code in ("it", "en"))
    more, less = max(italian, english), min(italian, english)
    sure = more >= max(1, _SHARE * len(words)) and more >= _LEAD * less
    return Detected("it" if italian > english else "en", sure)


def detect_language(text: str) -> Language:
    """Text → "it" or "en", whichever its function words are nearer to."""
    return weigh_language(text).language
