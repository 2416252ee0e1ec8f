"""Indirect speech: the words that a cue credits without quote marks, and where they begin and end.

Lives here: `indirect_speech`, the clause of each cue. Must not live here: where cues are
(`data.extract.speech_cues`), or words between quote marks (`data.extract.quotes`).
"""

from __future__ import annotations

from data.extract.finds import Quote
from data.extract.speech_text import ArticleText, Cue


def indirect_speech(article: ArticleText, cues: list[Cue]) -> list[Quote]:
    """The rows of indirect speech: one for each credit with words of its own beside any quoted ones."""
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        if cue.speaker or cue.others or (cue.known and cue.via):
            by_sentence.setdefault(cue.sentence, []).append(cue)
    rows: list[Quote] = []
    for number, group in by_sentence.items():
        speakers = {cue.speaker for cue in group}
        done: set[tuple[int, int, str | None]] = set()
        for position, cue in enumerate(group):
            first, last = _clause(article, number, group, position, alone=len(speakers) == 1)
            if (start := _paragraph_told(article, cue)) is not None:
                first = start
            if not _has_own_words(article, cue, first, last):
                continue
            for speaker in (cue.speaker, *cue.others) if cue.speaker or not cue.others else cue.others:
                if (first, last, speaker) in done:
                    continue
                done.add((first, last, speaker))
                rows.append(_row(article, cue, first, last, speaker))
    return rows


def _row(article: ArticleText, cue: Cue, first: int, last: int, speaker: str | None) -> Quote:
    tokens = article.tokens
    return Quote(
        tokens[first].start, tokens[last - 1].end, "indirect", speaker, cue.via, article.text_of(cue.first, cue.last),
        tokens[cue.credit_first].start, tokens[max(cue.credit_last, cue.last) - 1].end, cue.mood, cue.rule,
    )  # fmt: skip


def _paragraph_told(article: ArticleText, cue: Cue) -> int | None:
    """Where the paragraph begins that "- said Peskov." credits, a sentence of its own behind words without marks."""
    sentence = article.document.sentences[cue.sentence]
    start = min(cue.first, cue.credit_first)
    if article.low(sentence.first) != "-" or start - sentence.first > 6 or not cue.sentence:
        return None
    before = cue.sentence - 1
    while before > 0 and article.document.sentences[before - 1].paragraph == sentence.paragraph:
        before -= 1
    first = article.document.sentences[before]
    if first.paragraph != sentence.paragraph or any(article.quoted[first.first : sentence.first]):
        return None
    return first.first


def _clause(article: ArticleText, number: int, group: list[Cue], position: int, *, alone: bool) -> tuple[int, int]:
    """The tokens a cue credits: its sentence, or its share of it when others speak in the same sentence."""
    sentence = article.document.sentences[number]
    if alone:
        return sentence.first, sentence.last
    cue = group[position]
    start, stop = min(cue.credit_first, cue.first), max(cue.credit_last, cue.last)
    if cue.rule == "speech-agent" or cue.kind == "noun":
        first, last = start, stop
        while first > sentence.first and start - first < 10 and article.low(first - 1) not in {",", ";", ":"}:
            first -= 1
        while (
            last < sentence.last
            and article.low(last) not in {",", ";"}
            and not (cue.kind != "noun" and last - stop > 8)
        ):
            last += 1
        return first, last
    if cue.tail:
        return sentence.first, max(stop, sentence.last if position + 1 == len(group) else stop)
    first, last = start, sentence.last
    for following in group[position + 1 :]:
        border = min(following.credit_first, following.first)
        if following.speaker != cue.speaker and article.clause_start(border) > stop:
            last = max(article.clause_start(border), stop)
            break
    if cue.kind == "according" or position == 0 or cue.rule == "speech-participle":
        first = article.clause_start(start)
    return min(first, start), max(last, stop)


def _has_own_words(article: ArticleText, cue: Cue, first: int, last: int) -> bool:
    """Whether a clause has words that are neither quoted nor the credit itself: two, or three beside quote marks."""
    count = 0
    enough = 3 if any(article.quoted[first:last]) else 2
    for k in range(first, last):
        if (
            not article.quoted[k]
            and not cue.credit_first <= k < max(cue.credit_last, cue.last)
            and article.low(k)[:1].isalnum()
        ):
            count += 1
            if count >= enough or (k >= cue.last and _tells_of(article, cue, k)):
                return True
    return cue.kind == "deny" or cue.rule in {"speech-anaphora", "speech-noun", "speech-agent", "speech-according-to"}


def _tells_of(article: ArticleText, cue: Cue, k: int) -> bool:
    """Whether what is said begins, outside the quote marks, with somebody: X said Y “was right”."""
    named = article.at.get(k)
    if named is None or cue.kind != "say" or cue.credit_last > cue.last or named.first != cue.last:
        return False
    hearer = (article.words.forms.get(article.low(cue.first)) or article.tokens[cue.first].lemma) in article.sets[
        "hearer"
    ]
    return not hearer and named.last < len(article.tokens) and bool(article.quoted[named.last])
