"""Marks on a text: overlapping ones, ones that are none, and words found again behind markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.explain.marks import Mark, find, stretches


def mark(start: int, end: int, anchor: str = "a") -> Mark:
    return Mark(1, start, end, anchor, "plans")


def test_stretches_know_all_marks_over_them() -> None:
    found = list(stretches("0123456789", [mark(2, 6, "a"), mark(4, 8, "b")]))
    assert [(s.text, [m.anchor for m in s.marks]) for s in found] == [
        ("01", []),
        ("23", ["a"]),
        ("45", ["a", "b"]),
        ("67", ["b"]),
        ("89", []),
    ]


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40)), max_size=6))
def test_the_text_comes_out_whole_wherever_the_marks_are(text: str, places: list[tuple[int, int]]) -> None:
    found = list(stretches(text, [mark(start, end) for start, end in places]))
    assert "".join(s.text for s in found) == text


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("By Dana R. Other, President", "Dana R. Other", (3, 16)),
        ("<b>Dana</b>&nbsp;R.<br>\n  OTHER", "Dana R. Other", (3, 31)),
        ("the others", "other", None),  # a part of a word
        ("5.1 and 51", "51", None),  # too short to be told from others
        ("<>" * 5000 + "Dana", "Dana R. Other", None),
        ("Dana" + "<>" * 5000, "Dana R. Other", None),  # made to be slow
    ],
)
def test_words_are_found_whatever_stands_between(text: str, value: str, place: tuple[int, int] | None) -> None:
    assert find(text, value) == place
