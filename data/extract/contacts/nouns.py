"""Who took part in a contact told by a noun, where words tie the names to it: "between", "with", "the A-B call".

Lives here: `Nouns`, and the order in which the ways of naming them are tried. Must not live here: names that stand
elsewhere in the sentence (`clauses`), visits (`visits`), or any word list.
"""

from __future__ import annotations

from data.document import Sentence
from data.extract.contacts.clauses import Clauses
from data.extract.contacts.delegates import led_by, members
from data.extract.contacts.names import STOPS, Names, Slot
from data.extract.contacts.objects import Objects
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.subjects import Subjects
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.visits import Visits
from data.extract.rules import Rule

RULES = (
    Rule(
        "contact-between",
        "A contact noun with “between” or “involving”: the persons or states listed after it; talks “led by” persons "
        "of several states.",
        "«un colloquio telefonico tra Rossi e Bianchi»",
        "“a phone call between Smith and Jones”",
    ),
    Rule(
        "contact-compound",
        "Names joined by a hyphen beside a contact noun, or by a comma before the noun of an English headline.",
        "«il vertice Rossi-Bianchi»",
        "“the Smith-Jones summit”",
    ),
    Rule(
        "contact-with",
        "A contact noun with “with”, also behind “that A had”: the subject or possessor and those listed after it. "
        "“The Americans” are their state, “the Brazilian” the one of that state named last.",
        "«Rossi ha avuto un incontro con Bianchi»",
        "“after his meeting with Jones”",
    ),
    Rule(
        "contact-again",
        "A contact noun without names: the contact of that kind told last; “the talks” may be a call. A new or next "
        "round that is ahead and has a day is one of its own, of those whose talks were told last.",
        "«La telefonata è durata un'ora»",
        "“The call lasted an hour”",
    ),
)

_LONG_ITEM = 60  # characters in "; two aides; and" between those who take part


