"""What is read out of the seeds, measured against facts found by hand; and that the measure itself measures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data import Corpus
from tools import score

GOLD = Path(__file__).resolve().parent / "gold_seeds.yaml"

RECALLED = (  # in full
    "article dates", "event status", "reports", "quote speakers", "attributions", "claims", "checks", "topics", "relations",
    "offsets",
)  # fmt: skip


@pytest.fixture(scope="module")
def scores(seeds: Corpus) -> dict[str, score.Score]:
    return {one.task: one for one in score.score(seeds, score.read_gold(GOLD))}


@pytest.mark.parametrize("task", RECALLED)
def test_recall_on_the_seeds(scores: dict[str, score.Score], task: str) -> None:
    assert scores[task].recall == 1.0, scores[task].misses


@pytest.mark.parametrize("task", ["events", "direct quotes"])
def test_nothing_else_is_found_in_the_seeds(scores: dict[str, score.Score], task: str) -> None:
    assert scores[task].f1 == 1.0, scores[task].misses


@pytest.mark.parametrize(
    ("hit", "wanted", "found", "line"),
    [
        (3, 4, None, "task            R 0.750 (3/4)"),
        (3, 4, 6, "task            P 0.500 (3/6)  R 0.750 (3/4)  F1 0.600"),
        (0, 4, 0, "task            P 0.000 (0/0)  R 0.000 (0/4)  F1 0.000"),
        (0, 0, None, "task            R 1.000 (0/0)"),
    ],
)
def test_lines(hit: int, wanted: int, found: int | None, line: str) -> None:
    assert score.Score("task", hit, wanted, found).line() == line


def measured(corpus: Corpus) -> dict[str, score.Score]:
    return {one.task: one for one in score.score(corpus, score.read_gold(GOLD))}


def test_what_is_taken_away_is_missed(seeds: Corpus, scores: dict[str, score.Score]) -> None:
    first = seeds.quotes.index[seeds.quotes["form"] == "direct"][0]
    quotes = seeds.quotes.drop(index=first).reset_index(drop=True)
    assert measured(replace(seeds, quotes=quotes))["direct quotes"].f1 < scores["direct quotes"].f1
    relations = seeds.relations[seeds.relations["kind"] != "met"].reset_index(drop=True)
    assert measured(replace(seeds, relations=relations))["relations"].hit <= scores["relations"].hit - 2


def test_a_moved_place_is_noticed(seeds: Corpus) -> None:
    mentions = seeds.mentions.assign(start=seeds.mentions["start"] + 1, end=seeds.mentions["end"] + 1)
    assert measured(replace(seeds, mentions=mentions))["offsets"].recall < 1.0


def test_an_event_too_many_is_noticed(seeds: Corpus, scores: dict[str, score.Score]) -> None:
    fewer = dict(score.read_gold(GOLD))
    fewer["events"] = [event for event in fewer["events"] if event["id"] != "call-2025-12-29"]
    fewer["claims"], fewer["checks"] = [], []
    got = next(one for one in score.score(seeds, fewer) if one.task == "events")
    assert got.precision < scores["events"].precision


def test_words_that_are_not_in_the_article_are_a_mistake_in_the_facts(seeds: Corpus) -> None:
    gold = {
        "articles": {},
        "events": [],
        "quotes": [{"doc": seeds.articles["article_id"].iloc[0], "text": "never said"}],
    }
    with pytest.raises(ValueError, match="never said"):
        score.score(seeds, gold)
