"""Whether a contact took place, is going on, ahead, called off, put off, denied or only possible.

Lives here: `Status` rules around one trigger. Must not live here: who took part or when, or any word list.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from data.document import Sentence, Token
from data.extract.contacts.names import QUOTES, Names
from data.extract.contacts.triggers import Trigger
from data.extract.finds import Status

_LEADING = 22  # characters before words of status in which "after a highly" may stand
_BACK = 75  # characters before a trigger in which a word of status counts
_AHEAD = 45  # and after it, beyond its people
_PLAN = 70  # characters in ", planned for Monday in Rome,"
_SEEING = 10  # words before whoever is seen in which "saw" may stand, past his title and a day
_NEGATION_WORDS = 8
_DENIAL_WORDS = 12
_MISSED = 50  # characters before a meeting in which "missed" may stand, and words
_MISSED_WORDS = 4
_JOINING = 60  # characters before a noun in which "invited to" may stand
_OPENING = frozenset(('"', "'", ":", "(", "-"))


def _last(names: Names, field: str, low: int, high: int) -> re.Match[str] | None:
    """The last match that is no name: "may", not "May"."""
    return next(reversed(_matches(names, field, low, high)), None)


def _matches(names: Names, field: str, low: int, high: int) -> list[re.Match[str]]:
    document = names.document
    return [
        m
        for m in names.all(field, low, high)
        if document.text[m.start()].islower()
        or document.sentence_at(m.start()).start >= m.start() - 1
        or document.folded[max(m.start() - 2, 0) : m.start()].strip() in _OPENING
    ]


def _ends_clause(names: Names, tokens: tuple[Token, ...]) -> bool:
    return any(names.clause_ends_at(t) or t.text in (",", ";", ":") for t in tokens)


def _apart(names: Names, tokens: tuple[Token, ...]) -> bool:
    """Whether a clause ends among the tokens, or "following", "al termine di" leads on to what took place."""
    parting = names.index.words.status.parting
    return _ends_clause(names, tokens) or any(t.lower in parting for t in tokens)


def denied(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> bool:
    """“no call is planned”, “non si sono sentiti”, “a call is not planned”, “denied that they had spoken”.

    `tail` is where the people of the contact end.
    """
    low = _joins(names, trigger, sentence, tail)
    return (
        _negated_before(names, trigger, sentence, low)
        or _denying_verb(names, trigger, sentence, low)
        or _negated_after(names, trigger, sentence, tail)
    )


def _joins(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> int:
    """ "Not invited to the summit between A and B": where the words of who comes to it end; else the sentence."""
    low = max(sentence.start, trigger.start - _JOINING)
    if trigger.noun is None or not names.may("joining", low, trigger.start):
        return sentence.start
    found = list(names.all("joining", low, trigger.start))
    gap = names.document.tokens_in(found[-1].end(), trigger.start) if found else ()
    if not found or _ends_clause(names, gap):
        return sentence.start
    pair = names.before(trigger.start, sentence.start, 2)
    pair = pair if len(pair) > 1 else names.within(trigger.end, tail)
    joint = len(pair) > 1 and names.hyphenated(pair)
    others = joint or names.search("between", trigger.end, tail) is not None
    known = (
        names.index.definite.search(names.folded, found[-1].start(), trigger.start) is not None
        or any(t.start in names.in_dates for t in gap)
        or names.tells("planned", low, trigger.start)
        or (trigger.noun.process and not trigger.plural)
    )
    return found[-1].end() if others and known else sentence.start


def _negated_before(names: Names, trigger: Trigger, sentence: Sentence, joins: int) -> bool:
    status, negation = names.index.words.status, names.index.negation
    low, endings = max(sentence.start, trigger.start - 55, joins), status.negative_endings or "\n"
    words = names.words_in(low, trigger.start)[-_NEGATION_WORDS:]
    said = not negation.isdisjoint(words) or any(word.endswith(endings) for word in words)
    window = names.document.tokens_in(low, trigger.start)[-_NEGATION_WORDS:] if said else ()
    for i, token in enumerate(window):
        if token.lower not in negation and not token.lower.endswith(endings):
            continue
        rest = window[i + 1 :]
        if not _apart(names, rest) and not _presupposed(names, trigger, token.end):
            if not_first(names, trigger, token.end):
                return False  # "it will not be the first time that Smith has met Jones"
            return not any(t.lower in status.not_negation for t in rest[:1])
    return names.tells("negating", low, trigger.start)


def not_first(names: Names, trigger: Trigger, low: int) -> bool:
    """ "It is not the first time that Smith has met Jones": the words right behind a negation, before a verb."""
    first = names.search("first", low, trigger.start) if trigger.verb else None
    return first is not None and " " in first.group() and len(names.document.tokens_in(low, first.start())) <= 3


def known_before(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """Whether a verb tells of a time before, by "not the first time"."""
    low = max(sentence.start, trigger.start - 55)
    if trigger.verb is None or not names.may("first", low, trigger.start):
        return False
    window = names.document.tokens_in(low, trigger.start)
    endings = names.index.words.status.negative_endings or "\n"
    return any(
        (t.lower in names.index.negation or t.lower.endswith(endings)) and not_first(names, trigger, t.end)
        for t in window
    )


def _denying_verb(names: Names, trigger: Trigger, sentence: Sentence, joins: int) -> bool:
    """A verb such as "ruled out" or "denied that" right before, with at most a "that" in between."""
    match = _last(names, "denying", max(sentence.start, trigger.start - 90, joins), trigger.start)
    if match is None:
        return False
    tokens = names.document.tokens_in(match.end(), trigger.start)
    if _presupposed(names, trigger, match.end()):
        return False
    return len(tokens) <= _DENIAL_WORDS and not any(
        t.text in (",", ";", ":") or (names.clause_ends_at(t) and t.lower not in names.index.words.link.that)
        for t in tokens
    )


def _negated_after(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> bool:
    """ "A call between them is not planned": a negation behind a noun, and then a word of taking place."""
    if trigger.noun is None:
        return False
    tokens = names.document.tokens_in(tail, min(sentence.end, tail + 70))
    at = next((i for i, t in enumerate(tokens[:9]) if t.lower in names.index.negation), len(tokens))
    if at + 1 >= len(tokens) or _ends_clause(names, tokens[: at + 1]):
        return False
    return bool(names.index.existence.search(names.folded[tokens[at + 1].start : tokens[at + 1 :][:5][-1].end]))


def no_longer(names: Names, trigger: Trigger, sentence: Sentence, tail: int) -> bool:
    """ "No plans for a meeting", "a meeting is no longer necessary": what was planned will not be."""
    low, high = max(sentence.start, trigger.start - 70), min(sentence.end, tail + 50)
    return names.search("no_longer", low, high) is not None


def only_possible(names: Names, trigger: Trigger, low: int, tail: int, sentence: Sentence) -> bool:
    """“a possible call”, “vorrebbe incontrare”, “a call would be useful”: nobody says that it takes place."""
    start = max(low, trigger.start - 60)
    match = _last(names, "possible", start, trigger.start)
    if match is not None and names.index.joining.match(names.folded, match.start()):  # "not invited to"
        negated = not names.index.negation.isdisjoint(names.words_in(start, match.start()))
        joins = negated and _joins(names, trigger, sentence, tail) > match.start()
        match = _last(names, "possible", start, match.start()) if joins else match
    if match is not None and not _apart(names, names.document.tokens_in(match.end(), trigger.start)):
        return not (_presupposed(names, trigger, match.end()) or _prepared(names, match.end(), trigger, tail))
    if _supposed(names, trigger, sentence):
        return True
    if trigger.noun is None:
        return False
    if names.index.possible.match(names.folded, trigger.end + 1):
        return True  # "un incontro possibile"
    after = _matches(names, "possible_after", tail, min(sentence.end, tail + 45))
    if not after or names.index.hearsay_after.match(names.folded, after[0].start()):
        return False
    before = max(sentence.start, trigger.start - 40), trigger.start
    if names.tells("setting_before", *before) or names.tells("past_link", *before):
        return False  # "during the talks Smith would have refused"
    gap = names.document.tokens_in(tail, after[0].start())
    return len(gap) <= 5 and not _ends_clause(names, gap) and not any(t.lemma in names.index.speech for t in gap)


def _presupposed(names: Names, trigger: Trigger, start: int) -> bool:
    """ "Without progress during his call", "did not comment on the call", "wants a result of it": none doubts it."""
    if trigger.noun is None:
        return False
    if names.search("setting", start, trigger.start) or names.search("outcome", start, trigger.start):
        return True
    telling = names.search("telling", start, trigger.start)
    return telling is not None and bool(names.index.definite.search(names.folded, telling.end(), trigger.start))


def _prepared(names: Names, start: int, trigger: Trigger, tail: int) -> bool:
    """ "They have to prepare the summit between Smith and Jones": it is known which one."""
    if tail == trigger.end or not names.tells("preparing", max(start, trigger.start - 40), trigger.start):
        return False
    return bool(names.index.definite.search(names.folded, start, trigger.start))


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
    low = max(trigger.start - 40, 0)
    if not names.may("eve", low, trigger.start):
        return False
    before = names.folded[low : trigger.start]
    found = list(names.index.eve.finditer(before))
    rest = before[found[-1].end() :].split() if found else []
    return bool(found) and len(rest) <= 2 and not any(w in names.index.words.status.over for w in rest)


def postponed(names: Names, trigger: Trigger, low: int, high: int, tail: int) -> int | None:
    """Where the words “was postponed”, “è slittato” stand beside the contact; None if they do not."""
    match = _from(names, "postponed", max(low, trigger.start - 40), trigger, high, tail)
    return match.start() if match else None


def _reach(names: Names, trigger: Trigger, high: int, tail: int) -> int:
    """How far behind a trigger words of its status may stand: past a noun's people, up to the end of the clause."""
    near = min(high, trigger.end + _AHEAD)
    if trigger.noun is None:
        tokens = names.document.tokens_in(trigger.end, near)
        return next((t.start for t in tokens if t.text in (",", ";", ":")), near)
    said = (t.start for t in names.document.tokens_in(tail, near) if {t.lower, t.lemma} & names.index.speech)
    near = next(said, near)  # "the call, Smith said, …"
    if names.tells("setting_before", max(trigger.start - 40, 0), trigger.start):
        # "agreed during a call, was put on hold"
        return next((t.start for t in names.document.tokens_in(tail, near) if t.text == ","), near)
    near = min([near, *_participles(names, tail, near)])
    tail = _past_plan(names, tail, high)
    far = min(high, tail + 60)
    for token in names.document.tokens_in(tail, far):
        if (
            token.text in (",", ";", ":", ".")
            or names.clause_ends_at(token)
            or (names.accented(token) in names.index.words.status.and_ and not names.at_name(token.end))
        ):
            return max(near, token.start)
    return max(near, far)


