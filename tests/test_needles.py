"""Needles: patterns against the letters they cannot match without."""

from __future__ import annotations

import pytest

from data.document import build_document
from data.extract.needles import NeedleIndex, NeedlePlaces, needles_of, needles_of_phrases
from data.lexicon import load_lexicon

NEEDLES = [
    (r"\bpeace\b", {"peace"}),
    (r"\b(?:cede|ceding)\b[^.]{0,60}\bland\b", {"cede", "ceding"}, {"land"}),
    (r"\b(?:(?:peace )?talks \d+|deal\w* (?:on|in) arms)\b", {"talks ", " on arms", " in arms"}),
    (r"\bdeal\w* (?:on|in) (?:\w+ )?arms\b", {"deal"}, {" on ", " in "}, {"arms"}),
    (r"\b(?:a|of)\b[^.]{0,60}\bland\b", {"land"}, {"a", "of"}),
    (r"\bsummit (?:in|at) rome\b", {"summit in rome", "summit at rome"}),
    (r"\bmissil[ei]\b", {"missile", "missili"}),
    (r"\bregion\w+ (?:of|in)?", {"region"}),
    (r"(?:summit )+held", {"summit "}, {"held"}),
    (r"(?P<what>call|talks?)", {"call", "talk"}),
    (r"\b(?:summit|\w+ing)\b", {"summit", "ing"}),
    # none can be told
    (r"\d{1,2}[^:]\d\d",),
    (r"(?:summit)?",),
    (r"\b(?:summit|\w+)\b",),
    (r"(?i)summit",),
    (r"(?=summit)\w+",),
    ("|".join(f"{n}th" for n in range(100)),),  # too many to be worth it
]


@pytest.mark.parametrize("row", NEEDLES)
def test_needles(row: tuple[str, *tuple[set[str], ...]]) -> None:
    pattern, *needles = row
    assert list(needles_of(pattern)) == needles


PHRASES = [
    (["delegation led*", "working group"], {"delegation", "working"}),
    (["l’inviato di"], {"l'inviato"}),
    (["a", "via"], {"a", "via"}),
    (["medi*ndo"], {"medi"}),
    ([], set()),
]


@pytest.mark.parametrize(("phrases", "needles"), PHRASES)
def test_needles_of_phrases(phrases: list[str], needles: set[str]) -> None:
    assert needles_of_phrases(phrases) == needles


def test_index() -> None:
    index = NeedleIndex(
        {"summit": [{"summit in"}], "call": [{"call", "phone"}], "two": [{"call"}, {"summit", "visit"}], "none": []}
    )
    document = build_document("They phoned. Nothing else. A summit in Rome, another call.", "en")
    assert index.by_sentence(document) == {0: {"call", "none"}, 1: {"none"}, 2: {"summit", "call", "two", "none"}}
    assert NeedleIndex({"call": [{"call"}]}).by_sentence(build_document("A summit in Bonn.", "en")) == {}
    assert NeedleIndex({"two": [{"call"}, {"visit"}]}).by_sentence(build_document("A call. A visit.", "en")) == {}
    assert NeedleIndex({"short": [{"a"}]}).by_sentence(build_document("Summits.", "en")) == {0: {"short"}}
    assert NeedleIndex({"call": [{"call"}]}).by_sentence(build_document("", "en")) == {}


def test_places() -> None:
    places = NeedlePlaces({"call": {"call", "phon*"}, "both": {"Call", "a call"}, "none": set()})
    found = places.find("they phoned. a recall, a call.")
    assert found == {"call": [9, 21, 29], "both": [21, 29, 29], "none": []}
    assert places.find("") == {"call": [], "both": [], "none": []}


def test_patterns_of_the_vocabulary_have_needles() -> None:
    forms = [form for topic in load_lexicon().topics.values() for form in (*topic.patterns_en, *topic.patterns_it)]
    assert forms
    assert all(needles_of(form) for form in forms)
