"""A line of a signature page cut into cells, each with its column and what it looks like.

/s/ Ann B. Carver    President and Director   |-- May 4, 1999
[MARK              ] [TITLE                 ]     [DATE     ]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from ..dates import month_number, parse_date
from ..names import looks_like_person
from ..span import Piece
from ..titles import is_title


class Look(StrEnum):
    """What a cell looks like by itself."""

    MARK = "mark"  # /s/, a star, By:
    RULE = "rule"
    NAME = "name"
    DATE = "date"
    DATE_PART = "date part"
    DITTO = "ditto"  # the date above again
    TITLE = "title"
    HEADING = "heading"  # a title with a colon, for the rows below
    HEADER = "header"  # Signature, Title, Date over columns
    KEY = "key"  # Name:, Title:, Its:
    NOISE = "noise"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a line; ``x0`` and ``x1`` its columns. ``bracket``: behind a brace that covers many rows."""

    look: Look
    piece: Piece
    x0: int
    x1: int
    bracket: bool = False

    @property
    def text(self) -> str:
        return str(self.piece)


_SLASH = r"[/\\∕⁄／]{1,2}"
SIGN = (
    rf"(?:\(?{_SLASH}\s?[sS]{{1,2}}\s?{_SLASH}\)?|\(\s?[sS]\s?\)(?=\s*[A-Z])|\(\s?[sS](?:igned|IGNED)\s?\)|[sS]/[bB]/"
    r"|(?<![A-Za-z])[sS]/(?=\s*[A-Z])|(?<![A-Za-z])/[sS](?=\s+[A-Z])|\[\s*[sS]\s*\])"
)
STAR = r"[*†‡]{0,3}"
MARK = re.compile(
    rf"_*(?P<by>(?P<star>{STAR}\s?)/?\s?(?:BY|By|by)\b\s*[:.]?\s*(?=$"
    rf"|[-A-Z/\\(\[*_\"“'sS]))?(?P<star2>{STAR}\s?)(?P<sign>{SIGN})?[:\s\"“]*"
)
ATTORNEY = re.compile(
    r"\(?(?:as\s+)?(?:his\s+|her\s+|their\s+|the\s+)?attorneys?\s?-?\s?in\s?-?\s?fact\b", re.IGNORECASE
)
RULE = re.compile(r"^(?:- )?[-_=–—.‑]{3,}[-_= ]*$")
HEADER = re.compile(
    r"^\(?(?:signatures?\+?|titles?(?:s?\s*(?:and|/|or)\s*capacit(?:y|ies))?|capacit(?:y"
    r"|ies)(?:\s+(?:in which signed|or title))?|positions?(?:s? held)?|dates?|names?(?:\s+(?:and"
    r"|&)\s+(?:signatures?|titles?|positions?))?"
    r"|offices?|signatures?\s+(?:and|&)\s+titles?|(?:title|office)s?\(s\)|position\(s\)(?: held)?"
    r"|name of signatory|date signed|name and title|person)\)?:?$",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\(?\s*(?:registrant|issuer|signature|company|duly authorized.*|and duly authorized.*"
    r"|on behalf of the registrant.*|seal|continued|signatures?\s*[-–—,]?\s*\(?continued\)?"
    r"|signatures?(?: page)?|(?:(?:special|limited|general) )?powers? of attorney"
    r"|table of contents|exact name of registrant.*|print name"
    r"|printed name|name|title|date|the plan|the registrant|small business issuer"
    r"|name of plan|name of registrant.*|full title of the plan.*|principal office.*"
    r"|\(?registrant\)?\s*\(?.*registrant.*\)|authorized signatory of.*registrant)\s*\)?[:.]?$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"^(?:[-–—\s]*(?:[IVX]+|[A-Z]{1,2}|F-\d+,\s*III?)?\s?[-–]?\s?\d{1,3}[-–—\s.]*|-?\s*[ivx]{1,5}\s*-?|(?:S"
    r"|II|III|IV|F)-?\d{1,3}|page\s+\d+.*|\[?signature page.*|\[?remainder of.*|signature page to.*"
    r"|form (?:10-[kq]|8-k|s-\d|f-\d|20-f)\b.*|table of contents|#+|\[signatures? (?:page )?(?:follows?"
    r"|continued?).*|\(?signatures? continued.*|.*\|\s*\d{4} form 10-[kq].*|[`'.,·•~^]+|</?page>?)$",
    re.IGNORECASE,
)
KEY = re.compile(
    r"^(?P<key>(?:print(?:ed)?\s+)?name(?:\s*(?:and|&|/)\s*title)?|title|its|capacity|position|office)\s*:\s*",
    re.IGNORECASE,
)
_MAJORITY = re.compile(
    r"^(?:(?:constituting|being)\s+)?(?:a\s+|the\s+)?majority\s+of\s+the\s+(?:board\b.*|directors.*"
    r"|members.*)$|^(?:all\s+of\s+)?(?:the\s+)?(?:board\s+of\s+)?(?:directors|trustees"
    r"|managers)\s*(?:of\s+the\s+registrant)?$",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^(?:dated?:?\s*)?(?:(?P<month>[A-Za-z]{3,9})\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?,?)?|\d{1,2}(?:st|nd|rd"
    r"|th)?,?\s*(?:19|20)\d\d|\d{1,2},|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
_UNDATED = re.compile(
    r"^(?:dated?\s*:?\s*)?(?:_{3,}.*|(?:dated?\s*:)"
    r"|[A-Z][a-z]{2,8}\s+_{2,}\s*,?\s*(?:19|20)[\d_]{0,2})$",
    re.IGNORECASE,
)
_DITTO = re.compile(r"^(?:[\"“”″]|''|do\.|ditto)$", re.IGNORECASE)
_STARS = re.compile(r"[*+†]+$")
_STARRED = re.compile(r"[*†‡]+\)?$")
_THROUGH = re.compile(r",?\s+by:?\s+(?=[A-Z])", re.IGNORECASE)
_PLURAL = re.compile(r"(or|er)s\b")


@lru_cache(maxsize=4096)
def look_of(words: str) -> Look:
    """What the words look like by themselves."""
    if RULE.match(words):
        return Look.RULE
    if _DITTO.match(words):
        return Look.DITTO
    if _FURNITURE.match(words) or _UNDATED.match(words):
        return Look.NOISE
    mark = MARK.match(words)
    if mark and mark.end() and (mark["by"] or mark["sign"] or mark["star2"].strip()):
        return Look.MARK
    if HEADER.match(words):
        return Look.HEADER
    if _CAPTION.match(words):
        return Look.NOISE
    if parse_date(words):
        return Look.DATE
    if KEY.match(words):
        return Look.KEY
    part = _PART.match(words)
    if part and (part["month"] is None or month_number(part["month"])):
        return Look.DATE_PART
    bare = words.strip()
    if ATTORNEY.search(bare):
        return Look.TITLE if ATTORNEY.match(bare) or _signed_through(bare) else Look.TEXT
    if is_heading(bare):
        return Look.HEADING
    if is_title(bare.strip("()")):
        return Look.TITLE
    if looks_like_person(_STARS.sub("", bare).strip()):
        return Look.MARK if _STARRED.search(bare) else Look.NAME
    return Look.TEXT


def _signed_through(words: str) -> bool:
    """An office and who signs for its holder: "Director, by Ann B. Carver, Attorney-in-Fact"."""
    cut = _THROUGH.search(words)
    return cut is not None and is_title(words[: cut.start()])


def is_heading(words: str) -> bool:
    """A role given above the rows that hold it: "Directors:", "A majority of the Board of Directors"."""
    bare = words.strip(" ()*")
    if _MAJORITY.match(bare.rstrip(":")):
        return bare.endswith(":") or "majority" in bare.lower() or bare.lower().endswith("s")
    if not bare.endswith(":") or len(bare) > 100:
        return False
    return is_title(_PLURAL.sub(r"\1", bare.rstrip(":")))


def key_of(words: str) -> tuple[str, int]:
    """The key of a ``Key: value`` cell in lower case, and where its value begins."""
    match = KEY.match(words)
    return (match["key"].lower(), match.end()) if match else ("", 0)
