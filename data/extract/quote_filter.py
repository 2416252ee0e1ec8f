"""Which stretches between quote marks are somebody's words, and which only look like a quote.

Lives here: scare quotes, titles of works, names ("the so-called “…”"), phrases used as a name. Must not live here:
where the marks stand (`data.extract.quote_marks`), or who is credited (`data.extract.quotes`).
"""

from __future__ import annotations

from itertools import compress

from data.document import Token
from data.extract.quote_credit import Credit
from data.extract.quote_marks import Marked
from data.extract.speech_text import ArticleText


def is_quote(a: ArticleText, n: int, credits: list[Credit]) -> bool:
    """Whether the words between the marks of number `n` are somebody's, given whom all marks are credited to."""
    credit = credits[n]
    marked = a.marked[n]
    first, last = a.bounds[n]
    words = _words(a, first, last)
    if not words:
        return False
    if a.document.folded[marked.start : marked.end].strip(" ,.") in a.sets["epithets"]:
        return False
    if _is_named(a, first, words) or _is_title(a, first, words, marked) or a.is_outlet(marked):
        return False
    if credit.rule in {"quote-cue-after", "quote-next-sentence", "quote-colon", "quote-answer"}:
        return True
    if credit.explicit and credit.rule != "quote-tail":
        return True
    if not _is_phrase(a, first, words, marked):
        return True
    if credit.rule == "quote-subject" and credit.speaker and a.is_(first - 1, "passive"):
        return a.kind(credit.speaker) == "person"  # somebody is “wary” of a plan
    if credit.rule == "quote-tail":
        return not (_starts_with_name(a, first) and credit.cue is not None and credit.cue.kind == "according")
    number = a.sentence_of[first]
    for other, (begin, end) in enumerate(a.bounds):
        if other == n or a.sentence_of[begin] != number:
            continue
        apart = max(first - end, begin - a.bounds[n][1]) > 2
        if credits[other].speaker != credit.speaker or (len(words) == 1 and apart):
            continue
        if credits[other].explicit or not _is_phrase(a, begin, _words(a, begin, end), a.marked[other]):
            return True
    return False


def _words(a: ArticleText, first: int, last: int) -> list[Token]:
    """The words among tokens, without marks."""
    return list(compress(a.tokens[first:last], map(str.isalnum, a.document.initials[first:last])))


def _starts_with_name(a: ArticleText, first: int) -> bool:
    begin, _ = a.sentence(first)
    return first - begin <= 1


def _is_named(a: ArticleText, first: int, words: list[Token]) -> bool:
    """Whether the words before say that a name follows: "the so-called “…”", "i cosiddetti «…»"."""
    if len(words) > 5:
        return False
    return any(
        size
        for k in range(max(first - 4, 0), first)
        if (size := a.matches(k, a.words.naming)) and first - k - size <= 1 + a.is_(first - 1, "possessives")
    )


def _is_title(a: ArticleText, first: int, words: list[Token], marked: Marked) -> bool:
    """Whether the marks hold the title of a work: after "the film", or with all its words in capitals."""
    work = first - 1 - (a.low(first - 1) == ",")
    _, last = a.sentence(first)
    behind = next((k for k in range(first, last) if not a.quoted[k]), last)
    outlet = a.at.get(first - 2) if a.low(first - 1) in {"'s", "'"} else None
    if words[0].text[:1].isupper() and len(words) <= 8:
        if a.is_(first - 1, "whose") and a.is_(first - 2, "works"):
            return True
        if (work >= 0 and a.is_(work, "works")) or (behind < last and a.is_(behind, "works")):
            return True
        if outlet is not None and a.outlet(outlet):
            return True
    if len(words) < 2 or len(words) > 7 or _starts_sentence_at(a, first) or a.low(first - 1) == ":":
        return False
    long = [t.text for t in words if len(t.text) > 3]
    if not long or not all(w[:1].isupper() and not w.isupper() for w in long) or not words[0].text[:1].isupper():
        return False
    if a.italian and len(long) < 2:
        return False
    return a.document.text[marked.end - 1] not in ".!?," or (not a.italian and a.is_(first - 1, "prepositions"))


def _starts_sentence_at(a: ArticleText, first: int) -> bool:
    begin, _ = a.sentence(first)
    return first == begin


def _is_phrase(a: ArticleText, first: int, words: list[Token], marked: Marked) -> bool:
    """Whether quoted words are a noun or noun phrase used as a name, not somebody's sentence."""
    joins, auxiliaries = a.sets["joins"], a.sets["auxiliaries"]
    finite = any(t.lower in auxiliaries and t.text.lower() not in joins for t in words)  # "e" is not "è"
    if len(words) > 4 or (len(words) > 1 and finite):
        return False
    if a.document.text[marked.end - 1] in ",.!?…" and len(words) > 2:
        return False
    if len(words) == 1:
        return True
    before = a.low(first - 1) if first else ""
    if any(before in a.sets[name] for name in ("determiners", "possessives")) or before in {"'s", "'"}:
        return True
    if before in a.sets["prepositions"]:
        return len(words) < 3
    if before in a.sets["like"] and len(words) > 2:
        return False  # "described as", "descritta come"
    adjective = first > 0 and a.tokens[first - 1].text[:1].islower() and before not in a.sets["auxiliaries"]
    return a.italian and adjective and before.endswith(("o", "a", "e", "i"))
