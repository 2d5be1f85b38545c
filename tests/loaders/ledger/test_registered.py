"""New registrations: which plan a row of the fee table is for, and whether it adds to an earlier statement."""

from __future__ import annotations

import pytest

from filigraph.loaders.ledger import read_movements
from filigraph.loaders.records import Evidences, Offering, Plan, PlanMovement, Problem, Reference, cite
from filigraph.loaders.references import is_instruction_e
from filigraph.loaders.span import Text

COVER = """FORM S-8
{plans}
(Full title of the plan)
Odalys Pemberlow
(Name and address of agent for service)

CALCULATION OF REGISTRATION FEE
{rows}

{prose}

Item 3. Incorporation of Documents by Reference
The Registrant registers 9,000 additional shares under the Decoy Plan (No. 333-99999).
"""
ESPP, OPTIONS = "Employee Stock Purchase Plan", "1996 Stock Option Plan"


def movements(
    prose: str, plans: tuple[str, ...], rows: tuple[str, ...], named: tuple[str | None, ...] = ()
) -> tuple[list[tuple[object, ...]], tuple[Problem, ...]]:
    """Kind, plan, number, row and statements of each movement; rows are numbers of shares."""
    source = COVER.format(plans="\n".join(plans), rows="\n".join(rows), prose=prose)
    text = Text(1, source, source)

    def piece(words: str, field: str) -> Evidences:
        at = source.index(words)
        return cite(field, text.piece(text.line_at(at), at - text.starts[text.line_at(at)]))

    listed = [Plan(title, piece(title, "title")) for title in plans]
    table = [
        Offering("Common Stock", plan, row.replace(",", ""), evidence=piece(row, "amount"))
        for row, plan in zip(rows, named or (None,) * len(rows), strict=True)
    ]
    cited = [Reference(number) for number in ("333-11111", "33-22222", "333-99999")]
    found, problems = read_movements(text, "S-8", listed, table, cited, None, is_instruction_e(text))
    return [_deed(m) for m in found], problems


def _deed(m: PlanMovement) -> tuple[object, ...]:
    return str(m.kind), m.plan, m.amount, m.row, m.file_numbers


def test_a_first_registration() -> None:
    found, problems = movements("", (OPTIONS,), ("500,000",))
    assert found == [("registered", OPTIONS, "500000", 1, ())]
    assert problems == ()


@pytest.mark.parametrize(
    "prose",
    [
        # the instruction itself
        "Pursuant to General Instruction E, the contents of the Registration Statement on Form S-8 (No. 333-11111) are"
        " incorporated by reference.",
        # additional shares in plain words
        "This Registration Statement registers an additional 500,000 shares under the 1996 Stock Option Plan, in"
        " addition to those of Registration Statement No. 333-11111.",
    ],
)
def test_an_addition_to_the_only_plan(prose: str) -> None:
    found, problems = movements(prose, (OPTIONS,), ("500,000",))
    assert found == [("added", OPTIONS, "500000", 1, ("333-11111",))]
    assert problems == ()


@pytest.mark.parametrize(
    "prose",
    [
        # what Rule 416 covers is no addition
        "Pursuant to Rule 416, this Registration Statement also registers such additional shares as become issuable.",
        "No additional shares are being registered hereby.",
    ],
)
def test_no_addition(prose: str) -> None:
    assert movements(prose, (OPTIONS,), ("500,000",))[0] == [("registered", OPTIONS, "500000", 1, ())]


def test_each_plan_has_the_statements_that_are_for_it() -> None:
    prose = (
        "Pursuant to General Instruction E, the contents of the Registration Statement on Form S-8 No. 333-11111"
        " relating to the 1996 Stock Option Plan are incorporated by reference. The contents of Statement No. 33-22222"
        " relating to the Employee Stock Purchase Plan are incorporated by reference."
    )
    found, problems = movements(prose, (OPTIONS, ESPP), ("500,000", "20,000"), (OPTIONS, ESPP))
    assert found == [
        ("added", OPTIONS, "500000", 1, ("333-11111",)),
        ("added", ESPP, "20000", 2, ("33-22222",)),
    ]
    assert problems == ()


def test_one_total_that_the_text_parts_among_plans() -> None:
    prose = (
        "(1) Consists of 480,000 shares issuable under the 1996 Stock Option Plan and 20,000 shares issuable under the"
        " Employee Stock Purchase Plan."
    )
    found, problems = movements(prose, (OPTIONS, ESPP), ("500,000",))
    assert found == [("registered", OPTIONS, "480000", 1, ()), ("registered", ESPP, "20000", 1, ())]
    assert problems == ()


def test_parts_that_do_not_make_the_total_are_none() -> None:
    prose = (
        "(1) Consists of 480,000 shares issuable under the 1996 Stock Option Plan and 10,000 shares issuable under the"
        " Employee Stock Purchase Plan."
    )
    found, problems = movements(prose, (OPTIONS, ESPP), ("500,000",))
    assert found == [("registered", None, "500000", 1, ())]
    why = "The fee table has 1 rows, the cover 2 plans: no words say which is for which."
    assert [(p.what, p.why) for p in problems] == [("plan-untold", why)]


def test_an_addition_to_one_plan_of_two_whose_row_is_not_told() -> None:
    prose = (
        "This Registration Statement is filed to register additional shares under the 1996 Stock Option Plan. Pursuant"
        " to General Instruction E, the contents of Registration Statement No. 333-11111 are incorporated by reference."
    )
    found, problems = movements(prose, (OPTIONS, ESPP), ("500,000", "20,000"))
    assert found == [
        ("registered", None, "500000", 1, ()),
        ("registered", None, "20000", 2, ()),
        ("added", OPTIONS, None, None, ("333-11111",)),
    ]
    assert [p.what for p in problems] == ["plan-untold"]


def test_shares_of_an_older_plan_are_carried_forward() -> None:
    prose = (
        "In addition, 75,500 shares previously registered under the 1988 Incentive Plan (File No. 33-22222) are carried"
        " forward to this Registration Statement."
    )
    found, problems = movements(prose, (OPTIONS,), ("500,000",))
    assert found == [
        ("registered", OPTIONS, "500000", 1, ()),
        ("moved", OPTIONS, "75500", None, ("33-22222",)),
    ]
    assert problems == ()


def test_fees_that_are_carried_forward_are_no_shares() -> None:
    prose = "The registration fee paid for shares under the 1988 Incentive Plan is carried forward to this statement."
    assert movements(prose, (OPTIONS,), ("500,000",))[0] == [("registered", OPTIONS, "500000", 1, ())]


def test_two_numbers_in_a_sentence_that_moves_some_are_a_problem() -> None:
    prose = (
        "Of the 300,000 shares registered under the 1988 Incentive Plan, 75,500 shares are carried forward to this"
        " Registration Statement."
    )
    found, problems = movements(prose, (OPTIONS,), ("500,000",))
    assert found[1:] == [("moved", OPTIONS, None, None, ())]
    why = "2 numbers of securities stand in a sentence that moves some."
    assert [(p.what, p.why, [e.quote for e in p.evidence]) for p in problems] == [
        ("amount-untold", why, ["300,000", "75,500"])
    ]
