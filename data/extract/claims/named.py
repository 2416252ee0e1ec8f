"""Who is named right before or right after the words of a claim: "by Smith", "at Smith's request", "Smith proposed".

Lives here: what the rules of initiators and proposers share. Must not live here: any rule.
"""

from __future__ import annotations

from data.extract.claims.scene import Hit, Scene
from data.extract.finds import Mention


def agent(scene: Scene, offset: int) -> tuple[int, str] | None:
    """Who is named right after a place, or «la parte americana»: where the words end, and the actor."""
    who = scene.actor_after(offset, 40)
    if who and scene.between(who.end, who.end + 2) in ("'s", "’s"):
        return None  # "requested by Smith's envoy"
    if who and not any(mark in scene.between(offset, who.start) for mark in ",;:.()"):
        return who.end, who.actor_id
    for p in scene.places:
        if offset <= p.start <= offset + 4 and not scene.between(offset, p.start).strip(" '"):
            state = state_of(scene, p.place_id)
            return (p.end, state) if state else None
    for token in scene.tokens(offset, offset + 30)[:3]:
        if token.lower in scene.words.own_side:
            return token.end, scene.words.own_side[token.lower]
    return None


def owner(scene: Scene, offset: int) -> tuple[int, str] | None:
    """Whose name, seat or capital ends at a place: where it begins, and the actor."""
    for m in scene.actors_in(offset - 50, offset):
        if abs(m.end - offset) <= 1:
            return m.start, m.actor_id
    for p in scene.places:
        if p.end == offset:
            state = state_of(scene, p.place_id)
            return (p.start, state) if state else None
    return None


def state_of(scene: Scene, place: str) -> str | None:
    """The actor a place stands for: a seat itself, or the state whose capital it is."""
    actors = scene.lexicon.actors
    return place if place in actors else next((a.id for a in actors.values() if a.capital == place), None)


def acts(scene: Scene, who: Mention, verb: Hit) -> bool:
    """Whether an actor named before a verb is its subject: only a few words and no other clause between."""
    words = scene.between(who.end, verb.start)
    return len(words.split()) <= 3 and not any(mark in words for mark in ";:.()") and words.count(",") != 1
