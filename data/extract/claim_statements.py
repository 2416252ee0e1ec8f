"""Statements that are claims of a contact: its day and place, who started or proposed it, how far it is prepared,
what came of it and how it was judged.

Lives here: rules over the words around a contact. Must not live here: figures (`claim_figures`), or word lists
(claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claim_scene import ClaimFind, Hit, Scene, clipped
from data.extract.dates import DateFind
from data.extract.finds import Mention
from data.extract.places import within
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-date",
        "The date words of a passage that tells a contact.",
        "«Il 3 maggio Rossi ha chiamato Bianchi»",
        "“They spoke on 3 May”",
    ),
    Rule(
        "claim-place",
        "The place named in a passage that tells a meeting.",
        "«il vertice di Budapest»",
        "“they met in Geneva”",
    ),
    Rule(
        "claim-previous-contact",
        "“The last time they spoke was …”: the day of the contact before the article's main one.",
        "«L'ultima telefonata tra i due risale al 18 agosto»",
        "“The two last spoke on 18 August”",
    ),
    Rule(
        "claim-initiator",
        "On whose initiative or request a contact came about, or who called whom.",
        "«La telefonata, su iniziativa di Washington»",
        "“The call took place at Smith's request”",
    ),
    Rule(
        "claim-proposed-by",
        "Who proposed a meeting or its place.",
        "«Rossi ha proposto la capitale ungherese»",
        "“The meeting was proposed by Jones”",
    ),
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
    Rule(
        "claim-assessment",
        "A word that judges a contact: beside its noun, after “was”, or quoted in its sentence.",
        "«La telefonata è stata costruttiva»",
        "“Smith described the talks as ‘very productive’”",
    ),
)  # fmt: skip

_QUOTE_WORDS = 10  # longer quotes are statements, not judgements


def find_statements(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → claims that are statements, not yet credited."""
    yield from _dates(scene)
    yield from _places(scene)
    yield from _previous(scene)
    yield from _initiators(scene)
    yield from _proposers(scene)
    yield from _preparations(scene)
    yield from _outcomes(scene)
    yield from _assessments(scene)


def _find(
    scene: Scene, start: int, end: int, name: str, rule: str, contacts: list[int], value: str | None = None
) -> ClaimFind:
    del scene
    return ClaimFind(start, end, name, contacts[0], rule, value=value, instead=clipped(contacts, contacts[0]))


# -- day and place -----------------------------------------------------------------------------------


def _dates(scene: Scene) -> Iterator[ClaimFind]:
    for i, contact in enumerate(scene.contacts):
        if contact.date is not None and not _of_office(scene, contact.date):
            yield ClaimFind(contact.date.start, contact.date.end, "date", i, "claim-date", date=contact.date)


def _of_office(scene: Scene, date: DateFind) -> bool:
    """Whether a date tells when somebody took office: "since he returned to office in January"."""
    hits = scene.within("in_office", scene.sentence(date.start).start, date.start)
    said = (scene.between(h.end, date.start) for h in hits)
    return any("," not in words and len(words.split()) <= 1 for words in said)


def _places(scene: Scene) -> Iterator[ClaimFind]:
    for i, contact in enumerate(scene.contacts):
        if contact.place is None or contact.kind == "call":
            continue
        named = [
            p for p in scene.places
            if contact.start <= p.start < contact.end and within(scene.lexicon, p.place_id, contact.place)
            and next(scene.actors_in(p.start, p.end), None) is None  # "the White House envoy"
        ]  # fmt: skip
        if named:
            best = min(named, key=lambda p: (p.place_id != contact.place, abs(p.start - contact.mark_end)))
            yield ClaimFind(best.start, best.end, "place", i, "claim-place", value=best.place_id)


# -- the contact before ------------------------------------------------------------------------------


