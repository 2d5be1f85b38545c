"""Tables of additional registrants on a cover.

    Exact Name of Co-Registrant                  I.R.S. Employer     State of
    as Specified in its Charter                  Identification No.  Incorporation
    Harbor Tools Finance LLC                     74-3053016          Delaware

and of registrants that report together:

    Commission    Registrant; State of Incorporation;   IRS Employer
    File Number   Address; and Telephone Number         Identification No.
    001-01245     HARBOR POWER COMPANY                  39-0476280
                  (A Wisconsin Corporation)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Piece, Text
from .layout import Row, is_rule, rows_of

_HEADING = re.compile(
    r"exact\s+name\s+of\s+(?:each\s+)?(?:additional|co-?|other|subsidiary|guarantor|registrant guarantor)"
    r"|\b(?:additional|co-?|subsidiary|guarantor)\s*-?(?:additional |other |guarantor "
    r"|subsidiary )?registrants?[ \t]*\n"
    r"|\bname of (?:additional|co-?|subsidiary|guarantor)|\bregistrant[;,]\s+state\s+of"
    r"|\bcharter[;,]\s+state\s+of|state of incorporation[;,]",
    re.I,
)
_NUMBER = re.compile(r"(?<![\d(-])\d{2}-\d{7}(?!\d)")
_NONE = re.compile(r"(?:n/a|not applicable|none|applied for|pending)$", re.I)
_CAPTION = re.compile(
    r"exact name|employer|identification|incorporation|organization|jurisdiction|charter|address|registrant|^no\.?$",
    re.I,
)
_FILE = re.compile(r"\d{1,3}-\d{2,6}(?:-\d\d)?$")
_KIND = re.compile(
    r"(?:\(\s*(?:an?\s+)?|an?\s+)((?:[A-Z]\w+\s+){1,3}?)(?:business\s+)?(?:corporation|limited|company|partnership|trust|statutory)",
    re.I,
)
_KIND_BEHIND = re.compile(  # behind a name, on its line
    r"(?<=\S)\s*\(\s*an?\s+(?P<state>(?:[A-Z]\w+\s+){1,3}?)(?:business\s+)?(?i:corporation|company|partnership|trust)\s*\)?\s*$"
)
_STOP = re.compile(r"\s*(?:prospectus\s*$|part i\b|the information in this|table of contents\s*$|item \d)", re.I)
_MAX_ROWS = 1500
_AROUND = 60
_REACH = 120  # lines after the cover in which such a table may begin

Named = tuple[str, tuple[Piece, ...]]
Entry = tuple[Named, Named | None, Named]


def read_table(text: Text, last: int) -> tuple[Entry, ...]:
    """The rows of such a table: (name, jurisdiction or None, employer number), each with its cells."""
    stop = text.starts[min(last + _REACH, len(text.starts) - 1)]
    heading = next((m for at in _near(text.chars[:stop].lower()) if (m := _HEADING.search(text.chars, *at))), None)
    if heading is None:
        return ()
    rows = list(_lines(text, text.line_at(heading.start())))
    return tuple(entry for entry in (_entry(rows, i) for i in range(len(rows))) if entry)


def _near(low: str) -> Iterator[tuple[int, int]]:
    """Where a heading may stand: around the words that it has to hold. Searching everything would take too long."""
    for word in ("registrant", "of incorporation"):
        at = low.find(word)
        while at >= 0:
            yield max(0, at - _AROUND), min(len(low), at + _AROUND)
            at = low.find(word, at + len(word))


def _entry(rows: list[Row], at: int) -> Entry | None:
    row = rows[at]
    number = next((c for c in row[1:] if _NUMBER.search(str(c)) or _NONE.match(str(c))), None)
    match = _NUMBER.search(str(number)) if number else None
    if number is None or match is None or is_rule(str(row[0])) or _CAPTION.search(str(row[0])):
        return None
    row = row[1:] if _FILE.match(str(row[0])) else row
    if kind := _KIND_BEHIND.search(str(row[0])):
        named = row[0].sub(0, kind.start()).strip()
        of = row[0].group(kind, "state").strip()
        return (named.words, (named,)), (of.words, (of,)), (match[0], (number.group(match),))
    names = [row[0], *_wrapped(rows, at + 1, row)]
    name = " ".join(piece.words for piece in names).strip(" *,(1)")
    state = next((c for c in row[1:] if _is_state(str(c))), None) or _state_below(rows, at + 1, row[0])
    where = (state.words, (state.strip(),)) if state else None
    return (name, tuple(names)), where, (match[0], (number.group(match),))


def _lines(text: Text, first: int) -> list[Row]:
    end = first
    for end in range(first + 1, min(first + _MAX_ROWS, len(text.lines))):
        if _STOP.match(text.lines[end]):
            break
    return rows_of(text, first, end)


def _wrapped(rows: list[Row], at: int, row: Row) -> list[Piece]:
    """The lines below in which the name goes on: only its own column holds words, and no new row has begun."""
    out: list[Piece] = []
    for follower in rows[at : at + 2]:
        cell = follower[0]
        near = cell.line - row[0].line <= 2 + len(out) and abs(cell.column - row[0].column) <= 4
        if (
            not near
            or str(cell)[0] == "("
            or any(_NUMBER.search(str(c)) for c in follower)
            or _CAPTION.search(str(cell))
        ):
            break
        if len(follower) > 1 and follower[1].column < row[1].column - 2:
            break
        out.append(cell)
    return out


def _state_below(rows: list[Row], at: int, name: Piece) -> Piece | None:
    """The state in ``(A Wisconsin Corporation)`` under the name."""
    for cell in (c for row in rows[at : at + 3] for c in row):
        match = _KIND.match(str(cell))
        if match and (abs(cell.column - name.column) <= 4 or cell.line <= name.line + 2):
            return cell.group(match, 1)
    return None


def _is_state(cell: str) -> bool:
    return bool(re.fullmatch(r"[A-Z][A-Za-z.]+(?:[ ,]+[A-Z][A-Za-z.]+){0,3}", cell)) and not _CAPTION.search(cell)
