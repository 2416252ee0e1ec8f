"""Contacts told in an article: calls and meetings, who took part, whether they took place, their date and place words.

Lives here: `find_contacts`, one `Contact` for each passage that tells of one. Its parts: `contacts.triggers` finds the
words, `contacts.who` who took part, `contacts.passage` what they tell, `contacts.sentence` what the contacts of a
sentence say of each other, `contacts.implied` contacts that no word for them tells, `contacts.said` what was said in
them. Must not live here: which passages mean the same contact and on which day it was (`data.resolve`), or any word
list (contacts.toml).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from data.document import Document, Sentence
from data.extract.contacts import status
from data.extract.contacts.contact import Contact
from data.extract.contacts.further import find_further, further_who
from data.extract.contacts.implied import Implied
from data.extract.contacts.names import Names
from data.extract.contacts.nations import nation_mentions
from data.extract.contacts.pairs import Pairs
from data.extract.contacts.passage import Passage, Passages
from data.extract.contacts.said import Sayings
from data.extract.contacts.sentence import Sentences
from data.extract.contacts.sides import Who
from data.extract.contacts.speaker import speaker_mentions
from data.extract.contacts.triggers import Trigger, find_triggers, tight
from data.extract.contacts.when import Dates
from data.extract.contacts.where import Places
from data.extract.contacts.who import WhoReader
from data.extract.contacts.words import contact_index
from data.extract.dates import DateFind
from data.extract.finds import Mention, Quote
from data.extract.places import PlaceFind
from data.lexicon.types import Lexicon


class _Finder:
    """The search through one article."""

    def __init__(self, names: Names, dates: Sequence[DateFind], places: Places, quotes: Sequence[Quote]) -> None:
        self.names, self.document = names, names.document
        self._dates_at = {d.start: d.end for d in dates}
        self._dates = Dates(names, dates, quotes)
        self._who = WhoReader(names, quotes, self._dates_at)
        self._passages = Passages(names, self._dates, places, self._who)
        self._implied = Implied(names, self._dates, places)
        self._sentences, self._pairs = Sentences(names), Pairs(names)
        self._sayings = Sayings(names, self._dates, quotes, self._pairs)
        self.said: list[Contact] = []  # "Smith told Jones"
        self._last_who: Who | None = None  # those of the noun of contact told last in the sentence
        self._doubts: list[tuple[bool, Passage]] = []  # whether it was called off

    @property
    def parties(self) -> list[Contact]:
        """Talks between several without a day or a place, as far as they have been read."""
        return self._passages.parties

    def read(self) -> Iterator[Contact]:
        """All contacts, sentence by sentence."""
        by_sentence: dict[int, list[Trigger]] = {}
        for trigger in find_triggers(self.names, self._dates_at):
            by_sentence.setdefault(self.document.sentence_index(trigger.start), []).append(trigger)
        for which, sentence in enumerate(self.document.sentences):
            triggers = by_sentence.get(which, [])
            told = list(self._sentence(sentence, triggers)) if triggers else []
            yield from told
            self.said += self._sayings.read(sentence, told)
            yield from self._implied.read(which, sentence, triggers)

    def tentative(self) -> Iterator[Contact]:
        """The passages that deny a contact or call it possible, once all others have been read."""
        for off, passage in self._doubts:
            for contact in self._passages.contacts(passage):
                yield replace(contact, tentative=True, status="cancelled" if off else "planned", sure=off)

    def _sentence(self, sentence: Sentence, triggers: list[Trigger]) -> Iterator[Contact]:
        """The contacts that the words of contact of one sentence tell."""
        self._who.begin()
        self._last_who = None
        triggers = find_further(self.names, triggers, sentence)
        dates = self._dates.of_sentence(sentence, triggers)
        found: list[Contact] = []
        before: list[tuple[Who, Contact]] = []  # what the word of contact before tells
        last: Who | None = None  # of the noun before, for which a pronoun may stand
        low = sentence.start  # where the contact before ends, unless both stand in one phrase
        for i, trigger in enumerate(triggers):
            if not i or not tight(self.names, triggers[i - 1], trigger):
                low = triggers[i - 1].end if i else sentence.start
            high = triggers[i + 1].start if i + 1 < len(triggers) else sentence.end
            if trigger.goes_on:
                before = list(self._further(trigger, before, high, dates.get(i, [])))
                found += (contact for _, contact in before)
                continue
            before = []
            who = self._who.read(trigger, sentence, low, high)
            if trigger.pronoun and who.rule == "contact-again":
                who = last or who
            last = who if trigger.noun else last
            if who.rule == "contact-none":
                continue
            who = self._as_before(triggers, i, who, dates)
            self._last_who = who if trigger.noun and not trigger.pronoun else self._last_who
            who = self._pairs.him(trigger, self._pairs.same_two(trigger, self._pairs.they(trigger, sentence, who)))
            passage = Passage(trigger, who, sentence, low, high, who.end(trigger.end), dates.get(i, []))
            doubt = self._doubt(passage)
            if doubt is not None:
                self._doubts.append((doubt, passage))
                continue
            firm = list(self._passages.contacts(passage))
            self._pairs.note(trigger, firm)
            found += firm
            before = [(who, contact) for contact in firm]
        yield from self._sentences.merged(self._sentences.in_order(found))

    def _further(
        self,
        trigger: Trigger,
        before: Sequence[tuple[Who, Contact]],
        high: int,
        dates: list[DateFind],
    ) -> Iterator[tuple[Who, Contact]]:
        """ "Then to B", "and with C on Friday": as the contact before, with others."""
        who = further_who(self.names, trigger, before[0][0], high) if before else None
        if who is None:
            return
        yield from ((who, one) for one in self._passages.further(trigger, who, before[0][1], high, dates))

    def _as_before(self, triggers: list[Trigger], which: int, who: Who, dates: Mapping[int, list[DateFind]]) -> Who:
        """ "The third meeting between A and B, following one in May": those of the noun the pronoun stands for."""
        alone = triggers[which].pronoun and who.rule == "contact-again" and which in dates
        before = self._last_who
        same = alone and before is not None and triggers[which].noun == triggers[which - 1].noun
        return before if same and before is not None and (before.subjects or before.others) else who

    def _doubt(self, passage: Passage) -> bool | None:
        """Whether a denied or only possible contact has been called off; None for one of which there is no doubt."""
        trigger, _, sentence, low, _, tail, _ = passage
        denied = status.denied(self.names, trigger, sentence, tail)
        possible = status.only_possible(self.names, trigger, low, tail, sentence)
        if denied or possible or status.behind_plan(self.names, trigger, sentence):
            return denied and status.no_longer(self.names, trigger, sentence, tail)
        return None


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
    index = contact_index(lexicon, document.language)
    nations = nation_mentions(document, lexicon, index, mentions)
    names = Names(
        document,
        lexicon,
        index,
        [*mentions, *speaker_mentions(document, lexicon, quotes), *nations],
        places,
        ((d.start, d.end) for d in dates),
    )
    finder = _Finder(names, dates, Places(names, places, holders), quotes)
    firm = list(finder.read())
    plans = any(c.status in ("planned", "cancelled") for c in firm)
    return [*firm, *(finder.tentative() if plans else ()), *finder.parties, *(finder.said if firm else ())]
