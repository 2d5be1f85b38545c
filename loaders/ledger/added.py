"""Securities that a filing registers: row by row of its fee table, and whether they add to an earlier registration.

This Registration Statement is filed to register additional shares under the 1996 Plan. Pursuant to General
Instruction E ... the contents of the Registration Statement on Form S-8, No. 333-79726 ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..records import Evidences, MovementKind, Offering, PlanMovement, Problem, cite
from ..span import Piece
from .amounts import amounts_in
from .names import PlanNames
from .statements import Statement

_Part = tuple[str | None, str | None, Evidences]  # plan, number, the words for both
_ADDS = re.compile(
    r"\badditional\b[^.;]{0,120}\b(?:shares|securities|units|interests)\b|\b(?:shares|securities)\b[^.;]{0,60}\badditional\b",
    re.I,
)
_CUES = ("dditional", "DDITIONAL", "nstruction", "NSTRUCTION", "ontents", "ONTENTS")
_REGISTERS = re.compile(r"\bregist(?:er|ers|ering|ered|ration)\b", re.I)
_CARRIES = re.compile(r"\bgeneral\s+instruction\s+[\"“]?E\b|\bcontents\s+of\b.{0,400}?\bincorporated\b", re.I | re.S)
_ELSE = re.compile(
    r"\brule\s+416\b|\bno\s+additional\b|\bsuch\s+additional\b|\bstock\s+(?:split|dividend)|\bindeterminate\b"
    r"|\bnot\s+applicable\b",
    re.I,
)


def read_registered(
    rows: Sequence[Offering],
    clauses: Sequence[Piece],
    names: PlanNames,
    statements: Sequence[Statement],
    instruction_e: bool,
) -> tuple[list[PlanMovement], list[Problem]]:
    """A movement for each row; for each plan of a row, where the text parts the row's number among plans."""
    said = list(_additions(clauses))
    adds = instruction_e or any(_ADDS.search(str(word)) for _, word in said)
    named = {name.title for clause, _ in said for name in names.find(clause)} if adds else set()
    words = cite("kind", said[0][1]) if adds and said else ()
    out: list[PlanMovement] = []
    untold: list[Evidences] = []
    parts = {} if names.only or all(row.plan for row in rows) else _shares(clauses, names)
    for position, row in enumerate(rows, 1):
        parted = parts.get(Decimal(row.amount)) if row.amount and not row.plan else None
        for plan, amount, evidence in parted or (_whole(row, names),):
            added = adds and _is_added(plan, named, names)
            untold += [evidence] if plan is None and len(names.titles) > 1 else []
            movement = PlanMovement(
                MovementKind.ADDED if added else MovementKind.REGISTERED,
                plan=plan,
                amount=amount,
                row=position,
                evidence=(words if added else ()) + evidence,
            )
            out.append(_cited(movement, statements) if added else movement)
    told = {movement.plan for movement in out if movement.kind is MovementKind.ADDED}
    for clause, word in said if adds else ():
        for name in names.distinct(clause):
            if name.title in names.titles and name.title not in told:  # added to, though no row says how much
                told.add(name.title)
                evidence = cite("kind", word) + cite("plan", name.piece)
                out.append(_cited(PlanMovement(MovementKind.ADDED, plan=name.title, evidence=evidence), statements))
    return out, _problems(untold, len(rows), names)


def _additions(clauses: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """The sentences that say that securities are added to those of an earlier statement, with the words for it."""
    for clause in clauses:
        words = str(clause)
        if not any(word in words for word in _CUES):
            continue
        match = _CARRIES.search(words) or (_ADDS.search(words) if _REGISTERS.search(words) else None)
        if match and not _ELSE.search(words):
            yield clause, clause.group(match)


def _is_added(plan: str | None, named: set[str], names: PlanNames) -> bool:
    """Is a plan among those that the sentences name; all are where they name none, or the cover has but one."""
    if plan is None:
        return not named or set(names.titles) <= named
    return not named or plan in named or names.only is not None


def _whole(row: Offering, names: PlanNames) -> _Part:
    """A row's plan, number, and the words for both."""
    evidence = tuple(e for e in row.evidence if e.field in ("amount", "plan"))
    if not any(e.field == "amount" for e in evidence):
        evidence += tuple(replace(e, field="row") for e in row.evidence[:1])
    if row.plan:
        return names.title_of(row.plan), row.amount, evidence
    return names.only, row.amount, evidence + names.cite(names.only)


def _shares(clauses: Sequence[Piece], names: PlanNames) -> dict[Decimal, tuple[_Part, ...]]:
    """The sentences that give several plans their numbers, by the whole that these make; the first that makes it."""
    found: dict[Decimal, tuple[_Part, ...]] = {}
    for clause in clauses:
        parts = tuple(_pairs(clause, names))
        if len(parts) > 1:
            found.setdefault(sum((Decimal(value) for _, value, _ in parts if value), Decimal(0)), parts)
    return found


def _pairs(clause: Piece, names: PlanNames) -> Iterator[_Part]:
    """Each number of securities with the plan that is named after it and before the next."""
    amounts = list(amounts_in(clause))
    plans = names.find(clause) if len(amounts) > 1 else ()
    for i, amount in enumerate(amounts):
        until = amounts[i + 1].piece.start if i + 1 < len(amounts) else clause.end
        after = [name for name in plans if amount.piece.end <= name.piece.start < until]
        if after:
            yield after[0].title, amount.value, cite("amount", amount.piece) + cite("plan", after[0].piece)


def _cited(movement: PlanMovement, statements: Sequence[Statement]) -> PlanMovement:
    """The movement with the earlier statements for its plan."""
    own = [s for s in statements if not s.plans or movement.plan in {plan.title for plan in s.plans}]
    one = own[0] if len(own) == 1 else None
    evidence = movement.evidence + cite("file_numbers", *(s.place for s in own))
    return replace(
        movement,
        file_numbers=tuple(s.number for s in own),
        filed=one.filed[0] if one and one.filed else None,
        evidence=evidence + (cite("filed", one.filed[1]) if one and one.filed else ()),
    )


def _problems(untold: Sequence[Evidences], rows: int, names: PlanNames) -> list[Problem]:
    if not untold:
        return []
    why = f"The fee table has {rows} rows, the cover {len(names.titles)} plans: no words say which is for which."
    cited = tuple(replace(e, field="what") for evidence in untold for e in evidence)
    return [Problem("plan-untold", "movements", why, cited)]
