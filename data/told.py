"""Contacts as single passages tell them, with the days their date words mean once the article's own day is known.

Lives here: `Told`, `Calendar`, arithmetic of days. Must not live here: the articles' days (`data.article_days`) or
which passages mean the same contact (`data.merge`).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal

import msgspec
from msgspec.structs import replace

from data.document import Sentence
from data.extract.article import ArticleFinds
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind, Follow, resolve_date
from data.extract.days import CalendarUnit
from data.extract.finds import Days, Status
from data.extract.rules import Rule

RULES = (
    Rule(
        "date-lead",
        "A contact told in the first sentences as just done, or talks as having ended, without a date: the article's "
        "day or the one before; of both, the only one that its date words name. So is the call after which somebody "
        "spoke.",
        "«Rossi ha parlato al telefono con Bianchi»",
        "“Smith has spoken by phone with Jones”",
    ),
    Rule(
        "date-just",
        "“Has just met”, or “earlier” at the beginning of a sentence: the article's day.",
        "«Rossi ha appena incontrato Bianchi»",
        "“Earlier, Smith met Jones in Rome”",
    ),
    Rule(
        "date-ongoing",
        "A contact told as going on, without a date: the article's day.",
        "«È in corso la telefonata tra Rossi e Bianchi»",
        "“Smith and Jones are meeting in Rome”",
    ),
    Rule(
        "date-told-on",
        "What somebody said on a day that he had done, without a day of its own: that day or the one before.",
        "«Rossi ha scritto martedì di aver incontrato Bianchi»",
        "“Smith said on Tuesday that he had met Jones”",
    ),
    Rule(
        "date-soon",
        "“A few hours after” or “on the eve of” another contact: within a day of the article.",
        "«poche ore dopo l'incontro»",
        "“hours after the meeting”",
    ),
    Rule(
        "date-eve",
        "“On the eve of” a contact, behind a day: the day after it.",
        "«il 3 maggio, alla vigilia di un incontro»",
        "“on 3 May, on the eve of a meeting”",
    ),
    Rule(
        "date-sequel",
        "A contact that followed the one told right before it, or was at another hour of its day: the same day.",
        "«Rossi ha parlato con Bianchi martedì. Ha poi telefonato a Verdi»",
        "“Smith spoke with Jones on Tuesday. He then phoned Brown”",
    ),
    Rule(
        "date-after",
        "A contact after another that the sentence names: the day of that one or the next.",
        "«Rossi ha sentito Bianchi dopo il vertice di venerdì»",
        "“Smith phoned Jones after Friday's summit”",
    ),
    Rule(
        "date-day-part",
        "A contact of a part of a day without the day: that of the last day told shortly before, else of the article.",
        "«Martedì Rossi era a Roma. In serata ha sentito Bianchi»",
        "“Smith was in Rome on Tuesday. In the evening he phoned Jones”",
    ),
    Rule(
        "date-counted",
        "A contact so many days before or after another that opens the sentence: counted from the days of that one.",
        "«Il giorno prima dei colloqui, Rossi ha incontrato Bianchi»",
        "“The day before the talks began, Smith met Jones”",
    ),
    Rule(
        "date-said",
        "“Today” within words that somebody said on a day that is told: counted from that day.",
        "«“Oggi ho sentito Rossi”, ha detto lunedì Bianchi»",
        "“‘I met Jones today,’ Smith said on Monday”",
    ),
    Rule(
        "date-beside-event",
        "“A day after the call”: counted back from the other date of the sentence, else from the article's day, which "
        "is then that of the contact that came a day after it. Where a day is told behind, it is that of the call.",
        "«martedì, un giorno dopo la telefonata»",
        "“on Tuesday, a day after the call”",
    ),
)  # fmt: skip

_DAY = dt.timedelta(days=1)
LOOSE = 3  # days by which a vague week may miss the day it speaks of
_NEWS = (
    "contact-verb",
    "contact-with",
    "contact-held",
    "contact-told",
    "contact-there",
)  # rules that tell a contact as an act
_NAMED = ("contact-again", "contact-parties")  # rules that only name a contact
_ATTRIBUTE = 20  # characters between a day and "the planned meeting" behind it
_NEXT = 30  # characters between a day and "on the eve of a meeting" behind it
_CAME = 48  # characters in "with Smith came just" between a contact and "a day after" another
_CREDIT = 30  # characters between the words that credit a quote and the day it was said on
_SAME_SPEECH = 400  # characters within which the next quote of somebody is of the same day
_DAY_TOLD = 400  # characters before "in the evening" within which its day is told
_STATED = ("day", "weekday")
_LEAD = 2  # sentences in which a contact without a date may be the news of the day
_BELOW = 4  # sentences in which "speaking after a call with Jones" may be of the news
_OPENS = 40  # characters from where a sentence begins to the contact after which something was said
_FRAGMENT = 5  # words of a dateline, a stamp or "No cameras this time.", which is no sentence of news behind a headline
_STAMPS = 3  # such fragments that may stand before the news


class Told(msgspec.Struct, frozen=True):
    """A contact as one passage tells it, with its days."""

    article_id: str
    order: int  # index in the article's list of contacts
    contact: Contact
    days: Days | None
    date_rule: str | None
    status: Status
    principals: tuple[str, ...]
    kind: Literal["call", "meeting"]


def silent(told: Told) -> bool:
    """A passage that names a contact without saying whether it took place or a day before that of the article."""
    if told.contact.tentative and not told.contact.sure:
        return True
    if told.status != "held" or told.contact.status == "planned":
        return False
    today = told.days is not None and told.days.high == told.days.anchor
    return (not told.days or today) and not told.contact.sure


def _from_its_day(contact: Contact) -> int:
    """Characters between a contact and its date."""
    if contact.date is None:
        return 0
    return max(contact.date.start - contact.mark_end, contact.mark_start - contact.date.end, 0)


class Calendar:
    """The days of one article's date words, once its own day is known."""

    def __init__(self, finds: ArticleFinds, published: dt.date | None) -> None:
        self.finds, self.anchor = finds, published
        self.counted = {c.date for c in finds.claims if c.property == "ordinal" and c.date is not None}
        tense: dict[DateFind, Literal["past", "future"]] = {
            c.date: "past" if (c.status in ("held", "ongoing") and not c.present) or c.went else "future"
            for c in sorted(finds.contacts, key=_from_its_day, reverse=True)  # the nearest has the last word
            if c.date
        }
        for tie in finds.ties:
            if tie.date is not None and tie.date not in tense:
                tense[tie.date] = "past" if tie.status == "held" else "future"
        self._headline = finds.sentences[0].start if finds.sentences else -1
        self._lead = _lead(finds.sentences)
        self._below = _lead(finds.sentences, _BELOW)
        self._after = [
            d for d in finds.dates
            if d.hangs_on == "event" and isinstance(d.spec, Follow) and d.spec.unit in ("day", "week")
        ]  # fmt: skip
        self._dated = {c.date for c in finds.contacts if c.date is not None}
        self.days: list[Days | None] = []
        self.of: dict[DateFind, Days | None] = {}
        context: dt.date | None = None
        self.said: set[DateFind] = set()  # "today" of another day than the article's
        said = self._said_on() if published else []
        for find in finds.dates:
            days = resolve_date(find, self._day_of_words(find, said), context=context, tense=tense.get(find))
            days = None if self._years_ahead(find, days) else days
            self.days.append(days)
            self.of[find] = days
            if days and days.low and days.low == days.high and find.hangs_on is None:
                context = days.low

    @cached_property
    def _named(self) -> frozenset[dt.date]:
        """The single days that the article names, but for those of other contacts."""
        return frozenset(
            days.low
            for find, days in self.of.items()
            if find.says_day and find.relation == "on" and find.hangs_on is None and find not in self._dated
            and days is not None and days.low is not None and days.low == days.high
        )  # fmt: skip

    def _years_ahead(self, find: DateFind, days: Days | None) -> bool:
        """ "Three years later" that would be ahead of the article: counted from a day that it does not tell."""
        spec = find.spec
        long = isinstance(spec, Follow) and spec.unit in ("month", "year")
        return bool(long and days and days.low and self.anchor and days.low > self.anchor)

    def _said_on(self) -> list[tuple[int, int, DateFind]]:
        """Quotes in text order, each with the day beside the words that credit it: "…, Smith said late on Thursday"."""
        dates = sorted((d for d in self.finds.dates if d.kind in _STATED and d.relation == "on"), key=lambda d: d.start)
        starts = [d.start for d in dates]
        out: list[tuple[int, int, DateFind]] = []
        last: tuple[str | None, int, DateFind] | None = None
        for quote in self.finds.quotes if dates else ():
            if quote.credit_start is None or quote.credit_end is None or quote.form != "direct":
                continue
            low = bisect_left(starts, quote.credit_start - _CREDIT)
            high = bisect_left(starts, quote.credit_end + _CREDIT)
            near = next((d for d in dates[low:high] if not quote.start <= d.start < quote.end), None)
            if near is not None:
                last = (quote.speaker, quote.end, near)
            elif last is None or last[0] != quote.speaker or quote.start - last[1] > _SAME_SPEECH:
                continue
            out.append((quote.start, quote.end, near or last[2]))
        return sorted(out, key=lambda row: row[:2])

    def _day_of_words(self, find: DateFind, said: Sequence[tuple[int, int, DateFind]]) -> dt.date | None:
        """The day from which a date counts: for "today" within a quote, the day on which it was said."""
        if find.kind != "relative_day" or self.anchor is None:
            return self.anchor
        at = bisect_left(said, find.start + 1, key=lambda row: row[0]) - 1
        if at < 0 or not said[at][0] <= find.start < said[at][1]:
            return self.anchor
        days = resolve_date(said[at][2], self.anchor, tense="past")
        if days is None or days.low is None or days.low != days.high or not 0 <= (self.anchor - days.low).days <= 7:
            return self.anchor
        if days.low != self.anchor:
            self.said.add(find)
        return days.low

    def told(self, article_id: str, order: int, contact: Contact) -> Told:
        """A contact with its days; a plan whose day is past counts as held, one of a day to come as planned."""
        contact = self._in_headline(contact)
        days, rule = self._days(contact)
        status = contact.status
        past = days is not None and days.high is not None and self.anchor is not None and days.high < self.anchor
        if contact.tentative:
            return Told(article_id, order, contact, days, rule, status, contact.principals, contact.kind)
        if status == "planned" and past and not contact.went and (contact.verb or self._apart(contact)):
            days, rule = None, None  # "will meet, as was announced on Monday": a day that is past is that of the news
        if days and self.anchor and days.low and days.high and status != "cancelled":
            if days.high < self.anchor:
                status = "held"
            elif days.low > self.anchor or contact.went or self._today(contact, days):
                status = "planned"
        return Told(article_id, order, contact, days, rule, status, contact.principals, contact.kind)

    def _in_headline(self, contact: Contact) -> Contact:
        """ "Smith hails talks with Jones": a headline leaves out articles, so that its contacts count as known."""
        bare = not (contact.definite or contact.indefinite or contact.verb) and contact.start == self._headline
        return replace(contact, definite=True) if bare and contact.rule in _NAMED else contact

    def _days(self, contact: Contact) -> tuple[Days | None, str | None]:
        find = contact.date
        if find is not None:
            if find.hangs_on == "event" and isinstance(find.spec, Follow):
                return self._beside(contact, find), "date-beside-event"
            days = None if self._too_wide(find) or self._only_counts(find) else self.of.get(find)
            if days is None and find.hangs_on == "context":  # "a day earlier" than the news
                days = resolve_date(find, self.anchor, context=self.anchor)
            if days is not None and not self._years_ahead(find, days):
                return days, "date-said" if find in self.said else find.rule
        if find is None and contact.told_on is not None:
            said = self.of.get(contact.told_on)
            if said and said.low and said.low == said.high:
                return Days(said.low - _DAY, said.low, "range", said.basis, said.anchor), "date-told-on"
        if self.anchor is None:
            return None, None
        if contact.just and find is None:
            return Days(self.anchor, self.anchor, "day", "resolved", self.anchor), "date-just"
        if find is None and (days := self._came_after(contact)):
            return days, "date-beside-event"
        if contact.soon:
            base = self._right_before(contact)
            if base and contact.status == "planned":
                return Days(base + _DAY, base + _DAY, "day", "resolved", self.anchor), "date-eve"
            low, high = (
                (self.anchor, self.anchor + _DAY) if contact.status == "planned" else (self.anchor - _DAY, self.anchor)
            )
            return Days(low, high, "range", "resolved", self.anchor), "date-soon"
        if find is None and contact.day_part and (day := self._day_before(contact)):
            return Days(day, day, "day", "inferred", self.anchor), "date-day-part"
        if find is None and self._goes_on(contact):
            return Days(self.anchor, self.anchor, "day", "resolved", self.anchor), "date-ongoing"
        if find is None and self._is_news(contact):
            return self._day_of_news(contact, self.anchor), "date-lead"
        return None, None

    def _day_of_news(self, contact: Contact, anchor: dt.date) -> Days:
        """The article's day or the one before: that of both which its date words name, if they name one alone."""
        named = self._named & {anchor, anchor - _DAY}
        today = contact.kind == "call" and contact.rule != "contact-told" and contact.start in self._lead
        low = anchor if today else anchor - _DAY
        low, high = (*named, *named) if len(named) == 1 else (low, anchor)
        return Days(low, high, "day" if low == high else "range", "inferred", anchor)

    def _today(self, contact: Contact, days: Days) -> bool:
        """ "Oggi Rossi riceve Bianchi": in the present, with the word for the article's own day, it is still ahead."""
        said = (
            contact.date is not None and contact.date.kind == "relative_day" and contact.date.start < contact.mark_start
        )
        return contact.present and said and days.low == days.high == self.anchor

    @staticmethod
    def _apart(contact: Contact) -> bool:
        """Whether the day stands well before the contact: "doubts arose on Monday over a planned meeting"."""
        return contact.date is not None and contact.mark_start - contact.date.end > _ATTRIBUTE

    @staticmethod
    def _too_wide(find: DateFind) -> bool:
        """ "This year" counts contacts; it dates none."""
        return isinstance(find.spec, CalendarUnit) and find.spec.unit == "year" and not find.spec.shift

    def _only_counts(self, find: DateFind) -> bool:
        """ "Their third meeting in 2026", in an article of that year: the year is what is counted, not when it was."""
        days = self.of.get(find)
        if find.kind != "year" or find not in self.counted or days is None or self.anchor is None:
            return False
        return days.low is not None and days.low.year == self.anchor.year

    def _right_before(self, contact: Contact) -> dt.date | None:
        """ "On 3 May, on the eve of a meeting": the day named right before a contact that is a day ahead of it."""
        for find, days in self.of.items():
            if contact.start <= find.start and 0 <= contact.mark_start - find.end <= _NEXT and find.relation == "on":
                return days.low if days and days.low == days.high else None
        return None

    def _beside(self, contact: Contact, find: DateFind) -> Days | None:
        """ "A day after the call": the day told behind is the contact's own, else counted back from the other."""
        base = Days(self.anchor, self.anchor, "day", "resolved", self.anchor)
        for other, days in self._others(contact, find):
            if other.start > find.end:
                return days
            base = days
        return from_days(find, base, back=True)

    def _others(self, contact: Contact, find: DateFind) -> Iterator[tuple[DateFind, Days]]:
        """The other dates of a sentence that say one day, each with it."""
        for other, days in self.of.items():
            apart = contact.start <= other.start < contact.end and other is not find and other.hangs_on is None
            if apart and days and days.low is not None and days.low == days.high:
                yield other, days

    def _came_after(self, contact: Contact) -> Days | None:
        """ "The Smith-Jones talks came a day after Brown phoned Smith": of the day from which that is counted back.

        Where a day is told of what it came after, "a day after Brown met Smith on Friday", it is counted from that.
        """
        if contact.verb or contact.earlier or contact.status != "held" or self.anchor is None:
            return None
        named = len(contact.principals) > 1
        if not named and not (contact.rule == "contact-again" and contact.definite and not contact.plural):
            return None
        for find in self._after:
            if not contact.mark_end < find.start < min(contact.mark_end + _CAME, contact.end):
                continue
            others = list(self._others(contact, find))
            behind = next((days for other, days in others if other.start > find.end), None)
            if behind is not None:
                return from_days(find, behind)
            if named and not others and find in self._dated:
                return Days(self.anchor, self.anchor, "day", "inferred", self.anchor)
        return None

    def _day_before(self, contact: Contact) -> dt.date | None:
        """The last day told shortly before a contact, on its side of the article's day; else that day."""
        again = contact.definite and not contact.verb and contact.status == "held"
        if len(contact.principals) < 2 or contact.plural or contact.earlier or again or contact.status == "cancelled":
            return None
        day, ahead = self.anchor, contact.status == "planned"
        for find, days in self.of.items():
            if not contact.mark_start - _DAY_TOLD <= find.start < contact.mark_start or find.relation != "on":
                continue
            if days and self.anchor and days.low and days.low == days.high and find.hangs_on is None:
                fits = days.low >= self.anchor if ahead else days.low <= self.anchor
                day = days.low if fits else day
        return day

    def _goes_on(self, contact: Contact) -> bool:
        """One contact, not several, that is told as going on; negotiations in the lead, with their place."""
        lead = contact.start in self._lead
        single = lead and contact.place is not None if contact.process else not contact.plural
        single = single and not contact.earlier
        return contact.status == "ongoing" and single and len(contact.principals) >= 2

    def _is_news(self, contact: Contact) -> bool:
        if len(contact.principals) < 2 or contact.loose or contact.plural or contact.earlier:
            return False
        if contact.counted or contact.sequel:
            return False  # told by its distance from another
        if contact.process and not (contact.rule == "contact-held" and set(contact.principals) <= set(contact.named)):
            ended = contact.ended and contact.place is not None
            return ended and contact.start in self._lead
        if contact.status not in ("held", "ongoing") or not contact.sure:
            return False
        told = contact.rule in _NEWS and not contact.definite
        return told and (contact.start in self._lead or self._occasion(contact))

    def _occasion(self, contact: Contact) -> bool:
        """ "Speaking after a call with Jones, Smith said": further below, of which what was said then is the news."""
        opens = contact.aftermath and contact.mark_start - contact.start <= _OPENS
        return opens and contact.indefinite and contact.rule == "contact-with" and contact.start in self._below


