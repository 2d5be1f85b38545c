"""Forms 3, 4 and 5: owners and their relation, and who signed in which way."""

from __future__ import annotations

import pytest

from filigraph.loaders.forms.disclosures import owners_of, read_disclosure
from filigraph.loaders.forms.ownership import read_ownership
from filigraph.loaders.forms.related import Related
from filigraph.loaders.header import parse_header
from filigraph.loaders.records import Mode

OWNER = """<reportingOwner>
<reportingOwnerId><rptOwnerCik>0009999003</rptOwnerCik><rptOwnerName>DOE JOHN H</rptOwnerName></reportingOwnerId>
<reportingOwnerRelationship><isDirector>1</isDirector><isOfficer>true</isOfficer><isTenPercentOwner>0</isTenPercentOwner>
<officerTitle>President and CFO</officerTitle></reportingOwnerRelationship>
</reportingOwner>
"""
FORM = """<XML>
<?xml version="1.0"?>
<ownershipDocument>
<documentType>4</documentType>
<periodOfReport>2004-03-01</periodOfReport>
<issuer><issuerCik>0009999002</issuerCik><issuerName>Invented &amp; Co Inc</issuerName></issuer>
{owner}<remarks>Executive Vice President and Treasurer</remarks>
<ownerSignature><signatureName>{name}</signatureName><signatureDate>2004-03-02</signatureDate></ownerSignature>
</ownershipDocument>
</XML>
"""
SOURCE = FORM.format(owner=OWNER, name="/s/ John H. Doe")


def read(source: str) -> Related:
    related = read_ownership(1, source)
    assert related is not None
    cited = [issuer.evidence for issuer in related.registrants]
    cited += [person.evidence for person in related.relationships]
    cited += [row.evidence for row in related.signatures]
    assert all(cited)
    for evidence in (e for evidences in cited for e in evidences):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    return related


def test_issuer_owner_and_offices() -> None:
    related = read(SOURCE)
    (issuer,), (owner,) = related.registrants, related.relationships
    assert (related.form_type, related.period, related.problems) == ("4", "2004-03-01", ())
    assert (issuer.name, issuer.cik) == ("Invented & Co Inc", "0009999002")
    assert (owner.owner, owner.cik, owner.titles) == ("DOE JOHN H", "0009999003", ("President", "CFO"))
    assert (owner.director, owner.officer, owner.ten_percent_owner, owner.other) == (True, True, False, False)


def test_evidence_names_the_fields() -> None:
    (owner,) = read(SOURCE).relationships
    assert {e.field: e.quote for e in owner.evidence} == {
        "name": "DOE JOHN H", "cik": "0009999003", "titles": "President and CFO", "director": "1", "officer": "true",
    }  # fmt: skip


def test_title_in_the_remarks() -> None:
    (owner,) = read(SOURCE.replace("President and CFO", "See Remarks")).relationships
    assert owner.titles == ("Executive Vice President", "Treasurer")


SELF, POWER = Mode.SELF, Mode.BY_ATTORNEY
NAMED = "John H. Doe"


