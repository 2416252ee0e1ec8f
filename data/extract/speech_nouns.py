"""Nouns of speech and whose they are: "Putin's claim that", "la proposta di Putin".

Lives here: `NounCues`. Must not live here: nouns of opinion behind a preposition (`data.extract.speech_according`).
"""

from __future__ import annotations

from data.extract.speech_agents import Agents
from data.extract.speech_cue_maker import CueMaker
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_text import ArticleText, Cue, Subject
from data.extract.speech_verbs import VerbReader


class NounCues:
    """Finds cues at nouns of speech. Places are token numbers."""

    def __init__(
        self, article: ArticleText, verbs: VerbReader, pronouns: Pronouns, agents: Agents, maker: CueMaker
    ) -> None:
        self.a = article
        self._verbs = verbs
        self._pronouns = pronouns
        self._agents = agents
        self._maker = maker

    def cue(self, i: int) -> Cue | None:
        """A noun of speech with its owner: "Putin's claim that", "l'apertura concessa da Merz"."""
        a = self.a
        if not a.is_(i, "nouns") or i in a.at:
            return None
        begin, end = a.sentence(i)
        if self._afterwards(i, begin):
            return None
        owner = self._owner_behind(i, begin) if a.italian else self._owner_ahead(i, begin)
        if owner is None or not owner.actors or not (a.italian or self._noun_says(i, end)):
            return None
        return self._maker.cue(i, i + 1, "noun", "speech-noun", owner)

    def _afterwards(self, i: int, begin: int) -> bool:
        """Whether a noun of speech only says after what somebody speaks: "Rossi, dopo la smentita di Bianchi: «…»"."""
        a = self.a
        k = i - 1 - a.is_(i - 1, "determiners")
        after = a.italian and a.is_(k, "contrast") and a.is_(k, "prepositions")  # "dopo", not "ma"
        return after and k > begin and a.subject_of_clause(begin, k) is not None

    def _owner_behind(self, i: int, begin: int) -> Subject | None:
        """Whose an Italian noun of speech is: "la proposta di Putin", "l'apertura concessa da Merz"."""
        a = self.a
        k = i + 1
        named = a.at.get(k)
        if a.is_(k, "agents") and self._verbs.looks_participle(i) and i > begin and not a.is_(i - 1, "determiners"):
            return None  # «la telefonata, richiesta da Washington,»
        if a.is_(k, "prepositions") and (owner := a.at.get(k + 1) or a.at.get(k + 2)) and a.governed(owner):
            return Subject(owner.actors, i, owner.last) if a.low(k)[0] == "d" else None
        if named and a.is_(named.first, "prepositions") and a.low(named.first)[0] == "d":
            return Subject(named.actors, i, named.last)
        if self._verbs.looks_participle(k) and (agent := self._agents.by(k + 1)) and agent.actors:
            return Subject(agent.actors, i, agent.last)
        if a.low(i - 1) in a.sets["determiners"] and i - begin > 2 and self._heads_title(i):
            named = a.subject_of_clause(begin, i)
            return Subject(named.actors, i, i) if named else None
        return None

    def _owner_ahead(self, i: int, begin: int) -> Subject | None:
        """Whose an English noun of speech is: "Putin's claim", "his claim"."""
        a = self.a
        k = i - 1
        while k > begin and a.low(k) not in {"'s", "'"} and not a.is_(k, "possessives") and i - k < 4:
            k -= 1
        if a.low(k) in {"'s", "'"} and (named := a.at.get(k - 1)):
            return Subject(named.actors, named.first, i)
        if a.is_(k, "possessives"):
            actor = self._pronouns.possessor(k, begin)
            return Subject((actor,), k, i) if actor else None
        return None

    def _heads_title(self, i: int) -> bool:
        """Whether the noun stands in a headline: the first sentence, or a line without a stop."""
        return self.a.sentence_of[i] == 0

    def _noun_says(self, i: int, end: int) -> bool:
        """Whether words follow an English noun of speech: that, to, for, is that, a colon, quote marks."""
        a = self.a
        following = [a.low(k) for k in range(i + 1, min(i + 5, end))]
        return bool(following) and (
            following[0] == ":" or following[0] in self.a.sets["announcing"] or following[:2] == ["is", "that"]
        )
