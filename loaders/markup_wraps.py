"""Forced wraps: HTML that was stored with a line end after every 1,023 characters, in words, tags and entities.

::

    <P STYLE="FONT-FAM
    ILY:Times">By:&
    nbsp;Jane Roe
"""

from __future__ import annotations

_WRAP = 1023


def unwrap(source: str) -> tuple[str, list[int]]:
    """The text without the line ends of forced wraps, and the offsets of the characters taken out.

    A text is wrapped by force where at least three of its lines have exactly 1,023 characters.
    """
    if len(source) < 3 * _WRAP:
        return source, []
    joins, wraps, at = [], 0, 0
    while (end := source.find("\n", at)) >= 0:
        returns = end > at and source[end - 1] == "\r"
        if end - at - returns == _WRAP:
            wraps += 1
            joins += [end - 1, end] if returns else [end]
        at = end + 1
    if wraps < 3:
        return source, []
    starts, ends = [0, *(join + 1 for join in joins)], [*joins, len(source)]
    return "".join([source[start:end] for start, end in zip(starts, ends, strict=True)]), joins
