"""How long a contact lasted: "a two-hour call", "lasted", "after two hours", "two hours of talks".

Lives here: rules that tie a length of time to a contact. Must not live here: how lengths are read
(`data.extract.quantities`), or word lists (claims.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from data.document import Token
from data.extract.claims.scene import STOP, VISIT, ClaimFind, Hit, Scene, clipped
from data.extract.quantities.durations import Duration, find_durations
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-duration-adjective",
        "A length of time right before the contact's noun. Such a label is round: without “almost” or the like it "
        "allows half of its smallest unit more or less, as “about” does.",
        "«una telefonata-fiume di due ore»: see `claim-duration-of`",
        "“a two-hour call”",
    ),
    Rule(
        "claim-duration-lasted",
        "“Lasted” or «durata» with a contact before it in the clause, or none at all: then the contact told last. What "
        "“had lasted” so long lasted at least that.",
        "«La telefonata, durata due ore»",
        "“The call lasted more than two hours”",
    ),
    Rule(
        "claim-duration-so-long",
        "So long, and then “that is how long” a contact lasted; or these words first, and behind a colon how long.",
        "«Due ore e mezza: tanto è durata la telefonata»",
        "“Two hours: that is how long the call lasted”",
    ),
    Rule(
        "claim-duration-for",
        "“For” so long, behind a verb of contact, at the head of its sentence, or behind a contact somebody “held”; "
        "so long right behind a verb of contact.",
        "«hanno parlato per quattro ore»",
        "“Smith spoke to Jones for 90 minutes”",
    ),
    Rule(
        "claim-duration-after",
        "A contact that ended “after” so long.",
        "«L'incontro si è concluso dopo tre ore»",
        "“The talks ended after less than two hours”",
    ),
    Rule(
        "claim-duration-of",
        "A contact “of” so long, or so long “of” contact; as round as an adjective.",
        "«un colloquio di due ore»",
        "“three hours of talks”",
    ),
    Rule(
        "claim-duration-spent",
        "So long “spent” with somebody, where that is a contact, or in one.",
        "«è rimasto cinque ore a colloquio con Rossi»",
        "“spent five hours with Jones”",
    ),
    Rule(
        "claim-duration-phone",
        "So long “on the phone”.",
        "«due ore al telefono»",
        "“spent two hours on the phone”",
    ),
)  # fmt: skip

_LONGEST = 7 * 1440  # minutes: no contact lasts longer
_HOURS = 24 * 60
_COMPACT = re.compile(r"\d\s?h\s?\d")  # "2h05"
_LABELS = ("claim-duration-adjective", "claim-duration-of")  # "a two-hour call", said of one that lasted 135 minutes
_ASIDE = re.compile(r"\([^()]*\)")
_PAUSE = re.compile(r"[\s.,:;–—-]{1,4}")


def find_contact_durations(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how long contacts lasted."""
    for duration in find_durations(scene.document, scene.lexicon):
        if duration.minutes <= _LONGEST:
            yield from _duration(scene, duration)


def _duration(scene: Scene, d: Duration) -> Iterator[ClaimFind]:
    found = (
        _adjective(scene, d) or _lasted(scene, d) or _so_long(scene, d) or _after(scene, d) or _hours_of(scene, d)
        or _for(scene, d) or _call_of(scene, d) or _spent(scene, d) or _on_phone(scene, d)
    )  # fmt: skip
    if found is None:
        return
    rule, start, contacts = found
    if not contacts or scene.contacts[contacts[0]].rule == VISIT:
        return
    low, high, qualifier = d.minutes_from, d.minutes_to, d.qualifier
    if qualifier == "exact" and rule in _LABELS:
        low, high = max(d.minutes - d.rounding, 0), d.minutes + d.rounding
    elif rule == "claim-duration-lasted" and _so_far(scene, start, d):
        high, qualifier = None, "more_than"
    yield ClaimFind(
        start, d.end, "duration", contacts[0], rule, value=_part(scene, d, contacts),
        number=d.minutes, number_from=low, number_to=high, unit="minutes", qualifier=qualifier,
        instead=clipped(contacts, contacts[0]),
    )  # fmt: skip


