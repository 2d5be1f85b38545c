"""From facts to N-Quads: sorted lines, each once, in UTF-8.

<.../filing/0000999999-03-000042> <...#formType> "S-8" <.../graph/filing/0000999999-03-000042> .
"""

from __future__ import annotations

from collections.abc import Iterable

from . import iri
from .mapping import Facts, map_filing
from .nterms import Triple
from .records import Filing


def filing_nquads(filing: Filing) -> bytes:
    """All that a filing adds to the graph, its own graph's facts and its entities', as sorted N-Quads."""
    return nquads(map_filing(filing))


def nquads(facts: Facts) -> bytes:
    """The facts as sorted N-Quads lines."""
    found = set(lines(facts.triples, facts.graph))
    found.update(lines(facts.entities, iri.ENTITIES))
    return "".join(sorted(found)).encode("utf-8")


def lines(triples: Iterable[Triple], graph: str) -> Iterable[str]:
    """One N-Quads line a triple, each with its line end."""
    tail = f" <{graph}> .\n"
    return [f"{s} {p} {o}{tail}" for s, p, o in triples]
