"""Forms 3, 4 and 5 as text (before 2003) or as the web page made of the XML: owner, issuer, ticks, signature.

    1. Name and Address of Reporting Person        6. Relationship of Reporting Person(s) to Issuer
       Doe, John H.                                   (X) Director ( ) 10% Owner (X) Officer (give title below)
    2. Issuer Name and Ticker or Trading Symbol           President

The header names owners and issuer with their CIKs; the form adds the ticks and the office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..cover.drafts import Draft, Printed, finished, of_party
from ..dates import parse_date
from ..elements import Element
from ..header import Header
from ..records import Evidences, Problem, Registrant, Relationship, Signature, cite
from ..span import Piece, Text
from ..titles import is_title
from .blocks import CELL, block, caption_in
from .filers import same_name
from .related import Related, titles_of
from .signed import detailed_signature

_HEADING = re.compile(
    r"statement\s+of\s+changes\s+(?:in|of)\s+beneficial\s+ownership|initial\s+statement\s+of\s+beneficial\s+ownership",
    re.I,
)
_KIND = re.compile(r"\bFORM\s+(?P<form>[345])\b", re.I)
_NAME = re.compile(r"1\s?[.)]\s*name\s+and\s+address\s+of\s+reporting\s+person(?:\(?s\)?)?\*?", re.I)
_ISSUER = re.compile(r"\d\s?[.)]\s*issuer\s+name\s+and\s+ticker(?:\s+or\s+trading\s+symbol)?", re.I)
_RELATION = re.compile(r"\d\s?[.)]\s*relationship\s+of\s+reporting\s+person(?:\(s\)|s)?(?:\s+to\s+issuer)?", re.I)
_SIGNED = re.compile(r"\*{0,2}\s?signature\s+of\s+reporting(?:\s+person(?:\(s\))?|(?=\s{3,}date|[ \t]*$))", re.I | re.M)
_NEXT = re.compile(r"(?:\d{1,2}\s?[.)A]\s|\(last\)|\(street\)|table\s+i\b|form\s+filed\s+by)", re.I)
_POWER = re.compile(r"(?:as\s+)?attorney[- ]in[- ]fact\b", re.I)
_TICKER = re.compile(r"\s*(?:[\[(][\s\w./:-]{1,24}[\])]|[-\u2013,;]+\s*[A-Z.]{1,6})\s*$")
# "Chief Executive Officer" and "Managing Director" are offices: no option follows a word
_OPTION = re.compile(
    r"(?P<director>(?<![a-z]{2} )\bdirectors?\b)"
    r"|(?P<ten_percent_owner>\b(?:10|ten)\s?(?:%|percent)\s*(?:beneficial\s+)?(?:owners?|holders?)\b)"
    r"|(?P<officer>(?<![a-z]{2} )\bofficer\b(?!\s+of\b)(?:\s*\(give\s+title(?:\s+below)?\)?)?)"
    r"|(?P<other>\bother\b(?:\s*\(specify(?:\s+title)?(?:\s+below)?\)?)?)"
    r"|(?P<mark>(?<![\[(/|_])[\[(/|_]*+\s?(?:(?<![a-z])x(?![a-z])|[☒☑þý√✓✔])\s?[\])/|_]*)",
    re.I,
)
_NOISE = re.compile(
    r"\(?check\s+(?:all\s+|any\s+)?(?:applicable|appropriate)[^)]*\)?|\(?(?:give\s+title|specify)(?:\s+(?:title\s+)?below)?\)?|\bbelow\)"
    r"|\bto\s+issuer\b|[\[(]\s*[\])]|[☐¨_]+",
    re.I,
)
_FLAGS = ("director", "officer", "ten_percent_owner", "other")


def is_ownership_text(text: Text) -> bool:
    """Whether a document is a Form 3, 4 or 5 by its heading and its relationship box."""
    head = text.chars[: text.starts[80]] if len(text.starts) > 80 else text.chars
    return bool(_HEADING.search(head) and _RELATION.search(text.chars))


def read_ownership_text(text: Text, owners: Sequence[Relationship], header: Header | None) -> Related:
    """What a Form 3, 4 or 5 in text says; ``owners`` are those of the header, which stand alone where it has no box."""
    head = text.chars[: text.starts[30]] if len(text.starts) > 30 else text.chars
    kind = _KIND.search(head)
    printed = _printed(text)
    relation = _relation(text)
    people = _merged(tuple(owners), printed, relation)
    problems: tuple[Problem, ...] = ()
    if not people:
        problems += (Problem("no-owner", f"document {text.document}", "The ownership form names no reporting owner."),)
    if relation is None:
        why = "The form has no relationship box, or none that can be read."
        problems += (Problem("no-relationship-box", f"document {text.document}", why),)
    return Related(
        form_type=kind["form"] if kind else None,
        registrants=_issuer(text, header),
        relationships=people,
        signatures=_signature(text, people[:1]),
        evidence=cite("form_type", text.at(kind, "form")) if kind else (),
        problems=problems,
    )


def _printed(text: Text) -> Relationship | None:
    """The owner as the form prints it."""
    cell = _name_cell(text)
    return Relationship(cell.words, evidence=cite("name", cell)) if cell else None


def _name_cell(text: Text) -> Piece | None:
    """The first line below the name's caption: its parts may stand apart (``Doe`` / ``John`` / ``H.``)."""
    caption = caption_in(text, _NAME)
    cells = list(block(text, caption, _NEXT)) if caption else []
    first = [cell for cell in cells if cell.line == cells[0].line]
    return Piece(text, first[0].start, first[-1].end) if first else None


