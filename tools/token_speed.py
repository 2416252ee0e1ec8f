"""Measures the project's tokens beside those of spaCy's blank pipelines, and writes the figures into docs/speed.md.

    python -m tools.token_speed --folder seeds [--write]

Lives here: the comparison the choice of `data.tokens` rests on. Must not live here: anything the dashboard needs.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from data.lexicon import load_lexicon
from data.read import Source, read_folder
from data.tokens import LANGUAGES, find_tokens
from tools.browser import ROOT

PAGE = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- measured by tools.token_speed -->", "<!-- end -->"
REPEAT = 5
Span = tuple[int, int]
Spans = Callable[[str], list[Span]]

_STARTS = {
    "data.tokens": "from data.tokens import find_tokens; [*find_tokens('x', 'it'), *find_tokens('x', 'en')]",
    "spaCy": "import spacy; from data.lexicon import load_lemmas; "
    "[(spacy.blank(code)('x'), load_lemmas(code)) for code in ('it', 'en')]",
}


def start_seconds(statement: str) -> float:
    """A statement → processor seconds a fresh Python spends on it, the median of REPEAT."""
    code = f"import time, pandas; begin = time.process_time(); {statement}; print(time.process_time() - begin)"
    runs = [subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)]
    runs += [subprocess.run(runs[0].args, cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(REPEAT)]
    return statistics.median(float(run.stdout) for run in runs[1:])


def rate(read: Callable[[Source], object], sources: Sequence[Source]) -> float:
    """A reader and articles → articles in a second of processor time, the best of REPEAT rounds."""
    seconds = []
    for _ in range(REPEAT):
        begin = time.process_time()
        for source in sources:
            read(source)
        seconds.append(time.process_time() - begin)
    return len(sources) / min(seconds)


def differing(text: str, ours: Sequence[Span], theirs: Sequence[Span]) -> list[str]:
    """A text and two lists of tokens → the words (up to a blank) which the two divide differently."""
    places = {text.rfind(" ", 0, start) + 1 for start, _ in {*ours} ^ {*theirs}}
    return [text[place:].split(maxsplit=1)[0] for place in sorted(places)]


def measure(folder: Path) -> str:
    """A folder of articles → the comparison as Markdown."""
    import spacy

    sources, _ = read_folder(folder)
    words = load_lexicon().words
    known = {code: frozenset(words[code].names.layout.abbreviations) for code in LANGUAGES}
    blank = {code: spacy.blank(code) for code in LANGUAGES}
    for pipeline in blank.values():
        pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
        pipeline.initialize()

    def ours(source: Source) -> list[Span]:
        return [(t.start, t.end) for t in find_tokens(source.text, source.language, known[source.language])]

    def theirs(source: Source) -> list[Span]:
        tokens = blank[source.language](source.text)
        return [(t.idx, t.idx + len(t)) for t in tokens if not t.is_space]

    start = {name: start_seconds(statement) for name, statement in _STARTS.items()}
    count = sum(len(ours(source)) for source in sources)
    other = [word for source in sources for word in differing(source.text, ours(source), theirs(source))]
    speed = {"data.tokens": rate(ours, sources), "spaCy": rate(theirs, sources)}
    version = importlib.metadata.version("spacy")
    return "\n".join(
        [
            f"| {len(sources)} articles, {count} tokens | data.tokens | spaCy {version}, blank pipelines |",
            "| --- | ---: | ---: |",
            f"| import, lemma tables and first token | {start['data.tokens']:.2f} s | {start['spaCy']:.2f} s |",
            f"| articles in a second, with lemmas | {speed['data.tokens']:.0f} | {speed['spaCy']:.0f} |",
            f"| words divided differently | {len(other)} | |",
        ]
    )


def main() -> None:
    """Print the comparison; `--write` puts it into docs/speed.md."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folder", type=Path, default=ROOT / "seeds", help="the articles")
    parser.add_argument("--write", action="store_true", help="write it into docs/speed.md")
    args = parser.parse_args()
    table = measure(args.folder)
    print(table)
    if args.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n{table}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


if __name__ == "__main__":
    main()
