"""Real and constructed filings through the whole way and back: `show` must give what `extract` gave."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pyshacl
from rdflib import Graph

from filigraph import ontology
from filigraph.loaders import iri
from filigraph.loaders.filing import read
from filigraph.loaders.kinds import SAID
from filigraph.loaders.mapping import map_filing
from filigraph.loaders.records import Filing
from filigraph.loaders.tables import TABLES
from filigraph.loaders.unmapping import unmap

#: Files looked at: enough for every layout, few enough for a test.
LIMIT = 60


def filings(folder: Path) -> Iterator[Filing]:
    files = sorted(path for path in folder.rglob("*.txt") if path.is_file())
    for path in files[:LIMIT]:
        yield read(path.read_bytes(), path.name)


def test_every_constructed_sample_comes_back(sample: Path) -> None:
    found = list(filings(sample))
    assert len(found) == LIMIT
    assert [f.source for f in found if unmap(map_filing(f).triples) != f] == []


def test_every_real_filing_comes_back(shared: Path) -> None:
    found = list(filings(shared / "filings" / "gold"))
    assert len(found) > 30
    assert [f.source for f in found if unmap(map_filing(f).triples) != f] == []


def test_the_fields_that_evidence_names_are_declared(sample: Path) -> None:
    declared = {f.attr for table in TABLES for f in table.fields} | set(SAID)
    used = {
        unquote(p[1:-1].removeprefix(iri.EVIDENCE))
        for filing in filings(sample)
        for _, p, _ in map_filing(filing).triples
        if p.startswith(f"<{iri.EVIDENCE}")
    }
    assert used - declared == set()


def test_samples_keep_the_shapes(sample: Path) -> None:
    graph = Graph()
    for filing in list(filings(sample))[::10]:
        facts = map_filing(filing)
        lines = "".join(f"{s} {p} {o} .\n" for s, p, o in (*facts.triples, *facts.entities))
        graph.parse(data=lines, format="nt")
    shapes = Graph().parse(data=ontology.read("shapes.ttl"), format="turtle")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes, allow_warnings=True)
    assert conforms, report
