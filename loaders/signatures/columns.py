"""Where the cells of a part stand to its signers: below one, beside one, just under one.

Date: May 4, 1999    By: /s/ Ann B. Carver         the name is under the mark, the office under the name;
                         Ann B. Carver             the date is beside them, to the left
                         President
"""

from __future__ import annotations

import re
from itertools import pairwise

from ..dates import find_dates
from ..span import Piece
from .cells import Cell, Look
from .pages import Kind
from .people import agrees, plain, split_title
from .slots import Gathered, Slot

PLURAL = re.compile(r"s\W*$", re.IGNORECASE)
_STALE = 12  # steps after which nothing belongs to a slot any more
FAR = 8  # steps by which the printed name may stand below its mark
_NEAR = 12  # columns by which a printed name may be set off from its mark


def _over_signers(cells: dict[int, tuple[Cell, ...]]) -> frozenset[int]:
    """The lines below which, in the same group of lines, a signer begins."""
    over: set[int] = set()
    for number in sorted(cells, reverse=True):
        if number in over or any(c.look in (Look.MARK, Look.NAME) for c in cells[number]):
            over.add(number - 1)
    return frozenset(over)


def _steps(cells: dict[int, tuple[Cell, ...]]) -> dict[int, int]:
    out: dict[int, int] = {}
    step, before = 0, -1
    for number in sorted(cells):
        step += 1 if number - before == 1 else 2
        out[number], before = step, number
    return out


class Columns:
    """The slots of a part as they open and close while its lines are walked, and who stands where."""

    def __init__(self, kind: Kind, registrants: frozenset[str], cells: dict[int, tuple[Cell, ...]]) -> None:
        self.kind = kind
        self.registrants = registrants
        self.cells = cells
        self.out = Gathered()
        self.open: list[Slot] = []
        self.pending: list[Cell] = []
        self.heading: Piece | None = None
        self.grid_heading: Piece | None = None
        self.organization: list[Piece] = []
        self.organization_line = -9
        self.signed_for = False  # a signer has followed the organization
        self.gap = False
        self.brace = False
        self.aside = -1  # the last line that a remark in brackets may have
        self.braced_heading: tuple[int, Piece] | None = None  # the slots above it, and "Directors" beside a brace
        self.date_parts: list[Piece] = []
        self.steps = _steps(cells)
        self.over_signers = _over_signers(cells)

    def apart(self, above: int, number: int) -> int:
        """Steps from a line to one below it: one for each line that is not blank, one more for each gap of blanks."""
        return self.steps.get(number, number) - self.steps.get(above, above)

    def start(self, number: int, cell: Cell) -> Slot:
        slot = Slot(cell.x0, cell.x1, number, number, heading=self.heading or self.grid_heading)
        self.open = [s for s in self.open if s.x1 <= cell.x0 - 1 or s.x0 >= cell.x1 + 1]
        self.open = [s for s in self.open if s.line == number or s.x0 != cell.x0]
        if (self.kind is not Kind.PERSONS and self.kind is not Kind.APPOINTMENT) or self.organization:
            slot.organization = tuple(self.organization)
        self.signed_for = True
        if self.heading is not None and not PLURAL.search(str(self.heading)):
            self.heading = None  # in the singular: for one signer
        own = self.waiting_for(number, cell)
        for waiting in own:
            if waiting.look is Look.DATE:
                found = find_dates(waiting.piece)
                slot.date = slot.date or (found[0] if found else None)
            else:
                slot.titles.append(waiting.piece)
        self.pending = [waiting for waiting in self.pending if waiting not in own]
        self.out.slots.append(slot)
        self.open.append(slot)
        return slot

    def waiting_for(self, number: int, cell: Cell) -> list[Cell]:
        """What stood above and waits: all of it, or of columns side by side those nearest to this signer."""
        signers = [c.x0 for c in self.cells.get(number, ()) if c.look in (Look.MARK, Look.NAME)]
        columns = [c for c in self.pending if c.look is Look.TITLE]
        apart = any(one.piece.line == two.piece.line for one, two in pairwise(columns))
        if len(signers) < 2 or not apart:
            return list(self.pending)
        return [c for c in self.pending if min(signers, key=lambda x0: abs(x0 - c.x0)) == cell.x0]

    def touch(self, slot: Slot, number: int, cell: Cell) -> None:
        slot.last = number
        slot.x0, slot.x1 = min(slot.x0, cell.x0), max(slot.x1, cell.x1)
        slot.bracketed = slot.bracketed or cell.bracket

    def under(self, cell: Cell) -> Slot | None:
        """The open slot in whose column the cell stands."""
        here = cell.piece.line
        over = [s for s in self.open if cell.x0 < s.x1 and cell.x1 > s.x0 - 2 and self.apart(s.last, here) <= _STALE]
        return min(over, key=lambda s: abs(s.x0 - cell.x0)) if over else None

    def beside(self, number: int, cell: Cell) -> Slot | None:
        """The open slot to whose right the cell stands."""
        left = [s for s in self.open if s.x0 < cell.x0 and self.apart(s.last, number) <= _STALE]
        here = [s for s in left if s.last >= number]
        return max(here or left, key=lambda s: (s.line, s.x0)) if left else None

    def near(self, number: int, cell: Cell) -> Slot | None:
        """An open slot just above that still wants its printed name, set off by a few columns."""
        for slot in reversed(self.open):
            if (
                not slot.printed
                and not slot.typed
                and self.apart(slot.last, number) <= 2
                and min(abs(slot.x0 - cell.x0), abs(slot.x1 - cell.x0)) <= _NEAR
            ):
                return slot
        return None

    def namesake(self, number: int, piece: Piece) -> Slot | None:
        """An open slot just above, anywhere in the line, with this name after the mark and none printed yet."""
        name = str(split_title(piece)[0])
        for slot in reversed(self.open):
            wants = slot.sign and not slot.printed and slot.names and self.apart(slot.last, number) <= FAR
            if wants and agrees(str(slot.names[0][0]), name):
                return slot
        return None

    def bare_mark(self, number: int) -> Slot | None:
        last = self.out.slots[-1] if self.out.slots else None
        if (
            last is not None
            and last.by
            and not last.sign
            and not last.names
            and not last.star.strip("*")
            and self.apart(last.line, number) <= 3
        ):
            return last
        return None

    def starts_below(self, number: int) -> bool:
        """Does a signer begin further down in the same group of lines?"""
        return number in self.over_signers

    def by_below(self, number: int) -> bool:
        return any(
            c.look is Look.MARK and c.text.lower().startswith("by")
            for n in range(number + 1, number + 6)
            for c in self.cells.get(n, ())
        )

    def is_known(self, words: str) -> bool:
        return plain(words) in self.registrants