def _previous(scene: Scene) -> Iterator[ClaimFind]:
    done: set[int] = set()
    for hit in scene.hits("last_time"):
        sentence = scene.sentence(hit.start)
        if sentence.start in done or scene.ending_at("not_last_time", hit.start):
            continue
        told = [
            i for i in scene.contacts_in(hit.start - 40, sentence.end)
            if scene.contacts[i].date is not None and scene.contacts[i].mark_start >= sentence.start
        ]  # fmt: skip
        date = scene.contacts[told[0]].date if told else scene.date_after(hit.end, 120, ("on",))
        if date is None or date.start < hit.start:
            continue
        main = _main(scene, told[0] if told else None)
        if main is None:
            continue
        done.add(sentence.start)
        yield ClaimFind(hit.start, date.end, "previous_contact", main, "claim-previous-contact", date=date)


def _main(scene: Scene, other: int | None) -> int | None:
    """The article's main contact: the first told with two or more people, those of the other one if it names them."""
    people = set(scene.contacts[other].principals) if other is not None else set()
    first: int | None = None
    for i, c in enumerate(scene.contacts):
        if i == other or len(c.principals) < 2:
            continue
        if len(people) < 2 or people == set(c.principals):
            return i
        first = i if first is None else first
    return first if len(people) < 2 else None


# -- who started it ----------------------------------------------------------------------------------


def _initiators(scene: Scene) -> Iterator[ClaimFind]:
    for hit in scene.hits("initiative"):
        who = _agent(scene, hit.end)
        contacts = [i for i in scene.nearest(hit.start, hit.end) if scene.unbroken(*_gap(scene, i, hit.start, hit.end))]
        if not contacts and who and _took_place(scene, hit.start):
            contacts = scene.told_last(hit.start)
        if who and contacts:
            yield _find(scene, hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])
    for hit in scene.hits("initiative_after"):
        who = _owner(scene, hit.start)
        if who is None or not scene.ending_at("initiative_before", _phrase_start(scene, who[0])):
            continue
        contacts = scene.nearest(hit.start, hit.end)
        if not contacts and (scene.opens(who[0]) or _took_place(scene, who[0])):
            contacts = scene.told_last(hit.start)
        if contacts:
            yield _find(scene, who[0], hit.end, "initiator", "claim-initiator", contacts, who[1])
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
        who = _agent(scene, by.end)
        contacts = [i for i in scene.before(hit.start)[:2] if _only_links(scene, scene.contacts[i].mark_end, hit.start)]
        if who and contacts and not scene.contacts[contacts[0]].verb:
            yield _find(scene, hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])


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
            who = _agent(scene, verb.end)
            contacts = [
                i
                for i in scene.contacts_in(hit.end, verb.start)
                if _only_links(scene, hit.end, scene.contacts[i].mark_start)
            ]
            bare = not scene.between(hit.end, verb.start).strip() and not scene.contacts_in(verb.end, sentence.end)
            contacts = contacts or (scene.before(hit.start) or scene.told_last(hit.start) if bare else [])
            if who and contacts:
                yield _find(scene, hit.start, who[0], "initiator", "claim-initiator", contacts, who[1])


def _initiating(scene: Scene) -> Iterator[ClaimFind]:
    """ "Smith initiated a call with Jones"."""
    for hit in scene.hits("initiates"):
        contacts = [
            i for i in scene.contacts_in(hit.end, hit.end + 32)
            if not scene.contacts[i].verb and scene.unbroken(hit.end, scene.contacts[i].mark_start)
        ]  # fmt: skip
        who = scene.actor_before(hit.start, 50)
        if contacts and who and _acts(scene, who, hit):
            yield _find(
                scene,
                who.start,
                scene.contacts[contacts[0]].mark_end,
                "initiator",
                "claim-initiator",
                contacts,
                who.actor_id,
            )


