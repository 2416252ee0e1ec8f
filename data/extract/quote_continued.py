"""Quoted words that go on after the speaker's last ones, without a new credit.

Lives here: `Continued`, how far a speaker's words carry. Must not live here: words that a cue governs
(`data.extract.quote_cues`), or an article that is one person's as a whole (`data.extract.quote_only_speaker`).
"""

from __future__ import annotations

from data.extract.quote_credit import Credit
from data.extract.speech_text import STOPS, ArticleText, Cue


class Continued:
    """Finds the speaker whose words end just before quoted ones."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues

    def previous(self, n: int, credits: list[Credit]) -> Credit | None:
        """The speaker whose words end just before: the quote before, or a cue in the sentence before."""
        a = self.a
        first, _ = a.bounds[n]
        number = a.sentence_of[first]
        told = (c for c in reversed(self.cues) if c.first < first and c.known and c.kind != "relay")
        last_cue = next((c for c in told if not self._inlined(c)), None)
        if n:
            _, before_last = a.bounds[n - 1]
            gap = number - a.sentence_of[max(before_last - 1, 0)]
            credited = credits[n - 1]
            newer = last_cue is not None and last_cue.first >= before_last and last_cue is not credited.cue
            near = gap <= 1 or self._only_captions(before_last, first)
            if not newer and credited.speaker and (near or self._still(credited.speaker, before_last, first)):
                return Credit(credited.speaker, credited.via, credited.cue, "quote-continued", False)
        if last_cue and number - last_cue.sentence <= 1 and (last_cue.speaker or not last_cue.others):
            if last_cue.speaker is None:
                return None
            return Credit(last_cue.speaker, last_cue.via, last_cue, "quote-continued", False)
        return None

    def _still(self, speaker: str | None, first: int, last: int) -> bool:
        """Whether the sentences between two quotes, two at most, go on about the speaker: "He paused."."""
        a = self.a
        numbers = range(a.sentence_of[first - 1] + 1, a.sentence_of[last])
        if not 0 < len(numbers) <= 2 or not (a.low(first) in STOPS or self._credit_ends(first)):
            return False
        for number in numbers:
            sentence = a.document.sentences[number]
            named = a.subject_of_clause(sentence.first, sentence.last)
            pronoun = a.is_(sentence.first, "he") or a.is_(sentence.first, "she")
            if not pronoun and (named is None or named.actors != (speaker,)):
                return False
        return True

    def _credit_ends(self, k: int) -> bool:
        """Whether the sentence of token `k` ends with a credit of the words before it."""
        return any(c.first >= k and c.sentence == self.a.sentence_of[k - 1] for c in self.cues)

    def _inlined(self, cue: Cue) -> bool:
        """Whether a cue stands in a headline or caption inlined in the text, which interrupts nobody."""
        return cue.sentence > 0 and self.a.is_caption(cue.sentence)

    def _only_captions(self, first: int, last: int) -> bool:
        """Whether nothing but short matter (a caption, a linked headline) stands between two quotes."""
        a = self.a
        text = "".join(t.text for t in a.tokens[first:last])
        return last - first < 60 and ("(" in text or text.isupper())

    def runs_on(self, n: int) -> bool:
        """Whether the sentence goes on behind the quoted words, as it does when somebody else is credited there."""
        a = self.a
        _, last = a.bounds[n]
        inner = a.document.text[a.marked[n].end - 1]
        if last >= len(a.tokens) or inner != ",":
            return False
        return (
            a.tokens[last].text[0].isalpha()
            and a.document.text.find("\n", a.tokens[last - 1].end, a.tokens[last].start) < 0
        )
