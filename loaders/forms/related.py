"""What the XML forms that name people say, in one shape: issuer, people in roles, signatures."""

from __future__ import annotations

from dataclasses import dataclass

from ..elements import Element
from ..numbers import canonical_cik
from ..records import Capacity, Problem, Registrant, Relationship, Signature
from ..titles import read_titles

_NOTHING = frozenset({"", "n/a", "na", "none", ".", "-", "--", "*"})


@dataclass(frozen=True, slots=True)
class Related:
    """A form's issuers, the people related to them, and its signatures. Dates ISO."""

    form_type: str | None = None
    period: str | None = None
    registrants: tuple[Registrant, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    signatures: tuple[Signature, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_true(words: str) -> bool:
    """Forms write flags as ``1`` or ``true``."""
    return words.strip().lower() in {"1", "true", "y", "yes"}


def stated(words: str) -> str | None:
    """The words, or None for the placeholders that people put into required fields (``N/A``, ``None``, ``.``)."""
    return None if words.strip().lower() in _NOTHING else words


def titles_of(words: str) -> tuple[str, ...]:
    """The single titles of a title field, as printed."""
    return tuple(capacity.title for capacity in capacities_of(words))


def capacities_of(words: str) -> tuple[Capacity, ...]:
    """The single titles of a title field with their roles; none for a placeholder."""
    words = words.replace('"', "").strip()
    return read_titles(words) if stated(words) else ()


def registrant(name: Element | None, cik: Element | None, jurisdiction: Element | None = None) -> Registrant | None:
    """The issuer from its elements; None where it has no name."""
    if name is None or not stated(name.words):
        return None
    evidence = name.cite("name")
    evidence += cik.cite("cik") if cik else ()
    evidence += jurisdiction.cite("jurisdiction") if jurisdiction else ()
    return Registrant(
        name.words,
        canonical_cik(cik.words) if cik else None,
        (stated(jurisdiction.words) if jurisdiction else None),
        evidence=evidence,
    )
