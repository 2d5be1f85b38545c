"""A page that shows a filing beside what was read from it: each fact, its words in the source, what was missed.

    page(record, documents, gold)      one HTML file with nothing to fetch; documents are texts by number, 0 the header

Filings are text of strangers: all of it is escaped, and the page's own script is the only one that its policy lets run.
"""

from __future__ import annotations

from .page import page

__all__ = ["page"]
