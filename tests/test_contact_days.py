"""Days and parties of contacts by class of sentence, worked out to the events they make.

A row is the article's day, its language and text, and the events as `tests/test_resolve.py` writes them, without the
number of articles; `-` stands for none.
"""

from __future__ import annotations

import pytest

from tests.test_resolve import resolved, written

Rows = dict[str, tuple[tuple[str, str, str, str], ...]]

CLASSES: Rows = {
    "a journey that is past dates the meeting it led to": (
        ("2025-08-20", "en", "Envoy Steve Witkoff travelled to Oslo on Tuesday to meet Sergei Lavrov.", "2025-08-19 meeting held lavrov+witkoff @oslo"),
        ("2025-08-20", "it", "L'inviato Steve Witkoff è volato martedì a Oslo per incontrare Sergej Lavrov.", "2025-08-19 meeting held lavrov+witkoff @oslo"),
        ("2025-08-20", "en", "Envoy Steve Witkoff flew to Oslo on Wednesday to meet Sergei Lavrov.", "2025-08-20 meeting planned lavrov+witkoff @oslo"),
        ("2025-08-20", "en", "Envoy Steve Witkoff will travel to Oslo on Tuesday to meet Sergei Lavrov.", "2025-08-26 meeting planned lavrov+witkoff @oslo"),
        ("2025-11-30", "en", "Viktor Orban travelled to Rome on 26 November, where he met Giorgia Meloni.", "2025-11-26 meeting held meloni+orban @rome"),
        ("2025-11-30", "it", "Viktor Orbán è andato a Roma il 26 novembre, dove ha incontrato Giorgia Meloni.", "2025-11-26 meeting held meloni+orban @rome"),
        ("2025-11-26", "en", "Viktor Orban is expected in Rome on Friday, where he will be received by Giorgia Meloni.", "2025-11-28 meeting planned meloni+orban @rome"),
        ("2025-11-26", "it", "Viktor Orbán è atteso venerdì a Roma, dove sarà ricevuto da Giorgia Meloni.", "2025-11-28 meeting planned meloni+orban @rome"),
        ("2025-08-20", "en", "Envoy Steve Witkoff travelled to Oslo on Tuesday.", "-"),
        ("2025-08-20", "it", "Steve Witkoff è volato martedì a Oslo, dove ha parlato ai giornalisti.", "-"),
    ),
    "the day of a decision is not that of what was decided": (
        ("2025-11-30", "en", "Macron and Merz agreed on Thursday to meet in Warsaw.", "undated meeting planned macron+merz @warsaw"),
        ("2025-11-30", "it", "Macron e Merz hanno concordato giovedì di incontrarsi a Varsavia.", "undated meeting planned macron+merz @warsaw"),
        ("2025-11-30", "en", "Macron and Merz agreed to meet on Thursday in Warsaw.", "2025-12-04 meeting planned macron+merz @warsaw"),
        ("2025-11-30", "en", "Macron refused on Thursday to meet Orban.", "-"),
    ),
    "in the present with a weekday it is ahead": (
        ("2025-11-30", "it", "Martedì Meloni incontra Zelensky a Palazzo Chigi.", "2025-12-02 meeting planned meloni+zelensky @palazzo-chigi"),
        ("2025-11-30", "it", "Martedì Meloni ha incontrato Zelensky a Palazzo Chigi.", "2025-11-25 meeting held meloni+zelensky @palazzo-chigi"),
        ("2025-11-30", "en", "Macron meets Merz in Warsaw on Tuesday.", "2025-12-02 meeting planned macron+merz @warsaw"),
        ("2025-11-30", "en", "Macron met Merz in Warsaw on Tuesday.", "2025-11-25 meeting held macron+merz @warsaw"),
    ),
    "what somebody is told of has not the day on which he is told": (
        ("2025-08-20", "en", "Donald Trump briefed Emmanuel Macron by phone on Saturday on his meeting with Viktor Orban in Rome.", "2025-08-16 call held macron+trump; undated meeting held orban+trump @rome"),
        ("2025-08-20", "en", "Donald Trump briefed Emmanuel Macron by phone.", "2025-08-20 call held macron+trump"),
        ("2025-08-20", "en", "Donald Trump briefed reporters on Saturday.", "-"),
        ("2025-11-30", "en", "Erdogan told Merz by phone on Friday that Turkey was ready to help.", "2025-11-28 call held erdogan+merz"),
        ("2025-11-30", "en", "Erdogan told Merz on Friday that Turkey was ready to help.", "-"),
        ("2025-11-30", "it", "Erdogan ha detto venerdì a Merz che la Turchia è pronta.", "-"),
    ),
    "after or during another, on its day": (
        ("2025-11-30", "en", "Following his meeting with Zelensky on Thursday, Macron phoned Merz.", "2025-11-27 call held macron+merz; 2025-11-27 meeting held macron+zelensky"),
        ("2025-11-30", "it", "Dopo l'incontro di giovedì con Zelensky, Macron ha telefonato a Merz.", "2025-11-27 call held macron+merz; 2025-11-27 meeting held macron+zelensky"),
        ("2025-11-30", "en", "Macron phoned Merz on Saturday after his meeting with Zelensky on Thursday.", "2025-11-27 meeting held macron+zelensky; 2025-11-29 call held macron+merz"),
    ),
    "what a contact was for is no second one": (
        ("2025-08-20", "en", "Macron and Merz met in Oslo on 12 August to discuss a truce.", "2025-08-12 meeting held macron+merz @oslo"),
        ("2025-08-20", "it", "Macron e Merz si sono incontrati il 12 agosto a Oslo per discutere di una tregua.", "2025-08-12 meeting held macron+merz @oslo"),
        ("2025-08-20", "en", "Macron wants to discuss a truce.", "-"),
        ("2025-08-20", "it", "Macron vuole discutere di una tregua.", "-"),
    ),
    "going on": (
        ("2025-11-30", "en", "Zelensky and Starmer are meeting in London.", "2025-11-30 meeting ongoing starmer+zelensky @london"),
        ("2025-11-30", "it", "Zelensky e Starmer si stanno incontrando a Londra.", "2025-11-30 meeting ongoing starmer+zelensky @london"),
        ("2025-11-30", "en", "Zelensky and Starmer are meeting targets.", "-"),
        ("2025-11-30", "it", "Zelensky e Starmer si stanno preparando.", "-"),
    ),
    "planned, as seen from later": (
        ("2025-11-30", "en", "Lavrov and Rubio were to meet in Oslo.", "undated meeting planned lavrov+rubio @oslo"),
        ("2025-11-30", "en", "Lavrov and Rubio met in Oslo.", "2025-11-29/2025-11-30 meeting held lavrov+rubio @oslo"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "language", "text", "expected"),
    [pytest.param(*row, id=f"{name}: {row[2]}") for name, rows in CLASSES.items() for row in rows],
)
def test_class_of_sentence(day: str, language: str, text: str, expected: str) -> None:
    events = sorted(written(event).rsplit(" x", 1)[0] for event in resolved((day, language, text)).events)
    assert "; ".join(events) == ("" if expected == "-" else expected)
