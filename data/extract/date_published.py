"""An article's own day, as its first lines give it.

Lives here: `find_published`, which picks it among the dates of the article. Must not live here: how dates are read
(`data.extract.dates`), or the article's day from anything else, or from other articles (`data.article_days`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from data.document import Document
from data.extract.date_find import DateFind
from data.extract.days import CalendarDay
from data.extract.grammar import alternation, led_by, words_of
from data.lexicon.types import DateWords, Lexicon

_HEAD = 400  # characters in which an article tells its own day
_PLACE_WORD = r"[^\W\d_a-zà-ÿ][\w.'’-]*"
_PLACE = re.compile(
    r"\s*(?:\([^()\n]{2,20}\)\s*[-–—]?\s*)?"
    rf"(?P<place>{_PLACE_WORD}(?:[ ,/]+(?:{_PLACE_WORD}|d[aei]l?|of|the)){{0,5}})"
    r"(?P<mark>\s*,|\s*\([^()\n]{2,20}\)\s*[-–—,]?|\s*[-–—]|)\s*"
)
_AFTER_DATELINE = re.compile(r"\s*(?:\(|/|[-–—:]|\.\s*(?:\(|/|[-–—]))")
_CLOCK = r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}\b)?\s*[,|-]?\s*)?"


@cache
def _head_patterns(words: DateWords) -> dict[str, re.Pattern[str]]:
    small = f"(?:{words_of(words.date_line)})"

    def labelled(phrases: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(
            rf"(?:^|\n|[|•·(.-] ?)\s*{alternation(phrases)}\s*[:|-]?\s*(?:{small}[ :,]*)*{_CLOCK}(?:{small}[ :,]*)*$"
        )

    return {
        "published": labelled(words.published),
        "updated": labelled(words.updated),
        "line": re.compile(rf"[\W\d_]*(?:{small}[\W\d_]*)*"),
        "byline": re.compile(rf"\s*(?:{led_by(words.byline)}|[^\n]*[|•·])"),
    }


def find_published(document: Document, lexicon: Lexicon, dates: Iterable[DateFind]) -> tuple[DateFind, str] | None:
    """An article and all its dates in text order → its own day, with the rule's name; the year may be missing.

    Header ("date 2025-10-20", "Pubblicato il 16 ottobre 2025"), dateline ("ROMA, 16 OTT -", "MOSCOW, May 21. /TASS/."),
    a line that is only a date, a byline with a date, and last "Updated ...". Never a date of the first sentence.
    """
    words = lexicon.words[document.language].dates
    head = replace(document, text=document.text[: _HEAD + 60], folded=document.folded[: _HEAD + 60])
    patterns = _head_patterns(words)
    best: tuple[int, DateFind, str] | None = None
    for find in dates:
        if find.start >= _HEAD:
            break
        if not isinstance(find.spec, CalendarDay) or find.spec.month is None:
            continue
        rule = _head_rule(head, find, patterns, words)
        if rule is not None:
            rank = _HEAD_RULES.index(rule)
            if best is None or rank < best[0]:
                best = (rank, find, rule)
    return (best[1], best[2]) if best else None


_HEAD_RULES = ("published", "dateline", "date_line", "byline", "updated")


def _head_rule(head: Document, find: DateFind, patterns: dict[str, re.Pattern[str]], words: DateWords) -> str | None:
    """A date of the first lines → the rule by which it is the article's own, if any."""
    line_start = head.text.rfind("\n", 0, find.start) + 1
    line_end = head.text.find("\n", find.end)
    line_end = len(head.text) if line_end < 0 else line_end
    before = head.folded[max(0, find.start - 70) : find.start]
    if patterns["published"].search(before):
        return "published"
    if patterns["updated"].search(before):
        return "updated"
    place = _PLACE.fullmatch(head.text, line_start, find.start)
    if place and _AFTER_DATELINE.match(head.text, find.end):
        first = re.split(r"[ ,/]", place["place"])[0]
        small = first.casefold() in {
            *words.articles,
            *words.before_month,
            *words.before_year,
            *words.window,
            *words.since,
        }
        if not small and len(first) > 2 and (place["mark"] or place["place"].isupper()):
            return "dateline"
    if not find.complete:
        return None
    line = patterns["line"]
    rest = line.fullmatch(head.folded, find.end, line_end)
    if rest and line.fullmatch(head.folded, line_start, find.start):
        return "date_line"
    if rest and line_end - line_start < 90 and patterns["byline"].match(head.folded, line_start, find.start):
        return "byline"
    return None
