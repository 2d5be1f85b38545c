"""The history of audit firms and law firms as a graph, by the curated table (`filigraph.identity.history`).

A firm that followed another is never taken for it: resolution knows firms by their names, one firm an era of its name.
This graph says which followed which, when and by what source; questions join it where they want to.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from .identity.history import changes, later
from .identity.houses import firm_id
from .loaders.iri import ID, digest
from .ontology.terms import Class, Property
from .store import Store

GRAPH = f"{ID}graph/firm-history"
_XSD_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_TRUE = Literal("true", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#boolean"))
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SOURCE = "http://purl.org/dc/terms/source"


def lines() -> Iterator[str]:
    """The graph as N-Quads lines."""
    for change in changes():
        node = f"{ID}firm-change/{digest(change.event, change.firm, change.successor, change.date)}"
        first, last = change.bounds
        yield _line(node, _TYPE, NamedNode(Class.FIRM_CHANGE))
        yield _line(node, Property.CHANGE_KIND, Literal(change.event))
        yield _line(node, Property.NOT_BEFORE, Literal(first, datatype=_XSD_DATE))
        yield _line(node, Property.NOT_AFTER, Literal(last, datatype=_XSD_DATE))
        yield _line(node, _SOURCE, Literal(change.source))
        if change.checked == "yes":
            yield _line(node, Property.IS_CHECKED, _TRUE)
        yield _line(node, Property.FORMER_FIRM, _firm(change.firm))
        yield _line(_firm(change.firm).value, Property.NAME, Literal(change.firm))
        if change.successor:
            yield _line(node, Property.LATER_FIRM, _firm(change.successor))
            yield _line(_firm(change.successor).value, Property.NAME, Literal(change.successor))
        for firm in later(change):
            yield _line(node, Property.LEADS_TO, _firm(firm))


def write(store: Store) -> None:
    """Put the graph into the store, in place of an older one."""
    store.replace([GRAPH], "".join(sorted(set(lines()))).encode())


def _firm(name: str) -> NamedNode:
    return NamedNode(f"{ID}{firm_id(name)}")


def _line(subject: str, prop: str, value: NamedNode | Literal) -> str:
    return f"{NamedNode(subject)} {NamedNode(prop)} {value} {NamedNode(GRAPH)} .\n"
