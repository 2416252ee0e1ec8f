"""Topics touched in an article, by the words and patterns of topics.toml.

Lives here: `find_topics`. Must not live here: any word of a topic.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from data.document import Document
from data.extract.finds import TopicMention
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


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon, language: str) -> tuple[PhraseIndex[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    phrases: list[tuple[str, str]] = []
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for topic in lexicon.topics.values():
        words, forms = (topic.it, topic.patterns_it) if language == "it" else (topic.en, topic.patterns_en)
        phrases += [(word, topic.id) for word in words]
        if forms:
            patterns.append((topic.id, re.compile("|".join(f"(?:{form})" for form in forms))))
    return PhraseIndex(phrases), tuple(patterns)


def find_topics(document: Document, lexicon: Lexicon) -> list[TopicMention]:
    """Document → topic mentions in text order; mentions of one topic do not overlap, the longer wins."""
    index, patterns = _index(lexicon, document.language)
    found = [TopicMention(start, end, topic) for start, end, topics in index.find(document.flat) for topic in topics]
    for topic, pattern in patterns:
        for sentence in document.sentences:
            found += [
                TopicMention(match.start(), match.end(), topic)
                for match in pattern.finditer(document.flat, sentence.start, sentence.end)
            ]
    found.sort(key=lambda m: m.topic_id)
    kept = [m for _, group in groupby(found, key=lambda m: m.topic_id) for m in longest(group)]
    return sorted(kept, key=lambda m: (m.start, m.end, m.topic_id))
