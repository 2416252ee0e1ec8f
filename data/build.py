"""All tables of a folder of articles, made anew.

Lives here: putting the stages of reading together and turning what they found into rows. Must not live here: reading
files, rules of reading, or merging. Only what has to be read imports this.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from data import schema
from data.checks import Check, find_checks
from data.claims import Claim, gather_claims, gather_happenings, gather_past, gather_weekdays
from data.corpus import Progress
from data.event_topics import find_event_topics
from data.extract.article import ArticleFinds
from data.extract.finds import Days
from data.kept_finds import load_finds, save_finds
from data.lexicon import load_lexicon
from data.lexicon.types import Lexicon
from data.read import Problem, Source, read_folder
from data.reader import read_articles
from data.relations import find_relations
from data.resolve import Event, Published, Resolved, Told, resolve

Row = dict[str, Any]


def read_tables(
    folder: str | os.PathLike[str], progress: Progress | None = None, workers: int | None = None
) -> dict[str, pd.DataFrame]:
    """A folder of articles → all tables; articles that were read before and have not changed are not read again.

    Never raises for a bad folder or file: they become rows of `problems`. For the rest see `data.load_corpus`.
    """
    sources, problems = read_folder(folder)
    known = load_finds(folder, sources)
    results = read_articles([s for s in sources if s.article_id not in known], progress, workers)
    known |= {r.article_id: r for r in results if isinstance(r, ArticleFinds)}
    problems += [r for r in results if isinstance(r, Problem)]
    read = [s for s in sources if s.article_id in known]
    tables = build_tables(read, [known[s.article_id] for s in read], problems, load_lexicon())
    if results:
        save_finds(folder, read, known)
    return tables


def build_tables(
    sources: Sequence[Source], readings: Sequence[ArticleFinds], problems: Sequence[Problem], lexicon: Lexicon
) -> dict[str, pd.DataFrame]:
    """Decoded files and what was found in each → all tables."""
    resolved = resolve(sources, readings, lexicon)
    texts = {s.article_id: s.text for s in sources}
    claims = gather_claims(readings, resolved, texts)
    checks = find_checks(
        claims,
        gather_happenings(resolved),
        {a.id: a.born for a in lexicon.actors.values() if a.born},
        {article: p.day for article, p in resolved.published.items() if p.day},
        gather_weekdays(readings, resolved),
        gather_past(resolved),
    )
    rows: dict[str, Iterable[Row]] = {
        "articles": _articles(sources, readings, resolved.published, lexicon),
        "sentences": _sentences(readings),
        "actors": _actors(readings, lexicon),
        "roles": _roles(lexicon),
        "mentions": _mentions(readings, texts),
        "date_mentions": _date_mentions(readings, resolved, texts),
        "events": _events(resolved.events),
        "participants": _participants(resolved.events),
        "reports": _reports(resolved.events, texts),
        "claims": _claims(claims),
        "checks": [_check(c) for c in checks],
        "check_values": _check_values(checks),
        "check_claims": [{"check_id": c.check_id, "claim_id": claim} for c in checks for claim in c.claims],
        "quotes": _quotes(readings, resolved.events, texts),
        "topics": [{"topic_id": t.id, "label_en": t.label_en, "label_it": t.label_it} for t in lexicon.topics.values()],
        "topic_mentions": _topic_mentions(readings, texts),
        "event_topics": [t._asdict() for t in find_event_topics(resolved.events, readings, texts)],
        "places": [
            {"place_id": p.id, "label_en": p.label_en, "label_it": p.label_it, "zone": p.zone}
            for p in lexicon.places.values()
        ],
        "relations": [
            {"source": r.source, "target": r.target, "kind": r.kind, "event_id": r.event_id, "article_id": r.article_id,
             "start": r.start, "end": r.end, "mark_start": r.mark_start, "mark_end": r.mark_end,
             "date_from": r.date_from, "date_to": r.date_to, "status": r.status, "mood": r.mood, "rule": r.rule}
            for r in find_relations(resolved.events, readings, texts, lexicon, resolved.dates)
        ],
        "problems": [*_file_problems(problems), *_missed(resolved, sources)],
    }  # fmt: skip
    return {name: schema.build(name, rows.get(name, ())) for name in schema.TABLES}


# -- rows ------------------------------------------------------------------------------------------


def _outlet_id(lexicon: Lexicon, outlet: str | None) -> str | None:
    if outlet is None:
        return None
    wanted = outlet.casefold().removeprefix("the ")
    for actor in lexicon.actors.values():
        if actor.kind == "outlet" and any(
            name.casefold().removeprefix("the ") == wanted for name in (actor.name, *actor.names)
        ):
            return actor.id
    return None


_DIGEST = re.compile(r"[_-][0-9a-f]{8,}$")


def _labels(ids: Sequence[str]) -> dict[str, str]:
    """Article id → the id without the digest some archives append, where that is still nobody else's."""
    short = {one: _DIGEST.sub("", one) or one for one in ids}
    taken = Counter(short.values())
    return {one: label if taken[label] == 1 else one for one, label in short.items()}


