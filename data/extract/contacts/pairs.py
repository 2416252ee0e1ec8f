""" "A met B. The two leaders …": the two of a contact told before.

Lives here: `Pairs`, which keeps in mind between whom the contacts so far were. Must not live here: names of groups
(`data.extract.actors`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence, Token
from data.extract.contacts.contact import Contact
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.sides import Who
from data.extract.contacts.triggers import Trigger
from data.lexicon.types import ContactVerb

_OPENING_WORDS = 5  # "the last time they": words of a sentence up to who acts
_HIM = 240  # characters behind a contact within which "meet him" is the other of it
_SAME_TWO = 900  # characters within which "the two leaders" are those of a contact told before


class Pairs:
    """The pairs of one article's contacts, in the order in which they are told."""

    def __init__(self, names: Names) -> None:
        self.names, self.document = names, names.document
        self._pairs: list[tuple[int, str, frozenset[str]]] = []  # the two of each contact so far, its place and kind

    def note(self, trigger: Trigger, told: Sequence[Contact]) -> None:
        """Keep in mind between which two a contact was; one told again is of those it was told of before."""
        for contact in told:
            people = frozenset(p for p in contact.principals if self.names.person(p))
            if len(people) < 2 and not trigger.plural:
                people = next(
                    (two for _, kind, two in reversed(self._pairs) if kind == contact.kind and people <= two), people
                )
            if len(people) == 2:
                self._pairs.append((trigger.start, contact.kind, people))

    def last_two(self, group: Slot, reach: int = _SAME_TWO) -> tuple[str, ...]:
        """ "The two leaders": those of the contact told last within reach, else those the words mean by themselves."""
        near = [two for mark, _, two in self._pairs if 0 < group.start - mark <= reach]
        return tuple(sorted(near[-1])) if near else group.actors

    def with_other(self, person: str, at: int, gender: str, reach: int) -> tuple[str, ...]:
        """ "Smith told him": Smith and the other of the contact told last, if that is his and nobody else is named."""
        near = [(mark, two) for mark, _, two in self._pairs if 0 < at - mark <= reach]
        if not near or person not in near[-1][1]:
            return ()
        mark, two = near[-1]
        other = self.names.lexicon.actors.get(next(iter(two - {person})))
        if other is not None and other.gender and other.gender != gender:
            return ()
        named = {a for s in self.names.within(mark, at) if s.person and not s.pronoun for a in s.actors}
        return tuple(sorted(two)) if named <= two else ()

    def him(self, trigger: Trigger, who: Who) -> Who:
        """ "Smith spoke with Jones and agreed to meet him": the other of the contact told right before."""
        slots, index = (*who.subjects, *who.others), self.names.index
        if trigger.verb is None or len(slots) != 1 or len(slots[0].actors) != 1:
            return who
        behind = self.document.tokens_in(trigger.end, trigger.end + 24)
        behind = behind[1:] if behind and behind[0].lower in index.prepositions else behind
        gender = index.words.link.datives.get(behind[0].lower) if behind else None
        if gender is None or (len(behind) > 1 and not self._ends(behind[1])):
            return who
        alone = tuple(self._acting(trigger))
        acting = (who.subjects or (alone if slots[0].pronoun else ())) if alone else ()  # "him" read as who acts
        person = slots[0].actors[0]
        other = {*self.with_other(person, trigger.start, gender, _HIM)} - {person}
        if len(acting) != 1 or acting[0].actors != (person,) or not other:
            return who
        met = Slot(behind[0].start, behind[0].end, tuple(other), True, True, False)
        return who._replace(subjects=acting, others=(met,))

    def _acting(self, trigger: Trigger) -> list[Slot]:
        """Who acts, if nobody is told of by his role alone between him and the verb: "asked an aide to meet him"."""
        index, sentence = self.names.index, self.document.sentence_at(trigger.start)
        acting = self.names.subject(trigger.start, sentence, set(), noun=False)
        last = max((s.end for s in self.names.within(sentence.start, trigger.start)), default=trigger.start)
        words = self.document.tokens_in(last, trigger.start)
        return [] if any(t.lower in index.roles or t.lower in index.several_roles for t in words) else acting

    def _ends(self, token: Token) -> bool:
        """Whether a word behind "her" is no noun that is hers."""
        index = self.names.index
        known = token.lower in index.openers or token.lower in index.adverbs or token.lower in index.gerund_before
        return known or not token.text[0].isalnum() or token.start in self.names.in_dates

    def they(self, trigger: Trigger, sentence: Sentence, who: Who) -> Who:
        """ "They last met in 2019", "the leaders met in Rome": the two of the contact told last."""
        verb = trigger.verb
        if (
            verb is None
            or who.subjects
            or who.others
            or verb.host
            or verb.object == "place"
            or verb.bare
            or self._said(verb)
        ):
            return who
        tokens = self.document.tokens_in(sentence.start, trigger.start)
        while tokens and self.names.beside_verb(tokens[-1]):
            tokens = tokens[:-1]
        if not tokens or len(tokens) > _OPENING_WORDS or self.names.within(sentence.start, tokens[-1].start):
            return who
        for field in ("both", "those_two"):
            for found in self.names.all(field, sentence.start, tokens[-1].end):
                if found.end() == tokens[-1].end and not self.names.beside_verb(tokens[-1]):
                    meant = Slot(*found.span(), (), True, False, True)
                    two = self._undisturbed(meant)
                    return who._replace(subjects=(meant._replace(actors=two),)) if two else who
        return who

    def _undisturbed(self, they: Slot) -> tuple[str, ...]:
        """The two of the contact told last, if nobody else who leads a state is named since."""
        near = [(mark, two) for mark, _, two in self._pairs if 0 < they.start - mark <= _SAME_TWO]
        if not near:
            return ()
        mark, two = near[-1]
        since = self.names.within(mark, they.start)
        others = {a for s in since if not s.pronoun for a in s.actors if self.names.leads(a)} - two
        return () if others else tuple(sorted(two))

    def _said(self, verb: ContactVerb) -> bool:
        """ "They also discussed grain": what was said in a contact told before."""
        return not self.names.index.sharing.isdisjoint(verb.lemmas)

    def same_two(self, trigger: Trigger, who: Who) -> Who:
        """ "A met B. The two leaders …": of the contact of the kind told last, unless two others were named since."""
        slots = (*who.subjects, *who.others)
        if len(slots) != 1 or not (slots[0].group and slots[0].person) or len(slots[0].actors) != 2:
            return who
        group = slots[0]
        last = dict.fromkeys(group.actors, 0)
        for slot in self.names.within(max(group.start - _SAME_TWO, 0), group.start):
            low = self.document.sentence_at(slot.start).start
            if (
                slot.group
                or not last.keys() & set(slot.actors)
                or self.names.oblique(self.names.before(slot.end, low, 0)[0])
            ):
                continue
            last.update({a: slot.start for a in slot.actors if a in last and not self.names.speaks_for(a)})
        leads = all(map(self.names.leads, group.actors))
        for mark, kind, two in reversed(self._pairs):
            if mark <= min(last.values()) or group.start - mark > _SAME_TWO:
                return who
            fits = all(map(self.names.leads, two)) == leads or (leads and self._any_leaders(group))
            if (kind == trigger.kind or trigger.loose) and fits:
                meant = group._replace(actors=tuple(sorted(two)))
                return who._replace(subjects=(meant,)) if who.subjects else who._replace(others=(meant,))
        return who

    def _any_leaders(self, group: Slot) -> bool:
        """ "The two leaders", who need not be heads of states, unlike "the two presidents"."""
        office = self.names.lexicon.offices["leader"]
        titles = office.plural_it if self.document.language == "it" else office.plural_en
        return any(t.lower in titles for t in self.document.tokens_in(group.start, group.end))
