"""The status of a row and its reference: words of the row first, then its columns, its marks, the list's opening.

::

    4.01   Articles   10-K   1-2049   3.1                        the columns make a reference
    10.1   Plan (1)        (1) Incorporated by reference to ...  the legend of a mark does
    99.1   Press release   "The following exhibits are furnished herewith:"
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..dates import parse_date
from ..records import ExhibitReference, ExhibitStatus
from ..span import Piece
from .layout import Cell
from .listing import Listing
from .reference import file_number, names_several, read_reference
from .status import of_words, within

_IN_WORDS = re.compile(r"\(?\s*(?:exhibit|ex\.?)\s+(?:no\.?\s*)?(?P<number>\d[\w.\-]*(?:\(\w+\))*)\s*\)?", re.I)
_FURNISHES = re.compile(
    r"(?:\bfollowing\b|\bexhibits?\s+(?:is|are)?\s*(?:listed|set\s+forth)\s+below\b)"
    r"(?:(?!\bexcept\b).){0,80}\bfurnished\b"
    r"|shall not be deemed (?:to be )?.filed",
    re.I | re.S,
)
_ALL_INCORPORATED = re.compile(
    r"(?:^|\.\s+)\W*(?:the\s+following\s+)?exhibits?\b[^.;:*]{0,160}?\bincorporated\s+(?:herein\s+|hereby\s+)?by\s+reference\W*$",
    re.I,
)
_NOT_ALL = re.compile(
    r"\b(?:or|herewith|hereto|attached|part\s+of|indicated|marked|designated|noted|denoted|asterisk|except|certain|some)\b",
    re.I,
)
_BLANK = re.compile(r"(?:[-–—_.]+|n/?a)$", re.I)  # what fills a column that says nothing
_A_FILING = re.compile(  # a column that only names one: "Form 10-K (File No. 1-2217) filed March 15, 2019, Ex. 3.1"
    r"(?:(?:annual|quarterly|current)\s+report\s+on\s+)?(?:form\s+(?:SB?-|F-|10|8|20|40|6|11)|registration\s+statement\b"
    r"|(?:definitive\s+)?proxy\s+statement\b)(?!.*\bto\s+be\s+filed\b).*\b(?:filed|dated|file\s+no|registration\s+no)\b",
    re.I,
)
_AT_PAGE = re.compile(
    r"\b(?:included|contained|set\s+forth|appears?|appearing|found|see|reference\s+is\s+made\s+to)\s+(?:(?:on|at|in)\s+)?page\s+(?:[A-Z]{1,3}-)?\d{1,3}"
    r"(?!\s+(?:of|to|in)\b(?!\s+this\b))",
    re.I,
)
_POWER = re.compile(r"\W*(?:\w+\s+){0,2}powers?\s+of\s+attorney\b", re.I)
_LAST_BRACKET = re.compile(r"\((?:[^()]|\([^()]*\))*\)\W*$")
RANK = (
    ExhibitStatus.IN_OTHER_EXHIBIT,
    ExhibitStatus.ON_SIGNATURE_PAGE,
    ExhibitStatus.INCORPORATED_BY_REFERENCE,
    ExhibitStatus.PREVIOUSLY_FILED,
    ExhibitStatus.TO_BE_FILED_BY_AMENDMENT,
    ExhibitStatus.OMITTED,
    ExhibitStatus.FURNISHED,
    ExhibitStatus.FILED_HEREWITH,
    ExhibitStatus.UNKNOWN,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    status: ExhibitStatus
    pieces: tuple[Piece, ...] = ()
    reference: ExhibitReference | None = None


def judge(
    description: list[Piece], columns: list[tuple[Cell, Piece]], marks: list[str], listing: Listing, line: int
) -> Verdict:
    """The status: words of the row first, then its columns, then the legend of its marks, then the list's prose.

    ``line``: that of the row's number.
    """
    words = " ".join(p.words for p in description)
    inside = within(words)
    if inside:
        return Verdict(inside[0], tuple(description))
    placed = next((p for p in (*description, *(p for _, p in columns)) if _AT_PAGE.search(p.words)), None)
    if placed is not None and _POWER.match(words):
        return Verdict(ExhibitStatus.ON_SIGNATURE_PAGE, (placed,))  # a power on one of our own pages is signed there
    said = of_words(words)
    tabled = _from_columns(columns)
    herewith = tabled is not None and tabled.status is ExhibitStatus.FILED_HEREWITH
    if said and not (herewith and said[0] is ExhibitStatus.FURNISHED):  # "Certification furnished pursuant to ..."
        return _from_words(said[0], words, tuple(description))
    if tabled and tabled.reference and tabled.reference != ExhibitReference():
        return tabled
    noted = _as_indicated(_from_legend(marks, listing), description)
    if tabled and noted and tabled.status is ExhibitStatus.FILED_HEREWITH and noted.status is ExhibitStatus.FURNISHED:
        return noted  # a note says more of its row than the column that all documents of the filing share
    if tabled and not (noted and noted.reference and tabled.status is ExhibitStatus.INCORPORATED_BY_REFERENCE):
        return tabled
    return noted or tabled or _below_words(listing, line, words) or _by_default(listing)


def _from_words(status: ExhibitStatus, words: str, pieces: tuple[Piece, ...]) -> Verdict:
    """A verdict on words; what was filed before with a report that is named is incorporated."""
    if status is ExhibitStatus.PREVIOUSLY_FILED and "incorporated" in words.casefold():
        reference, _ = read_reference(words)
        if reference.form or reference.file_number:
            return Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, pieces, reference)
    if status is not ExhibitStatus.INCORPORATED_BY_REFERENCE:
        return Verdict(status, pieces)
    return Verdict(status, pieces, read_reference(words)[0])


def _from_columns(columns: list[tuple[Cell, Piece]]) -> Verdict | None:
    by_kind: dict[Cell, list[Piece]] = {}
    for kind, piece in columns:
        if kind is not Cell.PAGE and not _BLANK.match(piece.words):
            by_kind.setdefault(kind, []).append(piece)
    manner = by_kind.get(Cell.MANNER, [])
    words = " ".join(p.words for p in manner)
    said = of_words(words) if words else None
    if said and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return _from_words(said[0], words, tuple(manner))
    if _A_FILING.match(words):
        return Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, tuple(manner), read_reference(words)[0])
    if Cell.HEREWITH in by_kind and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return Verdict(ExhibitStatus.FILED_HEREWITH, tuple(by_kind[Cell.HEREWITH]))
    if Cell.FURNISHED in by_kind and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return Verdict(ExhibitStatus.FURNISHED, tuple(by_kind[Cell.FURNISHED]))
    parts = {k: " ".join(p.words for p in v) for k, v in by_kind.items()}
    told = tuple(
        p for k in (Cell.FORM, Cell.FILE, Cell.EXHIBIT, Cell.DATE, Cell.INCORPORATED) for p in by_kind.get(k, ())
    )
    if Cell.FORM in parts or Cell.FILE in parts or Cell.INCORPORATED in parts:
        return _tabled(parts, told)
    return None


def _tabled(parts: dict[Cell, str], told: tuple[Piece, ...]) -> Verdict:
    """The reference that the columns make together; words in the form's column are read as words."""
    form = parts.get(Cell.FORM, "")
    said = of_words(form) if form else None
    if said and said[0] is not ExhibitStatus.INCORPORATED_BY_REFERENCE:
        return Verdict(said[0], told)
    read = read_reference(("Form " if form[:1].isdigit() or form[:1] in "SF" else "") + form)[0]
    name = read.form or (form.split("(")[0].strip() or None)
    number = file_number("No. " + parts[Cell.FILE]) if Cell.FILE in parts else read.file_number
    day = parts.get(Cell.DATE)
    reference = ExhibitReference(
        name,
        number or parts.get(Cell.FILE) or read.file_number,
        (parse_date(day) or day) if day else read.date,
        _numbered(parts.get(Cell.EXHIBIT)) or read.exhibit,
    )
    return Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, told, reference)


