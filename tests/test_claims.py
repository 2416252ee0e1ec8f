"""Tables of passages: which claims are read in them, about which contact, and credited to whom.

A row is `language | passage | property: words = value ; …`; a row without claims ends in `|`. Only the properties the
table is about are compared. Values: durations `from..to` in minutes (`..` alone at the end: open), else the value, else
the number.
"""

from __future__ import annotations

import pytest

from data import Corpus
from data.extract.article import ArticleFinds, read_article
from data.extract.claims import ClaimFind
from data.language import Language
from data.lexicon import load_lexicon
from data.read import Source
from tools.reading_rules import declared_rules

Row = tuple[Language, str, tuple[tuple[str, str, str], ...]]


def parse(table: str) -> list[Row]:
    rows = []
    for line in filter(None, map(str.strip, table.strip().splitlines())):
        language, text, expected = (part.strip() for part in line.split("|"))
        found = []
        for claim in filter(None, map(str.strip, expected.split(" ; "))):
            prop, rest = claim.split(": ", 1)
            words, _, value = rest.partition(" =")
            found.append((prop, words.strip(), value.strip()))
        rows.append((language, text, tuple(found)))
    return rows


def read(language: Language, text: str) -> ArticleFinds:
    return read_article(Source("a", "a.txt", text, "", language), load_lexicon())


def shown(claim: ClaimFind) -> str:
    if claim.property == "duration":
        assert claim.number_from is not None
        end = "" if claim.number_to is None else f"{claim.number_to:g}"
        part = f" {claim.value}" if claim.value else ""
        return f"{claim.number_from:g}..{end}{part}"
    if claim.property == "ordinal":
        return f"{claim.number:g}" + (f" since {claim.since}" if claim.since else "")
    if claim.property == "gap_since_previous":
        return f"{claim.number_from:g}..{claim.number_to:g}" if claim.number_to else f"{claim.number_from:g}.."
    if claim.property in ("count_within", "agreement_share"):
        return f"{claim.number:g}"
    if claim.property == "age":
        return f"{claim.number:g} {claim.value}"
    return claim.value or ""


def found(language: Language, text: str, properties: set[str]) -> tuple[tuple[str, str, str], ...]:
    claims = read(language, text).claims
    return tuple((c.property, text[c.start : c.end], shown(c)) for c in claims if c.property in properties)


