"""Rows of an exhibit list that begin on the line of the list's heading."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.index import read_exhibit_index
from filigraph.loaders.span import Text

CASES = [
    ("(d) Exhibits: 99.1 Press Release dated May 4, 2007", [("99.1", "Press Release dated May 4, 2007")]),
    (
        "(d) Exhibits. The following exhibits are filed herewith: 16.1 Letter from Moor LLP",
        [("16.1", "Letter from Moor LLP")],
    ),
    ("(c) Exhibits. Exhibit 99.1 - Press Release", [("99.1", "Press Release")]),
    ("(d) Exhibit 99.1 Press Release", [("99.1", "Press Release")]),
    # rows below the first begin at the left again
    (
        "(d) Exhibits. The following are filed: Exhibit 10.1 Lease\n\nExhibit 99.1 Press Release",
        [("10.1", "Lease"), ("99.1", "Press Release")],
    ),
    # a rule below a heading is no row, however long
    ("(d) Exhibits " + "- " * 400 + "\n\n99.1 Press Release", [("99.1", "Press Release")]),
]


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_the_first_row_on_the_heading(lines: str, expected: list[tuple[str, str]]) -> None:
    chars = f"Item 9.01 Financial Statements and Exhibits.\n\n{lines}\n\nSIGNATURES\n"

    assert [(e.number, e.description) for e in read_exhibit_index(Text(1, chars, chars))] == expected
