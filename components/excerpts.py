"""Words of an article with marks in them, as HTML; and the excerpts of an event, article by article.

Lives here: the one way by which article text reaches the page as marked HTML. Must not live here: what to mark.
Every character of an article goes through `html.escape`; marks only add `<mark>` around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise


@dataclass(frozen=True, order=True)
class Mark:
    """Words `start:end` of an article and the layer they belong to: event, date, claim, topic, quote, people."""

    start: int
    end: int
    layer: str
    title: str = ""  # what was understood, shown on hover


def marked_html(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """Text, a passage of it, marks by offset into the text → the passage as HTML with the words marked.

    Marks may overlap and are cut to the passage; where they do, one `<mark>` carries all their layers as classes.
    """
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    cuts = sorted({start, end, *(c for m in inside for c in (m.start, m.end) if start < c < end)})
    parts: list[str] = []
    for low, high in pairwise(cuts):
        here = [m for m in inside if m.start <= low and m.end >= high]
        words = escape(text[low:high])
        if here:
            classes = " ".join(f"hl-{layer}" for layer in dict.fromkeys(m.layer for m in here))
            titles = " · ".join(dict.fromkeys(m.title for m in here if m.title))
            hint = f' title="{escape(titles, quote=True)}"' if titles else ""
            words = f'<mark class="{classes}"{hint}>{words}</mark>'
        parts.append(words)
    return "".join(parts)


def joined(marks: Sequence[Mark]) -> list[Mark]:
    """Marks → the same in text order, without doubles."""
    return sorted(set(marks))
