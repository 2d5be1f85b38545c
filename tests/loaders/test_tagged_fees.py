"""Fee tables whose rows are facts of Inline XBRL; the printed table is held against them. All is invented."""

from __future__ import annotations

from filigraph.loaders.filing import read
from filigraph.loaders.records import Offering
from filigraph.loaders.render import render
from filigraph.loaders.tagged_fees import read_fee_table

Row = tuple[str, str | None, str | None, str | None, str | None, str | None]

CONTEXT = (
    '<xbrli:context id="{id}"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000000042'
    '</xbrli:identifier><xbrli:segment><xbrldi:typedMember dimension="ffd:OfferingAxis"><dei:lineNo>{line}</dei:lineNo>'
    "</xbrldi:typedMember></xbrli:segment></xbrli:entity></xbrli:context>"
)
HEAD = (
    '<html><body><div style="display:none"><ix:header>{hidden}<ix:resources><xbrli:context id="rc"><xbrli:entity/>'
    "</xbrli:context>{contexts}</ix:resources></ix:header></div>"
    "<p>Calculation of Filing Fee Tables</p><p>Table 1: Newly Registered Securities</p><table><tr><td></td>"
    "<td>Security Type</td><td>Security Class Title</td><td>Fee Calculation Rule</td><td>Amount Registered</td>"
    "<td>Price Per Unit</td><td>Maximum Aggregate</td><td>Fee Rate</td><td>Fee</td></tr>"
)


def text_fact(name: str, context: str, value: str) -> str:
    return f'<ix:nonNumeric contextRef="{context}" name="ffd:{name}">{value}</ix:nonNumeric>'


def number(name: str, context: str, value: str, scale: str = "0") -> str:
    return (
        f'<ix:nonFraction contextRef="{context}" name="ffd:{name}" unitRef="u" scale="{scale}" decimals="2" '
        f'format="ixt:num-dot-decimal">{value}</ix:nonFraction>'
    )


def row(context: str, title: str, amount: str, price: str, aggregate: str, fee: str) -> str:
    cells = [
        "Fees to be Paid",
        text_fact("OfferingSctyTp", context, "Equity"),
        text_fact("OfferingSctyTitl", context, title),
        "Other",
        number("AmtSctiesRegd", context, amount),
        "$" + number("MaxOfferingPricPerScty", context, price),
        "$" + number("MaxAggtOfferingPric", context, aggregate),
        number("FeeRate", context, "0.0001531"),
        "$" + number("FeeAmt", context, fee),
    ]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


TOTAL = "<tr><td></td><td></td><td>Total Offering Amounts</td><td></td><td></td><td></td><td>$" + (
    number("TtlOfferingAmt", "rc", "3,230,000.00") + "</td><td></td><td>$" + number("TtlFeeAmt", "rc", "494.51")
)


def document(*rows: str, hidden: str = "", ids: tuple[str, ...] = ("o1", "o2")) -> str:
    contexts = "".join(CONTEXT.format(id=name, line=at) for at, name in enumerate(ids, start=1))
    return HEAD.format(contexts=contexts, hidden=hidden) + "".join(rows) + TOTAL + "</td></tr></table></body></html>"


def values(rows: tuple[Offering, ...]) -> list[Row]:
    return [(o.security, o.plan, o.amount, o.price, o.aggregate, o.fee) for o in rows]


PLAN_ROW = row(
    "o1", "Common Stock, $0.01 par value per share,<br>issuable under the Harbor 2024 Equity Plan", "1,000,000", "2.23",
    "2,230,000.00", "341.41",
)  # fmt: skip
OTHER_ROW = row("o2", "Deferred Obligations", "1,000", "1,000.00", "1,000,000.00", "153.10")
PLAN: Row = (
    "Common Stock, $0.01 par value per share",
    "Harbor 2024 Equity Plan",
    "1000000",
    "2.23",
    "2230000.00",
    "341.41",
)
OTHER: Row = ("Deferred Obligations", None, "1000", "1000.00", "1000000.00", "153.10")


def test_the_context_of_a_fact_names_its_row() -> None:
    source = document(PLAN_ROW, OTHER_ROW)
    rows, problems = read_fee_table(render(7, source))
    assert values(rows) == [PLAN, OTHER]
    assert problems == ()
    cited = {e.field: e.quote for e in rows[0].evidence}
    assert (cited["amount"], cited["price"], cited["fee"]) == ("1,000,000", "2.23", "341.41")
    for offering in rows:
        assert all(source[e.span.start : e.span.end] == e.quote and e.span.document == 7 for e in offering.evidence)


def test_lines_are_ordered_by_their_number_and_not_by_their_place() -> None:
    rows, _ = read_fee_table(render(7, document(OTHER_ROW, PLAN_ROW)))
    assert values(rows) == [PLAN, OTHER]


