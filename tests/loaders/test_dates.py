"""Dates in the forms that filings print."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.dates import find_dates, parse_date
from filigraph.loaders.span import Piece, Text


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("September 18, 2003", "2003-09-18"),
        ("18th day of September, 2003", "2003-09-18"),
        ("this 29TH DAY OF MARCH 1994", "1994-03-29"),
        ("March 26,2001", "2001-03-26"),  # no space
        ("August 04, 2025", "2025-08-04"),
        ("11/20/2018", "2018-11-20"),
        ("7/18/01", "2001-07-18"),
        ("3-4-97", "1997-03-04"),
        ("2004-05-06", "2004-05-06"),
        ("Dated: October 3, 2000", "2000-10-03"),
        ("as of March 20, 2025", "2025-03-20"),
        ("July 15th 1997", "1997-07-15"),
        ("Marcxh 12, 2002", "2002-03-12"),  # typing error
        ("28 th day of March, 2025", "2025-03-28"),  # flattened superscript
        ("28th of March, 2008", "2008-03-28"),  # without "day"
        ("twenty-third day of August, 1994", "1994-08-23"),
        ("Sept. 5, 1999", "1999-09-05"),
        ("5 March 2003", "2003-03-05"),
        ("February\u00a014, 2002", "2002-02-14"),
        ("February  14,  2002", "2002-02-14"),  # justified
        ("September 31, 2003", None),
        ("13/45/99", None),
        ("March 1996", None),  # no day: none is inferred
        ("____ day of", None),
        ("Director", None),
        ("", None),
    ],
)
def test_whole_dates(printed: str, iso: str | None) -> None:
    assert parse_date(printed) == iso


def test_dates_in_a_sentence_with_their_words() -> None:
    words = "in the capacities indicated on August 23, 1994 and this 23rd day of August, 1994, 12/1/98"
    found = find_dates(Piece(Text(1, words, words), 0, len(words)))
    assert [(iso, str(piece)) for iso, piece in found] == [
        ("1994-08-23", "August 23, 1994"),
        ("1994-08-23", "23rd day of August, 1994"),
        ("1998-12-01", "12/1/98"),
    ]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_what_is_written_out_is_read_back(day: date) -> None:
    assert parse_date(f"{day:%B} {day:%d}, {day:%Y}") == f"{day:%Y-%m-%d}"
    assert parse_date(f"{day:%m/%d/%Y}") == f"{day:%Y-%m-%d}"


@given(st.text())
def test_any_text_is_read_without_error(words: str) -> None:
    parse_date(words)
    for iso, piece in find_dates(Piece(Text(1, words, words), 0, len(words))):
        assert parse_date(str(piece)) == iso
