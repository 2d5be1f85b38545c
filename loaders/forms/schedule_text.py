"""Schedules 13D and 13G as text or HTML (1993-2024): the title page, and a record a cover page.

The signatures and the exhibits of a schedule are read by the readers of all forms.
"""

from __future__ import annotations

import re
from typing import Any

from ..cover.drafts import Draft, Printed, finished, of_party
from ..header import Header
from ..names import clean_name
from ..records import BeneficialOwner, Evidences, Problem, Registrant, SubjectSecurity, cite
from ..span import Piece, Text
from .figures import located
from .filers import identified
from .related import Related
from .schedule_rows import FIGURES, CoverPage, Row, cover_pages, words_of
from .title_page import TitlePage, read_title_page

_FIELDS = dict(
    zip(
        FIGURES,
        ("sole_voting", "shared_voting", "sole_dispositive", "shared_dispositive", "aggregate", "percent"),
        strict=True,
    )
)
_CODES = re.compile(r"(?<![A-Za-z&.])(?:BD|BK|IC|IV|IA|EP|HC|SA|CP|CO|PN|IN|FI|OO)(?![A-Za-z&])")
_NUMBER = re.compile(
    r"(?<![\s,;(])[\s,;(]*+(?:\bI\.?\s?R\.?\s?S\.?\b|\bS\.?\s?S\.?\s(?:#|No)|\bSocial Security\b|\bTax I\.?D"
    r"|\bE\.?I\.?N\b|\bIdentification No|#{2,3}-#{2}"
    r"|(?<![\d-])\d{2}-\d{7}(?!\d)|(?<![\d-])\d{3}-\d{2}-\d{4}(?!\d)|(?<![\d-])\d{9}(?!\d)|\(entities only\)).*$",
    re.I,
)
_NO_NAME = re.compile(r"\W*(?:n/?a|none|not applicable)?\W*", re.I)
_FOOTNOTE = re.compile(r"(?<!\s)\s*+(?:\(\d{1,2}\)|\*+)\s*$")
_NO_PLACE = re.compile(r"\W*(?:n/?a|none|not applicable|see\b.*)?\W*$", re.I)
_LETTER_OR_BOX = re.compile(
    r"\(?(?<![a-z])(?P<letter>[ab])\)|(?P<ticked>[☒☑þý√✓⌧✔]|(?<![a-z])x(?![a-z]))|(?P<open>[☐¨□❑]|(?<![a-z])o(?![a-z])|\[[\s_]*\]|/\s*/|\|_*\||_{2,})",
    re.I,
)
_UNNAMED = "The cover page names no reporting person."


def read_schedule_text(text: Text, header: Header | None) -> Related:
    """What a Schedule 13D or 13G in text says, signatures apart; ``header`` gives CIKs and, for want, the issuer."""
    title = read_title_page(text)
    pages = cover_pages(text)
    owners: list[BeneficialOwner] = []
    problems: tuple[Problem, ...] = ()
    for number, page in enumerate(pages, 1):
        owner = _owner(page)
        if owner:
            owners.append(owner)
        else:
            problems += (Problem("no-reporting-person", f"cover page {number}", _UNNAMED),)
    if not pages:
        why = "The schedule has no cover page with the rows of a reporting person."
        problems = (Problem("no-reporting-person", f"document {text.document}", why),)
    return Related(
        form_type=title.form_type,
        period=title.event,
        registrants=_issuer(title, header),
        beneficial_owners=identified(owners, header.parties if header else ()),
        subject_securities=_security(title),
        evidence=title.evidence,
        problems=problems + title.problems,
    )


def _issuer(title: TitlePage, header: Header | None) -> tuple[Registrant, ...]:
    companies = tuple(p for p in header.parties if p.role in ("SUBJECT-COMPANY", "ISSUER")) if header else ()
    if title.issuer:
        return (finished(Draft(Printed(words_of(title.issuer), tuple(title.issuer)), None, None), companies, 1),)
    return tuple(of_party(party) for party in companies)


