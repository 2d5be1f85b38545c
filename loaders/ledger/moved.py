"""Securities that were registered for one plan and may now be issued under another.

Shares that were registered for, but not issued under, the 1994 Plan may henceforth be issued under the 2000 Plan
1,200,000 shares registered under the 1994 Plan (File No. 333-25893) are carried forward to this Registration Statement
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..records import MovementKind, PlanMovement, Problem, cite
from ..span import Piece
from .amounts import amounts_in, in_words
from .names import PlanName, PlanNames
from .statements import Statement

_CARRIED = re.compile(
    r"\bcarr(?:ied|y|ies|ying)\s+(?:forward|over)\b|\broll(?:ed|ing|s)?[\s-]+(?:over|forward|into)\b"
    r"|\b(?:are|were|is|was|been|being|be)\s+(?:hereby\s+|also\s+|now\s+)?(?:transferred|moved|re-?allocated)\b"
    r"|\b(?:to\s+|hereby\s+)?transfer(?:s|ring)?\s+(?!agent|restriction)(?=[^.]{0,90}\bshares\b)",
    re.I,
)
_ISSUED = re.compile(
    r"\b(?:may|will|shall|can)\s+(?:(?:now|henceforth|hereafter|thereafter|instead|also)\s+)*(?:be|become)\s+(?:issued|issuable"
    r"|available\s+for\s+(?:issuance|grants?|awards?)|offered\s+(?:and|or)\s+sold|sold)\s+(?:under|pursuant\s+to|in\s+accordance)"
    r"|\bbec(?:a|o)me\s+available\s+for\s+(?:issuance|grants?|awards?)\s+under\b",
    re.I,
)
_BEFORE = re.compile(
    r"\b(?:previously|originally|initially)\s+registered\b|\bregistered\s+(?:on|under|for|by|pursuant)\b"
    r"|\b(?:prior|predecessor|former)\s+plan\b",
    re.I,
)
_SHARES = re.compile(r"\b(?:shares|securities|units)\b", re.I)
_SPLIT = re.compile(r"\b(?:rule\s+416|stock\s+(?:split|dividend)|indeterminate|recapitali[sz]ation)", re.I)
_FEES = re.compile(r"\b(?:registration|filing)\s+fees?\b", re.I)
_TO = re.compile(r"\b(?:to|into|under|pursuant\s+to|by)\s+(?:the\s+|its\s+|our\s+)?[\"“]?$", re.I)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|its\s+|our\s+)?[\"“]?$", re.I)
_UNSOLD = re.compile(r"\ball\b|\bnot\s+(?:yet\s+)?(?:been\s+)?issued\b|\bunissued\b|\bunsold\b|\bremain", re.I)


def read_moved(
    clauses: Sequence[Piece], names: PlanNames, statements: Sequence[Statement], own: Sequence[Statement]
) -> tuple[list[PlanMovement], list[Problem]]:
    """What is moved; ``own`` are the statements that the filing itself amends, none for a new registration."""
    found: dict[tuple[str | None, ...], PlanMovement] = {}
    problems: list[Problem] = []
    for i, clause in enumerate(clauses):
        verb = _verb(clause, amends=bool(own))
        if verb is None:
            continue
        target, source = _ends(clause, verb, names, amends=bool(own))
        if (target is None and source is None) or not (
            _BEFORE.search(str(clause)) or _CARRIED.search(str(clause)) or (target and source)
        ):
            continue
        amounts = list(amounts_in(clause))
        if len(amounts) > 1:
            why = f"{len(amounts)} numbers of securities stand in a sentence that moves some."
            problems.append(Problem("amount-untold", "movements", why, cite("what", *(a.piece for a in amounts))))
        elif not amounts and (spelt := in_words(clause)):
            why = f"How many securities are moved is said in words: {spelt.words!r}."
            problems.append(Problem("amount-in-words", "movements", why, cite("what", spelt)))
        amount = amounts[0] if len(amounts) == 1 else None
        cited = _statements(clauses[max(0, i - 1) : i + 1], source, statements) or _sole(own)
        one = cited[0] if len(cited) == 1 else None
        evidence = cite("kind", verb)
        evidence += cite("plan", target.piece) if target else names.cite(names.only)
        evidence += cite("source_plan", source.piece) if source else ()
        evidence += cite("amount", amount.piece) if amount else ()
        evidence += cite("file_numbers", *(statement.place for statement in cited))
        evidence += cite("filed", one.filed[1]) if one and one.filed else ()
        movement = PlanMovement(
            MovementKind.MOVED,
            plan=target.title if target else names.only,
            source_plan=source.title if source else None,
            amount=amount.value if amount else None,
            unsold=amount is None and bool(_UNSOLD.search(str(clause))),
            file_numbers=tuple(statement.number for statement in cited),
            filed=one.filed[0] if one and one.filed else None,
            evidence=evidence,
        )
        found.setdefault((movement.plan, movement.source_plan, movement.amount), movement)
    return list(_without_repeats(list(found.values()))), problems


def _verb(clause: Piece, amends: bool) -> Piece | None:
    """The words that say that securities are moved; None where the sentence says something else."""
    words = str(clause)
    if not _SHARES.search(words) or _SPLIT.search(words):
        return None
    match = _CARRIED.search(words)
    if match and _FEES.search(words) and not any(amounts_in(clause)):
        return None  # fees are carried forward, too
    if match is None and (amends or _BEFORE.search(words)):
        match = _ISSUED.search(words)
    return clause.group(match) if match else None


def _ends(clause: Piece, verb: Piece, names: PlanNames, amends: bool) -> tuple[PlanName | None, PlanName | None]:
    """The plan that gets the securities and the plan that they come from."""
    target = source = None
    for name in names.find(clause):
        before = str(clause)[: name.piece.start - clause.start]
        if _FROM.search(before) or name.piece.end <= verb.start:
            source = source or name
        elif _TO.search(before) and name.piece.start >= verb.start:
            target = target or name
    if target is not None and source is not None and target.title == source.title:
        return (target, None) if amends else (None, source)
    return target, source


def _statements(
    near: Sequence[Piece], source: PlanName | None, statements: Sequence[Statement]
) -> tuple[Statement, ...]:
    """The statements that had registered them: named here or just before, else those for that plan."""
    for clause in reversed(near):
        here = tuple(s for s in statements if s.number in str(clause))
        if here:
            return here
    return tuple(s for s in statements if source and any(p.title == source.title for p in s.plans))


def _sole(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(statements) if len(statements) == 1 else ()


def _without_repeats(movements: Sequence[PlanMovement]) -> Iterator[PlanMovement]:
    """Movements without those that another one says more of."""
    for movement in movements:
        same = [m for m in movements if m is not movement and m.plan == movement.plan]
        if not (movement.amount is None and any(m.amount for m in same)):
            yield movement
