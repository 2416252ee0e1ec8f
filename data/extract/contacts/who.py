"""Who took part in a contact, as the words around its noun or verb arrange them.

Lives here: `WhoReader`, which puts the parts together: `nouns` with `clauses` and `visits`,
`verbs` with `subjects` and `objects`, `sides` for the actors. Must not live here: a
way of naming those who took part, days, places, whether it took place, or any word list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.document import Sentence
from data.extract.contacts.names import Names
from data.extract.contacts.nouns import Nouns
from data.extract.contacts.objects import Objects
from data.extract.contacts.sides import Sides, Who
from data.extract.contacts.speaker import Speakers
from data.extract.contacts.subjects import Subjects
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.verbs import Verbs
from data.extract.finds import Quote


class WhoReader:
    """Reads who took part, trigger by trigger, in the order of the text."""

    def __init__(self, names: Names, quotes: Sequence[Quote], dates_at: Mapping[int, int]) -> None:
        speakers = Speakers(names, quotes)
        self._subjects = Subjects(names, speakers)
        objects = Objects(names, dates_at)
        self._nouns = Nouns(names, self._subjects, objects)
        self._verbs = Verbs(names, self._subjects, objects, speakers)
        self.sides = Sides(names, speakers)

    def begin(self) -> None:
        """A new sentence."""
        self._subjects.begin()

    def read(self, trigger: Trigger, sentence: Sentence, low: int, high: int) -> Who:
        """Who took part, and the rule that says so; nobody for a contact told again.

        `low` and `high` are where the contacts before and after it stand.
        """
        if trigger.verb:
            who = self._verbs.read(trigger, trigger.verb, sentence, high)
        else:
            who = self._nouns.read(trigger, sentence, low, high)
        self._subjects.note(who)
        return who
