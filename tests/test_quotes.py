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


INDIRECT = [
    ("it", "Ushakov ha chiarito che il colloquio è durato due ore.", {USHAKOV}),
    ("it", "Secondo Ushakov, il colloquio è durato due ore.", {USHAKOV}),
    ("it", "Stando a Peskov, i lavori non sono iniziati.", {PESKOV}),
    ("it", "Trump ha annunciato di aver raggiunto un'intesa.", {TRUMP}),
    ("it", "A riferirlo è stata la portavoce Karoline Leavitt.", {LEAVITT}),
    ("it", "A darne notizia è stato l'ufficio stampa del Cremlino.", {"kremlin"}),
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
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "via"), VIA)
def test_chains_keep_both(language: str, text: str, speaker: str, via: str | None) -> None:
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
    rows = [*DIRECT, *INDIRECT]
    used = {q.rule for language, text, _ in rows for q in read(language, text)}
    assert used <= set(ids)


def test_spans_lie_in_the_text_and_rows_are_in_order() -> None:
    for language, text, _ in [*DIRECT, *INDIRECT]:
        quotes = read(language, text)
        assert all(0 <= q.start < q.end <= len(text) for q in quotes)
        assert [q.start for q in quotes] == sorted(q.start for q in quotes)


def test_an_empty_article_has_no_quotes() -> None:
    assert read("it", "") == []
