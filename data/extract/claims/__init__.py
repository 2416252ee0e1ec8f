"""Values an article gives for a property of a contact: how long, when, who proposed it, the how-manieth it was.

Lives here: `find_claims`, which applies the rules of the modules beside it and credits what they find.
Must not live here: which event a contact is, or what two claims mean together (`data.checks`).
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Document
from data.extract.claims.ages import find_told_ages
from data.extract.claims.assessments import find_assessments
from data.extract.claims.counts import find_counted, find_gaps_before, find_numbered
from data.extract.claims.days_places import find_days, find_places_told, find_previous
from data.extract.claims.durations import find_contact_durations
from data.extract.claims.initiators import find_initiators
from data.extract.claims.outcomes import find_outcomes, find_preparations
from data.extract.claims.proposers import find_proposers
from data.extract.claims.scene import ClaimFind, Scene
from data.extract.claims.shares import find_shares
from data.extract.claims.times import find_start_times
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind
from data.extract.finds import Mention, Quote
from data.extract.places import PlaceFind
from data.lexicon.types import Lexicon

__all__ = ["ClaimFind", "find_claims"]

# in this order: of two finds with the same words, property and contact the later one counts
_FINDERS = (
    find_contact_durations, find_start_times, find_numbered, find_counted, find_gaps_before, find_shares,
    find_told_ages, find_days, find_places_told, find_previous, find_initiators, find_proposers, find_preparations,
    find_outcomes, find_assessments,
)  # fmt: skip


def find_claims(
    document: Document,
    lexicon: Lexicon,
    contacts: Sequence[Contact],
    mentions: Sequence[Mention],
    dates: Sequence[DateFind],
    places: Sequence[PlaceFind],
    quotes: Sequence[Quote],
) -> list[ClaimFind]:
    """Document and what was found in it → claims in text order; none without contacts.

    «La telefonata, durata due ore» → duration, 120 minutes; “a productive call” → assessment, "productive".
    """
    if not contacts:
        return []
    scene = Scene(document, lexicon, contacts, mentions, dates, places, quotes)
    found = {(f.start, f.end, f.property, f.contact): f for find in _FINDERS for f in find(scene)}
    return sorted(map(scene.claim, found.values()), key=lambda f: (f.start, f.end, f.property))