def _issuer(text: Text, header: Header | None) -> tuple[Registrant, ...]:
    companies = tuple(p for p in header.parties if p.role in ("ISSUER", "SUBJECT-COMPANY")) if header else ()
    caption = caption_in(text, _ISSUER)
    cell = next(block(text, caption, _NEXT), None) if caption else None
    if cell is None:
        return tuple(of_party(party) for party in companies)
    ticker = _TICKER.search(str(cell))
    name = cell.sub(0, ticker.start()).strip() if ticker and ticker.start() else cell
    return (finished(Draft(Printed(name.words, (name,)), None, None), companies, 1),)


def _relation(text: Text) -> Relationship | None:
    """The ticks and the office of the relationship box, the owner left blank; None where there is no box to read."""
    caption = caption_in(text, _RELATION)
    if caption is None:
        return None
    lines: dict[int, list[Piece]] = {}
    for cell in block(text, caption, _NEXT):
        lines.setdefault(cell.line, []).append(cell)
    seen, held, evidence, rest = False, set[str](), Evidences(), list[Piece]()
    for cells in lines.values():
        line = Piece(text, cells[0].start, cells[-1].end)
        found = list(_OPTION.finditer(str(line)))
        options = [match for match in found if match.lastgroup != "mark"]
        seen = seen or bool(options)
        for mark in (match for match in found if match.lastgroup == "mark"):
            option = min(options, key=lambda o: _gap(mark, o), default=None)
            if option is not None:
                held.add(str(option.lastgroup))
                evidence += cite(str(option.lastgroup), line.group(mark), line.group(option))
        rest += _leftover(line)
    if not seen:
        return None
    office = next((piece for piece in rest if is_title(piece.words)), None) if held & {"officer", "other"} else None
    return Relationship(
        owner="",
        director="director" in held,
        officer="officer" in held,
        ten_percent_owner="ten_percent_owner" in held,
        other="other" in held,
        titles=titles_of(office.words) if office else (),
        evidence=evidence + (cite("titles", office) if office else ()),
    )


def _gap(mark: re.Match[str], option: re.Match[str]) -> tuple[int, int]:
    """How far an option is from a tick; of two as far, the one behind it: the official form has its boxes first."""
    after = option.start() >= mark.end()
    return (option.start() - mark.end(), 0) if after else (mark.start() - option.end(), 1)


