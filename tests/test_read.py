"""Reading a folder: which files, in which encoding and format, with which facts, and what is said of bad ones."""

from __future__ import annotations

import datetime as dt
import io
import os
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import docx
import pypdf
import pytest

from data import facts, formats, read
from data.language import weigh_language

Folder = Callable[[Mapping[str, str | bytes]], Path]

ITALIAN = (
    "Il ministro ha detto che la riunione della prossima settimana non è ancora confermata e che gli inviati sono "
    "già partiti. Anche il suo portavoce ne ha parlato nel pomeriggio."
)
ENGLISH = (
    "The minister said that the meeting of the coming week was not yet confirmed and that the envoys had left. "
    "His spokesman spoke of it in the afternoon."
)


DAY = dt.date(2025, 10, 16)


def codes(problems: list[read.Problem]) -> list[tuple[str | None, str, str]]:
    return [(p.file, p.severity, p.code) for p in problems]


def only(folder: Path) -> read.Source:
    sources, problems = read.read_folder(folder)
    assert problems == []
    (source,) = sources
    return source


# -- which files ---------------------------------------------------------------------------------


def test_sorted_by_path_and_hidden_files_left_out(corpus_dir: Folder) -> None:
    folder = corpus_dir(
        {"b.txt": ENGLISH, "a.TXT": ITALIAN, "c/d.md": ENGLISH, ".x.txt": ENGLISH, ".git/y.txt": ENGLISH}
    )
    sources, problems = read.read_folder(folder)
    assert [s.file for s in sources] == ["a.TXT", "b.txt", "c/d.md"]
    assert [s.language for s in sources] == ["it", "en", "en"]
    assert problems == []


def test_other_types_are_noted_and_the_table_is_not(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": ENGLISH, "photo.jpg": b"\xff\xd8", "articles.csv": "file\na.txt\n"})
    sources, problems = read.read_folder(folder)
    assert len(sources) == 1
    assert codes(problems) == [("photo.jpg", "note", "unknown-type")]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        (["a.txt", "s/b.txt"], ["a", "b"]),
        (["a.txt", "s/a.txt"], ["a", "s-a"]),
        (["r/a.txt", "s/a.txt", "s/c.txt"], ["r-a", "s-a", "c"]),
        (["a.md", "a.txt"], ["a-md", "a-txt"]),
        (["s-a.txt", "s/a.txt", "t/a.txt"], ["s-a", "s-a-txt", "t-a"]),
        (["2025-05-20_dw_v1.2.txt"], ["2025-05-20_dw_v1.2"]),
    ],
)
def test_article_ids(corpus_dir: Folder, names: list[str], ids: list[str]) -> None:
    listing = read.list_files(corpus_dir(dict.fromkeys(names, ENGLISH)))
    assert [file.name for file in listing.files] == sorted(names)
    assert [file.article_id for file in listing.files] == ids


def test_article_ids_are_never_shared(corpus_dir: Folder) -> None:
    names = ["a-b-txt.txt", "a-b.txt", "a/b.txt", "c/b.txt", "a/b.md", "a-b-md.txt", "a-b-txt/b.txt", "a/b-txt.txt"]
    ids = [file.article_id for file in read.list_files(corpus_dir(dict.fromkeys(names, ENGLISH))).files]
    assert len(set(ids)) == len(names)


@pytest.mark.parametrize(
    "name", ["with space.txt", "qu'ot\"e.txt", "two\nlines.txt", "però.txt", "😀.txt", "$x_{1}$.txt"]
)
def test_odd_names(corpus_dir: Folder, name: str) -> None:
    assert only(corpus_dir({name: ENGLISH})).file == name


def test_name_that_is_no_utf8(corpus_dir: Folder) -> None:
    folder = corpus_dir({})
    try:
        Path(os.fsdecode(os.fsencode(folder) + b"/\xe8.txt")).write_text(ENGLISH)
    except OSError:
        pytest.skip("this file system allows no such name")
    source = only(folder)
    assert source.file == "\\xe8.txt"
    source.file.encode()


