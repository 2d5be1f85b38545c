"""What became of audit firms and law firms: renames, mergers, dissolutions, from a curated table, as a graph.

A firm that followed another is never taken for it: resolution knows firms by their names, one firm an era of its name.
This graph says which followed which, when and by what source; questions join it where they want to.

    law	merger	Alder LLP	Alder Birch LLP	2001	history published by the successor
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from . import ontology
from .identity.houses import firm_id
from .loaders.iri import ID, digest
from .ontology.terms import Class, Property
from .store import Store

GRAPH = f"{ID}graph/firm-history"
TABLE = "firm-history.tsv"
_XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SOURCE = "http://purl.org/dc/terms/source"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Change:
    """A row of the table. ``date`` is a year, a month or a day: as exact as it is known."""

    trade: str  # audit | law
    event: str  # rename | merger | legal form | dissolution
    firm: str
    successor: str  # '' where there is none
    date: str
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


def changes() -> tuple[Change, ...]:
    """The rows of the table."""
    rows = csv.DictReader(ontology.read(TABLE).splitlines(), delimiter="\t")
    return tuple(Change(**row) for row in rows)


def lines() -> Iterator[str]:
    """The graph as N-Quads lines."""
    for change in changes():
        node = f"{ID}firm-change/{digest(change.event, change.firm, change.successor, change.date)}"
        first, last = change.bounds
        firms = {Property.FORMER_FIRM: change.firm, Property.LATER_FIRM: change.successor}
        yield _line(node, _TYPE, NamedNode(Class.FIRM_CHANGE))
        yield _line(node, Property.CHANGE_KIND, Literal(change.event))
        yield _line(node, Property.NOT_BEFORE, Literal(first, datatype=_XSD_DATE))
        yield _line(node, Property.NOT_AFTER, Literal(last, datatype=_XSD_DATE))
        yield _line(node, _SOURCE, Literal(change.source))
        for prop, name in firms.items():
            if name:
                yield _line(node, prop, NamedNode(f"{ID}{firm_id(name)}"))
                yield _line(f"{ID}{firm_id(name)}", Property.NAME, Literal(name))


def write(store: Store) -> None:
    """Put the graph into the store, in place of an older one."""
    store.replace([GRAPH], "".join(sorted(set(lines()))).encode())


def _line(subject: str, prop: str, value: NamedNode | Literal) -> str:
    return f"{NamedNode(subject)} {NamedNode(prop)} {value} {NamedNode(GRAPH)} .\n"
