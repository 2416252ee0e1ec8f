"""Measures the network page on many actors and ties beside a bare Streamlit page, in one run.

    python -m tools.bench_network

Lives here: the made-up articles, the clicks on their network, and the target. Must not live here: the other benches.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import TimeoutError as Late

from data import load_corpus
from data.graph import build_network
from data.lexicon import HERE, load_lexicon
from tools.browser import ROOT, open_browser, serve_script

ACTORS, TIES = 500, 3000
TOGETHER = 10  # persons of one article
CLICKS = 10
TARGET = 3.0  # times the bare page
NATIONS = ("US", "Russian", "Ukrainian", "German", "French", "Italian", "Chinese", "Turkish")
TELL = ("{a} met {b} for a long working lunch on {day}.", "{a} spoke by phone with {b} about the matter on {day}.")
_VIEW = {"width": 1400, "height": 1400}
_PLACES = """chart => {
  const plot = document.querySelector(chart + " .js-plotly-plot");
  const { xaxis, yaxis } = plot._fullLayout, box = plot.getBoundingClientRect();
  return plot.data.flatMap(trace => (trace.customdata ?? []).map((_, i) =>
    [box.left + xaxis._offset + xaxis.l2p(trace.x[i]), box.top + yaxis._offset + yaxis.l2p(trace.y[i])]));
}"""
_CHANGED = """([css, before]) => {
    const text = document.querySelector(css)?.innerText;
    return Boolean(text?.trim()) && text !== before;
}"""


def names(number: int) -> list[str]:
    """So many made-up full names, each with a given name of the vocabulary and a family name of its own."""
    given = sorted(name for name in load_lexicon(HERE).given_names if name.isascii() and len(name) > 3)
    heads = ("Bar", "Kol", "Mer", "Tas", "Vin", "Dro", "Lus", "Pel", "Gor", "Zan")
    tails = ("den", "vik", "sson", "mora", "tis")
    middles = ("a", "e", "i", "o", "u", "ando", "ere", "ila", "ove", "uma")
    family = [h + m + t for m in middles for t in tails for h in heads]
    return [f"{given[(7 * i) % len(given)]} {family[i % len(family)]}" for i in range(number)]


def _pairs(rng: random.Random, people: list[str], wanted: int) -> Iterator[list[tuple[str, str]]]:
    """Lists of pairs, one an article, until so many different pairs were given; everybody in turn."""
    seen: set[frozenset[str]] = set()
    left: list[str] = []
    while len(seen) < wanted:
        left = left if len(left) >= TOGETHER else rng.sample(people, len(people))
        some, left = left[:TOGETHER], left[TOGETHER:]
        fresh = [pair for pair in combinations(some, 2) if frozenset(pair) not in seen][: wanted - len(seen)]
        seen |= {frozenset(pair) for pair in fresh}
        yield fresh


def write_articles(into: Path, actors: int = ACTORS, ties: int = TIES) -> int:
    """A folder, numbers of actors and of ties → articles that tell them; returns how many. Always the same."""
    rng, people, day = random.Random(1), names(actors), dt.date(2024, 1, 1)
    nation = {name: NATIONS[i % len(NATIONS)] for i, name in enumerate(people)}
    number = 0
    for number, pairs in enumerate(_pairs(rng, people, ties), 1):
        lines = [f"Published {day + dt.timedelta(days=700):%-d %B %Y}", ""]
        for name in dict.fromkeys(name for pair in pairs for name in pair):
            lines.append(f"The {nation[name]} lawmaker {name} has given no comment on the matter so far.")
        for i, (a, b) in enumerate(pairs):
            when = day + dt.timedelta(days=rng.randrange(690))
            lines.append(TELL[i % len(TELL)].format(a=a, b=b, day=f"{when:%-d %B %Y}"))
        (into / f"{number:04}.txt").write_text("\n\n".join(lines), encoding="utf-8")
    return number


def clicks(browser: Browser, address: str, chart: str, text: str, number: int = CLICKS) -> list[float]:
    """A page, its chart and the element with its text → seconds from a click on a point to the changed text.

    Clicks that change nothing are left out. Raises RuntimeError where none does.
    """
    context = browser.new_context(viewport={"width": _VIEW["width"], "height": _VIEW["height"]})
    page, taken = context.new_page(), []
    try:
        page.goto(address)
        page.wait_for_selector(f"{chart} .scatterlayer .points path", state="attached", timeout=120_000)
        page.wait_for_timeout(2500)  # until the page is at rest
        places: list[list[float]] = page.evaluate(_PLACES, chart)
        seen = [(x, y) for x, y in places if 0 < x < _VIEW["width"] and 0 < y < _VIEW["height"]]
        for x, y in islice(seen[:: max(len(seen) // (3 * number), 1)], 3 * number):
            page.mouse.move(x, y)
            page.wait_for_timeout(300)  # a hand rests before it clicks; hover is not what is measured
            before = page.evaluate("css => document.querySelector(css)?.innerText", text)
            start = time.perf_counter()
            page.mouse.click(x, y)
            try:
                page.wait_for_function(_CHANGED, arg=[text, before], polling="raf", timeout=8000)
            except Late:
                continue
            taken.append(time.perf_counter() - start)
            page.wait_for_timeout(800)
            if len(taken) == number:
                break
    finally:
        context.close()
    if not taken:
        raise RuntimeError(f"no click on {address} changed {text}")
    return taken


def bench_network() -> None:
    """Print the time from a click to its evidence on a network of many actors, beside the bare page."""
    with tempfile.TemporaryDirectory() as scratch, open_browser() as browser:
        folder = Path(scratch) / "articles"
        folder.mkdir()
        articles = write_articles(folder)
        environment = {"HOTLINE_CORPUS": str(folder), "HOTLINE_CACHE": f"{scratch}/cache"}
        os.environ["HOTLINE_CACHE"] = environment["HOTLINE_CACHE"]
        ties = build_network(load_corpus(folder)).ties  # read once, so that only the page is measured
        ties = ties[ties["kind"] != "mentioned_with"]
        with serve_script(ROOT / "tools" / "bare_page.py", {}, ROOT / "tools") as url:  # with no settings of ours
            bare = statistics.median(clicks(browser, url, ".st-key-timeline", ".st-key-excerpts"))
        with serve_script(ROOT / "dashboard.py", environment) as url:
            ours = statistics.median(clicks(browser, f"{url}/network", ".st-key-network", ".st-key-network-panel"))
    times = ours / bare
    actors = len({*ties["source"], *ties["target"]})
    print(f"network of {actors} actors and {len(ties)} ties in {articles} articles: click → evidence")
    print(f"  bare page               {bare:6.3f} s")
    verdict = "met" if times <= TARGET else "MISSED"
    print(f"  dashboard               {ours:6.3f} s  {times:.2f} × (target ≤ {TARGET:g} ×: {verdict})")


if __name__ == "__main__":
    bench_network()
