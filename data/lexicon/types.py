"""The shape of the vocabulary files: one type per file, checked by msgspec when a file is loaded."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec

Side = Literal["us", "ru", "ua", "hu", "eu", "media", "other"]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A vocabulary file or entry: unknown keys are mistakes."""


class Held(_File, frozen=True):
    """An office held: `office` of the actor `of`, from and to which day (missing: open)."""

    office: str
    of: str | None = None
    from_: dt.date | None = msgspec.field(default=None, name="from")
    to: dt.date | None = None


class Actor(_File, frozen=True):
    """A person, state, institution or outlet, with the words that name it."""

    id: str
    name: str
    kind: Literal["person", "state", "institution", "outlet"]
    side: Side
    name_it: str = ""  # where it differs from `name`
    short: str = ""  # for labels; the family name if not given
    family_first: bool = False  # a state whose people are called by the first word of their names: "Wang Yi" is Wang
    gender: Literal["m", "f", ""] = ""
    affiliation: str | None = None
    born: dt.date | None = None
    names: tuple[str, ...] = ()  # full names and spellings beside `name`
    surnames: tuple[str, ...] = ()  # one word that is enough once nothing else in the article bears it
    nicknames: tuple[str, ...] = ()  # "the Donald", "lo zar"
    en: tuple[str, ...] = ()  # further names in English only
    it: tuple[str, ...] = ()  # and in Italian only
    ambiguous: tuple[str, ...] = ()  # names that are ordinary words too: only beside a word of `NameWords.outlet`
    seat: bool = False  # also a building: "at the White House" names a place
    metonyms: tuple[str, ...] = ()  # capitals that stand for the state when they act
    adjectives_en: tuple[str, ...] = ()
    adjectives_it: tuple[str, ...] = ()
    capital: str | None = None  # place_id
    offices: tuple[Held, ...] = ()
    speaks_for: str | None = None


class ActorsFile(_File, frozen=True):
    actor: tuple[Actor, ...]


class Office(_File, frozen=True):
    """An office as it is written: "president", "ministro degli Esteri"; grammar adds whose (Russian, della Russia)."""

    id: str
    label_en: str
    label_it: str
    rank: Literal[1, 2, 3]  # 1 heads of state and government, 2 ministers and envoys, 3 others
    titles_en: tuple[str, ...] = ()
    titles_it: tuple[str, ...] = ()
    plural_en: tuple[str, ...] = ()
    plural_it: tuple[str, ...] = ()
    speaks: bool = False  # holders speak for those they work for
    sent: bool = False  # holders are sent to talk face to face
    equals: tuple[str, ...] = ()  # offices of other states that count as the same: foreign minister, secretary of state


class OfficesFile(_File, frozen=True):
    office: tuple[Office, ...]


class Topic(_File, frozen=True):
    """A topic: words or phrases, matched by lemma, per language; `not_after`/`patterns` for the harder ones."""

    id: str
    label_en: str
    label_it: str
    en: tuple[str, ...] = ()
    it: tuple[str, ...] = ()
    patterns_en: tuple[str, ...] = ()  # regular expressions over the folded text
    patterns_it: tuple[str, ...] = ()


class TopicsFile(_File, frozen=True):
    topic: tuple[Topic, ...]


class PlaceHost(_File, frozen=True):
    """Who receives at a place: the holder of an office, or one person at his own house."""

    office: str = ""
    of: str = ""
    person: str = ""


class Place(_File, frozen=True):
    """A place where something happens, with its time zone."""

    id: str
    label_en: str
    label_it: str
    names: tuple[str, ...]
    zone: str | None = None
    within: str | None = None  # place_id of the larger place
    host: PlaceHost | None = None


class PlacesFile(_File, frozen=True):
    place: tuple[Place, ...]


class DayWords(_File, frozen=True):
    """Words for a day told from the article's own: "yesterday" is `days = [-1, -1]`; `future` if a plan shifts it."""

    words: tuple[str, ...]
    days: tuple[int, int]
    future: tuple[int, int] | None = None


class LengthAwayWords(_File, frozen=True):
    """Words for so many weeks before (`sign` -1) or after (1) the article's day: "a fortnight ago".

    `weak`: only where the text looks ahead.
    """

    words: Phrases
    weeks: int
    sign: Literal[-1, 1]
    weak: bool = False


class FollowWords(_File, frozen=True):
    """Words for a time told from another date in the text: "the next day" is one `day`, `shift = 1`."""

    words: tuple[str, ...]
    unit: Literal["day", "week", "weekend", "month", "year"]
    shift: int


class OffsetWords(_File, frozen=True):
    """Words that move a date named after them: "on the eve of" is `days = [-1, -1]`; `event`: also of a happening."""

    words: tuple[str, ...]
    days: tuple[int, int]
    event: bool = False


class Holiday(_File, frozen=True):
    """A holiday as the press names it: either always `on` a month and day ("07-04"), or by `country` and `holiday`
    as the library of holidays names it in English."""

    names: tuple[str, ...]
    on: str = ""
    country: str = ""
    holiday: str = ""
    shift: int = 0  # days from the library's holiday to this one


class ZoneWords(_File, frozen=True):
    """Words after a clock time that give its zone: "ora di Mosca", "ET"."""

    words: tuple[str, ...]
    zone: str  # IANA name
    capitals: bool = False  # only in capitals: "ET", "EST"


Twelve = Annotated[tuple[tuple[str, ...], ...], msgspec.Meta(min_length=12, max_length=12)]
Seven = Annotated[tuple[tuple[str, ...], ...], msgspec.Meta(min_length=7, max_length=7)]
Phrases = tuple[str, ...]


