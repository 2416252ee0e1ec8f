"""Tables of sentences: which words are dates, which days they mean, and which words are not dates at all.

A row is `tense | sentence | words = days ; words = days`. Days are `2025-10-16`, `2025-08-11..2025-08-20`, or `-` where
the words are found but mean no day; a row without finds ends in `|`. Unless a row begins with `@day`, the article is of
Monday 20 October 2025. `(c 2025-10-16)` gives the day another date in the passage resolved to.
"""

from __future__ import annotations

import datetime as dt
import pickle
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

from data.document import build_document
from data.extract.date_candidates import DateRules, candidates
from data.extract.dates import RULES, DateFind, Tense, date_rules, find_dates, resolve_date
from data.extract.finds import Days
from data.extract.rules import Rule
from data.lexicon import load_lexicon


def sre_width(pattern: re.Pattern[str]) -> int:
    """How long a match can be at most."""
    return int(parser.parse(pattern.pattern).getwidth()[1])


MONDAY = dt.date(2025, 10, 20)


@dataclass(frozen=True)
class Row:
    language: str
    tense: Tense | None
    anchor: dt.date
    context: dt.date | None
    text: str
    expected: tuple[tuple[str, str], ...]


def parse(language: str, table: str) -> list[Row]:
    rows = []
    for line in filter(None, map(str.strip, table.strip().splitlines())):
        anchor = MONDAY
        if line.startswith("@"):
            day, line = line[1:].split(" ", 1)
            anchor = dt.date.fromisoformat(day)
        tense, text, expected = (part.strip() for part in line.split("|"))
        context = None
        if told := re.match(r"\(c (\S+)\) ", text):
            context, text = dt.date.fromisoformat(told[1]), text[told.end() :]
        pairs = [pair.split(" = ") for pair in expected.split(" ; ") if pair.strip()]
        told_tense: Tense | None = "past" if tense == "past" else "future" if tense == "future" else None
        stripped = tuple((words.strip(), days.strip()) for words, days in pairs)
        rows.append(Row(language, told_tense, anchor, context, text, stripped))
    return rows