def _agent(scene: Scene, offset: int) -> tuple[int, str] | None:
    """Who is named right after a place, or «la parte americana»: where the words end, and the actor."""
    who = scene.actor_after(offset, 40)
    if who and scene.between(who.end, who.end + 2) in ("'s", "’s"):
        return None  # "requested by Smith's envoy"
    if who and not any(mark in scene.between(offset, who.start) for mark in ",;:.()"):
        return who.end, who.actor_id
    for p in scene.places:
        if offset <= p.start <= offset + 4 and not scene.between(offset, p.start).strip(" '"):
            state = _of_place(scene, p.place_id)
            return (p.end, state) if state else None
    for token in scene.tokens(offset, offset + 30)[:3]:
        if token.lower in scene.words.own_side:
            return token.end, scene.words.own_side[token.lower]
    return None


def _owner(scene: Scene, offset: int) -> tuple[int, str] | None:
    """Whose name, seat or capital ends at a place: where it begins, and the actor."""
    for m in scene.actors_in(offset - 50, offset):
        if abs(m.end - offset) <= 1:
            return m.start, m.actor_id
    for p in scene.places:
        if p.end == offset:
            state = _of_place(scene, p.place_id)
            return (p.start, state) if state else None
    return None


def _of_place(scene: Scene, place: str) -> str | None:
    """The actor a place stands for: a seat itself, or the state whose capital it is."""
    actors = scene.lexicon.actors
    return place if place in actors else next((a.id for a in actors.values() if a.capital == place), None)


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
            yield _find(
                scene, start, end, "initiator", "claim-initiator", contacts, scene.words.own_side[near[0].lower]
            )


def _acts(scene: Scene, who: Mention, verb: Hit) -> bool:
    """Whether an actor named before a verb is its subject: only a few words and no other clause between."""
    words = scene.between(who.end, verb.start)
    return len(words.split()) <= 3 and not any(mark in words for mark in ";:.()") and words.count(",") != 1


def _callers(scene: Scene) -> Iterator[ClaimFind]:
    """ "Smith phoned Jones": the caller, where the sentence tells a call."""
    for hit in scene.hits("calls"):
        if scene.beginning_at("not_calls", hit.end):
            continue
        who = scene.actor_before(hit.start, 40)
        whom = next(scene.actors_in(hit.end, hit.end + 40), None)
        if who is None or whom is None or who.actor_id == whom.actor_id or not _acts(scene, who, hit):
            continue
        words = scene.between(hit.end, whom.start)
        if len(words.split()) > 4 or (any(mark in words for mark in ",;:.()\"'") and "l'" not in words):
            continue
        contacts = [
            i for i in scene.contact_at(hit.start, hit.end)
            if scene.contacts[i].kind == "call" and {who.actor_id, whom.actor_id} <= set(scene.contacts[i].principals)
        ]  # fmt: skip
        if contacts:
            yield _find(scene, who.start, whom.end, "initiator", "claim-initiator", contacts, who.actor_id)


# -- who proposed it ---------------------------------------------------------------------------------


def _proposers(scene: Scene) -> Iterator[ClaimFind]:
    for hit in scene.hits("proposes"):
        who = scene.actor_before(hit.start, 50)
        if who is None or not _acts(scene, who, hit):
            continue
        contacts = _proposed(scene, hit)
        if contacts:
            yield _find(
                scene, who.start, scene.clause_end(hit.end), "proposed_by", "claim-proposed-by", contacts, who.actor_id
            )
    yield from _proposed_by(scene)


def _proposed_by(scene: Scene) -> Iterator[ClaimFind]:
    """ "The meeting was proposed by Smith"."""
    for hit in scene.hits("proposed_passive"):
        who = _agent(scene, hit.end)
        contacts = [
            i
            for i in scene.before(hit.start)
            if scene.unbroken(scene.contacts[i].mark_end, hit.start) and hit.start - scene.contacts[i].mark_end <= 70
        ]
        if who and contacts:
            yield _find(scene, hit.start, who[0], "proposed_by", "claim-proposed-by", contacts, who[1])


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


# -- preparations ------------------------------------------------------------------------------------