DURATIONS = parse("""
en | Donald Trump and Vladimir Putin held a two-hour phone call last week. | duration: two-hour = 90..150
en | Donald Trump and Vladimir Putin held an hour-long phone call last week. | duration: an hour = 30..90
en | An hour later Donald Trump and Vladimir Putin held a long phone call. |
en | Donald Trump and Vladimir Putin held a 75-minute phone call last week. | duration: 75-minute = 72.5..77.5
en | Donald Trump and Vladimir Putin held a nearly three-hour phone call last week. | duration: nearly three-hour = 165..180
en | The call between Trump and Putin lasted more than two hours. | duration: lasted more than two hours = 120..
en | Trump and Putin spoke by phone on Monday. The hour-and-a-half call was calm. | duration: hour-and-a-half = 75..105
en | Trump spoke with Putin by phone. The conversation lasted about 90 minutes. | duration: lasted about 90 minutes = 85..95
en | Trump met Putin on Friday and the talks lasted three hours. | duration: lasted three hours = 180..180
en | As of 13:00, the meeting between Rubio and Lavrov in Riyadh had lasted about three hours. | duration: lasted about three hours = 150..
it | La telefonata tra Trump e Putin dura da oltre un'ora. | duration: dura da oltre un'ora = 60..
en | Trump spoke with Putin by phone. It lasted nearly two hours. | duration: lasted nearly two hours = 105..120
en | Trump met Zelensky for three hours at the White House. | duration: for three hours = 180..180
en | Steve Witkoff held talks with Putin in Moscow for four hours. | duration: for four hours = 240..240
en | The meeting between Rubio and Lavrov in Geneva ended after less than an hour. | duration: after less than an hour = 0..60
en | After three hours of talks between Rubio and Lavrov in Geneva, the ministers left. | duration: three hours = 150..210
en | Trump spent two hours on the phone with Putin, in a phone call between Trump and Putin that was friendly. | duration: two hours = 120..120
en | The first day of talks between Russia and Ukraine in Istanbul lasted five hours. | duration: lasted five hours = 300..300 day 1
en | Trump had a conversation with Putin by phone, adding that it lasted two hours. | duration: lasted two hours = 120..120
en | The Trump-Putin summit in Anchorage, which began at 11:30 a.m. (22:30 Moscow time), lasted two hours. | duration: lasted two hours = 120..120
it | Il vertice di Anchorage tra Trump e Putin, iniziato alle 11:30, è durato tre ore. | duration: durato tre ore = 180..180
en | The call between Trump and Putin reportedly lasted an hour and a half. | duration: lasted an hour and a half = 90..90
it | Si è conclusa ed è durata oltre tre ore la telefonata tra Macron e Putin. | duration: durata oltre tre ore = 180..
it | Si è conclusa la gara, è durata oltre due ore, e la telefonata tra Trump e Putin non c'è. |
it | La telefonata tra Trump e Putin è durata oltre due ore. | duration: durata oltre due ore = 120..
it | Trump e Putin hanno avuto un colloquio telefonico di due ore e mezza. | duration: colloquio telefonico di due ore e mezza = 135..165
it | Trump e Putin hanno avuto un colloquio telefonico di oltre due ore. | duration: colloquio telefonico di oltre due ore = 120..
en | Putin met Trump in Alaska. His visit to the United States lasted five hours. |
it | Trump ha parlato al telefono con Putin. La conversazione, durata quasi due ore, è stata cordiale. | duration: durata quasi due ore = 105..120
it | Witkoff e Putin si sono incontrati a Mosca e hanno parlato per cinque ore. | duration: per cinque ore = 300..300
it | L'incontro tra Rubio e Lavrov a Ginevra si è concluso dopo tre ore. | duration: dopo tre ore = 180..180
it | Il primo giorno di colloqui tra Russia e Ucraina a Istanbul è durato sei ore. | duration: durato sei ore = 360..360 day 1
it | Trump ha parlato al telefono con Putin. La telefonata sarebbe durata un'ora. | duration: durata un'ora = 60..60
en | Trump spoke with Putin by phone on Monday. The air raid alert in Kyiv lasted six hours. |
en | Russia struck Kyiv after the phone call between Trump and Putin while the air raid alert lasted six hours. |
en | The meeting between Trump and Putin in Alaska closed the airport for six hours. |
it | L'incontro tra Rubio e Lavrov a Ginevra ha bloccato il traffico per sei ore. |
it | La telefonata tra Trump e Putin, iniziata alle 16 e durata due ore, è stata cordiale. | duration: durata due ore = 120..120
en | After the call between Trump and Putin, the air raid alert lasted six hours. |
en | Trump and Putin agreed in a phone call to a ceasefire for 30 days. |
en | Two hours after the call between Trump and Putin, the strikes resumed. |
en | Trump spoke with Putin by phone. The flight to Anchorage takes seven hours. |
en | Before his call with Putin, Trump said he could end the war in 24 hours. |
it | Trump ha parlato al telefono con Putin. L'allarme aereo a Kiev è durato tre ore. |
it | Due ore dopo la telefonata tra Trump e Putin sono ripresi gli attacchi. |
it | Nella telefonata Trump e Putin hanno concordato una tregua di 30 giorni. |
it | Trump ha parlato al telefono con Putin. Il volo per Anchorage dura sette ore. |
it | Due ore e mezza: tanto è durata la telefonata tra Trump e Putin. | duration: Due ore e mezza = 150..150
it | Oltre due ore. Tanto è durato il faccia a faccia tra Witkoff e Putin a Mosca. | duration: Oltre due ore = 120..
it | Tanto è durata la telefonata tra Trump e Putin: due ore e mezza. | duration: due ore e mezza = 150..150
it | Quasi cinque ore è durato l'incontro tra Witkoff e Putin a Mosca. | duration: Quasi cinque ore = 285..300
en | Two and a half hours: that is how long the call between Trump and Putin lasted. | duration: Two and a half hours = 150..150
en | The 2h05 call between Trump and Putin was calm. | duration: 2h05 = 124.5..125.5
it | La telefonata tra Trump e Putin, di 2 ore e 5 minuti, è stata calma. | duration: telefonata tra Trump e Putin, di 2 ore e 5 minuti = 124.5..125.5
en | For two hours, Trump and Putin talked by phone. | duration: For two hours = 120..120
it | Per due ore Trump e Putin si sono parlati al telefono. | duration: Per due ore = 120..120
it | Trump e Putin si sono parlati un'ora e mezza. | duration: un'ora e mezza = 90..90
en | Witkoff spent five hours with Putin in the Kremlin. | duration: five hours = 300..300
it | Witkoff è rimasto cinque ore a colloquio con Putin. | duration: cinque ore = 300..300
en | The meeting between Witkoff and Putin in Moscow, which ended after midnight, took nearly five hours. | duration: took nearly five hours = 285..300
en | The talks between Rubio and Lavrov in Geneva closed after five hours. | duration: after five hours = 300..300
it | L'incontro tra Rubio e Lavrov a Ginevra si chiude dopo cinque ore. | duration: dopo cinque ore = 300..300
it | I colloqui tra Rubio e Lavrov a Ginevra si sono protratti per tre ore. | duration: si sono protratti per tre ore = 180..180
it | Trump e Putin si sono sentiti. Due ore: tanto è durato l'allarme aereo a Kiev. |
en | Two hours: that is how long the alert in Kyiv lasted. Trump and Putin spoke by phone. |
en | For two hours, Kyiv was under attack while Trump and Putin spoke by phone. |
en | For two hours the call between Trump and Putin was delayed. |
en | Trump spent two hours on the golf course after his call with Putin. |
en | The call between Trump and Putin took three hours to arrange. |
en | After the meeting between Trump and Putin in Alaska the Moscow bourse closed after two hours. |
it | Putin ha parlato con Trump due ore prima di incontrare Xi. |
it | Al vertice di Riad tra Rubio e Lavrov però, durato tre ore, mancava Kellogg. | duration: durato tre ore = 180..180
it | Al vertice di Riad tra Rubio e Lavrov mancava Kellogg, però l'allarme è durato tre ore. |
""")

