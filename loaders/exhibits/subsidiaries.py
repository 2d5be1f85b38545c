"""Exhibit 21: the subsidiaries of a registrant, in tables and lists.

::

    Name                                    Jurisdiction      Percent
    Orley Holdings B.V. (1)                 The Netherlands    100%
      Orley France S.A.                     France              66.6          owned by the one above
    Stane Stores, Inc. (d/b/a Stane's)      Delaware
    Vane Motors Netherlands B.V. (Netherlands)                                a list
    Moor Insurance Ltd., a Bermuda corporation

Names and jurisdictions may also stand below each other. Deeper indents show parents; the registrant itself, where it
heads the table, is no subsidiary. A list in which no row can be read is a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..evidence import cite
from ..organizations import is_organization, same_firm
from ..records import Problem, Subsidiary
from ..span import Piece, Text
from .indents import styled_indent
from .places import is_place

_CELL = re.compile(r"[^\s.|](?:[^\s|]|[ \xa0](?! |\xa0))*?(?=\s{2,}|\s*\.{4,}|\s*\||\s*$)")
_PERCENT = re.compile(r"(?P<number>\d{1,3}(?:\.\d+)?)\s*%?\s*(?:\(\s*\w{1,2}\s*\)|\*)*")
_HEAD = re.compile(
    r"\b(?:exhibits?|subsidiar(?:y|ies)|jurisdictions?|incorporat\w+|incorp\b|organi[sz]\w+|percent\w*|voting"
    r"|registrant:?|quicklinks|click\s+here"
    r"|list\s+of|owned|ownership|laws|state\s+or|state\s+of|country|domicile|place\s+of|name|names"
    r"|doing\s+business|under\s+which|securities|formation|power|percentages)\b",
    re.I,
)
_PROSE = re.compile(
    r"\b(?:pursuant|omitted|which|were|was|would|constitute|following|have\s+been|are\s+not|shown|includes?"
    r"|considered|listed|other\s+than|all\s+of)\b",
    re.I,
)
_INLINE = re.compile(r"(?P<name>.+?)\s*\((?P<place>[^()]+)\)\s*(?P<percent>\d{1,3}(?:\.\d+)?\s*%)?$")
_SAID = re.compile(
    r"(?P<name>.+?),?\s+(?:\(?an?|incorporated\s+in|organized\s+(?:in"
    r"|under\s+the\s+laws\s+of))\s+(?:the\s+)?(?P<place>[A-Z][\w. ]+?)"
    r"(?:\s+(?:corporation|company|limited\s+liability\s+company|limited\s+partnership|general\s+partnership"
    r"|partnership|business\s+trust|statutory\s+trust|trust|bank|LLC)\b.*)?\)?\.?$"
)
_TRADE = re.compile(
    r"\s*[,(]?\s*\b(?:d\.?/?b\.?/?a\.?|doing\s+business\s+(?:as|under\s+the\s+names?\s+(?:of)?)"
    r"|also\s+doing\s+business\s+as)[:\s]+[\"“]?(?P<names>[^)\"”]+)[\"”]?\)?",
    re.I,
)
_MARKS = re.compile(r"(?:\s*(?:\(\s*(?:\d{1,2}|[a-zA-Z])\s*\)(?:,\s*)?|\*+|†|[¹²³]))+$")
_NUMBERED = re.compile(r"^(?:\d{1,3}[.)]|[•·*–-])\s+(?=\S)")
_OF = re.compile(
    r"^\W*(?:(?:the\s+)?(?:direct\s+)?subsidiar(?:y|ies)\s+of|owned\s+by)\s+(?P<name>[A-Z].{3,80}?)\s*:?\s*$", re.I
)
_RULE = re.compile(r"[\s\-_=*.·—–|<>/A-Za-z]{0,3}[\s\-_=·—–|]{3,}$")
_FORM = re.compile(r"(?:\.\w|\b(?:Inc|Ltd|Corp|Co|Corpn|Ltda|Kft|Pte))$")
_LEVELS = 7  # more indents than that are no levels of a tree
_LONGEST = 130


@dataclass(slots=True)
class _Row:
    name: list[Piece]
    place: list[Piece]
    percent: Piece | None = None
    trade: Piece | None = None
    under: str | None = None  # of a heading "Subsidiaries of X"

    @property
    def indent(self) -> int:
        return self.name[0].column + styled_indent(self.name[0])


def read_subsidiaries(
    text: Text, registrants: tuple[str, ...], exhibit: str
) -> tuple[tuple[Subsidiary, ...], tuple[Problem, ...]]:
    """The rows of an Exhibit 21, and problems: rows that could not be read, or none that could be."""
    unread: list[Piece] = []
    rows = [row for row in _rows(text, unread) if not _is_registrant(row, registrants)]
    if not rows:
        rows = list(_names_only(text, registrants))
    for row in rows:
        row.under = None if row.under and any(same_firm(row.under, name) for name in registrants) else row.under
    found = tuple(_with_parents([_subsidiary(row, exhibit) for row in rows], rows))
    if found:
        return found, tuple(_unread(piece, exhibit) for piece in unread)
    if len(text.chars.split()) > 15:
        first = next(
            Piece(text, s, s + len(line)) for s, line in zip(text.starts, text.lines, strict=True) if line.strip()
        )
        why = "The list of subsidiaries has no row that could be read."
        return (), (Problem("subsidiaries-unread", f"exhibit {exhibit}", why, cite("name", first)),)
    return (), ()


def _unread(piece: Piece, exhibit: str) -> Problem:
    why = "The row names a company, but not where it is organised in words that could be read."
    return Problem("subsidiary-unread", f"exhibit {exhibit}", why, cite("name", piece))


def _cells(text: Text, number: int) -> list[Piece]:
    line = text.line(number)
    return [_dotted(line.group(match).strip()) for match in _CELL.finditer(str(line))]


def _dotted(cell: Piece) -> Piece:
    """With the dot of a legal form that dots to the next column follow (``S.A........``)."""
    whole = Piece(cell.text, cell.start, cell.end + 1)
    return whole if str(whole).endswith(".") and _FORM.search(str(cell)) else cell


def _rows(text: Text, unread: list[Piece]) -> Iterator[_Row]:
    """Rows by their jurisdiction or percentage, names that wrap joined; names without either go to ``unread``."""
    broken: list[Piece] = []  # a row whose jurisdiction goes on below
    pending: list[Piece] = []
    current: _Row | None = None
    under: str | None = None
    for number, line in enumerate(text.lines):
        cells = _cells(text, number) if line.strip() and not _RULE.fullmatch(line) else []
        if not cells:
            pending = pending if pending and not line.strip() and current is None else []
            continue
        if current is not None and len(cells) == 1 and (heading := _OF.match(str(cells[0]))):
            under, pending = heading["name"], []
            continue
        row = _row(cells, pending) or _joined(broken, cells)
        if row is None and broken:
            unread.append(broken[0])
        broken = []
        if row is not None:
            if current is not None:
                yield current
            row.under = under
            current, pending = row, []
        elif current is not None and _continues(current, cells, text, number):
            for cell in cells:
                (current.place if _in_column(cell, current.place) else current.name).append(cell)
        elif (_HEAD.search(line) and not any(is_organization(str(c)) for c in cells[:1])) or _PROSE.search(line):
            pending = []
        elif len(cells) == 1 and len(str(cells[0])) < _LONGEST:
            pending = [*pending[-1:], cells[0]]
        else:
            pending = []
            if (
                len(cells) in (2, 3)
                and is_organization(str(cells[0]))
                and len(str(cells[1])) < 40
                and not _HEAD.search(str(cells[1]))
            ):
                broken = cells
    if broken:
        unread.append(broken[0])
    if current is not None:
        yield current


def _joined(above: list[Piece], cells: list[Piece]) -> _Row | None:
    """A row on two lines: its jurisdiction begins on the one above, and ends on this."""
    if len(above) < 2:
        return None
    below = [c for c in cells if _in_column(c, above[1:2])]
    if not below or not is_place(f"{above[1].words} {below[0].words}"):
        return None
    names = [c for c in cells if 0 <= c.column - above[0].column <= 4]
    percents = [c for c in (*above[2:], *cells) if _is_percent(str(c))]
    return _Row([above[0], *names[:1]], [above[1], below[0]], percents[0] if percents else None)


def _row(cells: list[Piece], pending: list[Piece]) -> _Row | None:
    """A line that holds a jurisdiction or a percentage beside a name; the name may stand on the lines above."""
    places = [c for c in cells[1:] if is_place(str(c))]
    percents = [c for c in cells[1:] if _is_percent(str(c))]
    if places or (percents and len(cells) == 2):
        name = cells[0]
        if _is_heading(cells) or (is_place(str(name)) and not pending):
            return None
        lead = [p for p in pending if _wraps(p, name)]
        others = [c for c in cells[1:] if c not in places and c not in percents and len(str(c)) > 3]
        return _Row([*lead[-1:], name], places[:1], percents[0] if percents else None, others[0] if others else None)
    if len(cells) == 1 and pending and is_place(str(cells[0])):
        return _Row(pending, [cells[0]])
    if len(cells) == 1:
        return _single(cells[0])
    if (
        len(cells) == 3
        and percents
        and str(cells[-1] if cells[1] in percents else cells[1])[:1].isupper()
        and not _is_heading(cells)
    ):
        place = cells[-1] if cells[1] in percents else cells[1]  # a place that the table of places has not
        return _Row([cells[0]], [place], percents[0])
    return None


def _single(cell: Piece) -> _Row | None:
    """``Name (Place)`` and ``Name, a Place corporation``."""
    words = str(cell)
    if len(words) > _LONGEST or _PROSE.search(words):
        return None
    for pattern in (_INLINE, _SAID):
        match = pattern.fullmatch(words)
        if match and is_place(match["place"]):
            percent = cell.group(match, "percent") if "percent" in match.groupdict() and match["percent"] else None
            return _Row([cell.group(match, "name")], [cell.group(match, "place")], percent)
    return None


def _wraps(above: Piece, name: Piece) -> bool:
    """Is the line above the beginning of this name: the rest is set deeper, and stands on the next line?"""
    return name.line - above.line == 1 and 0 < name.column - above.column <= 4 and not _HEAD.search(str(above))


def _continues(row: _Row, cells: list[Piece], text: Text, number: int) -> bool:
    """Is a line the rest of the row above: its cells keep to that row's columns, and begin no row of their own?"""
    if row.name[-1].line != number - 1 and (not row.place or row.place[-1].line != number - 1):
        return False
    if len(cells) > 2 or any(len(str(c)) > 50 or _PROSE.search(str(c)) for c in cells):
        return False
    if len(cells) == 1:
        cell = cells[0]
        if _in_column(cell, row.place) and cell.column > 0:
            return not is_organization(str(cell))
        deeper = 0 < cell.column - row.name[0].column <= 4
        return deeper and not is_organization(row.name[0].words) and bool(row.place)
    return (
        0 < cells[0].column - row.name[0].column <= 4
        and _in_column(cells[1], row.place)
        and not is_place(str(cells[1]))
    )


