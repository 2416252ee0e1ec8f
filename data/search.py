"""Which articles a set of filters leaves, and where in them the words searched for stand.

Lives here: articles × filters → rows, snippets. Must not live here: events (`data.query`), widgets, wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import pandas as pd

from data.corpus import Corpus
from data.query import Filters, search_terms
from data.span import fold

WIDTH = 70  # characters of a snippet on each side of the words found


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)


def snippet(text: str, terms: Sequence[str]) -> tuple[str, int] | None:
    """Text and folded terms → the words around the first term found, on one line, and its offset; None without terms.

    ("… ha avviato oggi una telefonata con …", 120); cut at word boundaries, `…` where text is left out.
    """
    found = [place for term in terms if (place := _folded(text).find(term)) >= 0]
    if not found:
        return None
    place = min(found)
    low, high = max(place - WIDTH, 0), min(place + WIDTH, len(text))
    while 0 < low < place and not text[low - 1].isspace():
        low += 1
    while place < high < len(text) and not text[high].isspace():
        high -= 1
    words = " ".join(text[low:high].split()) or " ".join(text[place : place + WIDTH].split())
    return f"{'… ' if low else ''}{words}{' …' if high < len(text) else ''}", place


def opening(text: str) -> str:
    """The first words of a text on one line, for an article without a title."""
    words = " ".join(text[: 4 * WIDTH].split())
    return words if len(words) <= WIDTH else words[:WIDTH].rsplit(" ", 1)[0] + " …"


def _mention(frame: pd.DataFrame, column: str, values: Iterable[str]) -> set[str]:
    return set(frame.loc[frame[column].isin(list(values)), "article_id"])


def find_articles(corpus: Corpus, left: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Corpus, the events a view leaves and its filters → the articles of the view, newest first, undated last.

    Columns: article_id, title (the article's first words where it has none), outlet (the label where it is not known),
    published, language, n_words, n_events, n_quotes, snippet, at. An article stays
    when it comes from a source asked for, was published in the period (or reports an event of it), holds all words,
    touches one of the topics, names or quotes one of the people, and reports an event of the kind, state or
    disagreement asked for. `snippet` is empty and `at` -1 without words searched for.
    """
    articles = corpus.articles
    told = corpus.reports[corpus.reports["event_id"].isin(left["event_id"])]
    keep = pd.Series(True, index=articles.index)
    ids = articles["article_id"]
    if filters.source:
        keep &= ids.isin(filters.source) | articles["outlet_id"].isin(filters.source)
    if filters.topic:
        keep &= ids.isin(_mention(corpus.topic_mentions, "topic_id", filters.topic))
    if filters.people:
        keep &= ids.isin(_mention(corpus.mentions, "actor_id", filters.people))
    if filters.kind or filters.status or filters.conflicts:
        keep &= ids.isin(told["article_id"])
    if filters.period:
        first, last = map(pd.Timestamp, filters.period)
        keep &= articles["published"].between(first, last) | ids.isin(told["article_id"])
    asked = search_terms(filters.q)
    terms = [term for speaker, term in asked if not speaker]
    keep &= pd.Series([all(term in _folded(text) for term in terms) for text in articles["text"]], index=articles.index)
    for term in (term for speaker, term in asked if speaker):
        names = corpus.actors["name"] + " " + corpus.actors["name_it"]
        meant = corpus.actors.loc[[term in fold(name) for name in names], "actor_id"]
        keep &= ids.isin(_mention(corpus.quotes, "speaker", meant))
    rows = articles.loc[keep, ["article_id", "label", "title", "outlet", "published", "language", "n_words"]]
    counts = told.groupby("article_id")["event_id"].nunique()
    quotes = corpus.quotes.groupby("article_id").size()
    found = [snippet(text, terms) or ("", -1) for text in articles.loc[keep, "text"]]
    rows = rows.assign(
        title=rows["title"].fillna(articles.loc[keep, "text"].map(opening)),
        outlet=rows["outlet"].fillna(rows["label"]),
        n_events=rows["article_id"].map(counts).fillna(0).astype("int64"),
        n_quotes=rows["article_id"].map(quotes).fillna(0).astype("int64"),
        snippet=pd.Series([words for words, _ in found], index=rows.index, dtype="str"),
        at=pd.Series([place for _, place in found], index=rows.index, dtype="int64"),
    )
    order = ["published", "article_id"]
    return rows.sort_values(order, ascending=[False, True], na_position="last").reset_index(drop=True)