def _articles(
    sources: Sequence[Source], readings: Sequence[ArticleFinds], published: Mapping[str, Published], lexicon: Lexicon
) -> Iterator[Row]:
    words = {r.article_id: r.n_words for r in readings}
    labels = _labels([s.article_id for s in sources])
    for s in sources:
        day = published[s.article_id]
        yield {
            "article_id": s.article_id, "file": s.file, "label": labels[s.article_id], "title": s.title,
            "outlet": s.outlet, "outlet_id": _outlet_id(lexicon, s.outlet), "language": s.language,
            "published": day.day,
            "published_basis": day.basis, "published_rule": (s.published_rule or day.rule),
            "published_text": s.text[slice(*day.span)] if day.span else None, "published_from": day.source,
            "url": s.url, "sha256": s.sha256, "n_words": words[s.article_id], "text": s.text,
        }  # fmt: skip


def _sentences(readings: Sequence[ArticleFinds]) -> Iterator[Row]:
    for r in readings:
        for s in r.sentences:
            yield {"article_id": r.article_id, "start": s.start, "end": s.end, "paragraph": s.paragraph}


def _actors(readings: Sequence[ArticleFinds], lexicon: Lexicon) -> Iterator[Row]:
    for a in lexicon.actors.values():
        held = [h for h in a.offices if h.to is None] or list(a.offices[-1:])
        office = lexicon.offices[held[0].office] if held else None
        of = lexicon.actors.get(held[0].of) if held and held[0].of else None
        yield {
            "actor_id": a.id, "name": a.name, "name_it": a.name_it or a.name, "short": lexicon.short(a), "kind": a.kind,
            "side": a.side, "affiliation": a.affiliation,
            "office": _office(office.label_en, of.name if of else None) if office else None,
            "office_it": _office(office.label_it, (of.name_it or of.name) if of else None) if office else None,
            "known": True,
        }  # fmt: skip
    seen = set(lexicon.actors)
    for person in (p for r in readings for p in r.people):
        if person.actor_id in seen:
            continue
        seen.add(person.actor_id)
        yield {
            "actor_id": person.actor_id, "name": person.name, "name_it": person.name,
            "short": person.name.split()[-1], "kind": "person", "side": person.side, "affiliation": None,
            "office": person.office, "office_it": person.office, "known": False,
        }  # fmt: skip


def _roles(lexicon: Lexicon) -> Iterator[Row]:
    for a in lexicon.actors.values():
        for held in a.offices:
            office, of = lexicon.offices[held.office], lexicon.actors.get(held.of) if held.of else None
            yield {
                "actor_id": a.id, "office": _office(office.label_en, of.name if of else None),
                "office_it": _office(office.label_it, (of.name_it or of.name) if of else None),
                "of": held.of, "date_from": held.from_, "date_to": held.to,
            }  # fmt: skip


def _office(label: str, of: str | None) -> str:
    return f"{label}, {of}" if of else label


def _mentions(readings: Sequence[ArticleFinds], texts: Mapping[str, str]) -> Iterator[Row]:
    for r in readings:
        for m in dict.fromkeys(r.mentions):
            yield {
                "article_id": r.article_id, "start": m.start, "end": m.end,
                "text": texts[r.article_id][m.start : m.end],
                "actor_id": m.actor_id, "how": m.how, "rule": m.rule,
            }  # fmt: skip


def _date_mentions(readings: Sequence[ArticleFinds], resolved: Resolved, texts: Mapping[str, str]) -> Iterator[Row]:
    for r in readings:
        for find, days in zip(r.dates, resolved.dates[r.article_id], strict=True):
            yield {
                "article_id": r.article_id, "start": find.start, "end": find.end,
                "text": texts[r.article_id][find.start : find.end],
                "date_from": days.low if days else None, "date_to": days.high if days else None,
                "precision": days.precision if days else "unknown", "basis": days.basis if days else "unknown",
                "anchor": days.anchor if days else None, "rule": find.rule,
            }  # fmt: skip


def _events(events: Sequence[Event]) -> Iterator[Row]:
    for e in events:
        days = e.days or Days(None, None, "unknown", "unknown")
        yield {
            "event_id": e.event_id, "kind": e.kind, "date_from": days.low, "date_to": days.high,
            "date_precision": days.precision, "date_basis": days.basis, "status": e.status, "place": e.place,
            "n_articles": len({t.article_id for t in e.told}),
        }  # fmt: skip


def _participants(events: Sequence[Event]) -> Iterator[Row]:
    for e in events:
        for actor in e.principals:
            yield {"event_id": e.event_id, "actor_id": actor, "role": "principal"}


