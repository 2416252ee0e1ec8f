"""Verbs of speech: which words are one, and in which form.

Lives here: the grammar of a single verb. Must not live here: whose verb it is (`data.extract.speech_subjects`),
or when it credits somebody (`data.extract.speech_verb_cues`).
"""

from __future__ import annotations

from data.extract.speech_text import STOPS, ArticleText


class VerbReader:
    """Reads the verbs of speech of one article. Places are token numbers."""

    def __init__(self, article: ArticleText) -> None:
        self.a = article
        self._groups: dict[int, int] = {}

    def auxiliary_start(self, first: int) -> int:
        """First token of the verb group that ends before token `first`; found once, for many rules ask for it."""
        start = self._groups.get(first)
        if start is None:
            start = self._groups[first] = self._group_start(first)
        return start

    def _group_start(self, first: int) -> int:
        a, k = self.a, first - 1
        begin, _ = a.sentence(first)
        while k >= begin and not a.quoted[k]:
            size = self._time_before(k) or self._idiom_before(k) or self.between(k)
            if not size or k - size + 1 < begin:
                break
            k -= size
        return k + 1

    def _time_before(self, k: int) -> int:
        """Length of a time that ends at token `k`: "a day earlier", "due settimane fa" (0: none)."""
        a = self.a
        if not (a.is_(k, "ago") and a.is_(k - 1, "units")):
            return 0
        counted = k - 2 not in a.at and a.low(k - 2)[:1].isalnum() and a.tokens[k - 2].text.islower()
        return 3 if counted or a.low(k - 2).isdigit() else 2

    def class_word(self, i: int) -> str:
        """The verb of token `i` as the lists of classes have it."""
        return self.a.words.forms.get(self.a.low(i)) or self.a.tokens[i].lemma

    def _idiom_before(self, k: int) -> int:
        """Length of an adverb of several words that ends at token `k`: "for his part", "dal canto suo" (0: none)."""
        for words in self.a.words.idioms.get(self.a.low(k), ()):
            if tuple(self.a.lower[max(k - len(words) + 1, 0) : k + 1]) == words:
                return len(words)
        return 0

    def between(self, k: int) -> bool:
        """Whether a token may stand between subject and verb: auxiliary, adverb, negation, clitic, day."""
        a = self.a
        low = a.low(k)
        if a.tokens[k].text.lower() in a.sets["joins"]:
            return False  # "e", which folding makes the same as "è"
        if self._is_adverb(k) or low in a.sets["between"]:
            return True
        return low in a.sets["days"] and (low != "on" or a.low(k + 1) in a.sets["days"])

    def verb_at(self, i: int) -> tuple[str, int] | None:
        """Class and length of the verb of speech at token `i`."""
        a = self.a
        low = a.low(i)
        if not low:
            return None
        for words, verb_class in a.words.phrases.get(low, ()):
            size = self._phrase_size(i, words)
            if size:
                dated = a.is_(i + size, "days") and words[-1] in a.sets["prepositions"]  # "called on Monday"
                return None if dated or verb_class == "none" else (verb_class, size)
        lemma = a.words.forms.get(low) or a.tokens[i].lemma
        found = a.words.classes.get(lemma)
        if found is None and self._enclitic(i):
            found = a.words.classes.get(low[:-2] + "e")
        return (found, 1) if found else None

    def _phrase_size(self, i: int, words: tuple[str, ...]) -> int:
        """How many tokens a phrase takes at `i`, adverbs between its words counted: "made it very clear" (0: none)."""
        k = i
        for word in words:
            while self.a.low(k) != word:
                if k == i or k - i > len(words) + 1 or not self._is_adverb(k):
                    return 0
                k += 1
            k += 1
        return k - i

    def _first_person(self, i: int) -> bool:
        """Whether an Italian form can only be "I say", or the noun that looks like it: "l'attacco", not "affermò"."""
        token = self.a.tokens[i]
        if not token.text.lower().endswith("o") or not self.a.words.classes.get(token.lemma, ""):
            return False
        return token.lemma.endswith("are") and not token.lower.endswith(
            (*self.a.words.gerunds, *self.a.words.plurals, "ato")
        )

    def _is_adverb(self, k: int) -> bool:
        low = self.a.low(k)
        ending = "mente" if self.a.italian else "ly"
        return low in self.a.sets["adverbs"] or (low.endswith(ending) and len(low) > 4 and k not in self.a.at)

    def _enclitic(self, i: int) -> bool:
        """Whether a word may be an infinitive with its pronoun: riferirlo."""
        return self.a.low(i).endswith(self.a.words.enclitics)

    def followed_by_as(self, last: int) -> bool:
        """Whether "as", "come" stands soon behind a verb."""
        return any(self.a.is_(k, "like") for k in range(last, last + 12))

    def has_quote_near(self, last: int) -> bool:
        """Whether quote marks open in the rest of the sentence."""
        a = self.a
        _, end = a.sentence(last - 1)
        return any(a.quoted[k] for k in range(last, min(end + 1, last + 30, len(a.tokens))))

    def has_complement(self, last: int, first: int) -> bool:
        """Whether words said stand beside a verb: quote marks, "that", a colon, or a clause it ends."""
        a = self.a
        _, end = a.sentence(first)
        if self.quote_before(first):
            return True
        for k in range(last, min(end + 1, last + 14, len(a.tokens))):
            low = a.low(k)
            if a.quoted[k] or low == ":" or low in a.sets["complement"]:
                return True
        return False

    def has_close_complement(self, last: int, first: int) -> bool:
        """The same, right beside the verb."""
        a = self.a
        _, end = a.sentence(first)
        for k in range(last, min(end + 1, last + 6, len(a.tokens))):
            low = a.low(k)
            if a.quoted[k] or low == ":" or (low in a.sets["that"] and k < last + 3):
                return True
        begin, _ = a.sentence(first)
        for k in range(first - 1, max(begin - 2, first - 9, -1), -1):
            if a.quoted[k]:
                return True
            low = a.low(k)
            if low in STOPS or low in a.sets["contrast"]:
                return False
        return False

    def quote_before(self, first: int) -> bool:
        """Whether quoted words end just before a verb group, subject and comma allowed between."""
        a = self.a
        begin, _ = a.sentence(first)
        for k in range(first - 1, max(begin - 2, first - 14), -1):
            if k < 0:
                return False
            if a.quoted[k]:
                return True
            if a.low(k) in STOPS:
                return False
        return False

    def is_noun(self, i: int) -> bool:
        """Whether a word that could be a verb is a noun or adjective here: "the claims", "l'accusa", "his demand"."""
        a = self.a
        before = a.low(i - 1)
        begin, _ = a.sentence(i)
        text = a.low(i)
        if i == begin and not a.italian and not text.endswith("ing"):
            return True
        if i == begin:
            return False
        if a.italian:
            if self._first_person(i) or (before in a.sets["definite"] and self.looks_participle(i)):
                return True
            if before in a.sets["definite"] and before in a.sets["clitics"]:  # article or pronoun: "la minaccia"
                return text in a.sets["nouns"]
            return before in a.sets["determiners"] or before in a.sets["prepositions"]
        if self._is_past(i):
            return before in a.sets["definite"] | a.sets["indefinite"] | a.sets["possessives"] or before in {"'s", "of"}
        if text.endswith("ing"):
            return before in a.sets["determiners"] or before in {"'s", "of", "was"}
        named = a.at.get(i - 1)
        if before == "'s" or (before == "'" and a.low(i - 2).endswith("s")):
            return True
        if before in a.sets["determiners"] and before not in {"this", "that"}:
            return True
        if before in a.sets["prepositions"] and before not in {"to", "that"}:
            return True
        if named is None and not self._subject_like(i - 1) and not a.is_(i, "never_nouns"):
            return text.endswith("s")  # "reports", "claims" behind an adjective or a noun we do not know
        return False

    def _subject_like(self, k: int) -> bool:
        a = self.a
        low = a.low(k)
        if a.quoted[k] or low in a.sets["subject_like"] or self.between(k):
            return True
        begin, _ = a.sentence(k)  # a capital tells nothing at the head of a sentence: "Western states"
        return (k > begin and a.tokens[k].text[:1].isupper()) or not low[:1].isalpha()

    def is_infinitive(self, i: int) -> bool:
        """Whether a verb is an infinitive, in the perfect too ("aver detto"), or hangs on a modal verb: "to say"."""
        a = self.a
        low = a.low(i)
        if a.italian:
            if a.is_(i - 1, "perfect"):
                return True
            if low.endswith(a.words.enclitics):
                return low[:-2] + "e" in a.words.classes or low in a.words.phrases  # "riferirlo", but "parla"
            return low.endswith(a.words.infinitives)
        to = "infinitive_before"
        if a.is_(i - 1, to) or (a.is_(i - 1, "perfect") and a.is_(i - 2, to)):
            return True
        k = i - 1
        while self.between(k) and not a.is_(k, "modals"):
            k -= 1
        return a.is_(k, "modals") or a.is_(k, to)

    def is_bare(self, i: int) -> bool:
        """Whether an English form is a base form without an auxiliary or a plural before it: "state media"."""
        a = self.a
        low = a.low(i)
        if a.italian or low.endswith(("ed", "ing")) or low in a.words.forms or low != a.tokens[i].lemma:
            return False
        start = self.auxiliary_start(i)
        if not a.sets["auxiliaries"].isdisjoint(a.lower[start:i]):
            return False
        before = a.low(start - 1) if start else ""
        named = a.at.get(start - 1)
        plural = before in a.sets["they"] or before in a.sets["officials"] or before in a.sets["unnamed"]
        return not (plural or before in {"i", "you", "who", "and"} or (named is not None and len(named.actors) > 1))

    def form(self, i: int, kind: str) -> str:
        """active, gerund, passive or none (a form that credits nobody), from the verb and its auxiliaries."""
        a = self.a
        low = a.low(i)
        start = self.auxiliary_start(i)
        auxiliaries = a.lower[start:i]
        has_active = not a.sets["active"].isdisjoint(auxiliaries)
        has_passive = not a.sets["passive"].isdisjoint(auxiliaries)
        been = not a.sets["been"].isdisjoint(auxiliaries)
        if a.italian:
            if low.endswith(a.words.gerunds):
                return "gerund"
            if low.endswith(a.words.participles_with) and (has_active or has_passive or self.looks_participle(i)):
                return "active" if has_active and not been else "passive"
            return "active"
        if low.endswith("ing"):
            return "active" if has_passive else "gerund"
        if kind == "ask" and low.endswith("ed") and a.low(i + 1) == "to" and not has_active:
            return "none"
        past = self._is_past(i)
        if kind == "accuse" and past and not has_active and a.is_(i + 1, "prepositions"):
            return "passive"  # "Moscow, accused of stalling"
        if past and has_passive and (been or not has_active):
            return "passive"
        if past and not has_active and a.is_(i + 1, "agents") and not a.low(i + 2).endswith("ing"):
            return "passive"
        return "active"

    def _is_past(self, i: int) -> bool:
        """Whether an English form is a past tense or participle."""
        low = self.a.low(i)
        return low.endswith("ed") or low in self.a.sets["irregular"]

    def looks_participle(self, i: int) -> bool:
        """Whether an Italian form without auxiliary is a participle: "definito", not "minaccia"."""
        low = self.a.low(i)
        return low.endswith(self.a.words.participles) and low not in self.a.sets["not_participles"]

    def takes_hearer(self, i: int) -> bool:
        """Whether the name behind a verb is who was spoken to: "told Reuters"."""
        a = self.a
        return (a.words.forms.get(a.low(i)) or a.tokens[i].lemma) in a.sets["hearer"]
