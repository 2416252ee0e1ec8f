"""Actors named by what they are: an office with its state, several holders at once, a nationality with "officials".

Lives here: `find_offices`. Must not live here: who holds an office (actors.toml) or how a title is written
(offices.toml).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.extract.actor_scene import Scene
from data.extract.actor_words import Hit

_STATES = ("state", "metonym", "adjective")
Listed = tuple[list[str], int, int]  # states, and the stretch that names them


def find_offices(scene: Scene) -> list[tuple[int, int, list[str]]]:
    """Put offices on the board; → the titles that stand without a state: (start, end, offices they may mean)."""
    for hit in scene.hits:
        if hit.kind == "plural":
            _plural(scene, hit)
    bare = _titles(scene)
    for hit in scene.hits:
        if hit.kind in ("side", "side_adjective") and scene.board.free(hit.start, hit.end):
            _side(scene, hit)
    return bare


# -- one holder -----------------------------------------------------------------------------------


def _titles(scene: Scene) -> list[tuple[int, int, list[str]]]:
    titles: dict[tuple[int, int], list[str]] = {}
    for hit in scene.hits:
        if hit.kind == "title":
            titles.setdefault((hit.start, hit.end), []).append(hit.id)
    bare = []
    opened: set[int] = set()  # where bare titles begin
    longest: dict[int, int] = {}  # end → where the longest title that ends there begins
    for (start, end), offices in sorted(titles.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        if longest.setdefault(end, start) < start or not scene.board.free(start, end):
            continue
        if not _office(scene, start, end, offices) and start not in opened:
            opened.add(start)  # "capo di stato maggiore" is no "capo di stato"
            bare.append((start, end, offices))
    return bare


def _office(scene: Scene, start: int, end: int, offices: Sequence[str]) -> bool:
    """Whether a state stands beside the title; if so, its holder is put on the board when there is one."""
    if scene.index.elect.match(scene.after(end)) or scene.index.below.search(scene.before(start)):
        return True
    low, high = start, end
    state = scene.state_after(end)
    if state:
        high = state[1]
        if _several(scene, end, high):
            return True
    elif not scene.index.italian and (state := scene.state_before(start)):
        low = state[1]
    if state is None:
        return bool(scene.index.former.search(scene.before(start)))
    if scene.index.former.search(scene.before(low)) or scene.index.below.search(scene.before(low)):
        return True
    heads = [office for office in offices if office in scene.index.heads]
    actor = choose(scene, holders_of(scene, offices, state[0]), low)
    if actor and not (heads and _any_of_them(scene, low)):
        scene.board.replace(low, high, [actor], "office", "actor-office")
    return True


def _any_of_them(scene: Scene, low: int) -> bool:
    """Whether an indefinite article stands before an office: "a European leader" is nobody for sure."""
    words = scene.before(low).split()
    return bool(words) and scene.previous(low) >= 0 and words[-1] in scene.index.indefinite


def _several(scene: Scene, end: int, high: int) -> bool:
    """ "leader europei": an adjective in the plural makes the title one."""
    at = scene.next(end)
    adjective = scene.flat[at:high] if at >= 0 else ""
    return scene.index.italian and bool(scene.starting(at, ("adjective",))) and adjective.endswith("i")


def holders_of(scene: Scene, offices: Sequence[str], state: str) -> list[str]:
    """Who holds one of the offices of a state or institution, or of what that belongs to."""
    holders = [actor for office in offices for actor in scene.holders(office, state)]
    if not holders and (parent := scene.lexicon.actors[state].affiliation):
        holders = [actor for office in offices for actor in scene.holders(office, parent)]
    return holders


def choose(scene: Scene, candidates: Sequence[str], at: int) -> str | None:
    """Of several holders the one named last before `at`, else the only one named at all; None when it stays open."""
    unique = list(dict.fromkeys(candidates))
    if len(unique) == 1:
        return unique[0]
    before = [(place, actor) for actor in unique if (place := scene.board.last_before(actor, at)) is not None]
    if before:
        return max(before)[1]
    named = [actor for actor in unique if scene.board.named(actor)]
    return named[0] if len(named) == 1 else None


# -- several holders ------------------------------------------------------------------------------


def _plural(scene: Scene, hit: Hit) -> None:
    listed = _states_after(scene, hit) or (None if scene.index.italian else _states_before(scene, hit.start))
    if listed is None or len(set(listed[0])) < 2:
        return
    states, low, high = listed
    actors = [choose(scene, holders_of(scene, [hit.id], state), low) for state in states]
    known = [actor for actor in actors if actor]
    if len(known) == len(states) and len(set(known)) == len(known):
        scene.board.replace(min(low, hit.start), max(high, hit.end), known, "group", "actor-plural-office")


def _states_after(scene: Scene, hit: Hit, tie: re.Pattern[str] | None = None) -> Listed | None:
    """States listed after a title: "of France, Germany and Italy", "russo e americano"; "and" ends the list."""
    match = (tie or scene.index.of_state).match(scene.flat, hit.end)
    at = match.end() if match else (scene.next(hit.end) if scene.index.italian else -1)
    kinds = ("state", "metonym") if match else ("adjective",)
    found: list[Hit] = []
    complete = 1  # how many count: a list without "and" is none
    while at >= 0 and (one := scene.starting(at, kinds)):
        found.append(one[0])
        if complete > 1:
            break
        joined = scene.index.joined.match(scene.flat, one[0].end)
        joint = joined or scene.index.listed.match(scene.flat, one[0].end)
        at = joint.end() if joint else -1
        complete = len(found) + 1 if joined else complete
    counted = found[:complete]
    return ([h.id for h in counted], hit.start, counted[-1].end) if counted else None


def _states_before(scene: Scene, start: int) -> Listed | None:
    """States listed before an English phrase: "Russian, Ukrainian and US"."""
    at = scene.previous(start)
    states: list[str] = []
    low = start
    while at >= 0 and (found := scene.ending(at, ("adjective",) if states else _STATES)):
        states.insert(0, found[0].id)
        low = found[0].start
        at = _joint_before(scene, low)
    return (states, low, start) if states else None


def _joint_before(scene: Scene, low: int) -> int:
    """Where the state before ends if only "and" or a comma stands between, else -1."""
    before = scene.before(low)
    base = low - len(before)
    for width in range(1, min(len(before), 12) + 1):
        joint = before[-width:]
        if scene.index.joined.fullmatch(joint) or scene.index.listed.fullmatch(joint):
            at = base + len(before) - width
            if scene.ending(at, ("adjective",)):
                return at
    return -1


# -- the state itself -----------------------------------------------------------------------------


def _side(scene: Scene, hit: Hit) -> None:
    """ "American officials", "the Ukrainian and Russian delegations", "envoys from Moscow and Kyiv": the states."""
    if hit.kind == "side_adjective" and scene.index.of_state.match(scene.flat, hit.end):
        return  # "parte della Russia"
    listed: Listed | None
    if scene.index.italian:
        listed = _states_after(scene, hit)
        if listed is None:
            before = scene.ending(scene.previous(hit.start), ("adjective",))
            listed = ([before[0].id], before[0].start, hit.end) if before else None
    else:
        listed = _states_before(scene, hit.start)
        if listed is None and (state := scene.state_before(hit.start)):
            listed = ([state[0]], state[1], hit.end)
        listed = listed or _states_after(scene, hit, scene.index.from_state)
    if listed is None:
        return
    states, low, high = list(dict.fromkeys(listed[0])), min(listed[1], hit.start), max(listed[2], hit.end)
    scene.board.replace(low, high, states, "group" if len(states) > 1 else "office", "actor-side")
