"""Contacts told a second time, and talks without names: rows in both languages, by class of sentence.

A row is written as in `tests/test_events.py`; `-` stands for no contact.
"""

from __future__ import annotations

import pytest

from tests.test_events import told

Rows = dict[str, tuple[tuple[str, str, str], ...]]

CLASSES: Rows = {
    "one contact told twice in a clause": (
        ("it", "Macron ha incontrato Erdogan ad Ankara per discutere del grano.", "meeting held erdogan+macron @ankara"),
        ("it", "Macron e Erdogan si sono visti ad Ankara il 3 maggio per un vertice di un'ora.", "meeting held erdogan+macron @ankara [3 maggio]"),
        ("en", "Macron met Erdogan in Ankara to discuss the grain deal.", "meeting held erdogan+macron @ankara"),
        ("en", "Macron and Erdogan met in Ankara on 3 May for a summit that lasted an hour.", "meeting held erdogan+macron @ankara [3 May]"),
        ("en", "Macron met Modi in Oslo before calling Erdogan to discuss the grain deal.", "meeting held macron+modi @oslo; call held erdogan+macron"),
        ("en", "Macron went to Ankara to discuss the grain deal.", "-"),
        ("it", "Macron è andato ad Ankara per discutere del grano.", "-"),
    ),
    "a headline of two names and the noun": (
        ("en", "Macron, Modi call ends without a deal", "call held macron+modi"),
        ("en", "France, India talks open in Oslo", "meeting held france+india @oslo"),
        ("en", "Macron, Modi and Tusk call for restraint", "-"),
        ("en", "In Paris, Modi call centres grow", "-"),
        ("it", "Macron, Modi al centro della chiamata alle armi", "-"),
    ),
    "words quoted before the noun": (
        ("en", "Macron hailed a 'very useful' call with Erdogan.", "call held erdogan+macron"),
        ("en", "Macron hailed a “very useful” meeting with Erdogan in Ankara.", "meeting held erdogan+macron @ankara"),
        ("en", "Macron hailed the ministers' call with Erdogan.", "-"),
    ),
    "whoever is named as leading, behind a comma, is not whom they meet": (
        ("en", "Envoys from both countries will meet next week in Oslo, with Rubio leading the delegation, Lavrov said.", "-"),
        ("it", "Lavrov ha detto che gli esperti si riuniranno a Oslo, con Rubio alla guida della delegazione.", "-"),
        ("en", "Lavrov met in Oslo on Monday, for the first time, with Rubio.", "meeting held lavrov+rubio @oslo [Monday]"),
        ("it", "Lavrov si è incontrato a Oslo con Rubio.", "meeting held lavrov+rubio @oslo"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"), [row for rows in CLASSES.values() for row in rows], ids=lambda row: row[:60]
)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert told(language, text) == (set() if expected == "-" else set(expected.split("; ")))
