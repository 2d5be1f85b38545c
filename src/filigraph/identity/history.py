"""What became of audit firms and law firms: renames, mergers, dissolutions, by a curated table.

law	merger	Alder LLP	Alder Birch LLP	2001	yes	Some Journal, 3 March 2001, journal.example/alder-birch
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .firms import core
from .ruleset import table_text

TABLE = "firm-history.tsv"
LEGAL_FORM = "legal form"  # the one change that ends no name
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the table. ``date`` is a year, a month or a day: as exact as it is known."""

    trade: str  # audit | law
    event: str  # rename | merger | legal form | dissolution
    firm: str
    successor: str  # '' where there is none
    date: str
    checked: str  # yes: the source was read and says it | no: common knowledge, not confirmed
    source: str

    @property
    def bounds(self) -> tuple[str, str]:
        """The first and the last day on which it may have been."""
        found = _DATE.fullmatch(self.date)
        if found is None:
            raise ValueError(f"not a date: {self.date!r} ({self.firm})")
        year, month, day = found.groups()
        if day:
            return self.date, self.date
        if month:
            return f"{year}-{month}-01", f"{year}-{month}-{monthrange(int(year), int(month))[1]:02}"
        return f"{year}-01-01", f"{year}-12-31"


@cache
def changes() -> tuple[Change, ...]:
    """The rows of the table."""
    rows = csv.DictReader(table_text(TABLE).splitlines(), delimiter="\t")
    return tuple(Change(**row) for row in rows)


def later(change: Change) -> Iterator[str]:
    """The firm that came of a change, then what became of that one, to the end of the line."""
    next_of = _next()
    firm = change.successor
    while firm:
        yield firm
        firm = next_of.get(core(firm), "")


@cache
def _next() -> dict[tuple[str, str], str]:
    return {core(change.firm): change.successor for change in changes() if change.event != LEGAL_FORM}
