"""Rebuilding who-is-who in a store: reads every mention, writes the resolution graph and the entities' names.

The graph is derived and disposable: the same filings always give the same bytes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from .identity.companies import company_key
from .identity.mentions import read_mentions, table
from .identity.resolution import ID, Resolution, label, resolve
from .store import Store

ONTOLOGY = "https://w3id.org/filigraph/ontology#"
RESOLUTION = f"{ID}graph/resolution/current"
ENTITIES = f"{ID}graph/entities"
NAMES = f"{ID}graph/names"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


def rebuild(store: Store) -> Resolution:
    """Resolve all mentions of the store and replace the graphs that say so; returns what was decided."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    latest: dict[str, tuple[str, str]] = {}
    for company, name, date, kind in table(store, "companies.rq"):
        names[company][name] += 1
        if kind == "cover" and date >= latest.get(company, ("", ""))[0]:
            latest[company] = (date, name)
    folded = {company: frozenset(map(company_key, counter)) for company, counter in names.items()}
    resolution = resolve(read_mentions(store), folded)
    labels = {c: latest[c][1] if c in latest else label(n) for c, n in names.items()}
    lines = sorted({*_links(resolution), *_names(resolution, labels)})
    store.replace([RESOLUTION, NAMES], "".join(lines).encode())
    return resolution


def _term(local: str) -> NamedNode:
    return NamedNode(ONTOLOGY + local)


def _line(subject: str, predicate: NamedNode, value: NamedNode | Literal, graph: str) -> str:
    return f"{NamedNode(subject)} {predicate} {value} {NamedNode(graph)} .\n"


def _links(resolution: Resolution) -> Iterator[str]:
    for link in resolution.links:
        node = f"{link.mention}/link"
        entity, mention = NamedNode(link.person), NamedNode(link.mention)
        yield _line(link.mention, _term("resolvedTo"), entity, RESOLUTION)
        yield _line(node, _TYPE, _term("ResolutionLink"), RESOLUTION)
        yield _line(node, _term("mention"), mention, RESOLUTION)
        yield _line(node, _term("entity"), entity, RESOLUTION)
        yield _line(node, _term("rule"), Literal(link.rule), RESOLUTION)
        yield _line(node, _term("score"), Literal(f"{link.score:.2f}", datatype=_DECIMAL), RESOLUTION)
    for pair in resolution.possible:
        yield _line(pair.a, _term("possiblySame"), NamedNode(pair.b), RESOLUTION)


_DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")


def _names(resolution: Resolution, companies: dict[str, str]) -> Iterator[str]:
    """Labels and types of people and firms, one label of each company."""
    for entity in resolution.entities:
        yield _line(entity.iri, _LABEL, Literal(entity.label), NAMES)
        for local in entity.types:
            yield _line(entity.iri, _TYPE, _term(local), NAMES)
    for company, name in companies.items():
        yield _line(company, _LABEL, Literal(name), NAMES)
