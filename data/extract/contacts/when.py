"""Which date of a sentence belongs to which contact.

Lives here: `dates_of`. Must not live here: which days the words mean (`data.extract.dates`, `data.resolve`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from data.document import Sentence, Token
from data.extract.contacts import status, sure
from data.extract.contacts.names import QUOTES, STOPS, Names, Slot, unbracketed
from data.extract.contacts.triggers import Trigger
from data.extract.dates import DateFind
from data.extract.days import RelativeDay
from data.extract.finds import Quote

_DAY_PART = 100  # characters between a contact and "in the evening"
_OPENING = ("“", "«", '"', ":")
_VAGUE = ("day", "weekday", "relative_day", "holiday", "range", "follow", "month", "period", "year")
_DATELINE_END = re.compile(r"[.,]?(?:\s?\([^()]{2,30}\)|\s?/[^/]{2,20}/\.?)?\s?[-:]\s")  # "3 May (Reuters) - "
_SPANS = ("year", "month")  # of dates: they may date what a contact is told from
_LONG_AGO = 60  # characters before such a date in which "since the invasion of" may stand
_LATEST = 24  # characters before such a date in which "most recently" may stand
_PLACE_WORDS = 5  # words of a place and its preposition that may stand between a date and "where"
_THAT_HE_HAD = 7  # words between the day on which something is told and the verb
_EVENING = 120  # characters of a sentence in which what happened "in the evening" stands
_BESIDE = 3  # words between "then" and a contact told without a verb
_OPENING_WORDS = 5  # of a sentence, among which "meanwhile" may stand
BESIDE = 6  # characters between a noun and its own day: "his talks of Friday"
_CLAUSE = 12  # words of a clause behind a noun in which its day may stand
_SET_FOR = 5  # words in "that had been scheduled for"
_FAR = 200.0  # a date that costs more belongs to no contact


def _vagueness(date: DateFind) -> int:
    return _VAGUE.index(date.kind)


class Dates:
    """The dates of one article, and the words that credit speech, by place."""

    def __init__(self, names: Names, dates: Sequence[DateFind], quotes: Sequence[Quote]) -> None:
        self.names, self.dates = names, sorted(dates, key=lambda d: d.start)
        self._starts = [d.start for d in self.dates]
        self.credits = sorted(
            (q.credit_start, q.credit_end) for q in quotes if q.credit_start is not None and q.credit_end is not None
        )
        self._longest = max((high - low for low, high in self.credits), default=0)

    @cached_property
    def _in_places(self) -> set[int]:
        """Where words of places stand."""
        return {t.start for p in self.names.places_at.items() for t in self.names.document.tokens_in(*p)}

    def within(self, start: int, end: int) -> list[DateFind]:
        """The dates that begin in [start, end)."""
        return self.dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def earlier(self, trigger: Trigger) -> bool:
        """“Their last meeting”, “l'incontro precedente”: not the contact that is the news, but one before it."""
        index, folded = self.names.index, self.names.folded
        if folded[trigger.start : trigger.end] in index.pronouns_earlier:
            return True
        sentence = self.names.document.sentence_at(trigger.start)
        if index.last_time.match(folded, sentence.start):
            return True
        if trigger.noun is None:
            low, high = max(trigger.start - 24, sentence.start), min(trigger.end + 24, sentence.end)
            if not self.names.may("earlier_verb", low, high):
                return False
            before, behind = folded[low : trigger.start], folded[trigger.end : high]
            found = (index.earlier_verb.search(before), index.earlier_verb.search(behind))
            starts = (low, trigger.end)
            return any(m and low + m.start() not in self.names.in_dates for m, low in zip(found, starts, strict=True))
        words = self.names.lexicon.words[self.names.document.language].dates
        if words.adjectives_follow and index.earlier_after.match(folded, trigger.end):
            return True
        match = self.names.search("earlier", max(trigger.start - 50, 0), trigger.start)
        if match is None or any(t.lower in index.articles for t in self.names.document.tokens_in(*match.span())):
            return False
        return not any(d.end > match.start() for d in self.within(match.start() - 30, trigger.start))

    def compared(self, trigger: Trigger) -> bool:
        """ "Their first talks since the summit in Rome", "il primo dal vertice": the one since which none was held."""
        low = max(trigger.start - 45, self.names.document.sentence_at(trigger.start).start)
        since = self.names.search("since", low, trigger.start)
        if (
            since is None
            or trigger.noun is None
            or self.names.breaks(
                t
                for t in self.names.document.tokens_in(since.end(), trigger.start)
                if t.start not in self.names.in_dates
            )
        ):
            return False
        first = self.names.search(
            "first", max(since.start() - 110, self.names.document.sentence_at(since.start()).start), since.start()
        )
        return first is not None and (" " in first.group() or self._counts(first.end(), since.start()))

    def _counts(self, low: int, high: int) -> bool:
        """Whether "first" counts contacts or times: not "the first reports that came from the talks in Rome"."""
        index = self.names.index
        near = self.names.document.tokens_in(low, high)[:4]
        return not near or any(t.lower in index.noun_words or t.lower in index.prepositions for t in near)

    def sequel(self, trigger: Trigger, sentence: Sentence) -> bool:
        """“Then phoned Jones”, “ha poi sentito Bianchi”: on the day of what was told before."""
        index, folded = self.names.index, self.names.folded
        found = self.names.search("sequel", max(trigger.start - 40, sentence.start), trigger.start)
        if found is None:
            return self._opens_sequel(trigger, sentence)
        return not index.not_sequel.search(folded[max(found.start() - 12, sentence.start) : found.start()])

    def day_part(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "In serata Rossi ha sentito Bianchi", "met Jones in the evening": on the day told before, or the news."""
        low = max(trigger.start - _DAY_PART, sentence.start)
        found = self.names.search("day_part", low, min(trigger.end + _DAY_PART, sentence.end))
        if found is None:
            return False
        gap = (found.end(), trigger.start) if found.start() < trigger.start else (trigger.end, found.start())
        words = self.names.document.tokens_in(*gap)
        return not self._says(words) and not self.names.breaks(words)

    def _opens_sequel(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "In the evening, Smith phoned Jones", «In serata Rossi ha sentito Bianchi»: not what he said then."""
        if trigger.start - sentence.start > _EVENING:
            return False
        matches, folded = self.names.index.sequel_opening.match, self.names.folded
        opening = matches(folded, sentence.start)
        if opening is None:  # "in Rome, meanwhile, Smith hosted Jones"
            words = self.names.document.tokens_in(sentence.start, trigger.start)[:_OPENING_WORDS]
            behind = (second.start for first, second in pairwise(words) if first.text == ",")
            opening = next(filter(None, (matches(folded, at) for at in behind)), None)
        if opening is None or opening.end() > trigger.start:
            return False
        words = self.names.document.tokens_in(opening.end(), trigger.start)
        told = trigger.verb is not None or len(words) <= _BESIDE or sure.held(self.names, trigger)
        return told and not self._says(words) and not self.names.breaks(words)

    def _says(self, words: Sequence[Token]) -> bool:
        """Whether it is words that were said then: "in the evening he said he had phoned Jones"."""
        return any(t.lemma in self.names.index.speech for t in words)

    def told_on(self, trigger: Trigger, sentence: Sentence) -> tuple[DateFind, Slot] | None:
        """ "Smith said on Tuesday that he had met Jones": the day of the words, and who said them.

        Only of what is told as done, with nothing but who did it between the day and the verb.
        """
        if trigger.verb is None or not self.names.index.past_auxiliaries & set(
            status.verb_group(self.names, self.names.document.token_index(trigger.start))
        ):
            return None
        days = [d for d in self.within(sentence.start, trigger.start) if d.relation == "on" and d.says_day]
        if not days or not self._of_speech(days[-1], (trigger,)):
            return None
        tokens = self.names.document.tokens_in(days[-1].end, trigger.start)
        speakers = [s for s in self.names.within(sentence.start, days[-1].start) if s.person]
        if not speakers or len(tokens) > _THAT_HE_HAD or any(t.text in STOPS for t in tokens):
            return None
        return None if self.names.oblique(speakers[0]) else (days[-1], speakers[0])

    def since(self, trigger: Trigger, sentence: Sentence) -> DateFind | None:
        """“Their first meeting since May”: the day of the one before."""
        later = self.within(trigger.end, sentence.end) if trigger.noun else []
        if not any(d.relation == "since" for d in later):
            return None
        start = self._people_end(trigger, sentence.end)
        near = self.within(start, min(sentence.end, start + 40))[:1]
        words = self.names.document.tokens_in(start, near[0].start) if near else ()
        found = len(words) <= 3 and not any(t.text in STOPS or t.text == "," for t in words)
        return near[0] if near and found and near[0].relation == "since" and near[0].kind != "year" else None

    def of_sentence(self, sentence: Sentence, triggers: Sequence[Trigger]) -> dict[int, list[DateFind]]:
        """Each date of the sentence to the contact it stands nearest to; dates joined by "and" go together."""
        if not triggers:
            return {}
        taken: dict[int, tuple[float, list[DateFind]]] = {}
        for group in self._groups(sentence, triggers):
            costs = [
                (self._cost(t, group, sentence), n)
                for n, t in enumerate(triggers)
                if not t.pronoun or len(triggers) == 1 or self._beside(t, group[0])
            ]
            cost, which = min(costs, default=(_FAR + 1, 0))
            if cost <= _FAR and (which not in taken or cost < taken[which][0]):
                taken[which] = (cost, group)
        for n, (one, two) in enumerate(pairwise(triggers)):
            if n in taken and n + 1 not in taken and self._same_clause_day(taken[n][1], one, two, sentence):
                taken[n + 1] = taken[n]
        return {
            which: group if len(group) > 1 and group[0].kind == group[-1].kind else group[:1]
            for which, (_, group) in taken.items()
        }

    def _same_clause_day(self, group: Sequence[DateFind], one: Trigger, two: Trigger, sentence: Sentence) -> bool:
        """ "On Friday Smith visited Rome and met Jones": the day that opens the clause is that of both its verbs."""
        date = group[0]
        if one.noun is not None or len(group) > 1 or date.end > one.start or date.relation != "on" or date.hangs_on:
            return False
        verb = two if two.verb is not None else sure.holding(self.names, two)
        if verb is None or not self.names.joined(verb.start):
            return False
        return self._opens(date, sentence) or self._then_when(self.names.document.tokens_in(date.end, one.start))

    def _beside(self, pronoun: Trigger, date: DateFind) -> bool:
        """Whether a date stands right behind a pronoun for a contact, or behind "took place"."""
        if 0 <= date.start - pronoun.end <= BESIDE:
            return True
        happened = self.names.search("happened", pronoun.end, date.start) if pronoun.end < date.start else None
        return happened is not None and self.names.clean(pronoun.end, date.start, 7)

    def _groups(self, sentence: Sentence, triggers: Sequence[Trigger]) -> list[list[DateFind]]:
        groups: list[list[DateFind]] = []
        for date in self.within(sentence.start, sentence.end):
            if (
                self._dateline(date, sentence)
                or self._open_ended(date, triggers)
                or self._owned(date, triggers)
                or self._of_speech(date, triggers)
            ):
                continue
            if groups:
                group = groups[-1]
                gap = self._gap(group[-1], date)
                if gap == "" and self._listed(group[-1], date):
                    group.append(date)
                    continue
                if gap == "" and len(group) == 1 and not date.hangs_on:
                    groups[-1] = [min(group[0], date, key=_vagueness)]  # one day said twice
                    continue
                if self.names.index.and_.fullmatch(gap):
                    group.append(date)
                    continue
            groups.append([date])
        return [g if len(g) != 2 or self._and(g[0], g[1]) else [g[0]] for g in groups]

    def _listed(self, one: DateFind, two: DateFind) -> bool:
        """Whether two days may stand in a list of several: "on 3 May, 7 June and 1 July"."""
        return one.kind == two.kind and one.kind in ("day", "weekday") and one.spec != two.spec and two.relation == "on"

    def _and(self, one: DateFind, two: DateFind) -> bool:
        return bool(self.names.index.and_.search(self.names.folded, one.end, two.start))

    def _dateline(self, date: DateFind, sentence: Sentence) -> bool:
        """ "Rome, 3 May – ", "Dec 5 - ": the article's own day, which dates no contact by itself."""
        opening = self.names.document.tokens_in(sentence.start, date.start)
        if date.rule in ("iso_date", "iso_month") and [t.lower for t in opening] == ["date"]:
            return True
        if not _DATELINE_END.match(self.names.folded, date.end):
            return False
        return len(opening) <= 8 and not any(t.text[0].islower() and t.text != "date" for t in opening)

    def _gap(self, one: DateFind, two: DateFind) -> str:
        """What joins two dates: "" for one day said twice, "and" for a list of days, else the words between."""
        index = self.names.index
        words = [
            w
            for w in re.findall(r"[\w']+|&|[^\w\s]", self.names.folded[one.end : two.start])
            if w not in index.articles and w not in index.prepositions and w not in index.words.link.adverbs
        ]
        return " ".join(words).strip(" ,'()") if len(words) <= 3 else "…"

    def latest(self, date: DateFind) -> bool:
        """ "Three times this year, most recently in May": the day of the last of several contacts."""
        return bool(self.names.search("latest", max(date.start - _LATEST, 0), date.start))

    def _open_ended(self, date: DateFind, triggers: Sequence[Trigger]) -> bool:
        """ "Since 2022", "until Friday": no day of the event, unless it is an attribute: "after the 3 May call".

        But "since 2022, when Smith met Jones" says when they met.
        """
        if self._when_of(date, triggers):
            return False
        if date.kind in _SPANS:
            before = self.names.folded[max(date.start - _LONG_AGO, 0) : date.start]
            if (since := self.names.index.ever_since.search(before)) is not None:  # "since the invasion of 2022"
                after = date.start - len(before) + since.start()
                return not any(t.start > after for t in triggers) or date.relation != "on"
        return date.relation != "on" and not any(self.attribute(date, t) for t in triggers)

    def _when_of(self, date: DateFind, triggers: Sequence[Trigger]) -> Trigger | None:
        """What a clause tells that "when" opens right behind a date: "since 2022, when Smith met Jones"."""
        if date.relation == "on" or date.kind not in (*_SPANS, "day") or date.hangs_on:
            return None
        behind = (t for t in triggers if t.start > date.end)
        return next((t for t in behind if self._then_when(self.names.document.tokens_in(date.end, t.start))), None)

    def _owned(self, date: DateFind, triggers: Sequence[Trigger]) -> bool:
        """ "Monday's vote followed talks": the day of the vote, unless a contact is what it owns."""
        return self._owns(date) and not any(self.attribute(date, t) for t in triggers)

    def _owns(self, date: DateFind) -> bool:
        """Whether a possessive ending stands on a date: "Monday's vote"."""
        return self.names.folded.startswith("'s", date.end)

    def attribute(self, date: DateFind, trigger: Trigger) -> bool:
        """Whether a date stands before a noun as its attribute: "the 3 May call", "last week's first meeting"."""
        if trigger.verb or not 0 <= trigger.start - date.end <= 40:
            return False
        if self.names.search("past_link", date.end, trigger.start):
            return False  # "Monday's vote followed talks"
        tokens = self.names.document.tokens_in(date.end, trigger.start)
        small = self.names.index.small
        return (
            len(tokens) <= 4
            and not any(
                t.text in STOPS or t.text == "," or t.lower in self.names.index.breakers or (i and t.lower in small)
                for i, t in enumerate(tokens)
            )
            and not (tokens and tokens[0].lower in small)
        )

    def _of_speech(self, date: DateFind, triggers: Sequence[Trigger]) -> bool:
        """ "Said on Monday", "ha chiarito oggi": the day of the words, not of what they tell."""
        if self.names.folded.startswith("'s", date.end) and any(self.attribute(date, t) for t in triggers):
            return False  # "said Monday's call had lasted an hour"
        before = self.names.document.tokens[max(self.names.document.token_index(date.start) - 1, 0)]
        if before.end <= date.start and before.lower in self.names.index.words.link.that:
            return False  # "said that tomorrow he would meet"
        if self._owns(date) and any(self.attribute(date, t) for t in triggers):
            return False  # "said Thursday's call had helped"
        at = bisect_left(self.credits, (date.start - self._longest - 12, 0))
        for low, high in self.credits[at:]:
            if low > date.start:
                return False
            if high <= date.start and self.names.document.sentence_at(date.start).start >= high:
                continue
            if any(t.text in _OPENING for t in self.names.document.tokens_in(high, date.start)):
                continue  # "Smith: «Tonight the meeting»"
            if self._of_holding(low, date, triggers):
                continue
            if date.start <= high + 12 and not any(low <= t.start < max(date.start, high) for t in triggers):
                return "," not in self.names.folded[high : date.start] and not self._meanwhile(date, triggers)
        return False

    def _of_holding(self, low: int, date: DateFind, triggers: Sequence[Trigger]) -> bool:
        """ "Hanno concluso domenica i colloqui": a verb of speech that holds the contact named behind the date."""
        verbs = self.names.document.tokens_in(low, date.start)
        if not any(t.lemma in self.names.index.words.status.holding for t in verbs):
            return False
        held = next((t for t in triggers if t.start > date.end), None)
        return held is not None and held.noun is not None and self.names.clean(date.end, held.start, 8)

    def _meanwhile(self, date: DateFind, triggers: Sequence[Trigger]) -> bool:
        """ "Said on Monday as he hosted Smith": the words were said at the contact, so their day is its day."""
        return any(
            t.start > date.end and self.names.search("meanwhile", max(t.start - 24, date.end), t.start)
            for t in triggers
        )

    def _cost(self, trigger: Trigger, group: list[DateFind], sentence: Sentence) -> float:
        """How far a date stands from a contact, in characters, with extra for what parts them."""
        names = self.names
        start, end = group[0].start, group[-1].end
        if group[0].relation != "on" and self._when_of(group[0], (trigger,)):
            return 0.0
        if trigger.end <= start and self.latest(group[0]):
            return float(start - trigger.end) / 100  # "three times this year, most recently in May"
        if (
            self._informed_of(trigger)
            and not self._told_of(trigger, start)
            and not self.attribute(group[-1], trigger)
            and not 0 <= start - trigger.end < BESIDE
        ):
            return _FAR + 1
        if trigger.goes_on and start < trigger.start:
            return _FAR + 1  # "met A on Monday and B on Tuesday"
        hangs = group[0].hangs_on == "event" or (group[0].hangs_on and self._then_that(end))
        if hangs and trigger.start < start:
            return _FAR + 1  # "the call took place a day after the vote": the day of the vote is not known
        low, high = (self._people_end(trigger, start), start) if trigger.end <= start else (end, trigger.start)
        if high < low:
            return 0.0
        if trigger.start >= end and self.attribute(group[-1], trigger):
            return float(high - low) / 4
        tokens = names.document.tokens_in(low, high)
        if tokens and tokens[0].text == ")":
            tokens = tokens[1:]  # "on Monday (3 May) held"
        tokens = unbracketed(tokens)
        if trigger.start >= end and names.folded.startswith("'s ", end):
            return _FAR + 1  # "Monday's vote followed talks"
        cost = float(high - low)
        if self._told_of(trigger, start):
            return cost  # "the meeting that Smith had on Monday with Jones", "the call Smith had with Jones on Monday"
        if not any(t.lower in names.index.words.link.what for t in tokens):
            cost += 140 * sum(names.clause_ends_at(t) for t in tokens)
        cost += 25 * sum(t.text in (",", "–", "—", ";") for t in tokens)
        quoted = [t for t in tokens if t.text in QUOTES]
        cost += 300 * (sum(t.text in STOPS for t in tokens) - len(quoted)) + (40 if len(quoted) % 2 else 0)
        if trigger.end <= start and tokens and self._set_for(tokens[-_SET_FOR - 1 :]):
            return float(high - low) / 4  # "the meetings with Smith that were scheduled for Tuesday"
        if trigger.end <= start:
            return (cost + self._own_clause(tokens)) * 0.8  # "the call of 3 May" rather than "on 3 May … the call"
        if self._then_when(tokens):
            return float(high - low) / 2  # "on 3 May, when he met Smith"
        if not self._opens(group[0], sentence) and self._then_said(tokens):
            return _FAR + 1  # "a statement on Wednesday said they will meet"
        if self._meanwhile(group[-1], (trigger,)):
            return min(cost, 60.0)
        if self._opens(group[0], sentence):
            return self._from_opening(tokens, cost)
        words = names.index.words
        if any(t.text.lower() in words.status.and_ or t.lower in words.link.purpose for t in tokens):
            cost += 60  # "met A on Monday and spoke with B", "on Monday to meet A"
        if len(tokens) > 3 or any(t.text == "," for t in tokens):
            cost += 60  # a date in mid-sentence looks back
        return cost

    def _told_of(self, trigger: Trigger, date: int) -> bool:
        """Whether the words between a noun and a date tell who held it: "that Smith had", "Smith held with Jones"."""
        tokens = self.names.document.tokens_in(trigger.end, date) if trigger.noun else ()
        if not 0 < len(tokens) <= _CLAUSE:
            return False
        if tokens[0].lower in self.names.index.relatives:
            return len(tokens) <= 8
        bare = tokens[0].start == trigger.end + 1 and self.names.at_person(tokens[0].start)
        held = any({t.lemma, t.lower} & self.names.index.light for t in tokens[:4])
        return bare and held and not any(t.text == "," for t in tokens)

    def _informed_of(self, trigger: Trigger) -> bool:
        """ "To brief Smith on his talks with Jones on Friday": the day of the words, not of what they are about."""
        verb = self.names.telling(trigger.start) if trigger.noun else None
        if verb is None:
            return False
        index = self.names.index
        between = self.names.document.tokens_in(verb.end, trigger.start)
        if verb.lemma in index.words.verbs.informing and any(t.lower in index.prepositions for t in between):
            return True
        before = self.names.document.tokens_in(max(verb.start - 24, 0), verb.start)[-2:]
        ahead = any(t.lower in index.words.status.future_before for t in before)
        return ahead or self.names.accented(verb).endswith(index.words.status.future_endings or "\n")

    def _people_end(self, trigger: Trigger, limit: int) -> int:
        """Where those end whom "between" or "with" lists behind a noun, so that a long list parts no day from it."""
        if trigger.noun is None:
            return trigger.end
        near = min(trigger.end + 40, limit)
        tie = self.names.search("between", trigger.end, near) or self.names.search("with_", trigger.end, near)
        tie = tie or self.names.index.involving.match(self.names.folded, trigger.end + 1)
        near_by = tie is not None and self.names.clean(trigger.end, tie.start(), 4)
        slots = self.names.after(tie.end(), limit, odd=2, several=True) if tie and near_by else []
        return max([trigger.end, *(s.end for s in slots)])

    def _then_that(self, end: int) -> bool:
        """ "Una settimana dopo che …": what a time is counted from is told in a clause of its own."""
        return any(t.lower in self.names.index.words.link.that for t in self.names.document.tokens_in(end, end + 5)[:1])

    def _then_when(self, tokens: Sequence[Token]) -> bool:
        """Whether "when" or "where" opens a clause right behind a date, or its place, and nothing ends that clause."""
        link = self.names.index.words.link
        words = [t for t in tokens if t.text != ","]
        at = next((i for i, t in enumerate(words[:_PLACE_WORDS]) if t.lower in (*link.when, *link.where)), None)
        if at is None or any(t.start not in self._in_places and t.lower not in link.place for t in words[:at]):
            return False
        return not any(self.names.clause_ends_at(t) for t in words[at + 1 :])

    def reported_on(self, date: DateFind, trigger: Trigger) -> bool:
        """ "On Wednesday Smith said he would meet Jones": the day of the words, as what is ahead has another."""
        if date.end > trigger.start or (isinstance(date.spec, RelativeDay) and date.spec.days[1] > 0):
            return False
        tokens = self.names.document.tokens_in(date.end, trigger.start)
        if self._decided_on(date, tokens):
            return True
        said = [i for i, t in enumerate(tokens) if {t.lower, t.lemma} & self.names.index.speech]
        if not said:
            return False
        commas = [i for i, t in enumerate(tokens) if t.text == ","]
        aside = any(i < said[0] for i in commas) and any(i > said[0] for i in commas)
        return not aside  # "on Friday, Smith said, he will meet Jones"

    def _decided_on(self, date: DateFind, behind: Sequence[Token]) -> bool:
        """ "They agreed on Thursday to meet": the day of a decision, as nothing but "to" stands behind it."""
        if len(behind) != 1 or behind[0].lower not in self.names.index.infinitive_openers:
            return False
        at = self.names.document.token_index(date.start)
        before = self.names.document.tokens[max(at - 4, 0) : at]
        return any(t.lemma in self.names.index.words.verbs.deciding for t in before)

    def _then_said(self, tokens: Sequence[Token]) -> bool:
        """Whether a verb of speech follows a date right away, and so what was said has a day of its own."""
        auxiliaries = self.names.index.auxiliaries
        first = next((t for t in tokens if t.lower not in auxiliaries), None)
        if first is None:
            return False
        if first.lower in self.names.index.words.link.that:  # "told reporters on Thursday that"
            at = self.names.document.token_index(first.start)
            before = self.names.document.tokens[max(at - 8, 0) : at]
            return any({t.lower, t.lemma} & self.names.index.speech for t in before)
        return bool({first.lower, first.lemma} & self.names.index.speech)

    def _own_clause(self, tokens: Sequence[Token]) -> float:
        """What a clause between a contact and a date costs: "since Smith took office in May" dates no meeting."""
        index = self.names.index
        for i, token in enumerate(tokens):
            if token.lower in index.words.status.clauses and len(tokens) - i > 3:
                rest = " ".join(t.lower for t in tokens[i:])
                return 0.0 if index.happened.search(rest) or self._set_for(tokens[max(i - 1, 0) :]) else 150.0
        return 0.0

    def _set_for(self, tokens: Sequence[Token]) -> bool:
        """ "That were scheduled for Tuesday": a word of plans behind "that" and its auxiliaries, up to the date."""
        index = self.names.index
        at = next((i for i, t in enumerate(tokens) if t.lower in index.words.link.that), None)
        if at is None or (at and tokens[at - 1].text == ","):
            return False  # "con Rossi, che è atteso venerdì"
        verb = " ".join(t.lower for t in tokens[at + 1 :] if t.lower not in index.auxiliaries)
        planned = index.planned.match(verb)
        return planned is not None and len(verb[planned.end() :].split()) <= 1

    def _opens(self, date: DateFind, sentence: Sentence) -> bool:
        """Whether a date stands at the beginning of its sentence, or behind a colon: "On Tuesday, …"."""
        tokens = self.names.document.tokens_in(sentence.start, date.start)[-4:]
        colon = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].text in (":", ";")), -1)
        return len(tokens) - colon - 1 <= 3

    def _from_opening(self, tokens: Sequence[Token], cost: float) -> float:
        """A date that opens its sentence belongs to the contact of the main clause, however far: past asides."""
        index = self.names.index
        told = any({t.lower, t.lemma} & index.speech for t in tokens)
        if told or any(t.text in STOPS for t in tokens):
            return cost  # "On Tuesday Smith said that …"
        near = tokens[-4:]
        behind = any(t.lower in index.words.status.clauses for t in near)  # "on Tuesday, after talks with A, …"
        return min(cost, 40.0 + len(tokens) * 2 + (80 if behind else 0))
