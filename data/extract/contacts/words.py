"""The vocabulary of contacts of one language, compiled once.

Lives here: `ContactIndex` and `contact_index`. Must not live here: any rule, any word of a language (contacts.toml).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from data.extract.needles import NeedlePlaces
from data.extract.phrases import PhraseIndex, at_word_start
from data.lexicon.types import ContactNoun, ContactVerb, ContactWords, Lexicon, VerbWords
from data.span import fold

_LIST_MARKS = r"(?:,|&|/)"


def _pattern(phrase: str) -> str:
    """A phrase → a pattern for whole words; a trailing asterisk stands for any ending."""
    folded = fold(phrase)
    if folded.endswith("*"):
        return re.escape(folded[:-1]) + r"\w*"
    return re.escape(folded) + (r"(?!\w)" if folded[-1].isalnum() else "")


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Phrases → a pattern that finds the longest of them as whole words; one that never matches for none."""
    ordered = sorted(set(words), key=lambda p: (-len(p), p))
    return re.compile(at_word_start(map(_pattern, ordered)) if ordered else r"(?!)")


_MODIFIERS = r"\s?(?:[\"“«]?[\w'-]+[\"”»,]?\s){0,3}$"  # words between an article and its noun: a "long, frank" call


def _after_words(words: Iterable[str], most: int) -> re.Pattern[str]:
    """A blank, at most so many words, then one of the phrases and a blank: what ties an object to its verb."""
    return re.compile(rf"\s(?:[\w'-]+\s){{0,{most}}}?" + phrases(words).pattern + r"(?:\s|(?<='))")


def _then(then: Iterable[str], verbs: VerbWords, adverbs: Iterable[str]) -> re.Pattern[str]:
    """What stands behind a verb: one of some words, or how long it took, past an adverb."""
    how_long = r"\s(?:[\w.,'-]+\s){0,6}?(?:[\w]+')?" + phrases(verbs.lasting).pattern
    long = phrases(verbs.lasting_behind).pattern + how_long
    return re.compile(rf"\s(?:{phrases(adverbs).pattern}\s)?(?:{phrases(then).pattern}|{long})")


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


