"""filigraph: the open knowledge graph of who does what in corporate filings.

>>> import filigraph
>>> kg = filigraph.open()  # in memory; give a folder to keep it
>>> kg.store.place
'memory'
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .loaders.errors import FiligraphError, Inconsistent, InvalidInput, NotFound, Unavailable, Unreadable

if TYPE_CHECKING:
    from .kg import KnowledgeGraph
    from .loaders.records import Filing

__version__ = "0.1.0"

__all__ = [
    "FiligraphError",
    "Inconsistent",
    "InvalidInput",
    "NotFound",
    "Unavailable",
    "Unreadable",
    "__version__",
    "open",
    "read",
]


def open(path: str | Path | None = None, *, endpoint: str | None = None) -> KnowledgeGraph:  # noqa: A001
    """The knowledge graph in the folder ``path`` (made where missing), at a SPARQL ``endpoint``, or in memory."""
    from .kg import open_graph

    return open_graph(path, endpoint=endpoint)


def read(data: bytes, source: str) -> Filing:
    """The record of one filing's bytes; see `filigraph.loaders.filing.read`."""
    from .loaders.filing import read as read_filing

    return read_filing(data, source)
