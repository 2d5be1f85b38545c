"""Which names are organizations, law firms, audit firms; which two names are one firm's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.organizations import firm_key, is_audit_firm, is_law_firm, is_organization, same_firm


@pytest.mark.parametrize(
    ("name", "law", "audit", "organization"),
    [
        ("Vane, Moor & Quillfeather, L.L.P.", True, False, True),
        ("Vane and Moor, P.A.", True, False, True),
        ("Vane & Moor", True, False, True),  # partners' names without a form
        ("Law Offices of Jane Q. Vane", True, False, True),
        ("Orley & Stane, CPAs", False, True, True),
        ("ERNST & YOUNG LLP", False, True, True),
        ("Pricewaterhouse Coopers LLP", False, True, True),  # misspelt with a space
        ("Arthur Anderson LLP", False, True, True),  # misspelt
        ("Cohen & Company, Ltd.", False, True, True),
        ("Cohen, Vane & Moor, P.C.", True, False, True),  # begins like it, other partners
        ("Wolf, Orley and Stane LLP", True, False, True),
        ("BDO Orley, LLP", False, True, True),  # a name that nobody bears as a surname
        ("Northgate Timber Company, L.P.", False, False, True),
        ("Quillfeather Holdings, Inc.", False, False, True),
        ("First Bank of Quillfeather", False, False, True),
        ("Samuel J. Vane, Jr.", False, False, False),
        ("Will Counsel", False, False, False),  # a surname that is a word for lawyers
        ("Jane Q. Vane, CPA", False, True, False),  # a degree
        ("Ladies & Gentlemen", False, False, True),
        ("", False, False, False),
    ],
)
def test_kinds_of_names(name: str, law: bool, audit: bool, organization: bool) -> None:
    assert (is_law_firm(name), is_audit_firm(name), is_organization(name)) == (law, audit, organization)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Ernst & Young,  LLP", "ERNST & YOUNG", True),
        ("Vane, Moor, Orley & Stane, L.L.P.", "Vane Moor Orley & Stane LLP", True),
        ("Vane Moor Orley & Stane", "Vane Moor Orley & Stane, Professional Corporation", True),
        ("PwC", "PricewaterhouseCoopers LLP", True),
        ("Price Waterhouse LLP", "PricewaterhouseCoopers LLP", False),  # a successor is another firm
        ("Vane & Moor LLP", "Vane & Orley LLP", False),
        ("", "", False),
    ],
)
def test_variants_of_one_name(one: str, two: str, same: bool) -> None:
    assert same_firm(one, two) is same


@given(st.text(max_size=60))
def test_a_key_is_stable(name: str) -> None:
    assert firm_key(name) == firm_key(name.strip())
    assert same_firm(name, name) is bool(firm_key(name))
