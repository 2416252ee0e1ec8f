"""The pages that compare, through Streamlit's own test harness: every state, on a synthetic corpus and on the seeds."""

from __future__ import annotations

import pytest

from components.text import t
from data import Corpus
from tests.pages import Open, html_of
from tests.sample import sample_corpus

SAMPLE = sample_corpus(6, 24, 2)
DIFFERS = str(SAMPLE.checks["event_id"].iloc[0])
ONCE = str(SAMPLE.events.loc[SAMPLE.events["n_articles"] == 1, "event_id"].iloc[0])


@pytest.fixture
def opened(open_page: Open) -> Open:
    """A page, the synthetic corpus unless another is named, parts of the address → the page, run once."""
    return lambda name="compare", corpus=SAMPLE, **address: open_page(name, corpus, **address)


# -- accounts ----------------------------------------------------------------------------------------


def test_without_an_event_all_events_are_there(opened: Open) -> None:
    html = html_of(opened())
    assert "hl-overview" in html
    assert html.count('scope="row"') == 24
    assert "hl-matrix" not in html
    assert f"compare?event={DIFFERS}" in html


def test_an_event_is_shown_source_by_source(opened: Open) -> None:
    html = html_of(opened(event=DIFFERS))
    assert "hl-row-conflicts" in html
    assert t("line.conflicts", "en") in html
    assert "hl-interval" in html
    assert "articles?article=" in html
    assert t("compare.findings", "en") in html
    assert "<script>alert" not in html


def test_one_source_is_said_to_be_one(opened: Open) -> None:
    html = html_of(opened(event=ONCE))
    assert "hl-row-single" in html
    assert "hl-row-conflicts" not in html
    assert t("compare.silent", "en") in html


def test_choosing_another_event_goes_into_the_address(opened: Open) -> None:
    app = opened()
    app.selectbox(key="_compared").set_value(DIFFERS).run()
    assert app.query_params["event"] == DIFFERS
    assert "hl-matrix" in html_of(app)
    app.selectbox(key="_compared").set_value(None).run()
    assert "event" not in app.query_params
    assert "hl-overview" in html_of(app)


def test_filters_apply_to_the_overview(opened: Open) -> None:
    wanted = SAMPLE.events["kind"] == "meeting"
    html = html_of(opened(kind="meeting"))
    assert html.count('scope="row"') == int(wanted.sum())


def test_an_event_outside_the_filters_stays(opened: Open) -> None:
    meeting = next(e for e in SAMPLE.events["event_id"] if "meeting" in e)
    app = opened(event=meeting, kind="call")
    assert "hl-matrix" in html_of(app)
    assert app.selectbox(key="_compared").value == meeting


def test_nothing_left_offers_a_way_out(opened: Open) -> None:
    app = opened(status="cancelled", kind="meeting", q="zzz")
    assert not app.exception
    assert [b for b in app.button if b.key and b.key.startswith(("relax-", "empty-clear"))]


@pytest.mark.parametrize(("lang", "words"), [("en", "only one source"), ("it", "una sola fonte")])
def test_both_languages(opened: Open, lang: str, words: str) -> None:
    html = html_of(opened(event=ONCE, lang=lang))
    assert words in html
    assert ("lang=it" in html) == (lang == "it")


def test_two_readouts(opened: Open) -> None:
    app = opened(event=DIFFERS)
    html = html_of(app)
    assert t("readout.heading", "en") in html
    chooser = [group for group in app.button_group if group.key == "_sides"]
    if chooser:
        names = chooser[0].options
        assert len(names) > 2


def test_a_side_chosen_goes_into_the_address_and_back(opened: Open, seeds: Corpus) -> None:
    budapest = "undated-meeting-trump-putin-budapest"
    app = opened(corpus=seeds, event=budapest)
    assert "sides" not in app.query_params
    app.button_group(key="_sides").set_value(["us", "ru", "hu"]).run()
    assert app.query_params["sides"] == ["ru", "hu"]
    html = html_of(opened(corpus=seeds, event=budapest, sides=["hu", "us"]))
    assert 'hl-side-name">Hungary' in html
    assert 'hl-side-name">Russia' not in html


@pytest.mark.parametrize(
    ("address", "words"),
    [({"event": "2099-nothing"}, "2099-nothing"), ({"view": "sideways"}, "sideways"), ({"sides": "mars"}, "mars")],
)
def test_what_the_address_asks_for_in_vain_is_said(opened: Open, address: dict[str, str], words: str) -> None:
    html = html_of(opened(**address))
    assert "hl-notice" in html
    assert words in html


# -- coverage ----------------------------------------------------------------------------------------


def test_coverage_shows_sources_copies_and_citations(opened: Open) -> None:
    html = html_of(opened(view="coverage"))
    assert "hl-coverage" in html
    assert t("coverage.copies", "en") in html
    assert t("coverage.cites", "en") in html
    assert "hl-matrix" not in html


def test_coverage_follows_the_source_filter(opened: Open) -> None:
    rows = html_of(opened(view="coverage", source="tass")).split("hl-coverage")[1]
    assert ">TASS" in rows
    assert ">Axios" not in rows


def test_the_view_goes_into_the_address(opened: Open) -> None:
    app = opened()
    app.button_group(key="view").set_value("coverage").run()
    assert app.query_params["view"] == "coverage"
    app.button_group(key="view").set_value("accounts").run()
    assert "view" not in app.query_params


# -- checks ------------------------------------------------------------------------------------------


def test_checks_write_out_their_arithmetic(opened: Open, seeds: Corpus) -> None:
    html = html_of(opened("checks", corpus=seeds))
    assert "08:00 in Washington / New York (UTC−5) is 16:00 in Moscow (UTC+3)" in html
    assert "do not meet" in html
    assert html.count('class="hl-check') == len(seeds.checks)
    assert html.index("hl-conflicts") < html.index("hl-agrees")
    assert html.count("<mark") >= len(seeds.checks)


def test_each_check_opens_its_words(opened: Open, seeds: Corpus) -> None:
    cards = html_of(opened("checks", corpus=seeds)).split('<article class="hl-check')[1:]
    assert all("articles?article=" in card and "at=" in card for card in cards)


def test_checks_are_filtered_by_verdict_and_kind(opened: Open, seeds: Corpus) -> None:
    app = opened("checks", corpus=seeds)
    app.button_group(key="verdicts").set_value(["conflicts"]).run()
    assert app.query_params["verdicts"] == "conflicts"
    html = html_of(app)
    assert html.count('class="hl-check') == int((seeds.checks["verdict"] == "conflicts").sum())
    app.button_group(key="checks").set_value(["weekday"]).run()
    assert t("checks.none_left", "en") in html_of(app)
    html = html_of(opened("checks", corpus=seeds, verdicts="agrees", checks="age", lang="it"))
    assert html.count('class="hl-check') == 1
    assert "Data di nascita" in html


def test_checks_follow_the_filters_of_the_sidebar(opened: Open, seeds: Corpus) -> None:
    html = html_of(opened("checks", corpus=seeds, period=["2025-12-01", "2025-12-31"]))
    assert html.count('class="hl-check') == 1


def test_no_checks_at_all(opened: Open) -> None:
    plain = sample_corpus(2, 1, 5)
    assert plain.checks.empty
    assert t("checks.none", "en") in html_of(opened("checks", corpus=plain))


@pytest.mark.parametrize("name", ["compare", "checks", "topics"])
def test_no_events_at_all(opened: Open, name: str) -> None:
    app = opened(name, corpus=sample_corpus(3, 0, 0))
    assert not app.exception