def _past_plan(names: Names, tail: int, high: int) -> int:
    """The end of "…, planned for Monday," behind the people of a contact: what became of it, follows."""
    if not names.folded.startswith(", ", tail) or not names.may("planned", tail, high):
        return tail
    plan = names.index.planned.match(names.folded, tail + 2)
    end = names.folded.find(",", tail + 1, min(high, tail + _PLAN)) if plan else -1
    return end + 1 if plan and end > plan.end() else tail


def _participles(names: Names, low: int, high: int) -> list[int]:
    """Where "…, putting the plan on hold" begins: a comma and a verb that goes on about something else."""
    tokens, endings = names.document.tokens_in(low, high), names.lexicon.words[names.document.language].speech.gerunds
    return [
        one.start for one, two in pairwise(tokens) if one.text == "," and two.lower.endswith(endings or "\n")
    ]  # fmt: skip


def _from(names: Names, field: str, low: int, trigger: Trigger, high: int, tail: int) -> re.Match[str] | None:
    """Words of status from a place on, as far behind a trigger as they may stand."""
    if not names.may(field, low, high):
        return None
    return names.search(field, low, _reach(names, trigger, high, tail))


def _before(names: Names, field: str, low: int, trigger: Trigger, high: int) -> bool:
    """Whether words of status stand before a contact, up to `high`."""
    return names.tells(field, max(low, trigger.start - _BACK), high)


