"""The columns of an exhibit list: which heading stands over what, and how a line falls into cells.

::

    Exhibit                                       Incorporated by Reference        Filed
    Number    Exhibit Description                 Form   File No.   Exhibit  Date  Herewith
    4.01      Articles of Incorporation           10-K   1-2049     3.1      2017
    5.0       Opinion and consent of Vane & Moor                                   X

A gap of three spaces or more parts cells. Justified text has such gaps too, so a gap counts as a column's edge only
where a heading stands over it, or where what follows can be nothing but a page number, a mark or a manner of filing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ..lexicon import words
from ..span import Piece, Text


class Cell(Enum):
    """What a column beside the description says."""

    PAGE = "page"
    FORM = "form"
    FILE = "file"
    EXHIBIT = "exhibit"
    DATE = "date"
    HEREWITH = "herewith"
    FURNISHED = "furnished"
    INCORPORATED = "incorporated"
    MANNER = "manner"  # words: "Filed herewith", "Filed as Exhibit 3 to the ..."


@dataclass(frozen=True, slots=True)
class Column:
    """A heading: the columns ``start`` to ``end`` of its widest line, and what it says."""

    start: int
    end: int
    kind: Cell | None  # None: the number or the description
    title: str = ""


_SEGMENT = re.compile(r"\S+(?: {1,2}\S+)*")
_HEAD_SEGMENT = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"[A-Za-z]+")
_KINDS = (
    (Cell.FORM, re.compile(r"\breference\s+from\s*$|\bpreviously\s+filed\s+as\s+an?\s+exhibit\s+to\b", re.I)),
    (Cell.MANNER, re.compile(r"\bpages?\b.*\bor\b.*\b(?:incorporated|reference)\b", re.I)),  # "Page or Incorporated by"
    (Cell.PAGE, re.compile(r"\bpages?\b|\bin\s+this\s+(?:form|report|filing)\b", re.I)),
    (Cell.DATE, re.compile(r"\bdate\b|\bperiod\b", re.I)),
    (Cell.HEREWITH, re.compile(r"\bfiled\b.*\b(?:here|with)|\bherewith\b", re.I)),
    (Cell.FURNISHED, re.compile(r"\bfurnished\b", re.I)),
    (Cell.FILE, re.compile(r"\bfile\b|\breg(?:istration)?\b.*\bn(?:o|umber)\b|\bfile/", re.I)),
    (Cell.MANNER, re.compile(r"\bmethod\b|\bmanner\b|\blocation\b|\bwhere\b", re.I)),
    (Cell.FORM, re.compile(r"\bform\b|\bschedule\b", re.I)),
    (Cell.EXHIBIT, re.compile(r"\bexhibit\b|\bnumber\b|\bno\b", re.I)),
    (Cell.INCORPORATED, re.compile(r"\bincorporated\b|\breference\b", re.I)),
)
_DESCRIPTION = re.compile(r"description|document|title|\bname\b|\bexhibits?\s*$", re.I)
_PAGE = re.compile(r"(?:page\s+)?(?:[A-Z]{1,3}-)?\d{1,4}(?:\s*[-–]\s*\d{1,4})?$|[-–—]{1,3}$|N/?A$|[*+†]{1,3}$", re.I)
_MANNER = re.compile(
    r"\(?(?:(?:previously |electronically )?filed|incorporated|not applicable|to be filed|furnished|attached"
    r"|enclosed|omitted|"
    r"included|see |none$|contained)",
    re.I,
)
_OF_ANOTHER = re.compile(r"Exhibits?\s+\S{1,14}\s+(?:to|of|in)\b")  # "Exhibit 3.1 to Form 10-K for 1994"
_TICK = re.compile(r"[xX✓✔☒☑√üþý*•]$")  # the last three: ticks of a symbol font, read as letters
_SAYS = (
    (
        Cell.DATE,
        re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, ?\d{4}|\d{1,2}[/-]\d{1,2}[/-](?:\d\d){1,2}|\d{4}-\d\d-\d\d)$"),
    ),
    (Cell.FILE, re.compile(r"(?:No\. ?)?\d{1,3}-\d{4,6}(?:-\d\d)?$")),
    (Cell.FORM, re.compile(r"(?:Form )?(?:SB?|F)-\d{1,2}|(?:Form )?(?:10|8|20|40|6|11)-?[KQAF]", re.I)),
    (Cell.EXHIBIT, re.compile(r"\(?(?:Exhibit |Ex\. ?)?\(?\d{1,3}(?:[.(\-]\w{1,4}\)?)*\)?$", re.I)),
    (Cell.PAGE, re.compile(r"(?:[A-Z]-)?\d{1,3}$")),
)


def is_heading(line: str) -> bool:
    """Whether the line holds nothing but words of column headings (``Exhibit No.   Description``)."""
    found = _WORD.findall(line.casefold())
    if not 0 < len(found) <= 24 or any(c.isdigit() for c in line):
        return False
    known = words("exhibit_headings")
    return all(word in known for word in found) and not words("exhibit_headings", "needed").isdisjoint(found)


def columns_of(heading: list[str]) -> tuple[Column, ...]:
    """The columns that heading lines stand over, from left to right; a heading over several columns is each one's."""
    found: list[tuple[int, int, list[str]]] = []
    for line in heading:
        parts = list(_HEAD_SEGMENT.finditer(line))
        kept = []
        for a, b, titles in found:
            below = [p for p in parts if p.start() < b and a < p.end()]
            if len(below) < 2:
                kept.append((a, b, titles))
            else:  # it spans the columns below it
                kept += [(p.start(), p.end(), list(titles)) for p in below]
        found = sorted(_joined(kept, parts), key=lambda column: column[0])
    return _named(found)


