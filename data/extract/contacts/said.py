"""What was said in a contact: what one told another, what two discussed or agreed.

Lives here: `Sayings`, who spoke to whom in a sentence that does not name their contact. Must not live here: whether the
article tells of a contact of theirs (`data.merge_again`), what was said (`data.extract.quotes`), or any word list
(contacts.toml).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.document import Sentence, Token
from data.extract.contacts import status
from data.extract.contacts.contact import Contact
from data.extract.contacts.names import QUOTES, STOPS, Names, Slot
from data.extract.contacts.pairs import Pairs
from data.extract.contacts.when import Dates
from data.extract.finds import Quote
from data.extract.rules import Rule

RULES = (
    Rule(
        "contact-said",
        "What somebody told another, or what two discussed or agreed: said in the contact of theirs that the article "
        "tells of nearest before; where it tells of none, it is no contact.",
        "«Rossi e Bianchi si sono sentiti. I due leader hanno anche discusso dei dazi»",
        "“Smith called Jones. Smith told Jones that it was too late”",
    ),
)

_AHEAD = 6  # words between two who act and the verb: "have also briefly"
_JUST_TOLD = 350  # characters within which "they" are those of a contact told before
_RIGHT_BEHIND = 24  # characters within which the day on which something was said stands


class _Said(NamedTuple):
    """Those who spoke with each other, and the words that say so."""

    start: int
    end: int
    people: tuple[str, ...]


class Sayings:
    """The search for such sentences in one article; `pairs`: between whom its contacts so far were."""

    def __init__(self, names: Names, dates: Dates, quotes: Sequence[Quote], pairs: Pairs) -> None:
        self.names, self.index, self.document = names, names.index, names.document
        self.dates, self.pairs = dates, pairs
        self._direct = [q for q in quotes if q.form == "direct"]
        words = self.index.words.verbs
        self._told = frozenset((*words.addressing, *words.conveying))
        wanted = self._told | self.index.sharing
        self._verbs = [i for i, lemma in enumerate(self.document.lemmas) if lemma in wanted]

    def read(self, sentence: Sentence, told: Sequence[Contact]) -> Iterator[Contact]:
        """Sentence and the contacts it names → what was said in another: none by itself, and so tentative."""
        said = self._said(sentence)
        if said is None or len({self.names.country(p) or p for p in said.people}) != 2:
            return
        if any({*said.people} <= {*contact.principals} for contact in told):
            return
        days = self.dates.within(said.end, min(said.end + _RIGHT_BEHIND, sentence.end))
        yield Contact(
            start=sentence.start,
            end=sentence.end,
            mark_start=said.start,
            mark_end=said.end,
            kind="meeting",
            rule="contact-said",
            principals=said.people,
            sides=said.people,
            named=self.names.people(sentence),
            date=next(iter(days), None),
            loose=True,
            tentative=True,
        )

    def _said(self, sentence: Sentence) -> _Said | None:
        """The first such words: "Smith told Jones that …", "the two leaders also discussed …"."""
        low, high = bisect_left(self._verbs, sentence.first), bisect_left(self._verbs, sentence.last)
        for token in (self.document.tokens[i] for i in self._verbs[low:high]):
            if token.lemma in self._told and (said := self._told_to(token, sentence)):
                return said
            if token.lemma in self.index.sharing and (said := self._shared(token, sentence)):
                return said
        return None

    def _told_to(self, verb: Token, sentence: Sentence) -> _Said | None:
        """ "Smith told Jones", "Rossi ha ribadito a Bianchi"."""
        at = verb.end + 1
        if verb.lemma not in self.index.acting_on or verb.lemma not in self.index.addressing:
            tie = self.index.to.match(self.names.folded, at)
            if tie is None:
                return None
            at = tie.end()
        heard = self.names.after(at, sentence.end, 6, odd=0)
        if not heard or not _one(heard) or status.tense_at(self.names, self.document.token_index(verb.start)) != "past":
            return None
        if not self.names.only_titles(verb.end, heard[0].start, 0) or self._denied(verb, sentence):
            return None
        told = self._teller(verb, sentence)
        if told is None or told == heard[0].actors[0]:
            return None
        return _Said(verb.start, heard[0].end, tuple(sorted((told, heard[0].actors[0]))))

    def _teller(self, verb: Token, sentence: Sentence) -> str | None:
        """Who tells: the subject, or whoever is quoted with "I told"."""
        quote = next((q for q in self._direct if q.start <= verb.start < q.end), None)
        if quote is not None:
            near = self.document.tokens_in(max(verb.start - 24, quote.start), verb.start)[-2:]
            mine = any(t.text.lower() in self.index.words.link.first_person for t in near)
            return quote.speaker if mine and quote.speaker and self.names.person(quote.speaker) else None
        subject = self.names.subject(verb.start, sentence, set(), noun=False)
        if not _one(subject) or self.names.oblique(subject[0]) or self.names.owns(subject[0]):
            return None
        own = self.names.clean(subject[0].end, verb.start, _AHEAD) or self._aside(subject[0].end, verb.start)
        return subject[0].actors[0] if own else None

    def _aside(self, start: int, end: int) -> bool:
        """ "Smith, who spoke from Rome, told Jones": all between the name and the verb stands between commas."""
        tokens = [t for t in self.document.tokens_in(start, end) if t.lower not in self.index.auxiliaries]
        return len(tokens) > 1 and tokens[0].text == "," and tokens[-1].text == ","

    def _shared(self, verb: Token, sentence: Sentence) -> _Said | None:
        """ "The two leaders discussed", "Rossi e Bianchi hanno concordato"."""
        if status.tense_at(self.names, self.document.token_index(verb.start)) != "past":
            return None
        for field in ("both", "those_two"):
            if both := self._both_before(field, verb, sentence):
                reach = (_JUST_TOLD,) if field == "those_two" else ()
                return _Said(both.start, verb.end, self.pairs.last_two(both, *reach))
        slots = self.names.before(verb.start, sentence.start, _AHEAD)
        if not slots or self.names.oblique(slots[0]) or not self._only_adverbs(slots[-1].end, verb.start):
            return None
        if len(slots) == 1 and slots[0].group and slots[0].person and len(slots[0].actors) == 2:
            return _Said(slots[0].start, verb.end, self.pairs.last_two(slots[0]))
        people = tuple(sorted({a for s in slots for a in s.actors}))
        if len(people) != 2 or not all(s.person and not s.group for s in slots):
            return None
        return _Said(slots[0].start, verb.end, people)

    def _both_before(self, field: str, verb: Token, sentence: Sentence) -> Slot | None:
        """ "The two discussed", "i due hanno": those of whom the article told last."""
        for match in self.names.all(field, max(sentence.start, verb.start - 60), verb.start):
            own = field == "both" or self._opens(match.start(), sentence)
            if own and self._only_adverbs(match.end(), verb.start):
                return Slot(match.start(), match.end(), (), person=True, pronoun=False, group=True)
        return None

    def _opens(self, at: int, sentence: Sentence) -> bool:
        """Whether a clause begins at a place, so that no other subject stands before it."""
        before = self.document.tokens_in(sentence.start, at)[-1:]
        opens = (*self.index.words.link.that, *self.index.relatives)
        return not before or not before[0].text[0].isalnum() or before[0].lower in opens

    def _only_adverbs(self, start: int, end: int) -> bool:
        """Whether only auxiliaries, adverbs and a negation stand between a subject and its verb."""
        tokens = self.document.tokens_in(start, end)
        return len(tokens) <= _AHEAD and all(
            t.lower in self.index.auxiliaries or t.lower in self.index.adverbs or t.lower in self.index.negation
            or t.lower in self.index.verb_group or t.text == "," or t.text in QUOTES for t in tokens
        )  # fmt: skip

    def _denied(self, verb: Token, sentence: Sentence) -> bool:
        """Whether it was not told, or is only asked whether it was."""
        before = self.document.tokens_in(max(sentence.start, verb.start - 30), verb.start)[-4:]
        for token in reversed(before):
            if token.text in STOPS or token.text == ",":
                return False
            if token.lower in self.index.negation or token.lower in self.index.words.status.asking:
                return True
        return False


def _one(slots: Sequence[Slot]) -> bool:
    """Whether the names are of one person."""
    return (
        bool(slots) and all(s.person and not s.group for s in slots) and len({a for s in slots for a in s.actors}) == 1
    )