def _tied(names: Names, field: str, low: int, trigger: Trigger) -> bool:
    """Whether words of status stand before a contact, and no "after", "following" parts them from it or opens both."""
    for match in names.all(field, max(low, trigger.start - _BACK), trigger.end):
        between = names.document.tokens_in(match.end(), trigger.start)
        ahead = field == "ongoing" and names.index.future_before.search(
            names.folded[max(match.start() - 12, 0) : match.start()]
        )
        parting = names.index.words.status.parting
        if ahead or any(t.lower in parting or t.text == ";" for t in between):
            continue
        leading = names.document.tokens_in(max(low, match.start() - _LEADING), match.start())
        forward = match.group().split()[-1] in names.index.forward  # "after a plan to hold talks"
        if not forward and any(t.lower in parting for t in leading):
            continue  # "following a long-planned summit"
        return True
    return False


def _is_off(names: Names, low: int, trigger: Trigger, high: int, tail: int) -> bool:
    """Whether words say that a contact was called off; not "was planned and not cancelled"."""
    if trigger.noun and (_ends_off(names, tail) or _missed(names, low, trigger)):
        return True
    behind = _from(names, "cancelled", trigger.start, trigger, high, tail)
    if behind is not None:
        before = names.document.tokens_in(max(behind.start() - 12, low), behind.start())[-1:]
        return not (before and before[0].lower in names.index.negation) or _governs(names, "cancelled", low, trigger)
    return _governs(names, "cancelled", low, trigger)