@dataclass(frozen=True, eq=False)
class ContactIndex:
    """Words and patterns of contacts; all match folded text."""

    words: ContactWords
    nouns: PhraseIndex[tuple[ContactNoun, bool]]  # and whether the form is a plural
    verbs: dict[str, tuple[ContactVerb, ...]]  # by lemma
    forms: dict[str, tuple[ContactVerb, ...]]  # by form, for verbs limited to forms
    participles: dict[str, ContactVerb]
    not_before: dict[str, re.Pattern[str]]  # by the first word of the entry
    noun_words: frozenset[str]
    verb_before: frozenset[str]  # right before a word that is a noun or a verb, make it a verb
    pronouns: frozenset[str]
    pronouns_with: frozenset[str]
    pairs: frozenset[str]  # "both leaders": two who were named before
    pronouns_earlier: frozenset[str]
    not_nouns: frozenset[str]  # forms of verbs, and all those pronouns
    # people
    between: re.Pattern[str]
    involving: re.Pattern[str]
    with_: re.Pattern[str]
    to: re.Pattern[str]
    of: re.Pattern[str]
    of_words: frozenset[str]  # the same, as words
    by: re.Pattern[str]
    part_of: re.Pattern[str]  # before a name
    not_with: re.Pattern[str]  # right before or at the words of `with_`
    object_with: re.Pattern[str]
    object_beside: re.Pattern[str]
    object_to: re.Pattern[str]
    object_to_far: re.Pattern[str]  # past what is handed over or told: "has read the text to"
    then: dict[str, re.Pattern[str]]  # by the first lemma of the entry, as the next
    unless: dict[str, re.Pattern[str]]
    whom: re.Pattern[str]
    absolute: re.Pattern[str]  # right behind a name in "with Jones leading the delegation"
    mediation: re.Pattern[str]
    other_between: frozenset[str]
    each: re.Pattern[str]
    delegation: re.Pattern[str]
    delegates: re.Pattern[str]
    attending: re.Pattern[str]
    guest_of: re.Pattern[str]
    groups: re.Pattern[str]
    several_met: frozenset[str]  # the same, and those who represent others: "senators"
    leading: re.Pattern[str]
    several: re.Pattern[str]
    several_roles: frozenset[str]  # those of them that are no bodies
    including: re.Pattern[str]
    reflexive: re.Pattern[str]
    featuring: re.Pattern[str]
    representing: re.Pattern[str]
    joined: re.Pattern[str]
    and_: re.Pattern[str]
    as_well: re.Pattern[str]  # behind a name of a list
    that: re.Pattern[str]
    relatives: frozenset[str]
    mutual: re.Pattern[str]  # right before a verb
    prepositions: frozenset[str]
    circumstances: frozenset[str]  # prepositions that lead on to a place, time or occasion
    purpose: frozenset[str]  # "to", "for" of what somebody is to do
    protagonists: frozenset[str]
    their: frozenset[str]
    openers: frozenset[str]  # articles and prepositions: where the next phrase begins
    adverbs: frozenset[str]
    past_auxiliaries: frozenset[str]  # with their accents, as the next two
    future_auxiliaries: frozenset[str]
    conditional_auxiliaries: frozenset[str]
    verb_group: frozenset[str]  # all three
    asides: frozenset[str]  # words that open an aside between commas
    titles: frozenset[str]  # words that may stand between a preposition and a name
    roles: frozenset[str]  # the words of titles that say what somebody is: "minister", not "foreign"
    office_heads: frozenset[str]  # those of them that offices of state have
    articles: frozenset[str]
    small: frozenset[str]  # articles and prepositions
    speech: frozenset[str]  # lemmas of verbs of speech: never part of a title
    auxiliaries: frozenset[str]  # forms of auxiliaries: nor are these
    light: frozenset[str]
    gerund_before: frozenset[str]
    clause_openers: frozenset[str]  # those of them that open a clause: "after", not "having"
    nonfinite: frozenset[str]  # auxiliaries of verbs without a subject of their own: "having"
    directed: frozenset[str]
    addressing: frozenset[str]
    confronting: frozenset[str]  # with those of `addressing`
    sharing: frozenset[str]
    sharing_with: dict[str, re.Pattern[str]]  # lemmas that do so only before these words
    both: re.Pattern[str]
    those_two: re.Pattern[str]
    infinitive_openers: frozenset[str]  # "to", "di"
    acting_on: frozenset[str]
    telling_verbs: frozenset[str]  # all verbs of telling somebody of something
    # place and time
    during: re.Pattern[str]
    compared_to: re.Pattern[str]  # at the beginning of a sentence
    setting: re.Pattern[str]
    setting_before: re.Pattern[str]  # right before a noun
    place: re.Pattern[str]
    where: re.Pattern[str]
    margin: re.Pattern[str]  # right before a noun
    beside: re.Pattern[str]  # the same words behind a contact: it was face to face
    gathering: frozenset[str]  # before a noun for which several have come together: "for talks"
    adjacent_of: re.Pattern[str]
    soon: re.Pattern[str]
    eve: re.Pattern[str]
    numbered: re.Pattern[str]
    times: re.Pattern[str]
    many: re.Pattern[str]
    habit: re.Pattern[str]
    remote: re.Pattern[str]
    copula: re.Pattern[str]  # before a noun that tells the last contact again
    just: re.Pattern[str]
    just_opening: re.Pattern[str]
    definite: re.Pattern[str]
    definite_talks: re.Pattern[str]  # before negotiations, of which there may be many words for one: "i colloqui"
    other: re.Pattern[str]  # right before a noun
    fresh: re.Pattern[str]  # before a noun, up to its end
    indefinite: re.Pattern[str]
    # status
    forward: frozenset[str]  # last words of those of them that look forward to a word of their own
    planned: re.Pattern[str]
    planned_after: re.Pattern[str]  # those that do not look forward to a word of their own: "plans for"
    upcoming: re.Pattern[str]  # right before a trigger, as the next
    preparing: re.Pattern[str]
    was_planned: re.Pattern[str]
    ongoing: re.Pattern[str]
    cancelled: re.Pattern[str]
    missing: re.Pattern[str]
    postponed: re.Pattern[str]
    happened: re.Pattern[str]
    meanwhile: re.Pattern[str]  # right before a trigger
    past_link: re.Pattern[str]  # right before a noun
    negation: frozenset[str]
    negating: re.Pattern[str]  # of several words, shortly before
    denying: re.Pattern[str]
    joining: re.Pattern[str]
    existence: re.Pattern[str]
    outcome: re.Pattern[str]
    telling: re.Pattern[str]
    no_longer: re.Pattern[str]
    possible: re.Pattern[str]
    possible_after: re.Pattern[str]
    hearsay_after: re.Pattern[str]
    breakers: frozenset[str]
    numbering: re.Pattern[str]
    future_before: re.Pattern[str]
    plain_future: re.Pattern[str]
    past_before: re.Pattern[str]
    earlier: re.Pattern[str]  # before a noun
    earlier_verb: re.Pattern[str]  # beside a verb
    last_time: re.Pattern[str]  # at the beginning of a sentence
    since: re.Pattern[str]  # before a noun
    ever_since: re.Pattern[str]  # shortly before a year or month
    first: re.Pattern[str]
    earlier_after: re.Pattern[str]  # right behind it
    latest: re.Pattern[str]  # shortly before a day
    sequel: re.Pattern[str]  # right before a verb, or its noun
    day_part: re.Pattern[str]  # beside a trigger
    shortly: re.Pattern[str]
    sequel_opening: re.Pattern[str]  # at the beginning of a sentence
    not_sequel: re.Pattern[str]  # right before these
    when_ahead: re.Pattern[str]  # right before a verb
    sought: NeedlePlaces[str]  # the phrases of patterns that are tried only where one of them stands, by their names


