"""Counsel in the text: who passes upon the validity of the securities or upon other legal matters.

::

    The validity of the shares will be passed upon for us by Vane & Moor LLP, Portland, Maine.
    Vane & Moor, Portland, has rendered an opinion to the effect that the shares will be legally issued.
    The opinion of counsel has been rendered by counsel who is an employee. Jane Orley, General Counsel, is ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .exhibits.listed import NEXT_FIRM, named_entity
from .firms import name_at
from .organizations import is_law_firm
from .scan import lowered, places
from .span import Piece, Text

Named = tuple[str, str | None, Piece]
_PASSED = re.compile(
    r"\b(?:passed|pass|passing|reviewed)\s+(?:up)?on\b(?P<way>[^.]{0,160}?)\bby\s+|\b(?P<law>reviewed|prepared)\s+by\s+(?=[A-Z])|\bopinion\s+(?:as\s+to|on"
    r"|regarding)\s+the\s+(?:validity|legality)[^.]{0,200}?\b(?:by|from|of)\s+",
    re.I,
)
_OUR = re.compile(  # "by its counsel, Vane & Moor LLP"
    r"(?:(?:its|our|the\s+\w+['’]s)\s+(?:[\w-]+\s+){0,3}?counsel|counsel\s+(?:to|for)\s+(?:us|the\s+\w+)),?\s+(?=[A-Z])",
    re.I,
)
_VALIDITY = re.compile(
    r"\b(?:validity|legality|(?:legal|law)\s+matters?|matters?\s+(?:of|with\s+respect|relating|as\s+to|under)"
    r"|certain\s+matters)\b",
    re.I,
)
_OF_LAW = re.compile(r"\bmatters\s+of\s+law\b|\blegal\s+conclusions\b", re.I)  # statements that counsel reviewed
_UNDERWRITERS = re.compile(
    r"\bfor\s+(?:the|any)\s+(?:underwriters?|agents?|placement|dealers?|initial\s+purchasers?|selling)", re.I
)
_RENDERS = re.compile(
    r"\b(?:has|have|will|shall)\s+(?:(?:have|also)\s+)?(?:rendered|render|given|give|issued|issue|delivered"
    r"|deliver|provided|provide|passed|pass)\s+(?:(?:to\s+)?(?:us|the\s+(?:Company|Registrant|Issuer))\s+(?:with\s+)?)?"
    r"(?:(?:an?|its|his|her|their|the)\s+)?(?:legal\s+|written\s+)?(?:opinion\b|upon\b|on\s+the\s+(?:validity"
    r"|legality))"
    r"|\b(?:has|have)\s+opined\b"
    r"|(?<!\bbeen )(?<!\bbe )(?<!\bis )(?<!\bwas )(?<!\bbeing )"
    r"\bpassed\s+upon\s+the\s+(?:validity|legality)"
)
_END = re.compile(r"(?:(?<=[a-z]{3})|(?<=\bus))[.;]\s")
_AND = re.compile(r",?\s+and\s+(?:by\s+)?(?=[A-Z])")
_BY_EMPLOYEE = re.compile(r"\bopinion\b[^.]{0,200}?\bby\s+counsel\s+who\s+(?:is|was)\b[^.]{0,120}\.\s+(?=[A-Z])")


def read_legal_matters(main: Text, company: str | None) -> Iterator[Named]:
    """The firms by which, as the text says, the validity or legal matters are passed upon."""
    yield from _passive(main, company)
    yield from _active(main, company)
    for at in places(lowered(main.chars), "counsel who"):
        match = _BY_EMPLOYEE.search(main.chars, max(0, at - 260), at + 200)
        if match is None:
            continue
        piece = name_at(main, match.end())
        entity = named_entity(main, piece, company) if piece is not None else None
        if piece is not None and entity is not None and entity[1]:
            yield (*entity, piece)


def _active(main: Text, company: str | None) -> Iterator[Named]:
    """``Vane & Moor LLP, Portland, has rendered an opinion as to the validity of the shares.``"""
    done = 0
    for at in places(lowered(main.chars), " opinion", "\nopinion", " upon", "validity", "legality"):
        match = _RENDERS.search(main.chars, max(0, at - 70), at + 12)
        if match is None or match.end() <= done:
            continue
        done = match.end()
        after = main.chars[match.start() : match.end() + 240]
        if not re.search(r"\b(?:valid|legal|fully\s+paid|nonassessable)", after):
            continue
        if _UNDERWRITERS.search(_END.split(after, maxsplit=1)[0]):
            continue
        before = main.chars[max(0, match.start() - 260) : match.start()]
        sentence = re.split(
            r"(?:(?<=[a-z]{3})[.;]\s|(?<=[A-Z]{4})\.\s|\n\s*\n|(?i:item)\s+\d+[^\n]{0,80}\n)\s*(?=[A-Z])", before
        )[-1]
        start = match.start() - len(sentence)
        ours = _OUR.match(main.chars, start)
        piece = name_at(main, ours.end() if ours else start)
        entity = named_entity(main, piece, company) if piece is not None else None
        if piece is None or entity is None or "\n\n" in str(piece):
            continue
        firm, lawyer = entity
        yield firm, lawyer, piece


def _next_firm(main: Text, at: int) -> Piece | None:
    """The law firm that the sentence names besides the one that ends at ``at``, beyond the office of a lawyer."""
    following = NEXT_FIRM.match(main.chars, at, min(len(main.chars), at + 130))
    if following is None or _UNDERWRITERS.search(following[0]):
        return None
    piece = name_at(main, following.end())
    if piece is not None and is_law_firm(piece.words):
        return piece
    for joined in main.find(_AND, following.end(), min(len(main.chars), following.end() + 130)):
        between = main.chars[following.end() : joined.start()]
        if _END.search(between) or _UNDERWRITERS.search(between):
            return None
        piece = name_at(main, joined.end())
        if piece is not None and is_law_firm(piece.words):
            return piece
    return None


def _passive(main: Text, company: str | None) -> Iterator[Named]:
    """``The validity of the shares will be passed upon for us by Vane & Moor LLP.``"""
    done = 0
    for at in places(
        lowered(main.chars), "pass", "reviewed", "prepared by", "opinion as", "opinion on", "opinion regarding"
    ):
        match = _PASSED.match(main.chars, at) if at >= done else None
        if match is None:
            continue
        done = match.end()
        before = main.chars[max(0, match.start() - 420) : match.start()]
        sentence = re.split(r"(?<=[a-z]{3})[.;]\s+(?=[A-Z])", before)[-1]
        if match["law"] and not _OF_LAW.search(sentence):
            continue
        titled = re.search(
            r"\blegal\s+(?:matters|opinions?)\s*\n", main.chars[max(0, match.start() - 1500) : match.start()], re.I
        )
        if not (titled or _VALIDITY.search(sentence) or _VALIDITY.search(match[0])) or _UNDERWRITERS.search(match[0]):
            continue
        ours = _OUR.match(main.chars, match.end())
        piece = name_at(main, ours.end() if ours else match.end())
        while piece is not None:
            entity = named_entity(main, piece, company)
            if entity is None:
                break
            firm, lawyer = entity
            yield firm, lawyer, piece
            piece = _next_firm(main, piece.end)
