"""Delegations: those whom states send, the words for them, and whoever leads them.

Lives here: the words around a delegation that is one side of a contact. Must not live here: delegations that are named
beside no contact (`implied`), who took part otherwise, or any word list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.document import Sentence
from data.extract.contacts.names import STOPS, Names, Slot
from data.extract.contacts.nations import nations
from data.extract.contacts.triggers import Trigger

_SEVERAL = 90  # characters in "leaders from Norway, Sweden and Denmark, notably"
_BEFORE_SEVERAL = 6  # words before "leaders"
_ASIDE = re.compile(r"\s[-–—]\s[^-–—]{3,40}\s[-–—]\s")


def delegates_of(names: Names, slot: Slot) -> bool:
    """Whether those sent by a state are meant: "the Russian delegation", "inviati russi", "gli iraniani"."""
    if by_nation(names, slot):
        return True
    low = max(slot.start - 16, names.document.sentence_at(slot.start).start)
    found = names.search("delegates", low, slot.end + 16)
    return found is not None and names.clean(found.end(), slot.start, 0) and names.clean(slot.end, found.start(), 0)


def by_nation(names: Names, slot: Slot) -> bool:
    """Whether those of a state are named by their nation alone: "gli iraniani"."""
    _, several = nations(names.lexicon, names.document.language).get(names.folded[slot.start : slot.end], ("", False))
    return several


def led_by(names: Names, others: list[Slot], sentence: Sentence) -> list[Slot]:
    """ "With the Ukrainian delegation led by B": its head instead of the state."""
    last = others[-1]
    low = max(last.start - 24, sentence.start)  # "i negoziatori ucraini", "Ukrainian negotiators"
    delegates = names.search("delegates", low, min(last.end + 24, sentence.end))
    if last.person or delegates is None or not names.clean(delegates.end(), last.start, 1):
        return others
    if inside := members(names, delegates.start(), sentence):
        return [*others[:-1], *inside]
    led = names.index.leading.search(names.folded, max(last.end, delegates.end()), min(last.end + 40, sentence.end))
    by = names.index.by.match(names.folded, led.end(), min(led.end() + 30, sentence.end)) if led else None
    heads = [s for s in names.after(by.end(), sentence.end, 6) if s.person][:1] if by else []
    return [*others[:-1], *heads] if heads else others


def members(names: Names, start: int, sentence: Sentence) -> list[Slot]:
    """ "European leaders, including A and B", "a delegation that included A": those of several who are named."""
    limit = min(start + _SEVERAL, sentence.end)
    several = names.search("several", start, limit)
    opening = names.search("including", several.end(), limit) if several else None
    if several is None or opening is None or len(names.document.tokens_in(start, several.start())) > _BEFORE_SEVERAL:
        return []
    if any(t.lower in names.index.prepositions for t in names.document.tokens_in(start, several.start())):
        return []  # "met the demands of leaders, including A"
    if not names.no_verb(several.end(), opening.start()):
        return []  # "met ministers to discuss plans, including that of A"
    lead = names.document.tokens_in(start, opening.start())
    if any(t.text in STOPS or t.lower in names.index.auxiliaries or names.clause_ends_at(t) for t in lead):
        return []
    aside = _ASIDE.match(names.folded, opening.end(), sentence.end)  # "tra cui - a quanto si apprende - Rossi"
    return [s for s in names.after(aside.end() if aside else opening.end(), sentence.end, 12) if s.person]


def leader_of(names: Names, start: int, limit: int) -> list[Slot]:
    """ "Ha incontrato le delegazioni turca e polacca, guidate da B": whoever leads delegations that are an object."""
    found = names.search("delegates", start, min(start + 24, limit))
    led = names.index.leading.search(names.folded, found.end(), min(found.end() + 70, limit)) if found else None
    if found is None or led is None or len(names.document.tokens_in(start, found.start())) > 2:
        return []
    between = names.document.tokens_in(found.end(), led.start())
    if names.breaks(between) or any(names.accented(t) in names.index.verb_group for t in between):
        return []
    by = names.index.by.match(names.folded, led.end(), min(led.end() + 30, limit))
    return [s for s in names.after(by.end(), limit, 6) if s.person][:1] if by else []


def delegates_there(names: Names, trigger: Trigger, others: Sequence[Slot]) -> bool:
    """ "Talks with the delegation led by Jones", "con alti funzionari": several sit at a table."""
    if not others or (all(s.person for s in others) and _titles_of(names, trigger, others)):
        return False
    low, high = trigger.end, max(s.end for s in others)
    return bool(names.search("delegates", low, high))


def _titles_of(names: Names, trigger: Trigger, others: Sequence[Slot]) -> bool:
    """ "Spoke with the envoy, Jones": the word for those sent is the title of one who is named."""
    found = names.all("delegates", trigger.end, max(s.end for s in others))
    starts = [s.start for s in others]
    return all(any(0 < start - m.end() <= 2 for start in starts) for m in found)
