"""Measures what is read out of a folder of articles against facts found by hand.

    python -m tools.score --gold tests/gold_seeds.yaml --folder seeds --misses

Lives here: matching finds with facts, and counting. Must not live here: any judgement; the least figures stand in
tests/test_score.py.

One line a task: precision, recall and F1 where the facts name everything there is to find, recall alone where they name
only what must be found. Places match when they overlap; an event matches when kind, principals and days do.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from data import Corpus, load_corpus

Row = Mapping[str, Any]
Gold = Mapping[str, Any]

SLACK = pd.Timedelta(days=3)  # an event that lasts for days, or whose day is uncertain, may be off by so much
EDGE = 2  # characters by which a quote's ends may be off


@dataclass(frozen=True)
class Score:
    """One task: how many facts were found of how many wanted, and, where that can be told, of how many finds."""

    task: str
    hit: int
    wanted: int
    found: int | None = None
    misses: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        return self.hit / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Share of the finds that are right; 1 where the facts do not say. Nothing found is nothing right."""
        if self.found is None:
            return 1.0
        return self.hit / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def line(self) -> str:
        """The task's line of the printed table."""
        recall = f"R {self.recall:.3f} ({self.hit}/{self.wanted})"
        if self.found is None:
            return f"{self.task:16}{recall}"
        return f"{self.task:16}P {self.precision:.3f} ({self.hit}/{self.found})  {recall}  F1 {self.f1:.3f}"


@dataclass(frozen=True)
class Place:
    """Words of an article by offset."""

    article_id: str
    start: int
    end: int

    def overlaps(self, row: Row) -> bool:
        return bool(row["article_id"] == self.article_id and row["start"] < self.end and row["end"] > self.start)


def required(rows: Iterable[Row]) -> list[Row]:
    """The facts that must be found."""
    return [row for row in rows if row.get("required", True)]


def _rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]


class Finds:
    """A corpus as rows, with what several tasks ask of it."""

    def __init__(self, corpus: Corpus) -> None:
        self.tables = {name: _rows(frame) for name, frame in corpus.tables().items()}
        self.articles = {row["article_id"]: row for row in self.tables["articles"]}
        self.events = {row["event_id"]: row for row in self.tables["events"]}
        self.principals: dict[str, set[str]] = defaultdict(set)
        for row in self.tables["participants"]:
            if row["role"] == "principal":
                self.principals[row["event_id"]].add(row["actor_id"])
        self.told_in: dict[str, set[str]] = defaultdict(set)
        for row in self.tables["reports"]:
            self.told_in[row["event_id"]].add(row["article_id"])

    def place(self, fact: Row, key: str = "evidence") -> Place:
        """Where a fact's words stand. Raises ValueError when its article or its words are not there."""
        if fact["doc"] not in self.articles:
            raise ValueError(f"the facts name an article that is not in the folder: {fact['doc']!r}")
        start = self.articles[fact["doc"]]["text"].find(fact[key])
        if start < 0:
            raise ValueError(f"these words are not in {fact['doc']}: {fact[key]!r}")
        return Place(fact["doc"], start, start + len(fact[key]))

    def at(self, table: str, place: Place) -> list[dict[str, Any]]:
        """The rows of a table that overlap a place."""
        return [row for row in self.tables[table] if place.overlaps(row)]


# -- events --------------------------------------------------------------------------------------


def _same_event(fact: Row, event: Row, finds: Finds) -> bool:
    event_id = event["event_id"]
    if event["kind"] != fact["kind"] or not set(fact["participants"]) <= finds.principals[event_id]:
        return False
    if fact.get("start") is None:  # no article gives its day: the place, or a passage that tells it, must agree
        if fact.get("place"):
            return bool(event["place"] == fact["place"])
        return any(
            event_id == row["event_id"] for told in fact["reports"] for row in finds.at("reports", finds.place(told))
        )
    if pd.isna(event["date_from"]) or pd.isna(event["date_to"]):
        return False
    low, high = pd.Timestamp(fact["start"]), pd.Timestamp(fact["end"])
    slack = SLACK if low != high else pd.Timedelta(0)
    return bool(low - slack <= event["date_from"].normalize() and event["date_to"].normalize() <= high + slack)


def match_events(gold: Gold, finds: Finds) -> dict[str, str]:
    """Facts → id of the fact → event_id, one to one: required facts first, and of these the ones with a day."""
    matched: dict[str, str] = {}
    for fact in sorted(gold["events"], key=lambda e: (not e.get("required", True), e.get("start") is None)):
        for event_id, event in finds.events.items():
            if event_id not in matched.values() and _same_event(fact, event, finds):
                matched[fact["id"]] = event_id
                break
    return matched


