"""The signature pages of a schedule in text: those of the schedule itself, not of what is bound to it.

    After reasonable inquiry and to the best of my knowledge and belief, I certify ...
    Dated: January 22, 2024
    Invented Asset Holdings, Inc.
    Signature:  Mary Major
    Name/Title  Attorney-In-Fact

Powers of attorney and agreements of joint filing often stand in the same document; their signers sign those. Where the
general reader finds no signature, a form filled in behind its captions is read here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..dates import parse_date
from ..elements import Element
from ..names import looks_like_person
from ..records import BeneficialOwner, Signature
from ..signatures import SignaturePages, read_signatures
from ..span import Piece, Text
from .signed import detailed_signature

_CERTIFIES = re.compile(r"\bafter\s+(?:making\s+)?(?:reasonable|due)\s+inquiry\b", re.I)
_BOUND = re.compile(
    r"^[ \t]*(?:(?:annex|appendix)\s+[\dA-Z]{1,3}\b.*|exhibit\s+[\dA-Z]{1,3}(?:\.\d+)?[ \t]*$|exhibit\s+index[ \t]*$"
    r"|(?:limited\s+|special\s+)?power\s+of\s+attorney[ \t]*$"
    r"|(?:joint\s+)?(?:filing\s+)?agreement(?:\s+of\s+joint\s+filing)?[ \t]*$)",
    re.I | re.M,
)
_SIGNATURE = re.compile(
    r"^[ \t]*(?:signature|by)\s*:[ \t]*(?P<name>(?:/s/)?[ \t]*[A-Z][^\n]{2,60}?)[ \t]*$", re.I | re.M
)
_TITLE = re.compile(
    r"^[ \t]*(?:name\s*(?:/|and)\s*title|title)\s*:?[ \t]+(?P<title>[A-Z][^\n]{2,80}?)[ \t]*$", re.I | re.M
)
_DATED = re.compile(r"\bdated?\s*:?\s+(?P<day>[A-Z0-9][^\n]{4,30}?)[ \t]*$", re.I | re.M)


def read_schedule_signatures(text: Text, owners: Sequence[BeneficialOwner], filed: str | None) -> SignaturePages:
    """The signatures of a schedule, and the powers of attorney of the whole document."""
    names = tuple(owner.name for owner in owners)
    start, end = _own(text)
    whole = read_signatures(text, names, filed)
    if (start, end) == (0, len(text.chars)):
        return whole
    pages = read_signatures(_only(text, start, end), names, filed)
    signatures = pages.signatures or _filled_in(text, start, end, owners) or whole.signatures
    problems = pages.problems if pages.signatures else () if signatures else whole.problems
    return replace(whole, signatures=signatures, problems=problems)


def _own(text: Text) -> tuple[int, int]:
    """Where the schedule's own signatures stand: from the first certification to what is bound to it."""
    certified = _CERTIFIES.search(text.chars)
    if certified is None:
        return 0, len(text.chars)
    bound = _BOUND.search(text.chars, certified.end())
    start = text.starts[max(0, text.line_at(certified.start()) - 6)]  # with the heading over the sentence
    return start, bound.start() if bound else len(text.chars)


def _only(text: Text, start: int, end: int) -> Text:
    """The text with all blank but the characters from ``start`` to ``end``, which keep their places."""
    blank = re.compile(r"[^\n]")
    chars = blank.sub(" ", text.chars[:start]) + text.chars[start:end] + blank.sub(" ", text.chars[end:])
    return replace(text, chars=chars)


def _filled_in(text: Text, start: int, end: int, owners: Sequence[BeneficialOwner]) -> tuple[Signature, ...]:
    """Signatures written behind their captions; the person signed for is the one owner, where there is one."""
    found = [match for match in _SIGNATURE.finditer(text.chars, start, end) if _is_name(match["name"])]
    rows = []
    for at, match in enumerate(found):
        until = found[at + 1].start() if at + 1 < len(found) else end
        title = _TITLE.search(text.chars, match.end(), until)
        days = [d for d in _DATED.finditer(text.chars, start, until) if parse_date(d["day"])]
        near = min(days, key=lambda day: abs(day.start() - match.start()), default=None)
        rows.append(
            detailed_signature(
                _element(text.at(match, "name")),
                _element(text.at(title, "title")) if title else None,
                _element(text.at(near, "day")) if near else None,
                _person(text, owners),
            )
        )
    return tuple(rows)


def _is_name(words: str) -> bool:
    return "/s/" in words.lower() or looks_like_person(words.strip())


def _person(text: Text, owners: Sequence[BeneficialOwner]) -> Element | None:
    if len(owners) != 1:
        return None
    spans = [evidence.span for evidence in owners[0].evidence if evidence.field == "name"]
    return Element(text.document, text.source, "", spans[0].start, spans[-1].end) if spans else None


def _element(piece: Piece) -> Element:
    span = piece.span
    return Element(span.document, piece.text.source, "", span.start, span.end)
