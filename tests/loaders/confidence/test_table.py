"""The table of how often facts were right is whole, and a fact is as sure as the longest row that fits it."""

from __future__ import annotations

from importlib import resources

from filigraph.loaders import confidence as package
from filigraph.loaders.confidence import SIGNS, confidence
from filigraph.loaders.confidence.signs import AMBIGUOUS
from filigraph.loaders.confidence.table import rows

NEVER_SEEN = "a-sign-nobody-saw"


def lines() -> list[list[str]]:
    text = (resources.files(package) / "table.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()[1:] if not line.startswith("#")]


def test_every_list_has_a_row_of_its_own() -> None:
    assert {key[0] for key in rows() if len(key) == 1} == set(SIGNS)


def test_rows_count_what_can_be() -> None:
    for name, signs, facts, right, sure in lines():
        assert 0 <= int(right) <= int(facts), (name, signs)
        assert 0 <= float(sure) <= 1, (name, signs)


def test_a_rate_is_drawn_towards_the_shorter_row() -> None:
    for name, signs, facts, right, sure in lines():
        if signs == AMBIGUOUS:
            rate, share = int(right) / max(1, int(facts)), float(sure)
            assert min(rate, 0.5) - 0.001 <= share <= max(rate, 0.5) + 0.001, name
            assert facts != "0" or share == 0.5, name
        elif signs:
            rate, shorter = int(right) / int(facts), confidence(name, tuple(signs.split()[:-1]))
            assert shorter is not None
            assert min(rate, shorter) - 0.001 <= float(sure) <= max(rate, shorter) + 0.001, (name, signs)


def test_the_longest_row_that_fits_counts() -> None:
    known = max(rows(), key=len)
    assert confidence(known[0], (*known[1:], NEVER_SEEN)) == rows()[known]
    assert confidence("signatures", (NEVER_SEEN,)) == rows()[("signatures",)]


def test_a_list_nobody_counted_has_none() -> None:
    assert confidence("a list of another day", ("office",)) is None
