"""Rows for people: a table that fits the terminal, else blocks; on a pipe nothing is parted."""

from __future__ import annotations

import pytest

from filigraph.cli.tables import as_text, short
from filigraph.queries.answer import Answer

PLAN = (
    "2000-09-04",
    "Tarbuck Holdings 401(k) Savings Plan",
    "https://w3id.org/filigraph/id/filing/0009999003-00-000013",
)
ANSWER = Answer(("date", "plan", "filing"), [PLAN, ("2000-09-11", None, "none")])

PIPE = """\
date        plan                                  filing
2000-09-04  Tarbuck Holdings 401(k) Savings Plan  filing/0009999003-00-000013
2000-09-11                                        none
"""
TERMINAL = """\
date        plan                 filing
2000-09-04  Tarbuck Holdings     filing/0009999003-00-000013
            401(k) Savings Plan
2000-09-11                       none
"""
NARROW = """\
date    2000-09-04
plan    Tarbuck Holdings 401(k) Savings
        Plan
filing  filing/0009999003-00-000013

date    2000-09-11
filing  none
"""


@pytest.mark.parametrize(("columns", "text"), [(None, PIPE), (77, PIPE), (60, TERMINAL), (40, NARROW)])
def test_a_table_fits_or_its_rows_become_blocks(columns: int | None, text: str) -> None:
    assert as_text(ANSWER, columns) == text


@pytest.mark.parametrize("columns", [40, 60, 76, 77, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    assert max(map(len, as_text(ANSWER, columns).splitlines())) <= columns


def test_a_word_longer_than_any_column_is_parted() -> None:
    answer = Answer(
        ("source", "form"), [("/a/folder/deep/down/in/the/tree/of/folders/0009999003-00-000012.txt", "S-8")]
    )
    assert as_text(answer, 40) == (
        "source                              form\n"
        "/a/folder/deep/down/in/the/tree/of  S-8\n"
        "/folders/0009999003-00-000012.txt\n"
    )


def test_an_answer_without_rows_is_its_columns() -> None:
    assert as_text(Answer(("a", "b"), []), None) == "a  b\n"


def test_characters_that_steer_a_terminal_are_marked() -> None:
    assert short("Olwen\x1b[2J \n Tarbuck") == "Olwen\N{REPLACEMENT CHARACTER}[2J Tarbuck"