TIMES = parse("""
en | The call between Trump and Putin began at 10am ET, 5pm in Moscow. | start_time: 10am ET = 10:00 America/New_York ; start_time: 5pm in Moscow = 17:00 Europe/Moscow
en | Trump and Putin started their phone call at 9:30 a.m. Washington time (4:30 p.m. Moscow time). | start_time: 9:30 a.m. Washington time = 09:30 America/New_York ; start_time: 4:30 p.m. Moscow time = 16:30 Europe/Moscow
it | La telefonata tra Trump e Putin è iniziata alle 16 ora di Mosca. | start_time: 16 ora di Mosca = 16:00 Europe/Moscow
it | Alle 17.30 Trump ha avuto un colloquio telefonico con Putin. | start_time: 17.30 = 17:30
it | Il colloquio telefonico tra Trump e Putin è iniziato alle 18 ora di Mosca e si è concluso alle 19:30. | start_time: 18 ora di Mosca = 18:00 Europe/Moscow
en | Until 18:00 GMT the phone call between Trump and Putin went on. |
en | The Trump-Putin summit in Anchorage began at 11:30 a.m. local time (22:30 Moscow time). | start_time: 11:30 a.m. = 11:30 America/Anchorage ; start_time: 22:30 Moscow time = 22:30 Europe/Moscow
en | The phone call between Trump and Putin went on until 18:00 GMT. |
en | The phone call between Trump and Putin ended at 12:30 GMT. |
en | At 18:30 Kyiv time, a broadcaster reported that the phone call between Trump and Putin went well. |
en | At 12:30 GMT the phone call between Trump and Putin was completed. |
it | Alle 17.30 il colloquio telefonico tra Trump e Putin si è concluso. |
en | After the phone call between Trump and Putin, the Kremlin published a statement at 18:00 GMT. |
en | Trump held a phone call with Putin. A siren sounded at 18:00 GMT in Kyiv. |
it | La telefonata tra Trump e Putin è terminata alle 18 ora di Mosca. |
it | Dopo la telefonata tra Trump e Putin, il Cremlino ha pubblicato una nota alle 18:00. |
it | Giovedì alle 10 del mattino a Washington (le 16 in Italia) Trump e Putin si sono sentiti. | start_time: 10 del mattino a Washington = 10:00 America/New_York ; start_time: 16 in Italia = 16:00 Europe/Rome
it | Giovedì alle 18, le 17 in Italia, Trump ha chiamato Putin. | start_time: 18 = 18:00 ; start_time: 17 in Italia = 17:00 Europe/Rome
en | At 10 a.m. in Washington (4 p.m. in Rome) Trump and Putin spoke by phone. | start_time: 10 a.m. in Washington = 10:00 America/New_York ; start_time: 4 p.m. in Rome = 16:00 Europe/Rome
en | The meeting between Zelensky and Carney in Halifax began at about 1 p.m. | start_time: 1 p.m. = 13:00
it | Giovedì alle 10 (le 16 in Italia) il Cremlino ha annunciato che Trump e Putin si sono sentiti. |
en | At 10 a.m. (5 p.m. in Moscow) the Kremlin said Trump and Putin had spoken by phone. |
it | Trump e Putin si sono sentiti, e le 10 in gara restano in attesa. |
""")

