"""Fast finding of words in a text: plain string search first, so that patterns run only where they can match.

A pattern with IGNORECASE walks a document character by character; ``str.find`` does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .span import Text


@lru_cache(maxsize=4)
def lowered(chars: str) -> str:
    """The characters in lower case, one for one (a few capitals have longer lower-case forms and stay)."""
    low = chars.lower()
    if len(low) == len(chars):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in chars)


def places(low: str, *words: str, start: int = 0, end: int | None = None) -> list[int]:
    """Where any of the words (in lower case) stand in a lowered text, in order.

    A space between two words stands for any white space: justified texts space their words out, lines wrap.
    """
    found = []
    stop = len(low) if end is None else end
    for word in words:
        first, inner, rest = word.partition(" ") if word[:1] != " " else (word, "", "")
        at = low.find(first, start, stop)
        while at >= 0:
            if not inner or _follows(rest).match(low, at + len(first), stop):
                found.append(at)
            at = low.find(first, at + 1, stop)
    return sorted(found)


@lru_cache(maxsize=256)
def _follows(rest: str) -> re.Pattern[str]:
    return re.compile(r"\s+" + r"\s+".join(map(re.escape, rest.split())))


def lines_with(text: Text, low: str, *words: str) -> Iterator[int]:
    """The numbers of the lines that hold any of the words, each once, in order."""
    last = -1
    for at in places(low, *words):
        number = text.line_at(at)
        if number > last:
            last = number
            yield number