class DateWords(_File, frozen=True, eq=False):
    """Words of dates, times, durations and counts of one language; all without accents, lower case.

    Compared by identity, so that what is compiled from it can be kept.
    """

    # calendar
    month_first: bool  # "May 21"
    numeric_day_first: bool  # 03/04/2025 is 3 April; otherwise read only when no other reading exists
    capitals: bool  # names of months and days begin with a capital
    months: Twelve
    months_short: Twelve  # only beside a day or a year
    weekdays: Seven  # Monday first
    weekdays_short: Seven  # only beside a date
    seasons: dict[Literal["spring", "summer", "autumn", "winter"], Phrases]
    units: dict[Literal["minute", "hour", "day", "week", "weekend", "month", "year"], Phrases]
    units_plural: dict[Literal["minute", "hour", "day", "week", "weekend", "month", "year"], Phrases]
    day_parts: Phrases  # "morning"
    night: Phrases  # "nella notte di" before a day: until the next
    late_night: Phrases  # the same after it
    adjectives_follow: bool  # "settimana scorsa"
    window_weekend: Phrases  # "over the weekend"
    # small words
    of: Phrases
    articles: Phrases
    determiners: Phrases  # further words that open a noun phrase: "their", "un"
    last: Phrases
    next: Phrases
    this: Phrases
    early: Phrases  # "early", "all'inizio di": the first third
    middle: Phrases
    late: Phrases
    first_half: Phrases  # "la prima meta di"
    second_half: Phrases
    previous: Phrases  # "the previous Friday": before another date in the text
    following: Phrases
    before_last: Phrases  # "the week before last": behind the unit
    week_on: Phrases  # "Tuesday week": a week after the coming Tuesday
    quarters: dict[str, int]  # "third quarter"
    before_quarter: Phrases  # a quarter without a year is a period only after these
    before_day_alone: Phrases  # "on the" 15th: a day is told without its month only after these
    not_day_alone: Phrases  # nor behind one of these: "con il 15"
    after_day_alone: Phrases  # and with nothing behind it but a mark or one of these
    since_start: Phrases  # "since the start of"
    before_month: Phrases  # a month alone is one only after these
    before_season: Phrases
    before_year: Phrases
    not_year: Phrases  # words that make the number before them an amount
    # distances
    ago: Phrases
    ahead: Phrases  # "tra due giorni"
    ahead_weak: Phrases  # "in two days": a plan only when the sentence looks ahead
    from_now: Phrases
    within: Phrases
    not_ahead: Phrases  # words before it that make "in two weeks" a span: "first", "time"
    later: Phrases
    earlier: Phrases
    after: Phrases  # "two days after"
    before: Phrases
    recent: Phrases  # "nei giorni scorsi": the adjective
    coming: Phrases
    window: Phrases  # what such a phrase begins with: "nei", "over the"
    so_far: Phrases  # "earlier" this month
    to_come: Phrases  # "later" this month
    # ranges and lists
    range_from: Phrases
    range_to: Phrases
    list_and: Phrases
    list_ends: Phrases  # words that may follow "May 25 and 26"
    # tables
    relative: tuple[DayWords, ...]
    away: tuple[LengthAwayWords, ...]
    follow: tuple[FollowWords, ...]
    offset: tuple[OffsetWords, ...]
    holiday: tuple[Holiday, ...]
    habitual: Phrases  # "every" before a weekday
    not_dates: Phrases  # names that contain a date word: "USA Today"
    # what a date's place in its clause says of it
    since: Phrases
    until: Phrases
    # the article's own day
    published: Phrases
    updated: Phrases
    date_line: Phrases  # words beside a date on a line of its own
    byline: Phrases
    # numbers
    numbers: dict[str, int]  # up to nineteen, and the articles that count one
    tens: dict[str, int]
    hundreds: dict[str, int]
    number_joins: Phrases  # between tens and units
    number_or: Phrases  # "10 or 12 days"
    number_elides: bool  # "ventuno"
    vague: dict[str, tuple[int, int]]  # "a few"
    dozens: dict[str, int]  # "una decina di": about so many
    ordinals: dict[str, int]
    ordinal_endings: Phrases  # after digits: "rd", "°"
    about: Phrases
    almost: Phrases
    less_than: Phrases
    more_than: Phrases
    exactly: Phrases
    # durations
    whole_and_half: Phrases  # "and a half"
    quarter: Phrases  # "and a quarter"
    three_quarters: Phrases
    half: Phrases  # "half an"
    half_hour: Phrases
    spelt_hours: dict[str, float]  # lengths that one word tells, in hours: "hour-long"
    and_: Phrases = msgspec.field(name="and")
    # clock times
    clock_at: Phrases  # what a clock time begins with
    clock_other: Phrases  # before the time on another clock, behind a comma or bracket
    clock_where: Phrases  # behind it
    clock_am: Phrases
    clock_pm: Phrases
    clock_words: dict[str, int]  # "noon"
    zone: tuple[ZoneWords, ...]
    zone_nouns: Phrases  # "time" in a zone's words makes any number before it a time of day
    # counts, gaps, ages
    counted: Phrases  # what may be counted or numbered: "call", "meeting"
    counted_times: Phrases  # "times": counted, never numbered
    times_in: Phrases  # behind "the fifth time": "this year"
    most_recent: Phrases  # "five times, most recently on"
    ordinal_before: Phrases  # before an ordinal without a noun: "the"
    count_filler: Phrases  # "just"
    rate_before: Phrases  # "miles" before "an hour": a rate, no duration
    between_number_and_noun: Phrases  # "due": not these as adjectives
    count_in: Phrases  # "in", "nell'arco di"
    gap_before: Phrases  # "for the first time in"
    gap_weak: Phrases  # "in", "after": only with one of the next two
    gap_first: Phrases  # "first", earlier in the clause
    gap_after: Phrases  # "of silence", "break"
    birthday: Phrases
    aged: Phrases  # after the number: "year-old", "anni"
    aged_strong: Phrases  # those that are enough alone
    old: Phrases  # after "79 years" or "79-year"
    age_before: Phrases  # "aged", "compie"
    percent: Phrases


