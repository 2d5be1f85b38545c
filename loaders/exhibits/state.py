"""A list of exhibits while its lines are read: the open row, the open note, what is known of its columns."""

from __future__ import annotations

import re
from functools import lru_cache

from ..span import Piece, Text
from .grammar import CODE, MARK
from .layout import Cell, Column, cells, is_page
from .listing import Listing, OpenRow

_BLOCK_END = re.compile(r"</(?:p|div|td|font|span)\b", re.I)
_COMPANY_TICK = re.compile(r"[xX✓✔☒☑√]")  # in the columns of the companies that report together, before the words
_NEAR = re.compile(rf"{CODE.pattern}\s{{2}}(?=\S)")  # a code two spaces from the description
_BESIDE = 20  # columns by which what is no description stands right of it, at least
_SET_OFF = 8  # columns by which lines that are centred under one another differ
_NOTES = re.compile(r"\b(?:foot)?notes?\b", re.I)


@lru_cache(maxsize=1)  # asked for each list of a document
def _flows(source: str) -> bool:
    """Are the lines of the markup not wrapped?"""
    return _BLOCK_END.search(source) is not None


class State:
    """What the readers of one list share.

    ``trusted``: plain numbers are exhibits; below a heading that speaks of financial statements, too, they may not be
    until a heading of the exhibits themselves has come. ``lettered``: letters number exhibits, too (``Exhibit A``).
    """

    def __init__(self, text: Text, trusted: bool = True, lettered: bool = False) -> None:
        self.text, self.trusted, self.lettered = text, trusted, lettered
        self.flows = text.origin is not None and _flows(text.source)
        self.listing = Listing()
        self.row: OpenRow | None = None
        self.parent: OpenRow | None = None  # the last paragraph below a category's title, over a page's end
        self.legend: list[Piece] | None = None
        self.heading: list[str] = []
        self.columns: tuple[Column, ...] = ()
        self.gap = self.broken = False
        self.whole = "-"  # number of the last row that is no part of another
        self.note = ""  # the mark of the last note of the legend, below the rows
        self.codes: set[str] = set()  # of a column of notes, which a legend below explains
        self.flat = 0  # rows whose number stood alone on its line, as where a table was flattened
        self.edges: dict[int, int] = {}  # columns at which other columns than the description began, and how often

    def close(self) -> None:
        self.edges = {} if self.row is None else self.edges
        if self.row is not None and (self.row.description or self.row.columns):
            self.listing.rows.append(self.row.close())
            self.parent = self.row if self.row.child else None
        self.row = None

    def add(self, number: int, start: int, first: bool = False) -> None:
        """Add the cells of a line to the open row."""
        row = self.row
        if row is None:
            return
        words, others = cells(self.text, number, start, self.columns, first, self.edges)
        while len(words) > 1 and re.fullmatch(rf"{MARK}|[-–—]{{1,2}}", str(words[0])):
            mark = words.pop(0)
            row.marks += [mark] if re.match(MARK, str(mark)) else []
        while first and len(words) > 1 and _COMPANY_TICK.fullmatch(str(words[0])):
            words.pop(0)
        if first and len(words) > 1 and (code := CODE.fullmatch(str(words[0]))) and self.noted():
            row.marks += [words[0].group(code, g) for g in ("code", "mark") if code[g]]
            self.codes.add(code["code"])
            words.pop(0)
        elif first and words and self.noted() and (near := _NEAR.match(str(words[0]))):
            row.marks += [words[0].group(near, g) for g in ("code", "mark") if near[g]]
            self.codes.add(near["code"])
            words[0] = words[0].sub(near.end(), len(str(words[0])))
        if not first and len(words) == 1 and not others and self.below_manner(row, words[0]):
            others, words = [(Cell.MANNER, words[0])], []
        if words:
            if row.described is None:
                row.described = words[0].column
            row.description.append(Piece(self.text, words[0].start, words[-1].end))
        if not first and row.columns and row.columns[-1][0] is Cell.MANNER:  # "Contained in" / "Exhibit 5"
            others = [
                (Cell.MANNER if kind in (Cell.PAGE, Cell.EXHIBIT) and not is_page(str(p)) else kind, p)
                for kind, p in others
            ]
        for _, piece in others:
            self.edges[piece.column] = self.edges.get(piece.column, 0) + 1
        row.columns += others
        row.last = number

    def below_manner(self, row: OpenRow, piece: Piece) -> bool:
        """Whether words stand under a manner of filing far to the right of the description, and go on with it."""
        kind, above = row.columns[-1] if row.columns else (None, piece)
        beside = row.described is not None and piece.column > row.described + _BESIDE
        return (
            kind is Cell.MANNER and above.line == piece.line - 1 and beside and piece.column >= above.column - _SET_OFF
        )

    def noted(self) -> bool:
        """Whether a column between number and description is for notes."""
        return any(_NOTES.search(column.title) for column in self.columns[1:3])
