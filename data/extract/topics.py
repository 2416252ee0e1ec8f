"""Topics touched in an article, by the words and patterns of topics.toml.

Lives here: `find_topics`. Must not live here: any word of a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from data.document import Document
from data.extract.finds import TopicMention
from data.extract.needles import NeedleIndex, needles_of
from data.extract.phrases import PhraseIndex
from data.extract.rules import Rule
from data.lexicon.types import Lexicon
from data.span import longest

RULES = (
    Rule(
        "topic-words",
        "A word or phrase of the topic stands in the text, or one of its patterns fits within a sentence.",
        "«la sorte delle regioni occupate» → territories",
        "“a shipment of Tomahawk missiles” → tomahawk",
    ),
)


class _Patterns:
    """The patterns of all topics, each tried only in sentences that hold letters it cannot match without."""

    def __init__(self, patterns: Sequence[tuple[str, str]]) -> None:
        self._patterns = [(topic, re.compile(pattern)) for topic, pattern in patterns]
        self._needles = NeedleIndex({n: needles_of(pattern) for n, (_, pattern) in enumerate(patterns)})

    def find(self, document: Document) -> Iterator[TopicMention]:
        """Document → what the patterns match within its sentences; those of one topic never overlap."""
        for at, some in sorted(self._needles.by_sentence(document).items()):
            sentence = document.sentences[at]
            for topic, group in groupby((self._patterns[n] for n in sorted(some)), key=lambda pair: pair[0]):
                for match in _first_matches([form for _, form in group], document.flat, sentence.start, sentence.end):
                    yield TopicMention(match.start(), match.end(), topic)


def _first_matches(forms: Sequence[re.Pattern[str]], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What the forms match one behind the other, as if joined by "|": at one place the first form that fits."""
    matches = [match for form in forms if (match := form.search(text, start, end))]
    while matches:
        first = min(matches, key=lambda match: match.start())
        yield first
        after = max(first.end(), first.start() + 1)
        found = (match if match.start() >= after else match.re.search(text, after, end) for match in matches)
        matches = [match for match in found if match]


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon, language: str) -> tuple[PhraseIndex[str], _Patterns]:
    phrases: list[tuple[str, str]] = []
    patterns: list[tuple[str, str]] = []
    for topic in lexicon.topics.values():
        words, forms = (topic.it, topic.patterns_it) if language == "it" else (topic.en, topic.patterns_en)
        phrases += [(word, topic.id) for word in words]
        patterns += [(topic.id, form) for form in forms]
    return PhraseIndex(phrases), _Patterns(patterns)


def find_topics(document: Document, lexicon: Lexicon) -> list[TopicMention]:
    """Document → topic mentions in text order; mentions of one topic do not overlap, the longer wins."""
    index, patterns = _index(lexicon, document.language)
    found = [TopicMention(start, end, topic) for start, end, topics in index.find(document.flat) for topic in topics]
    found += patterns.find(document)
    found.sort(key=lambda m: m.topic_id)
    kept = [m for _, group in groupby(found, key=lambda m: m.topic_id) for m in longest(group)]
    return sorted(kept, key=lambda m: (m.start, m.end, m.topic_id))
