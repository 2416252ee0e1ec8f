"""One event, source by source: what each says of each property, whether they agree, and what nobody says.

Lives here: claims, reports, topics and quotes of an event → lines to compare, with a verdict each; two sides' readouts.
Must not live here: arithmetic of a single account (`data.checks`), wording, HTML.

A *voice* is who vouches for a statement: the person credited, else the text it stands in; copies of one text are one
voice. Hearsay and denials are kept, and never count towards a verdict.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

from data.agreement import Relation, Span, among, comparable
from data.query import Index
from data.schema import PROPERTIES
from data.span import fold

Verdict = Literal[
    "conflicts", "more_precise", "compatible", "agrees", "words", "single", "hearsay", "denied", "silent"
]  # fmt: skip
VERDICTS: tuple[Verdict, ...] = (
    "conflicts", "more_precise", "compatible", "agrees", "words", "single", "hearsay", "denied", "silent",
)  # fmt: skip
LINES = (
    "status", "date", "start_time", "duration", "initiator", "proposed_by", "place", "participants", "ordinal",
    "count_within", "gap_since_previous", "previous_contact", "topics", "outcome", "agreement_share", "assessment",
    "preparation", "next_step", "age",
)  # fmt: skip
_ASKED = {
    "call": ("date", "start_time", "duration", "initiator", "participants", "topics", "outcome", "assessment",
             "next_step"),
    "meeting": ("date", "start_time", "duration", "proposed_by", "place", "participants", "topics", "outcome",
                "assessment", "next_step"),
}  # fmt: skip
_ASKED_OTHERWISE = ("date", "place", "participants", "topics")
_ONLY_AFTERWARDS = ("duration", "outcome", "assessment")

assert set(PROPERTIES) <= set(LINES)


@dataclass(frozen=True)
class Statement:
    """What one passage says of one property: its words and place, the value in normal form or figures, who says so."""

    property: str
    article_id: str
    start: int
    end: int
    words: str
    value: str | None = None
    number: float | None = None
    number_from: float | None = None
    number_to: float | None = None
    unit: str | None = None
    qualifier: str = "exact"
    said_by: str | None = None
    via: str | None = None
    mood: str = "asserted"
    claim_id: str = ""
    planned: bool = False  # said while the event was still ahead
    published: dt.date | None = None  # the day of the article


@dataclass(frozen=True)
class Line:
    """One property: its verdict, all statements in order of article and place, how many voices say it first-hand."""

    property: str
    verdict: Verdict
    statements: tuple[Statement, ...]
    voices: int


@dataclass(frozen=True)
class Comparison:
    """One event: the articles that report it by day of publication, a line per property, those that nobody states."""

    event_id: str
    sources: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """Properties an event of this kind has, that no source states."""
        return tuple(line.property for line in self.lines if line.verdict == "silent")


def compare_event(index: Index, event_id: str, texts: Mapping[str, str] | None = None) -> Comparison:
    """Event → its comparison. `texts` (article → independent text) joins copies; without it each article stands alone.

    Raises ValueError for an event that is not in the corpus.
    """
    if event_id not in index.event:
        raise ValueError(f"no event {event_id!r} in the corpus")
    event = index.event[event_id]
    found: dict[str, list[Statement]] = {}
    for statement in _statements(index, event):
        found.setdefault(statement.property, []).append(statement)
    worked_out = _worked_out(index, event_id)
    sources = sources_of(index, event_id)
    order = {article: i for i, article in enumerate(sources)}
    lines = []
    for name in LINES:
        said = sorted(found.get(name, ()), key=lambda s: (order.get(s.article_id, len(order)), s.start))
        if not said and name not in asked_of(event):
            continue
        voices = {voice_of(s, texts) for s in said if s.mood == "asserted"}
        verdict = worked_out.get(name) or judge(name, said, event, texts)
        lines.append(Line(name, verdict, tuple(said), len(voices)))
    return Comparison(event_id, sources, tuple(lines))


def asked_of(event: Mapping[str, Any]) -> tuple[str, ...]:
    """An event's row → the properties a reader expects of it: no duration of what has not taken place."""
    asked = _ASKED.get(event["kind"], _ASKED_OTHERWISE)
    if event["status"] in ("planned", "cancelled"):
        return tuple(name for name in asked if name not in _ONLY_AFTERWARDS)
    return asked


