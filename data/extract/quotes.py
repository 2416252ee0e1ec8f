"""Who said what: direct quotes, indirect speech, and the speaker each is credited to.

Lives here: the rules of crediting. Must not live here: quote marks (`data.extract.quote_marks`), the grammar of
cues (`data.extract.speech_cues`), names (`data.extract.actors`) or any vocabulary (`data/lexicon/*/speech.toml`).

The article is read once, from left to right. Every cue (a verb of speech, "according to", "Putin's claim that") gets
its speaker from the grammar around it; every pair of quote marks then takes the cue that governs it. Nobody credited
gives no speaker: a speaker is never guessed from the subject matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec
from msgspec.structs import replace

from data.document import Document, Token
from data.extract.finds import Mention, Quote
from data.extract.quote_marks import Marked
from data.extract.rules import Rule
from data.extract.speech_cues import CueFinder
from data.extract.speech_text import STOPS, ArticleText, Cue
from data.lexicon.types import Lexicon

RULES: tuple[Rule, ...] = (
    Rule(
        "quote-cue-after",
        "A verb of speech and its subject follow the quoted words.",
        "«Non abbiamo fretta», ha detto Peskov.",
        "“We are in no hurry,” Peskov said.",
    ),
    Rule(
        "quote-cue-before",
        "A verb of speech stands before the quoted words in their sentence.",
        "Peskov ha definito il testo «utile».",
        "Peskov called the text “useful”.",
    ),
    Rule(
        "quote-tail",
        "The credit ends the sentence in which the quoted words stand.",
        "Il testo «utile» va riscritto, ha detto Peskov.",
        "The “useful” text must be rewritten, Peskov said.",
    ),
    Rule(
        "quote-colon",
        "A name and a colon introduce the words; the subject of the clause speaks, not the name nearest to the colon.",
        "Il Cremlino a Kiev: «Serve pazienza».",
        "Kremlin to Kyiv: “Be patient”.",
    ),
    Rule(
        "quote-agent",
        "The words describe something, and “by” or “da” names who found them.",
        "Un colloquio giudicato «utile» dal Cremlino.",
        "A call described as “useful” by the Kremlin.",
    ),
    Rule(
        "quote-continued",
        "No new credit since the speaker's last words: the same speaker goes on. Whole sentences in the report of"
        " what one person said are that person's, where only their subject matter names another; so are all words"
        " behind a line that says whose statements are listed.",
        "«Serve tempo», ha detto Peskov. «Molto tempo».",
        "“It takes time,” Peskov said. “A lot of time.”",
    ),
    Rule(
        "quote-next-sentence",
        "The sentence after the one with the quoted words says who said them.",
        "«Ci vedremo presto». Lo ha detto Peskov.",
        "“See you soon.” So said Peskov.",
    ),
    Rule(
        "quote-subject",
        "Quoted words stand in a clause without a verb of speech: its subject is credited.",
        "Peskov – «serve tempo» – non ha fretta.",
        "Kyiv wants peace through “strength or talks”.",
    ),
    Rule(
        "quote-headline",
        "A headline of quoted words takes the speaker named in it, or the first one credited below it; so does a"
        " line of quoted words that heads an entry, and takes who is credited with the same words elsewhere.",
        "Mosca divisa da Peskov. «Serve tempo»",
        "“It takes time”\n\nPeskov said on Monday that talks go on.",
    ),
    Rule(
        "quote-answer",
        "In an interview, quoted words after a question: the person whose words open the article answers.",
        "Peskov: «Serve tempo»\n\nQuanto tempo? «Mesi».",
        "Peskov: “It takes time”\n\nHow much time? “Months.”",
    ),
    Rule(
        "quote-uncredited",
        "Words between quote marks that nobody is credited with.",
        "Secondo fonti vicine ai colloqui, il clima era «disteso e cordiale».",
        "Sources said the mood was “relaxed and cordial”.",
    ),
    Rule(
        "speech-verb",
        "A verb of speech and its subject, before or after it.",
        "Peskov ha chiarito che serve tempo.",
        "Peskov made clear that it takes time.",
    ),
    Rule(
        "speech-tail",
        "The credit stands at the end of the sentence it belongs to.",
        "Il vertice slitta, replica Mosca.",
        "The summit is off, the Kremlin said on Monday.",
    ),
    Rule(
        "speech-participle",
        "A participle or gerund of speech takes the subject of its sentence.",
        "Peskov ha parlato a lungo, precisando che serve tempo.",
        "Peskov spoke at length, warning that it takes time.",
    ),
    Rule(
        "speech-agent",
        "A passive verb of speech, with “by” or “da” and the speaker.",
        "La tregua annunciata da Trump.",
        "The truce announced by Trump.",
    ),
    Rule(
        "speech-judged",
        "A passive verb of judging without an agent, right after somebody spoke: the words are still theirs.",
        "Peskov ha criticato il testo. Il piano, definito «inutile», va rivisto.",
        "Peskov criticised the text. The plan, described as “useless”, must change.",
    ),
    Rule(
        "speech-according-to",
        "A prepositional credit.",
        "Secondo Ushakov, il colloquio è durato due ore.",
        "According to Ushakov, the call lasted two hours.",
    ),
    Rule(
        "speech-anaphora",
        "A sentence that only says who told what stands before it.",
        "Lo ha riferito Peskov.",
        "So said Peskov.",
    ),
    Rule(
        "speech-noun",
        "A noun of speech and whose it is.",
        "La proposta di Putin: usare i fondi congelati.",
        "Putin's claim that he won.",
    ),
    Rule(
        "speech-headline",
        "A headline that ends with a dash or a colon and its speaker, or begins with speaker and colon.",
        "Mosca: vogliono la guerra.",
        "A deal is near — Rubio",
    ),
)


_TELLING = 4  # letters from which on words said twice are thought to be one person's
_INNER_STOP = re.compile(r"[.!?…]\s+[A-ZÀ-Þ]")


class _Credit(msgspec.Struct, frozen=True, gc=False):
    """Which cue a pair of quote marks takes, by which rule."""

    speaker: str | None
    via: str | None
    cue: Cue | None
    rule: str
    explicit: bool  # credited by its own sentence


class _Credits:
    """Gives each pair of quote marks its speaker, and leaves out what is no quote."""

    def __init__(self, article: ArticleText, cues: list[Cue]) -> None:
        self.a = article
        self.cues = cues
        self._listed = list(self._lists())

    def all(self) -> list[Quote]:
        """The direct quotes, in text order."""
        a = self.a
        credits: list[_Credit] = []
        for n in range(len(a.marked)):
            credits.append(self._credit(n, credits))
        for n in sorted(a.heads, reverse=True):  # "«Bene - scrive sui social - così», dice X": both parts are X's
            cue = credits[n].cue
            if credits[n].speaker is None and credits[n + 1].speaker and not (cue and cue.others):
                credits[n] = replace(credits[n], speaker=credits[n + 1].speaker, rule=credits[n + 1].rule)
        credits = [self._of_only_speaker(n, credit) for n, credit in enumerate(credits)]
        kept: list[Quote] = []
        for n, (marked, credit) in enumerate(zip(a.marked, credits, strict=True)):
            if self._is_quote(n, credit, credits):
                kept.append(self._quote(marked, credit if credit.speaker else self._said_again(n, credit, credits)))
        return kept

    def _of_only_speaker(self, n: int, credit: _Credit) -> _Credit:
        """Whole sentences told of nobody, or of a state that only their subject matter names, in the report of what
        one person said: that person's. "Moscow is in no hurry: “I can wait.”" in an interview is not Moscow's."""
        a = self.a
        first, last = a.bounds[n]
        listed = next((speaker for at, speaker in reversed(self._listed) if at < first), None)
        own = (
            credit.cue is None or credit.cue.kind == "weak" or credit.speaker is None or self._is_state(credit.speaker)
        )
        if listed and own and not self._somebody_acts(listed, a.sentence_of[first], first):
            return _Credit(listed, None, None, "quote-continued", False)
        words = a.document.text[a.marked[n].start : a.marked[n].end]
        whole = words[:1].isupper() and (words[-1] in ".!?…" or a.low(last) in STOPS) and last - first > 6
        if not whole or n in a.heads or n - 1 in a.heads or not (self._starts_sentence(n) or a.low(first - 1) == ":"):
            return credit
        speaker = self._only_speaker(first)
        if speaker is None or not self._may_be_anothers(credit, first, last):
            return credit
        return _Credit(speaker, None, None, "quote-continued", False)

    def _lists(self) -> Iterator[tuple[int, str]]:
        """Where an article says that it lists one person's statements from there on, and whose."""
        a = self.a
        openings = tuple(f"{words} " for words in a.sets["listing"])
        for sentence in a.document.sentences:
            if not a.document.folded.startswith(openings, sentence.start):
                continue
            said = [k for k in range(sentence.first, sentence.last) if a.is_(k, "nouns") and not a.quoted[k]]
            named = [n for n in a.named if sentence.first <= n.first < sentence.last]
            whose = [n for n in named if a.is_possessor(n) or (a.italian and a.governed(n))]
            people = {x for n in whose for x in n.actors if a.kind(x) == "person"}
            if said and len(people) == 1:
                yield sentence.last, people.pop()

    def _may_be_anothers(self, credit: _Credit, first: int, last: int) -> bool:
        """Whether the credit of quoted words is only the subject of a clause before them."""
        a, cue = self.a, credit.cue
        if credit.speaker is None:
            return cue is None and not credit.explicit
        if cue is None or cue.first >= first:
            return False
        clause = first - a.clause_start(first - 1) if a.low(first - 1) != ":" else first - a.clause_start(first - 2)
        named = a.at.get(cue.credit_first)
        if cue.kind == "colon" and named is not None and clause > 6:
            return self._is_state(credit.speaker) or a.governed(named)
        mine = a.sets["mine"]
        personal = any(t.lower in mine for t in a.tokens[first:last])
        return self._is_state(credit.speaker) and (cue.kind == "weak" or personal)

    def _is_state(self, actor: str) -> bool:
        known = self.a.lexicon.actors.get(actor)
        return known is not None and known.kind == "state"

    def _only_speaker(self, first: int) -> str | None:
        """The one person credited before token `first`, twice at least, and nobody else but outlets and states."""
        cues = [c for c in self.cues if c.first < first and c.known and c.kind != "relay"]
        cues = [c for c in cues if c.speaker or c.kind != "weak"]
        people = [c.speaker for c in cues if c.speaker and self.a.kind(c.speaker) == "person" and c.kind != "colon"]
        if len(people) < 2 or len(set(people)) > 1:
            return None
        same = (c.speaker in people or c.kind == "colon" or self._may_pass(c.speaker) for c in cues)
        if not all(same):
            return None
        told = next(c.sentence for c in reversed(cues) if c.speaker == people[0])
        return None if self._somebody_acts(people[0], told + 1, first) else people[0]

    def _somebody_acts(self, speaker: str, number: int, first: int) -> bool:
        """Whether another person is the subject of a sentence from `number` on, up to token `first`."""
        a = self.a
        for sentence in a.document.sentences[number : a.sentence_of[first] + 1]:
            named = a.subject_of_clause(sentence.first, min(sentence.last, first))
            if named and any(a.kind(x) == "person" and x != speaker for x in named.actors):
                return True
        return False

    def _may_pass(self, actor: str | None) -> bool:
        return actor is not None and (self.a.kind(actor) == "outlet" or self._is_state(actor))

    def _said_again(self, n: int, credit: _Credit, credits: list[_Credit]) -> _Credit:
        """Words of a headline, lead or line of their own that nobody is credited with: who says them elsewhere.

        Nobody where two persons say them. Words of a lead are only looked for below it.
        """
        a = self.a
        first, last = a.bounds[n]
        alone = self._alone(n)
        short = a.sentence_of[first] <= 2 and last - first <= 8
        if not (short or alone) or (credit.cue is not None and credit.cue.others):
            return credit
        words = self._plain(n)
        if len(words) < _TELLING:
            return credit  # "no" is said by everybody
        others = (m for m in range(0 if alone else n + 1, len(credits)) if m != n)
        same = {speaker for m in others if f" {words} " in f" {self._plain(m)} " and (speaker := credits[m].speaker)}
        if len(same) != 1:
            return credit
        return replace(credit, speaker=same.pop(), rule="quote-headline")

    def _alone(self, n: int) -> bool:
        """Whether quoted words without a full stop are a line of their own, as headlines inside an article are."""
        a = self.a
        first, last = a.bounds[n]
        before = first == 0 or a.paragraph(first - 1) != a.paragraph(first)
        behind = last >= len(a.tokens) or a.paragraph(last) != a.paragraph(first)
        return before and behind and a.document.text[a.marked[n].end - 1] != "."

    def _plain(self, n: int) -> str:
        first, last = self.a.bounds[n]
        return " ".join(t.lower for t in self.a.tokens[first:last] if t.lower[:1].isalnum())

    def _quote(self, marked: Marked, credit: _Credit) -> Quote:
        cue, tokens = credit.cue, self.a.tokens
        if cue is None:
            return Quote(
                marked.start,
                marked.end,
                "direct",
                credit.speaker,
                credit.via,
                None,
                None,
                None,
                "asserted",
                credit.rule,
            )
        return Quote(
            marked.start, marked.end, "direct", credit.speaker, credit.via, _text(self.a, cue.first, cue.last),
            tokens[cue.credit_first].start, tokens[cue.credit_last - 1].end, cue.mood, credit.rule,
        )  # fmt: skip

    # -- which cue -------------------------------------------------------------------------------------------------

    def _credit(self, n: int, credits: list[_Credit]) -> _Credit:
        a = self.a
        _, last = a.bounds[n]
        starts = self._starts_sentence(n)
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
        return self._uncued(n, credits, starts)

    def _is_sentence(self, n: int, before: Cue) -> bool:
        """Whether the quoted words are a sentence of their own, with a cue before that is not close to them."""
        a = self.a
        first, last = a.bounds[n]
        text = a.document.text[a.marked[n].start : a.marked[n].end]
        if text[-1] == "," and _INNER_STOP.search(text):
            return True  # several sentences, of which only the first may belong to the cue before
        return first - before.last > 3 and text[:1].isupper() and text[-1] == "," and last - first > 6

    def _take(self, cue: Cue, rule: str) -> _Credit:
        return _Credit(cue.speaker, cue.via, cue, rule if cue.speaker or cue.others else "quote-uncredited", True)

    def _starts_sentence(self, n: int) -> bool:
        """Whether the quoted words begin their sentence."""
        a = self.a
        first, _ = a.bounds[n]
        begin, _ = a.sentence(first)
        if first <= begin:
            return True
        before = a.low(first - 1)
        return before in STOPS or bool(a.quoted[first - 1]) or before == ")"

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
        if self._starts_sentence(n):
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
            if cue.rule == "speech-agent" and (cue.kind == "judge" or (a.italian and self._starts_sentence(n))):
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

    # -- no cue of its own -----------------------------------------------------------------------------------------

    def _uncued(self, n: int, credits: list[_Credit], starts: bool) -> _Credit:
        a = self.a
        first, last = a.bounds[n]
        number = a.sentence_of[first]
        previous = self._previous(n, credits)
        if starts:
            answer = self._answer(first, credits)
            if answer:
                return answer
            if previous and not self._runs_on(n):
                return previous
            return self._headline(n) or _Credit(None, None, None, "quote-uncredited", False)
        subject = self._sentence_subject(first, last)
        silent = next((c for c in reversed(self.cues) if c.first < first and number - c.sentence <= 1), None)
        if silent and silent.known and silent.speaker is None and not silent.others:
            return _Credit(None, None, None, "quote-uncredited", False)
        if previous and (subject is None or previous.speaker == subject) and not self._stranger(first):
            return previous
        if subject and not self._tells_of_subject(first, last):
            return _Credit(subject, None, None, "quote-subject", False)
        return _Credit(None, None, None, "quote-uncredited", False)

    def _tells_of_subject(self, first: int, last: int) -> bool:
        """Whether quoted words say what was done to the subject, who then did not say them: was “pushed too far”."""
        a = self.a
        inside = [t.lower for t in a.tokens[first:last] if t.text[:1].isalpha()]
        return not a.italian and a.is_(first - 1, "passive") and inside[:1] != [] and inside[0].endswith("ed")

    def _stranger(self, first: int) -> bool:
        """Whether a full name we do not know stands before quoted words in their sentence."""
        a = self.a
        begin, _ = a.sentence(first)
        words = [(k, a.tokens[k].text) for k in range(begin, first) if not a.quoted[k]]
        return any(
            x.istitle() and y.istitle() and k not in a.at and m not in a.at and m == k + 1
            for (k, x), (m, y) in pairwise(words[1:])
        )

    def _answer(self, first: int, credits: list[_Credit]) -> _Credit | None:
        """An interview: words after a question that nobody is credited with are the answer of the one interviewed."""
        a = self.a
        if first == 0 or a.low(first - 1) != "?" or a.quoted[first - 1]:
            return None
        asked = a.document.sentences[a.sentence_of[first - 1]]
        if any(c.sentence == a.sentence_of[first - 1] and c.speaker for c in self.cues) or asked.paragraph == 0:
            return None
        speakers = {c.speaker for c in credits if c.speaker}
        if (
            len(speakers) != 1
            or not credits
            or credits[0].rule not in {"quote-colon", "quote-headline", "quote-cue-before"}
        ):
            return None  # nobody, or not one person alone, opened the article
        return _Credit(next(iter(speakers)), None, None, "quote-answer", False)

    def _runs_on(self, n: int) -> bool:
        """Whether the sentence goes on behind the quoted words, as it does when somebody else is credited there."""
        a = self.a
        _, last = a.bounds[n]
        inner = a.document.text[a.marked[n].end - 1]
        if last >= len(a.tokens) or inner != ",":
            return False
        return (
            a.tokens[last].text[0].isalpha()
            and a.document.text.find("\n", a.tokens[last - 1].end, a.tokens[last].start) < 0
        )

    def _previous(self, n: int, credits: list[_Credit]) -> _Credit | None:
        """The speaker whose words end just before: the quote before, or a cue in the sentence before."""
        a = self.a
        first, _ = a.bounds[n]
        number = a.sentence_of[first]
        told = (c for c in reversed(self.cues) if c.first < first and c.known and c.kind != "relay")
        last_cue = next((c for c in told if not self._inlined(c)), None)
        if n:
            _, before_last = a.bounds[n - 1]
            gap = number - a.sentence_of[max(before_last - 1, 0)]
            credited = credits[n - 1]
            newer = last_cue is not None and last_cue.first >= before_last and last_cue is not credited.cue
            near = gap <= 1 or self._only_captions(before_last, first)
            if not newer and credited.speaker and (near or self._still(credited.speaker, before_last, first)):
                return _Credit(credited.speaker, credited.via, credited.cue, "quote-continued", False)
        if last_cue and number - last_cue.sentence <= 1 and (last_cue.speaker or not last_cue.others):
            if last_cue.speaker is None:
                return None
            return _Credit(last_cue.speaker, last_cue.via, last_cue, "quote-continued", False)
        return None

    def _still(self, speaker: str | None, first: int, last: int) -> bool:
        """Whether the sentences between two quotes, two at most, go on about the speaker: "He paused."."""
        a = self.a
        numbers = range(a.sentence_of[first - 1] + 1, a.sentence_of[last])
        if not 0 < len(numbers) <= 2 or not (a.low(first) in STOPS or self._credit_ends(first)):
            return False
        for number in numbers:
            sentence = a.document.sentences[number]
            named = a.subject_of_clause(sentence.first, sentence.last)
            pronoun = a.is_(sentence.first, "he") or a.is_(sentence.first, "she")
            if not pronoun and (named is None or named.actors != (speaker,)):
                return False
        return True

    def _credit_ends(self, k: int) -> bool:
        """Whether the sentence of token `k` ends with a credit of the words before it."""
        return any(c.first >= k and c.sentence == self.a.sentence_of[k - 1] for c in self.cues)

    def _inlined(self, cue: Cue) -> bool:
        """Whether a cue stands in a headline or caption inlined in the text, which interrupts nobody."""
        return cue.sentence > 0 and self.a.is_caption(cue.sentence)

    def _only_captions(self, first: int, last: int) -> bool:
        """Whether nothing but short matter (a caption, a linked headline) stands between two quotes."""
        a = self.a
        text = "".join(t.text for t in a.tokens[first:last])
        return last - first < 60 and ("(" in text or text.isupper())

    def _sentence_subject(self, first: int, last: int) -> str | None:
        """The subject of the clause quoted words stand in, or of the one behind them."""
        a = self.a
        begin, end = a.sentence(first)
        whose = a.at.get(begin + 1 + a.is_(begin + 1, "determiners")) if a.is_(begin, "for_whom") else None
        named = whose or a.subject_of_clause(a.clause_start(first), first) or a.subject_of_clause(begin, first)
        if named is None and last < len(a.tokens):
            named = a.subject_of_clause(last, end)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _headline(self, n: int) -> _Credit | None:
        """A headline made of quoted words: the person its first part names, else the first one credited below."""
        a = self.a
        first, last = a.bounds[n]
        if a.paragraph(first) > 0:
            return self._entry(n)
        behind = a.at.get(last + 1) if a.low(last) == ":" else None
        if behind and not a.governed(behind) and not a.is_possessor(behind) and len(behind.actors) == 1:
            return _Credit(behind.actors[0], None, None, "quote-headline", False)
        people = {x for named in a.named if named.last <= first for x in named.actors if a.kind(x) == "person"}
        if len(people) == 1:
            return _Credit(next(iter(people)), None, None, "quote-headline", False)
        if not people:
            cue = next((c for c in self.cues if c.first >= last and c.speaker), None)
            if cue and cue.sentence - a.sentence_of[first] <= 3:
                return _Credit(cue.speaker, None, None, "quote-headline", False)
        return None

    def _entry(self, n: int) -> _Credit | None:
        """A line of quoted words that heads an entry: the first one credited in the paragraph below it."""
        a = self.a
        _, last = a.bounds[n]
        if not self._alone(n) or last >= len(a.tokens):
            return None
        below = (c for c in self.cues if c.first >= last and a.paragraph(c.first) == a.paragraph(last))
        cue = next((c for c in below if c.kind != "relay"), None)
        if cue is None or cue.speaker is None:
            return None
        return _Credit(cue.speaker, cue.via, cue, "quote-headline", False)

    # -- what is no quote --------------------------------------------------------------------------------------------

    def _is_quote(self, n: int, credit: _Credit, credits: list[_Credit]) -> bool:
        a = self.a
        marked = a.marked[n]
        first, last = a.bounds[n]
        words = [t for t in a.tokens[first:last] if t.text[:1].isalnum()]
        if not words:
            return False
        if a.document.folded[marked.start : marked.end].strip(" ,.") in a.sets["epithets"]:
            return False
        if self._is_named(first, words) or self._is_title(first, words, marked) or a.is_outlet(marked):
            return False
        if credit.rule in {"quote-cue-after", "quote-next-sentence", "quote-colon", "quote-answer"}:
            return True
        if credit.explicit and credit.rule != "quote-tail":
            return True
        if not self._is_phrase(first, words, marked):
            return True
        if credit.rule == "quote-subject" and credit.speaker and a.is_(first - 1, "passive"):
            return a.kind(credit.speaker) == "person"  # somebody is “wary” of a plan
        if credit.rule == "quote-tail":
            return not (self._starts_with_name(first) and credit.cue is not None and credit.cue.kind == "according")
        number = a.sentence_of[first]
        for other, (begin, end) in enumerate(a.bounds):
            if other == n or a.sentence_of[begin] != number:
                continue
            apart = max(first - end, begin - a.bounds[n][1]) > 2
            if credits[other].speaker != credit.speaker or (len(words) == 1 and apart):
                continue
            others = [t for t in a.tokens[begin:end] if t.text[:1].isalnum()]
            if credits[other].explicit or not self._is_phrase(begin, others, a.marked[other]):
                return True
        return False

    def _starts_with_name(self, first: int) -> bool:
        begin, _ = self.a.sentence(first)
        return first - begin <= 1

    def _is_named(self, first: int, words: list[Token]) -> bool:
        """Whether the words before say that a name follows: "the so-called “…”", "i cosiddetti «…»"."""
        a = self.a
        if len(words) > 5:
            return False
        return any(
            size
            for k in range(max(first - 4, 0), first)
            if (size := a.matches(k, a.words.naming)) and first - k - size <= 1 + a.is_(first - 1, "possessives")
        )

    def _is_title(self, first: int, words: list[Token], marked: Marked) -> bool:
        """Whether the marks hold the title of a work: after "the film", or with all its words in capitals."""
        a = self.a
        work = first - 1 - (a.low(first - 1) == ",")
        _, last = a.sentence(first)
        behind = next((k for k in range(first, last) if not a.quoted[k]), last)
        outlet = a.at.get(first - 2) if a.low(first - 1) in {"'s", "'"} else None
        if words[0].text[:1].isupper() and len(words) <= 8:
            if a.is_(first - 1, "whose") and a.is_(first - 2, "works"):
                return True
            if (work >= 0 and a.is_(work, "works")) or (behind < last and a.is_(behind, "works")):
                return True
            if outlet is not None and a.outlet(outlet):
                return True
        if len(words) < 2 or len(words) > 7 or self._starts_sentence_at(first) or a.low(first - 1) == ":":
            return False
        long = [t.text for t in words if len(t.text) > 3]
        if not long or not all(w[:1].isupper() and not w.isupper() for w in long) or not words[0].text[:1].isupper():
            return False
        if a.italian and len(long) < 2:
            return False
        return a.document.text[marked.end - 1] not in ".!?," or (not a.italian and a.is_(first - 1, "prepositions"))

    def _starts_sentence_at(self, first: int) -> bool:
        begin, _ = self.a.sentence(first)
        return first == begin

    def _is_phrase(self, first: int, words: list[Token], marked: Marked) -> bool:
        """Whether quoted words are a noun or noun phrase used as a name, not somebody's sentence."""
        a = self.a
        joins, auxiliaries = a.sets["joins"], a.sets["auxiliaries"]
        finite = any(t.lower in auxiliaries and t.text.lower() not in joins for t in words)  # "e" is not "è"
        if len(words) > 4 or (len(words) > 1 and finite):
            return False
        if a.document.text[marked.end - 1] in ",.!?…" and len(words) > 2:
            return False
        if len(words) == 1:
            return True
        before = a.low(first - 1) if first else ""
        if any(before in a.sets[name] for name in ("determiners", "possessives")) or before in {"'s", "'"}:
            return True
        if before in a.sets["prepositions"]:
            return len(words) < 3
        if before in a.sets["like"] and len(words) > 2:
            return False  # "described as", "descritta come"
        adjective = first > 0 and a.tokens[first - 1].text[:1].islower() and before not in a.sets["auxiliaries"]
        return a.italian and adjective and before.endswith(("o", "a", "e", "i"))


