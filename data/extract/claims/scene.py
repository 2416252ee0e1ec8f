"""What the rules of claims look things up in: an article's contacts, people, quotes and claim words, by place.

Lives here: `ClaimFind`, `Scene` with the search for words, contacts and actors near a place, and who is credited with
words. Must not live here: any rule about a property, or word lists (claims.toml).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from data.document import Document, Sentence, Token
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind
from data.extract.finds import Mention, Mood, Qualifier, Quote
from data.extract.grammar import ordinal_values
from data.extract.phrases import PhraseIndex
from data.extract.places import PlaceFind
from data.lexicon.types import Lexicon

_NEAR = 700  # characters after which a contact told before is no longer what the text is at
_HEARSAY = 60  # characters before a claim in which hearsay words make it one
_DENIED = 14  # the same for a negation
VISIT = "contact-visit"  # a visit goes on for longer than the contact it is for, and is not counted with contacts
STOP = re.compile(r"[;!?()\n]|:(?!\d)")


class ClaimFind(msgspec.Struct, frozen=True, gc=False):
    """A claimed value. `contact` is the index of the contact it is about in the article's list; `instead` are the next
    best ones, for when that one belongs to no event."""

    start: int
    end: int
    property: str
    contact: int
    rule: str
    value: str | None = None
    number: float | None = None
    number_from: float | None = None
    number_to: float | None = None
    unit: str | None = None
    qualifier: Qualifier = "exact"
    said_by: str | None = None
    via: str | None = None
    mood: Mood = "asserted"
    instead: tuple[int, ...] = ()
    date: DateFind | None = None  # for values that are days, or begin on one: resolved later
    since: dt.date | None = None  # the day an ordinal is counted from, where it is no date of the text
    narrow: bool = False  # counts only contacts of a narrower kind: summits, "first in-person"
    days_from: float | None = None  # the window of a count, in days
    days_to: float | None = None


class Hit(NamedTuple):
    """Words of the vocabulary at their place."""

    start: int
    end: int


# fields whose words begin a rule: they are looked for in the whole article, all others near what these find
_SOUGHT = (
    "last_time", "initiative", "initiative_after", "initiates", "own_side_nouns", "sought", "calls", "proposes",
    "proposed_passive", "preparations", "work", "outcomes", "agreed", "good", "bad", "went",
)  # fmt: skip


@lru_cache(maxsize=256)
def _index(lexicon: Lexicon, language: str, *fields: str) -> PhraseIndex[str]:
    words = lexicon.words[language]
    rows = [(phrase, field) for field in fields for phrase in getattr(words.claims, field)]
    if "hearsay" in fields:
        rows += [(phrase, "hearsay") for phrase in words.speech.hearsay]
    return PhraseIndex(rows)


def _in_order(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


class Scene:
    """One article with all that was found in it, to look things up by place."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        contacts: Sequence[Contact],
        mentions: Sequence[Mention],
        dates: Sequence[DateFind],
        places: Sequence[PlaceFind],
        quotes: Sequence[Quote],
    ) -> None:
        self.document, self.lexicon, self.folded = document, lexicon, document.folded
        self.contacts, self.dates, self.places, self.quotes = contacts, dates, places, quotes
        self.words = lexicon.words[document.language].claims
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._mention_starts = [m.start for m in self.mentions]
        self._order = sorted(range(len(contacts)), key=lambda i: contacts[i].mark_start)
        self._marks = [contacts[i].mark_start for i in self._order]
        self.ordinals = ordinal_values(lexicon.words[document.language].dates)
        self.light = frozenset(lexicon.words[document.language].contacts.verbs.light)
        self.breakers = frozenset(lexicon.words[document.language].contacts.status.breakers)
        self._hits: dict[str, list[Hit]] = {field: [] for field in _SOUGHT}
        for start, end, fields in _index(lexicon, document.language, *_SOUGHT).find(self.folded):
            for field in fields:
                self._hits[field].append(Hit(start, end))
        for hits in self._hits.values():
            hits.sort(key=_in_order)

    # -- words -----------------------------------------------------------------------------------
    def hits(self, field: str) -> Sequence[Hit]:
        """All places of a field's words, in text order; the field is one of `_SOUGHT`."""
        return self._hits[field]

    def within(self, field: str, start: int, end: int) -> list[Hit]:
        """The places of a field's words inside [start, end)."""
        low = max(start - 1, 0)  # a character more on both sides, by which words are whole
        found = _index(self.lexicon, self.document.language, field).find(self.folded[low : max(end + 1, 0)])
        hits = [Hit(low + a, low + b) for a, b, _ in found]
        return sorted((h for h in hits if start <= h.start and h.end <= end), key=_in_order)

    def ending_at(self, field: str, offset: int) -> Hit | None:
        """The field's words right before a place, with nothing but a blank or mark of quotation between."""
        for hit in reversed(self.within(field, offset - 45, offset)):
            if not self.folded[hit.end : offset].strip(" \"'\n"):
                return hit
        return None

    def beginning_at(self, field: str, offset: int) -> Hit | None:
        """The field's words right after a place."""
        for hit in self.within(field, offset, offset + 45):
            if not self.folded[offset : hit.start].strip(" \"'\n"):
                return hit
        return None

    def sentence(self, offset: int) -> Sentence:
        """The sentence at a place."""
        return self.document.sentence_at(offset)

    def between(self, start: int, end: int) -> str:
        """The folded words of [start, end)."""
        return self.folded[start:end]

    def unbroken(self, start: int, end: int) -> bool:
        """Whether [start, end) lies in one sentence, without colon, semicolon or bracket."""
        if STOP.search(self.folded, start, end):
            return False
        return start >= end or self.document.sentence_index(start) == self.document.sentence_index(end - 1)

    def plain_words(self, start: int, end: int) -> int:
        """How many words stand in [start, end) that are neither names nor small."""
        quiet = [(m.start, m.end) for m in self.actors_in(start, end)]
        quiet += [(h.start, h.end) for h in self.within("small", start, end)]
        return sum(t.text[0].isalnum() and not any(a <= t.start < b for a, b in quiet) for t in self.tokens(start, end))

    def clause_end(self, start: int, limit: int = 170) -> int:
        """Where the clause that begins at `start` ends: the next mark, or a word after `limit` characters."""
        sentence = self.sentence(start)
        end = sentence.end
        for token in self.document.tokens_in(start + 1, sentence.end):
            if token.text in (",", ";", ":", "(", ")", "–", "—", "”", "»") or token.end - start > limit:
                end = token.start
                break
        return start + len(self.document.text[start:end].rstrip(" \n.!?…"))

    def phrase_start(self, offset: int) -> int:
        """Where the noun phrase at a place begins: its article, if one stands right before."""
        tokens = self.tokens(max(self.sentence(offset).start, offset - 6), offset)
        articles = self.lexicon.words[self.document.language].names.articles
        return tokens[-1].start if tokens and tokens[-1].lower in articles else offset

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that begin in [start, end)."""
        return self.document.tokens_in(start, end)

    # -- contacts --------------------------------------------------------------------------------
    def contacts_in(self, start: int, end: int) -> list[int]:
        """The contacts whose words begin in [start, end), in text order."""
        return self._order[bisect_left(self._marks, start) : bisect_left(self._marks, end)]

    def contacts_behind(self, start: int, end: int) -> list[int]:
        """The contacts that begin in [start, end), with no break between `start` and their words."""
        return [i for i in self.contacts_in(start, end) if self.unbroken(start, self.contacts[i].mark_start)]

    def contact_at(self, start: int, end: int) -> list[int]:
        """The contacts whose words overlap [start, end)."""
        return [i for i in self.contacts_in(start - 45, end) if self.contacts[i].mark_end > start]

    def nearest(self, start: int, end: int) -> list[int]:
        """The contacts of the sentence, nearest first; one told before the words comes before one told after them."""
        sentence = self.sentence(start)

        def distance(i: int) -> int:
            c = self.contacts[i]
            return start - c.mark_end if c.mark_end <= start else 2 * max(c.mark_start - end, 0)

        return sorted(self.contacts_in(sentence.start, sentence.end), key=distance)

    def before(self, offset: int, *, sentence_only: bool = True) -> list[int]:
        """The contacts told before a place, the last first."""
        start = self.sentence(offset).start if sentence_only else max(0, offset - _NEAR)
        return [i for i in reversed(self.contacts_in(start, offset)) if self.contacts[i].mark_end <= offset]

    def told_last(self, offset: int) -> list[int]:
        """The contacts the text is at: told before, in the same paragraph or the one before, the last first."""
        paragraph = self.sentence(offset).paragraph
        return [
            i
            for i in self.before(offset, sentence_only=False)
            if paragraph - 1 <= self.sentence(self.contacts[i].start).paragraph <= paragraph
            and not (self.contacts[i].verb and len(self.contacts[i].principals) == 1)
        ]  # fmt: skip

    def opens(self, offset: int) -> bool:
        """Whether only words such as "it" stand before a place in its sentence: the contact told last is meant."""
        sentence = self.sentence(offset)
        head = self.folded[sentence.start : offset].strip(" \"'-\n")
        return not head or all(
            any(h.start <= t.start < h.end for h in self.within("brief_subjects", sentence.start, offset))
            for t in self.tokens(sentence.start, offset)
            if t.text[0].isalnum()
        )

    # -- actors ----------------------------------------------------------------------------------
    def actors_in(self, start: int, end: int) -> Iterator[Mention]:
        """The mentions that begin in [start, end), outlets left out."""
        for m in self.mentions[bisect_left(self._mention_starts, start) : bisect_left(self._mention_starts, end)]:
            actor = self.lexicon.actors.get(m.actor_id)
            if actor is None or actor.kind != "outlet":
                yield m

    def actor_before(self, offset: int, reach: int = 60) -> Mention | None:
        """The one actor named last before a place in its sentence; none where a group is."""
        start = max(self.sentence(offset).start, offset - reach)
        found = [m for m in self.actors_in(start, offset) if m.end <= offset]
        if not found:
            return None
        last = max(found, key=lambda m: (m.end, m.end - m.start))
        return None if self._group(last) else last

    def actor_after(self, offset: int, reach: int = 60) -> Mention | None:
        """The one actor named first after a place in its sentence."""
        end = min(self.sentence(offset).end, offset + reach)
        first = next((m for m in self.actors_in(offset, end)), None)
        if first is None or self._group(first):
            return None
        named = [m for m in self.actors_in(first.start, min(end, first.end + 60)) if self._apposed(first, m)]
        return named[-1] if named else first

    def _group(self, mention: Mention) -> bool:
        return mention.how == "group" or any(
            m.start == mention.start and m.end == mention.end and m.actor_id != mention.actor_id
            for m in self.actors_in(mention.start, mention.start + 1)
        )

    def _apposed(self, first: Mention, other: Mention) -> bool:
        """ "the Russian president, Vladimir Putin": the second names the same."""
        person = self.lexicon.actors.get(other.actor_id)
        if first.actor_id != other.actor_id and (person is None or person.kind != "person" or first.how == "name"):
            return False
        return self.unbroken(first.start, other.start) and not self.within("joins", first.start, other.start)

    # -- claims ----------------------------------------------------------------------------------
    def claim(self, find: ClaimFind) -> ClaimFind:
        """The claim with who is credited with its words, and in which mood."""
        quote = self._credit(find)
        mood: Mood = quote.mood if quote else "asserted"
        if self._denied(find):
            mood = "denied"
        elif mood == "asserted" and self._hearsay(find):
            mood = "reported"
        return replace(find, said_by=quote.speaker if quote else None, via=quote.via if quote else None, mood=mood)

    def _credit(self, find: ClaimFind) -> Quote | None:
        """The quote the words stand in, the narrowest first; words that tell of the saying are not said."""
        best: Quote | None = None
        for q in self.quotes:
            if not (q.start - 1 <= find.start and find.end <= q.end + 1):
                continue
            if q.credit_start is not None and q.credit_end is not None and q.form == "indirect":
                if find.start <= q.credit_start and q.credit_end <= find.end:
                    continue  # "Smith proposed": the claim itself
                if q.credit_start <= find.start and find.end <= q.credit_end:
                    continue  # inside "the president, who met Smith for two hours, said"
            if q.rule == "speech-agent" and (find.property != "assessment" or self._sought(q)):
                continue  # "a call, described as good by Smith": only the judgement is Smith's
            if best is None or (q.end - q.start) < (best.end - best.start):
                best = q
        return best or self._told_after(find)

    def _sought(self, quote: Quote) -> bool:
        """Whether a credit only tells who wanted a contact: "requested by Smith"."""
        return any(quote.credit_start <= h.start < quote.credit_end for h in self.hits("sought"))  # type: ignore[operator]

    def _told_after(self, find: ClaimFind) -> Quote | None:
        """ "So the press office said": the sentence right after that credits the one before it."""
        at = self.document.sentence_index(find.end) + 1
        if at >= len(self.document.sentences):
            return None
        following = self.document.sentences[at]
        return next(
            (q for q in self.quotes if q.rule == "speech-anaphora" and following.start <= q.start < following.end), None
        )

    def _hearsay(self, find: ClaimFind) -> bool:
        start = max(self.sentence(find.start).start, find.start - _HEARSAY)
        return any(self.unbroken(h.end, find.start) for h in self.within("hearsay", start, find.end))

    def _denied(self, find: ClaimFind) -> bool:
        return any(
            self.unbroken(hit.end, find.start)
            for hit in self.within("denied", max(self.sentence(find.start).start, find.start - _DENIED), find.start)
        )

    def date_after(self, offset: int, reach: int, relations: Iterable[str]) -> DateFind | None:
        """The first date of such a relation that begins within `reach` after a place, in the same sentence."""
        end = min(self.sentence(offset).end, offset + reach)
        wanted = frozenset(relations)
        return next((d for d in self.dates if offset <= d.start < end and d.relation in wanted), None)


def clipped(indexes: Sequence[int], first: int | None = None) -> tuple[int, ...]:
    """The contacts to fall back on: at most three others."""
    return tuple(dict.fromkeys(i for i in indexes if i != first))[:3]


def stated(start: int, end: int, name: str, rule: str, contacts: Sequence[int], value: str | None = None) -> ClaimFind:
    """A claim in words, of the first of some contacts."""
    return ClaimFind(start, end, name, contacts[0], rule, value=value, instead=clipped(contacts, contacts[0]))
