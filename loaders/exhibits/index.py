"""The exhibit index of a main document: every row once, with its status and where it was filed before.

An index given twice (Item 8 and a page of its own) is merged by number; the longer description holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..dates import parse_date
from ..records import Evidences, Exhibit, ExhibitReference, ExhibitStatus, cite
from ..scan import lowered, places
from ..span import Piece, Text
from .grammar import MARK, mark_key
from .layout import Cell
from .lists import read_lists
from .reference import file_number, general_file_number, read_reference
from .rows import Listing, Row
from .status import of_words, within

_FINAL_MARK = re.compile(
    rf"\s*(?P<mark>\((?:{MARK}|\d{{1,2}}|[A-Za-z])\)|{MARK}(?:\s*,?\s*{MARK})*)(?P<dot>\s*\.?)\s*$"
)
_SMALL = frozenset(["of", "the", "and", "a", "an", "to", "in", "by", "for", "form", "as", "registrant", "company"])
_LEADING_MARK = re.compile(r"\s*(?P<mark>\((?:\d{1,2}|[A-Za-z])\))\s+(?=\S)")
_NUMBER_MARK = re.compile(r"\((\d{1,2})\)$")
_FURNISHES = re.compile(r"\bfollowing\b.{0,80}\bfurnished\b|shall not be deemed (?:to be )?.filed", re.I | re.S)
_NOT_DEEMED = re.compile(r"\bExhibits?\b[^.]{0,240}\bnot\s+(?:be\s+)?deemed\s+(?:to\s+be\s+)?[\"“']?filed", re.I)
_PERIODIC = re.compile(r"10-?[KQ]|8-?K", re.I)
_RANK = (
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
class _Verdict:
    status: ExhibitStatus
    pieces: tuple[Piece, ...] = ()
    reference: ExhibitReference | None = None


def read_exhibit_index(text: Text, filed_types: tuple[str, ...] = ()) -> tuple[Exhibit, ...]:
    """The exhibits that the main document lists; ``filed_types`` are the TYPEs of the submission's documents."""
    merged: dict[str, list[Exhibit]] = {}
    furnished = _not_filed(text)
    for listing in read_lists(text):
        general = _general(listing)
        here: dict[str, list[Exhibit]] = {}
        for row in listing.rows:
            exhibit = _exhibit(row, listing, general)
            if furnished and _is_default(exhibit) and exhibit.number.startswith("99"):
                evidence = exhibit.evidence + cite("status", furnished)
                exhibit = replace(exhibit, status=ExhibitStatus.FURNISHED, evidence=evidence)
            _put(here, exhibit, 0.99)
        for exhibits in here.values():
            for exhibit in exhibits:
                _put(merged, exhibit, 0.5)
    return tuple(exhibit for exhibits in merged.values() for exhibit in exhibits)


def _not_filed(text: Text) -> Piece | None:
    """Where the text says that the exhibit is furnished, not filed (``Exhibit 99 shall not be deemed "filed"``)."""
    for at in places(lowered(text.chars), "deemed"):
        found = _NOT_DEEMED.search(text.chars, max(0, at - 320), at + 60)
        if found:
            return text.at(found)
    return None


def _is_default(exhibit: Exhibit) -> bool:
    return exhibit.status is ExhibitStatus.FILED_HEREWITH and not any(e.field == "status" for e in exhibit.evidence)


def _put(merged: dict[str, list[Exhibit]], exhibit: Exhibit, alike: float) -> None:
    """Add an exhibit, or merge it into one of the same number whose description shares enough words."""
    known = merged.setdefault(_key(exhibit.number), [])
    for i, other in enumerate(known):
        if _shared(other.description, exhibit.description) >= alike:
            known[i] = _merge(other, exhibit)
            return
    known.append(exhibit)


def _shared(one: str, two: str) -> float:
    """The share of the words of the shorter text that the longer has, too."""
    a, b = (set(re.findall(r"\w+", text.casefold())) - _SMALL for text in (one, two))
    return len(a & b) / max(1, min(len(a), len(b)))


def _key(number: str) -> str:
    return re.sub(r"[^a-z\d]+", ".", number.casefold()).strip(".")