def _text(article: ArticleText, first: int, last: int) -> str:
    return article.document.text[article.tokens[first].start : article.tokens[last - 1].end]


def _indirect(article: ArticleText, cues: list[Cue]) -> list[Quote]:
    """The rows of indirect speech: one for each credit with words of its own beside any quoted ones."""
    by_sentence: dict[int, list[Cue]] = {}
    for cue in cues:
        if cue.speaker or cue.others or (cue.known and cue.via):
            by_sentence.setdefault(cue.sentence, []).append(cue)
    rows: list[Quote] = []
    for number, group in by_sentence.items():
        speakers = {cue.speaker for cue in group}
        done: set[tuple[int, int, str | None]] = set()
        for position, cue in enumerate(group):
            first, last = _clause(article, number, group, position, alone=len(speakers) == 1)
            if (start := _paragraph_told(article, cue)) is not None:
                first = start
            if not _has_own_words(article, cue, first, last):
                continue
            for speaker in (cue.speaker, *cue.others) if cue.speaker or not cue.others else cue.others:
                if (first, last, speaker) in done:
                    continue
                done.add((first, last, speaker))
                rows.append(_row(article, cue, first, last, speaker))
    return rows


def _row(article: ArticleText, cue: Cue, first: int, last: int, speaker: str | None) -> Quote:
    tokens = article.tokens
    return Quote(
        tokens[first].start, tokens[last - 1].end, "indirect", speaker, cue.via, _text(article, cue.first, cue.last),
        tokens[cue.credit_first].start, tokens[max(cue.credit_last, cue.last) - 1].end, cue.mood, cue.rule,
    )  # fmt: skip


