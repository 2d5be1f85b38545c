"""The signature pages of a document read as a whole."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import Alternative, Mode, PowerOfAttorney, Problem, Signature, cite
from ..span import Piece, Text
from .attestation import signed_on
from .attorneys import by_signing, grid_office, is_attorney, read_appointment
from .finish import Attorney, Scene, attorney_of, make_row, merge
from .inline import read_inline
from .lines import cut_lines
from .pages import MOST_LINES, Kind, Part, find_parts
from .people import plain
from .prose import prose_lines
from .rows import Gatherer
from .slots import Gathered, whole_date


@dataclass(frozen=True, slots=True)
class SignaturePages:
    """The rows of a document's signature pages in order, and the powers of attorney granted on them."""

    signatures: tuple[Signature, ...] = ()
    powers_of_attorney: tuple[PowerOfAttorney, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    part: Part
    gathered: Gathered
    attorneys: tuple[Attorney, ...]


def read_signatures(text: Text, registrants: tuple[str, ...], filing_date: str | None) -> SignaturePages:
    """Rows and powers of attorney of ``text``; ``registrants`` are the names the cover or header gives."""
    parts = find_parts(text)
    known = frozenset(plain(name) for name in registrants)
    read = [_read(text, part, known) for part in parts]
    rows: list[Signature] = []
    for page in _pages(read):
        rows += _rows(page, registrants, known)
    for one in read:
        rows = _two_dates(one, rows)
    powers = tuple(p for part in parts if part.kind is Kind.APPOINTMENT and (p := read_appointment(part.attestation)))
    return SignaturePages(tuple(rows), powers, tuple(_endless(parts) + _problems(rows)))


def _read(text: Text, part: Part, known: frozenset[str]) -> _Read:
    prose = prose_lines(text, part.first, part.last)
    gathered = read_inline(text, part.first, part.last)
    if gathered is None or not gathered.slots:
        gathered = Gatherer(part.kind, known, cut_lines(text, part.first, part.last, prose)).gather()
    else:
        tail = gathered.slots[-1].line + 4
        later = Gatherer(part.kind, known, cut_lines(text, min(tail, part.last), part.last, prose)).gather()
        gathered.slots += [s for s in later.slots if is_attorney(s)]
    attorneys = [a for s in gathered.slots if (a := attorney_of(s)) is not None]
    for paragraph in {p.start: p for p in prose.values()}.values():
        named = by_signing(paragraph)
        office = grid_office(paragraph)
        for slot in gathered.slots if office is not None else ():
            if slot.typed and not slot.titles and slot.heading is None:
                slot.heading = office
        if named is not None and not attorneys:
            attorneys.append(
                Attorney(named.words, "*" if str(paragraph).strip().startswith("*") else "", named.line, named)
            )
    return _Read(part, gathered, tuple(attorneys))


def _pages(read: list[_Read]) -> list[list[_Read]]:
    """The parts of one registrant's pages together: a new page at each registrant's part that follows persons'."""
    pages: list[list[_Read]] = []
    for one in read:
        fresh = one.part.kind is Kind.REGISTRANT and (not pages or any(r.part.kind is Kind.PERSONS for r in pages[-1]))
        if fresh or not pages:
            pages.append([])
        pages[-1].append(one)
    return pages


def _rows(page: list[_Read], registrants: tuple[str, ...], known: frozenset[str]) -> list[Signature]:
    attorneys = tuple(a for r in page for a in r.attorneys)
    page_date: tuple[str, Piece] | None = None
    out: list[Signature] = []
    for one in page:
        own = one.attorneys or attorneys
        scene = Scene(one.part, one.gathered, own, registrants, known, page_date)
        for slot in one.gathered.slots:
            if not is_attorney(slot):
                row = make_row(slot, scene)
                out += [row] if row is not None else []
        if one.part.kind is Kind.REGISTRANT and page_date is None:
            dated = [d for s in one.gathered.slots if (d := whole_date(s))]
            said = signed_on(one.part.attestation)
            page_date = (
                (dated[0][0], dated[0][1][0])
                if dated
                else said or (one.gathered.dates[0] if one.gathered.dates else None)
            )
    return merge(out)


def _endless(parts: tuple[Part, ...]) -> list[Problem]:
    """Pages that were left off after the most lines that are read of one."""
    why = f"of this page of signatures {MOST_LINES} lines were read, the rest was not"
    return [
        Problem("page-too-long", "signatures", why, cite("page", part.attestation))
        for part in parts
        if part.last - part.first == MOST_LINES
    ]


def _problems(rows: list[Signature]) -> list[Problem]:
    lost = [r for r in rows if r.mode is Mode.BY_ATTORNEY and r.attorney is None]
    return [
        Problem("attorney-unknown", "signatures", f"{r.name} is starred, but no attorney signs below", r.evidence[:1])
        for r in lost
    ]


def _two_dates(one: _Read, rows: list[Signature]) -> list[Signature]:
    """The rows; a registrant's that are dated otherwise in their own lines than in the sentence above with both."""
    said = signed_on(one.part.attestation) if one.part.kind is Kind.REGISTRANT else None
    if said is None:
        return rows
    own = [d for slot in one.gathered.slots if not is_attorney(slot) and (d := whole_date(slot))]
    own += [(iso, (piece,)) for iso, piece in one.gathered.dates[:1]]
    places = {(iso, piece.span) for iso, pieces in own for piece in pieces if iso != said[0]}
    other = Alternative("date", said[0], "the sentence above the signature says so", cite("value", said[1]))
    return [
        replace(row, alternatives=(other,))
        if any(e.field == "date" and (row.date, e.span) in places for e in row.evidence)
        else row
        for row in rows
    ]


__all__ = ["SignaturePages", "cite", "read_signatures"]
