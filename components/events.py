"""How an event is named: from its row, its principals and its place.

Lives here: titles, days and status in words. Must not live here: Streamlit, charts, HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components import text
from data.query import Index


def title(index: Index, event_id: str, lang: str) -> str:
    """Event → its title in the language, as plain text: "Trump–Putin call", "Incontro Trump–Putin · Budapest"."""
    event = index.event[event_id]
    names = [text.short_name(index.actor.get(a), lang, a) for a in index.principals[event_id]]
    place = text.label(index.place.get(event["place"]), lang, event["place"]) if event["place"] else None
    return text.event_title(event["kind"], names, place, event["status"], lang)


def all_titles(index: Index) -> dict[str, str]:
    """Index → event_id → its titles in all languages, one a line, for the search."""
    return {e: "\n".join(title(index, e, lang) for lang in text.LANGUAGES) for e in index.event_row}


def when(event: Mapping[str, Any], lang: str, form: str = "long") -> str:
    """An event's row → its day or days in words, no more exact than the accounts."""
    return text.days(event["date_from"], event["date_to"], event["date_precision"], lang, form)


def status(event: Mapping[str, Any], lang: str) -> str:
    """An event's row → its status, agreeing with its kind: "held", "avvenuta" of a call."""
    key = f"status_one.{event['status']}_{event['kind']}"
    return text.t(key if text.has(key) else f"status_one.{event['status']}", lang)
