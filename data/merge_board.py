"""The contacts of all articles so far, so arranged that those of the same people and days are found at once.

Lives here: `Board`. Must not live here: which of them a contact means (`data.merge`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence

from data.extract.finds import Days
from data.merge_draft import Draft
from data.told import LOOSE

_NARROW = 62  # an interval of more days is not listed day by day


def _days(days: Days | None, margin: int = 0) -> list[dt.date] | None:
    """The days of an interval, one by one; none if they are not known, None if there are too many."""
    if days is None or days.low is None or days.high is None:
        return None if days else []
    length = (days.high - days.low).days
    if length > _NARROW:
        return None
    return [days.low + dt.timedelta(days=n) for n in range(-margin, length + 1 + margin)]


class _Shelf:
    """Contacts of the same people, by day."""

    def __init__(self) -> None:
        self.all: dict[int, Draft] = {}  # by number
        self.by_day: dict[dt.date, set[int]] = {}
        self.wide: set[int] = set()  # those of many days

    def put(self, number: int, draft: Draft) -> None:
        """Keep a contact."""
        self.all[number] = draft
        for day in _days(draft.days) or ():
            self.by_day.setdefault(day, set()).add(number)
        if draft.days and _days(draft.days) is None:
            self.wide.add(number)

    def take(self, number: int) -> None:
        """Drop a contact, before its days change."""
        draft = self.all.pop(number)
        for day in _days(draft.days) or ():
            self.by_day[day].discard(number)
        self.wide.discard(number)

    def near(self, span: Sequence[dt.date] | None) -> Iterable[int]:
        """The numbers of contacts on some days; None stands for too many days to list."""
        if span is None or len(self.all) <= len(span):
            return self.all
        return self.wide.union(*(self.by_day.get(day, ()) for day in span))


class Board:
    """The contacts of all articles so far, so arranged that those of the same people and days are found at once."""

    def __init__(self, same_people: Callable[[frozenset[str], frozenset[str]], bool]) -> None:
        self.same_people = same_people
        self.shelves: dict[frozenset[str], _Shelf] = {}
        self.fitting: dict[frozenset[str], list[frozenset[str]]] = {}  # people → shelves of the same people
        self.numbers: dict[int, tuple[int, frozenset[str]]] = {}  # identity → number, shelf

    def events(self) -> list[Draft]:
        """All contacts, in the order they were first added."""
        return [
            draft
            for _, draft in sorted(
                ((n, d) for s in self.shelves.values() for n, d in s.all.items()), key=lambda row: row[0]
            )
        ]

    def add(self, draft: Draft) -> None:
        """Keep a contact, new or changed; a changed one keeps its number."""
        people = frozenset(draft.principals)
        number = self.numbers[id(draft)][0] if id(draft) in self.numbers else len(self.numbers)
        self.numbers[id(draft)] = number, people
        if people not in self.shelves:
            self.shelves[people] = _Shelf()
            for others, keys in self.fitting.items():
                if self.same_people(people, others):
                    keys.append(people)
        self.shelves[people].put(number, draft)

    def remove(self, draft: Draft) -> None:
        """Take out a contact that is about to change."""
        number, people = self.numbers[id(draft)]
        self.shelves[people].take(number)

    def _shelves(self, draft: Draft) -> list[_Shelf]:
        people = frozenset(draft.principals)
        if people not in self.fitting:
            self.fitting[people] = [key for key in self.shelves if self.same_people(key, people)]
        return [self.shelves[key] for key in self.fitting[people]]

    def near(self, draft: Draft) -> Iterator[Draft]:
        """Contacts of the same people on about the same days."""
        span = _days(draft.days, margin=LOOSE)
        for shelf in self._shelves(draft):
            for number in shelf.near(span):
                yield shelf.all[number]

    def like(self, draft: Draft) -> Iterator[tuple[int, Draft]]:
        """All contacts of the same people, with their numbers."""
        for shelf in self._shelves(draft):
            yield from shelf.all.items()