NUMBERS = parse("""
en | It was the third phone call between Trump and Putin this year. | ordinal: third phone call between Trump and Putin this year = 3
en | Trump and Putin held their eighth call since Trump returned to the White House. | ordinal: eighth call since Trump returned to the White House = 8 since 2025-01-20
en | The phone call between Trump and Putin, the fourth in two months, was cordial. | count_within: fourth in two months = 4
en | The phone call between Trump and Putin was their first contact in three years. | gap_since_previous: first contact in three years = 913.125..1278.38
it | È stata la quinta e più lunga telefonata tra Trump e Putin dall'inizio dell'anno. | ordinal: quinta e più lunga telefonata tra Trump e Putin dall'inizio dell'anno = 5
it | È stata la quinta telefonata tra Trump e Putin dall'inizio dell'anno. | ordinal: quinta telefonata tra Trump e Putin dall'inizio dell'anno = 5
it | La prima telefonata tra Trump e Putin dall'insediamento di Trump è del 12 febbraio. | ordinal: prima telefonata tra Trump e Putin dall'insediamento = 1 since 2025-01-20
it | La telefonata tra Trump e Putin è il primo contatto diretto in quasi due mesi. | gap_since_previous: primo contatto diretto in quasi due mesi = 53.375..61
it | Trump ha fatto gli auguri a Putin durante la telefonata tra Trump e Putin per il suo 73° compleanno. | age: 73° compleanno = 73 vladimir-putin
en | During the phone call between Trump and Putin, Putin wished Trump a happy 79th birthday. | age: 79th birthday = 79 donald-trump
en | Trump, a 79-year-old, met Putin in Rome. | age: 79-year-old = 79 donald-trump
en | The 79-year-old president Donald Trump met Putin in Rome. | age: 79-year-old = 79 donald-trump
it | Trump, 79 anni, ha incontrato Putin a Roma. | age: 79 anni = 79 donald-trump
en | Trump met Putin in Rome. He spoke of Trump's proposal to end the 3-year-old war. |
en | Trump met Putin in Rome. He spoke of Trump's proposal to save the 80-year-old pact. |
en | Trump met Putin in Rome, and the 80-year-old pact is safe. |
en | After the meeting between Trump and Zelensky, Trump said they agreed on 90% of the points. | agreement_share: 90% of the points = 90
it | Nell'incontro tra Trump e Zelensky le parti hanno trovato un accordo sul 95% dei punti. | agreement_share: 95% dei punti = 95
en | The phone call between Trump and Putin, their fifth since the start of the year, was cordial. | ordinal: fifth since the start of the year = 5
it | È il secondo confronto diretto tra Macron e Putin nel 2026. | ordinal: secondo confronto diretto tra Macron e Putin nel 2026 = 2
en | Macron met Zelensky, their sixth one since Trump returned to office. | ordinal: sixth one since Trump returned to office = 6 since 2025-01-20
en | Macron met Zelensky, the sixth one of his guests. |
it | Il colloquio telefonico tra Trump e Putin è il settimo dall'insediamento di Trump. | ordinal: settimo dall'insediamento = 7 since 2025-01-20
en | After the phone call between Trump and Putin, the army took the third of four villages. |
en | Trump met Putin on the second day of the summit. |
en | Trump spoke with Putin by phone for the first time. |
en | Trump and Putin spoke by phone. Oil fell 5% after the talks. |
en | Trump and Putin spoke by phone. It was the third attack on Kyiv since June. |
it | Trump ha parlato al telefono con Putin. È il terzo attacco su Kiev in due mesi. |
it | Prima del vertice Trump ha parlato al telefono con Putin in una giornata di colloqui. |
it | Trump ha parlato al telefono con Putin; il 60% degli ucraini è contrario. |
it | Witkoff ha incontrato Putin per la quinta volta quest'anno. | ordinal: quinta volta quest'anno = 5
it | È la quinta volta quest'anno che Witkoff incontra Putin. | ordinal: quinta volta quest'anno = 5
it | Witkoff ha incontrato Putin cinque volte quest'anno, l'ultima giovedì. | ordinal: cinque volte quest'anno = 5
en | Witkoff has met Putin five times this year, most recently on Thursday. | ordinal: five times this year = 5
en | For the fifth time this year, Witkoff met Putin on Thursday. | ordinal: fifth time this year = 5
en | It was the fifth time this year that Witkoff met Putin. | ordinal: fifth time this year = 5
en | Witkoff has met Putin five times this year. |
en | Witkoff met Putin on Thursday while Kyiv was struck for the fifth time this year. |
it | È la quinta volta quest'anno che Kiev viene colpita, dopo che Trump ha incontrato Putin. |
it | Witkoff ha incontrato Putin. Per la quinta volta quest'anno Kiev è rimasta senza luce. |
""")

