"""Checking listings: their quotes against the files, and what of them the shapes are run on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .loaders.decode import decode
from .loaders.errors import FiligraphError
from .loaders.iri import listing_graph
from .loaders.sources import origin, submissions
from .queries.answer import value
from .store import Rows

if TYPE_CHECKING:
    from .kg import KnowledgeGraph

_QUOTES = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT ?source ?place ?quote
WHERE { GRAPH $graph { ?listing a fg:Listing ; fg:source ?source . ?place fg:quote ?quote } }
"""
_ENTRIES = """
PREFIX fg: <https://w3id.org/filigraph/ontology#>
SELECT DISTINCT ?s ?p ?o
WHERE {
  GRAPH $graph {
    { ?s a fg:Listing ; ?p ?o . FILTER(?p NOT IN (fg:hasListedFiling, fg:hasListedCompany, fg:hasProblem)) }
    UNION { ?s fg:position ?n ; ?p ?o . FILTER(?n <= $most) }
    UNION { ?entry fg:position ?n ; ?field ?s . ?s ?p ?o . FILTER(?p = fg:quote && ?n <= $most) }
  }
}
"""
ENTRIES = 1000  # of a listing that the shapes are run on: a validator takes four milliseconds an entry


@dataclass(slots=True)
class Said:
    """The ``quotes`` of one listing that were looked at, ``wrong`` ones, and its source where it is ``missing``."""

    quotes: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def said_in_listings(kg: KnowledgeGraph) -> Iterator[Said]:
    """Reads the file of every listing again. Quotes come straight from the graph: as a record an index is too big."""
    for name in kg.listings():
        answer = kg.store.query(_QUOTES.replace("$graph", f"<{listing_graph(name)}>"))
        assert isinstance(answer, Rows)
        yield _said(answer, name)


def _said(answer: Rows, name: str) -> Said:
    found = Said()
    source = str(value(answer.rows[0][0])) if answer.rows else name
    try:
        text = decode(_bytes(source))
    except FiligraphError as error:
        found.missing.append(f"{source}: {error.what}")
        return found
    for _, place, quote in answer.rows:
        start, _, end = str(value(place)).rpartition("#char=")[2].partition(",")
        found.quotes += 1
        if text[int(start) : int(end)] != value(quote):
            found.wrong.append(f"{source}: {start}-{end}: {str(value(quote))[:60]!r}")
    return found


def _bytes(name: str) -> bytes:
    for source in submissions([origin(name)]):
        if source.name == name:
            return source.read()
    raise FiligraphError("it is not there any more", name)


def entries(name: str) -> str:
    """The query for a listing and its first entries with their words: all are written from one kind of record."""
    return _ENTRIES.replace("$graph", f"<{listing_graph(name)}>").replace("$most", str(ENTRIES))
