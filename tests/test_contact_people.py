"""Who took part in a contact, where the words for them are no names beside it: rows by class of sentence.

A row is written as in `tests/contact_rows.py`.
"""

from __future__ import annotations

from tests.contact_rows import Classes, by_class, listed, told

CLASSES: Classes = {
    "a pronoun before the verb": (
        ("it", "Macron è arrivato ad Ankara. Davanti al palazzo, il presidente Erdogan lo ha accolto con un abbraccio.", "meeting held erdogan+macron"),
        ("it", "Macron è atteso ad Ankara. Erdogan lo riceverà domani.", "meeting planned erdogan+macron [domani]"),
        ("it", "Meloni è arrivata ad Ankara con Macron. Erdogan l'ha accolta.", "meeting held erdogan+meloni"),
        ("it", "Meloni è arrivata ad Ankara. L'ha accolta Erdogan.", "meeting held erdogan+meloni"),
        ("it", "Witkoff e Kushner sono a Oslo. Tusk li riceverà domani.", "meeting planned kushner+tusk+witkoff [domani]"),
        ("it", "Macron rilancia. Erdogan lo vede come un rivale.", "-"),
        ("it", "Il piano non piace a Macron. Erdogan lo ha visto ieri.", "-"),
        ("it", "Erdogan è furioso. Macron lo ha chiamato lunedì.", "call held erdogan+macron [lunedì]"),
        ("it", "Erdogan è furioso. Macron lo ha chiamato bugiardo.", "-"),
        ("it", "Erdogan lo ha incontrato.", "-"),
        ("it", "La incontra Macron.", "-"),
    ),
    "those named of several": (
        ("it", "Macron avrebbe incontrato i vertici del governo turco, tra cui Hakan Fidan e Recep Tayyip Erdogan.", "meeting held erdogan+fidan+macron"),
        ("it", "Macron ha avuto colloqui a Oslo con diversi leader europei, tra cui Tusk e Merz.", "meeting held macron+merz+tusk @oslo"),
        ("it", "Macron e Tusk hanno contattato alcuni leader nordici, tra cui - così si dice - il premier Merz, e Erdogan.", "call held erdogan+macron+merz+tusk"),
        ("en", "Macron met several leaders, including Erdogan and Tusk.", "meeting held erdogan+macron+tusk"),
        ("en", "Macron held talks with several European leaders, including Tusk and Merz, in Oslo.", "meeting held macron+merz+tusk @oslo"),
        ("it", "Macron ha incontrato diversi giornalisti, tra cui un biografo di Tusk.", "-"),
        ("it", "Macron ha incontrato i ministri per parlare di diversi piani, tra cui quello di Merz.", "-"),
        ("en", "Macron met several demands, including that of Erdogan.", "-"),
    ),
    "who is named behind others who are not": (
        ("it", "Macron vedrà un paio di senatori e il ministro Marco Rubio.", "meeting planned macron+rubio"),
        ("it", "Macron ha incontrato le delegazioni turca, polacca e tedesca, guidate dal cancelliere Merz.", "meeting held macron+merz"),
        ("it", "Macron ha incontrato a Parigi il capo dell'intelligence militare turca Hakan Fidan.", "meeting held fidan+macron @paris"),
        ("en", "Macron will see the mayor of Oslo.", "-"),
        ("it", "Macron vedrà i senatori e Rubio ha detto di essere contento.", "-"),
        ("it", "Macron ha incontrato le delegazioni, e una legge è stata guidata da Merz.", "-"),
    ),
    "a verb that goes on behind and": (
        ("it", "Macron ha tenuto un incontro con Tusk e ha incontrato Erdogan.", "meeting held erdogan+macron; meeting held macron+tusk"),
        ("it", "Il vice ministro Barrot ha tenuto consultazioni con l'omologo Hakan Fidan e ha incontrato Ivo Erdogan, segretario del Consiglio.", "meeting held barrot+erdogan; meeting held barrot+fidan"),
        ("it", "Macron e Tusk sono arrivati ad Ankara, dove sono stati accolti dall'inviato turco Hakan Fidan e devono vedere Erdogan.", "meeting held fidan+macron+tusk @ankara"),
        ("it", "Il vertice con Tusk è finito e ha incontrato resistenze.", "-"),
    ),
    "whom somebody tells of it": (
        ("it", "Macron ha aggiornato il premier polacco, Donald Tusk, sul suo incontro con Erdogan.", "meeting held erdogan+macron"),
        ("it", "Macron ha aggiornato il premier polacco, Donald Tusk, sul voto.", "-"),
    ),
    "what somebody is seen doing": (
        ("it", "I negoziatori hanno visto il 3 maggio Macron dialogare per due ore con il collega Erdogan ad Ankara.", "meeting held erdogan+macron @ankara [3 maggio]"),
        ("it", "La giornata vedrà Macron incontrare Erdogan ad Ankara.", "meeting planned erdogan+macron @ankara"),
        ("it", "Macron ha visto Erdogan per parlare del grano.", "meeting held erdogan+macron"),
        ("it", "Erdogan ha visto Macron ballare.", "-"),
        ("it", "Macron vuole vedere Erdogan incontrare Tusk.", "-"),
    ),
    "whoever is sent": (
        ("it", "La Francia ha inviato Barrot, ministro degli Esteri, a consegnare di persona il testo a Erdogan il 4 maggio.", "meeting held barrot+erdogan [4 maggio]"),
        ("it", "Macron ha mandato Barrot a incontrare Erdogan ad Ankara.", "meeting held barrot+erdogan @ankara"),
        ("it", "Macron manderà Barrot a incontrare Erdogan ad Ankara.", "meeting planned barrot+erdogan @ankara"),
        ("en", "Macron sent Barrot to meet Erdogan in Ankara.", "meeting planned barrot+erdogan @ankara"),
        ("en", "Macron wants Barrot to meet Erdogan in Ankara.", "-"),
        ("it", "Macron ha mandato Barrot a consegnare il testo a Erdogan.", "-"),
        ("it", "Macron ha mandato Barrot ad Ankara.", "-"),
    ),
    "to whom something is told or given": (
        ("it", "Macron e Tusk avevano già letto integralmente il testo a Erdogan al telefono.", "call held erdogan+macron+tusk"),
        ("it", "Barrot ha consegnato di persona il testo a Erdogan ad Ankara.", "meeting held barrot+erdogan @ankara"),
        ("it", "Macron e Erdogan si sono telefonati lunedì.", "call held erdogan+macron [lunedì]"),
        ("it", "Macron e Tusk hanno letto il testo al telefono.", "-"),
        ("it", "Macron ha letto il testo a Erdogan.", "-"),
        ("it", "Barrot ha consegnato il testo a Erdogan.", "-"),
    ),
    "guests": (
        ("it", "Macron era a Oslo giovedì 3 maggio, ospite del premier Jonas Gahr Store.", "meeting held macron+store @oslo [giovedì 3 maggio]"),
        ("it", "Macron sarà giovedì ad Ankara, ospite di Erdogan.", "meeting planned erdogan+macron @ankara [giovedì]"),
        ("en", "Macron was in Oslo on Monday as a guest of Prime Minister Jonas Gahr Store.", "meeting held macron+store @oslo [Monday]"),
        ("it", "Macron è ospite di Lilli Gruber a Roma.", "-"),
        ("it", "Macron è ospite di Erdogan.", "-"),
        ("en", "Macron was a guest of Erdogan's broadcaster in Ankara.", "-"),
        ("en", "Macron was not in Ankara as a guest of Erdogan.", "-"),
    ),
    "whoever somebody goes to": (
        ("it", "Merz vola da Macron: l'Europa chiede difese", "meeting held macron+merz"),
        ("it", "Merz volerà venerdì dal presidente Macron.", "meeting planned macron+merz [venerdì]"),
        ("it", "Merz è volato da Oslo a Parigi.", "-"),
        ("it", "Arriva da Macron il via libera a Merz.", "-"),
    ),
    "the other side opens the clause": (
        ("it", "Macron: «Con Erdogan un incontro produttivo»", "meeting held erdogan+macron"),
        ("it", "«Con Erdogan incontri produttivi», ha detto Macron.", "meeting held erdogan+macron"),
        ("it", "Con Erdogan, l'incontro dei tifosi è finito.", "-"),
        ("it", "Con Erdogan il vertice dei tifosi è finito.", "-"),
    ),
    "a quote that begins with the verb": (
        ("it", 'Macron e Tusk, inoltre, "hanno parlato lunedì del grano".', "call? held macron+tusk [lunedì]"),
        ("it", 'Macron e Tusk dicono: "I ministri hanno parlato lunedì del grano".', "-"),
    ),
    "those who are said to be the people of a contact": (
        ("it", "Protagonisti dell'incontro sono Hakan Fidan, inviato speciale di Erdogan e autore del piano dei 28 punti, e Donald Tusk.", "meeting held fidan+tusk"),
        ("it", "Protagonisti dell'incontro sono Macron ed Erdogan.", "meeting held erdogan+macron"),
        ("en", "The participants in the call were Macron and Erdogan.", "call held erdogan+macron"),
        ("it", "Protagonisti dell'incontro sono i tifosi.", "-"),
        ("en", "Those at the meeting were delighted by Macron.", "-"),
    ),
    "the one before, behind a contact": (
        ("it", "È stata la terza telefonata tra Macron ed Erdogan: l'ultima era avvenuta il 3 maggio.", "call held erdogan+macron; call held erdogan+macron [3 maggio]"),
        ("en", "It was the third call between Macron and Erdogan; the last one took place on 3 May.", "call held erdogan+macron; call held erdogan+macron [3 May]"),
        ("it", "È stata la terza telefonata tra Macron ed Erdogan; l'ultima parola non è detta.", "call held erdogan+macron"),
        ("en", "It was the third call between Macron and Erdogan; the last word was spoken on 3 May.", "call held erdogan+macron"),
    ),
    "envoys of a state who have been named": (
        ("it", "Ne discutono Steve Witkoff e Jared Kushner. Macron incontra oggi gli inviati USA a Parigi.", "meeting held kushner+macron+witkoff @paris [oggi]"),
        ("it", "Macron: avanti dopo l'incontro con gli inviati USA. A Parigi erano arrivati Steve Witkoff e Jared Kushner.", "meeting held kushner+macron+witkoff"),
        ("it", "Macron: avanti dopo l'incontro con gli inviati USA. A Parigi erano arrivati Marco Rubio e JD Vance.", "meeting held macron+states"),
        ("it", "Ne discutono Hakan Fidan e Jared Kushner. Macron incontra oggi gli inviati USA a Parigi.", "meeting held macron+states @paris [oggi]"),
        ("it", "Ne discutono Steve Witkoff e Jared Kushner. Gli inviati USA partono domani.", "-"),
    ),
    "where two were together": (
        ("it", "Macron ed Erdogan hanno firmato lunedì a Oslo un accordo sul grano.", "meeting held erdogan+macron @oslo [lunedì]"),
        ("it", "Macron ha discusso con Erdogan del grano durante la missione ad Ankara.", "meeting held erdogan+macron @ankara"),
        ("en", "Macron spoke with Erdogan during a visit to Ankara.", "meeting held erdogan+macron @ankara"),
        ("en", "Macron spoke with Erdogan by phone during a visit to Ankara.", "call held erdogan+macron"),
        ("it", "Macron ha discusso con Erdogan del grano durante la visita a Oslo.", "call held erdogan+macron"),
        ("it", "Macron e il ministro francese Barrot hanno firmato lunedì a Oslo un accordo sul grano.", "-"),
        ("it", "Macron ed Erdogan hanno firmato un accordo sul grano.", "-"),
    ),
    "where somebody goes is no contact between states": (
        ("it", "Il ministro turco Hakan Fidan è in missione tra Francia e Norvegia.", "-"),
        ("en", "Hakan Fidan is on a trip between France and Norway.", "-"),
    ),
    "a journey that goes on": (
        ("it", "Macron e Tusk incontrano Erdogan ad Ankara e domenica proseguiranno verso Oslo per vedere Keir Starmer.", "meeting held erdogan+macron+tusk @ankara; meeting planned macron+starmer+tusk @oslo [domenica]"),
        ("it", "Macron proseguirà verso Oslo.", "-"),
    ),
    "consultations": (
        ("it", "Macron ha tenuto consultazioni con il premier polacco Donald Tusk a Varsavia.", "meeting held macron+tusk @warsaw"),
        ("it", "Macron ha tenuto consultazioni con l'omologo Vaclav Bronek.", "meeting held bronek+macron"),
        ("it", "Mattarella ha avviato le consultazioni con i partiti.", "-"),
    ),
    "places that are none of the contact, and some that are": (
        ("it", "Macron ed Erdogan hanno discusso di un nuovo vertice, che avverrà forse a Oslo.", "meeting planned erdogan+macron @oslo"),
        ("it", "Macron ha parlato lunedì con il presidente Erdogan dalle 10, le 15 in Italia.", "call held erdogan+macron [lunedì]"),
        ("en", "Macron spoke on Monday with Erdogan, at 10 in London.", "call held erdogan+macron [Monday]"),
    ),
    "plans, and what is told of them": (
        ("it", "Macron ha spiegato la scelta della sede dell'incontro con Erdogan.", "meeting planned erdogan+macron"),
        ("it", "I ministri devono preparare il vertice di giovedì tra Macron ed Erdogan.", "meeting planned erdogan+macron [giovedì]"),
        ("it", "Macron ha avuto una conversazione con Erdogan in vista degli incontri trilaterali a Ginevra.", "call held erdogan+macron"),
        ("en", "The ministers must prepare the summit between Macron and Erdogan on Friday.", "meeting planned erdogan+macron [Friday]"),
        ("it", "I ministri vogliono preparare un vertice tra Macron ed Erdogan.", "-"),
        ("it", "Macron avrebbe voluto incontrare Erdogan.", "-"),
    ),
    "states that act, and where they are": (
        ("en", "Lavrov met Oman's foreign minister Badr al-Busaidi in Muscat on Monday.", "meeting held busaidi+lavrov @muscat [Monday]"),
        ("en", "Lavrov met Turkey's foreign minister Hakan Fidan in Ankara on Monday.", "meeting held fidan+lavrov @ankara [Monday]"),
        ("en", "Lavrov met Turkey's president on Monday.", "meeting held erdogan+lavrov [Monday]"),
        ("en", "Putin met Vietnam's president on Monday.", "meeting held cuong+putin [Monday]"),
        ("en", "Putin met Erdogan in Turkey on Monday.", "meeting held erdogan+putin @turkey [Monday]"),
        ("en", "The Turkey talks between Putin and Zelensky were held on Monday.", "meeting held putin+zelensky @turkey [Monday]"),
        ("en", "The Russia-Turkey talks were held on Monday.", "meeting held russia+turkey [Monday]"),
        ("en", "Israel and Lebanon held talks on Monday.", "meeting held israel+lebanon [Monday]"),
        ("en", "Thailand and Cambodia held talks in Kuala Lumpur on Monday.", "meeting held cambodia+thailand @kuala-lumpur [Monday]"),
        ("en", "The presidents of Rwanda and the Democratic Republic of the Congo met in Doha on Tuesday.", "meeting held kagame+tshisekedi @doha [Tuesday]"),
        ("en", "Putin spoke by phone with Lebanon's President Joseph Aoun on Friday.", "call held aoun+putin [Friday]"),
        ("en", "Oman and Muscat are far.", "-"),
        ("it", "Israele e Libano hanno tenuto colloqui a Roma mercoledì.", "meeting held israel+lebanon @rome [mercoledì]"),
        ("it", "Putin ha incontrato Erdogan in Turchia lunedì.", "meeting held erdogan+putin @turkey [lunedì]"),
        ("it", "Il presidente vietnamita ha incontrato Xi Jinping a Hanoi lunedì.", "meeting held cuong+jinping @hanoi [lunedì]"),
        ("it", "Il Pakistan e l'Afghanistan hanno tenuto colloqui a Doha sabato.", "meeting held afghanistan+pakistan @doha [sabato]"),
        ("it", "L'onorevole Colombo ha incontrato Putin lunedì.", "-"),
    ),
    "days of a contact": (
        ("it", "Macron ed Erdogan hanno concluso domenica 3 maggio a Oslo una giornata di colloqui sul grano.", "meeting held erdogan+macron @oslo [domenica 3 maggio]"),
        ("it", "L'ultima conversazione di Macron con Erdogan, di cui resta una sintesi, è datata 3 maggio 2021.", "call? held erdogan+macron [3 maggio 2021]"),
        ("it", "Domenica Macron ed Erdogan hanno discusso del grano.", "call? held erdogan+macron [Domenica]"),
        ("it", "Macron ed Erdogan hanno discusso del grano.", "-"),
        ("it", "Macron ha concluso domenica che i colloqui con Erdogan sono inutili.", "meeting held erdogan+macron"),
    ),
}  # fmt: skip


@by_class("language text expected", CLASSES)
def test_class_of_sentence(language: str, text: str, expected: str) -> None:
    assert sorted(told(language, text)) == listed(expected)
