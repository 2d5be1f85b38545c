"""The legend of an exhibit list: marks, numbers and codes, each with what it stands for.

::

    *  Previously filed
    (1)  Incorporated by reference to Registration Statement No. 33-54321
    97K      Incorporated by reference to the exhibit of that number in the 1997 Form 10-K
"""

from __future__ import annotations

import re

from .grammar import CODE, EXPLAINS, LEGEND, TELLS, mark_key
from .state import State

_OPENING = re.compile(r"exhibits?\s*[.:]\s", re.I)  # of the part of an item that lists the exhibits


class Notes(State):
    """Reads the notes below and between the rows."""

    def alone(self, number: int, raw: str) -> bool:
        """A mark alone on its line, which the next line explains."""
        following = next(
            (n for n in range(number + 1, min(len(self.text.lines), number + 4)) if self.text.lines[n].strip()), None
        )
        explains = TELLS if raw.strip(" ()").isalpha() else EXPLAINS  # a letter may open a part of the item, too
        if (
            following is None
            or not explains.match(self.text.lines[following].strip())
            or not (self.row or self.listing.rows)
        ):
            return False
        self.close()
        self.legend = []
        self.listing.legend.setdefault(mark_key(raw), self.legend)
        return True

    def read_note(self, number: int, raw: str) -> bool:
        found = LEGEND.match(raw)
        if found is None or (found["mark"].strip("()").isalpha() and _OPENING.match(found["text"])):
            return False
        symbol = not found["mark"].strip("()[]").isalnum()
        bare = found["mark"].isalnum()
        told = bare and self.raised(found["mark"]) and TELLS.match(found["text"]) is not None
        if not (
            symbol
            or self.next_note(found["mark"])
            or (EXPLAINS.match(found["text"]) and (not bare or found["gap"].strip() or len(found["gap"]) > 1))
            or told
        ):
            return False
        if bare and (not self.listing.rows or (self.row and not self.gap and not told)):
            return False
        self.close()
        self.legend, self.note = [self.text.piece(number, found.start("text")).strip()], found["mark"]
        self.listing.legend.setdefault(mark_key(found["mark"]), self.legend)
        return True

    def raised(self, digit: str) -> bool:
        """Whether rows above end in this digit as a mark that was raised (``Form of Agreement2``)."""
        rows = [*(row.description for row in self.listing.rows), self.row.description if self.row else ()]
        return any(re.search(rf"[A-Za-z).”\"]{re.escape(digit)}$", str(said[-1])) for said in rows if said)

    def next_note(self, mark: str) -> bool:
        """Whether a number in brackets goes on with the legend: it follows the mark of the last note."""
        number = mark.strip("()")
        return mark.startswith("(") and number.isdigit() and self.note == f"({int(number) - 1})"

    def explained(self, number: int, raw: str) -> bool:
        """A code of the notes' column with what it stands for (``97K   Incorporated by reference to ...``)."""
        found = re.match(r"\s*(\S{2,14})\s{2,}(\S.*)", raw) if self.codes else None
        bracketed = found is not None and found[1] in self.codes and found[1].startswith("(")
        if found is None or not (bracketed or EXPLAINS.match(found[2])):
            return False
        if found[1] not in self.codes and not (CODE.fullmatch(found[1]) and TELLS.match(found[2])):
            return False
        self.close()
        self.legend = [self.text.piece(number, found.start(2)).strip()]
        self.listing.legend.setdefault(mark_key(found[1]), self.legend)
        return True
