"""Cues: every place of an article that credits somebody with words.

Lives here: verbs of speech, "according to", nouns of speech, colons, headlines. Must not live here: quote marks and
what stands between them.
"""

from __future__ import annotations

from bisect import bisect_left

from data.extract.finds import Mood
from data.extract.speech_subjects import SubjectFinder
from data.extract.speech_text import STOPS, Cue, Named, Subject
from data.span import fold


class CueFinder(SubjectFinder):
    """Finds every cue of an article, in text order, with its speaker."""

    def all(self) -> list[Cue]:
        """Every cue, in text order."""
        a = self.a
        triggers, classes, enclitics = a.words.triggers, a.words.classes, a.words.enclitics
        last = 0
        begins = [
            i for i, (low, lemma) in enumerate(zip(a.document.lowers, a.document.lemmas, strict=True))
            if low in triggers or lemma in classes or (enclitics and low.endswith(enclitics))
        ]  # fmt: skip
        for i in begins:
            if i < last or a.quoted[i]:
                continue
            cue = self._cue_at(i)
            if cue is None:
                continue
            self.found.append(cue)
            if not a.is_caption(cue.sentence) or cue.sentence == 0:
                self._remember(cue)
            last = cue.last
        return self.found

    def _cue_at(self, i: int) -> Cue | None:
        return (
            self._colon(i)
            or self._according(i)
            or self._opinion(i)
            or self._verb(i)
            or self._noun(i)
            or self._headline(i)
        )

    def _remember(self, cue: Cue) -> None:
        """Keeps who spoke, for the sentences behind."""
        if cue.kind == "relay" or self._names_source(cue) or self._is_told(cue):
            return
        if cue.speaker is None and cue.rule == "speech-participle":
            return
        if cue.speaker and self.a.kind(cue.speaker) == "person":
            self.state.person, self.state.said = cue.speaker, cue.sentence
        if cue.known and (cue.speaker or cue.others or cue.kind not in {"ask", "weak"}):
            if cue.sentence != self.state.sentence:
                self.state.earlier, self.state.earlier_sentence = self.state.speaker, self.state.sentence
            self.state.speaker = cue.speaker
            self.state.sentence = cue.sentence
            if cue.speaker:
                self._keep_message(cue, cue.speaker)
            self.state.via = cue.via

    def _keep_message(self, cue: Cue, speaker: str) -> None:
        """Keeps whose a message named beside a credit is: "said in a statement", "nella nota del ministero"."""
        a = self.a
        begin, end = a.sentence(cue.first)
        start, stop = min(cue.credit_first, cue.first), max(cue.credit_last, cue.last)
        for k in range(max(begin, start - 6), min(end, stop + 6)):
            if not a.is_(k, "sayings") or a.quoted[k]:
                continue
            own = any(a.is_(j, "indefinite") or a.is_(j, "possessives") for j in range(k - 3, k))
            own = own or any((n := a.at.get(j)) and speaker in n.actors for j in (k - 2, k - 1, k + 1, k + 2, k + 3))
            if own or (start <= k < stop and any(a.is_(j, "agents") for j in range(k, stop))):
                self.state.issued[a.low(k)] = (speaker, cue.sentence)

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
                if named and a.is_possessor(named) and not self._person(named):
                    continue  # "citing Russia's state agency TASS"
                if named or a.low(j) in {",", "."}:
                    break
                if a.is_(j, "organs") and a.is_(j - 1, "definite") and j + 1 not in a.at and j + 2 not in a.at:
                    return self._last_outlet(j)
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
            if self._closes(first - 1) and named.last < end and self._verb_at(named.last):
                return named.actors[0]
            if a.italian and self._verb_at(first - 1) and self._closes(first - 2):
                return named.actors[0]
            first = self._organ_start(named)
            if a.italian and first and self._verb_at(first - 1) and self._closes(first - 2):
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
            return self._anaphora(i, last, kind) or self._cleft(i, last, kind)
        purpose = self._posting(i)
        if purpose:
            return self._cue(i, last, kind, "speech-verb", purpose)
        if self._is_noun(i) or self._is_infinitive(i) or self._is_bare(i):
            return None
        if a.italian and a.tokens[i].lemma in a.sets["not_reflexive"] and a.low(i - 1) in {"si", "s'"}:
            return None
        form = self._form(i, kind)
        if form == "passive":
            return self._passive(i, last, kind)
        if kind == "relay":
            return self._relayed(i, last, form)
        if form == "none":
            return None
        subject = self._subject(i, last, kind, form)
        own = a.at.get(i - 1)
        if form == "gerund" and self._class_word(i) in a.sets["things"] and own and a.governed(own):
            return None  # "signals from Moscow suggesting"
        if subject is None:
            return self._passive(i, last, kind) if kind == "judge" and a.low(i - 1) == "," else None
        if not subject.actors and form == "active" and self._reads_as_passive(i, last, kind):
            return self._passive(i, last, kind)
        tail = self._is_tail(i, last, subject)
        if not self._says(i, last, kind, subject, tail=tail):
            return None
        rule = "speech-participle" if form == "gerund" else "speech-tail" if tail else "speech-verb"
        if self._is_anaphoric(i, last, subject):
            rule = "speech-anaphora"
        return self._cue(i, last, kind, rule, subject, tail=tail)

    def _relayed(self, i: int, last: int, form: str) -> Cue | None:
        """Who passes on what stands before, "Lo riporta Tass", or words between marks: "Officials cited “…”"."""
        a = self.a
        subject = self._subject(i, last, "relay", form)
        if subject is None or not subject.actors or form != "active":
            return None
        if self._is_anaphoric(i, last, subject):
            return self._cue(i, last, "relay", "speech-anaphora", subject)
        if a.quoted[last] and any(a.kind(x) != "outlet" for x in subject.actors) and subject.last <= i:
            return self._cue(i, last, "say", "speech-verb", subject)
        return None

    def _reads_as_passive(self, i: int, last: int, kind: str) -> bool:
        """Whether an English past form without a subject we know is a participle: "a plan described by Kyiv as"."""
        a = self.a
        if a.italian or not a.low(i).endswith("ed") or self._auxiliary_start(i) != i:
            return False
        agent = self._agent(last)
        return bool(agent and agent.actors) or (kind == "judge" and a.low(i - 1) == ",")

    def _says(self, i: int, last: int, kind: str, subject: Subject, *, tail: bool) -> bool:
        """Whether a verb of speech with its subject credits words: by its class, and by what stands beside it."""
        a = self.a
        known = bool(subject.actors)
        if kind == "weak":
            acted = a.is_(last, "definite") or a.is_(last, "indefinite")  # "added an element"
            ends = tail and self._class_word(i) in a.sets["tails"] and (a.italian or not acted)
            goes_on = known and subject.actors == (self.state.speaker,) and self._clause_follows(i, last)
            if self._talks(i, last):
                return False
            close = self._has_close_complement(last, i) and (known or self._unnamed(subject))
            return close or (known and (ends or self._through_saying(last))) or goes_on
        if kind == "judge":
            return self._has_quote_near(last) or self._quote_before(i) or (self._followed_by_as(last) and known)
        if known:
            return True
        if subject.first >= subject.last or self._unnamed(subject):
            return self._has_complement(last, i) or tail
        if self._class_word(i) in a.sets["things"]:
            return False  # "the plan foresees", "the map shows"
        spoken = tail or (self._is_capital(subject.last - 1) and self._is_capital(subject.last - 2))
        return self._has_complement(last, i) or (spoken and kind == "say")

    def _talks(self, i: int, last: int) -> bool:
        """Whether a verb of talking tells that people talked, not what one said: "spoke by phone: a frank call"."""
        a = self.a
        if self._class_word(i) not in a.sets["talking"]:
            return False
        _, end = a.sentence(i)
        colon = next((k for k in range(last, min(end, last + 14)) if a.low(k) == ":" or a.quoted[k]), None)
        if colon is None or a.low(colon) != ":" or (colon + 1 < len(a.tokens) and a.quoted[colon + 1]):
            return False
        phone = any(a.matches(k, a.words.by_phone) for k in range(last, colon))
        named = a.at.get(self._auxiliary_start(i) - 1)
        joint = named is not None and (len(named.actors) > 1 or a.is_(named.first - 1, "joins"))
        with_ = any(a.is_(n.first - 1, "together") or a.is_(n.first, "together") for n in a.named_in(last, colon))
        return phone or joint or with_

    def _through_saying(self, last: int) -> bool:
        """Whether a message follows through which somebody speaks: "addressed the raids in a post on X"."""
        a = self.a
        _, end = a.sentence(last - 1)
        for k in range(last, min(end, last + 12)):
            if a.low(k) in {",", ";", ":"} or a.quoted[k]:
                return False
            if a.is_(k, "sayings"):
                return any(a.is_(j, "opinion_before") for j in range(k - 4, k))
        return False

    def _clause_follows(self, i: int, last: int) -> bool:
        """Whether a clause without "that" follows a verb, right after its subject spoke: "It added talks were on"."""
        a = self.a
        if a.italian or not self._spoke_just_before(i) or a.is_(last, "prepositions") or a.low(last) in {",", "."}:
            return False
        _, end = a.sentence(i)
        return any(a.is_(k, "auxiliaries") for k in range(last + 1, min(end, last + 12)))

    def _posting(self, i: int) -> Subject | None:
        """Whose words "took to Truth Social to criticize" brings: the subject of taking to a platform."""
        a = self.a
        begin, _ = a.sentence(i)
        if a.italian or not a.is_(i - 1, "infinitive_before"):
            return None
        for k in range(max(begin + 1, i - 9), i - 2):
            if a.is_(k, "goes_to") and a.low(k + 1) == "to":
                start = k + 2 + a.is_(k + 2, "determiners")
                named = a.at.get(self._auxiliary_start(k) - 1)
                if a.matches(start, a.words.platforms) and named and not a.governed(named):
                    return Subject(named.actors, named.first, named.last)
        return None

    def _opinion(self, i: int) -> Cue | None:
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
            owner = ahead.actors[0] if own and ahead else self._possessor(k, begin)
            actors = (owner,) if owner else ()
        if not actors:
            return None
        subject = Subject(actors, first - 1, i + 1)
        return self._cue(i, i + 1, "according", "speech-according-to", subject, tail=first - 1 - begin > 3)

    def _unnamed(self, subject: Subject) -> bool:
        return any(self.a.is_(k, "unnamed") for k in range(subject.first, subject.last))

    def _passive(self, i: int, last: int, kind: str) -> Cue | None:
        agent = self._agent(last)
        if kind == "relay":
            cited = self._subject(i, last, kind, "active")
            if cited and cited.actors and not all(self.a.kind(x) == "outlet" for x in cited.actors) and cited.first < i:
                via = agent.actors[0] if agent and agent.actors else None
                return self._cue(i, last, "say", "speech-verb", cited, via=via)
        if agent is None and kind == "accuse" and self._has_quote_near(last):
            return self._cue(i, last, kind, "speech-agent", Subject((), i, i + 1))  # whoever accuses is not named
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
        begin, _ = self.a.sentence(i)
        if kind != "relay" and i - begin <= 3 and self.a.is_(begin + 1, "what"):
            return self._cue(i, last, "say", "speech-anaphora", agent)  # "È quanto dichiarato da X"
        return self._cue(i, last, kind, "speech-agent", agent)

    def _anaphora(self, i: int, last: int, kind: str) -> Cue | None:
        """ "A riferirlo è stata X", "a darne notizia è stato X"."""
        a = self.a
        if not a.italian or not a.is_(i - 1, "infinitive_before"):
            return None
        _, end = a.sentence(i)
        been = [k for k in range(last, min(end, last + 14)) if a.is_(k, "passive") and a.low(k) != "e"]
        been += [k for k in range(last, min(end, last + 14)) if a.tokens[k].text == "è"]
        subject = self._inverted(max(been) + 1 if been else last, kind, quote=True)
        if subject is None or not subject.actors:
            return None
        return self._cue(i, last, "say", "speech-anaphora", subject)

    def _cleft(self, i: int, last: int, kind: str) -> Cue | None:
        """ "È stato lo stesso X a precisare che"."""
        a = self.a
        named = a.at.get(i - 2 - (a.low(i - 2) == ","))
        if not a.is_(i - 1, "infinitive_before") or named is None or a.governed(named):
            return None
        begin, _ = a.sentence(i)
        if not any(a.is_(k, "passive") for k in range(max(begin, named.first - 6), named.first)):
            return None
        return self._cue(i, last, kind, "speech-verb", Subject(named.actors, named.first, named.last))

    def _is_anaphoric(self, i: int, last: int, subject: Subject) -> bool:
        """Whether the sentence only says who told it: "Lo ha riferito X"."""
        a = self.a
        begin, _ = a.sentence(i)
        opens = a.is_(begin, "anaphors") and self._auxiliary_start(i) <= begin + 1
        group = self._auxiliary_start(i)  # "«…»: lo afferma X"
        opens = opens or (a.is_(group, "anaphors") and a.low(group - 1) in {":", ","} and bool(a.quoted[group - 2]))
        what = a.is_(begin + 1, "what") and self._auxiliary_start(i) <= begin + 3  # "È quanto ha detto X"
        return subject.first >= last and (opens or what)

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
        for k in range(start - 1, max(begin, start - 24), -1):
            low = a.low(k)
            title = a.tokens[k].text[:1].isupper() or a.is_(k, "roles") or a.is_(k, "joins") or low == ","
            if start - k > 8 and not (title or self._is_function_word(k)):
                break
            if low in {",", "-"} or a.quoted[k]:
                return k + 1
            if low in a.sets["contrast"] or low in a.sets["complement"] or low in STOPS or low == ":":
                break
            if self._verb_at(k) and not a.is_(k, "nouns"):
                break
        return start

    def _opening_for(self, i: int) -> Cue | None:
        """ "Per Macron, …", "For Macron, it was “…”": at the head of a sentence, or of a clause before quote marks."""
        a = self.a
        begin, end = a.sentence(i)
        if not a.is_(i, "for_whom") or i + 2 >= end:
            return None
        named = a.at.get(i + 1)
        if i != begin:
            opens = a.low(i - 1) == "," or a.is_(i - 1, "contrast") or a.is_(i - 1, "conjunctions")
            if not opens or named is None or not any(a.quoted[named.last : min(named.last + 4, end)]):
                return None
            return self._cue(i, i + 1, "according", "speech-according-to", Subject(named.actors, i, named.last))
        comma = next((k for k in range(i + 2, min(i + 10, end)) if a.low(k) == ","), i)
        if not a.italian and not any(a.quoted[comma:end]):
            return None
        named = a.at.get(comma - 1)
        if named and named.first > i and (a.governor(named) in a.sets["for_whom"] or not a.governed(named)):
            return self._cue(i, i + 1, "according", "speech-according-to", Subject(named.actors, i, named.last))
        if a.italian and named is None and a.tokens[i + 1].text[0].isupper() and a.low(i + 2) == ",":
            return self._cue(i, i + 1, "according", "speech-according-to", Subject((), i, i + 2))
        return None

    def _thus(self, i: int) -> Cue | None:
        """Italian "Così Macron a Parigi." behind quoted words: a credit without a verb."""
        a = self.a
        begin, end = a.sentence(i)
        if i != begin or not a.is_(i, "thus") or not i or not (a.quoted[i - 1] or a.quoted[max(i - 2, 0)]):
            return None
        for k in range(i + 1, min(i + 8, end)):
            named = a.at.get(k)
            title = a.is_(k, "determiners") or a.is_(k, "roles") or a.is_(k, "prepositions") or a.is_(k, "auxiliaries")
            if named is None and not (title or k < i + 4 or a.tokens[k].text[:1].isupper() or self._nationality(k)):
                return None
            if named and not a.governed(named):
                subject = Subject(named.actors, named.first, named.last)
                return self._cue(i, i + 1, "say", "speech-anaphora", subject)
        return None

    def _nationality(self, k: int) -> bool:
        return self.a.low(k) in self.a.words.adjectives

    def _according(self, i: int) -> Cue | None:
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
        return self._cue(i, last, "according", "speech-according-to", subject, tail=i - begin > 3)

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
                return self._pronoun(k)
            if k == last and a.is_(k, "relatives"):
                return self._antecedent(i, a.sentence(i)[0])
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
                return self._office_behind(k)
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
        group = a.at.get(named.last) if not self.outlet_next(named) else None
        if group:
            return Subject(group.actors if not a.governed(group) else named.actors, i, named.last)
        return Subject(self._next_in_apposition(named) or named.actors, i, named.last)

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
        owner = self._owner_behind(i, begin) if a.italian else self._owner_ahead(i, begin)
        if owner is None or not owner.actors or not (a.italian or self._noun_says(i, end)):
            return None
        return self._cue(i, i + 1, "noun", "speech-noun", owner)

    def _owner_behind(self, i: int, begin: int) -> Subject | None:
        """Whose an Italian noun of speech is: "la proposta di Putin", "l'apertura concessa da Merz"."""
        a = self.a
        k = i + 1
        named = a.at.get(k)
        if a.is_(k, "agents") and self._looks_participle(i) and i > begin and not a.is_(i - 1, "determiners"):
            return None  # «la telefonata, richiesta da Washington,»
        if a.is_(k, "prepositions") and (owner := a.at.get(k + 1) or a.at.get(k + 2)) and a.governed(owner):
            return Subject(owner.actors, i, owner.last) if a.low(k)[0] == "d" else None
        if named and a.is_(named.first, "prepositions") and a.low(named.first)[0] == "d":
            return Subject(named.actors, i, named.last)
        if self._looks_participle(k) and (agent := self._agent(k + 1)) and agent.actors:
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
            actor = self._possessor(k, begin)
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
        asked = self._whose_words(i)
        if asked:
            return self._cue(i, i + 1, "colon", "quote-colon", Subject(asked.actors, asked.first, asked.last))
        cue = self.found[-1] if self.found else None
        if cue and cue.first >= begin and cue.kind != "weak" and (cue.speaker or cue.others or cue.known):
            return None
        named = self._close_speaker(begin, i) or a.subject_of_clause(begin, i)
        if named is None and i - begin < 5 and any(a.is_(k, "unnamed") for k in range(begin, i)):
            return self._cue(i, i + 1, "colon", "quote-colon", Subject((), begin, i))  # "Reporter: “…”"
        if named is None:
            named = self._in_noun_phrase(begin, i)
            if named and a.governed(named) and self._speaker_by_role(begin, named.first, i):
                return self._cue(i, i + 1, "colon", "quote-colon", Subject((self.state.speaker or "",), begin, i))
        if named is None:
            owners = [n for n in a.named if begin <= n.first and n.last <= i and a.is_possessor(n)]
            named = owners[0] if owners else None
        if named is None:
            return None
        return self._cue(i, i + 1, "colon", "quote-colon", Subject(named.actors, named.first, named.last))

    def _whose_words(self, i: int) -> Named | None:
        """Whose noun of speech stands right before a colon: "risponde alla domanda di X: «…»" is X's."""
        a = self.a
        named = a.at.get(i - 1)
        if named is None or named.last != i or not self._person(named) or a.governor(named) not in a.sets["whose"]:
            return None
        k = named.first - 1
        while k > 0 and self._is_function_word(k):
            k -= 1
        return named if a.is_(k, "nouns") else None

    def _is_topic(self, named: Named) -> bool:
        """Whether a state is called by its own name, which before a colon is what a headline is about."""
        states = [actor for x in named.actors if (actor := self.a.lexicon.actors.get(x)) and actor.kind == "state"]
        words = fold(self.a.document.text[self.a.tokens[named.first].start : self.a.tokens[named.last - 1].end])
        return any(words in {fold(state.name), fold(state.name_it or "")} for state in states)

    def _in_noun_phrase(self, begin: int, i: int) -> Named | None:
        """Who speaks where no subject stands before a colon: "La frecciata di Trump a Macron: «…»" is Trump's."""
        a = self.a
        inside = [n for n in a.named if begin <= n.first and n.last <= i and not a.is_possessor(n)]
        inside = [n for n in inside if a.governor(n) not in a.sets["towards"] and not a.is_(n.first, "towards")]
        owners = [n for n in inside if a.governor(n) in a.sets["whose"] or a.is_(n.first, "whose")]
        chosen = owners or inside
        said = chosen and (chosen[-1].last == i or owners or self._is_noun_cue(begin, i))
        return chosen[-1] if said else None

    def _close_speaker(self, begin: int, i: int) -> Named | None:
        """The person right before a colon, behind what the words are about: "Ucraina, Trump: «…»".

        So is who speaks to somebody, "Ucraina, Trump a Putin: «…»".
        """
        a = self.a
        named = a.at.get(i - 1)
        if named is not None and named.last == i and self._person(named) and a.governor(named) in a.sets["towards"]:
            named = a.at.get(named.first - 2)
        elif named is not None and named.last != i:
            return None
        if named is None or not self._person(named) or named.first <= begin or a.governed(named):
            return None
        return named if a.low(named.first - 1) == "," or self._behind_topic(named, begin) else None

    def _behind_topic(self, named: Named, begin: int) -> bool:
        """Whether nothing but the name of a state opens the clause of a name: "Ucraina Trump: «…»"."""
        topic = self.a.at.get(named.first - 1)
        return topic is not None and topic.first == begin and topic.last == named.first and self._is_topic(topic)

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
        if low not in {"-", ":"}:
            return None
        begin, end = a.sentence(i)
        if low == ":" and i + 1 < end and not a.quoted[i + 1] and 0 < i - begin <= 4:
            named = a.at.get(i - 1)
            topic = named is not None and self._is_topic(named)  # "Ucraina: nuovi aiuti", but "Kiev: servono aiuti"
            if named and named.first <= begin + 1 and not a.governed(named) and named.how != "pronoun" and not topic:
                return self._cue(i, i + 1, "colon", "speech-headline", Subject(named.actors, named.first, named.last))
        loud = a.document.text[a.tokens[begin].start : a.tokens[end - 1].end].isupper()
        if i - begin < 3 or i + 1 >= end or (a.sentence_of[i] > 1 and not loud):
            return None
        named = a.at.get(i + 1)
        if end - i <= 6 and any(a.is_(k, "roles") for k in range(i + 1, end)) and not (named and named.last == end):
            return self._cue(i, i + 1, "colon", "speech-headline", Subject((), i, end), tail=True)
        if named is None or named.last < end - (a.low(end - 1) in STOPS) or a.outlet(named):
            return None
        subject = Subject(named.actors, named.first, named.last)
        return self._cue(i, i + 1, "colon", "speech-headline", subject, tail=True)