class SpeechWords(_File, frozen=True):
    """Cue verbs and phrases of one language. Verbs are lemmas, without accents; `forms` adds forms the lemma misses."""

    say: tuple[str, ...] = ()  # a cue whenever it has a speaker: say, affermare
    weak: tuple[str, ...] = ()  # a cue only beside quoted words or a "that": add, respond, rispondere
    judge: tuple[str, ...] = ()  # call something by a word: describe, definire
    accuse: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()  # asks or urges somebody: urge, chiedere
    announce: tuple[str, ...] = ()
    deny: tuple[str, ...] = ()
    relay: tuple[str, ...] = ()  # passes on what another said: cite, riportare
    refuse: tuple[str, ...] = ()  # of all these, those that say no: reject, ruled out, escludere
    phrases: dict[str, str] = {}  # several words that act as one of the verbs above: "made clear" = "say"
    forms: dict[str, str] = {}  # form -> verb
    nouns: tuple[str, ...] = ()  # claim, threat, annuncio: "Putin's claim that"
    listing: tuple[str, ...] = ()  # open a sentence behind which somebody's statements are listed: "below are"
    sayings: tuple[str, ...] = ()  # what somebody says through: statement, post, letter
    according: tuple[str, ...] = ()  # prepositional cues: according to, a detta di
    agents: tuple[str, ...] = ()  # by, da, dalla
    citing: tuple[str, ...] = ()  # followed by the outlet or actor it is known through: citing, in an interview with
    auxiliaries: tuple[str, ...] = ()  # stand between subject and verb; the next three are among them
    active: tuple[str, ...] = ()  # have, avere: make a participle active
    passive: tuple[str, ...] = ()  # be, essere: make it passive
    hearsay: tuple[str, ...] = ()  # would-have forms and phrases that mark hearsay
    negations: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    days: tuple[str, ...] = ()  # words of time that may stand between subject and verb
    conjunctions: tuple[str, ...] = ()
    contrast: tuple[str, ...] = ()  # begin a clause with its own subject: but, while, mentre
    complement: tuple[str, ...] = ()  # that, che
    relatives: tuple[str, ...] = ()  # who, che
    prepositions: tuple[str, ...] = ()  # a name after them is no subject
    determiners: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()  # the, il: with a role, somebody known
    indefinite: tuple[str, ...] = ()  # a, un: with a role, somebody we do not know
    epithets: tuple[str, ...] = ()  # names so usual between marks that they are no quotes: shadow fleet
    towards: tuple[str, ...] = ()  # to, a: the outlet spoken to follows
    perfect: tuple[str, ...] = ()  # before an infinitive of the past: aver, (to) have
    modals: tuple[str, ...] = ()  # make a verb no report: could, must
    been: tuple[str, ...] = ()  # make a perfect passive
    irregular: tuple[str, ...] = ()  # past forms without the regular ending
    gerunds: tuple[str, ...] = ()  # endings of gerunds; the next three are endings too
    participles: tuple[str, ...] = ()
    participles_with: tuple[str, ...] = ()  # of participles behind an auxiliary
    participle_of: dict[str, str] = {}  # ending of an infinitive -> that of its regular participle
    infinitives: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()  # of infinitives with their pronoun: riferirlo
    plurals: tuple[str, ...] = ()  # of verbs in the plural: "spiegano da Mosca"
    not_participles: tuple[str, ...] = ()  # forms that only look like one
    never_nouns: tuple[str, ...] = ()  # verbs in -s that are no plural noun: says
    like: tuple[str, ...] = ()  # as, come: "describe as"
    that: tuple[str, ...] = ()  # that, che
    openers: tuple[str, ...] = ()  # begin a clause whose subject may follow its verb: as, come
    topics: tuple[str, ...] = ()  # begin a sentence with what the words are about: "Sui dazi ha ribadito"
    attributes: tuple[str, ...] = ()  # names that stand behind a noun without an article, as adjectives: "basi Usa"
    what: tuple[str, ...] = ()  # "È quanto ha detto X"
    anaphors: tuple[str, ...] = ()  # begin a sentence that only says who told it: "Lo ha riferito"
    thus: tuple[str, ...] = ()  # behind quoted words, a name follows: "Così Macron"
    announcing: tuple[str, ...] = ()  # behind a noun of speech, what is said follows: "claim that"
    his: tuple[str, ...] = ()
    her: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()  # his, suo
    clitics: tuple[str, ...] = ()  # lo, gli, si
    he: tuple[str, ...] = ()
    she: tuple[str, ...] = ()
    they: tuple[str, ...] = ()
    it: tuple[str, ...] = ()  # of those, what an institution is: "It added"
    roles: tuple[str, ...] = ()  # "the senator", "il ministero": the one spoken of last
    mouthpieces: tuple[str, ...] = ()  # "the press office of X" speaks as X
    organs: tuple[str, ...] = ()  # "the newspaper", "il quotidiano": the outlet named last
    platforms: tuple[str, ...] = ()  # where people post: Truth Social, X
    goes_to: tuple[str, ...] = ()  # "took" to a platform to say something
    opinions: tuple[str, ...] = ()  # view, avviso: "in his view"
    for_whom: tuple[str, ...] = ()  # "Per Macron, …"
    talking: tuple[str, ...] = ()  # of the weak verbs, what people do with each other: talk, parlare
    together: tuple[str, ...] = ()  # with, con
    by_phone: tuple[str, ...] = ()  # on the phone, al telefono
    infinitive_before: tuple[str, ...] = ()  # to, a: "a riferirlo è stato"
    own: tuple[str, ...] = ()  # "by his own account"
    aged: tuple[str, ...] = ()  # ends an age that stands for a person: "the 43-year-old"
    mine: tuple[str, ...] = ()  # the first person, in which no state speaks: "I", "my"
    opinion_before: tuple[str, ...] = ()  # in, a
    things: tuple[str, ...] = ()  # verbs a plan or a figure may be the subject of, which then says nothing: show
    inner: tuple[str, ...] = ()  # verbs of what goes on in a head: believe
    tails: tuple[str, ...] = ()  # weak verbs that may end a sentence as its credit: ", it added"
    ago: tuple[str, ...] = ()  # ends a time between subject and verb: "a day earlier"
    units: tuple[str, ...] = ()  # day, week
    whose: tuple[str, ...] = ()  # between a message and its author: "a statement from the Kremlin"
    both: tuple[str, ...] = ()  # before two who speak together
    joins: tuple[str, ...] = ()  # and, e
    officials: tuple[str, ...] = ()  # "American officials", "la parte russa": the state speaks
    unnamed: tuple[str, ...] = ()  # sources, critics: credited, but nobody we know
    works: tuple[str, ...] = ()  # film, programme: what follows between marks is a title
    naming: tuple[str, ...] = ()  # so-called, dubbed: what follows between marks is a name
    hearer: tuple[str, ...] = ()  # verbs with the hearer behind them: tell
    not_reflexive: tuple[str, ...] = ()  # no speech when reflexive: riferirsi
    captions: tuple[str, ...] = ()  # words of picture captions
    ordinals: tuple[str, ...] = ()  # before "secondo" it counts: il, un, nel


