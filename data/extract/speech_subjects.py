"""Whose words a verb of speech brings: its subject, before or behind it, written or left out.

Lives here: subjects, agents ("by", "da"), pronouns and relatives. Must not live here: what a verb of speech is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from data.extract.speech_text import STOPS, ArticleText, Cue, Named, Subject
from data.extract.speech_verbs import VerbReader

_MESSAGE = 5  # sentences a message is remembered for


@dataclass
class State:
    """Who spoke last, while the article is read from left to right."""

    speaker: str | None = None
    sentence: int = -9
    via: str | None = None
    person: str | None = None  # the last person among the speakers, whom "he" and "she" may mean
    said: int = -9  # the sentence that person spoke in
    earlier: str | None = None  # who spoke last before the sentence of `speaker`
    earlier_sentence: int = -9
    issued: dict[str, tuple[str, int]] = field(default_factory=dict)  # "readout", "nota": whose it is, and where said


class SubjectFinder(VerbReader):
    """Finds subjects, knowing the cues found so far. Places are token numbers."""

    def __init__(self, article: ArticleText) -> None:
        super().__init__(article)
        self.state = State()
        self.found: list[Cue] = []

    def _subject(self, i: int, last: int, kind: str, form: str) -> Subject | None:
        a = self.a
        begin, _ = a.sentence(i)
        if form == "gerund":
            return self._gerund_subject(i)
        k = self._auxiliary_start(i) - 1
        if k < begin or a.quoted[k]:
            return self._inverted(last, kind, quote=k >= 0 and bool(a.quoted[k])) or self._dropped(i, k)
        low = a.low(k)
        if low in {":", ";", "(", "–", "—", "-"}:
            opens = low == "-" and k == begin  # "- said Peskov."
            return self._inverted(last, kind, quote=opens) or self._dropped(i, k)
        if low == ",":
            return self._behind_comma(i, last, kind, k)
        if a.is_(k, "he") or a.is_(k, "she"):
            return self._pronoun(k)
        named = a.at.get(k)
        if named and a.italian and a.outlet(named) and a.governor(named) in a.sets["towards"]:
            return self._before_hearer(named, i, begin)
        if named:
            return self._named_subject(named, k)
        if a.is_(k, "they"):
            return self._pronoun(k)
        if a.italian and a.is_(k, "that") and a.is_(k - 1, "unnamed") and a.is_(k - 2, "indefinite"):
            return Subject((), k - 1, k + 1)
        if a.italian and a.is_(k, "that") and self._relates_to_noun(k):
            return self._antecedent(k, begin)  # "una posizione che evidenzia" is nobody's
        if a.is_(k, "relatives"):
            return self._antecedent(k, begin) or self._inverted(last, kind, quote=False) or self._dropped(i, k)
        if a.is_(k, "conjunctions"):
            inverted = self._inverted(last, kind, quote=False) if a.italian and a.is_(last, "determiners") else None
            return inverted or self._dropped(i, k)
        if a.is_(k, "openers") or a.is_(k, "contrast") or (a.italian and a.is_(k, "what")):
            return self._inverted(last, kind, quote=True) or self._dropped(i, k)
        return self._noun_subject(k, begin)

    def _relates_to_noun(self, k: int) -> bool:
        """Whether Italian "che" stands for the noun before it, which has an article: "una posizione che"."""
        a = self.a
        noun = a.low(k - 1).isalpha() and a.tokens[k - 1].text.islower() and not self._verb_at(k - 1)
        return noun and a.is_(k - 2, "indefinite") and not (a.is_(k - 1, "roles") or a.is_(k - 1, "unnamed"))

    def _before_hearer(self, named: Named, i: int, begin: int) -> Subject | None:
        """The subject before an outlet that was told: "Trump, che a Politico ha affermato"."""
        a = self.a
        k = named.first - 1
        while k > begin and (a.is_(k, "towards") or a.is_(k, "determiners") or a.is_(k, "organs")):
            k -= 1
        if a.is_(k, "relatives"):
            return self._antecedent(k, begin) or self._dropped(i, k)
        before = a.at.get(k)
        return self._named_subject(before, k) if before else self._dropped(i, k)

    def _behind_comma(self, i: int, last: int, kind: str, comma: int) -> Subject | None:
        """The subject of a verb right behind a comma: behind the verb, before a remark, or left out."""
        a = self.a
        begin, _ = a.sentence(i)
        takes_hearer = self._takes_hearer(i)
        if comma and a.quoted[comma - 1]:
            inverted = None if takes_hearer else self._inverted(last, kind, quote=True)
            return inverted or self._dropped(i, comma)
        if not takes_hearer and kind in {"say", "announce", "weak", "deny"}:
            inverted = self._inverted(last, kind, quote=not a.italian)
            if inverted and (a.italian or (inverted.first - last <= 5 and inverted.actors)):
                spoken_to = not a.italian and a.is_(inverted.last, "that")  # "X, an aide, warned Y that"
                return inverted if not spoken_to else self._apposition(comma, begin) or self._dropped(i, comma)
        if a.italian and a.low(last) == "," and self._is_aside(comma, begin):
            return Subject((self.state.speaker or "",), i, i)
        running = self._running(i) if a.italian and a.low(last) in STOPS else None
        if running and a.kind(running) == "person":
            return Subject((running,), i, i)  # "Kiev è pronta, ha aggiunto."
        return self._apposition(comma, begin) or self._dropped(i, comma)

    def _named_subject(self, named: Named, k: int) -> Subject:
        """A name before its verb, with the one joined to it; the head of its phrase when the name is governed."""
        a = self.a
        if a.is_possessor(named):
            return Subject((), k, k + 1)
        if not a.governed(named) or self._speaks_for(named) or a.governor(named) in a.sets["contrast"]:
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
        spoke = self.state.speaker is not None and a.sentence_of[comma] - self.state.sentence == 1
        return spoke and not any(a.low(k) == "," for k in range(begin, comma))

    def _speaks_for(self, named: Named) -> bool:
        """Whether "the press office of", "a statement from" or the like stands before a governed name."""
        a = self.a
        glued = a.is_(named.first, "prepositions")
        for k in range(named.first - 1, max(named.first - 5, -1), -1):
            size = a.matches(k, a.words.mouthpieces)
            if size and k + size >= named.first - (0 if glued else 2):
                return True
            between = range(k + 1, named.first + glued)
            whose = any(a.is_(x, "whose") for x in between) and not any(x in a.at for x in range(k, named.first))
            if a.is_(k, "sayings") and whose and all(self._is_function_word(x) for x in between):
                return True
        return False

    def _is_function_word(self, k: int) -> bool:
        return self.a.is_(k, "prepositions") or self.a.is_(k, "determiners")

    def _spokesperson(self, named: Named) -> Subject:
        """The institution spoken for, or the person named after it: "la portavoce del Cremlino, Anna Rossi"."""
        a = self.a
        k = named.last + (a.low(named.last) == ",")
        person = a.at.get(k)
        if person and person.first == k and all(a.kind(x) == "person" for x in person.actors):
            return Subject(person.actors, named.first, person.last)
        return Subject(named.actors, named.first, named.last)

    def _head_before(self, first: int) -> Subject | None:
        """The subject when the name before the verb is governed: "Zelensky in a post for X said"."""
        a = self.a
        found = a.subject_of_clause(a.clause_start(first), first)
        if found is None or first - found.last > 9:
            return None
        if any(self._is_finite(k) for k in range(found.last, first)):
            return None
        follows = a.low(found.last)
        if follows in a.sets["prepositions"] or follows == "," or self._between(found.last):
            return Subject(found.actors, found.first, found.last)
        return None

    def _is_finite(self, k: int) -> bool:
        return self._verb_at(k) is not None and not self.a.italian

    def _noun_subject(self, k: int, begin: int) -> Subject:
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
        if low in a.sets["roles"] and (official := self._official(k)):
            return official
        determined = any(a.is_(j, "definite") for j in range(max(begin, k - 5), k))
        if determined and (issuer := self._issuer(k)):
            return Subject((issuer,), k, k + 1)
        if low in a.sets["aged"] and a.low(k - 1) == "-" and determined:
            acted = self._acted_before(k)
            return Subject((acted,) if acted and a.kind(acted) == "person" else (), k - 4, k + 1)
        if low in a.sets["organs"] and determined and (outlet := self._last_outlet(k)):
            return Subject((outlet,), k, k + 1)
        if (low in a.sets["roles"] or low in a.sets["sayings"]) and determined and self._fresh(k):
            speaker = self.state.speaker
            if speaker is not None and self._serves(speaker, k):
                return Subject((speaker,), k, k + 1)
        gap = a.sentence_of[k] - self.state.sentence
        unnamed = self.state.speaker is None and self.state.sentence >= 0 and gap <= 3  # "a senior official", before
        if low in a.sets["roles"] and determined and gap > 1 and not unnamed:
            acted = self._acted_before(k)
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

    def _works_for(self, actor: str, institution: str) -> bool:
        """Whether a person belongs to an institution or speaks for it."""
        known = self.a.lexicon.actors.get(actor)
        if known is None or known.kind != "person":
            return False
        return institution in {known.affiliation, known.speaks_for, *(held.of for held in known.offices)}

    def _official_head(self, k: int, begin: int) -> Subject | None:
        """An official whose verb stands far behind: "A White House official, who asked not to be named, said"."""
        a = self.a
        for j in range(begin, min(begin + 7, k)):
            far = a.is_(j + 1, "relatives") or a.low(j + 1) == ","
            if far and a.is_(j, "roles") and (found := self._official(j)):
                return found
        return None

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

    def _last_outlet(self, k: int) -> str | None:
        """The outlet named last before token `k`, in this sentence or the three before."""
        a = self.a
        named = next((n for n in reversed(a.named) if n.last <= k and a.outlet(n)), None)
        near = named is not None and a.sentence_of[k] - a.sentence_of[named.first] <= 3
        return named.actors[0] if named and near else None

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
        return not any(self._verb_at(k) for k in range(first, last))

    def _fresh(self, i: int) -> bool:
        """Whether somebody spoke in the sentences just before token `i`."""
        return self.state.speaker is not None and self.a.sentence_of[i] - self.state.sentence <= 6

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
        if nearest and commas and nearest.last == commas[0] and (self._person(nearest) or direct is None):
            return Subject(nearest.actors, nearest.first, nearest.last)
        if direct and direct.how == "name":
            return Subject(direct.actors, direct.first, direct.last)
        chosen = nearest or direct
        return Subject(chosen.actors, chosen.first, chosen.last) if chosen else None

    def _unknown_person(self, last: int, begin: int) -> bool:
        """Whether a full name we do not know ends before token `last`, and can be a subject."""
        a = self.a
        first = last
        while first > begin and self._is_capital(first - 1):
            first -= 1
        if last - first < 2 or any(a.is_(k, "roles") for k in range(first, last)):
            return False
        return not self._is_function_word(first - 1)

    def _is_capital(self, k: int) -> bool:
        a = self.a
        return k not in a.at and not a.quoted[k] and a.tokens[k].text.istitle()

    def _person(self, named: Named) -> bool:
        return all(self.a.kind(x) == "person" for x in named.actors)

    def _in_relative(self, named: Named, begin: int) -> bool:
        """Whether a name stands inside a relative clause: "who led the Indian delegation"."""
        a = self.a
        for k in range(named.first - 1, begin - 1, -1):
            if a.low(k) == ",":
                return False
            if a.low(k) in a.sets["relatives"] and a.low(k - 1) == ",":
                return True
        return False

    def _antecedent(self, k: int, begin: int) -> Subject | None:
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
            and any(self._verb_at(x) for x in range(max(begin, k - 3), k))
        ):
            return None
        return Subject(named.actors, named.first, named.last)

    def _pronoun(self, k: int) -> Subject:
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
            candidates.append(self._running(k))
        cue = next((c for c in reversed(self.found) if c.sentence == a.sentence_of[k] and c.speaker), None)
        if cue:
            candidates.append(cue.speaker)
        subject = a.subject_of_clause(begin, k)
        aside = a.low(k - 1) == "," and a.low(k + 2) == ","
        if subject and k > begin + 1 and len(subject.actors) == 1 and not aside:
            candidates.append(subject.actors[0])
        resolved = a.at.get(k)
        if not self._spoke_just_before(k):
            candidates.append(self._acted_before(k))
        if a.sentence_of[k] - self.state.said <= 8:
            candidates.append(self.state.person)
        if resolved and len(resolved.actors) == 1:
            candidates.append(resolved.actors[0])
        candidates.append(self._acted_before(k))
        for actor in candidates:
            if actor is None or a.kind(actor) != "person":
                continue
            far = actor == self.state.person and a.sentence_of[k] - self.state.said > 3
            if a.gender(actor) == gender or (not a.gender(actor) and not far):
                return Subject((actor,), k, k + 1)
        return Subject((), k, k + 1)

    def _closes_statement(self, k: int, begin: int) -> bool:
        """Whether "he" belongs to a credit that ends its sentence: "Kyiv is ready, he added on Monday."."""
        a = self.a
        if a.low(k - 1) != "," or k - begin < 4 or a.is_(begin, "contrast") or a.is_(begin, "prepositions"):
            return False
        i = k + 1
        while self._between(i):
            i += 1
        hit = self._verb_at(i)
        if hit is None:
            return False
        low = a.low(i + hit[1])
        ends = (
            low in STOPS or low == "," or any(a.is_(i + hit[1], name) for name in ("days", "prepositions", "unnamed"))
        )
        return ends or self._takes_hearer(i)

    def _running(self, k: int) -> str | None:
        """Who spoke last, in the sentence just before that of token `k`, captions not counted."""
        a = self.a
        here = a.sentence_of[k]
        spoken = self.found[-1] if self.found else None
        if spoken and spoken.sentence == here and spoken.speaker and spoken.kind in {"say", "announce"}:
            return None  # the sentence has a speaker of its own
        state = self.state
        speaker, sentence = state.speaker, state.sentence
        if sentence == here:
            speaker, sentence = state.earlier, state.earlier_sentence
        before = here - 1
        while before > sentence and a.is_caption(before):
            before -= 1
        return speaker if before == sentence else None

    def _issuer(self, k: int) -> str | None:
        """Whose message "the readout", "la nota" at token `k` is: of who was credited with one shortly before."""
        speaker, sentence = self.state.issued.get(self.a.low(k), ("", -9))
        return speaker if speaker and self.a.sentence_of[k] - sentence <= _MESSAGE else None

    def _relative_subject(self, k: int, begin: int) -> str | None:
        """Who "he" is in a relative clause: "Rossi, who thanked his host for what he called" is Rossi."""
        a = self.a
        if a.italian:
            return None
        for j in range(k - 1, begin, -1):
            if j < k - 1 and a.is_(j, "relatives") and not a.is_(j, "that") and (a.low(j - 1) == "," or j - 1 in a.at):
                named = a.at.get(j - 1 - (a.low(j - 1) == ","))
                return named.actors[0] if named and self._person(named) and len(named.actors) == 1 else None
            if a.low(j) in {",", ";", ":"} or a.quoted[j]:
                return None
        return None

    def _institution(self, k: int) -> tuple[str, ...]:
        """What "it" is behind the words of an institution, a state or an outlet; nobody for "they"."""
        speaker = self.state.speaker
        if speaker is None or not self.a.is_(k, "it") or not self._spoke_just_before(k):
            return ()
        return () if self.a.kind(speaker) == "person" else (speaker,)

    def _spoke_just_before(self, k: int) -> bool:
        """Whether the last speech stands in this sentence or the one before, captions not counted."""
        number = self.a.sentence_of[k] - 1
        while number > self.state.sentence and self.a.is_caption(number):
            number -= 1
        return number <= self.state.sentence

    def _acted_before(self, k: int) -> str | None:
        """The subject of the sentence before token `k`."""
        a = self.a
        number = a.sentence_of[k]
        while number > 0 and a.opens_in_quote(number):
            number -= 1
        number -= 1
        while number >= 0 and a.is_caption(number):
            number -= 1
        if number < 0:
            return None
        s = a.document.sentences[number]
        if a.italian and number and self._opens_with_verb(s.first):
            return self._acted_before(s.first)
        named = a.subject_of_clause(s.first, s.last)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _opens_with_verb(self, first: int) -> bool:
        """Whether an Italian sentence begins with its verb, whose subject is that of the sentence before: "Sente X"."""
        a = self.a
        lemma = a.tokens[first].lemma
        verb = lemma.endswith(("are", "ere", "ire")) and lemma != a.low(first) and first not in a.at
        return verb and (first + 1 in a.at or a.is_(first + 1, "determiners"))

    def _owner_before(self, k: int, begin: int, gender: str) -> str | None:
        a = self.a
        owners = [n for n in a.named if begin <= n.first < k and a.is_possessor(n)]
        for named in reversed(owners):
            actor = named.actors[0]
            if a.kind(actor) == "person" and a.gender(actor) in {gender, ""}:
                return actor
        return None

    def _gerund_subject(self, i: int) -> Subject | None:
        """The subject of "warning that", "precisando che": that of the clause it hangs on."""
        a = self.a
        begin, end = a.sentence(i)
        own = a.at.get(i - 1)
        if (
            own
            and own.last == i
            and not a.italian
            and (
                a.low(own.first - 1) == ","
                or a.is_(own.first - 1, "prepositions")
                or a.is_(own.first - 1, "conjunctions")
            )
        ):
            return Subject(own.actors, own.first, own.last)
        cited = a.at.get(i - 2) if a.is_(i - 1, "like") else None
        if cited and not a.governed(cited):
            return Subject(cited.actors, cited.first, cited.last)  # "quoted Putin as saying"
        if a.is_(i - 1, "agents") and (doer := self._doer_before(i - 1, begin)):
            return doer
        for cue in reversed(self.found):
            if cue.sentence != a.sentence_of[i]:
                break
            outlet = cue.kind == "according" and cue.speaker is not None and a.kind(cue.speaker) == "outlet"
            if a.low(i - 1) == "," and self._subordinate(cue):
                continue
            if cue.kind != "noun" and cue.rule != "speech-agent" and (cue.speaker or cue.others) and not outlet:
                return Subject((cue.speaker,) if cue.speaker else cue.others, i, i)
        if i - begin <= 1:
            comma = next((k for k in range(i, end) if a.low(k) == "," and not a.quoted[k]), None)
            named = a.subject_of_clause(comma, end) if comma else None
            if named and (a.is_(named.first, "he") or a.is_(named.first, "she")):
                return Subject(self._pronoun(named.first).actors, i, i)
        else:
            if self._unknown_head(begin, i):
                return Subject((), i, i)
            named = a.subject_of_clause(a.clause_start(i), i) or a.subject_of_clause(begin, i)
        if named:
            return Subject(named.actors, i, i)
        owner = next((n for n in a.named if begin <= n.first < i and a.is_possessor(n)), None)
        if owner:
            return Subject(owner.actors, i, i)
        return self._dropped(i, i - 1) or (Subject((), i, i) if not a.italian and a.is_(i + 1, "that") else None)

    def _subordinate(self, cue: Cue) -> bool:
        """Whether a verb of speech stands in what another says: "X said that Y had told him", "X said Y agreed"."""
        a = self.a
        for outer in self.found:
            if outer.sentence != cue.sentence or outer.first >= cue.first or outer.speaker in {None, cue.speaker}:
                continue
            if any(a.low(k) in {",", ";"} or a.quoted[k] for k in range(outer.last, cue.first)):
                continue
            start = min(cue.credit_first, cue.first)
            if outer.kind in {"say", "announce"} and (start == outer.last or a.is_(start - 1, "that")):
                return True
        return False

    def _doer_before(self, k: int, begin: int) -> Subject | None:
        """Whose verb "by saying" hangs on: the subject of the verb of speech nearest before."""
        a = self.a
        for j in range(k - 1, begin, -1):
            if a.low(j) in {",", ";"}:
                return None
            if self._verb_at(j) and not self._is_infinitive(j):
                named = a.at.get(self._auxiliary_start(j) - 1)
                if named and not a.governed(named):
                    return Subject(named.actors, named.first, named.last)
        return None

    def _unknown_head(self, begin: int, last: int) -> bool:
        """Whether a sentence begins with somebody who is not named: "A senator", "Un diplomatico"."""
        a = self.a
        if not a.is_(begin, "indefinite"):
            return False
        for k in range(begin + 1, min(begin + 5, last)):
            if k in a.at:
                return False
            if a.is_(k, "roles") or a.is_(k, "unnamed"):
                return True
        return False

    def _inverted(self, last: int, kind: str, *, quote: bool) -> Subject | None:
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
        if a.low(comma) != "," or person is None or person.first != comma + 1 or not self._person(person):
            return None
        office = any(a.is_(k, "roles") for k in range(last, comma))
        closed = a.low(person.last) in {",", ".", ";"} or person.last >= a.sentence(last - 1)[1]
        return Subject(person.actors, person.first, person.last) if office and closed and person.how == "name" else None

    def _qualifies(self, named: Named, last: int) -> bool:
        """Whether an Italian institution's name only goes with the noun before it: "con gli alleati Nato"."""
        a = self.a
        k = named.first - 1
        if not a.italian or named.how != "name" or self._person(named) or a.outlet(named) or k < last:
            return False
        noun = a.tokens[k].text[:1].islower() and a.low(k).isalpha()
        return noun and not (a.is_(k, "determiners") or a.is_(k, "roles") or a.is_(k, "own") or self._between(k))

    def _governed_speaker(self, named: Named, last: int) -> Subject | None:
        """A speaker behind a preposition: "ha detto la portavoce di X", "spiegano da Mosca"."""
        a = self.a
        if self._speaks_for(named):
            return self._spokesperson(named)
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
            if a.is_(k, "organs") and (outlet := self._last_outlet(k)):
                return Subject((outlet,), k, k + 1)
            if a.is_(k, "roles"):
                return self._office_behind(k)
        issuer = self._issuer(k) if a.italian and k <= last + 1 else None
        if issuer and not (a.at.get(k + 1) or a.at.get(k + 2)):
            return Subject((issuer,), k, k + 1)  # "prosegue la nota", "si legge nel comunicato"
        if a.is_(k, "roles") and (official := self._official(k)):
            return official
        if a.is_(k, "unnamed") and a.is_(k - 1, "definite") and self._named_ahead(k):
            return None  # "il giornalista di Axios, X"
        unknown = a.italian and k <= last + 1 and a.tokens[k].text[0].isupper() and not a.is_(k - 1, "prepositions")
        surname = a.at.get(k + 1)
        unknown = unknown and not (surname and self._person(surname))  # a given name we do not know
        indefinite = k - 1 >= last and (a.is_(k - 1, "indefinite") or a.is_(k - 2, "indefinite"))
        if unknown or (indefinite and a.is_(k, "roles")) or (self._unnamed_at(k) and k - last <= 3):
            return Subject((), k, k + 1)
        if a.is_(k, "officials"):
            state = next((x for j in (k - 1, k + 1, k - 2) if (x := a.words.adjectives.get(a.low(j)))), None)
            if state:
                return Subject((state,), k, k + 1)
        if not a.italian and (a.is_(k, "he") or a.is_(k, "she")):
            return self._pronoun(k)
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
                return person is not None and self._person(person)
            if named and self._person(named) and not a.governed(named):
                return True
            if a.low(j) in STOPS or a.quoted[j] or a.is_(j, "relatives"):
                break
        return False

    def _official(self, k: int) -> Subject | None:
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
        if behind and self._speaks_for(behind) and a.governor(behind) in a.sets["whose"]:
            whose, first = behind, k
        if whose and not self._person(whose) and not a.outlet(whose):
            return Subject(whose.actors, min(first, k), max(whose.last, k + 1))
        state = next((x for j in (k - 1, k + 1) if (x := a.words.adjectives.get(a.low(j)))), None)
        return Subject((state,), k - 1, k + 1) if state else None

    def _office_behind(self, k: int) -> Subject:
        """Who holds the office at token `k`: the person or institution named after it, else who spoke last."""
        a = self.a
        for step in range(1, 8):
            follows = a.at.get(k + step)
            if follows and (not a.governed(follows) or self._speaks_for(follows)):
                named = self._spokesperson(follows)
                speaker = self.state.speaker if self._fresh(k) else None
                works = speaker is not None and any(self._works_for(speaker, x) for x in named.actors)
                return Subject((speaker,), k, follows.last) if works and speaker else named
            if a.low(k + step) == "," and (person := a.at.get(k + step + 1)) and self._person(person):
                return Subject(person.actors, person.first, person.last)
            if not a.low(k + step)[:1].isalpha() or a.quoted[k + step]:
                break
        speaker = self.state.speaker if self._fresh(k) else None
        return Subject((speaker,) if speaker else (), k, k + 1)

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
            after in a.sets["auxiliaries"] or self._verb_at(group.last) or after.endswith(("ed", "'d"))
        ):
            return None
        return Subject(group.actors, named.first, group.last)

    def _dropped(self, i: int, k: int) -> Subject | None:
        """No subject is written: that of the coordinated verb, else of the clause, else who spoke last."""
        a = self.a
        begin, end = a.sentence(i)
        if a.italian and a.is_(begin, "definite") and a.is_(begin + 1, "relatives"):  # "Il quale ha aggiunto"
            return self._last_named(begin, i)
        for cue in reversed(self.found):
            if cue.sentence != a.sentence_of[i]:
                break
            if cue.kind in {"according", "noun"} or cue.rule == "speech-agent":
                continue
            if cue.known:
                return Subject(
                    (cue.speaker,) if cue.speaker else cue.others, i, i, silent=not cue.speaker and not cue.others
                )
        named = a.subject_of_clause(a.clause_start(i), max(k, begin)) or a.subject_of_clause(begin, max(k, begin))
        if named and (k >= begin and not a.quoted[k]):
            return Subject(named.actors, i, i)
        if not a.italian or a.low(end - 1) == "?":
            return None
        goes_on = self._spoke_just_before(i) or self._class_word(i) in a.sets["tails"]  # "ha aggiunto"
        actor = None if goes_on else self._acted_before(i)
        if actor and a.kind(actor) == "person":
            return Subject((actor,), i, i)
        if self._fresh(i) and self.state.speaker:
            return Subject((self.state.speaker,), i, i)
        acted = self._acted_before(i)
        if acted:
            return Subject((acted,), i, i)
        return Subject((), i, i, silent=True)

    def _last_named(self, begin: int, i: int) -> Subject:
        """The name that a sentence beginning with "Il quale" goes on about: the last one before it."""
        named = next((n for n in reversed(self.a.named) if n.last <= begin), None)
        return Subject(named.actors if named else (), i, i)

    def _agent(self, last: int) -> Subject | None:
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
            if person and person.first == j + 1 and person.how == "name" and self._person(person):
                return Subject(person.actors, k, person.last)
            if low in {",", ".", ":", ";"} or a.quoted[j]:
                break
            if low in a.sets["roles"]:
                last_role = j
        if last_role is not None and self._fresh(last_role) and self.state.speaker:
            return Subject((self.state.speaker,), k, last_role + 1)
        return Subject((), k, min(k + 2, len(a.tokens)))

    def _person_behind(self, named: Named) -> Named | None:
        """The person an institution's office is told of: "the head of the delegation, Defence Minister X"."""
        a = self.a
        if self._person(named) or a.low(named.last) != ",":
            return None
        for k in range(named.last + 1, min(named.last + 9, len(a.tokens))):
            person = a.at.get(k)
            if person:
                return person if person.first == k and self._person(person) and person.how == "name" else None
            title = a.tokens[k].text[:1].isupper() or a.is_(k, "roles") or a.is_(k, "definite") or a.is_(k, "whose")
            if a.quoted[k] or not (title or a.low(k) in a.sets["for_whom"]):
                return None
        return None

    def _possessor(self, k: int, begin: int) -> str | None:
        """Whose "his" or "her" is."""
        a = self.a
        pronoun = a.at.get(k)
        if pronoun and len(pronoun.actors) == 1:
            return pronoun.actors[0]
        gender = "m" if a.is_(k, "his") else "f" if a.is_(k, "her") else None
        if gender is None and not a.italian:
            return None
        subject = a.subject_of_clause(begin, k)
        for actor in (subject.actors[0] if subject else None, self.state.speaker, self._acted_before(k)):
            if actor and a.kind(actor) == "person" and (gender is None or a.gender(actor) in {gender, ""}):
                return actor
        return None
