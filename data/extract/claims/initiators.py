"""Who started a contact: on whose initiative or request it came about, or who called whom.

Lives here: rules over the words around a contact. Must not live here: who proposed one (`proposers`), or word lists
(claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.named import acts, agent, owner
from data.extract.claims.scene import ClaimFind, Scene, stated
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-initiator",
        "On whose initiative or request a contact came about, or who called whom.",
        "«La telefonata, su iniziativa di Washington»",
        "“The call took place at Smith's request”",
    ),
)  # fmt: skip


def find_initiators(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → who started contacts."""
    for hit in scene.hits("initiative"):
        who = agent(scene, hit.end)
        contacts = [i for i in scene.nearest(hit.start, hit.end) if scene.unbroken(*_gap(scene, i, hit.start, hit.end))]
        if not contacts and who and _took_place(scene, hit.start):
            contacts = scene.told_last(hit.start)
        if who and contacts:
            yield stated(hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])
    for hit in scene.hits("initiative_after"):
        who = owner(scene, hit.start)
        if who is None or not scene.ending_at("initiative_before", scene.phrase_start(who[0])):
            continue
        contacts = scene.nearest(hit.start, hit.end)
        if not contacts and (scene.opens(who[0]) or _took_place(scene, who[0])):
            contacts = scene.told_last(hit.start)
        if contacts:
            yield stated(who[0], hit.end, "initiator", "claim-initiator", contacts, who[1])
    yield from _sought(scene)
    yield from _came_from(scene)
    yield from _side_initiatives(scene)
    yield from _initiating(scene)
    yield from _callers(scene)


def _took_place(scene: Scene, offset: int) -> bool:
    """Whether only "It took place at" or the like stands before a place in its sentence."""
    start = scene.sentence(offset).start
    fields = ("brief_subjects", "is_", "began", "linking", "small", "initiative_before")
    quiet = [h for field in fields for h in scene.within(field, start, offset)]
    words = [t for t in scene.tokens(start, offset) if t.text[0].isalnum()]
    return len(words) <= 6 and all(any(h.start <= t.start < h.end for h in quiet) for t in words)


def _sought(scene: Scene) -> Iterator[ClaimFind]:
    """ "The call was requested by Moscow", «la telefonata, chiesta da Mosca,»: the participle is the contact's."""
    articles = scene.lexicon.words[scene.document.language].names.articles
    for hit in scene.hits("sought"):
        by = scene.beginning_at("sought_by", hit.end)
        before = scene.tokens(hit.start - 12, hit.start)
        if by is None or (before and before[-1].lower in articles):
            continue  # «la richiesta da»
        who = agent(scene, by.end)
        contacts = [i for i in scene.before(hit.start)[:2] if _only_links(scene, scene.contacts[i].mark_end, hit.start)]
        if who and contacts and not scene.contacts[contacts[0]].verb:
            yield stated(hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])


def _only_links(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but names, days and small words stand between a contact and a participle said of it."""
    if end - start > 120 or not scene.unbroken(start, end):
        return False
    quiet = [(m.start, m.end) for m in scene.actors_in(start, end)]
    quiet += [(d.start, d.end) for d in scene.dates if start <= d.start < end]
    quiet += [(p.start, p.end) for p in scene.places if start <= p.start < end]
    for field in ("small", "is_", "began", "relatives", "linking"):
        quiet += [(h.start, h.end) for h in scene.within(field, start, end)]
    return all(any(a <= t.start < b for a, b in quiet) for t in scene.tokens(start, end) if t.text[0].isalnum())


def _came_from(scene: Scene) -> Iterator[ClaimFind]:
    """ "The initiative for the call came from Moscow", «L'iniziativa della telefonata è partita da Mosca»."""
    for hit in scene.hits("own_side_nouns"):
        sentence = scene.sentence(hit.start)
        for verb in scene.within("came_from", hit.end, min(sentence.end, hit.end + 90))[:1]:
            who = agent(scene, verb.end)
            contacts = [
                i
                for i in scene.contacts_in(hit.end, verb.start)
                if _only_links(scene, hit.end, scene.contacts[i].mark_start)
            ]
            bare = not scene.between(hit.end, verb.start).strip() and not scene.contacts_in(verb.end, sentence.end)
            contacts = contacts or (scene.before(hit.start) or scene.told_last(hit.start) if bare else [])
            if who and contacts:
                yield stated(hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])


def _initiating(scene: Scene) -> Iterator[ClaimFind]:
    """ "Smith initiated a call with Jones"."""
    for hit in scene.hits("initiates"):
        contacts = [i for i in scene.contacts_behind(hit.end, hit.end + 32) if not scene.contacts[i].verb]
        who = scene.actor_before(hit.start, 50)
        if contacts and who and acts(scene, who, hit):
            yield stated(
                who.start,
                scene.contacts[contacts[0]].mark_end,
                "initiator",
                "claim-initiator",
                contacts,
                who.actor_id,
            )


def _gap(scene: Scene, contact: int, start: int, end: int) -> tuple[int, int]:
    c = scene.contacts[contact]
    return (c.mark_end, start) if c.mark_end <= start else (end, max(c.mark_start, end))


def _side_initiatives(scene: Scene) -> Iterator[ClaimFind]:
    """ "On Russian initiative", «su iniziativa russa»."""
    for hit in scene.hits("own_side_nouns"):
        before = scene.tokens(hit.start - 30, hit.start)
        after = scene.tokens(hit.end, hit.end + 30)
        near = [t for t in (*before[-1:], *after[:1]) if t.lower in scene.words.own_side]
        contacts = scene.nearest(hit.start, hit.end)
        start = min([hit.start, *(t.start for t in near)])
        if near and contacts and scene.ending_at("initiative_before", start):
            end = max(hit.end, near[0].end)
            yield stated(start, end, "initiator", "claim-initiator", contacts, scene.words.own_side[near[0].lower])


def _callers(scene: Scene) -> Iterator[ClaimFind]:
    """ "Smith phoned Jones": the caller, where the sentence tells a call."""
    for hit in scene.hits("calls"):
        if scene.beginning_at("not_calls", hit.end):
            continue
        who = scene.actor_before(hit.start, 40)
        whom = next(scene.actors_in(hit.end, hit.end + 40), None)
        if who is None or whom is None or who.actor_id == whom.actor_id or not acts(scene, who, hit):
            continue
        words = scene.between(hit.end, whom.start)
        if len(words.split()) > 4 or (any(mark in words for mark in ",;:.()\"'") and "l'" not in words):
            continue
        contacts = [
            i for i in scene.contact_at(hit.start, hit.end)
            if scene.contacts[i].kind == "call" and {who.actor_id, whom.actor_id} <= set(scene.contacts[i].principals)
        ]  # fmt: skip
        if contacts:
            yield stated(who.start, whom.end, "initiator", "claim-initiator", contacts, who.actor_id)
