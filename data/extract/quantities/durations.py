"""How long something went on: "two and a half hours", "due ore e mezza".

Lives here: which lengths of time (`lengths`) are durations. Must not live here: of which contact one is
(`data.extract.claims`).
"""

from __future__ import annotations

from dataclasses import dataclass

from data.document import Document
from data.extract.finds import Qualifier
from data.extract.quantities.ages import is_age
from data.extract.quantities.intervals import interval
from data.extract.quantities.lengths import is_distance, lengths_in
from data.extract.rules import Rule
from data.lexicon.types import Lexicon

RULES = (
    Rule(
        "duration",
        "A length of time in hours and minutes, with the interval its wording allows.",
        "Parlarono circa due ore e mezza.",
        "They spoke for almost three hours.",
    ),
    Rule(
        "vague_duration", "A length of time without a number.", "Parlarono alcune ore.", "They spoke for several hours."
    ),
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in minutes; the interval it allows (`minutes_to` None: open; excluded for "less than").

    `rounding` is half the smallest unit named: so much more or less it may be where the words are only a label.
    """

    start: int
    end: int
    minutes: float
    minutes_from: float
    minutes_to: float | None
    qualifier: Qualifier
    rule: str
    rounding: float = 0.0


def find_durations(document: Document, lexicon: Lexicon) -> list[Duration]:
    """An article → lengths of time, in minutes: "due ore e mezza", "almost three hours", "a two-hour call", "2h05".

    Not found: distances to a date ("due giorni fa", "two weeks later"), ages, and a bare "a day" or "un mese".
    """
    found = []
    for length in lengths_in(document, lexicon):
        if is_distance(document, lexicon, length) or is_age(document, lexicon, length.start, length.end):
            continue
        if length.bare and not length.how and not length.joined:
            continue
        if length.how == "vague":
            vague = Duration(
                length.start, length.end, length.minutes, length.low, length.high, "about", "vague_duration"
            )
            found.append(vague)
            continue
        first, last, told = interval(length.minutes, length.step, length.how)
        found.append(Duration(length.start, length.end, length.minutes, first, last, told, "duration", length.step / 2))
    return found
