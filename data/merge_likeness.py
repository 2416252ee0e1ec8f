"""Whether people, places, kinds and days are those of one contact, and how a passage counts to one.

Lives here: `Likeness`, for passages of one article and contacts of several alike. Must not live here: the order in
which passages are looked at (`data.merge_article`, `data.merge`).
"""

from __future__ import annotations

from collections.abc import Iterable

from data.extract.finds import Days
from data.extract.places import within
from data.lexicon.types import Lexicon
from data.merge_draft import TO_COME, Draft
from data.told import Told, common, meet, silent, touch, union


class Likeness:
    """What may be one contact, by the vocabulary."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def same_people(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether one side's principals are among the other's. A state may stand for its envoys, not its leader.

        "Smith met the US envoys": those of them who are named elsewhere with Smith, whoever he is.
        """
        one, two = set(a), set(b)
        if one <= two or two <= one:
            return True
        if len(one) < 2 or len(two) < 2 or any(map(self.lexicon.leads, one ^ two)):
            return False
        if all(map(self.lexicon.person, one | two)) or self._others(one, two):
            return False
        return self.states(one) <= self.states(two) or self.states(two) <= self.states(one)

    def _others(self, one: set[str], two: set[str]) -> bool:
        """ "A and B, of the US and Russia", "C and D, of the US and Russia": other persons on both sides."""
        named = [{p for p in some if self.lexicon.person(p)} for some in (one, two)]
        both = self.states(named[0]) & self.states(named[1])
        return len(both) > 1 and not named[0] & named[1]

    def stand_for(self, draft: Draft, told: Told) -> bool:
        """ "The US-Russia talks at the Kremlin": of an envoy and a leader who met there, as the article tells."""
        place, states = told.contact.place, set(told.principals)
        people = {p for p in draft.principals if self.lexicon.person(p)}
        if draft.place is None or place is None or len(states) < 2 or any(map(self.lexicon.person, states)):
            return False
        talks = told.contact.process and all(
            map(self.lexicon.leads, people)
        )  # states may negotiate without their leaders
        return len(people) > 1 and not talks and self.states(people) == states

    def states(self, actors: Iterable[str]) -> set[str]:
        """The states of some actors; whoever has none counts as his own."""
        return {self.lexicon.country(actor) or actor for actor in actors}

    def places_agree(self, a: str | None, b: str | None) -> bool:
        return a is None or b is None or within(self.lexicon, a, b) or within(self.lexicon, b, a)

    def finer_place(self, a: str | None, b: str | None) -> str | None:
        if a is None or b is None:
            return a or b
        return a if within(self.lexicon, a, b) else b

    def kinds_agree(self, a: Draft, kind: str, loose: bool) -> bool:
        return a.kind == kind or a.loose or loose

    def vague(self, told: Told) -> bool:
        """Whether the words leave open what it was: loose ones, or "talks" of persons without a place."""
        c = told.contact
        return c.loose or (c.process and c.place is None and all(map(self.lexicon.person, told.principals)))

    def together(self, draft: Draft, days: Days | None, process: bool) -> bool:
        """Whether the days allow one contact; rounds of talks may run on into the next day."""
        return meet(draft.days, days) or (process and draft.process and touch(draft.days, days))

    @staticmethod
    def _take_days(draft: Draft, days: Days | None, process: bool) -> None:
        """Leave the days both allow; talks that go on for days take all of them, and lose none of them again."""
        if draft.days and days and process and draft.process and _runs_on(draft.days, days):
            draft.days, draft.runs_on = union(draft.days, days), True
        elif not (draft.runs_on and meet(draft.days, days)):
            draft.days = common(draft.days, days)

    def new(self, told: Told) -> Draft:
        """A draft of one passage."""
        place = told.contact.place
        draft = Draft(told.kind, self.vague(told), set(told.principals), place, told.days)
        draft.count(told)
        return draft

    def add(self, draft: Draft, told: Told) -> None:
        """Count one more passage to a draft."""
        self._take_days(draft, told.days, told.contact.process)
        draft.count(told)
        draft.place = self.finer_place(draft.place, told.contact.place)
        draft.principals |= set(told.principals)
        if draft.loose and not self.vague(told):
            draft.kind, draft.loose = told.kind, False

    def join(self, home: Draft, draft: Draft) -> None:
        """Count all that is told of a contact to one that means the same."""
        self._take_days(home, draft.days, draft.process)
        home.runs_on = home.runs_on or draft.runs_on
        home.place = self.finer_place(home.place, draft.place)
        home.principals |= draft.principals
        home.published += draft.published
        if home.loose and not draft.loose:
            home.kind, home.loose = draft.kind, False
        for told in draft.told:
            home.count(told)


def _runs_on(a: Days, b: Days) -> bool:
    """Whether the days of one begin where those of the other end."""
    return touch(a, b) and not meet(a, b)


def apart(draft: Draft, told: Told) -> bool:
    """Whether one is ahead and the other took place, and both say so."""
    return bool(draft.loud) and not silent(told) and draft.planned != (told.status in TO_COME)