class ContactNoun(_File, frozen=True):
    """Nouns that name a contact."""

    kind: Literal["call", "meeting"]
    words: Phrases
    plural: Phrases = ()  # forms that speak of several contacts
    loose: bool = False  # only the context tells a call from a meeting
    process: bool = False  # an event only with a place, a day or an ordinal
    article: bool = False  # counts only with an article or preposition before it, else it is an adjective
    not_before: Phrases = ()  # words after it that make it something else: "a call for help"
    not_after: Phrases = ()  # words before it that make it something else: "close call"
    states: bool = False  # between states it means negotiations
    round: bool = False  # one sitting of negotiations: "round of talks"
    again_any: bool = False  # told again without names it may mean a call: "the talks"
    placed: bool = False  # counts only with a place
    visit: bool = False  # who comes is named with "of"; the place may tell who receives


class ContactVerb(_File, frozen=True):
    """Verbs that tell of a contact, by lemma; `forms` limits them to these forms."""

    kind: Literal["call", "meeting"]
    lemmas: Phrases
    object: Literal["direct", "with", "to", "beside", "place"]
    forms: Phrases = ()
    needs: Phrases = ()  # one of these must stand in the clause
    reflexive: Phrases = ()  # forms that already mean each other
    participles: Phrases = ()  # nouns that are this verb right before a name: "meeting Jones, Smith said"
    host: bool = False  # the subject receives
    mutual_only: bool = False
    passive: bool = False  # counts only as a passive with its agent, or where it says where somebody goes: "atteso da"
    loose: bool = False
    dated: bool = False  # counts only with a day
    placed: bool = False  # counts only with a place
    then: Phrases = ()  # what may follow the object; anything else makes it another sense: "called him a friend"
    bare: bool = False  # no verb, but stands for one where the sentence has none: "Smith on the phone with Jones"
    unless: Phrases = ()  # what makes it another sense right behind the object: "sees him as"
    not_before: Phrases = ()  # what makes it another sense right behind the verb: "called off"
    trip: bool = False  # says where somebody goes; tells of a contact only beside one
    foreign: bool = False  # only of those who act for different states: quarrels
    talk: bool = False  # counts without a day or a place where those who act for states did it


