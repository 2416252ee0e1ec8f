"""Who took part in a contact, as the words around its noun or verb arrange them.

Lives here: `Who` and `WhoReader`, one method for each way of naming those who took part. Must not live here: days,
places, whether it took place, or any word list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from data.document import Sentence, Token
from data.extract import contact_status as status
from data.extract.contact_names import QUOTES, STOPS, Names, Slot
from data.extract.contact_triggers import Trigger
from data.extract.finds import Quote
from data.lexicon.types import ContactVerb

_NEXT = 400  # characters within which the next sentence goes on about whoever acted
_REACH = 10  # words between the subjects of a verb and the verb: "agreed during a long call to"
_TOLD_WORDS = 14  # between those who spoke and "in a call"
_CIRCUMSTANCES = 6  # phrases of time and place between a verb and its object
_AFTER_OBJECT = ",.;:!?)-"  # marks after an object that leave the sense of its verb open


class Who(NamedTuple):
    """Who took part: those who act, those they act with, those who mediate; `party`: one of these may have acted."""

    rule: str
    subjects: tuple[Slot, ...] = ()
    others: tuple[Slot, ...] = ()
    mediators: tuple[Slot, ...] = ()
    party: tuple[str, ...] = ()

    def end(self, at: int) -> int:
        """Where the last of those named with the contact behind `at` ends; `at` if nobody is."""
        return max((s.end for s in (*self.others, *self.mediators) if s.start >= at), default=at)


def _actors(slots: Sequence[Slot]) -> set[str]:
    return {a for s in slots for a in s.actors}


class WhoReader:
    """Reads who took part, trigger by trigger; within one sentence a name used up as object is no subject later."""

    def __init__(self, names: Names, quotes: Sequence[Quote], dates_at: Mapping[int, int]) -> None:
        self.dates_at = dates_at  # where dates begin and end
        self.bounds = {**names.places_at, **dates_at}  # the same with places
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.quotes = sorted((q for q in quotes if q.form == "direct"), key=lambda q: q.start)
        self._quote_starts = [q.start for q in self.quotes]
        self.used: set[tuple[int, int]] = set()
        self._acting: Slot | None = None  # who alone acts in the contact told last
        self._parties: list[frozenset[Slot]] = []  # those of the contacts told before in the sentence

    def begin(self) -> None:
        """A new sentence."""
        self.used, self._parties = set(), []

    def read(self, trigger: Trigger, sentence: Sentence, low: int, high: int) -> Who:
        """Who took part, and the rule that says so; nobody for a contact told again.

        `low` and `high` are where the contacts before and after it stand.
        """
        if trigger.verb:
            who = self._verb(trigger, trigger.verb, sentence, high)
        else:
            who = self._noun(trigger, sentence, low, high)
        if len(who.subjects) == 1 and who.subjects[0].person and len(who.subjects[0].actors) == 1:
            self._acting = who.subjects[0]
        party = frozenset((*who.subjects, *who.others))
        if len(_actors(tuple(party))) > 1:
            self._parties.append(party)
        return who

    def _noun(self, trigger: Trigger, sentence: Sentence, low: int, high: int) -> Who:
        assert trigger.noun is not None
        return (
            self._between(trigger, sentence, high)
            or self._between_first(trigger, sentence)
            or self._compound(trigger, sentence)
            or self._relative(trigger, sentence)
            or (None if trigger.noun.visit else self._with(trigger, sentence, high))
            or self._directed(trigger, sentence)
            or (self._visit(trigger, sentence, high) if trigger.noun.visit else None)
            or self._held_by(trigger, sentence, low)
            or self._gathered(trigger, sentence, low)
            or self._theirs(trigger, sentence)
            or self._scene(trigger, sentence)
            or self._told(trigger, sentence, low)
            or self._headed(trigger, sentence)
            or Who("contact-again")
        )

    # -- nouns -----------------------------------------------------------------------------------------
    def _between(self, trigger: Trigger, sentence: Sentence, high: int) -> Who | None:
        """ "A call between A and B"."""
        end = min(trigger.end + 110, high)
        between = self.names.search("between", trigger.end, end)
        if between is None and trigger.noun and (trigger.noun.process or trigger.noun.states):
            between = self.index.involving.match(self.folded, trigger.end + 1)
        with_ = self.names.search("with_", trigger.end, min(trigger.end + 80, high))
        if between is None or (with_ and with_.start() < between.start()):
            return None
        behind = self.document.tokens_in(between.end(), between.end() + 14)[:2]
        if any(t.lower in self.index.relatives for t in behind):
            return None  # "several meetings, among which those with A"
        if self.index.of.fullmatch(between.group()) and between.start() > trigger.end + 1:
            return None  # "a meeting of A and B", not "a meeting with the minister of A"
        gap = self.folded[trigger.end : between.start()]
        told = self.index.happened.search(gap) and self.names.clean(trigger.end, between.start(), 14)
        if not told and not self.names.no_verb(trigger.end, between.start()):
            return None
        if any(t.lower in self.index.other_between for t in self.document.tokens_in(trigger.end, between.start())):
            return None
        at = self.names.skip_owners(between.end(), sentence.end)
        slots = self.names.after(at, high if high > at else sentence.end, odd=2, several=True)
        if slots and (self._governed(at, slots[0]) or self._of_others(between.group(), at, slots[0])):
            return None
        while slots and len(slots) > 1 and self.names.state(slots[0]) and slots[-1].person:
            slots = self.names.after(slots[0].end, sentence.end)  # "the US and Russian presidents, A and B"
        if sum(len(s.actors) for s in slots) < 2:
            unnamed = bool(slots) and self.index.joined.match(self.folded[slots[-1].end : sentence.end].lstrip())
            return Who("contact-between", others=tuple(slots)) if unnamed and slots[0].person else None
        if trigger.loose and trigger.kind == "call" and all(self.names.state(s) for s in slots) and not trigger.states:
            return Who("contact-none")  # "the dialogue between Moscow and Kyiv"
        return Who("contact-between", others=tuple(slots), mediators=self._mediators(trigger, sentence))

    def _of_others(self, tie: str, at: int, first: Slot) -> bool:
        """ "At the meeting of the cabinet, A and B …": of somebody else, before the comma of another clause."""
        comma = self.folded.find(",", at, first.start)
        if comma < 0 or not self.index.of.fullmatch(tie):
            return False
        small = self.index.titles | self.index.prepositions | self.index.articles
        return any(t.lower not in small and not t.text[0].isupper() for t in self.document.tokens_in(at, comma))

    def _between_first(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Tra A e B c'è stata una telefonata": the words stand first in the clause."""
        for match in self.names.all("between", sentence.start, trigger.start):
            if self.folded[sentence.start : match.start()].strip()[-1:] not in ("", ",", ";", ":"):
                continue
            slots = self.names.after(match.end(), trigger.start, odd=2)
            if sum(len(s.actors) for s in slots) >= 2 and self.names.clean(slots[-1].end, trigger.start, 9):
                return Who("contact-between", others=tuple(slots))
        return None

    def _compound(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """Names joined by hyphens right before ("the A-B call") or right after ("incontro A-B") the noun."""
        for pair in (
            self.names.before(trigger.start, sentence.start, 2),
            self._bare(self.names.after(trigger.end, sentence.end, 1), trigger),
        ):
            if len(pair) >= 2 and self.names.hyphenated(pair):
                if trigger.loose and trigger.kind == "call" and all(map(self.names.state, pair)):
                    return Who("contact-none")  # "the Moscow-Kyiv dialogue"
                return Who("contact-compound", others=tuple(pair), mediators=self._mediators(trigger, sentence))
        return (
            self._listed_first(trigger, sentence) or self._single(trigger, sentence) or self._group(trigger, sentence)
        )

    def _single(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Smith spoke to Brown after the Jones call": the name of one leader before the noun, met by the subject."""
        if self.document.language == "it" or trigger.plural or (trigger.noun and trigger.noun.visit):
            return None
        near = [s for s in self.names.within(trigger.start - 40, trigger.start) if s.end == trigger.start - 1]
        if not near or not near[0].person or near[0].pronoun or not all(map(self.names.leads, near[0].actors)):
            return None
        taken = self.used | {(near[0].start, near[0].end)}
        subject = self.names.subject(near[0].start, sentence, taken, noun=False)
        own = {self.names.country(a) for a in near[0].actors}
        met = [s for s in subject if s.person and not own & {self.names.country(a) for a in s.actors}]
        return Who("contact-compound", tuple(met[:1]), (near[0],)) if met else None

    def _listed_first(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Smith, Jones call ends": two names joined by a comma open a headline, right before the noun."""
        pair = self.names.after(sentence.start, trigger.start, 0, odd=0, several=True)
        if len(pair) != 2 or len(_actors(pair)) != 2 or not self.names.headline(pair):
            return None
        close = not self.document.tokens_in(pair[-1].end, trigger.start)
        return Who("contact-compound", others=tuple(pair)) if close else None

    def _group(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A meeting of the A-B-C working group": the states whose body meets."""
        end = min(trigger.end + 80, sentence.end)
        group = self.names.search("groups", trigger.end, end)
        of = self.index.of.match(self.folded, trigger.end + 1) if group else None
        if not group or not of or not self.names.clean(trigger.end, group.start(), 6):
            return None
        states = [s for s in self.names.within(of.end(), min(group.end() + 60, sentence.end)) if self.names.state(s)]
        near = states and states[0].start - group.end() < 24 and self.names.hyphenated(states) and len(states) > 1
        return Who("contact-compound", others=tuple(states)) if near else None

    def _bare(self, pair: list[Slot], trigger: Trigger) -> list[Slot]:
        """Names without an article before them: "incontro segreto A-B", not "he calls the A-B deal"."""
        return [] if pair and self._article(trigger.end, pair[0].start) else pair

    def _relative(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "The meeting that A had with B", "l'incontro che A ha avuto con B", "the call A had with B"."""
        if trigger.noun is None or trigger.noun.visit:
            return None
        at = trigger.end
        after = [
            t for t in self.document.tokens_in(at, min(at + 60, sentence.end)) if t.start not in self.names.in_dates
        ]
        while after and after[0].lower in self.index.words.link.each:
            at, after = after[0].end, after[1:]
        if after and after[0].lower in self.index.relatives:
            at = after[0].end
        elif self.document.language == "it" or not after or not self.names.at_person(after[0].start):
            return None
        subjects = self.names.after(at, sentence.end, 8, odd=1)
        if not subjects or not all(s.person for s in subjects) or self.names.oblique(subjects[0], at):
            return None
        verbs = self.document.tokens_in(subjects[-1].end, min(subjects[-1].end + 40, sentence.end))[:4]
        verb = next((t for t in verbs if t.lemma in self.index.light or t.lower in self.index.light), None)
        tie = self.names.search("with_", verb.end, min(verb.end + 30, sentence.end)) if verb else None
        if verb is None or tie is None or not self.names.clean(verb.end, tie.start(), 4):
            return None
        others = self.names.after(tie.end(), sentence.end, odd=2)
        return Who("contact-with", tuple(subjects), tuple(others)) if others else None

    def _with(self, trigger: Trigger, sentence: Sentence, high: int) -> Who | None:
        """ "His meeting with B", "A had a call with B and C"."""
        with_ = self.names.search("with_", trigger.end, min(trigger.end + 80, high))
        if with_ is None or not self.names.clean(trigger.end, with_.start(), 8):
            return None
        if self.index.not_with.search(self.folded, trigger.end, with_.end()):
            return None  # "attended the meeting along with B"
        if sum(t.text == "," for t in self.document.tokens_in(trigger.end, with_.start())) == 1:
            return None  # "in the long call, A agreed with B"
        at = self.names.skip_owners(with_.end(), sentence.end)
        others = self.names.after(at, high if high > at else sentence.end, odd=2)
        if not others or self._governed(at, others[0]):
            return self._with_others(trigger, with_.start())
        others = self._led(others, sentence)
        self.used |= {(s.start, s.end) for s in others}
        if self.names.strange_owner(trigger.start):
            return Who("contact-with", (), tuple(others), self._mediators(trigger, sentence))
        owner = self._owner(trigger, others[0])
        subject = (
            owner
            or self._own_subject(trigger, sentence)
            or self._subject_after(trigger, others[-1], sentence, self._opens(trigger, sentence))
        )
        if len(_actors(subject)) > 1 and not owner and self._topic(trigger):
            subject = []  # "A and B discussed the summit with C": which of them met C, is not said
        subject = subject or self._goes_on(trigger, sentence)
        subject = subject if owner else self._by_office(trigger, sentence, subject, others)
        subjects = tuple(s for s in subject if not set(s.actors) <= _actors(others))
        party = tuple({a for p in self._parties for a in _actors(tuple(p))} - _actors(others)) if not subjects else ()
        return Who("contact-with", subjects, tuple(others), self._mediators(trigger, sentence), party)

    def _topic(self, trigger: Trigger) -> bool:
        """Whether a noun is what somebody speaks of: "discussed the summit with", "hanno parlato del vertice con"."""
        for token in reversed(self.document.tokens_in(max(trigger.start - 60, 0), trigger.start)[-8:]):
            if token.text in STOPS or self.names.clause_ends_at(token):
                return False
            if token.lemma in self.index.words.verbs.discussing:
                return True
        return False

    def _goes_on(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "A met B. A call with C is also planned": whoever acts in the contact told right before."""
        acting = self._acting
        if acting is None or not 0 < trigger.start - acting.end < _NEXT or self._parties or self._first_person(trigger):
            return []
        before = [s for s in self.names.within(sentence.start, trigger.start) if s.person]
        return [] if before or sentence.start <= acting.start else [acting]

    def _own_subject(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """Whoever acts, but for the whole party of another contact: "A and B spoke before a meeting with C"."""
        subject = self.names.subject(trigger.start, sentence, self.used, noun=True)
        if self.names.they(trigger.start, sentence, self.used) is not None:
            return subject
        gap = self.document.tokens_in(subject[-1].end, trigger.start) if subject else ()
        apart = bool(gap) and gap[0].text == "," and len(gap) <= 3 and any(t.lower in self.index.articles for t in gap)
        if apart and not any(t.lower in self.index.words.status.parting for t in gap):
            return []  # "A e B, la telefonata con C non piace", but "A, after a call with C"
        parties = [_actors(tuple(p)) for p in self._parties if p & set(subject)]
        whole = len(_actors(subject)) > 1 or any(self.names.oblique(s) for s in subject)
        return [] if whole and any(_actors(subject) <= party for party in parties) else subject

    def _with_others(self, trigger: Trigger, tie: int) -> Who | None:
        """ "A meeting with allies": those it was with are not known, and it is none told before."""
        before = self.folded[max(trigger.start - 30, 0) : trigger.start]
        close = len(self.document.tokens_in(trigger.end, tie)) <= 1
        return Who("contact-none") if close and self.index.indefinite.search(before) else None

    def _led(self, others: list[Slot], sentence: Sentence) -> list[Slot]:
        """ "With the Ukrainian delegation led by B": its head instead of the state."""
        last = others[-1]
        low = max(last.start - 24, sentence.start)  # "i negoziatori ucraini", "Ukrainian negotiators"
        delegates = self.names.search("delegates", low, min(last.end + 24, sentence.end))
        if last.person or delegates is None or not self.names.clean(delegates.end(), last.start, 1):
            return others
        led = self.index.leading.search(self.folded, max(last.end, delegates.end()), min(last.end + 40, sentence.end))
        by = self.index.by.match(self.folded, led.end(), min(led.end() + 30, sentence.end)) if led else None
        heads = [s for s in self.names.after(by.end(), sentence.end, 6) if s.person][:1] if by else []
        return [*others[:-1], *heads] if heads else others

    def _governed(self, at: int, slot: Slot) -> bool:
        """Whether further words of their own stand between "with" and the name: "with the author of a book on A"."""
        return self.names.odd_words(at, slot.start) >= 2 or any(
            t.lower in self.index.prepositions and self.names.odd_words(at, t.start) >= 1
            for t in self.document.tokens_in(at, slot.start)
        )

    def _owner(self, trigger: Trigger, before: Slot) -> list[Slot]:
        """ "The call of A with B", "la telefonata di A con B"."""
        start = trigger.end + (self.folded[trigger.end : trigger.end + 1] == " ")
        of = self.index.of.match(self.folded, start)
        found = self.names.after(of.end(), before.start, 6) if of else []
        return [s for s in found if s.person][:1]

    def _opens(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "During the call …": the words open the sentence."""
        start = self.folded[sentence.start : trigger.start]
        return bool(self.index.during.match(start)) and len(start.split()) <= 4

    def _subject_after(
        self, trigger: Trigger, last: Slot, sentence: Sentence, opening: bool = False
    ) -> list[Slot]:  # fmt: skip
        """ "Nell'incontro con A, B ha detto": the first name after the comma that no preposition governs.

        After words that open the sentence it needs no comma.
        """
        own = trigger.noun is not None and self._first_person(trigger)
        for slot in self.names.within(last.end, sentence.end)[:6]:
            gap = self.folded[last.end : slot.start]
            apart = opening or ("," in gap and '"' not in gap)  # not behind the words somebody speaks
            if slot.person and apart and not self.names.oblique(slot):
                return [] if not own and self._only_says(trigger, slot, last, sentence) else [slot]
        return []

    def _only_says(self, trigger: Trigger, slot: Slot, last: Slot, sentence: Sentence) -> bool:
        """ "There was a meeting with A, B said": whoever only tells of it, behind a clause that stands for itself."""
        words = self.names.lexicon.words[self.document.language]
        first = next((t.lower for t in self.document.tokens_in(sentence.start, last.start) if t.text[0].isalnum()), "")
        opens = (self.index.prepositions, self.index.breakers, self.index.gerund_before, words.contacts.status.parting)
        if any(first in some for some in opens) or first.endswith(words.speech.gerunds or "\n"):
            return False
        if self._behind_opener(trigger, sentence):
            return False
        if self.index.during.match(self.folded[sentence.start : last.start]):
            return False
        beside = (
            *self.document.tokens_in(slot.end, slot.end + 24)[:2],
            *self.document.tokens_in(self.folded.rfind(",", last.end, slot.start) + 1, slot.start),
        )
        return any({t.lower, t.lemma} & self.index.speech for t in beside)

    def _behind_opener(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "A day earlier, after a call with …", "shortly before meeting …": the words open no clause of their own."""
        openers = (*self.index.words.status.parting, *self.index.gerund_before, *self.index.words.link.during)
        before = self.document.tokens_in(max(trigger.start - 30, sentence.start), trigger.start)[-4:]
        for token in reversed(before):
            if token.lower in openers:
                return True
            if token.lower not in self.index.articles and token.lower not in self.index.words.link.his:
                return False
        return False

    def _directed(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A placed a call to B", "la telefonata di A a B"."""
        if trigger.kind != "call" or trigger.loose:
            return None
        start = trigger.end + (self.folded[trigger.end : trigger.end + 1] == " ")
        owner: list[Slot] = []
        of = self.index.of.match(self.folded, start)
        if of and self.index.to.match(self.folded, start) is None:
            owner = [s for s in self.names.after(of.end(), sentence.end, 6, odd=1) if s.person][:1]
            start = owner[0].end + 1 if owner else start
        to = self.index.to.match(self.folded, start)
        if to is None:
            return None
        others = [s for s in self.names.after(to.end(), sentence.end, 5, odd=0) if s.person]
        if not others:
            return None
        subject = owner or self.names.subject(trigger.start, sentence, self.used, noun=True)
        subjects = tuple(s for s in subject if s.person and not set(s.actors) <= _actors(others))
        if not subjects:
            return None
        self.used |= {(s.start, s.end) for s in others}
        return Who("contact-with", subjects, tuple(others))

    def _visit(self, trigger: Trigger, sentence: Sentence, high: int) -> Who:
        """ "The visit of A", "A's visit": whoever comes; the place may tell who receives."""
        visited = self._visited(trigger, sentence)
        if visited:
            subject = self.names.subject(trigger.start, sentence, self.used, noun=True)
            guests = tuple(s for s in subject if s.person and not set(s.actors) & _actors(visited))[:1]
            return Who("contact-visit", guests, tuple(visited))
        visitors = [s for s in self.names.within(trigger.end, high) if s.person and self.names.oblique(s)][:1]
        visitors = [s for s in visitors if self.names.clean(trigger.end, s.start, 14)]
        if close := self._before_visit(trigger, sentence):
            visitors = [close]
        if not visitors:
            subject = self.names.subject(trigger.start, sentence, self.used, noun=True)
            visitors = [s for s in subject if s.person][:1]
        return Who("contact-visit", subjects=tuple(visitors))

    def _before_visit(self, trigger: Trigger, sentence: Sentence) -> Slot | None:
        """ "Smith White House visit", "Smith's India trip": a name right before a visit, with the place between."""
        slots = [s for s in self.names.within(sentence.start, trigger.start) if s.person]
        if not slots or trigger.start - slots[-1].end > 40:
            return None
        at = slots[-1].end + (2 if self.names.owns(slots[-1]) else 0)
        place = next((self.names.places_at[t.start] for t in self.document.tokens_in(at, trigger.start)[:1]
                      if t.start in self.names.places_at), None)  # fmt: skip
        return slots[-1] if place is not None and trigger.start - place <= 1 else None

    def _visited(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Paid a visit to Jones", "a formal visit with Jones": a person right behind."""
        start = trigger.end + (self.folded[trigger.end : trigger.end + 1] == " ")
        tie = self.index.to.match(self.folded, start) or self.index.with_.match(self.folded, start)
        slots = [s for s in self.names.after(tie.end(), sentence.end, 6, odd=0) if s.person][:1] if tie else []
        if not slots or tie is None:
            return []
        titles = self.document.tokens_in(tie.end(), slots[0].start)
        return slots if all(t.lower in self.index.titles for t in titles) else []

    def _held_by(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """Two or more subjects before a light verb and the noun: "A and B held a call"."""
        verbs, tokens = self.index.words.verbs, self.document.tokens_in(low, trigger.start)
        for i in range(len(tokens) - 1, max(len(tokens) - 18, -1), -1):
            if (self.names.clause_ends_at(tokens[i]) and not self._so_called(tokens[:i])) or tokens[i].text in (
                ";",
                ":",
            ):
                return None
            if tokens[i].lemma not in self.index.light and tokens[i].lower not in self.index.light:
                continue
            if i and tokens[i - 1].lower in self.index.articles:
                continue  # "a planned call"
            first = i
            while first > 0 and tokens[first - 1].lemma in verbs.auxiliaries:
                first -= 1
            subjects = self.names.before(tokens[first].start, sentence.start, 2)
            subjects = [s for s in subjects if s.person or s.group or self.names.state(s)]
            if len(_actors(subjects)) >= 2:
                return Who("contact-held", subjects=tuple(subjects))
            if tokens[i].lemma not in verbs.plain:
                return None
        return None

    def _gathered(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """ "A and B will be in Rome for talks": those who lead states, come together for one."""
        before = self.document.tokens_in(max(trigger.start - 40, low), trigger.start)[-6:]
        if not any(t.lower in self.index.gathering for t in before):
            return None
        states = self._set_for(trigger, sentence, before)
        if states:
            return Who("contact-held", subjects=tuple(states))
        subjects = self.names.subject(trigger.start, sentence, self.used, noun=True)
        people = [a for s in subjects for a in s.actors]
        leading = len(set(people)) > 1 and all(map(self.names.leads, people))
        if not leading or not self.names.clean(subjects[-1].end, trigger.start, 14):
            return None
        return Who("contact-held", subjects=tuple(subjects))

    def _set_for(self, trigger: Trigger, sentence: Sentence, before: Sequence[Token]) -> list[Slot]:
        """ "Norway and Sweden set for new talks": a headline of states and a word that looks ahead."""
        tie = next((t for t in reversed(before) if t.lower in self.index.gathering), None)
        slots = self.names.before(tie.start, sentence.start, 2) if tie and trigger.noun and trigger.noun.process else []
        if tie is None or len(_actors(slots)) < 2 or not all(map(self.names.state, slots)):
            return []
        return slots if self.index.planned.search(self.folded, slots[-1].end, trigger.start) else []

    def _theirs(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A and B spoke of their meeting": those joined before it in the sentence."""
        before = [t.lower for t in self.document.tokens_in(max(trigger.start - 40, sentence.start), trigger.start)[-5:]]
        if not any(word in self.index.words.link.their for word in before):
            return None
        slots = self.names.within(sentence.start, trigger.start)
        for slot in (s for s in reversed(slots) if not s.group):
            pair = self.names.before(slot.end, sentence.start, 0)
            if len(_actors(pair)) >= 2 and not self.names.oblique(pair[0]):
                return Who("contact-theirs", subjects=tuple(pair))
        named = [s for s in slots if s.person and not s.pronoun and not s.group]
        if len(_actors(named)) == 2 and not any(map(self.names.oblique, named)) and self._each_names_one(named):
            return Who("contact-theirs", subjects=tuple(named))
        groups = [s for s in slots if s.group and len(s.actors) >= 2 and not self.names.oblique(s)]
        if groups and len(_actors(named)) < 2:
            return Who("contact-theirs", subjects=(groups[-1],))
        return self._theirs_ahead(trigger, sentence)

    def _each_names_one(self, slots: Sequence[Slot]) -> bool:
        return all(len(s.actors) == 1 for s in slots)

    def _theirs_ahead(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "At the end of their meeting, A and B agreed": those behind the comma of words that open the sentence."""
        comma = self.folded.find(",", trigger.end, sentence.end)
        if comma < 0 or len(self.document.tokens_in(sentence.start, trigger.start)) > 8:
            return None
        pair = self.names.after(comma + 1, sentence.end, 3)
        return Who("contact-theirs", subjects=tuple(pair)) if len(_actors(pair)) >= 2 else None

    def _headed(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A and B: long phone call", "A e B, vertice a Roma": a headline of two names, a mark and the noun."""
        if trigger.plural or (trigger.noun and (trigger.noun.visit or trigger.noun.process)):
            return None
        slots = self.names.after(sentence.start, trigger.start, 0, odd=0)
        slots = (
            slots
            if len(_actors(slots)) == 2
            else self.names.before(slots[1].end, sentence.start, 0)
            if slots[1:]
            else []
        )
        if len(_actors(slots)) != 2 or slots[0].start != sentence.start or not all(s.person for s in slots):
            return None
        gap = self.document.tokens_in(slots[-1].end, trigger.start)
        bare = len(gap) <= 3 and not any(t.lower in self.index.small for t in gap)
        return Who("contact-held", subjects=tuple(slots)) if bare and gap and gap[0].text in (",", ":") else None

    def _so_called(self, tokens: Sequence[Token]) -> bool:
        """ "Held what one side called talks": the words between verb and noun only name it."""
        return any(t.lower in self.index.words.link.what for t in tokens[-6:])

    def _scene(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "During a meeting in Rome in May, Smith accused Jones": those the main clause names."""
        assert trigger.noun is not None
        start = self.folded[sentence.start : trigger.start]
        comma = self.folded.find(",", trigger.end, sentence.end)
        opening = self.index.during.match(start) and len(start.split()) <= 6
        if not opening or trigger.noun.loose:
            return None
        if pair := self._joint_scene(trigger, sentence, comma):
            return Who("contact-scene", others=tuple(pair))
        if not 0 < comma - trigger.end < 60:
            return None
        people = [s for s in self.names.within(comma, sentence.end) if s.person and not s.pronoun][:2]
        if len(_actors(people)) == 2 and people[1].start - people[0].end < 40 and self._acts(comma, people):
            return Who("contact-scene", others=tuple(people))
        return None

    def _joint_scene(self, trigger: Trigger, sentence: Sentence, comma: int) -> list[Slot]:
        """ "During Tuesday's call, Smith and Jones agreed", "nella telefonata di ieri Rossi e Bianchi hanno deciso"."""
        at = comma + 1 if 0 <= comma - trigger.end < 60 else self._past_adverbs(trigger.end, sentence.end)
        pair = self.names.after(at, sentence.end, 0, odd=0)
        two = len(pair) == 2 and len(_actors(pair)) == 2 and all(s.person and not s.pronoun for s in pair)
        if not two or self.names.oblique(pair[0], at):
            return []
        first, second = (self.names.country(a) for a in sorted(_actors(pair)))
        return [] if first is not None and first == second else pair  # two ministers at the meeting of their cabinet

    def _acts(self, comma: int, people: Sequence[Slot]) -> bool:
        """Whether the first of two persons behind a comma opens the clause and a verb parts them."""
        gap = self.folded[people[0].end : people[1].start]
        return (
            self.names.only_titles(comma, people[0].start, 0)
            and "," not in gap
            and not (self.names.only_titles(people[0].end, people[1].start, 0))
        )

    def _told(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """ "A and B discussed it in a call", "A told B in a phone call": one contact, seen from what was said in it."""
        if trigger.loose or (trigger.noun and trigger.noun.visit):
            return None
        before = self.folded[max(low, trigger.start - 40) : trigger.start].replace('"', "")
        last = before.split()[-1:]
        if last and last[0] in self.index.gathering:
            return None  # "A and B flew to Rome for talks": with whom, is not said
        setting = self.index.setting_before.search(before)
        bare = bool(last) and last[0] in self.index.words.link.during
        bare = bare or (setting is not None and self.index.articles.isdisjoint(setting.group().split()))
        several = trigger.plural or (trigger.noun is not None and trigger.noun.process)
        if several and not bare:
            return None
        if not self.index.during.search(before) or not (bare or self.index.indefinite.search(before)):
            return None
        slots = [s for s in self.names.within(sentence.start, trigger.start) if s.person or s.group]
        slots = [s for s in slots if not s.pronoun]
        words = (
            [t for t in self.document.tokens_in(slots[-1].end, trigger.start) if t.text not in QUOTES] if slots else []
        )
        if not slots or len(words) > _TOLD_WORDS or self.names.breaks(words):
            return None  # but "in a “frank” call"
        subjects = self.names.before(slots[-1].end, sentence.start, 0)
        if len(_actors(subjects)) >= 2 and not self.names.oblique(subjects[0]):
            return Who("contact-told", subjects=tuple(subjects))
        if len(slots) < 2:
            return None
        if subjects and (who := self._shared(subjects, sentence)):
            return who
        if trigger.kind != "call" and not setting:
            return None
        between = self.document.tokens_in(slots[-2].end, slots[-1].start)
        addressed = [t for t in between if t.lemma in self.index.addressing]
        if addressed and len(between) <= 5 and not self.names.breaks(between):
            return Who("contact-told", (slots[-2],), (slots[-1],))
        return None

    def _shared(self, others: list[Slot], sentence: Sentence) -> Who | None:
        """ "A discussed it with B in a call": those tied by "with" to what was done there."""
        low = max(others[0].start - 50, sentence.start)
        ties = list(self.names.all("with_", low, others[0].start))
        told = any((s.start, s.end) in self.used for s in others)  # "shook hands with B during a meeting"
        if told or not ties or self._governed(ties[-1].end(), others[0]):
            return None
        acting = self.names.subject(ties[-1].start(), sentence, self.used, noun=False)
        acting = [s for s in acting if s.person and not set(s.actors) & _actors(others)]
        if not acting or self.names.oblique(acting[0]):
            return None
        return Who("contact-told", tuple(acting), tuple(others))

    def _preposed(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Con Rossi ci siamo visti", "with Jones we spoke": the other side opens the clause."""
        low = max(sentence.start, trigger.start - 60)
        for tie in self.names.all("with_", low, trigger.start):
            before = self.folded[sentence.start : tie.start()].strip()
            slots = self.names.after(tie.end(), trigger.start, odd=1)
            if (before and before[-1] not in ',:;-–—"“«') or not slots:
                continue
            words = self.document.tokens_in(slots[-1].end, trigger.start)
            small = (*self.index.words.link.first_person, *self.index.words.link.adverbs)
            if all(t.lower in self.index.auxiliaries or t.text.lower() in small for t in words):
                return slots
        return []

    def _mediators(self, trigger: Trigger, sentence: Sentence) -> tuple[Slot, ...]:
        match = self.names.search("mediation", trigger.end, sentence.end)
        found = self.names.after(match.end(), sentence.end, 6) if match else []
        return tuple(s for s in found if s.person)

    # -- verbs -----------------------------------------------------------------------------------------
    def _verb(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> Who:
        rule = "contact-verb"
        inverted = self._whom(trigger, sentence) or (self._agent(trigger, sentence, high) if verb.host else None)
        if inverted:
            return inverted
        if verb.passive:
            return Who(rule)
        if verb.host and self._passive(trigger):  # "no requests have been received from them, he said"
            guest = self.names.subject(trigger.start, sentence, self.used, noun=False)
            return Who(rule, tuple(s for s in guest if s.person)[:1])
        objects = self._visited_person(trigger, verb, sentence, high) or self._objects(trigger, verb, sentence, high)
        if not objects and verb.object != "place" and self._first_person(trigger):
            objects = self._preposed(trigger, sentence)
        if len(_actors(objects)) > 1 and self._mutual(trigger, objects):
            return Who(rule, others=tuple(objects))
        self.used |= {(s.start, s.end) for s in objects}
        states = [s for s in self.names.before(trigger.start, sentence.start, 5) if self.names.state(s)]
        near = bool(states) and self.names.clean(states[-1].end, trigger.start, 2) and not self.names.oblique(states[0])
        subject = states if near else self._described(trigger, sentence) or self._main_subject(trigger, sentence)
        subject = subject or self.names.subject(trigger.start, sentence, self.used, noun=False)
        if objects:
            subject = self._by_office(trigger, sentence, subject, objects)
            subject = subject or self._subject_after(trigger, objects[-1], sentence) or self._unsaid(trigger, sentence)
            return Who(rule, tuple(s for s in subject if not set(s.actors) & _actors(objects)), tuple(objects))
        if verb.object == "place" or self._him(trigger):
            goers = tuple(s for s in subject if s.person)
            return Who(rule, goers if verb.object == "place" else goers[:1])
        if verb.then or verb.host or not self._each_other(trigger, verb):
            return Who(rule)
        reached = subject and (self._reaches(subject[-1].end, trigger.start) or self._after_verb(trigger))
        if len(_actors(subject)) >= 2 and reached and self._ends(trigger):
            return Who(rule, tuple(subject))
        if len(_actors(states)) >= 2 and self._ends(trigger):
            return Who(rule, tuple(states))
        return Who(rule)

    def _visited_person(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """ "Smith will visit Jones in Rome", "would visit him"."""
        if verb.object != "place" or verb.trip:
            return []
        if self._him(trigger):
            near = self.names.within(trigger.end, min(trigger.end + 12, sentence.end))
            return [s for s in near if s.pronoun][:1]
        return self._direct(trigger, verb, sentence, high)

    def _by_office(
        self, trigger: Trigger, sentence: Sentence, subject: list[Slot], others: Sequence[Slot]
    ) -> list[Slot]:  # fmt: skip
        """ "Smith said that the president had a call with Jones": whoever before holds the office, but for Jones."""
        low = max((s.end for s in self.names.within(sentence.start, trigger.start)), default=sentence.start)
        tokens = self.document.tokens_in(max(low, trigger.start - 40), trigger.start)
        for i in range(len(tokens) - 1, 0, -1):
            if self.names.clause_ends_at(tokens[i]) or tokens[i].text in STOPS or tokens[i].text == ",":
                return subject
            if tokens[i].lower in self.index.office_heads and tokens[i - 1].lower in self.index.words.link.definite:
                break
        else:
            return subject
        which = self.document.sentence_index(trigger.start)
        start, taken = self.document.sentences[max(which - 3, 0)].start, _actors(others)
        for slot in reversed(self.names.within(start, tokens[i].start)):
            single = slot.person and not slot.group and len(slot.actors) == 1
            if single and tokens[i].lower in self.names.title_words(slot) and not taken & set(slot.actors):
                return [slot]
        behind_that = any(t.lower in self.index.words.link.that for t in self.document.tokens_in(low, tokens[i].start))
        return [] if behind_that else subject

    def _described(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Smith praised Jones, who had met Brown": whoever stands right before the word that opens the clause."""
        relatives = self.index.relatives | frozenset(self.index.words.link.that)
        tokens = self.document.tokens_in(max(sentence.start, trigger.start - 50), trigger.start)
        for token in reversed(tokens):
            if token.lower in relatives:
                before = self.names.before(token.start, sentence.start, 1)
                before = before if len(before) == 1 else []
                apart = bool(before) and bool(self.folded[before[0].end : token.start].strip())
                return [
                    s for s in before
                    if s.person and len(s.actors) == 1 and (s.start, s.end) not in self.used
                    and (apart or not self.names.oblique(s))
                ]  # fmt: skip
            adverb = token.lower in self.index.words.link.adverbs
            if (
                token.lower not in self.index.auxiliaries
                and not adverb
                and not self.index.mutual.search(token.lower + " ")
            ):
                return []
        return []

    def _main_subject(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Smith wants to see Jones after speaking to Brown": whoever acts in the main clause, not its object."""
        opener = status.behind_clause(self.names, trigger, sentence.start)
        if opener is None:
            return []
        low = sentence.start
        for token in self.document.tokens_in(sentence.start, opener):
            if token.lower in self.index.breakers or token.text in STOPS:
                low = token.end
        slots = [s for s in self.names.within(low, opener) if s.person and (s.start, s.end) not in self.used]
        free = [s for s in slots if not self.names.oblique(s, low) and not self.names.owns(s)]
        if len(slots) < 2 or not free:
            return []
        joined = self.names.after(free[0].start, opener, 0, odd=0)
        return [s for s in joined if s.person] or free[:1]

    def _unsaid(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Ha poi incontrato A": a subject the verb does not name is that of the sentence before."""
        if status.tense(self.names, trigger) == "open" or not self.index.words.status.future_endings:
            return []
        if self._first_person(trigger):
            return []  # "chiamerò Rossi": whoever speaks
        before = self.document.tokens_in(sentence.start, trigger.start)
        if any(t.text in STOPS or self.names.clause_ends_at(t) for t in before):
            return []
        many = any(t.lower.endswith("no") for t in (*before[-3:], *self.document.tokens_in(trigger.start, trigger.end)))
        return self.names.plural_before(sentence.start) if many else self._subject_of_last(sentence)

    def _subject_of_last(self, sentence: Sentence) -> list[Slot]:
        """Whoever acts in the sentence before, in the same paragraph or at the end of the one before."""
        which = self.document.sentence_index(sentence.start)
        if not which:
            return []
        last = self.document.sentences[which - 1]
        slots = [s for s in self.names.within(last.start, last.end) if s.person and not self.names.oblique(s)]
        return slots[:1] if slots and len(slots[0].actors) == 1 else []

    def _passive(self, trigger: Trigger) -> bool:
        """Whether the verb is a passive: "was received"."""
        passive = self.names.lexicon.words[self.document.language].speech.passive
        return any(t.text.lower() in passive for t in self.document.tokens_in(trigger.start - 16, trigger.start)[-1:])

    def _mutual(self, trigger: Trigger, objects: Sequence[Slot]) -> bool:
        """ "A Roma si sono incontrati A e B": the names behind the verb are its subject."""
        return self.si(trigger) and not self.names.oblique(objects[0])

    def si(self, trigger: Trigger) -> bool:
        """Whether words that make a verb mutual stand before it: "si sono visti"."""
        return self.names.tells("mutual", max(trigger.start - 28, 0), trigger.start)

    def _each_other(self, trigger: Trigger, verb: ContactVerb) -> bool:
        """Whether a verb without an object may mean its subjects: "si sono visti", "they met", not "visti i fatti"."""
        if verb.object != "direct" or not self.index.words.verbs.mutual:
            return True
        return self.si(trigger) or self.reflexive(trigger)

    def _him(self, trigger: Trigger) -> bool:
        """ "Was due to meet him again": the object was told before."""
        after = self.document.tokens_in(trigger.end, trigger.end + 12)[:2]
        words = [t.lower for t in after if t.lower not in self.index.prepositions]
        return bool(words) and words[0] in self.index.words.link.object_pronouns

    def they(self, trigger: Trigger) -> bool:
        """ "They agreed to meet": subjects told before, and no object."""
        if trigger.verb is None or trigger.verb.object != "direct" or trigger.verb.host:
            return False
        after = self.document.tokens_in(trigger.end, trigger.end + 24)[:1]
        alone = not after or after[0].lower in self.index.prepositions or not after[0].text[0].isalnum()
        before = self.document.tokens_in(max(trigger.start - 30, 0), trigger.start)[-6:]
        return alone and not self.names.breaks(before) and any(t.lower in self.index.words.link.they for t in before)

    def _after_verb(self, trigger: Trigger) -> bool:
        """ "They agreed on it after speaking by phone": a verb whose subject is that of the main clause."""
        before = self.document.tokens_in(max(trigger.start - 14, 0), trigger.start)[-1:]
        return bool(before) and before[0].lower in self.index.gerund_before

    def _reaches(self, start: int, end: int) -> bool:
        """Whether a verb goes with the subjects before it, straight or through "who", "che"."""
        tokens = self.document.tokens_in(start, end)
        skip = 1 if tokens and tokens[0].text == "," else 0
        if len(tokens) > skip and tokens[skip].lower in self.index.relatives:
            start = tokens[skip].end
        return self.names.clean(start, end, _REACH)

    def _ends(self, trigger: Trigger) -> bool:
        """Whether a verb without an object means its subjects: no noun of its own follows ("met the demand")."""
        after = self.document.tokens_in(trigger.end, trigger.end + 24)[:1]
        return not after or after[0].lower not in self.index.articles or self.document.language == "it"

    def _whom(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "B, with whom A met", "B, con cui A ha parlato"."""
        at = max(sentence.start, trigger.start - 60)
        whom = self.names.search("whom", at, trigger.start)
        if whom is None:
            return self._that(trigger, sentence)
        antecedent = self.names.before(whom.start(), sentence.start, 2)[-1:]
        inner = [s for s in self.names.within(whom.end(), trigger.start) if s.person]
        return Who("contact-verb", (inner[-1],), tuple(antecedent)) if antecedent and inner else None

    def _that(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Rossi cita Bianchi, che aveva incontrato a maggio": no subject and no object but the one before "che"."""
        verb, endings = trigger.verb, self.index.words.status.future_endings
        if (
            verb is None
            or verb.object != "direct"
            or verb.host
            or not endings
            or status.tense(self.names, trigger) == "open"
        ):
            return None
        tokens = self.document.tokens_in(max(sentence.start, trigger.start - 40), trigger.start)
        at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].lower in self.index.words.link.that), None)
        words = self.index.auxiliaries | frozenset(self.index.words.link.adverbs)
        if at is None or not all(t.lower in words for t in tokens[at + 1 :]) or self.si(trigger):
            return None
        whom = [s for s in self.names.within(sentence.start, tokens[at].start) if s.person][-1:]
        if not whom or len(self.document.tokens_in(whom[0].end, tokens[at].start)) > 1:
            return None
        if self._objects(trigger, verb, sentence, sentence.end):
            return None  # "Bianchi, che aveva incontrato Verdi"
        before = [
            s
            for s in self.names.within(sentence.start, whom[0].start)
            if s.person and not set(s.actors) & set(whom[0].actors)
        ]
        acting = [s for s in before if not self.names.oblique(s)][-1:]
        return Who("contact-verb", tuple(acting), tuple(whom)) if acting else None

    def _agent(self, trigger: Trigger, sentence: Sentence, high: int) -> Who | None:
        """ "B was received by A", "B è stato ricevuto dal presidente"."""
        match = self.index.by.match(self.folded, trigger.end, min(trigger.end + 50, high))
        if match is None and self._passive(trigger):
            at = self._past_adverbs(trigger.end, high)
            match = self.index.by.match(self.folded, at, min(at + 50, high)) if at > trigger.end else None
        found = self.names.after(match.end(), sentence.end, 4, odd=1)[:1] if match else []
        agent = [s for s in found if s.person]
        if not agent:
            return None
        before = self.names.before(trigger.start, sentence.start, 4)
        before = before or self.names.subject(trigger.start, sentence, self.used, noun=False)
        guests = [s for s in before if s.person and not set(s.actors) & _actors(agent)]
        guests = [] if guests and self.names.oblique(guests[0]) else guests
        return Who("contact-verb", tuple(agent), tuple(guests)) if guests else Who("contact-verb")

    def _objects(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """Whom the verb acts on or with."""
        if verb.mutual_only or self.reflexive(trigger) or verb.object == "place":
            return []
        if verb.object == "direct" and (direct := self._direct(trigger, verb, sentence, high)):
            return direct
        if verb.then or verb.host:
            return []
        ties = {"to": self.index.object_to, "beside": self.index.object_beside}
        tie = ties.get(verb.object, self.index.object_with)
        past = self._past_adverbs(trigger.end, min(high, sentence.end))
        start = past if verb.object == "direct" else trigger.end
        match = tie.match(self.folded, start, min(start + 70, sentence.end))
        if match is None and past > start:
            match = tie.match(self.folded, past, min(past + 70, sentence.end))
        if match and verb.object == "direct" and not self.index.with_.match(self.folded, match.start() + 1):
            return []  # "met reporters with Jones"
        if match is None or self.index.that.search(match.group()):
            return []
        if match.end() > high and not self.index.during.search(self.folded[trigger.end : high]):
            return []  # "A and B spoke before the meeting with C"
        at = self.names.skip_owners(match.end(), sentence.end)
        objects = self.names.after(at, sentence.end, 12, odd=1) or self.names.after(at, sentence.end, 7)
        if not objects or self._governed(at, objects[0]) or self._absolute(trigger, match.start(), objects[-1]):
            return []
        return [s for s in objects if (s.person or s.group or self.names.state(s)) and not self._sender(s)]

    def _sender(self, slot: Slot) -> bool:
        """ "Met with Smith's representatives": those a person sent, not that person."""
        return slot.person and not slot.pronoun and self.names.owns(slot)

    def _absolute(self, trigger: Trigger, tie: int, last: Slot) -> bool:
        """ "Envoys will meet, with Jones leading the delegation": a clause of its own behind a comma."""
        apart = "," in self.folded[trigger.end : tie + 1]
        return apart and bool(self.index.absolute.match(self.folded, last.end + 1))

    def _direct(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """The object right behind its verb: "met A", "met A's envoy B"; not "met the conditions that A set"."""
        limit = min(high, sentence.end)
        start = trigger.end
        if verb.then and (adverb := self.index.then[verb.lemmas[0]].match(self.folded, start + 1)):
            start = adverb.end()  # "ha chiamato al telefono"
        start = self._past_adverbs(start, limit)
        at = self.names.skip_owners(start, limit)
        found = self.names.after(at, limit, 12, odd=0 if verb.then else 1)
        if found and not found[0].person and not verb.then:
            found = self._led(found, self.document.sentence_at(at))
            if self.names.state(found[0]) and self.delegates_of(found[0]):
                return found[:1]  # "met a group of Russian representatives"
        odd = bool(found) and self.names.odd_words(at, found[0].start) > 0 and self._article(at, found[0].start)
        if odd and not self._title_first(at, found[0].start):
            return []
        if not found or not found[0].person or self.names.oblique(found[0], start) or self.names.owns(found[-1]):
            return []
        if verb.then and not self._followed(found[-1], verb, sentence):
            return []
        if self._of_noun(found[-1], verb):
            return []
        if verb.unless and self.index.unless[verb.lemmas[0]].match(self.folded, found[-1].end + 1):
            return []
        return [s for s in found if s.person]

    def _of_noun(self, last: Slot, verb: ContactVerb) -> bool:
        """ "Welcomed the Smith-Jones call", "welcomed Smith's visit": what is welcomed is no person."""
        if not verb.host:
            return False
        at = last.end + (2 if self.names.owns(last) else 0)
        return any(t.lower in self.index.noun_words for t in self.document.tokens_in(at, at + 14)[:1])

    def _past_adverbs(self, start: int, limit: int) -> int:
        """Where an object may begin, past words of time, place and occasion.

        "ha incontrato ieri, a margine del vertice, il presidente", "hosted on Friday at 9am (local time) at his villa".
        """
        at = start
        for _ in range(_CIRCUMSTANCES):
            further = self._past_one(at, limit, opening=at == start)
            if further == at:
                break
            at = further
        return at

    def _past_one(self, at: int, limit: int, opening: bool) -> int:
        """The end of the circumstance that begins at a place; the place itself if none does."""
        tokens = self.document.tokens_in(at, min(limit, at + 90))
        if not tokens:
            return at
        first, bounds = tokens[0], self.bounds
        if first.start in bounds:
            return bounds[first.start]
        if first.lower in self.index.adverbs or (first.text == "," and not opening):
            return first.end
        if first.text == "(":
            return next((t.end for t in tokens[:10] if t.text == ")"), at)
        if first.text == "," and len(tokens) > 1 and tokens[1].lower in self.index.asides:
            return next((t.end for t in tokens[2:12] if t.text == ","), at)  # an aside between commas
        if first.lower in self.index.circumstances:
            return self._past_phrase(at, tokens)
        return at

    def _past_phrase(self, at: int, tokens: Sequence[Token]) -> int:
        """The end of a preposition and its noun: "a margine", "nello studio", "at 9am"; `at` where none follows."""
        low, end = 1, at
        while low < len(tokens) and tokens[low].lower in self.index.articles:
            low += 1
        if low < len(tokens) and tokens[low].start in self.bounds:
            return self.bounds[tokens[low].start]
        words = 0
        for token in tokens[low:]:
            stop = token.text in STOPS or token.text == "," or self.names.at_person(token.start)
            if token.lower in self.index.auxiliaries:
                return at  # a clause of its own
            if stop or words > 3 or (words and token.lower in self.index.openers):
                break
            words, end = words + 1, token.end
        return end

    def _article(self, start: int, end: int) -> bool:
        return any(t.lower in self.index.articles for t in self.document.tokens_in(start, end))

    def _title_first(self, start: int, end: int) -> bool:
        """Whether the first word behind an article says what somebody is: "il segretario del Consiglio di …, A"."""
        words = [t for t in self.document.tokens_in(start, end) if t.text[0].isalpha()]
        words = [t for t in words if t.lower not in self.index.articles]
        return bool(words) and words[0].lower in self.index.roles and not self.names.breaks(words)

    def _followed(self, last: Slot, verb: ContactVerb, sentence: Sentence) -> bool:
        """ "Called him on Monday", not "called him a friend": what may follow an object in this sense."""
        rest = self.folded[last.end : sentence.end].lstrip()
        if not rest or rest[0] in _AFTER_OBJECT:
            return True
        if self.document.text[last.end : last.end + 1] in QUOTES:
            return True  # "I called Smith", not: called Smith "a friend"
        if self.index.and_.match(rest):
            return True
        return bool(self.index.then[verb.lemmas[0]].match(rest)) or last.end + 1 in self.dates_at

    def reflexive(self, trigger: Trigger) -> bool:
        """Whether the form of the verb already means each other: "incontrarsi"."""
        return trigger.verb is not None and self.folded[trigger.start : trigger.end] in trigger.verb.reflexive

    # -- from words to actors --------------------------------------------------------------------------
    def each(self, trigger: Trigger, who: Who) -> Iterator[Who]:
        """ "Separate calls with A and B": one contact with each."""
        if len(who.others) > 1 and who.subjects and who.others[0].start > trigger.start:
            around = self.folded[max(trigger.start - 24, 0) : who.others[0].start]
            several = trigger.plural and trigger.noun is not None and not trigger.noun.states
            if several or self.index.each.search(around) or self._one_each(who.others):
                for other in who.others:
                    yield who._replace(others=(other,))
                return
        if len(who.others) == 1 and len(who.others[0].actors) > 1 and who.subjects:
            group = who.others[0]  # "the leaders of Russia and Ukraine"
            if self.names.search("each", max(trigger.start - 24, 0), group.start):
                for actor in group.actors:
                    yield who._replace(others=(group._replace(actors=(actor,)),))
                return
        if (
            len(who.subjects) > 1
            and len(who.others) == 1
            and self.names.search("each", who.subjects[-1].end, max(trigger.end, who.others[0].start))
        ):  # "both A and B met separately with C"
            for subject in who.subjects:
                yield who._replace(subjects=(subject,))
            return
        yield who

    def _one_each(self, others: Sequence[Slot]) -> bool:
        """ "A call with A and another with B": each of the others behind a word for the contact and "with"."""
        words = frozenset((*self.index.words.link.indefinite, *self.index.words.link.other, *self.index.words.pronouns))
        for one, two in pairwise(others):
            tie = self.names.search("with_", one.end, two.start)
            if tie is None or not any(t.lower in words for t in self.document.tokens_in(one.end, tie.start())):
                return False
        return True

    def _spokesman(self, slot: Slot, others: Sequence[Slot]) -> bool:
        """Whether a pronoun seems to mean a spokesman who meets a leader: it rather means somebody else."""
        if not slot.pronoun or not any(self.names.leads(a) for s in others for a in s.actors):
            return False
        actor = self.names.lexicon.actors.get(slot.actors[0])
        offices = actor.offices if actor else ()
        return bool(offices) and all(self.names.lexicon.offices[h.office].rank == 3 for h in offices)

    def principals(self, who: Who, trigger: Trigger) -> tuple[str, ...]:
        """Those who took part: persons where two are named, else whoever is; states for talks between states."""
        names = self.names
        subjects = [a for s in who.subjects if not self._spokesman(s, who.others) for a in s.actors]
        alone = who.rule in ("contact-with", "contact-verb")  # "between" names all of them
        if alone and not subjects and who.others:
            own = self._first_person(trigger) or (trigger.noun is not None and self._first_words(trigger))
            if own and (speaker := self._speaker(trigger)):
                subjects = [speaker]
        actors = list(dict.fromkeys([*subjects, *(a for s in who.others for a in s.actors)]))
        people = [a for a in actors if names.person(a)]
        one_side = who.rule == "contact-with" or trigger.verb is not None
        if one_side and who.others and not subjects and len(people) > 1 and not self._mutual(trigger, who.others):
            return ()  # two objects of a subject that is not known did not meet each other
        if trigger.noun and trigger.noun.process and len(people) < len(actors):
            actors = list(dict.fromkeys(self._for_state(a) for a in actors))
        elif len(people) == 1 and trigger.kind == "meeting" and self._foreign(people[0], who):
            pass  # "his meeting with the American delegation"
        elif people and trigger.verb and len(people) == 1 and self._own(people[0], who):
            return ()  # "he met the delegation of his country"
        elif people:
            actors = people
        if trigger.kind == "call" and not people and not trigger.states:
            return ()
        mediators = [a for s in who.mediators for a in s.actors]
        return tuple(dict.fromkeys([*actors, *mediators]))

    def _for_state(self, actor: str) -> str:
        """ "Smith said the talks with Ukraine": the state a leader or spokesman stands for."""
        if self.names.speaks_for(actor):
            return self.names.country(actor) or actor
        return self.names.state_of(actor) if self.names.leads(actor) else actor

    def _foreign(self, person: str, who: Who) -> bool:
        """Whether the other side is a delegation of another state: "the American envoys"."""
        own = self.names.state_of(person)
        others = [s for s in (*who.subjects, *who.others) if not s.person]
        return bool(others) and all(
            self.delegates_of(s) and own not in map(self.names.state_of, s.actors) for s in others
        )

    def delegates_of(self, slot: Slot) -> bool:
        """Whether a word for those sent by a state stands at its name: "the Russian delegation", "inviati russi"."""
        low = max(slot.start - 16, self.document.sentence_at(slot.start).start)
        found = self.names.search("delegates", low, slot.end + 16)
        return (
            found is not None
            and self.names.clean(found.end(), slot.start, 0)
            and self.names.clean(slot.end, found.start(), 0)
        )

    def _own(self, person: str, who: Who) -> bool:
        """Whether the other side is only the person's own state."""
        own = self.names.state_of(person)
        return bool(who.others) and all(own in map(self.names.state_of, s.actors) and not s.person for s in who.others)

    def _first_person(self, trigger: Trigger) -> bool:
        """Whether somebody speaks of a contact of his own: "my meeting", "we spoke", "lo incontrerò"."""
        words = self.index.words
        verb = self.document.text[trigger.start : trigger.end].lower() if trigger.verb else ""
        if verb.endswith(words.status.first_endings or "\n"):
            return True
        before = self.document.tokens_in(max(trigger.start - 60, 0), trigger.start)[-8:]
        return any(t.text.lower() in words.link.first_person for t in before)

    def _first_words(self, trigger: Trigger) -> bool:
        """Whether a noun stands among the first words of its sentence: "Great meeting with A!"."""
        start = self.document.sentence_at(trigger.start).start
        at = bisect_right(self._quote_starts, trigger.start) - 1
        start = max(start, self._quote_starts[at]) if at >= 0 else start
        return sum(t.text[0].isalnum() for t in self.document.tokens_in(start, trigger.start)) <= 4

    def _speaker(self, trigger: Trigger) -> str | None:
        """Whoever says "my meeting with …" between quote marks."""
        at = bisect_right(self._quote_starts, trigger.start) - 1
        for quote in self.quotes[max(at - 2, 0) : at + 1]:
            if quote.start <= trigger.start < quote.end:
                return quote.speaker if quote.speaker and self.names.person(quote.speaker) else None
        return None
