"""Changes in accountants: who was dismissed or resigned, who was engaged.

::

    Item 4.01  Changes in Registrant's Certifying Accountant
    Effective March 7, 2006, we dismissed Vane & Co., LLP ("Vane") and engaged Orley & Stane, CPAs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping

from .audits import CONTENTS, NOT_A_FIRM, AuditMention, experts_sections
from .change_phrases import FirmChange as FirmChange
from .change_phrases import can_be, read_phrases
from .firms import name_at
from .organizations import is_organization, same_firm
from .records import AuditorCapacity
from .scan import lines_with, lowered
from .span import Piece, Text

_CHANGE = re.compile(
    r"^[ \t]*(?:item\s+4(?:\.01)?\b[^\n]*|item\s+[89]\b[^\n]{0,30}changes?\b[^\n]*"
    r"|[^\n]{0,20}changes?\s+in\s+(?:and\s+disagreements|registrant|accountants|certifying|independent)[^\n]*)$",
    re.I | re.M,
)
_OTHER_ITEM = re.compile(r"item\s+4\b(?!\.01)(?=.*[a-z]{3})(?!.*(?:change|account))", re.I)
_NEXT_ITEM = re.compile(r"^[ \t]*(?:item\s+\d|signatures?\s*$|part\s+[IV]+\b)", re.I | re.M)
_GONE = (
    r"dismiss(?:ed|al|ing)?|resign(?:ed|ation|ing|s)?|terminat(?:ed|ion|ing)|discharged?|replac(?:ed|ing)"
    r"|declined\s+to\s+stand|succeed(?:s|ed|ing)|discontinued|not\s+(?:to\s+)?(?:be\s+)?(?:reappoint\w*|renew\w*"
    r"|retain\w*)"
)
_COME = r"engag(?:ed|ement|ing)|appoint(?:ed|ment|ing)|select(?:ed|ion)|retain(?:ed)?|hired|approv(?:ed|al)"
_VERB = re.compile(rf"\b(?:(?P<gone>{_GONE})|(?P<come>{_COME}))\b", re.I)
_DIRECT = re.compile(r"\b(?:(?P<gone>dismissed|replaced)|engaged|appointed|retained)\s+(?=[A-Z])")
_WHO = re.compile(r",?\s+(?:who|which)\s+(?:has\s+|had\s+)?(?:resigned|(?:was|were)\s+(?:dismissed|replaced))\b")
_NAME = 120  # characters of a firm's name
_ENDED = re.compile(  # before ``engagement``
    r"\b(?:(?P<told>terminat\w+|discontinued|dismiss\w+)|ended|concluded|ceased|not\s+(?:to\s+)?(?:continue|extend|renew))\s+(?:\w+['’]?s?\s+){0,3}$",
    re.I,
)
_IS = re.compile(r"\b(?:was|were|been|be|being)\s+$", re.I)
_LEAD = re.compile(
    r"\s+(?:(?:of|the|firm|services?|accounting|auditing|public|independent|registered|certified|our|its|their"
    r"|company['’]s|registrant['’]s|as|"
    r"initial|principal|former|new|previous|prior|auditors?|accountants?|with|by|a|an|engagement"
    r"|appointment)\b['’s]*,?\s+){0,9}(?=[A-Z])"
)
_NEW_IS = re.compile(
    r"\bnew\s+(?:\w+\s+){0,4}(?:auditors?|accountants?|accounting\s+firm)\s+(?:is|are|will\s+be)\s+(?=[A-Z])", re.I
)
_GIVEN = re.compile(r"\(\s*(?:the\s+)?[\"“'‘](?:the\s+)?(?P<short>[A-Z][^\"“”()]{1,40}?)[\"”'’]\s*\)")
_TOLD = re.compile(
    r"\b(?:informed|notified|advised|told)\s+(?:(?:its|our|their)\s+[^.;,]{0,60}?(?:accountants?|auditors?|firm),?\s+)?(?=[A-Z])"
)
_NO_LONGER = re.compile(  # what the firm is told
    r"(?:\s*\([^)]{0,60}\))?,?\s+(?:that\s+(?:it|they|the\s+firm|its\s+\w+|their\s+\w+)\s+(?:would|will|was|were|had|has|is|are)"
    r"\s+(?:(?:be\s+|been\s+|being\s+)?(?:no\s+longer\s+(?:be\s+)?(?:\w+ed|the|its|as)"
    r"|not\s+(?:be\s+)?(?:engaged|retained|reappointed|re-engaged|renewed)|dismissed|terminated|replaced|discharged))"
    r"|of\s+(?:its|their|the)\s+(?:dismissal|termination))",
    re.I,
)
_TO_AUDIT = re.compile(
    r"\s+(?:to\s+(?:audit|examine)\b|(?:to\s+(?:serve|act)\s+)?as\s+(?:(?:the|our|its|new|principal|independent"
    r"|certified|registered|public|company['’]s|registrant['’]s)\s+){1,6}(?:auditors?|accountants?|accounting\s+firm))",
    re.I,
)
_PASSIVE = re.compile(  # between a firm and its verb: what it is, its short name, what else it did, auxiliaries
    r"(?:,\s+(?:an?|the|its|our|their)\s+(?:[\w'’-]+\s+){0,5}?(?:accountants?|auditors?|accounting\s+firm)[^.;,]{0,60},)?"
    r"(?:\s*\([^)]{0,60}\))?"
    r"(?:,?\s+(?:has\s+|had\s+)?(?:merged|combined|consolidated|notified|informed|advised)\b[^.;]{0,160}?\b(?:and|that)"
    r"(?:\s+(?:it|they))?)?"
    r"(?:\s*\([^)]{0,40}\))?,?\s*(?:\([^)]{0,40}\)\s*)?(?:was|were|has\s+been|have\s+been|had|has|would\s+be)?"
    r"(?:\s+(?:therefore|thereby|accordingly|\w+ly))?\s*$",
    re.I,
)
_ACCOUNTANT = re.compile(r"\b(?:accountants?|auditors?|accounting\s+firm|auditing\s+firm)\b", re.I)


def read_changes(text: Text) -> Iterator[AuditMention]:
    """Who was dismissed (or resigned) and who was engaged as accountant."""
    for change in find_changes(text):
        yield AuditMention(change.firm, change.capacity)


def find_changes(text: Text) -> Iterator[FirmChange]:
    """Each verb under a heading of changes in accountants that says that a firm goes or comes."""
    for number in lines_with(text, lowered(text.chars), "item 4", "item  4", "change"):
        heading = _CHANGE.match(text.chars, text.starts[number])
        if heading is None or CONTENTS.search(heading[0]) or _OTHER_ITEM.search(heading[0]):
            continue
        nearest = _NEXT_ITEM.search(text.chars, heading.end() + 1)
        end = min(len(text.chars), heading.end() + 7000, nearest.start() if nearest else len(text.chars))
        if _ACCOUNTANT.search(text.chars, heading.start(), end):
            yield from _changes(text, heading.end(), end)


def read_told(text: Text, known: Collection[str]) -> Iterator[AuditMention]:
    """Changes that a section on experts tells of: ``the Company dismissed Vane & Co., LLP and engaged Orley & Stane``.

    ``known``: the accountants that the filing names elsewhere; others have to be called accountants there.
    """
    for start, end in experts_sections(text):
        for match in text.find(_DIRECT, start, end):
            firm = name_at(text, match.end(), end)
            if firm is None or not can_be(firm):
                continue
            if any(same_firm(firm.words, k) for k in known) or _TO_AUDIT.match(text.chars, firm.end, end):
                yield AuditMention(firm, AuditorCapacity.DISMISSED if match["gone"] else AuditorCapacity.ENGAGED)
        for match in text.find(_WHO, start, end):
            firm = _before(text, max(start, match.start() - _NAME), match.start(), known)
            if firm is not None:
                yield AuditMention(firm, AuditorCapacity.DISMISSED)


def _before(text: Text, low: int, high: int, known: Collection[str]) -> Piece | None:
    """The known firm whose name ends where the words begin that say what became of it."""
    for found in re.finditer(r"(?<![\w&])[A-Z]", text.chars[low:high]):
        firm = name_at(text, low + found.start(), high)
        if firm is not None and firm.end >= high - 1 and any(same_firm(firm.words, k) for k in known):
            return firm
    return None


def _changes(text: Text, start: int, end: int) -> Iterator[FirmChange]:
    short = _short_names(text, start, end)
    for match in text.find(_NEW_IS, start, end):
        piece = name_at(text, match.end(), end)
        if piece is not None and can_be(piece):
            yield FirmChange(piece, AuditorCapacity.ENGAGED, text.at(match).strip())
    yield from read_phrases(text, start, end)
    for match in text.find(_TOLD, start, end):
        piece = name_at(text, match.end(), end)
        gone = _NO_LONGER.match(text.chars, piece.end, end) if piece is not None and can_be(piece) else None
        if piece is not None and gone is not None:
            yield FirmChange(_expanded(text, piece, start), AuditorCapacity.DISMISSED, text.at(gone).strip(" ,"))
    for match in text.find(_VERB, start, end):
        capacity = AuditorCapacity.DISMISSED if match["gone"] else AuditorCapacity.ENGAGED
        if re.search(
            r"\b(?:neither|nor|not|never|no\s+longer)\s+(?:\w+\s+)?$",
            text.chars[max(0, match.start() - 30) : match.start()],
        ):
            continue
        passive = _IS.search(text.chars, max(start, match.start() - 12), match.start())
        if passive and (match["gone"] or "").casefold() in ("succeeded", "replaced"):
            continue  # "was replaced by Orley Stane": a phrase
        ended = _ENDED.search(text.chars, max(start, match.start() - 60), match.start()) if match["come"] else None
        if ended and ended["told"]:
            continue  # "terminated its engagement of": the first verb says it
        capacity = AuditorCapacity.DISMISSED if ended else capacity
        lead = _LEAD.match(text.chars, match.end(), end)
        piece = name_at(text, lead.end(), end) if lead else None
        if piece is not None and _TO_AUDIT.match(text.chars, piece.end, end) and _is_engaged(piece):
            yield FirmChange(piece, capacity, text.at(match))
            continue
        if piece is None or not (can_be(piece) or piece.words in short):
            piece = _called(text, start, match.start(), short) or _subject(text, start, match.start(), short)
        if piece is not None and can_be(piece):
            yield FirmChange(_expanded(text, piece, start), capacity, text.at(match))
        elif piece is not None:
            yield FirmChange(short[piece.words], capacity, text.at(match))


def _short_names(text: Text, start: int, end: int) -> dict[str, Piece]:
    """The firms by the short names that the text gives them: ``Orley & Stane, P.C. ("Orley Stane")``."""
    out: dict[str, Piece] = {}
    for given in text.find(_GIVEN, start, end):
        low = max(start, given.start() - 120)
        for found in re.finditer(r"(?<![\w&])[A-Z]", text.chars[low : given.start()]):
            full = name_at(text, low + found.start(), given.start())
            if full is not None and can_be(full) and not text.chars[full.end : given.start()].strip(" ,\n"):
                out.setdefault(" ".join(given["short"].split()), full)
                break
    return out


def _called(text: Text, start: int, verb: int, short: Mapping[str, Piece]) -> Piece | None:
    """The firm whose short name stands before a verb (``that O&S declined to stand``)."""
    before = text.chars[max(start, verb - 80) : verb]
    for name, full in short.items():
        at = before.rfind(name)
        if at >= 0 and not name.isalpha() and _PASSIVE.fullmatch(before, at + len(name)):
            return full
    return None


def _subject(text: Text, start: int, verb: int, short: Container[str]) -> Piece | None:
    """The firm that stands before a passive verb (``Orley & Stane, CPAs was engaged``)."""
    low = max(start, verb - 300)
    for found in re.finditer(r"(?<![\w&,.]\s)(?<![\w.'’&-])[A-Z]", text.chars[low:verb]):
        piece = name_at(text, low + found.start(), verb)
        if (
            piece is not None
            and (can_be(piece) or piece.words in short)
            and _PASSIVE.match(text.chars[piece.end : verb])
        ):
            return piece
    for found in re.finditer(r"(?<=of |by |th )[A-Z]|(?<=\. )[A-Z]|(?<=\s)[A-Z]", text.chars[low:verb]):
        piece = name_at(text, low + found.start(), verb)
        if (
            piece is not None
            and (can_be(piece) or piece.words in short)
            and _PASSIVE.match(text.chars[piece.end : verb])
        ):
            return piece
    return None


def _expanded(text: Text, piece: Piece, start: int) -> Piece:
    """The full name of a firm that is called by a short one (``Orley & Stane LLP ("Orley")``)."""
    if " " in piece.words:
        return piece
    short = re.compile(r"\(\s*[\"“'‘]?(?:the\s+)?" + re.escape(piece.words) + r"\b")
    defined = short.search(text.chars, max(0, start), piece.start + 200)
    low = max(start, defined.start() - 120) if defined else 0
    for found in re.finditer(r"(?<![\w&])[A-Z]", text.chars[low : defined.start()] if defined else ""):
        full = name_at(text, low + found.start(), defined.start() if defined else None)
        if full is not None and defined and can_be(full) and not text.chars[full.end : defined.start()].strip(" ,\n"):
            return full
    return piece


def _is_engaged(piece: Piece) -> bool:
    """Whether a name, of which is said that it is engaged to audit, is an organization's."""
    return is_organization(piece.words) and not NOT_A_FIRM.search(piece.words)
