"""Projections of the ties onto one kind of node, measures of them, and results written back beside the graph.

boards = projection(kg, Of.COMPANIES)        # companies joined by directors whose terms on both boards overlap
between = measure(boards, "betweenness")     # {IRI: value}
write_back(kg, "betweenness-companies", between)   # a named graph of its own, replaced as a whole
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx
from pyoxigraph import Literal, NamedNode

from . import __version__
from .explore import Graph, network
from .loaders.errors import InvalidInput, NotFound
from .loaders.iri import DERIVED, ID, key
from .ontology.terms import Class, Property

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_PROV = "http://www.w3.org/ns/prov#"


class Of(StrEnum):
    """What a projection joins, and by what."""

    PEOPLE = "people"  # by the boards they sit on together
    COMPANIES = "companies"  # by the directors they share
    LAW_FIRMS = "law-firms"  # by the companies both are counsel of
    AUDITORS = "auditors"  # by the companies both audit


_TIE = {Of.PEOPLE: "directorOf", Of.COMPANIES: "directorOf", Of.LAW_FIRMS: "counselOf", Of.AUDITORS: "auditorOf"}
Span = tuple[str, str]  # first and last day, ISO


def projection(kg: KnowledgeGraph, of: Of, on: str | None = None, overlapping: bool = True) -> Graph:
    """Nodes of one kind, joined where they meet. Edges have ``shared`` (a count), ``via`` (labels), ``start``, ``end``.

    ``overlapping``: only where the two ties were observed over days that overlap, which ``start`` and ``end`` then
    bound; else those bound all of both ties. ``on`` (ISO date) keeps ties that were observed around that day.
    """
    whole = network(kg, on)
    met: dict[str, dict[str, Span]] = defaultdict(dict)
    for a, b, data in whole.edges(data=True):
        if data["tie"] == _TIE[of]:
            node, via = (b, a) if of is Of.COMPANIES else (a, b)
            met[via][node] = (str(data["start"]), str(data["end"]))
    graph: Graph = nx.Graph()
    for via, spans in sorted(met.items()):
        graph.add_nodes_from(spans)
        for one, other in combinations(sorted(spans), 2):
            span = _meet(spans[one], spans[other], overlapping)
            if span is not None:
                _join(graph, one, other, str(whole.nodes[via]["label"]), span)
    nx.set_node_attributes(graph, {node: whole.nodes[node] for node in graph})
    return graph


def _meet(one: Span, other: Span, overlapping: bool) -> Span | None:
    if not overlapping:
        return min(one[0], other[0]), max(one[1], other[1])
    start, end = max(one[0], other[0]), min(one[1], other[1])
    return (start, end) if start <= end else None


def _join(graph: Graph, one: str, other: str, label: str, span: Span) -> None:
    old = graph.get_edge_data(one, other, {"via": [], "start": span[0], "end": span[1]})
    via = sorted([*old["via"], label])
    bounds = {"start": min(old["start"], span[0]), "end": max(old["end"], span[1])}
    graph.add_edge(one, other, via=via, shared=len(via), weight=len(via), **bounds)


def _communities(graph: Graph, **options: Any) -> dict[str, int]:
    """The number of each node's community by Louvain's method, the largest community 1."""
    found = nx.community.louvain_communities(graph, weight="weight", seed=1, **options)
    ordered = sorted(found, key=lambda nodes: (-len(nodes), min(nodes)))
    return {node: number for number, nodes in enumerate(ordered, 1) for node in nodes}


def _brokers(graph: Graph, **options: Any) -> dict[str, int]:
    """1 for each node without which its part of the graph would fall in two, 0 for others."""
    cut = set(nx.articulation_points(graph, **options))
    return {node: int(node in cut) for node in graph}


#: Measures by name. Each takes a graph, and ``backend`` where another networkx back end is to do the work.
MEASURES: dict[str, Callable[..., Mapping[str, float | int]]] = {
    "degree": nx.degree_centrality,
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
    "community": _communities,
    "broker": _brokers,
}


def measure(graph: Graph, name: str, backend: str | None = None) -> dict[str, float | int]:
    """A measure of each node. ``backend``: the name of an installed networkx back end; None leaves it to networkx."""
    if name not in MEASURES:
        raise InvalidInput(f"no measure {name!r}", "networks", f"take one of {', '.join(MEASURES)}")
    options: dict[str, Any] = {} if backend is None else {"backend": backend}
    return dict(MEASURES[name](graph, **options))


def analysis_graph(name: str) -> str:
    """The IRI of the named graph that holds the results of that name."""
    return f"{ID}graph/analysis/{key(name)}"


def write_back(kg: KnowledgeGraph, name: str, values: Mapping[str, float | int]) -> str:
    """Replace the graph of results of that name; returns its IRI. Ask it by ``measured``.

    It says of itself by which version and from which ties it was made: their graph and the hash of its triples. Who
    is who may have changed since where that hash is another.
    """
    if not values:
        raise NotFound("no values to write", name)
    graph = analysis_graph(name)
    facts = [
        (graph, _TYPE, NamedNode(Class.ANALYSIS)),
        (graph, _PROV + "wasDerivedFrom", NamedNode(DERIVED)),
        (graph, Property.NAME, Literal(name)),
        (graph, Property.VERSION, Literal(__version__)),
        (graph, Property.SHA256, Literal(ties_hash(kg))),
    ]
    ranked = sorted(values.items(), key=lambda item: (-item[1], item[0]))
    for rank, (entity, number) in enumerate(ranked, 1):
        node = f"{graph}/{rank}"
        facts += [
            (node, _TYPE, NamedNode(Class.MEASUREMENT)),
            (node, Property.ENTITY, NamedNode(entity)),
            (node, Property.RANK, Literal(str(rank), datatype=NamedNode(_XSD + "integer"))),
            (node, Property.VALUE, Literal(_decimal(number), datatype=NamedNode(_XSD + "decimal"))),
        ]
    lines = sorted(f"{NamedNode(s)} {NamedNode(p)} {o} {NamedNode(graph)} .\n" for s, p, o in facts)
    kg.store.replace([graph], "".join(lines).encode())
    kg.store.flush()
    return graph


def _decimal(number: float | int) -> str:
    """Six places, no exponent: what ``xsd:decimal`` may hold, and no noise of floating point."""
    return f"{Decimal(number):.6f}".rstrip("0").rstrip(".")


def ties_hash(kg: KnowledgeGraph) -> str:
    """A hash of all ties, the same for equal graphs."""
    ties = sorted(
        "\t".join((a, str(d["tie"]), b, str(d["start"]), str(d["end"]), str(d["count"])))
        for a, b, d in network(kg).edges(data=True)
    )
    return hashlib.sha256("\n".join(ties).encode()).hexdigest()
