"""What the XML forms that name people say, in one shape: issuer, people in roles, signatures."""

from __future__ import annotations

from dataclasses import dataclass

from ..dates import parse_date
from ..elements import Element
from ..header_fields import iso_date
from ..numbers import canonical_cik
from ..records import (
    BeneficialOwner,
    Capacity,
    Evidences,
    Exhibit,
    PowerOfAttorney,
    Problem,
    Registrant,
    Relationship,
    Sale,
    Signature,
    SubjectSecurity,
)
from ..titles import read_titles

_NOTHING = frozenset({"", "n/a", "na", "none", ".", "-", "--", "*"})


@dataclass(frozen=True, slots=True)
class Related:
    """A form's issuers, the people related to them, what they hold and sell, and its signatures. Dates ISO."""

    form_type: str | None = None
    period: str | None = None
    registrants: tuple[Registrant, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    beneficial_owners: tuple[BeneficialOwner, ...] = ()
    subject_securities: tuple[SubjectSecurity, ...] = ()
    sales: tuple[Sale, ...] = ()
    signatures: tuple[Signature, ...] = ()
    powers_of_attorney: tuple[PowerOfAttorney, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    evidence: Evidences = ()  # of form and period
    problems: tuple[Problem, ...] = ()


def is_true(words: str) -> bool:
    """Forms write flags as ``1`` or ``true``."""
    return words.strip().lower() in {"1", "true", "y", "yes"}


def stated(words: str) -> str | None:
    """The words, or None for the placeholders that people put into required fields (``N/A``, ``None``, ``.``)."""
    return None if words.strip().lower() in _NOTHING else words


def first(element: Element, *names: str) -> Element | None:
    """The first element below this one that has one of these names and says something."""
    found = (element.find(name) for name in names)
    return next((e for e in found if e and stated(e.words)), None)


def words_of(element: Element | None) -> str | None:
    """The element's words; None where it says nothing."""
    return stated(element.words) if element else None


def signed(
    name: str, title: Element | None, party: Element | None, day: Element | None, date: str | None, evidence: Evidences
) -> Signature:
    """A row of signing with elements of its own for office, party signed for and day (``date``: the same, ISO)."""
    for field, part in (("titles", title), ("on_behalf_of", party), ("date", day)):
        evidence += part.cite(field) if part else ()
    return Signature(
        name=name,
        capacities=capacities_of(title.words) if title else (),
        date=date,
        on_behalf_of=words_of(party),
        date_source="row" if date else None,
        evidence=evidence,
    )


def day_of(element: Element | None) -> str | None:
    """The element's day: ``2024-03-01``, with or without a time zone behind it, or ``03/01/2024``; None where none."""
    return (
        iso_date(element.words[:10]) or parse_date(element.words) or parse_date(element.words[:10]) if element else None
    )


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
