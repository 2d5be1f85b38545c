"""Are two mentions one person? Rules with ids, vetoes that beat every score, holds that are never merged.

R1 one owner or partner id. R2 the printed line under its own /s/ line. R3 one registrant: family and given name agree,
middle names do not conflict. R5 other registrant: family, given and middle name agree in full (or by an initial, or
where both print none: then weaker); the more namesakes are to be expected, the more of it must agree. R7 initials at
another registrant (`candidates`). V1 suffixes differ. V2 two signers of one block. V3 two owner ids. V4 middle names in
full conflict. V5 agent and principal. H1 a suffix on one side only. H2 conflicting initials at one registrant. H4 an
initial that fits two people of a registrant (`candidates`). D1 a person decided (`decisions`).
"""

from __future__ import annotations

from dataclasses import dataclass

from .judgement import Judgement, Verdict, hold, scored, veto
from .likeness import Family, Given, Likeness, Middle, Parts, Suffix, relate


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of two mentions beside their names."""

    same_registrant: bool = False
    same_block: bool = False  # two rows of one signature block
    same_row: bool = False  # the /s/ line and the printed line of one row
    same_id: bool | None = None  # owner CIKs or partner ids: equal, different, or not known
    agent_and_principal: bool = False
    same_office: bool = False
    namesakes: float = 1.0  # people to be expected of this given and family name, at least 1


def judge_persons(a: Parts, b: Parts, context: Context) -> Judgement:
    """The judgement on two parsed names in their context."""
    if context.same_id is True:
        return Judgement(Verdict.SAME, 1.0, "R1")
    if context.same_id is False:
        return veto("V3")
    if context.agent_and_principal:
        return veto("V5")
    likeness = relate(a, b)
    if likeness.suffix is Suffix.DIFFERENT:
        return veto("V1")
    if context.same_row:
        return _row(likeness)
    if context.same_block and a != b:
        return veto("V2")
    return _score(likeness, context, a, b)


def _row(likeness: Likeness) -> Judgement:
    if likeness.family is Family.DIFFERENT:
        return scored(0.4, "R2")
    return Judgement(Verdict.SAME, 0.99, "R2")


def _score(likeness: Likeness, context: Context, a: Parts, b: Parts) -> Judgement:
    if likeness.given is Given.DIFFERENT or likeness.family is Family.DIFFERENT:
        return Judgement(Verdict.DIFFERENT, 0.0, "R0")
    if likeness.middle is Middle.CONFLICT:
        return _conflict(likeness, context, a, b)
    if likeness.suffix is Suffix.ONE_SIDED:
        return hold("H1")
    if likeness.family is not Family.EQUAL and likeness.given is not Given.EQUAL:
        return scored(0.3, "H3")
    return _within(likeness, context) if context.same_registrant else _across(likeness, context, a)


def _conflict(likeness: Likeness, context: Context, a: Parts, b: Parts) -> Judgement:
    """Full middle names that differ are two people; initials that differ at one registrant are for review."""
    initials = any(len(x) == 1 for x in (*a.middle, *b.middle))
    if initials and context.same_registrant and likeness.given is Given.EQUAL:
        return hold("H2")
    return veto("V4")


_WITHIN = {Given.EQUAL: 0.95, Given.NICKNAME: 0.8, Given.INITIAL: 0.75, Given.TYPO: 0.75, Given.MIDDLE: 0.75}


def _within(likeness: Likeness, context: Context) -> Judgement:
    score = _WITHIN[likeness.given]
    if likeness.family is not Family.EQUAL:
        score = 0.8 if likeness.middle in (Middle.EQUAL, Middle.INITIAL, Middle.BOTH_MISSING) else 0.65
    if likeness.given is Given.INITIAL and likeness.middle is Middle.BOTH_MISSING and not context.same_office:
        score = 0.62
    return scored(score, "R3")


_ACROSS = {Middle.EQUAL: 0.95, Middle.INITIAL: 0.75, Middle.BOTH_MISSING: 0.62, Middle.ONE_MISSING: 0.45}
#: More namesakes than this, and the same parts of a name do no longer tell that it is one person.
_MOST = {Middle.EQUAL: 60.0, Middle.INITIAL: 4.0, Middle.BOTH_MISSING: 1.5, Middle.ONE_MISSING: 1.5}


def _across(likeness: Likeness, context: Context, a: Parts) -> Judgement:
    if likeness.family is not Family.EQUAL or likeness.given is not Given.EQUAL or len(a.given) == 1:
        return scored(0.4 if likeness.middle in (Middle.EQUAL, Middle.INITIAL) else 0.3, "R5")
    if context.namesakes > _MOST[likeness.middle]:
        return scored(0.4 if context.namesakes <= 4 * _MOST[likeness.middle] else 0.2, "R5")
    return scored(_ACROSS[likeness.middle], "R5")
