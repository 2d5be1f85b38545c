"""The status that words tell, and the references they make."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.reference import general_file_number, read_reference
from filigraph.loaders.exhibits.status import of_words


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Consent of Vane & Moor (included in Exhibit 5.1)", "in_other_exhibit"),
        ("Consent of Vane & Moor. Reference is made to Exhibit 5.", "in_other_exhibit"),
        ("Consent of Vane & Moor (included in its opinion filed as Exhibit 5.A)", "in_other_exhibit"),
        ("Consent of Vane & Moor (included in the opinion filed as Exhibit 5.2 to this Form F-3)", "in_other_exhibit"),
        ("Restated Articles (see Exhibit 3.1).", "in_other_exhibit"),
        ("Power of Attorney (included on the signature page hereof)", "on_signature_page"),
        ("Powers of Attorney. Reference is made to the signature page.", "on_signature_page"),
        ("Power of Attorney (incorporated by reference to the signature page hereto).", "on_signature_page"),
        (
            "Bylaws (incorporated by reference to Exhibit 3.2 to the Form S-1 (File No. 333-54321))",
            "incorporated_by_reference",
        ),
        ("Bylaws (filed as Exhibit 3b to Form 8-K dated May 4, 2008)", "incorporated_by_reference"),
        ("Bylaws (filed with Registration Statement 33-54321 as Exhibit 3-B)", "incorporated_by_reference"),
        ("Reference is made to Exhibit 10(c) of Form 10-K for 1995, File No. 1-23456", "incorporated_by_reference"),
        ("Indenture - Exhibit 4(a) to Registration Statement 33-54321", "incorporated_by_reference"),
        ("Bylaws [Form 8-K filed on May 4, 2008, Exhibit 3.2]", "incorporated_by_reference"),
        ("Mortgage [Registration Statement No. 2-8421, Exhibit 7(a)]", "incorporated_by_reference"),
        (
            "T-1, to be incorporated by reference to a subsequent filing under Section 305(b)(2)",
            "to_be_filed_by_amendment",
        ),
        (
            "The Plan is in Registration Statement No. 333-54321, and is hereby incorporated by reference.",
            "incorporated_by_reference",
        ),
        ("Determination letter (to be filed by amendment)", "to_be_filed_by_amendment"),
        ("The Registrant agrees to furnish a copy of any instrument upon request.", "omitted"),
        ("Consent of Orley & Stane LLP filed herewith.", "filed_herewith"),
        ("Press release, furnished herewith", "furnished"),
    ],
)
def test_words_tell_the_status(words: str, status: str) -> None:
    said = of_words(words)
    assert said is not None
    assert said[0].value == status


@pytest.mark.parametrize(
    "words",
    [
        "Portions of the 1997 Annual Report expressly incorporated by reference herein: Pages 33-61",  # what it is
        "Opinion with respect to data incorporated by reference in Part II, Item 6 hereof",
        "Statement of eligibility of the trustee under the indenture",
        "Amendment to Articles, filed with the Secretary of State on May 4, 2000.",
        "Management contract required to be filed as an exhibit",
        "Portions of this exhibit have been omitted pursuant to Item 601(b)(10) of Regulation S-K.",
        "Certain schedules have been omitted. The Registrant agrees to furnish a copy of any omitted schedule.",
    ],
)
def test_words_about_the_document_itself_tell_none(words: str) -> None:
    assert of_words(words) is None


@pytest.mark.parametrize(
    ("words", "form", "number", "exhibit", "date"),
    [
        (
            "incorporated by reference to Exhibit 3.1 to the Registration Statement on Form S-1 (No. 333-54321), "
            "filed on November 17, 1997",
            "S-1",
            "333-54321",
            "3.1",
            "1997-11-17",
        ),
        (
            "filed as Exhibit 10a to Form 10-K for the year ended December 31, 2000, File No. 1-4321",
            "10-K",
            "1-4321",
            "10a",
            "year ended December 31, 2000",
        ),
        (
            "incorporated by reference from Exhibit 3.4 of Form S-1/A (File No. 333-54321) filed on January 3, 2022",
            "S-1/A",
            "333-54321",
            "3.4",
            "2022-01-03",
        ),
        ("Filed as Exhibit 4-E to the Registrant's Registration Statement No. 33-54321", None, "33-54321", "4-E", None),
        (
            "incorporated by reference to Exhibits 4.2 and 4.3 of Form 8-K dated August 17, 2001",
            "8-K",
            None,
            "4.2 and 4.3",
            "2001-08-17",
        ),
    ],
)
def test_references(words: str, form: str | None, number: str | None, exhibit: str, date: str | None) -> None:
    reference, _ = read_reference(words)
    assert (reference.form, reference.file_number, reference.exhibit, reference.date) == (form, number, exhibit, date)


def test_a_file_number_for_all_reports_is_found_in_the_prose() -> None:
    words = "the Company's Current, Quarterly and Annual Reports are filed with the Commission under File No. 1-4321."
    assert general_file_number(words) == "1-4321"
