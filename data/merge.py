"""Which passages mean the same contact, within an article and across articles.

Lives here: `Merger`, and what makes contacts of several articles one. Must not live here: passages of one article
(`data.merge_article`), reading of words, days of articles, or the finished events (`data.resolve`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace as replace_draft

from data.extract.finds import Days
from data.lexicon.types import Lexicon
from data.merge_article import ArticleMerger
from data.merge_board import Board
from data.merge_draft import Draft, dated_order, exact_first, of_lead
from data.merge_likeness import Likeness
from data.told import LOOSE, Told, loosely, meet, same_day

_DAY = dt.timedelta(days=1)


class Merger:
    """The events, growing article by article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon, self.like = lexicon, Likeness(lexicon)
        self.capitals = frozenset(a.capital for a in lexicon.actors.values() if a.capital)
        self._article = ArticleMerger(self.like)

    def one_article(self, told: Sequence[Told], anchor: dt.date | None) -> tuple[list[Draft], list[Told]]:
        """The passages of one article, in order → its contacts, and the passages that found no place."""
        return self._article.merge(told, anchor)

    def all_articles(self, drafts: Sequence[Draft]) -> list[Draft]:
        """Contacts of single articles → contacts of the whole folder. Exactly dated ones come first."""
        board = Board(self.like.same_people)
        states: list[Draft] = []
        others: list[Draft] = []
        for draft in drafts:
            (others if any(map(self.lexicon.person, draft.principals)) else states).append(draft)
        for draft in exact_first(others):
            self._join(board, draft, self._same(board, draft))
        led: dict[frozenset[str], list[Draft]] = {}  # meetings of leaders, by the states they lead
        for event in board.events():
            if event.kind == "meeting" and all(map(self.lexicon.leads, event.principals)):
                led.setdefault(frozenset(self.like.states(event.principals)), []).append(event)
        for draft in exact_first(states):
            home = self._of_leaders(led.get(frozenset(draft.principals), ()), draft) if _summit(draft) else None
            if home is not None:
                draft.principals = set(home.principals)
            self._join(board, draft, home or self._same(board, draft))
        return board.events()

    def _of_leaders(self, led: Iterable[Draft], draft: Draft) -> Draft | None:
        """The meeting at the same place, of those who lead these states."""
        fitting = [
            e for e in led
            if e.place is not None and self.like.places_agree(e.place, draft.place)
            and meet(e.days, draft.days) and not (e.loud and draft.loud and e.planned != draft.planned)
        ]  # fmt: skip
        return min(fitting, key=lambda e: (e.days is None, e.first), default=None)

    def _same(self, board: Board, draft: Draft) -> Draft | None:
        """The contact kept so far that a draft means."""
        if not draft.days:
            return self._same_undated(board, draft)
        home = self._same_dated(board, draft)
        return self._on_the_eve(board, draft) if home is None and of_lead(draft) else home

    def _join(self, board: Board, draft: Draft, home: Draft | None) -> None:
        if home is None:
            board.add(draft)
            return
        board.remove(home)
        self.like.join(home, draft)
        board.add(home)

    def _fits(self, event: Draft, draft: Draft) -> bool:
        return (
            self.like.kinds_agree(event, draft.kind, draft.loose)
            and (event.kind == draft.kind or same_day(event.days, draft.days))
            and self.like.places_agree(event.place, draft.place)
        )

    def _same_dated(self, board: Board, draft: Draft) -> Draft | None:
        fitting = [
            e
            for e in board.near(draft)
            if e.days
            and self._fits(e, draft)
            and (self.like.together(e, draft.days, draft.process) or self._loosely(e, draft))
            and (meet(e.days, draft.days) or not e.articles & draft.articles)  # one article tells them apart
        ]
        return min(fitting, key=dated_order, default=None)

    def _on_the_eve(self, board: Board, draft: Draft) -> Draft | None:
        """ "Smith phones Jones", in a paper of the morning after: the call that others date to the day before."""
        days = draft.days
        assert days is not None
        assert days.low is not None
        eve = days.low - _DAY
        earlier = replace_draft(draft, days=Days(eve, eve, "day", days.basis, days.anchor))
        home = self._same_dated(board, earlier)
        if home is None or home.articles & draft.articles or not same_day(home.days, earlier.days):
            return None
        draft.days = home.days
        return home

    @staticmethod
    def _loosely(event: Draft, draft: Draft) -> bool:
        """ "Last week" for the week before: a vague week just misses the day of a meeting of the same place."""
        return event.place is not None and draft.place is not None and loosely(event.days, draft.days)

    def _same_undated(self, board: Board, draft: Draft) -> Draft | None:
        """Where an undated contact belongs: the same place, or the nearest contact of these people in time."""
        day = min(draft.published, default=None)
        best: tuple[float, int] | None = None
        home: Draft | None = None
        for number, event in board.like(draft):
            told_apart = draft.earlier != event.earlier and bool(event.articles & draft.articles)
            near = self._nearness(event, draft, day) if self._fits(event, draft) and not told_apart else None
            if near is not None and (best is None or (near, number) < best):
                best, home = (near, number), event
        return home

    def _at_home(self, draft: Draft) -> bool:
        """Whether a meeting is where one side resides, or in its capital: there they meet again and again."""
        if draft.place is None:
            return False
        place = self.lexicon.places[draft.place]
        return place.host is not None or draft.place in self.capitals

    def _nearness(self, event: Draft, draft: Draft, day: dt.date | None) -> float | None:
        placed = event.place is not None and draft.place is not None
        if event.days is None or event.days.low is None or event.days.high is None:
            if event.planned != draft.planned and draft.loud and event.loud and not placed:
                return None
            if placed or day is None or not event.published:
                return 50.0 if placed or event.planned == draft.planned else None
            apart = min(abs((day - other).days) for other in event.published)
            return 60.0 + apart if apart <= 21 else None
        if day is None:
            return 40.0 if placed else None
        if draft.planned:
            ahead = (event.days.high - day).days
            return float(ahead) if 0 <= ahead <= 21 else (70.0 if placed and -LOOSE <= ahead <= 120 else None)
        behind = (day - event.days.low).days
        limit = 400 if placed and not self._at_home(draft) else 31
        return float(behind) if 0 <= behind <= limit else None


def _summit(draft: Draft) -> bool:
    """ "The US-Russia summit in Alaska": a meeting of states at a place, never told as their negotiations."""
    negotiations = any(t.contact.process for t in draft.told if t.principals)
    return draft.kind == "meeting" and draft.place is not None and not negotiations
