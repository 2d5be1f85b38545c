"""The proof that decisions leave no trace, on a part of the sample: every step of the benchmark is as it must be."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import filigraph


def test_each_decision_changes_the_graph_and_undone_gives_back_every_byte(
    few: Path, tmp_path: Path, root: Path
) -> None:
    spec = importlib.util.spec_from_file_location("undo", root / "benchmarks" / "undo.py")
    assert spec is not None
    assert spec.loader is not None
    undo = importlib.util.module_from_spec(spec)
    sys.modules["undo"] = undo  # dataclasses look their module up
    spec.loader.exec_module(undo)
    kg = filigraph.open(tmp_path / "s.db")
    kg.load([few])
    steps = list(undo.prove(kg))
    kg.close()
    del sys.modules["undo"]
    assert [step.what for step in steps if not step.holds] == []
    made = {step.what.removesuffix(", decided") for step in steps if step.what.endswith(", decided")}
    assert made >= {"person different", "firm same", "firm different", "together"}
