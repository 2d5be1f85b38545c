"""Fee tables: the securities that a filing registers, with their amounts, row by row.

    Title of Securities       Amount to be   Proposed Maximum   Proposed Maximum   Amount of
    to be Registered          Registered     Price Per Share    Aggregate Price    Registration Fee
    Common Stock, $.10 par    250,000(1)     $44.91(2)          $11,227,500.00     $3,871.56
    value per share

and, since 2022, Exhibit 107 with a column for the fee rate and the plan's name in the title of the class. Columns
are told by what they hold: an amount times a price is an aggregate, and a fee is the last. Notes, totals and
headings are no rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .cover.layout import Row, cells_of, is_rule
from .fee_figures import RULE_CELL, Figure, figure_in, roles_of
from .records import Offering, cite
from .span import Piece, Text

_HEADING = re.compile(
    r"[ \t]*calculation\s+of\s+(?:the\s+)?(?:registration|filing)\s+fees?\b(?:\s+tables?)?[^a-z]{0,8}$", re.I
)
_STOP = re.compile(
    r"\s*(?:total\s+offering|total\s+fees|net\s+fee|table\s+[2-9]|part\s+i|prospectus\s*$|item\s+\d|explanatory"
    r"|signatures?\s*$)",
    re.I,
)
_NOTE = re.compile(r"\s*(?:\(\s*(?:\d{1,2}|[a-z]|\*)\s*\)|\*+|\d{1,2}\.)\s+[A-Z][a-z]+ ")
_TOTAL = re.compile(r"\W*(?:totals?\b|net\s+fee|sub-?total|amount previously|fees? (?:previously|offset))", re.I)
_KIND_CELL = re.compile(
    r"(?:equity|debt|other|debt convertible into equity|unallocated.*|fees?(?:\s+to\s+be)?(?:\s+paid)?|paid"
    r"|newly registered.*"
    r"|fees previously(?: paid)?)$",
    re.I,
)
_SHELF = re.compile(r"unallocated", re.I)
_HEAD_WORDS = re.compile(
    r"\b(?:title of|to be registered|be registered|securities to|amount|proposed|maximum|aggregate"
    r"|offering price|security|type"
    r"|class title|registration fee|each class|of securities)\b",
    re.I,
)
_PLAN = re.compile(r"\b(?:plans?|program(?:me)?|agreements?|scheme)\b", re.I)
_UNDER = re.compile(
    r"(?:,\s+)?\b(?:(?:issuable|issued|reserved|offered)\s+)?(?:under|pursuant\s+to)\s+(?:the\s+)?|[;:–—]\s*|\s-\s"
    r"|(?<=\bper\sshare),\s+",
    re.I,
)
_MARKS = re.compile(r"(?:\s*\((?:\d{1,2}|[a-z])\)[,\s]*)+$|\s*\*+$")
_MAX_LINES = 120
_MAX_HEADINGS = 6
_NO_TITLE = 2000  # characters
_LONGEST = 110  # characters of a title's line


@dataclass(slots=True)
class _Line:
    """A row with figures: the cells that name its security, the figures, and all of its cells."""

    names: list[Piece]
    figures: list[Figure]
    cells: list[Piece]


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A row of a fee table and the cells that it was read from: their marks lead to the notes below the table."""

    offering: Offering
    cells: tuple[Piece, ...]


def read_offerings(text: Text) -> tuple[Offering, ...]:
    """The rows of the fee table in ``text``: a cover's or Exhibit 107's; empty where there is none."""
    return tuple(row.offering for row in read_rows(text))


def read_rows(text: Text) -> tuple[FeeRow, ...]:
    """The same rows, each with its cells."""
    low = text.chars.lower()
    at = low.find("calculation")
    tried = 0
    while at >= 0 and tried < _MAX_HEADINGS:
        number = text.line_at(at)
        if _HEADING.match(text.lines[number]):
            tried += 1
            rows = tuple(row for row in (_row(line, plan) for line, plan in _table(text, number + 1)) if row)
            if rows:
                return rows
        at = low.find("calculation", at + 1)
    return ()


def _table(text: Text, first: int) -> Iterator[tuple[_Line, list[Piece]]]:
    """The rows with figures of the table below line ``first``, each with the plan that a line above names."""
    current: _Line | None = None
    pending: list[Piece] = []
    plan: list[Piece] = []
    last = first
    for number in range(first, min(first + _MAX_LINES, len(text.lines))):
        line = text.lines[number]
        if _STOP.match(line) or (_NOTE.match(line) and (current or len(line) > 120)):
            break
        row = [cell for cell in cells_of(text, number) if not is_rule(str(cell))]
        if not row:
            pending = [] if line.strip() else pending
            continue
        found = _line(row)
        if found is not None:
            if current is not None:
                yield current, plan
            found.names = _titled(found.names, pending, current is None)
            current, pending = found, []
        elif _TOTAL.match(str(row[0])):
            pending = []
        elif current and number - last <= 1 and _goes_on(current, row) and not (plan and _is_plan(str(row[0]))):
            current.names.extend(c for c in row if _in_column(c, current.names))
            current.cells.extend(row)
        elif len(row) == 1 and _is_plan(str(row[0])):
            if current is not None:
                yield current, plan
            current, pending, plan = None, [], row
        elif any(_HEAD_WORDS.search(str(c)) or str(c).startswith("(Exact") for c in row):
            pending = []
        else:
            pending = [*pending, *(c for c in row if not RULE_CELL.match(str(c)) and not _KIND_CELL.match(str(c)))]
        last = number
    if current is not None:
        yield current, plan