ITALIAN = parse("it", """
past | Si sono parlati il 15 a Roma. | 15 = 2025-10-15
future | Si vedranno il 4. | 4 = 2025-11-04
past | Il 3 agosto si sono parlati; il 15 si sono visti. | 3 agosto = 2025-08-03 ; 15 = 2025-08-15
past | Il 20 agosto si sono parlati; il 15 si sono visti. | 20 agosto = 2025-08-20
past | Con il 15, e contro il 20, vinse lo stesso. |
past | La lista ha avuto il 15, il venti per cento in meno. |
past | L'articolo 5, il 118 e il 7 in classifica. |
past | Vinse il 2 a 1. |
past | Salì al 15, il 15esimo piano. |
past | Ha chiamato l'altra notte. | l'altra notte = 2025-10-18..2025-10-19
past | La settimana prima della scorsa si sono visti. | La settimana prima della scorsa = 2025-10-06..2025-10-12
future | Si vedranno martedì a otto. | martedì a otto = 2025-10-28
past | Martedì otto ministri si sono visti. | Martedì = 2025-10-14
past | Una quindicina di giorni fa si sono visti. | Una quindicina di giorni fa = 2025-10-03..2025-10-09
future | Si vedranno tra una quindicina di giorni. | tra una quindicina di giorni = 2025-10-31..2025-11-06
past | Una quindicina di giorni durò il viaggio. |
past | Nel terzo trimestre del 2025 tacquero. | terzo trimestre del 2025 = 2025-07-01..2025-09-30
past | Tacquero nel primo trimestre. | primo trimestre = 2025-01-01..2025-03-31
past | Ogni trimestre si sentono, anche un terzo trimestre di calo. |
past | Si sono parlati quattro volte da gennaio. | gennaio = 2025-01-01..2025-01-31
past | Si sono sentiti tre volte da novembre. | novembre = 2024-11-01..2024-11-30
past | Il 16 ottobre 2025 i due si sono sentiti. | 16 ottobre 2025 = 2025-10-16
past | La telefonata del 16 ottobre è durata due ore. | 16 ottobre = 2025-10-16
past | Il 1° maggio ha sfilato a Mosca. | 1° maggio = 2025-05-01
past | Il primo maggio ha sfilato a Mosca. | primo maggio = 2025-05-01
past | L’8 marzo ha ricevuto le delegate. | 8 marzo = 2025-03-08
past | Il due giugno era a Roma. | due giugno = 2025-06-02
past | Era il 16 ottobre '25 quando chiamò. | 16 ottobre '25 = 2025-10-16
past | Si sono parlati il 3 dic. | 3 dic = 2024-12-03
future | Si vedranno il 3 dicembre. | 3 dicembre = 2025-12-03
future | Si vedranno il 18 agosto. | 18 agosto = 2026-08-18
| La festa del 28 ottobre. | 28 ottobre = 2025-10-28
past | L'ultima chiamata è dello scorso 18 agosto. | scorso 18 agosto = 2025-08-18
past | L'incontro del 18 agosto scorso ad Anchorage. | 18 agosto scorso = 2025-08-18
future | Si rivedranno il prossimo 3 maggio. | prossimo 3 maggio = 2026-05-03
future | Il 3 maggio prossimo voleranno a Riad. | 3 maggio prossimo = 2026-05-03
past | Lunedì 26 maggio ha incontrato il ministro. | Lunedì 26 maggio = 2025-05-26
past | Lunedì 26 maggio 2025 ha incontrato il ministro. | Lunedì 26 maggio 2025 = 2025-05-26
past | Il documento è datato 20/10/2025. | 20/10/2025 = 2025-10-20
past | Il documento è del 03/04/2025. | 03/04/2025 = 2025-04-03
past | Registrato 2025-10-16 al ministero. | 2025-10-16 = 2025-10-16
past | Archivio 2025-05 del ministero. | 2025-05 = 2025-05-01..2025-05-31
past | La stagione 2010-11 fu lunga. |
past | Giovedì (16 ottobre) si sono parlati. | Giovedì (16 ottobre) = 2025-10-16
past | Ieri (19 ottobre) si sono parlati. | Ieri (19 ottobre) = 2025-10-19
past | Giovedì (a quattro giorni dal voto) si sono parlati. | Giovedì = 2025-10-16
past | Giovedì i leader si sono parlati. | Giovedì = 2025-10-16
past | I lavori sono iniziati giovedì sera. | giovedì sera = 2025-10-16
future | Giovedì i leader si parleranno. | Giovedì = 2025-10-23
| L'incontro di martedì resta in forse. | martedì = 2025-10-21
past | Lunedì ha parlato al telefono. | Lunedì = 2025-10-20
future | Lunedì parlerà al telefono. | Lunedì = 2025-10-20
future | Lunedì prossimo parlerà al telefono. | Lunedì prossimo = 2025-10-27
past | Lunedì scorso ha parlato al telefono. | Lunedì scorso = 2025-10-13
past | Lo scorso venerdì ha visto l'inviato. | scorso venerdì = 2025-10-17
future | Il prossimo venerdì vedrà l'inviato. | prossimo venerdì = 2025-10-24
past | Il colloquio è finito nella notte di giovedì. | nella notte di giovedì = 2025-10-16..2025-10-17
past | Giovedì notte i droni hanno colpito Kiev. | Giovedì notte = 2025-10-16..2025-10-17
past | Nella notte tra sabato e domenica hanno attaccato. | Nella notte tra sabato e domenica = 2025-10-18..2025-10-19
past | Da martedì a giovedì ha visitato la regione. | martedì a giovedì = 2025-10-14..2025-10-16
past | Venerdì della scorsa settimana si sono visti. | Venerdì della scorsa settimana = 2025-10-17
past | Martedì 14 hanno firmato. | Martedì 14 = 2025-10-14
past | Oggi ha chiamato il collega. | Oggi = 2025-10-20
past | Ieri sera ha chiamato il collega. | Ieri sera = 2025-10-19
future | Domani vedrà il collega. | Domani = 2025-10-21
future | Dopodomani vedrà il collega. | Dopodomani = 2025-10-22
past | L’altro ieri aveva smentito. | L’altro ieri = 2025-10-18
past | Questa mattina ha telefonato. | Questa mattina = 2025-10-20
past | Stamattina ha telefonato. | Stamattina = 2025-10-20
past | Stanotte hanno bombardato. | Stanotte = 2025-10-19..2025-10-20
future | Stanotte bombarderanno. | Stanotte = 2025-10-20..2025-10-21
past | Nella notte tra ieri e oggi hanno bombardato. | Nella notte tra ieri e oggi = 2025-10-19..2025-10-20
past | Si erano visti due giorni fa. | due giorni fa = 2025-10-18
past | Si erano visti quasi due mesi fa. | quasi due mesi fa = 2025-08-20..2025-09-04
past | Si erano visti due settimane fa. | due settimane fa = 2025-10-03..2025-10-09
past | Si erano visti un anno fa. | un anno fa = 2024-04-21..2025-04-20
past | Ha parlato poche ore fa. | poche ore fa = 2025-10-20
past | Ne avevano discusso qualche giorno fa. | qualche giorno fa = 2025-10-14..2025-10-18
future | Si vedranno tra una settimana. | tra una settimana = 2025-10-24..2025-10-30
future | Si vedranno fra tre giorni. | fra tre giorni = 2025-10-23
future | Il vertice si terrà entro due settimane. | entro due settimane = 2025-10-20..2025-11-03
future | Nei prossimi giorni si sentiranno. | Nei prossimi giorni = 2025-10-21..2025-10-30
future | Nelle prossime due settimane si sentiranno. | Nelle prossime due settimane = 2025-10-20..2025-11-03
past | Nei giorni scorsi si sono sentiti. | Nei giorni scorsi = 2025-10-10..2025-10-19
past | Negli ultimi due mesi si sono sentiti tre volte. | Negli ultimi due mesi = 2025-08-20..2025-10-20
past | La settimana scorsa era a Roma. | settimana scorsa = 2025-10-13..2025-10-19
past | La scorsa settimana era a Roma. | scorsa settimana = 2025-10-13..2025-10-19
future | La prossima settimana sarà a Roma. | prossima settimana = 2025-10-27..2025-11-02
@2025-10-22 past | Questa settimana è stato a Roma. | Questa settimana = 2025-10-20..2025-10-22
@2025-10-22 future | Questa settimana andrà a Roma. | Questa settimana = 2025-10-22..2025-10-26
past | Il mese scorso era a Roma. | mese scorso = 2025-09-01..2025-09-30
past | L'anno scorso era a Roma. | anno scorso = 2024-01-01..2024-12-31
past | Quest'anno si sono sentiti spesso. | Quest'anno = 2025-01-01..2025-10-20
past | L’estate scorsa si sono visti in Alaska. | estate scorsa = 2025-06-01..2025-08-31
past | L’incontro a metà agosto ad Anchorage. | metà agosto = 2025-08-11..2025-08-20
past | A inizio ottobre hanno litigato. | inizio ottobre = 2025-10-01..2025-10-10
past | Alla fine di settembre hanno litigato. | fine di settembre = 2025-09-21..2025-09-30
past | A febbraio si sono sentiti. | febbraio = 2025-02-01..2025-02-28
past | Nel febbraio 2022 ha invaso il Paese. | febbraio 2022 = 2022-02-01..2022-02-28
past | Lo scorso marzo aveva rifiutato. | scorso marzo = 2025-03-01..2025-03-31
past | Nel maggio dell'anno scorso aveva rifiutato. | maggio dell'anno scorso = 2024-05-01..2024-05-31
past | Nel 2014 ha annesso la Crimea. | 2014 = 2014-01-01..2014-12-31
past | La sesta chiamata dall’inizio del 2025. | dall’inizio del 2025 = 2025-01-01..2025-10-20
past | La sesta chiamata dall'inizio dell'anno. | dall'inizio dell'anno = 2025-01-01..2025-10-20
past | È stato in Asia dal 23 al 25 agosto. | 23 al 25 agosto = 2025-08-23..2025-08-25
past | Nella notte tra il 15 e il 16 ottobre si sono sentiti. | Nella notte tra il 15 e il 16 ottobre = 2025-10-15..2025-10-16
past | I colloqui del 23 e 24 gennaio ad Abu Dhabi. | 23 = 2025-01-23 ; 24 gennaio = 2025-01-24
past | La visita del 28-29 dicembre. | 28-29 dicembre = 2024-12-28..2024-12-29
future | Sarà via dal 28 dicembre al 2 gennaio. | 28 dicembre al 2 gennaio = 2025-12-28..2026-01-02
past | Il 19 maggio e il 4 giugno si sono sentiti. | 19 maggio = 2025-05-19 ; 4 giugno = 2025-06-04
@2025-07-03 past | Il colloquio alla vigilia della Festa dell’Indipendenza americana. | alla vigilia della Festa dell’Indipendenza americana = 2025-07-03
past | Gli auguri per il Giorno dell’Indipendenza. | Giorno dell’Indipendenza = 2025-07-04
past | Parlarono alla vigilia di Natale. | alla vigilia di Natale = 2024-12-24
future | Parleranno il giorno dopo Natale. | il giorno dopo Natale = 2025-12-26
past | La tregua di Pasqua non ha retto. | Pasqua = 2025-04-20
past | Si sono visti due giorni dopo il 9 maggio. | due giorni dopo il 9 maggio = 2025-05-11
past | Alla vigilia del 9 maggio ha chiamato. | Alla vigilia del 9 maggio = 2025-05-08
past | (c 2025-10-16) Il giorno successivo ha smentito. | Il giorno successivo = 2025-10-17
past | (c 2025-10-16) La settimana successiva si sono riuniti. | La settimana successiva = 2025-10-20..2025-10-26
past | (c 2025-10-16) Tre giorni dopo, ha smentito. | Tre giorni dopo = 2025-10-19
past | (c 2025-10-16) Il giorno dopo la telefonata ha smentito. | Il giorno dopo = 2025-10-17
past | Quel giorno ha smentito. | Quel giorno = -
past | Il giorno dopo la telefonata ha smentito. | Il giorno dopo = -
past | La settimana successiva si sono riuniti. | La settimana successiva = -
past | (c 2025-10-16) Si sono visti il venerdì successivo. | venerdì successivo = 2025-10-17
past | Da ottobre a dicembre si sono sentiti spesso. | ottobre a dicembre = 2024-10-01..2024-12-31
past | Nella seconda metà di settembre si sono visti. | seconda metà di settembre = 2025-09-16..2025-09-30
past | Si erano visti oltre un mese fa. | oltre un mese fa = 2025-08-20..2025-09-20
past | Era lunedì 19 ottobre, disse. | lunedì 19 ottobre = 2025-10-19
future | Entro 10 o 12 giorni firmeranno. | Entro 10 o 12 giorni = 2025-10-20..2025-11-01
past | Lo scorso fine settimana si sono visti. | scorso fine settimana = 2025-10-18..2025-10-19
future | La prossima primavera si vedranno. | prossima primavera = 2026-03-01..2026-05-31
future | Sarà via dal 1° al 3 giugno prossimi. | 1° al 3 giugno prossimi = 2026-06-01..2026-06-03
past | Roma, 20 ott - Ieri hanno parlato. | 20 ott = 2025-10-20 ; Ieri = 2025-10-19
past | Auguri per il suo 79° compleanno. |
past | Ha scritto 40 pagine. |
past | Parla di 4 o 5 punti. |
past | Ha raccolto 12 firme. |
past | Accordo sul 90% dei punti. |
past | Hanno lanciato 37 missili e 300 droni. |
past | Ha mandato 2000 soldati al fronte. |
past | Costa 1.000 miliardi di euro. |
past | La presidente Giulia Marzo ha taciuto. |
past | Lo scrittore Ernesto Sabato è nato in Argentina. |
past | Secondo il Cremlino il colloquio è stato utile. |
past | Sei leader europei erano a Washington. |
past | Il quotidiano domenicale lo conferma. |
past | L'Agenda 2030 resta lontana. |
past | La Cop26 fu un fallimento. |
past | Il trattato New Start 2 non esiste. |
past | La telefonata è cominciata alle 15.30 in punto. |
past | Chiamare il numero 06 2025 1016. |
past | L'articolo 18 dello statuto. |
past | Il capitolo 10.3 del rapporto. |
past | Un evento alla vigilia della visita del presidente. |
past | La colonia maggio-luglio. |
past | Il presidente parla tra due ali di folla. |
past | Il colloquio è durato due ore e mezza. |
past | Il primo contatto in quasi due mesi. |
past | Lo leggo ogni martedì. |
past | Si va avanti di giorno in giorno. |
past | La prima telefonata tra i due leader. |
past | Le due parti hanno fatto passi avanti. |
past | Il cognome Di Marzo è diffuso. |
past | Il governo ha 5 ministri e 10 sottosegretari. |
past | Per ora nessuna telefonata è prevista. |
past | Lo ha detto a Usa Today. |
past | Un conto da 31/32 di interessi. |
past | Il 32 maggio non esiste. |
past | Il 30 febbraio 2025 non esiste. |
past | Il sole scalda la metà Ucraina senza corrente. |
past | Il generale Antonio Natale comanda la base. |
past | Ha 79 anni e gode di buona salute. |
past | Il volo 1610 per Mosca è partito. |
past | Duemila persone in piazza. |
past | La fine della guerra è lontana. |
past | L'inizio dei colloqui slitta. |
past | Ne resta un quarto. |
past | La terza settimana di proteste. |
past | Il calcio di fine partita. |
past | Il 5 per mille alle associazioni. |
past | Pagine 12 e 13 del fascicolo. |
past | Il 10 Downing Street è chiuso. |
past | Vive a Venti chilometri dal confine. |
past | Il 7-2 finale della partita. |
past | Il 40 per cento degli elettori. |
""")  # fmt: skip


