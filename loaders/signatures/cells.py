"""A line of a signature page cut into cells, each with its column and what it looks like.

/s/ Ann B. Carver    President and Director   |-- May 4, 1999
[MARK              ] [TITLE                 ]     [DATE     ]
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from ..dates import find_dates, month_number, parse_date
from ..names import looks_like_person
from ..span import Piece, Text
from ..titles import is_title


class Look(StrEnum):
    """What a cell looks like by itself."""

    MARK = "mark"  # /s/, a star, By:
    RULE = "rule"
    NAME = "name"
    DATE = "date"
    DATE_PART = "date part"
    TITLE = "title"
    HEADING = "heading"  # a title with a colon, for the rows below
    HEADER = "header"  # Signature, Title, Date over columns
    KEY = "key"  # Name:, Title:, Its:
    NOISE = "noise"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line; ``x0`` and ``x1`` its columns. ``bracket``: behind a brace that covers many rows."""

    look: Look
    piece: Piece
    x0: int
    x1: int
    bracket: bool = False

    @property
    def text(self) -> str:
        return str(self.piece)


SIGN = r"(?:[/\\]\s?[sS]\s?[/\\]|\(\s?[sS]\s?\)(?=\s*[A-Z])|[sS]/[bB]/|(?<![A-Za-z])[sS]/(?=\s*[A-Z])|(?<![A-Za-z])/[sS](?=\s+[A-Z])|\[\s*[sS]\s*\])"
MARK = re.compile(
    rf"(?P<by>(?P<star>\*{{0,3}}\s?)/?\s?(?:BY|By|by)\b\s*[:.]?\s*(?=$"
    rf"|[-A-Z/\\(\[*_\"“'sS]))?(?P<star2>\*{{0,3}}\s?)(?P<sign>{SIGN})?[\s\"“]*"
)
_SIGN = re.compile(SIGN)
ATTORNEY = re.compile(
    r"\(?(?:as\s+)?(?:his\s+|her\s+|their\s+|the\s+)?attorneys?\s?-?\s?in\s?-?\s?fact\b", re.IGNORECASE
)
_CELL = re.compile(r"\S+(?: \S+)*")
_GLUE = re.compile(
    rf"^(?:\*{{0,3}}\s?(?:BY|By|by)\s*:?\s*{SIGN}?|\*?\s?{SIGN}|(?:Name|NAME|Title|TITLE|Dated?|DATED?|Its"
    rf"|ITS|Capacity|Print(?:ed)? Name)\s*:|\*{{1,3}}\s?By:?)$"
)
_RULE = re.compile(r"^(?:- )?[-_=–—.‑]{3,}(?:[ -]*[-_=]+)*$")
_HEADER = re.compile(
    r"^\(?(?:signatures?\+?|titles?(?:s?\s*(?:and|/|or)\s*capacit(?:y|ies))?|capacit(?:y"
    r"|ies)(?:\s+(?:in which signed|or title))?|positions?(?:s? held)?|dates?|names?(?:\s+(?:and"
    r"|&)\s+(?:signatures?|titles?|positions?))?"
    r"|offices?|signatures?\s+(?:and|&)\s+titles?|(?:title|office)s?\(s\)|position\(s\)(?: held)?"
    r"|name of signatory|date signed|name and title|person)\)?:?$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\(?\s*(?:registrant|issuer|signature|company|duly authorized.*|and duly authorized.*"
    r"|on behalf of the registrant.*|seal|continued|signatures?\s*[-–—,]?\s*\(?continued\)?"
    r"|signatures?(?: page)?|power of attorney|table of contents|exact name of registrant.*|print name"
    r"|printed name|name|title|date|the plan|the registrant|small business issuer"
    r"|name of plan|name of registrant.*|full title of the plan.*|principal office.*"
    r"|\(?registrant\)?\s*\(?.*registrant.*\)|authorized signatory of.*registrant)\s*\)?[:.]?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:[-–—\s]*(?:[IVX]+|[A-Z]{1,2}|F-\d+,\s*III?)?\s?[-–]?\s?\d{1,3}[-–—\s.]*|-?\s*[ivx]{1,5}\s*-?|(?:S"
    r"|II|III|IV|F)-?\d{1,3}|page\s+\d+.*|\[?signature page.*|\[?remainder of.*|signature page to.*"
    r"|form (?:10-[kq]|8-k|s-\d|f-\d|20-f)\b.*|table of contents|#+|\[signatures? (?:page )?(?:follows?"
    r"|continued?).*|\(?signatures? continued.*|.*\|\s*\d{4} form 10-[kq].*|[`'.,·•~^]+|</?page>?)$",
    re.IGNORECASE,
)
_KEY = re.compile(r"^(?P<key>(?:print(?:ed)?\s+)?name|title|its|capacity|position|office)\s*:\s*", re.IGNORECASE)
_DATE_KEY = re.compile(r"^(?:dated?|as of)\b\s*:?\s*", re.IGNORECASE)
_MAJORITY = re.compile(
    r"^(?:(?:constituting|being)\s+)?(?:a\s+|the\s+)?majority\s+of\s+the\s+(?:board\b.*|directors.*"
    r"|members.*)$|^(?:all\s+of\s+)?(?:the\s+)?(?:board\s+of\s+)?(?:directors|trustees"
    r"|managers)\s*(?:of\s+the\s+registrant)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:dated?:?\s*)?(?:(?P<month>[A-Za-z]{3,9})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?|\d{1,2}(?:st|nd|rd"
    r"|th)?,?\s*(?:19|20)\d\d|\d{1,2},|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_BRACE = re.compile(r"^[|)}\]]+(?:\s*-{1,3}|\s+|$)\s*|^[-–]{2}\s+(?=[A-Z])")