def _verbs(entries: Sequence[ContactVerb], first: Sequence[str]) -> tuple[dict[str, tuple[ContactVerb, ...]], ...]:
    """Verbs by lemma, and those limited to forms by form; to a future form belong those of the `first` person."""
    by_lemma: dict[str, list[ContactVerb]] = {}
    by_form: dict[str, list[ContactVerb]] = {}
    for verb in entries:
        for form in map(fold, (*verb.forms, *verb.reflexive)):
            own = [form[:-2] + fold(ending) for ending in first if ending[0] == "r"] if form.endswith("ra") else []
            for one in (form, *own):  # "vedrà", "vedrò", "vedremo"
                by_form.setdefault(one, []).append(verb)
        if not verb.forms:
            for lemma in verb.lemmas:
                by_lemma.setdefault(fold(lemma), []).append(verb)
    return {k: tuple(v) for k, v in by_lemma.items()}, {k: tuple(v) for k, v in by_form.items()}


def _titles(lexicon: Lexicon, language: str) -> frozenset[str]:
    """Words of offices, nationalities, roles and articles: they may stand before a name."""
    italian = language == "it"
    names, link = lexicon.words[language].names, lexicon.words[language].contacts.link
    offices = (t for o in lexicon.offices.values() for t in (o.titles_it if italian else o.titles_en))
    nations = (t for a in lexicon.actors.values() for t in (a.adjectives_it if italian else a.adjectives_en))
    all_titles = (*offices, *nations, *names.articles, *names.honorifics, *names.found.roles, *names.side_nouns,
                  *names.counterparts, *link.also_titles, *link.kin)  # fmt: skip
    return _folded(word for title in all_titles for word in title.split())


def _office_heads(lexicon: Lexicon, language: str) -> frozenset[str]:
    """The head words of titles of office: "secretary" of "secretary of state", "minister" of "foreign minister"."""
    small, heads = _folded(lexicon.words[language].contacts.link.prepositions), set()
    for office in lexicon.offices.values():
        for title in office.titles_it if language == "it" else office.titles_en:
            words = fold(title).split()
            inner = next((i for i, word in enumerate(words) if word in small or word.endswith("'")), None)
            heads.add(words[inner - 1] if inner else words[0] if language == "it" else words[-1])
    return frozenset(heads)


def _roles(lexicon: Lexicon, language: str) -> frozenset[str]:
    """Words that say what somebody is: those of offices, professions and kin."""
    names, link = lexicon.words[language].names, lexicon.words[language].contacts.link
    return _office_heads(lexicon, language) | _folded((*(r for r in names.found.roles if " " not in r), *link.kin))


def _speech(lexicon: Lexicon, language: str) -> frozenset[str]:
    speech = lexicon.words[language].speech
    return _folded((*speech.say, *speech.accuse, *speech.ask, *speech.announce, *speech.deny))


