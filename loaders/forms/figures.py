"""Numbers of units, dollars and percents in ownership forms, as plain decimals.

6,527,090 shares(1)     6527090          -0-  None      0
24.2%(2)                24.2             233990.00      233990
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\w.,])\d+(?:\.\d+)?(?!\w)|(?<![\w.])\.\d+")
_POINTER = re.compile(  # numbers that say where to look
    r"\b(?:items?|rows?|lines?|boxe?s?|notes?|footnotes?|exhibits?|annex|pages?|schedules?|rules?|section)\s+\(?\d+\w*\)?"
    r"(?:\s*(?:,|and|&|-|to)\s*\(?\d+\)?)*",
    re.I,
)
_NOTE = re.compile(r"\(\d{1,2}\)|\b(?:less|fewer|more) than\b.*", re.I)  # a footnote's mark; a bound is no figure
_ZERO = re.compile(r"\W*(?:-?0-?|-\s?0\s?-|none|nil|zero|no shares?)\b", re.I)


def figure(words: str) -> str | None:
    """The first number in the words as a plain decimal; None where there is none.

    >>> figure("6,527,090 shares(1)"), figure("24.20%"), figure("-0-"), figure("None"), figure("See Item 5")
    ('6527090', '24.2', '0', '0', None)
    """
    found = located(words)
    return found[0] if found else None


def located(words: str) -> tuple[str, int, int] | None:
    """The number in the words as a plain decimal, and where it stands: start and end."""
    for mask in (_POINTER, _NOTE):
        words = mask.sub(lambda match: " " * len(match[0]), words)
    none = _ZERO.match(words)
    if none and not (match := _NUMBER.search(words)):
        return "0", none.start() + len(none[0]) - len(none[0].lstrip(" \t\n")), none.end()
    match = _NUMBER.search(words)
    if match is None:
        return None
    whole, _, part = match[0].replace(",", "").partition(".")
    part = part.rstrip("0")
    return f"{whole.lstrip('0') or '0'}{'.' + part if part else ''}", match.start(), match.end()
