"""Tables as columns: cells of one row side by side, at least three spaces apart, spacer cells gone.

::

    <tr><td>/s/ Jane Roe<br>Jane Roe</td><td>&nbsp;</td><td>Director</td></tr>

    /s/ Jane Roe   Director
    Jane Roe

Tables that follow each other without a word between, and that have as many columns, are laid out as one: some
vendors write each row of a signature page or exhibit list as a table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .markup_flow import GAP, Flow
from .markup_tokens import Look
from .runs import Line, Run, dedent, line_of, width_of

# limits to what layout may cost, far from those of real tables
_MOST_COLUMNS = 120  # in one table
_WIDEST = 300  # characters of one column
_FARTHEST = (120, 800, 2_000_000)  # left edge of a column: at least, at most, and in all lines together


@dataclass(slots=True)
class Cell:
    """A cell of the grid: its content and where it stands."""

    flow: Flow
    columns: int = 1
    rows: int = 1
    valign: str = ""
    tall: bool = False  # takes a line of its own even where it is empty
    row: int = 0
    column: int = 0
    width: int = 0
    lines: list[Line] = field(default_factory=list)

    def finish(self) -> None:
        """Take over the lines of the content, which is complete."""
        lines = self.flow.finish()
        if lines:
            self.lines = dedent(lines)
            self.width = width_of(self.lines)


@dataclass(slots=True)
class Table:
    """A table while its cells are being read."""

    outer: Flow
    attributes: str = ""
    cells: list[Cell] = field(default_factory=list)
    rows: int = 0
    columns: int = 0
    _look: Look = field(default_factory=Look)  # of the row being read
    _next: int = 0  # column of the next cell
    _hanging: dict[int, int] = field(default_factory=dict)  # column -> first row that is free again below a tall cell

    def row(self, look: Look) -> None:
        """Start a row."""
        self.rows += 1
        self._look = look
        self._next = 0

    def cell(self, look: Look) -> Flow:
        """A new cell of the last row, right of those before and of the cells that hang down: where its content goes."""
        if not self.rows:
            self.row(Look())
        row, column = self.rows - 1, self._next
        while self._hanging.get(column, 0) > row and column < _MOST_COLUMNS:
            column += 1
        column = min(column, _MOST_COLUMNS)
        self._next = column + look.columns
        if look.rows > 1:
            self._hanging.update(dict.fromkeys(range(column, self._next), row + look.rows))
        self.columns = max(self.columns, self._next)
        flow = Flow()
        valign, tall = look.valign or self._look.valign, look.tall or self._look.tall
        self.cells.append(Cell(flow, look.columns, look.rows, valign, tall, row, column))
        return flow

    def finish(self) -> None:
        """All cells are read: none hangs down below the last row."""
        for cell in self.cells:
            cell.finish()
            if cell.rows > 1:
                cell.rows = min(cell.rows, self.rows - cell.row)

    def join(self, other: Table) -> bool:
        """Take over the rows of the table that follows, where it has the same columns; whether it has."""
        if self.columns != other.columns or self.columns < 2 or self.attributes != other.attributes:
            return False
        for cell in other.cells:
            cell.row += self.rows
        self.cells += other.cells
        self.rows += other.rows
        return True

    def lay_out(self) -> list[Line]:
        """The table's lines."""
        heights = _heights(self.cells, self.rows)
        tops, total = [], 0
        for height in heights:
            tops.append(total)
            total += height
        left = _lefts(_column_widths(self.cells, self.columns), total)
        parts: list[list[tuple[int, Line]]] = [[] for _ in range(total)]
        for cell in self.cells:
            if cell.width:
                spare = sum(heights[cell.row : cell.row + cell.rows]) - len(cell.lines)
                for number, line in enumerate(cell.lines, tops[cell.row] + _offset(cell.valign, spare)):
                    if line[0]:
                        parts[number].append((left[cell.column], line))
        return [part[0][1] if len(part) == 1 and not part[0][0] else _side_by_side(part) for part in parts]


def _column_widths(cells: list[Cell], columns: int) -> list[int]:
    """Widths by content: cells of one column, then those that span and have something to their right."""
    out = [0] * columns
    last: dict[int, int] = {}  # row -> the last column with words
    for cell in cells:
        if cell.width:
            if cell.columns == 1:
                out[cell.column] = max(out[cell.column], min(cell.width, _WIDEST))
            for row in range(cell.row, cell.row + cell.rows):
                last[row] = max(last.get(row, 0), cell.column)
    spanning = [c for c in cells if c.columns > 1 and c.width and (c.column < last[c.row] or c.rows > 1)]
    for cell in sorted(spanning, key=lambda c: c.columns):
        used = [c for c in range(cell.column, cell.column + cell.columns) if out[c]]
        lack = min(cell.width, _WIDEST) - sum(out[c] for c in used) - GAP * (len(used) - 1)
        if not used:
            out[cell.column] = cell.width
        elif lack > 0:
            out[used[-1]] += lack
    return out


def _lefts(widths: list[int], lines: int) -> list[int]:
    """Where each column starts."""
    least, most, in_all = _FARTHEST
    limit = max(least, min(most, in_all // (lines + 1)))
    out, at = [], 0
    for width in widths:
        out.append(min(at, limit))
        if width:
            at += width + GAP
    return out


def _heights(cells: list[Cell], rows: int) -> list[int]:
    """Lines of each row; a cell of several rows makes the last of them higher where it has to."""
    out = [0] * rows
    for cell in cells:
        lines = len(cell.lines) or cell.tall
        if cell.rows == 1 and lines > out[cell.row]:
            out[cell.row] = lines
    for cell in cells:
        if cell.rows > 1:
            lack = len(cell.lines) - sum(out[cell.row : cell.row + cell.rows])
            out[cell.row + cell.rows - 1] += max(lack, 0)
    return out


def _offset(valign: str, spare: int) -> int:
    if valign == "bottom":
        return spare
    return spare // 2 if valign in {"middle", "center"} else 0


def _side_by_side(parts: Iterable[tuple[int, Line]]) -> Line:
    """One line of these lines of cells, each at its left edge or behind the one before."""
    return line_of([*_spaced(sorted(parts, key=lambda part: part[0]))])


def _spaced(parts: Iterable[tuple[int, Line]]) -> Iterator[Run]:
    at = 0
    for number, (left, (width, runs)) in enumerate(parts):
        left = max(left, at + GAP) if number else left
        if left > at:
            start = runs[0][1]
            yield (" " * (left - at), start, start)
        yield from runs
        at = left + width
