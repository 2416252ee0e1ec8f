"""The words of the interface: both languages complete, no words outside the table, values in words, escapes."""

from __future__ import annotations

import ast
import datetime as dt
import re
import string
from pathlib import Path

import pytest

from components import text

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted([*(ROOT / "components").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"])


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("key", sorted(text.texts()))
def test_entry_says_the_same_in_both_languages(key: str) -> None:
    entry = text.texts()[key]
    assert set(entry) <= {"en", "it", "en_one", "it_one"}
    assert all(entry[name].strip() for name in entry)
    assert _fields(entry["en"]) == _fields(entry["it"])
    for language in text.LANGUAGES:
        assert _fields(entry.get(f"{language}_one", "")) <= _fields(entry[language])


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_keys_asked_for_exist(path: Path) -> None:
    for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name == "t" and call.args and isinstance(call.args[0], ast.Constant):
            assert text.has(call.args[0].value), f"{path.name}:{call.lineno} asks for {call.args[0].value!r}"


_SILENT = {"key", "type", "icon", "icon_position", "selection_mode", "width", "height", "gap", "label_visibility",
           "on_select", "on_click", "on_change", "shortcut", "vertical_alignment", "horizontal_alignment", "layout", "position", "mime", "lang",
           "language", "initial_sidebar_state", "page_icon", "format", "border", "file_name", "alignment"}  # fmt: skip
_NOT_WORDS = {
    "container",
    "columns",
    "navigation",
    "Page",
    "fragment",
    "component",
    "plotly_chart",
    "column_config",
    "get_option",
}


def _is_words(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(re.search(r"[^\W\d_]{2,}", re.sub(r"<[^>]*>|:[a-z_]+(/[a-z_]+)?:|&[a-z]+;", "", node.value)))
    )


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_words_go_straight_to_streamlit(path: Path) -> None:
    for call in _calls(ast.parse(path.read_text(encoding="utf-8"))):
        target = call.func
        if not (isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "st"):
            continue
        if target.attr in _NOT_WORDS:
            continue
        said = [*call.args, *(k.value for k in call.keywords if k.arg not in _SILENT)]
        wrong = [ast.unparse(node) for node in said if _is_words(node)]
        assert not wrong, f"{path.name}:{call.lineno} st.{target.attr} says {wrong}"


def test_unknown_key_and_language_are_named() -> None:
    with pytest.raises(ValueError, match=r"no\.such"):
        text.t("no.such", "en")
    with pytest.raises(ValueError, match="'fr'"):
        text.t("app.name", "fr")


@pytest.mark.parametrize(
    ("n", "lang", "words"),
    [(1, "en", "1 article"), (2, "en", "2 articles"), (0, "it", "0 articoli"), (1, "it", "1 articolo"),
     (1234, "en", "1,234 articles"), (1234, "it", "1.234 articoli")],
)  # fmt: skip
def test_counts_agree(n: int, lang: str, words: str) -> None:
    assert text.t("count.articles", lang, n=n) == words


D = dt.date


@pytest.mark.parametrize(
    ("first", "last", "precision", "lang", "form", "words"),
    [
        (D(2025, 10, 16), D(2025, 10, 16), "day", "en", "long", "16 October 2025"),
        (D(2025, 10, 16), D(2025, 10, 16), "day", "it", "full", "giovedì 16 ottobre 2025"),
        (D(2025, 10, 16), None, "day", "en", "short", "16 Oct"),
        (D(2025, 8, 11), D(2025, 8, 20), "range", "en", "long", "11–20 August 2025"),
        (D(2025, 8, 11), D(2025, 8, 20), "range", "it", "medium", "11–20 ago 2025"),
        (D(2025, 8, 30), D(2025, 9, 2), "range", "en", "long", "30 August – 2 September 2025"),
        (D(2025, 12, 30), D(2026, 1, 2), "range", "it", "long", "30 dicembre 2025 – 2 gennaio 2026"),
        (D(2025, 12, 28), D(2025, 12, 29), "range", "en", "long", "between 28 and 29 December 2025"),
        (D(2025, 12, 31), D(2026, 1, 1), "range", "it", "long", "tra il 31 dicembre 2025 e il 1 gennaio 2026"),
        (None, None, "unknown", "en", "long", "no date in any article"),
        (None, None, "unknown", "it", "short", "senza data"),
        (D(2025, 1, 1), D(2025, 12, 31), "range", "en", "short", "1 Jan – 31 Dec"),
    ],
)
def test_days(first: D | None, last: D | None, precision: str, lang: str, form: str, words: str) -> None:
    assert text.days(first, last, precision, lang, form) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(45, "45 min"), (60, "1 h"), (150, "2 h 30 min"), (0, "0 min"), (179.6, "3 h")]
)
def test_duration(minutes: float, words: str) -> None:
    assert text.duration(minutes, "en") == words


@pytest.mark.parametrize(
    ("kind", "names", "place", "status", "lang", "title"),
    [
        ("call", ["Trump", "Putin"], None, "held", "en", "Trump–Putin call"),
        ("call", ["Trump", "Putin"], "Moscow", "held", "it", "Telefonata Trump–Putin"),
        ("meeting", ["Trump", "Putin"], "Budapest", "planned", "en", "Trump–Putin meeting · Budapest (planned)"),
        ("call", ["Rubio", "Lavrov"], None, "cancelled", "it", "Telefonata Rubio–Lavrov (annullata)"),
        ("meeting", ["A", "B", "C", "D", "E"], None, "held", "en", "A–B–C and 2 more meeting"),
        ("attack", [], None, "held", "en", "Attack"),
    ],
)
def test_event_title(kind: str, names: list[str], place: str | None, status: str, lang: str, title: str) -> None:
    assert text.event_title(kind, names, place, status, lang) == title


@pytest.mark.parametrize(
    "typed", ["<script>x</script>", "![x](y)", "$x^2$", ":red[x]", "a\\b", "`x`", "**b** _i_", "~~s~~"]
)
def test_markdown_shows_it_as_typed(typed: str) -> None:
    escaped = text.markdown(typed)
    assert re.sub(r"\\([\\`*_{}\[\]()<>#+\-.!|~$:&^=@/])", r"\1", escaped) == typed
    assert not re.search(r"(?<!\\)[$<\[`*_~:!]", escaped)


@pytest.mark.parametrize("plain", ["Trump", "Perché no?", "16 ottobre 2025", "Orbán"])
def test_markdown_leaves_plain_words_alone(plain: str) -> None:
    assert text.markdown(plain) == plain


def test_chart_labels_are_escaped() -> None:
    assert text.chart("<b>x</b> & $a$") == "&lt;b&gt;x&lt;/b&gt; &amp; &#36;a&#36;"


def test_weekday() -> None:
    assert [text.weekday(1, "en"), text.weekday(7, "it")] == ["Monday", "domenica"]
    with pytest.raises(ValueError, match="8"):
        text.weekday(8, "en")