def _general(listing: Listing) -> str | None:
    """A file number for all rows of the list, from its prose or from within a description."""
    for pieces in (listing.prose, *listing.legend.values(), *(row.description for row in listing.rows)):
        words = " ".join(p.words for p in pieces)
        found = general_file_number(words) if "under" in words or "File" in words else None
        if found:
            return found
    return None


def _exhibit(row: Row, listing: Listing, general: str | None) -> Exhibit:
    number, marks = _number(row, listing)
    description, final = _strip_marks(row.description, listing)
    leading = _LEADING_MARK.match(str(description[0])) if description else None
    if leading and leading["mark"] in listing.legend:
        final = [*final, leading["mark"]]
        description[0] = description[0].sub(leading.end(), len(str(description[0])))
    columns, more = _strip_columns(row, listing)
    verdict = _judge(description, columns, [*marks, *final, *more], listing)
    reference = verdict.reference
    if reference and general and not reference.file_number and _PERIODIC.match(reference.form or ""):
        reference = replace(reference, file_number=general)
    evidence: Evidences = cite("number", row.place) + cite("description", *description)
    if verdict.pieces:
        evidence += cite("status", *verdict.pieces)
        if reference:
            evidence += cite("reference", *verdict.pieces)
    words = " ".join(p.words for p in description)
    return Exhibit(number, words, verdict.status, reference, evidence)


def _number(row: Row, listing: Listing) -> tuple[str, list[str]]:
    """The number without a footnote's number, and the marks about it."""
    marks = [mark_key(str(piece)) for piece in row.marks]
    found = _NUMBER_MARK.search(row.number)
    if found and found.start() and found[0] in listing.legend:
        return row.number[: found.start()], [*marks, found[0]]
    return row.number, marks


def _strip_marks(pieces: tuple[Piece, ...], listing: Listing) -> tuple[list[Piece], list[str]]:
    """The pieces without the footnote marks after the last, and those marks."""
    kept, marks = list(pieces), []
    while kept:
        found = _FINAL_MARK.search(str(kept[-1]))
        if found is None:
            break
        mark = mark_key(found["mark"])
        if mark.strip("()").isalnum() and mark not in listing.legend:
            break
        marks += [mark_key(m) for m in re.split(r"[\s,]+", mark)] if not mark.strip("()").isalnum() else [mark]
        kept[-1] = kept[-1].sub(0, found.start())
        if not str(kept[-1]).strip():
            kept.pop()
    return kept, marks


def _strip_columns(row: Row, listing: Listing) -> tuple[list[tuple[Cell, Piece]], list[str]]:
    columns, marks = [], []
    for kind, piece in row.columns:
        kept, found = _strip_marks((piece,), listing)
        marks += found
        columns += [(kind, k) for k in kept]
    return columns, marks


def _judge(description: list[Piece], columns: list[tuple[Cell, Piece]], marks: list[str], listing: Listing) -> _Verdict:
    """The status: words of the row first, then its columns, then the legend of its marks, then the list's prose."""
    words = " ".join(p.words for p in description)
    inside = within(words)
    if inside:
        return _Verdict(inside[0], tuple(description))
    said = of_words(words)
    if said:
        return _from_words(said[0], words, tuple(description))
    tabled = _from_columns(columns)
    if tabled and tabled.reference and tabled.reference != ExhibitReference():
        return tabled
    noted = _from_legend(marks, listing)
    if tabled and not (noted and noted.reference and tabled.status is ExhibitStatus.INCORPORATED_BY_REFERENCE):
        return tabled
    return noted or tabled or _by_default(listing)


def _from_words(status: ExhibitStatus, words: str, pieces: tuple[Piece, ...]) -> _Verdict:
    """A verdict on words; what was filed before with a report that is named is incorporated."""
    if status is ExhibitStatus.PREVIOUSLY_FILED and "incorporated" in words.casefold():
        reference, _ = read_reference(words)
        if reference.form or reference.file_number:
            return _Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, pieces, reference)
    if status is not ExhibitStatus.INCORPORATED_BY_REFERENCE:
        return _Verdict(status, pieces)
    return _Verdict(status, pieces, read_reference(words)[0])


