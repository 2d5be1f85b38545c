"""Layouts of exhibit lists, one trap each. All names and numbers are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Exhibit
from filigraph.loaders.render import render


def index(source: str) -> tuple[Exhibit, ...]:
    return read_exhibit_index(render(1, source))


def rows(source: str) -> list[tuple[str, str, str]]:
    return [(e.number, e.description, e.status.value) for e in index(source)]


MARKS_BEFORE = """
Item 8.  Exhibits

  * 4.1.     Restated Certificate of Incorporation
 ** 5.       Opinion of Vane & Moor LLP
   23(a).    Consent of Vane & Moor LLP (contained in
             Exhibit 5)
 ** 23(b).   Consent of Orley, Stane & Brandt LLP

*  Previously filed.
** Filed herewith.

Item 9.  Undertakings
"""

NUMBERED_PAGES = """
                               EXHIBIT INDEX
                                                         Sequentially
Exhibit                                                    Numbered
Number     Description                                       Page
-------    -----------                                   ------------
5-1        Opinion of Vane & Moor LLP . . . . . . . . . . .    14
23-1       Consent of Orley, Stane & Brandt LLP,
           independent accountants . . . . . . . . . . . . .   16
99-1       Quillfeather Corporation 1994 Stock Plan            18
"""

METHOD_COLUMN = """
(a) 3.  Exhibits

Designation         Description                          Method of Filing
-----------         -----------                          ----------------
Exhibit 10-J        Supplemental Plan for                Filed as Exhibit 10-C to the
                    Officers, as amended                 Registrant's Annual Report on
                    through May 1991.                    Form 10-K for the year ended
                                                         December 31, 1991, File No. 1-4321.
Exhibit 10-K        Letter agreement with                Filed with this Report.
                    Quillfeather Bank.
"""

FIVE_COLUMNS = """<html><body><p>Item 16. Exhibits.</p><table>
<tr><td>Exhibit No.</td><td>Description</td><td>Form</td><td>File No.</td><td>Exhibit</td><td>Filing Date</td>
<td>Filed Herewith</td></tr>
<tr><td>4.01</td><td>Articles of Incorporation</td><td>10-K</td><td>001-43210</td>
<td>3.1</td><td>March 1, 2019</td><td></td></tr>
<tr><td>4.02</td><td>Bylaws, as amended</td><td>8-K</td><td>001-43210</td><td>3.2</td><td>06/12/2020</td><td></td></tr>
<tr><td>5.01</td><td>Opinion of Vane &amp; Moor LLP</td><td></td><td></td><td></td><td></td><td>X</td></tr>
<tr><td>24.01</td><td>Power of Attorney (included on signature page)</td><td></td><td></td>
<td></td><td></td><td></td></tr>
</table><p>Item 17. Undertakings.</p></body></html>"""

NESTED = """
Item 8.  Exhibits.

(3)      (i)   Articles of Incorporation of Quillfeather Corporation.
         (ii)  By-laws of Quillfeather Corporation.
(5)            Opinion of counsel.
(99)A.         Long-Term Incentive Plan.
B.             Savings Plan.

Item 9.  Undertakings.
"""

PROSE = """
EXHIBIT INDEX

10.1 Asset Purchase Agreement Among Quillfeather Corporation,
Inc. and its Nominees, and Brandt Holdings, Inc.

10.2 Indemnification Agreement dated March 3,
1997 among the same parties.
"""

WRAPPED_REFERENCE = """
Item 8. Exhibits

Exhibit
No.        Description
-------    -----------
4.2        Rights Agreement (incorporated by reference to Exhibit
           4.1 to the Registrant's Current Report on Form
           8-K dated May 2, 1996)
24         Power of Attorney, incorporated herein by reference to Exhibit
           24 of the Registrant's Registration Statement on Form S-8
           (Registration No. 33-54321), filed on April 27, 1996.
"""

PAGE_BREAK = """
Item 8. Exhibits

4.1        Certificate of Incorporation of Quillfeather Corporation and
           of

                              II-3
<PAGE>

EXHIBIT NO.
-----------

           its subsidiaries.
23.1       Consent of Orley, Stane & Brandt LLP.
"""

DECIMAL_CELLS = """<html><body><p>EXHIBIT INDEX</p><table>
<tr><td>3</td><td>.1</td><td>&#151;</td><td>Bylaws (incorporated by
reference to Exhibit 3.3 of Form 8-K filed May 4, 2005,
Commission File No. 0-54321)</td></tr>
<tr><td>10</td><td>.12*</td><td>&#151;</td><td>Form of Award Agreement</td></tr></table>
<p>* Filed herewith.</p></body></html>"""

FLATTENED = """<html><body><p>INDEX TO EXHIBITS</p><p>3.1</p>
<p>Articles of Incorporation, as restated.</p><p>8-K</p>
<p>3.2</p><p>6/6/14</p><p>4.1</p><p>Form of Certificate.</p><p>10-Q</p><p>4.3</p>
<p>12/30/06</p><p>21.1</p><p>Subsidiaries.</p></body></html>"""

LETTERED_LEGEND = """
Item 15. Exhibits
Exhibit No.   Description
10.1          Executive Plan (A)
10.2          Directors' Plan (B)
31.1          Certification of the Chief Executive Officer