def test_links_are_followed_once(corpus_dir: Folder, tmp_path: Path) -> None:
    folder = corpus_dir({"a.txt": ENGLISH})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "b.txt").write_text(ITALIAN)
    (folder / "linked").symlink_to(elsewhere)
    (folder / "back").symlink_to(folder)
    (elsewhere / "round").symlink_to(elsewhere)
    sources, problems = read.read_folder(folder)
    assert [s.file for s in sources] == ["a.txt", "linked/b.txt"]
    assert problems == []


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("nowhere", "folder-missing"),
        ("a.txt", "folder-not-a-folder"),
        ("empty", "folder-empty"),
        ("a\0b", "folder-missing"),
    ],
)
def test_no_folder(tmp_path: Path, place: str, code: str) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "empty").mkdir()
    sources, problems = read.read_folder(tmp_path / place)
    assert sources == []
    assert [(p.file, p.severity, p.code) for p in problems] == [(None, "error", code)]
    assert read.fingerprint(tmp_path / place) == read.fingerprint(tmp_path / place)


# -- bad files -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.txt", b"", "empty"),
        ("x.txt", " \n\t\r\n ", "empty"),
        ("x.txt", "\ufeff", "empty"),
        ("x.md", "---\ntitle: Only this\n---\n\n", "empty"),
        ("x.txt", b"The call\0lasted", "binary"),
        ("x.txt", f"{ENGLISH}\0{ENGLISH}", "binary"),
        ("x.txt", bytes(range(1, 32)) * 40, "binary"),
        ("x.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary"),
        ("x.docx", b"no zip at all", "unreadable"),
        ("x.pdf", b"%PDF-1.4 cut off", "unreadable"),
        ("x.html", b"<html><body> </body></html>", "empty"),
        ("x.html", b"", "empty"),
        ("x.docx", b"", "unreadable"),
    ],
)
def test_a_bad_file_is_a_problem_and_the_others_are_read(
    corpus_dir: Folder, name: str, content: str | bytes, code: str
) -> None:
    sources, problems = read.read_folder(corpus_dir({name: content, "good.txt": ENGLISH}))
    assert [s.file for s in sources] == ["good.txt"]
    assert codes(problems) == [(name, "error", code)]
    assert name in problems[0].message


def test_links_to_nowhere_folders_and_pipes_with_an_articles_name(corpus_dir: Folder) -> None:
    folder = corpus_dir({"good.txt": ENGLISH, "folder.txt/inner.txt": ENGLISH})
    (folder / "gone.txt").symlink_to(folder / "nothing.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")  # opening it would wait for ever
    sources, problems = read.read_folder(folder)
    assert [s.file for s in sources] == ["good.txt"]
    assert codes(problems) == [(f"{n}.txt", "error", "unreadable") for n in ("folder", "gone", "loop", "pipe")]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(corpus_dir: Folder) -> None:
    folder = corpus_dir({"good.txt": ENGLISH, "secret.txt": ENGLISH, "closed/a.txt": ENGLISH})
    (folder / "secret.txt").chmod(0)
    (folder / "closed").chmod(0)
    try:
        sources, problems = read.read_folder(folder)
    finally:
        (folder / "closed").chmod(stat.S_IRWXU)
    assert [s.file for s in sources] == ["good.txt"]
    assert codes(problems) == [("closed", "error", "unreadable"), ("secret.txt", "error", "unreadable")]