def _paragraph_told(article: ArticleText, cue: Cue) -> int | None:
    """Where the paragraph begins that "- said Peskov." credits, a sentence of its own behind words without marks."""
    sentence = article.document.sentences[cue.sentence]
    start = min(cue.first, cue.credit_first)
    if article.low(sentence.first) != "-" or start - sentence.first > 6 or not cue.sentence:
        return None
    before = cue.sentence - 1
    while before > 0 and article.document.sentences[before - 1].paragraph == sentence.paragraph:
        before -= 1
    first = article.document.sentences[before]
    if first.paragraph != sentence.paragraph or any(article.quoted[first.first : sentence.first]):
        return None
    return first.first


def _clause(article: ArticleText, number: int, group: list[Cue], position: int, *, alone: bool) -> tuple[int, int]:
    """The tokens a cue credits: its sentence, or its share of it when others speak in the same sentence."""
    sentence = article.document.sentences[number]
    if alone:
        return sentence.first, sentence.last
    cue = group[position]
    start, stop = min(cue.credit_first, cue.first), max(cue.credit_last, cue.last)
    if cue.rule == "speech-agent" or cue.kind == "noun":
        first, last = start, stop
        while first > sentence.first and start - first < 10 and article.low(first - 1) not in {",", ";", ":"}:
            first -= 1
        while (
            last < sentence.last
            and article.low(last) not in {",", ";"}
            and not (cue.kind != "noun" and last - stop > 8)
        ):
            last += 1
        return first, last
    if cue.tail:
        return sentence.first, max(stop, sentence.last if position + 1 == len(group) else stop)
    first, last = start, sentence.last
    for following in group[position + 1 :]:
        border = min(following.credit_first, following.first)
        if following.speaker != cue.speaker and article.clause_start(border) > stop:
            last = max(article.clause_start(border), stop)
            break
    if cue.kind == "according" or position == 0 or cue.rule == "speech-participle":
        first = article.clause_start(start)
    return min(first, start), max(last, stop)