def _missed(names: Names, low: int, trigger: Trigger) -> bool:
    """ "Will miss his meeting with Jones": few words before a meeting; not "skipped dinner to hold a meeting"."""
    match = _last(names, "missing", max(low, trigger.start - _MISSED), trigger.start)
    if match is None or trigger.kind != "meeting":
        return False
    gap = names.document.tokens_in(match.end(), trigger.start)
    purpose = any(t.lower in names.index.words.link.purpose for t in gap)
    return len(gap) <= _MISSED_WORDS and not purpose and not _apart(names, gap)


def _ends_off(names: Names, tail: int) -> bool:
    """ "Smith meeting off": the word ends the clause, and leads on to nothing."""
    words = names.document.tokens_in(tail, tail + 12)[:2]
    if not words or words[0].lower not in names.index.words.status.off:
        return False
    sentence = names.document.sentence_at(tail)
    return len(words) == 1 or words[1].start >= sentence.end or words[1].text in (".", ",", ";", ":", "!", "–", "—")


def _governs(names: Names, field: str, low: int, trigger: Trigger) -> bool:
    """Whether words of status stand before a contact in the same clause: not "was put off, doubts over a meeting"."""
    for match in names.all(field, max(low, trigger.start - _BACK), trigger.end):
        if not _apart(names, names.document.tokens_in(match.end(), trigger.start)):
            return True
    return False


def happened(names: Names, trigger: Trigger, high: int, tail: int) -> bool:
    """“the meeting took place”, “l'incontro è durato”: words behind a contact that say it took place."""
    return _from(names, "happened", trigger.start, trigger, high, tail) is not None


def status_of(names: Names, trigger: Trigger, low: int, high: int, tail: int) -> Status:
    """The status the words around a trigger tell; held where they say nothing else."""
    behind = trigger.start, trigger, high, tail
    if _is_off(
        names, max(low, _joins(names, trigger, names.document.sentence_at(trigger.start), tail)), trigger, high, tail
    ):
        return "cancelled"
    if trigger.verb and trigger.verb.passive:
        return "planned"  # "atteso da"
    form = tense(names, trigger)
    if form == "past":
        return "held"
    if form == "future" or (trigger.verb and plain_future(names, trigger)):
        return "planned"
    if trigger.noun and (_was_held(names, trigger, low) or _agreed_in(names, trigger, low)):
        return "held"
    if trigger.noun and _before(names, "preparing", low, trigger, trigger.start):
        return "planned"
    if _tied(names, "ongoing", low, trigger):
        return "ongoing"
    if begun := _from(names, "ongoing", *behind):
        before = names.folded[trigger.start : begun.start()]
        return "planned" if trigger.noun and names.index.future_before.search(before) else "ongoing"
    if postponed(names, trigger, low, high, tail) is not None:
        return "planned"
    if _before(names, "was_planned", low, trigger, trigger.end):
        return "held"
    if trigger.noun and _from(names, "happened", *behind):
        return "held"
    if (
        eve(names, trigger)
        or _before(names, "upcoming", low, trigger, trigger.start)
        or _verb_ahead(names, trigger, low)
    ):
        return "planned"
    if _tied(names, "planned", low, trigger) or _from(names, "planned_after" if trigger.noun else "planned", *behind):
        return "planned"
    if trigger.verb and _future(names, trigger):
        return "planned"
    return "held"


