"""Plain-text documents: the source is its own rendering, line for line and column for column.

The tags of EDGAR's plain text are blanked by as many spaces, so that columns keep their places::

    <PAGE>   71
    <S>                      <C>
    /s/ Jane Roe             Director

Only tabs (expanded to stops of eight) and entities move characters; a text that has none keeps its offsets.
"""

from __future__ import annotations

import re

from .markup_tokens import ENTITY, INVISIBLE, decode
from .runs import Line, Run, assemble
from .span import Text

_TAGS = re.compile(
    r"<(?:/?PAGE>[ \t]*(?:\d{1,4}[ \t]*)?(?=[\r\n]|$)|/?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|R|B|U|I|TEXT|BTB|ETB)>)",
    re.I,
)
_MOVES = re.compile(r"[\t\u200b-\u200f\u2060\ufeff\xad]|" + ENTITY.pattern)
_CONTROLS = {n: bytes([n]).decode("cp1252", "ignore") or " " for n in range(0x80, 0xA0)} | {
    0xA0: " ",
    0x0C: "\n",
    0: " ",
}
_TAB = 8


def render_plain(document: int, source: str) -> Text:
    """The text with its tags blanked; its offsets are the source's unless tabs or entities move characters."""
    chars = _TAGS.sub(lambda m: " " * len(m[0]), source)
    if "\r" in chars:
        chars = chars.replace("\r\n", " \n").replace("\r", "\n")
    if not chars.isascii() or "\f" in chars or "\0" in chars:
        chars = chars.translate(_CONTROLS)
    if not _MOVES.search(chars):
        return Text(document, source, chars)
    lines, at = [], 0
    for line in chars.split("\n"):
        lines.append(_moved(line, at))
        at += len(line) + 1
    return assemble(document, source, lines)


def _moved(line: str, at: int) -> Line:
    """A line with its tabs expanded and its entities decoded."""
    runs: list[Run] = []
    width = done = 0
    for match in _MOVES.finditer(line):
        start, end = match.span()
        if start > done:
            runs.append((line[done:start], at + done, at + start))
            width += start - done
        done = end
        text = " " * (_TAB - width % _TAB) if match[0] == "\t" else INVISIBLE.sub("", decode(match[0]))
        if text:
            runs.append((text.replace("\n", " "), at + start, at + end))
            width += len(text)
    if done < len(line):
        runs.append((line[done:], at + done, at + len(line)))
        width += len(line) - done
    return (width, runs)