Found = tuple[str, int, list[int]]


def _adjective(scene: Scene, d: Duration) -> Found | None:
    words = scene.between(d.start, d.end)
    if "-" not in scene.between(d.start, d.end + 1) and not _COMPACT.search(words):  # "two-hour", "hour-long", "2h05"
        return None
    for i in scene.contacts_in(d.end, d.end + 40):
        words = scene.between(d.end, scene.contacts[i].mark_start)
        if not any(mark in words for mark in ",;:.()") and len(words.split()) <= 3:
            return "claim-duration-adjective", d.start, [i]
    return None


def _lasted(scene: Scene, d: Duration) -> Found | None:
    if scene.beginning_at("not_lasted", d.end):
        return None  # "took two hours to arrange"
    for hit in reversed(scene.within("lasted", d.start - 40, d.start + 1)):
        words = scene.between(hit.end, d.start)
        if hit.end > d.start or len(words.split()) > 3 or any(mark in words for mark in ",;:.()"):
            continue
        before = [i for i in scene.before(hit.start) if _subject(scene, i, hit)]
        if before:
            return "claim-duration-lasted", hit.start, before
        if scene.before(hit.start):
            it = scene.ending_at("brief_subjects", hit.start)
            said = scene.between(it.start, it.end) if it else ""
            plain = it is not None and said not in (*scene.words.relatives, *scene.words.joins)
            return ("claim-duration-lasted", hit.start, scene.before(hit.start)) if plain else None
        after = scene.contacts_behind(d.end, d.end + 40)
        first = next(iter(scene.within("ended", scene.sentence(hit.start).start, hit.start)), None)
        joined = first is not None and set(scene.between(first.end, hit.start).split()) <= set(scene.words.joins)
        if after and first is not None and joined and scene.opens(first.start):
            return "claim-duration-lasted", hit.start, after  # "si è conclusa ed è durata due ore la telefonata"
        if scene.opens(hit.start):
            return "claim-duration-lasted", hit.start, after or scene.told_last(hit.start)
        return None
    return None


def _so_long(scene: Scene, d: Duration) -> Found | None:
    """ "Two hours: that is how long the call lasted", «Tanto è durata la telefonata: due ore»."""
    pause = _PAUSE.match(scene.folded, d.end)
    told = scene.within("so_long", d.end, d.end + 40) if pause else []
    if told and pause and told[0].start == pause.end():
        after = scene.contacts_behind(told[0].end, told[0].end + 80)
        return ("claim-duration-so-long", d.start, after) if after else None
    sentence = scene.sentence(d.start)
    if scene.folded[max(d.start - 2, 0) : d.start] == ": " and (
        told := scene.within("so_long", sentence.start, d.start)
    ):
        inside = [
            i
            for i in scene.contacts_in(told[0].end, d.start)
            if scene.unbroken(told[0].end, scene.contacts[i].mark_end)
        ]
        return ("claim-duration-so-long", d.start, inside) if inside and scene.opens(told[0].start) else None
    verb = scene.beginning_at("lasted", d.end) if scene.opens(d.start) else None
    if verb is None:
        return None
    plain = [
        i
        for i in scene.contacts_behind(verb.end, verb.end + 60)
        if not scene.contacts[i].verb and scene.plain_words(verb.end, scene.contacts[i].mark_start) == 0
    ]
    return ("claim-duration-lasted", d.start, plain) if plain else None  # «Due ore è durato il colloquio»


