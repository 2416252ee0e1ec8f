"""How far a contact is prepared, and what it led to.

Lives here: rules of preparations and results. Must not live here: how a contact was judged (`assessments`), or word
lists (claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Hit, Scene, stated
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-preparation",
        "How far the preparations of a contact are.",
        "«i preparativi del vertice non sono ancora avviati»",
        "“preparations for the summit have begun”",
    ),
    Rule(
        "claim-outcome",
        "What a contact led to: its “outcome was”, or what those who took part agreed.",
        "«L'esito del colloquio è stato un accordo sui prigionieri»",
        "“The two agreed to meet again”",
    ),
)  # fmt: skip


def find_preparations(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how far contacts are prepared."""
    done: set[int] = set()
    nouns = [(hit, True) for hit in scene.hits("preparations")] + [(hit, False) for hit in scene.hits("work")]
    for noun, strong in sorted(nouns, key=lambda pair: pair[0].start):
        sentence = scene.sentence(noun.start)
        progress = next((p for p in scene.within("progress", noun.end, min(sentence.end, noun.end + 110))), None)
        if progress is None or not scene.unbroken(noun.end, progress.start) or sentence.start in done:
            continue
        if not strong and not _prepares(scene, sentence.start):
            continue
        if scene.between(noun.end, progress.start).count(",") == 1:
            continue
        inside = [i for i in scene.contacts_in(noun.end, sentence.end) if scene.contacts[i].mark_start < progress.start]
        contacts = [*inside, *scene.nearest(noun.start, noun.end), *scene.told_last(noun.start)]
        contacts = [i for i in dict.fromkeys(contacts) if inside or scene.contacts[i].kind == "meeting" or strong]
        if not contacts:
            continue
        done.add(sentence.start)
        start = scene.phrase_start(noun.start)
        yield stated(start, scene.clause_end(progress.start), "preparation", "claim-preparation", contacts)


def _prepares(scene: Scene, offset: int) -> bool:
    """Whether the sentence or the one before speaks of preparations."""
    at = scene.document.sentence_index(offset)
    first = scene.document.sentences[max(at - 1, 0)]
    return bool(scene.within("preparing", first.start, scene.document.sentences[at].end))


def find_outcomes(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → what contacts led to."""
    done: set[int] = set()
    for hit in scene.hits("outcomes"):
        found = _outcome_was(scene, hit)
        if found:
            done.add(scene.sentence(hit.start).start)
            yield found
    last = -1
    for hit in scene.hits("agreed"):
        sentence = scene.sentence(hit.start)
        if sentence.start in done or hit.start < last:
            continue
        found = _agreed(scene, hit)
        if found:
            last = found.end
            yield found


def _outcome_was(scene: Scene, noun: Hit) -> ClaimFind | None:
    """ "The outcome of the talks was …"."""
    sentence = scene.sentence(noun.start)
    for verb in scene.within("is_", noun.end, min(sentence.end, noun.end + 90)):
        if not scene.unbroken(noun.end, verb.start):
            return None
        of = scene.contacts_in(noun.end, verb.start)
        contacts = of or ([] if verb.start - noun.end > 3 else scene.told_last(noun.start))
        start = verb.end + (
            len(scene.folded[verb.end : verb.end + 2]) - len(scene.folded[verb.end : verb.end + 2].lstrip())
        )
        if not contacts or start >= sentence.end:
            return None
        return stated(start, scene.clause_end(start), "outcome", "claim-outcome", contacts)
    return None


def _agreed(scene: Scene, verb: Hit) -> ClaimFind | None:
    """ "The two agreed to …": those who agree are the contact's, or the contact stands before it in the clause."""
    if scene.within("not_agreed", verb.start - 16, verb.start):
        return None
    if scene.beginning_at("agreed_on", verb.end) is None or scene.contacts_in(verb.end, verb.end + 25):
        inside = _agreed_at(scene, verb)
        if inside or scene.beginning_at("agreed_on", verb.end) is None:
            return inside
    end = scene.clause_end(verb.end)
    before = [i for i in scene.before(verb.start) if not scene.contacts[i].plural]
    start = max(scene.sentence(verb.start).start, verb.start - 90)
    people = {m.actor_id for m in scene.actors_in(start, verb.start)}
    group = bool(scene.within("agreeing", start, verb.end))
    if before and (group or people <= (_people(scene, before[0]) or people)):
        contacts = before
    else:
        contacts = [
            i for i in scene.told_last(verb.start)
            if scene.contacts[i].status != "planned" and (group or (len(people) >= 2 and people <= _people(scene, i)))
        ]  # fmt: skip
    return stated(verb.start, end, "outcome", "claim-outcome", contacts) if contacts else None


def _agreed_at(scene: Scene, verb: Hit) -> ClaimFind | None:
    """ "They agreed in the call to …": the contact between the verb and what was agreed."""
    for i in scene.contacts_in(verb.end, verb.end + 40):
        c = scene.contacts[i]
        plain = not c.verb and not c.plural and scene.unbroken(verb.end, c.mark_start)
        if plain and scene.beginning_at("agreed_on", c.mark_end):
            return stated(verb.start, scene.clause_end(c.mark_end), "outcome", "claim-outcome", [i])
    return None


def _people(scene: Scene, contact: int) -> set[str]:
    """Who took part in a contact: those named with it, else with the contact of that kind told before with names."""
    for i in [contact, *scene.before(scene.contacts[contact].mark_start, sentence_only=False)]:
        if len(scene.contacts[i].principals) >= 2 and scene.contacts[i].kind == scene.contacts[contact].kind:
            return set(scene.contacts[i].principals)
    return set()
