"""Who took part in a contact told by a noun, where they stand elsewhere in its sentence.

Lives here: `Clauses`: subjects of "held", "their meeting", "during a meeting …, A accused B", "A told B in a call",
headlines of names and a noun. Must not live here: names that words tie to the noun itself (`nouns`), or any
word list.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.document import Sentence, Token
from data.extract.contacts.names import QUOTES, Names, Slot, unquoted
from data.extract.contacts.objects import Objects
from data.extract.contacts.sides import Who, actors_of
from data.extract.contacts.subjects import Subjects
from data.extract.contacts.triggers import Trigger
from data.extract.rules import Rule

RULES = (
    Rule(
        "contact-held",
        "Two or more subjects of a verb such as “hold” or “have” with a contact noun.",
        "«Rossi e Bianchi hanno tenuto una telefonata»",
        "“Smith and Jones held a call”",
    ),
    Rule(
        "contact-theirs",
        "A contact noun with “their”: those joined before it in the sentence.",
        "«Rossi e Bianchi hanno parlato del loro incontro»",
        "“Smith and Jones spoke of their meeting in May”",
    ),
    Rule(
        "contact-scene",
        "A sentence that opens with “during a meeting …” and a comma: the two persons of its main clause; no comma is "
        "needed before two who act together. “Unlike the previous meeting in May” opens such a sentence too.",
        "«Durante un vertice a Roma a maggio, Rossi ha accusato Bianchi»",
        "“During a meeting in Rome in May, Smith accused Jones”",
    ),
    Rule(
        "contact-told",
        "“In a call” behind its two subjects, or behind somebody and whom he tells something or does it with: these; "
        "“in a meeting” behind somebody and whom he accuses or tells something.",
        "«Rossi ha detto a Bianchi in una telefonata»",
        "“Smith and Jones discussed it in a phone call”",
    ),
)

_TOLD_WORDS = 14  # between those who spoke and "in a call"
_IN_THEIR = 4  # words between whoever was told and the contact: "in their long phone"
_GIVEN_WORDS = 12  # between whoever hands something over and who gets it, titles included


class Clauses:
    """Reads who took part in what a noun tells, from the clauses around it."""

    def __init__(self, names: Names, subjects: Subjects, objects: Objects) -> None:
        self.names, self.index, self.document, self.folded = names, names.index, names.document, names.folded
        self.subjects, self.objects = subjects, objects

    # -- verbs of holding --------------------------------------------------------------------------
    def held_by(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """Two or more subjects before a light verb and the noun: "A and B held a call"."""
        verbs, tokens = self.index.words.verbs, self.document.tokens_in(low, trigger.start)
        for i in range(len(tokens) - 1, max(len(tokens) - 18, -1), -1):
            if (self.names.clause_ends_at(tokens[i]) and not self._so_called(tokens[:i])) or tokens[i].text in (
                ";",
                ":",
            ):
                return None
            if tokens[i].lemma not in self.index.light and tokens[i].lower not in self.index.light:
                continue
            if i and tokens[i - 1].lower in self.index.articles:
                continue  # "a planned call"
            if tokens[i].lemma in verbs.plain and self._helps(tokens[i + 1 :]):
                continue  # "have become fixtures of talks", "have led talks"
            first = i
            while first > 0 and tokens[first - 1].lemma in verbs.auxiliaries:
                first -= 1
            subjects = self.names.before(tokens[first].start, sentence.start, 2)
            subjects = [s for s in subjects if s.person or s.group or self.names.state(s)]
            if len(actors_of(subjects)) >= 2 and not self._between(subjects[0].start):
                return Who("contact-held", subjects=tuple(subjects))
            if tokens[i].lemma not in verbs.plain:
                return None
        return None

    def _between(self, at: int) -> bool:
        """ "The war between A and B has split the summit": the two are no subject of the verb."""
        before = [t for t in self.document.tokens_in(max(at - 24, 0), at) if t.lower not in self.index.articles]
        return bool(before) and before[-1].lower in self.index.words.link.between

    def _helps(self, behind: Sequence[Token]) -> bool:
        """Whether "have" only makes the tense of another verb, and has no contact for its object."""
        if self.document.language == "it":
            return False
        words = [t for t in behind if t.lower not in self.index.adverbs]
        verb = words[0] if words else None
        other = verb is not None and verb.lower != verb.lemma and not verb.lower.endswith("s")
        other = other and verb is not None and verb.lower not in self.index.articles and verb.text[0].isalpha()
        return other or any(t.lower in self.index.prepositions or t.lower in self.index.words.link.place for t in words)

    def _so_called(self, tokens: Sequence[Token]) -> bool:
        """ "Held what one side called talks": the words between verb and noun only name it."""
        return any(t.lower in self.index.words.link.what for t in tokens[-6:])

    def gathered(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """ "A and B will be in Rome for talks": those who lead states, come together for one."""
        low = max(trigger.start - 40, low)
        if self.index.gathering.isdisjoint(self.names.words_in(low, trigger.start)[-6:]):
            return None
        before = self.document.tokens_in(low, trigger.start)[-6:]
        states = self._set_for(trigger, sentence, before)
        if states:
            return Who("contact-held", subjects=tuple(states))
        subjects = self.names.subject(trigger.start, sentence, self.subjects.used, noun=True)
        people = [a for s in subjects for a in s.actors]
        leading = len(set(people)) > 1 and all(map(self.names.leads, people))
        if not leading or not self.names.clean(subjects[-1].end, trigger.start, 14):
            return None
        return Who("contact-held", subjects=tuple(subjects))

    def _set_for(self, trigger: Trigger, sentence: Sentence, before: Sequence[Token]) -> list[Slot]:
        """ "Norway and Sweden set for new talks": a headline of states and a word that looks ahead."""
        tie = next((t for t in reversed(before) if t.lower in self.index.gathering), None)
        slots = self.names.before(tie.start, sentence.start, 2) if tie and trigger.noun and trigger.noun.process else []
        if tie is None or len(actors_of(slots)) < 2 or not all(map(self.names.state, slots)):
            return []
        return slots if self.index.planned.search(self.folded, slots[-1].end, trigger.start) else []

    # -- those named before ------------------------------------------------------------------------
    def theirs(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A and B spoke of their meeting": those joined before it in the sentence."""
        before = self.names.words_in(max(trigger.start - 40, sentence.start), trigger.start)[-5:]
        if self.index.their.isdisjoint(before):
            return None
        slots = self.names.within(sentence.start, trigger.start)
        for slot in (s for s in reversed(slots) if not s.group):
            pair = self.names.before(slot.end, sentence.start, 0)
            if len(actors_of(pair)) >= 2 and not self.names.oblique(pair[0]):
                return Who("contact-theirs", subjects=tuple(pair))
        named = [s for s in slots if s.person and not s.pronoun and not s.group]
        if len(actors_of(named)) == 2 and not any(map(self.names.oblique, named)) and self._each_names_one(named):
            return Who("contact-theirs", subjects=tuple(named))
        groups = [s for s in slots if s.group and len(s.actors) >= 2 and not self.names.oblique(s)]
        if groups and len(actors_of(named)) < 2:
            return Who("contact-theirs", subjects=(groups[-1],))
        if who := self._given(trigger, named):
            return who
        return self._theirs_ahead(trigger, sentence)

    def _each_names_one(self, slots: Sequence[Slot]) -> bool:
        return all(len(s.actors) == 1 for s in slots)

    def _theirs_ahead(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "At the end of their meeting, A and B agreed": those behind the comma of words that open the sentence."""
        comma = self.folded.find(",", trigger.end, sentence.end)
        if comma < 0 or len(self.document.tokens_in(sentence.start, trigger.start)) > 8:
            return None
        pair = self.names.after(comma + 1, sentence.end, 3)
        return Who("contact-theirs", subjects=tuple(pair)) if len(actors_of(pair)) >= 2 else None

    def headed(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "A and B: long phone call", "A e B, vertice a Roma": a headline of two names, a mark and the noun."""
        if trigger.plural or (trigger.noun and (trigger.noun.visit or trigger.noun.process)):
            return None
        slots = self.names.after(sentence.start, trigger.start, 0, odd=0)
        slots = (
            slots
            if len(actors_of(slots)) == 2
            else self.names.before(slots[1].end, sentence.start, 0)
            if slots[1:]
            else []
        )
        if len(actors_of(slots)) != 2 or slots[0].start != sentence.start or not all(s.person for s in slots):
            return None
        gap = self.document.tokens_in(slots[-1].end, trigger.start)
        marked = bool(gap) and gap[0].text in (",", ":")
        if marked and len(gap) <= 3 and not any(t.lower in self.index.small for t in gap):
            return Who("contact-held", subjects=tuple(slots))
        lead = self.folded[slots[-1].end : trigger.start].strip()
        return Who("contact-held", subjects=tuple(slots)) if lead in self.index.words.link.in_contact else None

    # -- what was said or done there ---------------------------------------------------------------
    def scene(self, trigger: Trigger, sentence: Sentence) -> Who | None:
        """ "During a meeting in Rome in May, Smith accused Jones": those the main clause names."""
        assert trigger.noun is not None
        start = self.folded[sentence.start : trigger.start]
        comma = self.folded.find(",", trigger.end, sentence.end)
        short = len(start.split()) <= 6
        if short and not trigger.noun.loose and self._compared(trigger, sentence):
            pair = self._joint_scene(trigger, sentence, comma, 4) if 0 < comma - trigger.end < 60 else []
            return Who("contact-scene", others=tuple(pair)) if pair else None
        opening = self.index.during.match(start) and short
        if not opening or trigger.noun.loose:
            return None
        if pair := self._joint_scene(trigger, sentence, comma):
            return Who("contact-scene", others=tuple(pair))
        if not 0 < comma - trigger.end < 60:
            return None
        people = [s for s in self.names.within(comma, sentence.end) if s.person and not s.pronoun][:2]
        if len(actors_of(people)) == 2 and people[1].start - people[0].end < 40 and self._acts(comma, people):
            return Who("contact-scene", others=tuple(people))
        return None

    def _compared(self, trigger: Trigger, sentence: Sentence) -> bool:
        """ "Unlike the previous meeting in May, A and B …": a contact before the news opens the sentence."""
        behind = self.index.earlier_after.match(self.folded, trigger.end)  # "dell'incontro precedente"
        if behind is None and not self.names.tells("earlier", sentence.start, trigger.start):
            return False
        words = self.document.tokens_in(sentence.start, trigger.start)[1:]
        if any(t.text[0].isupper() for t in words):
            return False  # "unlike the last Nato summit"
        return self.index.compared_to.match(self.folded, sentence.start) is not None

    def _joint_scene(self, trigger: Trigger, sentence: Sentence, comma: int, titles: int = 0) -> list[Slot]:
        """ "During Tuesday's call, Smith and Jones agreed", "nella telefonata di ieri Rossi e Bianchi hanno deciso"."""
        at = comma + 1 if 0 <= comma - trigger.end < 60 else self.objects.past_adverbs(trigger.end, sentence.end)
        pair = self.names.after(at, sentence.end, titles, odd=0)
        two = len(pair) == 2 and len(actors_of(pair)) == 2 and all(s.person and not s.pronoun for s in pair)
        if not two or self.names.oblique(pair[0], at):
            return []
        first, second = (self.names.country(a) for a in sorted(actors_of(pair)))
        return [] if first is not None and first == second else pair  # two ministers at the meeting of their cabinet

    def _acts(self, comma: int, people: Sequence[Slot]) -> bool:
        """Whether the first of two persons behind a comma opens the clause and a verb parts them."""
        gap = self.folded[people[0].end : people[1].start]
        return (
            self.names.only_titles(comma, people[0].start, 0)
            and "," not in gap
            and not (self.names.only_titles(people[0].end, people[1].start, 0))
        )

    def told(self, trigger: Trigger, sentence: Sentence, low: int) -> Who | None:
        """ "A and B discussed it in a call", "A told B in a phone call": one contact, seen from what was said in it."""
        if trigger.loose or (trigger.noun and trigger.noun.visit):
            return None
        before = self.folded[max(low, trigger.start - 40) : trigger.start].replace('"', "")
        last = before.split()[-1:]
        if last and last[0] in self.index.gathering:
            return None  # "A and B flew to Rome for talks": with whom, is not said
        setting = self.index.setting_before.search(before)
        bare = bool(last) and last[0] in self.index.words.link.during
        bare = bare or (setting is not None and self.index.articles.isdisjoint(setting.group().split()))
        several = trigger.plural or (trigger.noun is not None and trigger.noun.process)
        if several and not bare:
            return None
        if not self.index.during.search(before) or not (bare or self.index.indefinite.search(before)):
            return None
        slots = [s for s in self.names.within(sentence.start, trigger.start) if s.person or s.group]
        if who := self._accused(trigger, slots):
            return who
        slots = [s for s in slots if not s.pronoun]
        words = (
            [t for t in self.document.tokens_in(slots[-1].end, trigger.start) if t.text not in QUOTES] if slots else []
        )
        if not slots or len(words) > _TOLD_WORDS or self.names.breaks(words):
            return None  # but "in a “frank” call"
        subjects = self.names.before(slots[-1].end, sentence.start, 0)
        if len(actors_of(subjects)) >= 2 and not self.names.oblique(subjects[0]):
            return Who("contact-told", subjects=tuple(subjects))
        if len(slots) < 2:
            return None
        if subjects and (who := self._shared(subjects, sentence)):
            return who
        if who := self._given(trigger, slots):
            return who
        if trigger.kind != "call" and not setting:
            return None
        between = self.document.tokens_in(slots[-2].end, slots[-1].start)
        addressed = [t for t in between if t.lemma in self.index.addressing]
        if addressed and len(between) <= 5 and not self.names.breaks(between):
            return Who("contact-told", (slots[-2],), (slots[-1],))
        return None

    def _given(self, trigger: Trigger, slots: Sequence[Slot]) -> Who | None:
        """ "A proposed a deal to B during a meeting", "A told it to B in their talks": A and B."""
        if len(slots) < 2 or not slots[-2].person or not slots[-1].person:
            return None
        one, two = slots[-2:]
        behind = self.names.words_in(two.end, trigger.start)
        if len(behind) > _IN_THEIR or not self.index.noun_words.isdisjoint(behind):
            return None  # "in their call after the summit": the call
        between = self.document.tokens_in(one.end, two.start)
        tie = next((t for t in reversed(between) if t.lower in self.index.prepositions), None)
        given = tie is not None and tie.lower in self.index.words.link.recipient
        if not given or len(between) > _GIVEN_WORDS or self.names.breaks(between) or self.names.oblique(one):
            return None
        verb = any(t.lemma in self.index.words.verbs.giving for t in between)
        return Who("contact-told", (one,), (two,)) if verb and not set(one.actors) & set(two.actors) else None

    def _accused(self, trigger: Trigger, slots: Sequence[Slot]) -> Who | None:
        """ "A accused B of “…” in a tense meeting in Rome": whoever is told something to his face in a meeting."""
        if trigger.kind != "meeting" or trigger.plural or len(slots) < 2:
            return None
        one, two = slots[-2:]
        verb = self.document.tokens_in(one.end, two.start)
        told = [t for t in verb if t.lemma in self.index.confronting]
        if not told or not one.person or not two.person or two.pronoun or self.names.breaks(verb):
            return None
        words = unquoted(self.document.tokens_in(two.end, trigger.start))
        opening = [i for i, t in enumerate(words) if t.lower in self.index.words.link.indefinite]
        in_it = bool(opening) and words[opening[-1] - 1].lower in self.index.words.link.place
        if len(words) > _TOLD_WORDS or any(t.text == "," for t in words) or self.names.breaks(words):
            return None
        direct = len(verb) <= 6 and not self.names.oblique(one) and not set(one.actors) & set(two.actors)
        return Who("contact-told", (one,), (two,)) if in_it and direct else None

    def _shared(self, others: list[Slot], sentence: Sentence) -> Who | None:
        """ "A discussed it with B in a call": those tied by "with" to what was done there."""
        low = max(others[0].start - 50, sentence.start)
        ties = list(self.names.all("with_", low, others[0].start))
        told = any((s.start, s.end) in self.subjects.used for s in others)  # "shook hands with B during a meeting"
        if told or not ties or self.objects.governed(ties[-1].end(), others[0]):
            return None
        acting = self.names.subject(ties[-1].start(), sentence, self.subjects.used, noun=False)
        acting = [s for s in acting if s.person and not set(s.actors) & actors_of(others)]
        if not acting or self.names.oblique(acting[0]):
            return None
        return Who("contact-told", tuple(acting), tuple(others))