def _has_own_words(article: ArticleText, cue: Cue, first: int, last: int) -> bool:
    """Whether a clause has words that are neither quoted nor the credit itself: two, or three beside quote marks."""
    count = 0
    enough = 3 if any(article.quoted[first:last]) else 2
    for k in range(first, last):
        if (
            not article.quoted[k]
            and not cue.credit_first <= k < max(cue.credit_last, cue.last)
            and article.low(k)[:1].isalnum()
        ):
            count += 1
            if count >= enough or (k >= cue.last and _tells_of(article, cue, k)):
                return True
    return cue.kind == "deny" or cue.rule in {"speech-anaphora", "speech-noun", "speech-agent", "speech-according-to"}


def _tells_of(article: ArticleText, cue: Cue, k: int) -> bool:
    """Whether what is said begins, outside the quote marks, with somebody: X said Y “was right”."""
    named = article.at.get(k)
    if named is None or cue.kind != "say" or cue.credit_last > cue.last or named.first != cue.last:
        return False
    hearer = (article.words.forms.get(article.low(cue.first)) or article.tokens[cue.first].lemma) in article.sets[
        "hearer"
    ]
    return not hearer and named.last < len(article.tokens) and bool(article.quoted[named.last])


def find_quotes(
    document: Document, lexicon: Lexicon, mentions: Sequence[Mention], *, author: str | None = None
) -> list[Quote]:
    """An article and the actors named in it → its direct quotes and its indirect speech, in text order.

    `author` is the actor who wrote the article, if one: never a speaker. Offsets are code points into the text.
    Italian: «Non ora», ha detto Peskov → direct, `dmitry-peskov`; English: Peskov said it was too early → indirect.
    """
    if not document.tokens:
        return []
    article = ArticleText(document, lexicon, [m for m in mentions if m.actor_id != author or author is None])
    cues = CueFinder(article).all()
    rows = [*_Credits(article, cues).all(), *_indirect(article, cues)]
    return sorted(rows, key=lambda q: (q.start, q.end, q.form, q.speaker or ""))
