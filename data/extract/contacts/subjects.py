"""Who acts in a contact: the subject of its verb, whoever holds the office named, or acted in the sentence before.

Lives here: `Subjects`, which also keeps in mind which names of a sentence are taken. Must not live here: whom the verb
acts on (`objects`), or any word list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from data.document import Sentence, Token
from data.extract.contacts import status
from data.extract.contacts.names import DASHES, STOPS, Names, Slot
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.speaker import Speakers
from data.extract.contacts.triggers import Trigger

_ASIDE = 6  # words between whoever is sent and "to": what he is
_NEXT = 400  # characters within which the next sentence goes on about whoever acted


class Subjects:
    """Those who act, trigger by trigger; within one sentence a name used up as object is no subject later."""

    def __init__(self, names: Names, speakers: Speakers) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.speakers = speakers
        self.used: set[tuple[int, int]] = set()
        self._acting: Slot | None = None  # who alone acts in the contact told last
        self._acting_here: Slot | None = None  # the same, within the sentence
        self._parties: list[frozenset[Slot]] = []  # those of the contacts told before in the sentence

    def begin(self) -> None:
        """A new sentence."""
        self.used, self._parties, self._acting_here = set(), [], None

    def take(self, slots: Iterable[Slot]) -> None:
        """Names that are objects, and no subjects any more."""
        self.used |= {(s.start, s.end) for s in slots}

    def note(self, who: Who) -> None:
        """Keep in mind who took part in a contact, for what is told after it."""
        if len(who.subjects) == 1 and who.subjects[0].person and len(who.subjects[0].actors) == 1:
            self._acting = self._acting_here = who.subjects[0]
        party = frozenset((*who.subjects, *who.others))
        if len(actors_of(tuple(party))) > 1:
            self._parties.append(party)

    def party(self, others: Sequence[Slot]) -> tuple[str, ...]:
        """Those of the contacts told before in the sentence, but for some."""
        return tuple({a for p in self._parties for a in actors_of(tuple(p))} - actors_of(others))

    def own(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """Whoever acts, but for the whole party of another contact: "A and B spoke before a meeting with C"."""
        subject = self.names.subject(trigger.start, sentence, self.used, noun=True)
        if self.names.they(trigger.start, sentence, self.used) is not None:
            return subject
        gap = self.document.tokens_in(subject[-1].end, trigger.start) if subject else ()
        apart = bool(gap) and gap[0].text == "," and len(gap) <= 3 and any(t.lower in self.index.articles for t in gap)
        if apart and not any(t.lower in self.index.words.status.parting for t in gap):
            return []  # "A e B, la telefonata con C non piace", but "A, after a call with C"
        parties = [actors_of(tuple(p)) for p in self._parties if p & set(subject)]
        whole = len(actors_of(subject)) > 1 or any(self.names.oblique(s) for s in subject)
        return [] if whole and any(actors_of(subject) <= party for party in parties) else subject

    def goes_on(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "A met B. A call with C is also planned": whoever acts in the contact told right before."""
        acting = self._acting
        if (
            acting is None
            or not 0 < trigger.start - acting.end < _NEXT
            or self._parties
            or self.speakers.first_person(trigger)
        ):
            return []
        before = [s for s in self.names.within(sentence.start, trigger.start) if s.person]
        return [] if before or sentence.start <= acting.start else [acting]

    def after(
        self, trigger: Trigger, last: Slot, sentence: Sentence, opening: bool = False
    ) -> list[Slot]:  # fmt: skip
        """ "Nell'incontro con A, B ha detto": the first name after the comma that no preposition governs.

        After words that open the sentence it needs no comma.
        """
        own = trigger.noun is not None and self.speakers.first_person(trigger)
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

    def by_office(
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
        start, taken = self.document.sentences[max(which - 3, 0)].start, actors_of(others)
        for slot in reversed(self.names.within(start, tokens[i].start)):
            single = slot.person and not slot.group and len(slot.actors) == 1
            if single and tokens[i].lower in self.names.title_words(slot) and not taken & set(slot.actors):
                return [slot]
        behind_that = any(t.lower in self.index.words.link.that for t in self.document.tokens_in(low, tokens[i].start))
        return [] if behind_that else subject

    def described(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Smith praised Jones, who had met Brown": whoever stands right before the word that opens the clause."""
        relatives = self.index.relatives | frozenset(self.index.words.link.that)
        tokens = self.document.tokens_in(max(sentence.start, trigger.start - 50), trigger.start)
        behind_comma = len(tokens) > 2 and tokens[-1].lower in self.index.clause_openers and tokens[-2].text == ","
        tokens = tokens[:-2] if behind_comma else tokens  # "Smith, who, after meeting Jones, …"
        for token in reversed(tokens):
            if token.lower in relatives:
                before = self.names.before(token.start, sentence.start, 1)
                before = before if len(before) == 1 else []
                apart = behind_comma or (bool(before) and bool(self.folded[before[0].end : token.start].strip()))
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

    def before_dashes(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Smith and Jones — who once … — met in Rome": those before an aside between dashes."""
        if self.folded.count("-", sentence.start, trigger.start) < 2:
            return []
        tokens = self.document.tokens_in(sentence.start, trigger.start)
        dashes = [i for i, t in enumerate(tokens) if t.text in DASHES and self._spaced(t)]
        if len(dashes) < 2 or not all(self.names.beside_verb(t) for t in tokens[dashes[-1] + 1 :]):
            return []
        at = tokens[dashes[-2]].start
        slots = self.names.before(at, sentence.start, 0)
        free = [s for s in slots if s.person or s.group]
        return [] if free and (self.names.oblique(free[0]) or self.names.owns(free[-1])) else free

    def _spaced(self, dash: Token) -> bool:
        """Whether a dash is a mark of its own, and joins no words."""
        return self.folded[dash.start - 1 : dash.start] == " " or dash.text == "—"

    def sent(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Smith sent Jones to meet Brown": whoever is sent, asked or brought to do it."""
        last = self.document.tokens_in(max(trigger.start - 6, sentence.start), trigger.start)[-1:]
        if not last or last[0].lower not in self.index.words.status.sent_to:
            return []
        slots = self.names.before(last[0].start, sentence.start, _ASIDE)
        return slots if len(slots) == 1 and slots[0].person and self.names.acted_on(slots[0]) else []

    def of_main_clause(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
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

    def unsaid(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Ha poi incontrato A": a subject the verb does not name is that of the sentence before."""
        if status.tense(self.names, trigger) == "open" or not self.index.words.status.future_endings:
            return []
        if self.speakers.first_person(trigger):
            return []  # "chiamerò Rossi": whoever speaks
        before = self.document.tokens_in(sentence.start, trigger.start)
        if any(t.text in STOPS or self.names.clause_ends_at(t) for t in before):
            return []
        if self._acting_here is not None and self.names.joined(trigger.start):
            return [self._acting_here]
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
