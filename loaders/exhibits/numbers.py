"""The numbers that begin the rows of an exhibit list, and what only looks like one.

::

    4.1  Bylaws          (3)  (i) Articles / (ii) By-laws          10-K after 10-J          no:  (1) Filed herewith
"""

from __future__ import annotations

import re

from .grammar import (
    BROKEN,
    EXPLAINS,
    FORM_NAME,
    MARK,
    NESTED,
    NOTED,
    ROW,
    STATEMENTS,
    TELLS,
    first_part,
    is_number,
    plain_number,
)
from .layout import is_heading
from .listing import OpenRow
from .notes import Notes

_BROKEN_NUMBER = re.compile(r"\s*(?P<number>\d{1,3}(?:[.\-]\w{1,4})+-)\s{2,}(?=\S)")
_REST = re.compile(r"\s*(?P<rest>\d{1,2})\s{2,}(?=\S)")
_FIRST_ROWS = 30  # of a list, by which it is told whether its exhibits have begun
_PARTS = ("(1)", "(2)")  # of the item: its statements and schedules, before the exhibits


class Numbers(Notes):
    """Reads the lines that begin a row."""

    def read_row(self, number: int, raw: str) -> bool:
        if self.read_broken(number, raw):
            return True
        found = ROW.match(raw)
        if found is None or not self.is_row(number, raw, found):
            return False
        self.close()
        self.legend, self.heading, self.note = None, [], ""
        marks = [self.text.piece(number, *found.span(g)).strip() for g in ("before", "after", "late") if found[g]]
        place = self.text.piece(number, *found.span("number"))
        spaced = len(found["gap"]) > 1
        if self.row is None or not plain_number(found["number"]).startswith(self.whole + "("):
            self.whole = plain_number(found["number"])
        self.flat += not raw[found.end() :].strip()
        self.parent = None
        self.row = OpenRow(plain_number(found["number"]), place, marks, found.start("number"), None, spaced)
        self.add(number, found.end(), first=True)
        self.nest(number, raw, found.end())
        return True

    def read_inline(self, number: int, start: int) -> None:
        """The row that begins behind the list's heading, on its line; ``start`` 0: there is none."""
        raw = self.text.lines[number]
        if start and self.read_row(number, " " * start + raw[start:]) and self.row is not None:
            self.row.at -= start - (len(raw) - len(raw.lstrip()))  # where the numbers of the rows below may begin

    def read_broken(self, number: int, raw: str) -> bool:
        """A number that is broken in its narrow column (``10.A.15-   Stock`` / ``1          Plan``)."""
        below = self.text.lines[number + 1] if number + 1 < len(self.text.lines) else ""
        found, rest = _BROKEN_NUMBER.match(raw), _REST.match(below)
        if found and rest and rest.start("rest") == found.start("number") and is_number(found["number"], False):
            self.close()
            self.legend, self.heading, self.note, self.parent = None, [], "", None
            self.whole = found["number"] + rest["rest"]
            place = self.text.piece(number, *found.span("number"))
            self.row = OpenRow(self.whole, place, [], found.start("number"), None, True)
            self.add(number, found.end(), first=True)
            return True
        above = _BROKEN_NUMBER.match(self.text.lines[number - 1]) if number and self.row else None
        rest = _REST.match(raw) if above else None
        if rest is None or self.row is None or self.row.number != self.whole or self.row.last != number - 1:
            return False
        if above is None or self.whole != above["number"] + rest["rest"]:
            return False
        self.add(number, rest.end())
        return True

    def is_row(self, number: int, raw: str, found: re.Match[str]) -> bool:
        if not is_number(found["number"], bool(found["label"])) or (found["number"].isalpha() and not self.lettered):
            return False
        if FORM_NAME.match(found["number"]) and not found["label"] and not self.follows_letter(found["number"]):
            return False
        rest = raw[found.end() :]
        if not rest.strip():
            if not self.trusted and found["number"] in _PARTS:
                return False
            if self.row and self.row.last == number - 1 and found.start("number") >= (self.row.described or 999):
                return False
            return bool(found["label"]) or not found["number"].isdigit() or self.is_whole(number, raw)
        if self.next_note(found["number"]):
            return False
        if found["number"].isdigit() and TELLS.match(rest) and self.raised(found["number"]):
            return False
        if found["number"].startswith("(") and ((EXPLAINS.match(rest) and self.parenless()) or TELLS.match(rest)):
            return False
        if not self.trusted and (
            (found["number"].isdigit() and not self.under_way())
            or (found["number"] in _PARTS and STATEMENTS.search(rest[:160]))
        ):
            return False
        row = self.row
        before = self.text.lines[number - 1] if number else ""
        below = row is not None and len(found["gap"]) > 1 and found.start("number") == row.at  # in the numbers' column
        if row and row.last == number - 1 and not below and BROKEN.search(before) and not found["before"]:
            return False
        part = row is not None and plain_number(found["number"]).startswith(
            (row.number + "(", row.number + ".", self.whole + "(")
        )
        if row and row.described is not None and row.spaced and found.start("number") >= row.described and not part:
            return False
        if len(found["gap"]) == 1 and not found["dot"]:
            noted = NOTED.match(rest)
            first = rest[noted.end() if noted else 0 :].lstrip("\"“‘'([")[:1]
            if not (first.isupper() or (first.isdigit() and not found["number"].isdigit())) or (
                noted and found["number"].isdigit() and not rest[noted.end() :][:1].isupper()
            ):
                return False
            over = self.broken and not found["number"].isdigit()  # another page's rows may be indented otherwise
            return row is None or part or over or abs(found.start("number") - row.at) <= 3
        return not rest.lstrip().startswith((")", ",", ";"))

    def under_way(self) -> bool:
        """Whether rows with numbers of two parts have come: what follows them are exhibits, and no statements."""
        rows = self.listing.rows[:_FIRST_ROWS]
        return sum(len(row.number) > 2 and not row.number.strip("()").isdigit() for row in rows) >= 3

    def is_whole(self, number: int, raw: str) -> bool:
        """In a flattened table, a whole number alone on its line, not below the last one's: no page number."""
        found = re.fullmatch(rf"\s*(\d{{1,3}})\s*(?:{MARK})?\s*", raw) if self.flat > 1 else None
        if found is None or not is_number(found[1], False) or number + 1 >= len(self.text.lines):
            return False
        below, last = self.text.lines[number + 1].strip(), re.search(r"\d+", self.row.number) if self.row else None
        if last is None or len(below) < 4 or not below[0].isupper() or below.isupper() or is_heading(below):
            return False
        return 0 <= int(found[1]) - int(last[0]) < 80

    def follows_letter(self, number: str) -> bool:
        """``10-K`` is an exhibit's number where ``10-J`` came before, else a form."""
        before = self.row.number if self.row else self.listing.rows[-1].number if self.listing.rows else ""
        return (
            before[:-1] == number[:-1]
            or before[: len(number)] == number
            or (before[:3] == number[:3] and before[3:4] == "J")
        )

    def parenless(self) -> bool:
        return bool(self.listing.rows or self.row) and not (
            (self.listing.rows[0].number if self.listing.rows else self.row.number if self.row else "").startswith("(")
        )

    def nest(self, number: int, raw: str, start: int) -> None:
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

    def nested(self, number: int, raw: str) -> bool:
        """A row that prints only the second part of its number (``(ii) By-laws``, ``B.  By-laws``)."""
        found = NESTED.match(raw)
        row = self.row
        if found is None or row is None:
            return False
        base = first_part(row.number, found["sub"])
        if base is None:
            return False
        self.close()
        sub = found["sub"].rstrip(".")
        self.row = OpenRow(base + sub, self.text.piece(number, *found.span("sub")), [], row.at, row.described, True)
        self.add(number, found.end(), first=True)
        return True
