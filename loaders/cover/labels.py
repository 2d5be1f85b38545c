"""The captions of a cover, and which part of it each names.

(Exact name of registrant as specified in its charter)      under its value, in parentheses
Full title of the plan:     1997 Stock Incentive Plan         before its value, with a colon
Copies to:                                                    above what it names
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ..span import Piece


class Kind(Enum):
    """What a caption names."""

    NAME = auto()
    JURISDICTION = auto()
    EIN = auto()
    ADDRESS = auto()
    PLAN = auto()
    AGENT = auto()
    AGENT_PHONE = auto()
    COPIES = auto()
    OTHER = auto()


_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I))
    for kind, pattern in (
        (Kind.OTHER, r"translation of|former name|date of (?:report|earliest)|commission file|industrial classif"),
        (Kind.AGENT_PHONE, r"^\W*(?:tele)?phone\b(?!.*\baddress).*\bagents?\s+for\s+(?:the\s+)?service"),
        (Kind.AGENT, r"\bagents?\s+(?:for|of)\s+(?:the\s+)?(?:service|process)|for service of process"),
        (Kind.PLAN, r"\b(?:titles?|names?)\s+of\s+(?:the\s+|each\s+)?(?:plan|agreement)s?\b|\bfull\s+titles?\b"),
        (
            Kind.NAME,
            r"exact\s+(?:\w+\s+)?name|\b(?:in|by)\s+(?:its|their|the)?\s*(?:charter|certificate|governing)"
            r"|^\W*name of (?:registrant|issuer|small business|company)",
        ),
        (
            Kind.JURISDICTION,
            r"\b(?:states?|province|country|jurisdictions?)\b.*\b(?:incorporat|organi[sz]|formation)"
            r"|jurisdictions?\s+of|^\W*state or other jurisdiction\W*$|^\W*state of\s*(?:incorp)?\W*$",
        ),
        (
            Kind.EIN,
            r"\bi\.?\s?r\.?\s?s\b|\bemployer\s+i\.?d|employer(?:'s|’s)?\s+(?:tax\s+)?identification|taxpayer"
            r"|\btax\s+i\.?d",
        ),
        (Kind.ADDRESS, r"\baddress|\bprincipal\s+(?:executive\s+)?(?:office|place)|executive\s+offices"),
        (Kind.OTHER, r"telephone|zip\s+code|file\s+(?:no|number)|area\s+code"),
    )
)
# captions without parentheses: only these words open one
_OPENING = re.compile(
    r"(?:exact name of|names?,? (?:and )?address(?:es)?,?|names? and addresse?s?|full titles? of"
    r"|titles? of (?:the )?plan"
    r"|state (?:or other|of)\b|state or|i\.?r\.?s\.? (?:employer|identif)|irs\b|employer (?:identif|i\.?d)|address of"
    r"|address(?:,| and) |telephone number|(?:agent|plan|registrant)\s*:|agents? for service(?: of process)?\s*:?$"
    r"|name of (?:registrant|issuer|agent|plan)|zip code$)",
    re.I,
)
_CORPORATE_LINE = re.compile(r"\bstate street\b|\bstate of [A-Z][a-z]+ (?!incorp)", re.I)
_ASKED = (  # "The Commission is requested to mail signed", before the word "copies"
    r"(?:please\s+|(?:the\s+commission|it)\s+is\s+(?:(?:hereby|respectfully)\s+)?requested\s+"
    r"(?:to|that(?:\s+the\s+commission)?)\s+)?"
    r"(?:(?:send|forward|address|mail|direct|deliver|provide|furnish)\s+)?(?:with\s+)?"
    r"(?:(?:an?|signed|conformed|additional|duplicate)\s+){0,2}cop(?:y|ies)\b"
)
_COPIES_OPEN = re.compile(rf"\(?{_ASKED}\s+of\b", re.I)
_TO_END = re.compile(r"\bto\s*:\W*$", re.I)
_COPIES = re.compile(
    rf"{_ASKED}(?:(?:\s+of)?\s+(?:all|any|such|each))?"
    r"(?:\s+(?:of\s+)?(?:all\s+|such\s+|any\s+)?(?:orders?|notices?|communications?|correspondence)"
    r"(?:,?\s+(?:and|or|including)?\s*(?:all\s+)?(?:orders?|notices?|communications?|correspondence)){0,3})?"
    r"(?:[^:()]{0,60}?\bshould\s+be\s+sent)?(?:\s+(?:also\s+)?(?:sent\s+)?to)\b\s*:?",
    re.I,
)
# without parentheses a caption has to be whole: "State of" may begin an address, "IRS Employer" a wrapped caption
_COMPLETE = re.compile(
    r"exact name|full title|title of|agent for service|(?:incorporation|organi[sz]ation|formation)\b|identification\s+n"
    r"|employer i\.?d|offices?\b|telephone number|^zip code$",
    re.I,
)
_DESCRIBES = re.compile(  # what a firm is, in brackets below its name
    r"[(\[]\s*an?\s+(?:\w+\s+){0,3}(?:partnership|corporation|association)\b(?!.*\bexact\b)", re.I
)
_OF_PLAN = re.compile(  # what becomes of a plan, in brackets below its title
    r"[(\[]\s*(?:as\s+(?:assumed|adopted|amended|restated|renamed)|(?:formerly|previously)\b(?=.*\bplan)"
    r"|(?:to\s+be|hereby)\s+(?:\w+\s+){1,4}?(?:re)?named)\b",
    re.I,
)
_HYPHEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_MAX_LINES = 7
_LONGEST = 500  # characters of a caption
# the fixed sentences of registration statements, which belong to no field
_SENTENCE = re.compile(
    r"(?:approximate date|if (?:any of |the |only |this |delivery|as a |applicable|an )|indicate (?:by|the)"
    r"|check (?:the|here)"
    r"|it is proposed|the registrants? hereby|pursuant to|large accelerated|non-?accelerated|accelerated filer"
    r"|smaller reporting|emerging growth|calculation of|securities registered|this registration statement"
    r"|from time to time|as soon as practicable|total number of|page \d+ of|the exhibit index|exhibit index"
    r"|registration of additional|terminat|deregistr|explanatory|removal from|\(?see\s+table|\(?for additional"
    r"|\W*check)",
    re.I,
)
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|shall|will|that|which|hereby)\b")
_LIMIT = 2000  # several plans may stand in one cell
_PLAN = re.compile(r"\bplan\b", re.I)
_PROSE = 150  # characters: no name, plan title or address line is as long in one cell


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: what it names, its cells, and the value that follows a colon in its last cell."""

    kind: Kind
    pieces: tuple[Piece, ...]
    rest: Piece | None = None

    @property
    def is_bare(self) -> bool:
        """Without parentheses and colon: the value may stand on either side."""
        last = str(self.pieces[-1]) if self.pieces else ""
        return bool(self.pieces) and not last.endswith((")", "]", ":")) and str(self.pieces[0])[0] not in "(["


