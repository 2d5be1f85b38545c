"""What an attestation sentence says: the day and the place of signing.

... thereunto duly authorized, in the City of Dallas, State of Texas, on this 31st day of October, 1997.
... in the capacities indicated on August 23, 1994.
"""

from __future__ import annotations

import re

from ..dates import find_dates
from ..span import Piece

_PLACE = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?i:(?:city|town|township|borough|village|municipality"
    r"|county)(?:\s+and\s+county)?\s+of\s+)?(?P<city>[A-Z][\w.'’-]*(?:\s+(?:of\s+)?[A-Z][\w.'’-]*){0,4})\s*,\s*"
    r"(?:and\s+)?(?i:(?:the\s+)?(?:state|commonwealth|province"
    r"|country)\s+of\s+)?(?P<state>[A-Z][\w.'’-]*(?:\s+(?:of\s+)?[A-Z][\w.'’-]*){0,3})"
)
_STREET = re.compile(r"\b(?:Act|Registrant|Form|Section|Registration|Commission)\b")
_ON = re.compile(
    r"(?:\b(?:on|this|the|dated?|as\s+of|of|behalf)\b[\s,]*(?:this\s+|the\s+|as\s+of\s+)*|[,.]\s*)$", re.IGNORECASE
)


def signed_on(attestation: Piece) -> tuple[str, Piece] | None:
    """The day given in the sentence; a day of an Act or of another filing is none."""
    found = find_dates(attestation)
    if not found:
        return None
    iso, piece = found[-1]
    before = attestation.text.chars[max(attestation.start, piece.start - 20) : piece.start]
    signed = re.search(
        r"\bsigned\b|\bauthori[sz]ed\b|\bcapacit|\bWITNESS\b",
        str(attestation)[: piece.start - attestation.start],
        re.IGNORECASE,
    )
    return (iso, piece) if signed and _ON.search(before) else None


def place_of(attestation: Piece) -> tuple[str, Piece] | None:
    """The place of signing as "City, State", with the words that give it."""
    for match in _PLACE.finditer(str(attestation)):
        if not _STREET.search(match[0]):
            value = f"{' '.join(match['city'].split())}, {' '.join(match['state'].split())}"
            return value, attestation.sub(match.start("city"), match.end("state"))
    return None
