"""From the rows of a listing to quads, piece by piece, and from the graph back to the listing.

A listing has a graph of its own. What it says of companies goes to the graph of entities too, so that a company known
only from here is found by name; of people, who hold CIKs as well, nothing does. An entry leads to its filing by
``fg:lists`` and to the registration statement whose number it has, whether these are loaded or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...ontology.terms import FORM, FORMS, Class, Property
from .. import iri
from ..emit import lines
from ..kinds import Nodes
from ..mapping import write_record
from ..nterms import TYPE, Triple, integer, literal
from ..unmapping import read_record
from .records import ListedCompany, ListedFiling, Listing, Row
from .tables import LISTING

PIECE = 5_000  # rows whose quads are kept in memory
_COMPANY_TYPES = frozenset({"operating", "investment"})
_POSITION = f"<{Property.POSITION}>"


def listing_quads(head: Listing, rows: Iterable[Row]) -> Iterator[bytes]:
    """N-Quads in pieces: the listing without its rows, then its rows."""
    writer = _Writer(head)
    for row in rows:
        writer.row(row)
        if writer.rows >= PIECE:
            yield writer.take()
    yield writer.take()


def unmap_listing(triples: Iterable[Triple]) -> Listing:
    """The record of the one listing that the triples describe."""
    listing = read_record(triples, LISTING)
    assert isinstance(listing, Listing)
    return listing


class _Writer:
    """Collects the quads of a listing until they are taken."""

    def __init__(self, head: Listing) -> None:
        self._root = iri.listing_iri(head.id)
        self._graph = iri.listing_graph(head.id)
        self._fields = {field.table.record: field for field in LISTING.fields if isinstance(field, Nodes)}
        self._counts = dict.fromkeys(self._fields, 0)
        self._own = write_record(self._root, f"<{self._root}>", replace(head, companies=(), filings=()), LISTING)
        self._entities: list[Triple] = []
        self.rows = 0

    def row(self, row: Row) -> None:
        """Writes a row as the next of its kind."""
        field = self._fields[type(row)]
        self._counts[type(row)] += 1
        place = self._counts[type(row)]
        node = f"<{iri.part_iri(self._root, field.slug, place)}>"
        self._own += [(f"<{self._root}>", field.p, node), (node, _POSITION, integer(place))]
        self._own += write_record(self._root, node, row, field.table)
        if isinstance(row, ListedFiling):
            self._link_filing(node, row)
        elif isinstance(row, ListedCompany):
            self._link_company(node, row)
        self.rows += 1

    def take(self) -> bytes:
        """The quads so far, sorted."""
        found = {*lines(self._own, self._graph), *lines(self._entities, iri.ENTITIES)}
        self._own, self._entities, self.rows = [], [], 0
        return "".join(sorted(found)).encode("utf-8")

    def _link_filing(self, node: str, stub: ListedFiling) -> None:
        self._own.append((node, f"<{Property.LISTS}>", f"<{iri.filing_iri(stub.accession)}>"))
        form = (stub.form_type or "").upper().removesuffix("/A").strip().replace(" ", "_")
        if form in FORMS:
            self._own.append((node, f"<{Property.FORM}>", f"<{FORM}{form}>"))
        statement = iri.registration_iri(stub.file_number) if stub.file_number else None
        if statement is not None:
            self._own.append((node, f"<{Property.REGISTRATION_STATEMENT}>", f"<{statement}>"))

    def _link_company(self, node: str, entity: ListedCompany) -> None:
        if not (entity.entity_type in _COMPANY_TYPES or entity.tickers or entity.sic):
            return
        company = f"<{iri.company_iri(entity.cik, entity.ein, entity.name, entity.state_of_incorporation)}>"
        self._own.append((node, f"<{Property.COMPANY}>", company))
        self._entities += [(company, TYPE, f"<{Class.COMPANY}>"), (company, f"<{Property.NAME}>", literal(entity.name))]
        if entity.cik:
            self._entities.append((company, f"<{Property.CIK}>", literal(entity.cik)))
        number = iri.employer_number(entity.ein)
        if number:
            self._entities.append((company, f"<{Property.EIN}>", literal(number)))
