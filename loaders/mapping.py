"""From a filing's record to facts, by the tables of `tables.py`; nothing of the record is lost.

    map_filing(filing).triples[0]
    ('<.../id/filing/0000999999-03-000042>', '<...#type>', '<.../ontology#Filing>')

Facts are triples of N-Triples terms: the filing's own for its graph, and those of the companies, plans and registration
statements it names, for the graph of entities. Beside the fields come the links that queries join on (`links`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..ontology.terms import Class, Property
from . import iri, tables
from .kinds import (
    Code,
    Codes,
    Field,
    Flag,
    Integer,
    Node,
    Nodes,
    Number,
    People,
    Person,
    Share,
    Shared,
    Table,
    Text,
    Texts,
    When,
    Whens,
)
from .links import link
from .nterms import TRUE, TYPE, Triple, decimal, integer, literal, typed
from .records import Evidence, Evidences, Filing

_POSITION = f"<{Property.POSITION}>"
_ORDER = f"<{Property.ORDER}>"
_QUOTE = f"<{Property.QUOTE}>"
_NAME = f"<{Property.NAME}>"
_PRINTED_AS = f"<{Property.PRINTED_AS}>"
_MENTION = f"<{Class.PERSON_MENTION}>"


@dataclass(frozen=True, slots=True)
class Facts:
    """What one filing adds to the graph: ``triples`` for its own graph, ``entities`` for the graph of entities."""

    filing: str  # IRI
    graph: str  # IRI of the filing's graph
    triples: tuple[Triple, ...]
    entities: tuple[Triple, ...]


def map_filing(filing: Filing, known_as: Mapping[str, str] = MappingProxyType({})) -> Facts:
    """The facts of one filing, in the order of its fields, repeated ones left out.

    ``known_as``: companies (IRIs, by what the filing says of them) that are known to be others.
    """
    writer = _Writer(iri.filing_iri(filing.id))
    root = f"<{writer.filing}>"
    writer.record(root, filing, tables.FILING)
    entities = link(filing, root, writer.out, known_as)
    triples = tuple(dict.fromkeys(writer.out))
    return Facts(writer.filing, iri.filing_graph(filing.id), triples, tuple(dict.fromkeys(entities)))


def write_record(whole: str, node: str, record: object, table: Table) -> list[Triple]:
    """The triples of one record as ``node``; its evidence lies in the documents of ``whole`` (an IRI)."""
    writer = _Writer(whole)
    writer.record(node, record, table)
    return writer.out


def rank_of(evidence: Evidence, rank: dict[str, int]) -> tuple[int, str, int, int, int]:
    """The natural order of evidence: by field as in the table, then by place."""
    span = evidence.span
    return rank.get(evidence.field, 99), evidence.field, span.document, span.start, span.end


class _Writer:
    """Collects the triples of one filing."""

    def __init__(self, filing: str) -> None:
        self.filing = filing
        self.out: list[Triple] = []
        self._names: dict[str, str] = {}  # printed person name -> mention
        self._shared: dict[object, str] = {}  # capacity -> node
        self._cites: dict[str, str] = {}  # evidence field -> property

    def record(self, node: str, record: object, table: Table) -> None:
        """Writes one record as ``node``: its type, its fields and its evidence."""
        self.out.append((node, TYPE, table.type))
        for field in table.fields:
            value = getattr(record, field.attr)
            if value or value == "" or value == 0:
                _WRITE[type(field)](self, node, field, value)
        if table.cited:
            self._evidence(node, record.evidence, table)  # type: ignore[attr-defined]

    def _evidence(self, node: str, evidences: Evidences, table: Table) -> None:
        out, filing = self.out, self.filing
        for evidence in evidences:
            span = evidence.span
            place = f"<{iri.evidence_iri(filing, span.document, span.start, span.end)}>"
            out.append((node, self._cite(evidence.field), place))
            out.append((place, _QUOTE, literal(evidence.quote)))
        if len(evidences) > 1:
            self.order(node, "evidence", evidences, lambda e: rank_of(e, table.rank))

    def _cite(self, field: str) -> str:
        if field not in self._cites:
            self._cites[field] = f"<{iri.evidence_property(field)}>"
        return self._cites[field]

    def order(self, node: str, attr: str, values: Sequence[Any], key: Callable[[Any], Any] | None = None) -> None:
        """Says in which order the values stand, unless it is the natural one."""
        natural = sorted(set(values), key=key)
        if natural != list(values):
            places = {value: i for i, value in enumerate(natural)}
            self.out.append((node, _ORDER, literal(" ".join([attr, *(str(places[v]) for v in values)]))))

    def text(self, node: str, field: Field, value: str) -> None:
        self.out.append((node, field.p, literal(value)))

    def when(self, node: str, field: Field, value: str) -> None:
        self.out.append((node, field.p, typed(value)))

    def number(self, node: str, field: Field, value: str) -> None:
        term, canonical = decimal(value)
        self.out.append((node, field.p, term))
        if not canonical:
            self.out.append((node, _PRINTED_AS, literal(f"{field.attr}={value}")))

    def integer(self, node: str, field: Field, value: int) -> None:
        self.out.append((node, field.p, integer(value)))

    def share(self, node: str, field: Field, value: float) -> None:
        self.out.append((node, field.p, decimal(f"{value:.3f}")[0]))

    def flag(self, node: str, field: Field, value: bool) -> None:
        if value:
            self.out.append((node, field.p, TRUE))

    def texts(self, node: str, field: Field, values: tuple[str, ...]) -> None:
        self.out += [(node, field.p, literal(value)) for value in values]
        self.order(node, field.attr, values)

    def whens(self, node: str, field: Field, values: tuple[str, ...]) -> None:
        self.out += [(node, field.p, typed(value)) for value in values]
        self.order(node, field.attr, values)

    def code(self, node: str, field: Code, value: str) -> None:
        self.out.append((node, field.p, field.terms[value]))

    def codes(self, node: str, field: Codes, values: tuple[str, ...]) -> None:
        self.out += [(node, field.p, field.terms[value]) for value in values]
        self.order(node, field.attr, values, list(field.terms).index)

    def person(self, node: str, field: Field, name: str) -> None:
        mention = self._names.get(name)
        if mention is None:
            mention = self._names[name] = f"<{iri.person_mention(self.filing, name)}>"
            self.out += [(mention, TYPE, _MENTION), (mention, _NAME, literal(name))]
        self.out.append((node, field.p, mention))

    def people(self, node: str, field: Field, names: tuple[str, ...]) -> None:
        for name in names:
            self.person(node, field, name)
        self.order(node, field.attr, names)

    def nodes(self, node: str, field: Nodes, values: tuple[object, ...]) -> None:
        whole, used = node[1:-1], set()
        for position, value in enumerate(values, 1):
            number = str(getattr(value, field.key)) if field.key else str(position)
            if number in used:
                number = f"{number}-{position}"
            used.add(number)
            child = f"<{iri.part_iri(whole, field.slug, number)}>"
            self.out += [(node, field.p, child), (child, _POSITION, integer(position))]
            self.record(child, value, field.table)

    def node(self, node: str, field: Node, value: object) -> None:
        child = f"{node[:-1]}/{field.slug}>"
        self.out.append((node, field.p, child))
        self.record(child, value, field.table)

    def shared(self, node: str, field: Shared, values: tuple[Any, ...]) -> None:
        for value in values:
            child = self._shared.get(value)
            if child is None:
                content = iri.digest(value.title, *value.roles)
                child = self._shared[value] = f"<{iri.part_iri(self.filing, field.slug, content)}>"
                self.record(child, value, field.table)
            self.out.append((node, field.p, child))
        if len(values) > 1:
            self.order(node, field.attr, values, lambda v: (v.title, v.roles))


_WRITE: dict[type[Field], Callable[..., None]] = {
    Text: _Writer.text,
    When: _Writer.when,
    Number: _Writer.number,
    Integer: _Writer.integer,
    Share: _Writer.share,
    Flag: _Writer.flag,
    Texts: _Writer.texts,
    Whens: _Writer.whens,
    Code: _Writer.code,
    Codes: _Writer.codes,
    Person: _Writer.person,
    People: _Writer.people,
    Nodes: _Writer.nodes,
    Node: _Writer.node,
    Shared: _Writer.shared,
}
