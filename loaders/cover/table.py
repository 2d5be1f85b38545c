"""Tables of additional registrants on a cover.

    Exact Name of Co-Registrant                  I.R.S. Employer     State of
    as Specified in its Charter                  Identification No.  Incorporation
    Harbor Tools Finance LLC                     74-3053016          Delaware
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Piece, Text
from .layout import Row, is_rule, rows_of

_HEADING = re.compile(
    r"exact name of\s+(?:each\s+)?(?:additional|co-?|other|subsidiary|guarantor|registrant guarantor)"
    r"|(?:table of|additional|co-?|subsidiary|guarantor)\s*-?(?:additional\s+|other\s+|guarantor\s+|subsidiary\s+)?registrants?\s*$"
    r"|^\s*name of\s+(?:additional|co-?|subsidiary|guarantor)",
    re.I | re.M,
)
_NUMBER = re.compile(r"(?<![\d(-])\d{2}-\d{7}(?!\d)")
_NONE = re.compile(r"(?:n/a|not applicable|none|applied for|pending)$", re.I)
_CAPTION = re.compile(r"exact name|employer|identification|incorporation|organization|jurisdiction|charter|address|registrant|^no\.?$", re.I)
_STOP = re.compile(r"\s*(?:prospectus\s*$|part i\b|the information in this|table of contents\s*$|item \d)", re.I)
_MAX_ROWS = 1500
_MAX_BLANK = 12

Named = tuple[str, tuple[Piece, ...]]


def read_table(text: Text, last: int) -> Iterator[tuple[Named, Named | None, Named]]:
    """(name, jurisdiction or None, employer number), each with its cells, of the rows of such a table."""
    heading = _HEADING.search(text.chars)
    if heading is None or text.line_at(heading.start()) > last + 400:
        return
    first = text.line_at(heading.start())
    rows = list(_lines(text, first))
    at = 0
    for i, row in enumerate(rows):
        number = next((c for c in row[1:] if _NUMBER.search(str(c)) or _NONE.match(str(c))), None)
        if number is None or is_rule(str(row[0])) or _CAPTION.search(str(row[0])):
            continue
        names = [row[0], *_wrapped(rows, i + 1, row)]
        name = " ".join(piece.words for piece in names).strip(" *,(1)")
        state = next((c for c in row[1:] if _is_state(str(c))), None)
        match = _NUMBER.search(str(number))
        if match:
            yield (
                (name, tuple(names)),
                (state.words, (state,)) if state else None,
                (match[0], (number.group(match),)),
            )
        at = i
    del at


def _lines(text: Text, first: int) -> Iterator[Row]:
    end = first
    for end in range(first + 1, min(first + _MAX_ROWS, len(text.lines))):
        if _STOP.match(text.lines[end]):
            break
    return iter(rows_of(text, first, end))


def _wrapped(rows: list[Row], at: int, row: Row) -> list[Piece]:
    """The lines below in which the name goes on: only its own column holds words, and no new row has begun."""
    out: list[Piece] = []
    for follower in rows[at : at + 2]:
        cell = follower[0]
        near = cell.line - row[0].line <= 2 + len(out) and abs(cell.column - row[0].column) <= 4
        if not near or any(_NUMBER.search(str(c)) for c in follower) or _CAPTION.search(str(cell)):
            break
        if len(follower) > 1 and follower[1].column < row[1].column - 2:
            break
        out.append(cell)
    return out


def _is_state(cell: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z.]+(?:[ ,]+[A-Z][A-Za-z.]+){0,3}", cell)) and not _CAPTION.search(cell)
