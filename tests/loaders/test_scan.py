"""Finding words in lowered texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filigraph.loaders.scan import places


@pytest.mark.parametrize(
    ("low", "word", "found"),
    [
        ("consent of  independent\nauditors", "of independent", [8]),
        ("consent of\n the   independent auditors", "of the independent", [8]),
        ("proof of independent, of independence", "of independent", [6]),
        ("ofindependent of", "of independent", []),
        ("exhibit and exhibits", "exhibit", [0, 12]),
        ("item  4 item 4", "item 4", [0, 8]),
    ],
)
def test_places(low: str, word: str, found: list[int]) -> None:
    assert places(low, word) == found


LOW = st.lists(st.sampled_from(["of", "the", "independent", "a", " ", "\n", "x"]), max_size=20).map("".join)


@given(LOW, st.sampled_from(["of independent", "of the independent", "the of", "a", "of a "]), st.integers(0, 9))
def test_places_are_those_of_the_pattern(low: str, word: str, start: int) -> None:
    pattern = r"\s+".join(map(re.escape, word.split()))
    expected = [m.start() for m in re.finditer(f"(?={pattern})", low) if m.start() >= start]
    assert places(low, word, start=start) == expected