def _sought(words: ContactWords) -> dict[str, Collection[str]]:
    """Patterns of `ContactIndex`, by name → the phrases one of which stands in whatever they match."""
    link, status = words.link, words.status
    return {
        "between": link.between,
        "involving": link.involving,
        "with_": link.with_,
        "by": link.by,
        "object_with": link.object_with,
        "plural_pronouns": link.plural_pronouns,
        "whom": link.whom,
        "mediation": link.mediation,
        "each": link.each,
        "both": link.both,
        "those_two": link.those_two,
        "delegation": link.delegation,
        "delegates": link.delegates,
        "attending": link.attending,
        "guest_of": link.guest_of,
        "groups": link.groups,
        "several": link.several,
        "including": link.including,
        "featuring": link.featuring,
        "representing": link.representing,
        "mutual": words.verbs.mutual,
        "setting": link.setting,
        "setting_before": link.setting,
        "where": link.where,
        "margin": link.margin,
        "beside": link.margin,
        "many": link.many,
        "habit": (*link.many, *link.habit),
        "times": link.times,
        "copula": link.copula,
        "just": status.just,
        "remote": link.remote,
        "other": link.other,
        "fresh": link.fresh,
        "soon": status.soon_after,
        "eve": status.eve,
        "numbered": status.numbered,
        "planned": status.planned,
        "planned_after": status.planned,
        "plain_future": status.future_auxiliaries,
        "upcoming": status.upcoming,
        "preparing": status.preparing,
        "was_planned": status.was_planned,
        "ongoing": status.ongoing,
        "cancelled": status.cancelled,
        "missing": status.missing,
        "postponed": status.postponed,
        "happened": status.happened,
        "meanwhile": status.meanwhile,
        "past_link": status.past_links,
        "past_before": status.past_before,
        "negating": [phrase for phrase in status.negation if " " in phrase],
        "denying": status.denying,
        "joining": status.joining,
        "outcome": status.outcome,
        "telling": status.telling,
        "no_longer": status.no_longer,
        "possible": status.possible,
        "possible_after": status.possible_after,
        "earlier": status.earlier,
        "earlier_verb": status.earlier_verb,
        "since": status.since,
        "ever_since": status.ever_since,
        "first": status.first,
        "latest": status.latest,
        "sequel": status.sequel,
        "day_part": status.day_parts,
        "shortly": status.shortly,
        "when_ahead": status.when_ahead,
    }


