"""Fee tables of covers and of Exhibit 107."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.fees import read_offerings
from filigraph.loaders.render import render
from filigraph.loaders.span import Text

Row = tuple[str, str | None, str | None, str | None, str | None, str | None]

HEAD = """                      CALCULATION OF REGISTRATION FEE

Title of Securities       Amount to be   Proposed Maximum   Proposed Maximum   Amount of
to be Registered          Registered     Price Per Share    Aggregate Price    Registration Fee
-----------------------   ------------   ----------------   ----------------   ----------------
"""
NOTES = """
(1)  Pursuant to Rule 416 this Registration Statement also covers 1,000 shares and $5.00 more.
"""


def rows(source: str) -> list[Row]:
    return [(o.security, o.plan, o.amount, o.price, o.aggregate, o.fee) for o in read_offerings(render(1, source))]


CASES: dict[str, tuple[str, list[Row]]] = {
    "wrapped title and marks of notes": (
        HEAD
        + """Common Stock, $.10 par    250,000        $44.91(2)          $11,227,500.00     $3,871.56
value per share           shares(1)
"""
        + NOTES,
        [("Common Stock, $.10 par value per share", None, "250000", "44.91", "11227500.00", "3871.56")],
    ),
    "columns parted by bars": (
        """CALCULATION OF REGISTRATION FEE
 Title of Securities   |  Amount  | Price  |  Aggregate | Fee
Common Stock, $.10 par |2,000,000 |$6.495  |$12,990,000 |$1,050.89
value per share        |(1)       |(2)     |            |
""",
        [("Common Stock, $.10 par value per share", None, "2000000", "6.495", "12990000", "1050.89")],
    ),
    "lines that name the plan of the rows below": (
        HEAD
        + """1996 Stock Option Plan
Common Stock              100,000        $10.00             $1,000,000         $303.03
1997 Purchase Plan
Common Stock              50,000         $10.00             $500,000           $151.52
"""
        + NOTES,
        [
            ("Common Stock", "1996 Stock Option Plan", "100000", "10.00", "1000000", "303.03"),
            ("Common Stock", "1997 Purchase Plan", "50000", "10.00", "500000", "151.52"),
        ],
    ),
    "a total is no row": (
        HEAD
        + """Class A Stock             100,000        $10.00             $1,000,000         $303.03
Total                     100,000                           $1,000,000         $303.03
""",
        [("Class A Stock", None, "100000", "10.00", "1000000", "303.03")],
    ),
    "no fee column": (
        """Calculation of Registration Fee
Title of Securities      Amount to be     Offering Price    Aggregate
Common Stock             1,300,000        $9.36             $12,168,000.00
""",
        [("Common Stock", None, "1300000", "9.36", "12168000.00", None)],
    ),
    "exhibit 107 with the plan in the title and a rate": (
        """<html><body><p>Calculation of Filing Fee Tables</p><p>Table 1: Newly Registered Securities</p><table>
<tr><td></td><td>Security Type</td><td>Security Class Title</td><td>Fee Calculation Rule</td><td>Amount Registered</td>
<td>Price Per Unit</td><td>Maximum Aggregate</td><td>Fee Rate</td><td>Fee</td></tr>
<tr><td>Fees to be Paid</td><td>Equity</td><td>Common Stock, $0.01 par value per share,<br>Harbor 2022 Equity Plan</td>
<td>Other (1)</td><td>1,000,000</td><td>$2.23</td><td>$2,230,000.00</td><td>0.00011020</td><td>$245.75</td></tr>
<tr><td></td><td></td><td>Total Offering Amounts</td>
<td></td><td></td><td></td><td>$2,230,000.00</td><td></td><td>$245.75</td></tr>
</table></body></html>""",
        [
            (
                "Common Stock, $0.01 par value per share",
                "Harbor 2022 Equity Plan",
                "1000000",
                "2.23",
                "2230000.00",
                "245.75",
            )
        ],
    ),
    "the words in running text": ("The calculation of the registration fee is in Exhibit 107, 1,000 at $2.00.\n", []),
}


@pytest.mark.parametrize("case", CASES)
def test_rows(case: str) -> None:
    source, expected = CASES[case]
    assert rows(source) == expected


@given(
    st.integers(1, 10**7),
    st.decimals("0.01", "999", places=2),
    st.sampled_from(["Common Stock", "Ordinary Shares", "Units", "Common Stock, no par value"]),
)
def test_what_is_typed_is_read(amount: int, price: object, security: str) -> None:
    source = f"{HEAD}{security:28}{amount:<15,}{f'${price}':19}{f'${amount * price:,.2f}':19}$1,000.00\n"  # type: ignore[operator]
    found = rows(source)
    assert found[0][:4] == (security, None, str(amount), str(price))


@given(st.text(alphabet="0123456789$,.() \n|CalculationofPnFe", max_size=200))
def test_any_text_reads(tail: str) -> None:
    source = HEAD + tail
    for offering in read_offerings(Text(1, source, source)):
        assert all(source[e.span.start : e.span.end] == e.quote for e in offering.evidence)
