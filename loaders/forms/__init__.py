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


@dataclass(frozen=True, slots=True)
class Family:
    """Forms that are built alike: their types without ``/A``, and their parts."""

    name: str
    types: frozenset[str]
    parts: Part


_REPORT = Part.COVER | Part.AUDITORS | Part.SIGNATURES | Part.EXHIBITS
_REGISTRATION = _REPORT | Part.OFFERINGS | Part.AGENTS | Part.COUNSEL | Part.REFERENCES | Part.INCORPORATED

FAMILIES = (
    Family("employee benefit plan registration", frozenset({"S-8", "S-8 POS"}), _REGISTRATION | Part.PLANS),
    Family(
        "registration statement",
        frozenset(
            {"S-1", "S-1MEF", "S-2", "S-3", "S-3ASR", "S-3D", "S-3DPOS", "S-3MEF", "S-4", "S-4MEF", "S-4 POS", "S-11"}
            | {"SB-1", "SB-2", "SB-2MEF", "F-1", "F-1MEF", "F-2", "F-3", "F-3ASR", "F-3D", "F-4", "F-6", "F-10"}
            | {"POS AM", "POSASR", "POS EX", "POS462B"}
        ),
        _REGISTRATION,
    ),
    Family(
        "annual report",
        frozenset(
            {
                "10-K",
                "10-K405",
                "10-KSB",
                "10KSB",
                "10-KSB40",
                "10KSB40",
                "10-KT",
                "10-KT405",
                "20-F",
                "40-F",
                "11-K",
            }
        ),
        _REPORT | Part.REFERENCES,
    ),
    Family("quarterly report", frozenset({"10-Q", "10-QSB", "10QSB", "10-QT"}), _REPORT | Part.REFERENCES),
    Family("current report", frozenset({"8-K", "8-K12B", "8-K12G3", "8-K15D5", "6-K"}), _REPORT),
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
