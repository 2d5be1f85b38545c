"""The closed lists of codes that records hold; `ontology` has a concept for each, and a test compares the two."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Role codes: the canonical office or capacity that a printed title names."""

    PEO = "PEO"
    PFO = "PFO"
    PAO = "PAO"
    DIR = "DIR"
    CHAIR = "CHAIR"
    CEO = "CEO"
    PRES = "PRES"
    COO = "COO"
    CFO = "CFO"
    CAO = "CAO"
    CLO = "CLO"
    CTO = "CTO"
    CIO = "CIO"
    CXO = "CXO"
    CTRL = "CTRL"
    VP = "VP"
    SEC = "SEC"
    TREAS = "TREAS"
    GC = "GC"
    GP = "GP"
    MM = "MM"
    TTEE = "TTEE"
    PADM = "PADM"
    AUSR = "AUSR"
    FOUNDER = "FOUNDER"
    AUTH = "AUTH"
    OTHER = "OTHER"


class Mode(StrEnum):
    """How a row of a signature page is signed."""

    SELF = "self"
    BY_ATTORNEY = "by_attorney"
    UNSIGNED = "unsigned"


class CounselCapacity(StrEnum):
    COPIES_TO = "copies_to"
    OPINION = "opinion"
    CONSENT = "consent"
    LEGAL_MATTERS = "legal_matters"
    AGENT_FOR_SERVICE = "agent_for_service"


class AuditorCapacity(StrEnum):
    CONSENT = "consent"
    EXPERTS = "experts"
    REPORT = "report"
    DISMISSED = "dismissed"
    ENGAGED = "engaged"


class ExhibitStatus(StrEnum):
    FILED_HEREWITH = "filed_herewith"
    INCORPORATED_BY_REFERENCE = "incorporated_by_reference"
    IN_OTHER_EXHIBIT = "in_other_exhibit"
    ON_SIGNATURE_PAGE = "on_signature_page"
    PREVIOUSLY_FILED = "previously_filed"
    TO_BE_FILED_BY_AMENDMENT = "to_be_filed_by_amendment"
    FURNISHED = "furnished"
    OMITTED = "omitted"
    UNKNOWN = "unknown"


class OfficeChangeKind(StrEnum):
    DEPARTURE = "departure"
    APPOINTMENT = "appointment"


class AuditorChangeKind(StrEnum):
    """How an engagement of accountants ends (by whom) or begins."""

    DISMISSED = "dismissed"
    RESIGNED = "resigned"
    ENDED = "ended"  # replaced, terminated, not renewed: by whom is not said
    ENGAGED = "engaged"


class Stance(StrEnum):
    """What an accountant's letter says of the registrant's statements."""

    AGREES = "agrees"
    PARTLY = "partly"  # agrees with some of them, or disagrees with some
    DISAGREES = "disagrees"
    NO_BASIS = "no_basis"  # only: cannot say
    UNKNOWN = "unknown"


class CertificationKind(StrEnum):
    """The section of the Sarbanes-Oxley Act that asks for a certification."""

    SECTION_302 = "section_302"
    SECTION_906 = "section_906"


class AttachmentKind(StrEnum):
    """What an Exhibit 99 is by its own heading."""

    PRESS_RELEASE = "press_release"
    LETTER = "letter"
    PRESENTATION = "presentation"
    TRANSCRIPT = "transcript"
    NOTICE = "notice"
    FINANCIAL_STATEMENTS = "financial_statements"
    AGREEMENT = "agreement"
    UNKNOWN = "unknown"
