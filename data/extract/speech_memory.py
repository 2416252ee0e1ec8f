"""Who has spoken or acted before a place of an article, while it is read from left to right.

Lives here: `Memory`: the cues found so far, who spoke last, who acted in the sentence before, whose message "the
readout" is. Must not live here: whom a word of the sentence itself means (`data.extract.speech_pronouns`,
`data.extract.speech_offices`).
"""

from __future__ import annotations

from data.extract.speech_text import ArticleText, Cue

_MESSAGE = 5  # sentences a message is remembered for


class Memory:
    """What has been said so far. Places are token numbers."""

    def __init__(self, article: ArticleText) -> None:
        self.a = article
        self.found: list[Cue] = []
        self.speaker: str | None = None  # who spoke last
        self.sentence = -9
        self.person: str | None = None  # the last person among the speakers, whom "he" and "she" may mean
        self.said = -9  # the sentence that person spoke in
        self.earlier: str | None = None  # who spoke last before the sentence of `speaker`
        self.earlier_sentence = -9
        self.issued: dict[str, tuple[str, int]] = {}  # "readout", "nota": whose it is, and where said

    def add(self, cue: Cue) -> None:
        """The next cue of the article."""
        self.found.append(cue)
        if not self.a.is_caption(cue.sentence) or cue.sentence == 0:
            self._remember(cue)

    def _remember(self, cue: Cue) -> None:
        """Keeps who spoke, for the sentences behind."""
        if cue.kind == "relay" or self._names_source(cue) or self._is_told(cue):
            return
        if cue.speaker is None and cue.rule == "speech-participle":
            return
        if cue.speaker and self.a.kind(cue.speaker) == "person":
            self.person, self.said = cue.speaker, cue.sentence
        if cue.known and (cue.speaker or cue.others or cue.kind not in {"ask", "weak"}):
            if cue.sentence != self.sentence:
                self.earlier, self.earlier_sentence = self.speaker, self.sentence
            self.speaker = cue.speaker
            self.sentence = cue.sentence
            if cue.speaker:
                self._keep_message(cue, cue.speaker)

    def _keep_message(self, cue: Cue, speaker: str) -> None:
        """Keeps whose a message named beside a credit is: "said in a statement", "nella nota del ministero"."""
        a = self.a
        begin, end = a.sentence(cue.first)
        start, stop = min(cue.credit_first, cue.first), max(cue.credit_last, cue.last)
        low, high = max(begin, start - 6), min(end, stop + 6)
        if a.sets["sayings"].isdisjoint(a.lower[low:high]):
            return
        for k in range(low, high):
            if not a.is_(k, "sayings") or a.quoted[k]:
                continue
            own = any(a.is_(j, "indefinite") or a.is_(j, "possessives") for j in range(k - 3, k))
            own = own or any((n := a.at.get(j)) and speaker in n.actors for j in (k - 2, k - 1, k + 1, k + 2, k + 3))
            if own or (start <= k < stop and any(a.is_(j, "agents") for j in range(k, stop))):
                self.issued[a.low(k)] = (speaker, cue.sentence)

    def _is_told(self, cue: Cue) -> bool:
        """Whether a credit only stands in what somebody else says: "X said that Y had agreed"."""
        a = self.a
        if cue.kind not in {"weak", "say", "ask", "judge"} or cue.rule not in {"speech-verb", "speech-tail"}:
            return False
        outer = next((c for c in self.found[:-1] if c.sentence == cue.sentence and c.speaker and c.kind == "say"), None)
        if outer is None or outer.speaker == cue.speaker:
            return False
        if not a.italian and cue.credit_first < cue.first and a.is_(cue.credit_first - 1, "that"):
            return True  # "a gathering that X had described"
        if not any(a.is_(max(outer.last, outer.credit_last) + k, "that") for k in (0, 1)):
            return False
        return not any(self.a.low(k) in {",", ";"} or self.a.quoted[k] for k in range(outer.last, cue.first))

    def _names_source(self, cue: Cue) -> bool:
        """Whether a credit behind another in its sentence only says through whom: "Lo annuncia X, secondo Y"."""
        if cue.kind != "according" or cue.speaker is None:
            return False
        before = [c for c in self.found[:-1] if c.sentence == cue.sentence and c.speaker]
        outlet = self.a.kind(cue.speaker) == "outlet"
        return any(outlet or c.rule == "speech-anaphora" for c in before)

    def fresh(self, i: int) -> bool:
        """Whether somebody spoke in the sentences just before token `i`."""
        return self.speaker is not None and self.a.sentence_of[i] - self.sentence <= 6

    def running(self, k: int) -> str | None:
        """Who spoke last, in the sentence just before that of token `k`, captions not counted."""
        a = self.a
        here = a.sentence_of[k]
        spoken = self.found[-1] if self.found else None
        if spoken and spoken.sentence == here and spoken.speaker and spoken.kind in {"say", "announce"}:
            return None  # the sentence has a speaker of its own
        speaker, sentence = self.speaker, self.sentence
        if sentence == here:
            speaker, sentence = self.earlier, self.earlier_sentence
        before = here - 1
        while before > sentence and a.is_caption(before):
            before -= 1
        return speaker if before == sentence else None

    def spoke_just_before(self, k: int) -> bool:
        """Whether the last speech stands in this sentence or the one before, captions not counted."""
        number = self.a.sentence_of[k] - 1
        while number > self.sentence and self.a.is_caption(number):
            number -= 1
        return number <= self.sentence

    def acted_before(self, k: int) -> str | None:
        """The subject of the sentence before token `k`."""
        a = self.a
        number = a.sentence_of[k]
        while number > 0 and a.opens_in_quote(number):
            number -= 1
        number -= 1
        while number >= 0 and a.is_caption(number):
            number -= 1
        if number < 0:
            return None
        s = a.document.sentences[number]
        if a.italian and number and self._opens_with_verb(s.first):
            return self.acted_before(s.first)
        named = a.subject_of_clause(s.first, s.last)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _opens_with_verb(self, first: int) -> bool:
        """Whether an Italian sentence begins with its verb, whose subject is that of the sentence before: "Sente X"."""
        a = self.a
        lemma = a.tokens[first].lemma
        verb = lemma.endswith(("are", "ere", "ire")) and lemma != a.low(first) and first not in a.at
        return verb and (first + 1 in a.at or a.is_(first + 1, "determiners"))

    def issuer(self, k: int) -> str | None:
        """Whose message "the readout", "la nota" at token `k` is: of who was credited with one shortly before."""
        speaker, sentence = self.issued.get(self.a.low(k), ("", -9))
        return speaker if speaker and self.a.sentence_of[k] - sentence <= _MESSAGE else None

    def last_outlet(self, k: int) -> str | None:
        """The outlet named last before token `k`, in this sentence or the three before."""
        a = self.a
        named = next((n for n in reversed(a.named) if n.last <= k and a.outlet(n)), None)
        near = named is not None and a.sentence_of[k] - a.sentence_of[named.first] <= 3
        return named.actors[0] if named and near else None
