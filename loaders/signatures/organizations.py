"""The party signed for, as it stands above the signer.

QUILLMARK PARTNERS, L.P.                      the organization, on one line or more
By:  Quillmark Management Corp.,              a general partner that acts for it: no signer, not the party
     its general partner
By:  /s/ Ann B. Carver
"""

from __future__ import annotations

import re

from .cells import ATTORNEY, Cell, Look
from .columns import Columns
from .pages import Kind
from .people import split_title

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
_ACTS_FOR = re.compile(
    r",?\s+(?:its|as|the|a)\s+(?:\w+\s+){0,2}(?:partner|manager|member|trustee|depositor|sponsor)\W*$", re.IGNORECASE
)


def is_chain(words: str) -> bool:
    """Do the words name an organization that acts for the party: "Quillmark GP, LLC, its general partner"."""
    acts = _ACTS_FOR.search(words)
    return acts is not None and _ORGANIZATION.search(words[: acts.start()]) is not None


class Organizations(Columns):
    """Finds the party that is signed for."""

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
            return True
        if not self.out.slots:
            return not self.is_officer(number, cell)
        slot = self.out.slots[-1]
        fresh = number > slot.last + 1 or self.gap
        return (
            fresh
            and cell.look is Look.TEXT
            and _ORGANIZATION.search(cell.text) is not None
            and self.starts_below(number)
        )

    def is_officer(self, number: int, cell: Cell) -> bool:
        """Is the name below the party's that of an officer, his office under it, for whom an attorney signs below?"""
        return (
            bool(self.organization)
            and self.gap
            and cell.look is Look.NAME
            and any(c.look is Look.TITLE for c in self.cells.get(number + 1, ()))
            and any(ATTORNEY.search(c.text) for n, row in self.cells.items() if n > number for c in row)
        )

    def read_organization(self, number: int, cell: Cell) -> None:
        """Takes a line of the organization's name; a general partner's "its general partner" is none."""
        individuals = self.kind in (Kind.PERSONS, Kind.APPOINTMENT)
        if _CHAIN.match(cell.text):
            self.organization_line = number
            return
        if self.is_known(cell.text) and ((self.open and not self.gap) or (individuals and not self.by_below(number))):
            return  # the company's name under its officer's title, or a running head
        if self.signed_for:
            self.organization, self.signed_for = [], False
        elif self.organization and self.chained():
            return
        self.organization.append(cell.piece)
        self.organization_line = number

    def chained(self) -> bool:
        """Was the line before "By: X LLC,": then this one goes on about X."""
        return any(c.look is Look.MARK for c in self.cells.get(self.organization_line, ()))
