"""From sentence to verdict: articles written anew with other dates, zones, counts and figures, right and wrong ones.

Each variation is a folder of its own, read like any other. What is worked out must be right, and nothing else may be
said to conflict.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from data import Corpus, load_corpus

Folder = Callable[[Mapping[str, str]], Path]
IT_MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
    "novembre", "dicembre",
)  # fmt: skip
IT_DAYS = ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica")
IT_ORDINALS = ("", "prima", "seconda", "terza", "quarta", "quinta", "sesta", "settima", "ottava")
EN_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
ZONES = {
    "it": {"America/New_York": "ora di New York", "Europe/Moscow": "ora di Mosca", "Europe/Rome": "ora italiana",
           "Europe/Kyiv": "ora di Kiev"},
    "en": {"America/New_York": "Washington time", "Europe/Moscow": "Moscow time", "Europe/London": "London time",
           "Europe/Kyiv": "Kyiv time"},
}  # fmt: skip


def it(day: dt.date) -> str:
    return f"{day.day} {IT_MONTHS[day.month - 1]} {day.year}"


def en(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"


def read(corpus_dir: Folder, texts: Mapping[str, str]) -> Corpus:
    return load_corpus(corpus_dir(texts))


def verdicts(corpus: Corpus, kind: str) -> list[str]:
    return list(corpus.checks.loc[corpus.checks["kind"] == kind, "verdict"])


def conflicts(corpus: Corpus) -> Iterable[str]:
    return list(corpus.checks.loc[corpus.checks["verdict"] == "conflicts", "kind"])


def some_day(rng: random.Random) -> dt.date:
    return dt.date(2025, 2, 1) + dt.timedelta(days=rng.randrange(330))


RIGHT_OR_WRONG = [(seed, right) for seed in range(10) for right in (True, False)]
variations = pytest.mark.parametrize(("seed", "right"), RIGHT_OR_WRONG)


@variations
def test_time_zones(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    day, language = some_day(rng), ("it", "en")[seed % 2]
    zone, other = rng.sample(list(ZONES[language]), 2)
    start = dt.datetime.combine(day, dt.time(rng.randrange(11, 17), rng.choice((0, 30))), ZoneInfo(zone))
    there = start.astimezone(ZoneInfo(other)) + dt.timedelta(hours=0 if right else rng.choice((-1, 1)))
    name, other_name = ZONES[language][zone], ZONES[language][other]
    text = (
        f"Il {it(day)} Donald Trump e Vladimir Putin si sono sentiti al telefono. La telefonata è cominciata alle "
        f"{start:%H:%M} {name}, le {there:%H:%M} {other_name}."
        if language == "it"
        else f"Donald Trump and Vladimir Putin spoke by phone on {en(day)}. The call began at {start:%H:%M} {name}, "
        f"{there:%H:%M} {other_name}."
    )
    corpus = read(corpus_dir, {"a.txt": text})
    assert verdicts(corpus, "time_zone") == ["agrees" if right else "conflicts"]
    assert conflicts(corpus) == ([] if right else ["time_zone"])


@variations
def test_durations(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    day = some_day(rng)
    minutes = rng.choice((30, 45, 50, 75, 80, 95))
    other = minutes if right else minutes + rng.choice((-20, 25))
    corpus = read(corpus_dir, {
        "a.txt": f"Il {it(day)} Putin ha telefonato a Trump. Il colloquio è durato {minutes} minuti.",
        "b.txt": f"Trump and Putin spoke by phone on {en(day)}. The call lasted {other} minutes, the White House said.",
    })  # fmt: skip
    assert verdicts(corpus, "conflict") == ["agrees" if right else "conflicts"]
    assert conflicts(corpus) == ([] if right else ["conflict"])


def calls(rng: random.Random, number: int) -> list[dt.date]:
    """So many days of 2025 in order, at least five days apart."""
    days = sorted(rng.sample(range(10, 60), number))
    return [dt.date(2025, 1, 1) + dt.timedelta(days=6 * n - 10) for n in days]


def past_calls(days: Iterable[dt.date], language: str) -> str:
    told = {
        "it": lambda d: f"Il {it(d)} Trump e Putin hanno parlato al telefono.",
        "en": lambda d: f"Trump and Putin spoke by phone on {en(d)}.",
    }[language]
    return "\n\n".join(told(day) for day in days)


@variations
def test_ordinals(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    number, language = rng.randrange(2, 8), ("it", "en")[seed % 2]
    *before, day = calls(rng, number)
    said = number if right else number - 1  # more are known than said
    text = (
        f"Il {it(day)} Trump e Putin hanno avuto la loro {IT_ORDINALS[said]} telefonata dall'inizio del 2025."
        if language == "it"
        else f"On {en(day)} Trump and Putin held their {EN_ORDINALS[said]} phone call since the start of 2025."
    )
    corpus = read(corpus_dir, {"a.txt": f"{past_calls(before, language)}\n\n{text}"})
    assert verdicts(corpus, "ordinal") == ["agrees" if right else "conflicts"]
    assert conflicts(corpus) == ([] if right else ["ordinal"])


@variations
def test_more_said_than_known_cannot_be_told(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    number, language = rng.randrange(2, 7), ("it", "en")[right]
    *before, day = calls(rng, number)
    text = (
        f"Il {it(day)} Trump e Putin hanno avuto la loro {IT_ORDINALS[number + 1]} telefonata dall'inizio del 2025."
        if language == "it"
        else f"On {en(day)} Trump and Putin held their {EN_ORDINALS[number + 1]} phone call since the start of 2025."
    )
    corpus = read(corpus_dir, {"a.txt": f"{past_calls(before, language)}\n\n{text}"})
    assert verdicts(corpus, "ordinal") == ["cannot_tell"]
    assert conflicts(corpus) == []


@variations
def test_counts_within(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    language, number = ("it", "en")[seed % 2], rng.randrange(3, 6)
    day = dt.date(2025, 6, 1) + dt.timedelta(days=rng.randrange(120))
    near = sorted(rng.sample(range(3, 27), number - 1))
    before = [day - dt.timedelta(days=n) for n in (*near, 80)]
    said = number if right else number - 1
    text = (
        f"Il {it(day)} Trump e Putin hanno parlato al telefono, la {IT_ORDINALS[said]} volta in meno di due mesi."
        if language == "it"
        else f"On {en(day)} Trump and Putin spoke by phone for the {EN_ORDINALS[said]} time in less than two months."
    )
    corpus = read(corpus_dir, {"a.txt": f"{past_calls(sorted(before), language)}\n\n{text}"})
    assert verdicts(corpus, "count_within") == ["agrees" if right else "conflicts"]
    assert conflicts(corpus) == ([] if right else ["count_within"])


@variations
def test_gaps(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    language, weeks = ("it", "en")[seed % 2], rng.randrange(3, 9)
    day = some_day(rng)
    days = 7 * weeks if right else 7 * weeks - rng.randrange(8, 15)
    before = day - dt.timedelta(days=days)
    words = ("", "", "due", "tre", "quattro", "cinque", "sei", "sette", "otto")[weeks]
    text = (
        f"Il {it(day)} Trump e Putin hanno avuto la prima telefonata in {words} settimane."
        if language == "it"
        else f"On {en(day)} Trump and Putin held their first phone call in {weeks} weeks."
    )
    corpus = read(corpus_dir, {"a.txt": f"{past_calls([before], language)}\n\n{text}"})
    assert verdicts(corpus, "gap") == ["agrees" if right else "conflicts"]
    assert conflicts(corpus) == ([] if right else ["gap"])


@variations
def test_weekdays(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    day = some_day(rng)
    shown = day + dt.timedelta(days=0 if right else rng.randrange(1, 7))
    text = (
        f"{IT_DAYS[shown.weekday()].capitalize()} {it(day)} Trump e Putin si sono parlati al telefono."
        if seed % 2
        else f"Trump and Putin spoke by phone on {shown:%A}, {en(day)}."
    )
    corpus = read(corpus_dir, {"a.txt": text})
    assert verdicts(corpus, "weekday") == ([] if right else ["conflicts"])
    assert conflicts(corpus) == ([] if right else ["weekday"])


@variations
def test_order(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    day = some_day(rng)
    published = day + dt.timedelta(days=rng.randrange(0, 9) if right else -rng.randrange(2, 9))
    text = (
        f"Il {it(day)} Trump ha incontrato Putin a Budapest."
        if seed % 2
        else f"Trump met Putin in Budapest on {en(day)}."
    )
    corpus = read(corpus_dir, {f"{published}_x_y.txt": text})
    assert verdicts(corpus, "order") == ([] if right else ["conflicts"])
    assert conflicts(corpus) == ([] if right else ["order"])


@variations
def test_start_times_of_two_articles(seed: int, right: bool, corpus_dir: Folder) -> None:
    """What took place may contradict what took place, but not what was planned before."""
    rng = random.Random(seed)
    day, language = some_day(rng), ("it", "en")[seed % 2]
    hour = rng.randrange(9, 17)
    before, after = {
        "it": (
            f"La telefonata tra Trump e Putin comincerà alle {hour}:00 ora di Mosca il {it(day)}.",
            f"La telefonata tra Trump e Putin del {it(day)} è cominciata alle {hour}:{{}} ora di Mosca.",
        ),
        "en": (
            f"The phone call between Trump and Putin is scheduled for {hour}:00 Moscow time on {en(day)}.",
            f"The phone call between Trump and Putin on {en(day)} began at {hour}:{{}} Moscow time.",
        ),
    }[language]
    eve, next_day = day - dt.timedelta(days=1), day + dt.timedelta(days=1)
    texts = {f"{next_day}_x_b.txt": after.format("40")}
    texts |= {f"{eve}_x_a.txt": before} if right else {f"{next_day}_x_a.txt": after.format("00")}
    assert conflicts(read(corpus_dir, texts)) == ([] if right else ["conflict"])


@variations
def test_lengths_as_labels(seed: int, right: bool, corpus_dir: Folder) -> None:
    rng = random.Random(seed)
    day, language, hours = some_day(rng), ("it", "en")[seed % 2], rng.randrange(2, 6)
    minutes = 60 * hours + rng.randrange(-25, 26) if right else 60 * hours + rng.choice((-60, 45, 60))
    words = ("", "", "two", "three", "four", "five")[hours], ("", "", "due", "tre", "quattro", "cinque")[hours]
    label = (
        f"Il {it(day)} Trump e Putin hanno avuto una telefonata di {words[1]} ore."
        if language == "it"
        else f"Trump and Putin held a {words[0]}-hour phone call on {en(day)}."
    )
    corpus = read(corpus_dir, {
        "a.txt": label,
        "b.txt": f"Trump and Putin spoke by phone on {en(day)}. The call lasted {minutes} minutes, the Kremlin said.",
    })  # fmt: skip
    assert verdicts(corpus, "conflict") == ["compatible" if right else "conflicts"]
