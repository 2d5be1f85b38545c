"""Titles and dates given to the signer they belong to.

                            President and          a title that stands above its signer waits for him;
 Ann B. Carver*          Chief Executive Officer   one that is wrapped goes on in its column
(Ann B. Carver)
"""

from __future__ import annotations

import re

from ..dates import find_dates, parse_date
from ..span import Piece
from ..titles import begins_title, is_area, is_title
from .cells import Cell, Look, key_of
from .columns import FAR, PLURAL, Columns
from .pages import Kind
from .slots import Slot, ends_in_of, goes_on

_ENDING = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)?),\s+(?P<office>.+)$")  # "Carver, President"
_TITLE_ABOVE = re.compile(
    r"(?:[,;&(–-]|\band|\bof|\bthe|\bVice|\bChief|\bSenior|\bExecutive|\bPrincipal)\s*$", re.IGNORECASE
)
_BEING = re.compile(r"\(\s*(?:being|constituting|representing|comprising)\b", re.IGNORECASE)
_ASIDE = 6  # lines of such a remark, at most
_OF_CHAIN = re.compile(r"^\W*its\s*:?\s+(?:\w+\s+){0,2}(?:partner|manager|member|trustee|sponsor)\W*$", re.IGNORECASE)
_ORGANIZATION = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|l\.?l\.?c|l\.?l\.?p|l\.?p|ltd|limited|plc|trust|bank"
    r"|bancorp|bancshares|n\.?\s?a|n\.?v|s\.?a|a\.?g|fund|partners|partnership"
    r"|association|associates|group|holdings?|industries|systems|technologies|committee|plan|enterprises"
    r"|services|reit|s\.?p\.?a|gmbh|b\.?v|f\.?s\.?b|s\.?e)\b\.?",
    re.IGNORECASE,
)


