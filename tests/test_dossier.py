"""The dossier of an entity: nobody whom a filing names is without lines, in whatever record the name stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import filigraph
from filigraph.dossier import entity_dossier
from filigraph.kg import KnowledgeGraph

QUERIES = Path(__file__).parent / "queries"
SCHEDULE = """<?xml version="1.0"?>
<ownershipDocument>
<documentType>4</documentType>
<periodOfReport>2004-06-01</periodOfReport>
<issuer><issuerCik>0000999801</issuerCik><issuerName>Quernmoor Dyes Inc</issuerName></issuer>
<reportingOwner>
<reportingOwnerId><rptOwnerCik>0000999802</rptOwnerCik><rptOwnerName>MAPLEBECK IVO N</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
</reportingOwner>
<reportingOwner>
<reportingOwnerId><rptOwnerCik>0000999803</rptOwnerCik><rptOwnerName>ASHDOWN CEDRIC L</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isTenPercentOwner>1</isTenPercentOwner></reportingOwnerRelationship>
</reportingOwner>
<ownerSignature>
<signatureName>/s/ Ivo N. Maplebeck</signatureName>
<signatureDate>2004-06-02</signatureDate>
</ownerSignature>
</ownershipDocument>
"""


@pytest.fixture(scope="module")
def kg(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    form = tmp_path_factory.mktemp("owned") / "form4.xml"
    form.write_text(SCHEDULE, "utf-8")
    graph = filigraph.open()
    graph.load([*sorted(sample.glob("*-0[0-4]-*.txt")), QUERIES / "reported", form])
    yield graph
    graph.close()


def said(kg: KnowledgeGraph, name: str) -> list[tuple[str, str]]:
    return sorted({(row["date"], row["says"]) for row in entity_dossier(kg, kg.entity(name))})


def test_whoever_can_be_found_has_a_dossier(kg: KnowledgeGraph) -> None:
    known = kg.index.execute("SELECT DISTINCT iri, label FROM names ORDER BY iri").fetchall()
    assert len(known) > 60
    assert [label for iri, label in known if not entity_dossier(kg, iri)] == []


def test_offices_certifications_and_powers_are_told(kg: KnowledgeGraph) -> None:
    company = "MOOR TOOLS, INC."
    assert said(kg, "Lodewijk van Halm") == [
        ("2006-03-13", f"appointment as director, {company}"),
        ("2006-05-01", f"appointment as Chief Financial Officer, {company}"),
        ("2006-05-01", f"appointment as Treasurer, {company}"),
        ("2007-03-01", f"certified 10-K (section_906), {company}"),
        ("2007-03-01", f"may sign by a power of attorney, {company}"),
    ]


def test_lawyers_and_those_who_give_powers_are_told_with_their_words(kg: KnowledgeGraph) -> None:
    (lawyer,) = entity_dossier(kg, kg.entity("William G. Woodbridge III"))
    assert (lawyer["says"], lawyer["quote"]) == (
        "lawyer of Cascade Technologies Company, Cascade Technologies Company",  # its own
        "William G. Woodbridge III",
    )
    given = [row for row in entity_dossier(kg, kg.entity("Barry S. Halford")) if row["says"].startswith("gave a power")]
    assert {row["quote"] for row in given} == {"Barry S. Halford, M.D."}


def test_owners_are_told_by_what_they_are(kg: KnowledgeGraph) -> None:
    company = "Quernmoor Dyes Inc"
    assert said(kg, "ASHDOWN CEDRIC L") == [("2004-06-01", f"reported as ten percent owner, {company}")]
    assert ("2004-06-01", f"reported as director, {company}") in said(kg, "MAPLEBECK IVO N")
    assert ("", "filed 4") in said(kg, company)


def test_a_name_in_two_places_of_a_certification_is_one_line_with_the_first() -> None:
    reported = filigraph.open()
    reported.load([QUERIES / "reported"])
    rows = entity_dossier(reported, reported.entity("Lodewijk van Halm"))
    assert [row["place"].partition("/id/")[2] for row in rows if row["says"].startswith("certified")] == [
        "filing/0009999007-07-000002/document/5#char=173,190"
    ]
    reported.close()
