"""JSON whose values know where they stand: ``parse('{"cik": 1}').value["cik"].start == 8``.

The standard library checks the text; this only finds the places, so that every value read can be quoted.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TypeAlias

from ..errors import Unreadable
from ..records import Evidence
from ..span import Span

Value: TypeAlias = "dict[str, Node] | list[Node] | str | int | float | bool | None"

_TOKEN = re.compile(r'\s*([{}\[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s,:\[\]{}"]+)', re.S)
_LONE = re.compile("[\ud800-\udfff]")  # half a character, which no file can hold
_DEEPEST = 40  # levels: the files have six


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the characters from ``start`` to ``end`` that say it, quotes and brackets included."""

    value: Value
    start: int
    end: int

    def get(self, *keys: str) -> Node:
        """The value below these keys; an empty node where there is none."""
        node = self
        for key in keys:
            inner = node.value
            found = inner.get(key) if isinstance(inner, dict) else None
            if found is None:
                return _NOTHING
            node = found
        return node

    @property
    def items(self) -> list[Node]:
        """The members of a list; none of anything else."""
        return self.value if isinstance(self.value, list) else []

    @property
    def text(self) -> str | None:
        """A string or whole number as text without blanks at its ends; None for anything else and for no text."""
        if isinstance(self.value, bool) or not isinstance(self.value, str | int):
            return None
        return _LONE.sub("\ufffd", str(self.value)).strip() or None

    def cite(self, field: str, source: str) -> tuple[Evidence, ...]:
        """The evidence for a field: a string without its quotation marks, anything else whole; none of no value."""
        if self.value is None or self.text == "" or self.end <= self.start:
            return ()
        start, end = (self.start + 1, self.end - 1) if isinstance(self.value, str) else (self.start, self.end)
        quote = source[start:end]
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        return (Evidence(field, Span(1, start, start + len(quote)), quote),) if quote else ()


_NOTHING = Node(None, 0, 0)


def parse(text: str) -> Node:
    """The document with the place of every value. Raises `Unreadable` where it is no JSON, or is nested too deep."""
    try:
        json.loads(text)
    except ValueError as error:
        raise Unreadable(f"this JSON is broken: {str(error)[:80]}", remedy="download it again") from error
    except RecursionError as error:
        raise Unreadable("this JSON is nested too deep", remedy="give a listing of EDGAR") from error
    return _Parser(text).node(_DEEPEST)


class _Parser:
    """Walks the tokens of a text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.finditer(text)
        self._ahead: re.Match[str] | None = next(self._tokens)

    def _take(self) -> re.Match[str]:
        taken = self._ahead
        assert taken is not None
        self._ahead = next(self._tokens, None)
        return taken

    def _at(self, mark: str) -> bool:
        return self._ahead is not None and self._ahead[1] == mark

    def node(self, depth: int) -> Node:
        if depth == 0:
            raise Unreadable("this JSON is nested too deep", remedy="give a listing of EDGAR")
        token = self._take()
        if token[1] not in ("{", "["):
            return Node(json.loads(token[1]), token.start(1), token.end(1))
        value = self._object(depth - 1) if token[1] == "{" else self._list(depth - 1)
        return Node(value, token.start(1), self._take().end(1))

    def _object(self, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        while not self._at("}"):
            key = json.loads(self._take()[1])
            self._take()  # the colon
            found[key] = self.node(depth)
            if self._at(","):
                self._take()
        return found

    def _list(self, depth: int) -> list[Node]:
        found: list[Node] = []
        while not self._at("]"):
            found.append(self.node(depth))
            if self._at(","):
                self._take()
        return found
