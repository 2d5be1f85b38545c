"""The forms in which rows are given out."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import Literal, NamedNode

from filigraph.queries.answer import XSD, Answer, value
from filigraph.store import Rows, Term

ROWS = Answer(("name", "n", "none"), [("A, “B”\n| c", 2, None), ("<b>&", 0.5, None)])


@pytest.mark.parametrize(
    ("term", "plain"),
    [
        (None, None),
        (NamedNode("urn:a"), "urn:a"),
        (Literal("x", language="en"), "x"),
        (Literal("2001-02-03", datatype=NamedNode(XSD + "date")), "2001-02-03"),
        (Literal("7", datatype=NamedNode(XSD + "integer")), 7),
        (Literal("2000000", datatype=NamedNode(XSD + "decimal")), 2000000),
        (Literal("3.50", datatype=NamedNode(XSD + "decimal")), 3.5),
        (Literal("1e3", datatype=NamedNode(XSD + "double")), 1000.0),
        (Literal("true", datatype=NamedNode(XSD + "boolean")), True),
        (Literal("false", datatype=NamedNode(XSD + "boolean")), False),
    ],
)
def test_plain_values(term: Term | None, plain: object) -> None:
    assert value(term) == plain
    assert type(value(term)) is type(plain)


def test_of_rows() -> None:
    answer = Answer.of(Rows(("a", "b"), [(Literal("x"), None)]))
    assert answer == Answer(("a", "b"), [("x", None)])
    assert answer.dicts() == [{"a": "x", "b": None}]


def test_csv_quotes_what_it_must() -> None:
    assert ROWS.csv() == 'name,n,none\n"A, “B”\n| c",2,\n<b>&,0.5,\n'
    assert ROWS.csv("\t").startswith("name\tn\tnone\n")


def test_json_and_jsonl_hold_the_same() -> None:
    assert json.loads(ROWS.json()) == ROWS.dicts() == [json.loads(line) for line in ROWS.jsonl().splitlines()]
    assert Answer(("a",), []).json() == "[]\n"
    assert Answer(("a",), []).jsonl() == ""


def test_markdown_keeps_a_row_on_a_line() -> None:
    assert ROWS.markdown() == "| name | n | none |\n| --- | --- | --- |\n| A, “B” \\| c | 2 |  |\n| <b>& | 0.5 |  |\n"


def test_html_is_escaped() -> None:
    assert "<td>&lt;b&gt;&amp;</td><td>0.5</td><td></td>" in ROWS._repr_html_()