def sources_of(index: Index, event_id: str) -> tuple[str, ...]:
    """Event → the articles that report it, by day of publication (unknown last)."""
    articles = {row["article_id"] for row in index.records("reports", "event_id", event_id)}
    articles |= {row["article_id"] for row in index.records("claims", "event_id", event_id)}
    return tuple(sorted(articles, key=lambda a: _published(index, a)))


def _published(index: Index, article_id: str) -> tuple[bool, Any, str]:
    day = index.article[article_id]["published"]
    return day is None, day, article_id


def voice_of(statement: Statement, texts: Mapping[str, str] | None = None) -> str:
    """Who vouches for a statement: the person credited, else the text it stands in."""
    if statement.said_by:
        return f"said:{statement.said_by}"
    return f"text:{(texts or {}).get(statement.article_id, statement.article_id)}"


# -- statements --------------------------------------------------------------------------------------


def _statements(index: Index, event: Mapping[str, Any]) -> Iterator[Statement]:
    event_id = event["event_id"]
    for claim in index.records("claims", "event_id", event_id):
        yield Statement(
            claim["property"], claim["article_id"], int(claim["start"]), int(claim["end"]), claim["text"],
            claim["value"], claim["number"], claim["number_from"], claim["number_to"], claim["unit"],
            claim["qualifier"], claim["said_by"], claim["via"], claim["mood"], claim["claim_id"],
            _ahead(index, claim), _day(index, claim["article_id"]),
        )  # fmt: skip
    yield from _dates(index, event_id)
    yield from _told(index, event_id)
    yield from _participants(index, event_id)
    yield from _topics(index, event_id)
    yield from _next_steps(index, event)


def _ahead(index: Index, claim: Mapping[str, Any]) -> bool:
    """Whether the passage a claim stands in tells its event as planned."""
    told = [
        r["status"] for r in index.records("reports", "event_id", claim["event_id"])
        if r["article_id"] == claim["article_id"] and r["start"] <= claim["start"] < r["end"]
    ]  # fmt: skip
    return bool(told) and set(told) == {"planned"}


def _day(index: Index, article_id: str) -> dt.date | None:
    day = index.article[article_id]["published"]
    return None if day is None else day.date()


def _of(index: Index, name: str, row: Mapping[str, Any], start: int, end: int, value: str) -> Statement:
    article = row["article_id"]
    words = index.article[article]["text"][start:end]
    planned = row.get("status") == "planned"
    return Statement(name, article, start, end, words, value, planned=planned, published=_day(index, article))


def _first_each(statements: Iterable[Statement]) -> list[Statement]:
    """The first place where each article states each value."""
    first: dict[tuple[str, str | None], Statement] = {}
    for s in sorted(statements, key=lambda s: (s.article_id, s.start)):
        first.setdefault((s.article_id, s.value), s)
    return list(first.values())


def _dates(index: Index, event_id: str) -> list[Statement]:
    """The words that date it in passages from which no claim was read, with the days they stand for."""
    claimed = {
        (c["article_id"], c["start"]) for c in index.records("claims", "event_id", event_id) if c["property"] == "date"
    }
    found = []
    for r in index.records("reports", "event_id", event_id):
        if r["date_start"] is None or r["date_from"] is None or (r["article_id"], int(r["date_start"])) in claimed:
            continue
        days = [f"{day:%Y-%m-%d}" for day in (r["date_from"], r["date_to"]) if day is not None]
        value = "/".join(dict.fromkeys(days))
        found.append(_of(index, "date", r, int(r["date_start"]), int(r["date_end"]), value))
    return _first_each(found)


