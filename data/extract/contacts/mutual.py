"""Verbs of contact whose subjects did it to each other: "they met", "si sono visti", "incontrarsi".

Lives here: whether a verb is meant so. Must not live here: who its subjects are (`verbs`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.extract.contacts.names import Names, Slot
from data.extract.contacts.triggers import Trigger
from data.lexicon.types import ContactVerb


def said_mutual(names: Names, trigger: Trigger) -> bool:
    """Whether words that make a verb mutual stand before it: "si sono visti"."""
    return names.tells("mutual", max(trigger.start - 28, 0), trigger.start)


def reflexive(names: Names, trigger: Trigger) -> bool:
    """Whether the form of the verb already means each other: "incontrarsi"."""
    return trigger.verb is not None and names.folded[trigger.start : trigger.end] in trigger.verb.reflexive


def mutual(names: Names, trigger: Trigger, objects: Sequence[Slot]) -> bool:
    """ "A Roma si sono incontrati A e B": the names behind the verb are its subject."""
    return said_mutual(names, trigger) and not names.oblique(objects[0])


def each_other(names: Names, trigger: Trigger, verb: ContactVerb) -> bool:
    """Whether a verb without an object may mean its subjects: "si sono visti", "they met", not "visti i fatti"."""
    if verb.object != "direct" or not names.index.words.verbs.mutual:
        return True
    return said_mutual(names, trigger) or reflexive(names, trigger)


def they(names: Names, trigger: Trigger) -> bool:
    """ "They agreed to meet": subjects told before, and no object."""
    if trigger.verb is None or trigger.verb.object != "direct" or trigger.verb.host:
        return False
    after = names.document.tokens_in(trigger.end, trigger.end + 24)[:1]
    alone = not after or after[0].lower in names.index.prepositions or not after[0].text[0].isalnum()
    before = names.document.tokens_in(max(trigger.start - 30, 0), trigger.start)[-6:]
    return alone and not names.breaks(before) and any(t.lower in names.index.words.link.they for t in before)
