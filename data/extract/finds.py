"""What the extractors find in one article: small frozen records, each with its place in the text.

Lives here: the types the extractors hand to each other and to `data.resolve`. Must not live here: any rule.
All `start`/`end` are half-open code-point offsets into the article's text. `rule` names the rule that found it, as
documented in docs/reading.md.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

How = Literal["name", "office", "group", "pronoun", "metonym"]
Mood = Literal["asserted", "reported", "denied"]
Qualifier = Literal["exact", "about", "less_than", "more_than"]
Status = Literal["held", "ongoing", "planned", "cancelled"]


class Mention(msgspec.Struct, frozen=True, gc=False):
    """An actor named in the text. A group ("the two leaders") gives one mention for each member, same place."""

    start: int
    end: int
    actor_id: str
    how: How
    rule: str


class FoundPerson(msgspec.Struct, frozen=True, gc=False):
    """A person named in the article who is not in the vocabulary."""

    actor_id: str
    name: str
    side: str
    office: str | None  # the title as printed


class Days(msgspec.Struct, frozen=True, gc=False):
    """An interval of days, both ends included, and how it is known."""

    low: dt.date | None
    high: dt.date | None
    precision: Literal["hour", "day", "range", "unknown"]
    basis: Literal["stated", "resolved", "inferred", "unknown"]
    anchor: dt.date | None = None  # the day it was worked out from


class Quote(msgspec.Struct, frozen=True, gc=False):
    """Words credited to somebody: `start:end` is the words without marks (direct) or the clause (indirect)."""

    start: int
    end: int
    form: Literal["direct", "indirect"]
    speaker: str | None
    via: str | None
    cue: str | None
    credit_start: int | None  # the words that credit it: speaker and cue
    credit_end: int | None
    mood: Mood
    rule: str


class TopicMention(msgspec.Struct, frozen=True, gc=False):
    """Words that touch a topic."""

    start: int
    end: int
    topic_id: str
