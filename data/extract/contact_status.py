"""Whether a contact took place, is going on, ahead, called off, put off, denied or only possible.

Lives here: `Status` rules around one trigger. Must not live here: who took part or when, or any word list.
"""

from __future__ import annotations

import re

from data.document import Sentence, Token
from data.extract.contact_names import Names
from data.extract.contact_triggers import Trigger
from data.extract.finds import Status

_BACK = 75  # characters before a trigger in which a word of status counts
_AHEAD = 45  # and after it, beyond its people
_NEGATION_WORDS = 8
_DENIAL_WORDS = 12
_OPENING = frozenset(('"', "'", ":", "(", "-"))


def _last(names: Names, pattern: re.Pattern[str], low: int, high: int) -> re.Match[str] | None:
    """The last match that is no name: "may", not "May"."""
    return max(_matches(names, pattern, low, high), key=lambda m: m.start(), default=None)


def _matches(names: Names, pattern: re.Pattern[str], low: int, high: int) -> list[re.Match[str]]:
    document = names.document
    return [
        m
        for m in pattern.finditer(names.folded, low, high)
        if document.text[m.start()].islower()
        or document.sentence_at(m.start()).start >= m.start() - 1
        or document.folded[max(m.start() - 2, 0) : m.start()].strip() in _OPENING
    ]


def _ends_clause(names: Names, tokens: tuple[Token, ...]) -> bool:
    return any(names.clause_ends_at(t) or t.text in (",", ";", ":") for t in tokens)


