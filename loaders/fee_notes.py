"""The notes below a fee table, and which of them a row refers to.

    Common Stock, $.10 par    250,000(1)     $44.91(2)      $11,227,500.00     $3,871.56

    (1)  Pursuant to Rule 416 ... this Registration Statement also covers such additional ...
    (2)  Estimated solely for the purpose of calculating the registration fee ...

Some tables have one note without a mark, some marks stand in the headings of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .cover.layout import is_rule
from .span import Piece, Text

_NOTE = re.compile(
    r"[\s|]*(?:\(\s*(?P<mark>\d{1,2}|[a-z]|\*+|[†‡])\s*\)|(?P<star>[*†‡]+)|(?P<plain>\d{1,2})\.)(?:[\s|]+(?=[\"“(A-Z])|[\s|]*$)"
    r"|[\s|]*(?=(?:estimated\s+(?:solely|pursuant)|(?:calculated|computed|determined|estimated)\s+(?:\w+\s+){0,4}(?:pursuant"
    r"|in\s+accordance)|pursuant\s+to\s+rules?\s+457)\b)",
    re.I,
)
_END = re.compile(
    r"\W*(?:part\s+i+\b|item\s+\d|(?:explanatory|introductory)\s+(?:note|statement)|signatures?\W*$"
    r"|incorporation\s+(?:of|by)\b|prospectus\W*$|s-8\s+registration\b)",
    re.I,
)
_MARK = re.compile(r"\(\s*(\d{1,2}|[a-z]|\*+|[†‡])\s*\)|([*†‡]+)(?=\W*$)|(?<=[\d.,)a-z])\s?([*†‡]+)", re.I)
_RULE = re.compile(r"\b457\b|\brules?\b", re.I)
_BEGINS = frozenset("(*†‡0123456789ECDPecdp")  # characters that a note begins with
_MAX_LINES = 160  # from the first row to the last note
_LONGEST = 40  # lines of a note


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its mark without parentheses, empty where it has none, and its words."""

    mark: str
    piece: Piece


def read_notes(text: Text, first: int) -> tuple[Note, ...]:
    """The notes of the table that has its first row on line ``first``."""
    starts: list[tuple[str, int, int]] = []  # mark, line, offset at which the words begin
    last = min(first + _MAX_LINES, len(text.lines))
    for number in range(first, last):
        line = text.lines[number]
        if number > first and _END.match(line):
            last = number
            break
        found = _NOTE.match(line) if line.lstrip(" \t|")[:1] in _BEGINS else None
        if found:
            mark = found["mark"] or found["star"] or found["plain"] or ""
            starts.append((mark.casefold(), number, text.starts[number] + found.end()))
    return tuple(
        Note(mark, Piece(text, at, _end(text, number, starts[i + 1][1] if i + 1 < len(starts) else last)))
        for i, (mark, number, at) in enumerate(starts)
    )


def _end(text: Text, number: int, limit: int) -> int:
    """Where the note that starts on a line ends: before a blank line or a rule, unless the mark stands alone."""
    words = bool(_words(text.lines[number]))
    end = number
    for line in range(number + 1, min(limit, number + _LONGEST)):
        blank = not text.lines[line].strip() or is_rule(text.lines[line])
        if blank and words:
            break
        words = words or not blank
        end = line if not blank else end
    return text.starts[end] + len(text.lines[end])


def _words(line: str) -> str:
    return _NOTE.sub("", line, count=1).strip()


def marks_in(cells: Iterable[Piece]) -> frozenset[str]:
    """The marks in cells; a cell that names a rule has paragraphs, not marks."""
    return frozenset(
        (found[1] or found[2] or found[3]).casefold()
        for cell in cells
        if not _RULE.search(str(cell))
        for found in _MARK.finditer(str(cell))
    )
