"""Contacts told in an article: calls and meetings, who took part, whether they took place, and their date and place words.

Lives here: `find_contacts`, one find for each passage that tells of a contact. Must not live here: which passages mean
the same contact and on which day it was (`data.resolve`), or any word list (contacts.toml).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from data.document import Document, Sentence, Token
from data.extract.dates import DateFind
from data.extract.finds import Mention, Quote, Status
from data.extract.phrases import PhraseIndex
from data.extract.places import PlaceFind, host_of
from data.extract.rules import Rule
from data.lexicon.types import ContactNoun, ContactVerb, ContactWords, Lexicon
from data.span import fold

RULES = (
    Rule(
        "contact-between",
        "A contact noun with “between”: the persons or states listed after it.",
        "«un colloquio telefonico tra Rossi e Bianchi»",
        "“a phone call between Smith and Jones”",
    ),
    Rule(
        "contact-compound",
        "Names joined by a hyphen beside a contact noun.",
        "«il vertice Rossi-Bianchi»",
        "“the Smith-Jones summit”",
    ),
    Rule(
        "contact-with",
        "A contact noun or verb with “with”: the subject or possessor and those listed after it.",
        "«Rossi ha avuto un incontro con Bianchi»",
        "“after his meeting with Jones”",
    ),
    Rule(
        "contact-held",
        "Two or more subjects of a verb such as “hold” or “have” with a contact noun.",
        "«Rossi e Bianchi hanno tenuto una telefonata»",
        "“Smith and Jones held a call”",
    ),
    Rule(
        "contact-verb",
        "A verb of contact with subject and object, or with a plural subject that acts on each other.",
        "«Rossi ha incontrato Bianchi»",
        "“Smith met Jones”",
    ),
    Rule(
        "contact-scene",
        "A sentence that opens with “during a meeting …” and a comma: the two persons of its main clause.",
        "«Durante un vertice a Roma a maggio, Rossi ha accusato Bianchi»",
        "“During a meeting in Rome in May, Smith accused Jones”",
    ),
    Rule(
        "contact-delegation",
        "Whoever leads a delegation or is chief negotiator, in an article about talks, sat at the table.",
        "«Rossi, capo della delegazione»",
        "“the chief negotiator, Jones”",
    ),
    Rule(
        "contact-visit",
        "A visit: those who come, and whoever receives at the place.",
        "«la visita di Rossi alla Casa Bianca»",
        "“Jones visited the White House”",
    ),
    Rule(
        "contact-list",
        "A dated item of a list whose heading speaks of contacts.",
        "«I colloqui si sono susseguiti: – Il 3 aprile …»",
        "“The calls came one after another: – On 3 April …”",
    ),
    Rule(
        "contact-again",
        "A contact noun without names: the contact of that kind told last.",
        "«La telefonata è durata un'ora»",
        "“The call lasted an hour”",
    ),
)


@dataclass(frozen=True, slots=True)
class Contact:
    """A passage that tells of a contact. `start:end` is the sentence, `mark_start:mark_end` the words that name it."""

    start: int
    end: int
    mark_start: int
    mark_end: int
    kind: Literal["call", "meeting"]
    loose: bool  # the words alone do not tell a call from a meeting
    status: Status
    principals: tuple[str, ...]
    host: str | None
    place: str | None
    date: DateFind | None
    soon: bool  # "a few hours after": within a day of the contact told with it, or of the article
    definite: bool  # the reader is expected to know which one
    partial: bool  # not all who took part are named here
    plural: bool  # the words may speak of several contacts
    process: bool  # negotiations rather than one contact
    verb: bool  # told by a verb, not by a noun
    named: tuple[str, ...]  # all persons named in the sentence
    rule: str


class _Slot(NamedTuple):
    """One or more actors named at one place."""

    start: int
    end: int
    actors: tuple[str, ...]
    person: bool
    pronoun: bool
    group: bool


class _Who(NamedTuple):
    """Who took part, as the words arrange them: those who act, those they act with, and those who mediate."""

    rule: str
    subjects: tuple[_Slot, ...] = ()
    others: tuple[_Slot, ...] = ()
    mediators: tuple[_Slot, ...] = ()


class _Trigger(NamedTuple):
    start: int
    end: int
    noun: ContactNoun | None
    verb: ContactVerb | None
    plural: bool
    pronoun: bool = False
    further: tuple[ContactVerb, ...] = ()  # other readings of the verb

    @property
    def kind(self) -> Literal["call", "meeting"]:
        entry = self.noun or self.verb
        assert entry is not None
        return entry.kind

    @property
    def loose(self) -> bool:
        entry = self.noun or self.verb
        assert entry is not None
        return entry.loose


def _words(phrases: Sequence[str]) -> re.Pattern[str]:
    ordered = sorted((fold(p) for p in phrases), key=len, reverse=True)
    return (
        re.compile(r"(?<!\w)(?:" + "|".join(re.escape(p) for p in ordered) + r")(?!\w)")
        if ordered
        else re.compile(r"(?!)")
    )


@dataclass(frozen=True)
class _Index:
    nouns: PhraseIndex[tuple[ContactNoun, bool]]
    verbs: dict[str, tuple[ContactVerb, ...]]  # by lemma
    forms: dict[str, tuple[ContactVerb, ...]]  # by form, for verbs limited to forms
    noun_words: frozenset[str]
    pronouns: frozenset[str]
    between: re.Pattern[str]
    with_: re.Pattern[str]
    of: re.Pattern[str]
    whom: re.Pattern[str]
    mediation: re.Pattern[str]
    each: re.Pattern[str]
    delegation: re.Pattern[str]
    during: re.Pattern[str]
    place: re.Pattern[str]
    planned: re.Pattern[str]
    was_planned: re.Pattern[str]
    ongoing: re.Pattern[str]
    cancelled: re.Pattern[str]
    negation: frozenset[str]
    possible: re.Pattern[str]
    soon: re.Pattern[str]
    eve: re.Pattern[str]
    breakers: frozenset[str]
    light: frozenset[str]
    articles: frozenset[str]
    titles: frozenset[str]  # words that may stand between a preposition and a name
    definite: re.Pattern[str]
    mutual: re.Pattern[str]


@lru_cache(maxsize=4)
def _index(lexicon: Lexicon, language: str) -> _Index:
    words: ContactWords = lexicon.words[language].contacts
    nouns = [(w, (n, False)) for n in words.noun for w in n.words] + [
        (w, (n, True)) for n in words.noun for w in n.plural
    ]
    verbs: dict[str, list[ContactVerb]] = {}
    forms: dict[str, list[ContactVerb]] = {}
    for verb in words.verb:
        for form in verb.forms:
            forms.setdefault(fold(form), []).append(verb)
        for form in verb.reflexive:
            forms.setdefault(fold(form), []).append(verb)
        if not verb.forms:
            for lemma in verb.lemmas:
                verbs.setdefault(fold(lemma), []).append(verb)
    italian = language == "it"
    titles = {
        fold(w) for o in lexicon.offices.values() for t in (o.titles_it if italian else o.titles_en) for w in t.split()
    }
    titles |= {fold(w) for a in lexicon.actors.values() for w in (a.adjectives_it if italian else a.adjectives_en)}
    names = lexicon.words[language].names
    titles |= {fold(w) for w in (*names.articles, *names.honorifics, *names.found.roles, *names.side_nouns)}
    titles |= {"suo", "sua", "il", "his", "her", "their", "both", "entrambi", "proprio", "affari", "affairs"}
    status, link = words.status, words.link
    return _Index(
        nouns=PhraseIndex(nouns),
        verbs={k: tuple(v) for k, v in verbs.items()},
        forms={k: tuple(v) for k, v in forms.items()},
        noun_words=frozenset(fold(w) for w, _ in nouns),
        pronouns=frozenset(words.pronouns),
        between=_words(link.between),
        with_=_words(link.with_),
        of=re.compile(
            r"(?<!\w)(?:" + "|".join(sorted((re.escape(fold(w)) for w in link.of), key=len, reverse=True)) + r")"
        ),
        whom=_words(link.whom),
        mediation=_words(link.mediation),
        each=_words(link.each),
        delegation=_words(link.delegation),
        during=re.compile(_words(link.during).pattern + r"\s?(?:[\w'-]+\s){0,4}$"),
        place=re.compile(
            r"(?<!\w)(?:"
            + "|".join(sorted((re.escape(fold(w)) for w in link.place), key=len, reverse=True))
            + r")\s?(?:the\s|l')?$"
        ),
        planned=_words(status.planned),
        was_planned=_words(status.was_planned),
        ongoing=_words(status.ongoing),
        cancelled=_words(status.cancelled),
        negation=frozenset(fold(w) for w in status.negation),
        possible=_words(status.possible),
        soon=_words(status.soon_after),
        eve=_words(status.eve),
        breakers=frozenset(fold(w) for w in status.breakers),
        light=frozenset(fold(w) for w in words.verbs.light),
        articles=frozenset(fold(w) for w in names.articles) | {"primo", "prima", "nuovo", "prossimo"},
        titles=frozenset(titles),
        definite=re.compile(
            r"(?:\b(?:il|lo|la|al|allo|alla|del|dello|della|dal|dalla|nel|nella|sul|sulla|questo|questa|quel|quella)\s|l'|"
            r"\b(?:the|this|that|his|her|their|its)\s)(?:\w+\s){0,2}$"
        ),
        mutual=_words(words.verbs.mutual),
    )


_OBLIQUE = frozenset(
    ["con", "a", "ad", "al", "allo", "alla", "ai", "agli", "alle", "all'", "di", "del", "dello", "della", "dell'", "dei", "degli", "delle", "da", "dal", "dallo", "dalla", "dai", "dagli", "dalle", "su", "sul", "sulla", "contro", "per", "verso", "with", "to", "of", "from", "by", "on", "against", "about", "for", "at", "toward", "towards", "over", "including", "between", "tra", "fra"]
)  # fmt: skip
_JOINED = re.compile(
    r"^(?:'s)?\s*(?:,|e|ed|and|&|-|–|—|/|, e|, and|, as well as|nonche|e poi|e con|and with)(?=\s|$|\w)"
)
_WITH = re.compile(r"\s(?:\w+\s){0,3}?(?:with|con)\s(?:both\s)?")
_OBJECTS = {
    "con": re.compile(r"\s(?:[\w'-]+\s){0,6}?(?:con|coi|col)\s"),
    "with": re.compile(r"\s(?:[\w'-]+\s){0,3}?(?:with|to)\s(?:both\s)?"),
    "a": re.compile(r"\s(?:a|ad|al|alla|allo|all')\s?"),
}
_STOPS = frozenset((";", ":", ".", "“", "”", "«", "»", '"', "(", ")"))
_FINITE = frozenset(("avere", "have", "be", "say", "dire"))
_AND = re.compile(r"(?<!\w)(?:e|ed|and|&|nonche)(?!\w)")


_VAGUE = ("day", "weekday", "relative_day", "holiday", "range", "follow", "month", "period", "year")


def _vagueness(date: DateFind) -> int:
    return _VAGUE.index(date.kind)


class _Reader:
    """The search through one article."""

    def __init__(
        self,
        document: Document,
        lexicon: Lexicon,
        mentions: Sequence[Mention],
        dates: Sequence[DateFind],
        places: Sequence[PlaceFind],
        quotes: Sequence[Quote],
        holders: Callable[[str, str], list[str]],
    ) -> None:
        self.document, self.lexicon = document, lexicon
        self.folded = document.folded
        self.index = _index(lexicon, document.language)
        self.slots = self._slots(mentions)
        self.dates, self.places, self.quotes, self.holders = dates, places, quotes, holders
        self.credits = [
            (q.credit_start, q.credit_end) for q in quotes if q.credit_start is not None and q.credit_end is not None
        ]
        self.triggers = self._triggers()
        self.consumed: set[tuple[int, int]] = set()

    # -- material --------------------------------------------------------------------------------
    def _slots(self, mentions: Sequence[Mention]) -> list[_Slot]:
        slots: dict[tuple[int, int], list[Mention]] = {}
        for m in mentions:
            actor = self.lexicon.actors.get(m.actor_id)
            if actor is None or actor.kind != "outlet":
                slots.setdefault((m.start, m.end), []).append(m)
        rows = []
        for (start, end), found in sorted(slots.items()):
            actors = tuple(dict.fromkeys(m.actor_id for m in found))
            known = self.lexicon.actors.get(actors[0])
            rows.append(
                _Slot(
                    start, end, actors, known is None or known.kind == "person",
                    found[0].how == "pronoun", found[0].how == "group",
                )
            )  # fmt: skip
        return rows

    def _triggers(self) -> list[_Trigger]:
        found: list[_Trigger] = []
        for start, end, entries in self.index.nouns.find(self.folded):
            noun, plural = entries[0]
            if not self._is_noun(noun, start, end):
                continue
            found.append(_Trigger(start, end, noun, None, plural))
        kept: list[_Trigger] = []
        for trigger in sorted(found, key=lambda t: (t.start - t.end, t.start)):
            if not any(trigger.start < k.end and k.start < trigger.end for k in kept):
                kept.append(trigger)
        nouns = {k.start for k in kept}
        for token in self.document.tokens:
            verbs = self.index.forms.get(token.lower) or self.index.verbs.get(token.lemma, ())
            if not verbs or token.start in nouns or token.lower in self.index.noun_words:
                continue
            if any(k.start <= token.start < k.end for k in kept):
                continue
            clause = self._clause_text(token)
            fitting = [v for v in verbs if not v.needs or any(fold(need) in clause for need in v.needs)]
            if fitting:
                kept.append(_Trigger(token.start, token.end, None, fitting[0], False, further=tuple(fitting[1:])))
        for token in self.document.tokens:
            if token.lower in self.index.pronouns and self._pronoun_trigger(token):
                last = max((k for k in kept if k.start < token.start and k.noun), key=lambda k: k.start, default=None)
                if last is not None and self.document.sentence_index(last.start) == self.document.sentence_index(
                    token.start
                ):
                    kept.append(_Trigger(token.start, token.end, last.noun, None, False, pronoun=True))
        return sorted(kept, key=lambda t: (t.start, t.end))

    def _is_noun(self, noun: ContactNoun, start: int, end: int) -> bool:
        """Whether the word is the noun here: not "a call for help", not the adjective "bilateral"."""
        following = self.folded[end : end + 14].split()
        if noun.not_before and following and following[0] in noun.not_before:
            return False
        if noun.article:
            before = self.document.tokens[
                max(self.document.token_index(start) - 2, 0) : self.document.token_index(start)
            ]
            return any(t.lower in self.index.articles or t.lower in _OBLIQUE for t in before)
        return True

    def _pronoun_trigger(self, token: Token) -> bool:
        """ "quello di Anchorage tra …", "the one in Budapest": a pronoun with "between" or "of" behind it."""
        after = self.folded[token.end : token.end + 50]
        return bool(self.index.between.search(after)) and token.text[0].islower()

    def _clause_text(self, token: Token) -> str:
        sentence = self.document.sentence_at(token.start)
        return self.folded[max(sentence.start, token.start - 40) : min(sentence.end, token.end + 90)]

    # -- lists of names ---------------------------------------------------------------------------
    def _clean(self, start: int, end: int, most: int) -> bool:
        """Whether nothing between two places ends a clause, and it is at most so many words."""
        tokens = self.document.tokens_in(start, end)
        if tokens and tokens[0].text in ("”", "»", '"') and tokens[0].start == start:
            tokens = tokens[1:]  # the noun itself was between quote marks
        return len(tokens) <= most and not any(t.lower in self.index.breakers or t.text in _STOPS for t in tokens)

    def _no_verb(self, start: int, end: int) -> bool:
        """The same for the stretch between a noun and "between": no verb of its own either."""
        return self._clean(start, end, 14) and not any(
            (t.lemma in _FINITE and t.lower not in ("avuto", "been", "being")) or t.lower in ("to", "per")
            for t in self.document.tokens_in(start, end)
        )

    def _slots_in(self, start: int, end: int) -> list[_Slot]:
        return [s for s in self.slots if start <= s.start and s.end <= end]

    def _list_after(self, at: int, limit: int, first_gap: int = 8) -> list[_Slot]:
        """The names listed from `at` on: "the president of X, A, and the president of Y, B"."""
        out: list[_Slot] = []
        last_joined = False
        for slot in self._slots_in(at, limit):
            if not out:
                if not self._clean(at, slot.start, first_gap):
                    return []
                out.append(slot)
                continue
            gap = self.folded[out[-1].end : slot.start]
            if last_joined or not _JOINED.match(gap.strip()) or not self._clean(out[-1].end, slot.start, 9):
                if not (gap in ("-", "–", "/", " - ") and self._clean(out[-1].end, slot.start, 3)):
                    break
            if not gap.strip("-–/ ") or self._only_titles(gap):
                last_joined = bool(_AND.search(gap))
                out.append(slot)
            else:
                break
        return out

    def _only_titles(self, gap: str) -> bool:
        """Whether the words between two listed names are joiners, titles and adjectives only."""
        words = re.findall(r"[^\W\d]+", gap)
        odd = [
            w
            for w in words
            if w not in self.index.titles and not _AND.fullmatch(w) and w not in _OBLIQUE and len(w) > 1
        ]
        return len(odd) <= 3

    def _list_before(self, at: int, low: int, gap_words: int = 4) -> list[_Slot]:
        """The names listed right before `at`, in text order."""
        out: list[_Slot] = []
        for slot in reversed(self._slots_in(low, at)):
            if not out:
                if not self._clean(slot.end, at, gap_words):
                    return []
                out.append(slot)
                continue
            gap = self.folded[slot.end : out[0].start]
            if not (_JOINED.match(gap.strip()) and self._clean(slot.end, out[0].start, 9) and self._only_titles(gap)):
                break
            out.insert(0, slot)
        return out

    def _oblique(self, slot: _Slot) -> bool:
        """Whether a preposition governs the name, looking back through its title."""
        at = self.document.token_index(slot.start)
        for back in range(at - 1, max(at - 7, -1), -1):
            token = self.document.tokens[back]
            if token.lower in _OBLIQUE:
                return True
            if token.lower not in self.index.titles and not token.text[0].isupper():
                return False
            if token.text in (",", "."):
                return False
        return False

    def _subject(self, trigger: _Trigger, sentence: Sentence) -> list[_Slot]:
        """Who acts: the possessor right before a noun, else the nearest name before that no preposition governs."""
        before = [
            s
            for s in self._slots_in(sentence.start, trigger.start)
            if (s.start, s.end) not in self.consumed and (s.person or s.group)
        ]
        if not before:
            return []
        nearest = before[-1]
        gap = self.folded[nearest.end : trigger.start]
        if trigger.noun and (nearest.pronoun or gap.startswith("'s") or gap.startswith("' ")) and len(gap.split()) <= 5:
            return [nearest]
        direct = [s for s in before if not self._oblique(s)]
        chosen = direct[-1] if direct else before[0]
        joined = self._list_before(chosen.end, sentence.start, 0)
        return [s for s in joined if s.person or s.group] or [chosen]

    # -- one trigger -------------------------------------------------------------------------------
    def read(self) -> Iterator[Contact]:
        sentences: dict[int, list[_Trigger]] = {}
        for trigger in self.triggers:
            sentences.setdefault(self.document.sentence_index(trigger.start), []).append(trigger)
        heading: tuple[int, _Trigger] | None = None
        for which, sentence in enumerate(self.document.sentences):
            triggers = sentences.get(which, [])
            self.consumed = set()
            yield from self._sentence(sentence, triggers)
            heading = self._heading(which, sentence, triggers, heading)
            if heading and heading[0] < which and not triggers:
                yield from self._list_item(sentence, heading[1])
            yield from self._delegates(sentence)

    def _delegates(self, sentence: Sentence) -> Iterator[Contact]:
        """Persons named right beside the delegation or team they lead."""
        for match in self.index.delegation.finditer(self.folded, sentence.start, sentence.end):
            if not self._leading(match.start(), match.end()):
                continue
            near = [
                s
                for s in self._slots_in(max(match.start() - 70, sentence.start), min(match.end() + 90, sentence.end))
                if s.person and not s.pronoun and not any(map(self._leads, s.actors)) and self._beside(match, s)
            ]
            people = tuple(dict.fromkeys(a for s in near for a in s.actors))
            if people:
                yield Contact(
                    sentence.start, sentence.end, match.start(), match.end(), "meeting", False, "held", people, None, None,
                    None, False, True, True, False, True, False, self._named(sentence), "contact-delegation",
                )  # fmt: skip

    def _leading(self, start: int, end: int) -> bool:
        around = self.folded[max(start - 40, 0) : end + 25]
        return bool(re.search(r"\b(?:head|heads|headed|led|leads|lead|chief|top|capo|guida\w*|presieduta)\b", around))

    def _beside(self, match: re.Match[str], slot: _Slot) -> bool:
        low, high = (slot.end, match.start()) if slot.end <= match.start() else (match.end(), slot.start)
        tokens = self.document.tokens_in(low, high)
        return len(tokens) <= 12 and not any(t.lemma in _FINITE or t.text in (".", ";", ":") for t in tokens)

    def _heading(
        self, which: int, sentence: Sentence, triggers: list[_Trigger], last: tuple[int, _Trigger] | None
    ) -> tuple[int, _Trigger] | None:
        """A sentence that ends with a colon and speaks of contacts heads the list items that follow."""
        if self.document.text[sentence.end - 1] == ":":
            nouns = [t for t in triggers if t.noun and (t.plural or t.noun.loose)]
            return (which, nouns[-1]) if nouns else None
        if last and self._is_item(sentence):
            return last
        return last if last and self._between_items(which, last[0]) else None

    def _is_item(self, sentence: Sentence) -> bool:
        return self.document.text[sentence.start] in "-–—•*·"

    def _between_items(self, which: int, heading: int) -> bool:
        """A second sentence of an item belongs to the list as long as it is in the item's paragraph."""
        sentences = self.document.sentences
        return any(
            self._is_item(s) and s.paragraph == sentences[which].paragraph for s in sentences[heading + 1 : which]
        )

    def _list_item(self, sentence: Sentence, heading: _Trigger) -> Iterator[Contact]:
        if not self._is_item(sentence):
            return
        first = [d for d in self.dates if sentence.start <= d.start < sentence.end][:1]
        if first and not self.folded[sentence.start : first[0].start].strip(" -–—•*·ilon'"):
            yield Contact(
                sentence.start, sentence.end, first[0].start, first[0].end, heading.kind, True, "held", (), None, None,
                first[0], False, True, True, False, False, False, (), "contact-list",
            )  # fmt: skip

    def _sentence(self, sentence: Sentence, triggers: list[_Trigger]) -> Iterator[Contact]:
        dates = self._assign_dates(sentence, triggers)
        found: list[Contact] = []
        for i, trigger in enumerate(triggers):
            low = triggers[i - 1].end if i else sentence.start
            high = triggers[i + 1].start if i + 1 < len(triggers) else sentence.end
            if not self._denied(trigger, sentence) and not self._only_possible(trigger, low):
                found += self._contacts(trigger, sentence, low, high, dates.get(i, []))
        for n, contact in enumerate(found):
            before = found[n - 1] if n else None
            if before and self._during(before, contact):
                date, place = before.date or contact.date, before.place or contact.place
                found[n - 1] = replace(before, date=date, place=place)
                found[n] = replace(
                    contact, date=date, place=place, principals=before.principals, partial=before.partial
                )
        yield from found

    def _during(self, before: Contact, contact: Contact) -> bool:
        """ "Smith welcomed Jones during a meeting in Rome": one contact, told twice."""
        if not before.verb or before.kind != contact.kind or contact.principals or len(before.principals) < 2:
            return False
        return bool(
            self.index.during.search(self.folded[max(contact.mark_start - 40, before.mark_end) : contact.mark_start])
        )

    def _contacts(
        self, trigger: _Trigger, sentence: Sentence, low: int, high: int, dates: list[DateFind]
    ) -> Iterator[Contact]:
        place = self._place(trigger, sentence, low, high)
        who = self._who(trigger, sentence, low, high)
        verb, noun = trigger.verb, trigger.noun
        if verb:
            nobody = not who.subjects and not who.others
            if nobody and not (verb.needs or verb.loose or self._reflexive(trigger)):
                return
            if (verb.dated and not dates) or (verb.placed and place is None):
                if trigger.further:
                    other = trigger._replace(verb=trigger.further[0], further=trigger.further[1:])
                    yield from self._contacts(other, sentence, low, high, dates)
                return
        if noun and noun.placed and place is None:
            return
        process = bool(noun and noun.process)
        status = self._status(trigger, sentence, low, high)
        soon = self._eve(trigger) or bool(
            self.index.soon.search(self.folded[max(low, trigger.start - 60) : trigger.start])
        )
        definite = bool(self.index.definite.search(self.folded[max(trigger.start - 30, 0) : trigger.start]))
        for some in self._each(trigger, who):
            principals = self._principals(some, trigger)
            if not principals and verb and who.others:
                continue
            host = self._host(trigger, some, place, principals)
            if host and host not in principals:
                principals = (*principals, host)
            if process and len(principals) >= 2 and not (dates or place or self._numbered(trigger)):
                continue
            for date in dates or (None,):
                yield Contact(
                    sentence.start, sentence.end, trigger.start, trigger.end, trigger.kind, trigger.loose, status,
                    tuple(sorted(principals)), host, place, date, soon, definite, len(principals) < 2,
                    trigger.plural and some is who, process, verb is not None, self._named(sentence), some.rule,
                )  # fmt: skip

    def _named(self, sentence: Sentence) -> tuple[str, ...]:
        slots = self._slots_in(sentence.start, sentence.end)
        return tuple(sorted({a for s in slots if not s.pronoun for a in s.actors if self._person(a)}))

    def _each(self, trigger: _Trigger, who: _Who) -> Iterator[_Who]:
        """ "Separate calls with A and B": one contact with each."""
        if trigger.plural and who.rule == "contact-with" and len(who.others) > 1 and who.subjects:
            around = self.folded[max(trigger.start - 24, 0) : who.others[0].start]
            if self.index.each.search(around):
                for other in who.others:
                    yield who._replace(others=(other,))
                return
        yield who

    def _principals(self, who: _Who, trigger: _Trigger) -> tuple[str, ...]:
        """Those who took part: persons where two are named, else whoever is; states for talks between states."""
        subjects = [a for s in who.subjects for a in s.actors]
        if not subjects and who.others and (speaker := self._speaker(trigger)):
            subjects = [speaker]
        actors = list(dict.fromkeys([*subjects, *(a for s in who.others for a in s.actors)]))
        people = [a for a in actors if self._person(a)]
        if trigger.noun and trigger.noun.process and len(people) < len(actors):
            actors = list(dict.fromkeys(self._state_of(a) if self._leads(a) else a for a in actors))
        elif people:
            actors = people
        if trigger.kind == "call" and not people:
            return ()
        mediators = [a for s in who.mediators for a in s.actors]
        return tuple(dict.fromkeys([*actors, *mediators]))

    def _speaker(self, trigger: _Trigger) -> str | None:
        """Whoever says "my meeting with …" between quote marks."""
        for quote in self.quotes:
            if quote.form == "direct" and quote.start <= trigger.start < quote.end:
                return quote.speaker if quote.speaker and self._person(quote.speaker) else None
        return None

    def _leads(self, actor_id: str) -> bool:
        actor = self.lexicon.actors.get(actor_id)
        return actor is not None and any(self.lexicon.offices[h.office].rank == 1 for h in actor.offices)

    def _state_of(self, actor_id: str) -> str:
        actor = self.lexicon.actors.get(actor_id)
        return actor.affiliation if actor and actor.affiliation else actor_id

    def _reflexive(self, trigger: _Trigger) -> bool:
        return trigger.verb is not None and self.folded[trigger.start : trigger.end] in trigger.verb.reflexive

    def _person(self, actor_id: str) -> bool:
        actor = self.lexicon.actors.get(actor_id)
        return actor is None or actor.kind == "person"

    def _numbered(self, trigger: _Trigger) -> bool:
        before = self.folded[max(trigger.start - 30, 0) : trigger.start]
        return bool(
            re.search(
                r"\b(?:first|second|third|fourth|next|prim[oa]|second[oa]|terz[oa]|prossim[oa]) (?:\w+ ){0,2}$", before
            )
        )

    def _who(self, trigger: _Trigger, sentence: Sentence, low: int, high: int) -> _Who:
        """Who took part, and the rule that says so; nobody for a contact told again."""
        if trigger.verb:
            return self._who_verb(trigger, trigger.verb, sentence, high)
        noun = trigger.noun
        assert noun is not None
        tail = self.folded[trigger.end : high]
        between = self.index.between.search(tail[:110])
        with_ = self.index.with_.search(tail[:80])
        if between and with_ and with_.start() < between.start():
            between = None
        mediators = tuple(self._mediators(trigger, sentence))
        if between and self._no_verb(trigger.end, trigger.end + between.start()):
            slots = self._list_after(trigger.end + between.end(), sentence.end)
            if sum(len(s.actors) for s in slots) >= 2:
                return _Who("contact-between", others=tuple(slots), mediators=mediators)
        compound = self._compound(trigger, sentence)
        if compound:
            return _Who("contact-compound", others=tuple(compound), mediators=mediators)
        if with_ and self._clean(trigger.end, trigger.end + with_.start(), 8):
            others = self._list_after(trigger.end + with_.end(), sentence.end)
            if others:
                return self._with(trigger, sentence, tail, others, mediators)
        if noun.visit:
            visitors = [s for s in self._slots_in(trigger.end, high) if s.person and self._oblique(s)][:1]
            visitors = [s for s in visitors if self._clean(trigger.end, s.start, 14)]
            visitors = visitors or [s for s in self._subject(trigger, sentence) if s.person][:1]
            return _Who("contact-visit", subjects=tuple(visitors))
        subjects = self._held_by(trigger, sentence, low)
        if subjects:
            return _Who("contact-held", subjects=tuple(subjects))
        return self._scene(trigger, sentence)

    def _scene(self, trigger: _Trigger, sentence: Sentence) -> _Who:
        """ "During a meeting in Rome in May, Smith accused Jones": those the main clause names."""
        start = self.folded[sentence.start : trigger.start]
        comma = self.folded.find(",", trigger.end, sentence.end)
        opening = self.index.during.search(start) and len(start.split()) <= 6
        if opening and 0 < comma - trigger.end < 60 and trigger.noun and not trigger.noun.loose:
            people = [s for s in self._slots_in(comma, sentence.end) if s.person and not s.pronoun][:2]
            if len({a for s in people for a in s.actors}) == 2 and people[1].start - people[0].end < 40:
                return _Who("contact-scene", others=tuple(people))
        return _Who("contact-again")

    def _with(
        self, trigger: _Trigger, sentence: Sentence, tail: str, others: list[_Slot], mediators: tuple[_Slot, ...]
    ) -> _Who:
        self.consumed |= {(s.start, s.end) for s in others}
        of = self.index.of.match(tail.lstrip())
        start = trigger.end + len(tail) - len(tail.lstrip()) + of.end() if of else 0
        owner = [s for s in self._list_after(start, others[0].start, 6) if s.person] if of else []
        subject = owner[:1] or self._subject(trigger, sentence) or self._subject_after(others[-1], sentence)
        own = {a for s in others for a in s.actors}
        subjects = tuple(s for s in subject if not set(s.actors) <= own)
        return _Who("contact-with", subjects, tuple(others), mediators)

    def _subject_after(self, last: _Slot, sentence: Sentence) -> list[_Slot]:
        """ "Nell'incontro con A, B ha detto": the first name after the comma that no preposition governs."""
        for slot in self._slots_in(last.end, sentence.end):
            if slot.person and not self._oblique(slot) and "," in self.folded[last.end : slot.start]:
                return [slot]
        return []

    def _mediators(self, trigger: _Trigger, sentence: Sentence) -> list[_Slot]:
        match = self.index.mediation.search(self.folded, trigger.end, sentence.end)
        return [s for s in self._list_after(match.end(), sentence.end, 6) if s.person] if match else []

    def _compound(self, trigger: _Trigger, sentence: Sentence) -> list[_Slot]:
        """Names joined by hyphens right before ("the A-B call") or right after ("incontro A-B") the noun."""
        before = self._list_before(trigger.start, sentence.start, 2)
        pair = [s for s in before if s]
        if len(pair) >= 2 and all(
            self.folded[a.end : b.start] in ("-", "–", "/") for a, b in zip(pair, pair[1:], strict=False)
        ):
            return pair
        after = self._list_after(trigger.end, sentence.end, 1)
        if len(after) >= 2 and all(
            self.folded[a.end : b.start] in ("-", "–", "/") for a, b in zip(after, after[1:], strict=False)
        ):
            return after
        return []

    def _held_by(self, trigger: _Trigger, sentence: Sentence, low: int) -> list[_Slot]:
        """Two or more subjects before a light verb and the noun: "A and B held a call"."""
        tokens = [t for t in self.document.tokens_in(low, trigger.start)]
        for i in range(len(tokens) - 1, max(len(tokens) - 12, -1), -1):
            if tokens[i].lower in self.index.breakers or tokens[i].text in (";", ":"):
                return []
            if tokens[i].lemma in self.index.light or tokens[i].lower in self.index.light:
                verb = tokens[i]
                first = i
                while first > 0 and tokens[first - 1].lemma in ("avere", "essere", "have", "be", "will"):
                    first -= 1
                subjects = self._list_before(tokens[first].start, sentence.start, 1)
                if sum(len(s.actors) for s in subjects) >= 2:
                    return subjects
                if verb.lemma not in ("avere", "have"):
                    return []
        return []

    def _who_verb(self, trigger: _Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> _Who:
        rule = "contact-verb"
        at = max(sentence.start, trigger.start - 60)
        whom = self.index.whom.search(self.folded[at : trigger.start])
        if whom:
            antecedent = self._list_before(at + whom.start(), sentence.start, 2)[-1:]
            inner = [s for s in self._slots_in(at + whom.end(), trigger.start) if s.person]
            if antecedent and inner:
                return _Who(rule, (inner[-1],), tuple(antecedent))
        agent = self._agent(trigger, sentence) if verb.host else []
        if agent:
            guests = [s for s in self._list_before(trigger.start, sentence.start, 4) if s.person]
            return _Who(rule, tuple(agent), tuple(guests)) if guests else _Who(rule)
        objects = self._objects(trigger, verb, sentence, high)
        self.consumed |= {(s.start, s.end) for s in objects}
        states = self._states_before(trigger, sentence)
        subject = (
            states if states and self._clean(states[-1].end, trigger.start, 2) else self._subject(trigger, sentence)
        )
        if objects:
            own = {a for s in objects for a in s.actors}
            return _Who(rule, tuple(s for s in subject if not set(s.actors) & own), tuple(objects))
        if verb.object == "place":
            return _Who(rule, tuple(s for s in subject if s.person)[:1])
        people = {a for s in subject for a in s.actors}
        if len(people) >= 2 and self._clean(subject[-1].end, trigger.start, 7):
            return _Who(rule, tuple(subject))
        if len({a for s in states for a in s.actors}) >= 2:
            return _Who(rule, tuple(states))
        return _Who(rule)

    def _agent(self, trigger: _Trigger, sentence: Sentence) -> list[_Slot]:
        """ "Received by Jones", "ricevuti dal presidente"."""
        match = re.match(
            r"\s(?:\w+\s){0,3}?(?:by|da|dal|dallo|dalla|dall')\s?(?:the\s)?",
            self.folded[trigger.end : trigger.end + 50],
        )
        found = self._list_after(trigger.end + match.end(), sentence.end, 4)[:1] if match else []
        return [s for s in found if s.person]

    def _objects(self, trigger: _Trigger, verb: ContactVerb, sentence: Sentence, high: int) -> list[_Slot]:
        """Whom the verb acts on or with."""
        after = self.folded[trigger.end : trigger.end + 70]
        if verb.mutual_only or self._reflexive(trigger) or verb.object == "place":
            return []
        if verb.object == "direct":
            direct = self._list_after(trigger.end, min(high, sentence.end), 6)
            if direct and direct[0].person and not self._oblique(direct[0]):
                return [s for s in direct if s.person]
            match = _WITH.match(after)
        else:
            match = _OBJECTS[verb.object].match(after)
        if match is None or re.search(r"\b(?:che|that)\b", match.group()):
            return []
        objects = self._list_after(trigger.end + match.end(), sentence.end, 7)
        return [s for s in objects if s.person or s.group or self._state(s)]

    def _state(self, slot: _Slot) -> bool:
        actor = self.lexicon.actors.get(slot.actors[0])
        return actor is not None and actor.kind == "state"

    def _states_before(self, trigger: _Trigger, sentence: Sentence) -> list[_Slot]:
        return [s for s in self._list_before(trigger.start, sentence.start, 5) if self._state(s)]

    # -- date, place, status -------------------------------------------------------------------------
    def _assign_dates(self, sentence: Sentence, triggers: list[_Trigger]) -> dict[int, list[DateFind]]:
        """Each date of the sentence to the contact it stands nearest to; dates joined by "and" go together."""
        out: dict[int, list[DateFind]] = {}
        dates = [
            d
            for d in self.dates
            if sentence.start <= d.start < sentence.end and not self._open_ended(d) and not self._of_speech(d, triggers)
        ]
        taken: dict[int, tuple[float, list[DateFind]]] = {}
        i = 0
        while i < len(dates):
            group = [dates[i]]
            while i + 1 < len(dates):
                gap = self._between_dates(group[-1], dates[i + 1])
                if (
                    gap in ("", ",", ", il", ", l'", ", on", ", il giorno")
                    and len(group) == 1
                    and not dates[i + 1].hangs_on
                ):
                    group = [min(group[0], dates[i + 1], key=_vagueness)]  # one day said twice
                elif _AND.fullmatch(gap):
                    group.append(dates[i + 1])
                else:
                    break
                i += 1
            i += 1
            best = min(
                (
                    (self._date_cost(t, group, sentence), n)
                    for n, t in enumerate(triggers)
                    if not t.pronoun or len(triggers) == 1
                ),
                default=None,
            )
            if best is None or best[0] > 200:
                continue
            cost, which = best
            if which not in taken or cost < taken[which][0]:
                taken[which] = (cost, group)
        for which, (_, group) in taken.items():
            out[which] = group if len(group) > 1 and group[0].kind == group[-1].kind else group[:1]
        return out

    def _open_ended(self, date: DateFind) -> bool:
        """ "Since 2022", "until Friday": no day of the event. "After Monday's call" is one."""
        return date.relation != "on" and self.folded[date.end : date.end + 2] != "'s"

    def _of_speech(self, date: DateFind, triggers: list[_Trigger]) -> bool:
        """ "Said on Monday", "ha chiarito oggi": the day of the words, not of what they tell."""
        for low, high in self.credits:
            if low <= date.start <= high + 12 and not any(low <= t.start < date.start for t in triggers):
                return "," not in self.folded[high : date.start]
        return False

    def _between_dates(self, one: DateFind, two: DateFind) -> str:
        gap = self.folded[one.end : two.start].strip()
        return re.sub(r"^(e|ed|and)\s(?:il|l'|lo|la|on|the)$", r"\1", gap)

    def _date_cost(self, trigger: _Trigger, group: list[DateFind], sentence: Sentence) -> float:
        start, end = group[0].start, group[-1].end
        low, high = (trigger.end, start) if trigger.end <= start else (end, trigger.start)
        if high < low:
            return 0.0
        tokens = self.document.tokens_in(low, high)
        cost = float(high - low)
        cost += 140 * sum(t.lower in self.index.breakers for t in tokens)
        cost += 25 * sum(t.text in (",", "–", "—", ";") for t in tokens)
        cost += 300 * sum(t.text in _STOPS for t in tokens)
        if trigger.end <= start:
            cost *= 0.8  # "the call of 3 May" rather than "on 3 May … the call"
        elif len(tokens) > 3 and start > sentence.start + 12:
            cost += 60  # a date in mid-sentence looks back
        return cost

    def _place(self, trigger: _Trigger, sentence: Sentence, low: int, high: int) -> str | None:
        if trigger.kind == "call" and not trigger.loose:
            return None  # a call has no place of its own
        best: tuple[float, str] | None = None
        for place in self.places:
            if not sentence.start <= place.start < sentence.end:
                continue
            if not low - 90 <= place.start <= high or trigger.start <= place.start < trigger.end:
                continue
            before = self.folded[max(place.start - 14, sentence.start) : place.start]
            located = bool(self.index.place.search(before)) or place.start == trigger.end + 1
            of = (
                bool(re.search(r"\b(?:di|of|d')\s?$", before))
                and place.start - trigger.end <= 6
                and place.start > trigger.end
            )
            adjective = 0 < trigger.start - place.end <= 14 and self._clean(place.end, trigger.start, 2)
            if not (located or of or adjective):
                continue
            if place.end <= low and not located:
                continue
            distance = (
                place.start - trigger.end if place.start >= trigger.end else (trigger.start - place.end) * 1.5 + 20
            )
            gap = (trigger.end, place.start) if place.start >= trigger.end else (place.end, trigger.start)
            words = self.document.tokens_in(*gap)
            if place.end <= trigger.start and trigger.noun and len(words) > 5:
                continue
            distance += 100 * sum(t.lower in self.index.breakers for t in words)
            if place.end <= low and low > sentence.start:
                distance += 80
            if best is None or distance < best[0]:
                best = (distance, place.place_id)
        return best[1] if best and best[0] <= 150 else None

    def _host(self, trigger: _Trigger, who: _Who, place: str | None, principals: tuple[str, ...]) -> str | None:
        """Who receives: the subject of a verb of receiving, or whoever resides at the place of a visit or meeting."""
        if trigger.kind != "meeting":
            return None
        if trigger.verb and trigger.verb.host and len(who.subjects) == 1 and who.others:
            return who.subjects[0].actors[0] if who.subjects[0].person else None
        if place is None:
            return None
        host = host_of(self.lexicon, self.lexicon.places[place], self.holders)
        if host is None:
            return None
        people = [p for p in principals if self._person(p)]
        if host in principals:
            return host
        return host if len(people) == 1 and self._placed(trigger) and not self._leads_nobody(people[0]) else None

    def _placed(self, trigger: _Trigger) -> bool:
        return trigger.noun is not None or (trigger.verb is not None and trigger.verb.object == "place")

    def _leads_nobody(self, actor_id: str) -> bool:
        """A spokesperson at a building is no guest there."""
        actor = self.lexicon.actors.get(actor_id)
        return actor is None or all(self.lexicon.offices[h.office].rank == 3 for h in actor.offices)

    def _denied(self, trigger: _Trigger, sentence: Sentence) -> bool:
        """“no call is planned”, “non si sono sentiti”: a negation close before, within the clause."""
        tokens = self.document.tokens_in(max(sentence.start, trigger.start - 55), trigger.start)
        window = tokens[-8:]
        for i, token in enumerate(window):
            if token.lower in self.index.negation or token.lower.endswith("n't"):
                rest = window[i + 1 :]
                if not any(t.lower in self.index.breakers or t.text in (",", ";", ":") for t in rest):
                    return not any(t.lower in ("only", "solo", "soltanto", "just") for t in rest[:1])
        after = self.folded[trigger.end : trigger.end + 40]
        return bool(
            re.match(
                r"\s(?:\w+\s){0,2}(?:was not held|did not take place|non (?:c'e stat|si e tenut|ha avuto luogo))", after
            )
        )

    def _only_possible(self, trigger: _Trigger, low: int) -> bool:
        before = self.folded[max(low, trigger.start - 55) : trigger.start]
        match = None
        for match in self.index.possible.finditer(before):
            pass
        if match is None:
            return False
        gap = self.document.tokens_in(max(low, trigger.start - 55) + match.end(), trigger.start)
        return not any(t.lower in self.index.breakers or t.text in (",", ";", ":") for t in gap)

    def _eve(self, trigger: _Trigger) -> bool:
        before = self.folded[max(trigger.start - 40, 0) : trigger.start]
        found = list(self.index.eve.finditer(before))
        return bool(found) and len(before[found[-1].end() :].split()) <= 2

    def _status(self, trigger: _Trigger, sentence: Sentence, low: int, high: int) -> Status:
        before = self.folded[max(low, trigger.start - 75) : trigger.end]
        after = self.folded[trigger.start : min(high, trigger.end + 45)]
        around = before + " " + after
        if self.index.cancelled.search(around):
            return "cancelled"
        if self.index.ongoing.search(around):
            return "ongoing"
        if self.index.was_planned.search(before):
            return "held"
        if self._eve(trigger) or self.index.planned.search(before) or self.index.planned.search(after):
            return "planned"
        if trigger.verb and self._future(trigger):
            return "planned"
        return "held"

    def _future(self, trigger: _Trigger) -> bool:
        """An infinitive after a word of purpose, or an Italian future: "per incontrare", "vedrà"."""
        token = self.document.tokens[self.document.token_index(trigger.start)]
        if self.document.language == "it":
            if re.search(r"(?:r[ae]nno|r[aà]|ro)$", token.text.lower()) and not token.text.lower().endswith("ra"):
                return True
            infinitive = bool(re.search(r"(?:are|ere|ire|arsi|ersi|irsi)$", token.lower))
            before = self.folded[max(trigger.start - 12, 0) : trigger.start]
            return infinitive and not re.search(r"\b(?:dopo|aver)\s(?:\w+\s)?$", before)
        before = self.folded[max(trigger.start - 12, 0) : trigger.start]
        return bool(re.search(r"\b(?:to|will|would|'ll)\s(?:\w+\s)?$", before))


def find_contacts(
    document: Document,
    lexicon: Lexicon,
    mentions: Sequence[Mention],
    dates: Sequence[DateFind],
    places: Sequence[PlaceFind],
    quotes: Sequence[Quote] = (),
    holders: Callable[[str, str], list[str]] = lambda office, of: [],
) -> list[Contact]:
    """Document and what was found in it → the passages that tell of a contact, in text order.

    `holders(office, of)` says who held an office on the article's day. Denied and merely possible contacts are left out.
    """
    return list(_Reader(document, lexicon, mentions, dates, places, quotes, holders).read())
