"""SPARQL text as tokens: enough to bind parameters and to see keywords, without reading strings or comments as code.

SELECT ?x { $company fg:name ?x } # a comment
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKENS = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<long>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3})
  | (?P<string>"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$][^\W]\w*)
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<prefixed>(?:[^\W\d_][\w.-]*)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<word>[^\W\d]\w*)
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<space>\s+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    kind: str
    text: str


def tokens(text: str) -> Iterator[Token]:
    """Every token of the text, white space and comments included: joined again they are the text."""
    for match in TOKENS.finditer(text):
        yield Token(match.lastgroup or "other", match.group())


def words(text: str) -> list[str]:
    """The bare words (keywords, function names) in upper case, in order."""
    return [token.text.upper() for token in tokens(text) if token.kind == "word"]


def has_from(text: str) -> bool:
    """Does the query name its own data set (FROM)?"""
    return "FROM" in text.upper() and "FROM" in words(text)
