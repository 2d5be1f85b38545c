"""The rows of a cover page of Schedule 13D or 13G in text: captions, and what stands by each.

    1. NAMES OF REPORTING PERSONS
       Invented Capital LP
    2. CHECK THE APPROPRIATE BOX IF A MEMBER OF A GROUP      (a) [ ]  (b) [X]
    ...
     NUMBER OF    5. SOLE VOTING POWER       0
      SHARES      6. SHARED VOTING POWER
    BENEFICIALLY     233,990
    ...
    12. TYPE OF REPORTING PERSON    PN, IA

What stands by a caption is all up to the next caption, whatever the columns: without the words of the box at the left
("NUMBER OF SHARES BENEFICIALLY OWNED BY EACH REPORTING PERSON WITH"), and without the number of the next row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ..span import Piece, Text


class Row(Enum):
    """What a caption of a cover page asks for."""

    NAME = auto()
    GROUP = auto()
    USE = auto()
    SOURCE = auto()
    LEGAL = auto()
    CITIZENSHIP = auto()
    SOLE_VOTING = auto()
    SHARED_VOTING = auto()
    SOLE_DISPOSITIVE = auto()
    SHARED_DISPOSITIVE = auto()
    AGGREGATE = auto()
    EXCLUDES = auto()
    PERCENT = auto()
    TYPE = auto()


#: The rows by which a cover page is told from other text that names the same things.
FIGURES = (Row.SOLE_VOTING, Row.SHARED_VOTING, Row.SOLE_DISPOSITIVE, Row.SHARED_DISPOSITIVE, Row.AGGREGATE, Row.PERCENT)

_CAPTIONS = {
    Row.NAME: r"names? (?:and i\.?r\.?s\.? identification n\S+ )?of (?:the )?reporting persons?",
    Row.GROUP: r"check (?:the )?(?:appropriate )?box (?:if|whether) (?:the filing person is )?a member(?: of a group)?",
    Row.USE: r"sec use only",
    Row.SOURCE: r"sources? of funds",
    Row.LEGAL: r"check (?:the )?(?:box )?if (?:the )?disclosure of legal proceedings? is required",
    Row.CITIZENSHIP: r"citizenship or place(?: of(?: organi[sz]ation)?)?",
    Row.SOLE_VOTING: r"sole voting power",
    Row.SHARED_VOTING: r"shared voting power",
    Row.SOLE_DISPOSITIVE: r"sole dispositive power",
    Row.SHARED_DISPOSITIVE: r"shared dispositive power",
    Row.AGGREGATE: r"aggregate amount (?:of )?(?:shares )?beneficially owned"
    r"(?: by (?:each|the)(?: reporting persons?)?)?",
    Row.EXCLUDES: r"check (?:the )?(?:box )?if the aggregate amount in row \d+ excludes certain shares",
    Row.PERCENT: r"percent(?:age)? of class(?: represented(?: by(?: (?:the )?amounts? in(?: row \d+)?)?)?)?",
    Row.TYPE: r"types? of reporting persons?",
}
_BETWEEN = r"[\s().,:;*/\[\]|_]{1,60}?"  # the words of a caption may stand on two lines
_NUMBERS = (  # "S.S. OR I.R.S. IDENTIFICATION NOS. OF ABOVE PERSONS (ENTITIES ONLY)"
    r"(?:[\s./;,:*()&-]{0,60}(?:and\s+|or\s+)?(?:s\.?\s?s\.?|social\s+security|i\.?\s?r\.?\s?s\.?)"
    r"(?:[\s.,/]{0,8}(?:or|and|i\.?\s?r\.?\s?s\.?|s\.?\s?s\.?|employer|security))*"
    r"[\s.]{0,40}identification\s+(?:n\w+\.?(?:\(s\)\.?)?|numbers?)(?:\s+of\s+(?:the\s+)?above\s+person(?:s|\(s\))?)?"
    r"(?:\s*\(?entities\s+only\)?)?)?"
)
_INSTRUCTIONS = r"\)?(?:[\s.:*]{0,60}\(?\s?see\s+instructions?(?:\s+before\s+filling\s+out!?)?\s?\)?)?[*.:]{0,3}"


def _pattern(words: str) -> str:
    return words.replace(" ", _BETWEEN)


_CAPTION = re.compile(
    "|".join(
        rf"(?P<{row.name}>\b{_pattern(words)}(?:\(s\)|\b){_NUMBERS if row is Row.NAME else ''}{_INSTRUCTIONS})"
        for row, words in _CAPTIONS.items()
    ),
    re.I,
)
_BOX = re.compile(
    r"(?:\b(?:number|no|of|shares?|units?|beneficially|beneficial|owned|owner|ownership|by|each|reporting|persons?|with|the)\b"
    r"[.:,\s]?[ \t]*)+",
    re.I,
)
_NEXT_ROW = re.compile(r"(?:^|(?<=\s))[(\[|]?\s?(\d{1,2})\s?[.)\]|]{0,2}[\s|]*$")
_RULE = re.compile(r"[\s|+_=*\-\u2013\u2014\u2500-\u257f]*")
_EDGE = "|_ \t\u2502"
_NUMBERED = {  # the number of each row in Schedule 13G and in Schedule 13D
    row: {g, d}
    for row, g, d in (
        (Row.NAME, 1, 1), (Row.GROUP, 2, 2), (Row.USE, 3, 3), (Row.SOURCE, 4, 4), (Row.LEGAL, 5, 5),
        (Row.CITIZENSHIP, 4, 6), (Row.SOLE_VOTING, 5, 7), (Row.SHARED_VOTING, 6, 8), (Row.SOLE_DISPOSITIVE, 7, 9),
        (Row.SHARED_DISPOSITIVE, 8, 10), (Row.AGGREGATE, 9, 11), (Row.EXCLUDES, 10, 12), (Row.PERCENT, 11, 13),
        (Row.TYPE, 12, 14),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption, its place in ``chars``, and where what it asks for ends."""

    row: Row
    start: int
    end: int
    until: int
    next: Row | None


