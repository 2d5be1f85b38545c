"""The table of judged pairs of the gold set: no false merge, and the recall that was measured."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from filigraph.identity.judgement import Verdict
from filigraph.identity.pairs import COLUMNS, judge_pair, read_pairs
from filigraph.loaders.errors import InvalidInput


def test_gold_pairs(shared: Path) -> None:
    path = shared / "gold" / "identity-pairs.tsv"
    tally: Counter[tuple[str, str, bool]] = Counter()
    for row in read_pairs(path.read_text("utf-8").splitlines(), str(path)):
        kind = "person" if row["kind"] == "person" else "company" if row["kind"] == "registrant" else "firm"
        tally[kind, row["same"], judge_pair(row).verdict is Verdict.SAME] += 1
    for kind in ("person", "firm", "company"):
        assert tally[kind, "0", True] == 0, f"false merges of {kind}"
    assert tally["person", "1", True] / (tally["person", "1", True] + tally["person", "1", False]) >= 0.87
    assert tally["firm", "1", False] == 0


def test_a_missing_column_is_named() -> None:
    with pytest.raises(InvalidInput, match="no column kind"):
        list(read_pairs(["name_a\tcontext_a\tname_b\tcontext_b", "a\t\tb\t"], "pairs.tsv"))


def test_an_unknown_kind_is_an_error() -> None:
    row = {"name_a": "A", "context_a": "", "name_b": "B", "context_b": "", "kind": "ship"}
    with pytest.raises(InvalidInput, match="unknown kind 'ship'"):
        judge_pair(row)


def test_a_row_that_ends_early_is_named_by_its_line() -> None:
    lines = ["\t".join(COLUMNS), "A\t\tB\t\tperson", "A\t\tB"]
    with pytest.raises(InvalidInput, match="the row ends before context_b") as caught:
        list(read_pairs(lines, "pairs.tsv"))
    assert caught.value.where == "pairs.tsv:3"
