"""Negotiations within one article: rounds, who negotiates, those who lead delegations, and whoever else was there.

Lives here: `Talks`. Must not live here: contacts told otherwise (`data.merge_article`), or other articles
(`data.merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from data.extract.finds import Days
from data.merge_draft import Draft
from data.merge_likeness import Likeness
from data.told import Told, meet

_GUESTS = 600  # characters within which a sentence on those present speaks of the meeting told before
_BESIDE = 40  # characters between the word for a contact and those who attend it
_MONTH = dt.timedelta(days=31)


def _near(days: Days, anchor: dt.date | None) -> bool:
    """Whether some days are within a month of the article's."""
    if anchor is None or days.low is None or days.high is None:
        return False
    return days.low - _MONTH <= anchor <= days.high + _MONTH


def round_ahead(draft: Draft, told: Told) -> bool:
    """ "A new round will be held": none of the talks that were."""
    c = told.contact
    return c.fresh and c.process and told.status == "planned" and not draft.ahead


def _right_before(again: Told, told: Told) -> bool:
    """ "Monday's talks in Rome will feature A and B": a contact without names, right before those who attend it."""
    same = again.contact.rule == "contact-again" and again.contact.start == told.contact.start
    return same and 0 <= told.contact.mark_start - again.contact.mark_end <= _BESIDE


class Talks:
    """Counts passages on talks to the contacts of an article told so far."""

    def __init__(self, like: Likeness) -> None:
        self.like, self.lexicon = like, like.lexicon

    def next_round(self, drafts: list[Draft], item: Told) -> bool:
        """ "A new round is due on 1 February": of those whose talks were told last, and no longer these talks."""
        c = item.contact
        if c.rule != "contact-again" or not c.process or c.plural or not c.fresh or c.earlier:
            return False
        if item.status != "planned" or item.days is None:
            return False
        talks = [d for d in drafts if d.process and d.first_mark < c.mark_start]
        last = max(talks, key=lambda d: d.last_mark, default=None)
        if last is None or any(d.planned and meet(d.days, item.days) for d in talks):
            return False
        drafts.append(self.like.new(replace(item, principals=tuple(sorted(last.principals)))))
        return True

    def of_parties(
        self, drafts: list[Draft], later: list[Told], parties: Sequence[Told], anchor: dt.date | None
    ) -> list[Told]:
        """ "The first day of talks ended on Tuesday": of those between whom the article says that there are talks.

        Opens the talks of an article that tells of no others, and counts what else it says of them; the rest is left.
        """
        sets = {frozenset(t.principals) for t in parties}
        widest = max(sets, key=lambda people: (len(people), sorted(people)), default=frozenset[str]())
        if not sets or not all(people <= widest for people in sets) or any(d.process for d in drafts):
            return later
        first = next((t for t in later if self._talks_again(t) and t.days and _near(t.days, anchor)), None)
        if first is None:
            return later
        talks = self.like.new(replace(first, principals=tuple(sorted(widest))))
        drafts.append(talks)
        left = []
        for item in later:
            again = item is not first and self._talks_again(item) and meet(talks.days, item.days)
            if again and self.like.places_agree(talks.place, item.contact.place):
                self.like.add(talks, replace(item, principals=()))
            elif item is not first:
                left.append(item)
        return left

    @staticmethod
    def _talks_again(told: Told) -> bool:
        c = told.contact
        again = c.rule == "contact-again" and c.process and c.definite
        return again and not (c.plural or c.earlier or c.other or c.fresh)

    def parties_again(self, drafts: Sequence[Draft], told: Told) -> None:
        """ "The talks between A and B", both persons, or a round of talks: the only one of theirs told elsewhere."""
        c = told.contact
        if not (c.round or all(map(self.lexicon.person, told.principals))):
            return  # "the negotiations between two states" go on and on
        talks = [
            d
            for d in drafts
            if self.like.same_people(d.principals, told.principals) and d.planned <= (told.status != "held")
        ]
        if len(talks) == 1 and c.definite and not (c.fresh or c.earlier or c.other or c.plural):
            self.like.add(talks[0], replace(told, principals=(), days=None))

    def delegation(self, drafts: Sequence[Draft], told: Told) -> bool:
        """Those who lead a delegation join the talks of their state told last, or first after it."""
        talks = [d for d in drafts if d.process]
        homes = [d for d in talks if self.like.states(set(told.principals)) & self.like.states(d.principals)] or talks[
            -1:
        ]
        if not homes:
            return False
        self.like.add(homes[-1], told)
        return True

    def guests(self, drafts: Sequence[Draft], told: Told, later: Sequence[Told] | None) -> bool:
        """Those who were there join the meeting told last before them, close by; they open none."""
        if any(t.contact.start == told.contact.start for t in later or ()):
            return False  # "they held rounds of talks, attended by C": which, is not known
        mark = told.contact.mark_start
        meetings = [d for d in drafts if d.kind == "meeting"]
        near = [d for d in meetings if any(_right_before(t, told) for t in d.told)]
        near = near or [d for d in meetings if 0 <= mark - d.last_mark <= _GUESTS and not d.planned]
        if near:
            self.like.add(max(near, key=lambda d: d.last_mark), told)
        return bool(near)

    def hosted(self, drafts: list[Draft], later: list[Told] | None, told: Told) -> bool:
        """ "Talks of A with a negotiator of B. C attended": those there, with the one of the talks who was named."""
        mark = told.contact.mark_start
        here = [
            t
            for t in later or ()
            if t.contact.start == told.contact.start and t.kind == "meeting" and not t.contact.plural
            and (t.days or t.contact.place) and (t.contact.indefinite or t.contact.definite)
        ]  # fmt: skip
        if here and later is not None and len(told.principals) > 1:  # "a meeting on Friday, which A and B will attend"
            later.remove(here[-1])
            drafts.append(self.like.new(replace(here[-1], principals=told.principals)))
            self.like.add(drafts[-1], told)
            return True
        open_ones = [
            t
            for t in later or ()
            if t.contact.rule == "contact-between"
            and len(t.principals) == 1
            and 0 < mark - t.contact.mark_start <= _GUESTS
        ]
        if open_ones and later is not None:
            talks = open_ones[-1]
            later.remove(talks)
            people = tuple(sorted({*talks.principals, *told.principals}))
            if len(people) > 1:
                drafts.append(self.like.new(replace(talks, principals=people)))
                self.like.add(drafts[-1], told)
                for same in [t for t in later if t.contact.start == told.contact.start and not t.principals]:
                    later.remove(same)
                    self.like.add(drafts[-1], same)
        return True
