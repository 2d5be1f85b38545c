"""Which filing a reference means: one case a rule, and one a trap that each rule must not fall into."""

from __future__ import annotations

from dataclasses import replace

import pytest

from filigraph.works.forms import Form, name_form
from filigraph.works.said import Citation, Listed, number_key
from filigraph.works.targets import Candidate, Outcome, judge
from filigraph.works.titles import Title

BYLAWS = Listed("a/exhibit/1", "3.2", "Bylaws of 1998 as restated", True, parted=Title("bylaws of 1998", "restated"))
ANNUAL = Candidate("a", Form("10-K"), "1999-03-30", "1998-12-31", frozenset({"000-29001"}), True, (BYLAWS,))
REPORT = replace(ANNUAL, form=Form("8-K"), date="")
FIRST = Candidate(
    "s", Form("S-1"), "1998-03-02", "", frozenset({"333-40001"}), True, (replace(BYLAWS, iri="s/exhibit/1"),)
)
CITATION = Citation("r", "x/exhibit/1", "10-K", day="1999-03-30", sense="either", exhibit="3.2", exhibit_said="3.2")
NUMBERED = replace(CITATION, form="S-1", number="333-40001", day="", sense="")


def outcome(citation: Citation, *candidates: Candidate, filed: str = "2001-01-01") -> Outcome:
    return judge(citation, name_form(citation.form), filed, candidates)


def rule(citation: Citation, *candidates: Candidate) -> str:
    """The rule; ``?`` where a candidate is only possible, '' where none is."""
    found = outcome(citation, *candidates)
    return found.rule or "?" * bool(found.possible)


@pytest.mark.parametrize(
    ("citation", "candidate", "expected"),
    [
        (replace(NUMBERED, day="1998-03-02", sense="either"), FIRST, "T1 E1"),
        # a report's number is that of all reports of the registrant: the day must agree
        (replace(CITATION, number="000-29001"), ANNUAL, "T1 E1"),
        (replace(CITATION, number="000-29001", day="", sense=""), ANNUAL, ""),
        # another registrant's filing: number, form and day say which
        (replace(CITATION, number="000-29001"), replace(ANNUAL, same=False), "T1 E1"),
        (CITATION, replace(ANNUAL, same=False), ""),
        (NUMBERED, FIRST, "T2 E1"),
        (replace(NUMBERED, form=""), FIRST, "T2 E1"),
        (replace(NUMBERED, form="", exhibit="9.9"), FIRST, "?"),
        (replace(NUMBERED, form="S-8"), FIRST, ""),
        (replace(NUMBERED, number="333-40002", day="1998-03-02", sense="either"), FIRST, ""),
        # the day said is that of an amendment, perhaps
        (replace(NUMBERED, day="1998-06-01", sense="either"), FIRST, "?"),
        (CITATION, ANNUAL, "T3 E1"),
        (replace(CITATION, day="1998-12-31", sense="period"), ANNUAL, "T4 E1"),
        (replace(CITATION, day="1999-03-30", sense="period"), ANNUAL, ""),
        (replace(CITATION, day="1998-12-31", sense="filed"), ANNUAL, ""),
        (replace(CITATION, form="10-K/A"), ANNUAL, "?"),
        (replace(CITATION, form="10-Q"), ANNUAL, ""),
        # sent on a Friday, filed on the Monday after; never the other way round
        (replace(CITATION, day="1999-03-27"), ANNUAL, "T5 E1"),
        (replace(CITATION, day="1999-03-26"), ANNUAL, ""),
        (replace(CITATION, day="1999-03-31"), ANNUAL, ""),
        (replace(CITATION, day="1999-03-27", exhibit="9.9"), ANNUAL, "?"),
        # without its header a current report has the day of its event only, and is due four business days later
        (replace(CITATION, form="8-K", day="1999-01-04"), REPORT, "T6 E1"),
        (replace(CITATION, form="8-K", day="1999-01-07"), REPORT, ""),
        (replace(CITATION, form="8-K", day="1998-12-30"), REPORT, ""),
        (replace(CITATION, form="8-K", day="1999-01-04"), replace(REPORT, date="1999-01-02"), ""),
        (replace(CITATION, form="8-K", day="1999-01-04", exhibit="9.9"), REPORT, "?"),
        (replace(CITATION, day="1999-01-04"), replace(REPORT, form=Form("10-K")), ""),
        (replace(CITATION, day="1998", sense="year"), ANNUAL, "?"),
        (replace(CITATION, day="1997", sense="year"), ANNUAL, ""),
        (replace(CITATION, form="", day="1999-03-30"), ANNUAL, ""),
        # no number is said, the title is
        (replace(CITATION, exhibit="", exhibit_said="", parted=Title("bylaws of 1998", "restated")), ANNUAL, "T3 E2"),
        (replace(CITATION, exhibit="", exhibit_said="", parted=Title("bylaws of 1998", "")), ANNUAL, "T3"),
        (replace(CITATION, listing=""), ANNUAL, "T3"),
    ],
)
def test_rules(citation: Citation, candidate: Candidate, expected: str) -> None:
    assert rule(citation, candidate) == expected


def test_what_is_filed_later_is_never_meant() -> None:
    assert outcome(CITATION, ANNUAL, filed="1999-03-29") == Outcome()
    assert outcome(CITATION, ANNUAL, filed="1999-03-30").target == "a"


def test_of_two_filings_of_a_day_the_one_that_attaches_the_exhibit_is_meant() -> None:
    carried = replace(ANNUAL, filing="b", exhibits=(replace(BYLAWS, iri="b/exhibit/1", attached=False),))
    other = replace(ANNUAL, filing="c", exhibits=())
    assert outcome(CITATION, other, carried, ANNUAL).exhibit == "a/exhibit/1"
    assert outcome(CITATION, other, carried).exhibit == "b/exhibit/1"
    unclear = outcome(replace(CITATION, exhibit="1", exhibit_said="1"), other, carried, ANNUAL)
    assert unclear == Outcome(possible=("a", "b", "c"), why="3 filings fit")


def test_an_amendment_of_the_number_is_meant_where_it_attaches_the_exhibit() -> None:
    bare = replace(FIRST, exhibits=())
    amendment = replace(FIRST, filing="p", form=Form("S-1", amended=True))
    assert outcome(NUMBERED, bare, amendment).target == "p"
    assert outcome(NUMBERED, bare, replace(amendment, exhibits=())).target == "s"
    without = outcome(NUMBERED, replace(amendment, exhibits=()))
    assert without == Outcome(possible=("p",), why="the filing is an amendment, or is not said to be one")


def test_what_is_left_open_is_told() -> None:
    assert outcome(replace(CITATION, form="")).why == "it names neither a form nor a file number"
    twice = replace(ANNUAL, exhibits=(BYLAWS, replace(BYLAWS, iri="a/exhibit/2")))
    assert outcome(CITATION, twice).why == "exhibit 3.2 is 2 times in the filing's list"
    many = replace(CITATION, exhibit=number_key("3.1 through 3.2"), exhibit_said="3.1 through 3.2")
    assert outcome(many, ANNUAL).why == "several exhibits are named: 3.1 through 3.2"
    assert outcome(CITATION) == Outcome()


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("(10)(iii)(A)", "10.iii.a"),
        ("10-G", "10.g"),
        ("10.1", "10.1"),
        ("101", "101"),
        ("4(a), 4(b)", ""),
        ("3.1 and 3.2", ""),
    ],
)
def test_exhibit_numbers_are_compared_by_their_parts(printed: str, key: str) -> None:
    assert number_key(printed) == key