def _lead(sentences: Sequence[Sentence], most: int = _LEAD) -> frozenset[int]:
    """Where the headline and the sentence below it start: a dateline or a stamp between them counts as neither.

    Of `most` sentences, where others than two are asked for.
    """
    starts: list[int] = []
    news = 0
    for sentence in sentences[: most + _STAMPS]:
        starts.append(sentence.start)
        below = sentence.paragraph != sentences[0].paragraph
        news += not below or sentence.last - sentence.first > _FRAGMENT
        if news == most:
            break
    return frozenset(starts)


def from_days(find: DateFind, days: Days | None, back: bool = False) -> Days | None:
    """A day counted from the days of a contact, before the first or after the last; `back` to what it follows."""
    scale = {"day": 1, "week": 7}.get(find.spec.unit) if isinstance(find.spec, Follow) else None
    if scale is None or not isinstance(find.spec, Follow) or days is None or days.low is None or days.high is None:
        return None
    sign = -scale if back else scale
    base = days.low if sign * find.spec.high < 0 else days.high
    low, high = sorted(base + dt.timedelta(days=n * sign) for n in (find.spec.low, find.spec.high))
    return Days(low, high, "day" if low == high else "range", "inferred", days.anchor)


def meet(a: Days | None, b: Days | None) -> bool:
    """Whether two intervals of days share a day; an unknown one meets every other."""
    if a is None or b is None or a.low is None or b.low is None or a.high is None or b.high is None:
        return True
    return a.low <= b.high and b.low <= a.high


