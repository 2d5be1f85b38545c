"""Other forms in XML: the filer and who signs. All names are invented."""

from __future__ import annotations

from filigraph.loaders.filing import read
from filigraph.loaders.forms.disclosures import read_disclosure
from filigraph.loaders.forms.related import Related

MANAGER = """<?xml version="1.0"?>
<edgarSubmission xmlns:ns1="http://www.sec.gov/edgar/common">
<headerData><submissionType>13F-NT</submissionType><filerInfo><filer><credentials><cik>0009999001</cik></credentials></filer>
<periodOfReport>12-31-2020</periodOfReport></filerInfo></headerData>
<formData><coverPage><filingManager><name>Invented Advisers LP</name></filingManager></coverPage>
<signatureBlock><name>Mary Major</name><title>CEO/CCO</title><signature>/s/ M. Major</signature>
<signatureDate>05-31-2021</signatureDate></signatureBlock></formData></edgarSubmission>
"""
VOTES = """<edgarSubmission><headerData><submissionType>N-PX</submissionType>
<filer><issuerCredentials><cik>0009999002</cik>
</issuerCredentials></filer></headerData><formData>
<coverPage><reportingPerson><name>Invented Fund</name></reportingPerson>
</coverPage><signaturePage><reportingPerson>Invented Fund</reportingPerson><txSignature>Mary Major</txSignature>
<txPrintedSignature>Mary B. Major</txPrintedSignature><txTitle>President</txTitle><txAsOfDate>05/15/2024</txAsOfDate>
</signaturePage></formData></edgarSubmission>
"""
CROWD = """<edgarSubmission><headerData><submissionType>C</submissionType>
<filer><filerCredentials><filerCik>0009999003</filerCik>
</filerCredentials></filer></headerData><formData>
<issuerInfo><nameOfIssuer>Invented Works Inc.</nameOfIssuer></issuerInfo>
<signatureInfo><issuerSignature><issuer>Invented Works Inc.</issuer></issuerSignature>
<signaturePersons><signaturePerson>
<personSignature>Mary Major</personSignature><personTitle>CFO and Board Member</personTitle>
<signatureDate>03-26-2024</signatureDate></signaturePerson></signaturePersons>
</signatureInfo></formData></edgarSubmission>
"""
EFFECT = """<edgarSubmission><submissionType>EFFECT</submissionType><effectiveData><filer><cik>0009999004</cik>
<entityName>INVENTED FINANCIAL CORP</entityName>
<fileNumber>333-54321</fileNumber></filer></effectiveData></edgarSubmission>
"""


def related(source: str) -> Related:
    found = read_disclosure(1, source)
    assert found is not None
    cited = [e for r in found.registrants for e in r.evidence] + [e for s in found.signatures for e in s.evidence]
    for evidence in (*cited, *found.evidence):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    return found


def rows(found: Related) -> list[tuple[str, str | None, list[str], str | None, str | None]]:
    return [(s.name, s.conformed, [c.title for c in s.capacities], s.date, s.on_behalf_of) for s in found.signatures]


def test_a_manager_whose_officer_signs() -> None:
    found = related(MANAGER)
    assert (found.form_type, found.period) == ("13F-NT", "2020-12-31")
    assert [(r.name, r.cik) for r in found.registrants] == [("Invented Advisers LP", "0009999001")]
    assert rows(found) == [("Mary Major", "M. Major", ["CEO", "CCO"], "2021-05-31", "Invented Advisers LP")]


def test_a_fund_that_reports_its_votes() -> None:
    found = related(VOTES)
    assert [(r.name, r.cik) for r in found.registrants] == [("Invented Fund", "0009999002")]
    assert rows(found) == [("Mary B. Major", "Mary Major", ["President"], "2024-05-15", "Invented Fund")]


def test_an_issuer_whose_board_signs() -> None:
    found = related(CROWD)
    assert [(r.name, r.cik) for r in found.registrants] == [("Invented Works Inc.", "0009999003")]
    assert rows(found) == [("Mary Major", None, ["CFO", "Board Member"], "2024-03-26", None)]


def test_a_notice_that_names_the_registrant_only() -> None:
    found = related(EFFECT)
    assert [(r.name, r.cik) for r in found.registrants] == [("INVENTED FINANCIAL CORP", "0009999004")]
    assert found.signatures == ()


def test_a_form_that_names_no_filer_is_left_to_the_other_readers() -> None:
    assert read_disclosure(1, "<edgarSubmission><submissionType>X-1</submissionType></edgarSubmission>") is None


def test_the_header_says_what_the_form_does_not() -> None:
    header = (
        "<SEC-HEADER>\nACCESSION NUMBER: 0009999001-21-000001\nCONFORMED SUBMISSION TYPE: 13F-NT\n"
        "FILED AS OF DATE: 20210601\n\nFILER:\n\n\tCOMPANY DATA:\n\t\tCOMPANY CONFORMED NAME: INVENTED ADVISERS LP\n"
        "\t\tCENTRAL INDEX KEY: 0009999001\n\t\tIRS NUMBER: 821234567\n\t\tSTATE OF INCORPORATION: DE\n</SEC-HEADER>\n"
    )
    document = f"<DOCUMENT>\n<TYPE>13F-NT\n<SEQUENCE>1\n<TEXT>\n<XML>\n{MANAGER}</XML>\n</TEXT>\n</DOCUMENT>\n"
    source = f"<SEC-DOCUMENT>x\n{header}{document}"
    (named,) = read(source.encode(), "x").registrants
    assert (named.name, named.jurisdiction, named.ein) == ("Invented Advisers LP", "DE", "821234567")
    assert {e.field for e in named.evidence} == {"name", "cik", "jurisdiction", "ein"}
