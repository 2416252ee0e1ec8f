"""Passages without all names: which contact of the same article they tell again, or whose people they take.

Lives here: `Again`. Must not live here: passages that name who took part (`data.merge_article`), or other articles
(`data.merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from data.merge_draft import TO_COME, Draft
from data.merge_likeness import Likeness, apart
from data.told import Told, meet

_SAID = 1600  # characters behind a contact within which its two speak in it; a fourth of it for one long past
_WEEK = 7  # days after which a contact is no news
NEAR = 350  # characters within which a trip and a meeting belong together


def _still_ahead(draft: Draft, told: Told, anchor: dt.date | None) -> bool:
    """Whether a passage says that something took place or goes on, and a contact is of a day to come."""
    if not told.contact.sure or told.status in TO_COME or not draft.planned or anchor is None:
        return False
    return draft.days is not None and draft.days.low is not None and draft.days.low > anchor


def _faded(draft: Draft, anchor: dt.date | None) -> bool:
    """Whether a contact is no news: one before it, or more than a week past."""
    past = draft.days and draft.days.high and anchor and (anchor - draft.days.high).days > _WEEK
    return bool(past or draft.earlier)


class Again:
    """Finds what is told again, among the contacts of an article told so far."""

    def __init__(self, like: Likeness) -> None:
        self.like, self.lexicon = like, like.lexicon

    def antecedent(self, drafts: Sequence[Draft], told: Told, anchor: dt.date | None) -> Draft | None:
        """The contact told last before a passage without names; a contact of the past fades sooner than the news."""
        mark, named = told.contact.mark_start, set(told.contact.named)

        def distance(draft: Draft) -> float:
            last, same = draft.last_mark, told.contact.start in draft.starts
            other = named and not named & draft.principals
            other = other or (told.contact.process and not draft.process and any(d.process for d in drafts))
            odd = other or (told.contact.any_kind and draft.kind != told.kind)
            return mark - last + (900 if _faded(draft, anchor) and not same else 0) + (500 if odd else 0)

        fitting = [d for d in self._fitting(drafts, told) if d.first_mark < mark and not _still_ahead(d, told, anchor)]
        past = told.contact.sure or told.contact.process
        if told.status == "held" and past and any(not d.planned for d in fitting):
            fitting = [d for d in fitting if not d.planned]
        return min(fitting, key=distance, default=None)

    def said(self, drafts: Sequence[Draft], told: Told, anchor: dt.date | None) -> None:
        """ "Smith told Jones", "the two discussed": said in the contact of theirs that is told nearest before."""
        mark = told.contact.mark_start

        def distance(draft: Draft) -> int:
            before = [mark - t.contact.mark_start for t in draft.told if t.contact.mark_start < mark]
            return min(before, default=_SAID) * (4 if _faded(draft, anchor) else 1)

        fitting = [
            d
            for d in drafts
            if {*told.principals} <= d.principals and not d.planned and distance(d) < _SAID
            and meet(d.days, told.days)
        ]  # fmt: skip
        if fitting:
            self.like.add(min(fitting, key=distance), replace(told, principals=(), days=None))

    def cataphor(self, drafts: Sequence[Draft], told: Told, opened: Mapping[int, int]) -> bool:
        """A passage in the first lines may mean the contact that is told after it, first at `opened`."""
        mark = told.contact.mark_start
        fitting = self._fitting(drafts, told, ahead=True)
        if not fitting and told.days and told.status == "held":  # "yesterday's summit in Rome": its people come later
            bare = replace(told, contact=replace(told.contact, place=None))
            fitting = [d for d in self._fitting(drafts, bare) if d.days is None and d.place is None and not d.planned]
            if told.contact.process:  # not what two leaders are once said to have talked about
                fitting = [d for d in fitting if not all(map(self.lexicon.person, d.principals))]
        after = [(opened[id(d)], d) for d in fitting]
        nearest = min(((at, n) for n, (at, _) in enumerate(after) if at > mark), default=None)
        if (
            told.contact.other
            or told.contact.earlier
            or nearest is None
            or nearest[0] - mark > (1200 if told.days and told.contact.place else 700)
        ):
            return False
        self.like.add(after[nearest[1]][1], replace(told, principals=()))
        return True

    def carried(self, drafts: Sequence[Draft], item: Told) -> Told | None:
        """A dated or placed contact without names takes the people of the contact told just before it."""
        c = item.contact
        if c.process or not (item.days or c.place) or c.host or c.goes or c.rule == "contact-visit":
            return None
        if c.plural and not self.one_before(item):
            return None
        if not (c.definite or c.verb or c.earlier or c.rule == "contact-list" or item.status == "planned"):
            return None
        reach = 400 if c.rule != "contact-list" else 1500
        best: tuple[int, Draft] | None = None
        for draft in drafts:
            gap = c.mark_start - draft.last_mark
            if 0 < gap <= reach and (best is None or draft.last_mark > best[0]):
                best = (draft.last_mark, draft)
        if best is None:
            return None
        other_kind = best[1].kind != item.kind and not c.loose and c.rule != "contact-list"
        if other_kind and (item.principals or (item.status == "held" and c.place is None)):
            return None  # "they spoke by phone. The meeting on Friday …": who met on Friday is not said
        if best[1].kind != item.kind and best[1].planned and item.status == "held":
            return None  # "they will speak by phone. The day after the meeting in Rome …"
        people = tuple(sorted(p for p in best[1].principals if self.lexicon.person(p)))
        states = tuple(sorted(p for p in best[1].principals if not self.lexicon.person(p)))
        if len(states) > 1 and (best[1].process or not people):
            people = states  # delegations that meet again
        if len(people) < 2 or (len(people) > 2 and people != states) or not {*c.named, *item.principals} <= set(people):
            return None
        kind = best[1].kind if c.loose else item.kind
        return replace(item, principals=people, kind=kind, contact=replace(c, loose=False))

    @staticmethod
    def one_before(told: Told) -> bool:
        """ "The meetings before, on 3 May and on 7 June": each of them, by its day."""
        days = told.days
        return told.contact.earlier and days is not None and days.low is not None and days.low == days.high

    def _fitting(self, drafts: Sequence[Draft], told: Told, ahead: bool = False) -> list[Draft]:
        """The contacts a passage without all names may mean; `ahead` where those told after it are looked at."""
        c = told.contact
        if c.plural and not told.days and not c.place:
            return []
        fitting = [
            d
            for d in drafts
            if (
                d.kind == told.kind
                or c.loose
                or (c.any_kind and self._talked(drafts, d, told))
                or self._left_open(drafts, d, told)
            )
            and set(told.principals) <= d.principals
            and meet(d.days, told.days)
            and (
                told.days is None
                or d.days is not None
                or c.verb
                or c.rule == "contact-again"
                or self._near_visit(d, told)
            )
            and self.like.places_agree(d.place, c.place)
            and (
                c.place is None
                or d.place is not None
                or (c.start in d.starts and not (d.loose and not c.loose))
                or c.trip
                or self._near_visit(d, told)
                or (
                    (c.definite or (ahead and not c.indefinite))
                    and (not told.days or told.date_rule == "date-beside-event")
                    and (not ahead or (c.process and d.days is not None))
                    and self._only_one(drafts, d, c.process)
                )
            )
            and (not c.trip or self._beside(d, told))
            and not (told.days and c.status == "planned" and told.status == "planned" and apart(d, told))
            and not (told.status == "ongoing" and c.process and d.planned)
            and not (told.days and c.indefinite and told.status == "held" and d.planned and d.days is None)
            and not (
                c.process
                and not (c.definite or told.days or c.place)
                and all(self.lexicon.person(p) for p in d.principals)
            )
        ]
        if c.loose and any(d.kind == told.kind for d in fitting):
            fitting = [d for d in fitting if d.kind == told.kind]
        if told.status == "planned" and any(d.planned for d in fitting):
            fitting = [d for d in fitting if d.planned]
        if not (c.definite or c.round or c.verb or told.principals or told.days) and c.rule == "contact-again":
            near = [d for d in fitting if c.start in d.starts]
            return near or (fitting if len(fitting) == 1 and (c.status != "planned" or c.place) else [])
        return fitting

    @staticmethod
    def _talked(drafts: Sequence[Draft], draft: Draft, told: Told) -> bool:
        """ "They spoke by phone. The talks …": the call told shortly before, where there are no negotiations."""
        near = 0 < told.contact.mark_start - draft.last_mark < 2 * NEAR
        return near and not any(d.process and d.kind != draft.kind and not d.planned for d in drafts)

    @staticmethod
    def _left_open(drafts: Sequence[Draft], draft: Draft, told: Told) -> bool:
        """ "Smith spoke with an envoy. The call lasted an hour": of a kind the first words left open."""
        c = told.contact
        if not draft.loose or draft.process or draft.planned or not c.definite or c.process or c.place is not None:
            return False
        near = 0 < c.mark_start - draft.last_mark < 2 * NEAR
        firm = told.kind == "call" or c.sure
        return near and firm and all(d.kind != told.kind for d in drafts)

    @staticmethod
    def _only_one(drafts: Sequence[Draft], draft: Draft, talks: bool) -> bool:
        """Whether an article tells of no other contact of the kind, so that "the Rome meeting" must be it.

        With `talks`, of no other negotiations: "the talks in Rome".
        """
        if talks and draft.process:
            return all(d is draft or not d.process for d in drafts)
        return all(d is draft or d.kind != draft.kind for d in drafts)

    def _near_visit(self, draft: Draft, told: Told) -> bool:
        return told.contact.rule == "contact-visit" and draft.kind == "meeting" and self._beside(draft, told)

    def _beside(self, draft: Draft, told: Told) -> bool:
        """Whether a trip may be that of a meeting: told next to it, or to the same place."""
        near = min((abs(told.contact.mark_start - t.contact.mark_start) for t in draft.told), default=NEAR)
        place = told.contact.place
        here = draft.place is not None and place is not None and self.like.places_agree(draft.place, place)
        return near < (4 * NEAR if here else NEAR) and (draft.place is not None or told.contact.place is not None)