PEOPLE = parse("""
en | Putin called Trump a friend in their phone call. |
en | The phone call between Trump and Putin took place at Washington's request. | initiator: Washington's request = united-states
en | The phone call between Trump and Putin was held at the request of the Kremlin. | initiator: at the request of the Kremlin = kremlin
en | Trump phoned Putin on Monday. | initiator: Trump phoned Putin = donald-trump
en | Putin initiated a phone call with Trump. | initiator: Putin initiated a phone call = vladimir-putin
it | La telefonata tra Trump e Putin si è svolta su iniziativa di Washington. | initiator: su iniziativa di Washington = united-states
it | Il colloquio telefonico tra Trump e Putin, avvenuto su iniziativa russa, è stato lungo. | initiator: iniziativa russa = russia
it | La telefonata tra Trump e Putin è avvenuta su richiesta della parte americana, ha detto Peskov. | initiator: su richiesta della parte americana = united-states
en | The phone call between Trump and Putin was held at the White House's request. | initiator: White House's request = white-house
it | Putin ha telefonato a Trump ieri sera. | initiator: Putin ha telefonato a Trump = vladimir-putin
en | The summit between Trump and Putin in Budapest was proposed by Trump. | proposed_by: proposed by Trump = donald-trump
it | Il vertice tra Trump e Putin a Budapest è stato proposto da Trump. | proposed_by: proposto da Trump = donald-trump
it | Trump e Putin si incontreranno a Budapest. Peskov ha detto che Trump ha proposto la capitale ungherese. | proposed_by: Trump ha proposto la capitale ungherese = donald-trump
en | Trump met Zelensky at the request of nobody. |
en | Trump called on Putin to stop the war after their phone call. |
en | In the phone call between Trump and Putin, Putin proposed a ceasefire. |
it | Nella telefonata tra Trump e Putin, Putin ha proposto una tregua. |
it | Trump chiama in causa Putin dopo la telefonata. |
it | La telefonata di giovedì tra Trump e Putin è stata chiesta da Washington. | initiator: chiesta da Washington = united-states
it | La telefonata tra Trump e Putin, richiesta dalla Casa Bianca, è durata due ore. | initiator: richiesta dalla Casa Bianca = white-house
it | La telefonata tra Trump e Putin è avvenuta su sollecitazione di Mosca. | initiator: su sollecitazione di Mosca = russia
it | L'iniziativa della telefonata tra Trump e Putin è stata di Washington. | initiator: iniziativa della telefonata tra Trump e Putin è stata di Washington = united-states
it | Trump e Putin si sono sentiti al telefono. L'iniziativa è partita da Mosca. | initiator: iniziativa è partita da Mosca = russia
en | The call between Trump and Putin on Thursday was sought by Moscow. | initiator: sought by Moscow = russia
en | The phone call between Trump and Putin was requested by the White House. | initiator: requested by the White House = white-house
en | The initiative for the call between Trump and Putin came from Washington. | initiator: initiative for the call between Trump and Putin came from Washington = united-states
en | The phone call between Trump and Putin was held at the urging of the Kremlin. | initiator: at the urging of the Kremlin = kremlin
it | Nella telefonata tra Trump e Putin si è discusso della tregua chiesta da Kiev. |
it | La telefonata tra Trump e Putin è stata cercata da mesi. |
it | Trump e Putin si sono sentiti al telefono. La richiesta di una tregua è partita da Kiev. |
en | After the call between Trump and Putin, weapons sought by Kyiv are on hold. |
en | The call between Trump and Putin was requested by Trump's allies. |
it | Trump e Putin si sono sentiti al telefono. È avvenuta su iniziativa di Washington. | initiator: su iniziativa di Washington = united-states
en | Trump and Putin spoke by phone. It took place at the request of Moscow. | initiator: at the request of Moscow = russia
en | Trump and Putin spoke by phone. Troops left at the request of Moscow. |
""")

