"""Forms 3, 4 and 5 as XML (since 2003): which person holds which office at the issuer, and who signed.

    <reportingOwner>
        <rptOwnerCik>0009999003</rptOwnerCik><rptOwnerName>DOE JOHN H</rptOwnerName>
        <reportingOwnerRelationship><isDirector>1</isDirector><officerTitle>SVP and CFO</officerTitle>...
    <ownerSignature><signatureName>/s/ Mary Major, Attorney-in-Fact for John H. Doe</signatureName>
        <signatureDate>2004-03-01</signatureDate></ownerSignature>

An owner's name stands as EDGAR has it, family name first. A signature's name is the printed one of the person signed
for; where an attorney's line does not name that person, it is the owner's, in natural order.
"""

from __future__ import annotations

import re

from ..elements import Element, parse
from ..numbers import canonical_cik
from ..records import Evidences, Mode, Problem, Relationship, Signature
from ..titles import is_title
from .related import Related, day_of, is_true, registrant, stated, titles_of, words_of
from .signed import by_power, natural, own_signature

NAMES = frozenset(
    {
        "ownershipDocument", "documentType", "periodOfReport", "issuer", "issuerCik", "issuerName", "reportingOwner",
        "reportingOwnerId", "rptOwnerCik", "rptOwnerName", "reportingOwnerRelationship", "isDirector", "isOfficer",
        "isTenPercentOwner", "isOther", "officerTitle", "otherText", "ownerSignature", "signatureName", "signatureDate",
        "remarks",
    }
)  # fmt: skip
_FLAGS = {
    "director": "isDirector", "officer": "isOfficer", "ten_percent_owner": "isTenPercentOwner", "other": "isOther",
}  # fmt: skip
_SEE = re.compile(r"\bsee\b.{0,20}\b(?:remark|below|footnote|explanation|exhibit)|^remarks?$", re.I)


def read_ownership(document: int, source: str) -> Related | None:
    """What a Form 3, 4 or 5 in XML says; None where the source holds no ``ownershipDocument``.

    In: the document's number and its source, ``<XML>`` wrapper included or not. Spans count that source.
    """
    if "ownershipDocument" not in source:
        return None
    root = parse(document, source, NAMES)
    form = root.find("ownershipDocument")
    if form is None:
        return None
    issuer = form.find("issuer") or form
    company = registrant(issuer.find("issuerName"), issuer.find("issuerCik"))
    owners = form.all("reportingOwner")
    relationships = tuple(r for owner in owners if (r := _relationship(owner, form.text("remarks"))))
    signatures, problems = _signatures(form.all("ownerSignature"), owners)
    kind, day = form.find("documentType"), form.find("periodOfReport")
    if not relationships:
        problems += (Problem("no-owner", f"document {document}", "The ownership form names no reporting owner."),)
    return Related(
        form_type=words_of(kind),
        period=day_of(day),
        registrants=(company,) if company else (),
        relationships=relationships,
        signatures=signatures,
        evidence=(kind.cite("form_type") if kind else ()) + (day.cite("period") if day_of(day) and day else ()),
        problems=problems,
    )


def _relationship(owner: Element, remarks: str) -> Relationship | None:
    name = owner.find("rptOwnerName")
    if name is None or not stated(name.words):
        return None
    flags = {field: owner.find("reportingOwnerRelationship", flag) for field, flag in _FLAGS.items()}
    held = {field: element for field, element in flags.items() if element and is_true(element.words)}
    titles, evidence = _titles(owner, remarks)
    cik = owner.find("rptOwnerCik")
    evidence = name.cite("name") + (cik.cite("cik") if cik else ()) + evidence
    return Relationship(
        owner=name.words,
        cik=canonical_cik(cik.words) if cik else None,
        director="director" in held,
        officer="officer" in held,
        ten_percent_owner="ten_percent_owner" in held,
        other="other" in held,
        titles=titles,
        evidence=evidence + tuple(e for field, element in held.items() for e in element.cite(field)),
    )


def _titles(owner: Element, remarks: str) -> tuple[tuple[str, ...], Evidences]:
    """The owner's offices: the officer title (or what "See remarks" points to), and another relation that is one."""
    titles: tuple[str, ...] = ()
    evidence: Evidences = ()
    for name in ("officerTitle", "otherText"):
        element = owner.find(name)
        if element is None or not stated(element.words):
            continue
        words = remarks if _SEE.search(element.words) else element.words
        if (name == "officerTitle" and words is not remarks) or is_title(words):
            titles += titles_of(words)
            evidence += element.cite("titles")
    return tuple(dict.fromkeys(titles)), evidence


def _signatures(elements: list[Element], owners: list[Element]) -> tuple[tuple[Signature, ...], tuple[Problem, ...]]:
    names = [element for owner in owners if (element := owner.find("rptOwnerName"))]
    rows: list[Signature] = []
    problems: list[Problem] = []
    for number, element in enumerate(elements):
        mine = [names[number]] if len(names) == len(elements) else names if len(elements) == 1 else []
        found = _rows(element, mine)
        rows += found
        if not found and stated(element.text("signatureName")):
            where = f"document {element.document}"
            why = f"The signature {element.text('signatureName')[:80]!r} does not say for whom it stands."
            problems.append(Problem("unread-signature", where, why))
    return tuple(rows), tuple(problems)


def _rows(element: Element, owners: list[Element]) -> list[Signature]:
    """The rows of one signature: one, or one an owner where an attorney signs once for all of them."""
    line = element.find("signatureName")
    if line is None or not stated(line.words):
        return []
    day = element.find("signatureDate")
    date = day_of(day)
    when = day.cite("date") if day and date else ()
    attorneys = by_power(line.words)
    if attorneys is None:
        return [own_signature(line, date, when)]
    attorney, principal = attorneys
    if principal is None:
        return [
            Signature(
                name=natural(owner.words), date=date, mode=Mode.BY_ATTORNEY, attorney=attorney, date_source="row",
                evidence=owner.cite("name") + line.cite("attorney", attorney) + when,
            )
            for owner in owners
        ]  # fmt: skip
    evidence = line.cite("name", principal) + line.cite("attorney", attorney) + when
    return [
        Signature(principal, date=date, mode=Mode.BY_ATTORNEY, attorney=attorney, date_source="row", evidence=evidence)
    ]
