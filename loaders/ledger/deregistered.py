"""Securities that a post-effective amendment removes from registration.

The Registrant hereby removes from registration all securities that remain unsold under the following ...
The Registrant hereby deregisters 325,000 shares that have not been issued under the 1994 Plan
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Evidences, MovementKind, PlanMovement, Problem, cite
from ..span import Piece
from .amounts import Amount, amounts_in, in_words
from .causes import Event, read_event
from .names import PlanName, PlanNames
from .statements import Statement

_REMOVES = re.compile(
    r"\bde-?\s?regist(?:er(?:s|ed|ing)?|ration)\b"
    r"|\b(?:remov|withdraw)\w*(?:\s+and\s+(?:remov|withdraw)\w*)?(?:\s+[\w,’']+){0,14}?\s+from\s+registration\b"
    r"|\bterminat\w+\s+(?:of\s+)?(?:the\s+)?(?:effectiveness|registration)\b",
    re.I,
)
_UNDERTAKES = re.compile(
    r"\bby\s+means\s+of\s+(?:a|any)\s+post-?\s?effective|\bwhich\s+(?:indicates|deregisters)\b|\bundertak", re.I
)
_NOW = re.compile(r"\bhereby\b(?!\s+undertak)|\bis\s+(?:being\s+)?fil(?:ed|ing)\b|\bare\s+filed\b|\bfiles\b", re.I)
_NEAR = 120  # characters before words of removal
_ALL = re.compile(
    r"\b(?:all|any(?:\s+and\s+all)?)\s+(?:[\w,’']+\s+){0,4}(?:securities|shares|interests)\b|\bunsold\b", re.I
)


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of what is removed: how many, of which plan, under which statements."""

    plan: str | None
    said: Evidences  # the words for the plan
    amount: Amount | None
    statements: tuple[Statement, ...]
    unsold: bool = False  # all that remains of it


def removals(clauses: Sequence[Piece]) -> list[tuple[Piece, Piece]]:
    """The sentences that remove securities from registration, each with its words for that."""
    found = []
    for clause in clauses:
        words = str(clause)
        undertakes = _UNDERTAKES.search(words)
        for match in _REMOVES.finditer(words):
            if not undertakes or _NOW.search(words, max(0, match.start() - _NEAR), match.start()):
                found.append((clause, clause.group(match)))
                break
    return found


def read_deregistered(
    clauses: Sequence[Piece], names: PlanNames, listed: Sequence[Statement], own: Sequence[Statement]
) -> tuple[list[PlanMovement], list[Problem]]:
    """What is removed, by plan and statement. ``listed`` the passage names, ``own`` are those of the cover."""
    found = removals(clauses)
    if not found:
        return [], []
    statements = list(listed) or list(own)
    problems: list[Problem] = []
    parts = list(_numbered(found, names, statements, problems))
    if not parts and any(_ALL.search(str(clause)) for clause, _ in found):
        parts = list(_whole(statements, names, problems))
    event = read_event(clauses)
    said = cite("kind", next((words for clause, words in found if _NOW.search(str(clause))), found[0][1]))
    return [_movement(part, event, said) for part in parts], problems


def _numbered(
    found: Sequence[tuple[Piece, Piece]], names: PlanNames, statements: Sequence[Statement], problems: list[Problem]
) -> Iterator[_Part]:
    """What sentences give numbers for: those that remove, and items of the list that say what is left."""
    items = [s.clause for s in statements if any(s.clause is not c for c, _ in found)]
    seen: set[tuple[str, str | None]] = set()
    for clause in [*(c for c, _ in found), *items]:
        amounts = [amount for amount in amounts_in(clause) if not amount.once]
        if not amounts:
            spelt = in_words(clause)
            if spelt and clause not in items:
                why = f"How many securities are removed is said in words: {spelt.words!r}."
                problems.append(Problem("amount-in-words", "movements", why, cite("what", spelt)))
                here = tuple(s for s in statements if s.number in str(clause)) or _sole(statements)
                yield _Part(*_only(names.distinct(clause), here, names), None, here)
            continue
        plans = names.distinct(clause)
        here = tuple(s for s in statements if s.number in str(clause)) or _sole(statements)
        if len(amounts) > 1 and len(plans) != len(amounts):
            why = f"{len(amounts)} numbers of securities and {len(plans)} plans stand in one sentence."
            cited = cite("what", *(amount.piece for amount in amounts))
            problems.append(Problem("amount-untold", "movements", why, cited))
            continue
        for i, amount in enumerate(amounts):
            named = (plans[i],) if len(plans) == len(amounts) else plans
            title, said = _only(named, here, names)
            if (amount.value, title) not in seen:
                seen.add((amount.value, title))
                yield _Part(title, said, amount, here)


def _sole(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    return tuple(statements) if len(statements) == 1 else ()


def _only(named: Sequence[PlanName], statements: Sequence[Statement], names: PlanNames) -> tuple[str | None, Evidences]:
    """The plan of a sentence that names one, else of its statement, else of a cover that has one; and its words."""
    for plans in (named, statements[0].plans if len(statements) == 1 else ()):
        if len(plans) == 1:
            return plans[0].title, cite("plan", plans[0].piece)
        if plans:
            return None, ()
    return names.only, names.cite(names.only)


def _whole(statements: Sequence[Statement], names: PlanNames, problems: list[Problem]) -> Iterator[_Part]:
    """All that remains under each statement, by its plans."""
    untold = []
    for statement in statements:
        for plan in statement.plans:
            yield _Part(plan.title, cite("plan", plan.piece), None, (statement,), unsold=True)
        if statement.plans:
            continue
        if len(statements) == 1 or names.only:
            for title in names.titles:
                yield _Part(title, names.cite(title), None, (statement,), unsold=True)
        else:
            untold.append(statement.place)
            yield _Part(None, (), None, (statement,), unsold=True)
    if untold and names.titles:
        why = f"{len(untold)} registration statements and {len(names.titles)} plans: no words say which is for which."
        problems.append(Problem("plan-untold", "movements", why, cite("what", *untold)))


def _movement(part: _Part, event: Event | None, said: Evidences) -> PlanMovement:
    one = part.statements[0] if len(part.statements) == 1 else None
    evidence = said + part.said
    if part.amount:
        evidence += cite("amount", part.amount.piece)
    evidence += cite("file_numbers", *(s.place for s in part.statements))
    if one and one.filed:
        evidence += cite("filed", one.filed[1])
    registered = one.registered_for(part.plan) if one else None
    if registered:
        evidence += cite("registered", registered.piece)
    if event:
        evidence += cite("cause", event.place) + (cite("cause_date", event.day[1]) if event.day else ())
    return PlanMovement(
        MovementKind.DEREGISTERED,
        plan=part.plan,
        amount=part.amount.value if part.amount else None,
        unsold=part.unsold,
        file_numbers=tuple(s.number for s in part.statements),
        filed=one.filed[0] if one and one.filed else None,
        registered=registered.value if registered else None,
        cause=event.cause if event else None,
        cause_date=event.day[0] if event and event.day else None,
        evidence=evidence,
    )