def _reports(events: Sequence[Event], texts: Mapping[str, str]) -> Iterator[Row]:
    for e in events:
        for t in e.told:
            yield _report(e, t, texts[t.article_id])


def _report(event: Event, told: Told, text: str) -> Row:
    c, days = told.contact, told.days
    date = c.date if days and c.date else None
    return {
        "event_id": event.event_id, "article_id": told.article_id, "start": c.start, "end": c.end,
        "mark_start": c.mark_start, "mark_end": c.mark_end,
        "date_from": days.low if days else None, "date_to": days.high if days else None,
        "date_text": text[date.start : date.end] if date else None,
        "date_start": date.start if date else None, "date_end": date.end if date else None,
        "date_basis": days.basis if days else "unknown", "date_rule": told.date_rule,
        "date_anchor": days.anchor if days else None, "status": told.status, "rule": c.rule,
    }  # fmt: skip


def _claims(claims: Sequence[Claim]) -> Iterator[Row]:
    for c in claims:
        yield {
            "claim_id": c.claim_id, "event_id": c.event_id, "article_id": c.article_id, "start": c.start, "end": c.end,
            "text": c.text, "property": c.property, "value": c.value, "number": c.number, "number_from": c.number_from,
            "number_to": c.number_to, "unit": c.unit, "qualifier": c.qualifier, "said_by": c.said_by, "via": c.via,
            "mood": c.mood, "rule": c.rule,
        }  # fmt: skip


def _check(check: Check) -> Row:
    return {
        "check_id": check.check_id, "event_id": check.event_id, "article_id": check.article_id, "kind": check.kind,
        "property": check.property, "verdict": check.verdict, "start": check.start,
    }  # fmt: skip


def _check_values(checks: Sequence[Check]) -> Iterator[Row]:
    for c in checks:
        position: dict[str, int] = {}
        for name, value in c.values:
            at = position.get(name, 0)
            position[name] = at + 1
            yield {"check_id": c.check_id, "name": name, "position": at, "value": value}


def _quotes(readings: Sequence[ArticleFinds], events: Sequence[Event], texts: Mapping[str, str]) -> Iterator[Row]:
    told: dict[str, list[tuple[int, str]]] = {}
    for e in events:
        for t in e.told:
            told.setdefault(t.article_id, []).append((t.contact.mark_start, e.event_id))
    for r in readings:
        places = sorted(told.get(r.article_id, []))
        paragraph = _paragraphs(r)
        for n, q in enumerate(r.quotes):
            yield {
                "quote_id": f"{r.article_id}#q{n}", "article_id": r.article_id, "start": q.start, "end": q.end,
                "text": texts[r.article_id][q.start : q.end], "form": q.form, "speaker": q.speaker, "via": q.via,
                "cue": q.cue, "credit_start": q.credit_start, "credit_end": q.credit_end, "mood": q.mood,
                "event_id": _about(q.start, places, paragraph), "rule": q.rule,
            }  # fmt: skip


def _paragraphs(reading: ArticleFinds) -> Callable[[int], int]:
    starts = [s.start for s in reading.sentences]

    def paragraph(offset: int) -> int:
        at = bisect_right(starts, offset) - 1
        return reading.sentences[at].paragraph if at >= 0 else -1

    return paragraph


def _about(offset: int, places: Sequence[tuple[int, str]], paragraph: Callable[[int], int]) -> str | None:
    """The event told last before the words, in the same paragraph or the one before; else one told later in it."""
    here = paragraph(offset)
    before = [event for at, event in places if at <= offset and here - 1 <= paragraph(at) <= here]
    if before:
        return before[-1]
    return next((event for at, event in places if at > offset and paragraph(at) == here), None)


def _topic_mentions(readings: Sequence[ArticleFinds], texts: Mapping[str, str]) -> Iterator[Row]:
    for r in readings:
        for t in r.topics:
            yield {
                "article_id": r.article_id, "start": t.start, "end": t.end,
                "text": texts[r.article_id][t.start : t.end],
                "topic_id": t.topic_id,
            }  # fmt: skip


def _file_problems(problems: Sequence[Problem]) -> Iterator[Row]:
    for p in problems:
        yield {
            "file": p.file, "article_id": p.article_id, "severity": p.severity, "code": p.code, "message": p.message,
            "start": p.start, "end": p.end,
        }  # fmt: skip


def _missed(resolved: Resolved, sources: Sequence[Source]) -> Iterator[Row]:
    files = {s.article_id: s.file for s in sources}
    for article_id, contact in resolved.unread:
        yield {
            "file": files[article_id], "article_id": article_id, "severity": "note", "code": "contact-not-placed",
            "message": "This sentence names two actors and a contact, but gave no event.",
            "start": contact.start, "end": contact.end,
        }  # fmt: skip
