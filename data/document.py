"""An article as the extractors see it: text, tokens with lemmas, sentences, paragraphs, all by offset.

Lives here: sentences, paragraphs, and looking things up by offset. Must not live here: what a token is
(`data.tokens`), or anything about dates, people or events.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from data.span import fold
from data.tokens import Token, find_tokens

__all__ = ["DIGITS", "Document", "Sentence", "Token", "build_document"]


DIGITS = "0"  # the key under which `Document.word_starts` keeps words that begin with a digit


class _Letters(dict[int, str]):
    """A character → itself if it is a letter or digit, else a blank; worked out once."""

    def __missing__(self, code: int) -> str:
        char = self[code] = chr(code) if chr(code).isalnum() else " "
        return char


_LETTERS = _Letters()


class Sentence(NamedTuple):
    """A sentence: its place, its tokens `first:last` in `Document.tokens`, and the number of its paragraph."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, eq=False)
class Document:
    """One article's text, analysed. All offsets are code points into `text`; `folded` has the same length.

    Compared by identity, so that what is found in it can be kept.
    """

    text: str
    folded: str
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    token_starts: Sequence[int] = field(repr=False)
    lowers: Sequence[str] = field(repr=False)  # the words of the tokens, folded
    lemmas: Sequence[str] = field(repr=False)
    initials: str = field(repr=False)  # the first character of each token
    _sentence_starts: list[int] = field(repr=False)

    @cached_property
    def flat(self) -> str:
        """`folded` with line breaks inside sentences as blanks, so that a phrase may run over the end of a line."""
        if not self.sentences or "\n" not in self.text:
            return self.folded
        parts, at = [], 0
        for sentence in self.sentences:
            parts.append(self.folded[at : sentence.start])
            parts.append(self.folded[sentence.start : sentence.end].replace("\n", " ").replace("\r", " "))
            at = sentence.end
        return "".join([*parts, self.folded[at:]])

    @cached_property
    def word_starts(self) -> Mapping[str, list[int]]:
        """Each word of letters and digits, folded, and where it stands: "don't" is "don" and "t".

        Words that begin with a digit stand together under `DIGITS` too.
        """
        starts: dict[str, list[int]] = {}
        at = 0
        for word in self.folded.translate(_LETTERS).split(" "):
            if word in starts:
                starts[word].append(at)
            elif word:
                starts[word] = [at]
            at += len(word) + 1
        starts[DIGITS] = sorted(chain.from_iterable([at for word, at in starts.items() if word[0].isdigit()]))
        return starts

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in [start, end)."""
        first = bisect_left(self.token_starts, start)
        return self.tokens[first : bisect_left(self.token_starts, end, first)]

    def first_token(self, offset: int) -> int:
        """Index of the first token that begins at `offset` or behind it; the number of tokens if there is none."""
        return bisect_left(self.token_starts, offset)

    def token_index(self, offset: int) -> int:
        """Index of the token at `offset`, or of the last one that begins before it (0 at the least)."""
        return bisect_right(self.token_starts, offset, 1) - 1

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence at `offset`, or the nearest before it. Raises ValueError in a text without sentences."""
        if not self.sentences:
            raise ValueError("the text has no sentences")
        return self.sentences[self.sentence_index(offset)]

    def sentence_index(self, offset: int) -> int:
        """Index of the sentence at `offset`, or of the nearest before it."""
        return bisect_right(self._sentence_starts, offset, 1) - 1


_LINE = re.compile(r"[\n\r\u2028\u2029](?:(?<=\r)\n)?")
_STOP = {".", "!", "?", "…", "..."}
_GLUED = {".", "!", "?"}
_SITES = frozenset({"az", "com", "eu", "it", "me", "net", "news", "org", "ru", "tv", "ua", "uk", "us"})  # "News.Az"
_CLOSERS = set("”»\"'’)]“")
_ENDS = _CLOSERS | set(".!?…")  # what the last word of a sentence ends with
_HEADLINE = 5  # words in capitals
_CREDIT = re.compile(r"getty|afp|\bap\b|reuters|ansa|epa|pool|^/$|photo|foto", re.IGNORECASE)


def _hard_wrapped(text: str) -> bool:
    """Whether lines break inside sentences: most lines are full, short, and end without a stop."""
    lines = [line for line in _LINE.split(text) if line.strip()]
    if len(lines) < 8 or max(map(len, lines)) > 120:
        return False
    open_ended = sum(line.rstrip()[-1] not in '.!?:;”»"' for line in lines)
    return open_ended > len(lines) * 0.6


