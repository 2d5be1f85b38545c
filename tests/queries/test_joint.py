"""Filings of several registrants: each signature is for the one on whose page it stands; who files together is told."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.kg import KnowledgeGraph

FILINGS = Path(__file__).parent / "joint"
BOTH = "Tarn Holdings, Inc. + Tarn Operating LLC"


@pytest.fixture(scope="module")
def joint() -> KnowledgeGraph:
    kg = filigraph.open()
    kg.load([FILINGS])
    return kg


@pytest.mark.parametrize(
    ("company", "board"),
    [
        ("Quarrel Works Corporation", ["Ann B. Carver", "Bernard T. Moy", "Lena Voss", "Cyril Hask"]),
        ("Quarrel Finance LLC", ["Dan Orley", "Eve Lumley"]),  # a page of its own
        ("Tarn Operating LLC", ["Bernard T. Moy", "Cyril Hask", "Hana Bright"]),  # one page for both
    ],
)
def test_a_board_is_that_of_its_own_page(joint: KnowledgeGraph, company: str, board: list[str]) -> None:
    assert [row[0] for row in joint.query("board", company=company).rows] == board


def test_registrants_that_file_together_count_as_one(joint: KnowledgeGraph) -> None:
    both = f"Quarrel Works Corporation; {BOTH}"
    assert joint.query("people").rows == [("Bernard T. Moy", 2, both), ("Cyril Hask", 2, both)]
    rows = {row[0]: row[1:] for row in joint.query("people", least="1").rows}
    assert rows["Ivor Strand"] == (1, "Quarrel Finance LLC + Quarrel Works Corporation")
    assert rows["Dan Orley"] == (1, "Quarrel Finance LLC")
    assert joint.query("overboarded", least="2").rows == [("Bernard T. Moy", 2, both), ("Cyril Hask", 2, both)]


def test_pairs_that_file_together_come_last(joint: KnowledgeGraph) -> None:
    assert [row[:3] + row[4:] for row in joint.query("shared-boards", least="1").rows] == [
        ("Quarrel Works Corporation", "Tarn Holdings, Inc.", 1, 0),
        ("Quarrel Works Corporation", "Tarn Operating LLC", 1, 0),
        ("Tarn Holdings, Inc.", "Tarn Operating LLC", 3, 1),
    ]


def test_interlocks_say_whether_terms_overlap(joint: KnowledgeGraph) -> None:
    rows = joint.query("interlocks", company="Tarn Operating LLC").dicts()
    assert [(row["person"], row["other"], row["overlap"], row["together"]) for row in rows] == [
        ("Bernard T. Moy", "Quarrel Works Corporation", True, 0),
        ("Cyril Hask", "Quarrel Works Corporation", False, 0),
        ("Bernard T. Moy", "Tarn Holdings, Inc.", True, 1),
        ("Cyril Hask", "Tarn Holdings, Inc.", True, 1),
        ("Hana Bright", "Tarn Holdings, Inc.", True, 1),
    ]


def test_page_changes_compare_pages_of_the_registrant(joint: KnowledgeGraph) -> None:
    rows = joint.query("page-changes", company="Quarrel Works Corporation").dicts()
    assert [(row["change"], row["person"]) for row in rows] == [("appeared", "Lena Voss"), ("vanished", "Cyril Hask")]
    assert joint.query("page-changes", company="Quarrel Finance LLC").rows == []


def test_nobody_is_last_seen_before_a_page_that_directors_do_not_sign(joint: KnowledgeGraph) -> None:
    rows = joint.query("board-changes", company="Quarrel Works Corporation").dicts()
    assert [(str(row["date"]), row["change"], row["person"]) for row in rows] == [
        ("2005-03-09", "last seen", "Cyril Hask"),
        ("2007-06-01", "appeared", "Lena Voss"),
    ]
    assert joint.query("board-changes", company="Tarn Operating LLC").rows == []
