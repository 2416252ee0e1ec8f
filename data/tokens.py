"""Words and marks of a text, by offset, with their lemmas.

Lives here: what counts as one token in Italian and in English. Must not live here: sentences, or what a word means.
The tokens are those of spaCy's blank pipelines but for a few in a thousand; docs/speed.md says why they are made here.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

import msgspec

from data.lexicon import load_lemmas
from data.span import fold

LANGUAGES = ("it", "en")


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word or mark: its place, the words as they stand, folded (lower case, no accents), and its lemma, folded."""

    start: int
    end: int
    text: str
    lower: str
    lemma: str


_REMEMBERED = 1 << 17  # words, with the marks beside them
_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens, joiners: part of a word, never a token
_RUN = rf"[^\W_]+(?:[_\u0300-\u036f{_UNSEEN}]+[^\W_]+)*[\u0300-\u036f{_UNSEEN}]*"
_END = r"(?![^\W_])"
_JOINED = re.compile(rf"{_RUN}(?:['’-]{_RUN})*['’]?")
_CHUNK = rf"""
    [^\W\d_]{{{{2,}}}}(?=[ ,\n])                               # most words, found without trying the rest
  | https?://\S*[\w/]                                      # an address
  | {{abbreviations}}
  | (?:[^\W\d_]\.){{{{2,}}}}(?:[^\W\d_]{_END})?             # U.S., a.m., d.C.
  | [^\W\d_]\.[^\W\d_]{_END}                              # U.S
  | [^\W\d_a-z]\.{_END}                                   # J. D. Vance
  | (?<![^\W_])/[A-Z]{{{{2,}}}}/\.?                        # the sign of an agency: /TASS/.
  | \d+(?:[.,:/]\d+)+[^\W_]*                              # 1,500; 8:00; 16/10/2025; 1.5bn
  | \d+°(?:[CF]{_END})?                                   # 79°
  | {_RUN}(?:['’-]{_RUN})*(?:['’](?=["“«])|(?<=\b[Pp]o)['’]|(?<=\bE)['’])?
  | \.\.+ | --+
  | [^\s{_UNSEEN}]"""
_CLITIC = r"['’](?:s|re|ve|ll|d|m)$"
_PIECES = {
    # dell'|incontro, russo|-|ucraino, but Trump-Putin, MiG-31, po'
    "it": re.compile(r"[^'’-]+(?:-(?=[^\Wa-zà-ÿ_])(?<!\d-)[^'’-]+|(?<=\d)-(?=[^\W\d_])[^'’-]+)*['’]?|."),
    # Trump|'s, do|n't, can|not, US|-|Russia, but O'Brien, MiG-31
    "en": re.compile(
        rf"can(?=not$)|[^'’-]+?(?=n['’]t$)|n['’]t$|{_CLITIC}"
        rf"|[^'’-]+(?:(?!{_CLITIC})['’](?=[^\W_])[^'’-]+|(?<=[^\W\d_])-(?=\d)[^'’-]+)*|.",
        re.IGNORECASE,
    ),
}


@cache
def _chunks(abbreviations: frozenset[str]) -> re.Pattern[str]:
    """Words whose full stop belongs to them → the pattern of what stands together before a language divides it."""
    words = {word for word in abbreviations if word.endswith(".")}
    words |= {f"{word}." for word in abbreviations if len(word) > 1 and "." not in word}
    capital = sorted({form for word in words for form in (word.capitalize(), word.upper())})
    return re.compile(_CHUNK.format(abbreviations="|".join(map(re.escape, capital)) or "(?!)"), re.VERBOSE)


class _Divided(dict[str, tuple[tuple[str, str, str], ...]]):
    """What stands between blanks → its tokens: words, folded, and lemma folded. Worked out once, then remembered.

    Nothing beside it counts: no token goes on behind a blank, and no rule looks further.
    """

    def __init__(self, language: str, abbreviations: frozenset[str]) -> None:
        super().__init__()
        self._chunks, self._pieces = _chunks(abbreviations), _PIECES[language]
        self._lemmas = load_lemmas(language)

    def __missing__(self, written: str) -> tuple[tuple[str, str, str], ...]:
        if len(self) >= _REMEMBERED:
            self.clear()
        words = [word for chunk in self._chunks.findall(written) for word in self._divide(chunk)]
        found = self[written] = tuple((word, fold(word), fold(self._lemma(word))) for word in words)
        return found

    def _divide(self, chunk: str) -> list[str]:
        return self._pieces.findall(chunk) if _JOINED.fullmatch(chunk) else [chunk]

    def _lemma(self, word: str) -> str:
        return self._lemmas.get(word) or self._lemmas.get(word.lower()) or word


_divided = cache(_Divided)


def find_tokens(text: str, language: str, abbreviations: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """Text, its language and words whose full stop belongs to them → its tokens in order, without blanks.

    "dell’incontro" → dell’ + incontro; "Mr. Trump's" → Mr. + Trump + 's. An abbreviation counts with a capital.
    Raises ValueError for another language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is not one of {', '.join(LANGUAGES)}")
    tokens: list[Token] = []
    end = 0
    for word, lower, lemma in chain.from_iterable(map(_divided(language, abbreviations).__getitem__, text.split())):
        start = text.find(word, end)
        end = start + len(word)
        tokens.append(Token(start, end, word, lower, lemma))
    return tuple(tokens)
