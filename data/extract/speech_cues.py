"""Cues: every place of an article that credits somebody with words.

Lives here: verbs of speech, "according to", nouns of speech, colons, headlines. Must not live here: quote marks and
what stands between them.
"""

from __future__ import annotations

from data.extract.finds import Mood
from data.extract.speech_subjects import SubjectFinder
from data.extract.speech_text import STOPS, Cue, Named, Subject


class CueFinder(SubjectFinder):
    """Finds every cue of an article, in text order, with its speaker."""

    def all(self) -> list[Cue]:
        """Every cue, in text order."""
        a = self.a
        i = 0
        while i < len(a.tokens):
            token = a.tokens[i]
            if a.quoted[i] or not (
                token.lower in a.words.triggers or token.lemma in a.words.classes or self._enclitic(i)
            ):
                i += 1
                continue
            cue = self._colon(i) or self._according(i) or self._verb(i) or self._noun(i) or self._headline(i)
            if cue is None:
                i += 1
                continue
            self.found.append(cue)
            if cue.speaker and a.kind(cue.speaker) == "person":
                self.state.person, self.state.said = cue.speaker, cue.sentence
            if cue.known and (cue.speaker or cue.others or cue.kind not in {"ask", "weak"}):
                self.state.speaker = cue.speaker
                self.state.sentence = cue.sentence
                self.state.via = cue.via
            i = max(cue.last, i + 1)
        return self.found

    def _cue(
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
        a = self.a
        actors = subject.actors
        outlets = [x for x in actors if a.kind(x) == "outlet"]
        if outlets and len(outlets) < len(actors):
            via = via or outlets[0]
            actors = tuple(x for x in actors if x not in outlets)
        speaker = actors[0] if len(actors) == 1 else None
        start, end = (first, last) if subject.silent else (min(first, subject.first), max(last, subject.last))
        via = via or self._via(first, end)
        if speaker is None and not actors and via and kind in {"relay", "according"}:
            speaker, via = via, None
        return Cue(
            first, last, kind, rule, speaker, actors if len(actors) > 1 else (), bool(actors) or not subject.silent,
            start, end, via if via != speaker else None, self._mood(first, last, kind), a.sentence_of[first], tail,
        )  # fmt: skip

    def _via(self, first: int, last: int) -> str | None:
        """The outlet a credit names: "told Reuters", "citato da Ria Novosti", "in an interview with NBC"."""
        a = self.a
        start, end = a.sentence(first)
        for k in range(max(start, first - 24), min(end, last + 24)):
            if a.quoted[k]:
                continue
            size = a.matches(k, a.words.citing)
            if not size or (not k <= first < k + size and self._tells(k, size)):
                continue
            for j in range(k + size, min(k + size + 4, end)):
                named = a.at.get(j)
                if named and a.outlet(named):
                    return named.actors[0]
        for k in range(last, min(end, last + 6)):
            named = a.at.get(k)
            if named and a.outlet(named) and a.governor(named) in a.sets["towards"]:
                return named.actors[0]
            if not a.low(k)[:1].isalpha() or a.quoted[k]:
                break
        return self._reporter(last, end)

    def _reporter(self, last: int, end: int) -> str | None:
        """The outlet that closes a sentence with a report of what another said: ", TASS reported", ", scrive Axios"."""
        a = self.a
        for named in a.named:
            if named.first < last or named.last > end or not a.outlet(named):
                continue
            first = named.first - (a.is_(named.first - 1, "determiners"))
            if self._closes(first - 1) and named.last < end and self._verb_at(named.last):
                return named.actors[0]
            if a.italian and self._verb_at(first - 1) and self._closes(first - 2):
                return named.actors[0]
        return None

    def _closes(self, k: int) -> bool:
        return self.a.low(k) == "," or bool(self.a.quoted[k])

    def _tells(self, k: int, size: int) -> bool:
        """Whether a phrase before an outlet holds a verb of saying of its own: "told Reuters"."""
        return any((hit := self._verb_at(x)) and hit[0] == "say" for x in range(k, k + size))

    def _mood(self, first: int, last: int, kind: str) -> Mood:
        a = self.a
        if kind == "deny":
            return "denied"
        begin, _ = a.sentence(first)
        for k in range(max(begin, first - 5), last):
            if a.is_(k, "negations") and k < first and not a.at.get(k) and k >= self._auxiliary_start(first):
                return "denied"
            if a.low(k) in a.sets["hearsay"]:
                return "reported"
        sentence = a.document.sentences[a.sentence_of[first]]
        folded = a.document.folded[sentence.start : sentence.end]
        return "reported" if any(phrase in folded for phrase in a.words.hearsay) else "asserted"

    def _verb(self, i: int) -> Cue | None:
        a = self.a
        hit = self._verb_at(i)
        if hit is None or i in a.at:
            return None
        kind, size = hit
        last = i + size
        if a.italian and self._is_infinitive(i):
            return self._anaphora(i, last, kind)
        if self._is_noun(i) or self._is_infinitive(i) or self._is_bare(i):
            return None
        if a.italian and a.tokens[i].lemma in a.sets["not_reflexive"] and a.low(i - 1) in {"si", "s'"}:
            return None
        form = self._form(i, kind)
        if form == "passive":
            return self._passive(i, last, kind)
        if kind == "relay":
            return None
        if form == "none":
            return None
        subject = self._subject(i, last, kind, form)
        if subject is None:
            return self._passive(i, last, kind) if kind == "judge" and a.low(i - 1) == "," else None
        if (
            not a.italian
            and not subject.actors
            and form == "active"
            and a.low(i).endswith("ed")
            and self._auxiliary_start(i) == i
        ):
            agent = self._agent(last)
            if (agent and agent.actors) or (kind == "judge" and a.low(i - 1) == ","):
                return self._passive(i, last, kind)
        if kind == "weak" and not (self._has_close_complement(last, i) and (subject.actors or self._unnamed(subject))):
            return None
        if kind == "judge" and not self._has_quote_near(last) and not (self._followed_by_as(last) and subject.actors):
            return None
        if not subject.actors and not self._has_complement(last, i):
            return None  # a noun we do not know did something: no speech
        tail = self._is_tail(i, last, subject)
        participle = form == "gerund"
        rule = "speech-participle" if participle else "speech-tail" if tail else "speech-verb"
        if self._is_anaphoric(i, last, subject):
            rule = "speech-anaphora"
        return self._cue(i, last, kind, rule, subject, tail=tail)

    def _unnamed(self, subject: Subject) -> bool:
        return any(self.a.is_(k, "unnamed") for k in range(subject.first, subject.last))

    def _passive(self, i: int, last: int, kind: str) -> Cue | None:
        agent = self._agent(last)
        if kind == "relay":
            cited = self._subject(i, last, kind, "active")
            if cited and cited.actors and not all(self.a.kind(x) == "outlet" for x in cited.actors) and cited.first < i:
                via = agent.actors[0] if agent and agent.actors else None
                return self._cue(i, last, "say", "speech-verb", cited, via=via)
        if agent is None:
            if kind == "judge" and self._has_quote_near(last) and self._fresh(i):
                speaker = self.state.speaker if self._spoke_just_before(i) else None
                return self._cue(i, last, kind, "speech-judged", Subject((speaker,) if speaker else (), i, i + 1))
            return None
        if kind == "relay" and agent.actors and self.found and self.found[-1].sentence == self.a.sentence_of[i]:
            previous = self.found[-1]
            if previous.speaker or previous.others:
                return None  # the actor cited was credited already; the outlet is its `via`
        if not agent.actors:
            return self._cue(i, last, kind, "speech-agent", agent) if kind != "relay" else None
        return self._cue(i, last, kind, "speech-agent", agent)

    def _anaphora(self, i: int, last: int, kind: str) -> Cue | None:
        """ "A riferirlo è stata X", "a darne notizia è stato X"."""
        a = self.a
        if not a.italian or a.low(i - 1) != "a":
            return None
        subject = self._inverted(last, kind, quote=True)
        if subject is None or not subject.actors:
            return None
        return self._cue(i, last, "say", "speech-anaphora", subject)

    def _is_anaphoric(self, i: int, last: int, subject: Subject) -> bool:
        """Whether the sentence only says who told it: "Lo ha riferito X"."""
        a = self.a
        begin, _ = a.sentence(i)
        return subject.first >= last and a.is_(begin, "anaphors") and self._auxiliary_start(i) <= begin + 1

    def _is_tail(self, i: int, last: int, subject: Subject) -> bool:
        """Whether what was said stands before the credit: "…, the Kremlin said on Monday"."""
        a = self.a
        begin, end = a.sentence(i)
        start = min(subject.first, self._auxiliary_start(i))
        if subject.first >= last:
            start = self._auxiliary_start(i)
        if subject.first < last:
            start = self._phrase_start(start, begin)
        if start - begin < 3 or not (a.low(start - 1) in {",", "-"} or a.quoted[start - 1]):
            return False
        for k in range(max(last, subject.last), end):
            low = a.low(k)
            if low in a.sets["that"] or low == ":":
                return False
            if a.quoted[k]:
                return a.low(k - 1) in {".", ","} and k > last + 1
        return True

    def _phrase_start(self, start: int, begin: int) -> int:
        """Where the noun phrase that ends in a name begins: "the Russian presidential spokesman Dmitry Peskov"."""
        a = self.a
        for k in range(start - 1, max(begin, start - 8), -1):
            low = a.low(k)
            if low in {",", "-"} or a.quoted[k]:
                return k + 1
            if low in a.sets["contrast"] or low in a.sets["complement"] or low in STOPS or low == ":":
                break
            if self._verb_at(k) and not a.is_(k, "nouns"):
                break
        return start

    def _opening_for(self, i: int) -> Cue | None:
        """Italian "Per Macron, …" at the head of a sentence."""
        a = self.a
        begin, end = a.sentence(i)
        if not a.italian or a.low(i) != "per" or i != begin or i + 2 >= end:
            return None
        comma = next((k for k in range(i + 2, min(i + 10, end)) if a.low(k) == ","), i)
        named = a.at.get(comma - 1)
        if named and named.first > i and (a.governor(named) == "per" or not a.governed(named)):
            return self._cue(i, i + 1, "according", "speech-according-to", Subject(named.actors, i, named.last))
        if named is None and a.tokens[i + 1].text[0].isupper() and a.low(i + 2) == ",":
            return self._cue(i, i + 1, "according", "speech-according-to", Subject((), i, i + 2))
        return None

    def _thus(self, i: int) -> Cue | None:
        """Italian "Così Macron a Parigi." behind quoted words: a credit without a verb."""
        a = self.a
        begin, end = a.sentence(i)
        if i != begin or not a.is_(i, "thus") or not i or not (a.quoted[i - 1] or a.quoted[max(i - 2, 0)]):
            return None
        for k in range(i + 1, min(i + 4, end)):
            named = a.at.get(k)
            if named and not a.governed(named):
                subject = Subject(named.actors, named.first, named.last)
                return self._cue(i, i + 1, "say", "speech-anaphora", subject)
        return None

    def _according(self, i: int) -> Cue | None:
        a = self.a
        size = a.matches(i, a.words.according)
        if not size:
            return self._opening_for(i) or self._thus(i)
        begin, end = a.sentence(i)
        if size == 1 and i > begin and a.low(i - 1) in a.sets["ordinals"]:
            return None
        last = i + size
        k = last
        while k < min(end, last + 7):
            if a.quoted[k]:
                return None
            named = a.at.get(k)
            if named:
                if a.is_possessor(named):
                    owned = next((a.at[x] for x in range(named.last + 1, min(named.last + 7, end)) if x in a.at), None)
                    if owned is None or any(a.low(x) in {",", "."} for x in range(named.last, owned.first)):
                        return self._cue(i, last, "according", "speech-according-to", Subject((), i, named.last))
                    named = owned
                if a.is_(named.last, "unnamed") or a.is_(named.last, "sayings"):
                    return self._cue(i, last, "according", "speech-according-to", Subject((), i, named.last))
                if k - 1 >= last and a.is_(k - 1, "towards") and a.italian:
                    k = named.last
                    continue
                group = a.at.get(named.last) if not self.outlet_next(named) else None
                actors = group.actors if group and not a.governed(group) else named.actors
                if group is None and self._next_in_apposition(named):
                    actors = self._next_in_apposition(named) or actors
                return self._cue(
                    i, last, "according", "speech-according-to", Subject(actors, i, named.last), tail=i - begin > 3
                )
            state = a.words.adjectives.get(a.low(k))
            if state and any(a.is_(x, "officials") for x in (k - 1, k + 1)):
                return self._cue(
                    i, last, "according", "speech-according-to", Subject((state,), i, k + 2), tail=i - begin > 3
                )
            low = a.low(k)
            if low in {",", ":", ";"} or low in a.sets["unnamed"] or low in a.sets["relatives"]:
                break
            k += 1
        known = any(a.is_(x, "unnamed") for x in range(last, min(end, last + 4)))
        if not known and a.italian and size == 1 and not a.at.get(last):
            return None
        return self._cue(i, last, "according", "speech-according-to", Subject((), i, last), tail=i - begin > 3)

    def outlet_next(self, named: Named) -> bool:
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

    def _noun(self, i: int) -> Cue | None:
        """A noun of speech with its owner: "Putin's claim that", "l'apertura concessa da Merz"."""
        a = self.a
        if not a.is_(i, "nouns") or i in a.at:
            return None
        begin, end = a.sentence(i)
        owner: Subject | None = None
        if a.italian:
            k = i + 1
            if a.is_(k, "prepositions") and (named := a.at.get(k + 1) or a.at.get(k + 2)) and a.governed(named):
                if a.low(k)[0] == "d":
                    owner = Subject(named.actors, i, named.last)
            elif (named := a.at.get(k)) and a.is_(named.first, "prepositions") and a.low(named.first)[0] == "d":
                owner = Subject(named.actors, i, named.last)
            elif self._looks_participle(k) and (agent := self._agent(k + 1)) and agent.actors:
                owner = Subject(agent.actors, i, agent.last)
            elif a.low(i - 1) in a.sets["determiners"] and i - begin > 2 and self._heads_title(i):
                named = a.subject_of_clause(begin, i)
                owner = Subject(named.actors, i, i) if named else None
        else:
            k = i - 1
            while k > begin and a.low(k) not in {"'s", "'"} and a.low(k) not in a.sets["possessives"] and i - k < 4:
                k -= 1
            if a.low(k) in {"'s", "'"} and (named := a.at.get(k - 1)):
                owner = Subject(named.actors, named.first, i)
            elif a.low(k) in a.sets["possessives"]:
                actor = self._possessor(k, begin)
                owner = Subject((actor,), k, i) if actor else None
        if owner is None or not owner.actors:
            return None
        if not a.italian and not self._noun_says(i, end):
            return None
        return self._cue(i, i + 1, "noun", "speech-noun", owner)

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

    def _colon(self, i: int) -> Cue | None:
        """A colon before quote marks, without a verb of speech in its clause: "Il Cremlino a Zelensky: «…»"."""
        a = self.a
        if a.low(i) != ":" or i + 1 >= len(a.tokens) or not a.quoted[i + 1]:
            return None
        start = a.clause_start(i)
        quotes = [k for k in range(start, i) if a.quoted[k]]
        if quotes:
            start = quotes[-1] + 1
        begin = start
        cue = self.found[-1] if self.found else None
        if cue and cue.first >= begin and cue.kind != "weak" and (cue.speaker or cue.others or cue.known):
            return None
        named = a.subject_of_clause(begin, i)
        if named is None:
            inside = [n for n in a.named if begin <= n.first and n.last <= i and not a.is_possessor(n)]
            named = inside[-1] if inside and (inside[-1].last == i or self._is_noun_cue(begin, i)) else None
            if named and a.governed(named) and self._speaker_by_role(begin, named.first, i):
                return self._cue(i, i + 1, "colon", "quote-colon", Subject((self.state.speaker or "",), begin, i))
        if named is None:
            owners = [n for n in a.named if begin <= n.first and n.last <= i and a.is_possessor(n)]
            named = owners[0] if owners else None
        if named is None:
            return None
        return self._cue(i, i + 1, "colon", "quote-colon", Subject(named.actors, named.first, named.last))

    def _speaker_by_role(self, begin: int, first: int, i: int) -> bool:
        """Whether "the former envoy of X" stands for the one who spoke last."""
        a = self.a
        return self.state.speaker is not None and self._fresh(i) and any(a.is_(k, "roles") for k in range(begin, first))

    def _is_noun_cue(self, first: int, last: int) -> bool:
        return any(self.a.is_(k, "nouns") for k in range(first, last))

    def _headline(self, i: int) -> Cue | None:
        """A speaker at an edge of a short sentence: "Mosca: vogliono la guerra", "A deal is near — Rubio"."""
        a = self.a
        low = a.low(i)
        begin, end = a.sentence(i)
        if low == ":" and i + 1 < end and not a.quoted[i + 1] and 0 < i - begin <= 4:
            named = a.at.get(i - 1)
            if named and named.first <= begin + 1 and not a.governed(named) and named.how != "pronoun":
                return self._cue(i, i + 1, "colon", "speech-headline", Subject(named.actors, named.first, named.last))
        if low not in {"-", ":"} or i - begin < 4 or i + 1 >= end or a.sentence_of[i] > 1:
            return None
        named = a.at.get(i + 1)
        if named is None or named.last < end - (a.low(end - 1) in STOPS) or a.outlet(named):
            return None
        subject = Subject(named.actors, named.first, named.last)
        return self._cue(i, i + 1, "colon", "speech-headline", subject, tail=True)
