"""Places: where they are named, which lies in which, and who receives there."""

from __future__ import annotations

import datetime as dt

import pytest

from data.document import build_document
from data.extract.actors import holders_on
from data.extract.places import find_places, host_of, within
from data.lexicon import load_lexicon

LEXICON = load_lexicon()

ROWS = [
    ("en", "They met in Anchorage, Alaska.", "Anchorage=anchorage; Alaska=alaska"),
    ("en", "They met at Mar-a-Lago.", "Mar-a-Lago=mar-a-lago"),
    ("en", "They met at the White House in Washington.", "White House=white-house; Washington=washington"),
    ("en", "They met in the Oval Office.", "Oval Office=white-house"),
    ("en", "Talks were held in Hallandale Beach.", "Hallandale Beach=miami"),
    ("en", "He spent the weekend at Bedminster.", "Bedminster=bedminster"),
    ("en", "He played golf at Turnberry.", "Turnberry=turnberry"),
    ("en", "He was received at Novo-Ogaryovo.", "Novo-Ogaryovo=novo-ogaryovo"),
    ("en", "The Burgenstock conference is over.", "Burgenstock=burgenstock"),
    ("en", "TALKS IN ISTANBUL END", "ISTANBUL=istanbul"),
    ("it", "L'incontro a Istanbul è finito.", "Istanbul=istanbul"),
    ("it", "L'incontro alla Casa Bianca è finito.", "Casa Bianca=white-house"),
    ("it", "Il vertice di Budapest slitta.", "Budapest=budapest"),
    ("it", "È a Ginevra.", "Ginevra=geneva"),
    ("it", "È a Nuova Delhi.", "Nuova Delhi=new-delhi"),
    ("it", "È al Palazzo Mariinskij.", "Palazzo Mariinskij=mariinsky-palace"),
    ("it", "È a Valdaj.", "Valdaj=valdai"),
    ("it", "È a Bürgenstock.", "Bürgenstock=burgenstock"),
    ("en", "They met in Beirut, Lebanon.", "Beirut=beirut; Lebanon=lebanon"),
    ("en", "They met in Muscat, Oman.", "Muscat=muscat; Oman=oman"),
    ("en", "He flew to Santiago on Monday.", "Santiago=santiago"),
    ("en", "They met in Hanoi and Addis Ababa.", "Hanoi=hanoi; Addis Ababa=addis-ababa"),
    ("it", "È all'Avana, a Cuba.", "Avana=havana; Cuba=cuba"),
    ("it", "È ad Algeri, poi in Vietnam.", "Algeri=algiers; Vietnam=vietnam"),
    ("it", "È a Monaco di Baviera.", "Monaco di Baviera=munich"),
    # no place of the vocabulary
    ("en", "By chance Jim Jordan and Santiago Abascal met at noon.", ""),
    ("en", "They met in New Mexico, by the Gulf of Mexico.", ""),
    ("en", "Male nurses met in Georgetown.", ""),
    ("it", "I mali del mondo. Mali antichi e nuovi.", ""),
    ("it", "È a Monaco, non in via Emilio Colombo.", ""),
    ("it", "Il Golfo dell'Oman è lontano.", ""),
    ("en", "They met in the garden.", ""),
    ("en", "A nice day.", ""),
    ("en", "The florid style bored them.", ""),
    ("en", "She is Parisian.", ""),
    ("en", "The bern was closed.", ""),
    ("it", "La pace di riga in riga.", ""),
    ("it", "Una riga nera.", ""),
    ("it", "Romano e parigino.", ""),
    ("it", "Il vertice slitta.", ""),
]


@pytest.mark.parametrize(("language", "text", "rows"), ROWS, ids=[row[1] for row in ROWS])
def test_places(language: str, text: str, rows: str) -> None:
    found = find_places(build_document(text, language), LEXICON)
    assert [f"{text[f.start : f.end]}={f.place_id}" for f in found] == [r for r in rows.split("; ") if r]


def test_the_longest_name_wins() -> None:
    text = "He is in West Palm Beach."
    assert [f.place_id for f in find_places(build_document(text, "en"), LEXICON)] == ["west-palm-beach"]


def test_within() -> None:
    assert within(LEXICON, "white-house", "washington")
    assert within(LEXICON, "anchorage", "alaska")
    assert within(LEXICON, "kyiv", "kyiv")
    assert within(LEXICON, "beirut", "lebanon")
    assert within(LEXICON, "muscat", "oman")
    assert not within(LEXICON, "washington", "white-house")
    assert not within(LEXICON, "kyiv", "moscow")


@pytest.mark.parametrize(
    ("place", "day", "host"),
    [
        ("white-house", dt.date(2025, 10, 17), "donald-trump"),
        ("white-house", dt.date(2024, 10, 17), "joe-biden"),
        ("kremlin", dt.date(2025, 10, 17), "vladimir-putin"),
        ("mariinsky-palace", dt.date(2025, 10, 17), "volodymyr-zelensky"),
        ("downing-street", dt.date(2025, 10, 17), "keir-starmer"),
        ("geneva", dt.date(2025, 10, 17), None),
        ("alaska", dt.date(2025, 10, 17), None),
    ],
)
def test_host(place: str, day: dt.date, host: str | None) -> None:
    assert host_of(LEXICON, LEXICON.places[place], holders_on(LEXICON, "en", day)) == host
