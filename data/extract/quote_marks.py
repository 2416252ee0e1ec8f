"""Quote marks: which words of an article stand between them, in every style and with marks missing or wrong.

Lives here: marks alone. Must not live here: who speaks, or whether the words are a quote at all
(`data.extract.quote_filter`).

A mark opens or closes by its shape and by what stands around it, because real articles close “ with “, open with
straight marks and close with curly ones, forget a mark, or set quotes inside quotes. Only the outermost words count.
"""

from __future__ import annotations

import re

import msgspec

MARKS = re.compile(r"[“”„‟\"«»]|''(?:(?!\w)|(?<!\w''))")  # every branch begins with a mark: found fast
SINGLES = re.compile("[‘’'‹›]")
_OPENING_SINGLES = re.compile("[‘'‹]")
_SPACE = frozenset(" \t\n\u00a0\u202f\u2009")
_OPENING_SIDE = frozenset("([{-–—/:=¿¡")
_CLOSING_SIDE = frozenset(".,;:!?)]}…-–—/")
_STOPPING_SIDE = _CLOSING_SIDE - frozenset("-–—/[")
_REACH = 3  # paragraphs a quote may run on before its mark is called missing
_SENTENCE_STOP = re.compile(r"[.!?…](?=\s+[A-ZÀ-ÞА-Я“«\"]|\s*$)")

_ENDS = re.compile(r"[,;:!?)](?!\w)|\.(?![.\w])")


class Marked(msgspec.Struct, frozen=True, gc=False):
    """Words between marks: `start:end` without them, `outer_start:outer_end` with them; `closed` by a mark or not."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    single: bool


class _Mark(msgspec.Struct, frozen=True, gc=False):
    at: int
    width: int
    family: str  # guillemets or double marks
    opens: bool  # by what stands around it
    closes: bool
    shape: str  # "open", "close" or "" for straight marks
    glued: bool = False  # a closing shape between a stop and a capital: it may open, where none is open


def _spacelike(char: str) -> bool:
    return char in _SPACE or char == ""


def _mark(text: str, match: re.Match[str]) -> _Mark | None:
    at, end = match.span()
    before = text[at - 1] if at else ""
    after = text[end] if end < len(text) else ""
    char = match.group()
    family = "guillemets" if char in "«»" else "double"
    shape = "open" if char in "“„«‟" else "close" if char in "”»" else ""
    apart_before, apart_after = _spacelike(before), _spacelike(after)
    opens = (apart_before or before in _OPENING_SIDE or before in "‘'’«“\"»”") and not apart_after
    closes = not apart_before and (apart_after or after in _CLOSING_SIDE or after in "’'»”\"“«")
    if char == "»" and apart_before and not after.isalnum():  # French style: « words »
        opens, closes = False, True
    if shape == "" and before in _SPACE and _ENDS.match(text, end):  # set off by blanks: " words ",
        opens, closes = False, True
    if before in _OPENING_SIDE and not apart_after and after not in _CLOSING_SIDE:
        closes = False
    if after in _STOPPING_SIDE and not apart_before:
        opens = False
    if shape == "" and before.isdigit() and not after.isalnum() and _is_inches(text, at):
        return None
    if not opens and not closes and shape == "close" and before in ".!?”»" and after.isupper():
        return _Mark(at, end - at, family, True, True, shape, True)
    if not opens and not closes:  # glued on both sides, or loose on both: the shape decides, else both are possible
        opens, closes = shape != "close", shape != "open"
    return _Mark(at, end - at, family, opens, closes, shape)


def _is_inches(text: str, at: int) -> bool:
    """Whether a straight mark after a digit is a measure: 6'2", or a number with no mark open before it."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return bool(re.search(r"\d['’′]\s?\d+$", line)) or (line.count('"') % 2 == 0 and not re.search("[“„][^”]*$", line))


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _nested(marks: list[_Mark], i: int, limit: int) -> bool:
    """Whether the opening mark `i`, inside an open quote, has its own close with another close behind it."""
    depth, family = 1, marks[i].family
    for mark in marks[i + 1 :]:
        if mark.at >= limit:
            return False
        if mark.family != family:
            continue
        if mark.closes and not (mark.opens and mark.shape == "open"):
            depth -= 1
            if depth < 0:
                return True
        elif depth == 0:
            return False  # the next quote opens: the first close was the outer one's
        else:
            depth += 1
    return False


def _closing(text: str, marks: list[_Mark], i: int) -> tuple[int | None, int]:
    """Opening mark → (index of its closing mark, where the words end); no index when the mark is missing."""
    opener = marks[i]
    limit = _paragraph_end(text, opener.at)
    depth, last_paragraph = 0, 0
    k = i + 1
    while k < len(marks):
        mark = marks[k]
        if mark.at > limit:
            last_paragraph += 1
            gap = text[limit : mark.at]
            following = _paragraph_end(text, limit + len(gap) - len(gap.lstrip("\n")))
            if (mark.opens and not (mark.closes and mark.shape == "close")) or last_paragraph > _REACH:
                return None, _unclosed_end(text, opener, limit, reopened=not gap.strip())
            limit = max(following, limit + 1)
            continue
        if mark.family != opener.family:
            k += 1
            continue
        if mark.closes and not mark.opens:
            if depth == 0:
                return k, mark.at
            depth -= 1
        elif mark.opens and not mark.closes:
            if _nested(marks, k, limit):
                depth += 1
            elif depth == 0:
                return None, mark.at
        elif depth == 0 and mark.shape != "open":
            return k, mark.at
        elif depth:
            depth -= 1
        elif _nested(marks, k, limit):
            depth += 1
        else:
            return k, mark.at
        k += 1
    return None, _unclosed_end(text, opener, _paragraph_end(text, opener.at), reopened=False)


