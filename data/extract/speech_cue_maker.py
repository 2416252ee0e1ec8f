"""A cue put together: its speaker, the outlet that passed the words on, and how sure the article is of them.

Lives here: `CueMaker`. Must not live here: which words are a cue, or who their subject is.
"""

from __future__ import annotations

from bisect import bisect_left

from data.extract.finds import Mood
from data.extract.speech_memory import Memory
from data.extract.speech_text import ArticleText, Cue, Named, Subject
from data.extract.speech_verbs import VerbReader


class CueMaker:
    """Makes cues of words and their subjects. Places are token numbers."""

    def __init__(self, article: ArticleText, verbs: VerbReader, memory: Memory) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory
        self._hearsay = [phrase for phrase in article.words.hearsay if phrase in article.document.folded]

    def cue(
        self,
        first: int,
        last: int,
        kind: str,
        rule: str,
        subject: Subject,
        *,
        tail: bool = False,
        via: str | None = None,
    ) -> Cue:
        """The cue of the words `first:last`, credited to a subject; `via` where the outlet is known already."""
        a = self.a
        actors = subject.actors
        outlets = [x for x in actors if a.kind(x) == "outlet"]
        if outlets and len(outlets) < len(actors):
            via = via or outlets[0]
            actors = tuple(x for x in actors if x not in outlets)
        speaker = actors[0] if len(actors) == 1 else None
        start, end = (first, last) if subject.silent else (min(first, subject.first), max(last, subject.last))
        via = via or self._via(first, end, actors)
        if speaker is None and not actors and via and kind in {"relay", "according"}:
            speaker, via = via, None
        return Cue(
            first, last, kind, rule, speaker, actors if len(actors) > 1 else (), bool(actors) or not subject.silent,
            start, end, via if via != speaker else None, self._mood(first, last, kind), a.sentence_of[first], tail,
        )  # fmt: skip

    def _via(self, first: int, last: int, actors: tuple[str, ...]) -> str | None:
        """The outlet a credit names beside its speakers: "told Reuters", "citato da Ria Novosti"."""
        a = self.a
        start, end = a.sentence(first)
        for k, size in a.citing[bisect_left(a.citing, (max(start, first - 24), 0)) :]:
            if k >= min(end, last + 24):
                break
            if a.quoted[k] or (not k <= first < k + size and self._tells(k, size)):
                continue
            for j in range(k + size, min(k + size + 7, end)):
                named = a.at.get(j)
                if named and a.outlet(named) and named.actors[0] in actors:
                    break
                if named and a.outlet(named):
                    return named.actors[0]
                if named and a.is_possessor(named) and not a.is_person(named):
                    continue  # "citing Russia's state agency TASS"
                if named or a.low(j) in {",", "."}:
                    break
                if a.is_(j, "organs") and a.is_(j - 1, "definite") and j + 1 not in a.at and j + 2 not in a.at:
                    return self._memory.last_outlet(j)
        for k in range(last, min(end, last + 6)):
            named = a.at.get(k)
            if named and a.outlet(named) and a.governor(named) in a.sets["towards"] and not a.is_possessor(named):
                return named.actors[0]
            if not a.low(k)[:1].isalpha() or a.quoted[k]:
                break
        return self._reporter(last, end)

    def _reporter(self, last: int, end: int) -> str | None:
        """The outlet that closes a sentence with a report of what another said: ", TASS reported", ", scrive Axios"."""
        a = self.a
        for named in a.named_in(last, end):
            if named.last > end or not a.outlet(named):
                continue
            first = named.first - (a.is_(named.first - 1, "determiners"))
            if self._closes(first - 1) and named.last < end and self._verbs.verb_at(named.last):
                return named.actors[0]
            if a.italian and self._verbs.verb_at(first - 1) and self._closes(first - 2):
                return named.actors[0]
            first = self._organ_start(named)
            if a.italian and first and self._verbs.verb_at(first - 1) and self._closes(first - 2):
                return named.actors[0]
        return None

    def _organ_start(self, named: Named) -> int:
        """Where the words before an outlet's name begin: "l'agenzia di stampa statale" (0: none)."""
        a = self.a
        organ = next((k for k in range(named.first - 1, named.first - 6, -1) if a.is_(k, "organs")), None)
        if organ is None or any(not a.tokens[k].text.islower() or k in a.at for k in range(organ, named.first)):
            return 0
        return organ - a.is_(organ - 1, "determiners")

    def _closes(self, k: int) -> bool:
        return self.a.low(k) == "," or bool(self.a.quoted[k])

    def _tells(self, k: int, size: int) -> bool:
        """Whether a phrase before an outlet holds a verb of saying of its own: "told Reuters"."""
        return any((hit := self._verbs.verb_at(x)) and hit[0] == "say" for x in range(k, k + size))

    def _mood(self, first: int, last: int, kind: str) -> Mood:
        a = self.a
        if kind == "deny":
            return "denied"
        begin = max(a.sentence(first)[0], first - 5)
        for k in () if a.sets["moods"].isdisjoint(a.lower[begin:last]) else range(begin, last):
            if a.is_(k, "negations") and k < first and not a.at.get(k) and k >= self._verbs.auxiliary_start(first):
                return "denied"
            if a.low(k) in a.sets["hearsay"]:
                return "reported"
        sentence = a.document.sentences[a.sentence_of[first]]
        folded = a.document.folded[sentence.start : sentence.end]
        return "reported" if any(phrase in folded for phrase in self._hearsay) else "asserted"