def _in_column(cell: Piece, column: list[Piece]) -> bool:
    return bool(column) and abs(cell.column - column[0].column) <= 2


def _is_percent(words: str) -> bool:
    match = _PERCENT.fullmatch(words)
    return match is not None and float(match["number"]) <= 100


def _is_heading(cells: list[Piece]) -> bool:
    return all(_HEAD.search(str(c)) for c in cells) and not any(is_organization(str(c)) for c in cells)


def _names_only(text: Text, registrants: tuple[str, ...]) -> Iterator[_Row]:
    """Companies' names on lines of their own, where no row has a jurisdiction."""
    for number in range(len(text.lines)):
        cells = _cells(text, number)
        words = str(cells[0]) if len(cells) == 1 else ""
        if (
            words
            and len(words) < 90
            and is_organization(words)
            and not _HEAD.search(words)
            and not _PROSE.search(words)
        ):
            row = _Row([cells[0]], [])
            if not _is_registrant(row, registrants):
                yield row


def _is_registrant(row: _Row, registrants: tuple[str, ...]) -> bool:
    key = _plain(_clean(_words(row.name)))
    return any(key == _plain(name) for name in registrants)


def _plain(name: str) -> str:
    """A name to compare by, its legal form kept: a registrant's limited company is another."""
    return "".join(re.findall(r"\w", re.sub(r"^the\s+", "", name.casefold())))


