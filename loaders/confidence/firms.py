"""Signs of registrants, counsel and auditors: whose name it is, by its words and by where else it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..organizations import firm_key, is_audit_firm, is_law_firm, is_organization
from ..records import Auditor, Counsel, Registrant
from .page import Page, Signs
from .people import name_sign

_SENTENCE = re.compile(r"\b(?:will|have|has|been|that|said|this|upon|hereby|our|we|whose|which|is|are)\b|[?!;]", re.I)
#: Forms whose covers print the registrant's state: one that only the header gives is a caption that was missed.
_STATES_ITS_STATE = re.compile(r"(?:S|F|SB|N)-\d|10-?(?:[KQ]|12[BG])|8-[AK]|[24]0-F", re.I)
_STATE = re.compile(r"(?:[A-Z][A-Za-z.'’-]+(?: (?:of|and|the|[A-Z][A-Za-z.'’-]+)){0,4}|[A-Z]{2})$")


def firm_sign(name: str) -> str:
    """Whether a name is a firm's by its words."""
    if _SENTENCE.search(name) or not name[:1].isupper() or any(map(str.isdigit, name)):
        return "odd-firm"
    if is_audit_firm(name):
        return "audit-firm"
    if is_law_firm(name):
        return "law-firm"
    return "organization" if is_organization(name) else "person" if name_sign(name) != "odd-name" else "odd-firm"


def of_registrants(facts: Sequence[Registrant], page: Page) -> Iterator[Signs]:
    """A name as in the header, a jurisdiction printed on the cover and an employer number are the good signs."""
    missed = "header-place" if _STATES_ITS_STATE.match(page.filing.form_type or "") else "no-cover"
    for fact in facts:
        printed = {e.field for e in fact.evidence if e.span.document > 0}
        place = fact.jurisdiction or ""
        yield (
            "no-place" if not place else "place" if "jurisdiction" in printed else missed,
            "odd-place" if place and not _STATE.match(place) else "like-place",
            "header-name" if firm_key(fact.name) in page.parties else "other-name" if page.parties else "no-header",
            "ein" if fact.ein else "no-ein",
        )


def of_counsel(facts: Sequence[Counsel], page: Page) -> Iterator[Signs]:
    for fact in facts:
        names = {name_sign(name) for name in fact.lawyers}
        yield (
            firm_sign(fact.firm),
            "no-lawyer" if not names else "odd-lawyer" if names - {"plain-name", "initial-name"} else "lawyer",
            "several-places" if len({e.field for e in fact.evidence} - {"firm", "lawyers"}) > 1 else "one-place",
            "firms" if len(facts) > 1 else "one-firm",
        )


def of_auditors(facts: Sequence[Auditor], page: Page) -> Iterator[Signs]:
    for fact in facts:
        yield (
            firm_sign(fact.firm),
            "firms" if len(facts) > 1 else "one-firm",
            "several-places" if len({e.field for e in fact.evidence} - {"firm", "report_dates"}) > 1 else "one-place",
        )
