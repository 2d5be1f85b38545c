"""Who grants which power in Exhibit 24. All people are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.power import read_powers
from filigraph.loaders.render import render

ONE = """POWER OF ATTORNEY

KNOW ALL BY THESE PRESENTS, that the undersigned hereby constitutes and appoints each of Ann B. Carver and
John W. Martin, signing singly, the undersigned's true and lawful attorneys-in-fact to execute for and on behalf of the
undersigned Forms 3, 4 and 5 in accordance with Section 16(a).

IN WITNESS WHEREOF, the undersigned has caused this Power of Attorney to be executed as of April 24, 2017.

/s/ Roy F. Stane
Roy F. Stane
"""
TWO = ONE + "\n" + ONE.replace("Roy F. Stane", "Jane Q. Roe").replace("April 24", "April 25")
HTML = (
    "<html><body>"
    + "".join(f"<p>{part}</p>" for part in ONE.replace("Stane\n", "Stane<br>").split("\n\n"))
    + "</body></html>"
)
LISTED = """LIMITED POWER OF ATTORNEY

The undersigned will sign Form 144 by an attorney.
Executed as of April 24, 2017.
/s/ Roy F. Stane

The individuals who are authorized to act as my Attorney-In-Fact under this Power are as follows:
Ann B. Carver
John W. Martin
/s/ Roy F. Stane
"""
AGENTS = ("Ann B. Carver", "John W. Martin")
FORMS = ("3", "4", "5")
Row = tuple[tuple[str, ...], tuple[str, ...], str | None, tuple[str, ...]]
CASES: dict[str, tuple[str, list[Row]]] = {
    "one": (ONE, [(AGENTS, ("Roy F. Stane",), "2017-04-24", FORMS)]),
    "html": (HTML, [(AGENTS, ("Roy F. Stane",), "2017-04-24", FORMS)]),
    "two, each with who signs below it": (
        TWO,
        [(AGENTS, ("Roy F. Stane",), "2017-04-24", FORMS), (AGENTS, ("Jane Q. Roe",), "2017-04-25", FORMS)],
    ),
    "attorneys on lines of their own": (LISTED, [(AGENTS, ("Roy F. Stane",), "2017-04-24", ())]),
}


@pytest.mark.parametrize("case", CASES)
def test_powers(case: str) -> None:
    source, expected = CASES[case]
    found, problems = read_powers(render(2, source), "24", ())
    assert [(p.attorneys, p.grantors, p.date, p.forms) for p in found] == expected
    assert problems == ()
    assert all(source[e.span.start : e.span.end] == e.quote for p in found for e in p.evidence)


def test_a_power_that_nobody_signs_is_a_problem() -> None:
    (power,), problems = read_powers(render(2, ONE[: ONE.index("/s/")]), "24", ())
    assert power.grantors == ()
    assert [p.what for p in problems] == ["grantor-unread"]


def test_a_power_that_appoints_nobody_is_a_problem() -> None:
    found, problems = read_powers(render(2, "POWER OF ATTORNEY\n\nTo be filed by amendment.\n"), "24", ())
    assert found == ()
    assert [p.what for p in problems] == ["power-unread"]