def _words(pieces: list[Piece]) -> str:
    return " ".join(p.words for p in pieces)


def _clean(words: str) -> str:
    return _NUMBERED.sub("", _MARKS.sub("", words.strip(" ,;:|")).strip()).strip(" ,;:|")


def _subsidiary(row: _Row, exhibit: str) -> Subsidiary:
    words = _words(row.name)
    trade = _TRADE.search(words)
    names = (
        tuple(n.strip(' .,"”') for n in re.split(r"\s*[;,]\s*(?:and\s+)?|\s+and\s+(?=[A-Z])", trade["names"]))
        if trade
        else ()
    )
    evidence = cite("name", *row.name) + cite("jurisdiction", *row.place)
    evidence += cite("ownership", row.percent) if row.percent else ()
    evidence += cite("trade_names", *row.name) if trade else ()
    percent = _PERCENT.match(str(row.percent)) if row.percent else None
    return Subsidiary(
        name=_clean(words[: trade.start()] + words[trade.end() :] if trade else words),
        jurisdiction=_MARKS.sub("", _words(row.place)).strip(" ,") or None if row.place else None,
        ownership=percent["number"] if percent else None,
        trade_names=tuple(n for n in names if n),
        exhibit=exhibit,
        evidence=evidence,
    )


def _with_parents(found: list[Subsidiary], rows: list[_Row]) -> Iterator[Subsidiary]:
    """The subsidiaries with the nearest one above that is indented less as parent."""
    flat = len({row.indent for row in rows}) > _LEVELS or (rows and rows[0].indent > min(r.indent for r in rows))
    above: list[tuple[int, str]] = []
    for subsidiary, row in zip(found, rows, strict=True):
        above = [(indent, name) for indent, name in above if indent < row.indent - 1]
        parent = row.under or (above[-1][1] if above and not flat else None)
        above.append((row.indent, subsidiary.name))
        yield replace(subsidiary, parent=parent) if parent and parent != subsidiary.name else subsidiary
