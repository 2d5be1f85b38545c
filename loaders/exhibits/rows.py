"""The rows of an exhibit list: number, marks, description and the other columns, with their legend.

::

    * 4.1.        Restated Certificate of Incorporation          columns of text, marks before the number
    23(b)   Consent of Vane & Moor LLP (contained in             a row goes on in lines that begin right of its number
            Exhibit 5)
    10-B-1  Amendment dated as of March 8, 1990 . . . . . 12     leaders and page numbers are left out
    (3)     (i) Articles of incorporation                        numbers go on in the description and in later rows
            (ii) By-laws
    *  Previously filed                                          a legend, which holds for this list alone
"""

from __future__ import annotations

import re

from .grammar import ABBREVIATED, ALONE, CATEGORY, CLOSED, MARK, NOISE, NOTHING, OF_EXHIBITS, OPEN_END, ROW
from .layout import Cell, columns_of, is_heading, loose_cell
from .listing import Listing, OpenRow
from .numbers import Numbers

_NOTE = re.compile(rf"\s*\(?{MARK}\)?\s*(?:filed|furnished|included|incorporated)\b", re.I)  # "* Filed herewith"
_DIGIT = re.compile(r"\d{1,2}")
_FILLED = 40  # characters of a line that may have been broken for want of room
_HEADING_LINES = 8  # of the lines that head a list, so many stand over its columns


class Reader(Numbers):
    """Reads the lines of one list, from its heading to its end."""

    def finish(self) -> Listing:
        self.close()
        return self.listing

    def feed(self, number: int) -> None:
        """Take in the next line."""
        raw = self.text.lines[number]
        if not raw.strip():
            self.gap, self.legend = True, self.legend if self.legend == [] else None
        elif self.explained(number, raw):
            self.gap = self.broken = False
        elif self.fraction(number):
            self.add(number, len(raw) - len(raw.lstrip()))
        elif (ALONE.match(raw) and self.alone(number, raw)) or (self.flat and self.loose(number, raw)):
            self.gap = False
        elif NOISE.match(raw.strip()) and not self.is_whole(number, raw):
            if not set(raw) <= set("-–—_= "):
                self.broken = True
        elif is_heading(raw) and not (self.goes_on(number, raw) or (self.listing.rows and _NOTE.match(raw))):
            self.close()
            self.trusted = self.trusted or bool(OF_EXHIBITS.search(raw))
            self.heading.append(raw)
            self.columns = columns_of(self.heading[-_HEADING_LINES:])
        elif self.loose(number, raw):
            self.gap = False
        elif not (self.read_row(number, raw) or self.read_note(number, raw) or self.nested(number, raw)):
            self.take_words(number, raw)
            self.gap = self.broken = False
        else:
            self.gap = self.broken = False

    def goes_on(self, number: int, raw: str) -> bool:
        """Whether a line of heading words is rather the end of a description (``Exhibit`` / ``5.1)``)."""
        row = self.row
        if row is None or self.gap or row.last != number - 1:
            return False
        if not row.description:  # the number alone above its description (``23.1`` / ``Consent of Independent ...``)
            return not row.columns and not raw.isupper()
        return row.at < len(raw) - len(raw.lstrip())

    def fraction(self, number: int) -> bool:
        """A part of a fraction that was flattened to three lines (``1`` / ``/`` / ``2``) in the open row's words."""
        if self.row is None or self.row.last != number - 1 or not self.row.description:
            return False
        stripped = [line.strip() for line in self.text.lines[max(0, number - 2) : number + 3]]
        return any(
            stripped[i : i + 1] == ["/"] and _DIGIT.fullmatch(stripped[i - 1]) and _DIGIT.fullmatch(stripped[i + 1])
            for i in range(1, len(stripped) - 1)
        )

    def loose(self, number: int, raw: str) -> bool:
        """A cell of the open row on a line of its own, where a table was flattened: a form, then exhibit and date."""
        row, words = self.row, raw.strip()
        if row is None or not row.description:
            return False
        if NOTHING.match(words):
            kind: Cell | None = Cell.MANNER
        elif len(words) > 24:
            return False
        else:
            before = row.columns[-1][0] if row.columns else None
            kind = loose_cell(words, before)
        if kind is None:
            return False
        row.columns.append((kind, self.text.line(number).strip()))
        row.last = number
        return True

    def take_words(self, number: int, raw: str) -> None:
        """A line that opens nothing: part of the legend, of the open row, or prose about the list."""
        if self.under_category(number, raw):
            return
        if self.legend is not None:
            self.legend.append(self.text.line(number).strip())
            return
        row = self.row
        if row is not None and self.belongs(raw, row):
            self.add(number, len(raw) - len(raw.lstrip()))
            return
        if len(self.listing.prose) < 40:
            self.listing.prose.append(self.text.line(number).strip())
        if row is not None and not self.broken:
            self.close()

    def under_category(self, number: int, raw: str) -> bool:
        """A paragraph below the title of a kind of exhibits (``(10)  Material contracts.``): a row of that number."""
        row = self.row or self.parent
        column = len(raw) - len(raw.lstrip())
        if (
            row is None
            or not (self.gap or self.row is None)
            or row.described is None
            or abs(column - row.described) > 1
            or (row.columns and not row.child)
        ):
            return False
        if not row.child and not (
            row.description and CATEGORY.match(str(row.description[0])) and len(row.description) < 3
        ):
            return False
        if not raw.strip()[:1].isupper() or raw.rstrip().endswith(":"):
            return False
        if self.row is not None and row.child:
            self.listing.rows.append(row.close())
        self.row = OpenRow(row.number, row.place, row.marks, row.at, row.described, True)
        self.row.child = True
        self.add(number, column, first=True)
        return True

    def belongs(self, raw: str, row: OpenRow) -> bool:
        """Whether the line goes on with the row's words."""
        column = len(raw) - len(raw.lstrip())
        if not row.description and not row.columns:
            return True
        if self.gap or self.broken:
            said = str(row.description[-1]) if row.description else ""
            first = raw.lstrip()[:1]
            unfinished = said.count("(") > said.count(")") or bool(OPEN_END.search(said)) or first.islower()
            later = self.broken and column > 0 and not CLOSED.search(said) and row.described is not None
            return (unfinished or later) and column >= min(row.at + 1, 2)
        said = str(row.description[-1]).rstrip() if row.description else ""
        if self.flows and said.endswith(".") and not ABBREVIATED.search(said):
            return False
        if row.described is None or column > row.at or raw.lstrip()[:1].islower() or OPEN_END.search(said):
            return True
        return not row.spaced or self.wraps(raw, row, said)

    def wraps(self, raw: str, row: OpenRow, said: str) -> bool:
        """Whether a line at the numbers' column is the rest of a long line above."""
        if self.flows or row.last is None or CLOSED.search(said) or raw.isupper() or said.isupper():
            return False
        below = self.text.lines[row.last + 2 : row.last + 4]  # of a paragraph of prose more lines would follow
        filled = len(self.text.lines[row.last].rstrip()) >= _FILLED
        return filled and (len(below) < 2 or any(not line.strip() or ROW.match(line) for line in below))
