"""Makes a large folder of articles, for measuring: so many files that tell of so many contacts, in both languages.

    python -m tools.crowd FOLDER --articles 2000 --events 5000

Lives here: the sentences of these articles. Must not live here: anything measured, or how articles are read.
The same numbers give the same files.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from pathlib import Path

from babel.dates import format_date

FIRST = dt.date(2024, 1, 8)
DAYS = 720
PAIRS = (
    ("Donald Trump", "Vladimir Putin"),
    ("Marco Rubio", "Sergey Lavrov"),
    ("Donald Trump", "Volodymyr Zelensky"),
    ("Vladimir Putin", "Viktor Orbán"),
    ("Emmanuel Macron", "Vladimir Putin"),
    ("Donald Trump", "Keir Starmer"),
    ("Steve Witkoff", "Kirill Dmitriev"),
)
TOPICS = (
    ("sanctions", "sanzioni"),
    ("a ceasefire", "un cessate il fuoco"),
    ("energy", "energia"),
    ("Tomahawk missiles", "missili Tomahawk"),
)
LASTED = (("about two hours", "circa due ore"), ("almost three hours", "quasi tre ore"), ("40 minutes", "40 minuti"))
TOLD = {
    "en": {
        "call": "{a} and {b} spoke by phone on {day}. The call lasted {time} and touched on {topic}.",
        "meeting": "{a} met {b} on {day}. The meeting lasted {time} and touched on {topic}.",
        "said": "“It was a frank and useful talk,” {a} said.",
    },
    "it": {
        "call": "{a} e {b} si sono parlati al telefono il {day}. La telefonata è durata {time} e ha toccato {topic}.",
        "meeting": "{a} ha incontrato {b} il {day}. L’incontro è durato {time} e ha toccato {topic}.",
        "said": "«È stato un colloquio franco e utile», ha detto {a}.",
    },
}  # fmt: skip


def contacts(n: int) -> list[tuple[str, str, str, dt.date]]:
    """Number → so many different contacts (kind, two persons, day), spread over `DAYS` days.

    Raises ValueError for more than there are.
    """
    found = [
        (("call", "meeting")[(number // len(PAIRS)) % 2], *PAIRS[number % len(PAIRS)], FIRST + dt.timedelta(days=day))
        for number in range(2 * len(PAIRS))
        for day in range(DAYS)
    ]
    if n > len(found):
        raise ValueError(f"{n} contacts are more than the {len(found)} that can be told apart")
    return random.Random(0).sample(found, n)


def article(language: str, told: list[tuple[str, str, str, dt.date]], number: int) -> str:
    """Language, contacts, number of the article → its text, dated on the day after the last contact."""
    locale = {"en": "en_GB", "it": "it_IT"}[language]
    other = int(language == "it")
    words = TOLD[language]

    def day(value: dt.date) -> str:
        return str(format_date(value, "d MMMM y", locale=locale))

    published = max(one[3] for one in told) + dt.timedelta(days=1)
    head = f"Published {day(published)}" if language == "en" else f"Pubblicato il {day(published)}"
    paragraphs = [head]
    for i, (kind, a, b, when) in enumerate(told):
        values = {
            "a": a, "b": b, "day": day(when), "time": LASTED[(number + i) % len(LASTED)][other],
            "topic": TOPICS[(number + i) % len(TOPICS)][other],
        }  # fmt: skip
        paragraphs.append(f"{words[kind].format(**values)} {words['said'].format(**values)}")
    return "\n\n".join(paragraphs) + "\n"


def make_folder(folder: Path, n_articles: int, n_events: int) -> None:
    """Folder, numbers → the files `0000.txt`, …; each contact stands in one of them, each fifth in two."""
    folder.mkdir(parents=True, exist_ok=True)
    told: list[list[tuple[str, str, str, dt.date]]] = [[] for _ in range(n_articles)]
    for i, contact in enumerate(contacts(n_events)):
        told[i % n_articles].append(contact)
        if i % 5 == 0:
            told[(i + n_articles // 2) % n_articles].append(contact)
    for number, here in enumerate(told):
        if here:
            text = article(("en", "it")[number % 2], here, number)
            (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def main() -> None:
    """Write the folder named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--events", type=int, default=5000)
    args = parser.parse_args()
    make_folder(args.folder, args.articles, args.events)


if __name__ == "__main__":
    main()
