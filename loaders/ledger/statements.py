"""The registration statements that a passage lists: number, day, plans and the shares once registered.

Registration Statement No. 333-18707, filed October 13, 1997, relating to the 1996 Stock Option Plan;
Nos. 333-64267 (filed November 14, 1994) and 333-49700 (filed April 27, 1998), relating to the 1998 Plan
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..dates import dates_in_prose
from ..span import Piece
from .amounts import Amount, amounts_in
from .names import PlanName, PlanNames

_NUMBER = re.compile(r"(?<![\w.$/#-])0?(?:333|33|2)-\d{2,6}(?:-\d{1,3})?(?![\d/%]|-\d|\.\d)")
_FILED = re.compile(r"\b(?:filed|dated|effective)\b", re.I)
_APART = re.compile(r"[;]|\bnos?\.|\band\b", re.I)
_NEAR = 130  # characters from a number to its day


@dataclass(frozen=True, slots=True)
class Statement:
    """A registration statement as one sentence names it."""

    number: str  # as printed
    place: Piece
    filed: tuple[str, Piece] | None
    plans: tuple[PlanName, ...]
    registered: tuple[Amount, ...]  # what it registered: for each of the plans, or in all
    clause: Piece

    def registered_for(self, plan: str | None) -> Amount | None:
        """How many securities it registered for a plan, where the sentence says it."""
        if len(self.registered) == len(self.plans):
            return next((a for a, p in zip(self.registered, self.plans, strict=True) if p.title == plan), None)
        return self.registered[0] if len(self.registered) == 1 and not self.plans else None


def read_statements(clauses: Iterable[Piece], names: PlanNames, known: frozenset[str]) -> tuple[Statement, ...]:
    """The statements in order, each once; ``known`` are the numbers that are such."""
    found: dict[str, Statement] = {}
    for clause in clauses:
        for statement in _statements(clause, names, known):
            other = found.get(statement.number)
            if other is None or (not other.plans and statement.plans):
                found[statement.number] = statement
    return tuple(found.values())


def _statements(clause: Piece, names: PlanNames, known: frozenset[str]) -> Iterator[Statement]:
    numbers = [m for m in _NUMBER.finditer(str(clause)) if m[0] in known]
    if not numbers:
        return
    plans = names.distinct(clause)
    once = [amount for amount in amounts_in(clause) if amount.once]
    for i, number in enumerate(numbers):
        low = numbers[i - 1].end() if i else 0
        high = numbers[i + 1].start() if i + 1 < len(numbers) else clause.end - clause.start
        registered = tuple(once) if len(numbers) == 1 else ()
        yield Statement(number[0], clause.group(number), _filed(clause, low, number, high), plans, registered, clause)


def _filed(clause: Piece, low: int, number: re.Match[str], high: int) -> tuple[str, Piece] | None:
    """The day on which the statement was filed: after its number, else before it in the same item."""
    after = clause.sub(number.end(), min(high, number.end() + _NEAR))
    days = dates_in_prose(after) if _FILED.search(str(after)) else ()
    if days:
        return days[0]
    before = clause.sub(max(low, number.start() - _NEAR), number.start())
    days = dates_in_prose(before) if _FILED.search(str(before)) and not (low and _APART.search(str(before))) else ()
    return days[-1] if days else None
