"""Turns of phrase by which a report tells that accountants go or come, besides "dismissed Vane & Co. and engaged ...".

::

    was notified by Vane & Co., LLP that it was resigning          changed its accountants from Vane & Co. to Orley
    Vane & Co.'s appointment as auditor expired                    decided to no longer engage Vane & Co., LLP
    the client-auditor relationship with Vane & Co. ceased         to engage Orley Stane LLP, replacing Vane & Co., LLP
    Vane & Co. was previously the principal accountant ... On May 1 that firm's appointment was terminated
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .audits import NOT_A_FIRM
from .firms import name_at
from .organizations import is_audit_firm, is_law_firm, is_organization
from .records import AuditorCapacity
from .span import Piece, Text


@dataclass(frozen=True, slots=True)
class FirmChange:
    """A firm, whether it comes or goes, and the verb that says so."""

    firm: Piece
    capacity: AuditorCapacity
    verb: Piece


_GOES, _COMES = AuditorCapacity.DISMISSED, AuditorCapacity.ENGAGED
_CALLED = (
    r"(?:(?:its|our|their|the)\s+[^.;,]{0,70}?(?:accountants?|auditors?|firm),?\s+)?"
    r"(?:(?:the\s+)?(?:accounting\s+)?firm\s+of\s+)?"
)
_LEAVES = (
    r"(?:resign\w*|declin\w+|ceas\w+|withdr[ae]w\w*"
    r"|(?:not|no\s+longer)\s+(?:be\s+)?(?:stand\w*|seek\w*|serv\w+|act\w*|able))"
)
_BEHIND = (  # words before the firm, words behind it, what it does
    (
        rf"\b(?:was|were|been)\s+(?:informed|notified|advised)\s+by\s+{_CALLED}",
        rf"[^.;]{{0,60}}?\b(?:that\s+(?:it|they|the\s+firm)\b|of\s+its\b)[^.;]{{0,60}}?\b{_LEAVES}",
        _GOES,
    ),
    (
        rf"\brelationship\s+(?:between|with)\s+(?:[^.;]{{2,80}}?\s+and\s+)?{_CALLED}",
        r"[^.;]{0,60}?\b(?:ceased|ended|terminated|been\s+dissolved)\b",
        _GOES,
    ),
    (
        rf"\b(?:ended|ending|terminated|ceased|severed)\s+(?:(?:its|the|their|our)\s+)?(?:[\w-]+\s+){{0,3}}"
        rf"relationship\s+with\s+{_CALLED}",
        r"",
        _GOES,
    ),
    (
        rf"\b(?:letter|notice|notification|communication)\s+(?:dated\s+[^.;]{{4,30}}?,?\s+)?from\s+{_CALLED}",
        rf"[^.;]{{0,80}}?\b(?:relationship\b[^.;]{{0,80}}?\b(?:ceased|terminated|ended)|{_LEAVES})",
        _GOES,
    ),
    (
        r"\bchang(?:ed?|ing)\s+[^.;]{0,110}?\bfrom\s+(?:the\s+firm\s+of\s+)?",
        r"[^.;]{0,50}?\bto\s+(?=[A-Z]|the\s+firm)",
        _GOES,
    ),
    (
        rf"\b(?:to\s+replace|replacing|in\s+(?:the\s+)?place\s+of|in\s+lieu\s+of"
        rf"|as\s+(?:a\s+)?(?:replacement|successor)s?\s+(?:for|to|of))\s+{_CALLED}",
        r"",
        _GOES,
    ),
    (
        r"\b(?:decided|determined|elected|voted|chose|resolved)\b[^.;]{0,60}?\b(?:to\s+no\s+longer|not\s+to|no\s+longer\s+to)\s+"
        rf"(?:engage|retain|use|employ|re-?engage|re-?appoint|continue\s+with)\s+{_CALLED}",
        r"",
        _GOES,
    ),
    (
        r"\b(?:decided|determined|elected|voted|chose|resolved|agreed|decision|recommend\w*|authorized)\b"
        r"[^.;]{0,80}?(?<!\bnot )(?<!\blonger )"
        rf"\bto\s+(?:engage|retain|appoint|hire|select)\s+{_CALLED}",
        r"",
        _COMES,
    ),
    (rf"\b(?:was|were|been|be|being)\s+(?:succeeded|replaced)\b[^.;]{{0,60}}?\bby\s+{_CALLED}", r"", _COMES),
)
_BEHIND_COMPILED = tuple(
    (re.compile(rf"{before}(?-i:(?=[A-Z]))", re.I), re.compile(after, re.I), capacity)
    for before, after, capacity in _BEHIND
)
_BEFORE = (  # words behind the firm that say that it goes
    re.compile(
        rf"\b(?:notified|advised|informed|told)\b[^.;]{{0,90}}?\b(?:(?:of\s+)?(?:its|their)\s+(?:decision|intention|intent|desire)\s+(?:not\s+to|to\s+(?:resign|decline|cease))"
        rf"|that\s+(?:it|they)\s+(?:would|will|was|were|had|has|have|is|are|do|does)\s+(?:\w+\s+){{0,3}}?{_LEAVES})",
        re.I,
    ),
    re.compile(
        r"(?<=\w)['’]s?\s+(?:appointment|engagement|service|term)s?\b[^.;]{0,80}?\b(?:expired|ended|ceased|concluded|terminated|not\s+renewed)\b",
        re.I,
    ),
    re.compile(r"\b(?:was|were|been|be|being)\s+(?:succeeded|replaced)\b[^.;]{0,60}?\bby\b", re.I),
)
_WAS = re.compile(  # ... was previously the principal accountant for
    r"\b(?:was|were|had\s+been|served\s+as)\s+(?:previously\s+|formerly\s+)?(?:the\s+|its\s+|our\s+)?(?:Company['’]s\s+|Registrant['’]s\s+)?"
    r"(?:principal|independent|certifying)[^.;]{0,60}?(?:accountants?|auditors?|firm)\b",
    re.I,
)
_THAT_FIRM = re.compile(
    r"\b(?:that|such|said)\s+firm['’]s\s+(?:appointment|engagement)\b[^.;]{0,80}?\b(?:terminated|ended|not\s+renewed)",
    re.I,
)
_BETWEEN = re.compile(  # a firm and what it does: its short name, what it is
    r"(?:\s*\([^)]{0,60}\))?(?:,\s+(?:an?|the|its|our|their)\s+[^.;]{0,80}?(?:accountants?|auditors?|firm)[^.;,]{0,40},)?"
    r",?(?:\s+(?:has|had|have|also|\w+ly)){0,2}\s*",
    re.I,
)
_NAME = 200  # characters before the words in which the firm's name has to begin
_FAR = 700  # characters from what a firm was to "that firm's appointment"


def can_be(piece: Piece) -> bool:
    """Whether a name in a report on changes in accountants can be an accounting firm's."""
    name = piece.words
    if is_audit_firm(name):
        return True
    if NOT_A_FIRM.search(name):
        return bool(re.search(r"\b(?:LLP|L\.L\.P|P\.C\.|CPA)", name))
    return is_law_firm(name) or (is_organization(name) and "&" in name)


