"""Each rule of tests/hygiene is a SELECT over the whole ontology that must return nothing; and finds what it is for."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import Graph

from filigraph import ontology

RULES = sorted((Path(__file__).parent.parent / "hygiene").glob("*.rq"))
FG = "https://w3id.org/filigraph/ontology#"

#: For each rule, a piece of Turtle that breaks it.
BROKEN = {
    "axiom-beyond-w3c": "fg:Plan rdfs:subClassOf <https://schema.org/Thing> .",
    "blank-node": "[] skos:note fg:Plan .",
    "class-without-shape": 'fg:Stray a owl:Class ; rdfs:label "stray"@en .',
    "concept-incomplete": '<https://w3id.org/filigraph/role/NEW> a skos:Concept ; skos:prefLabel "new"@en .',
    "kind-against-range": "fg:plan rdfs:range xsd:string .",
    "missing-definition": "fg:stray a owl:ObjectProperty .",
    "missing-example": "fg:stray a owl:ObjectProperty .",
    "missing-label": 'fg:Plan rdfs:label "scheme"@en .',
    "same-label": 'fg:stray a owl:ObjectProperty ; rdfs:label "zip"@en .',
    "undeclared-aligned": "fg:stray skos:closeMatch <https://schema.org/name> .",
    "undeclared-domain-or-range": "fg:plan rdfs:domain fg:Stray .",
    "undeclared-in-shapes": "[] sh:path fg:stray .",
}
PREFIXES = """
@prefix fg: <https://w3id.org/filigraph/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def everything() -> Graph:
    graph = Graph()
    for name in ontology.FILES:
        graph.parse(data=ontology.read(name), format="turtle")
    return graph


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    return everything()


def test_every_rule_has_a_case_that_breaks_it() -> None:
    assert [rule.stem for rule in RULES] == sorted(BROKEN)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_ontology_keeps_the_rule(rule: Path, vocabulary: Graph) -> None:
    assert [tuple(map(str, row)) for row in vocabulary.query(rule.read_text())] == []  # type: ignore[arg-type]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.stem)
def test_the_rule_finds_what_it_is_for(rule: Path, vocabulary: Graph) -> None:
    seeded = vocabulary + Graph().parse(data=PREFIXES + BROKEN[rule.stem], format="turtle")
    assert len(list(seeded.query(rule.read_text()))) >= 1


def test_terms_are_sorted_within_their_file() -> None:
    for name in ("evidence.ttl", "roles.ttl", "form-types.ttl"):
        heads = [line.split()[0] for line in ontology.read(name).splitlines() if line[:3] in {"ev:", "rol", "for"}]
        assert heads == sorted(heads), name
    classes, properties = ontology.read("filigraph.ttl").split("# --- Properties")
    for part in (classes, properties):
        heads = [line.split()[0] for line in part.splitlines() if line.startswith("fg:")]
        assert heads == sorted(heads)
