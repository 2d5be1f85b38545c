"""What every store can do. Terms are pyoxigraph's in all of them, remote ones too, so that answers compare equal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term: TypeAlias = NamedNode | BlankNode | Literal | Triple
Graph: TypeAlias = str  # the IRI of a named graph
Quads: TypeAlias = bytes  # N-Quads


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a SELECT: columns in the order of the query, one tuple a row, None where unbound."""

    columns: tuple[str, ...]
    rows: list[tuple[Term | None, ...]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer of a CONSTRUCT or DESCRIBE."""

    triples: list[Triple]


Result: TypeAlias = Rows | Triples | bool


class Store(Protocol):
    """A set of named graphs. Nothing is ever written to the default graph."""

    @property
    def place(self) -> str:
        """Where it is: a folder, an address, or ``memory``."""

    def load_nquads(self, quads: Quads) -> None:
        """Add quads in bulk. All of them or none (an endpoint: all or none of each batch of graphs)."""

    def replace(self, graphs: Iterable[Graph], *quads: Quads) -> None:
        """Empty ``graphs`` and add the quads of all pieces: doing it twice is doing it once.

        In one step where it is a filing or some; graphs of many thousand triples change piece by piece.
        """

    def change(self, gone: Quads, new: Quads) -> None:
        """Take quads out and put others in, in steps of bounded size; a quad that is not there is no error."""

    def clear(self, graph: Graph) -> None:
        """Take out all that a graph holds: piece by piece where it is big, in bounded memory."""

    def query(self, text: str, timeout: float | None = None) -> Result:
        """The answer of one SPARQL query. The default graph is the union of all, unless the query has FROM."""

    def graphs(self) -> list[Graph]:
        """The IRIs of the named graphs that hold quads, sorted."""

    def has(self, graph: Graph) -> bool:
        """Does this named graph hold a quad?"""

    def dump(self) -> Iterator[Quads]:
        """Everything as N-Quads, byte-stable: one piece a graph, graphs sorted by IRI, lines sorted within."""

    def flush(self) -> None:
        """Put on disk what was written so far."""

    def close(self) -> None:
        """Give the store free for other processes."""