def _joined(found: list[tuple[int, int, list[str]]], parts: list[re.Match[str]]) -> list[tuple[int, int, list[str]]]:
    """The columns with the words of the next line added to those they stand under."""
    columns = list(found)
    for part in parts:
        over = [i for i, (a, b, _) in enumerate(columns) if part.start() < b and a < part.end()]
        if len(over) == 1:
            a, b, titles = columns[over[0]]
            columns[over[0]] = (min(a, part.start()), max(b, part.end()), [*titles, part[0]])
        elif not over:
            columns.append((part.start(), part.end(), [part[0]]))
    return columns


def _named(found: list[tuple[int, int, list[str]]]) -> tuple[Column, ...]:
    titles = [" ".join(parts) for _, _, parts in found]
    unsaid = 0 if len(titles) == 2 and _kind(titles[1]) is Cell.PAGE else 1  # "Exhibit      Page"
    described = next((i for i, title in enumerate(titles) if i and _DESCRIPTION.search(title)), unsaid)
    return tuple(
        Column(a, b, _kind(titles[i]) if i > described else None, titles[i]) for i, (a, b, _) in enumerate(found)
    )


def _kind(title: str) -> Cell:
    return next((kind for kind, pattern in _KINDS if pattern.search(title)), Cell.MANNER)


def cells(
    text: Text, line: int, start: int, columns: tuple[Column, ...], first: bool, edges: dict[int, int]
) -> tuple[list[Piece], list[tuple[Cell, Piece]]]:
    """The parts of a line from column ``start`` on: the description's, and those of the other columns.

    ``first``: the line begins a row, so that its first part is the description whatever stands over it. ``edges``:
    the columns at which others than the description have begun in this list, and how often; words that begin there
    are parted even by a single space.
    """
    raw = text.lines[line]
    described: list[Piece] = []
    others: list[tuple[Cell, Piece]] = []
    extra = [c for c in columns if c.kind]
    parts = _parts(raw, start, edges if text.origin is None else {})
    if columns and columns[-1].kind is Cell.PAGE:
        parts = _without_page(parts, columns[-1])
    for i, part in enumerate(parts):
        piece = text.piece(line, part.start(), part.end())
        kind = None
        if not (first and not described and not (_TICK.match(part[0]) and i + 1 < len(parts))):
            kind = _column_at(part, extra, i) if extra else _telling(part[0], i, len(parts))
        if kind is None:
            described.append(piece)
        else:
            others.append((_corrected(kind, part[0]), piece))
    return described, others


