"""Contacts told a second time, and talks without names: rows in both languages, by class of sentence.

A row is written as in `tests/contact_rows.py`.
"""

from __future__ import annotations

import pytest

from data.resolve import Event
from tests.contact_rows import Classes, by_class, listed, told
from tests.test_resolve import resolved
from tests.test_resolve import written as event_written

CLASSES: Classes = {
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
    "those who act for states": (
        ("en", "Talks between envoys from Moscow and Kyiv opened in Oslo on Tuesday.", "meeting held russia+ukraine @oslo [Tuesday]"),
        ("en", "Negotiators from Paris and Ankara met in Oslo on Tuesday.", "meeting held france+turkey @oslo [Tuesday]"),
        ("en", "Talks involving France, Turkey and Norway will be held in Geneva next month.", "meeting planned france+norway+turkey @geneva [next month]"),
        ("it", "I colloqui tra gli inviati di Parigi e Ankara si sono aperti martedì a Oslo.", "meeting held france+turkey @oslo [martedì]"),
        ("it", "I colloqui che coinvolgono Francia, Turchia e Norvegia si terranno a Ginevra il mese prossimo.", "meeting planned france+norway+turkey @geneva [mese prossimo]"),
        ("en", "A scandal involving Macron and Erdogan overshadowed the talks in Oslo.", "-"),
        ("it", "Lo scandalo che coinvolge Macron ed Erdogan pesa sui colloqui di Oslo.", "-"),
        ("en", "An official from Ankara praised talks in Oslo.", "-"),
        ("en", "Talks between France and Turkey will take years.", "-"),
    ),
    "whose contact somebody is told of, and on which day": (
        ("en", "Macron briefed Tusk on his call with Modi.", "call held macron+modi"),
        ("en", "Macron would tell Tusk about the summit with Modi on Friday.", "meeting held macron+modi"),
        ("it", "Macron aggiornerà Tusk sul suo incontro con Modi venerdì.", "meeting held macron+modi"),
        ("it", "Macron ha informato Tusk della sua telefonata con Modi.", "call held macron+modi"),
        ("en", "Macron told Tusk he would meet Modi on Friday.", "meeting planned macron+modi [Friday]"),
        ("en", "Macron will brief Tusk on the talks on Friday.", "-"),
        ("it", "Macron aggiornerà Tusk sui colloqui venerdì.", "-"),
    ),
    "where a clause that opens the sentence ends": (
        ("en", "Hours after talks between France and Turkey ended on Tuesday, a fire broke out in Oslo.", "meeting held france+turkey [Tuesday]"),
        ("en", "After talks between France and Turkey in Oslo on Tuesday, Macron flew to Rome.", "meeting held france+turkey @oslo [Tuesday]"),
        ("en", "After the long meeting, the envoy Steve Witkoff smiled.", "-"),
        ("en", "After talks in Oslo, a fire broke out.", "-"),
    ),
    "the first since": (
        ("en", "It was the first meeting of Macron and Modi since the summit in Oslo in May.", "meeting held macron+modi; meeting held macron+modi @oslo [May]"),
        ("en", "It was the sixth meeting of Witkoff with Putin, but the first between the Kremlin and the team of Trump since the summit in Oslo in May.", "meeting held putin+witkoff"),
        ("it", "È il sesto incontro di Witkoff con Putin, ma il primo tra il Cremlino e la squadra di Trump dal vertice di Oslo di maggio.", "meeting held putin+witkoff"),
    ),
    "two who act at the contact that opens the sentence": (
        ("it", "Nella telefonata di martedì Macron e Modi hanno discusso di grano.", "call held macron+modi [martedì]"),
        ("it", "Durante l'incontro di Oslo, Macron e Modi hanno discusso di grano.", "meeting held macron+modi @oslo"),
        ("en", "During Tuesday's call, Macron and Modi agreed on grain.", "call held macron+modi [Tuesday]"),
        ("en", "At the meeting in Oslo, Macron and Modi agreed on grain.", "meeting held macron+modi @oslo"),
        ("en", "During the call, Macron agreed on grain.", "-"),
        ("en", "During the war, Macron and Modi traded grain.", "-"),
        ("it", "Durante la guerra Macron e Modi hanno discusso di grano.", "-"),
        ("it", "Nel corso della riunione del governo Tajani e Salvini hanno taciuto.", "-"),
        ("en", "During the meeting of the cabinet, Marco Rubio and JD Vance kept silent.", "-"),
    ),
    "two who shake hands, and last week": (
        ("en", "Macron and Modi shook hands in Oslo on 3 May 2025.", "meeting held macron+modi @oslo [3 May 2025]"),
        ("it", "Macron e Modi si stringono la mano.", "meeting held macron+modi"),
        ("en", "Macron, who met Modi in Oslo last week, said he was tired.", "meeting held macron+modi @oslo [last week]"),
        ("en", "Macron and Modi put the case in the hands of lawyers.", "-"),
        ("it", "Macron e Modi hanno il caso in mano.", "-"),
    ),
    "states set for talks": (
        ("en", "Norway and Sweden set for fresh peace talks, Macron says", "meeting planned norway+sweden"),
        ("en", "Norway and Sweden due for talks in Geneva", "meeting planned norway+sweden @geneva"),
        ("en", "Norway and Sweden under fire for talks in Geneva", "-"),
        ("en", "Norway and Sweden ready for talks", "-"),
    ),
    "quarrels face to face": (
        ("en", "Trump berated Macron in the Oval Office on 28 February.", "meeting held macron+trump @white-house [28 February]"),
        ("en", "Trump smiled when he and Vice President JD Vance berated Macron in the Oval Office.", "meeting held macron+trump+vance @white-house"),
        ("it", "Trump ha strigliato Macron nello Studio Ovale il 28 febbraio.", "meeting held macron+trump @white-house [28 febbraio]"),
        ("en", "Trump berated Macron on television.", "-"),
        ("it", "Trump ha strigliato Macron in tv.", "-"),
        ("en", "Police clashed with protesters in Paris.", "-"),
        ("it", "Tajani e Salvini hanno litigato a Roma. Tajani ha litigato con Salvini a Roma.", "-"),
    ),
    "those of one state": (
        ("en", "“Today I discussed the budget with Rustem Umerov,” Zelensky said.", "-"),
        ("en", "“Today I discussed the budget with Marco Rubio,” Zelensky said.", "call held rubio+zelensky [Today]"),
        ("it", "“Oggi ho discusso del bilancio con Rustem Umerov”, ha detto Zelensky.", "-"),
    ),
    "talks in passing": (
        ("en", "Macron and Modi have had very good talks.", "-"),
        ("en", "Macron and Modi held talks.", "meeting held macron+modi"),
        ("en", "Macron and Modi have had very good talks in Oslo.", "meeting held macron+modi @oslo"),
    ),
    "a few hours from its end": (
        ("it", "A poche ore dalla fine della telefonata tra Macron e Modi, è nevicato.", "call held macron+modi"),
        ("it", "A poche ore dalla telefonata tra Macron e Modi, nevica.", "call planned macron+modi"),
        ("it", "A poche ore dalla fine della guerra, nevica.", "-"),
    ),
    "announced, or part of a plan": (
        ("it", "Macron ha annunciato un incontro con Modi a Parigi.", "meeting planned macron+modi @paris"),
        ("en", "Macron announced a meeting with Modi in Paris.", "meeting planned macron+modi @paris"),
        ("en", "Snow fell after a plan to hold talks between Norway and Sweden in Oslo was praised.", "meeting planned norway+sweden @oslo"),
        ("en", "Snow fell after the long-planned talks between Norway and Sweden in Oslo.", "meeting held norway+sweden @oslo"),
    ),
    "whoever is named as leading, behind a comma, is not whom they meet": (
        ("en", "Envoys from both countries will meet next week in Oslo, with Rubio leading the delegation, Lavrov said.", "-"),
        ("it", "Lavrov ha detto che gli esperti si riuniranno a Oslo, con Rubio alla guida della delegazione.", "-"),
        ("en", "Lavrov met in Oslo on Monday, for the first time, with Rubio.", "meeting held lavrov+rubio @oslo [Monday]"),
        ("it", "Lavrov si è incontrato a Oslo con Rubio.", "meeting held lavrov+rubio @oslo"),
    ),
}  # fmt: skip


