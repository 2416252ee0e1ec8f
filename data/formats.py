"""The bytes of an article in any format read → its text.

Lives here: decoding, and the text of HTML, Word and PDF files, left to the libraries that know them. Must not live
here: opening files, facts from elsewhere, or any change to the text once it is decoded.
"""

from __future__ import annotations

import codecs
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from charset_normalizer import from_bytes

from data.facts import NO_FACTS, Facts, parse_day
from data.folder import SUFFIXES

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LIKELY = ["cp1252", "cp1250", "cp1251", "mac_roman", "cp850", "big5", "gb18030", "shift_jis"]
_UNPACKED_LIMIT = 200_000_000  # bytes a Word file may unpack to
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


class UnreadableError(ValueError):
    """A file that gives no text: `code` as in `problems.code`, the message in plain English."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, the facts the file itself states, and (code, message) for what is doubtful."""

    text: str
    facts: Facts = NO_FACTS
    doubts: tuple[tuple[str, str], ...] = ()


_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


def _is_binary(text: str) -> bool:
    head = text[:100_000]
    return "\0" in text or len(_CONTROL.findall(head)) > 0.05 * len(head)


def decode(data: bytes, declared: str | None = None) -> Extracted:
    """Bytes → text without a byte-order mark; line ends stay as they are.

    UTF-8 unless a mark or `declared` says otherwise; else a guess, named as doubt. Raises UnreadableError for binary.
    """
    text, doubts = _decoded(data, declared)
    if _is_binary(text):
        raise UnreadableError("binary", "it holds binary data, not text; save the article as plain text")
    return Extracted(text, doubts=doubts)


def _decoded(data: bytes, declared: str | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            try:
                return rest.decode(encoding), ()
            except UnicodeDecodeError:
                return rest.decode(encoding, errors="replace"), (_damaged(encoding),)
    for named in filter(None, ("utf-8", declared)):
        try:
            return data.decode(named), ()
        except (LookupError, ValueError):  # no such encoding, or not these bytes
            continue
    if b"\0" in data:
        raise UnreadableError("binary", "it holds binary data, not text; save the article as plain text")
    lossy = data.decode("utf-8", errors="replace")
    lost = lossy.count("\ufffd")
    if sum(not c.isascii() for c in lossy) > 3 * lost:  # words that are UTF-8 by chance are rare
        return lossy, (_damaged("utf-8"),)
    best = from_bytes(data, cp_isolation=_LIKELY).best()
    text, encoding = (str(best), best.encoding) if best else (data.decode("cp1252", errors="replace"), "cp1252")
    doubt = f"it is not UTF-8 and was read as {encoding}; check its accents, and save it as UTF-8 if they are wrong"
    return text, (("guessed-encoding", doubt),)


def _damaged(encoding: str) -> tuple[str, str]:
    return "guessed-encoding", f"some of its bytes are not {encoding} and show as \ufffd; save the article again"


def _plain(data: bytes) -> Extracted:
    return decode(data)


_INLINE = frozenset(
    ["a", "abbr", "b", "cite", "em", "font", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "u"]
)
_UNSEEN = frozenset(["head", "noscript", "script", "style", "template"])


def strip_tags(html: str) -> str:
    """HTML → the words a browser would show, one line for each block: "<p>Ciao</p><p>a te</p>" → "Ciao\\na te"."""
    from lxml import etree

    tree = _tree(html)
    if tree is None:
        return ""
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            seen = node.tag not in _UNSEEN
            parts += ["" if node.tag in _INLINE else "\n", _spaced(node.text) if seen else ""]
            if not seen:
                walk.skip_subtree()
        else:
            parts += ["\n" if event == "end" and node.tag not in _INLINE else "", _spaced(node.tail)]
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(filter(None, lines))


def _tree(html: str) -> Any:
    """HTML → its root element, or None where there is none."""
    from lxml import etree

    return etree.fromstring(html.encode("utf-8", "replace"), parser=etree.HTMLParser(encoding="utf-8"))


def _spaced(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "")


def _html(data: bytes) -> Extracted:
    import trafilatura  # here, because it takes a second to load and most folders need none of it

    declared = _META_CHARSET.search(data[:4096])
    page = decode(data, declared[1].decode("ascii") if declared else None)
    if not page.text.strip():
        return page
    text = trafilatura.extract(page.text, include_comments=False, include_tables=True)
    facts, doubts = NO_FACTS, page.doubts
    if text:
        # fixed bounds: what is found must not depend on the day it is read
        dates = {"extensive_search": False, "original_date": True, "min_date": "1900-01-01", "max_date": "2199-12-31"}
        found = trafilatura.extract_metadata(page.text, date_config=dates, extensive=False)
        facts = Facts(
            title=found.title or None,
            outlet=found.sitename or None,
            published=_page_day(found.date, page.text),
            url=found.url or None,
        )
    else:
        text = strip_tags(page.text)
        doubts = (*doubts, ("whole-page", "no article was found in the page, so all its words were read"))
    return Extracted(text, facts, doubts)


_STATED = "//head//@* | //time/@datetime | //script[contains(@type, 'ld+json')]/text()"
_DAY_FORMS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")


def _page_day(words: str | None, html: str) -> dt.date | None:
    """The day found for a page, if its metadata state it plainly: a date in its footer or "06/10/2025" will not do."""
    day = parse_day(words) if words else None
    tree = _tree(html)
    if day is None or tree is None:
        return None
    stated = " ".join(map(str, tree.xpath(_STATED)))
    return day if any(day.strftime(form) in stated for form in _DAY_FORMS) else None


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
_TITLE_STYLES = ("Title", "Titolo", "Heading1", "Titolo1")


def _paragraph_words(paragraph: Any) -> str:
    """A paragraph's XML → its words, tracked insertions and links too, without those of a text box inside it."""
    words = []
    for node in paragraph.iter(f"{_W}t", *_BREAKS):
        own = next(node.iterancestors(f"{_W}p"), None) is paragraph
        if own and node.getparent().tag == f"{_W}r":
            words.append(_BREAKS.get(node.tag) or node.text or "")
    return "".join(words)


def _word(data: bytes) -> Extracted:
    import docx

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(part.file_size for part in packed.infolist()) > _UNPACKED_LIMIT:
            raise UnreadableError("too-large", "it unpacks to more than 200 MB; save the article as plain text")
    title = None
    paragraphs = []
    # by the XML, in its order: python-docx's own lists leave out content controls and tracked insertions
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(f"{_W}p"):
        words = _paragraph_words(paragraph)
        if not words.strip() or next(paragraph.iterancestors(_FALLBACK), None) is not None:
            continue  # empty, or the same words once more for old versions of Word
        paragraphs.append(words)
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if title is None and style is not None and style.get(f"{_W}val") in _TITLE_STYLES:
            title = words.strip()
    return Extracted("\n\n".join(paragraphs), Facts(title=title))


_BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad]\n(?=[a-zà-ÿ])")  # "telefo-" at the end of a line, "nata" on the next


