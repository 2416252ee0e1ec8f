"""An article as the rules of speech see it: tokens, the ones between quote marks, and who is named where.

Lives here: look-ups and the small facts about a place that several rules need. Must not live here: who speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from msgspec.structs import replace

from data.document import Document
from data.extract.finds import Mention, Mood
from data.extract.quote_marks import Marked, find_marked
from data.lexicon.types import Lexicon, SpeechWords
from data.span import fold

_ASIDE = re.compile(r"\s[-–—]\s?([^-–—\n«»“”\"]{3,90}?)\s?[-–—][,;.]?\s")
STOPS = frozenset(".!?…;")
_NO_NOUNS = ("conjunctions", "contrast", "relatives", "auxiliaries", "adverbs")
_CLASSES = ("say", "weak", "judge", "accuse", "ask", "announce", "deny", "relay")
_SETS = (
    "nouns", "listing", "sayings", "agents", "auxiliaries", "active", "passive", "negations", "adverbs", "days",
    "conjunctions", "contrast", "complement", "relatives", "captions", "hearer", "not_reflexive", "definite",
    "indefinite", "epithets", "towards", "prepositions", "determiners", "possessives", "clitics", "he", "she",
    "they", "roles", "officials", "unnamed", "works", "ordinals", "hearsay", "perfect", "modals", "been",
    "irregular", "not_participles", "like", "that", "openers", "anaphors", "his", "her", "announcing", "thus", "it",
    "ago", "units", "opinions", "opinion_before", "organs", "things", "tails", "both", "joins",
    "whose", "never_nouns", "goes_to", "what", "inner", "for_whom",
    "infinitive_before", "topics", "attributes", "own", "aged", "mine", "talking", "together",
)  # fmt: skip
_UNIONS = {
    "moods": ("negations", "hearsay"),
    "between": ("auxiliaries", "negations", "clitics"),
    "subject_like": (
        "relatives", "conjunctions", "he", "she", "they", "roles", "officials", "unnamed", "sayings",
    ),
}  # fmt: skip
_PAD = 64  # rules may look this far before the first token and behind the last one
_READY: dict[tuple[str, str], SpeechIndex] = {}


@dataclass(frozen=True, slots=True)
class SpeechIndex:
    """The words of one language, ready for look-ups."""

    classes: dict[str, str]  # verb lemma -> class
    forms: dict[str, str]
    phrases: dict[str, list[tuple[tuple[str, ...], str]]]  # first word -> (words, class)
    according: dict[str, list[tuple[str, ...]]]
    by_phone: dict[str, list[tuple[str, ...]]]
    citing: dict[str, list[tuple[str, ...]]]
    naming: dict[str, list[tuple[str, ...]]]
    hearsay: tuple[str, ...]
    gerunds: tuple[str, ...]  # endings
    participles: tuple[str, ...]
    participles_with: tuple[str, ...]  # endings of participles behind an auxiliary
    infinitives: tuple[str, ...]
    enclitics: tuple[str, ...]  # endings of infinitives with a pronoun
    plurals: tuple[str, ...]  # endings of verbs in the plural
    triggers: frozenset[str]  # words at which a cue may begin, verbs in a form of their lemma apart
    mouthpieces: dict[str, list[tuple[str, ...]]]
    platforms: dict[str, list[tuple[str, ...]]]
    adjectives: dict[str, str]  # adjective of a state -> actor
    idioms: dict[str, list[tuple[str, ...]]]  # adverbs of several words, by the last one
    sets: dict[str, frozenset[str]]
    outlets: frozenset[str]  # actors


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


def _by_last(phrases: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases → their words by the last one, longer phrases first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(map(_split, phrases), key=len, reverse=True):
        index.setdefault(words[-1], []).append(words)
    return index


def _words(lexicon: Lexicon, language: str) -> SpeechIndex:
    key = (lexicon.digest, language)
    if key not in _READY:
        _READY[key] = _index(lexicon, language)
    return _READY[key]


def _index(lexicon: Lexicon, language: str) -> SpeechIndex:
    speech: SpeechWords = lexicon.words[language].speech
    phrases = _phrases(speech)
    sets = {name: frozenset(fold(word) for word in getattr(speech, name)) for name in _SETS}
    sets |= {name: frozenset().union(*(sets[part] for part in parts)) for name, parts in _UNIONS.items()}
    starts = [*speech.for_whom, *speech.thus, *speech.nouns, *speech.opinions, *speech.forms]
    according = _by_first(speech.according)
    return SpeechIndex(
        classes=_classes(speech),
        forms={fold(form): fold(verb) for form, verb in speech.forms.items()},
        phrases=phrases,
        according=according,
        by_phone=_by_first(speech.by_phone),
        citing=_by_first(speech.citing),
        naming=_by_first(speech.naming),
        hearsay=tuple(fold(h) for h in speech.hearsay if " " in h),
        gerunds=speech.gerunds,
        participles=speech.participles,
        participles_with=speech.participles_with,
        infinitives=speech.infinitives,
        enclitics=speech.enclitics,
        plurals=speech.plurals,
        triggers=frozenset([":", "-", *phrases, *map(fold, starts), *according]),
        mouthpieces=_by_first(speech.mouthpieces),
        platforms=_by_first(speech.platforms),
        adjectives=_adjectives(lexicon, language),
        idioms=_by_last([adverb for adverb in speech.adverbs if " " in adverb]),
        sets=sets,
        outlets=frozenset(a.id for a in lexicon.actors.values() if a.kind == "outlet"),
    )


def _classes(speech: SpeechWords) -> dict[str, str]:
    """Verb → class; regular participles too, because the lemma of "affermata" is "affermato"."""
    classes = {fold(verb): name for name in _CLASSES for verb in getattr(speech, name)}
    for verb, name in list(classes.items()):
        for ending, participle in speech.participle_of.items():
            if verb.endswith(ending):
                classes.setdefault(verb.removesuffix(ending) + participle, name)
    return classes


def _phrases(speech: SpeechWords) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, verb_class in sorted(speech.phrases.items(), key=lambda item: -len(item[0])):
        words = _split(phrase)
        index.setdefault(words[0], []).append((words, verb_class))
    return index


def _adjectives(lexicon: Lexicon, language: str) -> dict[str, str]:
    states = [actor for actor in lexicon.actors.values() if actor.kind == "state"]
    if language == "it":
        return {fold(adjective): actor.id for actor in states for adjective in actor.adjectives_it}
    return {fold(adjective): actor.id for actor in states for adjective in actor.adjectives_en}


class Named(msgspec.Struct, frozen=True, gc=False):
    """A place where actors are named, by tokens `first:last`; several actors for a group."""

    first: int
    last: int
    actors: tuple[str, ...]
    how: str


class Subject(msgspec.Struct, frozen=True, gc=False):
    """Who a cue's subject is: `actors` empty when it is nobody we can name; `silent` when none is written."""

    actors: tuple[str, ...]
    first: int
    last: int
    silent: bool = False