def _parts(raw: str, start: int, edges: dict[int, int]) -> list[re.Match[str]]:
    """The parts of a line between gaps, or between the edges of columns."""
    parts = list(_SEGMENT.finditer(raw, start))
    for edge, count in edges.items():
        if count >= 2 and start < edge < len(raw) and raw[edge - 1] == " " and raw[edge] != " ":
            cut = next((i for i, p in enumerate(parts) if p.start() < edge < p.end()), None)
            if cut is not None:
                pieces = [_SEGMENT.match(raw, parts[cut].start(), edge), _SEGMENT.match(raw, edge, parts[cut].end())]
                parts[cut : cut + 1] = [piece for piece in pieces if piece]
    return parts


def _without_page(parts: list[re.Match[str]], column: Column) -> list[re.Match[str]]:
    """The parts of a line, with a page number under its heading parted from a description that nearly reaches it."""
    tail = _TWO_BEFORE_PAGE.search(parts[-1][0]) if parts else None
    if tail is None or parts[-1].start() + tail.start("page") < column.start - 6:
        return parts
    last, cut = parts[-1], parts[-1].start() + tail.start()
    pieces = [
        _SEGMENT.match(last.string, last.start(), cut),
        _SEGMENT.match(last.string, last.start() + tail.start("page")),
    ]
    return [*parts[:-1], *(piece for piece in pieces if piece)]


_TWO_BEFORE_PAGE = re.compile(r"(?<=\S)  (?P<page>\d{1,3})$")


def _column_at(part: re.Match[str], extra: list[Column], place: int) -> Cell | None:
    """The column that a part belongs to, by what it says, else by where it begins; None left of all columns."""
    kinds = {c.kind for c in extra}
    beside = place > 0 or part.start() > 0.8 * extra[0].start
    over = beside and any(part.start() < c.end and c.start < part.end() for c in extra)
    right = part.start() >= extra[0].start - 6 or over
    if _TICK.match(part[0]):
        ticks = kinds & {Cell.HEREWITH, Cell.FURNISHED, Cell.INCORPORATED}
        if len(ticks) == 1:
            return next(iter(ticks))
    said = next((kind for kind, pattern in _SAYS if kind in kinds and pattern.match(part[0])), None)
    if said and (place or right):
        return said
    if not right:
        return None
    return min(extra, key=lambda c: min(abs(part.start() - c.start), abs(_middle(part) - (c.start + c.end) // 2))).kind


_FORM_ALONE = re.compile(r"(?:S|SB|F)-\d{1,2}(?:/A)?$|(?:10|8|20|40|6|11)-[KQAF](?:/A|SB|405|12B|12G)?$", re.I)


_FOLLOWS = {
    Cell.FORM: (Cell.FILE, Cell.EXHIBIT, Cell.DATE),
    Cell.FILE: (Cell.EXHIBIT, Cell.DATE),
    Cell.EXHIBIT: (Cell.DATE,),
}


def loose_cell(cell: str, before: Cell | None) -> Cell | None:
    """The kind of a cell that stands alone on a line after another of kind ``before``; None where it is none."""
    if _FORM_ALONE.match(cell):
        return Cell.FORM
    if _TICK.match(cell) and cell not in "*•":
        return Cell.HEREWITH
    follows = _FOLLOWS.get(before, ()) if before else ()
    return next((kind for kind, pattern in _SAYS[:4] if kind in follows and pattern.match(cell)), None)


def _middle(part: re.Match[str]) -> int:
    return (part.start() + part.end()) // 2


def _telling(cell: str, place: int, count: int) -> Cell | None:
    """What a part says where no heading helps: a page number, a tick, a manner of filing; else None."""
    if place == 0 or place != count - 1:
        return None
    if _TICK.match(cell):
        return Cell.HEREWITH if cell not in "*•" else None
    if _PAGE.match(cell):
        return Cell.PAGE
    return Cell.MANNER if _MANNER.match(cell) else None


def is_page(cell: str) -> bool:
    """Whether the words of a cell are a page number, or what stands for none."""
    return _PAGE.match(cell) is not None


def _corrected(kind: Cell, cell: str) -> Cell:
    """Words under a heading that asks for a tick or a page are a manner of filing."""
    if kind in (Cell.HEREWITH, Cell.FURNISHED, Cell.INCORPORATED) and not _TICK.match(cell):
        return Cell.MANNER
    if kind in (Cell.PAGE, Cell.EXHIBIT) and not _PAGE.match(cell) and (_MANNER.match(cell) or _OF_ANOTHER.match(cell)):
        return Cell.MANNER
    return kind
