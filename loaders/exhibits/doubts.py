"""Rows of an exhibit list that can be read in two ways, each way said.

::

    10.1*   Employment agreement                     a star that no legend explains: filed with this report, or before
    23.1    Consent of Vane, Moor & Orley            accountants or counsel: neither the name nor the row says
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..firms import name_at, strings_text
from ..organizations import is_audit_firm, is_expert, is_law_firm, same_firm
from ..records import Auditor, Counsel, CounselCapacity, Evidence, Exhibit, ExhibitStatus, Problem
from ..span import Text
from .listed import CONSENT_OF, letter_of, major_of

AMBIGUOUS = "ambiguous"
_SAYS = re.compile(
    r"\b(?:counsel|attorneys?|legal|solicitors|advocates|law|auditors?|accountants?|accounting|accountancy"
    r"|independent|registered|opinion|engineers?|actuar\w+|apprais\w+|valuation|nominees?|persons?)\b",
    re.I,
)
_FIRMS_OWN = frozenset({CounselCapacity.OPINION, CounselCapacity.COPIES_TO, CounselCapacity.LEGAL_MATTERS})


def unexplained(marked: dict[str, list[Exhibit]]) -> tuple[Problem, ...]:
    """What is said of the exhibits whose mark no legend explains, a problem for each mark."""
    return tuple(
        Problem(
            AMBIGUOUS,
            "exhibits",
            f"{_numbers(exhibits)} marked {mark}, which no legend explains: read as "
            f"{ExhibitStatus.FILED_HEREWITH.value}, or else {ExhibitStatus.INCORPORATED_BY_REFERENCE.value}",
            tuple(Evidence("what", e.span, e.quote) for x in exhibits for e in x.evidence if e.field == "number"),
        )
        for mark, exhibits in marked.items()
    )


def _numbers(exhibits: list[Exhibit]) -> str:
    numbers = list(dict.fromkeys(exhibit.number for exhibit in exhibits))
    if len(numbers) == 1:
        return f"Exhibit {numbers[0]} is"
    return f"Exhibits {', '.join(numbers[:-1])} and {numbers[-1]} are"


def unclear_firms(
    exhibits: tuple[Exhibit, ...],
    attached: tuple[tuple[str, Text], ...],
    auditors: tuple[Auditor, ...],
    counsel: tuple[Counsel, ...],
) -> Iterator[Problem]:
    """The firms whose consent is listed and that are accountants or counsel as far as their words go."""
    for exhibit in exhibits:
        words = exhibit.description
        found = CONSENT_OF.search(words) if major_of(exhibit.number) == 23 else None
        piece = name_at(strings_text(words), found.end()) if found else None
        if piece is None or exhibit.status is ExhibitStatus.IN_OTHER_EXHIBIT:
            continue
        name = piece.words
        told = is_audit_firm(name) or is_expert(name) or _SAYS.search(words) or not is_law_firm(name)
        if told or letter_of(exhibit.number, attached) is not None or _known(name, counsel):
            continue
        taken = "an auditor's" if any(same_firm(name, a.firm) for a in auditors) else "counsel's"
        other = "counsel's" if taken == "an auditor's" else "an auditor's"
        yield Problem(
            AMBIGUOUS,
            "exhibits",
            f"The consent of {name} (Exhibit {exhibit.number}) is read as {taken}, or else {other}: no word says which",
            tuple(Evidence("what", e.span, e.quote) for e in exhibit.evidence if e.field == "description"),
        )


def _known(name: str, counsel: tuple[Counsel, ...]) -> bool:
    return any(same_firm(name, c.firm) and _FIRMS_OWN & set(c.capacities) for c in counsel)
