"""A folder of articles as tables: what holds for every corpus, whatever the articles say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from data import Corpus, load_corpus, schema

Folder = Callable[[Mapping[str, str | bytes]], Path]

CALL = "Washington, 3 marzo 2025 – Donald Trump e Vladimir Putin hanno tenuto oggi un colloquio telefonico di un'ora.\n"
SPANS = [n for n, t in schema.TABLES.items() if {"article_id", "start", "end"} <= set(t.names) and n != "problems"]


@pytest.mark.parametrize("name", SPANS)
def test_every_span_lies_in_its_article_and_its_text_is_the_articles(seeds: Corpus, name: str) -> None:
    texts = seeds.articles.set_index("article_id")["text"]
    frame = getattr(seeds, name)
    assert len(frame)
    for row in frame.to_dict("records"):
        text = texts[row["article_id"]]
        assert 0 <= row["start"] < row["end"] <= len(text)
        if "text" in row:
            assert text[row["start"] : row["end"]] == row["text"]


def test_the_texts_are_the_files(seeds: Corpus) -> None:
    for row in seeds.articles.to_dict("records"):
        assert (Path(seeds.folder) / row["file"]).read_bytes().decode() == row["text"]


def test_keys_point_at_rows_that_exist(seeds: Corpus) -> None:
    events, actors = set(seeds.events["event_id"]), set(seeds.actors["actor_id"])
    for name, table in schema.TABLES.items():
        frame = getattr(seeds, name)
        if name != "events" and "event_id" in table.names:
            assert set(frame["event_id"].dropna()) <= events, name
        for column in ("actor_id", "speaker", "via", "said_by", "source", "target", "affiliation"):
            if name != "actors" and column in table.names:
                assert set(frame[column].dropna()) <= actors, (name, column)
    assert set(seeds.events["place"].dropna()) <= set(seeds.places["place_id"])
    assert set(seeds.topic_mentions["topic_id"]) <= set(seeds.topics["topic_id"])


def test_every_event_has_a_report_and_counts_its_articles(seeds: Corpus) -> None:
    told = seeds.reports.groupby("event_id")["article_id"].nunique()
    counted = seeds.events.set_index("event_id")["n_articles"]
    pd.testing.assert_series_equal(told.sort_index(), counted.sort_index(), check_names=False)


def test_the_marked_words_lie_in_the_reported_sentence(seeds: Corpus) -> None:
    r = seeds.reports
    assert ((r["start"] <= r["mark_start"]) & (r["mark_start"] < r["mark_end"]) & (r["mark_end"] <= r["end"])).all()


def test_reading_twice_gives_the_same_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOTLINE_CACHE", "")
    one, two = load_corpus("seeds"), load_corpus("seeds")
    for name in schema.TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(two, name))


def test_an_article_dropped_into_the_folder_is_on_the_timeline(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": CALL})
    assert list(load_corpus(folder).events["event_id"]) == ["2025-03-03-call-trump-putin"]
    (folder / "b.txt").write_text(
        "LONDON, June 5, 2025 (Reuters) - Keir Starmer met Emmanuel Macron in Paris on Wednesday.\n", encoding="utf-8"
    )
    assert "2025-06-04-meeting-macron-starmer-paris" in set(load_corpus(folder).events["event_id"])


def test_an_article_taken_out_leaves_nothing_behind(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": CALL, "b.txt": "Nulla di nuovo sotto il sole, oggi come ieri.\n"})
    assert len(load_corpus(folder).articles) == 2
    (folder / "a.txt").unlink()
    corpus = load_corpus(folder)
    assert list(corpus.articles["article_id"]) == ["b"]
    assert corpus.events.empty


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"empty.txt": b""}, "empty"),
        ({"blank.txt": b" \n\t\n"}, "empty"),
        ({"binary.txt": bytes(range(256)) * 40}, "binary"),
        ({"big.txt": b"a" * 20_000_001}, "too-large"),
    ],
)
def test_a_bad_file_is_a_problem_and_the_others_are_read(
    corpus_dir: Folder, files: dict[str, bytes], code: str
) -> None:
    corpus = load_corpus(corpus_dir({"good.txt": CALL, **files}))
    assert list(corpus.articles["article_id"]) == ["good"]
    assert len(corpus.events) == 1
    rows = corpus.problems[corpus.problems["severity"] == "error"]
    assert list(rows["code"]) == [code]
    assert list(rows["file"]) == list(files)


def test_a_missing_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    assert set(load_corpus(tmp_path / "nowhere").problems["code"]) == {"folder-missing"}
    assert set(load_corpus(tmp_path).problems["code"]) == {"folder-empty"}


def test_an_article_no_rule_was_prepared_for_is_a_problem(corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    from data import reader

    read = reader.read_article

    def fails_on_b(source, lexicon):  # type: ignore[no-untyped-def]
        if source.article_id == "b":
            raise RuntimeError("not prepared")
        return read(source, lexicon)

    monkeypatch.setattr(reader, "read_article", fails_on_b)
    corpus = load_corpus(corpus_dir({"a.txt": CALL, "b.txt": CALL}))
    assert list(corpus.articles["article_id"]) == ["a"]
    assert "not prepared" in corpus.problems.set_index("code").loc["reader-failed", "message"]


def test_markup_in_an_article_stays_text(corpus_dir: Folder) -> None:
    hostile = CALL + "<script>alert(1)</script> ![x](http://x) $a$ :red[x] \u202e\x07 {{7*7}} <b>Putin</b>\n"
    corpus = load_corpus(corpus_dir({"a.txt": hostile}))
    assert corpus.articles.loc[0, "text"] == hostile


def test_windows_line_ends_and_a_byte_order_mark_do_not_shift_offsets(corpus_dir: Folder) -> None:
    text = CALL.replace("\n", "\r\n") + "\r\nIl Cremlino ha confermato.\r\n"
    corpus = load_corpus(corpus_dir({"a.txt": b"\xef\xbb\xbf" + text.encode()}))
    assert corpus.articles.loc[0, "text"] == text
    for row in corpus.mentions.to_dict("records"):
        assert text[row["start"] : row["end"]] == row["text"]


def test_topics_of_a_list_belong_to_the_contact_that_opens_it(corpus_dir: Folder) -> None:
    text = (
        CALL
        + "Durante la telefonata i due presidenti hanno parlato di:\n- sanzioni alla Russia;\n- missili Tomahawk.\n"
    )
    corpus = load_corpus(corpus_dir({"a.txt": text}))
    assert {"sanctions", "tomahawk"} <= set(corpus.event_topics["topic_id"])


def test_topics_of_another_paragraph_do_not_belong_to_the_contact(corpus_dir: Folder) -> None:
    text = CALL + "\nIn borsa si parla di dazi.\n"
    assert load_corpus(corpus_dir({"a.txt": text})).event_topics.empty


def test_no_event_in_unrelated_news(corpus_dir: Folder) -> None:
    texts = {
        "a.txt": "La squadra ha vinto l'incontro di domenica per due a zero. Il presidente del club era in tribuna.\n",
        "b.txt": "The company held a conference call with investors on Tuesday. Sales rose by 4 percent, it said.\n",
        "c.txt": "Trump ha firmato un decreto sui dazi. A Mosca, Putin ha inaugurato un ponte.\n",
    }
    assert load_corpus(corpus_dir(texts)).events.empty
