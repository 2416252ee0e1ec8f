"""The tables: each column declared once, and checked when a corpus is built.

Lives here: names, types, units and meanings of all columns, empty frames, building and checking a frame.
Must not live here: how a value is found. `docs/data-dictionary.md` is generated from this file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

STR, INT, FLOAT, BOOL, DAY = "str", "int64", "float64", "bool", "datetime64[us]"


@dataclass(frozen=True)
class Column:
    """One column: its pandas dtype, whether a value may be missing (NaN/NaT), its unit and its meaning."""

    name: str
    dtype: str
    meaning: str
    nullable: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()  # the closed list of values, if there is one


@dataclass(frozen=True)
class Table:
    """One table: what a row is, the columns that identify it (may be none), and its columns in order."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]


def _span(what: str) -> tuple[Column, ...]:
    return (
        Column("article_id", STR, "the article the words stand in"),
        Column("start", INT, f"first character of {what} in `articles.text`", unit="code points"),
        Column("end", INT, f"one past the last character of {what}", unit="code points"),
    )


KINDS = ("call", "meeting", "attack", "statement", "other")
STATUSES = ("held", "ongoing", "planned", "cancelled")
PRECISIONS = ("hour", "day", "range", "unknown")
BASES = ("stated", "resolved", "inferred", "unknown")
QUALIFIERS = ("exact", "about", "less_than", "more_than")
MOODS = ("asserted", "reported", "denied")
VERDICTS = ("agrees", "compatible", "conflicts", "cannot_tell")
CHECK_KINDS = ("conflict", "time_zone", "weekday", "ordinal", "count_within", "gap", "order", "age")
PROPERTIES = (
    "duration", "start_time", "date", "initiator", "place", "ordinal", "count_within", "gap_since_previous",
    "previous_contact", "outcome", "assessment", "proposed_by", "preparation", "agreement_share", "age",
)  # fmt: skip
RELATION_KINDS = (
    "spoke",
    "met",
    "speaks_for",
    "hosts",
    "arranged",
    "relayed",
    "accompanied",
    "reports_on",
    "mentioned_with",
)
SIDES = ("us", "ru", "ua", "hu", "eu", "media", "other")

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("articles", "a file", ("article_id",), (
            Column("article_id", STR, "file stem, made unique by its folder"),
            Column("file", STR, "path inside the corpus folder, with `/`"),
            Column("label", STR, "the shortest name that tells it from all others, for articles without an outlet"),
            Column("title", STR, "headline, from the text or the metadata", nullable=True),
            Column("outlet", STR, "who published it, as printed", nullable=True),
            Column("outlet_id", STR, "the outlet as an actor", nullable=True),
            Column("language", STR, "ISO 639-1 code", values=("it", "en")),
            Column("published", DAY, "day of publication", nullable=True),
            Column("published_basis", STR, "how the day is known", values=BASES),
            Column("published_rule", STR, "the rule that gave the day", nullable=True),
            Column("published_text", STR, "the words the day rests on", nullable=True),
            Column("published_from", STR, "the article that dates this one, when the day is inferred across articles", nullable=True),
            Column("url", STR, "address, from the metadata", nullable=True),
            Column("sha256", STR, "digest of the file's bytes"),
            Column("n_words", INT, "words in the text", unit="words"),
            Column("text", STR, "the text all offsets refer to; never changed after decoding"),
        )),
        Table("sentences", "a sentence of an article", ("article_id", "start"), (
            *_span("the sentence"),
            Column("paragraph", INT, "number of its paragraph, from 0"),
        )),
        Table("actors", "a person, state, institution or outlet of the vocabulary, or a person found in a text", ("actor_id",), (
            Column("actor_id", STR, "slug of the name, without accents"),
            Column("name", STR, "name in English"),
            Column("name_it", STR, "name in Italian"),
            Column("short", STR, "the shortest unambiguous name, for labels"),
            Column("kind", STR, "what it is", values=("person", "state", "institution", "outlet")),
            Column("side", STR, "the side it belongs to", values=SIDES),
            Column("affiliation", STR, "actor_id of the state or institution it belongs to", nullable=True),
            Column("office", STR, "office held, in English, as last known", nullable=True),
            Column("office_it", STR, "the same in Italian", nullable=True),
            Column("known", BOOL, "from the vocabulary (true) or found in a text by pattern (false)"),
        )),
        Table("roles", "an office of an actor, with the days it was held", (), (
            Column("actor_id", STR, "who held it"),
            Column("office", STR, "the office in English, with whose it is"),
            Column("office_it", STR, "the same in Italian"),
            Column("of", STR, "actor_id of the state or institution whose office it is", nullable=True),
            Column("date_from", DAY, "first day in office, as the vocabulary has it", nullable=True),
            Column("date_to", DAY, "last day; missing: still held, or not known", nullable=True),
        )),
        Table("mentions", "a place where an actor is named", ("article_id", "start", "end", "actor_id"), (
            *_span("the name"),
            Column("text", STR, "the words"),
            Column("actor_id", STR, "who is named"),
            Column("how", STR, "by what the actor is named", values=("name", "office", "group", "pronoun", "metonym")),
            Column("rule", STR, "the rule that understood it"),
        )),
        Table("date_mentions", "a date or period read in an article", ("article_id", "start", "end"), (
            *_span("the expression"),
            Column("text", STR, "the words"),
            Column("date_from", DAY, "earliest day", nullable=True),
            Column("date_to", DAY, "latest day", nullable=True),
            Column("precision", STR, "how exact the words are", values=PRECISIONS),
            Column("basis", STR, "how the days are known", values=BASES),
            Column("anchor", DAY, "the day it was worked out from", nullable=True),
            Column("rule", STR, "the rule that read it"),
        )),
        Table("events", "a contact or happening, after merging all articles", ("event_id",), (
            Column("event_id", STR, "readable and stable: 2025-10-16-call-trump-putin"),
            Column("kind", STR, "what happened", values=KINDS),
            Column("date_from", DAY, "earliest day the accounts allow", nullable=True),
            Column("date_to", DAY, "latest day", nullable=True),
            Column("date_precision", STR, "how exact", values=PRECISIONS),
            Column("date_basis", STR, "how the day is known", values=BASES),
            Column("status", STR, "latest known state", values=STATUSES),
            Column("place", STR, "place_id", nullable=True),
            Column("n_articles", INT, "articles that report it"),
        )),
        Table("participants", "an actor in an event", ("event_id", "actor_id"), (
            Column("event_id", STR, "the event"),
            Column("actor_id", STR, "the actor"),
            Column("role", STR, "in which role", values=("principal", "host", "delegation", "mediator", "interpreter", "other")),
        )),
        Table("reports", "a passage of one article that tells of an event", (), (
            Column("event_id", STR, "the event"),
            *_span("the sentence that tells it"),
            Column("mark_start", INT, "first character of the words that name the contact", unit="code points"),
            Column("mark_end", INT, "one past the last of them", unit="code points"),
            Column("date_from", DAY, "earliest day this passage allows", nullable=True),
            Column("date_to", DAY, "latest day", nullable=True),
            Column("date_text", STR, "the words that give the day", nullable=True),
            Column("date_start", FLOAT, "first character of those words", nullable=True, unit="code points"),
            Column("date_end", FLOAT, "one past the last of them", nullable=True, unit="code points"),
            Column("date_basis", STR, "how the day is known", values=BASES),
            Column("date_rule", STR, "the rule that read the day", nullable=True),
            Column("date_anchor", DAY, "the day it was worked out from", nullable=True),
            Column("status", STR, "state according to this passage", values=STATUSES),
            Column("rule", STR, "the rule that understood the passage"),
        )),
        Table("claims", "a value that one source gives for a property of an event", ("claim_id",), (
            Column("claim_id", STR, "stable id: article, place and property"),
            Column("event_id", STR, "the event"),
            *_span("the claim's words"),
            Column("text", STR, "the words"),
            Column("property", STR, "what is claimed", values=PROPERTIES),
            Column("value", STR, "the value in a normal form: 08:00 America/New_York, donald-trump, 2025-08-18", nullable=True),
            Column("number", FLOAT, "the number as said", nullable=True, unit="see `unit`"),
            Column("number_from", FLOAT, "lower end of the interval the words allow", nullable=True, unit="see `unit`"),
            Column("number_to", FLOAT, "upper end", nullable=True, unit="see `unit`"),
            Column("unit", STR, "minutes, days, percent, years, count", nullable=True),
            Column("qualifier", STR, "how exact the words are", values=QUALIFIERS),
            Column("said_by", STR, "actor the words are credited to; missing: the article itself", nullable=True),
            Column("via", STR, "outlet or actor through whom it is known", nullable=True),
            Column("mood", STR, "said outright, on hearsay, or denied", values=MOODS),
            Column("rule", STR, "the rule that read it"),
        )),
        Table("quotes", "words credited to somebody", ("quote_id",), (
            Column("quote_id", STR, "stable id: article and place"),
            *_span("the words"),
            Column("text", STR, "the words, without the quote marks"),
            Column("form", STR, "between quote marks or not", values=("direct", "indirect")),
            Column("speaker", STR, "actor credited; missing: nobody is", nullable=True),
            Column("via", STR, "outlet or actor through whom it is known", nullable=True),
            Column("cue", STR, "the words that credit it: ha detto, according to", nullable=True),
            Column("credit_start", FLOAT, "first character of cue and speaker", nullable=True, unit="code points"),
            Column("credit_end", FLOAT, "one past the last of them", nullable=True, unit="code points"),
            Column("mood", STR, "said outright, on hearsay, or denied", values=MOODS),
            Column("event_id", STR, "the event it is about or was said at", nullable=True),
            Column("rule", STR, "the rule that credited it"),
        )),
        Table("topics", "a topic of the vocabulary", ("topic_id",), (
            Column("topic_id", STR, "slug"),
            Column("label_en", STR, "name in English"),
            Column("label_it", STR, "name in Italian"),
        )),
        Table("topic_mentions", "a place where a topic is touched", ("article_id", "start", "end", "topic_id"), (
            *_span("the words"),
            Column("text", STR, "the words"),
            Column("topic_id", STR, "the topic"),
        )),
        Table("event_topics", "a topic tied to an event by a sentence", ("event_id", "topic_id", "article_id", "start"), (
            Column("event_id", STR, "the event"),
            Column("topic_id", STR, "the topic"),
            *_span("the topic's words"),
        )),
        Table("places", "a place of the vocabulary", ("place_id",), (
            Column("place_id", STR, "slug"),
            Column("label_en", STR, "name in English"),
            Column("label_it", STR, "name in Italian"),
            Column("zone", STR, "IANA time zone", nullable=True),
        )),
        Table("relations", "evidence for a tie between two actors", (), (
            Column("source", STR, "actor; where the kind has a direction, the one who does it"),
            Column("target", STR, "the other actor"),
            Column("kind", STR, "the tie", values=RELATION_KINDS),
            Column("event_id", STR, "the event it comes from", nullable=True),
            *_span("the sentence it rests on"),
            Column("mark_start", FLOAT, "first character of the words that tell the tie", nullable=True, unit="code points"),
            Column("mark_end", FLOAT, "one past the last of them", nullable=True, unit="code points"),
            Column("date_from", DAY, "earliest day the sentence's own date words allow", nullable=True),
            Column("date_to", DAY, "latest day", nullable=True),
            Column("status", STR, "whether it came about; missing for kinds that have no moment", nullable=True, values=STATUSES),
            Column("mood", STR, "said outright or on hearsay; missing where nobody says it", nullable=True, values=MOODS),
            Column("rule", STR, "the rule that understood it"),
        )),
        Table("checks", "something the system worked out", ("check_id",), (
            Column("check_id", STR, "stable id"),
            Column("event_id", STR, "the event", nullable=True),
            Column("article_id", STR, "the article, when the check is about one", nullable=True),
            Column("kind", STR, "what was worked out", values=CHECK_KINDS),
            Column("property", STR, "the property concerned", nullable=True),
            Column("verdict", STR, "the result", values=VERDICTS),
            Column("start", FLOAT, "where in the article the words begin, of a check that rests on no claim", nullable=True, unit="code points"),
        )),
        Table("check_values", "a named value that explains a check", ("check_id", "name", "position"), (
            Column("check_id", STR, "the check"),
            Column("name", STR, "what the value is: left, right, expected, printed, counted, …"),
            Column("position", INT, "order among values of the same name"),
            Column("value", STR, "a number, ISO day, ISO time with zone, event_id or plain words"),
        )),
        Table("check_claims", "a claim a check rests on", ("check_id", "claim_id"), (
            Column("check_id", STR, "the check"),
            Column("claim_id", STR, "the claim"),
        )),
        Table("problems", "what could not be read", (), (
            Column("file", STR, "path inside the corpus folder", nullable=True),
            Column("article_id", STR, "the article, when it was read", nullable=True),
            Column("severity", STR, "error: the file is left out; warning: read in part; note: possibly missed", values=("error", "warning", "note")),
            Column("code", STR, "what kind of problem, for the interface to word"),
            Column("message", STR, "the same in plain English"),
            Column("start", FLOAT, "first character concerned", nullable=True, unit="code points"),
            Column("end", FLOAT, "one past the last", nullable=True, unit="code points"),
        )),
    )
}  # fmt: skip


