"""From a cover's cells to its fields: each caption with the cells it names.

A caption in parentheses names what stands above it, one with a colon and ``Copies to:`` what stands beside it or
below. Cells that no caption names come as a field of kind None: the plan or the agent whose caption is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..span import Piece
from .labels import Caption, Kind, caption_at, is_sentence
from .layout import Band, Column, Item


@dataclass(frozen=True, slots=True)
class Field:
    """A caption's kind and cells, and the items that it names, from top to bottom."""

    kind: Kind | None
    caption: tuple[Piece, ...]
    value: tuple[Item, ...]


_TAIL = re.compile(  # of a caption that was closed too soon: "(I.R.S. Employer)" over "Identification No.)"
    r"[^(]{0,20}?\b(?:identification\s+n(?:o|umber)s?|incorporation|organi[sz]ation)\W{0,2}\)\W?$", re.I
)


class _Reader:
    """Walks one column of cells, or the main column with bands in it, and gives out fields as captions close them."""

    def __init__(self, copies: bool = False) -> None:
        self.values: list[Item] = []
        self.open: Caption | None = Caption(Kind.COPIES, ()) if copies else None

    def close(self) -> Iterator[Field]:
        """The field that was being read, if there is one."""
        if self.open is not None:
            yield Field(self.open.kind, self.open.pieces, tuple(self.values))
        elif self.values:
            yield Field(None, (), tuple(self.values))
        self.values, self.open = [], None

    def caption(self, caption: Caption) -> Iterator[Field]:
        colon = caption.rest is not None or str(caption.pieces[-1]).rstrip().endswith(":")
        ahead = colon or caption.kind is Kind.COPIES or (caption.is_bare and not self.values)
        if ahead:
            yield from self.close()
            self.open = caption
            self.values = [caption.rest] if caption.rest else []
        elif self.open is not None:
            yield from self.close()
            yield Field(caption.kind, caption.pieces, ())
        else:
            yield Field(caption.kind, caption.pieces, tuple(self.values))
            self.values = []

    def cells(self, cells: Sequence[Piece]) -> Iterator[Field]:
        at = 0
        while at < len(cells):
            if _TAIL.match(str(cells[at])):
                at += 1
            elif is_sentence(cells[at]):
                yield from self.close()
                at += 1
            elif caption := caption_at(cells, at):
                yield from self.caption(caption)
                at += len(caption.pieces)
            else:
                self.values.append(cells[at])
                at += 1

    def band(self, band: Band) -> Iterator[Field]:
        if rows := _captioned_rows(band):
            yield from self.close()
            yield from rows
            return
        if self.open is not None and not self.values and _is_over_right(self.open, band):
            left, right = band.columns
            yield Field(self.open.kind, self.open.pieces, right)
            self.values, self.open = [*left], None
            return
        if not any(caption_at(column, i) for column in band.columns for i in range(len(column))):
            self.values.append(band)
            return
        copies = self.open is not None and self.open.kind is Kind.COPIES
        if not copies:
            yield from self._columns_below(band)
            return
        yield from self._columns(band, copies)

    def _columns_below(self, band: Band) -> Iterator[Field]:
        """Columns with captions of their own; cells above the band belong to the first one only if it has none."""
        first = band.columns[0]
        above = [v for v in self.values if isinstance(v, Piece)]
        head = caption_at(first, 0)
        headed = head is not None and not head.is_bare
        if above and not self.open and (headed or (head is None and _begins(above, first))):
            self.values = []
            band = Band(((*above, *first), *band.columns[1:]))
        yield from self.close()
        yield from self._columns(band, False)

    def _columns(self, band: Band, copies: bool) -> Iterator[Field]:
        left: list[Column] = []
        for column in band.columns:
            reader = _Reader(copies)
            yield from reader.cells(column)
            if reader.open is None and reader.values:
                left.append(tuple(v for v in reader.values if isinstance(v, Piece)))
            else:
                yield from reader.close()
        if self.open is not None:
            self.values, self.open = [], None
        if left:
            self.values.append(Band(tuple(left)))


def fields_of(items: Iterable[Item]) -> Iterator[Field]:
    """The fields of these items, in the order in which their captions end."""
    reader = _Reader()
    run: list[Piece] = []
    for item in items:
        if isinstance(item, Piece):
            run.append(item)
            continue
        yield from reader.cells(run)
        run = []
        yield from reader.band(item)
    yield from reader.cells(run)
    yield from reader.close()


def _begins(above: Sequence[Piece], first: Column) -> bool:
    """Do the cells right over the first column begin its address?"""
    near = first[0].line - above[-1].line <= 1 and above[-1].line - above[0].line < len(above)
    return near and all(abs(cell.column - first[0].column) <= 3 for cell in above)


def _is_over_right(caption: Caption, band: Band) -> bool:
    """Does ``Copies to:`` stand over the right one of two columns, the agent being named in the left one?"""
    if caption.kind is not Kind.COPIES or len(band.columns) != 2 or not caption.pieces:
        return False
    head, right = caption.pieces[0], band.columns[1][0]
    return head.column >= right.column - 2 and right.line - head.line <= 2


def _captioned_rows(band: Band) -> list[Field]:
    """The fields of a band whose first column holds only captions, the second their values; else nothing."""
    if len(band.columns) != 2 or str(band.columns[0][0])[0] in "([":
        return []
    captions, values = band.columns
    found: list[Caption] = []
    at = 0
    while at < len(captions):
        caption = caption_at(captions, at)
        if caption is None or caption.rest is not None or str(captions[at])[0] in "([":
            return []
        found.append(caption)
        at += len(caption.pieces)
    if not any(str(caption.pieces[-1]).endswith(":") for caption in found):
        return []
    ends = [caption.pieces[0].line for caption in found[1:]] + [values[-1].line + 1]
    return [
        Field(c.kind, c.pieces, tuple(v for v in values if c.pieces[0].line <= v.line < end))
        for c, end in zip(found, ends, strict=True)
    ]
