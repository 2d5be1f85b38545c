"""The page of a cover as cells: what stands side by side is read column by column.

    Melissa Brown                     Copies to:
    Chief Legal Officer               Gregory P. Rodgers
    Harbor Tools, Inc.                Latham & Watkins LLP

Two or more spaces part the cells of a line. Lines whose cells keep to the same columns form a `Band`; everything
else is a single cell, a `Piece`. A band's columns are read one after the other, so no lawyer is given to the firm
that only happens to stand on the same line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ..span import Piece, Text
from .labels import copies_caption, is_sentence

Column = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Lines set in columns: each column's cells from top to bottom."""

    columns: tuple[Column, ...]


Item = Piece | Band
Row = list[Piece]

_CELL = re.compile(r"[^\s|]+(?:[ \xa0][^\s|]+)*")
_TAG_LINE = re.compile(r"\s*(?:</?[A-Za-z][^<>\n]*>\s*)+(?:\d{1,3}\s*)?$")
_FOLIO = re.compile(r"\s*(?:-\s*)?(?:\d{1,2}|[ivx]{1,4}|II-\d+)(?:\s*-)?\s*$")
_RULE = re.compile(r"(?:- )?[\s\-=_*~.·—–|]{3,}$")
WIDEST_BLANK = 2  # blank lines that may stand inside a band: HTML cells hold paragraphs
MOST_CELLS = 40  # in a line; more are no table of a cover
_LEAD_GAP = 4  # between "Copy to:" and the name on its line
LOOSE_LINES = 3  # single cells in a row that may stand between a band's rows


def is_rule(text: str) -> bool:
    """Does this text only draw a line?"""
    return bool(_RULE.match(text))


def rows_of(text: Text, first: int, last: int) -> list[Row]:
    """The cells of the lines ``first`` to ``last`` (half-open) that hold words; tags and page numbers are left out."""
    raw = [cells_of(text, number) for number in range(first, last)]
    rows = [row for row in raw if row]
    wide = [{c.column for a, c in pairwise(row) if c.start - a.end > 2} for row in rows]
    joined = [_join_lead(_join_narrow(row, wide[max(0, i - 3) : i + 4])) for i, row in enumerate(rows)]
    for i in range(1, len(rows) - 1):
        above, row, below = rows[i - 1], joined[i], rows[i + 1]
        if len(row) == 1 and below[0].line - above[0].line == 2:
            joined[i] = _split_full(row[0], wide[i - 1] & wide[i + 1])
    return joined


def cells_of(text: Text, number: int) -> Row:
    """The cells of one line, parted at every gap of two spaces; none where it holds no words."""
    line = text.lines[number]
    if not line or line.isspace() or _FOLIO.match(line) or (line.lstrip()[:1] == "<" and _TAG_LINE.match(line)):
        return []
    base = text.starts[number]
    cells = [Piece(text, base + m.start(), base + m.end()) for m in _CELL.finditer(line)]
    return cells if len(cells) <= MOST_CELLS else [Piece(text, cells[0].start, cells[-1].end)]


def _join_narrow(row: Row, nearby: list[set[int]]) -> Row:
    """Two spaces are a column gap only where a line nearby has a cell at the same place: typists double spaces."""
    out = row[:1]
    for cell in row[1:]:
        gap = cell.start - out[-1].end
        if gap <= 2 and not any(cell.column in starts for starts in nearby) and not _are_rules(out[-1], cell):
            out[-1] = Piece(cell.text, out[-1].start, cell.end)
        else:
            out.append(cell)
    return out


def _join_lead(row: Row) -> Row:
    """``Copy to:`` right before the first name of the column on the right is a cell with it, and no column."""
    if len(row) != 3 or row[2].start - row[1].end > _LEAD_GAP or not str(row[1]).endswith(":"):
        return row
    lead = copies_caption(row[1])
    return row if lead is None or lead.rest else [row[0], Piece(row[1].text, row[1].start, row[2].end)]


def _are_rules(a: Piece, b: Piece) -> bool:
    return is_rule(str(a)) and is_rule(str(b))


def _split_full(cell: Piece, columns: set[int]) -> Row:
    """One space is a gap where the lines above and below have cells at that very place: the cell fills its column."""
    start, text = cell.column, str(cell)
    for column in columns:
        at = column - start
        if 8 < at < len(text) and text[at - 1] == " ":
            return [cell.sub(0, at).strip(), cell.sub(at, len(text))]
    return [cell]


def items_of(rows: list[Row]) -> Iterator[Item]:
    """The rows as a stream of single cells and bands, from top to bottom."""
    at = 0
    while at < len(rows):
        if len(rows[at]) == 1:
            yield rows[at][0]
            at += 1
            continue
        taken, band = _band(rows, at)
        yield band
        at += taken


