"""How a tie is worded: its verb, from either end, and what is not settled about it.

Lives here: the words of a tie for charts, panels and tables. Must not live here: Streamlit, or which ties there are.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from typing import Any

from components.text import days, has, t


def verb(
    kind: str, target: Mapping[Hashable, Any] | Mapping[str, Any] | None, lang: str, *, inward: bool = False
) -> str:
    """Kind of tie and the row of its target → "speaks for"; seen from the target (`inward`) "is spoken for by".

    A state or institution is worded differently where a person would make no sense: nobody accompanies a state.
    """
    group = "tie_inward" if inward else "tie"
    special = f"{group}.{kind}_body"
    if target is not None and target["kind"] in ("state", "institution") and has(special):
        return t(special, lang)
    return t(f"{group}.{kind}", lang)


def span(date_from: str, date_to: str, lang: str) -> str:
    """First and last ISO day of a tie → words: "16 Oct 2025", "12 Feb – 29 Dec 2025"; empty when there is none."""
    if not (date_from and date_to):
        return ""
    return days(dt.date.fromisoformat(date_from), dt.date.fromisoformat(date_to), "day", lang, "medium")


def reserve(status: str, mood: str, lang: str) -> list[str]:
    """Status and mood of a piece of evidence → what it leaves open: "planned", "on hearsay"; nothing for facts."""
    found = [status] if status in ("planned", "ongoing", "cancelled") else []
    found += [mood] if mood in ("reported", "denied") else []
    return [t(f"reserve.{one}", lang) for one in found]