def read_phrases(text: Text, start: int, end: int) -> Iterator[FirmChange]:
    """The changes that these turns of phrase tell between two offsets."""
    for before, after, capacity in _BEHIND_COMPILED:
        for match in text.find(before, start, end):
            piece = name_at(text, match.end(), end)
            if piece is None or not can_be(piece):
                continue
            then = after.match(text.chars, piece.end, end)
            if then is None:
                continue
            yield FirmChange(piece, capacity, text.at(match).strip())
            successor = name_at(text, then.end(), end) if then[0].rstrip().endswith("to") else None
            if successor is not None and can_be(successor):
                yield FirmChange(successor, _COMES, text.at(match).strip())
    for pattern in _BEFORE:
        for match in text.find(pattern, start, end):
            firm = _before(text, start, match.start())
            if firm is not None:
                yield FirmChange(firm, _GOES, text.at(match).strip(" '’s"))
    for match in text.find(_THAT_FIRM, start, end):
        was = list(text.find(_WAS, max(start, match.start() - _FAR), match.start()))
        firm = _before(text, start, was[-1].start()) if was else None
        if firm is not None:
            yield FirmChange(firm, _GOES, text.at(match))


def _before(text: Text, start: int, at: int) -> Piece | None:
    """The accounting firm whose name, with what it is called, ends where the words begin."""
    low = max(start, at - _NAME)
    for found in re.finditer(r"(?<![\w&.'’-])[A-Z]", text.chars[low:at]):
        piece = name_at(text, low + found.start(), at)
        if piece is not None and can_be(piece) and _BETWEEN.fullmatch(text.chars, piece.end, at):
            return piece
    return None
