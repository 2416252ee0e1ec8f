"""A contact told by the verb or noun of the one before: "spoke to A on Monday, then to B", "and, later, with C".

Lives here: `find_further`, where such words stand, and `further_who`, who took part. Must not live here: who took part
in the contact before (`who`), or any word list.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from data.document import Sentence, Token
from data.extract.contacts.names import STOPS, Names, Slot
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.triggers import Trigger

_DAY = 8  # words behind a name in which its day may stand
_BACK = 9  # words between "and" or "then" and "with": "and, later in the day, with"


def find_further(names: Names, triggers: Sequence[Trigger], sentence: Sentence) -> list[Trigger]:
    """The words of contact of a sentence, with a place for each that goes on with the verb or noun before it."""
    out: list[Trigger] = []
    for i, trigger in enumerate(triggers):
        out.append(trigger)
        high = triggers[i + 1].start if i + 1 < len(triggers) else sentence.end
        if trigger.verb is None or not (trigger.verb.object == "place" or trigger.verb.host):
            out += _behind(names, trigger, high)
    return out


def _behind(names: Names, trigger: Trigger, high: int) -> Iterator[Trigger]:
    """Where the words behind a trigger name somebody else it was with, in text order."""
    link, direct = names.index.words.link, trigger.verb is not None and trigger.verb.object == "direct"
    words = names.document.word_starts
    ties = (*link.further_openers, *names.index.words.status.and_) if direct else link.further_ties
    starts = sorted(at for tie in ties for at in words.get(tie, ())[bisect_left(words.get(tie, ()), trigger.end) :]
                    if at < high)  # fmt: skip
    low = trigger.end
    for at in starts:
        tie = names.document.tokens[names.document.token_index(at)]
        opening = _direct(names, low, tie, high) if direct else _opening(names, low, tie)
        if opening is None or not names.within(low, opening.start) or not _named(names, tie.end, high):
            continue
        end = tie.end if direct else max(tie.start - 1, opening.start)
        yield trigger._replace(start=opening.start, end=end, pronoun=False, further=(), goes_on=tie.end)
        low = tie.end


def _opening(names: Names, low: int, tie: Token) -> Token | None:
    """The "and" or "then" that leads on to a further "with": nothing but words of time stands between."""
    link, joins = names.index.words.link, names.index.words.status.and_
    first = names.document.token_index(tie.start)
    time = False
    for back in range(first - 1, max(first - _BACK, 0), -1):
        token = names.document.tokens[back]
        if token.start < low:
            return None
        if token.lower in joins:
            return token
        opener = token.lower in link.further_openers
        if opener and names.document.tokens[back - 1].text in (",", ";"):
            return token
        time = time or opener or token.start in names.in_dates
        if token.text in STOPS or not (time or token.text == "," or token.lower in link.further_words):
            return None
    return None


def _direct(names: Names, low: int, joint: Token, high: int) -> Token | None:
    """ "Met A on Monday and B on Tuesday", "called A, then B": a day before and behind, or a word for "then"."""
    document, link = names.document, names.index.words.link
    before = document.tokens[max(document.token_index(joint.start) - 1, 0)]
    if before.start < low or not names.at_name(joint.end):
        return None
    if joint.lower in link.further_openers:
        joined = before.text == "," or before.lower in names.index.words.status.and_
        return (before if before.text != "," else joint) if joined else None
    if before.start not in names.in_dates:
        return None
    slots = names.after(joint.end, high, 6, odd=0)
    behind = document.tokens_in(slots[-1].end, high)[:_DAY] if slots else ()
    which = next((i for i, t in enumerate(behind[:2]) if t.start in names.in_dates), None)
    if which is None:
        return None
    rest = next((t for t in behind[which:] if t.start not in names.in_dates), None)
    if rest is None or not rest.text[0].isalpha() or rest.lower in names.index.openers:
        return joint
    return joint if names.clause_ends_at(rest) else None  # not "met A on Monday and B on Tuesday said"


def _named(names: Names, at: int, high: int) -> list[Slot]:
    """Those named right behind "with", "to"; nobody where the name only owns something else."""
    begin = names.skip_owners(at, high)
    slots = names.after(begin, high, 9, odd=1)
    if not slots or not slots[0].person or slots[0].pronoun or names.owns(slots[-1]):
        return []
    behind = names.document.tokens_in(slots[-1].end, high)[:1]
    ends = not behind or not behind[0].text[0].isalpha() or behind[0].start in names.in_dates
    ends = ends or behind[0].lower in names.index.openers or behind[0].lower in names.index.adverbs
    ends = ends or behind[0].lower in (*names.index.words.status.and_, *names.index.words.link.further_words)
    return [s for s in slots if s.person] if ends or names.clause_ends_at(behind[0]) else []


def further_who(names: Names, trigger: Trigger, before: Who, high: int) -> Who | None:
    """Who took part in a further contact: whoever acted in the one before, with those named now."""
    others = _named(names, trigger.goes_on or trigger.end, high)
    acting = tuple(s for s in before.subjects if not set(s.actors) & actors_of(others))
    if not others or not acting or actors_of(others) & actors_of(before.others):
        return None
    return before._replace(subjects=acting, others=tuple(others), mediators=())
