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
        "“Smith called Jones. Smith told him that it was too late. They spoke for an hour”",
    ),
)

_AHEAD = 6  # words between two who act and the verb: "have also briefly"
_JUST_TOLD = 350  # characters within which "they" are those of a contact told before
_CLITIC = 4  # words before a verb within which "gli" may stand, past auxiliaries and adverbs
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
        wanted = self._told | self.index.sharing | self.index.sharing_with.keys()
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
            if self._shares(token, sentence) and (said := self._shared(token, sentence)):
                return said
        return None

    def _shares(self, verb: Token, sentence: Sentence) -> bool:
        """ "Discussed", by itself; "spoke", only before "about" or "for three hours"."""
        if verb.lemma in self.index.sharing:
            return True
        then = self.index.sharing_with.get(verb.lemma)
        return then is not None and then.match(self.names.folded, verb.end, sentence.end) is not None

    def _told_to(self, verb: Token, sentence: Sentence) -> _Said | None:
        """ "Smith told Jones", "Rossi ha ribadito a Bianchi"."""
        if (said := self._told_him(verb, sentence)) is not None:
            return said
        at = verb.end + 1
        if verb.lemma not in self.index.acting_on or verb.lemma not in self.index.addressing:
            tie = self.index.to.match(self.names.folded, at)
            if tie is None:
                return None
            at = tie.end()
        heard = self.names.after(at, sentence.end, 6, odd=0)
        if heard and heard[0].pronoun and at == verb.end + 1:
            return None  # "told her husband"
        if not heard or not _one(heard) or status.tense_at(self.names, self.document.token_index(verb.start)) != "past":
            return None
        if not self.names.only_titles(verb.end, heard[0].start, 0) or self._denied(verb, sentence):
            return None
        told = self._teller(verb, sentence)
        if told is None or told == heard[0].actors[0]:
            return None
        return _Said(verb.start, heard[0].end, tuple(sorted((told, heard[0].actors[0]))))

    def _told_him(self, verb: Token, sentence: Sentence) -> _Said | None:
        """ "Smith told him", "gli ha detto Rossi": the other of the contact of his that is told right before."""
        index = self.document.token_index(verb.start)
        near = self.document.tokens[max(index - _CLITIC, sentence.first) : min(index + 2, sentence.last)]
        him = next((t for t in near if t.lower in self.index.words.link.datives), None)
        if him is None or not self._is_dative(him, verb) or self._denied(verb, sentence):
            return None
        if status.tense_at(self.names, index) != "past":
            return None
        ahead = him.start < verb.start
        behind = self.names.after(verb.end + 1, sentence.end, 6, odd=0)[:1] if ahead else []
        named = bool(behind) and _one(behind) and self.names.only_titles(verb.end, behind[0].start, 0)
        teller = behind[0].actors[0] if named else self._teller(him if ahead else verb, sentence)
        gender = self.index.words.link.datives[him.lower]
        two = self.pairs.with_other(teller, him.start, gender, _JUST_TOLD) if teller else ()
        return _Said(min(him.start, verb.start), max(him.end, verb.end), two) if two else None

    def _is_dative(self, him: Token, verb: Token) -> bool:
        """Whether a word is whom one tells: right behind "told", and not "told her husband"; before "ha detto"."""
        if him.start < verb.start:
            between = self.document.tokens_in(him.end, verb.start)
            return all(t.lower in self.index.verb_group or t.lower in self.index.adverbs for t in between)
        link = self.index.words.link
        if verb.lemma not in self.index.addressing or him.lower not in link.his:
            return verb.lemma in self.index.addressing
        after = self.document.tokens_in(him.end, him.end + 12)[:1]
        opens = (*link.that, *link.purpose, *link.prepositions)
        return not after or not after[0].text[0].isalnum() or after[0].lower in opens

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
        index, tokens = self.index, self.document.tokens_in(start, end)
        small = (
            index.auxiliaries,
            index.adverbs,
            index.negation,
            index.verb_group,
            index.words.link.one,
            (",", *QUOTES),
        )
        return len(tokens) <= _AHEAD and all(any(t.lower in words for words in small) for t in tokens)

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
