"""Post-effective amendments: what they remove from registration or move to another plan, in many wordings."""

from __future__ import annotations

from pathlib import Path

import pytest

from filigraph.check import texts
from filigraph.loaders.filing import read
from filigraph.loaders.records import Filing, PlanMovement

HERE = Path(__file__).parent / "amendments"
COMPANY = "Marrowby Instruments, Inc. "


def filing(name: str) -> Filing:
    return read((HERE / f"{name}.txt").read_bytes(), name)


def short(title: str | None) -> str | None:
    return title.removeprefix(COMPANY) if title else None


def deed(m: PlanMovement) -> tuple[object, ...]:
    """Kind, plan, number or whether all is meant, statements, their day, what they had registered."""
    amount = m.amount or ("all" if m.unsold else None)
    return str(m.kind), short(m.plan), amount, " ".join(m.file_numbers), m.filed, m.registered


REMOVED = {
    # what was registered at first is not what is removed
    "replaced-plan": [("deregistered", "2005 Equity Incentive Plan", "412000", "333-186678", "2013-02-14", None)],
    # each plan has a number of its own in one long sentence
    "three-plans-in-a-sentence": [
        ("deregistered", "Restated Equity Compensation Plan", "all", "333-49456", "2000-11-07", "560964"),
        ("deregistered", "Qualified Employee Stock Purchase Plan", "all", "333-49456", "2000-11-07", "150000"),
        ("deregistered", "Non-Employee Director Plan", "all", "333-49456", "2000-11-07", "20000"),
    ],
    # an undertaking and the deed in one sentence
    "form-15": [("deregistered", "2001 Equity Incentive Plan", "all", "333-139199", "2006-12-08", "933226")],
    # a number that is spelt out is left to the reader
    "amount-in-words": [("deregistered", "1996 Stock Plan", None, "333-39199", None, None)],
    # no words say which of two statements is for which of two plans
    "numbers-on-the-cover": [
        ("deregistered", None, "all", "333-39199", None, None),
        ("deregistered", None, "all", "333-40200", None, None),
    ],
    # the usual undertaking removes nothing
    "undertaking-only": [],
    # one item has two plans, one has none
    "listed-statements": [
        ("deregistered", "1996 Stock Plan", "all", "333-39199", "1997-10-31", "2500000"),
        ("deregistered", "1998 Director Plan", "all", "333-40200", "1997-11-14", "300000"),
        ("deregistered", "1996 Stock Plan", "all", "333-40200", "1997-11-14", "100000"),
        ("deregistered", None, "all", "333-40201", "1997-11-14", None),
    ],
}


@pytest.mark.parametrize("name", REMOVED)
def test_removed(name: str) -> None:
    assert [deed(m) for m in filing(name).movements] == REMOVED[name]


EVENTS = {
    "replaced-plan": ("plan_replaced", "2014-10-22"),
    "three-plans-in-a-sentence": ("merger", "2012-07-31"),
    "form-15": ("reporting_ended", None),  # it intends to file one: no day
    "amount-in-words": ("offering_ended", None),
    "numbers-on-the-cover": ("offering_ended", None),
    "listed-statements": ("merger", "2015-02-27"),  # not the day of the agreement
}


@pytest.mark.parametrize("name", EVENTS)
def test_the_event(name: str) -> None:
    assert {(str(m.cause), m.cause_date) for m in filing(name).movements} == {EVENTS[name]}


def test_the_words_for_the_event() -> None:
    cited = {e.quote for m in filing("three-plans-in-a-sentence").movements for e in m.evidence if e.field == "cause"}
    assert cited == {"merged"}


def test_the_shares_of_one_plan_go_to_another() -> None:
    (moved,) = filing("other-plan").movements
    assert deed(moved) == ("moved", "2014 Omnibus Incentive Plan", "1843210", "333-39199", None, None)
    assert short(moved.source_plan) == "1996 Stock Plan"


def test_a_plan_that_was_merged_into_another() -> None:
    (moved,) = filing("merged-plans").movements
    numbers = "33-79020 333-25893 333-67239"
    assert deed(moved) == ("moved", "2000 Stock Incentive Plan", None, numbers, None, None)
    assert moved.source_plan == "1994 STOCK OPTION PLAN OF MARROWBY INSTRUMENTS, INC."


@pytest.mark.parametrize(
    ("name", "what", "why"),
    [
        (
            "amount-in-words",
            "amount-in-words",
            "How many securities are removed is said in words: 'one million two hundred thousand shares'.",
        ),
        (
            "numbers-on-the-cover",
            "plan-untold",
            "2 registration statements and 2 plans: no words say which is for which.",
        ),
    ],
)
def test_what_cannot_be_told_is_a_problem(name: str, what: str, why: str) -> None:
    found = [(p.what, p.where, p.why) for p in filing(name).problems if p.where == "movements"]
    assert found == [(what, "movements", why)]


@pytest.mark.parametrize("name", [path.stem for path in sorted(HERE.glob("*.txt"))])
def test_every_value_has_its_words(name: str) -> None:
    said = filing(name)
    source = texts((HERE / f"{name}.txt").read_bytes())[1]
    for movement in said.movements:
        fields = {e.field for e in movement.evidence}
        wanted = {
            "kind": movement.kind,
            "plan": movement.plan,
            "source_plan": movement.source_plan,
            "amount": movement.amount,
            "file_numbers": movement.file_numbers,
            "filed": movement.filed,
            "registered": movement.registered,
            "cause": movement.cause,
            "cause_date": movement.cause_date,
        }
        assert fields == {field for field, value in wanted.items() if value}
        assert all(source[e.span.start : e.span.end] == e.quote for e in movement.evidence)
