"""Who took part in a contact told by a verb: its subjects and objects, "with whom", "was received by".

Lives here: `Verbs`. Must not live here: which words are verbs of contact (`triggers`), contacts told by a noun
(`nouns`), or any word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence
from data.extract.contacts import status
from data.extract.contacts.clitics import clitic_of, meant_by
from data.extract.contacts.mutual import each_other, mutual, reflexive, said_mutual
from data.extract.contacts.names import DASHES, QUOTES, Names, Slot
from data.extract.contacts.objects import Objects
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.speaker import Speakers
from data.extract.contacts.subjects import Subjects
from data.extract.contacts.triggers import Trigger
from data.extract.rules import Rule
from data.lexicon.types import ContactVerb

RULES = (
    Rule(
        "contact-verb",
        "A verb of contact with subject and object, or a plural subject. Those of two states who spoke had a call; "
        "“the two leaders” are those of the contact of the kind told last, “they” those of the one told last, "
        "“meet him” is with the other of that one; “Smith and I”: whoever is quoted. “Then to Brown”, “and with Brown "
        "on Friday” goes on with somebody else.",
        "«Rossi ha incontrato Bianchi»",
        "“Smith met Jones”",
    ),
)

_ADJECTIVES = 4  # words between a verb and the "leaders" whom somebody meets
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
        if verb.passive and not verb.trip:
            return Who(rule)
        if verb.host and status.passive(self.names, trigger):  # "no requests have been received from them, he said"
            guest = self.names.subject(trigger.start, sentence, self.subjects.used, noun=False)
            return Who(rule, tuple(s for s in guest if s.person)[:1])
        objects = self.objects.visited(trigger, verb, sentence, high) or self.objects.of(trigger, verb, sentence, high)
        if not objects and verb.object != "place" and self.speakers.first_person(trigger):
            objects = self.objects.preposed(trigger, sentence)
        if not objects and verb.object == "with" and self.index.words.status.future_endings:
            acting, others = self.objects.with_first(trigger, sentence)
            if others and not actors_of(acting) & actors_of(others):
                return Who(rule, tuple(acting), tuple(others))
        if who := self._before_verb(trigger, sentence, objects):
            return who
        if len(actors_of(objects)) > 1 and mutual(self.names, trigger, objects):
            return Who(rule, others=tuple(objects))
        self.subjects.take(objects)
        states = [s for s in self.names.before(trigger.start, sentence.start, 5) if self.names.state(s)]
        near = bool(states) and self._right_before(states, trigger)
        subject = (
            states
            if near
            else self.subjects.before_dashes(trigger, sentence)
            or self.subjects.described(trigger, sentence)
            or self.subjects.sent(trigger, sentence)
            or self.subjects.of_main_clause(trigger, sentence)
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
            goers = tuple(s for s in subject if s.person and not (verb.passive and self.names.oblique(s)))
            if verb.object == "place":
                return Who(rule, goers)
            return Who(rule, goers[:1], self.objects.only_other(trigger, sentence, goers))
        if verb.object == "to" and not (said_mutual(self.names, trigger) or reflexive(self.names, trigger)):
            return Who(rule)  # "Smith and Jones read it by phone": to whom, is not said
        if unnamed := self._of_unnamed(trigger, verb, subject):
            return Who(rule, unnamed)
        if verb.then or verb.host or not each_other(self.names, trigger, verb):
            return Who(rule)
        reached = subject and (self._reaches(subject[-1].end, trigger.start) or self._after_verb(trigger))
        they = self.names.they(trigger.start, sentence, self.subjects.used) is not None
        reached = reached or (they and self.index.sharing.isdisjoint(verb.lemmas))
        reached = reached or bool(self.subjects.before_dashes(trigger, sentence))
        if len(actors_of(subject)) >= 2 and reached and self._ends(trigger):
            return Who(rule, tuple(subject))
        if len(actors_of(states)) >= 2 and self._ends(trigger):
            return Who(rule, tuple(states))
        return Who(rule, self._of_infinitive(trigger, sentence) if self._ends(trigger) else ())

    def _right_before(self, states: Sequence[Slot], trigger: Trigger) -> bool:
        """Whether states stand right before a verb as its subject: not "ha visitato Roma e ha incontrato Rossi"."""
        if not self.names.clean(states[-1].end, trigger.start, 2) or self.names.oblique(states[0]):
            return False
        ahead = self.document.tokens_in(max(states[0].start - 16, 0), states[0].start)[-1:]
        if ahead and ahead[0].lower in self.index.words.link.place:
            return False  # "arrived in Russia to meet Jones"
        between = self.document.tokens_in(states[-1].end, trigger.start)
        return not any(t.text.lower() in self.index.words.status.and_ for t in between)

    def _of_infinitive(self, trigger: Trigger, sentence: Sentence) -> tuple[Slot, ...]:
        """ "Plans for A and B to meet": those named between the words that open an infinitive with its own subject."""
        link = self.index.words.link
        opening = self.document.tokens_in(max(trigger.start - 4, sentence.start), trigger.start)[-1:]
        if not opening or opening[0].lower not in link.purpose:
            return ()
        both = self.names.before(opening[0].start, sentence.start, 0)
        governed = len(actors_of(both)) > 1 and self.names.oblique(both[0])
        before = self.document.tokens_in(max(both[0].start - 60, sentence.start), both[0].start) if governed else ()
        tie = next((i for i in range(len(before) - 1, 0, -1) if before[i].lower in self.index.prepositions), None)
        planned = tie is not None and f"{before[tie - 1].lower} {before[tie].lower}" in link.infinitive_subject
        return tuple(both) if planned else ()

    def _before_verb(self, trigger: Trigger, sentence: Sentence, behind: Sequence[Slot]) -> Who | None:
        """ "Rossi lo ha accolto", "lo ha accolto Rossi": the object is the pronoun, whoever stands behind acts."""
        pronoun = clitic_of(self.names, trigger)
        if pronoun is None or (trigger.verb and trigger.verb.unless and status.tense(self.names, trigger) == "open"):
            return None  # "lo vede come un rivale"
        if not behind and trigger.verb and not self.objects.in_sense(trigger.end, trigger.verb, sentence):
            return None  # "lo ha chiamato bugiardo"
        acting = behind or self.names.subject(pronoun.start, sentence, self.subjects.used, noun=False)
        acting = acting if behind or not acting or not self.names.oblique(acting[0]) else []
        met = meant_by(self.names, pronoun, sentence, actors_of(acting))
        return Who("contact-verb", tuple(s for s in acting if s.person), tuple(met)) if acting and met else None

    def _of_unnamed(self, trigger: Trigger, verb: ContactVerb, subject: Sequence[Slot]) -> tuple[Slot, ...]:
        """ "A will meet European leaders in Rome on Friday": whom, another passage may tell."""
        if verb.object != "direct" or verb.then or verb.host or len(actors_of(subject)) != 1 or not subject[0].person:
            return ()
        several = self.names.search("several", trigger.end, trigger.end + 50)
        if several is None or len(self.document.tokens_in(trigger.end, several.start())) > _ADJECTIVES:
            return ()
        words = self.document.tokens_in(trigger.end, several.start())
        plain = not any(t.text == "," or t.lower in self.index.words.status.and_ for t in words)
        return tuple(subject) if plain and not self.names.breaks(words) else ()

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
        reduced = self._reduced(trigger)
        first = self.document.tokens_in(trigger.end, match.end())[:1] if match and reduced else ()
        if first and first[0].lower in self.index.articles:
            return None  # "received the text from A"
        if match and not reduced and not status.passive(self.names, trigger) and self._thing(trigger.end, match.end()):
            return None  # "welcomed comments made by A"
        if match is None and (reduced or status.passive(self.names, trigger)):
            at = self.objects.past_adverbs(trigger.end, high)
            match = self.index.by.match(self.folded, at, min(at + 50, high)) if at > trigger.end else None
        found = self.names.after(match.end(), sentence.end, 4, odd=1)[:1] if match else []
        agent = [s for s in found if s.person]
        if not agent:
            return None
        if self._of_noun(trigger, sentence):
            return Who("contact-attended", others=tuple(agent))
        self.subjects.take(agent)
        before = self.names.before(trigger.start, sentence.start, 4)
        before = before or self.names.subject(trigger.start, sentence, self.subjects.used, noun=False)
        guests = [s for s in before if s.person and not set(s.actors) & actors_of(agent)]
        reduced = reduced and bool(guests) and not self._of_another(guests[0])
        guests = [] if guests and not reduced and self.names.oblique(guests[0]) else guests
        return Who("contact-verb", tuple(agent), tuple(guests)) if guests else Who("contact-verb")

    def _thing(self, start: int, end: int) -> bool:
        """Whether what a verb acts on stands right behind it, and is no name, place or day."""
        first = next(iter(self.document.tokens_in(start, end)), None)
        known = self.index.openers | self.index.adverbs | self.index.titles | frozenset(self.index.words.link.by)
        at = first.start if first else start
        return (
            first is not None and first.text[0].islower() and first.lower not in known and at not in self.names.in_dates
        )

    def _reduced(self, trigger: Trigger) -> bool:
        """ "B, ricevuto ieri in pompa magna da A": a participle right behind a name and its comma."""
        endings = self.index.words.status.participle_endings
        comma = self.folded.startswith(", ", trigger.start - 2) and self.names.slot_ends(trigger.start - 2)
        return bool(endings) and comma and self.folded[trigger.start : trigger.end].endswith(endings)

    def _of_another(self, slot: Slot) -> bool:
        """ "L'appello di B, accolto ieri da A": what is told of somebody, not he himself, was received."""
        before = reversed(self.document.tokens_in(max(slot.start - 60, 0), slot.start))
        tie = next((t for t in before if t.lower in self.index.prepositions or t.text in (",", ".")), None)
        return tie is not None and tie.lower in self.index.of_words

    def _of_noun(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "The meeting, which was hosted by Smith": it is the contact that was hosted, and no guest."""
        tokens = self.document.tokens_in(max(sentence.start, trigger.start - 50), trigger.start)
        rest = [t for t in tokens if t.lower not in self.index.auxiliaries and t.lower not in self.index.adverbs]
        if len(rest) < 2 or rest[-1].lower not in self.index.relatives:
            return False
        noun = rest[-3] if rest[-2].text == "," and len(rest) > 2 else rest[-2]
        return noun.lower in self.index.noun_words

    def _after_verb(self, trigger: Trigger) -> bool:
        """ "They agreed on it after speaking by phone": a verb whose subject is that of the main clause."""
        before = self.document.tokens_in(max(trigger.start - 14, 0), trigger.start)[-1:]
        return bool(before) and before[0].lower in self.index.gerund_before

    def _opens_quote(self, mark: int, verb: int) -> bool:
        """Whether nothing but auxiliaries stands between a quote mark and a verb."""
        words = self.document.tokens_in(mark + 1, verb)
        return all(self.names.accented(t) in self.index.verb_group or t.lower in self.index.adverbs for t in words)

    def _reaches(self, start: int, end: int) -> bool:
        """Whether a verb goes with the subjects before it, straight or through "who", "che"."""
        tokens = self.document.tokens_in(start, end)
        mark = next((t for t in tokens if t.text in QUOTES), None)
        if mark is not None and self._opens_quote(mark.start, end):
            end = mark.start  # "Smith and Jones “have spoken” …"
        skip = 1 if tokens and (tokens[0].text == "," or tokens[0].text in DASHES) else 0
        if len(tokens) > skip and tokens[skip].lower in self.index.relatives:
            start = tokens[skip].end
        return self.names.clean(start, end, _REACH)

    def _ends(self, trigger: Trigger) -> bool:
        """Whether a verb without an object means its subjects: no noun of its own follows ("met the demand")."""
        after = self.document.tokens_in(trigger.end, trigger.end + 24)[:1]
        if after and after[0].start in self.names.in_dates:
            return True  # "met a month ago"
        return not after or after[0].lower not in self.index.articles or self.document.language == "it"
