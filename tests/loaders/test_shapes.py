"""What the mapping writes keeps the shapes; and each shape finds the defect it is for."""

from __future__ import annotations

import pyshacl
import pytest
from rdflib import Graph

from filigraph import ontology
from filigraph.loaders.mapping import Facts, map_filing
from filigraph.loaders.nterms import Triple
from filigraph.loaders.records import Filing

FG = "https://w3id.org/filigraph/ontology#"
XSD = "http://www.w3.org/2001/XMLSchema#"
F = "https://w3id.org/filigraph/id/filing/0000999999-03-000042"


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")


def graph(triples: list[Triple]) -> Graph:
    return Graph().parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in triples), format="nt")


def broken(triples: list[Triple], shapes: Graph) -> str:
    """The report on the triples; empty where they conform."""
    conforms, _, report = pyshacl.validate(graph(triples), shacl_graph=shapes, allow_warnings=True)
    return "" if conforms else str(report)


def whole(facts: Facts) -> list[Triple]:
    return [*facts.triples, *facts.entities]


def test_the_full_filing_conforms(full: Filing, shapes: Graph) -> None:
    assert broken(whole(map_filing(full)), shapes) == ""


#: Defect: node, property to drop (or None), value to add (or None), and words of the report.
DEFECTS = [
    ("signature/1", "name", None, "Less than 1 values"),
    ("signature/1", "mode", None, "Less than 1 values"),
    ("signature/1", "mode", "<https://w3id.org/filigraph/mode/forged>", "not in list"),
    ("signature/1", "signedOn", f'"2003-02-30x"^^<{XSD}string>', "not Literal with datatype xsd:date"),
    ("signature/1", None, ("name", '"Second Name"'), "More than 1 values"),
    ("exhibit/1", "status", None, "Less than 1 values"),
    ("exhibit/1", "exhibitNumber", '""', "length not >="),
    ("registrant/1", "cik", '"844143"', "does not match pattern"),
    ("registrant/1", "company", None, "Less than 1 values"),
    ("offering/1", "price", '"n/a"', "xsd:decimal"),
    ("plan/1", "title", '" "', "does not match pattern"),
    ("document/1", "sequence", None, "Less than 1 values"),
    ("problem/1", "why", None, "Less than 1 values"),
    ("counsel/1", "acts", "<https://w3id.org/filigraph/auditor/consent>", "does not match pattern"),
    ("power/1", "attorney", None, "Less than 1 values"),
    ("exhibit/2/source", "position", f'"0"^^<{XSD}integer>', ">= "),
    ("document/1#char=840,849", "quote", '" "', "does not match pattern"),
    ("document/1", None, ("quote", '"nowhere"'), "does not match pattern"),
]


@pytest.mark.parametrize(("node", "drop", "add", "words"), DEFECTS)
def test_a_seeded_defect_is_found(
    node: str, drop: str | None, add: str | tuple[str, str] | None, words: str, full: Filing, shapes: Graph
) -> None:
    subject = f"<{F}/{node}>"
    triples = [t for t in whole(map_filing(full)) if not (t[0] == subject and drop and t[1] == f"<{FG}{drop}>")]
    if isinstance(add, tuple):
        triples.append((subject, f"<{FG}{add[0]}>", add[1]))
    elif add:
        triples.append((subject, f"<{FG}{drop}>", add))
    assert words in broken(triples, shapes)


def test_a_record_without_evidence_is_found(full: Filing, shapes: Graph) -> None:
    subject = f"<{F}/signature/1>"
    triples = [t for t in whole(map_filing(full)) if not (t[0] == subject and "/evidence/" in t[1])]
    assert "a record without evidence" in broken(triples, shapes)


def test_evidence_of_no_words_is_found(full: Filing, shapes: Graph) -> None:
    place = f"<{F}/document/1#char=9,9>"
    seeded = [
        (f"<{F}/signature/1>", "<https://w3id.org/filigraph/evidence/name>", place),
        (place, f"<{FG}quote>", '"nothing"'),
    ]
    assert "evidence must end after its start" in broken([*whole(map_filing(full)), *seeded], shapes)


def test_a_filing_without_form_and_date_is_a_warning_only(shapes: Graph) -> None:
    triples = whole(map_filing(Filing("x", "x", "ab" * 32)))
    conforms, _, report = pyshacl.validate(graph(triples), shacl_graph=shapes)
    assert not conforms
    assert "a filing without a date" in str(report)
    assert broken(triples, shapes) == ""


def test_links_and_ties_are_checked(shapes: Graph) -> None:
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    tie = "<https://w3id.org/filigraph/id/tie/1>"
    triples = [
        (tie, kind, f"<{FG}Tie>"),
        (tie, f"<{FG}from>", "<https://w3id.org/filigraph/id/person/1>"),
        (tie, f"<{FG}to>", "<https://w3id.org/filigraph/id/company/1>"),
        (tie, f"<{FG}tieKind>", f"<{FG}signedFor>"),
        (tie, f"<{FG}firstSeen>", f'"2003-01-01"^^<{XSD}date>'),
        (tie, f"<{FG}lastSeen>", f'"2002-01-01"^^<{XSD}date>'),
        (tie, f"<{FG}count>", f'"2"^^<{XSD}integer>'),
    ]
    assert "firstSeen" in broken(triples, shapes)
    assert broken([t for t in triples if "firstSeen" not in t[1]], shapes) == ""
