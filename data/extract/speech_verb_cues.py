"""Verbs that credit somebody with words: "said", "ha definito", "Lo ha riferito X".

Lives here: which verbs of speech, in which form and beside what, are a cue. Must not live here: forms of verbs
(`data.extract.speech_verbs`), or whose words they are (`data.extract.speech_subjects`).
"""

from __future__ import annotations

from data.extract.speech_agents import Agents
from data.extract.speech_cue_maker import CueMaker
from data.extract.speech_inverted import InvertedSubjects
from data.extract.speech_memory import Memory
from data.extract.speech_subjects import Subjects
from data.extract.speech_text import STOPS, ArticleText, Cue, Subject
from data.extract.speech_verbs import VerbReader


class VerbCues:
    """Finds cues at verbs of speech. Places are token numbers."""

    def __init__(
        self,
        article: ArticleText,
        verbs: VerbReader,
        memory: Memory,
        agents: Agents,
        inverted: InvertedSubjects,
        subjects: Subjects,
        maker: CueMaker,
    ) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory
        self._agents = agents
        self._inverted = inverted
        self._subjects = subjects
        self._maker = maker

    def cue(self, i: int) -> Cue | None:
        """The credit of a verb of speech at token `i`."""
        a = self.a
        hit = self._verbs.verb_at(i)
        if hit is None or i in a.at:
            return None
        kind, size = hit
        last = i + size
        if a.italian and self._verbs.is_infinitive(i):
            return self._anaphora(i, last, kind) or self._cleft(i, last, kind)
        purpose = self._posting(i)
        if purpose:
            return self._maker.cue(i, last, kind, "speech-verb", purpose)
        if self._verbs.is_noun(i) or self._verbs.is_infinitive(i) or self._verbs.is_bare(i):
            return None
        if a.italian and a.tokens[i].lemma in a.sets["not_reflexive"] and a.low(i - 1) in {"si", "s'"}:
            return None
        form = self._verbs.form(i, kind)
        if form == "passive":
            return self._passive(i, last, kind)
        if kind == "relay":
            return self._relayed(i, last, form)
        if form == "none":
            return None
        subject = self._subjects.of(i, last, kind, form)
        own = a.at.get(i - 1)
        if form == "gerund" and self._verbs.class_word(i) in a.sets["things"] and own and a.governed(own):
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
        return self._maker.cue(i, last, kind, rule, subject, tail=tail)

    def _relayed(self, i: int, last: int, form: str) -> Cue | None:
        """Who passes on what stands before, "Lo riporta Tass", or words between marks: "Officials cited “…”"."""
        a = self.a
        subject = self._subjects.of(i, last, "relay", form)
        if subject is None or not subject.actors or form != "active":
            return None
        if self._is_anaphoric(i, last, subject):
            return self._maker.cue(i, last, "relay", "speech-anaphora", subject)
        if a.quoted[last] and any(a.kind(x) != "outlet" for x in subject.actors) and subject.last <= i:
            return self._maker.cue(i, last, "say", "speech-verb", subject)
        return None

    def _reads_as_passive(self, i: int, last: int, kind: str) -> bool:
        """Whether an English past form without a subject we know is a participle: "a plan described by Kyiv as"."""
        a = self.a
        if a.italian or not a.low(i).endswith("ed") or self._verbs.auxiliary_start(i) != i:
            return False
        agent = self._agents.by(last)
        return bool(agent and agent.actors) or (kind == "judge" and a.low(i - 1) == ",")

    def _says(self, i: int, last: int, kind: str, subject: Subject, *, tail: bool) -> bool:
        """Whether a verb of speech with its subject credits words: by its class, and by what stands beside it."""
        a = self.a
        known = bool(subject.actors)
        if kind == "weak":
            acted = a.is_(last, "definite") or a.is_(last, "indefinite")  # "added an element"
            ends = tail and self._verbs.class_word(i) in a.sets["tails"] and (a.italian or not acted)
            goes_on = known and subject.actors == (self._memory.speaker,) and self._clause_follows(i, last)
            if self._talks(i, last):
                return False
            close = self._verbs.has_close_complement(last, i) and (known or self._unnamed(subject))
            return close or (known and (ends or self._through_saying(last))) or goes_on
        if kind == "judge":
            return (
                self._verbs.has_quote_near(last)
                or self._verbs.quote_before(i)
                or (self._verbs.followed_by_as(last) and known)
            )
        if known:
            return True
        if subject.first >= subject.last or self._unnamed(subject):
            return self._verbs.has_complement(last, i) or tail
        if self._verbs.class_word(i) in a.sets["things"]:
            return False  # "the plan foresees", "the map shows"
        spoken = tail or (a.is_capital(subject.last - 1) and a.is_capital(subject.last - 2))
        return self._verbs.has_complement(last, i) or (spoken and kind == "say")

    def _talks(self, i: int, last: int) -> bool:
        """Whether a verb of talking tells that people talked, not what one said: "spoke by phone: a frank call"."""
        a = self.a
        if self._verbs.class_word(i) not in a.sets["talking"]:
            return False
        _, end = a.sentence(i)
        colon = next((k for k in range(last, min(end, last + 14)) if a.low(k) == ":" or a.quoted[k]), None)
        if colon is None or a.low(colon) != ":" or (colon + 1 < len(a.tokens) and a.quoted[colon + 1]):
            return False
        phone = any(a.matches(k, a.words.by_phone) for k in range(last, colon))
        named = a.at.get(self._verbs.auxiliary_start(i) - 1)
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
        if (
            a.italian
            or not self._memory.spoke_just_before(i)
            or a.is_(last, "prepositions")
            or a.low(last) in {",", "."}
        ):
            return False
        _, end = a.sentence(i)
        return any(a.is_(k, "auxiliaries") for k in range(last + 1, min(end, last + 12)))

    def _posting(self, i: int) -> Subject | None:
        """Whose words "took to Truth Social to criticize" brings: the subject of taking to a platform."""
        a = self.a
        if a.italian or not a.is_(i - 1, "infinitive_before"):
            return None
        begin, _ = a.sentence(i)
        for k in range(max(begin + 1, i - 9), i - 2):
            if a.is_(k, "goes_to") and a.low(k + 1) == "to":
                start = k + 2 + a.is_(k + 2, "determiners")
                named = a.at.get(self._verbs.auxiliary_start(k) - 1)
                if a.matches(start, a.words.platforms) and named and not a.governed(named):
                    return Subject(named.actors, named.first, named.last)
        return None

    def _unnamed(self, subject: Subject) -> bool:
        return any(self.a.is_(k, "unnamed") for k in range(subject.first, subject.last))

    def _passive(self, i: int, last: int, kind: str) -> Cue | None:
        agent = self._agents.by(last)
        if kind == "relay":
            cited = self._subjects.of(i, last, kind, "active")
            if cited and cited.actors and not all(self.a.kind(x) == "outlet" for x in cited.actors) and cited.first < i:
                via = agent.actors[0] if agent and agent.actors else None
                return self._maker.cue(i, last, "say", "speech-verb", cited, via=via)
        if agent is None and kind == "accuse" and self._verbs.has_quote_near(last):
            return self._maker.cue(i, last, kind, "speech-agent", Subject((), i, i + 1))  # whoever accuses is not named
        if agent is None:
            if kind == "judge" and self._verbs.has_quote_near(last) and self._memory.fresh(i):
                speaker = self._memory.speaker if self._memory.spoke_just_before(i) else None
                return self._maker.cue(i, last, kind, "speech-judged", Subject((speaker,) if speaker else (), i, i + 1))
            return None
        if (
            kind == "relay"
            and agent.actors
            and self._memory.found
            and self._memory.found[-1].sentence == self.a.sentence_of[i]
        ):
            previous = self._memory.found[-1]
            if previous.speaker or previous.others:
                return None  # the actor cited was credited already; the outlet is its `via`
        if not agent.actors:
            return self._maker.cue(i, last, kind, "speech-agent", agent) if kind != "relay" else None
        begin, _ = self.a.sentence(i)
        if kind != "relay" and i - begin <= 3 and self.a.is_(begin + 1, "what"):
            return self._maker.cue(i, last, "say", "speech-anaphora", agent)  # "È quanto dichiarato da X"
        return self._maker.cue(i, last, kind, "speech-agent", agent)

    def _anaphora(self, i: int, last: int, kind: str) -> Cue | None:
        """ "A riferirlo è stata X", "a darne notizia è stato X"."""
        a = self.a
        if not a.italian or not a.is_(i - 1, "infinitive_before"):
            return None
        _, end = a.sentence(i)
        been = [k for k in range(last, min(end, last + 14)) if a.is_(k, "passive") and a.low(k) != "e"]
        been += [k for k in range(last, min(end, last + 14)) if a.tokens[k].text == "è"]
        subject = self._inverted.behind(max(been) + 1 if been else last, kind, quote=True)
        if subject is None or not subject.actors:
            return None
        return self._maker.cue(i, last, "say", "speech-anaphora", subject)

    def _cleft(self, i: int, last: int, kind: str) -> Cue | None:
        """ "È stato lo stesso X a precisare che"."""
        a = self.a
        named = a.at.get(i - 2 - (a.low(i - 2) == ","))
        if not a.is_(i - 1, "infinitive_before") or named is None or a.governed(named):
            return None
        begin, _ = a.sentence(i)
        if not any(a.is_(k, "passive") for k in range(max(begin, named.first - 6), named.first)):
            return None
        return self._maker.cue(i, last, kind, "speech-verb", Subject(named.actors, named.first, named.last))

    def _is_anaphoric(self, i: int, last: int, subject: Subject) -> bool:
        """Whether the sentence only says who told it: "Lo ha riferito X"."""
        a = self.a
        begin, _ = a.sentence(i)
        opens = a.is_(begin, "anaphors") and self._verbs.auxiliary_start(i) <= begin + 1
        group = self._verbs.auxiliary_start(i)  # "«…»: lo afferma X"
        opens = opens or (a.is_(group, "anaphors") and a.low(group - 1) in {":", ","} and bool(a.quoted[group - 2]))
        what = a.is_(begin + 1, "what") and self._verbs.auxiliary_start(i) <= begin + 3  # "È quanto ha detto X"
        return subject.first >= last and (opens or what)

    def _is_tail(self, i: int, last: int, subject: Subject) -> bool:
        """Whether what was said stands before the credit: "…, the Kremlin said on Monday"."""
        a = self.a
        begin, end = a.sentence(i)
        start = min(subject.first, self._verbs.auxiliary_start(i))
        if subject.first >= last:
            start = self._verbs.auxiliary_start(i)
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
            if start - k > 8 and not (title or a.is_function_word(k)):
                break
            if low in {",", "-"} or a.quoted[k]:
                return k + 1
            if low in a.sets["contrast"] or low in a.sets["complement"] or low in STOPS or low == ":":
                break
            if self._verbs.verb_at(k) and not a.is_(k, "nouns"):
                break
        return start
