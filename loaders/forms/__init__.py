"""The registry of form families: which parts of a filing each form has, and so which readers run on it.

To read one more form, add its type here (and its concept to `ontology/form-types.ttl`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Part(Flag):
    """A part of a main document that a reader reads."""

    COVER = auto()
    PLANS = auto()
    OFFERINGS = auto()
    AGENTS = auto()
    COUNSEL = auto()
    AUDITORS = auto()
    SIGNATURES = auto()
    EXHIBITS = auto()
    REFERENCES = auto()
    INCORPORATED = auto()
    OWNERS = auto()
    RELATED = auto()
    SELLERS = auto()
    HOLDERS = auto()
    ITEMS = auto()
    MOVEMENTS = auto()


#: What each part gives, in words, and the keys of the record it fills. `docs/forms.md` is made of it.
GIVES = {
    Part.COVER: ("the cover", ("registrants", "registration_number")),
    Part.PLANS: ("plans", ("plans",)),
    Part.OFFERINGS: ("fee table", ("offerings",)),
    Part.AGENTS: ("agents for service", ("agents_for_service",)),
    Part.COUNSEL: ("law firms and lawyers", ("counsel",)),
    Part.AUDITORS: ("auditors", ("auditors",)),
    Part.SIGNATURES: ("signatures and powers of attorney", ("signatures", "powers_of_attorney")),
    Part.EXHIBITS: ("exhibit list", ("exhibits",)),
    Part.REFERENCES: ("registration statements cited", ("references",)),
    Part.INCORPORATED: ("reports incorporated by reference", ("incorporated_documents",)),
    Part.OWNERS: ("issuer, owners, their relation and offices", ("registrants", "relationships")),
    Part.RELATED: ("issuers, executive officers, directors, promoters", ("registrants", "relationships")),
    Part.SELLERS: (
        "issuer, seller and relation, class, sales proposed and made",
        ("registrants", "relationships", "subject_securities", "sales"),
    ),
    Part.HOLDERS: (
        "issuer, class and CUSIP, date of event, a record a reporting person",
        ("registrants", "subject_securities", "period", "beneficial_owners"),
    ),
    Part.MOVEMENTS: ("securities registered, added, moved, removed from registration, by plan", ("movements",)),
    Part.ITEMS: (
        "items, who left and took an office, changes of accountants",
        ("items", "office_changes", "auditor_changes"),
    ),
}


@dataclass(frozen=True, slots=True)
class Family:
    """Forms that are built alike: their types without ``/A``, and their parts."""

    name: str
    types: frozenset[str]
    parts: Part


_REPORT = Part.COVER | Part.AUDITORS | Part.SIGNATURES | Part.EXHIBITS
_REGISTRATION = _REPORT | Part.OFFERINGS | Part.AGENTS | Part.COUNSEL | Part.REFERENCES | Part.INCORPORATED

FAMILIES = (
    Family(
        "employee benefit plan registration", frozenset({"S-8", "S-8 POS"}), _REGISTRATION | Part.PLANS | Part.MOVEMENTS
    ),
    Family(
        "registration statement",
        frozenset(
            {"S-1", "S-1MEF", "S-2", "S-2MEF", "S-3", "S-3ASR", "S-3D", "S-3DPOS", "S-3MEF", "S-4", "S-4EF", "S-4MEF"}
            | {"S-4 POS", "S-11", "S-11MEF", "S-20", "SB-1", "SB-1MEF", "SB-2", "SB-2MEF"}
            | {"F-1", "F-1MEF", "F-2", "F-3", "F-3ASR", "F-3D", "F-3MEF", "F-4", "F-4EF", "F-4MEF", "F-4 POS", "F-6"}
            | {"F-7", "F-8", "F-9", "F-10", "F-10EF", "F-10POS", "F-80"}
            | {"POS AM", "POSASR", "POS EX", "POS462B"}
        ),
        _REGISTRATION,
    ),
    Family(
        "registration of a class",
        frozenset({"10-12B", "10-12G", "10-SB", "10SB12B", "10SB12G", "8-A12B", "8-A12G"}),
        _REPORT,
    ),
    Family(
        "annual report",
        frozenset({"10-K", "10-K405", "10-KSB", "10KSB", "10-KSB40", "10KSB40", "10-KT", "10-KT405"}),
        _REPORT | Part.REFERENCES,
    ),
    Family(
        "foreign annual report",
        frozenset({"20-F", "20FR12B", "20FR12G", "40-F", "40FR12B", "40FR12G"}),
        _REPORT | Part.REFERENCES | Part.AGENTS,
    ),
    Family("plan annual report", frozenset({"11-K"}), _REPORT | Part.REFERENCES | Part.PLANS),
    Family("quarterly report", frozenset({"10-Q", "10-QSB", "10QSB", "10-QT"}), _REPORT | Part.REFERENCES),
    Family(
        "current report",
        frozenset({"8-K", "8-K12B", "8-K12G3", "8-K15D5", "6-K"}),
        _REPORT | Part.COUNSEL | Part.REFERENCES | Part.ITEMS,
    ),
    Family("insider ownership", frozenset({"3", "4", "5"}), Part.OWNERS | Part.SIGNATURES),
    Family("proposed sale", frozenset({"144"}), Part.SELLERS | Part.SIGNATURES),
    Family(
        "beneficial ownership",
        frozenset({"SC 13D", "SC 13G", "SCHEDULE 13D", "SCHEDULE 13G"}),
        Part.HOLDERS | Part.SIGNATURES | Part.EXHIBITS,
    ),
    Family("exempt offering", frozenset({"D"}), Part.RELATED | Part.SIGNATURES),
)

#: What is read in any other form: whatever the generic readers find.
OTHER = Family("other", frozenset(), Part.COVER | Part.SIGNATURES | Part.EXHIBITS)

_BY_TYPE = {form: family for family in FAMILIES for form in family.types}


def family_of(form_type: str | None) -> Family:
    """The family of a form type such as ``S-8``, ``10-K405`` or ``S-3/A``; `OTHER` where it is not registered."""
    return _BY_TYPE.get((form_type or "").upper().removesuffix("/A").strip(), OTHER)
