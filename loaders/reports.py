"""What current reports say has happened, and what the exhibits of reports say: frozen records with their evidence.

`records` names them all; they stand apart only to keep files short.
"""

from __future__ import annotations

from dataclasses import dataclass

from .codes import AttachmentKind, AuditorChangeKind, CertificationKind, OfficeChangeKind, Stance
from .evidence import Evidences
from .offices import Capacity


@dataclass(frozen=True, slots=True)
class Item:
    """An item that a report reports under: on Form 8-K by the number of its day, else as the header has it."""

    code: str  # "5.02", or before 23 August 2004 "6"
    title: str | None = None  # as printed, in the text or else in the header
    present: str | None = None  # the code of the present numbering that takes the place of an old one, or the code
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class OfficeChange:
    """A person's leaving or taking an office, as one sentence says it."""

    name: str  # in full, as the report prints it
    kind: OfficeChangeKind
    words: str  # the verb, as printed
    sentence: str
    capacities: tuple[Capacity, ...] = ()
    effective: str | None = None  # ISO
    noticed: str | None = None  # the day of the notice or decision, where another one is effective
    successor: str | None = None
    predecessor: str | None = None
    item: str | None = None  # code
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AuditorChange:
    """The end or beginning of an accounting firm's engagement, as one sentence says it."""

    firm: str
    kind: AuditorChangeKind
    words: str  # the verb, as printed
    sentence: str
    date: str | None = None  # ISO
    item: str | None = None  # code
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AccountantLetter:
    """Exhibit 16: a former accountant's letter on what the registrant says of the change."""

    firm: str
    date: str | None = None
    addressee: str | None = None
    stance: Stance = Stance.UNKNOWN
    exhibit: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Subsidiary:
    """One row of Exhibit 21."""

    name: str
    jurisdiction: str | None = None
    ownership: str | None = None  # per cent, a plain decimal
    trade_names: tuple[str, ...] = ()  # "doing business as"
    parent: str | None = None  # the subsidiary above it, where indents or words show it
    exhibit: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Certification:
    """A certification of a report by one officer: Exhibits 31 and 32."""

    name: str
    kind: CertificationKind
    capacities: tuple[Capacity, ...] = ()
    date: str | None = None
    form: str | None = None  # of the report certified
    period: str | None = None  # ISO
    exhibit: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """Exhibit 99: a press release or another document that a report attaches."""

    kind: AttachmentKind = AttachmentKind.UNKNOWN
    title: str | None = None  # headline
    date: str | None = None
    signers: tuple[str, ...] = ()
    exhibit: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None
