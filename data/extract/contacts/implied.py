"""Contacts that no noun or verb of contact tells: headlines of a name at a place, delegations, those present, lists.

Lives here: `Implied`. Must not live here: contacts with a word for them (`passage`), or any word list.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from data.document import Sentence, Token
from data.extract.contacts.contact import Contact
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.when import Dates
from data.extract.contacts.where import Places
from data.extract.places import PlaceFind
from data.extract.rules import Rule

RULES = (
    Rule(
        "contact-delegation",
        "Whoever leads a delegation, is chief negotiator or represents a state, in an article about talks, sat at the "
        "table.",
        "«Rossi, capo della delegazione»",
        "“the chief negotiator, Jones”",
    ),
    Rule(
        "contact-attended",
        "Persons whom a sentence beside a meeting says were there, or whom it features: they took part in it.",
        "«Alla riunione hanno partecipato Rossi e Bianchi»",
        "“The meeting was attended by Smith”",
    ),
    Rule(
        "contact-host",
        "Two names of a headline joined by “da”, or by a form of “be” and “da”, in Italian alone, or somebody who is "
        "the guest of another at a place or on a day, or of a seat of government: the first is received by the second, "
        "who acts for a state. Whoever is at a seat of another state on a day is received there: “Smith will be at "
        "the White House on Friday”.",
        "«Domani Rossi da Bianchi»",
        "“Smith was in Rome as a guest of Prime Minister Jones”",
    ),
    Rule(
        "contact-there",
        "A headline that says where somebody is, and with whom: they meet there.",
        "«Rossi a Roma con Bianchi»",
        "“Smith in Rome with Jones”",
    ),
    Rule(
        "contact-list",
        "A dated item of a list whose heading speaks of contacts.",
        "«I colloqui si sono susseguiti: – Il 3 aprile …»",
        "“The calls came one after another: – On 3 April …”",
    ),
)

_BULLETS = "-–—•*·"
_IS_AT = 60  # characters in "sarà nel pomeriggio di lunedì a Roma" before "da"
_ASIDE = 9  # words between commas behind somebody


class Implied:
    """Finds them sentence by sentence."""

    def __init__(self, names: Names, dates: Dates, places: Places) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.dates, self.places = dates, places
        self._worded = names.sentences_with("guest_of", "delegation", "representing", "attending", "featuring")
        self._forms_of_be = frozenset(names.lexicon.words[names.document.language].speech.passive)
        self._being = names.sentences_with_word(self._forms_of_be if self.index.words.link.being else ())
        self._hosted = names.sentences_with_word(self.index.words.link.host_headline)
        self._heads: tuple[int, Trigger] | None = None  # the sentence that heads a list, and its contact

    def read(self, which: int, sentence: Sentence, triggers: list[Trigger]) -> Iterator[Contact]:
        """The contacts that a sentence so tells, by its number; `triggers`: its words of contact."""
        self._heads = self._heading(which, sentence, triggers, self._heads)
        if self._heads and self._heads[0] < which and not triggers:
            yield from self._list_item(sentence, self._heads[1])
        if not triggers and which in self._hosted:
            yield from self._at_hosts(sentence)
            yield from self._at_somebodys(sentence)
        if not triggers and self.document.text[sentence.end - 1] not in '.!?"”»':
            yield from self._there_with(sentence)
        if which in self._being and all(t.verb and t.verb.trip for t in triggers):
            yield from self._at_seat(sentence)
        if which not in self._worded:
            return
        if all(t.verb and t.verb.trip for t in triggers):
            yield from self._guest_of(sentence)
        yield from self._delegates(sentence)
        yield from self._represented(sentence)
        yield from self._guests(sentence)
        yield from self._featured(sentence, triggers)

    def _meeting(self, sentence: Sentence, start: int, end: int, rule: str, people: tuple[str, ...]) -> Contact:
        """A meeting of some people that is told by the words at a place, and by no noun or verb of contact."""
        return Contact(
            start=sentence.start,
            end=sentence.end,
            mark_start=start,
            mark_end=end,
            kind="meeting",
            rule=rule,
            principals=people,
            sides=people,
            named=self.names.people(sentence),
        )

    # -- headlines of a name at a place ------------------------------------------------------------
    def _at_hosts(self, sentence: Sentence) -> Iterator[Contact]:
        """A headline of two names and "da": "Domani Rossi da Bianchi", "Rossi da Bianchi: «Ora la pace»"."""
        slots = self.names.within(sentence.start, sentence.end)[:4]
        for guest, host in itertools.pairwise(slots):
            apart = self.folded[guest.end : host.start].strip() in self.index.words.link.host_headline
            if not apart or not (guest.person and host.person) or guest.pronoun or host.pronoun:
                continue
            place = self.places.behind(host.end)
            if not self._opens_headline(sentence.start, guest.start):
                continue
            if not self._ends_headline(sentence, place.end if place else host.end):
                continue
            people = tuple(sorted({*guest.actors, *host.actors}))
            date = next(iter(self.dates.within(sentence.start, guest.start)), None)
            told = self._meeting(sentence, guest.start, host.end, "contact-host", people)
            there = place.place_id if place else None
            yield replace(told, host=host.actors[0], date=date, place=there, sure=date is not None)

    def _at_somebodys(self, sentence: Sentence) -> Iterator[Contact]:
        """ "Domani Rossi sarà a Roma da Bianchi", "Rossi è stato da Bianchi": a form of "be", day or place, "da"."""
        for host in self.names.within(sentence.start, sentence.end):
            tie = self._tie_to(host, sentence)
            be = self._be_before(tie, sentence) if tie and not self._goes_on(host, sentence) else None
            guests = self.names.before(be.start, sentence.start, 2) if be else []
            if be is None or not guests or guests[0].pronoun or not all(map(self.names.official, (guests[0], host))):
                continue
            if self.names.oblique(guests[0]) or set(guests[0].actors) & set(host.actors):
                continue
            ahead = self._ahead(be.start, be.end)
            people = tuple(sorted({a for s in (*guests, host) for a in s.actors}))
            date = next(iter(self.dates.within(sentence.start, sentence.end)), None)
            place = next(iter(self.places.within(be.end, sentence.end)), None)
            told = self._meeting(sentence, be.start, host.end, "contact-host", people)
            yield replace(told, host=host.actors[0], date=date, place=place.place_id if place else None,
                          status="planned" if ahead else "held", verb=True, sure=True)  # fmt: skip
            return

    def _tie_to(self, host: Slot, sentence: Sentence) -> Token | None:
        """The "da" right before somebody who acts for a state, and his title."""
        if not host.person or host.pronoun:
            return None
        for token in reversed(self.document.tokens_in(max(host.start - 60, sentence.start), host.start)):
            if token.lower in self.index.words.link.host_headline:
                return token
            if token.lower not in self.index.titles:
                return None
        return None

    def _be_before(self, tie: Token, sentence: Sentence) -> Token | None:
        """The form of "be" before "da", with nothing but days and places between."""
        found = None
        for token in reversed(self.document.tokens_in(max(tie.start - _IS_AT, sentence.start), tie.start)):
            if token.text.lower() in self._forms_of_be:
                found = token
            elif found is not None or not self._circumstance(token):
                break
        return found

    def _goes_on(self, host: Slot, sentence: Sentence) -> bool:
        """ "È stato da Rossi definito un amico": a participle behind the name."""
        behind = self.document.tokens_in(host.end, min(host.end + 24, sentence.end))[:1]
        endings = self.index.words.status.participle_endings or ("\n",)
        return bool(behind) and behind[0].text[0].islower() and behind[0].text.endswith(endings)

    def _circumstance(self, token: Token) -> bool:
        """Whether a word only tells when or where somebody is."""
        return (
            token.start in self.names.in_dates
            or token.lower in self.index.adverbs
            or token.lower in self.index.words.link.place
            or any(p.start <= token.start < p.end for p in self.places.within(token.start - 30, token.end))
        )

    def _there_with(self, sentence: Sentence) -> Iterator[Contact]:
        """A headline that says where somebody is, and with whom: "Rossi a Roma con Bianchi: «Ora la pace»"."""
        for place in self.places.within(sentence.start, sentence.end):
            guests = self.names.before(place.start, sentence.start, 2)
            words = self.document.tokens_in(guests[-1].end, place.start) if guests else ()
            tie = self.index.with_.match(self.folded, place.end + 1)
            there = bool(words) and all(t.lower in self.index.words.link.place for t in words)
            if tie is None or not there or not self._opens_headline(sentence.start, guests[0].start):
                continue
            others = self.names.after(tie.end(), sentence.end, 8, odd=1)
            people = tuple(sorted({a for s in (*guests, *others) for a in s.actors}))
            if not others or not all(s.person and not s.pronoun for s in (*guests, *others)) or len(people) < 2:
                continue
            told = self._meeting(sentence, guests[0].start, others[-1].end, "contact-there", people)
            yield replace(told, place=place.place_id)
            return

    def _opens_headline(self, start: int, at: int) -> bool:
        """Whether a name opens its clause, behind nothing but a day: "Domani Rossi …", "Energia, Rossi …"."""
        before = self.folded[start:at].strip()
        if not before or before[-1] in ",:;–-":
            return True
        days = [d for d in self.dates.within(start, at) if d.end <= at]
        return bool(days) and days[0].start == start and not self.folded[days[-1].end : at].strip(" ,:")

    def _ends_headline(self, sentence: Sentence, at: int) -> bool:
        """Whether nothing but a mark follows a name."""
        rest = self.folded[at : sentence.end].strip()
        return not rest or rest[0] in ",:;.!?"

    # -- guests --------------------------------------------------------------------------------------
    def _guest_of(self, sentence: Sentence) -> Iterator[Contact]:
        """ "Smith was in Rome on Friday as a guest of Prime Minister Jones": whoever receives acts for a state."""
        match = self.names.search("guest_of", sentence.start, sentence.end)
        if match is None or self._unsure(sentence, match.start()):
            return
        if resident := self._resident(match.end()):
            yield from self._guest_at(sentence, match, resident)
            return
        hosts = self.names.after(match.end(), sentence.end, odd=1)[:1]
        guests = [s for s in self.names.subject(match.start(), sentence, set(), noun=False) if s.person]
        if not hosts or not guests or not all(map(self.names.official, (*hosts, *guests))):
            return
        if self.names.oblique(guests[0]) or self.names.owns(hosts[0]) or set(hosts[0].actors) & set(guests[0].actors):
            return
        places = self.places.within(sentence.start, sentence.end)
        dates = self.dates.within(sentence.start, sentence.end)
        if not places and not dates:
            return
        if self.names.search("possible", sentence.start, match.start()):
            return
        people = tuple(sorted({a for s in (*hosts, *guests) for a in s.actors}))
        ahead = self._ahead(sentence.start, match.start())
        told = self._meeting(sentence, match.start(), hosts[0].end, "contact-host", people)
        yield replace(
            told,
            host=hosts[0].actors[0],
            place=places[0].place_id if places else None,
            date=dates[0] if dates and dates[0].relation == "on" else None,
            status="planned" if ahead else "held",
        )

    def _at_seat(self, sentence: Sentence) -> Iterator[Contact]:
        """ "Smith will be back at the White House on Friday": where somebody of another state receives, and a day."""
        dates = [d for d in self.dates.within(sentence.start, sentence.end) if d.relation == "on" and not d.hangs_on]
        for place in self.places.within(sentence.start, sentence.end) if dates else ():
            host = self.places.received_at(place.place_id)
            guest = self._there(sentence, place.start) if host else None
            if guest is None or host is None or not self._abroad(guest.actors, host):
                continue
            words = self.document.tokens_in(guest.end, place.start)
            date = min(dates, key=lambda d: abs(d.start - place.end))
            present = not any(t.lower in self.index.past_auxiliaries for t in words)
            ahead = self._ahead(guest.end, place.start) or (present and date.kind == "relative_day")
            told = self._meeting(sentence, guest.start, place.end, "contact-host", tuple(sorted({*guest.actors, host})))
            yield replace(
                told,
                host=host,
                place=place.place_id,
                date=date,
                status="planned" if ahead else "held",
                present=present and not ahead,
            )
            return

    def _there(self, sentence: Sentence, at: int) -> Slot | None:
        """Who is said to be at a place, with nothing but a form of "be", a day and small words between."""
        before = [s for s in self.names.within(sentence.start, at) if s.person][-1:]
        if not before or len(before[0].actors) > 1 or self.names.oblique(before[0]) or self.names.owns(before[0]):
            return None
        words = [t for t in self.document.tokens_in(before[0].end, at) if t.start not in self.names.in_dates]
        if words and words[0].text == ",":  # "Smith, the envoy, was at"
            words = words[1 + next((i for i, t in enumerate(words[1:_ASIDE]) if t.text == ","), -1) + 1 :]
        small = (self._forms_of_be, self.index.words.link.being)
        known = all(any(t.lower in some for some in small) for t in words)
        known = known and any(t.lower in self._forms_of_be for t in words)
        return before[0] if known and words[-1].lower in (*self.index.words.link.place, *self.index.articles) else None

    def _abroad(self, guests: Sequence[str], host: str) -> bool:
        """Whether those at a seat act for another state than whoever receives there."""
        known = all(g in self.names.lexicon.actors and not self.names.speaks_for(g) for g in guests)
        return known and host not in guests and self.names.country(host) not in map(self.names.country, guests)

    def _resident(self, at: int) -> tuple[str, PlaceFind] | None:
        """ "Ospite di Palazzo Chigi": the place right behind, and who receives there."""
        place = next(iter(self.places.within(at, at + 6)), None)
        host = self.places.received_at(place.place_id) if place else None
        return (host, place) if host and place else None

    def _guest_at(self, sentence: Sentence, match: re.Match[str], resident: tuple[str, PlaceFind]) -> Iterator[Contact]:
        """ "Rossi sarà oggi ospite di Palazzo Chigi": one who acts for another state, on a day."""
        host, place = resident
        guests = [s for s in self.names.subject(match.start(), sentence, set(), noun=False) if s.person][:1]
        date = next(iter(self.dates.within(sentence.start, sentence.end)), None)
        if not guests or date is None or not self.names.official(guests[0]) or self.names.oblique(guests[0]):
            return
        if not self._abroad(guests[0].actors, host):
            return
        people = tuple(sorted({host, *guests[0].actors}))
        told = self._meeting(sentence, match.start(), place.end, "contact-host", people)
        ahead = self._ahead(sentence.start, match.start())
        yield replace(told, host=host, place=place.place_id, date=date, status="planned" if ahead else "held")

    def _ahead(self, low: int, high: int) -> bool:
        """Whether a clause looks ahead: "sarà ospite", "is due in Rome as a guest"."""
        endings = self.index.words.status.future_endings
        words = self.document.tokens_in(low, high)
        future = any(self.names.accented(t).endswith(endings) and len(t.text) > 3 for t in words) if endings else False
        plain = any(t.lower in self.index.words.status.future_auxiliaries for t in words)
        return future or plain or self.names.search("planned", low, high) is not None

    # -- delegations, and those present ------------------------------------------------------------
    def _delegates(self, sentence: Sentence) -> Iterator[Contact]:
        """Persons named right beside the delegation or team they lead."""
        for match in self.names.all("delegation", sentence.start, sentence.end):
            if not self.index.leading.search(self.folded, max(match.start() - 40, 0), match.end() + 25):
                continue
            near = [
                s
                for s in self.names.within(max(match.start() - 70, sentence.start), min(match.end() + 90, sentence.end))
                if s.person and not s.pronoun and not any(map(self.names.leads, s.actors)) and self._beside(match, s)
            ]
            people = tuple(dict.fromkeys(a for s in near for a in s.actors))
            if people:
                told = self._meeting(sentence, match.start(), match.end(), "contact-delegation", people)
                yield replace(told, definite=True, partial=True, process=True)

    def _represented(self, sentence: Sentence) -> Iterator[Contact]:
        """Persons by whom a state is represented: "the US will be represented by B and C"."""
        for match in self.names.all("representing", sentence.start, sentence.end):
            before = self.names.within(max(match.start() - 40, sentence.start), match.end())
            if not any(map(self.names.state, before)) or self._unsure(sentence, match.start()):
                continue
            slots = [s for s in self.names.after(match.end(), sentence.end) if s.person and not s.pronoun]
            people = tuple(dict.fromkeys(a for s in slots for a in s.actors))
            if people:
                told = self._meeting(sentence, match.start(), match.end(), "contact-delegation", people)
                yield replace(told, definite=True, partial=True, process=True)

    def _beside(self, match: re.Match[str], slot: Slot) -> bool:
        low, high = (slot.end, match.start()) if slot.end <= match.start() else (match.end(), slot.start)
        tokens, finite = self.document.tokens_in(low, high), self.index.words.verbs.finite
        return len(tokens) <= 12 and not any(t.lemma in finite or t.text in (".", ";", ":") for t in tokens)

    def _guests(self, sentence: Sentence) -> Iterator[Contact]:
        """Persons of whom a sentence says that they were there: "attending were A and B", "attended by A"."""
        match = self.names.search("attending", sentence.start, sentence.end)
        if match is None or self._unsure(sentence, match.start()):
            return
        before = self.document.tokens_in(sentence.start, match.start())
        named = self.names.within(sentence.start, match.start())
        opens = (len(before) <= 2 and not named) or any(t.lower in self.index.relatives for t in before[-2:])
        opens = opens or self._listed_behind(sentence, match)
        if opens:
            slots = self.names.within(match.end(), sentence.end)
        elif by := self.index.by.match(self.folded, match.end(), min(match.end() + 50, sentence.end)):
            slots = self.names.after(by.end(), sentence.end)
        else:
            slots = self.names.before(match.start(), sentence.start, 3)
        people = tuple(dict.fromkeys(a for s in slots if s.person and not s.pronoun for a in s.actors))
        if people:
            yield self._attended(sentence, match, people)

    def _featured(self, sentence: Sentence, triggers: Sequence[Trigger]) -> Iterator[Contact]:
        """Persons whom a meeting brings together: "Monday's talks in Rome will feature A, B and C"."""
        match = self.names.search("featuring", sentence.start, sentence.end)
        before = [t for t in triggers if match and t.end <= match.start() and self._acts(t)]
        if match is None or not before or self._unsure(sentence, match.start()):
            return
        gap = before[-1].end, match.start()
        if not self.names.clean(*gap, 8) or any(s.person for s in self.names.within(*gap)):
            return
        slots = self.names.after(match.end(), sentence.end, odd=2)
        people = tuple(dict.fromkeys(a for s in slots if s.person and not s.pronoun for a in s.actors))
        if len(people) > 1:
            yield self._attended(sentence, match, people)

    def _attended(self, sentence: Sentence, match: re.Match[str], people: tuple[str, ...]) -> Contact:
        told = self._meeting(sentence, match.start(), match.end(), "contact-attended", people)
        ahead = self._ahead(match.start(), match.end())
        return replace(told, definite=True, partial=True, status="planned" if ahead else "held")

    def _acts(self, trigger: Trigger) -> bool:
        """Whether a meeting may be the subject of a verb: not "a film on the talks"."""
        if trigger.noun is None or not (trigger.kind == "meeting" or trigger.states):
            return False
        before = self.document.tokens_in(max(trigger.start - 40, 0), trigger.start)[-4:]
        for token in reversed(before):
            if token.lower in self.index.articles:
                continue
            return token.lower not in self.index.prepositions
        return True

    def _listed_behind(self, sentence: Sentence, attended: re.Match[str]) -> bool:
        """ "Alla riunione con Rossi hanno partecipato Bianchi e Verdi": the meeting opens the sentence, they follow."""
        first = self.document.tokens_in(sentence.start, attended.start())[:1]
        if not first or first[0].lower not in self.index.words.link.at_meeting:
            return False
        behind = self.names.after(attended.end(), sentence.end, 12, several=True)
        return bool(behind) and behind[0].person

    def _unsure(self, sentence: Sentence, at: int) -> bool:
        """Whether a clause is denied or only asked: "it was not clear if he attended"."""
        words = self.index.words.status
        before = self.document.tokens_in(sentence.start, at)
        return any(t.lower in self.index.negation or t.lower in words.asking for t in before)

    # -- lists -------------------------------------------------------------------------------------
    def _heading(
        self, which: int, sentence: Sentence, triggers: list[Trigger], last: tuple[int, Trigger] | None
    ) -> tuple[int, Trigger] | None:
        """A sentence that ends with a colon and speaks of contacts heads the list items that follow."""
        if self.document.text[sentence.end - 1] == ":":
            nouns = [t for t in triggers if t.noun and (t.plural or t.noun.loose)]
            return (which, nouns[-1]) if nouns else None
        if last and self._is_item(sentence):
            return last
        return last if last and self._between_items(which, last[0]) else None

    def _is_item(self, sentence: Sentence) -> bool:
        return self.document.text[sentence.start] in _BULLETS

    def _between_items(self, which: int, heading: int) -> bool:
        """A second sentence of an item belongs to the list as long as it is in the item's paragraph."""
        sentences = self.document.sentences
        for before in range(which - 1, heading, -1):
            if sentences[before].paragraph != sentences[which].paragraph:
                return False
            if self._is_item(sentences[before]):
                return True
        return False

    def _list_item(self, sentence: Sentence, heading: Trigger) -> Iterator[Contact]:
        """An item that opens with a date: a contact of the kind its heading speaks of."""
        first = self.dates.within(sentence.start, sentence.end)[:1]
        if not self._is_item(sentence) or not first:
            return
        opening = self.document.tokens_in(sentence.start, first[0].start)
        if all(not t.text[0].isalnum() or t.lower in self.index.small for t in opening):
            yield Contact(
                start=sentence.start,
                end=sentence.end,
                mark_start=first[0].start,
                mark_end=first[0].end,
                kind=heading.kind,
                rule="contact-list",
                date=first[0],
                loose=True,
                definite=True,
                partial=True,
            )
