"""After which event securities are removed from registration, and on which day it was.

    On November 1, 1998, a wholly owned subsidiary of Parent, Inc. merged with and into the Registrant
    On May 4, 2009 the Registrant filed a Form 15 to suspend its duty to file reports

Where a passage names several, the first of the list below is the event: a merger ends the offerings, not they it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..dates import dates_in_prose
from ..records import DeregistrationCause as Cause
from ..span import Piece

_CAUSES = (
    (
        Cause.MERGER,
        re.compile(
            r"\bmerged\b|\bmerger\b(?!\s+sub)|\bwas\s+acquired\s+by\b|\bacquisition\s+of\s+(?:all|the\s+(?:company|registrant))"
            r"|\bbec(?:a|o)m(?:e|es|ing)\s+(?:an?\s+)?(?:(?:direct|indirect|or),?\s+)*wholly[\s-]+owned\b|\bshare\s+exchange\b"
            r"|\bscheme\s+of\s+arrangement\b",
            re.I,
        ),
    ),
    (
        Cause.BANKRUPTCY,
        re.compile(r"\bchapter\s+(?:11|7)\b|\bbankruptcy\b|\bplan\s+of\s+(?:liquidation|dissolution)", re.I),
    ),
    (
        Cause.REPORTING_ENDED,
        re.compile(
            r"\bform\s+15\b|\b(?:suspend|terminat)\w*\s+(?:of\s+)?(?:its|our|the)\s+(?:duty|obligations?)\b", re.I
        ),
    ),
    (
        Cause.PLAN_REPLACED,
        re.compile(
            r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|successor\s+to)\b[^.;]{0,80}\bplans?\b"
            r"|\bplans?\b[^.;]{0,60}\b(?:was|were|has\s+been|have\s+been|is|been)\s+(?:replaced|superseded)\b"
            r"|\bmerged\s+the\s+[^.;]{0,60}\bplans?\s+into\b",
            re.I,
        ),
    ),
    (
        Cause.PLAN_ENDED,
        re.compile(
            r"\bplans?\b[^.;]{0,60}\b(?:expired|terminated|has\s+ended|was\s+discontinued)\b"
            r"|\b(?:expiration|termination)\s+of\s+(?:the\s+)?[^.;]{0,60}\bplans?\b|\bno\s+(?:further|future|more|additional)"
            r"\s+(?:awards?|options?|grants?|shares)\b[^.;]{0,60}\b(?:made|granted|issued)\b",
            re.I,
        ),
    ),
    (
        Cause.OFFERING_ENDED,
        re.compile(
            r"\bterminat\w+\s+(?:of\s+)?(?:any\s+and\s+)?(?:all\s+|the\s+|any\s+|its\s+)*offerings?\b"
            r"|\bofferings?\b[^.;]{0,60}\b(?:terminated|completed|ended)\b",
            re.I,
        ),
    ),
)
_PLANS_MERGED = re.compile(r"\bmerged\s+(?:the\s+)?[^.;]{0,60}\bplans?\s+into\b", re.I)
_DAY_OF = re.compile(
    r"(?:^[\s\"“(•o-]*|\b(?:effective(?:\s+as\s+of)?|consummated|completed|closed|occurred|became\s+effective|effected)\s+)"
    r"(?:on|as\s+of)?\s*(?=[A-Z][a-z]+\.?\s+\d{1,2})",
    re.I,
)
_AGREED = re.compile(r"\b(?:agreement\s+and\s+plan|merger\s+agreement|dated\s+as\s+of|dated)\b", re.I)


@dataclass(frozen=True, slots=True)
class Event:
    """The event, the words that name it, and its day where the sentence gives it."""

    cause: Cause
    place: Piece
    day: tuple[str, Piece] | None


def read_event(clauses: Sequence[Piece]) -> Event | None:
    """The event that a deregistration follows; None where none is named."""
    for cause, pattern in _CAUSES:
        found: Event | None = None
        for clause in clauses:
            match = pattern.search(str(clause))
            if match is None or (cause is Cause.MERGER and _PLANS_MERGED.search(str(clause))):
                continue
            event = Event(cause, clause.group(match), _day(clause))
            if event.day:
                return event
            found = found or event
        if found:
            return found
    return None


def _day(clause: Piece) -> tuple[str, Piece] | None:
    """The day of the event: at the sentence's head or after a word for its completion, else its only date."""
    days = dates_in_prose(clause)
    words = str(clause)
    for match in _DAY_OF.finditer(words):
        at = clause.start + match.end()
        if chosen := next((d for d in days if d[1].start == at), None):
            return chosen
    return days[0] if len(days) == 1 and not _AGREED.search(words) and "regist" not in words.lower() else None
