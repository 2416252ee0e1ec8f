"""Quotes and reported speech: rows of text → words and speaker. At least a third of the rows must find nothing."""

from __future__ import annotations

import re

import pytest

from data.document import build_document
from data.extract.finds import Mention, Quote
from data.extract.quote_marks import find_marked
from data.extract.quotes import RULES, find_quotes
from data.extract.rules import Rule
from data.lexicon import load_lexicon
from data.span import fold

TRUMP, PUTIN, ZELENSKY = "donald-trump", "vladimir-putin", "volodymyr-zelensky"
PESKOV, USHAKOV, RUBIO, LEAVITT = "dmitry-peskov", "yuri-ushakov", "marco-rubio", "karoline-leavitt"
MERZ, MELONI, MACRON, LAVROV = "friedrich-merz", "giorgia-meloni", "emmanuel-macron", "sergey-lavrov"
NAMES = {
    "Donald Trump": TRUMP, "Trump": TRUMP, "il tycoon": TRUMP, "the US president": TRUMP,
    "Vladimir Putin": PUTIN, "Putin": PUTIN, "il presidente russo": PUTIN,
    "Volodymyr Zelensky": ZELENSKY, "Zelensky": ZELENSKY, "il presidente ucraino": ZELENSKY,
    "Dmitry Peskov": PESKOV, "Peskov": PESKOV, "the Kremlin spokesman": PESKOV,
    "Yuri Ushakov": USHAKOV, "Ushakov": USHAKOV, "Marco Rubio": RUBIO, "Rubio": RUBIO,
    "Karoline Leavitt": LEAVITT, "Leavitt": LEAVITT, "Viktor Orban": "viktor-orban", "Orban": "viktor-orban",
    "Sergei Lavrov": "sergey-lavrov", "Lavrov": "sergey-lavrov", "Emmanuel Macron": "emmanuel-macron",
    "Macron": "emmanuel-macron", "Giorgia Meloni": "giorgia-meloni", "Meloni": "giorgia-meloni",
    "Kremlin": "kremlin", "Cremlino": "kremlin", "White House": "white-house", "Casa Bianca": "white-house",
    "Russia": "russia", "Moscow": "russia", "Mosca": "russia", "Ukraine": "ukraine", "Kyiv": "ukraine",
    "Kiev": "ukraine", "Germany": "germany", "Reuters": "reuters", "Axios": "axios", "TASS": "tass",
    "Ria Novosti": "ria-novosti", "Fox News": "fox-news", "Financial Times": "financial-times",
    "ministero degli Esteri russo": "russian-foreign-ministry",
    "Friedrich Merz": "friedrich-merz", "Merz": "friedrich-merz", "DW": "dw", "Turkey": "turkey", "Tass": "tass",
    "State Department": "us-state-department", "the Ukrainian leader": ZELENSKY, "the president": TRUMP,
    "Russian delegation": "russia", "House": "us-congress", "Europe": "european-union",
    "Russian Foreign Ministry": "russian-foreign-ministry",
}  # fmt: skip


