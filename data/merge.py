"""Which passages mean the same contact, within an article and across articles.

Lives here: `Draft`, `Merger`. Must not live here: reading of words, days of articles, or the finished events
(`data.resolve`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as replace_draft
from typing import Literal

from msgspec.structs import replace

from data.extract.finds import Days
from data.extract.places import within
from data.lexicon.types import Lexicon
from data.told import LOOSE, Told, common, from_days, later_than, loosely, meet, same_day, silent, touch, union

_TO_COME = ("planned", "cancelled")
_GUESTS = 600  # characters within which a sentence on those present speaks of the meeting told before
_DAY = dt.timedelta(days=1)
_MONTH = dt.timedelta(days=31)
_NEAR = 350  # characters within which a trip and a meeting belong together


@dataclass(slots=True)
class Draft:
    """Passages believed to mean one contact, and what they say together."""

    kind: Literal["call", "meeting"]
    loose: bool
    principals: set[str]
    place: str | None
    days: Days | None
    told: list[Told] = field(default_factory=list)
    published: list[dt.date] = field(default_factory=list)  # days of the articles that tell of it
    process: bool = False
    earlier: bool = False  # every passage calls it the last one, the one before
    loud: int = 0  # passages that say whether it took place
    ahead: int = 0  # those of them that say it is still ahead, or will not be
    first: tuple[str, int] = ("", 0)  # article and place told first
    first_mark: int = 0
    last_mark: int = 0
    starts: set[int] = field(default_factory=set)  # sentences, by their starts

    @property
    def articles(self) -> set[str]:
        """The articles that tell of it."""
        return {t.article_id for t in self.told}

    @property
    def idle(self) -> bool:
        """Whether all that is told is "a meeting", with no word of whether, when or where it took place."""
        return (
            self.days is None
            and self.place is None
            and not any(t.status != "held" or t.contact.sure or not t.contact.indefinite for t in self.told)
        )

    @property
    def planned(self) -> bool:
        """Whether every passage that says so says it is ahead, or was called off before its day."""
        return self.loud == self.ahead > 0

    def count(self, told: Told) -> None:
        """Keep one more passage."""
        mark = told.contact.mark_start
        place = (told.article_id, mark)
        self.first = min(self.first, place) if self.told else place
        self.first_mark = min(self.first_mark, mark) if self.told else mark
        self.last_mark = max(self.last_mark, mark)
        self.starts.add(told.contact.start)
        self.process = self.process or told.contact.process
        self.earlier = told.contact.earlier and (self.earlier or not self.told)
        if not silent(told):
            self.loud += 1
            self.ahead += told.status in _TO_COME
        self.told.append(told)


def _near(days: Days, anchor: dt.date | None) -> bool:
    """Whether some days are within a month of the article's."""
    if anchor is None or days.low is None or days.high is None:
        return False
    return days.low - _MONTH <= anchor <= days.high + _MONTH


def _still_ahead(draft: Draft, told: Told, anchor: dt.date | None) -> bool:
    """Whether a passage says that something took place or goes on, and a contact is of a day to come."""
    if not told.contact.sure or told.status in _TO_COME or not draft.planned or anchor is None:
        return False
    return draft.days is not None and draft.days.low is not None and draft.days.low > anchor


