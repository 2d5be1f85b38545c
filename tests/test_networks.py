"""Projections, measures, and results written back."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest

import filigraph
from filigraph import explore, networks
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.errors import InvalidInput, NotFound
from filigraph.networks import Of, measure, projection, write_back


def named(graph: nx.Graph[str]) -> set[tuple[str, str, int]]:
    label = nx.get_node_attributes(graph, "label")
    return {(min(label[a], label[b]), max(label[a], label[b]), d["shared"]) for a, b, d in graph.edges(data=True)}


def test_companies_by_directors_without_dates_are_the_interlocks(graph: KnowledgeGraph) -> None:
    ever = projection(graph, Of.COMPANIES, overlapping=False)
    known = explore.interlocks(graph)
    assert {frozenset(e) for e in ever.edges} == {frozenset(e) for e in known.edges}
    assert all(ever.edges[e]["via"] == known.edges[e]["people"] for e in known.edges)


def test_overlapping_terms_only(graph: KnowledgeGraph) -> None:
    ever, both = (projection(graph, Of.COMPANIES, overlapping=o) for o in (False, True))
    assert 0 < both.number_of_edges() < ever.number_of_edges()
    for a, b, data in both.edges(data=True):
        assert data["start"] <= data["end"]
        assert set(data["via"]) <= set(ever[a][b]["via"])
    pairs = {(r["company"], r["other"], r["shared"]) for r in graph.query("shared-boards", least="1").dicts()}
    assert named(both) == {(min(str(a), str(b)), max(str(a), str(b)), n) for a, b, n in pairs}


def test_each_kind_has_its_nodes(graph: KnowledgeGraph) -> None:
    for of, kind in ((Of.PEOPLE, "person"), (Of.LAW_FIRMS, "firm"), (Of.AUDITORS, "firm")):
        found = projection(graph, of, overlapping=False)
        assert found.number_of_edges() > 0
        # in-house lawyers are listed under a registrant: a company may be counsel
        assert kind in {data["kind"] for _, data in found.nodes(data=True)}
    audits = projection(graph, Of.AUDITORS, overlapping=False)
    assert ("Ernst & Young LLP", "Marcum LLP") in {pair[:2] for pair in named(audits)}


def test_on_a_day(graph: KnowledgeGraph) -> None:
    then = projection(graph, Of.PEOPLE, on="2004-05-01")
    assert "Maria Fernandez-Ochoa" in nx.get_node_attributes(then, "label").values()
    assert "Harold Corbury III" not in nx.get_node_attributes(then, "label").values()


@pytest.fixture
def bow() -> nx.Graph[str]:
    """Two triangles that one node joins."""
    return nx.Graph([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "c")])


def test_measures(bow: nx.Graph[str]) -> None:
    assert measure(bow, "broker") == {"a": 0, "b": 0, "c": 1, "d": 0, "e": 0}
    assert max(measure(bow, "betweenness").items(), key=lambda x: x[1])[0] == "c"
    assert measure(bow, "degree")["c"] == 1.0
    groups = measure(bow, "community")
    assert groups["a"] == groups["b"] != groups["d"] == groups["e"]
    for name in networks.MEASURES:
        assert set(measure(bow, name)) == set(bow)


def test_a_back_end_is_asked_by_its_name(bow: nx.Graph[str]) -> None:
    assert measure(bow, "betweenness", backend="networkx") == measure(bow, "betweenness")
    with pytest.raises(ImportError, match="nowhere"):
        measure(bow, "betweenness", backend="nowhere")


def test_an_unknown_measure(bow: nx.Graph[str]) -> None:
    with pytest.raises(InvalidInput, match=r"no measure 'beauty'.*degree, betweenness"):
        measure(bow, "beauty")


def test_results_are_written_asked_and_replaced(sample: Path) -> None:
    kg = filigraph.open()
    kg.load([sample / f"0009999003-{n}.txt" for n in ("00-000012", "04-000014", "96-000007", "98-000008")])
    before = b"".join(kg.export())
    people = {kg.entity(name): value for name, value in (("Richard Selgrove", 0.5), ("Kevin M. Cormore", 1 / 3))}
    graph = write_back(kg, "test", people)
    rows = kg.query("measured", analysis="test").dicts()
    assert [(r["rank"], r["value"], r["name"], r["kind"]) for r in rows] == [
        (1, 0.5, "Richard Selgrove", "person"),
        (2, 0.333333, "Kevin M. Cormore", "person"),
    ]
    said = b"".join(kg.export())
    write_back(kg, "test", people)
    assert b"".join(kg.export()) == said
    write_back(kg, "test", {kg.entity("Kevin M. Cormore"): 2})
    assert [(r["rank"], r["value"]) for r in kg.query("measured", analysis="test").dicts()] == [(1, 2)]
    made = kg.query(
        "PREFIX fg: <https://w3id.org/filigraph/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#> "
        f"SELECT ?from ?hash {{ GRAPH <{graph}> {{ <{graph}> prov:wasDerivedFrom ?from ; fg:sha256 ?hash }} }}"
    ).dicts()
    assert made == [{"from": "https://w3id.org/filigraph/id/graph/derived", "hash": networks.ties_hash(kg)}]
    kg.store.replace([graph], b"")
    assert b"".join(kg.export()) == before
    with pytest.raises(NotFound):
        write_back(kg, "test", {})
    kg.close()


def test_a_chain_on_a_day(graph: KnowledgeGraph) -> None:
    ends = ("Pillsbury Madison & Sutro LLP", "Grant Thornton LLP")
    assert [s["to"] for s in explore.shortest_path(graph, *ends, on="2000-09-08")] == [
        "Cascade Technologies Company"
    ] * 2
    with pytest.raises(NotFound, match="no chain of ties between them on 1994-01-01"):
        explore.shortest_path(graph, *ends, on="1994-01-01")