def mentions_in(text: str) -> list[Mention]:
    """The names of the table above, the longest first; the extractor of actors has tests of its own."""
    folded, found, taken = fold(text), [], set()
    for name in sorted(NAMES, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append(Mention(match.start(), match.end(), NAMES[name], "name", "test"))
    for pair in ("the two leaders", "i due leader"):
        for match in re.finditer(pair, folded):
            found += [Mention(match.start(), match.end(), actor, "group", "test") for actor in (TRUMP, PUTIN)]
    return sorted(found, key=lambda m: m.start)


def read(language: str, text: str) -> list[Quote]:
    return find_quotes(build_document(text, language), load_lexicon(), mentions_in(text))


def direct(language: str, text: str) -> list[tuple[str, str | None]]:
    return [(text[q.start : q.end], q.speaker) for q in read(language, text) if q.form == "direct"]


def indirect(language: str, text: str) -> set[str | None]:
    return {q.speaker for q in read(language, text) if q.form == "indirect"}


MARKED = [
    # one style a row
    ("He said “it is over” today.", ["it is over"]),
    ("Ha detto «è finita» oggi.", ["è finita"]),
    ('He said "it is over" today.', ["it is over"]),
    ("He said 'it is over' today.", ["it is over"]),
    ("He said ‘it is over’ today.", ["it is over"]),
    ("Er sagte „es ist vorbei“ heute.", ["es ist vorbei"]),
    ("Un accordo sul “80% dei temi“, ha detto.", ["80% dei temi"]),
    ("HE SAYS ‘NO ONE WINS' IN TALKS", ["NO ONE WINS"]),
    ('He said "it is over.” Then he left.', ["it is over."]),
    # quotes in quotes are one quote
    ("“He spoke of “peace” again,” she said.", ["He spoke of “peace” again,"]),
    ("«Il nostro «caro» alleato sbaglia», ha detto.", ["Il nostro «caro» alleato sbaglia"]),
    ("\"It is 'his' war, not 'ours',\" he said.", ["It is 'his' war, not 'ours',"]),
    ("«Ha detto “basta” due volte», ha spiegato.", ["Ha detto “basta” due volte"]),
    # marks missing
    ('"We will wait. "We are ready!" he added.', ["We will wait.", "We are ready!"]),
    ("“We will wait.\n\n“We are ready,” he said.", ["We will wait.", "We are ready,"]),
    ("“We will wait.\n\nWe are ready,” he said.", ["We will wait.\n\nWe are ready,"]),
    ("Ha detto: “Aspettiamo ancora.", ["Aspettiamo ancora."]),
    ("«Aspettiamo.\n\nIl vertice è rinviato.", ["Aspettiamo."]),
    # broken by the credit
    ('"We wait," he said. "We are ready."', ["We wait,", "We are ready."]),
    # no marks of speech
    ("The allies' plan and the workers' strike.", []),
    ("L'incontro dell'anno, un po' atteso, è all'inizio.", []),
    ("He is 6'2\" tall and the wall 5' high.", []),
    ("It was the '90s, rock 'n' roll and all.", []),
    ("Don't say it isn't so.", []),
    ("Un'ora dopo, c'è stato l'annuncio.", []),
    ('A 24" screen stood behind them.', []),
    ("Gli anni ’80 e l’Europa d’allora.", []),
    ("Ha detto di no.”Il vertice si farà”, ha aggiunto.", ["Il vertice si farà"]),
    ("Ha detto “no”.Il vertice si farà.", ["no"]),
    ("Parla di « pace ». Poi di « tregua », e tace.", ["pace", "tregua"]),
    ("Das »Wort« steht da.", ["Wort"]),
    # straight marks set off by blanks
    ('Un " cordiale colloquio " è durato un\'ora.', ["cordiale colloquio"]),
    ('" Parleremo ancora ", ha scritto; poi " a presto ".', ["Parleremo ancora", "a presto"]),
    ('"... so we waited," he said.', ["... so we waited,"]),
    ('He said "we wait" , then left.', ["we wait"]),
]


@pytest.mark.parametrize(("text", "expected"), MARKED)
def test_marks(text: str, expected: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_marked(text)] == expected


DIRECT = [
    # the cue behind
    ("it", "«Non abbiamo fretta di firmare», ha detto Peskov.", [("Non abbiamo fretta di firmare", PESKOV)]),
    ("it", "“Ci vedremo presto”, ha aggiunto Rubio parlando con i cronisti.", [("Ci vedremo presto", RUBIO)]),
    ("it", "«Serve una tregua vera» ha scritto sul suo canale Telegram Zelensky.", [("Serve una tregua vera", ZELENSKY)]),
    ("it", "«La porta resta aperta», ha chiarito il ministero degli Esteri russo.", [("La porta resta aperta", "russian-foreign-ministry")]),
    ("it", "“È un passo avanti“, secondo quanto riferito da Ushakov.", [("È un passo avanti", USHAKOV)]),
    ("it", "«Lo vedremo», replica Mosca.", [("Lo vedremo", "russia")]),
    ("en", "“We are not in a hurry to sign,” Peskov said.", [("We are not in a hurry to sign,", PESKOV)]),
    ("en", "“We are not in a hurry to sign,” said Peskov on Monday.", [("We are not in a hurry to sign,", PESKOV)]),
    ("en", '"Is this the end?" Trump asked at the White House.', [("Is this the end?", TRUMP)]),
    ("en", '"It was fine," the US president told reporters.', [("It was fine,", TRUMP)]),
    ("en", '"It was fine," wrote Zelensky in a post on X.', [("It was fine,", ZELENSKY)]),
    ("en", "'It was fine,' Rubio told Reuters.", [("It was fine,", RUBIO)]),
    ("en", '"It is a start," Rubio, who led the team, said.', [("It is a start,", RUBIO)]),
    ("en", '"It is a start," Ushakov, an aide to Putin, told reporters.', [("It is a start,", USHAKOV)]),
    # the cue before
    ("it", "Peskov ha definito il testo «utile».", [("utile", PESKOV)]),
    ("it", "Zelensky ha dichiarato che “oggi siamo più forti”.", [("oggi siamo più forti", ZELENSKY)]),
    ("it", "Trump ha spiegato: “Ieri era tardi. Ci sentiremo domani”.", [("Ieri era tardi. Ci sentiremo domani", TRUMP)]),
    ("it", "Trump ha accusato Putin di «giocare con il fuoco».", [("giocare con il fuoco", TRUMP)]),
    ("it", "Macron ha parlato a lungo, avvertendo che «il tempo è poco».", [("il tempo è poco", "emmanuel-macron")]),
    ("it", "Secondo Orban, il vertice è «una grande notizia».", [("una grande notizia", "viktor-orban")]),
    ("it", "È una mossa che Mosca ha già definito “ostile”.", [("ostile", "russia")]),
    ("en", "Trump accused Putin of 'playing with fire'.", [("playing with fire", TRUMP)]),
    ("en", "Macron called the plan “an honest attempt”.", [("an honest attempt", "emmanuel-macron")]),
    ("en", "Lavrov dismissed the offer as “empty words”.", [("empty words", "sergey-lavrov")]),
    ("en", "Zelensky stated, “We will defend ourselves”, adding that help was needed.", [("We will defend ourselves", ZELENSKY)]),
    ("en", "According to Ushakov, the call was “frank”.", [("frank", USHAKOV)]),
    ("en", "Germany suggested that the attack was an “insult” to all.", [("insult", "germany")]),
    ("en", "After Trump met Putin, Zelensky told reporters he was “not worried”.", [("not worried", ZELENSKY)]),
    # by and da
    ("it", "Un colloquio giudicato “molto utile” dal Cremlino.", [("molto utile", "kremlin")]),
    ("it", "Gli esiti sono stati definiti “positivi” dalla Casa Bianca.", [("positivi", "white-house")]),
    ("en", "A plan described as “unworkable” by Kyiv is back.", [("unworkable", "ukraine")]),
    # colons and headlines
    ("it", "Trump: «Vedrò Putin a breve»", [("Vedrò Putin a breve", TRUMP)]),
    ("it", "Putin avverte Trump: “Risposta inevitabile”", [("Risposta inevitabile", PUTIN)]),
    ("it", "Il Cremlino a Zelensky: «Ritirate le truppe».", [("Ritirate le truppe", "kremlin")]),
    ("it", "Lapidario il commento di Macron: «Non è possibile».", [("Non è possibile", "emmanuel-macron")]),
    ("it", "Zelensky chiede armi, ma Orban frena: «Niente fretta».", [("Niente fretta", "viktor-orban")]),
    ("en", "Trump to Zelensky: “Make a deal now”", [("Make a deal now", TRUMP)]),
    ("en", "Trump says he is ‘not amused’ by Putin", [("not amused", TRUMP)]),
    # going on
    ("it", "«Serve tempo», ha detto Peskov. «Molto tempo».", [("Serve tempo", PESKOV), ("Molto tempo", PESKOV)]),
    ("en", "“It takes time,” Peskov said. “A lot of time.”", [("It takes time,", PESKOV), ("A lot of time.", PESKOV)]),
    ("en", "Zelensky met aides. “It takes time,” he said.", [("It takes time,", ZELENSKY)]),
    ("en", "Meloni spoke first. “It takes time,” she said.", [("It takes time,", "giorgia-meloni")]),
    ("it", "Rubio ha parlato ieri. Ha poi aggiunto: «Non è finita qui».", [("Non è finita qui", RUBIO)]),
    ("it", "«Ci vedremo presto». Lo ha detto Rubio.", [("Ci vedremo presto", RUBIO)]),
    # credits set in the words themselves, behind them, or in the sentence before
    ("it", '"Non basta - ha attaccato Zelensky - e lo ripeto".', [("Non basta", ZELENSKY), ("e lo ripeto", ZELENSKY)]),
    ("it", '"Non è una resa". Così Macron a Parigi.', [("Non è una resa", "emmanuel-macron")]),
    ("it", "Per Peskov, il testo è «poco serio».", [("poco serio", PESKOV)]),
    ("it", "Lavrov ha parlato chiaro: «Basta». Mosca, ha spiegato, è «pronta a tutto».",
     [("Basta", "sergey-lavrov"), ("pronta a tutto", "sergey-lavrov")]),
    ("it", "Orban ha incontrato Rubio. Il quale, uscendo, ha detto: «Siamo vicini».", [("Siamo vicini", RUBIO)]),
    ("it", "Peskov: «Serve tempo»\n\nSi parla ancora di date. Quanto tempo? «Mesi, forse anni».",
     [("Serve tempo", PESKOV), ("Mesi, forse anni", PESKOV)]),
    ("en", "Lavrov was quoted by TASS as saying the text was “nothing new”.", [("nothing new", "sergey-lavrov")]),
    ("en", "“We wait,” Peskov said, “but not forever.”", [("We wait,", PESKOV), ("but not forever.", PESKOV)]),
    ("en", "Trump met Orban. Putin, he said, was “not serious”.", [("not serious", TRUMP)]),
    # nobody credited: the words stand, the speaker does not
    ("it", "Secondo fonti vicine al dossier, i toni “sono stati molto distesi”.", [("sono stati molto distesi", None)]),
    ("it", "Secondo gli analisti, il vertice “non cambierà le cose”.", [("non cambierà le cose", None)]),
    ("en", "Critics said the summit “will not change a thing”.", [("will not change a thing", None)]),
    ("en", "A resident told the press it was “like a very bad dream”.", [("like a very bad dream", None)]),
    ("en", "“The mood was good and we all felt it,” a diplomat said.", [("The mood was good and we all felt it,", None)]),
    ("en", "Trump spoke. “We saw it coming,” one analyst argued.", [("We saw it coming,", None)]),
    ("it", "«Il governo è isolato», attacca Schlein. E Trump tace.", [("Il governo è isolato", None)]),
    ("it", "Trump ha parlato. «Siamo vicini a un'intesa», dice un alto funzionario.", [("Siamo vicini a un'intesa", None)]),
    ("en", "Peskov spoke. “It is pure theatre,” said a diplomat in Moscow.", [("It is pure theatre,", None)]),
    # no quotes at all
    ("it", "I cosiddetti «volonterosi» si riuniscono a Parigi.", []),
    ("it", "Un possibile «dopoguerra» resta lontano.", []),
    ("it", "Le navi della “flotta ombra” sono state fermate.", []),
    ("it", "Il film “La grande attesa” uscirà domani.", []),
    ("it", "Torna di moda il “giorno della marmotta”.", []),
    ("it", "L'operazione «Tempesta» è finita.", []),
    ("it", "La “tregua breve”, idea di Trump, è finita.", []),
    ("en", "Russia's “shadow fleet” was hit by sanctions.", []),
    ("en", "The so-called “coalition of the willing” met in Paris.", []),
    ("en", "He spoke on the show “Face the Nation” on Sunday.", []),
    ("en", "The film “A Long Wait” opens tomorrow.", []),
    ("en", "The exercise, dubbed “Iron Shield”, began.", []),
    ("en", "The tanker “Volga Star” was stopped.", []),
    ("en", "Ukraine's allies' plan isn't ready.", []),
    ("en", "He is 6'4\" and won't stop.", []),
    ("it", "L'Ucraina dell'anno '91 non c'è più.", []),
    ("it", "Nel suo libro, «La pace lontana», lo spiega bene.", []),
    ("it", "I «volenterosi» europei si vedono giovedì.", []),
    ("en", "Rubio spoke to Fox News' “Special Report” on Sunday.", []),
    ("en", "Moscow marked the start of the “hot phase” on Monday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), DIRECT)
def test_direct_quotes(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert direct(language, text) == expected


# One passage in the manner of each kind of text: agencies, broadsheets, features, live blogs, social posts, interviews,
# speeches, captions, press releases; then words nobody named is credited with, and marks that hold no quote.
STYLES = [
    # agency leads, datelines, tails
    ("it", "(ANSA) - MOSCA, 3 MAG - «Nessuna data è stata fissata». Lo ha detto il portavoce del Cremlino, Dmitry Peskov, ai giornalisti.",
     [("Nessuna data è stata fissata", PESKOV)]),
    ("it", "ROMA - Giorgia Meloni rilancia: «L'Italia farà la sua parte».", [("L'Italia farà la sua parte", MELONI)]),
    ("it", "«La linea resta questa», fanno sapere dal Cremlino.", [("La linea resta questa", "kremlin")]),
    ("it", "«Siamo pronti a ogni scenario», si legge in una nota del ministero degli Esteri russo.",
     [("Siamo pronti a ogni scenario", "russian-foreign-ministry")]),
    ("it", "«Un gesto di buon senso»: così Meloni ha commentato la decisione di Trump.", [("Un gesto di buon senso", MELONI)]),
    ("it", "«Andremo fino in fondo», le parole di Zelensky al termine del colloquio.", [("Andremo fino in fondo", ZELENSKY)]),
    ("it", "A chi gli chiedeva dei tempi, Peskov ha risposto: «Non ci sono scadenze».", [("Non ci sono scadenze", PESKOV)]),
    ("it", "Macron si è detto «molto preoccupato» per la situazione sul campo.", [("molto preoccupato", MACRON)]),
    ("it", "Zelensky non usa mezzi termini: «È un ricatto».", [("È un ricatto", ZELENSKY)]),
    ("it", "Secco no di Mosca: «Proposta irricevibile».", [("Proposta irricevibile", "russia")]),
    ("it", "Il premier Orban, intervistato dalla radio, è stato netto: «Non manderemo un soldo».", [("Non manderemo un soldo", "viktor-orban")]),
    ("it", "A suo dire, spiega Lavrov, gli europei «sabotano ogni intesa».", [("sabotano ogni intesa", LAVROV)]),
    ("it", "Zelensky è volato a Parigi. A suo avviso «la tregua è solo carta».", [("la tregua è solo carta", ZELENSKY)]),
    ("it", "Macron ha visto i suoi ministri. Secondo lui, l'accordo «è ancora lontano».", [("è ancora lontano", MACRON)]),
    ("it", "«Non possiamo accettarlo, sarebbe la fine», insiste Zelensky. E ancora: «Il mondo ci guarda».",
     [("Non possiamo accettarlo, sarebbe la fine", ZELENSKY), ("Il mondo ci guarda", ZELENSKY)]),
    ("it", "«Chi vuole la pace», ha osservato Meloni, «deve parlare con tutti».",
     [("Chi vuole la pace", MELONI), ("deve parlare con tutti", MELONI)]),
    ("it", "Trump: «Putin? Un tipo tosto. Ma con me ha sempre trattato»", [("Putin? Un tipo tosto. Ma con me ha sempre trattato", TRUMP)]),
    ("it", "Trump a Putin: «Basta bombe». La replica di Mosca: «Prima le garanzie».",
     [("Basta bombe", TRUMP), ("Prima le garanzie", "russia")]),
    ("it", "«Vladimir, fermati!», scrive Trump su Truth.", [("Vladimir, fermati!", TRUMP)]),
    ("it", "Su Telegram Zelensky ha pubblicato un messaggio: «Stanotte non abbiamo dormito».", [("Stanotte non abbiamo dormito", ZELENSKY)]),
    ("it", "Il tycoon ha affidato a Truth la sua rabbia: «È impazzito del tutto».", [("È impazzito del tutto", TRUMP)]),
    ("it", "Meloni, dal canto suo, ha chiesto «una risposta comune».", [("una risposta comune", MELONI)]),
    ("it", "Per il portavoce del Cremlino, Dmitry Peskov, la mossa è «un errore grave».", [("un errore grave", PESKOV)]),
    ("it", "Dal vertice Macron avverte: chi cede oggi «pagherà due volte domani».", [("pagherà due volte domani", MACRON)]),
    ("it", "«Io non mollo»\n\nZelensky parla alla nazione dopo la notte di bombe e promette una risposta.", [("Io non mollo", ZELENSKY)]),
    # interviews, question and answer
    ("it", "Intervista a Viktor Orban. «Serve un mediatore»\n\nPerché proprio adesso? «Perché domani è tardi».",
     [("Serve un mediatore", "viktor-orban"), ("Perché domani è tardi", "viktor-orban")]),
    ("en", "Interview with Viktor Orban: “We need a mediator”\n\nWhy now? “Because tomorrow is too late.”",
     [("We need a mediator", "viktor-orban"), ("Because tomorrow is too late.", "viktor-orban")]),
    # english: wires, tails, splits, pronouns
    ("en", "WASHINGTON (Reuters) - “We will see what happens,” Trump told reporters aboard the plane.", [("We will see what happens,", TRUMP)]),
    ("en", "“Nobody wants this war to end more than we do,” he wrote. Zelensky added that “time is running out”.",
     [("Nobody wants this war to end more than we do,", None), ("time is running out", ZELENSKY)]),
    ("en", "Zelensky arrived late. “I came to listen,” the Ukrainian leader told journalists. “And to be heard.”",
     [("I came to listen,", ZELENSKY), ("And to be heard.", ZELENSKY)]),
    ("en", "“We never asked for a pause,” Lavrov said in remarks carried by TASS.", [("We never asked for a pause,", LAVROV)]),
    ("en", "“That,” Rubio said, “is for Ukraine to decide.”", [("That,", RUBIO), ("is for Ukraine to decide.", RUBIO)]),
    ("en", "Asked whether he trusted Putin, Trump replied: “I trust results.”", [("I trust results.", TRUMP)]),
    ("en", "Asked about the plan, Peskov would only say it was “under study”.", [("under study", PESKOV)]),
    ("en", "Trump said it would be “a very different world”, “a safer one”, if the deal held.",
     [("a very different world", TRUMP), ("a safer one", TRUMP)]),
    ("en", "In a post on Truth Social, Trump wrote: “Two very good calls today. Stay tuned!”", [("Two very good calls today. Stay tuned!", TRUMP)]),
    ("en", "Trump took to Truth Social to call the report “totally made up”.", [("totally made up", TRUMP)]),
    ("en", "“Our people are tired. They deserve calm. So do yours,” Zelensky said in a video address.",
     [("Our people are tired. They deserve calm. So do yours,", ZELENSKY)]),
    ("en", "Rubio said that Trump had promised to “end it fast. It did not work out,” Zelensky told Reuters.",
     [("end it fast. It did not work out,", ZELENSKY)]),
    ("en", "“We are close”: Rubio upbeat after talks", [("We are close", RUBIO)]),
    ("en", "‘We are close’, says Rubio as talks resume", [("We are close", RUBIO)]),
    ("en", "Kremlin hails ‘constructive’ call", [("constructive", "kremlin")]),
    ("en", "Macron made it very clear that Europe “will not be bypassed”.", [("will not be bypassed", MACRON)]),
    ("en", "In Macron's view, the offer is “a trap”.", [("a trap", MACRON)]),
    ("en", "Macron left early. In his view, the offer is “a trap”.", [("a trap", MACRON)]),
    ("en", "The Russian Foreign Ministry said the visit would go ahead. It added that any delay would be “the fault of others”.",
     [("the fault of others", "russian-foreign-ministry")]),
    ("en", "Speaking alongside Macron, Zelensky said Moscow was “buying time”.", [("buying time", ZELENSKY)]),
    ("en", "“Time is short,” Zelensky said.\n\n“It is very short.\n\n“And the world knows it.”",
     [("Time is short,", ZELENSKY), ("It is very short.", ZELENSKY), ("And the world knows it.", ZELENSKY)]),
    ("en", "Zelensky met his staff in Kyiv. (Photo: Reuters) “It was a hard night,” he said.", [("It was a hard night,", ZELENSKY)]),
    ("en", "“It was a hard night,” Zelensky said. RUSSIA THREATENS TO WALK OUT OF TALKS IN ISTANBUL Smoke rises over the city. (Reuters/Anna Smith) “We held.”",
     [("It was a hard night,", ZELENSKY), ("We held.", ZELENSKY)]),
    ("en", "Minister calls Trump plan ‘hopeless’\n\n“The plan is hopeless and everybody knows it,” Lavrov said.",
     [("hopeless", LAVROV), ("The plan is hopeless and everybody knows it,", LAVROV)]),
    ("en", "Viktor Orban walked in smiling. “It was a long night,” the 61-year-old said.", [("It was a long night,", "viktor-orban")]),
    ("en", "Trump said talks were going well. The president, 79, told Axios it was “only a matter of days”.", [("only a matter of days", TRUMP)]),
    ("en", "Zelensky: Putin ‘afraid’ of direct talks", [("afraid", ZELENSKY)]),
    ("en", "10.42 Macron: “We will not wait”\n\n09.15 Kremlin says door “remains open”",
     [("We will not wait", MACRON), ("remains open", "kremlin")]),
    ("en", "Both Trump and Putin called it “a good start”.", [("a good start", None)]),
    ("en", "“We agreed on nothing,” according to Ushakov.", [("We agreed on nothing,", USHAKOV)]),
    ("en", "Russia, Zelensky says, “does not want peace”.", [("does not want peace", ZELENSKY)]),
    ("en", "Peskov, quoted by TASS, said there was “no hurry at all”.", [("no hurry at all", PESKOV)]),
    ("en", "“We are watching,” read a statement from the Kremlin.", [("We are watching,", "kremlin")]),
    ("en", "The Kremlin's answer was short: “No.”", [("No.", "kremlin")]),
    ("en", "Trump was blunt. “No deal, no visit,” he said.", [("No deal, no visit,", TRUMP)]),
    ("en", "Trump then turned to Zelensky and told him: “Make a deal.”", [("Make a deal.", TRUMP)]),
    ("en", "“I spoke to Vladimir and he was, let us say, difficult,” Trump said of the call.",
     [("I spoke to Vladimir and he was, let us say, difficult,", TRUMP)]),
    # press releases and speeches
    ("en", "FOR IMMEDIATE RELEASE\n\nSecretary Marco Rubio issued the following statement: “We welcome the exchange.”", [("We welcome the exchange.", RUBIO)]),
    ("it", "Comunicato stampa\n\n«Vediamo con piacere lo scambio», dichiara la portavoce della Casa Bianca, Karoline Leavitt.",
     [("Vediamo con piacere lo scambio", LEAVITT)]),
    # nobody named speaks
    ("it", "«Meglio non illudersi», confida una fonte vicina al dossier.", [("Meglio non illudersi", None)]),
    ("it", "«Abbiamo sentito un boato fortissimo», racconta una donna del quartiere. Zelensky era a Parigi.", [("Abbiamo sentito un boato fortissimo", None)]),
    ("it", "«Il governo tace da settimane», attacca l'opposizione.", [("Il governo tace da settimane", None)]),
    ("en", "“We heard a huge blast and ran,” said Olena, a teacher from the suburb. Putin was in Moscow.", [("We heard a huge blast and ran,", None)]),
    ("en", "“The windows were gone in a second,” a neighbour recalled.", [("The windows were gone in a second,", None)]),
    ("en", "Trump left for Florida. “Nobody knows the plan, not even his team,” a Western diplomat said.",
     [("Nobody knows the plan, not even his team,", None)]),
    ("en", "The offer was dead on arrival, Jane Doe Smith, a fellow at a think tank, told Axios. “It was never serious from the start,” she said.",
     [("It was never serious from the start,", None)]),
    ("en", "Turkey, which hosts Putin's envoys, is the best place, John Miller, an analyst with a centre in Ankara, told TASS. “It has done it before,” the expert said.",
     [("It has done it before,", None)]),
    ("en", "A US senator called the words of President Trump “reckless and plainly dumb”.", [("reckless and plainly dumb", None)]),
    ("it", "Sui muri di Kiev qualcuno ha scritto “qui non si passa mai più”.", [("qui non si passa mai più", None)]),
    # scare quotes, names, titles: no quotes
    ("it", "È l'ora dei “falchi” al Cremlino.", []),
    ("it", "La cosiddetta “diplomazia dei droni” di Kiev non convince.", []),
    ("it", "Il piano prevede una “zona cuscinetto” lungo il fronte.", []),
    ("it", "L'inno “Dio salvi il re” ha accolto Trump.", []),
    ("it", "La rivista «Limes» dedica un numero a Putin.", []),
    ("it", "Putin ha assistito al balletto «Lo schiaccianoci».", []),
    ("it", "Il missile “Oreshnik” è stato mostrato a Mosca.", []),
    ("it", "Il presidente, detto “lo zar”, non parla.", []),
    ("it", "Il vertice “a tre” resta un'ipotesi.", []),
    ("it", "Torna la “guerra fredda” tra Mosca e la Casa Bianca.", []),
    ("it", "Nel canale Telegram “Rybar” si leggono molte cifre.", []),
    ("en", "Trump's “Golden Dome” will cost billions.", []),
    ("en", "The “Big Beautiful Bill” passed in the House.", []),
    ("en", "A drone known as “Gerbera” fell near Kyiv.", []),
    ("en", "The “peace” offer was rejected again.", []),
    ("en", "The “Budapest format” is back on the table.", []),
    ("en", "Zelensky spoke to the “Coalition of the Willing” in London.", []),
    ("en", "His “foreign minister”, Sergei Lavrov, travels tomorrow.", []),
    ("en", "Trump played “YMCA” at the rally.", []),
    ("en", "Putin attended the “Immortal Regiment” march.", []),
    ("en", "The song “We Shall Return” was played as Zelensky left.", []),
    ("en", "The Kremlin's “special envoy” landed in Miami.", []),
    ("en", "He keeps a cap that reads “Trump Was Right About Everything” on his desk.", []),
    ("en", "The USS “Lincoln” left the gulf.", []),
    # live blogs, social posts
    ("it", "ORE 9:45 - Zelensky su X: «Colpita una scuola, nessun soldato vicino»", [("Colpita una scuola, nessun soldato vicino", ZELENSKY)]),
    ("it", "11:20 Cremlino, «nessun contatto con Kiev»\n\nIl portavoce Peskov ha smentito le voci.", [("nessun contatto con Kiev", "kremlin")]),
    ("it", "«Grazie Donald». Zelensky esulta sui social", [("Grazie Donald", ZELENSKY)]),
    ("it", "«Ci sarò». Con un post di due parole Trump conferma il viaggio.", [("Ci sarò", TRUMP)]),
    ("en", "14:05 BST “This changes everything,” Macron tweeted.", [("This changes everything,", MACRON)]),
    ("en", "Zelensky on X: “Another night of terror.”", [("Another night of terror.", ZELENSKY)]),
    ("en", "“THANK YOU FOR YOUR ATTENTION TO THIS MATTER!” Trump wrote on Truth Social.", [("THANK YOU FOR YOUR ATTENTION TO THIS MATTER!", TRUMP)]),
    ("en", "Trump's post read: “Putin must stop NOW!”", [("Putin must stop NOW!", TRUMP)]),
    ("en", "“We hit three depots overnight,” reads a message on Zelensky's Telegram channel.", [("We hit three depots overnight,", ZELENSKY)]),
    # italian broadsheet prose
    ("it", "È stato lo stesso Peskov a precisare che l'incontro «non è in agenda».", [("non è in agenda", PESKOV)]),
    ("it", "Nelle parole di Macron, quella russa è «una finta apertura».", [("una finta apertura", MACRON)]),
    ("it", "Il presidente francese Macron, parlando da Parigi, ha invitato a «non cedere alla fretta».", [("non cedere alla fretta", MACRON)]),
    ("it", "Zelensky ha invitato gli alleati a «non voltarsi dall'altra parte» e ha definito Putin «un uomo del passato».",
     [("non voltarsi dall'altra parte", ZELENSKY), ("un uomo del passato", ZELENSKY)]),
    ("it", "Una «follia»: così Orban bolla l'idea di inviare truppe.", [("follia", "viktor-orban")]),
    ("it", "Parole che Lavrov liquida come «chiacchiere».", [("chiacchiere", LAVROV)]),
    ("it", "«Non è vero», la secca smentita di Peskov.", [("Non è vero", PESKOV)]),
    ("it", "Mosca parla di «provocazione», Kiev di «legittima difesa».", [("provocazione", "russia"), ("legittima difesa", "ukraine")]),
    ("it", "Trump: «Accordo vicino». Ma Zelensky: «Non firmo niente»", [("Accordo vicino", TRUMP), ("Non firmo niente", ZELENSKY)]),
    ("it", "«Prima il cessate il fuoco», ripete Zelensky. «Poi tutto il resto», gli fa eco Macron.",
     [("Prima il cessate il fuoco", ZELENSKY), ("Poi tutto il resto", MACRON)]),
    ("it", "«L'Europa», dice Meloni ai giornalisti, «non può restare a guardare. Serve un inviato».",
     [("L'Europa", MELONI), ("non può restare a guardare. Serve un inviato", MELONI)]),
    ("it", "Putin si è detto pronto a incontrare Trump «in qualsiasi momento».", [("in qualsiasi momento", PUTIN)]),
    ("it", "Rubio ha ammesso che le parti restano «molto distanti», ma ha aggiunto che «la porta non è chiusa».",
     [("molto distanti", RUBIO), ("la porta non è chiusa", RUBIO)]),
    ("it", "«Un incontro utile», lo ha definito Ushakov.", [("Un incontro utile", USHAKOV)]),
    ("it", "Quanto alla tregua, per Trump «è questione di giorni».", [("è questione di giorni", TRUMP)]),
    ("it", "Il colloquio è stato, a detta di Ushakov, «franco».", [("franco", USHAKOV)]),
    ("it", "Dopo la telefonata Trump ha assicurato: «Putin vuole la pace». Zelensky non ci crede: «Vuole solo tempo».",
     [("Putin vuole la pace", TRUMP), ("Vuole solo tempo", ZELENSKY)]),
    # english features
    ("en", "The president's tone was different this time. “I am not happy,” Trump said, shaking his head. “I am not happy at all.”",
     [("I am not happy,", TRUMP), ("I am not happy at all.", TRUMP)]),
    ("en", "“Look,” said Rubio, “we have seen this before, and we know how it ends.”", [("Look,", RUBIO), ("we have seen this before, and we know how it ends.", RUBIO)]),
    ("en", "Lavrov called the proposal a “non-starter” and accused Kyiv of “theatrics”.", [("non-starter", LAVROV), ("theatrics", LAVROV)]),
    ("en", "The Kremlin, for its part, spoke of “useful contacts”.", [("useful contacts", "kremlin")]),
    ("en", "Trump, who once called Zelensky “a dictator”, praised him on Friday.", [("a dictator", TRUMP)]),
    ("en", "Zelensky, whom Trump called “a dictator”, did not reply.", [("a dictator", TRUMP)]),
    ("en", "Rubio stressed that the talks were “serious” but “not yet final”.", [("serious", RUBIO), ("not yet final", RUBIO)]),
    ("en", "“No comment,” was all Peskov would say.", [("No comment,", PESKOV)]),
    ("en", "Peskov's verdict: “Too early.”", [("Too early.", PESKOV)]),
    ("en", "Kyiv described the raid as “a war crime”; Moscow said it was “a precise strike”.", [("a war crime", "ukraine"), ("a precise strike", "russia")]),
    ("en", "Moscow's claim that the strike was “a fake” was rejected by Kyiv.", [("a fake", "russia")]),
    ("en", "Trump, Zelensky said, “does not see the whole picture”.", [("does not see the whole picture", ZELENSKY)]),
    ("en", "“If Putin wants to talk,” Macron said, “he knows my number.”", [("If Putin wants to talk,", MACRON), ("he knows my number.", MACRON)]),
    ("en", "“I said to him, ‘Vladimir, stop it,’ and he laughed,” Trump said.", [("I said to him, ‘Vladimir, stop it,’ and he laughed,", TRUMP)]),
    ("en", "“It was a hard choice,” Macron said. He looked tired. “But it was the right one.”", [("It was a hard choice,", MACRON), ("But it was the right one.", MACRON)]),
    ("en", "A senior lawmaker called the plan “dead in the water”.\n\n“It is dead in the water, and I am glad,” Rubio told Fox News.",
     [("dead in the water", RUBIO), ("It is dead in the water, and I am glad,", RUBIO)]),
    ("en", "Asked on Air Force One if he would call Putin, Trump said: “Maybe. We'll see.”", [("Maybe. We'll see.", TRUMP)]),
    ("en", "Trump said in his inaugural speech that wars would end “on day one”.", [("on day one", TRUMP)]),
    # unnamed
    ("it", "«Nessuno ci ha avvisati», dicono i residenti. Zelensky ha visitato il quartiere.", [("Nessuno ci ha avvisati", None)]),
    ("it", "«Putin non cederà mai», osserva un ex ambasciatore.", [("Putin non cederà mai", None)]),
    ("it", "«La gente è stanca», spiega Olena, insegnante. «Vogliamo dormire».", [("La gente è stanca", None), ("Vogliamo dormire", None)]),
    ("en", "“People are tired,” said Olena Petrenko, a nurse. “We want to sleep.”", [("People are tired,", None), ("We want to sleep.", None)]),
    ("en", "One official, who asked not to be named, called Trump's idea “a fantasy from start to end”.", [("a fantasy from start to end", None)]),
    ("en", "Protesters outside the Kremlin shouted “no more war in our name”.", [("no more war in our name", None)]),
    ("en", "Local media reported that “two people were hurt by debris”.", [("two people were hurt by debris", None)]),
    # leave out
    ("it", "La “linea rossa” di Putin si sposta ancora.", []),
    ("it", "I colloqui “di prossimità” si terranno a Ginevra.", []),
    ("it", "Trump e il “deal” impossibile", []),
    ("it", "Il bombardiere “Tu-95” è decollato dalla base.", []),
    ("it", "Il gruppo “Amici della pace” si riunisce a Roma.", []),
    ("it", "Il «piano B» di Trump non esiste.", []),
    ("it", "Le “due Europe” di Macron.", []),
    ("it", "L'operazione “Ragnatela” ha colpito quattro basi.", []),
    ("en", "The “spirit of Anchorage” is fading.", []),
    ("en", "Operation “Spider's Web” hit four bases.", []),
    ("en", "Trump's “art of the deal” failed.", []),
    ("en", "The book, “War and Punishment”, sold out in Moscow.", []),
    ("en", "Putin's “meat grinder” goes on.", []),
    ("en", "Analysts speak of a “frozen conflict”.", []),
    ("en", "The drone, a “Shahed”, fell near Odesa.", []),
    ("en", "The podcast “The Daily” had Rubio as a guest.", []),
    ("en", "Trump wore a “USA” cap.", []),
    # Q&A without names, with initials, with bold labels flattened
    ("it", "Intervista a Sergei Lavrov. «Nessun ultimatum»\n\nMinistro, teme nuove sanzioni? «Ci siamo abituati».\n\nE gli europei? «Non contano».",
     [("Nessun ultimatum", LAVROV), ("Ci siamo abituati", LAVROV), ("Non contano", LAVROV)]),
    ("it", "Parla Viktor Orban: «Trump ha ragione». Che cosa farà ora? «Andrò a Mosca», risponde.",
     [("Trump ha ragione", "viktor-orban"), ("Andrò a Mosca", "viktor-orban")]),
    ("en", "Rubio sat down with Fox News. Asked why the talks failed, he said: “Because nobody listened.” And now? “Now they do.”",
     [("Because nobody listened.", RUBIO), ("Now they do.", RUBIO)]),
    # paragraph-long speeches
    ("it", "Putin ha parlato per un'ora.\n\n«La Russia non è sola», ha detto. «Lo vedete qui oggi».\n\n«Chi ci minaccia lo sappia», ha proseguito.",
     [("La Russia non è sola", PUTIN), ("Lo vedete qui oggi", PUTIN), ("Chi ci minaccia lo sappia", PUTIN)]),
    ("en", "Putin spoke for an hour.\n\n“Russia is not alone,” he said. “You see it here today.”\n\n“Those who threaten us should know it,” he went on.",
     [("Russia is not alone,", PUTIN), ("You see it here today.", PUTIN), ("Those who threaten us should know it,", PUTIN)]),
    # il Post, explanatory prose
    ("it", "Zelensky ha raccontato di aver ricevuto «molte pressioni» e di non essere «disposto a cedere».",
     [("molte pressioni", ZELENSKY), ("disposto a cedere", ZELENSKY)]),
    ("it", "Secondo quanto ha scritto Axios, Trump avrebbe detto a Zelensky di «chiudere in fretta».", [("chiudere in fretta", TRUMP)]),
    ("it", "Trump ha chiamato Zelensky «un amico», una parola che non usava da mesi.", [("un amico", TRUMP)]),
    ("it", "La posizione di Orban è nota: «Nessuna arma dal nostro territorio».", [("Nessuna arma dal nostro territorio", "viktor-orban")]),
    ("it", "Lo stesso Rubio, un mese fa, aveva parlato di «settimane decisive».", [("settimane decisive", RUBIO)]),
    ("it", "Il commento più duro è arrivato da Macron, che ha parlato di «capitolazione».", [("capitolazione", MACRON)]),
    ("it", "Dura la reazione di Mosca, secondo cui si tratta di «pirateria».", [("pirateria", "russia")]),
    ("it", "Peskov ha ricordato le parole di Putin: «Non abbiamo mai rifiutato il dialogo».", [("Non abbiamo mai rifiutato il dialogo", PUTIN)]),
    ("it", "E Meloni? «Fa bene a insistere», dice Orban.", [("Fa bene a insistere", "viktor-orban")]),
    ("it", "«La mia Russia», la chiama Putin.", [("La mia Russia", PUTIN)]),
    ("it", "Il Cremlino precisa: nessun vertice «è stato mai cancellato».", [("è stato mai cancellato", "kremlin")]),
    # il Fatto, La Stampa: leads with mixed quotes
    ("it", "Ha chiamato gli alleati «scrocconi», ha dato del «debole» a Macron. Ma ieri Trump ha cambiato tono.",
     [("scrocconi", None), ("debole", None)]),
    # TASS, RT
    ("en", "MOSCOW, June 3. /TASS/. “The contacts continue,” Kremlin Spokesman Dmitry Peskov told a briefing. “We value them.”",
     [("The contacts continue,", PESKOV), ("We value them.", PESKOV)]),
    ("en", "West wants war – Lavrov\n\nWestern states are “drunk on their own myths,” the minister has said.",
     [("drunk on their own myths,", LAVROV)]),
    ("en", "Moscow ‘open’ to talks – Kremlin", [("open", "kremlin")]),
    ("en", "Ushakov was asked about the leak. “We do not comment on rumours,” the aide said.", [("We do not comment on rumours,", USHAKOV)]),
    # Axios, Politico bullets
    ("en", "Driving the news: Trump told Axios he is “done waiting.”\n\nWhat they're saying: “He means it,” Rubio said.",
     [("done waiting.", TRUMP), ("He means it,", RUBIO)]),
    ("en", "Between the lines: The Kremlin sees the visit as a win. “It is a win,” Peskov boasted.", [("It is a win,", PESKOV)]),
    # Guardian style, single marks
    ("en", "‘We will never forget,’ Zelensky said. ‘And we will not forgive.’", [("We will never forget,", ZELENSKY), ("And we will not forgive.", ZELENSKY)]),
    ("en", "Macron said Europe's allies' patience was ‘not endless’.", [("not endless", MACRON)]),
    ("en", "Zelensky hails ‘historic’ deal as Trump urges ‘patience’", [("historic", ZELENSKY), ("patience", TRUMP)]),
    ("en", "Kyiv ‘ready’ for truce, Zelensky says", [("ready", ZELENSKY)]),
    # captions
    ("en", "Zelensky greets Macron in Kyiv. Photo: Anna Smith/AFP\n\n“It was time,” the French president said.", [("It was time,", None)]),
    # chains
    ("en", "Ushakov quoted Putin as saying the offer was “interesting”.", [("interesting", PUTIN)]),
    ("en", "Zelensky denied that he had called Trump “a fool”.", [("a fool", ZELENSKY)]),
    ("en", "According to Rubio, Putin called the plan “a basis”.", [("a basis", PUTIN)]),
    ("en", "Trump says Putin believes the deal is “doable”.", [("doable", TRUMP)]),
    ("en", "Rubio, who met Lavrov in Riyadh, described the talks as “productive”.", [("productive", RUBIO)]),
    ("en", "“He is a strong man,” Trump said of Putin. “Very strong.”", [("He is a strong man,", TRUMP), ("Very strong.", TRUMP)]),
    ("en", "Putin's adviser Ushakov said the mood was “warm”.", [("warm", USHAKOV)]),
    ("en", "Zelensky thanked Trump for the “very good talk”.", [("very good talk", ZELENSKY)]),
    ("en", "Peskov shrugged off the report as “one more fake”.", [("one more fake", PESKOV)]),
    # uncredited
    ("en", "“Enough!” shouted a man in the crowd as Putin passed.", [("Enough!", None)]),
    ("en", "The banner read “Peace now, not tomorrow” in Russian.", [("Peace now, not tomorrow", None)]),
    ("it", "Lo striscione diceva «Pace subito, senza condizioni».", [("Pace subito, senza condizioni", None)]),
    ("it", "«È stato come un terremoto», ricorda Ivan, 34 anni. Zelensky è atteso in serata.", [("È stato come un terremoto", None)]),
    ("it", "Fonti di Palazzo Chigi parlano di un colloquio «cordiale e concreto».", [("cordiale e concreto", None)]),
    ("en", "A person familiar with the call said Trump was “not in the mood to wait”.", [("not in the mood to wait", None)]),
    ("en", "Putin's critics call him “a gambler who bluffs”.", [("a gambler who bluffs", None)]),
    # leave out
    ("it", "Il “grande gioco” dell'Artico.", []),
    ("it", "Un “cessate il fuoco” che nessuno rispetta.", []),
    ("it", "La brigata “Azov” resta in prima linea.", []),
    ("it", "Il sistema “Patriot” protegge Kiev.", []),
    ("it", "Sul set di “Servitore del popolo” Zelensky era già presidente.", []),
    ("it", "Il partito “Russia Unita” vince ancora.", []),
    ("it", "La “dottrina Monroe” di Trump.", []),
    ("en", "The “Steadfast Noon” drills begin on Monday.", []),
    ("en", "Kyiv's “drone wall” is ready.", []),
    ("en", "A “hot line” between the capitals exists since 1963.", []),
    ("en", "The “little green men” of 2014 are back.", []),
    ("en", "Zelensky starred in “Servant of the People”.", []),
    ("en", "He reads the “Financial Times” every morning.", []),
    # titles before names, for whom, headlines from both sides
    ("en", "US President Donald Trump said Friday the talks were “going well”.", [("going well", TRUMP)]),
    ("en", "White House Press Secretary Karoline Leavitt gave her own version: “It was a good call.”", [("It was a good call.", LEAVITT)]),
    ("en", "“It was a good call,” said White House Press Secretary Karoline Leavitt.", [("It was a good call,", LEAVITT)]),
    ("en", "Kremlin spokesman Dmitry Peskov, speaking to reporters on a conference call, said it was “premature” to name a date.", [("premature", PESKOV)]),
    ("en", "For Zelensky, it was “a small step”. For Macron, “a giant one”.", [("a small step", ZELENSKY), ("a giant one", MACRON)]),
    ("en", "Trump wants “peace through strength”; Putin wants “time”, Rubio argued.", [("peace through strength", RUBIO), ("time", RUBIO)]),
    ("en", "Zelensky has called Putin “a killer” more than once.", [("a killer", ZELENSKY)]),
    ("en", "Putin, in a rare interview with Fox News, said Kyiv had “no cards”.", [("no cards", PUTIN)]),
    ("en", "Zelensky did not mince his words. “This is blackmail,” he told Axios. “Plain and simple.”", [("This is blackmail,", ZELENSKY), ("Plain and simple.", ZELENSKY)]),
    ("en", "Macron and Merz said in a joint statement they “will stand firm”.", [("will stand firm", None)]),
    ("en", "“We have lost too much time,” Merz wrote in an op-ed. “The next weeks matter.”", [("We have lost too much time,", MERZ), ("The next weeks matter.", MERZ)]),
    ("en", "On the question of land, Putin was unmoved: Donbas “is ours”.", [("is ours", PUTIN)]),
    ("en", "Putin again spoke of “root causes”, a phrase that in Moscow stands for Kyiv's surrender.", [("root causes", PUTIN)]),
    ("en", "The deal, in Rubio's words, is “ninety percent done”.", [("ninety percent done", RUBIO)]),
    ("en", "Trump: ‘I'm done with Putin’", [("I'm done with Putin", TRUMP)]),
    ("en", "‘I'm done with Putin’ – Trump", [("I'm done with Putin", TRUMP)]),
    ("en", "Trump says ‘I'm done’ after Putin call", [("I'm done", TRUMP)]),
    ("en", "Putin ‘playing for time’, warns Macron", [("playing for time", MACRON)]),
    ("it", "Putin «prende tempo», avverte Macron", [("prende tempo", MACRON)]),
    ("it", "Il Cremlino gela Trump: «Nessuna fretta»", [("Nessuna fretta", "kremlin")]),
    ("it", "Il gelo del Cremlino: «Nessuna fretta»", [("Nessuna fretta", "kremlin")]),
    ("it", "Trump sente Zelensky: «Ottimo colloquio»", [("Ottimo colloquio", TRUMP)]),
    ("it", "Da Kiev Zelensky fa sapere di essere «aperto a tutto».", [("aperto a tutto", ZELENSKY)]),
    ("it", "Intervenendo alla Camera, Meloni ha chiarito: «Nessun soldato italiano in Ucraina».", [("Nessun soldato italiano in Ucraina", MELONI)]),
    ("it", "Meloni ha parlato di «giornata storica», mentre per Orban è stata «una perdita di tempo».", [("giornata storica", MELONI), ("una perdita di tempo", "viktor-orban")]),
    ("it", "Rubio non esclude un nuovo incontro: «Vedremo nei prossimi giorni».", [("Vedremo nei prossimi giorni", RUBIO)]),
    ("it", "Trump ha poi attaccato Zelensky, reo di «non voler firmare».", [("non voler firmare", TRUMP)]),
    ("it", "«Non lasceremo sola l'Ucraina». È la promessa di Macron.", [("Non lasceremo sola l'Ucraina", MACRON)]),
    ("it", "«Siamo a un bivio», l'allarme di Zelensky.", [("Siamo a un bivio", ZELENSKY)]),
    ("it", "Il presidente ucraino Volodymyr Zelensky: «Serve coraggio». Il presidente russo: «Serve realismo».", [("Serve coraggio", ZELENSKY), ("Serve realismo", PUTIN)]),
    ("it", "Per Trump la guerra «non sarebbe mai iniziata» con lui alla Casa Bianca.", [("non sarebbe mai iniziata", TRUMP)]),
    ("it", "Lavrov ha detto ai cronisti che l'Occidente «mente» e che la Russia «non ha fretta».", [("mente", LAVROV), ("non ha fretta", LAVROV)]),
    ("it", "«Mi ha detto che vuole chiudere», ha riferito Trump parlando di Putin.", [("Mi ha detto che vuole chiudere", TRUMP)]),
    ("it", "Trump racconta che Putin gli ha detto: «Voglio chiudere».", [("Voglio chiudere", PUTIN)]),
    ("it", "Il vertice dei «volenterosi» si è chiuso con un «impegno solenne», ha spiegato Macron.", [("impegno solenne", MACRON)]),
    ("en", "US State Department Counselor Karoline Leavitt gave her view: “It was fine.”", [("It was fine.", LEAVITT)]),
    ("en", "Protesters outside the White House in Moscow's colours shouted “not in our name”.", [("not in our name", None)]),
    ("it", "Per Trump la giornata si è chiusa con un «colpo di scena».", []),
    ("it", "Per le strade di Mosca si vedono i «volontari» in partenza.", []),
    ("en", "For Zelensky, the “dream team” is complete.", [("dream team", ZELENSKY)]),
    # a credit behind a colon, or for the whole sentence before
    ("it", "«Il vertice resta possibile»: lo afferma Peskov.", [("Il vertice resta possibile", PESKOV)]),
    ("it", "«Il vertice resta possibile»: ieri la notizia.", [("Il vertice resta possibile", None)]),
    ("it", "Il testo proposto da Zelensky è «un passo avanti notevole». Lo ha detto Rubio.", [("un passo avanti notevole", RUBIO)]),
    ("it", "Il colloquio è stato «molto utile a tutti» ed «era atteso da mesi». Lo ha riferito Ushakov.",
     [("molto utile a tutti", USHAKOV), ("era atteso da mesi", USHAKOV)]),
    ("it", "Peskov ha detto che il piano «va riscritto per intero». Lo ha deciso Mosca.", [("va riscritto per intero", PESKOV)]),
    ("it", "«Serve tempo per trattare». Così il presidente Vladimir Putin ha aperto la riunione.", [("Serve tempo per trattare", PUTIN)]),
    # entries of a live blog
    ("it", "Diretta\n\n10:15\n«Nessuno vuole questa guerra»\nPeskov ha detto che il Cremlino è pronto a trattare.", [("Nessuno vuole questa guerra", PESKOV)]),
    ("it", "Diretta\n\n10:15\n«Nessuno vuole questa guerra»\nPiove da due giorni sul fronte.", [("Nessuno vuole questa guerra", None)]),
    ("it", "Meloni difende l'accordo: “Così si tratta”\nContinua a leggere sul sito", [("Così si tratta", MELONI)]),
    ("en", "Macron replied that “time is short”\nZelensky says talks will go on.", [("time is short", MACRON)]),
    # who is asked, who is meant
    ("en", 'Reporter: "Is the deal dead now?" Leavitt: "It is not dead at all."', [("Is the deal dead now?", None), ("It is not dead at all.", LEAVITT)]),
    ("it", "Ucraina, Trump: «Ora tocca a loro»", [("Ora tocca a loro", TRUMP)]),
    ("it", "Ucraina, Trump a Putin: «Ora tocca a voi»", [("Ora tocca a voi", TRUMP)]),
    ("it", "Germany Merz: «Ora tocca a loro»", [("Ora tocca a loro", MERZ)]),
    ("it", "Trump e Merz: «Ora tocca a loro»", [("Ora tocca a loro", TRUMP)]),
    ("it", "La frecciata di Trump a Macron: «Non conta più nulla»", [("Non conta più nulla", TRUMP)]),
    ("it", "Vertice a Kiev: «Ora tocca a loro»", [("Ora tocca a loro", None)]),
    ("it", "Porte aperte a Trump: «Lui - dice Putin - ci avrebbe pensato»", [("Lui", PUTIN), ("ci avrebbe pensato", PUTIN)]),
    ("it", "«Credo –ha aggiunto Trump - che la pace sia vicina».", [("Credo", TRUMP), ("che la pace sia vicina", TRUMP)]),
    ("it", "Macron che a Reuters ha spiegato «perché non firmerà».", [("perché non firmerà", MACRON)]),
    ("it", "Per il presidente russo il testo resta «una base su cui si può trattare».", [("una base su cui si può trattare", PUTIN)]),
    ("en", "Trump answered Kyiv's request by saying “we will see about it”.", [("we will see about it", TRUMP)]),
    ("en", "Macron asked Rubio how Trump had replied to it by saying “we will see”.", [("we will see", TRUMP)]),
    ("en", "According to Fox News, Trump left early, later explaining “it was getting late for everyone”.", [("it was getting late for everyone", TRUMP)]),
    ("en", "Kremlin officials cited “grave and growing concern”.", [("grave and growing concern", "kremlin")]),
    ("en", "Reuters cited “grave and growing concern”.", [("grave and growing concern", None)]),
    ("en", "Lavrov spoke. He said Rubio refused to join “a circus in the desert”.", [("a circus in the desert", LAVROV)]),
    ("en", "A White House official said there were “no plans for now”.", [("no plans for now", "white-house")]),
    ("it", "Non ci sono «piani per ora», ha detto un funzionario della Casa Bianca.", [("piani per ora", "white-house")]),
    ("en", "A senator from Kyiv said there were “no plans for now”.", [("no plans for now", None)]),
    ("en", "Moscow, accused of “playing for more time”, kept silent.", [("playing for more time", None)]),
    ("en", "Zelensky was “pushed to the very limit” in the talks.", [("pushed to the very limit", None)]),
    ("it", "«Nessuna novità», ha detto il rappresentante polacco, Emmanuel Macron.", [("Nessuna novità", MACRON)]),
    ("it", "Il presunto attacco ucraino «cambia ogni cosa», ha detto Lavrov.", [("cambia ogni cosa", LAVROV)]),
    ("it", "Trump ha ricordato gli impegni con gli alleati della Russia, che «comprano ancora petrolio».", [("comprano ancora petrolio", TRUMP)]),
    ("en", "“They will fire back,” Ushakov quoted Putin as saying.", [("They will fire back,", PUTIN)]),
    (
        "en",
        "Below are Putin's key statements. Ukraine is “tired of rain” by now. “All it needs is a button.” The crops, “which are fine,” Lavrov said, can wait.",
        [("tired of rain", PUTIN), ("All it needs is a button.", PUTIN), ("which are fine,", "sergey-lavrov")],
    ),
    ("en", "Putin's statements are short. Ukraine is “tired of rain” by now.", [("tired of rain", None)]),
    ("en", "Following Putin's statements, it rained. Ukraine is “tired of rain” by now.", [("tired of rain", None)]),
    (
        "it",
        "Ecco le principali dichiarazioni di Putin. L'Ucraina è «stanca di pioggia» ormai. «Basta un pulsante e tutto finisce».",
        [("stanca di pioggia", PUTIN), ("Basta un pulsante e tutto finisce", PUTIN)],
    ),
    ("en", "“They will fire back,” state agency TASS reported Putin as saying on Monday.", [("They will fire back,", PUTIN)]),
    ("en", "“They will fire back,” Ushakov quoted a long poem.", [("They will fire back,", None)]),
    ("en", "Putin came. The visit was long, said Russian presidential aide Yuri Ushakov, calling it “a fine day for all”.", [("a fine day for all", USHAKOV)]),
    ("en", "Ushakov added that during the call, Putin and Trump noted “the bond of the two nations”.", [("the bond of the two nations", USHAKOV)]),
    ("it", "Lo ha detto Ushakov, secondo quanto riporta Reuters. «Molto resta da fare», ha aggiunto.", [("Molto resta da fare", USHAKOV)]),
    ("it", "Molto resta da fare, scrive su X il giornalista di Axios, Marco Rubio. «Basta così».", [("Basta così", RUBIO)]),
    ("en", "Trump said that Putin had agreed on it. The Republican added they would “work very closely together”.", [("work very closely together", TRUMP)]),
    # an order of words that misleads
    ("it", "Trump telefona.\n\nSente Putin per un'ora. Poi si dice ottimista: «Siamo molto vicini alla fine».", [("Siamo molto vicini alla fine", TRUMP)]),
    ("it", "Ma Mosca si irrigidisce: «Serve altro tempo per tutti», ha detto Ushakov.", [("Serve altro tempo per tutti", USHAKOV)]),
    ("it", "«Un buon passo – scrive sui social -. Ora si tratti», conclude Rubio.", [("Un buon passo", RUBIO), ("Ora si tratti", RUBIO)]),
    ("it", "Trump ha descritto il colloquio come « molto utile ». Ha aggiunto: « La pace è vicina ».", [("molto utile", TRUMP), ("La pace è vicina", TRUMP)]),
    ("it", "Macron ha parlato. Una scelta che evidenzia «una svolta per l'intera Europa».", [("una svolta per l'intera Europa", None)]),
    ("en", "Trump's aide, Marco Rubio, also warned the US envoy Yuri Ushakov that it was “a waste of time”.", [("a waste of time", RUBIO)]),
    ("en", "A White House official, who asked not to be named, said it was “a waste of time”.", [("a waste of time", "white-house")]),
    ("en", "A senior official told Reuters of it. “It was all a waste of time. All of it,” the official said.", [("It was all a waste of time. All of it,", None)]),
    ("en", "Leaders of Europe met, warning that Moscow was not “serious about peace now”.", [("serious about peace now", None)]),
    ("en", "Rubio told Reuters that it was off, shelving a plan that Trump had praised. The official added it was “never agreed upon”.",
     [("never agreed upon", RUBIO)]),
    ("en", "Macron added: 'We work on it all day.\n'This is what we do,' he said.", [("We work on it all day.", MACRON), ("This is what we do,", MACRON)]),
    ("en", "Trump wrote: 'They are 'stupid' people, with no sense.'", [("They are 'stupid' people, with no sense.", TRUMP)]),
    ("en", "Signals from Moscow suggesting “a new start for all” were few.", [("a new start for all", None)]),
    ("en", "Macron is “wary” of the plan.", [("wary", MACRON)]),
    ("en", "The plan is “dead”.", []),
    ("it", "Trump lo ospita nella villa nota come la sua «reggia».", []),
    ("en", "Trump fired a shot at his 'critics' that day, before he said 'it is over'.", [("it is over", TRUMP)]),
    ("it", "Lavrov parla. Il ministro degli Affari europei ha continuato: «Serve tempo per tutti».", [("Serve tempo per tutti", LAVROV)]),
    ("it", "Durante la chiamata Meloni ha «ribadito il sostegno di tutti».", [("ribadito il sostegno di tutti", MELONI)]),
    ("it", "Trump e Macron discutono del «Board of Peace» per la regione.", []),
    ("it", "«Va lasciato il Donbass», ha dichiarato con la solita franchezza il portavoce Dmitry Peskov.", [("Va lasciato il Donbass", PESKOV)]),
    ("it", "Parla Macron. «Va lasciato il Donbass», ha detto di sapere da Peskov.", [("Va lasciato il Donbass", MACRON)]),
    ("it", "Trump ha risposto alla domanda di Macron: «Quanto durerà ancora?»", [("Quanto durerà ancora?", MACRON)]),
    ("it", "Trump ha risposto alla fretta di Macron: «Durerà ancora poco»", [("Durerà ancora poco", TRUMP)]),
    ("it", "Macron ha detto di volere la tregua. Putin non sa cosa fare. Per questo serve «molta più fermezza», ha aggiunto.", [("molta più fermezza", MACRON)]),
    ("it", "Macron tace. «Che farò mai?», ha detto all'intervistatore francese.", [("Che farò mai?", MACRON)]),
    ("it", "«Che farò mai?», ha detto Emanuello Macron.", [("Che farò mai?", MACRON)]),
    ("it", "«Che farò mai?», ha detto Piergiorgio Bianconi.", [("Che farò mai?", None)]),
    # no quotes
    ("en", "Rubio spoke on “Face the Nation.”", []),
    ("en", "Rubio spoke on Fox News' “The Evening Hour,” a talk show.", []),
    ("it", "Continua a leggere su «Reuters».", []),
    ("it", "È il «messaggio» pubblicato da Lavrov.", []),
    ("en", "Trump, in his “Oval Office”, met Macron.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), STYLES)
def test_direct_quotes_in_many_styles(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert direct(language, text) == expected


INDIRECT = [
    ("it", "Ushakov ha chiarito che il colloquio è durato due ore.", {USHAKOV}),
    ("it", "Secondo Ushakov, il colloquio è durato due ore.", {USHAKOV}),
    ("it", "Stando a Peskov, i lavori non sono iniziati.", {PESKOV}),
    ("it", "Trump ha annunciato di aver raggiunto un'intesa.", {TRUMP}),
    ("it", "A riferirlo è stata la portavoce Karoline Leavitt.", {LEAVITT}),
    ("it", "A dirlo è stato l'ufficio stampa del Cremlino.", {"kremlin"}),
    ("it", "Come ha chiarito oggi Peskov, il vertice resta possibile.", {PESKOV}),
    ("it", "Zelensky pretende garanzie scritte dagli alleati.", {ZELENSKY}),
    ("it", "L'Ucraina è pronta, ma Mosca accusa Kiev di mentire.", {"russia"}),
    ("it", "La tregua annunciata da Trump dura poco.", {TRUMP}),
    ("it", "Il vertice è rinviato, replica Mosca.", {"russia"}),
    ("it", "Il piano non regge, secondo Kiev.", {"ukraine"}),
    ("it", "Mosca: vogliono la guerra.", {"russia"}),
    ("it", "Peskov ha negato di aver visto il testo del piano.", {PESKOV}),
    ("it", "Orban ha incontrato i giornalisti, precisando che il vertice si farà.", {"viktor-orban"}),
    ("it", "La proposta di Putin: usare i fondi congelati.", {PUTIN}),
    ("it", "Peskov, il quale aveva affermato il contrario, tace.", {PESKOV}),
    ("en", "Ushakov made clear that the call lasted two hours.", {USHAKOV}),
    ("en", "According to Ushakov, the call lasted two hours.", {USHAKOV}),
    ("en", "The summit is off for now, the Kremlin said on Monday.", {"kremlin"}),
    ("en", "The plan could still fail, said Marco Rubio, the secretary of state.", {RUBIO}),
    ("en", "Rubio, the secretary of state, told reporters that talks go on.", {RUBIO}),
    ("en", "Trump met aides, warning that time is short.", {TRUMP}),
    ("en", "Zelensky called for more help from his allies.", {ZELENSKY}),
    ("en", "Moscow now accuses Kyiv of stalling the talks.", {"russia"}),
    ("en", "Putin's claim that he won the war is not new.", {PUTIN}),
    ("en", "US keeps sanctions on the table — Rubio", {RUBIO}),
    ("en", "Macron urged Trump to act on his words.", {"emmanuel-macron"}),
    ("en", "The plan announced by Trump is not public.", {TRUMP}),
    ("en", "Peskov denied that a date had been set.", {PESKOV}),
    ("en", "Macron said he hopes for peace while Zelensky called for more sanctions.", {"emmanuel-macron", ZELENSKY}),
    # nobody speaks here
    ("it", "È iniziato il secondo round dei colloqui tra Mosca e Kiev.", set()),
    ("it", "Trump arriva secondo Putin primo nella lista del giornale.", {PUTIN}),
    ("it", "Al secondo piano della Casa Bianca si lavora.", set()),
    ("it", "Trump e Putin hanno parlato al telefono per due ore.", set()),
    ("it", "Per lui è un giorno come un altro.", set()),
    ("it", "L'accusa e la conferma sono arrivate insieme.", set()),
    ("it", "Gli analisti sottolineano che il piano è debole.", set()),
    ("it", "Secondo fonti diplomatiche, il vertice slitta.", set()),
    ("it", "Trump sarebbe detto il grande negoziatore.", set()),
    ("it", "La minaccia di una guerra resta alta.", set()),
    ("it", "Putin ha incontrato Rubio a Mosca per quattro ore.", set()),
    ("it", "Il vertice annunciato lunedì non si farà.", set()),
    ("en", "The deal announced on Monday is said to be close.", set()),
    ("en", "As I said, the road is long.", set()),
    ("en", "The claims and reports came from state media.", set()),
    ("en", "Critics of Trump said the plan was weak.", set()),
    ("en", "Sources said the summit was off.", set()),
    ("en", "According to sources, the summit is off.", set()),
    ("en", "Trump and Putin spoke by phone for two hours.", set()),
    ("en", "It is hard to say what Putin wants.", set()),
    ("en", "The state of the talks with Russia is unclear.", set()),
    ("en", "Trump landed in Ukraine's neighbour and shook hands.", set()),
    ("en", "Putin was told to wait outside.", set()),
    ("en", "A member of the team said the talks with Putin failed.", set()),
    ("en", "Officials close to Zelensky said the plan was dead.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), INDIRECT)
def test_indirect_speech(language: str, text: str, expected: set[str | None]) -> None:
    assert indirect(language, text) == expected


STYLES_INDIRECT = [
    ("it", "Trump e Putin hanno parlato al telefono: un colloquio franco.", set()),
    ("it", "Putin ha parlato al telefono con Trump: due ore di colloquio.", set()),
    ("en", "Putin talked with Trump by phone: the call lasted two hours.", set()),
    ("it", "Trump e Putin hanno parlato al telefono: un colloquio franco, ha detto Peskov.", {PESKOV}),
    ("it", "Macron ha parlato in aula: la guerra deve finire.", {MACRON}),
    ("it", "La telefonata, richiesta dalla Casa Bianca, è durata due ore.", set()),
    ("it", "La richiesta della Casa Bianca è chiara.", {"white-house"}),
    ("it", "Mosca, un giorno prima, aveva annunciato di voler proseguire.", {"russia"}),
    ("it", "A suo avviso, spiega Lavrov, il piano è morto.", {LAVROV}),
    ("it", "Stando a quanto riporta Axios, il vertice è saltato.", {"axios"}),
    ("it", "Lo scrive il Financial Times, citando fonti vicine al negoziato.", {"financial-times"}),
    ("it", "La Casa Bianca fa sapere che il colloquio ci sarà.", {"white-house"}),
    ("it", "È quanto ha dichiarato Peskov alla stampa.", {PESKOV}),
    ("it", "Ad annunciarlo è stato lo stesso Trump.", {TRUMP}),
    ("it", "Il colloquio, ha fatto sapere il Cremlino, è durato un'ora.", {"kremlin"}),
    ("it", "Per Macron, invece, serve più tempo.", {MACRON}),
    ("it", "Dal canto suo Zelensky ha ribadito che non cederà territori.", {ZELENSKY}),
    ("it", "Ushakov ha parlato con i giornalisti, rivelando che la chiamata era stata chiesta da Trump.", {USHAKOV, TRUMP}),
    ("it", "Mosca smentisce di aver colpito la città.", {"russia"}),
    ("it", "Trump ha ringraziato Meloni e si è detto ottimista sull'esito dei colloqui.", {TRUMP}),
    ("en", "The Kremlin a day earlier claimed the call was routine.", {"kremlin"}),
    ("en", "The Kremlin two weeks ago said no visit was planned.", {"kremlin"}),
    ("en", "The White House said the call was short. It added two more calls were planned for the week.", {"white-house"}),
    ("en", "The Kremlin said the call was routine. No topic was off the table, it added.", {"kremlin"}),
    ("en", "Zelensky made it abundantly clear that he would not resign.", {ZELENSKY}),
    ("en", "Trump took to Truth Social to criticize Zelensky for dragging his feet.", {TRUMP}),
    ("en", "In Rubio's view, the talks are over.", {RUBIO}),
    ("en", "Axios first broke the news of the call. The leaders will meet in June, the report said.", {"axios"}),
    ("en", "Macron said the talks had failed, but Zelensky denied it.", {MACRON, ZELENSKY}),
    ("en", "The plan, Rubio insisted, was never final.", {RUBIO}),
    ("en", "Putin has offered no concessions, Macron said, adding that Europe must act.", {MACRON}),
    ("en", "By his own account, Trump did not know of the strike.", {TRUMP}),
    ("en", "Trump’s remarks came after Putin claimed victory in the east.", {PUTIN}),
    ("en", "Trump, who has said he will run again, was in Florida.", {TRUMP}),
    ("en", "A spokesman for the Kremlin declined to comment.", set()),
    ("en", "Neither Trump nor Putin mentioned the call.", set()),
    ("en", "Trump is expected to announce new tariffs next week.", set()),
    ("en", "Trump was asked whether he would call Putin.", set()),
    ("en", "It is not clear whether Putin will attend.", set()),
    ("en", "The state department was closed and nobody answered the phone.", set()),
    ("en", "Trump reads briefing papers at night.", set()),
    ("en", "Putin's call with Trump was delayed.", set()),
    ("en", "The country needs calls for help from nobody, an activist, Jane Doe, told a crowd.", set()),
    ("en", "Kanu Kaur, who led the Russian delegation, explained that time was short.", set()),
    ("en", "Trump dominated the front pages, two editors noted.", set()),
    ("en", "Zelensky answered the phone and left.", set()),
    ("en", "Russia marked the day with a parade; Putin added a wreath to the pile.", set()),
    ("it", "Trump risponde al telefono e sorride.", set()),
    ("it", "Trump è atteso a Mosca per parlare con Putin.", set()),
    ("it", "Il Cremlino apre le porte ai visitatori.", set()),
    ("it", "Zelensky continua il viaggio in treno verso Kiev.", set()),
    ("it", "Trump dovrebbe annunciare domani le nuove tariffe.", set()),
    ("it", "Secondo molti osservatori, Putin è in difficoltà.", set()),
    ("it", "È il secondo incontro tra Trump e Putin in un mese.", set()),
    ("it", "Si dice che Putin sia malato.", set()),
    ("it", "Nessuno ha chiesto a Trump di intervenire.", set()),
    ("it", "La proposta di pace resta sul tavolo di Trump.", set()),
    ("it", "Trump legge il discorso dal gobbo.", set()),
    ("it", "Il Cremlino ieri ha fatto sapere che non ci saranno incontri.", {"kremlin"}),
    ("it", "A quanto riferisce la Tass, il colloquio è finito.", {"tass"}),
    ("it", "Trump fa marcia indietro e annuncia nuovi dazi.", {TRUMP}),
    ("it", "Secondo il portavoce Peskov, non c'è fretta.", {PESKOV}),
    ("it", "Zelensky ha lasciato intendere di essere pronto al voto.", {ZELENSKY}),
    ("it", "Nel suo discorso alla nazione Putin ha promesso di andare avanti.", {PUTIN}),
    ("it", "Resta da capire, ammette Rubio, chi garantirà la tregua.", {RUBIO}),
    ("it", "Macron e Merz hanno annunciato nuove sanzioni.", {MACRON, MERZ}),
    ("it", "Rubio incontra Lavrov e si dice fiducioso.", {RUBIO}),
    ("it", "Il piano, a parere di Orban, è l'unico possibile.", {"viktor-orban"}),
    ("it", "Mosca fa sapere, per bocca di Peskov, che non ci sarà tregua.", {"russia"}),
    ("en", "Trump on Friday threatened new tariffs on Russia.", {TRUMP}),
    ("en", "Speaking in Kyiv, Zelensky dismissed the idea as a fantasy.", {ZELENSKY}),
    ("en", "Macron and Merz announced new sanctions.", {MACRON, MERZ}),
    ("en", "Trump said late on Sunday he would call Putin.", {TRUMP}),
    ("en", "The pause, Peskov told reporters two days later, was over.", {PESKOV}),
    ("en", "In a statement, the Kremlin said that talks had ended.", {"kremlin"}),
    ("en", "Rubio has repeatedly said there is no military solution.", {RUBIO}),
    ("en", "Trump hinted he might skip the summit.", {TRUMP}),
    ("en", "Putin says he is ready for talks, Kremlin aide Ushakov tells reporters.", {PUTIN, USHAKOV}),
    ("en", "Russia has yet to comment on the strike.", set()),
    ("en", "Trump did his best to end the war.", set()),
    ("en", "Trump's envoy met Putin for five hours.", set()),
    ("en", "There was no immediate comment from the Kremlin.", set()),
    ("en", "Zelensky's office did not respond to questions.", set()),
    ("en", "Putin's spokesman was not available.", set()),
    ("en", "Rubio is due to address the council on Friday.", set()),
    ("en", "Analysts say Trump lacks a plan for Ukraine.", set()),
    ("en", "Polls suggest Trump is losing support.", set()),
    ("en", "The map suggests Russia gained ground.", set()),
    ("en", "Trump thanked the crowd and left the stage.", set()),
    ("it", "La mappa mostra che la Russia avanza.", set()),
    ("it", "I sondaggi indicano che Trump perde consensi.", set()),
    ("it", "Il Cremlino non ha commentato la notizia dell'attacco.", {"kremlin"}),
    ("it", "Trump non ha ancora risposto alle domande.", {TRUMP}),
    ("it", "L'inviato di Trump ha visto Putin per cinque ore.", set()),
    ("it", "La portavoce non era disponibile.", set()),
    ("it", "Il piano di Trump prevede tre fasi.", set()),
    ("it", "Il cessate il fuoco proposto dagli alleati è fallito.", set()),
    ("it", "Rubio è arrivato a Mosca con tre aerei.", set()),
    ("it", "Secondo i dati, la Russia esporta di più.", set()),
    ("it", "Non ci sarà nessun incontro a breve, ha tagliato corto Peskov.", {PESKOV}),
    ("it", "Zelensky insiste sulle garanzie.", {ZELENSKY}),
    ("it", "Orban si dice contrario all'invio di truppe.", {"viktor-orban"}),
    ("it", "Trump ha scritto su Truth che vedrà Putin.", {TRUMP}),
    ("it", "Stando al Cremlino, il colloquio è stato breve.", {"kremlin"}),
    ("it", "Il vertice ci sarà: lo ha assicurato Rubio.", {RUBIO}),
    ("it", "Trump, come lui stesso ha ammesso, non conosceva il testo.", {TRUMP}),
    ("en", "The Kremlin confirmed the call took place.", {"kremlin"}),
    ("en", "Rubio pointed out that no date had been set.", {RUBIO}),
    ("en", "Trump has warned Putin of consequences.", {TRUMP}),
    ("en", "Trump has also blamed Zelensky for the war.", {TRUMP}),
    ("it", "Trump ha incontrato Putin e poi Zelensky.", set()),
    ("it", "La dichiarazione finale è attesa in serata.", set()),
    ("it", "L'annuncio è arrivato a sorpresa da Mosca.", set()),
    ("it", "Putin si prepara a rispondere alle sanzioni.", set()),
    ("it", "Il telefono di Trump ha squillato due volte.", set()),
    ("en", "The final statement is expected tonight.", set()),
    ("en", "The announcement came as a surprise to Kyiv.", set()),
    ("en", "Putin prepares to respond to the sanctions.", set()),
    ("en", "Trump called Putin from the Oval Office.", set()),
    ("en", "Trump called on Monday and Putin did not pick up.", set()),
    ("en", "Trump posted a picture of himself with Putin.", {TRUMP}),
    ("en", "Rubio noted down the number and left.", set()),
    ("en", "Zelensky's claims were checked by the media.", set()),
    ("en", "US Secretary of State Marco Rubio says talks will resume.", {RUBIO}),
    ("en", "Trump is said to be furious.", set()),
    ("en", "Trump was said by Axios to be furious.", {"axios"}),
    ("en", "The meeting between Trump and Putin lasted two hours, according to the Kremlin.", {"kremlin"}),
    ("en", "According to a statement by the Kremlin, the call was short.", {"kremlin"}),
    ("en", "Putin told Trump that he wanted peace.", {PUTIN}),
    ("en", "Trump asked Putin to stop the strikes.", {TRUMP}),
    ("en", "Zelensky promised that elections would be held.", {ZELENSKY}),
    ("en", "Russia's answer to the offer is expected soon.", set()),
    ("en", "Zelensky's remarks drew criticism in Moscow.", set()),
    ("it", "Secondo una nota del Cremlino, il colloquio è stato breve.", {"kremlin"}),
    ("it", "Putin ha detto a Trump di volere la pace.", {PUTIN}),
    ("it", "Trump ha chiesto a Putin di fermare gli attacchi.", {TRUMP}),
    ("it", "Le parole di Zelensky hanno irritato Mosca.", {ZELENSKY}),
    ("it", "Zelensky ha promesso che si voterà.", {ZELENSKY}),
    ("it", "Si tratta di una scelta difficile per Zelensky.", set()),
    ("it", "Secondo quanto ha riferito la portavoce Karoline Leavitt, il vertice si farà.", {LEAVITT}),
    ("it", "Come ha detto ad Axios un funzionario della Casa Bianca, il vertice è rinviato.", {"white-house"}),
    ("it", "Come è accaduto a un funzionario della Casa Bianca, il vertice è rinviato.", set()),
    ("it", "È quanto dichiarato da Lavrov a Budapest.", {LAVROV}),
    ("it", "È quanto resta da fare a Lavrov.", set()),
    ("it", "A dare notizia della telefonata tra Macron e Putin è stato il Cremlino.", {"kremlin"}),
    ("it", "Meloni incontra Macron, il quale dal canto suo ha annunciato nuovi aiuti.", {MACRON}),
    ("it", "Lo riporta Reuters.", {"reuters"}),
    ("it", "Lo porta Macron.", set()),
    ("it", "Trump ha rilanciato con gli alleati della Russia.", set()),
    ("en", "Moscow, accused of stalling, kept silent.", set()),
    ("en", "The talks were good and work goes on. - said Peskov.", {PESKOV}),
    ("en", "The talks were good - Peskov slept.", set()),
    ("en", "Rubio spoke out in Kyiv. According to the official, work goes on.", {RUBIO}),
    ("en", "According to the river, work goes on.", set()),
    ("en", "This was stated by the head of the Russian delegation, Sergei Lavrov.", {LAVROV}),
    ("en", "Rubio, who led the team, said Ukraine and Russia would swap soldiers.", {RUBIO}),
    ("en", "Zelensky addressed the night raids in a Monday post on X.", {ZELENSKY}),
    ("en", "Zelensky addressed the night raids with new drones.", set()),
    ("it", "Zelensky ha parlato delle accuse in un lungo messaggio.", {ZELENSKY}),
    ("it", "Zelensky ha parlato a lungo in una sala fredda.", set()),
    ("en", "Source: TASS, as seen in Moscow", {"tass"}),
    ("en", "Critics: TASS was seen in Moscow", set()),
    ("en", "Moscow will maintain contacts on the issue.", set()),
    ("en", "Trump and Russian President Vladimir Putin said that the talks were good.", {TRUMP, PUTIN}),
    ("en", "The French president Emmanuel Macron and the German chancellor Friedrich Merz also condemned it.", {MACRON, MERZ}),
    ("it", "Una linea che evidenzia i limiti di Macron.", set()),
    ("it", "Il Cremlino tace. È quanto dichiarato dal ministro degli Esteri francese, Emmanuel Macron.", {MACRON}),
    ("it", "Il Cremlino tace. È quanto voluto dal vento del nord, amico di Emmanuel Macron.", set()),
    ("it", "Ryabkov parla per Lavrov. Ad affermarlo, in un'intervista a Reuters, è il ministro Emmanuel Macron.", {MACRON}),
    ("it", "Reuters cita una fonte che suggeriva che Mosca fosse pronta.", set()),
    ("it", "Durante la chiamata di domenica, Meloni tace.", set()),
    ("en", "The fight goes on, Deputy Director of the Institute of Europe at the Russian Academy of Sciences Dmitry Peskov told Reuters.", {PESKOV}),
    ("en", "The fight, as far as anyone could see from the hills above the old town, Dmitry Peskov slept.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), STYLES_INDIRECT)
def test_indirect_speech_in_many_styles(language: str, text: str, expected: set[str | None]) -> None:
    assert indirect(language, text) == expected


SAID = [
    # the words told, and who is credited with the passage they stand in
    ("en", "The White House was asked on Monday. The White House said the call was short. It added two more were planned.",
     "two more", "white-house"),
    ("en", "Rubio said it was late. The Kremlin said no topic was closed. No date was set, it added.", "No date", "kremlin"),
    ("en", "Rubio said the team was late. It added two players who were new.", "two players", None),
    ("it", "È stato lo stesso Peskov a precisare che il vertice non ci sarà.", "vertice", PESKOV),
    ("it", "È arrivato Peskov a vedere il vertice.", "vertice", None),
    ("en", "A senator met President Trump on Monday, warning that time was short.", "time", None),
    ("en", "Trump met a senator on Monday, warning that time was short.", "time", TRUMP),
    ("it", "Fonti del ministero degli Esteri russo affermano che il piano è pronto.", "piano", None),
    ("en", "Residents in the east of Ukraine said the night was calm.", "night", None),
    ("en", "Macron arrived on Monday.\n\nPutin waits. “It was hard,” Macron said. He looked tired. “It was right.”", "It was right", MACRON),
    ("en", "Macron arrived on Monday.\n\n“It was hard,” Putin said. Rubio looked tired. “It was right.”", "It was right", None),
    ("en", "Macron came.\n\n“We held,” Zelensky said. PUTIN THREATENS TO LEAVE THE TALKS NOW Smoke rises. (Reuters) “We will hold.”",
     "We will hold", ZELENSKY),
    ("it", "Parlano Meloni e Macron.\n\n«Non ora», dice Meloni. Poi tace. «Forse mai».", "Forse mai", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), SAID)
def test_the_passage_is_credited_to(language: str, text: str, words: str, speaker: str | None) -> None:
    at = text.index(words)
    found = {q.speaker for q in read(language, text) if q.start <= at < q.end and q.speaker}
    assert found == ({speaker} if speaker else set())


VIA = [
    ("it", "Lo ha riferito il ministero degli Esteri russo citato da Ria Novosti.", "russian-foreign-ministry", "ria-novosti"),
    ("it", "La notizia, riportata da Axios, è di ieri.", "axios", None),
    ("it", "La chiamata è durata due ore, secondo quanto riferito dall’agenzia TASS.", "tass", None),
    ("it", "In un'intervista a Fox News Rubio ha detto che il vertice si farà.", RUBIO, "fox-news"),
    ("en", "Rubio told Reuters that the summit was on.", RUBIO, "reuters"),
    ("en", "Peskov said that the summit was on, TASS reported.", PESKOV, "tass"),
    ("it", "Peskov ha detto che il vertice slitta, riporta la TASS.", PESKOV, "tass"),
    ("en", "Peskov said that Reuters had a point.", PESKOV, None),
    ("en", "Rubio said in an interview with Fox News that the summit was on.", RUBIO, "fox-news"),
    ("en", "Trump said on Truth Social that the summit was on.", TRUMP, None),
    ("en", "Peskov told Axios the visit was off. “We will call,” he told the outlet.", PESKOV, "axios"),
    ("en", "Several sources told Reuters on Monday that the visit was off.", None, "reuters"),
    ("en", "The visit is off, several sources told Reuters on Monday.", None, "reuters"),
    ("en", "“It is over,” Rubio said, according to Axios.", RUBIO, "axios"),
    ("en", "Trump said, Fox News reported, that he would fly to Moscow.", TRUMP, "fox-news"),
    ("en", "Trump said on Fox News that he would fly to Moscow.", TRUMP, "fox-news"),
    ("it", "Peskov, citato dalla Tass, ha detto che la visita è rinviata.", PESKOV, "tass"),
    ("it", "Fonti citate da Reuters affermano che la visita è rinviata.", None, "reuters"),
    ("it", "«Non ci sono novità», ha detto Peskov alla Tass.", PESKOV, "tass"),
    ("it", "Lo ha detto Rubio in un'intervista ad Axios.", RUBIO, "axios"),
    ("en", "Rubio said Axios was wrong about the visit.", RUBIO, None),
    ("it", "Rubio ha detto che Axios ha sbagliato.", RUBIO, None),
    ("it", "Lo ha detto Peskov, citato dall'agenzia Ria Novosti.", PESKOV, "ria-novosti"),
    ("it", "Lo ha detto Rubio in un'intervista al quotidiano Financial Times.", RUBIO, "financial-times"),
    ("en", "Peskov said that the summit was on, citing Russia's state agency TASS.", PESKOV, "tass"),
    ("en", "The call was long, according to Reuters citing Russia's state agency TASS.", "reuters", "tass"),
    ("it", "Lo ha detto Peskov, atteso dall'agenzia Ria Novosti.", PESKOV, None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "via"), VIA)
def test_chains_keep_both(language: str, text: str, speaker: str | None, via: str | None) -> None:
    assert (speaker, via) in {(q.speaker, q.via) for q in read(language, text)}


MOODS = [
    ("it", "Peskov avrebbe detto che il vertice slitta.", "reported"),
    ("it", "Peskov ha negato di aver visto il piano.", "denied"),
    ("it", "Peskov non ha detto quando il vertice si farà.", "denied"),
    ("it", "Peskov ha detto che il vertice slitta.", "asserted"),
    ("en", "Peskov reportedly said that the summit was off.", "reported"),
    ("en", "Peskov did not say when the summit would be held.", "denied"),
    ("en", "Peskov denied that the summit was off.", "denied"),
    ("en", "Peskov said that the summit was off.", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "mood"), MOODS)
def test_mood(language: str, text: str, mood: str) -> None:
    assert [q.mood for q in read(language, text)] == [mood]


# Who goes on speaking: the words behind a credit, and the message a credit names. None: nobody is credited.
GOES_ON = [
    # "he" behind a statement about somebody else is who spoke before
    ("en", "Rubio told reporters the talks were long. Lavrov was well prepared, he said.", "well prepared", RUBIO),
    ("en", "Peskov spoke of a plan. Trump will not get his summit, he stressed.", "will not get", PESKOV),
    ("en", "Putin said he was ready. Trump had been briefed, he noted on Monday.", "been briefed", PUTIN),
    ("en", "Leavitt told reporters of the call. Trump is informed, she added.", "is informed", LEAVITT),
    ("it", "Rubio ha detto che il colloquio è stato lungo. Lavrov era pronto, ha aggiunto.", "era pronto", RUBIO),
    ("it", "Secondo Peskov serve tempo. Zelensky non ha fretta, ha osservato.", "non ha fretta", PESKOV),
    # the sentence has a speaker of its own, or nobody spoke just before
    ("en", "Peskov spoke of a plan. Rubio said it was late, and he added nothing was agreed.", "nothing was", RUBIO),
    ("en", "Macron is in Paris. Merz needs more time for this, he said.", "needs more time", MERZ),
    ("en", "Peskov spoke at noon. The sun set. The wind rose. Merz needs more time, he said.", "more time", MERZ),
    ("en", "Peskov spoke at noon. As Trump landed in Rome, it rained.", "it rained", None),
    ("it", "Peskov ha parlato a lungo. Trump era a Roma con la moglie.", "era a Roma", None),
    # a participle hangs on the outer verb of speech
    ("en", "Rubio confirmed that Lavrov had told him so, suggesting that it was “not serious”.", "not serious", RUBIO),
    ("en", "Trump said that Zelensky had thanked him, noting that “it was time”.", "it was time", TRUMP),
    ("it", "Macron ha detto che Putin lo ha ringraziato, aggiungendo che «era ora».", "era ora", MACRON),
    ("en", "Zelensky thanked Trump, noting that “it was time”.", "it was time", ZELENSKY),
    # "he" in a relative clause
    ("en", "Macron sat with Rubio, who thanked Merz for what he described as a “useful” visit.", "useful", RUBIO),
    ("en", "Macron was there, and he called the visit “useful”.", "useful", MACRON),
    # whose message it is
    ("en", "A truce is agreed, according to a readout of the call issued by the Kremlin.", "A truce", "kremlin"),
    ("en", "A truce is agreed, according to a statement on the call with Putin released by the White House.",
     "A truce", "white-house"),
    ("it", "C'è la tregua, secondo il resoconto della telefonata diffuso dal Cremlino.", "la tregua", "kremlin"),
    ("it", "Secondo il comunicato diffuso dal Cremlino, Meloni e Trump hanno parlato.", "hanno parlato", "kremlin"),
    ("it", "«Serve pace», si legge nel resoconto della Casa Bianca. Secondo Peskov, è tardi."
     " «Serve anche tempo», si legge nel resoconto.", "Serve anche tempo", "white-house"),
    ("it", "«Serve pace», si legge in una nota del Cremlino. Secondo Macron, è tardi. «Serve tempo», prosegue la nota.",
     "Serve tempo", "kremlin"),
    ("en", "A truce is agreed, according to a transcript obtained by a reporter.", "A truce", None),
    ("en", "A plan lies on the table. “It will take time,” the document said.", "It will take time", None),
    ("it", "Un piano è sul tavolo. «Serve tempo», si legge nel documento.", "Serve tempo", None),
    # one person's remarks, told with their subject matter
    ("en", "Peskov spoke to TASS. He said talks went on. He added that no day was set.\n\nOn Alaska\n\n"
     "Washington is in no hurry with all this: “They are taking their time over it.”", "taking their time", PESKOV),
    ("en", "Peskov spoke to TASS. He said talks went on. He added that no day was set.\n\nOn contacts\n\n"
     "The channels remain open. “We keep in touch, although it is slow.”", "keep in touch", PESKOV),
    ("en", "Peskov said talks went on. He added that no day was set. A senior diplomat was less sure.\n\n"
     "Zelensky spoke of it in his evening address: “We will not leave our land.”", "not leave", ZELENSKY),
    ("en", "Peskov said talks went on. Macron said they did not.\n\nOn contacts\n\n"
     "The channels remain open. “We keep in touch, although it is slow.”", "keep in touch", None),
    ("en", "Peskov said talks went on.\n\nOn contacts\n\nThe channels remain open. “We keep in touch, as ever.”",
     "keep in touch", None),
    # what is said begins outside the marks
    ("en", "The Kremlin also said Putin “answered with care”.", "Putin", "kremlin"),
    ("en", "The Kremlin also said “answered with care”.", "The Kremlin also", None),
    ("en", "Rubio added an element of order.", "element", None),
    # what the words are about is nobody who speaks
    ("it", "Merz era a Roma. Meloni ha ringraziato Trump. Sulle basi Usa in Germania ha ribadito: "
     "«Siamo fermi».", "Siamo fermi", MELONI),
    ("it", "Il tycoon ride. Sulla guerra rassicura: «Ho un piano».", "Ho un piano", TRUMP),
    ("it", "Meloni ha detto che era tardi. Poi, sulla guerra in Ucraina: «Servono aiuti».", "Servono aiuti", MELONI),
    ("en", "Rubio said it was late. On the war in Ukraine: “We will see.”", "We will see", RUBIO),
    ("it", "Sulla guerra in Ucraina: «Servono aiuti».", "Servono aiuti", None),
    ("it", "Merz era a Roma. Sul tema Zelensky ha ribadito: «Siamo fermi».", "Siamo fermi", ZELENSKY),
    ("it", "Trump si corregge dopo la smentita di Kiev: «Lo vedrò domani»", "Lo vedrò", TRUMP),
    ("it", "Dopo la smentita di Kiev: «Non lo vedremo»", "Non lo vedremo", "ukraine"),
    ("it", "Trump frena, ma la richiesta di Kiev: «Servono aiuti»", "Servono aiuti", "ukraine"),
    # an outlet that closes a report
    ("it", "Il Cremlino afferma che serve tempo, riporta l'agenzia di stampa statale Ria Novosti.", "serve", "kremlin"),
    ("it", "La telefonata è stata descritta come «lunga e molto positiva».", "lunga e molto", None),
    ("it", "Rubio ha ammesso che Mosca considera «inutile» il vertice.", "inutile", RUBIO),
    ("it", "La sala è grande e luminosa, con l'agenzia di viaggi accanto.", "luminosa", None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "speaker"), GOES_ON)
def test_who_goes_on_speaking(language: str, text: str, words: str, speaker: str | None) -> None:
    at = text.index(words)
    rows = [q for q in read(language, text) if q.start <= at < q.end]
    quoted = [q for q in rows if q.form == "direct"]
    assert {q.speaker for q in quoted or rows if q.speaker} == ({speaker} if speaker else set())


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Il Cremlino afferma che serve tempo, riporta l'agenzia di stampa statale Ria Novosti.", "ria-novosti"),
        ("Il Cremlino afferma che serve tempo e legge la stampa di Ria Novosti.", None),
    ],
)
def test_an_outlet_closes_a_report(text: str, via: str | None) -> None:
    assert {q.via for q in read("it", text) if q.speaker == "kremlin"} == {via}


def test_an_agency_may_be_told_of_at_length() -> None:
    told = "Peskov ha confermato la visita, secondo quanto riportato dall'agenzia di stampa russa TASS."
    assert indirect("it", told) == {PESKOV, "tass"}
    assert indirect("it", "Peskov ha confermato la visita, in un palazzo di vetro lontano dal centro, da TASS.") == {
        PESKOV
    }


def test_credit_holds_cue_and_speaker() -> None:
    text = "«Serve tempo», ha detto ieri Peskov."
    quote = next(q for q in read("it", text) if q.form == "direct")
    assert quote.credit_start is not None
    assert quote.credit_end is not None
    assert text[quote.credit_start : quote.credit_end] == "detto ieri Peskov"
    assert quote.cue == "detto"


def test_a_group_speaks_for_each_of_its_members() -> None:
    assert indirect("en", "The two leaders said that the talks went well.") == {TRUMP, PUTIN}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_reads_its_own_examples(rule: Rule) -> None:
    for language, text in (("it", rule.it), ("en", rule.en)):
        assert rule.id in {q.rule for q in read(language, text)}, text


def test_rules_are_known_and_have_both_examples() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
    assert all(rule.what and rule.it and rule.en for rule in RULES)
    rows = [*DIRECT, *STYLES, *INDIRECT, *STYLES_INDIRECT]
    used = {q.rule for language, text, _ in rows for q in read(language, text)}
    assert used <= set(ids)


def test_spans_lie_in_the_text_and_rows_are_in_order() -> None:
    for language, text, _ in [*DIRECT, *STYLES, *INDIRECT, *STYLES_INDIRECT]:
        quotes = read(language, text)
        assert all(0 <= q.start < q.end <= len(text) for q in quotes)
        assert [q.start for q in quotes] == sorted(q.start for q in quotes)


def test_a_third_of_the_rows_find_nobody() -> None:
    found = [any(speaker for _, speaker in expected) for *_, expected in [*DIRECT, *STYLES]]
    found += [bool(expected) for *_, expected in [*INDIRECT, *STYLES_INDIRECT]]
    assert found.count(False) * 3 >= len(found)


def test_a_text_may_be_cut_anywhere() -> None:
    for language, text, *_ in [*STYLES, *VIA]:
        words = text.split(" ")
        for cut in range(1, len(words)):
            part = " ".join(words[:cut])
            assert all(0 <= q.start < q.end <= len(part) for q in read(language, part)), part


def test_an_empty_article_has_no_quotes() -> None:
    assert read("it", "") == []
