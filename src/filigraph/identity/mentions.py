"""The mentions of a store, read once for resolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from pyoxigraph import Literal, NamedNode

from filigraph.store import Rows, Store


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one filing. ``kind``: signature, attorney, grantor, agent, lawyer, counsel, auditor, owner."""

    iri: str
    kind: str
    name: str
    filing: str
    company: str  # IRI of the filing's issuer (the least, where there are several), '' where unknown
    date: str
    behalf: str  # whom a By: row signs for
    firm: str  # a lawyer's firm
    cik: str  # an owner's


def table(store: Store, query: str, package: str = "filigraph.identity") -> Iterator[tuple[str, ...]]:
    """The rows of a query file of the package as plain strings, '' where unbound."""
    answer = store.query((files(package) / query).read_text("utf-8"))
    for row in cast(Rows, answer).rows:
        yield tuple(cast("NamedNode | Literal", term).value if term is not None else "" for term in row)


def read_mentions(store: Store) -> tuple[Mention, ...]:
    """Every mention once for each kind, sorted."""
    return tuple(_once(Mention(*row) for row in table(store, "mentions.rq")))


def _once(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The first of the rows that a mention has for one kind: several issuers give it several."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.iri, mention.kind)
        if key not in seen:
            seen.add(key)
            yield mention