def tense(names: Names, trigger: Trigger) -> Literal["past", "future", "open"]:
    """What the form of a verb says by itself: “met”, “era stato ricevuto”, “vedrà”; open for all that needs more."""
    if trigger.verb is None:
        return "open"
    at = names.document.token_index(trigger.start)
    seeing = _seen_by(names, at)
    return tense_at(names, at if seeing is None else seeing)


def _seen_by(names: Names, at: int) -> int | None:
    """ "Hanno visto Rossi incontrare Bianchi", "hanno mandato Rossi a vederlo": the verb whose tense holds."""
    status, tokens = names.index.words.status, names.document.tokens
    if not status.infinitive_endings or not names.accented(tokens[at]).endswith(status.infinitive_endings):
        return None
    sentence = names.document.sentence_at(tokens[at].start)
    seen = names.before(tokens[at].start, sentence.start, 6)
    if not seen or not seen[0].person or names.oblique(seen[0]):
        return None
    between = names.document.tokens_in(seen[-1].end, tokens[at].start)
    verbs = status.seeing if not between else status.sending if between[-1].lower in status.sent_to else ()
    first = names.document.token_index(seen[0].start)
    for back in range(first - 1, max(first - _SEEING, -1), -1):
        token = tokens[back]
        if token.lower in verbs:
            return back
        if token.start not in names.in_dates and token.lower not in names.index.titles:
            return None
    return None


def tense_at(names: Names, at: int) -> Literal["past", "future", "open"]:
    """The same of any verb, by the index of its token."""
    document, status = names.document, names.index.words.status
    token, word = document.tokens[at], names.accented(document.tokens[at])
    before = verb_group(names, at)
    if names.tells("past_before", max(token.start - 24, 0), token.start) and _infinitive(names, token):
        return "past"  # "is the first to speak with", "è tornato a parlare con"
    if status.future_endings:  # the endings of verbs tell their tense
        if word.endswith(status.future_endings):
            return "future"
        if word.endswith(status.participle_endings):
            return _auxiliary(names, before)
        return "past" if word.endswith(status.past_endings) else "open"
    if word in (token.lemma, f"{token.lemma}s", f"{token.lemma}es") or word.endswith("ing"):
        return "open"
    return _auxiliary(names, before) if before else "past"


def passive(names: Names, trigger: Trigger) -> bool:
    """Whether a verb is a passive: "was received", not "is receiving"."""
    speech = names.lexicon.words[names.document.language].speech
    before = names.document.tokens_in(max(trigger.start - 16, 0), trigger.start)[-1:]
    gerund = names.folded[trigger.start : trigger.end].endswith(speech.gerunds or "\n")
    return bool(before) and not gerund and before[0].text.lower() in speech.passive


def behind_clause(names: Names, trigger: Trigger, low: int) -> int | None:
    """Where "after", "dopo" opens the clause of a verb that has no subject of its own: "after having spoken"."""
    document = names.document
    index, at = names.index, document.token_index(trigger.start)
    for back in range(at - 1, max(at - 5, -1), -1):
        token = document.tokens[back]
        if token.start < low:
            return None
        if token.lower in index.words.status.parting or (token.lower in index.clause_openers):
            bare = all(
                t.lower in index.nonfinite or t.lower in index.words.link.adverbs
                for t in document.tokens[back + 1 : at]
            )
            own = document.tokens[at].lower.endswith("ing") or at - back > 1
            return token.start if bare and own else None
    return None


