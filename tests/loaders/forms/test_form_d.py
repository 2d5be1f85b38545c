"""Form D: issuers, related persons, signatures."""

from __future__ import annotations

import pytest

from filigraph.loaders.forms.disclosures import read_disclosure
from filigraph.loaders.forms.related import Related

FORM = """<?xml version="1.0"?>
<edgarSubmission>
<submissionType>D/A</submissionType>
<primaryIssuer><cik>0009999002</cik><entityName>Invented Fund LP</entityName>
<jurisdictionOfInc>DELAWARE</jurisdictionOfInc>
<issuerPreviousNameList><value>None</value></issuerPreviousNameList></primaryIssuer>
<issuerList><issuer><cik>0009999004</cik><entityName>Invented Fund II LP</entityName></issuer></issuerList>
<relatedPersonsList><relatedPersonInfo>
<relatedPersonName><firstName>Mary</firstName><middleName>B.</middleName><lastName>Major</lastName></relatedPersonName>
<relatedPersonRelationshipList><relationship>Executive Officer</relationship><relationship>Director</relationship>
</relatedPersonRelationshipList><relationshipClarification>President and CEO</relationshipClarification>
</relatedPersonInfo></relatedPersonsList>
<signatureBlock><signature><issuerName>Invented Fund LP</issuerName><signatureName>/s/ M. B. Major</signatureName>
<nameOfSigner>Mary B. Major</nameOfSigner><signatureTitle>President</signatureTitle>
<signatureDate>2011-07-14</signatureDate>
</signature></signatureBlock>
</edgarSubmission>
"""


def read(source: str) -> Related:
    related = read_disclosure(1, source)
    assert related is not None
    cited = [issuer.evidence for issuer in related.registrants]
    cited += [person.evidence for person in related.relationships]
    cited += [row.evidence for row in related.signatures]
    assert all(cited)
    for evidence in (e for evidences in cited for e in evidences):
        assert source[evidence.span.start : evidence.span.end] == evidence.quote
    return related


def test_issuers() -> None:
    related = read(FORM)
    assert related.form_type == "D/A"
    assert [(issuer.name, issuer.cik, issuer.jurisdiction) for issuer in related.registrants] == [
        ("Invented Fund LP", "0009999002", "DELAWARE"),
        ("Invented Fund II LP", "0009999004", None),
    ]


def test_related_person() -> None:
    (person,) = read(FORM).relationships
    assert (person.owner, person.titles) == ("Mary B. Major", ("President", "CEO"))
    assert (person.director, person.officer, person.other) == (True, True, False)


def test_promoter() -> None:
    (person,) = read(FORM.replace(">Director<", ">Promoter<")).relationships
    assert (person.director, person.officer, person.other) == (False, True, True)
    assert person.titles == ("President", "CEO", "Promoter")


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("N/A", "Invented Advisers, LLC", "Invented Advisers, LLC"),
        ("n/a", "Invented GP LLC", "Invented GP LLC"),
        (".", "Invented Capital Corp", "Invented Capital Corp"),
        ("LLC", "Invented GP,", "Invented GP, LLC"),
        ("Ltd.", "Invented Group", "Invented Group Ltd."),
        ("Jo", "O&apos;Hara", "Jo O'Hara"),
    ],
)
def test_organizations_in_the_fields_of_persons(first: str, last: str, name: str) -> None:
    source = FORM.replace(">Mary<", f">{first}<").replace(">B.<", "><").replace(">Major<", f">{last}<")
    assert [person.owner for person in read(source).relationships] == [name]


def test_signature() -> None:
    (row,) = read(FORM).signatures
    assert (row.name, row.conformed, row.date) == ("Mary B. Major", "M. B. Major", "2011-07-14")
    assert ([capacity.title for capacity in row.capacities], row.on_behalf_of) == (["President"], "Invented Fund LP")


def test_form_without_people_is_a_problem() -> None:
    start, end = FORM.index("<relatedPersonInfo>"), FORM.index("</relatedPersonsList>")
    assert [problem.what for problem in read(FORM[:start] + FORM[end:]).problems] == ["no-related-person"]
