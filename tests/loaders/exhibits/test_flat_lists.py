"""Lists whose table was flattened to one cell a line, and how other unusual rows are read. All names invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.exhibits.reference import read_reference
from filigraph.loaders.exhibits.status import of_words
from filigraph.loaders.records import Exhibit, ExhibitReference
from filigraph.loaders.render import render

FLAT = """
Index
to Exhibits
Incorporated
by Reference
Exhibit
Number
Exhibit Description
Form
Filing Date/
Period End Date
Filed herewith
3.1
Restated Articles of Quillfeather Corporation.
S-3
7/27/88
10.1*
Supply Agreement with Orley Works, Inc.
ü
14.1
Code of Ethics
10-K
9/27/03
21
Subsidiaries of Quillfeather Corporation
X
23.1
Consent of Independent Registered Public Accounting Firm
X
115
SIGNATURES
"""


def index(source: str) -> tuple[Exhibit, ...]:
    return read_exhibit_index(render(1, source))


def test_a_flattened_table_keeps_forms_ticks_and_whole_numbers() -> None:
    """``S-3`` alone is a form, not a page number; ``21`` alone is an exhibit, ``115`` a page."""
    found = {e.number: (e.description, e.status.value) for e in index(FLAT)}
    assert found == {
        "3.1": ("Restated Articles of Quillfeather Corporation.", "incorporated_by_reference"),
        "10.1": ("Supply Agreement with Orley Works, Inc.", "filed_herewith"),
        "14.1": ("Code of Ethics", "incorporated_by_reference"),
        "21": ("Subsidiaries of Quillfeather Corporation", "filed_herewith"),
        "23.1": ("Consent of Independent Registered Public Accounting Firm", "filed_herewith"),
    }


def test_a_wrapped_description_goes_on_left_of_itself() -> None:
    found = index(
        "Exhibits.\n\nEXHIBIT INDEX\n\n10.1    Employment agreement of Ann B. Carver, dated\nas of January 1, 2005.\n\n"
        "10.2    Employment agreement of Tom Vane,\ndated as of January 2, 2005.\n"
    )
    assert [e.description for e in found] == [
        "Employment agreement of Ann B. Carver, dated as of January 1, 2005.",
        "Employment agreement of Tom Vane, dated as of January 2, 2005.",
    ]


def test_a_wrapped_description_goes_on_below_its_number() -> None:
    found = index(
        "EXHIBIT INDEX\n\n3.1     Restated Certificate of Incorporation of Quillfeather Corporation as filed\n"
        "in Delaware\n10.2    Amendment One to the Employment Agreement between the Company and Lee\nC. Vane\n\n"
        "99.1    Press release\nThe release is also on our site.\n"
    )
    assert [e.description for e in found] == [
        "Restated Certificate of Incorporation of Quillfeather Corporation as filed in Delaware",
        "Amendment One to the Employment Agreement between the Company and Lee C. Vane",
        "Press release",  # a short line was not broken for want of room
    ]


@pytest.mark.parametrize(
    "title", ["Financial Statements and Exhibits:", "Financial Statements, Other Data and Exhibits"]
)
def test_the_item_has_its_number_on_a_line_of_its_own(title: str) -> None:
    found = index(f"Item 1.01\n\nEntry into an Agreement\n\nItem 9.01\n\n{title}\n\n10.18\n\nLease of May 4, 2009\n\n")
    assert [(e.number, e.description) for e in found] == [("10.18", "Lease of May 4, 2009")]
    assert index(f"We describe our\n\n{title}\n\n10.18\n\nLease of May 4, 2009\n\n") == ()


@pytest.mark.parametrize(
    ("opening", "status"),
    [
        ("The exhibit listed below is being furnished with this report.", "furnished"),
        ("The exhibits set forth below are furnished herewith:", "furnished"),
        ("The exhibit listed below is filed with this report.", "filed_herewith"),
    ],
)
def test_the_opening_says_that_all_are_furnished(opening: str, status: str) -> None:
    found = index(f"Item 9.01.  Exhibits\n\n(c) Exhibits.\n\n{opening}\n\n3.1     Amendment of the bylaws\n")
    assert [e.status.value for e in found] == [status]


def test_the_statements_of_the_item_are_no_exhibits() -> None:
    found = index(
        "Item 15.  Exhibits and Financial Statement Schedules.\n\n(a) Documents filed as part of this Report:\n\n"
        "     (1)  Balance Sheets at September 30, 2008 and 2007\n"
        "          Statements of Operations for the years then ended\n\n"
        "     (3)  Exhibits:\n\n     10.1  Supply Agreement with Orley Works, Inc.\n"
    )
    assert [e.number for e in found] == ["10.1"]
    found = index(
        "Item 15.  Exhibits and Financial Statement Schedules.\n\n(c) The following  exhibits are filed herewith:\n\n"
        "2        Omitted - Inapplicable.\n\n10.1     Supply Agreement\n"
    )
    assert [(e.number, e.status.value) for e in found] == [("2", "omitted"), ("10.1", "filed_herewith")]


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("By-laws, as amended. (Exhibit 3.1 to Quillfeather's 3/31/00 Form 10-Q.)", "incorporated_by_reference"),
        ("Indenture, dated June 1, 1946. (Exhibit 7-C under File No. 2-4321.)", "incorporated_by_reference"),
        ("Articles. (Exhibit (3)-1 to Quillfeather's 12/31/94 Form 10-K.)", "incorporated_by_reference"),
        ("Reference is made to Article III of the Articles. (Exhibit 3.1 herein.)", "in_other_exhibit"),
        ("Cover page data (formatted as Inline XBRL and contained in Exhibit 101)", "in_other_exhibit"),
        ("This information is furnished and not filed for purposes of Section 11", "furnished"),
    ],
)
def test_words_that_tell_without_the_usual_verb(words: str, status: str) -> None:
    said = of_words(words)
    assert said is not None
    assert said[0].value == status


def test_a_bare_bracket_anchors_the_reference() -> None:
    reference, _ = read_reference("Indenture, dated June 1, 1946. (Exhibit 7-C under File No. 2-4321.)")
    assert (reference.file_number, reference.exhibit, reference.date) == ("2-4321", "7-C", None)


@pytest.mark.parametrize(
    ("words", "date", "exhibit"),
    [
        ("(Exhibit (a)2(a) to Quillfeather's 9/30/79 Form 10-Q.)", "1979-09-30", "(a)2(a)"),
        ("incorporated by reference to Exhibit 4 of the 1990 Form 10-K", "1990", "4"),
        ("incorporated by reference to Exhibit 2 to the October 1991 Form 8-K", "October 1991", "2"),
        ("incorporated by reference to the 2008 Proxy Statement", "2008", None),
        (
            "incorporated by reference to Exhibit 3 to Form 10-K for the year ended May 31, 2001",
            "year ended May 31, 2001",
            "3",
        ),
    ],
)
def test_the_day_or_year_before_the_form(words: str, date: str, exhibit: str | None) -> None:
    reference, _ = read_reference(words)
    assert (reference.date, reference.exhibit) == (date, exhibit)


def test_dashes_in_the_columns_of_a_reference_say_nothing() -> None:
    found = index(
        "<table><tr><th>Exhibit Number</th><th>Exhibit Description</th><th>Form</th><th>File No.</th><th>Exhibit</th>"
        "<th>Filing Date</th><th>Filed Herewith</th></tr>"
        "<tr><td>3.1</td><td>Bylaws</td><td>10-K</td><td>001-54321</td><td>3.2</td><td>May 4, 2024</td><td></td></tr>"
        "<tr><td>31.1</td><td>Certification</td><td>—</td><td>—</td><td>—</td><td>—</td><td>X</td></tr></table>"
    )
    assert [(e.number, e.status.value, e.reference is None) for e in found] == [
        ("3.1", "incorporated_by_reference", False),
        ("31.1", "filed_herewith", True),
    ]


@pytest.mark.parametrize(("cell", "number"), [("(Exhibit 1.1)", "1.1"), ("Ex. 10(a)", "10(a)"), ("4.2", "4.2")])
def test_words_around_the_number_in_the_column_of_exhibits(cell: str, number: str) -> None:
    found = index(
        "<table><tr><th>Exhibit Number</th><th>Exhibit Description</th><th>Form</th><th>File No.</th><th>Exhibit</th>"
        "<th>Filing Date</th><th>Filed Herewith</th></tr>"
        "<tr><td>3.1</td><td>Bylaws</td><td>10-K</td><td>001-54321</td>"
        f"<td>{cell}</td><td>May 4, 2024</td><td></td></tr>"
        "<tr><td>31.1</td><td>Certification</td><td></td><td></td><td></td><td></td><td>X</td></tr></table>"
    )
    assert [e.reference.exhibit for e in found if e.reference] == [number]


def test_codes_in_a_column_of_notes_are_explained_below() -> None:
    found = index(
        "EXHIBIT INDEX\n\nExhibit\nNumber        Notes             Description\n"
        "3.1           88-S3             Restated Articles of Quillfeather Corporation\n"
        "10.A.5        97K**             1990 Stock Option Plan, as amended through\n"
        "                                December 4, 1996.\n"
        "10.A.6                          Non-Employee Director Stock Plan.\n\nNotes\n\n"
        "88-S3         Incorporated by reference to Exhibit 3.1 to Form S-3 (file no. 33-12345).\n"
        "97K           Incorporated by reference to the exhibit of that number in Form 10-K for 1997.\n"
        "**            Represents a management contract or compensatory plan.\n"
    )
    assert [(e.number, e.description, e.status.value) for e in found] == [
        ("3.1", "Restated Articles of Quillfeather Corporation", "incorporated_by_reference"),
        ("10.A.5", "1990 Stock Option Plan, as amended through December 4, 1996.", "incorporated_by_reference"),
        ("10.A.6", "Non-Employee Director Stock Plan.", "filed_herewith"),
    ]


def test_a_column_of_what_an_exhibit_was_filed_with_before() -> None:
    found = index(
        "<table><tr><td>Exhibit Number</td><td>Description</td>"
        "<td>Previously Filed as an Exhibit to and Incorporated by Reference From</td><td>Date Filed</td></tr>"
        "<tr><td>3.1</td><td>Bylaws.</td><td>Current Report on Form 8-K</td><td>March 6, 2017</td></tr>"
        "<tr><td>10.2</td><td>Lease.</td><td>Filed herewith.</td><td></td></tr>"
        "<tr><td>101.SCH</td><td>Schema</td><td>Submitted electronically herewith.</td><td></td></tr></table>"
    )
    assert [(e.number, e.description, e.status.value) for e in found] == [
        ("3.1", "Bylaws.", "incorporated_by_reference"),
        ("10.2", "Lease.", "filed_herewith"),
        ("101.SCH", "Schema", "filed_herewith"),
    ]
    assert found[0].reference == ExhibitReference("8-K", None, "2017-03-06", None)


def test_certifications_that_are_not_deemed_filed() -> None:
    found = index(
        "EXHIBIT INDEX\n\n31.1*     Certification under Section 302\n\n32.1**    Certification under Section 906\n\n"
        "*   Filed herewith.\n**  The certifications attached as Exhibit 32.1 are not deemed filed.\n"
    )
    assert [e.status.value for e in found] == ["filed_herewith", "furnished"]


def test_a_page_number_two_spaces_from_a_long_description() -> None:
    found = index(
        "INDEX TO EXHIBITS\n\nNumber   Description                          Page\n\n"
        "10.5     Stock Option Plan, as amended to May 4, 1997.  29\n10.6     Plan of the year  97\n"
    )
    assert [e.description for e in found] == ["Stock Option Plan, as amended to May 4, 1997.", "Plan of the year 97"]


def test_a_code_of_the_notes_two_spaces_from_the_description() -> None:
    found = index(
        "Exhibits\n\nExhibit\nNumber    Notes         Description\n\n10.1      90K           Lease of May 4, 1990\n"
        "10.11     90K-10.A.10 **  Employment Agreement of Ann B. Carver\n\n"
        "90K           Incorporated by reference to the 1990 Form 10-K.\n"
        "90K-10.A.10   Incorporated by reference to Exhibit 10.A.10 of the 1990 Form 10-K.\n"
    )
    assert [(e.number, e.description, e.status.value) for e in found] == [
        ("10.1", "Lease of May 4, 1990", "incorporated_by_reference"),
        ("10.11", "Employment Agreement of Ann B. Carver", "incorporated_by_reference"),
    ]
    assert found[1].reference == ExhibitReference("10-K", None, "1990", "10.A.10")


def test_a_number_broken_in_its_column() -> None:
    found = index(
        "INDEX TO EXHIBITS\n\nNumber    Description\n\n10.A.15   Agreement of Ann B. Carver\n"
        "10.A.15-  Restricted Stock\n1         Plan of 1993\n10.A.16   Lease\n"
    )
    assert [(e.number, e.description) for e in found] == [
        ("10.A.15", "Agreement of Ann B. Carver"),
        ("10.A.15-1", "Restricted Stock Plan of 1993"),
        ("10.A.16", "Lease"),
    ]


def test_an_agreement_that_follows_the_list_is_none_of_it() -> None:
    found = index(
        "Exhibit Index\n\nExhibit No.  Description\n\n10(f)(3)     Amendment to the Agreement of the President,\n"
        "             dated August 12, 2002.\n\n<PAGE>\n\n     AMENDMENT TO AGREEMENT\n\n"
        "     WHEREAS, Quillfeather Corporation entered into an agreement;\n\n"
        "     1.   Section 4(ii) is deleted in its entirety and the following is\nsubstituted in its place:\n"
    )
    assert [e.number for e in found] == ["10(f)(3)"]