def behind_plan(names: Names, trigger: Trigger, sentence: Sentence) -> bool:
    """ "Smith wants to see Jones after having spoken to Brown": what comes before a plan is ahead itself."""
    opener = behind_clause(names, trigger, sentence.start) if trigger.verb else None
    if opener is None:
        return False
    index = names.index
    found = (_last(names, field, sentence.start, opener) for field in ("possible", "plain_future"))
    if any(m and not _told_of_past(names, sentence, m.start(), opener) for m in found):
        return True
    endings = index.words.status.future_endings
    words = names.document.tokens_in(sentence.start, opener) if endings else ()
    return any(len(t.text) > 3 and names.accented(t).endswith(endings) for t in words)


def _told_of_past(names: Names, sentence: Sentence, at: int, opener: int) -> bool:
    """ "Smith raised the prospect of a deal while meeting Jones": the clause before "while" is one of the past.

    `at`: where a word stands that looks ahead, in it or in words that are quoted.
    """
    tokens = names.document.tokens_in(opener, opener + 12)
    meanwhile = bool(tokens) and tokens[0].lower in names.index.words.status.meanwhile
    if not meanwhile or names.index.words.status.future_endings:
        return False
    marks = [t.start for t in names.document.tokens_in(sentence.start, opener) if t.text in QUOTES]
    quoted = sum(mark < at for mark in marks) % 2 == 1
    before = [s for s in names.within(sentence.start, opener) if s.person and (quoted or s.end < at)]
    verb = names.document.tokens_in(before[-1].end, opener)[:1] if before else ()
    said = [s for s in before if quoted and s.start > at]
    verb = names.document.tokens_in(said[0].end, opener)[:1] if said else verb
    if not verb or verb[0].start == at or not verb[0].text[0].isalpha():
        return False
    return verb[0].lower not in names.index.verb_group and (
        tense_at(names, names.document.token_index(verb[0].start)) == "past"
    )


def _infinitive(names: Names, token: Token) -> bool:
    endings = names.index.words.status.infinitive_endings
    return names.accented(token).endswith(endings) if endings else token.lower == token.lemma


def _agreed_in(names: Names, trigger: Trigger, low: int) -> bool:
    """ "Agreed to halt the attacks in a phone call": what is ahead was agreed in it, unless it is to talk."""
    words = names.folded[max(low, trigger.start - 30) : trigger.start]
    if trigger.kind != "call" or not (names.index.during.search(words) and names.index.indefinite.search(words)):
        return False
    verbs = names.index.words.verbs
    found = [
        m for m in names.all("planned", low, trigger.start) if m.group().split()[-1] in names.index.infinitive_openers
    ]
    decided = names.document.tokens_in(found[-1].start(), trigger.start) if found else []
    talk = (*verbs.discussing, *verbs.sharing, *verbs.sharing_with)
    if len(decided) < 3 or decided[0].lemma not in verbs.deciding or decided[2].lemma in talk:
        return False
    return tense_at(names, names.document.token_index(decided[0].start)) == "past"


def _was_held(names: Names, trigger: Trigger, low: int) -> bool:
    """ "Held talks", "hanno avuto un lungo colloquio": a verb of holding in a past form, right before the noun."""
    status = names.index.words.status
    tokens = names.document.tokens_in(max(low, trigger.start - 60), trigger.start)[-6:]
    ahead = names.may("planned", max(low, trigger.start - 60), trigger.start)
    for token in reversed(tokens):
        if names.clause_ends_at(token) or token.text in (",", ";", ":"):
            return False
        if token.lemma in status.holding and token.lower != "'s":  # of "Wednesday's talks"
            at = names.document.token_index(token.start)
            if status.future_endings and not names.accented(token).endswith(status.participle_endings):
                return names.accented(token).endswith(status.past_endings)
            if not status.future_endings and token.lower in (token.lemma, f"{token.lemma}s", f"{token.lemma}es"):
                return False
            before = verb_group(names, at)
            bare = not before and not status.future_endings
            return bare or _auxiliary(names, before) == "past"
        other = {token.lower, token.lemma} & names.index.speech
        planned = ahead and names.search("planned", token.start, token.end)
        if other or planned or token.lower.endswith(status.plan_endings):
            return False
    return False


