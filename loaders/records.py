"""What a filing says: frozen records, each with the evidence it was read from.

`Filing` is the root. `to_json` gives the public record of ``filigraph extract``: the schema of the gold set
(registrants, plans, agents_for_service, counsel, auditors, signatures, exhibits, referenced_file_numbers) and more.
Values are as printed with white space collapsed, unless a field's comment says otherwise; dates are ISO strings.
``confidence``, how sure the reader is that all that a fact states is so (0 to 1), is set once the whole filing is read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType

from .codes import AttachmentKind as AttachmentKind
from .codes import AuditorCapacity as AuditorCapacity
from .codes import AuditorChangeKind as AuditorChangeKind
from .codes import CertificationKind as CertificationKind
from .codes import CounselCapacity as CounselCapacity
from .codes import DeregistrationCause as DeregistrationCause
from .codes import ExhibitStatus as ExhibitStatus
from .codes import Mode as Mode
from .codes import MovementKind as MovementKind
from .codes import OfficeChangeKind as OfficeChangeKind
from .codes import PriceBasis as PriceBasis
from .codes import Role as Role
from .codes import Stance as Stance
from .evidence import Evidence as Evidence
from .evidence import Evidences as Evidences
from .evidence import cite as cite
from .offices import Capacity as Capacity
from .reports import AccountantLetter as AccountantLetter
from .reports import Attachment as Attachment
from .reports import AuditorChange as AuditorChange
from .reports import Certification as Certification
from .reports import Item as Item
from .reports import OfficeChange as OfficeChange
from .reports import Subsidiary as Subsidiary
from .securities import Offering as Offering
from .securities import PlanMovement as PlanMovement

Cik = NewType("Cik", str)  # ten digits
Accession = NewType("Accession", str)  # NNNNNNNNNN-YY-NNNNNN
FileNumber = NewType("FileNumber", str)  # canonical: 3-digit prefix, number padded to 5, suffix kept


@dataclass(frozen=True, slots=True)
class Problem:
    """A part that could not be read. ``what`` a short code, ``where`` a part of the filing, ``why`` one sentence."""

    what: str
    where: str
    why: str
    evidence: Evidences = ()


@dataclass(frozen=True, slots=True)
class Alternative:
    """The other reading of a value that can be read in two ways; the fact itself has the reading that was taken.

    ``field`` is the fact's field, or ``kind`` where the fact may belong in another list; ``value`` what it would be.
    """

    field: str
    value: str
    why: str  # what leaves it open, in a few words
    evidence: Evidences = ()
    confidence: float | None = None  # together with the fact's own at most 1


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """One document of the submission, from its tags. ``sequence`` is 1-based; ``type`` as EDGAR has it."""

    sequence: int
    type: str
    filename: str | None = None
    description: str | None = None
    sha256: str = ""  # of the decoded document's text in UTF-8


@dataclass(frozen=True, slots=True)
class FormerName:
    """A party's earlier conformed name; ``since`` is the day that name BEGAN, as EDGAR means it."""

    name: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Address:
    kind: str  # business | mail
    street: tuple[str, ...] = ()
    city: str | None = None
    state: str | None = None  # EDGAR code
    zip: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class FilingValue:
    """One (form, act, file number, film number) line of a party."""

    form_type: str | None = None
    act: str | None = None
    file_number: FileNumber | None = None
    film_number: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """A party block of the submission header."""

    role: str  # FILER, SUBJECT-COMPANY, FILED-BY, REPORTING-OWNER, ISSUER, FILED-FOR, SERIAL-COMPANY, DEPOSITOR...
    name: str
    cik: Cik | None = None
    sic: str | None = None
    ein: str | None = None  # nine digits as the header has them
    state_of_incorporation: str | None = None  # EDGAR code
    fiscal_year_end: str | None = None
    relationship: str | None = None
    addresses: tuple[Address, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    values: tuple[FilingValue, ...] = ()
    evidence: Evidences = ()


@dataclass(frozen=True, slots=True)
class HeaderElement:
    """An element of the submission header that has no field of its own: group members, exchanges, flags, counts..."""

    name: str  # its tag, as in .nc files: GROUP-MEMBERS, SROS, PRIVATE-TO-PUBLIC
    value: str = ""  # as it stands, empty for flags
    evidence: Evidences = ()


@dataclass(frozen=True, slots=True)
class Registrant:
    name: str  # as the cover prints it
    cik: Cik | None = None
    jurisdiction: str | None = None
    ein: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    title: str
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """The agent for service named on the cover: a person or a firm."""

    name: str
    titles: tuple[str, ...] = ()
    organization: str | None = None
    phone: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Counsel:
    """A law firm (or, for in-house lawyers, their organization) that acts in the filing; one entry a firm."""

    firm: str
    lawyers: tuple[str, ...] = ()
    capacities: tuple[CounselCapacity, ...] = ()  # in the order of the enumeration
    evidence: Evidences = ()
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Auditor:
    firm: str
    capacities: tuple[AuditorCapacity, ...] = ()  # in the order of the enumeration
    report_dates: tuple[str, ...] = ()  # ISO, sorted
    firm_id: str | None = None  # PCAOB firm id
    location: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """One row of a signature page."""

    name: str
    conformed: str | None = None
    capacities: tuple[Capacity, ...] = ()
    date: str | None = None
    mode: Mode = Mode.SELF
    attorney: str | None = None
    on_behalf_of: str | None = None
    place: str | None = None  # "City, State" of the attestation, block A only
    date_source: str | None = None  # row | bracket | sentence | block | filing
    evidence: Evidences = ()
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class PowerOfAttorney:
    """An appointment of attorneys-in-fact, on a signature page or in Exhibit 24."""

    attorneys: tuple[str, ...]
    grantors: tuple[str, ...] = ()  # empty: each person whose signature appears on that page
    exhibit: str | None = None  # number where it is an exhibit
    date: str | None = None  # of an exhibit: the day on which it was granted
    forms: tuple[str, ...] = ()  # of an exhibit: the forms that the attorneys may sign
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class ExhibitReference:
    """Where an exhibit incorporated by reference was filed; unknown parts None."""

    form: str | None = None
    file_number: str | None = None
    date: str | None = None
    exhibit: str | None = None


@dataclass(frozen=True, slots=True)
class Exhibit:
    number: str
    description: str
    status: ExhibitStatus = ExhibitStatus.UNKNOWN
    reference: ExhibitReference | None = None
    evidence: Evidences = ()
    confidence: float | None = None
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Another registration statement that the main document cites by number."""

    file_number: str  # as printed
    form: str | None = None
    filed: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class IncorporatedDocument:
    """A report incorporated by reference (Item 3): form and period, date or file number where printed."""

    form: str
    period: str | None = None
    filed: str | None = None
    file_number: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reporting owner's relation to the issuer (Forms 3, 4, 5), a related person of Form D, a seller of Form 144."""

    owner: str
    cik: Cik | None = None
    director: bool = False
    officer: bool = False
    ten_percent_owner: bool = False
    other: bool = False
    titles: tuple[str, ...] = ()
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class BeneficialOwner:
    """A reporting person of Schedule 13D or 13G: what one cover page says. Amounts as plain decimals."""

    name: str
    cik: Cik | None = None
    citizenship: str | None = None  # or place of organization, as printed; an EDGAR code where the form is XML
    types: tuple[str, ...] = ()  # codes of the type of reporting person: IN, CO, PN, IA, HC...
    group: str | None = None  # box ticked in row 2: "a" is a member of a group, "b" is not or disclaims it
    sole_voting: str | None = None
    shared_voting: str | None = None
    sole_dispositive: str | None = None
    shared_dispositive: str | None = None
    aggregate: str | None = None
    percent: str | None = None  # of the class
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class SubjectSecurity:
    """The class of securities that a Schedule 13D or 13G or a Form 144 is about."""

    title: str
    cusips: tuple[str, ...] = ()
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """A sale of securities under Rule 144: one that is proposed, or one of the three months before."""

    seller: str
    past: bool = False
    security: str | None = None
    amount: str | None = None  # units
    aggregate: str | None = None  # dollars: market value, or gross proceeds of a past sale
    outstanding: str | None = None  # units of the class
    date: str | None = None  # approximate where the sale is proposed
    broker: str | None = None
    exchange: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """All that one filing says. ``id`` is the accession number, else ``sha256-`` and 16 hex digits of the bytes."""

    id: str
    source: str
    sha256: str
    form_type: str | None = None
    accession: Accession | None = None
    filing_date: str | None = None
    accepted: str | None = None  # YYYY-MM-DDTHH:MM:SS, US Eastern wall clock
    effective_date: str | None = None
    period: str | None = None
    items: tuple[Item, ...] = ()
    registration_number: str | None = None  # the cover's own number, None where blank
    general_instruction_e: bool = False
    documents: tuple[DocumentInfo, ...] = ()
    parties: tuple[Party, ...] = ()
    elements: tuple[HeaderElement, ...] = ()
    registrants: tuple[Registrant, ...] = ()
    plans: tuple[Plan, ...] = ()
    offerings: tuple[Offering, ...] = ()
    movements: tuple[PlanMovement, ...] = ()
    agents_for_service: tuple[Agent, ...] = ()
    counsel: tuple[Counsel, ...] = ()
    auditors: tuple[Auditor, ...] = ()
    signatures: tuple[Signature, ...] = ()
    powers_of_attorney: tuple[PowerOfAttorney, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    references: tuple[Reference, ...] = ()
    incorporated_documents: tuple[IncorporatedDocument, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    beneficial_owners: tuple[BeneficialOwner, ...] = ()
    subject_securities: tuple[SubjectSecurity, ...] = ()
    sales: tuple[Sale, ...] = ()
    office_changes: tuple[OfficeChange, ...] = ()
    auditor_changes: tuple[AuditorChange, ...] = ()
    accountant_letters: tuple[AccountantLetter, ...] = ()
    subsidiaries: tuple[Subsidiary, ...] = ()
    certifications: tuple[Certification, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    evidence: Evidences = ()  # of form, dates, registration number
    problems: tuple[Problem, ...] = ()


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values in order, each once."""
    return tuple(dict.fromkeys(values))
