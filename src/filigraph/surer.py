"""A store's quads without the facts that are not sure enough, nor what hangs on them.

Summary edges rest on many facts and stay; who-is-who loses the links of mentions that are gone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from .ontology.terms import Property
from .store import Rows, Store
from .store.pairs import pairs


def sure_quads(store: Store, least: float) -> Iterator[bytes]:
    """The sorted N-Quads of the store, graph by graph, without facts of a confidence under ``least``."""
    gone = _unsure(store, least)
    leads = (Property.MENTION, Property.SIGNATURE, Property.POWER, Property.NEAREST_POWER)
    links = {link for lead in leads for link, fact in pairs(store, lead) if f"<{fact}>" in gone}
    gone |= {f"<{link}>" for link in links}
    for part in store.dump():
        kept = [line for line in part.splitlines(keepends=True) if not _names(line, gone)]
        if kept:
            yield b"".join(kept)


def _unsure(store: Store, least: float) -> set[str]:
    """The facts that are not sure enough, as terms."""
    wanted = f"SELECT ?fact WHERE {{ GRAPH ?g {{ ?fact <{Property.CONFIDENCE}> ?sure }} FILTER(?sure < {least}) }}"
    return {str(fact) for (fact,) in cast(Rows, store.query(wanted)).rows}


def _names(line: bytes, gone: set[str]) -> bool:
    """Does the quad speak of one of them, or of a part of one (``.../exhibit/3/source``)?"""
    subject, _, rest = line.decode("utf-8").split(" ", 2)
    return any(
        term in gone or f"{term.rpartition('/')[0]}>" in gone
        for term in (subject, rest.split(" ", 1)[0])
        if term.startswith("<")
    )
