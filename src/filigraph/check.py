"""Checking a store: every quote against its source, every filing against the shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .loaders.errors import FiligraphError
from .loaders.publish import quotes
from .loaders.sources import expand
from .loaders.submission import split

if TYPE_CHECKING:
    from .kg import KnowledgeGraph


@dataclass(slots=True)
class Check:
    """``quotes`` looked at, ``wrong`` ones with their place, sources that are gone."""

    filings: int = 0
    quotes: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def texts(data: bytes) -> dict[int, str]:
    """The decoded documents of a source by number; 0 is the header."""
    submission = split(data)
    return {0: submission.header} | {d.sequence: d.source for d in submission.documents}


def check_quotes(kg: KnowledgeGraph) -> Check:
    """Read every source again and see that each quote stands at its offsets."""
    found = Check()
    for name in kg.filings():
        record = kg.record(name)
        source = str(record["source"])
        found.filings += 1
        try:
            documents = texts(_bytes(source))
        except FiligraphError as error:
            found.missing.append(f"{source}: {error.what}")
            continue
        for place in quotes(record):
            found.quotes += 1
            document, start, end = (int(str(place[k])) for k in ("document", "start", "end"))
            if documents.get(document, "")[start:end] != place["quote"]:
                found.wrong.append(f"{source}: document {document}, {start}-{end}: {str(place['quote'])[:60]!r}")
    return found


def _bytes(source: str) -> bytes:
    """A source by the name it was loaded under; members of archives are ``ARCHIVE!MEMBER``."""
    path, _, member = source.partition("!")
    for item in expand([path]):
        if item.name == source or not member:
            return item.read()
    raise FiligraphError("not in the archive any more", source)


def shape_violations(kg: KnowledgeGraph) -> Iterator[str]:
    """What breaks the SHACL shapes, filing by filing, one line each. Needs pyshacl (the extra ``test``)."""
    import pyshacl
    import rdflib

    from . import ontology
    from .loaders.iri import filing_graph

    shapes = rdflib.Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")
    for name in kg.filings():
        from .store import Rows

        answer = kg.store.query(f"SELECT ?s ?p ?o WHERE {{ GRAPH <{filing_graph(name)}> {{ ?s ?p ?o }} }}")
        assert isinstance(answer, Rows)
        lines = "".join(f"{s} {p} {o} .\n" for s, p, o in answer.rows)
        data = rdflib.Graph().parse(data=lines, format="nt")
        conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)
        if not conforms:
            yield from (f"{name}: {line.strip()}" for line in str(text).splitlines() if "Message:" in line)
