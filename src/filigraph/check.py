"""Checking a store: every quote and header against its source, every filing against the shapes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .listings import entries, said_in_listings
from .loaders.errors import FiligraphError
from .loaders.header_text import left_out
from .loaders.iri import filing_graph
from .loaders.publish import quotes, to_json
from .loaders.records import Filing
from .loaders.sources import Source, origin, submissions
from .loaders.submission import Submission, split
from .store import Rows

if TYPE_CHECKING:
    import rdflib

    from .kg import KnowledgeGraph

_SOURCES = """
SELECT ?id ?source WHERE { GRAPH ?g {
  ?filing <https://w3id.org/filigraph/ontology#filingId> ?id ; <https://w3id.org/filigraph/ontology#source> ?source } }
"""


@dataclass(slots=True)
class Check:
    """``quotes`` and ``headers`` looked at, ``wrong`` quotes and header elements ``left_out``, sources ``missing``."""

    filings: int = 0
    quotes: int = 0
    headers: int = 0
    listings: int = 0
    wrong: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not (self.wrong or self.left_out or self.missing)


def texts(data: bytes) -> dict[int, str]:
    """The decoded documents of a source by number; 0 is the header."""
    return _documents(split(data))


def _documents(submission: Submission) -> dict[int, str]:
    return {0: submission.header} | {d.sequence: d.source for d in submission.documents}


def check_sources(kg: KnowledgeGraph) -> Check:
    """Read every source again: each quote must stand at its offsets, each header come out of the record again.

    An archive is read once, whatever the number of filings that were loaded from it.
    """
    found = Check()
    for path, wanted in sorted(_wanted(kg).items()):
        for source in _again(path):
            if source.name in wanted:
                _check(kg.filing(wanted.pop(source.name)), source, found)
        found.missing += [f"{name}: it is not there any more" for name in sorted(wanted)]
    for listing in said_in_listings(kg):
        found.listings += 1
        found.quotes += listing.quotes
        found.wrong += listing.wrong
        found.missing += listing.missing
    return found


def _wanted(kg: KnowledgeGraph) -> dict[str, dict[str, str]]:
    """For each path the filings that were read from it, by the names of their sources."""
    wanted: dict[str, dict[str, str]] = {}
    for filing, source in kg.query(_SOURCES).rows:
        wanted.setdefault(origin(str(source)), {})[str(source)] = str(filing)
    return wanted


def _again(path: str) -> Iterator[Source]:
    """The submissions at the path; none for standard input, which cannot be read again, and where it is gone."""
    try:
        yield from () if path == "-" else submissions([path])
    except FiligraphError:
        return  # each of its filings is reported as missing


def _check(filing: Filing, source: Source, found: Check) -> None:
    found.filings += 1
    try:
        submission = split(source.read())
    except FiligraphError as error:
        found.missing.append(f"{source.name}: {error.what}")
        return
    documents = _documents(submission)
    for place in quotes(to_json(filing)):
        found.quotes += 1
        document, start, end = (int(str(place[k])) for k in ("document", "start", "end"))
        if documents.get(document, "")[start:end] != place["quote"]:
            found.wrong.append(f"{source.name}: document {document}, {start}-{end}: {str(place['quote'])[:60]!r}")
    if submission.header:
        found.headers += 1
        for element in left_out(submission.header, filing):
            where = " ".join(filter(None, (*element.party, element.name)))
            found.left_out.append(f"{source.name}: header: {where} {element.value[:60]!r} is not in the record")


def shape_violations(kg: KnowledgeGraph) -> Iterator[str]:
    """What breaks the SHACL shapes, filing by filing, one line each. Needs pyshacl (the extra ``test``)."""
    import rdflib

    from . import ontology

    shapes = rdflib.Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")
    for name in kg.filings():
        query = f"SELECT ?s ?p ?o WHERE {{ GRAPH <{filing_graph(name)}> {{ ?s ?p ?o }} }}"
        yield from (f"{name}: {line}" for line in violations(kg, query, shapes))
    for name in kg.listings():
        yield from (f"{name}: {line}" for line in violations(kg, entries(name), shapes))


def violations(kg: KnowledgeGraph, query: str, shapes: rdflib.Graph) -> Iterator[str]:
    """The messages of the validator on the triples that a query selects."""
    import pyshacl
    import rdflib

    answer = kg.store.query(query)
    assert isinstance(answer, Rows)
    lines = "".join(f"{s} {p} {o} .\n" for s, p, o in answer.rows)
    data = rdflib.Graph().parse(data=lines, format="nt")
    conforms, _, text = pyshacl.validate(data, shacl_graph=shapes, allow_warnings=True)
    if not conforms:
        yield from (line.strip() for line in str(text).splitlines() if "Message:" in line)
