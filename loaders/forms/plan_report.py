"""The plan of an annual report of a plan (Form 11-K): its title stands under the caption, not over it as in Form S-8.

A. Full title of the plan and the address of the plan, if different from that of the issuer named below:
        INVENTED MILLS, INC. 401(k) RETIREMENT SAVINGS PLAN
B. Name of issuer of the securities held pursuant to the plan ...
"""

from __future__ import annotations

import re

from ..records import Plan, cite
from ..span import Piece, Text

_CAPTION = re.compile(
    r"full\s+titles?\s+of\s+the\s+plans?(?:\s*\(s\))?\s*(?:,?\s*and\s+(?:the\s+)?address(?:es)?\s+of\s+the\s+plans?)?"
    r"(?:,?\s*if\s+different\s+from\s+that\s+of\s+the\s+issuer(?:s)?\s+(?:of\s+the\s+securities\s+)?named\s+below)?\s*[:.]",
    re.I,
)
_ISSUER = re.compile(r"(?:^|\n)[^\n\w]*(?:\(?b[.)]\s*)?names?\s+of\s+(?:the\s+)?issuer", re.I)
_RULE = re.compile(r"[\s_=*.\u2014\u2013-]*")
_PLAN = re.compile(r"\b(?:plan|program|trust|arrangement|fund)s?\b", re.I)
_ADDRESS = re.compile(
    r"^\s*(?:\d+\s|p\.?\s?o\.?\s+box|c/o\b|one\s+\w+\s+(?:plaza|center|place))|,\s*[A-Z][\w.]+\s+\d{5}", re.I
)
_HEAD = 200  # lines in which the cover ends
_LINES = 12  # lines between the two captions


def read_plan_report(text: Text) -> tuple[Plan, ...]:
    """The plans that the cover of a Form 11-K names: one a group of lines, addresses left out."""
    end = text.starts[_HEAD] if len(text.starts) > _HEAD else len(text.chars)
    caption = _CAPTION.search(text.chars, 0, end)
    issuer = _ISSUER.search(text.chars, caption.end()) if caption else None
    if caption is None or issuer is None or text.chars.count("\n", caption.end(), issuer.start()) > _LINES:
        return ()
    groups: list[list[Piece]] = [[]]
    for piece in _lines(text, caption.end(), issuer.start()):
        words = str(piece)
        if _RULE.fullmatch(words) or _ADDRESS.search(words):
            groups.append([])
        else:
            groups[-1].append(piece)
    titled = [group for group in groups if _PLAN.search(_words(group))]
    return tuple(Plan(_words(group), cite("title", *group)) for group in titled)


def _lines(text: Text, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    while start < end:
        stop = text.chars.find("\n", start, end)
        stop = end if stop < 0 else stop
        pieces.append(Piece(text, start, stop).strip())
        start = stop + 1
    return pieces


def _words(group: list[Piece]) -> str:
    return " ".join(piece.words for piece in group)