@lru_cache(maxsize=4)
def contact_index(lexicon: Lexicon, language: str) -> ContactIndex:
    """The compiled vocabulary of one language."""
    words = lexicon.words[language].contacts
    link, status, names = words.link, words.status, lexicon.words[language].names
    nouns = [(w, (n, False)) for n in words.noun for w in n.words]
    nouns += [(w, (n, True)) for n in words.noun for w in n.plural]
    by_lemma, by_form = _verbs(words.verb, status.first_endings)
    forward = _folded((*link.prepositions, *link.purpose))
    joiners = "|".join(re.escape(fold(w)) for w in status.and_)
    return ContactIndex(
        words=words,
        nouns=PhraseIndex(nouns),
        verbs=by_lemma,
        forms=by_form,
        not_before={n.words[0]: phrases(n.not_before) for n in words.noun},
        participles={fold(p): v for v in words.verb for p in v.participles},
        noun_words=_folded(w for w, _ in nouns),
        verb_before=_folded((*status.future_before, *link.plural_pronouns))
        if not status.future_endings
        else frozenset(),
        pronouns=_folded(words.pronouns),
        pronouns_with=_folded(words.pronouns_with),
        pairs=_folded((*names.pairs, *names.pairs_any, *names.pairs_envoys, *names.pairs_bare)),
        pronouns_earlier=_folded(words.pronouns_earlier),
        not_nouns=frozenset(by_form) | _folded((*words.pronouns, *words.pronouns_with, *words.pronouns_earlier)),
        between=phrases(link.between),
        involving=phrases(link.involving),
        with_=phrases(link.with_),
        to=phrases(link.to),
        of=phrases(link.of),
        of_words=_folded(link.of),
        by=_after_words(link.by, 3),
        part_of=re.compile(phrases(link.part_of).pattern + r"\s?(?:[\w']+\s){0,3}$"),
        not_with=phrases(link.not_with),
        object_with=_after_words(link.object_with, 6),
        object_beside=_after_words(link.object_beside, 2),
        object_to=_after_words(link.to, 2),
        object_to_far=_after_words(link.to, 5),
        then={v.lemmas[0]: phrases(v.then) for v in words.verb if v.then},
        unless={v.lemmas[0]: phrases(v.unless) for v in words.verb if v.unless},
        whom=phrases(link.whom),
        absolute=phrases(link.absolute),
        mediation=phrases(link.mediation),
        other_between=_folded(link.other_between),
        each=phrases(link.each),
        delegation=phrases(link.delegation),
        delegates=phrases(link.delegates),
        attending=phrases(link.attending),
        guest_of=phrases(link.guest_of),
        groups=phrases(link.groups),
        several_met=_folded((*link.several, *link.represent)),
        leading=phrases(link.leading),
        several=phrases(link.several),
        several_roles=_folded(link.several) - _folded(link.bodies),
        including=phrases(link.including),
        reflexive=phrases(link.reflexive),
        featuring=phrases(link.featuring),
        representing=phrases(link.representing),
        joined=re.compile(rf"^(?:'s)?\s*(?:{_LIST_MARKS}|(?:{joiners})(?=\s|$))"),
        and_=phrases(status.and_),
        as_well=re.compile(r",?\s?" + phrases(link.as_well).pattern),
        that=phrases(link.that),
        relatives=_folded(lexicon.words[language].speech.relatives),
        mutual=re.compile(
            phrases(words.verbs.mutual).pattern + r"(?:\s|(?<='))(?:" + phrases(link.adverbs).pattern + r"\s)?$"
        ),
        prepositions=_folded(link.prepositions),
        circumstances=_folded((*link.prepositions, *link.place)) - _folded((*link.with_, *link.by, *link.purpose)),
        purpose=frozenset(link.purpose),
        protagonists=frozenset(link.protagonists),
        their=frozenset(link.their),
        openers=_folded((*link.prepositions, *link.place, *names.articles, *link.first_articles)),
        adverbs=frozenset(link.adverbs) | _folded(link.adverbs),
        past_auxiliaries=frozenset(status.past_auxiliaries),
        future_auxiliaries=frozenset(status.future_auxiliaries),
        conditional_auxiliaries=frozenset(status.conditional_auxiliaries),
        verb_group=frozenset((*status.past_auxiliaries, *status.future_auxiliaries, *status.conditional_auxiliaries)),
        asides=_folded((*link.prepositions, *link.place, *status.parting)),
        titles=_titles(lexicon, language),
        roles=_roles(lexicon, language),
        office_heads=_office_heads(lexicon, language),
        articles=_folded((*names.articles, *link.first_articles)),
        small=_folded((*names.articles, *link.first_articles, *link.prepositions)),
        speech=_speech(lexicon, language),
        auxiliaries=_folded(lexicon.words[language].speech.auxiliaries),
        light=_folded(words.verbs.light),
        gerund_before=_folded(words.verbs.gerund_before),
        clause_openers=_folded(words.verbs.gerund_before) - _folded(words.verbs.nonfinite),
        nonfinite=_folded(words.verbs.nonfinite),
        directed=_folded(words.verbs.directed),
        addressing=_folded(words.verbs.addressing),
        confronting=_folded((*words.verbs.confronting, *words.verbs.addressing)),
        sharing=frozenset(words.verbs.sharing),
        sharing_with={
            lemma: _then(then, words.verbs, link.adverbs) for lemma, then in words.verbs.sharing_with.items()
        },
        both=phrases(link.both),
        those_two=phrases(link.those_two),
        infinitive_openers=_folded((*link.purpose, *link.of)),
        acting_on=_folded(words.verbs.acting_on),
        telling_verbs=frozenset(
            (*words.verbs.informing, *words.verbs.acting_on, *words.verbs.addressing, *words.verbs.discussing)
        ),
        compared_to=phrases(link.compared_to),
        setting=phrases(link.setting),
        setting_before=re.compile(phrases(link.setting).pattern + r"\s?(?:[\w'-]+\s){0,4}$"),
        during=re.compile(phrases(link.during).pattern + r"\s?(?:[\w'-]+\s){0,4}(?:\w+')?$"),
        place=re.compile(
            phrases(link.place).pattern
            + r"\s?(?:the\s|l')?(?:(?:[\w']+\s){0,3}"
            + phrases(link.capital).pattern
            + r"(?:\s\w+)?,?\s)?$"
        ),
        where=re.compile(phrases(link.where).pattern + r"\s(?:[\w'-]+\s){0,4}$"),
        beside=phrases(link.margin),
        margin=re.compile(phrases(link.margin).pattern + r"\s?(?:[\w'-]+\s){0,3}(?:\w+')?$"),
        gathering=_folded(link.gathering),
        adjacent_of=re.compile(phrases(link.of).pattern + r"\s?$"),
        soon=phrases(status.soon_after),
        eve=phrases(status.eve),
        numbered=re.compile(phrases(status.numbered).pattern + r"\s(?:\w+\s){0,2}$"),
        copula=re.compile(phrases(link.copula).pattern + _MODIFIERS),
        just=re.compile(phrases(status.just).pattern + r"\s(?:[\w'-]+\s){0,4}$"),
        just_opening=re.compile(phrases(status.just_opening).pattern + r"\s?,"),
        definite=re.compile(phrases(link.definite).pattern + r"\s?(?:[\w'-]+\s){0,2}(?:\w+\s(?:of|di)\s)?$"),
        definite_talks=re.compile(phrases(link.definite_talks).pattern + r"\s?(?:[\w'-]+\s){0,2}$"),
        many=phrases(link.many),
        times=re.compile(r"\b\d+\s" + phrases(link.times).pattern),
        habit=phrases((*link.many, *link.habit)),
        remote=phrases(link.remote),
        other=re.compile(phrases(link.other).pattern + r"\s(?:[\w'-]+\s)?$"),
        fresh=re.compile(phrases(link.fresh).pattern + r"(?:\s[\w'-]+){1,5}$"),
        indefinite=re.compile(phrases(link.indefinite).pattern + _MODIFIERS),
        forward=forward,
        planned=phrases(status.planned),
        planned_after=phrases(p for p in status.planned if fold(p.split()[-1]) not in forward),
        upcoming=re.compile(phrases(status.upcoming).pattern + r"\s(?:\w+\s){0,2}$"),
        preparing=re.compile(phrases(status.preparing).pattern + r"\s?(?:[\w'-]+\s){0,3}(?:\w+')?$"),
        was_planned=phrases(status.was_planned),
        ongoing=phrases(status.ongoing),
        cancelled=phrases(status.cancelled),
        missing=phrases(status.missing),
        postponed=phrases(status.postponed),
        happened=phrases(status.happened),
        meanwhile=re.compile(phrases(status.meanwhile).pattern + r"\s(?:[\w'-]+\s){0,2}(?:\w+')?$"),
        past_link=re.compile(phrases(status.past_links).pattern + r"\s?(?:[\w'-]+\s){0,3}(?:\w+')?$"),
        negation=_folded(status.negation),
        negating=re.compile(
            rf"\b(?:{'|'.join(re.escape(w) for w in status.negation if ' ' in w) or '(?!)'})\s(?:\w+\s)?$"
        ),
        denying=phrases(status.denying),
        joining=phrases(status.joining),
        existence=phrases(status.existence),
        outcome=phrases(status.outcome),
        telling=phrases(status.telling),
        no_longer=phrases(status.no_longer),
        possible=phrases(status.possible),
        possible_after=phrases(status.possible_after),
        hearsay_after=phrases(status.hearsay_after),
        breakers=_folded(status.breakers),
        numbering=re.compile(
            phrases((*link.definite, *link.indefinite)).pattern + r"\s?" + phrases(status.numbered).pattern + "$"
        ),
        future_before=re.compile(phrases(status.future_before).pattern + r"\s(?:\w+\s)?$"),
        plain_future=re.compile(
            phrases(set(status.future_auxiliaries) & set(status.future_before)).pattern + r"\s(?:\w+\s)?$"
        ),
        past_before=re.compile(phrases(status.past_before).pattern + r"\s(?:\w+\s)?$"),
        earlier=re.compile(phrases(status.earlier).pattern + r"\s(?:[\w'-]+\s){0,3}$"),
        earlier_verb=phrases(status.earlier_verb),
        last_time=phrases(status.last_time),
        since=re.compile(phrases(status.since).pattern + r"\s?"),
        ever_since=re.compile(phrases(status.ever_since).pattern + r"\s?[^,;:.]*\w{4,}[^,;:.]*$"),
        first=phrases(status.first),
        earlier_after=re.compile(r"\s" + phrases(status.earlier).pattern),
        latest=phrases(status.latest),
        sequel=re.compile(phrases(status.sequel).pattern + r"\s(?:[\w'-]+\s){0,2}$"),
        day_part=phrases(status.day_parts),
        shortly=phrases(status.shortly),
        sequel_opening=re.compile(
            r"(?:" + phrases(status.and_).pattern + r"\s)?" + phrases(status.sequel_opening).pattern
        ),
        not_sequel=re.compile(phrases(status.not_sequel).pattern + r"\s$"),
        when_ahead=re.compile(phrases(status.when_ahead).pattern + r"\s$"),
        sought=NeedlePlaces(_sought(words)),
    )
