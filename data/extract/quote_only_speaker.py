"""Quoted words in the report of what one person said, or in a list of one person's statements.

Lives here: `OnlySpeaker`, which looks at all credits before a place. Must not live here: words right behind
their speaker's last ones (`data.extract.quote_continued`).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.quote_credit import Credit, starts_sentence
from data.extract.speech_text import STOPS, ArticleText, Cue


class OnlySpeaker:
    """Credits the one person an article quotes with what is told of nobody else."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues
        self._listed = list(self._lists())

    def credit(self, n: int, credit: Credit) -> Credit:
        """Whole sentences told of nobody, or of a state that only their subject matter names, in the report of what
        one person said: that person's. "Moscow is in no hurry: “I can wait.”" in an interview is not Moscow's."""
        a = self.a
        first, last = a.bounds[n]
        listed = next((speaker for at, speaker in reversed(self._listed) if at < first), None)
        own = (
            credit.cue is None
            or credit.cue.kind == "weak"
            or credit.speaker is None
            or a.kind(credit.speaker) == "state"
        )
        if listed and own and not self._somebody_acts(listed, a.sentence_of[first], first):
            return Credit(listed, None, None, "quote-continued", False)
        words = a.document.text[a.marked[n].start : a.marked[n].end]
        whole = words[:1].isupper() and (words[-1] in ".!?…" or a.low(last) in STOPS) and last - first > 6
        if not whole or n in a.heads or n - 1 in a.heads or not (starts_sentence(a, n) or a.low(first - 1) == ":"):
            return credit
        speaker = self._only_speaker(first)
        if speaker is None or not self._may_be_anothers(credit, first, last):
            return credit
        return Credit(speaker, None, None, "quote-continued", False)

    def _lists(self) -> Iterator[tuple[int, str]]:
        """Where an article says that it lists one person's statements from there on, and whose."""
        a = self.a
        openings = tuple(f"{words} " for words in a.sets["listing"])
        for sentence in a.document.sentences:
            if not a.document.folded.startswith(openings, sentence.start):
                continue
            said = [k for k in range(sentence.first, sentence.last) if a.is_(k, "nouns") and not a.quoted[k]]
            named = [n for n in a.named if sentence.first <= n.first < sentence.last]
            whose = [n for n in named if a.is_possessor(n) or (a.italian and a.governed(n))]
            people = {x for n in whose for x in n.actors if a.kind(x) == "person"}
            if said and len(people) == 1:
                yield sentence.last, people.pop()

    def _may_be_anothers(self, credit: Credit, first: int, last: int) -> bool:
        """Whether the credit of quoted words is only the subject of a clause before them."""
        a, cue = self.a, credit.cue
        if credit.speaker is None:
            return cue is None and not credit.explicit
        if cue is None or cue.first >= first:
            return False
        clause = first - a.clause_start(first - 1) if a.low(first - 1) != ":" else first - a.clause_start(first - 2)
        named = a.at.get(cue.credit_first)
        if cue.kind == "colon" and named is not None and clause > 6:
            return a.kind(credit.speaker) == "state" or a.governed(named)
        mine = a.sets["mine"]
        personal = any(t.lower in mine for t in a.tokens[first:last])
        return a.kind(credit.speaker) == "state" and (cue.kind == "weak" or personal)

    def _only_speaker(self, first: int) -> str | None:
        """The one person credited before token `first`, twice at least, and nobody else but outlets and states."""
        cues = [c for c in self.cues if c.first < first and c.known and c.kind != "relay"]
        cues = [c for c in cues if c.speaker or c.kind != "weak"]
        people = [c.speaker for c in cues if c.speaker and self.a.kind(c.speaker) == "person" and c.kind != "colon"]
        if len(people) < 2 or len(set(people)) > 1:
            return None
        same = (c.speaker in people or c.kind == "colon" or self._may_pass(c.speaker) for c in cues)
        if not all(same):
            return None
        told = next(c.sentence for c in reversed(cues) if c.speaker == people[0])
        return None if self._somebody_acts(people[0], told + 1, first) else people[0]

    def _somebody_acts(self, speaker: str, number: int, first: int) -> bool:
        """Whether another person is the subject of a sentence from `number` on, up to token `first`."""
        a = self.a
        for sentence in a.document.sentences[number : a.sentence_of[first] + 1]:
            named = a.subject_of_clause(sentence.first, min(sentence.last, first))
            if named and any(a.kind(x) == "person" and x != speaker for x in named.actors):
                return True
        return False

    def _may_pass(self, actor: str | None) -> bool:
        return actor is not None and self.a.kind(actor) in {"outlet", "state"}
