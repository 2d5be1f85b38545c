"""Running text between the rows of signature pages: notes, sentences of attorneys, appointments.

*  Ann B. Carver, by signing her name hereto, does hereby sign this document on behalf of
each of the above-named persons pursuant to powers of attorney ...
Note: No other person is required to sign this Post-Effective Amendment in reliance upon Rule 478.
"""

from __future__ import annotations

import re

from ..span import Piece, Text

_PROSE = re.compile(
    r"\b(?:hereby|hereto|hereof|hereunto|thereto|thereof|herewith|whose|pursuant|has been|have been|caused"
    r"|does|requirements|undersigned|powers?\s+of\s+attorney|appoints?|constitutes?"
    r"|thereunto|executed|substitut\w+|ratifying|confirming|required|by signing|above-named|named above"
    r"|reliance|empower\w+|lawful\w*|behalf|commission|registration|statement"
    r"|elected|accordingly|did not|the same|whereof|notwithstanding|furnished|stockholders|securities|certif\w+)\b",
    re.IGNORECASE,
)


_START = re.compile(
    r"^\s*(?:\*{0,2}\s?By\b\s*:?|/\s?s\s?/|\\s\\|[-_]{5,}|Signatures?\s{2,}|Name\s{2,}|Date:|Title:|Name:)",
    re.IGNORECASE,
)


def prose_lines(text: Text, first: int, last: int) -> dict[int, Piece]:
    """The lines of running text between rows (notes, attorneys' sentences), each with its whole paragraph."""
    out: dict[int, Piece] = {}
    number = first
    while number < last:
        end = number
        while end < last and text.lines[end].strip() and not (end > number and _START.match(text.lines[end])):
            end += 1
        if end > number and not _START.match(text.lines[number]):
            piece = Piece(text, text.starts[number], text.starts[end - 1] + len(text.lines[end - 1]))
            if _is_prose(str(piece)):
                out.update((n, piece) for n in range(number, end))
        number = max(end, number + 1)
    return out


def _is_prose(words: str) -> bool:
    if len(words) < 60:
        return False
    small = len(re.findall(r"\b(?:the|of|and|to|in|by|for|that|this|a|his|her|on|each|is|are|such)\b", words))
    gaps = len(re.findall(r"\S {4,}\S", words))
    return small >= 4 and gaps <= words.count("\n") // 3 and len(_PROSE.findall(words)) >= 2
