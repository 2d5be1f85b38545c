"""Form D as XML (since 2009): the issuers of an exempt offering, their executive officers, directors and promoters.

    <relatedPersonName><firstName>Mary</firstName><lastName>Major</lastName></relatedPersonName>
    <relatedPersonRelationshipList><relationship>Executive Officer</relationship></relatedPersonRelationshipList>
    <relationshipClarification>President and CEO</relationshipClarification>

Trap: organizations stand in the fields of persons, as ``N/A`` and ``Invented Advisers, LLC`` or as ``LLC`` and
``Invented GP,``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..elements import Element, parse
from ..records import Problem, Registrant, Relationship, Signature
from .related import Related, day_of, registrant, signed, stated, titles_of, words_of

NAMES = frozenset(
    {
        "edgarSubmission", "submissionType", "primaryIssuer", "issuerList", "issuer", "entityName", "jurisdictionOfInc",
        "relatedPersonInfo", "relatedPersonName", "firstName", "middleName", "lastName", "relationship",
        "relationshipClarification", "signature", "issuerName", "signatureName", "nameOfSigner", "signatureTitle",
        "signatureDate",
    }
)  # fmt: skip
_FORM = re.compile(r"<(?:\w+:)?relatedPersonsList\b|<(?:\w+:)?submissionType>\s*D(?:/A)?\s*<")
_FIELDS = {"director": "director", "executive officer": "officer"}
_LEGAL = re.compile(r"^(?:l\.?l\.?c|l\.?l?\.?p|inc|ltd|corp|co|limited|lllp|plc|gmbh|s\.?a)\.?,?$", re.I)
_SIGNED = re.compile(r"^/s/+\s*", re.I)


def read_form_d(document: int, source: str) -> Related | None:
    """What a Form D says; None where the source is no Form D. Spans count the source."""
    if not _FORM.search(source):
        return None
    root = parse(document, source, NAMES)
    form = root.find("edgarSubmission") or root
    people = tuple(r for person in form.all("relatedPersonInfo") if (r := _person(person)))
    kind = form.find("submissionType")
    problem = Problem("no-related-person", f"document {document}", "The Form D names no related person.")
    return Related(
        form_type=words_of(kind),
        registrants=tuple(named for issuer in _issuers(form) if (named := _issuer(issuer))),
        relationships=people,
        signatures=tuple(s for element in _signatures(form) if (s := _signature(element))),
        evidence=kind.cite("form_type") if kind else (),
        problems=() if people else (problem,),
    )


def _issuers(form: Element) -> list[Element]:
    return form.all("primaryIssuer") + [issuer for listed in form.all("issuerList") for issuer in listed.all("issuer")]


def _issuer(element: Element) -> Registrant | None:
    return registrant(element.find("entityName"), element.find("cik"), element.find("jurisdictionOfInc"))


def _person(element: Element) -> Relationship | None:
    fields = [element.find("relatedPersonName", part) for part in ("firstName", "middleName", "lastName")]
    parts = [part for part in fields if part and stated(part.words)]
    words = [part.words for part in parts]
    if len(words) > 1 and _LEGAL.match(words[0]):
        words = [*words[1:], words[0]]
    if not words:
        return None
    relations = element.all("relationship")
    named = {relation.words.lower() for relation in relations}
    clarification = element.find("relationshipClarification")
    titles = titles_of(clarification.words) if clarification else ()
    evidence = tuple(e for part in parts for e in part.cite("name"))
    evidence += tuple(e for r in relations for e in r.cite(_FIELDS.get(r.words.lower(), "other")))
    return Relationship(
        owner=" ".join(words),
        director="director" in named,
        officer="executive officer" in named,
        other=bool(named - _FIELDS.keys()),
        titles=titles + tuple(r.words for r in relations if r.words.lower() == "promoter"),
        evidence=evidence + (clarification.cite("titles") if clarification and titles else ()),
    )


def _signatures(form: Element) -> list[Element]:
    return [
        element for element in form.all("signature") if element.find("nameOfSigner") or element.find("signatureName")
    ]


def _signature(element: Element) -> Signature | None:
    printed, conformed = element.find("nameOfSigner"), element.find("signatureName")
    issuer, title, day = element.find("issuerName"), element.find("signatureTitle"), element.find("signatureDate")
    shown = _SIGNED.sub("", conformed.words) if conformed else ""
    name = (printed.words if printed else "") or shown
    if not stated(name):
        return None
    evidence = (printed or conformed or element).cite("name")
    evidence += conformed.cite("conformed", shown) if conformed and shown else ()
    return replace(signed(name, title, issuer, day, day_of(day), evidence), conformed=shown or None)
