"""The only file input: a folder of articles → their texts, and what could not be read.

Lives here: opening files, and putting together what is known of each article. Must not live here: what lies in the
folder (data/folder.py), formats (data/formats.py), facts (data/facts.py), or anything the words of an article say.

A bad file never raises: it becomes a `Problem`, and the others are still read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from data.facts import NO_FACTS, Facts, find_title, read_file_name, read_front_matter, read_table
from data.folder import FACTS_FILE, File, Listing, Problem, Severity, fingerprint, list_files
from data.formats import PLAIN_SUFFIXES, UnreadableError, decode, extract_text
from data.language import Language, detect_language, weigh_language

__all__ = [
    "File",
    "Problem",
    "Reading",
    "Source",
    "build_source",
    "detect_language",
    "fingerprint",
    "list_files",
    "read_facts",
    "read_folder",
    "read_source",
]

LARGE = 2_000_000  # bytes: read, with a warning
TOO_LARGE = 20_000_000  # bytes: not read

PublishedRule = Literal["metadata", "front-matter", "file-name"]


@dataclass(frozen=True, slots=True)
class Source:
    """One article's file, decoded. Offsets of all finds refer to `text`.

    `body_start` is where front matter ends, 0 where there is none; `published_rule` says what gave the day, where the
    file or its metadata do.
    """

    article_id: str
    file: str
    text: str
    sha256: str
    language: Language
    title: str | None = None
    outlet: str | None = None
    published: dt.date | None = None
    published_rule: PublishedRule | None = None
    url: str | None = None
    body_start: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its source, if it could be read, and its problems."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


def _load(file: File) -> bytes:
    """The file's bytes. Raises UnreadableError for a file that is too large or cannot be opened."""
    try:
        with file.path.open("rb") as stream:
            data = stream.read(TOO_LARGE)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError("unreadable", f"{why}; check that it is there and may be opened") from error
    if len(data) >= TOO_LARGE:
        raise UnreadableError("too-large", "it has 20 MB or more; put each article into a file of its own")
    return data


def _same(name: str) -> str:
    """A form in which two spellings of one file name are equal: macOS writes accents apart."""
    return unicodedata.normalize("NFC", name.replace("\\", "/").strip().removeprefix("./"))


def read_facts(listing: Listing) -> tuple[dict[str, Facts], list[Problem]]:
    """A folder's `articles.csv` files → facts by file name (as in `File.name`), and the rows that could not be used.

    A row names a file by its path from the table's folder, or by its bare name where only one file has it.
    """
    facts: dict[str, Facts] = {}
    problems: list[Problem] = []
    for table in listing.tables:
        try:
            rows = read_table(decode(_load(table)).text)
        except ValueError as error:  # UnreadableError is one
            message = f"{table.name} was passed over: {error}."
            problems.append(Problem(table.name, None, "warning", "metadata-table", message))
            continue
        parent = str(PurePosixPath(table.name).parent)
        inside = "" if parent == "." else f"{parent}/"
        below = [file for file in listing.files if file.name.startswith(inside)]
        by_path = {_same(file.name.removeprefix(inside)): file for file in below}
        bare = Counter(_same(PurePosixPath(file.name).name) for file in below)
        by_name = {_same(PurePosixPath(file.name).name): file for file in below}
        for row in rows:
            asked = _same(row.file)
            file = by_path.get(asked) or (by_name.get(asked) if bare[asked] == 1 else None)
            mistakes = list(row.mistakes)
            if row.file and file is None:
                several = bare[asked] > 1
                mistakes.append(f"{'several files are' if several else 'no file is'} called {row.file!r}")
            if file is not None and file.name in facts:
                mistakes.append(f"{row.file!r} has a row already; the first one counts")
            elif file is not None:
                facts[file.name] = row.facts
            problems += [
                Problem(
                    table.name,
                    file.article_id if file else None,
                    "warning",
                    "metadata-row",
                    f"{table.name}, line {row.line}: {mistake}.",
                )
                for mistake in mistakes
            ]
    return facts, problems


