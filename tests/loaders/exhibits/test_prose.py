"""What sentences about a list, letters in square brackets and "ibid." say of its rows. All names invented."""

from __future__ import annotations

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import Exhibit, ExhibitReference, ExhibitStatus
from filigraph.loaders.render import render

ASTERISK = """
Item 8. Exhibits

     Exhibits denoted by an asterisk (*) were previously filed as a part of, and are hereby incorporated by reference
from, either (i) the Registrant's Registration Statement on Form S-1, No. 33-45678 ("S-1"), or (ii) the Registrant's
Annual Report on Form 10-K for the year ended June 30, 1993, No. 0-12345 ("1993 10-K"). Exhibits marked
"++" are furnished.

   4.1*        Articles of Incorporation (S-1, Exhibit 3.1)

   4.2*        Bylaws (1993 10-K, Exhibit 3.2)

   5           Opinion of Vane & Moor

   99++        Letter to holders
"""
LETTERS = """
EXHIBIT INDEX

Exhibit No.   Title
  3.01       Articles of Organization [A, Exhibit 3.1]
  3.02       By-laws [A]
(10.1)       Lease, filed as Exhibit 10.2 to Form S-1, File No. 333-22222
(10.2)       Guaranty, ibid.
 21          Subsidiaries

[A]  Incorporated by reference to the Registration Statement on Form SB-2, File No. 333-11111.
"""


def of(text: str) -> dict[str, Exhibit]:
    return {e.number: e for e in read_exhibit_index(render(1, text))}


def test_a_sentence_says_what_a_mark_means_and_the_row_which_of_its_filings() -> None:
    found = of(ASTERISK)
    assert found["4.1"].reference == ExhibitReference("S-1", "33-45678", None, "3.1")
    assert found["4.2"].reference == ExhibitReference("10-K", "0-12345", "year ended June 30, 1993", "3.2")
    assert found["5"].status is ExhibitStatus.FILED_HEREWITH
    assert found["99"].status is ExhibitStatus.FURNISHED


def test_a_letter_in_square_brackets_is_a_note_with_the_number_there() -> None:
    found = of(LETTERS)
    assert found["3.01"].reference == ExhibitReference("SB-2", "333-11111", None, "3.1")
    assert found["3.02"].reference == ExhibitReference("SB-2", "333-11111", None, None)
    assert found["3.02"].description == "By-laws"
    assert found["21"].status is ExhibitStatus.FILED_HEREWITH


def test_ibid_is_where_the_row_above_was_filed() -> None:
    found = of(LETTERS)
    assert found["(10.1)"].reference == ExhibitReference("S-1", "333-22222", None, "10.2")
    assert found["(10.2)"].reference == ExhibitReference("S-1", "333-22222", None, None)
    assert found["(10.2)"].status is ExhibitStatus.INCORPORATED_BY_REFERENCE
