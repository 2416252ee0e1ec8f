"""Contacts told as talk, in quotes, of "the two", on several days or with several persons: rows in both languages.

A row is written as in `tests/test_events.py`; `-` stands for no contact.
"""

from __future__ import annotations

import pytest

from tests.test_events import told

Rows = dict[str, tuple[tuple[str, str, str], ...]]

CLASSES: Rows = {
    "those who act for states and have spoken had a call": (
        ("it", "Il presidente francese Emmanuel Macron ha parlato con Narendra Modi.", "call held macron+modi"),
        ("it", "Johann Wadephul ha parlato con il ministro degli Esteri turco Hakan Fidan dei dazi.", "call held fidan+wadephul"),
        ("it", "Giorgia Meloni è tornata a parlare con Erdogan per la prima volta dopo mesi.", "call held erdogan+meloni"),
        ("it", "Sybiha ha riferito di aver parlato con Rubio.", "call held rubio+sybiha"),
        ("it", "Il premier britannico Keir Starmer parlerà con Zelensky.", "call planned starmer+zelensky"),
        ("it", "Rubio ha discusso con Lavrov delle sanzioni.", "call held lavrov+rubio"),
        ("it", "Tusk parla con Zelensky della tregua", "call held tusk+zelensky"),
        ("it", "Merz ha avuto una conversazione con Xi Jinping.", "call held jinping+merz"),
        ("it", "Macron ha parlato con Erdogan ad Ankara.", "meeting held erdogan+macron @ankara"),
        ("it", "Meloni ha parlato con i giornalisti di Erdogan.", "-"),
        ("it", "Meloni parla spesso con Erdogan.", "-"),
        ("it", "Macron non ha parlato con Putin.", "-"),
        ("it", "Macron potrebbe parlare con Putin.", "-"),
        ("it", "Tusk ha parlato di Merz.", "-"),
        ("it", "Rubio e Lavrov hanno discusso delle sanzioni.", "-"),
        ("it", "Macron ha parlato per anni con Putin ogni settimana.", "-"),
        ("it", "Se Macron avesse parlato con Putin, non cambierebbe nulla.", "-"),
        ("en", "French President Emmanuel Macron has spoken to Narendra Modi.", "call held macron+modi"),
        ("en", "Johann Wadephul spoke with Turkish Foreign Minister Hakan Fidan about tariffs.", "call held fidan+wadephul"),
        ("en", "Tusk was able to speak with Merz.", "call held merz+tusk"),
        ("en", "Andrii Sybiha said he had spoken with Rubio.", "call held rubio+sybiha"),
        ("en", "British Prime Minister Keir Starmer will speak with Zelenskyy.", "call planned starmer+zelensky"),
        ("en", "Rubio discussed the sanctions with Lavrov.", "call held lavrov+rubio"),
        ("en", "Modi speaks with Putin", "call held modi+putin"),
        ("en", "Merz had a conversation with Xi Jinping.", "call held jinping+merz"),
        ("en", "Macron spoke with Erdogan in Ankara.", "meeting held erdogan+macron @ankara"),
        ("en", "Meloni spoke to reporters about Erdogan.", "-"),
        ("en", "Rubio often speaks with Lavrov.", "-"),
        ("en", "Macron has not spoken to Putin.", "-"),
        ("en", "Macron wants to speak with Putin.", "-"),
        ("en", "Tusk spoke of Merz.", "-"),
        ("en", "Trump spoke to Fox News about Putin.", "-"),
        ("en", "If Macron had spoken with Putin, nothing would have changed.", "-"),
    ),
    "whoever is quoted says I": (
        ("it", "“Ho appena avuto una telefonata molto utile con il presidente Macron prima del mio incontro con il cancelliere Merz ha scritto Donald Tusk su X. Il portavoce Dmitry Peskov ha confermato.",
         "call held macron+tusk; meeting held merz+tusk"),
        ("it", "«Ho parlato con il presidente Macron», ha scritto Merz su X.", "call held macron+merz"),
        ("it", "«Il mio incontro con Xi è andato bene», ha detto Donald Trump dopo che Peskov aveva parlato.", "meeting held jinping+trump"),
        ("it", "«Abbiamo parlato con Erdogan della tregua», ha aggiunto Giorgia Meloni.", "call held erdogan+meloni"),
        ("it", "«Io e Zelensky ci siamo sentiti ieri», ha detto Starmer.", "call held starmer+zelensky [ieri]"),
        ("it", "«Incontrerò Modi a Delhi», ha annunciato Vladimir Putin.", "meeting planned modi+putin @new-delhi"),
        ("it", "«Vorrei parlare con Modi», ha detto Putin.", "-"),
        ("it", "«Qualcuno ha parlato con Modi», ha detto Putin.", "-"),
        ("en", "“I just had a very useful call with President Macron ahead of my meeting with Chancellor Merz, Donald Tusk wrote on X. Dmitry Peskov confirmed it.",
         "call held macron+tusk; meeting planned merz+tusk"),
        ("en", "“I spoke with President Macron,” Merz wrote.", "call held macron+merz"),
        ("en", "“My meeting with Xi went well,” Donald Trump said after Peskov had spoken.", "meeting held jinping+trump"),
        ("en", "“We talked to Erdogan about the truce,” Giorgia Meloni added.", "call held erdogan+meloni"),
        ("en", "“Zelenskyy and I spoke by phone yesterday,” said Starmer.", "call held starmer+zelensky [yesterday]"),
        ("en", "“I will meet Modi in Delhi,” Vladimir Putin announced.", "meeting planned modi+putin @new-delhi"),
        ("en", "“I will discuss it with President Modi,” Putin said.", "-"),
        ("en", "“I would like to speak with Modi,” Putin said.", "-"),
    ),
    "whose the two leaders are": (
        ("it", "Macron ha sentito al telefono Erdogan dopo le critiche di Orban e Meloni. I due leader si erano già sentiti il 3 maggio.",
         "call held erdogan+macron; call held erdogan+macron [3 maggio]"),
        ("it", "Rubio ha incontrato Lavrov a Roma. Il portavoce Dmitry Peskov ha lodato Rubio. L'incontro tra i due ministri è durato un'ora.",
         "meeting held lavrov+rubio @rome; meeting held lavrov+rubio"),
        ("it", "Macron ha telefonato a Putin. Meloni ha scritto a Merz. I due presidenti si vedranno a Parigi.",
         "call held macron+putin; meeting planned meloni+merz @paris"),
        ("en", "Macron phoned Erdogan after criticism by Orban and Meloni. The two leaders had last spoken by phone on 3 May.",
         "call held erdogan+macron; call held erdogan+macron [3 May]"),
        ("en", "Rubio met Lavrov in Rome. Spokesman Dmitry Peskov praised Rubio. The meeting between the two ministers lasted an hour.",
         "meeting held lavrov+rubio @rome; meeting held lavrov+rubio"),
        ("en", "Macron phoned Putin. Meanwhile Meloni and Merz quarrel. The two leaders met in Rome.",
         "call held macron+putin; meeting held meloni+merz @rome"),
    ),
    "several days": (
        ("it", "Macron e Putin si sono sentiti il 3 febbraio, il 9 marzo, il 19 aprile e il 16 maggio.",
         "call held macron+putin [3 febbraio]; call held macron+putin [9 marzo]; call held macron+putin [19 aprile]; call held macron+putin [16 maggio]"),
        ("it", "Putin e Xi si sono già visti il 4 marzo, l'11 aprile e il 2 giugno a Pechino.",
         "meeting held jinping+putin @beijing [4 marzo]; meeting held jinping+putin @beijing [11 aprile]; meeting held jinping+putin @beijing [2 giugno]"),
        ("it", "Macron e Putin si sono sentiti il 3 febbraio, la guerra era iniziata il 24 febbraio e il 2 aprile ci fu una tregua.",
         "call held macron+putin [3 febbraio]"),
        ("en", "Macron and Putin spoke by phone on February 3, March 9, April 19 and May 16.",
         "call held macron+putin [February 3]; call held macron+putin [March 9]; call held macron+putin [April 19]; call held macron+putin [May 16]"),
        ("en", "Putin met Modi on March 4, April 11, and June 2.",
         "meeting held modi+putin [March 4]; meeting held modi+putin [April 11]; meeting held modi+putin [June 2]"),
        ("en", "Rubio met Lavrov on Monday and again on Thursday.", "meeting held lavrov+rubio [Monday]; meeting held lavrov+rubio [Thursday]"),
        ("en", "Macron phoned Putin on February 3, and the war had begun on February 24.", "call held macron+putin [February 3]"),
    ),
    "one with each of several": (
        ("it", "Giorgia Meloni ha avuto conversazioni con i presidenti russo, Vladimir Putin, e turco, Recep Tayyip Erdogan.",
         "call held meloni+putin; call held erdogan+meloni"),
        ("it", "Macron ha parlato separatamente con Zelensky e Starmer.", "call held macron+zelensky; call held macron+starmer"),
        ("it", "Macron ha ricevuto all'Eliseo Zelensky e Starmer.", "meeting held macron+starmer+zelensky @elysee"),
        ("it", "L'inviato di Mosca Kirill Dmitriev ha parlato. Putin ha ricevuto al Cremlino l'inviato speciale del presidente degli Stati Uniti Steve Witkoff e il genero di Trump, Jared Kushner.",
         "meeting held kushner+putin+witkoff @kremlin"),
        ("it", "Putin ha ricevuto al Cremlino l'inviato del presidente Macron.", "-"),
        ("en", "Giorgia Meloni had conversations with the Russian president, Vladimir Putin, and the Turkish president, Recep Tayyip Erdogan.",
         "call held meloni+putin; call held erdogan+meloni"),
        ("en", "Macron spoke separately with Zelenskyy and Starmer.", "call held macron+zelensky; call held macron+starmer"),
        ("en", "Macron hosted Zelenskyy and Starmer at the Elysee.", "meeting held macron+starmer+zelensky @elysee"),
        ("en", "In early March, Putin received US President Donald Trump's special envoy Steve Witkoff and Trump's son-in-law, Jared Kushner, at the Kremlin.",
         "meeting held kushner+putin+witkoff @kremlin [early March]"),
        ("en", "Erdogan praised the envoy of President Macron.", "-"),
    ),
    "whoever acts in a clause without a subject": (
        ("it", "Trump vuole confrontarsi con il leader della Turchia, Recep Tayyip Erdogan, e con gli alleati, dopo aver parlato con Macron.", "-"),
        ("it", "Trump ha criticato il leader della Turchia, Recep Tayyip Erdogan, dopo aver parlato con Macron.", "call held macron+trump"),
        ("it", "Macron ha citato Erdogan, che aveva incontrato a luglio a Roma.", "meeting held erdogan+macron @rome [luglio]"),
        ("it", "Macron ha citato Erdogan, che aveva incontrato Putin a Mosca.", "meeting held erdogan+putin @moscow"),
        ("it", "Macron ha detto a Erdogan che ha incontrato Putin a Mosca.", "meeting held macron+putin @moscow"),
        ("en", "Trump wants to see Turkish leader Recep Tayyip Erdogan, and several allies, after speaking with Macron.", "-"),
        ("en", "Trump criticised Turkish leader Recep Tayyip Erdogan after speaking with Macron.", "call held macron+trump"),
        ("en", "Macron praised Erdogan, who had met Putin in Moscow.", "meeting held erdogan+putin @moscow"),
        ("en", "Rubio said that Vance had met Lavrov after speaking to Wang Yi.", "meeting held lavrov+vance; call held vance+yi"),
    ),
    "an office for somebody named before": (
        ("it", "Donald Trump è a Roma. Il senatore Lindsey Graham ha detto che il presidente ha avuto una telefonata con Putin.", "call held putin+trump"),
        ("it", "Marco Rubio è a Parigi. Macron ha detto che il segretario di Stato ha incontrato Lavrov a Oslo.", "meeting held lavrov+rubio @oslo"),
        ("it", "Peskov ha detto che il senatore ha parlato con Modi.", "-"),
        ("en", "Donald Trump is in Rome. Senator Lindsey Graham said the president had a call with Putin.", "call held putin+trump"),
        ("en", "Marco Rubio is in Paris. Macron said that the secretary of state had met Lavrov in Oslo.", "meeting held lavrov+rubio @oslo"),
        ("en", "Peskov said that the senator had spoken with Modi.", "-"),
    ),
    "the first since a month": (
        ("it", "È il primo incontro tra Erdogan e Putin dallo scorso aprile.", "meeting held erdogan+putin; meeting held erdogan+putin [scorso aprile]"),
        ("it", "È il primo faccia a faccia tra Erdogan e Putin dal 2022.", "meeting held erdogan+putin"),
        ("en", "It was Macron's first call with Putin since September.", "call held macron+putin; call held macron+putin [September]"),
        ("en", "It was Macron's first call with Putin since 2022.", "call held macron+putin"),
        ("en", "It was Macron's call with Putin since September.", "call held macron+putin"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"), [row for rows in CLASSES.values() for row in rows], ids=lambda row: row[:60]
)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert told(language, text) == (set() if expected == "-" else set(expected.split("; ")))
