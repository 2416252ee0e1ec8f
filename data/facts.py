"""What is known of an article beside its text: front matter, the file's name, and rows of `articles.csv`.

Lives here: reading those facts out of words already decoded. Must not live here: opening files, or dates in prose.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache
from pathlib import PurePosixPath

from babel.dates import get_month_names

from data.extract.rules import Rule
from data.language import Language
from data.lexicon import load_reading
from data.span import fold


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts about one article; what is not known is `None`. A language is a code this project reads."""

    title: str | None = None
    outlet: str | None = None
    language: Language | None = None
    published: dt.date | None = None
    url: str | None = None

    def known(self) -> dict[str, str | dt.date]:
        """Name → value, of the facts that are known."""
        values = {f.name: getattr(self, f.name) for f in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


NO_FACTS = Facts()

RULES = (
    Rule(
        "metadata",
        "The day of publication stands in `articles.csv`, or among the page's own metadata in an HTML file.",
        "`file;published` and `a.txt;16 ottobre 2025` → 16 October 2025",
        "`file,published` and `a.txt,2025-10-16` → 16 October 2025",
    ),
    Rule(
        "front-matter",
        "The day of publication stands between `---` lines at the top of the file, and could be no other day.",
        "`data: 16 ottobre 2025` → 16 October 2025",
        "`date: 2025-10-16` → 16 October 2025; `date: 06/10/2025` → none",
    ),
    Rule(
        "file-name",
        "The file's name begins with the day of publication. Used when nothing else gives one.",
        '`2026-01-24_la-voce_titolo.txt` → 24 January 2026, outlet "la voce"',
        '`2025-05-20_the-paper_title.txt` → 20 May 2025, outlet "the paper"',
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of `articles.csv`: the file it names, its facts, and what is wrong with it (plain English)."""

    line: int
    file: str
    facts: Facts
    mistakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts between `---` lines at the top of a text, and where the text proper begins."""

    facts: Facts
    body_start: int
    mistakes: tuple[str, ...] = ()


@cache
def _months() -> dict[str, int]:
    return {
        fold(name).rstrip("."): month
        for language in ("it", "en")
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, locale=language).items()
    }


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[T ])")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})$")
_DAY_MONTH = re.compile(r"(?:\w+,? )?(\d{1,2})[°º.]?(?:st|nd|rd|th)? ([^\W\d]+)\.?,? (\d{4})$")
_MONTH_DAY = re.compile(r"(?:\w+,? )?([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$")


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(day))
    except ValueError:
        return None


def parse_day(words: str) -> dt.date | None:
    """A date on its own → the day, or `None` where it is no date or could be two.

    "2025-10-16", "2025-10-16T08:00Z", "16 ottobre 2025", "October 16, 2025", "16/10/2025"; not "06/10/2025", which is
    June or October.
    """
    words = " ".join(words.split())
    if match := _ISO.match(words):
        return _date(match[1], int(match[2]), match[3])
    if match := _NUMBERS.match(words):
        first, second = int(match[1]), int(match[2])
        if first > 12:
            return _date(match[3], second, match[1])
        if second > 12 or first == second:
            return _date(match[3], first, match[2])
        return None
    folded = fold(words)
    if (match := _DAY_MONTH.match(folded)) and match[2] in _months():
        return _date(match[3], _months()[match[2]], match[1])
    if (match := _MONTH_DAY.match(folded)) and match[1] in _months():
        return _date(match[3], _months()[match[1]], match[2])
    return None


def parse_language(words: str) -> Language | None:
    """ "it", "it-IT", "Italian", "inglese" → the code, or `None` for a language this project does not read."""
    begins = fold(words.strip())[:2]
    languages = load_reading().languages
    if begins in languages["it"]:
        return "it"
    return "en" if begins in languages["en"] else None


@cache
def _field_names() -> dict[str, str]:
    return {name: field for field, names in load_reading().fields.items() for name in names}


def _field(name: str) -> str | None:
    return _field_names().get(fold(name.strip()))


