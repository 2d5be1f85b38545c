"""The figures of a fee table's row: which cell is an amount, a price, an aggregate, a fee.

250,000(1)     $44.91(2)      $11,227,500.00     0.0001531     $3,871.56
amount         price          aggregate          rate, left out  fee
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from .span import Piece

_FIGURE = re.compile(
    r"(?:US\s?|C)?([$€£]?)\s*((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)\s*(?:shares?|units?|options?|interests?)?"
    r"[\s.]*((?:\(\s*(?:\d{1,2}|[a-z])\s*\)|\*)[,\s]*)*$",
    re.I,
)
RULE_CELL = re.compile(
    r"(?:rules?\b|other\b\W*(?:\(\d\)\W*)*$|45[67]\s*\(|(?:and\s+)?45[67]\s*\(|carry|n/?a$|[-—–]+$|\(\d{1,2}\)$|\*+$)",
    re.I,
)
_ANY_RATE = Decimal("0.01")  # a share is dearer, a fee rate lower
_NEAR = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a cell: whether it bears a currency sign, its plain decimal, and where it stands."""

    money: bool
    value: str
    piece: Piece


def figure_in(cell: Piece) -> Figure | None:
    """The figure that a cell consists of, marks of notes apart; None where it holds something else."""
    text = str(cell)
    if RULE_CELL.match(text):
        return None
    match = _FIGURE.match(text)
    return Figure(bool(match[1]), match[2].replace(",", ""), cell.group(match, 2)) if match else None


def _is_rate(figure: Figure) -> bool:
    return Decimal(figure.value) < _ANY_RATE


def roles_of(figures: Sequence[Figure]) -> dict[str, Figure]:
    """What each figure of a row is, from their number, their order and whether two of them make the third."""
    figures = [f for f in figures if not _is_rate(f)]
    if len(figures) >= 4:
        return dict(zip(("amount", "price", "aggregate", "fee"), figures, strict=False))
    if len(figures) == 3:
        if _makes(*figures):
            return dict(zip(("amount", "price", "aggregate"), figures, strict=True))
        return dict(zip(("amount", "aggregate", "fee"), figures, strict=True))
    if len(figures) == 2:
        return dict(zip(("aggregate", "fee") if figures[0].money else ("amount", "fee"), figures, strict=True))
    return {"aggregate" if figures[0].money else "amount": figures[0]} if figures else {}


def _makes(amount: Figure, price: Figure, aggregate: Figure) -> bool:
    product, total = Decimal(amount.value) * Decimal(price.value), Decimal(aggregate.value)
    return total > 0 and abs(product - total) <= _NEAR * total
