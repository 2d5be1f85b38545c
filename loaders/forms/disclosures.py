"""The XML forms that name people, by what their source holds: one function for all of them.

To read one more of them, write its reader (``document, source -> Related | None``) and add it to `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..records import Party, Relationship
from .form_144 import read_form_144
from .form_d import read_form_d
from .ownership import read_ownership
from .related import Related
from .schedule_xml import read_schedule_xml

READERS: tuple[Callable[[int, str], Related | None], ...] = (
    read_ownership,
    read_form_d,
    read_schedule_xml,
    read_form_144,
)


def read_disclosure(document: int, source: str) -> Related | None:
    """What a form in XML that names people says; None where the source is none."""
    for reader in READERS:
        related = reader(document, source)
        if related is not None:
            return related
    return None


def owners_of(parties: Iterable[Party]) -> tuple[Relationship, ...]:
    """The reporting owners of a submission header: for ownership forms that are no XML (before 2003)."""
    return tuple(_owner(party) for party in parties if party.role == "REPORTING-OWNER" and party.name)


def _owner(party: Party) -> Relationship:
    held = (party.relationship or "").upper()
    return Relationship(
        owner=party.name,
        cik=party.cik,
        director="DIRECTOR" in held,
        officer="OFFICER" in held,
        ten_percent_owner="10" in held or "TEN PERCENT" in held,
        other="OTHER" in held,
        evidence=tuple(e for e in party.evidence if e.field in {"name", "cik", "relationship"}),
    )