@dataclass(frozen=True, slots=True)
class _Layer:
    """Facts from one place; of several layers the first that knows a fact counts."""

    rule: PublishedRule
    facts: Facts


def _language(body: str, layers: Sequence[_Layer]) -> tuple[Language, tuple[str, str] | None]:
    """The text proper and what is known → its language, and a doubt where it is neither given nor plain."""
    for layer in layers:
        if layer.facts.language is not None:
            return layer.facts.language, None
    detected = weigh_language(body)
    if detected.sure:
        return detected.language, None
    name = {"it": "Italian", "en": "English"}[detected.language]
    doubt = f"it is not plainly Italian or English and was read as {name}; name its language in {FACTS_FILE}"
    return detected.language, ("language-unsure", doubt)


def build_source(data: bytes, name: str, article_id: str, facts: Facts = NO_FACTS) -> Reading:
    """A file's bytes, its path inside the folder, its id and its facts from `articles.csv` → the article.

    Pure: nothing else is looked at. The facts win over front matter, this over what the file states of itself, this
    over the file's name.
    """

    def problem(severity: Severity, code: str, message: str) -> Problem:
        return Problem(name, article_id, severity, code, f"{name}: {message}.")

    suffix = PurePosixPath(name).suffix.lower()
    try:
        extracted = extract_text(data, suffix)
    except UnreadableError as error:
        return Reading(None, (problem("error", error.code, str(error)),))
    text, doubts = extracted.text, list(extracted.doubts)
    front = read_front_matter(text) if suffix in PLAIN_SUFFIXES else None
    body_start = front.body_start if front else 0
    if not any(map(str.isalnum, text[body_start:])):
        return Reading(None, (problem("error", "empty", "there is no text behind its front matter"),))
    layers = [
        _Layer("metadata", facts),
        _Layer("front-matter", front.facts if front else NO_FACTS),
        _Layer("metadata", extracted.facts),
        _Layer("file-name", read_file_name(name)),
    ]
    doubts += [("metadata-row", f"in its front matter {mistake}") for mistake in (front.mistakes if front else ())]
    if len(data) >= LARGE:
        doubts.append(("large", f"it has {len(data) / 1e6:.1f} MB, unusual for one article; check that it is one"))
    language, doubt = _language(text[body_start:], layers)
    doubts += [doubt] if doubt else []
    dated = next((layer for layer in layers if layer.facts.published is not None), None)
    source = Source(
        article_id=article_id,
        file=name,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        language=language,
        title=next((layer.facts.title for layer in layers if layer.facts.title), None) or find_title(text[body_start:]),
        outlet=next((layer.facts.outlet for layer in layers if layer.facts.outlet), None),
        published=dated.facts.published if dated else None,
        published_rule=dated.rule if dated else None,
        url=next((layer.facts.url for layer in layers if layer.facts.url), None),
        body_start=body_start,
    )
    return Reading(source, tuple(problem("warning", code, message) for code, message in doubts))


def read_source(file: File, facts: Facts = NO_FACTS) -> Reading:
    """A listed file and its facts from `articles.csv` → the article, or the problem that keeps it from being read."""
    try:
        data = _load(file)
    except UnreadableError as error:
        problem = Problem(file.name, file.article_id, "error", error.code, f"{file.name}: {error}.")
        return Reading(None, (problem,))
    return build_source(data, file.name, file.article_id, facts)


def read_folder(folder: str | os.PathLike[str]) -> tuple[list[Source], list[Problem]]:
    """A folder → its articles in order of their path, and everything that could not be read, in the same order."""
    listing = list_files(folder)
    facts, problems = read_facts(listing)
    readings = read_all(listing.files, facts)
    problems = [*listing.problems, *problems, *(problem for reading in readings for problem in reading.problems)]
    return [r.source for r in readings if r.source is not None], sorted(problems, key=lambda p: (p.file or "", p.code))


def read_all(files: Sequence[File], facts: Mapping[str, Facts]) -> list[Reading]:
    """Listed files and their facts → one reading each, in the same order."""
    return [read_source(file, facts.get(file.name, NO_FACTS)) for file in files]