WORDS = parse("""
en | Preparations for the summit between Trump and Putin in Budapest have begun. | preparation: Preparations for the summit between Trump and Putin in Budapest have begun =
it | I preparativi per il vertice tra Trump e Putin a Budapest procedono. | preparation: I preparativi per il vertice tra Trump e Putin a Budapest procedono =
en | Putin and Trump agreed during their phone call to exchange prisoners. | outcome: agreed during their phone call to exchange prisoners =
it | Trump e Putin hanno concordato nella telefonata di proseguire gli scambi. | outcome: hanno concordato nella telefonata di proseguire gli scambi =
en | The outcome of the call between Trump and Putin was a partial ceasefire. | outcome: a partial ceasefire =
en | In the phone call between Trump and Putin, the two leaders agreed to meet in Budapest. | outcome: agreed to meet in Budapest =
it | Nella telefonata tra Trump e Putin i due leader hanno concordato di incontrarsi a Budapest. | outcome: hanno concordato di incontrarsi a Budapest =
en | Trump and Putin had a productive call last week. | assessment: productive =
en | Trump spoke with Putin by phone and described the call as “very good and productive”. | assessment: very good and productive =
en | The phone call between Trump and Putin went very well. | assessment: very well =
it | La telefonata tra Trump e Putin è stata costruttiva. | assessment: costruttiva =
it | La telefonata tra Trump e Putin, durata oltre due ore, è stata costruttiva. | assessment: costruttiva =
it | La telefonata tra Trump e Putin è stata schietta, cordiale e molto utile. | assessment: schietta = ; assessment: cordiale = ; assessment: molto utile =
it | La telefonata tra Trump e Putin, dice Rossi, e molto utile sarà la pioggia. |
en | The phone call between Trump and Putin, which lasted an hour, was productive. | assessment: productive =
it | Trump e Putin hanno avuto una telefonata cordiale. | assessment: cordiale =
it | La Casa Bianca ha definito “molto produttivo” il colloquio telefonico tra Trump e Putin. | assessment: molto produttivo =
en | Trump spoke with Putin by phone. Good weather is expected in Moscow. |
en | The European Union agreed to new sanctions after the call between Trump and Putin. |
en | In the phone call between Trump and Putin, the two leaders agreed, said Peskov. |
en | In the phone call, Trump and Putin could agree to meet again. |
en | The preparations for the parade in Moscow have begun. |
it | Trump ha parlato al telefono con Putin. La durata dell'embargo è incerta. |
it | L'Unione europea ha concordato nuove sanzioni dopo la telefonata tra Trump e Putin. |
it | Trump ha parlato al telefono con Putin, poi ha giocato una buona partita. |
""")