_BRACE_END = re.compile(r"\s+[|)}\]]+\s*$|\s*\|\s*$")
_DATE_END = re.compile(r"(?:\d{4}|/\d{2})[.,]?$")
_UNDATED = re.compile(r"^(?:dated?\s*:?\s*)?(?:_{3,}.*|(?:dated?\s*:))$", re.IGNORECASE)
_RULE_HEAD = re.compile(r"[-_]{5,}(?= \S)")
_SIGN_AFTER = re.compile(rf"(?<=\S)\s+(?=(?:\*?(?:By|BY)\s*:\s*)?{SIGN})|(?<=\d)\s+(?=By\s*:)")
_LABEL_ONLY = re.compile(r"\*{0,3}\s?(?:by|BY|By)\s*[:.]?|\*+")
_DATE_LABEL = re.compile(r"\s+(?:dated?)\s*:?\s*$", re.IGNORECASE)
_DATE_START = re.compile(r"(?:dated?\s*:?\s*)?(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}[/-])", re.IGNORECASE)
_DATE_LEAD = re.compile(r"^dated?\s*:?\s*", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:on|of|this|the|as of|through|until)\s*$", re.IGNORECASE)
_STARS = re.compile(r"[*+†]+$")
_STARRED = re.compile(r"\*+\)?$")
_PLURAL = re.compile(r"(or|er)s\b")
_LEAST = 2  # lines that must share a column for it to be one


def cut_lines(text: Text, first: int, last: int, skip: dict[int, Piece]) -> dict[int, tuple[Cell, ...]]:
    """The cells of the lines ``first`` to ``last``, running text left out."""
    raw = {n: _spans(text.lines[n]) for n in range(first, last) if n not in skip and text.lines[n].strip()}
    columns = _columns(raw)
    out: dict[int, tuple[Cell, ...]] = {}
    for number, spans in raw.items():
        line = text.lines[number]
        pieces = _split_columns(line, _join(line, spans, columns), columns)
        cells = _row(text, number, pieces)
        if cells:
            out[number] = cells
    return out


