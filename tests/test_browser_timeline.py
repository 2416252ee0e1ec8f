"""The start page in a real Chromium: click, read, filter, reload, switch language, go back; crowds; words as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tools.browser import ROOT, serve_script

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
POINTS = ".st-key-timeline .subplot.xy .points path.point"
CALL = "2025-10-16-call-trump-putin"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page 1400 pixels wide that fails the test on a script error."""
    context = browser.new_context(viewport={"width": 1400, "height": 1000}, locale="en-GB")
    errors: list[str] = []
    one = context.new_page()
    one.on("pageerror", lambda error: errors.append(str(error)))
    one.set_default_timeout(20_000)
    yield one
    context.close()
    assert errors == []


@pytest.fixture(scope="module")
def crowd() -> Iterator[str]:
    """Address of a dashboard on 500 synthetic events."""
    with serve_script(ROOT / "tests" / "sample_dashboard.py", {"HOTLINE_SAMPLE": "40,500,3"}) as url:
        yield url


def _open(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(POINTS, state="attached")
    page.wait_for_timeout(700)  # Plotly binds its clicks


def _click(page: Page, number: int) -> None:
    box = page.locator(POINTS).nth(number).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(400)  # two quick clicks are a double click
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def _ring(page: Page) -> list[str]:
    """The stroke of every marker, as the browser paints it."""
    return list(page.eval_on_selector_all(POINTS, "points => points.map(point => getComputedStyle(point).filter)"))


def test_a_click_opens_the_event_with_the_exact_words(page: Page, server: str) -> None:
    _open(page, server)
    _click(page, 0)
    expect(page.locator(".st-key-event-panel h2")).to_contain_text("Trump–Putin call")
    expect(page.locator(".st-key-excerpts mark.hl-event").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"event=2025-02-12-call-trump-putin"))
    quote = page.locator(".st-key-excerpts blockquote").first
    assert quote.get_attribute("lang") == "it"
    assert _ring(page)[0] != "none"
    assert set(_ring(page)[1:]) == {"none"}


def test_a_link_restores_the_view_and_back_and_forward_step_through_it(page: Page, server: str) -> None:
    _open(page, f"{server}/?event={CALL}")
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
    _open(page, f"{server}/?event={CALL}&kind=call")
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
    _open(page, f"{server}/?event=2025-02-12-call-trump-putin")
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
    _open(page, f"{server}/?topic=nonsense&kind=call&event=2099-01-01-call-nobody")
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
    _open(page, server)
    before = page.evaluate(SPAN)
    zoomed = _zoom(page, 0.05, 0.5)
    assert zoomed != before
    _click(page, 1)
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
    _open(page, f"{server}/?event={CALL}")
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
    _open(page, f"{server}/?event={CALL}")
    page.locator(".st-key-excerpts [data-hl-copy]").first.click()
    expect(page.locator(".st-key-excerpts [data-hl-copy]").first).to_have_text("copied")
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("“")
    assert re.search(r"characters \d+–\d+", words)


def test_links_change_the_page_within_the_session(page: Page, server: str) -> None:
    _open(page, f"{server}/?event={CALL}&lang=it")
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
    _open(page, crowd)
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
    _click(page, 0)  # counts are drawn first
    expect(page.locator(".st-key-timeline-tools [role=status]")).to_be_visible()
    page.wait_for_timeout(700)
    assert group.split("|")[3] in _in_view(page)
    page.goto(f"{crowd}/?event={group.split('|')[3]}")
    page.wait_for_selector(POINTS, state="attached")
    page.wait_for_timeout(700)
    assert sum(ring != "none" for ring in _ring(page)) == 1  # the count that holds the selected event


def test_words_of_articles_show_as_typed(page: Page, crowd: str) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(f"{crowd}/?q=%3Cscript%3E%20%24x%5E2%24%20%3Ared%5Bx%5D%20%21%5B%5D%28x%29")
    chip = page.locator(".st-key-chips button").first
    expect(chip).to_contain_text("<script> $x^2$ :red[x] ![](x)")
    assert page.locator(".katex, .st-key-chips img").count() == 0
    _open(page, f"{crowd}/?people=ada-finta")
    expect(page.locator(".st-key-chips")).to_contain_text("Ada *Finta* <b>")
    assert not [url for url in fetched if "example.invalid" in url]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_nothing_is_wider_than_the_page(browser: Browser, server: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    _open(page, f"{server}/?event={CALL}")
    expect(page.locator(".st-key-excerpts mark").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    dark = page.evaluate("getComputedStyle(document.querySelector('.st-key-event-panel')).backgroundColor")
    assert dark == ("rgb(27, 31, 39)" if scheme == "dark" else "rgb(255, 255, 255)")
    context.close()
