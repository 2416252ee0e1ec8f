"""Who said what: direct quotes, indirect speech, and the speaker each is credited to.

Lives here: the rules of crediting. Must not live here: quote marks (`data.extract.quote_marks`), names
(`data.extract.actors`) or any vocabulary (`data/lexicon/*/speech.toml`).

The article is read once, from left to right. Every cue (a verb of speech, "according to", "Putin's claim that") gets
its speaker from the grammar around it; every pair of quote marks then takes the cue that governs it. Nobody credited
gives no speaker: a speaker is never guessed from the subject matter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from data.document import Document, Token
from data.extract.finds import Mention, Mood, Quote
from data.extract.quote_marks import Marked, find_marked
from data.extract.rules import Rule
from data.lexicon.types import Lexicon, SpeechWords
from data.span import fold

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
        "No new credit since the speaker's last words: the same speaker goes on.",
        "«Serve tempo», ha detto Peskov. «Molto tempo».",
        "“It takes time,” Peskov said. “A lot of time.”",
    ),
    Rule(
        "quote-next-sentence",
        "The sentence after the quoted words says who said them.",
        "«Ci vedremo presto». Lo ha detto Peskov.",
        "“See you soon.” That is what Peskov said.",
    ),
    Rule(
        "quote-subject",
        "Quoted words stand in a clause without a verb of speech: its subject is credited.",
        "Peskov – «serve tempo» – non ha fretta.",
        "Kyiv wants peace through “strength or talks”.",
    ),
    Rule(
        "quote-headline",
        "A headline of quoted words takes the speaker named in it, or the first one credited below it.",
        "L’affondo di Peskov. «Serve tempo»",
        "“It takes time”\n\nPeskov spoke on Monday.",
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

_STOPS = frozenset(".!?…;")
_SILENT = "?"  # the kind of a cue whose speaker is nobody we know


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language, ready for look-ups."""

    classes: dict[str, str]  # verb lemma -> class
    forms: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]  # first word -> (words, class)
    according: dict[str, list[tuple[str, ...]]]
    citing: dict[str, list[tuple[str, ...]]]
    naming: dict[str, list[tuple[str, ...]]]
    hearsay: tuple[str, ...]
    mouthpieces: dict[str, list[tuple[str, ...]]]
    adjectives: dict[str, str]  # adjective of a state -> actor
    sets: dict[str, frozenset[str]]


_CLASSES = ("say", "weak", "judge", "accuse", "ask", "announce", "deny", "relay")
_SETS = ["nouns", "sayings", "agents", "auxiliaries", "active", "passive", "negations", "adverbs", "days", "conjunctions", "contrast", "complement", "relatives", "captions", "hearer", "not_reflexive", "definite", "indefinite", "epithets", "towards", "prepositions", "determiners", "possessives", "clitics", "he", "she", "they", "roles", "officials", "unnamed", "works", "ordinals", "hearsay"]
_READY: dict[tuple[str, str], _Words] = {}


def _split(phrase: str) -> tuple[str, ...]:
    """A phrase → its words, cut as the tokens of an article are."""
    return tuple(fold(phrase).replace("'", "' ").replace("-", " - ").split())