class VerbWords(_File, frozen=True):
    """Verbs beside the contact nouns."""

    light: Phrases  # "hold", "have" a meeting
    plain: Phrases  # those of them that one subject alone may have: "he had a meeting with"
    directed: Phrases  # "place", "receive" a call: to or from somebody
    auxiliaries: Phrases  # between subject and verb
    gerund_before: Phrases  # before a verb whose subject is that of the main clause: "after speaking"
    nonfinite: Phrases  # auxiliaries of verbs that have no subject of their own: "having spoken"
    finite: Phrases  # lemmas of verbs that open a clause of their own
    not_finite: Phrases  # forms of these that do not
    mutual: Phrases  # what makes a verb mutual: "si sono"
    informing: Phrases  # lemmas of verbs that tell somebody of a contact: "brief Smith on his talks with"
    discussing: Phrases  # lemmas of verbs that have a contact as their topic: "discuss the summit with"
    deciding: Phrases  # lemmas of verbs after which an infinitive is ahead: "agreed on Monday to meet"
    addressing: Phrases  # lemmas of verbs whose object is spoken to: "tell"
    giving: (
        Phrases  # lemmas of verbs by which something is given or said to whom a preposition names: "hand", "propose"
    )
    confronting: Phrases  # lemmas of verbs whose object is there where it is done in a meeting: "accuse"
    conveying: Phrases  # lemmas of verbs by which something is told to somebody, named behind "to": "reiterate"
    sharing: Phrases  # lemmas of verbs for what two do together in a contact: "discuss", "agree"
    sharing_with: dict[str, Phrases]  # those that mean it only before some words: "speak" before "about"
    lasting_behind: Phrases  # or before how long it took: "for"
    lasting: Phrases  # the units of that: "hours"
    going_to: Phrases  # lemmas of verbs of going, with those of `host_headline` and whom somebody goes to
    acting_on: Phrases  # lemmas of verbs whose direct object is a person, and so no subject: "thank"


class LinkWords(_File, frozen=True):
    """Words that tie people and places to a contact."""

    between: Phrases
    with_: Phrases = msgspec.field(name="with")
    part_of: Phrases  # before whoever does something: "da parte di"
    not_with: Phrases  # words in which the first of these ties nobody to the noun before: "along with"
    object_beside: Phrases  # "spoke in Rome alongside"
    object_with: Phrases  # what ties the other side to a verb: "spoke to", "met with"
    ours: Phrases  # of those of the words of whoever speaks that own: "our president"
    further_ties: Phrases  # the words of one letter and more that tie a further one: "and to", "then with"
    further_openers: Phrases  # open such a further one behind a comma: "then"
    further_words: Phrases  # may stand before it, beside days: "and, later in the day, with"
    to: Phrases  # a call "to" or "from" somebody
    recipient: Phrases  # before whoever is given or told something: "handed it to"
    of: Phrases  # opens the possessor: "la visita di"
    by: Phrases  # opens who acts in the passive
    whom: Phrases
    mediation: Phrases
    both: Phrases  # two of whom was told last, without a title: "i due"
    those_two: Phrases  # the same, close behind: "they", and the auxiliary of a plural subject that is left out
    other_between: Phrases  # words that take the "between" behind them: "a deal between"
    each: Phrases  # several contacts told at once, one with each of those listed
    delegation: Phrases  # who leads one took part
    delegates: Phrases  # those who speak for a state: "envoys"
    groups: Phrases  # bodies of several states that meet: "working group"
    several: Phrases  # several who act for states: "leaders"
    bodies: Phrases  # those of them that are bodies: "delegation"
    including: Phrases  # opens the names of some of those: "including"
    reflexive: Phrases  # whoever acts, as one of those who take part: "between himself and Jones"
    featuring: Phrases  # between a contact and those who take part: "the talks will feature"
    representing: Phrases  # before whoever takes part for a state: "represented by"
    as_well: Phrases  # before the last name of a list: "as well as"
    represent: Phrases  # the same of those who act for no government: "senators"
    clitics: dict[str, Literal["m", "f", ""]]  # objects right before their verb, and their gender: "lo ha accolto"
    datives: dict[str, Literal["m", "f"]]  # whom somebody tells something: "him", «gli»
    clitics_several: Phrases  # those of several
    kin: Phrases  # whose relative somebody is: "Smith's son-in-law Jones"
    nation_endings: tuple[str, ...]  # of adjectives that are nouns too: "Brazilian", not "French"; "iraniani"
    nation_plural: str  # what makes several of them: "Brazilians"; empty where the adjectives are plurals already
    nation_before: Phrases  # before such words that stand for a party: "tra", "gli" americani; empty where anything may
    in_contact: (
        Phrases  # between two names that open a headline and their contact, "" too: "Rossi e Bianchi a colloquio"
    )
    host_headline: Phrases  # between two names of a headline, the second receives the first: "Rossi da Bianchi"
    leading: Phrases  # says that somebody leads it; a trailing asterisk stands for any ending
    compared_to: Phrases  # open a sentence with one before: "unlike the previous meeting, Smith and Jones …"
    setting: Phrases  # those of the next that name a contact as the scene of something else
    during: Phrases  # "during a meeting": the contact of the verb before
    place: Phrases
    object_pronouns: Phrases  # "met him"
    among: Phrases  # behind a preposition, before those named of several: "tra cui", "among whom"
    one: Phrases  # behind "the last": the contact told before
    his: Phrases  # before a noun: of the one named last
    times: Phrases  # behind a number
    many: Phrases  # behind a contact: there were several
    habit: Phrases  # what is done often or all the time is no single contact
    remote: Phrases  # beside a contact: not in one place
    first_person: Phrases  # "my", "we": who speaks took part
    me: Phrases  # those of them that stand for one person: "Smith and I"
    their: Phrases  # before a noun: those named together before it
    press: Phrases  # with whom one speaks of contacts: "a call with reporters"
    at_meeting: Phrases  # open a sentence that tells of a meeting, and then who was there: "alla riunione"
    being: Phrases  # between somebody and where he is: "will be back at"; none where an "is" may be an "and"
    guest_of: Phrases  # before whoever receives: "a guest of"
    protagonists: Phrases  # before a contact, and then who they are: "the participants in the call were"
    attending: Phrases  # says who else took part in a contact just told
    adverbs: Phrases  # between a verb and its object: "again"
    capital: Phrases  # between the preposition and the name of a place: "the capital"
    offering: Phrases  # words of hosting or preparing, by whoever is to receive
    absolute: Phrases  # behind a name that only goes along: "with Jones leading the delegation"
    definite_talks: Phrases  # articles of the plural: "i colloqui" may be one contact
    fresh: Phrases  # before the noun of a round that may be one of its own: "a new round", "the next talks"
    involving: Phrases  # behind negotiations, like "between": "talks involving A and B"
    gathering: Phrases  # before a noun for which several have come: "in Rome for talks"
    margin: Phrases  # right before a noun: an occasion at which others met
    when: Phrases  # "on 3 May, when he met"
    where: Phrases  # "Rome, where he will meet"
    prepositions: Phrases  # a name after them is no subject
    that: Phrases  # opens a clause
    what: Phrases  # "held what they called talks"
    plural_pronouns: Phrases  # subjects that stand for several
    they: Phrases  # subjects that stand for several told before
    purpose: Phrases  # opens an infinitive
    infinitive_subject: Phrases  # plans with a subject of their own before it: "plans for Smith and Jones to meet"
    also_titles: Phrases  # may stand between a preposition and a name, beside titles and articles
    first_articles: Phrases  # may stand before a noun like an article: "prima"
    copula: Phrases  # before a noun: the contact told last, as "it was a long call"
    definite: Phrases  # before a noun: the reader knows which
    other: Phrases  # before a noun: not the one told before
    indefinite: Phrases  # before a noun: not known yet, or theirs


