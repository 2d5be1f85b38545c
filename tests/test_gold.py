"""The first filing that was read, against the record that was written down for it by hand, and through the graph."""

from __future__ import annotations

import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import filigraph
from filigraph.loaders.publish import to_json

SEED = Path("S-8") / "innovo-group-2003-09-26.txt"


@pytest.fixture(scope="module")
def record(shared: Path) -> dict[str, Any]:
    """The seed's record as `extract` gives it."""
    return to_json(filigraph.read((shared / "filings" / "gold" / SEED).read_bytes(), str(SEED)))


def test_every_scored_field_is_as_written_down(shared: Path, record: dict[str, Any]) -> None:
    score = runpy.run_path(str(shared / "gold" / "score.py"))
    gold = json.loads((shared / "gold" / "dev" / f"{SEED}.json").read_text("utf-8"))
    wanted, found = score["items"](gold), score["items"](record)
    differing = {
        field: (wanted[field], found[field])
        for field in score["FIELDS"]
        if score["match"](field, wanted[field], found[field])[1:] != (set(), set())
    }
    assert differing == {}


def test_father_and_son_are_two_and_the_son_signs_for_three(record: dict[str, Any]) -> None:
    rows = record["signatures"]
    names = {row["name"] for row in rows}
    assert len(names) == 9
    (son,) = {name for name in names if name.endswith(", Jr.")}
    assert son.removesuffix(", Jr.") in names
    assert [row["attorney"] for row in rows if row["mode"] == "by_attorney"] == [son] * 3
    assert len([row for row in rows if row["conformed"] and row["conformed"] != row["name"]]) >= 1
    assert {row["date"] for row in rows} >= {"2003-09-15"}
    assert len([row for row in rows if row["date"] == "2003-09-15"]) == 1


def test_what_is_registered_and_where_it_stood_before(record: dict[str, Any]) -> None:
    assert [(o["amount"], o["price"]) for o in record["offerings"]] == [("2000000", "6.495")]
    assert [e["number"] for e in record["exhibits"]] == ["5", "23.1", "23.2", "99.1"]
    assert [a["report_dates"] for a in record["auditors"]] == [["2003-02-04"]]
    assert record["referenced_file_numbers"] == ["333-102580"]
    assert record["id"].startswith("sha256-")


@pytest.fixture
def kg(shared: Path) -> Iterator[filigraph.kg.KnowledgeGraph]:
    graph = filigraph.open()
    graph.load([shared / "filings" / "gold" / SEED])
    yield graph
    graph.close()


def test_a_filing_without_header_comes_back_and_its_father_and_son_stay_two(
    kg: filigraph.kg.KnowledgeGraph, record: dict[str, Any]
) -> None:
    back = kg.record(record["id"])
    assert back | {"source": ""} == record | {"source": ""}
    people = kg.query("signatories", filing=record["id"]).dicts()
    assert {row["name"] for row in people} == {row["name"] for row in record["signatures"]}
    (son,) = {row["name"] for row in people if str(row["name"]).endswith(", Jr.")}
    assert len({hit.iri for hit in kg.find(str(son).removesuffix(", Jr."), "person")}) == 2
