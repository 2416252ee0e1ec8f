"""Contacts told in an article: calls and meetings, who took part, whether they took place, their date and place words.

Lives here: `find_contacts`, one find for each passage that tells of a contact. Its parts: `contact_triggers` finds the
words, `contact_who` who took part, `contact_when`, `contact_where` and `contact_status` the rest. Must not live here:
which passages mean the same contact and on which day it was (`data.resolve`), or any word list (contacts.toml).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec
from msgspec.structs import replace

from data.document import Document, Sentence, Token
from data.extract import contact_status as status
from data.extract.contact_names import Names, Slot
from data.extract.contact_triggers import Trigger, find_triggers, tight
from data.extract.contact_when import BESIDE, Dates
from data.extract.contact_where import Places
from data.extract.contact_who import Who, WhoReader
from data.extract.contact_words import contact_index
from data.extract.dates import DateFind
from data.extract.finds import Mention, Quote, Status
from data.extract.places import PlaceFind
from data.extract.rules import Rule
from data.lexicon.types import Lexicon

RULES = (
    Rule(
        "contact-between",
        "A contact noun with “between”, or negotiations “involving” somebody: the persons or states listed after it.",
        "«un colloquio telefonico tra Rossi e Bianchi»",
        "“a phone call between Smith and Jones”",
    ),
    Rule(
        "contact-compound",
        "Names joined by a hyphen beside a contact noun, or by a comma before the noun of an English headline.",
        "«il vertice Rossi-Bianchi»",
        "“the Smith-Jones summit”",
    ),
    Rule(
        "contact-with",
        "A contact noun with “with”, also behind “that A had”: the subject or possessor and those listed after it.",
        "«Rossi ha avuto un incontro con Bianchi»",
        "“after his meeting with Jones”",
    ),
    Rule(
        "contact-held",
        "Two or more subjects of a verb such as “hold” or “have” with a contact noun.",
        "«Rossi e Bianchi hanno tenuto una telefonata»",
        "“Smith and Jones held a call”",
    ),
    Rule(
        "contact-verb",
        "A verb of contact with subject and object, or a plural subject. Those of two states who spoke had a call; "
        "“the two leaders” are those of the contact of the kind told last; “Smith and I”: whoever is quoted.",
        "«Rossi ha incontrato Bianchi»",
        "“Smith met Jones”",
    ),
    Rule(
        "contact-theirs",
        "A contact noun with “their”: those joined before it in the sentence.",
        "«Rossi e Bianchi hanno parlato del loro incontro»",
        "“Smith and Jones spoke of their meeting in May”",
    ),
    Rule(
        "contact-attended",
        "Persons whom a sentence beside a meeting says were there: they took part in it.",
        "«Alla riunione hanno partecipato Rossi e Bianchi»",
        "“The meeting was attended by Smith”",
    ),
    Rule(
        "contact-scene",
        "A sentence that opens with “during a meeting …” and a comma: the two persons of its main clause; no comma is "
        "needed before two who act together.",
        "«Durante un vertice a Roma a maggio, Rossi ha accusato Bianchi»",
        "“During a meeting in Rome in May, Smith accused Jones”",
    ),
    Rule(
        "contact-told",
        "“In a call” behind its two subjects, or behind somebody and whom he tells something or does it with: these.",
        "«Rossi ha detto a Bianchi in una telefonata»",
        "“Smith and Jones discussed it in a phone call”",
    ),
    Rule(
        "contact-delegation",
        "Whoever leads a delegation or is chief negotiator, in an article about talks, sat at the table.",
        "«Rossi, capo della delegazione»",
        "“the chief negotiator, Jones”",
    ),
    Rule(
        "contact-visit",
        "A visit: those who come, and whoever receives at the place.",
        "«la visita di Rossi alla Casa Bianca»",
        "“Jones visited the White House”",
    ),
    Rule(
        "contact-host",
        "Two names of a headline joined by “da”, in Italian alone: the first is received by the second.",
        "«Domani Rossi da Bianchi»",
        "“Smith at the home of Jones” is none",
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
    Rule(
        "contact-since",
        "A contact since which another is the first, or a month or day, a place too: those who meet had met then.",
        "«il primo incontro dal vertice di Roma»",
        "“their first meeting since May in Rome”",
    ),
    Rule(
        "contact-parties",
        "Talks between several without a day or a place: they tell who takes part in talks that the article tells with "
        "a day elsewhere.",
        "«I colloqui tra Russia e Ucraina vanno a rilento. Il primo giorno di colloqui si è chiuso martedì»",
        "“Talks between Russia and Ukraine are slow. The first day of talks ended on Tuesday”",
    ),
    Rule(
        "contact-again",
        "A contact noun without names: the contact of that kind told last; “the talks” may be a call. A new or next "
        "round that is ahead and has a day is one of its own, of those whose talks were told last.",
        "«La telefonata è durata un'ora»",
        "“The call lasted an hour”",
    ),
)


class Contact(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A passage that tells of a contact. `start:end` is the sentence, `mark_start:mark_end` the words that name it."""

    start: int
    end: int
    mark_start: int
    mark_end: int
    kind: Literal["call", "meeting"]
    rule: str
    status: Status = "held"
    principals: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()  # of those who took part, all but a subject that the sentence only suggests
    named: tuple[str, ...] = ()  # all persons named in the sentence
    host: str | None = None
    place: str | None = None
    date: DateFind | None = None
    loose: bool = False  # the words alone do not tell a call from a meeting
    soon: bool = False  # "a few hours after": within a day of the contact told with it, or of the article
    definite: bool = False  # the reader is expected to know which one
    other: bool = False  # "another", "a further": not the one told before
    fresh: bool = False  # "a new round", "the next meeting": may be one of its own
    round: bool = False  # one sitting of negotiations
    earlier: bool = False  # "their last meeting": one before the news
    compared: bool = False  # "the first since the summit": another is the first since it
    indefinite: bool = False  # "a meeting"
    sequel: bool = False  # "then phoned Jones": on the day of what was told before
    counted: DateFind | None = None  # "the day before the talks, Smith met Jones": from the contact told right before
    ended: bool = False  # "the talks have ended": its end is what is told
    partial: bool = False  # not all who took part are named here
    plural: bool = False  # the words may speak of several contacts
    process: bool = False  # negotiations rather than one contact
    verb: bool = False  # told by a verb, not by a noun
    trip: bool = False  # says where somebody goes
    just: bool = False  # "has just met": on the article's own day
    intended: bool = False  # a plan seen from later, which may have come to nothing: "they were to meet"
    present: bool = False  # told in the present: "Smith meets Jones on Friday"
    went: bool = False  # its day is that of a journey there, which is past: "flew on Tuesday to meet Jones"
    goes: bool = False  # the same, or whom or what somebody visits
    any_kind: bool = False  # "the talks": may mean a call as well
    tentative: bool = False  # denied or only possible: tells of a plan told elsewhere, and of no contact by itself
    sure: bool = True  # the words say that it took place, or has been called off or is ahead; not only its name


