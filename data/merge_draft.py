"""Passages believed to mean one contact, and what they say together.

Lives here: `Draft`, and in which order drafts are looked at. Must not live here: whether a passage means the same
contact (`data.merge_likeness`), or the finished events (`data.resolve`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from data.extract.finds import Days
from data.told import Told, silent

TO_COME = ("planned", "cancelled")


@dataclass(slots=True)
class Draft:
    """Passages believed to mean one contact, and what they say together."""

    kind: Literal["call", "meeting"]
    loose: bool
    principals: set[str]
    place: str | None
    days: Days | None
    told: list[Told] = field(default_factory=list)
    published: list[dt.date] = field(default_factory=list)  # days of the articles that tell of it
    process: bool = False
    runs_on: bool = False  # talks of several days, each of which some passage tells
    earlier: bool = False  # every passage calls it the last one, the one before
    loud: int = 0  # passages that say whether it took place
    ahead: int = 0  # those of them that say it is still ahead, or will not be
    first: tuple[str, int] = ("", 0)  # article and place told first
    first_mark: int = 0
    last_mark: int = 0
    starts: set[int] = field(default_factory=set)  # sentences, by their starts

    @property
    def articles(self) -> set[str]:
        """The articles that tell of it."""
        return {t.article_id for t in self.told}

    @property
    def idle(self) -> bool:
        """Whether all that is told is "a meeting", with no word of whether, when or where it took place."""
        return (
            self.days is None
            and self.place is None
            and not any(t.status != "held" or t.contact.sure or not t.contact.indefinite for t in self.told)
        )

    @property
    def planned(self) -> bool:
        """Whether every passage that says so says it is ahead, or was called off before its day."""
        return self.loud == self.ahead > 0

    def count(self, told: Told) -> None:
        """Keep one more passage."""
        mark = told.contact.mark_start
        place = (told.article_id, mark)
        self.first = min(self.first, place) if self.told else place
        self.first_mark = min(self.first_mark, mark) if self.told else mark
        self.last_mark = max(self.last_mark, mark)
        self.starts.add(told.contact.start)
        self.process = self.process or told.contact.process
        self.earlier = told.contact.earlier and (self.earlier or not self.told)
        if not silent(told):
            self.loud += 1
            self.ahead += told.status in TO_COME
        self.told.append(told)


def of_lead(draft: Draft) -> bool:
    """Whether only the article's own day says when a contact was: it is told as the news of that day."""
    dated = [t.date_rule for t in draft.told if t.days is not None]
    return bool(dated) and all(rule == "date-lead" for rule in dated)


def exact_first(drafts: Iterable[Draft]) -> list[Draft]:
    """Exactly dated ones first, those that only their articles' days date last of these; then the undated."""
    drafts = list(drafts)
    dated = sorted((d for d in drafts if d.days), key=lambda d: (of_lead(d), dated_order(d)))
    return [*dated, *sorted((d for d in drafts if not d.days), key=lambda d: (d.place is None, d.first))]


def dated_order(draft: Draft) -> tuple[dt.timedelta, dt.date, tuple[str, int]]:
    assert draft.days is not None
    low, high = draft.days.low or dt.date.min, draft.days.high or dt.date.max
    return high - low, low, draft.first
