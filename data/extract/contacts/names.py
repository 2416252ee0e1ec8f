"""Names as the rules of contacts see them: lists before and after a place, subjects, what a preposition governs.

Lives here: `Slot` and `Names`. Must not live here: what a contact is, or any word list.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import NamedTuple

from data.document import Document, Sentence, Token
from data.extract.contacts.words import ContactIndex
from data.extract.finds import Mention
from data.extract.places import PlaceFind
from data.lexicon.types import Lexicon
from data.span import fold

QUOTES = frozenset(("“", "”", "«", "»", '"'))
DASHES = frozenset(("-", "–", "—"))
STOPS = QUOTES | {";", ":", ".", "(", ")"}
_FOLDED_STOPS = frozenset(map(fold, STOPS))
_HYPHENS = ("-", "–", "—", "/", " - ", " – ")
_ACCENTS = {"a": "à", "e": "è", "i": "ì", "o": "ò", "u": "ù"}
_ADJECTIVES = 2  # words such as "close", "Middle East" between a possessor and a role
_LONG_TITLE = 12  # words between a name and where its title of office begins
_INITIALS = re.compile(r",?\s?(?:\w\.\s?){0,2}")
_VERB_E = re.compile("[èÈ]")
_APOSTROPHE = re.compile(r"['’](?![^\W_])")
_CLOSING = ("”", "»", '"')


def unbracketed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens without what stands between brackets: "in the Emirates (UAE) on Thursday"."""
    if not any(t.text == "(" for t in tokens) or not any(t.text == ")" for t in tokens):
        return tokens
    out, depth = [], 0
    for token in tokens:
        depth += token.text == "("
        if not depth:
            out.append(token)
        depth -= token.text == ")" and depth > 0
    return tuple(out)


