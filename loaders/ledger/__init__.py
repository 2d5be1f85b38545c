"""The ledger of a filing: what it does with the securities of each plan.

A Form S-8 registers them, adds to those of an earlier registration, or takes over those of another plan; a
post-effective amendment removes from registration what was not sold. `read_movements` gives one record a plan and deed.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Offering, Plan, PlanMovement, Problem, Reference
from ..span import Piece, Text
from .added import read_registered
from .deregistered import read_deregistered
from .moved import read_moved
from .names import PlanNames
from .prose import clauses, passage
from .statements import read_statements

_AMENDS = "POS"  # form types of post-effective amendments hold it
_ADDS = ("additional", "instruction e", "contents of")
_MOVES = (
    "carried",
    "carry",
    "carries",
    "transferred",
    "transfer ",
    "rolled",
    "roll ",
    "moved",
    "predecessor",
    "prior plan",
)
_REMOVES = ("regist", "merge", "acqui", "form 15", "bankrupt", "chapter", "plan")


def read_movements(
    text: Text,
    form: str | None,
    plans: Sequence[Plan],
    offerings: Sequence[Offering],
    references: Sequence[Reference],
    own_number: str | None,
    instruction_e: bool,
) -> tuple[tuple[PlanMovement, ...], tuple[Problem, ...]]:
    """The movements of the filing whose main document is ``text``, and what of them could not be told.

    ``own_number`` is the cover's; a post-effective amendment bears the number of the statement that it amends.
    """
    prose = passage(text)
    amends = _AMENDS in (form or "").upper()
    known = frozenset({r.file_number for r in references} | ({own_number} if own_number else set()))
    sentences = list(clauses(prose, _words(amends, plans, offerings, known)))
    names = PlanNames(plans, prose) if sentences else PlanNames(plans, Piece(text, 0, 0))
    listed = read_statements(sentences, names, known)
    own = read_statements([text.line(n) for n in range(text.line_at(prose.start))], names, known) if amends else ()
    moved, untold = read_moved(sentences, names, listed, own)
    if amends:
        removed, problems = read_deregistered(sentences, names, listed, own)
        return tuple(moved + removed), tuple(untold + problems)
    done = {number for movement in moved for number in movement.file_numbers}
    earlier = [statement for statement in listed if statement.number not in done]
    registered, problems = read_registered(offerings, sentences, names, earlier, instruction_e)
    return tuple(registered + moved), tuple(problems + untold)


def _words(
    amends: bool, plans: Sequence[Plan], offerings: Sequence[Offering], known: frozenset[str]
) -> tuple[str, ...]:
    """The words without which a paragraph says nothing of movements."""
    if amends:
        return (*_REMOVES, *_MOVES, *known)
    parted = len(plans) > 1 and any(not row.plan for row in offerings)
    return (*_ADDS, *_MOVES, *known, *(["shares", "units", "securities"] if parted else []))