def kind_of(text: str) -> Kind | None:
    """What a caption of these words names; None where the words are no caption's."""
    whole = _HYPHEN.sub("", text) if "- " in text else text
    return next((kind for kind, pattern in _KINDS if pattern.search(whole)), None)


def copies_caption(piece: Piece) -> Caption | None:
    """The caption ``Copies to:`` in any of its wordings, at the start of the cell."""
    text = str(piece).lstrip("( ")
    lead = len(str(piece)) - len(text)
    match = _COPIES.match(text)
    if match is None:
        return None
    tail = piece.sub(lead + match.end(), piece.end - piece.start).strip(" :)")
    return Caption(Kind.COPIES, (piece,), tail if str(tail) else None)


def _long_copies(cells: Sequence[Piece], at: int) -> Caption | None:
    """The same over two or three lines: ``Please send copies of all communications, including`` / ``... to:``."""
    words = str(cells[at])
    if _COPIES_OPEN.match(words) is None:
        return None
    for end in range(at + 1, min(at + 3, len(cells))):
        words = f"{words} {cells[end]}"
        if _TO_END.search(words):
            return Caption(Kind.COPIES, tuple(cells[at : end + 1]))
    return None


def caption_at(cells: Sequence[Piece], at: int) -> Caption | None:
    """The caption that starts with cell ``at``: up to seven cells, to its closing parenthesis or colon."""
    text = str(cells[at])
    if len(text) > _LONGEST:
        return None
    if copies := copies_caption(cells[at]) or _long_copies(cells, at):
        return copies
    if text[0] in "([" and len(text) > 1 and not text[1:2].isdigit():
        return _parenthesised(cells, at)
    if _OPENING.match(text) and not _CORPORATE_LINE.match(text):
        return _bare(cells, at)
    return None


