"""The contacts of one sentence beside each other: one told twice, a journey and its end, one counted from another.

Lives here: `Sentences`. Must not live here: passages of different sentences (`data.merge`), or any word list.
"""

from __future__ import annotations

from msgspec.structs import replace

from data.extract.contacts.contact import Contact
from data.extract.contacts.names import Names
from data.extract.places import within
from data.lexicon.types import ContactVerb

_SHORTLY = 6  # words between "shortly after" and a contact: "he had spoken by phone"


class Sentences:
    """Puts together what the contacts of a sentence say of each other."""

    def __init__(self, names: Names) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded

    def in_order(self, found: list[Contact]) -> list[Contact]:
        """ "The day before the talks, A met B", "after the talks, A called B": when the second was, the first tells."""
        out = list(found)
        for n, one in enumerate(out[:-1]):
            two = out[n + 1]
            if self._shortly(one, two):
                out[n + 1] = two = replace(two, sequel=True)
            if one.verb:
                continue
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

    def _shortly(self, one: Contact, two: Contact) -> bool:
        """ "A met B on Monday, shortly after a call with C": on the same day."""
        if one.date is None or two.date is not None or two.status != "held" or len(two.principals) < 2:
            return False
        found = self.names.search("shortly", one.mark_end, two.mark_start)
        if found is None:
            return False
        words = self.document.tokens_in(found.end(), two.mark_start)
        return len(words) <= _SHORTLY and not self.names.breaks(words)

    def merged(self, found: list[Contact]) -> list[Contact]:
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
            if before and self._since_one(before, contact):
                people = before.principals
                out.append(replace(contact, rule="contact-since", principals=people, sides=people, partial=False))
                continue
            if before and before.goes and contact.kind == "meeting" and self._to_meet(before, contact):
                date, place = contact.date or before.date, contact.place or before.place
                visited = before.status == "held" and not before.trip  # "visited Rome to meet Jones"
                told = before.status if contact.status == "held" or visited else contact.status
                went = before.trip and before.status == "held" and not contact.date and date is not None
                went = went and not (contact.verb and contact.status == "held" and contact.sure and not contact.present)
                contact = replace(contact, date=date, place=place, status=told, went=went)
                out.pop(named[0])
            elif before and self._to_discuss(before, contact):
                continue
            elif before and self._spoke_at(before, contact):
                out.pop(named[0])
            elif before and self._on_visit(before, contact):
                place, date = contact.place, before.date or contact.date
                out[named[0]] = replace(before, kind="meeting", loose=False, place=place, date=date)
                continue
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

    def _since_one(self, before: Contact, contact: Contact) -> bool:
        """ "A has met B several times since a meeting in February": the one with a day is of the same two."""
        again = contact.rule == "contact-again" and contact.indefinite and contact.date is not None
        if not again or not (before.verb and before.plural and before.kind == contact.kind):
            return False
        since = self.names.search("since", before.mark_end, contact.mark_start)
        if since is None or len(before.principals) < 2:
            return False
        words = self.document.tokens_in(since.end(), contact.mark_start)
        return len(words) <= 5 and not self.names.breaks(words)

    def _compared(self, before: Contact, contact: Contact) -> tuple[str, ...]:
        """ "Their first meeting since", "the first between A and B since": who met both times."""
        between = self.names.search("between", before.mark_end, contact.mark_start)
        slots = self.names.after(between.end(), contact.mark_start, odd=2) if between else []
        people = tuple(sorted({a for s in slots for a in s.actors if self.names.person(a)}))
        return people if len(people) > 1 or between else before.principals

    def _to_meet(self, trip: Contact, contact: Contact) -> bool:
        """ "Flew to Rome on Friday to meet Jones", "for talks with Jones", "where he met Jones": its day and place."""
        people = set(contact.principals)
        if people and trip.principals and not set(trip.principals) & people:
            return False
        done = contact.verb and contact.sure and contact.status == "held" and not contact.present
        if done and trip.status == "planned":
            return False  # "is expected in Rome on Friday and has phoned Jones"
        words, where = self.document.tokens_in(trip.mark_end, contact.mark_start), self.index.words.link.where
        return not self.names.breaks(t for t in words if t.lower not in where)

    def _to_discuss(self, before: Contact, contact: Contact) -> bool:
        """ "Smith met Jones in Rome to discuss it": what a contact was for, no other contact."""
        if not contact.verb or not contact.principals or not set(contact.principals) <= set(before.principals):
            return False
        words = self.document.tokens_in(before.mark_end, contact.mark_start)
        purpose = bool(words) and words[-1].lower in self.index.words.link.purpose
        return purpose and any(v.talk for v in self._verbs_at(contact)) and not self.names.breaks(words)

    def _spoke_at(self, before: Contact, contact: Contact) -> bool:
        """ "Smith spoke at a meeting with Jones": they met, and did not phone."""
        same = before.verb and before.kind == "call" and contact.kind == "meeting" and not contact.verb
        if not same or set(before.principals) != set(contact.principals):
            return False
        return bool(self.index.during.search(self.folded[before.mark_end : contact.mark_start]))

    def _on_visit(self, before: Contact, visit: Contact) -> bool:
        """ "Smith spoke to Jones during a visit to Ankara", where Jones is at home: they met there."""
        if before.kind != "call" or before.place or visit.rule != "contact-visit" or visit.place is None:
            return False
        guests = [p for p in before.principals if p in visit.principals]
        hosts = [p for p in before.principals if p not in guests]
        if not guests or not hosts or not any(self._at_home(h, visit.place) for h in hosts):
            return False
        setting = self.names.tells("setting_before", max(visit.mark_start - 40, before.mark_end), visit.mark_start)
        return setting and any(v.talk for v in self._verbs_at(before)) and not self._remote(before, visit)

    def _remote(self, before: Contact, visit: Contact) -> bool:
        return self.names.search("remote", before.start, visit.mark_end) is not None

    def _at_home(self, person: str, place: str) -> bool:
        """Whether a place lies in the state somebody acts for."""
        country = self.names.country(person)
        return country in self.names.lexicon.places and within(self.names.lexicon, place, country or "")

    def _verbs_at(self, contact: Contact) -> tuple[ContactVerb, ...]:
        """What the word that tells a contact may be as a verb."""
        token = self.document.tokens[self.document.token_index(contact.mark_start)]
        return (*self.index.forms.get(token.lower, ()), *self.index.verbs.get(token.lemma, ()))

    def _during(self, before: Contact, contact: Contact) -> bool:
        if not before.verb or before.kind != contact.kind or len(before.principals) < 2:
            return False
        if contact.principals and not set(contact.principals) <= set(before.principals):
            return False
        low = max(contact.mark_start - 40, before.mark_end)
        if any(t.lower in self.index.words.status.parting for t in self.document.tokens_in(low, contact.mark_start)):
            return False  # "to meet in Rome after talks in Paris"
        return bool(self.index.during.search(self.folded[low : contact.mark_start]))
