"""Who a passive verb of speech names with "by" or "da".

Lives here: `Agents`. Must not live here: whether the verb is passive (`data.extract.speech_verbs`).
"""

from __future__ import annotations

from data.extract.speech_memory import Memory
from data.extract.speech_text import ArticleText, Named, Subject


class Agents:
    """Finds agents. Places are token numbers."""

    def __init__(self, article: ArticleText, memory: Memory) -> None:
        self.a = article
        self._memory = memory

    def by(self, last: int) -> Subject | None:
        """Who a passive names with "by" or "da", quote marks skipped; empty when it is nobody we know."""
        a = self.a
        _, end = a.sentence(last - 1)
        k, steps = last, 0
        while k < min(end + 2, len(a.tokens)) and steps < 9:
            if a.quoted[k]:
                k += 1
                continue
            low = a.low(k)
            if low in a.sets["agents"]:
                return self._agent_at(k)
            named = a.at.get(k)
            if named and a.low(named.first) in a.sets["agents"]:
                return Subject(named.actors, named.first, named.last)
            if low in {":", ";", "."} or low in a.sets["that"]:
                break
            steps += 1
            k += 1
        return None

    def _agent_at(self, k: int) -> Subject:
        a = self.a
        last_role = None
        for j in range(k + 1, min(k + 9, len(a.tokens))):
            named = a.at.get(j)
            if named:
                named = self._person_behind(named) or named
                return Subject(named.actors, k, named.last)
            low = a.low(j)
            state = a.words.adjectives.get(low)
            if state and any(a.is_(x, "officials") for x in (j - 1, j + 1, j - 2)):
                return Subject((state,), k, j + 1)
            person = a.at.get(j + 1) if low == "," and last_role is not None else None
            if person and person.first == j + 1 and person.how == "name" and a.is_person(person):
                return Subject(person.actors, k, person.last)
            if low in {",", ".", ":", ";"} or a.quoted[j]:
                break
            if low in a.sets["roles"]:
                last_role = j
        if last_role is not None and self._memory.fresh(last_role) and self._memory.speaker:
            return Subject((self._memory.speaker,), k, last_role + 1)
        return Subject((), k, min(k + 2, len(a.tokens)))

    def _person_behind(self, named: Named) -> Named | None:
        """The person an institution's office is told of: "the head of the delegation, Defence Minister X"."""
        a = self.a
        if a.is_person(named) or a.low(named.last) != ",":
            return None
        for k in range(named.last + 1, min(named.last + 9, len(a.tokens))):
            person = a.at.get(k)
            if person:
                return person if person.first == k and a.is_person(person) and person.how == "name" else None
            title = a.tokens[k].text[:1].isupper() or a.is_(k, "roles") or a.is_(k, "definite") or a.is_(k, "whose")
            if a.quoted[k] or not (title or a.low(k) in a.sets["for_whom"]):
                return None
        return None
