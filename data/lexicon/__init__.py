"""The vocabulary: actors, offices, topics, places and the words of each language, as TOML an analyst can edit.

Lives here: loading and validation. Must not live here: rules of reading, or any vocabulary in code.
Every file is decoded into the types of `data.lexicon.types`; a mistake raises ValueError naming file and key.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TypeVar

import msgspec
import tomli

from data.lexicon.types import (
    Actor,
    ActorsFile,
    ClaimWords,
    ContactWords,
    DateWords,
    GivenNamesFile,
    Lexicon,
    NameWords,
    Office,
    OfficesFile,
    PlacesFile,
    ReadingFile,
    SpeechWords,
    TieWords,
    TopicsFile,
    Words,
)

HERE = Path(__file__).resolve().parent
LANGUAGES = ("it", "en")
T = TypeVar("T")


def _read(path: Path, kind: type[T]) -> T:
    name = f"{path.parent.name}/{path.name}" if path.parent.name in LANGUAGES else path.name
    try:
        return msgspec.convert(tomli.loads(path.read_text(encoding="utf-8")), kind, builtin_types=(dt.date,))
    except OSError as error:
        raise ValueError(f"{name}: cannot be read: {error.strerror}") from error
    except (tomli.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise ValueError(f"{name}: {error}") from error


def _words(folder: Path) -> Words:
    return Words(
        dates=_read(folder / "dates.toml", DateWords),
        speech=_read(folder / "speech.toml", SpeechWords),
        contacts=_read(folder / "contacts.toml", ContactWords),
        names=_read(folder / "names.toml", NameWords),
        claims=_read(folder / "claims.toml", ClaimWords),
        ties=_read(folder / "ties.toml", TieWords),
    )


def _require(known: Iterable[str], asked: Iterable[tuple[str, str | None]], what: str) -> None:
    names = set(known)
    for where, name in asked:
        if name is not None and name not in names:
            raise ValueError(f"{where}: {name!r} is not {what} of the vocabulary")


def _compile(patterns: Iterable[tuple[str, str]]) -> None:
    for where, pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"{where}: {pattern!r} is no regular expression: {error}") from error


def _unique(ids: Iterable[str], what: str) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"{what} {one!r} is declared twice")
        seen.add(one)


@cache
def load_offices(folder: Path = HERE) -> tuple[Office, ...]:
    """The folder of TOML files → its offices alone, for whoever needs no more. Raises ValueError as `load_lexicon`."""
    offices = _read(folder / "offices.toml", OfficesFile).office
    _unique((o.id for o in offices), "office")
    _require((o.id for o in offices), ((f"office {o.id}, equals", e) for o in offices for e in o.equals), "an office")
    return offices


@cache
def load_lexicon(folder: Path = HERE) -> Lexicon:
    """The folder of TOML files → the validated vocabulary. Raises ValueError naming the file and what is wrong."""
    actors: tuple[Actor, ...] = _read(folder / "actors.toml", ActorsFile).actor
    offices = load_offices(folder)
    topics = _read(folder / "topics.toml", TopicsFile).topic
    places = _read(folder / "places.toml", PlacesFile).place
    _unique((a.id for a in actors), "actor")
    _unique((t.id for t in topics), "topic")
    _unique((p.id for p in places), "place")
    ids = [a.id for a in actors]
    _require(ids, ((f"actor {a.id}, affiliation", a.affiliation) for a in actors), "an actor")
    _require(ids, ((f"actor {a.id}, speaks_for", a.speaks_for) for a in actors), "an actor")
    held = [(a, h) for a in actors for h in a.offices]
    _require(ids, ((f"actor {a.id}, office {h.office}", h.of) for a, h in held), "an actor")
    _require(
        ids, ((f"place {p.id}, host", (p.host.person or p.host.of) if p.host else None) for p in places), "an actor"
    )
    _require((p.id for p in places), ((f"place {p.id}, within", p.within) for p in places), "a place")
    _require((p.id for p in places), ((f"actor {a.id}, capital", a.capital) for a in actors), "a place")
    _require((o.id for o in offices), ((f"actor {a.id}", h.office) for a, h in held), "an office")
    words = {language: _words(folder / language) for language in LANGUAGES}
    sides = [(language, actor) for language, w in words.items() for actor in w.claims.own_side.values()]
    _require(ids, ((f"{language}/claims.toml, own_side", actor) for language, actor in sides), "an actor")
    _compile((f"topics.toml, topic {t.id}", p) for t in topics for p in (*t.patterns_en, *t.patterns_it))
    grammars = {language: msgspec.structs.asdict(w.names.grammar) for language, w in words.items()}
    _compile((f"{lang}/names.toml, grammar.{key}", p) for lang, g in grammars.items() for key, p in g.items())
    return Lexicon(
        actors={a.id: a for a in actors},
        offices={o.id: o for o in offices},
        topics={t.id: t for t in topics},
        places={p.id: p for p in places},
        words=words,
        given_names=frozenset(_read(folder / "given_names.toml", GivenNamesFile).given),
        digest=lexicon_digest(folder),
    )


@cache
def load_reading(folder: Path = HERE) -> ReadingFile:
    """The folder of TOML files → the words the reading of files needs. Raises ValueError naming what is wrong."""
    words = _read(folder / "reading.toml", ReadingFile)
    for name in LANGUAGES:
        if name not in words.function_words or name not in words.languages:
            raise ValueError(f"reading.toml: no words for {name!r}")
    return words


def lexicon_digest(folder: Path = HERE) -> str:
    """A digest of all vocabulary files: what was read with another vocabulary must be read again."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml")):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def load_lemmas(language: str) -> dict[str, str]:
    """Word form → lemma, from the lookup table of spacy-lookups-data.

    Decoded here because that takes a tenth of the time of spaCy's own loader.
    """
    table = resources.files("spacy_lookups_data") / "data" / f"{language}_lemma_lookup.json.gz"
    return msgspec.json.decode(gzip.decompress(table.read_bytes()), type=dict[str, str])
