"""The graph as networkx: neighbourhoods, projections, shortest paths, and files that other tools open."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import combinations, islice, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from .loaders.errors import InvalidInput, NotFound
from .queries.answer import Answer
from .store import Rows

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
Graph: TypeAlias = "nx.Graph[str]"
Row: TypeAlias = "dict[str, str | int | float | bool | None]"


#: How a tie is seen in a filing: what leads to the record that mentions the entity, and what to its words.
_SEEN = {
    "signedFor": ("fg:hasSignature", "ev:name"),
    "directorOf": ("fg:hasSignature|fg:hasRelationship", "ev:name"),
    "agentOf": ("fg:hasAgent", "ev:name"),
    "counselOf": ("fg:hasCounsel", "ev:firm|ev:opinion|ev:consent|ev:legal_matters|ev:lawyers|ev:organization"),
    "auditorOf": ("fg:hasAuditor", "ev:firm|ev:consent|ev:experts|ev:report|ev:dismissed|ev:engaged"),
}
_MOST = 500  # entities a query


def network(kg: KnowledgeGraph, on: str | None = None) -> MultiDiGraph:
    """All ties as a MultiDiGraph. Nodes have ``label`` and ``kind``; edges ``tie``, ``start``, ``end``, ``count``.

    ``on`` (ISO date) keeps the ties that were observed on or before that date and on or after it.
    """
    graph: MultiDiGraph = nx.MultiDiGraph()
    _add(graph, _rows(kg, "network.rq"), on)
    _label(graph, _rows(kg, "labels.rq"))
    return graph


def neighbourhood(kg: KnowledgeGraph, center: str, hops: int = 1, on: str | None = None) -> MultiDiGraph:
    """The nodes within ``hops`` ties of an entity (name or IRI), edges with quote and filing of their last sighting."""
    iri = kg.entity(center)
    graph: MultiDiGraph = nx.MultiDiGraph()
    near, edge = {iri}, {iri}
    for _ in range(hops):
        _reach(kg, graph, edge, on)
        edge = set(graph) - near
        near |= edge
    if iri not in graph:
        raise NotFound("no ties of this entity" + (f" on {on}" if on else ""), center)
    _reach(kg, graph, edge, on)  # ties among the outermost
    graph.remove_nodes_from(set(graph) - near)
    _name(kg, graph)
    for a, b, data in graph.edges(data=True):
        data.update(evidence(kg, a, str(data["tie"]), b))
    return graph


def _reach(kg: KnowledgeGraph, graph: MultiDiGraph, nodes: set[str], on: str | None = None) -> None:
    """Adds all ties of the nodes."""
    for some in _values(nodes):
        _add(graph, _rows(kg, "ties-of.rq", nodes=some), on)


def _add(graph: MultiDiGraph, rows: Iterable[Row], on: str | None) -> None:
    """Adds the ties of the rows, in an order that does not depend on the engine's."""
    ties = sorted(((str(r["a"]), str(r["b"]), str(r["tie"]).rpartition("#")[2], r) for r in rows), key=lambda t: t[:3])
    for a, b, tie, row in ties:
        start, end = str(row["first"] or ""), str(row["last"] or "")
        if on is None or start <= on <= end:
            for node in (a, b):
                graph.add_node(node, kind=node.split("/id/")[1].split("/")[0], label=node)
            graph.add_edge(a, b, key=tie, tie=tie, start=start, end=end, count=int(str(row["count"])))


def _name(kg: KnowledgeGraph, graph: MultiDiGraph) -> None:
    for some in _values(set(graph)):
        _label(graph, _rows(kg, "labels-of.rq", nodes=some))


def _label(graph: MultiDiGraph, rows: Iterable[Row]) -> None:
    for row in rows:
        if (node := str(row["entity"])) in graph:
            graph.nodes[node]["label"] = str(row["label"])


def _values(nodes: set[str]) -> Iterator[str]:
    """The nodes as VALUES, some at a time."""
    ordered = sorted(nodes)
    for start in range(0, len(ordered), _MOST):
        yield " ".join(f"<{node}>" for node in ordered[start : start + _MOST])


def people_companies(kg: KnowledgeGraph) -> Graph:
    """People and the companies they signed for, as an undirected graph weighted by the number of filings."""
    graph: Graph = nx.Graph()
    for a, b, data in network(kg).edges(data=True):
        if data["tie"] == "signedFor":
            graph.add_edge(a, b, weight=data["count"])
    nx.set_node_attributes(graph, {n: d for n, d in network(kg).nodes(data=True) if n in graph})
    return graph


