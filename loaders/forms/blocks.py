"""Blocks of a printed form: what stands under a caption in the columns that the caption heads.

1. Name and Address of Reporting Person   2. Issuer Name and Ticker        5. Relationship of Reporting Person
Doe John H                                Invented Corp [ INVT ]           X  Director          10% Owner
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Piece, Text

CELL = re.compile(r"\S+(?: \S+)*")
_RULE = re.compile(r"[\s_=*.|\u2014\u2013-]*")
_LINES = 14  # lines that a block may have
_HANG = 4  # columns that a block may begin left of its caption


def caption_in(text: Text, pattern: re.Pattern[str], start: int = 0) -> Piece | None:
    """The first place at which a caption stands."""
    match = pattern.search(text.chars, start)
    return text.at(match).strip() if match else None


def block(text: Text, caption: Piece, end: re.Pattern[str], behind: bool = True) -> Iterator[Piece]:
    """The cells of a caption's block: those behind it on its line, if so wished, and those under it.

    The block ends at a cell of it that ``end`` matches.
    """
    first = caption.line
    heads = [match.start() for match in CELL.finditer(text.lines[first]) if match.start() > caption.column]
    rest = Piece(text, caption.end, text.starts[first] + len(text.lines[first]))
    right = next((head for head in heads if head >= caption.column + len(str(caption))), None)
    left = caption.column - _HANG if right is not None or _is_column(text, caption) else 0
    if behind and right is None and str(rest).strip(" :*"):
        yield rest.strip(" :*")
    for number in range(first + 1, min(first + 1 + _LINES, len(text.lines))):
        for match in CELL.finditer(text.lines[number]):
            if match.start() < left or (right is not None and match.start() >= right - 1):
                continue
            cell = text.piece(number, match.start(), match.end())
            if end.match(str(cell)):
                return
            if not _RULE.fullmatch(str(cell)):
                yield cell


def _is_column(text: Text, caption: Piece) -> bool:
    """Whether other cells stand left of the caption, so that it heads the last of several columns."""
    return any(match.end() < caption.column for match in CELL.finditer(text.lines[caption.line]))
