"""Topics: sentences against the topics they must touch, and no other."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from data.document import build_document
from data.extract.topics import find_topics
from data.lexicon import load_lexicon

LEXICON = load_lexicon()
IDS = {
    "tomahawk", "territories", "ukraine-settlement", "ceasefire", "energy", "economy", "middle-east", "arms-supplies",
    "sanctions", "prisoners", "summit-plans", "security-guarantees", "nuclear", "culture", "attacks",
}  # fmt: skip

TOUCHES = [
    # what the envoys of two sides talk of
    ("en", "They weighed direct negotiations between envoys of Russia and Ukraine.", "ukraine-settlement"),
    ("en", "Kyiv wants direct talks with Moscow.", "ukraine-settlement"),
    ("it", "Mosca propone negoziati diretti con Kiev.", "ukraine-settlement"),
    ("en", "They tried to attack the president's residence.", "attacks"),
    ("it", "Un attacco alla base aerea nella notte.", "attacks"),
    ("en", "The nuclear problem was raised.", "nuclear"),
    ("en", "They turned to the nuclear file.", "nuclear"),
    ("it", "Sul tavolo c'è anche l'energia.", "energy"),
    ("it", "Un piano per i prezzi dell'energia.", "energy"),
    ("it", "Hanno toccato gli aspetti economici.", "economy"),
    ("it", "L'incontro fra i due che era in programma in ottobre.", "summit-plans"),
    # Tomahawk
    ("en", "Kyiv wants Tomahawk missiles.", "tomahawk"),
    ("en", "No Tomahawks for now, he said.", "tomahawk"),
    ("it", "Niente Tomahawk, per ora.", "tomahawk"),
    ("it", "I missili «Tomahawk» restano negli arsenali.", "tomahawk"),
    # territories
    ("en", "Moscow wants the whole of Donbas.", "territories"),
    ("en", "They will not recognise the annexation of Crimea.", "territories"),
    ("en", "Ukraine refuses to cede land.", "territories"),
    ("en", "The front line has hardly moved.", "territories"),
    ("en", "A land swap was mentioned.", "territories"),
    ("en", "Territorial concessions are off the table.", "territories"),
    ("en", "Borders cannot be changed by force.", "territories"),
    ("en", "Ukrainian troops would withdraw from the Donetsk region.", "territories"),
    ("it", "Kiev non cede territori.", "territories"),
    ("it", "La questione territoriale resta aperta.", "territories"),
    ("it", "Mosca vuole il Donbass.", "territories"),
    ("it", "La linea del fronte è ferma.", "territories"),
    ("it", "Si parla di concessioni territoriali.", "territories"),
    ("it", "Il ritiro delle truppe dalla regione di Donetsk è escluso.", "territories"),
    ("it", "Le quattro regioni annesse restano contese.", "territories"),
    ("it", "Uno scambio di territori è possibile.", "territories"),
    # settlement
    ("en", "The peace plan has twenty points.", "ukraine-settlement"),
    ("en", "Peace talks resumed.", "ukraine-settlement"),
    ("en", "He wants to end the war in Ukraine.", "ukraine-settlement"),
    ("en", "They discussed how to settle the conflict.", "ukraine-settlement"),
    ("en", "A lasting peace in Ukraine is far away.", "ukraine-settlement"),
    ("en", "The root causes must be removed, he repeats.", "ukraine-settlement"),
    ("en", "A peaceful resolution of the Ukrainian crisis is needed.", "ukraine-settlement"),
    ("en", "The negotiations on Ukraine stalled.", "ukraine-settlement"),
    ("it", "Il piano di pace ha venti punti.", "ukraine-settlement"),
    ("it", "I negoziati di pace riprendono.", "ukraine-settlement"),
    ("it", "Vuole porre fine alla guerra.", "ukraine-settlement"),
    ("it", "La soluzione del conflitto è lontana.", "ukraine-settlement"),
    ("it", "Una pace giusta in Ucraina è lontana.", "ukraine-settlement"),
    ("it", "Vanno rimosse le cause profonde.", "ukraine-settlement"),
    ("it", "La composizione del conflitto è lontana.", "ukraine-settlement"),
    ("it", "Una pace duratura è ancora possibile.", "ukraine-settlement"),
    # ceasefire
    ("en", "A 30-day ceasefire was refused.", "ceasefire"),
    ("en", "The cease-fire held for a day.", "ceasefire"),
    ("en", "An Easter truce was announced.", "ceasefire"),
    ("en", "They want a halt to the fighting.", "ceasefire; ukraine-settlement"),
    ("en", "A cessation of hostilities is needed.", "ceasefire"),
    ("it", "Il cessate il fuoco è stato rifiutato.", "ceasefire"),
    ("it", "Il cessate-il-fuoco regge.", "ceasefire"),
    ("it", "Una tregua di trenta giorni.", "ceasefire"),
    ("it", "Si chiede lo stop ai combattimenti.", "ceasefire"),
    ("it", "La sospensione delle ostilità è vicina.", "ceasefire"),
    # energy
    ("en", "Power plants went dark.", "energy"),
    ("en", "India goes on buying Russian oil.", "energy"),
    ("en", "The gas pipeline was shut.", "energy"),
    ("en", "Energy infrastructure is to be spared.", "energy"),
    ("en", "Oil refineries burned.", "energy"),
    ("it", "Le centrali elettriche sono spente.", "energy"),
    ("it", "L'India compra petrolio.", "energy"),
    ("it", "Il gasdotto è chiuso.", "energy"),
    ("it", "Le infrastrutture energetiche vanno risparmiate.", "energy"),
    ("it", "Le forniture di gas sono sospese.", "energy"),
    # economy
    ("en", "New tariffs begin in August.", "economy"),
    ("en", "A minerals deal was signed.", "economy"),
    ("en", "They spoke of economic cooperation.", "economy"),
    ("en", "Trade between the two countries grew.", "economy"),
    ("en", "Rare earths are part of the bargain.", "economy"),
    ("it", "I dazi partono in agosto.", "economy"),
    ("it", "L'accordo sulle terre rare è firmato.", "economy"),
    ("it", "Si è parlato di cooperazione economica.", "economy"),
    ("it", "Gli scambi commerciali crescono.", "economy"),
    ("it", "Gli investimenti americani crescono.", "economy"),
    # Middle East
    ("en", "They also spoke of Gaza.", "middle-east"),
    ("en", "Iranian envoys waited.", "middle-east"),
    ("en", "The Middle East came up too.", "middle-east"),
    ("en", "The Strait of Hormuz is closed.", "middle-east"),
    ("it", "Si è parlato anche di Gaza.", "middle-east"),
    ("it", "Il Medio Oriente brucia.", "middle-east"),
    ("it", "La delegazione iraniana attende.", "middle-east"),
    ("it", "In Siria cambia tutto.", "middle-east"),
    # arms
    ("en", "Military aid was suspended.", "arms-supplies"),
    ("en", "More Patriot systems are needed.", "arms-supplies"),
    ("en", "Germany will deliver more ammunition.", "arms-supplies"),
    ("en", "Weapons for Ukraine are paid for by Europe.", "arms-supplies"),
    ("en", "Air defences are running short.", "arms-supplies"),
    ("en", "Arms deliveries resumed.", "arms-supplies"),
    ("it", "Gli aiuti militari sono sospesi.", "arms-supplies"),
    ("it", "Servono altri sistemi Patriot.", "arms-supplies"),
    ("it", "Berlino fornirà altre munizioni.", "arms-supplies"),
    ("it", "Le armi all'Ucraina le paga l'Europa.", "arms-supplies"),
    ("it", "L'invio di armi riprende.", "arms-supplies"),
    ("it", "La contraerea è a corto di colpi.", "arms-supplies"),
    # sanctions
    ("en", "New sanctions hit the shadow fleet.", "sanctions"),
    ("en", "The frozen Russian assets stay in Belgium.", "sanctions"),
    ("en", "The bank was sanctioned.", "sanctions"),
    ("en", "An embargo is being prepared.", "sanctions"),
    ("it", "Nuove sanzioni colpiscono la flotta ombra.", "sanctions"),
    ("it", "Gli asset russi restano in Belgio.", "sanctions"),
    ("it", "Il pacchetto sanzionatorio è pronto.", "sanctions"),
    ("it", "L'embargo resta.", "sanctions"),
    # prisoners
    ("en", "A prisoner swap took place.", "prisoners"),
    ("en", "The POWs came home.", "prisoners"),
    ("en", "They spoke of abducted children.", "prisoners"),
    ("en", "The bodies of fallen soldiers were returned.", "prisoners"),
    ("it", "Lo scambio di prigionieri è avvenuto.", "prisoners"),
    ("it", "I bambini deportati devono tornare.", "prisoners"),
    ("it", "Le salme dei caduti sono state restituite.", "prisoners"),
    ("it", "La prigionia è finita.", "prisoners"),
    # summit plans
    ("en", "They agreed to prepare a summit.", "summit-plans"),
    ("en", "The summit was postponed.", "summit-plans"),
    ("en", "A trilateral meeting is being planned.", "summit-plans"),
    ("en", "He is ready for a meeting with Putin.", "summit-plans"),
    ("en", "A face-to-face meeting may follow soon.", "summit-plans"),
    ("it", "Si prepara un vertice.", "summit-plans"),
    ("it", "Il summit è stato rinviato.", "summit-plans"),
    ("it", "Un prossimo incontro è previsto.", "summit-plans"),
    ("it", "Il vertice si terrà presto.", "summit-plans"),
    ("it", "Hanno concordato di vedersi di persona.", "summit-plans"),
    # guarantees
    ("en", "Security guarantees come first.", "security-guarantees"),
    ("en", "European peacekeepers are ruled out.", "security-guarantees"),
    ("en", "NATO membership is off the table.", "security-guarantees"),
    ("en", "Foreign troops on Ukrainian soil are ruled out.", "security-guarantees"),
    ("it", "Prima le garanzie di sicurezza.", "security-guarantees"),
    ("it", "I volenterosi si riuniscono.", "security-guarantees"),
    ("it", "L'ingresso nella Nato è escluso.", "security-guarantees"),
    ("it", "Una forza di pace è esclusa.", "security-guarantees"),
    # nuclear
    ("en", "New START expires.", "nuclear"),
    ("en", "Nuclear tests may resume.", "nuclear"),
    ("en", "A nuclear submarine was moved.", "nuclear"),
    ("en", "Iran enriches uranium.", "nuclear; middle-east"),
    ("it", "Il trattato New Start scade.", "nuclear"),
    ("it", "I test nucleari potrebbero riprendere.", "nuclear"),
    ("it", "L'arricchimento dell'uranio continua.", "nuclear"),
    # culture
    ("en", "A hockey match was proposed.", "culture"),
    ("en", "Cultural exchanges may resume.", "culture"),
    ("it", "Si parla di scambi culturali.", "culture"),
    ("it", "Una partita di hockey è stata proposta.", "culture"),
    # attacks
    ("en", "A drone attack hit the port.", "attacks"),
    ("en", "Russia launched 120 drones overnight.", "attacks"),
    ("en", "Air raid sirens sounded.", "attacks"),
    ("en", "The shelling went on.", "attacks"),
    ("it", "Un attacco con droni ha colpito il porto.", "attacks"),
    ("it", "Lanciati 120 droni nella notte.", "attacks"),
    ("it", "I bombardamenti continuano.", "attacks"),
    ("it", "Un raid aereo ha colpito la città.", "attacks"),
    # talks and trade in other words
    ("en", "A possible peace accord is far off.", "ukraine-settlement"),
    ("en", "The 28-point draft peace document leaked.", "ukraine-settlement"),
    ("it", "Si discute un piano di 20 punti.", "ukraine-settlement"),
    ("en", "Rising inflation worries the bank.", "economy"),
    ("en", "He wants large-scale trade with Russia.", "economy"),
    ("it", "Sul tavolo anche i dossier economici.", "economy"),
    ("en", "Allies speak of providing security for Ukraine.", "security-guarantees"),
    ("it", "Parigi vuole garantire la sicurezza di Kiev.", "security-guarantees"),
    ("en", "The call set the stage for an in-person summit.", "summit-plans"),
    ("en", "The summit in Budapest is on hold.", "summit-plans"),
    ("it", "Cresce l'attesa per il vertice con Putin.", "summit-plans"),
    ("it", "Si pensa a un incontro trilaterale.", "summit-plans"),
    ("it", "Kiev chiede nuove forniture belliche.", "arms-supplies"),
    ("it", "Le società petrolifere russe soffrono.", "energy"),
    ("it", "Budapest vuole importare gas liquefatto.", "energy"),
    ("en", "The army launched a record air assault.", "attacks"),
    ("it", "Condannati gli attacchi americani.", "attacks"),
]

TOUCHES_NOTHING = [
    ("en", "Direct talks between India and China resume."),
    ("en", "He had a heart attack at his residence."),
    ("en", "The nuclear family is an old idea."),
    ("it", "Con l'energia di un ragazzo ha vinto la gara."),
    ("it", "L'aspetto fisico conta."),
    ("it", "Il concerto era in programma in ottobre."),
    ("en", "The mountain summit was covered in snow."),
    ("en", "She gave a 20-point lead away in the second half."),
    ("it", "Ha segnato venti punti nella partita."),
    ("it", "La vetta della montagna è coperta di neve."),
    ("it", "L'attacco della squadra non segna più."),
    ("en", "The guard provides security for the museum."),
    ("it", "Garantisce la sicurezza del museo."),
    ("en", "He learned his trade with a carpenter."),
    ("en", "The team won the match in the last minute."),
    ("en", "Parliament will vote on the budget today."),
    ("en", "She called her sister on her birthday."),
    ("en", "The film festival opens tonight with a comedy."),
    ("en", "He suffered a heart attack."),
    ("en", "A strike of bus drivers is over."),
    ("en", "The workers went on strike on Monday."),
    ("en", "Panic attacks are common, doctors say."),
    ("en", "The nuclear family is changing."),
    ("en", "A cell has a nucleus."),
    ("en", "She is full of energy in the morning."),
    ("en", "He has the power to decide."),
    ("en", "The committee sanctimoniously objected."),
    ("en", "They met in the summer house."),
    ("en", "He climbed to the summit of the mountain."),
    ("en", "The meeting of the choir was long."),
    ("en", "Company culture matters."),
    ("en", "She plans to retire next year."),
    ("en", "Home security is a growing business for locksmiths."),
    ("en", "The hospital guarantees a bed."),
    ("en", "Peace and quiet at last."),
    ("en", "He deals cards."),
    ("en", "The settlement of the bill took an hour."),
    ("en", "The store supplies schools."),
    ("en", "He opened his arms."),
    ("en", "The borderline case was closed."),
    ("en", "The economist retired."),
    ("it", "La squadra ha vinto all'ultimo minuto."),
    ("it", "Il Parlamento vota oggi il bilancio."),
    ("it", "Ha chiamato la sorella per il compleanno."),
    ("it", "Il festival si apre con una commedia."),
    ("it", "Ha avuto un attacco di cuore."),
    ("it", "Lo sciopero dei mezzi è finito."),
    ("it", "Ha un'energia incredibile al mattino."),
    ("it", "È salito in vetta."),
    ("it", "La cultura aziendale conta."),
    ("it", "La pace dei sensi."),
    ("it", "L'incontro del coro è stato lungo."),
    ("it", "Il nucleo familiare cambia."),
    ("it", "La garanzia del frigorifero è scaduta."),
    ("it", "Il territoriello era vuoto."),
    ("it", "Ha aperto le braccia."),
    ("it", "Il negozio fornisce le scuole."),
    ("it", "Fine della gara al tramonto."),
    ("it", "Il direttore ha risolto il problema."),
    ("it", "Il patriottismo non basta."),
    ("it", "La risposta è stata un fuoco di paglia."),
    ("it", "Una sanzionabilità dubbia."),
    ("it", "Il prigione del Bargello è un quadro."),
]


def touched(language: str, text: str) -> set[str]:
    return {m.topic_id for m in find_topics(build_document(text, language), LEXICON)}


@pytest.mark.parametrize(("language", "text", "topics"), TOUCHES, ids=[f"{r[0]} {r[1][:50]}" for r in TOUCHES])
def test_touches(language: str, text: str, topics: str) -> None:
    assert touched(language, text) == set(topics.split("; "))


@pytest.mark.parametrize(("language", "text"), TOUCHES_NOTHING, ids=[f"{r[0]} {r[1][:50]}" for r in TOUCHES_NOTHING])
def test_touches_nothing(language: str, text: str) -> None:
    assert touched(language, text) == set()


def test_rows_cover_every_topic_in_both_languages() -> None:
    assert set(LEXICON.topics) == IDS
    assert len(TOUCHES) >= 120
    assert len(TOUCHES_NOTHING) >= 40
    for language in ("it", "en"):
        assert {topic for row in TOUCHES if row[0] == language for topic in row[2].split("; ")} == IDS


def test_mentions_are_exact_ordered_and_apart() -> None:
    text = "Russia launched 120 drones, and new\u00a0sanctions follow. SANCTIONS AND TRUCE."
    found = find_topics(build_document(text, "en"), LEXICON)
    words = [(text[m.start : m.end], m.topic_id) for m in found]
    assert ("sanctions", "sanctions") in words
    assert ("SANCTIONS", "sanctions") in words
    assert ("TRUCE", "ceasefire") in words
    assert found == sorted(found, key=lambda m: (m.start, m.end, m.topic_id))
    attacks = [m for m in found if m.topic_id == "attacks"]
    assert len(attacks) == 1


def test_patterns_compile_and_match_no_empty_words() -> None:
    for topic in LEXICON.topics.values():
        for pattern in (*topic.patterns_en, *topic.patterns_it):
            assert not re.compile(pattern).search(""), (topic.id, pattern)


def test_a_phrase_may_run_over_a_line() -> None:
    lines = [
        "The envoy spoke of what he called a new peace",
        "plan and of nothing else in the long evening that",
        *["he and his hosts spent there together without any rest at"] * 8,
        "all.",
    ]
    text = "\n".join(lines)
    found = find_topics(build_document(text, "en"), LEXICON)
    assert [text[m.start : m.end] for m in found] == ["peace\nplan"]


def test_no_sentence_is_passed_over_wrongly(try_everywhere: Callable[[], None]) -> None:
    documents = [build_document(row[1], row[0]) for row in (*TOUCHES, *TOUCHES_NOTHING)]
    found = [find_topics(document, LEXICON) for document in documents]
    try_everywhere()
    assert [find_topics(document, LEXICON) for document in documents] == found
