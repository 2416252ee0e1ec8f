"""Sentences and offsets: where one ends and the next begins, on clean and on broken text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.document import DIGITS, Document, build_document
from data.extract.actors import find_actors
from data.extract.places import find_places
from data.extract.topics import find_topics
from data.lexicon import load_lexicon

LEXICON = load_lexicon()
CUT = "|"


def build(language: str, text: str) -> Document:
    return build_document(text, language, LEXICON.words[language].names.layout.abbreviations)


def sentences(language: str, text: str) -> list[str]:
    return [text[s.start : s.end] for s in build(language, text).sentences]


# a bar stands where a sentence must end; it is taken out before reading
ROWS = [
    ("en", "He left. |She stayed."),
    ("en", "Did he leave? |Yes! |He did."),
    ("en", "He met Mr. Smith and Mrs. Jones."),
    ("en", "U.S. President Donald Trump spoke."),
    ("en", "It is the U.S. position. |He said so."),
    ("en", "The U.S. and the U.K. agreed."),
    ("en", "He said on Jan. 22 that it was over."),
    ("en", "He came on Oct. 16 and left."),
    ("en", "George W. Bush spoke. |J.D. Vance listened."),
    ("en", "Sen. Smith and Rep. Jones agreed. |Gen. Miller did not."),
    ("en", "Growth was 2.5 per cent. |It fell."),
    ("en", "It cost $3.50 or €1,000.75 in all."),
    ("en", "“It is over.” |He left."),
    ("en", "“It is over,” he said. |He left."),
    ("en", "He said: “It is over.” |Then he left."),
    ("en", "“Is it over?” he asked. |He left."),
    ("en", "It is over (for now). |He left."),
    ("en", "It is over... |He left."),
    ("en", "It is over… |He left."),
    ("en", "It is… over."),
    ("en", "It is over... for now."),
    ("en", "TALKS END WITHOUT ANY RESULT AT ALL |The envoys left at night."),
    ("en", "One\n\n|Two"),
    ("en", "One\r\n\r\n|Two"),
    ("en", "One\n|Two"),
    ("en", "One\r\n|Two"),
    ("en", "• One thing\n|• Another thing"),
    ("en", "- One thing\n|- Another thing"),
    ("en", "He left.\t|She stayed."),
    ("en", "He left.  |She stayed."),
    ("en", "He left.\u00a0|She stayed."),
    ("en", "It works 😀. |He left."),
    ("en", "A street at night. |(Photo by A. Sample/Getty Images) |He left."),
    ("en", "The No. 5 seed won. |He left."),
    ("en", "It began at 3 p.m. and ended at 5 a.m. sharp."),
    ("en", "It went to the White House.|Putin waited.|The talks ended."),
    ("en", "It was told to News.Az and Site.com by Reuters."),
    ("en", "The file is Notes.txt of Ph.D. Smith."),
    ("it", "Lo dice la Casa Bianca.|Zelensky tace.|Il vertice slitta."),
    ("it", "È partito. |Lei è rimasta."),
    ("it", "Il sig. Rossi e il prof. Bianchi sono qui."),
    ("it", "L'on. Rossi ha parlato. |Poi ha taciuto."),
    ("it", "L'art. 5 del trattato è chiaro."),
    ("it", "Vedi il n. 5 della rivista."),
    ("it", "Sono 1.000 soldati e 2.500 mezzi. |Poi altri."),
    ("it", "Alle 15.30 è tutto finito. |Poi è partito."),
    ("it", "«È finita». |Poi è partito."),
    ("it", "«È finita», ha detto. |Poi è partito."),
    ("it", "«È finita.» |Poi è partito."),
    ("it", "“È finita?” ha chiesto. |Poi è partito."),
    ("it", "È finita... |Poi è partito."),
    ("it", "È finita… forse."),
    ("it", "Il gen. Keith Kellogg ha parlato."),
    ("it", "VERTICE RINVIATO SENZA UNA NUOVA DATA |I negoziatori sono partiti."),
    ("it", "Primo punto;\n|secondo punto"),
    ("it", "Perché? |Nessuno lo sa."),
]

WRAPPED = "\n".join(
    [
        "The envoy came to the city in the early",
        "morning and left it again after a short",
        "walk along the river that runs through",
        "the old town. He said nothing to those",
        "who waited for him at the station, and",
        "went on by train to the border in the",
        "west, where others waited. Nobody knew",
        "when he would be back, or whether he",
        "would come at all before the winter.",
    ]
)


@pytest.mark.parametrize(("language", "marked"), ROWS, ids=[row[1][:50] for row in ROWS])
def test_sentences(language: str, marked: str) -> None:
    text = marked.replace(CUT, "")
    assert sentences(language, text) == [part.strip() for part in marked.split(CUT)]


def test_hard_wrapped_lines_are_joined() -> None:
    found = sentences("en", WRAPPED)
    assert len(found) == 3
    assert found[1].startswith("He said nothing")
    flat = build("en", WRAPPED).flat
    assert len(flat) == len(WRAPPED)
    assert "\n" not in flat


def test_lines_of_an_ordinary_text_stay_apart() -> None:
    text = "A headline without a stop\nThe text begins here. It goes on.\n\nA new paragraph."
    document = build("en", text)
    assert [s.paragraph for s in document.sentences] == [0, 1, 1, 2]
    assert document.flat == document.folded


def test_lookups() -> None:
    document = build("en", "He left. She stayed.")
    assert document.sentence_at(0).start == 0
    assert document.sentence_at(12).start == 9
    assert document.sentence_at(500).start == 9
    assert [t.text for t in document.tokens_in(0, 8)] == ["He", "left", "."]
    assert document.tokens[document.token_index(10)].text == "She"
    with pytest.raises(ValueError, match="no sentences"):
        build("en", "\n").sentence_at(0)
    with pytest.raises(ValueError, match="language"):
        build_document("x", "xx")


def check(language: str, text: str) -> None:
    """Everything read has a place inside the text; nothing raises."""
    document = build(language, text)
    assert len(document.folded) == len(document.flat) == len(text)
    assert all(text[t.start : t.end] == t.text for t in document.tokens)
    assert all(a.end <= b.start for a, b in zip(document.tokens, document.tokens[1:], strict=False))
    assert [t for s in document.sentences for t in range(s.first, s.last)] == list(range(len(document.tokens)))
    found = [*find_actors(document, LEXICON).mentions, *find_topics(document, LEXICON), *find_places(document, LEXICON)]
    assert all(0 <= f.start < f.end <= len(text) for f in found)


ODD = {
    "empty": "",
    "one": "x",
    "newlines": "\n" * 500,
    "blanks": " \t\u00a0" * 500,
    "binary": "\x00\x01\x7f\x1b" * 300,
    "long word": "a" * 10_000,
    "long capitals": "TRUMP" * 2_000,
    "dots": "." * 5_000,
    "quotes": "“«\"'" * 500,
    "arabic": "قال الرئيس ترامب إن الاجتماع سيعقد غدا. " * 20,
    "chinese": "普京和特朗普在电话中讨论了停火。" * 50,
    "hebrew and English": "טראמפ Trump אמר Putin. " * 50,
    "surrogates": "\ud800 Trump \udfff",
    "combining": "a\u0301\u0302\u0303" * 500,
    "blanks in a name": "Donald" + " " * 3_000 + "Trump",
    "emoji": "👩‍👩‍👧‍👦🇺🇦 Zelensky 🇺🇦" * 50,
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("language", ["it", "en"])
def test_odd_texts(language: str, name: str) -> None:
    check(language, ODD[name])


PIECES = st.sampled_from(
    ["Trump", "Putin", "the two leaders", "i due leader", "presidente russo", "Russian", "president", "Mosca", "a Mosca", "he", "lui",
     "sanctions", "tregua", "Orba\u0301n", "“", "”", "«", "»", "\n", "\n\n", "\r\n", ". ", ", ", " ", "\u00ad", "’", "ex ", "of Russia", "e Ucraina"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["it", "en"]), st.lists(PIECES | st.text(max_size=8), max_size=25).map(" ".join))
def test_any_text(language: str, text: str) -> None:
    check(language, text)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["it", "en"]), st.lists(PIECES, max_size=25).map("".join))
def test_any_pieces(language: str, text: str) -> None:
    check(language, text)


def seconds(text: str) -> float:
    begin = time.process_time()
    document = build("en", text)
    find_actors(document, LEXICON)
    find_topics(document, LEXICON)
    find_places(document, LEXICON)
    return time.process_time() - begin


def test_time_grows_with_the_text_and_not_faster() -> None:
    one = (
        "In Moscow, Russian President Vladimir Putin told reporters that he would meet Donald Trump. Regional governor "
        "Ivan Petrenko spoke of the truce, sanctions and 120 drones. The two leaders and his Ukrainian counterpart agreed.\n\n"
    )
    build("en", one)
    seconds(one)
    short, long = seconds(one * 150), seconds(one * 1_200)
    assert long < 8 * short * 3


WORD_STARTS = [
    ("en", "Talks don't end; they cannot.", {"don": [6], "t": [10], "cannot": [22]}),
    ("en", "In May 2025, on 5/8, they met.", {"may": [3], "2025": [7], "5": [16], "8": [18], DIGITS: [7, 16, 18]}),
    ("it", "L’incontro dell’8 ottobre", {"l": [0], "incontro": [2], "dell": [11], "8": [16], DIGITS: [16]}),
    ("it", "Roma-Milano, a Roma", {"roma": [0, 15], "milano": [5]}),
    ("en", "— …", {DIGITS: []}),
]


@pytest.mark.parametrize(("language", "text", "starts"), WORD_STARTS)
def test_word_starts(language: str, text: str, starts: dict[str, list[int]]) -> None:
    found = build_document(text, language).word_starts
    assert {word: found.get(word) for word in starts} == starts
    assert not {"do", "n", "can", "not", "5/8", "l'incontro"} & found.keys()