PREVIOUS = parse("""
en | Trump and Putin held a phone call today. The two last spoke by phone on August 18. | previous_contact: last spoke by phone on August 18 =
it | È stata la terza telefonata tra Trump e Putin: l'ultima era avvenuta il 3 maggio. | previous_contact: l'ultima era avvenuta il 3 maggio =
it | È stata la terza telefonata tra Trump e Putin: l'ultima parola è del 3 maggio. |
it | Trump e Putin hanno avuto oggi un colloquio telefonico. L'ultima telefonata tra Trump e Putin risale al 18 agosto. | previous_contact: L'ultima telefonata tra Trump e Putin risale al 18 agosto =
en | Since the last call between Trump and Putin on August 18, little has changed. Trump and Putin held a phone call. |
it | Dopo l'ultima telefonata tra Trump e Putin del 18 agosto, poco è cambiato. |
""")


def check(rows: Row, properties: set[str]) -> None:
    language, text, expected = rows
    assert found(language, text, properties) == expected


CREDITS = (
    ("en", "The call between Trump and Putin lasted two hours, the Kremlin said.", "duration", ("kremlin", None, "asserted")),
    ("en", "The call between Trump and Putin lasted two hours.", "duration", (None, None, "asserted")),
    ("en", "The call between Trump and Putin reportedly lasted two hours.", "duration", (None, None, "reported")),
    ("en", "The call between Trump and Putin did not last two hours, Peskov said.", "duration", ("dmitry-peskov", None, "denied")),
    ("en", "Trump called the phone call between Trump and Putin “very good”.", "assessment", ("donald-trump", None, "asserted")),
    ("it", "La telefonata tra Trump e Putin è durata due ore, secondo il Cremlino.", "duration", ("kremlin", None, "asserted")),
    ("it", "La telefonata tra Trump e Putin è durata due ore.", "duration", (None, None, "asserted")),
    ("it", "La telefonata tra Trump e Putin è durata due ore. Lo ha riferito Peskov.", "duration", ("dmitry-peskov", None, "asserted")),
    ("it", "Trump ha parlato al telefono con Putin. La telefonata sarebbe durata due ore.", "duration", (None, None, "reported")),
    ("it", "La telefonata tra Trump e Putin non è durata due ore.", "duration", (None, None, "denied")),
    ("it", "Peskov ha detto che il vertice tra Trump e Putin a Budapest è stato proposto da Trump.", "proposed_by", ("dmitry-peskov", None, "asserted")),
    ("it", "Giovedì Trump e Putin hanno parlato al telefono: due ore di colloquio.", "duration", (None, None, "asserted")),
    ("it", "La telefonata tra Trump e Putin, richiesta dalla Casa Bianca, è durata due ore.", "duration", (None, None, "asserted")),
    ("en", "The call between Trump and Putin, requested by Moscow, was frank.", "assessment", (None, None, "asserted")),
    ("en", "The call between Trump and Putin, described by Moscow as “frank”, was long.", "assessment", ("russia", None, "asserted")),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "prop", "expected"), CREDITS, ids=[c[1][:60] for c in CREDITS])
def test_credits(language: Language, text: str, prop: str, expected: tuple[str | None, str | None, str]) -> None:
    (claim,) = (c for c in read(language, text).claims if c.property == prop)
    assert (claim.said_by, claim.via, claim.mood) == expected