def verb_group(names: Names, at: int) -> list[str]:
    """The auxiliaries right before a verb, with the adverbs among them: “has also”, “si è poi”."""
    index, out = names.index, []
    for token in reversed(names.document.tokens[max(at - 5, 0) : at]):
        word = names.accented(token)
        if word in index.verb_group:
            out.append(word)
        elif word not in index.adverbs:
            break
    return out


def _auxiliary(names: Names, before: list[str]) -> Literal["past", "future", "open"]:
    """The tense of a participle by the auxiliaries before it, the nearest first."""
    index = names.index
    if not index.conditional_auxiliaries.isdisjoint(before):
        return "open"
    if not index.future_auxiliaries.isdisjoint(before):
        return "future"
    return "past" if before else "open"


def _verb_ahead(names: Names, trigger: Trigger, low: int) -> bool:
    """“farà tappa a Roma per colloqui”, “Smith to visit Rome for talks”: a verb in the future before a noun."""
    endings = names.index.words.status.future_endings
    if trigger.noun is None:
        return False
    if not endings:
        return _headline_ahead(names, trigger)
    for token in reversed(names.document.tokens_in(max(low, trigger.start - _BACK), trigger.start)):
        if names.clause_ends_at(token) or token.text in (",", ";", ":"):
            return False
        if len(token.text) > 3 and names.accented(token).endswith(endings):
            return True
    return False


def _headline_ahead(names: Names, trigger: Trigger) -> bool:
    """Whether “to” stands right behind a name, in the clause of a noun: “Smith to visit Rome for talks”."""
    low = max(names.document.sentence_at(trigger.start).start, trigger.start - _BACK)
    if names.index.purpose.isdisjoint(names.words_in(low, trigger.start)):
        return False
    for token in reversed(names.document.tokens_in(low, trigger.start)):
        if names.clause_ends_at(token) or token.text in (",", ";", ":"):
            return False
        if token.lower in names.index.purpose and names.slot_ends(token.start - 1):
            return True
    return False


def planned_then(names: Names, trigger: Trigger, low: int) -> bool:
    """ "They were to meet": a plan seen from later, which does not say whether it came about."""
    planned = trigger.verb is not None and _before(names, "was_planned", low, trigger, trigger.end)
    return planned and _future(names, trigger)


def present(names: Names, trigger: Trigger) -> bool:
    """ "Smith meets Jones", "Rossi vede Bianchi": a finite form of the present, which looks ahead beside a weekday."""
    if trigger.verb is None or trigger.verb.bare:
        return False
    words, speech = names.index.words.status, names.lexicon.words[names.document.language].speech
    token = names.document.tokens[names.document.token_index(trigger.start)]
    if verb_group(names, names.document.token_index(trigger.start)):
        return False
    if not words.future_endings:
        if token.lower in (f"{token.lemma}s", f"{token.lemma}es"):
            return True
        return token.lower == token.lemma and _of_several(names, trigger.start)
    others = (*words.future_endings, *words.past_endings, *words.participle_endings, *words.infinitive_endings)
    return not names.accented(token).endswith((*others, *speech.gerunds))


def _of_several(names: Names, at: int) -> bool:
    """ "Smith and Jones meet": two names joined right before a bare form, which makes it one of the present."""
    before = names.before(at, names.document.sentence_at(at).start, 0)
    return len({a for s in before for a in s.actors}) > 1


def plain_future(names: Names, trigger: Trigger) -> bool:
    """ "Will meet", "is to meet": the future stands right before the verb, whatever else is going on."""
    before = names.folded[max(trigger.start - 16, 0) : trigger.start]
    return bool(names.index.plain_future.search(before)) and not names.index.past_before.search(before)


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
    if word.endswith(names.lexicon.words[names.document.language].speech.gerunds) and status.future_endings:
        last = names.document.tokens_in(max(trigger.start - 20, 0), trigger.start)[-1:]
        return bool(last) and names.accented(last[0]).endswith(status.future_endings)  # "inizieremo chiamando Rossi"
    if status.infinitive_endings and names.folded[trigger.start : trigger.end].endswith(status.infinitive_endings):
        return not names.index.past_before.search(before)
    return bool(names.index.future_before.search(before)) and not names.index.past_before.search(before)
