"""Plain-text documents: the source is its own rendering, line for line and column for column."""

from __future__ import annotations

from .span import Text


def render_plain(document: int, source: str) -> Text:
    """The text as it stands."""
    return Text(document, source, source)
