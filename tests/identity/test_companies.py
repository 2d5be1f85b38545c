"""Registrants by what is printed of them, against what they are."""

from __future__ import annotations

import pytest

from filigraph.identity.companies import Company, company, judge_companies, state
from filigraph.identity.judgement import Verdict

ELM = company("Elm Harbor, Inc.", ein="11-2345678", state_of="Delaware")


@pytest.mark.parametrize(
    ("other", "verdict", "score", "rule"),
    [
        # one employer number, one name, however they are printed
        (company("ELM HARBOR INC /DE/", "0000999991", "112345678", "DE"), Verdict.SAME, 0.98, "C2"),
        # a name that the company bore before
        (company("Elm Bay Corp", "0000999991", "112345678", former=("ELM HARBOR INC",)), Verdict.SAME, 0.98, "C2"),
        # a trust prints its depositor's number
        (company("Elm Auto Trust 2001-A", "0000999992", "112345678"), Verdict.UNSURE, 0.5, "C2"),
        # no number: name and state
        (company("The Elm Harbor Incorporated", "0000999991", state_of="DE"), Verdict.SAME, 0.9, "C3"),
        (company("Elm Harbor Inc", "0000999991"), Verdict.SAME, 0.7, "C3"),
        (company("Elm Harbor Inc", "0000999991", state_of="NV"), Verdict.UNSURE, 0.4, "C3"),
        # one name, two numbers
        (company("Elm Harbor Inc", "0000999991", "222345678", "DE"), Verdict.UNSURE, 0.4, "C3"),
        # bore the name once: another may bear it now
        (company("Elm Bay Corp", "0000999991", former=("ELM HARBOR INC",)), Verdict.UNSURE, 0.4, "C3"),
        (company("Elm Harbor Corp", "0000999991", state_of="DE"), Verdict.DIFFERENT, 0.0, "C0"),
        # a number of zeros is none
        (company("Elm Bay Corp", "0000999991", "00-0000000"), Verdict.DIFFERENT, 0.0, "C0"),
    ],
)
def test_a_page_without_a_cik_and_a_registrant(other: Company, verdict: Verdict, score: float, rule: str) -> None:
    for judged in (judge_companies(ELM, other), judge_companies(other, ELM)):
        assert (judged.verdict, judged.score, judged.rule) == (verdict, score, rule)


def test_a_cik_beats_all_else() -> None:
    one, other = (company("Elm Inc", cik, "11-2345678", "DE") for cik in ("0000999991", "0000999992"))
    assert judge_companies(one, company("Oak Corp", "0000999991")).rule == "C1"
    assert judge_companies(one, other).rule == "V3"


@pytest.mark.parametrize(
    ("printed", "same"),
    [
        ("DE", "delaware"),
        ("Del.", "delaware"),
        ("DELAWARE", "delaware"),
        ("State of Delaware", "delaware"),
        ("Commonwealth of Pennsylvania", "pennsylvania"),
        ("N.Y.", "new york"),
        ("District of Columbia", "district of columbia"),
        ("A6", "ontario"),
        ("Ontario, Canada", "ontario"),
        ("Canada", "canada"),
        ("Q9", "q9"),
        ("", ""),
    ],
)
def test_states_in_one_spelling(printed: str, same: str) -> None:
    assert state(printed) == same
