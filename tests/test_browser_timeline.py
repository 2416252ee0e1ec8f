"""The start page in a real Chromium: click, read, filter, reload, switch language, go back; crowds; words as typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.pages import CALL, NewPage, click_point, open_chart, too_wide

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
POINTS = ".st-key-timeline .subplot.xy .points path.point"


def _ring(page: Page) -> list[str]:
    """The stroke of every marker, as the browser paints it."""
    return list(page.eval_on_selector_all(POINTS, "points => points.map(point => getComputedStyle(point).filter)"))


def test_a_click_opens_the_event_with_the_exact_words(page: Page, server: str) -> None:
    open_chart(page, server, POINTS)
    click_point(page, POINTS, 0)
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Trump–Putin call")
    expect(page.locator(".st-key-excerpts mark.hl-event").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"event=2025-02-12-call-trump-putin"))
    quote = page.locator(".st-key-excerpts blockquote").first
    assert quote.get_attribute("lang") == "it"
    assert _ring(page)[0] != "none"
    assert set(_ring(page)[1:]) == {"none"}


def test_a_link_restores_the_view_and_back_and_forward_step_through_it(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?event={CALL}", POINTS)
    chips = page.locator(".st-key-chips")
    page.get_by_role("button", name=re.compile("^Tomahawk")).click()
    expect(page).to_have_url(re.compile(rf"topic=tomahawk&event={CALL}"))
    expect(chips).to_contain_text("Tomahawk")
    page.get_by_role("button", name=re.compile("^Calls")).click()
    expect(page).to_have_url(re.compile(r"kind=call"))
    page.go_back()
    expect(chips).not_to_contain_text("Calls")
    expect(chips).to_contain_text("Tomahawk")
    page.go_forward()
    expect(chips).to_contain_text("Calls")
    page.reload()
    expect(chips).to_contain_text("Calls")
    expect(chips).to_contain_text("Tomahawk")
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Trump–Putin call")
    chips.get_by_role("button", name="Clear all").click()
    expect(chips).to_contain_text("No filter is set")
    expect(page).to_have_url(f"{server}/?event={CALL}")


def test_language_and_pages_keep_filters_and_selection(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?event={CALL}&kind=call", POINTS)
    page.get_by_role("radio", name="Italiano").click()
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Telefonata Trump–Putin")
    expect(page.locator(".st-key-event-panel")).to_contain_text("Giovedì 16 ottobre 2025")
    expect(page).to_have_url(re.compile(r"kind=call.*lang=it"))
    page.wait_for_function("document.documentElement.lang === 'it'")
    page.get_by_role("link", name="Rete").click()
    expect(page.locator("h1")).to_have_text("Rete")
    expect(page).to_have_url(re.compile(r"/network\?kind=call&.*lang=it"))
    page.get_by_role("link", name="Cronologia").click()
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Telefonata Trump–Putin")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Rete")  # one page, one step of the history


def test_keyboard_steps_and_opens_the_table(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?event=2025-02-12-call-trump-putin", POINTS)
    when = page.locator(".st-key-event-panel .hl-when")
    expect(when).to_contain_text("12 February")
    page.keyboard.press("Alt+ArrowRight")
    expect(when).to_contain_text("18 March")
    page.keyboard.press("Alt+ArrowLeft")
    expect(when).to_contain_text("12 February")
    page.locator(".st-key-timeline-table-box summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-testid=stDataFrame]")).to_be_visible()


def test_a_bad_address_is_a_notice(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?topic=nonsense&kind=call&event=2099-01-01-call-nobody", POINTS)
    notices = page.locator(".hl-notice")
    expect(notices).to_have_count(2)
    expect(page.locator(".st-key-chips")).to_contain_text("Calls")
    expect(page).to_have_url(f"{server}/?kind=call")


SPAN = "() => document.querySelector('.st-key-timeline .js-plotly-plot')?._fullLayout?.xaxis?.range?.map(w => w.slice(0, 10)).join()"


def _zoom(page: Page, left: float, right: float) -> str:
    """Draw a box from one share of the axis to another → the days in view, once the page names them."""
    box = page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + left * box["width"], box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + right * box["width"], box["y"] + 60, steps=6)
    page.mouse.up()
    expect(page.locator(".st-key-timeline-tools [role=status]")).to_be_visible()
    page.wait_for_timeout(700)
    return str(page.evaluate(SPAN))


def test_zoom_outlives_clicks_filters_pages_and_languages(page: Page, server: str) -> None:
    open_chart(page, server, POINTS)
    before = page.evaluate(SPAN)
    zoomed = _zoom(page, 0.05, 0.5)
    assert zoomed != before
    click_point(page, POINTS, 1)
    expect(page.locator(".st-key-event-panel .hl-when")).to_contain_text("18 March")
    assert page.evaluate(SPAN) == zoomed
    page.get_by_role("button", name=re.compile("^Held")).click()
    expect(page.locator(".st-key-chips")).to_contain_text("Held")
    page.wait_for_timeout(700)
    assert page.evaluate(SPAN) == zoomed
    assert sum(ring != "none" for ring in _ring(page)) == 1
    page.get_by_role("link", name="Checks").click()
    expect(page.locator("h1")).to_have_text("Checks")
    page.get_by_role("link", name="Timeline").click()
    page.wait_for_function(f"zoomed => ({SPAN})() === zoomed", arg=zoomed)
    page.get_by_role("radio", name="Italiano").click()
    expect(page.locator("h1")).to_have_text("Cronologia")
    page.wait_for_function(f"zoomed => ({SPAN})() === zoomed", arg=zoomed)
    page.get_by_role("button", name="Tutto il periodo").click()
    page.wait_for_function(f"before => ({SPAN})() === before", arg=before)


def test_a_filter_moves_neither_the_page_nor_the_focus(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?event={CALL}", POINTS)
    scrolled = "() => Math.round(document.querySelector('[data-testid=stMain]').scrollTop)"
    focused = "() => document.activeElement.textContent.replace(/[0-9 ]+$/, '')"
    expect(page.locator(".st-key-excerpts mark").first).to_be_attached()
    page.mouse.move(800, 500)
    page.mouse.wheel(0, 320)
    page.wait_for_function(f"({scrolled})() === 320")
    jumps = "window.jumps = []; document.querySelector('[data-testid=stMain]').onscroll = e => { jumps.push(e.target.scrollTop); }; 0"
    page.evaluate(jumps)
    held = page.get_by_role("button", name=re.compile("^Held"))
    held.focus()
    for words in ("Held", None):
        page.keyboard.press("Space")
        chips = page.locator(".st-key-chips")
        expect(chips).to_contain_text(words) if words else expect(chips).to_contain_text("No filter")
        page.wait_for_timeout(500)
        assert page.evaluate(focused) == "Held"
    page.locator(".st-key-step-next button").first.focus()  # of the panel, lower down
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-event-panel .hl-when")).not_to_contain_text("16 October")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.closest('.st-key-step-next') !== null")
    assert page.evaluate("window.jumps") == []


def test_copy_with_citation(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_chart(page, f"{server}/?event={CALL}", POINTS)
    page.locator(".st-key-excerpts [data-hl-copy]").first.click()
    expect(page.locator(".st-key-excerpts [data-hl-copy]").first).to_have_text("copied")
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("“")
    assert re.search(r"characters \d+–\d+", words)


def test_links_change_the_page_within_the_session(page: Page, server: str) -> None:
    open_chart(page, f"{server}/?event={CALL}&lang=it", POINTS)
    page.evaluate("window.stays = true")
    link = page.locator(".st-key-excerpts a.hl-link").first
    address = str(link.evaluate("link => link.href"))
    assert re.fullmatch(rf"{server}/articles\?lang=it&article=\w+&at=\d+", address)
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])
    expect(opened.value.locator(".st-key-reader")).to_be_visible()  # a real address, in a tab of its own
    opened.value.close()
    link.click()
    expect(page.locator(".st-key-reader")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/articles\?.*lang=it.*article=.+at=\d+"))
    assert page.evaluate("window.stays")
    page.go_back()
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Telefonata Trump–Putin")
    page.locator(".st-key-event-panel a", has_text="confronta").click()
    expect(page.locator("h1")).to_have_text("Confronto")
    expect(page).to_have_url(re.compile(rf"/compare\?.*event={CALL}"))
    page.get_by_role("link", name="Rete").click()
    page.get_by_role("link", name="Cronologia").click()
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Telefonata Trump–Putin")
    assert page.evaluate("window.stays")


CALLS = ("12 February", "18 March", "19 May", "4 June", "3 July", "16 October")
YEARS = {
    "articles.csv": "file,published,language\n"
    + "".join(f"call{i}.txt,2025-11-{10 + i},en\n" for i in range(len(CALLS)))
    + "back.txt,2025-11-20,en\n",
    "back.txt": "Vladimir Putin met Angela Merkel in Minsk on 11 June 2014, and the meeting lasted two hours.\n",
} | {f"call{i}.txt": f"Donald Trump and Vladimir Putin spoke by phone on {day} 2025.\n" for i, day in enumerate(CALLS)}
OLD = "2014-06-11-meeting-putin-merkel-minsk"
SOON = "() => { const [low, high] = (" + SPAN + ")()?.split(',') ?? []; return low > '2025' && high < '2026'; }"


@pytest.fixture(scope="module")
def years(serve: Callable[[Path | str], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """A dashboard on six calls of 2025 and a meeting of 2014."""
    folder = tmp_path_factory.mktemp("years")
    for name, text in YEARS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return serve(folder)


def test_an_event_of_years_ago_does_not_squeeze_the_others(page: Page, years: str) -> None:
    open_chart(page, years, POINTS)
    days = page.locator(".st-key-timeline-tools [role=status]")
    outside = page.locator(".st-key-timeline .annotation", has_text="1 earlier event not in view")
    assert page.evaluate(SOON)
    first = page.evaluate(SPAN)
    boxes = [page.locator(POINTS).nth(i).bounding_box() for i in range(7)]
    across = sorted(box["x"] for box in boxes if box)
    assert across[-1] - across[1] > 600
    expect(outside).to_have_count(1)
    outside.locator("text").click()
    page.wait_for_function(f"({SPAN})() < '2014-06'")
    expect(outside).to_have_count(0)
    expect(days).to_have_count(0)
    page.get_by_role("button", name="Main period").click()
    page.wait_for_function(f"first => ({SPAN})() === first", arg=first)
    page.wait_for_timeout(700)
    box = page.locator(".st-key-timeline .nsewdrag").first.bounding_box()
    assert box
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + 12)
    page.wait_for_function(f"({SPAN})() < '2014-06'")


def test_the_view_goes_to_an_event_of_years_ago_and_back(page: Page, years: str) -> None:
    open_chart(page, f"{years}/?event={OLD}", POINTS)
    when = page.locator(".st-key-event-panel .hl-when")
    expect(when).to_contain_text("11 June 2014")
    assert page.evaluate(SPAN).count("2014") == 2
    expect(page.locator(".st-key-timeline .annotation", has_text="6 later events not in view")).to_have_count(1)
    page.keyboard.press("Alt+ArrowRight")
    expect(when).to_contain_text("12 February 2025")
    page.wait_for_function(SOON)
    page.keyboard.press("Alt+ArrowLeft")
    page.wait_for_function(f"({SPAN})()?.split('2014').length === 3")
    expect(when).to_contain_text("11 June 2014")
    page.get_by_role("button", name=re.compile("^Calls")).click()
    page.wait_for_function(SOON)  # the selected event is hidden now: what is left is shown
    expect(when).to_contain_text("11 June 2014")


def _in_view(page: Page) -> list[str]:
    """What each marker in view carries: an event, or a count of events."""
    return list(
        page.evaluate(
            """() => {
                const plot = document.querySelector(".st-key-timeline .js-plotly-plot");
                const [low, high] = plot._fullLayout.xaxis.range.map(Date.parse);
                return plot.data.filter(t => t.customdata && t.xaxis !== "x2").flatMap(t =>
                    t.x.map((x, i) => [Date.parse(x), t.customdata[i][0]])
                        .filter(([x]) => low <= x && x <= high).map(([, id]) => id));
            }"""
        )
    )


def test_a_crowd_opens_on_zoom_and_on_a_click(page: Page, crowd: str) -> None:
    open_chart(page, crowd, POINTS)
    assert page.locator(POINTS).count() < 260
    assert sum(one.startswith("group|") for one in _in_view(page)) > 40
    _zoom(page, 0.4, 0.5)
    opened = _in_view(page)
    assert len(opened) > 20
    assert sum(one.startswith("group|") for one in opened) < 5
    page.get_by_role("button", name="Whole period").click()
    expect(page.locator(".st-key-timeline-tools [role=status]")).to_have_count(0)
    page.wait_for_timeout(700)
    group = next(one for one in _in_view(page) if one.startswith("group|"))
    click_point(page, POINTS, 0)  # counts are drawn first
    expect(page.locator(".st-key-timeline-tools [role=status]")).to_be_visible()
    page.wait_for_timeout(700)
    assert group.split("|")[3] in _in_view(page)
    open_chart(page, f"{crowd}/?event={group.split('|')[3]}", POINTS)
    assert sum(ring != "none" for ring in _ring(page)) == 1  # the count that holds the selected event


def test_words_of_articles_show_as_typed(page: Page, crowd: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{crowd}/?q=%3Cscript%3E%20%24x%5E2%24%20%3Ared%5Bx%5D%20%21%5B%5D%28x%29")
    chip = page.locator(".st-key-chips button").first
    expect(chip).to_contain_text("<script> $x^2$ :red[x] ![](x)")
    assert page.locator(".katex, .st-key-chips img").count() == 0
    open_chart(page, f"{crowd}/?people=ada-finta", POINTS)
    expect(page.locator(".st-key-chips")).to_contain_text("Ada *Finta* <b>")
    assert not [url for url in fetched if "example.invalid" in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_is_wider_than_the_page(new_page: NewPage, server: str, width: int, scheme: str) -> None:
    page = new_page(width, 900, scheme)
    open_chart(page, f"{server}/?event={CALL}", POINTS)
    expect(page.locator(".st-key-excerpts mark").first).to_be_attached()
    assert too_wide(page) == 0
    dark = page.evaluate("getComputedStyle(document.querySelector('.st-key-event-panel')).backgroundColor")
    assert dark == ("rgb(27, 31, 39)" if scheme == "dark" else "rgb(255, 255, 255)")


OVERLAPS = """() => {
    const words = [...document.querySelectorAll(
        ".st-key-timeline .subplot .textpoint text, .st-key-timeline .xtick text, .st-key-timeline .annotation text"
    )].filter(word => !word.closest(".rangeslider-container") && getComputedStyle(word).visibility !== "hidden"
        && /[\\p{L}\\d]/u.test(word.textContent));
    const boxes = words.map(word => word.getBoundingClientRect());
    return boxes.flatMap((a, i) => boxes.slice(i + 1).map((b, j) => [a, b, i, i + 1 + j]))
        .filter(([a, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4)
        .map(([, , i, j]) => words[i].textContent + " / " + words[j].textContent);
}"""


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("which", ["server", "crowd"])
def test_words_of_the_chart_never_cover_each_other(
    new_page: NewPage, request: pytest.FixtureRequest, which: str, width: int
) -> None:
    page = new_page(width, 900)
    page.goto(request.getfixturevalue(which))
    page.wait_for_selector(POINTS, state="attached")
    seen = [page.evaluate(OVERLAPS)]  # as it comes, before it is drawn for the width there is
    for _ in range(20):
        page.wait_for_timeout(100)
        seen.append(page.evaluate(OVERLAPS))
    assert [overlaps for overlaps in seen if overlaps] == []
    assert page.locator(".st-key-timeline .xtick text >> visible=true").count() >= 2