def _preparations(scene: Scene) -> Iterator[ClaimFind]:
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
        start = _phrase_start(scene, noun.start)
        yield _find(scene, start, scene.clause_end(progress.start), "preparation", "claim-preparation", contacts)


def _prepares(scene: Scene, offset: int) -> bool:
    """Whether the sentence or the one before speaks of preparations."""
    at = scene.document.sentence_index(offset)
    first = scene.document.sentences[max(at - 1, 0)]
    return bool(scene.within("preparing", first.start, scene.document.sentences[at].end))


def _phrase_start(scene: Scene, offset: int) -> int:
    """Where the noun phrase begins: its article, if one stands right before."""
    tokens = scene.tokens(max(scene.sentence(offset).start, offset - 6), offset)
    articles = scene.lexicon.words[scene.document.language].names.articles
    return tokens[-1].start if tokens and tokens[-1].lower in articles else offset


# -- results -----------------------------------------------------------------------------------------


def _outcomes(scene: Scene) -> Iterator[ClaimFind]:
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
        return _find(scene, start, scene.clause_end(start), "outcome", "claim-outcome", contacts)
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
    return _find(scene, verb.start, end, "outcome", "claim-outcome", contacts) if contacts else None


def _agreed_at(scene: Scene, verb: Hit) -> ClaimFind | None:
    """ "They agreed in the call to …": the contact between the verb and what was agreed."""
    for i in scene.contacts_in(verb.end, verb.end + 40):
        c = scene.contacts[i]
        plain = not c.verb and not c.plural and scene.unbroken(verb.end, c.mark_start)
        if plain and scene.beginning_at("agreed_on", c.mark_end):
            return _find(scene, verb.start, scene.clause_end(c.mark_end), "outcome", "claim-outcome", [i])
    return None


def _people(scene: Scene, contact: int) -> set[str]:
    """Who took part in a contact: those named with it, else with the contact of that kind told before with names."""
    for i in [contact, *scene.before(scene.contacts[contact].mark_start, sentence_only=False)]:
        if len(scene.contacts[i].principals) >= 2 and scene.contacts[i].kind == scene.contacts[contact].kind:
            return set(scene.contacts[i].principals)
    return set()


# -- judgements --------------------------------------------------------------------------------------


def _assessments(scene: Scene) -> Iterator[ClaimFind]:
    words = sorted([*scene.hits("good"), *scene.hits("bad"), *_went(scene)], key=lambda h: (h.start, -h.end))
    last = -1
    for word in words:
        if word.start < last:
            continue
        contacts = _judged(scene, word)
        if not contacts:
            continue
        start, end = _judgement(scene, word)
        last = end
        yield _find(scene, start, end, "assessment", "claim-assessment", contacts)


def _went(scene: Scene) -> list[Hit]:
    """ "The call went very well": the words after the verb."""
    found = []
    for verb in scene.hits("went"):
        end = min(scene.sentence(verb.start).end, verb.end + 30)
        how = [h for h in scene.within("how_went", verb.end, end) if len(scene.between(verb.end, h.start).split()) <= 2]
        if how:
            found.append(how[-1])
    return found


def _judged(scene: Scene, word: Hit) -> list[int]:
    """The contacts a judging word is about."""
    direct = _noun_beside(scene, word)
    if direct:
        return direct
    quoted = _short_quote(scene, word)
    sentence = scene.sentence(word.start)
    said = _predicate(scene, word, sentence.start)
    before = scene.before(word.start)
    if quoted and before:
        quality = scene.within("quality_of", scene.contacts[before[0]].mark_end, word.start)
        verb = scene.within("judged", sentence.start, word.start)
        near = word.start - scene.contacts[before[0]].mark_end <= 60
        return before if quality or verb or near else []
    if quoted and said:
        return [
            i
            for i in scene.contacts_in(word.end, word.end + 45)
            if scene.unbroken(word.end, scene.contacts[i].mark_start)
        ]
    if said and before:
        c = scene.contacts[before[0]]
        return before if _close(scene, c.mark_end, said.start) else []
    if said and scene.opens(said.start):
        return scene.told_last(word.start)
    return []