ENGLISH = parse("en", """
past | They spoke on the 15th in Rome. | 15th = 2025-10-15
future | They will meet on the 4th. | 4th = 2025-11-04
past | On 3 August they spoke, and met on the 15th in Rome. | 3 August = 2025-08-03 ; 15th = 2025-08-15
past | In August they spoke. They met on the 15th. | August = 2025-08-01..2025-08-31 ; 15th = 2025-08-15
past | On 20 August they spoke, and met on the 15th in Rome. | 20 August = 2025-08-20
past | It was on the 15th round, on the 3rd floor and on the 38th. |
past | It stood on the 15th, 16th and 17th pages, up by 3 percent. |
past | They were the 15th in line, and on the 20th birthday. |
past | He called a fortnight ago. | a fortnight ago = 2025-10-03..2025-10-09
future | He will come in a fortnight. | in a fortnight = 2025-10-31..2025-11-06
future | He will come in a fortnight's time. | in a fortnight's time = 2025-10-31..2025-11-06
past | He walked it in a fortnight. | in a fortnight = -
past | The truce of a fortnight held. |
past | He called the night before last. | the night before last = 2025-10-18..2025-10-19
past | He came the week before last. | the week before last = 2025-10-06..2025-10-12
past | The call before last was long. |
future | They meet Tuesday week. | Tuesday week = 2025-10-28
future | They meet on Tuesday week-long talks or not. | Tuesday = 2025-10-21
past | They fell silent in the third quarter of 2025. | third quarter of 2025 = 2025-07-01..2025-09-30
past | They fell silent in the first quarter. | first quarter = 2025-01-01..2025-03-31
past | A first quarter of the men left, in the second quarter of town. |
past | They have spoken four times since January. | January = 2025-01-01..2025-01-31
past | They have met three times since November. | November = 2024-11-01..2024-11-30
past | On 16 October 2025 the two spoke. | 16 October 2025 = 2025-10-16
past | On October 16, 2025, the two spoke. | October 16, 2025 = 2025-10-16
past | The call of October 16 was long. | October 16 = 2025-10-16
past | They met on the 16th of October. | 16th of October = 2025-10-16
past | They met on May 21st. | May 21st = 2025-05-21
past | They met on Feb. 16 in Munich. | Feb. 16 = 2025-02-16
past | The photo is of Jan. 22, 2026. | Jan. 22, 2026 = 2026-01-22
past | They spoke on Monday 26 May. | Monday 26 May = 2025-05-26
past | They spoke on Monday, May 26, 2025. | Monday, May 26, 2025 = 2025-05-26
future | They will meet on December 3. | December 3 = 2025-12-03
future | They will meet on August 18. | August 18 = 2026-08-18
past | They met on August 18. | August 18 = 2025-08-18
| The parade of October 28. | October 28 = 2025-10-28
past | The file is dated 2025-10-16. | 2025-10-16 = 2025-10-16
past | The file is dated 20/10/2025. | 20/10/2025 = 2025-10-20
past | The file is dated 10/20/2025. | 10/20/2025 = 2025-10-20
past | They spoke on Thursday. | Thursday = 2025-10-16
future | They will speak on Thursday. | Thursday = 2025-10-23
past | He said so on Monday. | Monday = 2025-10-20
future | He will say so on Monday. | Monday = 2025-10-20
future | He will say so next Monday. | next Monday = 2025-10-27
past | He said so last Monday. | last Monday = 2025-10-13
past | Friday's direct talks ended early. | Friday = 2025-10-17
past | They spoke Wednesday morning. | Wednesday morning = 2025-10-15
past | It was fired on the night of Thursday. | night of Thursday = 2025-10-16..2025-10-17
past | It was fired overnight into Sunday. | overnight into Sunday = 2025-10-18..2025-10-19
past | Thursday last week they spoke. | Thursday last week = 2025-10-16
future | On Tuesday of next week they will speak. | Tuesday of next week = 2025-10-28
past | From Tuesday to Thursday he was away. | Tuesday to Thursday = 2025-10-14..2025-10-16
past | Between Sunday and Monday they fired. | Sunday and Monday = 2025-10-19..2025-10-20
past | It met on Tuesday and Wednesday. | Tuesday = 2025-10-14 ; Wednesday = 2025-10-15
past | He called him today. | today = 2025-10-20
past | He called him yesterday morning. | yesterday morning = 2025-10-19
future | He will call him tomorrow. | tomorrow = 2025-10-21
future | He will call him the day after tomorrow. | the day after tomorrow = 2025-10-22
past | He called him the day before yesterday. | the day before yesterday = 2025-10-18
future | They will meet tonight. | tonight = 2025-10-20
past | They met last night. | last night = 2025-10-19..2025-10-20
past | Drones were fired overnight. | overnight = 2025-10-19..2025-10-20
past | They spoke two days ago. | two days ago = 2025-10-18
past | They spoke two weeks ago. | two weeks ago = 2025-10-03..2025-10-09
past | They spoke a year ago. | a year ago = 2024-04-21..2025-04-20
past | They spoke almost two months ago. | almost two months ago = 2025-08-20..2025-09-04
past | They spoke a few hours ago. | a few hours ago = 2025-10-20
past | It began more than three years ago. | more than three years ago = 2021-10-20..2022-10-20
future | They will meet in two weeks. | in two weeks = 2025-10-31..2025-11-06
future | They will meet in two weeks' time. | in two weeks' time = 2025-10-31..2025-11-06
future | They will meet three days from now. | three days from now = 2025-10-23
future | They will meet within two weeks. | within two weeks = 2025-10-20..2025-11-03
future | They will speak in the coming days. | in the coming days = 2025-10-21..2025-10-30
future | They will speak over the next two weeks. | over the next two weeks = 2025-10-20..2025-11-03
past | They have spoken in recent days. | in recent days = 2025-10-10..2025-10-19
past | They have spoken over the past two weeks. | over the past two weeks = 2025-10-06..2025-10-20
past | They met last week. | last week = 2025-10-13..2025-10-19
future | They will meet next week. | next week = 2025-10-27..2025-11-02
@2025-10-22 past | They met this week. | this week = 2025-10-20..2025-10-22
@2025-10-22 future | They will meet later this week. | later this week = 2025-10-22..2025-10-26
past | They met earlier this month. | earlier this month = 2025-10-01..2025-10-20
past | They met last month. | last month = 2025-09-01..2025-09-30
past | They met last year. | last year = 2024-01-01..2024-12-31
past | They have met twice this year. | this year = 2025-01-01..2025-10-20
past | It was late last year. | late last year = 2024-09-01..2024-12-31
past | Archive 2025-05 of the ministry. | 2025-05 = 2025-05-01..2025-05-31
past | The season 2010-11 was long. |
past | The call code 2025-13 was used. |
past | They spoke on Thursday (Oct. 16). | Thursday (Oct. 16) = 2025-10-16
past | They spoke on Monday (August 18, 2025) about it. | Monday (August 18, 2025) = 2025-08-18
past | The room (number 18) was full. |
past | The weekend houses (18 of them) stood empty. |
past | They spoke on Monday (see page 3). | Monday = 2025-10-20
past | They spoke on Monday (at noon, 18 August being over). | Monday = 2025-10-20 ; 18 August = 2025-08-18
@2025-12-19 past | Envoys are gathering this weekend. | this weekend = 2025-12-20..2025-12-21
@2025-12-16 past | They met this weekend. | this weekend = 2025-12-13..2025-12-14
past | They met over the weekend. | over the weekend = 2025-10-18..2025-10-19
past | They met last weekend. | last weekend = 2025-10-18..2025-10-19
past | They met last summer. | last summer = 2025-06-01..2025-08-31
past | They met in the spring of 2022. | spring of 2022 = 2022-03-01..2022-05-31
past | They met in mid-August. | mid-August = 2025-08-11..2025-08-20
past | They met in late September. | late September = 2025-09-21..2025-09-30
past | They met in early October 2024. | early October 2024 = 2024-10-01..2024-10-10
past | They met at the end of September. | the end of September = 2025-09-21..2025-09-30
past | They met in February. | February = 2025-02-01..2025-02-28
past | They met in May. | May = 2025-05-01..2025-05-31
past | He was elected last November. | last November = 2024-11-01..2024-11-30
past | It was in May last year. | May last year = 2024-05-01..2024-05-31
past | It began in February 2022. | February 2022 = 2022-02-01..2022-02-28
past | Crimea was seized in 2014. | 2014 = 2014-01-01..2014-12-31
past | It is the war of 2022. | 2022 = 2022-01-01..2022-12-31
past | Their sixth call since the start of 2025. | since the start of 2025 = 2025-01-01..2025-10-20
past | Their sixth call since the start of the year. | since the start of the year = 2025-01-01..2025-10-20
past | He stayed from 17 to 18 February. | 17 to 18 February = 2025-02-17..2025-02-18
past | He stayed from February 17 to 18. | February 17 to 18 = 2025-02-17..2025-02-18
past | He stayed between 3 and 5 May. | 3 and 5 May = 2025-05-03..2025-05-05
past | He stayed December 28-29, 2024, in Rome. | December 28-29, 2024 = 2024-12-28..2024-12-29
past | He stayed from May 30 to June 2. | May 30 to June 2 = 2025-05-30..2025-06-02
past | They met on May 25 and 26. | May 25 = 2025-05-25 ; 26 = 2025-05-26
@2025-07-03 past | They spoke on the eve of Independence Day. | on the eve of Independence Day = 2025-07-03
past | He was at home for the Fourth of July. | Fourth of July = 2025-07-04
future | They will meet the day after Thanksgiving. | the day after Thanksgiving = 2025-11-28
past | The Easter truce failed. | Easter = 2025-04-20
past | The Orthodox Easter truce failed. | Orthodox Easter = 2025-04-20
past | He was in Moscow for Victory Day. | Victory Day = 2025-05-09
past | They spoke two days before May 9. | two days before May 9 = 2025-05-07
past | Sunday was Christmas Eve 2023. | Sunday = 2025-10-19 ; Christmas Eve 2023 = 2023-12-24
past | (c 2025-10-16) The next day he denied it. | The next day = 2025-10-17
past | (c 2025-10-16) He had denied it the day before. | the day before = 2025-10-15
past | (c 2025-10-16) They met the following week. | the following week = 2025-10-20..2025-10-26
past | (c 2025-10-16) Three days later he denied it. | Three days later = 2025-10-19
past | (c 2025-10-16) It came a day after a phone call. | a day after = 2025-10-17
past | It came a day after a phone call. | a day after = -
past | The next day he denied it. | The next day = -
past | He ended the war in 24 hours, he said. | in 24 hours = -
past | They met that day. | that day = -
past | (c 2025-10-16) They met the previous Friday. | the previous Friday = 2025-10-10
past | It ran overnight from Saturday to Sunday. | overnight from Saturday to Sunday = 2025-10-18..2025-10-19
past | They met half a year ago. | half a year ago = 2025-01-19..2025-07-20
future | The June deadline stands. | June = 2026-06-01..2026-06-30
future | In the next 10 to 12 days they will sign. | In the next 10 to 12 days = 2025-10-20..2025-11-01
past | The talks of June 24 and 25, 2025, failed. | June 24 = 2025-06-24 ; 25, 2025 = 2025-06-25
past | The truce (Feb. 12-March 18) failed. | Feb. 12-March 18 = 2025-02-12..2025-03-18
past | It rained early in the week. | early in the week = 2025-10-20..2025-10-22
past | The president may impose tariffs. |
past | It was so in 2000 cases. |
past | The soldiers march on Kyiv. |
past | In May's absence, he sat down. | May = 2025-05-01..2025-05-31
past | They sat in the sun. |
past | She wed a second time. |
past | He scored 79 points and 90% of votes. |
past | He sent 2000 soldiers to the front. |
past | An army of 2000 soldiers was sent. |
past | The second call lasted 90 minutes. |
past | The first call in two months. |
past | The largest attack in two years of war. |
past | Four calls in two months. |
past | The Sunday Times reported it. |
past | He told USA Today so. |
past | The Good Friday Agreement holds. |
past | It airs every Tuesday. |
past | Agenda 2030 is far away. |
past | Call 202-456-1414 for details. |
past | The file is dated 03/04/2025. |
past | Version 2.10.2025.1 was released. |
past | On the eve of the visit he spoke. |
past | May 32 does not exist. |
past | February 30, 2025 does not exist. |
past | They met at 10:30 in Moscow. |
past | A 30-day ceasefire was offered. |
past | The three-year war goes on. |
past | Theresa May spoke first. |
past | He is second to none. |
past | It takes two days of talks. |
past | The fall of Kyiv was feared. |
past | In the fall of the regime he saw a chance. |
past | She is 43 years old. |
past | A mid-level official came. |
past | The late president was mourned. |
past | An early deal is unlikely. |
past | COP26 failed. |
past | In 5 weekend houses they hid. |
past | The end of the war is far off. |
past | The start of talks was delayed. |
past | They agreed for the time being. |
past | Step by step they advanced. |
past | The 2025 budget is tight. |
past | Resolution 2202 was adopted. |
past | Some 300 drones hit 12 towns. |
past | The ides of march were calm. |
past | An august body met. |
past | They may 21 times refuse. |
past | The score was 10-12 at half time. |
past | See pages 12 and 13 of the file. |
past | The G7 and the G20 agreed. |
past | He has 24 days of leave. |
""")  # fmt: skip


