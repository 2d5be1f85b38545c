"""Names of states and countries, as lists of subsidiaries print them.

Delaware, U.S.A.      The Netherlands      Hong Kong      Russia/Kazakhstan      Delaware and Australia
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..lexicon import words

_PART = re.compile(r"\s*(?:/|;|\band\b|&)\s*")
_ORDER = re.compile(
    r"^(?P<name>[^,()]+),\s+(?P<rest>the|republic of|islamic republic of|province of china|u\.?\s?s\.?(?:\s?a\.?)?)$"
)


@cache
def _known() -> frozenset[str]:
    return frozenset(_plain(place) for place in words("places"))


def _plain(raw: str) -> str:
    text = " ".join(raw.casefold().replace("’", "'").replace("(", " ").replace(")", " ").split()).strip(" .,*:")
    return re.sub(r"^the\s+", "", text)


@lru_cache(maxsize=4096)
def is_place(raw: str) -> bool:
    """Does ``raw`` consist of names of jurisdictions (postal codes only in capitals)?"""
    text = re.sub(r"\s*\((?:\d{1,2}|[a-zA-Z])\)$", "", raw.strip())
    if not 2 <= len(text) <= 60 or not text[:1].isupper() or (len(text.strip(".")) == 2 and not text.isupper()):
        return False
    if _plain(text) in _known():
        return True
    if "," in text and all(_plain(part) in _known() for part in text.split(",")):
        return True
    found = _ORDER.match(_plain(text))
    if found and found["name"] in _known():
        return True
    parts = _PART.split(text)
    return len(parts) > 1 and all(p and is_place(p) for p in parts)
