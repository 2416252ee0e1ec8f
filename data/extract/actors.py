"""Who is named in an article: names, offices, groups, pronouns, and persons who are not in the vocabulary.

Lives here: `find_actors`. Must not live here: any name, office or word list (actors.toml, offices.toml, names.toml).
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from data.document import Document, Token
from data.extract.finds import FoundPerson, How, Mention
from data.extract.phrases import PhraseIndex
from data.extract.rules import Rule
from data.lexicon.types import Actor, Lexicon
from data.span import fold

RULES = (
    Rule("actor-name", "A name of the vocabulary, in any of its spellings.", "«Sergej Lavrov»", "“Sergey Lavrov”"),
    Rule(
        "actor-surname",
        "A surname that is enough alone, unless another given name stands before it; the last name of a person whose"
        " full name the article gives.",
        "«Peskov ha risposto»",
        "“Rubio replied”",
    ),
    Rule(
        "actor-office",
        "An office with the state or institution it belongs to, read as whoever held it on the article's day.",
        "«il ministro degli Esteri russo»",
        "“the Kremlin spokesman”",
    ),
    Rule(
        "actor-title",
        "A bare title with the article: the person with that title who was named last outside quotes.",
        "«il cancelliere ha aggiunto»",
        "“the chancellor added”",
    ),
    Rule(
        "actor-counterpart",
        "“Counterpart” with a nationality: the same office in the other state.",
        "«la sua controparte russa»",
        "“his Ukrainian counterpart”",
    ),
    Rule(
        "actor-pair",
        "“The two leaders”: the two heads of state or government named last.",
        "«i due leader»",
        "“both leaders”",
    ),
    Rule(
        "actor-plural-office",
        "A plural office with two states: the holders of both.",
        "«i presidenti di Russia e Ucraina»",
        "“the Russian and Ukrainian presidents”",
    ),
    Rule(
        "actor-side",
        "A nationality with a noun such as “officials” or “delegation”: the state.",
        "«la delegazione ucraina»",
        "“American officials”",
    ),
    Rule(
        "actor-metonym",
        "A capital that acts stands for its state; after a preposition of place it does not.",
        "«Mosca chiede»",
        "“Washington proposed”",
    ),
    Rule(
        "actor-pronoun",
        "A pronoun outside quotes: the one person of its gender named before it in the sentence, else the first one of"
        " the sentence before.",
        "«lui ha risposto»",
        "“he said”",
    ),
    Rule(
        "actor-found",
        "Two or three capitalised words with a given name, a role before or an apposition after: a person who is not in"
        " the vocabulary.",
        "«l'analista Piero Bianchi»",
        "“regional governor Ivan Petrenko”",
    ),
)

Kind = Literal[
    "name", "surname", "epithet", "state", "metonym", "adjective", "title", "plural", "pair", "pair_any", "counterpart", "side"
]  # fmt: skip
_DISTANCE = 2500  # characters a bare title may look back
_CAP = re.compile(r"[A-ZÀ-ÖØ-ÞŠŽČĆŁŚŻŹ]")


@dataclass(frozen=True, slots=True)
class Actors:
    """The mentions of an article in text order, and the persons among them who are not in the vocabulary."""

    mentions: tuple[Mention, ...]
    people: tuple[FoundPerson, ...]


class _Entry(NamedTuple):
    kind: Kind
    id: str  # actor_id, or office id for titles, or empty
    exact: str  # the spelling that must stand in the text, where case matters


class _Hit(NamedTuple):
    start: int
    end: int
    kind: Kind
    id: str


def _case_matters(actor: Actor, name: str) -> bool:
    return actor.kind == "outlet" or len(name) <= 4


def _entries(lexicon: Lexicon, language: str) -> Iterator[tuple[str, _Entry]]:
    italian = language == "it"
    for actor in lexicon.actors.values():
        names = {actor.name, actor.name_it or actor.name, *actor.names}
        further = actor.it if italian else actor.en
        kind: Kind = "state" if actor.kind in ("state", "institution") else "name"
        for name in (*sorted(names), *further):
            this: Kind = "epithet" if actor.kind == "person" and name in further else kind
            yield name, _Entry(this, actor.id, name if _case_matters(actor, name) else "")
        for name in actor.surnames:
            yield name, _Entry("surname", actor.id, "")
        for name in actor.nicknames:
            yield name, _Entry("epithet", actor.id, "")
        for name in actor.metonyms:
            yield name, _Entry("metonym", actor.id, "")
        for name in actor.adjectives_it if italian else actor.adjectives_en:
            yield name, _Entry("adjective", actor.id, name if len(name) <= 4 else "")
    for office in lexicon.offices.values():
        for title in office.titles_it if italian else office.titles_en:
            yield title, _Entry("title", office.id, "")
        for title in office.plural_it if italian else office.plural_en:
            yield title, _Entry("plural", office.id, "")
    words = lexicon.words[language].names
    for phrase in words.pairs:
        yield phrase, _Entry("pair", "", "")
    for phrase in words.pairs_any:
        yield phrase, _Entry("pair_any", "", "")
    for phrase in words.counterparts:
        yield phrase, _Entry("counterpart", "", "")
    for phrase in words.side_nouns:
        yield phrase, _Entry("side", "", "")


@dataclass(frozen=True)
class _Index:
    phrases: PhraseIndex[_Entry]
    holders: dict[tuple[str, str], tuple[tuple[str, dt.date | None, dt.date | None], ...]]
    offices_of: dict[str, tuple[tuple[str, str], ...]]  # person → (office, of)
    leaders: frozenset[str]
    articles: frozenset[str]
    given: frozenset[str]
    before_title: re.Pattern[str]
    of_state: re.Pattern[str]
    place_before: re.Pattern[str]
    former: re.Pattern[str]
    joined: re.Pattern[str]


_GRAMMAR = {
    "it": {
        "before_title": r"(?:\b(?:(?:d?el|d?al|il|lo|la|col|sul|nel)(?:lo|la)?)\s|\b(?:l|dell|all|dall)')$",
        "of_state": r"\s(?:di|del|dello|della|dei|degli|delle|a|al|alla|per la|per il)\s|\s(?:dell|all)'",
        "place_before": r"\b(?:a|ad|in|da|verso|presso|fino a)\s$",
        "former": r"\bex[ -]$|\bl'ex\s$|\ballora\s$",
        "joined": r"^,?\s(?:e|ed)\s(?:di |del |della |dell'|degli |dei )?$",
    },
    "en": {
        "before_title": r"\bthe\s$",
        "of_state": r"\sof\s(?:the\s)?",
        "place_before": r"\b(?:in|at|to|from|near|outside|into|around|over|across|towards)\s(?:central\s|downtown\s)?$",
        "former": r"\b(?:former|ex|then|late)[ -]$",
        "joined": r"^,?\sand\s(?:the\s)?$",
    },
}


@lru_cache(maxsize=8)
def _index(lexicon: Lexicon, language: str) -> _Index:
    holders: dict[tuple[str, str], list[tuple[str, dt.date | None, dt.date | None]]] = {}
    offices_of: dict[str, list[tuple[str, str]]] = {}
    leaders: set[str] = set()
    for actor in lexicon.actors.values():
        for held in actor.offices:
            of = held.of or ""
            holders.setdefault((held.office, of), []).append((actor.id, held.from_, held.to))
            offices_of.setdefault(actor.id, []).append((held.office, of))
            if lexicon.offices[held.office].rank == 1:
                leaders.add(actor.id)
    grammar = {name: re.compile(form) for name, form in _GRAMMAR[language].items()}
    words = lexicon.words[language].names
    return _Index(
        PhraseIndex(_entries(lexicon, language)),
        {key: tuple(value) for key, value in holders.items()},
        {key: tuple(value) for key, value in offices_of.items()},
        frozenset(leaders),
        frozenset(words.articles),
        frozenset(fold(name) for name in lexicon.given_names),
        grammar["before_title"],
        grammar["of_state"],
        grammar["place_before"],
        grammar["former"],
        grammar["joined"],
    )


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def holders_on(lexicon: Lexicon, language: str, day: dt.date | None) -> Callable[[str, str], list[str]]:
    """A day → the function (office, of whom) → who held it then; without a day, who holds it last."""
    index = _index(lexicon, language)

    def holders(office: str, of: str) -> list[str]:
        rows = index.holders.get((office, of), ())
        if day is None:
            open_ended = [actor for actor, _, to in rows if to is None]
            return open_ended or [actor for actor, _, _ in rows[-1:]]
        return [a for a, since, to in rows if (since is None or since <= day) and (to is None or day <= to)]

    return holders


_PRIORITY = {"name": 0, "surname": 1, "epithet": 1, "pair": 2, "pair_any": 3, "state": 4, "metonym": 5}
_QUOTED = re.compile(r"“[^”“]{0,1500}[”“]|«[^»]{0,1500}»|\"[^\"\n]{0,1500}\"")


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Text → the stretches between quote marks, roughly; good enough to keep anaphora out of them."""
    return [match.span() for match in _QUOTED.finditer(text)]


