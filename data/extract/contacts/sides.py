"""Those who took part in a contact: from the places where they are named to the actors they are.

Lives here: `Who`, and `Sides`, which says who of it took part, one contact with each or one with all. Must not live
here: how the words around a noun or verb arrange the names (`nouns`, `verbs`), or any word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from data.extract.contacts.delegates import delegates_of
from data.extract.contacts.mutual import mutual
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.speaker import Speakers
from data.extract.contacts.triggers import Trigger


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


def actors_of(slots: Sequence[Slot]) -> set[str]:
    """All who are named at some places."""
    return {a for s in slots for a in s.actors}


class Sides:
    """From the places of those who took part to the actors."""

    def __init__(self, names: Names, speakers: Speakers) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.speakers = speakers

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

    def principals(self, who: Who, trigger: Trigger) -> tuple[str, ...]:
        """Those who took part: persons where two are named, else whoever is; states for talks between states."""
        names = self.names
        subjects = [a for s in who.subjects if not self._spokesman(s, who.others) for a in s.actors]
        alone = who.rule in ("contact-with", "contact-verb")  # "between" names all of them
        if alone and not subjects and who.others:
            own = self.speakers.first_person(trigger) or (
                trigger.noun is not None and self.speakers.first_words(trigger)
            )
            if own and (speaker := self.speakers.speaker(trigger)):
                subjects = [speaker]
        actors = list(dict.fromkeys([*subjects, *(a for s in who.others for a in s.actors)]))
        people = [a for a in actors if names.person(a)]
        one_side = who.rule == "contact-with" or trigger.verb is not None
        if one_side and who.others and not subjects and len(people) > 1 and not mutual(self.names, trigger, who.others):
            return ()  # two objects of a subject that is not known did not meet each other
        if trigger.noun and trigger.noun.process and len(people) < len(actors):
            actors = list(dict.fromkeys(self._for_state(a) for a in actors))
        elif people and trigger.kind == "meeting" and all(self._foreign(person, who) for person in people):
            pass  # "his meeting with the American delegation"
        elif people and trigger.verb and len(people) == 1 and self._own(people[0], who):
            return ()  # "he met the delegation of his country"
        elif people:
            actors = people
        if trigger.kind == "call" and not people and not trigger.states:
            return ()
        mediators = [a for s in who.mediators for a in s.actors]
        return tuple(dict.fromkeys([*actors, *mediators]))

    def _spokesman(self, slot: Slot, others: Sequence[Slot]) -> bool:
        """Whether a pronoun seems to mean a spokesman who meets a leader: it rather means somebody else."""
        if not slot.pronoun or not any(self.names.leads(a) for s in others for a in s.actors):
            return False
        actor = self.names.lexicon.actors.get(slot.actors[0])
        offices = actor.offices if actor else ()
        return bool(offices) and all(self.names.lexicon.offices[h.office].rank == 3 for h in offices)

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
            delegates_of(self.names, s) and own not in map(self.names.state_of, s.actors) for s in others
        )

    def _own(self, person: str, who: Who) -> bool:
        """Whether the other side is only the person's own state."""
        own = self.names.state_of(person)
        return bool(who.others) and all(own in map(self.names.state_of, s.actors) and not s.person for s in who.others)
