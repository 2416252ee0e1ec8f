"""Ties told in an article beside its contacts: who carried a message, who went along, who arranged or hosted.

Lives here: `find_ties`, one find for each tie that a sentence tells. Must not live here: which event a tie belongs to
and on which day it was (`data.relations`), ties that follow from contacts and quotes, or any word list (ties.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from data.document import Document, Sentence, Token
from data.extract import contact_status
from data.extract.contact_names import Names, Slot
from data.extract.contact_triggers import Trigger
from data.extract.contact_when import Dates
from data.extract.contact_words import contact_index
from data.extract.dates import DateFind
from data.extract.events import Contact
from data.extract.finds import Mention, Mood, Quote, Status
from data.extract.places import PlaceFind
from data.extract.rules import Rule
from data.lexicon.types import ContactVerb, Lexicon, TieWords
from data.span import fold

Kind = Literal["arranged", "relayed", "accompanied", "hosts"]

RULES = (
    Rule(
        "tie-message",
        "Whoever hands over, passes on or brings what another wrote or said passes a message to the one it is for;"
        " the one it is from passed it to the carrier.",
        "«Rossi ha consegnato a Bianchi una lettera di Verdi» → Verdi a Rossi, Rossi a Bianchi",
        "“Smith handed Jones a letter from Brown” → Brown to Smith, Smith to Jones",
    ),
    Rule(
        "tie-message-through",
        "A message sent “through” somebody: from the sender to the carrier, from the carrier to whom it is for.",
        "«Rossi ha inviato un messaggio a Bianchi tramite Verdi» → Rossi a Verdi, Verdi a Bianchi",
        "“Smith sent a message to Jones through Brown” → Smith to Brown, Brown to Jones",
    ),
    Rule(
        "tie-go-between",
        "Whoever is called an intermediary or a channel between two passes messages to both.",
        "«Rossi fa da tramite tra Bianchi e Verdi»",
        "“Smith acts as a go-between between Jones and Brown”",
    ),
    Rule(
        "tie-company",
        "Whoever accompanies, or is named behind “accompanied by”, goes along with the other.",
        "«Rossi, accompagnato da Bianchi» → Bianchi con Rossi",
        "“Smith accompanied Jones” → Smith along with Jones",
    ),
    Rule(
        "tie-travel",
        "Whoever is named behind “with” beside a verb of travel goes along with its subject.",
        "«Rossi è arrivato a Roma con Bianchi» → Bianchi con Rossi",
        "“Smith flew to Rome with Jones” → Jones along with Smith",
    ),
    Rule(
        "tie-delegation",
        "The members that a delegation is said to have go along with whoever leads it, else belong to its state.",
        "«la delegazione guidata da Rossi comprende Bianchi e Verdi» → Bianchi e Verdi con Rossi",
        "“the delegation led by Smith includes Jones and Brown” → Jones and Brown along with Smith",
    ),
    Rule(
        "tie-arranged",
        "The subject of “prepare”, “arrange”, “broker” before a contact, or the one named behind “arranged by”,"
        " arranges it for its principals.",
        "«Rossi e Bianchi preparano il vertice tra Verdi e Neri»",
        "“Smith and Jones are preparing the summit between Brown and Miller”",
    ),
    Rule(
        "tie-hosted",
        "The subject of “host” before a contact, or the one named behind “hosted by”, hosts its principals.",
        "«Rossi ha ospitato i colloqui tra Bianchi e Verdi»",
        "“Smith hosted the talks between Jones and Brown”",
    ),
)

_NEAR = 12  # words between a verb and what belongs to it
_CLOSE = 6  # words between a word and the name it governs
_HEARSAY = 60  # characters before a verb in which words of hearsay make the tie one
_VERB = ContactVerb(kind="meeting", lemmas=(), object="direct")  # stands for any verb where a contact verb is asked for


@dataclass(frozen=True, slots=True)
class TieFind:
    """A tie told by the sentence `start:end`; `mark_start:mark_end` are the words that tell it.

    One that is about a contact has `contact`, where that contact's words begin, and no `target`: the principals are.
    """

    start: int
    end: int
    mark_start: int
    mark_end: int
    kind: Kind
    source: str
    target: str | None
    contact: int | None
    status: Status
    mood: Mood
    date: DateFind | None
    rule: str


def _pattern(phrase: str) -> str:
    escaped = re.escape(fold(phrase)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return escaped + (r"(?!\w)" if escaped[-1].isalnum() else "")


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases → a pattern for the longest of them as whole words; an asterisk stands for any ending."""
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return re.compile(r"(?<![\w'])(?:" + "|".join(map(_pattern, ordered)) + ")") if ordered else re.compile(r"(?!)")


