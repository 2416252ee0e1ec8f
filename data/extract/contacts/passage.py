"""One word of contact and who took part → the contacts it tells: when, where, of which kind, and how sure.

Lives here: `Passages`, which asks `when`, `where`, `status`, `kind`, `which`
and `sure`. Must not live here: who took part (`who`), what other words of the sentence tell
(`sentence`), or any word list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from data.document import Sentence
from data.extract.contacts import status, sure, which
from data.extract.contacts.contact import Contact
from data.extract.contacts.kind import Kinds
from data.extract.contacts.mutual import reflexive, said_mutual, they
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.sides import Who
from data.extract.contacts.triggers import Trigger
from data.extract.contacts.when import BESIDE, Dates
from data.extract.contacts.where import Places
from data.extract.contacts.who import WhoReader
from data.extract.dates import DateFind
from data.extract.finds import Status
from data.extract.rules import Rule

RULES = (
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
)

_BESIDE_EARLIER = 50  # characters behind an earlier contact within which "before a visit" is of that time


class Passage(NamedTuple):
    """A word of contact in its sentence, who took part, and the dates beside it.

    `low` and `high` are where the contacts before and after it stand, `tail` where those named with it end.
    """

    trigger: Trigger
    who: Who
    sentence: Sentence
    low: int
    high: int
    tail: int
    dates: Sequence[DateFind]


class Passages:
    """Reads contacts trigger by trigger, in the order of the text."""

    def __init__(self, names: Names, dates: Dates, places: Places, who: WhoReader) -> None:
        self.dates, self.places, self.who, self.kinds = dates, places, who, Kinds(names, who.sides)
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self._earlier = -1  # where a contact "before this one" ends
        self.parties: list[Contact] = []  # "talks between A and B" without day or place

    def contacts(self, passage: Passage) -> Iterator[Contact]:
        """The contacts a passage tells: one for each day and each of several it was with."""
        trigger, who, sentence, low, high, tail, _ = passage
        since = self.dates.since(trigger, sentence)
        place = self.places.place_of(trigger, sentence, low, min(high, since.start) if since else high, tail)
        if self._another_sense(passage, place):
            if trigger.further:
                other = trigger._replace(verb=trigger.further[0], further=trigger.further[1:])
                read = self.who.read(other, sentence, low, high)
                yield from self.contacts(passage._replace(trigger=other, who=read, tail=read.end(other.end)))
            return
        told = status.status_of(self.names, trigger, low, high, tail)
        if sure.spoken_of(self.names, trigger):  # "will meet in Rome, where they will discuss my call with Jones"
            told = "held" if told == "planned" else told
            own = bool(self.places.within(trigger.end, high))
            place = self.places.place_of(trigger, sentence, trigger.start, high, tail) if own else None
        told, dates = self._own_days(passage, told)
        if who.rule == "contact-again" and which.has_name(self.names, trigger, place):
            return
        passage = passage._replace(dates=dates)
        parts = list(self.who.sides.each(trigger, who))
        common = self._in_common(passage, parts, told, place)
        for some in parts:
            one = self._of_part(passage, some, common)
            if one is None:
                continue
            if not dates and told == "held" and (said := self.dates.told_on(trigger, sentence)):
                one = replace(one, told_on=said[0]) if {*said[1].actors} & {*one.principals} else one
            for date in dates or (None,):
                yield replace(one, date=date)
            if since is not None:
                yield from self._one_since(trigger, since, one)

    def further(
        self, trigger: Trigger, who: Who, before: Contact, high: int, dates: Sequence[DateFind]
    ) -> Iterator[Contact]:
        """ "Then to B", "and with C on Friday": as the contact before, with others, and their own day and place."""
        sentence = self.document.sentence_at(trigger.start)
        place = self.places.place_of(trigger, sentence, trigger.start, high, who.end(trigger.end))
        place = place or (None if dates else before.place)
        for some in self.who.sides.each(trigger, who):
            people = tuple(sorted(self.who.sides.principals(some, trigger)))
            if len(people) < 2:
                continue
            host = self.places.host_of(trigger, some.subjects, some.others, place, people)
            for date in dates or (before.date,):
                yield replace(
                    before, mark_start=trigger.start, mark_end=trigger.end, principals=people, sides=people, host=host,
                    place=place if before.kind == "meeting" else None, date=date, partial=False, definite=False,
                )  # fmt: skip

    def _in_common(self, passage: Passage, parts: Sequence[Who], told: Status, place: str | None) -> Contact:
        """What a passage tells of all its contacts, whoever took part."""
        trigger, who, sentence, low, high, tail, _ = passage
        noun, verb = trigger.noun, trigger.verb
        article = self.folded[max(trigger.start - 30, 0) : trigger.start]
        talks = self.kinds.talks(trigger, who) and bool(self.index.definite_talks.search(article))
        many = which.talks_again(self.names, trigger, who, article)
        definite = many or self._definite(passage, article)
        kind: Literal["call", "meeting"] = "meeting"
        loose, any_kind = False, place is None
        if not many:
            kind, loose = self.kinds.kind(trigger, who, parts, sentence, place, tail, talks)
            again_any = noun is not None and noun.again_any and who.rule == "contact-again"
            any_kind = again_any and definite and place is None
        compared = self.dates.compared(trigger)
        return Contact(
            start=sentence.start,
            end=sentence.end,
            mark_start=trigger.start,
            mark_end=trigger.end,
            kind=kind,
            rule=who.rule,
            status=told,
            named=self.names.people(sentence),
            place=place,
            loose=loose,
            soon=self._soon(trigger, low),
            definite=definite,
            indefinite=not definite and bool(self.index.indefinite.search(article)),
            other=which.other(self.names, trigger),
            fresh=noun is not None and self.names.tells("fresh", max(low, trigger.start - 24), trigger.end),
            round=noun is not None and noun.round,
            earlier=self._is_earlier(trigger, compared),
            compared=compared,
            sequel=self.dates.sequel(trigger, sentence),
            day_part=self.dates.day_part(trigger, sentence),
            aftermath=noun is not None and sure.aftermath(self.names, trigger, sentence),
            ended=noun is not None and sure.ended(self.names, trigger, sentence, tail, high),
            plural=trigger.plural and not (trigger.pronoun or many or talks),
            process=bool(noun and noun.process) or self.kinds.negotiations(trigger, who),
            verb=verb is not None,
            just=told == "held" and not loose and sure.just(self.names, trigger, sentence),
            intended=status.planned_then(self.names, trigger, low),
            present=told == "held" and status.present(self.names, trigger),
            trip=verb is not None and verb.trip,
            goes=verb is not None and verb.object == "place",
            any_kind=any_kind,
        )

    def _of_part(self, passage: Passage, some: Who, common: Contact) -> Contact | None:
        """The contact with some of those a passage names; none without people, or of negotiations in general."""
        trigger, who, _, low, high, tail, _ = passage
        principals = self.who.sides.principals(some, trigger)
        if not principals and trigger.verb and who.others:
            return None
        host = self.places.host_of(trigger, some.subjects, some.others, common.place, principals)
        host = host or self._at_home(some, common.place, principals)
        if host and host not in principals:
            principals = (*principals, host)
        if common.process and len(principals) >= 2 and not self._told_of(passage, some, common, principals):
            self._note_parties(common, trigger, some, principals)
            return None
        took_place = common.status != "held" or (
            not sure.sets_out(trigger, principals) and sure.took_place(self.names, trigger, some, tail, low, high)
        )
        return replace(
            common,
            rule=some.rule,
            principals=tuple(sorted(principals)),
            sides=self._sides(trigger, some, principals, common.definite),
            host=host,
            partial=len(principals) < 2 or self._only_guests(some, host),
            plural=(common.plural and some is who) or self._several(passage),
            sure=took_place,
        )

    def _several(self, passage: Passage) -> bool:
        """ "Has met Smith several times", unless the day of the last of them is told."""
        latest = any(map(self.dates.latest, passage.dates))
        return not latest and which.many(self.names, passage.tail, passage.sentence)

    def _told_of(self, passage: Passage, some: Who, common: Contact, principals: Sequence[str]) -> bool:
        """Whether talks have a day, a place or a verb of holding, and are not only who negotiates with whom."""
        trigger = passage.trigger
        if common.place or any(
            d.kind != "year" and (d.kind != "period" or common.status == "planned") for d in passage.dates
        ):
            return True
        held = some.rule == "contact-held" or sure.held_talks(self.names, trigger, principals)
        if held and all(map(self.names.person, principals)):
            held = not sure.in_passing(self.names, trigger)
        return held or which.numbered(self.names, trigger) or sure.after_talks(self.names, trigger, principals)

    def _definite(self, passage: Passage, article: str) -> bool:
        """Whether a reader is expected to know which contact is meant; `article`: the words before it."""
        trigger = passage.trigger
        before = max(trigger.start - 30, 0), trigger.start
        if passage.who.rule == "contact-again" and self.names.tells("copula", *before):
            return True
        if status.known_before(self.names, trigger, passage.sentence) or self._when(trigger, passage.sentence):
            return True
        stands = trigger.verb is not None and trigger.verb.bare  # "al telefono con"
        if not stands and self.index.definite.search(article):
            return True
        return which.of_day(self.names, self.dates, trigger, passage.dates)

    def _when(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "When they met in Rome, it rained": a clause that opens its sentence, on a contact that is known."""
        if trigger.verb is None or self.document.tokens[sentence.first].lower not in self.index.words.link.when:
            return False
        return not any(t.text == "," for t in self.document.tokens_in(sentence.start, trigger.start))

    def _is_earlier(self, trigger: Trigger, compared: bool) -> bool:
        """Whether a contact is one before the news; the next one may stand beside it."""
        earlier = compared or self.dates.earlier(trigger) or self._beside_earlier(trigger) or self._before_it(trigger)
        self._earlier = trigger.end if earlier else self._earlier
        return earlier

    def _before_it(self, trigger: Trigger) -> bool:
        """ "Their third meeting, following one in May", "not the first time they have met": one before it."""
        if trigger.pronoun:
            before = self.document.tokens_in(max(trigger.start - 60, 0), trigger.start)
            return bool(before) and before[-1].lower in self.index.words.status.parting
        return status.known_before(self.names, trigger, self.document.sentence_at(trigger.start))

    def _soon(self, trigger: Trigger, low: int) -> bool:
        """ "A few hours after", "on the eve of"."""
        if status.eve(self.names, trigger):
            return True
        return bool(self.names.search("soon", max(low, trigger.start - 60), trigger.start))

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

    def _first_since(self, trigger: Trigger, since: DateFind) -> bool:
        """ "Their first call since March": then they had one; "since 2022" counts from something else."""
        sentence = self.document.sentence_at(trigger.start)
        behind = self.document.tokens_in(since.end, sentence.end)[:1]
        if behind and (behind[0].text[0].isalnum() or behind[0].text[0] in "'’"):
            return False  # "since the June exchange in Rome"
        low = max(trigger.start - 30, sentence.start)
        return since.kind in ("month", "day") and bool(self.names.search("first", low, trigger.start))

    def _note_parties(self, told: Contact, trigger: Trigger, who: Who, principals: Sequence[str]) -> None:
        """Keep "talks between A and B" without day or place: they tell who negotiates, and of no contact."""
        people = tuple(sorted(principals))
        plural = trigger.plural or who.rule == "contact-held"
        parties = replace(told, kind="meeting", rule="contact-parties", principals=people, sides=people, plural=plural)
        self.parties.append(replace(parties, tentative=True, sure=False))

    # -- the sense of the word, and its days -------------------------------------------------------
    def _another_sense(self, passage: Passage, place: str | None) -> bool:
        """Whether the word tells of no contact for want of people, a day or a place."""
        trigger, who, dates = passage.trigger, passage.who, passage.dates
        if trigger.noun:
            near = [d for d in dates if self.dates.attribute(d, trigger) or 0 <= d.start - trigger.end <= BESIDE]
            return trigger.noun.placed and place is None and not (near and who.rule == "contact-again")
        verb = trigger.verb
        assert verb is not None
        at_home = verb.foreign or (verb.talk and verb.loose and place is None)
        if at_home and self._one_state(self.who.sides.principals(who, trigger)):
            return True  # "Smith discussed it with his minister"
        nobody = not who.subjects and not who.others
        if verb.object == "place" and place is None and not who.others:
            return True
        if nobody and not (
            verb.trip
            or verb.needs
            or reflexive(self.names, trigger)
            or they(self.names, trigger)
            or said_mutual(self.names, trigger)
        ):
            return True
        people = self.who.sides.principals(who, trigger) if verb.loose and who.others else ()
        people = (*people, *(a for s in (*who.subjects, *who.others) for a in s.actors))
        again = verb.loose and len({a for a in people if self.names.person(a)}) > 1
        nowhere = verb.placed and place is None and not (verb.trip and who.others)
        return (verb.dated and not dates and not again) or nowhere

    def _one_state(self, principals: Sequence[str]) -> bool:
        """Whether all, and at least two, act for one state."""
        states = {self.names.country(a) for a in principals}
        return len(principals) > 1 and len(states) == 1 and None not in states

    def _own_days(self, passage: Passage, told: Status) -> tuple[Status, Sequence[DateFind]]:
        """The dates beside a contact without those of something else, and its status in their light."""
        trigger, _, sentence, low, high, tail, dates = passage
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

    # -- those who took part -----------------------------------------------------------------------
    def _at_home(self, who: Who, place: str | None, principals: Sequence[str]) -> str | None:
        """ "The call of A and B comes before a meeting with C in Rome": that of A and B who resides there."""
        if place is None or len(principals) != 1 or not who.party:
            return None
        host = self.places.resident(place)
        return host if host in who.party else None

    @staticmethod
    def _only_guests(who: Who, host: str | None) -> bool:
        """ "The envoys' visit": whom they visit is not said."""
        return who.rule == "contact-visit" and not who.others and host is None

    def _sides(self, trigger: Trigger, who: Who, principals: Sequence[str], definite: bool) -> tuple[str, ...]:
        """ "Smith spoke of the meeting with Jones": whether Smith was there, another passage may tell."""
        if who.rule != "contact-with" or sure.held(self.names, trigger) or not who.subjects:
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