def _table(name: str) -> Table:
    if name not in TABLES:
        raise ValueError(f"no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


def build(name: str, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows (column → value, `None` for missing) → the table's frame: declared columns, order and dtypes, RangeIndex.

    Raises ValueError for a column that is not declared, or a value of another type.
    """
    table = _table(name)
    rows = list(rows)
    unknown = set().union(*rows).difference(table.names)
    if unknown:
        raise ValueError(f"{name}: columns {sorted(unknown)} are not declared")
    data: dict[str, pd.Series[Any]] = {}
    for column in table.columns:
        values = [row.get(column.name) for row in rows]
        try:
            data[column.name] = pd.Series(values, dtype=column.dtype)
        except (TypeError, ValueError) as error:
            raise ValueError(f"{name}.{column.name}: {error}") from error
    return pd.DataFrame(data, columns=table.names)


def empty(name: str) -> pd.DataFrame:
    """The table without rows, with its declared dtypes."""
    return build(name, [])


def check(name: str, frame: pd.DataFrame) -> None:
    """Raise ValueError where a frame departs from its declaration: columns, dtypes, missing or unknown values, keys."""
    table = _table(name)
    if list(frame.columns) != table.names:
        raise ValueError(f"{name}: columns are {list(frame.columns)}, declared are {table.names}")
    if not isinstance(frame.index, pd.RangeIndex):
        raise ValueError(f"{name}: the index is {type(frame.index).__name__}, not a RangeIndex")
    for column in table.columns:
        series = frame[column.name]
        if str(series.dtype) != column.dtype:
            raise ValueError(f"{name}.{column.name}: dtype is {series.dtype}, declared is {column.dtype}")
        if not column.nullable and bool(series.isna().any()):
            raise ValueError(f"{name}.{column.name}: missing values, but it is not nullable")
        if column.values:
            other = set(series.dropna().unique()) - set(column.values)
            if other:
                raise ValueError(f"{name}.{column.name}: {sorted(other)} not among {', '.join(column.values)}")
    if table.key and bool(frame.duplicated(list(table.key)).any()):
        twice = frame.loc[frame.duplicated(list(table.key)), list(table.key)].iloc[0].to_dict()
        raise ValueError(f"{name}: more than one row with {twice}")