class Cue(msgspec.Struct, frozen=True, gc=False):
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


class ArticleText:
    """One article with its quote marks, names and cues, all by token."""

    def __init__(self, document: Document, lexicon: Lexicon, mentions: Sequence[Mention]) -> None:
        self.document = document
        self.lexicon = lexicon
        self.tokens = document.tokens
        self.words = _words(lexicon, document.language)
        self.sets = self.words.sets
        self.italian = document.language == "it"
        self.marked: list[Marked] = []
        self._named_ends = frozenset(m.end for m in mentions if m.how in ("name", "office"))
        self._named_at = frozenset(m.start for m in mentions if m.how in ("name", "office"))
        self.heads: set[int] = set()  # parts of quoted words that a credit between dashes cuts off from the next part
        for parts in map(self._parts, find_marked(document.text)):
            self.heads.update(range(len(self.marked), len(self.marked) + len(parts) - 1))
            self.marked += parts
        self.outlet_spans = {(m.start, m.end) for m in mentions if m.actor_id in self.words.outlets}
        self.starts = document.token_starts
        self.lower = [*document.lowers, *[""] * _PAD]  # a number below 0 reads the padding
        self.quoted = bytearray(len(self.tokens) + _PAD)
        self.bounds: list[tuple[int, int]] = []  # tokens of each quote, marks included
        for m in self.marked:
            first = max(bisect_right(self.starts, m.outer_start) - 1, 0)  # a mark may be glued to a word
            last = max(bisect_left(self.starts, m.outer_end), first + 1)
            self.bounds.append((first, last))
            self.quoted[first:last] = b"\1" * (last - first)
        self.sentence_of = [0] * len(self.tokens)
        self._bounds_of = [(0, 0)] * len(self.tokens)  # first and last token of the sentence of each
        for number, (_, _, begin, end, _) in enumerate(document.sentences):
            self.sentence_of[begin:end] = [number] * (end - begin)
            self._bounds_of[begin:end] = [(begin, end)] * (end - begin)
        citing = [k for k, low in enumerate(document.lowers) if low in self.words.citing]
        self.citing = [(k, size) for k in citing if (size := self.matches(k, self.words.citing))]
        self._captions: dict[int, bool] = {}
        self.at: dict[int, Named] = {}
        full = self._named(mentions)
        for named in full:
            for i in range(named.first, named.last):
                held = self.at.get(i)
                if held is None or named.last - named.first > held.last - held.first:
                    self.at[i] = named
        first_names = self._by_first_name(mentions)
        self.at.update((named.first, named) for named in first_names)
        self.named = sorted([*full, *first_names], key=lambda n: n.first)
        self._named_firsts = [named.first for named in self.named]

    def _parts(self, marked: Marked) -> list[Marked]:
        """Quoted words → their parts around a credit set between dashes inside the marks: "Basta - ha detto - così"."""
        words = self.words
        for match in _ASIDE.finditer(self.document.text, marked.start, marked.end):
            aside = self.document.tokens_in(match.start(1), match.end(1))
            if any(words.classes.get(words.forms.get(t.lower) or t.lemma) for t in aside[:3]):
                head = replace(marked, end=match.start(), outer_end=match.start(), closed=True)
                tail = replace(marked, start=match.end(), outer_start=match.end())
                return [head, *self._parts(tail)] if head.start < head.end and tail.start < tail.end else [marked]
        return [marked if marked.closed or marked.single else self._unclosed(marked)]

    def _unclosed(self, marked: Marked) -> Marked:
        """Words that no mark closes, up to the credit of who says them: “Basta così ha detto Rossi a Roma."""
        tokens = self.document.tokens_in(marked.start, marked.end)
        for i in range(2, len(tokens) - 1):
            token = tokens[i]
            if not self.words.classes.get(self.words.forms.get(token.lower) or token.lemma):
                continue
            first = i
            if tokens[i + 1].start in self._named_at:
                while self.italian and first > 2 and tokens[first - 1].lower in self.sets["auxiliaries"]:
                    first -= 1
            elif (
                not self.italian
                and tokens[i - 1].end in self._named_ends
                and "," in (tokens[i - 2].text, tokens[i - 3].text)
            ):
                first = i - 2 if tokens[i - 2].text == "," else i - 3
            else:
                continue
            end = tokens[first - 1].end
            return replace(marked, end=end, outer_end=end)
        return marked

    def _named(self, mentions: Sequence[Mention]) -> list[Named]:
        spans: dict[tuple[int, int], list[Mention]] = {}
        for mention in mentions:
            spans.setdefault((mention.start, mention.end), []).append(mention)
        found = []
        for (start, end), group in spans.items():
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if first < len(self.tokens) and self.starts[first] > start and first:
                first -= 1
            if first < last and not self.quoted[first]:
                actors = tuple(dict.fromkeys([m.actor_id for m in group]))
                found.append(Named(first, last, actors, group[0].how))
        return found

    def _by_first_name(self, mentions: Sequence[Mention]) -> list[Named]:
        """People of the article called by their first name alone, where only one of them bears it."""
        bearers: dict[str, set[str]] = {}
        for actor in {m.actor_id for m in mentions if m.how == "name"}:
            known = self.lexicon.actors.get(actor)
            if known is None or known.kind == "person":
                bearers.setdefault(fold(known.name if known else actor.replace("-", " ")).split()[0], set()).add(actor)
        single = {name: next(iter(actors)) for name, actors in bearers.items() if len(actors) == 1}
        found = []
        for i in [i for i, low in enumerate(self.document.lowers) if low in single]:
            token = self.tokens[i]
            if i in self.at or self.quoted[i] or not token.text[0].isupper():
                continue
            before = self.tokens[i - 1].text if i else ""
            after = self.tokens[i + 1].text if i + 1 < len(self.tokens) else ""
            if not after[:1].isupper() and not (before[:1].isupper() and i - 1 in self.at):
                found.append(Named(i, i + 1, (single[token.lower],), "name"))
        return found

    def opens_in_quote(self, number: int) -> bool:
        """Whether a sentence begins inside quote marks that were opened before it."""
        first = self.document.sentences[number].first
        return first > 0 and any(begin < first < end for begin, end in self.bounds)

    def is_caption(self, number: int) -> bool:
        """Whether a sentence is the caption of a picture, or a headline in capitals, inlined in the text."""
        if number not in self._captions:
            s = self.document.sentences[number]
            words = self.document.lowers[s.first : s.last]
            loud = self.document.text[s.start : s.end].isupper()
            self._captions[number] = loud or not self.sets["captions"].isdisjoint(words)
        return self._captions[number]

    def paragraph(self, i: int) -> int:
        """The number of the paragraph token `i` stands in."""
        return self.document.sentences[self.sentence_of[i]].paragraph

    def is_outlet(self, marked: Marked) -> bool:
        """Whether quoted words are the name of a newspaper or broadcaster: su «La Repubblica»."""
        end = marked.end - (self.document.text[marked.end - 1] in ".,")
        return (marked.start, end) in self.outlet_spans

    # -- small questions about a token ---------------------------------------------------------------------------

    def low(self, i: int) -> str:
        return self.lower[i]

    def is_(self, i: int, name: str) -> bool:
        return self.lower[i] in self.sets[name]

    def sentence(self, i: int) -> tuple[int, int]:
        return self._bounds_of[i]

    def matches(self, i: int, index: dict[str, list[tuple[str, ...]]]) -> int:
        """How many tokens a phrase of the index takes at `i` (0: none)."""
        for words in index.get(self.lower[i], ()):
            if len(words) == 1 or tuple(self.lower[i : i + len(words)]) == words:
                return len(words)
        return 0

    def text_of(self, first: int, last: int) -> str:
        """The text of tokens `first:last`."""
        return self.document.text[self.tokens[first].start : self.tokens[last - 1].end]

    def gender(self, actor: str) -> str:
        found = self.lexicon.actors.get(actor)
        return found.gender if found else ""

    def kind(self, actor: str) -> str:
        found = self.lexicon.actors.get(actor)
        return found.kind if found else "person"

    def is_possessor(self, named: Named) -> bool:
        return not self.italian and (
            self.low(named.last) == "'s" or (self.low(named.last) == "'" and self.low(named.last - 1).endswith("s"))
        )

    def governed(self, named: Named) -> bool:
        """Whether a preposition stands before a name (or begins it), which makes it no subject."""
        i = named.first
        if self.is_(i, "prepositions"):
            return True
        i -= 1
        while i >= 0 and self._goes_with_name(i) and not self.quoted[i]:
            if self.is_(i, "prepositions"):
                return True
            i -= 1
        if i < 0 or self.quoted[i]:
            return False
        if self.is_(i, "prepositions"):
            return True
        if self._attribute(named, i):
            return True
        if self.is_(i, "joins") and i and (other := self.at.get(i - 1)) and other.first < named.first:
            return self.governed(other) and not self.is_(named.last, "auxiliaries")
        return self.italian and self.is_(i - 1, "perfect") and not self.low(i).endswith(",")

    def _attribute(self, named: Named, before: int) -> bool:
        """Whether a name stands behind a noun as an adjective does: "le basi Usa", not "gli Usa"."""
        if before != named.first - 1 or not self.is_(named.first, "attributes"):
            return False
        noun = self.tokens[before].text
        opens = any(self.is_(before, words) for words in _NO_NOUNS)
        return noun.isalpha() and noun.islower() and len(noun) > 2 and not opens

    def _goes_with_name(self, i: int) -> bool:
        """Whether a word before a name belongs to it: an article, a nationality, "quotidiano" before an outlet."""
        outlet = self.is_(i, "organs") and (named := self.at.get(i + 1)) is not None and self.outlet(named)
        return outlet or self.is_(i, "determiners") or self.low(i) in self.words.adjectives

    def governor(self, named: Named) -> str:
        """The word before a name and its article: the "after" of "after the president"."""
        i = named.first - 1
        while i > 0 and self._goes_with_name(i):
            i -= 1
        return self.low(i)

    def named_in(self, first: int, last: int) -> list[Named]:
        """The names that begin in tokens `first:last`."""
        return self.named[bisect_left(self._named_firsts, first) : bisect_left(self._named_firsts, last)]

    def subject_of_clause(self, first: int, last: int) -> Named | None:
        """The first name in tokens `first:last` that can be a subject."""
        for named in self.named_in(first, last):
            if self.is_possessor(named) or self.governed(named):
                continue
            if (named.how == "pronoun" and self.is_(named.first, "possessives")) or self.titled(named):
                continue
            if self.outlet(named) and named.last < last and self.low(named.last) not in {":", ","}:
                continue
            return named
        return None

    def about(self, first: int, last: int) -> bool:
        """Whether tokens `first:last` only say what words are about: "On the war in Ukraine", "Poi, sui dazi"."""
        while first < last and (
            self.is_(first, "adverbs") or self.is_(first, "conjunctions") or self.low(first) == ","
        ):
            first += 1
        if not self.is_(first, "topics") or any(self.low(k) == "," or self.quoted[k] for k in range(first, last)):
            return False
        return self.subject_of_clause(first, last) is None

    def titled(self, named: Named) -> Named | None:
        """The person whose title begins with a name: "US Treasury Secretary Anna Rossi"."""
        if self.italian or any(self.kind(actor) == "person" for actor in named.actors):
            return None
        for k in range(named.last, min(named.last + 4, len(self.tokens))):
            person = self.at.get(k)
            if person:
                return person if person.first == k and all(self.kind(x) == "person" for x in person.actors) else None
            if self.quoted[k] or not (self.is_(k, "roles") or self.tokens[k].text[:1].isupper()):
                return None
        return None

    def is_person(self, named: Named) -> bool:
        return all(self.kind(x) == "person" for x in named.actors)

    def is_function_word(self, i: int) -> bool:
        return self.is_(i, "prepositions") or self.is_(i, "determiners")

    def is_capital(self, i: int) -> bool:
        return i not in self.at and not self.quoted[i] and self.tokens[i].text.istitle()

    def outlet(self, named: Named) -> bool:
        return self.words.outlets.issuperset(named.actors)

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