def build_facts(values: Iterable[tuple[str, str]]) -> tuple[Facts, tuple[str, ...]]:
    """Pairs of field name and words → the facts, and a message for each value that could not be used.

    Unknown fields are left out; of a field given twice, the first with a usable value counts.
    """
    known: dict[str, str] = {}
    language: Language | None = None
    published: dt.date | None = None
    mistakes: list[str] = []
    for name, words in values:
        field, words = _field(name), words.strip()
        if field is None or not words:
            continue
        if field == "language":
            language = language or parse_language(words)
            if language is None:
                mistakes.append(f"the language {words!r} is not read; write it or en")
        elif field == "published":
            published = published or parse_day(words)
            if published is None:
                mistakes.append(f"the date {words!r} is not plain; write it as 2025-10-16")
        else:
            known.setdefault(field, words)
    return Facts(known.get("title"), known.get("outlet"), language, published, known.get("url")), tuple(mistakes)


_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_LINE = re.compile(r"[^\r\n]*(?:\r?\n|\r|\Z)")
_PAIR = re.compile(r"([^\W\d][\w -]{0,40}?)[ \t]*:(?:[ \t]+(.*))?$")
_INNER = re.compile(r"\s*$|\s*#|[ \t]+\S|- ")  # blank, comment, continued value, list item
_MOST_LINES = 100


def _unquoted(words: str) -> str:
    words = words.strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" else words


def read_front_matter(text: str) -> FrontMatter | None:
    """Text → the `key: value` lines between two `---` lines at its top, or `None` where there are none.

    A value may hold a colon ("title: Trump: 'buona chiamata'"). Lists and nested values are passed over.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return None
    at = opening.end()
    pairs: list[tuple[str, str]] = []
    for _ in range(_MOST_LINES):
        if closing := _FENCE_END.match(text, at):
            if not any(map(_field, (name for name, _ in pairs))):
                return None
            facts, mistakes = build_facts(pairs)
            return FrontMatter(facts, closing.end(), mistakes)
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            return None
        words = line[0].rstrip("\r\n")
        if pair := _PAIR.match(words):
            pairs.append((pair[1], _unquoted(pair[2] or "")))
        elif not _INNER.match(words):
            return None  # prose between two rules
        at = line.end()
    return None


_NAME_DATE = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


def read_file_name(name: str) -> Facts:
    """A file's name → the day it begins with and, between underscores, the outlet.

    "2025-05-20_the-independent_some-words.txt" → 20 May 2025, "the independent"; "2025-05-20_some-words.txt" → the day.
    """
    stem = PurePosixPath(name).stem
    match = _NAME_DATE.match(stem)
    day = _date(match[1], int(match[2]), match[3]) if match else None
    if match is None or day is None:
        return NO_FACTS
    parts = stem[match.end() :].split("_")
    outlet = parts[1].replace("-", " ").strip() if len(parts) > 2 and not parts[0] else ""
    return Facts(published=day, outlet=outlet or None)


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def read_table(text: str) -> list[Row]:
    """The text of `articles.csv` → its rows. Columns may be missing, in any order, between `,`, `;` or tabs.

    Raises ValueError when it is not a table or no column names the files.
    """
    header = text.split("\n", 1)[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(header))
    try:
        names = next(lines, [])
        if "file" not in map(_field, names):
            raise ValueError("no column is called file")
        rows = []
        for values in lines:
            if not any(value.strip() for value in values):
                continue
            pairs = list(zip(names, values, strict=False))
            file = next((value.strip() for name, value in pairs if _field(name) == "file"), "")
            facts, mistakes = build_facts(pair for pair in pairs if _field(pair[0]) != "file")
            if len(values) > len(names):
                mistakes = (*mistakes, f"it has {len(values)} values for {len(names)} columns")
            if not file:
                mistakes = (*mistakes, "it names no file")
            rows.append(Row(lines.line_num, file, facts, mistakes))
    except csv.Error as error:
        raise ValueError(str(error)) from error
    return rows


def find_title(body: str) -> str | None:
    """The text proper → its headline, where it begins with one: a short line without full stop, longer text behind it.

    Of several such lines the first of three words or more counts, so that a section's name ("Esteri") is not taken.
    """
    headings: list[str] = []
    for line in filter(None, (one.strip() for one in body.splitlines()[:_MOST_LINES])):
        if len(headings) == 1 and line[0].islower():
            return None  # the first line was the beginning of a sentence
        if len(headings) == 5 or len(line) >= 200 or line.endswith((".", ".”", '."', ".»")):
            break
        headings.append(line.lstrip("#").strip())
    title = next((line for line in headings if len(line.split()) > 2), headings[0] if headings else "")
    return title if title and len(body.strip()) > 3 * len(title) else None
