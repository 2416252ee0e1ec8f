"""Writes docs/reading.md from the `RULES` declared beside the code that applies them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping

import data
from data.extract.rules import Rule
from tools.generated import ROOT, write_or_check

PATH = ROOT / "docs" / "reading.md"

_HEAD = """# How articles are read

Generated from the `RULES` in `data/` by `make docs`; do not edit.

Everything is read by the rules below and the vocabulary in `data/lexicon`. Each find names its rule in a column
`rule` (or `published_rule`, `date_rule`). An example shows the words and, after an arrow, what is understood.
"""


def declared_rules() -> dict[str, tuple[Rule, ...]]:
    """Module name → the rules it declares, for every module of `data` that declares some, in order of the names."""
    names = sorted(module.name for module in pkgutil.walk_packages(data.__path__, "data."))
    modules = {name: importlib.import_module(name) for name in names}
    return {
        name: _rules(module.RULES)
        for name, module in modules.items()
        if hasattr(module, "RULES") and _declares(name, module.RULES, modules)
    }


def _declares(name: str, rules: object, modules: Mapping[str, object]) -> bool:
    """Whether `name` is the first module that has these rules: another may import them from it."""
    return next(other for other, module in modules.items() if getattr(module, "RULES", None) is rules) == name


def _rules(declared: Mapping[str, Rule] | Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple(declared.values() if isinstance(declared, Mapping) else declared)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def _section(module: str, rules: Iterable[Rule]) -> str:
    doc = (importlib.import_module(module).__doc__ or "").strip().split("\n")[0]
    rows = [f"| `{rule.id}` | {_cell(rule.what)} | {_cell(rule.it)} | {_cell(rule.en)} |" for rule in rules]
    path = module.replace(".", "/") + ".py"
    head = "| rule | what it does | Italian | English |\n| --- | --- | --- | --- |"
    return f"## `{path}`\n\n{doc}\n\n{head}\n" + "\n".join(rows) + "\n"


def document() -> str:
    """The whole document."""
    return "\n".join([_HEAD, *(_section(module, rules) for module, rules in declared_rules().items())])


if __name__ == "__main__":
    raise SystemExit(write_or_check(PATH, document(), __doc__ or ""))
