"""Blocks placed on the page by their coordinates, laid out as lines: from top to bottom, side by side.

Sample::

    <div style="position:absolute;top:200pt;left:80pt">Delaware</div>
    <div style="position:absolute;top:200pt;left:400pt">87-1902265</div>

    Delaware                                     87-1902265
"""

from __future__ import annotations

from .markup_flow import GAP
from .runs import Line, Run, line_of

_SAME = 4.0  # points by which the tops of blocks on one line may differ
_CHARACTER = 5.0  # points that a character is wide, about
_FARTHEST = 160  # left edge in characters, at most
_TALL = 18.0  # points between lines from which there is a blank one

Block = tuple[float, float, list[Line]]  # top and left in points, content


class Placed:
    """Placed blocks that follow each other in the source."""

    def __init__(self, top: float, left: float, lines: list[Line]) -> None:
        self.blocks: list[Block] = [(top, left, lines)]

    def join(self, other: Placed) -> bool:
        """Take over the blocks that follow."""
        self.blocks += other.blocks
        return True

    def lay_out(self) -> list[Line]:
        """The lines of all blocks."""
        out: list[Line] = []
        before = 0.0
        for row in _rows(self.blocks):
            if out and row[0][0] - before > _TALL:
                out.append((0, ()))
            before = row[0][0] + 12.0 * (max(len(lines) for _, _, lines in row) - 1)
            for number in range(max(len(lines) for _, _, lines in row)):
                out.append(_beside([(left, lines[number]) for _, left, lines in row if number < len(lines)]))
        return out


def _rows(blocks: list[Block]) -> list[list[Block]]:
    """The blocks in rows, each from left to right."""
    rows: list[list[Block]] = []
    for block in sorted((b for b in blocks if b[2]), key=lambda b: (b[0], b[1])):
        if rows and block[0] - rows[-1][0][0] <= _SAME:
            rows[-1].append(block)
        else:
            rows.append([block])
    return [sorted(row, key=lambda b: b[1]) for row in rows]


def _beside(parts: list[tuple[float, Line]]) -> Line:
    runs: list[Run] = []
    at = 0
    for points, (width, own) in parts:
        if not width:
            continue
        left = min(int(points / _CHARACTER), _FARTHEST)
        left = max(left, at + GAP) if runs else max(left, 0)
        if left > at:
            runs.append((" " * (left - at), own[0][1], own[0][1]))
        runs += own
        at = left + width
    return line_of(runs)
