"""When a contact began: "at 10am ET".

Lives here: the rule that ties a clock time to a contact, and its zone. Must not live here: how times are read
(`data.extract.quantities`), or word lists (claims.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Hit, Scene, clipped
from data.extract.quantities.clock import ClockTime, find_times
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-start-time",
        "A clock time in the contact's sentence, unless the words beside it tell an end, or when something was said.",
        "«La conversazione si è svolta alle 8 ora di New York»",
        "“The call began at 10am ET”",
    ),
)  # fmt: skip

_BESIDE_TIME = re.compile(r"[^().,;:!?\n]{0,30}\([^()]{0,50}\)")
_DIGIT = re.compile(r"\d")


def find_start_times(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → when contacts began."""
    last: tuple[int, list[int]] | None = None  # end of the time told before, and its contacts
    for time in find_times(scene.document, scene.lexicon):
        contacts = _begun(scene, time)
        if not contacts and last and scene.sentence(last[0]).start == scene.sentence(time.start).start:
            contacts = last[1] if _equated(scene, last[0], time) else []
        if not contacts:
            continue
        last = time.end, contacts
        zone = time.zone or _zone_after(scene, time) or _local_zone(scene, time, contacts[0])
        clock = f"{time.hour:02}:{time.minute:02}"
        yield ClaimFind(
            time.start, time.end, "start_time", contacts[0], "claim-start-time",
            value=f"{clock} {zone}" if zone else clock, instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _begun(scene: Scene, time: ClockTime) -> list[int]:
    """The contacts of the sentence a clock time may be the beginning of."""
    after = _not_start(scene, time.end, time.end + 16)
    if _not_start(scene, time.start - 18, time.start):
        return []
    if any(not scene.within("joins", time.end, hit.start) for hit in after):
        return []
    found, quiet = [], scene.breakers - set(scene.words.relatives)
    for i in scene.nearest(time.start, time.end):
        c = scene.contacts[i]
        ahead = c.mark_start >= time.end
        start, end = (_past_aside(scene, time), c.mark_start) if ahead else (c.mark_end, time.start)
        if c.plural or end - start > 130 or not scene.unbroken(start, end):
            continue
        ends = _not_start(scene, c.mark_end, c.mark_end + 60) if ahead else []
        if any(scene.unbroken(c.mark_end, hit.start) for hit in ends):
            continue  # "at 18:30, he wrote, the call had ended"
        if _not_start(scene, start, end) or any(
            t.lower in quiet and t.end + 1 != time.start for t in scene.tokens(start, end)
        ):  # but "at about ten"
            continue
        found.append(i)
    return found


def _not_start(scene: Scene, start: int, end: int) -> list[Hit]:
    """Words beside a clock time that make it no beginning, but "by phone"."""
    return [h for h in scene.within("not_start", start, end) if scene.beginning_at("on_phone", h.start) is None]


def _past_aside(scene: Scene, time: ClockTime) -> int:
    """Where the words behind a clock time go on when brackets tell it by another clock: "at ten (four in Rome)"."""
    aside = _BESIDE_TIME.match(scene.folded, time.end)
    return aside.end() if aside else time.end


def _equated(scene: Scene, start: int, time: ClockTime) -> bool:
    """Whether a second clock time tells the same moment: only a few words after the first."""
    words = scene.between(start, time.start)
    return (
        len(words) <= 40
        and not any(mark in words for mark in ".;:")
        and not scene.within("not_start", start, time.start)
    )


def _zone_after(scene: Scene, time: ClockTime) -> str | None:
    """The zone of the place or state named right after a clock time."""
    for place in scene.places:
        between = scene.between(time.end, place.start)
        if 0 <= place.start - time.end <= 12 and scene.unbroken(time.end, place.start) and not _DIGIT.search(between):
            return scene.lexicon.places[place.place_id].zone
    for mention in scene.actors_in(time.end, time.end + 8):
        actor = scene.lexicon.actors.get(mention.actor_id)
        if actor and actor.kind == "state" and actor.capital:
            return scene.lexicon.places[actor.capital].zone
    return None


def _local_zone(scene: Scene, time: ClockTime, contact: int) -> str | None:
    """The zone of the contact's own place, where "local time" follows."""
    place = scene.contacts[contact].place
    if place is None or scene.beginning_at("local_time", time.end) is None:
        return None
    return scene.lexicon.places[place].zone
