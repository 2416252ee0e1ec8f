"""Values an article gives for a property of a contact: how long, when, who proposed it, the how-manieth it was.

Lives here: `find_claims`. Must not live here: which event a contact is, or what two claims mean together (`data.checks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.document import Document
from data.extract.dates import DateFind
from data.extract.events import Contact
from data.extract.finds import Mention, Mood, Qualifier, Quote
from data.lexicon.types import Lexicon


@dataclass(frozen=True, slots=True)
class ClaimFind:
    """A claimed value; `contact` is the index of the contact it is about in the article's list."""

    start: int
    end: int
    property: str
    contact: int
    value: str | None
    number: float | None
    number_from: float | None
    number_to: float | None
    unit: str | None
    qualifier: Qualifier
    said_by: str | None
    via: str | None
    mood: Mood
    rule: str
    date: DateFind | None = None  # for values that are days: resolved later
    person: str | None = None  # for ages


def find_claims(
    document: Document,
    lexicon: Lexicon,
    contacts: Sequence[Contact],
    mentions: Sequence[Mention],
    dates: Sequence[DateFind],
    quotes: Sequence[Quote],
) -> list[ClaimFind]:
    """Document and what was found in it → claims in text order."""
    return []
