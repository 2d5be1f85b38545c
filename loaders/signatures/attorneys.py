"""Attorneys-in-fact: who signs for others, and whom an appointment names.

*By: /s/ Ann B. Carver, Attorney-in-Fact
*  Ann B. Carver, by signing her name hereto, does hereby sign this document on behalf of ...
... constitutes and appoints Ann B. Carver and J. W. Martin, Jr., and each of them, ...
"""

from __future__ import annotations

import re

from ..names import clean_name, looks_like_person
from ..records import PowerOfAttorney, cite
from ..span import Piece
from .cells import ATTORNEY
from .slots import Slot

_BY_SIGNING = re.compile(
    r"^\W*(?P<name>[A-Z][^\n,;:*]{3,60}?(?:,\s*(?:Jr|Sr|II|III|IV)\b\.?)?)\s*,?\s+by\s+signing\s", re.IGNORECASE
)
_SIGNED_BY = re.compile(  # "* Signed by Ann B. Carver as attorney-in-fact pursuant to ..."
    r"^\W*(?:Executed|Signed)\s+by\s+(?P<name>[A-Z][^\n,;:*]{3,60}?(?:,\s*(?:Jr|Sr|II|III|IV)\b\.?)?)\s*,?"
    r"\s+(?:as|(?:his|her|their)(?:/her)?)\s+(?:\w+\s+)?attorneys?[- ]in[- ]fact\b"
)
_LISTED = re.compile(
    r"\b(?P<office>directors|trustees|managers)\b[^.]{0,120}?\b(?:listed|named|names\s+appear"
    r"|set\s+forth)\b[^.]{0,200}?\bpowers?\s+of\s+attorney",
    re.IGNORECASE,
)
_EMPOWERS = re.compile(
    r"powers?\s+of\s+attorney\b[^.]{0,80}?\b(?:empower\w*|authoriz\w*|appoint\w*"
    r"|to)\s+(?P<name>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){1,4})\s*,?\s+(?:to\s+(?:sign|execute)|as\s)"
)
_APPOINTS = re.compile(
    r"\b(?:(?:constitut\w+|mak\w+|nominat\w+|designat\w+)(?:\s*,\s*|\s+and\s+|\s*&\s*"
    r"|\s+))*appoint\w*\s+(?:and\s+constitut\w+\s+)?(?:each\s+of\s+|any\s+of\s+|either\s+of\s+)?"
    r"|\bauthoriz\w+\s+(?=[A-Z])|\bempower\w+\s+(?=[A-Z])",
    re.IGNORECASE,
)
_LIST_END = re.compile(
    r",?\s+(?:and|or)\s+(?:each|either|any|all)\b|\(?\s*,?\s*\b(?:each|either|any|his|her|their|our|my|its"
    r"|with|as|acting|jointly|severally|to|who|whose|the\s+undersigned|the\s+true|signing|or\s+any)\b"
    r"|\s+(?:true|attorneys?)\b|[;:]|(?<=[a-z]{3})\.\s|\(with",
)
_JOIN = re.compile(r"\s*,\s*(?:and|or)\s+|\s+(?:and|or)\s+|\s*,\s*|\s*&\s*")
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV|Esq|M\.?D|Ph\.?D|CPA)\b\.?", re.IGNORECASE)


def is_attorney(slot: Slot) -> bool:
    """Is the slot the attorney's line: a starred By:, or no other office than attorney-in-fact."""
    if slot.starred_by:
        return True
    words = " ".join(p.words for p in slot.titles) or " ".join(p.words for p, _ in slot.names)
    found = ATTORNEY.search(words)
    if not found or slot.attorney is not None:
        return False
    before = re.sub(r"(?:^|\W)(?:as|by)?\W*$", "", words[: found.start()]).strip(" ,;()")
    return not before or not slot.titles or looks_like_person(before)


def acts_for_others(slot: Slot) -> bool:
    """Does the slot say attorney-in-fact at all, beside another office or alone?"""
    return (
        slot.starred_by
        or (slot.attorney is None and any(ATTORNEY.search(str(p)) for p in slot.titles))
        or is_attorney(slot)
    )


def by_signing(paragraph: Piece) -> Piece | None:
    """The attorney whom a sentence between the rows names ("X, by signing his name hereto, ...")."""
    words = str(paragraph)
    match = _BY_SIGNING.match(words) or _SIGNED_BY.match(words) or _EMPOWERS.search(words)
    return paragraph.group(match, "name") if match and looks_like_person(match["name"]) else None


def grid_office(paragraph: Piece) -> Piece | None:
    """The office of a list of names that a sentence introduces ("The Directors of X listed below have ...")."""
    match = _LISTED.search(str(paragraph))
    return paragraph.group(match, "office") if match else None


def read_appointment(paragraph: Piece) -> PowerOfAttorney | None:
    """The attorneys whom the paragraph appoints; None where it names none."""
    words = str(paragraph)
    for match in _APPOINTS.finditer(words):
        end = _LIST_END.search(words, match.end())
        stop = min(end.start() if end else len(words), match.end() + 600)
        people = _people(paragraph.sub(match.end(), stop))
        if people:
            names = tuple(dict.fromkeys(clean_name(p.words) for p in people))
            return PowerOfAttorney(names, evidence=cite("attorneys", *people))
    return None


def _people(listed: Piece) -> list[Piece]:
    """The names of a list; a suffix behind a comma stays with its name."""
    words = str(listed)
    bounds: list[tuple[int, int]] = []
    at = 0
    for gap in [*_JOIN.finditer(words), None]:
        end = gap.start() if gap else len(words)
        suffix = _SUFFIX.match(words[at:end].strip())
        if suffix and bounds:
            bounds[-1] = (bounds[-1][0], at + len(words[at:end]))
        elif end > at:
            bounds.append((at, end))
        at = gap.end() if gap else end
    found = [listed.sub(a, b).strip(" \n\r\t,") for a, b in bounds]
    return [p for p in found if looks_like_person(p.words)]