_BESIDE_EARLIER = 50  # characters behind an earlier contact within which "before a visit" is of that time
_SAME_TWO = 900  # characters within which "the two leaders" are those of a contact told before
_BULLETS = "-–—•*·"


class _Finder:
    """The search through one article."""

    def __init__(self, names: Names, dates: Dates, places: Places, who: WhoReader) -> None:
        self.names, self.dates, self.places, self.who = names, dates, places, who
        self.document, self.folded, self.index = names.document, names.folded, names.index
        self._pairs: list[tuple[int, str, frozenset[str]]] = []  # the two of each contact so far, its place and kind
        self._earlier = -1  # where a contact "before this one" ends
        self.parties: list[Contact] = []  # "talks between A and B" without day or place
        self._doubts: list[tuple[bool, tuple[Trigger, Who, Sentence, int, int, list[DateFind]]]] = []

    def read(self) -> Iterator[Contact]:
        """All contacts, sentence by sentence."""
        by_sentence: dict[int, list[Trigger]] = {}
        for trigger in find_triggers(self.names, self.who.dates_at):
            by_sentence.setdefault(self.document.sentence_index(trigger.start), []).append(trigger)
        heading: tuple[int, Trigger] | None = None
        for which, sentence in enumerate(self.document.sentences):
            triggers = by_sentence.get(which, [])
            if triggers:
                yield from self._sentence(sentence, triggers)
            heading = self._heading(which, sentence, triggers, heading)
            if heading and heading[0] < which and not triggers:
                yield from self._list_item(sentence, heading[1])
            if not triggers:
                yield from self._at_hosts(sentence)
                yield from self._there_with(sentence)
            yield from self._delegates(sentence)
            yield from self._guests(sentence)

    def tentative(self) -> Iterator[Contact]:
        """The passages that deny a contact or call it possible, once all others have been read."""
        for off, told in self._doubts:
            for contact in self._contacts(*told):
                yield replace(contact, tentative=True, status="cancelled" if off else "planned", sure=off)

    # -- one sentence ----------------------------------------------------------------------------------
    def _sentence(self, sentence: Sentence, triggers: list[Trigger]) -> Iterator[Contact]:
        self.who.begin()
        dates = self.dates.of_sentence(sentence, triggers)
        found: list[Contact] = []
        low = sentence.start  # where the contact before ends, unless both stand in one phrase
        for i, trigger in enumerate(triggers):
            if not i or not tight(self.names, triggers[i - 1], trigger):
                low = triggers[i - 1].end if i else sentence.start
            high = triggers[i + 1].start if i + 1 < len(triggers) else sentence.end
            who = self.who.read(trigger, sentence, low, high)
            if who.rule == "contact-none":
                continue
            who = self._same_two(trigger, who)
            tail = who.end(trigger.end)
            denied = status.denied(self.names, trigger, sentence, tail)
            possible = status.only_possible(self.names, trigger, low, tail, sentence)
            if denied or possible or status.behind_plan(self.names, trigger, sentence):
                off = denied and status.no_longer(self.names, trigger, sentence, tail)
                self._doubts.append((off, (trigger, who, sentence, low, high, dates.get(i, []))))
                continue
            firm = list(self._contacts(trigger, who, sentence, low, high, dates.get(i, [])))
            self._note_pair(trigger, firm)
            found += firm
        yield from self._merged(self._in_order(found))

    def _in_order(self, found: list[Contact]) -> list[Contact]:
        """ "The day before the talks, A met B", "after the talks, A called B": when the second was, the first tells."""
        out = list(found)
        for n, one in enumerate(out[:-1]):
            if one.verb:
                continue
            two = out[n + 1]
            news = two.status == "held" and two.verb and two.date is None and len(two.principals) > 1
            if not news or "," not in self.folded[one.mark_end : two.mark_start]:
                continue
            opening = self.document.tokens_in(one.start, one.mark_start)
            if one.date and one.date.hangs_on == "event" and one.date.end <= one.mark_start and len(opening) <= 8:
                out[n] = replace(one, date=None, soon=False, status="held", sure=False)
                out[n + 1] = replace(two, counted=one.date)
            elif len(opening) <= 5 and any(t.lower in self.index.words.status.parting for t in opening[:3]):
                out[n + 1] = replace(two, sequel=True)
        return out

    def _note_pair(self, trigger: Trigger, told: Sequence[Contact]) -> None:
        """Keep in mind between which two a contact was; one told again is of those it was told of before."""
        for contact in told:
            people = frozenset(p for p in contact.principals if self.names.person(p))
            if len(people) < 2 and not trigger.plural:
                people = next(
                    (two for _, kind, two in reversed(self._pairs) if kind == contact.kind and people <= two), people
                )
            if len(people) == 2:
                self._pairs.append((trigger.start, contact.kind, people))

    def _same_two(self, trigger: Trigger, who: Who) -> Who:
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

    def _merged(self, found: list[Contact]) -> list[Contact]:
        """ "Smith welcomed Jones during a meeting in Rome": one contact, told twice, shares people, date and place."""
        out: list[Contact] = []
        for contact in found:
            named = [i for i, c in enumerate(out) if c.principals or c.goes][-1:] or [len(out) - 1]
            before = out[named[0]] if out else None
            if before and contact.rule == "contact-again" and contact.compared and len(before.principals) > 1:
                people = self._compared(before, contact)
                if len(people) < 2:
                    continue  # "the first between Smith and the team of Jones since": who met is not known
                out.append(
                    replace(
                        contact, rule="contact-since", principals=people, sides=people, partial=False, process=False
                    )
                )
                continue
            if before and before.goes and contact.kind == "meeting" and self._to_meet(before, contact):
                date, place = contact.date or before.date, contact.place or before.place
                visited = before.status == "held" and not before.trip  # "visited Rome to meet Jones"
                told = before.status if contact.status == "held" or visited else contact.status
                went = before.trip and before.status == "held" and not contact.date and date is not None
                contact = replace(contact, date=date, place=place, status=told, went=went)
                out.pop(named[0])
            elif before and self._to_discuss(before, contact):
                continue
            elif before and self._spoke_at(before, contact):
                out.pop(named[0])
            elif before and self._during(before, contact):
                date, place = before.date or contact.date, before.place or contact.place
                called_off = before.status == "planned" and contact.sure and contact.status != "held"
                told = contact.status if called_off else before.status
                loose = before.loose and contact.loose
                out[named[0]] = replace(before, date=date, place=place, status=told, loose=loose)
                if not contact.sure:
                    contact = replace(contact, status=told)  # "will meet on Sunday for talks"
                contact = replace(contact, date=date, place=place, principals=before.principals, partial=before.partial)
            out.append(contact)
        return [c for c in out if c.principals or not c.trip]

    def _compared(self, before: Contact, contact: Contact) -> tuple[str, ...]:
        """ "Their first meeting since", "the first between A and B since": who met both times."""
        between = self.names.search("between", before.mark_end, contact.mark_start)
        slots = self.names.after(between.end(), contact.mark_start, odd=2) if between else []
        people = tuple(sorted({a for s in slots for a in s.actors if self.names.person(a)}))
        return people if len(people) > 1 or between else before.principals

    def _to_meet(self, trip: Contact, contact: Contact) -> bool:
        """ "Flew to Rome on Friday to meet Jones", "for talks with Jones", "where he met Jones": its day and place."""
        people = set(contact.principals)
        if people and not set(trip.principals) & people:
            return False
        words, where = self.document.tokens_in(trip.mark_end, contact.mark_start), self.index.words.link.where
        return not self.names.breaks(t for t in words if t.lower not in where)

    def _to_discuss(self, before: Contact, contact: Contact) -> bool:
        """ "Smith met Jones in Rome to discuss it": what a contact was for, no other contact."""
        if not contact.verb or not contact.principals or not set(contact.principals) <= set(before.principals):
            return False
        token = self.document.tokens[self.document.token_index(contact.mark_start)]
        verbs = (*self.index.forms.get(token.lower, ()), *self.index.verbs.get(token.lemma, ()))
        words = self.document.tokens_in(before.mark_end, contact.mark_start)
        purpose = bool(words) and words[-1].lower in self.index.words.link.purpose
        return purpose and any(v.talk for v in verbs) and not self.names.breaks(words)

    def _spoke_at(self, before: Contact, contact: Contact) -> bool:
        """ "Smith spoke at a meeting with Jones": they met, and did not phone."""
        same = before.verb and before.kind == "call" and contact.kind == "meeting" and not contact.verb
        if not same or set(before.principals) != set(contact.principals):
            return False
        return bool(self.index.during.search(self.folded[before.mark_end : contact.mark_start]))

    def _during(self, before: Contact, contact: Contact) -> bool:
        if not before.verb or before.kind != contact.kind or len(before.principals) < 2:
            return False
        if contact.principals and not set(contact.principals) <= set(before.principals):
            return False
        low = max(contact.mark_start - 40, before.mark_end)
        if any(t.lower in self.index.words.status.parting for t in self.document.tokens_in(low, contact.mark_start)):
            return False  # "to meet in Rome after talks in Paris"
        return bool(self.index.during.search(self.folded[low : contact.mark_start]))

    def _contacts(
        self, trigger: Trigger, who: Who, sentence: Sentence, low: int, high: int, dates: list[DateFind]
    ) -> Iterator[Contact]:
        tail = who.end(trigger.end)
        since = self.dates.since(trigger, sentence)
        place = self.places.place_of(trigger, sentence, low, min(high, since.start) if since else high, tail)
        if self._another_sense(trigger, who, dates, place):
            if trigger.further:
                other = trigger._replace(verb=trigger.further[0], further=trigger.further[1:])
                yield from self._contacts(
                    other, self.who.read(other, sentence, low, high), sentence, low, high, dates
                )  # fmt: skip
            return
        told = status.status_of(self.names, trigger, low, high, tail)
        if told == "planned" and self._spoken_of(trigger):
            told, place = "held", self.places.place_of(trigger, sentence, trigger.start, high, tail)
        told, dates = self._own_days(trigger, told, dates, sentence, low, high, tail)
        article = self.folded[max(trigger.start - 30, 0) : trigger.start]
        talks = self._talks(trigger, who) and bool(self.index.definite_talks.search(article))
        many = self._talks_again(trigger, who, article)
        again = who.rule == "contact-again" and self.names.tells("copula", max(trigger.start - 30, 0), trigger.start)
        stands = trigger.verb is not None and trigger.verb.bare  # "al telefono con"
        definite = (
            many or again or (not stands and bool(self.index.definite.search(article))) or self._of_day(trigger, dates)
        )
        if who.rule == "contact-again" and self._has_name(trigger, place):
            return
        parts = list(self.who.each(trigger, who))
        noun = trigger.noun
        kind: Literal["call", "meeting"] = "meeting"
        if many:
            loose, any_kind = False, place is None
        else:
            kind, loose = self._kind(trigger, who, parts, sentence, place, tail, talks)
            any_kind = (
                noun is not None and noun.again_any and who.rule == "contact-again" and definite and place is None
            )
        process = bool(noun and noun.process) or self._negotiations(trigger, who)
        compared = self.dates.compared(trigger)
        earlier = compared or self.dates.earlier(trigger) or self._beside_earlier(trigger)
        self._earlier = trigger.end if earlier else self._earlier
        fresh = noun is not None and self.names.tells("fresh", max(low, trigger.start - 24), trigger.end)
        common = Contact(
            start=sentence.start,
            end=sentence.end,
            mark_start=trigger.start,
            mark_end=trigger.end,
            kind=kind,
            rule=who.rule,
            status=told,
            named=self._named(sentence),
            place=place,
            loose=loose,
            soon=status.eve(self.names, trigger)
            or bool(self.names.search("soon", max(low, trigger.start - 60), trigger.start)),
            definite=definite,
            indefinite=not definite and bool(self.index.indefinite.search(article)),
            other=self._other(trigger),
            fresh=fresh,
            round=noun is not None and noun.round,
            earlier=earlier,
            compared=compared,
            sequel=self.dates.sequel(trigger, sentence),
            ended=noun is not None and self._ended(trigger, sentence, tail, high),
            process=process,
            verb=trigger.verb is not None,
            just=told == "held" and not loose and self._just(trigger, sentence),
            intended=status.planned_then(self.names, trigger, low),
            present=told == "held" and status.present(self.names, trigger),
            trip=trigger.verb is not None and trigger.verb.trip,
            goes=trigger.verb is not None and trigger.verb.object == "place",
            any_kind=any_kind,
        )
        for some in parts:
            principals = self.who.principals(some, trigger)
            if not principals and trigger.verb and who.others:
                continue
            host = self.places.host_of(trigger, some.subjects, some.others, place, principals)
            host = host or self._at_home(some, place, principals)
            if host and host not in principals:
                principals = (*principals, host)
            held = some.rule == "contact-held" or self._held_talks(trigger, principals)
            if process and held and all(map(self.names.person, principals)):
                held = not self._in_passing(trigger)
            days = [d for d in dates if d.kind != "year" and (d.kind != "period" or told == "planned")]
            told_of = days or place or held or self._numbered(trigger) or self._after_talks(trigger, principals)
            if process and len(principals) >= 2 and not told_of:
                self._note_parties(common, trigger, some, principals)
                continue
            one = replace(
                common,
                rule=some.rule,
                principals=tuple(sorted(principals)),
                sides=self._sides(trigger, some, principals, definite),
                host=host,
                partial=len(principals) < 2 or self._only_guests(some, host),
                plural=(trigger.plural and some is who and not (trigger.pronoun or many or talks))
                or self._many(tail, sentence),
                sure=told != "held"
                or (not _sets_out(trigger, principals) and self._took_place(trigger, some, tail, low, high)),
            )
            for date in dates or (None,):
                yield replace(one, date=date)
            if since is not None:
                yield from self._one_since(trigger, since, one)

    def _one_since(self, trigger: Trigger, since: DateFind, told: Contact) -> Iterator[Contact]:
        """ "Their first meeting since May in Rome": the one before, of the same people."""
        before = self.places.behind(since.end)
        if before is None and not (len(told.principals) == 2 and self._first_since(trigger, since)):
            return
        yield Contact(
            start=told.start,
            end=told.end,
            mark_start=since.start,
            mark_end=before.end if before else since.end,
            kind="meeting" if before else told.kind,
            rule="contact-since",
            principals=told.principals,
            sides=told.sides,
            named=told.named,
            place=before.place_id if before else None,
            date=since,
            definite=True,
            earlier=True,
            partial=len(told.principals) < 2,
            process=told.process,
        )

    def _own_days(
        self,
        trigger: Trigger,
        told: Status,
        dates: list[DateFind],
        sentence: Sentence,
        low: int,
        high: int,
        tail: int,
    ) -> tuple[Status, list[DateFind]]:
        """The dates beside a contact without those of something else, and its status in their light."""
        if told == "planned":
            dates = [d for d in dates if not self.dates.reported_on(d, trigger)]
        if dates and dates[0].hangs_on == "event" and dates[0].end <= trigger.start:
            ahead_of = sentence.start, dates[0].start
            if any(self.names.search(field, *ahead_of) for field in ("possible", "plain_future", "planned")):
                told, dates = "planned", []  # "it could be held a week after the meeting"
        moved = status.postponed(self.names, trigger, low, high, tail) if told == "planned" else None
        if moved is not None:
            dates = [d for d in dates if d.start > moved]
        off = self.names.search("cancelled", trigger.end, sentence.end) if told == "cancelled" else None
        if off is not None:
            dates = [d for d in dates if d.start < off.start()]  # "called off on Tuesday": the day of the news
        ahead = told == "planned" and self.names.tells("upcoming", max(low, trigger.start - 40), trigger.start)
        if told == "cancelled" or ahead:  # "doubts arose on Monday over an impending meeting"
            dates = [
                d for d in dates
                if d.start > trigger.start or self.dates.attribute(d, trigger)
                or (told == "planned" and self.names.search("planned", d.end, trigger.start))
            ]  # fmt: skip
        return told, dates

    def _kind(
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
        table = trigger.loose and (aside or talks or self._delegates_there(trigger, who))
        talked = place is None and not aside and all(self._talked(trigger, some, sentence) for some in parts)
        loose = trigger.loose and not place and not table and not talked
        if trigger.noun and trigger.noun.process and self._by_phone(trigger, who):
            return "call", loose
        seen = trigger.loose and not talked and (place is not None or self._envoy(who) or table)
        seen = seen and not self._remote(trigger, tail)
        return "meeting" if seen or self._negotiations(trigger, who) else trigger.kind, loose

    def _first_since(self, trigger: Trigger, since: DateFind) -> bool:
        """ "Their first call since March": then they had one; "since 2022" counts from something else."""
        sentence = self.document.sentence_at(trigger.start)
        behind = self.document.tokens_in(since.end, sentence.end)[:1]
        if behind and (behind[0].text[0].isalnum() or behind[0].text[0] in "'’"):
            return False  # "since the June exchange in Rome"
        low = max(trigger.start - 30, sentence.start)
        return since.kind in ("month", "day") and bool(self.names.search("first", low, trigger.start))

    def _at_home(self, who: Who, place: str | None, principals: Sequence[str]) -> str | None:
        """ "The call of A and B comes before a meeting with C in Rome": that of A and B who resides there."""
        if place is None or len(principals) != 1 or not who.party:
            return None
        host = self.places.resident(place)
        return host if host in who.party else None

    def _another_sense(self, trigger: Trigger, who: Who, dates: list[DateFind], place: str | None) -> bool:
        """Whether the word tells of no contact for want of people, a day or a place."""
        if trigger.noun:
            near = [d for d in dates if self.dates.attribute(d, trigger) or 0 <= d.start - trigger.end <= BESIDE]
            return trigger.noun.placed and place is None and not (near and who.rule == "contact-again")
        verb = trigger.verb
        assert verb is not None
        at_home = verb.foreign or (verb.talk and verb.loose and place is None)
        if at_home and self._one_state(self.who.principals(who, trigger)):
            return True  # "Smith discussed it with his minister"
        nobody = not who.subjects and not who.others
        if verb.object == "place" and place is None and not who.others:
            return True
        if nobody and not (
            verb.trip or verb.needs or self.who.reflexive(trigger) or self.who.they(trigger) or self.who.si(trigger)
        ):
            return True
        people = self.who.principals(who, trigger) if verb.loose and who.others else ()
        people = (*people, *(a for s in (*who.subjects, *who.others) for a in s.actors))
        again = verb.loose and len({a for a in people if self.names.person(a)}) > 1
        return (verb.dated and not dates and not again) or (verb.placed and place is None)

    def _one_state(self, principals: Sequence[str]) -> bool:
        """Whether all, and at least two, act for one state."""
        states = {self.names.country(a) for a in principals}
        return len(principals) > 1 and len(states) == 1 and None not in states

    def _talked(self, trigger: Trigger, who: Who, sentence: Sentence) -> bool:
        """ "Smith has spoken to Jones", "torna a parlare con Rossi": of two states, once, and not only in general."""
        if not (trigger.verb.talk if trigger.verb else self._conversed(trigger, who)):
            return False
        if not (who.others or self.who.reflexive(trigger)) or not self._of_states(trigger, who):
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
        return talk and who.rule == "contact-with" and self._held(trigger)

    def _of_states(self, trigger: Trigger, who: Who) -> bool:
        """Whether two act for different states, or one who says "I" and one who acts for a state."""
        sides = (who.subjects, who.others or who.subjects)
        if not all(map(self.names.official, (*who.subjects, *who.others))):
            return False
        people = self.who.principals(who, trigger)
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

    def _has_name(self, trigger: Trigger, place: str | None) -> bool:
        """ "The G7 summit", "il vertice della Nato": a gathering with a name of its own, no contact told before."""
        at = self.document.token_index(trigger.start)
        before = self.document.tokens[at - 1] if at else None
        named = before is not None and self._is_name(before) and not self._acts_itself(before)
        if named and place is None:
            return True
        behind = self.document.tokens_in(trigger.end, trigger.end + 24)
        after = [t for t in behind if t.lower not in self.index.small][:1]
        joined = [t.text for t in self.document.tokens_in(trigger.end, after[0].start)] if after else []
        return (
            bool(after)
            and len(joined) <= 2
            and "," not in joined
            and self._is_name(after[0])
            and not self._acts_itself(after[0])
        )

    def _acts_itself(self, token: Token) -> bool:
        """Whether a word is, or ends, the name of a person or state, and not of a gathering: "the US summit"."""
        slots = self.names.within(token.start - 30, token.end + 1)
        return any(s.end >= token.end and (s.person or self.names.state(s)) for s in slots)

    def _is_name(self, token: Token) -> bool:
        """Whether a word is written in capitals, as names of gatherings and alliances are."""
        numbered = token.text[:1] == "G" and token.text[1:].isdigit()  # G7
        return numbered or (len(token.text) > 1 and token.text[:2].isalpha() and token.text[:2].isupper())

    def _sides(self, trigger: Trigger, who: Who, principals: Sequence[str], definite: bool) -> tuple[str, ...]:
        """ "Smith spoke of the meeting with Jones": whether Smith was there, another passage may tell."""
        if who.rule != "contact-with" or self._held(trigger) or not who.subjects:
            return tuple(principals)
        if not definite and not self._says_after(trigger):
            return tuple(principals)
        owner = who.subjects[-1]
        others = {a for s in who.others for a in s.actors}
        if owner.start > trigger.start or self.names.owns(owner):
            return tuple(principals)
        if owner.pronoun and not self._doubtful(owner, others):
            return tuple(principals)
        return tuple(p for p in principals if p in others) or tuple(principals)

    def _says_after(self, trigger: Trigger) -> bool:
        """ "…, Smith has said, following a summit with Jones": whether Smith was there, is left open."""
        low = max(trigger.start - 60, self.document.sentence_at(trigger.start).start)
        tokens = self.document.tokens_in(low, trigger.start)
        for i in range(len(tokens) - 1, 1, -1):
            if tokens[i].lower in self.index.words.status.parting and tokens[i - 1].text == ",":
                return bool({tokens[i - 2].lower, tokens[i - 2].lemma} & self.index.speech)
        return False

    def _doubtful(self, owner: Slot, others: set[str]) -> bool:
        """ "Smith hoped to speak to Jones about his call with Brown": whose call it was, may be either's."""
        low = self.document.sentence_at(owner.start).start
        return any(
            s.person and not s.pronoun and not set(s.actors) & {*owner.actors, *others}
            for s in self.names.within(low, owner.start)
        )

    def _many(self, tail: int, sentence: Sentence) -> bool:
        """ "He has met Smith several times"."""
        near = tail, min(tail + 30, sentence.end)
        return bool(self.names.search("many", *near) or self.names.search("times", *near))

    def _other(self, trigger: Trigger) -> bool:
        return trigger.verb is None and self.names.tells("other", max(trigger.start - 30, 0), trigger.start)

    def _remote(self, trigger: Trigger, tail: int) -> bool:
        """Whether words beside a contact say that they were not in one place: "a distanza", "virtual"."""
        return bool(self.names.search("remote", max(trigger.start - 20, 0), tail + 25))

    def _envoy(self, who: Who) -> bool:
        """Whether one of two leads a state and the other does not: such two talk face to face rather than by phone."""
        people = {a for s in (*who.subjects, *who.others) for a in s.actors if self.names.person(a)}
        return len(people) == 2 and sum(map(self.names.leads, people)) == 1

    def _just(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "They have just met", "abbiamo appena avuto un incontro", "Earlier, they met": on the article's own day."""
        low = max(trigger.start - 50, sentence.start)
        just = self.names.search("just", low, trigger.start)
        if just is not None:
            words = self.document.tokens_in(just.start(), trigger.start)
            return not self.names.breaks(words) and not any(t.start in self.names.in_dates for t in words)
        told = trigger.verb is not None or self._held(trigger)
        return told and bool(self.index.just_opening.match(self.folded, sentence.start))

    def _talks(self, trigger: Trigger, who: Who) -> bool:
        """ "I colloqui con Rossi", of persons: talks at one table, unlike "un colloquio"."""
        noun = trigger.noun
        people = who.others and all(s.person for s in (*who.subjects, *who.others))
        return bool(people) and trigger.plural and noun is not None and noun.loose and noun.states

    def _after_talks(self, trigger: Trigger, principals: Sequence[str]) -> bool:
        """ "After his talks with Jones", of persons: they took place."""
        low = max(trigger.start - 30, self.document.sentence_at(trigger.start).start)
        link = self.names.search("past_link", low, trigger.start)
        if link is None or not all(map(self.names.person, principals)):
            return False
        between = self.names.within(link.start(), trigger.start)
        return all(s.pronoun for s in between)  # not "after Smith announced talks with Jones"

    def _delegates_there(self, trigger: Trigger, who: Who) -> bool:
        """ "Talks with the delegation led by Jones", "con alti funzionari": several sit at a table."""
        if not who.others or (all(s.person for s in who.others) and self._titles_of(trigger, who)):
            return False
        low, high = trigger.end, max(s.end for s in who.others)
        return bool(self.names.search("delegates", low, high))

    def _titles_of(self, trigger: Trigger, who: Who) -> bool:
        """ "Spoke with the envoy, Jones": the word for those sent is the title of one who is named."""
        found = self.names.all("delegates", trigger.end, max(s.end for s in who.others))
        starts = [s.start for s in who.others]
        return all(any(0 < start - m.end() <= 2 for start in starts) for m in found)

    def _beside_earlier(self, trigger: Trigger) -> bool:
        """ "The previous call, held before Smith's visit to Rome": what was right before or after it is past too."""
        gap = trigger.start - self._earlier
        if self._earlier < 0 or not trigger.noun or not 0 < gap < _BESIDE_EARLIER:
            return False
        if self.names.within(self._earlier, trigger.start):
            return False
        words = self.document.tokens_in(self._earlier, trigger.start)
        parting = (*self.index.words.status.parting, *self.index.gerund_before)
        return any(t.lower in parting for t in words) and not any(t.text in ".;:" for t in words)

    def _by_phone(self, trigger: Trigger, who: Who) -> bool:
        """ "Talks by phone with Jones": of persons, with the words right behind the noun."""
        people = [s for s in (*who.subjects, *who.others) if s.person]
        return bool(people) and bool(self.index.remote.match(self.folded, trigger.end + 1))

    def _beside_event(self, trigger: Trigger, tail: int) -> bool:
        """ "A talk with Jones on the sidelines of the summit": they were in one place."""
        return self.names.search("beside", trigger.end, tail + 30) is not None

    def _negotiations(self, trigger: Trigger, who: Who) -> bool:
        """ "I colloqui tra Russia e Ucraina": a loose noun between states."""
        slots = (*who.subjects, *who.others)
        return trigger.states and bool(slots) and not any(s.person for s in slots)

    def _took_place(self, trigger: Trigger, who: Who, tail: int, low: int, high: int) -> bool:
        """Whether words say that a contact took place: a verb, "after the meeting", "the meeting lasted"."""
        if trigger.verb or who.rule in ("contact-held", "contact-told", "contact-scene"):
            return not status.planned_then(self.names, trigger, low)
        before = max(low, trigger.start - 40), trigger.start
        if self._held(trigger) or self.names.tells("past_link", *before) or self._over(*before):
            return True
        if trigger.kind == "call" and who.rule == "contact-with":
            words = self.folded[slice(*before)]
            if self.index.during.search(words) and self.index.indefinite.search(words):
                return True  # "said so in a call with Jones"
        if self._at_it(trigger, tail):
            return True
        return status.happened(self.names, trigger, high, tail)

    @staticmethod
    def _only_guests(who: Who, host: str | None) -> bool:
        """ "The envoys' visit": whom they visit is not said."""
        return who.rule == "contact-visit" and not who.others and host is None

    def _talks_again(self, trigger: Trigger, who: Who, before: str) -> bool:
        """ "I colloqui": talks told again, however many the word says."""
        noun = trigger.noun
        talks = noun is not None and noun.states and trigger.plural and who.rule == "contact-again"
        return talks and bool(self.index.definite_talks.search(before))

    def _of_day(self, trigger: Trigger, dates: Sequence[DateFind]) -> bool:
        """ "Wednesday's talks": which they are is told by their day."""
        return trigger.noun is not None and any(
            self.folded.startswith("'s", d.end) and self.dates.attribute(d, trigger) for d in dates
        )

    def _note_parties(self, told: Contact, trigger: Trigger, who: Who, principals: Sequence[str]) -> None:
        """Keep "talks between A and B" without day or place: they tell who negotiates, and of no contact."""
        people = tuple(sorted(principals))
        plural = trigger.plural or who.rule == "contact-held"
        parties = replace(told, kind="meeting", rule="contact-parties", principals=people, sides=people, plural=plural)
        self.parties.append(replace(parties, tentative=True, sure=False))

    def _ended(self, trigger: Trigger, sentence: Sentence, tail: int, high: int) -> bool:
        """ "The talks have ended": the end is told, and they are not what something else came after."""
        before = self.document.tokens_in(max(trigger.start - 60, sentence.start), trigger.start)
        if any(t.lower in self.index.words.status.parting for t in before):
            return False
        return status.happened(self.names, trigger, high, tail)

    def _at_it(self, trigger: Trigger, tail: int) -> bool:
        """ "At the meeting with Jones, Smith said", "nell'incontro avrebbe detto": something was said or done at it."""
        words, sentence = self.index.words, self.document.sentence_at(trigger.start)
        before = self.folded[max(sentence.start, trigger.start - 40) : trigger.start]
        during = self.index.during.search(before)
        if trigger.noun is None or during is None or not self.index.definite.search(before):
            return False
        ahead = max(sentence.start, trigger.start - 40) + during.start()
        if self._still_open(sentence.start, ahead):
            return False
        for token in self.document.tokens_in(tail, sentence.end):
            word = self.names.accented(token)
            if word in self.index.past_auxiliaries or word in self.index.conditional_auxiliaries:
                return True
            past = token.lower not in (token.lemma, f"{token.lemma}s") and {token.lemma} & self.index.speech
            if past and not words.status.future_endings and not token.lower.endswith("ing"):
                return True
        return False

    def _spoken_of(self, trigger: Trigger) -> bool:
        """ "We will discuss my call with Jones": what will be spoken of need not be ahead, unless words say so."""
        verb = self.names.telling(trigger.start) if trigger.noun else None
        if verb is None or verb.lemma not in (*self.index.words.verbs.discussing, *self.index.words.verbs.informing):
            return False
        words = self.document.tokens_in(verb.end, trigger.start)
        own = any(t.text.lower() in (*self.index.words.link.his, *self.index.words.link.first_person) for t in words)
        return own and not self.names.search("planned", verb.end, trigger.start)

    def _still_open(self, low: int, high: int) -> bool:
        """ "Smith would support Jones during the talks": the clause before is none of the past."""
        for token in reversed(self.document.tokens_in(low, high)):
            if token.text in (",", ";", ":") or token.lower in self.index.words.link.that:
                return False
            word = self.names.accented(token)
            if word in self.index.future_auxiliaries or word in self.index.conditional_auxiliaries:
                return token.lower not in self.index.words.link.purpose
        return False

    def _over(self, low: int, high: int) -> bool:
        """ "È durato due ore l'incontro", "si è svolto ieri il vertice": the verb stands first."""
        if not self.names.may("happened", low, high):
            return False
        before = self.folded[low:high]
        found = list(self.index.happened.finditer(before))
        return bool(found) and len(before[found[-1].end() :].split()) <= 4 and "," not in before[found[-1].end() :]

    def _held(self, trigger: Trigger) -> bool:
        """Whether a verb of holding stands right before the noun: "had a long call"."""
        low = max(trigger.start - 30, self.document.sentence_at(trigger.start).start)
        for token in reversed(self.document.tokens_in(low, trigger.start)[-4:]):
            if self.names.clause_ends_at(token):
                return False
            if token.lemma in self.index.light or token.lower in self.index.light:
                return True
        return False

    def _in_passing(self, trigger: Trigger) -> bool:
        """ "Smith and Jones have had very good talks": behind "have" alone, which tells of no certain ones."""
        low = max(trigger.start - 40, self.document.sentence_at(trigger.start).start)
        before = self.document.tokens_in(low, trigger.start)[-6:]
        light = [t for t in before if t.lemma in self.index.light or t.lower in self.index.light]
        return bool(light) and all(t.lemma in self.index.words.verbs.plain for t in light)

    def _held_talks(self, trigger: Trigger, principals: Sequence[str]) -> bool:
        """ "Held talks with Jones": persons on both sides of a verb of holding."""
        return self._held(trigger) and len(principals) >= 2 and all(self.names.person(p) for p in principals)

    def _numbered(self, trigger: Trigger) -> bool:
        return self.names.tells("numbered", max(trigger.start - 30, 0), trigger.start)

    def _named(self, sentence: Sentence) -> tuple[str, ...]:
        slots = self.names.within(sentence.start, sentence.end)
        return tuple(sorted({a for s in slots if not s.pronoun for a in s.actors if self.names.person(a)}))

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
            named=self._named(sentence),
        )

    # -- delegations -----------------------------------------------------------------------------------
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

    def _at_hosts(self, sentence: Sentence) -> Iterator[Contact]:
        """A headline of two names and "da": "Domani Rossi da Bianchi", "Rossi da Bianchi: «Ora la pace»"."""
        slots = self.names.within(sentence.start, sentence.end)[:4]
        for guest, host in itertools.pairwise(slots):
            apart = self.folded[guest.end : host.start].strip() in self.index.words.link.host_headline
            if not apart or not (guest.person and host.person) or guest.pronoun or host.pronoun:
                continue
            if not self._opens_headline(sentence.start, guest.start) or not self._ends_headline(sentence, host.end):
                continue
            people = tuple(sorted({*guest.actors, *host.actors}))
            date = next(iter(self.dates.within(sentence.start, guest.start)), None)
            told = self._meeting(sentence, guest.start, host.end, "contact-host", people)
            yield replace(told, host=host.actors[0], date=date, sure=date is not None)

    def _there_with(self, sentence: Sentence) -> Iterator[Contact]:
        """A headline that says where somebody is, and with whom: "Rossi a Roma con Bianchi: «Ora la pace»"."""
        if self.document.text[sentence.end - 1] in '.!?"”»':
            return
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

    def _guests(self, sentence: Sentence) -> Iterator[Contact]:
        """Persons of whom a sentence says that they were there: "attending were A and B", "attended by A"."""
        match = self.names.search("attending", sentence.start, sentence.end)
        if match is None or self._unsure(sentence, match.start()):
            return
        before = self.document.tokens_in(sentence.start, match.start())
        named = self.names.within(sentence.start, match.start())
        opens = (len(before) <= 2 and not named) or any(t.lower in self.index.relatives for t in before[-2:])
        if opens:
            slots = self.names.within(match.end(), sentence.end)
        elif by := self.index.by.match(self.folded, match.end(), min(match.end() + 50, sentence.end)):
            slots = self.names.after(by.end(), sentence.end)
        else:
            slots = self.names.before(match.start(), sentence.start, 3)
        people = tuple(dict.fromkeys(a for s in slots if s.person and not s.pronoun for a in s.actors))
        if people:
            told = self._meeting(sentence, match.start(), match.end(), "contact-attended", people)
            yield replace(told, definite=True, partial=True)

    def _unsure(self, sentence: Sentence, at: int) -> bool:
        """Whether a clause is denied or only asked: "it was not clear if he attended"."""
        words = self.index.words.status
        before = self.document.tokens_in(sentence.start, at)
        return any(t.lower in self.index.negation or t.lower in words.asking for t in before)

    def _beside(self, match: re.Match[str], slot: Slot) -> bool:
        low, high = (slot.end, match.start()) if slot.end <= match.start() else (match.end(), slot.start)
        tokens, finite = self.document.tokens_in(low, high), self.index.words.verbs.finite
        return len(tokens) <= 12 and not any(t.lemma in finite or t.text in (".", ";", ":") for t in tokens)

    # -- lists -----------------------------------------------------------------------------------------
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


def _sets_out(trigger: Trigger, principals: Sequence[str]) -> bool:
    """ "Smith has landed in Rome": that he came does not say that he has met anybody."""
    return trigger.verb is not None and trigger.verb.trip and len(principals) < 2


def _speakers(document: Document, lexicon: Lexicon, quotes: Sequence[Quote]) -> Iterator[Mention]:
    """ "Smith and I", "tra me e Rossi" between quote marks: whoever speaks, named beside another."""
    words = lexicon.words[document.language].contacts
    for quote in quotes:
        if quote.form != "direct" or quote.speaker is None:
            continue
        tokens = document.tokens_in(quote.start, quote.end)
        for i, token in enumerate(tokens):
            if token.text.lower() not in words.link.me:
                continue
            beside = (*tokens[max(i - 1, 0) : i], *tokens[i + 1 : i + 2])
            if any(t.text.lower() in words.status.and_ for t in beside):
                yield Mention(token.start, token.end, quote.speaker, "office", "contact-speaker")


def find_contacts(
    document: Document,
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    dates: Sequence[DateFind],
    places: Sequence[PlaceFind],
    quotes: Sequence[Quote] = (),
    holders: Callable[[str, str], list[str]] = lambda _office, _of: [],
) -> list[Contact]:
    """Document and what was found in it → the passages that tell of a contact, in text order; tentative ones last.

    `holders(office, of)` says who held an office on the article's day. Denied and only possible contacts are tentative.
    «Rossi ha sentito Bianchi» and “Smith met Jones in Rome” are contacts, “Smith could meet Jones” by itself is none.
    """
    names = Names(
        document,
        lexicon,
        contact_index(lexicon, document.language),
        [*mentions, *_speakers(document, lexicon, quotes)],
        places,
        ((d.start, d.end) for d in dates),
    )
    who = WhoReader(names, quotes, {d.start: d.end for d in dates})
    finder = _Finder(names, Dates(names, dates, quotes), Places(names, places, holders), who)
    firm = list(finder.read())
    parties = list(finder.parties)
    plans = any(c.status in ("planned", "cancelled") for c in firm)
    return [*firm, *(finder.tentative() if plans else ()), *parties]
