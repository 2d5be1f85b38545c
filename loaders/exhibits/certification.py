"""Exhibits 31 and 32: an officer's certification of a report.

::

    I, Ann B. Carver, certify that: 1. I have reviewed this annual report on Form 10-K of Orley Foods, Inc.; ...

    In connection with the Quarterly Report of Orley Foods, Inc. on Form 10-Q for the period ended March 31, 2003 ...,
    I, Ann B. Carver, Chief Executive Officer of the Company, certify, pursuant to 18 U.S.C. Section 1350, ...

    Date: May 2, 2003            /s/ Ann B. Carver
                                 Ann B. Carver, Chief Executive Officer

One record a person who certifies; the name is the printed one, the titles those at the signature and in the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..dates import find_dates
from ..evidence import cite
from ..names import clean_name, looks_like_person, parse_name
from ..organizations import is_organization
from ..records import Capacity, Certification, CertificationKind, Problem
from ..span import Piece, Text
from ..titles import is_title, read_titles
from .signers import Signer, date_near, find_signers

_I = re.compile(
    r"\bI,?\s{1,6}(?P<name>[A-Z][^\n,;:]{2,50}?(?:\s*\n\s*[A-Z][\w.'’-]+)?(?:,?\s+(?:Jr|Sr)\.?|,?\s+I{2,3}"
    r"|,?\s+IV)?)(?:\s*,|\s+(?=(?:hereby\s+)?certify\b))"
    r"(?P<rest>[^;:]{0,400}?)(?=\bcertif(?:y|ies)\b|\band\s+I,|\bstate\s+and\s+attest)",
)
_906 = re.compile(r"\b1350\b|section\s+906|fully\s+complies", re.I)
_302 = re.compile(r"have\s+reviewed\s+(?:this|the)|13a-14|15d-14|section\s+302", re.I)
_FORM = re.compile(r"\bform\s+(?P<form>(?:10|20|40|11|6)-?[KQFD](?:SB|405|T)?(?:\s?/\s?A)?)\b", re.I)
_PERIOD = re.compile(
    r"\b(?:period|year|quarter|months|fiscal\s+year|half|\d{4})\s+end(?:ed|ing)\b\s*:?\s*(?:on\s+)?", re.I
)
_REACH = 500


@dataclass(frozen=True, slots=True)
class _Statement:
    name: Piece
    titles: Piece | None
    start: int


def read_certifications(text: Text, exhibit: str) -> tuple[tuple[Certification, ...], tuple[Problem, ...]]:
    """The certifications of an Exhibit 31 or 32 (before 2003 of an Exhibit 99), one a person."""
    kind = _kind(text.chars, exhibit)
    if kind is None:
        return (), ()
    statements = list(_statements(text))
    signers = [s for s in find_signers(text) if _names_somebody(s.name)]
    found = tuple(_paired(text, statements, signers, kind, exhibit))
    if not found:
        first = next(
            (Piece(text, s, s + len(line)) for s, line in zip(text.starts, text.lines, strict=True) if line.strip()),
            None,
        )
        why = "The certification names nobody in words that could be read."
        return (), (Problem("certification-unread", f"exhibit {exhibit}", why, cite("name", first) if first else ()),)
    return found, ()


def is_certification(text: Text) -> bool:
    """Is an Exhibit 99 of 2002 or 2003 a certification?"""
    head = text.chars[:3000]
    return bool(_906.search(head) or "13a-14" in head) and bool(re.search(r"\bcertif(?:y|ies)\b", head, re.I))


def _kind(chars: str, exhibit: str) -> CertificationKind | None:
    if exhibit.startswith("31"):
        return CertificationKind.SECTION_302
    if exhibit.startswith("32"):
        return CertificationKind.SECTION_906
    if _906.search(chars):
        return CertificationKind.SECTION_906
    return CertificationKind.SECTION_302 if _302.search(chars) else None


def _statements(text: Text) -> Iterator[_Statement]:
    for match in text.find(_I):
        name = text.at(match, "name").strip(" ,\n")
        if _names_somebody(name.words):
            rest = text.at(match, "rest").strip(" ,\n")
            yield _Statement(name, rest if is_title(_office(rest.words)) else None, match.start())


def _names_somebody(words: str) -> bool:
    """Who says "I" is a person, even one whose name is a word of the page (Ann Page)."""
    if looks_like_person(words):
        return True
    parts = words.replace(".", "").split()
    return (
        2 <= len(parts) <= 4
        and all(p.isalpha() and p[0].isupper() for p in parts)
        and not is_organization(words)
        and not is_title(words)
    )


def _office(words: str) -> str:
    """The office before ``of the Company``; of two who certify together, the first's."""
    return re.split(r"\s+of\s+(?!the\s+board)(?:the\s+)?[A-Z]|,?\s+and\s+I\b", words, maxsplit=1)[0].strip(" ,")


