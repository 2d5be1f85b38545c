"""The letters of Exhibits 5 and 8: which firm or lawyer gives the opinion.

::

    [Letterhead of Vane & Moor LLP]
    ...
    As General Counsel of Northgate Timber Company, I have participated in ...        a lawyer of the company
    Very truly yours,
    /s/ VANE & MOOR LLP
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..firms import name_at
from ..names import clean_name, looks_like_person
from ..organizations import is_law_firm, is_organization
from ..span import Piece, Text

_CLOSING = re.compile(
    r"^[ \t]*(?:very\s+)?(?:truly|sincerely|respectfully|yours|faithfully|best\s+regards)[^\n]{0,40}$", re.I | re.M
)
_SIGNED = re.compile(r"/s/[ \t]*(?P<name>[^\n/]{3,110}?)(?=\s{3,}|\n|$)", re.I)
_LETTERHEAD = re.compile(r"\[\s*(?:on\s+)?(?:the\s+)?letterhead\s+of\s+(?P<name>[^\]\n]{4,110})\]", re.I)
_OFFICE = re.compile(
    r"\b(?:As|I\s+am|I\s+serve\s+as|I\s+have\s+acted\s+as|in\s+my\s+capacity\s+as)\s+(?:(?:the|an|a)\s+)?"
    r"(?P<office>[\w\s,&.\-–—]{0,110}?(?i:counsel|secretary|attorney|officer|president)"
    r"[\w\s,&\-–—]{0,60}?)\s+(?:of|for|to|at|with)\s+(?=[A-Z\"“])"
)
_PRACTICE = re.compile(  # what stands under the name on a letterhead
    r"\W*(?:(?:attorneys?(?:[\s-]+at[\s-]+law)?|counsell?ors?(?:[\s-]+at[\s-]+law)?|lawyers?|advocates|barristers|solicitors"
    r"|notar(?:ies|y)(?:\s+public)?|and)\W*)+",
    re.I,
)
_OFFICES = re.compile(r"(?:the\s+)?law\s+(?:offices?|firm)(?:\s+of)?", re.I)  # over the firm's name
_PARTNER = re.compile(r"^\s*(?:by|name|title|its|a)\b|partner|member|authorized", re.I)
_PROSE = re.compile(r"\b(?!(?:and|of|de|von|van|der|the)\b)[a-z]{2,}|[.;:]\s+[A-Z][a-z]+\s+[a-z]")
_NEAR = 14  # lines after the closing that can hold the signature


@dataclass(frozen=True, slots=True)
class Opinion:
    """Who gives an opinion: a law firm, a lawyer of ``organization``, or one who practises alone (both pieces his)."""

    firm: Piece | None
    lawyer: Piece | None
    organization: Piece | None


def read_opinion(text: Text) -> Opinion:
    """The firm or lawyer that signs the letter; all None where none is found."""
    office = _OFFICE.search(text.chars)
    organization = name_at(text, office.end()) if office else None
    firm = None if organization else _letterhead(text)
    signers = _signers(text)
    for piece in signers:
        if is_law_firm(piece.words) and not (organization and looks_like_person(piece.words)):
            return Opinion(piece, None, None)
    person = next((p for p in signers if looks_like_person(clean_name(p.words))), None)
    if firm and not organization:
        return Opinion(firm, None, None)
    if organization is None:
        named = next((p for p in signers if is_organization(p.words) or p.words.isupper()), None)
        if named and "we " in text.chars[:6000].casefold():
            return Opinion(named, None, None)
        if person is not None and _practises(text, person):
            return Opinion(person, person, None)
    return Opinion(None, person, organization)


def _letterhead(text: Text) -> Piece | None:
    """The firm on the letterhead: said in brackets, or a firm's name alone on one of the first lines."""
    found = _LETTERHEAD.search(text.chars, 0, 3000)
    if found:
        return text.at(found, "name").strip()
    for number, line in enumerate(text.lines[:20]):
        stripped = line.strip()
        if _PRACTICE.fullmatch(stripped):
            if (above := _over(text, number)) is not None and not looks_like_person(above.words):
                return above
            continue
        if (
            6 < len(stripped) < 90
            and not _PROSE.search(stripped)
            and is_law_firm(stripped)
            and not _OFFICES.fullmatch(stripped)
            and not any(c.isdigit() for c in stripped)
        ):
            return text.line(number).strip()
    return None


def _over(text: Text, number: int) -> Piece | None:
    """The line above one of a letterhead, if it is a name."""
    lines = [n for n in range(max(0, number - 2), number) if text.lines[n].strip()]
    if not lines or _PROSE.search(text.lines[lines[-1]]) or any(c.isdigit() for c in text.lines[lines[-1]]):
        return None
    return text.line(lines[-1]).strip()


def _practises(text: Text, person: Piece) -> bool:
    """Does ``Attorney at Law`` stand below the person's name on the letterhead or at the signature?"""
    for number, line in enumerate(text.lines):
        above = _over(text, number) if line.strip() and _PRACTICE.fullmatch(line.strip()) else None
        if above is not None and clean_name(above.words).casefold() == clean_name(person.words).casefold():
            return True
    return False


def _signers(text: Text) -> list[Piece]:
    """The names in the place of the signature, in order."""
    closings = list(_CLOSING.finditer(text.chars))
    found = [text.at(m, "name").strip() for m in _SIGNED.finditer(text.chars)]
    if closings:
        first = text.line_at(closings[-1].end()) + 1
        for number in range(first, min(len(text.lines), first + _NEAR)):
            line = text.lines[number].strip(" _-")
            if (
                4 < len(line) < 110
                and not _PARTNER.match(line)
                and not _PROSE.search(line)
                and "/s" not in line.casefold()
            ):
                found.append(text.line(number).strip(" _-\t"))
    return found
