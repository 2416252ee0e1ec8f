"""Whether a contact was a call or a meeting, and whether its words leave that open.

Lives here: `Kinds`. Must not live here: what other passages say of the same contact (`data.merge`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from data.document import Sentence
from data.extract.contacts import status, sure
from data.extract.contacts.delegates import delegates_there
from data.extract.contacts.mutual import reflexive
from data.extract.contacts.names import Names
from data.extract.contacts.sides import Sides, Who
from data.extract.contacts.triggers import Trigger


class Kinds:
    """Reads the kind of a contact from its words, its place and those who took part."""

    def __init__(self, names: Names, sides: Sides) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.sides = sides

    def kind(
        self,
        trigger: Trigger,
        who: Who,
        parts: Sequence[Who],
        sentence: Sentence,
        place: str | None,
        tail: int,
        talks: bool,
    ) -> tuple[Literal["call", "meeting"], bool]:
        """Whether it was a call or a meeting, and whether the words leave that open; `talks`: at one table."""
        aside = trigger.loose and self._beside_event(trigger, tail)
        table = trigger.loose and (aside or talks or delegates_there(self.names, trigger, who.others))
        talked = place is None and not aside and all(self._talked(trigger, some, sentence) for some in parts)
        loose = trigger.loose and not place and not table and not talked
        if trigger.noun and trigger.noun.process and self._by_phone(trigger, who):
            return "call", loose
        seen = trigger.loose and not talked and (place is not None or self._envoy(who) or table)
        seen = seen and not self._remote(trigger, tail)
        return "meeting" if seen or self.negotiations(trigger, who) else trigger.kind, loose

    def _talked(self, trigger: Trigger, who: Who, sentence: Sentence) -> bool:
        """ "Smith has spoken to Jones", "torna a parlare con Rossi": of two states, once, and not only in general."""
        if not (trigger.verb.talk if trigger.verb else self._conversed(trigger, who)):
            return False
        if not (who.others or reflexive(self.names, trigger)) or not self._of_states(trigger, who):
            return False
        tail = max((trigger.end, *(s.end for s in who.others)))
        near = max(trigger.start - 60, sentence.start), min(tail + 30, sentence.end)
        if self.names.search("habit", *near):
            return False
        after = status.behind_clause(self.names, trigger, sentence.start) is not None  # "after speaking to Jones"
        if trigger.noun or after or status.tense(self.names, trigger) != "open":
            return True
        ahead = who.subjects and status.plain_future(self.names, trigger)  # "I will speak with Smith" some day
        return bool(ahead) or self._told_now(trigger, who, sentence)

    def _conversed(self, trigger: Trigger, who: Who) -> bool:
        """ "Had a conversation with Jones": a loose noun of talking, behind a verb of holding."""
        noun = trigger.noun
        talk = noun is not None and noun.loose and noun.kind == "call" and not noun.states
        return talk and who.rule == "contact-with" and sure.held(self.names, trigger)

    def _of_states(self, trigger: Trigger, who: Who) -> bool:
        """Whether two act for different states, or one who says "I" and one who acts for a state."""
        sides = (who.subjects, who.others or who.subjects)
        if not all(map(self.names.official, (*who.subjects, *who.others))):
            return False
        people = self.sides.principals(who, trigger)
        if not all(sides) and len(people) < 2:
            return False
        if len(people) < 2 or any(map(self.names.envoy, people)):
            return False
        first, *others = [self.names.country(a) for a in people]
        return first is None or first not in others

    def _told_now(self, trigger: Trigger, who: Who, sentence: Sentence) -> bool:
        """ "Smith speaks to Jones": as news, of two who lead states or in a headline; no infinitive."""
        token = self.document.tokens[self.document.token_index(trigger.start)]
        endings = self.index.words.status.infinitive_endings
        if self.names.accented(token).endswith(endings or "\n") or (not endings and token.lower == token.lemma):
            return False
        if token.lower.endswith("ing"):
            return False
        heading = self.document.text[sentence.end - 1] not in '.!?"”»'
        leaders = all(self.names.leads(a) for s in (*who.subjects, *who.others) for a in s.actors)
        return heading or (leaders and not self.index.words.status.infinitive_endings)

    def _envoy(self, who: Who) -> bool:
        """Whether one leads a state and the other does not, or all others are sent: they talk face to face."""
        people = {a for s in (*who.subjects, *who.others) for a in s.actors if self.names.person(a)}
        sent = len(people) == 2 or all(self.names.envoy(a) for a in people if not self.names.leads(a))
        return len(people) > 1 and sent and sum(map(self.names.leads, people)) == 1

    def talks(self, trigger: Trigger, who: Who) -> bool:
        """ "I colloqui con Rossi", of persons: talks at one table, unlike "un colloquio"."""
        noun = trigger.noun
        people = who.others and all(s.person for s in (*who.subjects, *who.others))
        return bool(people) and trigger.plural and noun is not None and noun.loose and noun.states

    def negotiations(self, trigger: Trigger, who: Who) -> bool:
        """ "I colloqui tra Russia e Ucraina": a loose noun between states."""
        slots = (*who.subjects, *who.others)
        return trigger.states and bool(slots) and not any(s.person for s in slots)

    def _remote(self, trigger: Trigger, tail: int) -> bool:
        """Whether words beside a contact say that they were not in one place: "a distanza", "virtual"."""
        return bool(self.names.search("remote", max(trigger.start - 20, 0), tail + 25))

    def _by_phone(self, trigger: Trigger, who: Who) -> bool:
        """ "Talks by phone with Jones": of persons, with the words right behind the noun."""
        people = [s for s in (*who.subjects, *who.others) if s.person]
        return bool(people) and bool(self.index.remote.match(self.folded, trigger.end + 1))

    def _beside_event(self, trigger: Trigger, tail: int) -> bool:
        """ "A talk with Jones on the sidelines of the summit": they were in one place."""
        return self.names.search("beside", trigger.end, tail + 30) is not None
