"""Rows of an exhibit list that can be read in two ways: the other way is kept beside the one that was taken.

::

    10.1*   Employment agreement                     a star that no legend explains: filed with this report, or before
    23.1    Consent of Vane, Moor & Orley            accountants or counsel: neither the name nor the row says
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..firms import name_at, strings_text
from ..organizations import is_audit_firm, is_expert, is_law_firm, same_firm
from ..records import (
    Alternative,
    Auditor,
    Counsel,
    CounselCapacity,
    Evidence,
    Exhibit,
    ExhibitStatus,
    cite,
)
from ..span import Piece, Text
from .listed import CONSENT_OF, letter_of, major_of

_SAYS = re.compile(
    r"\b(?:counsel|attorneys?|legal|solicitors|advocates|law|auditors?|accountants?|accounting|accountancy"
    r"|independent|registered|opinion|engineers?|actuar\w+|apprais\w+|valuation|nominees?|persons?)\b",
    re.I,
)
_FIRMS_OWN = frozenset({CounselCapacity.OPINION, CounselCapacity.COPIES_TO, CounselCapacity.LEGAL_MATTERS})


def unexplained(mark: str, place: Piece) -> Alternative:
    """The other status of an exhibit that is read as filed herewith; ``place``: its number in the list."""
    value = ExhibitStatus.INCORPORATED_BY_REFERENCE.value
    return Alternative("status", value, f"no legend explains {mark}", cite("why", place))


def without_attached(exhibits: tuple[Exhibit, ...], types: tuple[str, ...]) -> tuple[Exhibit, ...]:
    """The exhibits; the status of one that is a document of the submission (of ``types``: EX-10.1) is in no doubt."""
    numbers = {type_.upper().removeprefix("EX").lstrip("-") for type_ in types}
    return tuple(
        replace(exhibit, alternatives=()) if exhibit.alternatives and exhibit.number.upper() in numbers else exhibit
        for exhibit in exhibits
    )


def both_readings(
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    auditors: tuple[Auditor, ...],
    counsel: tuple[Counsel, ...],
) -> tuple[tuple[Auditor, ...], tuple[Counsel, ...]]:
    """The firms; one whose consent is listed and that no word calls accountants or counsel with both readings."""
    unclear = tuple(_unclear(exhibits, attached, counsel))
    of_auditors = tuple(replace(a, alternatives=_others(a.firm, "counsel", unclear)) for a in auditors)
    of_counsel = tuple(replace(c, alternatives=_others(c.firm, "auditor", unclear)) for c in counsel)
    return of_auditors, of_counsel


def _others(firm: str, kind: str, unclear: tuple[tuple[str, Exhibit], ...]) -> tuple[Alternative, ...]:
    exhibit = next((exhibit for name, exhibit in unclear if same_firm(name, firm)), None)
    if exhibit is None:
        return ()
    evidence = tuple(Evidence("why", e.span, e.quote) for e in exhibit.evidence if e.field == "description")
    return (Alternative("kind", kind, "neither its name nor the list says whose consent it is", evidence),)


def _unclear(
    exhibits: tuple[Exhibit, ...], attached: tuple[tuple[str, Text], ...], counsel: tuple[Counsel, ...]
) -> Iterator[tuple[str, Exhibit]]:
    for exhibit in exhibits:
        words = exhibit.description
        found = CONSENT_OF.search(words) if major_of(exhibit.number) == 23 else None
        piece = name_at(strings_text(words), found.end()) if found else None
        if piece is None or exhibit.status is ExhibitStatus.IN_OTHER_EXHIBIT:
            continue
        name = piece.words
        told = is_audit_firm(name) or is_expert(name) or _SAYS.search(words) or not is_law_firm(name)
        if not told and letter_of(exhibit.number, attached) is None and not _known(name, counsel):
            yield name, exhibit


def _known(name: str, counsel: tuple[Counsel, ...]) -> bool:
    return any(same_firm(name, c.firm) and _FIRMS_OWN & set(c.capacities) for c in counsel)
