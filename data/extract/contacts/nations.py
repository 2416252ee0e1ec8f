"""Those of a state named by their nation alone, as parties of a contact: "tra americani e russi", "gli iraniani".

Lives here: `nations` and `nation_mentions`. Must not live here: nations beside a word for people or an office
(`data.extract.actors`), who took part in which contact (`who`), or any word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from data.document import Document, Token
from data.extract.contacts.words import ContactIndex
from data.extract.finds import Mention
from data.lexicon.types import Lexicon
from data.span import fold


@lru_cache(maxsize=4)
def nations(lexicon: Lexicon, language: str) -> dict[str, str]:
    """Plural words for those of a nation → the state."""
    endings = tuple(lexicon.words[language].contacts.link.nation_endings)
    if not endings:
        return {}
    return {
        fold(word): actor.id
        for actor in lexicon.actors.values()
        if actor.kind == "state"
        for word in (actor.adjectives_it if language == "it" else actor.adjectives_en)
        if word[0].islower() and word.endswith(endings)
    }


def nation_mentions(
    document: Document, lexicon: Lexicon, index: ContactIndex, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """ "Colloqui tra americani e russi", "ha visto gli ucraini": the states, in sentences that may tell a contact."""
    known = nations(lexicon, document.language)
    places = [(at, word) for word in known for at in document.word_starts.get(word, ())]
    if not places:
        return
    link, taken = index.words.link, [(m.start, m.end) for m in mentions]
    last = -1  # where the nation before ends, and the word that joins both
    for at, word in sorted(places):
        which = document.token_index(at)
        before = document.tokens[which - 1] if which else None
        joined = before is not None and before.lower in index.words.status.and_ and last == which - 2
        led = before is not None and (before.lower in link.nation_before or joined)
        end = at + len(word)
        if not led or any(low < end and at < high for low, high in taken) or not _alone(document, index, which):
            continue
        last = which
        yield Mention(at, end, known[word], "office", "contact-nation")


def _alone(document: Document, index: ContactIndex, which: int) -> bool:
    """Whether no noun that the word describes stands right behind: "gli ucraini feriti"."""
    behind: tuple[Token, ...] = document.tokens[which + 1 : which + 2]
    if not behind or not behind[0].text[0].isalpha():
        return True
    small = (index.small, index.verb_group, index.adverbs, index.openers, index.breakers, index.relatives)
    word = behind[0]
    return any(word.lower in some or word.text.lower() in some for some in small) or (
        word.text.lower() in index.words.status.and_ or not word.text[0].islower()
    )
