"""Tables as columns: cells of one row side by side, at least three spaces apart, spacer cells gone.

::

    <tr><td>/s/ Jane Roe<br>Jane Roe</td><td>&nbsp;</td><td>Director</td></tr>

    /s/ Jane Roe   Director
    Jane Roe
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .markup_flow import GAP, Flow
from .markup_tokens import Look
from .runs import Line, Run, dedent, line_of, width_of


@dataclass(slots=True)
class Cell:
    """A cell of the grid: its lines and where it stands."""

    flow: Flow
    columns: int = 1
    rows: int = 1
    valign: str = ""
    tall: bool = False  # takes a line of its own even where it is empty
    row: int = 0
    column: int = 0
    width: int = 0


@dataclass(slots=True)
class Table:
    """A table while its cells are being read: rows of cells."""

    outer: Flow
    rows: list[list[Cell]] = field(default_factory=list)
    look: Look = field(default_factory=Look)  # of the row being read

    def row(self, look: Look) -> None:
        self.rows.append([])
        self.look = look

    def cell(self, look: Look) -> Flow:
        """A new cell of the last row: where its content goes."""
        if not self.rows:
            self.rows.append([])
        flow = Flow()
        valign, tall = look.valign or self.look.valign, look.tall or self.look.tall
        self.rows[-1].append(Cell(flow, look.columns, look.rows, valign, tall))
        return flow


def lay_out(table: Table) -> list[Line]:
    """The table's lines."""
    cells = _place(table.rows)
    if not cells:
        return []
    for cell in cells:
        cell.flow.block()
        lines = cell.flow.lines
        if lines:
            lines = cell.flow.lines = dedent(lines)
            cell.width = width_of(lines)
    left = _lefts(_column_widths(cells))
    heights = _heights(cells, len(table.rows))
    tops, at = [], 0
    for height in heights:
        tops.append(at)
        at += height
    parts: list[list[tuple[int, Line]]] = [[] for _ in range(at)]
    for cell in cells:
        if cell.width:
            room = sum(heights[cell.row : cell.row + cell.rows])
            top = tops[cell.row] + _offset(cell.valign, room - len(cell.flow.lines))
            for number, line in enumerate(cell.flow.lines, top):
                if line[0]:
                    parts[number].append((left[cell.column], line))
    return [_side_by_side(part) for part in parts]


def _place(rows: list[list[Cell]]) -> list[Cell]:
    """Give each cell its row and column, around the cells that hang down from rows above."""
    hanging: dict[int, int] = {}  # column -> rows still taken
    out: list[Cell] = []
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while hanging and hanging.get(column, 0) > number:
                column += 1
            cell.row, cell.column = number, column
            if cell.rows > 1:
                cell.rows = min(cell.rows, len(rows) - number)
                for taken in range(column, column + cell.columns):
                    hanging[taken] = number + cell.rows
            column += cell.columns
            out.append(cell)
    return out


def _column_widths(cells: list[Cell]) -> list[int]:
    """Widths by content: cells of one column, then those that span and have something to their right."""
    out = [0] * max(cell.column + cell.columns for cell in cells)
    last: dict[int, int] = {}  # row -> the last column with words
    for cell in cells:
        if cell.width:
            if cell.columns == 1:
                out[cell.column] = max(out[cell.column], cell.width)
            for row in range(cell.row, cell.row + cell.rows):
                last[row] = max(last.get(row, 0), cell.column)
    spanning = [c for c in cells if c.columns > 1 and c.width]
    for cell in sorted(spanning, key=lambda c: c.columns):
        within = range(cell.column, cell.column + cell.columns)
        used = [c for c in within if out[c]]
        if cell.column == last[cell.row] and cell.rows == 1:
            continue
        have = sum(out[c] for c in used) + GAP * (len(used) - 1)
        if not used:
            out[cell.column] = cell.width
        elif cell.width > have:
            out[used[-1]] += cell.width - have
    return out


def _lefts(columns: list[int]) -> list[int]:
    out, at = [], 0
    for width in columns:
        out.append(at)
        if width:
            at += width + GAP
    return out


def _heights(cells: list[Cell], rows: int) -> list[int]:
    out = [0] * rows
    for cell in cells:
        lines = len(cell.flow.lines) or cell.tall
        if cell.rows == 1 and lines > out[cell.row]:
            out[cell.row] = lines
    for cell in cells:
        if cell.rows > 1:
            lack = len(cell.flow.lines) - sum(out[cell.row : cell.row + cell.rows])
            out[cell.row + cell.rows - 1] += max(lack, 0)
    return out


def _offset(valign: str, spare: int) -> int:
    if valign == "bottom":
        return spare
    return spare // 2 if valign in {"middle", "center"} else 0


def _side_by_side(parts: Iterable[tuple[int, Line]]) -> Line:
    runs: list[Run] = []
    at = 0
    for left, (width, part) in sorted(parts, key=lambda p: p[0]):
        at_least = at + GAP if runs else 0
        left = max(left, at_least)
        if left > at:
            start = part[0][1]
            runs.append((" " * (left - at), start, start))
        runs += part
        at = left + width
    return line_of(runs)
