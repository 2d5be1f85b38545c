"""Titles of exhibits: without the words of a reference, and parted into what they name and what makes them a version.

part_title("Amended and Restated By-Laws of the Registrant") == Title("bylaws", "amended and restated")
part_title("Amendment No. 2 to the 1998 Stock Option Plan") == Title("1998 stock option plan", "amendment no 2")

Equal names after this are equal words of the filings; nothing is guessed from likeness.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from filigraph.identity.companies import company_key

_REFERENCE = re.compile(
    r"[\s,;.–—-]*[(\[]?\s*\b(?:(?:which\s+(?:is|was)\s+)?(?:hereby\s+)?incorporated\s+(?:herein\s+)?(?:by|from)\b"
    r"|(?:previously\s+)?filed\s+(?:herewith|electronically|under\b|as\s+(?:an?\s+)?exhibit|(?:on|with)\s+form\b"
    r"|with\s+(?:this|the\s+(?:commission|securities|sec|company|registrant))\b)|previously\s+filed\b).*$",
    re.I | re.S,
)
_DAY = r"[a-z]{3,9} \d{1,2} \d{4}"
_ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
_AMENDMENT = re.compile(
    rf"(?:the )?(?P<mark>(?:{_ORDINAL} )?(?:certificate of |articles of )?amendment(?: (?:no|number) [a-z0-9]{{1,5}})?)"
    rf"(?: (?:dated|effective)(?: as)?(?: of)? {_DAY})? (?:to|of) (?:the )?(?P<rest>.+)"
)
_RESTATED = re.compile(rf"(?:the )?(?P<mark>(?:{_ORDINAL} )?(?:amended and restated|restated|amended)) (?P<rest>.+)")
_AS_AMENDED = re.compile(
    rf"(?P<rest>.+?) (?P<mark>(?:as )?(?:further )?(?:amended(?: and restated)?|restated)"
    rf"(?: (?:and )?(?:effective|through|to|as of|on|to date|dated)(?: as)?(?: of)?(?: {_DAY})?)?"
    rf"|effective(?: as of| on)? {_DAY}|filed with the secretary of state(?: of [a-z ]{{4,40}}?)? on {_DAY})"
)
_CURRENT = re.compile(r" as (?:currently|presently) in effect$")
_OWNER = re.compile(r" of (?:the )?(?:registrant|co|corp|issuer)$")


@dataclass(frozen=True, slots=True)
class Title:
    """What a title names, in folded words, and what it says of the version: '' where it says nothing."""

    name: str
    mark: str = ""


def said_title(description: str) -> str:
    """A description as printed, without the words that say where it was filed."""
    return " ".join(_REFERENCE.sub("", description).split()).rstrip(" .,;:")


def part_title(description: str, owners: Iterable[str] = ()) -> Title:
    """The title without marks of version and without its owner's name (``owners``: folded names of the registrant)."""
    words = company_key(said_title(description)).replace("by laws", "bylaws")
    marks: list[str] = []
    for pattern in (_AMENDMENT, _RESTATED, _AS_AMENDED):
        words = _CURRENT.sub("", words)
        if found := pattern.fullmatch(_without(words, owners) if pattern is _RESTATED else words):
            words = found["rest"]
            marks.append(found["mark"])
    return Title(_without(words, owners), ", ".join(marks))


def _without(words: str, owners: Iterable[str]) -> str:
    words = _OWNER.sub("", words)
    for owner in owners:
        words = words.removesuffix(f" of {owner}").removeprefix(f"{owner} ")
    return words.removeprefix("the ")
