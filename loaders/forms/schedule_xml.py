"""Schedules 13D and 13G as XML (since December 2024): who holds how much of a class of the issuer's securities.

    <reportingPersonInfo><reportingPersonName>Invented Capital LP</reportingPersonName>
        <citizenshipOrOrganization>DE</citizenshipOrOrganization><sharedVotingPower>233990.00</sharedVotingPower>
        <percentOfClass>5.1</percentOfClass><typeOfReportingPerson>PN</typeOfReportingPerson>...
    <signatureInfo><signaturePerson><signatureReportingPerson>Invented Capital LP</signatureReportingPerson>
        <signatureDetails><signature>/s/ Mary Major</signature><title>Managing Member</title>...

The two schedules name the same things differently, so each value has a list of element names. A signature of an
organization goes down a chain: organizations that act for it, then the person who signs. Only that person is a row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..elements import Element, parse
from ..numbers import canonical_cik
from ..organizations import is_organization
from ..records import BeneficialOwner, Evidences, Problem, Signature, SubjectSecurity
from .figures import located
from .related import Related, day_of, first, registrant, words_of
from .signed import detailed_signature

_FORM = re.compile(r"<(?:\w+:)?submissionType>\s*(?:SCHEDULE|SC)\s+13[DG]\b", re.I)
_PERSONS = ("reportingPersonInfo", "coverPageHeaderReportingPersonDetails")
_NAME = ("reportingPersonName", "nameOfReportingPerson")
_CIK = ("reportingPersonCIK", "reportingPersonCik", "reportingCik")
_CITIZENSHIP = ("citizenshipOrOrganization", "citizenshipOrPlaceOfOrganization")
_GROUP = ("memberOfGroup", "memberGroup")
_FIGURES = {
    "sole_voting": ("soleVotingPower",),
    "shared_voting": ("sharedVotingPower",),
    "sole_dispositive": ("soleDispositivePower",),
    "shared_dispositive": ("sharedDispositivePower",),
    "aggregate": (
        "aggregateAmountOwned",
        "reportingPersonBeneficiallyOwnedAggregateNumberOfShares",
        "aggregateAmountBeneficiallyOwned",
    ),
    "percent": ("percentOfClass", "classPercent"),
}
_EVENT = ("dateOfEvent", "eventDateRequiresFilingThisStatement")
_TITLE = ("securitiesClassTitle", "securityTitle")
_CUSIPS = ("issuerCusipNumber", "issuerCusip", "issuerCUSIP", "cusipNumber")
_SIGNERS = ("signaturePerson", "signatureInformation", "signatureBlock")
_SIGNED_FOR = ("signatureReportingPerson", "reportingPersonName")
_CUSIP = re.compile(r"[0-9A-Z]{8,9}")
_TYPE = re.compile(r"\b[A-Z]{2}\b")


def read_schedule_xml(document: int, source: str) -> Related | None:
    """What a Schedule 13D or 13G in XML says; None where the source is neither. Spans count the source."""
    if not _FORM.search(source):
        return None
    form = parse(document, source)
    kind, event = form.find("submissionType"), first(form, *_EVENT)
    issuer = next((e for name in ("issuerInfo", "coverPage") if (e := form.find(name))), form)
    company = registrant(first(issuer, "issuerName"), first(issuer, "issuerCIK", "issuerCik"))
    people = tuple(owner for element in _each(form, _PERSONS) if (owner := _owner(element)))
    security, problems = _security(form)
    if not people:
        problems += (Problem("no-reporting-person", f"document {document}", "The schedule names no reporting person."),)
    day = day_of(event)
    return Related(
        form_type=words_of(kind),
        period=day,
        registrants=(company,) if company else (),
        beneficial_owners=people,
        subject_securities=security,
        signatures=tuple(row for signer in _each(form, _SIGNERS) for row in _signatures(signer)),
        evidence=(kind.cite("form_type") if kind else ()) + (event.cite("period") if event and day else ()),
        problems=problems,
    )


def _each(form: Element, names: Sequence[str]) -> list[Element]:
    """The elements that have one of these names."""
    return [element for element in form.walk() if element.name in names]


def _owner(element: Element) -> BeneficialOwner | None:
    name = first(element, *_NAME)
    if name is None:
        return None
    cik, citizenship, group = (first(element, *names) for names in (_CIK, _CITIZENSHIP, _GROUP))
    evidence = name.cite("name")
    number = canonical_cik(cik.words) if cik else None
    evidence += cik.cite("cik") if cik and number else ()
    evidence += citizenship.cite("citizenship") if citizenship else ()
    box = group.words.lower() if group and group.words.lower() in {"a", "b"} else None
    evidence += group.cite("group") if group and box else ()
    figures, cited = _figures(element)
    kinds = element.all("typeOfReportingPerson")
    return BeneficialOwner(
        name=name.words,
        cik=number,
        citizenship=words_of(citizenship),
        types=tuple(code for kind in kinds for code in _TYPE.findall(kind.words)),
        group=box,
        evidence=evidence + cited + tuple(e for kind in kinds for e in kind.cite("types")),
        **figures,
    )


def _figures(element: Element) -> tuple[dict[str, Any], Evidences]:
    values: dict[str, Any] = {}
    evidence: Evidences = ()
    for field, names in _FIGURES.items():
        said = first(element, *names)
        found = located(said.words) if said else None
        if said and found:
            values[field] = found[0]
            evidence += said.cite(field)
    return values, evidence


def _security(form: Element) -> tuple[tuple[SubjectSecurity, ...], tuple[Problem, ...]]:
    title = first(form, *_TITLE)
    if title is None:
        return (), ()
    printed = [e for e in _each(form, _CUSIPS) if words_of(e)]
    codes = {e.words.upper().replace(" ", "").replace("-", ""): e for e in printed}
    good = {code: e for code, e in codes.items() if _CUSIP.fullmatch(code)}
    evidence = title.cite("title") + tuple(c for e in good.values() for c in e.cite("cusips"))
    problems = tuple(
        Problem("no-cusip", f"document {e.document}", f"{e.words[:40]!r} is no CUSIP number.", e.cite("what"))
        for code, e in codes.items()
        if code not in good
    )
    return (SubjectSecurity(title.words, tuple(good), evidence),), problems


def _signatures(signer: Element) -> list[Signature]:
    """The rows of one reporting person: who signs, not the organizations through which."""
    person = first(signer, *_SIGNED_FOR)
    details = signer.all("signatureDetails") or [signer]
    rows = []
    for detail in details:
        line = first(detail, "signature", "signatureName")
        if line is None or (is_organization(line.words) and "/s/" not in line.words and detail is not details[-1]):
            continue
        title, day = first(detail, "title", "signatureTitle"), first(detail, "date", "signatureDate")
        rows.append(detailed_signature(line, title, day, person))
    return rows
