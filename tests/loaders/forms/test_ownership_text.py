"""Forms 3, 4 and 5 in text and as web pages: the relationship box, the owner, the issuer, the signature."""

from __future__ import annotations

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.records import Filing, Mode
from filigraph.loaders.submission import split

HEADER = """<SEC-HEADER>0009999001-00-000009.hdr.sgml : 20000314
ACCESSION NUMBER:		0009999001-00-000009
CONFORMED SUBMISSION TYPE:	4
CONFORMED PERIOD OF REPORT:	20000229
FILED AS OF DATE:		20000314

ISSUER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			INVENTED TOOLS CORP
		CENTRAL INDEX KEY:			0009999002

REPORTING-OWNER:
	COMPANY DATA:
		COMPANY CONFORMED NAME:			DOE JOHN H
		CENTRAL INDEX KEY:			0009999003
</SEC-HEADER>
"""
FORM = """<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<TEXT>
FORM 4
STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP
1. Name and Address of Reporting Person*
   Doe, John H.
   1 Main Street
   Springfield, IL 62700
2. Issuer Name and Ticker or Trading Symbol
   Invented Tools Corporation (INVT)
4. Statement for Month/Year
   February 2000
{box}
7. Individual or Joint/Group Filing (Check Applicable Line)
   (X) Form filed by One Reporting Person
Table I -- Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned
Explanation of Responses:
{signature}
</TEXT>
</DOCUMENT>
"""
BOX = """6. Relationship of Reporting Person(s) to Issuer (Check all applicable)
   (X) Director ( ) 10% Owner (X) Officer (give title below) ( ) Other
   (specify below)
   President & Chief Executive Officer"""
SIGNATURE = "SIGNATURE OF REPORTING PERSON\n/s/ John H. Doe\nDATE\nMarch 13, 2000"


def filing(box: str = BOX, signature: str = SIGNATURE, header: str = HEADER) -> Filing:
    source = header + FORM.format(box=box, signature=signature)
    found = read(source.encode(), "form.txt")
    cited = [owner.evidence for owner in found.relationships] + [row.evidence for row in found.signatures]
    assert all(cited)
    text = split(source.encode()).documents[0].source
    for evidence in (e for evidences in cited for e in evidences if e.span.document == 1):
        assert text[evidence.span.start : evidence.span.end] == evidence.quote
    return found


def test_header_and_box_together() -> None:
    found = filing()
    (owner,) = found.relationships
    assert (owner.owner, owner.cik, owner.titles) == (
        "DOE JOHN H",
        "0009999003",
        ("President", "Chief Executive Officer"),
    )
    assert (owner.director, owner.officer, owner.ten_percent_owner, owner.other) == (True, True, False, False)
    assert [(r.name, r.cik) for r in found.registrants] == [("Invented Tools Corporation", "0009999002")]
    assert (found.form_type, found.period, found.problems) == ("4", "2000-02-29", ())


def test_header_alone() -> None:
    found = read(HEADER.encode(), "form.hdr.sgml")
    assert [(owner.owner, owner.cik) for owner in found.relationships] == [("DOE JOHN H", "0009999003")]
    assert (found.form_type, found.period, found.problems) == ("4", "2000-02-29", ())


def test_form_without_header() -> None:
    found = filing(header="")
    (owner,) = found.relationships
    assert (owner.owner, owner.cik, owner.officer) == ("Doe, John H.", None, True)
    assert (found.form_type, [r.name for r in found.registrants]) == ("4", ["Invented Tools Corporation"])


NONE = (False, False, False, False)
LABEL = "6. Relationship of Reporting Person(s) to Issuer (Check all applicable)\n"


