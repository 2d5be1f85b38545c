"""Form 144: the seller and the relation to the issuer, sales proposed and made, the signature."""

from __future__ import annotations

import dataclasses

import pytest

from filigraph.loaders.forms.disclosures import read_disclosure
from filigraph.loaders.forms.related import Related
from filigraph.loaders.records import Mode, Sale

FORM = """<?xml version="1.0"?><n:edgarSubmission xmlns:n="http://www.sec.gov/edgar/ownership"><n:headerData>
<n:submissionType>144</n:submissionType></n:headerData><n:formData><n:issuerInfo><n:issuerCik>0009999002</n:issuerCik>
<n:issuerName>Invented Corp</n:issuerName>
<n:nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>
John H. Doe</n:nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>
<n:relationshipsToIssuer><n:relationshipToIssuer>Officer</n:relationshipToIssuer></n:relationshipsToIssuer></n:issuerInfo>
<n:securitiesInformation><n:securitiesClassTitle>Common</n:securitiesClassTitle><n:brokerOrMarketmakerDetails>
<n:name>Invented Securities &amp; Co. LLC</n:name></n:brokerOrMarketmakerDetails>
<n:noOfUnitsSold>17087</n:noOfUnitsSold>
<n:aggregateMarketValue>1282000.50</n:aggregateMarketValue><n:noOfUnitsOutstanding>161514066</n:noOfUnitsOutstanding>
<n:approxSaleDate>08/27/2024</n:approxSaleDate><n:securitiesExchangeName>NYSE</n:securitiesExchangeName>
</n:securitiesInformation>
<n:securitiesSoldInPast3Months><n:sellerDetails><n:name>Doe Family Trust</n:name></n:sellerDetails>
<n:securitiesClassTitle>Common</n:securitiesClassTitle><n:saleDate>07/01/2024</n:saleDate>
<n:amountOfSecuritiesSold>200</n:amountOfSecuritiesSold><n:grossProceeds>32932</n:grossProceeds>
</n:securitiesSoldInPast3Months>
<n:noticeSignature><n:noticeDate>08/26/2024</n:noticeDate><n:signature>/s/ John H. Doe</n:signature></n:noticeSignature>
</n:formData></n:edgarSubmission>
"""


def read(source: str) -> Related:
    related = read_disclosure(1, source)
    assert related is not None
    lists = (related.registrants, related.relationships, related.subject_securities, related.sales, related.signatures)
    cited = [record.evidence for records in lists for record in records] + [related.evidence]
    assert all(cited)
    for evidence in (e for evidences in cited for e in evidences):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    return related


def test_issuer_and_class() -> None:
    related = read(FORM)
    assert (related.form_type, related.problems) == ("144", ())
    assert [(r.name, r.cik) for r in related.registrants] == [("Invented Corp", "0009999002")]
    assert [s.title for s in related.subject_securities] == ["Common"]


def test_sales_proposed_and_made() -> None:
    proposed, made = (dataclasses.replace(sale, evidence=()) for sale in read(FORM).sales)
    assert proposed == Sale(
        "John H. Doe", False, "Common", "17087", "1282000.5", "161514066", "2024-08-27",
        "Invented Securities & Co. LLC", "NYSE",
    )  # fmt: skip
    assert made == Sale("Doe Family Trust", True, "Common", "200", "32932", date="2024-07-01")


@pytest.mark.parametrize(
    ("said", "flags", "titles"),
    [
        ("Officer", (False, True, False, False), ()),
        ("Director", (True, False, False, False), ()),
        ("10% Stockholder", (False, False, True, False), ()),
        ("Member of immediate family of any of the foregoing", (False, False, False, True),
         ("Member of immediate family of any of the foregoing",)),
    ],
)  # fmt: skip
def test_relation(said: str, flags: tuple[bool, ...], titles: tuple[str, ...]) -> None:
    (seller,) = read(FORM.replace(">Officer<", f">{said}<")).relationships
    assert (seller.director, seller.officer, seller.ten_percent_owner, seller.other) == flags
    assert (seller.owner, seller.titles) == ("John H. Doe", titles)


@pytest.mark.parametrize(
    ("line", "mode", "attorney"),
    [
        ("/s/ John H. Doe", Mode.SELF, None),
        (
            "Invented Securities &amp; Co. LLC on behalf of John H. Doe",
            Mode.BY_ATTORNEY,
            "Invented Securities & Co. LLC",
        ),
        ("/s/ Mary Major, as attorney-in-fact for John H. Doe", Mode.BY_ATTORNEY, "Mary Major"),
    ],
)
def test_signature(line: str, mode: Mode, attorney: str | None) -> None:
    (row,) = read(FORM.replace("/s/ John H. Doe", line)).signatures
    assert (row.name, row.mode, row.attorney, row.date) == ("John H. Doe", mode, attorney, "2024-08-26")


def test_a_notice_without_seller_is_a_problem() -> None:
    assert [p.what for p in read(FORM.replace("\nJohn H. Doe<", "<")).problems] == ["no-seller"]
