"""Actors named by their names: states, institutions, outlets, persons, capitals that act, last names alone.

Lives here: `find_names` and `find_last_names`. Must not live here: offices and what points back (see `actor_offices`,
`actor_references`), or the name of anybody.
"""

from __future__ import annotations

import re

from data.extract.actor_scene import Scene
from data.extract.actor_words import Hit
from data.extract.phrases import PhraseIndex
from data.span import fold

_PRIORITY = {"mask": 0, "name": 0, "surname": 1, "epithet": 1, "state": 4, "metonym": 5}
_NUMERAL = re.compile(r"[IVX]+")


def find_names(scene: Scene) -> None:
    """Put on the board who is named outright; of phrases that overlap the longest counts."""
    candidates = [h for h in scene.hits if h.kind in _PRIORITY and not _cuts_name(scene, h)]
    candidates.sort(key=lambda h: (h.start - h.end, _PRIORITY[h.kind], h.start, h.id))
    for hit in candidates:
        if not scene.board.free(hit.start, hit.end):
            continue
        if hit.kind == "mask":
            scene.board.add(hit.start, hit.end, (), "name", "")
        elif hit.kind == "surname":
            if not (_other_person(scene, hit) or _common_word(scene, hit)):
                scene.board.add(hit.start, hit.end, [hit.id], "name", "actor-surname")
        elif hit.kind == "epithet":
            if not _somebody_else(scene, hit):
                scene.board.add(hit.start, hit.end, [hit.id], "office", "actor-office")
        elif hit.kind == "metonym":
            if not is_place(scene, hit.start, hit.end):
                scene.board.add(hit.start, hit.end, [hit.id], "metonym", "actor-metonym")
        elif not (hit.ambiguous and not _outlet(scene, hit)) and not _residence(scene, hit):
            scene.board.add(hit.start, hit.end, [hit.id], "name", "actor-name")


def _cuts_name(scene: Scene, hit: Hit) -> bool:
    """Whether a description begins within a name: "Smith's envoy" within "John Smith's envoy"."""
    if hit.kind != "epithet":
        return False
    first = scene.flat.find(" ", hit.start, hit.end)
    ends = {hit.end if first < 0 else first} | {at for at in (scene.flat.find("'", hit.start, hit.end),) if at > 0}
    return any(h.start < hit.start for end in ends for h in scene.ending(end, ("name",)))


def _word_before(scene: Scene, start: int) -> tuple[str, str]:
    """The word right before, as it stands and folded; empty if a mark or a break stands between."""
    at = scene.document.token_index(start)
    if at == 0 or scene.document.tokens[at].start != start:
        return "", ""
    token = scene.document.tokens[at - 1]
    return (token.text, token.lower) if scene.previous(start) == token.end else ("", "")


def _other_person(scene: Scene, hit: Hit) -> bool:
    """Whether a given name that is not this actor's stands right before the surname: "Mary Trump"."""
    text, lower = _word_before(scene, hit.start)
    if not text[:1].isupper() or lower in scene.index.own_names[hit.id]:
        return False
    return lower in scene.index.found.given or _introduced_anew(scene, hit, lower)


def _introduced_anew(scene: Scene, hit: Hit, before: str) -> bool:
    """ "Ha visto Ivan Rossi, segretario del Consiglio": an unknown given name, and behind the surname what he is."""
    found, sentence = scene.index.found, scene.document.sentence_at(hit.start)
    at = scene.document.token_index(hit.start) - 1
    behind = scene.document.tokens_in(hit.end, min(hit.end + 40, sentence.end))
    if scene.document.tokens[at].start <= sentence.start or len(behind) < 2 or behind[0].text != ",":
        return False
    first = scene.document.tokens[at - 1]
    if first.text[0].isupper() or before in found.roles or before in found.never:
        return False
    known = scene.starting(scene.document.tokens[at].start, (*_PRIORITY, "adjective"))
    return not known and behind[1].lower in found.roles and behind[1].lower not in _offices(scene, hit.id)


def _offices(scene: Scene, actor_id: str) -> set[str]:
    """The words of the titles somebody holds."""
    offices = (office for office, _ in scene.index.offices_of.get(actor_id, ()))
    return {word for office in offices for title in scene.index.titles(office) for word in fold(title).split()}


def _common_word(scene: Scene, hit: Hit) -> bool:
    """Whether the surname is an ordinary word that has its capital from the beginning of a sentence."""
    if scene.flat[hit.start : hit.end] not in scene.index.common or scene.after(hit.end).startswith(":"):
        return False
    if any(h.kind == "name" and h.id == hit.id and " " in scene.flat[h.start : h.end] for h in scene.hits):
        return False  # the full name stands in the article
    return scene.document.sentence_at(hit.start).start == hit.start or scene.in_capitals(hit.start)