class StatusWords(_File, frozen=True):
    """Words that tell a plan from what took place, and what was denied or only possible."""

    planned: Phrases
    was_planned: Phrases  # a plan seen from later
    ongoing: Phrases
    cancelled: Phrases
    missing: Phrases  # shortly before a meeting: one who was to be there will not, so that his own is off
    postponed: Phrases  # still ahead; a date before these words no longer holds
    happened: Phrases  # behind a noun: it took place, even if it was planned
    asking: Phrases  # open a clause that is only asked: "whether"
    over: Phrases  # "a few hours from the end of": no longer ahead
    parting: Phrases  # between words of status and a contact: they belong to another clause
    meanwhile: Phrases  # right before a contact: what is said is said at it
    past_links: Phrases  # right before a noun: it took place
    negation: Phrases
    negative_endings: Phrases  # "n't"
    not_negation: Phrases  # right after a negation: "not only"
    denying: Phrases  # verbs whose clause is denied: "ruled out", "denied that"
    joining: Phrases  # a denial or wish before them is of who comes to a contact of others: "not invited to"
    existence: Phrases  # a negation before them denies the noun before: "is not planned"
    possible: Phrases
    possible_after: Phrases  # after the noun and its people: "remains unlikely"
    hearsay_after: Phrases  # of those, what tells by hearsay of a contact that took place: "sarebbe durata"
    possible_first: Phrases  # the first word of a clause that is only supposed: "Had they met"
    breakers: Phrases  # words at which a clause ends
    clauses: Phrases  # those of them that open a clause with a time of its own: "since"
    and_: Phrases = msgspec.field(name="and")
    preparing: Phrases  # right before a noun: it is still ahead, even if its preparations are going on
    upcoming: Phrases  # right before a noun: "next"
    off: Phrases  # right behind a noun, at the end of its clause: called off
    eve: Phrases  # right before the noun: still ahead, within a day
    soon_after: Phrases  # "a few hours after": within a day of the other event
    numbered: Phrases  # ordinals before a noun
    future_endings: Phrases  # of verbs, with their accents
    past_endings: Phrases  # of verbs in the simple past, with their accents
    participle_endings: Phrases  # of verbs that need an auxiliary
    past_auxiliaries: Phrases  # right before a participle or past form
    future_auxiliaries: Phrases
    conditional_auxiliaries: Phrases
    outcome: Phrases  # between "wants" and a contact: "wants a good result of the talks"
    telling: Phrases  # a negation before them denies that it is told, not that it took place: "comment on"
    no_longer: Phrases  # of denials, those that call off a plan: "no longer necessary"
    seeing: Phrases  # verbs before somebody and an infinitive, which tells what he did: "hanno visto Rossi parlare"
    sending: Phrases  # the same with one of the next between: "hanno inviato Rossi a incontrare Bianchi"
    sent_to: Phrases
    holding: Phrases  # lemmas of verbs whose object took place where they are past: "held talks"
    plan_endings: Phrases  # of words between such a verb and its noun that make it another sense: "had planned a call"
    infinitive_endings: Phrases
    first_endings: Phrases  # of verbs in the first person
    future_before: Phrases  # right before a verb: "to", "will"
    past_before: Phrases  # right before an infinitive, make it past: "dopo aver"
    earlier: Phrases  # before a noun, or right behind it where adjectives follow: not the news but one before it
    just: Phrases  # right before a contact: of the article's own day
    just_opening: Phrases  # the same, at the beginning of a sentence, before a comma
    last_time: Phrases  # opens a sentence on a contact before the news: "the last time"
    earlier_verb: Phrases  # the same beside a verb: "last met"
    since: Phrases  # before a noun: the contact since which another is the first
    ever_since: Phrases  # before a year or month that ends no contact: "since the 2022 invasion"
    first: Phrases  # that other one
    sequel: Phrases  # right before a verb: what it tells followed what was told before, on the same day
    day_parts: Phrases  # of the day told before, or the article's: "in the evening"
    latest: Phrases  # before the day of the last of several contacts: "most recently"
    shortly: Phrases  # between two contacts of a sentence on one day: "shortly after"
    sequel_opening: Phrases  # the same, first in the sentence: "in the evening"
    not_sequel: Phrases  # words before them that make it no sequel: "has also"
    when_ahead: Phrases = ()  # right before a verb in the present: what is told has yet to come


