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
from dataclasses import dataclass, field

from ..span import Piece, Text
from .layout import Cell, Column, cells, columns_of, is_heading, loose_cell

MARK = r"[*+†‡#§^~¶]+"
_SUB = r"(?:[.\-–]\s?(?!\d{4})[A-Za-z\d]{1,4}(?![A-Za-z\d])|\.?\([A-Za-z\d]{1,5}\)|(?<=\d)[A-Za-z]{1,2}(?![A-Za-z]))"
_ROW = re.compile(
    rf"\s*(?P<before>(?:{MARK}|\({MARK}\))\s*)?(?P<label>(?:exhibit|ex\.?)[\s\-–#]*(?:nos?\.?\s*|number\s+)?)?"
    rf"(?P<number>\(\d{{1,3}}\)(?:\.?\(?[A-Za-z]{{1,3}}\)?(?=[.\s*]))?"
    rf"|\d{{1,3}}(?!\d)(?:\s{{1,6}}\.\d{{1,3}}(?=[*+†\s]))?{_SUB}{{0,5}})"
    rf"(?P<after>\s?(?:{MARK}|\({MARK}\)))?(?P<dot>\s?[.:](?=\s|$))?(?P<late>\s?{MARK})?"
    r"(?P<gap>\s+[-–—]{1,2}\s+|[-–—]{2}\s*|\s+|$)",
    re.I,
)
_NESTED = re.compile(r"\s*(?P<sub>\((?:[ivx]{1,4}|[a-z])\)|[A-Z]\.)\s+(?=\S)")
_LEGEND = re.compile(
    rf"\s*(?P<mark>{MARK}|\({MARK}\)|\(\d{{1,2}}\)|\([A-Za-z]\)"
    rf"|\d{{1,2}})(?P<gap>\s*[-–—:=.]?\s*)(?P<text>[\"“(]?[A-Za-z].*)"
)
_EXPLAINS = re.compile(
    r"(?:\w+ ){0,3}?(?:previously|incorporated|filed|to be filed|will be filed|furnished|management|indicates"
    r"|denotes|included|"
    r"portions|confidential|compensatory|see|not filed|contract|attached|pursuant|schedules|certain|reference"
    r"|submitted|"
    r"as filed|represents|constitutes|identifies|designates|exhibits?|contained)\b",
    re.I,
)
_ALONE = re.compile(rf"\s*(?:{MARK}|\({MARK}\)|\(\d{{1,2}}\))\s*$")
_OF_EXHIBITS = re.compile(r"exhibit|description|document|designation", re.I)
_CATEGORY = re.compile(
    r"\W*(?:material\s+contracts|instruments\s+defining|(?:certificate"
    r"|articles)\s+of\s+incorporation\s+and\s+by-?laws|"
    r"additional\s+exhibits|statements?\s+re\b|consents\s+of\s+experts|plan\s+of\s+acquisition"
    r"|underwriting\s+agreements)",
    re.I,
)
_FORM_NAME = re.compile(r"(?:10|8|6|20|40|11)-[KQFA](?:SB|405)?$")
_NOTHING = re.compile(r"\(?(?:not\s+applicable|none|n/a|omitted)\.?\)?$", re.I)
_TELLS = re.compile(r"(?:incorporated (?:herein )?by|previously filed|filed (?:here|with|as)|to be filed)\b", re.I)
_NOISE = re.compile(
    r"(?:[-–—_=.*\s]+|(?:page\s{0,3})?[-–— ]{0,6}(?:[IVXFSA]{1,4}-)?\d{1,3}\s{0,3}[-–—.]?|table of contents"
    r"|\(?continued\)?|<[^>]{1,20}>|[-–— ]{0,6}[ivx]{1,4}[-–— ]{0,6})$",
    re.I,
)
_BROKEN = re.compile(
    r"(?:\b(?:exhibits?|nos?\.|number|form|section|rule|item|file|and|or|the|of|to|in|on|dated|pages?)"
    r"|[,(])\s*$",
    re.I,
)
_OPEN_END = re.compile(r"(?:\b(?:and|or|the|of|to|in|on|by|for|with|between|as|from|its|a|an|dated)|[,&-])\s*$", re.I)
_ABBREVIATED = re.compile(r"\b(?:Inc|Co|Corp|Ltd|Dr|Mr|Ms|Mrs|Jr|Sr|No|Nos|St|[A-Z])\.$")
_CLOSED = re.compile(r"[.;:)\]*†]\s*$")
_LEADERS = re.compile(r"(?:\s?[.·…_]){3,}\s*(?:[A-Z]{0,3}-?\d{1,4})?\s*$")
_UNITS = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``marks`` are the footnote marks about the number; ``number`` is without them."""

    number: str
    place: Piece
    marks: tuple[Piece, ...]
    description: tuple[Piece, ...]
    columns: tuple[tuple[Cell, Piece], ...]


@dataclass(slots=True)
class Listing:
    """One exhibit list: its rows, its legend by mark, and the prose about it."""

    rows: list[Row] = field(default_factory=list)
    legend: dict[str, list[Piece]] = field(default_factory=dict)
    prose: list[Piece] = field(default_factory=list)


def mark_key(mark: str) -> str:
    """A mark for looking up: without brackets about symbols and without spaces."""
    plain = "".join(mark.split())
    return plain.strip("()") if not plain.strip("()").isalnum() else plain


class _Open:
    """A row that is still being read."""

    __slots__ = ("at", "child", "columns", "described", "description", "last", "marks", "number", "place", "spaced")

    def __init__(self, number: str, place: Piece, marks: list[Piece], at: int, described: int | None, spaced: bool):
        self.number, self.place, self.marks, self.at, self.described = number, place, marks, at, described
        self.spaced = spaced
        self.description: list[Piece] = []
        self.columns: list[tuple[Cell, Piece]] = []
        self.last = place.line
        self.child = False

    def close(self) -> Row:
        return Row(self.number, self.place, tuple(self.marks), tuple(_tidy(self.description)), tuple(self.columns))


def _tidy(pieces: list[Piece]) -> list[Piece]:
    """The pieces without leaders and the page numbers after them."""
    kept = []
    for piece in pieces:
        found = _LEADERS.search(str(piece))
        piece = piece.sub(0, found.start()) if found else piece
        if str(piece).strip():
            kept.append(piece.strip())
    return kept


class Reader:
    """Reads the lines of one list, from its heading to its end.

    ``trusted``: plain numbers are exhibits; below a heading that speaks of financial statements, too, they may not be
    until a heading of the exhibits themselves has come.
    """

    def __init__(self, text: Text, trusted: bool = True) -> None:
        self.text, self.trusted = text, trusted
        self.listing = Listing()
        self.row: _Open | None = None
        self.legend: list[Piece] | None = None
        self.heading: list[str] = []
        self.columns: tuple[Column, ...] = ()
        self.gap = self.broken = False
        self.whole = "-"  # number of the last row that is no part of another
        self.edges: dict[int, int] = {}  # columns at which other columns than the description began, and how often

    def finish(self) -> Listing:
        self._close()
        return self.listing

    def feed(self, number: int) -> None:
        """Take in the next line."""
        raw = self.text.lines[number]
        if not raw.strip():
            self.gap, self.legend = True, self.legend if self.legend == [] else None
        elif _ALONE.match(raw) and self._alone(number, raw):
            self.gap = False
        elif _NOISE.match(raw.strip()):
            if not set(raw) <= set("-–—_= "):
                self.broken = True
        elif is_heading(raw) and not self.goes_on(number, raw):
            self._close()
            self.trusted = self.trusted or bool(_OF_EXHIBITS.search(raw))
            self.heading.append(raw)
            self.columns = columns_of(self.heading)
        elif self._loose(number, raw):
            self.gap = False
        elif not (self._row(number, raw) or self._legend(number, raw) or self._nested(number, raw)):
            self._continue(number, raw)
            self.gap = self.broken = False
        else:
            self.gap = self.broken = False

    def _alone(self, number: int, raw: str) -> bool:
        """A mark alone on its line, which the next line explains."""
        following = next(
            (n for n in range(number + 1, min(len(self.text.lines), number + 4)) if self.text.lines[n].strip()), None
        )
        if (
            following is None
            or not _EXPLAINS.match(self.text.lines[following].strip())
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
        self.row = None

    def goes_on(self, number: int, raw: str) -> bool:
        """Whether a line of heading words is rather the end of a description (``Exhibit`` / ``5.1)``)."""
        row = self.row
        if row is None or self.gap or row.last != number - 1 or not row.description:
            return False
        return row.at < len(raw) - len(raw.lstrip())

    def _loose(self, number: int, raw: str) -> bool:
        """A cell of the open row on a line of its own, where a table was flattened: a form, then exhibit and date."""
        row, words = self.row, raw.strip()
        if row is None or not row.description:
            return False
        if _NOTHING.match(words):
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
        found = _ROW.match(raw)
        if found is None or not self._is_row(number, raw, found):
            return False
        self._close()
        self.legend, self.heading = None, []
        marks = [self.text.piece(number, *found.span(g)).strip() for g in ("before", "after", "late") if found[g]]
        place = self.text.piece(number, *found.span("number"))
        spaced = len(found["gap"]) > 1
        if self.row is None or not _number(found["number"]).startswith(self.whole + "("):
            self.whole = _number(found["number"])
        self.row = _Open(_number(found["number"]), place, marks, found.start("number"), None, spaced)
        self._add(number, found.end(), first=True)
        self._nest(number, raw, found.end())
        return True

    def _is_row(self, number: int, raw: str, found: re.Match[str]) -> bool:
        if not _is_number(found["number"], bool(found["label"])):
            return False
        if _FORM_NAME.match(found["number"]) and not found["label"] and not self._follows_letter(found["number"]):
            return False
        rest = raw[found.end() :]
        if not rest.strip():
            if self.row and self.row.last == number - 1 and found.start("number") >= (self.row.described or 999):
                return False
            return bool(found["label"]) or not found["number"].isdigit()
        if found["number"].startswith("(") and ((_EXPLAINS.match(rest) and self._parenless()) or _TELLS.match(rest)):
            return False
        if not self.trusted and found["number"].isdigit():
            return False
        row = self.row
        before = self.text.lines[number - 1] if number else ""
        if row and row.last == number - 1 and _BROKEN.search(before) and (not found["before"]):
            return False
        part = row is not None and _number(found["number"]).startswith(
            (row.number + "(", row.number + ".", self.whole + "(")
        )
        if row and row.described is not None and row.spaced and found.start("number") >= row.described and not part:
            return False
        if len(found["gap"]) == 1 and not found["dot"]:
            first = rest.lstrip("\"“‘'([")[:1]
            if not (first.isupper() or (first.isdigit() and not found["number"].isdigit())):
                return False
            return row is None or part or abs(found.start("number") - row.at) <= 3
        return not rest.lstrip().startswith((")", ",", ";"))

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
        found = _NESTED.match(raw, start)
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
        found = _NESTED.match(raw)
        row = self.row
        if found is None or row is None:
            return False
        base = _before(row.number, found["sub"])
        if base is None:
            return False
        self._close()
        sub = found["sub"].rstrip(".")
        self.row = _Open(base + sub, self.text.piece(number, *found.span("sub")), [], row.at, row.described, True)
        self._add(number, found.end(), first=True)
        return True

    def _add(self, number: int, start: int, first: bool = False) -> None:
        """Add the cells of a line to the open row."""
        row = self.row
        if row is None:
            return
        words, others = cells(self.text, number, start, self.columns, first, self.edges)
        while words and re.fullmatch(MARK, str(words[0])) and len(words) > 1:
            row.marks.append(words.pop(0))
        if words:
            if row.described is None:
                row.described = words[0].column
            row.description.append(Piece(self.text, words[0].start, words[-1].end))
        for _, piece in others:
            self.edges[piece.column] = self.edges.get(piece.column, 0) + 1
        row.columns += others
        row.last = number

    def _legend(self, number: int, raw: str) -> bool:
        found = _LEGEND.match(raw)
        if found is None:
            return False
        symbol = not found["mark"].strip("()").isalnum()
        bare = found["mark"].isalnum()
        if not (
            symbol or (_EXPLAINS.match(found["text"]) and (not bare or found["gap"].strip() or len(found["gap"]) > 1))
        ):
            return False
        if bare and (not self.listing.rows or (self.row and not self.gap)):
            return False
        self._close()
        self.legend = [self.text.piece(number, found.start("text")).strip()]
        self.listing.legend.setdefault(mark_key(found["mark"]), self.legend)
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
        row = self.row
        column = len(raw) - len(raw.lstrip())
        if (
            row is None
            or not self.gap
            or row.described is None
            or abs(column - row.described) > 1
            or (row.columns and not row.child)
        ):
            return False
        if not row.child and not (
            row.description and _CATEGORY.match(str(row.description[0])) and len(row.description) < 3
        ):
            return False
        if not raw.strip()[:1].isupper() or raw.rstrip().endswith(":"):
            return False
        if row.child:
            self.listing.rows.append(row.close())
        self.row = _Open(row.number, row.place, row.marks, row.at, row.described, True)
        self.row.child = True
        self._add(number, column, first=True)
        return True

    def _belongs(self, raw: str, row: _Open) -> bool:
        """Whether the line goes on with the row's words."""
        column = len(raw) - len(raw.lstrip())
        if not row.description and not row.columns:
            return True
        if self.gap or self.broken:
            said = str(row.description[-1]) if row.description else ""
            first = raw.lstrip()[:1]
            unfinished = said.count("(") > said.count(")") or bool(_OPEN_END.search(said)) or first.islower()
            later = self.broken and column > 0 and not _CLOSED.search(said) and row.described is not None
            return (unfinished or later) and column >= min(row.at + 1, 2)
        said = str(row.description[-1]).rstrip() if row.description else ""
        if self.text.origin is not None and said.endswith(".") and not _ABBREVIATED.search(said):
            return False
        if row.described is None or column > row.at:
            return True
        return not row.spaced and column <= row.at


def _number(raw: str) -> str:
    return "".join(raw.split()).rstrip(".-–")


def _is_number(raw: str, labelled: bool) -> bool:
    """Whether a number is one of the exhibit table's (1 to 36 and 95 to 107)."""
    major = int(re.findall(r"\d+", raw)[0])
    return 1 <= major <= 36 or 95 <= major <= 107 or (labelled and major < 95)


def _before(number: str, sub: str) -> str | None:
    """The first part of a number that ends in the part before ``sub``: ``3(i)``, ``(ii)`` give ``3``."""
    if sub.endswith("."):
        found = re.match(r"(.*[)\d.\-])([A-Z])$", number)
        return found[1] if found and ord(sub[0]) - ord(found[2]) == 1 else None
    found = re.match(r"(.+)\(([a-z]+)\)$", number)
    if found is None:
        return None
    last, now = found[2], sub.strip("()")
    if len(last) == len(now) == 1 and ord(now) - ord(last) == 1:
        return found[1]
    return found[1] if _roman(now) - _roman(last) == 1 else None


def _roman(digits: str) -> int:
    values = [_UNITS.get(d, 0) for d in digits]
    return sum(-v if values[i + 1 : i + 2] and values[i + 1] > v else v for i, v in enumerate(values))