def _spent(scene: Scene, d: Duration) -> Found | None:
    """ "Spent five hours with Jones", «è rimasto cinque ore a colloquio con Rossi»."""
    if d.minutes > _HOURS:
        return None
    hit = next((h for h in reversed(scene.within("spent", d.start - 40, d.start)) if _only_fillers(scene, h, d)), None)
    if hit is None:
        return None
    at = scene.contact_at(hit.start, d.end)
    near = [
        i for i in scene.contacts_behind(d.end, d.end + 30)
        if scene.plain_words(d.end, mark := scene.contacts[i].mark_start) <= 1 and "," not in scene.between(d.end, mark)
    ]  # fmt: skip
    contacts = [*at, *near]
    return ("claim-duration-spent", d.start, contacts) if contacts else None


def _so_far(scene: Scene, verb: int, d: Duration) -> bool:
    """Whether the contact went on, or may have: "the talks had lasted three hours", «dura da un'ora»."""
    said = next((h for h in scene.within("lasted", verb, d.start) if h.start == verb), None)
    after = said is not None and scene.beginning_at("so_far", said.end) is not None
    return after or scene.ending_at("so_far", verb) is not None


def _subject(scene: Scene, contact: int, verb: Hit) -> bool:
    """Whether a contact told before a verb may be its subject: nothing else begins between them."""
    start = scene.contacts[contact].mark_end
    asides = [(m.start() + start, m.end() + start) for m in _ASIDE.finditer(scene.between(start, verb.start))]
    words = _ASIDE.sub("", scene.between(start, verb.start))
    quiet = scene.breakers - set(scene.words.relatives)
    tokens = [t for t in scene.tokens(start, verb.start) if not any(a <= t.start < b for a, b in asides)]
    if STOP.search(words):
        return False
    tokens = _without_relative(scene, tokens)
    ends = {a.start for a, b in pairwise(tokens) if b.text == ","}  # «Al vertice però, durato tre ore,»
    if any(t.lower in quiet and t.start not in ends for t in tokens):
        return False
    last = max((n for n, t in enumerate(tokens) if t.text == ","), default=None)
    if last is None:
        return len(words) <= 120
    tail = tokens[last + 1 :]
    if tail and any(h.start == tail[0].start for h in scene.within("began", tail[0].start, verb.start)):
        return True  # "the call, begun at eight and lasting two hours"
    return sum(t.text[0].isalnum() for t in tail) <= 2


def _without_relative(scene: Scene, tokens: list[Token]) -> list[Token]:
    """The words between a contact and its verb without a relative clause: "the talks, which ended late, took"."""
    commas = [n for n, t in enumerate(tokens) if t.text == ","]
    if len(commas) != 2 or commas[1] != len(tokens) - 1 or tokens[commas[0] + 1].lower not in scene.words.relatives:
        return tokens
    return tokens[: commas[0]]


def _after(scene: Scene, d: Duration) -> Found | None:
    after = next(
        (h for h in reversed(scene.within("after", d.start - 30, d.start)) if _only_fillers(scene, h, d)), None
    )
    if after is None:
        return None
    sentence = scene.sentence(d.start)
    ends = scene.within("ended", sentence.start, after.start)
    if not ends:
        return None
    before = [
        i for i in scene.before(ends[-1].start)
        if scene.unbroken((c := scene.contacts[i]).mark_end, ends[-1].start)
        and not scene.within("after", c.mark_start - 12, c.mark_start)  # "after the call, the talks ended after"
    ]  # fmt: skip
    if not before:
        return None
    return "claim-duration-after", after.start, [*before, *_contact_of(scene, d)]


def _only_fillers(scene: Scene, hit: Hit, d: Duration) -> bool:
    words = scene.between(hit.end, d.start)
    return len(words.split()) <= 2 and not any(mark in words for mark in ",;:.()")


def _contact_of(scene: Scene, d: Duration) -> list[int]:
    """ "Two hours of talks": the contact after "of"."""
    of = scene.beginning_at("of", d.end)
    if of is None:
        return []
    return [
        i for i in scene.contacts_in(of.end, of.end + 40)
        if len((words := scene.between(of.end, scene.contacts[i].mark_start)).split()) <= 3 and "," not in words
    ]  # fmt: skip


