"""What belongs to one signer, in the making.

/s/ Ann B. Carver    President and      May 4, 1999       a slot opens at a mark, a star, By: or a name;
-----------------    Director                             what stands below it in its column, or to the
Ann B. Carver                                             right of it, is its own until the next one opens
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..dates import parse_date
from ..names import looks_like_person
from ..span import Piece
from ..titles import is_area

_TITLE_ABOVE = re.compile(
    r"(?:[,;&(–-]|\band|\bof|\bthe|\bVice|\bChief|\bSenior|\bExecutive|\bPrincipal)\s*$", re.IGNORECASE
)
_OF = re.compile(r"\bof(?:\s+(?:the|its|our))?\s*$", re.IGNORECASE)


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
        names = self.names[1 if self.sign else 0 : _MOST_NAMES]
        if self.ruled and self.sign:
            return any(below for _, below in names)
        return any(below or looks_like_person(str(p)) for p, below in names)


_MOST_NAMES = 8  # that are looked at in one slot: nobody's name is printed so often
_MOST_LINES = 30  # of one title: more are no title, and looking at all of them again for each takes ever longer


@dataclass(slots=True)
class Gathered:
    """The slots of a part, and the dates that belong to no one slot."""

    slots: list[Slot] = field(default_factory=list)
    dates: list[tuple[str, Piece]] = field(default_factory=list)
    bracket: tuple[str, Piece] | None = None


def goes_on(slot: Slot, words: str) -> bool:
    """Do the words go on with the slot's last title: it wants more, or they begin as no title begins by itself?"""
    before = " ".join(p.words for p in slot.titles[-_MOST_LINES:])
    if not before:
        return False
    wanting = _TITLE_ABOVE.search(before) is not None or before.count("(") > before.count(")")
    short = len(words.split()) <= 5
    return wanting or (words[:1].islower() and short) or words[:1] in "(&" or is_area(words)


def ends_in_of(slot: Slot, number: int) -> bool:
    """Does the slot's title, on the line above this one, want what it is the office of ("Chairman of the")?"""
    last = slot.titles[-1] if slot.titles else None
    return last is not None and number - last.line == 1 and _OF.search(str(last)) is not None


def whole_date(slot: Slot) -> tuple[str, tuple[Piece, ...]] | None:
    """The slot's date, joined where it was wrapped over lines."""
    if slot.date is not None:
        return slot.date[0], (slot.date[1],)
    if slot.date_parts:
        iso = parse_date(" ".join(p.words for p in slot.date_parts))
        if iso:
            return iso, tuple(slot.date_parts)
    return None
