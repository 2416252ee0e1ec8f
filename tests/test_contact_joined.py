"""Which contact the passages of an article go to: rows in both languages, by class, with the events they tell.

A row is written as in `tests/contact_rows.py`; events with the days their words mean.
"""

from __future__ import annotations

from tests.contact_rows import Classes, by_class, listed
from tests.test_resolve import resolved, written

CLASSES: Classes = {
    "a kind left open, and named right after": (
        ("2025-12-06", "en", "Macron spoke with U.S. envoy Steve Witkoff on Friday about the grain deal. The call lasted two hours.", "2025-12-05 call held macron+witkoff"),
        ("2025-12-06", "en", "Macron spoke with U.S. envoy Steve Witkoff on Friday about the grain deal. He left for Oslo. Macron's call with Witkoff was tense.", "2025-12-05 call held macron+witkoff"),
        ("2025-12-06", "it", "Venerdì Macron ha parlato con l'inviato americano Steve Witkoff del grano. La telefonata è durata due ore.", "2025-12-05 call held macron+witkoff"),
        ("2025-12-06", "en", "Macron spoke with U.S. envoy Steve Witkoff on Friday. Modi phoned Tusk on Thursday. The call lasted two hours.", "2025-12-04 call held modi+tusk; 2025-12-05 meeting held macron+witkoff"),
        ("2025-12-06", "en", "Macron met U.S. envoy Steve Witkoff on Friday. Macron's call with Witkoff had been short.", "2025-12-05 meeting held macron+witkoff; 2025-12-06 call held macron+witkoff"),
    ),
    "the place of a meeting that was spoken of": (
        ("2025-12-06", "en", "Macron spoke with Steve Witkoff on Friday to discuss the results of the meeting Kushner held in Miami on Monday.", "2025-12-05 meeting held macron+witkoff"),
        ("2025-12-06", "en", "Macron spoke with Steve Witkoff on Friday to discuss the two-day meeting Kushner held with Zelensky in Miami this week.", "2025-12-01/2025-12-06 meeting held kushner+zelensky @miami; 2025-12-05 meeting held macron+witkoff"),
        ("2025-12-06", "en", "Macron discussed the results of the meeting that Tusk had with Modi in Oslo on Monday.", "2025-12-01 meeting held modi+tusk @oslo"),
        ("2025-12-06", "en", "After meeting Tusk Macron held talks with nobody.", "-"),
        ("2025-12-06", "en", "After meeting Tusk in Oslo on Monday, Macron flew home.", "2025-12-01 meeting held macron+tusk @oslo"),
    ),
    "a headline, and the day its news is told with": (
        ("2025-07-27", "en", "Macron meets with Modi for first time in years\n\nEmmanuel Macron met with Narendra Modi on Thursday in Oslo.", "2025-07-24 meeting held macron+modi @oslo"),
        ("2025-07-27", "it", "Macron incontra Modi dopo anni\n\nEmmanuel Macron ha incontrato Narendra Modi giovedì a Oslo.", "2025-07-24 meeting held macron+modi @oslo"),
        ("2025-07-27", "en", "Macron meets with Modi in Oslo\n\nEmmanuel Macron last met Narendra Modi on Thursday in Oslo.", "2025-07-24 meeting held macron+modi @oslo; 2025-07-26/2025-07-27 meeting held macron+modi @oslo"),
        ("2025-07-27", "en", "Macron meets with Modi in Oslo\n\nEmmanuel Macron met Narendra Modi on Thursday in Rome.", "2025-07-24 meeting held macron+modi @rome; 2025-07-26/2025-07-27 meeting held macron+modi @oslo"),
        ("2025-07-27", "en", "Macron meets with Modi for first time in years\n\nEmmanuel Macron met with Narendra Modi on 14 July in Oslo.", "2025-07-14 meeting held macron+modi @oslo; 2025-07-26/2025-07-27 meeting held macron+modi"),
    ),
    "a headline in the present above a plan for the day": (
        ("2025-04-11", "en", "Macron Meets Modi in Oslo for Talks\n\nEmmanuel Macron flew to Oslo. Paris said he would meet Modi on Friday evening.", "2025-04-11 meeting planned macron+modi @oslo"),
        ("2025-04-11", "it", "Macron vede Modi a Oslo\n\nEmmanuel Macron vedrà Modi oggi a Oslo, fa sapere Parigi.", "2025-04-11 meeting planned macron+modi @oslo"),
        ("2025-04-11", "en", "Macron Met Modi in Oslo for Talks\n\nEmmanuel Macron flew to Oslo. Paris said he would meet Modi on Friday evening.", "2025-04-11 meeting held macron+modi @oslo"),
        ("2025-04-11", "en", "Macron Meets Modi in Oslo for Talks\n\nEmmanuel Macron flew to Oslo on Thursday. It rained.", "2025-04-10 meeting held macron+modi @oslo"),
    ),
    "what comes after a meeting that is ahead": (
        ("2025-12-28", "it", "Macron incontrerà Modi oggi a Oslo. Dopo l'incontro chiamerò Tusk, ha detto Macron.", "2025-12-28 meeting planned macron+modi @oslo; undated call planned macron+tusk"),
        ("2025-12-28", "en", "Macron will meet Modi in Oslo today. After the meeting he will call Donald Tusk.", "2025-12-28 meeting planned macron+modi @oslo; undated call planned macron+tusk"),
        ("2025-12-28", "en", "Macron will meet Modi in Oslo on Sunday. Macron is expected to raise gas in his Sunday meeting with Modi, which others have refused to do.", "2025-12-28 meeting planned macron+modi @oslo"),
        ("2025-12-28", "it", "Dopo l'incontro tra Macron e Modi a Oslo gli attacchi sono continuati.", "undated meeting held macron+modi @oslo"),
    ),
    "not the first time": (
        ("2025-11-27", "en", "Macron is due to meet Modi in Oslo on Friday. It won't be the first time Macron has met Modi.", "2025-11-28 meeting planned macron+modi @oslo; undated meeting held macron+modi"),
        ("2025-11-27", "it", "Non è la prima volta che Macron ha incontrato Modi a Oslo.", "undated meeting held macron+modi @oslo"),
        ("2025-11-27", "en", "Macron has not met Modi in Oslo.", "-"),
        ("2025-11-27", "it", "Macron non ha incontrato Modi a Oslo.", "-"),
    ),
    "several of a day, at a place": (
        ("2026-01-24", "it", "Macron ha ricevuto Modi a Parigi oggi. Tusk e Merz si sono visti a Oslo oggi. Gli incontri a Oslo oggi sono andati bene.", "2026-01-24 meeting held macron+modi @paris; 2026-01-24 meeting held merz+tusk @oslo"),
        ("2026-01-24", "it", "Macron ha ricevuto Modi all'Eliseo. Tusk e Merz si sono visti a Oslo oggi. Gli incontri a Oslo oggi sono andati bene.", "2026-01-23/2026-01-24 meeting held macron+modi @elysee; 2026-01-24 meeting held merz+tusk @oslo"),
    ),
    "meetings before, each by its day": (
        ("2025-04-12", "it", "Macron ha incontrato Modi a Oslo. È la terza volta, dopo gli incontri precedenti del 10 febbraio e del 12 marzo. Macron ha avuto anche un colloquio con Tusk.", "2025-02-10 meeting held macron+modi; 2025-03-12 meeting held macron+modi; 2025-04-11/2025-04-12 meeting held macron+modi @oslo; undated meeting held macron+tusk"),
        ("2025-04-12", "en", "Macron met Modi in Oslo. It followed their previous meetings on 11 February and 13 March.", "2025-02-11 meeting held macron+modi; 2025-03-13 meeting held macron+modi; 2025-04-11/2025-04-12 meeting held macron+modi @oslo"),
        ("2025-04-12", "en", "Macron met Modi in Oslo. Previous meetings in the spring had failed.", "2025-04-11/2025-04-12 meeting held macron+modi @oslo"),
        ("2025-04-12", "it", "Macron ha incontrato Modi a Oslo. Gli incontri precedenti in primavera erano falliti.", "2025-04-11/2025-04-12 meeting held macron+modi @oslo"),
    ),
    "called off, or not": (
        ("2025-10-23", "en", "A meeting between Fidan and Tajani was shelved. The meeting this week was no longer necessary. A summit of Macron and Modi in Oslo was shelved.", "2025-10-23/2025-10-26 meeting cancelled fidan+tajani; undated meeting cancelled macron+modi @oslo"),
        ("2025-10-23", "en", "Macron and Modi will meet in Oslo. Fidan and Tajani will meet in Rome. The meeting this week was no longer necessary.", "undated meeting planned macron+modi @oslo; undated meeting planned fidan+tajani @rome"),
        ("2025-10-23", "en", "Macron will meet Modi in Oslo on Friday. The meeting was long planned and not cancelled.", "2025-10-24 meeting planned macron+modi @oslo"),
        ("2025-10-23", "it", "Macron vedrà Modi a Oslo venerdì. L'incontro era previsto da tempo e non annullato.", "2025-10-24 meeting planned macron+modi @oslo"),
        ("2025-10-23", "en", "Macron's meeting with Modi in Oslo was cancelled.", "undated meeting cancelled macron+modi @oslo"),
    ),
    "the same two states, and others who act for them": (
        ("2025-10-24", "en", "Dmitriev will meet Witkoff in Rome on Saturday. Dmitriev will meet representatives of the US administration in Rome. Rubio and Lavrov will meet in Rome on Saturday.", "2025-10-25 meeting planned dmitriev+states+witkoff @rome; 2025-10-25 meeting planned lavrov+rubio @rome"),
        ("2025-10-17", "it", "L'incontro tra Lavrov e Rubio si terrà presto. Il possibile vertice Russia-Usa a Oslo seguirà.", "undated meeting planned lavrov+rubio"),
    ),
    "what is welcomed": (
        ("2025-05-20", "en", "Macron welcomes Modi-Tusk dialogue as positive.", "-"),
        ("2025-05-20", "en", "Macron welcomed the Modi–Tusk detente on Monday.", "-"),
        ("2025-05-20", "en", "Macron welcomed Modi and Tusk in Paris on Monday.", "2025-05-19 meeting held macron+modi+tusk @paris"),
    ),
    "envoys named by their state": (
        ("2026-03-17", "it", "Macron ha ricevuto Witkoff e Kushner a Parigi domenica. Dopo l'incontro con gli inviati Usa Macron ha sorriso.", "2026-03-15 meeting held kushner+macron+witkoff @paris"),
        ("2026-03-17", "en", "Macron met Steve Witkoff in Paris on Sunday. Macron smiled after his meeting with the US envoys in Paris.", "2026-03-15 meeting held macron+states+witkoff @paris"),
        ("2026-03-17", "en", "Macron met Donald Trump in Paris on Sunday. Macron smiled after his meeting with the US envoys in Paris.", "2026-03-15 meeting held macron+trump @paris; undated meeting held macron+states @paris"),
        ("2026-03-17", "en", "Macron met Steve Witkoff in Paris on Sunday. Merz smiled after his meeting with the US envoys in Berlin.", "2026-03-15 meeting held macron+witkoff @paris; undated meeting held merz+states @berlin"),
    ),
    "the day of a contact behind a word of speech": (
        ("2025-12-26", "en", "Macron said Thursday's call with Modi and Tusk had been good.", "2025-12-25 call held macron+modi+tusk"),
        ("2025-12-26", "en", "Modi was welcomed by Macron in Paris on Thursday. Spokeswoman Karoline Leavitt said Thursday's visit was short.", "2025-12-25 meeting held macron+modi @paris"),
        ("2025-12-26", "en", "Macron said on Thursday that his call with Modi had been good.", "undated call held macron+modi"),
        ("2025-12-26", "en", "Macron said Thursday's vote on the call with Modi had been good.", "undated call held macron+modi"),
    ),
}  # fmt: skip


@by_class("day language text expected", CLASSES)
def test_class_of_passages(day: str, language: str, text: str, expected: str) -> None:
    events = resolved((day, language, text)).events
    assert sorted(written(event).rsplit(" x", 1)[0] for event in events) == listed(expected)
