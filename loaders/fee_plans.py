"""Which plan a row of a fee table is for, where the note that it refers to says so.

    Common Stock, $.01 par      400,000(1)     ...
    (1)  Represents shares reserved for issuance under the 2004 Equity Incentive Plan.

What a note says of stock splits (Rule 416) is for every plan and tells none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .events.sentences import sentences
from .fee_notes import Note, marks_in
from .fees import FeeRow
from .ledger.names import PlanName, PlanNames
from .records import cite
from .span import Piece

_SPLIT = re.compile(r"\b416\b|\bstock\s+(?:split|dividend)|\bindeterminate\b|\bdilution\b|\brecapitali[sz]ation", re.I)
_SHARES = re.compile(r"\b(?:shares|units|securities|interests)\b", re.I)


def with_plans(rows: tuple[FeeRow, ...], notes: Sequence[Note]) -> tuple[FeeRow, ...]:
    """The rows, those without a plan with the one that their notes name; without one where they name several."""
    named = {note.mark: plans for note in notes if note.mark and (plans := _named(note.piece))}
    return tuple(_planned(row, named) for row in rows) if named else rows


def _named(piece: Piece) -> tuple[PlanName, ...]:
    """The plans whose securities a note says that a row is of."""
    if "lan" not in str(piece) and "LAN" not in str(piece):
        return ()
    names = PlanNames((), piece)
    said = [s for s in sentences(piece) if not _SPLIT.search(str(s)) and _SHARES.search(str(s))]
    return tuple(name for sentence in said for name in names.distinct(sentence))


def _planned(row: FeeRow, named: dict[str, tuple[PlanName, ...]]) -> FeeRow:
    if row.offering.plan:
        return row
    marks = marks_in(row.cells)
    found = {name.title: name for mark, plans in named.items() if mark in marks for name in plans}
    if len(found) != 1:
        return row
    ((title, name),) = found.items()
    evidence = row.offering.evidence + cite("plan", name.piece)
    return replace(row, offering=replace(row.offering, plan=title, evidence=evidence))
