"""Finding a shipped question, reading its header, binding its parameters.

A header is lines that begin with ``#+``::

    #+ summary: Who signed a filing, in which capacities, when and how.
    #+ param: filing filing 0009999003-00-000012
    #+ param: limit integer 100 = 100
    #+ columns: name titles roles date mode attorney quote

A parameter is its name, its kind, an example and, after ``=``, a default. In the query it stands as ``$name``.
Kinds: iri, string, date, integer, decimal, filing, company, person, firm. The last four take an IRI or
what a reader would type: an accession number, a CIK, a name. Their default may be ``any``: the variable then stays
one, and the question is asked of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal, NamedNode

from filigraph.loaders.errors import InvalidInput, NotFound
from filigraph.store.scan import tokens

_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_DECIMAL = NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_PARAM = re.compile(r"(?P<name>\w+) (?P<kind>\w+) (?P<example>.+?)(?: = (?P<default>.*))?")


class Kind(StrEnum):
    """What a parameter takes."""

    IRI = "iri"
    STRING = "string"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    FILING = "filing"
    COMPANY = "company"
    PERSON = "person"
    FIRM = "firm"


_ENTITIES = {Kind.FILING, Kind.COMPANY, Kind.PERSON, Kind.FIRM}
_ANY = "any"

#: Turns what a reader typed for an entity of a kind into its IRI; raises `NotFound` or `InvalidInput`.
Resolver = Callable[[Kind, str], str]


@dataclass(frozen=True, slots=True)
class Param:
    name: str
    kind: Kind
    example: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A shipped question. ``text`` is the whole file."""

    name: str
    summary: str
    params: tuple[Param, ...]
    columns: tuple[str, ...]
    text: str

    @property
    def example(self) -> dict[str, str]:
        """Values for all parameters that give rows on the bundled sample."""
        return {p.name: p.example for p in self.params}


@cache
def names() -> tuple[str, ...]:
    """The names of all shipped questions, sorted."""
    return tuple(sorted(p.name[:-3] for p in files(__package__).iterdir() if p.name.endswith(".rq")))


@cache
def load(name: str) -> Query:
    """The shipped question of that name; `NotFound` names those that are like it."""
    if name not in names():
        near = " or ".join(get_close_matches(name, names(), 3))
        hint = "filigraph queries lists all of them"
        raise NotFound(f"no query {name!r}", remedy=f"did you mean {near}? {hint}" if near else hint)
    return parse(name, (files(__package__) / f"{name}.rq").read_text("utf-8"))


def parse(name: str, text: str) -> Query:
    """A query file with its header; `InvalidInput` where a header line cannot be read."""
    fields = [line[3:].partition(": ") for line in text.splitlines() if line.startswith("#+ ")]
    header = {key: value.strip() for key, _, value in fields if key != "param"}
    params = tuple(_param(name, value.strip()) for key, _, value in fields if key == "param")
    return Query(name, header.get("summary", ""), params, tuple(header.get("columns", "").split()), text)


def _param(query: str, line: str) -> Param:
    match = _PARAM.fullmatch(line)
    if match is None or match["kind"] not in set(Kind):
        what = f"header line not understood: param: {line}"
        raise InvalidInput(what, f"query {query}", "NAME KIND EXAMPLE [= DEFAULT]")
    return Param(match["name"], Kind(match["kind"]), match["example"], match["default"])


def bind(query: Query, values: Mapping[str, str], resolver: Resolver) -> str:
    """The text that runs: each ``$name`` token replaced by its term. Strings and comments stay untouched.

    `InvalidInput` for a parameter that is unknown, missing or of the wrong type, naming those the query takes.
    """
    known = {p.name: p for p in query.params}
    for name in values:
        if name not in known:
            raise InvalidInput(f"unknown parameter {name!r}", f"query {query.name}", _takes(query))
    in_turn = sorted(query.params, key=lambda p: p.kind in _ENTITIES)  # what is mistyped is told before who is unknown
    given = ((p, values.get(p.name, p.default)) for p in in_turn)
    terms = {p.name: _term(query, p, value, resolver) for p, value in given if p.kind not in _ENTITIES or value != _ANY}
    return "".join(terms[t.text[1:]] if _is_param(t.kind, t.text, terms) else t.text for t in tokens(query.text))


def _is_param(kind: str, text: str, terms: Mapping[str, str]) -> bool:
    return kind == "variable" and text.startswith("$") and text[1:] in terms


def _takes(query: Query) -> str:
    return "it takes " + (", ".join(_taken(p) for p in query.params) or "none")


def _taken(param: Param) -> str:
    spared = "" if param.default is None else "; may be left out"
    return f"{param.name} ({param.kind}, e.g. {param.example}{spared})"


def _term(query: Query, param: Param, value: str | None, resolver: Resolver) -> str:
    if value is None:
        raise InvalidInput(f"parameter {param.name!r} is missing", f"query {query.name}", _takes(query))
    try:
        return _typed(param.kind, value, resolver)
    except ValueError as error:
        if isinstance(error, InvalidInput):
            raise
        where = f"query {query.name}, parameter {param.name}"
        raise InvalidInput(f"{value!r} is no {param.kind}", where, f"e.g. {param.example}") from error


def _typed(kind: Kind, value: str, resolver: Resolver) -> str:
    match kind:
        case Kind.INTEGER:
            return str(int(value))
        case Kind.DECIMAL:
            if not re.fullmatch(r"\d+(\.\d+)?", value):
                raise ValueError(value)
            return str(Literal(value, datatype=_DECIMAL))
        case Kind.DATE:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                raise ValueError(value)
            return str(Literal(date.fromisoformat(value).isoformat(), datatype=_DATE))
        case Kind.STRING:
            return str(Literal(value))
        case Kind.IRI:
            return str(NamedNode(value))
        case Kind.FILING | Kind.COMPANY | Kind.PERSON | Kind.FIRM:
            return str(NamedNode(resolver(kind, value)))
