"""The derived graph: one summary edge for each distinct pair of a person or firm and a company, with dates and count.

Paths, interlocks and centrality run on it. It is made anew from the filings and the resolution, and says nothing of
its own.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from .loaders.iri import DERIVED, ID
from .ontology.terms import FG, ROLE, Property
from .store import Store
from .store.pairs import many, pairs

_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TRUE = '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'
#: Records that are the mention of somebody tied to the company the filing is about.
_RECORDS = {
    Property.HAS_AGENT: "agentOf",
    Property.HAS_COUNSEL: "counselOf",
    Property.HAS_AUDITOR: "auditorOf",
}


def rebuild(store: Store) -> int:
    """Replace the derived graph; returns the number of edges."""
    issuers = many(store, Property.ISSUER)
    dates = dict(pairs(store, Property.FILING_DATE))
    entities = dict(pairs(store, Property.RESOLVED_TO))
    seen: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
    for tie, mention, filing in _sightings(store):
        entity = entities.get(mention)
        for company in issuers.get(filing, ()):
            # a registrant is no tie of its own: in-house lawyers are listed under it as counsel
            if entity is not None and entity != company:
                seen[entity, tie, company].add((dates.get(filing, ""), filing))
    lines = sorted(line for edge, where in seen.items() for line in _edge(*edge, where))
    store.replace([DERIVED], "".join(lines).encode())
    return len(seen)


def _sightings(store: Store) -> Iterator[tuple[str, str, str]]:
    """Each tie, mention and filing. Joined here: one pattern a question is eight times cheaper than all in one."""
    holders = set(many(store, Property.HAS_BENEFICIAL_OWNER))
    owners = holders | set(many(store, Property.HAS_RELATIONSHIP))
    attorneys = many(store, Property.ATTORNEY)
    seats = {c for role in ("DIR", "CHAIR") for c, _ in pairs(store, Property.ROLE, f"<{ROLE}{role}>")}
    directors = {signature for signature, capacity in pairs(store, Property.CAPACITY) if capacity in seats}
    for filing, signature in pairs(store, Property.HAS_SIGNATURE):
        if filing not in owners:  # owners sign for themselves
            yield "signedFor", signature, filing
        if signature in directors and filing not in holders:  # a holder's directors are not the issuer's
            yield "directorOf", signature, filing
        for attorney in attorneys.get(signature, ()):
            yield "attorneyFor", attorney, filing
    directors = {relation for relation, _ in pairs(store, Property.IS_DIRECTOR, _TRUE)}
    for filing, relation in pairs(store, Property.HAS_RELATIONSHIP):
        if relation in directors:
            yield "directorOf", relation, filing
    for has, tie in _RECORDS.items():
        for filing, record in pairs(store, has):
            yield tie, record, filing


def _edge(entity: str, tie: str, company: str, where: set[tuple[str, str]]) -> Iterator[str]:
    dates = sorted(date for date, _ in where if date)
    node = NamedNode(f"{ID}tie/{hashlib.sha256(f'{entity} {tie} {company}'.encode()).hexdigest()[:16]}")
    start, end, kind = NamedNode(entity), NamedNode(company), NamedNode(FG + tie)
    graph = NamedNode(DERIVED)
    count = Literal(str(len({filing for _, filing in where})), datatype=_INTEGER)
    facts: list[tuple[NamedNode, NamedNode | Literal]] = [
        (_TYPE, NamedNode(FG + "Tie")),
        (NamedNode(FG + "from"), start),
        (NamedNode(FG + "to"), end),
        (NamedNode(FG + "tieKind"), kind),
        (NamedNode(FG + "count"), count),
    ]
    if dates:
        facts.append((NamedNode(FG + "firstSeen"), Literal(dates[0], datatype=_DATE)))
        facts.append((NamedNode(FG + "lastSeen"), Literal(dates[-1], datatype=_DATE)))
    yield f"{start} {kind} {end} {graph} .\n"
    for predicate, value in facts:
        yield f"{node} {predicate} {value} {graph} .\n"
