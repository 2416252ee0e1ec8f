"""Needles: patterns against the letters they cannot match without."""

from __future__ import annotations

import pytest

from data.extract.needles import NeedleIndex, needles_of
from data.lexicon import load_lexicon

NEEDLES = [
    (r"\bpeace\b", {"peace"}),
    (r"\b(?:cede|ceding)\b[^.]{0,60}\bland\b", {"cede", "ceding"}),
    (r"\b(?:a|of)\b[^.]{0,60}\bland\b", {"land"}),  # the shorter ones stand everywhere
    (r"\bsummit (?:in|at) rome\b", {"summit in rome", "summit at rome"}),
    (r"\bmissil[ei]\b", {"missile", "missili"}),
    (r"\bregion\w+ (?:of|in)?", {"region"}),
    (r"(?:summit )+held", {"summit "}),
    (r"(?P<what>call|talks?)", {"call", "talk"}),
    (r"\b(?:summit|\w+ing)\b", {"summit", "ing"}),
    # none can be told
    (r"\d{1,2}[^:]\d\d", set()),
    (r"(?:summit)?", set()),
    (r"\b(?:summit|\w+)\b", set()),
    (r"(?i)summit", set()),
    (r"(?=summit)\w+", set()),
    ("|".join(f"{n}th" for n in range(100)), set()),  # too many to be worth it
]


@pytest.mark.parametrize(("pattern", "needles"), NEEDLES)
def test_needles(pattern: str, needles: set[str]) -> None:
    assert needles_of(pattern) == needles


def test_index() -> None:
    index = NeedleIndex([r"\bsummit in (?:rome|paris)", r"\bcall(?:s|ed)?\b", r"\d+", r"\bin\b"])
    assert index.always == [2, 3]
    assert list(index.find("the called summit in paris")) == [(8, [1]), (26, [0])]
    assert list(index.find("a summit in bonn")) == []
    assert list(NeedleIndex([]).find("a summit in bonn")) == []


def test_patterns_of_the_vocabulary_have_needles() -> None:
    forms = [form for topic in load_lexicon().topics.values() for form in (*topic.patterns_en, *topic.patterns_it)]
    assert forms
    assert NeedleIndex(forms).always == []
