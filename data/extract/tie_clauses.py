"""Clauses as the rules of ties see them: verbs, their subjects and objects, and what is said of them.

Lives here: `Told` and `Clauses`. Must not live here: which ties there are (`data.extract.ties`), or any word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.document import Document, Sentence, Token
from data.extract.contacts import status as contact_status
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.when import Dates
from data.extract.dates import DateFind
from data.extract.finds import Mood, Status
from data.extract.tie_words import any_of, tie_index
from data.lexicon.types import ContactVerb, Lexicon

NEAR = 12  # words between a verb and what belongs to it
CLOSE = 6  # words between a word and the name it governs
_HEARSAY = 60  # characters before a verb in which words of hearsay make the tie one
_VERB = ContactVerb(kind="meeting", lemmas=(), object="direct")  # stands for any verb where a contact verb is asked for


@dataclass(frozen=True, slots=True)
class Told:
    """What the words around a verb say of it."""

    status: Status
    mood: Mood
    date: DateFind | None


class Clauses:
    """The clauses of one article, by the places of their verbs."""

    def __init__(self, document: Document, lexicon: Lexicon, names: Names, dates: Dates) -> None:
        self.document, self.lexicon, self.names, self.dates = document, lexicon, names, dates
        self.folded = document.flat
        self.words = tie_index(lexicon, document.language)

    # -- words around a verb ---------------------------------------------------------------------------
    def verbs(self, pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        """The matches in a sentence that are verbs, by what stands right before: not "the host"."""
        for match in pattern.finditer(self.folded, sentence.start, sentence.end):
            before = self.document.tokens_in(max(match.start() - 14, sentence.start), match.start())[-1:]
            if not before or before[0].lower not in self.words.verbal:
                yield match

    def is_passive(self, verb: re.Match[str]) -> bool:
        """ "Was handed", "è stata consegnata": a form of "be" right before a participle."""
        if self.folded[verb.start() : verb.end()].split()[0].endswith(self.words.gerunds):
            return False
        tokens = self.document.tokens_in(max(verb.start() - 24, 0), verb.start())[-2:]
        if not tokens or self.document.sentence_at(verb.start()).start > tokens[-1].start:
            return False
        near = [t for t in tokens if t.lower in self.words.passive and not (t.lower == "e" and t.text != "è")]
        return bool(near) and (near[-1] is tokens[-1] or not self.names.within(near[-1].end, verb.start()))

    def told(self, verb: re.Match[str], sentence: Sentence, low: int = 0) -> Told | None:
        """Status, mood and date words of what a verb tells; None where it is denied, off or only possible.

        Words of possibility count from `low` on: "the proposal was handed over" proposes nothing.
        """
        trigger = Trigger(verb.start(), verb.end(), None, _VERB, False)
        names = self.names
        if contact_status.denied(names, trigger, sentence, verb.end()):
            return None
        if contact_status.only_possible(names, trigger, max(low, sentence.start), verb.end(), sentence):
            return None
        before = self.folded[max(sentence.start, verb.start() - 45) : verb.start()]
        if names.index.cancelled.search(before):
            return None
        hearsay = self.words.hearsay.search(self.folded, max(sentence.start, verb.start() - _HEARSAY), verb.end() + 12)
        dates = self.dates.of_sentence(sentence, [trigger]).get(0)
        return Told(self._status(verb, before), "reported" if hearsay else "asserted", dates[0] if dates else None)

    def _status(self, verb: re.Match[str], before: str) -> Status:
        """A future, or an infinitive after a word of purpose: planned; a gerund: going on; else held."""
        index, status = self.names.index, self.names.index.words.status
        first = self.folded[verb.start() : verb.end()].split()[0]
        at = self.document.token_index(verb.start())
        forms = [t.text.lower() for t in self.document.tokens[max(at - 1, 0) : at + 1]]  # with the auxiliary
        if index.future_before.search(before) or index.future_before.search(f" {first} "):
            return "planned"
        if status.future_endings and any(form.endswith(status.future_endings) for form in forms):
            return "planned"
        if status.infinitive_endings and first.endswith(status.infinitive_endings):
            return "held" if index.past_before.search(before) else "planned"
        return "ongoing" if first.endswith(self.words.gerunds) else "held"

    # -- names around a verb ---------------------------------------------------------------------------
    def subject(self, at: int, sentence: Sentence) -> list[Slot]:
        """Who does what the verb at `at` says: the nearest name before it that can be its subject, with its list."""
        names = self.names
        slots = names.within(sentence.start, at)
        direct = [s for s in slots if not names.oblique(s) and not names.owns(s)]
        if slots and self._follows_relative(slots[-1].end, at):
            return names.before(slots[-1].end, sentence.start, 0)[-1:]
        if self._asked(slots, at):
            return slots[-1:]
        if not direct:
            return []
        nearest = direct[-1]
        gap = self.document.tokens_in(nearest.end, at)
        if len(gap) > NEAR + 2 or names.breaks(gap) or any(t.lemma in names.index.speech for t in gap):
            return []
        joined = any(t.text.lower() in names.index.words.status.and_ for t in gap)
        if (joined or self._purpose(at)) and len(direct) > 1 and not self._sent(direct[0].end, nearest.start):
            nearest = (
                next(s for s in direct if self.reaches(s.end, at)) if joined or not self._listed(direct) else nearest
            )
        return names.before(nearest.end, sentence.start, 0) or [nearest]

    def _listed(self, direct: Sequence[Slot]) -> bool:
        """Whether the names before a verb are one list of subjects."""
        return len(self.names.before(direct[-1].end, direct[0].start, 0)) == len(direct)

    def _follows_relative(self, start: int, end: int) -> bool:
        """ "A, who delivered": a relative right behind the name, and the verb soon after."""
        tokens = self.document.tokens_in(start, end)
        skip = 1 if tokens and tokens[0].text == "," else 0
        rest = tokens[skip:]
        return bool(rest) and rest[0].lower in self.names.index.relatives and not self.names.breaks(rest[1:]) and (
            len(rest) <= CLOSE
        )  # fmt: skip

    def _purpose(self, at: int) -> bool:
        """Whether the verb is an infinitive of purpose: "to deliver", "per consegnare"."""
        before = self.document.tokens_in(max(at - 8, 0), at)[-1:]
        return bool(before) and before[0].lower in self.names.index.words.link.purpose

    def _sent(self, start: int, end: int) -> bool:
        """Whether a verb such as "sent" stands between two names, so that the second does what follows."""
        return bool(self.words.sending.search(self.folded, start, end))

    def _asked(self, slots: Sequence[Slot], at: int) -> bool:
        """ "Ha chiesto a A di consegnare": the one asked does it."""
        if not slots or self.document.language != "it":
            return False
        gap = self.folded[slots[-1].end : at].split()
        return gap in (["di"], ["ad"], ["a"]) and self.names.oblique(slots[-1])

    def agents(self, at: int, sentence: Sentence) -> list[Slot]:
        """Whom a passive names with "by" or "da"."""
        by = re.compile(r"\s(?:[\w'-]+\s){0,8}?" + self._by())
        match = by.match(self.folded, at, min(at + 90, sentence.end))
        return self.names.after(match.end(), sentence.end, CLOSE, odd=1) if match else []

    def _by(self) -> str:
        return any_of(self.names.index.words.link.by).pattern

    def objects(self, at: int, sentence: Sentence) -> list[Slot]:
        """The names right behind a verb that no preposition governs."""
        found = self.names.after(self.names.skip_owners(at, sentence.end), sentence.end, CLOSE, odd=0)
        return [] if found and self._governed(at, found[0]) else found

    def _governed(self, at: int, slot: Slot) -> bool:
        """Whether a preposition stands between a place and the name behind it."""
        return any(t.lower in self.names.index.prepositions for t in self.document.tokens_in(at, slot.start))

    def listed(self, at: int, sentence: Sentence) -> list[Slot]:
        """The names listed from `at` on, past a possessor before titles: "his envoy A and B"."""
        start = self.names.skip_owners(at, sentence.end)
        found = self.names.after(start, sentence.end, CLOSE, odd=2)
        if found and found[0].pronoun:  # "his son-in-law B"
            found = self.names.after(found[0].end, sentence.end, CLOSE, odd=4)
        return [] if found and "," in self.folded[at : found[0].start] else found

    def people(self, slots: Iterable[Slot]) -> list[Slot]:
        """The names that are persons."""
        return [s for s in slots if s.person]

    def reaches(self, start: int, end: int) -> bool:
        """Whether nothing but a relative clause parts a name from what is said of it."""
        tokens = self.document.tokens_in(start, end)
        stops = {";", ":", ".", "“", "”", "«", "»", '"'}
        return len(tokens) <= 18 and not any(t.text in stops for t in tokens)

    def side(self, slot: Slot) -> str | None:
        """The side of an actor of the vocabulary."""
        actor = self.lexicon.actors.get(slot.actors[0])
        return actor.side if actor else None

    # -- stretches of text ------------------------------------------------------------------------------
    def past(self, at: int, slots: Sequence[Slot]) -> int:
        """Where the words behind a message and its sender begin."""
        end = max((s.end for s in slots if s.start >= at), default=at)
        return end + len(self.folded[end : end + 1]) if self.folded[end : end + 1].isspace() else end

    def clause_end(self, at: int, sentence: Sentence) -> int:
        tokens = self.document.tokens_in(at, sentence.end)
        return next(
            (
                t.start
                for t in tokens
                if t.text in (";", ":", "(", "“", "«", '"') or t.lower in self.names.index.breakers
            ),
            sentence.end,
        )

    def between(self, one: re.Match[str], two: re.Match[str]) -> tuple[int, int]:
        """The stretch between two matches, whichever comes first."""
        return (one.end(), two.start()) if one.end() <= two.start() else (two.end(), one.start())

    def words_between(self, start: int, end: int) -> int:
        """How many words begin in a stretch, marks not counted."""
        tokens: Sequence[Token] = self.document.tokens_in(start, end)
        return sum(t.text[0].isalnum() for t in tokens)

    def near(self, start: int, end: int, most: int) -> bool:
        """Whether a stretch has at most so many tokens, and none that ends a clause."""
        return self.names.clean(start, end, most)

    def has_contact(self, start: int, end: int) -> bool:
        """Whether a word of contact stands in between: "arrived for talks with"."""
        index = self.names.index
        nouns = next(index.nouns.find(self.folded[start:end]), None)
        return nouns is not None or any(
            t.lower in index.forms or t.lemma in index.verbs for t in self.document.tokens_in(start, end)
        )

    def verb_between(self, start: int, end: int) -> bool:
        """Whether an auxiliary, a verb of speech or an infinitive stands in between."""
        index = self.names.index
        tokens = self.document.tokens_in(start, end)
        for i, token in enumerate(tokens):
            if token.lower in index.auxiliaries and token.text.lower() != "e":
                return True
            follows_verb = any(t.text.islower() for t in tokens[i + 1 : i + 2])
            infinitive = token.lower in index.words.link.purpose and follows_verb
            if token.lemma in index.speech or (infinitive and self.document.language == "en"):
                return True
        return False
