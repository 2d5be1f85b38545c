"""Titles of kinds of exhibits above their rows, and notes whose marks look like numbers. All names are invented."""

from __future__ import annotations

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Exhibit
from filigraph.loaders.render import render


def read(source: str) -> tuple[Exhibit, ...]:
    return read_exhibit_index(render(1, source))


def rows(source: str) -> list[tuple[str, str, str]]:
    return [(e.number, e.description, e.status.value) for e in read(source)]


# the title of a category is no exhibit; a whole number of its own is one
TITLES = """
Item 14.  Exhibits

Number      Exhibit
  3         Articles of Incorporation and By-laws
            3.1   Restated Articles of Incorporation. (Exhibit 3.1 to the 12/31/98 Form 10-K, File No. 1-4321.)
            3.2   By-laws of the Company
 10         Material Contracts
            10.1  1993 Omnibus Plan (Appendix A to the Company's Proxy Statement dated March 1, 1993.)
 21         Subsidiaries of the Company
"""

# paragraphs below a title go on over a page's end; two that are alike are two exhibits
PAGE_BREAK = """
Item 14.  Exhibits

 EXHIBIT
 NUMBER                        DESCRIPTION OF EXHIBITS
 -------    ---------------------------------------------------------

  (10)      Material contracts.

            The 1997 Plan is Exhibit 10 to Form 10-K for the year ended December 31, 1997, and is
              hereby incorporated by reference.

            The 1994 Plan is Exhibit 10 to Form 10-K for the year ended December 31, 1994, and is
              hereby incorporated by reference.
<PAGE>
 EXHIBIT
 NUMBER                        DESCRIPTION OF EXHIBITS
 -------    ---------------------------------------------------------
            Employment agreement with J. Q. Orley, dated as of November 17, 1997.

  (11)      Statement re computation of per share earnings.
"""

# notes in brackets below numbers in brackets, two to a row
NOTES = """
          (a)(3)  Exhibits

          Exhibit
            No.     Description                                        Reference
          -------   -----------                                        ---------
          (3)(a)    Restated Articles of Incorporation                    (1)
          (10)(b)   1992 Long-Term Plan                                 (1)(2)
          (10)(c)   Agreement with J. Q. Orley                           (3)

     (1)  Incorporated by reference to the exhibits of Registration Statement on Form S-1, No. 33-54321.

     (2)  Compensatory plan required to be filed as an exhibit.

     (3)  Filed herewith.
"""

# a note's letter between number and description, and marks parted by a comma
LETTERS = """
Item 8.  Exhibits.

   4.1 (a)    Restated Articles of Incorporation
   4.2 (b)    Bylaws
   10.1*, **  1998 Plan
   5          Opinion of Vane & Moor LLP

   (a)  Incorporated by reference to Exhibit 3.1 to Form 10-Q dated June 30, 1999.
   (b)  Previously filed.
   *    To be filed by amendment.
"""

# the list's heading again on the next page, codes of a notes' column with a mark behind, and what they stand for
CONTINUED = """
(c) Exhibits

Exhibit
Number    Notes*       Description

 3.1      88-S3        Restated Articles of Incorporation
 10.A.1   93/3Q **     1981 Stock Plan, as amended.

 *   Footnotes appear on page 47.
                                       45
<PAGE>

 (c) Exhibits  (continued)

 10.D.4   (1)          Lease Agreement (Building 2) dated July 12, 1991.

 11                    Computation of per share earnings.

NOTES
(1)           Copies of these agreements have been omitted because they are alike.

88-S3         Incorporated by reference to Exhibit 4.1 to the Registration Statement on Form S-3
              (file no. 33-54321) filed July 27, 1988.

93/3Q         Previously filed.
"""

# a fraction that was flattened to a part a line, and a column of letters
FLAT = """
Exhibit No.
Description
4.5
Form of the Company's 6
1
/
2
% Notes due 2004.
10-Q
4/01/94
4.8
Rights Agreement
"""
LETTER_COLUMN = """
EXHIBIT INDEX

                                            Paper (P) or
Exhibit No.   Description                   Electronic (E)

99.1          Press release of May 4.       E
"""


