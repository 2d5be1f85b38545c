"""Every IRI of another vocabulary stands in that vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, Graph, URIRef
from rdflib.namespace import DefinedNamespace

from filigraph import ontology

PINNED = Path(__file__).parent / "pinned"
CLOSED: tuple[type[DefinedNamespace], ...] = (DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS)
LINKS = (SKOS.closeMatch, SKOS.exactMatch, SKOS.broadMatch, RDFS.subClassOf, RDFS.subPropertyOf)


def pinned() -> set[str]:
    return {line for file in PINNED.glob("*.txt") for line in file.read_text().split()}


def declared(iri: str) -> bool:
    """Whether a pinned list or one of rdflib's closed namespaces has this IRI."""
    if iri.startswith("https://schema.org/"):
        return URIRef(iri) in SDO
    return iri in pinned() or any(iri.startswith(str(ns)) and URIRef(iri) in ns for ns in CLOSED)


def linked() -> list[str]:
    graph = Graph()
    for name in ("filigraph.ttl", "alignment.ttl"):
        graph.parse(data=ontology.read(name), format="turtle")
    found = {str(o) for link in LINKS for o in graph.objects(None, link)}
    return sorted(iri for iri in found if not iri.startswith("https://w3id.org/filigraph/"))


@pytest.mark.parametrize("iri", linked())
def test_the_aligned_term_exists(iri: str) -> None:
    assert declared(iri)


@pytest.mark.parametrize(
    "iri",
    [
        # moved in FIBO in 2025: many graphs still point there
        "https://spec.edmcouncil.org/fibo/ontology/BE/LegalEntities/LegalPersons/LegalEntity",
        "https://schema.org/signatory",  # never existed
        "http://www.w3.org/ns/org#Company",
    ],
)
def test_a_term_that_does_not_exist_is_found_out(iri: str) -> None:
    assert not declared(iri)


def test_every_vocabulary_of_the_design_is_aligned() -> None:
    starts = ("http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/oa#", str(FOAF))
    for start in (*starts, "https://schema.org/", "https://spec.edmcouncil.org/fibo/", "https://schema.followthemoney.tech/",
                  "https://vocab.openownership.org/", "https://www.gleif.org/"):  # fmt: skip
        assert any(iri.startswith(start) for iri in linked()), start
