"""The vocabulary of ties of one language, compiled once.

Lives here: `TieIndex` and `tie_index`. Must not live here: any rule, any word of a language (ties.toml).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.document import Document, Sentence
from data.extract.finds import Mention
from data.extract.needles import NeedleIndex, needles_of_phrases
from data.extract.phrases import at_word_start
from data.lexicon.types import Lexicon, TieWords
from data.span import fold

# fields besides "carry" without a word of which no tie is told
_FIRST = (
    "through", "go_between", "accompanied_by", "accompany", "opening", "travel", "delegations", "arrange",
    "arranged_by", "host", "hosted_by",
)  # fmt: skip
_BESIDE = {"carry": "messages", "through": "messages", "travel": "together", "delegations": "include"}  # needed too
_GAP = re.compile("[ ,]*")  # between the last one accompanied and "were"
_OF_CONTACTS = frozenset({"arrange", "arranged_by", "host", "hosted_by"})


def _pattern(phrase: str) -> str:
    escaped = re.escape(fold(phrase)).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return escaped + (r"(?!\w)" if escaped[-1].isalnum() else "")


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases → a pattern for the longest of them as whole words; an asterisk stands for any ending."""
    ordered = sorted(set(phrases), key=lambda p: (-len(p), p))
    return re.compile(at_word_start(map(_pattern, ordered), r"[\w']") if ordered else r"(?!)")


@dataclass(frozen=True)
class TieIndex:
    """The vocabulary of one language as patterns over folded text."""

    messages: re.Pattern[str]
    literal: re.Pattern[str]  # of these, what can be held in a hand
    carry: re.Pattern[str]
    send: re.Pattern[str]
    receive: re.Pattern[str]
    through: re.Pattern[str]
    sender: re.Pattern[str]
    receiver: re.Pattern[str]
    meant_for: re.Pattern[str]
    pronouns: re.Pattern[str]
    own: re.Pattern[str]
    go_between: re.Pattern[str]
    accompanied_by: re.Pattern[str]
    accompany: re.Pattern[str]
    opening: re.Pattern[str]
    present: re.Pattern[str]
    travel: re.Pattern[str]
    together: re.Pattern[str]
    delegations: re.Pattern[str]
    include: re.Pattern[str]
    led_by: re.Pattern[str]
    arrange: re.Pattern[str]
    arranged_by: re.Pattern[str]
    host: re.Pattern[str]
    hosted_by: re.Pattern[str]
    sending: re.Pattern[str]
    verbal: frozenset[str]
    hearsay: re.Pattern[str]
    passive: frozenset[str]  # forms of "be"
    gerunds: tuple[str, ...]
    adjectives: dict[str, str]  # adjective of a state → the state
    needles: NeedleIndex[str]  # of the fields a tie begins with, by their names

    def sought(
        self, document: Document, mentions: Sequence[Mention], contacts: Collection[int]
    ) -> Iterator[tuple[Sentence, Sequence[Mention], frozenset[str]]]:
        """The sentences that may tell a tie, who is named there, and the fields the rule may begin with.

        `contacts`: where the sentences begin that tell of a contact.
        """
        named: dict[int, list[Mention]] = {}
        for mention in mentions:
            named.setdefault(document.sentence_index(mention.start), []).append(mention)
        by_sentence = self.needles.by_sentence(document)
        for which in sorted(named.keys() & by_sentence.keys()):
            sentence = document.sentences[which]
            fields = by_sentence[which] if sentence.start in contacts else by_sentence[which] - _OF_CONTACTS
            found = [f for f in fields if self._may(f, document.flat, sentence, named[which])]
            if found:
                yield sentence, named[which], frozenset(found)

    def _may(self, field: str, folded: str, sentence: Sentence, named: Sequence[Mention]) -> bool:
        """Whether a sentence holds the words of a field, and what must stand beside them."""
        first = getattr(self, field).search(folded, sentence.start, sentence.end)
        if first is None:
            return False
        if field in _BESIDE:
            return getattr(self, _BESIDE[field]).search(folded, sentence.start, sentence.end) is not None
        if field != "opening" or first.start() == sentence.start:
            return True
        behind = (_GAP.match(folded, m.end) for m in named if m.start >= first.end())
        return any(gap and self.present.match(folded, gap.end()) for gap in behind)


@lru_cache(maxsize=4)
def tie_index(lexicon: Lexicon, language: str) -> TieIndex:
    """The compiled vocabulary of one language."""
    language_words = lexicon.words[language]
    words: TieWords = language_words.ties
    speech = language_words.speech
    same = {
        name: any_of(getattr(words, name))
        for name in (
            "send", "receive", "through", "pronouns", "sender", "receiver", "meant_for", "go_between",
            "accompanied_by", "accompany", "opening", "present", "travel", "together", "delegations", "include",
            "led_by", "arrange", "arranged_by", "host", "hosted_by", "sending",
        )
    }  # fmt: skip
    adjectives = {
        fold(adjective): actor.id
        for actor in lexicon.actors.values()
        if actor.kind == "state"
        for adjective in (actor.adjectives_it if language == "it" else actor.adjectives_en)
    }
    return TieIndex(
        messages=any_of((*words.messages, *words.contents)),
        literal=any_of(words.messages),
        carry=any_of((*words.carry, *words.relay)),
        own=re.compile(any_of(words.own).pattern + r"\s$"),
        verbal=frozenset(map(fold, words.verbal)),
        hearsay=any_of((*language_words.claims.hearsay, *speech.hearsay)),
        passive=frozenset(fold(w) for w in (*speech.passive, *speech.been)),
        gerunds=tuple(map(fold, speech.gerunds)),
        adjectives=adjectives,
        needles=NeedleIndex(
            {
                "carry": [needles_of_phrases((*words.carry, *words.relay))],
                **{name: [needles_of_phrases(getattr(words, name))] for name in _FIRST},
            }
        ),
        **same,
    )
