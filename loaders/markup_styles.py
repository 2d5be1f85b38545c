"""Style sheets: what the rules for classes and ids add to an element's own attributes.

Sample::

    <style> .hid { display: none } p.c, div.lft { float: left; width: 48% } #foot { position: absolute } </style>

Only what hides, floats or places an element is taken over: margins and fonts of classes are left out, since readers
know the look of a page from its lines. Selectors of one element with one class or id are read, and no others.
"""

from __future__ import annotations

import re

_OPEN = re.compile(r"<style\b[^<>]*+>", re.I)
_CLOSE = re.compile(r"</style\b", re.I)
_COMMENT = re.compile(r"/\*.{0,2000}?\*/", re.S)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?([.#][\w-]+)$", re.I)
_KEPT = re.compile(r"\s*(?:display\s*:\s*none|float|clear|position|top|left|width)\b", re.I)
_NAMED = re.compile(r"""\b(class|id)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)
_MOST = 2000  # rules of a page
_LONGEST = 200_000  # characters of a sheet


class Styles:
    """The rules of a page's style sheets, by class or id and the element they are for."""

    def __init__(self) -> None:
        self.rules: dict[tuple[str, str], str] = {}

    def read(self, source: str) -> None:
        """Take over the rules of the ``<style>`` elements in ``source``."""
        opened = _OPEN.search(source)
        while opened is not None:
            close = _CLOSE.search(source, opened.end())
            if close is None:
                return
            self._read_sheet(_COMMENT.sub(" ", source[opened.end() : min(close.start(), opened.end() + _LONGEST)]))
            opened = _OPEN.search(source, close.end())

    def _read_sheet(self, sheet: str) -> None:
        for selectors, body in _RULE.findall(sheet):
            kept = ";".join(part for part in body.split(";") if _KEPT.match(part))
            if kept and len(self.rules) < _MOST:
                self._add(selectors, kept)

    def _add(self, selectors: str, kept: str) -> None:
        for selector in selectors.split(","):
            found = _SELECTOR.match(selector.replace("<!--", "").strip())
            if found:
                key = ((found[1] or "").lower(), found[2])
                self.rules[key] = f"{self.rules.get(key, '')};{kept}"

    def added(self, name: str, attributes: str) -> str:
        """The attributes of an element ``name`` with what the rules for its classes and its id add to them."""
        if not self.rules:
            return attributes
        found = [attributes]
        for kind, *values in _NAMED.findall(attributes):
            for value in "".join(values).split():
                mark = ("." if kind.lower() == "class" else "#") + value
                found += [self.rules[key] for key in (("", mark), (name, mark)) if key in self.rules]
        return ";".join(found)
