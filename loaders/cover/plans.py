"""The titles of the plans on an S-8's cover.

         Harbor Tools, Inc. 1996 Stock Option Plan
                            and
         Employee Stock Purchase Plan, as amended
                (Full titles of the plans)

One title a line, or wrapped over several, or joined by ``and``, numbered or parted by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ..organizations import is_organization
from ..records import Plan, cite
from ..span import Piece
from .layout import is_rule
from .lines import Line, classify

_NOUN = re.compile(
    r"\b(?:plans?|agreements?|programs?|programme|scheme|arrangements?|options?|awards?|warrants?|grants?|rights|trust)\b",
    re.I,
)
_PLAN = re.compile(r"\b(?:plans?|agreements?|programs?|programme|schemes?|arrangements?|non-plan)\b", re.I)
_OPEN = re.compile(r"(?:\b(?:of|and|or|for|the|between|by|in|to|under|with|as|from|&|no\.?|nos\.?)|[,&/–-])$", re.I)
# a title that is no plan's is over: "Stock Option Award (Ann Lee)", "Series 3 Stock Rights of Harbor Tools Corporation"
_UNDER = re.compile(
    r"\b(?:under|pursuant\s+to)\s(?!.*\b(?:plans?|agreements?|programs?|scheme)\b).*$", re.I
)  # which plan?
_GRANT = re.compile(r"\b(?:awards?|rights|warrants?|options|grants?)(?:\s*\([^()]+\)|\s+of\s+\S.*)?$", re.I)
_GOES_ON = re.compile(
    r"(?:(?-i:[a-z(&])|and\b|of\b|for\b|as\b|by\b|under\b|with\b|\(?(?:as\s+)?(?:further\s+)?amended\b(?!\s+and\s+restated\s+\S.*\bplan)"
    r"|effective\b|dated\b|between\b|\(?formerly)",
    re.I,
)
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)|\d{1,2}\.(?=\s)|[•·o*-](?=\s))\s*")
_ENDS = r"(?:plans?|agreements?|program(?:me)?s?|schemes?)(?:,? \(?as amended(?: and restated)?\)?)?"
_JOINT = re.compile(
    r"(?<=\w|\)|\.)(?:\s*;\s*(?:and\s+)?|,?\s+and\s+(?:the\s+)?(?=.*\b(?:plans?|agreement)\b)|\s+/\s+)", re.I
)
_COMPLETE = re.compile(rf"\b{_ENDS}$", re.I)
_TELEPHONE = re.compile(r"\btelephone\s+number\b|^\W*\(?\d{3}\)?[\s.-]+\d{3}-\d{4}\W*$", re.I)  # of the registrant
_TRAIL = re.compile(r",?\s+and(?:\s+the)?$|[,;]$", re.I)
_AND = re.compile(r"(?:and|&|and/or|or)$", re.I)


def read_plans(pieces: Sequence[Piece]) -> tuple[Plan, ...]:
    """The plans whose titles these cells print."""
    groups = _groups([p for p in pieces if not is_rule(str(p)) and not _TELEPHONE.search(str(p))])
    parts = [part for group in groups for part in _halves(group)]
    plans = tuple(p for p in (Plan(_title(part), cite("title", *part)) for part in parts) if p.title)
    named = tuple(p for p in plans if _NOUN.search(p.title) or not is_organization(p.title))
    return named or plans  # the company's name over the titles of its plans is none


def _title(group: list[Piece]) -> str:
    return _TRAIL.sub("", " ".join(piece.words for piece in group)).strip(" ;,").strip('"“”')


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The cells of each title."""
    groups: list[list[Piece]] = [[]]
    numbered = sum(bool(_NUMBERED.match(str(p))) for p in pieces) > 1
    parted = _parted(pieces) if not numbered else frozenset[int]()
    for at, piece in enumerate(pieces):
        text = str(piece)
        mark = _NUMBERED.match(text)
        if _AND.match(text):
            groups.append([])
            continue
        if mark and (numbered or not text[:1].isalnum()):
            groups.append([piece.sub(mark.end(), len(text))])
            continue
        if groups[-1] and not numbered and (at in parted or _is_new(groups[-1], piece)):
            groups.append([])
            lead = re.match(r"and\s+(?:the\s+)?", text, re.I)
            piece = piece.sub(lead.end(), len(text)) if lead else piece
        groups[-1].append(piece)
    return [group for group in groups if group]


