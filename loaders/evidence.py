"""The words that a value rests on."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Piece, Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that one value rests on: ``quote`` is the document's text at ``span``. ``field`` names the value."""

    field: str
    span: Span
    quote: str


Evidences = tuple[Evidence, ...]


def cite(field: str, *pieces: Piece) -> Evidences:
    """Evidence for a value from the pieces of text it was read from; pieces without words are left out."""
    return tuple(
        Evidence(field, span, piece.text.quote(span))
        for piece in pieces
        if str(piece).strip()
        for span in (piece.span,)
    )