def _row(text: Text, number: int, pieces: list[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells of a line; what stands behind a brace is marked so."""
    out: list[Cell] = []
    braced = False
    for a, b in pieces:
        cells = _cells(text, number, a, b)
        out += [replace(c, bracket=True) for c in cells] if braced else cells
        braced = braced or not cells
    return tuple(out)


def _spans(line: str) -> list[tuple[int, int]]:
    return [m.span() for m in _CELL.finditer(line)]


def _columns(raw: dict[int, list[tuple[int, int]]]) -> frozenset[int]:
    """Columns at which cells start behind a wide gap, on several lines."""
    starts: Counter[int] = Counter()
    for spans in raw.values():
        for (_, before), (at, _end) in zip(spans, spans[1:]):
            starts[at] += 1 if at - before >= 3 else 0
    return frozenset(x for x, n in starts.items() if n >= _LEAST)


def _join(line: str, spans: list[tuple[int, int]], columns: frozenset[int]) -> list[tuple[int, int]]:
    """Labels joined with what they label; words that justified setting drew apart joined again."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        if out:
            before = line[out[-1][0] : out[-1][1]]
            right = line[a:b]
            label = (
                _GLUE.match(before) and not _HEADER.match(right) and not (_KEY.match(right) or _DATE_KEY.match(right))
            )
            narrow = a - out[-1][1] == 2 and a not in columns and not _own(before, right)
            if label or narrow:
                out[-1] = (out[-1][0], b)
                continue
        out.append((a, b))
    return out


def _own(before: str, right: str) -> bool:
    """Two spaces apart: does the right side stand by itself?"""
    if (
        _SIGN.match(right)
        or right.startswith("*")
        or _RULE.match(before)
        or _RULE.match(right)
        or (_DATE_KEY.match(right) and right[:1] in "Dd")
    ):
        return True
    if parse_date(right):
        return month_number(before.split()[-1].strip(".,")) is None
    return is_title(right) and (looks_like_person(MARK.sub("", before, count=1)) and " " in before)


def _split_columns(line: str, spans: list[tuple[int, int]], columns: frozenset[int]) -> list[tuple[int, int]]:
    """A cell that runs over a column's start with one space between is cut there, where the rest stands by itself."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        rule = _RULE_HEAD.match(line[a:b])
        if rule:
            out.append((a, a + rule.end()))
            a += rule.end() + 1
        for x in sorted(c for c in columns if a < c < b):
            if line[x - 1] == " " and line[x] != " " and _stands(line[a:x], line[x:b]):
                out.append((a, x - 1))
                a = x
        out.append((a, b))
    return out


def _stands(left: str, right: str) -> bool:
    name = MARK.sub("", left.strip(), count=1)
    return bool(parse_date(right) or _BRACE.match(right)) or (
        is_title(right.split(",")[0]) and looks_like_person(name.strip(" *"))
    )


def _cells(text: Text, number: int, a: int, b: int) -> list[Cell]:
    """The cells of one stretch: brackets off, a mark or date that follows other words cut off."""
    line = text.lines[number]
    bracket = False
    if brace := _BRACE.match(line[a:b]):
        a, bracket = a + brace.end(), True
    if tail := _BRACE_END.search(line[a:b]):
        if "|" in tail[0] or line[a:b].count(")") > line[a:b].count("("):
            b = a + tail.start()
    if a >= b:
        return []
    out = []
    for x, y in _inner(text, number, a, b):
        piece = text.piece(number, x, y).strip()
        words = str(piece)
        if words:
            start = piece.start - text.starts[number]
            out.append(Cell(look_of(words), piece, start, start + len(words), bracket))
    return out


def _inner(text: Text, number: int, a: int, b: int) -> list[tuple[int, int]]:
    words = text.lines[number][a:b]
    sign = _SIGN_AFTER.search(words)
    if sign and not _LABEL_ONLY.fullmatch(words[: sign.start()].strip()):
        return _inner(text, number, a, a + sign.start()) + _inner(text, number, a + sign.end(), b)
    if _DATE_START.match(words) and not parse_date(words):
        found = find_dates(text.piece(number, a, b))
        if found and not _DATE_LEAD.sub("", words[: found[0][1].column - a]).strip():
            cut = found[0][1].end - text.starts[number]
            return [(a, cut), (cut, b)] if text.lines[number][cut:b].strip(" .,;") else [(a, b)]
    if _DATE_END.search(words) and not parse_date(words):
        found = find_dates(text.piece(number, a, b))
        if found and found[-1][1].end >= text.starts[number] + b - 1:
            at = found[-1][1].start - text.starts[number]
            label = _DATE_LABEL.search(text.lines[number][a:at])
            cut = a + label.start() if label else at
            before = text.lines[number][a:cut]
            if before.strip() and not _PREPOSITION.search(before):
                return [(a, cut), (cut, b)]
    return [(a, b)]


@lru_cache(maxsize=4096)
def look_of(words: str) -> Look:
    """What the words look like by themselves."""
    if _RULE.match(words):
        return Look.RULE
    if _FURNITURE.match(words) or _UNDATED.match(words):
        return Look.NOISE
    mark = MARK.match(words)
    if mark and mark.end() and (mark["by"] or mark["sign"] or mark["star2"].strip()):
        return Look.MARK
    if _HEADER.match(words):
        return Look.HEADER
    if _CAPTION.match(words):
        return Look.NOISE
    if parse_date(words):
        return Look.DATE
    if _KEY.match(words):
        return Look.KEY
    part = _PART.match(words)
    if part and (part["month"] is None or month_number(part["month"])):
        return Look.DATE_PART
    bare = words.strip()
    if ATTORNEY.search(bare):
        return Look.TITLE if ATTORNEY.match(bare) else Look.TEXT
    if is_heading(bare):
        return Look.HEADING
    if is_title(bare.strip("()")):
        return Look.TITLE
    if looks_like_person(_STARS.sub("", bare).strip()):
        return Look.MARK if _STARRED.search(bare) else Look.NAME
    return Look.TEXT


def is_heading(words: str) -> bool:
    """A role given above the rows that hold it: "Directors:", "A majority of the Board of Directors"."""
    bare = words.strip(" ()*")
    if _MAJORITY.match(bare.rstrip(":")):
        return bare.endswith(":") or "majority" in bare.lower() or bare.lower().endswith("s")
    if not bare.endswith(":") or len(bare) > 100:
        return False
    return is_title(_PLURAL.sub(r"\1", bare.rstrip(":")))


def key_of(words: str) -> tuple[str, int]:
    """The key of a ``Key: value`` cell in lower case, and where its value begins."""
    match = _KEY.match(words)
    return (match["key"].lower(), match.end()) if match else ("", 0)
