"""Days and parties of contacts by class of sentence, worked out to the events they make.

A row is the article's day, its language and text, and the events as `tests/test_resolve.py` writes them, without the
number of articles; `-` stands for none.
"""

from __future__ import annotations

from tests.contact_rows import Classes, by_class, listed
from tests.test_resolve import resolved, written

CLASSES: Classes = {
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
    "who meets, as the words around the contact arrange them": (
        ("2025-08-20", "en", "Rome Calls Macron-Merz Talks Useful", "-"),
        ("2025-08-20", "en", "Mark Rutte has welcomed the recent call between Emmanuel Macron and Friedrich Merz.", "undated call held macron+merz"),
        ("2025-08-20", "en", "Emmanuel Macron held separate phone calls with the presidents of Russia and Turkey on Monday.", "2025-08-18 call held erdogan+macron; 2025-08-18 call held macron+putin"),
        ("2025-08-20", "en", "Macron held a 40-minute phone call with Merz on the morning of August 19.", "2025-08-19 call held macron+merz"),
        ("2025-08-20", "en", "Donald Tusk said he had spoken to Prime Minister Giorgia Meloni and the Chancellor of Germany, Friedrich Merz, for half an hour over the phone on Monday.", "2025-08-18 call held meloni+merz+tusk"),
        ("2025-08-20", "en", "Benjamin Netanyahu will visit Donald Trump in Florida on Monday.", "2025-08-25 meeting planned netanyahu+trump @florida"),
        ("2025-08-20", "en", "Emmanuel Macron said Donald Tusk would visit him in October.", "2025-10-01/2025-10-31 meeting planned macron+tusk"),
        ("2025-08-20", "en", "After his talks with Donald Tusk, Volodymyr Zelensky repeated his pleas for missiles and said Kyiv was ready to swap drones.", "undated meeting held tusk+zelensky"),
        ("2025-08-20", "en", "Emmanuel Macron dials Donald Trump, calls for a truce.", "2025-08-20 call held macron+trump"),
        ("2025-08-20", "en", "\"We have agreed on a meeting with President Macron in the near future,\" Friedrich Merz said.", "undated meeting planned macron+merz"),
        ("2025-08-20", "en", "Merz plans to meet Macron on Sunday for talks on a truce.", "2025-08-24 meeting planned macron+merz"),
        ("2025-08-20", "en", "Macron told Merz on Tuesday that the talks were useful.", "-"),
        ("2025-12-15", "it", "«Domani vedrò a Roma il presidente Macron», ha detto Friedrich Merz.", "2025-12-16 meeting planned macron+merz @rome"),
        ("2025-12-15", "it", "«Domani chiamerò il presidente Macron», ha detto Friedrich Merz.", "2025-12-16 call planned macron+merz"),
        ("2025-12-15", "it", "«Domani sentirò il presidente Macron», ha detto Friedrich Merz.", "2025-12-16 call planned macron+merz"),
        ("2025-12-15", "it", "Macron e Merz hanno tenuto una teleconferenza venerdì con Giorgia Meloni.", "2025-12-12 call held macron+meloni+merz"),
        ("2025-12-15", "it", "Domenica Macron ha contattato Giorgia Meloni e Friedrich Merz.", "2025-12-14 call held macron+meloni+merz"),
        ("2025-12-15", "it", "Macron sente Meloni e Merz", "2025-12-15 call held macron+meloni+merz"),
        ("2025-12-15", "it", "Macron sente il peso della crisi.", "-"),
        ("2025-12-15", "it", "I colloqui tra Zelensky e gli inviati Steve Witkoff e Jared Kushner si sono chiusi ieri dopo cinque ore.", "2025-12-14 meeting held kushner+witkoff+zelensky"),
        ("2025-12-15", "it", "Durante i colloqui con Emmanuel Macron, Zelensky ha parlato di difesa aerea.", "undated meeting held macron+zelensky"),
        ("2025-12-15", "it", "Zelensky arriva domani alla Casa Bianca.", "2025-12-16 meeting planned trump+zelensky @white-house"),
        ("2025-12-15", "it", "Zelensky arriva domani a Washington.", "-"),
        ("2025-12-15", "it", "Ieri si è tenuto un incontro tra il presidente francese e quello turco.", "2025-12-14 meeting held erdogan+macron"),
        ("2025-12-15", "it", "Marco Rubio ha incontrato ieri un gruppo di inviati russi a Oslo.", "2025-12-14 meeting held rubio+russia @oslo"),
        ("2025-08-20", "en", "Vladimir Putin has met Viktor Orban 12 times, most recently in July 2024.", "2024-07-01/2024-07-31 meeting held orban+putin"),
        ("2025-08-20", "en", "Vladimir Putin has met Viktor Orban 12 times.", "-"),
        ("2025-08-20", "it", "Putin ha incontrato Orbán dodici volte, l'ultima nel luglio 2024.", "2024-07-01/2024-07-31 meeting held orban+putin"),
        ("2025-08-20", "en", "Ushakov said the leak of a call between him and Steve Witkoff was meant to harm.", "undated call held ushakov+witkoff"),
        ("2025-08-20", "en", "Yuri Ushakov, an adviser to Vladimir Putin, spoke of a call between him and US envoy Steve Witkoff on Monday.", "2025-08-18 call held ushakov+witkoff"),
        ("2025-08-20", "en", "Ushakov said Trump told Putin he would think about it when he meets Zelensky in Washington on Friday.", "2025-08-22 meeting planned trump+zelensky @washington"),
        ("2025-08-20", "en", "Peskov said Putin told Erdogan he would visit Ankara.", "-"),
        ("2025-08-20", "en", "Trump speaks to Macron after Putin summit", "2025-08-20 call held macron+trump; undated meeting held putin+trump"),
        ("2025-08-20", "en", "Donald Trump explained why the Putin meeting had been put on ice.", "undated meeting cancelled putin+trump"),
        ("2025-08-20", "en", "Emmanuel Macron and Friedrich Merz have discussed trade during a \"frank and constructive\" telephone call on Monday.", "2025-08-18 call held macron+merz"),
        ("2025-08-20", "en", "Macron pressured Merz to give way during \"tense\" talks last Friday in Oslo, an official said.", "2025-08-15 meeting held macron+merz @oslo"),
        ("2025-08-20", "en", "\"We just had a meeting with Chancellor Merz,\" Donald Tusk told the press.", "2025-08-20 meeting held merz+tusk"),
        ("2025-08-20", "it", "«Abbiamo appena avuto un incontro con il presidente Zelensky», ha detto Keir Starmer.", "2025-08-20 meeting held starmer+zelensky"),
        ("2025-08-20", "en", "The article had three parts. It spoke of oil. Earlier, Macron met Merz at a hotel in Oslo.", "2025-08-20 meeting held macron+merz @oslo"),
        ("2025-08-20", "en", "Mark Rutte has welcomed the agreement between Emmanuel Macron and Friedrich Merz.", "-"),
        ("2025-08-20", "it", "Macron è tornato alla Casa Bianca nei sondaggi.", "-"),
        ("2025-08-20", "en", "Since Donald Trump returned to the White House, oil is cheaper.", "-"),
        ("2025-08-20", "en", "Emmanuel Macron spoke after the Putin speech.", "-"),
        ("2025-08-20", "en", "MACRON TAKES OFF HOURS AFTER MERZ ANNOUNCES TALKS WITH PUTIN", "-"),
        ("2025-08-20", "it", "I colloqui con i giornalisti sono finiti, ha detto Macron.", "-"),
        ("2025-08-20", "en", "Merz just said that Macron was wrong.", "-"),
        ("2025-08-20", "it", "Macron ha contattato la redazione.", "-"),
        ("2025-08-20", "it", "Il piano del presidente americano e quello di Macron non piacciono.", "-"),
        ("2025-08-20", "it", "Macron si è detto contento del colloquio, tra i presenti anche Merz.", "-"),
        ("2025-08-20", "en", "Macron returned to Paris with Merz.", "-"),
    ),
    "whether, when and between whom, as other words of the sentence say": (
        ("2025-09-05", "en", "Emmanuel Macron, following a telephone conversation with Friedrich Merz, plans to speak with Vladimir Putin.", "2025-09-05 call held macron+merz"),
        ("2025-09-05", "it", "Emmanuel Macron, dopo una telefonata con Friedrich Merz, intende parlare con Vladimir Putin.", "2025-09-05 call held macron+merz"),
        ("2025-10-23", "en", "Speaking alongside Mark Rutte in the Oval Office on Wednesday, Donald Trump criticised the plan.", "2025-10-22 meeting held rutte+trump @white-house"),
        ("2025-10-23", "en", "Donald Trump spoke at a joint press conference with Keir Starmer in London on Tuesday.", "2025-10-21 meeting held starmer+trump @london"),
        ("2025-10-23", "it", "Macron ha parlato martedì a Roma in una conferenza stampa congiunta con Meloni.", "2025-10-21 meeting held macron+meloni @rome"),
        ("2025-11-29", "en", "Orban and Macron engaged in \"very positive\" discussions in Oslo, officials said on Friday.", "2025-11-28/2025-11-29 meeting held macron+orban @oslo"),
        ("2025-11-29", "en", "Macron, Orban Hold \"Very Positive\" Talks", "2025-11-28/2025-11-29 meeting held macron+orban"),
        ("2025-11-29", "en", "Putin meets with Macron's representatives in Oslo.", "-"),
        ("2025-11-29", "en", "Macron and Merz agreed during a tense telephone call on Tuesday to meet in Warsaw.", "2025-11-25 call held macron+merz; undated meeting planned macron+merz @warsaw"),
        ("2025-09-10", "it", "Il 4 settembre Macron ha detto di voler avere una conversazione con Merz nel prossimo futuro.", "-"),
        ("2025-10-17", "it", "La riunione potrebbe tenersi due settimane dopo l'incontro tra Hakan Fidan e Antonio Tajani.", "undated meeting planned fidan+tajani"),
        ("2025-10-17", "en", "The summit could be held a week after the meeting between Sergei Lavrov and Marco Rubio.", "undated meeting planned lavrov+rubio"),
        ("2025-11-09", "it", "Tajani ha ricordato le liti dietro l'annullamento del vertice tra Macron e Merz.", "undated meeting cancelled macron+merz"),
        ("2025-11-09", "en", "Lavrov spoke of the cancellation of the summit between Macron and Merz.", "undated meeting cancelled macron+merz"),
        ("2026-02-17", "it", "A Oslo iniziano i colloqui tra Turchia, Egitto e Francia.", "2026-02-17 meeting ongoing egypt+france+turkey @oslo"),
        ("2026-02-17", "it", "Peskov ha detto che le trattative a tre con Turchia e Francia proseguiranno domani a Oslo.", "2026-02-18 meeting planned france+russia+turkey @oslo"),
        ("2025-08-16", "it", "Donald Trump ha informato Zelensky dei risultati del vertice avuto con Vladimir Putin in Alaska.", "undated meeting held putin+trump @alaska"),
        ("2025-08-16", "it", "Macron è tornato a casa oltre la mezzanotte con Merz.", "-"),
        ("2025-08-16", "en", "Macron stood alongside Merz in the polls.", "-"),
        ("2025-08-16", "en", "The cancellation of the flight between Rome and Oslo angered Macron.", "-"),
        ("2025-08-20", "en", "Donald Trump spoke alongside Keir Starmer on Monday.", "-"),
        ("2025-08-20", "en", "Donald Trump discussed gas alongside Keir Starmer on Monday.", "-"),
        ("2025-08-20", "en", "Keir Starmer, speaking briefly alongside Friedrich Merz in Oslo on Monday, praised it.", "2025-08-18 meeting held merz+starmer @oslo"),
        ("2025-08-20", "it", "Parlando lunedì a Oslo accanto a Friedrich Merz, Keir Starmer ha lodato il piano.", "2025-08-18 meeting held merz+starmer @oslo"),
        ("2025-08-20", "it", "Macron ha parlato accanto a Meloni.", "-"),
        ("2025-10-23", "en", "Donald Trump spoke at a press conference in London on Tuesday.", "-"),
        ("2025-10-23", "it", "Macron inizia a capire, ha detto Merz.", "-"),
        ("2025-10-23", "en", "Vladimir Putin met with Macron's lawyers.", "-"),
        ("2025-10-23", "it", "Macron vuole parlare con Merz oltre a scrivergli.", "-"),
    ),
    "headlines without a verb, and kinds that the next words tell": (
        ("2025-08-13", "en", "Mr Macron met Mr Merz in Oslo on Monday.", "2025-08-11 meeting held macron+merz @oslo"),
        ("2025-12-05", "en", "The one-on-one conversation between Macron and Merz yesterday took an hour.", "2025-12-04 meeting held macron+merz"),
        ("2025-12-10", "it", "Gas, Tusk e Merz al telefono con Erdogan per mezz'ora", "2025-12-10 call held erdogan+merz+tusk"),
        ("2025-12-10", "en", "Macron on the phone with Trump for 40 minutes", "2025-12-10 call held macron+trump"),
        ("2025-12-10", "it", "Macron ha parlato al telefono con Trump lunedì.", "2025-12-08 call held macron+trump"),
        ("2025-12-08", "it", "Tusk a Oslo con Merz, Meloni e Macron: divisi sul gas", "2025-12-07/2025-12-08 meeting held macron+meloni+merz+tusk @oslo"),
        ("2025-12-08", "en", "Zelensky in London with Starmer and Macron", "2025-12-07/2025-12-08 meeting held macron+starmer+zelensky @london"),
        ("2025-12-08", "it", "Zelensky è nato a Kryvyj Rih con Starmer al governo.", "-"),
        ("2025-12-08", "it", "Zelensky a Londra con la moglie: gelo con Starmer", "-"),
        ("2025-10-21", "it", "Macron e Merz hanno avuto sabato una telefonata dopo quella del 16 ottobre tra Tusk e Erdogan.", "2025-10-16 call held erdogan+tusk; 2025-10-18 call held macron+merz"),
        ("2025-10-22", "en", "The official added that a meeting between Marco Rubio and Sergei Lavrov was unnecessary.", "undated meeting cancelled lavrov+rubio"),
        ("2025-12-06", "it", "Macron ha lasciato il telefono a Parigi.", "-"),
        ("2025-12-06", "en", "Macron left his phone with Merz.", "-"),
        ("2025-12-06", "en", "Macron in London with a cold", "-"),
        ("2025-12-06", "en", "Macron was in London with Starmer when it rained.", "-"),
    ),
    "the news stands below the headline, whatever stamp or short sentence stands between": (
        ("2025-05-20", "en", "Trade back on the agenda\n\nOSLO. /Agency/. Macron has met Tusk, officials said.", "2025-05-19/2025-05-20 meeting held macron+tusk"),
        ("2025-05-20", "en", "Trade is back on the agenda\n\nNo cameras this time. Macron has met Tusk, officials said.", "2025-05-19/2025-05-20 meeting held macron+tusk"),
        ("2025-05-20", "it", "Il commercio torna in agenda\n\nCITTÀ DEL VATICANO. Il premier polacco Tusk ha incontrato Macron.", "2025-05-19/2025-05-20 meeting held macron+tusk"),
        ("2025-05-20", "en", "Trade is back on the agenda\n\nThe price of grain rose for a third day in a row. Macron has met Tusk, officials said.", "undated meeting held macron+tusk"),
        ("2025-05-20", "it", "Il commercio torna in agenda\n\nIl prezzo del grano sale per il terzo giorno. Tusk ha incontrato Macron.", "undated meeting held macron+tusk"),
    ),
    "the next sentence tells on which day the news was": (
        ("2025-05-20", "en", "Macron has spoken to Tusk by telephone. The call on Monday took two hours.", "2025-05-19 call held macron+tusk"),
        ("2025-05-20", "it", "Macron ha telefonato a Tusk. La telefonata di lunedì è durata due ore.", "2025-05-19 call held macron+tusk"),
        ("2025-05-21", "en", "Macron, Tusk discuss trade in Paris. Tusk travelled to Paris on Monday for talks with Macron.", "2025-05-19 meeting held macron+tusk @paris"),
        ("2025-05-20", "en", "Macron has spoken to Tusk by telephone. The call on 2 May took two hours.", "2025-05-02 call held macron+tusk; 2025-05-20 call held macron+tusk"),
        ("2025-05-20", "en", "Macron has spoken to Tusk by telephone. The meeting on Monday took two hours.", "2025-05-20 call held macron+tusk"),
        ("2025-05-20", "en", "Macron has spoken to Tusk by telephone. Another call on Monday took two hours.", "2025-05-20 call held macron+tusk"),
        ("2025-05-20", "it", "Macron ha telefonato a Tusk. L'incontro di lunedì è durato due ore.", "2025-05-20 call held macron+tusk"),
    ),
    "at another hour of the day on which the contact told before was": (
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May. In the evening he called Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May. Earlier in the day, Macron had phoned Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May, shortly after a phone call with Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May, hours after he had spoken by phone with Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "it", "Macron ha visto Tusk a Parigi il 12 maggio. In serata Macron ha telefonato a Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "it", "Macron ha visto Tusk a Parigi il 12 maggio. Di buon mattino Macron aveva telefonato a Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "it", "Macron ha visto Tusk a Parigi il 12 maggio, poche ore dopo aver sentito Starmer al telefono.", "2025-05-12 call held macron+starmer; 2025-05-12 meeting held macron+tusk @paris"),
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May. It rained all day. The price of grain rose. In the evening Macron said that he had phoned Starmer.", "2025-05-12 meeting held macron+tusk @paris; undated call held macron+starmer"),
        ("2025-05-20", "en", "Macron met Tusk in Paris on 12 May. It rained all day. The price of grain rose. Macron has phoned Starmer in the past.", "2025-05-12 meeting held macron+tusk @paris; undated call held macron+starmer"),
        ("2025-05-20", "en", "It rained. Macron met Tusk last month. In the evening he will call Starmer.", "2025-04-01/2025-04-30 meeting held macron+tusk; undated call planned macron+starmer"),
        ("2025-05-20", "it", "Macron ha visto Tusk a Parigi il 12 maggio. Piove. Il prezzo del grano sale. In serata Macron ha detto di aver sentito Starmer.", "2025-05-12 meeting held macron+tusk @paris; undated call held macron+starmer"),
    ),
    "one followed by another is of its day": (
        ("2025-05-20", "en", "Macron spoke by phone with Tusk on 12 May. It was followed by a call with Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 call held macron+tusk"),
        ("2025-05-20", "it", "Macron ha sentito Tusk al telefono il 12 maggio. È seguita una telefonata con Starmer.", "2025-05-12 call held macron+starmer; 2025-05-12 call held macron+tusk"),
        ("2025-05-20", "en", "Macron spoke by phone with Tusk on 12 May, followed by a call with Starmer on 14 May.", "2025-05-12 call held macron+tusk; 2025-05-14 call held macron+starmer"),
        ("2025-05-20", "it", "Macron ha sentito Tusk al telefono il 12 maggio. È seguito un lungo silenzio, ha detto Starmer.", "2025-05-12 call held macron+tusk"),
    ),
    "a second one is none told before": (
        ("2025-05-20", "en", "Macron spoke by phone with Tusk on Monday. A second call, on Tuesday, was short.", "2025-05-19 call held macron+tusk"),
        ("2025-05-20", "it", "Macron ha telefonato a Tusk lunedì. Una seconda telefonata è stata breve.", "2025-05-19 call held macron+tusk"),
    ),
}  # fmt: skip


@by_class("day language text expected", CLASSES)
def test_class_of_sentence(day: str, language: str, text: str, expected: str) -> None:
    events = resolved((day, language, text)).events
    assert sorted(written(event).rsplit(" x", 1)[0] for event in events) == listed(expected)


@by_class(
    "language text passages",
    {
        "told again or not": (
            ("en", "Macron spoke by phone with Tusk on Monday. The call was short.", "2"),
            ("en", "Macron spoke by phone with Tusk on Monday. A second call was short.", "1"),
            ("it", "Macron ha telefonato a Tusk lunedì. La telefonata è stata breve.", "2"),
            ("it", "Macron ha telefonato a Tusk lunedì. Una seconda telefonata è stata breve.", "1"),
        )
    },
)
def test_a_second_contact_is_not_the_first_told_again(language: str, text: str, passages: str) -> None:
    (event,) = resolved(("2025-05-20", language, text)).events
    assert len(event.told) == int(passages)
