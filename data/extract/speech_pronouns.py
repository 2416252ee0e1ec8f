"""Whom a pronoun means: "he", "they", "who", and whose "his" is.

Lives here: personal, possessive and relative pronouns beside a word of speech. Must not live here: a subject that is
not written (`data.extract.speech_dropped`), or pronouns of the whole article (`data.extract.actor_references`).
"""

from __future__ import annotations

from data.extract.speech_memory import Memory
from data.extract.speech_text import STOPS, ArticleText, Subject
from data.extract.speech_verbs import VerbReader


class Pronouns:
    """Finds whom pronouns mean. Places are token numbers."""

    def __init__(self, article: ArticleText, verbs: VerbReader, memory: Memory) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory

    def of_pronoun(self, k: int) -> Subject:
        """Who "he" is: in a clause of the sentence its subject, else who spoke or acted last, gender agreeing."""
        a = self.a
        begin, _ = a.sentence(k)
        low = a.low(k)
        if low in a.sets["they"]:
            return Subject(self._institution(k), k, k + 1)
        gender = "m" if low in a.sets["he"] else "f"
        if a.is_(k - 1, "relatives") and a.low(k - 2) in a.sets["prepositions"]:
            owner = self._owner_before(k, begin, gender)
            if owner:
                return Subject((owner,), k, k + 1)
        candidates: list[str | None] = [self._relative_subject(k, begin)]
        if self._closes_statement(k, begin):
            candidates.append(self._memory.running(k))
        cue = next((c for c in reversed(self._memory.found) if c.sentence == a.sentence_of[k] and c.speaker), None)
        if cue:
            candidates.append(cue.speaker)
        subject = a.subject_of_clause(begin, k)
        aside = a.low(k - 1) == "," and a.low(k + 2) == ","
        if subject and k > begin + 1 and len(subject.actors) == 1 and not aside:
            candidates.append(subject.actors[0])
        resolved = a.at.get(k)
        if not self._memory.spoke_just_before(k):
            candidates.append(self._memory.acted_before(k))
        if a.sentence_of[k] - self._memory.said <= 8:
            candidates.append(self._memory.person)
        if resolved and len(resolved.actors) == 1:
            candidates.append(resolved.actors[0])
        candidates.append(self._memory.acted_before(k))
        for actor in candidates:
            if actor is None or a.kind(actor) != "person":
                continue
            far = actor == self._memory.person and a.sentence_of[k] - self._memory.said > 3
            if a.gender(actor) == gender or (not a.gender(actor) and not far):
                return Subject((actor,), k, k + 1)
        return Subject((), k, k + 1)

    def _closes_statement(self, k: int, begin: int) -> bool:
        """Whether "he" belongs to a credit that ends its sentence: "Kyiv is ready, he added on Monday."."""
        a = self.a
        if a.low(k - 1) != "," or k - begin < 4 or a.is_(begin, "contrast") or a.is_(begin, "prepositions"):
            return False
        i = k + 1
        while self._verbs.between(i):
            i += 1
        hit = self._verbs.verb_at(i)
        if hit is None:
            return False
        low = a.low(i + hit[1])
        ends = (
            low in STOPS or low == "," or any(a.is_(i + hit[1], name) for name in ("days", "prepositions", "unnamed"))
        )
        return ends or self._verbs.takes_hearer(i)

    def _relative_subject(self, k: int, begin: int) -> str | None:
        """Who "he" is in a relative clause: "Rossi, who thanked his host for what he called" is Rossi."""
        a = self.a
        if a.italian:
            return None
        for j in range(k - 1, begin, -1):
            if j < k - 1 and a.is_(j, "relatives") and not a.is_(j, "that") and (a.low(j - 1) == "," or j - 1 in a.at):
                named = a.at.get(j - 1 - (a.low(j - 1) == ","))
                return named.actors[0] if named and a.is_person(named) and len(named.actors) == 1 else None
            if a.low(j) in {",", ";", ":"} or a.quoted[j]:
                return None
        return None

    def _institution(self, k: int) -> tuple[str, ...]:
        """What "it" is behind the words of an institution, a state or an outlet; nobody for "they"."""
        speaker = self._memory.speaker
        if speaker is None or not self.a.is_(k, "it") or not self._memory.spoke_just_before(k):
            return ()
        return () if self.a.kind(speaker) == "person" else (speaker,)

    def _owner_before(self, k: int, begin: int, gender: str) -> str | None:
        a = self.a
        owners = [n for n in a.named if begin <= n.first < k and a.is_possessor(n)]
        for named in reversed(owners):
            actor = named.actors[0]
            if a.kind(actor) == "person" and a.gender(actor) in {gender, ""}:
                return actor
        return None

    def possessor(self, k: int, begin: int) -> str | None:
        """Whose "his" or "her" is."""
        a = self.a
        pronoun = a.at.get(k)
        if pronoun and len(pronoun.actors) == 1:
            return pronoun.actors[0]
        gender = "m" if a.is_(k, "his") else "f" if a.is_(k, "her") else None
        if gender is None and not a.italian:
            return None
        subject = a.subject_of_clause(begin, k)
        for actor in (subject.actors[0] if subject else None, self._memory.speaker, self._memory.acted_before(k)):
            if actor and a.kind(actor) == "person" and (gender is None or a.gender(actor) in {gender, ""}):
                return actor
        return None

    def antecedent(self, k: int, begin: int) -> Subject | None:
        """The name a relative pronoun stands for."""
        a = self.a
        j = k - 1
        while j >= begin and (a.low(j) == "," or a.is_(j, "determiners")):
            j -= 1
        named = a.at.get(j) if j >= begin else None
        if named is None:
            return None
        if (
            a.italian
            and a.is_(k, "that")
            and a.low(k - 1) != ","
            and any(self._verbs.verb_at(x) for x in range(max(begin, k - 3), k))
        ):
            return None
        return Subject(named.actors, named.first, named.last)
