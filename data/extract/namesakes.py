"""States and capitals that are given names, last names or ordinary words too: "Jim Jordan", "Santiago Rossi".

Lives here: `names_no_state`. Must not live here: any name (`namesakes` and `common` in names.toml, given_names.toml).
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from data.document import Document, Token
from data.lexicon.types import Lexicon
from data.span import fold

_HEADLINE = 0.6  # from this share of capitalised words on, capitals tell nothing
_SHORT = 5  # sentences up to this many words are no headlines


class _Words(NamedTuple):
    namesakes: frozenset[str]
    common: frozenset[str]
    capitals: frozenset[str]
    given: frozenset[str]
    titles: frozenset[str]  # before a last name
    no_name: frozenset[str]  # capitalised, and no part of a name


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon, language: str) -> _Words:
    names = lexicon.words[language].names
    found = names.found
    nations = [a.adjectives_it if language == "it" else a.adjectives_en for a in lexicon.actors.values()]
    return _Words(
        namesakes=frozenset(map(fold, names.namesakes)),
        common=frozenset(map(fold, names.common)),
        capitals=frozenset(map(fold, names.capitals)),
        given=frozenset(map(fold, lexicon.given_names)) - frozenset(map(fold, found.never)),
        titles=frozenset(fold(word).rstrip(".") for word in (*names.honorifics, *found.roles)),
        no_name=frozenset(fold(w) for words in (found.never, found.roles, names.honorifics, *nations) for w in words),
    )


def names_no_state(document: Document, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether the name of a state or capital at a place is a person's, or an ordinary word that opens a sentence.

    A person's is one with a given name or a title before it, or with the rest of the name behind it; and one that
    stands alone where the article names such a person too.
    """
    words, word = _words(lexicon, document.language), document.flat[start:end]
    if word in words.common & words.capitals and document.text[start:end].isupper():
        return True
    if word in words.common and document.sentence_at(start).start == start:
        return not document.flat[end : end + 1] or document.flat[end] not in ",:"
    if word not in words.namesakes:
        return False
    return (
        _opens_name(document, words, start, end)
        or _ends_name(document, words, start)
        or any(_behind_given(document, words, at) for at in document.word_starts.get(word, ()) if at != start)
    )


def is_namesake(lexicon: Lexicon, language: str, word: str) -> bool:
    """Whether a folded word is a person's name as well as a state's."""
    return word in _words(lexicon, language).namesakes


def _before(document: Document, start: int) -> Token | None:
    """The word before a place, with only blanks and the stop of an abbreviation between."""
    at = document.token_index(start) - 1
    if at >= 0 and document.tokens[at].text == ".":
        at -= 1
    if at < 0 or document.flat[document.tokens[at].end : start].strip(" ") not in ("", "."):
        return None
    return document.tokens[at]


def _behind_given(document: Document, words: _Words, start: int) -> bool:
    """Whether a given name stands right before: "Jim" + "Jordan"."""
    token = _before(document, start)
    return token is not None and token.text[0].isupper() and token.lower in words.given


def _ends_name(document: Document, words: _Words, start: int) -> bool:
    """Whether a given name, an initial or a title stands right before: "Rep. Jordan", "premier Montenegro"."""
    token = _before(document, start)
    if token is None or document.sentence_at(start).start > token.start:
        return False
    initial = len(token.text.rstrip(".")) == 1 and token.text[0].isupper() and "." in document.flat[token.start : start]
    return initial or token.lower.rstrip(".") in words.titles or _behind_given(document, words, start)


def _opens_name(document: Document, words: _Words, start: int, end: int) -> bool:
    """Whether a capitalised word that may be a last name follows: "Jordan" + "Rossi"; not in a headline."""
    at = document.token_index(end)
    at += document.tokens[at].start < end
    if (
        at >= len(document.tokens)
        or document.flat[end : document.tokens[at].start].strip(" ")
        or document.flat[end] != " "
    ):
        return False
    token, sentence = document.tokens[at], document.sentence_at(start)
    if not token.text[0].isupper() or not token.text[1:].islower() or token.lower in words.no_name:
        return False
    letters = list(filter(str.isalpha, document.initials[sentence.first : sentence.last]))
    return len(letters) <= _SHORT or sum(map(str.isupper, letters)) <= _HEADLINE * len(letters)
