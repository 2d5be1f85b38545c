"""What belongs to one signer: the cells of a part gathered by column and by nearness.

/s/ Ann B. Carver    President and      May 4, 1999       a slot opens at a mark, a star, By: or a name;
-----------------    Director                             what stands below it in its column, or to the
Ann B. Carver                                             right of it, is its own until the next one opens
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..dates import find_dates, parse_date
from ..names import looks_like_person
from ..span import Piece
from ..titles import begins_title, is_area, is_title
from .cells import ATTORNEY, MARK, Cell, Look, key_of
from .pages import Kind
from .people import alike, plain, same_name, split_title, unglue

_THROUGH = re.compile(
    r"(?P<name>[^\n]{4,60}?),?\s+by:?\s+(?:/s/\s*)?(?P<attorney>[^\n]{4,60}?)[\s,(]+(?:as\s+|his\s+"
    r"|her\s+)*attorney",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?P<name>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)?),\s+(?P<office>.+)$")  # "Carver, President"
_PLURAL = re.compile(r"s\W*$", re.IGNORECASE)
_EMPTY = re.compile(r"[-_=\s.]*")
_STAR_END = re.compile(r"[\s)]*(\*+)\s*\)?$")
_STALE = 12  # lines after which nothing belongs to a slot any more
_FAR = 8  # lines by which the printed name may stand below its mark
_NEAR = 12  # columns by which a printed name may be set off from its mark
_TITLE_ABOVE = re.compile(
    r"(?:[,;&(–-]|\band|\bof|\bthe|\bVice|\bChief|\bSenior|\bExecutive|\bPrincipal)\s*$", re.IGNORECASE
)
_ORGANIZATION = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|l\.?l\.?c|l\.?l\.?p|l\.?p|ltd|limited|plc|trust|bank"
    r"|bancorp|bancshares|n\.?\s?a|n\.?v|s\.?a|a\.?g|fund|partners|partnership"
    r"|association|associates|group|holdings?|industries|systems|technologies|committee|plan|enterprises"
    r"|services|reit|s\.?p\.?a|gmbh|b\.?v|f\.?s\.?b|s\.?e)\b\.?",
    re.IGNORECASE,
)
_CHAIN = re.compile(
    r"^\W*(?:its|as|the|a|in its capacity as|solely)\b.{0,40}\b(?:partner|manager|member|trustee"
    r"|administrator|sponsor|adviser|advisor|depositor|agent|owner|servicer)\b",
    re.IGNORECASE,
)


@dataclass(eq=False, slots=True)
class Slot:
    """All that was found of one signer, in the making. ``names``: pieces with whether they stand below a rule."""

    x0: int
    x1: int
    line: int
    last: int
    by: bool = False
    starred_by: bool = False
    sign: bool = False
    star: str = ""
    mark: Piece | None = None
    names: list[tuple[Piece, bool]] = field(default_factory=list)
    ruled: bool = False
    titles: list[Piece] = field(default_factory=list)
    stacked: bool = False  # its titles stand below the name, in its own column
    date: tuple[str, Piece] | None = None
    date_parts: list[Piece] = field(default_factory=list)
    heading: Piece | None = None
    organization: tuple[Piece, ...] = ()
    attorney: Piece | None = None  # "/s/ X by Y, attorney-in-fact"
    bracketed: bool = False

    @property
    def typed(self) -> bool:
        """Opened by a name alone."""
        return not (self.by or self.sign or self.star or self.mark)

    @property
    def printed(self) -> bool:
        """Has it the name that is printed below or beside the mark."""
        names = self.names[1:] if self.sign else self.names
        if self.ruled and self.sign:
            return any(below for _, below in names)
        return any(below or looks_like_person(str(p)) for p, below in names)


@dataclass(slots=True)
class Gathered:
    """The slots of a part, and the dates that belong to no one slot."""

    slots: list[Slot] = field(default_factory=list)
    dates: list[tuple[str, Piece]] = field(default_factory=list)
    bracket: tuple[str, Piece] | None = None


class Gatherer:
    """Walks the lines of a part."""

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
        self.date_parts: list[Piece] = []

    def gather(self) -> Gathered:
        numbers = sorted(self.cells)
        braced = [c for row in self.cells.values() for c in row if c.bracket and c.look is Look.DATE]
        self.brace = len(braced) == 1  # one date for all that the brace takes in
        for i, number in enumerate(numbers):
            self.gap = i == 0 or number - numbers[i - 1] > 1
            if self.gap:
                self.grid_heading = None
            self.read_line(number, self.cells[number])
        return self.out

    # -- one line

    def read_line(self, number: int, row: tuple[Cell, ...]) -> None:
        cells = [c for c in row if c.look is not Look.NOISE]
        if not cells:
            return
        if all(c.look is Look.HEADER for c in cells) and (len(cells) > 1 or (self.gap and not cells[0].text.endswith(":"))):
            self.open, self.pending = [], []
            return
        if len(cells) == 1 and cells[0].look is Look.HEADING:
            self.heading, self.open, self.pending = cells[0].piece, [], []
            self.organization = [] if self.kind is Kind.PERSONS else self.organization
            return
        rest: list[Cell] = []
        for cell in cells:
            if not self.read_person(number, cell):
                rest.append(cell)
        for cell in rest:
            if cell.look in (Look.TITLE, Look.TEXT, Look.KEY):
                self.read_words(number, cell)
            elif cell.look is Look.HEADING:
                self.read_side_heading(cell)
        for cell in rest:
            if cell.look in (Look.DATE, Look.DATE_PART):
                self.read_date(number, cell)

    def read_person(self, number: int, cell: Cell) -> bool:
        """Takes a mark, a rule or a name; False where the cell is something else."""
        if cell.look is Look.MARK:
            self.read_mark(number, cell)
        elif cell.look is Look.RULE:
            slot = self.under(cell) or self.bare_mark(number)
            if slot is not None and (slot.last >= number - 2 or not slot.printed):
                slot.ruled = True
                self.touch(slot, number, cell)
        elif self.is_organization(number, cell):
            self.read_organization(number, cell)
        elif cell.look is Look.NAME:
            self.read_name(number, cell, cell.piece)
        elif cell.look is Look.KEY and key_of(cell.text)[0].endswith("name"):
            self.read_key_name(number, cell)
        elif cell.look is Look.TEXT and self.is_named(cell):
            self.read_name(number, cell, cell.piece)
        else:
            return False
        return True

    def is_named(self, cell: Cell) -> bool:
        slot = self.under(cell)
        if slot is not None and slot.stacked and not self.gap:
            name, _ = split_title(cell.piece)
            return looks_like_person(str(name)) and str(name) != cell.text and not slot.titles
        return split_title(cell.piece)[1] is not None

    def read_mark(self, number: int, cell: Cell) -> None:
        words = cell.text
        match = MARK.match(words)
        assert match is not None or words
        end = match.end() if match else 0
        by = bool(match and match["by"])
        star = "".join(((match["star"] or "") + (match["star2"] or "")).split()) if match else ""
        sign = bool(match and match["sign"])
        piece = cell.piece.sub(end, len(words)).strip()
        bare = str(piece)
        if _EMPTY.fullmatch(bare):
            self.read_empty_mark(number, cell, by, star, sign)
            return
        if "_" in bare:
            piece = piece.strip("_ ")
            bare = str(piece)
        if tail := _STAR_END.search(bare):
            star = star or tail[1]
            piece = piece.sub(0, tail.start())
        if by and not sign and not looks_like_person(str(split_title(piece)[0])) and _ORGANIZATION.search(str(piece)):
            self.organization_line = number
            return  # By: X LLC, its general partner: the chain, not a signer
        slot = self.bare_mark(number) if sign else self.namesake(number, piece) if by else None
        if slot is None:
            slot = self.start(number, cell)
        slot.by, slot.sign, slot.star = slot.by or by, slot.sign or sign, slot.star or star
        slot.starred_by = bool(by and match and match["star"].strip())
        slot.mark = cell.piece
        self.touch(slot, number, cell)
        self.take_name(slot, piece)

    def read_empty_mark(self, number: int, cell: Cell, by: bool, star: str, sign: bool) -> None:
        """By: or a star or /s/ with no name beside it, perhaps with the line to sign on."""
        slot = self.under(cell)
        if by and slot is not None and slot.sign and not slot.printed and not star:
            slot.by, slot.ruled = True, True  # the mark stands above the line
            return
        slot = self.start(number, cell)
        slot.by, slot.star, slot.sign = by, star, sign
        slot.starred_by = by and bool(star)
        slot.mark = cell.piece
        slot.ruled = bool(re.search(r"[-_]{3,}", cell.text))

    def bare_mark(self, number: int) -> Slot | None:
        last = self.out.slots[-1] if self.out.slots else None
        if (
            last is not None
            and last.by
            and not last.sign
            and not last.names
            and not last.star.strip("*")
            and number - last.line <= 2
        ):
            return last
        return None

    def read_name(self, number: int, cell: Cell, piece: Piece) -> None:
        slot = self.under(cell)
        beside = self.beside(number, cell)
        if (
            slot is None
            and beside is not None
            and beside.last == number
            and beside.titles
            and _TITLE_ABOVE.search(str(beside.titles[-1]))
        ):
            beside.titles.append(piece)  # "General Manager," / "Climate Control Division"
            return
        slot = slot or self.near(number, cell) or self.namesake(number, piece)
        if slot is None or not self.accepts(slot, number, piece):
            slot = self.start(number, cell)
        self.touch(slot, number, cell)
        self.take_name(slot, piece)

    def read_key_name(self, number: int, cell: Cell) -> None:
        _, at = key_of(cell.text)
        value = cell.piece.sub(at, len(cell.text)).strip()
        slot = self.under(cell) or (self.open[-1] if self.open else None)
        if not str(value):
            return
        if slot is None or (slot.printed and slot.titles):
            slot = self.start(number, cell)
        self.touch(slot, number, cell)
        name, title = split_title(value)
        slot.names.append((name, True))
        if title is not None:
            slot.titles.append(title)
        slot.stacked = True

    def accepts(self, slot: Slot, number: int, piece: Piece) -> bool:
        """Is a name that stands in the slot's column its own (else another signer begins)?"""
        if slot.stacked and slot.titles:
            again = slot.sign and len(slot.names) == 1 and number - slot.last <= 2
            return again and same_name(str(slot.names[0][0]), str(split_title(piece)[0]))
        if not slot.sign and len(slot.names) == 1 and number - slot.last <= 2:
            again = same_name(str(slot.names[0][0]), str(split_title(piece)[0]))
            return (again and not (self.gap and self.titled(number, piece))) or (
                slot.typed and slot.ruled and not self.gap
            )
        if slot.typed:
            return False
        if (
            slot.sign
            and slot.printed
            and not slot.ruled
            and not slot.titles
            and number - slot.last == 1
            and len(slot.names) == 2
        ):
            wrapped = " ".join(p.words for p, _ in slot.names)
            return alike(wrapped, str(split_title(piece)[0])) >= 0.8  # the conformed name took two lines
        return not slot.printed

    def titled(self, number: int, piece: Piece) -> bool:
        """Has the name a title to its right on the same line?"""
        return any(c.look is Look.TITLE and c.x0 > piece.column for c in self.cells[number])

    def take_name(self, slot: Slot, piece: Piece) -> None:
        if not str(piece).strip():
            return
        if slot.sign and (through := _THROUGH.match(str(piece))):
            slot.attorney = piece.group(through, "attorney").strip(" ,")
            slot.names.append((piece.group(through, "name"), slot.ruled))
            return
        first, second = unglue(piece) if (slot.sign or slot.star) and not slot.names else (piece, None)
        if not str(first).strip() and second is not None:
            first, second = second, None
        name, title = split_title(second if second is not None else first)
        if second is not None:
            slot.names.append((first, slot.ruled))
            slot.star = slot.star or "*" * str(piece).count("*")
        slot.names.append((name, slot.ruled or second is not None))
        if title is not None:
            slot.titles.append(title)
            slot.stacked = True

    # -- titles and other words

    def read_words(self, number: int, cell: Cell) -> None:
        piece, stacked = cell.piece, False
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
        if cell.look is Look.TEXT and (slot is None or not (slot.last == number or (not self.gap and goes_on(slot, cell.text)))):
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

    def starts_below(self, number: int) -> bool:
        """Does a signer begin further down in the same group of lines?"""
        number += 1
        while number in self.cells:
            if any(c.look in (Look.MARK, Look.NAME) for c in self.cells[number]):
                return True
            number += 1
        return False

    def read_side_heading(self, cell: Cell) -> None:
        """ "Directors" beside a list of names: for all of the list that have no title."""
        self.grid_heading = cell.piece
        for slot in reversed(self.out.slots):
            if slot.titles or slot.heading is not None or (not slot.typed and not slot.star):
                break
            slot.heading = cell.piece

    # -- dates

    def read_date(self, number: int, cell: Cell) -> None:
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
            if iso and parts[-1].line - parts[0].line <= _FAR:
                self.out.dates.append((iso, Piece(piece.text, parts[0].start, parts[-1].end)))
                return

    def dated(self, number: int, cell: Cell) -> Slot | None:
        own = self.under(cell)
        here = [s for s in self.open if s.last == number and s.date is None]
        if own is not None and own.date is None and (own.last >= number - 2 or not here):
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

    # -- organizations

    def is_organization(self, number: int, cell: Cell) -> bool:
        """Is the cell the name of the party signed for: it stands before the signer, or is known as a registrant."""
        if cell.look not in (Look.NAME, Look.TEXT, Look.TITLE) or ATTORNEY.search(cell.text):
            return False
        if self.is_known(cell.text):
            return True
        if self.kind is Kind.PERSONS or self.kind is Kind.APPOINTMENT:
            by = any(
                c.look is Look.MARK and c.text.lower().startswith("by")
                for n in range(number, number + 4)
                for c in self.cells.get(n, ())
            )
            return (
                cell.look is Look.TEXT
                and by
                and _ORGANIZATION.search(cell.text) is not None
                and self.under(cell) is None
                and split_title(cell.piece)[1] is None
            )
        if self.organization and number - self.organization_line <= 1 and not self.signed_for:
            return not _CHAIN.match(cell.text) or True
        if not self.out.slots:
            return True
        slot = self.out.slots[-1]
        fresh = number > slot.last + 1 or self.gap
        return (
            fresh
            and cell.look is Look.TEXT
            and _ORGANIZATION.search(cell.text) is not None
            and self.starts_below(number)
        )

    def is_known(self, words: str) -> bool:
        return plain(words) in self.registrants

    def read_organization(self, number: int, cell: Cell) -> None:
        if _CHAIN.match(cell.text):
            self.organization_line = number
            return
        if self.is_known(cell.text) and self.open and not self.gap:
            return  # the company's name under the signer's title
        if self.kind in (Kind.PERSONS, Kind.APPOINTMENT) and self.is_known(cell.text) and not self.by_below(number):
            return  # a running head
        if self.signed_for or (number - self.organization_line > 2 and not self.known_start(cell)):
            if self.signed_for:
                self.organization, self.signed_for = [], False
        if (
            self.organization
            and self.organization_line < number - 1
            and not self.signed_for
            and self.organization_line >= 0
            and self.chained(number)
        ):
            return
        self.organization.append(cell.piece)
        self.organization_line = number

    def by_below(self, number: int) -> bool:
        return any(
            c.look is Look.MARK and c.text.lower().startswith("by")
            for n in range(number + 1, number + 6)
            for c in self.cells.get(n, ())
        )

    def known_start(self, cell: Cell) -> bool:
        return bool(self.organization) and cell.x0 == self.organization[-1].column

    def chained(self, number: int) -> bool:
        """Between the organization and this line stood "By: X LLC,": this line goes on about X."""
        return any(c.look is Look.MARK for c in self.cells.get(self.organization_line, ()))

    # -- slots

    def start(self, number: int, cell: Cell) -> Slot:
        slot = Slot(cell.x0, cell.x1, number, number, heading=self.heading or self.grid_heading)
        self.open = [s for s in self.open if s.x1 <= cell.x0 - 1 or s.x0 >= cell.x1 + 1]
        self.open = [s for s in self.open if s.line == number or s.x0 != cell.x0]
        if (self.kind is not Kind.PERSONS and self.kind is not Kind.APPOINTMENT) or self.organization:
            slot.organization = tuple(self.organization)
        self.signed_for = True
        if self.heading is not None and not _PLURAL.search(str(self.heading)):
            self.heading = None  # in the singular: for one signer
        for waiting in self.pending:
            if waiting.look is Look.DATE:
                found = find_dates(waiting.piece)
                slot.date = slot.date or (found[0] if found else None)
            else:
                slot.titles.append(waiting.piece)
        self.pending = []
        self.out.slots.append(slot)
        self.open.append(slot)
        return slot

    def touch(self, slot: Slot, number: int, cell: Cell) -> None:
        slot.last = number
        slot.x0, slot.x1 = min(slot.x0, cell.x0), max(slot.x1, cell.x1)
        slot.bracketed = slot.bracketed or cell.bracket

    def under(self, cell: Cell) -> Slot | None:
        """The open slot in whose column the cell stands."""
        fresh = cell.piece.line - _STALE
        over = [s for s in self.open if cell.x0 < s.x1 and cell.x1 > s.x0 - 2 and s.last >= fresh]
        return min(over, key=lambda s: abs(s.x0 - cell.x0)) if over else None

    def beside(self, number: int, cell: Cell) -> Slot | None:
        """The open slot to whose right the cell stands."""
        left = [s for s in self.open if s.x0 < cell.x0 and s.last >= number - _STALE]
        here = [s for s in left if s.last >= number]
        return max(here or left, key=lambda s: (s.line, s.x0)) if left else None

    def namesake(self, number: int, piece: Piece) -> Slot | None:
        """An open slot just above, anywhere in the line, with this name after the mark and none printed yet."""
        name = str(split_title(piece)[0])
        for slot in reversed(self.open):
            if slot.sign and not slot.printed and slot.names and number - slot.last <= _FAR:
                if alike(str(slot.names[0][0]), name) >= 0.75:
                    return slot
        return None

    def near(self, number: int, cell: Cell) -> Slot | None:
        """An open slot just above that still wants its printed name, set off by a few columns."""
        for slot in reversed(self.open):
            if (
                not slot.printed
                and not slot.typed
                and number - slot.last <= 2
                and min(abs(slot.x0 - cell.x0), abs(slot.x1 - cell.x0)) <= _NEAR
            ):
                return slot
        return None


def goes_on(slot: Slot, words: str) -> bool:
    """Do the words go on with the slot's last title: it wants more, or they begin as no title begins by itself?"""
    before = " ".join(p.words for p in slot.titles)
    if not before:
        return False
    wanting = _TITLE_ABOVE.search(before) is not None or before.count("(") > before.count(")")
    short = len(words.split()) <= 5
    return wanting or (words[:1].islower() and short) or words[:1] in "(&" or is_area(words)


def whole_date(slot: Slot) -> tuple[str, tuple[Piece, ...]] | None:
    """The slot's date, joined where it was wrapped over lines."""
    if slot.date is not None:
        return slot.date[0], (slot.date[1],)
    if slot.date_parts:
        iso = parse_date(" ".join(p.words for p in slot.date_parts))
        if iso:
            return iso, tuple(slot.date_parts)
    return None
