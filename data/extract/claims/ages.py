"""How old somebody is, told with a contact: "his 79th birthday", "the 79-year-old president".

Lives here: whose age a number is. Must not live here: how ages are read (`data.extract.quantities`).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Scene, clipped
from data.extract.quantities.ages import ADULT, Age, find_ages
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-birthday",
        "The birthday somebody has, told with a contact.",
        "«gli auguri a Rossi per il suo 79° compleanno»",
        "“wished Smith a happy 79th birthday”",
    ),
    Rule(
        "claim-age",
        "How old somebody of the vocabulary is, told with a contact.",
        "«il presidente Rossi, 79 anni»",
        "“the 79-year-old president”",
    ),
)  # fmt: skip

_FAR = 45  # characters between an age and the name behind it
_BETWEEN = 4  # words between them


def find_told_ages(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → ages told with contacts."""
    for a in find_ages(scene.document, scene.lexicon):
        contacts = scene.nearest(a.start, a.end) or scene.told_last(a.start)
        person = _whose(scene, a)
        if not contacts or person is None or person not in scene.lexicon.actors or a.years not in ADULT:
            continue
        rule = "claim-birthday" if a.rule == "birthday" else "claim-age"
        yield ClaimFind(
            a.start, a.end, "age", contacts[0], rule, value=person, number=float(a.years),
            number_from=float(a.years), number_to=float(a.years), unit="years",
            instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _whose(scene: Scene, a: Age) -> str | None:
    """Whose age it is: the person named right behind it, "the 79-year-old Smith", else the one right before it.

    A birthday may stand further off: "wished Smith a happy 79th birthday".
    """
    after = scene.actor_after(a.end, _FAR) if a.rule == "age" else None
    if after and _person(scene, after.actor_id) and _beside(scene, a.end, after.start):
        return after.actor_id
    start = max(scene.sentence(a.start).start, a.start - 60)
    people = [
        m
        for m in scene.actors_in(start, a.start)
        if m.end <= a.start and m.how != "group" and _person(scene, m.actor_id)
    ]
    near = people and (a.rule == "birthday" or _beside(scene, people[-1].end, a.start, commas=1))
    return people[-1].actor_id if near else None


def _beside(scene: Scene, start: int, end: int, commas: int = 0) -> bool:
    """Whether a few words stand between a name and an age: a title; behind a name, a comma and "aged"."""
    gap = scene.folded[start:end]
    words, joins = gap.split(), scene.lexicon.words[scene.document.language].dates.and_
    parted = gap.startswith("'") or gap.count(",") > commas or any(w in joins for w in words)
    return len(words) <= _BETWEEN and not parted


def _person(scene: Scene, actor_id: str) -> bool:
    actor = scene.lexicon.actors.get(actor_id)
    return actor is None or actor.kind == "person"
