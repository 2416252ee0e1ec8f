"""Whether words say that a contact took place, and do not only name it: "held a call", "after the meeting".

Lives here: what is asked of the words around one trigger. Must not live here: whether it is ahead, called off, denied
or possible (`status`), who took part, or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence, Token
from data.extract.contacts import status
from data.extract.contacts.names import Names
from data.extract.contacts.sides import Who
from data.extract.contacts.triggers import Trigger

_AFTER = 40  # characters before a contact within which "after" stands


def took_place(names: Names, trigger: Trigger, who: Who, tail: int, low: int, high: int) -> bool:
    """Whether words say that a contact took place: a verb, "after the meeting", "the meeting lasted"."""
    if trigger.verb or who.rule in ("contact-held", "contact-told", "contact-scene"):
        return not status.planned_then(names, trigger, low)
    before = max(low, trigger.start - 40), trigger.start
    behind = names.tells("past_link", *before) and not _then_ahead(names, tail)
    if held(names, trigger) or behind or _over(names, *before):
        return True
    if trigger.kind == "call" and who.rule == "contact-with":
        words = names.folded[slice(*before)]
        if names.index.during.search(words) and names.index.indefinite.search(words):
            return True  # "said so in a call with Jones"
    if _at_it(names, trigger, tail):
        return True
    return status.happened(names, trigger, high, tail)


def _then_ahead(names: Names, tail: int) -> bool:
    """ "After the meeting I will call Jones", "dopo l'incontro chiamerò": what comes after it is ahead too."""
    endings = names.index.words.status.future_endings
    for token in names.document.tokens_in(tail, tail + 40)[:3]:
        word = names.accented(token)
        if word in names.index.future_auxiliaries or (endings and len(word) > 3 and word.endswith(endings)):
            return True
    return False


def _at_it(names: Names, trigger: Trigger, tail: int) -> bool:
    """ "At the meeting with Jones, Smith said", "nell'incontro avrebbe detto": something was said or done at it."""
    words, sentence = names.index.words, names.document.sentence_at(trigger.start)
    before = names.folded[max(sentence.start, trigger.start - 40) : trigger.start]
    during = names.index.during.search(before)
    if trigger.noun is None or during is None or not names.index.definite.search(before):
        return False
    ahead = max(sentence.start, trigger.start - 40) + during.start()
    if _still_open(names, sentence.start, ahead) or _awaited(names, sentence.start, ahead):
        return False
    for token in names.document.tokens_in(tail, sentence.end):
        word = names.accented(token)
        if word in names.index.past_auxiliaries or word in names.index.conditional_auxiliaries:
            return True
        past = token.lower not in (token.lemma, f"{token.lemma}s") and {token.lemma} & names.index.speech
        if past and not words.status.future_endings and not token.lower.endswith("ing"):
            return True
    return False


def _still_open(names: Names, low: int, high: int) -> bool:
    """ "Smith would support Jones during the talks": the clause before is none of the past."""
    for token in reversed(names.document.tokens_in(low, high)):
        if token.text in (",", ";", ":") or token.lower in names.index.words.link.that:
            return False
        word = names.accented(token)
        if word in names.index.future_auxiliaries or word in names.index.conditional_auxiliaries:
            return token.lower not in names.index.words.link.purpose
    return False


def _awaited(names: Names, low: int, high: int) -> bool:
    """ "Smith is expected to raise it in his meeting": the clause before says that it is ahead."""
    found = max((m.end() for m in names.all("planned", low, high)), default=None)
    if found is None:
        return False
    return not any(t.text in (",", ";", ":") for t in names.document.tokens_in(found, high))


def _over(names: Names, low: int, high: int) -> bool:
    """ "È durato due ore l'incontro", "si è svolto ieri il vertice": the verb stands first."""
    if not names.may("happened", low, high):
        return False
    before = names.folded[low:high]
    found = list(names.index.happened.finditer(before))
    return bool(found) and len(before[found[-1].end() :].split()) <= 4 and "," not in before[found[-1].end() :]


def held(names: Names, trigger: Trigger) -> bool:
    """Whether a verb of holding stands right before the noun: "had a long call"."""
    return holding(names, trigger) is not None


def holding(names: Names, trigger: Trigger) -> Token | None:
    """The verb of holding right before a noun: "had", of "had a long call"."""
    low = max(trigger.start - 30, names.document.sentence_at(trigger.start).start)
    for token in reversed(names.document.tokens_in(low, trigger.start)[-4:]):
        if names.clause_ends_at(token):
            return None
        if token.lemma in names.index.light or token.lower in names.index.light:
            return token
    return None


def held_talks(names: Names, trigger: Trigger, principals: Sequence[str]) -> bool:
    """ "Held talks with Jones": persons on both sides of a verb of holding."""
    return held(names, trigger) and len(principals) >= 2 and all(names.person(p) for p in principals)


def in_passing(names: Names, trigger: Trigger) -> bool:
    """ "Smith and Jones have had very good talks": behind "have" alone, which tells of no certain ones."""
    low = max(trigger.start - 40, names.document.sentence_at(trigger.start).start)
    before = names.document.tokens_in(low, trigger.start)[-6:]
    light = [t for t in before if t.lemma in names.index.light or t.lower in names.index.light]
    return bool(light) and all(t.lemma in names.index.words.verbs.plain for t in light)


def after_talks(names: Names, trigger: Trigger, principals: Sequence[str]) -> bool:
    """ "After his talks with Jones", of persons: they took place."""
    low = max(trigger.start - 30, names.document.sentence_at(trigger.start).start)
    link = names.search("past_link", low, trigger.start)
    if link is None or not all(map(names.person, principals)):
        return False
    between = names.within(link.start(), trigger.start)
    return all(s.pronoun for s in between)  # not "after Smith announced talks with Jones"


def aftermath(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """ "After a call with Jones, Smith said", "called Jones after the meeting": what came of it is told."""
    return names.tells("past_link", max(sentence.start, trigger.start - _AFTER), trigger.start)


def ended(names: Names, trigger: Trigger, sentence: Sentence, tail: int, high: int) -> bool:
    """ "The talks have ended": the end is told, and they are not what something else came after."""
    if not status.happened(names, trigger, high, tail):
        return False
    before = names.document.tokens_in(max(trigger.start - 60, sentence.start), trigger.start)
    return not any(t.lower in names.index.words.status.parting for t in before)


def just(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """ "They have just met", "abbiamo appena avuto un incontro", "Earlier, they met": on the article's own day."""
    low = max(trigger.start - 50, sentence.start)
    just = names.search("just", low, trigger.start)
    if just is not None:
        words = names.document.tokens_in(just.start(), trigger.start)
        return not names.breaks(words) and not any(t.start in names.in_dates for t in words)
    opens = names.index.just_opening.match(names.folded, sentence.start) is not None
    return opens and (trigger.verb is not None or held(names, trigger))


def spoken_of(names: Names, trigger: Trigger) -> bool:
    """ "We will discuss my call with Jones": what will be spoken of need not be ahead, unless words say so."""
    verb = names.telling(trigger.start) if trigger.noun else None
    if verb is None or verb.lemma not in (*names.index.words.verbs.discussing, *names.index.words.verbs.informing):
        return False
    words = names.document.tokens_in(verb.end, trigger.start)
    own = any(t.text.lower() in (*names.index.words.link.his, *names.index.words.link.first_person) for t in words)
    return own and not names.search("planned", verb.end, trigger.start)


def sets_out(trigger: Trigger, principals: Sequence[str]) -> bool:
    """ "Smith has landed in Rome": that he came does not say that he has met anybody."""
    return trigger.verb is not None and trigger.verb.trip and len(principals) < 2
