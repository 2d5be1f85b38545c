"""Lines of rendered text that remember their source: runs, lines, and the `Text` put together from them.

A run is ``(text, start, end)``: characters rendered from ``source[start:end]``. Where the lengths agree each
character stands for one of the source; a single character may stand for more (an entity, a stretch of white
space); where ``start == end`` the rendering added the characters (a column gap, a rule).
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence

from .span import Text

Run = tuple[str, int, int]
Line = tuple[int, Sequence[Run]]  # width in characters, runs

BLANK: Line = (0, ())
_LANES = 512
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
    """The `Text` of these lines.

    ``joins`` are the offsets of characters that were taken out of ``source`` before it was rendered.
    """
    texts: list[str] = []
    origin, ends = array("I"), array("I")
    first, after = _offsets(len(source), joins)
    add_text, break_ = texts.append, array("I", [0])
    for _, runs in lines:
        for text, start, end in runs:
            add_text(text)
            size = len(text)
            if end - start == size:
                origin += first[start:end]
                ends += after[start:end]
                break_ = after[end - 1 : end]
            elif end > start:
                origin += first[start : start + 1] * size
                ends += after[end - 1 : end] * size
                break_ = after[end - 1 : end]
            else:
                origin += first[start : start + 1] * size
                ends += first[start : start + 1] * size
        add_text("\n")
        origin += break_
        ends += break_
    if texts:
        texts.pop()
        origin.pop()
        ends.pop()
    return Text(document, source, "".join(texts).replace("\xa0", " "), origin, ends)


def _offsets(size: int, joins: Sequence[int]) -> tuple[array[int], array[int]]:
    """Where each character of the text starts and ends in the source of ``size`` characters."""
    numbers = counting(size + 1)
    if not joins:
        return numbers, numbers[1:]
    first, after = array("I"), array("I")
    at = 0
    for join in joins:
        first += numbers[at:join]
        after += numbers[at + 1 : join + 1]
        at = join + 1
    return first + numbers[at:], after + numbers[at + 1 :]


def counting(size: int) -> array[int]:
    """The numbers from 0 to at least ``size``: blocks of them as one long integer, which is added to as a whole."""
    step = array("I", [1]).itemsize
    block = array("I", range(_LANES))
    number = int.from_bytes(block.tobytes(), sys.byteorder)
    more = int.from_bytes(array("I", [_LANES] * _LANES).tobytes(), sys.byteorder)
    parts = []
    for _ in range(size // _LANES + 1):
        parts.append(number.to_bytes(step * _LANES, sys.byteorder))
        number += more
    out = array("I")
    out.frombytes(b"".join(parts))
    return out


def indent_of(runs: Sequence[Run]) -> int:
    """How many characters of white space a line whose runs these are starts with."""
    count = 0
    for text, _, _ in runs:
        kept = text.lstrip(INK)
        count += len(text) - len(kept)
        if kept:
            break
    return count


def dedent(lines: list[Line]) -> list[Line]:
    """The lines less the indentation that all of them share."""
    shared = 0
    for width, runs in lines:
        if width:
            if runs[0][0][0] not in INK:
                return lines
            indent = indent_of(runs)
            shared = min(shared, indent) if shared else indent
    return [_cut(line, shared) if line[0] else line for line in lines] if shared else lines


def _cut(line: Line, count: int) -> Line:
    """The line without its first ``count`` characters."""
    width, runs = line
    left = count
    for number, (text, start, end) in enumerate(runs):
        if left < len(text):
            rest = (text[left:], start + left if end - start == len(text) else start, end)
            return (width - count, [rest, *runs[number + 1 :]])
        left -= len(text)
    return BLANK


def width_of(lines: Iterable[Line]) -> int:
    """The width of the widest line."""
    return max((line[0] for line in lines), default=0)
