"""Those named by their nation alone, as parties of a contact: "the Americans", "gli iraniani", "the Brazilian".

Lives here: `nations`, the words for them, and `nation_mentions`. Must not live here: nations beside a word for people
or an office (`data.extract.actors`), who took part in which contact (`who`), or any word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.document import Document, Token
from data.extract.contacts.words import ContactIndex
from data.extract.finds import Mention
from data.lexicon.types import Lexicon
from data.span import fold

_RULE = "contact-nation"
_SENTENCES = 4  # sentences a nation may look back for whoever is meant


@lru_cache(maxsize=4)
def nations(lexicon: Lexicon, language: str) -> dict[str, tuple[str, bool]]:
    """The words for one or several of a nation, folded → the state, and whether they are several.

    Where the language makes several of one by an ending, as in "Brazilians", the word without it means one of them.
    """
    link = lexicon.words[language].contacts.link
    words: dict[str, tuple[str, bool]] = {}
    for actor in lexicon.actors.values():
        adjectives = actor.adjectives_it if language == "it" else actor.adjectives_en
        for word in map(fold, adjectives if actor.kind == "state" and link.nation_endings else ()):
            if word.endswith(link.nation_endings) and word.isalpha():
                words[word + link.nation_plural] = (actor.id, True)
                if link.nation_plural:
                    words[word] = (actor.id, False)
    return words


def nation_mentions(
    document: Document, lexicon: Lexicon, index: ContactIndex, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """The states whose people are named as a side, and the person named before whom "the Brazilian" means."""
    known, starts = nations(lexicon, document.language), document.word_starts
    places = sorted((at, word) for word in known.keys() & starts.keys() for at in starts[word])
    if not places:
        return
    link, taken = index.words.link, {at for m in mentions for at in range(m.start, m.end)}
    capitals = lexicon.words[document.language].dates.capitals
    last = -1  # where the nation before ends, and the word that joins both
    for at, word in places:
        state, several = known[word]
        which = document.token_index(at)
        token = document.tokens[which]
        if token.start != at or token.text[0].isupper() != capitals or not taken.isdisjoint((at, at + len(word) - 1)):
            continue
        before = document.tokens[which - 1] if which else None
        joined = before is not None and before.lower in index.words.status.and_ and last == which - 2
        led = not link.nation_before or joined or (before is not None and before.lower in link.nation_before)
        if several and led and _several_alone(document, index, which):
            last = which
            yield Mention(at, at + len(word), state, "office", _RULE)
        elif not several and _one_alone(document, lexicon, which):
            person = _meant(document, lexicon, mentions, state, token)
            if person is not None:
                yield Mention(at, at + len(word), person, "office", _RULE)


def _several_alone(document: Document, index: ContactIndex, which: int) -> bool:
    """Whether no noun that the word describes stands right behind: "gli ucraini feriti"."""
    behind = document.tokens[which + 1 : which + 2]
    if not index.words.link.nation_before or not behind or not behind[0].text[0].isalpha():
        return True
    small = (index.small, index.verb_group, index.adverbs, index.openers, index.breakers, index.relatives)
    word = behind[0]
    return any(word.lower in some or word.text.lower() in some for some in small) or (
        word.text.lower() in index.words.status.and_ or not word.text[0].islower()
    )


def _one_alone(document: Document, lexicon: Lexicon, which: int) -> bool:
    """Whether an article stands before such a word and no noun behind: "the Brazilian had talked"."""
    words = lexicon.words[document.language]
    link = words.contacts.link
    if not which or document.tokens[which - 1].lower not in link.definite:
        return False
    behind = document.tokens[which + 1 : which + 2]
    if not behind or not behind[0].text[0].isalpha():
        return not (behind and behind[0].text in ("-", "–"))
    next_word = behind[0].lower
    if behind[0].text[0].isupper():
        return False
    small = (*link.adverbs, *link.further_words, *link.prepositions, *link.place, *words.contacts.status.and_)
    return next_word in words.speech.auxiliaries or next_word in small or behind[0].lemma in words.speech.say


def _meant(document: Document, lexicon: Lexicon, mentions: Sequence[Mention], state: str, token: Token) -> str | None:
    """The one person of a state in the nearest sentence before that names any of it; nobody where there are two."""
    here = document.sentence_index(token.start)
    for which in range(here, max(here - _SENTENCES, 0) - 1, -1):
        sentence = document.sentences[which]
        named = {
            m.actor_id
            for m in mentions
            if sentence.start <= m.start < min(sentence.end, token.start)
            and lexicon.person(m.actor_id)
            and lexicon.country(m.actor_id) == state
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None
