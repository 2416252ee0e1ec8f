"""What lies in a corpus folder, without opening a file of it.

Lives here: walking the folder, which files are articles, their ids, and the folder's fingerprint. Must not live here:
reading (data/read.py). It is asked before every page, so it imports nothing that takes time.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")  # of articles, in any case
FACTS_FILE = "articles.csv"

Severity = Literal["error", "warning", "note"]


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
    """A file that may be an article: `name` is its path inside the folder, with `/`, and can be shown."""

    place: str
    name: str
    article_id: str
    size: int
    modified_ns: int

    @property
    def path(self) -> Path:
        """Where it is; made when it is opened, for most of the time only names, sizes and times are asked for."""
        return Path(self.place)


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
    return name if name.isascii() else os.fsencode(name).decode("utf-8", errors="backslashreplace")


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


def _walk(folder: str, inside: str, seen: set[tuple[int, int]], found: _Found) -> None:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        found.problems.append(_unreadable(inside or None, error))
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue  # hidden, or the lock of a file open in Word
        name = f"{inside}/{_readable(entry.name)}" if inside else _readable(entry.name)
        suffix = os.path.splitext(entry.name)[1].lower()  # noqa: PTH122  (a tenth of a path's time, for each file)
        try:
            status = entry.stat()
        except OSError as error:  # a link to nowhere, or to itself
            found.problems.append(_unreadable(name, error))
            continue
        if stat.S_ISDIR(status.st_mode) and suffix not in SUFFIXES:
            place = (status.st_dev, status.st_ino)
            if place not in seen:  # links may lead back
                seen.add(place)
                _walk(entry.path, name, seen, found)
        elif not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "no ordinary file"
            message = f"{name} cannot be read: it is {kind} with the name of an article. Rename it."
            found.problems.append(Problem(name, None, "error", "unreadable", message))
        elif entry.name.lower() == FACTS_FILE:
            found.tables.append(File(entry.path, name, "", status.st_size, status.st_mtime_ns))
        elif suffix in SUFFIXES:
            found.files.append(File(entry.path, name, "", status.st_size, status.st_mtime_ns))
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
    _walk(str(root), "", {(status.st_dev, status.st_ino)}, found)
    files = sorted(found.files, key=lambda file: file.name)
    ids = _article_ids([file.name for file in files])
    if not files and all(problem.file is not None for problem in found.problems):
        message = f"The folder {_readable(str(root))} holds no article. Put {', '.join(SUFFIXES)} files into it."
        found.problems.append(Problem(None, None, "error", "folder-empty", message))
    return Listing(
        files=tuple(
            File(file.place, file.name, article_id, file.size, file.modified_ns)
            for file, article_id in zip(files, ids, strict=True)
        ),
        tables=tuple(sorted(found.tables, key=lambda file: file.name)),
        problems=tuple(found.problems),
    )


def fingerprint(folder: str | os.PathLike[str]) -> str:
    """A folder → a digest of its files' names, sizes and times of change: the same as long as nothing was touched."""
    root = Path(folder)
    if problem := _folder_problem(root):
        return hashlib.sha256(f"{problem.code}\0{root}".encode()).hexdigest()
    found = _Found()
    status = root.stat()
    _walk(str(root), "", {(status.st_dev, status.st_ino)}, found)
    lines = [f"{file.name}\0{file.size}\0{file.modified_ns}" for file in (*found.files, *found.tables)]
    lines += [f"{problem.code}\0{problem.file}" for problem in found.problems]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
