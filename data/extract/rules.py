"""How a rule of reading is described: docs/reading.md is generated from these.

Lives here: the type. The rules themselves stand in a `RULES` tuple beside the code that applies them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its id (the `rule` of what it finds), what it does, one Italian and one English example."""

    id: str
    what: str
    it: str
    en: str