def unquoted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Tokens without those between quote marks, and without the marks."""
    out, inside = [], False
    for token in tokens:
        if token.text in QUOTES:
            inside = not inside
        elif not inside:
            out.append(token)
    return tuple(out)


class Slot(NamedTuple):
    """One or more actors named at one place."""

    start: int
    end: int
    actors: tuple[str, ...]
    person: bool
    pronoun: bool
    group: bool


@lru_cache(maxsize=2)
def _places_sought(document: Document, index: ContactIndex) -> dict[str, list[int]]:
    """What `ContactIndex.sought` finds in an article; contacts and ties ask for it."""
    return index.sought.find(document.folded)


@lru_cache(maxsize=2)
def _accents(document: Document) -> frozenset[int]:
    """Where an apostrophe may stand for an accent: in Italian, behind a word and before none."""
    if document.language != "it":
        return frozenset()
    return frozenset(match.start() for match in _APOSTROPHE.finditer(document.text))


@lru_cache(maxsize=2)
def _breaking(document: Document, index: ContactIndex) -> list[int]:
    """The tokens that may end a clause, as marks or words."""
    ends = _FOLDED_STOPS | index.breakers
    return [i for i, low in enumerate(document.lowers) if low in ends]


def _not_owning(document: Document, mentions: Sequence[Mention], places: Sequence[PlaceFind]) -> list[PlaceFind]:
    """The places but those only named as whose somebody is: "Italy's president", "il presidente dell'Italia"."""
    spans = sorted({(m.start, m.end) for m in mentions})
    longest = max((end - start for start, end in spans), default=0)

    def owns(place: PlaceFind) -> bool:
        if document.folded.startswith("'s", place.end):
            return True
        low, high = bisect_left(spans, (place.end - longest, 0)), bisect_right(spans, (place.start, len(document.text)))
        return any(s[1] >= place.end and s != (place.start, place.end) for s in spans[low:high])

    return [place for place in places if not owns(place)]


class Names:
    """The names of one article, and how they stand to the words around them."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        index: ContactIndex,
        mentions: Sequence[Mention],
        places: Sequence[PlaceFind] = (),
        dates: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.in_dates = frozenset(t.start for low, high in dates for t in document.tokens_in(low, high))
        self.places_at = {p.start: p.end for p in _not_owning(document, mentions, places)}
        self._place_ends = frozenset(p.end for p in places)
        self.document, self.lexicon, self.index = document, lexicon, index
        self.folded = document.folded
        self._breaking = _breaking(document, index)
        self._sought = _places_sought(document, index)
        self.accents = _accents(document)
        self._with_verb_e = _VERB_E.search(document.text) is not None
        self.slots = self._slots(mentions)
        self._starts = [s.start for s in self.slots]
        self._people: dict[int, tuple[str, ...]] = {}  # by where their sentence begins

    def may(self, field: str, start: int, end: int) -> bool:
        """Whether a pattern of `ContactIndex.sought` may find anything within [start, end)."""
        ends = self._sought[field]
        at = bisect_right(ends, start)
        return at < len(ends) and ends[at] <= end

    def sentences_with(self, *fields: str) -> set[int]:
        """The sentences, by number, within which one of such patterns may find anything."""
        return {self.document.sentence_index(end - 1) for field in fields for end in self._sought[field]}

    def sentences_with_word(self, words: Iterable[str]) -> set[int]:
        """The sentences, by number, in which one of some words of letters stands."""
        starts = self.document.word_starts
        return {self.document.sentence_index(at) for word in words for at in starts.get(word, ())}

    def pattern(self, field: str) -> re.Pattern[str]:
        """A pattern by its name."""
        pattern: re.Pattern[str] = getattr(self.index, field)
        return pattern

    def search(self, field: str, start: int, end: int) -> re.Match[str] | None:
        """What such a pattern finds first within [start, end)."""
        return self.pattern(field).search(self.folded, start, end) if self.may(field, start, end) else None

    def tells(self, field: str, start: int, end: int) -> bool:
        """Whether it finds anything in [start, end) as if nothing stood around."""
        return self.may(field, start, end) and self.pattern(field).search(self.folded[start:end]) is not None

    def all(self, field: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """All that such a pattern finds within [start, end)."""
        return self.pattern(field).finditer(self.folded, start, end) if self.may(field, start, end) else iter(())

    def _slots(self, mentions: Sequence[Mention]) -> list[Slot]:
        places: dict[tuple[int, int], list[Mention]] = {}
        for m in mentions:
            actor = self.lexicon.actors.get(m.actor_id)
            if actor is None or actor.kind != "outlet":
                places.setdefault((m.start, m.end), []).append(m)
        rows = []
        for (start, end), found in sorted(places.items()):
            first, how = found[0].actor_id, found[0].how
            actors = tuple(dict.fromkeys(m.actor_id for m in found)) if len(found) > 1 else (first,)
            rows.append(Slot(start, end, actors, self.person(first), how == "pronoun", how == "group"))
        rows = [
            one for one, two in zip_longest(rows, rows[1:]) if one.person or not (two and self._office_at(one, two))
        ]
        rows = [
            one
            for one, two in zip_longest(rows, rows[1:])
            if not (self._owns_title(one) or (two and self._describes(one, two)))
        ]
        return self._without_titles(rows)

    def _without_titles(self, rows: list[Slot]) -> list[Slot]:
        """The names but for those inside a title of office: "the head of Norway's defence council, Jones"."""
        spans = []
        for slot in rows:
            if self.folded[slot.start - 2 : slot.start] != ", " or not slot.person or slot.pronoun:
                continue
            if (low := self._title_start(slot)) is not None:
                spans.append((low, slot.start))
        if not spans:
            return rows
        return [s for s in rows if s.person or not any(low < s.start and s.end <= high for low, high in spans)]

    def _title_start(self, slot: Slot) -> int | None:
        """Where "the head of …," begins before a name; None if no such title stands there."""
        tokens, at = self.document.tokens, self.document.token_index(slot.start) - 1
        if at < 3 or tokens[at].text != ",":
            return None
        for back in range(at - 1, max(at - _LONG_TITLE, 0), -1):
            token = tokens[back]
            if token.text in STOPS or token.text == "," or token.lower in self.index.auxiliaries:
                return None
            if back + 1 < at and token.lower in self.index.of_words and tokens[back - 1].lower in self.index.roles:
                return tokens[back - 1].start
        return None

    def _office_at(self, one: Slot, two: Slot) -> bool:
        """Whether a body only says where the next person is in office: "the secretary of the Council, Jones"."""
        if self.state(one) or not two.person:
            return False
        return self._adjoin(one, two) and self._of_role(one)

    def _adjoin(self, one: Slot, two: Slot) -> bool:
        """Whether nothing but a comma stands between two names."""
        first = self.document.first_token(one.end)
        between = self.document.first_token(two.start) - first
        return between <= 0 or (between == 1 and self.document.tokens[first].text == ",")

    def _of_role(self, one: Slot) -> bool:
        """Whether "of" and a word that says what somebody is stand right before a name."""
        tokens, at = self.document.tokens, self.document.token_index(one.start) - 1
        while at > 0 and tokens[at].lower in self.index.articles:
            at -= 1
        return at > 0 and tokens[at].lower in self.index.of_words and tokens[at - 1].lower in self.index.roles

    def _describes(self, one: Slot, two: Slot) -> bool:
        """Whether a name only says whose office the next person holds: "US President Smith", "Smith's envoy Jones"."""
        gap = two.start - one.end
        if not two.person or gap > 80 or (gap > 40 and not self.owns(one)):
            return False
        if one.person:
            return self._of_title(one, two)
        if not self.state(one):
            return False
        words = self.document.tokens_in(one.end, two.start)
        if self.owns(one) and (self._long_title(words[1:]) or (len(words) == 1 and self._of_state(one, two))):
            return True  # "China's Smith"
        if not all(t.lower in self.index.titles and t.text.lower() not in self.index.words.status.and_ for t in words):
            return False
        first = self.document.tokens[self.document.token_index(two.start)].lower
        before = self.document.tokens[max(self.document.token_index(one.start) - 1, 0)]
        behind = before.end <= one.start and before.lower in self.index.roles
        return behind or first in self.index.roles or any(t.lower in self.index.roles for t in words)

    def _of_state(self, state: Slot, person: Slot) -> bool:
        """Whether somebody acts for a state, as far as the vocabulary knows."""
        return all(self.country(a) in (state.actors[0], None) for a in person.actors)

    def _long_title(self, words: Sequence[Token]) -> bool:
        """Whether words in capitals are one title of office: "Secretary of the National Security Council"."""
        if len(words) < 3 or words[1].lower not in self.index.prepositions or words[0].lower not in self.index.roles:
            return False
        joins = self.index.words.status.and_
        small = (t.lower in self.index.small or t.lower in joins for t in words if not t.text[0].isupper())
        return all(small) and words[-1].text[0].isupper()

    def _owns_title(self, one: Slot) -> bool:
        """Whether a person only says whose envoy somebody is: "Smith's special envoy"."""
        if not one.person or one.pronoun or not self.owns(one):
            return False
        further = 0  # words that are no titles
        for token in self.document.tokens_in(one.end + 2, one.end + 60):
            if token.lower in self.index.roles or token.lower in self.index.several_roles:
                return True
            if token.lower not in self.index.titles:
                further += 1
                if further > _ADJECTIVES or not self._may_describe(token):
                    break
        return False

    def _may_describe(self, token: Token) -> bool:
        """Whether a word may be an adjective before a role: "Smith's close aides", not "Smith's call to the envoy"."""
        index = self.index
        return (
            token.text[0].isalnum()
            and token.lower not in index.small
            and token.lower not in index.noun_words
            and token.lower not in index.breakers
            and token.lower not in index.auxiliaries
            and token.lower not in index.words.status.and_
            and token.lower not in index.forms
        )

    def _of_title(self, one: Slot, two: Slot) -> bool:
        """The same behind the title: "il portavoce di Rossi, Bianchi"."""
        if not self._adjoin(one, two):
            return False
        tokens, at = self.document.tokens, self.document.token_index(one.start) - 1
        while at > 0 and tokens[at].lower in self.index.titles and tokens[at].lower not in self.index.of_words:
            at -= 1
        before = tokens[max(at - 3, 0) : max(at, 0)]
        return tokens[max(at, 0)].lower in self.index.of_words and any(t.lower in self.index.roles for t in before)

    # -- who an actor is -----------------------------------------------------------------------------
    def person(self, actor_id: str) -> bool:
        """Whether the actor is a person; those not in the vocabulary are."""
        return self.lexicon.person(actor_id)

    def state(self, slot: Slot) -> bool:
        """Whether a state is named."""
        actor = self.lexicon.actors.get(slot.actors[0])
        return actor is not None and actor.kind == "state"

    def leads(self, actor_id: str) -> bool:
        """Whether the actor is, or was, head of a state or government."""
        return self.lexicon.leads(actor_id)

    def speaks_for(self, actor_id: str) -> bool:
        """Whether the actor only speaks for others: a spokesman."""
        actor = self.lexicon.actors.get(actor_id)
        offices = [self.lexicon.offices[h.office] for h in actor.offices] if actor else []
        return bool(offices) and all(o.speaks for o in offices)

    def envoy(self, actor_id: str) -> bool:
        """Whether the actor is sent to talk face to face, and in no office of those who phone each other."""
        actor = self.lexicon.actors.get(actor_id)
        if actor is None:
            return False
        return all(self.lexicon.offices[h.office].sent for h in actor.offices)

    def pair(self, slot: Slot) -> bool:
        """Whether two are meant who were named before: "both leaders"."""
        return slot.group and self.folded[slot.start : slot.end] in self.index.pairs

    def official(self, slot: Slot) -> bool:
        """Whether those named act for a state: in the vocabulary, or with a title of office before the name."""
        if not slot.person:
            return False
        known = [a in self.lexicon.actors and not self.speaks_for(a) for a in slot.actors]
        return all(known) or (not any(a in self.lexicon.actors for a in slot.actors) and self._titled(slot))

    def _titled(self, slot: Slot) -> bool:
        """Whether a title of office stands before a name: "il premier Rossi"."""
        at = self.document.token_index(slot.start)
        for token in reversed(self.document.tokens[max(at - 6, 0) : at]):
            if token.lower in self.index.office_heads:
                return True
            if not (self._in_title(token) or token.text == ","):
                return False
        return False

    def _in_title(self, token: Token) -> bool:
        """Whether a word may stand in a title, or lead on within one."""
        return token.lower in self.index.titles or token.lower in self.index.prepositions

    def country(self, actor_id: str) -> str | None:
        """The state an actor belongs to, as far as the vocabulary knows."""
        return self.lexicon.country(actor_id)

    def state_of(self, actor_id: str) -> str:
        """The actor's affiliation, or the actor if there is none."""
        actor = self.lexicon.actors.get(actor_id)
        return actor.affiliation if actor and actor.affiliation else actor_id

    def slot_ends(self, at: int) -> bool:
        """Whether a name ends at a place."""
        return any(s.end == at for s in self.within(max(at - 60, 0), at + 1))

    def place_ends(self, at: int) -> bool:
        """Whether the name of a place ends at a place."""
        return at in self._place_ends

    def at_name(self, at: int) -> bool:
        """Whether a name begins at a place."""
        low = bisect_left(self._starts, at)
        return low < len(self.slots) and self.slots[low].start <= at + 1

    def at_person(self, at: int) -> bool:
        """Whether the name of a person begins at a place."""
        low = bisect_left(self._starts, at)
        return low < len(self.slots) and self.slots[low].start <= at + 1 and self.slots[low].person

    def accented(self, token: Token) -> str:
        """A word in small letters, an apostrophe behind it read as the accent it stands for: "incontrera'"."""
        word = token.text.lower()
        if token.end not in self.accents or word[-1] not in _ACCENTS:
            return word
        return word[:-1] + _ACCENTS[word[-1]]

    # -- stretches of text ---------------------------------------------------------------------------
    def within(self, start: int, end: int) -> list[Slot]:
        """The names that begin and end in [start, end)."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [s for s in self.slots[low:high] if s.end <= end]

    def words_in(self, start: int, end: int) -> Sequence[str]:
        """The words, folded, of the tokens that begin in [start, end)."""
        starts = self.document.token_starts
        first = bisect_left(starts, start)
        return self.document.lowers[first : bisect_left(starts, end, first)]

    def people(self, sentence: Sentence) -> tuple[str, ...]:
        """All persons named in a sentence."""
        if sentence.start not in self._people:
            slots = self.within(sentence.start, sentence.end)
            people = {a for s in slots if not s.pronoun for a in s.actors if self.person(a)}
            self._people[sentence.start] = tuple(sorted(people))
        return self._people[sentence.start]

    def clause_ends_at(self, token: Token) -> bool:
        """Whether a clause ends at a word: at "prima", "secondo", but not in "la prima", "il secondo"."""
        words = self.index.breakers
        return token.lower in words and not self.index.numbering.search(
            self.folded[max(token.start - 12, 0) : token.end]
        )

    def beside_verb(self, token: Token) -> bool:
        """Whether a word may stand between a subject and its verb: "they last met", "the two have then met"."""
        index = self.index
        status, link = index.words.status, index.words.link
        return token.lower in index.auxiliaries or token.lower in index.adverbs or token.lower in (
            *status.first, *status.earlier_verb, *link.times
        )  # fmt: skip

    def joined(self, at: int) -> bool:
        """ "Ha visto Rossi e ha incontrato Bianchi": nothing but "and" and auxiliaries stands before a verb."""
        for token in reversed(self.document.tokens_in(max(at - 30, 0), at)):
            if self.accented(token) in self.index.words.status.and_:
                return True
            if token.lower not in self.index.auxiliaries and token.lower not in self.index.words.link.adverbs:
                return False
        return False

    def breaks(self, tokens: Iterable[Token]) -> bool:
        """Whether a word or mark among the tokens ends the clause."""
        return any(t.text in STOPS or self.clause_ends_at(t) for t in tokens)

    def clean(self, start: int, end: int, most: int) -> bool:
        """Whether nothing between two places ends a clause, and it is at most so many words."""
        first, last = self.document.first_token(start), self.document.first_token(end)
        at = bisect_left(self._breaking, first)
        plain = at == len(self._breaking) or self._breaking[at] >= last
        if plain and last - first <= most:
            return True
        tokens = self.document.tokens[first:last]
        if tokens and tokens[0].text in _CLOSING and tokens[0].start == start:
            tokens = tokens[1:]  # the noun itself was between quote marks
        if "(" in self.folded[start:end]:
            tokens = unbracketed(tokens)  # "il presidente (serbo) Rossi"
        tokens = tuple(t for t in tokens if t.start not in self.in_dates)  # "Smith and Jones on Monday (3 May) spoke"
        return len(tokens) <= most and not self.breaks(tokens)

    def no_verb(self, start: int, end: int) -> bool:
        """The same for the stretch between a noun and "between": no verb of its own either."""
        verbs = self.index.words.verbs
        return self.clean(start, end, 14) and not any(
            (t.lemma in verbs.finite and t.lower not in verbs.not_finite)
            or t.lower in self.index.words.link.purpose
            for t in self.document.tokens_in(start, end)
        )  # fmt: skip

    def odd_words(self, start: int, end: int) -> int:
        """How many words between two places are no titles, articles, joiners or names; verbs of speech weigh most."""
        odd, index = 0, self.index
        for token in self.document.tokens_in(start, end):
            word = token.lower.strip("'")
            if word in index.titles or token.lower in index.prepositions:
                continue
            if len(word) < 2 or not word[0].isalpha() or token.text.lower() in index.words.status.and_:
                continue
            if token.text[0].isupper():
                continue
            heavy = token.lower in index.auxiliaries or token.lower in index.speech or token.lemma in index.speech
            odd += 9 if heavy else 1
        return odd

    def only_titles(self, start: int, end: int, most: int = 3) -> bool:
        """Whether nearly all words between two names are joiners, titles and adjectives, none a verb of speech."""
        return self.odd_words(start, end) <= most

    def gap(self, start: int, end: int) -> str:
        """The words between two places, folded but for the accent that tells the verb "è" from the "e" that joins."""
        folded = self.folded[start:end]
        if not self._with_verb_e or not _VERB_E.search(self.document.text, start, end):
            return folded
        return "".join(
            raw if raw in "èÈ" else low for raw, low in zip(self.document.text[start:end], folded, strict=True)
        )

    def hyphenated(self, pair: Sequence[Slot]) -> bool:
        """Whether the names are joined by hyphens: "Smith-Jones"."""
        return all(self.folded[a.end : b.start] in _HYPHENS for a, b in pairwise(pair))

    def strange_owner(self, at: int) -> bool:
        """Whether a possessor that is no name of an actor stands right before a noun: "the envoy's meeting"."""
        owner = self._owner(at)
        return owner is not None and owner.start not in self.in_dates and not self.slot_ends(owner.end)

    def of_day(self, at: int) -> bool:
        """Whether a day is the possessor right before a noun: "Monday's visit"."""
        owner = self._owner(at)
        return owner is not None and owner.start in self.in_dates

    def _owner(self, at: int) -> Token | None:
        """The word before the possessive ending that stands right before a noun and its adjectives."""
        tokens = self.document.tokens_in(at - 40, at)[-6:]
        for i in range(len(tokens) - 1, 0, -1):
            if tokens[i].text in STOPS or self.clause_ends_at(tokens[i]):
                return None
            if tokens[i].lower == "'s":
                return tokens[i - 1]
        return None

    def owns(self, slot: Slot) -> bool:
        """Whether a possessive ending stands on the name."""
        return self.folded.startswith(("'s", "' "), slot.end)

    def telling(self, at: int) -> Token | None:
        """The verb that tells of what stands at a place: "brief Jones on his talks", "discuss the summit"."""
        low = max(at - 90, self.document.sentence_at(at).start)
        for token in reversed(self.document.tokens_in(low, at)):
            if token.lower in self.index.words.link.that or token.text in STOPS:
                return None
            if token.lemma in self.index.telling_verbs:
                return token
        return None

    # -- lists -----------------------------------------------------------------------------------------
    def after(self, at: int, limit: int, first_gap: int = 8, odd: int = 3, several: bool = False) -> list[Slot]:
        """The names listed from `at` on: "the president of X, A, and the president of Y, B".

        With `several`, commas alone join them, as where more than one must follow.
        """
        found = self.within(at, limit)
        if not found or not self.clean(at, found[0].start, first_gap) or not self.only_titles(at, found[0].start, odd):
            return []
        out, last_joined = [found[0]], ""
        for slot in (s for s in found[1:] if not s.pronoun):
            gap = self.gap(out[-1].end, slot.start)
            tight, joins = gap in _HYPHENS, self._joins(gap)
            nested = last_joined == "," and joins  # "A, and B and C"
            if not tight and ((last_joined and not nested) or not self._continues(out[-1], slot)):
                break
            last_joined = gap.strip()[:1] if joins and not nested else "and" * joins
            out.append(slot)
        return out if several else self._true_list(out, first=True)

    def before(self, at: int, low: int, gap_words: int = 4) -> list[Slot]:
        """The names listed right before `at`, in text order."""
        found = self.within(low, at)
        if not found or not self.clean(found[-1].end, at, gap_words):
            return []
        out = [found[-1]]
        for slot in reversed(found[:-1]):
            gap = self.folded[slot.end : out[0].start]
            if slot.pronoun and not self._and_titles(slot.end, out[0].start):
                continue
            if gap not in _HYPHENS and not self._continues(slot, out[0]):
                break
            out.insert(0, slot)
        return self._true_list(out, first=False)

    def _and_titles(self, start: int, end: int) -> bool:
        """ "He and Jones", "she and the minister, Jones": only "and" and a title between a pronoun and a name."""
        words = self.folded[start:end].split()[:1]
        return bool(words) and words[0] in self.index.words.status.and_ and self.only_titles(start, end, 0)

    def _continues(self, one: Slot, two: Slot) -> bool:
        """Whether the words between two names join them to a list."""
        start, gap = one.end, self.gap(one.end, two.start).strip()
        if self.pair(two) and gap.startswith(",") and not self.at_name(two.end):
            return False  # "with Jones, with both leaders hailing …": those named before
        if tie := self.index.as_well.match(gap):
            start, gap = self.folded.index(tie.group(), start) + len(tie.group()), ","
        if one.actors == two.actors and _INITIALS.fullmatch(gap):
            return True  # "the foreign minister S. Jones"
        return (
            bool(self.index.joined.match(gap))
            and self.clean(start, two.start, 11)
            and self.only_titles(start, two.start)
        )

    def _joins(self, gap: str) -> bool:
        """Whether an "and", or "as well as", joins two names."""
        return bool(self.index.and_.search(gap) or self.index.as_well.match(gap.strip()))

    def _true_list(self, slots: list[Slot], first: bool) -> list[Slot]:
        """A list has an "and" or hyphens; with commas alone, only names of the same actor stay together."""
        gaps = [self.gap(a.end, b.start) for a, b in pairwise(slots)]
        if not gaps or any(gap in _HYPHENS or self._joins(gap) for gap in gaps):
            return slots
        ordered = slots if first else slots[::-1]
        if not first and len(slots) == 2 and self.headline(slots):
            return slots
        kept = [ordered[0]]
        for slot in ordered[1:]:
            if not set(slot.actors) & set(kept[0].actors):
                break
            kept.append(slot)
        return kept if first else kept[::-1]

    def headline(self, pair: Sequence[Slot]) -> bool:
        """ "Smith, Jones hold talks": two names open a sentence, with a bare comma between them and none behind."""
        sentence = self.document.sentence_at(pair[0].start)
        return (
            pair[0].start == sentence.start
            and self.folded[pair[0].end : pair[1].start] == ", "
            and not self.folded.startswith(",", pair[1].end)
        )

    def skip_owners(self, at: int, limit: int) -> int:
        """Where the names after `at` begin, once a possessor before titles and another name is passed: "his envoy"."""
        found = self.within(at, limit)[:2]
        if len(found) == 2:
            owner, owned = found
            if (owner.pronoun or self.owns(owner)) and self.only_titles(owner.end, owned.start, 1):
                gap = self.folded[owner.end : owned.start]
                if not self.index.joined.match(gap.removeprefix("'s").strip()) and len(gap.split()) <= 8:
                    return owner.end
        return at

    # -- grammar -------------------------------------------------------------------------------------
    def oblique(self, slot: Slot, low: int = 0) -> bool:
        """Whether a preposition governs the name, looking back through its title, at most to `low`."""
        at = self.document.token_index(slot.start)
        for back in range(at - 1, max(at - 7, -1), -1):
            token = self.document.tokens[back]
            if token.end in self._place_ends or token.start < low:
                return False  # "received in Berlin Jones"
            if (
                token.lower in self.index.words.link.among
                and self.document.tokens[back - 1].lower in self.index.prepositions
            ):
                return True  # "con tre leader, tra cui Rossi"
            if token.lower in self.index.prepositions:
                if not self._within_title(back, at) and not self._of_whom_sent(back, at, slot):
                    return True
                continue
            if token.lower not in self.index.titles and not token.text[0].isupper():
                return False
            if token.text in (",", "."):
                return False
        return False

    def _within_title(self, preposition: int, name: int) -> bool:
        """Whether a preposition belongs to a title before the name: "the secretary of state, Smith", not "of Smith"."""
        between = self.document.tokens[preposition + 1 : name]
        if not between or any(t.lower in self.index.roles for t in between) or preposition == 0:
            return False
        for back in range(preposition - 1, max(preposition - 6, -1), -1):
            token = self.document.tokens[back]
            if token.lower in self.index.roles:
                return True
            if not (self._in_title(token) or token.text[0].isupper()):
                return back == preposition - 1 and self.document.tokens[back - 1].lower in self.index.roles
        return False

    def _of_whom_sent(self, preposition: int, name: int, slot: Slot) -> bool:
        """ "The envoy of the president of X, Smith": a title within the title of somebody who holds the outer one."""
        inner = {t.lower for t in self.document.tokens[preposition + 1 : name]} & self.index.office_heads
        outer = {t.lower for t in self.document.tokens[max(preposition - 3, 0) : preposition]} & self.index.roles
        own = self.title_words(slot) if inner and outer else set()
        return bool(outer & own and not inner & own)

    def title_words(self, slot: Slot) -> set[str]:
        """The words of the titles of the offices somebody holds or held."""
        actor, italian = self.lexicon.actors.get(slot.actors[0]), self.document.language == "it"
        offices = [self.lexicon.offices[h.office] for h in actor.offices] if actor else []
        return {w for o in offices for t in (o.titles_it if italian else o.titles_en) for w in t.lower().split()}

    def subject(self, at: int, sentence: Sentence, used: set[tuple[int, int]], noun: bool) -> list[Slot]:
        """Who acts: the possessor right before a noun, else the nearest name before that no preposition governs."""
        before = [s for s in self.within(sentence.start, at) if (s.start, s.end) not in used and (s.person or s.group)]
        they = self.they(at, sentence, used)
        if they is not None:
            return self.plural_before(they)
        if not before:
            return []
        nearest = before[-1]
        gap = self.folded[nearest.end : at]
        link = self.index.words.link
        owned = {t.lower for t in self.document.tokens_in(nearest.end, at)}
        apart = bool(owned & self.index.prepositions or owned.intersection(link.during))  # "Smith's promise in a call"
        his = apart and bool(owned.intersection(link.his))  # "Smith's focus on his meeting"
        if noun and (nearest.pronoun or self.owns(nearest)) and len(gap.split()) <= 6 and (his or not apart):
            return self._whose(nearest, before[:-1]) or [nearest]
        direct = [s for s in before if (not self.oblique(s) or self._agent(s)) and not self._genitive(s)]
        direct = [s for s in direct if not self._aside(s, at, sentence)] or direct
        direct = [s for s in direct if not self.acted_on(s)] or direct
        chosen = direct[-1] if direct else before[0]
        joined = self.before(chosen.end, sentence.start, 0)
        return [s for s in joined if s.person or s.group] or [chosen]

    def _whose(self, pronoun: Slot, before: Sequence[Slot]) -> list[Slot]:
        """ "Smith will brief Jones on his call": of whoever briefs, not of whom he tells it."""
        told = [s for s in before if s.person and not s.pronoun and set(s.actors) & set(pronoun.actors)][-1:]
        if not pronoun.pronoun or not told or not self.acted_on(told[0]):
            return []
        acting = [s for s in before if s.end <= told[0].start and not set(s.actors) & set(pronoun.actors)]
        return [s for s in acting if not self.oblique(s) and not self.owns(s) and not self.acted_on(s)][-1:]

    def they(self, at: int, sentence: Sentence, used: set[tuple[int, int]]) -> int | None:
        """Where a pronoun for several stands as subject before a verb or noun: "after they visit"."""
        words = self.index.words.link.plural_pronouns
        if not self.may("plural_pronouns", max(at - 90, sentence.start), at):
            return None
        low = max((s.end for s in self.within(sentence.start, at) if (s.start, s.end) not in used), default=at - 90)
        found = [t.start for t in self.document.tokens_in(max(low, at - 90, sentence.start), at) if t.lower in words]
        return found[-1] if found and self.clean(found[-1], at, 14) else None

    def plural_before(self, at: int) -> list[Slot]:
        """The persons joined, or the group named, in the last of this and the two sentences before that has such.

        Whoever acts there is preferred to those a preposition governs.
        """
        which = self.document.sentence_index(at)
        for sentence in reversed(self.document.sentences[max(which - 2, 0) : which + 1]):
            joined: list[list[Slot]] = []
            for slot in (s for s in self.within(sentence.start, min(at, sentence.end)) if s.person or s.group):
                pair = [slot] if slot.group else [s for s in self.before(slot.end, sentence.start, 0) if s.person]
                if len({a for s in pair for a in s.actors}) > 1:
                    joined = [*(j for j in joined if j[0] != pair[0]), pair]  # the longer of two lists
            if joined:
                acting = [j for j in joined if not self.oblique(j[0])]
                return (acting or joined[-1:])[0]
        return []

    def _agent(self, slot: Slot) -> bool:
        """Whether the name is that of who does something, behind a noun: "da parte di A", "on the part of A"."""
        return bool(self.index.part_of.search(self.folded, max(slot.start - 40, 0), slot.start))

    def _genitive(self, slot: Slot) -> bool:
        """Whether the name owns what follows: "Jones's promise"; no subject, if the sentence has another."""
        return self.owns(slot)

    def _aside(self, slot: Slot, at: int, sentence: Sentence) -> bool:
        """Whether the name stands between commas that describe another: "Smith, once an aide to Jones, met …"."""
        comma = self.folded.rfind(",", sentence.start, slot.start)
        if comma < 0 or self.folded.find(",", slot.end, at) < 0:
            return False
        described = any(s.end == comma and s.person for s in self.within(sentence.start, comma + 1))
        return described and self.odd_words(comma, slot.start) > 0

    def acted_on(self, slot: Slot) -> bool:
        """Whether a verb that acts on somebody stands right before the name: "told Jones", "ha informato Rossi"."""
        first = at = self.document.token_index(slot.start)
        while at > 0 and first - at < 6:
            token = self.document.tokens[at - 1]
            apposed = token.text == "," and at == first and self.document.tokens[at - 2].lower in self.index.titles
            if token.lower not in self.index.titles and not (token.text[0].isupper() and at == first) and not apposed:
                break
            at -= 1
        verb = self.document.tokens[at - 1] if at > 0 else None
        return verb is not None and bool({verb.lower, verb.lemma} & self.index.acting_on)
