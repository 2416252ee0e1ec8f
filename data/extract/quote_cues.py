"""Which cue governs a pair of quote marks: the one behind, before, at the end of the sentence, or in the next one.

Lives here: `GoverningCues`, the order in which cues are tried and how far each reaches. Must not live here: where cues
are and who their speakers are (`data.extract.speech_cues`), or who is credited without a cue
(`data.extract.quote_uncued`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from data.extract.quote_credit import Credit, starts_sentence
from data.extract.speech_text import STOPS, ArticleText, Cue

_INNER_STOP = re.compile(r"[.!?…]\s+[A-ZÀ-Þ]")


class GoverningCues:
    """Finds the cue of each pair of quote marks of an article."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues

    def credit(self, n: int) -> Credit | None:
        """The credit of quoted words by the cue that governs them, if one does."""
        a = self.a
        _, last = a.bounds[n]
        starts = starts_sentence(a, n)
        after = self._after(n)
        before = self._before(n)
        nobody = before is not None and before.speaker is None and not before.others
        if before and before.kind not in {"colon", "judge"} and before.rule in {"speech-agent", "speech-noun"}:
            whole = self._next_sentence(last)
            if whole and whole.first > last + 1:
                return self._take(whole, "quote-next-sentence")  # "Il piano proposto da Kiev «…». Lo ha detto X"
        cited = after is not None and a.is_(last + (a.low(last) == ","), "openers")  # "…, as X says"
        own = starts or before is None or n in a.heads or self._is_sentence(n, before) or cited
        own = own or (before is not None and before.kind == "colon" and after is not None and bool(after.speaker))
        if after and (own or (nobody and after.speaker)):
            return self._take(after, "quote-cue-after")
        if before:
            rule = (
                "quote-colon"
                if before.kind == "colon"
                else "quote-agent"
                if before.rule == "speech-agent"
                else "quote-cue-before"
            )
            return self._take(before, rule)
        agent = self._agent_after(last)
        if agent:
            return self._take(agent, "quote-agent")
        tail = self._tail(n)
        if tail:
            return self._take(tail, "quote-tail")
        following = self._next_sentence(last)
        if following:
            return self._take(following, "quote-next-sentence")
        return None

    def _is_sentence(self, n: int, before: Cue) -> bool:
        """Whether the quoted words are a sentence of their own, with a cue before that is not close to them."""
        a = self.a
        first, last = a.bounds[n]
        text = a.document.text[a.marked[n].start : a.marked[n].end]
        if text[-1] == "," and _INNER_STOP.search(text):
            return True  # several sentences, of which only the first may belong to the cue before
        return first - before.last > 3 and text[:1].isupper() and text[-1] == "," and last - first > 6

    def _take(self, cue: Cue, rule: str) -> Credit:
        return Credit(cue.speaker, cue.via, cue, rule if cue.speaker or cue.others else "quote-uncredited", True)

    def _after(self, n: int) -> Cue | None:
        """The cue right behind the quoted words: “…,” Trump told NBC; «…», ha detto."""
        a = self.a
        _, last = a.bounds[n]
        if last >= len(a.tokens):
            return None
        text = a.document.text
        inner = text[a.marked[n].end - 1]
        k = last
        comma = a.low(k) in {",", "-", "–", "—"} or (a.low(k) == ":" and a.is_(k + 1, "thus"))
        if comma:
            k += 1
        if k + 1 < len(a.tokens) and a.is_(k, "openers") and a.is_(k, "like"):
            k += 1
        if k >= len(a.tokens) or a.paragraph(k) != a.paragraph(last - 1):
            return None
        number = a.sentence_of[k]
        for cue in self._in_sentence(number, k):
            if cue.kind in {"according", "noun", "colon"}:
                if cue.kind == "according" and cue.first == k:
                    return cue
                return None
            start = min(cue.credit_first, cue.first)
            if start < k:
                start = cue.first
            if any(a.quoted[x] for x in range(k, start)) or self._gap(k, start, cue):
                return None
            if inner in ".!?…" and not comma and not self._ends_clause(cue) and a.tokens[k].text[:1].isupper():
                return None
            if inner not in ",.!?…-–—" and not comma and start > k and not a.italian:
                return None
            if inner not in ",.!?…-–—" and not comma and a.low(k) in a.sets["prepositions"] | a.sets["conjunctions"]:
                return None
            if a.tokens[cue.first].text.isupper() and not text[a.marked[n].start : a.marked[n].end].isupper():
                return None  # a headline in capitals, inlined in the text
            if cue.rule in {"speech-participle", "speech-agent", "speech-anaphora"} and not self._cited(cue):
                return None
            return next(
                (c for c in self._in_sentence(number, cue.last) if c.first <= cue.last + 5 and self._cited(c)), cue
            )
        return None

    def _cited(self, cue: Cue) -> bool:
        """ "X quoted Y as saying", "X reported Y as saying"."""
        return cue.rule == "speech-participle" and self.a.is_(cue.first - 1, "like")

    def _gap(self, k: int, start: int, cue: Cue) -> bool:
        """Whether something that is no credit stands between the quoted words and the cue."""
        a = self.a
        limit = 4 if cue.credit_first < cue.first else 5
        extra = 0
        for x in range(k, start):
            low = a.low(x)
            if low in STOPS or low in {":", "(", ","} or low in a.sets["complement"] or low in a.sets["conjunctions"]:
                return True
            if (
                x not in a.at
                and not a.is_(x, "auxiliaries")
                and not a.is_(x, "adverbs")
                and not a.is_(x, "clitics")
                and not a.is_(x, "determiners")
            ):
                extra += not a.tokens[x].text[:1].isupper()
        return extra > limit

    def _ends_clause(self, cue: Cue) -> bool:
        """Whether nothing said follows a cue in its sentence: no "that", colon, quote marks or clause."""
        a = self.a
        _, end = a.sentence(cue.first)
        after = max(cue.last, cue.credit_last)
        low = a.low(after)
        if after < end and low[:1].isalnum() and after == cue.last and cue.kind != "relay":
            hearer = a.at.get(after) or low in a.sets["unnamed"]
            if not hearer and not any(low in a.sets[name] for name in ("prepositions", "days", "adverbs")):
                return False
        for k in range(cue.last, end):
            if a.quoted[k]:
                return a.low(k - 1) in STOPS
            if a.low(k) in a.sets["complement"] | {":"}:
                return False
        following = end - max(cue.last, cue.credit_last)
        return following <= 12

    def _in_sentence(self, number: int, k: int) -> Iterator[Cue]:
        for cue in self.cues:
            if cue.sentence == number and cue.first >= k:
                yield cue

    def _before(self, n: int) -> Cue | None:
        """The last cue before the quoted words in their sentence that governs them."""
        a = self.a
        first, _ = a.bounds[n]
        number = a.sentence_of[first]
        if first == 0:
            return None
        if starts_sentence(a, n):
            return None
        number = a.sentence_of[first - 1]
        begin, _ = a.sentence(first - 1)
        while begin > 0 and a.quoted[begin] and a.quoted[begin - 1] and number > 0:
            number -= 1  # a sentence that ends inside quote marks goes on behind them
            begin, _ = a.sentence(begin - 1)
        for cue in reversed(self.cues):
            if cue.first >= first or cue.first < begin:
                if cue.first < begin:
                    break
                continue
            if self._governs(cue, first):
                cue = self._outer(cue, begin) if cue.kind == "weak" or cue.others or self._is_inner(cue) else cue
                return self._gapped(n, cue) or cue
        return None

    def _is_inner(self, cue: Cue) -> bool:
        """Whether a verb tells what goes on in a head, which another may tell: "Trump says Putin believes"."""
        a = self.a
        return (a.words.forms.get(a.low(cue.first)) or a.tokens[cue.first].lemma) in a.sets["inner"]

    def _gapped(self, n: int, cue: Cue) -> Cue | None:
        """The cue once more with another subject, its verb left out: "Mosca parla di «…», Kiev di «…»"."""
        a = self.a
        first, _ = a.bounds[n]
        k = first - 1 - (a.is_(first - 1, "prepositions") or a.is_(first - 1, "like"))
        named = a.at.get(k)
        if not n or k == first - 1 or named is None or named.last != k + 1 or a.low(named.first - 1) not in {",", ";"}:
            return None
        _, before = a.bounds[n - 1]
        if before != named.first - 1 or cue.first > before or len(named.actors) != 1:
            return None
        return replace(cue, speaker=named.actors[0], others=(), credit_first=named.first, credit_last=named.last)

    def _outer(self, cue: Cue, begin: int) -> Cue:
        """The stronger cue of the same clause around a weak one: "Vance says Kyiv believes “…”"."""
        for other in reversed(self.cues):
            strong = other.kind in {"say", "announce"} or (other.kind == "weak" and self.a.is_(other.last, "that"))
            stronger = strong and other.speaker is not None
            if stronger and begin <= other.first < cue.first and self.a.clause_start(cue.first) <= other.first:
                return other
        return cue

    def _governs(self, cue: Cue, first: int) -> bool:
        """Whether words said reach from a cue to the quoted words: no stop between, no credit that looks back."""
        a = self.a
        if any(a.low(k) in {".", ";", "?", "!"} and not a.quoted[k] for k in range(cue.last, first)):
            return False
        if cue.kind == "colon" and cue.tail:
            return False
        if (
            cue.tail
            and cue.kind != "according"
            and first - max(cue.last, cue.credit_last) > 3
            and not self._colon_between(cue, first)
        ):
            return False
        if cue.kind == "noun":
            again = any(a.is_(k, "that") and a.is_(k - 1, "conjunctions") for k in range(cue.last, first))
            return first - cue.last < 14 or again
        return True

    def _colon_between(self, cue: Cue, first: int) -> bool:
        return any(self.a.low(k) == ":" or self.a.is_(k, "that") for k in range(cue.last, first))

    def _agent_after(self, last: int) -> Cue | None:
        """“…” by X: a cue of passive form that begins behind the quoted words."""
        a = self.a
        if last >= len(a.tokens):
            return None
        for cue in self._in_sentence(a.sentence_of[last], last):
            if cue.kind == "according" and cue.first - last <= 2:
                return cue
            return None
        return None

    def _tail(self, n: int) -> Cue | None:
        """A credit at the end of the sentence the quoted words stand in."""
        a = self.a
        _, last = a.bounds[n]
        if last >= len(a.tokens) or a.sentence_of[last] != a.sentence_of[last - 1]:
            return None
        for cue in self._in_sentence(a.sentence_of[last], last):
            if cue.tail:
                return cue
            if cue.rule == "speech-agent" and (cue.kind == "judge" or (a.italian and starts_sentence(a, n))):
                return cue  # "«Avanti», è la linea annunciata da Mosca"
        return None

    def _next_sentence(self, last: int) -> Cue | None:
        """ "Lo ha detto X" behind the quoted words, or behind the sentence they stand in."""
        a = self.a
        number = a.sentence_of[last - 1] + 1
        if a.italian and number < len(a.document.sentences) and not a.quoted[a.document.sentences[number].first]:
            begin = a.document.sentences[number].first
            cue = next((c for c in self.cues if begin <= c.first <= begin + 4), None)
            if cue and cue.rule == "speech-anaphora" and cue.kind != "relay":
                return cue
        if last >= len(a.tokens):
            return None
        k = last + 1 if a.low(last) in STOPS or a.low(last) in {":", ","} else last
        for cue in self.cues:
            if k <= cue.first <= k + 6 and cue.rule == "speech-anaphora" and cue.kind != "relay":
                return cue
        return None