def _somebody_else(scene: Scene, hit: Hit) -> bool:
    """Whether a description is told of a former holder or of another state: "la premier" + "danese"."""
    if scene.index.former.search(scene.before(hit.start)) or scene.index.below.search(scene.before(hit.start)):
        return True
    named = scene.starting(scene.next(hit.end), ("name",))
    if named and all(h.id != hit.id for h in named):
        return True  # "Smith's envoy Jones"
    following = scene.state_after(hit.end)
    return following is not None or scene.index.elect.match(scene.after(hit.end)) is not None


def _outlet(scene: Scene, hit: Hit) -> bool:
    """Whether a word beside an ambiguous name makes it an outlet's: "told Time", "rivista Time"."""
    after = scene.document.token_index(hit.end) + (scene.next(hit.end) >= 0)
    tokens = scene.document.tokens
    following = tokens[after].lower if after < len(tokens) and scene.next(hit.end) == tokens[after].start else ""
    return _word_before(scene, hit.start)[1] in scene.index.outlet_before or following in scene.index.outlet_after


def _residence(scene: Scene, hit: Hit) -> bool:
    """Whether a seat of government is only where something happens: "at the White House"."""
    return hit.id in scene.index.seats and bool(scene.index.seat_before.search(scene.before(hit.start)))


def is_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a capital is where something happens, not who acts: "in Moscow", "the Budapest summit", a dateline."""
    index, before, after = scene.index, scene.before(start), scene.after(end)
    if after.startswith("'s ") and not scene.document.text[end + 3 : end + 4].isupper():
        return False  # "in Moscow's view"
    if index.place_before.search(before) or index.place_after.match(after):
        return True
    sentence = scene.document.sentence_index(start)
    opening = scene.document.sentences[sentence]
    if opening.start == start and (
        sentence == 0 or scene.document.sentences[sentence - 1].paragraph < opening.paragraph
    ):
        return bool(index.dateline.match(after))
    return _beside_place(scene, start)


def _beside_place(scene: Scene, start: int) -> bool:
    """Whether the capital is joined to one that is a place: "in Moscow and Kyiv"."""
    at = start
    for _ in range(3):
        token = scene.document.token_index(at) - 1
        if token < 1 or not scene.index.joint.fullmatch(scene.document.tokens[token].lower):
            return False
        end = scene.document.tokens[token - 1].end
        previous = scene.ending(end, ("metonym",))
        if not previous:
            return False
        at = previous[0].start
        if scene.index.place_before.search(scene.before(at)):
            return True
    return False


def find_last_names(scene: Scene) -> None:
    """Later mentions by last name alone, of persons whose full name stands in the article before."""
    full: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for mention in scene.board:
        name = scene.document.text[mention.start : mention.end]
        if mention.how != "name" or " " not in name or not scene.is_person(mention.actor_id):
            continue
        actor = scene.lexicon.actors.get(mention.actor_id)
        words = [w for w in name.split() if not _NUMERAL.fullmatch(w)]  # "Leo XIV" is Leo
        last = scene.lexicon.family_name(mention.actor_id, words)
        if len(last) > 2 and last[0].isupper() and not (actor and last in actor.surnames):
            full.setdefault(last, set()).add(mention.actor_id)
            first[last] = min(first.get(last, mention.start), mention.start)
    one = {last: actors for last, actors in full.items() if len(actors) == 1 and _again(scene, last, first[last])}
    if not one:
        return
    for start, end, names in PhraseIndex((last, last) for last in one).find(scene.flat):
        called = scene.document.text[start:end]
        for last in names:
            if called in (last, last.upper()) and start > first[last] and _alone(scene, start, end):
                scene.board.add(start, end, one[last], "name", "actor-surname")


def _again(scene: Scene, last: str, at: int) -> bool:
    """Whether a last name stands again, or in capitals, behind the first mention at a place."""
    return any(scene.document.text.find(words, at + 1) > 0 for words in (last, last.upper()))


def _alone(scene: Scene, start: int, end: int) -> bool:
    """Whether a last name is free, without another given name before it or a second capital after it."""
    if not scene.board.free(start, end):
        return False
    text, lower = _word_before(scene, start)
    if text[:1].isupper() and lower in scene.index.found.given:
        return False
    following = scene.next(end)
    return not (following >= 0 and scene.document.text[following : following + 1].isupper()) or scene.in_capitals(start)
