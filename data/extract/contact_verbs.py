"""Who took part in a contact told by a verb: its subjects and objects, "with whom", "was received by".

Lives here: `Verbs`. Must not live here: which words are verbs of contact (`contact_triggers`), contacts told by a noun
(`contact_nouns`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence
from data.extract import contact_status as status
from data.extract.contact_mutual import each_other, mutual, said_mutual
from data.extract.contact_names import Names, Slot
from data.extract.contact_objects import Objects
from data.extract.contact_sides import Who, actors_of
from data.extract.contact_speaker import Speakers
from data.extract.contact_subjects import Subjects
from data.extract.contact_triggers import Trigger
from data.extract.rules import Rule
from data.lexicon.types import ContactVerb

RULES = (
    Rule(
        "contact-verb",
        "A verb of contact with subject and object, or a plural subject. Those of two states who spoke had a call; "
        "“the two leaders” are those of the contact of the kind told last; “Smith and I”: whoever is quoted.",
        "«Rossi ha incontrato Bianchi»",
        "“Smith met Jones”",
    ),
)

_REACH = 10  # words between the subjects of a verb and the verb: "agreed during a long call to"


class Verbs:
    """Reads who took part in what a verb tells."""

    def __init__(self, names: Names, subjects: Subjects, objects: Objects, speakers: Speakers) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.subjects, self.objects, self.speakers = subjects, objects, speakers

    def read(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> Who:
        rule = "contact-verb"
        inverted = self._whom(trigger, sentence) or (self._agent(trigger, sentence, high) if verb.host else None)
        if inverted:
            return inverted
        if verb.passive:
            return Who(rule)
        if verb.host and self._passive(trigger):  # "no requests have been received from them, he said"
            guest = self.names.subject(trigger.start, sentence, self.subjects.used, noun=False)
            return Who(rule, tuple(s for s in guest if s.person)[:1])
        objects = self.objects.visited(trigger, verb, sentence, high) or self.objects.of(trigger, verb, sentence, high)
        if not objects and verb.object != "place" and self.speakers.first_person(trigger):
            objects = self.objects.preposed(trigger, sentence)
        if verb.host and self._of_a_contact(objects):
            return Who("contact-none")
        if len(actors_of(objects)) > 1 and mutual(self.names, trigger, objects):
            return Who(rule, others=tuple(objects))
        self.subjects.take(objects)
        states = [s for s in self.names.before(trigger.start, sentence.start, 5) if self.names.state(s)]
        near = bool(states) and self.names.clean(states[-1].end, trigger.start, 2) and not self.names.oblique(states[0])
        subject = (
            states
            if near
            else self.subjects.described(trigger, sentence) or self.subjects.of_main_clause(trigger, sentence)
        )
        subject = subject or self.names.subject(trigger.start, sentence, self.subjects.used, noun=False)
        if objects:
            subject = self.subjects.by_office(trigger, sentence, subject, objects)
            subject = (
                subject
                or self.subjects.after(trigger, objects[-1], sentence)
                or self.subjects.unsaid(trigger, sentence)
            )
            return Who(rule, tuple(s for s in subject if not set(s.actors) & actors_of(objects)), tuple(objects))
        if verb.object == "place" or self.objects.him(trigger):
            goers = tuple(s for s in subject if s.person)
            return Who(rule, goers if verb.object == "place" else goers[:1])
        if verb.then or verb.host or not each_other(self.names, trigger, verb):
            return Who(rule)
        reached = subject and (self._reaches(subject[-1].end, trigger.start) or self._after_verb(trigger))
        if len(actors_of(subject)) >= 2 and reached and self._ends(trigger):
            return Who(rule, tuple(subject))
        if len(actors_of(states)) >= 2 and self._ends(trigger):
            return Who(rule, tuple(states))
        return Who(rule)

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
        if at is None or not all(t.lower in words for t in tokens[at + 1 :]) or said_mutual(self.names, trigger):
            return None
        whom = [s for s in self.names.within(sentence.start, tokens[at].start) if s.person][-1:]
        if not whom or len(self.document.tokens_in(whom[0].end, tokens[at].start)) > 1:
            return None
        if self.objects.of(trigger, verb, sentence, sentence.end):
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
            at = self.objects.past_adverbs(trigger.end, high)
            match = self.index.by.match(self.folded, at, min(at + 50, high)) if at > trigger.end else None
        found = self.names.after(match.end(), sentence.end, 4, odd=1)[:1] if match else []
        agent = [s for s in found if s.person]
        if not agent:
            return None
        before = self.names.before(trigger.start, sentence.start, 4)
        before = before or self.names.subject(trigger.start, sentence, self.subjects.used, noun=False)
        guests = [s for s in before if s.person and not set(s.actors) & actors_of(agent)]
        guests = [] if guests and self.names.oblique(guests[0]) else guests
        return Who("contact-verb", tuple(agent), tuple(guests)) if guests else Who("contact-verb")

    def _of_a_contact(self, objects: Sequence[Slot]) -> bool:
        """ "Smith welcomes the Jones-Brown dialogue": two names that describe a noun are no guests."""
        if len(objects) < 2 or not self.names.hyphenated(objects):
            return False
        behind = self.document.tokens_in(objects[-1].end, objects[-1].end + 24)[:1]
        small = self.index.small | self.index.prepositions
        return bool(behind) and behind[0].text.islower() and behind[0].lower not in small

    def _passive(self, trigger: Trigger) -> bool:
        """Whether the verb is a passive: "was received"."""
        passive = self.names.lexicon.words[self.document.language].speech.passive
        return any(t.text.lower() in passive for t in self.document.tokens_in(trigger.start - 16, trigger.start)[-1:])

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