@pytest.mark.parametrize(
    ("box", "flags", "titles"),
    [
        ("[X] Director\n[ ] 10% Owner\n[ ] Officer (give title below)\n[ ] Other (specify below)",
         (True, False, False, False), ()),
        ("[ ] Director    [X] 10% Owner\n[ ] Officer     [ ] Other", (False, False, True, False), ()),
        ("_X_ Director ___ 10% Owner _X_ Officer ___ Other\nTreasurer", (True, True, False, False), ("Treasurer",)),
        ("    Director          10% Owner\nX   Officer (give title below)   Other\n    Chief Technology Officer",
         (False, True, False, False), ("Chief Technology Officer",)),
        ("Director [X]   10% Owner [ ]   Officer [ ]   Other [ ]", (True, False, False, False), ()),
        ("( ) Director ( ) 10% Owner ( ) Officer (give title below)\n(X) Other (specify below)\nManaging Director",
         (False, False, False, True), ("Managing Director",)),
        ("( ) Director ( ) 10% Owner ( ) Officer ( ) Other", NONE, ()),
    ],
)  # fmt: skip
def test_box(box: str, flags: tuple[bool, ...], titles: tuple[str, ...]) -> None:
    (owner,) = filing(LABEL + box).relationships
    assert (owner.director, owner.officer, owner.ten_percent_owner, owner.other) == flags
    assert owner.titles == titles


def test_ticks_and_office_have_their_words() -> None:
    (owner,) = filing().relationships
    said = [(e.field, e.quote) for e in owner.evidence if e.span.document == 1]
    assert said == [
        ("director", "(X)"), ("director", "Director"), ("officer", "(X)"), ("officer", "Officer (give title below)"),
        ("titles", "President & Chief Executive Officer"),
    ]  # fmt: skip


def test_a_form_without_box_is_a_problem() -> None:
    found = filing(box="")
    assert [problem.what for problem in found.problems] == ["no-relationship-box"]
    assert [owner.owner for owner in found.relationships] == ["DOE JOHN H"]


@pytest.mark.parametrize(
    ("signature", "name", "mode", "date"),
    [
        (SIGNATURE, "John H. Doe", Mode.SELF, "2000-03-13"),
        ("/s/ John H. Doe                  03/13/2000\n** Signature of Reporting Person   Date",
         "John H. Doe", Mode.SELF, "2000-03-13"),
        ("John H. Doe                      03/13/2000\n** Signature of Reporting Person   Date",
         "John H. Doe", Mode.SELF, "2000-03-13"),
        ("SIGNATURE OF REPORTING PERSON\n/s/         John H. Doe\nDate: March 13, 2000",
         "John H. Doe", Mode.SELF, "2000-03-13"),
        ("/s/ Mary Major, Attorney-in-Fact   03/13/2000\n** Signature of Reporting Person     Date", "John H. Doe",
         Mode.BY_ATTORNEY, "2000-03-13"),
    ],
)  # fmt: skip
def test_signature(signature: str, name: str, mode: Mode, date: str) -> None:
    (row,) = filing(signature=signature).signatures
    assert (row.name, row.mode, row.date) == (name, mode, date)


PAGE = """<html><body><table><tr><td>FORM 4</td><td>STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP</td></tr></table>
<table border="1"><tr><td rowspan="3">1. Name and Address of Reporting Person<sup>*</sup>
<table><tr><td><a>Doe John H</a></td></tr></table><hr>
<table><tr><td>(Last)</td><td>(First)</td><td>(Middle)</td></tr></table></td>
<td>2. Issuer Name <b>and</b> Ticker or Trading Symbol<br><a>Invented Tools Corp</a> [ <span>INVT</span> ]</td>
<td rowspan="2">5. Relationship of Reporting Person(s) to Issuer<br>(Check all applicable)
<table><tr><td>X</td><td>Director</td><td></td><td>10% Owner</td></tr>
<tr><td>X</td><td>Officer (give title below)</td><td></td><td>Other (specify below)</td></tr>
<tr><td></td><td>Chief Financial Officer</td></tr></table></td></tr>
<tr><td>3. Date of Earliest Transaction (Month/Day/Year)<br>04/30/2020</td></tr></table>
<table><tr><td><u>/s/ John H. Doe</u></td><td><u>05/02/2020</u></td></tr>
<tr><td>** Signature of Reporting Person</td><td>Date</td></tr></table></body></html>
"""


def test_the_web_page_of_a_form() -> None:
    found = read(PAGE.encode(), "form4.html")
    (owner,) = found.relationships
    assert (found.form_type, owner.owner, owner.titles) == ("4", "Doe John H", ("Chief Financial Officer",))
    assert (owner.director, owner.officer, owner.ten_percent_owner, owner.other) == (True, True, False, False)
    assert [r.name for r in found.registrants] == ["Invented Tools Corp"]
    assert [(s.name, s.date, s.on_behalf_of) for s in found.signatures] == [("John H. Doe", "2020-05-02", None)]
