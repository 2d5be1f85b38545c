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
    found: list[int] = []
    stop = len(low) if end is None else end
    for word in words:
        first, inner, rest = word.partition(" ") if word[:1] != " " else (word, "", "")
        *before, last = word.split() or [word]
        if inner and len(last) > len(first) and word[-1] != " ":
            found += _by_last(low, before, last, start, stop)
            continue
        at = low.find(first, start, stop)
        while at >= 0:
            if not inner or _follows(rest).match(low, at + len(first), stop):
                found.append(at)
            at = low.find(first, at + 1, stop)
    return sorted(found)


def _by_last(low: str, before: list[str], last: str, start: int, stop: int) -> Iterator[int]:
    """Where these words stand, told by the last one where it is rarer than the first: ``of independent``."""
    at = low.find(last, start, stop)
    while at >= 0:
        place = at
        for word in reversed(before):
            end = place
            while end > start and low[end - 1].isspace():
                end -= 1
            place = end - len(word) if end < place and low.endswith(word, start, end) else -1
            if place < 0:
                break
        if place >= 0:
            yield place
        at = low.find(last, at + 1, stop)


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
