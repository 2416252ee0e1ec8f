"""Those who are named by their nation alone, beside contacts: "the Americans", "talks among Russians", "the Brazilian".

Lives here: `national_mentions`. Must not live here: states and people named otherwise (`data.extract.actors`), or any
word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.document import Document, Token
from data.extract.finds import Mention
from data.lexicon.types import Lexicon
from data.span import fold

RULE = "contact-nationals"
_SENTENCES = 4  # sentences a nation may look back for whoever is meant


@lru_cache(maxsize=2)
def _nations(lexicon: Lexicon, language: str) -> dict[str, tuple[str, bool]]:
    """The words for one or several of a nation → the state, and whether they are several."""
    link = lexicon.words[language].contacts.link
    words: dict[str, tuple[str, bool]] = {}
    for actor in lexicon.actors.values():
        for adjective in map(fold, actor.adjectives_en if actor.kind == "state" and link.nation_endings else ()):
            if adjective.endswith(link.nation_endings) and adjective.isalpha():
                words[adjective] = (actor.id, False)
                words[adjective + link.nation_plural] = (actor.id, True)
    return words


def national_mentions(document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The states whose people are named as a side, and the person named before whom "the Brazilian" means."""
    nations, starts = _nations(lexicon, document.language), document.word_starts
    for word in nations.keys() & starts.keys():
        state, several = nations[word]
        for at in starts[word]:
            which = document.token_index(at)
            token = document.tokens[which]
            if token.start != at or len(token.text) != len(word) or not token.text[0].isupper():
                continue
            if several:
                yield Mention(token.start, token.end, state, "name", RULE)
            elif which and _alone(document, lexicon, which):
                person = _meant(document, lexicon, mentions, state, token)
                if person is not None:
                    yield Mention(token.start, token.end, person, "office", RULE)


def _alone(document: Document, lexicon: Lexicon, which: int) -> bool:
    """Whether an article stands before such a word and no noun behind: "the Brazilian had talked"."""
    words = lexicon.words[document.language]
    link = words.contacts.link
    if document.tokens[which - 1].lower not in link.definite:
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
