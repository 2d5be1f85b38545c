"""What a filing registers and what becomes of it: rows of a fee table, and movements of the securities of plans.

`records` names them; they stand apart only to keep files short.
"""

from __future__ import annotations

from dataclasses import dataclass

from .codes import DeregistrationCause, MovementKind, PriceBasis
from .evidence import Evidences


@dataclass(frozen=True, slots=True)
class Offering:
    """One row of the fee table: securities, and the plan where the row names it. Amounts as plain decimals."""

    security: str
    plan: str | None = None
    amount: str | None = None  # number of shares or dollars, e.g. "2000000"
    price: str | None = None  # a unit
    aggregate: str | None = None
    fee: str | None = None
    basis: tuple[PriceBasis, ...] = ()  # how the price was found, by the notes; in the order of the enumeration
    price_date: str | None = None  # of the market prices that the price rests on
    evidence: Evidences = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class PlanMovement:
    """What a filing does with the securities of one plan. Amounts as plain decimals, in securities."""

    kind: MovementKind
    plan: str | None = None  # the cover's title where it is that plan; the plan that gets them, where they are moved
    source_plan: str | None = None  # that they are moved from
    amount: str | None = None
    unsold: bool = False  # all that remain, however many; then there is no amount
    file_numbers: tuple[str, ...] = ()  # statements that they are added to, moved or removed from, as printed
    filed: str | None = None  # the day of that statement, where there is one
    registered: str | None = None  # how many securities that statement registered
    row: int | None = None  # of the fee table, from 1: price and fee stand there
    cause: DeregistrationCause | None = None
    cause_date: str | None = None
    evidence: Evidences = ()
    confidence: float | None = None
