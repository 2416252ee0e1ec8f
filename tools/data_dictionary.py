"""Writes docs/data-dictionary.md from the declaration of the tables in data/schema.py."""

from __future__ import annotations

from data.schema import TABLES, Column, Table
from tools.generated import ROOT, write_or_check

PATH = ROOT / "docs" / "data-dictionary.md"

_HEAD = """# Data dictionary

Generated from `data/schema.py` by `make docs`; do not edit.

`load_corpus(folder)` gives one pandas frame a table. The index is a `RangeIndex`; text is pandas `str`, missing values
are NaN or NaT, days are `datetime64` without a zone. `start` and `end` are half-open code-point offsets into
`articles.text`. Columns marked ○ may be missing.
"""


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _column_line(column: Column) -> str:
    values = f" One of: {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
    missing = "○" if column.nullable else ""
    meaning = _cell(column.meaning) + ("." if values else "")
    return f"| `{column.name}` | {missing} | `{column.dtype}` | {column.unit} | {meaning}{values} |"


def table_section(table: Table) -> str:
    """One table's declaration → its section."""
    key = f" Identified by {', '.join(f'`{name}`' for name in table.key)}." if table.key else ""
    lines = [_column_line(column) for column in table.columns]
    head = "| column | | type | unit | meaning |\n| --- | --- | --- | --- | --- |"
    return f"## {table.name}\n\nOne row is {table.grain}.{key}\n\n{head}\n" + "\n".join(lines) + "\n"


def dictionary() -> str:
    """The whole document."""
    return "\n".join([_HEAD, *map(table_section, TABLES.values())])


if __name__ == "__main__":
    raise SystemExit(write_or_check(PATH, dictionary(), __doc__ or ""))
