"""Lines of rendered text that remember their source: runs, lines, and the `Text` put together from them.

A run is ``(text, start, end)``: characters rendered from ``source[start:end]``. Where the lengths agree each
character stands for one of the source; a single character may stand for more (an entity, a stretch of white
space); where ``start == end`` the rendering added the characters (a column gap, a rule).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate

from .span import Text

Run = tuple[str, int, int]
Line = tuple[int, Sequence[Run]]  # width in characters, runs

BLANK: Line = (0, ())
INK = " \xa0"  # what is trimmed at the end of a line: the white spaces that the rendering knows


def line_of(runs: list[Run]) -> Line:
    """A line of these runs, white space at its end left out."""
    while runs:
        text, start, end = runs[-1]
        kept = text.rstrip(INK)
        if kept:
            if len(kept) < len(text):
                runs[-1] = (kept, start, start + len(kept) if end > start else end)
            return (sum([len(run[0]) for run in runs]), runs)
        runs.pop()
    return BLANK


def assemble(document: int, source: str, lines: Iterable[Line], joins: Sequence[int] = ()) -> Text:
    """The `Text` of these lines. ``joins``: see `unjoin`."""
    texts: list[str] = []
    base = array("I", range(len(source) + 2))
    origin, ends = array("I"), array("I")
    at = 0
    for _, runs in lines:
        for text, start, end in runs:
            texts.append(text)
            size = len(text)
            if end - start == size:
                origin += base[start:end]
                ends += base[start + 1 : end + 1]
                at = end
            else:
                origin.extend([start] * size)
                ends.extend([end] * size)
                at = max(start, end)
        texts.append("\n")
        origin.append(at)
        ends.append(at)
    if texts:
        texts.pop()
        origin.pop()
        ends.pop()
    if joins:
        origin, ends = unjoin(origin, ends, len(source), joins)
    return Text(document, source, "".join(texts).replace("\xa0", " "), origin, ends)


def unjoin(
    origin: array[int], ends: array[int], size: int, joins: Sequence[int]
) -> tuple[array[int], array[int]]:
    """Offsets into a source of ``size`` whose line ends at ``joins`` were taken out before it was rendered."""
    steps = bytearray(b"\1") * (size + 2)
    for join in joins:
        steps[join] = 0
    kept = array("I", [at for at, step in enumerate(steps) if step])
    moved = array("I", [kept[at] for at in origin])
    return moved, array("I", [max(low, kept[at - 1] + 1 if at else 0) for low, at in zip(moved, ends, strict=True)])


def widths(lines: Iterable[Line]) -> int:
    """The width of the widest line."""
    return max((line[0] for line in lines), default=0)


__all__ = ["BLANK", "Line", "Run", "accumulate", "assemble", "line_of", "unjoin", "widths"]