def _by_first(phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases → their words by the first one, longer phrases first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        words = _split(phrase)
        index.setdefault(words[0], []).append(words)
    return index


def _words(lexicon: Lexicon, language: str) -> _Words:
    key = (lexicon.digest, language)
    if key not in _READY:
        speech: SpeechWords = lexicon.words[language].speech
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, verb_class in sorted(speech.phrases.items(), key=lambda item: -len(item[0])):
            words = _split(phrase)
            phrases.setdefault(words[0], []).append((words, verb_class))
        adjectives = {
            fold(adjective): actor.id
            for actor in lexicon.actors.values()
            if actor.kind == "state"
            for adjective in (actor.adjectives_it if language == "it" else actor.adjectives_en)
        }
        _READY[key] = _Words(
            classes={fold(verb): name for name in _CLASSES for verb in getattr(speech, name)},
            forms={fold(form): fold(verb) for form, verb in speech.forms.items()},
            phrases=phrases,
            according=_by_first(speech.according),
            citing=_by_first(speech.citing),
            naming=_by_first(speech.naming),
            hearsay=tuple(fold(h) for h in speech.hearsay if " " in h),
            mouthpieces=_by_first(speech.mouthpieces),
            adjectives=adjectives,
            sets={name: frozenset(fold(word) for word in getattr(speech, name)) for name in _SETS},
        )
    return _READY[key]


@dataclass(frozen=True, slots=True)
class _Named:
    """A place where actors are named, by tokens `first:last`; several actors for a group."""

    first: int
    last: int
    actors: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class _Cue:
    """A credit: its tokens, its speaker (`known` and None: a speaker we cannot name), what it governs."""

    first: int  # the cue words
    last: int
    kind: str  # class of the verb, "according", "noun", "colon"
    rule: str
    speaker: str | None
    others: tuple[str, ...]  # the rest of a group
    known: bool  # False: no speaker could be read here, the previous one may go on
    credit_first: int
    credit_last: int
    via: str | None
    mood: Mood
    sentence: int
    tail: bool  # the words credited stand before it


@dataclass
class _State:
    """Who spoke last, while the article is read from left to right."""

    speaker: str | None = None
    sentence: int = -9
    via: str | None = None
    person: str | None = None  # the last person among the speakers, whom "he" and "she" may mean
    said: int = -9  # the sentence that person spoke in


class _Article:
    """One article with its quote marks, names and cues, all by token."""

    def __init__(self, document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.lexicon = lexicon
        self.tokens = document.tokens
        self.words = _words(lexicon, document.language)
        self.sets = self.words.sets
        self.italian = document.language == "it"
        self.marked = find_marked(document.text)
        self.starts = [t.start for t in document.tokens]
        self.quoted = bytearray(len(self.tokens))
        self.bounds: list[tuple[int, int]] = []  # tokens of each quote, marks included
        for m in self.marked:
            first, last = bisect_left(self.starts, m.outer_start), bisect_left(self.starts, m.outer_end)
            self.bounds.append((first, last))
            self.quoted[first:last] = b"\1" * (last - first)
        self.sentence_of = [0] * len(self.tokens)
        for number, sentence in enumerate(document.sentences):
            for i in range(sentence.first, sentence.last):
                self.sentence_of[i] = number
        self.named = self._named(mentions)
        self.at: dict[int, _Named] = {}
        for named in self.named:
            for i in range(named.first, named.last):
                held = self.at.get(i)
                if held is None or named.last - named.first > held.last - held.first:
                    self.at[i] = named

    def _named(self, mentions: Sequence[Mention]) -> list[_Named]:
        spans: dict[tuple[int, int], list[Mention]] = {}
        for mention in mentions:
            spans.setdefault((mention.start, mention.end), []).append(mention)
        found = []
        for (start, end), group in spans.items():
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if first < len(self.tokens) and self.starts[first] > start and first:
                first -= 1
            if first < last and not self.quoted[first]:
                actors = tuple(dict.fromkeys(m.actor_id for m in group))
                found.append(_Named(first, last, actors, group[0].how))
        found += self._by_first_name(mentions, {i for n in found for i in range(n.first, n.last)})
        return sorted(found, key=lambda n: n.first)

    def _by_first_name(self, mentions: Sequence[Mention], taken: set[int]) -> list[_Named]:
        """People of the article called by their first name alone, where only one of them bears it."""
        bearers: dict[str, set[str]] = {}
        for actor in {m.actor_id for m in mentions if m.how == "name"}:
            known = self.lexicon.actors.get(actor)
            if known is None or known.kind == "person":
                bearers.setdefault(fold(known.name if known else actor.replace("-", " ")).split()[0], set()).add(actor)
        single = {name: next(iter(actors)) for name, actors in bearers.items() if len(actors) == 1}
        return [
            _Named(i, i + 1, (single[token.lower],), "name")
            for i, token in enumerate(self.tokens)
            if token.lower in single and i not in taken and not self.quoted[i] and token.text[0].isupper()
            and not self.tokens[min(i + 1, len(self.tokens) - 1)].text[0].isupper()
            and not (i and self.tokens[i - 1].text[0].isupper() and self.tokens[i - 1].text.isalpha() and i - 1 in taken)
        ]  # fmt: skip

    # -- small questions about a token ---------------------------------------------------------------------------

    def low(self, i: int) -> str:
        return self.tokens[i].lower if 0 <= i < len(self.tokens) else ""

    def is_(self, i: int, name: str) -> bool:
        return self.low(i) in self.sets[name]

    def sentence(self, i: int) -> tuple[int, int]:
        s = self.document.sentences[self.sentence_of[i]]
        return s.first, s.last

    def matches(self, i: int, index: dict[str, list[tuple[str, ...]]]) -> int:
        """How many tokens a phrase of the index takes at `i` (0: none)."""
        for words in index.get(self.low(i), ()):
            if all(self.low(i + k) == word for k, word in enumerate(words)):
                return len(words)
        return 0

    def gender(self, actor: str) -> str:
        found = self.lexicon.actors.get(actor)
        return found.gender if found else ""

    def kind(self, actor: str) -> str:
        found = self.lexicon.actors.get(actor)
        return found.kind if found else "person"

    def is_possessor(self, named: _Named) -> bool:
        return not self.italian and (
            self.low(named.last) == "'s" or (self.low(named.last) == "'" and self.low(named.last - 1).endswith("s"))
        )

    def governed(self, named: _Named) -> bool:
        """Whether a preposition stands before a name (or begins it), which makes it no subject."""
        i = named.first
        if self.is_(i, "prepositions"):
            return True
        i -= 1
        while i >= 0 and (self.is_(i, "determiners") or self.words.adjectives.get(self.low(i))) and not self.quoted[i]:
            if self.is_(i, "prepositions"):
                return True
            i -= 1
        if i < 0 or self.quoted[i]:
            return False
        if self.is_(i, "prepositions"):
            return True
        if self.low(i) in {"and", "e", "ed"} and i and (other := self.at.get(i - 1)) and other.first < named.first:
            return self.governed(other) and not self.is_(named.last, "auxiliaries")
        return self.italian and self.low(i - 1) in {"aver", "avere"} and not self.low(i).endswith(",")

    def governor(self, named: _Named) -> str:
        """The word before a name and its article: the "after" of "after the president"."""
        i = named.first - 1
        while i > 0 and self.is_(i, "determiners"):
            i -= 1
        return self.low(i)

    def subject_of_clause(self, first: int, last: int) -> _Named | None:
        """The first name in tokens `first:last` that can be a subject."""
        for named in self.named:
            if named.first >= last:
                break
            if named.first < first or self.is_possessor(named) or self.governed(named):
                continue
            if self.outlet(named) and named.last < last and self.low(named.last) not in {":", ","}:
                continue
            return named
        return None

    def outlet(self, named: _Named) -> bool:
        return all(self.kind(a) == "outlet" for a in named.actors)

    def clause_start(self, i: int) -> int:
        """First token of the clause that token `i` stands in: after a stop, a semicolon, or a contrast word."""
        first, _ = self.sentence(i)
        k = i - 1
        while k >= first:
            low = self.low(k)
            if low in {";", ".", ":"} or (low in self.sets["contrast"] and self.low(k - 1) in {",", ";"}):
                return k + 1
            k -= 1
        return first


@dataclass(frozen=True, slots=True)
class _Subject:
    """Who a cue's subject is: `actors` empty when it is nobody we can name; `silent` when none is written."""

    actors: tuple[str, ...]
    first: int
    last: int
    silent: bool = False


class _Cues:
    """Finds every cue of an article, in text order, with its speaker."""

    def __init__(self, article: _Article) -> None:
        self.a = article
        self.state = _State()
        self.found: list[_Cue] = []

    def all(self) -> list[_Cue]:
        """Every cue, in text order."""
        a = self.a
        i = 0
        while i < len(a.tokens):
            if a.quoted[i]:
                i += 1
                continue
            cue = self._colon(i) or self._according(i) or self._verb(i) or self._noun(i) or self._headline(i)
            if cue is None:
                i += 1
                continue
            self.found.append(cue)
            if cue.speaker and a.kind(cue.speaker) == "person":
                self.state.person, self.state.said = cue.speaker, cue.sentence
            if cue.known and (cue.speaker or cue.others or cue.kind not in {"ask", "weak"}):
                self.state.speaker = cue.speaker
                self.state.sentence = cue.sentence
                self.state.via = cue.via
            i = max(cue.last, i + 1)
        return self.found

    # -- building ------------------------------------------------------------------------------------------------

    def _cue(
        self, first: int, last: int, kind: str, rule: str, subject: _Subject, *, tail: bool = False, via: str | None = None
    ) -> _Cue:
        a = self.a
        actors = subject.actors
        outlets = [x for x in actors if a.kind(x) == "outlet"]
        if outlets and len(outlets) < len(actors):
            via = via or outlets[0]
            actors = tuple(x for x in actors if x not in outlets)
        speaker = actors[0] if len(actors) == 1 else None
        start, end = (first, last) if subject.silent else (min(first, subject.first), max(last, subject.last))
        via = via or self._via(first, end)
        if speaker is None and not actors and via and kind in {"relay", "according"}:
            speaker, via = via, None
        return _Cue(
            first, last, kind, rule, speaker, actors if len(actors) > 1 else (), bool(actors) or not subject.silent,
            start, end, via if via != speaker else None, self._mood(first, last, kind), a.sentence_of[first], tail,
        )  # fmt: skip

    def _via(self, first: int, last: int) -> str | None:
        """The outlet a credit names: "told Reuters", "citato da Ria Novosti", "in an interview with NBC"."""
        a = self.a
        start, end = a.sentence(first)
        for k in range(max(start, first - 24), min(end, last + 24)):
            if a.quoted[k]:
                continue
            size = a.matches(k, a.words.citing)
            if not size or (not k <= first < k + size and self._tells(k, size)):
                continue
            for j in range(k + size, min(k + size + 4, end)):
                named = a.at.get(j)
                if named and a.outlet(named):
                    return named.actors[0]
        for k in range(last, min(end, last + 6)):
            named = a.at.get(k)
            if named and a.outlet(named) and a.governor(named) in a.sets["towards"]:
                return named.actors[0]
            if not a.low(k)[:1].isalpha() or a.quoted[k]:
                break
        return None

    def _tells(self, k: int, size: int) -> bool:
        """Whether a phrase before an outlet holds a verb of saying of its own: "told Reuters"."""
        return any((hit := self._verb_at(x)) and hit[0] == "say" for x in range(k, k + size))

    def _mood(self, first: int, last: int, kind: str) -> Mood:
        a = self.a
        if kind == "deny":
            return "denied"
        begin, end = a.sentence(first)
        for k in range(max(begin, first - 5), last):
            if a.is_(k, "negations") and k < first and not a.at.get(k) and k >= self._auxiliary_start(first):
                return "denied"
            if a.low(k) in a.sets["hearsay"]:
                return "reported"
        sentence = a.document.sentences[a.sentence_of[first]]
        folded = a.document.folded[sentence.start : sentence.end]
        return "reported" if any(phrase in folded for phrase in a.words.hearsay) else "asserted"

    def _auxiliary_start(self, first: int) -> int:
        """First token of the verb group that ends before token `first`."""
        a, k = self.a, first - 1
        begin, _ = a.sentence(first)
        while k >= begin and not a.quoted[k] and self._between(k):
            k -= 1
        return k + 1

    def _between(self, k: int) -> bool:
        """Whether a token may stand between subject and verb: auxiliary, adverb, negation, clitic, day."""
        a = self.a
        low = a.low(k)
        if any(low in a.sets[name] for name in ("auxiliaries", "adverbs", "negations", "clitics")):
            return True
        if not a.italian and low.endswith("ly") and len(low) > 4 and not a.at.get(k):
            return True
        if a.italian and low.endswith("mente") and len(low) > 6:
            return True
        return low in a.sets["days"] and (low != "on" or a.low(k + 1) in a.sets["days"])

    # -- kinds of cue --------------------------------------------------------------------------------------------

    def _verb_at(self, i: int) -> tuple[str, int] | None:
        """Class and length of the verb of speech at token `i`."""
        a = self.a
        low = a.low(i)
        for words, verb_class in a.words.phrases.get(low, ()):
            if all(a.low(i + k) == word for k, word in enumerate(words)):
                return verb_class, len(words)
        lemma = a.words.forms.get(low) or a.tokens[i].lemma
        found = a.words.classes.get(lemma)
        if found is None and a.italian and low.endswith(("rlo", "rla", "rli", "rle", "rne")):
            found = a.words.classes.get(low[:-2] + "e")  # an infinitive with its pronoun: riferirlo
        return (found, 1) if found else None

    def _verb(self, i: int) -> _Cue | None:
        a = self.a
        hit = self._verb_at(i)
        if hit is None or i in a.at:
            return None
        kind, size = hit
        last = i + size
        if a.italian and self._is_infinitive(i):
            return self._anaphora(i, last, kind)
        if self._is_noun(i) or self._is_infinitive(i) or self._is_bare(i):
            return None
        if a.italian and a.tokens[i].lemma in a.sets["not_reflexive"] and a.low(i - 1) in {"si", "s'"}:
            return None
        form = self._form(i, kind)
        if form == "passive":
            return self._passive(i, last, kind)
        if kind == "relay":
            return None
        if form == "none":
            return None
        subject = self._subject(i, last, kind, form)
        if subject is None:
            return None
        if not a.italian and not subject.actors and form == "active" and a.low(i).endswith("ed") and self._auxiliary_start(i) == i:
            agent = self._agent(last)
            if agent and agent.actors:
                return self._passive(i, last, kind)
        if kind == "weak" and not (self._has_close_complement(last, i) and (subject.actors or self._unnamed(subject))):
            return None
        if kind == "judge" and not self._has_quote_near(last):
            if not (self._followed_by_as(last) and subject.actors):
                return None
        if not subject.actors and not self._has_complement(last, i):
            return None  # a noun we do not know did something: no speech
        tail = self._is_tail(i, last, subject)
        participle = form == "gerund"
        rule = "speech-participle" if participle else "speech-tail" if tail else "speech-verb"
        if a.italian and self._is_anaphoric(i, last, subject):
            rule = "speech-anaphora"
        return self._cue(i, last, kind, rule, subject, tail=tail)

    def _followed_by_as(self, last: int) -> bool:
        return any(self.a.low(k) in {"as", "come"} for k in range(last, last + 12))

    def _has_quote_near(self, last: int) -> bool:
        """Whether quote marks open in the rest of the sentence."""
        a = self.a
        _, end = a.sentence(last - 1)
        return any(a.quoted[k] for k in range(last, min(end + 1, last + 30, len(a.tokens))))

    def _has_complement(self, last: int, first: int) -> bool:
        """Whether words said stand beside a verb: quote marks, "that", a colon, or a clause it ends."""
        a = self.a
        _, end = a.sentence(first)
        if self._quote_before(first):
            return True
        for k in range(last, min(end + 1, last + 14, len(a.tokens))):
            low = a.low(k)
            if a.quoted[k] or low == ":" or low in a.sets["complement"]:
                return True
        return False

    def _has_close_complement(self, last: int, first: int) -> bool:
        """The same, right beside the verb."""
        a = self.a
        _, end = a.sentence(first)
        for k in range(last, min(end + 1, last + 6, len(a.tokens))):
            low = a.low(k)
            if a.quoted[k] or low == ":" or (low in {"that", "che"} and k < last + 3):
                return True
        begin, _ = a.sentence(first)
        for k in range(first - 1, max(begin - 2, first - 9, -1), -1):
            if a.quoted[k]:
                return True
            low = a.low(k)
            if low in _STOPS or low in a.sets["contrast"]:
                return False
        return False

    def _unnamed(self, subject: _Subject) -> bool:
        return any(self.a.is_(k, "unnamed") for k in range(subject.first, subject.last))

    def _quote_before(self, first: int) -> bool:
        """Whether quoted words end just before a verb group, subject and comma allowed between."""
        a = self.a
        begin, _ = a.sentence(first)
        for k in range(first - 1, max(begin - 2, first - 14), -1):
            if k < 0:
                return False
            if a.quoted[k]:
                return True
            if a.low(k) in _STOPS:
                return False
        return False

    def _is_noun(self, i: int) -> bool:
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
            if before in {"lo", "la", "le", "gli", "l'"}:  # article or pronoun
                if text in a.sets["nouns"]:
                    return True
                participle = text.endswith(("to", "ta", "ti", "te"))
                return not participle and text[-1] in "aeio" and before in {"la", "le", "l'", "gli"} and i in a.at
            return before in a.sets["determiners"] or before in a.sets["prepositions"]
        if text.endswith("ed") or text in {"said", "told", "wrote"}:
            return before in {"the", "a", "an", "'s", "his", "her", "their", "its", "of"}
        if text.endswith("ing"):
            return before in a.sets["determiners"] or (before in {"'s", "of", "a", "is", "was"} and before != "is")
        named = a.at.get(i - 1)
        if before == "'s" or (before == "'" and a.low(i - 2).endswith("s")):
            return True
        if before in a.sets["determiners"] and before not in {"this", "that"}:
            return True
        if before in a.sets["prepositions"] and before not in {"to", "that"}:
            return True
        if named is None and not self._subject_like(i - 1):
            return text.endswith("s")  # "reports", "claims" behind an adjective or a noun we do not know
        return False

    def _subject_like(self, k: int) -> bool:
        a = self.a
        low = a.low(k)
        return (
            a.quoted[k] == 1 or low in {",", "who", "which", "that", "and", "but"} or low in a.sets["he"]
            or low in a.sets["she"] or low in a.sets["they"] or low in a.sets["roles"] or self._between(k)
            or low in a.sets["officials"] or low in a.sets["unnamed"] or low in a.sets["sayings"]
            or a.tokens[k].text[:1].isupper() or not low[:1].isalpha()
        )  # fmt: skip

    def _is_infinitive(self, i: int) -> bool:
        a = self.a
        low = a.low(i)
        if a.italian:
            if a.low(i - 1) in {"aver", "avere"}:
                return True
            return low.endswith(("are", "ere", "ire", "arlo", "erlo", "irlo", "arne", "erne", "rle", "rla")) and low not in {"mare"}
        if a.low(i - 1) == "to" or (a.low(i - 1) in {"have", "be"} and a.low(i - 2) == "to"):
            return True
        k = i - 1
        while self._between(k) and a.low(k) not in {"will", "would", "'ll", "could", "can", "may", "might", "should", "must"}:
            k -= 1
        modal = a.low(k) in {"could", "can", "may", "might", "should", "must"}
        return modal or a.low(k) == "to"

    def _is_bare(self, i: int) -> bool:
        """Whether an English form is a base form without an auxiliary or a plural before it: "state media"."""
        a = self.a
        low = a.low(i)
        if a.italian or low.endswith(("ed", "ing")) or low in a.words.forms or low != a.tokens[i].lemma:
            return False
        start = self._auxiliary_start(i)
        if any(a.low(k) in a.sets["auxiliaries"] for k in range(start, i)):
            return False
        before = a.low(start - 1) if start else ""
        named = a.at.get(start - 1)
        plural = before in a.sets["they"] or before in a.sets["officials"] or before in a.sets["unnamed"]
        return not (plural or before in {"i", "you", "who", "and"} or (named is not None and len(named.actors) > 1))

    def _form(self, i: int, kind: str) -> str:
        """active, gerund, passive or none (a form that credits nobody), from the verb and its auxiliaries."""
        a = self.a
        low = a.low(i)
        start = self._auxiliary_start(i)
        auxiliaries = [a.low(k) for k in range(start, i)]
        has_active = any(x in a.sets["active"] for x in auxiliaries)
        has_passive = any(x in a.sets["passive"] for x in auxiliaries)
        if a.italian:
            if low.endswith(("ando", "endo")):
                return "gerund"
            participle = low.endswith(("to", "ta", "ti", "te", "so", "sa", "si", "tto", "sto", "esso")) and (
                has_active or has_passive or self._looks_participle(i)
            )
            if participle:
                plain = has_active and not any(x in {"stato", "stata", "stati", "state"} for x in auxiliaries)
                return "active" if plain else "passive"
            return "active"
        if low.endswith("ing"):
            progressive = any(x in a.sets["passive"] for x in auxiliaries)
            return "active" if progressive else "gerund"
        if kind == "ask" and low.endswith("ed") and a.low(i + 1) == "to" and not has_active:
            return "none"
        past = low.endswith("ed") or low in {"said", "told", "written", "quoted", "seen", "put"}
        if past and has_passive and not (has_active and "been" not in auxiliaries):
            return "passive"
        if past and a.low(i + 1) in a.sets["agents"] and a.low(i + 2) not in {"saying", "urging", "suggesting"} and not has_active:
            return "passive" if not (a.low(i + 2).endswith("ing")) else "active"
        return "active"

    def _looks_participle(self, i: int) -> bool:
        """Whether an Italian form without auxiliary is a participle, not a present tense: "definito", not "minaccia"."""
        low = self.a.low(i)
        return low.endswith(("ato", "ata", "ati", "ate", "ito", "ita", "iti", "ite", "uto", "uta", "uti", "ute", "tto", "tta", "tti", "tte", "sto", "sta", "sti", "ste", "esso", "essa", "eso", "esa")) and low not in {  # fmt: skip
            "avverte", "mette", "ammette", "promette", "permette", "protesta", "insiste", "manifesta", "riflette", "tratta",
        }

    # -- subjects ------------------------------------------------------------------------------------------------

    def _subject(self, i: int, last: int, kind: str, form: str) -> _Subject | None:
        a = self.a
        begin, end = a.sentence(i)
        if form == "gerund":
            return self._gerund_subject(i)
        k = self._auxiliary_start(i) - 1
        if k < begin or a.quoted[k]:
            return self._inverted(last, kind, quote=k >= 0 and bool(a.quoted[k])) or self._dropped(i, k)
        low = a.low(k)
        if low in {":", ";", "(", "–", "—", "-"}:
            return self._inverted(last, kind, quote=False) or self._dropped(i, k)
        if low == ",":
            if a.quoted[k - 1] if k else False:
                inverted = None if self._takes_hearer(i) else self._inverted(last, kind, quote=True)
                return inverted or self._dropped(i, k)
            inverted = self._inverted(last, kind, quote=not a.italian) if not self._takes_hearer(i) and kind in {"say", "announce", "weak", "deny"} else None
            if inverted and (a.italian or (inverted.first == last and inverted.actors)):
                return inverted
            return self._apposition(k, begin) or self._dropped(i, k)
        if low in a.sets["he"] or low in a.sets["she"]:
            return self._pronoun(k)
        named = a.at.get(k)
        if named:
            if a.is_possessor(named):
                return _Subject((), k, k + 1)
            if not a.governed(named) or self._speaks_for(named) or a.governor(named) in a.sets["contrast"]:
                return _Subject(named.actors, named.first, named.last)
            head = self._head_before(named.first, begin)
            if head is not None:
                return head
            return _Subject((), k, k + 1)
        if low in a.sets["he"] or low in a.sets["she"] or low in a.sets["they"]:
            return self._pronoun(k)
        if low in a.sets["relatives"]:
            return self._antecedent(k, begin) or self._inverted(last, kind, quote=False) or self._dropped(i, k)
        if low in a.sets["conjunctions"]:
            return self._inverted(last, kind, quote=False) if a.italian and a.low(last) in a.sets["determiners"] else self._dropped(i, k)
        if low in {"cui", "come", "se", "quando", "as", "perche"} or low in a.sets["contrast"]:
            return self._inverted(last, kind, quote=True) or self._dropped(i, k)
        return self._noun_subject(k, begin)

    def _speaks_for(self, named: _Named) -> bool:
        """Whether "the press office of" or the like stands before a governed name."""
        a = self.a
        for back in range(2, 5):
            k = named.first - back
            if k >= 0 and (size := a.matches(k, a.words.mouthpieces)) and k + size >= named.first - 1:
                return True
        k = named.first - 1
        return a.is_(named.first, "prepositions") and any(
            k - s + 1 >= 0 and a.matches(k - s + 1, a.words.mouthpieces) == s for s in (1, 2)
        )

    def _spokesperson(self, named: _Named) -> _Subject:
        """The institution spoken for, or the person named after it: "la portavoce della Casa Bianca, Karoline Leavitt"."""
        a = self.a
        k = named.last + (a.low(named.last) == ",")
        person = a.at.get(k)
        if person and person.first == k and all(a.kind(x) == "person" for x in person.actors):
            return _Subject(person.actors, named.first, person.last)
        return _Subject(named.actors, named.first, named.last)

    def _head_before(self, first: int, begin: int) -> _Subject | None:
        """The subject when the name before the verb is governed: "Zelensky in a post for X said"."""
        a = self.a
        found = a.subject_of_clause(a.clause_start(first), first)
        if found is None or first - found.last > 9:
            return None
        if any(self._is_finite(k) for k in range(found.last, first)):
            return None
        follows = a.low(found.last)
        if follows in a.sets["prepositions"] or follows == "," or self._between(found.last):
            return _Subject(found.actors, found.first, found.last)
        return None

    def _is_finite(self, k: int) -> bool:
        return self._verb_at(k) is not None and not self.a.italian

    def _noun_subject(self, k: int, begin: int) -> _Subject:
        """The noun before a verb: an office or message of the last speaker, a nation's officials, or nobody we know."""
        a = self.a
        low = a.low(k)
        if low in a.sets["officials"] or low in a.sets["unnamed"]:
            for j in range(k - 1, max(begin - 1, k - 4), -1):
                state = a.words.adjectives.get(a.low(j))
                if state:
                    return _Subject((state,), j, k + 1)
            return _Subject((), k, k + 1)
        determined = any(a.is_(j, "definite") for j in range(max(begin, k - 5), k))
        if not a.italian and low == "old" and a.low(k - 1) == "-" and determined:
            acted = self._acted_before(k)
            return _Subject((acted,) if acted and a.kind(acted) == "person" else (), k - 4, k + 1)
        if (low in a.sets["roles"] or low in a.sets["sayings"]) and determined and self._fresh(k):
            speaker = self.state.speaker
            if speaker is not None:
                return _Subject((speaker,), k, k + 1)
        if low not in a.sets["roles"]:
            head = self._through_prepositions(k, begin)
            if head:
                return head
        return _Subject((), k, k + 1)

    def _through_prepositions(self, k: int, begin: int) -> _Subject | None:
        """The subject before a phrase that stands between it and its verb: "Zelensky on his Telegram channel said"."""
        a = self.a
        for j in range(k, max(begin, k - 8), -1):
            if a.low(j) in {",", ":", ";"} or a.quoted[j]:
                return None
            if a.is_(j, "prepositions"):
                named = a.at.get(j - 1)
                if named and not a.governed(named) and not a.is_possessor(named) and self._between_free(named.last, k):
                    return _Subject(named.actors, named.first, named.last)
        return None

    def _between_free(self, first: int, last: int) -> bool:
        return not any(self._verb_at(k) for k in range(first, last))

    def _fresh(self, i: int) -> bool:
        """Whether somebody spoke in the sentences just before token `i`."""
        return self.state.speaker is not None and self.a.sentence_of[i] - self.state.sentence <= 6

    def _apposition(self, comma: int, begin: int) -> _Subject | None:
        """The name before a remark between commas: "Ihnat, a spokesman for the air force, said"."""
        a = self.a
        commas = [k for k in range(comma - 1, begin - 1, -1) if a.low(k) == "," and not a.quoted[k]]
        direct = a.at.get(comma - 1)
        if direct and (a.governed(direct) or a.is_possessor(direct) or self._in_relative(direct, begin)):
            direct = None
        before = [n for k in commas if (n := a.at.get(k - 1)) and not a.governed(n) and not a.is_possessor(n)]
        nearest = before[0] if before else None
        if nearest and commas and nearest.last == commas[0] and (self._person(nearest) or direct is None):
            return _Subject(nearest.actors, nearest.first, nearest.last)
        if direct and direct.how == "name":
            return _Subject(direct.actors, direct.first, direct.last)
        chosen = nearest or direct
        return _Subject(chosen.actors, chosen.first, chosen.last) if chosen else None

    def _person(self, named: _Named) -> bool:
        return all(self.a.kind(x) == "person" for x in named.actors)

    def _in_relative(self, named: _Named, begin: int) -> bool:
        """Whether a name stands inside a relative clause: "who led the Indian delegation"."""
        a = self.a
        for k in range(named.first - 1, begin - 1, -1):
            if a.low(k) == ",":
                return False
            if a.low(k) in a.sets["relatives"] and a.low(k - 1) == ",":
                return True
        return False

    def _antecedent(self, k: int, begin: int) -> _Subject | None:
        """The name a relative pronoun stands for."""
        a = self.a
        j = k - 1
        while j >= begin and (a.low(j) == "," or a.is_(j, "determiners")):
            j -= 1
        named = a.at.get(j) if j >= begin else None
        if named is None:
            return None
        if a.italian and a.low(k) == "che" and a.low(k - 1) != "," and any(
            self._verb_at(x) for x in range(max(begin, k - 3), k)
        ):
            return None
        return _Subject(named.actors, named.first, named.last)

    def _pronoun(self, k: int) -> _Subject:
        """Who "he" is: in a clause of the sentence its subject, else who spoke or acted last, gender agreeing."""
        a = self.a
        begin, _ = a.sentence(k)
        low = a.low(k)
        if low in a.sets["they"]:
            return _Subject((), k, k + 1)
        gender = "m" if low in a.sets["he"] else "f"
        if a.low(k - 1) in {"which", "cui"} and a.low(k - 2) in a.sets["prepositions"]:
            owner = self._owner_before(k, begin, gender)
            if owner:
                return _Subject((owner,), k, k + 1)
        candidates: list[str | None] = []
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
                return _Subject((actor,), k, k + 1)
        return _Subject((), k, k + 1)

    def _spoke_just_before(self, k: int) -> bool:
        """Whether the last speech stands in this sentence or the one before, captions not counted."""
        number = self.a.sentence_of[k] - 1
        while number > self.state.sentence and self._is_caption(number):
            number -= 1
        return number <= self.state.sentence

    def _is_caption(self, number: int) -> bool:
        """Whether a sentence is the caption of a picture, or a headline in capitals, inlined in the text."""
        a = self.a
        s = a.document.sentences[number]
        text = a.document.text[s.start : s.end]
        return text.isupper() or any(t.lower in a.sets["captions"] for t in a.tokens[s.first : s.last])

    def _acted_before(self, k: int) -> str | None:
        """The subject of the sentence before token `k`."""
        a = self.a
        number = a.sentence_of[k] - 1
        while number >= 0 and self._is_caption(number):
            number -= 1
        if number < 0:
            return None
        s = a.document.sentences[number]
        named = a.subject_of_clause(s.first, s.last)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _owner_before(self, k: int, begin: int, gender: str) -> str | None:
        a = self.a
        owners = [n for n in a.named if begin <= n.first < k and a.is_possessor(n)]
        for named in reversed(owners):
            actor = named.actors[0]
            if a.kind(actor) == "person" and a.gender(actor) in {gender, ""}:
                return actor
        return None

    def _gerund_subject(self, i: int) -> _Subject | None:
        """The subject of "warning that", "precisando che": that of the clause it hangs on."""
        a = self.a
        begin, end = a.sentence(i)
        own = a.at.get(i - 1)
        if own and own.last == i and not a.italian and a.low(own.first - 1) in {"with", ",", "and"}:
            return _Subject(own.actors, own.first, own.last)
        for cue in reversed(self.found):
            if cue.sentence != a.sentence_of[i]:
                break
            if cue.kind != "noun" and (cue.speaker or cue.others):
                return _Subject((cue.speaker,) if cue.speaker else cue.others, i, i)
        if i - begin <= 1:
            comma = next((k for k in range(i, end) if a.low(k) == "," and not a.quoted[k]), None)
            named = a.subject_of_clause(comma, end) if comma else None
        else:
            named = a.subject_of_clause(a.clause_start(i), i) or a.subject_of_clause(begin, i)
        if named:
            return _Subject(named.actors, i, i)
        owner = next((n for n in a.named if begin <= n.first < i and a.is_possessor(n)), None)
        if owner:
            return _Subject(owner.actors, i, i)
        return self._dropped(i, i - 1)

    def _takes_hearer(self, i: int) -> bool:
        """Whether the name behind a verb is who was spoken to: "told Reuters"."""
        a = self.a
        return (a.words.forms.get(a.low(i)) or a.tokens[i].lemma) in a.sets["hearer"]

    def _inverted(self, last: int, kind: str, *, quote: bool) -> _Subject | None:
        """A subject behind its verb: "said Stubb", "ha riferito il ministero"."""
        a = self.a
        if not a.italian and not quote:
            return None
        if kind in {"accuse", "ask", "judge"} and not quote:
            return None
        _, end = a.sentence(last - 1)
        k = last
        limit = min(end, last + 9)
        while k < limit:
            if a.quoted[k]:
                return None
            low = a.low(k)
            named = a.at.get(k)
            if named and k == named.first:
                if not a.governed(named):
                    return self._head_noun(named, last)
                if self._speaks_for(named):
                    return self._spokesperson(named)
                k = named.last
                continue
            if (low in a.sets["complement"] and low != "come") or low in {":", ";", "."}:
                break
            if low == "," and k > last:
                break
            if not a.italian and (low in a.sets["prepositions"] or low in a.sets["relatives"] or not low[0].isalpha()) and "'" not in low:
                break
            if low in a.sets["roles"] and a.low(k - 1) in a.sets["definite"] and not self._governed_at(k - 1):
                for step in range(1, 8):
                    follows = a.at.get(k + step)
                    if follows and (not a.governed(follows) or self._speaks_for(follows)):
                        return self._spokesperson(follows)
                    if a.low(k + step) == "," and (person := a.at.get(k + step + 1)) and self._person(person):
                        return _Subject(person.actors, person.first, person.last)
                    if not a.low(k + step)[:1].isalpha() or a.quoted[k + step]:
                        break
                if self._fresh(k) and self.state.speaker:
                    return _Subject((self.state.speaker,), k, k + 1)
                return _Subject((), k, k + 1)
            indefinite = {a.low(k - 1), a.low(k - 2)} & a.sets["indefinite"]
            if low in a.sets["roles"] and indefinite and k - 1 >= last:
                return _Subject((), k, k + 1)
            if low in a.sets["unnamed"] and k - last <= 3:
                return _Subject((), k, k + 1)
            if low in a.sets["officials"]:
                for j in (k - 1, k + 1, k - 2):
                    if a.words.adjectives.get(a.low(j)):
                        return _Subject((a.words.adjectives[a.low(j)],), k, k + 1)
            if not a.italian and (low in a.sets["he"] or low in a.sets["she"]):
                return self._pronoun(k)
            k += 1
        return None

    def _governed_at(self, k: int) -> bool:
        return self.a.is_(k - 1, "prepositions") or self.a.is_(k, "prepositions")

    def _head_noun(self, named: _Named, last: int) -> _Subject | None:
        """The subject that begins with a name behind its verb; none when the name begins a clause of its own."""
        a = self.a
        if a.is_possessor(named):
            if not any(a.quoted[k] for k in range(max(last - 3, 0), last)):
                return None
            for k in range(named.last + 1, min(named.last + 7, len(a.tokens))):
                following = a.at.get(k)
                if following:
                    return _Subject(following.actors, named.first, following.last)
                if a.low(k) in {",", "."} or a.quoted[k]:
                    break
            return _Subject((), named.first, named.last)
        group = named
        following = a.at.get(named.last)
        if following and following.first == named.last and not a.governed(following):
            group = following  # "said Germany's foreign minister Johann Wadephul"
        after = a.low(group.last)
        if not a.italian and (after in a.sets["auxiliaries"] or self._verb_at(group.last) or after.endswith(("ed", "'d"))):
            return None
        return _Subject(group.actors, named.first, group.last)

    def _dropped(self, i: int, k: int) -> _Subject | None:
        """No subject is written: that of the coordinated verb, else of the clause, else who spoke last."""
        a = self.a
        begin, _ = a.sentence(i)
        for cue in reversed(self.found):
            if cue.sentence != a.sentence_of[i]:
                break
            if cue.kind in {"according", "noun"}:
                continue
            if cue.known:
                return _Subject((cue.speaker,) if cue.speaker else cue.others, i, i, silent=not cue.speaker and not cue.others)
        named = a.subject_of_clause(a.clause_start(i), max(k, begin)) or a.subject_of_clause(begin, max(k, begin))
        if named and (k >= begin and not a.quoted[k]):
            return _Subject(named.actors, i, i)
        if not a.italian:
            return None
        if self._fresh(i) and self.state.speaker:
            return _Subject((self.state.speaker,), i, i)
        acted = self._acted_before(i)
        if acted:
            return _Subject((acted,), i, i)
        return _Subject((), i, i, silent=True)

    # -- passive, anaphora, according to, nouns, headlines ----------------------------------------------------------

    def _agent(self, last: int) -> _Subject | None:
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
                return _Subject(named.actors, named.first, named.last)
            if low in {":", ";", "."} or (low in a.sets["complement"] and low not in {"come", "di"}):
                break
            steps += 1
            k += 1
        return None

    def _agent_at(self, k: int) -> _Subject:
        a = self.a
        for j in range(k + 1, min(k + 6, len(a.tokens))):
            named = a.at.get(j)
            if named:
                return _Subject(named.actors, k, named.last)
            low = a.low(j)
            state = a.words.adjectives.get(low)
            if state and any(a.is_(x, "officials") for x in (j - 1, j + 1, j - 2)):
                return _Subject((state,), k, j + 1)
            if low in {",", ".", ":", ";"} or a.quoted[j]:
                break
            if low in a.sets["roles"] and self._fresh(j) and self.state.speaker and not a.at.get(j + 1) and not a.at.get(j + 2):
                return _Subject((self.state.speaker,), k, j + 1)
        return _Subject((), k, k + 2)

    def _passive(self, i: int, last: int, kind: str) -> _Cue | None:
        agent = self._agent(last)
        if kind == "relay":
            cited = self._subject(i, last, kind, "active")
            if cited and cited.actors and not all(self.a.kind(x) == "outlet" for x in cited.actors) and cited.first < i:
                via = agent.actors[0] if agent and agent.actors else None
                return self._cue(i, last, "say", "speech-verb", cited, via=via)
        if agent is None:
            if kind == "judge" and self._has_quote_near(last) and self.a.italian and self._fresh(i):
                speaker = self.state.speaker if self._spoke_just_before(i) else None
                return self._cue(i, last, kind, "speech-judged", _Subject((speaker,) if speaker else (), i, i + 1))
            return None
        if kind == "relay" and agent.actors and self.found and self.found[-1].sentence == self.a.sentence_of[i]:
            previous = self.found[-1]
            if previous.speaker or previous.others:
                return None  # the actor cited was credited already; the outlet is its `via`
        if not agent.actors:
            return self._cue(i, last, kind, "speech-agent", agent) if kind != "relay" else None
        return self._cue(i, last, kind, "speech-agent", agent)

    def _anaphora(self, i: int, last: int, kind: str) -> _Cue | None:
        """"A riferirlo è stata X", "a darne notizia è stato X"."""
        a = self.a
        if not a.italian or a.low(i - 1) != "a":
            return None
        subject = self._inverted(last, "say", quote=True)
        if subject is None or not subject.actors:
            return None
        del kind
        return self._cue(i, last, "say", "speech-anaphora", subject)

    def _is_anaphoric(self, i: int, last: int, subject: _Subject) -> bool:
        """Whether the sentence only says who told it: "Lo ha riferito X"."""
        a = self.a
        begin, _ = a.sentence(i)
        return subject.first >= last and a.low(begin) in {"lo", "l'", "cosi"} and self._auxiliary_start(i) <= begin + 1

    def _is_tail(self, i: int, last: int, subject: _Subject) -> bool:
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
            if low in {"that", "che", ":"} or (a.quoted[k]):
                return a.low(k - 1) in {".", ",", '"', "”", "»"} and k > last + 1 and low not in {"that", "che", ":"}
        return True

    def _phrase_start(self, start: int, begin: int) -> int:
        """Where the noun phrase that ends in a name begins: "the Russian presidential spokesman Dmitry Peskov"."""
        a = self.a
        for k in range(start - 1, max(begin, start - 8), -1):
            low = a.low(k)
            if low in {",", "-"} or a.quoted[k]:
                return k + 1
            if low in a.sets["contrast"] or low in a.sets["complement"] or low in _STOPS or low == ":":
                break
            if self._verb_at(k) and not a.is_(k, "nouns"):
                break
        return start

    def _opening_for(self, i: int) -> _Cue | None:
        """Italian "Per Macron, …" at the head of a sentence."""
        a = self.a
        begin, end = a.sentence(i)
        if not a.italian or a.low(i) != "per" or i != begin or i + 2 >= end:
            return None
        named = a.at.get(i + 1) or a.at.get(i + 2)
        if named and a.low(named.last) == ",":
            return self._cue(i, i + 1, "according", "speech-according-to", _Subject(named.actors, i, named.last))
        if named is None and a.tokens[i + 1].text[0].isupper() and a.low(i + 2) == ",":
            return self._cue(i, i + 1, "according", "speech-according-to", _Subject((), i, i + 2))
        return None

    def _according(self, i: int) -> _Cue | None:
        a = self.a
        size = a.matches(i, a.words.according)
        if not size:
            return self._opening_for(i)
        begin, end = a.sentence(i)
        if size == 1 and i > begin and a.low(i - 1) in a.sets["ordinals"]:
            return None
        last = i + size
        k = last
        while k < min(end, last + 7):
            if a.quoted[k]:
                return None
            named = a.at.get(k)
            if named:
                if a.is_possessor(named):
                    owned = next((a.at[x] for x in range(named.last + 1, min(named.last + 7, end)) if x in a.at), None)
                    if owned is None or any(a.low(x) in {",", "."} for x in range(named.last, owned.first)):
                        return self._cue(i, last, "according", "speech-according-to", _Subject((), i, named.last))
                    named = owned
                if a.is_(named.last, "unnamed") or a.is_(named.last, "sayings"):
                    return self._cue(i, last, "according", "speech-according-to", _Subject((), i, named.last))
                if a.low(k - 1) in {"a", "al", "alla"} and k - 1 >= last:
                    k = named.last
                    continue
                group = a.at.get(named.last) if not self.outlet_next(named) else None
                actors = group.actors if group and not a.governed(group) else named.actors
                if group is None and self._next_in_apposition(named):
                    actors = self._next_in_apposition(named) or actors
                return self._cue(
                    i, last, "according", "speech-according-to", _Subject(actors, i, named.last), tail=i - begin > 3
                )
            state = a.words.adjectives.get(a.low(k))
            if state and any(a.is_(x, "officials") for x in (k - 1, k + 1)):
                return self._cue(i, last, "according", "speech-according-to", _Subject((state,), i, k + 2), tail=i - begin > 3)
            low = a.low(k)
            if low in {",", ":", ";"} or low in a.sets["unnamed"] or low in a.sets["relatives"]:
                break
            k += 1
        known = any(a.is_(x, "unnamed") for x in range(last, min(end, last + 4)))
        if not known and a.italian and size == 1 and not a.at.get(last):
            return None
        return self._cue(i, last, "according", "speech-according-to", _Subject((), i, last), tail=i - begin > 3)

    def outlet_next(self, named: _Named) -> bool:
        following = self.a.at.get(named.last)
        return following is None or self.a.outlet(following)

    def _next_in_apposition(self, named: _Named) -> tuple[str, ...]:
        """"the spokesman, Dmitry Peskov": the name after the comma when the first is an office of somebody unknown."""
        a = self.a
        if a.low(named.last) == "," and (following := a.at.get(named.last + 1)) and named.how == "office" and (
            a.low(following.last) == "," and all(a.kind(x) == "person" for x in following.actors)
        ):
            return following.actors
        return ()

    def _noun(self, i: int) -> _Cue | None:
        """A noun of speech with its owner: "Putin's claim that", "la proposta di Putin:", "l'apertura concessa da Merz"."""
        a = self.a
        if not a.is_(i, "nouns") or i in a.at:
            return None
        begin, end = a.sentence(i)
        owner: _Subject | None = None
        if a.italian:
            k = i + 1
            if a.is_(k, "prepositions") and (named := a.at.get(k + 1) or a.at.get(k + 2)) and a.governed(named):
                if a.low(k)[0] == "d":
                    owner = _Subject(named.actors, i, named.last)
            elif (named := a.at.get(k)) and a.is_(named.first, "prepositions") and a.low(named.first)[0] == "d":
                owner = _Subject(named.actors, i, named.last)
            elif self._looks_participle(k) and (agent := self._agent(k + 1)) and agent.actors:
                owner = _Subject(agent.actors, i, agent.last)
            elif a.low(i - 1) in a.sets["determiners"] and i - begin > 2 and self._heads_title(i):
                named = a.subject_of_clause(begin, i)
                owner = _Subject(named.actors, i, i) if named else None
        else:
            k = i - 1
            while k > begin and a.low(k) not in {"'s", "'"} and a.low(k) not in a.sets["possessives"] and i - k < 4:
                k -= 1
            if a.low(k) in {"'s", "'"} and (named := a.at.get(k - 1)):
                owner = _Subject(named.actors, named.first, i)
            elif a.low(k) in a.sets["possessives"]:
                gender = {"his": "m", "her": "f"}.get(a.low(k))
                actor = self._possessor(k, begin, gender) if gender else None
                owner = _Subject((actor,), k, i) if actor else None
        if owner is None or not owner.actors:
            return None
        if not a.italian and not self._noun_says(i, end):
            return None
        return self._cue(i, i + 1, "noun", "speech-noun", owner)

    def _heads_title(self, i: int) -> bool:
        """Whether the noun stands in a headline: the first sentence, or a line without a stop."""
        return self.a.sentence_of[i] == 0

    def _possessor(self, k: int, begin: int, gender: str) -> str | None:
        a = self.a
        pronoun = a.at.get(k)
        if pronoun and len(pronoun.actors) == 1:
            return pronoun.actors[0]
        subject = a.subject_of_clause(begin, k)
        for actor in (subject.actors[0] if subject else None, self.state.speaker, self._acted_before(k)):
            if actor and a.gender(actor) in {gender, ""} and a.kind(actor) == "person":
                return actor
        return None

    def _noun_says(self, i: int, end: int) -> bool:
        """Whether words follow an English noun of speech: that, to, for, is that, a colon, quote marks."""
        a = self.a
        following = [a.low(k) for k in range(i + 1, min(i + 5, end))]
        return bool(following) and (
            following[0] in {"that", "to", ":", "for", "of", "about", "on"} or following[:2] == ["is", "that"]
        )

    def _colon(self, i: int) -> _Cue | None:
        """A colon before quote marks, without a verb of speech in its clause: "Il Cremlino a Zelensky: «…»"."""
        a = self.a
        if a.low(i) != ":" or i + 1 >= len(a.tokens) or not a.quoted[i + 1]:
            return None
        start = a.clause_start(i)
        quotes = [k for k in range(start, i) if a.quoted[k]]
        if quotes:
            start = quotes[-1] + 1
        begin = start
        cue = self.found[-1] if self.found else None
        if cue and cue.first >= begin and cue.kind != "weak" and (cue.speaker or cue.others or cue.known):
            return None
        named = a.subject_of_clause(begin, i)
        if named is None:
            inside = [n for n in a.named if begin <= n.first and n.last <= i and not a.is_possessor(n)]
            named = inside[-1] if inside and (inside[-1].last == i or self._is_noun_cue(begin, i)) else None
            if named and a.governed(named) and self._speaker_by_role(begin, named.first, i):
                return self._cue(i, i + 1, "colon", "quote-colon", _Subject((self.state.speaker or "",), begin, i))
        if named is None:
            owners = [n for n in a.named if begin <= n.first and n.last <= i and a.is_possessor(n)]
            named = owners[0] if owners else None
        if named is None:
            return None
        return self._cue(i, i + 1, "colon", "quote-colon", _Subject(named.actors, named.first, named.last))

    def _speaker_by_role(self, begin: int, first: int, i: int) -> bool:
        """Whether "the former envoy of X" stands for the one who spoke last."""
        a = self.a
        return self.state.speaker is not None and self._fresh(i) and any(a.is_(k, "roles") for k in range(begin, first))

    def _is_noun_cue(self, first: int, last: int) -> bool:
        return any(self.a.is_(k, "nouns") for k in range(first, last))

    def _headline(self, i: int) -> _Cue | None:
        """"Mosca: vogliono la guerra." and "A deal is near — Rubio": speaker and mark at an edge of a short sentence."""
        a = self.a
        low = a.low(i)
        begin, end = a.sentence(i)
        if low == ":" and i + 1 < end and not a.quoted[i + 1] and 0 < i - begin <= 4:
            named = a.at.get(i - 1)
            if named and named.first <= begin + 1 and not a.governed(named) and named.how != "pronoun":
                return self._cue(i, i + 1, "colon", "speech-headline", _Subject(named.actors, named.first, named.last))
        if low in {"-", ":"} and i - begin >= 4 and i + 1 < end and (named := a.at.get(i + 1)):
            if named.last >= end - (a.low(end - 1) in _STOPS) and a.sentence_of[i] <= 1 and not a.outlet(named):
                return self._cue(
                    i, i + 1, "colon", "speech-headline", _Subject(named.actors, named.first, named.last), tail=True
                )
        return None


@dataclass(frozen=True, slots=True)
class _Credit:
    """Which cue a pair of quote marks takes, by which rule."""

    speaker: str | None
    via: str | None
    cue: _Cue | None
    rule: str
    explicit: bool  # credited by its own sentence


class _Credits:
    """Gives each pair of quote marks its speaker, and leaves out what is no quote."""

    def __init__(self, article: _Article, cues: list[_Cue]) -> None:
        self.a = article
        self.cues = cues
        self.used: set[int] = set()  # cues that introduce nothing but quoted words

    def all(self) -> list[Quote]:
        """The direct quotes, in text order."""
        a = self.a
        credits: list[_Credit] = []
        for n in range(len(a.marked)):
            credits.append(self._credit(n, credits))
        kept: list[Quote] = []
        seen: set[str] = set()
        for n, (marked, credit) in enumerate(zip(a.marked, credits, strict=True)):
            words = a.document.folded[marked.start : marked.end].strip(" ,.!?")
            if not words or not self._is_quote(n, credit, credits) or (words in seen and len(words.split()) <= 8):
                continue
            seen.add(words)
            kept.append(self._quote(marked, credit))
        return kept

    def _quote(self, marked: Marked, credit: _Credit) -> Quote:
        cue, tokens = credit.cue, self.a.tokens
        if cue is None:
            return Quote(marked.start, marked.end, "direct", credit.speaker, credit.via, None, None, None, "asserted", credit.rule)
        return Quote(
            marked.start, marked.end, "direct", credit.speaker, credit.via, _text(self.a, cue.first, cue.last),
            tokens[cue.credit_first].start, tokens[cue.credit_last - 1].end, cue.mood, credit.rule,
        )  # fmt: skip

    # -- which cue -------------------------------------------------------------------------------------------------

    def _credit(self, n: int, credits: list[_Credit]) -> _Credit:
        a = self.a
        first, last = a.bounds[n]
        starts = self._starts_sentence(n)
        after = self._after(n)
        before = self._before(n)
        if after and (starts or before is None or self._is_sentence(n, before)):
            return self._take(after, "quote-cue-after")
        if before:
            rule = "quote-colon" if before.kind == "colon" else "quote-agent" if before.rule == "speech-agent" else "quote-cue-before"
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
        del first
        return self._uncued(n, credits, starts)

    def _is_sentence(self, n: int, before: _Cue) -> bool:
        """Whether the quoted words are a sentence of their own, with a cue before that is not close to them."""
        a = self.a
        first, last = a.bounds[n]
        text = a.document.text[a.marked[n].start : a.marked[n].end]
        return first - before.last > 3 and text[:1].isupper() and text[-1] == "," and last - first > 6

    def _take(self, cue: _Cue, rule: str) -> _Credit:
        return _Credit(cue.speaker, cue.via, cue, rule, True)

    def _starts_sentence(self, n: int) -> bool:
        """Whether the quoted words begin their sentence."""
        a = self.a
        first, _ = a.bounds[n]
        begin, _ = a.sentence(first)
        if first <= begin:
            return True
        before = a.low(first - 1)
        return before in _STOPS or bool(a.quoted[first - 1]) or before == ")"

    def _after(self, n: int) -> _Cue | None:
        """The cue right behind the quoted words: “…,” Trump told NBC; «…», ha detto."""
        a = self.a
        _, last = a.bounds[n]
        if last >= len(a.tokens):
            return None
        text = a.document.text
        inner = text[a.marked[n].end - 1]
        k = last
        comma = a.low(k) in {",", "-", "–", "—"}
        if comma:
            k += 1
        if k >= len(a.tokens) or "\n\n" in text[a.tokens[last - 1].end : a.tokens[k].start]:
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
            if cue.rule == "speech-participle" or cue.rule == "speech-agent":
                return None
            return cue
        return None

    def _gap(self, k: int, start: int, cue: _Cue) -> bool:
        """Whether something that is no credit stands between the quoted words and the cue."""
        a = self.a
        limit = 4 if cue.credit_first < cue.first else 5
        extra = 0
        for x in range(k, start):
            low = a.low(x)
            if low in _STOPS or low in {":", "("} or low in a.sets["complement"] or low in a.sets["conjunctions"]:
                return True
            if x not in a.at and not a.is_(x, "auxiliaries") and not a.is_(x, "adverbs") and not a.is_(x, "clitics") and not a.is_(x, "determiners"):
                extra += not a.tokens[x].text[:1].isupper()
        return extra > limit

    def _ends_clause(self, cue: _Cue) -> bool:
        """Whether nothing said follows a cue in its sentence: no "that", colon, quote marks or clause."""
        a = self.a
        _, end = a.sentence(cue.first)
        after = max(cue.last, cue.credit_last)
        low = a.low(after)
        if after < end and low[:1].isalnum() and after == cue.last and cue.kind != "relay":
            hearer = a.at.get(after) or a.low(after) == "reporters"
            if not (low in a.sets["prepositions"] or low in a.sets["days"] or low in a.sets["adverbs"] or hearer):
                return False
        for k in range(cue.last, end):
            if a.quoted[k]:
                return a.low(k - 1) in _STOPS
            if a.low(k) in a.sets["complement"] | {":"}:
                return False
        following = end - max(cue.last, cue.credit_last)
        return following <= 12

    def _in_sentence(self, number: int, k: int) -> Iterator[_Cue]:
        for cue in self.cues:
            if cue.sentence == number and cue.first >= k:
                yield cue

    def _before(self, n: int) -> _Cue | None:
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
                return self._outer(cue, begin) if cue.kind == "weak" else cue
        return None

    def _outer(self, cue: _Cue, begin: int) -> _Cue:
        """The stronger cue of the same clause around a weak one: "Vance says Kyiv believes “…”"."""
        for other in reversed(self.cues):
            if begin <= other.first < cue.first and other.kind in {"say", "announce"} and other.speaker:
                if self.a.clause_start(cue.first) <= other.first:
                    return other
        return cue

    def _governs(self, cue: _Cue, first: int) -> bool:
        """Whether words said reach from a cue to the quoted words: no stop between, and not a credit that looks back."""
        a = self.a
        if any(a.low(k) in {".", ";", "?", "!"} and not a.quoted[k] for k in range(cue.last, first)):
            return False
        if cue.kind == "colon" and cue.tail:
            return False
        if cue.tail and cue.kind != "according" and first - max(cue.last, cue.credit_last) > 3 and not self._colon_between(cue, first):
            return False
        if cue.kind == "noun":
            return first - cue.last < 14
        return True

    def _colon_between(self, cue: _Cue, first: int) -> bool:
        return any(self.a.low(k) in {":", "that", "che"} for k in range(cue.last, first))

    def _agent_after(self, last: int) -> _Cue | None:
        """“…” by X: a cue of passive form that begins behind the quoted words."""
        a = self.a
        if last >= len(a.tokens):
            return None
        for cue in self._in_sentence(a.sentence_of[last], last):
            if cue.kind == "according" and cue.first - last <= 2:
                return cue
            return None
        return None

    def _tail(self, n: int) -> _Cue | None:
        """A credit at the end of the sentence the quoted words stand in."""
        a = self.a
        _, last = a.bounds[n]
        if last >= len(a.tokens) or a.sentence_of[last] != a.sentence_of[last - 1]:
            return None
        for cue in self._in_sentence(a.sentence_of[last], last):
            if cue.tail and cue.kind != "colon":
                return cue
            if cue.rule == "speech-agent" and cue.kind == "judge":
                return cue
        return None

    def _next_sentence(self, last: int) -> _Cue | None:
        """"Lo ha detto X" behind the quoted words."""
        a = self.a
        if last >= len(a.tokens):
            return None
        k = last + 1 if a.low(last) in _STOPS else last
        for cue in self.cues:
            if k <= cue.first <= k + 6 and cue.rule == "speech-anaphora":
                return cue
        return None

    # -- no cue of its own -----------------------------------------------------------------------------------------

    def _uncued(self, n: int, credits: list[_Credit], starts: bool) -> _Credit:
        a = self.a
        first, last = a.bounds[n]
        number = a.sentence_of[first]
        previous = self._previous(n, credits)
        if starts:
            if previous and not self._runs_on(n):
                return previous
            return self._headline(n) or _Credit(None, None, None, "quote-uncredited", False)
        subject = self._sentence_subject(n, first, last)
        silent = next((c for c in reversed(self.cues) if c.first < first and number - c.sentence <= 1), None)
        if silent and silent.known and silent.speaker is None and not silent.others:
            return _Credit(None, None, None, "quote-uncredited", False)
        if previous and (subject is None or previous.speaker == subject):
            return previous
        if subject:
            return _Credit(subject, None, None, "quote-subject", False)
        return _Credit(None, None, None, "quote-uncredited", False)

    def _runs_on(self, n: int) -> bool:
        """Whether the sentence goes on behind the quoted words, as it does when somebody else is credited there."""
        a = self.a
        _, last = a.bounds[n]
        inner = a.document.text[a.marked[n].end - 1]
        if last >= len(a.tokens) or inner != ",":
            return False
        return a.tokens[last].text[0].isalpha() and a.document.text.find("\n", a.tokens[last - 1].end, a.tokens[last].start) < 0

    def _previous(self, n: int, credits: list[_Credit]) -> _Credit | None:
        """The speaker whose words end just before: the quote before, or a cue in the sentence before."""
        a = self.a
        first, _ = a.bounds[n]
        number = a.sentence_of[first]
        last_cue = next((c for c in reversed(self.cues) if c.first < first and c.known), None)
        if n:
            _, before_last = a.bounds[n - 1]
            gap = number - a.sentence_of[max(before_last - 1, 0)]
            credited = credits[n - 1]
            newer = last_cue is not None and last_cue.first >= before_last and last_cue is not credited.cue
            if not newer and credited.speaker and (gap <= 1 or self._only_captions(before_last, first)):
                return _Credit(credited.speaker, credited.via, credited.cue, "quote-continued", False)
        if last_cue and number - last_cue.sentence <= 1 and (last_cue.speaker or not last_cue.others):
            if last_cue.speaker is None:
                return None
            return _Credit(last_cue.speaker, last_cue.via, last_cue, "quote-continued", False)
        return None

    def _only_captions(self, first: int, last: int) -> bool:
        """Whether nothing but short matter (a caption, a linked headline) stands between two quotes."""
        a = self.a
        text = "".join(t.text for t in a.tokens[first:last])
        return last - first < 60 and ("(" in text or text.isupper())

    def _sentence_subject(self, n: int, first: int, last: int) -> str | None:
        del n
        a = self.a
        begin, end = a.sentence(first)
        named = a.subject_of_clause(a.clause_start(first), first) or a.subject_of_clause(begin, first)
        if named is None and last < len(a.tokens):
            named = a.subject_of_clause(last, end)
        return named.actors[0] if named and len(named.actors) == 1 else None

    def _headline(self, n: int) -> _Credit | None:
        """A headline made of quoted words: the person its first part names, else the first one credited below."""
        a = self.a
        first, last = a.bounds[n]
        if a.document.sentences[a.sentence_of[first]].paragraph > 0:
            return None
        people = {x for named in a.named if named.last <= first for x in named.actors if a.kind(x) == "person"}
        if len(people) == 1:
            return _Credit(next(iter(people)), None, None, "quote-headline", False)
        if not people:
            cue = next((c for c in self.cues if c.first >= last and c.speaker), None)
            if cue and cue.sentence - a.sentence_of[first] <= 3:
                return _Credit(cue.speaker, None, None, "quote-headline", False)
        return None

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
        if self._is_named(first, words) or self._is_title(first, words, marked):
            return False
        if credit.rule in {"quote-cue-after", "quote-next-sentence", "quote-colon"}:
            return True
        if credit.explicit and credit.rule != "quote-tail":
            return not (credit.rule == "quote-cue-before" and credit.cue and self._far(credit.cue, first, words))
        if not self._is_phrase(first, last, words, marked):
            return True
        if credit.rule == "quote-tail":
            return not (self._starts_with_name(first) and credit.cue is not None and credit.cue.kind == "according")
        number = a.sentence_of[first]
        for other, (begin, end) in enumerate(a.bounds):
            if other == n or a.sentence_of[begin] != number:
                continue
            others = [t for t in a.tokens[begin:end] if t.text[:1].isalnum()]
            if credits[other].explicit or not self._is_phrase(begin, end, others, a.marked[other]):
                return True
        return False

    def _far(self, cue: _Cue, first: int, words: list[Token]) -> bool:
        del cue, first, words
        return False

    def _starts_with_name(self, first: int) -> bool:
        begin, _ = self.a.sentence(first)
        return first - begin <= 1

    def _is_named(self, first: int, words: list[Token]) -> bool:
        """Whether the words before say that a name follows: "the so-called “…”", "i cosiddetti «…»"."""
        a = self.a
        if len(words) > 5:
            return False
        return any(size for k in range(max(first - 4, 0), first) if (size := a.matches(k, a.words.naming)) and first - k - size <= 1)

    def _is_title(self, first: int, words: list[Token], marked: Marked) -> bool:
        """Whether the marks hold the title of a work: after "the film", or with all its words in capitals."""
        a = self.a
        if first and a.is_(first - 1, "works") and words[0].text[:1].isupper():
            return True
        if len(words) < 2 or len(words) > 7 or self._starts_sentence_at(first) or a.low(first - 1) == ":":
            return False
        long = [t.text for t in words if len(t.text) > 3]
        if not long or not all(w[:1].isupper() and not w.isupper() for w in long) or not words[0].text[:1].isupper():
            return False
        return a.document.text[marked.end - 1] not in ".!?," and not a.italian

    def _starts_sentence_at(self, first: int) -> bool:
        begin, _ = self.a.sentence(first)
        return first == begin

    def _is_phrase(self, first: int, last: int, words: list[Token], marked: Marked) -> bool:
        """Whether quoted words are a noun or noun phrase used as a name, not somebody's sentence."""
        a = self.a
        if len(words) > 4:
            return False
        if a.document.text[marked.end - 1] in ",.!?…" and len(words) > 2:
            return False
        if len(words) == 1:
            return True
        before = a.low(first - 1) if first else ""
        adjective = a.tokens[first - 1].text[:1].islower() and before not in a.sets["auxiliaries"] if first else False
        return (
            before in a.sets["determiners"] or (before in a.sets["prepositions"] and len(words) < 3) or before in {"'s", "'", "l'"}
            or before in a.sets["possessives"] or (adjective and before.endswith(("o", "a", "e", "i", "al", "ed")) and a.italian)
        )  # fmt: skip


def _text(article: _Article, first: int, last: int) -> str:
    return article.document.text[article.tokens[first].start : article.tokens[last - 1].end]


def _indirect(article: _Article, cues: list[_Cue]) -> list[Quote]:
    """The rows of indirect speech: one for each credit with words of its own beside any quoted ones."""
    by_sentence: dict[int, list[_Cue]] = {}
    for cue in cues:
        if cue.speaker or cue.others:
            by_sentence.setdefault(cue.sentence, []).append(cue)
    rows: list[Quote] = []
    for number, group in by_sentence.items():
        speakers = {cue.speaker for cue in group}
        done: set[tuple[int, int, str | None]] = set()
        for position, cue in enumerate(group):
            first, last = _clause(article, number, group, position, alone=len(speakers) == 1)
            if not _has_own_words(article, cue, first, last):
                continue
            for speaker in (cue.speaker, *cue.others) if cue.speaker else cue.others:
                if (first, last, speaker) in done:
                    continue
                done.add((first, last, speaker))
                rows.append(_row(article, cue, first, last, speaker))
    return rows


def _row(article: _Article, cue: _Cue, first: int, last: int, speaker: str | None) -> Quote:
    tokens = article.tokens
    return Quote(
        tokens[first].start, tokens[last - 1].end, "indirect", speaker, cue.via, _text(article, cue.first, cue.last),
        tokens[cue.credit_first].start, tokens[max(cue.credit_last, cue.last) - 1].end, cue.mood, cue.rule,
    )  # fmt: skip


def _clause(article: _Article, number: int, group: list[_Cue], position: int, *, alone: bool) -> tuple[int, int]:
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
        while last < sentence.last and article.low(last) not in {",", ";"} and not (cue.kind != "noun" and last - stop > 8):
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


def _has_own_words(article: _Article, cue: _Cue, first: int, last: int) -> bool:
    """Whether a clause has words that are neither quoted nor the credit itself: two, or three beside quote marks."""
    count = 0
    enough = 3 if any(article.quoted[first:last]) else 2
    for k in range(first, last):
        if not article.quoted[k] and not cue.credit_first <= k < max(cue.credit_last, cue.last) and article.low(k)[:1].isalnum():
            count += 1
            if count >= enough:
                return True
    return cue.rule in {"speech-anaphora", "speech-noun", "speech-agent", "speech-according-to"}


def find_quotes(
    document: Document, lexicon: Lexicon, mentions: Sequence[Mention], *, author: str | None = None
) -> list[Quote]:
    """An article and the actors named in it → its direct quotes and its indirect speech, in text order.

    `author` is the actor who wrote the article, if one: never a speaker. Offsets are code points into the text.
    Italian: «Non ora», ha detto Peskov → direct, `dmitry-peskov`; English: Peskov said it was too early → indirect.
    """
    if not document.tokens:
        return []
    article = _Article(document, lexicon, [m for m in mentions if m.actor_id != author or author is None])
    cues = _Cues(article).all()
    rows = [*_Credits(article, cues).all(), *_indirect(article, cues)]
    return sorted(rows, key=lambda q: (q.start, q.end, q.form, q.speaker or ""))
