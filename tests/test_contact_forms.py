"""Contacts by class of sentence: for each way of telling one, rows in both languages and rows that tell none.

A row is written as in `tests/contact_rows.py`.
"""

from __future__ import annotations

from tests.contact_rows import Classes, by_class, listed, told

CLASSES: Classes = {
    "the form of the verb tells its tense": (
        ("it", "Macron incontrò Merz a Varsavia nel 2024.", "meeting held macron+merz @warsaw [2024]"),
        ("it", "Macron accolse Modi a Parigi nel 2018.", "meeting held macron+modi @paris [2018]"),
        ("it", "Tusk, atteso domani a Parigi, ha incontrato ieri Macron a Varsavia.", "meeting held macron+tusk @warsaw [ieri]"),
        ("it", "Merz era stato ricevuto l'ultima volta da Erdogan lo scorso 2 giugno.", "meeting held erdogan+merz [scorso 2 giugno]"),
        ("it", "Macron ha annunciato che sarà ricevuto da Xi Jinping a Pechino.", "meeting planned jinping+macron @beijing"),
        ("en", "Tusk, who is expected in Paris on Friday, met Macron in Warsaw on Monday.", "meeting held macron+tusk @warsaw [Monday]"),
        ("en", "Modi, whose visit is planned for Friday, had been received by Putin in Moscow in July.", "meeting held modi+putin @moscow [July]"),
        ("en", "The statement said Aliyev and Pashinyan will meet in Tirana as part of an ongoing effort.", "meeting planned aliyev+pashinyan @tirana"),
        ("en", "Norwegian and Swedish negotiators to meet in Oslo after Berlin talks.", "meeting planned norway+sweden @oslo"),
        ("it", "Il confronto tra i partiti durò a lungo.", "-"),
        ("en", "Modi did not say whether he would meet Putin.", "-"),
    ),
    "since when it is the first": (
        ("it", "È la prima volta che Macron e Putin si incontrano dall'inizio dell'invasione russa del 2022.", "meeting held macron+putin"),
        ("en", "Macron and Putin met for the first time since Russia's full-scale invasion in 2022.", "meeting held macron+putin"),
        ("en", "Macron and Putin met in Rome on Monday, the first time since the 2022 invasion.", "meeting held macron+putin @rome [Monday]"),
        ("en", "Macron met Putin in Moscow in February 2022.", "meeting held macron+putin @moscow [February 2022]"),
        ("it", "Macron ha incontrato Putin a Mosca nel febbraio 2022.", "meeting held macron+putin @moscow [febbraio 2022]"),
        ("en", "Since the war began in 2022 Macron has not met Putin.", "-"),
    ),
    "what is denied or only possible belongs to its own clause": (
        ("it", "Lula non ha voluto commentare la telefonata con Milei di lunedì.", "call held milei+silva [lunedì]"),
        ("en", "Lula declined to comment on the call with Milei on Monday.", "call held milei+silva [Monday]"),
        ("en", "Milei is close to a deal following Monday talks between Rubio and Lavrov in Oslo.", "meeting held lavrov+rubio @oslo [Monday]"),
        ("en", "Sanchez said a meeting between Macron and Merz would take place in Berlin.", "meeting planned macron+merz @berlin"),
        ("en", "Modi refused to meet Putin.", "-"),
        ("en", "Erdogan invited Macron to Ankara for a state visit.", "-"),
        ("it", "Erdogan ha invitato Macron ad Ankara per una visita ufficiale.", "-"),
        ("it", "Macron non ha in programma un incontro con Erdogan.", "-"),
    ),
    "between verb and object, or verb and agent": (
        ("it", "Merz sarà ricevuto giovedì alla Casa Bianca da Donald Trump.", "meeting planned merz+trump @white-house [giovedì]"),
        ("it", "Macron ha accolto venerdì alle 9.30 (ora locale) al castello di Rambouillet il presidente egiziano Abdel Fattah al-Sisi.", "meeting held macron+sisi [venerdì]"),
        ("it", "Macron ha incontrato, a margine della conferenza di Monaco, il presidente turco Recep Tayyip Erdogan.", "meeting held erdogan+macron"),
        ("it", "Macron ha incontrato a margine del vertice Meloni.", "meeting held macron+meloni"),
        ("it", "Macron ha incontrato oggi a Parigi, nella sede dell'Unesco, la premier italiana Giorgia Meloni.", "meeting held macron+meloni @paris [oggi]"),
        ("en", "Merz was received on Thursday in the Oval Office by Donald Trump.", "meeting held merz+trump @white-house [Thursday]"),
        ("en", "Macron hosted on Friday, at the Elysee, the Egyptian president Abdel Fattah al-Sisi.", "meeting held macron+sisi @elysee [Friday]"),
        ("en", "Rubio will meet the head of Norway's national defence council, Jens Stoltenberg, in Oslo on Thursday.", "meeting planned rubio+stoltenberg @oslo [Thursday]"),
        ("it", "Zelensky ha incontrato i giornalisti con Macron.", "-"),
        ("en", "Macron met reporters with Erdogan.", "-"),
        ("en", "Zelensky's call to Norway to pay more did not move Orban.", "-"),
    ),
    "who goes, and who is met there": (
        ("it", "Meloni e Merz hanno visitato Kiev martedì.", "meeting held meloni+merz @kyiv [martedì]"),
        ("it", "Tusk e Macron andranno venerdì a Kiev per incontrare Zelensky.", "meeting planned macron+tusk+zelensky @kyiv [venerdì]"),
        ("it", "Macron è arrivato ad Ankara, dove era atteso da Erdogan.", "meeting planned erdogan+macron @ankara"),
        ("en", "Polish Prime Minister Donald Tusk and French President Emmanuel Macron will visit Kyiv on Friday.", "meeting planned macron+tusk @kyiv [Friday]"),
        ("en", "Macron will visit Ankara on Monday to meet Erdogan.", "meeting planned erdogan+macron @ankara [Monday]"),
        ("en", "Modi to visit China for summit with Xi Jinping.", "meeting planned jinping+modi @china"),
        ("en", "Merz visited Ankara on Friday to meet Erdogan.", "meeting held erdogan+merz @ankara [Friday]"),
        ("en", "Merz White House visit: what is at stake.", "meeting held merz+trump @white-house"),
        ("en", "Macron and Erdogan are in Rome for talks.", "meeting held erdogan+macron @rome"),
        ("en", "Witkoff and Kushner flew to Oslo on Monday for talks.", "-"),
        ("it", "Witkoff e Kushner sono volati a Oslo per colloqui.", "-"),
    ),
    "several at once": (
        ("it", "Erdogan ha tenuto una serie di bilaterali, tra cui quelli con Meloni e con Macron.", "meeting held erdogan+meloni; meeting held erdogan+macron"),
        ("it", "Macron ha sentito telefonicamente sia Gideon Saar sia Marco Rubio.", "call held macron+rubio+saar"),
        ("it", "Si sono conclusi gli incontri separati che Guterres ha tenuto con Rubio e con Lavrov.", "meeting held guterres+rubio; meeting held guterres+lavrov"),
        ("en", "Both Merz and Macron met separately with Erdogan in Ankara.", "meeting held erdogan+macron @ankara; meeting held erdogan+merz @ankara"),
        ("it", "Erdogan ha avuto una serie di bilaterali, tra i quali quelli con Meloni, arrivata ieri.", "meeting held erdogan+meloni"),
        ("en", "Macron praised meetings that bring results.", "-"),
        ("en", "Macron and Merz discussed the summit with Erdogan.", "-"),
        ("it", "Macron e Merz hanno discusso del vertice con Erdogan.", "-"),
    ),
    "pronouns for several, envoys without their names": (
        ("en", "Witkoff and Kushner landed in Oslo. They will meet Tusk on Friday.", "meeting planned kushner+tusk+witkoff [Friday]; meeting held kushner+witkoff @oslo"),
        ("en", "US envoys Witkoff and Kushner are in Oslo. The envoys will meet Tusk on Friday.", "meeting planned kushner+tusk+witkoff [Friday]"),
        ("it", "Ne parlano Macron e Merz. Witkoff e Kushner sono a Oslo. I due inviati incontreranno Tusk venerdì.", "meeting planned kushner+tusk+witkoff [venerdì]"),
        ("it", "Meloni ha visto Merz a Roma. Ha poi incontrato Macron.", "meeting held meloni+merz @rome; meeting held macron+meloni"),
        ("en", "The envoys will meet on Friday.", "-"),
        ("en", "Tusk said they had met nobody.", "-"),
    ),
    "relative clauses": (
        ("it", "L'incontro che Macron ha avuto ieri con Erdogan è durato due ore.", "meeting held erdogan+macron [ieri]"),
        ("en", "The call Macron had with Erdogan on Friday lasted an hour.", "call held erdogan+macron [Friday]"),
        ("en", "The talks that Macron held with Erdogan in Paris lasted an hour.", "meeting held erdogan+macron @paris"),
        ("en", "The meeting that Macron wants is far off.", "-"),
        ("it", "L'incontro che Macron chiede è lontano.", "-"),
    ),
    "clauses that open no sentence of their own": (
        ("en", "Shortly before meeting Macron and Merz, Modi said he was ready.", "meeting held macron+merz+modi"),
        ("en", "A day earlier, after a call with Macron, Starmer said he was ready.", "call held macron+starmer [A day earlier]"),
        ("en", "He is close to a deal after Friday's talks between his envoy Steve Witkoff and the French president.", "meeting held macron+witkoff [Friday]"),
        ("en", "Macron spoke before the vote.", "-"),
    ),
    "the contact since which another is the first": (
        ("en", "It was Merz's first face-to-face encounter with the Turkish president since June's tense exchange in Ankara.", "meeting held erdogan+merz; meeting held erdogan+merz @ankara [June]"),
        ("en", "It was the first meeting between Merz and Erdogan since the Ankara summit in June.", "meeting held erdogan+merz; meeting held erdogan+merz @ankara [June]"),
        ("it", "È stato il primo incontro tra Merz ed Erdogan dal vertice di Ankara di giugno.", "meeting held erdogan+merz; meeting held erdogan+merz @ankara [giugno]"),
        ("en", "It was the first frost since the summit in June.", "-"),
    ),
    "days of words and days of contacts": (
        ("en", "On Wednesday Macron said he would meet Erdogan in Paris.", "meeting planned erdogan+macron @paris"),
        ("en", "On Friday, Macron said, he will meet Erdogan in Paris.", "meeting planned erdogan+macron @paris [Friday]"),
        ("en", "A statement on Wednesday said Macron and Erdogan will meet in Paris.", "meeting planned erdogan+macron @paris"),
        ("it", "Mercoledì Macron ha annunciato che incontrerà Erdogan a Parigi.", "meeting planned erdogan+macron @paris"),
        ("it", "Venerdì, ha detto Macron, incontrerà Erdogan.", "meeting planned erdogan+macron [Venerdì]"),
        ("it", "Oslo: «Questa sera l'incontro tra Macron ed Erdogan».", "meeting held erdogan+macron [Questa sera]"),
        ("en", "Macron and Erdogan held a meeting in the United Arab Emirates (UAE) on Thursday.", "meeting held erdogan+macron @abu-dhabi [Thursday]"),
        ("en", "The meeting took place two days after Macron criticised Erdogan.", "-"),
    ),
    "delegations and whoever leads them": (
        ("it", "Barrot è partito dopo i colloqui con la delegazione turca guidata da Hakan Fidan.", "meeting held barrot+fidan"),
        ("it", "Barrot è partito dopo i colloqui con gli alti funzionari turchi rappresentati da Hakan Fidan.", "meeting held barrot+fidan"),
        ("en", "Norwegian and Swedish negotiating teams wrapped up a round of talks in Oslo.", "meeting held norway+sweden @oslo"),
        ("en", "Norway sent a delegation.", "-"),
    ),
    "names in other spellings": (
        ("it", "Macron ha incontrato a Parigi Serghii Lavrov.", "meeting held lavrov+macron @paris"),
        ("it", "Macron ha incontrato a Parigi Recep Tayyp Erdogan.", "meeting held erdogan+macron @paris"),
        ("en", "Macron met Sir Keir in Paris.", "meeting held macron+starmer @paris"),
    ),
}  # fmt: skip


@by_class("language text expected", CLASSES)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert sorted(told(language, text)) == listed(expected)