class Words(Columns):
    """Gives titles, other words and dates to the signers."""

    def read_words(self, number: int, cell: Cell) -> None:
        piece, stacked = cell.piece, False
        if number - self.organization_line <= 1 and _OF_CHAIN.match(cell.text):
            self.organization_line = number
            return  # "By: X LLC" / "Its: General Partner"
        if cell.look is Look.KEY:
            _, at = key_of(cell.text)
            piece, stacked = cell.piece.sub(at, len(cell.text)).strip(), True
            if not str(piece):
                return
        if self.pending and self.continues(number, cell):
            self.pending.append(cell)
            return
        slot = self.under(cell)
        if slot is not None:
            self.read_below(number, cell, piece, slot)
            return
        slot = self.beside(number, cell)
        if slot is None and stacked and self.open:
            slot = self.open[-1]
        if slot is None:
            slot = self.right_of(number, cell)
            if slot is not None:
                slot.titles.append(piece)
                return
        if cell.look is Look.TEXT and (
            slot is None or not (slot.last == number or (not self.gap and goes_on(slot, cell.text)))
        ):
            return
        if slot is None or self.waits(number, slot):
            self.pending.append(cell)
            return
        slot.titles.append(piece)
        slot.last = number

    def read_below(self, number: int, cell: Cell, piece: Piece, slot: Slot) -> None:
        """Words in the slot's own column: a title, or more of a name or of a title."""
        named = slot.printed or len(slot.names) > 2
        is_office = cell.look is not Look.TEXT or ((named or is_area(str(piece))) and begins_title(str(piece)))
        if is_office and slot.titles and self.gap and self.starts_below(number) and slot.last < number - 1:
            self.pending.append(cell)
            return
        if not is_office and slot.stacked and slot.titles:
            if self.kind is Kind.REPRESENTATIVE and not slot.organization and _ORGANIZATION.search(str(piece)):
                slot.organization = (piece,)
            elif not self.gap and not self.is_known(str(piece)) and goes_on(slot, str(piece)):
                slot.titles.append(piece)
                self.touch(slot, number, cell)
            return
        ending = _ENDING.match(str(piece)) if not is_office and slot.names and not slot.printed else None
        if ending and is_title(ending["office"]):
            slot.names.append((piece.group(ending, "name"), slot.ruled))
            slot.titles.append(piece.group(ending, "office"))
            slot.stacked = True
            self.touch(slot, number, cell)
            return
        if not is_office:
            fragment = (
                len(str(piece).split()) <= 5 and not self.is_known(str(piece)) and not re.search(r"\d|:$", str(piece))
            )
            if fragment and not (self.gap and (slot.printed or slot.typed)):
                slot.names.append((piece.strip("()"), slot.ruled))
                self.touch(slot, number, cell)
            return
        slot.titles.append(piece)
        slot.stacked = True
        self.touch(slot, number, cell)

    def right_of(self, number: int, cell: Cell) -> Slot | None:
        """The signer to whose left the title stands: on this line, or on the one above with more of the title."""
        for slot in sorted((s for s in self.open if s.x0 > cell.x1), key=lambda s: s.x0):
            above = slot.titles[-1] if slot.titles else None
            goes_on_left = above is not None and above.line == number - 1 and above.column < cell.x1 <= slot.x0
            if slot.line == number or goes_on_left:
                return slot
        return None

    def continues(self, number: int, cell: Cell) -> bool:
        """Does the cell go on with a title that waits for its signer?"""
        above = self.pending[-1]
        return above.piece.line == number - 1 and above.x0 < cell.x1 and cell.x0 < above.x1

    def waits(self, number: int, slot: Slot) -> bool:
        """Does a title on a line without a signer belong to the signer below rather than to the slot?"""
        if slot.last == number and slot.line == number:
            return False
        row = self.cells[number]
        if any(c.look in (Look.MARK, Look.NAME) or (c.x0 < slot.x1 and c.look is Look.TEXT) for c in row):
            return False
        if self.gap:
            return self.starts_below(number)
        if any(c.look is Look.DATE for c in row):
            return slot.date is not None and self.starts_below(number)
        above = self.cells.get(number - 1, ())
        name_alone = above and not any(c.x0 >= slot.x1 for c in above)
        if slot.titles and name_alone and begins_title(str(row[0].piece)) and self.starts_below(number):
            return True  # the line above has the name alone: its title is over
        below = self.cells.get(number + 1, ())
        starts = [c for c in below if c.look in (Look.MARK, Look.NAME)]
        alone = starts and not any(c.look in (Look.TITLE, Look.TEXT) for c in below)
        complete = slot.printed and bool(slot.titles) and not _TITLE_ABOVE.search(str(slot.titles[-1]))
        return bool(alone) and complete and begins_title(str(row[0].piece)) and slot.last >= slot.line + 1

    def read_side_heading(self, cell: Cell) -> None:
        """ "Directors" beside a list of names: for all of the list that have no title."""
        left = self.beside(cell.piece.line, cell)
        if left is not None and ends_in_of(left, cell.piece.line):
            left.titles.append(cell.piece)  # "Chairman of the" / "Board of Directors"
            return
        right = self.right_of(cell.piece.line, cell)
        above = right.titles[-1] if right is not None and right.titles else None
        if right is not None and above is not None and above.line == cell.piece.line - 1 and above.column < cell.x1:
            right.titles.append(cell.piece)  # the last line of a title that ends in a colon
            return
        if right is not None:
            right.heading = cell.piece
            self.heading = cell.piece if PLURAL.search(cell.text) else None
            return
        self.grid_heading = cell.piece
        if self.brace and PLURAL.search(cell.text):
            self.braced_heading = len(self.out.slots), cell.piece
        for slot in reversed(self.out.slots):
            signed = slot.sign and self.brace and PLURAL.search(cell.text)
            if slot.titles or slot.heading is not None or not (slot.typed or slot.star or signed):
                break
            slot.heading = cell.piece

    def is_aside(self, number: int) -> bool:
        """Is the line of a remark in brackets about those who signed: "(Being a majority of the directors and ...)"?"""
        words = " ".join(cell.text for cell in self.cells[number])
        if _BEING.match(words) and ")" not in words:
            self.aside = number + _ASIDE
        elif number > self.aside:
            return False
        if ")" in words:
            self.aside = -1
        return True

    def head_rest(self) -> None:
        """Gives "Directors", which stands beside the middle of a brace, to the signers of its lower half."""
        above, heading = self.braced_heading or (0, None)
        for slot in self.out.slots[above:] if heading is not None else ():
            if slot.titles or slot.heading is not None or not slot.sign:
                break
            slot.heading = heading

    def read_date(self, number: int, cell: Cell) -> None:
        if cell.look is Look.DITTO:
            dated = [s for s in self.out.slots if s.date is not None]
            here = self.beside(number, cell)
            if dated and here is not None and here.date is None:
                here.date = dated[-1].date
            return
        if cell.look is Look.DATE_PART:
            slot = self.under(cell) or self.beside(number, cell)
            if slot is not None and slot.date is None:
                slot.date_parts.append(cell.piece)
            elif slot is None:
                self.read_loose_part(cell.piece)
            return
        found = find_dates(cell.piece)
        if not found:
            return
        if cell.bracket and self.brace:
            self.out.bracket = found[0]
            return
        slot = self.dated(number, cell)
        if slot is None:
            self.out.dates.append(found[0])
            if self.starts_below(number):
                self.pending.append(cell)
            return
        slot.date = found[0]
        slot.last = max(slot.last, number) if slot.last >= number - 1 else slot.last

    def read_loose_part(self, piece: Piece) -> None:
        """A date wrapped over lines that belongs to no slot yet."""
        self.date_parts.append(piece)
        for first in range(max(0, len(self.date_parts) - 3), len(self.date_parts)):
            parts = self.date_parts[first:]
            iso = parse_date(" ".join(p.words for p in parts))
            if iso and self.apart(parts[0].line, parts[-1].line) <= FAR:
                self.out.dates.append((iso, Piece(piece.text, parts[0].start, parts[-1].end)))
                return

    def dated(self, number: int, cell: Cell) -> Slot | None:
        own = self.under(cell)
        here = [s for s in self.open if s.last == number and s.date is None]
        if own is not None and own.date is None and (self.apart(own.last, number) <= 2 or not here):
            return own
        left = [s for s in here if s.x0 < cell.x0]
        if left:
            return max(left, key=lambda s: s.x0)
        if here:
            return min(here, key=lambda s: s.x0)
        if any(c.look in (Look.TITLE, Look.TEXT) for c in self.cells[number]) and self.pending:
            return None
        beside = self.beside(number, cell)
        if beside is not None and beside.date is None and not (self.gap and self.starts_below(number)):
            return beside
        return None