def _line(row: Row) -> _Line | None:
    """The row's names and figures; None where it is a heading, a total or holds no figure."""
    figures = [f for f in (figure_in(cell) for cell in row) if f]
    if not figures or _TOTAL.match(str(row[0])) or any(_TOTAL.match(str(c)) for c in row[:3]):
        return None
    start = figures[0].piece.start
    before = [c for c in row if c.end <= start and not RULE_CELL.match(str(c))]
    names = [c for c in before if not _KIND_CELL.match(str(c))] or [c for c in before if _SHELF.match(str(c))]
    if not any(f.money for f in figures) and len(figures) < 2:
        return None
    return _Line(names[-1:], figures, list(row))


def _titled(names: list[Piece], pending: list[Piece], is_first: bool) -> list[Piece]:
    """The row's title with the lines above it, where the figures stand on its last line."""
    head = str(names[0]) if names else ""
    if head and not head[:1].islower() and head[:1] not in "$(" and not (is_first and head[:3].lower() == "par"):
        return names
    above = [p for p in pending if not _HEAD_WORDS.search(str(p)) and (not names or _in_column(p, names))]
    return [*above[-3:], *names]


def _goes_on(line: _Line, row: Row) -> bool:
    text = str(row[0])
    return bool(line.names) and _in_column(row[0], line.names) and not _HEAD_WORDS.match(text) and len(text) < _LONGEST


def _is_plan(text: str) -> bool:
    """Does a line between the rows name the plan of those below?"""
    return bool(_PLAN.search(text)) and len(text) < _LONGEST and not _HEAD_WORDS.search(text)


def _in_column(cell: Piece, names: list[Piece]) -> bool:
    start, length = names[0].column, max(len(str(n)) for n in names)
    return cell.column < start + max(length, 12) and cell.column + len(str(cell)) > start - 2


def _row(line: _Line, heading: list[Piece]) -> FeeRow | None:
    security, plan, pieces = _named(line.names)
    if not plan and heading:
        plan, pieces = _clean(" ".join(p.words for p in heading)).rstrip(":"), heading
    roles = roles_of(line.figures)
    if not security and not plan:
        return None
    evidence = cite("security", *line.names) + (cite("plan", *pieces) if plan else ())
    for role, figure in roles.items():
        evidence += cite(role, figure.piece)
    value = {role: figure.value for role, figure in roles.items()}
    offering = Offering(
        security or plan or "",
        plan or None,
        value.get("amount"),
        value.get("price"),
        value.get("aggregate"),
        value.get("fee"),
        evidence=evidence,
    )
    return FeeRow(offering, tuple(line.cells))


def name_of(title: str) -> tuple[str, str]:
    """The securities and the plan that one title names; the plan empty where it names none.

    >>> name_of("Common Stock, $0.01 par value per share, issuable under the Harbor 2024 Equity Plan (1)")
    ('Common Stock, $0.01 par value per share', 'Harbor 2024 Equity Plan')
    """
    security, plan, _ = _named([Piece(Text(0, title, title), 0, len(title))])
    return security, plan


def _named(names: list[Piece]) -> tuple[str, str, list[Piece]]:
    """The title of the securities, and the plan that it names with the cells that print that."""
    at = next((i for i, piece in enumerate(names) if i and _starts_plan(names, i)), None)
    if at is not None:
        return (
            _clean(" ".join(p.words for p in names[:at])),
            _clean(" ".join(p.words for p in names[at:])),
            names[at:],
        )
    whole = " ".join(p.words for p in names)
    last = max((match.start() for match in _PLAN.finditer(whole)), default=-1)
    for match in _UNDER.finditer(whole):
        if match.start() > 0 and match.end() <= last:
            tail = whole[match.end() :]
            return _clean(whole[: match.start()]), _clean(tail), [p for p in names if p.words in tail] or names
    return _clean(whole), "", []


def _starts_plan(names: list[Piece], at: int) -> bool:
    """Does the plan's name begin with this cell: the one before is complete, and the rest holds the word plan?"""
    before = str(names[at - 1]).rstrip()
    rest = " ".join(str(p) for p in names[at:])
    complete = before.endswith((",", ":", ";", "-", "–", "—", ")")) or str(names[at])[:1].isdigit()
    return complete and bool(_PLAN.search(rest)) and not str(names[at])[:1].islower()


def _clean(text: str) -> str:
    """Without the marks and points at its end; what is longer than any title is left as it stands."""
    while len(text) < _NO_TITLE and (shorter := _MARKS.sub("", text.strip(" ,;:-–—"))) != text:
        text = shorter
    return text
