"""Inline XBRL facts of a document: what its cover, audit report or fee table says in machine-readable form.

::

    <ix:nonNumeric contextRef="c-1" name="dei:EntityRegistrantName" id="f-7">Roe Corp.</ix:nonNumeric>

Facts inside ``<ix:hidden>``, which a rendering leaves out, are read too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .markup_tokens import INVISIBLE, SPECIAL, decode
from .markup_wraps import unwrap
from .span import Span

_ELEMENT = re.compile(r"""<(/?)ix:(?:nonNumeric|nonFraction)\b((?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>""", re.I)
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAG = re.compile(r"<[^<>]*+>")
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?tr|/?td|/?li)\b[^<>]*+>", re.I)  # tags that part words
_SCALE = re.compile(r"[-+]?\d{1,2}", re.A)
_DEEPEST = 50  # facts inside facts


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: the concept's name with its prefix, the value as printed, where it stands, the id of its context."""

    name: str
    value: str
    span: Span
    context: str = ""
    format: str = ""  # of the printed value: ``ixt:fixed-true`` stands for true whatever is printed
    scale: int = 0  # the power of ten that a printed number is multiplied by


def read_facts(number: int, source: str, prefixes: Sequence[str] = ("dei", "ffd")) -> tuple[Fact, ...]:
    """The facts of document ``number`` whose names have one of the prefixes, in the order in which they end.

    The span is that of the element's content, or of the whole element where nothing is printed in it.
    """
    if "<ix:" not in source and "<IX:" not in source:
        return ()
    flat, joins = unwrap(source)
    shifts = [join - count for count, join in enumerate(joins)]
    wanted = frozenset(prefixes)
    out = []
    for attributes, outer, inner in _elements(flat):
        name = attributes.get("name", "")
        if name.partition(":")[0] in wanted and attributes.get("xsi:nil", "").lower() not in {"true", "1"}:
            start, end = _trimmed(flat, *inner) or outer
            span = Span(number, start + bisect_right(shifts, start), end + bisect_right(shifts, end - 1))
            value = _plain(flat[inner[0] : inner[1]])
            scale = attributes.get("scale", "0")
            power = int(scale) if _SCALE.fullmatch(scale) else 0
            out.append(Fact(name, value, span, attributes.get("contextref", ""), attributes.get("format", ""), power))
    return tuple(out)


def _elements(source: str) -> Iterator[tuple[dict[str, str], tuple[int, int], tuple[int, int]]]:
    """Attributes, extent and content of each fact's element."""
    opened: list[tuple[dict[str, str], int, int]] = []
    for match in _ELEMENT.finditer(source):
        if match[1]:
            if opened:
                attributes, start, content = opened.pop()
                yield attributes, (start, match.end()), (content, match.start())
            continue
        attributes = {name.lower(): one or two for name, one, two in _ATTRIBUTE.findall(match[2])}
        if match[2].endswith("/"):
            yield attributes, match.span(), (match.end(), match.end())
        elif len(opened) < _DEEPEST:
            opened.append((attributes, match.start(), match.end()))


def _trimmed(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The content less the white space around it; None where nothing is left."""
    raw = source[start:end]
    left = len(raw) - len(raw.lstrip())
    kept = raw.strip()
    return (start + left, start + left + len(kept)) if kept else None


def _plain(raw: str) -> str:
    """The words of the content, without tags."""
    text = SPECIAL.sub(lambda m: decode(m[0]) if m[0][0] == "&" else " ", _TAG.sub("", _BREAK.sub(" ", raw)))
    return " ".join(INVISIBLE.sub("", text).split())
