"""Quoted words that are a headline, a lead or a line of their own.

Lives here: `Headlines`, which credits them with who is named beside them, credited below, or says them elsewhere. Must
not live here: headlines without quote marks (`data.extract.speech_colons`).
"""

from __future__ import annotations

from msgspec.structs import replace

from data.extract.quote_credit import Credit
from data.extract.speech_text import ArticleText, Cue

_TELLING = 4  # letters from which on words said twice are thought to be one person's


class Headlines:
    """Finds the speaker of quoted words that stand apart from the text."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues

    def below(self, n: int) -> Credit | None:
        """A headline made of quoted words: the person its first part names, else the first one credited below."""
        a = self.a
        first, last = a.bounds[n]
        if a.paragraph(first) > 0:
            return self._entry(n)
        behind = a.at.get(last + 1) if a.low(last) == ":" else None
        if behind and not a.governed(behind) and not a.is_possessor(behind) and len(behind.actors) == 1:
            return Credit(behind.actors[0], None, None, "quote-headline", False)
        people = {x for named in a.named if named.last <= first for x in named.actors if a.kind(x) == "person"}
        if len(people) == 1:
            return Credit(next(iter(people)), None, None, "quote-headline", False)
        if not people:
            cue = next((c for c in self.cues if c.first >= last and c.speaker), None)
            if cue and cue.sentence - a.sentence_of[first] <= 3:
                return Credit(cue.speaker, None, None, "quote-headline", False)
        return None

    def _entry(self, n: int) -> Credit | None:
        """A line of quoted words that heads an entry: the first one credited in the paragraph below it."""
        a = self.a
        _, last = a.bounds[n]
        if not self._alone(n) or last >= len(a.tokens):
            return None
        below = (c for c in self.cues if c.first >= last and a.paragraph(c.first) == a.paragraph(last))
        cue = next((c for c in below if c.kind != "relay"), None)
        if cue is None or cue.speaker is None:
            return None
        return Credit(cue.speaker, cue.via, cue, "quote-headline", False)

    def said_again(self, n: int, credits: list[Credit]) -> Credit:
        """Words of a headline, lead or line of their own that nobody is credited with: who says them elsewhere.

        Nobody where two persons say them. Words of a lead are only looked for below it.
        """
        a, credit = self.a, credits[n]
        first, last = a.bounds[n]
        alone = self._alone(n)
        short = a.sentence_of[first] <= 2 and last - first <= 8
        if not (short or alone) or (credit.cue is not None and credit.cue.others):
            return credit
        words = self._plain(n)
        if len(words) < _TELLING:
            return credit  # "no" is said by everybody
        others = (m for m in range(0 if alone else n + 1, len(credits)) if m != n)
        same = {speaker for m in others if f" {words} " in f" {self._plain(m)} " and (speaker := credits[m].speaker)}
        if len(same) != 1:
            return credit
        return replace(credit, speaker=same.pop(), rule="quote-headline")

    def _alone(self, n: int) -> bool:
        """Whether quoted words without a full stop are a line of their own, as headlines inside an article are."""
        a = self.a
        first, last = a.bounds[n]
        before = first == 0 or a.paragraph(first - 1) != a.paragraph(first)
        behind = last >= len(a.tokens) or a.paragraph(last) != a.paragraph(first)
        return before and behind and a.document.text[a.marked[n].end - 1] != "."

    def _plain(self, n: int) -> str:
        first, last = self.a.bounds[n]
        return " ".join(t.lower for t in self.a.tokens[first:last] if t.lower[:1].isalnum())
