""" "A met B. The two leaders …": the two of a contact told before.

Lives here: `Pairs`, which keeps in mind between whom the contacts so far were. Must not live here: names of groups
(`data.extract.actors`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.extract.contact import Contact
from data.extract.contact_names import Names, Slot
from data.extract.contact_sides import Who
from data.extract.contact_triggers import Trigger

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
