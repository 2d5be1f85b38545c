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


class PriceBasis(StrEnum):
    """What the price in a fee table rests on: the paragraph of Rule 457, and what is taken for the price."""

    RULE_457_A = "rule_457_a"
    RULE_457_C = "rule_457_c"
    RULE_457_D = "rule_457_d"
    RULE_457_F = "rule_457_f"
    RULE_457_G = "rule_457_g"
    RULE_457_H = "rule_457_h"
    RULE_457_I = "rule_457_i"
    RULE_457_O = "rule_457_o"
    RULE_457_R = "rule_457_r"
    RULE_457_U = "rule_457_u"
    AVERAGE_HIGH_LOW = "average_high_low"
    BID_ASKED = "bid_asked"
    CLOSING_PRICE = "closing_price"
    EXERCISE_PRICE = "exercise_price"
    WEIGHTED_EXERCISE_PRICE = "weighted_exercise_price"
    DISCOUNT = "discount"  # a share of the market price, as purchase plans have it
    BOOK_VALUE = "book_value"


class MovementKind(StrEnum):
    """What a filing does with securities of a plan."""

    REGISTERED = "registered"
    ADDED = "added"  # registered in addition to those of an earlier statement for the same plan
    MOVED = "moved"  # registered for one plan, now to be issued under another
    DEREGISTERED = "deregistered"


class DeregistrationCause(StrEnum):
    """The event after which securities are removed from registration."""

    MERGER = "merger"  # or another acquisition of the registrant
    BANKRUPTCY = "bankruptcy"
    REPORTING_ENDED = "reporting_ended"  # Form 15
    PLAN_REPLACED = "plan_replaced"
    PLAN_ENDED = "plan_ended"
    OFFERING_ENDED = "offering_ended"
