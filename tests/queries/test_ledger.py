"""The ledger of plans over four filings of one registrant: registered, added, moved, removed."""

from __future__ import annotations

from pathlib import Path

import pytest

import filigraph
from filigraph.kg import KnowledgeGraph

COMPANY = "Marrowby Instruments, Inc."
OPTIONS = f"{COMPANY} 1994 Stock Option Plan"
EQUITY = f"{COMPANY} 2004 Equity Incentive Plan"
PURCHASE = f"{COMPANY} Employee Stock Purchase Plan"
MARKET = "average_high_low rule_457_c rule_457_h"


@pytest.fixture(scope="module")
def kg() -> KnowledgeGraph:
    kg = filigraph.open()
    kg.load(sorted((Path(__file__).parent / "more").glob("*-00012[1-4].txt")))
    return kg


def test_what_became_of_each_plan(kg: KnowledgeGraph) -> None:
    columns = ("date", "plan", "movement", "amount", "price", "basis", "price_date", "earlier", "source_plan", "quote")
    rows = [tuple(str(row[c] or "") for c in columns) for row in kg.query("ledger", company=COMPANY).dicts()]
    weighted, bids = "rule_457_h weighted_exercise_price", "bid_asked rule_457_c rule_457_h"
    assert rows == [
        ("1998-05-04", OPTIONS, "registered", "1500000", "12", MARKET, "1998-04-30", "", "", "1,500,000"),
        ("2001-06-11", OPTIONS, "added", "400000", "15.25", weighted, "", "333-51201", "", "400,000"),
        ("2001-06-11", OPTIONS, "added", "350000", "21.5", bids, "2001-06-07", "333-51201", "", "350,000"),
        ("2004-05-19", EQUITY, "registered", "2000000", "9.4", MARKET, "2004-05-17", "", "", "2,000,000"),
        ("2004-05-19", PURCHASE, "registered", "250000", "9.4", MARKET, "2004-05-17", "", "", "250,000"),
        ("2004-05-19", EQUITY, "moved", "612500", "", "", "", "333-51201", "1994 Stock Option Plan", "612,500"),
        ("2006-09-18", OPTIONS, "deregistered", "81250", "", "", "", "333-62302", "", "81,250"),
        ("2006-09-18", EQUITY, "deregistered", "1204000", "", "", "", "333-115604", "", "1,204,000"),
        ("2006-09-18", PURCHASE, "deregistered", "96310", "", "", "", "333-115604", "", "96,310"),
    ]


def test_a_company_and_the_plans_that_it_registered(kg: KnowledgeGraph) -> None:
    assert kg.query("registered-plans", company=COMPANY).rows == [
        ("1994 Stock Option Plan", "1998-05-04", "2001-06-11", 2, None),  # the shortest of its names
        (EQUITY, "2004-05-19", "2004-05-19", 1, "1994 Stock Option Plan"),
        (PURCHASE, "2004-05-19", "2004-05-19", 1, None),
    ]


def test_what_was_left_after_the_merger(kg: KnowledgeGraph) -> None:
    columns = ("plan", "amount", "statement", "filed", "once_registered", "event", "event_date", "quote")
    rows = [tuple(str(row[c] or "") for c in columns) for row in kg.query("deregistered").dicts()]
    words = "remove from registration"
    assert rows == [
        (OPTIONS, "81250", "333-62302", "2001-06-11", "750000", "merger", "2006-09-15", words),
        (EQUITY, "1204000", "333-115604", "2004-05-19", "", "merger", "2006-09-15", words),
        (PURCHASE, "96310", "333-115604", "2004-05-19", "", "merger", "2006-09-15", words),
    ]
