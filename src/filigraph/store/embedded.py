"""The embedded store: pyoxigraph, in a folder on disk or in memory.

One process writes at a time; the folder is locked while it is open for writing. A query has no time limit of its own in
pyoxigraph, so one with a limit runs in a child process on the same folder, which is killed at the deadline.
"""

from __future__ import annotations

import errno
import io
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyoxigraph as ox

from ..loaders.errors import InvalidInput, NotFound, Unavailable
from . import nquads
from .pieces import Pieces
from .protocol import Graph, Quads, Result, Rows, Triples
from .scan import has_from

MOST_AT_ONCE = 50_000  # triples in one update: engines keep them all in memory
MOST_INSERTED = 1_000_000  # bytes that an update puts in: more of them are loaded in bulk, at an eighth of the cost
ORPHANS = "bulk-*.sst"  # left by a bulk load that was killed; never read again


class Embedded:
    """A pyoxigraph store. ``path`` None: in memory. See `Store` for the methods."""

    def __init__(
        self, path: str | Path | None = None, *, read_only: bool = False, timeout: float | None = None
    ) -> None:
        self.path = None if path is None else Path(path)
        self.timeout = timeout
        self.read_only = read_only
        self._store: ox.Store | None = _open(self.path, read_only)
        if self.path is not None and not read_only:
            _remove_orphans(self.path)

    @property
    def place(self) -> str:
        return "memory" if self.path is None else str(self.path)

    @property
    def inner(self) -> ox.Store:
        """The pyoxigraph store itself, for oxrdflib and for bulk readers."""
        if self._store is None:
            raise Unavailable("the store is closed", self.place, "open it again")
        return self._store

    def _writable(self) -> ox.Store:
        if self.read_only:
            raise Unavailable("the store is open for reading only", self.place, "open it for writing")
        return self.inner

    def load_nquads(self, quads: Quads) -> None:
        self._load(quads)

    def _load(self, quads: Quads | IO[bytes]) -> None:
        try:
            self._writable().bulk_load(quads, format=ox.RdfFormat.N_QUADS)
        except SyntaxError as error:
            raise InvalidInput(f"not N-Quads: {error}", self.place) from error
        except OSError as error:
            raise _unavailable(error, self.place) from error

    def replace(self, graphs: Iterable[Graph], *quads: Quads) -> None:
        old = [graph for graph in graphs if self.has(graph)]
        if not old:
            self._load(quads[0] if len(quads) == 1 else io.BufferedReader(Pieces(quads)))
            return
        new = nquads.by_graph(b"".join(quads))
        gone: dict[Graph, list[bytes]] = {}
        for graph in old:  # only what differs is written: an update costs eight times a bulk load
            kept = self._lines(graph)
            wanted = set(new.get(graph, ()))
            gone[graph] = sorted(kept - wanted)
            new[graph] = sorted(wanted - kept)
        self._change(gone, new)

    def change(self, gone: Quads, new: Quads) -> None:
        if gone and len(new) < MOST_INSERTED:
            self._change(nquads.by_graph(gone), nquads.by_graph(new))
            return
        if gone:
            self._change(nquads.by_graph(gone), {})
        if new:
            self.load_nquads(new)

    def clear(self, graph: Graph) -> None:
        # clear_graph of the engine keeps a graph in memory as one transaction: 2.5 GB for 1.8 million triples
        while piece := list(islice(self._writable().quads_for_pattern(None, None, None, _node(graph)), MOST_AT_ONCE)):
            lines = [f"{quad.subject} {quad.predicate} {quad.object}".encode() for quad in piece]
            self._update(nquads.change({graph: lines}, {}))

    def _change(self, gone: dict[Graph, list[bytes]], new: dict[Graph, list[bytes]]) -> None:
        """Takes triples out and puts others in, in one step; of a big change the new ones first, in bounded memory."""
        if sum(map(len, (*gone.values(), *new.values()))) > MOST_AT_ONCE or not any(gone.values()):
            if any(new.values()):
                self.load_nquads(nquads.text(new))
            new = {}
        for batch in nquads.batches(gone, len(gone), MOST_AT_ONCE):
            self._update(nquads.change(dict(batch), new))
            new = {}

    def _lines(self, graph: Graph) -> set[bytes]:
        """The triples of a graph as `nquads.by_graph` gives them."""
        triples = self.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=_node(graph)) or b""
        return {line[:-2] for line in triples.split(b"\n") if line}

    def _update(self, text: str) -> None:
        try:
            self._writable().update(text)
        except SyntaxError as error:
            raise InvalidInput(f"not loadable: {error}", self.place) from error
        except OSError as error:
            raise _unavailable(error, self.place) from error

    def query(self, text: str, timeout: float | None = None) -> Result:
        limit = timeout if timeout is not None else self.timeout
        if limit is not None and self.path is not None:
            from .timed import query_within

            self.flush()
            return query_within(self.path, text, limit)
        return run(self.inner, text, self.place)

    def graphs(self) -> list[Graph]:
        return sorted(g.value for g in self.inner.named_graphs() if self.has(g.value))

    def has(self, graph: Graph) -> bool:
        return next(iter(self.inner.quads_for_pattern(None, None, None, _node(graph))), None) is not None

    def dump(self) -> Iterator[Quads]:
        for graph in self.graphs():
            triples = self.inner.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=_node(graph))
            yield nquads.sorted_quads(triples or b"", graph)

    def flush(self) -> None:
        if self.path is None or self.read_only:
            return
        try:
            self.inner.flush()
        except OSError as error:
            raise _unavailable(error, self.place) from error

    def close(self) -> None:
        self._store = None  # the folder's lock goes with the last reference


