"""The shape of the vocabulary files: one type per file, checked by msgspec when a file is loaded."""

from __future__ import annotations

import datetime as dt
from typing import Literal

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
    short: str = ""  # for labels; the last word of the name if not given
    gender: Literal["m", "f", ""] = ""
    affiliation: str | None = None
    born: dt.date | None = None
    names: tuple[str, ...] = ()  # full names and spellings beside `name`
    surnames: tuple[str, ...] = ()  # one word that is enough once nothing else in the article bears it
    nicknames: tuple[str, ...] = ()  # "the Donald", "lo zar"
    en: tuple[str, ...] = ()  # further names in English only
    it: tuple[str, ...] = ()  # and in Italian only
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
    titles_en: tuple[str, ...] = ()
    titles_it: tuple[str, ...] = ()
    alone: bool = False  # understood without a state once the article made clear whose it is
    speaks: bool = False  # holders speak for the `of` (a spokesperson)


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


class Place(_File, frozen=True):
    """A place where something happens, with its time zone."""

    id: str
    label_en: str
    label_it: str
    names: tuple[str, ...]
    zone: str | None = None
    within: str | None = None  # place_id of the larger place


class PlacesFile(_File, frozen=True):
    place: tuple[Place, ...]


class DateWords(_File, frozen=True):
    """Words of dates, times, durations and counts of one language."""


class SpeechWords(_File, frozen=True):
    """Cue verbs and phrases of one language."""


class ContactWords(_File, frozen=True):
    """Words for calls and meetings, plans, cancellations and denials of one language."""


class NameWords(_File, frozen=True):
    """Words for groups and pronouns, titles before names, words that never begin a name."""


class ReadingFile(_File, frozen=True):
    """Words the reading of files needs: language → function words, field → names it may have, code → first letters."""

    function_words: dict[str, tuple[str, ...]]
    fields: dict[str, tuple[str, ...]]
    languages: dict[str, tuple[str, ...]]


class Words(msgspec.Struct, frozen=True):
    """All words of one language."""

    dates: DateWords
    speech: SpeechWords
    contacts: ContactWords
    names: NameWords


class Lexicon(msgspec.Struct, frozen=True):
    """The whole vocabulary, by id; `digest` changes whenever a file changes."""

    actors: dict[str, Actor]
    offices: dict[str, Office]
    topics: dict[str, Topic]
    places: dict[str, Place]
    words: dict[str, Words]
    digest: str
