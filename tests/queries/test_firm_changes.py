"""A new name of the auditor is no new auditor: questions about changes say what became of the old firm."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.kg import KnowledgeGraph

#: Filings of one registrant of the sample in order of time, with the auditor that each names.
FILINGS = {
    "0009999003-95-000006": "Coopers & Lybrand L.L.P.",
    "0009999003-96-000007": "Ernst & Young LLP",
    "0009999003-98-000008": "Moss Adams LLP",
    "0009999003-01-000009": "Singer Lewak Greenbaum & Goldstein LLP",
}


def loaded(sample: Path, folder: Path, *auditors: str) -> KnowledgeGraph:
    """A graph of these filings, the auditors in turn put in place of those that they name."""
    for (accession, printed), auditor in zip(FILINGS.items(), auditors, strict=True):
        text = (sample / f"{accession}.txt").read_text("utf-8")
        assert printed in text, accession
        (folder / f"{accession}.txt").write_text(text.replace(printed, auditor), "utf-8", newline="")
    kg = filigraph.open()
    kg.load([folder])
    return kg


def asked(kg: KnowledgeGraph, name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple("" if row[c] is None else str(row[c]) for c in columns) for row in kg.query(name).dicts()]


SUCCESSION = ("predecessor", "successor", "event")


@pytest.mark.parametrize(
    ("auditors", "expected"),
    [
        # two firms merge into a third, which the filings of 1998 and 2001 name
        (
            ("Coopers & Lybrand L.L.P.", "Coopers & Lybrand L.L.P.", *["PricewaterhouseCoopers LLP"] * 2),
            [("Coopers & Lybrand L.L.P.", "PricewaterhouseCoopers LLP", "merger")],
        ),
        # a change of name
        (
            (*["KPMG Peat Marwick LLP"] * 3, "KPMG LLP"),
            [("KPMG Peat Marwick LLP", "KPMG LLP", "rename")],
        ),
        (
            ("Coopers & Lybrand L.L.P.", "Coopers & Lybrand L.L.P.", "PricewaterhouseCoopers LLP", "Ernst & Young LLP"),
            [
                ("Coopers & Lybrand L.L.P.", "PricewaterhouseCoopers LLP", "merger"),
                ("PricewaterhouseCoopers LLP", "Ernst & Young LLP", ""),
            ],
        ),
        # the client went over years before the firms merged
        (
            (*["Hein + Associates LLP"] * 2, *["Moss Adams LLP"] * 2),
            [("Hein + Associates LLP", "Moss Adams LLP", "")],
        ),
        # and the one of the merging firms followed the other
        (
            (*["Coopers & Lybrand L.L.P."] * 2, *["Price Waterhouse LLP"] * 2),
            [("Coopers & Lybrand L.L.P.", "Price Waterhouse LLP", "")],
        ),
    ],
)
def test_what_became_of_the_firm_is_said(
    sample: Path, tmp_path: Path, auditors: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    kg = loaded(sample, tmp_path, *auditors)
    assert asked(kg, "auditor-successions", *SUCCESSION) == expected
    assert asked(kg, "unreported-auditor-changes", *SUCCESSION) == expected
    firms = sorted({(old, event) for old, _, event in expected} | {(expected[-1][1], "")})
    assert sorted(asked(kg, "auditor-changes", "firm", "event")) == firms


def test_a_line_of_changes_is_followed_to_its_end(sample: Path, tmp_path: Path) -> None:
    """Two renames between two sightings."""
    kg = loaded(sample, tmp_path, *["Ernst & Ernst"] * 3, "Ernst & Young LLP")
    assert asked(kg, "auditor-successions", *SUCCESSION) == [("Ernst & Ernst", "Ernst & Young LLP", "rename")]
    follows = asked(kg, "followed-clients", "firm", "change", "next", "follows")
    assert follows == [("Ernst & Ernst", "rename", "Ernst & Young LLP", "True")]
