"""The subject that is not written: "ha aggiunto", "and added", "warning that".

Lives here: verbs without a subject of their own, gerunds and participles. Must not live here: who spoke or acted last
(`data.extract.speech_memory`).
"""

from __future__ import annotations

from data.extract.speech_memory import Memory
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_text import ArticleText, Cue, Subject
from data.extract.speech_verbs import VerbReader


class DroppedSubjects:
    """Finds whose a verb is that has no subject beside it. Places are token numbers."""

    def __init__(self, article: ArticleText, verbs: VerbReader, memory: Memory, pronouns: Pronouns) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory
        self._pronouns = pronouns

    def left_out(self, i: int, k: int) -> Subject | None:
        """No subject is written: that of the coordinated verb, else of the clause, else who spoke last."""
        a = self.a
        begin, end = a.sentence(i)
        if a.italian and a.is_(begin, "definite") and a.is_(begin + 1, "relatives"):  # "Il quale ha aggiunto"
            return self._last_named(begin, i)
        for cue in reversed(self._memory.found):
            if cue.sentence != a.sentence_of[i]:
                break
            if cue.kind in {"according", "noun"} or cue.rule == "speech-agent":
                continue
            if cue.known:
                return Subject(
                    (cue.speaker,) if cue.speaker else cue.others, i, i, silent=not cue.speaker and not cue.others
                )
        named = a.subject_of_clause(a.clause_start(i), max(k, begin)) or a.subject_of_clause(begin, max(k, begin))
        if named and (k >= begin and not a.quoted[k]):
            return Subject(named.actors, i, i)
        if not a.italian or a.low(end - 1) == "?":
            return None
        goes_on = self._memory.spoke_just_before(i) or self._verbs.class_word(i) in a.sets["tails"]  # "ha aggiunto"
        actor = None if goes_on else self._memory.acted_before(i)
        if actor and a.kind(actor) == "person":
            return Subject((actor,), i, i)
        if self._memory.fresh(i) and self._memory.speaker:
            return Subject((self._memory.speaker,), i, i)
        acted = self._memory.acted_before(i)
        if acted:
            return Subject((acted,), i, i)
        return Subject((), i, i, silent=True)

    def _last_named(self, begin: int, i: int) -> Subject:
        """The name that a sentence beginning with "Il quale" goes on about: the last one before it."""
        named = next((n for n in reversed(self.a.named) if n.last <= begin), None)
        return Subject(named.actors if named else (), i, i)

    def of_gerund(self, i: int) -> Subject | None:
        """The subject of "warning that", "precisando che": that of the clause it hangs on."""
        a = self.a
        begin, end = a.sentence(i)
        own = a.at.get(i - 1)
        if (
            own
            and own.last == i
            and not a.italian
            and (
                a.low(own.first - 1) == ","
                or a.is_(own.first - 1, "prepositions")
                or a.is_(own.first - 1, "conjunctions")
            )
        ):
            return Subject(own.actors, own.first, own.last)
        cited = a.at.get(i - 2) if a.is_(i - 1, "like") else None
        if cited and not a.governed(cited):
            return Subject(cited.actors, cited.first, cited.last)  # "quoted Putin as saying"
        if a.is_(i - 1, "agents") and (doer := self._doer_before(i - 1, begin)):
            return doer
        for cue in reversed(self._memory.found):
            if cue.sentence != a.sentence_of[i]:
                break
            outlet = cue.kind == "according" and cue.speaker is not None and a.kind(cue.speaker) == "outlet"
            if a.low(i - 1) == "," and self._subordinate(cue):
                continue
            if cue.kind != "noun" and cue.rule != "speech-agent" and (cue.speaker or cue.others) and not outlet:
                return Subject((cue.speaker,) if cue.speaker else cue.others, i, i)
        if i - begin <= 1:
            comma = next((k for k in range(i, end) if a.low(k) == "," and not a.quoted[k]), None)
            named = a.subject_of_clause(comma, end) if comma else None
            if named and (a.is_(named.first, "he") or a.is_(named.first, "she")):
                return Subject(self._pronouns.of_pronoun(named.first).actors, i, i)
        else:
            if self._unknown_head(begin, i):
                return Subject((), i, i)
            named = a.subject_of_clause(a.clause_start(i), i) or a.subject_of_clause(begin, i)
        if named:
            return Subject(named.actors, i, i)
        owner = next((n for n in a.named if begin <= n.first < i and a.is_possessor(n)), None)
        if owner:
            return Subject(owner.actors, i, i)
        return self.left_out(i, i - 1) or (Subject((), i, i) if not a.italian and a.is_(i + 1, "that") else None)

    def _subordinate(self, cue: Cue) -> bool:
        """Whether a verb of speech stands in what another says: "X said that Y had told him", "X said Y agreed"."""
        a = self.a
        for outer in self._memory.found:
            if outer.sentence != cue.sentence or outer.first >= cue.first or outer.speaker in {None, cue.speaker}:
                continue
            if any(a.low(k) in {",", ";"} or a.quoted[k] for k in range(outer.last, cue.first)):
                continue
            start = min(cue.credit_first, cue.first)
            if outer.kind in {"say", "announce"} and (start == outer.last or a.is_(start - 1, "that")):
                return True
        return False

    def _doer_before(self, k: int, begin: int) -> Subject | None:
        """Whose verb "by saying" hangs on: the subject of the verb of speech nearest before."""
        a = self.a
        for j in range(k - 1, begin, -1):
            if a.low(j) in {",", ";"}:
                return None
            if self._verbs.verb_at(j) and not self._verbs.is_infinitive(j):
                named = a.at.get(self._verbs.auxiliary_start(j) - 1)
                if named and not a.governed(named):
                    return Subject(named.actors, named.first, named.last)
        return None

    def _unknown_head(self, begin: int, last: int) -> bool:
        """Whether a sentence begins with somebody who is not named: "A senator", "Un diplomatico"."""
        a = self.a
        if not a.is_(begin, "indefinite"):
            return False
        for k in range(begin + 1, min(begin + 5, last)):
            if k in a.at:
                return False
            if a.is_(k, "roles") or a.is_(k, "unnamed"):
                return True
        return False
