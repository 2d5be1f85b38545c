"""A document's text cut where marks begin and end, so that marks may overlap; and words found again in a source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")
# what may stand between two words of a value, markup too; possessive, as texts of strangers may be made to be slow
_BETWEEN = r"(?:<[^<>]{0,400}+>|&#?\w{1,8};|[\W_]){0,60}+"
_WORDS = 12  # of a long value are enough to find it


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points ``start`` to ``end`` of a document; ``anchor`` names the fact or miss, ``kind`` its colour."""

    document: int
    start: int
    end: int
    anchor: str
    kind: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text under the same marks."""

    text: str
    marks: tuple[Mark, ...]


def stretches(text: str, marks: Sequence[Mark]) -> Iterator[Stretch]:
    """The text in stretches, in order; joined they are the text. Marks outside of it are left out."""
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            begins[mark.start].append(mark)
            ends[mark.end].append(mark)
    at = 0
    over: dict[Mark, None] = {}
    for cut in sorted({*begins, *ends, len(text)}):
        if cut > at:
            yield Stretch(text[at:cut], tuple(over))
        for mark in ends.get(cut, ()):
            over.pop(mark, None)
        over.update(dict.fromkeys(begins.get(cut, ())))
        at = cut


def find(text: str, value: str) -> tuple[int, int] | None:
    """Where the words of a value stand in a source, whatever markup and white space lies between them."""
    words = _WORD.findall(value)[:_WORDS]
    if not words or sum(map(len, words)) < 3:
        return None
    found = re.search(rf"(?<!\w){_BETWEEN.join(map(re.escape, words))}(?!\w)", text, re.I)
    return (found.start(), found.end()) if found else None
