"""The kinds of lines a mapping table may have: how a record's field stands in the graph.

Text("name", Property.NAME)                               one string, one literal
Codes("roles", Property.ROLE, ROLE, records.Role)         codes, concepts of a scheme
Nodes("plans", Property.HAS_PLAN, "plan", PLAN)           records, each with a node of its own
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from functools import cached_property
from typing import Any

from ..ontology.terms import Class, Property
from . import records


@dataclass(frozen=True)
class Field:
    """A record's attribute and its property. ``p`` is the property as an N-Triples term."""

    attr: str
    property: Property

    @cached_property
    def p(self) -> str:
        return f"<{self.property}>"


class Text(Field):
    """A string, or None."""


class When(Field):
    """An ISO date or date and time, typed so; any other text stays text."""


class Number(Field):
    """A decimal number in a string."""


class Integer(Field):
    """An int."""


class Share(Field):
    """A float from 0 to 1 with at most three decimals, or None."""


class Flag(Field):
    """A bool; only True is written."""


class Texts(Field):
    """Strings, each a value; natural order: code points."""


class Whens(Field):
    """ISO dates, each a value; natural order: code points."""


class Person(Field):
    """A printed person's name that becomes a mention of its own, or None."""


class People(Field):
    """Printed persons' names, each a mention; natural order: code points."""


@dataclass(frozen=True)
class Code(Field):
    """A member of an enumeration, as concept of a scheme."""

    scheme: str
    codes: type[StrEnum]

    @cached_property
    def terms(self) -> dict[str, str]:
        """Code to concept."""
        return {code: f"<{self.scheme}{code.value}>" for code in self.codes}

    @cached_property
    def read(self) -> dict[str, StrEnum]:
        """Concept to code, in the order of the enumeration."""
        return {f"<{self.scheme}{code.value}>": code for code in self.codes}


class Codes(Code):
    """Members of an enumeration; natural order: the enumeration's."""


#: Kinds of fields that hold tuples.
MANY = (Texts, Whens, People, Codes)

#: Other names that evidence goes by: a signature's capacities by the printed titles, a firm's by their codes, all that
#: a listing says in one row by that row.
SAID = dict.fromkeys(("titles", *records.CounselCapacity, *records.AuditorCapacity), "capacities") | {"row": "name"}


@dataclass(frozen=True)
class Table:
    """How one record class is written: its RDF class and its fields. ``cited`` says whether it has evidence."""

    record: type[Any]
    cls: Class
    fields: tuple[Field, ...]
    cited: bool = True

    @cached_property
    def type(self) -> str:
        return f"<{self.cls}>"

    @cached_property
    def required(self) -> frozenset[str]:
        """The attributes without which the record cannot be made."""
        return frozenset(f.name for f in fields(self.record) if f.default is MISSING)

    @cached_property
    def rank(self) -> dict[str, int]:
        """Place of each field in the table, for the natural order of evidence."""
        rank = {f.attr: i for i, f in enumerate(self.fields)}
        rank.update({said: rank[attr] for said, attr in SAID.items() if attr in rank and said not in rank})
        return rank


@dataclass(frozen=True)
class Nodes(Field):
    """Records with nodes of their own, numbered under the parent; ``key`` names the attribute that numbers them."""

    slug: str
    table: Table
    key: str | None = None


@dataclass(frozen=True)
class Node(Field):
    """One record with a node of its own, or None."""

    slug: str
    table: Table


@dataclass(frozen=True)
class Shared(Field):
    """Records whose nodes are one a distinct content in the filing; natural order: the first field's code points."""

    slug: str
    table: Table
