"""Rules of a signature page: what is one, and that a broken one costs no time."""

from __future__ import annotations

import pytest

from filigraph.loaders.signatures.cells import Look, look_of


@pytest.mark.parametrize("words", ["-----", "- ----------", "____________", "=== ===", "–––––", "--- - ---"])
def test_a_rule(words: str) -> None:
    assert look_of(words) is Look.RULE


@pytest.mark.parametrize("tail", ["x", ".x", " x", "\x00"])
def test_a_broken_rule_is_no_rule_and_is_told_at_once(tail: str) -> None:
    """A pattern that tries every way to part the dashes would not come back from this."""
    assert look_of("-" * 5000 + tail) is not Look.RULE