def shown(days: Days | None) -> str:
    if days is None:
        return "-"
    return str(days.low) if days.low == days.high else f"{days.low}..{days.high}"


@pytest.mark.parametrize("row", ITALIAN + ENGLISH, ids=lambda row: f"{row.language}: {row.text}")
def test_words_and_days(row: Row) -> None:
    document = build_document(row.text, row.language)
    finds = find_dates(document, load_lexicon())
    resolved = [resolve_date(find, row.anchor, context=row.context, tense=row.tense) for find in finds]
    found = tuple((row.text[f.start : f.end], shown(days)) for f, days in zip(finds, resolved, strict=True))
    assert found == row.expected


@pytest.mark.parametrize("rows", [ITALIAN, ENGLISH], ids=["it", "en"])
def test_a_third_of_each_table_means_no_day(rows: list[Row]) -> None:
    without = [row for row in rows if all(days == "-" for _, days in row.expected)]
    assert len(rows) >= 100
    assert len(without) * 3 >= len(rows)


def only(text: str, language: str) -> DateFind:
    (find,) = find_dates(build_document(text, language), load_lexicon())
    return find


@pytest.mark.parametrize(
    ("language", "text", "kind", "complete", "relation", "hangs_on"),
    [
        ("it", "Il 16 ottobre 2025 parlarono.", "day", True, "on", None),
        ("it", "Il 16 ottobre parlarono.", "day", False, "on", None),
        ("it", "Entro venerdì parleranno.", "weekday", False, "until", None),
        ("it", "Vale fino al 1° febbraio.", "day", False, "until", None),
        ("it", "Stamattina hanno parlato.", "relative_day", False, "on", None),
        ("it", "Nel terzo trimestre del 2025 tacquero.", "year", False, "on", None),
        ("it", "Due giorni fa hanno parlato.", "relative_day", False, "on", None),
        ("it", "A fine ottobre hanno parlato.", "month", False, "on", None),
        ("it", "Nel 2014 hanno parlato.", "year", False, "on", None),
        ("it", "La settimana scorsa hanno parlato.", "period", False, "on", None),
        ("it", "Alla vigilia di Natale hanno parlato.", "holiday", False, "on", None),
        ("it", "Il giorno dopo hanno parlato.", "follow", False, "on", "context"),
        ("it", "Il giorno dopo la visita hanno parlato.", "follow", False, "on", "event"),
        ("en", "From May 3 to May 5, 2025, they spoke.", "range", True, "on", None),
        ("en", "Since May 3 they have spoken.", "day", False, "since", None),
        ("en", "They spoke a day after a visit.", "follow", False, "on", "event"),
        ("en", "They spoke two days before May 9, 2025.", "day", True, "on", None),
    ],
)
def test_what_a_find_says_of_itself(
    language: str, text: str, kind: str, complete: bool, relation: str, hangs_on: str | None
) -> None:
    find = only(text, language)
    assert (find.kind, find.complete, find.relation, find.hangs_on) == (kind, complete, relation, hangs_on)
    assert pickle.loads(pickle.dumps(find)) == find


