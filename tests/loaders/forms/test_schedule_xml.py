"""Schedules 13D and 13G in XML: cover pages, the security, and who signed for whom."""

from __future__ import annotations

import dataclasses

import pytest

from filigraph.loaders.forms.disclosures import read_disclosure
from filigraph.loaders.forms.filers import identified
from filigraph.loaders.forms.related import Related
from filigraph.loaders.header import parse_header
from filigraph.loaders.records import BeneficialOwner, Cik, Mode

D = """<?xml version="1.0"?><edgarSubmission xmlns="http://www.sec.gov/edgar/schedule13D">
<headerData><submissionType>SCHEDULE 13D/A</submissionType><filerInfo><filer><filerCredentials><cik>0009999003</cik>
</filerCredentials></filer></filerInfo></headerData><formData>
<coverPageHeader><securitiesClassTitle>Common Stock</securitiesClassTitle><dateOfEvent>05/04/2025</dateOfEvent>
<issuerInfo><issuerCIK>0009999002</issuerCIK><issuerCusips><issuerCusipNumber>99999A 10 3</issuerCusipNumber>
</issuerCusips><issuerName>Invented &amp; Co Inc</issuerName></issuerInfo></coverPageHeader>
<reportingPersons><reportingPersonInfo><reportingPersonCIK>0009999003</reportingPersonCIK>
<reportingPersonName>Doe Fund, L.P.</reportingPersonName><memberOfGroup>a</memberOfGroup>
<citizenshipOrOrganization>DE</citizenshipOrOrganization><soleVotingPower>0</soleVotingPower>
<sharedVotingPower>1234567.50</sharedVotingPower><soleDispositivePower>0</soleDispositivePower>
<sharedDispositivePower>1234567.50</sharedDispositivePower><aggregateAmountOwned>1234567.50</aggregateAmountOwned>
<percentOfClass>11.90</percentOfClass><typeOfReportingPerson>PN</typeOfReportingPerson></reportingPersonInfo>
<reportingPersonInfo><reportingPersonNoCIK>Y</reportingPersonNoCIK>
<reportingPersonName>John H. Doe</reportingPersonName>
<percentOfClass>11.9</percentOfClass><typeOfReportingPerson>IN</typeOfReportingPerson>
<typeOfReportingPerson>HC</typeOfReportingPerson></reportingPersonInfo></reportingPersons>
<signatureInfo><signaturePerson><signatureReportingPerson>Doe Fund, L.P.</signatureReportingPerson>
<signatureDetails><signature>Doe GP, LLC</signature><title>its General Partner</title><date>05/06/2025</date>
</signatureDetails><signatureDetails><signature>{line}</signature><title>{title}</title><date>05/06/2025</date>
</signatureDetails></signaturePerson></signatureInfo></formData></edgarSubmission>
"""
FORM_D = D.format(line="/s/ Jane Roe", title="Managing Member")
FORM_G = """<edgarSubmission xmlns="http://www.sec.gov/edgar/schedule13g"><headerData>
<submissionType>SCHEDULE 13G</submissionType></headerData><formData><coverPageHeader>
<securitiesClassTitle>Class A Common Stock</securitiesClassTitle>
<eventDateRequiresFilingThisStatement>12/31/2024</eventDateRequiresFilingThisStatement><issuerInfo>
<issuerCik>0009999002</issuerCik><issuerName>Invented Corp</issuerName><issuerCusip>999999103</issuerCusip></issuerInfo>
</coverPageHeader><coverPageHeaderReportingPersonDetails><reportingPersonName>Doe Advisers LLC</reportingPersonName>
<memberGroup>b</memberGroup><citizenshipOrOrganization>TX</citizenshipOrOrganization>
<reportingPersonBeneficiallyOwnedNumberOfShares><soleVotingPower>10.00</soleVotingPower></reportingPersonBeneficiallyOwnedNumberOfShares>
<reportingPersonBeneficiallyOwnedAggregateNumberOfShares>10.00</reportingPersonBeneficiallyOwnedAggregateNumberOfShares>
<classPercent>5.1</classPercent><typeOfReportingPerson>IA</typeOfReportingPerson></coverPageHeaderReportingPersonDetails>
<items><item4><classPercent>See Item 11</classPercent></item4></items>
<signatureInformation><reportingPersonName>Doe Advisers LLC</reportingPersonName><signatureDetails>
<signature>John H. Doe</signature><title>Chief Compliance Officer</title><date>01/17/2025</date></signatureDetails>
</signatureInformation></formData></edgarSubmission>
"""


def read(source: str) -> Related:
    related = read_disclosure(1, source)
    assert related is not None
    lists = (related.registrants, related.beneficial_owners, related.subject_securities, related.signatures)
    cited = [record.evidence for records in lists for record in records] + [related.evidence]
    assert all(cited)
    for evidence in (e for evidences in cited for e in evidences):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    return related