def interlocks(kg: KnowledgeGraph) -> Graph:
    """Companies joined by the directors they share; edges have ``shared`` (a count) and ``people`` (labels)."""
    whole = network(kg)
    boards: dict[str, set[str]] = defaultdict(set)
    for a, b, data in whole.edges(data=True):
        if data["tie"] == "directorOf":
            boards[a].add(b)
    graph: Graph = nx.Graph()
    for person, companies in sorted(boards.items()):
        for a, b in combinations(sorted(companies), 2):
            people = [*graph.get_edge_data(a, b, {"people": []})["people"], whole.nodes[person]["label"]]
            graph.add_edge(a, b, people=sorted(people), shared=len(people))
    nx.set_node_attributes(graph, {n: whole.nodes[n] for n in graph})
    return graph


def shortest_path(kg: KnowledgeGraph, a: str, b: str, on: str | None = None) -> list[dict[str, str]]:
    """The shortest chain of ties between two entities (names or IRIs); ties of equal length by their order.

    Each step has from, tie, to, first, last, filing, quote. ``on`` (ISO date) keeps ties observed around that day.
    NotFound where there is no chain.
    """
    start, end = kg.entity(a), kg.entity(b)
    if start == end:
        raise InvalidInput("both names mean one entity", f"{a} and {b}", "give two different people or companies")
    graph = _between(kg, start, end, on)
    if graph is None:
        raise NotFound("no chain of ties between them" + (f" on {on}" if on else ""), f"{a} and {b}")
    chains = nx.all_shortest_paths(graph.to_undirected(as_view=True), start, end)
    nodes = min(islice(chains, 1000))
    _name(kg, graph := graph.subgraph(nodes).copy())
    return [_step(kg, graph, x, y) for x, y in pairwise(nodes)]


def _between(kg: KnowledgeGraph, start: str, end: str, on: str | None = None) -> MultiDiGraph | None:
    """The ties around two entities, hop by hop from the smaller side, until they meet; None if they never do."""
    graph: MultiDiGraph = nx.MultiDiGraph()
    seen = [{start}, {end}]
    edges = [{start}, {end}]
    while edges[0] and edges[1]:
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        _reach(kg, graph, edges[side], on)
        near = {n for node in edges[side] if node in graph for n in nx.all_neighbors(graph, node)}
        edges[side] = near - seen[side]
        seen[side] |= near
        if seen[0] & seen[1]:
            return graph
    return None


def _step(kg: KnowledgeGraph, whole: MultiDiGraph, x: str, y: str) -> dict[str, str]:
    a, b = (x, y) if whole.has_edge(x, y) else (y, x)
    key = min(whole[a][b])
    data = whole[a][b][key]
    labels = {n: str(whole.nodes[n]["label"]) for n in (a, b)}
    step = {"from": labels[a], "tie": str(data["tie"]), "to": labels[b], "first": data["start"], "last": data["end"]}
    return step | evidence(kg, a, str(data["tie"]), b)


def evidence(kg: KnowledgeGraph, entity: str, tie: str, company: str) -> dict[str, str]:
    """The filing and the words of the last sighting of a tie."""
    terms = {"entity": f"<{entity}>", "company": f"<{company}>"}
    if tie == "attorneyFor":
        rows = _rows(kg, "attorney-evidence.rq", **terms)
    else:
        has, cites = _SEEN[tie]
        rows = _rows(kg, "tie-evidence.rq", has=has, cites=cites, **terms)
    if not rows:
        return {"filing": "", "quote": "", "place": ""}
    return {k: str(rows[0][k] or "") for k in ("filing", "quote", "place")}


def graphml(graph: nx.Graph[Any]) -> str:
    """The graph as GraphML that opens elsewhere: lists joined by ``|``, empty values left out."""
    clean: nx.Graph[Any] = nx.MultiDiGraph() if graph.is_multigraph() else nx.Graph()
    for node, data in graph.nodes(data=True):
        clean.add_node(node, **_plain(data))
    for a, b, data in graph.edges(data=True):
        clean.add_edge(a, b, **_plain(data))
    out = io.BytesIO()
    nx.write_graphml(clean, out)
    return out.getvalue().decode("utf-8")


def _plain(data: dict[str, Any]) -> dict[str, str | int | float]:
    return {k: "|".join(v) if isinstance(v, list) else v for k, v in data.items() if v not in (None, "")}


def _rows(kg: KnowledgeGraph, name: str, **terms: str) -> list[Row]:
    text = (files("filigraph") / name).read_text("utf-8")
    for key, term in terms.items():
        text = text.replace(f"${key}", term)
    answer = kg.store.query(text)
    assert isinstance(answer, Rows)
    return Answer.of(answer).dicts()
