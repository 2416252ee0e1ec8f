"""What counts as one token: rows of text → tokens, in both languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.lexicon import load_lexicon
from data.tokens import find_tokens

ABBREVIATIONS = {name: frozenset(load_lexicon().words[name].names.layout.abbreviations) for name in ("it", "en")}

# a bar stands where a token begins; what has no bar must stay whole
ROWS = [
    ("it", "L’|incontro| dell'|ex| presidente| all’|hotel|."),
    ("it", "un| po'| di| pace"),
    ("it", "E'| durata| due| ore"),
    ("it", "i| colloqui| russo|-|ucraini"),
    ("it", "il| vertice| Trump-Putin| con| i| MiG-31"),
    ("it", "l’|“|accordo|”| c'|era"),
    ("it", "i| leader| '|amici|'|:"),
    ("it", "alle| 16:30| del| 20/10/2025|,| a| 79°"),
    ("it", "Il| Prof.| Rossi| e| Orbán|…"),
    ("it", "nel| 44| a.C.| no"),
    ("en", "Trump|'s| call| with| the| leaders|’| aides"),
    ("en", "They| do|n't| and| can|not|;| we|’ve| wo|n’t"),
    ("en", "O'Brien| and| D’Souza| met"),
    ("en", "US|-|Russia| talks| on| MiG-31| jets|,| 20|-|minute| talks"),
    ("en", "Mr.| Trump| and| Gen.| Kellogg| left|."),
    ("en", "J.| D.| Vance| posted| on| X."),
    ("en", "the| U.S.| at| 8| a.m.| today"),
    ("en", "1,500| men|,| $|1.5bn|,| 50|%|,| the| 267th| day"),
    ("en", "from| 2|-|3| to| 10:15"),
    ("en", "MOSCOW|,| May| 21|.| /TASS/.| He"),
    ("en", "see| https://example.com/a-b?c=d|,| (|here|)"),
    ("en", "wait| ...| --| what|?|!"),
    ("en", "an| ordinary| no|.| It"),
    ("en", "He| said|: |“|Yes|”|."),
    ("en", "Orba\u0301n| co\u00adoperated"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked"), ROWS, ids=[row[1] for row in ROWS])
def test_tokens(language: str, marked: str) -> None:
    found = find_tokens(marked.replace("|", ""), language, ABBREVIATIONS[language])
    assert [token.text for token in found] == [part.strip() for part in marked.split("|")]


def test_forms_and_lemmas() -> None:
    (word,) = find_tokens("Parlò", "it")
    assert (word.start, word.end, word.lower, word.lemma) == (0, 5, "parlo", "parlare")
    assert [t.lemma for t in find_tokens("leaders spoke", "en")] == ["leader", "speak"]


def test_abbreviations_are_what_the_vocabulary_says() -> None:
    assert [t.text for t in find_tokens("Mr. Fox", "en")] == ["Mr", ".", "Fox"]
    assert [t.text for t in find_tokens("Mr. Fox", "en", frozenset({"mr"}))] == ["Mr.", "Fox"]
    assert [t.text for t in find_tokens("so mr. Fox", "en", frozenset({"mr"}))] == ["so", "mr", ".", "Fox"]


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="'xx' is not one of it, en"):
        find_tokens("x", "xx")


@given(st.sampled_from(["it", "en"]), st.text(st.sampled_from("aàZ0'’-.,:/°_ \n“”\u0301\u00ad€@"), max_size=40))
def test_every_visible_character_is_in_one_token(language: str, text: str) -> None:
    found = find_tokens(text, language)
    assert all(text[t.start : t.end] == t.text and not t.text.isspace() for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {at for t in found for at in range(t.start, t.end)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace() and char != "\u00ad")
