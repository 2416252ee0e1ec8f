"""How a contact was judged: "a productive call", "it went very well".

Lives here: which judging words are said of a contact, and how far they reach. Must not live here: word lists
(claims.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from data.extract.claims.scene import ClaimFind, Hit, Scene, stated
from data.extract.rules import Rule

RULES = (
    Rule(
        "claim-assessment",
        "A word that judges a contact: beside its noun, after “was”, or quoted in its sentence.",
        "«La telefonata è stata costruttiva»",
        "“Smith described the talks as ‘very productive’”",
    ),
)  # fmt: skip

_QUOTE_WORDS = 10  # longer quotes are statements, not judgements


def find_assessments(scene: Scene) -> Iterator[ClaimFind]:
    """The scene of an article → how contacts were judged."""
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
        yield stated(start, end, "assessment", "claim-assessment", contacts)


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
        return scene.contacts_behind(word.end, word.end + 45)
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