def _parenthesised(cells: Sequence[Piece], at: int) -> Caption | None:
    words, depth = "", 0
    for end in range(at, min(at + _MAX_LINES, len(cells))):
        cell = str(cells[end])
        if end > at and cell[0] in "([" and kind_of(words) and kind_of(cell):
            break  # the parenthesis before was never closed
        if end > at and cells[end].line - cells[end - 1].line > 3:
            break
        words = f"{words} {cell}"
        if len(words) > _LONGEST:
            return None
        depth += cell.count("(") + cell.count("[") - cell.count(")") - cell.count("]")
        if cell.rstrip(" .;:*").endswith((")", "]")) and (depth <= 0 or "zip" in cell.lower()):
            kind = kind_of(words)
            if kind is None and _over_plan_caption(cells, end + 1):
                return None  # a remark on the plan
            if kind is None and (len(words.split()) < 3 or _is_remark(words.strip())):
                return None
            return Caption(kind or Kind.OTHER, tuple(cells[at : end + 1]))
    return _unclosed(cells, at)


def _over_plan_caption(cells: Sequence[Piece], at: int) -> bool:
    below = str(cells[at]) if at < len(cells) else ""
    return below[:1] in "([" and kind_of(below) is Kind.PLAN if below else False


def _is_remark(words: str) -> bool:
    return _DESCRIBES.match(words) is not None or _OF_PLAN.match(words) is not None


def _unclosed(cells: Sequence[Piece], at: int) -> Caption | None:
    """A caption without its closing parenthesis: its further lines start in lower case."""
    end = at + 1
    while end < len(cells) and end < at + _MAX_LINES and str(cells[end])[:1].islower():
        end += 1
    kind = kind_of(" ".join(str(c) for c in cells[at:end]))
    return Caption(kind, tuple(cells[at:end])) if kind else None


def _bare(cells: Sequence[Piece], at: int) -> Caption | None:
    """A caption without an opening parenthesis; it ends with a colon, a parenthesis or its own line."""
    for end in range(at, min(at + 4, len(cells))):
        cell = str(cells[end])
        if end > at and (cell[0] in "([" or cells[end].line - cells[end - 1].line > 2):
            break
        colon = cell.find(":")
        if colon >= 0:
            kind = kind_of(" ".join(str(c) for c in cells[at:end]) + " " + cell[:colon])
            rest = cells[end].sub(colon + 1, len(cell)).strip()
            return Caption(kind, tuple(cells[at : end + 1]), rest if str(rest) else None) if kind else None
        if cell.endswith((")", "]")):
            kind = kind_of(" ".join(str(c) for c in cells[at : end + 1]))
            return Caption(kind, tuple(cells[at : end + 1])) if kind else None
    return _plain(cells, at)


def _plain(cells: Sequence[Piece], at: int) -> Caption | None:
    """A caption without parenthesis or colon: one line, or two that only together say what they name."""
    end = at + 1
    while end < len(cells) and end < at + 4 and str(cells[end])[:1].islower():
        end += 1
    words = " ".join(str(c) for c in cells[at:end])
    if _COMPLETE.search(words):
        kind = kind_of(words)
        return Caption(kind, tuple(cells[at:end])) if kind else None
    if end == at + 1 < len(cells) and len(str(cells[end])) < 30 and cells[end].line == cells[at].line + 1:
        words = f"{words} {cells[end]}"
        kind = kind_of(words)
        return Caption(kind, tuple(cells[at : end + 1])) if kind and _COMPLETE.search(words) else None
    return None


def is_sentence(piece: Piece) -> bool:
    """Is this one of the form's own sentences?"""
    text = str(piece)
    if _SENTENCE.match(text) or len(text) > _LIMIT:
        return True
    if len(text) > _PROSE and text.count(" ") > 18 and not _PLAN.search(text):
        return True
    if text.count(" ") <= 5 or text[:1] == "(" or not _VERB.search(text):
        return False
    return copies_caption(piece) is None and _COPIES_OPEN.match(text) is None
