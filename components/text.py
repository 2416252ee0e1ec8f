"""The words of the interface in English and Italian, and values put into words: days, numbers, durations, titles.

Lives here: the one text table (`components/texts/*.toml`), Babel, and the escapes that article text goes through.
Must not live here: Streamlit, colours, or what is said by an article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import Any

import tomli
from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

LANGUAGES = ("en", "it")
TEXTS = Path(__file__).resolve().parent / "texts"
_LOCALE = {
    "en": Locale("en", "GB"),
    "it": Locale("it", "IT"),
}  # made once: parsing a name takes longer than a day's words
# days in tables that sort by them, as Streamlit's columns take them: it knows no names of months but the English
DAY_IN_TABLES = {"en": "D MMM YYYY", "it": "DD/MM/YYYY"}


@cache
def texts() -> dict[str, dict[str, str]]:
    """All entries: key → language → words. Raises ValueError for a key given twice or missing in a language."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(TEXTS.glob("*.toml")):
        for area, entries in tomli.loads(path.read_text(encoding="utf-8")).items():
            for name, entry in entries.items():
                key = f"{area}.{name}"
                if key in found:
                    raise ValueError(f"{path.name}: {key} is given twice")
                if missing := [language for language in LANGUAGES if language not in entry]:
                    raise ValueError(f"{path.name}: {key} has no words in {', '.join(missing)}")
                found[key] = entry
    return found


def has(key: str) -> bool:
    """Whether the table has the key."""
    return key in texts()


def t(key: str, lang: str, **values: object) -> str:
    """Key, language → the words, with values filled in: t("count.articles", "it", n=3) → "3 articoli".

    With `n` = 1 the entry's `en_one`/`it_one` is used where it has one. Raises ValueError for an unknown key, language.
    """
    table = texts()
    if key not in table:
        raise ValueError(f"no text {key!r} in components/texts")
    if lang not in LANGUAGES:
        raise ValueError(f"language {lang!r} is not one of {', '.join(LANGUAGES)}")
    entry = table[key]
    words = entry.get(f"{lang}_one", entry[lang]) if values.get("n") == 1 else entry[lang]
    filled = {
        name: number(value, lang) if isinstance(value, int | float) and not isinstance(value, bool) else value
        for name, value in values.items()
    }
    return words.format(**filled) if filled else words


# escapes: words of an article, or of an analyst's vocabulary, on their way to something that would interpret them


def html(text: str) -> str:
    """Text → the same as HTML, quotes included."""
    return escape(text, quote=True)


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=@/])")