def _leftover(line: Piece) -> list[Piece]:
    """The cells of a line that are neither options nor ticks nor instructions."""
    blanked = str(line)
    for noise in (_NOISE, _OPTION):
        blanked = noise.sub(lambda match: " " * len(match[0]), blanked)
    return [
        line.sub(match.start(), match.end()) for match in CELL.finditer(blanked) if re.search(r"[A-Za-z]{2}", match[0])
    ]


def _merged(
    owners: tuple[Relationship, ...], printed: Relationship | None, relation: Relationship | None
) -> tuple[Relationship, ...]:
    """The header's owners, the one that the form is about with its ticks; the printed owner for want of a header."""
    if not owners:
        owners = (printed,) if printed else ()
        printed = owners[0] if owners else None
    about = [owner for owner in owners if printed and same_name(owner.owner, printed.owner)] or list(owners[:1])
    if relation is None or (len(about) != 1):
        return owners
    flags = {flag: getattr(about[0], flag) or getattr(relation, flag) for flag in _FLAGS}
    evidence = about[0].evidence + relation.evidence
    full = replace(about[0], titles=relation.titles, evidence=evidence, **flags)
    return tuple(full if owner is about[0] else owner for owner in owners)


def _signature(text: Text, owners: Sequence[Relationship]) -> tuple[Signature, ...]:
    """The signature by its caption: the line with ``/s/`` next to it, or else the cell above it."""
    caption = caption_in(text, _SIGNED)
    if caption is None:
        return ()
    near = [number for number in range(caption.line - 3, caption.line + 5) if 0 <= number < len(text.lines)]
    near.sort(key=lambda number: abs(number - caption.line))
    cells = [cell for number in near for cell in _cells(text, number) if "/s/" in str(cell).lower()]
    if not cells:
        above = [cell for cell in _cells(text, caption.line - 1) if cell.column < caption.column + len(str(caption))]
        cells = [cell for cell in above if re.search(r"[A-Za-z]{2}", str(cell)) and not parse_date(cell.words)]
    if not cells:
        return ()
    line = _whole(cells[0])
    dates = [cell for number in near for cell in _cells(text, number) if parse_date(_undated(cell).words)]
    dates.sort(key=lambda cell: abs(cell.line - line.line))
    day = _element(_undated(dates[0])) if dates else None
    person = _owner_element(text, owners)
    power = _power_below(text, line)
    return (detailed_signature(_element(line), power, day, person, inverted=True),)


def _power_below(text: Text, signed: Piece) -> Element | None:
    """``Attorney-in-Fact for`` / ``John H. Doe``, under the signature that an attorney gave."""
    below = [cell for number in range(signed.line + 1, signed.line + 8) for cell in _cells(text, number)]
    for i, cell in enumerate(below):
        if not _POWER.match(str(cell)):
            continue
        named = below[i + 1] if str(cell).rstrip().endswith(("for", "of")) and i + 1 < len(below) else None
        return _element(Piece(text, cell.start, named.end) if named is not None else cell)
    return None


def _cells(text: Text, number: int) -> list[Piece]:
    if not 0 <= number < len(text.lines):
        return []
    return [text.piece(number, m.start(), m.end()) for m in CELL.finditer(text.lines[number])]


def _whole(cell: Piece) -> Piece:
    """The cell, with the name that stands a gap behind a lone ``/s/``."""
    if str(cell).strip().lower() != "/s/":
        return cell
    line = cell.text.line(cell.line)
    return Piece(cell.text, cell.start, line.end).strip()


def _undated(cell: Piece) -> Piece:
    label = re.match(r"\s*dated?\s*[:.]?\s*", str(cell), re.I)
    return cell.sub(label.end(), len(str(cell))) if label else cell


def _element(piece: Piece) -> Element:
    span = piece.span
    return Element(span.document, piece.text.source, "", span.start, span.end)


def _owner_element(text: Text, owners: Sequence[Relationship]) -> Element | None:
    """The owner's name where the form itself prints it: the principal of an attorney who does not name him."""
    cell = _name_cell(text) if owners else None
    return _element(cell) if cell else None
