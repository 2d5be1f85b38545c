"""N-Triples terms from Python values and back, as plain strings; no rdflib.

literal('a "b"')          -> '"a \\"b\\""'
typed("2003-09-18")       -> '"2003-09-18"^^<http://www.w3.org/2001/XMLSchema#date>'
text('"a"^^<...#string>') -> 'a'
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TypeAlias

#: Subject, predicate, object, as N-Triples terms.
Triple: TypeAlias = tuple[str, str, str]

XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
TRUE = f'"true"^^<{XSD}boolean>'

_DATE_TAIL = f'"^^<{XSD}date>'
_MOMENT_TAIL = f'"^^<{XSD}dateTime>'
_INTEGER_TAIL = f'"^^<{XSD}integer>'
_DECIMAL_TAIL = f'"^^<{XSD}decimal>'

_SPECIAL = re.compile('["\\\\\x00-\x1f\x7f\ud800-\udfff]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.S)
_UNESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
_DECIMAL = re.compile(r"(-?)0*(\d+)(?:\.(\d*))?|(-?)\.(\d+)", re.ASCII)


def literal(value: str) -> str:
    """A plain string literal. Lone surrogates, which no RDF syntax can hold, become U+FFFD."""
    if _SPECIAL.search(value):
        value = _SPECIAL.sub(_escape, value)
    return f'"{value}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    if char >= "\ud800":
        return "\ufffd"
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"


def typed(value: str) -> str:
    """A literal of type date or dateTime where the text is one, else a plain string."""
    if _DATE.fullmatch(value):
        return f'"{value}{_DATE_TAIL}' if _is_date(value) else literal(value)
    if _MOMENT.fullmatch(value):
        return f'"{value}{_MOMENT_TAIL}' if _is_moment(value) else literal(value)
    return literal(value)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def integer(value: int) -> str:
    return f'"{value}{_INTEGER_TAIL}'


def decimal(value: str) -> tuple[str, bool]:
    """A decimal literal in canonical form, and whether the text had that form; a plain string for what is no number."""
    found = _DECIMAL.fullmatch(value)
    if not found:
        return literal(value), True
    sign, whole, fraction = (found[1] or found[4] or "", found[2] or "0", (found[3] or found[5] or "").rstrip("0"))
    canonical = sign + whole + (f".{fraction}" if fraction else "")
    if canonical == "-0":
        canonical = "0"
    return f'"{canonical}{_DECIMAL_TAIL}', canonical == value


def text(term: str) -> str:
    """The lexical form of a literal, whatever its type."""
    raw = term[1 : term.rindex('"')]
    return _ESCAPED.sub(_unescape, raw) if "\\" in raw else raw


def _unescape(match: re.Match[str]) -> str:
    four, eight, one = match.groups()
    code = four or eight
    return chr(int(code, 16)) if code else _UNESCAPES.get(one, one)