@dataclass(frozen=True)
class _Words:
    """The vocabulary of one language as patterns over folded text."""

    messages: re.Pattern[str]
    literal: re.Pattern[str]  # of these, what can be held in a hand
    carry: re.Pattern[str]
    send: re.Pattern[str]
    receive: re.Pattern[str]
    through: re.Pattern[str]
    sender: re.Pattern[str]
    receiver: re.Pattern[str]
    meant_for: re.Pattern[str]
    pronouns: re.Pattern[str]
    own: re.Pattern[str]
    go_between: re.Pattern[str]
    accompanied_by: re.Pattern[str]
    accompany: re.Pattern[str]
    opening: re.Pattern[str]
    present: re.Pattern[str]
    travel: re.Pattern[str]
    together: re.Pattern[str]
    delegations: re.Pattern[str]
    include: re.Pattern[str]
    led_by: re.Pattern[str]
    arrange: re.Pattern[str]
    arranged_by: re.Pattern[str]
    host: re.Pattern[str]
    hosted_by: re.Pattern[str]
    sending: re.Pattern[str]
    verbal: frozenset[str]
    hearsay: re.Pattern[str]
    passive: frozenset[str]  # forms of "be"
    gerunds: tuple[str, ...]
    adjectives: dict[str, str]  # adjective of a state → the state


