"""XML forms as elements that know where they stand, broken copies included.

    <rptOwnerName>DOE JOHN H</rptOwnerName>     an element named ``rptOwnerName`` whose words are at source offsets

A tolerant reader: names without prefix, a name broken over a line end or with its last letters lost is repaired where
only one known name fits, an element that is never closed ends where its parent ends, and a closing tag of nothing is
passed over. Nothing is ever fetched, and entities are only the named and numbered characters.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from .records import Evidence, Evidences
from .span import Span

_TAG = re.compile(  # possessive throughout: a tag without end must not be tried at every length of its name
    r"<!--.*?(?:-->|\Z)|<\?[^<>]*+>|<!\[CDATA\[|<(?P<close>/?)(?:[A-Za-z_][\w.-]*+:)?"
    r"(?P<name>[A-Za-z_][\w.-]*+(?:\n\s*+[\w.-]++(?=\s*+/?>))?+)(?P<rest>[^<>]*+)>",
    re.S,
)
_MARKUP = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[^<>]*>", re.S)
_LOST = 3  # letters that a broken name may lack at its end


@dataclass
class Element:
    """An element: local name, its content ``source[start:end]``, its children."""

    document: int
    source: str = field(repr=False)
    name: str
    start: int
    end: int = -1
    children: list[Element] = field(default_factory=list)

    @cached_property
    def words(self) -> str:
        """The content as text: no markup, entities resolved, white space as single spaces."""
        return " ".join(html.unescape(_MARKUP.sub(" ", self.source[self.start : self.end])).split())

    def walk(self) -> Iterator[Element]:
        """The elements below this one, in the order of the document."""
        stack = list(reversed(self.children))
        while stack:
            element = stack.pop()
            yield element
            stack.extend(reversed(element.children))

    def all(self, name: str) -> list[Element]:
        """The elements of that name below this one."""
        return [element for element in self.walk() if element.name == name]

    def find(self, *names: str) -> Element | None:
        """The first element reached through these names, one below the other."""
        found: Element | None = self
        for name in names:
            found = next((element for element in found.walk() if element.name == name), None) if found else None
        return found

    def text(self, *names: str) -> str:
        """The words of the first element reached through these names; empty where there is none."""
        found = self.find(*names)
        return found.words if found else ""

    def cite(self, name: str, part: str = "") -> Evidences:
        """Evidence of this element's content for the field ``name``, narrowed to ``part`` where that stands there."""
        raw = self.source[self.start : self.end]
        at = raw.find(part) if part else -1
        start = self.start + (at if at >= 0 else len(raw) - len(raw.lstrip()))
        end = start + len(part) if at >= 0 else self.start + len(raw.rstrip())
        return (Evidence(name, Span(self.document, start, end), self.source[start:end]),) if start < end else ()


def parse(document: int, source: str, known: frozenset[str] = frozenset()) -> Element:
    """The elements of a source below a nameless one; ``known`` are the names that broken ones may stand for."""
    tree = _Tree(Element(document, source, "", 0, len(source)))
    at = 0
    while match := _TAG.search(source, at):
        at = match.end()
        if match[0] == "<![CDATA[":
            end = source.find("]]>", at)
            at = end + 3 if end >= 0 else len(source)
        elif match["name"]:
            tree.step(match, _repaired("".join(match["name"].split()), known))
    for element in tree.stack[1:]:
        element.end = len(source)
    return tree.stack[0]


class _Tree:
    """The elements that are open, outermost first, and their names."""

    def __init__(self, root: Element) -> None:
        self.stack = [root]
        self.open: set[str] = set()

    def step(self, match: re.Match[str], name: str) -> None:
        if name in self.open:
            self.close(name, match.start())  # forms never nest an element in its like: the open one was left unclosed
        if match["close"]:
            return
        root = self.stack[0]
        element = Element(root.document, root.source, name, match.end())
        self.stack[-1].children.append(element)
        if match["rest"].endswith("/"):
            element.end = element.start
        else:
            self.stack.append(element)
            self.open.add(name)

    def close(self, name: str, end: int) -> None:
        """End the open element of that name, and all that were left open in it."""
        while self.stack[-1].name != name:
            self._pop(end)
        self._pop(end)

    def _pop(self, end: int) -> None:
        element = self.stack.pop()
        element.end = end
        self.open.discard(element.name)


@lru_cache(maxsize=4096)
def _repaired(name: str, known: frozenset[str]) -> str:
    if name in known or len(name) < 5:
        return name
    whole = [other for other in known if len(name) < len(other) <= len(name) + _LOST and other.startswith(name)]
    return whole[0] if len(whole) == 1 else name