def _parted(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where a title begins after a blank line, all of them being wrapped titles that blank lines part."""
    starts = [i for i in range(1, len(pieces)) if pieces[i].line - pieces[i - 1].line > 1]
    blocks = [pieces[a:b] for a, b in pairwise([0, *starts, len(pieces)])]
    wrapped = sum(len(block) > 1 for block in blocks) > 1
    whole = all(
        _PLAN.search(words := " ".join(str(p) for p in block)) and not _OPEN.search(words) and not _GOES_ON.match(words)
        for block in blocks
    )
    return frozenset(starts) if wrapped and whole else frozenset()


def _is_new(group: list[Piece], piece: Piece) -> bool:
    """Does this line start another title, rather than go on with the one above?"""
    before, text = " ".join(str(p) for p in group), str(piece)
    if not _NOUN.search(before):
        return False
    joined = _TRAIL.search(before)
    if joined and _COMPLETE.search(before[: joined.start()]) and _PLAN.search(text):
        return True
    if before.count("(") > before.count(")"):
        return False
    if _COMPLETE.search(before) and not _GOES_ON.match(text) and is_organization(text):
        return True
    if re.match(r"and\b", text, re.I):
        return bool(_COMPLETE.search(before) and _PLAN.search(text))
    if _OPEN.search(before) or _GOES_ON.match(text):
        return False
    if _UNDER.search(before):
        return False
    grant = _GRANT.search(before) and len(text.split()) > 2 and not _PLAN.match(text)
    return bool((grant or _PLAN.search(before)) and _NOUN.search(text))


def _halves(group: list[Piece]) -> list[list[Piece]]:
    """A title parted where ``and`` or a semicolon joins what are plainly two."""
    out: list[list[Piece]] = [[]]
    for piece in group:
        rest = piece
        for _ in range(8):
            cut = _cut(out[-1], str(rest))
            if cut is None:
                break
            low, high = cut
            out[-1].append(rest.sub(0, low))
            out.append([])
            rest = rest.sub(high, rest.end - rest.start)
        out[-1].append(rest)
    return [g for g in out if any(str(p).strip(" ;,") for p in g)]


def _cut(before: list[Piece], text: str) -> tuple[int, int] | None:
    for match in _JOINT.finditer(text):
        head = " ".join([*(str(p) for p in before), text[: match.start()]])
        if _COMPLETE.search(head) and head.count("(") == head.count(")") and _PLAN.search(text[match.end() :]):
            return match.start(), match.end()
    return None


def without_caption(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The cells above an agent's caption, parted into plan titles that have no caption of their own and the rest."""
    at = -1
    for i, piece in enumerate(pieces):
        kind = classify(str(piece)) if not is_rule(str(piece)) else None
        if kind in (Line.ADDRESS, Line.PHONE) and at >= 0:
            break
        if kind not in (None, Line.ADDRESS, Line.PHONE, Line.TITLE) and _PLAN.search(str(piece)):
            at = i
    if at < 0:
        return [], list(pieces)
    end = at + 1
    while end < len(pieces) and _GOES_ON.match(str(pieces[end])) and not is_rule(str(pieces[end])):
        end += 1
    start = max((i + 1 for i in range(at) if _is_place(pieces[i])), default=0)
    return list(pieces[start:end]), list(pieces[end:])


def _is_place(piece: Piece) -> bool:
    return classify(str(piece)) in (Line.ADDRESS, Line.PHONE)
