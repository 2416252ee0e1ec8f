"""The subject behind its verb: "said Stubb", "ha riferito il ministero".

Lives here: how far behind a verb of speech a subject is looked for, and what may be one there. Must not live here:
subjects before their verb (`data.extract.speech_subjects`).
"""

from __future__ import annotations

from data.extract.speech_memory import Memory
from data.extract.speech_offices import Offices
from data.extract.speech_pronouns import Pronouns
from data.extract.speech_text import STOPS, ArticleText, Named, Subject
from data.extract.speech_verbs import VerbReader


class InvertedSubjects:
    """Finds subjects behind their verbs. Places are token numbers."""

    def __init__(
        self, article: ArticleText, verbs: VerbReader, memory: Memory, pronouns: Pronouns, offices: Offices
    ) -> None:
        self.a = article
        self._verbs = verbs
        self._memory = memory
        self._pronouns = pronouns
        self._offices = offices

    def behind(self, last: int, kind: str, *, quote: bool) -> Subject | None:
        """A subject behind its verb: "said Stubb", "ha riferito il ministero"."""
        a = self.a
        if not quote and (not a.italian or kind in {"accuse", "ask", "judge"}):
            return None
        _, end = a.sentence(last - 1)
        k = last
        while k < min(end, last + 9):
            if a.quoted[k]:
                return None
            named = a.at.get(k)
            if named and k == named.first:
                if named.how == "pronoun" and not (a.is_(k, "he") or a.is_(k, "she")):
                    return None  # "echoed him": the one spoken of
                if a.is_possessor(named) and any(a.is_(x, "sayings") for x in range(last, named.first)):
                    return Subject(named.actors, named.first, named.last)  # "a message on X's channel"
                if not a.governed(named) and not self._qualifies(named, last):
                    return self._head_noun(named, last)
                speaker = self._governed_speaker(named, last)
                if speaker:
                    return speaker
                k = named.last
                continue
            appended = self._appended(k, last)
            if appended:
                return appended
            if self._ends_search(k, last):
                return None
            subject = self._common_noun(k, last)
            if subject:
                return subject
            k += 1
        return None

    def _appended(self, comma: int, last: int) -> Subject | None:
        """The person named behind the comma that ends an office: "ha detto il ministro polacco, X"."""
        a = self.a
        person = a.at.get(comma + 1)
        if a.low(comma) != "," or person is None or person.first != comma + 1 or not a.is_person(person):
            return None
        office = any(a.is_(k, "roles") for k in range(last, comma))
        closed = a.low(person.last) in {",", ".", ";"} or person.last >= a.sentence(last - 1)[1]
        return Subject(person.actors, person.first, person.last) if office and closed and person.how == "name" else None

    def _qualifies(self, named: Named, last: int) -> bool:
        """Whether an Italian institution's name only goes with the noun before it: "con gli alleati Nato"."""
        a = self.a
        k = named.first - 1
        if not a.italian or named.how != "name" or a.is_person(named) or a.outlet(named) or k < last:
            return False
        noun = a.tokens[k].text[:1].islower() and a.low(k).isalpha()
        return noun and not (a.is_(k, "determiners") or a.is_(k, "roles") or a.is_(k, "own") or self._verbs.between(k))

    def _governed_speaker(self, named: Named, last: int) -> Subject | None:
        """A speaker behind a preposition: "ha detto la portavoce di X", "spiegano da Mosca"."""
        a = self.a
        if self._offices.speaks_for(named):
            return self._offices.spokesperson(named)
        place = a.italian and (a.is_(named.first, "agents") or a.is_(named.first - 1, "agents"))
        plural = any(a.low(k).endswith(a.words.plurals) for k in (last - 2, last - 1)) if a.words.plurals else False
        if place and plural and all(a.kind(x) != "person" for x in named.actors):
            return Subject(named.actors, named.first, named.last)
        return None

    def _ends_search(self, k: int, last: int) -> bool:
        """Whether a subject behind its verb cannot stand at token `k` or later."""
        a = self.a
        low = a.low(k)
        if low in a.sets["complement"] and not self._is_plain_preposition(k) and low not in a.sets["like"]:
            return True
        if low in {":", ";", "."}:
            return True
        if low == "," and k > last:
            return True
        if a.italian or "'" in low or self._author_follows(k):
            return False
        return low in a.sets["prepositions"] or low in a.sets["relatives"] or not low[0].isalpha()

    def _is_plain_preposition(self, k: int) -> bool:
        """Whether Italian "di" leads on to a noun, not to what is said: "senza giri di parole", "di non sapere"."""
        a = self.a
        if not a.italian or not a.is_(k, "prepositions"):
            return False
        verb = a.low(k + 1).endswith(a.words.infinitives) or a.is_(k + 1, "perfect") or a.is_(k + 1, "negations")
        return not verb and not a.is_(k + 1, "clitics") and not a.is_(k + 1, "adverbs") and a.low(k + 1) != "essere"

    def _author_follows(self, k: int) -> bool:
        """Whether a message names its author behind token `k`: "a statement from X", "a message on X's channel"."""
        a = self.a
        if not a.is_(k - 1, "sayings"):
            return False
        named = a.at.get(k + 1)
        return a.is_(k, "whose") or (named is not None and a.is_possessor(named))

    def _common_noun(self, k: int, last: int) -> Subject | None:
        """A subject behind its verb that is not a name: an office, somebody unknown, a nation's officials, "he"."""
        a = self.a
        if a.is_(k - 1, "definite") and not self._governed_at(k - 1):
            if a.is_(k, "organs") and (outlet := self._memory.last_outlet(k)):
                return Subject((outlet,), k, k + 1)
            if a.is_(k, "roles"):
                return self._offices.office_behind(k)
        issuer = self._memory.issuer(k) if a.italian and k <= last + 1 else None
        if issuer and not (a.at.get(k + 1) or a.at.get(k + 2)):
            return Subject((issuer,), k, k + 1)  # "prosegue la nota", "si legge nel comunicato"
        if a.is_(k, "roles") and (official := self._offices.official(k)):
            return official
        if a.is_(k, "unnamed") and a.is_(k - 1, "definite") and self._named_ahead(k):
            return None  # "il giornalista di Axios, X"
        unknown = a.italian and k <= last + 1 and a.tokens[k].text[0].isupper() and not a.is_(k - 1, "prepositions")
        surname = a.at.get(k + 1)
        unknown = unknown and not (surname and a.is_person(surname))  # a given name we do not know
        indefinite = k - 1 >= last and (a.is_(k - 1, "indefinite") or a.is_(k - 2, "indefinite"))
        if unknown or (indefinite and a.is_(k, "roles")) or (self._unnamed_at(k) and k - last <= 3):
            return Subject((), k, k + 1)
        if a.is_(k, "officials"):
            state = next((x for j in (k - 1, k + 1, k - 2) if (x := a.words.adjectives.get(a.low(j)))), None)
            if state:
                return Subject((state,), k, k + 1)
        if not a.italian and (a.is_(k, "he") or a.is_(k, "she")):
            return self._pronouns.of_pronoun(k)
        return None

    def _unnamed_at(self, k: int) -> bool:
        """Whether somebody unnamed is at token `k`, not as the one spoken to: "fonti", not "all'intervistatore"."""
        return self.a.is_(k, "unnamed") and not self.a.is_(k - 1, "towards")

    def _named_ahead(self, k: int) -> bool:
        """Whether the one an office is told of is named right behind it, before the sentence goes on."""
        a = self.a
        for j in range(k + 1, min(k + 8, len(a.tokens))):
            named = a.at.get(j)
            if a.low(j) == ",":
                person = a.at.get(j + 1)
                return person is not None and a.is_person(person)
            if named and a.is_person(named) and not a.governed(named):
                return True
            if a.low(j) in STOPS or a.quoted[j] or a.is_(j, "relatives"):
                break
        return False

    def _governed_at(self, k: int) -> bool:
        return self.a.is_(k - 1, "prepositions") or self.a.is_(k, "prepositions")

    def _head_noun(self, named: Named, last: int) -> Subject | None:
        """The subject that begins with a name behind its verb; none when the name begins a clause of its own."""
        a = self.a
        if a.is_possessor(named):
            if not any(a.quoted[k] for k in range(max(last - 3, 0), last)):
                return None
            for k in range(named.last + 1, min(named.last + 7, len(a.tokens))):
                following = a.at.get(k)
                if following:
                    return Subject(following.actors, named.first, following.last)
                if a.low(k) in {",", "."} or a.quoted[k]:
                    break
            return Subject((), named.first, named.last)
        group = named
        following = a.titled(named) or a.at.get(named.last)
        if following and (following.first > named.last or not a.governed(following)):
            group = following  # "said Germany's foreign minister Johann Wadephul"
        joined = a.at.get(group.last + 1) if a.is_(group.last, "joins") else None
        after = a.low(joined.last if joined else group.last)
        if not a.italian and (
            after in a.sets["auxiliaries"] or self._verbs.verb_at(group.last) or after.endswith(("ed", "'d"))
        ):
            return None
        return Subject(group.actors, named.first, group.last)
