"""Exhibit 99: what kind of document it is by its own words, its headline, its date, and who signs it.

::

    FOR IMMEDIATE RELEASE
    Orley Foods Reports Second Quarter Results
    PORTLAND, Maine, July 22, 2004 - Orley Foods, Inc. today reported ...
"""

from __future__ import annotations

import re

from ..dates import find_dates
from ..evidence import cite
from ..names import looks_like_person
from ..records import Attachment, AttachmentKind
from ..span import Piece, Text
from .headline import find_headline
from .signers import find_signers

_HEAD = 3500  # characters in which a document says what it is
_TOP = 900  # characters in which a letter greets
_GREETS = re.compile(
    r"^\W*(?:dear\s|ladies\s+and\s+gentlemen|gentlemen\s*:|to\s+(?:our|the|all)\s+(?:share|stock)\w+)", re.I | re.M
)
_KINDS = (
    (AttachmentKind.TRANSCRIPT, re.compile(r"^\W*(?:edited\s+)?(?:conference\s+call\s+)?transcript\b"
    r"|\btranscript\s+of\b", re.I | re.M)),
    (AttachmentKind.AGREEMENT, re.compile(r"^[^\n]{0,60}\b(?:agreement|indenture|plan\s+of\s+(?:merger"
    r"|reorganization))\b[^\n.]{0,40}$(?=[\s\S]{0,400}?\b(?:dated|by\s+and\s+(?:between|among)|among|between"
    r"|made)\b)", re.I | re.M)),
    (AttachmentKind.NOTICE, re.compile(r"^\W*(?:(?:important\s+)?notice\s+(?:of|to|regarding|concerning)\b"
    r"|rule\s+\S+\s+notice)", re.I | re.M)),
    (AttachmentKind.PRESS_RELEASE, re.compile(
        r"\b(?:for\s+immediate\s+release|(?:news|press|media)\s+release|prnewswire|pr\s+newswire|business\s*wire"
        r"|globe\s*newswire|marketwire"
        r"|(?:media|investor|press)s?\s+(?:relations\s+)?contacts?\b|\btoday\s+(?:\w+\s+)?(?:announced|reported)"
        r"|\b(?:announced|reported)\s+today\b)", re.I)),
    (AttachmentKind.LETTER, _GREETS),
    (AttachmentKind.FINANCIAL_STATEMENTS, re.compile(
        r"^[^\n]{0,80}\b(?:(?:consolidated|condensed|pro\s+forma|supplemental"
        r"|combined)\s+[^\n]{0,40}(?:statements?|balance\s+sheets?|financial\w*)"
        r"|balance\s+sheets?|statements?\s+of\s+(?:operations|income|earnings|cash)|financial\s+(?:highlights"
        r"|overview)|analysis\s+of\s+consolidated\s+earnings)\b", re.I | re.M)),
    (AttachmentKind.PRESENTATION, re.compile(r"\b(?:investor|slide|earnings|conference)\s+presentation\b"
    r"|^\W*slide\s+\d", re.I | re.M)),
)  # fmt: skip


def read_attachment(text: Text, exhibit: str) -> tuple[Attachment, ...]:
    """The document of an Exhibit 99; none where it has no words."""
    if not text.chars.strip(" \n\t-_=*"):
        return ()
    kind, words = _kind(text)
    title = find_headline(text) if kind is not AttachmentKind.LETTER else None
    day = next((d for d in find_dates(Piece(text, 0, min(len(text.chars), _HEAD))) if _its_own(text, d[1])), None)
    signers = (
        [s for s in find_signers(text) if looks_like_person(s.name)] if kind is not AttachmentKind.AGREEMENT else []
    )
    evidence = cite("kind", words) if words else ()
    evidence += cite("title", title) if title else ()
    evidence += cite("date", day[1]) if day else ()
    evidence += cite("signers", *(s.printed or s.mark for s in signers))
    if not evidence:
        evidence = cite("kind", _first(text))
    names = tuple(dict.fromkeys(s.name for s in signers))
    return (Attachment(kind, title.words if title else None, day[0] if day else None, names, exhibit, evidence),)


def _first(text: Text) -> Piece:
    return next(text.line(n) for n, line in enumerate(text.lines) if line.strip())


def _its_own(text: Text, day: Piece) -> bool:
    """Is the date the document's: alone on its line, in the dateline, or said to be its date?"""
    before, after = text.chars[max(0, day.start - 40) : day.start], text.chars[day.end : day.end + 40]
    if re.search(r"\b(?:ended|ending|as\s+of|at|until|through|and|to|from|since)\W*$", before, re.I):
        return bool(re.search(r"\bdated\s+as\s+of\W*$", before, re.I))
    alone = len(text.lines[day.line].strip()) - len(str(day)) < 24
    return alone or bool(
        re.match(r"\W{0,3}(?:--|[—–…-]|\.{3}|\)|/|\()", after) or re.search(r"\bdated?:?\W*$", before, re.I)
    )


def _kind(text: Text) -> tuple[AttachmentKind, Piece | None]:
    if match := _GREETS.search(text.chars, 0, _TOP):
        return AttachmentKind.LETTER, text.at(match).strip()
    for kind, pattern in _KINDS:
        match = pattern.search(text.chars, 0, _HEAD)
        if match:
            return kind, text.at(match).strip()
    return AttachmentKind.UNKNOWN, None
