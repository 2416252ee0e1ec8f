"""An article's own day: which of the dates in its first lines it is, by which rule, and where none of them is."""

from __future__ import annotations

import pytest

from data.document import build_document
from data.extract.date_published import find_published
from data.extract.dates import find_dates
from data.lexicon import load_lexicon

PUBLISHED = [
    ("en", "KYIV, Ukraine, May 25 (Reuters) - Drones hit the port.", "May 25", "dateline"),
    ("en", "Title\n\nMOSCOW, May 21. /TASS/. The ministry said so.", "May 21", "dateline"),
    ("it", "(ANSA) - ROMA, 16 OTT - Il presidente ha parlato.", "16 OTT", "dateline"),
    ("it", "Mosca, 16 ott. (askanews) - Il presidente ha parlato.", "16 ott", "dateline"),
    ("it", "Milano, 29 dicembre 2025 – Il presidente ha parlato oggi.", "29 dicembre 2025", "dateline"),
    ("it", " date 2025-10-20 Il presidente ha parlato.", "2025-10-20", "published"),
    ("it", "Titolo\nPubblicato il 16 ottobre 2025 alle 10:32\nTesto.", "16 ottobre 2025", "published"),
    ("en", "Title\nUpdated 17 October 2025\nPublished 16 October 2025\nText.", "16 October 2025", "published"),
    ("en", "Title\nLast updated: 10:14 GMT, 16 October 2025\nText.", "16 October 2025", "updated"),
    ("en", "Title\nOct 16, 2025, 10:30 AM ET\nText.", "Oct 16, 2025", "date_line"),
    ("it", "Titolo\ndi Anna Neri\n16 Ottobre 2025 - 10:32\nTesto.", "16 Ottobre 2025", "date_line"),
    ("en", "Title\nBy Ann Black | Oct. 16, 2025\nText.", "Oct. 16, 2025", "byline"),
    ("it", "Il 16 ottobre 2025, i due hanno parlato.", None, None),
    ("it", "Il 16 ottobre 2025 – giorno storico – i due hanno parlato.", None, None),
    ("it", "Il libro pubblicato il 3 maggio 2025 racconta tutto.", None, None),
    ("it", "Lunedì hanno parlato.", None, None),
    ("en", "The leaders in Washington, May 21, 2025. (AP Photo)", None, None),
    ("en", "The two spoke by phone, Oct. 16 — the first time in weeks.", None, None),
    ("en", "WASHINGTON (AP) — He said on May 21 that it was over.", None, None),
    ("en", "Text. " * 80 + "\nPublished 16 October 2025", None, None),
]


@pytest.mark.parametrize(("language", "text", "words", "rule"), PUBLISHED)
def test_the_articles_own_day(language: str, text: str, words: str | None, rule: str | None) -> None:
    document, lexicon = build_document(text, language), load_lexicon()
    told = find_published(document, lexicon, find_dates(document, lexicon))
    if told is None:
        assert words is None
    else:
        find, name = told
        assert (text[find.start : find.end], name) == (words, rule)
