"""The signers of a part gathered line by line: marks, stars, By: lines and names, each with what follows it.

/s/ Ann B. Carver     *By: /s/ Lemuel Oakes     By: ________________     LEMUEL OAKES*
"""

from __future__ import annotations

import re
from itertools import pairwise

from ..names import looks_like_person
from ..span import Piece
from ..titles import begins_title
from .cells import ATTORNEY, MARK, Cell, Look, key_of
from .organizations import Organizations, is_chain
from .pages import Kind
from .people import alike, same_name, split_title, unglue
from .slots import Gathered, Slot, ends_in_of
from .words import Words

_THROUGH = re.compile(
    r"(?P<name>[^\n]{4,60}?),?\s+by:?\s+(?:/s/\s*)?(?P<attorney>[^\n]{4,60}?)[\s,(]+(?:as\s+|his\s+"
    r"|her\s+)*attorney",
    re.IGNORECASE,
)
_FOR = re.compile(r"(?P<attorney>[A-Z][^\n]{3,60}?)\s+for:?$")  # /s/ Ann Carver for: the name is printed below
_GIVEN = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z]\.?){0,2}|(?:[A-Z]\.\s?){1,2}")  # a name broken after it: "Michael S."
_REST = re.compile(r"[A-Z]\.|(?:[A-Z]\.?\s){0,2}[A-Z][\w'’-]+(?:,?\s(?:Jr|Sr|II|III|IV)\.?)?")
_SAME = 0.75  # how alike the name after the mark must be to the one printed beside it
_FAR = 4  # lines from a signer's last on to another page's first
_REPRESENTATIVE = re.compile(
    r"\W*(?:signatures?\s+of\s+(?:the\s+)?)?(?:duly\s+)?authori[sz]ed\s+(?:u\.?\s?s\.?\s+|united\s+states\s+)?representative"
    r"(?:\s+in\s+the\s+united\s+states)?\W*",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"[-_=\s.]*")
_STAR_END = re.compile(r"[\s)]*([*†‡]+)\s*\)?$")
_TITLE_ABOVE = re.compile(
    r"(?:[,;&(–-]|\band|\bof|\bthe|\bVice|\bChief|\bSenior|\bExecutive|\bPrincipal)\s*$", re.IGNORECASE
)
_FORM_END = re.compile(r",?\s(?:l\.?l\.?c|l\.?l\.?p|l\.?p|inc|corp|ltd|limited|corporation)\b\.?\W*$", re.IGNORECASE)
_ORGANIZATION = re.compile(
    r"\b(?:inc|incorporated|corp|corporation|company|co|l\.?l\.?c|l\.?l\.?p|l\.?p|ltd|limited|plc|trust|bank"
    r"|bancorp|bancshares|n\.?\s?a|n\.?v|s\.?a|a\.?g|fund|partners|partnership"
    r"|association|associates|group|holdings?|industries|systems|technologies|committee|plan|enterprises"
    r"|services|reit|s\.?p\.?a|gmbh|b\.?v|f\.?s\.?b|s\.?e)\b\.?",
    re.IGNORECASE,
)


