"""A store behind a SPARQL 1.1 endpoint, spoken to by SPARQLWrapper.

Only what all servers share: queries and updates by POST, INSERT DATA in batches of graphs, DROP SILENT GRAPH. An answer
that is cut short counts as a failure: that is how some servers report a timeout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

import pyoxigraph as ox

from ..loaders.errors import InvalidInput, Unavailable
from . import nquads
from .profiles import Profile, profile_for
from .protocol import Graph, Quads, Result, Rows, Triples
from .scan import has_from
from .timed import Timeout

CONSTRUCTS = ("CONSTRUCT", "DESCRIBE")


class Endpoint:
    """A SPARQL 1.1 server. ``update``: where updates go, if the address of the queries does not tell. See `Store`."""

    def __init__(
        self,
        url: str,
        *,
        update: str | None = None,
        user: str | None = None,
        password: str | None = None,
        timeout: float = 60.0,
    ) -> None:
        if not _is_address(url):
            raise InvalidInput("not the address of an endpoint", url, "give one that begins with http:// or https://")
        self.profile: Profile = profile_for(url, update)
        self.timeout = timeout
        self._credentials = (user, password)

    @property
    def place(self) -> str:
        return self.profile.query

    def load_nquads(self, quads: Quads) -> None:
        self.replace((), quads)

    def replace(self, graphs: Iterable[Graph], *quads: Quads) -> None:
        new = nquads.by_graph(b"".join(quads))
        drop = {_node(graph)[1:-1] for graph in graphs}  # checked before it stands in an update
        gone = sorted(drop - new.keys())
        if gone:
            self._update(nquads.update(gone, ()))
        for batch in nquads.batches(new, self.profile.most_graphs, self.profile.most_triples):
            # the pieces of a graph too big for one batch come in turn: only the first may empty it
            emptied = [graph for graph, _ in batch if graph in drop]
            drop.difference_update(emptied)
            self._update(nquads.update(emptied, batch))

    def change(self, gone: Quads, new: Quads) -> None:
        most = self.profile.most_graphs, self.profile.most_triples
        for batch in nquads.batches(nquads.by_graph(gone), *most):
            self._update(nquads.change(dict(batch), {}))
        for batch in nquads.batches(nquads.by_graph(new), *most):
            self._update(nquads.update((), batch))

    def clear(self, graph: Graph) -> None:
        self.replace([graph], b"")

    def query(self, text: str, timeout: float | None = None) -> Result:
        form = _form(text, self.place)
        wrapper = self._wrapper(timeout)
        wrapper.setReturnFormat("turtle" if form in CONSTRUCTS else "json")
        if self.profile.union and not has_from(text):
            wrapper.addParameter(*self.profile.union)
        wrapper.setQuery(text)
        wrapper.queryType = form  # SPARQLWrapper guesses it by a pattern; the token scanner knows
        return _parse(form, self._send(wrapper), self.place)

    def graphs(self) -> list[Graph]:
        answer = self.query(self.profile.lists_graphs)
        assert isinstance(answer, Rows)
        return sorted(g.value for (g,) in answer.rows if isinstance(g, ox.NamedNode))

    def has(self, graph: Graph) -> bool:
        return bool(self.query(f"ASK {{ GRAPH {_node(graph)} {{ ?s ?p ?o }} }}"))

    def dump(self) -> Iterator[Quads]:
        for graph in self.graphs():
            answer = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {_node(graph)} {{ ?s ?p ?o }} }}")
            assert isinstance(answer, Triples)
            triples = ox.serialize(answer.triples, format=ox.RdfFormat.N_TRIPLES) or b""
            yield nquads.sorted_quads(b"\n".join(sorted(set(triples.split(b"\n")))), graph)

    def flush(self) -> None:
        """Nothing to do: a server answers an update when it has it."""

    def close(self) -> None:
        """Nothing to do: each request is a connection of its own."""

    def _update(self, text: str) -> None:
        if not text:
            return
        wrapper = self._wrapper(None)
        wrapper.setQuery(text)
        wrapper.queryType = "INSERT"
        self._send(wrapper)

    def _wrapper(self, timeout: float | None) -> Any:
        from SPARQLWrapper import SPARQLWrapper

        wrapper = SPARQLWrapper(self.profile.query, updateEndpoint=self.profile.update)
        wrapper.setMethod("POST")
        wrapper.setTimeout(max(1, round(timeout if timeout is not None else self.timeout)))
        user, password = self._credentials
        if user is not None:
            wrapper.setCredentials(user, password or "")
        return wrapper

    def _send(self, wrapper: Any) -> bytes:
        from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

        try:
            answer: bytes = wrapper.query().response.read()
        except SPARQLWrapperException as error:
            raise _refused(error, self.place) from error
        except HTTPError as error:
            said = error.read().decode("utf-8", "replace").strip()
            raise Unavailable(f"HTTP {error.code}: {said[:300] or error.reason}", self.place) from error
        except TimeoutError as error:
            raise Timeout(f"no answer within {wrapper.timeout:g} s", self.place) from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise Timeout(f"no answer within {wrapper.timeout:g} s", self.place) from error
            why = f"the endpoint does not answer: {error.reason}"
            raise Unavailable(why, self.place, "is the server running?") from error
        except (HTTPException, OSError) as error:
            raise Unavailable(f"the connection broke: {error}", self.place) from error
        return answer


def _form(text: str, place: str) -> str:
    """The form of a query; anything but a query is refused, since the server would take an update for one."""
    from .scan import words

    for word in words(text):
        if word in ("SELECT", "ASK", *CONSTRUCTS):
            return word
        if word not in ("PREFIX", "BASE"):
            break
    raise InvalidInput("not a SPARQL query: it begins with none of SELECT, ASK, CONSTRUCT, DESCRIBE", place)


def _parse(form: str, body: bytes, place: str) -> Result:
    try:
        if form in CONSTRUCTS:
            return Triples([quad.triple for quad in ox.parse(body, format=ox.RdfFormat.TURTLE)])
        answer = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        if isinstance(answer, ox.QueryBoolean):
            return bool(answer)
        return Rows(tuple(v.value for v in answer.variables), [tuple(row) for row in answer])
    except (SyntaxError, ValueError) as error:
        raise Unavailable(f"the answer is cut short or no SPARQL result: {error}", place, "a timeout?") from error


def _refused(error: Exception, place: str) -> InvalidInput | Unavailable:
    said = " ".join(str(error).split())[-300:]
    if type(error).__name__ in ("QueryBadFormed", "URITooLong"):
        return InvalidInput(f"the endpoint refused the query: {said}", place)
    return Unavailable(f"the endpoint refused: {said}", place)


def _node(graph: str) -> str:
    try:
        return str(ox.NamedNode(graph))
    except ValueError as error:
        raise InvalidInput(f"not an IRI: {error}", graph) from error


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 80) > 0
    except ValueError:  # brackets that do not close, a port that is no number
        return False