def _paired(
    text: Text, statements: list[_Statement], signers: list[Signer], kind: CertificationKind, exhibit: str
) -> Iterator[Certification]:
    """Each statement with the signature of the same person; signatures without one where nobody says "I"."""
    left = list(signers)
    for i, said in enumerate(statements):
        until = next((s.start for s in statements[i + 1 :] if s.start - said.start > _REACH), len(text.chars))
        same = [s for s in left if _same(s.name, said.name.words)]
        signer = same[0] if same else None
        if signer is not None:
            left.remove(signer)
        yield _certification(text, said, signer, kind, exhibit, Piece(text, said.start, until))
    for signer in left:
        yield _certification(text, None, signer, kind, exhibit, Piece(text, 0, len(text.chars)))


def _same(one: str, two: str) -> bool:
    a, b = parse_name(one), parse_name(two)
    return a.family.casefold() == b.family.casefold() and a.given[:1].casefold() == b.given[:1].casefold()


def _certification(
    text: Text, said: _Statement | None, signer: Signer | None, kind: CertificationKind, exhibit: str, part: Piece
) -> Certification:
    name = said.name if said else (signer.printed or signer.mark) if signer else part
    evidence = cite("name", name)
    capacities: tuple[Capacity, ...] = ()
    if signer is not None:
        capacities = signer.capacities
        evidence += cite("name", signer.printed or signer.mark) if said else ()
        evidence += cite("capacities", *signer.titles)
    if said is not None and said.titles is not None:
        office = _office(str(said.titles))
        capacities += tuple(
            c
            for c in read_titles(" ".join(office.split()))
            if c.title.casefold() not in {k.title.casefold() for k in capacities}
        )
        evidence += cite("capacities", said.titles.sub(0, max(1, len(office))))
    day = date_near(text, signer, text.line_at(part.start)) if signer else None
    evidence += cite("date", day[1]) if day else ()
    form, period = _report(text, part)
    evidence += cite("form", form) if form else ()
    evidence += cite("period", period[1]) if period else ()
    return Certification(
        name=clean_name(name.words),
        kind=kind,
        capacities=capacities,
        date=day[0] if day else None,
        form=re.sub(r"\s", "", str(form)).upper() if form else None,
        period=period[0] if period else None,
        exhibit=exhibit,
        evidence=evidence,
    )


def _report(text: Text, part: Piece) -> tuple[Piece | None, tuple[str, Piece] | None]:
    """The report that is certified: its form, and the end of its period where that is said beside."""
    low = max(0, part.start - _REACH)
    form = next(text.find(_FORM, part.start, part.end), None) or next(text.find(_FORM, low, part.end), None)
    near = next(text.find(_FORM, low, part.start), None)
    form = (
        near
        if near is not None and part.start - near.start() < _REACH and "In connection" in text.chars[low : near.start()]
        else form
    )
    if form is None:
        return None, None
    ended = _PERIOD.search(text.chars, form.end(), form.end() + 200) or _PERIOD.search(
        text.chars, max(0, form.start() - 200), form.start()
    )
    dates = find_dates(Piece(text, ended.end(), min(len(text.chars), ended.end() + 40))) if ended else ()
    return text.at(form, "form"), dates[0] if dates else None
