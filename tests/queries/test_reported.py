"""Questions about current reports and exhibits: the sample has none, so they are asked of two invented filings."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.kg import KnowledgeGraph

FILINGS = Path(__file__).parent / "reported"
REPORT, ANNUAL = (f"https://w3id.org/filigraph/id/filing/0009999007-{n}" for n in ("06-000001", "07-000002"))


@pytest.fixture(scope="module")
def reported() -> KnowledgeGraph:
    kg = filigraph.open()
    kg.load([FILINGS])
    return kg


def rows(kg: KnowledgeGraph, name: str, *columns: str) -> list[tuple[str, ...]]:
    """The named columns of a question's answer, unbound as empty text."""
    answer = kg.query(name, company="Moor Tools, Inc.").dicts()
    return [tuple("" if row[c] is None else str(row[c]) for c in columns) for row in answer]


def test_items(reported: KnowledgeGraph) -> None:
    assert rows(reported, "items", "item", "present") == [("4.01", "4.01"), ("5.02", "5.02"), ("9.01", "9.01")]


def test_office_changes(reported: KnowledgeGraph) -> None:
    columns = ("effective", "noticed", "change", "person", "titles", "predecessor")
    assert rows(reported, "office-changes", *columns) == [
        ("", "", "appointment", "Lodewijk van Halm", "director", ""),
        ("", "", "appointment", "Roy F. Stane, Jr.", "director", ""),
        ("2006-04-30", "2006-03-08", "departure", "Ann B. Carver", "Chief Financial Officer; Treasurer", ""),
        (
            "2006-05-01",
            "2006-03-09",
            "appointment",
            "Lodewijk van Halm",
            "Chief Financial Officer; Treasurer",
            "Ann B. Carver",
        ),
    ]
    said = rows(reported, "office-changes", "person", "sentence")
    assert said[1][1] == (
        "(d) The Board also elected Mr. van Halm and Roy F. Stane, Jr. as directors, effective immediately."
    )


def test_accountants(reported: KnowledgeGraph) -> None:
    assert rows(reported, "accountants", "date", "change", "firm", "letter", "stance") == [
        ("2006-03-07", "dismissed", "Vane & Co., LLP", "2006-03-10", "partly"),
        ("2006-03-09", "engaged", "Orley & Stane, CPAs", "", ""),
    ]


def test_subsidiaries(reported: KnowledgeGraph) -> None:
    assert rows(reported, "subsidiaries", "name", "jurisdiction", "ownership", "trade", "parent") == [
        ("Moor Holdings B.V.", "The Netherlands", "100", "", ""),
        ("Moor France S.A.", "France", "66.6", "", "Moor Holdings B.V."),
        ("Moor Handels GmbH", "Germany", "100", "", "Moor Holdings B.V."),
        ("Stane Stores, Inc.", "Delaware", "100", "Quist", ""),
        ("Stane Stores, Inc.", "Delaware", "100", "Stane's", ""),
        ("Birch Precision Co. Ltd.", "People's Republic of China", "51", "", ""),
    ]


def test_certifiers(reported: KnowledgeGraph) -> None:
    assert rows(reported, "certifiers", "date", "person", "section", "form", "period") == [
        ("2007-03-01", "Ida M. Birch", "section_302", "10-K", ""),
        ("2007-03-01", "Ida M. Birch", "section_906", "10-K", "2006-12-31"),
        ("2007-03-01", "Lodewijk van Halm", "section_906", "10-K", "2006-12-31"),
    ]


def test_attachments(reported: KnowledgeGraph) -> None:
    assert rows(reported, "attachments", "dated", "kind", "title", "filing") == [
        ("2006-03-09", "press_release", "Moor Tools Names Chief Financial Officer", REPORT)
    ]


def test_grantors(reported: KnowledgeGraph) -> None:
    assert rows(reported, "grantors", "filing", "grantor", "attorneys", "granted", "forms") == [
        (ANNUAL, "Roy F. Stane, Jr.", "Ida M. Birch; Lodewijk van Halm", "2007-02-20", "10-K"),
    ]


def test_nothing_else_is_doubtful(reported: KnowledgeGraph) -> None:
    assert reported.query("problems").rows == []