def test_the_title_of_a_category_is_no_exhibit() -> None:
    assert rows(TITLES) == [
        (
            "3.1",
            "Restated Articles of Incorporation. (Exhibit 3.1 to the 12/31/98 Form 10-K, File No. 1-4321.)",
            "incorporated_by_reference",
        ),
        ("3.2", "By-laws of the Company", "filed_herewith"),
        (
            "10.1",
            "1993 Omnibus Plan (Appendix A to the Company's Proxy Statement dated March 1, 1993.)",
            "incorporated_by_reference",
        ),
        ("21", "Subsidiaries of the Company", "filed_herewith"),
    ]


def test_paragraphs_below_a_category_go_on_on_the_next_page() -> None:
    assert [(number, description[:14], status) for number, description, status in rows(PAGE_BREAK)] == [
        ("(10)", "The 1997 Plan ", "incorporated_by_reference"),
        ("(10)", "The 1994 Plan ", "incorporated_by_reference"),
        ("(10)", "Employment agr", "filed_herewith"),
        ("(11)", "Statement re c", "filed_herewith"),
    ]


def test_notes_in_brackets_are_no_exhibits() -> None:
    assert rows(NOTES) == [
        ("(3)(a)", "Restated Articles of Incorporation", "incorporated_by_reference"),
        ("(10)(b)", "1992 Long-Term Plan", "incorporated_by_reference"),
        ("(10)(c)", "Agreement with J. Q. Orley", "filed_herewith"),
    ]


def test_marks_after_a_number_are_no_part_of_it() -> None:
    assert rows(LETTERS) == [
        ("4.1", "Restated Articles of Incorporation", "incorporated_by_reference"),
        ("4.2", "Bylaws", "previously_filed"),
        ("10.1", "1998 Plan", "to_be_filed_by_amendment"),
        ("5", "Opinion of Vane & Moor LLP", "filed_herewith"),
    ]


def test_a_list_goes_on_below_its_heading_on_the_next_page() -> None:
    assert rows(CONTINUED) == [
        ("3.1", "Restated Articles of Incorporation", "incorporated_by_reference"),
        ("10.A.1", "1981 Stock Plan, as amended.", "previously_filed"),
        ("10.D.4", "Lease Agreement (Building 2) dated July 12, 1991.", "omitted"),
        ("11", "Computation of per share earnings.", "filed_herewith"),
    ]


def test_a_flattened_fraction_is_in_the_description() -> None:
    assert rows(FLAT) == [
        ("4.5", "Form of the Company's 6 1 / 2 % Notes due 2004.", "incorporated_by_reference"),
        ("4.8", "Rights Agreement", "filed_herewith"),
    ]


def test_a_letter_of_another_column_is_no_word_of_the_description() -> None:
    assert rows(LETTER_COLUMN) == [("99.1", "Press release of May 4.", "filed_herewith")]


def test_a_capital_letter_behind_a_number_is_a_notes_only_where_the_number_is_whole_without_it() -> None:
    notes = "\n\n   (A)  Incorporated by reference to Exhibit 3.1 to Form 10-K (File No. 0-4321).\n"
    noted = "Item 8. Exhibits.\n\n   4.01(A)  Bylaws.\n   4.02     Form of Plan.\n   4.03     Form of Option." + notes
    assert [(e.number, e.reference and e.reference.file_number) for e in read(noted)] == [
        ("4.01", "0-4321"),
        ("4.02", None),
        ("4.03", None),
    ]
    parts = "Item 8. Exhibits.\n\n   10(A)  Bylaws.\n   10(B)  Form of Plan.\n   10(C)  Form of Option." + notes
    assert [e.number for e in read(parts)] == ["10(A)", "10(B)", "10(C)"]
    beside = "Item 8. Exhibits.\n\n   4.1(A)  Bylaws.\n   4.1(B)  Form of Plan.\n   4.2     Form of Option." + notes
    assert [e.number for e in read(beside)] == ["4.1(A)", "4.1(B)", "4.2"]
