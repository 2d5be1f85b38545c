"""Exhibit 99: what kind of document it is by its own words, its headline, its date, and who signs it.

::

    FOR IMMEDIATE RELEASE
    Orley Foods Reports Second Quarter Results
    PORTLAND, Maine, July 22, 2004 - Orley Foods, Inc. today reported ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..dates import find_dates
from ..evidence import cite
from ..names import looks_like_person
from ..organizations import is_organization
from ..records import Attachment, AttachmentKind
from ..span import Piece, Text
from ..titles import is_title
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
_NO_TITLE = re.compile(
    r"^\W*(?:exhibits?\b|ex-|for\s+(?:immediate|more|further|release)|(?:news|press|media)\s+release|contacts?\b"
    r"|news\W*$|\[?logo\]?|page\b|tel\b|phone|fax|www\.|https?:|table\s+of\s+contents|index\b"
    r"|date\b|media\b|investors?\b|press\b|quicklinks|--|ladies|gentlemen|dear|re\b|\d+\W*$|immediately\b"
    r"|release\b|\w+day\b|company\s+contact|source\b)|@|\(\d{3}\)|\d{3}[-.]\d{3,4}",
    re.I,
)
_DATELINE = re.compile(r"(?:--|[—–…]|\.{3}|\s-\s|/PRNewswire|\(BUSINESS\s+WIRE)")
_OPENS = re.compile(r"(?:we|this|pursuant|the\s+following|in\s+accordance|reference\s+is)\b", re.I)
_FORM = re.compile(r"\b(?:Inc|Corp|Co|Ltd)\.$")
_ADDRESS = re.compile(r"\b[A-Z]{2}\.?\s+\d{5}\b|^and\s|^\w+:\s", re.I)
_JOINS = frozenset(["of", "and", "the", "for", "to", "in", "by", "with", "a", "its", "completion"])
_MOST = 22  # lines of words among which a headline is
_LONGEST = 160


def read_attachment(text: Text, exhibit: str) -> tuple[Attachment, ...]:
    """The document of an Exhibit 99; none where it has no words."""
    if not text.chars.strip(" \n\t-_=*"):
        return ()
    kind, words = _kind(text)
    title = _title(text) if kind is not AttachmentKind.LETTER else None
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


def _title(text: Text) -> Piece | None:
    """The headline: the first line of words that stands before the running text, with the line that it goes on in."""
    for number, line in list(_lines(text))[:_MOST]:
        words = line.words
        if _begins_text(words):
            return None
        if _is_no_title(str(line)) or (find_dates(line) and len(words) < 40):
            continue
        below = text.line(number + 1).strip() if number + 1 < len(text.lines) else None
        return Piece(text, line.start, below.end) if below is not None and _goes_on(words, below.words) else line
    return None


def _lines(text: Text) -> Iterator[tuple[int, Piece]]:
    return ((n, text.line(n).strip()) for n, line in enumerate(text.lines) if re.search(r"\w", line))


def _begins_text(words: str) -> bool:
    """Does the running text begin here: a dateline, a long line, the middle of a sentence?"""
    if len(words) > _LONGEST or words[:1].islower() or _DATELINE.search(words) or _OPENS.match(words):
        return True
    return words.endswith(".") and len(words) > 60 and not words.isupper() and not _FORM.search(words)


def _is_no_title(line: str) -> bool:
    """Captions, names and addresses, and columns are no headlines."""
    words = " ".join(line.split())
    if len(words.split()) < 2 or _NO_TITLE.search(words) or re.search(r"\S\s{4,}\S|^\(|^\[|:$", line):
        return True
    if any(is_title(part.strip()) for part in words.split(",", 1)) or looks_like_person(words.split(",")[0]):
        return True
    short = len(words.split()) <= 5 and not re.search(r"\b(?:agreement|plan|order)\b|\w{3,}s\s+[A-Z]", words, re.I)
    return (is_organization(words) and short) or bool(_ADDRESS.search(words))


def _goes_on(words: str, below: str) -> bool:
    if not below or len(below) > 90 or (_begins_text(below) and not below[:1].islower()) or _is_no_title(below):
        return False
    return below[:1].islower() or words.split()[-1].lower() in _JOINS or (words.isupper() and below.isupper())
