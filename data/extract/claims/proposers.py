"""Who proposed a meeting or its place.

Lives here: rules over the words around a contact. Must not live here: who started one (`initiators`), or word lists
(claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.named import acts, agent
from data.extract.claims.scene import ClaimFind, Hit, Scene, stated
from data.extract.places import within
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-proposed-by",
        "Who proposed a meeting or its place.",
        "«Rossi ha proposto la capitale ungherese»",
        "“The meeting was proposed by Jones”",
    ),
)  # fmt: skip


def find_proposers(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → who proposed meetings."""
    for hit in scene.hits("proposes"):
        who = scene.actor_before(hit.start, 50)
        if who is None or not acts(scene, who, hit):
            continue
        contacts = _proposed(scene, hit)
        if contacts:
            yield stated(
                who.start, scene.clause_end(hit.end), "proposed_by", "claim-proposed-by", contacts, who.actor_id
            )
    yield from _proposed_by(scene)


def _proposed_by(scene: Scene) -> Iterator[ClaimFind]:
    """ "The meeting was proposed by Smith"."""
    for hit in scene.hits("proposed_passive"):
        who = agent(scene, hit.end)
        contacts = [
            i
            for i in scene.before(hit.start)
            if scene.unbroken(scene.contacts[i].mark_end, hit.start) and hit.start - scene.contacts[i].mark_end <= 70
        ]
        if who and contacts:
            yield stated(hit.start, who[0], "proposed_by", "claim-proposed-by", contacts, who[1])


def _proposed(scene: Scene, verb: Hit) -> list[int]:
    """The contact that is proposed after a verb: named there, or the one planned for the place named there."""
    end = min(scene.sentence(verb.start).end, verb.end + 60)
    named = [
        i for i in scene.contacts_in(verb.end, end)
        if scene.unbroken(verb.end, scene.contacts[i].mark_start)
        and len(scene.between(verb.end, scene.contacts[i].mark_start).split()) <= 6
    ]  # fmt: skip
    if named:
        return named
    place = next((p.place_id for p in scene.places if verb.end <= p.start < verb.end + 30), None) or _capital(
        scene, verb.end, end
    )
    if place is None:
        return []
    return [
        i for i in scene.told_last(verb.start)
        if (at := scene.contacts[i].place) and (within(scene.lexicon, at, place) or within(scene.lexicon, place, at))
    ]  # fmt: skip


def _capital(scene: Scene, start: int, end: int) -> str | None:
    """ "The Hungarian capital": the place."""
    for hit in scene.within("capitals", start, end):
        near = {
            t.lower for t in (*scene.tokens(hit.start - 20, hit.start)[-1:], *scene.tokens(hit.end, hit.end + 25)[:1])
        }
        for actor in scene.lexicon.actors.values():
            adjectives = actor.adjectives_it if scene.document.language == "it" else actor.adjectives_en
            if actor.capital and near & {a.lower() for a in adjectives}:
                return actor.capital
    return None