def _is_caps(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper() and any(c.isalpha() for c in token.text)


def _opens_writing(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether ordinary writing begins here after capitals: "The envoys", "I negoziatori"."""
    token = tokens[at]
    if not token.text[0].isupper() or _is_caps(token):
        return False
    return len(token.text) > 1 or (at + 1 < len(tokens) and tokens[at + 1].text[0].islower())


def _breaks(
    text: str, tokens: tuple[Token, ...], starts: Sequence[int], abbreviations: Collection[str]
) -> tuple[list[int], set[int]]:
    """Tokens and where they start → indices at which a sentence begins, and those at which a paragraph begins."""
    if not tokens:
        return [], set()
    lines = Counter(bisect_right(starts, match.start()) for match in _LINE.finditer(text))
    enough = 2 if _hard_wrapped(text) else 1
    paragraphs = {0, *(i for i, number in lines.items() if number >= enough and i < len(tokens))}
    begins = paragraphs | _behind_headlines(tokens, paragraphs)
    ends = [i for i, token in enumerate(tokens) if token.text[-1] in _ENDS]
    begins.update(i + 1 for i in ends if i + 1 < len(tokens) and _ends_sentence(tokens, i, abbreviations))
    return sorted(begins), paragraphs


def _behind_headlines(tokens: tuple[Token, ...], paragraphs: set[int]) -> set[int]:
    """Where ordinary writing begins in the line of an inlined headline in capitals."""
    caps = [i for i, token in enumerate(tokens) if token.text.isupper() and _is_caps(token)]
    found: set[int] = set()
    run, behind = 0, 0  # words in capitals so far, and the next word behind them, if none of it begins a line
    for i, following in pairwise([*caps, len(tokens)]):
        run = run + 1 if i == behind and i not in paragraphs else 1
        behind = i + 1
        while behind < following and behind not in paragraphs and not tokens[behind].text[0].isalpha():
            behind += 1
        opens = behind < following and behind not in paragraphs and _opens_writing(tokens, behind)
        if run >= _HEADLINE and opens and (tokens[behind - 1].end < tokens[behind].start or _glued(tokens, behind - 1)):
            found.add(behind)
    return found


def _ends_sentence(tokens: tuple[Token, ...], at: int, abbreviations: Collection[str]) -> bool:
    """Whether a mark, or a word with one, ends a sentence in its line."""
    token, following = tokens[at], tokens[at + 1]
    if following.text[0].islower() or (token.end == following.start and not _glued(tokens, at)):
        return False
    last, back = token, at
    while back > 0 and last.text in _CLOSERS and tokens[back - 1].end == last.start:
        back -= 1
        last = tokens[back]
    stops = last.text in _STOP or (last.text[-1] in ".…!?" and last is not token and len(last.text) > 1)
    if not (stops or token.text.endswith((".”", '."', ".»")) or (token.text == ")" and _is_photo_credit(tokens, at))):
        return False
    return not (last.text == "." and back > 0 and _abbreviation(tokens[back - 1], following, abbreviations))


def _glued(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a full stop at `at` ends a sentence though no blank follows: "the White House.Putin", not "News.Az"."""
    if at == 0 or tokens[at].text not in _GLUED:
        return False
    word, following = tokens[at - 1], tokens[at + 1]
    return (
        word.end == tokens[at].start
        and len(word.text) > 2
        and word.text[-1].islower()
        and following.text.istitle()
        and following.lower not in _SITES
    )


def _is_photo_credit(tokens: tuple[Token, ...], closing: int) -> bool:
    for i in range(closing - 1, max(closing - 14, -1), -1):
        if tokens[i].text == "(":
            return any(_CREDIT.search(t.text) for t in tokens[i + 1 : closing])
    return False


def _abbreviation(before: Token, following: Token, abbreviations: Collection[str]) -> bool:
    word = before.lower.rstrip(".")
    if len(word) == 1 and before.text.isupper() and before.text.isalpha():
        return True  # an initial: "George W. Bush"
    if f"{word}." in abbreviations:
        return True
    return word in abbreviations and (before.text[0].isupper() or following.text[0].isdigit())


def build_document(text: str, language: str, abbreviations: Collection[str] = ()) -> Document:
    """Text, its language and words whose full stop ends no sentence → the analysed article.

    An abbreviation counts with a capital or before a number; one given with its full stop ("sig.") always.
    Raises ValueError for a language without a pipeline.
    """
    known = frozenset(abbreviations)
    tokens = find_tokens(text, language, known)
    token_starts = [t.start for t in tokens]
    starts, paragraphs = _breaks(text, tokens, token_starts, known)
    sentences: list[Sentence] = []
    paragraph = -1
    for first, last in zip(starts, [*starts[1:], len(tokens)][: len(starts)], strict=True):
        paragraph += first in paragraphs
        sentences.append(Sentence(tokens[first].start, tokens[last - 1].end, first, last, paragraph))
    return Document(
        text=text,
        folded=fold(text),
        language=language,
        tokens=tokens,
        sentences=tuple(sentences),
        token_starts=token_starts,
        lowers=[t.lower for t in tokens],
        lemmas=[t.lemma for t in tokens],
        initials="".join([t.text[0] for t in tokens]),
        _sentence_starts=[s.start for s in sentences],
    )