def _security(title: TitlePage) -> tuple[SubjectSecurity, ...]:
    if not title.security:
        return ()
    cited = cite("title", *title.security) + tuple(e for piece in title.cusips.values() for e in cite("cusips", piece))
    return (SubjectSecurity(words_of(title.security), tuple(title.cusips), cited),)


def _owner(page: CoverPage) -> BeneficialOwner | None:
    named = _name(page)
    if named is None:
        return None
    name, pieces = named
    evidence = cite("name", *pieces)
    place = _place(page)
    evidence += cite("citizenship", *place)
    types = [
        (match[0], piece.group(match)) for piece in page.first(Row.TYPE)[:2] for match in _CODES.finditer(str(piece))
    ]
    evidence += tuple(e for _, piece in types for e in cite("types", piece))
    group = _group(page)
    evidence += cite("group", group[1]) if group else ()
    figures, cited = _figures(page)
    return BeneficialOwner(
        name=name,
        cik=None,
        citizenship=words_of(place) or None,
        types=tuple(dict.fromkeys(code for code, _ in types)),
        group=group[0] if group else None,
        evidence=evidence + cited,
        **figures,
    )


def _name(page: CoverPage) -> tuple[str, list[Piece]] | None:
    """The person's name: the first lines by the caption that are no tax number, up to a gap."""
    pieces: list[Piece] = []
    for piece in page.lines(Row.NAME):
        bare = _without_number(piece)
        if _NO_NAME.fullmatch(str(bare)):
            if pieces:
                break
            continue
        pieces.append(bare)
        if bare.end < piece.end:
            break
    name = clean_name(words_of(pieces)) if pieces else ""
    return (name, pieces) if name else None


def _without_number(piece: Piece) -> Piece:
    words = str(piece)
    match = _NUMBER.search(words)
    bare = piece.sub(0, match.start()) if match else piece
    footnote = _FOOTNOTE.search(str(bare))
    return (bare.sub(0, footnote.start()) if footnote else bare).strip()


def _place(page: CoverPage) -> list[Piece]:
    """The lines of the citizenship or place of organization; a name of two lines is rare, a note below is not."""
    lines = [piece for piece in page.first(Row.CITIZENSHIP)[:2] if not _NO_PLACE.fullmatch(str(piece))]
    kept = lines[:2] if len(lines) == 2 and str(lines[0]).rstrip().endswith((",", " of", " and")) else lines[:1]
    return [_without_number(piece) for piece in kept]


def _figures(page: CoverPage) -> tuple[dict[str, Any], Evidences]:
    values: dict[str, Any] = {}
    evidence: Evidences = ()
    for row, field in _FIELDS.items():
        for piece in page.lines(row):
            found = located(str(piece))
            if found:
                values[field], start, end = found
                evidence += cite(field, piece.sub(start, end))
                break
            if piece.words:
                break  # words that are no number, "See Item 5": what stands below them is no answer
    return values, evidence


def _group(page: CoverPage) -> tuple[str, Piece] | None:
    """The letter whose box is ticked, and its place; None where neither is, or both are."""
    ticked: dict[str, Piece] = {}
    letter: str | None = None
    box: Piece | None = None  # a ticked box that stands before its letter
    first: bool | None = None  # whether boxes stand before their letters
    for piece in page.lines(Row.GROUP):
        for match in _LETTER_OR_BOX.finditer(str(piece)):
            place = piece.group(match)
            if match["letter"]:
                first = False if first is None else first
                letter = match["letter"].lower()
                if first and box is not None:
                    ticked[letter] = box
                box = None
                continue
            first = True if first is None else first
            if match["ticked"] and first:
                box = place
            elif match["ticked"] and letter:
                ticked[letter] = place
    return next(iter(ticked.items())) if len(ticked) == 1 else None