def test_issuer_security_and_event_of_a_13d() -> None:
    related = read(FORM_D)
    assert (related.form_type, related.period, related.problems) == ("SCHEDULE 13D/A", "2025-05-04", ())
    assert [(r.name, r.cik) for r in related.registrants] == [("Invented & Co Inc", "0009999002")]
    assert [(s.title, s.cusips) for s in related.subject_securities] == [("Common Stock", ("99999A103",))]


def test_reporting_persons_of_a_13d() -> None:
    fund, person = (dataclasses.replace(owner, evidence=()) for owner in read(FORM_D).beneficial_owners)
    assert fund == BeneficialOwner(
        "Doe Fund, L.P.", Cik("0009999003"), "DE", ("PN",), "a", "0", "1234567.5", "0", "1234567.5", "1234567.5", "11.9"
    )
    assert person == BeneficialOwner("John H. Doe", types=("IN", "HC"), percent="11.9")


def test_13g() -> None:
    related = read(FORM_G)
    (owner,) = related.beneficial_owners
    assert (owner.name, owner.citizenship, owner.group, owner.types) == ("Doe Advisers LLC", "TX", "b", ("IA",))
    assert (owner.sole_voting, owner.aggregate, owner.percent, owner.shared_voting) == ("10", "10", "5.1", None)
    assert (related.period, [s.cusips for s in related.subject_securities]) == ("2024-12-31", [("999999103",)])
    (row,) = related.signatures
    assert (row.name, row.date, row.on_behalf_of) == ("John H. Doe", "2025-01-17", "Doe Advisers LLC")
    assert [c.title for c in row.capacities] == ["Chief Compliance Officer"]


@pytest.mark.parametrize(
    ("line", "title", "name", "mode", "attorney", "titles"),
    [
        ("/s/ Jane Roe", "Managing Member", "Jane Roe", Mode.SELF, None, ["Managing Member"]),
        (
            "/s/ Mary Major*",
            "Mary Major, as Attorney-in-Fact for Jane Roe",
            "Jane Roe",
            Mode.BY_ATTORNEY,
            "Mary Major",
            [],
        ),
        (
            "/s/ Mary Major*",
            "Mary Major, as Attorney-in-Fact for Jane Roe, Managing Director",
            "Jane Roe",
            Mode.BY_ATTORNEY,
            "Mary Major",
            ["Managing Director"],
        ),
        ("/s/ Mary Major", "Attorney-in-Fact", "Doe Fund, L.P.", Mode.BY_ATTORNEY, "Mary Major", []),
        (
            "Mary Major, Attorney-in-Fact for Jane Roe",
            "Authorized Signatory",
            "Jane Roe",
            Mode.BY_ATTORNEY,
            "Mary Major",
            [],
        ),
    ],
)
def test_who_signs_at_the_end_of_a_chain(
    line: str, title: str, name: str, mode: Mode, attorney: str | None, titles: list[str]
) -> None:
    (row,) = read(D.format(line=line, title=title)).signatures
    assert (row.name, row.mode, row.attorney, row.date) == (name, mode, attorney, "2025-05-06")
    assert [c.title for c in row.capacities] == titles
    assert row.on_behalf_of == (None if name == "Doe Fund, L.P." else "Doe Fund, L.P.")


def test_what_is_no_cusip_is_a_problem() -> None:
    related = read(FORM_G.replace("999999103", "none yet"))
    assert [(p.what, p.evidence[0].quote) for p in related.problems] == [("no-cusip", "none yet")]
    assert [s.cusips for s in related.subject_securities] == [()]


def test_schedule_without_people_is_a_problem() -> None:
    related = read(
        FORM_G.replace("coverPageHeaderReportingPersonDetails", "x").replace("<reportingPersonName>Doe", "<y>Doe")
    )
    assert [p.what for p in related.problems] == ["no-reporting-person"]


HEADER = parse_header(
    "ACCESSION NUMBER:\t0009999001-25-000001\nCONFORMED SUBMISSION TYPE:\tSCHEDULE 13G\n\nSUBJECT COMPANY:\n\n"
    "\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tDOE JOHN H\n\t\tCENTRAL INDEX KEY:\t\t0009999002\n\n"
    "FILED BY:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tDOE JOHN H\n\t\tCENTRAL INDEX KEY:\t\t0009999007\n\n"
    "FILED BY:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME:\t\tDOE ADVISERS, L.L.C. /TX/\n"
    "\t\tCENTRAL INDEX KEY:\t\t0009999008\n"
)


@pytest.mark.parametrize(
    ("name", "cik"),
    [
        ("John H. Doe", "0009999007"),
        ("John Doe", "0009999007"),
        ("Doe Advisers LLC", "0009999008"),
        ("John H. Doe, Jr.", None),
        ("Doe Fund, L.P.", None),
    ],
)
def test_the_headers_filing_persons_give_their_cik(name: str, cik: str | None) -> None:
    (owner,) = identified([BeneficialOwner(name)], HEADER.parties)
    assert owner.cik == cik
    assert [e.quote for e in owner.evidence] == ([cik] if cik else [])
