"""What became of audit firms and law firms: renames, mergers, dissolutions, by a curated table.

law	merger	Alder LLP	Alder Birch LLP	2001	yes	Some Journal, 3 March 2001, journal.example/alder-birch
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .firms import YEARS_AROUND, core, years_later
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


@dataclass(frozen=True, slots=True)
class Era:
    """The days between which a firm bore its name for sure; '' where the table does not say."""

    first: str = ""
    last: str = ""

    def admits(self, borne: str, printed: str) -> bool:
        """May the name be the firm's that was borne on one day and printed on another? '' for a day not known.

        A report is printed again for years after its firm is gone, so what is late is told by the day of the report;
        no name is printed before it was thought of, so what is early by the day of the filing.
        """
        late = bool(borne and self.last) and borne > years_later(self.last, YEARS_AROUND)
        return not late and not (printed and self.first and printed < years_later(self.first, -YEARS_AROUND))


def era(firm: tuple[str, str]) -> Era:
    """When a firm, by its core name and form, bore its name."""
    return _eras().get(firm, Era())


@cache
def _eras() -> dict[tuple[str, str], Era]:
    """By the rows that were checked.

    A short name is in use before it is the firm's (``KPMG`` of ``KPMG Peat Marwick``) and after (``Price Waterhouse``
    of ``PricewaterhouseCoopers``), so that what shortens the old name has no sure beginning, and what the new name
    lengthens no sure end.
    """
    lasts: dict[tuple[str, str], str] = {}
    firsts: dict[tuple[str, str], tuple[str, str]] = {}  # the day of the first change that leads there, the beginning
    merging = Counter((core(c.successor), c.date) for c in changes() if c.event == "merger")
    for change in changes():
        if change.event == LEGAL_FORM:
            continue
        (first, last), old = change.bounds, core(change.firm)
        new = core(change.successor) if change.successor else None
        if change.checked == "yes" and not (new and new[0].startswith(old[0])):
            lasts[old] = last
        if new:
            # one firm that goes into another makes no name, two that merge at once do
            makes = change.event == "rename" or merging[new, change.date] > 1
            sure = makes and change.checked == "yes" and not old[0].startswith(new[0])
            firsts[new] = min(firsts.get(new, ("9", "")), (first, first if sure else ""))
    return {firm: Era(firsts.get(firm, ("", ""))[1], lasts.get(firm, "")) for firm in lasts.keys() | firsts.keys()}
