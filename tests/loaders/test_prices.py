"""What the prices of a fee table rest on: codes and the day, by the notes that the rows refer to."""

from __future__ import annotations

import pytest

from filigraph.loaders.fees import read_rows
from filigraph.loaders.prices import read_price, with_prices
from filigraph.loaders.records import Offering, Problem
from filigraph.loaders.render import render
from filigraph.loaders.span import Piece, Text

TABLE = """
                    CALCULATION OF REGISTRATION FEE
 Title of Securities    Amount to be    Proposed Maximum      Proposed Maximum   Amount of
 to be Registered       Registered      Price Per Share{head}    Aggregate Price    Fee
 Common Stock           1,000,000{a}     $12.50{b}             $12,500,000.00     $3,125.00
 Common Stock             400,000{a}     $20.00{c}             $8,000,000.00      $2,000.00

{notes}

PART I
(9) Decoy: Rule 457(o).
"""
SPLITS = "(1) Pursuant to Rule 416, this covers such shares as a stock split may make issuable at any exercise price."
OPTIONS = "(2) Based on the weighted average exercise\n    price of outstanding options, under Rule 457(h)."
MARKET = (
    "(3) Estimated pursuant to Rules 457(c) and (h)(1) on the basis of the average of the high and low\n"
    "    prices on June 7,\n    2001, which is before June 11, 2001."
)


def read(notes: str, **marks: str) -> tuple[tuple[Offering, ...], tuple[Problem, ...]]:
    filled = {"head": "", "a": "", "b": "", "c": ""} | marks
    source = TABLE.format(notes=notes, **filled)
    text = Text(1, source, source)
    return with_prices(text, read_rows(text))


def said(rows: tuple[Offering, ...]) -> list[tuple[str, str | None]]:
    return [(" ".join(row.basis), row.price_date) for row in rows]


OPTION_PRICE = ("rule_457_h weighted_exercise_price", None)
MARKET_PRICE = ("rule_457_c rule_457_h average_high_low", "2001-06-07")


def test_each_row_has_the_note_of_its_mark() -> None:
    rows, problems = read("\n".join([SPLITS, OPTIONS, MARKET]), a="(1)", b="(2)", c="(3)")
    assert said(rows) == [OPTION_PRICE, MARKET_PRICE]
    assert problems == ()
    assert [e.quote for e in rows[1].evidence if e.field in ("basis", "price_date")] == [
        "457(c) and (h)(1)",
        "high and low",
        "June 7,\n    2001",
    ]


def test_a_mark_in_the_heading_is_for_all_rows() -> None:
    rows, problems = read("\n".join([SPLITS, OPTIONS, MARKET]), a="(1)", head="(3)")
    assert said(rows) == [MARKET_PRICE, MARKET_PRICE]
    assert problems == ()


def test_the_only_note_on_prices_needs_no_mark() -> None:
    assert said(read(f"{SPLITS}\n{MARKET}")[0]) == [MARKET_PRICE, MARKET_PRICE]


def test_a_note_without_a_mark() -> None:
    rows, _ = read("Estimated solely for the purpose of calculating the fee under Rule 457(h): book value.")
    assert said(rows) == [("rule_457_h book_value", None)] * 2


def test_two_notes_and_no_mark_are_a_problem() -> None:
    rows, problems = read(f"{OPTIONS}\n{MARKET}")
    assert said(rows) == [("", None)] * 2
    why = "2 notes say what prices rest on; no mark tells which one is for 'Common Stock'."
    assert [(p.what, p.where, p.why) for p in problems] == [("price-basis-untold", "document 1", why)] * 2


def test_a_table_without_notes_says_nothing() -> None:
    assert read("") == (read("")[0], ())
    assert said(read("")[0]) == [("", None)] * 2


def test_the_column_of_rules_of_exhibit_107() -> None:
    html = (
        "<p>CALCULATION OF FILING FEE TABLE</p><table><tr><td>Security Class Title</td><td>Fee Calculation Rule</td>"
        "<td>Amount Registered</td><td>Price Per Unit</td><td>Maximum Aggregate Offering Price</td></tr>"
        "<tr><td>Common Stock</td><td>457(a)</td><td>1,000</td><td>$2.00</td><td>$2,000.00</td></tr>"
        "<tr><td>Ordinary Shares</td><td>Rule 457(c) and Rule 457(h)</td><td>3,000</td><td>$4.00</td>"
        "<td>$12,000.00</td></tr></table><p>(1)</p><p>Rule 457(h): closing price on May 2, 2023.</p>"
    )
    text = render(1, html)
    rows, problems = with_prices(text, read_rows(text))
    assert said(rows) == [("rule_457_a", None), ("rule_457_c rule_457_h", None)]
    assert problems == ()
    assert all(html[e.span.start : e.span.end] == e.quote for row in rows for e in row.evidence)


@pytest.mark.parametrize(
    ("words", "codes", "day"),
    [
        # a sub-paragraph is no paragraph: (h)(1)(i) is (h)
        (
            "Rule 457(h)(1) and 457(c), average of the highest and lowest price, 5/4/2009",
            "rule_457_c rule_457_h average_high_low",
            "2009-05-04",
        ),
        # fees paid before are no basis
        ("Pursuant to Rule 457(p) the fee is offset", "", None),
        # Rule 457(h) with a share of the market price
        (
            "Rule 457(h): 85% of the average of the bid and asked prices on May 4, 2009",
            "rule_457_h bid_asked discount",
            "2009-05-04",
        ),
        # the day may stand before
        ("Under Rule 457(c), on May 4, 2009, the last sale price was $3", "rule_457_c closing_price", "2009-05-04"),
        # a day that is no market's
        ("Rule 457(h), the exercise price of options granted on May 4, 2009", "rule_457_h exercise_price", None),
        ("This is no word of it", "", None),
    ],
)
def test_words(words: str, codes: str, day: str | None) -> None:
    price = read_price(Piece(Text(1, words, words), 0, len(words)))
    assert (" ".join(price.basis), price.day) == (codes, day) if price else (codes, day) == ("", None)


PLANS = """(1) Represents 1,000,000 shares reserved for issuance under the 2004 Equity Incentive Plan. Pursuant to
    Rule 416, this also covers shares that a stock split may make issuable under the Employee Stock Purchase Plan.
(4) Represents shares issuable under the Employee Stock Purchase Plan."""


def test_a_note_says_which_plan_a_row_is_for() -> None:
    rows, _ = read(PLANS, b="(1)", c="(4)")
    assert [row.plan for row in rows] == ["2004 Equity Incentive Plan", "Employee Stock Purchase Plan"]
    assert [e.quote for e in rows[1].evidence if e.field == "plan"] == ["Employee Stock Purchase Plan"]


def test_notes_on_two_plans_say_nothing_of_one_row() -> None:
    rows, _ = read(PLANS, b="(1)(4)")
    assert [row.plan for row in rows] == [None, None]