def _band(rows: list[Row], at: int) -> tuple[int, Band]:
    """The band that starts with row ``at``, and the number of rows that it takes."""
    member = _members(rows, at)
    while len(member) > 1 and _is_loose_end(rows, member):
        member.pop()
    chosen = [rows[i] for i in member]
    count = max(len(row) for row in chosen)
    extents = _extents(chosen, count)
    columns: list[list[Piece]] = [[] for _ in range(count)]
    for row in chosen:
        for cell, column in zip(row, _places(row, extents), strict=True):
            if not is_rule(str(cell)):
                columns[column].append(cell)
    return len(member), Band(tuple(tuple(column) for column in columns if column))


def _members(rows: list[Row], at: int) -> list[int]:
    member, count, loose = [at], len(rows[at]), 0
    extents = _extents([rows[at]], count)
    for i in range(at + 1, len(rows)):
        row, blank = rows[i], rows[i][0].line - rows[i - 1][0].line - 1
        if blank > WIDEST_BLANK or (blank and (len(row) > count or _breaks(row, extents))):
            break
        if len(row) == 1:
            if is_rule(str(row[0])) and not blank and _goes_on(rows, i, count):
                member.append(i)
                continue
            if is_rule(str(row[0])) or is_sentence(row[0]) or _heads(row[0], extents):
                break
            loose += bool(blank) and row[0].column < extents[1][0]
            if loose > LOOSE_LINES or not _fits(row[0], extents, blank):
                break
        else:
            loose = 0
            if len(row) > count:
                count, extents = len(row), _extents([row], len(row))
            elif len(row) == count:
                extents = _widened(extents, _extents([row], count))
        member.append(i)
    return member


def _goes_on(rows: list[Row], rule: int, count: int) -> bool:
    """Does a rule across the page only underline the values over their captions?"""
    after = rows[rule + 1] if rule + 1 < len(rows) else []
    return len(after) == count and after[0].line == rows[rule][0].line + 1


def _heads(cell: Piece, extents: list[tuple[int, int]]) -> bool:
    """Is this ``Copies to:`` at the page's left, over what comes below the columns?"""
    return cell.column < extents[1][0] and copies_caption(cell) is not None


def _breaks(row: Row, extents: list[tuple[int, int]]) -> bool:
    """Do the cells of a row in several columns run across the columns above?"""
    if len(row) == 1 or len(row) != len(extents):
        return False
    return any(cell.column < extents[k][1] for k, cell in enumerate(row[1:])) and extents[0][1] <= extents[1][0]


def _extents(rows: list[Row], count: int) -> list[tuple[int, int]]:
    """Where each column starts and ends, from the rows that fill all of them."""
    full = [row for row in rows if len(row) == count]
    return [
        (min(row[k].column for row in full), max(row[k].column + row[k].end - row[k].start for row in full))
        for k in range(count)
    ]


def _widened(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(one, other, strict=True)]


def _fits(cell: Piece, extents: list[tuple[int, int]], blank: int) -> bool:
    """Does a line's only cell stand in one column? After a blank line it has to start exactly where the column does."""
    start, end = cell.column, cell.column + cell.end - cell.start
    met = [k for k, (low, high) in enumerate(extents) if start < high and end > low]
    if len(met) > 1:
        return False
    if not met:
        return not blank
    last = met[0] == len(extents) - 1
    inside = last or end <= extents[met[0] + 1][0] - 1
    return inside and (not blank or abs(start - extents[met[0]][0]) <= 1)


def _is_loose_end(rows: list[Row], member: list[int]) -> bool:
    """Is the band's last row a line of the first column that belongs to what follows the band?"""
    row = rows[member[-1]]
    if len(row) > 1:
        return False
    before = rows[member[-2]]
    start = row[0].column
    second = min((r[1].column for r in (rows[i] for i in member) if len(r) > 1), default=start)
    if start >= second - 1:
        return False
    if row[0].line - before[-1].line > 1:
        return not _is_open(rows, member[:-1])
    return str(before[0]).endswith((")", "]")) and not str(row[0]).endswith((")", "]"))


def _is_open(rows: list[Row], member: list[int]) -> bool:
    """Does the first column's text so far have an open parenthesis?"""
    start = rows[member[0]][0].column
    text = " ".join(str(rows[i][0]) for i in member[-4:] if abs(rows[i][0].column - start) < 12)
    return text.count("(") + text.count("[") > text.count(")") + text.count("]")


def _places(row: Row, extents: list[tuple[int, int]]) -> list[int]:
    """The column of each cell of the row: by rank where the row is full, else by where it stands."""
    if len(row) == len(extents):
        return list(range(len(row)))
    out: list[int] = []
    for cell in row:
        free = range(out[-1] + 1 if out else 0, len(extents))
        out.append(max(free, key=lambda k: _closeness(cell, extents[k]), default=len(extents) - 1))
    return out


def _closeness(cell: Piece, extent: tuple[int, int]) -> tuple[int, int]:
    start, end = cell.column, cell.column + cell.end - cell.start
    return (min(end, extent[1]) - max(start, extent[0]), -abs(start - extent[0]))


def pieces_of(items: Iterable[Item]) -> list[Piece]:
    """All cells of the items, bands column by column."""
    out: list[Piece] = []
    for item in items:
        if isinstance(item, Band):
            for column in item.columns:
                out.extend(column)
        else:
            out.append(item)
    return out
