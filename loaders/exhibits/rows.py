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

from ..span import Piece, Text
from .grammar import (
    ABBREVIATED,
    ALONE,
    BROKEN,
    CATEGORY,
    CLOSED,
    EXPLAINS,
    FORM_NAME,
    LEGEND,
    MARK,
    NESTED,
    NOISE,
    NOTED,
    NOTHING,
    OF_EXHIBITS,
    OPEN_END,
    ROW,
    STATEMENTS,
    TELLS,
    first_part,
    is_number,
    mark_key,
    plain_number,
)
from .layout import Cell, Column, cells, columns_of, is_heading, loose_cell
from .listing import Listing, OpenRow

_CODE = re.compile(rf"(?P<code>\(\d{{1,2}}\)|(?=\S*\d)[A-Z\d][A-Z\d/.\-]{{1,12}})\s{{0,2}}(?P<mark>{MARK})?")
_DIGIT = re.compile(r"\d{1,2}")
_NOTES = re.compile(r"\b(?:foot)?notes?\b", re.I)
_PARTS = ("(1)", "(2)")  # of the item: its statements and schedules, before the exhibits


class Reader:
    """Reads the lines of one list, from its heading to its end.

    ``trusted``: plain numbers are exhibits; below a heading that speaks of financial statements, too, they may not be
    until a heading of the exhibits themselves has come.
    """

    def __init__(self, text: Text, trusted: bool = True) -> None:
        self.text, self.trusted = text, trusted
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

    def finish(self) -> Listing:
        self._close()
        return self.listing

    def feed(self, number: int) -> None:
        """Take in the next line."""
        raw = self.text.lines[number]
        if not raw.strip():
            self.gap, self.legend = True, self.legend if self.legend == [] else None
        elif self._explained(number, raw):
            self.gap = self.broken = False
        elif self._fraction(number):
            self._add(number, len(raw) - len(raw.lstrip()))
        elif (ALONE.match(raw) and self._alone(number, raw)) or (self.flat and self._loose(number, raw)):
            self.gap = False
        elif NOISE.match(raw.strip()) and not self._whole(number, raw):
            if not set(raw) <= set("-–—_= "):
                self.broken = True
        elif is_heading(raw) and not self.goes_on(number, raw):
            self._close()
            self.trusted = self.trusted or bool(OF_EXHIBITS.search(raw))
            self.heading.append(raw)
            self.columns = columns_of(self.heading)
        elif self._loose(number, raw):
            self.gap = False
        elif not (self._row(number, raw) or self._legend(number, raw) or self._nested(number, raw)):
            self._continue(number, raw)
            self.gap = self.broken = False
        else:
            self.gap = self.broken = False

    def _fraction(self, number: int) -> bool:
        """A part of a fraction that was flattened to three lines (``1`` / ``/`` / ``2``) in the open row's words."""
        if self.row is None or self.row.last != number - 1 or not self.row.description:
            return False
        stripped = [line.strip() for line in self.text.lines[max(0, number - 2) : number + 3]]
        return any(
            stripped[i : i + 1] == ["/"] and _DIGIT.fullmatch(stripped[i - 1]) and _DIGIT.fullmatch(stripped[i + 1])
            for i in range(1, len(stripped) - 1)
        )

    def _alone(self, number: int, raw: str) -> bool:
        """A mark alone on its line, which the next line explains."""
        following = next(
            (n for n in range(number + 1, min(len(self.text.lines), number + 4)) if self.text.lines[n].strip()), None
        )
        if (
            following is None
            or not EXPLAINS.match(self.text.lines[following].strip())
            or not (self.row or self.listing.rows)
        ):
            return False
        self._close()
        self.legend = []
        self.listing.legend.setdefault(mark_key(raw), self.legend)
        return True

    def _close(self) -> None:
        self.edges = {} if self.row is None else self.edges
        if self.row is not None and (self.row.description or self.row.columns):
            self.listing.rows.append(self.row.close())
            self.parent = self.row if self.row.child else None
        self.row = None

    def goes_on(self, number: int, raw: str) -> bool:
        """Whether a line of heading words is rather the end of a description (``Exhibit`` / ``5.1)``)."""
        row = self.row
        if row is None or self.gap or row.last != number - 1:
            return False
        if not row.description:  # the number alone above its description (``23.1`` / ``Consent of Independent ...``)
            return not row.columns and not raw.isupper()
        return row.at < len(raw) - len(raw.lstrip())

    def _loose(self, number: int, raw: str) -> bool:
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

    def _row(self, number: int, raw: str) -> bool:
        found = ROW.match(raw)
        if found is None or not self._is_row(number, raw, found):
            return False
        self._close()
        self.legend, self.heading, self.note = None, [], ""
        marks = [self.text.piece(number, *found.span(g)).strip() for g in ("before", "after", "late") if found[g]]
        place = self.text.piece(number, *found.span("number"))
        spaced = len(found["gap"]) > 1
        if self.row is None or not plain_number(found["number"]).startswith(self.whole + "("):
            self.whole = plain_number(found["number"])
        self.flat += not raw[found.end() :].strip()
        self.parent = None
        self.row = OpenRow(plain_number(found["number"]), place, marks, found.start("number"), None, spaced)
        self._add(number, found.end(), first=True)
        self._nest(number, raw, found.end())
        return True

    def _is_row(self, number: int, raw: str, found: re.Match[str]) -> bool:
        if not is_number(found["number"], bool(found["label"])):
            return False
        if FORM_NAME.match(found["number"]) and not found["label"] and not self._follows_letter(found["number"]):
            return False
        rest = raw[found.end() :]
        if not rest.strip():
            if not self.trusted and found["number"] in _PARTS:
                return False
            if self.row and self.row.last == number - 1 and found.start("number") >= (self.row.described or 999):
                return False
            return bool(found["label"]) or not found["number"].isdigit() or self._whole(number, raw)
        if self._next_note(found["number"]):
            return False
        if found["number"].startswith("(") and ((EXPLAINS.match(rest) and self._parenless()) or TELLS.match(rest)):
            return False
        if not self.trusted and (
            found["number"].isdigit() or (found["number"] in _PARTS and STATEMENTS.search(rest[:160]))
        ):
            return False
        row = self.row
        before = self.text.lines[number - 1] if number else ""
        if row and row.last == number - 1 and BROKEN.search(before) and (not found["before"]):
            return False
        part = row is not None and plain_number(found["number"]).startswith(
            (row.number + "(", row.number + ".", self.whole + "(")
        )
        if row and row.described is not None and row.spaced and found.start("number") >= row.described and not part:
            return False
        if len(found["gap"]) == 1 and not found["dot"]:
            noted = NOTED.match(rest) if not found["number"].isdigit() else None
            first = rest[noted.end() if noted else 0 :].lstrip("\"“‘'([")[:1]
            if not (first.isupper() or (first.isdigit() and not found["number"].isdigit())):
                return False
            return row is None or part or abs(found.start("number") - row.at) <= 3
        return not rest.lstrip().startswith((")", ",", ";"))

    def _whole(self, number: int, raw: str) -> bool:
        """In a flattened table, a whole number alone on its line, not below the last one's: no page number."""
        found = re.fullmatch(rf"\s*(\d{{1,3}})\s*(?:{MARK})?\s*", raw) if self.flat > 1 else None
        if found is None or not is_number(found[1], False) or number + 1 >= len(self.text.lines):
            return False
        below, last = self.text.lines[number + 1].strip(), re.search(r"\d+", self.row.number) if self.row else None
        if last is None or len(below) < 4 or not below[0].isupper() or below.isupper() or is_heading(below):
            return False
        return 0 <= int(found[1]) - int(last[0]) < 80

    def _follows_letter(self, number: str) -> bool:
        """``10-K`` is an exhibit's number where ``10-J`` came before, else a form."""
        before = self.row.number if self.row else self.listing.rows[-1].number if self.listing.rows else ""
        return (
            before[:-1] == number[:-1]
            or before[: len(number)] == number
            or (before[:3] == number[:3] and before[3:4] == "J")
        )

    def _parenless(self) -> bool:
        return bool(self.listing.rows or self.row) and not (
            (self.listing.rows[0].number if self.listing.rows else self.row.number if self.row else "").startswith("(")
        )

    def _nest(self, number: int, raw: str, start: int) -> None:
        """``(3)  (i) Articles``: the number goes on in the description."""
        found = NESTED.match(raw, start)
        row = self.row
        if row is None or found is None or not found["sub"].startswith("(") or not row.description:
            return
        if found["sub"] not in ("(i)", "(a)") or row.number.endswith(found["sub"]):
            return
        row.number += found["sub"]
        first = row.description[0]
        row.description[0] = first.sub(str(first).index(")") + 1, first.end - first.start).strip()

    def _nested(self, number: int, raw: str) -> bool:
        """A row that prints only the second part of its number (``(ii) By-laws``, ``B.  By-laws``)."""
        found = NESTED.match(raw)
        row = self.row
        if found is None or row is None:
            return False
        base = first_part(row.number, found["sub"])
        if base is None:
            return False
        self._close()
        sub = found["sub"].rstrip(".")
        self.row = OpenRow(base + sub, self.text.piece(number, *found.span("sub")), [], row.at, row.described, True)
        self._add(number, found.end(), first=True)
        return True

    def _add(self, number: int, start: int, first: bool = False) -> None:
        """Add the cells of a line to the open row."""
        row = self.row
        if row is None:
            return
        words, others = cells(self.text, number, start, self.columns, first, self.edges)
        while len(words) > 1 and re.fullmatch(rf"{MARK}|[-–—]{{1,2}}", str(words[0])):
            mark = words.pop(0)
            row.marks += [mark] if re.match(MARK, str(mark)) else []
        if first and len(words) > 1 and (code := _CODE.fullmatch(str(words[0]))) and self._noted():
            row.marks += [words[0].group(code, g) for g in ("code", "mark") if code[g]]
            self.codes.add(code["code"])
            words.pop(0)
        if words:
            if row.described is None:
                row.described = words[0].column
            row.description.append(Piece(self.text, words[0].start, words[-1].end))
        for _, piece in others:
            self.edges[piece.column] = self.edges.get(piece.column, 0) + 1
        row.columns += others
        row.last = number

    def _legend(self, number: int, raw: str) -> bool:
        found = LEGEND.match(raw)
        if found is None:
            return False
        symbol = not found["mark"].strip("()").isalnum()
        bare = found["mark"].isalnum()
        if not (
            symbol
            or self._next_note(found["mark"])
            or (EXPLAINS.match(found["text"]) and (not bare or found["gap"].strip() or len(found["gap"]) > 1))
        ):
            return False
        if bare and (not self.listing.rows or (self.row and not self.gap)):
            return False
        self._close()
        self.legend, self.note = [self.text.piece(number, found.start("text")).strip()], found["mark"]
        self.listing.legend.setdefault(mark_key(found["mark"]), self.legend)
        return True

    def _next_note(self, mark: str) -> bool:
        """Whether a number in brackets goes on with the legend: it follows the mark of the last note."""
        number = mark.strip("()")
        return mark.startswith("(") and number.isdigit() and self.note == f"({int(number) - 1})"

    def _noted(self) -> bool:
        """Whether a column between number and description is for notes."""
        return any(_NOTES.search(column.title) for column in self.columns[1:3])

    def _explained(self, number: int, raw: str) -> bool:
        """A code of the notes' column with what it stands for (``97K   Incorporated by reference to ...``)."""
        found = re.match(r"\s*(\S{2,14})\s{2,}(\S.*)", raw) if self.codes else None
        bracketed = found is not None and found[1] in self.codes and found[1].startswith("(")
        if found is None or not (bracketed or EXPLAINS.match(found[2])):
            return False
        if found[1] not in self.codes and not (_CODE.fullmatch(found[1]) and TELLS.match(found[2])):
            return False
        self._close()
        self.legend = [self.text.piece(number, found.start(2)).strip()]
        self.listing.legend.setdefault(mark_key(found[1]), self.legend)
        return True

    def _continue(self, number: int, raw: str) -> None:
        """A line that opens nothing: part of the legend, of the open row, or prose about the list."""
        if self._under_category(number, raw):
            return
        if self.legend is not None:
            self.legend.append(self.text.line(number).strip())
            return
        row = self.row
        if row is not None and self._belongs(raw, row):
            self._add(number, len(raw) - len(raw.lstrip()))
            return
        if len(self.listing.prose) < 40:
            self.listing.prose.append(self.text.line(number).strip())
        if row is not None and not self.broken:
            self._close()

    def _under_category(self, number: int, raw: str) -> bool:
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
        self._add(number, column, first=True)
        return True

    def _belongs(self, raw: str, row: OpenRow) -> bool:
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
        if self.text.origin is not None and said.endswith(".") and not ABBREVIATED.search(said):
            return False
        if row.described is None or column > row.at or raw.lstrip()[:1].islower() or OPEN_END.search(said):
            return True
        return not row.spaced and column <= row.at
