"""Accountants whose consent could not be had: their report is incorporated, but they gave no consent to it.

    were audited by Orley & Stane LLP. After reasonable efforts, the Registrant has been unable to obtain the written
    consent of Orley & Stane LLP to the incorporation by reference of its report dated May 9, 2001, and has dispensed
    with the requirement to file its consent in reliance upon Rule 437a

Such a firm has no capacity in the filing: it consents to nothing here, and its report is in another document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .audits import AuditMention, is_auditor
from .exhibits.consent import report_dates
from .firms import name_at
from .scan import lowered, places
from .span import Text

_RULE = re.compile(r"\brule\s+437a\b", re.I)
_UNABLE = re.compile(r"\b(?:unable|inability)\s+to\s+obtain|\bnot\s+(?:been\s+)?able\s+to\s+obtain", re.I)
_OF = re.compile(
    r"\b(?:consent|permission|reissued\s+report)\s+(?:of|from)\s+(?=[A-Z])"
    r"|\baudited\s+by\s+(?=[A-Z])|\breports?\s+of\s+(?=[A-Z])"
)
_FAR = 900  # characters of the paragraphs about the rule


def read_unobtained(text: Text) -> Iterator[AuditMention]:
    """The firms that the words about Rule 437a name, each with the report dates beside it and no capacity."""
    for at in places(lowered(text.chars), "437a"):
        low, high = max(0, at - _FAR), min(len(text.chars), at + _FAR)
        if not _RULE.search(text.chars, max(0, at - 12), at + 5) or not _UNABLE.search(text.chars, low, high):
            continue
        for match in text.find(_OF, low, high):
            firm = name_at(text, match.end())
            if firm is not None and is_auditor(firm, ", independent accountants"):
                yield AuditMention(firm, None, report_dates(text, firm.start, min(high, firm.end + 260)))
                break
