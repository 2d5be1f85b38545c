"""How often facts with certain signs were right: the rows of ``table.tsv``, made by ``benchmarks/calibrate.py``.

::

    list         signs                    facts  right  confidence
    signatures                            6522   6296   0.965
    signatures   plain-name               6020   5949   0.987
    signatures   plain-name office        5500   5480   0.995

A row stands for the facts whose signs begin so. A fact is as sure as the longest row that fits it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows() -> dict[tuple[str, ...], float]:
    """List name and signs, to confidence."""
    lines = (resources.files(__package__) / "table.tsv").read_text("utf-8").splitlines()
    cells = (line.split("\t") for line in lines[1:] if line and not line.startswith("#"))
    return {(name, *signs.split()): float(sure) for name, signs, _facts, _right, sure in cells}


@cache
def confidence(name: str, signs: tuple[str, ...]) -> float | None:
    """How sure a fact of the list ``name`` with these signs is, 0 to 1; None where no fact of the list was counted."""
    known = rows()
    longest = next((n for n in range(len(signs), -1, -1) if (name, *signs[:n]) in known), None)
    return None if longest is None else known[name, *signs[:longest]]
