"""Makes the README's picture anew: the start page of the seeds, with an event selected whose accounts differ.

python -m tools.screenshots
"""

from __future__ import annotations

from data import load_corpus
from tools.browser import ROOT, open_browser, serve_script

SEEDS = ROOT / "seeds"
PICTURE = ROOT / "docs" / "screenshot.png"
WIDTH, HEIGHT = 1400, 1400


def most_telling(folder: str) -> str:
    """A folder of articles → the event_id whose accounts differ, of these the one most articles report."""
    corpus = load_corpus(folder)
    differing = set(corpus.checks.loc[corpus.checks["verdict"] == "conflicts", "event_id"])
    rows = zip(corpus.events["event_id"], corpus.events["n_articles"], strict=True)
    return str(min(rows, key=lambda row: (row[0] not in differing, -row[1], row[0]))[0])


def main() -> None:
    """Serve the seeds, wait until the chart and the excerpts are painted, and keep the picture."""
    event_id = most_telling(str(SEEDS))
    with open_browser() as browser, serve_script("dashboard.py", {"HOTLINE_CORPUS": str(SEEDS)}) as url:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{url}/?event={event_id}")
        page.wait_for_selector(".st-key-timeline .scatterlayer .points path", state="attached")
        page.wait_for_selector(".st-key-excerpts")
        page.wait_for_timeout(2000)  # fonts and the last shift of the layout
        page.screenshot(path=PICTURE)
    print(f"{PICTURE.relative_to(ROOT)}: {event_id}")


if __name__ == "__main__":
    main()
