"""Credits without a verb: "according to", "per Macron,", "in his view", "Così Macron".

Lives here: `AccordingCues`, and who stands behind such words. Must not live here: colons and dashes
(`data.extract.speech_colons`).
"""

from __future__ import annotations

from data.extract.speech_cue_maker import CueMaker
from data.extract.speech_offices import Offices
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_text import ArticleText, Cue, Named, Subject


class AccordingCues:
    """Finds cues at prepositions and nouns of opinion. Places are token numbers."""

    def __init__(self, article: ArticleText, pronouns: Pronouns, offices: Offices, maker: CueMaker) -> None:
        self.a = article
        self._pronouns = pronouns
        self._offices = offices
        self._maker = maker

    def cue(self, i: int) -> Cue | None:
        """A prepositional credit at token `i`: "according to", "per Macron,", "Così Macron"."""
        a = self.a
        size = a.matches(i, a.words.according)
        if not size:
            return self._opening_for(i) or self._thus(i)
        begin, end = a.sentence(i)
        if size == 1 and i > begin and a.low(i - 1) in a.sets["ordinals"]:
            return None
        last = i + size
        subject = self._named_after(i, last)
        if subject is None:
            subject = self._role_after(last, end)
        if subject is None:
            unnamed = any(a.is_(x, "unnamed") for x in range(last, min(end, last + 4)))
            if a.quoted[last] or (not unnamed and a.italian and size == 1 and not a.at.get(last)):
                return None
            subject = Subject((), i, last)
        return self._maker.cue(i, last, "according", "speech-according-to", subject, tail=i - begin > 3)

    def _named_after(self, i: int, last: int) -> Subject | None:
        """Who "according to" names: a name, a nation's officials, "him"; nobody when it is an unnamed one of theirs."""
        a = self.a
        _, end = a.sentence(i)
        message = any(a.is_(x, "sayings") for x in range(last, min(end, last + 4)))
        issuer = self._issued_by(last, end) if message else None
        if issuer:
            return Subject(issuer.actors, i, issuer.last)  # "a readout of the call issued by X"
        k, reach = last, 7 + 4 * any(a.is_(x, "organs") for x in range(last, last + 6))
        while k < min(end, last + reach) and not a.quoted[k]:
            if k == last and (a.is_(k, "he") or a.is_(k, "she")):
                return self._pronouns.of_pronoun(k)
            if k == last and a.is_(k, "relatives"):
                return self._pronouns.antecedent(i, a.sentence(i)[0])
            named = a.at.get(k)
            if named and a.italian and k > last and a.is_(k - 1, "towards"):
                k = named.last
                continue
            if named and a.low(named.last) == "-":
                k = named.last + 1  # "Kremlin-aligned agency TASS"
                continue
            if named:
                return self._credited(named, i)
            state = a.words.adjectives.get(a.low(k))
            if state and any(a.is_(x, "officials") for x in (k - 1, k + 1)):
                return Subject((state,), i, k + 2)
            if a.low(k) in {",", ":", ";"} or a.is_(k, "unnamed") or a.is_(k, "relatives"):
                return None
            k += 1
        return None

    def _issued_by(self, last: int, end: int) -> Named | None:
        """Who gave out the message that "according to" is followed by, if a participle and "by" or "da" tell it."""
        a = self.a
        for k in range(last + 1, min(end, last + 14)):
            if a.low(k) in {",", ";", ":"} or a.quoted[k]:
                return None
            named = a.at.get(k)
            by = a.is_(k - 1, "agents") or a.is_(k, "agents") or (a.is_(k - 2, "agents") and a.is_(k - 1, "definite"))
            if named and named.first == k and by:
                return None if a.outlet(named) or len(named.actors) != 1 else named
        return None

    def _role_after(self, last: int, end: int) -> Subject | None:
        """Who an office without a name is behind "according to": whoever spoke last."""
        a = self.a
        if not a.is_(last, "definite"):
            return None
        for k in range(last + 1, min(end, last + 3)):
            if a.is_(k, "roles"):
                return self._offices.office_behind(k)
        return None

    def _credited(self, named: Named, i: int) -> Subject:
        """The one credited where "according to" is followed by a name: it, its owner's noun, or the name behind it."""
        a = self.a
        _, end = a.sentence(i)
        if a.is_possessor(named):
            owned = next((a.at[x] for x in range(named.last + 1, min(named.last + 7, end)) if x in a.at), None)
            if owned is None or any(a.low(x) in {",", "."} for x in range(named.last, owned.first)):
                return Subject((), i, named.last)
            named = owned
        if a.is_(named.last, "unnamed"):
            return Subject((), i, named.last)
        group = a.at.get(named.last) if not self._outlet_next(named) else None
        if group:
            return Subject(group.actors if not a.governed(group) else named.actors, i, named.last)
        return Subject(self._next_in_apposition(named) or named.actors, i, named.last)

    def _outlet_next(self, named: Named) -> bool:
        following = self.a.at.get(named.last)
        return following is None or self.a.outlet(following)

    def _next_in_apposition(self, named: Named) -> tuple[str, ...]:
        """ "the spokesman, Dmitry Peskov": the name after the comma when the first is an office of somebody unknown."""
        a = self.a
        if (
            a.low(named.last) == ","
            and (following := a.at.get(named.last + 1))
            and named.how == "office"
            and (a.low(following.last) == "," and all(a.kind(x) == "person" for x in following.actors))
        ):
            return following.actors
        return ()

    def _opening_for(self, i: int) -> Cue | None:
        """ "Per Macron, …", "For Macron, it was “…”": at the head of a sentence, or of a clause before quote marks."""
        a = self.a
        if not a.is_(i, "for_whom"):
            return None
        begin, end = a.sentence(i)
        if i + 2 >= end:
            return None
        named = a.at.get(i + 1)
        if i != begin:
            opens = a.low(i - 1) == "," or a.is_(i - 1, "contrast") or a.is_(i - 1, "conjunctions")
            if not opens or named is None or not any(a.quoted[named.last : min(named.last + 4, end)]):
                return None
            return self._maker.cue(i, i + 1, "according", "speech-according-to", Subject(named.actors, i, named.last))
        comma = next((k for k in range(i + 2, min(i + 10, end)) if a.low(k) == ","), i)
        if not a.italian and not any(a.quoted[comma:end]):
            return None
        named = a.at.get(comma - 1)
        if named and named.first > i and (a.governor(named) in a.sets["for_whom"] or not a.governed(named)):
            return self._maker.cue(i, i + 1, "according", "speech-according-to", Subject(named.actors, i, named.last))
        if a.italian and named is None and a.tokens[i + 1].text[0].isupper() and a.low(i + 2) == ",":
            return self._maker.cue(i, i + 1, "according", "speech-according-to", Subject((), i, i + 2))
        return None

    def _thus(self, i: int) -> Cue | None:
        """Italian "Così Macron a Parigi." behind quoted words: a credit without a verb."""
        a = self.a
        if not a.is_(i, "thus"):
            return None
        begin, end = a.sentence(i)
        if i != begin or not i or not (a.quoted[i - 1] or a.quoted[max(i - 2, 0)]):
            return None
        for k in range(i + 1, min(i + 8, end)):
            named = a.at.get(k)
            title = a.is_(k, "determiners") or a.is_(k, "roles") or a.is_(k, "prepositions") or a.is_(k, "auxiliaries")
            if named is None and not (title or k < i + 4 or a.tokens[k].text[:1].isupper() or self._nationality(k)):
                return None
            if named and not a.governed(named):
                subject = Subject(named.actors, named.first, named.last)
                return self._maker.cue(i, i + 1, "say", "speech-anaphora", subject)
        return None

    def _nationality(self, k: int) -> bool:
        return self.a.low(k) in self.a.words.adjectives

    def opinion(self, i: int) -> Cue | None:
        """ "In his view", "a suo avviso": a noun of opinion with its owner, behind a preposition."""
        a = self.a
        if not a.is_(i, "opinions") or i in a.at:
            return None
        begin, end = a.sentence(i)
        k = i - 1
        own = a.is_(k, "own")
        if own:
            k -= 1
        named = a.at.get(k - 1) if a.low(k) in {"'s", "'"} else None
        first = named.first if named else k
        if not a.is_(first - 1, "opinion_before"):
            return None
        actors = named.actors if named else ()
        if not named and a.is_(k, "possessives"):
            ahead = a.subject_of_clause(i + 1, end) if first - 1 == begin and a.low(i + 1) == "," else None
            owner = ahead.actors[0] if own and ahead else self._pronouns.possessor(k, begin)
            actors = (owner,) if owner else ()
        if not actors:
            return None
        subject = Subject(actors, first - 1, i + 1)
        return self._maker.cue(i, i + 1, "according", "speech-according-to", subject, tail=first - 1 - begin > 3)
