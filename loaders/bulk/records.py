"""What a listing says: records of bulk metadata, each with the evidence it was read from.

Values are as the file has them, but for dates (ISO) and CIKs (ten digits). Document 1 is the whole decoded file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from ..records import Accession, Cik, Evidences, Problem


@dataclass(frozen=True, slots=True)
class Ticker:
    """A trading symbol and, where it is said, the exchange."""

    symbol: str
    exchange: str | None = None


@dataclass(frozen=True, slots=True)
class NamePeriod:
    """A former name with the days from which and to which EDGAR had it; the days are ISO."""

    name: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class ListedCompany:
    """An entity that a listing describes: a company, or any other holder of a CIK (`entity_type` "other")."""

    name: str
    cik: Cik | None = None
    entity_type: str | None = None
    sic: str | None = None
    ein: str | None = None
    state_of_incorporation: str | None = None
    fiscal_year_end: str | None = None
    tickers: tuple[Ticker, ...] = ()
    former_names: tuple[NamePeriod, ...] = ()
    evidence: Evidences = ()


@dataclass(frozen=True, slots=True)
class ListedFiling:
    """A stub: a filing that a listing names. ``filename`` is its main document; ``path`` where EDGAR has it."""

    accession: Accession
    form_type: str | None = None
    filing_date: str | None = None
    period: str | None = None
    items: tuple[str, ...] = ()
    file_number: str | None = None  # as the listing has it
    filename: str | None = None
    path: str | None = None
    name: str | None = None  # of the filer or other party, in an index
    cik: Cik | None = None
    evidence: Evidences = ()


Row: TypeAlias = ListedCompany | ListedFiling | Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """All that one listing says. ``id`` is ``listing-`` and 16 hex digits of the source's name."""

    id: str
    source: str
    sha256: str
    kind: str  # index | submissions | tickers
    received: str | None = None  # an index's day of the last data in it, ISO
    companies: tuple[ListedCompany, ...] = ()
    filings: tuple[ListedFiling, ...] = ()
    evidence: Evidences = ()
    problems: tuple[Problem, ...] = ()
