"""Who is credited with quoted words that no cue governs.

Lives here: `Uncued`, the order of what is tried: the answer in an interview, the speaker before
(`data.extract.quote_continued`), a headline (`data.extract.quote_headlines`), the subject of the clause. Must not
live here: cues and how far they reach (`data.extract.quote_cues`).
"""

from __future__ import annotations

from itertools import pairwise

from data.extract.quote_continued import Continued
from data.extract.quote_credit import Credit, starts_sentence
from data.extract.quote_headlines import Headlines
from data.extract.speech_text import ArticleText, Cue


class Uncued:
    """Credits quoted words without a cue of their own."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues
        self._continued = Continued(article, cues)
        self._headlines = Headlines(article, cues)

    def credit(self, n: int, credits: list[Credit]) -> Credit:
        """The credit of quoted words, `credits` being those of the quotes before; nobody where nobody is told."""
        a = self.a
        first, last = a.bounds[n]
        number = a.sentence_of[first]
        previous = self._continued.previous(n, credits)
        if starts_sentence(a, n):
            answer = self._answer(first, credits)
            if answer:
                return answer
            if previous and not self._continued.runs_on(n):
                return previous
            return self._headlines.below(n) or Credit(None, None, None, "quote-uncredited", False)
        subject = self._sentence_subject(first, last)
        silent = next((c for c in reversed(self.cues) if c.first < first and number - c.sentence <= 1), None)
        if silent and silent.known and silent.speaker is None and not silent.others:
            return Credit(None, None, None, "quote-uncredited", False)
        if previous and (subject is None or previous.speaker == subject) and not self._stranger(first):
            return previous
        if subject and not self._tells_of_subject(first, last):
            return Credit(subject, None, None, "quote-subject", False)
        return Credit(None, None, None, "quote-uncredited", False)

    def _sentence_subject(self, first: int, last: int) -> str | None:
        """The subject of the clause quoted words stand in, or of the one behind them."""
        a = self.a
        begin, end = a.sentence(first)
        whose = a.at.get(begin + 1 + a.is_(begin + 1, "determiners")) if a.is_(begin, "for_whom") else None
        named = whose or a.subject_of_clause(a.clause_start(first), first) or a.subject_of_clause(begin, first)
        if named is None and last < len(a.tokens):
            named = a.subject_of_clause(last, end)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _tells_of_subject(self, first: int, last: int) -> bool:
        """Whether quoted words say what was done to the subject, who then did not say them: was “pushed too far”."""
        a = self.a
        inside = [t.lower for t in a.tokens[first:last] if t.text[:1].isalpha()]
        return not a.italian and a.is_(first - 1, "passive") and inside[:1] != [] and inside[0].endswith("ed")

    def _stranger(self, first: int) -> bool:
        """Whether a full name we do not know stands before quoted words in their sentence."""
        a = self.a
        begin, _ = a.sentence(first)
        words = [(k, a.tokens[k].text) for k in range(begin, first) if not a.quoted[k]]
        return any(
            x.istitle() and y.istitle() and k not in a.at and m not in a.at and m == k + 1
            for (k, x), (m, y) in pairwise(words[1:])
        )

    def _answer(self, first: int, credits: list[Credit]) -> Credit | None:
        """An interview: words after a question that nobody is credited with are the answer of the one interviewed."""
        a = self.a
        if first == 0 or a.low(first - 1) != "?" or a.quoted[first - 1]:
            return None
        asked = a.document.sentences[a.sentence_of[first - 1]]
        if any(c.sentence == a.sentence_of[first - 1] and c.speaker for c in self.cues) or asked.paragraph == 0:
            return None
        speakers = {c.speaker for c in credits if c.speaker}
        if (
            len(speakers) != 1
            or not credits
            or credits[0].rule not in {"quote-colon", "quote-headline", "quote-cue-before"}
        ):
            return None  # nobody, or not one person alone, opened the article
        return Credit(next(iter(speakers)), None, None, "quote-answer", False)
