"""How a topic moved: every passage that touches it, when, who said it, and what that person did with it.

Lives here: topic mentions, quotes and events → passages in order, counts by month, two topics compared. Must not live
here: which words touch a topic or are speech (the vocabulary), wording, charts.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from data.lexicon import load_lemmas, load_lexicon
from data.query import Filters, Index
from data.span import fold

Act = Literal["refused", "denied", "demanded", "accused", "announced", "judged", "raised", "mentioned"]
ACTS: tuple[Act, ...] = (
    "refused", "denied", "demanded", "accused", "announced", "judged", "raised", "mentioned",
)  # fmt: skip
# the classes of the vocabulary's verbs, the more telling first; all others raise a topic
_CLASS: tuple[tuple[str, Act], ...] = (
    ("refuse", "refused"),
    ("deny", "denied"),
    ("ask", "demanded"),
    ("accuse", "accused"),
    ("announce", "announced"),
    ("judge", "judged"),
)


@dataclass(frozen=True)
class Passage:
    """A sentence that touches a topic, and the words that do.

    `day` is the day of the contact the words belong to (`event_id`), else the day of publication; None: not known.
    `speaker` is who is credited with them, `act` what the cue says that person did; `mood` as in `quotes`.
    """

    topic_id: str
    article_id: str
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    day: dt.date | None
    event_id: str | None
    speaker: str | None
    via: str | None
    act: Act
    cue: str
    mood: str

    @property
    def at(self) -> int:
        """Where the words that touch the topic begin."""
        return self.marks[0][0]


# -- acts --------------------------------------------------------------------------------------------


@cache
def _verbs(language: str) -> Mapping[str, Act]:
    """Verb lemma, its regular participle too → act."""
    speech = load_lexicon().words[language].speech
    found: dict[str, Act] = {}
    for name, act in _CLASS:
        for verb in getattr(speech, name):
            verb = fold(verb)
            found.setdefault(verb, act)
            for ending, participle in speech.participle_of.items():
                if verb.endswith(ending):
                    found.setdefault(verb.removesuffix(ending) + participle, act)
    return found


@cache
def _phrases(language: str) -> tuple[tuple[str, Act], ...]:
    """Phrases of several words → act, those that refuse first."""
    speech = load_lexicon().words[language].speech
    acts: dict[str, Act] = dict(_CLASS)
    found: list[tuple[str, Act]] = [(fold(words), "refused") for words in speech.refuse if " " in words]
    found += [(fold(words), acts[name]) for words, name in speech.phrases.items() if name in acts and " " in words]
    return tuple(found)


@cache
def act_of(cue: str, language: str) -> Act:
    """The words that credit a quote → what the speaker does: "ha chiesto" → demanded, "denied" → denied.

    "rejected", "ruled out", "ha respinto" → refused; verbs of saying, and words that are no verb of the vocabulary →
    raised. Raises KeyError for a language without vocabulary.
    """
    speech = load_lexicon().words[language].speech
    forms = {fold(form): fold(verb) for form, verb in speech.forms.items()}
    folded = " ".join(fold(cue).split())
    for words, act in _phrases(language):
        if f" {words} " in f" {folded} ":
            return act
    lemmas, verbs = load_lemmas(language), _verbs(language)
    acts = set[Act]()
    for word in folded.replace("'", " ").split():
        word = word.strip(".,:;")
        candidates = (forms.get(word, word), fold(lemmas.get(word) or word), word)
        acts |= {verbs[lemma] for lemma in candidates if lemma in verbs}
    return next((act for _, act in _CLASS if act in acts), "raised")


# -- passages ----------------------------------------------------------------------------------------


def find_passages(index: Index, articles: Iterable[str]) -> tuple[Passage, ...]:
    """Articles → the passages that touch a topic: one for each sentence and topic, in order of day, article, place.

    Undated ones come last. Where several people are quoted in a sentence, the one whose words hold the topic counts.
    """
    found: list[Passage] = []
    for article_id in articles:
        found += _of_article(index, article_id)
    return tuple(sorted(found, key=_order))


def _order(p: Passage) -> tuple[bool, dt.date, str, int]:
    return p.day is None, p.day or dt.date.min, p.article_id, p.start


def _of_article(index: Index, article_id: str) -> list[Passage]:
    article = index.article[article_id]
    sentences = [(int(s["start"]), int(s["end"])) for s in index.records("sentences", "article_id", article_id)]
    starts = [start for start, _ in sentences]
    quotes = index.records("quotes", "article_id", article_id)
    events = {
        (row["start"], row["topic_id"]): row["event_id"]
        for row in index.records("event_topics", "article_id", article_id)
    }
    by_sentence: dict[tuple[str, int, int], list[Mapping[str, Any]]] = {}
    for m in index.records("topic_mentions", "article_id", article_id):
        at = bisect_right(starts, m["start"]) - 1
        low, high = sentences[at] if at >= 0 else (int(m["start"]), int(m["end"]))
        by_sentence.setdefault((m["topic_id"], low, max(high, int(m["end"]))), []).append(m)
    published = article["published"].date() if article["published"] is not None else None
    passages = []
    for (topic_id, low, high), mentions in by_sentence.items():
        event_id = next((e for m in mentions if (e := events.get((m["start"], topic_id)))), None)
        quote = _innermost(quotes, mentions)
        passages.append(
            Passage(
                topic_id,
                article_id,
                low,
                high,
                tuple(sorted((int(m["start"]), int(m["end"])) for m in mentions)),
                _day(index, event_id) or published,
                event_id,
                quote["speaker"] if quote else None,
                quote["via"] if quote else None,
                _act(quote, article["language"]),
                (quote["cue"] or "") if quote else "",
                quote["mood"] if quote else "asserted",
            )
        )
    return passages


def _day(index: Index, event_id: str | None) -> dt.date | None:
    event = index.event.get(event_id) if event_id else None
    return event["date_from"].date() if event is not None and event["date_from"] is not None else None


def _innermost(quotes: Sequence[Mapping[str, Any]], mentions: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The shortest quote with a speaker that holds one of the mentions."""
    holding = [
        q for q in quotes if q["speaker"] and any(q["start"] <= m["start"] and m["end"] <= q["end"] for m in mentions)
    ]  # fmt: skip
    return min(holding, key=lambda q: (q["end"] - q["start"], q["start"]), default=None)


