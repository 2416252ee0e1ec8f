"""Tables of sentences: which words are durations, times, ordinals, counts, gaps, ages or shares, and which are not.

A row is `language | sentence | words = value ; words = value`; a row without finds ends in `|`. Values: durations
`minutes from..to` (`..` alone at the end: open), times `hh:mm zone`, gaps and counts in days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from data.document import Document, build_document
from data.extract.quantities import ages, clock, counts, durations, gaps, lengths, ordinals, percents
from data.extract.quantities.ages import find_ages
from data.extract.quantities.clock import find_times
from data.extract.quantities.counts import find_counts
from data.extract.quantities.durations import find_durations
from data.extract.quantities.gaps import find_gaps
from data.extract.quantities.intervals import REACH
from data.extract.quantities.ordinals import find_ordinals
from data.extract.quantities.percents import find_percents
from data.extract.rules import Rule
from data.lexicon import Lexicon, load_lexicon

Row = tuple[str, str, tuple[tuple[str, str], ...]]


def parse(table: str) -> list[Row]:
    rows = []
    for line in filter(None, map(str.strip, table.strip().splitlines())):
        language, text, expected = (part.strip() for part in line.split("|"))
        pairs = [pair.split(" = ") for pair in expected.split(" ; ") if pair.strip()]
        rows.append((language, text, tuple((words.strip(), value.strip()) for words, value in pairs)))
    return rows


def span(low: float, high: float | None) -> str:
    return f"{low:g}.." if high is None else f"{low:g}..{high:g}"


def found(
    language: str, text: str, find: Callable[[Document, Lexicon], Sequence[Any]], show: Callable[[Any], str]
) -> tuple[tuple[str, str], ...]:
    finds = find(build_document(text, language), load_lexicon())
    return tuple((text[one.start : one.end], show(one)) for one in finds)


DURATIONS = parse("""
it | Il colloquio è durato circa due ore e mezza. | circa due ore e mezza = 150 135..165 about
it | Il colloquio è durato quasi tre ore. | quasi tre ore = 180 165..180 less_than
it | Il colloquio è durato oltre due ore. | oltre due ore = 120 120.. more_than
it | Il colloquio è durato meno di due ore. | meno di due ore = 120 0..120 less_than
it | Il colloquio è durato più di due ore. | più di due ore = 120 120.. more_than
it | Hanno parlato per un’ora. | un’ora = 60 60..60 exact
it | Hanno parlato per un'ora e mezza. | un'ora e mezza = 90 90..90 exact
it | Hanno parlato per un'oretta. | oretta = 60 60..60 exact
it | Hanno parlato nelle ore di punta. |
it | Hanno parlato per mezz'ora. | mezz'ora = 30 30..30 exact
it | Hanno parlato circa due ore. | circa due ore = 120 90..150 about
it | Hanno parlato una ventina di minuti. | una ventina di minuti = 20 17.5..22.5 about
it | Hanno parlato 2 ore e 20 minuti. | 2 ore e 20 minuti = 140 140..140 exact
it | Hanno parlato 2h05 in tutto. | 2h05 = 125 125..125 exact
it | Hanno parlato quarantacinque minuti. | quarantacinque minuti = 45 45..45 exact
it | Hanno parlato novanta minuti. | novanta minuti = 90 90..90 exact
it | Hanno parlato circa 90 minuti. | circa 90 minuti = 90 85..95 about
it | Hanno parlato alcune ore. | alcune ore = 330 120..540 about
it | Le prime 48 ore sono decisive. | 48 ore = 2880 2880..2880 exact
en | It lasted about two and a half hours. | about two and a half hours = 150 135..165 about
en | It lasted almost three hours. | almost three hours = 180 165..180 less_than
en | It lasted more than two hours. | more than two hours = 120 120.. more_than
en | It lasted less than two hours. | less than two hours = 120 0..120 less_than
en | It lasted over two hours. | over two hours = 120 120.. more_than
en | It lasted nearly an hour and a half. | nearly an hour and a half = 90 82.5..90 less_than
en | They held a two-hour phone call. | two-hour = 120 120..120 exact
en | They held a two-and-a-half-hour phone call. | two-and-a-half-hour = 150 150..150 exact
en | The hour-long meeting was useful. | hour-long = 60 60..60 exact
en | It was an hour-long meeting. | an hour = 60 60..60 exact
en | The hour-and-a-half meeting was useful. | hour-and-a-half = 90 90..90 exact
en | It was an hour-and-a-half meeting. | hour-and-a-half = 90 90..90 exact
en | The hourly bulletin had a rush-hour song. |
en | They spoke for half an hour. | half an hour = 30 30..30 exact
en | They spoke for three and a half hours. | three and a half hours = 210 210..210 exact
en | They spoke for around 90 minutes. | around 90 minutes = 90 85..95 about
en | They spoke for 2.5 hours. | 2.5 hours = 150 150..150 exact
en | They spoke for two hours and 20 minutes. | two hours and 20 minutes = 140 140..140 exact
en | He would do it in 24 hours. | 24 hours = 1440 1440..1440 exact
en | They spoke for several hours. | several hours = 360 180..540 about
en | They spoke for twenty-five minutes. | twenty-five minutes = 25 25..25 exact
it | Il colloquio comincia alle ore 15. |
it | Ne avevano parlato due ore fa. |
it | Tre settimane dopo si sono visti. |
it | Il presidente compie 79 anni. |
it | Sono stati usati 90 droni. |
it | Ora di Mosca, ora di Roma. |
it | Alle 8 ora di New York. |
it | Un giorno si vedranno. |
en | They spoke two hours ago. |
en | Two days later he denied it. |
en | The 79-year-old president spoke. |
en | He is 79 years old. |
en | It flies at 900 miles an hour. |
en | A day after the call he spoke. |
en | They fired 90 drones at hour zero. |
en | Not a minute to lose, one man said. |
en | The hours passed, the days passed. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), DURATIONS)
def test_durations(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    def show(d: Any) -> str:
        return f"{d.minutes:g} {span(d.minutes_from, d.minutes_to)} {d.qualifier}"

    assert found(language, text, find_durations, show) == expected


TIMES = parse("""
it | Si collega alle 10 (le 16 in Italia). | 10 = 10:00 - ; 16 in Italia = 16:00 Europe/Rome
it | Tra i grandi, le 7 potenze si dividono. |
it | Si sono sentiti alle 8 ora di New York. | 8 ora di New York = 08:00 America/New_York
it | Cioè alle 15.00 in Russia, dopo pranzo. | 15.00 in Russia = 15:00 Europe/Moscow
it | Erano circa le 2.30 del mattino in Russia. | 2.30 del mattino in Russia = 02:30 Europe/Moscow
it | Si collega dalle ore 18 italiane. | 18 italiane = 18:00 Europe/Rome
it | Ha chiamato alle 16:30. | 16:30 = 16:30 -
it | Ha chiamato alle tre del pomeriggio. | tre del pomeriggio = 15:00 -
it | Ha chiamato alle otto e mezza. | otto e mezza = 08:30 -
it | Ha chiamato a mezzogiorno, ora di Mosca. | mezzogiorno, ora di Mosca = 12:00 Europe/Moscow
it | Ha chiamato a mezzanotte. | mezzanotte = 00:00 -
it | Ha chiamato verso le 17. | 17 = 17:00 -
en | They spoke at 10am ET. | 10am ET = 10:00 America/New_York
en | They spoke at 12:30 GMT. | 12:30 GMT = 12:30 Etc/UTC
en | It began at 3 p.m. Moscow time. | 3 p.m. Moscow time = 15:00 Europe/Moscow
en | The call (1400 GMT, or 16:00 in Rome) was long. | 16:00 in Rome = 16:00 Europe/Rome
en | It began at 10:30. | 10:30 = 10:30 -
en | It began at noon in Kyiv. | noon in Kyiv = 12:00 Europe/Kyiv
en | It began at midnight. | midnight = 00:00 -
en | It began at 12 a.m. Eastern time. | 12 a.m. Eastern time = 00:00 America/New_York
it | Ha parlato alle 12 delegazioni presenti. |
it | Ha parlato alle due delegazioni. |
it | Le 15 nazioni hanno firmato. |
it | Ha vinto per 90 a 30. |
it | Il 90% dei punti. |
it | Costa 15.30 euro. |
en | He lives at 10 Downing Street. |
en | He met 12 envoys at 3 hotels. |
en | It rose from 10 to 12 percent. |
en | They met in Moscow in 2014. |
en | At 79, he runs again. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_times(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert found(language, text, find_times, lambda t: f"{t.hour:02}:{t.minute:02} {t.zone or '-'}") == expected


ORDINALS = parse("""
it | Ha chiamato cinque volte quest'anno, l'ultima giovedì. | cinque volte = 5
en | He called five times this year, most recently on Friday. | five times = 5
it | Ha chiamato per la quinta volta quest'anno. | quinta volta = 5
en | He called five times this year. |
it | Ha chiamato cinque volte, l'ultima in lacrime. |
it | Hanno tenuto la loro sesta conversazione telefonica. | sesta conversazione telefonica = 6 conversazione telefonica
it | La prima telefonata risale a febbraio. | prima telefonata = 1 telefonata
it | È la quarta in meno di due mesi. | quarta = 4
it | È stato il terzo lungo colloquio. | terzo lungo colloquio = 3 colloquio
it | È la 6ª telefonata dell'anno. | 6ª telefonata = 6 telefonata
en | It was their third meeting. | third meeting = 3 meeting
en | The second round of talks is over. | second round of talks = 2 round of talks
en | It was the first face-to-face meeting. | first face-to-face meeting = 1 face-to-face meeting
en | It was the fourth since January. | fourth = 4
en | They met for the third time since January. | third time = 3
it | Si sono sentiti per la quinta volta dall'inizio dell'anno. | quinta volta = 5
en | For the third time he refused. |
it | È la seconda volta che rifiuta. |
en | It was their 6th phone call. | 6th phone call = 6 phone call
it | Secondo il Cremlino va tutto bene. |
it | Prima parlano, poi trattano. |
it | La terza guerra mondiale è vicina. |
it | In primo luogo servono garanzie. |
it | Il suo 79° compleanno. |
en | Wait a second, please. |
en | The first lady spoke. |
en | On the third day he rested. |
en | At first he refused. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), ORDINALS)
def test_ordinals(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert (
        found(language, text, find_ordinals, lambda o: f"{o.number} {text[o.noun_start : o.noun_end]}".strip())
        == expected
    )


COUNTS = parse("""
it | La sesta telefonata dell'anno, e la quarta in meno di due mesi. | quarta in meno di due mesi = 4 0..61
it | Tre telefonate nel giro di due settimane. | Tre telefonate nel giro di due settimane = 3 10.5..17.5
it | Si sono sentiti due volte in dieci giorni. | due volte in dieci giorni = 2 10..10
en | They had four calls in two months. | four calls in two months = 4 45.75..76.25
en | It is the fourth call in less than two months. | fourth call in less than two months = 4 0..61
en | They held three meetings in just five days. | three meetings in just five days = 3 5..5
en | They spoke for the third time in less than two months. | third time in less than two months = 3 0..61
it | Si sono sentiti per la quarta volta in tre settimane. | quarta volta in tre settimane = 4 17.5..24.5
en | They spoke for the third time in Moscow. |
en | They spoke for the first time in two months. |
it | Era la terza volta in una settimana di vacanza che pioveva. | terza volta in una settimana = 3 3.5..10.5
it | Il primo contatto in quasi due mesi. |
it | Quattro ministri in due mesi se ne sono andati. |
it | La quarta guerra in due anni. |
en | The first call in two months. |
en | Four drones in two days were shot down. |
en | The call lasted two hours. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), COUNTS)
def test_counts(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    def show(c: Any) -> str:
        return f"{c.number} {span(c.within_days_from, c.within_days_to)}"

    assert found(language, text, find_counts, show) == expected


GAPS = parse("""
it | È il primo contatto diretto tra i due leader in quasi due mesi. | in quasi due mesi = 53.375..61 less_than
it | Si parlano per la prima volta in oltre tre anni. | per la prima volta in oltre tre anni = 1095.75.. more_than
it | Dopo oltre tre anni di silenzio i due si parlano. | Dopo oltre tre anni = 1095.75.. more_than
en | They spoke for the first time in almost two months. | for the first time in almost two months = 53.375..61 less_than
en | They met after a three-year break. | after a three-year = 913.125..1278.38 exact
en | It was the first direct contact between them in ten days. | in ten days = 10..10 exact
it | In quasi due mesi nulla è cambiato. |
it | Dopo tre giorni di colloqui hanno firmato. |
it | Il colloquio è durato due ore. |
en | In two months he will leave. |
en | After two days of talks they signed. |
en | The first call came two days later. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), GAPS)
def test_gaps(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert found(language, text, find_gaps, lambda g: f"{span(g.days_from, g.days_to)} {g.qualifier}") == expected


AGES = parse("""
it | Gli auguri per il suo 79° compleanno. | 79° compleanno = 79
it | Il 79enne presidente ha parlato. | 79enne = 79
it | Il presidente compie 79 anni. | 79 anni = 79
en | It was his 79th birthday. | 79th birthday = 79
en | The 79-year-old president spoke. | 79-year-old = 79
en | The president, aged 79, spoke. | 79 = 79
en | Mr. Trump, 79, spoke first. | 79 = 79
it | La guerra dura da 3 anni. |
it | Il 79° reggimento avanza. |
en | The war is in its 3 years now. |
en | The 79th regiment advanced. |
en | In May, 21, they met. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), AGES)
def test_ages(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    assert found(language, text, find_ages, lambda a: str(a.years)) == expected


PERCENTS = parse("""
it | Un accordo sul “90% dei punti”. | 90% = 90 90..90 exact
it | Un accordo su quasi il 95 per cento. | quasi il 95 per cento = 95 93.75..95 less_than
it | Un accordo sul 99,5% del testo. | 99,5% = 99.5 99.5..99.5 exact
en | About 90 percent is agreed. | About 90 percent = 90 85..95 about
en | More than 80% is agreed. | More than 80% = 80 80.. more_than
it | Nove punti su dieci. |
it | Il 90 dei punti. |
en | Ninety points are open. |
""")


@pytest.mark.parametrize(("language", "text", "expected"), PERCENTS)
def test_percents(language: str, text: str, expected: tuple[tuple[str, str], ...]) -> None:
    def show(p: Any) -> str:
        return f"{p.number:g} {span(p.number_from, p.number_to)} {p.qualifier}"

    assert found(language, text, find_percents, show) == expected


@pytest.mark.parametrize(
    "table", [DURATIONS, TIMES, ORDINALS, COUNTS, GAPS, AGES, PERCENTS], ids=lambda table: table[0][1][:20]
)
def test_a_third_of_each_table_does_not_match(table: list[Row]) -> None:
    assert sum(not expected for *_, expected in table) * 3 >= len(table)


FINDERS = (find_durations, find_times, find_ordinals, find_counts, find_gaps, find_ages, find_percents)


def rules_of(language: str, text: str) -> set[str]:
    document = build_document(text, language)
    return {one.rule for find in FINDERS for one in find(document, load_lexicon())}  # type: ignore[attr-defined]


MODULES = (durations, clock, ordinals, counts, gaps, ages, percents)
RULES = [rule for module in MODULES for rule in module.RULES]


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_each_rules_examples_are_read_by_it(rule: Rule) -> None:
    for language, text in (("it", rule.it), ("en", rule.en)):
        assert rule.id in rules_of(language, text), text


def test_no_rule_goes_without_an_example() -> None:
    tables = [*DURATIONS, *TIMES, *ORDINALS, *COUNTS, *GAPS, *AGES, *PERCENTS]
    used = {rule for language, text, _ in tables for rule in rules_of(language, text)}
    assert used == {rule.id for rule in RULES}


@pytest.mark.parametrize("language", ["it", "en"])
def test_a_quantity_is_tried_wherever_its_words_may_stand(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = load_lexicon()
    tables = (DURATIONS, TIMES, ORDINALS, COUNTS, GAPS, AGES, PERCENTS)
    texts = [text for table in tables for row_language, text, _ in table if row_language == language]

    def all_finds() -> list[list[Any]]:
        documents = [build_document(text, language) for text in texts]
        return [list(find(document, lexicon)) for document in documents for find in FINDERS]

    guarded = all_finds()
    for module in (lengths, clock, ages, percents):
        monkeypatch.setattr(module, "followed", lambda starts, *_: starts)
    assert all_finds() == guarded
    words = lexicon.words[language].dates
    of_ages = ages._Words(words)
    for pattern in (lengths._Words(words).length, of_ages.birthday, of_ages.aged, percents._Words(words).percent):
        assert parser.parse(pattern.pattern).getwidth()[1] <= REACH
