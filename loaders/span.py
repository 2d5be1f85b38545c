"""Where a value was read: spans of decoded documents, and texts that remember their source.

A span counts **code points of the decoded document**, 0-based and half-open. A document is what stands between
``<TEXT>`` and ``</TEXT>``; document 0 is the submission's header. Readers never see markup: they read a `Text`,
a plain rendering in lines (tables laid out in columns, see `markup.py` and `plain.py`) that maps each of its
characters back to the source, so the quote of a span is always the source's own words, markup between included.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` to ``end`` (half-open) of the decoded document number ``document``."""

    document: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or negative span {self.start}-{self.end}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch ``start``-``end`` of a `Text`'s ``chars`` (offsets in the rendering, not in the source)."""

    text: Text
    start: int
    end: int

    def __str__(self) -> str:
        return self.text.chars[self.start : self.end]

    @property
    def words(self) -> str:
        """The piece with runs of white space as one space."""
        return " ".join(str(self).split())

    @property
    def line(self) -> int:
        """Number of the line on which the piece starts."""
        return self.text.line_at(self.start)

    @property
    def column(self) -> int:
        """Column of the piece's first character in its line."""
        return self.start - self.text.starts[self.line]

    @property
    def span(self) -> Span:
        return self.text.span(self.start, self.end)

    def strip(self, chars: str | None = None) -> Piece:
        raw = str(self)
        left = len(raw) - len(raw.lstrip(chars))
        return Piece(self.text, self.start + left, max(self.start + left, self.start + len(raw.rstrip(chars))))

    def sub(self, start: int, end: int) -> Piece:
        """The part between ``start`` and ``end``, counted from the start of this piece."""
        return Piece(self.text, self.start + start, self.start + end)

    def group(self, match: re.Match[str], group: int | str = 0) -> Piece:
        """The part that a match *made on str(self)* found."""
        return self.sub(match.start(group), match.end(group))


@dataclass(frozen=True)
class Text:
    """A document rendered to plain lines, each character with its place in the source.

    ``origin`` holds, for each character of ``chars``, the source offset it came from; ``ends`` where that
    character's source ends (an entity is longer than one). Both are None where the rendering is the source itself.
    Characters that the rendering adds (column gaps) carry the offset of what follows them and an equal end.
    """

    document: int
    source: str = field(repr=False)
    chars: str = field(repr=False)
    origin: array[int] | None = field(default=None, repr=False)
    ends: array[int] | None = field(default=None, repr=False)

    @cached_property
    def starts(self) -> list[int]:
        """Offset in ``chars`` at which each line starts."""
        out, at = [0], self.chars.find("\n")
        while at >= 0:
            out.append(at + 1)
            at = self.chars.find("\n", at + 1)
        return out

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their line ends."""
        return self.chars.split("\n")

    def line_at(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1

    def line(self, number: int) -> Piece:
        start = self.starts[number]
        return Piece(self, start, start + len(self.lines[number]))

    def piece(self, line: int, start: int, end: int | None = None) -> Piece:
        """Columns ``start`` to ``end`` of a line (to its end where None)."""
        base = self.starts[line]
        return Piece(self, base + start, base + (len(self.lines[line]) if end is None else end))

    def find(self, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        return pattern.finditer(self.chars, start, len(self.chars) if end is None else end)

    def at(self, match: re.Match[str], group: int | str = 0) -> Piece:
        """The piece that a match *made on chars* found."""
        return Piece(self, match.start(group), match.end(group))

    def span(self, start: int, end: int) -> Span:
        """Source span of ``chars[start:end]``, white space at its ends left out; ValueError where nothing is left."""
        raw = self.chars[start:end]
        start, end = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
        if start >= end:
            raise ValueError("no words between these offsets")
        if self.origin is None or self.ends is None:
            return Span(self.document, start, end)
        return Span(self.document, self.origin[start], max(self.ends[end - 1], self.origin[start] + 1))

    def quote(self, span: Span) -> str:
        return self.source[span.start : span.end]


def spans(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """The source spans of the pieces that hold words."""
    return tuple(p.span for p in pieces if str(p).strip())
