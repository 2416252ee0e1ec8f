"""The articles page through Streamlit's own test harness: list, search, reader, hostile text."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.pages import Open, html_of

HOSTILE = "<script>alert(1)</script> ![x](https://example.invalid/a.png) $x^2$ :red[rosso] <b>fett</b>"
CALL = "Donald Trump and Vladimir Putin spoke by phone on 3 March 2031 for two hours, Yuri Ushakov said."
FOLDER = {
    "articles.csv": "file,published,language\none.txt,2031-03-04,en\ndue.txt,2031-03-05,it\n",
    "one.txt": f"MOSCOW – {CALL}\n\n{HOSTILE}\n",
    "due.txt": "Roma – Il presidente Donald Trump ha telefonato a Vladimir Putin. Il Tempio è salvo.\n",
}


@pytest.fixture
def opened(open_page: Open, corpus_dir: Callable[[Mapping[str, str | bytes]], Path]) -> Open:
    """The articles page on a small folder, for parts of the address."""
    return partial(open_page, "articles", corpus_dir(FOLDER))


def test_the_list_has_every_article_newest_first(opened: Open) -> None:
    app = opened()
    html_of(app)
    table = app.dataframe[0].value
    assert table["n_words"].gt(5).tolist() == [True, True]
    assert table["published"].dt.day.tolist() == [5, 4]
    assert table["title"].str.startswith(("Roma", "MOSCOW")).all(), "without a title, the first words stand for it"


@pytest.mark.parametrize(("lang", "pattern"), [("en", "D MMM YYYY"), ("it", "DD/MM/YYYY")])
def test_days_of_the_list_are_in_the_form_of_the_language(opened: Open, lang: str, pattern: str) -> None:
    columns = json.loads(opened(lang=lang).dataframe[0].proto.columns)
    assert columns["published"]["type_config"]["format"] == pattern


@pytest.mark.parametrize(
    ("words", "n"), [("tempio", 1), ("TROTZDEM", 0), ("Putin", 2), ("phone hours", 1), ("phone tempio", 0)]
)
def test_search_finds_words_and_shows_them(opened: Open, words: str, n: int) -> None:
    app = opened(q=words)
    html_of(app)
    if not n:
        assert "No article holds these words" in app.info[0].value
        return
    table = app.dataframe[0].value
    assert len(table) == n
    assert all(words.split()[0].casefold() in snippet.casefold() for snippet in table["snippet"])


def test_an_article_is_shown_whole_as_typed(opened: Open) -> None:
    html = html_of(opened(article="one"))
    article = html[html.index("<article") : html.index("</article>")]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in article
    assert "![x](https://example.invalid/a.png) $x^2$ :red[rosso] &lt;b&gt;fett&lt;/b&gt;" in article
    assert 'lang="en"' in article
    assert 'class="m m-people"' in article


def test_article_text_never_goes_through_markdown(opened: Open) -> None:
    app = opened(article="one")
    html_of(app)
    assert not [m for m in [*app.markdown, *app.caption] if "invalid" in m.value or "rosso" in m.value]


def test_the_place_asked_for_is_highlighted(opened: Open) -> None:
    offset = FOLDER["one.txt"].index("Yuri")
    html = html_of(opened(article="one", at=str(offset)))
    assert html.count('id="here"') == 1
    assert 'id="here"' not in html_of(opened(article="one"))


@pytest.mark.parametrize("at", ["999999", "100000000000000000000"])
def test_a_place_outside_the_text_is_said(opened: Open, at: str) -> None:
    app = opened(article="one", at=at)
    html_of(app)
    assert len(app.warning) == 1


@pytest.mark.parametrize("at", ["-1", "x", "1.5", "²"])
def test_a_place_that_is_no_number_is_ignored(opened: Open, at: str) -> None:
    assert "<article" in html_of(opened(article="one", at=at))


@pytest.mark.parametrize("article", ["three", "../one", "<b>x</b>"])
def test_an_unknown_article_is_said_and_the_list_shown(opened: Open, article: str) -> None:
    app = opened(article=article)
    html = html_of(app)
    assert "hl-notice" in html
    assert "<article" not in html
    assert len(app.dataframe[0].value) == 2


def test_layers_are_switched_and_kept_in_the_address(opened: Open) -> None:
    app = opened(article="one", layers=["dates", "nonsense"])
    html = html_of(app)
    article = html[html.index("<article") : html.index("</article>")]
    assert "m-dates" in article
    assert "m-people" not in article
    app.button_group(key="layers").set_value(["people"]).run()
    html = html_of(app)
    article = html[html.index("<article") : html.index("</article>")]
    assert "m-people" in article
    assert "m-dates" not in article
    assert app.query_params["layers"] == "people"


def test_back_to_the_list(opened: Open) -> None:
    app = opened(article="one")
    next(button for button in app.button if button.label == "All articles").click().run()
    assert "<article" not in html_of(app)
    assert "article" not in app.query_params
