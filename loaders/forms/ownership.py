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
from ..header_fields import iso_date
from ..names import parse_name
from ..numbers import canonical_cik
from ..organizations import is_organization
from ..records import Evidences, Mode, Problem, Relationship, Signature
from ..titles import is_title
from .related import Related, capacities_of, is_true, registrant, stated, titles_of

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
_POWER = r"(?:att(?:orne)?y[ -]?in[ -]?fact|powers? of attorney|\bPOA)"
_BY_POWER = re.compile(
    r"^(?P<attorney>.{2,120}?)[\s,;(]*(?:\b(?:as|by|under|pursuant to|through)\s+)?(?:(?:a|an|the|his|her)\s+)?"
    rf"{_POWER}\)?[\s,;.]*(?:(?:for|to|of|on behalf of)\b[:\s]*(?P<principal>.{{2,200}}))?$",
    re.I,
)
_PRINCIPAL_BY = re.compile(r"^(?P<principal>.{2,120}?)[\s,;]*\bby:?\s+(?:/s/\s*)?(?P<attorney>.{2,80})$", re.I)
_BY_CHAIN = re.compile(r"^(?P<entity>.{2,200}?)[\s,]+by:\s", re.I)
_SIGNED = re.compile(r"/s/+\s*", re.I)
_LEAD = re.compile(r"^(?:by|signed|signature|name)\s*:\s*", re.I)
_UNNAMED = re.compile(r"^(?:the )?(?:above[- ]?named |undersigned )?(?:reporting )?(?:persons?|owners?|filers?)$", re.I)
_ABBREVIATED = re.compile(r"(?:\b(?:inc|corp|ltd|co|jr|sr|esq)|\.\w)\.$", re.I)
_LONGEST = 400  # characters of a signature line
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
    if not relationships:
        problems += (Problem("no-owner", f"document {document}", "The ownership form names no reporting owner."),)
    return Related(
        form_type=form.text("documentType") or None,
        period=iso_date(form.text("periodOfReport")[:10]),
        registrants=(company,) if company else (),
        relationships=relationships,
        signatures=signatures,
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
    date = iso_date(day.words[:10]) if day else None
    when = day.cite("date") if day and date else ()
    by_power = _by_power(line.words)
    if by_power is None:
        return [_own(line, date, when)]
    attorney, principal = by_power
    if principal is None:
        return [
            Signature(
                name=_natural(owner.words), date=date, mode=Mode.BY_ATTORNEY, attorney=attorney, date_source="row",
                evidence=owner.cite("name") + line.cite("attorney", attorney) + when,
            )
            for owner in owners
        ]  # fmt: skip
    evidence = line.cite("name", principal) + line.cite("attorney", attorney) + when
    return [
        Signature(principal, date=date, mode=Mode.BY_ATTORNEY, attorney=attorney, date_source="row", evidence=evidence)
    ]


def _by_power(words: str) -> tuple[str, str | None] | None:
    """Attorney and person signed for, where the line is an attorney's; the person None where it is not named."""
    match = _BY_POWER.match(_LEAD.sub("", words.rstrip(" ,;)"))[:_LONGEST])
    if match is None:
        return None
    attorney, principal = _bare(match["attorney"]), match["principal"]
    inner = _PRINCIPAL_BY.match(attorney)
    if inner and not principal:
        attorney, principal = inner["attorney"], inner["principal"]
    principal = _bare(principal or "")
    return _bare(attorney), None if not principal or _UNNAMED.match(principal) else principal


def _bare(words: str) -> str:
    """A name without ``/s/``, ``By:`` and the punctuation around it; the period of ``L.P.`` or ``Jr.`` stays."""
    words = _LEAD.sub("", _SIGNED.sub("", words).strip(" ,;:-(")).strip(" ,;:-(")
    return words if _ABBREVIATED.search(words) else words.rstrip(".")


def _own(line: Element, date: str | None, when: Evidences) -> Signature:
    """A signature by the owner, or by an officer of an owner that is an organization."""
    words = line.words[:_LONGEST]
    signed = _SIGNED.search(words)
    chain = _BY_CHAIN.match(words)
    tail = words[signed.end() :] if signed else re.split(r"\bby:\s*", words, flags=re.I)[-1]
    name, _, rest = tail.partition(",")
    if re.match(r"\s*(?:jr|sr|ii|iii|iv|m\.?d|ph\.?d|esq|cpa)\b", rest, re.I):
        suffix, _, rest = rest.partition(",")
        name = f"{name},{suffix}"
    name, rest = _bare(name) or words, rest.strip()
    title, _, beyond = rest.partition(",")
    entity = chain["entity"] if chain else _entity(beyond)
    capacities = capacities_of(title) if title and is_title(title) else ()
    evidence = line.cite("name", name) + (line.cite("titles", title.strip()) if capacities else ())
    evidence += line.cite("on_behalf_of", entity) if entity else ()
    return Signature(
        name=name,
        conformed=name if signed else None,
        capacities=capacities,
        date=date,
        on_behalf_of=entity,
        date_source="row" if date else None,
        evidence=evidence + when,
    )


def _entity(beyond: str) -> str | None:
    """The organization at the end of a chain: ``X LLC, General Partner of Y LP, the General Partner of Z LP``."""
    parts = [part.strip() for part in re.split(r",(?!\s*(?:Inc|LLC|L\.?P|Ltd)\b)", beyond)]
    ends = [re.sub(r"^(?:its|the)?\s*.*?\b(?:of|for)\s+(?:the\s+)?", "", part) for part in parts if part]
    return ends[-1] if ends and is_organization(ends[-1]) else None


def _natural(name: str) -> str:
    """``DOE JOHN H JR`` as ``JOHN H DOE JR``; organizations as they are."""
    if is_organization(name):
        return name
    person = parse_name(name, inverted=True)
    return " ".join(part for part in (person.given, person.middle, person.family, person.suffix) if part) or name
