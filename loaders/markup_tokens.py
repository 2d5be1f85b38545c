"""The tokens of vendor HTML: tags, comments, entities and the few attributes that change how a page looks.

Sample::

    <TD VALIGN="bottom" colspan=2><FONT SIZE="2">/s/&nbsp;J<SMALL>ANE</SMALL> D<SMALL>OE</SMALL></FONT>

The patterns are possessive and never look past the next ``<``, so that any input takes linear time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

# a tag (close mark, name, attributes), or the start of a comment, declaration or processing instruction
TOKEN = re.compile(
    r"""<(?:(/?)([A-Za-z][^\s<>/]*+)((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>"""
    r"""|(/?)([A-Za-z][^\s<>/]*+)([^<>]*+)>"""
    r"""|(!--|[!?]))"""
)
# what is not taken over character by character: white space runs, entities, invisible characters
_NAME = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})"
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
SPECIAL = re.compile(rf" {{2,}}|{_NAME};?|{INVISIBLE.pattern}+")
ENTITY = re.compile(_NAME + ";")

_LOOKS = re.compile(
    r"""(?:html|body|!doctype\s+html|div|font|tr|td|span|center|pre|h[1-6])(?=[\s>])"""
    r"""|p(?=[\s>])|br(?=[\s>/])""",
    re.I,
)
_BINARY = re.compile(r"\s*+(?:<[A-Za-z]{2,5}>\s*+)?begin \d{3} ")
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?\s*(\d{1,6})""", re.I)
_VALIGN = re.compile(
    r"""\bvalign\s*=\s*["']?\s*(top|middle|center|bottom)|vertical-align\s*:\s*(top|middle|bottom)""", re.I
)
_MARGIN = re.compile(r"\bmargin(-top|-bottom)?\s*:\s*([^;\"']*)", re.I)
_FLOAT = re.compile(r"\bfloat\s*:\s*left", re.I)
_WIDTH = re.compile(r"(?<![-\w])width\s*[:=]\s*[\"']?\s*(\d*\.?\d+)\s*(pt|px|in|%)?", re.I)
_HEIGHT = re.compile(r"(?<![-\w])height\s*[:=]\s*[\"']?\s*(\d*\.?\d+)\s*(pt|px|in|em)?", re.I)
_ABSOLUTE = re.compile(r"\bposition\s*:\s*absolute", re.I)
_EDGE = re.compile(r"(?<![-\w])(top|left)\s*:\s*(-?\d*\.?\d+)\s*(pt|px|in|cm|mm)?(?![\w%])", re.I)
_CLEAR = re.compile(r"\bclear\s*:\s*(?:both|left)", re.I)
_HIDDEN = re.compile(r"\bdisplay\s*:\s*none", re.I)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|em|in|cm|mm|%)?", re.I)
_POINTS = {"pt": 1.0, "px": 0.75, "em": 10.0, "in": 72.0, "cm": 28.0, "mm": 2.8, "%": 1.0}
_CP1252 = {n: bytes([n]).decode("cp1252", "ignore") for n in range(0x80, 0xA0)}
_MARGINS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre"})
_LEAST = 4.0  # points of margin from which a block stands apart by a blank line
_USUAL = 300  # characters of attributes that are worth remembering
_WIDEST = (80.0, 400.0)  # per cent, points
_MOST_COLUMNS, _MOST_ROWS = 100, 100  # that a cell may span


@dataclass(frozen=True, slots=True)
class Look:
    """How a tag's attributes make its element look."""

    above: bool = False  # a blank line before
    below: bool = False  # a blank line after
    floats: bool = False  # the next block goes beside this one
    clears: bool = False  # stands below floats
    tall: bool = False  # has a height of its own, words or not
    hidden: bool = False
    place: tuple[float, float] | None = None  # top and left in points, where it is placed by them
    valign: str = ""
    columns: int = 1
    rows: int = 1


def look_of(name: str, attributes: str) -> Look:
    """The look of the element ``name`` (lower case) with these attributes."""
    return _usual_look(name, attributes) if len(attributes) < _USUAL else _look(name, attributes)


@lru_cache(maxsize=4096)
def _usual_look(name: str, attributes: str) -> Look:
    """Documents of one vendor, and those of one filing, write the same few tags."""
    return _look(name, attributes)


def _look(name: str, attributes: str) -> Look:
    above = below = name in _MARGINS
    for which, value in _MARGIN.findall(attributes):
        top, bottom = _margins(value)
        if which.lower() != "-bottom":
            above = top
        if which.lower() != "-top":
            below = bottom if not which else top
    spans = {which.lower(): int(count) for which, count in _SPAN.findall(attributes)}
    valign = _VALIGN.search(attributes)
    return Look(
        above=above,
        below=below,
        floats=bool(_FLOAT.search(attributes)) and not _is_wide(attributes),
        clears=bool(_CLEAR.search(attributes)),
        tall=_is_tall(attributes),
        hidden=bool(_HIDDEN.search(attributes)),
        place=_place(attributes),
        valign=(valign[1] or valign[2]).lower() if valign else "",
        columns=min(max(spans.get("col", 1), 1), _MOST_COLUMNS),
        rows=min(max(spans.get("row", 1), 1), _MOST_ROWS),
    )


def _place(attributes: str) -> tuple[float, float] | None:
    """Where an element is placed by coordinates of its own."""
    if not _ABSOLUTE.search(attributes):
        return None
    edges = {which.lower(): float(n) * _POINTS[(unit or "px").lower()] for which, n, unit in _EDGE.findall(attributes)}
    return (edges["top"], edges["left"]) if len(edges) == 2 else None


def _is_wide(attributes: str) -> bool:
    """Whether an element fills the page's width, so that nothing goes beside it."""
    found = _WIDTH.search(attributes)
    if not found:
        return False
    if found[2] == "%":
        return float(found[1]) > _WIDEST[0]
    return float(found[1]) * _POINTS[(found[2] or "px").lower()] > _WIDEST[1]


def _is_tall(attributes: str) -> bool:
    found = _HEIGHT.search(attributes)
    return found is not None and float(found[1]) * _POINTS[(found[2] or "px").lower()] >= _LEAST


def _margins(value: str) -> tuple[bool, bool]:
    """Whether the top and the bottom of a CSS margin are wide enough for a blank line."""
    lengths = [float(number) * _POINTS[(unit or "px").lower()] for number, unit in _LENGTH.findall(value)]
    if not lengths:
        return False, False
    bottom = lengths[2] if len(lengths) > 2 else lengths[0]
    return lengths[0] >= _LEAST, bottom >= _LEAST


@lru_cache(maxsize=512)
def decode(entity: str) -> str:
    """The characters of an entity, with the numbers 128-159 read as Windows-1252; itself where unknown."""
    text = unescape(entity)
    if len(text) == 1 and "\x80" <= text <= "\x9f":
        return _CP1252[ord(text)]
    return text


def is_html(source: str) -> bool:
    """Whether the document is marked up.

    The tags of plain text (``<PAGE> <TABLE> <CAPTION> <S> <C>``) do not count, nor what looks like one in a
    uuencoded file.
    """
    if _BINARY.match(source):
        return False
    found, at = 0, source.find("<")
    while at >= 0:
        match = _LOOKS.match(source, at + 1)
        if match:
            found += 2 if len(match[0]) > 2 or match[0].lower() in {"tr", "td"} else 1
            if found > 1:
                return True
        at = source.find("<", at + 1)
    return False
