"""Who speaks where an office or another noun stands for them: "the ministry", "a White House official".

Lives here: officials of a state or institution, offices of whoever spoke last, who speaks for whom, unnamed sources.
Must not live here: names (`data.extract.speech_subjects`), or who held an office when (`data.extract.actor_offices`).
"""

from __future__ import annotations

from data.extract.speech_memory import Memory
from data.extract.speech_text import ArticleText, Named, Subject
from data.extract.speech_verbs import VerbReader


class Offices:
    """Finds who is behind an office. Places are token numbers."""

    def __init__(self, article: ArticleText, verbs: VerbReader, memory: Memory) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory

    def before(self, k: int, begin: int) -> Subject:
        """The noun before a verb: an office or message of the last speaker, a nation's officials, or nobody we know."""
        a = self.a
        k = self._role_head(k, begin)
        low = a.low(k)
        if low in a.sets["officials"] or low in a.sets["unnamed"]:
            for j in range(k - 1, max(begin - 1, k - 4), -1):
                state = a.words.adjectives.get(a.low(j))
                if state:
                    return Subject((state,), j, k + 1)
            return Subject((), k, k + 1)
        if low in a.sets["roles"] and (official := self.official(k)):
            return official
        determined = any(a.is_(j, "definite") for j in range(max(begin, k - 5), k))
        if determined and (issuer := self._memory.issuer(k)):
            return Subject((issuer,), k, k + 1)
        if low in a.sets["aged"] and a.low(k - 1) == "-" and determined:
            acted = self._memory.acted_before(k)
            return Subject((acted,) if acted and a.kind(acted) == "person" else (), k - 4, k + 1)
        if low in a.sets["organs"] and determined and (outlet := self._memory.last_outlet(k)):
            return Subject((outlet,), k, k + 1)
        if (low in a.sets["roles"] or low in a.sets["sayings"]) and determined and self._memory.fresh(k):
            speaker = self._memory.speaker
            if speaker is not None and self._serves(speaker, k):
                return Subject((speaker,), k, k + 1)
        gap = a.sentence_of[k] - self._memory.sentence
        spoke = self._memory.sentence >= 0 and gap <= 3
        unnamed = spoke and self._memory.speaker is None  # "a senior official", before
        if low in a.sets["roles"] and determined and gap > 1 and not unnamed:
            acted = self._memory.acted_before(k)
            if acted and a.kind(acted) == "person" and self._serves(acted, k):
                return Subject((acted,), k, k + 1)
        official = self._official_head(k, begin)
        if official:
            return official
        sources = self._sources(k, begin)
        if sources is not None:
            return Subject((), sources, k + 1)
        if low not in a.sets["roles"]:
            head = self._through_prepositions(k, begin)
            if head:
                return head
        return Subject((), k, k + 1)

    def _role_head(self, k: int, begin: int) -> int:
        """The office an Italian noun phrase begins with: token of "ministro" in "il ministro degli Affari esteri"."""
        a = self.a
        if not a.italian or a.is_(k, "roles"):
            return k
        for j in range(k, max(begin, k - 7), -1):
            if a.is_(j, "roles") and a.is_(j - 1, "definite"):
                return j
            if not (a.is_(j, "prepositions") or a.tokens[j].text[:1].isupper() or a.low(j) in a.words.adjectives):
                break
        return k

    def _official_head(self, k: int, begin: int) -> Subject | None:
        """An official whose verb stands far behind: "A White House official, who asked not to be named, said"."""
        a = self.a
        for j in range(begin, min(begin + 7, k)):
            far = a.is_(j + 1, "relatives") or a.low(j + 1) == ","
            if far and a.is_(j, "roles") and (found := self.official(j)):
                return found
        return None

    def official(self, k: int) -> Subject | None:
        """The state or institution one of whose officials speaks: "a White House official", "un funzionario russo"."""
        a = self.a
        low = a.low(k)
        if a.sets["officials"].isdisjoint({f"{low}s", low[:-1], f"{low[:-1]}i"}):
            return None
        whose = a.at.get(k - 1) or (a.at.get(k - 2) if a.low(k - 1) == "'s" else None)
        first = whose.first if whose else k - 1
        before = any(a.is_(j, "indefinite") for j in range(first - 3, k))
        if not before:
            return None
        behind = next((n for j in range(k + 1, k + 4) if (n := a.at.get(j))), None)
        if behind and self.speaks_for(behind) and a.governor(behind) in a.sets["whose"]:
            whose, first = behind, k
        if whose and not a.is_person(whose) and not a.outlet(whose):
            return Subject(whose.actors, min(first, k), max(whose.last, k + 1))
        state = next((x for j in (k - 1, k + 1) if (x := a.words.adjectives.get(a.low(j)))), None)
        return Subject((state,), k - 1, k + 1) if state else None

    def _serves(self, actor: str, k: int) -> bool:
        """Whether an office with a nation's adjective can be somebody's: "the French president" is nobody in Kyiv."""
        a = self.a
        state = next((x for j in (k - 1, k - 2, k + 1) if (x := a.words.adjectives.get(a.low(j)))), None)
        known = a.lexicon.actors.get(actor)
        served = {held.of for held in known.offices} if known else set()
        while known and known.affiliation and known.id != known.affiliation:
            served.add(known.affiliation)
            known = a.lexicon.actors.get(known.affiliation)
        return state is None or not served or state in served

    def _sources(self, k: int, begin: int) -> int | None:
        """Where an unnamed subject with its complement begins: "Fonti di Palazzo Chigi", "residents in the east"."""
        a = self.a
        for j in range(k - 1, max(begin - 1, k - 8), -1):
            if a.low(j) in {",", ":", ";"} or a.quoted[j]:
                return None
            if a.is_(j, "unnamed") and a.is_(j + 1, "prepositions"):
                return j
        return None

    def _through_prepositions(self, k: int, begin: int) -> Subject | None:
        """The subject before a phrase that stands between it and its verb: "Zelensky on his Telegram channel said"."""
        a = self.a
        for j in range(k, max(begin, k - 8), -1):
            if a.low(j) in {",", ":", ";"} or a.quoted[j]:
                return None
            if a.is_(j, "prepositions"):
                named = a.at.get(j - 1)
                if named and not a.governed(named) and not a.is_possessor(named) and self._between_free(named.last, k):
                    return Subject(named.actors, named.first, named.last)
        return None

    def _between_free(self, first: int, last: int) -> bool:
        return not any(self._verbs.verb_at(k) for k in range(first, last))

    def office_behind(self, k: int) -> Subject:
        """Who holds the office at token `k`: the person or institution named after it, else who spoke last."""
        a = self.a
        for step in range(1, 8):
            follows = a.at.get(k + step)
            if follows and (not a.governed(follows) or self.speaks_for(follows)):
                named = self.spokesperson(follows)
                speaker = self._memory.speaker if self._memory.fresh(k) else None
                works = speaker is not None and any(self._works_for(speaker, x) for x in named.actors)
                return Subject((speaker,), k, follows.last) if works and speaker else named
            if a.low(k + step) == "," and (person := a.at.get(k + step + 1)) and a.is_person(person):
                return Subject(person.actors, person.first, person.last)
            if not a.low(k + step)[:1].isalpha() or a.quoted[k + step]:
                break
        speaker = self._memory.speaker if self._memory.fresh(k) else None
        return Subject((speaker,) if speaker else (), k, k + 1)

    def _works_for(self, actor: str, institution: str) -> bool:
        """Whether a person belongs to an institution or speaks for it."""
        known = self.a.lexicon.actors.get(actor)
        if known is None or known.kind != "person":
            return False
        return institution in {known.affiliation, known.speaks_for, *(held.of for held in known.offices)}

    def speaks_for(self, named: Named) -> bool:
        """Whether "the press office of", "a statement from" or the like stands before a governed name."""
        a = self.a
        glued = a.is_(named.first, "prepositions")
        for k in range(named.first - 1, max(named.first - 5, -1), -1):
            size = a.matches(k, a.words.mouthpieces)
            if size and k + size >= named.first - (0 if glued else 2):
                return True
            between = range(k + 1, named.first + glued)
            whose = any(a.is_(x, "whose") for x in between) and not any(x in a.at for x in range(k, named.first))
            if a.is_(k, "sayings") and whose and all(a.is_function_word(x) for x in between):
                return True
        return False

    def spokesperson(self, named: Named) -> Subject:
        """The institution spoken for, or the person named after it: "la portavoce del Cremlino, Anna Rossi"."""
        a = self.a
        k = named.last + (a.low(named.last) == ",")
        person = a.at.get(k)
        if person and person.first == k and all(a.kind(x) == "person" for x in person.actors):
            return Subject(person.actors, named.first, person.last)
        return Subject(named.actors, named.first, named.last)