class ContactWords(_File, frozen=True):
    """Words for calls and meetings, plans, cancellations and denials of one language."""

    noun: tuple[ContactNoun, ...]
    verb: tuple[ContactVerb, ...]
    pronouns: Phrases
    pronouns_with: Phrases  # those for several, each with somebody
    pronouns_earlier: Phrases  # those for the contact before, where words say that it took place: "the last one"
    verbs: VerbWords
    link: LinkWords
    status: StatusWords


class ClaimWords(_File, frozen=True):
    """Words around what is claimed of a contact in one language; a trailing asterisk stands for any ending."""

    # durations
    lasted: Phrases
    so_far: Phrases  # beside "lasted": it may have gone on
    not_lasted: Phrases  # right behind the length of time: "took two hours to"
    so_long: Phrases  # "that is how long", behind a length of time
    spent: Phrases  # "spent" so long with somebody
    ended: Phrases
    began: Phrases
    after: Phrases
    for_: Phrases = msgspec.field(name="for")
    of: Phrases
    on_phone: Phrases
    brief_subjects: Phrases  # "it lasted": the contact told last
    parts: Phrases  # "the first day of talks"
    # clock times
    local_time: Phrases
    not_start: Phrases  # beside a clock time, which then is not the beginning
    # the contact before
    last_time: Phrases
    not_last_time: Phrases  # before those words: they only date something else
    # who started it
    initiative: Phrases  # "at the request of"
    sought: Phrases  # "requested"
    sought_by: Phrases  # behind it
    linking: Phrases  # words that may stand between a contact and such a participle
    came_from: Phrases  # "the initiative came from"
    initiative_after: Phrases  # "'s request"
    initiative_before: Phrases  # "at", before the name
    own_side: dict[str, str]  # "Russian" initiative: actor_id
    own_side_nouns: Phrases
    initiates: Phrases  # "initiated" a call
    calls: Phrases  # "phoned" somebody
    not_calls: Phrases  # after such a verb: it calls nobody
    # who proposed it
    proposes: Phrases
    proposed_passive: Phrases  # "proposed by"
    capitals: Phrases  # "the Hungarian capital"
    # preparations
    preparations: Phrases
    work: Phrases  # only where preparations are spoken of
    preparing: Phrases  # speaks of preparations
    progress: Phrases
    # results
    outcomes: Phrases  # "the outcome of"
    agreed: Phrases
    agreed_on: Phrases  # what may follow
    not_agreed: Phrases
    agreeing: Phrases  # "both sides"
    is_: Phrases = msgspec.field(name="is")
    # judgements
    good: Phrases
    bad: Phrases
    went: Phrases
    how_went: Phrases
    degree: Phrases
    judged: Phrases
    quality_of: Phrases  # "results": judged in the contact's stead
    # shares
    share_of: Phrases  # right after a percentage
    # "since he returned to office"
    since: Phrases
    in_office: Phrases
    times_that: Phrases  # "the fifth time this year that"
    narrow: Phrases  # kinds of contact narrower than call or meeting: others do not count with them
    of_period: Phrases  # "of the year", right after what is numbered
    hearsay: Phrases
    denied: Phrases
    small: Phrases  # words that may stand between a contact and what is said of it
    joins: Phrases  # between two actors
    relatives: Phrases


class TieWords(_File, frozen=True, eq=False):
    """Words of ties between actors in one language: messages, company, who arranges and who hosts.

    Forms as they are written, without accents; a trailing asterisk stands for any ending.
    """

    # a message carried
    messages: Phrases  # what is carried: letter
    contents: Phrases  # carried only where it is another's: position, terms
    carry: Phrases  # carries such a thing: handed, consegnato
    relay: Phrases  # the same, and always somebody else's: passed on
    send: Phrases  # sends it, with the one who carries it behind `through`
    receive: Phrases  # gets it, with the same
    through: Phrases
    sender: Phrases  # between a message and whose it is: from
    receiver: Phrases  # before whom it goes to
    meant_for: Phrases  # the same for a message still to be carried: "a letter for Jones"
    pronouns: Phrases  # "through him"
    own: Phrases  # before a message of the carrier's own: his
    go_between: Phrases  # "an intermediary between"
    # company
    accompanied_by: Phrases  # behind the one who is accompanied
    accompany: Phrases
    opening: Phrases  # before the one accompanied: "alongside Jones were"
    present: Phrases  # behind that one: who follows is the company
    travel: Phrases
    together: Phrases  # behind a verb of travel, before the company
    delegations: Phrases
    include: Phrases
    led_by: Phrases
    # contacts arranged and hosted
    arrange: Phrases
    arranged_by: Phrases  # behind the contact
    host: Phrases
    hosted_by: Phrases
    # subjects
    sending: Phrases  # verbs whose object does what follows: "sent Jones to deliver"
    verbal: Phrases  # words that look like the verbs above and are none, by what stands before: "the host"