class Merger:
    """The events, growing article by article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.capitals = frozenset(a.capital for a in lexicon.actors.values() if a.capital)

    def places_agree(self, a: str | None, b: str | None) -> bool:
        return a is None or b is None or within(self.lexicon, a, b) or within(self.lexicon, b, a)

    def finer_place(self, a: str | None, b: str | None) -> str | None:
        if a is None or b is None:
            return a or b
        return a if within(self.lexicon, a, b) else b

    def same_people(self, a: Iterable[str], b: Iterable[str]) -> bool:
        """Whether one side's principals are among the other's. A state may stand for its envoys, not its leader."""
        one, two = set(a), set(b)
        if one <= two or two <= one:
            return True
        if len(one) < 2 or len(two) < 2 or any(map(self.lexicon.leads, one | two)):
            return False
        if all(map(self.lexicon.person, one | two)):
            return False
        return self._states(one) <= self._states(two) or self._states(two) <= self._states(one)

    def _stand_for(self, draft: Draft, told: Told) -> bool:
        """ "The US-Russia talks at the Kremlin": of an envoy and a leader who met there, as the article tells."""
        place, states = told.contact.place, set(told.principals)
        people = {p for p in draft.principals if self.lexicon.person(p)}
        if draft.place is None or place is None or len(states) < 2 or any(map(self.lexicon.person, states)):
            return False
        talks = told.contact.process and all(
            map(self.lexicon.leads, people)
        )  # states may negotiate without their leaders
        return len(people) > 1 and not talks and self._states(people) == states

    def _states(self, actors: Iterable[str]) -> set[str]:
        """The states of some actors; whoever has none counts as his own."""
        return {self.lexicon.country(actor) or actor for actor in actors}

    def kinds_agree(self, a: Draft, kind: str, loose: bool) -> bool:
        return a.kind == kind or a.loose or loose

    def add(self, draft: Draft, told: Told) -> None:
        """Count one more passage to a draft."""
        draft.days = self._days_of(draft, told.days, told.contact.process)
        draft.count(told)
        draft.place = self.finer_place(draft.place, told.contact.place)
        draft.principals |= set(told.principals)
        if draft.loose and not self.vague(told):
            draft.kind, draft.loose = told.kind, False

    @staticmethod
    def _days_of(draft: Draft, days: Days | None, process: bool) -> Days | None:
        """The days both allow; talks that go on for days take all of them."""
        if draft.days and days and process and draft.process and _runs_on(draft.days, days):
            return union(draft.days, days)
        return common(draft.days, days)

    def together(self, draft: Draft, days: Days | None, process: bool) -> bool:
        """Whether the days allow one contact; rounds of talks may run on into the next day."""
        return meet(draft.days, days) or (process and draft.process and touch(draft.days, days))

    def vague(self, told: Told) -> bool:
        """Whether the words leave open what it was: loose ones, or "talks" of persons without a place."""
        c = told.contact
        return c.loose or (c.process and c.place is None and all(map(self.lexicon.person, told.principals)))

    def new(self, told: Told) -> Draft:
        """A draft of one passage."""
        place = told.contact.place
        draft = Draft(told.kind, self.vague(told), set(told.principals), place, told.days)
        draft.count(told)
        return draft

    # within one article -----------------------------------------------------------------------------
    def one_article(self, told: Sequence[Told], anchor: dt.date | None) -> tuple[list[Draft], list[Told]]:
        """The passages of one article, in order → its contacts, and the passages that found no place."""
        drafts: list[Draft] = []
        later: list[Told] = []
        for item in (t for t in told if not t.contact.tentative):
            if not self._place_told(drafts, item, anchor, later):
                later.append(item)
        later = self._of_parties(drafts, later, [t for t in told if t.contact.rule == "contact-parties"], anchor)
        drafts = self._suggested_elsewhere(drafts)
        opened = {id(d): d.first_mark for d in drafts}
        left = [item for item in later if not self._cataphor(drafts, item, opened)]
        for item in (t for t in told if t.contact.tentative):
            self._tentative(drafts, item)
        return [d for d in drafts if not d.idle], left + [t for d in drafts if d.idle for t in d.told]

    def _tentative(self, drafts: Sequence[Draft], told: Told) -> None:
        """ "No plans for a meeting", "a possible summit": of the plan of these people, if the article tells of one."""
        c = told.contact
        if c.rule == "contact-parties":
            self._parties_again(drafts, told)
            return
        if c.other or c.plural or not (c.definite or len(c.principals) > 1):
            return
        homes = [
            d
            for d in drafts
            if d.loud == d.ahead > 0 and d.kind == told.kind and self.same_people(d.principals, told.principals)
            and meet(d.days, told.days) and self.places_agree(d.place, c.place)
        ]  # fmt: skip
        if len(homes) == 1 or (homes and len(c.principals) > 1):
            home = min(homes, key=lambda d: abs(d.last_mark - c.mark_start))
            self.add(home, replace(told, principals=(), days=None))

    def _place_told(
        self, drafts: list[Draft], item: Told, anchor: dt.date | None, later: list[Told] | None = None
    ) -> bool:
        """Count a passage to a contact told before it, or open a new one; False where neither is possible yet."""
        if self._explicit(item):
            item = self._counted(drafts, self._sequel(drafts, item))
            home = self._home(drafts, item) or self._suggested(drafts, item)
            if home:
                own = set(item.principals) <= home.principals
                keeps = own or not (self._only_suggested(item) or self._stand_for(home, item))
                self.add(home, item if keeps else replace(item, principals=()))
            else:
                drafts.append(self.new(item))
            return True
        if item.contact.rule == "contact-delegation":
            return self._delegation(drafts, item)
        if item.contact.rule == "contact-attended":
            return self._guests(drafts, item, later) or self._hosted(drafts, later, item)
        if item.contact.plural and item.days:
            return self._all_of_them(drafts, item)
        if loose := self._as_told_near(drafts, item):
            return self._place_told(drafts, loose, anchor)
        if self._next_round(drafts, item):
            return True
        held_round = item.contact.round and item.status != "planned"  # "another round ended": the news
        other = item.contact.other and not held_round
        home = None if other else self._antecedent(drafts, item, anchor)
        if home and home.earlier != item.contact.earlier and item.contact.earlier:
            home = None
        if home and self._round_ahead(home, item):
            home = None
        if home:
            self.add(home, replace(item, principals=()))
            return True
        carried = self._carried(drafts, item)
        if carried is None:
            return False
        match = self._home(drafts, carried)
        if match:
            self.add(match, carried)
        else:
            drafts.append(self.new(carried))
        return True

    def _next_round(self, drafts: list[Draft], item: Told) -> bool:
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
        drafts.append(self.new(replace(item, principals=tuple(sorted(last.principals)))))
        return True

    def _of_parties(
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
        talks = self.new(replace(first, principals=tuple(sorted(widest))))
        drafts.append(talks)
        left = []
        for item in later:
            again = item is not first and self._talks_again(item) and meet(talks.days, item.days)
            if again and self.places_agree(talks.place, item.contact.place):
                self.add(talks, replace(item, principals=()))
            elif item is not first:
                left.append(item)
        return left

    @staticmethod
    def _talks_again(told: Told) -> bool:
        c = told.contact
        again = c.rule == "contact-again" and c.process and c.definite
        return again and not (c.plural or c.earlier or c.other or c.fresh)

    def _parties_again(self, drafts: Sequence[Draft], told: Told) -> None:
        """ "The talks between A and B", both persons, or a round of talks: the only one of theirs told elsewhere."""
        c = told.contact
        if not (c.round or all(map(self.lexicon.person, told.principals))):
            return  # "the negotiations between two states" go on and on
        talks = [
            d
            for d in drafts
            if self.same_people(d.principals, told.principals) and d.planned <= (told.status != "held")
        ]
        if len(talks) == 1 and c.definite and not (c.fresh or c.earlier or c.other or c.plural):
            self.add(talks[0], replace(told, principals=(), days=None))

    def _as_told_near(self, drafts: Sequence[Draft], item: Told) -> Told | None:
        """ "A colloquy with C is also planned": of the kind of the contact beside it that somebody of both had."""
        c = item.contact
        known = any(self.same_people(d.principals, item.principals) for d in drafts)
        if not c.loose or not c.sure or c.plural or c.process or c.verb or len(item.principals) < 2 or known:
            return None
        near = [d for d in drafts if 0 < c.mark_start - d.last_mark < 2 * _NEAR and d.principals & {*item.principals}]
        last = max(near, key=lambda d: d.last_mark, default=None)
        if last is None:
            return None
        return replace(item, kind=last.kind, contact=replace(c, loose=False, kind=last.kind))

    @staticmethod
    def _sequel(drafts: Sequence[Draft], item: Told) -> Told:
        """A contact that "then" took place, with the day of the one told right before it."""
        if not item.contact.sequel or item.days is not None or item.status != "held":
            return item
        mark = item.contact.mark_start
        before = [d for d in drafts if 0 < mark - d.last_mark <= 2 * _NEAR and not d.planned]
        last = max(before, key=lambda d: d.last_mark, default=None)
        days = last.days if last else None
        if days is None or days.low is None or days.high is None or days.high - days.low > _DAY:
            return item
        return replace(item, days=replace(days, basis="inferred"), date_rule="date-sequel")

    @staticmethod
    def _counted(drafts: Sequence[Draft], item: Told) -> Told:
        """ "The day before the talks, Smith met Jones": counted from the day of the talks told right before.

        Where it is the talks that so have a day, "Smith met Jones, a day before the talks": back from the meeting.
        """
        find, mark = item.contact.counted, item.contact.mark_start
        if item.date_rule == "date-beside-event" and item.contact.date is not None:
            told = [d for d in drafts if item.contact.start in d.starts and d.last_mark < mark]
            days = from_days(item.contact.date, told[0].days, back=True) if len(told) == 1 else None
            return item if days is None else replace(item, days=days)
        if find is None or item.days is not None:
            return item
        homes = [d for d in drafts if any(find.end <= t.contact.mark_start < mark for t in d.told)]
        days = from_days(find, homes[0].days) if len(homes) == 1 else None
        return item if days is None else replace(item, days=days, date_rule="date-counted")

    @staticmethod
    def _explicit(told: Told) -> bool:
        c = told.contact
        if len(c.principals) < 2 or (c.trip and c.host is None) or c.rule in ("contact-delegation", "contact-attended"):
            return False
        if c.rule == "contact-visit" and c.host is None and c.place is None and c.partial:
            return False  # "the envoys' visit": whom they visit is not said
        if c.plural and told.days is None and c.place is None:
            return c.rule == "contact-with" and (len(c.principals) > 2 or (c.sure and not c.process and not c.loose))
        return not c.loose or told.days is not None or c.place is not None

    def _home(self, drafts: Sequence[Draft], told: Told) -> Draft | None:
        for draft in reversed(drafts):
            if not self.kinds_agree(draft, told.kind, self.vague(told)):
                continue
            if not self.same_people(draft.principals, told.principals) and not self._stand_for(draft, told):
                continue
            if not self.together(draft, told.days, told.contact.process) or not self.places_agree(
                draft.place, told.contact.place
            ):
                continue
            if draft.kind != told.kind and not same_day(draft.days, told.days):
                continue
            if self._contrasted(draft, told) or self._round_ahead(draft, told):
                continue
            if self._day_before(draft, told):
                draft.days = later_than(draft.days, told.days)
                continue
            if self._apart(draft, told) and (
                (draft.days is None) != (told.days is None) or (draft.days is None and not told.contact.definite)
            ):
                continue
            return draft
        return None

    @staticmethod
    def _round_ahead(draft: Draft, told: Told) -> bool:
        """ "A new round will be held": none of the talks that were."""
        c = told.contact
        return c.fresh and c.process and told.status == "planned" and not draft.ahead

    @staticmethod
    def _only_suggested(told: Told) -> bool:
        return not set(told.contact.sides) >= set(told.principals)

    def _suggested(self, drafts: Sequence[Draft], told: Told) -> Draft | None:
        """ "Smith spoke of the meeting with Jones": the one told before, if Smith's part is only suggested."""
        sides = set(told.contact.sides)
        if sides >= set(told.principals):
            return None
        fitting = [
            d
            for d in drafts
            if d.kind == told.kind and sides <= d.principals and meet(d.days, told.days)
            and self.places_agree(d.place, told.contact.place) and not self._contrasted(d, told)
        ]  # fmt: skip
        return max(fitting, key=lambda d: d.last_mark, default=None)

    def _suggested_elsewhere(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Contacts of somebody whose part is only suggested join those of the same day that the article tells later."""
        kept = list(drafts)
        for draft in drafts:
            naming = [t for t in draft.told if t.principals]
            if not naming or not all(t.contact.rule == "contact-with" and self._only_suggested(t) for t in naming):
                continue
            sides = {side for t in naming for side in t.contact.sides}
            homes = [
                d
                for d in kept
                if d is not draft and d.kind == draft.kind and sides <= d.principals
                and meet(d.days, draft.days) and d.planned == draft.planned
                and d.place is not None and draft.place is not None and self.places_agree(d.place, draft.place)
            ]  # fmt: skip
            if len(homes) == 1:
                kept = [d for d in kept if d is not draft]
                for passage in draft.told:
                    self.add(homes[0], replace(passage, principals=()))
        return kept

    @staticmethod
    def _day_before(draft: Draft, told: Told) -> bool:
        """ "A day earlier" than the news of the article: not that news."""
        follows = told.contact.date is not None and told.contact.date.kind == "follow"
        return follows and any(t.date_rule == "date-lead" for t in draft.told)

    @staticmethod
    def _contrasted(draft: Draft, told: Told) -> bool:
        """Whether one is "their last meeting" and the other is not, and neither days nor places say it is the same."""
        if draft.earlier == told.contact.earlier:
            return False
        placed = draft.place is not None and told.contact.place is not None
        return (draft.days is None) != (told.days is None) or (draft.days is None and not placed)

    @staticmethod
    def _apart(draft: Draft, told: Told) -> bool:
        """Whether one is ahead and the other took place, and both say so."""
        return bool(draft.loud) and not silent(told) and draft.planned != (told.status in _TO_COME)

    def _delegation(self, drafts: Sequence[Draft], told: Told) -> bool:
        """Those who lead a delegation join the talks of their state told last, or first after it."""
        talks = [d for d in drafts if d.process]
        homes = [d for d in talks if self._states(set(told.principals)) & self._states(d.principals)] or talks[-1:]
        if not homes:
            return False
        self.add(homes[-1], told)
        return True

    def _guests(self, drafts: Sequence[Draft], told: Told, later: Sequence[Told] | None) -> bool:
        """Those who were there join the meeting told last before them, close by; they open none."""
        if any(t.contact.start == told.contact.start for t in later or ()):
            return False  # "they held rounds of talks, attended by C": which, is not known
        mark = told.contact.mark_start
        near = [d for d in drafts if d.kind == "meeting" and 0 <= mark - d.last_mark <= _GUESTS and not d.planned]
        if near:
            self.add(max(near, key=lambda d: d.last_mark), told)
        return bool(near)

    def _hosted(self, drafts: list[Draft], later: list[Told] | None, told: Told) -> bool:
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
            drafts.append(self.new(replace(here[-1], principals=told.principals)))
            self.add(drafts[-1], told)
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
                drafts.append(self.new(replace(talks, principals=people)))
                self.add(drafts[-1], told)
                for same in [t for t in later if t.contact.start == told.contact.start and not t.principals]:
                    later.remove(same)
                    self.add(drafts[-1], same)
        return True

    def _all_of_them(self, drafts: Sequence[Draft], told: Told) -> bool:
        """ "After Monday's calls": every contact of that kind told before that can have been on that day."""
        homes = [
            d
            for d in drafts
            if d.kind == told.kind and set(told.principals) <= d.principals and meet(d.days, told.days)
            and not d.planned
        ]  # fmt: skip
        for home in homes:
            self.add(home, replace(told, principals=()))
        return bool(homes)

    def _fitting(self, drafts: Sequence[Draft], told: Told, ahead: bool = False) -> list[Draft]:
        """The contacts a passage without all names may mean; `ahead` where those told after it are looked at."""
        c = told.contact
        if c.plural and not told.days and not c.place:
            return []
        fitting = [
            d
            for d in drafts
            if (d.kind == told.kind or c.loose or (c.any_kind and self._talked(drafts, d, told)))
            and set(told.principals) <= d.principals
            and meet(d.days, told.days)
            and (
                told.days is None
                or d.days is not None
                or c.verb
                or c.rule == "contact-again"
                or self._near_visit(d, told)
            )
            and self.places_agree(d.place, c.place)
            and (
                c.place is None
                or d.place is not None
                or c.start in d.starts
                or c.trip
                or self._near_visit(d, told)
                or (
                    c.definite
                    and not told.days
                    and (not ahead or (c.process and d.days is not None))
                    and self._only_one(drafts, d, c.process)
                )
            )
            and (not c.trip or self._beside(d, told))
            and not (told.days and c.status == "planned" and told.status == "planned" and self._apart(d, told))
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
            return near or (fitting if len(fitting) == 1 and c.status != "planned" else [])
        return fitting

    @staticmethod
    def _talked(drafts: Sequence[Draft], draft: Draft, told: Told) -> bool:
        """ "They spoke by phone. The talks …": the call told shortly before, where there are no negotiations."""
        near = 0 < told.contact.mark_start - draft.last_mark < 2 * _NEAR
        return near and not any(d.process and d.kind != draft.kind and not d.planned for d in drafts)

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
        near = min((abs(told.contact.mark_start - t.contact.mark_start) for t in draft.told), default=_NEAR)
        place = told.contact.place
        here = draft.place is not None and place is not None and self.places_agree(draft.place, place)
        return near < (4 * _NEAR if here else _NEAR) and (draft.place is not None or told.contact.place is not None)

    def _antecedent(self, drafts: Sequence[Draft], told: Told, anchor: dt.date | None) -> Draft | None:
        """The contact told last before a passage without names; a contact of the past fades sooner than the news."""
        mark, named = told.contact.mark_start, set(told.contact.named)

        def distance(draft: Draft) -> float:
            last, same = draft.last_mark, told.contact.start in draft.starts
            past = draft.days and draft.days.high and anchor and (anchor - draft.days.high).days > 7
            other = named and not named & draft.principals
            other = other or (told.contact.process and not draft.process and any(d.process for d in drafts))
            odd = other or (told.contact.any_kind and draft.kind != told.kind)
            return mark - last + (900 if (past or draft.earlier) and not same else 0) + (500 if odd else 0)

        fitting = [d for d in self._fitting(drafts, told) if d.first_mark < mark and not _still_ahead(d, told, anchor)]
        past = told.contact.sure or told.contact.process
        if told.status == "held" and past and any(not d.planned for d in fitting):
            fitting = [d for d in fitting if not d.planned]
        return min(fitting, key=distance, default=None)

    def _cataphor(self, drafts: Sequence[Draft], told: Told, opened: Mapping[int, int]) -> bool:
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
            or nearest is None
            or nearest[0] - mark > (1200 if told.days and told.contact.place else 700)
        ):
            return False
        self.add(after[nearest[1]][1], replace(told, principals=()))
        return True

    def _carried(self, drafts: Sequence[Draft], item: Told) -> Told | None:
        """A dated or placed contact without names takes the people of the contact told just before it."""
        c = item.contact
        if c.process or c.plural or not (item.days or c.place) or c.host or c.goes or c.rule == "contact-visit":
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

    # across articles ----------------------------------------------------------------------------------
    def all_articles(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Contacts of single articles → contacts of the whole folder. Exactly dated ones come first."""
        board = _Board(self.same_people)
        for draft in _exact_first(d for d in drafts if not self._of_states(d)):
            self._join(board, draft, self._same(board, draft))
        led: dict[frozenset[str], list[Draft]] = {}  # meetings of leaders, by the states they lead
        for event in board.events():
            if event.kind == "meeting" and all(map(self.lexicon.leads, event.principals)):
                led.setdefault(frozenset(self._states(event.principals)), []).append(event)
        for draft in _exact_first(filter(self._of_states, drafts)):
            home = self._of_leaders(led.get(frozenset(draft.principals), ()), draft)
            if home is not None:
                draft.principals = set(home.principals)
            self._join(board, draft, home or self._same(board, draft))
        return board.events()

    def _of_states(self, draft: Draft) -> bool:
        """ "The US-Russia summit in Alaska": a meeting at a place, told as one of states, and no negotiations."""
        states = draft.kind == "meeting" and not draft.process and draft.place is not None
        return states and len(draft.principals) > 1 and not any(map(self.lexicon.person, draft.principals))

    def _of_leaders(self, led: Iterable[Draft], draft: Draft) -> Draft | None:
        """The meeting at the same place, of those who lead these states."""
        fitting = [
            e for e in led
            if e.place is not None and self.places_agree(e.place, draft.place)
            and meet(e.days, draft.days) and not (e.loud and draft.loud and e.planned != draft.planned)
        ]  # fmt: skip
        return min(fitting, key=lambda e: (e.days is None, e.first), default=None)

    def _same(self, board: _Board, draft: Draft) -> Draft | None:
        """The contact kept so far that a draft means."""
        if not draft.days:
            return self._same_undated(board, draft)
        home = self._same_dated(board, draft)
        return self._on_the_eve(board, draft) if home is None and _of_lead(draft) else home

    def _join(self, board: _Board, draft: Draft, home: Draft | None) -> None:
        if home is None:
            board.add(draft)
            return
        board.remove(home)
        home.days = self._days_of(home, draft.days, draft.process)
        home.place = self.finer_place(home.place, draft.place)
        home.principals |= draft.principals
        home.published += draft.published
        if home.loose and not draft.loose:
            home.kind, home.loose = draft.kind, False
        for told in draft.told:
            home.count(told)
        board.add(home)

    def _fits(self, event: Draft, draft: Draft) -> bool:
        return (
            self.kinds_agree(event, draft.kind, draft.loose)
            and (event.kind == draft.kind or same_day(event.days, draft.days))
            and self.places_agree(event.place, draft.place)
        )

    def _same_dated(self, board: _Board, draft: Draft) -> Draft | None:
        fitting = [
            e
            for e in board.near(draft)
            if e.days
            and self._fits(e, draft)
            and (self.together(e, draft.days, draft.process) or self._loosely(e, draft))
            and (meet(e.days, draft.days) or not e.articles & draft.articles)  # one article tells them apart
        ]
        return min(fitting, key=_dated_order, default=None)

    def _on_the_eve(self, board: _Board, draft: Draft) -> Draft | None:
        """ "Smith phones Jones", in a paper of the morning after: the call that others date to the day before."""
        days = draft.days
        assert days is not None
        assert days.low is not None
        eve = days.low - _DAY
        earlier = replace_draft(draft, days=Days(eve, eve, "day", days.basis, days.anchor))
        home = self._same_dated(board, earlier)
        if home is None or home.articles & draft.articles or not same_day(home.days, earlier.days):
            return None
        draft.days = home.days
        return home

    @staticmethod
    def _loosely(event: Draft, draft: Draft) -> bool:
        """ "Last week" for the week before: a vague week just misses the day of a meeting of the same place."""
        return event.place is not None and draft.place is not None and loosely(event.days, draft.days)

    def _same_undated(self, board: _Board, draft: Draft) -> Draft | None:
        """Where an undated contact belongs: the same place, or the nearest contact of these people in time."""
        day = min(draft.published, default=None)
        best: tuple[float, int] | None = None
        home: Draft | None = None
        for number, event in board.like(draft):
            told_apart = draft.earlier != event.earlier and bool(event.articles & draft.articles)
            near = self._nearness(event, draft, day) if self._fits(event, draft) and not told_apart else None
            if near is not None and (best is None or (near, number) < best):
                best, home = (near, number), event
        return home

    def _at_home(self, draft: Draft) -> bool:
        """Whether a meeting is where one side resides, or in its capital: there they meet again and again."""
        if draft.place is None:
            return False
        place = self.lexicon.places[draft.place]
        return place.host is not None or draft.place in self.capitals

    def _nearness(self, event: Draft, draft: Draft, day: dt.date | None) -> float | None:
        placed = event.place is not None and draft.place is not None
        if event.days is None or event.days.low is None or event.days.high is None:
            if event.planned != draft.planned and draft.loud and event.loud and not placed:
                return None
            if placed or day is None or not event.published:
                return 50.0 if placed or event.planned == draft.planned else None
            apart = min(abs((day - other).days) for other in event.published)
            return 60.0 + apart if apart <= 21 else None
        if day is None:
            return 40.0 if placed else None
        if draft.planned:
            ahead = (event.days.high - day).days
            return float(ahead) if 0 <= ahead <= 21 else (70.0 if placed and -LOOSE <= ahead <= 120 else None)
        behind = (day - event.days.low).days
        limit = 400 if placed and not self._at_home(draft) else 31
        return float(behind) if 0 <= behind <= limit else None


def _of_lead(draft: Draft) -> bool:
    """Whether only the article's own day says when a contact was: it is told as the news of that day."""
    dated = [t.date_rule for t in draft.told if t.days is not None]
    return bool(dated) and all(rule == "date-lead" for rule in dated)


def _runs_on(a: Days, b: Days) -> bool:
    """Whether the days of one begin where those of the other end."""
    return touch(a, b) and not meet(a, b)


class _Shelf:
    """Contacts of the same people, by day."""

    def __init__(self) -> None:
        self.all: dict[int, Draft] = {}  # by number
        self.by_day: dict[dt.date, set[int]] = {}
        self.wide: set[int] = set()  # those of many days

    def put(self, number: int, draft: Draft) -> None:
        """Keep a contact."""
        self.all[number] = draft
        for day in _days(draft.days) or ():
            self.by_day.setdefault(day, set()).add(number)
        if draft.days and _days(draft.days) is None:
            self.wide.add(number)

    def take(self, number: int) -> None:
        """Drop a contact, before its days change."""
        draft = self.all.pop(number)
        for day in _days(draft.days) or ():
            self.by_day[day].discard(number)
        self.wide.discard(number)

    def near(self, span: Sequence[dt.date] | None) -> Iterable[int]:
        """The numbers of contacts on some days; None stands for too many days to list."""
        if span is None or len(self.all) <= len(span):
            return self.all
        return self.wide.union(*(self.by_day.get(day, ()) for day in span))


_NARROW = 62  # an interval of more days is not listed day by day


def _days(days: Days | None, margin: int = 0) -> list[dt.date] | None:
    """The days of an interval, one by one; none if they are not known, None if there are too many."""
    if days is None or days.low is None or days.high is None:
        return None if days else []
    length = (days.high - days.low).days
    if length > _NARROW:
        return None
    return [days.low + dt.timedelta(days=n) for n in range(-margin, length + 1 + margin)]


class _Board:
    """The contacts of all articles so far, so arranged that those of the same people and days are found at once."""

    def __init__(self, same_people: Callable[[frozenset[str], frozenset[str]], bool]) -> None:
        self.same_people = same_people
        self.shelves: dict[frozenset[str], _Shelf] = {}
        self.fitting: dict[frozenset[str], list[frozenset[str]]] = {}  # people → shelves of the same people
        self.numbers: dict[int, tuple[int, frozenset[str]]] = {}  # identity → number, shelf

    def events(self) -> list[Draft]:
        """All contacts, in the order they were first added."""
        return [
            draft
            for _, draft in sorted(
                ((n, d) for s in self.shelves.values() for n, d in s.all.items()), key=lambda row: row[0]
            )
        ]

    def add(self, draft: Draft) -> None:
        """Keep a contact, new or changed; a changed one keeps its number."""
        people = frozenset(draft.principals)
        number = self.numbers[id(draft)][0] if id(draft) in self.numbers else len(self.numbers)
        self.numbers[id(draft)] = number, people
        if people not in self.shelves:
            self.shelves[people] = _Shelf()
            for others, keys in self.fitting.items():
                if self.same_people(people, others):
                    keys.append(people)
        self.shelves[people].put(number, draft)

    def remove(self, draft: Draft) -> None:
        """Take out a contact that is about to change."""
        number, people = self.numbers[id(draft)]
        self.shelves[people].take(number)

    def _shelves(self, draft: Draft) -> list[_Shelf]:
        people = frozenset(draft.principals)
        if people not in self.fitting:
            self.fitting[people] = [key for key in self.shelves if self.same_people(key, people)]
        return [self.shelves[key] for key in self.fitting[people]]

    def near(self, draft: Draft) -> Iterator[Draft]:
        """Contacts of the same people on about the same days."""
        span = _days(draft.days, margin=LOOSE)
        for shelf in self._shelves(draft):
            for number in shelf.near(span):
                yield shelf.all[number]

    def like(self, draft: Draft) -> Iterator[tuple[int, Draft]]:
        """All contacts of the same people, with their numbers."""
        for shelf in self._shelves(draft):
            yield from shelf.all.items()


def _exact_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Exactly dated ones first, those that only their articles' days date last of these; then the undated."""
    drafts = list(drafts)
    dated = sorted((d for d in drafts if d.days), key=lambda d: (_of_lead(d), _dated_order(d)))
    return [*dated, *sorted((d for d in drafts if not d.days), key=lambda d: (d.place is None, d.first))]


def _dated_order(draft: Draft) -> tuple[dt.timedelta, dt.date, tuple[str, int]]:
    assert draft.days is not None
    low, high = draft.days.low or dt.date.min, draft.days.high or dt.date.max
    return high - low, low, draft.first