@lru_cache(maxsize=4)
def _words(lexicon: Lexicon, language: str) -> _Words:
    language_words = lexicon.words[language]
    words: TieWords = language_words.ties
    speech = language_words.speech
    same = {
        name: _any(getattr(words, name))
        for name in (
            "send", "receive", "through", "pronouns", "sender", "receiver", "meant_for", "go_between",
            "accompanied_by", "accompany", "opening", "present", "travel", "together", "delegations", "include",
            "led_by", "arrange", "arranged_by", "host", "hosted_by", "sending",
        )
    }  # fmt: skip
    adjectives = {
        fold(adjective): actor.id
        for actor in lexicon.actors.values()
        if actor.kind == "state"
        for adjective in (actor.adjectives_it if language == "it" else actor.adjectives_en)
    }
    return _Words(
        messages=_any((*words.messages, *words.contents)),
        literal=_any(words.messages),
        carry=_any((*words.carry, *words.relay)),
        own=re.compile(_any(words.own).pattern + r"\s$"),
        verbal=frozenset(map(fold, words.verbal)),
        hearsay=_any((*language_words.claims.hearsay, *speech.hearsay)),
        passive=frozenset(fold(w) for w in (*speech.passive, *speech.been)),
        gerunds=tuple(map(fold, speech.gerunds)),
        adjectives=adjectives,
        **same,
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What the words around a verb say of it."""

    status: Status
    mood: Mood
    date: DateFind | None


class _Finder:
    """The search through one article."""

    def __init__(
        self, document: Document, lexicon: Lexicon, names: Names, dates: Dates, contacts: Sequence[Contact]
    ) -> None:
        self.document, self.lexicon, self.names, self.dates = document, lexicon, names, dates
        self.folded = document.flat
        self.words = _words(lexicon, document.language)
        self.contacts: dict[int, list[Contact]] = {}
        for contact in contacts:
            self.contacts.setdefault(contact.start, []).append(contact)

    def read(self) -> Iterator[TieFind]:
        """All ties, sentence by sentence."""
        for sentence in self.document.sentences:
            slots = self.names.within(sentence.start, sentence.end)
            if slots:
                yield from self._messages(sentence)
                yield from self._through(sentence)
                yield from self._go_between(sentence)
                yield from self._company(sentence)
                yield from self._travel(sentence)
                yield from self._delegation(sentence)
                yield from self._contact(sentence, "arranged", self.words.arrange, self.words.arranged_by)
                yield from self._contact(sentence, "hosts", self.words.host, self.words.hosted_by)

    # -- messages --------------------------------------------------------------------------------------
    def _messages(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A handed B a letter from C", "the letter was handed to B by A", "the letter that A handed to B"."""
        for verb in self._verbs(self.words.carry, sentence):
            noun, passive = self._carried(verb, sentence), self._is_passive(verb)
            if noun is None:
                continue
            behind = noun.start() < verb.start()  # the message stands before the verb
            if passive or (behind and self._attached(noun, verb, sentence)):
                carriers = self._agents(verb.end(), sentence)
            elif behind and not self._relative(noun, verb):
                continue
            else:
                carriers = self._subject(verb.start(), sentence)
            carriers = [s for s in carriers if not (noun.start() <= s.start < noun.end())]
            told = self._told(verb, sentence, noun.end() if behind else sentence.start)
            if not carriers or told is None:
                continue
            carried = self._message(verb, noun, sentence, carriers)
            if carried is not None:
                yield from self._passed(sentence, verb, noun, carriers, *carried, told)

    def _message(
        self, verb: re.Match[str], noun: re.Match[str], sentence: Sentence, carriers: Sequence[Slot]
    ) -> tuple[list[Slot], list[Slot], list[Slot]] | None:
        """A message and those who carry it → who sent it, to whom it goes, for whom it is still meant."""
        taken = {a for s in carriers for a in s.actors}
        sender = [s for s in self._sender(noun, sentence) if not set(s.actors) & taken]
        own = self.words.own.search(self.folded[max(noun.start() - 14, 0) : noun.start()])
        if not sender and (own or not self.words.literal.match(self.folded, noun.start())):
            return None
        known = taken | {a for s in sender for a in s.actors}
        receivers = [s for s in self._receivers(verb, noun, sentence) if not set(s.actors) & known]
        meant = self.words.meant_for.match(self.folded, self._past(noun.end(), sender))
        later = [s for s in self._list(meant.end(), sentence) if not set(s.actors) & known] if meant else []
        if not sender and not (receivers and later) and any(self.names.leads(a) for a in taken):
            return None  # a head of state's own words
        return sender, receivers[:1], later

    def _passed(
        self,
        sentence: Sentence,
        verb: re.Match[str],
        noun: re.Match[str],
        carriers: Sequence[Slot],
        senders: Sequence[Slot],
        receivers: Sequence[Slot],
        later: Sequence[Slot],
        told: _Told,
    ) -> Iterator[TieFind]:
        """The ways of one message: sender → carrier → receiver (→ the one it is still to reach)."""
        mark = (min(verb.start(), noun.start()), max(verb.end(), noun.end()))
        if later and not receivers and not senders:
            return
        if later and receivers:  # "gave Smith a letter for Jones"
            ahead = _Told("planned", told.mood, told.date)
            yield from self._ties("relayed", "tie-message", sentence, mark, carriers, receivers, told)
            yield from self._ties("relayed", "tie-message", sentence, mark, receivers, later, ahead)
            return
        yield from self._ties("relayed", "tie-message", sentence, mark, senders, carriers, told)
        yield from self._ties("relayed", "tie-message", sentence, mark, carriers, receivers or later, told)

    def _carried(self, verb: re.Match[str], sentence: Sentence) -> re.Match[str] | None:
        """The message a verb carries: the first behind it in its clause, else the last before it."""
        after = self.words.messages.search(self.folded, verb.end(), sentence.end)
        if after and self.names.clean(verb.end(), after.start(), _NEAR) and not self._second(verb.end(), after.start()):
            return after
        before = list(self.words.messages.finditer(self.folded, sentence.start, verb.start()))
        if before and self._words_between(before[-1].end(), verb.start()) <= _NEAR:
            return before[-1]
        return None

    def _second(self, start: int, end: int) -> bool:
        """Whether a further verb of these stands in between, to which the message then belongs."""
        return bool(self.words.carry.search(self.folded, start, end) or self.words.send.search(self.folded, start, end))

    def _attached(self, noun: re.Match[str], verb: re.Match[str], sentence: Sentence) -> bool:
        """ "The letter from A delivered by B": nothing but its sender between a message and its participle."""
        gap = self._past(noun.end(), self._sender(noun, sentence))
        return self._words_between(gap, verb.start()) <= 3 and not self._relative(noun, verb)

    def _relative(self, noun: re.Match[str], verb: re.Match[str]) -> bool:
        tokens = self.document.tokens_in(noun.end(), verb.start())
        return any(t.lower in self.names.index.relatives for t in tokens)

    def _sender(self, noun: re.Match[str], sentence: Sentence) -> list[Slot]:
        """ "A letter from A", "A's letter", "la lettera di A"."""
        for match in self.words.sender.finditer(self.folded, noun.end(), min(noun.end() + 50, sentence.end)):
            if self._words_between(noun.end(), match.start()) > 3 or self.names.within(noun.end(), match.start()):
                break
            found = self.names.after(match.end(), sentence.end, _CLOSE, odd=1)
            if found:
                return found[: 1 if len(found) == 1 else 2]
        owner = self.names.within(max(sentence.start, noun.start() - 60), noun.start())[-1:]
        if owner and self.names.owns(owner[0]) and self._words_between(owner[0].end, noun.start()) <= 5:
            return owner
        return []

    def _receivers(self, verb: re.Match[str], noun: re.Match[str], sentence: Sentence) -> list[Slot]:
        """To whom a message goes: behind "to", or right behind the verb: "handed Jones a letter"."""
        low, high = min(verb.start(), noun.start()), max(verb.end(), noun.end())
        direct = [s for s in self.names.within(verb.end(), noun.start()) if not self.names.owns(s)][:1]
        if direct and self.document.language == "en" and self._words_between(verb.end(), direct[0].start) <= 4:
            return direct
        limit = self._clause_end(high, sentence)
        for match in self.words.receiver.finditer(self.folded, verb.end() if low == verb.start() else low, limit):
            found = self.names.after(match.end(), sentence.end, 5, odd=1)
            if found and not self._names_place(match, found[0]):
                return [s for s in found if s.start < limit]
        return []

    def _names_place(self, match: re.Match[str], slot: Slot) -> bool:
        return self._words_between(match.end(), slot.start) > 4

    def _through(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A sent a message to B through C", "tramite C, A ha inviato un messaggio a B", "B received it through C"."""
        for match in self.words.through.finditer(self.folded, sentence.start, sentence.end):
            received = self._nearest(self.words.receive, match, sentence)
            verb = self._nearest(self.words.send, match, sentence) or received
            nouns = list(self.words.messages.finditer(self.folded, sentence.start, sentence.end))
            told = self._told(verb, sentence) if verb else None
            if verb is None or not nouns or told is None:
                continue
            noun = min(nouns, key=lambda n: abs(n.start() - verb.end()))
            subject = [] if self._is_passive(verb) else self._subject(verb.start(), sentence)
            if verb is received:
                senders, receivers = self._sender(noun, sentence), subject
            else:
                senders = subject or self._sender(noun, sentence)
                receivers = self._receivers(verb, noun, sentence)
            known = {a for s in (*senders, *receivers) for a in s.actors}
            carriers = [s for s in self._carriers(match, sentence, known) if s.person and not set(s.actors) & known]
            if carriers and (senders or receivers):
                mark = (min(verb.start(), match.start()), max(verb.end(), match.end()))
                rule = "tie-message-through"
                yield from self._ties("relayed", rule, sentence, mark, senders[:1], carriers, told)
                yield from self._ties("relayed", rule, sentence, mark, carriers, receivers[:1], told)

    def _nearest(self, pattern: re.Pattern[str], match: re.Match[str], sentence: Sentence) -> re.Match[str] | None:
        """The verb of a pattern that stands nearest to a word, if it is near enough."""
        verbs = [(self._words_between(*self._between(match, v)), n, v)
                 for n, v in enumerate(self._verbs(pattern, sentence))]  # fmt: skip
        best = min(verbs, default=None)
        return best[2] if best and best[0] <= 16 else None

    def _carriers(self, through: re.Match[str], sentence: Sentence, known: set[str]) -> list[Slot]:
        """Who is named behind "through"; for a pronoun the person named last before it who neither sends nor gets."""
        pronoun = self.words.pronouns.match(self.folded, through.end() + 1, sentence.end)
        if pronoun is None:
            return self._list(through.end(), sentence)
        before = [s for s in self.names.within(sentence.start, through.start()) if s.person and not s.pronoun]
        return [s for s in before if not set(s.actors) & known][-1:]

    def _go_between(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A serves as a go-between between B and C"."""
        for match in self.words.go_between.finditer(self.folded, sentence.start, sentence.end):
            between = self.names.index.between.search(self.folded, match.end(), min(match.end() + 30, sentence.end))
            ends = self._list(between.end(), sentence) if between else []
            carriers = [s for s in self._subject(self._as(match.start()), sentence) if s.person]
            told = self._told(match, sentence)
            if len(ends) >= 2 and carriers and told is not None:
                mark = (match.start(), match.end())
                yield from self._ties("relayed", "tie-go-between", sentence, mark, carriers, ends, told)

    def _as(self, at: int) -> int:
        """Where "as" stands shortly before: "acted as the intermediary"."""
        like = self.lexicon.words[self.document.language].speech.like
        near = [t for t in self.document.tokens_in(max(at - 20, 0), at)[-3:] if t.lower in like]
        return near[0].start if near else at

    # -- company ---------------------------------------------------------------------------------------
    def _company(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A, accompanied by B", "B accompanied A", "accompanying A were B and C"."""
        rule = "tie-company"
        passive: list[tuple[int, int]] = []
        for match in self.words.accompanied_by.finditer(self.folded, sentence.start, sentence.end):
            passive.append(match.span())
            company = self._people(self._list(match.end(), sentence))
            told = self._told(match, sentence)
            main = self._accompanied(match.start(), sentence, company)
            if company and main and told is not None:
                yield from self._ties("accompanied", rule, sentence, match.span(), company, main, told)
        for verb in self._verbs(self.words.accompany, sentence):
            if any(low <= verb.start() < high for low, high in passive) or self._is_passive(verb):
                continue
            main = self._people(self._object(verb.end(), sentence))
            told = self._told(verb, sentence)
            if not main or told is None:
                continue
            company = self._people(self._subject(verb.start(), sentence))
            yield from self._ties("accompanied", rule, sentence, verb.span(), company, main[:1], told)
        for match in self.words.opening.finditer(self.folded, sentence.start, sentence.end):
            main = self._people(self._object(match.end(), sentence))
            present = self._present(main, sentence) if main else None
            if present is not None and (told := self._told(present, sentence)) is not None:
                company = self._people(self._list(present.end(), sentence))
                yield from self._ties("accompanied", rule, sentence, match.span(), company, main, told)

    def _accompanied(self, at: int, sentence: Sentence, company: Sequence[Slot]) -> list[Slot]:
        """Whom a "accompanied by" is said of: of several before it, one of the same side as the company."""
        direct = [s for s in self._people(self.names.within(sentence.start, at)) if not self.names.oblique(s)]
        direct = [s for s in direct if self._reaches(s.end, at)]
        if not direct:
            return []
        sides = {side for s in company if (side := self._side(s))}
        alike = [s for s in direct if self._side(s) in sides]
        if len({s.actors for s in direct}) == 1 or not sides:
            return direct[-1:]
        return alike[-1:]

    def _reaches(self, start: int, end: int) -> bool:
        """Whether nothing but a relative clause parts a name from what is said of it."""
        tokens = self.document.tokens_in(start, end)
        stops = {";", ":", ".", "“", "”", "«", "»", '"'}
        return len(tokens) <= 18 and not any(t.text in stops for t in tokens)

    def _side(self, slot: Slot) -> str | None:
        actor = self.lexicon.actors.get(slot.actors[0])
        return actor.side if actor else None

    def _travel(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A arrived in Rome with B"."""
        for verb in self._verbs(self.words.travel, sentence):
            match = self.words.together.search(self.folded, verb.end(), min(verb.end() + 70, sentence.end))
            if match is None or not self.names.clean(verb.end(), match.start(), 8):
                continue
            if self._has_contact(verb.end(), match.start()) or self._verb_between(verb.end(), match.start()):
                continue
            company = self._people(self.names.after(match.end(), sentence.end, _CLOSE, odd=1))
            main = self._people(self._subject(verb.start(), sentence))
            told = self._told(verb, sentence)
            if company and main and told is not None and self._alike(company, main):
                mark = (verb.start(), match.end())
                yield from self._ties("accompanied", "tie-travel", sentence, mark, company, main[:1], told)

    def _alike(self, company: Sequence[Slot], main: Sequence[Slot]) -> bool:
        """Whether all are of one side as far as it is known: one flies to Rome *with* an aide, *to* a counterpart."""
        return len({side for s in (*company, *main) if (side := self._side(s))}) <= 1

    def _delegation(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "The delegation led by A includes B and C"."""
        for match in self.words.delegations.finditer(self.folded, sentence.start, sentence.end):
            include = self.words.include.search(self.folded, match.end(), min(match.end() + 90, sentence.end))
            if include is None or self.names.breaks(self.document.tokens_in(match.end(), include.start())):
                continue
            members = self._people(self._list(include.end(), sentence))
            told = self._told(include, sentence)
            if not members or told is None:
                continue
            leader = self._leader(match, include, sentence)
            mark = (match.start(), include.end())
            yield from self._ties("accompanied", "tie-delegation", sentence, mark, members, leader, told)

    def _leader(self, match: re.Match[str], include: re.Match[str], sentence: Sentence) -> list[Slot]:
        """Who leads a delegation: "Smith's delegation", "led by Smith"; else the state it is of."""
        led = self.words.led_by.search(self.folded, match.end(), include.start())
        found = self.names.after(led.end(), include.start(), _CLOSE, odd=1) if led else []
        owner = self.names.within(max(sentence.start, match.start() - 40), match.start())[-1:]
        if found and found[0].person:
            return found[:1]
        if owner and self.names.owns(owner[0]) and self._words_between(owner[0].end, match.start()) <= 3:
            return owner
        if found:
            return found[:1]
        beside = (*self.document.tokens_in(match.start() - 24, match.start())[-2:],
                  *self.document.tokens_in(match.end(), match.end() + 20)[:1])  # fmt: skip
        state = next((self.words.adjectives[t.lower] for t in beside if t.lower in self.words.adjectives), None)
        return [Slot(match.start(), match.end(), (state,), False, False, False)] if state else []

    # -- contacts arranged and hosted ------------------------------------------------------------------
    def _contact(
        self, sentence: Sentence, kind: Kind, active: re.Pattern[str], passive: re.Pattern[str]
    ) -> Iterator[TieFind]:
        """ "A is preparing the summit", "the summit arranged by A"; the same with hosting."""
        rule = "tie-arranged" if kind == "arranged" else "tie-hosted"
        told_of = [c for c in self.contacts.get(sentence.start, ()) if not c.verb]
        if not told_of:
            return
        for match in passive.finditer(self.folded, sentence.start, sentence.end):
            before = [c for c in told_of if c.mark_end <= match.start() and self._near(c.mark_end, match.start(), 20)]
            agents = self.names.after(match.end(), sentence.end, _CLOSE, odd=1)
            told = self._told(match, sentence)
            if before and agents and told is not None:
                yield from self._about(kind, rule, sentence, match.span(), agents, before[-1], told)
        for verb in self._verbs(active, sentence):
            if self._is_passive(verb):
                continue
            after = [c for c in told_of if c.mark_start >= verb.end() and self._governs(verb.end(), c.mark_start)]
            subject = self._subject(verb.start(), sentence) if after else []
            told = self._told(verb, sentence)
            if subject and told is not None:
                subject = [s for s in subject if not set(s.actors) & set(after[0].principals)]
                yield from self._about(kind, rule, sentence, verb.span(), subject, after[0], told)

    def _governs(self, start: int, end: int) -> bool:
        """Whether a contact is the object of the verb right before it, with its adjectives and names at most."""
        return self._near(start, end, 9) and not self._verb_between(start, end)

    def _about(
        self,
        kind: Kind,
        rule: str,
        sentence: Sentence,
        mark: tuple[int, int],
        sources: Sequence[Slot],
        contact: Contact,
        told: _Told,
    ) -> Iterator[TieFind]:
        for source in dict.fromkeys(a for s in sources for a in s.actors):
            yield TieFind(
                sentence.start, sentence.end, *mark, kind, source, None, contact.mark_start, told.status, told.mood,
                contact.date or told.date, rule,
            )  # fmt: skip

    # -- words around a verb ---------------------------------------------------------------------------
    def _verbs(self, pattern: re.Pattern[str], sentence: Sentence) -> Iterator[re.Match[str]]:
        """The matches in a sentence that are verbs, by what stands right before: not "the host"."""
        for match in pattern.finditer(self.folded, sentence.start, sentence.end):
            before = self.document.tokens_in(max(match.start() - 14, sentence.start), match.start())[-1:]
            if not before or before[0].lower not in self.words.verbal:
                yield match

    def _is_passive(self, verb: re.Match[str]) -> bool:
        """ "Was handed", "è stata consegnata": a form of "be" right before a participle."""
        if self.folded[verb.start() : verb.end()].split()[0].endswith(self.words.gerunds):
            return False
        tokens = self.document.tokens_in(max(verb.start() - 24, 0), verb.start())[-2:]
        if not tokens or self.document.sentence_at(verb.start()).start > tokens[-1].start:
            return False
        near = [t for t in tokens if t.lower in self.words.passive and not (t.lower == "e" and t.text != "è")]
        return bool(near) and (near[-1] is tokens[-1] or not self.names.within(near[-1].end, verb.start()))

    def _told(self, verb: re.Match[str], sentence: Sentence, low: int = 0) -> _Told | None:
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
        return _Told(self._status(verb, before), "reported" if hearsay else "asserted", dates[0] if dates else None)

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
    def _subject(self, at: int, sentence: Sentence) -> list[Slot]:
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
        if len(gap) > _NEAR + 2 or names.breaks(gap) or any(t.lemma in names.index.speech for t in gap):
            return []
        joined = any(t.text.lower() in names.index.words.status.and_ for t in gap)
        if (joined or self._purpose(at)) and len(direct) > 1 and not self._sent(direct[0].end, nearest.start):
            nearest = (
                next(s for s in direct if self._reaches(s.end, at)) if joined or not self._listed(direct) else nearest
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
            len(rest) <= _CLOSE
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

    def _agents(self, at: int, sentence: Sentence) -> list[Slot]:
        """Whom a passive names with "by" or "da"."""
        by = re.compile(r"\s(?:[\w'-]+\s){0,8}?" + self._by())
        match = by.match(self.folded, at, min(at + 90, sentence.end))
        return self.names.after(match.end(), sentence.end, _CLOSE, odd=1) if match else []

    def _by(self) -> str:
        return _any(self.names.index.words.link.by).pattern

    def _object(self, at: int, sentence: Sentence) -> list[Slot]:
        """The names right behind a verb that no preposition governs."""
        found = self.names.after(self.names.skip_owners(at, sentence.end), sentence.end, _CLOSE, odd=0)
        return [] if found and self._governed(at, found[0]) else found

    def _governed(self, at: int, slot: Slot) -> bool:
        """Whether a preposition stands between a place and the name behind it."""
        return any(t.lower in self.names.index.prepositions for t in self.document.tokens_in(at, slot.start))

    def _list(self, at: int, sentence: Sentence) -> list[Slot]:
        """The names listed from `at` on, past a possessor before titles: "his envoy A and B"."""
        start = self.names.skip_owners(at, sentence.end)
        found = self.names.after(start, sentence.end, _CLOSE, odd=2)
        if found and found[0].pronoun:  # "his son-in-law B"
            found = self.names.after(found[0].end, sentence.end, _CLOSE, odd=4)
        return [] if found and "," in self.folded[at : found[0].start] else found

    def _people(self, slots: Iterable[Slot]) -> list[Slot]:
        return [s for s in slots if s.person]

    def _present(self, main: Sequence[Slot], sentence: Sentence) -> re.Match[str] | None:
        """ "Accompanying A were B and C", "insieme a A c'erano B e C": the form of "be" right behind the name."""
        match = self.words.present.search(self.folded, main[-1].end, min(main[-1].end + 60, sentence.end))
        if match is None or self.names.within(main[-1].end, match.start()):
            return None
        gap = self.folded[main[-1].end : match.start()].strip(" ,")
        return match if not gap or self.words.opening.match(self.folded, sentence.start) else None

    def _past(self, at: int, slots: Sequence[Slot]) -> int:
        """Where the words behind a message and its sender begin."""
        end = max((s.end for s in slots if s.start >= at), default=at)
        return end + len(self.folded[end : end + 1]) if self.folded[end : end + 1].isspace() else end

    def _clause_end(self, at: int, sentence: Sentence) -> int:
        tokens = self.document.tokens_in(at, sentence.end)
        return next(
            (
                t.start
                for t in tokens
                if t.text in (";", ":", "(", "“", "«", '"') or t.lower in self.names.index.breakers
            ),
            sentence.end,
        )

    def _between(self, one: re.Match[str], two: re.Match[str]) -> tuple[int, int]:
        return (one.end(), two.start()) if one.end() <= two.start() else (two.end(), one.start())

    def _words_between(self, start: int, end: int) -> int:
        tokens: Sequence[Token] = self.document.tokens_in(start, end)
        return sum(t.text[0].isalnum() for t in tokens)

    def _near(self, start: int, end: int, most: int) -> bool:
        return self.names.clean(start, end, most)

    def _has_contact(self, start: int, end: int) -> bool:
        """Whether a word of contact stands in between: "arrived for talks with"."""
        index = self.names.index
        nouns = next(index.nouns.find(self.folded[start:end]), None)
        return nouns is not None or any(
            t.lower in index.forms or t.lemma in index.verbs for t in self.document.tokens_in(start, end)
        )

    def _verb_between(self, start: int, end: int) -> bool:
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

    def _ties(
        self,
        kind: Kind,
        rule: str,
        sentence: Sentence,
        mark: tuple[int, int],
        sources: Sequence[Slot],
        targets: Sequence[Slot],
        told: _Told,
    ) -> Iterator[TieFind]:
        """Everyone of the one side to everyone of the other."""
        for source in dict.fromkeys(a for s in sources for a in s.actors):
            for target in dict.fromkeys(a for s in targets for a in s.actors):
                if source != target:
                    yield TieFind(
                        sentence.start, sentence.end, *mark, kind, source, target, None, told.status, told.mood,
                        told.date, rule,
                    )  # fmt: skip


def find_ties(
    document: Document,
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    dates: Sequence[DateFind],
    places: Sequence[PlaceFind],
    quotes: Sequence[Quote],
    contacts: Sequence[Contact],
) -> list[TieFind]:
    """Document and what was found in it → the ties it tells, in text order, each once.

    «Rossi ha consegnato a Bianchi una lettera di Verdi» and “Smith accompanied Jones” tell ties; what is denied or only
    possible tells none, hearsay is marked by its mood.
    """
    names = Names(document, lexicon, contact_index(lexicon, document.language), mentions, places)
    finder = _Finder(document, lexicon, names, Dates(names, dates, quotes), contacts)
    found = {(t.start, t.kind, t.source, t.target, t.contact): t for t in reversed(list(finder.read()))}
    return sorted(found.values(), key=lambda t: (t.start, t.kind, t.source, t.target or ""))