def _hours_of(scene: Scene, d: Duration) -> Found | None:
    contacts = _contact_of(scene, d)
    if not contacts:
        return None
    others = [i for i in scene.before(d.start) if scene.contacts[i].kind == scene.contacts[contacts[0]].kind]
    return "claim-duration-of", d.start, [contacts[0], *others]


def _for(scene: Scene, d: Duration) -> Found | None:
    if d.minutes > _HOURS:
        return None
    beside = [i for i in scene.before(d.start)[:1] if scene.contacts[i].verb and _beside(scene, i, d)]
    if beside:
        return "claim-duration-for", d.start, beside  # «si sono parlati un'ora e mezza»
    hit = next((h for h in reversed(scene.within("for_", d.start - 30, d.start)) if _only_fillers(scene, h, d)), None)
    if hit is None:
        return None
    if scene.opens(hit.start):
        return _for_first(scene, hit, d)
    contacts = []
    for i in scene.before(hit.start):
        c = scene.contacts[i]
        words = scene.between(c.mark_end, hit.start)
        if len(words) > 90 or any(mark in words for mark in ",;:.()"):
            continue
        if c.verb or _held(scene, i):
            contacts.append(i)
    return ("claim-duration-for", hit.start, contacts) if contacts else None


def _beside(scene: Scene, contact: int, d: Duration) -> bool:
    """Whether a length of time stands right behind a verb of contact, or behind its "on the phone"."""
    end = scene.contacts[contact].mark_end
    phone = scene.beginning_at("on_phone", end)
    return not scene.between(phone.end if phone else end, d.start).strip()


def _for_first(scene: Scene, hit: Hit, d: Duration) -> Found | None:
    """ "For two hours, Smith and Jones talked": at the head of the sentence."""
    for i in scene.contacts_in(d.end, scene.sentence(d.start).end)[:1]:
        c = scene.contacts[i]
        quiet = not any(t.lower in scene.breakers for t in scene.tokens(d.end, c.mark_start))
        if c.verb and quiet and scene.unbroken(d.end, c.mark_start) and scene.plain_words(d.end, c.mark_start) <= 2:
            return "claim-duration-for", hit.start, [i]
    return None


def _held(scene: Scene, contact: int) -> bool:
    """Whether somebody "held" the contact."""
    start = scene.contacts[contact].mark_start
    return any(t.lemma in scene.light or t.lower in scene.light for t in scene.tokens(start - 40, start)[-5:])


def _call_of(scene: Scene, d: Duration) -> Found | None:
    of = scene.ending_at("of", d.start)
    if of is None or d.minutes > 3 * _HOURS:
        return None
    for i in scene.before(of.start):
        c = scene.contacts[i]
        words = scene.between(c.mark_end, of.start)
        words = words.rstrip().removesuffix(",")  # «la telefonata di ieri, di due ore,»
        if c.verb or len(words) > 80 or any(mark in words for mark in ",;:.()"):
            continue
        if scene.plain_words(c.mark_end, of.start) <= 1:
            return "claim-duration-of", c.mark_start, [i]
    return None


def _on_phone(scene: Scene, d: Duration) -> Found | None:
    if d.minutes > _HOURS or scene.beginning_at("on_phone", d.end) is None:
        return None
    contacts = [
        i for i in scene.nearest(d.start, d.end) or scene.told_last(d.start) if scene.contacts[i].kind == "call"
    ]
    return ("claim-duration-phone", d.start, contacts) if contacts else None


def _part(scene: Scene, d: Duration, contacts: list[int]) -> str | None:
    """Which day or session of the contact the words speak of: "day 1", or None for the whole."""
    sentence = scene.sentence(d.start)
    for hit in reversed(scene.within("parts", sentence.start, d.start)):
        tokens = scene.tokens(max(sentence.start, hit.start - 30), hit.start)
        number = scene.ordinals.get(tokens[-1].lower) if tokens else None
        if number is None:
            continue
        if any(0 <= scene.contacts[i].mark_start - hit.end <= 30 for i in contacts):
            return f"day {number}"
    return None
