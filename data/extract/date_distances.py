"""Rules that read a time by its distance: from the article's day ("today", "two days ago") or another ("the next day").

Lives here: `distance_rules`, their patterns and what each makes of a match. Must not live here: days and periods by
their names (`date_calendar`, `date_periods`), or a distance from a date beside it, "the eve of" (`date_joins`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from data.document import DIGITS, Document
from data.extract.date_candidates import Candidate, DateRule, phrase_rule, told
from data.extract.date_words import DateIndex, plain
from data.extract.days import Away, Follow, RelativeDay, Window
from data.extract.finds import Qualifier
from data.extract.grammar import (
    GAP,
    alternation,
    first_words,
    led_by,
    number_of,
    number_pattern,
    number_values,
    telling_words,
    words_of,
)
from data.lexicon.types import DateWords

_GLUE = rf"(?:{GAP}|(?<='))"  # between a count and its unit
_JOINED = re.compile(r"[- ](?:and|or|of)\b")


def distance_rules(index: DateIndex) -> Iterator[DateRule]:
    """The vocabulary → its rules for lengths of time back and on, and for days counted without a number."""
    yield from _from_the_articles_day(index)
    yield from _windows(index)
    for row in index.words.relative:
        yield phrase_rule(row.words, told("relative_day", RelativeDay(row.days, row.future)), unless="-")
    for away in index.words.away:
        rule = "ago" if away.sign < 0 else "ahead"
        yield phrase_rule(away.words, told(rule, Away(away.weeks, away.weeks, "week", away.sign, weak=away.weak)))
    for follow in index.words.follow:
        spec = Follow(follow.unit, follow.shift, follow.shift, "context", whole=True)
        yield phrase_rule(follow.words, told("follow", spec))
    yield _later_rule(index)


# ---- counts: how many, and how exactly ----


def _count(words: DateWords) -> str:
    several = rf"(?:(?P<fewer>{number_pattern(words)})(?:{GAP}{words_of(words.number_or)}{GAP}|-))?"
    vague = rf"{words_of(words.vague)}|{alternation(words.vague)}(?<=')"
    return rf"(?:{several}(?P<n>{number_pattern(words)})|(?P<v>{vague}))"


def _qualifier(words: DateWords) -> str:
    return (
        rf"(?:(?P<about>{words_of(words.about)})|(?P<almost>{words_of(words.almost)})"
        rf"|(?P<less>{words_of(words.less_than)})|(?P<more>{words_of(words.more_than)}))"
    )


def _opens_count(words: DateWords) -> frozenset[str]:
    """The words a count may begin with, its qualifier included."""
    qualifiers = (*words.about, *words.almost, *words.less_than, *words.more_than)
    return frozenset({DIGITS}) | first_words((*number_values(words), *words.vague, *qualifiers))


def _count_of(index: DateIndex, match: re.Match[str]) -> tuple[int, int] | None:
    """The matched count → lowest and highest; None when no count is given."""
    if match["n"]:
        n = number_of(match["n"], index.words)
        low = number_of(match["fewer"], index.words) if match["fewer"] else n
        return min(low, n), n
    if match["v"]:
        return index.words.vague[plain(match["v"])]
    return None


def _qualifier_of(match: re.Match[str]) -> Qualifier:
    if match["about"]:
        return "about"
    if match["almost"] or match["less"]:
        return "less_than"
    return "more_than" if match["more"] else "exact"


# ---- back and on from the article's day ----


def _from_the_articles_day(index: DateIndex) -> Iterator[DateRule]:
    words, unit = index.words, index.unit
    count, qualifier, opens_count = _count(words), _qualifier(words), _opens_count(words)
    half = rf"(?:{GAP}{words_of(words.whole_and_half)})?"
    yield DateRule(
        opens_count | first_words((*index.units, *words.half)),
        re.compile(
            rf"(?:{qualifier}{GAP})?(?:{count}{_GLUE}(?:{led_by(words.of)})?|(?P<some>{led_by(words.half)}))?"
            rf"{unit}(?P<half>{half}){GAP}{words_of(words.ago)}"
        ),
        _ago,
        telling_words(words.ago),
    )
    ahead = (*words.ahead, *words.ahead_weak)
    yield DateRule(
        first_words(ahead),
        re.compile(
            rf"(?P<a>{alternation(ahead)}){GAP}(?:{qualifier}{GAP})?{count}{_GLUE}{unit}"
            rf"(?P<time>{alternation(words.from_now)}(?![^\W_]))?"
        ),
        _ahead,
        telling_words(index.units),
    )
    if words.from_now:
        yield DateRule(
            opens_count,
            re.compile(rf"(?:{qualifier}{GAP})?{count}{GAP}{unit}{GAP}(?P<time>{words_of(words.from_now)})(?P<a>)"),
            _ahead,
            telling_words(words.from_now),
        )


def _ago(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    unit = index.units[plain(match["u"])]
    count: tuple[float, float] | None = (0.5, 0.5) if match["some"] else _count_of(index, match)
    if count is None:
        if match["u"] in index.singular or match["half"]:
            return
        count = (2, 10)
    extra = 0.5 if match["half"] else 0
    spec = Away(count[0] + extra, count[1] + extra, unit, -1, _qualifier_of(match))
    yield Candidate(match.start(), match.end(), "ago", spec)


def _ahead(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    words, text, end = index.words, document.folded, match.end()
    count = _count_of(index, match)
    if count is None:
        return
    weak = match["a"] in words.ahead_weak and not match["time"]
    if weak and index.not_ahead.search(text, max(0, match.start() - 30), match.start()):
        return
    if index.of_after.match(text[end : end + 10]):
        return
    if words.ahead_weak and _JOINED.match(text[end : end + 5]):
        return
    if match["u"] in index.single and match["n"] and count != (1, 1):
        return
    unit = index.units[match["u"]]
    yield Candidate(match.start(), end, "ahead", Away(*count, unit, 1, _qualifier_of(match), weak))


# ---- loose stretches of days ----


def _windows(index: DateIndex) -> Iterator[DateRule]:
    words, unit, count = index.words, index.unit, _count(index.words)
    yield DateRule(
        first_words(words.within),
        re.compile(rf"(?P<within>{alternation(words.within)}){GAP}(?:{count}{_GLUE})?{unit}"),
        _within,
    )
    led = led_by(words.window)
    which = rf"(?:(?P<back>{words_of(words.recent)})|(?P<on>{words_of(words.coming)}))"
    some_which = telling_words((*words.recent, *words.coming))
    yield DateRule(
        first_words(words.window),
        re.compile(rf"{led}(?P<n0>{number_pattern(words)}{GAP})?{which}{GAP}(?:{count}{_GLUE})?{unit}"),
        _window,
        some_which,
    )
    if words.adjectives_follow:
        yield DateRule(
            first_words(words.window),
            re.compile(rf"{led}(?:{count}{GAP})?{unit}{GAP}{which}(?P<n0>)"),
            _window,
            some_which,
        )


def _within(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    count, end = _count_of(index, match), match.end()
    singular = match["u"] in index.singular
    if count is None and singular and " " not in match["within"]:
        return
    if index.of_or_after.match(document.folded[end : end + 12]):
        return
    n = count[1] if count else (1 if singular else None)
    yield Candidate(match.start(), end, "within", Window(index.units[match["u"]], n, 1))


def _window(index: DateIndex, match: re.Match[str], _: Document) -> Iterator[Candidate]:
    count = _count_of(index, match)
    n = count[1] if count else None
    if n is None and match["n0"]:
        n = number_of(match["n0"].strip(), index.words)
    if n is None and match["u"] in index.singular:
        if match["on"]:
            return
        n = 1
    spec = Window(index.units[match["u"]], n, -1 if match["back"] else 1)
    yield Candidate(match.start(), match.end(), "window", spec)


# ---- counted from another date or a happening ----


def _later_rule(index: DateIndex) -> DateRule:
    words = index.words
    later, earlier = (*words.later, *words.after), (*words.earlier, *words.before)
    pattern = re.compile(
        rf"(?:{_qualifier(words)}{GAP})?{_count(words)}{_GLUE}{index.unit}{GAP}"
        rf"(?:(?P<later>{words_of(later)})|(?P<earlier>{words_of(earlier)}))"
    )
    return DateRule(_opens_count(words), pattern, _later, telling_words((*later, *earlier)))


def _later(index: DateIndex, match: re.Match[str], document: Document) -> Iterator[Candidate]:
    count = _count_of(index, match)
    unit = index.units[match["u"]]
    if count is None or unit in ("minute", "hour"):
        return
    word = match["later"] or match["earlier"]
    sign = 1 if match["later"] else -1
    always = index.words.later if match["later"] else index.words.earlier
    hangs = index.hang_after.match(document.folded, match.end())
    told: Literal["context", "event"] = "event" if hangs or word not in always else "context"
    low, high = sorted((sign * count[0], sign * count[1]))
    rule = "days_after" if told == "event" else "follow"
    yield Candidate(match.start(), match.end(), rule, Follow(unit, low, high, told))
