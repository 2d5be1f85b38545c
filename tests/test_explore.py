"""The graph as networkx: what is in it, projections, chains with their words, and files read back."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import networkx as nx
import pytest

from filigraph import explore
from filigraph.kg import KnowledgeGraph
from filigraph.loaders.errors import InvalidInput, NotFound

CASCADE = "https://w3id.org/filigraph/id/company/cik/0000490043"
VANGUARD = "https://w3id.org/filigraph/id/company/cik/0001016727"


@pytest.fixture(scope="module")
def boards(sample: Path) -> dict[str, set[str]]:
    """The CIKs of the boards that each director sat on, by his name in the truth."""
    tables = {}
    for name in ("signatures", "filings", "people"):
        with (sample.parent / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file, delimiter="\t"))
    ciks = {row["accession"]: row["cik"] for row in tables["filings"]}
    names = {row["person_id"]: row["name"] for row in tables["people"]}
    seats = defaultdict(set)
    for row in tables["signatures"]:
        if "Director" in row["titles"] or "Chairman" in row["titles"]:
            seats[names[row["person_id"]]].add(ciks[row["accession"]])
    return seats


def labels(graph: nx.Graph[str], kind: str) -> set[str]:
    return {data["label"] for _, data in graph.nodes(data=True) if data["kind"] == kind}


def test_neighbourhood_of_a_company(graph: KnowledgeGraph) -> None:
    near = explore.neighbourhood(graph, "Cascade Technologies Company")
    assert isinstance(near, nx.MultiDiGraph)
    assert labels(near, "company") == {"Cascade Technologies Company"}
    firms = {"Arnold & Porter", "Grant Thornton LLP", "McGladrey & Pullen, LLP", "Pillsbury Madison & Sutro LLP"}
    assert firms <= labels(near, "firm")
    assert {"Richard Selgrove", "Richard Selgrove, Jr.", "Roberta M. Vandergriff"} <= labels(near, "person")
    edge = next(d for a, _, d in near.edges(data=True) if near.nodes[a]["label"] == "Grant Thornton LLP")
    assert (edge["tie"], edge["start"], edge["end"], edge["count"]) == ("auditorOf", "2000-09-04", "2000-09-11", 2)
    assert "Grant Thornton LLP" in edge["quote"]
    assert edge["filing"].endswith("/filing/0009999003-00-000012")
    assert edge["place"].startswith(edge["filing"] + "/document/")


def test_every_edge_of_a_neighbourhood_has_its_words(graph: KnowledgeGraph) -> None:
    near = explore.neighbourhood(graph, CASCADE, hops=2)
    assert {d["tie"] for _, _, d in near.edges(data=True)} >= {"signedFor", "directorOf", "agentOf", "counselOf"}
    assert [(a, b, d) for a, b, d in near.edges(data=True) if not d["quote"]] == []
    assert "VANGUARD INSTRUMENTS INC." in labels(near, "company")


def test_neighbourhood_on_a_day(graph: KnowledgeGraph) -> None:
    near = explore.neighbourhood(graph, CASCADE, on="2004-05-01")
    assert "McGladrey & Pullen, LLP" in labels(near, "firm")
    assert "Grant Thornton LLP" not in labels(near, "firm")
    with pytest.raises(NotFound, match="no ties of this entity on 1990-01-01"):
        explore.neighbourhood(graph, CASCADE, on="1990-01-01")


def test_nobody_of_that_name(graph: KnowledgeGraph) -> None:
    with pytest.raises(NotFound, match="Nobody At All"):
        explore.neighbourhood(graph, "Nobody At All")


def test_interlocks_are_those_of_the_truth(graph: KnowledgeGraph, boards: dict[str, set[str]]) -> None:
    found = explore.interlocks(graph)
    for a, b, data in found.edges(data=True):
        assert data["shared"] == len(data["people"])
        assert data["people"] == sorted(data["people"])
        for person in data["people"]:
            assert {a[-10:], b[-10:]} <= boards[person]
    expected = sum(len(seats) * (len(seats) - 1) // 2 for seats in boards.values())
    assert sum(d["shared"] for _, _, d in found.edges(data=True)) == expected - 3  # three sign elsewhere by initials


def test_people_and_companies(graph: KnowledgeGraph) -> None:
    both = explore.people_companies(graph)
    assert nx.is_bipartite(both)
    assert {data["kind"] for _, data in both.nodes(data=True)} == {"person", "company"}
    assert len(labels(both, "company")) == 20
    selgrove = graph.entity("Richard Selgrove")
    assert {other: both[selgrove][other]["weight"] for other in both[selgrove]} == {CASCADE: 4, VANGUARD: 3}


def test_a_chain_with_its_words(graph: KnowledgeGraph) -> None:
    chain = explore.shortest_path(graph, "Ernst & Young LLP", "Pillsbury Madison & Sutro LLP")
    assert [(s["from"], s["tie"], s["to"]) for s in chain] == [
        ("Ernst & Young LLP", "auditorOf", "VANGUARD INSTRUMENTS INC."),
        ("Richard Selgrove", "directorOf", "VANGUARD INSTRUMENTS INC."),
        ("Richard Selgrove", "directorOf", "Cascade Technologies Company"),
        ("Pillsbury Madison & Sutro LLP", "counselOf", "Cascade Technologies Company"),
    ]
    assert chain[1]["first"] <= chain[1]["last"] == "1998-12-17"
    for step in chain:
        assert step["from"] in step["quote"].replace("&amp;", "&")
        assert step["place"].startswith(step["filing"] + "/document/")


def test_a_chain_backwards_has_the_same_length(graph: KnowledgeGraph) -> None:
    there = explore.shortest_path(graph, CASCADE, "Curtis E. Thornmore")
    back = explore.shortest_path(graph, "Curtis E. Thornmore", CASCADE)
    assert len(there) == len(back) > 2


def test_no_chain(graph: KnowledgeGraph) -> None:
    with pytest.raises(NotFound):
        explore.shortest_path(graph, CASCADE, "https://w3id.org/filigraph/id/company/cik/0000000001")
    with pytest.raises(InvalidInput, match="one entity"):
        explore.shortest_path(graph, CASCADE, "Cascade Technologies Company")


def test_graphml_reads_back(graph: KnowledgeGraph) -> None:
    near = explore.neighbourhood(graph, CASCADE)
    back = nx.parse_graphml(explore.graphml(near), force_multigraph=True)
    assert sorted(back.nodes(data=True)) == sorted(near.nodes(data=True))
    sides = [sorted((a, b, d["tie"], d["count"], d["quote"]) for a, b, d in g.edges(data=True)) for g in (near, back)]
    assert sides[0] == sides[1]
    ties = explore.interlocks(graph)
    again = nx.parse_graphml(explore.graphml(ties))
    people = sorted("|".join(d["people"]) for _, _, d in ties.edges(data=True))
    assert sorted(d["people"] for _, _, d in again.edges(data=True)) == people


def test_graphml_is_the_same_each_time(graph: KnowledgeGraph) -> None:
    assert explore.graphml(explore.network(graph)) == explore.graphml(explore.network(graph))


OWNERSHIP = """<SEC-DOCUMENT>0000999999-04-000001.txt : 20040105
<SEC-HEADER>0000999999-04-000001.hdr.sgml : 20040105
ACCESSION NUMBER:		0000999999-04-000001
CONFORMED SUBMISSION TYPE:	4
FILED AS OF DATE:		20040105

ISSUER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			CASCADE TECHNOLOGIES CO
		CENTRAL INDEX KEY:			0000490043
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>doc4.xml
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>
<documentType>4</documentType>
<issuer><issuerCik>0000490043</issuerCik><issuerName>Cascade Technologies Co</issuerName></issuer>
<reportingOwner>
<reportingOwnerId><rptOwnerCik>0000777777</rptOwnerCik><rptOwnerName>Exemplar Odessa Q</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
</reportingOwner>
<ownerSignature>
<signatureName>/s/ Odessa Q. Exemplar</signatureName><signatureDate>2004-01-05</signatureDate></ownerSignature>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_a_director_by_an_ownership_form_signs_for_himself(tmp_path: Path) -> None:
    import filigraph

    (tmp_path / "form4.txt").write_text(OWNERSHIP, "utf-8")
    kg = filigraph.open()
    kg.load([tmp_path / "form4.txt"])
    edges = [(d["tie"], d["start"], d["quote"]) for _, _, d in explore.neighbourhood(kg, CASCADE).edges(data=True)]
    assert edges == [("directorOf", "2004-01-05", "Exemplar Odessa Q")]
    kg.close()
