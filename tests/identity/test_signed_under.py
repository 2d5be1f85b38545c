"""Signatures of attorneys-in-fact in the graph: under which power, in any order of loading, gone with their filings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

import filigraph
from filigraph import ontology
from filigraph.check import violations
from filigraph.kg import KnowledgeGraph

HEADER = """<SEC-DOCUMENT>{number}.txt : {day}
<SEC-HEADER>{number}.hdr.sgml : {day}
ACCESSION NUMBER:		{number}
CONFORMED SUBMISSION TYPE:	{form}
PUBLIC DOCUMENT COUNT:		1
FILED AS OF DATE:		{day}

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			QUERNMOOR DYES INC
		CENTRAL INDEX KEY:			0000999801
		STATE OF INCORPORATION:			DE

	FILING VALUES:
		FORM TYPE:		{form}
		SEC ACT:		1933 Act
		SEC FILE NUMBER:	{file}
		FILM NUMBER:		3{day}
</SEC-HEADER>
"""
DOCUMENT = """<DOCUMENT>
<TYPE>{kind}
<SEQUENCE>{n}
<TEXT>
{text}
</TEXT>
</DOCUMENT>
"""
COVER = """
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                    FORM {form}

                              Quernmoor Dyes, Inc.
             (Exact name of registrant as specified in its charter)

                                   SIGNATURES

        Pursuant to the requirements of the Securities Act of 1933, the Registrant has duly caused this document to be
signed on its behalf by the undersigned, in the City of Wilmington, State of Delaware, on {said}.

                                      Quernmoor Dyes, Inc.

                                      By: /s/ Odile Tarnworth
                                          Odile Tarnworth
                                          Chief Executive Officer
{appoints}
        This document has been signed by the following persons in the capacities and on the dates indicated.

Name                            Title                       Date
----                            -----                       ----
{rows}
"""
APPOINTS = """
        KNOW ALL MEN BY THESE PRESENTS, that each person whose signature appears below constitutes and appoints Odile
Tarnworth and Basil R. Quenby, and each of them, his or her true and lawful attorneys-in-fact and agents, to sign any
and all amendments to this Registration Statement.
"""
POWER = """
                                                                    Exhibit 24.1
                               POWER OF ATTORNEY

        KNOW ALL MEN BY THESE PRESENTS, that the undersigned, a Director of Quernmoor Dyes, Inc., hereby constitutes
and appoints {attorney}, his or her true and lawful attorney-in-fact, to sign the Annual Report on Form 10-K of the
Company.

        IN WITNESS WHEREOF, I have signed this Power of Attorney on {said}.

                                        /s/ {grantor}
                                        {grantor}
"""
SELF = """
/s/ {name:<27} {title:<27} {said}
----------------------------
{name}
"""
STAR = """
       *                        {title:<27} {said}
----------------------------
{name}
"""
BY = """
*By: /s/ {name}
     {name}
     Attorney-in-Fact
