"""The derived graph: one summary edge for each distinct pair of a person or firm and a company, with dates and count.

Paths, interlocks and centrality run on it. It is made anew from the filings and the resolution, and says nothing of
its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from .identity.mentions import table
from .loaders.iri import DERIVED, ID
from .store import Store

ONTOLOGY = "https://w3id.org/filigraph/ontology#"
_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def rebuild(store: Store) -> int:
    """Replace the derived graph; returns the number of edges."""
    seen: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    entity = {row[0]: row[1] for row in table(store, "resolved.rq", "filigraph")}
    for tie, mention, company, filing, date in table(store, "ties.rq", "filigraph"):
        # a registrant is no tie of its own: in-house lawyers are listed under it as counsel
        if entity.get(mention, company) != company:
            seen[entity[mention], tie, company].append((date, filing))
    lines = sorted(line for edge, where in seen.items() for line in _edge(*edge, where))
    store.replace([DERIVED], "".join(lines).encode())
    return len(seen)


def _edge(entity: str, tie: str, company: str, where: list[tuple[str, str]]) -> Iterator[str]:
    dates = sorted(date for date, _ in where if date)
    node = NamedNode(f"{ID}tie/{hashlib.sha256(f'{entity} {tie} {company}'.encode()).hexdigest()[:16]}")
    start, end, kind = NamedNode(entity), NamedNode(company), NamedNode(ONTOLOGY + tie)
    graph = NamedNode(DERIVED)
    count = Literal(str(len({filing for _, filing in where})), datatype=_INTEGER)
    facts: list[tuple[NamedNode, NamedNode | Literal]] = [
        (_TYPE, NamedNode(ONTOLOGY + "Tie")),
        (NamedNode(ONTOLOGY + "from"), start),
        (NamedNode(ONTOLOGY + "to"), end),
        (NamedNode(ONTOLOGY + "tieKind"), kind),
        (NamedNode(ONTOLOGY + "count"), count),
    ]
    if dates:
        facts.append((NamedNode(ONTOLOGY + "firstSeen"), Literal(dates[0], datatype=_DATE)))
        facts.append((NamedNode(ONTOLOGY + "lastSeen"), Literal(dates[-1], datatype=_DATE)))
    yield f"{start} {kind} {end} {graph} .\n"
    for predicate, value in facts:
        yield f"{node} {predicate} {value} {graph} .\n"
