"""Accountants whose consent could not be had: their report is incorporated, but they gave no consent to it.

    were audited by Orley & Stane LLP. After reasonable efforts, the Registrant has been unable to obtain the written
    consent of Orley & Stane LLP to the incorporation by reference of its report dated May 9, 2001, and has dispensed
    with the requirement to file its consent in reliance upon Rule 437a

Such a firm has no capacity in the filing: it consents to nothing here, and its report is in another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .audits import AuditMention, is_auditor
from .exhibits.consent import report_dates
from .firms import name_at
from .organizations import same_firm
from .scan import lowered, places
from .span import Piece, Text

_RULE = re.compile(r"\brule\s+437a\b", re.I)
_UNABLE = re.compile(r"\b(?:unable|inability)\s+to\s+obtain|\bnot\s+(?:been\s+)?able\s+to\s+obtain", re.I)
_OF = re.compile(
    r"\b(?:consent|permission|reissued\s+report)\s+(?:of|from)\s+(?=[A-Z])"
    r"|\baudited\s+by\s+(?=[A-Z])|\breports?\s+of\s+(?=[A-Z])"
)
_NEAR = 80  # characters from the words "unable to obtain" to the firm whose consent it is
_FAR = 900  # characters of the paragraphs about the rule


def read_unobtained(text: Text) -> Iterator[AuditMention]:
    """The firms that the words about Rule 437a name, each with the report dates beside it and no capacity."""
    for at in places(lowered(text.chars), "437a"):
        low, high = max(0, at - _FAR), min(len(text.chars), at + _FAR)
        unable = _UNABLE.search(text.chars, low, high)
        if unable is None or not _RULE.search(text.chars, max(0, at - 12), at + 5):
            continue
        named = [m for m in _named(text, low, high) if is_auditor(m, ", independent accountants")]
        if not named:
            continue
        # whose consent: the firm named right behind, as its successor may be named before; else the first
        firm = next((m for m in named if unable.end() <= m.start <= unable.end() + _NEAR), named[0])
        dates: dict[str, Piece] = {}
        for mention, following in pairwise([*named, None]):
            if mention is not None and same_firm(mention.words, firm.words):
                end = min(high, mention.end + 260, following.start if following else high)
                dates |= {iso: place for iso, place in report_dates(text, mention.start, end) if iso not in dates}
        yield AuditMention(firm, None, tuple(dates.items()))


def _named(text: Text, low: int, high: int) -> list[Piece]:
    """The names behind ``consent of``, ``audited by`` and ``report of``, in order."""
    names = (name_at(text, match.end()) for match in text.find(_OF, low, high))
    return [name for name in names if name is not None]
