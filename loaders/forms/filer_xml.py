"""Other forms in XML (13F, N-PX, C, EFFECT): the filer, and who signs for it.

    <filingManager><name>Invented Advisers LP</name></filingManager>
    <signatureBlock><name>Mary Major</name><title>Partner</title><signature>/s/ M. Major</signature>...

Each schema names the same things differently, so filers and signatures each have a list of element names. Where a form
names no filer in any of these ways, nothing is read and the reader of covers says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..dates import parse_date
from ..elements import Element, parse
from ..records import Signature
from .related import Related, day_of, first, registrant, signed, stated, words_of

_FORM = re.compile(r"<(?:\w+:)?edgarSubmission\b")
_SIGNED = re.compile(r"^/s/+\s*", re.I)
_CIK = ("cik", "filerCik")  # of the filer, in the part that EDGAR's own fields stand in
_FILERS = (  # the element of the filer and that of its name, 13F, N-PX, C, EFFECT
    ("filingManager", "name"),
    ("coverPage", "reportingPerson", "name"),
    ("issuerInfo", "nameOfIssuer"),
    ("filer", "entityName"),
)


@dataclass(frozen=True, slots=True)
class _Signs:
    """The element names of a signature."""

    block: str
    name: str
    signature: str | None
    title: str
    day: str
    party: str | None = None
    for_filer: bool = False  # the one who signs does so for the filer


_SIGNATURES = (
    _Signs("signatureBlock", "name", "signature", "title", "signatureDate", for_filer=True),
    _Signs("signaturePage", "txPrintedSignature", "txSignature", "txTitle", "txAsOfDate", "reportingPerson"),
    _Signs("signaturePerson", "personSignature", None, "personTitle", "signatureDate"),
)


def read_filer_xml(document: int, source: str) -> Related | None:
    """What another form in XML says of its filer; None where it names none. Spans count the source."""
    if not _FORM.search(source):
        return None
    root = parse(document, source)
    form = root.find("edgarSubmission") or root
    name = next((e for path in _FILERS if (e := form.find(*path)) and stated(e.words)), None)
    filer = registrant(name, first(form.find("filer") or form, *_CIK))
    if filer is None:
        return None
    kind, period = form.find("submissionType"), first(form, "periodOfReport")
    day = _day(period)
    evidence = kind.cite("form_type") if kind else ()
    return Related(
        form_type=words_of(kind),
        period=day,
        registrants=(filer,),
        signatures=tuple(
            s for signs in _SIGNATURES for block in form.all(signs.block) if (s := _signature(block, signs, name))
        ),
        evidence=evidence + (period.cite("period") if period and day else ()),
    )


def _day(element: Element | None) -> str | None:
    """The day of a date field, which these forms print with dashes, too (``03-26-2024``)."""
    return (day_of(element) or parse_date(element.words.replace("-", "/"))) if element else None


def _signature(block: Element, signs: _Signs, filer: Element | None) -> Signature | None:
    printed, title, day = block.find(signs.name), block.find(signs.title), block.find(signs.day)
    conformed = block.find(signs.signature) if signs.signature else None
    party = block.find(signs.party) if signs.party else filer if signs.for_filer else None
    if printed is None or not stated(printed.words):
        return None
    name = _SIGNED.sub("", printed.words)
    shown = _SIGNED.sub("", conformed.words) if conformed else ""
    evidence = printed.cite("name", name)
    evidence += conformed.cite("conformed", shown) if conformed and shown else ()
    return replace(signed(name, title, party, day, _day(day), evidence), conformed=shown or None)
