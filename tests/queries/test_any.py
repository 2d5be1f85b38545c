"""Questions whose company may be left out: they are asked of all then, and of one give its rows of the whole answer."""

from __future__ import annotations

import pytest

from filigraph.kg import KnowledgeGraph
from filigraph.queries import catalog

SPARED = [name for name in catalog.names() if any(p.default == "any" for p in catalog.load(name).params)]


def test_which_they_are() -> None:
    assert SPARED == [
        "auditor-changes",
        "auditor-successions",
        "deregistered",
        "missing-filings",
        "several-offices",
        "unreported-auditor-changes",
        "unused-powers",
    ]


@pytest.mark.parametrize("name", [name for name in SPARED if name != "deregistered"])
def test_one_company_has_its_rows_of_the_whole(name: str, graph: KnowledgeGraph) -> None:
    whole = graph.query(name).rows
    at = catalog.load(name).columns.index("company")
    assert graph.query(name, company="any").rows == whole
    companies = {str(row[at]) for row in whole}
    assert len(companies) > 2
    for company in (min(companies), max(companies)):
        rows = graph.query(name, company=company).rows
        assert rows
        assert rows == [row for row in whole if row[at] == company]


def test_an_auditor_that_comes_back_follows_again(graph: KnowledgeGraph) -> None:
    rows = graph.query("auditor-successions", company="Sigma Financial Holdings, Inc.").dicts()
    columns = ("predecessor", "last_confirmed", "successor", "first")
    assert [tuple(row[c] for c in columns) for row in rows] == [
        ("Deloitte & Touche LLP", "2014-01-13", "Marcum LLP", "2015-02-18"),
        ("Marcum LLP", "2015-02-18", "Deloitte & Touche LLP", "2018-07-19"),
    ]