def _told(index: Index, event_id: str) -> list[Statement]:
    """As what each article tells it: held, planned, cancelled."""
    rows = index.records("reports", "event_id", event_id)
    return _first_each(_of(index, "status", r, int(r["mark_start"]), int(r["mark_end"]), r["status"]) for r in rows)


def _participants(index: Index, event_id: str) -> list[Statement]:
    """Who each article names in the passages that tell it, of those who took part."""
    wanted = {row["actor_id"] for row in index.records("participants", "event_id", event_id)}
    found = []
    for report in index.records("reports", "event_id", event_id):
        for m in index.records("mentions", "article_id", report["article_id"]):
            if m["actor_id"] in wanted and report["start"] <= m["start"] < report["end"]:
                found.append(_of(index, "participants", m, int(m["start"]), int(m["end"]), m["actor_id"]))
    return _first_each(found)


def _topics(index: Index, event_id: str) -> list[Statement]:
    rows = index.records("event_topics", "event_id", event_id)
    return _first_each(_of(index, "topics", r, int(r["start"]), int(r["end"]), r["topic_id"]) for r in rows)


def _next_steps(index: Index, event: Mapping[str, Any]) -> list[Statement]:
    """Contacts of one of the same people that the articles on this event tell as planned, if they are not before it."""
    people = set(index.principals[event["event_id"]])
    found = []
    for article_id in {row["article_id"] for row in index.records("reports", "event_id", event["event_id"])}:
        for report in index.records("reports", "article_id", article_id):
            other = index.event.get(report["event_id"])
            if other is None or other["event_id"] == event["event_id"] or report["status"] != "planned":
                continue
            days = other["date_from"], event["date_to"]
            earlier = days[0] is not None and days[1] is not None and days[0] < days[1]
            if earlier or not people & set(index.principals[other["event_id"]]):
                continue
            mark = int(report["mark_start"]), int(report["mark_end"])
            found.append(_of(index, "next_step", report, *mark, other["event_id"]))
    return _first_each(found)


# -- verdicts ----------------------------------------------------------------------------------------


def _worked_out(index: Index, event_id: str) -> dict[str, Verdict]:
    """Properties for which a check found a conflict that does not rest on hearsay."""
    found: dict[str, Verdict] = {}
    for check in index.records("checks", "event_id", event_id):
        if check["verdict"] != "conflicts" or not check["property"]:
            continue
        names = {row["name"] for row in index.records("check_values", "check_id", check["check_id"])}
        if not names & {"left_mood", "right_mood"}:
            found[check["property"]] = "conflicts"
    return found


def judge(
    name: str, said: Sequence[Statement], event: Mapping[str, Any], texts: Mapping[str, str] | None = None
) -> Verdict:
    """Property, its statements, the event's row → the verdict; see `VERDICTS`.

    agrees: all say the same; more_precise: all fit, one says it more exactly; compatible: all can be right; conflicts:
    two cannot; words: several voices, in words that no rule compares; single: one voice; hearsay, denied: nobody says
    it first-hand; silent: nobody says it.
    """
    first_hand = [s for s in said if s.mood == "asserted"]
    if not said:
        return "silent"
    if not first_hand:
        return "hearsay" if any(s.mood == "reported" for s in said) else "denied"
    by_voice: dict[str, list[Statement]] = {}
    for s in first_hand:
        by_voice.setdefault(voice_of(s, texts), []).append(s)
    if len(by_voice) == 1:
        return "single"
    if name in _SETS:
        return _judge_sets(name, list(by_voice.values()))
    span = event["date_from"], event["date_to"]
    days = (None if span[0] is None else span[0].date(), None if span[1] is None else span[1].date())
    relations = {
        _relation(name, a, b, first_hand, days)
        for one, two in combinations(by_voice.values(), 2) for a in one for b in two
    } - {"other"}  # fmt: skip
    if "apart" in relations:
        return "conflicts"
    if not relations or "unknown" in relations:
        return "words"
    if relations == {"same"}:
        return "agrees"
    return "more_precise" if relations <= {"same", "narrower"} else "compatible"


