"""What filings refer to, and exhibits as works: derived from the filings' graphs, apart from them, and disposable.

`said` is what a filing says that matters here, `targets` judges one reference by rules with ids, `titles` compares
titles, `tables` keeps all of it in the register, `citations` and `versions` settle what a load touches, `statements`
writes it as quads of one graph.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from filigraph.identity.statements import Change

from .citations import settle_citations
from .statements import GRAPH
from .versions import settle_versions

__all__ = ["GRAPH", "settle_works"]


def settle_works(db: sqlite3.Connection) -> Iterator[Change]:
    """Every change to the graph of works that the filings taken in since the last time make."""
    yield from settle_citations(db)
    yield from settle_versions(db)
