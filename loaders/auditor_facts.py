"""Auditor tags of inline XBRL: firm id, location and name, for fiscal years that end after 15 December 2021.

    <ix:nonNumeric name="dei:AuditorName" ...>Count &amp; Check LLP</ix:nonNumeric>
    <ix:nonNumeric name="dei:AuditorFirmId" ...>42</ix:nonNumeric>

An auditor that the text named gets what the tags add; one that only the tags name is an entry of its own.
"""

from __future__ import annotations

from dataclasses import replace

from .inline_xbrl import Fact, read_facts
from .organizations import same_firm
from .records import Auditor, AuditorCapacity, Evidence

_FIELDS = {"dei:AuditorName": "firm", "dei:AuditorFirmId": "firm_id", "dei:AuditorLocation": "location"}


def with_tags(auditors: tuple[Auditor, ...], document: int, source: str) -> tuple[Auditor, ...]:
    """The auditors with what the document's auditor tags say; as they are where it has none, or several firms'."""
    if "dei:Auditor" not in source:
        return auditors
    found: dict[str, Fact] = {}
    for fact in read_facts(document, source, ("dei",)):
        field = _FIELDS.get(fact.name)
        if field is not None and fact.value.strip():
            if field in found and found[field].value != fact.value:
                return auditors
            found.setdefault(field, fact)
    return _add(auditors, found, source) if "firm" in found else auditors


def _add(auditors: tuple[Auditor, ...], found: dict[str, Fact], source: str) -> tuple[Auditor, ...]:
    name = " ".join(found["firm"].value.split())
    number, place = (" ".join(found[f].value.split()) if f in found else None for f in ("firm_id", "location"))
    cited = tuple(
        Evidence(field, fact.span, source[fact.span.start : fact.span.end]) for field, fact in sorted(found.items())
    )
    if not any(same_firm(a.firm, name) for a in auditors):
        report = (AuditorCapacity.REPORT,)
        return (*auditors, Auditor(name, report, firm_id=number, location=place, evidence=cited))
    return tuple(
        replace(a, firm_id=number, location=place, evidence=a.evidence + cited) if same_firm(a.firm, name) else a
        for a in auditors
    )