class Gatherer(Organizations, Words):
    """Walks the lines of a part and gathers its signers."""

    def gather(self) -> Gathered:
        numbers = sorted(self.cells)
        braced = [c for row in self.cells.values() for c in row if c.bracket and c.look is Look.DATE]
        self.brace = len(braced) == 1  # one date for all that the brace takes in
        for i, number in enumerate(numbers):
            self.gap = i == 0 or number - numbers[i - 1] > 1
            if self.gap:
                self.grid_heading = None
            if not self.is_aside(number):
                self.read_line(number, self.cells[number])
        self.head_rest()
        _date_lists(self.out.slots)
        return self.out

    def read_line(self, number: int, row: tuple[Cell, ...]) -> None:
        cells = [c for c in row if c.look is not Look.NOISE]
        if not cells:
            return
        if self.is_over(number, cells) or self.goes_on_name(number, cells):
            return
        if all(c.look is Look.HEADER for c in cells) and (
            len(cells) > 1 or (self.gap and not cells[0].text.endswith(":"))
        ):
            self.open, self.pending = [], []
            return
        if self.heads_representative(number, cells):
            self.heading, self.open, self.pending, self.organization = cells[0].piece, [], [], []
            return
        if self.goes_on_office(number, cells[0]):
            cells = cells[1:]
            if not cells:
                return
        if cells[0].look is Look.HEADING and all(c.look is Look.DATE for c in cells[1:]):
            self.heading, self.open, self.pending = cells[0].piece, [], cells[1:]
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
            if cell.look in (Look.DATE, Look.DATE_PART, Look.DITTO):
                self.read_date(number, cell)

    def is_over(self, number: int, cells: list[Cell]) -> bool:
        """Is this line the next page's: far below a signer who has all, with no other signer below it?"""
        last = self.out.slots[-1] if self.out.slots else None
        if last is None or self.kind is not Kind.PERSONS or not (last.sign and last.names and last.titles):
            return False
        lines = [s.line for s in self.open] + [p.line for p, _ in last.names] + [p.line for p in last.titles]
        return (
            number - max(lines) > _FAR
            and len(cells) == 1
            and cells[0].look in (Look.TEXT, Look.NAME, Look.HEADING, Look.TITLE)
            and not any(
                c.look is Look.RULE for n in (number - 1, number + 1) for c in self.cells.get(n, ())
            )  # the line of one who has not signed
            and not (self.starts_below(number) and (looks_like_person(cells[0].text) or self.marks_below(number)))
        )

    def heads_representative(self, number: int, cells: list[Cell]) -> bool:
        """Is the line a heading over the one who signs last, of whom no sentence of its own speaks?"""
        last = self.out.slots[-1] if self.out.slots else None
        if (
            last is None
            or self.kind is not Kind.PERSONS
            or len(cells) > 1
            or not _REPRESENTATIVE.fullmatch(cells[0].text)
        ):
            return False
        return bool(last.titles) and self.by_below(number)

    def goes_on_office(self, number: int, cell: Cell) -> bool:
        """Takes the end of an office that reads as a heading by itself ("Chairman of the" / "Board of Directors")."""
        slot = self.under(cell) if cell.look is Look.HEADING else None
        if slot is None or not ends_in_of(slot, number):
            return False
        slot.titles.append(cell.piece)
        self.touch(slot, number, cell)
        return True

    def goes_on_name(self, number: int, cells: list[Cell]) -> bool:
        """Takes a line that goes on with a name broken after its given names, wherever it begins."""
        slot = self.out.slots[-1] if self.out.slots else None
        if slot is None or not slot.names or len(cells) > 1 or number - slot.last != 1:
            return False
        last, below = slot.names[-1]
        given, rest = last.words, cells[0].piece.words
        if cells[0].look not in (Look.NAME, Look.TEXT) or not _GIVEN.fullmatch(given) or not _REST.fullmatch(rest):
            return False
        if given.split()[0].casefold() in rest.casefold().split() or begins_title(rest) or self.is_known(rest):
            return False
        slot.names.append((cells[0].piece, below))
        self.touch(slot, number, cells[0])
        return True

    def marks_below(self, number: int) -> bool:
        return any(c.look is Look.MARK for n, row in self.cells.items() if n > number for c in row)

    def read_person(self, number: int, cell: Cell) -> bool:
        """Takes a mark, a rule or a name; False where the cell is something else."""
        if cell.look is Look.MARK:
            self.read_mark(number, cell)
        elif cell.look is Look.RULE:
            slot = self.under(cell) or self.bare_mark(number)
            if slot is not None and slot.titles and self.is_left_blank(number, slot):
                self.start(number, cell).ruled = True  # a line that is left unsigned, its title beside it
            elif slot is not None and (self.apart(slot.last, number) <= 2 or not slot.printed):
                slot.ruled = True
                self.touch(slot, number, cell)
        elif self.is_organization(number, cell):
            self.read_organization(number, cell)
        elif cell.look is Look.NAME:
            self.read_name(number, cell, cell.piece)
        elif cell.look is Look.KEY and "name" in key_of(cell.text)[0]:
            self.read_key_name(number, cell)
        elif cell.look is Look.TEXT and self.is_named(cell):
            self.read_name(number, cell, cell.piece)
        else:
            return False
        return True

    def is_left_blank(self, number: int, slot: Slot) -> bool:
        """Is a rule the line that another person, named below it, left unsigned: the slot above is whole?"""
        below = [
            c for c in self.cells.get(number + 1, ()) if c.x0 < slot.x1 and (c.look is Look.NAME or self.is_both(c))
        ]
        signed = slot.sign or (self.gap and len(slot.names) > 1)
        drawn = slot.ruled and len(slot.names) < 2  # its own line, over the printed name
        if drawn or not signed or len(slot.names) < (1 if self.gap else 2) or not below:
            return False
        conformed, printed = str(slot.names[0][0]), str(slot.names[min(1, len(slot.names) - 1)][0])
        beside = any(c.look is Look.TITLE for c in self.cells[number]) or self.is_both(below[0])
        return beside and alike(conformed, printed) >= _SAME > alike(conformed, str(split_title(below[0].piece)[0]))

    def is_both(self, cell: Cell) -> bool:
        """Does the cell hold a name and an office behind it?"""
        return cell.look is Look.TEXT and split_title(cell.piece)[1] is not None

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
        if bare.endswith(("”", '"')) and bare.count(bare[-1]) % 2 and "“" not in bare:
            piece = piece.sub(0, len(bare) - 1)
            bare = str(piece)
        if tail := _STAR_END.search(bare):
            star = star or tail[1]
            piece = piece.sub(0, tail.start())
        firm = _FORM_END.search(bare) or not looks_like_person(str(split_title(piece)[0]))
        organization = firm and _ORGANIZATION.search(bare)
        if by and not sign and (organization or is_chain(bare)):
            self.organization_line = number
            return  # By: X LLC, its general partner: the chain, not a signer
        if by and not sign and self.is_signed_by(number, cell, piece):
            return
        if self.signs_beside(number, cell, piece):
            return
        slot = self.bare_mark(number) if sign else self.namesake(number, piece) if by else None
        if slot is None:
            slot = self.start(number, cell)
        slot.by, slot.sign, slot.star = slot.by or by, slot.sign or sign, slot.star or star
        slot.starred_by = bool(by and match and match["star"].strip())
        slot.mark = cell.piece
        self.touch(slot, number, cell)
        self.take_name(slot, piece)

    def is_signed_by(self, number: int, cell: Cell, piece: Piece) -> bool:
        """Takes "by X," below a signature that X gives for another, over "Attorney-in-Fact"."""
        slot = self.under(cell) if self.kind is Kind.PERSONS else None
        below = self.cells.get(number + 1, ())
        if slot is None or not slot.sign or slot.printed or not looks_like_person(str(piece)):
            return False
        if slot.last != number - 1 or not (below and ATTORNEY.match(below[0].text)):
            return False
        slot.attorney = piece.strip(" ,")
        self.touch(slot, number, cell)
        return True

    def signs_beside(self, number: int, cell: Cell, piece: Piece | None) -> bool:
        """Is the mark in a column of its own, beside the name printed first? Then it is given to that name."""
        typed = [s for s in self.open if s.line == number and s.typed and s.x1 < cell.x0 and s.names]
        if len(typed) != 1:
            return False
        slot = typed[0]
        match = MARK.match(cell.text)
        if piece is None:
            between = any(c.look is Look.TITLE and slot.x1 <= c.x0 < cell.x0 for c in self.cells[number])
            if not between:
                return False
            slot.star = cell.text.strip()
        elif match and match["sign"] and alike(str(slot.names[0][0]), str(piece)) >= _SAME:
            slot.names = [(piece, False), *((p, True) for p, _ in slot.names)]
            slot.sign = True
        else:
            return False
        slot.mark = cell.piece
        return True

    def read_empty_mark(self, number: int, cell: Cell, by: bool, star: str, sign: bool) -> None:
        """By: or a star or /s/ with no name beside it, perhaps with the line to sign on."""
        if star and not by and self.signs_beside(number, cell, None):
            return
        slot = self.under(cell)
        if by and slot is not None and slot.sign and not slot.printed and not star:
            slot.by, slot.ruled = True, True  # the mark stands above the line
            return
        slot = self.start(number, cell)
        slot.by, slot.star, slot.sign = by, star, sign
        slot.starred_by = by and bool(star) and cell.text.lstrip("_ ")[:1] in "*†‡"  # "By: *": it is signed for him
        slot.mark = cell.piece
        slot.ruled = bool(re.search(r"[-_]{3,}", cell.text))

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
        if slot.typed and slot.ruled and not slot.names:
            return True  # below the line that was left unsigned
        if slot.stacked and slot.titles:
            again = slot.sign and len(slot.names) == 1 and self.apart(slot.last, number) <= 2
            return again and same_name(str(slot.names[0][0]), str(split_title(piece)[0]))
        if not slot.sign and len(slot.names) == 1 and self.apart(slot.last, number) <= 2:
            if not looks_like_person(str(slot.names[0][0])):
                return True  # the given name stood on a line of its own
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
        if slot.sign and not slot.names and (signer := _FOR.match(str(piece))) and looks_like_person(signer[1]):
            slot.attorney = piece.group(signer, "attorney")
            return
        first, second = unglue(piece) if (slot.sign or slot.star) and not slot.names else (piece, None)
        if not str(first).strip() and second is not None:
            first, second = second, None
        name, title = split_title(second if second is not None else first)
        if second is None and title is not None and slot.sign and not slot.names:
            first, second = unglue(name)  # both names before the office, all in one cell
            name = second if second is not None else name
        if second is not None:
            slot.names.append((first, slot.ruled))
            slot.star = slot.star or "*" * str(piece).count("*")
        slot.names.append((name, slot.ruled or second is not None))
        if title is not None:
            slot.titles.append(title)
            slot.stacked = True


def _date_lists(slots: list[Slot]) -> None:
    """Names that stand one below another under one heading, the date once beside the first: it holds for all."""
    for above, slot in pairwise(slots):
        listed = slot.heading is not None and slot.heading is above.heading and slot.line - above.line == 1
        if listed and slot.x0 == above.x0 and not slot.titles and not slot.date_parts and slot.date is None:
            slot.date = above.date