class Nouns:
    """Reads who took part in what a noun tells."""

    def __init__(self, names: Names, subjects: Subjects, objects: Objects) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.subjects, self.objects = subjects, objects
        self.clauses, self.visits = Clauses(names, subjects, objects), Visits(names, subjects)

    def read(self, trigger: Trigger, sentence: Sentence, low: int, high: int) -> Who:
        assert trigger.noun is not None
        return (
            self._between(trigger, sentence, high)
            or self._between_first(trigger, sentence)
            or self._with_first(trigger, sentence)
            or self._protagonists(trigger, sentence)
            or self._compound(trigger, sentence)
            or self._relative(trigger, sentence)
            or self._attended(trigger, sentence)
            or (None if trigger.noun.visit else self._with(trigger, sentence, high))
            or self._directed(trigger, sentence)
            or (self.visits.read(trigger, sentence, high) if trigger.noun.visit else None)
            or self.clauses.held_by(trigger, sentence, low)
            or self.clauses.gathered(trigger, sentence, low)
            or self.clauses.theirs(trigger, sentence)
            or self.clauses.scene(trigger, sentence)
            or self.clauses.told(trigger, sentence, low)
            or self.clauses.headed(trigger, sentence)
            or Who("contact-again")
        )

    # -- between -----------------------------------------------------------------------------------
    def _between(self, trigger: Trigger, sentence: Sentence, high: int) -> Who | None:
        """ "A call between A and B"."""
        end = min(trigger.end + 110, high)
        between = self.names.search("between", trigger.end, end)
        if between is None:
            return self._involving(trigger, sentence, high) or self._led(trigger, sentence)
        with_ = self.names.search("with_", trigger.end, min(trigger.end + 80, high))
        if between is None or (with_ and with_.start() < between.start()):
            return None
        behind = self.document.tokens_in(between.end(), between.end() + 14)[:2]
        if any(t.lower in self.index.relatives for t in behind):
            return None  # "several meetings, among which those with A"
        if self.index.of.fullmatch(between.group()) and between.start() > trigger.end + 1:
            return None  # "a meeting of A and B", not "a meeting with the minister of A"
        gap = self.folded[trigger.end : between.start()]
        told = self._happened(trigger, between.start(), gap)
        if not told and not self.names.no_verb(trigger.end, between.start()):
            return None
        if any(t.lower in self.index.other_between for t in self.document.tokens_in(trigger.end, between.start())):
            return None
        if pair := self._the_two(between.start()):
            return Who("contact-between", others=(pair,))
        if himself := self.index.reflexive.match(self.folded, between.end() + 1):
            return self._himself(trigger, himself.end(), sentence)
        at = self.names.skip_owners(between.end(), sentence.end)
        slots = self.names.after(at, high if high > at else sentence.end, odd=2, several=True)
        slots = led_by(self.names, slots, sentence) if slots else slots
        if slots and (self.objects.governed(at, slots[0]) or self._of_others(between.group(), at, slots[0])):
            return None
        while len(slots) > 1 and self.names.state(slots[0]) and slots[-1].person and not self._and_the(slots[0]):
            slots = self.names.after(slots[0].end, sentence.end)  # "the US and Russian presidents, A and B"
        if sum(len(s.actors) for s in slots) < 2:
            unnamed = bool(slots) and self.index.joined.match(self.folded[slots[-1].end : sentence.end].lstrip())
            return Who("contact-between", others=tuple(slots)) if unnamed and slots[0].person else None
        if trigger.noun and trigger.noun.visit and all(map(self.names.state, slots)):
            return None  # "a mission between France and Norway": where somebody goes
        if trigger.loose and trigger.kind == "call" and all(self.names.state(s) for s in slots) and not trigger.states:
            return Who("contact-none")  # "the dialogue between Moscow and Kyiv"
        return Who("contact-between", others=tuple(slots), mediators=self._mediators(trigger, sentence))

    def _and_the(self, slot: Slot) -> bool:
        """ "The US and the Russian envoy, Smith": behind a name, "and" and an article open another party."""
        behind = self.document.tokens_in(slot.end, slot.end + 12)[:2]
        joined = len(behind) > 1 and behind[0].lower in self.index.words.status.and_
        return joined and behind[1].lower in self.index.articles

    def _happened(self, trigger: Trigger, end: int, gap: str) -> bool:
        """ "The talks took place between", "the talks that took place on Friday between"."""
        first = self.document.tokens_in(trigger.end, end)[:1]
        that = bool(first) and first[0].lower in (*self.index.relatives, *self.index.words.link.that)
        start = first[0].end if that else trigger.end
        return bool(self.index.happened.search(gap)) and self.names.clean(start, end, 14)

    def _the_two(self, at: int) -> Slot | None:
        """ "A call between the two": a group whose name begins with "between"."""
        found = [s for s in self.names.within(at, at + 40) if s.start == at and s.group]
        return found[0] if found else None

    def _himself(self, trigger: Trigger, at: int, sentence: Sentence) -> Who | None:
        """ "He spoke of a meeting between himself and Jones"."""
        others = (
            self.names.after(at, sentence.end, 5, odd=1) if self.index.joined.match(self.folded[at : at + 8]) else []
        )
        acting = [s for s in self.names.within(sentence.start, trigger.start) if s.person and not self.names.oblique(s)]
        acting = [s for s in acting if len(s.actors) == 1 and not set(s.actors) & actors_of(others)]
        return Who("contact-between", tuple(acting[-1:]), tuple(others)) if others and acting else None

    def _led(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Talks led by A and B": who leads them for several states sat at the table; one alone may mediate."""
        if trigger.noun is None or trigger.noun.visit or not (trigger.noun.process or trigger.kind == "meeting"):
            return None
        led = self.index.leading.match(self.folded, trigger.end + 1, trigger.end + 20)
        by = self.index.by.match(self.folded, led.end(), led.end() + 30) if led else None
        slots = [s for s in self.names.after(by.end(), sentence.end) if s.person] if by else []
        states = {self.names.country(a) or a for s in slots for a in s.actors}
        return Who("contact-between", others=tuple(slots)) if len(states) > 1 else None

    def _involving(self, trigger: Trigger, sentence: Sentence, high: int) -> Who | None:
        """ "A meeting in Rome on Thursday involving A; two aides; and three envoys, including B"."""
        found = self.names.search("involving", trigger.end, min(trigger.end + 80, high))
        if found is None or not self.names.no_verb(trigger.end, found.start()):
            return None
        slots = self.names.after(found.end(), sentence.end, odd=2, several=True)
        if not slots or self.objects.governed(found.end(), slots[0]):
            return None
        end = self.folded.rfind(";", slots[-1].end, slots[-1].end + _LONG_ITEM)
        slots = [*slots, *members(self.names, max(slots[-1].end, end + 1), sentence)]
        return Who("contact-between", others=tuple(slots)) if sum(len(s.actors) for s in slots) > 1 else None

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

    def _with_first(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Smith: «With Jones a good meeting»": the other side opens the clause, and the noun stands right behind."""
        if trigger.noun is None or trigger.noun.visit:
            return None
        low = max(sentence.start, trigger.start - 60)
        for tie in self.names.all("with_", low, trigger.start):
            if self.folded[sentence.start : tie.start()].strip()[-1:] not in ("", ":", '"', "“", "«"):
                continue
            others = self.names.after(tie.end(), trigger.start, 6, odd=0)
            gap = self.document.tokens_in(others[-1].end, trigger.start) if others else ()
            known = any(t.text == "," or t.lower in self.index.words.link.definite for t in gap)
            if others and len(gap) <= 2 and not self.names.breaks(gap) and not known:
                self.subjects.take(others)
                return Who("contact-with", (), tuple(s for s in others if s.person))
        return None

    def _protagonists(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "The participants in the call were A and B", "protagonisti del colloquio sono A e B"."""
        low = max(trigger.start - 30, sentence.start)
        if self.index.protagonists.isdisjoint(self.names.words_in(low, trigger.start)[-4:]):
            return None
        before = self.document.tokens_in(low, trigger.start)[-4:]
        said = next(t for t in before if t.lower in self.index.protagonists)
        be = self.names.lexicon.words[self.document.language].speech.passive
        verb = next((t for t in self.document.tokens_in(trigger.end, sentence.end)[:3] if t.text.lower() in be), None)
        if verb is None or not self.names.clean(said.end, verb.start, 6):
            return None
        if not self.names.after(verb.end, sentence.end, 6):
            return None
        slots = self.names.within(verb.end, sentence.end)
        people = tuple(s for s in slots if s.person and not s.pronoun and not self.names.oblique(s, verb.end))
        return Who("contact-between", others=people) if len(actors_of(people)) >= 2 else None

    def _mediators(self, trigger: Trigger, sentence: Sentence) -> tuple[Slot, ...]:
        match = self.names.search("mediation", trigger.end, sentence.end)
        found = self.names.after(match.end(), sentence.end, 6) if match else []
        return tuple(s for s in found if s.person)

    def _attended(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Alla riunione di ieri hanno partecipato A e B": those of several states, where no others are named."""
        if trigger.noun is None or trigger.noun.visit or trigger.plural or not self.index.words.link.at_meeting:
            return None
        match = self.names.search("attending", trigger.end, sentence.end)
        first = self.document.tokens_in(sentence.start, trigger.start)[:1]
        opens = bool(first) and first[0].lower in self.index.words.link.at_meeting
        if match is None or not opens or not self.names.clean(trigger.end, match.start(), 10):
            return None
        also = self.document.tokens_in(match.start(), match.end() + 8)
        if any(t.lower in self.index.negation for t in self.document.tokens_in(trigger.end, match.start())):
            return None
        if self.names.within(sentence.start, match.start()) or any(t.lower in self.index.adverbs for t in also):
            return None
        slots = [s for s in self.names.after(match.end(), sentence.end, odd=2, several=True) if s.person]
        states = {self.names.country(a) or a for s in slots for a in s.actors}
        return Who("contact-between", others=tuple(slots)) if len(states) > 1 else None

    # -- names joined ------------------------------------------------------------------------------
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
        taken = self.subjects.used | {(near[0].start, near[0].end)}
        subject = self.names.subject(near[0].start, sentence, taken, noun=False)
        own = {self.names.country(a) for a in near[0].actors}
        met = [s for s in subject if s.person and not own & {self.names.country(a) for a in s.actors}]
        return Who("contact-compound", tuple(met[:1]), (near[0],)) if met else None

    def _listed_first(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "Smith, Jones call ends": two names joined by a comma open a headline, right before the noun."""
        pair = self.names.after(sentence.start, trigger.start, 0, odd=0, several=True)
        if len(pair) != 2 or len(actors_of(pair)) != 2 or not self.names.headline(pair):
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
        """Names without an article before them or another noun behind: not "calls the A-B deal", "calls A-B talks"."""
        if not pair or self.objects.behind_article(trigger.end, pair[0].start):
            return []
        behind = self.document.tokens_in(pair[-1].end, pair[-1].end + 24)[:1]
        return [] if self.document.language != "it" and behind and behind[0].lower in self.index.noun_words else pair

    # -- with --------------------------------------------------------------------------------------
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
        if any(m.end() + 1 >= with_.start() for m in self.names.all("happened", trigger.end, with_.start())):
            return None  # "their meeting ended with a handshake"
        if any(
            t.lower in self.index.words.link.press for t in self.document.tokens_in(with_.end(), with_.end() + 24)[:2]
        ):
            return Who("contact-none")  # "a call with reporters"
        if sum(t.text == "," for t in self.document.tokens_in(trigger.end, with_.start())) == 1:
            return None  # "in the long call, A agreed with B"
        at = self.names.skip_owners(with_.end(), sentence.end)
        others = self.names.after(at, high if high > at else sentence.end, odd=2)
        if not others or self.objects.governed(at, others[0]):
            others = members(self.names, with_.end(), sentence)
        if not others:
            return self._with_others(trigger, with_.start())
        others = led_by(self.names, others, sentence)
        self.subjects.take(others)
        if self.names.strange_owner(trigger.start):
            return Who("contact-with", (), tuple(others), self._mediators(trigger, sentence))
        owner = self._owner(trigger, others[0])
        subject = (
            owner
            or self.subjects.own(trigger, sentence)
            or self.subjects.after(trigger, others[-1], sentence, self._opens(trigger, sentence))
        )
        if len(actors_of(subject)) > 1 and not owner and self._topic(trigger):
            subject = []  # "A and B discussed the summit with C": which of them met C, is not said
        subject = subject or self.subjects.goes_on(trigger, sentence)
        subject = subject if owner else self.subjects.by_office(trigger, sentence, subject, others)
        subjects = tuple(s for s in subject if not set(s.actors) <= actors_of(others))
        party = self.subjects.party(others) if not subjects else ()
        return Who("contact-with", subjects, tuple(others), self._mediators(trigger, sentence), party)

    def _topic(self, trigger: Trigger) -> bool:
        """Whether a noun is what somebody speaks of: "discussed the summit with", "hanno parlato del vertice con"."""
        for token in reversed(self.document.tokens_in(max(trigger.start - 60, 0), trigger.start)[-8:]):
            if token.text in STOPS or self.names.clause_ends_at(token):
                return False
            if token.lemma in self.index.words.verbs.discussing:
                return True
        return False

    def _with_others(self, trigger: Trigger, tie: int) -> Who | None:
        """ "A meeting with allies": those it was with are not known, and it is none told before."""
        before = self.folded[max(trigger.start - 30, 0) : trigger.start]
        close = len(self.document.tokens_in(trigger.end, tie)) <= 1
        return Who("contact-none") if close and self.index.indefinite.search(before) else None

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
        subject = owner or self.names.subject(trigger.start, sentence, self.subjects.used, noun=True)
        subjects = tuple(s for s in subject if s.person and not set(s.actors) <= actors_of(others))
        if not subjects:
            return None
        self.subjects.take(others)
        return Who("contact-with", subjects, tuple(others))
