"""Exhibit 24: who grants a power of attorney to whom, when, and for which forms.

::

    KNOW ALL BY THESE PRESENTS, that the undersigned hereby constitutes and appoints each of Ann B. Carver and
    J. W. Martin ... attorneys-in-fact ... to execute ... Forms 3, 4 and 5 ...
    IN WITNESS WHEREOF, ... executed as of April 24, 2017.
    By: /s/ Roy F. Stane

    The individuals who are authorized to act as my Attorney-In-Fact under this Power are as follows:
    Ann B. Carver
    J. W. Martin

A document may hold several powers one after the other; whoever signs before the next begins grants the one above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..dates import find_dates
from ..evidence import Evidence, Evidences, cite
from ..names import clean_name, looks_like_person
from ..records import Mode, PowerOfAttorney, Problem, Signature
from ..signatures.attorneys import read_appointment
from ..signatures.pages import Kind, find_parts
from ..span import Piece, Text
from .signers import find_signers

_LISTED = re.compile(
    r"\battorneys?[\s-]+in[\s-]+fact\b[^.:]{0,160}(?:as\s+follows|listed\s+below|are|following)\s*:[^\S\n]*\n", re.I
)
_FORMS = re.compile(
    r"\bforms?\s+(?P<list>(?:ID|[A-Z]{1,2}-\d{1,2}|\d{1,2}-[A-Z]{1,3}|\d{1,3})(?:/A)?\b(?:(?:,?\s+(?:and|or)\s+"
    r"|,\s*)(?:forms?\s+)?(?:ID\b|[SF]-\d{1,2}|\d{1,2}-[A-Z]{1,3}|\d{1,3}\b))*)",
    re.I,
)
_FORM = re.compile(r"ID\b|\d{1,2}-[A-Z]{1,3}|[A-Z]{1,2}-\d{1,2}|\d{1,3}", re.I)
_DATED = re.compile(
    r"\b(?:executed|dated?|this|as\s+of|signed|effective|hand|on)\W*(?:on|as\s+of|this|the"
    r"|\s)*$",
    re.I,
)
_RESOLVED = re.compile(r"\bRESOLVED\b")
_REACH = 2500  # characters in which a power says what for


@dataclass(frozen=True, slots=True)
class _Grant:
    power: PowerOfAttorney
    start: int


def read_powers(
    text: Text, exhibit: str, rows: tuple[Signature, ...]
) -> tuple[tuple[PowerOfAttorney, ...], tuple[Problem, ...]]:
    """The powers of an Exhibit 24; ``rows`` are those that the reader of signature pages finds in it."""
    grants = sorted([*_appointments(text), *_lists(text)], key=lambda g: g.start)
    if not grants:
        if not re.search(r"\battorneys?[\s-]+in[\s-]+fact\b|power\s+of\s+attorney", text.chars, re.I):
            return (), ()
        first = next(text.line(n) for n, line in enumerate(text.lines) if line.strip())
        why = "The power of attorney appoints nobody in words that could be read."
        return (), (Problem("power-unread", f"exhibit {exhibit}", why, cite("attorneys", first)),)
    bounds = [g.start for g in grants[1:]] + [len(text.chars)]
    powers = tuple(_granted(text, grant, end, exhibit, rows) for grant, end in zip(grants, bounds, strict=True))
    why = "Nobody who signs the power of attorney could be read."
    lost = tuple(
        Problem("grantor-unread", f"exhibit {exhibit}", why, p.evidence[:1])
        for p in powers
        if not p.grantors and "RESOLVED" not in text.chars
    )
    return powers, lost


def _appointments(text: Text) -> Iterator[_Grant]:
    for part in find_parts(text):
        if part.kind is Kind.APPOINTMENT and (power := read_appointment(part.attestation)) is not None:
            yield _Grant(power, part.attestation.start)


def _lists(text: Text) -> Iterator[_Grant]:
    """Attorneys on lines of their own below a sentence that announces them."""
    for match in text.find(_LISTED):
        people: list[Piece] = []
        for number in range(text.line_at(match.end()), len(text.lines)):
            line = text.line(number).strip()
            if str(line) and not looks_like_person(line.words):
                break
            people += [line] if str(line) else []
        if people:
            names = tuple(dict.fromkeys(clean_name(p.words) for p in people))
            yield _Grant(PowerOfAttorney(names, evidence=cite("attorneys", *people)), match.start())


def _granted(text: Text, grant: _Grant, end: int, exhibit: str, rows: tuple[Signature, ...]) -> PowerOfAttorney:
    power = grant.power
    if _RESOLVED.search(text.chars, max(0, grant.start - 400), grant.start + 400):
        return replace(power, exhibit=exhibit)  # a board's resolution: the officer who certifies it grants nothing
    signers = [s for s in find_signers(text, grant.start, end) if looks_like_person(s.name)]
    names = tuple(dict.fromkeys(s.name for s in signers))
    evidence = power.evidence + cite("grantors", *(s.printed or s.mark for s in signers))
    if not names:
        low, high = text.span(grant.start, end).start, text.span(grant.start, end).end
        signed = [(r, e) for r in rows for e in r.evidence if e.field == "name" and low <= e.span.start < high]
        names = tuple(dict.fromkeys(r.name for r, _ in signed))
        evidence += _grantors(e for _, e in signed)
    last = text.starts[signers[0].line] if signers else end
    day = _day(text, grant.start, last, signers[-1].last if signers else text.line_at(end - 1))
    evidence += cite("date", day[1]) if day else ()
    forms, cited = _forms(text, grant.start, min(end, grant.start + _REACH))
    return replace(
        power, grantors=names, exhibit=exhibit, date=day[0] if day else None, forms=forms, evidence=evidence + cited
    )


def _day(text: Text, start: int, last: int, line: int) -> tuple[str, Piece] | None:
    """The day of the grant: the last one before the signature that is said to be so, one below it, one at the top."""
    stop = text.starts[min(line + 4, len(text.lines) - 1)]
    inside = find_dates(Piece(text, start, max(start + 1, min(last + 200, stop))))
    said = [d for d in inside if _DATED.search(text.chars[max(0, d[1].start - 40) : d[1].start])]
    below = [d for d in find_dates(Piece(text, last, max(last + 1, stop))) if d not in said]
    top = [d for d in find_dates(Piece(text, 0, max(1, start))) if len(text.lines[d[1].line].strip()) < 40]
    return next(iter(list(reversed(said)) or below or top), None)


def _forms(text: Text, start: int, end: int) -> tuple[tuple[str, ...], Evidences]:
    found: dict[str, None] = {}
    pieces = []
    for match in text.find(_FORMS, start, end):
        pieces.append(text.at(match, "list"))
        found.update(dict.fromkeys(form.upper() for form in _FORM.findall(match["list"])))
    return tuple(found), cite("forms", *pieces)


def _grantors(places: Iterator[Evidence]) -> Evidences:
    return tuple(Evidence("grantors", e.span, e.quote) for e in places)


def with_grantors(powers: tuple[PowerOfAttorney, ...], rows: tuple[Signature, ...]) -> tuple[PowerOfAttorney, ...]:
    """The powers of a signature page with those who grant them: who sign below, up to the next one."""
    starts = [min((e.span.start for e in p.evidence), default=0) for p in powers]
    out = []
    for power, start, end in zip(powers, starts, [*starts[1:], *([None] if starts else [])], strict=True):
        signed = [
            (row, place)
            for row in rows
            for place in row.evidence[:1]
            if row.mode is Mode.SELF and start < place.span.start and (end is None or place.span.start < end)
        ]
        own = [(row, place) for row, place in signed if row.on_behalf_of is None] or signed
        places = _grantors(place for _, place in own)
        names = tuple(dict.fromkeys(row.name for row, _ in own))
        out.append(power if power.grantors else replace(power, grantors=names, evidence=power.evidence + places))
    return tuple(out)
