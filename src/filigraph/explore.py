"""The graph as networkx: neighbourhoods, projections, shortest paths, and files that other tools open."""

from __future__ import annotations

import io
from collections import defaultdict
from importlib.resources import files
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

import networkx as nx

from .loaders.errors import InvalidInput, NotFound
from .queries.answer import Answer
from .store import Rows

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
Graph: TypeAlias = "nx.Graph[str]"


def network(kg: KnowledgeGraph, on: str | None = None) -> MultiDiGraph:
    """All ties as a MultiDiGraph. Nodes have ``label`` and ``kind``; edges ``tie``, ``start``, ``end``, ``count``.

    ``on`` (ISO date) keeps the ties that were observed on or before that date and on or after it.
    """
    graph: MultiDiGraph = nx.MultiDiGraph()
    labels = {str(row["entity"]): str(row["label"]) for row in _rows(kg, "labels.rq")}
    for row in _rows(kg, "network.rq"):
        start, end = str(row["first"] or ""), str(row["last"] or "")
        if on is not None and not start <= on <= end:
            continue
        for node in (str(row["a"]), str(row["b"])):
            graph.add_node(node, label=labels.get(node, node), kind=node.split("/id/")[1].split("/")[0])
        tie = str(row["tie"])
        graph.add_edge(
            str(row["a"]), str(row["b"]), key=tie, tie=tie, start=start, end=end, count=int(str(row["count"]))
        )
    return graph


def neighbourhood(kg: KnowledgeGraph, center: str, hops: int = 1, on: str | None = None) -> MultiDiGraph:
    """The nodes within ``hops`` ties of an entity (name or IRI), edges with quote and filing of their last sighting."""
    iri = kg.entity(center)
    whole = network(kg, on)
    if iri not in whole:
        raise NotFound("no ties of this entity" + (f" on {on}" if on else ""), center)
    near = nx.ego_graph(whole, iri, radius=hops, undirected=True)
    result: MultiDiGraph = nx.MultiDiGraph(near)
    for a, b, data in result.edges(data=True):
        data.update(evidence(kg, a, str(data["tie"]), b))
    return result


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


def shortest_path(kg: KnowledgeGraph, a: str, b: str) -> list[dict[str, str]]:
    """The shortest chain of ties between two entities (names or IRIs); ties of equal length by their order.

    Each step has from, tie, to, first, last, filing, quote. NotFound where there is no chain.
    """
    start, end = kg.entity(a), kg.entity(b)
    if start == end:
        raise InvalidInput("both names mean one entity", f"{a} and {b}", "give two different people or companies")
    whole = network(kg)
    plain: Graph = nx.Graph()  # edges in one order: of several chains the same is found each time
    plain.add_edges_from(sorted({(min(x, y), max(x, y)) for x, y in whole.edges()}))
    try:
        nodes = nx.shortest_path(plain, start, end)
    except (nx.NodeNotFound, nx.NetworkXNoPath) as error:
        raise NotFound("no chain of ties between them", f"{a} and {b}") from error
    return [_step(kg, whole, x, y) for x, y in pairwise(nodes)]


def _step(kg: KnowledgeGraph, whole: MultiDiGraph, x: str, y: str) -> dict[str, str]:
    a, b = (x, y) if whole.has_edge(x, y) else (y, x)
    key = min(whole[a][b])
    data = whole[a][b][key]
    labels = {n: str(whole.nodes[n]["label"]) for n in (a, b)}
    step = {"from": labels[a], "tie": str(data["tie"]), "to": labels[b], "first": data["start"], "last": data["end"]}
    return step | evidence(kg, a, str(data["tie"]), b)


def evidence(kg: KnowledgeGraph, entity: str, tie: str, company: str) -> dict[str, str]:
    """The filing and the words of the last sighting of a tie."""
    rows = _rows(kg, "tie-evidence.rq", entity=f"<{entity}>", tie=f'"{tie}"', company=f"<{company}>")
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


def _rows(kg: KnowledgeGraph, name: str, **terms: str) -> list[dict[str, str | int | float | bool | None]]:
    text = (files("filigraph") / name).read_text("utf-8")
    for key, term in terms.items():
        text = text.replace(f"${key}", term)
    answer = kg.store.query(text)
    assert isinstance(answer, Rows)
    return Answer.of(answer).dicts()
