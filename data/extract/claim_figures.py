"""Figures that are claims of a contact: how long it lasted, when it began, the how-manieth it was, how much of it.

Lives here: rules that tie a quantity (`data.extract.quantities`) to a contact. Must not live here: how quantities are
read, statements in words (`claim_statements`), or word lists (claims.toml).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import pairwise

from data.document import Token
from data.extract.claim_scene import STOP, ClaimFind, Hit, Scene, clipped
from data.extract.dates import DateFind
from data.extract.quantities import (
    Age,
    ClockTime,
    Duration,
    Ordinal,
    find_ages,
    find_counts,
    find_durations,
    find_gaps,
    find_ordinals,
    find_percents,
    find_times,
)
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
    Rule(
        "claim-start-time",
        "A clock time in the contact's sentence, unless the words beside it tell an end, or when something was said.",
        "«La conversazione si è svolta alle 8 ora di New York»",
        "“The call began at 10am ET”",
    ),
    Rule(
        "claim-ordinal",
        "The how-manieth contact, and since when it is counted.",
        "«la loro sesta telefonata dall'inizio dell'anno»",
        "“their third call since January”",
    ),
    Rule(
        "claim-count-within",
        "So many contacts within so long.",
        "«la quarta telefonata in meno di due mesi»",
        "“the fourth call in two months”",
    ),
    Rule(
        "claim-gap",
        "The first contact in so long.",
        "«il primo contatto in quasi due mesi»",
        "“the first call in three years”",
    ),
    Rule(
        "claim-agreement-share",
        "A percentage of what was to be agreed.",
        "«un accordo sul 90% dei punti»",
        "“agreed on 95% of the issues”",
    ),
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

_LONGEST = 7 * 1440  # minutes: no contact lasts longer
_HOURS = 24 * 60
_VISIT = "contact-visit"  # a visit goes on for longer than the contact it is for, and is not counted with contacts
_COMPACT = re.compile(r"\d\s?h\s?\d")  # "2h05"
_LABELS = ("claim-duration-adjective", "claim-duration-of")  # "a two-hour call", said of one that lasted 135 minutes
_ASIDE = re.compile(r"\([^()]*\)")
_BESIDE_TIME = re.compile(r"[^().,;:!?\n]{0,30}\([^()]{0,50}\)")
_DIGIT = re.compile(r"\d")
_PAUSE = re.compile(r"[\s.,:;–—-]{1,4}")


def find_figures(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → claims that are figures, not yet credited."""
    for duration in find_durations(scene.document, scene.lexicon):
        if duration.minutes <= _LONGEST:
            yield from _duration(scene, duration)
    yield from _times(scene)
    yield from _ordinals(scene)
    yield from _counts(scene)
    yield from _gaps(scene)
    yield from _shares(scene)
    yield from _ages(scene)


# -- how long ----------------------------------------------------------------------------------------


