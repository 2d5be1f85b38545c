"""The period of a report, where no header says it: the end of its year or quarter, the day of the earliest event.

::

    For the fiscal year ended: February 3, 2006          For the quarterly period ended December 26, 1998
    Date of Report (Date of earliest event reported): July 19, 2005 (July 15, 2005)     (that in brackets)
    November 4, 2009
    (Date of earliest event reported)

As EDGAR has it in CONFORMED PERIOD OF REPORT: of Form 8-K the day of the earliest event (General Instruction B.1).
"""

from __future__ import annotations

import re

from ..dates import find_dates
from ..records import Evidences, cite
from ..span import Piece, Text

_CURRENT = re.compile(r"8-?K", re.I)
_PERIODIC = re.compile(r"(?:10-?[KQ]|11-?K|20-?F|40-?F)", re.I)
_ENDED = re.compile(
    r"\b(?:years?|quarter(?:ly)?|months|period)(?:\s+(?:period|year))?\s+(?:ended|ending)\b[\s:_]{0,60}", re.I
)
_CAPTION = re.compile(r"\bdate\s+of\s+(?:the\s+)?(?:this\s+)?(?:report|earliest\s+event)\b", re.I)
_OF_CAPTION = re.compile(r"(?:date|of|the|this|report(?:ed)?|earliest|event|for|on|[\W_])*", re.I)
_EARLIEST = re.compile(r"\bearliest\s+event", re.I)
_IN_BRACKETS = re.compile(
    r"[\s,]{0,160}\(\s?(?:(?:date\s+of\s+)?(?:the\s+)?earliest\s+event(?:\s+reported)?)?[\s:)]{0,9}", re.I
)
_BETWEEN = re.compile(r"[\s_(*-]{0,160}")
_WINDOW = 240  # characters about a caption in which its date may stand


def read_period(text: Text, end: int, form: str) -> tuple[str | None, Evidences]:
    """The period (ISO) that the cover before offset ``end`` prints, and its words; ``form``: the report's type."""
    if _CURRENT.match(form):
        found = _event(text, end)
    elif _PERIODIC.match(form):
        found = _ended(text, end)
    else:
        found = None
    return (found[0], cite("period", found[1])) if found else (None, ())


def _ended(text: Text, end: int) -> tuple[str, Piece] | None:
    """The first day that follows "year ended" without anything between."""
    for match in _ENDED.finditer(text.chars, 0, end):
        dates = find_dates(Piece(text, match.end(), min(match.end() + 40, len(text.chars))))
        if dates and dates[0][1].start == match.end():
            return dates[0]
    return None


def _event(text: Text, end: int) -> tuple[str, Piece] | None:
    """The day behind the caption or above it; of two, the one in brackets. A report's own day is no event's."""
    for match in _CAPTION.finditer(text.chars, 0, end):
        if not _EARLIEST.search(text.chars, match.start(), match.start() + _WINDOW):
            continue
        behind = find_dates(Piece(text, match.start(), min(match.start() + _WINDOW, len(text.chars))))
        if behind and _OF_CAPTION.fullmatch(text.chars, match.start(), behind[0][1].start):
            bracketed = behind[1:2] and _IN_BRACKETS.fullmatch(text.chars, behind[0][1].end, behind[1][1].start)
            return behind[1] if bracketed else behind[0]
        above = find_dates(Piece(text, max(0, match.start() - _WINDOW), match.start()))
        if above and _BETWEEN.fullmatch(text.chars, above[-1][1].end, match.start()):
            return above[-1]
    return None
