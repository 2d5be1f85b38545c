"""Registration statements that a document cites, and the reports it incorporates."""

from __future__ import annotations

import pytest

from filigraph.loaders.references import is_instruction_e, read_incorporated, read_references
from filigraph.loaders.render import render


def cited(source: str, own: str | None = None) -> list[str]:
    return [r.file_number for r in read_references(render(1, source), own)]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (
            "The contents of the Registration Statements on Form S-8, Nos. 33-41137 (filed June 12, 1991), 33-48964 "
            "and "
            "33-41772, are incorporated by reference.",
            ["33-41137", "33-48964", "33-41772"],
        ),
        ("Registration Statement No. 333-54321, filed May 1, 2001, is deregistered.", ["333-54321"]),
        (
            "Registration Statements on Form S-3 (333-71324) and Form S-8 (Nos. 033-63995 and 333-63581)",
            ["333-71324", "033-63995", "333-63581"],
        ),
        ("FORM 10-K\nCommission File Number of issuing entity: 333-54321-03\nQuillfeather Trust", []),
        ("The description in the Form 8-A (Commission File No. 1-54321).", []),  # not under the Securities Act
        (
            "Article VIII of the Articles, Exhibit 3.1 to the Registration Statement on Form S-1 (File No. 333-54321).",
            [],
        ),
        ("The shares were sold pursuant to our effective registration statement on Form S-3 (File No. 333-54321).", []),
        ("Telephone number 333-5432", []),
    ],
)
def test_which_numbers_are_cited(words: str, numbers: list[str]) -> None:
    assert cited(words) == numbers


def test_a_number_is_cited_that_only_commas_part_from_one_that_is() -> None:
    numbers = [f"33-{n}" for n in range(41000, 41060, 2)]
    listed = ", ".join(numbers[:-1]) + f" and {numbers[-1]}"
    assert (
        cited(f"It is made a part of the registration statements under the Securities Act, Nos. {listed}.") == numbers
    )
    assert cited(f"The ratios fell in the ranges {numbers[0]}, {numbers[1]} of the tables that stand below.") == []


def test_the_numbers_of_a_long_list_are_all_of_its_form() -> None:
    listed = ", ".join(f"33-{n}" for n in range(41000, 41060, 2))
    found = read_references(
        render(1, f"Incorporated in the registration statements on Form S-8 (Nos. {listed})."), None
    )
    assert {r.form for r in found} == {"S-8"}


def test_the_own_number_is_none_unless_an_amendment_names_it() -> None:
    cover = "Registration No. 333-54321\n\nFORM S-8\nREGISTRATION STATEMENT\n"
    assert cited(cover, "333-54321") == []
    amended = "Registration No. 333-54321\n\nPost-Effective Amendment No. 1 to\nFORM S-8\n"
    assert cited(amended, "333-54321") == ["333-54321"]


def test_numbers_of_exhibits_are_none() -> None:
    source = (
        "Item 8. Exhibits\n\n24     Power of Attorney, incorporated by reference to Exhibit 24 to the Registration\n"
        "       Statement on Form S-8 (No. 333-54321)\n\nItem 9. Undertakings\n"
    )
    assert cited(source) == []


def test_form_and_day_of_a_citation() -> None:
    words = (
        "Registration Statement on Form S-8 (File No. 333-54321), filed with the Commission on May 1, 2001, is amended"
    )
    (reference,) = read_references(render(1, words), None)
    assert (reference.form, reference.filed) == ("S-8", "2001-05-01")
    assert [e.quote for e in reference.evidence] == ["333-54321", "May 1, 2001"]


def test_reports_of_item_3() -> None:
    source = """
Item 3.  Incorporation of Documents by Reference.

(a) Annual Report on Form 10-K for the fiscal year ended December 31, 2002 (File No. 0-12345);
(b) Quarterly Report on Form 10-Q for the quarter ended March 31, 2003;
(c) Current Report on Form 8-K filed April 2, 2003.

Item 4.  Description of Securities.
"""
    found = read_incorporated(render(1, source))
    assert [(d.form, d.period, d.filed, d.file_number) for d in found] == [
        ("10-K", "2002-12-31", None, "0-12345"),
        ("10-Q", "2003-03-31", None, None),
        ("8-K", None, "2003-04-02", None),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Pursuant to General Instruction E to Form S-8, the contents are incorporated.", True),
        ("REGISTRATION OF ADDITIONAL SECURITIES", True),
        # justified text spaces its words out
        ("Pursuant  to General  Instruction  E to Form S-8,  the  contents are  incorporated.", True),
        ("General Instruction C to Form S-8", False),
    ],
)
def test_general_instruction_e(words: str, said: bool) -> None:
    assert is_instruction_e(render(1, words)) is said
