"""Firms' names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.firms import name_at, strings_text


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Vane, Moor & Orley, LLP. Reference is made to Exhibit 5", "Vane, Moor & Orley, LLP"),
        ("Vane, Moor, Stane & Orley LLP, New York, New York", "Vane, Moor, Stane & Orley LLP"),
        ("Vane & Moor, New York", "Vane & Moor"),
        ("Stane, Brandt and Company LLP, independent accountants", "Stane, Brandt and Company LLP"),
        ("Vane, Moor & Co., Law Offices (included in Exhibit 5)", "Vane, Moor & Co., Law Offices"),
        ("Vane Moor & Orley, Professional Corporation", "Vane Moor & Orley, Professional Corporation"),
        ("Orley & Stane L.L.P.. Attorneys of that firm", "Orley & Stane L.L.P."),
        ("Jane Q. Vane, Esq., General Counsel", "Jane Q. Vane"),
        ("the Law Offices of Jane Vane, P.C.", "Law Offices of Jane Vane, P.C."),
        ("Orley + Stane LLP with respect to its report", "Orley + Stane LLP"),
        ("De Vries Blok N.V.", "De Vries Blok N.V."),
        ("J.H. Orley LLP", "J.H. Orley LLP"),
        ("Vane,\n      Moor & Orley LLP", "Vane, Moor & Orley LLP"),
    ],
)
def test_where_a_name_ends(words: str, name: str) -> None:
    found = name_at(strings_text(words), 0)
    assert found is not None
    assert found.words == name


@pytest.mark.parametrize("words", ["Independent Auditors", "Counsel", "the Company", "12 shares", ""])
def test_no_name(words: str) -> None:
    assert name_at(strings_text(words), 0) is None


@given(st.text(max_size=120))
def test_a_name_lies_within_the_text(words: str) -> None:
    found = name_at(strings_text(words), 0)
    assert found is None or 0 <= found.start < found.end <= len(words)