def markdown(text: str) -> str:
    """Text → Markdown that shows it as typed: no link, image, formula, colour or icon. Line breaks become spaces."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def chart(text: str) -> str:
    """Text → a Plotly label that shows it as typed: Plotly reads a small HTML and, between `$`, formulas."""
    return escape(text, quote=False).replace("$", "&#36;")


# values in words


def number(value: float, lang: str) -> str:
    """1234.5 → "1,234.5" and "1.234,5"."""
    return str(format_decimal(round(value, 2), locale=_LOCALE[lang]))


def _date(day: Any) -> dt.date:
    return day.date() if isinstance(day, dt.datetime) else day


@lru_cache(maxsize=16384)  # Babel takes its time, and the days of a crowd come again with every filter
def _written(day: dt.date, pattern: str, lang: str) -> str:
    return str(format_date(day, pattern, locale=_LOCALE[lang]))


def day(value: Any, lang: str, form: str = "long") -> str:
    """A day → "16 October 2025" (long), "Thursday 16 October 2025" (full), "16 Oct 2025" (medium), "16 Oct" (short)."""
    pattern = {"long": "d MMMM y", "full": "EEEE d MMMM y", "medium": "d MMM y", "short": "d MMM"}[form]
    return _written(_date(value), pattern, lang)


def month(value: Any, lang: str) -> str:
    """A day → "October 2025"."""
    return _written(_date(value), "LLLL y", lang)


def days(first: Any, last: Any, precision: str, lang: str, form: str = "long") -> str:
    """Earliest and latest day → words no more exact than the source: "16 October 2025", "11–20 August 2025".

    Two neighbouring days are "between 28 and 29 December 2025". Missing days: "no date in any article".
    """
    if first is None or first != first:
        return t("date.none" if form != "short" else "date.none_short", lang)
    low = _date(first)
    high = low if last is None or last != last else _date(last)
    if low == high:
        return day(low, lang, form)
    if form in ("long", "full") and (high - low).days == 1 and precision == "range":
        return t("date.between", lang, first=_shared(low, high, lang), last=day(high, lang))
    year = "" if form == "short" else " y"
    months = "MMMM" if form in ("long", "full") else "MMM"
    last_words = _written(high, f"d {months}{year}", lang)
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day}–{last_words}"
    own_year = year if low.year != high.year else ""
    return f"{_written(low, f'd {months}{own_year}', lang)} – {last_words}"


def _shared(low: dt.date, high: dt.date, lang: str) -> str:
    """The first of two days without the month and year it shares with the second."""
    pattern = "d MMMM y" if low.year != high.year else "d MMMM" if low.month != high.month else "d"
    return _written(low, pattern, lang)


def clock(value: dt.time | dt.datetime, lang: str) -> str:
    """A time → "16:05", in either language."""
    return str(format_time(value, "HH:mm", locale=_LOCALE[lang]))


def duration(minutes: float, lang: str) -> str:
    """Minutes → "45 min", "2 h", "2 h 30 min"."""
    hours, rest = divmod(round(minutes), 60)
    parts = [f"{hours} h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} min")
    return " ".join(parts) if lang in LANGUAGES else ""


def listing(items: Iterable[str], lang: str) -> str:
    """Items → "a, b and c"."""
    return str(format_list(list(items), locale=_LOCALE[lang]))


def label(row: Mapping[str, Any] | None, lang: str, fallback: str = "") -> str:
    """A row of topics, places or actors → its name in the language."""
    if row is None:
        return fallback
    if "label_en" in row:
        return str(row[f"label_{lang}"])
    return str(row["name_it"] if lang == "it" and row.get("name_it") else row["name"])


def short_name(row: Mapping[str, Any] | None, lang: str, fallback: str = "") -> str:
    """A row of actors → its shortest name: "Trump"; a state or institution in the language: "Stati Uniti"."""
    if row is None:
        return fallback
    return str(row["short"]) if row["kind"] in ("person", "outlet") else label(row, lang, fallback)


def event_title(kind: str, principals: Iterable[str], place: str | None, status: str, lang: str) -> str:
    """Kind, short names, place → "Trump–Putin call", "Telefonata Trump–Putin", "Trump–Putin meeting · Budapest".

    Many principals are cut after three: "Trump–Putin–Zelensky and 2 more". `status` planned and cancelled are said.
    """
    names = list(principals)
    who = "–".join(names[:3])
    if len(names) > 3:
        who = t("title.more", lang, who=who, count=len(names) - 3)
    title = t(f"title.{kind}" if names else f"title.{kind}_nobody", lang, who=who)
    if place and kind != "call":
        title = t("title.at", lang, title=title, place=place)
    if status not in ("planned", "cancelled"):
        return title
    return t(f"title.{status}_{kind}" if has(f"title.{status}_{kind}") else f"title.{status}", lang, title=title)


def month_short(value: Any, lang: str, *, year: bool) -> str:
    """A day → "Oct" or, with the year, "Oct 2025"."""
    return _written(_date(value), "LLL y" if year else "LLL", lang)


def weekday(number: int, lang: str) -> str:
    """ISO number of a weekday (1 = Monday) → its name. Raises ValueError outside 1–7."""
    if not 1 <= number <= 7:
        raise ValueError(f"weekday {number!r} is not among 1–7")
    return _written(dt.date(2024, 1, number), "EEEE", lang)
