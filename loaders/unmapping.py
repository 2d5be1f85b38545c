"""From a filing's graph back to its record, by the tables that wrote it: ``unmap(map_filing(f).triples) == f``.

Terms are N-Triples strings, as `mapping` makes them and as ``str()`` of a pyoxigraph term gives them. The order of the
triples does not matter; links that the tables do not name are passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from urllib.parse import unquote

from ..ontology.terms import Property
from . import iri, tables
from .errors import Inconsistent
from .kinds import (
    MANY,
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
from .mapping import rank_of
from .nterms import TRUE, TYPE, Triple, text
from .records import Evidence, Filing
from .span import Span

_POSITION = f"<{Property.POSITION}>"
_ORDER = f"<{Property.ORDER}>"
_QUOTE = f"<{Property.QUOTE}>"
_NAME = f"<{Property.NAME}>"
_PRINTED_AS = f"<{Property.PRINTED_AS}>"
_CITE = f"<{iri.EVIDENCE}"
_PLACE = re.compile(r".*/document/(\d+)#char=(\d+),(\d+)>", re.S)


def unmap(triples: Iterable[Triple]) -> Filing:
    """The record of the one filing that the triples describe; `Inconsistent` where there is none, or not one."""
    filing = read_record(triples, tables.FILING)
    assert isinstance(filing, Filing)
    return filing


def read_record(triples: Iterable[Triple], table: Table) -> object:
    """The one record of the table's class; `Inconsistent` where there is none, or not one."""
    reader = _Reader(triples)
    roots = [node for node, props in reader.nodes.items() if table.type in props.get(TYPE, ())]
    if len(roots) != 1:
        what = table.record.__name__.lower()
        raise Inconsistent(f"the graph describes {len(roots)} {what}s, not one", remedy=f"load the {what} again")
    return reader.record(roots[0], table)


class _Reader:
    """Reads records from triples grouped by subject and property."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        self.nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for s, p, o in dict.fromkeys(triples):
            self.nodes[s][p].append(o)

    def record(self, node: str, table: Table) -> object:
        """The record that ``node`` is."""
        props = self.nodes[node]
        orders = dict(_order(term) for term in props.get(_ORDER, ()))
        values: dict[str, object] = {}
        for field in table.fields:
            terms = props.get(field.p)
            if terms is None and isinstance(field, MANY):
                values[field.attr] = ()
            elif terms:
                value = _READ[type(field)](self, node, field, terms)
                values[field.attr] = _arrange(value, orders.get(field.attr)) if isinstance(value, list) else value
        if table.cited:
            values["evidence"] = _arrange(self._evidence(node, table), orders.get("evidence"))
        for attr in table.required - values.keys():
            raise Inconsistent(f"no {attr}", node.strip("<>"), "load the filing again")
        return table.record(**values)

    def _evidence(self, node: str, table: Table) -> list[Evidence]:
        found = []
        for prop, places in self.nodes[node].items():
            if prop.startswith(_CITE):
                field = unquote(prop[len(_CITE) : -1])
                found += [Evidence(field, _span(place), self._quote(place)) for place in places]
        return sorted(found, key=lambda e: rank_of(e, table.rank))

    def _quote(self, place: str) -> str:
        quotes = self.nodes[place].get(_QUOTE)
        if not quotes:
            raise Inconsistent("evidence without a quote", place.strip("<>"), "load the filing again")
        return text(quotes[0])

    def text(self, node: str, field: Field, terms: list[str]) -> str:
        return text(terms[0])

    def number(self, node: str, field: Field, terms: list[str]) -> str:
        for term in self.nodes[node].get(_PRINTED_AS, ()):
            attr, _, printed = text(term).partition("=")
            if attr == field.attr:
                return printed
        return text(terms[0])

    def integer(self, node: str, field: Field, terms: list[str]) -> int:
        return int(text(terms[0]))

    def share(self, node: str, field: Field, terms: list[str]) -> float:
        return float(text(terms[0]))

    def flag(self, node: str, field: Field, terms: list[str]) -> bool:
        return TRUE in terms

    def texts(self, node: str, field: Field, terms: list[str]) -> list[str]:
        return sorted(text(term) for term in terms)

    def code(self, node: str, field: Code, terms: list[str]) -> object:
        return field.read[terms[0]]

    def codes(self, node: str, field: Codes, terms: list[str]) -> list[object]:
        return [code for term, code in field.read.items() if term in terms]

    def person(self, node: str, field: Field, terms: list[str]) -> str:
        return text(self.nodes[terms[0]][_NAME][0])

    def people(self, node: str, field: Field, terms: list[str]) -> list[str]:
        return sorted(text(self.nodes[term][_NAME][0]) for term in terms)

    def records(self, node: str, field: Nodes, terms: list[str]) -> list[object]:
        ordered = sorted(terms, key=lambda child: int(text(self.nodes[child][_POSITION][0])))
        return [self.record(child, field.table) for child in ordered]

    def one(self, node: str, field: Node, terms: list[str]) -> object:
        return self.record(terms[0], field.table)

    def shared(self, node: str, field: Shared, terms: list[str]) -> list[Any]:
        found: list[Any] = [self.record(child, field.table) for child in terms]
        return sorted(found, key=lambda v: (v.title, v.roles))


_READ: dict[type[Field], Callable[..., object]] = {
    Text: _Reader.text,
    When: _Reader.text,
    Number: _Reader.number,
    Integer: _Reader.integer,
    Share: _Reader.share,
    Flag: _Reader.flag,
    Texts: _Reader.texts,
    Whens: _Reader.texts,
    Code: _Reader.code,
    Codes: _Reader.codes,
    Person: _Reader.person,
    People: _Reader.people,
    Nodes: _Reader.records,
    Node: _Reader.one,
    Shared: _Reader.shared,
}


def _order(term: str) -> tuple[str, list[int]]:
    attr, *indices = text(term).split()
    return attr, [int(i) for i in indices]


def _arrange(natural: Sequence[object], order: list[int] | None) -> tuple[object, ...]:
    """The values in the order that was kept for them."""
    return tuple(natural) if order is None else tuple(natural[i] for i in order)


def _span(place: str) -> Span:
    found = _PLACE.fullmatch(place)
    if not found:
        raise Inconsistent("evidence that is no range of characters", place.strip("<>"), "load the filing again")
    return Span(int(found[1]), int(found[2]), int(found[3]))