@pytest.mark.parametrize(
    ("language", "text", "basis", "anchored"),
    [
        ("it", "Il 16 ottobre 2025 parlarono.", "stated", False),
        ("it", "Il 16 ottobre parlarono.", "resolved", True),
        ("en", "They spoke in February 2022.", "stated", False),
        ("en", "They spoke on Thursday.", "resolved", True),
    ],
)
def test_basis_and_anchor(language: str, text: str, basis: str, anchored: bool) -> None:
    find = only(text, language)
    days = resolve_date(find, MONDAY)
    assert days is not None
    assert (days.basis, days.anchor) == (basis, MONDAY if anchored else None)
    assert (resolve_date(find, None) is None) == anchored


@pytest.mark.parametrize("language", ["it", "en"])
def test_every_holiday_of_the_vocabulary_has_a_day(language: str) -> None:
    for row in load_lexicon().words[language].dates.holiday:
        name = row.names[0].title() if language == "en" else row.names[0].capitalize()
        (find,) = find_dates(build_document(f"{name} 2025", language), load_lexicon())
        days = resolve_date(find, None)
        assert days is not None, name
        assert days.low is not None
        assert days.low.year == 2025


@pytest.mark.parametrize("language", ["it", "en"])
def test_finds_are_in_order_and_do_not_overlap(language: str) -> None:
    rows = ITALIAN if language == "it" else ENGLISH
    text = "\n".join(row.text for row in rows)
    finds = find_dates(build_document(text, language), load_lexicon())
    assert len(finds) > 100
    assert all(a.end <= b.start for a, b in pairwise(finds))
    assert all(text[f.start : f.end] == text[f.start : f.end].strip(" ,.;\n") for f in finds)


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_rule_is_tried_wherever_it_may_match(language: str) -> None:
    documents = [build_document(row.text, language) for row in ITALIAN + ENGLISH if row.language == language]
    rules = date_rules(load_lexicon().words[language].dates)
    everywhere = DateRules(rules.index, (replace(rule, needs=frozenset()) for rule in rules.rules))
    assert [candidates(d, rules) for d in documents] == [candidates(d, everywhere) for d in documents]
    needing = [rule for rule in rules.rules if rule.needs]
    assert len(needing) > 20
    assert all(sre_width(rule.pattern) <= rule.reach for rule in needing)


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_each_rules_examples_are_read_by_it(rule: Rule) -> None:
    for language, text in (("it", rule.it), ("en", rule.en)):
        finds = find_dates(build_document(text, language), load_lexicon())
        assert rule.id in [find.rule for find in finds], text


def test_no_rule_goes_without_an_example() -> None:
    used = {
        f.rule for row in ITALIAN + ENGLISH for f in find_dates(build_document(row.text, row.language), load_lexicon())
    }
    assert used <= {rule.id for rule in RULES}
