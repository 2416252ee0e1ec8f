"""Ties told by single sentences: rows of text → who, how, whom. More than a third of the rows tie nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from data.extract.article import read_article
from data.extract.ties import RULES
from data.lexicon import load_lexicon
from data.read import Source
from data.relations import Relation, find_relations
from data.resolve import resolve

KINDS = ("arranged", "relayed", "accompanied", "hosts")
TRUMP, PUTIN, WITKOFF, KUSHNER = "donald-trump", "vladimir-putin", "steve-witkoff", "jared-kushner"
LAVROV, RUBIO, USHAKOV, ORBAN = "sergey-lavrov", "marco-rubio", "yuri-ushakov", "viktor-orban"
ZELENSKY, ERDOGAN, DMITRIEV = "volodymyr-zelensky", "recep-tayyip-erdogan", "kirill-dmitriev"


def ties(language: str, text: str, published: dt.date = dt.date(2025, 10, 20)) -> list[Relation]:
    lexicon = load_lexicon()
    source = Source("a", "a.txt", text, "0" * 64, "it" if language == "it" else "en", published=published)
    found = read_article(source, lexicon)
    resolved = resolve([source], [found], lexicon)
    relations = find_relations(resolved.events, [found], {"a": text}, lexicon, resolved.dates)
    return [r for r in relations if r.kind in KINDS and r.rule not in ("tie-host", "tie-offer")]


def told(language: str, text: str) -> set[tuple[str, str, str]]:
    return {(r.source, r.kind, r.target) for r in ties(language, text)}


Row = tuple[str, str, str, set[tuple[str, str, str]]]
ROWS: list[Row] = [
    # messages: from the sender to the carrier, from the carrier to whom it is for
    ("it", "Witkoff ha consegnato a Putin una lettera di Trump.", "tie-message", {(TRUMP, "relayed", WITKOFF), (WITKOFF, "relayed", PUTIN)}),
    ("it", "La proposta di Trump è stata recapitata a Putin da Witkoff.", "tie-message", {(TRUMP, "relayed", WITKOFF), (WITKOFF, "relayed", PUTIN)}),
    ("it", "Putin ha dato a Witkoff un messaggio per Trump.", "tie-message", {(PUTIN, "relayed", WITKOFF), (WITKOFF, "relayed", TRUMP)}),
    ("it", "Orbán ha trasmesso a Trump le richieste di Putin.", "tie-message", {(PUTIN, "relayed", ORBAN), (ORBAN, "relayed", TRUMP)}),
    ("en", "Steve Witkoff handed Putin a letter from Trump at the Kremlin.", "tie-message", {(TRUMP, "relayed", WITKOFF), (WITKOFF, "relayed", PUTIN)}),
    ("en", "Orban passed on Putin's message to Trump.", "tie-message", {(PUTIN, "relayed", ORBAN), (ORBAN, "relayed", TRUMP)}),
    ("en", "A letter from Trump to Putin was delivered by Witkoff.", "tie-message", {(TRUMP, "relayed", WITKOFF), (WITKOFF, "relayed", PUTIN)}),
    ("en", "The note that Dmitriev brought to Witkoff was short.", "tie-message", {(DMITRIEV, "relayed", WITKOFF)}),
    ("en", "Witkoff met Putin in Moscow and delivered a proposal from Trump.", "tie-message", {(TRUMP, "relayed", WITKOFF)}),
    ("en", "Rubio conveyed Trump's frustration to Lavrov.", "tie-message", {(TRUMP, "relayed", RUBIO), (RUBIO, "relayed", LAVROV)}),
    ("en", "Putin gave Witkoff a letter for Trump.", "tie-message", {(PUTIN, "relayed", WITKOFF), (WITKOFF, "relayed", TRUMP)}),
    ("it", "Putin ha inviato un messaggio a Trump tramite Witkoff.", "tie-message-through", {(PUTIN, "relayed", WITKOFF), (WITKOFF, "relayed", TRUMP)}),
    ("en", "Through Witkoff, Putin conveyed information to Trump.", "tie-message-through", {(PUTIN, "relayed", WITKOFF), (WITKOFF, "relayed", TRUMP)}),
    ("en", "Putin met Witkoff and sent a reply to Trump through him.", "tie-message-through", {(PUTIN, "relayed", WITKOFF), (WITKOFF, "relayed", TRUMP)}),
    ("en", "Putin received the draft through his aide Kirill Dmitriev.", "tie-message-through", {(DMITRIEV, "relayed", PUTIN)}),
    ("it", "Orbán fa da intermediario tra Trump e Putin.", "tie-go-between", {(ORBAN, "relayed", TRUMP), (ORBAN, "relayed", PUTIN)}),
    ("en", "Dmitriev acted as a back channel between Putin and Trump.", "tie-go-between", {(DMITRIEV, "relayed", TRUMP), (DMITRIEV, "relayed", PUTIN)}),
    # company
    ("en", "Kushner accompanied Witkoff to Moscow.", "tie-company", {(KUSHNER, "accompanied", WITKOFF)}),
    ("en", "Putin, accompanied by Lavrov and Ushakov, landed in Anchorage.", "tie-company", {(LAVROV, "accompanied", PUTIN), (USHAKOV, "accompanied", PUTIN)}),
    ("en", "Steve Witkoff, accompanied by his son-in-law Jared Kushner, arrived on Tuesday.", "tie-company", {(KUSHNER, "accompanied", WITKOFF)}),
    ("en", "Witkoff met Putin in the Kremlin, accompanied by Kushner.", "tie-company", {(KUSHNER, "accompanied", WITKOFF)}),
    ("it", "Trump, accompagnato da Rubio, ha accolto Putin ad Anchorage.", "tie-company", {(RUBIO, "accompanied", TRUMP)}),
    ("it", "Ad accompagnare Putin saranno Lavrov e Ushakov.", "tie-company", {(LAVROV, "accompanied", PUTIN), (USHAKOV, "accompanied", PUTIN)}),
    ("it", "Insieme a Putin c'erano Lavrov e Ushakov.", "tie-company", {(LAVROV, "accompanied", PUTIN), (USHAKOV, "accompanied", PUTIN)}),
    ("it", "Lavrov e Ushakov affiancano Putin.", "tie-company", {(LAVROV, "accompanied", PUTIN), (USHAKOV, "accompanied", PUTIN)}),
    ("en", "Witkoff flew to Moscow on Tuesday with Kushner.", "tie-travel", {(KUSHNER, "accompanied", WITKOFF)}),
    ("it", "Witkoff è arrivato a Mosca insieme a Kushner.", "tie-travel", {(KUSHNER, "accompanied", WITKOFF)}),
    ("en", "The Russian delegation includes Lavrov and Ushakov.", "tie-delegation", {(LAVROV, "accompanied", "russia"), (USHAKOV, "accompanied", "russia")}),
    ("it", "La delegazione guidata da Lavrov comprende Ushakov e Dmitriev.", "tie-delegation", {(USHAKOV, "accompanied", LAVROV), (DMITRIEV, "accompanied", LAVROV)}),
    # contacts arranged and hosted
    ("en", "Ushakov and Rubio are preparing the summit between Trump and Putin.", "tie-arranged", {(s, "arranged", t) for s in (USHAKOV, RUBIO) for t in (TRUMP, PUTIN)}),
    ("it", "Rubio e Lavrov prepareranno il vertice tra Trump e Putin a Budapest.", "tie-arranged", {(s, "arranged", t) for s in (LAVROV, RUBIO) for t in (TRUMP, PUTIN)}),
    ("it", "Il vertice tra Trump e Putin organizzato da Witkoff si è tenuto ad Anchorage.", "tie-arranged", {(WITKOFF, "arranged", TRUMP), (WITKOFF, "arranged", PUTIN)}),
    ("en", "The call between Trump and Putin was brokered by Witkoff.", "tie-arranged", {(WITKOFF, "arranged", TRUMP), (WITKOFF, "arranged", PUTIN)}),
    ("en", "Erdogan hosted the talks between Zelensky and Lavrov in Istanbul.", "tie-hosted", {(ERDOGAN, "hosts", ZELENSKY), (ERDOGAN, "hosts", LAVROV)}),
    ("it", "Erdogan ha ospitato l'incontro tra Zelensky e Lavrov a Istanbul.", "tie-hosted", {(ERDOGAN, "hosts", ZELENSKY), (ERDOGAN, "hosts", LAVROV)}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "rule", "expected"), ROWS)
def test_ties_are_told(language: str, text: str, rule: str, expected: set[tuple[str, str, str]]) -> None:
    found = ties(language, text)
    assert {(r.source, r.kind, r.target) for r in found} == expected
    assert {r.rule for r in found} == {rule}
    for r in found:
        assert text[r.start : r.end] == text
        assert r.mark_start is not None
        assert r.mark_end is not None
        assert r.start <= r.mark_start < r.mark_end <= r.end


NONE = [
    # denied, only possible, wished for
    ("en", "Orban did not pass on Putin's message to Trump."),
    ("en", "Rubio denied that Witkoff had passed on a message from Trump to Putin."),
    ("en", "Witkoff could deliver a letter from Trump to Putin."),
    ("it", "Witkoff non ha consegnato a Putin la lettera di Trump."),
    ("it", "Orbán vorrebbe portare a Putin una proposta di Trump."),
    ("en", "Kushner may accompany Witkoff to Moscow."),
    ("it", "Kushner non ha accompagnato Witkoff a Mosca."),
    ("en", "Lavrov said that Rubio had not been accompanied by Witkoff."),
    ("it", "Erdogan si è detto pronto a ospitare un incontro tra Zelensky e Lavrov."),
    ("en", "Rubio ruled out preparing a summit between Trump and Putin."),
    # one's own words are no message carried
    ("en", "Trump delivered a message to Putin: stop the war."),
    ("it", "Zelensky ha presentato a Trump il suo piano di pace."),
    ("en", "Putin presented his conditions to Trump."),
    ("en", "Trump sent a message to Putin."),
    ("en", "Putin gave Trump an answer."),
    ("it", "Rubio ha presentato al Congresso il piano di Trump."),
    # no letter, no bringing of peace
    ("en", "Putin said Trump had brought peace to the world."),
    ("it", "Witkoff ha portato la moglie a Mosca."),
    ("en", "Witkoff delivered on Trump's promise."),
    # to meet somebody is not to travel with them
    ("en", "Witkoff arrived in Moscow for talks with Putin."),
    ("en", "Witkoff travelled to Moscow to meet with Putin."),
    ("it", "Witkoff è arrivato a Mosca per incontrarsi con Putin."),
    ("en", "With Trump out of the room, Rubio and Witkoff were angry."),
    ("en", "The decision was accompanied by threats from Trump."),
    (
        "it",
        "Il secondo incontro tra la delegazione ucraina e quella russa è avvenuto con la mediazione di Witkoff e Kushner.",
    ),
    # principals do not arrange their own summit; who says so is not who does it
    ("en", "Trump and Putin agreed to prepare a summit in Budapest."),
    ("en", "Ushakov said the sides are preparing the summit between Trump and Putin."),
    ("it", "Peskov ha detto che serve tempo per preparare il vertice tra Trump e Putin."),
    ("en", "Rubio praised the host of the summit between Trump and Putin."),
    ("en", "Lavrov arranged the chairs."),
    ("en", "Witkoff arranged Friday."),
    ("en", "Witkoff flew with."),
    ("en", "Trump-mediated talks; Putin hosted."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_nothing_is_told(language: str, text: str) -> None:
    assert told(language, text) == set()


STATUS = [
    ("en", "Witkoff will deliver a letter from Trump to Putin.", "planned", "asserted"),
    ("it", "Witkoff consegnerà a Putin una lettera di Trump.", "planned", "asserted"),
    ("en", "Trump sent Witkoff to deliver a letter to Putin.", "planned", "asserted"),
    ("it", "Putin sarà accompagnato da Lavrov.", "planned", "asserted"),
    ("en", "Witkoff delivered a letter from Trump to Putin.", "held", "asserted"),
    ("en", "Witkoff reportedly delivered a letter from Trump to Putin.", "held", "reported"),
    ("it", "Witkoff avrebbe consegnato a Putin una lettera di Trump.", "held", "reported"),
    ("en", "Ushakov is preparing the summit between Trump and Putin.", "ongoing", "asserted"),
    ("it", "Ushakov sta preparando il vertice tra Trump e Putin.", "ongoing", "asserted"),
]


@pytest.mark.parametrize(("language", "text", "status", "mood"), STATUS)
def test_plans_and_hearsay_are_marked(language: str, text: str, status: str, mood: str) -> None:
    found = ties(language, text)
    assert {(r.status, r.mood) for r in found} == {(status, mood)}


def test_the_day_of_a_tie_is_that_of_its_sentence() -> None:
    found = ties("en", "Steve Witkoff handed Putin a letter from Trump on Friday.")
    assert {(r.date_from, r.date_to) for r in found} == {(dt.date(2025, 10, 17), dt.date(2025, 10, 17))}
    (alone,) = ties("it", "Kushner ha accompagnato Witkoff a Mosca.")
    assert alone.date_from is None


def test_a_tie_told_with_a_contact_belongs_to_it() -> None:
    (tie,) = ties(
        "en", "Witkoff, accompanied by Kushner, met Putin in Moscow on 2 December 2025.", dt.date(2025, 12, 3)
    )
    assert tie.event_id is not None
    assert tie.event_id.startswith("2025-12-02-meeting")


def test_a_summit_called_off_was_arranged_by_nobody() -> None:
    assert told("it", "È stato annullato il vertice tra Trump e Putin organizzato da Orbán.") == set()


def test_every_rule_has_a_row() -> None:
    assert {rule.id for rule in RULES} == {row[2] for row in ROWS}


def test_more_than_a_third_of_the_rows_tell_nothing() -> None:
    assert len(NONE) * 3 > len(NONE) + len(ROWS)


def test_no_sentence_is_passed_over_wrongly(try_everywhere: Callable[[], None]) -> None:
    rows = [(row[0], row[1]) for row in (*ROWS, *NONE, *STATUS)]
    found = [ties(language, text) for language, text in rows]
    try_everywhere()
    assert [ties(language, text) for language, text in rows] == found