def test_a_file_that_goes_away_between_listing_and_reading(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": ENGLISH})
    (file,) = read.list_files(folder).files
    (folder / "a.txt").unlink()
    reading = read.read_source(file)
    assert reading.source is None
    assert [p.code for p in reading.problems] == ["unreadable"]


@pytest.mark.parametrize(
    ("size", "read_in", "code"),
    [
        (read.TOO_LARGE, False, "too-large"),
        (read.TOO_LARGE + 5_000_000, False, "too-large"),
        (read.LARGE, True, "large"),
        (read.LARGE - 1, True, None),
    ],
)
def test_size(corpus_dir: Folder, size: int, read_in: bool, code: str | None) -> None:
    folder = corpus_dir(
        {"x.txt": (ENGLISH.encode() + b"\n") * (size // (len(ENGLISH) + 1)) + b"." * (size % (len(ENGLISH) + 1))}
    )
    assert (folder / "x.txt").stat().st_size == size
    sources, problems = read.read_folder(folder)
    assert bool(sources) == read_in
    assert [p.code for p in problems] == ([code] if code else [])


# -- decoding ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-be", "utf-32-le"])
def test_encodings_with_their_marks(corpus_dir: Folder, encoding: str) -> None:
    marks = {"utf-16-be": b"\xfe\xff", "utf-32-le": b"\xff\xfe\0\0"}
    source = only(corpus_dir({"a.txt": marks.get(encoding, b"") + ITALIAN.encode(encoding)}))
    assert source.text == ITALIAN


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15", "mac_roman", "cp850"])
def test_other_encodings_are_guessed_and_named(corpus_dir: Folder, encoding: str) -> None:
    text = f"{ITALIAN} Perché sì, così è: più di là che di qua, però già."
    (source,), problems = read.read_folder(corpus_dir({"a.txt": text.encode(encoding)}))
    assert source.text == text
    assert codes(problems) == [("a.txt", "warning", "guessed-encoding")]


def test_one_broken_byte_does_not_change_the_encoding(corpus_dir: Folder) -> None:
    text = f"{ITALIAN} È già così: perché? Più di là, però. Città, libertà, verità, caffè."
    (source,), problems = read.read_folder(corpus_dir({"a.txt": text.encode()[:-2] + b"\xc3"}))
    assert "È già così" in source.text
    assert [p.code for p in problems] == ["guessed-encoding"]


@pytest.mark.parametrize(
    "text", ["One.\r\nTwo.\r\n", "One.\rTwo.", "\n\n One.\u2028Two.\x0c", "e\u0301 and \ufeff and 😀"]
)
def test_the_text_stays_as_decoded(corpus_dir: Folder, text: str) -> None:
    whole = text + ENGLISH
    assert only(corpus_dir({"a.txt": whole})).text == whole


# -- formats -------------------------------------------------------------------------------------

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Envoys leave - The Paper</title>
<meta property="og:title" content="Envoys leave for talks"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2025-03-04T08:00:00Z"><script>track()</script></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Envoys leave for talks</h1>
<p>{ENGLISH}</p><p>He added: &ldquo;No &lt;b&gt; is final.&rdquo; {ENGLISH}</p></article>
<footer>Copyright The Paper. Subscribe to our newsletter.</footer></body></html>"""


def test_html(corpus_dir: Folder) -> None:
    source = only(corpus_dir({"page.html": PAGE}))
    assert ENGLISH in source.text
    assert "“No <b> is final.”" in source.text
    for boilerplate in ("track()", "newsletter", "<p>"):
        assert boilerplate not in source.text
    assert (source.title, source.outlet) == ("Envoys leave for talks", "The Paper")
    assert (source.published, source.published_rule) == (dt.date(2025, 3, 4), "metadata")


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta name="date" content="2025-10-16">', "", DAY),
        ("", '<time datetime="2025-10-16T07:00">Thursday</time>', DAY),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-10-16"}</script>',
            "",
            DAY,
        ),
        ('<link rel="canonical" href="https://paper.example/2025/10/16/envoys">', "", DAY),
        ('<meta name="date" content="06/10/2025">', "", None),
        ("", "<footer>Copyright 2024 The Paper. Updated 2024-05-06</footer>", None),
        ("", "<p>In 2019 the envoys left on 2019-03-05.</p>", None),
        ("", "", None),
    ],
)
def test_the_day_of_a_page_is_one_it_states(corpus_dir: Folder, head: str, body: str, day: dt.date | None) -> None:
    page = (
        f"<html><head>{head}</head><body><article><h1>Envoys leave</h1><p>{ENGLISH}</p></article>{body}</body></html>"
    )
    assert only(corpus_dir({"page.html": page})).published == day


def test_html_in_a_declared_encoding(corpus_dir: Folder) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><article><p>{ITALIAN}</p></article></body></html>'
    assert ITALIAN in only(corpus_dir({"page.htm": page.encode("latin-1")})).text


def test_html_without_an_article_is_read_whole(corpus_dir: Folder) -> None:
    (source,), problems = read.read_folder(corpus_dir({"x.html": "<div>No <b>call</b>.<br>At all.</div>"}))
    assert source.text == "No call.\nAt all."
    assert codes(problems) == [("x.html", "warning", "whole-page")]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Ciao</p><p>a te</p>", "Ciao\na te"),
        ("un <i>in</i>contro<br>breve", "un incontro\nbreve"),
        ("&egrave; &amp;lt;", "è &lt;"),
        ("<head><title>no</title></head><body>yes", "yes"),
        ("<head><title>no</title><body>yes", "yes"),
        ("<script>no</script><style>no</style>", ""),
        ("no tags", "no tags"),
        ("a<!-- no -->b<br><!-- no -->c", "ab\nc"),
        ("<!-- no -->", ""),
        ("", ""),
        ("<ul><li>uno<li>due</ul>tre", "uno\ndue\ntre"),
        ("<?xml version='1.0' encoding='latin-1'?><p>è</p>", "è"),
    ],
)
def test_strip_tags(html: str, text: str) -> None:
    assert formats.strip_tags(html) == text


def word_file(*, inserted: bool = False) -> bytes:
    document = docx.Document()
    document.add_heading("Envoys leave for talks", level=1)
    document.add_paragraph(ENGLISH)
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text, cells[1].text = "Duration", "two hours"
    last = document.add_paragraph("He was ")
    last.add_run("not").bold = True
    last.add_run(" there.")
    if inserted:
        run = last.runs[1]._r
        insertion = docx.oxml.OxmlElement("w:ins")
        run.addprevious(insertion)
        insertion.append(run)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("inserted", [False, True])
def test_word(corpus_dir: Folder, inserted: bool) -> None:
    source = only(corpus_dir({"a.docx": word_file(inserted=inserted)}))
    assert source.text == f"Envoys leave for talks\n\n{ENGLISH}\n\nDuration\n\ntwo hours\n\nHe was not there."
    assert source.title == "Envoys leave for talks"


def test_word_file_that_unpacks_to_too_much(corpus_dir: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_UNPACKED_LIMIT", 10_000)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", b"<" * 20_000)
    _, problems = read.read_folder(corpus_dir({"a.docx": out.getvalue()}))
    assert ("a.docx", "error", "too-large") in codes(problems)


def pdf_file(words: str, password: str | None = None) -> bytes:
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(width=900, height=200)
    if words:
        font = pypdf.generic.DictionaryObject(
            {
                pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
                pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
                pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
            }
        )
        fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
        page[pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
            {pypdf.generic.NameObject("/Font"): fonts}
        )
        content = pypdf.generic.DecodedStreamObject()
        lines = b") Tj 0 -12 Td (".join(words.encode("latin-1").split(b"\n"))
        content.set_data(b"BT /F1 10 Tf 10 100 Td (" + lines + b") Tj ET")
        page[pypdf.generic.NameObject("/Contents")] = content
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_pdf(corpus_dir: Folder) -> None:
    assert only(corpus_dir({"a.pdf": pdf_file(ENGLISH)})).text == ENGLISH


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("una telefo-\nnata di due ore", "una telefonata di due ore"),
        ("nel nord- est", "nel nord- est"),
        ("il vertice Mosca-\nPechino", "il vertice Mosca-\nPechino"),
        ("gli anni 2024-\n2025", "gli anni 2024-\n2025"),
        ("una telefonata -\nbreve", "una telefonata -\nbreve"),
    ],
)
def test_words_broken_at_the_end_of_a_line(corpus_dir: Folder, words: str, text: str) -> None:
    (source,), _ = read.read_folder(corpus_dir({"a.pdf": pdf_file(words)}))
    assert source.text == text


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (pdf_file(""), "no-text", "text recognition"),
        (pdf_file(ENGLISH, password="secret"), "unreadable", "password"),
    ],
)
def test_pdf_without_text(corpus_dir: Folder, data: bytes, code: str, says: str) -> None:
    (_, *_), problems = read.read_folder(corpus_dir({"a.pdf": data, "good.txt": ENGLISH}))
    assert codes(problems) == [("a.pdf", "error", code)]
    assert says in problems[0].message


def test_unknown_suffix_is_a_bad_call() -> None:
    with pytest.raises(ValueError, match=r"\.odt"):
        formats.extract_text(b"", ".odt")


# -- facts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-10-16", DAY),
        (" 2025-10-16T23:59:00+02:00", DAY),
        ("2025-10-16 08:30", DAY),
        ("16 ottobre 2025", DAY),
        ("giovedì 16 ottobre 2025", DAY),
        ("1° maggio 2025", dt.date(2025, 5, 1)),
        ("16 October 2025", DAY),
        ("October 16, 2025", DAY),
        ("Thursday, Oct. 16, 2025", DAY),
        ("3rd July 2025", dt.date(2025, 7, 3)),
        ("16/10/2025", DAY),
        ("10/16/2025", DAY),
        ("16.10.2025", DAY),
        ("05/05/2025", dt.date(2025, 5, 5)),
        ("06/10/2025", None),
        ("2025-02-30", None),
        ("2025-13-01", None),
        ("16 oktober 2025", None),
        ("2025", None),
        ("ottobre 2025", None),
        ("2025-10-161", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_parse_day(words: str, day: dt.date | None) -> None:
    assert facts.parse_day(words) == day


@pytest.mark.parametrize(
    ("words", "code"),
    [("it", "it"), ("it-IT", "it"), ("Italiano", "it"), ("EN", "en"), ("inglese", "en"), ("fr", None), ("", None)],
)
def test_parse_language(words: str, code: str | None) -> None:
    assert facts.parse_language(words) == code


@pytest.mark.parametrize(
    ("name", "day", "outlet"),
    [
        ("2025-05-20_dw_merz-sees.txt", dt.date(2025, 5, 20), "dw"),
        ("sub/2025-05-20_the-new-paper_words.html", dt.date(2025, 5, 20), "the new paper"),
        ("20250520_dw_words.txt", dt.date(2025, 5, 20), "dw"),
        ("2025-05-20_words-of-the-title.txt", dt.date(2025, 5, 20), None),
        ("2025-05-20.txt", dt.date(2025, 5, 20), None),
        ("2025-05-20-words_and_more.txt", dt.date(2025, 5, 20), None),
        ("2025-13-20_dw_words.txt", None, None),
        ("000_54a0333b5266030d.txt", None, None),
        ("words_2025-05-20_dw.txt", None, None),
        ("202505201_dw_words.txt", None, None),
    ],
)
def test_file_name(name: str, day: dt.date | None, outlet: str | None) -> None:
    assert facts.read_file_name(name) == facts.Facts(published=day, outlet=outlet)


def test_front_matter(corpus_dir: Folder) -> None:
    head = (
        "---\ntitle: \"Envoys: 'no deal' yet\"\ntags:\n  - talks\ndate: 16 October 2025\nsource: The Paper\nlang: en\n"
        "url: https://paper.example/1\n---\n"
    )
    source = only(corpus_dir({"a.md": head + ITALIAN}))
    assert source.text == head + ITALIAN
    assert source.text[source.body_start :] == ITALIAN
    assert (source.title, source.outlet, source.language) == ("Envoys: 'no deal' yet", "The Paper", "en")
    assert (source.published, source.published_rule) == (DAY, "front-matter")
    assert source.url == "https://paper.example/1"


def test_front_matter_with_windows_line_ends(corpus_dir: Folder) -> None:
    source = only(corpus_dir({"a.txt": f"---\r\ntitolo: Gli inviati\r\n---\r\n{ITALIAN}"}))
    assert source.title == "Gli inviati"
    assert source.text[source.body_start :] == ITALIAN


@pytest.mark.parametrize(
    "text",
    [
        "No fence at all: date: 2025-10-16",
        "---\nProse between two rules, which is no list of facts.\n---\nMore.",
        "---\ndate: 2025-10-16\nProse between two rules, which is no list of facts.\n---\nMore.",
        "---\nnote: nothing that is known here\n---\nMore.",
        "---\ndate: 2025-10-16\nnever closed",
        "----\ndate: 2025-10-16\n----\n",
        "Text\n---\ndate: 2025-10-16\n---\n",
        "---\n" + "date: 2025-10-16\n" * 200 + "---\n",
    ],
)
def test_no_front_matter(text: str) -> None:
    assert facts.read_front_matter(text) is None


def test_front_matter_that_cannot_be_used_is_named(corpus_dir: Folder) -> None:
    (source,), problems = read.read_folder(corpus_dir({"a.md": f"---\ndate: 06/10/2025\nlanguage: fr\n---\n{ENGLISH}"}))
    assert (source.published, source.language) == (None, "en")
    assert codes(problems) == [("a.md", "warning", "metadata-row")] * 2


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_articles_csv(corpus_dir: Folder, mark: str, separator: str, end: str) -> None:
    rows = [
        ["published", "file", "outlet", "title"],
        ["2025-10-16", "s/a.txt", "The Paper", '"Two\nlines"'],
        ["", "b.txt", "", "B"],
    ]
    table = mark + end.join(separator.join(row) for row in rows)
    folder = corpus_dir({"articles.csv": table, "s/a.txt": ENGLISH, "b.txt": ENGLISH, "c.txt": ENGLISH})
    sources, problems = read.read_folder(folder)
    assert problems == []
    got = {s.file: (s.published, s.published_rule, s.outlet, s.title) for s in sources}
    assert got == {
        "s/a.txt": (DAY, "metadata", "The Paper", "Two\nlines"),
        "b.txt": (None, None, None, "B"),
        "c.txt": (None, None, None, None),
    }


def test_articles_csv_wins_over_front_matter_over_file_name(corpus_dir: Folder) -> None:
    name = "2025-01-01_file_words.txt"
    folder = corpus_dir(
        {
            name: f"---\ndate: 2025-02-02\noutlet: Front\ntitle: Front\n---\n{ENGLISH}",
            "articles.csv": f"file,title\n{name},Table\n",
        }
    )
    source = only(folder)
    assert (source.title, source.outlet, source.published) == ("Table", "Front", dt.date(2025, 2, 2))


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ("file,published\na.txt,soon\n", "metadata-row"),
        ("file,language\na.txt,fr\n", "metadata-row"),
        ("file,title\ngone.txt,Gone\n", "metadata-row"),
        ("file,title\nsame.txt,Which\n", "metadata-row"),
        ("file,title\n,Nameless\n", "metadata-row"),
        ("file,title\na.txt,One\na.txt,Two\n", "metadata-row"),
        ("file,title\na.txt,One,two,three\n", "metadata-row"),
        ("title,published\nOne,2025-10-16\n", "metadata-table"),
        (b"file\0,title", "metadata-table"),
        ("", "metadata-table"),
    ],
)
def test_bad_rows_are_named(corpus_dir: Folder, table: str | bytes, code: str) -> None:
    files = {"articles.csv": table, "a.txt": ENGLISH, "s/same.txt": ENGLISH, "t/same.txt": ENGLISH}
    sources, problems = read.read_folder(corpus_dir(files))
    assert len(sources) == 3
    assert codes(problems) == [("articles.csv", "warning", code)]


def test_a_table_in_a_subfolder_speaks_of_that_folder(corpus_dir: Folder) -> None:
    folder = corpus_dir({"s/articles.csv": "file,title\na.txt,Inner\n", "s/a.txt": ENGLISH, "a.txt": ENGLISH})
    sources, problems = read.read_folder(folder)
    assert problems == []
    assert {s.file: s.title for s in sources} == {"a.txt": None, "s/a.txt": "Inner"}


def test_names_with_composed_and_decomposed_accents_are_the_same(corpus_dir: Folder) -> None:
    folder = corpus_dir({"pero\u0300.txt": ENGLISH, "articles.csv": "file,title\nper\u00f2.txt,Però\n"})
    assert only(folder).title == "Però"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Gli inviati partono per i colloqui", "Gli inviati partono per i colloqui"),
        ("Esteri\nGli inviati partono per i colloqui\nUn giorno dopo", "Gli inviati partono per i colloqui"),
        ("# Gli inviati partono", "Gli inviati partono"),
        ("Colloqui", "Colloqui"),
        ("«Nessun accordo?»", "«Nessun accordo?»"),
        ("Gli inviati sono partiti.", None),
        ("Gli inviati sono partiti per i\ncolloqui della prossima settimana", None),
        ("x" * 200, None),
        ("", None),
    ],
)
def test_title(head: str, title: str | None) -> None:
    assert facts.find_title(f"{head}\n\n{ITALIAN} {ITALIAN}") == title


def test_no_title_without_text_behind_it() -> None:
    assert facts.find_title("Gli inviati partono per i colloqui\nfine") is None


# -- language ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "sure"),
    [
        (ITALIAN, "it", True),
        (ENGLISH, "en", True),
        ("Putin e Trump al telefono: due ore di colloquio sulla tregua, poi il vertice", "it", True),
        ("Trump and Putin speak for two hours about the truce", "en", True),
        (
            "El presidente habló con su homólogo y dijo que la reunión se celebrará en una semana con los enviados.",
            None,
            False,
        ),
        (
            "Le président a parlé avec son homologue et dit que la réunion aura lieu avec les envoyés.",
            None,
            False,
        ),
        (
            "Der Präsident sprach mit seinem Kollegen und sagte, das Treffen werde in einer Woche stattfinden.",
            None,
            False,
        ),
        ("Президент поговорил по телефону с коллегой.", None, False),
        (f"{ITALIAN} {ENGLISH}", None, False),
        ("Trump Putin Zelensky Rubio Lavrov Ushakov Witkoff Orban Budapest Anchorage of Alaska", None, False),
        ("1 2 3", None, False),
    ],
)
def test_language(text: str, language: str | None, sure: bool) -> None:
    detected = weigh_language(text)
    assert detected.sure is sure
    if language:
        assert detected.language == language == read.detect_language(text)


def test_an_unsure_language_is_a_warning(corpus_dir: Folder) -> None:
    text = "Der Präsident sprach mit seinem Kollegen und sagte, das Treffen werde in einer Woche stattfinden."
    (source,), problems = read.read_folder(corpus_dir({"a.txt": text}))
    assert source.language in ("it", "en")
    assert codes(problems) == [("a.txt", "warning", "language-unsure")]


# -- the folder as a whole -----------------------------------------------------------------------


def test_fingerprint_follows_every_change(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": ENGLISH, "b.txt": ENGLISH})
    seen = [read.fingerprint(folder)]
    assert read.fingerprint(folder) == seen[0]
    (folder / "a.txt").write_text(ENGLISH + ".")
    seen.append(read.fingerprint(folder))
    (folder / "articles.csv").write_text("file\n")
    seen.append(read.fingerprint(folder))
    (folder / "b.txt").rename(folder / "c.txt")
    seen.append(read.fingerprint(folder))
    os.utime(folder / "c.txt", ns=(1, 1))
    seen.append(read.fingerprint(folder))
    (folder / "c.txt").unlink()
    seen.append(read.fingerprint(folder))
    assert len(set(seen)) == len(seen)


def test_reading_is_the_same_every_time(corpus_dir: Folder) -> None:
    folder = corpus_dir({"a.txt": ENGLISH, "b.html": PAGE, "c.txt": b"\0", "d.docx": word_file()})
    assert read.read_folder(folder) == read.read_folder(folder)


def test_the_seeds_are_read_whole() -> None:
    folder = Path(__file__).resolve().parent.parent / "seeds"
    sources, problems = read.read_folder(folder)
    assert problems == []
    assert [s.article_id for s in sources] == sorted(path.stem for path in folder.iterdir())
    for source in sources:
        assert source.text.encode() == (folder / source.file).read_bytes()
        assert source.language == "it"
