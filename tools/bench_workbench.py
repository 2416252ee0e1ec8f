"""Measures the start page at work beside a bare Streamlit page: click to excerpt, filter to repaint.

    python -m tools.bench_workbench --folder seeds

Lives here: what is clicked and when it counts as answered, and the targets. Must not live here: starting, reading, the
network. The pages take turns, so that what else the machine does falls on all of them alike. The large folder, and
what was read in it, is kept in the system's folder for temporary files: the next run starts at once.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as Late

from tools.browser import ROOT, open_browser, serve_script
from tools.crowd import make_folder

ARTICLES, EVENTS = 2000, 5000
ROUNDS = 12
TARGETS = {"seeds": {"click": 1.5, "filter": 2.0}, "crowd": {"click": 4.0, "filter": 4.0}}  # times the bare page
KEPT = Path(tempfile.gettempdir()) / "hotline-bench"
POINT = ".st-key-timeline .scatterlayer .points path"
PILL = ".st-key-kind button"
READING = 600_000  # milliseconds the first opening of the large folder may take
VIEW = {"width": 1400, "height": 1000}

_PLACES = """() => {
    const plot = document.querySelector(".st-key-timeline .js-plotly-plot");
    if (!plot?._fullLayout?.xaxis) return [];
    const axes = plot._fullLayout, box = plot.getBoundingClientRect();
    return plot.data.filter(t => t.customdata && t.xaxis !== "x2").flatMap(t => t.x.map((x, i) => [
        box.left + axes.xaxis._offset + axes.xaxis.l2p(axes.xaxis.d2l(x)),
        box.top + axes.yaxis._offset + axes.yaxis.l2p(t.y[i]), String(t.customdata[i])]))
        .filter(([x, y, id]) => !id.startsWith("group|") && y > 0 && y < innerHeight
            && x > box.left + axes.xaxis._offset && x < box.left + axes.xaxis._offset + axes.xaxis._length)
        .map(([x, y]) => [x, y]);
}"""
_TEXT = "() => document.querySelector('.st-key-excerpts')?.innerText ?? ''"
_DRAWN = f"""() => {{
    const plot = document.querySelector(".st-key-timeline .js-plotly-plot");
    if (!plot?.data || !document.querySelector("{POINT}")) return "";
    return JSON.stringify(plot.data.map(trace => trace.customdata ?? 0));
}}"""


@dataclass
class Bench:
    """A page that is open, its name, and the seconds its clicks and filters took."""

    name: str
    page: Page
    click: list[float]
    filter: list[float]


def _until(page: Page, what: str, act: tuple[float, float]) -> float | None:
    """Seconds from a click at a place until `what` of the page is another, and something; None if it stays."""
    x, y = act
    page.mouse.move(x, y)
    page.wait_for_timeout(300)  # a hand rests before it clicks; hover is not what is measured
    before = page.evaluate(what)
    start = time.perf_counter()
    page.mouse.click(x, y)
    try:
        changed = f"before => {{ const now = ({what})(); return now && now !== before; }}"
        page.wait_for_function(changed, arg=before, polling="raf", timeout=15_000)
    except Late:
        return None
    taken = time.perf_counter() - start
    page.wait_for_timeout(500)
    return taken


def _click(bench: Bench, number: int) -> None:
    places = bench.page.evaluate(_PLACES)
    x, y = places[number * 5 % len(places)]
    if (taken := _until(bench.page, _TEXT, (x, y))) is not None:
        bench.click.append(taken)


def _filter(bench: Bench, number: int) -> None:
    """Press one of the two first options of a filter, or release it: each press leaves other events."""
    box = bench.page.locator(PILL).nth(number // 2 % 2).bounding_box()
    if box and (taken := _until(bench.page, _DRAWN, (box["x"] + 12, box["y"] + box["height"] / 2))) is not None:
        bench.filter.append(taken)


def _zoom(page: Page, share: float) -> None:
    """Draw a box over a share of the chart, so that single events show."""
    area = page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert area
    page.mouse.move(area["x"] + area["width"] * 0.4, area["y"] + 8)
    page.mouse.down()
    page.mouse.move(area["x"] + area["width"] * (0.4 + share), area["y"] + 70, steps=5)
    page.mouse.up()
    page.wait_for_function(f"() => ({_PLACES})().length > 5")
    page.wait_for_timeout(1500)


def large_folder() -> Path:
    """The generated folder of ARTICLES articles and EVENTS events, made if it is not there."""
    folder = KEPT / f"articles-{ARTICLES}-{EVENTS}"
    if len(list(folder.glob("*.txt"))) != ARTICLES:
        make_folder(folder, ARTICLES, EVENTS)
    return folder


@contextmanager
def _opened(browser: Browser, name: str, script: Path, environment: dict[str, str], folder: Path) -> Iterator[Bench]:
    with serve_script(script, environment, folder) as url:
        context = browser.new_context(viewport=VIEW)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(url)
        page.wait_for_selector(POINT, state="attached", timeout=READING)
        page.wait_for_timeout(1500)  # until the page is at rest
        yield Bench(name, page, [], [])
        context.close()


def bench_workbench(folder: Path) -> None:
    """Print how long clicks and filters of the start page take, as times of the bare page's click.

    The bare page they are held against follows no settings of ours; how long it takes with them is printed beside it.
    """
    page, plain = ROOT / "tools" / "bare_page.py", ROOT / "tools"
    cache = os.environ.get("HOTLINE_CACHE") or str(KEPT / "cache")
    with open_browser() as browser, ExitStack() as stack:
        bare = stack.enter_context(_opened(browser, "bare", page, {}, plain))
        alike = stack.enter_context(_opened(browser, "bare, our settings", page, {}, ROOT))
        open_pages: list[Bench] = []
        for name, articles in (("seeds", folder), ("crowd", large_folder())):
            environment = {"HOTLINE_CORPUS": str(articles.resolve()), "HOTLINE_CACHE": cache}
            open_pages.append(stack.enter_context(_opened(browser, name, ROOT / "dashboard.py", environment, ROOT)))
        _zoom(open_pages[-1].page, 0.015)
        for number in range(ROUNDS):
            for bench in (bare, alike, *open_pages):
                _click(bench, number)
        for number in range(ROUNDS):
            _click(bare, number)
            _click(alike, number)
            for bench in open_pages:
                _filter(bench, number)
    one = statistics.median(bare.click)
    with_ours = statistics.median(alike.click)
    print(f"at work, median of {ROUNDS}; bare page: click to text {one:.3f} s (with our settings {with_ours:.3f} s)")
    for bench in open_pages:
        label = "these articles" if bench.name == "seeds" else f"{ARTICLES} articles, {EVENTS} events"
        for what, words in (("click", "click to excerpt"), ("filter", "filter to repaint")):
            taken: list[float] = getattr(bench, what)
            target = TARGETS[bench.name][what]
            if not taken:
                print(f"  {label}, {words}: no answer within 15 s: MISSED")
                continue
            value = statistics.median(taken)
            verdict = "met" if value <= target * one else "MISSED"
            print(f"  {label}, {words:17} {value:.3f} s  {value / one:.2f} × (target ≤ {target:g} ×: {verdict})")


def main() -> None:
    """Run this bench alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--folder", type=Path, default=Path("seeds"), help="the articles")
    bench_workbench(parser.parse_args().folder)


if __name__ == "__main__":
    main()
