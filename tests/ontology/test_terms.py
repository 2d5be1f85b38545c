"""terms.py, the Turtle files and the tables of the mapping say the same; and every term is of use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, URIRef

from filigraph import ontology
from filigraph.loaders import records, tables
from filigraph.loaders.bulk import tables as bulk
from filigraph.loaders.kinds import SAID, Share
from filigraph.ontology import terms
from filigraph.ontology.terms import FG, Class, Property

PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, RDF.Property)


def graph(name: str) -> Graph:
    return Graph().parse(data=ontology.read(name), format="turtle")


def concepts(name: str, namespace: str) -> set[str]:
    found = (str(s) for s in graph(name).subjects(RDF.type, SKOS.Concept))
    return {iri.removeprefix(namespace) for iri in found if iri.startswith(namespace)}


def test_classes_are_those_of_the_turtle() -> None:
    assert set(Class) == {str(s) for s in graph("filigraph.ttl").subjects(RDF.type, OWL.Class)}


def test_properties_are_those_of_the_turtle() -> None:
    found = {str(s) for kind in PROPERTIES for s in graph("filigraph.ttl").subjects(RDF.type, kind)}
    assert set(Property) == found


def test_codes_are_those_of_the_schemes() -> None:
    assert concepts("roles.ttl", terms.ROLE) == set(records.Role)
    assert concepts("codes.ttl", terms.MODE) == set(records.Mode)
    assert concepts("codes.ttl", terms.COUNSEL) == set(records.CounselCapacity)
    assert concepts("codes.ttl", terms.AUDITOR) == set(records.AuditorCapacity)
    assert concepts("codes.ttl", terms.STATUS) == set(records.ExhibitStatus)
    assert concepts("codes.ttl", terms.PRICE_BASIS) == set(records.PriceBasis)
    assert concepts("codes.ttl", terms.MOVEMENT) == set(records.MovementKind)
    assert concepts("codes.ttl", terms.CAUSE) == set(records.DeregistrationCause)
    assert concepts("exhibit-numbers.ttl", terms.EXHIBIT) == terms.EXHIBITS
    assert concepts("form-types.ttl", terms.FORM) == terms.FORMS


def test_form_types_are_those_of_the_registered_families() -> None:
    from filigraph.loaders.forms import FAMILIES

    assert {t.replace(" ", "_") for family in FAMILIES for t in family.types} == terms.FORMS


def test_the_exhibit_scheme_knows_the_eras() -> None:
    note = graph("exhibit-numbers.ttl").value(URIRef(terms.EXHIBIT + "24"), SKOS.historyNote)
    assert str(note) == "Before the renumbering of 1993: 25, while 24 was consents."


def test_evidence_properties_are_the_fields_of_the_tables() -> None:
    every = (*tables.TABLES, *bulk.TABLES)
    fields = {f.attr for t in every for f in t.fields if not isinstance(f, Share)} | set(SAID)
    found = {str(s) for s in graph("evidence.ttl").subjects(RDF.type, OWL.ObjectProperty)}
    assert found == {terms.EVIDENCE + f for f in fields}
    asked = {terms.EVIDENCE + f for f in re.findall(r"\bev:(\w+)", ontology.read("shapes.ttl"))}
    assert found == asked  # by the shape that wants evidence for each record


def _mapped() -> Iterator[str]:
    """The terms that the tables of the mapping write."""
    for table in (*tables.TABLES, *bulk.TABLES):
        yield str(table.cls)
        yield from (str(f.property) for f in table.fields)


def _texts(root: Path) -> Iterator[str]:
    """Queries, code and shapes: what may name a term."""
    folders = (root / "queries", root / "loaders", root / "src" / "filigraph", root / "ontology")
    for path in (path for folder in folders for path in sorted(folder.rglob("*"))):
        if path.suffix in {".py", ".rq"} and path.name != "terms.py":
            yield path.read_text(encoding="utf-8")
    yield ontology.read("shapes.ttl")


def _named(text: str) -> set[str]:
    """The terms that a text names, declared or not."""
    found = {FG + local for local in re.findall(r"\bfg:([A-Za-z]\w*)", text)}
    found |= set(re.findall(re.escape(FG) + r"[A-Za-z]\w*", text))
    found |= {str(getattr(Property, n)) for n in re.findall(r"\bProperty\.([A-Z_\d]+)", text)}
    return found | {str(getattr(Class, n)) for n in re.findall(r"\bClass\.([A-Z_\d]+)", text)}


def test_every_term_that_is_named_is_declared(root: Path) -> None:
    declared = {str(t) for t in [*Class, *Property]}
    assert {name for text in _texts(root) for name in _named(text)} - declared == set()


def test_every_term_is_used(root: Path) -> None:
    used = set(_mapped())
    for text in _texts(root):
        used |= _named(text)
        used |= {FG + local for local in re.findall(r"[\"'](\w+)[\"']", text)}  # as in BIND("signedFor" AS ?tie)
    supers = {FG + "Evidence", FG + "Mention", FG + "evidence"}  # other terms name them
    assert {str(t) for t in [*Class, *Property]} - used - supers == set()


def test_the_documents_name_declared_terms_only(root: Path) -> None:
    declared = {str(t) for t in [*Class, *Property]}
    for name in ("docs/graph.md", "ontology/README.md"):
        assert _named((root / name).read_text(encoding="utf-8")) - declared == set(), name


def test_every_competency_question_has_its_query(root: Path) -> None:
    linked = set(re.findall(r"\(\.\./(queries/[\w-]+\.rq)\)", (root / "ontology" / "README.md").read_text()))
    assert {name for name in linked if not (root / name).is_file()} == set()
    assert len(linked) >= 20