def _relation(name: str, a: Statement, b: Statement, said: Sequence[Statement], span: Span) -> Relation:
    """By the rule of the property; where none compares them, the same words say the same."""
    if comparable(name):
        return among(name, a, b, said, span)
    return "same" if fold(a.words) == fold(b.words) else "unknown"


_SETS = ("participants", "topics", "next_step", "status")


def _judge_sets(name: str, voices: Sequence[Sequence[Statement]]) -> Verdict:
    """Lists do not exclude each other: what one leaves out it does not deny. Held and cancelled do."""
    sets = [frozenset(s.value for s in voice) for voice in voices]
    values = frozenset().union(*sets)
    if name == "status" and "cancelled" in values and values & {"held", "ongoing"}:
        return "conflicts"
    if len(set(sets)) == 1:
        return "agrees"
    return "compatible"


# -- two readouts ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """Words about the event credited to somebody of a side, and the topics they touch."""

    article_id: str
    start: int
    end: int
    words: str
    form: str
    speaker: str
    via: str | None
    mood: str
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Readout:
    """One side's account: what was said, the topics touched, how it was judged, who is said to have begun it."""

    side: str
    said: tuple[Said, ...]
    topics: tuple[str, ...]
    judged: tuple[Statement, ...]
    begun: tuple[Statement, ...]


@dataclass(frozen=True)
class Readouts:
    """Two sides' accounts of one event, and the topics both touch, or only one."""

    left: Readout
    right: Readout
    both: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


def speaking_sides(index: Index, event_id: str) -> tuple[str, ...]:
    """Event → the sides that speak of it, those of its principals first, then by how much they say; no outlets."""
    counts: dict[str, int] = {}
    for table, column in (("quotes", "speaker"), ("claims", "said_by")):
        for row in index.records(table, "event_id", event_id):
            actor = index.actor.get(row[column]) if row[column] else None
            if actor is not None and actor["kind"] != "outlet":
                counts[actor["side"]] = counts.get(actor["side"], 0) + 1
    own = list(dict.fromkeys(index.actor[a]["side"] for a in index.principals[event_id] if a in index.actor))
    rest = sorted((side for side in counts if side not in own), key=lambda side: (-counts[side], side))
    return tuple(side for side in (*own, *rest) if side in counts)


def read_out(index: Index, event_id: str, left: str, right: str) -> Readouts:
    """Event, two sides → what the officials of each say of it. Raises ValueError for an event not in the corpus."""
    if event_id not in index.event:
        raise ValueError(f"no event {event_id!r} in the corpus")
    one, two = (_readout(index, event_id, side) for side in (left, right))
    return Readouts(
        one,
        two,
        tuple(t for t in one.topics if t in two.topics),
        tuple(t for t in one.topics if t not in two.topics),
        tuple(t for t in two.topics if t not in one.topics),
    )


def _readout(index: Index, event_id: str, side: str) -> Readout:
    def ours(actor_id: str | None) -> bool:
        actor = index.actor.get(actor_id) if actor_id else None
        return actor is not None and actor["side"] == side and actor["kind"] != "outlet"

    said = [_said(index, row) for row in index.records("quotes", "event_id", event_id) if ours(row["speaker"])]
    claims = [s for s in _statements(index, index.event[event_id]) if ours(s.said_by)]
    topics = dict.fromkeys(topic for one in said for topic in one.topics)
    return Readout(
        side,
        tuple(sorted(said, key=lambda s: (_published(index, s.article_id), s.start))),
        tuple(topics),
        tuple(s for s in claims if s.property == "assessment"),
        tuple(s for s in claims if s.property in ("initiator", "proposed_by")),
    )


def _said(index: Index, row: Mapping[str, Any]) -> Said:
    touched = [
        m["topic_id"]
        for m in index.records("topic_mentions", "article_id", row["article_id"])
        if row["start"] <= m["start"] < row["end"]
    ]
    return Said(
        row["article_id"], int(row["start"]), int(row["end"]), row["text"], row["form"], row["speaker"], row["via"],
        row["mood"], tuple(dict.fromkeys(touched)),
    )  # fmt: skip