(A)  Incorporated by reference to Exhibit 10.4 to Form 10-Q for the quarter ended June 30, 2004.
(B)  Filed herewith.
"""

MARK_ALONE = """<html><body><p>EXHIBIT INDEX</p><table><tr><td>10.1</td><td>Executive Plan</td><td>(1)</td>
</tr></table>
<p>10.2   Directors' Plan (1)</p><p>(1)</p>
<p>Incorporated by reference to Exhibit 10.7 to Form 10-K for 1999, File No. 1-4321.</p>
</body></html>"""

CATEGORIES = """
                                 EXHIBIT INDEX

  (10)    Material contracts.

          The Employee Plan is Exhibit X to Form 10-K for the year ended
            December 31, 1994, and is hereby incorporated by reference.

          Agreement with the Chairman, dated May 1, 1997.

  (21)    Subsidiaries.
"""


def test_marks_before_numbers_have_their_legend_and_words_of_the_row_win() -> None:
    assert rows(MARKS_BEFORE) == [
        ("4.1", "Restated Certificate of Incorporation", "previously_filed"),
        ("5", "Opinion of Vane & Moor LLP", "filed_herewith"),
        ("23(a)", "Consent of Vane & Moor LLP (contained in Exhibit 5)", "in_other_exhibit"),
        ("23(b)", "Consent of Orley, Stane & Brandt LLP", "filed_herewith"),
    ]


def test_leaders_and_page_numbers_are_no_part_of_descriptions() -> None:
    assert [(n, d) for n, d, _ in rows(NUMBERED_PAGES)] == [
        ("5-1", "Opinion of Vane & Moor LLP"),
        ("23-1", "Consent of Orley, Stane & Brandt LLP, independent accountants"),
        ("99-1", "Quillfeather Corporation 1994 Stock Plan"),
    ]


def test_a_column_of_words_gives_status_and_reference() -> None:
    first, second = index(METHOD_COLUMN)
    assert first.number == "10-J"
    assert first.description == "Supplemental Plan for Officers, as amended through May 1991."
    assert first.status == "incorporated_by_reference"
    assert first.reference is not None
    assert (first.reference.form, first.reference.file_number, first.reference.exhibit) == ("10-K", "1-4321", "10-C")
    assert (second.number, second.status) == ("10-K", "filed_herewith")  # a number, not a form: it follows 10-J


def test_the_reference_of_five_columns_is_put_together() -> None:
    found = index(FIVE_COLUMNS)
    references = [
        (e.number, e.reference and (e.reference.form, e.reference.file_number, e.reference.exhibit, e.reference.date))
        for e in found
    ]
    assert references == [
        ("4.01", ("10-K", "001-43210", "3.1", "2019-03-01")),
        ("4.02", ("8-K", "001-43210", "3.2", "2020-06-12")),
        ("5.01", None),
        ("24.01", None),
    ]
    assert [e.status.value for e in found[2:]] == ["filed_herewith", "on_signature_page"]


def test_numbers_go_on_in_later_lines() -> None:
    assert [(n, d) for n, d, _ in rows(NESTED)] == [
        ("(3)(i)", "Articles of Incorporation of Quillfeather Corporation."),
        ("(3)(ii)", "By-laws of Quillfeather Corporation."),
        ("(5)", "Opinion of counsel."),
        ("(99)A", "Long-Term Incentive Plan."),
        ("(99)B", "Savings Plan."),
    ]


def test_a_list_in_prose_goes_on_below_its_numbers() -> None:
    assert [(n, d) for n, d, _ in rows(PROSE)] == [
        (
            "10.1",
            "Asset Purchase Agreement Among Quillfeather Corporation, Inc. and its Nominees, and Brandt Holdings, Inc.",
        ),
        ("10.2", "Indemnification Agreement dated March 3, 1997 among the same parties."),
    ]


def test_numbers_at_the_beginning_of_wrapped_lines_are_no_rows() -> None:
    found = index(WRAPPED_REFERENCE)
    assert [e.number for e in found] == ["4.2", "24"]
    assert [e.reference.form for e in found if e.reference] == ["8-K", "S-8"]
    assert [e.reference.file_number for e in found if e.reference] == [None, "33-54321"]


def test_a_row_goes_on_after_the_page_and_its_repeated_heading() -> None:
    assert [e.number for e in index(PAGE_BREAK)] == ["4.1", "23.1"]


def test_numbers_may_be_set_in_two_cells() -> None:
    found = index(DECIMAL_CELLS)
    assert [(e.number, e.status.value) for e in found] == [
        ("3.1", "incorporated_by_reference"),
        ("10.12", "filed_herewith"),
    ]
    assert found[1].description == "Form of Award Agreement"


def test_a_flattened_table_keeps_cells_with_their_row() -> None:
    found = index(FLATTENED)
    assert [e.number for e in found] == ["3.1", "4.1", "21.1"]
    assert [e.reference and (e.reference.form, e.reference.exhibit, e.reference.date) for e in found] == [
        ("8-K", "3.2", "2014-06-06"),
        ("10-Q", "4.3", "2006-12-30"),
        None,
    ]


def test_marks_may_be_capital_letters() -> None:
    found = index(LETTERED_LEGEND)
    assert [(e.description, e.status.value) for e in found] == [
        ("Executive Plan", "incorporated_by_reference"),
        ("Directors' Plan", "filed_herewith"),
        ("Certification of the Chief Executive Officer", "filed_herewith"),
    ]


def test_a_mark_may_stand_alone_above_its_legend() -> None:
    found = index(MARK_ALONE)
    assert [e.number for e in found] == ["10.1", "10.2"]
    assert found[1].reference is not None
    assert found[1].reference.file_number == "1-4321"


def test_paragraphs_below_a_kind_of_exhibits_are_rows_of_its_number() -> None:
    assert rows(CATEGORIES) == [
        (
            "(10)",
            "The Employee Plan is Exhibit X to Form 10-K for the year ended December 31, 1994, "
            "and is hereby incorporated by reference.",
            "incorporated_by_reference",
        ),
        ("(10)", "Agreement with the Chairman, dated May 1, 1997.", "filed_herewith"),
        ("(21)", "Subsidiaries.", "filed_herewith"),
    ]


def test_an_index_given_twice_is_merged_and_the_longer_description_holds() -> None:
    twice = """
