"""The store behind a SPARQL 1.1 endpoint, by SPARQLWrapper: query and update over POST.

Nothing is assumed of the server but SPARQL 1.1: queries write ``GRAPH ?g {}`` and need no union default graph, writes
are ``DROP SILENT GRAPH`` and ``INSERT DATA`` in batches. An answer cut short by a server's time limit is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.error import HTTPError, URLError

import pyoxigraph as ox
from SPARQLWrapper import POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, EndPointNotFound, QueryBadFormed, Unauthorized

from ..loaders.errors import InvalidInput, Unavailable
from . import nquads
from .protocol import Graph, Quads, Result, Rows, Triples
from .scan import words

MOST_GRAPHS = 50
MOST_TRIPLES = 20_000
_FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


class Endpoint:
    """A SPARQL 1.1 server. ``update`` is the address for updates; by default ``/query`` gives way to ``/update``."""

    def __init__(
        self,
        query: str,
        *,
        update: str | None = None,
        user: str | None = None,
        password: str | None = None,
        timeout: float = 60.0,
    ) -> None:
        self.address = query
        self.update_address = update or (query[: -len("/query")] + "/update" if query.endswith("/query") else query)
        self.login = (user, password) if user is not None and password is not None else None
        self.timeout = timeout

    @property
    def place(self) -> str:
        return self.address

    def load_nquads(self, quads: Quads) -> None:
        for batch in nquads.batches(nquads.by_graph(quads), MOST_GRAPHS, MOST_TRIPLES):
            self._update(nquads.update([], batch))

    def replace(self, graphs: Iterable[Graph], quads: Quads) -> None:
        old = list(graphs)
        new = nquads.by_graph(quads)
        for start in range(0, len(old), MOST_GRAPHS):
            self._update(nquads.update(old[start : start + MOST_GRAPHS], []))
        for batch in nquads.batches(new, MOST_GRAPHS, MOST_TRIPLES):
            self._update(nquads.update([], batch))

    def query(self, text: str, timeout: float | None = None) -> Result:
        form = next((w for w in words(text) if w in _FORMS), None)
        if form is None:
            raise InvalidInput("not a SPARQL query: no SELECT, ASK, CONSTRUCT or DESCRIBE", text[:60])
        if form in ("SELECT", "ASK"):
            return self._rows(self._send(text, "application/sparql-results+json", timeout))
        body = self._send(text, "application/n-triples", timeout)
        return Triples([q.triple for q in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)])

    def _rows(self, body: bytes) -> Result:
        try:
            answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
            if isinstance(answer, ox.QueryBoolean):
                return bool(answer)
            return Rows(tuple(v.value for v in answer.variables), [tuple(row) for row in answer])
        except SyntaxError as error:
            why = "the answer was cut short or is no SPARQL result"
            raise Unavailable(why, self.address, "the server's time limit may be too low") from error

    def graphs(self) -> list[Graph]:
        answer = self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g")
        assert isinstance(answer, Rows)
        return sorted(str(getattr(row[0], "value", "")) for row in answer.rows)

    def has(self, graph: Graph) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {_node(graph)} {{ ?s ?p ?o }} }}"))

    def dump(self) -> Iterator[Quads]:
        for graph in self.graphs():
            query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {_node(graph)} {{ ?s ?p ?o }} }}"
            answer = self.query(query)
            assert isinstance(answer, Triples)
            yield nquads.sorted_quads(b"".join(f"{t} .\n".encode() for t in answer.triples), graph)

    def flush(self) -> None:
        """Nothing to do: an update is answered when it is done."""

    def close(self) -> None:
        """Nothing to let go of: each request is a connection of its own."""

    def _update(self, text: str) -> None:
        if text:
            self._send(text, None, None, address=self.update_address)

    def _send(self, text: str, accept: str | None, timeout: float | None, address: str | None = None) -> bytes:
        client = SPARQLWrapper(address or self.address, updateEndpoint=address or self.update_address)
        client.setMethod(POST)
        client.setTimeout(max(1, int(timeout or self.timeout)))
        client.setQuery(text)
        if self.login:
            client.setCredentials(*self.login)
        if accept:
            client.addCustomHttpHeader("Accept", accept)
        try:
            body: bytes = client.query().response.read()
        except QueryBadFormed as error:
            raise InvalidInput(f"refused: {_first_line(error)}", self.address) from error
        except (EndPointNotFound, EndPointInternalError, Unauthorized, HTTPError) as error:
            raise Unavailable(f"the endpoint failed: {_first_line(error)}", self.address) from error
        except (TimeoutError, URLError, ConnectionError) as error:
            reason = getattr(error, "reason", error)
            raise Unavailable(
                f"the endpoint does not answer: {reason}", self.address, "is the server running?"
            ) from error
        return body


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[-1][:200] if str(error).strip() else type(error).__name__


def _node(graph: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(graph)
    except ValueError as error:
        raise InvalidInput(f"not an IRI: {error}", graph) from error
