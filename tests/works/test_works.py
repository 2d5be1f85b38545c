"""References, missing filings and versions in the graph of invented filings; whatever the order in which they come."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib

import filigraph
from filigraph import ontology
from filigraph.check import violations
from filigraph.kg import KnowledgeGraph
from filigraph.works import GRAPH

from .invented import FIRST_8K, LATE, NAME, S1, S8, SECOND_8K, TENK, filings, submission, write

ID = "https://w3id.org/filigraph/id/"


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    graph = filigraph.open()
    graph.load([write(tmp_path_factory.mktemp("works"))])
    yield graph
    graph.close()


def graph_of(kg: KnowledgeGraph) -> bytes:
    return b"".join(part for part in kg.export() if f"<{GRAPH}>".encode() in part)


def short(value: object) -> str:
    return str(value or "").removeprefix(f"{ID}filing/")


def test_each_reference_leads_to_its_filing_exhibit_and_text(kg: KnowledgeGraph) -> None:
    rows = kg.query("resolved-references", company=NAME).dicts()
    found = [
        tuple(short(row[k]) for k in ("filing", "number", "target", "target_exhibit", "held_in", "rule"))
        for row in rows
    ]
    assert found == [
        (TENK, "3.1", S1, f"{S1}/exhibit/1", f"{S1}/exhibit/1", "T2 E1"),
        # carried on by the 10-K: the text is where the S-1 attached it
        (S8, "4.1", TENK, f"{TENK}/exhibit/1", f"{S1}/exhibit/1", "T4 E1"),
        (S8, "4.2", TENK, f"{TENK}/exhibit/2", f"{TENK}/exhibit/2", "T3 E1"),
        (S8, "4.4", FIRST_8K, f"{FIRST_8K}/exhibit/2", f"{FIRST_8K}/exhibit/2", "T3 E1"),
        (S8, "4.6", TENK, "", "", "T3"),
        # filed two days after the day that is said
        (LATE, "4.2", S8, f"{S8}/exhibit/2", f"{TENK}/exhibit/2", "T5 E1"),
    ]
    assert "by reference to Exhibit 3.1 to Form S-1, Registration No. 333-40001" in str(rows[0]["quotes"])


def test_registrations_and_reports_that_are_cited(kg: KnowledgeGraph) -> None:
    found = [tuple(map(short, row)) for row in kg.query("cited-registrations", company=NAME).rows]
    assert [row[1:5] + row[6:8] for row in found if row[2] == "registration"] == [
        (LATE, "registration", "S-8", "333-40005", S8, "T2")
    ]


def test_missing_filings_are_ranked_by_what_they_would_resolve(kg: KnowledgeGraph) -> None:
    rows = kg.query("missing-filings").rows
    assert rows == [
        (3, 2, NAME, "8-K", "1999-06-01", None, "4"),
        (1, 1, NAME, "S-8", None, "333-39000", None),
    ]
    assert kg.query("missing-filings", least="2").rows == rows[:1]


def test_what_is_unclear_says_why(kg: KnowledgeGraph) -> None:
    rows = [r for r in kg.query("unclear-references").dicts() if r["kind"] == "exhibit"]
    assert [(short(r["filing"]), r["number"], short(r["may_be"]), short(r["target"]), r["why"]) for r in rows] == [
        (S8, "4.5", FIRST_8K, "", "2 filings fit"),
        (S8, "4.5", SECOND_8K, "", "2 filings fit"),
        (S8, "4.6", "", TENK, "exhibit 4.9 is nowhere in the filing's list"),
    ]


def test_versions_of_the_bylaws(kg: KnowledgeGraph) -> None:
    rows = kg.query("versions", company=NAME).rows
    assert [(*row[:6], short(row[6]), row[7]) for row in rows] == [
        ("3", "Bylaws of the Registrant", "Bylaws of the Registrant", None, "1998-03-02", 1, f"{S1}/exhibit/2", "W1"),
        ("3", "Bylaws of the Registrant", "Amended and Restated By-Laws of the Registrant", "amended and restated",
         "1999-03-30", 3, f"{TENK}/exhibit/2", "W1"),
    ]  # fmt: skip


def test_documents_equal_to_the_byte_are_one_version(kg: KnowledgeGraph) -> None:
    listed = kg.query(
        "PREFIX fg: <https://w3id.org/filigraph/ontology#> SELECT ?exhibit ?holder WHERE { GRAPH ?g { "
        '?exhibit fg:listsVersion ?v . ?v fg:heldIn ?holder ; fg:title "1998 Stock Option Plan of the Registrant" '
        "} } ORDER BY ?exhibit"
    ).rows
    assert [tuple(map(short, row)) for row in listed] == [
        (f"{S8}/exhibit/7", f"{S1}/exhibit/3"),
        (f"{S1}/exhibit/3", f"{S1}/exhibit/3"),
    ]


def test_the_graph_satisfies_the_shapes(kg: KnowledgeGraph) -> None:
    shapes = rdflib.Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")
    own = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    assert list(violations(kg, own, shapes)) == []


@pytest.mark.parametrize("seed", range(4))
def test_filings_one_by_one_in_any_order_make_the_same_graph(kg: KnowledgeGraph, tmp_path: Path, seed: int) -> None:
    paths = sorted(write(tmp_path).iterdir())
    grown = filigraph.open()
    for path in random.Random(seed).sample(paths, len(paths)):
        grown.load([path])
    assert graph_of(grown) == graph_of(kg)
    grown.resolve()
    assert graph_of(grown) == graph_of(kg)
    grown.close()


def test_a_filing_that_is_replaced_takes_back_what_rested_on_it(kg: KnowledgeGraph, tmp_path: Path) -> None:
    folder = write(tmp_path / "first")
    other = filigraph.open()
    other.load([folder])
    blank = submission(
        TENK, "10-K405", "1999-03-30", [("27", "Financial Data Schedule (filed herewith).")], period="1998-12-31"
    )
    for number, text in enumerate((blank + " " * 9000, filings()[TENK] + " " * 18000)):  # the longer copy counts
        again = tmp_path / f"again{number}.txt"
        again.write_text(text, "utf-8")
        other.load([again])
        if number == 0:
            held = graph_of(other)
            assert f"<{ID}filing/{TENK}/exhibit/".encode() not in held
            assert b"exhibit 3.1 is nowhere in the filing's list" in held
            rest = filigraph.open()
            rest.load([*(p for p in sorted(folder.iterdir()) if p.stem != TENK), again])
            assert held == graph_of(rest)
            rest.close()
    assert graph_of(other) == graph_of(kg)
    other.close()


def test_a_filing_that_is_gone_is_missing_again(kg: KnowledgeGraph, tmp_path: Path) -> None:
    folder = write(tmp_path / "all")
    less, whole = filigraph.open(), filigraph.open()
    whole.load([folder])
    whole.store.clear(f"{ID}graph/filing/{TENK}")
    whole.resolve()
    less.load([p for p in sorted(folder.iterdir()) if p.stem != TENK])
    assert graph_of(whole) == graph_of(less)
    assert b"lacks" in graph_of(less)
    assert graph_of(less) != graph_of(kg)
    for graph in (less, whole):
        graph.close()
