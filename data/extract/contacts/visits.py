"""Who took part in a visit: whoever comes, and whom he visits.

Lives here: `Visits`. Must not live here: who receives at a place (`where`), or any word list.
"""

from __future__ import annotations

from data.document import Sentence
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.subjects import Subjects
from data.extract.contacts.triggers import Trigger
from data.extract.rules import Rule

RULES = (
    Rule(
        "contact-visit",
        "A visit: those who come, and whoever receives at the place.",
        "«la visita di Rossi alla Casa Bianca»",
        "“Jones visited the White House”",
    ),
)


class Visits:
    """Reads who visits whom."""

    def __init__(self, names: Names, subjects: Subjects) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.subjects = subjects

    def read(self, trigger: Trigger, sentence: Sentence, high: int) -> Who:
        """ "The visit of A", "A's visit": whoever comes; the place may tell who receives."""
        visited = self._visited(trigger, sentence)
        if visited:
            subject = self.names.subject(trigger.start, sentence, self.subjects.used, noun=True)
            guests = tuple(s for s in subject if s.person and not set(s.actors) & actors_of(visited))[:1]
            return Who("contact-visit", guests, tuple(visited))
        visitors = [s for s in self.names.within(trigger.end, high) if s.person and self.names.oblique(s)][:1]
        visitors = [s for s in visitors if self.names.clean(trigger.end, s.start, 14)]
        if close := self._before_visit(trigger, sentence):
            visitors = [close]
        if not visitors and not self.names.of_day(trigger.start):  # "Smith said Monday's visit was short"
            subject = self.names.subject(trigger.start, sentence, self.subjects.used, noun=True)
            visitors = [s for s in subject if s.person and not self._says(s, trigger)][:1]
        return Who("contact-visit", subjects=tuple(visitors))

    def _visited(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Paid a visit to Jones", "a formal visit with Jones": a person right behind."""
        start = trigger.end + (self.folded[trigger.end : trigger.end + 1] == " ")
        tie = self.index.to.match(self.folded, start) or self.index.with_.match(self.folded, start)
        slots = [s for s in self.names.after(tie.end(), sentence.end, 6, odd=0) if s.person][:1] if tie else []
        if not slots or tie is None:
            return []
        titles = self.document.tokens_in(tie.end(), slots[0].start)
        return slots if all(t.lower in self.index.titles for t in titles) else []

    def _says(self, slot: Slot, trigger: Trigger) -> bool:
        """ "Smith said Monday's visit was short": whoever speaks of a visit that is told by its day."""
        if trigger.start - slot.end > 40 or not self.names.folded.endswith("'s ", slot.end, trigger.start):
            return False
        behind = self.document.tokens_in(slot.end, trigger.start)[:2]
        return any({t.lower, t.lemma} & self.index.speech for t in behind)

    def _before_visit(self, trigger: Trigger, sentence: Sentence) -> Slot | None:
        """ "Smith White House visit", "Smith's India trip": a name right before a visit, with the place between."""
        slots = [s for s in self.names.within(sentence.start, trigger.start) if s.person]
        if not slots or trigger.start - slots[-1].end > 40:
            return None
        at = slots[-1].end + (2 if self.names.owns(slots[-1]) else 0)
        place = next((self.names.places_at[t.start] for t in self.document.tokens_in(at, trigger.start)[:1]
                      if t.start in self.names.places_at), None)  # fmt: skip
        return slots[-1] if place is not None and trigger.start - place <= 1 else None
