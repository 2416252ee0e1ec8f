"""Where a meeting takes place, and who receives there.

Lives here: `Places`. Must not live here: names of places, or who took part otherwise.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from data.document import Sentence, Token
from data.extract.contacts.names import Names, Slot
from data.extract.contacts.status import passive
from data.extract.contacts.triggers import Trigger
from data.extract.places import PlaceFind, host_of, within

_CAPITAL = 25  # characters in "'s capital, "
_TO_PLACE = 8  # words in "is likely to take place in"
_CLOCK = re.compile(r"\d{1,2}(?:[.:]\d\d)?(?:[ap]m)?")
_FAR = 150.0  # a place that costs more is not the contact's


class Places:
    """The places of one article, and who resides at them."""

    def __init__(self, names: Names, places: Sequence[PlaceFind], holders: Callable[[str, str], list[str]]) -> None:
        self.names, self.places, self.holders = names, sorted(places, key=lambda p: p.start), holders
        self._starts = [p.start for p in self.places]

    def place_of(self, trigger: Trigger, sentence: Sentence, low: int, high: int, tail: int) -> str | None:
        """The place nearest to a meeting that the words tie to it; a call has none of its own.

        `low` and `high` are where the contacts before and after it stand, `tail` where its people end.
        """
        if trigger.kind == "call" and not trigger.loose:
            return None
        begin, end = max(sentence.start, low - 90), min(sentence.end, high + 1)
        found = self.within(begin, end)
        costs = ((self._cost(trigger, place, sentence, low, tail), place.place_id) for place in found)
        best = min(((cost, place) for cost, place in costs if cost is not None), default=None)
        return self._capital(best[1], found) if best and best[0] <= _FAR else None

    def within(self, start: int, end: int) -> Sequence[PlaceFind]:
        """The places that begin in [start, end)."""
        return self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _capital(self, place: str, found: Sequence[PlaceFind]) -> str:
        """ "In China's capital, Beijing": the place within the one whose it is."""
        for one, two in pairwise(found):
            owns = one.place_id == place and self.names.folded.startswith("'s", one.end)
            if owns and two.start - one.end < _CAPITAL and within(self.names.lexicon, two.place_id, place):
                return two.place_id
        return place

    def behind(self, end: int) -> PlaceFind | None:
        """The place right behind some words: "since May in Rome"."""
        found = self.places[bisect_left(self._starts, end) :][:1]
        words = self.names.folded[end : found[0].start] if found else ""
        return found[0] if found and self.names.index.place.fullmatch(words.lstrip()) else None

    def _located(self, trigger: Trigger, place: PlaceFind, sentence: Sentence, tail: int) -> bool:
        """Whether a preposition of place, or the place's position right beside the noun, ties it to the contact."""
        names = self.names
        before = names.folded[max(place.start - 40, sentence.start) : place.start]
        if trigger.verb and trigger.verb.object == "place" and 0 < place.start - trigger.end <= 6:
            return True
        beside = place.start in (trigger.end + 1, tail + 1)
        visited = trigger.start >= place.end and self._visited(place, sentence)
        return bool(names.index.place.search(before)) or beside or visited

    def _visited(self, place: PlaceFind, sentence: Sentence) -> bool:
        """Whether a verb right before says that somebody goes to a place: "visited Italy"."""
        names = self.names
        words = names.document.tokens_in(max(place.start - 20, sentence.start), place.start)
        return any(
            names.index.forms.get(t.lower, ())[:1] and names.index.forms[t.lower][0].object == "place" for t in words
        )

    def _joined(self, place: PlaceFind) -> bool:
        """Whether a country is the last of several: "the Spain-Italy talks", "the talks of Spain and Italy"."""
        at = self.names.document.token_index(place.start) - 1
        before = self.names.document.tokens[at].lower if at >= 0 else ""
        return before in ("-", *self.names.index.words.status.and_)

    def _acts(self, trigger: Trigger, place: PlaceFind, sentence: Sentence) -> bool:
        """Whether a country is named as who acts: "met Italy's minister", "Italy and Spain held talks"."""
        names = self.names
        actor = names.lexicon.actors.get(place.place_id)
        if actor is None or actor.kind != "state":
            return False
        before = names.folded[max(place.start - 40, sentence.start) : place.start]
        tied = names.index.place.search(before) or self._visited(place, sentence)
        if tied or (trigger.verb and trigger.verb.object == "place"):
            return False
        return not (trigger.noun and place.end + 1 == trigger.start and not self._joined(place))

    def _cost(self, trigger: Trigger, place: PlaceFind, sentence: Sentence, low: int, tail: int) -> float | None:
        names = self.names
        if trigger.start <= place.start < trigger.end or self._clock(place):
            return None
        behind = place.start >= trigger.end
        located = self._located(trigger, place, sentence, tail)
        before = names.folded[max(place.start - 8, sentence.start) : place.start]
        beside = behind and 0 <= place.start - (tail if place.start >= tail else trigger.end) <= 8
        of = beside and bool(names.index.adjacent_of.search(before))
        adjective = trigger.noun is not None and 0 < trigger.start - place.end <= 14
        adjective = adjective and names.clean(place.end, trigger.start, 2)
        gap = (trigger.end, place.start) if behind else (place.end, trigger.start)
        words = names.document.tokens_in(*gap)
        taken = not behind and low > sentence.start and self._directly_behind(low, place.start)
        where = not behind and names.tells("where", max(place.end, trigger.start - 45), trigger.start)
        clause = names.document.tokens_in(tail, place.start) if behind and trigger.end < tail <= place.start else words
        opening = behind and self._while(trigger, sentence, max(tail, trigger.end), place.start)
        if behind and (not self._same_clause(clause) or opening):
            return None
        if taken and not where and not self._goes(low):
            return None  # "the meeting in Rome followed the call"
        if not (located or of or adjective or where) or (place.end <= low and not (located or where)):
            return None
        if not (of or where) and self._acts(trigger, place, sentence):
            return None
        if where and len(words) <= 8:
            return 30.0
        if not behind and trigger.noun and len(words) > 5:
            return None
        distance = place.start - trigger.end if behind else (trigger.start - place.end) * 1.5 + 20
        ends = sum(map(names.clause_ends_at, clause))
        if ends and behind and self._takes_place(max(tail, trigger.end), place.start):
            ends -= 1  # "a summit, which will be held in Rome"
        distance += 100 * ends
        people = max(tail, trigger.end)
        if behind and not self._takes_place(people, place.start):
            # "at the meeting, which lasted an hour, Smith praised … and invited Jones to Rome"
            beyond = names.document.tokens_in(people, place.start)
            distance += sum(30 * (t.text == ",") + 60 * (t.lower in names.index.auxiliaries) for t in beyond)
        if place.end <= low and low > sentence.start:
            distance += 80
        return float(distance)

    def _clock(self, place: PlaceFind) -> bool:
        """ "Le 15 in Italia", "at 3 in London": whose time it is."""
        at = self.names.document.token_index(place.start)
        tie, hour = self.names.document.tokens[max(at - 1, 0)], self.names.document.tokens[max(at - 2, 0)]
        if tie.lower not in self.names.index.words.link.place or hour.start in self.names.in_dates:
            return False
        return _CLOCK.fullmatch(hour.text) is not None

    def _takes_place(self, people: int, at: int) -> bool:
        """ "Talks between A and B took place in Rome", "will be held in Rome": words that lead on to where."""
        names = self.names
        if names.search("happened", people, at):
            return True
        if not names.may("planned", people, at):
            return False
        words = names.document.tokens_in(people, at)
        if len(words) > 1 and words[0].text == "," and words[1].lower in names.index.relatives:
            words = words[1:]  # "a summit, which will be held in Rome"
        close = len(words) <= _TO_PLACE and not any(t.text == "," for t in words) and not names.within(people, at)
        return close and names.search("planned", people, at) is not None

    def _while(self, trigger: Trigger, sentence: Sentence, end: int, at: int) -> bool:
        """ "While the talks went on, Smith said in Rome", "hours after the talks, …": the opening ends at its comma.

        `end` is where those who took part end.
        """
        status = self.names.index.words.status
        first = self.names.document.tokens_in(sentence.start, trigger.start)[:3]
        opens = bool(first) and first[0].lower in status.meanwhile
        opens = opens or any(t.lower in status.parting for t in first)
        return opens and self.names.folded.find(",", end, at) > 0

    def _same_clause(self, words: Sequence[Token]) -> bool:
        """Whether no clause with a verb of its own stands between: "the third since Smith came to the White House"."""
        index = self.names.index
        for i, token in enumerate(words):
            if token.lower in index.words.status.clauses and len(words) - i > 2:
                rest = " ".join(t.lower for t in words[i:])
                takes_place = index.happened.search(rest) or index.planned.search(rest)
                return token.lower in index.words.link.where or bool(takes_place)
        return True

    def _directly_behind(self, end: int, start: int) -> bool:
        """Whether only small words stand between a contact and a place behind it."""
        small = self.names.index.small
        tokens = self.names.document.tokens_in(end, start)
        return start >= end and len(tokens) <= 2 and all(t.lower in small for t in tokens)

    def _goes(self, end: int) -> bool:
        """Whether the contact that ends at a place says where somebody goes: a visit, a trip."""
        word = self.names.document.tokens[self.names.document.token_index(end - 1)].lower
        nouns = (n for n in self.names.index.words.noun if n.visit)
        verbs = self.names.index.forms.get(word, ())
        return any(word in (*n.words, *n.plural) for n in nouns) or any(v.object == "place" for v in verbs)

    def host_of(
        self, trigger: Trigger, subjects: Sequence[Slot], others: Sequence[Slot], place: str | None,
        principals: Sequence[str],
    ) -> str | None:  # fmt: skip
        """Who receives: the subject of a verb of receiving, or whoever resides at the place of a visit or meeting."""
        if trigger.kind != "meeting":
            return None
        if trigger.verb and trigger.verb.host and len(subjects) == 1 and others and not self._received(trigger, others):
            return subjects[0].actors[0] if subjects[0].person else None
        if place is None:
            return None
        host = host_of(self.names.lexicon, self.names.lexicon.places[place], self.holders)
        if host is None or host in principals:
            return host
        people = [p for p in principals if self.names.person(p)]
        placed = trigger.noun is not None or (trigger.verb is not None and trigger.verb.object == "place")
        return host if len(people) == 1 and placed and not self._serves(people[0], host) else None

    def receives(self, place: str) -> str | None:
        """Who receives at a building: the head of government at his seat."""
        return host_of(self.names.lexicon, self.names.lexicon.places[place], self.holders)

    def resident(self, place: str) -> str | None:
        """Who receives at a place or in the town of his residence: the head of state for Washington."""
        places = self.names.lexicon.places
        near = (p for p in places.values() if p.host and place in (p.id, p.within))
        return next((host for p in near if (host := host_of(self.names.lexicon, p, self.holders))), None)

    def _received(self, trigger: Trigger, others: Sequence[Slot]) -> bool:
        """ "Smith was received, it says, by Jones": a passive whose agent was not found: who receives is not known."""
        return passive(self.names, trigger) and others[0].start >= trigger.end

    def _serves(self, actor_id: str, host: str) -> bool:
        """A spokesperson at a building, or a minister of the same state, is no guest there."""
        lexicon = self.names.lexicon
        actor = lexicon.actors.get(actor_id)
        if actor is not None and self.names.state_of(actor_id) == self.names.state_of(host):
            return True
        return actor is None or all(lexicon.offices[h.office].rank == 3 for h in actor.offices)
