"""Whoever tells of a contact of his own, between quote marks: "my meeting", "we spoke", "Smith and I".

Lives here: `Speakers`, and `speaker_mentions`, the places where a speaker names himself. Must not live here: whose
words a quote is (`data.extract.quotes`), or any word list.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from data.document import Document, Token
from data.extract.contacts.names import Names
from data.extract.contacts.triggers import Trigger
from data.extract.finds import Mention, Quote
from data.lexicon.types import Lexicon
from data.span import fold


def speaker_mentions(document: Document, lexicon: Lexicon, quotes: Sequence[Quote]) -> Iterator[Mention]:
    """ "Smith and I", "tra me e Rossi" between quote marks: whoever speaks, named beside another."""
    words = lexicon.words[document.language].contacts
    me = frozenset(map(fold, words.link.me))
    for quote in quotes:
        if quote.form != "direct" or quote.speaker is None:
            continue
        if me.isdisjoint(document.lowers[document.first_token(quote.start) : document.first_token(quote.end)]):
            continue
        tokens = document.tokens_in(quote.start, quote.end)
        for i, token in enumerate(tokens):
            if token.text.lower() not in words.link.me:
                continue
            beside = (*tokens[max(i - 1, 0) : i], *tokens[i + 1 : i + 2])
            if any(t.text.lower() in words.status.and_ for t in beside):
                yield Mention(token.start, token.end, quote.speaker, "office", "contact-speaker")


class Speakers:
    """Who speaks where in one article."""

    def __init__(self, names: Names, quotes: Sequence[Quote]) -> None:
        self.names, self.index, self.document = names, names.index, names.document
        self.quotes = sorted((q for q in quotes if q.form == "direct"), key=lambda q: q.start)
        self._quote_starts = [q.start for q in self.quotes]

    def first_person(self, trigger: Trigger) -> bool:
        """Whether somebody speaks of a contact of his own: "my meeting", "we spoke", "lo incontrerò"."""
        words = self.index.words
        verb = self.document.text[trigger.start : trigger.end].lower() if trigger.verb else ""
        if verb.endswith(words.status.first_endings or "\n"):
            return True
        before = self.document.tokens_in(max(trigger.start - 60, 0), trigger.start)[-8:]
        own = [i for i, t in enumerate(before) if t.text.lower() in words.link.first_person]
        return bool(own) and not self._of_another(trigger) and not self._our_leader(before[own[-1] :], trigger)

    def _our_leader(self, behind: Sequence[Token], trigger: Trigger) -> bool:
        """ "Our president will meet A": not whoever speaks; `behind`: from "our" on."""
        if trigger.verb is None or behind[0].text.lower() not in self.index.words.link.ours or len(behind) < 2:
            return False
        return any(t.lower in self.index.office_heads for t in behind[1:3])

    def _of_another(self, trigger: Trigger) -> bool:
        """ "Our president's call": of somebody else, however few words stand before it."""
        return trigger.noun is not None and self.names.strange_owner(trigger.start)

    def first_words(self, trigger: Trigger) -> bool:
        """Whether a noun stands among the first words of its sentence: "Great meeting with A!"."""
        if self._of_another(trigger):
            return False
        start = self.document.sentence_at(trigger.start).start
        at = bisect_right(self._quote_starts, trigger.start) - 1
        start = max(start, self._quote_starts[at]) if at >= 0 else start
        return sum(t.text[0].isalnum() for t in self.document.tokens_in(start, trigger.start)) <= 4

    def speaker(self, trigger: Trigger) -> str | None:
        """Whoever says "my meeting with …" between quote marks."""
        at = bisect_right(self._quote_starts, trigger.start) - 1
        for quote in self.quotes[max(at - 2, 0) : at + 1]:
            if quote.start <= trigger.start < quote.end:
                return quote.speaker if quote.speaker and self.names.person(quote.speaker) else None
        return None
