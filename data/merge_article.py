"""Which passages of one article mean the same contact.

Lives here: `ArticleMerger`, the order in which passages are placed, and those that name who took part. Must not live
here: passages without names (`data.merge_again`), negotiations (`data.merge_talks`), or other articles (`data.merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec.structs import replace

from data.extract.finds import Days
from data.merge_again import NEAR, Again
from data.merge_draft import Draft, of_lead
from data.merge_likeness import Likeness, apart
from data.merge_talks import Talks, round_ahead
from data.told import Told, from_days, later_than, meet, same_day

_DAY = dt.timedelta(days=1)
_LATE = dt.timedelta(days=3)  # by which an article may be later than the news of its headline
_HEADLINE = 120  # characters from the beginning of an article within which a headline tells its news
_LEAD = 400  # and those behind, within which the first lines tell it with its day
_BEHIND = 60  # characters between a contact and another that it came after


def _late(draft: Draft, told: Told) -> bool:
    """Whether a passage says on which of the days right before the article a contact was that it tells as news."""
    c, days = told.contact, told.days
    if not of_lead(draft) or draft.days is None or draft.days.low is None or days is None or days.low is None:
        return False
    says = told.date_rule == "date-beside-event" or (c.date is not None and c.date.says_day)
    if c.earlier or told.status != "held" or not says:
        return False
    return days.low == days.high and dt.timedelta() < draft.days.low - days.low <= _LATE


def _followed(again: Told, told: Told) -> bool:
    """Whether a passage names, right behind a contact, another that came before it: "after the summit"."""
    c = again.contact
    after = c.aftermath and c.definite and c.start == told.contact.start
    return after and 0 < c.mark_start - told.contact.mark_end <= _BEHIND


class ArticleMerger:
    """The contacts of one article, growing passage by passage."""

    def __init__(self, like: Likeness) -> None:
        self.like, self.again, self.talks = like, Again(like), Talks(like)

    def merge(self, told: Sequence[Told], anchor: dt.date | None) -> tuple[list[Draft], list[Told]]:
        """The passages of one article, in order → its contacts, and the passages that found no place."""
        drafts: list[Draft] = []
        later: list[Told] = []
        for item in (t for t in told if not t.contact.tentative):
            if not self._place_told(drafts, item, anchor, later):
                later.append(item)
        later = self.talks.of_parties(drafts, later, [t for t in told if t.contact.rule == "contact-parties"], anchor)
        drafts = self._suggested_elsewhere(drafts)
        opened = {id(d): d.first_mark for d in drafts}
        left = [item for item in later if not self.again.cataphor(drafts, item, opened)]
        for item in (t for t in told if t.contact.tentative):
            self._tentative(drafts, item, anchor)
        for draft in drafts:
            self._day_after_another(drafts, draft)
        return [d for d in drafts if not d.idle], left + [t for d in drafts if d.idle for t in d.told]

    @staticmethod
    def _day_after_another(drafts: Sequence[Draft], draft: Draft) -> None:
        """ "Smith phoned Jones after Friday's summit": the day of the summit or the next, up to the article's own."""
        if draft.days is not None or draft.planned or draft.process or draft.earlier:
            return
        for n, told in enumerate(draft.told):
            if not told.principals or told.status != "held":
                continue
            first = next((d for d in drafts if d is not draft and any(_followed(t, told) for t in d.told)), None)
            days = first.days if first else None
            if days is not None and days.low is not None and days.low == days.high and days.anchor is not None:
                high = min(days.low + _DAY, max(days.anchor, days.low))
                draft.days = Days(days.low, high, "range", "inferred", days.anchor)
                draft.told[n] = replace(told, days=draft.days, date_rule="date-after")
                return

    def _tentative(self, drafts: Sequence[Draft], told: Told, anchor: dt.date | None) -> None:
        """ "No plans for a meeting", "a possible summit": of the plan of these people, if the article tells of one."""
        c = told.contact
        if c.rule == "contact-parties":
            self.talks.parties_again(drafts, told)
            return
        if c.rule == "contact-said":
            self.again.said(drafts, told, anchor)
            return
        if c.other or c.plural or not (c.definite or len(c.principals) > 1):
            return
        homes = [
            d
            for d in drafts
            if d.loud == d.ahead > 0 and d.kind == told.kind and self.like.same_people(d.principals, told.principals)
            and meet(d.days, told.days) and self.like.places_agree(d.place, c.place)
            and ({*told.principals} <= d.principals or c.place is None or d.place is not None)
        ]  # fmt: skip
        if len(homes) == 1 or (homes and len(c.principals) > 1):
            home = min(homes, key=lambda d: abs(d.last_mark - c.mark_start))
            self.like.add(home, replace(told, principals=(), days=None))
        elif homes and c.definite and told.status == "cancelled":
            self._off_again(homes, told)

    def _off_again(self, homes: Sequence[Draft], told: Told) -> None:
        """ "A meeting of A and B was shelved. The meeting this week is not needed": the one told right before."""
        mark = told.contact.mark_start
        near = [(mark - t.contact.mark_start, n) for n, d in enumerate(homes) for t in d.told]
        gap, which = min((row for row in near if row[0] > 0), default=(NEAR, 0))
        if gap < NEAR and any(t.status == "cancelled" for t in homes[which].told):
            self.like.add(homes[which], replace(told, principals=()))

    def _place_told(
        self, drafts: list[Draft], item: Told, anchor: dt.date | None, later: list[Told] | None = None
    ) -> bool:
        """Count a passage to a contact told before it, or open a new one; False where neither is possible yet."""
        if self._explicit(item):
            item = self._counted(drafts, self._sequel(drafts, item))
            home = self._home(drafts, item) or self._suggested(drafts, item)
            if home:
                own = set(item.principals) <= home.principals
                keeps = own or not (self._only_suggested(item) or self.like.stand_for(home, item))
                self.like.add(home, item if keeps else replace(item, principals=()))
            else:
                drafts.append(self.like.new(item))
            return True
        if item.contact.rule == "contact-delegation":
            return self.talks.delegation(drafts, item)
        if item.contact.rule == "contact-attended":
            return self.talks.guests(drafts, item, later) or self.talks.hosted(drafts, later, item)
        if item.contact.plural and item.days:
            if self._all_of_them(drafts, item):
                return True
            if not self.again.one_before(item):
                return False
        if loose := self._as_told_near(drafts, item):
            return self._place_told(drafts, loose, anchor)
        if self.talks.next_round(drafts, item):
            return True
        held_round = item.contact.round and item.status != "planned"  # "another round ended": the news
        second = item.contact.fresh and item.contact.indefinite and not item.contact.process  # "a second call"
        other = (item.contact.other and not held_round) or second
        home = None if other else self.again.antecedent(drafts, item, anchor)
        if home and home.earlier != item.contact.earlier and item.contact.earlier:
            home = None
        if home is None and (home := self._day_of_news(drafts, item)) is not None:
            home.days = item.days
        if home is None and not other and (home := self._spoken_of(drafts, item, anchor)) is not None:
            item = replace(item, days=None)
        if home and round_ahead(home, item):
            home = None
        if self._known(item) and (home is None or (home.planned and item.status == "held")):
            home = self._home(drafts, item)
            if home is None:
                drafts.append(self.like.new(item))
                return True
        if home:
            self.like.add(home, replace(item, principals=()))
            return True
        carried = self.again.carried(drafts, item)
        if carried is None:
            return False
        match = self._home(drafts, carried)
        if match:
            self.like.add(match, carried)
        else:
            drafts.append(self.like.new(carried))
        return True

    def _as_told_near(self, drafts: Sequence[Draft], item: Told) -> Told | None:
        """ "A colloquy with C is also planned": of the kind of the contact beside it that somebody of both had."""
        c = item.contact
        known = any(self.like.same_people(d.principals, item.principals) for d in drafts)
        if not c.loose or not c.sure or c.plural or c.process or c.verb or len(item.principals) < 2 or known:
            return None
        near = [d for d in drafts if 0 < c.mark_start - d.last_mark < 2 * NEAR and d.principals & {*item.principals}]
        last = max(near, key=lambda d: d.last_mark, default=None)
        if last is None:
            return None
        return replace(item, kind=last.kind, contact=replace(c, loose=False, kind=last.kind))

    @staticmethod
    def _sequel(drafts: Sequence[Draft], item: Told) -> Told:
        """A contact that "then" took place, with the day of the one told right before it."""
        if item.date_rule == "date-soon" and item.status == "held":  # "on Monday, hours after he had phoned Jones"
            here = [d for d in drafts if item.contact.start in d.starts and not d.planned]
            day = here[0].days if len(here) == 1 else None
            if day is not None and day.low is not None and day.low == day.high:
                return replace(item, days=replace(day, basis="inferred"), date_rule="date-sequel")
        if not item.contact.sequel or item.days is not None or item.status != "held":
            return item
        mark = item.contact.mark_start
        before = [d for d in drafts if 0 < mark - d.last_mark <= 2 * NEAR and not d.planned and not d.earlier]
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

    def _known(self, told: Told) -> bool:
        """ "The recent conversation between Smith and Jones": a contact, whatever its kind."""
        c = told.contact
        known = c.rule == "contact-between" and c.definite and not (c.plural or c.process or c.other)
        return known and len(told.principals) > 1 and all(map(self.like.lexicon.person, told.principals))

    def _home(self, drafts: Sequence[Draft], told: Told) -> Draft | None:
        for draft in reversed(drafts):
            if not self.like.kinds_agree(draft, told.kind, self.like.vague(told)):
                continue
            if not self.like.same_people(draft.principals, told.principals) and not self.like.stand_for(draft, told):
                continue
            if not self.like.places_agree(draft.place, told.contact.place):
                continue
            if self._day_of_headline(draft, told):
                draft.days = told.days
            if not self.like.together(draft, told.days, told.contact.process):
                continue
            if draft.kind != told.kind and not same_day(draft.days, told.days) and not self._names_kind(draft, told):
                continue
            if self._contrasted(draft, told) or round_ahead(draft, told):
                continue
            if self._day_before(draft, told):
                draft.days = later_than(draft.days, told.days)
                continue
            if apart(draft, told) and (
                (draft.days is None) != (told.days is None) or (draft.days is None and not told.contact.definite)
            ):
                continue
            return draft
        return None

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
            and self.like.places_agree(d.place, told.contact.place) and not self._contrasted(d, told)
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
                and d.place is not None and draft.place is not None and self.like.places_agree(d.place, draft.place)
            ]  # fmt: skip
            if len(homes) == 1:
                kept = [d for d in kept if d is not draft]
                for passage in draft.told:
                    self.like.add(homes[0], replace(passage, principals=()))
        return kept

    @staticmethod
    def _day_of_headline(draft: Draft, told: Told) -> bool:
        """ "Smith meets Jones", a headline, and then "Smith met Jones on Friday": the day the news is of."""
        c = told.contact
        if not _late(draft, told) or len(draft.told) > 1 or c.sequel:
            return False
        return draft.first_mark <= _HEADLINE and c.mark_start - draft.first_mark <= _LEAD

    @staticmethod
    def _day_of_news(drafts: Sequence[Draft], told: Told) -> Draft | None:
        """ "Smith has spoken to Jones", and then "The call on Tuesday lasted an hour": the day the news is of."""
        c = told.contact
        if c.rule != "contact-again" or not c.definite or c.other or c.fresh or c.plural or c.loose or c.verb:
            return None
        before = [d for d in drafts if d.kind == told.kind]
        home = before[0] if len(before) == 1 else None
        if home is None or home.loose or not _late(home, told) or not {*told.principals} <= home.principals:
            return None
        return home if 0 < c.mark_start - home.last_mark <= _LEAD else None

    def _spoken_of(self, drafts: Sequence[Draft], told: Told, anchor: dt.date | None) -> Draft | None:
        """ "On Saturday, Smith called the summit useful": the one of the days before, of which he spoke that day."""
        c, days = told.contact, told.days
        if c.rule != "contact-again" or not c.definite or c.sure or c.plural or c.process or told.status != "held":
            return None
        home = self.again.antecedent(drafts, replace(told, days=None), anchor)
        if home is None or days is None or days.low is None or home.days is None or home.days.high is None:
            return None
        return home if dt.timedelta() < days.low - home.days.high <= _LATE else None

    @staticmethod
    def _names_kind(draft: Draft, told: Told) -> bool:
        """ "Smith spoke with an envoy", of which the words leave the kind open, and then "his call with the envoy"."""
        named = told.kind == "call" and not told.contact.loose and told.days is None and told.contact.place is None
        return named and draft.loose and draft.place is None and told.status == "held" and not draft.planned

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

    def _all_of_them(self, drafts: Sequence[Draft], told: Told) -> bool:
        """ "After Monday's calls": every contact of that kind told before that can have been on that day."""
        homes = [
            d
            for d in drafts
            if d.kind == told.kind and set(told.principals) <= d.principals and meet(d.days, told.days)
            and not d.planned and self.like.places_agree(d.place, told.contact.place)
        ]  # fmt: skip
        for home in homes:
            self.like.add(home, replace(told, principals=()))
        return bool(homes)
