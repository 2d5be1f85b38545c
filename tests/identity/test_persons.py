"""Rules, vetoes and holds on pairs of names; each row guards a trap."""

from __future__ import annotations

import pytest

from filigraph.identity.judgement import Verdict
from filigraph.identity.likeness import parts
from filigraph.identity.persons import Context, judge_persons

ONE = Context(same_registrant=True)
OTHER = Context()

CASES = [
    # father and son: a suffix on one side is held, never merged
    ("Harlan J. Quist, Jr.", "Harlan J. Quist", ONE, Verdict.UNSURE, "H1"),
    # two suffixes that differ beat everything
    ("Harlan J. Quist, Jr.", "Harlan J. Quist, Sr.", ONE, Verdict.DIFFERENT, "V1"),
    # punctuation of the suffix is nothing
    ("Harlan J. Quist Jr", "HARLAN J. QUIST, JR.", ONE, Verdict.SAME, "R3"),
    # initials against the full name, one registrant
    ("H. J. Quist", "Harlan J. Quist", ONE, Verdict.SAME, "R3"),
    # the same initials at another registrant prove nothing
    ("H. J. Quist", "Harlan J. Quist", OTHER, Verdict.UNSURE, "R5"),
    # usual name against legal name
    ("Bill Tannenholt", "William R. Tannenholt", ONE, Verdict.SAME, "R3"),
    # known by the middle name
    ("R. Edmund Vasko", "Edmund Vasko", ONE, Verdict.SAME, "R3"),
    # a dropped middle initial at another registrant is for review
    ("Mirela Osgood", "Mirela T. Osgood", OTHER, Verdict.UNSURE, "R5"),
    # given, middle and family name agree across registrants
    ("Mirela T. Osgood", "MIRELA T. OSGOOD", OTHER, Verdict.SAME, "R5"),
    # middle names in full conflict
    ("Mirela Tess Osgood", "Mirela Jane Osgood", OTHER, Verdict.DIFFERENT, "V4"),
    # accents and spelled-out umlauts
    ("Jörg Müller", "Joerg Mueller", ONE, Verdict.SAME, "R3"),
    # kin at one registrant
    ("Mirela Osgood", "Peter Osgood", ONE, Verdict.DIFFERENT, "R0"),
    # a typo in a long family name
    ("Patricia Andersen-Lasko", "Patricia Anderson-Lasko", ONE, Verdict.SAME, "R3"),
    # two signers of one block are two people
    (
        "Harlan Quist",
        "Harlan J. Quist",
        Context(same_registrant=True, same_block=True),
        Verdict.DIFFERENT,
        "V2",
    ),
    # the printed line under its own /s/ line
    ("Bob Ulbricht", "Robert J. Ulbricht", Context(same_row=True), Verdict.SAME, "R2"),
    # EDGAR's own ids beat names, both ways
    ("Anna Vole", "Anna Vole", Context(same_id=False), Verdict.DIFFERENT, "V3"),
    ("Anna Vole", "Anna Marten", Context(same_id=True), Verdict.SAME, "R1"),
    # the agent is never the principal
    ("Anna Vole", "Anna Vole", Context(agent_and_principal=True), Verdict.DIFFERENT, "V5"),
]


@pytest.mark.parametrize(("a", "b", "context", "verdict", "rule"), CASES)
def test_judgement(a: str, b: str, context: Context, verdict: Verdict, rule: str) -> None:
    judgement = judge_persons(parts(a), parts(b), context)
    assert (judgement.verdict, judgement.rule) == (verdict, rule)


@pytest.mark.parametrize(("a", "b", "context", "verdict", "rule"), CASES)
def test_judgement_is_symmetric(a: str, b: str, context: Context, verdict: Verdict, rule: str) -> None:
    assert judge_persons(parts(a), parts(b), context) == judge_persons(parts(b), parts(a), context)


def test_inverted_owner_names_read_family_first() -> None:
    assert parts("QUIST HARLAN J JR", True) == parts("Harlan J. Quist, Jr.")
