"""What is read of one exhibit list: its rows, its legend, the prose about it; and a row while it is being read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from ..span import Piece
from .grammar import CATEGORY, without_leaders
from .layout import Cell


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``marks`` are the footnote marks about the number; ``number`` is without them."""

    number: str
    place: Piece
    marks: tuple[Piece, ...]
    description: tuple[Piece, ...]
    columns: tuple[tuple[Cell, Piece], ...]


@dataclass(slots=True)
class Listing:
    """One exhibit list: its rows, its legend by mark, and the prose about it."""

    rows: list[Row] = field(default_factory=list)
    legend: dict[str, list[Piece]] = field(default_factory=dict)
    prose: list[Piece] = field(default_factory=list)


class OpenRow:
    """A row that is still being read."""

    __slots__ = ("at", "child", "columns", "described", "description", "last", "marks", "number", "place", "spaced")

    def __init__(self, number: str, place: Piece, marks: list[Piece], at: int, described: int | None, spaced: bool):
        self.number, self.place, self.marks, self.at, self.described = number, place, marks, at, described
        self.spaced = spaced
        self.description: list[Piece] = []
        self.columns: list[tuple[Cell, Piece]] = []
        self.last = place.line
        self.child = False

    def close(self) -> Row:
        return Row(
            self.number, self.place, tuple(self.marks), tuple(without_leaders(self.description)), tuple(self.columns)
        )


def without_categories(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows less the titles of categories: a whole number over rows that go on with it (``10  Material Contracts``).

    Such a number has neither marks nor other columns, and names a kind of Item 601; or several such stand in the list.
    """
    listed = tuple(rows)
    heads = [one for one, two in pairwise(listed) if _heads(one, two)]
    titled = [row for row in heads if CATEGORY.match(" ".join(p.words for p in row.description))]
    dropped = heads if len(titled) > 1 else titled
    return tuple(row for row in listed if not any(row is head for head in dropped))


def _heads(one: Row, two: Row) -> bool:
    whole = one.number.strip("()")
    if not whole.isdigit() or one.marks or one.columns or not two.number.strip("(").startswith(whole):
        return False
    return bool(re.match(r"\W*\w", two.number.strip("(")[len(whole) :]))