Item 8.  Exhibits.

5      Opinion of Vane & Moor LLP
24     Power of Attorney

                  SIGNATURES

                 EXHIBIT INDEX

5      Opinion of Vane & Moor LLP as to the legality of the shares
24     Power of Attorney (included on the signature page)
"""
    assert rows(twice) == [
        ("5", "Opinion of Vane & Moor LLP as to the legality of the shares", "filed_herewith"),
        ("24", "Power of Attorney (included on the signature page)", "on_signature_page"),
    ]


def test_paragraphs_of_the_undertakings_are_no_exhibits() -> None:
    source = "Item 8. Exhibits\n\n5    Opinion of counsel\n\nItem 9. Undertakings\n\n1.   The undersigned undertakes.\n"
    assert [n for n, _, _ in rows(source)] == ["5"]


def test_statements_listed_before_the_exhibits_are_none() -> None:
    source = """
Item 14.  Exhibits, Financial Statement Schedules and Reports on Form 8-K

(a)  1.   Consolidated Financial Statements
     2.   Financial Statement Schedules
     3.   Exhibits

          10.1   Executive Plan
          21     Subsidiaries

(b)  Reports on Form 8-K
"""
    assert [n for n, _, _ in rows(source)] == ["10.1", "21"]


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("5", "5"),
        ("5.1", "5.1"),
        ("23(b)", "23(b)"),
        ("4.01", "4.01"),
        ("10.M4", "10.M4"),
        ("99-1", "99-1"),
        ("Exhibit 5.1", "5.1"),
        ("EX-23.1", "23.1"),
        ("23.(i)", "23.(i)"),
        ("10-B-1", "10-B-1"),
        ("101.INS", "101.INS"),
        ("10a(i)", "10a(i)"),
        ("10.7.1+", "10.7.1"),
        ("24.0*", "24.0"),
    ],
)
def test_styles_of_numbers(printed: str, number: str) -> None:
    source = f"EXHIBIT INDEX\n\n{printed:<12}Stock plan of Quillfeather Corporation\n"
    assert [e.number for e in index(source)] == [number]


SPANNING = """
INDEX TO EXHIBITS

Exhibit                               Incorporated by Reference                       Filed
Number    Exhibit Description         Form   File No.    Exhibit   Filing Date        Herewith
3.1       Certificate of Formation    10-Q   001-43210   3.2       July 24, 2024
10.1+     Executive Plan              S-8    333-54321   99.4      January 30, 2025
21.1      Subsidiaries                                                                X
"""


def test_a_heading_may_span_the_columns_below_it() -> None:
    found = index(SPANNING)
    references = [e.reference and (e.reference.form, e.reference.file_number, e.reference.exhibit) for e in found]
    assert references == [("10-Q", "001-43210", "3.2"), ("S-8", "333-54321", "99.4"), None]
    assert [e.number for e in found] == ["3.1", "10.1", "21.1"]
