"""IRIs come from stable raw keys, and what is one thing has one IRI."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from filigraph.loaders import iri

ID = "https://w3id.org/filigraph/id/"


@pytest.mark.parametrize(
    ("cik", "ein", "name", "place", "expected"),
    [
        ("0000844143", "11-2928178", "A", None, "company/cik/0000844143"),
        ("844143", None, "A", None, "company/cik/0000844143"),
        (None, "11-2928178", "A", None, "company/ein/112928178"),
        (None, "112928178", "B", None, "company/ein/112928178"),
        ("none", "11-2928178", "A", None, "company/ein/112928178"),
    ],
)
def test_company(cik: str | None, ein: str | None, name: str, place: str | None, expected: str) -> None:
    assert iri.company_iri(cik, ein, name, place) == ID + expected


def test_a_company_without_number_goes_by_name_and_jurisdiction() -> None:
    here = iri.company_iri(None, "00-0000000", "Invented Group, Inc.", "Delaware")
    assert here == iri.company_iri(None, None, "INVENTED GROUP INC", "DELAWARE")
    assert here != iri.company_iri(None, None, "INVENTED GROUP INC", "Nevada")
    assert here.startswith(ID + "company/name/")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2000 Stock Option Plan", "The 2000 Stock Option Plan", True),
        ("2000 Stock Option Plan", "2000 Stock Option Plan, as amended and restated", True),
        ("2000 Stock Option Plan", "2000 Stock Option Plan (as amended)", True),
        ("2000 Stock Option Plan", "Amended and Restated 2000 Stock Option Plan", True),
        ("2000 Stock Option Plan", "Invented Group Inc. 2000 Stock Option Plan", True),
        ("2000 Stock Option Plan", "2001 Stock Option Plan", False),
        ("Stock Option Plan", "Second Stock Option Plan", False),
        ("Stock Option Plan", "Stock Option Plan II", False),
    ],
)
def test_titles_of_one_plan(one: str, other: str, same: bool) -> None:
    key = iri.plan_key
    assert (key(one, "Invented Group, Inc.") == key(other, "Invented Group, Inc.")) is same


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("333-102580", "333-102580"),
        ("33-1234", "033-01234"),
        ("2-98765", "002-98765"),
        ("033-01234", "033-01234"),
        ("333-102580-01", "333-102580-01"),
        (" 333 - 102580 ", "333-102580"),
        ("333–102580", "333-102580"),
        ("1-12345", "001-12345"),
        ("333-", None),
        ("Registration", None),
    ],
)
def test_file_number(printed: str, expected: str | None) -> None:
    assert iri.canonical_file_number(printed) == expected


def test_only_securities_act_numbers_are_registration_statements() -> None:
    assert iri.registration_iri("333-102580") == ID + "registration/333-102580"
    assert iri.registration_iri("001-12345") is None
    assert iri.registration_iri("811-01234") is None


def test_evidence_is_a_character_range_of_its_document() -> None:
    filing = iri.filing_iri("0000999999-03-000042")
    assert iri.evidence_iri(filing, 1, 120, 142) == iri.document_iri(filing, 1) + "#char=120,142"


@given(st.text(), st.text())
def test_any_text_makes_a_valid_iri(one: str, other: str) -> None:
    for made in (
        iri.filing_iri(one),
        iri.filing_graph(one),
        iri.evidence_property(one),
        iri.company_iri(one, other, one, other),
        iri.plan_iri(iri.company_iri(None, None, one, None), other, one),
        iri.person_mention(iri.filing_iri(one), other),
    ):
        assert NamedNode(made).value == made
