"""Values an article gives for a property of a contact: how long, when, who proposed it, the how-manieth it was.

Lives here: `find_claims`, which applies the rules of `claim_figures` and `claim_statements` and credits what they find.
Must not live here: which event a contact is, or what two claims mean together (`data.checks`).
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Document
from data.extract.claim_figures import find_figures
from data.extract.claim_scene import ClaimFind, Scene
from data.extract.claim_statements import find_statements
from data.extract.contacts.contact import Contact
from data.extract.dates import DateFind
from data.extract.finds import Mention, Quote
from data.extract.places import PlaceFind
from data.lexicon.types import Lexicon

__all__ = ["ClaimFind", "find_claims"]


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
    found = {(f.start, f.end, f.property, f.contact): f for f in (*find_figures(scene), *find_statements(scene))}
    return sorted(map(scene.claim, found.values()), key=lambda f: (f.start, f.end, f.property))