@dataclass(frozen=True, slots=True)
class CoverPage:
    """One cover page: its captions, one a row."""

    text: Text
    captions: tuple[Caption, ...]

    def lines(self, row: Row) -> list[Piece]:
        """The lines that stand by a row's caption, blank ones between them as pieces without words."""
        caption = next((c for c in self.captions if c.row is row), None)
        return _lines(self.text, caption) if caption else []

    def first(self, row: Row) -> list[Piece]:
        """The lines that stand by a row's caption, up to the first gap."""
        out: list[Piece] = []
        for piece in self.lines(row):
            if not str(piece).strip():
                if out:
                    break
                continue
            out.append(piece)
        return out


def cover_pages(text: Text) -> tuple[CoverPage, ...]:
    """The cover pages of a schedule, in order; one has most of the figures, other text that names the rows has not."""
    pages: list[list[Caption]] = []
    for caption in _captions(text):
        if caption.row is Row.NAME or not pages:
            pages.append([])
        if all(caption.row is not c.row for c in pages[-1]):
            pages[-1].append(caption)
    named = [page for page in pages if page[0].row is Row.NAME]
    return tuple(CoverPage(text, tuple(p)) for p in named if sum(c.row in FIGURES for c in p) > len(FIGURES) / 2)


def _captions(text: Text) -> Iterator[Caption]:
    found = [(Row[match.lastgroup or ""], match.start(), match.end()) for match in text.find(_CAPTION)]
    for at, (row, start, end) in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        until = following[1] if following else len(text.chars)
        yield Caption(row, start, end, until, following[0] if following else None)


def _lines(text: Text, caption: Caption) -> list[Piece]:
    until = caption.until
    if caption.next:
        until = _before_number(text.chars, caption.end, until, caption.next)
    pieces = _split(text, caption.end, until)
    return [] if not pieces else [_bare(piece, caption.row) for piece in pieces if not _is_rule(piece)]


def _before_number(chars: str, start: int, until: int, row: Row) -> int:
    """The end of what stands by a caption: the number of the next row, before that row's caption, is not part of it."""
    match = _NEXT_ROW.search(chars, max(start, until - 40), until)
    return match.start() if match and int(match[1]) in _NUMBERED[row] else until


def _split(text: Text, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start
    while at < end:
        stop = text.chars.find("\n", at, end)
        stop = end if stop < 0 else stop
        pieces.append(Piece(text, at, stop).strip(_EDGE))
        at = stop + 1
    return pieces


def _is_rule(piece: Piece) -> bool:
    words = str(piece)
    return bool(words.strip()) and _RULE.fullmatch(words) is not None and not re.fullmatch(r"\s*-\s*", words)


def _bare(piece: Piece, row: Row) -> Piece:
    """The line without the words of the box that stands left of the four powers."""
    if row not in (Row.CITIZENSHIP, *FIGURES[:4]):
        return piece
    match = _BOX.match(str(piece))
    if match is None:
        return piece
    gap = match[0][len(match[0].rstrip()) :]
    rest = piece.sub(match.end(), len(str(piece)))
    return rest.strip(_EDGE) if len(gap) > 1 or not str(rest).strip() else piece


def words_of(pieces: Sequence[Piece]) -> str:
    """The pieces' words in one line."""
    return " ".join(piece.words for piece in pieces if piece.words)
