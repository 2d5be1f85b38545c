"""Lines of a signature page cut into cells: at wide gaps, at known columns, before marks and dates, at braces.

/s/ Ann B. Carver    President and Director   |-- May 4, 1999
[                 ]  [                     ]      [         ]
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from ..dates import find_dates, month_number, parse_date
from ..names import looks_like_person
from ..span import Piece, Text
from ..titles import is_title
from .cells import HEADER, KEY, MARK, RULE, SIGN, STAR, Cell, look_of

_SIGN = re.compile(SIGN)


_CELL = re.compile(r"\S+(?: \S+)*")


_GLUE = re.compile(
    rf"^(?:{STAR}\s?(?:BY|By|by)\s*:?\s*{SIGN}?|{STAR}\s?{SIGN}|(?:Name|NAME|Title|TITLE|Dated?|DATED?|Its"
    rf"|ITS|Capacity|Print(?:ed)? Name)\s*:)$"
)


_DATE_KEY = re.compile(r"^(?:dated?|as of)\b\s*:?\s*", re.IGNORECASE)


_BRACE = re.compile(r"^[|)}\]]+(?:\s*-{1,3}|\s+|$)\s*|^[-–]{2}\s+(?=[A-Z])")


_BRACE_END = re.compile(r"\s+[|)}\]]+\s*$|\s*\|\s*$")


_DATE_END = re.compile(r"(?:\d{4}|/\d{2})[.,]?$")


_RULE_HEAD = re.compile(r"[-_]{5,}(?= \S)")


_SIGN_AFTER = re.compile(rf"(?<=\S)\s+(?=(?:\*?(?:By|BY)\s*:\s*)?{SIGN})|(?<=\d)\s+(?=By\s*:)")


_LABEL_ONLY = re.compile(r"\*{0,3}\s?(?:by|BY|By)\s*[:.]?|\*+")


_DATE_LABEL = re.compile(r"\s+(?:dated?)\s*:?\s*$", re.IGNORECASE)


_DATE_START = re.compile(r"(?:dated?\s*:?\s*)?(?:[A-Z][a-z]{2,8}\.?\s+\d|\d{1,2}[/-])", re.IGNORECASE)


_DATE_LEAD = re.compile(r"^dated?\s*:?\s*", re.IGNORECASE)


_PREPOSITION = re.compile(r"\b(?:on|of|this|the|as of|through|until)\s*$", re.IGNORECASE)


_WIDEST = 1500
_MOST = 24  # cells of a line
_LEAST = 2  # lines that must share a column for it to be one


def cut_lines(text: Text, first: int, last: int, skip: dict[int, Piece]) -> dict[int, tuple[Cell, ...]]:
    """The cells of the lines ``first`` to ``last``, running text left out."""
    raw = {n: _spans(text.lines[n]) for n in range(first, last) if n not in skip and _may_hold(text.lines[n])}
    columns = _columns(raw)
    out: dict[int, tuple[Cell, ...]] = {}
    for number, spans in raw.items():
        line = text.lines[number]
        pieces = _split_columns(line, _join(line, spans, columns), columns)
        cells = _row(text, number, pieces)
        if 0 < len(cells) <= _MOST:
            out[number] = cells
    return out


def _may_hold(line: str) -> bool:
    """Can the line hold rows: neither blank nor longer than any table is wide."""
    return len(line) <= _WIDEST and bool(line.strip()) and len(_CELL.findall(line)) <= _MOST


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
        for (_, before), (at, _end) in pairwise(spans):
            starts[at] += 1 if at - before >= 3 else 0
    return frozenset(x for x, n in starts.items() if n >= _LEAST)


def _join(line: str, spans: list[tuple[int, int]], columns: frozenset[int]) -> list[tuple[int, int]]:
    """Labels joined with what they label; words that justified setting drew apart joined again."""
    out: list[tuple[int, int]] = []
    for a, b in spans:
        if out:
            before = line[out[-1][0] : out[-1][1]]
            right = line[a:b]
            label = _GLUE.match(before) and not HEADER.match(right) and not (KEY.match(right) or _DATE_KEY.match(right))
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
        or RULE.match(before)
        or RULE.match(right)
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
    tail = _BRACE_END.search(line[a:b])
    if tail and ("|" in tail[0] or line[a:b].count(")") > line[a:b].count("(")):
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
