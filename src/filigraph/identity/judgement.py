"""A judgement on two names: same, different or unsure, with its score and the id of the rule that made it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: At or above: merged automatically. Between `REVIEW` and this: kept apart, shown as possibly the same.
MERGE = 0.6
REVIEW = 0.35


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``score`` is 0 to 1; a veto (rule ids that begin with V) beats every score, a hold (H) is never merged."""

    verdict: Verdict
    score: float
    rule: str

    @property
    def veto(self) -> bool:
        return self.rule.startswith("V")


def scored(score: float, rule: str) -> Judgement:
    """The judgement that a score amounts to."""
    if score >= MERGE:
        return Judgement(Verdict.SAME, score, rule)
    return Judgement(Verdict.UNSURE if score >= REVIEW else Verdict.DIFFERENT, score, rule)


def veto(rule: str) -> Judgement:
    return Judgement(Verdict.DIFFERENT, 0.0, rule)


def hold(rule: str) -> Judgement:
    return Judgement(Verdict.UNSURE, 0.5, rule)
