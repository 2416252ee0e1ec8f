"""Whom the verb of a contact acts on or with: "met A", "spoke yesterday, in Rome, with A".

Lives here: `Objects`. Must not live here: who acts (`subjects`), or any word list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.document import Sentence, Token
from data.extract.contacts import status
from data.extract.contacts.delegates import by_nation, delegates_of, leader_of, led_by, members
from data.extract.contacts.mutual import reflexive
from data.extract.contacts.names import QUOTES, STOPS, Names, Slot
from data.extract.contacts.triggers import Trigger
from data.lexicon.types import ContactVerb

_CIRCUMSTANCES = 6  # phrases of time and place between a verb and its object
_OF_SEVERAL = 8  # words from a verb to "and" behind several who are not named
_AFTER_OBJECT = ",.;:!?)-"  # marks after an object that leave the sense of its verb open


class Objects:
    """The objects of the verbs of one article."""

    def __init__(self, names: Names, dates_at: Mapping[int, int]) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.dates_at = dates_at  # where dates begin and end
        self.bounds = {**names.places_at, **dates_at}  # the same with places

    def of(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """Whom the verb acts on or with: those named, else those named of several: "met leaders, including A"."""
        named = self._named(trigger, verb, sentence, high)
        alone = verb.mutual_only or reflexive(self.names, trigger) or verb.object == "place" or verb.then
        return named if named or alone else self._of_several(trigger, verb, sentence)

    def _of_several(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence) -> list[Slot]:
        """ "Will meet leaders from Norway and Sweden, notably the prime minister, A"."""
        if not self.names.may("including", trigger.end, sentence.end):
            return []
        at = self.past_adverbs(trigger.end, sentence.end)
        tie = self.index.object_with.match(self.folded, at, min(at + 30, sentence.end))
        if tie is None and verb.object != "direct":
            return []
        return members(self.names, tie.end() if tie else at, sentence)

    def _named(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """Whom the verb acts on or with, by name."""
        if verb.mutual_only or reflexive(self.names, trigger) or verb.object == "place":
            return []
        if verb.object == "direct" and (direct := self.direct(trigger, verb, sentence, high)):
            return direct
        if verb.then or verb.host:
            return []
        ties = {"to": self.index.object_to, "beside": self.index.object_beside}
        tie = ties.get(verb.object, self.index.object_with)
        past = self.past_adverbs(trigger.end, min(high, sentence.end))
        start = past if verb.object == "direct" else trigger.end
        match = tie.match(self.folded, start, min(start + 70, sentence.end))
        if match is None and verb.object == "to" and verb.needs:
            match = self.index.object_to_far.match(self.folded, start, min(start + 70, sentence.end))
        if match is None and past > start:
            match = tie.match(self.folded, past, min(past + 70, sentence.end))
        if match and verb.object == "direct" and not self.index.with_.match(self.folded, match.start() + 1):
            return []  # "met reporters with Jones"
        if match is None or self.index.that.search(match.group()):
            return []
        if match.end() > high and not self.index.during.search(self.folded[trigger.end : high]):
            return []  # "A and B spoke before the meeting with C"
        at = self.names.skip_owners(match.end(), sentence.end)
        objects = self.names.after(at, sentence.end, 12, odd=1) or self.names.after(at, sentence.end, 7)
        if not objects or self.governed(at, objects[0]) or self._absolute(trigger, match.start(), objects[-1]):
            return []
        return [s for s in objects if (s.person or s.group or self.names.state(s)) and not self._sender(s)]

    def _sender(self, slot: Slot) -> bool:
        """ "Met with Smith's representatives": those a person sent, not that person."""
        return slot.person and not slot.pronoun and self.names.owns(slot)

    def _absolute(self, trigger: Trigger, tie: int, last: Slot) -> bool:
        """ "Envoys will meet, with Jones leading the delegation": a clause of its own behind a comma."""
        apart = "," in self.folded[trigger.end : tie + 1]
        return apart and bool(self.index.absolute.match(self.folded, last.end + 1))

    def visited(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """ "Smith will visit Jones in Rome", "would visit him"."""
        if verb.object != "place":
            return []
        if verb.trip:
            return self._gone_to(trigger, sentence)
        if self.him(trigger):
            pronouns = self.names.within(trigger.end, min(trigger.end + 12, sentence.end))
            return [s for s in pronouns if s.pronoun][:1]
        found = self.direct(trigger, verb, sentence, high)
        near = bool(found) and self.names.clean(trigger.end, found[0].start, 12)
        return found if near and not self.names.in_dates & self._starts(trigger.end, found[0].start) else []

    def _starts(self, low: int, high: int) -> frozenset[int]:
        return frozenset(t.start for t in self.document.tokens_in(low, high))

    def _gone_to(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Rossi è volato da Bianchi", "va dal presidente Bianchi": whoever somebody goes to, in Italian alone."""
        verb = self.document.tokens[self.document.token_index(trigger.start)]
        if verb.lemma not in self.index.words.verbs.going_to:
            return []
        at = self.past_adverbs(trigger.end, sentence.end)
        tie = self.document.tokens_in(at, sentence.end)[:1]
        if not tie or tie[0].lower not in self.index.words.link.host_headline:
            return []
        return [s for s in self.names.after(tie[0].end, sentence.end, 6, odd=0)[:1] if s.person and not s.pronoun]

    def direct(self, trigger: Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[Slot]:
        """The object right behind its verb: "met A", "met A's envoy B"; not "met the conditions that A set"."""
        limit = self._clause_end(trigger, sentence, min(high, sentence.end))
        start = trigger.end
        if verb.then and (adverb := self.index.then[verb.lemmas[0]].match(self.folded, start + 1)):
            start = adverb.end()  # "ha chiamato al telefono"
        start = self.past_adverbs(start, limit)
        first = self.document.tokens_in(start, limit)[:1]
        apart = bool(first) and "," in self.folded[trigger.end : first[0].start]
        if apart and self.index.absolute.match(self.folded, first[0].start):
            return []  # "l'aveva ricevuta a Roma, presenti A e B"
        at = self.names.skip_owners(start, limit)
        if not verb.then and (head := leader_of(self.names, at, limit)):
            return head
        found = self._present(self.names.after(at, limit, 12, odd=0 if verb.then else 1))
        if not found and not verb.then:
            if second := self._second(at, limit):
                return second
            found = self._long_title(at, limit)
        if found and not found[0].person and not verb.then:
            found = led_by(self.names, found, self.document.sentence_at(at))
            sent = self.names.state(found[0]) and delegates_of(self.names, found[0])
            if sent and not (verb.host and by_nation(self.names, found[0])):
                return found[:1]  # "met a group of Russian representatives"
        odd = bool(found) and self.names.odd_words(at, found[0].start) > 0 and self.behind_article(at, found[0].start)
        if odd and not (self._title_first(at, found[0].start) or self._title_last(at, found[0].start)):
            return []
        if not found or not found[0].person or self.names.oblique(found[0], start) or self.names.owns(found[-1]):
            return []
        if verb.then and not self._followed(found[-1], verb, sentence):
            return []
        if self._of_noun(found, verb):
            return []
        if verb.unless and self.index.unless[verb.lemmas[0]].match(self.folded, found[-1].end + 1):
            return []
        return [s for s in found if s.person]

    def _present(self, found: list[Slot]) -> list[Slot]:
        """Those listed as an object without who was there: "ha ricevuto A, presenti B e C"."""
        for i, slot in enumerate(found[:-1], 1):
            if self.folded.startswith(", ", slot.end) and self.index.absolute.match(self.folded, slot.end + 2):
                return found[:i]
        return found

    def _clause_end(self, trigger: Trigger, sentence: Sentence, limit: int) -> int:
        """ "After visiting Rome, Smith …": the comma that ends a clause which opens the sentence, else `limit`."""
        opener = status.behind_clause(self.names, trigger, sentence.start)
        comma = self.folded.find(",", trigger.end, limit)
        if opener is None or comma < 0 or self.index.words.status.future_endings:
            return limit
        opens = not any(t.text[0].isalnum() for t in self.document.tokens_in(sentence.start, opener))
        return comma if opens and not self.names.within(trigger.end, comma) else limit

    def _long_title(self, at: int, limit: int) -> list[Slot]:
        """ "Il capo dell'intelligence militare turca A": a title of several words behind an article."""
        words = [t for t in self.document.tokens_in(at, limit) if t.lower not in self.index.articles][:1]
        if not words or words[0].lower not in self.index.roles or words[0].start == self._first(at):
            return []
        return self.names.after(at, limit, 10, odd=4)[:1]

    def _first(self, at: int) -> int:
        """Where the first word from a place on begins."""
        return next((t.start for t in self.document.tokens_in(at, at + 12)), at)

    def _second(self, at: int, limit: int) -> list[Slot]:
        """ "Met a group of senators and the minister A": who is named behind others who are not."""
        joins, words = self.index.words.status.and_, self.document.tokens_in(at, limit)[:_OF_SEVERAL]
        which = next((i for i, t in enumerate(words) if self.names.accented(t) in joins), None)
        if not which or any(t.text == "," or t.lower in self.index.auxiliaries for t in words[:which]):
            return []
        if self.names.breaks(words[:which]) or not any(t.lower in self.index.several_met for t in words[:which]):
            return []
        named = self.names.after(words[which].end, limit, 6, odd=0)
        behind = self.document.tokens_in(named[-1].end, limit)[:1] if named else ()
        alone = not behind or not behind[0].text[0].isalnum() or behind[0].lower in self.index.prepositions
        return named if named and named[0].person and alone else []

    def _of_noun(self, found: Sequence[Slot], verb: ContactVerb) -> bool:
        """ "Welcomed the Smith-Jones dialogue", "welcomed Smith's visit": what is welcomed is no person."""
        last = found[-1]
        if not verb.host:
            return False
        if len(found) > 1 and self.names.hyphenated(found):
            return True
        at = last.end + (2 if self.names.owns(last) else 0)
        return any(t.lower in self.index.noun_words for t in self.document.tokens_in(at, at + 14)[:1])

    def _title_first(self, start: int, end: int) -> bool:
        """Whether the first word behind an article says what somebody is: "il segretario del Consiglio di …, A"."""
        words = [t for t in self.document.tokens_in(start, end) if t.text[0].isalpha()]
        words = [t for t in words if t.lower not in self.index.articles]
        return bool(words) and words[0].lower in self.index.roles and not self.names.breaks(words)

    def _title_last(self, start: int, end: int) -> bool:
        """Whether a title stands right before a name, with but one word of its own: "the new chancellor, A"."""
        words = [t for t in self.document.tokens_in(start, end) if t.text[0].isalpha()]
        titled = bool(words) and words[-1].lower in self.index.roles and self.names.odd_words(start, end) == 1
        return titled and not any(t.lower in self.index.prepositions for t in words) and not self.names.breaks(words)

    def _followed(self, last: Slot, verb: ContactVerb, sentence: Sentence) -> bool:
        """ "Called him on Monday", not "called him a friend": what may follow an object in this sense."""
        return self.in_sense(last.end, verb, sentence)

    def in_sense(self, end: int, verb: ContactVerb, sentence: Sentence) -> bool:
        """Whether what follows the object of a verb, or the verb itself, leaves it a verb of contact."""
        rest = self.folded[end : sentence.end].lstrip()
        if not verb.then or not rest or rest[0] in _AFTER_OBJECT:
            return True
        if self.document.text[end : end + 1] in QUOTES:
            return True  # "I called Smith", not: called Smith "a friend"
        if self.index.and_.match(rest):
            return True
        return bool(self.index.then[verb.lemmas[0]].match(rest)) or end + 1 in self.dates_at

    def behind_article(self, start: int, end: int) -> bool:
        return any(t.lower in self.index.articles for t in self.document.tokens_in(start, end))

    def him(self, trigger: Trigger) -> bool:
        """ "Was due to meet him again": the object was told before."""
        after = self.document.tokens_in(trigger.end, trigger.end + 12)[:2]
        words = [t.lower for t in after if t.lower not in self.index.prepositions]
        return bool(words) and words[0] in self.index.words.link.object_pronouns

    def only_other(self, trigger: Trigger, sentence: Sentence, acting: Sequence[Slot]) -> tuple[Slot, ...]:
        """ "Smith was in Rome in May, when Jones met him": the only other person of the sentence before who acts."""
        pronoun = next((t.lower for t in self.document.tokens_in(trigger.end, trigger.end + 12)), "")
        gender = self.index.words.link.datives.get(pronoun)
        if not gender or not acting or acting[0].pronoun:
            return ()
        if any(s.person for s in self.names.within(acting[-1].end, trigger.start)):
            return ()  # "Jones had phoned Brown and would meet him"
        known = self.names.lexicon.actors
        before = [s for s in self.names.within(sentence.start, acting[0].start) if s.person and not s.pronoun]
        fitting = {a: s for s in before for a in s.actors if known.get(a) is None or known[a].gender in ("", gender)}
        fitting = {a: s for a, s in fitting.items() if a not in acting[0].actors}
        return tuple(fitting.values()) if len(fitting) == 1 and not any(s.group for s in fitting.values()) else ()

    def preposed(self, trigger: Trigger, sentence: Sentence) -> list[Slot]:
        """ "Con Rossi ci siamo visti", "with Jones we spoke": the other side opens the clause."""
        low = max(sentence.start, trigger.start - 60)
        for tie in self.names.all("with_", low, trigger.start):
            before = self.folded[sentence.start : tie.start()].strip()
            slots = self.names.after(tie.end(), trigger.start, odd=1)
            if (before and before[-1] not in ',:;-–—"“«') or not slots:
                continue
            words = self.document.tokens_in(slots[-1].end, trigger.start)
            small = (*self.index.words.link.first_person, *self.index.words.link.adverbs)
            if all(t.lower in self.index.auxiliaries or t.text.lower() in small for t in words):
                return slots
        return []

    def with_first(self, trigger: Trigger, sentence: Sentence) -> tuple[list[Slot], list[Slot]]:
        """ "Con Rossi ha parlato ieri anche Bianchi": whoever acts, behind the verb, and the other side before it."""
        at = self.past_adverbs(trigger.end, sentence.end)
        acting = self.names.after(at, sentence.end, 4, odd=1)
        if not acting or not acting[0].person or self.names.oblique(acting[0], at):
            return [], []
        others = [s for s in self.preposed(trigger, sentence) if s.person]
        return (acting, others) if others else ([], [])

    def governed(self, at: int, slot: Slot) -> bool:
        """Whether further words of their own stand between "with" and the name: "with the author of a book on A"."""
        return self.names.odd_words(at, slot.start) >= 2 or any(
            t.lower in self.index.prepositions and self.names.odd_words(at, t.start) >= 1
            for t in self.document.tokens_in(at, slot.start)
        )

    def past_adverbs(self, start: int, limit: int) -> int:
        """Where an object may begin, past words of time, place and occasion.

        "ha incontrato ieri, a margine del vertice, il presidente", "hosted on Friday at 9am (local time) at his villa".
        """
        at = start
        for _ in range(_CIRCUMSTANCES):
            further = self._past_one(at, limit, opening=at == start)
            if further == at:
                break
            at = further
        return at

    def _past_one(self, at: int, limit: int, opening: bool) -> int:
        """The end of the circumstance that begins at a place; the place itself if none does."""
        start, end = self.document.first_token(at), min(limit, at + 90)
        first = self.document.tokens[start] if start < len(self.document.tokens) else None
        if first is None or first.start >= end:
            return at
        if first.start in self.bounds:
            return self.bounds[first.start]
        each = self.index.each.match(self.folded, first.start)
        if each and " " in each.group() and not self.index.with_.search(each.group()):
            return each.end()  # "uno dopo l'altro"
        if first.lower in self.index.adverbs or (first.text == "," and not opening):
            return first.end
        if not (first.text in ("(", ",") or first.lower in self.index.circumstances):
            return at
        tokens = self.document.tokens_in(at, end)
        if first.text == "(":
            return next((t.end for t in tokens[:10] if t.text == ")"), at)
        if first.text == "," and len(tokens) > 1 and tokens[1].lower in self.index.asides:
            return next((t.end for t in tokens[2:12] if t.text == ","), at)  # an aside between commas
        if first.lower in self.index.circumstances:
            return self._past_phrase(at, tokens)
        return at

    def _past_phrase(self, at: int, tokens: Sequence[Token]) -> int:
        """The end of a preposition and its noun: "a margine", "nello studio", "at 9am"; `at` where none follows."""
        low, end = 1, at
        while low < len(tokens) and tokens[low].lower in self.index.articles:
            low += 1
        if low < len(tokens) and tokens[low].start in self.bounds:
            return self.bounds[tokens[low].start]
        words = 0
        for token in tokens[low:]:
            stop = token.text in STOPS or token.text == "," or self.names.at_person(token.start)
            if token.lower in self.index.auxiliaries:
                return at  # a clause of its own
            if stop or words > 3 or (words and token.lower in self.index.openers):
                break
            words, end = words + 1, token.end
        return end
