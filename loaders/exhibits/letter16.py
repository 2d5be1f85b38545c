"""Exhibit 16: what the former accountant says of the registrant's account of the change.

::

    March 9, 2006
    Securities and Exchange Commission
    ...
    We have read Item 4.01 of Form 8-K dated March 7, 2006, of Moor Tools, Inc. and are in agreement with the
    statements contained in the first paragraph. We have no basis to agree or disagree with other statements.

    /s/ Vane & Co., LLP
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..dates import find_dates
from ..evidence import cite
from ..organizations import is_audit_firm, is_law_firm, is_organization
from ..records import AccountantLetter, Problem, Stance
from ..span import Piece, Text
from .signers import find_signers

_AGREES = re.compile(
    r"\b(?:agree(?:s|d)?\b(?!\s+or\s+disagree)(?!\s+to)|(?:in|our)\s+(?:full\s+|complete\s+)?agreement\b"
    r"|concur\b|do\s+not\s+disagree|no\s+disagreement)",
    re.I,
)
_DISAGREES = re.compile(
    r"\b(?:(?:do|does|can)\s*not\s+agree\b(?!\s+or)|(?<!not )(?<!or )disagree\b(?!\s+or)(?!\w)|not\s+in\s+agreement)",
    re.I,
)
_BASIS = re.compile(r"\bno\s+basis\b|\bnot\s+in\s+a\s+position\s+to\b|\bcannot\s+(?:comment|confirm)", re.I)
_EXCEPT = re.compile(
    r"\b(?:except(?:ion|ing)?\b|other\s+than|insofar\s+as|with\s+respect\s+to\s+the\s+(?:first|second|third))", re.I
)
_COMMISSION = re.compile(
    r"^[ \t]*(?:to\s+)?(?:the\s+)?(?:(?:united\s+states|u\.?\s?s\.?)\s+)?securities\s+(?:and"
    r"|&)\s+exchange\s+commission",
    re.I | re.M,
)
_GREETING = re.compile(r"^[ \t]*(?:gentlemen|ladies|dear|commissioners|commission\s+members|to\s+whom)", re.I | re.M)


@dataclass(frozen=True, slots=True)
class _Said:
    stance: Stance
    words: tuple[Piece, ...]


def read_letter(text: Text, exhibit: str) -> tuple[tuple[AccountantLetter, ...], tuple[Problem, ...]]:
    """The letter of an Exhibit 16; a problem where no firm signs it or it says neither yes nor no."""
    firm = _firm(text)
    said = _stance(text)
    if firm is None:
        first = next(
            (Piece(text, s, s + len(x)) for s, x in zip(text.starts, text.lines, strict=True) if x.strip()), None
        )
        why = "The accountant's letter is signed by no firm that could be read."
        return (), (Problem("letter-unread", f"exhibit {exhibit}", why, cite("firm", first) if first else ()),)
    day = next(iter(find_dates(Piece(text, 0, _body(text)))), None)
    to = next(text.find(_COMMISSION), None)
    evidence = cite("firm", firm) + cite("stance", *said.words)
    evidence += (cite("date", day[1]) if day else ()) + (cite("addressee", text.at(to)) if to else ())
    letter = AccountantLetter(
        firm.words,
        day[0] if day else None,
        text.at(to).words.removeprefix("To ") if to else None,
        said.stance,
        exhibit,
        evidence,
    )
    why = "The letter says neither that the firm agrees nor that it does not."
    problem = Problem("letter-unread", f"exhibit {exhibit}", why, cite("firm", firm))
    return (letter,), (problem,) if said.stance is Stance.UNKNOWN else ()


def _body(text: Text) -> int:
    """Where the letter's words begin: dates above are the letter's own."""
    found = next(text.find(re.compile(r"\b(?:we\s+have|we\s+were|i\s+have|we\s+are|this\s+is\s+to)\b", re.I)), None)
    return found.start() if found else min(len(text.chars), 1500)


def _firm(text: Text) -> Piece | None:
    """The firm that signs: at the mark, or in the lines at the letter's end."""
    for signer in find_signers(text):
        for piece in (signer.printed, signer.mark):
            if piece is not None and (
                is_audit_firm(piece.words) or is_law_firm(piece.words) or is_organization(piece.words)
            ):
                return piece.strip(" ,_")
    for number in range(len(text.lines) - 1, -1, -1):
        line = text.line(number).strip(" \t_*")
        if (
            str(line)
            and len(str(line)) < 80
            and is_audit_firm(line.words)
            and not re.search(r"\b(?:was|we|our|of)\b", str(line))
        ):
            return line
    return None


def _stance(text: Text) -> _Said:
    body = Piece(text, _body(text), len(text.chars))
    words = str(body)
    agrees, disagrees, basis = (p.search(words) for p in (_AGREES, _DISAGREES, _BASIS))
    if disagrees and agrees and disagrees.start() <= agrees.start() <= disagrees.end():
        agrees = _AGREES.search(words, disagrees.end())
    found = tuple(body.group(m) for m in (agrees, disagrees, basis) if m)
    if agrees:
        part = bool(disagrees or basis or _EXCEPT.search(words, agrees.end(), agrees.end() + 200))
        return _Said(Stance.PARTLY if part else Stance.AGREES, found)
    if disagrees:
        return _Said(Stance.DISAGREES, found)
    return _Said(Stance.NO_BASIS if basis else Stance.UNKNOWN, found)
