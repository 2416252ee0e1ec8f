"""Synthetic corpora at the level of the tables, with invented article text; the same for the same seed.

Lives here: `sample_corpus` and its sentences. Must not live here: reading (the extractors are not asked).
The words hold what must never be interpreted: `<script>`, `![](…)`, `$…$`, `:red[x]`.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data import Corpus, schema

PEOPLE = (
    ("donald-trump", "Donald Trump", "Trump", "us", "President of the United States", "presidente degli Stati Uniti"),
    ("vladimir-putin", "Vladimir Putin", "Putin", "ru", "President of Russia", "presidente della Russia"),
    ("volodymyr-zelensky", "Volodymyr Zelensky", "Zelensky", "ua", "President of Ukraine", "presidente dell’Ucraina"),
    ("viktor-orban", "Viktor Orbán", "Orbán", "hu", "Prime minister of Hungary", "primo ministro dell’Ungheria"),
    ("marco-rubio", "Marco Rubio", "Rubio", "us", "Secretary of State", "segretario di Stato"),
    ("sergey-lavrov", "Sergey Lavrov", "Lavrov", "ru", "Foreign minister of Russia", "ministro degli Esteri russo"),
    ("yuri-ushakov", "Yuri Ushakov", "Ushakov", "ru", "Kremlin aide", "consigliere del Cremlino"),
    ("dmitry-peskov", "Dmitry Peskov", "Peskov", "ru", "Kremlin spokesman", "portavoce del Cremlino"),
    ("karoline-leavitt", "Karoline Leavitt", "Leavitt", "us", "Press secretary", "portavoce della Casa Bianca"),
    ("ada-finta", "Ada *Finta* <b>", "Finta", "other", None, None),
)  # fmt: skip
OUTLETS = (("tass", "TASS"), ("axios", "Axios"), ("reuters", "Reuters"), ("ansa", "ANSA"))
TOPICS = (
    ("tomahawk", "Tomahawk", "Tomahawk"),
    ("territories", "Territories", "Territori"),
    ("ceasefire", "Ceasefire", "Cessate il fuoco"),
    ("energy", "Energy", "Energia"),
    ("economy", "Economy", "Economia"),
    ("summit-plans", "Summit plans", "Piani di vertice"),
    ("prisoners", "Prisoners", "Prigionieri"),
)
PLACES = (
    ("budapest", "Budapest", "Budapest", "Europe/Budapest"),
    ("anchorage", "Anchorage", "Anchorage", "America/Anchorage"),
    ("white-house", "White House", "Casa Bianca", "America/New_York"),
    ("istanbul", "Istanbul", "Istanbul", "Europe/Istanbul"),
)
HOSTILE = "<script>alert(1)</script> ![x](https://example.invalid/a.png) $x^2$ :red[rosso]"
_WORDS = {
    "it": {
        "call": "hanno avuto {mark} {date}, durata {dur}, sul tema {topic}.",
        "meeting": "hanno tenuto {mark} {date}, durato {dur}, sul tema {topic}.",
        "mark": {"call": "una telefonata", "meeting": "un incontro"},
        "date": "il {d}",
        "dur": ("circa due ore", "quasi tre ore", "40 minuti"),
        "said": "“È stato un colloquio utile e franco”, ha detto {who}.",
        "filler": "Le diplomazie restano al lavoro su più tavoli.",
    },
    "en": {
        "call": "held {mark} {date} that lasted {dur} and touched on {topic}.",
        "meeting": "had {mark} {date} that lasted {dur} and touched on {topic}.",
        "mark": {"call": "a phone call", "meeting": "a meeting"},
        "date": "on {d}",
        "dur": ("about two hours", "almost three hours", "40 minutes"),
        "said": "“It was a frank and useful talk”, {who} said.",
        "filler": "Diplomats keep working on several tracks.",
    },
}
_INTERVALS = ((105.0, 135.0, 120.0, "about"), (165.0, 179.0, 180.0, "less_than"), (40.0, 40.0, 40.0, "exact"))


class _Article:
    """A text that grows, and remembers where each piece stands."""

    def __init__(self, article_id: str, language: str) -> None:
        self.article_id, self.language, self.text = article_id, language, ""
        self.sentences: list[tuple[int, int]] = []

    def add(self, *parts: tuple[str, str] | str) -> dict[str, tuple[int, int]]:
        """Parts of a sentence, named ones as (name, words) → name → place; "" is the sentence."""
        if self.text:
            self.text += " "
        begin, places = len(self.text), {}
        for part in parts:
            name, words = part if isinstance(part, tuple) else ("", part)
            if name:
                places[name] = (len(self.text), len(self.text) + len(words))
            self.text += words
        places[""] = (begin, len(self.text))
        self.sentences.append(places[""])
        return places


def _split(pattern: str, values: dict[str, str]) -> list[tuple[str, str] | str]:
    parts: list[tuple[str, str] | str] = []
    for piece in pattern.split("{"):
        if "}" in piece:
            name, rest = piece.split("}", 1)
            parts += [(name, values[name]), rest]
        else:
            parts.append(piece)
    return parts


def sample_corpus(n_articles: int = 6, n_events: int = 12, seed: int = 0) -> Corpus:
    """Numbers of articles and events, seed → a checked corpus. Every event is told by at least one article."""
    rng = random.Random(seed)
    start = dt.date(2025, 1, 20)
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in schema.TABLES}
    tables["actors"] = [
        {"actor_id": a, "name": n, "name_it": n, "short": s, "kind": "person", "side": side, "office": o,
         "office_it": oi, "known": a != "ada-finta"}
        for a, n, s, side, o, oi in PEOPLE
    ] + [
        {"actor_id": a, "name": n, "name_it": n, "short": n, "kind": "outlet", "side": "media", "known": True}
        for a, n in OUTLETS
    ]  # fmt: skip
    tables["topics"] = [{"topic_id": i, "label_en": e, "label_it": t} for i, e, t in TOPICS]
    tables["places"] = [{"place_id": i, "label_en": e, "label_it": t, "zone": z} for i, e, t, z in PLACES]
    articles = [_Article(f"a{i:05d}", rng.choice(("it", "en"))) for i in range(n_articles)]
    short = {p[0]: p[2] for p in PEOPLE}
    ids: set[str] = set()
    published: dict[str, dt.date] = {}
    for i in range(n_events):
        kind = ("call", "call", "meeting")[i % 3]
        pair = ("donald-trump", "vladimir-putin") if i % 2 == 0 else ("marco-rubio", "sergey-lavrov")
        if i % 5 == 4:
            pair = ("donald-trump", "volodymyr-zelensky")
        undated = i % 11 == 10
        status = "planned" if undated or i % 7 == 5 else "cancelled" if i % 13 == 12 else "held"
        day = start + dt.timedelta(days=round(i * 360 / max(n_events, 1)))
        last = day + dt.timedelta(days=9) if i % 6 == 2 else day
        stem = f"{'undated' if undated else day.isoformat()}-{kind}-{'-'.join(short[p].lower() for p in pair)}"
        event_id = stem if stem not in ids else f"{stem}-{i}"
        ids.add(event_id)
        place = PLACES[i % len(PLACES)][0] if kind == "meeting" else None
        telling = rng.sample(articles, min(len(articles), 1 + (i % 3)))
        tables["events"].append(
            {
                "event_id": event_id,
                "kind": kind,
                "place": place,
                "status": status,
                "n_articles": len(telling),
                "date_from": None if undated else day,
                "date_to": None if undated else last,
                "date_precision": "unknown" if undated else "day" if day == last else "range",
                "date_basis": "unknown" if undated else rng.choice(("stated", "resolved", "inferred")),
            }
        )
        tables["participants"] += [{"event_id": event_id, "actor_id": p, "role": "principal"} for p in pair]
        durations: list[tuple[str, int]] = []
        for k, article in enumerate(telling):
            words = _WORDS[article.language]
            topic = TOPICS[(i + k) % len(TOPICS)]
            dur = (i + k) % 3 if i % 4 == 0 else i % 3
            article.add(words["filler"] if i else HOSTILE)
            values = {
                "mark": words["mark"][kind], "dur": words["dur"][dur], "date": words["date"].format(d=day.isoformat()),
                "topic": topic[1] if article.language == "en" else topic[2],
            }  # fmt: skip
            if undated:
                values["date"] = "presto" if article.language == "it" else "soon"
            at = article.add(f"{short[pair[0]]} e {short[pair[1]]} ", *_split(words[kind], values))
            a = article.article_id
            published[a] = max(published.get(a, start), day + dt.timedelta(days=1))
            s, e = at[""]
            tables["reports"].append(
                {
                    "event_id": event_id,
                    "article_id": a,
                    "start": s,
                    "end": e,
                    "mark_start": at["mark"][0],
                    "mark_end": at["mark"][1],
                    "date_from": None if undated else day,
                    "date_to": None if undated else last,
                    "date_text": None if undated else values["date"],
                    "date_start": None if undated else at["date"][0],
                    "date_end": None if undated else at["date"][1],
                    "date_basis": "unknown" if undated else ("stated", "resolved", "inferred")[k % 3],
                    "date_rule": None if undated else "sample",
                    "status": status,
                    "rule": "sample",
                }
            )
            tables["event_topics"].append(
                {"event_id": event_id, "topic_id": topic[0], "article_id": a, "start": at["topic"][0],
                 "end": at["topic"][1]}
            )  # fmt: skip
            tables["topic_mentions"].append(
                {"article_id": a, "start": at["topic"][0], "end": at["topic"][1], "text": values["topic"],
                 "topic_id": topic[0]}
            )  # fmt: skip
            low, high, said, qualifier = _INTERVALS[dur]
            claim_id = f"{a}-{at['dur'][0]}-duration"
            durations.append((claim_id, dur))
            tables["claims"].append(
                {
                    "claim_id": claim_id,
                    "event_id": event_id,
                    "article_id": a,
                    "start": at["dur"][0],
                    "end": at["dur"][1],
                    "text": values["dur"],
                    "property": "duration",
                    "number": said,
                    "number_from": low,
                    "number_to": high,
                    "unit": "minutes",
                    "qualifier": qualifier,
                    "said_by": "yuri-ushakov" if k else None,
                    "mood": "asserted",
                    "rule": "sample",
                }
            )
            who = PEOPLE[(i + k) % len(PEOPLE)]
            before = len(article.text) + 1
            article.add(words["said"].format(who=who[2]))
            opening = article.text.index("“", before)
            closing = article.text.index("”", before)
            tables["quotes"].append(
                {
                    "quote_id": f"{a}-{opening + 1}",
                    "article_id": a,
                    "start": opening + 1,
                    "end": closing,
                    "text": article.text[opening + 1 : closing],
                    "form": "direct",
                    "speaker": who[0],
                    "cue": "ha detto" if article.language == "it" else "said",
                    "mood": "asserted",
                    "event_id": event_id,
                    "rule": "sample",
                }
            )
            tables["relations"].append(
                {"source": pair[0], "target": pair[1], "kind": "spoke" if kind == "call" else "met",
                 "event_id": event_id, "article_id": a, "start": s, "end": e, "rule": "sample"}
            )  # fmt: skip
        if len({dur for _, dur in durations}) > 1:
            check_id = f"{event_id}-conflict-duration"
            pairs = [durations[0], next(d for d in durations if d[1] != durations[0][1])]
            tables["checks"].append(
                {"check_id": check_id, "event_id": event_id, "kind": "conflict", "property": "duration",
                 "verdict": "conflicts"}
            )  # fmt: skip
            tables["check_claims"] += [{"check_id": check_id, "claim_id": c} for c, _ in pairs]
            for name, (_, dur) in zip(("left", "right"), pairs, strict=True):
                low, high, *_ = _INTERVALS[dur]
                tables["check_values"] += [
                    {"check_id": check_id, "name": f"{name}_from", "position": 0, "value": f"{low:g}"},
                    {"check_id": check_id, "name": f"{name}_to", "position": 0, "value": f"{high:g}"},
                ]
    for n, article in enumerate(articles):
        outlet = OUTLETS[n % len(OUTLETS)]
        known = article.article_id in published and n % 4 != 3
        article.add(HOSTILE)
        tables["articles"].append(
            {
                "article_id": article.article_id,
                "label": article.article_id,
                "file": f"{article.article_id}.txt",
                "title": f"Notizia {n} {HOSTILE}",
                "outlet": outlet[1],
                "outlet_id": outlet[0],
                "language": article.language,
                "published": published[article.article_id] if known else None,
                "published_basis": "stated" if known else "unknown",
                "sha256": f"{n:064x}",
                "n_words": len(article.text.split()),
                "text": article.text,
            }
        )
        tables["sentences"] += [
            {"article_id": article.article_id, "start": s, "end": e, "paragraph": 0} for s, e in article.sentences
        ]
    frames = {name: schema.build(name, rows) for name, rows in tables.items()}
    for name in frames:
        if keys := list(schema.TABLES[name].key):
            frames[name] = frames[name].drop_duplicates(keys).reset_index(drop=True)
    return Corpus(**frames, folder="sample", fingerprint=f"sample-{n_articles}-{n_events}-{seed}")


def moved(corpus: Corpus, days: Mapping[int, str]) -> Corpus:
    """The corpus with some of its events, by their row, on other days; its texts still say the old ones."""
    events = corpus.events.copy()
    for row, day in days.items():
        events.loc[row, ["date_from", "date_to"]] = pd.Timestamp(day)
    return type(corpus)(**{**corpus.tables(), "events": events}, folder="x", fingerprint=f"{corpus.fingerprint}-moved")
