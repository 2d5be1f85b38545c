"""Annual reports that are built in their own way: of plans (Form 11-K) and of foreign companies (Forms 20-F, 40-F)."""

from __future__ import annotations

from pathlib import Path

import pytest

from filigraph.loaders.filing import read
from filigraph.loaders.forms.plan_report import read_plan_report
from filigraph.loaders.records import AuditorCapacity, ExhibitStatus, Filing, Role
from filigraph.loaders.render import render

FOLDER = Path(__file__).parent / "annual"


def filing(name: str) -> Filing:
    path = FOLDER / f"{name}.txt"
    return read(path.read_bytes(), path.name)


def signed(found: Filing) -> list[tuple[str, list[str], str | None, str | None]]:
    return [(s.name, [c.title for c in s.capacities], s.date, s.on_behalf_of) for s in found.signatures]


def test_plan_signed_by_its_administrator() -> None:
    found = filing("plan_administrator")
    plan = "BRINDLE CREEK MILLS, INC. 401(k) RETIREMENT SAVINGS PLAN"
    assert [p.title for p in found.plans] == [plan]
    assert [(r.name, r.cik) for r in found.registrants] == [("BRINDLE CREEK MILLS, INC.", "0009999040")]
    assert signed(found) == [("Geraldine P. Ashworth", ["Vice President - Human Resources"], "2005-06-27", plan)]
    (auditor,) = found.auditors
    assert (auditor.firm, auditor.report_dates) == ("Tabor, Whitlow & Crane LLP", ("2005-06-20",))
    assert auditor.capacities == (AuditorCapacity.CONSENT, AuditorCapacity.REPORT)
    assert [(e.number, e.status) for e in found.exhibits] == [("23", ExhibitStatus.FILED_HEREWITH)]
    assert found.problems == ()


def test_plan_signed_by_its_committee() -> None:
    found = filing("plan_committee")
    assert [p.title for p in found.plans] == ["Sable Ridge Employees’ Stock Purchase and Thrift Plan"]
    assert [r.name for r in found.registrants] == ["Sable Ridge Holdings Corporation"]
    (row,) = found.signatures
    assert [c.roles for c in row.capacities] == [(Role.PADM,)]
    assert row.on_behalf_of == "SABLE RIDGE EMPLOYEES’ STOCK PURCHASE AND THRIFT PLAN"


CAPTION = "A. Full title of the plan and the address of the plan, if different from that of the issuer named below:\n"


@pytest.mark.parametrize(
    ("between", "plans"),
    [
        ("Invented Savings Plan\n1 Main Street\nReno, Nevada 89500\n", ["Invented Savings Plan"]),
        ("Invented Savings and\nInvestment Plan\n", ["Invented Savings and Investment Plan"]),
        ("Invented Savings Plan\n\nInvented Hourly Plan\n", ["Invented Savings Plan", "Invented Hourly Plan"]),
        ("____________\n", []),
        ("Invented Corp\n", []),
    ],
)
def test_title_of_the_plan(between: str, plans: list[str]) -> None:
    text = render(1, f"FORM 11-K\n{CAPTION}{between}B. Name of issuer of the securities held pursuant to the plan:\n")
    found = read_plan_report(text)
    assert [plan.title for plan in found] == plans
    assert all(evidence.field == "title" for plan in found for evidence in plan.evidence)


def test_caption_over_which_a_title_stands_is_of_another_form() -> None:
    text = render(1, "Invented Savings Plan\n(Full title of the plan)\nName of issuer\n")
    assert read_plan_report(text) == ()


def test_20f() -> None:
    found = filing("foreign_20f")
    assert [(r.name, r.jurisdiction) for r in found.registrants] == [("VESTERHAVN SHIPPING LIMITED", "Bermuda")]
    assert signed(found) == [
        ("Sunniva Aasgaard", ["Chief Executive Officer"], "2010-04-30", "VESTERHAVN SHIPPING LIMITED")
    ]
    assert [e.number for e in found.exhibits] == ["1.1", "4.1", "8.1", "12.1", "13.1", "15.1"]
    assert found.exhibits[0].reference is not None
    assert found.exhibits[0].reference.file_number == "333-99952"
    assert [(a.firm, a.report_dates) for a in found.auditors] == [("Brennholm & Co. LLP", ("2010-04-30",))]


def test_40f() -> None:
    found = filing("foreign_40f")
    assert [(r.name, r.jurisdiction) for r in found.registrants] == [("TAMARACK POTASH CORPORATION", "Canada")]
    assert [(a.name, a.phone) for a in found.agents_for_service] == [("Keystone Agency Company", "(212) 555-0100")]
    assert signed(found) == [
        ("Desmond Q. Lavallee", ["Senior Vice President", "Secretary", "General Counsel"], "2007-03-28",
         "TAMARACK POTASH CORPORATION"),
    ]  # fmt: skip
    assert [e.number for e in found.exhibits] == ["1", "2", "31.1"]