class FoundWords(_File, frozen=True):
    """Words that tell the name of a person who is not in the vocabulary."""

    roles: tuple[str, ...]  # before the name: "Regional governor Oleh Kiper"
    after: tuple[str, ...]  # after name and comma: "Peter Rough, a senior fellow"
    verbs: tuple[str, ...]
    never: tuple[str, ...]  # capitalised words that are no part of a name
    particles: tuple[str, ...]  # small words inside a name: "van", "bin"
    not_behind: tuple[str, ...]  # words before that make it a thing: "via", "USS", "airport"
    not_before: tuple[str, ...]  # words after that make it a thing: "Street", "Foundation"
    credits: tuple[str, ...]  # words before a photographer: "Photo by"
    nations: tuple[str, ...]  # endings of adjectives that stand between a role and a name: "premier kosovaro"
    patronymics: tuple[str, ...]  # endings of names between a given and a last name


class LayoutWords(_File, frozen=True):
    """Words the cutting of sentences needs."""

    abbreviations: tuple[str, ...]  # with a capital or before a number; given with the full stop, always


class NameGrammar(_File, frozen=True):
    """What may stand between a title and its state, or before a capital: regular expressions over the folded text."""

    before_title: str  # right before a bare title: "the"
    of_state: str  # between title and state: "of the"
    from_state: str  # between those who act for a state and it: "from"
    joined: str  # between two states: "and"
    listed: str  # between states of a longer list: ","
    former: str  # right before an office that is over: "former", "then-"
    below: str  # right before a title that makes it a lower one: "deputy"
    elect: str  # right after a title not yet held: "-elect"
    place_before: str  # right before a capital where something happens: "in"
    place_after: str  # right after it: "region", "summit", "time"
    dateline: str  # right after a capital at the head of a paragraph
    seat_before: str  # right before a seat of government where something happens: "at the"
    joint: str  # a word that joins two capitals: "and"
    modifier: str = r"(?!)"  # between a state and its title: "veteran"


class OutletWords(_File, frozen=True):
    """Words beside a name that make it an outlet's although it is an ordinary word: "told Time", "Time magazine"."""

    before: tuple[str, ...]
    after: tuple[str, ...]


class NameWords(_File, frozen=True):
    """How people are named beside their names: groups, pronouns, counterparts, sides."""

    pairs: tuple[str, ...]
    pairs_any: tuple[str, ...]
    pairs_envoys: tuple[str, ...]  # the two named last who lead no state
    pairs_bare: tuple[str, ...]  # "the two": only before one of `pairs_bare_before`, or a mark
    pairs_bare_before: tuple[str, ...]
    counterparts: tuple[str, ...]
    bodies: tuple[
        tuple[str, ...], ...
    ]  # names of one body of a state: "Foreign Ministry", "Ministry of Foreign Affairs"
    that_of: tuple[str, ...]  # stand for an office before a nationality: "quello turco"
    side_nouns: tuple[str, ...]
    articles: tuple[str, ...]
    honorifics: tuple[str, ...]
    masks: tuple[str, ...]  # phrases that hold a name but name something else: "Trump Tower"
    common: tuple[str, ...]  # surnames that are ordinary words too, which open a sentence with a capital
    namesakes: tuple[str, ...]  # names of states and capitals that are given or last names too: "Jordan"
    capitals: tuple[str, ...]  # names that are ordinary words once a headline stands in capitals: "US"
    oblique: tuple[str, ...]  # pronouns that are no subject: of two persons before them neither is meant for sure
    pronouns: dict[str, Literal["m", "f"]]
    grammar: NameGrammar
    outlet: OutletWords
    found: FoundWords
    layout: LayoutWords
    side_nouns_agreeing: tuple[str, ...] = ()  # only beside an adjective: "parte russa", not "parte della Russia"


class GivenNamesFile(_File, frozen=True):
    """Given names of persons."""

    given: tuple[str, ...]


class ReadingFile(_File, frozen=True):
    """Words the reading of files needs: language → function words, field → names it may have, code → first letters."""

    function_words: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]


class Words(msgspec.Struct, frozen=True, eq=False):
    """All words of one language."""

    dates: DateWords
    speech: SpeechWords
    contacts: ContactWords
    names: NameWords
    claims: ClaimWords
    ties: TieWords


class Lexicon(msgspec.Struct, frozen=True, eq=False):
    """The whole vocabulary, by id; `digest` changes with the files. Compared by identity, so it can key a cache."""

    actors: dict[str, Actor]
    offices: dict[str, Office]
    topics: dict[str, Topic]
    places: dict[str, Place]
    words: dict[str, Words]
    given_names: frozenset[str]
    digest: str

    def person(self, actor_id: str) -> bool:
        """Whether the actor is a person; those not in the vocabulary are."""
        actor = self.actors.get(actor_id)
        return actor is None or actor.kind == "person"

    def leads(self, actor_id: str) -> bool:
        """Whether the actor is, or was, head of a state or government."""
        actor = self.actors.get(actor_id)
        return actor is not None and any(self.offices[h.office].rank == 1 for h in actor.offices)

    def family_name(self, actor_id: str, name: Sequence[str]) -> str:
        """A person and the words of the name → the one that stands for it: the last, in some states the first."""
        state = self.actors.get(self.country(actor_id) or "")
        return name[0 if state is not None and state.family_first else -1]

    def short(self, actor: Actor) -> str:
        """What an actor is called in labels."""
        name = self.family_name(actor.id, actor.name.split()) if actor.kind == "person" else actor.name
        return actor.short or name

    def country(self, actor_id: str) -> str | None:
        """The state an actor belongs to, as far as the vocabulary knows."""
        at: str | None = actor_id
        while at is not None and (actor := self.actors.get(at)) is not None:
            if actor.kind == "state":
                return at
            at = actor.affiliation
        return None
