"""Colons and dashes that stand between somebody and their words: "Mosca: «…»", "A deal is near — Rubio".

Lives here: `ColonCues`, before quote marks and in headlines. Must not live here: a colon behind a verb of speech
(`data.extract.speech_verb_cues`), or headlines of quoted words (`data.extract.quote_headlines`).
"""

from __future__ import annotations

from data.extract.speech_cue_maker import CueMaker
from data.extract.speech_memory import Memory
from data.extract.speech_text import STOPS, ArticleText, Cue, Named, Subject
from data.span import fold


class ColonCues:
    """Finds cues at colons and dashes. Places are token numbers."""

    def __init__(self, article: ArticleText, memory: Memory, maker: CueMaker) -> None:
        self.a = article
        self._memory = memory
        self._maker = maker

    def cue(self, i: int) -> Cue | None:
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
            return self._maker.cue(i, i + 1, "colon", "quote-colon", Subject(asked.actors, asked.first, asked.last))
        cue = self._memory.found[-1] if self._memory.found else None
        if cue and cue.first >= begin and cue.kind != "weak" and (cue.speaker or cue.others or cue.known):
            return None
        named = self._close_speaker(begin, i) or a.subject_of_clause(begin, i)
        if named is None and a.about(begin, i):
            speaker = self._memory.speaker if self._memory.fresh(i) else None
            return self._maker.cue(i, i + 1, "colon", "quote-colon", Subject((speaker,), begin, i)) if speaker else None
        if named is None and i - begin < 5 and any(a.is_(k, "unnamed") for k in range(begin, i)):
            return self._maker.cue(i, i + 1, "colon", "quote-colon", Subject((), begin, i))  # "Reporter: “…”"
        if named is None:
            named = self._in_noun_phrase(begin, i)
            if named and a.governed(named) and self._speaker_by_role(begin, named.first, i):
                return self._maker.cue(
                    i, i + 1, "colon", "quote-colon", Subject((self._memory.speaker or "",), begin, i)
                )
        if named is None:
            owners = [n for n in a.named if begin <= n.first and n.last <= i and a.is_possessor(n)]
            named = owners[0] if owners else None
        if named is None:
            return None
        return self._maker.cue(i, i + 1, "colon", "quote-colon", Subject(named.actors, named.first, named.last))

    def _whose_words(self, i: int) -> Named | None:
        """Whose noun of speech stands right before a colon: "risponde alla domanda di X: «…»" is X's."""
        a = self.a
        named = a.at.get(i - 1)
        if named is None or named.last != i or not a.is_person(named) or a.governor(named) not in a.sets["whose"]:
            return None
        k = named.first - 1
        while k > 0 and a.is_function_word(k):
            k -= 1
        return named if a.is_(k, "nouns") else None

    def _in_noun_phrase(self, begin: int, i: int) -> Named | None:
        """Who speaks where no subject stands before a colon: "La frecciata di Trump a Macron: «…»" is Trump's."""
        a = self.a
        inside = [n for n in a.named if begin <= n.first and n.last <= i and not a.is_possessor(n)]
        inside = [n for n in inside if a.governor(n) not in a.sets["towards"] and not a.is_(n.first, "towards")]
        owners = [n for n in inside if a.governor(n) in a.sets["whose"] or a.is_(n.first, "whose")]
        chosen = owners or inside
        said = chosen and (chosen[-1].last == i or owners or self._is_noun_cue(begin, i))
        return chosen[-1] if said else None

    def _is_noun_cue(self, first: int, last: int) -> bool:
        return any(self.a.is_(k, "nouns") for k in range(first, last))

    def _close_speaker(self, begin: int, i: int) -> Named | None:
        """The person right before a colon, behind what the words are about: "Ucraina, Trump: «…»".

        So is who speaks to somebody, "Ucraina, Trump a Putin: «…»".
        """
        a = self.a
        named = a.at.get(i - 1)
        if named is not None and named.last == i and a.is_person(named) and a.governor(named) in a.sets["towards"]:
            named = a.at.get(named.first - 2)
        elif named is not None and named.last != i:
            return None
        if named is None or not a.is_person(named) or named.first <= begin or a.governed(named):
            return None
        return named if a.low(named.first - 1) == "," or self._behind_topic(named, begin) else None

    def _behind_topic(self, named: Named, begin: int) -> bool:
        """Whether nothing but the name of a state opens the clause of a name: "Ucraina Trump: «…»"."""
        topic = self.a.at.get(named.first - 1)
        return topic is not None and topic.first == begin and topic.last == named.first and self._is_topic(topic)

    def _is_topic(self, named: Named) -> bool:
        """Whether a state is called by its own name, which before a colon is what a headline is about."""
        states = [actor for x in named.actors if (actor := self.a.lexicon.actors.get(x)) and actor.kind == "state"]
        words = fold(self.a.document.text[self.a.tokens[named.first].start : self.a.tokens[named.last - 1].end])
        return any(words in {fold(state.name), fold(state.name_it or "")} for state in states)

    def _speaker_by_role(self, begin: int, first: int, i: int) -> bool:
        """Whether "the former envoy of X" stands for the one who spoke last."""
        a = self.a
        return (
            self._memory.speaker is not None
            and self._memory.fresh(i)
            and any(a.is_(k, "roles") for k in range(begin, first))
        )

    def headline(self, i: int) -> Cue | None:
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
                return self._maker.cue(
                    i, i + 1, "colon", "speech-headline", Subject(named.actors, named.first, named.last)
                )
        loud = a.document.text[a.tokens[begin].start : a.tokens[end - 1].end].isupper()
        if i - begin < 3 or i + 1 >= end or (a.sentence_of[i] > 1 and not loud):
            return None
        named = a.at.get(i + 1)
        if end - i <= 6 and any(a.is_(k, "roles") for k in range(i + 1, end)) and not (named and named.last == end):
            return self._maker.cue(i, i + 1, "colon", "speech-headline", Subject((), i, end), tail=True)
        if named is None or named.last < end - (a.low(end - 1) in STOPS) or a.outlet(named):
            return None
        subject = Subject(named.actors, named.first, named.last)
        return self._maker.cue(i, i + 1, "colon", "speech-headline", subject, tail=True)
