"""Persons who are not in the vocabulary: capitalised words that their surroundings show to be a person's name.

Lives here: `find_people`. Must not live here: any word (the `found` part of names.toml, given_names.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import compress, count

from data.document import Token
from data.extract.actor_scene import Scene
from data.extract.actor_words import FoundIndex, given_sound, sound
from data.extract.finds import FoundPerson
from data.span import fold

_HEADLINE = 0.6  # from this share of capitalised words on, capitals tell nothing
_SHORT = 5  # sentences up to this many words are no headlines
_APPOSITION = 6  # words after the comma among which the role must stand
_SMALL = 4  # small words inside a name, and the one after them
_SHORTEST, _LONGEST = 2, 5  # words of a name
_TITLE = 5  # words of a title before a name
_LINK = 5  # letters of the small words inside an office: "of the", "degli"


def find_people(scene: Scene) -> None:
    """Put on the board the persons found by pattern; they are kept in `scene.found` with the title printed."""
    for number, opening in _openings(scene).items():
        sentence = scene.document.sentences[number]
        initials = scene.document.initials[sentence.first : sentence.last]
        tokens = scene.document.tokens[sentence.first : sentence.last]
        letters = list(filter(str.isalpha, initials))
        if len(letters) > _SHORT and sum(map(str.isupper, letters)) > _HEADLINE * len(letters):
            continue
        for first, last in _runs(scene, tokens, opening):
            while first < last and (
                tokens[first].lower in scene.index.found.roles or tokens[first].lower in scene.index.found.particles
            ):
                first += 1
            if last - first < _SHORTEST:
                continue
            first = _behind_title(scene, tokens, first, last)
            half = (last - first) // 2
            if [t.text for t in tokens[first : first + half]] == [t.text for t in tokens[first + half : last]]:
                last = first + half  # a byline printed twice
            if _is_person(scene, tokens, first, last):
                _add(scene, tokens, first, last)


def _behind_title(scene: Scene, tokens: Sequence[Token], first: int, last: int) -> int:
    """Where a name begins in a run that opens with something else: "Fed Chairman Anna Rossi", "Sciences Anna Rossi"."""
    given, low = scene.index.found.given, tokens[first].lower
    known = [k for k in range(first + 1, last - 1) if tokens[k].lower in given]
    if known and last - known[0] <= 3 and low not in given and low not in scene.index.found.not_behind:
        return known[0]
    roles = [k for k in range(first, last - 2) if tokens[k].lower in scene.index.found.roles]
    return roles[-1] + 1 if roles and tokens[roles[-1] + 1].lower not in scene.index.found.particles else first


def _fits(scene: Scene, token: Token) -> bool:
    """Whether a token may be part of a person's name."""
    return (
        token.text[0].isupper()
        and len(token.text) > 1
        and token.lower not in scene.index.found.never
        and scene.board.free(token.start, token.end)
    )


def _openings(scene: Scene) -> dict[int, list[int]]:
    """By sentence, the capitalised words with a further word of a name behind, or what may stand before one."""
    document, particles = scene.document, scene.index.found.particles
    initials, lowers = f"{document.initials} ", [*document.lowers, ""]
    openings: dict[int, list[int]] = {}
    number, first, last = -1, 0, 0
    for i in compress(count(), map(str.isupper, document.initials)):
        following = initials[i + 1]
        if following.isupper() or following == "-" or lowers[i + 1] in particles:
            while i >= last:
                number += 1
                _, _, first, last, _ = document.sentences[number]
            if i + 1 < last:
                openings.setdefault(number, []).append(i - first)
    return openings


