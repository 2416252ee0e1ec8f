"""The mentions found so far: stretches of text that never overlap, kept in order.

Lives here: `Board`. Must not live here: how a mention is found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from data.extract.finds import How, Mention


class Board:
    """Mentions by place. A group has several at one place; a taken place may also have none (a masked phrase)."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int]] = []
        self._at: dict[tuple[int, int], list[Mention]] = {}
        self._starts: dict[str, list[int]] = {}  # where each actor is named, in no order

    def __iter__(self) -> Iterator[Mention]:
        for span in self._spans:
            yield from self._at[span]

    def free(self, start: int, end: int) -> bool:
        """Whether no mention shares a character with [start, end)."""
        at = bisect_left(self._spans, (end, 0))
        return at == 0 or self._spans[at - 1][1] <= start

    def add(self, start: int, end: int, actors: Iterable[str], how: How, rule: str) -> None:
        """Name `actors` at a free place. Raises ValueError where the place is taken."""
        at = bisect_left(self._spans, (end, 0))
        if at and self._spans[at - 1][1] > start:
            raise ValueError(f"{start}:{end} is taken")
        self._spans.insert(at, (start, end))
        found = self._at[start, end] = [Mention(start, end, actor, how, rule) for actor in actors]
        for mention in found:
            self._starts.setdefault(mention.actor_id, []).append(start)

    def replace(self, start: int, end: int, actors: Iterable[str], how: How, rule: str) -> bool:
        """The same, dropping the mentions inside first; False, and nothing done, where one reaches beyond."""
        low = bisect_left(self._spans, (start, 0))
        high = bisect_left(self._spans, (end, 0))
        inside = self._spans[low:high]
        if (inside and inside[-1][1] > end) or (low and self._spans[low - 1][1] > start):
            return False
        del self._spans[low:high]
        for span in inside:
            for mention in self._at.pop(span):
                self._starts[mention.actor_id].remove(span[0])
        self.add(start, end, actors, how, rule)
        return True

    def between(self, low: int, high: int) -> list[Mention]:
        """The mentions that begin in [low, high), in text order."""
        first, last = bisect_left(self._spans, (low, 0)), bisect_left(self._spans, (high, 0))
        return [mention for span in self._spans[first:last] for mention in self._at[span]]

    def last_before(self, actor: str, at: int) -> int | None:
        """Where `actor` was named last before `at`."""
        return max((start for start in self._starts.get(actor, ()) if start < at), default=None)

    def named(self, actor: str) -> bool:
        """Whether `actor` is named anywhere."""
        return bool(self._starts.get(actor))
