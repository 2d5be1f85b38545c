"""Form types as references say them and as headers have them, brought to one name.

name_form("10-K405") == Form("10-K", amended=False)
name_form("S-8 POS") == Form("S-8", amended=True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

#: A form whose header says only that a registration statement is amended: it is known by its number alone.
POST_EFFECTIVE = "POS"
#: What people call otherwise than EDGAR does: "Form 10-K" is said of a 10-K405, "Form 8-A" of an 8-A12G.
_SAME = {
    "10-K405": "10-K",
    "10-KT": "10-K",
    "10-KSB40": "10-KSB",
    "10-QT": "10-Q",
    "8-A12B": "8-A",
    "8-A12G": "8-A",
    "8-K12B": "8-K",
    "8-K12G3": "8-K",
    "10-12B": "10",
    "10-12G": "10",
    "10SB12B": "10-SB",
    "10SB12G": "10-SB",
    "S-3ASR": "S-3",
    "S-3D": "S-3",
    "F-3ASR": "F-3",
    "F-3D": "F-3",
    "AM": POST_EFFECTIVE,
    "ASR": POST_EFFECTIVE,
}
_STATEMENTS = (
    (re.compile(r"PROXY|14A$"), "14A"),
    (re.compile(r"INFORMATION STATEMENT|14C$"), "14C"),
    (re.compile(r"13D"), "13D"),
    (re.compile(r"13G"), "13G"),
    (re.compile(r"^(?:SC|SCHEDULE) TO"), "TO"),
)
_POS = re.compile(r"^POS\s*(?=A)|\s*POS$")
_HYPHEN = re.compile(r"^(10|8|20|40|11|6)([A-Z])(?!B12)")


@dataclass(frozen=True, slots=True)
class Form:
    """``base`` is '' where no form is said."""

    base: str
    amended: bool = False


@lru_cache(maxsize=512)
def name_form(said: str) -> Form:
    """The form that a type or the words of a reference name."""
    words = " ".join(said.upper().split())
    base = words.removesuffix("/A")
    for pattern, name in _STATEMENTS:
        if pattern.search(base):
            return Form(name, base != words)
    bare = _POS.sub("", base)
    plain = _HYPHEN.sub(r"\1-\2", bare)
    return Form(_SAME.get(plain, plain), base != words or bare != base)
