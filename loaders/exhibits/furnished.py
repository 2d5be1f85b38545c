"""Exhibits that the text furnishes instead of filing them.

::

    The information in this report, including Exhibit 99.1, is furnished pursuant to Items 7.01 and 9.01 and
    shall not be deemed "filed" for the purposes of Section 18
    A copy of the press release is furnished as Exhibit 99.1 to this report
    The information in this report, including Exhibit 99.1, is being furnished pursuant to Item 2.02
    The press release and the presentation are furnished and shall not be deemed "filed"

Such words hold for the exhibits whose numbers they name, else for all of class 99 (Form 8-K, General Instruction B.2;
Regulation S-K, Item 601). The list's own words and marks go before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..scan import lowered, places
from ..span import Piece, Text

_NUMBER = r"\d{1,3}(?:[.-]?\d{1,3}|\.[A-Za-z]\d?|\([a-z\d]{1,3}\))*"
_NEXT = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)(?:Exhibit\s+)?"
_NUMBERS = (
    rf"(?P<numbers>(?>(?:nos?\.?\s*)?{_NUMBER}(?:{_NEXT}{_NUMBER}){{0,9}}))"
    r"(?!\s+(?:through|to\s+\d|[-–]\s*\d))"  # a range names no number in between
)
_ON = r"(?:[^.\n]|\n(?!\s*\n)|\.(?=[\w,;)\"”’]|\s+(?-i:[a-z])))"  # a sentence goes on behind "7.01" and "B.2. thereof"
_NOT_DEEMED = re.compile(
    rf"\bExhibits?\b(?:\s+{_NUMBERS})?{_ON}{{0,240}}\bnot\s+(?:be\s+)?deemed\s+(?:to\s+be\s+)?[\"“']?filed", re.I
)
_FURNISHED_AS = re.compile(rf"\bfurnished\b[^.;]{{0,80}}?\bas\s+Exhibits?\s+{_NUMBERS}", re.I)
_IS_FURNISHED = re.compile(
    rf"\bExhibits?\s+{_NUMBERS}[^.;]{{0,80}}?\b(?:is|are|being)\s+(?:(?:being|hereby|also)\s+)?furnished\b", re.I
)
_RELEASE = re.compile(
    rf"\b(?:press|news|earnings)\s+releases?\b{_ON}{{0,160}}?\bfurnished\b{_ON}{{0,120}}?"
    r"\bnot\s+(?:be\s+)?deemed\s+(?:to\s+be\s+)?[\"“']?filed(?P<numbers>)",
    re.I,
)
_EACH = re.compile(_NUMBER)
_FILED = re.compile(r"deemed\s+(?:to\s+be\s+)?[\"“']?filed", re.I)
_BEFORE = 340  # characters before "deemed" that the sentence may take
_NEAR = 160  # the same, before "furnished"
_CLASS = "99"  # additional exhibits: press releases, presentations


@dataclass(frozen=True, slots=True)
class Furnished:
    """Words of the text that furnish exhibits: those of the ``numbers``, or all of class 99 where they name none."""

    piece: Piece
    numbers: frozenset[str]

    def holds_for(self, number: str) -> bool:
        """Whether the words are about the exhibit of this number."""
        plain = number.removeprefix("(").removesuffix(")") if number.endswith(")") and number[:1] == "(" else number
        return plain in self.numbers if self.numbers else plain.startswith(_CLASS)


def read_furnished(text: Text) -> tuple[Furnished, ...]:
    """What the text says that is furnished, each set of numbers once."""
    said: dict[frozenset[str], Furnished] = {}
    for found in (*_not_deemed(text), *_furnished_as(text)):
        numbers = frozenset(_EACH.findall(found["numbers"] or ""))
        said.setdefault(numbers, Furnished(text.at(found), numbers))
    return tuple(said.values())


def _not_deemed(text: Text) -> Iterator[re.Match[str]]:
    for at in places(lowered(text.chars), "deemed"):
        filed = _FILED.match(text.chars, at)
        if filed is None:
            continue
        for said in (_NOT_DEEMED, _RELEASE):
            found = said.search(text.chars, max(0, at - _BEFORE), filed.end())
            if found:
                yield found
                break


def _furnished_as(text: Text) -> Iterator[re.Match[str]]:
    for at in places(lowered(text.chars), "furnished"):
        found = _FURNISHED_AS.match(text.chars, at) or _IS_FURNISHED.search(text.chars, max(0, at - _NEAR), at + 9)
        if found and all(n.startswith(_CLASS) for n in _EACH.findall(found["numbers"])):
            yield found
