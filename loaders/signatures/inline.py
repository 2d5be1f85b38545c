"""Rows whose parts are labelled in running lines.

(Signature and Title) R. Barry Arden Vice President and Director (Date) April 14, 1995
(Signature)  /s/ Ann B. Carver
(Name and Title)  Ann B. Carver, President and Chief
Executive Officer (Principal Executive Officer)   (Date) May 4, 1999
"""

from __future__ import annotations

import re

from ..dates import find_dates
from ..span import Piece, Text
from ..titles import is_title
from .cells import MARK
from .people import split_title
from .slots import Gathered, Slot

_LABEL = re.compile(
    r"\((?P<label>signature(?:\s+and\s+(?:title|name))?|(?:printed\s+)?name(?:\s+and\s+title)?|title|date)\)[ \t]*",
    re.IGNORECASE,
)
_VALUE = re.compile(r"[^\S\n]*\S|[^\S\n]*\n[^\S\n]*(?:\d{1,2}/|[A-Z][a-z]{2,8}\.? \d)")
_LEAST = 2


def read_inline(text: Text, first: int, last: int) -> Gathered | None:
    """The slots of lines first to last where they are labelled so; None where they are not."""
    base = text.starts[first] if first < len(text.lines) else len(text.chars)
    end = text.starts[last] if last < len(text.lines) else len(text.chars)
    labels = [m for m in _LABEL.finditer(text.chars, base, end) if _VALUE.match(text.chars, m.end())]
    heads = [m for m in labels if m["label"].lower().startswith("signature") or m["label"].lower() == "name and title"]
    if len(heads) < _LEAST or not any(m["label"].lower() == "date" for m in labels):
        return None
    out = Gathered()
    slot: Slot | None = None
    for i, match in enumerate(labels):
        stop = labels[i + 1].start() if i + 1 < len(labels) else min(end, _paragraph(text.chars, match.end()))
        value = Piece(text, match.end(), stop).strip()
        label = match["label"].lower()
        if label.startswith("signature") or slot is None:
            slot = Slot(0, 1, text.line_at(match.start()), text.line_at(match.start()))
            out.slots.append(slot)
        _take(slot, label, value)
    return out


def _paragraph(chars: str, start: int) -> int:
    end = re.compile(r"\n\s*\n").search(chars, start)
    return end.start() if end else len(chars)


def _take(slot: Slot, label: str, value: Piece) -> None:
    words = str(value)
    if label == "date":
        found = find_dates(value)
        slot.date = slot.date or (found[0] if found else None)
        return
    if label == "title":
        slot.titles.append(value)
        return
    match = MARK.match(words)
    if label.startswith("signature"):
        slot.sign = bool(match and match["sign"])
        slot.star = (match["star2"] or match["star"] or "").strip() if match else ""
        slot.mark = value if slot.sign or slot.star else None
        value = value.sub(match.end() if match else 0, len(words)).strip()
        slot.ruled = bool(re.match(r"[-_]{3,}", words))
    if re.fullmatch(r"[-_\s.]*", str(value)):
        return
    name, title = split_title(value)
    if title is None and is_title(str(name)):
        slot.titles.append(name)
        return
    slot.names.append((name, slot.ruled or (slot.sign and bool(slot.names))))
    if title is not None:
        slot.titles.append(title)
