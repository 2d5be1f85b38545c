"""What the questions about holders and sales answer on a schedule and a notice, which the sample has none of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import filigraph
from filigraph.kg import KnowledgeGraph

SCHEDULE = """<edgarSubmission><submissionType>SCHEDULE 13D</submissionType>
<securitiesClassTitle>Common</securitiesClassTitle>
<dateOfEvent>05/04/2025</dateOfEvent><issuerInfo><issuerCIK>0009999002</issuerCIK><issuerName>Invented Corp</issuerName>
<issuerCusip>999999103</issuerCusip></issuerInfo><reportingPersonInfo>
<reportingPersonName>Doe Fund, L.P.</reportingPersonName>
<soleVotingPower>5</soleVotingPower><soleDispositivePower>7</soleDispositivePower>
<aggregateAmountOwned>1234</aggregateAmountOwned><percentOfClass>11.9</percentOfClass>
<typeOfReportingPerson>PN</typeOfReportingPerson></reportingPersonInfo><signaturePerson>
<signatureReportingPerson>Doe Fund, L.P.</signatureReportingPerson><signatureDetails><signature>/s/ Jane Roe</signature>
<title>Director</title><date>05/06/2025</date></signatureDetails></signaturePerson></edgarSubmission>
"""
NOTICE = """<edgarSubmission><submissionType>144</submissionType><issuerInfo><issuerCik>0009999002</issuerCik>
<issuerName>Invented Corp</issuerName>
<nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>John H. Doe</nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>
<relationshipToIssuer>Director</relationshipToIssuer></issuerInfo><securitiesInformation>
<securitiesClassTitle>Common</securitiesClassTitle><noOfUnitsSold>170</noOfUnitsSold>
<approxSaleDate>08/27/2024</approxSaleDate></securitiesInformation><securitiesSoldInPast3Months><sellerDetails>
<name>John H. Doe</name></sellerDetails><saleDate>07/01/2024</saleDate></securitiesSoldInPast3Months></edgarSubmission>
"""


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    folder = tmp_path_factory.mktemp("holdings")
    (folder / "schedule.xml").write_text(SCHEDULE, "utf-8")
    (folder / "notice.xml").write_text(NOTICE, "utf-8")
    kg = filigraph.open()
    kg.load([folder])
    yield kg
    kg.close()


def test_holders(invented: KnowledgeGraph) -> None:
    (row,) = invented.query("holders", company="Invented Corp").rows
    assert row[:1] + row[2:10] == (
        "2025-05-04", "SCHEDULE 13D", "Doe Fund, L.P.", 1234, 11.9, 5, 7, "Common", "999999103",
    )  # fmt: skip


def test_sales(invented: KnowledgeGraph) -> None:
    rows = invented.query("sales", company="Invented Corp").rows
    assert [row[:5] for row in rows] == [
        ("2024-07-01", True, "John H. Doe", None, None),
        ("2024-08-27", False, "John H. Doe", "Common", 170),
    ]


def test_the_directors_of_a_holder_are_not_those_of_the_issuer(invented: KnowledgeGraph) -> None:
    assert invented.query("board", company="Invented Corp").rows == []
    signers = {row[0] for row in invented.query("people", least="1").rows}
    assert "Jane Roe" not in signers
