"""Registration statements that an exhibit list names once and then by a short name.

::

    3.1   Articles [incorporated by reference to Exhibit 3.1 to Form S-1, No. 333-12345 (the "1997 S-1")]
    3.2   Bylaws [incorporated by reference to Exhibit 3.2 to the 1997 S-1]         was filed under 333-12345, too
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..records import Evidence, Exhibit, ExhibitReference, cite
from ..span import Piece
from .reference import read_reference

_DEFINES = re.compile(
    r"\(\s*(?:(?:collectively|hereinafter),?\s+)?(?:the\s+)?[\"“](?P<term>[^\"“”()]{3,60}?),?[\"”]\s*\)"
)
_NAMES = re.compile(r"\d|\b(?:registration|statement|form|report|filing|annual|quarterly)\b", re.I)  # and no company


@dataclass(frozen=True, slots=True)
class Term:
    """A short name, what it stands for, and where that is said."""

    name: str
    reference: ExhibitReference
    evidence: tuple[Evidence, ...]


def with_terms(exhibits: Iterable[Exhibit], prose: Iterable[Piece] = ()) -> tuple[Exhibit, ...]:
    """The exhibits; a reference without file number that uses a short name, with what the name stands for.

    ``prose``: the stretches of prose about the lists, which may define such names, too.
    """
    listed = tuple(exhibits)
    found = [*(t for e in listed for t in _defined(e)), *(t for stretch in prose for t in _told(stretch))]
    terms = sorted(found, key=lambda term: -len(term.name))
    return tuple(_filled(e, terms) for e in listed) if terms else listed


def _defined(exhibit: Exhibit) -> list[Term]:
    reference = exhibit.reference
    if reference is None or reference.file_number is None:
        return []
    evidence = tuple(e for e in exhibit.evidence if e.field == "reference")
    names = {found["term"] for found in _DEFINES.finditer(_words(exhibit)) if _NAMES.search(found["term"])}
    return [Term(name, reference, evidence) for name in sorted(names)]


def _told(stretch: Piece) -> list[Term]:
    """The short names that prose defines, each with the words before it: ``Form S-1, No. 33-45678 ("S-1")``."""
    out: list[Term] = []
    words, at = str(stretch), 0
    for found in _DEFINES.finditer(words):
        said = stretch.sub(max(at, found.start() - 400), found.end())
        reference, _ = read_reference(" ".join(words[max(at, found.start() - 400) : found.start()].split()))
        at = found.end()
        if reference.file_number and _NAMES.search(found["term"]):
            out.append(Term(" ".join(found["term"].split()), reference, cite("reference", said.strip())))
    return out


def _filled(exhibit: Exhibit, terms: list[Term]) -> Exhibit:
    reference = exhibit.reference
    if reference is None or reference.file_number is not None:
        return exhibit
    words = _words(exhibit)
    for term in terms:
        used = re.search(rf"(?:\bthe\s+|[\[(]\s*){re.escape(term.name)}\b(?!\s+(?:on|filed|\(|dated|for)\b)", words)
        meant = term.reference
        if used and reference.form in (None, meant.form):
            known = replace(
                reference, form=meant.form, file_number=meant.file_number, date=reference.date or meant.date
            )
            return replace(exhibit, reference=known, evidence=tuple(dict.fromkeys(exhibit.evidence + term.evidence)))
    return exhibit


def _words(exhibit: Exhibit) -> str:
    """What its row and the notes of its marks say."""
    notes = (e.quote for e in exhibit.evidence if e.field == "status")
    return " ".join(" ".join(dict.fromkeys((exhibit.description, *notes))).split())
