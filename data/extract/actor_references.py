"""What only the words before can tell: bare titles, pronouns, counterparts, pairs.

Lives here: `find_references`. Must not live here: names and offices that stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from data.extract.actor_offices import holders_of
from data.extract.actor_scene import Scene
from data.extract.finds import Mention
from data.span import fold

_DISTANCE = 2500  # characters a reference may look back
_SENTENCES = 6  # sentences a bare title may look back
_PRONOUN_SENTENCES = 2
Bare = tuple[int, int, list[str]]

_TITLED = 5  # words from "with" to a name, past a title
_JOINERS = 3  # words between "il presidente russo" and "quello turco"
_COMPLEMENT = 9  # words within which a name may stand behind a title and what it serves


def find_references(scene: Scene, bare: Sequence[Bare]) -> None:
    """Put on the board whom bare titles (start, end, offices), pronouns, counterparts and pairs mean, in text order."""
    todo: list[tuple[int, int, str, list[str]]] = [(s, e, "title", offices) for s, e, offices in bare]
    todo += [
        (h.start, h.end, h.kind, [])
        for h in scene.hits
        if h.kind in ("pair", "pair_any", "pair_envoy", "pair_bare", "counterpart")
    ]
    pronouns = scene.index.words.pronouns
    said = [n for n, low in enumerate(scene.document.lowers) if low in pronouns]
    todo += [
        (at, at + len(word), "that_of", [])
        for word in scene.index.words.that_of
        for at in scene.document.word_starts.get(word, ())
    ]
    todo += [(t.start, t.end, "pronoun", [t.lower]) for t in map(scene.document.tokens.__getitem__, said)]
    for start, end, kind, what in sorted(todo, key=lambda row: (row[0], row[0] - row[1])):
        if kind == "counterpart":
            _counterpart(scene, start, end)
        elif kind == "that_of":
            _that_of(scene, start, end)
        elif kind == "pair_envoy" and not scene.board.free(start, end):
            _envoys_of(scene, start, end)
        elif not scene.board.free(start, end):
            continue
        elif kind == "title":
            _bare_title(scene, start, end, what)
        elif kind == "pronoun":
            _pronoun(scene, start, end, what[0])
        elif kind != "pair_bare" or _stands_alone(scene, end):
            _pair(scene, start, end, kind)


def _persons_before(scene: Scene, at: int, sentences: int = _SENTENCES) -> list[Mention]:
    """Persons named within reach before `at`, outside quotes, in text order."""
    first = scene.document.sentences[max(scene.document.sentence_index(at) - sentences, 0)].start
    return [
        m
        for m in scene.board.between(max(at - _DISTANCE, first), at)
        if m.end <= at and m.how != "group" and scene.is_person(m.actor_id) and not scene.quoted(m.start)
    ]


def _subject_first(scene: Scene, persons: Sequence[Mention]) -> Iterator[Mention]:
    """Antecedents in order of preference: this sentence from its beginning, then earlier sentences likewise."""
    sentences: dict[int, list[Mention]] = {}
    for m in persons:
        sentences.setdefault(scene.document.sentence_index(m.start), []).append(m)
    for which in sorted(sentences, reverse=True):
        yield from sentences[which]


def _bare_title(scene: Scene, start: int, end: int, offices: Sequence[str]) -> None:
    if scene.quoted(start) or not scene.index.before_title.search(scene.before(start)):
        return
    if (
        scene.starting(scene.next(end), ("name", "surname"))
        or _names_another(scene, end)
        or _of_another(scene, end, offices)
    ):
        return
    titles = [fold(title) for office in offices for title in scene.index.titles(office)]
    sentence = scene.document.sentence_at(start)
    his = scene.lexicon.words[scene.document.language].speech.possessives  # whose it is, is less sure
    spoken_of = {
        m.actor_id
        for m in scene.board.between(sentence.start, start)
        if m.how == "pronoun" and scene.document.folded[m.start : m.end] not in his
    }
    fitting = [
        m
        for m in _persons_before(scene, start)
        if m.actor_id not in spoken_of and _holds(scene, m.actor_id, offices, titles)
    ]  # "X said he waits for the president": that is not X
    if not fitting:
        return
    nearest = scene.document.sentence_index(fitting[-1].start)
    named = {m.actor_id for m in fitting if scene.document.sentence_index(m.start) == nearest}
    if len(named) == 1:  # two presidents in one sentence: "the president" is neither for sure
        scene.board.add(start, end, named, "office", "actor-title")


def _names_another(scene: Scene, end: int) -> bool:
    """Whether a capitalised word that is no known name follows a title: "il presidente Verdi"."""
    at = scene.next(end)
    if at < 0:
        return False
    token = scene.document.tokens[scene.document.token_index(at)]
    return token.text[0].isupper() and token.text[1:].islower() and scene.document.sentence_at(at).start < end


def _of_another(scene: Scene, end: int, offices: Sequence[str]) -> bool:
    """Whether a title goes on with what it serves and the name of a holder: "the envoy of the president, Jones"."""
    words, at = scene.lexicon.words[scene.document.language], scene.next(end)
    first = scene.document.token_index(at) if at >= 0 else 0
    if at < 0 or scene.document.tokens[first].lower not in words.contacts.link.of:
        return False
    for token in scene.document.tokens[first + 1 : first + _COMPLEMENT]:
        hits = scene.starting(token.start, ("name", "surname"))
        if hits:
            return any(office in offices for h in hits for office, _ in scene.index.offices_of.get(h.id, ()))
        if not token.text[0].isalpha() and token.text != ",":
            return False
    return False


def _holds(scene: Scene, actor_id: str, offices: Sequence[str], titles: Sequence[str]) -> bool:
    """Whether a person holds one of the offices, or was introduced by one of the titles."""
    if any(office in offices for office, _ in scene.index.offices_of.get(actor_id, ())):
        return True
    person = scene.found.get(actor_id)
    printed = fold(person.office) if person and person.office else ""
    return any(title in printed for title in titles)


def _gender(scene: Scene, actor_id: str) -> str:
    actor = scene.lexicon.actors.get(actor_id)
    return actor.gender if actor else ""


def _pronoun(scene: Scene, start: int, end: int, pronoun: str) -> None:
    if scene.quoted(start):
        return
    gender = scene.index.words.pronouns[pronoun]
    persons = [
        m for m in _persons_before(scene, start, _PRONOUN_SENTENCES) if _gender(scene, m.actor_id) in (gender, "")
    ]
    here = scene.document.sentence_index(start)
    if pronoun not in scene.index.oblique and (others := _met_first(scene, start, persons)):
        persons = [m for m in persons if m.actor_id not in others]
    for which in range(here, here - _PRONOUN_SENTENCES - 1, -1):
        inside = [m for m in persons if scene.document.sentence_index(m.start) == which]
        if not inside:
            continue
        if pronoun in scene.index.oblique and len({m.actor_id for m in inside}) > 1:
            inside = [m for m in inside if not _governed(scene, m)] if which == here else []
            if inside and _acts(scene, inside[-1]):
                inside = inside[:-1]  # "Smith said Jones would visit him"
            if len({m.actor_id for m in inside}) != 1:
                return
        first = inside[0]
        if which == here and pronoun not in scene.index.oblique and len(inside) > 1:
            first = _reported(scene, inside) or first
        scene.board.add(start, end, [first.actor_id], "pronoun", "actor-pronoun")
        return


def _met_first(scene: Scene, start: int, persons: Sequence[Mention]) -> frozenset[str]:
    """ "After a call with Jones last week, he said": whom "with" names in words that open the sentence is not "he"."""
    contacts = scene.lexicon.words[scene.document.language].contacts
    low = scene.document.sentence_at(start).start
    opening = scene.document.tokens_in(low, start)
    if not opening or opening[-1].text != "," or [t.text for t in opening].count(",") > 1:
        return frozenset()
    met = [m for m in persons if m.start >= low]
    if not met or opening[0].lower not in (*contacts.status.clauses, *contacts.link.setting):
        return frozenset()
    before = scene.document.tokens_in(low, met[0].start)[-_TITLED:]
    tied = any(t.lower in contacts.link.with_ for t in before)
    gap = scene.document.tokens_in(met[0].end, met[-1].start)
    joined = len(gap) <= _JOINERS and (len(met) == 1 or any(t.lower in contacts.status.and_ for t in gap))
    return frozenset(m.actor_id for m in met) if tied and joined else frozenset()


def _governed(scene: Scene, m: Mention) -> bool:
    """Whether a preposition governs a person, through titles before the name: "an adviser to President Smith"."""
    link = scene.lexicon.words[scene.document.language].contacts.link
    at = scene.document.token_index(m.start) - 1
    while at >= 0 and scene.document.tokens[at].text[0].isupper():
        at -= 1
    return at >= 0 and scene.document.tokens[at].lower in link.prepositions


def _acts(scene: Scene, m: Mention) -> bool:
    """Whether an auxiliary stands right behind a name."""
    behind = scene.document.tokens_in(m.end, m.end + 16)[:1]
    return bool(behind) and behind[0].lower in scene.lexicon.words[scene.document.language].speech.auxiliaries


def _reported(scene: Scene, inside: Sequence[Mention]) -> Mention | None:
    """ "Smith said Jones told Brown he would come": who acts in what the first is reported to say; None elsewhere."""
    words = scene.lexicon.words[scene.document.language]
    one, two = inside[0], next((m for m in inside[1:] if m.actor_id != inside[0].actor_id), None)
    if two is None:
        return None
    gap = [
        t
        for t in scene.document.tokens_in(one.end, two.start)
        if not t.text[0].isupper() and t.lower not in words.speech.auxiliaries
    ]
    if not gap or gap[0].lemma not in words.speech.say or len(gap) > 2:
        return None
    return two if len(gap) == 1 or gap[1].lower in words.contacts.link.that else None


def _counterpart(scene: Scene, start: int, end: int) -> None:
    state = scene.state_after(end)
    if state is None and not scene.index.italian:
        state = scene.state_before(start)
    if state is None:
        return
    low, high = min(start, state[1]), max(end, state[1])
    before = _subject_first(scene, _persons_before(scene, low))
    equal = _equals(scene, next((m for m in before if scene.index.offices_of.get(m.actor_id)), None), state[0])
    if equal:
        scene.board.replace(low, high, [equal], "office", "actor-counterpart")


def _equals(scene: Scene, person: Mention | None, state: str) -> str | None:
    """Whoever holds in a state the office of a person, or an equal one; the head of state or government for nobody."""
    heads = scene.index.heads
    offices = [office for office, _ in scene.index.offices_of.get(person.actor_id, ())] if person else []
    wanted = offices if offices and not set(offices) & set(heads) else list(heads)
    wanted = [*wanted, *(equal for office in wanted for equal in scene.lexicon.offices[office].equals)]
    return next((actor for office in wanted for actor in holders_of(scene, [office], state)), None)


def _that_of(scene: Scene, start: int, end: int) -> None:
    """ "Il presidente russo e quello turco": the same office in another state, unless a name follows."""
    state = scene.state_after(end)
    sentence = scene.document.sentence_at(start)
    before = [
        m for m in scene.board.between(sentence.start, start) if m.how == "office" and scene.is_person(m.actor_id)
    ]
    if state is None or not before or scene.starting(scene.next(state[1]), ("name", "surname")):
        return
    if len(scene.document.tokens_in(before[-1].end, start)) <= _JOINERS and (
        equal := _equals(scene, before[-1], state[0])
    ):
        scene.board.replace(start, state[1], [equal], "office", "actor-counterpart")


def _stands_alone(scene: Scene, end: int) -> bool:
    """Whether "the two" means persons: a verb or a mark follows, not what there are two of."""
    at = scene.next(end)
    if at < 0:
        return scene.after(end)[:1] != "-"  # "the two-hour call"
    token = scene.document.tokens[scene.document.token_index(at)]
    return not token.text[0].isalnum() or token.lower in scene.index.bare_before


def _pair(scene: Scene, start: int, end: int, kind: str) -> None:
    """The two of such a group, where they are known."""
    pair = _last_pair(scene, start, end, kind)
    if pair:
        scene.board.add(start, end, pair, "group", "actor-pair")


def _envoys_of(scene: Scene, start: int, end: int) -> None:
    """ "Gli inviati americani": the two envoys named last, or first behind, if that state sends both."""
    side = next((m for m in scene.board.between(start, end) if m.rule == "actor-side"), None)
    pair = _last_pair(scene, start, side.end, "pair_envoy") if side else []
    if side and pair and all(_sent_by(scene, actor, side.actor_id) for actor in pair):
        scene.board.replace(start, side.end, pair, "group", "actor-pair")


def _sent_by(scene: Scene, actor_id: str, state: str) -> bool:
    """Whether somebody acts for a state, and in no office but those of envoys."""
    actor = scene.lexicon.actors.get(actor_id)
    own = actor is not None and scene.lexicon.country(actor_id) == state
    return own and all(scene.lexicon.offices[office].sent for office, _ in scene.index.offices_of.get(actor_id, ()))


def _last_pair(scene: Scene, start: int, end: int, kind: str) -> list[str]:
    """The two who were last named together in a sentence; else the two named last. Envoys lead no state."""
    people = [m for m in scene.board.between(start - 2 * _DISTANCE, start + _DISTANCE) if scene.is_person(m.actor_id)]
    if kind in ("pair", "pair_envoy"):
        people = [m for m in people if (m.actor_id in scene.index.leaders) == (kind == "pair")]
    before = [m for m in people if m.end <= start and not _titled(m, people)]
    together: dict[int, list[str]] = {}
    for m in before:
        together.setdefault(scene.document.sentence_index(m.start), []).append(m.actor_id)
    for which in sorted(together, reverse=True):
        named = [m for m in before if scene.document.sentence_index(m.start) == which]
        pair = _joined(scene, named) or list(dict.fromkeys(reversed(together[which])))[:2]
        if len(pair) == 2:
            break
    else:
        after = [m.actor_id for m in people if m.start >= end]
        pair = list(dict.fromkeys([*(m.actor_id for m in reversed(before)), *after]))[:2]
    return sorted(pair) if len(pair) == 2 else []


def _joined(scene: Scene, named: Sequence[Mention]) -> list[str]:
    """The first two of a sentence whom an "and" joins: "Smith and Jones met White. The two …"."""
    joiners = scene.lexicon.words[scene.document.language].contacts.status.and_
    for one, two in pairwise(named):
        gap = scene.document.text[one.end : two.start].lower().split()
        if one.actor_id != two.actor_id and gap and gap[0] in joiners and len(gap) <= 8 and "," not in " ".join(gap):
            return [two.actor_id, one.actor_id]
    return []


def _titled(office: Mention, people: Sequence[Mention]) -> bool:
    """Whether an office stands right before a name and so means whoever is named: "the prime minister, Jones"."""
    return office.how == "office" and any(0 <= m.start - office.end <= 2 and m.how == "name" for m in people)
