"""Marks and short names that the prose about a list of exhibits explains, where no legend does.

::

    The exhibits denoted by an asterisk (*) were previously filed as a part of, and are hereby incorporated by
    reference from, either (i) the Registrant's Form S-1, No. 33-45678 ("S-1"), or (ii) the Registrant's ...
    Documents marked with an asterisk are incorporated herein by reference; those marked "++" are furnished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..span import Piece
from .grammar import MARK
from .listing import Listing
from .status import of_words

# of a sentence, or of what it says of one mark
_END = re.compile(r"(?<=[a-z)\"”*+])[.;]\s+(?=[A-Z(]|those\b|exhibits?\b)")
_MARKED = re.compile(
    r"\b(?:marked|denoted|designated|indicated|identified|followed|preceded|noted)\b[^.;]{0,30}?"
    rf"(?:(?P<double>double\s+|two\s+)?(?P<word>asterisks?|daggers?|plus\s+signs?)\b"
    rf"(?:\s*\(\s*[\"“'‘]?(?P<shown>{MARK})[\"”'’]?\s*\))?"
    rf"|[\"“'‘(]+(?P<mark>{MARK})[\"”'’)]+|(?<=\s)(?P<bare>{MARK})(?=[\s,;]))",
    re.I,
)
_SIGNS = {"a": "*", "d": "†", "p": "+"}  # by the first letter of the word
_MOST = 3000  # characters of one stretch of prose


def said_marks(listing: Listing) -> Iterator[tuple[str, Piece]]:
    """The marks that sentences of the prose explain, each with the sentence; those that tell a status."""
    for stretch in stretches(listing):
        for sentence in _sentences(stretch):
            found = _MARKED.search(str(sentence))
            if found is None or of_words(sentence.words) is None:
                continue
            mark = found["mark"] or found["bare"] or found["shown"]
            if mark is None:
                mark = _SIGNS[found["word"][0].lower()] * (2 if found["double"] else 1)
            yield mark, sentence


def _sentences(stretch: Piece) -> Iterator[Piece]:
    words, at = str(stretch), 0
    for end in _END.finditer(words):
        yield stretch.sub(at, end.start() + 1).strip()
        at = end.end()
    yield stretch.sub(at, len(words)).strip()


def stretches(listing: Listing) -> Iterator[Piece]:
    """The prose of a list: lines that follow one another as one piece."""
    first: Piece | None = None
    last: Piece | None = None
    for piece in listing.prose:
        if first is not None and last is not None and (piece.line > last.line + 2 or piece.start - first.start > _MOST):
            yield Piece(first.text, first.start, last.end)
            first = None
        first, last = first or piece, piece
    if first is not None and last is not None:
        yield Piece(first.text, first.start, last.end)
