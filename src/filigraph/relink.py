"""Filings whose registrants are known to be others than their records tell: their links made anew.

The record of a filing stays what it is, and its links (to companies, plans, and from these) follow from it: they are
made again from the record that the graph holds, with the companies as they are known now.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from pyoxigraph import NamedNode

from .identity.register import Register
from .identity.registrants import astray, known_as
from .loaders.emit import lines
from .loaders.iri import ENTITIES, FILING_GRAPHS, ID
from .loaders.mapping import Facts, map_filing
from .loaders.records import Filing
from .loaders.unmapping import unmap
from .ontology.terms import Property
from .store import Rows, Store


def relink(store: Store, register: Register) -> list[str]:
    """Lead filings to the companies that are meant; gives the ids of those that were changed, sorted."""
    found = astray(register.db)
    if not found:
        return []
    register.publish()
    gone: set[str] = set()
    new: set[str] = set()
    graphs: list[tuple[str, bytes]] = []
    for filing, (before, after) in found.items():
        record = read_record(store, FILING_GRAPHS + filing.removeprefix("filing/"))
        was, now = map_filing(record, _iris(before)), map_filing(record, _iris(after))
        gone |= _about_entities(was)
        new |= _about_entities(now)
        graphs.append((now.graph, "".join(sorted(set(lines(now.triples, now.graph)))).encode()))
    gone -= new
    gone -= _said_elsewhere(store, register, gone, {graph for graph, _ in graphs})
    # entities first: a filing that still leads astray after a broken-off run is found again, and so are they
    store.change("".join(sorted(gone)).encode(), "".join(sorted(new)).encode())
    for graph, quads in graphs:
        store.replace([graph], quads)
    return [filing.removeprefix("filing/") for filing in found]


def read_record(store: Store, graph: str) -> Filing:
    """The record that the graph of a filing holds."""
    answer = store.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}")
    return unmap((str(s), str(p), str(o)) for s, p, o in cast(Rows, answer).rows)


def _about_entities(facts: Facts) -> set[str]:
    return set(lines(facts.entities, ENTITIES))


def _iris(companies: Mapping[str, str]) -> dict[str, str]:
    return {ID + own: ID + other for own, other in companies.items() if own != other}


def _said_elsewhere(store: Store, register: Register, gone: Iterable[str], here: set[str]) -> set[str]:
    """What filings in other graphs than these say of the entities that the lines are about."""
    leads = " ".join(f"<{p}>" for p in (Property.COMPANY, Property.PLAN, Property.SOURCE_PLAN))
    graphs: set[str] = set()
    for subject in {line.partition(" ")[0] for line in gone}:
        answer = store.query(f"SELECT DISTINCT ?g WHERE {{ VALUES ?p {{ {leads} }} GRAPH ?g {{ ?s ?p {subject} }} }}")
        graphs |= {cast(NamedNode, graph).value for (graph,) in cast(Rows, answer).rows}
    said: set[str] = set()
    for graph in sorted(graphs - here):
        if graph.startswith(FILING_GRAPHS):
            known = known_as(register.db, f"filing/{graph.removeprefix(FILING_GRAPHS)}")
            said |= _about_entities(map_filing(read_record(store, graph), _iris(known)))
    return said