def _from_columns(columns: list[tuple[Cell, Piece]]) -> _Verdict | None:
    by_kind: dict[Cell, list[Piece]] = {}
    for kind, piece in columns:
        if kind is not Cell.PAGE:
            by_kind.setdefault(kind, []).append(piece)
    manner = by_kind.get(Cell.MANNER, [])
    words = " ".join(p.words for p in manner)
    said = of_words(words) if words else None
    if said and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return _from_words(said[0], words, tuple(manner))
    if Cell.HEREWITH in by_kind and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return _Verdict(ExhibitStatus.FILED_HEREWITH, tuple(by_kind[Cell.HEREWITH]))
    if Cell.FURNISHED in by_kind and not (by_kind.keys() & {Cell.FORM, Cell.FILE}):
        return _Verdict(ExhibitStatus.FURNISHED, tuple(by_kind[Cell.FURNISHED]))
    parts = {k: " ".join(p.words for p in v) for k, v in by_kind.items()}
    told = tuple(
        p for k in (Cell.FORM, Cell.FILE, Cell.EXHIBIT, Cell.DATE, Cell.INCORPORATED) for p in by_kind.get(k, ())
    )
    if Cell.FORM in parts or Cell.FILE in parts or Cell.INCORPORATED in parts:
        return _tabled(parts, told)
    return None


def _tabled(parts: dict[Cell, str], told: tuple[Piece, ...]) -> _Verdict:
    """The reference that the columns make together; words in the form's column are read as words."""
    form = parts.get(Cell.FORM, "")
    said = of_words(form) if form else None
    if said and said[0] is not ExhibitStatus.INCORPORATED_BY_REFERENCE:
        return _Verdict(said[0], told)
    read = read_reference(("Form " if form[:1].isdigit() or form[:1] in "SF" else "") + form)[0]
    name = read.form or (form.split("(")[0].strip() or None)
    number = file_number("No. " + parts[Cell.FILE]) if Cell.FILE in parts else read.file_number
    day = parts.get(Cell.DATE)
    reference = ExhibitReference(
        name,
        number or parts.get(Cell.FILE) or read.file_number,
        (parse_date(day) or day) if day else read.date,
        parts.get(Cell.EXHIBIT) or read.exhibit,
    )
    return _Verdict(ExhibitStatus.INCORPORATED_BY_REFERENCE, told, reference)


def _from_legend(marks: list[str], listing: Listing) -> _Verdict | None:
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
    return min(verdicts, key=lambda v: _RANK.index(v.status), default=None)


def _legendary(status: ExhibitStatus, words: str) -> ExhibitStatus:
    """A legend that begins with one status and goes on with another means the first (``To be filed ... and "
    "incorporated``)."""
    if re.match(r"\W*(?:to|will)\s+be\s+filed", words, re.I):
        return ExhibitStatus.TO_BE_FILED_BY_AMENDMENT
    return status


def _by_default(listing: Listing) -> _Verdict:
    """Without mark or words: filed herewith, or furnished where the list's opening says so of all."""
    prose = listing.prose[:12]
    if _FURNISHES.search(" ".join(p.words for p in prose)):
        return _Verdict(ExhibitStatus.FURNISHED, tuple(prose[:1]))
    return _Verdict(ExhibitStatus.FILED_HEREWITH)


def _merge(one: Exhibit, two: Exhibit) -> Exhibit:
    """One exhibit of two listings: the longer description, the status that says more, the fuller reference."""
    longer, other = (two, one) if len(two.description) > len(one.description) else (one, two)
    first, second = sorted((one, two), key=lambda e: (_RANK.index(e.status), -_fullness(e.reference)))
    evidence = longer.evidence
    if first is not longer:
        evidence += tuple(e for e in first.evidence if e.field in ("status", "reference"))
    reference = first.reference or (second.reference if second.status is first.status else None)
    return Exhibit(
        one.number if len(one.number) >= len(two.number) else two.number,
        longer.description,
        first.status,
        reference,
        evidence + tuple(e for e in other.evidence if e.field == "number"),
    )


def _fullness(reference: ExhibitReference | None) -> int:
    if reference is None:
        return -1
    return sum(part is not None for part in (reference.form, reference.file_number, reference.date, reference.exhibit))