@by_class("language text expected", CLASSES)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert sorted(told(language, text)) == listed(expected)


Folder = tuple[tuple[tuple[str, str, str], ...], set[str]]

FOLDERS: dict[str, Folder] = {
    "the next round is none of the talks that were held": (
        (
            (
                "2026-01-24",
                "en",
                "Talks between Norway and Sweden have ended in Oslo. The talks were slow. "
                "A new round would begin on 1 February, an official said.",
            ),
        ),
        {"2026-01-23/2026-01-24 meeting held norway+sweden @oslo #2", "2026-02-01 meeting planned norway+sweden #1"},
    ),
    "il prossimo round è un altro": (
        (
            (
                "2026-01-24",
                "it",
                "I negoziati tra Norvegia e Svezia si sono conclusi a Oslo. Il prossimo round è previsto il 1° febbraio.",
            ),
        ),
        {"2026-01-23/2026-01-24 meeting held norway+sweden @oslo #1", "2026-02-01 meeting planned norway+sweden #1"},
    ),
    "a new round that is the news": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden will hold talks in Oslo on Tuesday. The new round will open on Tuesday.",
            ),
        ),
        {"2026-01-27 meeting planned norway+sweden @oslo #2"},
    ),
    "a round without a day": (
        (("2026-01-24", "en", "Talks between Norway and Sweden have ended in Oslo. A new round is planned."),),
        {"2026-01-23/2026-01-24 meeting held norway+sweden @oslo #1"},
    ),
    "a round of nobody's talks": ((("2026-01-24", "en", "A new round would begin on 1 February."),), set()),
    "un round di nessuno": ((("2026-01-24", "it", "Il prossimo round è previsto il 1° febbraio."),), set()),
    "counted from the talks": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden held talks in Oslo on 22 January. "
                "The day before the talks began, Macron met Modi in Paris.",
            ),
        ),
        {"2026-01-22 meeting held norway+sweden @oslo #2", "2026-01-21 meeting held macron+modi @paris #1"},
    ),
    "contato dai colloqui": (
        (
            (
                "2026-01-24",
                "it",
                "Norvegia e Svezia hanno tenuto negoziati a Oslo il 22 gennaio. "
                "Il giorno prima dei negoziati, Macron ha incontrato Modi a Parigi.",
            ),
        ),
        {"2026-01-22 meeting held norway+sweden @oslo #2", "2026-01-21 meeting held macron+modi @paris #1"},
    ),
    "after the meeting, on its day": (
        (
            (
                "2026-01-24",
                "en",
                "Macron met Modi in Paris on 20 January. They were said to have quarrelled. "
                "After the meeting, Modi called Tusk.",
            ),
        ),
        {"2026-01-20 meeting held macron+modi @paris #2", "2026-01-20 call held modi+tusk #1"},
    ),
    "dopo l'incontro, lo stesso giorno": (
        (
            (
                "2026-01-24",
                "it",
                "Macron ha incontrato Modi a Parigi il 20 gennaio. Fuori nevicava. "
                "Dopo l'incontro, Modi ha telefonato a Tusk.",
            ),
        ),
        {"2026-01-20 meeting held macron+modi @paris #2", "2026-01-20 call held modi+tusk #1"},
    ),
    "a day of its own": (
        (
            (
                "2026-01-24",
                "en",
                "Macron met Modi in Paris on 20 January. After the meeting, Modi called Tusk on Friday.",
            ),
        ),
        {"2026-01-20 meeting held macron+modi @paris #2", "2026-01-23 call held modi+tusk #1"},
    ),
    "who talks from one sentence, when from another": (
        (
            (
                "2026-01-24",
                "en",
                "Talks between Norway and Sweden are hard. The talks in Oslo were slow. "
                "A fire broke out hours after the first day of talks ended on Thursday.",
            ),
        ),
        {"2026-01-22 meeting held norway+sweden @oslo #2"},
    ),
    "chi tratta da una frase, quando da un'altra": (
        (
            (
                "2026-01-24",
                "it",
                "I negoziati tra Norvegia e Svezia sono difficili. La prima giornata del negoziato si è conclusa giovedì.",
            ),
        ),
        {"2026-01-22 meeting held norway+sweden #1"},
    ),
    "talks of nobody known": ((("2026-01-24", "en", "The first day of talks ended on Thursday."),), set()),
    "negotiations that go on": (
        (("2026-01-24", "en", "Talks between Norway and Sweden are hard. The talks went on in 2022."),),
        set(),
    ),
    "the talks were a call": (
        (("2026-01-24", "en", "Macron phoned Modi on Friday. The talks lasted an hour."),),
        {"2026-01-23 call held macron+modi #2"},
    ),
    "i colloqui erano un incontro": (
        (("2026-01-24", "it", "Macron ha incontrato Modi a Parigi venerdì. I colloqui sono durati un'ora."),),
        {"2026-01-23 meeting held macron+modi @paris #2"},
    ),
    "negotiations are no call": (
        (("2026-01-24", "en", "Macron phoned Modi on Friday. The negotiations with the unions lasted an hour."),),
        {"2026-01-23 call held macron+modi #1"},
    ),
    "l'incontro, all'inizio della frase": (
        (
            (
                "2026-01-24",
                "it",
                "Macron ha incontrato Modi a Parigi venerdì. L’incontro, che è durato un'ora, è stato utile.",
            ),
        ),
        {"2026-01-23 meeting held macron+modi @paris #2"},
    ),
    "a gathering with a name of its own": (
        (("2026-01-24", "it", "Macron ha incontrato Modi a Parigi venerdì. Il vertice del G7 si terrà in giugno."),),
        {"2026-01-23 meeting held macron+modi @paris #1"},
    ),
    "Tuesday's talks are ahead": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden will hold talks in Oslo on Tuesday. Tuesday's talks would be short.",
            ),
        ),
        {"2026-01-27 meeting planned norway+sweden @oslo #2"},
    ),
    "a new round is not of the talks held": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden held talks in Oslo on Tuesday. Both sides said a new round is planned.",
            ),
        ),
        {"2026-01-20 meeting held norway+sweden @oslo #1"},
    ),
    "the envoys' visit": (
        (("2026-01-24", "en", "Witkoff and Kushner landed. Putin praised the envoys' visit."),),
        set(),
    ),
    "whoever only says it was not there": (
        (
            (
                "2025-08-16",
                "en",
                "Snow fell, Sir Keir Starmer has said, following a long summit with Vladimir Putin in Alaska on Friday. "
                "Trump and Putin met at a base in Anchorage, Alaska.",
            ),
        ),
        {"2025-08-15 meeting held putin+trump @anchorage #2"},
    ),
    "whoever says it was there, as nobody else": (
        (
            (
                "2025-08-16",
                "en",
                "Snow fell, Sir Keir Starmer has said, following a long summit with Vladimir Putin in Alaska on Friday.",
            ),
        ),
        {"2025-08-15 meeting held putin+starmer @alaska #1"},
    ),
    "a round that is ahead and one that was": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden held talks in Oslo on Tuesday. "
                "The next round of talks between Norway and Sweden will be held in Geneva.",
            ),
        ),
        {"2026-01-20 meeting held norway+sweden @oslo #1", "undated meeting planned norway+sweden @geneva #1"},
    ),
    "last week is no last time": (
        (
            (
                "2026-01-24",
                "en",
                "Macron, who met Modi in Oslo last week, is tired. The meeting in Oslo on 15 January was long.",
            ),
        ),
        {"2026-01-15 meeting held macron+modi @oslo #2"},
    ),
    "a week after something else": (
        (
            (
                "2026-01-24",
                "it",
                "Macron ha incontrato Modi a Oslo il 20 gennaio. "
                "L’incontro, che è avvenuto una settimana dopo che a Parigi era caduta la neve, è stato breve.",
            ),
        ),
        {"2026-01-20 meeting held macron+modi @oslo #2"},
    ),
    "un round che verrà e uno che è stato": (
        (
            (
                "2026-01-24",
                "it",
                "Norvegia e Svezia hanno tenuto negoziati a Oslo martedì. "
                "Il prossimo round di colloqui tra Norvegia e Svezia si terrà a Ginevra.",
            ),
        ),
        {"2026-01-20 meeting held norway+sweden @oslo #1", "undated meeting planned norway+sweden @geneva #1"},
    ),
    "the latest round of talks between two": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden held talks in Oslo on Tuesday. "
                "Macron praised the latest round of negotiations between Norway and Sweden.",
            ),
        ),
        {"2026-01-20 meeting held norway+sweden @oslo #2"},
    ),
    "negotiations between two, as ever": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden held talks in Oslo on Tuesday. "
                "Macron praised the negotiations between Norway and Sweden.",
            ),
        ),
        {"2026-01-20 meeting held norway+sweden @oslo #1"},
    ),
    "talks that go on are not those ahead": (
        (
            (
                "2026-01-24",
                "en",
                "Norway and Sweden will hold talks in Oslo on Tuesday. The negotiations are ongoing.",
            ),
        ),
        {"2026-01-27 meeting planned norway+sweden @oslo #1"},
    ),
    "what other talks came after": (
        (("2026-01-24", "en", "The deadline follows talks between Norway and Sweden in Oslo."),),
        {"undated meeting held norway+sweden @oslo #1"},
    ),
}


def written(event: Event) -> str:
    """An event as `tests.test_resolve` writes it, with the number of its passages instead of that of its articles."""
    return f"{event_written(event).rsplit(' x', 1)[0]} #{len(event.told)}"


@pytest.mark.parametrize("name", FOLDERS)
def test_folders(name: str) -> None:
    articles, expected = FOLDERS[name]
    assert {written(event) for event in resolved(*articles).events} == expected
