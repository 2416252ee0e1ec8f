"""Ties between actors: rows of text → ties, each with its sentence. More than a third of the rows tie nobody."""

from __future__ import annotations

import datetime as dt

import pytest

from data.extract.article import read_article
from data.lexicon import load_lexicon
from data.read import Source
from data.relations import RULES, Relation, find_relations, served_by
from data.resolve import resolve

TRUMP, PUTIN, ZELENSKY = "donald-trump", "vladimir-putin", "volodymyr-zelensky"


def ties(language: str, text: str) -> list[Relation]:
    assert language in ("it", "en")
    source = Source("a", "a.txt", text, "0" * 64, "it" if language == "it" else "en", published=dt.date(2025, 10, 20))
    found, lexicon = read_article(source, load_lexicon()), load_lexicon()
    return find_relations(resolve([source], [found], lexicon).events, [found], {"a": text}, lexicon)


ROWS = [
    ("en", "Trump met Putin in Anchorage on 15 August 2025.", "met", TRUMP, PUTIN, "tie-contact"),
    ("it", "Trump ha sentito Putin giovedì.", "spoke", TRUMP, PUTIN, "tie-contact"),
    ("en", "Trump hosted Zelensky at Mar-a-Lago on Sunday.", "hosts", TRUMP, ZELENSKY, "tie-host"),
    ("it", "Zelensky ha visitato la Casa Bianca: la visita di Zelensky alla Casa Bianca di venerdì è finita.", "hosts", TRUMP, ZELENSKY, "tie-host"),
    ("en", "Viktor Orban is preparing the summit between Trump and Putin in Budapest, to be held soon.", "hosts", "viktor-orban", PUTIN, "tie-offer"),
    ("it", "Viktor Orbán prepara il vertice tra Trump e Putin che si terrà a Budapest.", "hosts", "viktor-orban", TRUMP, "tie-offer"),
    ("it", "«Tutto bene», ha detto il portavoce del Cremlino Dmitry Peskov.", "speaks_for", "dmitry-peskov", PUTIN, "tie-speaks-for"),
    ("en", "“All is well”, Dmitry Peskov said, as quoted by TASS.", "reports_on", "tass", "dmitry-peskov", "tie-reports-on"),
    ("en", "Rubio praised Lavrov.", "mentioned_with", "marco-rubio", "sergey-lavrov", "tie-sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "kind", "source", "target", "rule"), ROWS)
def test_ties(language: str, text: str, kind: str, source: str, target: str, rule: str) -> None:
    found = [r for r in ties(language, text) if r.kind == kind and {r.source, r.target} == {source, target}]
    assert {r.rule for r in found} == {rule}
    if kind not in ("met", "spoke", "mentioned_with"):
        assert found[0].source == source
    assert text[found[0].start : found[0].end]


NONE = [
    ("en", "Trump and Putin have not met.", {"met", "spoke", "hosts"}),
    ("en", "Trump will meet Putin in Budapest in November.", {"met", "spoke"}),
    ("it", "È saltato il vertice di Budapest tra Trump e Putin.", {"met", "spoke"}),
    ("it", "Trump ha sentito Putin giovedì.", {"met", "hosts"}),
    ("en", "The summit between Trump and Putin in Budapest was praised by Macron.", {"hosts"}),
    ("it", "«Tutto bene», ha detto Trump.", {"speaks_for", "reports_on"}),
    ("en", "Rubio praised the deal. Lavrov did not.", {"mentioned_with"}),
    ("en", "Trump praised Trump.", {"mentioned_with"}),
    ("en", "“All is well”, the ambassador said.", {"speaks_for", "reports_on"}),
    ("it", "Vance e Rubio si sono congratulati.", {"met", "spoke"}),
]


@pytest.mark.parametrize(("language", "text", "kinds"), NONE)
def test_no_ties(language: str, text: str, kinds: set[str]) -> None:
    assert not [r for r in ties(language, text) if r.kind in kinds]


def test_a_passage_that_names_only_one_is_no_evidence_for_two() -> None:
    text = "Trump spoke by phone with Putin on Thursday. The call lasted two hours, and Rubio praised it."
    found = [r for r in ties("en", text) if r.kind == "spoke"]
    assert [text[r.start : r.end] for r in found] == ["Trump spoke by phone with Putin on Thursday."]


def test_a_contact_told_without_names_counts_for_two_who_are_tied_by_name() -> None:
    text = "Trump spoke by phone with Putin on 16 October 2025. The call of 18 August 2025 lasted an hour."
    found = [r for r in ties("en", text) if r.kind == "spoke"]
    assert sorted(r.event_id or "" for r in found) == ["2025-08-18-call-trump-putin", "2025-10-16-call-trump-putin"]
    alone = ties("en", "The call of 18 August 2025 lasted an hour, as Trump told Rubio.")
    assert not [r for r in alone if r.kind == "spoke"]


def test_colleagues_among_others_have_not_met_each_other() -> None:
    found = ties("en", "Witkoff and Kushner met Putin in Moscow on Friday.")
    assert {frozenset((r.source, r.target)) for r in found if r.kind == "met"} == {
        frozenset((PUTIN, "steve-witkoff")),
        frozenset((PUTIN, "jared-kushner")),
    }


def test_credited_words_are_shown_in_whole_sentences() -> None:
    text = "It rained. “All is well”, Dmitry Peskov told the TASS agency on Friday. It snowed."
    found = [r for r in ties("en", text) if r.kind == "reports_on"]
    assert {text[r.start : r.end] for r in found} == {"“All is well”, Dmitry Peskov told the TASS agency on Friday."}


def test_nobody_hosts_those_of_his_own_side() -> None:
    found = ties("en", "Trump, Vance and Zelensky met in the Oval Office on Friday.")
    assert "jd-vance" not in {r.target for r in found if r.kind == "hosts"}


def test_each_piece_of_evidence_is_given_once() -> None:
    found = ties("en", "Trump met Putin on Friday. Trump met Putin on Friday.")
    assert len(found) == len(set(found))
    assert len([r for r in found if r.kind == "met"]) == 2


def test_every_rule_has_a_row() -> None:
    assert {rule.id for rule in RULES} == {row[-1] for row in ROWS}


def test_whom_somebody_serves() -> None:
    lexicon = load_lexicon()
    assert served_by(lexicon, "dmitry-peskov") == PUTIN
    assert served_by(lexicon, TRUMP) is None
    assert served_by(lexicon, "nobody-known") is None