def run(store: ox.Store, text: str, place: str) -> Result:
    """One query on a pyoxigraph store."""
    try:
        return _read(store.query(text, use_default_graph_as_union=not has_from(text)))
    except SyntaxError as error:
        raise InvalidInput(f"not a SPARQL query: {_syntax(error)}", place, "correct the query") from error
    except (OSError, RuntimeError) as error:
        raise _unavailable(error, place) from error


def _syntax(error: SyntaxError) -> str:
    """Line and column, without the list of all that might stand there."""
    said = " ".join(str(error).split())
    place, listed, _ = said.partition(": expected one of ")
    return f"{place}: not expected here" if listed else said[:200]


def _read(answer: Any) -> Result:
    if isinstance(answer, ox.QueryBoolean):
        return bool(answer)
    if isinstance(answer, ox.QueryTriples):
        return Triples(list(answer))
    variables = answer.variables
    return Rows(tuple(v.value for v in variables), [tuple(row) for row in answer])


def _node(graph: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(graph)
    except ValueError as error:
        raise InvalidInput(f"not an IRI: {error}", graph) from error


def _open(path: Path | None, read_only: bool) -> ox.Store:
    if path is None:
        return ox.Store()
    try:
        if read_only:
            if not (path / "CURRENT").is_file():
                raise NotFound("no store here", str(path), "load filings first")
            return ox.Store.read_only(str(path))
        path.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(path))
    except (OSError, RuntimeError) as error:
        if isinstance(error, Unavailable):
            raise
        raise _unavailable(error, str(path)) from error


def _unavailable(error: OSError | RuntimeError, place: str) -> Unavailable:
    said = str(error)
    if "hold by current process" in said:
        return Unavailable("the store is open already in this process", place, "close it, or use the one that is open")
    if "LOCK" in said:
        return Unavailable("the store is locked by another process", place, "wait for it to end, or open read-only")
    if "Corruption" in said:
        return Unavailable(f"the store is damaged: {said.splitlines()[0]}", place, "load into a new folder")
    if getattr(error, "errno", None) == errno.ENOSPC or "No space left" in said:
        return Unavailable("the disk is full", place, "free some space and run the same command again")
    return Unavailable(said.splitlines()[0] if said else type(error).__name__, place)


def _remove_orphans(path: Path) -> None:
    """Only with the folder's lock held: nobody else can be loading now."""
    for orphan in path.glob(ORPHANS):
        orphan.unlink(missing_ok=True)