def _in_ranges(offset: int, ranges: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    at = bisect_left(starts, offset + 1) - 1
    return at >= 0 and ranges[at][0] <= offset < ranges[at][1]


class _Finder:
    """One article's search: hits of the vocabulary, then what can be said with their help."""

    def __init__(self, document: Document, lexicon: Lexicon, published: dt.date | None) -> None:
        self.document, self.lexicon, self.published = document, lexicon, published
        self.index = _index(lexicon, document.language)
        self.words = lexicon.words[document.language].names
        self.quotes = quoted_ranges(document.text)
        self.quote_starts = [start for start, _ in self.quotes]
        self.hits = self._hits()
        self.by_start: dict[int, list[_Hit]] = {}
        self.by_end: dict[int, list[_Hit]] = {}
        for hit in self.hits:
            self.by_start.setdefault(hit.start, []).append(hit)
            self.by_end.setdefault(hit.end, []).append(hit)
        self.holders = holders_on(lexicon, document.language, published)
        self.found: dict[str, FoundPerson] = {}
        self.mentions: list[Mention] = []
        self.taken: list[tuple[int, int]] = []

    def _hits(self) -> list[_Hit]:
        text, hits = self.document.text, []
        for start, end, entries in self.index.phrases.find(self.document.folded):
            for entry in entries:
                if entry.exact and text[start:end] not in (entry.exact, entry.exact.upper()):
                    continue
                if entry.kind in ("name", "surname", "state", "metonym") and text[start:end].islower():
                    actor = self.lexicon.actors[entry.id]
                    if actor.kind != "institution" and not self._lower_name(actor, text[start:end]):
                        continue
                hits.append(_Hit(start, end, entry.kind, entry.id))
        return sorted(set(hits))

    @staticmethod
    def _lower_name(actor: Actor, words: str) -> bool:
        """Nicknames and descriptions are written small: "il tycoon", "capo del Cremlino"."""
        folded = fold(words)
        return any(fold(name) == folded and name[:1].islower() for name in (*actor.nicknames, *actor.en, *actor.it))

    # -- what the hits say -----------------------------------------------------------------------
    def run(self) -> Actors:
        self._names()
        self._offices()
        self._unknown_people()
        self._last_names()
        self._anaphora()
        self.mentions.sort(key=lambda m: (m.start, m.end, m.actor_id))
        return Actors(tuple(self._without_appositions()), tuple(self.found.values()))

    def _free(self, start: int, end: int) -> bool:
        at = bisect_left(self.taken, (end, 0))
        return at == 0 or self.taken[at - 1][1] <= start

    def _add(self, start: int, end: int, actors: Iterable[str], how: How, rule: str) -> None:
        insort(self.taken, (start, end))
        for actor in actors:
            insort(self.mentions, Mention(start, end, actor, how, rule), key=_place)

    def _names(self) -> None:
        text = self.document.text
        candidates = [h for h in self.hits if h.kind in ("name", "surname", "epithet", "state", "metonym")]
        candidates.sort(key=lambda h: (h.start - h.end, _PRIORITY[h.kind], h.start))
        for hit in candidates:
            if not self._free(hit.start, hit.end):
                continue
            if hit.kind == "surname":
                if self._other_person(hit):
                    continue
                self._add(hit.start, hit.end, [hit.id], "name", "actor-surname")
            elif hit.kind == "epithet":
                self._add(hit.start, hit.end, [hit.id], "office", "actor-office")
            elif hit.kind == "metonym":
                before = self.document.folded[max(hit.start - 18, 0) : hit.start]
                if self.index.place_before.search(before) or (text[hit.end : hit.end + 2] == ", " and hit.start == 0):
                    continue
                self._add(hit.start, hit.end, [hit.id], "metonym", "actor-metonym")
            else:
                self._add(hit.start, hit.end, [hit.id], "name", "actor-name")

    def _other_person(self, hit: _Hit) -> bool:
        """Whether a given name that is not this actor's stands right before the surname."""
        tokens, at = self.document.tokens, self.document.token_index(hit.start)
        if at == 0 or tokens[at - 1].end + 1 != hit.start or not _CAP.match(tokens[at - 1].text):
            return False
        before = tokens[at - 1].lower
        actor = self.lexicon.actors[hit.id]
        own = {fold(word) for name in (actor.name, *actor.names) for word in name.split()}
        return before in self.index.given and before not in own

    def _state_after(self, end: int) -> tuple[str, int] | None:
        """The state or institution an Italian or English title belongs to when it follows: (actor, end)."""
        folded = self.document.folded
        if self.document.language == "it":
            for hit in sorted(self.by_start.get(end + 1, []), key=lambda h: -h.end):
                if hit.kind == "adjective":
                    return hit.id, hit.end
        match = self.index.of_state.match(folded, end)
        if match:
            for hit in sorted(self.by_start.get(match.end(), []), key=lambda h: -h.end):
                if hit.kind in ("state", "metonym"):
                    return hit.id, hit.end
        return None

    def _state_before(self, start: int) -> tuple[str, int] | None:
        """The same for English when it precedes: "Russian president", "Ukraine's president", "Kremlin spokesman"."""
        folded = self.document.folded
        for gap in (1, 3):  # " " and "'s "
            if gap == 3 and folded[max(start - 3, 0) : start] != "'s ":
                continue
            if gap == 1 and folded[max(start - 1, 0) : start] != " ":
                continue
            for hit in sorted(self.by_end.get(start - gap, []), key=lambda h: h.start):
                if hit.kind in ("adjective", "state", "metonym"):
                    return hit.id, hit.start
        return None

    def _named(self) -> list[str]:
        return [m.actor_id for m in self.mentions]

    def _choose(self, candidates: Sequence[str], at: int) -> str | None:
        unique = list(dict.fromkeys(candidates))
        if len(unique) == 1:
            return unique[0]
        named = [m for m in self.mentions if m.actor_id in unique]
        before = [m for m in named if m.start < at]
        if before:
            return max(before, key=lambda m: m.start).actor_id
        return named[0].actor_id if named and len({m.actor_id for m in named}) == 1 else None

    def _offices(self) -> None:
        folded = self.document.folded
        for hit in self.hits:
            if hit.kind == "plural" and self._free(hit.start, hit.end):
                self._plural(hit.start, hit.end, hit.id)
        titles: dict[tuple[int, int], list[str]] = {}
        for hit in self.hits:
            if hit.kind == "title":
                titles.setdefault((hit.start, hit.end), []).append(hit.id)
        self.bare: list[tuple[int, int, list[str]]] = []
        for (start, end), offices in sorted(titles.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
            if not self._free(start, end):
                continue
            found = self._state_after(end)
            low, high = start, end
            if found and self.document.language == "it" and re.fullmatch(r"\w+i", folded[end + 1 : found[1]]):
                continue  # "leader europei": several
            if found:
                high = found[1]
            elif self.document.language == "en" and (found := self._state_before(start)):
                low = found[1]
            former = bool(self.index.former.search(folded[max(low - 10, 0) : low]))
            if found is None:
                self.bare.append((start, end, offices))
                continue
            candidates = [actor for office in offices for actor in self.holders(office, found[0])]
            if not candidates and (parent := self._parent(found[0])):
                candidates = [actor for office in offices for actor in self.holders(office, parent)]
            actor = self._choose(candidates, low) if candidates and not former else None
            if actor is None:
                continue
            self._release(low, high)
            self._add(low, high, [actor], "office", "actor-office")
        self._sides()

    def _parent(self, actor_id: str) -> str | None:
        return self.lexicon.actors[actor_id].affiliation

    def _release(self, low: int, high: int) -> None:
        """An office phrase swallows the state's name inside it: "president of Russia" names no state."""
        self.mentions = [m for m in self.mentions if not (low <= m.start and m.end <= high)]
        self.taken = [span for span in self.taken if not (low <= span[0] and span[1] <= high)]

    def _sides(self) -> None:
        """ "American officials", "the Ukrainian and Russian delegations": the states."""
        italian = self.document.language == "it"
        for hit in self.hits:
            if hit.kind != "side" or not self._free(hit.start, hit.end):
                continue
            found = self._state_after(hit.end) if italian else self._state_before(hit.start)
            if found is None and italian:
                before = [h for h in self.by_end.get(hit.start - 1, []) if h.kind == "adjective"]
                found = (before[0].id, before[0].start) if before else None
            if found is None:
                continue
            states, low, high = [found[0]], min(hit.start, found[1]), max(hit.end, found[1])
            second = self._second_adjective(low, high)
            if second:
                states.append(second.id)
                low, high = min(low, second.start), max(high, second.end)
            self._release(low, high)
            if self._free(low, high):
                self._add(low, high, states, "group" if second else "office", "actor-side")

    def _second_adjective(self, low: int, high: int) -> _Hit | None:
        """Another nationality joined to a phrase by "and": before it in English, after it in Italian."""
        folded = self.document.folded
        if self.document.language == "it":
            for gap in (3, 4):
                if folded[high : high + gap] in (" e ", " ed "):
                    return next((h for h in self.by_start.get(high + gap, []) if h.kind == "adjective"), None)
            return None
        if folded[max(low - 5, 0) : low] == " and ":
            return next((h for h in self.by_end.get(low - 5, []) if h.kind in ("adjective", "state")), None)
        return None

    # -- persons who are not in the vocabulary -----------------------------------------------------
    def _unknown_people(self) -> None:
        never = frozenset(self.words.found.never)
        roles, after = frozenset(self.words.found.roles), frozenset(self.words.found.after)
        verbs = frozenset(self.words.found.verbs)
        for sentence in self.document.sentences:
            tokens = self.document.tokens[sentence.first : sentence.last]
            words = [t for t in tokens if t.text[0].isalpha()]
            capitals = sum(t.text[0].isupper() for t in words)
            if len(words) > 5 and capitals > 0.6 * len(words):
                continue  # a headline in capitals tells nothing
            for first, last in self._runs(tokens, never):
                run = tokens[first:last]
                if not self._free(run[0].start, run[-1].end):
                    continue
                while run and run[0].lower in roles:
                    first += 1
                    run = tokens[first:last]
                if self.document.text[run[-1].end : run[-1].end + 1] == "/" if run else True:
                    continue  # a photographer and the agency
                if not 2 <= len(run) <= 4 or any(t.text.isupper() and len(t.text) > 2 for t in run):
                    continue
                role = first > 0 and tokens[first - 1].lower in roles
                comma = last < len(tokens) and tokens[last].text == ","
                follows = tokens[last + 1].lower if comma and last + 1 < len(tokens) else ""
                told = last < len(tokens) and tokens[last].lower in verbs
                if not (
                    run[0].lower in self.index.given
                    or (role and (told or comma or len(run) == 2))
                    or (
                        (follows in after or follows.isdigit())
                        and len(run) == 2
                        and first > 0
                        and told is False
                        and tokens[first - 1].lower in verbs
                    )
                ):
                    continue
                self._add_person(run, tokens[:first])

    def _runs(self, tokens: Sequence[Token], never: frozenset[str]) -> Iterator[tuple[int, int]]:
        start = None
        for i, token in enumerate([*tokens, None]):
            good = (
                token is not None
                and bool(_CAP.match(token.text))
                and token.lower not in never
                and len(token.text) > 1
                and self._free(token.start, token.end)
                and not (start is not None and tokens[i - 1].end + 1 != token.start)
            )
            if good and start is None:
                start = i
            elif not good and start is not None:
                yield start, i
                start = (
                    i
                    if token is not None
                    and bool(_CAP.match(token.text))
                    and token.lower not in never
                    and (self._free(token.start, token.end) and len(token.text) > 1)
                    else None
                )

    def _add_person(self, run: Sequence[Token], before: Sequence[Token]) -> None:
        start, end = run[0].start, run[-1].end
        name = " ".join(t.text for t in run)
        actor_id = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
        title, side = self._title_before(before)
        if actor_id not in self.found:
            self.found[actor_id] = FoundPerson(actor_id, name, side, title)
        self._add(start, end, [actor_id], "name", "actor-found")

    def _title_before(self, before: Sequence[Token]) -> tuple[str | None, str]:
        """The role printed before a name, and the side its nationality gives."""
        roles = frozenset(self.words.found.roles)
        low = len(before)
        while (
            low > 0 and len(before) - low < 5 and (before[low - 1].lower in roles or before[low - 1].text[0].isupper())
        ):
            low -= 1
        if low == len(before) or not any(t.lower in roles for t in before[low:]):
            return None, "other"
        if before[low].lower in self.index.articles:
            low += 1
        title = self.document.text[before[low].start : before[-1].end] if low < len(before) else ""
        side = "other"
        for token in before[low:]:
            for hit in self.by_start.get(token.start, []):
                if hit.kind in ("adjective", "state", "metonym"):
                    side = self.lexicon.actors[hit.id].side
        return title or None, side

    def _last_names(self) -> None:
        """Later mentions by last name alone, of persons whose full name stands in the article."""
        full: dict[str, set[str]] = {}
        first_at: dict[str, int] = {}
        for m in self.mentions:
            name = self.document.text[m.start : m.end]
            actor = self.lexicon.actors.get(m.actor_id)
            if " " in name and (m.actor_id in self.found or (actor and actor.kind == "person" and not actor.surnames)):
                last = name.split()[-1]
                if len(last) > 2 and last[0].isupper():
                    full.setdefault(last, set()).add(m.actor_id)
                    first_at[last] = min(first_at.get(last, m.start), m.start)
        for last, actors in full.items():
            if len(actors) != 1:
                continue
            for match in re.finditer(rf"(?<!\w){re.escape(last)}(?!\w)", self.document.text):
                if match.start() > first_at[last] and self._free(*match.span()):
                    self._add(*match.span(), actors, "name", "actor-surname")

    # -- what only the words before can tell ------------------------------------------------------
    def _quoted(self, offset: int) -> bool:
        return _in_ranges(offset, self.quotes, self.quote_starts)

    def _is_person(self, actor_id: str) -> bool:
        return actor_id in self.found or self.lexicon.actors[actor_id].kind == "person"

    def _anaphora(self) -> None:
        todo: list[tuple[int, int, str, list[str]]] = [(s, e, "title", offices) for s, e, offices in self.bare]
        for hit in self.hits:
            if hit.kind in ("pair", "pair_any", "counterpart"):
                todo.append((hit.start, hit.end, hit.kind, [hit.id]))
        for token in self.document.tokens:
            if token.lower in self.words.pronouns:
                todo.append((token.start, token.end, "pronoun", [self.words.pronouns[token.lower]]))
        for start, end, kind, what in sorted(todo, key=lambda row: (row[0], row[0] - row[1])):
            if kind != "counterpart" and not self._free(start, end):
                continue
            if kind == "title":
                self._bare_title(start, end, what)
            elif kind == "pronoun":
                self._pronoun(start, end, what[0])
            elif kind == "counterpart":
                self._counterpart(start, end)
            else:
                self._pair(start, end, kind == "pair")

    def _persons_before(self, at: int) -> list[Mention]:
        """Persons named within reach before `at`, outside quotes, in text order."""
        low = bisect_left(self.mentions, (at - _DISTANCE, 0), key=_place)
        high = bisect_left(self.mentions, (at, 0), key=_place)
        return [
            m
            for m in self.mentions[low:high]
            if m.end <= at and m.how != "group" and self._is_person(m.actor_id) and not self._quoted(m.start)
        ]

    def _subject_first(self, persons: Sequence[Mention], at: int) -> Iterator[Mention]:
        """Antecedents in order of preference: this sentence from its beginning, then earlier sentences likewise."""
        sentences: dict[int, list[Mention]] = {}
        for m in persons:
            sentences.setdefault(self.document.sentence_index(m.start), []).append(m)
        for which in sorted(sentences, reverse=True):
            if self.document.sentence_index(at) - which > 6:
                return
            yield from sentences[which]

    def _bare_title(self, start: int, end: int, offices: Sequence[str]) -> None:
        folded = self.document.folded
        if self._quoted(start) or not self.index.before_title.search(folded[max(start - 8, 0) : start]):
            return
        following = self.by_start.get(end + 1, [])
        if any(h.kind in ("name", "surname") for h in following):
            return
        titles = {title for office in offices for title in self._titles(office)}
        for m in self._subject_first(self._persons_before(start), start):
            if any(o in offices for o, _ in self.index.offices_of.get(m.actor_id, ())):
                self._add(start, end, [m.actor_id], "office", "actor-title")
                return
            person = self.found.get(m.actor_id)
            if person and person.office and any(title in fold(person.office) for title in titles):
                self._add(start, end, [m.actor_id], "office", "actor-title")
                return

    def _titles(self, office: str) -> tuple[str, ...]:
        entry = self.lexicon.offices[office]
        return entry.titles_it if self.document.language == "it" else entry.titles_en

    def _gender(self, actor_id: str) -> str:
        actor = self.lexicon.actors.get(actor_id)
        return actor.gender if actor else ""

    def _pronoun(self, start: int, end: int, gender: str) -> None:
        if self._quoted(start):
            return
        persons = [m for m in self._persons_before(start) if self._gender(m.actor_id) in (gender, "")]
        here = self.document.sentence_index(start)
        for which in (here, here - 1, here - 2):
            inside = [m for m in persons if self.document.sentence_index(m.start) == which]
            if inside:
                self._add(start, end, [inside[0].actor_id], "pronoun", "actor-pronoun")
                return

    def _counterpart(self, start: int, end: int) -> None:
        found = self._state_after(end) if self.document.language == "it" else self._state_before(start)
        if found is None:
            return
        low, high = min(start, found[1]), max(end, found[1])
        wanted = ["leader", "president", "prime-minister"]
        for m in self._subject_first(self._persons_before(low), low):
            offices = [office for office, _ in self.index.offices_of.get(m.actor_id, ())]
            if offices:
                wanted = offices if not set(offices) & set(wanted) else wanted
                break
        equal = {"secretary-of-state": ["foreign-minister"], "foreign-minister": ["secretary-of-state"]}
        wanted = [*wanted, *(other for office in wanted for other in equal.get(office, []))]
        candidates = [actor for office in wanted for actor in self.holders(office, found[0])]
        if candidates:
            self._release(low, high)
            self._add(low, high, [candidates[0]], "office", "actor-counterpart")

    def _pair(self, start: int, end: int, leaders: bool) -> None:
        """The two who were last named together in a sentence; else the two named last."""
        low = bisect_left(self.mentions, (start - 2 * _DISTANCE, 0), key=_place)
        high = bisect_left(self.mentions, (start + _DISTANCE, 0), key=_place)
        people = [m for m in self.mentions[low:high] if self._is_person(m.actor_id)]
        if leaders:
            people = [m for m in people if m.actor_id in self.index.leaders]
        before = [m for m in people if m.end <= start]
        together: dict[int, list[str]] = {}
        for m in before:
            together.setdefault(self.document.sentence_index(m.start), []).append(m.actor_id)
        for which in sorted(together, reverse=True):
            pair = list(dict.fromkeys(reversed(together[which])))[:2]
            if len(pair) == 2:
                break
        else:
            after = [m.actor_id for m in people if m.start >= end]
            pair = list(dict.fromkeys([*(m.actor_id for m in reversed(before)), *after]))[:2]
        if len(pair) == 2:
            self._add(start, end, sorted(pair), "group", "actor-pair")

    def _plural(self, start: int, end: int, office: str) -> None:
        states = self._two_states(start, end)
        if states is None:
            return
        (one, two), low, high = states
        actors = [self._choose(self.holders(office, state), low) for state in (one, two)]
        if all(actors) and actors[0] != actors[1]:
            self._release(low, high)
            self._add(low, high, [actor for actor in actors if actor], "group", "actor-plural-office")

    def _two_states(self, start: int, end: int) -> tuple[tuple[str, str], int, int] | None:
        """Two states joined by "and" right after a plural title (before it in English): ids and the whole span."""
        folded = self.document.folded
        kinds = ("state", "metonym", "adjective")
        match = self.index.of_state.match(folded, end)
        at = match.end() if match else (end + 1 if self.document.language == "it" else None)
        if at is not None:
            for one in (h for h in self.by_start.get(at, []) if h.kind in kinds):
                for gap in range(3, 14):
                    for two in self.by_start.get(one.end + gap, []):
                        if (
                            two.kind in kinds
                            and two.id != one.id
                            and self.index.joined.match(folded[one.end : two.start])
                        ):
                            return (one.id, two.id), start, two.end
        if self.document.language == "en":
            for two in (h for h in self.by_end.get(start - 1, []) if h.kind in kinds):
                for one in self.by_end.get(two.start - 5, []):
                    if one.kind in kinds and folded[one.end : two.start] == " and " and one.id != two.id:
                        return (one.id, two.id), one.start, end
        return None

    def _without_appositions(self) -> Iterator[Mention]:
        """An office that stands right before or after a name says who that is; the name alone is the mention."""
        folded = self.document.folded
        names = {m.start: m for m in self.mentions if m.how == "name" and self._is_person(m.actor_id)}
        ends = {m.end: m for m in self.mentions if m.how == "name" and self._is_person(m.actor_id)}
        for m in self.mentions:
            if m.how == "office" and m.rule in ("actor-office", "actor-title"):
                if any(m.end + gap in names and not folded[m.end : m.end + gap].strip(" ,") for gap in (1, 2)):
                    continue
                before = next((ends[m.start - gap] for gap in (2, 5, 4) if m.start - gap in ends), None)
                if before and before.actor_id == m.actor_id and folded[before.end : before.end + 1] == ",":
                    continue
            yield m


def find_actors(document: Document, lexicon: Lexicon, published: dt.date | None = None) -> Actors:
    """Document, vocabulary and the article's day (for offices) → mentions in text order, and the persons found.

    A group gives one mention for each of its members, all with the same place. Without a day, an office is read as its
    last known holder's.
    """
    return _Finder(document, lexicon, published).run()
