"""Whose words a verb of speech brings: its subject.

Lives here: `Subjects.of`, which tries each place a subject may stand at, and names before their verb. Must not live
here: what a verb of speech is (`data.extract.speech_verbs`); pronouns, offices, subjects behind their verb or not
written (`data.extract.speech_pronouns`, `speech_offices`, `speech_inverted`, `speech_dropped`).
"""

from __future__ import annotations

from data.extract.speech_dropped import DroppedSubjects
from data.extract.speech_inverted import InvertedSubjects
from data.extract.speech_memory import Memory
from data.extract.speech_offices import Offices
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_text import STOPS, ArticleText, Named, Subject
from data.extract.speech_verbs import VerbReader


class Subjects:
    """Finds the subjects of verbs of speech, knowing the cues found so far. Places are token numbers."""

    def __init__(
        self,
        article: ArticleText,
        verbs: VerbReader,
        memory: Memory,
        pronouns: Pronouns,
        offices: Offices,
        inverted: InvertedSubjects,
        dropped: DroppedSubjects,
    ) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory
        self._pronouns = pronouns
        self._offices = offices
        self._inverted = inverted
        self._dropped = dropped

    def of(self, i: int, last: int, kind: str, form: str) -> Subject | None:
        """The subject of the verb `i:last`, wherever it stands; none where no words are credited."""
        a = self.a
        begin, _ = a.sentence(i)
        if form == "gerund":
            return self._dropped.of_gerund(i)
        k = self._verbs.auxiliary_start(i) - 1
        if k < begin or a.quoted[k]:
            return self._inverted.behind(last, kind, quote=k >= 0 and bool(a.quoted[k])) or self._dropped.left_out(i, k)
        if self._about(begin, k):
            return self._dropped.left_out(i, begin)
        low = a.low(k)
        if low in {":", ";", "(", "–", "—", "-"}:
            opens = low == "-" and k == begin  # "- said Peskov."
            return self._inverted.behind(last, kind, quote=opens) or self._dropped.left_out(i, k)
        if low == ",":
            return self._behind_comma(i, last, kind, k)
        if a.is_(k, "he") or a.is_(k, "she"):
            return self._pronouns.of_pronoun(k)
        named = a.at.get(k)
        if named and a.italian and a.outlet(named) and a.governor(named) in a.sets["towards"]:
            return self._before_hearer(named, i, begin)
        if named:
            return self._named_subject(named, k)
        if a.is_(k, "they"):
            return self._pronouns.of_pronoun(k)
        if a.italian and a.is_(k, "that") and a.is_(k - 1, "unnamed") and a.is_(k - 2, "indefinite"):
            return Subject((), k - 1, k + 1)
        if a.italian and a.is_(k, "that") and self._relates_to_noun(k):
            return self._pronouns.antecedent(k, begin)  # "una posizione che evidenzia" is nobody's
        if a.is_(k, "relatives"):
            return (
                self._pronouns.antecedent(k, begin)
                or self._inverted.behind(last, kind, quote=False)
                or self._dropped.left_out(i, k)
            )
        if a.is_(k, "conjunctions"):
            determined = a.italian and a.is_(last, "determiners")
            inverted = self._inverted.behind(last, kind, quote=False) if determined else None
            return inverted or self._dropped.left_out(i, k)
        if a.is_(k, "openers") or a.is_(k, "contrast") or (a.italian and a.is_(k, "what")):
            return self._inverted.behind(last, kind, quote=True) or self._dropped.left_out(i, k)
        return self._offices.before(k, begin)

    def _about(self, begin: int, k: int) -> bool:
        """Whether only what the words are about stands before a verb: "Sulle basi Usa in Italia ha ribadito"."""
        a = self.a
        if not a.italian or not a.about(begin, k + 1):
            return False
        return not any(
            a.is_(j, "relatives") or a.is_(j, "roles") or self._verbs.verb_at(j) for j in range(begin, k + 1)
        )

    def _relates_to_noun(self, k: int) -> bool:
        """Whether Italian "che" stands for the noun before it, which has an article: "una posizione che"."""
        a = self.a
        noun = a.low(k - 1).isalpha() and a.tokens[k - 1].text.islower() and not self._verbs.verb_at(k - 1)
        return noun and a.is_(k - 2, "indefinite") and not (a.is_(k - 1, "roles") or a.is_(k - 1, "unnamed"))

    def _before_hearer(self, named: Named, i: int, begin: int) -> Subject | None:
        """The subject before an outlet that was told: "Trump, che a Politico ha affermato"."""
        a = self.a
        k = named.first - 1
        while k > begin and (a.is_(k, "towards") or a.is_(k, "determiners") or a.is_(k, "organs")):
            k -= 1
        if a.is_(k, "relatives"):
            return self._pronouns.antecedent(k, begin) or self._dropped.left_out(i, k)
        before = a.at.get(k)
        return self._named_subject(before, k) if before else self._dropped.left_out(i, k)

    def _behind_comma(self, i: int, last: int, kind: str, comma: int) -> Subject | None:
        """The subject of a verb right behind a comma: behind the verb, before a remark, or left out."""
        a = self.a
        begin, _ = a.sentence(i)
        takes_hearer = self._verbs.takes_hearer(i)
        if comma and a.quoted[comma - 1]:
            inverted = None if takes_hearer else self._inverted.behind(last, kind, quote=True)
            return inverted or self._dropped.left_out(i, comma)
        if not takes_hearer and kind in {"say", "announce", "weak", "deny"}:
            inverted = self._inverted.behind(last, kind, quote=not a.italian)
            if inverted and (a.italian or (inverted.first - last <= 5 and inverted.actors)):
                spoken_to = not a.italian and a.is_(inverted.last, "that")  # "X, an aide, warned Y that"
                return inverted if not spoken_to else self._apposition(comma, begin) or self._dropped.left_out(i, comma)
        if a.italian and a.low(last) == "," and self._is_aside(comma, begin):
            return Subject((self._memory.speaker or "",), i, i)
        running = self._memory.running(i) if a.italian and a.low(last) in STOPS else None
        if running and a.kind(running) == "person":
            return Subject((running,), i, i)  # "Kiev è pronta, ha aggiunto."
        return self._apposition(comma, begin) or self._dropped.left_out(i, comma)

    def _named_subject(self, named: Named, k: int) -> Subject:
        """A name before its verb, with the one joined to it; the head of its phrase when the name is governed."""
        a = self.a
        if a.is_possessor(named):
            return Subject((), k, k + 1)
        if not a.governed(named) or self._offices.speaks_for(named) or a.governor(named) in a.sets["contrast"]:
            first = self._joined_to(named)
            actors = (*first.actors, *named.actors) if first else named.actors
            return Subject(tuple(dict.fromkeys(actors)), first.first if first else named.first, named.last)
        return self._head_before(named.first) or Subject((), k, k + 1)

    def _joined_to(self, named: Named) -> Named | None:
        """The first of two names that speak together: "Trump and Putin", where no other verb can be its own."""
        a = self.a
        k = named.first - 1
        while self._title_word(k) or (a.tokens[k].text.istitle() and k not in a.at):
            k -= 1  # "and Russian President X"
        if not a.is_(k, "joins"):
            return None
        other = a.at.get(k - 1)
        if other is None or a.governed(other):
            return None
        begin, _ = a.sentence(named.first)
        head = other.first
        while head > begin and self._title_word(head - 1):
            head -= 1
        if head > begin and not a.low(head - 1)[:1].isalnum() and a.low(head - 1) not in {",", ";", ":", "-", ")"}:
            head = begin  # a bullet
        opens = head == begin or a.is_(head - 1, "both") or a.is_(head - 1, "that")
        return other if opens or (a.low(head - 1) == "," and not a.at.get(head - 2)) else None

    def _title_word(self, k: int) -> bool:
        """Whether a word may stand in the title before a name: "the French president"."""
        a = self.a
        title = a.is_(k, "definite") or a.is_(k, "roles") or a.low(k) in a.words.adjectives
        return title and not a.quoted[k]

    def _is_aside(self, comma: int, begin: int) -> bool:
        """Whether a verb between commas breaks somebody's clause: "Mosca, ha spiegato, è pronta" after Lavrov spoke."""
        a = self.a
        spoke = self._memory.speaker is not None and a.sentence_of[comma] - self._memory.sentence == 1
        return spoke and not any(a.low(k) == "," for k in range(begin, comma))

    def _head_before(self, first: int) -> Subject | None:
        """The subject when the name before the verb is governed: "Zelensky in a post for X said"."""
        a = self.a
        found = a.subject_of_clause(a.clause_start(first), first)
        if found is None or first - found.last > 9:
            return None
        if any(self._is_finite(k) for k in range(found.last, first)):
            return None
        follows = a.low(found.last)
        if follows in a.sets["prepositions"] or follows == "," or self._verbs.between(found.last):
            return Subject(found.actors, found.first, found.last)
        return None

    def _is_finite(self, k: int) -> bool:
        return self._verbs.verb_at(k) is not None and not self.a.italian

    def _apposition(self, comma: int, begin: int) -> Subject | None:
        """The name before a remark between commas: "Ihnat, a spokesman for the air force, said"."""
        a = self.a
        commas = [k for k in range(comma - 1, begin - 1, -1) if a.low(k) == "," and not a.quoted[k]]
        direct = a.at.get(comma - 1)
        if direct and (a.governed(direct) or a.is_possessor(direct) or self._in_relative(direct, begin)):
            direct = None
        nearest = None
        for k in commas:
            nearest = a.at.get(k - 1)
            if nearest and not a.governed(nearest) and not a.is_possessor(nearest):
                break
            nearest = None
            if self._unknown_person(k, begin):
                return Subject((), k - 2, k)
        if nearest and commas and nearest.last == commas[0] and (a.is_person(nearest) or direct is None):
            return Subject(nearest.actors, nearest.first, nearest.last)
        if direct and direct.how == "name":
            return Subject(direct.actors, direct.first, direct.last)
        chosen = nearest or direct
        return Subject(chosen.actors, chosen.first, chosen.last) if chosen else None

    def _unknown_person(self, last: int, begin: int) -> bool:
        """Whether a full name we do not know ends before token `last`, and can be a subject."""
        a = self.a
        first = last
        while first > begin and a.is_capital(first - 1):
            first -= 1
        if last - first < 2 or any(a.is_(k, "roles") for k in range(first, last)):
            return False
        return not a.is_function_word(first - 1)

    def _in_relative(self, named: Named, begin: int) -> bool:
        """Whether a name stands inside a relative clause: "who led the Indian delegation"."""
        a = self.a
        for k in range(named.first - 1, begin - 1, -1):
            if a.low(k) == ",":
                return False
            if a.low(k) in a.sets["relatives"] and a.low(k - 1) == ",":
                return True
        return False
