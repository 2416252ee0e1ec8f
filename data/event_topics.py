"""Topics tied to an event, each by the words that touch it.

Lives here: `find_event_topics`. Must not live here: what a topic's words are, or which passages tell of an event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from data.document import Sentence
from data.extract.article import ArticleFinds
from data.resolve import Event

_BULLETS = "-–—•*·"
_FOLLOWING = 2  # sentences after a passage that still speak of its contact, unless another contact is told


class EventTopic(NamedTuple):
    """Words of an article that touch a topic where it tells of an event."""

    event_id: str
    topic_id: str
    article_id: str
    start: int
    end: int


class _Text:
    """One article's sentences, and which of them tell of which event."""

    def __init__(self, finds: ArticleFinds, text: str) -> None:
        self.sentences, self.text = finds.sentences, text
        self.starts = [s.start for s in finds.sentences]
        self.told: dict[int, list[str]] = {}

    def index(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)

    def _bullet(self, sentence: Sentence) -> bool:
        return self.text[sentence.start] in _BULLETS

    def _list_after(self, which: int) -> Iterator[int]:
        """The items of the list a sentence ending in a colon opens."""
        if self.text[self.sentences[which].end - 1] != ":":
            return
        for n in range(which + 1, len(self.sentences)):
            if n in self.told or not self._bullet(self.sentences[n]):
                return
            yield n

    def about(self, which: int) -> Iterator[int]:
        """The sentences that go on about the contact told in one: itself, its list, and the next of its paragraph."""
        yield which
        yield from self._list_after(which)
        paragraph = self.sentences[which].paragraph
        for n in range(which + 1, min(which + 1 + _FOLLOWING, len(self.sentences))):
            if n in self.told or self.sentences[n].paragraph != paragraph:
                return
            yield n


def find_event_topics(
    events: Sequence[Event], readings: Sequence[ArticleFinds], texts: Mapping[str, str]
) -> list[EventTopic]:
    """Events and finds → topics of each event.

    They stand in a passage that tells it, in the list that passage opens, or in the two sentences after it in the same
    paragraph, as long as no other contact is told there.
    """
    finds = {r.article_id: r for r in readings}
    pages = {article: _Text(found, texts[article]) for article, found in finds.items()}
    for event in events:
        for told in event.told:
            page = pages[told.article_id]
            page.told.setdefault(page.index(told.contact.start), []).append(event.event_id)
    rows: set[EventTopic] = set()
    for article, page in pages.items():
        by_sentence: dict[int, list[tuple[str, int, int]]] = {}
        for topic in finds[article].topics:
            by_sentence.setdefault(page.index(topic.start), []).append((topic.topic_id, topic.start, topic.end))
        for which, ids in page.told.items():
            for n in page.about(which):
                for topic_id, start, end in by_sentence.get(n, ()):
                    rows |= {EventTopic(event_id, topic_id, article, start, end) for event_id in ids}
    return sorted(rows)
