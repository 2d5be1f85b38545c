"""Registration statements that a list names once and then by a short name. All names invented."""

from __future__ import annotations

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.records import ExhibitReference
from filigraph.loaders.render import render

LIST = """
Item 14. Exhibits

3.1   Articles of Incorporation [incorporated by reference to Exhibit 3.1 to Registration Statement on Form S-1,
      No. 333-54321 (the "1997 S-1")]

3.2   Bylaws [incorporated by reference to Exhibit 3.2 to the 1997 S-1]

4.1   Form of Note [incorporated by reference to Exhibit 4.2 to Form 10-Q for the quarter ended March 31, 1999]

10.1  Lease with Quillfeather Corporation (the "Landlord")

"""


def test_a_short_name_stands_for_what_it_was_given_to() -> None:
    references = {e.number: e.reference for e in read_exhibit_index(render(1, LIST))}
    assert references == {
        "3.1": ExhibitReference("S-1", "333-54321", None, "3.1"),
        "3.2": ExhibitReference("S-1", "333-54321", None, "3.2"),
        "4.1": ExhibitReference("10-Q", None, "quarter ended March 31, 1999", "4.2"),
        "10.1": None,
    }


def test_the_row_cites_where_the_name_was_given() -> None:
    bylaws = next(e for e in read_exhibit_index(render(1, LIST)) if e.number == "3.2")
    assert any("333-54321" in e.quote for e in bylaws.evidence if e.field == "reference")
