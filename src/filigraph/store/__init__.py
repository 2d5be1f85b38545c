"""Where the graph is kept: embedded (pyoxigraph, on disk or in memory) or behind any SPARQL 1.1 endpoint.

One small protocol (`Store`), two implementations, one way in (`open_store`).
"""

from __future__ import annotations

from pathlib import Path

from .protocol import Graph, Quads, Result, Rows, Store, Term, Triples

__all__ = ["Graph", "Quads", "Result", "Rows", "Store", "Term", "Triples", "open_store"]


def open_store(
    path: str | Path | None = None,
    *,
    endpoint: str | None = None,
    update: str | None = None,
    user: str | None = None,
    password: str | None = None,
    timeout: float | None = None,
    read_only: bool = False,
) -> Store:
    """The store in the folder ``path``, at the SPARQL ``endpoint``, or (with neither) a new one in memory."""
    if endpoint is not None:
        from .endpoint import Endpoint

        return Endpoint(endpoint, update=update, user=user, password=password, timeout=timeout or 60.0)
    from .embedded import Embedded

    return Embedded(path, read_only=read_only, timeout=timeout)
