"""How deep a cell of HTML is set by its styles: what a rendering in columns does not show.

<td><p style="margin-left:20pt; text-indent:-10pt">Orley France S.A.</p></td>      2 columns
"""

from __future__ import annotations

import re

from ..span import Piece

_SET = re.compile(
    r"(?:(?:padding|margin)-left|text-indent)\s*:\s*(?P<number>-?(?:\d+(?:\.\d+)?|\.\d+))\s*(?P<unit>pt|px|em|in)", re.I
)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 10.0, "in": 72.0}
_BEGINS = re.compile(r"<(?:td|th|li|p|div)\b", re.I)
_REACH = 600  # characters of markup before a cell's first word
_COLUMN = 5  # points


def styled_indent(cell: Piece) -> int:
    """The columns that the styles around the cell's first word add to its place; 0 in plain text."""
    start = cell.span.start
    before = cell.text.source[max(0, start - _REACH) : start]
    if "<" not in before:
        return 0
    low = before.lower()
    at = max(low.rfind("<td"), low.rfind("<th"), low.rfind("<li"))
    if at < 0:
        at = max((m.start() for m in _BEGINS.finditer(before)), default=0)
    points = sum(float(m["number"]) * _POINTS[m["unit"].lower()] for m in _SET.finditer(before, at))
    return max(0, round(points / _COLUMN))
