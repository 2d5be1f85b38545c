"""From a document's source to the `Text` that readers read: HTML and plain text come out alike."""

from __future__ import annotations

from .markup import render_html
from .markup_tokens import is_html
from .plain import render_plain
from .span import Text


def render(number: int, source: str) -> Text:
    """The rendering of document ``number``, whose decoded source this is."""
    return render_html(number, source) if is_html(source) else render_plain(number, source)