def score_events(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Calls and meetings; an event of two principals that no fact names counts against precision."""
    wanted = [fact["id"] for fact in required(gold["events"])]
    missing = [one for one in wanted if one not in matched]
    extra = [
        event_id
        for event_id, event in finds.events.items()
        if event_id not in matched.values()
        and event["kind"] in ("call", "meeting")
        and finds.told_in[event_id] & set(gold["articles"])
        and len(finds.principals[event_id]) >= 2
    ]
    hit = len(wanted) - len(missing)
    misses = [*(f"missing: {one}" for one in missing), *(f"not among the facts: {one}" for one in extra)]
    return Score("events", hit, len(wanted), hit + len(extra), tuple(misses))


def score_status(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    facts = required(gold["events"])
    got = {f["id"]: finds.events[matched[f["id"]]]["status"] for f in facts if f["id"] in matched}
    wrong = [f"{f['id']}: want {f['status']}, got {got.get(f['id'])}" for f in facts if got.get(f["id"]) != f["status"]]
    return Score("event status", len(facts) - len(wrong), len(facts), misses=tuple(wrong))


def score_reports(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Passages that tell of an event, each tied to the right one."""
    told = [(fact["id"], report) for fact in required(gold["events"]) for report in fact["reports"]]
    misses = [
        f"{one} ← {report['doc'][:24]} {report['evidence']!r}"
        for one, report in told
        if matched.get(one) is None
        or all(row["event_id"] != matched[one] for row in finds.at("reports", finds.place(report)))
    ]
    return Score("reports", len(told) - len(misses), len(told), misses=tuple(misses))


# -- everything else -----------------------------------------------------------------------------


def score_dates(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """The articles' own days."""
    del matched
    misses = []
    for article_id, fact in gold["articles"].items():
        if article_id not in finds.articles:
            raise ValueError(f"the facts name an article that is not in the folder: {article_id!r}")
        got = finds.articles[article_id]["published"]
        low = pd.Timestamp(fact["published"])
        high = pd.Timestamp(fact.get("published_latest", fact["published"]))
        if pd.isna(got) or not low <= got.normalize() <= high:
            misses.append(f"{article_id}: want {low.date()}, got {got}")
    wanted = len(gold["articles"])
    return Score("article dates", wanted - len(misses), wanted, misses=tuple(misses))


def _is_claim(fact: Row, claim: Row) -> bool:
    number = fact.get("minutes", fact.get("number"))
    return (
        claim["property"] == fact["property"]
        and (number is None or claim["number"] == number)
        and ("time" not in fact or fact["time"] in str(claim["value"]))
        and ("qualifier" not in fact or claim["qualifier"] == fact["qualifier"])
        and (not fact.get("said_by") or claim["said_by"] == fact["said_by"])
    )


def _recall(task: str, facts: list[Row], is_found: Callable[[Row], bool], describe: Callable[[Row], str]) -> Score:
    misses = tuple(describe(fact) for fact in facts if not is_found(fact))
    return Score(task, len(facts) - len(misses), len(facts), misses=misses)


def score_claims(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    def is_found(fact: Row) -> bool:
        event_id = matched.get(fact["event"])
        claims = finds.at("claims", finds.place(fact))
        return any(row["event_id"] == event_id and _is_claim(fact, row) for row in claims)

    facts = required(gold.get("claims", ()))
    return _recall("claims", facts, is_found, lambda f: f"{f['event']} {f['property']} {f['evidence']!r}")


def score_checks(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    have = {(row["event_id"], row["kind"], row["verdict"]) for row in finds.tables["checks"]}
    facts = required(gold.get("checks", ()))
    return _recall(
        "checks",
        facts,
        lambda f: f["event"] in matched and (matched[f["event"]], f["kind"], f["verdict"]) in have,
        lambda f: f"{f['event']} {f['kind']} {f['verdict']}",
    )


def _found_quote(fact: Row, direct: list[dict[str, Any]], finds: Finds) -> Row | None:
    place = finds.place(fact, "text")
    near = (
        row
        for row in direct
        if place.overlaps(row) and abs(row["start"] - place.start) <= EDGE and abs(row["end"] - place.end) <= EDGE
    )
    return next(near, None)


def score_quotes(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Direct quotes; words between quote marks that no fact names count against precision."""
    del matched
    direct = [q for q in finds.tables["quotes"] if q["form"] == "direct" and q["article_id"] in gold["articles"]]
    places = [finds.place(fact, "text") for fact in gold["quotes"]]
    extra = [row for row in direct if not any(place.overlaps(row) for place in places)]
    facts = required(gold["quotes"])
    missing = [fact for fact in facts if _found_quote(fact, direct, finds) is None]
    hit = len(facts) - len(missing)
    misses = [f"missing: {f['doc'][:24]} {f['text'][:60]!r}" for f in missing]
    misses += [f"not among the facts: {row['article_id'][:24]} {row['text'][:60]!r}" for row in extra]
    return Score("direct quotes", hit, len(facts), hit + len(extra), tuple(misses))


def score_speakers(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Who is credited with each direct quote; nobody where nobody is."""
    del matched
    direct = [row for row in finds.tables["quotes"] if row["form"] == "direct"]

    def is_found(fact: Row) -> bool:
        row = _found_quote(fact, direct, finds)
        if row is None:
            return False
        speaker: str | None = None if pd.isna(row["speaker"]) else row["speaker"]
        return bool(speaker == fact["speaker"]) or (fact["speaker"] is None and "note" in fact)

    def describe(fact: Row) -> str:
        row = _found_quote(fact, direct, finds)
        got = row["speaker"] if row else "no quote"
        return f"{fact['doc'][:24]} {fact['text'][:40]!r}: want {fact['speaker']}, got {got}"

    return _recall("quote speakers", required(gold["quotes"]), is_found, describe)


def score_attributions(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Sentences that must carry a speaker, as the one who says it or through whom it is known."""
    del matched

    def credited(fact: Row) -> set[Any]:
        return {who for row in finds.at("quotes", finds.place(fact)) for who in (row["speaker"], row["via"])}

    def describe(fact: Row) -> str:
        return f"{fact['speaker']} ← {fact['evidence']!r}: got {sorted(map(str, credited(fact)))}"

    facts = required(gold.get("attributions", ()))
    return _recall("attributions", facts, lambda f: f["speaker"] in credited(f), describe)


def score_topics(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    del matched
    return _recall(
        "topics",
        required(gold.get("topics", ())),
        lambda f: any(row["topic_id"] == f["topic"] for row in finds.at("topic_mentions", finds.place(f))),
        lambda f: f"{f['topic']} ← {f['evidence']!r}",
    )


def score_relations(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Ties between actors, in either direction."""
    del matched
    have = {(frozenset((row["source"], row["target"])), row["kind"]) for row in finds.tables["relations"]}
    return _recall(
        "relations",
        required(gold.get("relations", ())),
        lambda f: (frozenset((f["a"], f["b"])), f["kind"]) in have,
        lambda f: f"{f['a']} {f['kind']} {f['b']}",
    )


def score_offsets(gold: Gold, finds: Finds, matched: Mapping[str, str]) -> Score:
    """Every place lies inside its article, and the words given with it are the article's."""
    del gold, matched
    misses, total = [], 0
    for name in ("reports", "claims", "quotes", "mentions", "topic_mentions", "relations", "date_mentions"):
        for row in finds.tables[name]:
            total += 1
            text, start, end = finds.articles[row["article_id"]]["text"], row["start"], row["end"]
            if not 0 <= start < end <= len(text) or ("text" in row and text[start:end] != row["text"]):
                misses.append(f"{name} {row['article_id']} {start}:{end}")
    return Score("offsets", total - len(misses), total, misses=tuple(misses))


_TASKS: tuple[tuple[str, Callable[[Gold, Finds, Mapping[str, str]], Score]], ...] = (
    ("articles", score_dates),
    ("events", score_events),
    ("events", score_status),
    ("events", score_reports),
    ("quotes", score_quotes),
    ("quotes", score_speakers),
    ("attributions", score_attributions),
    ("claims", score_claims),
    ("checks", score_checks),
    ("topics", score_topics),
    ("relations", score_relations),
    ("articles", score_offsets),
)


def score(corpus: Corpus, gold: Gold) -> list[Score]:
    """A corpus and the facts about its articles → one score a task that the facts speak of.

    Raises ValueError when a fact names an article or words that are not there.
    """
    finds = Finds(corpus)
    matched = match_events(gold, finds)
    return [measure(gold, finds, matched) for part, measure in _TASKS if gold.get(part)]


def read_gold(path: Path) -> Gold:
    """A file of facts in the form of tests/gold_seeds.yaml → the facts."""
    gold: Gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    return gold


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, default=Path("tests/gold_seeds.yaml"), help="the facts")
    parser.add_argument("--folder", type=Path, default=Path("seeds"), help="the articles they are about")
    parser.add_argument("--misses", action="store_true", help="list what was missed or is wrong")
    args = parser.parse_args()
    scores = score(load_corpus(args.folder), read_gold(args.gold))
    print(*(one.line() for one in scores), sep="\n")
    if args.misses:
        print(*(f"  {one.task}: {miss}" for one in scores for miss in one.misses), sep="\n")


if __name__ == "__main__":
    main()
