"""Objects that stand as pronouns before their verb: «Rossi lo ha accolto», «li riceverà». In Italian alone.

Lives here: whom such a pronoun means. Must not live here: objects behind their verb (`objects`), pronouns of
other languages (`data.extract.actors`), or any word list.
"""

from __future__ import annotations

from collections.abc import Collection

from data.document import Sentence, Token
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.triggers import Trigger

_BACK = 4  # words before a verb within which the pronoun may stand, past auxiliaries and adverbs
_SENTENCES = 2  # before this one, in which whoever is meant was told


def clitic_of(names: Names, trigger: Trigger) -> Token | None:
    """The pronoun right before a verb and its auxiliaries."""
    link, at = names.index.words.link, names.document.token_index(trigger.start)
    if not link.clitics or trigger.verb is None or trigger.verb.object != "direct":
        return None
    helped = False
    for token in reversed(names.document.tokens[max(at - _BACK, 0) : at]):
        word = names.accented(token)
        if word in (*link.clitics, *link.clitics_several):
            bare = names.accented(names.document.tokens[at]).endswith(names.index.words.status.participle_endings)
            return token if helped or not bare else None  # "l'accolta"
        helped = helped or word in names.index.verb_group
        if word not in names.index.verb_group and word not in names.index.adverbs:
            return None
    return None


def meant_by(names: Names, pronoun: Token, sentence: Sentence, acting: Collection[str]) -> list[Slot]:
    """Those told before whom a pronoun means, but whoever acts."""
    link = names.index.words.link
    if pronoun.lower in link.clitics_several:
        several = names.plural_before(pronoun.start)
        return [s for s in several if s.person and not set(acting) & set(s.actors)]
    here = _fitting(names, pronoun, names.within(sentence.start, pronoun.start), acting)
    if here:
        return here[:1] if len({s.actors for s in here}) == 1 else []
    which = names.document.sentence_index(sentence.start)
    for before in reversed(names.document.sentences[max(which - _SENTENCES, 0) : which]):
        found = _fitting(names, pronoun, names.within(before.start, before.end), acting)
        if found:
            return found[:1]
    return []


def _fitting(names: Names, pronoun: Token, slots: list[Slot], acting: Collection[str]) -> list[Slot]:
    """Single persons of the pronoun's gender whom no preposition governs."""
    return [
        s
        for s in slots
        if s.person
        and not s.pronoun
        and len(s.actors) == 1
        and s.actors[0] not in acting
        and not names.oblique(s)
        and _agrees(names, pronoun, s.actors[0])
    ]


def _agrees(names: Names, pronoun: Token, actor_id: str) -> bool:
    actor = names.lexicon.actors.get(actor_id)
    wanted = names.index.words.link.clitics[pronoun.lower]
    return not (actor and actor.gender and wanted) or actor.gender == wanted
