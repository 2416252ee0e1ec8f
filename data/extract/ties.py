"""Ties told in an article beside its contacts: who carried a message, who went along, who arranged or hosted.

Lives here: `find_ties`, one find for each tie that a sentence tells. Must not live here: which event a tie belongs to
and on which day it was (`data.relations`), ties that follow from contacts and quotes, or any word list (ties.toml).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from typing import Literal

import msgspec

from data.document import Document, Sentence
from data.extract.contacts.contact import Contact
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.when import Dates
from data.extract.contacts.words import contact_index
from data.extract.dates import DateFind
from data.extract.finds import Mention, Mood, Quote, Status
from data.extract.places import PlaceFind
from data.extract.rules import Rule
from data.extract.tie_clauses import CLOSE, NEAR, Clauses, Told
from data.extract.tie_words import tie_index
from data.lexicon.types import Lexicon

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


class TieFind(msgspec.Struct, frozen=True, gc=False):
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


class _Finder:
    """The search through one article."""

    def __init__(self, clauses: Clauses, contacts: Mapping[int, Sequence[Contact]]) -> None:
        self.clauses, self.names, self.words, self.folded = clauses, clauses.names, clauses.words, clauses.folded
        self.document, self.lexicon = clauses.document, clauses.lexicon
        self.contacts = contacts  # by the beginning of their sentence

    def read(self, sought: Iterable[tuple[Sentence, Sequence[Mention], Set[str]]]) -> Iterator[TieFind]:
        """All ties, sentence by sentence, by the rules that may find any there."""
        for sentence, _, words in sought:
            if not self.names.within(sentence.start, sentence.end):
                continue
            if "carry" in words:
                yield from self._messages(sentence)
            if "through" in words:
                yield from self._through(sentence)
            if "go_between" in words:
                yield from self._go_between(sentence)
            if not words.isdisjoint(("accompanied_by", "accompany", "opening")):
                yield from self._company(sentence, words)
            if "travel" in words:
                yield from self._travel(sentence)
            if "delegations" in words:
                yield from self._delegation(sentence)
            if not words.isdisjoint(("arrange", "arranged_by")):
                yield from self._contact(sentence, "arranged", self.words.arrange, self.words.arranged_by)
            if not words.isdisjoint(("host", "hosted_by")):
                yield from self._contact(sentence, "hosts", self.words.host, self.words.hosted_by)

    # -- messages --------------------------------------------------------------------------------------
    def _messages(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A handed B a letter from C", "the letter was handed to B by A", "the letter that A handed to B"."""
        for verb in self.clauses.verbs(self.words.carry, sentence):
            noun, passive = self._carried(verb, sentence), self.clauses.is_passive(verb)
            if noun is None:
                continue
            behind = noun.start() < verb.start()  # the message stands before the verb
            if passive or (behind and self._attached(noun, verb, sentence)):
                carriers = self.clauses.agents(verb.end(), sentence)
            elif behind and not self._relative(noun, verb):
                continue
            else:
                carriers = self.clauses.subject(verb.start(), sentence)
            carriers = [s for s in carriers if not (noun.start() <= s.start < noun.end())]
            told = self.clauses.told(verb, sentence, noun.end() if behind else sentence.start)
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
        meant = self.words.meant_for.match(self.folded, self.clauses.past(noun.end(), sender))
        later = [s for s in self.clauses.listed(meant.end(), sentence) if not set(s.actors) & known] if meant else []
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
        told: Told,
    ) -> Iterator[TieFind]:
        """The ways of one message: sender → carrier → receiver (→ the one it is still to reach)."""
        mark = (min(verb.start(), noun.start()), max(verb.end(), noun.end()))
        if later and not receivers and not senders:
            return
        if later and receivers:  # "gave Smith a letter for Jones"
            ahead = Told("planned", told.mood, told.date)
            yield from self._ties("relayed", "tie-message", sentence, mark, carriers, receivers, told)
            yield from self._ties("relayed", "tie-message", sentence, mark, receivers, later, ahead)
            return
        yield from self._ties("relayed", "tie-message", sentence, mark, senders, carriers, told)
        yield from self._ties("relayed", "tie-message", sentence, mark, carriers, receivers or later, told)

    def _carried(self, verb: re.Match[str], sentence: Sentence) -> re.Match[str] | None:
        """The message a verb carries: the first behind it in its clause, else the last before it."""
        after = self.words.messages.search(self.folded, verb.end(), sentence.end)
        if after and self.names.clean(verb.end(), after.start(), NEAR) and not self._second(verb.end(), after.start()):
            return after
        before = list(self.words.messages.finditer(self.folded, sentence.start, verb.start()))
        if before and self.clauses.words_between(before[-1].end(), verb.start()) <= NEAR:
            return before[-1]
        return None

    def _second(self, start: int, end: int) -> bool:
        """Whether a further verb of these stands in between, to which the message then belongs."""
        return bool(self.words.carry.search(self.folded, start, end) or self.words.send.search(self.folded, start, end))

    def _attached(self, noun: re.Match[str], verb: re.Match[str], sentence: Sentence) -> bool:
        """ "The letter from A delivered by B": nothing but its sender between a message and its participle."""
        gap = self.clauses.past(noun.end(), self._sender(noun, sentence))
        return self.clauses.words_between(gap, verb.start()) <= 3 and not self._relative(noun, verb)

    def _relative(self, noun: re.Match[str], verb: re.Match[str]) -> bool:
        tokens = self.document.tokens_in(noun.end(), verb.start())
        return any(t.lower in self.names.index.relatives for t in tokens)

    def _sender(self, noun: re.Match[str], sentence: Sentence) -> list[Slot]:
        """ "A letter from A", "A's letter", "la lettera di A"."""
        for match in self.words.sender.finditer(self.folded, noun.end(), min(noun.end() + 50, sentence.end)):
            if self.clauses.words_between(noun.end(), match.start()) > 3 or self.names.within(
                noun.end(), match.start()
            ):
                break
            found = self.names.after(match.end(), sentence.end, CLOSE, odd=1)
            if found:
                return found[: 1 if len(found) == 1 else 2]
        owner = self.names.within(max(sentence.start, noun.start() - 60), noun.start())[-1:]
        if owner and self.names.owns(owner[0]) and self.clauses.words_between(owner[0].end, noun.start()) <= 5:
            return owner
        return []

    def _receivers(self, verb: re.Match[str], noun: re.Match[str], sentence: Sentence) -> list[Slot]:
        """To whom a message goes: behind "to", or right behind the verb: "handed Jones a letter"."""
        low, high = min(verb.start(), noun.start()), max(verb.end(), noun.end())
        direct = [s for s in self.names.within(verb.end(), noun.start()) if not self.names.owns(s)][:1]
        if direct and self.document.language == "en" and self.clauses.words_between(verb.end(), direct[0].start) <= 4:
            return direct
        limit = self.clauses.clause_end(high, sentence)
        for match in self.words.receiver.finditer(self.folded, verb.end() if low == verb.start() else low, limit):
            found = self.names.after(match.end(), sentence.end, 5, odd=1)
            if found and not self._names_place(match, found[0]):
                return [s for s in found if s.start < limit]
        return []

    def _names_place(self, match: re.Match[str], slot: Slot) -> bool:
        return self.clauses.words_between(match.end(), slot.start) > 4

    def _through(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A sent a message to B through C", "tramite C, A ha inviato un messaggio a B", "B received it through C"."""
        for match in self.words.through.finditer(self.folded, sentence.start, sentence.end):
            received = self._nearest(self.words.receive, match, sentence)
            verb = self._nearest(self.words.send, match, sentence) or received
            nouns = list(self.words.messages.finditer(self.folded, sentence.start, sentence.end))
            told = self.clauses.told(verb, sentence) if verb else None
            if verb is None or not nouns or told is None:
                continue
            noun = min(nouns, key=lambda n: abs(n.start() - verb.end()))
            subject = [] if self.clauses.is_passive(verb) else self.clauses.subject(verb.start(), sentence)
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
        verbs = [(self.clauses.words_between(*self.clauses.between(match, v)), n, v)
                 for n, v in enumerate(self.clauses.verbs(pattern, sentence))]  # fmt: skip
        best = min(verbs, default=None)
        return best[2] if best and best[0] <= 16 else None

    def _carriers(self, through: re.Match[str], sentence: Sentence, known: set[str]) -> list[Slot]:
        """Who is named behind "through"; for a pronoun the person named last before it who neither sends nor gets."""
        pronoun = self.words.pronouns.match(self.folded, through.end() + 1, sentence.end)
        if pronoun is None:
            return self.clauses.listed(through.end(), sentence)
        before = [s for s in self.names.within(sentence.start, through.start()) if s.person and not s.pronoun]
        return [s for s in before if not set(s.actors) & known][-1:]

    def _go_between(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A serves as a go-between between B and C"."""
        for match in self.words.go_between.finditer(self.folded, sentence.start, sentence.end):
            between = self.names.search("between", match.end(), min(match.end() + 30, sentence.end))
            ends = self.clauses.listed(between.end(), sentence) if between else []
            carriers = [s for s in self.clauses.subject(self._as(match.start()), sentence) if s.person]
            told = self.clauses.told(match, sentence)
            if len(ends) >= 2 and carriers and told is not None:
                mark = (match.start(), match.end())
                yield from self._ties("relayed", "tie-go-between", sentence, mark, carriers, ends, told)

    def _as(self, at: int) -> int:
        """Where "as" stands shortly before: "acted as the intermediary"."""
        like = self.lexicon.words[self.document.language].speech.like
        near = [t for t in self.document.tokens_in(max(at - 20, 0), at)[-3:] if t.lower in like]
        return near[0].start if near else at

    # -- company ---------------------------------------------------------------------------------------
    def _company(self, sentence: Sentence, words: Collection[str]) -> Iterator[TieFind]:
        """ "A, accompanied by B", "B accompanied A", "accompanying A were B and C"; `words`: those that may stand."""
        rule = "tie-company"
        passive: list[tuple[int, int]] = []
        by = self.words.accompanied_by.finditer(self.folded, sentence.start, sentence.end)
        for match in by if "accompanied_by" in words else ():
            passive.append(match.span())
            company = self.clauses.people(self.clauses.listed(match.end(), sentence))
            told = self.clauses.told(match, sentence)
            main = self._accompanied(match.start(), sentence, company)
            if company and main and told is not None:
                yield from self._ties("accompanied", rule, sentence, match.span(), company, main, told)
        for verb in self.clauses.verbs(self.words.accompany, sentence) if "accompany" in words else ():
            if any(low <= verb.start() < high for low, high in passive) or self.clauses.is_passive(verb):
                continue
            main = self.clauses.people(self.clauses.objects(verb.end(), sentence))
            told = self.clauses.told(verb, sentence)
            if not main or told is None:
                continue
            company = self.clauses.people(self.clauses.subject(verb.start(), sentence))
            yield from self._ties("accompanied", rule, sentence, verb.span(), company, main[:1], told)
        opening = self.words.opening.finditer(self.folded, sentence.start, sentence.end)
        for match in opening if "opening" in words else ():
            main = self.clauses.people(self.clauses.objects(match.end(), sentence))
            present = self._present(main, sentence) if main else None
            if present is not None and (told := self.clauses.told(present, sentence)) is not None:
                company = self.clauses.people(self.clauses.listed(present.end(), sentence))
                yield from self._ties("accompanied", rule, sentence, match.span(), company, main, told)

    def _accompanied(self, at: int, sentence: Sentence, company: Sequence[Slot]) -> list[Slot]:
        """Whom a "accompanied by" is said of: of several before it, one of the same side as the company."""
        direct = [s for s in self.clauses.people(self.names.within(sentence.start, at)) if not self.names.oblique(s)]
        direct = [s for s in direct if self.clauses.reaches(s.end, at)]
        if not direct:
            return []
        sides = {side for s in company if (side := self.clauses.side(s))}
        alike = [s for s in direct if self.clauses.side(s) in sides]
        if len({s.actors for s in direct}) == 1 or not sides:
            return direct[-1:]
        return alike[-1:]

    def _travel(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "A arrived in Rome with B"."""
        for verb in self.clauses.verbs(self.words.travel, sentence):
            match = self.words.together.search(self.folded, verb.end(), min(verb.end() + 70, sentence.end))
            if match is None or not self.names.clean(verb.end(), match.start(), 8):
                continue
            if self.clauses.has_contact(verb.end(), match.start()) or self.clauses.verb_between(
                verb.end(), match.start()
            ):
                continue
            company = self.clauses.people(self.names.after(match.end(), sentence.end, CLOSE, odd=1))
            main = self.clauses.people(self.clauses.subject(verb.start(), sentence))
            told = self.clauses.told(verb, sentence)
            if company and main and told is not None and self._alike(company, main):
                mark = (verb.start(), match.end())
                yield from self._ties("accompanied", "tie-travel", sentence, mark, company, main[:1], told)

    def _alike(self, company: Sequence[Slot], main: Sequence[Slot]) -> bool:
        """Whether all are of one side as far as it is known: one flies to Rome *with* an aide, *to* a counterpart."""
        return len({side for s in (*company, *main) if (side := self.clauses.side(s))}) <= 1

    def _delegation(self, sentence: Sentence) -> Iterator[TieFind]:
        """ "The delegation led by A includes B and C"."""
        for match in self.words.delegations.finditer(self.folded, sentence.start, sentence.end):
            include = self.words.include.search(self.folded, match.end(), min(match.end() + 90, sentence.end))
            if include is None or self.names.breaks(self.document.tokens_in(match.end(), include.start())):
                continue
            members = self.clauses.people(self.clauses.listed(include.end(), sentence))
            told = self.clauses.told(include, sentence)
            if not members or told is None:
                continue
            leader = self._leader(match, include, sentence)
            mark = (match.start(), include.end())
            yield from self._ties("accompanied", "tie-delegation", sentence, mark, members, leader, told)

    def _leader(self, match: re.Match[str], include: re.Match[str], sentence: Sentence) -> list[Slot]:
        """Who leads a delegation: "Smith's delegation", "led by Smith"; else the state it is of."""
        led = self.words.led_by.search(self.folded, match.end(), include.start())
        found = self.names.after(led.end(), include.start(), CLOSE, odd=1) if led else []
        owner = self.names.within(max(sentence.start, match.start() - 40), match.start())[-1:]
        if found and found[0].person:
            return found[:1]
        if owner and self.names.owns(owner[0]) and self.clauses.words_between(owner[0].end, match.start()) <= 3:
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
            before = [
                c for c in told_of if c.mark_end <= match.start() and self.clauses.near(c.mark_end, match.start(), 20)
            ]
            agents = self.names.after(match.end(), sentence.end, CLOSE, odd=1)
            told = self.clauses.told(match, sentence)
            if before and agents and told is not None:
                yield from self._about(kind, rule, sentence, match.span(), agents, before[-1], told)
        for verb in self.clauses.verbs(active, sentence):
            if self.clauses.is_passive(verb):
                continue
            after = [c for c in told_of if c.mark_start >= verb.end() and self._governs(verb.end(), c.mark_start)]
            subject = self.clauses.subject(verb.start(), sentence) if after else []
            told = self.clauses.told(verb, sentence)
            if subject and told is not None:
                subject = [s for s in subject if not set(s.actors) & set(after[0].principals)]
                yield from self._about(kind, rule, sentence, verb.span(), subject, after[0], told)

    def _governs(self, start: int, end: int) -> bool:
        """Whether a contact is the object of the verb right before it, with its adjectives and names at most."""
        return self.clauses.near(start, end, 9) and not self.clauses.verb_between(start, end)

    def _about(
        self,
        kind: Kind,
        rule: str,
        sentence: Sentence,
        mark: tuple[int, int],
        sources: Sequence[Slot],
        contact: Contact,
        told: Told,
    ) -> Iterator[TieFind]:
        for source in dict.fromkeys(a for s in sources for a in s.actors):
            yield TieFind(
                sentence.start, sentence.end, *mark, kind, source, None, contact.mark_start, told.status, told.mood,
                contact.date or told.date, rule,
            )  # fmt: skip

    def _present(self, main: Sequence[Slot], sentence: Sentence) -> re.Match[str] | None:
        """ "Accompanying A were B and C", "insieme a A c'erano B e C": the form of "be" right behind the name."""
        match = self.words.present.search(self.folded, main[-1].end, min(main[-1].end + 60, sentence.end))
        if match is None or self.names.within(main[-1].end, match.start()):
            return None
        gap = self.folded[main[-1].end : match.start()].strip(" ,")
        return match if not gap or self.words.opening.match(self.folded, sentence.start) else None

    def _ties(
        self,
        kind: Kind,
        rule: str,
        sentence: Sentence,
        mark: tuple[int, int],
        sources: Sequence[Slot],
        targets: Sequence[Slot],
        told: Told,
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
    told_of: dict[int, list[Contact]] = {}
    for contact in contacts:
        told_of.setdefault(contact.start, []).append(contact)
    sought = list(tie_index(lexicon, document.language).sought(document, mentions, told_of))
    if not sought:
        return []
    near = [m for _, named, _ in sought for m in named]
    names = Names(document, lexicon, contact_index(lexicon, document.language), near, places)
    finder = _Finder(Clauses(document, lexicon, names, Dates(names, dates, quotes)), told_of)
    found = {(t.start, t.kind, t.source, t.target, t.contact): t for t in reversed(list(finder.read(sought)))}
    return sorted(found.values(), key=lambda t: (t.start, t.kind, t.source, t.target or ""))