"""


def filing(number: str, day: str, form: str, file: str, said: str, main: dict[str, str], *powers: str) -> str:
    documents = [COVER.format(form=form, said=said, **main), *powers]
    kinds = [form, *("EX-24.1" for _ in powers)]
    parts = [DOCUMENT.format(kind=k, n=n, text=t) for n, (k, t) in enumerate(zip(kinds, documents, strict=True), 1)]
    return HEADER.format(number=number, day=day, form=form, file=file) + "".join(parts) + "</SEC-DOCUMENT>\n"


def rows(said: str, *, signed: str, starred: str, by: str = "") -> str:
    body = "".join(SELF.format(name=n, title="Director", said=said) for n in signed.split(", "))
    body += "".join(STAR.format(name=n, title="Director", said=said) for n in starred.split(", ") if n)
    return body + (BY.format(name=by) if by else "")


def page(body: str, appoints: str = "") -> dict[str, str]:
    return {"appoints": appoints, "rows": body}


ODILE, BASIL, CEDRIC, IVO = "Odile Tarnworth", "Basil R. Quenby", "Cedric L. Ashdown", "Ivo N. Maplebeck"
REGISTRATION, AMENDMENT, ANNUAL, AGAIN = (f"0009999805-0{n}-000001" for n in (1, 2, 3, 4))
SAID = {
    # all sign and appoint two of them
    REGISTRATION: filing(
        REGISTRATION, "20010305", "S-8", "333-99801", "March 1, 2001",
        page(rows("March 1, 2001", signed=f"{ODILE}, {CEDRIC}", starred=""), APPOINTS),
    ),
    # a director who appointed an attorney is signed for, and one who came later
    AMENDMENT: filing(
        AMENDMENT, "20020305", "S-8 POS", "333-99801", "March 4, 2002",
        page(rows("March 4, 2002", signed=ODILE, starred=f"{CEDRIC}, {IVO}", by=ODILE)),
    ),
    # an exhibit of his own for one, none for the other
    ANNUAL: filing(
        ANNUAL, "20030305", "10-K", "000-99801", "March 4, 2003",
        page(rows("March 4, 2003", signed=ODILE, starred=f"{CEDRIC}, {IVO}", by=BASIL)),
        POWER.format(attorney=BASIL, grantor=IVO, said="February 3, 2003"),
    ),
    # the exhibit of the year before names the form
    AGAIN: filing(
        AGAIN, "20040305", "10-K", "000-99801", "March 4, 2004",
        page(rows("March 4, 2004", signed=ODILE, starred=IVO, by=BASIL)),
    ),
}  # fmt: skip
EXPECTED = [
    (AMENDMENT, ODILE, CEDRIC, "P3", f"{REGISTRATION}/power/1"),
    (AMENDMENT, ODILE, IVO, "N4", None),
    (ANNUAL, BASIL, CEDRIC, "N1", None),
    (ANNUAL, BASIL, IVO, "P1", f"{ANNUAL}/power/1"),
    (AGAIN, BASIL, IVO, "P4", f"{ANNUAL}/power/1"),
]


def found(kg: KnowledgeGraph) -> list[tuple[str, str, str, str, str | None]]:
    base = "https://w3id.org/filigraph/id/filing/"
    return [
        (
            str(row["filing"]).removeprefix(base),
            str(row["attorney"]),
            str(row["signed_for"]),
            str(row["rule"]),
            None if row["power"] is None else str(row["power"]).removeprefix(base),
        )
        for row in kg.query("signed-under-power", company="0000999801").dicts()
    ]


def exported(kg: KnowledgeGraph) -> bytes:
    return b"".join(kg.export())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "filings"
    place.mkdir()
    for number, text in SAID.items():
        (place / f"{number}.txt").write_text(text, "utf-8")
    return place


@pytest.fixture
def kg(folder: Path) -> Iterator[KnowledgeGraph]:
    graph = filigraph.open()
    graph.load([folder])
    yield graph
    graph.close()


def test_each_signature_has_its_power_or_the_reason_why_not(kg: KnowledgeGraph) -> None:
    assert found(kg) == EXPECTED
    missing = kg.query("signed-without-power").dicts()
    assert [(row["signed_for"], row["why"], str(row["nearest"])[-28:]) for row in missing] == [
        (IVO, "power not given by the signer", f"{REGISTRATION}/power/1"),
        (CEDRIC, "power for another filing or form", f"{REGISTRATION}/power/1"),
    ]
    used = {
        (str(r["attorney"]), str(r["exhibit"])): r["used"] for r in kg.query("powers", company="0000999801").dicts()
    }
    assert used == {(ODILE, "None"): 1, (BASIL, "None"): 0, (BASIL, "24.1"): 2}


def test_the_words_of_both_sides_can_be_read(kg: KnowledgeGraph) -> None:
    text = """
    PREFIX fg: <https://w3id.org/filigraph/ontology#>
    SELECT ?agent ?giver WHERE {
      GRAPH ?a { ?authority fg:namedAs ?named ; fg:grantedAs ?granted ; fg:power ?power }
      GRAPH ?g { ?power fg:attorney ?named ; fg:grantor ?granted . ?named fg:name ?agent . ?granted fg:name ?giver }
    } ORDER BY ?agent ?giver
    """
    assert [tuple(row) for row in kg.query(text).rows] == [(BASIL, IVO), (BASIL, IVO), (ODILE, CEDRIC)]


@pytest.mark.parametrize("seed", range(6))
def test_any_order_one_by_one_is_all_at_once(kg: KnowledgeGraph, folder: Path, seed: int) -> None:
    paths = sorted(folder.iterdir())
    random.Random(seed).shuffle(paths)
    single = filigraph.open()
    for path in paths:
        single.load([path])
    assert exported(single) == exported(kg)
    single.resolve()
    assert exported(single) == exported(kg)
    single.close()


def test_a_power_taken_out_of_its_filing_covers_nothing(kg: KnowledgeGraph, folder: Path) -> None:
    before = exported(kg)
    path = folder / f"{REGISTRATION}.txt"
    text = path.read_text("utf-8")
    path.write_text(text.replace(APPOINTS, ""), "utf-8")
    kg.load([path])
    rules = {(row[0], row[2]): row[3] for row in found(kg)}
    assert rules[AMENDMENT, CEDRIC] == rules[AMENDMENT, IVO] == "N5"
    assert rules[ANNUAL, CEDRIC] == "N4"
    path.write_text(text, "utf-8")
    kg.load([path])
    assert exported(kg) == before


def test_who_is_who_decides_and_undone_leaves_no_trace(folder: Path, tmp_path: Path) -> None:
    kg = filigraph.open(tmp_path / "s.db")
    kg.load([folder])
    before = exported(kg)
    assert kg.decisions is not None
    columns = "date\twho\tkind\tid_a\tid_b\tjudgement\treason\tsource\n"
    ids = [iri for (iri,) in kg.register.db.execute("SELECT iri FROM mention WHERE name = ? ORDER BY iri", (CEDRIC,))]
    row = f"2026-01-05\tab\tperson\t{ids[0]}\t{{}}\tdifferent\tanother of that name\t\n"
    amended = next(iri for iri in ids if AMENDMENT in iri)
    kg.decisions.write_text(columns + row.format(amended), "utf-8")
    kg.resolve([])
    assert (AMENDMENT, ODILE, CEDRIC, "N4", None) in found(kg)
    kg.decisions.unlink()
    kg.resolve([])
    assert exported(kg) == before
    kg.close()


def test_the_nodes_keep_their_shape(kg: KnowledgeGraph) -> None:
    import rdflib

    shapes = rdflib.Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")
    nodes = "SELECT ?s ?p ?o WHERE { GRAPH <https://w3id.org/filigraph/id/graph/authority> { ?s ?p ?o } }"
    assert list(violations(kg, nodes, shapes)) == []
    assert len(kg.query(nodes).rows) == 5 * 3 + 2 + 5 + 5 + 4  # reasons, powers, attorneys, signers


OWNED = """<?xml version="1.0"?>
<ownershipDocument>
<documentType>4</documentType>
<periodOfReport>2004-06-01</periodOfReport>
<issuer><issuerCik>0000999801</issuerCik><issuerName>Quernmoor Dyes Inc</issuerName></issuer>
<reportingOwner>
<reportingOwnerId><rptOwnerCik>0000999802</rptOwnerCik><rptOwnerName>MAPLEBECK IVO N</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector></reportingOwnerRelationship>
</reportingOwner>
<ownerSignature>
<signatureName>/s/ Basil R. Quenby, Attorney-in-Fact for Ivo N. Maplebeck</signatureName>
<signatureDate>2004-06-02</signatureDate>
</ownerSignature>
</ownershipDocument>
"""


def test_a_signature_whose_words_say_it_without_a_mark_is_told_too(kg: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "form4.xml").write_text(OWNED, "utf-8")
    kg.load([tmp_path / "form4.xml"])
    own = {str(row["filing"]): row for row in kg.query("signed-under-power", company="0000999801").dicts()}
    (row,) = (row for filing, row in own.items() if "/sha256-" in filing)
    # no header, so the day is that of the signature
    assert (row["date"], row["attorney"], row["signed_for"]) == ("2004-06-02", BASIL, IVO)
    assert (row["mark"], row["rule"], row["why"]) == (None, "N5", "no power found")
    missing = [row for row in kg.query("signed-without-power").dicts() if "/sha256-" in str(row["filing"])]
    assert [(row["date"], row["attorney"], row["quote"]) for row in missing] == [("2004-06-02", BASIL, IVO)]
