"""What is peculiar to each SPARQL server: its addresses, its switch for the union of graphs, how much it takes at once.

http://127.0.0.1:7878                          oxigraph serve: /query and /update
http://127.0.0.1:8890/sparql                   Virtuoso: one address for both
http://host:3030/dataset/query                 Fuseki
http://host:7200/repositories/name             GraphDB, RDF4J: updates at /statements
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Profile:
    """One server. ``union``: the parameter that makes the default graph the union, None where it is so already."""

    name: str
    query: str
    update: str
    union: tuple[str, str] | None = None
    most_graphs: int = 100
    most_triples: int = 10_000
    lists_graphs: str = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


def profile_for(url: str, update: str | None = None) -> Profile:
    """The profile that the shape of the address tells; ``update`` overrides where updates go."""
    base = url.rstrip("/")
    path = urlsplit(base).path
    if path == "":
        return _oxigraph(base + "/query", update or base + "/update")
    if path == "/query":
        return _oxigraph(base, update or base.removesuffix("query") + "update")
    if path == "/sparql":
        return Profile("virtuoso", base, update or base)
    if path.endswith(("/query", "/sparql")):
        return Profile("fuseki", base, update or base.rsplit("/", 1)[0] + "/update")
    if "/repositories/" in path:
        return Profile("rdf4j", base, update or base + "/statements")
    return Profile("generic", url, update or url)


def _oxigraph(query: str, update: str) -> Profile:
    listing = "SELECT ?g WHERE { GRAPH ?g { } }"
    return Profile("oxigraph", query, update, ("union-default-graph", ""), lists_graphs=listing)