def _numbered(cell: str | None) -> str | None:
    """The number in the cell of an exhibit; words around it are left out: ``(Exhibit 1.1)``."""
    found = _IN_WORDS.fullmatch(cell or "")
    return found["number"] if found else cell


def _from_legend(marks: list[str], listing: Listing) -> Verdict | None:
    verdicts = []
    apart = [m[0] for mark in marks if mark not in listing.legend for m in re.finditer(r"([^\w\s])\1*", mark)]
    for mark in [*marks, *apart]:
        pieces = listing.legend.get(mark)
        if pieces is None:
            continue
        words = " ".join(p.words for p in pieces)
        said = of_words(words)
        if said:
            verdicts.append(_from_words(_legendary(said[0], words), words, tuple(pieces)))
    return min(verdicts, key=lambda v: RANK.index(v.status), default=None)


def _as_indicated(noted: Verdict | None, description: list[Piece]) -> Verdict | None:
    """A legend that says "incorporated by reference": of which of its places, the brackets that end the row tell."""
    if noted is None or noted.reference is None:
        return noted
    found = _LAST_BRACKET.search(" ".join(p.words for p in description))
    own = read_reference(found[0])[0] if found else ExhibitReference()
    if not (own.form or own.file_number):
        return noted
    told = noted.reference
    if names_several(" ".join(p.words for p in noted.pieces)):
        told = replace(told, date=None)  # it may be the other filing's
    if own.form in (None, told.form):  # "(S-1, Exhibit 3.1)", where the legend says which Form S-1
        own = ExhibitReference(
            told.form, own.file_number or told.file_number, own.date or told.date, own.exhibit or told.exhibit
        )
    return replace(noted, reference=own, pieces=(*noted.pieces, *description[-1:]))


def _legendary(status: ExhibitStatus, words: str) -> ExhibitStatus:
    """A legend that begins with one status and goes on with another means the first (``To be filed ... and "
    "incorporated``)."""
    if re.match(r"\W*(?:to|will)\s+be\s+filed", words, re.I):
        return ExhibitStatus.TO_BE_FILED_BY_AMENDMENT
    return status


def _below_words(listing: Listing, line: int, words: str) -> Verdict | None:
    """Rows below words that say of all of them that they are incorporated (``Exhibits Incorporated by Reference``)."""
    over = [p for p in listing.prose if p.line < line]
    rows = bisect_left(listing.rows, over[-1].line, key=lambda row: row.place.line) if over else 0
    between = listing.rows[rows - 1].place.line if rows else -1
    said = tuple(p for p in over if p.line > between)
    told = " ".join(p.words for p in said)
    if not _ALL_INCORPORATED.search(told) or _NOT_ALL.search(told):
        return None
    return Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, said, read_reference(words)[0])


def _by_default(listing: Listing) -> Verdict:
    """Without mark or words: filed herewith, or furnished where the list's opening says so of all."""
    prose = listing.prose[:12]
    if _FURNISHES.search(" ".join(p.words for p in prose)):
        return Verdict(ExhibitStatus.FURNISHED, tuple(prose[:1]))
    return Verdict(ExhibitStatus.FILED_HEREWITH)
