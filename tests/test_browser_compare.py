"""The pages that compare in a real Chromium: from a cell, a check, a topic to the words; phone and desk; keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.pages import CALL, PHONE, NewPage, click_point, open_chart, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
MARK = '[class*="st-key-reader"] mark'


def test_a_cell_opens_its_words_in_the_article(page: Page, server: str) -> None:
    page.goto(f"{server}/compare?event={CALL}")
    row = page.locator(".hl-matrix tr.hl-row-conflicts")
    expect(row).to_have_count(1)
    link = row.locator("td a.hl-words").first
    words = link.inner_text().strip("“”")
    link.click()
    expect(page).to_have_url(re.compile(r"/articles\?.*article=.*at=\d+"))
    reader = page.locator(".st-key-reader")
    expect(reader).to_contain_text(words.split(" …")[0])
    expect(page.locator(MARK).first).to_be_attached()


def test_an_event_is_chosen_from_the_overview_and_by_keyboard(page: Page, server: str) -> None:
    page.goto(f"{server}/compare")
    page.locator(".hl-overview tbody th a").last.click()
    expect(page).to_have_url(re.compile(r"compare\?event="))
    expect(page.locator(".hl-matrix")).to_be_visible()
    box = page.locator(".st-key-_compared input")
    box.focus()
    page.keyboard.type("16 Oct")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(CALL))
    expect(page.locator(".hl-matrix .hl-row-conflicts")).to_have_count(1)
    page.go_back()
    expect(page).not_to_have_url(re.compile(CALL))


def test_coverage_opens_the_words(page: Page, server: str) -> None:
    page.goto(f"{server}/compare")
    page.get_by_role("radio", name="Coverage").click()
    expect(page).to_have_url(re.compile("view=coverage"))
    cell = page.locator(".hl-coverage td.hl-c-reports a").first
    assert "reports it" in (cell.locator("xpath=..").get_attribute("title") or "")
    cell.click()
    expect(page).to_have_url(re.compile(r"/articles\?.*at=\d+"))
    expect(page.locator(MARK).first).to_be_attached()


def test_a_check_is_filtered_and_opens_its_words(page: Page, server: str) -> None:
    page.goto(f"{server}/checks")
    cards = page.locator(".hl-check")
    expect(cards.first).to_contain_text("Duration")
    before = cards.count()
    page.get_by_role("button", name=re.compile("holds")).click()
    expect(page).to_have_url(re.compile("verdicts=conflicts"))
    expect(page.locator(".hl-check.hl-agrees")).to_have_count(0)
    assert 0 < cards.count() < before
    zone = page.locator(".hl-check", has_text="UTC+3")
    expect(zone.locator("mark")).to_have_count(2)
    zone.locator(".hl-actions a", has_text="↗").first.click()
    expect(page).to_have_url(re.compile(r"/articles\?.*at=\d+"))
    expect(page.locator(MARK).first).to_be_attached()


def test_a_circle_opens_the_story_and_its_words(page: Page, server: str) -> None:
    points = ".st-key-topics-chart .points path.point"
    open_chart(page, f"{server}/topics", points)
    click_point(page, points, 0)
    expect(page).to_have_url(re.compile(r"topics\?story="))
    steps = page.locator(".hl-story li")
    expect(steps.first).to_be_visible()
    expect(steps.first.locator("mark.hl-topic").first).to_be_visible()
    steps.first.locator(".hl-actions a", has_text="↗").click()
    expect(page).to_have_url(re.compile(r"/articles\?.*at=\d+"))


def test_a_link_restores_two_topics_and_languages_keep_them(page: Page, server: str) -> None:
    page.goto(f"{server}/topics?story=territories&versus=ukraine-settlement&acts=demanded")
    expect(page.locator(".hl-stories section")).to_have_count(2)
    page.get_by_role("radio", name="Italiano").click()
    expect(page.locator(".st-key-story")).to_contain_text("La storia di “Territori”")
    expect(page).to_have_url(re.compile(r"story=territories.*versus=ukraine-settlement.*acts=demanded.*lang=it"))


@pytest.mark.parametrize(
    "path",
    [
        "compare",
        f"compare?event={CALL}",
        "compare?view=coverage",
        "checks",
        "topics?story=territories&versus=ceasefire",
    ],
)
@pytest.mark.parametrize(("width", "scheme"), [(1400, "dark"), (390, "light")])
def test_nothing_is_wider_than_the_page(new_page: NewPage, server: str, path: str, width: int, scheme: str) -> None:
    page = new_page(width, 900, scheme)
    page.goto(f"{server}/{path}")
    page.wait_for_selector(".hl-matrix, .hl-overview, .hl-coverage, .hl-check, .hl-story")
    page.wait_for_timeout(500)
    assert too_wide(page) == 0


def test_on_a_phone_a_row_is_a_card_that_names_its_sources(new_page: NewPage, server: str) -> None:
    page = new_page(*PHONE)
    page.goto(f"{server}/compare?event={CALL}")
    cell = page.locator(".hl-row-conflicts td .hl-cell-source").first
    expect(cell).to_be_visible()
    box = page.locator(".hl-matrix").bounding_box()
    assert box
    assert box["width"] < PHONE[0]


def test_a_crowd_is_cut_and_words_stay_words(page: Page, crowd: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    for path, shown in (
        ("compare", ".hl-overview"),
        ("compare?view=coverage", ".hl-coverage"),
        ("checks", ".hl-check"),
        ("topics?story=energy", ".hl-story"),
    ):
        page.goto(f"{crowd}/{path}")
        expect(page.locator(shown).first).to_be_visible(timeout=40_000)
    assert page.locator(".hl-story script, .hl-story img, .katex").count() == 0
    assert not [url for url in fetched if "example.invalid" in url]