def _pdf(data: bytes) -> Extracted:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError("unreadable", "it is protected by a password; save it without one")
    text = "\n\n".join(page.extract_text().strip() for page in reader.pages).strip()
    if not any(map(str.isalpha, text)):
        raise UnreadableError(
            "no-text", "its pages hold pictures, not text; run it through text recognition (OCR) first"
        )
    return Extracted(_BROKEN_WORD.sub("", text))


_READERS: dict[str, Callable[[bytes], Extracted]] = {
    ".txt": _plain,
    ".md": _plain,
    ".html": _html,
    ".htm": _html,
    ".docx": _word,
    ".pdf": _pdf,
}
assert {*_READERS} == {*SUFFIXES}
PLAIN_SUFFIXES = (".txt", ".md")  # those whose text may begin with front matter


def extract_text(data: bytes, suffix: str) -> Extracted:
    """A file's bytes and its suffix (".txt", lower case) → its text. Raises UnreadableError for a file that gives none.

    Raises ValueError for a suffix that is not one of SUFFIXES.
    """
    if suffix not in _READERS:
        raise ValueError(f"{suffix!r} is not one of {', '.join(SUFFIXES)}")
    try:
        extracted = _READERS[suffix](data)
    except UnreadableError:
        raise
    except Exception as error:  # whatever a damaged file makes a parser raise
        raise UnreadableError(
            "unreadable", f"it is damaged, or no {suffix} file ({error}); open it and save it again"
        ) from error
    if not any(map(str.isalnum, extracted.text)):
        raise UnreadableError("empty", "it holds no words; delete it or fill it")
    if suffix in PLAIN_SUFFIXES:
        return extracted
    # parsers may hand out half characters or NULs, which no table can hold
    whole = extracted.text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")
    return Extracted(whole, extracted.facts, extracted.doubts)
