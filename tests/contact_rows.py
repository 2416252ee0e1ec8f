"""How the tests of contacts read a row of text and write what it tells.

A contact is written "kind status people @place [date words]"; people are the last words of their ids, in the order of
the alphabet; kind has a question mark where the words alone do not tell a call from a meeting. `-` stands for none.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pytest

from data.document import build_document
from data.extract.actors import find_actors, holders_on
from data.extract.contacts.contact import Contact
from data.extract.dates import find_dates
from data.extract.events import find_contacts
from data.extract.places import find_places
from data.extract.quotes import find_quotes
from data.lexicon import load_lexicon

Classes = Mapping[str, Sequence[tuple[str, ...]]]  # class of sentence → its rows, which end with text and contacts


def read(language: str, text: str) -> list[Contact]:
    """The contacts of a text, and nothing else of it."""
    lexicon = load_lexicon()
    document = build_document(text, language, lexicon.words[language].names.layout.abbreviations)
    mentions = find_actors(document, lexicon, dt.date(2025, 10, 20)).mentions
    dates, places = find_dates(document, lexicon), find_places(document, lexicon)
    quotes = find_quotes(document, lexicon, mentions)
    return find_contacts(
        document, lexicon, mentions, dates, places, quotes, holders_on(lexicon, language, dt.date(2025, 10, 20))
    )


def told(language: str, text: str) -> set[str]:
    """The contacts of a text between two named actors or more that can open an event, as written in the tables."""
    rows = set()
    for c in read(language, text):
        if c.rule == "contact-attended" or c.tentative:
            continue  # joins a meeting, opens none
        if len(c.principals) >= 2 and (not c.loose or c.date or c.place):
            people = "+".join(sorted(p.rsplit("-", 1)[-1] for p in c.principals))
            place = f" @{c.place}" if c.place else ""
            date = f" [{text[c.date.start : c.date.end]}]" if c.date else ""
            rows.add(f"{c.kind}{'?' if c.loose else ''} {c.status} {people}{place}{date}")
    return rows


def by_class(names: str, classes: Classes) -> pytest.MarkDecorator:
    """Runs a test for every row; `names` are those of its columns."""
    rows = [pytest.param(*row, id=f"{name}: {row[-2]}") for name, rows in classes.items() for row in rows]
    return pytest.mark.parametrize(names.split(), rows)


def listed(expected: str) -> list[str]:
    """What a row says is told, in the order of the alphabet."""
    return [] if expected == "-" else sorted(expected.split("; "))
