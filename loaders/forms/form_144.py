"""Form 144 as XML (since 2023): notice of a proposed sale of securities by a person close to the issuer.

    <nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold>Mary Major</...>
    <relationshipToIssuer>Officer</relationshipToIssuer>
    <securitiesInformation><securitiesClassTitle>Common</securitiesClassTitle><noOfUnitsSold>17087</noOfUnitsSold>...
    <securitiesSoldInPast3Months>...<saleDate>08/27/2022</saleDate><amountOfSecuritiesSold>200</...>

The seller's relations stand as flags where they have one and as printed in the titles where not ("Stakeholder").
"""

from __future__ import annotations

import re
from typing import Any

from ..elements import Element, parse
from ..records import Evidences, Problem, Relationship, Sale, Signature, SubjectSecurity
from .figures import located
from .related import Related, day_of, first, registrant, words_of
from .signed import detailed_signature

_FORM = re.compile(r"<(?:\w+:)?submissionType>\s*144\b")
_FLAGS = {
    "director": re.compile(r"^director$", re.I),
    "officer": re.compile(r"^(?:executive )?officer$", re.I),
    "ten_percent_owner": re.compile(r"^(?:more than )?(?:10|ten) ?(?:%|percent)", re.I),
}
_SELLER = "nameOfPersonForWhoseAccountTheSecuritiesAreToBeSold"


def read_form_144(document: int, source: str) -> Related | None:
    """What a Form 144 in XML says; None where the source is none. Spans count the source."""
    if not _FORM.search(source):
        return None
    form = parse(document, source)
    kind, seller = form.find("submissionType"), first(form, _SELLER)
    company = registrant(first(form, "issuerName"), first(form, "issuerCik", "issuerCIK"))
    offered = form.all("securitiesInformation")
    titles = {title.words: title for e in offered if (title := first(e, "securitiesClassTitle"))}
    where = f"document {document}"
    return Related(
        form_type=words_of(kind),
        registrants=(company,) if company else (),
        relationships=(_relation(form, seller),) if seller else (),
        subject_securities=tuple(SubjectSecurity(words, evidence=e.cite("title")) for words, e in titles.items()),
        sales=tuple(sale for e in offered if (sale := _proposed(e, seller)))
        + tuple(sale for e in form.all("securitiesSoldInPast3Months") if (sale := _made(e))),
        signatures=_signatures(form, seller),
        evidence=kind.cite("form_type") if kind else (),
        problems=() if seller else (Problem("no-seller", where, "The notice names no one who sells."),),
    )


def _relation(form: Element, seller: Element) -> Relationship:
    said = [(_flag(e.words), e) for e in form.all("relationshipToIssuer") if words_of(e)]
    held = {field for field, _ in said}
    others = tuple(e for field, e in said if field == "other")
    return Relationship(
        owner=seller.words,
        director="director" in held,
        officer="officer" in held,
        ten_percent_owner="ten_percent_owner" in held,
        other="other" in held,
        titles=tuple(dict.fromkeys(e.words for e in others)),
        evidence=seller.cite("name")
        + tuple(c for field, e in said for c in e.cite(field))
        + tuple(c for e in others for c in e.cite("titles")),
    )


def _flag(words: str) -> str:
    """The field of a relation to the issuer."""
    return next((field for field, shape in _FLAGS.items() if shape.match(words)), "other")


def _proposed(element: Element, seller: Element | None) -> Sale | None:
    if seller is None:
        return None
    broker = first(element, "brokerOrMarketmakerDetails")
    parts = {
        "seller": seller,
        "security": first(element, "securitiesClassTitle"),
        "broker": first(broker, "name") if broker else None,
        "exchange": first(element, "securitiesExchangeName"),
    }
    figures = {"amount": "noOfUnitsSold", "aggregate": "aggregateMarketValue", "outstanding": "noOfUnitsOutstanding"}
    return _sale(element, parts, figures, first(element, "approxSaleDate"), False)


def _made(element: Element) -> Sale | None:
    details = first(element, "sellerDetails")
    seller = first(details, "name") if details else None
    if seller is None:
        return None
    parts = {"seller": seller, "security": first(element, "securitiesClassTitle")}
    figures = {"amount": "amountOfSecuritiesSold", "aggregate": "grossProceeds"}
    return _sale(element, parts, figures, first(element, "saleDate"), True)


def _sale(
    element: Element, parts: dict[str, Element | None], figures: dict[str, str], day: Element | None, past: bool
) -> Sale:
    values: dict[str, Any] = {field: part.words for field, part in parts.items() if part}
    evidence: Evidences = tuple(c for field, part in parts.items() if part for c in part.cite(field))
    for field, name in figures.items():
        said = first(element, name)
        found = located(said.words) if said else None
        if said and found:
            values[field] = found[0]
            evidence += said.cite(field)
    date = day_of(day)
    return Sale(past=past, date=date, evidence=evidence + (day.cite("date") if day and date else ()), **values)


def _signatures(form: Element, seller: Element | None) -> tuple[Signature, ...]:
    notice = first(form, "noticeSignature")
    line = first(notice, "signature") if notice else None
    if notice is None or line is None:
        return ()
    return (detailed_signature(line, None, first(notice, "noticeDate"), seller),)