def _unclosed_end(text: str, opener: _Mark, limit: int, *, reopened: bool) -> int:
    """Where the words of a quote without closing mark end: with the paragraph, or with its sentence."""
    start = text.rfind("\n", 0, opener.at) + 1
    lead = text[start : opener.at].rstrip()
    if reopened or not lead or lead.endswith(":"):
        return limit
    stop = _SENTENCE_STOP.search(text, opener.at, limit)
    return stop.end() if stop else limit


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _SPACE:
        start += 1
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return start, end


def _find_double(text: str) -> list[Marked]:
    marks = [mark for match in MARKS.finditer(text) if (mark := _mark(text, match))]
    found: list[Marked] = []
    i = 0
    while i < len(marks):
        opener = marks[i]
        if not opener.opens or (opener.shape == "close" and opener.closes and not opener.glued):
            i += 1
            continue
        k, end = _closing(text, marks, i)
        start, end = _trim(text, opener.at + opener.width, end)
        outer_end = end if k is None else marks[k].at + marks[k].width
        if start < end:
            found.append(Marked(start, end, opener.at, outer_end, k is not None, False))
        following = i + 1 if k is None else k + 1
        while k is None and following < len(marks) and marks[following].at < end:
            following += 1
        i = following
    return found


def _find_single(text: str, taken: list[Marked]) -> list[Marked]:
    """Words between single marks, which must not be apostrophes: opened after a space, closed in the same paragraph."""
    found: list[Marked] = []
    covered = [(m.outer_start, m.outer_end) for m in taken]
    position = 0
    for match in _OPENING_SINGLES.finditer(text):
        at = match.start()
        if at < position:
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        begins = (before in _SPACE or before in "([—–:") and (after.isalpha() or after in "[…$€£")
        if not begins and not (match.group() == "‘" and after.isdigit()):
            continue
        if any(a <= at < b for a, b in covered):
            continue
        end = _single_close(text, at, covered)
        if end is None and (limit := _paragraph_end(text, at)) < len(text):
            again = text[limit:].lstrip()[:1]
            if again == match.group() and at + 20 < limit:  # the next paragraph opens the mark again
                found.append(Marked(at + 1, _trim(text, at + 1, limit)[1], at, limit, False, True))
                position = limit
        if end is not None and end - at > 2:  # one letter is an abbreviation: rock 'n' roll
            found.append(Marked(at + 1, end, at, end + 1, True, True))
            position = end + 1
    return found


def _single_close(text: str, at: int, covered: list[tuple[int, int]]) -> int | None:
    limit = _paragraph_end(text, at)
    candidates: list[int] = []
    depth = 0
    for match in SINGLES.finditer(text, at + 1, limit):
        k = match.start()
        if any(a <= k < b for a, b in covered):
            return candidates[0] if candidates else None
        before = text[k - 1]
        after = text[k + 1] if k + 1 < len(text) else " "
        if match.group() in "‘" or (match.group() == "'" and before in _SPACE):
            if candidates or not _closes_again(text, k, limit):
                break
            depth += 1
            continue
        if before in _SPACE or after.isalnum():
            continue
        if depth:
            depth -= 1
            continue
        candidates.append(k)
        plural = before in "sS" and after == " " and text[k + 2 : k + 3].isalpha() and match.group() != "›"
        elided = before.isalpha() and after == " " and text[k - 2 : k] in ("po", "mo", "di", "fa", "va", "da", "sta")
        if not plural and not elided:
            break
    return candidates[-1] if candidates else None


def _closes_again(text: str, at: int, limit: int) -> bool:
    """Whether two single marks close behind the one at `at`: its own, and that of the words around it."""
    closing = [
        m.start()
        for m in SINGLES.finditer(text, at + 1, limit)
        if m.group() in "’'" and text[m.start() - 1] not in _SPACE and not text[m.start() + 1 : m.start() + 2].isalnum()
    ]
    return len(closing) > 1 and closing[0] - at < 40 and text[closing[-1] - 1] in ".,!?…"


def find_marked(text: str) -> list[Marked]:
    """Text → the words between quote marks, in text order, never one inside another.

    Italian: «Non ora», ha detto → "Non ora"; English: “not ‘now’ ” → "not ‘now’ ". A paragraph that re-opens the mark
    gives its own row; a mark that is never closed ends with its sentence or paragraph (`closed` is then false).
    """
    double = _find_double(text)
    return sorted([*double, *_find_single(text, double)], key=lambda m: m.start)
