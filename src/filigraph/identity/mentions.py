"""The mentions of a store, read once for resolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from pyoxigraph import Literal, NamedNode

from filigraph.ontology.terms import Property
from filigraph.store import Rows, Store
from filigraph.store.pairs import many, pairs

#: The properties that lead from a filing to records with mentions, and what a record itself mentions.
_RECORDS = {
    Property.HAS_SIGNATURE: "signature",
    Property.HAS_POWER_OF_ATTORNEY: "",
    Property.HAS_AGENT: "agent",
    Property.HAS_COUNSEL: "counsel",
    Property.HAS_AUDITOR: "auditor",
    Property.HAS_RELATIONSHIP: "owner",
    Property.HAS_BENEFICIAL_OWNER: "holder",
}


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in one filing.

    ``kind``: signature, attorney, grantor, agent, lawyer, counsel, auditor, owner, holder.
    """

    iri: str
    kind: str
    name: str
    filing: str
    company: str  # IRI of the filing's issuer (the least, where there are several), '' where unknown
    date: str
    behalf: str  # whom a By: row signs for
    firm: str  # a lawyer's firm
    cik: str  # an owner's or holder's


def table(store: Store, query: str, package: str = "filigraph.identity") -> Iterator[tuple[str, ...]]:
    """The rows of a query file of the package as plain strings, '' where unbound."""
    answer = store.query((files(package) / query).read_text("utf-8"))
    for row in cast(Rows, answer).rows:
        yield tuple(cast("NamedNode | Literal", term).value if term is not None else "" for term in row)


def read_mentions(store: Store) -> tuple[Mention, ...]:
    """Every mention once for each kind, sorted."""
    names = dict(pairs(store, Property.NAME))
    dates = dict(pairs(store, Property.FILING_DATE))
    behalf = dict(pairs(store, Property.ON_BEHALF_OF))
    ciks = dict(pairs(store, Property.CIK))
    issuers = many(store, Property.ISSUER)
    found = (
        Mention(
            iri,
            kind,
            names[iri],
            filing,
            min(issuers.get(filing, ("",))),
            dates.get(filing, ""),
            behalf.get(iri, "") if kind == "signature" else "",
            firm,
            ciks.get(iri, "") if kind in ("owner", "holder") else "",
        )
        for iri, kind, filing, firm in sorted(_named(store, names))
    )
    return tuple(_once(found))


def _named(store: Store, names: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """Mention, kind, filing, and the firm of a lawyer."""
    attorneys, grantors, lawyers = (many(store, p) for p in (Property.ATTORNEY, Property.GRANTOR, Property.LAWYER))
    for has, kind in _RECORDS.items():
        for filing, record in pairs(store, has):
            if kind:
                yield record, kind, filing, ""
            yield from ((person, "attorney", filing, "") for person in attorneys.get(record, ()))
            yield from ((person, "grantor", filing, "") for person in grantors.get(record, ()))
            yield from ((person, "lawyer", filing, names[record]) for person in lawyers.get(record, ()))


def _once(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The first of the rows that a mention has for one kind: several issuers give it several."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        key = (mention.iri, mention.kind)
        if key not in seen:
            seen.add(key)
            yield mention
