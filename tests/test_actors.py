"""Who is named: sentences against all mentions that must be read in them, and no other."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable

import pytest

from data.document import build_document
from data.extract.actor_board import Board
from data.extract.actors import RULES, Actors, find_actors
from data.lexicon import load_lexicon

LEXICON = load_lexicon()
DAY = dt.date(2025, 10, 20)
HOW = {"n": "name", "o": "office", "g": "group", "p": "pronoun", "m": "metonym"}


def read(language: str, text: str, day: dt.date | None = DAY) -> Actors:
    abbreviations = LEXICON.words[language].names.layout.abbreviations
    return find_actors(build_document(text, language, abbreviations), LEXICON, day)


def told(language: str, text: str, day: dt.date | None = DAY) -> list[str]:
    """The mentions as `words=actor:h`, h the first letter of how; sides and states that only stand by are included."""
    return [f"{text[m.start : m.end]}={m.actor_id}:{m.how[0]}" for m in read(language, text, day).mentions]


def expected(rows: str) -> list[str]:
    return [row.strip() for row in rows.split(";") if row.strip()]


# -- names and their spellings -------------------------------------------------------------------

NAMES = [
    ("it", "Sergej Lavrov ha risposto.", "Sergej Lavrov=sergey-lavrov:n"),
    ("it", "Serghei Lavrov ha risposto.", "Serghei Lavrov=sergey-lavrov:n"),
    ("en", "Sergei Lavrov replied.", "Sergei Lavrov=sergey-lavrov:n"),
    ("en", "Wang Yi is tired. Wang slept.", "Wang Yi=wang-yi:n; Wang=wang-yi:n"),
    ("it", "Lee Jae-myung è stanco. Lee dorme.", "Lee Jae-myung=lee-jae-myung:n; Lee=lee-jae-myung:n"),
    ("en", "Wang Yi is tired. Yi slept.", "Wang Yi=wang-yi:n"),
    ("en", "Penny Wong is tired. Penny slept.", "Penny Wong=penny-wong:n"),
    ("en", "Sergey Lavrov replied.", "Sergey Lavrov=sergey-lavrov:n"),
    ("en", "Volodymyr Zelenskyy replied.", "Volodymyr Zelenskyy=volodymyr-zelensky:n"),
    ("en", "Zelenskiy replied.", "Zelenskiy=volodymyr-zelensky:n"),
    ("it", "Volodimir Zelensky tace.", "Volodimir Zelensky=volodymyr-zelensky:n"),
    ("it", "Zelenskyj tace.", "Zelenskyj=volodymyr-zelensky:n"),
    ("it", "Jurij Ushakov tace.", "Jurij Ushakov=yuri-ushakov:n"),
    ("it", "Jurij Ušakov tace.", "Jurij Ušakov=yuri-ushakov:n"),
    ("it", "Ušakov tace.", "Ušakov=yuri-ushakov:n"),
    ("en", "Yury Uschakow kept silent.", "Yury Uschakow=yuri-ushakov:n"),
    ("it", "Dmitrij Peskov tace.", "Dmitrij Peskov=dmitry-peskov:n"),
    ("en", "Viktor Orbán smiled.", "Viktor Orbán=viktor-orban:n"),
    ("en", "Viktor Orban smiled.", "Viktor Orban=viktor-orban:n"),
    ("en", "Viktor Orba\u0301n smiled.", "Viktor Orba\u0301n=viktor-orban:n"),
    ("it", "Orba\u0301n sorride.", "Orba\u0301n=viktor-orban:n"),
    ("en", "Steve Wit\u00adkoff smiled.", "Steve Wit\u00adkoff=steve-witkoff:n"),
    ("en", "Steve\u00a0Witkoff smiled.", "Steve\u00a0Witkoff=steve-witkoff:n"),
    ("en", "Steve  Witkoff smiled.", "Steve  Witkoff=steve-witkoff:n"),
    ("en", "J.D. Vance smiled.", "J.D. Vance=jd-vance:n"),
    ("en", "JD Vance smiled.", "JD Vance=jd-vance:n"),
    ("en", "PUTIN AND TRUMP SPEAK BY PHONE AGAIN", "PUTIN=vladimir-putin:n; TRUMP=donald-trump:n"),
    (
        "it",
        "TRUMP CHIAMA ZELENSKY E POI PUTIN",
        "TRUMP=donald-trump:n; ZELENSKY=volodymyr-zelensky:n; PUTIN=vladimir-putin:n",
    ),
    ("en", "Trump’s reply surprised Putin's team.", "Trump=donald-trump:n; Putin=vladimir-putin:n"),
    ("en", "A Trump-Putin call is rumoured.", "Trump=donald-trump:n; Putin=vladimir-putin:n"),
    ("en", "An anti-Trump rally was held.", "Trump=donald-trump:n"),
    ("it", "L'amministrazione Trump tace.", "amministrazione Trump=white-house:n"),
    ("it", "L’arrivo di Trump è atteso.", "Trump=donald-trump:n"),
    (
        "en",
        "Ursula von der Leyen and Kaja Kallas agreed.",
        "Ursula von der Leyen=ursula-von-der-leyen:n; Kaja Kallas=kaja-kallas:n",
    ),
    ("en", "Von der Leyen agreed.", "Von der Leyen=ursula-von-der-leyen:n"),
    (
        "it",
        "Andrij Sybiha e Rustem Umerov sono attesi.",
        "Andrij Sybiha=andrii-sybiha:n; Rustem Umerov=rustem-umerov:n",
    ),
    ("en", "Vladimir\nPutin", "Putin=vladimir-putin:n"),
    ("en", "The Kremlin declined to comment.", "Kremlin=kremlin:n"),
    ("it", "La Casa Bianca smentisce.", "Casa Bianca=white-house:n"),
    ("it", "Il Dipartimento di Stato smentisce.", "Dipartimento di Stato=us-state-department:n"),
    ("en", "The State Department denied it.", "State Department=us-state-department:n"),
    ("it", "Il ministero degli Esteri russo smentisce.", "ministero degli Esteri russo=russian-foreign-ministry:n"),
    ("en", "NATO and the EU objected.", "NATO=nato:n; EU=european-union:n"),
    ("it", "La Nato, l'Onu e l'Ue protestano.", "Nato=nato:n; Onu=united-nations:n; Ue=european-union:n"),
    ("it", "L'Osce e l'Aiea protestano.", "Osce=osce:n; Aiea=iaea:n"),
    ("en", "The IAEA and the OSCE objected.", "IAEA=iaea:n; OSCE=osce:n"),
    ("en", "The Coalition of the Willing met.", "Coalition of the Willing=coalition-of-the-willing:n"),
    ("it", "La Farnesina e Palazzo Chigi confermano.", "Farnesina=farnesina:n; Palazzo Chigi=palazzo-chigi:n"),
    ("en", "The SBU and the FSB kept silent.", "SBU=sbu:n; FSB=fsb:n"),
    ("en", "The US insists.", "US=united-states:n"),
    ("it", "Gli Usa insistono.", "Usa=united-states:n"),
    ("it", "Gli Stati Uniti d’America insistono.", "Stati Uniti d’America=united-states:n"),
]

# -- second mentions, other bearers of a name, ordinary words --------------------------------------

SURNAMES = [
    ("en", "Melania Trump wrote a letter.", "Melania Trump=melania-trump:n"),
    ("it", "Melania ha scritto una lettera.", "Melania=melania-trump:n"),
    ("en", "Donald Trump Jr. tweeted.", "Donald Trump Jr.=donald-trump-jr:n"),
    ("en", "Eric Trump tweeted.", "Eric Trump=eric-trump:n"),
    ("en", "Mary Trump wrote a book.", "Mary Trump=mary-trump:n"),
    ("it", "Poi ha visto Vahag Merz, segretario del Consiglio.", "Vahag Merz=vahag-merz:n"),
    ("en", "Olena Zelenska travelled.", "Olena Zelenska=olena-zelenska:n"),
    ("en", "Antonio Costa spoke. Costa then left.", "Antonio Costa=antonio-costa:n; Costa=antonio-costa:n"),
    ("it", "La Costa orientale è lontana.", ""),
    ("it", "Costa molto e rende poco.", ""),
    ("it", "Antonio Costa parla. Il viaggio costa molto.", "Antonio Costa=antonio-costa:n"),
    ("it", "Antonio Costa parla. È nato in Costa Rica.", "Antonio Costa=antonio-costa:n; Costa Rica=costa-rica:n"),
    ("en", "Jonathan Powell spoke. Powell then left.", "Jonathan Powell=jonathan-powell:n; Powell=jonathan-powell:n"),
    ("en", "Powell left the Fed.", ""),
    ("en", "Rutte agreed with Xi.", "Rutte=mark-rutte:n; Xi=xi-jinping:n"),
    ("it", "Modi diversi di dire la stessa cosa.", ""),
    ("it", "Narendra Modi e Putin sono amici.", "Narendra Modi=narendra-modi:n; Putin=vladimir-putin:n"),
    ("it", "Putin e Modi sono amici.", "Putin=vladimir-putin:n; Modi=narendra-modi:n"),
    ("it", "Grossi problemi in vista.", ""),
    ("it", "Fico maturo in tavola.", ""),
    ("en", "He told us to wait for us.", ""),
    ("en", "LET US NOT FORGET THE PAST", ""),
    ("it", "La ria sorte ha voluto così.", ""),
    ("it", "Sono nato a Napoli.", ""),
    ("it", "Chi usa la forza perde.", ""),
    ("en", "It was a matter of luck.", ""),
    ("en", "Trump Tower is in the city.", ""),
    ("en", "The Trump Organization denied it.", ""),
    ("en", "They signed the Budapest Memorandum.", ""),
    ("en", "The Berlin Wall fell.", ""),
    ("en", "A general election was called.", ""),
    ("en", "The turkey was roasted.", ""),
    ("en", "Graham crackers are sweet.", ""),
    ("it", "Il leone dorme.", ""),
    ("it", "La rata dei pagamenti era alta.", ""),
    ("en", "Who knows what it was.", ""),
    ("it", "Il tycoon insiste.", "tycoon=donald-trump:o"),
    ("it", "Dopo la visita al tycoon, Zelensky è partito.", "tycoon=donald-trump:o; Zelensky=volodymyr-zelensky:n"),
    ("it", "Il tycoon, Donald Trump, insiste.", "Donald Trump=donald-trump:n"),
    ("en", "Graham: “It takes time”.", "Graham=lindsey-graham:n"),
    ("it", "Parla António Costa. Costa ha detto di no.", "António Costa=antonio-costa:n; Costa=antonio-costa:n"),
    ("it", "Costa poco, dicono tutti.", ""),
]

# -- outlets ----------------------------------------------------------------------------------------

OUTLETS = [
    ("en", "Reuters and Axios confirmed it.", "Reuters=reuters:n; Axios=axios:n"),
    ("it", "Lo scrive il Financial Times.", "Financial Times=financial-times:n"),
    ("it", "Lo scrive la Tass.", "Tass=tass:n"),
    ("it", "Lo riferisce Ria Novosti.", "Ria Novosti=ria-novosti:n"),
    ("en", "Trump told Time that it was over.", "Trump=donald-trump:n; Time=time:n"),
    ("en", "He told Time magazine that it was over.", "Time magazine=time:n"),
    ("en", "Time is running out.", ""),
    ("en", "This Time it is different.", ""),
    ("it", "Il Tempo stringe.", ""),
    ("it", "Il quotidiano Il Tempo scrive altro.", "Il Tempo=il-tempo:n"),
    ("it", "Libero di partire, non parte.", ""),
    ("it", "Lo ha detto a Libero ieri.", "Libero=libero:n"),
    ("it", "Il presidente della Repubblica parla.", ""),
    ("it", "La Repubblica ceca aderisce.", "Repubblica ceca=czechia:n"),
    ("it", "In un'intervista a Repubblica lo conferma.", "Repubblica=la-repubblica:n"),
    ("it", "Politico esperto, sa attendere.", ""),
    ("en", "An official told Politico so.", "Politico=politico:n"),
    ("en", "Bild published the plan.", "Bild=bild:n"),
    ("en", "The Times published the plan.", "The Times=the-times:n"),
    ("en", "In modern times nobody did.", ""),
    ("it", "Domani si vedrà.", ""),
    ("en", "The Committee on Foreign Affairs met.", ""),
    ("en", "The Washington Post published the plan.", "The Washington Post=washington-post:n"),
]

# -- offices ----------------------------------------------------------------------------------------

OFFICES = [
    ("it", "Il presidente russo tace.", "presidente russo=vladimir-putin:o"),
    ("it", "Il presidente della Russia tace.", "presidente della Russia=vladimir-putin:o"),
    ("it", "Il leader ucraino tace.", "leader ucraino=volodymyr-zelensky:o"),
    ("it", "Il presidente degli Stati Uniti tace.", "presidente degli Stati Uniti=donald-trump:o"),
    ("it", "Il presidente Usa tace.", "presidente Usa=donald-trump:o"),
    ("it", "Il capo della diplomazia di Mosca tace.", "capo della diplomazia di Mosca=sergey-lavrov:o"),
    ("it", "Il capo della diplomazia americana tace.", "capo della diplomazia americana=marco-rubio:o"),
    ("it", "Il segretario di Stato americano tace.", "segretario di Stato americano=marco-rubio:o"),
    ("it", "Il ministro degli Esteri ucraino tace.", "ministro degli Esteri ucraino=andrii-sybiha:o"),
    ("it", "Il portavoce del Cremlino tace.", "portavoce del Cremlino=dmitry-peskov:o"),
    ("it", "La portavoce della Casa Bianca tace.", "portavoce della Casa Bianca=karoline-leavitt:o"),
    ("it", "Il premier ungherese tace.", "premier ungherese=viktor-orban:o"),
    ("it", "Il premier britannico tace.", "premier britannico=keir-starmer:o"),
    ("it", "La premier italiana tace.", "premier italiana=giorgia-meloni:o"),
    ("it", "La premier danese tace.", "premier danese=mette-frederiksen:o"),
    ("it", "Il cancelliere tedesco tace.", "cancelliere tedesco=friedrich-merz:o"),
    ("it", "Il segretario generale della Nato tace.", "segretario generale della Nato=mark-rutte:o"),
    ("it", "Il capo del Cremlino tace.", "capo del Cremlino=vladimir-putin:o"),
    ("it", "L'inquilino della Casa Bianca tace.", "inquilino della Casa Bianca=donald-trump:o"),
    (
        "it",
        "La presidente della Commissione europea tace.",
        "presidente della Commissione europea=ursula-von-der-leyen:o",
    ),
    ("it", "Il presidente del Consiglio europeo tace.", "presidente del Consiglio europeo=antonio-costa:o"),
    ("en", "The Russian president kept silent.", "Russian president=vladimir-putin:o"),
    ("en", "Russia's foreign minister kept silent.", "Russia's foreign minister=sergey-lavrov:o"),
    ("en", "Russia’s veteran foreign minister kept silent.", "Russia’s veteran foreign minister=sergey-lavrov:o"),
    ("en", "The president of Ukraine kept silent.", "president of Ukraine=volodymyr-zelensky:o"),
    ("en", "The U.S. secretary of state kept silent.", "U.S. secretary of state=marco-rubio:o"),
    ("en", "The Kremlin spokesman kept silent.", "Kremlin spokesman=dmitry-peskov:o"),
    ("en", "The Ukrainian leader kept silent.", "Ukrainian leader=volodymyr-zelensky:o"),
    ("en", "The Hungarian prime minister kept silent.", "Hungarian prime minister=viktor-orban:o"),
    ("en", "Hungary's\nprime minister", "Hungary=hungary:n"),
    ("en", "The French president kept silent.", "French president=emmanuel-macron:o"),
    ("en", "The NATO secretary general kept silent.", "NATO secretary general=mark-rutte:o"),
    ("en", "The EU's top diplomat kept silent.", "EU's top diplomat=kaja-kallas:o"),
    ("en", "The UK defence secretary kept silent.", "UK defence secretary=john-healey:o"),
    # beside a name the name alone is the mention
    ("it", "Il presidente russo Vladimir Putin tace.", "Vladimir Putin=vladimir-putin:n"),
    ("en", "Russian President Vladimir Putin kept silent.", "Vladimir Putin=vladimir-putin:n"),
    ("en", "Dmitry Peskov, the Kremlin spokesman, kept silent.", "Dmitry Peskov=dmitry-peskov:n"),
    # over, below, not yet, several: nobody
    ("it", "L'ex presidente russo tace.", ""),
    ("it", "L'allora presidente americano taceva.", ""),
    ("it", "Il vicepresidente russo tace.", ""),
    ("it", "Il vice presidente russo tace.", ""),
    ("it", "Il presidente eletto tace.", ""),
    ("it", "I leader europei tacciono.", ""),
    ("en", "The former US president kept silent.", "US=united-states:n"),
    ("en", "Former president Medvedev kept silent.", "Medvedev=dmitry-medvedev:n"),
    ("en", "The then-president Biden kept silent.", "Biden=joe-biden:n"),
    ("en", "The deputy Russian foreign minister kept silent.", ""),
    ("en", "The US president-elect kept silent.", "US=united-states:n"),
    ("en", "The deputy prime minister of Russia kept silent.", "Russia=russia:n"),
    ("en", "The president kept silent.", ""),
    ("it", "Il ministro tace.", ""),
    ("en", "The chief of staff kept silent.", ""),
]

CHANGES = [
    ("en", "The German chancellor called.", dt.date(2025, 5, 5), "German chancellor=olaf-scholz:o"),
    ("en", "The German chancellor called.", dt.date(2025, 5, 7), "German chancellor=friedrich-merz:o"),
    ("it", "Il presidente americano ha chiamato.", dt.date(2025, 1, 10), "presidente americano=joe-biden:o"),
    ("it", "Il presidente americano ha chiamato.", dt.date(2025, 1, 25), "presidente americano=donald-trump:o"),
    ("en", "The U.S. secretary of state called.", dt.date(2025, 1, 10), "U.S. secretary of state=antony-blinken:o"),
    ("en", "The Polish president called.", dt.date(2025, 7, 1), "Polish president=andrzej-duda:o"),
    ("en", "The Polish president called.", dt.date(2025, 9, 1), "Polish president=karol-nawrocki:o"),
    ("it", "Il premier ucraino ha chiamato.", dt.date(2025, 6, 1), "premier ucraino=denys-shmyhal:o"),
    ("it", "La premier ucraina ha chiamato.", dt.date(2025, 9, 1), "premier ucraina=yulia-svyrydenko:o"),
    ("en", "The British foreign secretary called.", dt.date(2025, 8, 1), "British foreign secretary=david-lammy:o"),
    ("en", "The British foreign secretary called.", dt.date(2025, 10, 1), "British foreign secretary=yvette-cooper:o"),
    ("en", "The Swiss president called.", dt.date(2025, 6, 1), "Swiss president=karin-keller-sutter:o"),
    ("en", "The Canadian prime minister called.", dt.date(2025, 2, 1), "Canadian prime minister=justin-trudeau:o"),
    ("en", "The Canadian prime minister called.", dt.date(2025, 4, 1), "Canadian prime minister=mark-carney:o"),
    ("en", "The German chancellor called.", None, "German chancellor=friedrich-merz:o"),
    ("it", "Il presidente francese ha chiamato.", dt.date(2016, 1, 1), ""),
    ("en", "The Hungarian prime minister called.", dt.date(2026, 5, 1), "Hungarian prime minister=viktor-orban:o"),
    ("it", "Il premier ungherese ha chiamato.", dt.date(2026, 6, 1), "premier ungherese=peter-magyar:o"),
    ("en", "The Dutch prime minister called.", dt.date(2026, 3, 1), "Dutch prime minister=rob-jetten:o"),
    ("it", "La presidente della Bce ha chiamato.", dt.date(2018, 3, 1), "Bce=european-central-bank:n"),
]

# -- what points back ---------------------------------------------------------------------------------

REFERENCES = [
    (
        "it",
        "Friedrich Merz è partito. Il cancelliere tornerà presto.",
        "Friedrich Merz=friedrich-merz:n; cancelliere=friedrich-merz:o",
    ),
    (
        "en",
        "Friedrich Merz left. The chancellor will be back.",
        "Friedrich Merz=friedrich-merz:n; chancellor=friedrich-merz:o",
    ),
    ("it", "Viktor Orbán è partito. Il premier tornerà presto.", "Viktor Orbán=viktor-orban:n; premier=viktor-orban:o"),
    ("it", "Viktor Orbán è partito. Il presidente tornerà presto.", "Viktor Orbán=viktor-orban:n"),
    (
        "en",
        "Macron met Putin. The president will be back.",
        "Macron=emmanuel-macron:n; Putin=vladimir-putin:n",
    ),
    ("it", "Putin è partito. Il capo di stato maggiore resta.", "Putin=vladimir-putin:n"),
    ("it", "Putin è partito. Il capo di Stato tornerà.", "Putin=vladimir-putin:n; capo di Stato=vladimir-putin:o"),
    ("en", "Putin left. He will be back.", "Putin=vladimir-putin:n; He=vladimir-putin:p"),
    ("en", "Karoline Leavitt left. He will be back.", "Karoline Leavitt=karoline-leavitt:n"),
    ("en", "Karoline Leavitt left. She will be back.", "Karoline Leavitt=karoline-leavitt:n; She=karoline-leavitt:p"),
    ("it", "Putin è partito. Lui tornerà presto.", "Putin=vladimir-putin:n; Lui=vladimir-putin:p"),
    ("en", "Trump met Putin and thanked him.", "Trump=donald-trump:n; Putin=vladimir-putin:n"),
    ("en", "Trump met Putin before he left.", "Trump=donald-trump:n; Putin=vladimir-putin:n; he=donald-trump:p"),
    (
        "en",
        "Trump met Leavitt and thanked her.",
        "Trump=donald-trump:n; Leavitt=karoline-leavitt:n; her=karoline-leavitt:p",
    ),
    ("en", "Trump spoke. “He is tired,” the note read.", "Trump=donald-trump:n"),
    ("en", "He is tired.", ""),
    (
        "it",
        "Sergej Lavrov ha sentito la sua controparte americana.",
        "Sergej Lavrov=sergey-lavrov:n; controparte americana=marco-rubio:o",
    ),
    ("it", "Trump ha sentito il suo omologo russo.", "Trump=donald-trump:n; omologo russo=vladimir-putin:o"),
    (
        "en",
        "Rubio called his Russian counterpart.",
        "Rubio=marco-rubio:n; his=marco-rubio:p; Russian counterpart=sergey-lavrov:o",
    ),
    (
        "en",
        "Trump called his Ukrainian counterpart, Volodymyr Zelensky.",
        "Trump=donald-trump:n; his=donald-trump:p; Volodymyr Zelensky=volodymyr-zelensky:n",
    ),
    ("en", "The car had no counterpart.", ""),
    (
        "it",
        "Trump ha chiamato Putin. I due leader si vedranno.",
        "Trump=donald-trump:n; Putin=vladimir-putin:n; I due leader=donald-trump:g; I due leader=vladimir-putin:g",
    ),
    (
        "en",
        "Trump called Putin. The two leaders will meet.",
        "Trump=donald-trump:n; Putin=vladimir-putin:n; The two leaders=donald-trump:g; The two leaders=vladimir-putin:g",
    ),
    (
        "en",
        "Rubio called Lavrov. The two agreed.",
        "Rubio=marco-rubio:n; Lavrov=sergey-lavrov:n; The two=marco-rubio:g; The two=sergey-lavrov:g",
    ),
    ("en", "Rubio called Lavrov. The two drones fell.", "Rubio=marco-rubio:n; Lavrov=sergey-lavrov:n"),
    (
        "it",
        "Rubio ha chiamato Lavrov. I due hanno discusso.",
        "Rubio=marco-rubio:n; Lavrov=sergey-lavrov:n; I due=marco-rubio:g; I due=sergey-lavrov:g",
    ),
    ("it", "Rubio ha chiamato Lavrov. I due droni sono caduti.", "Rubio=marco-rubio:n; Lavrov=sergey-lavrov:n"),
    ("en", "The two leaders will meet.", ""),
    (
        "it",
        "I presidenti di Russia e Ucraina si vedranno.",
        "presidenti di Russia e Ucraina=vladimir-putin:g; presidenti di Russia e Ucraina=volodymyr-zelensky:g",
    ),
    (
        "it",
        "I presidenti russo e ucraino si vedranno.",
        "presidenti russo e ucraino=vladimir-putin:g; presidenti russo e ucraino=volodymyr-zelensky:g",
    ),
    (
        "en",
        "The Russian and Ukrainian presidents will meet.",
        "Russian and Ukrainian presidents=vladimir-putin:g; Russian and Ukrainian presidents=volodymyr-zelensky:g",
    ),
    (
        "en",
        "The foreign ministers of France, Germany and Italy met.",
        "foreign ministers of France, Germany and Italy=antonio-tajani:g; foreign ministers of France, Germany and Italy=jean-noel-barrot:g; foreign ministers of France, Germany and Italy=johann-wadephul:g",
    ),
    ("en", "The presidents of several states met.", ""),
    ("en", "American officials kept silent.", "American officials=united-states:o"),
    ("en", "The Ukrainian delegation arrived.", "Ukrainian delegation=ukraine:o"),
    (
        "en",
        "Russian and Ukrainian negotiators met.",
        "Russian and Ukrainian negotiators=russia:g; Russian and Ukrainian negotiators=ukraine:g",
    ),
    ("en", "In Moscow, Russian officials kept silent.", "Russian officials=russia:o"),
    ("it", "La delegazione ucraina è arrivata.", "delegazione ucraina=ukraine:o"),
    (
        "it",
        "Le delegazioni russa e ucraina sono arrivate.",
        "delegazioni russa e ucraina=russia:g; delegazioni russa e ucraina=ukraine:g",
    ),
    ("it", "La parte russa tace.", "parte russa=russia:o"),
    ("it", "È parte della Russia.", "Russia=russia:n"),
    ("it", "Il governo di Kiev tace.", "governo di Kiev=ukraine:o"),
    ("it", "Una parte del pubblico applaude.", ""),
    ("it", "Una collega lo ha sostituito.", ""),
    ("it", "Lei non lo sapeva.", ""),
    ("it", "I due droni sono caduti.", ""),
    ("en", "Her car broke down.", ""),
    ("en", "Both sides waited.", ""),
    ("en", "The officials kept silent.", ""),
    ("en", "Trump and Putin spoke in the two-hour call.", "Trump=donald-trump:n; Putin=vladimir-putin:n"),
    ("it", "Vede l'emissario americano Witkoff.", "Witkoff=steve-witkoff:n"),
    (
        "en",
        "Trump left. Zelensky said that he waited for the president.",
        "Trump=donald-trump:n; Zelensky=volodymyr-zelensky:n; he=volodymyr-zelensky:p; president=donald-trump:o",
    ),
    (
        "en",
        "Zelensky left. The president said that he was late.",
        "Zelensky=volodymyr-zelensky:n; president=volodymyr-zelensky:o; he=volodymyr-zelensky:p",
    ),
    (
        "en",
        "Rubio left. Rubio said that he waited for the president.",
        "Rubio=marco-rubio:n; Rubio=marco-rubio:n; he=marco-rubio:p",
    ),
    ("en", "A European leader called.", ""),
    ("it", "Parla un leader europeo.", ""),
    ("en", "The emissary waits outside.", ""),
    ("it", "L'emissario aspetta fuori.", ""),
    ("en", "The head of state waits.", ""),
    ("en", "It was a two-hour call.", ""),
]

# -- capitals and residences ----------------------------------------------------------------------------

PLACES = [
    ("it", "Mosca ha detto di no.", "Mosca=russia:m"),
    ("it", "È arrivato a Mosca ieri.", ""),
    ("it", "La notizia arriva da Kiev.", ""),
    ("it", "Il dialogo tra Mosca e Washington riprende.", "Mosca=russia:m; Washington=united-states:m"),
    ("it", "Si è recato a Mosca e Kiev in aprile.", ""),
    ("it", "Il vertice di Budapest slitta.", ""),
    ("it", "Alle 15 ora di Mosca tutto era finito.", ""),
    ("it", "Secondo Mosca è tutto pronto.", "Mosca=russia:m"),
    ("it", "La risposta di Kiev è attesa.", "Kiev=ukraine:m"),
    ("it", "Mosca, 20 ottobre. Il testo è pronto.", ""),
    ("it", "ROMA – Il testo è pronto.", ""),
    ("it", "La capitale ucraina Kiev è al buio.", ""),
    ("it", "L'incontro alla Casa Bianca è finito.", ""),
    ("it", "Parla un funzionario della Casa Bianca.", "Casa Bianca=white-house:n"),
    ("it", "La delegazione attende al Cremlino.", ""),
    ("en", "Moscow said no.", "Moscow=russia:m"),
    ("en", "He arrived in Moscow yesterday.", ""),
    ("en", "He travelled to Kyiv.", ""),
    ("en", "Talks between Moscow and Washington go on.", "Moscow=russia:m; Washington=united-states:m"),
    ("en", "He was in Moscow and Kyiv in April.", ""),
    ("en", "The Budapest summit is off.", ""),
    ("en", "It began at 3 p.m. Moscow time.", ""),
    ("en", "According to Kyiv, all is ready.", "Kyiv=ukraine:m"),
    ("en", "Kyiv's answer is awaited.", "Kyiv=ukraine:m"),
    ("en", "In Moscow's view, all is ready.", "Moscow=russia:m"),
    ("en", "A Moscow-based bank closed.", ""),
    ("en", "MOSCOW, May 21. /TASS/. The text is ready.", "TASS=tass:n"),
    ("en", "KYIV (Reuters) - The text is ready.", "Reuters=reuters:n"),
    ("en", "The capital, Kyiv, was dark.", ""),
    ("en", "They met at the White House.", ""),
    ("en", "The White House confirmed it.", "White House=white-house:n"),
    ("en", "They met in the Kremlin.", ""),
    ("en", "A statement from the Kremlin is due.", "Kremlin=kremlin:n"),
    ("en", "The patriarch of Moscow prayed.", ""),
]

# -- persons who are not in the vocabulary ----------------------------------------------------------------

FOUND = [
    ("en", "Regional governor Ivan Petrenko said so.", "Ivan Petrenko=ivan-petrenko:n"),
    ("en", "Ivan Petrenko said so. Petrenko later left.", "Ivan Petrenko=ivan-petrenko:n; Petrenko=ivan-petrenko:n"),
    ("it", "Lo dice l'analista Piero Bianchi.", "Piero Bianchi=piero-bianchi:n"),
    ("it", "Ne parla Gudrun Hansvik, analista a Oslo.", "Gudrun Hansvik=gudrun-hansvik:n"),
    ("en", "That is news to Gudrun Hansvik, a senior analyst in town.", "Gudrun Hansvik=gudrun-hansvik:n"),
    ("it", "Lo dice Luca Di Bartolo al giornale.", "Luca Di Bartolo=luca-di-bartolo:n"),
    ("en", "Peter van der Meulen said so.", "Peter van der Meulen=peter-van-der-meulen:n"),
    ("en", "Mayor Piet Hansvik, 61, said so.", "Piet Hansvik=piet-hansvik:n"),
    # a title before the name, a name after its office
    ("en", "On Monday evening the Fed Chairman Gudrun Hansvik said so again.", "Gudrun Hansvik=gudrun-hansvik:n"),
    ("it", "Ne parla il ministro degli Esteri polacco Gudrun Hansvik.", "Gudrun Hansvik=gudrun-hansvik:n"),
    ("en", "A deputy minister of Poland Gudrun Hansvik spoke.", "Poland=poland:n; Gudrun Hansvik=gudrun-hansvik:n"),
    ("it", "Il ministro lascia la capitale polacca Nuova Hansvik.", ""),
    ("it", "La frontiera con la Polonia Gudrun Hansvik.", "Polonia=poland:n"),
    ("en", "The Chairman Hansvik said so.", ""),
    # things and places
    ("en", "Morgan Stanley cut its forecast.", ""),
    ("en", "They met in Martin Luther Street.", ""),
    ("it", "La manifestazione in via Giuseppe Mazzini è finita.", ""),
    ("it", "La portaerei Gerald Ford è arrivata.", ""),
    ("en", "The USS Gerald Ford arrived.", ""),
    ("en", "The Konrad Adenauer Foundation published it.", ""),
    ("it", "La fondazione Konrad Adenauer pubblica un testo.", ""),
    ("en", "Charles Lindbergh airport was closed.", ""),
    ("en", "The Robert Bosch Stiftung Institute published it.", ""),
    # headlines, credits, months, openings of sentences
    ("en", "Old Harbour Opens Again After Seven Years Of Hard Work", ""),
    ("en", "A street at night. (Photo by Andrew Sample/Getty Images)", ""),
    ("en", "Soldiers rest. (AP Photo/Mark Sample)", "AP=associated-press:n"),
    ("it", "Una strada di notte (foto di Marco Esempio).", ""),
    ("it", "Nella Bianca notte tutto tace.", ""),
    ("en", "On Monday March winds blew.", ""),
    ("it", "Il Mar Nero e il Medio Oriente sono lontani.", ""),
    ("en", "The Supreme Court and the Federal Reserve waited.", ""),
    ("en", "World War Two ended.", ""),
    ("en", "In New York the trade went on.", ""),
    ("en", "The Christian Democrats won.", ""),
    ("en", "The Marine Corps waited.", ""),
    ("en", "The Roman Catholic Church waited.", ""),
    ("it", "Il Partito Democratico attende.", ""),
    ("it", "Una visita a San Pietro e al Palazzo Ducale.", ""),
    ("it", "Il premio Martin Luther King è stato assegnato.", ""),
    ("it", "La Banca Centrale e la Borsa Italiana attendono.", ""),
    ("en", "Hurricane Helen Maria moved north.", ""),
    ("en", "Good Friday and Easter Monday are holidays.", ""),
]

# -- states and capitals all over the world, and the names and words that only look like them ----------------

STATES = [
    ("en", "Lebanon accepted the terms.", "Lebanon=lebanon:n"),
    ("en", "Beirut accepted the terms.", "Beirut=lebanon:m"),
    ("en", "They met in Beirut.", ""),
    ("en", "The Lebanese president kept silent.", "Lebanese president=joseph-aoun:o"),
    ("en", "Vietnam's prime minister kept silent.", "Vietnam's prime minister=pham-minh-chinh:o"),
    ("en", "Hanoi and Phnom Penh agreed.", "Hanoi=vietnam:m; Phnom Penh=cambodia:m"),
    ("en", "To Lam wrote to Putin.", "To Lam=to-lam:n; Putin=vladimir-putin:n"),
    ("en", "Oman will host the talks in Muscat.", "Oman=oman:n"),
    ("en", "Omani mediators waited.", "Omani mediators=oman:o"),
    ("en", "Thai officials waited in Bangkok.", "Thai officials=thailand:o"),
    ("en", "Palestinian officials waited.", "Palestinian officials=palestine:o"),
    (
        "en",
        "Jordanian and Egyptian officials waited.",
        "Jordanian and Egyptian officials=egypt:g; Jordanian and Egyptian officials=jordan:g",
    ),
    ("en", "Jordan said it would host them.", "Jordan=jordan:n"),
    ("en", "Will Jordan accept it?", "Jordan=jordan:n"),
    ("en", "Jordan Foreign Minister Ayman Safadi said so.", "Ayman Safadi=ayman-safadi:n"),
    ("en", "King Abdullah of Jordan arrived in Amman.", "King Abdullah=king-abdullah-ii:n; Jordan=jordan:n"),
    ("en", "JORDAN AND EGYPT REJECT TRUMP PLAN", "JORDAN=jordan:n; EGYPT=egypt:n; TRUMP=donald-trump:n"),
    ("en", "Chad asked for help.", "Chad=chad:n"),
    ("en", "Monaco hosted the forum.", "Monaco=monaco:n"),
    ("en", "Montenegro joined NATO.", "Montenegro=montenegro:n; NATO=nato:n"),
    ("en", "Nigeria and Niger agreed.", "Nigeria=nigeria:n; Niger=niger:n"),
    ("en", "South Sudan and Sudan agreed.", "South Sudan=south-sudan:n; Sudan=sudan:n"),
    ("en", "The Dominican Republic left.", "Dominican Republic=dominican-republic:n"),
    ("en", "The Republic of the Congo left.", "Republic of the Congo=republic-of-the-congo:n"),
    ("en", "The Republic of the Congo and the DRC left.", "Republic of the Congo=republic-of-the-congo:n; DRC=democratic-republic-of-the-congo:n"),
    ("en", "Papua New Guinea and Guinea-Bissau left.", "Papua New Guinea=papua-new-guinea:n; Guinea-Bissau=guinea-bissau:n"),
    ("en", "Tbilisi protested.", "Tbilisi=georgia:m"),
    ("en", "Anthony Albanese called. Albanese then left.", "Anthony Albanese=anthony-albanese:n; Albanese=anthony-albanese:n"),
    ("it", "Il Libano ha accettato.", "Libano=lebanon:n"),
    ("it", "Il premier libanese è a Beirut.", "premier libanese=nawaf-salam:o"),
    ("it", "Mascate smentisce, il Vietnam tace.", "Mascate=oman:m; Vietnam=vietnam:n"),
    ("it", "Il ministro degli Esteri siriano tace.", "ministro degli Esteri siriano=asaad-al-shaibani:o"),
    ("it", "I funzionari omaniti tacciono.", "funzionari omaniti=oman:o"),
    ("it", "La delegazione pachistana tace.", "delegazione pachistana=pakistan:o"),
    ("it", "Il re giordano tace.", "re giordano=king-abdullah-ii:o"),
    ("it", "Il governo maltese tace.", "governo maltese=malta:o"),
    ("it", "Il premier albanese tace.", "premier albanese=edi-rama:o"),
    ("it", "Il Mali ha protestato.", "Mali=mali:n"),
    ("it", "Mali, la giunta protesta.", "Mali=mali:n"),
    ("it", "L'Avana protesta, Cuba tace.", "L'Avana=cuba:m; Cuba=cuba:n"),
    ("it", "A Cuba si vota.", "Cuba=cuba:n"),
    ("it", "La Costa d'Avorio e la Costa Rica tacciono.", "Costa d'Avorio=ivory-coast:n; Costa Rica=costa-rica:n"),
    ("it", "Il Perù e il Cile sono a Lima.", "Perù=peru:n; Cile=chile:n"),
    ("it", "Santiago del Cile protesta.", "Santiago del Cile=chile:m"),
    ("it", "Il Principato di Monaco tace.", "Principato di Monaco=monaco:n"),
    ("it", "Kinshasa e Kigali tacciono.", "Kinshasa=democratic-republic-of-the-congo:m; Kigali=rwanda:m"),
    ("it", "Ciad, Togo e Laos tacciono.", "Ciad=chad:n; Togo=togo:n; Laos=laos:n"),
    ("it", "Taipei protesta con Pechino.", "Taipei=taiwan:m; Pechino=china:m"),
]  # fmt: skip

NO_STATES = [
    ("en", "Jim Jordan asked for a vote. Jordan then left.", "Jim Jordan=jim-jordan:n; Jordan=jim-jordan:n"),
    ("en", "Michael Jordan played golf.", "Michael Jordan=michael-jordan:n"),
    ("en", "Rep. Jordan asked for a vote.", ""),
    ("en", "J. Jordan asked for a vote.", ""),
    ("en", "Jordan Peterson said so.", ""),
    ("en", "In the Jordan Valley all is calm.", ""),
    ("en", "Chad Wolf resigned.", ""),
    ("en", "A chad hung from the ballot.", ""),
    ("en", "A cuban, a panama and a malta were lost.", ""),
    ("en", "Cuba Gooding Jr. waved.", ""),
    ("en", "Joseph Muscat resigned.", "Joseph Muscat=joseph-muscat:n"),
    ("en", "Santiago Abascal spoke.", ""),
    ("en", "Luis Montenegro called. Montenegro left.", "Luis Montenegro=luis-montenegro:n; Montenegro=luis-montenegro:n"),
    ("en", "President Montenegro replied.", ""),
    ("en", "They crossed the Gulf of Oman and the Gulf of Mexico.", ""),
    ("en", "A ranch in New Mexico was sold.", ""),
    ("en", "The Panama Canal and the Niger Delta are far.", ""),
    ("en", "The Iraq War and the Vietnam War are over.", ""),
    ("en", "He spoke to Lam about it.", ""),
    ("en", "Male nurses are rare.", ""),
    ("en", "Dominican friars polish the lima beans.", ""),
    ("en", "Victoria, Kingston and Nassau are near.", ""),
    ("en", "Prime Minister Albanese called.", ""),
    ("en", "The guinea pig and the turkey ran.", ""),
    ("it", "I mali del mondo sono molti.", ""),
    ("it", "Mali antichi e rimedi nuovi.", ""),
    ("it", "Mali estremi, estremi rimedi.", ""),
    ("it", "I MALI DEL MONDO SONO MOLTI", ""),
    ("it", "La malta era secca e la cuba piena.", ""),
    ("it", "Il togo e l'oman sono parole.", ""),
    ("it", "Una salva di lima, una panama, un niger.", ""),
    ("it", "La Conferenza di Monaco è finita. Si torna a Monaco.", ""),
    ("it", "Il ministro Giordano tace.", ""),
    ("it", "Il presidente Giordano tace.", ""),
    ("it", "Il premier Albanese tace.", ""),
    ("it", "Parla la relatrice Francesca Albanese.", "Francesca Albanese=francesca-albanese:n"),
    ("it", "Il commissario Maltese tace.", ""),
    ("it", "Emilio Colombo tace.", "Emilio Colombo=emilio-colombo:n"),
    ("it", "Il presidente Colombo tace. Colombo era a casa.", ""),
    ("it", "Jordan Bardella tace.", "Jordan Bardella=jordan-bardella:n"),
    ("it", "Michael Jordan gioca.", "Michael Jordan=michael-jordan:n"),
    ("it", "Parla l'onorevole Colombo.", ""),
    ("it", "Il premier Montenegro tace.", ""),
    ("it", "Il Golfo del Messico e il Golfo dell'Oman sono lontani.", ""),
    ("it", "La Parigi-Dakar passa dal Nuovo Messico.", ""),
    ("it", "Le Samoa americane e il Canale di Panama sono lontani.", ""),
    ("it", "La guerra in Iraq durò anni.", ""),
    ("it", "Santa Lucia è il 13 dicembre.", ""),
    ("it", "Santiago di Compostela è lontana.", ""),
]  # fmt: skip

ROWS = [*NAMES, *SURNAMES, *OUTLETS, *OFFICES, *REFERENCES, *PLACES, *FOUND, *STATES, *NO_STATES]


# -- names spelt in another way ------------------------------------------------------------------

SPELLINGS = [
    ("en", "Rustem Umierov arrived. Umierov spoke.", "Rustem Umierov=rustem-umerov:n; Umierov=rustem-umerov:n"),
    ("it", "Il negoziatore Roustem Oumerov tace.", "Roustem Oumerov=rustem-umerov:n"),
    ("en", "Paul Bourne arrived.", "Paul Bourne=paul-bourne:n"),
    ("en", "Andriy Iermak arrived.", "Andriy Iermak=andriy-yermak:n"),
    ("it", "Il negoziatore Kirill Dmitrijev tace.", "Kirill Dmitrijev=kirill-dmitriev:n"),
    ("en", "Boris Umarov arrived. Umarov spoke.", "Boris Umarov=boris-umarov:n; Umarov=boris-umarov:n"),
    ("en", "Robert Rubin arrived.", "Robert Rubin=robert-rubin:n"),
    ("en", "Rustem Umerovsky arrived.", "Rustem Umerovsky=rustem-umerovsky:n"),
    ("en", "Ankara's foreign ministry spoke.", "Ankara's foreign ministry=turkish-foreign-ministry:n"),
    ("en", "Türkiye's Foreign Ministry spoke.", "Türkiye's Foreign Ministry=turkish-foreign-ministry:n"),
    ("it", "Il ministero degli Esteri di Berlino tace.", "ministero degli Esteri di Berlino=german-foreign-ministry:n"),
    ("en", "Turkey's Foreign Affairs Ministry spoke.", "Turkey's Foreign Affairs Ministry=turkish-foreign-ministry:n"),
    ("en", "The Turkish Ministry of Foreign Affairs spoke.", "Turkish Ministry of Foreign Affairs=turkish-foreign-ministry:n"),
    ("it", "Il ministero degli Affari esteri tedesco tace.", "ministero degli Affari esteri tedesco=german-foreign-ministry:n"),
    ("en", "The Ministry of Foreign Affairs spoke.", ""),
    ("en", "This week a farmer by the name of Jens-Peter Hansen spoke.", "Jens-Peter Hansen=jens-peter-hansen:n"),
    ("en", "This week a farmer spoke of the Jens-Hansen plan.", ""),
    ("en", "This week a farmer spoke in the Jens-Peter hotel.", ""),
    ("it", "Il ministero degli Esteri tace.", ""),
    ("en", "A foreign ministry spoke.", ""),
    ("it", "Il corso di diplomazia di Como è pieno.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "rows"), SPELLINGS)
def test_other_spellings(language: str, text: str, rows: str) -> None:
    assert told(language, text) == expected(rows)


@pytest.mark.parametrize(("language", "text", "rows"), ROWS, ids=[f"{r[0]} {r[1][:50]}" for r in ROWS])
def test_all_mentions(language: str, text: str, rows: str) -> None:
    assert told(language, text) == expected(rows)


@pytest.mark.parametrize(("language", "text", "day", "rows"), CHANGES)
def test_offices_follow_the_day(language: str, text: str, day: dt.date | None, rows: str) -> None:
    assert told(language, text, day) == expected(rows)


def test_enough_rows() -> None:
    assert len(ROWS) + len(CHANGES) >= 150
    assert sum(not expected(row[-1]) for row in (*ROWS, *CHANGES)) * 3 >= len(ROWS) + len(CHANGES)
    assert {row[0] for row in ROWS} == {"it", "en"}


def test_found_persons_keep_title_and_side() -> None:
    person = read("en", "Ukrainian regional governor Ivan Petrenko said so.").people[0]
    assert (person.actor_id, person.name, person.side) == ("ivan-petrenko", "Ivan Petrenko", "ua")
    assert person.office == "Ukrainian regional governor"


def test_bare_title_of_a_person_found() -> None:
    rows = told("en", "The city's mayor Ivan Petrenko left. The mayor will be back.")
    assert rows == ["Ivan Petrenko=ivan-petrenko:n"]  # mayor is no office of the vocabulary
    rows = told("en", "Foreign minister Ivan Petrenko left. The foreign minister will be back.")
    assert rows == ["Ivan Petrenko=ivan-petrenko:n", "foreign minister=ivan-petrenko:o"]


@pytest.mark.parametrize(("language", "text"), [("en", "He met the Envoy"), ("en", "Editor"), ("it", "Inviato")])
def test_an_office_in_capitals_may_end_a_sentence(language: str, text: str) -> None:
    assert find_actors(build_document(text, language), LEXICON).people == ()


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "x", "“", "\u0301", "…"])
@pytest.mark.parametrize("language", ["it", "en"])
def test_texts_without_words(language: str, text: str) -> None:
    assert read(language, text) == Actors((), ())


def test_no_person_is_passed_over_wrongly(try_everywhere: Callable[[], None]) -> None:
    found = [read(language, text) for language, text, _ in ROWS]
    try_everywhere()
    assert [read(language, text) for language, text, _ in ROWS] == found


def test_mentions_of_one_article_do_not_overlap() -> None:
    text = " ".join(row[1] for row in ROWS if row[0] == "en")
    spans = sorted({(m.start, m.end) for m in read("en", text).mentions})
    assert len(spans) > 100
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


def test_every_rule_is_used_and_documented() -> None:
    used = {m.rule for row in ROWS for m in read(row[0], row[1]).mentions}
    assert used == {rule.id for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_of_the_rules_are_read(rule: object) -> None:
    lead = {
        "it": "Angela Merkel taceva. Trump ha chiamato Putin. Friedrich Merz è partito. ",
        "en": "Angela Merkel waited. Trump called Putin. Friedrich Merz left. ",
    }
    for language in ("it", "en"):
        example = getattr(rule, language).strip("«»“”")
        text = f"{lead[language]}{example[0].upper()}{example[1:]}."
        assert rule.id in {m.rule for m in read(language, text).mentions if m.start >= len(lead[language])}, text  # type: ignore[attr-defined]


# -- the board ----------------------------------------------------------------------------------------------


def test_board_keeps_places_apart() -> None:
    board = Board()
    board.add(10, 20, ["a"], "name", "r")
    assert board.free(0, 10)
    assert board.free(20, 30)
    assert not board.free(19, 30)
    with pytest.raises(ValueError, match="taken"):
        board.add(5, 11, ["b"], "name", "r")
    assert not board.replace(15, 30, ["b"], "office", "r")
    assert [m.actor_id for m in board] == ["a"]
    assert board.replace(5, 30, ["b", "c"], "group", "r")
    assert [(m.start, m.actor_id) for m in board] == [(5, "b"), (5, "c")]
    assert board.last_before("a", 100) is None
    assert board.last_before("b", 100) == 5
    assert not board.named("a")
    assert [m.actor_id for m in board.between(0, 6)] == ["b", "c"]
    assert board.between(6, 40) == []
