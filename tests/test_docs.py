"""The documentation against the code: tables, rules, commands, files and settings that are named exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from data import Corpus, schema
from tools import data_dictionary, reading_rules

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/speed.md")


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", words_of("Makefile"), re.MULTILINE))


def test_the_data_dictionary_is_current() -> None:
    assert data_dictionary.PATH.read_text(encoding="utf-8") == data_dictionary.dictionary()


def test_the_data_dictionary_names_every_table_and_column() -> None:
    sections = re.split(r"^## ", data_dictionary.dictionary(), flags=re.MULTILINE)[1:]
    named = {s.split("\n")[0]: re.findall(r"^\| `(\w+)` \|", s, re.MULTILINE) for s in sections}
    assert named == {name: table.names for name, table in schema.TABLES.items()}


def test_the_rules_are_current() -> None:
    assert reading_rules.PATH.read_text(encoding="utf-8") == reading_rules.document()


def test_rules_are_declared_once_with_an_example_in_each_language() -> None:
    rules = [rule for some in reading_rules.declared_rules().values() for rule in some]
    assert len(rules) > 10
    assert len({rule.id for rule in rules}) == len(rules)
    assert all(rule.what.strip() and rule.it.strip() and rule.en.strip() for rule in rules)


def test_every_rule_that_found_something_is_documented(seeds: Corpus) -> None:
    named = {
        (table, column.name, value)
        for table, frame in seeds.tables().items()
        for column in schema.TABLES[table].columns
        if column.name.endswith("rule")
        for value in frame[column.name].dropna().unique()
    }
    documented = {rule.id for some in reading_rules.declared_rules().values() for rule in some}
    assert named
    assert not {one for one in named if one[2] not in documented}


@pytest.mark.parametrize("command", ["data_dictionary", "reading_rules"])
def test_check_fails_on_a_file_out_of_date(command: str, tmp_path: Path) -> None:
    code = (
        f"import pathlib, sys; from tools import {command} as c, generated; sys.argv = ['x', '--check'];"
        f"path = pathlib.Path({str(tmp_path)!r}) / 'old.md'; generated.ROOT = path.parent; path.write_text('old');"
        f"raise SystemExit(generated.write_or_check(path, 'new', ''))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert "make docs" in done.stdout


@pytest.mark.parametrize("target", ["setup", "run", "test", "check", "score", "bench"])
def test_the_commands_exist(target: str) -> None:
    assert target in make_targets()


@pytest.mark.parametrize("name", [*WRITTEN, ".ci/run", ".pre-commit-config.yaml"])
def test_commands_that_are_named_exist(name: str) -> None:
    named = set(
        re.findall(r"\bmake ([a-z]+)\b(?! sure)", " ".join(re.findall(r"`[^`\n]+`|^.*make .*$", words_of(name), re.M)))
    )
    assert named <= make_targets()


@pytest.mark.parametrize("name", WRITTEN)
def test_files_that_are_named_exist(name: str) -> None:
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", words_of(name)) if "://" not in link]
    in_code = re.findall(r"`((?:data|components|pages|tests|tools|docs|seeds|\.streamlit)/[\w./-]*)`", words_of(name))
    missing = [path for path in linked if not ((ROOT / name).parent / path).exists()]
    missing += [path for path in in_code if not (ROOT / path).exists()]
    assert linked or in_code
    assert not missing


def test_streamlit_asks_nothing_and_tells_nobody() -> None:
    settings = tomllib.loads(words_of(".streamlit/config.toml"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["showEmailPrompt"] is False


def test_the_fixed_top_level_exists() -> None:
    for name in ("pyproject.toml", "dashboard.py", "pages", "data", "components", "tests", "seeds"):
        assert (ROOT / name).exists()