def touch(a: Days | None, b: Days | None) -> bool:
    """Whether two intervals share a day or one begins the day after the other."""
    if a is None or b is None or a.low is None or b.low is None or a.high is None or b.high is None:
        return True
    return a.low <= b.high + _DAY and b.low <= a.high + _DAY


def loosely(a: Days | None, b: Days | None) -> bool:
    """Whether one interval is a vague week or more, and the other begins or ends at most `LOOSE` days beside it."""
    if a is None or b is None or a.low is None or b.low is None or a.high is None or b.high is None:
        return False
    vague = max(a.high - a.low, b.high - b.low) >= 6 * _DAY
    return vague and a.low <= b.high + LOOSE * _DAY and b.low <= a.high + LOOSE * _DAY


def later_than(days: Days | None, other: Days | None) -> Days | None:
    """Some days without those up to the end of others; all of them if nothing would be left."""
    if days is None or other is None or days.high is None or other.high is None or days.high <= other.high:
        return days
    low = max(days.low or days.high, other.high + _DAY)
    return Days(low, days.high, "day" if low == days.high else "range", days.basis, days.anchor)


def union(a: Days, b: Days) -> Days:
    """The days from the first to the last of both."""
    lows = [d.low for d in (a, b) if d.low]
    highs = [d.high for d in (a, b) if d.high]
    finer = min(a, b, key=lambda d: _BASES.index(d.basis))
    return Days(min(lows), max(highs), "range", finer.basis, finer.anchor)


def same_day(a: Days | None, b: Days | None) -> bool:
    """Whether both are known to the day, and the day is the same."""
    return a is not None and b is not None and a.low is not None and a.low == a.high == b.low == b.high


_BASES = ("stated", "resolved", "inferred", "unknown")


def common(a: Days | None, b: Days | None) -> Days | None:
    """The days both allow; the better known of the two gives the basis."""
    if a is None or b is None:
        return a or b
    if a.low is None or b.low is None or a.high is None or b.high is None:
        return a if a.low else b
    low, high = max(a.low, b.low), min(a.high, b.high)
    finer = a if (a.high - a.low, _BASES.index(a.basis)) <= (b.high - b.low, _BASES.index(b.basis)) else b
    if low > high:
        return finer
    if (low, high) == (finer.low, finer.high):
        return finer
    return Days(low, high, "day" if low == high else "range", "inferred", finer.anchor)