def _runs(scene: Scene, tokens: Sequence[Token], opening: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches of a sentence of capitalised words with only blanks between, small words inside a name included."""
    last = 0
    for first in opening:
        if first < last or not _fits(scene, tokens[first]):
            continue
        last = first + 1
        while last < len(tokens):
            if _doubled(scene, tokens, last):
                last += 2
                continue
            if scene.next(tokens[last - 1].end) != tokens[last].start:
                break
            if not (_leads_on(scene, tokens, last) or _fits(scene, tokens[last])):
                break
            last += 1
        yield first, last


def _doubled(scene: Scene, tokens: Sequence[Token], at: int) -> bool:
    """Whether a hyphen joins a given name to another word of the name: "Anna-Maria Rossi"."""
    if at < 1 or at + 2 >= len(tokens) or tokens[at].text != "-":
        return False
    close = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    given = tokens[at - 1].lower in scene.index.found.given
    more = scene.next(tokens[at + 1].end) == tokens[at + 2].start and _fits(scene, tokens[at + 2])
    return close and given and more and _fits(scene, tokens[at + 1])


def _leads_on(scene: Scene, tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word stands inside a name: "van der" before a word that may be part of it."""
    particles = scene.index.found.particles
    following = next((t for t in tokens[at : at + _SMALL] if t.lower not in particles), None)
    return tokens[at].lower in particles and following is not None and _fits(scene, following)


def _is_person(scene: Scene, tokens: Sequence[Token], first: int, last: int) -> bool:
    found, run = scene.index.found, tokens[first:last]
    if not _SHORTEST <= len(run) <= _LONGEST or any(t.text.isupper() and len(t.text) > 2 for t in run):
        return False
    if _is_thing(scene, tokens, first, last):
        return False
    role = first > 0 and tokens[first - 1].lower in found.roles
    if not role and first > 1 and found.nations:
        role = tokens[first - 2].lower in found.roles and tokens[first - 1].lower.endswith(found.nations)
    comma = last < len(tokens) and tokens[last].text == ","
    told = last < len(tokens) and tokens[last].lower in found.verbs
    if run[0].lower in found.given or (role and (told or comma or len(run) == 2)):
        return True
    if len(run) <= 3 and _introduced(scene, tokens, first):
        return True
    if len(run) != 2 or not comma or told:
        return False
    follows = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    introduced = first > 0 and tokens[first - 1].lower in found.verbs
    return (introduced and (follows in found.after or follows.isdigit())) or _apposition(found, tokens[last + 1 :])


def _introduced(scene: Scene, tokens: Sequence[Token], first: int) -> bool:
    """Whether an office with its state stands right before a name: "il ministro degli Esteri polacco", "a US envoy"."""
    if not first or scene.next(tokens[first - 1].end) != tokens[first].start:
        return False
    owners = scene.ending(tokens[first - 1].end, ("adjective", "state", "metonym"))
    if not owners:
        return False
    for k in range(first - 1, max(first - 9, -1), -1):
        if not tokens[k].text[0].isalpha():
            return False
        if tokens[k].lower in scene.index.found.roles:
            return tokens[k].text[0].islower()
        nation = scene.starting(tokens[k].start, ("adjective",))
        if tokens[k].text[0].islower() and len(tokens[k].text) > _LINK and not nation:
            return False  # a verb or noun of its own stands between
    return False


def _is_thing(scene: Scene, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is a street's, ship's, foundation's, place's, or a photographer's."""
    found = scene.index.found
    start, end = tokens[first].start, tokens[last - 1].end
    following = tokens[last].lower if last < len(tokens) else ""
    previous = tokens[first - 1].lower if first else ""
    return (
        previous in found.not_behind
        or following in found.not_before
        or any(t.lower in found.not_before for t in tokens[first + 1 : last])
        or scene.flat[start:end] in found.places
        or scene.flat[end : end + 1] == "/"
        or scene.flat[start - 1 : start] == "/"
        or bool(found.credits.search(scene.before(start)))
    )


def _apposition(found: FoundIndex, after: Sequence[Token]) -> bool:
    """Whether a role is told right after the comma: ", the EU's climate commissioner"."""
    if not after or after[0].lower not in found.after:
        return False
    for i, token in enumerate(after[:_APPOSITION]):
        if not (token.text[0].isalnum() or token.text in ("'s", "’s", "-")):
            return False
        following = after[i + 1].lower if i + 1 < len(after) else ""
        if token.lower in found.roles and following not in ("'s", "’s"):
            return True
    return False


def _add(scene: Scene, tokens: Sequence[Token], first: int, last: int) -> None:
    run = tokens[first:last]
    name = " ".join(t.text for t in run).replace(" - ", "-")
    actor_id = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    if not actor_id or actor_id in scene.lexicon.actors or _before_last_name(scene, run):
        return
    known = scene.index.spellings.get((given_sound(run[0].text), sound(run[-1].text))) if len(run) == 2 else None
    if known:  # a known person whose name is spelt in another way
        scene.board.add(run[0].start, run[-1].end, [known], "name", "actor-name")
        return
    if actor_id not in scene.found:
        title, side = _title_before(scene, tokens[:first])
        scene.found[actor_id] = FoundPerson(actor_id, name, side, title)
    scene.board.add(run[0].start, run[-1].end, [actor_id], "name", "actor-found")


def _before_last_name(scene: Scene, run: Sequence[Token]) -> bool:
    """Whether the last name of a known person follows a given name of his and another: "Ivan Ivanovič" + "Rossi"."""
    behind = scene.next(run[-1].end)
    known = [m.actor_id for m in scene.board.between(run[-1].end, run[-1].end + 3) if m.start == behind]
    if not known:
        return False
    own = {given_sound(name) for name in scene.index.own_names.get(known[0], ())}
    return run[-1].lower.endswith(scene.index.found.patronymics) or given_sound(run[0].text) in own


def _title_before(scene: Scene, before: Sequence[Token]) -> tuple[str | None, str]:
    """The role printed before a name, and the side its nationality gives."""
    found, low = scene.index.found, len(before)
    while low > 0 and len(before) - low < _TITLE and _in_title(found, before[low - 1]):
        low -= 1
    if not any(t.lower in found.roles for t in before[low:]):
        return None, "other"
    if low > 1 and scene.starting(before[low - 2].start, ("adjective",)):
        low -= 2  # "Ukrainian regional governor"
    if before[low].lower in found.articles:
        low += 1
    side = "other"
    for token in before[low:]:
        for hit in scene.starting(token.start, ("adjective", "state", "metonym")):
            side = scene.lexicon.actors[hit.id].side
    return scene.document.text[before[low].start : before[-1].end] if low < len(before) else None, side


def _in_title(found: FoundIndex, token: Token) -> bool:
    return token.lower in found.roles or token.text[0].isupper()