def denied(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> bool:
    """“no call is planned”, “non si sono sentiti”, “a call is not planned”, “denied that they had spoken”.

    `tail` is where the people of the contact end.
    """
    return (
        _negated_before(names, trigger, sentence)
        or _denying_verb(names, trigger, sentence)
        or _negated_after(names, trigger, sentence, tail)
    )


def _negated_before(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    status = names.index.words.status
    window = names.document.tokens_in(max(sentence.start, trigger.start - 55), trigger.start)[-_NEGATION_WORDS:]
    for i, token in enumerate(window):
        if token.lower not in names.index.negation and not token.lower.endswith(status.negative_endings or "\n"):
            continue
        rest = window[i + 1 :]
        if not _ends_clause(names, rest) and not _presupposed(names, trigger, token.end):
            return not any(t.lower in status.not_negation for t in rest[:1])
    before = names.folded[max(sentence.start, trigger.start - 55) : trigger.start]
    return bool(names.index.negating.search(before))


def _denying_verb(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """A verb such as "ruled out" or "denied that" right before, with at most a "that" in between."""
    if "denying" not in names.rare_words(trigger.start):
        return False
    low = max(sentence.start, trigger.start - 90)
    match = _last(names, names.index.denying, low, trigger.start)
    if match is None:
        return False
    tokens = names.document.tokens_in(match.end(), trigger.start)
    return len(tokens) <= _DENIAL_WORDS and not any(
        t.text in (",", ";", ":") or (names.clause_ends_at(t) and t.lower not in names.index.words.link.that)
        for t in tokens
    )


def _negated_after(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> bool:
    """ "A call between them is not planned": a negation behind a noun, and then a word of taking place."""
    if trigger.noun is None:
        return False
    tokens = names.document.tokens_in(tail, min(sentence.end, tail + 70))
    for i, token in enumerate(tokens[:9]):
        if names.clause_ends_at(token) or token.text in (";", ":", ","):
            return False
        if token.lower in names.index.negation and i + 1 < len(tokens):
            after = names.folded[tokens[i + 1].start : tokens[min(i + 5, len(tokens) - 1)].end]
            return bool(names.index.existence.search(after))
    return False


def only_possible(names: Names, trigger: Trigger, low: int, tail: int, sentence: Sentence) -> bool:
    """“a possible call”, “vorrebbe incontrare”, “a call would be useful”: nobody says that it takes place."""
    start = max(low, trigger.start - 60)
    match = _last(names, names.index.possible, start, trigger.start)
    if match is not None and not _ends_clause(names, names.document.tokens_in(match.end(), trigger.start)):
        return not _presupposed(names, trigger, match.end())
    if _supposed(names, trigger, sentence):
        return True
    if trigger.noun is None:
        return False
    if names.index.possible.match(names.folded, trigger.end + 1):
        return True  # "un incontro possibile"
    after = _matches(names, names.index.possible_after, tail, min(sentence.end, tail + 45))
    if not after or names.index.hearsay_after.match(names.folded, after[0].start()):
        return False
    gap = names.document.tokens_in(tail, after[0].start())
    return len(gap) <= 5 and not _ends_clause(names, gap) and not any(t.lemma in names.index.speech for t in gap)


def _presupposed(names: Names, trigger: Trigger, start: int) -> bool:
    """ "Without any progress during his call with Jones": what is only possible is said to happen at the contact."""
    return trigger.noun is not None and bool(names.index.setting.search(names.folded, start, trigger.start))


def _supposed(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """ "Had they met": the clause of a verb opens with a word of supposing."""
    if trigger.noun is not None:
        return False
    for token in reversed(names.document.tokens_in(max(sentence.start, trigger.start - 60), trigger.start)):
        if token.text in (",", ";", ":"):
            return False
        if token.start == sentence.start:
            return token.lower in names.index.words.status.possible_first
    return False


def eve(names: Names, trigger: Trigger) -> bool:
    """“on the eve of”, “a poche ore dal” right before the noun."""
    before = names.folded[max(trigger.start - 40, 0) : trigger.start]
    found = list(names.index.eve.finditer(before))
    return bool(found) and len(before[found[-1].end() :].split()) <= 2


def postponed(names: Names, trigger: Trigger, low: int, high: int, tail: int) -> int | None:
    """Where the words “was postponed”, “è slittato” stand beside the contact; None if they do not."""
    return _postponed(names, trigger, low, _reach(names, trigger, high, tail))


def _postponed(names: Names, trigger: Trigger, low: int, reach: int) -> int | None:
    match = names.index.postponed.search(names.folded, max(low, trigger.start - 40), reach)
    return match.start() if match else None


def _reach(names: Names, trigger: Trigger, high: int, tail: int) -> int:
    """How far behind a trigger words of its status may stand: past a noun's people, up to the end of the clause."""
    near = min(high, trigger.end + _AHEAD)
    if trigger.noun is None:
        tokens = names.document.tokens_in(trigger.end, near)
        return next((t.start for t in tokens if t.text in (",", ";", ":")), near)
    said = (t.start for t in names.document.tokens_in(tail, near) if {t.lower, t.lemma} & names.index.speech)
    near = next(said, near)  # "the call, Smith said, …"
    if names.index.setting_before.search(names.folded[max(trigger.start - 40, 0) : trigger.start]):
        # "agreed during a call, was put on hold"
        return next((t.start for t in names.document.tokens_in(tail, near) if t.text == ","), near)
    far = min(high, tail + 60)
    for token in names.document.tokens_in(tail, far):
        if (
            token.text in (",", ";", ":", ".")
            or names.clause_ends_at(token)
            or (names.accented(token) in names.index.words.status.and_ and not names.at_name(token.end))
        ):
            return max(near, token.start)
    return max(near, far)


def _tied(names: Names, pattern: re.Pattern[str], low: int, trigger: Trigger) -> bool:
    """Whether words of status stand before a contact, and no "after", "following" parts them from it."""
    for match in pattern.finditer(names.folded, max(low, trigger.start - _BACK), trigger.end):
        between = names.document.tokens_in(match.end(), trigger.start)
        ahead = pattern is names.index.ongoing and names.index.future_before.search(
            names.folded[max(match.start() - 12, 0) : match.start()]
        )
        if not ahead and not any(t.lower in names.index.words.status.parting or t.text == ";" for t in between):
            return True
    return False


def _governs(names: Names, pattern: re.Pattern[str], low: int, trigger: Trigger) -> bool:
    """Whether words of status stand before a contact in the same clause: not "was put off, doubts over a meeting"."""
    for match in pattern.finditer(names.folded, max(low, trigger.start - _BACK), trigger.end):
        if not _ends_clause(names, names.document.tokens_in(match.end(), trigger.start)):
            return True
    return False


def happened(names: Names, trigger: Trigger, high: int, tail: int) -> bool:
    """“the meeting took place”, “l'incontro è durato”: words behind a contact that say it took place."""
    if "happened" not in names.rare_words(trigger.start):
        return False
    after = names.folded[trigger.start : _reach(names, trigger, high, tail)]
    return bool(names.index.happened.search(after))


def status_of(names: Names, trigger: Trigger, low: int, high: int, tail: int) -> Status:
    """The status the words around a trigger tell; held where they say nothing else."""
    index, words = names.index, names.rare_words(trigger.start)
    before = names.folded[max(low, trigger.start - _BACK) : trigger.end]
    reach = _reach(names, trigger, high, tail)
    after = names.folded[trigger.start : reach]
    if "cancelled" in words and (_governs(names, index.cancelled, low, trigger) or index.cancelled.search(after)):
        return "cancelled"
    ahead = names.folded[max(low, trigger.start - _BACK) : trigger.start]
    if trigger.noun and "preparing" in words and index.preparing.search(ahead):
        return "planned"
    if "ongoing" in words and (_tied(names, index.ongoing, low, trigger) or index.ongoing.search(after)):
        return "ongoing"
    if "postponed" in words and _postponed(names, trigger, low, reach) is not None:
        return "planned"
    if "was_planned" in words and index.was_planned.search(before):
        return "held"
    if trigger.noun and "happened" in words and index.happened.search(after):
        return "held"
    upcoming = "upcoming" in words and index.upcoming.search(ahead)
    if eve(names, trigger) or upcoming or _verb_ahead(names, trigger, low):
        return "planned"
    behind = index.planned_after if trigger.noun else index.planned
    if _tied(names, index.planned, low, trigger) or behind.search(after):
        return "planned"
    if trigger.verb and _future(names, trigger):
        return "planned"
    return "held"


def _verb_ahead(names: Names, trigger: Trigger, low: int) -> bool:
    """“farà tappa a Roma per colloqui”: a verb in the future before a noun, in the same clause."""
    endings = names.index.words.status.future_endings
    if not endings or trigger.noun is None:
        return False
    for token in reversed(names.document.tokens_in(max(low, trigger.start - _BACK), trigger.start)):
        if names.clause_ends_at(token) or token.text in (",", ";", ":"):
            return False
        if len(token.text) > 3 and names.accented(token).endswith(endings):
            return True
    return False


def _future(names: Names, trigger: Trigger) -> bool:
    """An infinitive after a word of purpose, or a future: "to meet", "per incontrare", "vedrà"."""
    status = names.index.words.status
    word = names.accented(names.document.tokens[names.document.token_index(trigger.start)])
    if status.future_endings and word.endswith(status.future_endings):
        return True
    token = names.document.tokens[names.document.token_index(trigger.start)]
    present = token.lower in (token.lemma, f"{token.lemma}s")
    if present and names.index.when_ahead.search(names.folded[max(trigger.start - 24, 0) : trigger.start]):
        return True
    before = names.folded[max(trigger.start - 16, 0) : trigger.start]
    if status.infinitive_endings and names.folded[trigger.start : trigger.end].endswith(status.infinitive_endings):
        return not names.index.past_before.search(before)
    return bool(names.index.future_before.search(before)) and not names.index.past_before.search(before)
