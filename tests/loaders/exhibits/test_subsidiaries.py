"""Rows of Exhibit 21, in text and HTML. All companies are invented."""

from __future__ import annotations

import pytest

from filigraph.loaders.exhibits.subsidiaries import read_subsidiaries
from filigraph.loaders.render import render

# name, jurisdiction, per cent, parent, trade names
Row = tuple[str, str | None, str | None, str | None, tuple[str, ...]]


def table(*rows: tuple[str, str, str]) -> str:
    cells = "".join(f"<tr><td{style}>{name}</td><td>{place}</td></tr>" for style, name, place in rows)
    return f"<html><body><p>Subsidiaries</p><table><tr><td>Name</td><td>State</td></tr>{cells}</table></body></html>"


CASES: dict[str, tuple[str, list[Row]]] = {
    "indents are parents, marks of notes are no names": (
        """SUBSIDIARIES OF ORLEY FOODS, INC.

Name                                     Jurisdiction       Percent
Orley Holdings B.V. (1)                  The Netherlands      100%
  Orley France S.A.                      France                66.6
    Orley Lyon SARL                      France               100
Stane Stores, Inc.                       Delaware             100
""",
        [
            ("Orley Holdings B.V.", "The Netherlands", "100", None, ()),
            ("Orley France S.A.", "France", "66.6", "Orley Holdings B.V.", ()),
            ("Orley Lyon SARL", "France", "100", "Orley France S.A.", ()),
            ("Stane Stores, Inc.", "Delaware", "100", None, ()),
        ],
    ),
    "names of trade, one and two": (
        """Subsidiary                                    State
Stane Stores, Inc. (d/b/a Stane's)            Delaware
Vane Motors LLC, d/b/a Vane's and Vane Cars   Texas
""",
        [
            ("Stane Stores, Inc.", "Delaware", None, None, ("Stane's",)),
            ("Vane Motors LLC", "Texas", None, None, ("Vane's", "Vane Cars")),
        ],
    ),
    "jurisdictions in brackets and in words": (
        """Exhibit 21
Vane Motors Netherlands B.V. (Netherlands)
Moor Insurance Ltd. (Bermuda) 51%
Moor Tools Ltd., a Delaware corporation
""",
        [
            ("Vane Motors Netherlands B.V.", "Netherlands", None, None, ()),
            ("Moor Insurance Ltd.", "Bermuda", "51", None, ()),
            ("Moor Tools Ltd.", "Delaware", None, None, ()),
        ],
    ),
    "the registrant heads the table and is no subsidiary; a heading names a parent": (
        """Orley Foods, Inc.              Delaware
Stane Stores, Inc.            Ohio
Subsidiaries of Stane Stores, Inc.:
Stane East, Inc.              Maine
""",
        [
            ("Stane Stores, Inc.", "Ohio", None, None, ()),
            ("Stane East, Inc.", "Maine", None, "Stane Stores, Inc.", ()),
        ],
    ),
    "html, columns": (
        table(
            ("", "Orley Holdings B.V.", "Netherlands"), ("", "Stane Stores, Inc. (doing business as Stane's)", "Ohio")
        ),
        [
            ("Orley Holdings B.V.", "Netherlands", None, None, ()),
            ("Stane Stores, Inc.", "Ohio", None, None, ("Stane's",)),
        ],
    ),
    "html, indents by style": (
        table(
            ("", "Orley Holdings B.V.", "Netherlands"),
            (' style="padding-left:20pt"', "Orley France S.A.", "France"),
            (' style="padding-left:3.0em"', "Orley Spain S.A.", "Spain"),
            ("", "Stane Stores, Inc.", "Ohio"),
        ),
        [
            ("Orley Holdings B.V.", "Netherlands", None, None, ()),
            ("Orley France S.A.", "France", None, "Orley Holdings B.V.", ()),
            ("Orley Spain S.A.", "Spain", None, "Orley France S.A.", ()),
            ("Stane Stores, Inc.", "Ohio", None, None, ()),
        ],
    ),
    "html, a hanging indent is no indent": (
        table(
            ("", "Orley Holdings B.V.", "Netherlands"),
            (' style="margin-left:10pt; text-indent:-10pt"', "Orley France S.A.", "France"),
        ),
        [
            ("Orley Holdings B.V.", "Netherlands", None, None, ()),
            ("Orley France S.A.", "France", None, None, ()),
        ],
    ),
    "html, a list": (
        "<html><body><p>Subsidiaries</p><ul><li>Vane Motors B.V. (Netherlands)</li><li>Moor Tools LLC (Ohio)</li></ul>"
        "</body></html>",
        [
            ("Vane Motors B.V.", "Netherlands", None, None, ()),
            ("Moor Tools LLC", "Ohio", None, None, ()),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rows(case: str) -> None:
    source, expected = CASES[case]
    found, problems = read_subsidiaries(render(2, source), ("Orley Foods, Inc.",), "21")
    assert [(s.name, s.jurisdiction, s.ownership, s.parent, s.trade_names) for s in found] == expected
    assert problems == ()
    assert all(source[e.span.start : e.span.end] == e.quote for s in found for e in s.evidence)


def test_a_list_without_rows_is_a_problem() -> None:
    source = "The names of the companies that belong to us have been left out of this page, as the rules let us do.\n"
    found, problems = read_subsidiaries(render(2, source), (), "21")
    assert found == ()
    assert [(p.what, p.where) for p in problems] == [("subsidiaries-unread", "exhibit 21")]
