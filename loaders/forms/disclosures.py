"""The forms that name people in fields, in XML or in the rows and boxes of text: one function for each kind.

To read one more of them, write its reader (``document, source -> Related | None``) and add it to `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..exhibits.index import read_exhibit_index
from ..header import Header
from ..records import Party, Relationship
from ..span import Text
from . import Part, family_of
from .filer_xml import read_filer_xml
from .form_144 import read_form_144
from .form_d import read_form_d
from .ownership import read_ownership
from .ownership_text import is_ownership_text, read_ownership_text
from .related import Related
from .schedule_signatures import read_schedule_signatures
from .schedule_text import read_schedule_text
from .schedule_xml import read_schedule_xml
from .title_page import form_of

READERS: tuple[Callable[[int, str], Related | None], ...] = (
    read_ownership,
    read_form_d,
    read_schedule_xml,
    read_form_144,
    read_filer_xml,
)


_MARKS = ("submissionType", "ownershipDocument", "relatedPersonsList")  # one of them stands in every such form


def read_disclosure(document: int, source: str) -> Related | None:
    """What a form in XML that names people says; None where the source is none."""
    if not any(mark in source for mark in _MARKS):
        return None
    for reader in READERS:
        related = reader(document, source)
        if related is not None:
            return related
    return None


def read_listing(text: Text | None, form: str | None, header: Header | None) -> Related | None:
    """What a form in text that names people by rows and boxes says: an ownership form or a schedule.

    ``form`` is its type where header or document tags say it. A header alone (``text`` None) still names the owners of
    an ownership form. None where the document is no such form.
    """
    parts = family_of(form).parts
    if text is None:
        return Related(relationships=owners_of(header.parties)) if header and Part.OWNERS in parts else None
    if Part.HOLDERS in parts or (not form and form_of(text)[0]):
        return _signed(read_schedule_text(text, header), text, header)
    if Part.OWNERS in parts or (not form and is_ownership_text(text)):
        return read_ownership_text(text, owners_of(header.parties) if header else (), header)
    return None


def _signed(related: Related, text: Text, header: Header | None) -> Related:
    """A schedule with its signatures and exhibits, which stand as in other forms."""
    pages = read_schedule_signatures(text, related.beneficial_owners, header.filing_date if header else None)
    return replace(
        related,
        signatures=pages.signatures,
        powers_of_attorney=pages.powers_of_attorney,
        exhibits=read_exhibit_index(text),
        problems=related.problems + pages.problems,
    )


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