def _duration(scene: Scene, d: Duration) -> Iterator[ClaimFind]:
    found = (
        _adjective(scene, d) or _lasted(scene, d) or _so_long(scene, d) or _after(scene, d) or _hours_of(scene, d)
        or _for(scene, d) or _call_of(scene, d) or _spent(scene, d) or _on_phone(scene, d)
    )  # fmt: skip
    if found is None:
        return
    rule, start, contacts = found
    if not contacts or scene.contacts[contacts[0]].rule == _VISIT:
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
        after = [i for i in scene.contacts_in(d.end, d.end + 40) if scene.unbroken(d.end, scene.contacts[i].mark_start)]
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
        after = [
            i
            for i in scene.contacts_in(told[0].end, told[0].end + 80)
            if scene.unbroken(told[0].end, scene.contacts[i].mark_start)
        ]
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
    after = [
        i for i in scene.contacts_in(verb.end, verb.end + 60) if scene.unbroken(verb.end, scene.contacts[i].mark_start)
    ]
    plain = [
        i
        for i in after
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
        i for i in scene.contacts_in(d.end, d.end + 30)
        if scene.unbroken(d.end, (c := scene.contacts[i]).mark_start) and scene.plain_words(d.end, c.mark_start) <= 1
        and "," not in scene.between(d.end, c.mark_start)
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


# -- when it began -----------------------------------------------------------------------------------


def _times(scene: Scene) -> Iterator[ClaimFind]:
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


# -- the how-manieth ---------------------------------------------------------------------------------


def _ordinals(scene: Scene) -> Iterator[ClaimFind]:
    gaps = find_gaps(scene.document, scene.lexicon)
    counts = find_counts(scene.document, scene.lexicon)
    for o in find_ordinals(scene.document, scene.lexicon):
        if any(c.start <= o.start < c.end for c in counts):
            continue
        alone = o.rule != "ordinal_noun"
        contacts = _named_before(scene, o) if alone else _numbered(scene, o)
        if not contacts:
            continue
        sentence = scene.sentence(o.start)
        if o.number == 1 and any(o.start < g.end and g.start < sentence.end and g.end > o.end for g in gaps):
            continue
        date, since, end = _counted_since(scene, o, contacts[0])
        untold = date is None and since is None and scene.beginning_at("since", end) is not None
        if alone and date is None and since is None:
            continue
        yield ClaimFind(
            o.start, end, "ordinal", contacts[0], "claim-ordinal", number=float(o.number), number_from=float(o.number),
            number_to=float(o.number), unit="count", date=date, since=since,
            narrow=untold or _narrow(scene, o), instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _numbered(scene: Scene, o: Ordinal) -> list[int]:
    """The contact whose noun is numbered."""
    if scene.within("parts", o.noun_start, o.noun_end):
        return []
    found = scene.contact_at(o.noun_start, o.noun_end)
    if not found:
        found = [
            i
            for i in scene.contacts_in(o.end, o.end + 40)
            if len(scene.between(o.end, scene.contacts[i].mark_start).split()) <= 3
        ]
    return [
        i for i in found if not scene.contacts[i].plural or scene.contacts[i].process or scene.contacts[i].principals
    ]


def _narrow(scene: Scene, o: Ordinal) -> bool:
    """Whether only some contacts are numbered: "the third summit", "the first public call"."""
    qualified = len(scene.between(o.start, o.noun_start).split()) > 1
    return qualified or bool(scene.within("narrow", o.noun_start, o.noun_end))


def _named_before(scene: Scene, o: Ordinal) -> list[int]:
    """The contact a number without a noun is said of: "the call, their fifth this year", "the call was the seventh".

    Of a number of times it may follow: «la quinta volta quest'anno che Rossi incontra Bianchi».
    """
    before = [
        i for i in scene.before(o.start)
        if (o.rule == "ordinal_times" or not scene.contacts[i].plural)
        and scene.unbroken(end := scene.contacts[i].mark_end, o.start)
        and o.start - end <= 120 and _no_clause(scene, end, o.start)
    ]  # fmt: skip
    return before or _counted_after(scene, o)


def _no_clause(scene: Scene, start: int, end: int) -> bool:
    """Whether no clause of its own begins in [start, end): "while Smith was away"."""
    quiet = scene.breakers - set(scene.words.relatives)
    return not any(t.lower in quiet for t in scene.tokens(start, end))


def _counted_after(scene: Scene, o: Ordinal) -> list[int]:
    """The contact behind a number of times: "the fifth time since May that they met"."""
    start = o.end
    that = next(iter(scene.within("times_that", o.end, o.end + 60)), None)
    led = scene.ending_at("for_", o.start) or next((h for h in scene.within("for_", o.start - 8, o.start)), None)
    if that and scene.unbroken(o.end, that.start):
        start = that.end
    elif not (led and scene.opens(led.start)):
        return []
    else:
        start = next((d.end for d in scene.dates if o.end <= d.start <= o.end + 8), o.end)
    return [
        i for i in scene.contacts_in(start, start + 90)[:1]
        if scene.contacts[i].verb and scene.unbroken(start, mark := scene.contacts[i].mark_start)
        and _no_clause(scene, start, mark) and scene.plain_words(start, mark) <= (0 if that else 3)
    ]  # fmt: skip


def _counted_since(scene: Scene, o: Ordinal, contact: int) -> tuple[DateFind | None, dt.date | None, int]:
    """Since when contacts are counted: a date of the text, or the day somebody took office; and where the words end."""
    date = scene.date_after(o.end, 90, ("since",))
    if date is None:
        near = scene.date_after(o.end, 60, ("on",))
        led = scene.within("of_period", near.start - 8, near.end) if near else []
        if (
            near
            and led
            and near.kind in ("year", "period")
            and not scene.plain_words(o.end, min(led[0].start, near.start))
        ):
            date = near
    if date is not None and scene.unbroken(o.end, date.start):
        return date, None, date.end
    sentence = scene.sentence(o.start)
    for office in scene.within("in_office", o.end, min(sentence.end, o.end + 140)):
        for since in scene.within("since", o.end, office.start):
            if not scene.unbroken(since.start, office.start) or office.start - since.end > 50:
                continue
            day = _took_office(scene, since.start, office.end, contact)
            if day:
                return None, day, office.end
    return None, None, o.end


def _took_office(scene: Scene, start: int, end: int, contact: int) -> dt.date | None:
    """The day the person named, else the one of the contact's people who did so last, came into the highest office."""
    named = [m.actor_id for m in scene.actors_in(start, end)]
    for people in (named, scene.contacts[contact].principals):
        days = [day for actor_id in people if (day := _in_office_since(scene, actor_id))]
        if days:
            return max(days)
    return None


def _in_office_since(scene: Scene, actor_id: str) -> dt.date | None:
    actor = scene.lexicon.actors.get(actor_id)
    if actor is None or actor.kind != "person":
        return None
    held = [h.from_ for h in actor.offices if h.from_ and scene.lexicon.offices[h.office].rank == 1]
    return max(held, default=None)


def _counts(scene: Scene) -> Iterator[ClaimFind]:
    for c in find_counts(scene.document, scene.lexicon):
        contacts = scene.contact_at(c.start, c.end) or [
            i for i in scene.before(c.start) if scene.unbroken(scene.contacts[i].mark_end, c.start)
        ]
        if not contacts:
            continue
        within = f"{c.within_days_to or c.within_days_from:g} days"
        yield ClaimFind(
            c.start, c.end, "count_within", contacts[0], "claim-count-within", value=within, number=float(c.number),
            number_from=float(c.number), number_to=float(c.number), unit="count", days_from=c.within_days_from,
            days_to=c.within_days_to,
            narrow=bool(scene.within("narrow", c.start, c.end)), instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _gaps(scene: Scene) -> Iterator[ClaimFind]:
    for g in find_gaps(scene.document, scene.lexicon):
        before = [
            i for i in scene.before(g.start)
            if g.start - scene.contacts[i].mark_end <= 90 and scene.unbroken(scene.contacts[i].mark_end, g.start)
        ]  # fmt: skip
        contacts = before or [
            i for i in scene.contacts_in(g.end, g.end + 60) if scene.unbroken(g.end, scene.contacts[i].mark_start)
        ]
        start, narrow = g.start, False
        ordinals = [
            o for o in find_ordinals(scene.document, scene.lexicon) if o.number == 1 and 0 <= g.start - o.end <= 90
        ]
        if ordinals and scene.unbroken(ordinals[-1].end, g.start):
            start, narrow = ordinals[-1].start, _narrow(scene, ordinals[-1])
            if not contacts and scene.opens(start - 3 if start > 3 else start):
                contacts = scene.told_last(start)
        if not contacts:
            continue
        yield ClaimFind(
            start, g.end, "gap_since_previous", contacts[0], "claim-gap", number=g.days_to or g.days_from,
            number_from=g.days_from, number_to=g.days_to, unit="days", qualifier=g.qualifier,
            narrow=narrow or scene.contacts[contacts[0]].rule == _VISIT, instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


# -- shares and ages ---------------------------------------------------------------------------------


def _shares(scene: Scene) -> Iterator[ClaimFind]:
    for p in find_percents(scene.document, scene.lexicon):
        of = scene.beginning_at("share_of", p.end)
        if of is None:
            continue
        contacts = scene.nearest(p.start, p.end) or scene.told_last(p.start)
        if not contacts:
            continue
        yield ClaimFind(
            p.start, of.end, "agreement_share", contacts[0], "claim-agreement-share", number=p.number,
            number_from=p.number_from, number_to=p.number_to, unit="percent", qualifier=p.qualifier,
            instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _ages(scene: Scene) -> Iterator[ClaimFind]:
    for a in find_ages(scene.document, scene.lexicon):
        contacts = scene.nearest(a.start, a.end) or scene.told_last(a.start)
        person = _whose(scene, a)
        if not contacts or person is None or person not in scene.lexicon.actors:
            continue
        rule = "claim-birthday" if a.rule == "birthday" else "claim-age"
        yield ClaimFind(
            a.start, a.end, "age", contacts[0], rule, value=person, number=float(a.years),
            number_from=float(a.years), number_to=float(a.years), unit="years",
            instead=clipped(contacts, contacts[0]),
        )  # fmt: skip


def _whose(scene: Scene, a: Age) -> str | None:
    """Whose age it is: the person named right before it, or right after an adjective."""
    if a.rule == "age" and (after := scene.actor_after(a.end, 45)) and _person(scene, after.actor_id):
        return after.actor_id
    start = max(scene.sentence(a.start).start, a.start - 60)
    people = [
        m
        for m in scene.actors_in(start, a.start)
        if m.end <= a.start and m.how != "group" and _person(scene, m.actor_id)
    ]
    return people[-1].actor_id if people else None


def _person(scene: Scene, actor_id: str) -> bool:
    actor = scene.lexicon.actors.get(actor_id)
    return actor is None or actor.kind == "person"
