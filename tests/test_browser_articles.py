"""The reader in a real Chromium: scrolling to a place, clicks on marks, layers, text that must stay text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.pages import PHONE, NewPage, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

CALL = "Donald Trump and Vladimir Putin spoke by phone on 3 March 2031, Yuri Ushakov said."
HOSTILE = (
    "<script>window.hit = 1</script> <img src=x onerror='window.hit = 1'> ![x](https://example.invalid/a.png) $x^2$"
)
UNREAD = "The meeting that Viktor Orban and Giorgia Meloni never described was a puzzle."
FILLER = "The ministry gave no details of the agenda, and the delegations left without a word to the press.\n\n"
FOLDER = {
    "articles.csv": "file,published,language\nlong.txt,2031-03-04,en\n",
    "long.txt": f"{CALL} It was about sanctions.\n\n{UNREAD}\n\n{HOSTILE}\n\n{FILLER * 80}At the end Yuri Ushakov named the PLACE to find.\n\n{FILLER * 40}",
}


@pytest.fixture(scope="module")
def site(serve: Callable[[Path | str], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in FOLDER.items():
        (folder / name).write_text(text, encoding="utf-8")
    return serve(folder)


def in_view(page: Page, selector: str) -> bool:
    return bool(
        page.evaluate(
            "s => { const b = document.querySelector(s).getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }",
            selector,
        )
    )


SEEN = "() => { const m = document.querySelector('#here'); if (!m) return false; const b = m.getBoundingClientRect(); return b.top > 0 && b.bottom < innerHeight; }"


def test_a_link_opens_the_article_at_its_place(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long&at={FOLDER['long.txt'].index('PLACE')}")
    page.wait_for_function(SEEN)
    here = page.locator("#here")
    assert "PLACE" in page.locator("mark.here").all_inner_texts()[0] + here.inner_text()
    assert here.evaluate("e => getComputedStyle(e).backgroundColor") not in ("rgba(0, 0, 0, 0)", "transparent")
    assert page.locator(".st-key-reader .hl-article").get_attribute("lang") == "en"


def test_without_a_place_it_begins_at_the_top(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long")
    page.locator(".hl-article mark").first.wait_for()
    assert page.locator("#here").count() == 0
    assert in_view(page, ".hl-article mark")


def test_a_click_on_a_mark_shows_the_reading_and_leads_on(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long")
    page.locator(".hl-article mark.m-people", has_text="Yuri Ushakov").first.click()
    reading = page.locator(".hl-reading", has_text="Yuri Ushakov").first
    reading.wait_for()
    assert "Rule" in reading.inner_text()
    assert page.locator(".hl-article mark.chosen").count() >= 1
    reading.get_by_role("link", name="Yuri Ushakov").click()
    page.wait_for_url("**/network?*person=yuri-ushakov*")
    page.locator(".st-key-actor-panel").wait_for()


FOCUS = "document.activeElement.id"


def focus_first_mark(page: Page) -> str:
    """The Tab key, from the last switch of layers → the name of the mark it comes to."""
    page.locator(".hl-article mark").first.wait_for()
    page.get_by_role("button", name="Possibly missed").focus()
    page.keyboard.press("Tab")
    return str(page.evaluate(FOCUS))


def test_arrow_keys_go_from_mark_to_mark(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long")
    first = focus_first_mark(page)
    names = page.eval_on_selector_all(".hl-article mark[id]", "marks => marks.map(m => m.id)")
    assert first == names[0]
    for key, expected in (
        ("ArrowRight", names[1]), ("ArrowRight", names[2]), ("ArrowLeft", names[1]), ("End", names[-1]),
        ("ArrowRight", names[-1]), ("Home", names[0]), ("ArrowLeft", names[0]),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == expected
        assert in_view(page, f"[id='{expected}']")
    assert page.eval_on_selector("mark:focus", "m => getComputedStyle(m).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.hl-article')"), "the whole article is one stop"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUS) == names[0]


def test_enter_opens_the_reading_and_escape_comes_back(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long")
    focus_first_mark(page)
    people = page.locator(".hl-article mark.m-people", has_text="Yuri Ushakov").first
    wanted = people.get_attribute("id")
    while page.evaluate(FOCUS) != wanted:
        before = page.evaluate(FOCUS)
        page.keyboard.press("ArrowRight")
        assert page.evaluate(FOCUS) != before, "the mark was not reached"
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.matches('.hl-here')")
    assert "Yuri Ushakov" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.hl-reading a')")
    page.keyboard.press("Escape")
    page.wait_for_function("!document.querySelector('.hl-here')")
    assert page.evaluate(FOCUS) == wanted


@pytest.mark.parametrize(
    ("layer", "words", "link"),
    [
        ("people", "Vladimir Putin", "**/network?*person=vladimir-putin*"),
        ("topics", "sanctions", "**/topics?*story=sanctions*"),
        ("events", "spoke", "**/?event=2031-03-03-call-trump-putin*"),
    ],
)
def test_a_reading_leads_to_person_topic_and_event(page: Page, site: str, layer: str, words: str, link: str) -> None:
    page.goto(f"{site}/articles?article=long")
    page.locator(f".hl-article mark.m-{layer}", has_text=words).first.click()
    page.locator(".hl-here .hl-reading").first.locator("a").first.click()
    page.wait_for_url(link)


def test_passages_possibly_missed_are_shown_when_asked_for(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long")
    page.locator(".hl-article mark").first.wait_for()
    assert page.locator(".hl-article mark.m-missed").count() == 0
    page.get_by_role("button", name="Possibly missed").click()
    missed = page.locator(".hl-article mark.m-missed")
    missed.first.wait_for()
    assert UNREAD.rstrip(".") in "".join(missed.all_inner_texts())
    missed.first.click(position={"x": 3, "y": 12})
    page.locator(".hl-reading", has_text="no event was understood").wait_for()


def test_a_layer_is_switched_off_and_the_place_kept(page: Page, site: str) -> None:
    page.goto(f"{site}/articles?article=long&at={FOLDER['long.txt'].index('PLACE')}")
    page.wait_for_function(SEEN)
    assert page.locator(".hl-article mark.m-people").count() > 0
    page.get_by_role("button", name="People", exact=True).click()
    page.wait_for_function("document.querySelectorAll('.hl-article mark.m-people').length === 0")
    assert page.locator(".hl-article mark.m-dates").count() > 0
    page.wait_for_url("**layers=*")


def test_text_stays_text(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}/articles?article=long")
    page.locator(".hl-article mark").first.wait_for()
    text = page.locator(".hl-article").inner_text()
    assert HOSTILE in text
    assert page.evaluate("window.hit") is None
    assert page.locator(".hl-article script, .hl-article img, .hl-article .katex").count() == 0
    assert not [url for url in asked if "invalid" in url]
    assert page.locator(".hl-article").evaluate("e => e.textContent") == FOLDER["long.txt"]


def test_layers_differ_without_colour(page: Page, site: str) -> None:
    page.goto(
        f"{site}/articles?article=long&layers=people&layers=dates&layers=topics&layers=quotes&layers=events&layers=claims&layers=missed"
    )
    page.locator(".hl-layers").wait_for()
    looks = page.locator(".hl-layers mark").evaluate_all(
        "marks => marks.map(m => { const s = getComputedStyle(m); return [s.textDecorationLine, s.textDecorationStyle,"
        " s.borderLeftStyle, s.fontStyle].join('|'); })"
    )
    assert len(looks) == len(set(looks)) == 7


def test_on_a_phone_nothing_is_wider_than_the_page(new_page: NewPage, site: str) -> None:
    page = new_page(*PHONE)
    page.goto(f"{site}/articles?article=long")
    page.locator(".hl-article mark").first.wait_for()
    assert too_wide(page) == 0
    page.locator(".hl-article mark.m-people").last.click()
    page.locator(".hl-here").wait_for()
    assert in_view(page, ".st-key-reading-close"), "what was understood comes up where the reader looks"
    page.locator(".st-key-reading-close button").click()
    page.locator(".hl-here").wait_for(state="detached")