ABOUT = (
    ("en", "Trump met Zelensky in Rome. A phone call between Trump and Putin followed. The call lasted two hours.", "call"),
    ("en", "A phone call between Trump and Putin took place. Trump then met Zelensky in Rome. The meeting lasted two hours.", "meeting"),
    ("it", "Trump ha incontrato Zelensky a Roma. È seguita una telefonata tra Trump e Putin, durata due ore.", "call"),
    ("it", "La telefonata tra Trump e Putin è arrivata dopo l'incontro tra Trump e Zelensky a Roma, durato due ore.", "meeting"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind"), ABOUT, ids=[a[1][:60] for a in ABOUT])
def test_a_claim_is_about_the_contact_named_with_it(language: Language, text: str, kind: str) -> None:
    finds = read(language, text)
    (claim,) = (c for c in finds.claims if c.property == "duration")
    assert finds.contacts[claim.contact].kind == kind


def test_every_claim_stands_in_the_text_and_is_about_a_contact(seeds: Corpus) -> None:
    assert len(seeds.claims) > 20
    assert set(seeds.claims["event_id"]) <= set(seeds.events["event_id"])
    texts = seeds.articles.set_index("article_id")["text"]
    assert all(texts[c.article_id][c.start : c.end] == c.text for c in seeds.claims.itertuples())


def test_the_rules_are_declared() -> None:
    declared = declared_rules()
    rules = {rule.id for module in declared if module.startswith("data.extract.claims.") for rule in declared[module]}
    assert len(rules) > 20
    assert all(rule.startswith("claim-") for rule in rules)


@pytest.mark.parametrize("language", ["it", "en"])
def test_without_contacts_there_are_no_claims(language: Language) -> None:
    text = {"it": "Il film è durato due ore, alle 20:30.", "en": "The film lasted two hours, at 8:30pm."}[language]
    assert read(language, text).claims == ()


@pytest.mark.parametrize("row", DURATIONS, ids=lambda row: row[1][:60])
def test_durations(row: Row) -> None:
    check(row, {"duration"})


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row[1][:60])
def test_start_times(row: Row) -> None:
    check(row, {"start_time"})


@pytest.mark.parametrize("row", NUMBERS, ids=lambda row: row[1][:60])
def test_numbers(row: Row) -> None:
    check(row, {"ordinal", "count_within", "gap_since_previous", "age", "agreement_share"})


@pytest.mark.parametrize("row", PEOPLE, ids=lambda row: row[1][:60])
def test_people(row: Row) -> None:
    check(row, {"initiator", "proposed_by"})


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row[1][:60])
def test_words(row: Row) -> None:
    check(row, {"preparation", "outcome", "assessment"})


@pytest.mark.parametrize("row", PREVIOUS, ids=lambda row: row[1][:60])
def test_previous(row: Row) -> None:
    check(row, {"previous_contact"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Donald Trump met Vladimir Putin in Geneva on 3 May.", {"date": ["3 May"], "place": ["Geneva"]}),
        ("Donald Trump met Vladimir Putin in Moscow in January.", {"date": ["January"], "place": ["Moscow"]}),
        ("Since his inauguration Donald Trump has met Vladimir Putin in Geneva in January.", {"date": ["January"]}),
        ("The meeting of Donald Trump and Vladimir Putin was their third since Trump returned to office in January.", {}),
        ("Vladimir Putin met Donald Trump, according to the Kremlin press service.", {}),
    ],
)  # fmt: skip
def test_days_and_places(text: str, expected: dict[str, list[str]]) -> None:
    found_: dict[str, list[str]] = {}
    for c in read("en", text).claims:
        if c.property in ("date", "place"):
            found_.setdefault(c.property, []).append(text[c.start : c.end])
    assert {name: words for name, words in found_.items() if name in expected or not expected} == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Nel primo trimestre l'export è calato, ha detto Putin a Trump in una telefonata."),
        ("en", "Trade grew in the third quarter of 2025, Xi Jinping told Donald Trump in a phone call."),
    ],
)
def test_a_quarter_of_a_year_dates_no_contact(language: Language, text: str) -> None:
    finds = read(language, text)
    assert [date.rule for date in finds.dates] == ["quarter"]
    assert finds.contacts
    assert all(contact.date is None for contact in finds.contacts)
