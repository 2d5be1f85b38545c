"""Answers against the truth beside the sample: who signed, as what, for whom, who sat where, which firms."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from filigraph.kg import KnowledgeGraph
from filigraph.loaders.organizations import firm_key

Table = list[dict[str, str]]
FILING = "https://w3id.org/filigraph/id/filing/"


@pytest.fixture(scope="module")
def truth(sample: Path) -> dict[str, Table]:
    tables: dict[str, Table] = {}
    for path in sample.parent.glob("*.tsv"):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file, delimiter="\t"))
    return tables


def straight(text: object) -> str:
    return str(text).replace("’", "'")


def test_signatories_of_every_filing(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    expected = defaultdict(list)
    for row in truth["signatures"]:
        titles = sorted(set(row["titles"].split("; ")) - {""})
        expected[row["accession"]].append((row["printed"], titles, row["date"], row["mode"], row["on_behalf_of"]))
    assert len(expected) == 60
    for accession, rows in expected.items():
        found = [
            (straight(r["name"]), str(r["titles"]).split("; "), r["date"], r["mode"], r["behalf"] or "")
            for r in graph.query("signatories", filing=accession).dicts()
        ]
        assert found == rows, accession


def test_every_row_signed_by_an_attorney(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    people = {row["person_id"]: row["name"] for row in truth["people"]}
    expected = sorted(
        (people[row["attorney_person_id"]], row["printed"], row["accession"])
        for row in truth["signatures"]
        if row["mode"] == "by_attorney"
    )
    found = sorted(
        (straight(r["attorney"]), straight(r["signed_for"]), str(r["filing"]).removeprefix(FILING))
        for r in graph.query("attorneys").dicts()
    )
    assert found == expected


def test_firms_of_every_registrant(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    ciks = {row["accession"]: row["cik"] for row in truth["filings"]}
    own = {row["cik"]: firm_key(row["name"]) for row in truth["registrants"]}
    kind = {row["firm_id"]: row["kind"] for row in truth["firms"]}
    for query, what in (("counsel", "law"), ("auditors", "audit")):
        expected = defaultdict(set)
        for row in truth["firm_mentions"]:
            if kind[row["firm_id"]] == what:
                expected[ciks[row["accession"]]].add((firm_key(row["printed"]), row["capacity"]))
        for cik, pairs in expected.items():
            rows = graph.query(query, company=cik).dicts()
            found = {(firm_key(str(r["firm"])), r["acts"]) for r in rows}
            in_house = {(own[cik], "opinion"), (own[cik], "consent"), (own[cik], "legal_matters")}
            assert {p for p in found - in_house if p[1] != "legal_matters"} == pairs, (query, cik)


def test_agents_of_every_registrant(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    for row in truth["filings"]:
        rows = graph.query("agents", company=row["cik"]).dicts()
        assert [r["date"] for r in rows if r["filing"] == FILING + row["accession"]] == [row["date"]]


def test_plans_of_every_registrant(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    expected = sorted((row["cik"], row["date"], row["plan"], row["accession"]) for row in truth["filings"])
    found = sorted(
        (cik, str(r["date"]), straight(r["plan"]), str(r["filing"]).removeprefix(FILING))
        for cik in {row["cik"] for row in truth["filings"]}
        for r in graph.query("plans", company=cik).dicts()
    )
    assert found == expected


def test_interlocks_of_every_registrant(graph: KnowledgeGraph, truth: dict[str, Table]) -> None:
    ciks = {row["accession"]: row["cik"] for row in truth["filings"]}
    names = {row["person_id"]: row["name"] for row in truth["people"]}
    boards = defaultdict(set)
    for row in truth["signatures"]:
        if "Director" in row["titles"] or "Chairman" in row["titles"]:
            boards[row["person_id"]].add(ciks[row["accession"]])
    expected = {(names[p], c) for p, seats in boards.items() if len(seats) > 1 for c in seats}
    found = {
        (str(r["person"]), cik)
        for cik in {row["cik"] for row in truth["registrants"]}
        for r in graph.query("interlocks", company=cik).dicts()
    }
    assert found <= expected
    # who signs elsewhere by initials only is not taken for the same person (tests/test_resolve.py)
    assert len(expected) == 48
    assert len(expected - found) <= 6


def test_references_and_what_they_extend(sample: Path, tmp_path: Path) -> None:
    import filigraph

    source = (sample / "0009999003-00-000012.txt").read_text("utf-8")
    text = (
        "Pursuant to General Instruction E to Form S-8, the contents of the Registration Statement on\n"
        "Form S-8 (File No. 333-01234), filed on June 3, 1996, are incorporated herein by reference.\n\n"
    )
    place = source.index("Item 3.")
    (tmp_path / "extended.txt").write_text(source[:place] + text + source[place:], "utf-8")
    kg = filigraph.open()
    kg.load([tmp_path / "extended.txt"])
    rows = kg.query("references", company="0000490043").dicts()
    assert [(r["cites"], r["general_instruction_e"]) for r in rows] == [("333-01234", True)]
    kg.close()
