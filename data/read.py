"""The only file input: a folder of articles → their texts, and what could not be read.

Lives here: walking the folder, opening files, and putting together what is known of each article. Must not live here:
formats (data/formats.py), facts (data/facts.py), or anything the words of an article say.

A bad file never raises: it becomes a `Problem`, and the others are still read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from data.facts import NO_FACTS, Facts, find_title, read_file_name, read_front_matter, read_table
from data.formats import PLAIN_SUFFIXES, SUFFIXES, UnreadableError, decode, extract_text
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
FACTS_FILE = "articles.csv"

Severity = Literal["error", "warning", "note"]
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
class Problem:
    """What could not be read, as a row of `problems`: an error leaves the file out, a warning reads it in part."""

    file: str | None
    article_id: str | None
    severity: Severity
    code: str
    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class File:
    """A file of the folder that may be an article: `name` is its path inside the folder, with `/`."""

    path: Path
    name: str
    article_id: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its source, if it could be read, and its problems."""

    source: Source | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds: articles, tables of facts about them (`articles.csv`), and what is neither."""

    files: tuple[File, ...] = ()
    tables: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Found:
    """A listing in the making."""

    files: list[File] = field(default_factory=list)
    tables: list[File] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def _readable(name: str) -> str:
    """A file's name → the same in characters that can be shown: bytes that are no UTF-8 become \\xNN."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")


def _folder_problem(folder: Path) -> Problem | None:
    shown = _readable(str(folder))
    try:
        mode = folder.stat().st_mode
    except (OSError, ValueError):
        return Problem(None, None, "error", "folder-missing", f"The folder {shown} does not exist. Check its name.")
    if not stat.S_ISDIR(mode):
        message = f"{shown} is a file. Name the folder that holds the articles."
        return Problem(None, None, "error", "folder-not-a-folder", message)
    return None


def _walk(folder: Path, inside: str, seen: set[tuple[int, int]], found: _Found) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        found.problems.append(_unreadable(inside or None, error))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue  # hidden, or the lock of a file open in Word
        name = f"{inside}/{_readable(entry.name)}" if inside else _readable(entry.name)
        suffix = PurePosixPath(entry.name).suffix.lower()
        try:
            status = entry.stat()
        except OSError as error:  # a link to nowhere, or to itself
            found.problems.append(_unreadable(name, error))
            continue
        if stat.S_ISDIR(status.st_mode) and suffix not in SUFFIXES:
            place = (status.st_dev, status.st_ino)
            if place not in seen:  # links may lead back
                seen.add(place)
                _walk(Path(entry.path), name, seen, found)
        elif not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
            message = f"{name} cannot be read: it is {kind} with the name of an article. Rename it."
            found.problems.append(Problem(name, None, "error", "unreadable", message))
        elif entry.name.lower() == FACTS_FILE:
            found.tables.append(File(Path(entry.path), name, "", status.st_size, status.st_mtime_ns))
        elif suffix in SUFFIXES:
            found.files.append(File(Path(entry.path), name, "", status.st_size, status.st_mtime_ns))
        else:
            message = f"{name} was passed over: only {', '.join(SUFFIXES)} files are read."
            found.problems.append(Problem(name, None, "note", "unknown-type", message))


def _unreadable(name: str | None, error: OSError) -> Problem:
    why = error.strerror or type(error).__name__
    message = f"{name or 'The folder'} cannot be read: {why}. Check that it is there and may be opened."
    return Problem(name, None, "error", "unreadable", message)


def _id_choices(name: str) -> Iterator[str]:
    """Article ids for a file, from the plainest to one that no other file can have."""
    path = PurePosixPath(name)
    yield path.stem
    yield "-".join([*path.parts[:-1], path.stem])
    yield "-".join([*path.parts[:-1], path.stem, path.suffix[1:]])
    yield "-".join([*path.parts[:-1], path.stem, hashlib.sha256(name.encode()).hexdigest()[:12]])


def _article_ids(names: Sequence[str]) -> list[str]:
    """Paths inside the folder → an id for each: the stem where it is unique, else with folders, suffix, a digest."""
    choices = [list(_id_choices(name)) for name in names]
    level = [0] * len(names)
    while True:
        ids = [choice[at] for choice, at in zip(choices, level, strict=True)]
        counts = Counter(ids)
        clashing = [i for i, one in enumerate(ids) if counts[one] > 1 and level[i] + 1 < len(choices[i])]
        if not clashing:
            return ids
        for i in clashing:
            level[i] += 1


def list_files(folder: str | os.PathLike[str]) -> Listing:
    """A folder → its articles in order of their path, at any depth, without opening them, and what is not one.

    Hidden files are left out; links are followed once. A folder that is none, or holds no article, is a problem.
    """
    root = Path(folder)
    if problem := _folder_problem(root):
        return Listing(problems=(problem,))
    found = _Found()
    status = root.stat()
    _walk(root, "", {(status.st_dev, status.st_ino)}, found)
    files = sorted(found.files, key=lambda file: file.name)
    ids = _article_ids([file.name for file in files])
    if not files and all(problem.file is not None for problem in found.problems):
        message = f"The folder {_readable(str(root))} holds no article. Put {', '.join(SUFFIXES)} files into it."
        found.problems.append(Problem(None, None, "error", "folder-empty", message))
    return Listing(
        files=tuple(
            File(file.path, file.name, article_id, file.size, file.modified_ns)
            for file, article_id in zip(files, ids, strict=True)
        ),
        tables=tuple(sorted(found.tables, key=lambda file: file.name)),
        problems=tuple(found.problems),
    )


def fingerprint(folder: str | os.PathLike[str]) -> str:
    """A folder → a digest of its files' names, sizes and times of change: the same as long as nothing was touched."""
    listing = list_files(folder)
    digest = hashlib.sha256()
    for file in (*listing.files, *listing.tables):
        digest.update(f"{file.name}\0{file.size}\0{file.modified_ns}\n".encode())
    for problem in listing.problems:
        digest.update(f"{problem.code}\0{problem.file}\n".encode())
    return digest.hexdigest()


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