def test_a_scale_that_the_print_does_not_show_is_a_problem_with_both_values() -> None:
    fee = number("FeeAmt", "o1", "341.41")
    source = document(PLAN_ROW.replace(fee, number("FeeAmt", "o1", "341.41", scale="3")))
    rows, problems = read_fee_table(render(7, source))
    assert rows[0].fee == "341410"
    assert [(p.what, p.where, p.why) for p in problems] == [
        (
            "fee-facts-differ",
            "document 7",
            "The fee of 'Common Stock, $0.01 par value per share' is 341410 by its fact and 341.41 in the printed "
            "table.",
        )
    ]
    assert {e.quote for e in problems[0].evidence} == {"341.41"}


def test_two_values_of_one_fact_are_a_problem() -> None:
    hidden = f"<ix:hidden>{number('AmtSctiesRegd', 'o1', '1000001')}</ix:hidden>"
    rows, problems = read_fee_table(render(7, document(PLAN_ROW, hidden=hidden)))
    assert rows[0].amount == "1000001"
    assert [p.why for p in problems] == [
        "Line 1 has two values of ffd:AmtSctiesRegd: '1000001' and '1,000,000'.",
        "The amount of 'Common Stock, $0.01 par value per share' is 1000001 by its fact and 1000000 in the printed "
        "table.",
    ]


def test_a_printed_row_without_facts_is_a_problem() -> None:
    bare = (
        "<tr><td>Fees to be Paid</td><td>Equity</td><td>Preferred Stock</td><td>Other</td><td>5,000</td>"
        "<td>$4.00</td><td>$20,000.00</td><td>0.0001531</td><td>$3.06</td></tr>"
    )
    rows, problems = read_fee_table(render(7, document(PLAN_ROW, bare)))
    assert values(rows) == [PLAN]
    assert [(p.what, p.why) for p in problems] == [
        (
            "fee-row-untagged",
            "The printed table has a row 'Preferred Stock' that no fact names; the facts name 1 rows.",
        )
    ]


def test_a_fact_that_is_no_number_is_a_problem() -> None:
    rows, problems = read_fee_table(render(7, document(PLAN_ROW.replace(">2.23<", ">n/a<"))))
    assert (rows[0].price, [p.what for p in problems]) == (None, ["fee-fact-unread"])


def test_a_table_without_facts_is_read_as_printed() -> None:
    plain = "CALCULATION OF REGISTRATION FEE\nCommon Stock      100,000      $10.00      $1,000,000      $303.03\n"
    rows, problems = read_fee_table(render(1, plain))
    assert values(rows) == [("Common Stock", None, "100000", "10.00", "1000000", "303.03")]
    assert problems == ()


SUBMISSION = """<SEC-HEADER>
ACCESSION NUMBER:		0009999999-25-000001
CONFORMED SUBMISSION TYPE:	S-8
FILED AS OF DATE:		20250301

FILER:

	COMPANY DATA:
		COMPANY CONFORMED NAME:			ORLEY FOODS INC /DE/
		CENTRAL INDEX KEY:			0000000042
</SEC-HEADER>
<DOCUMENT>
<TYPE>S-8
<SEQUENCE>1
<TEXT>
<html><body><p>FORM S-8</p></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-FILING FEES
<SEQUENCE>2
<TEXT>
{fees}
</TEXT>
</DOCUMENT>
"""


def identity(name: str, cik: str) -> str:
    return (
        f'<ix:hidden><ix:nonNumeric contextRef="rc" name="dei:EntityRegistrantName">{name}</ix:nonNumeric>'
        f'<ix:nonNumeric contextRef="rc" name="dei:EntityCentralIndexKey">{cik}</ix:nonNumeric></ix:hidden>'
    )


def test_a_whole_filing() -> None:
    fees = document(PLAN_ROW, OTHER_ROW, hidden=identity("Orley Foods, Inc.", "0000000042"))
    filing = read(SUBMISSION.format(fees=fees).encode(), "x")
    assert values(filing.offerings) == [PLAN, OTHER]
    assert [p for p in filing.problems if p.where == "document 2"] == []


def test_a_fee_table_of_another_registrant() -> None:
    fees = document(PLAN_ROW, hidden=identity("Harbor Tools Corp.", "43"))
    filing = read(SUBMISSION.format(fees=fees).encode(), "x")
    assert [(p.what, p.why, p.evidence[0].quote) for p in filing.problems if p.where == "document 2"] == [
        (
            "registrant-name-differs",
            "The cover's fact dei:EntityRegistrantName says 'Harbor Tools Corp.', the header 'ORLEY FOODS INC /DE/'.",
            "Harbor Tools Corp.",
        ),
        (
            "registrant-cik-differs",
            "The cover's fact dei:EntityCentralIndexKey says CIK 0000000043, the header 0000000042.",
            "43",
        ),
    ]