@pytest.mark.parametrize(
    ("line", "name", "conformed", "mode", "attorney"),
    [
        ("/s/ John H. Doe", NAMED, NAMED, SELF, None),
        ("John H. Doe", NAMED, None, SELF, None),
        ("/s/ John H. Doe, Jr.", "John H. Doe, Jr.", "John H. Doe, Jr.", SELF, None),
        ("/s/ Mary Major, Attorney-in-Fact for John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("/s/ Mary Major, by power of attorney for John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("By: Mary Major by Power of Attorney For: John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("By: Mary Major, Power of Attorney For: John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("/s/ Mary Major as attorney in fact to John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("/s/ John H. Doe, by Mary Major, attorney-in-fact", NAMED, None, POWER, "Mary Major"),
        ("/s/ Mary Major, Atty-in-Fact for John H. Doe", NAMED, None, POWER, "Mary Major"),
        ("/s/ Mary Major, Attorney-in-Fact", "JOHN H DOE", None, POWER, "Mary Major"),
        ("/s/ Mary Major, under power of attorney", "JOHN H DOE", None, POWER, "Mary Major"),
        ("By: Mary Major, Attorney-in-fact For: the Reporting Person", "JOHN H DOE", None, POWER, "Mary Major"),
        ("/s/ Mary Major, as attorney-in-fact for Doe Partners, L.P.", "Doe Partners, L.P.", None, POWER, "Mary Major"),
    ],
)
def test_who_signed(line: str, name: str, conformed: str | None, mode: Mode, attorney: str | None) -> None:
    (row,) = read(FORM.format(owner=OWNER, name=line)).signatures
    assert (row.name, row.conformed, row.mode, row.attorney) == (name, conformed, mode, attorney)
    assert row.date == "2004-03-02"


@pytest.mark.parametrize(
    ("line", "entity"),
    [
        ("Doe II LP By: Doe GP LLC, its general partner By: /s/ Jane Roe, Managing Member", "Doe II LP"),
        ("/s/ Jane Roe, Managing Member, Doe GP LLC", "Doe GP LLC"),
        ("/s/ Jane Roe, Managing Member, Doe GP LLC, General Partner of Doe II LP", "Doe II LP"),
    ],
)
def test_officer_of_an_owner_that_is_an_organization(line: str, entity: str) -> None:
    (row,) = read(FORM.format(owner=OWNER, name=line)).signatures
    assert (row.name, [c.title for c in row.capacities], row.on_behalf_of) == ("Jane Roe", ["Managing Member"], entity)


def test_one_attorney_for_several_owners() -> None:
    two = OWNER + OWNER.replace("DOE JOHN H", "ROE JANE")
    rows = read(FORM.format(owner=two, name="/s/ Mary Major, Attorney-in-Fact")).signatures
    assert [(row.name, row.attorney) for row in rows] == [("JOHN H DOE", "Mary Major"), ("JANE ROE", "Mary Major")]


def test_signatures_belong_to_the_owners_in_order() -> None:
    two = OWNER + OWNER.replace("DOE JOHN H", "ROE JANE")
    source = FORM.format(owner=two, name="/s/ Mary Major, Attorney-in-Fact")
    block = source[source.index("<ownerSignature>") : source.index("</ownershipDocument>")]
    assert [row.name for row in read(source.replace(block, block + block)).signatures] == ["JOHN H DOE", "JANE ROE"]


def test_signature_for_nobody_known_is_a_problem() -> None:
    source = FORM.format(owner="", name="/s/ Mary Major, Attorney-in-Fact")
    assert [problem.what for problem in read(source).problems] == ["unread-signature", "no-owner"]


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        ("rptOwnerName>", "rptOwnerNam\ne>"),
        ("reportingOwnerRelationship>", "reportingOwnerRelationshi>"),
        ("</reportingOwnerId>", ""),
        ("</ownershipDocument>", ""),
    ],
)
def test_broken_names_and_missing_tags(whole: str, broken: str) -> None:
    (owner,) = read(SOURCE.replace(whole, broken)).relationships
    assert (owner.owner, owner.director, owner.titles) == ("DOE JOHN H", True, ("President", "CFO"))


def test_other_documents_are_not_read() -> None:
    assert read_disclosure(1, "<html><body>Form 4</body></html>") is None


def test_owners_of_a_header() -> None:
    header = parse_header(
        "ACCESSION NUMBER:\t0009999001-00-000001\nCONFORMED SUBMISSION TYPE:\t4\n<REPORTING-OWNER>\nCOMPANY DATA:\n"
        "\tCOMPANY CONFORMED NAME:\tDOE JOHN H\n\tCENTRAL INDEX KEY:\t0009999003\n<RELATIONSHIP>DIRECTOR\n"
    )
    (owner,) = owners_of(header.parties)
    assert (owner.owner, owner.cik, owner.director, owner.officer) == ("DOE JOHN H", "0009999003", True, False)
    assert [evidence.quote for evidence in owner.evidence] == ["DOE JOHN H", "0009999003", "DIRECTOR"]
