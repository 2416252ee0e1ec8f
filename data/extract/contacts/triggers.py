"""Words that may name a contact: its nouns and verbs, each where it stands.

Lives here: `Trigger` and `find_triggers`. Must not live here: who took part, when or whether it took place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from data.document import Token
from data.extract.contacts.names import Names
from data.lexicon import load_lemmas
from data.lexicon.types import ContactNoun, ContactVerb
from data.span import fold, longest

_OPENING_MARK = re.compile(r"(?<!\w)'(?=\w)")
_CLOSING_MARK = re.compile(r"'(?!\w)")
_TOOK_PLACE = 24  # characters behind "the last" within which words must say that it took place
_SEEN = 90  # characters behind "saw" within which stands who was seen
_CLAUSE = 160  # characters behind a verb within which "by phone" may stand, past those it names
_TIGHT = 3  # tokens between two triggers of one phrase: "hold a call"


class Trigger(NamedTuple):
    """A noun or verb of contact at its place."""

    start: int
    end: int
    noun: ContactNoun | None
    verb: ContactVerb | None
    plural: bool
    pronoun: bool = False
    further: tuple[ContactVerb, ...] = ()  # other readings of the verb
    goes_on: int = 0  # where those are named with whom the verb or noun before goes on: "and to"

    @property
    def kind(self) -> Literal["call", "meeting"]:
        entry = self.noun or self.verb
        assert entry is not None
        return entry.kind

    @property
    def states(self) -> bool:
        """Whether the noun, between states, means negotiations."""
        return self.noun is not None and self.noun.states

    @property
    def loose(self) -> bool:
        entry = self.noun or self.verb
        assert entry is not None
        return entry.loose


def find_triggers(names: Names, dates_at: Collection[int] = ()) -> list[Trigger]:
    """The names of an article, and where its dates begin → its nouns and verbs of contact, in text order."""
    nouns = _nouns(names, dates_at)
    others = [i for i, low in enumerate(names.document.lowers) if low in names.index.not_nouns]
    found = sorted([*nouns, *_verbs(names, nouns, others)], key=lambda t: (t.start, t.end))
    return sorted([*found, *_pronouns(names, found, others)], key=lambda t: (t.start, t.end))


def _nouns(names: Names, dates_at: Collection[int]) -> list[Trigger]:
    rows = []
    for start, end, entries in names.index.nouns.find(names.folded):
        noun, plural = entries[0]
        if not _is_noun(names, noun, start, end, dates_at):
            continue
        verb = names.index.participles.get(names.folded[start:end])
        if verb and (_governs(names, start, end) or _goes_on(names, start, end, dates_at)):
            rows.append(Trigger(start, end, None, verb, False))
        else:
            rows.append(Trigger(start, end, noun, None, plural))
    return longest(rows)


def _governs(names: Names, start: int, end: int) -> bool:
    """ "Meeting Jones in Rome": a name follows right away, and no article stands before."""
    slots = names.within(end, end + 60)
    if not slots or not slots[0].person or not names.clean(end, slots[0].start, 4):
        return False
    if names.folded.startswith(",", end):
        return False  # "after the long meeting, the envoy Jones said"
    before = names.document.tokens[max(names.document.token_index(start) - 1, 0)]
    if before.start < start and (before.lower in names.index.articles or before.text == "-"):
        return False
    if _held_with(names, slots[0].end):
        return False  # "the results of the meeting Smith held with Jones"
    return names.odd_words(end, slots[0].start) == 0 and not names.oblique(slots[0])


def _held_with(names: Names, at: int) -> bool:
    """Whether a verb of holding follows right away, and "with" behind it."""
    verb = next(iter(names.document.tokens_in(at, at + 20)), None)
    if verb is None or not {verb.lemma, verb.lower} & names.index.light:
        return False
    return names.index.with_.match(names.folded, verb.end + 1) is not None


def _goes_on(names: Names, start: int, end: int, dates_at: Collection[int]) -> bool:
    """ "They are meeting in Rome": a form of "be" right before, and no object but a place or day behind."""
    at = names.document.token_index(start)
    before = [t for t in names.document.tokens[max(at - 3, 0) : at] if t.lower not in names.index.adverbs]
    be = names.lexicon.words[names.document.language].speech.passive
    if not before or before[-1].text.lower() not in be:
        return False
    behind = names.document.tokens_in(end, end + 24)[:1]
    if not behind or not behind[0].text[0].isalnum() or behind[0].start in dates_at:
        return True
    return behind[0].lower in names.index.circumstances


def _is_noun(names: Names, noun: ContactNoun, start: int, end: int, dates_at: Collection[int]) -> bool:
    """Whether the word is the noun here: not "a call for help", not the adjective "bilateral"."""
    at = names.document.token_index(start)
    if names.accented(names.document.tokens[at]).endswith(names.index.words.status.past_endings or "\n"):
        return False  # "incontrò"
    before = names.document.tokens[max(at - 2, 0) : at]
    if before and before[-1].lower in names.index.verb_before and names.folded[start:end] in names.index.forms:
        return False  # "to visit", "they visit"
    following = names.folded[end : end + 24].lstrip()
    other = names.index.not_before[noun.words[0]].match(following)
    if other and not any(end + 1 + other.end() + gap in dates_at for gap in (1, 5)):  # "a call on (the) 3rd of May"
        if _relative(names, at, end) or (noun.process and before and before[-1].lower in names.index.openers):
            return True
        to = names.index.to.match(following)
        return to is not None and _directed(names, start)
    if before and before[-1].lower in noun.not_after:
        return False
    mark = before[-1].start if before and before[-1].text in ("'", "’") else None
    if mark is not None and not names.slot_ends(mark) and not _closes_quote(names, mark):
        return False  # "the foreign ministers' meeting"
    if names.tells("margin", max(start - 40, 0), start):
        tie = names.folded[end : end + 60]
        return bool(names.index.between.search(tie) or names.index.with_.search(tie))  # "a margine del vertice"
    if noun.article:
        led = bool(before) and (
            before[-1].lower in names.index.articles or before[-1].lower in names.index.prepositions
        )
        return led or _stands_alone(names, start, end)
    return True


def _relative(names: Names, at: int, end: int) -> bool:
    """ "The call that Smith had with Jones": an article before it, and a name right behind "that"."""
    behind = names.document.tokens_in(end, end + 12)[:1]
    if not behind or behind[0].lower not in names.index.relatives or not names.at_person(behind[0].end + 1):
        return False
    return any(t.lower in names.index.articles for t in names.document.tokens[max(at - 3, 0) : at])


def _stands_alone(names: Names, start: int, end: int) -> bool:
    """ "Oggi a Roma bilaterale tra Rossi e Bianchi": no noun before it that it describes, and people right behind."""
    tied = names.index.between.match(names.folded, end + 1) or names.index.with_.match(names.folded, end + 1)
    if not (tied or names.at_name(end + 1)):
        return False
    low = names.document.sentence_at(start).start
    before = names.document.tokens_in(low, start)[-1:]
    if not before or not before[0].text[0].isalnum():
        return True
    return tied is not None and (before[0].start in names.in_dates or names.place_ends(before[0].end))


def _closes_quote(names: Names, at: int) -> bool:
    """Whether a mark closes words quoted right before it: "a 'frank and open' call", not "the ministers' call"."""
    opening = [m.end() for m in _OPENING_MARK.finditer(names.folded, names.document.sentence_at(at).start, at)]
    return bool(opening) and not _CLOSING_MARK.search(names.folded, opening[-1], at)


def _directed(names: Names, start: int) -> bool:
    """ "Placed a call to": a verb that makes a call, within the four words before."""
    at = names.document.token_index(start)
    return any(t.lemma in names.index.directed or t.lower in names.index.directed
               for t in names.document.tokens[max(at - 4, 0) : at])  # fmt: skip


def _verbs(names: Names, nouns: list[Trigger], others: list[int]) -> Iterator[Trigger]:
    index, starts = names.index, [n.start for n in nouns]
    told = -1  # the last sentence with a verb of contact
    lemmas = load_lemmas(names.document.language)
    for token in _maybe_verbs(names, others):
        word = names.accented(token)
        lemma = token.lemma if word == token.text.lower() else fold(lemmas.get(word, word))
        verbs = (*index.forms.get(token.lower, ()), *index.verbs.get(lemma, ()))
        if not verbs:
            continue
        at = bisect_right(starts, token.start) - 1
        if (at >= 0 and nouns[at].end > token.start) or _names_something(names, token):
            continue
        end = token.end + (word != token.text.lower())
        fitting = [v for v in verbs if not v.not_before or _first_word(names, end) not in v.not_before]
        fitting = [v for v in fitting if not v.needs or _beside(names, token, v.needs)]
        fitting = [v for v in fitting if not v.passive or v.trip or _by_somebody(names, end)]
        if fitting and fitting[0].unless and (_sees_doing(names, end) or _day_sees(names, token, end)):
            continue
        sentence = names.document.sentence_index(token.start)
        if fitting and fitting[0].bare and sentence == told:
            continue
        if fitting:
            told = sentence
            yield Trigger(token.start, end, None, fitting[0], False, further=tuple(fitting[1:]))


def _first_word(names: Names, at: int) -> str:
    """The word right behind a verb, without marks; none if there is none."""
    return next((w.strip("'.,;:!?)”»") for w in names.folded[at : at + 16].split()), "")


def _by_somebody(names: Names, at: int) -> bool:
    """ "Atteso a Roma da Rossi": an agent behind a passive, in its own clause."""
    by = names.search("by", at, at + 50)
    return by is not None and not any(
        t.text == "," or names.clause_ends_at(t) for t in names.document.tokens_in(at, by.start())
    )


def _sees_doing(names: Names, at: int) -> bool:
    """ "Hanno visto Rossi dialogare con Bianchi": what somebody is seen doing stands right behind his name."""
    endings = names.index.words.status.infinitive_endings
    slots = names.within(at, at + _SEEN) if endings else []
    seen = names.after(slots[0].start, at + _SEEN, 0, odd=0) if slots and slots[0].person else []
    if not seen or not names.clean(at, seen[0].start, 8) or names.oblique(seen[0], at):
        return False
    behind = [
        t for t in names.document.tokens_in(seen[-1].end, seen[-1].end + 24) if t.lower not in names.index.adverbs
    ]
    return bool(behind) and behind[0].text[0].islower() and names.accented(behind[0]).endswith(endings)


def _day_sees(names: Names, token: Token, end: int) -> bool:
    """ "Monday also saw a meeting between A and B": a day right before, and behind an article no name."""
    at = names.document.token_index(token.start)
    small = names.index.adverbs | names.index.past_auxiliaries | names.index.future_auxiliaries
    before = next((t for t in reversed(names.document.tokens[max(at - 4, 0) : at]) if t.lower not in small), None)
    if before is None or before.start not in names.in_dates:
        return False
    behind = names.document.tokens_in(end, end + 16)[:1]
    seen = names.within(end, end + _SEEN)
    article = bool(behind) and behind[0].lower in names.index.articles
    person = seen and names.odd_words(end, seen[0].start) == 0 and names.folded[seen[0].end : seen[0].end + 1] != "-"
    return article and not person


def _maybe_verbs(names: Names, others: list[int]) -> list[Token]:
    """The words that are verbs of contact as they stand, or may be with an apostrophe read as an accent.

    `others`: where forms of such verbs stand, and pronouns.
    """
    forms, verbs, document = names.index.forms, names.index.verbs, names.document
    found = {i for i in others if document.lowers[i] in forms}
    if verbs:
        found.update(i for i, lemma in enumerate(document.lemmas) if lemma in verbs)
    found.update(i for at in names.accents if (i := document.first_token(at) - 1) >= 0)
    return [document.tokens[i] for i in sorted(found)]


def _names_something(names: Names, token: Token) -> bool:
    """Whether a word that may be a verb or a noun has an article right before it: "the talks"."""
    if token.lower not in names.index.noun_words or names.accented(token) != token.lower:
        return False
    before = names.document.tokens[max(names.document.token_index(token.start) - 1, 0)]
    if before.lower in names.index.verb_before:
        return False
    verb_of_call = any(v.then or v.needs for v in names.index.forms.get(token.lower, ()))
    return not verb_of_call or before.lower in names.index.articles


def _beside(names: Names, token: Token, needs: Collection[str]) -> bool:
    """Whether one of the words that a verb needs to be one of contact stands in its clause."""
    sentence = names.document.sentence_at(token.start)
    high = min(sentence.end, token.end + _CLAUSE)
    mark = names.folded.find(";", token.end, high)
    clause = names.folded[max(sentence.start, token.start - 40) : high if mark < 0 else mark]
    return any(fold(need) in clause for need in needs)


def _pronouns(names: Names, found: list[Trigger], others: list[int]) -> Iterator[Trigger]:
    """ "Quello di Anchorage tra …", "the one in Budapest between …": a pronoun for the noun before it."""
    starts, document = [t.start for t in found], names.document
    yield from _earlier_ones(names, found, others)
    wanted = names.index.pronouns | names.index.pronouns_with
    for i in [i for i in others if document.lowers[i] in wanted]:
        token = document.tokens[i]
        each = token.lower in names.index.pronouns_with
        if not token.text[0].islower() or "-" in names.folded[max(token.start - 1, 0) : token.end + 1]:
            continue
        if each and not names.index.with_.match(names.folded, token.end + 1):
            continue
        if not each and not (names.search("between", token.end, token.end + 50) or _one_then(names, i)):
            continue
        sentence = document.sentence_at(token.start)
        for which in range(bisect_right(starts, token.start) - 1, -1, -1):
            if found[which].start < sentence.start:
                break
            if found[which].noun and found[which].plural >= each:
                yield Trigger(token.start, token.end, found[which].noun, None, each, pronoun=True)
                break


def _one_then(names: Names, at: int) -> bool:
    """ "Following one in May": behind a word of what came before, and with its day or place."""
    before, after = names.document.tokens[max(at - 1, 0)], names.document.tokens[at + 1 : at + 3]
    if len(after) < 2 or before.lower not in names.index.words.status.parting:
        return False
    there = after[1].start in names.in_dates or after[1].start in names.places_at
    return after[0].lower in names.index.words.link.place and there


def _earlier_ones(names: Names, found: list[Trigger], others: list[int]) -> Iterator[Trigger]:
    """ "It was their third call; the last took place on 3 May": the adjective for the noun before it, in a sentence."""
    starts, document = [t.start for t in found], names.document
    for i in [i for i in others if document.lowers[i] in names.index.pronouns_earlier]:
        token, sentence = document.tokens[i], document.sentence_at(document.tokens[i].start)
        at = bisect_right(starts, token.start) - 1
        if not i or at < 0 or found[at].start < sentence.start or not found[at].noun:
            continue
        behind = names.search("happened", token.end, min(token.end + _TOOK_PLACE, sentence.end))
        if document.tokens[i - 1].lower not in names.index.articles or behind is None:
            continue
        words = [t for t in document.tokens_in(token.end, behind.start()) if t.lower not in names.index.auxiliaries]
        if len(words) <= 1 and all(t.lower in names.index.words.link.one for t in words):
            yield Trigger(token.start, token.end, found[at].noun, None, False, pronoun=True)


def tight(names: Names, one: Trigger, two: Trigger) -> bool:
    """Whether two triggers stand in one phrase, so that what is said of the first holds of the second."""
    tokens = names.document.tokens_in(one.end, two.start)
    return len(tokens) <= _TIGHT and not names.breaks(tokens) and not names.within(one.end, two.start)
