"""What a filing says of powers of attorney: who is appointed by whom, and which signatures an attorney-in-fact made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from filigraph.loaders.records import ExhibitStatus, Mode
from filigraph.ontology.terms import EXHIBIT, MODE, STATUS, Property

#: What is read of a filing in which an attorney-in-fact signs or is appointed, beyond what all are read for.
READ = (
    *(Property.FORM_TYPE, Property.REGISTRATION_STATEMENT, Property.HAS_REFERENCE, Property.CITES),
    *(Property.EXHIBIT_NUMBER, Property.EXHIBIT_KIND, Property.HAS_EXHIBIT, Property.STATUS),
)
_BEFORE = (STATUS + ExhibitStatus.INCORPORATED_BY_REFERENCE, STATUS + ExhibitStatus.PREVIOUSLY_FILED)
Triples = Mapping[str, Mapping[str, Sequence[str]]]  # property, subject, objects


@dataclass(frozen=True, slots=True, order=True)
class Power:
    """A power of attorney. ``attorneys`` and ``grantors`` are mentions; ``granted`` a day, '' where none is printed."""

    iri: str
    attorneys: tuple[str, ...]
    grantors: tuple[str, ...] = ()
    granted: str = ""
    exhibit: str = ""  # number, '' of one on the page of signatures
    forms: tuple[str, ...] = ()  # that the attorneys may sign


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """A signature made by an attorney-in-fact: two mentions, and the day ('' where none is printed)."""

    signature: str
    attorney: str = ""  # '' where the page does not name the attorney
    day: str = ""


@dataclass(frozen=True, slots=True)
class Papers:
    """All that a filing says of powers of attorney; its companies, and what tells which powers may cover it."""

    filing: str
    filed: str
    form: str
    companies: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()  # its own registration statements
    cited: tuple[str, ...] = ()  # the registration statements that its main document cites
    filed_before: bool = False  # its list of exhibits says that powers were filed before
    powers: tuple[Power, ...] = ()
    uses: tuple[Use, ...] = ()


def concerned(filing: str, triples: Triples) -> bool:
    """Does anybody sign as attorney-in-fact in the filing, or is appointed?"""
    by_attorney = MODE + Mode.BY_ATTORNEY
    return filing in triples.get(Property.HAS_POWER_OF_ATTORNEY, {}) or any(
        by_attorney in modes for modes in triples.get(Property.MODE, {}).values()
    )


def papers(filing: str, filed: str, companies: tuple[str, ...], triples: Triples) -> Papers | None:
    """What the filing says of powers; None where nobody is appointed, nor signs for another."""
    if not concerned(filing, triples):
        return None

    def of(subject: str, prop: Property) -> tuple[str, ...]:
        return tuple(sorted(triples.get(prop, {}).get(subject, ())))

    powers = [
        Power(
            iri,
            of(iri, Property.ATTORNEY),
            of(iri, Property.GRANTOR),
            min(of(iri, Property.SIGNED_ON), default=""),
            min(of(iri, Property.EXHIBIT_NUMBER), default=""),
            of(iri, Property.FORM_TYPE),
        )
        for iri in of(filing, Property.HAS_POWER_OF_ATTORNEY)
    ]
    uses = [
        Use(iri, min(of(iri, Property.ATTORNEY), default=""), min(of(iri, Property.SIGNED_ON), default=""))
        for iri in of(filing, Property.HAS_SIGNATURE)
        if MODE + Mode.BY_ATTORNEY in of(iri, Property.MODE)
    ]
    listed = [x for x in of(filing, Property.HAS_EXHIBIT) if f"{EXHIBIT}24" in of(x, Property.EXHIBIT_KIND)]
    return Papers(
        filing,
        filed,
        min(of(filing, Property.FORM_TYPE), default=""),
        companies,
        of(filing, Property.REGISTRATION_STATEMENT),
        tuple(sorted({number for ref in of(filing, Property.HAS_REFERENCE) for number in of(ref, Property.CITES)})),
        any(status in _BEFORE for row in listed for status in of(row, Property.STATUS)),
        tuple(powers),
        tuple(uses),
    )