def _noun_beside(scene: Scene, word: Hit) -> list[int]:
    """ "A productive call", «una telefonata costruttiva»: the contact whose noun stands right beside."""
    if scene.document.language == "en" or _before_noun(scene, word):
        for i in scene.contacts_in(word.end, word.end + 30):
            gap = scene.between(word.end, scene.contacts[i].mark_start)
            if not scene.contacts[i].verb and not any(m in gap for m in ";:.()") and len(gap.split()) <= 2:
                return [i]
        return []
    for i in reversed(scene.contacts_in(word.start - 60, word.start)):
        c = scene.contacts[i]
        gap = scene.between(c.mark_end, word.start)
        rest = [t for t in scene.tokens(c.mark_end, word.start) if t.text[0].isalnum()]
        degree = {t.lower for t in rest} - set(scene.words.degree) - set(scene.words.joins)
        judging = [h for f in ("good", "bad") for h in scene.within(f, c.mark_end, word.start)]
        plain = [t for t in rest if t.lower in degree and not any(h.start <= t.start < h.end for h in judging)]
        if c.mark_end <= word.start and not c.verb and not plain and not any(m in gap for m in ";:.()"):
            return [i]
    return []


def _before_noun(scene: Scene, word: Hit) -> bool:
    """Whether an adjective stands right before a contact's noun."""
    return any(
        not scene.between(word.end, scene.contacts[i].mark_start).strip(" \"'")
        for i in scene.contacts_in(word.end, word.end + 4)
    )


def _short_quote(scene: Scene, word: Hit) -> bool:
    """Whether the word stands in a few words between quote marks."""
    return any(
        q.form == "direct" and q.start <= word.start and word.end <= q.end
        and len(scene.between(q.start, q.end).split()) <= _QUOTE_WORDS
        for q in scene.quotes
    )  # fmt: skip


def _predicate(scene: Scene, word: Hit, start: int) -> Hit | None:
    """The verb a judging word belongs to: "was", "described as", "went"."""
    for field in ("is_", "judged", "went"):
        for verb in reversed(scene.within(field, max(start, word.start - 50), word.start)):
            rest = [t for t in scene.tokens(verb.end, word.start) if t.text[0].isalnum()]
            judging = [h for f in ("good", "bad", "degree", "small") for h in scene.within(f, verb.end, word.start)]
            plain = [t for t in rest if not any(h.start <= t.start < h.end for h in judging)]
            if not plain and scene.document.text[verb.start : verb.end].lower() not in scene.words.joins:
                return verb  # "è", but not the "e" that joins two judgements
            if field == "judged" and len(plain) <= 5 and any(i for i in scene.contacts_in(verb.end, word.start)):
                return Hit(word.start, word.start)
    return None


def _close(scene: Scene, start: int, end: int) -> bool:
    """Whether a verb follows a contact closely enough to be said of it: "the call with Jones was"."""
    words = scene.between(start, end)
    if any(mark in words for mark in ";:.()") or words.count(",") == 1:
        return False
    if words.count(",") == 2 and words.rstrip().endswith(","):
        end = start + words.index(",")  # "the call, which lasted two hours, was"
    return scene.plain_words(start, end) <= 3


def _judgement(scene: Scene, word: Hit) -> tuple[int, int]:
    """The words of a judgement: the whole of a short quote, else the word with its degree."""
    for q in scene.quotes:
        if q.form == "direct" and q.start <= word.start and word.end <= q.end:
            if len(scene.between(q.start, q.end).split()) <= _QUOTE_WORDS:
                return q.start, q.end
            break
    degree = scene.ending_at("degree", word.start)
    return (degree.start if degree else word.start), word.end
