"""Rows as text for people: a table where its columns have room, else each row as a block of lines."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import click

from ..queries.answer import Answer

WORD = 30  # characters of a word that is not parted; longer ones (paths, IRIs) are
CELL = 12  # characters that a column of several words gets, at the least
GAP = "  "


def width() -> int | None:
    """Columns of the terminal; None on a pipe, where a table is as wide as it needs to be."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def short(text: str) -> str:
    """Our own IRIs by their last parts, white space collapsed; characters that would steer a terminal are marked."""
    line = " ".join(text.split()).removeprefix("https://w3id.org/filigraph/id/")
    return line if line.isprintable() else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in line)


def as_text(answer: Answer, columns: int | None) -> str:
    """The rows in lines of at most so many columns; None: as many as it takes."""
    rows = [["" if value is None else short(str(value)) for value in row] for row in answer.rows]
    cells = list(zip(answer.columns, *rows, strict=True))
    most = [max(map(len, column)) for column in cells]
    least = [min(m, max(CELL, _word(column))) for m, column in zip(most, cells, strict=True)]
    room = sum(most) if columns is None else columns - len(GAP) * (len(cells) - 1)
    if sum(least) <= room:
        return "".join(_table(answer.columns, rows, _fitted(least, most, room)))
    return "\n".join("".join(_block(answer.columns, row, columns or room)) for row in rows)


def _word(cells: Sequence[str]) -> int:
    """The length of the longest word, of those that are not parted."""
    return min(WORD, max(len(word) for cell in cells for word in cell.split() or [""]))


def _fitted(least: list[int], most: list[int], room: int) -> list[int]:
    """Widths between the least and the most that fill the room; what is left goes to the narrowest."""
    widths = list(least)
    for _ in range(room - sum(least)):
        if narrow := [i for i, wide in enumerate(widths) if wide < most[i]]:
            widths[min(narrow, key=widths.__getitem__)] += 1
    return widths


def _table(names: Sequence[str], rows: list[list[str]], widths: list[int]) -> Iterator[str]:
    yield from (_bold(line) for line in _row(names, widths))
    for row in rows:
        yield from _row(row, widths)


def _row(cells: Sequence[str], widths: list[int]) -> Iterator[str]:
    wrapped = [textwrap.wrap(cell, wide, break_on_hyphens=False) for cell, wide in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue="") if any(wrapped) else [[""]]:
        yield GAP.join(f"{part:{wide}}" for part, wide in zip(parts, widths, strict=False)).rstrip() + "\n"


def _block(names: Sequence[str], row: list[str], columns: int) -> Iterator[str]:
    """A line for each value that there is, its column's name before it."""
    side = max(map(len, names))
    for name, cell in zip(names, row, strict=True):
        parts = textwrap.wrap(cell, max(columns - side - len(GAP), WORD), break_on_hyphens=False)
        for first, part in enumerate(parts):
            yield f"{_bold(f'{name:{side}}') if not first else ' ' * side}{GAP}{part}\n"


def _bold(text: str) -> str:
    return click.style(text, bold=True) if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else text