def _act(quote: Mapping[str, Any] | None, language: str) -> Act:
    if quote is None:
        return "mentioned"
    return "denied" if quote["mood"] == "denied" else act_of(quote["cue"] or "", language)


def within(passages: Iterable[Passage], filters: Filters) -> tuple[Passage, ...]:
    """Passages of the articles of a view, its filters → those of the topics and days asked for.

    A passage without a day is left out as soon as a period is set.
    """
    first, last = filters.period or (dt.date.min, dt.date.max)
    return tuple(
        p
        for p in passages
        if (not filters.topic or p.topic_id in filters.topic)
        and (filters.period is None or (p.day is not None and first <= p.day <= last))
    )


# -- one topic, all topics, two topics ---------------------------------------------------------------


@dataclass(frozen=True)
class Story:
    """One topic in order: passages, the first of all, the first that somebody is credited with, who did what."""

    topic_id: str
    passages: tuple[Passage, ...]
    first: Passage | None
    raised: Passage | None
    who: Mapping[Act, tuple[str, ...]]

    @property
    def articles(self) -> int:
        return len({p.article_id for p in self.passages})


def tell_story(passages: Iterable[Passage], topic_id: str) -> Story:
    """Passages in order, a topic → its story. `who` names the speakers of each act in the order they first did it."""
    own = tuple(p for p in passages if p.topic_id == topic_id)
    who: dict[Act, list[str]] = {}
    for p in own:
        if p.speaker and p.act != "mentioned" and p.speaker not in who.setdefault(p.act, []):
            who[p.act].append(p.speaker)
    return Story(
        topic_id,
        own,
        own[0] if own else None,
        next((p for p in own if p.speaker and p.mood == "asserted"), None),
        {act: tuple(who[act]) for act in ACTS if who.get(act)},
    )


@dataclass(frozen=True)
class Month:
    """A topic in a month (its first day; None: no day known): how many passages and articles."""

    topic_id: str
    month: dt.date | None
    passages: int
    articles: int


def by_month(passages: Iterable[Passage]) -> tuple[Month, ...]:
    """Passages → a row for each topic and month with any, by topic and month, those without a day last."""
    groups: dict[tuple[str, dt.date | None], list[Passage]] = {}
    for p in passages:
        groups.setdefault((p.topic_id, p.day.replace(day=1) if p.day else None), []).append(p)
    rows = [Month(topic, month, len(own), len({p.article_id for p in own})) for (topic, month), own in groups.items()]
    return tuple(sorted(rows, key=lambda m: (m.topic_id, m.month is None, m.month or dt.date.min)))


@dataclass(frozen=True)
class Versus:
    """Two topics: sentences and events that touch both, and who speaks of both or only of one."""

    together: tuple[Passage, ...]
    events: tuple[str, ...]
    both: tuple[str, ...]
    only_left: tuple[str, ...]
    only_right: tuple[str, ...]


def compare_topics(left: Story, right: Story) -> Versus:
    """Two stories → what they share; `together` holds the sentences that touch both, with both marked."""
    others = {(p.article_id, p.start): p.marks for p in right.passages}
    events = _distinct(p.event_id for p in left.passages), _distinct(p.event_id for p in right.passages)
    speakers = _distinct(p.speaker for p in left.passages), _distinct(p.speaker for p in right.passages)
    return Versus(
        tuple(
            replace(p, marks=tuple(sorted({*p.marks, *others[p.article_id, p.start]})))
            for p in left.passages
            if (p.article_id, p.start) in others
        ),
        _common(*events),
        _common(*speakers),
        tuple(s for s in speakers[0] if s not in speakers[1]),
        tuple(s for s in speakers[1] if s not in speakers[0]),
    )


def _distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


def _common(left: Sequence[str], right: Collection[str]) -> tuple[str, ...]:
    return tuple(value for value in left if value in right)
