"""Pieces of bytes read as one file, without joining them."""

from __future__ import annotations

import io
from collections.abc import Iterable


class Pieces(io.RawIOBase):
    """A file that is the pieces, one after the other.

    >>> Pieces([b"ab", b"", b"c"]).read()
    b'abc'
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = (piece for piece in pieces if piece)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # which is wider in the stubs
        """Fill the buffer from the piece at hand; 0 at the end."""
        if not self._left:
            self._left = memoryview(next(self._pieces, b""))
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
