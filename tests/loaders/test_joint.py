"""Which of several registrants a signature is for."""

from __future__ import annotations

import pytest

from filigraph.loaders.joint import signed_for

ALDER, FINANCE, TRUST = NAMES = ("Alder Corporation", "Alder Finance LLC", "Alder Trust I")


@pytest.mark.parametrize(
    ("behalves", "places"),
    [
        # no row says it: all
        ((None, None), [(0, 1, 2), (0, 1, 2)]),
        # a page each, capitals on the page
        (("ALDER CORPORATION", None, "ALDER FINANCE LLC", None, TRUST, None), [(0,), (0,), (1,), (1,), (2,), (2,)]),
        # one page for two: rows right after one another
        ((ALDER, FINANCE, None, TRUST), [(0,), (1,), (0, 1), (2,)]),
        # names printed one under another: the row has the first
        ((ALDER, None, FINANCE, None), [(0,), (0,), (1, 2), (1, 2)]),
        ((ALDER, None), [(0, 1, 2), (0, 1, 2)]),
        # on behalf of somebody else: for those without a row
        ((ALDER, None, "Each of the guarantors", None), [(0,), (0,), (1, 2), (1, 2)]),
        # all have a row: somebody else signs the page at hand
        ((ALDER, None, "Agent for service", FINANCE, None, TRUST), [(0,), (0,), (0,), (1,), (1,), (2,)]),
        # a longer form of one name only
        (("Alder Finance LLC, a Delaware company", None, ALDER, TRUST), [(1,), (1,), (0,), (2,)]),
        # what stands before the first row
        ((None, ALDER, FINANCE, TRUST), [(0, 1, 2), (0,), (1,), (2,)]),
    ],
)
def test_whom_signatures_are_for(behalves: tuple[str | None, ...], places: list[tuple[int, ...]]) -> None:
    assert list(signed_for(NAMES, behalves)) == places


def test_of_one_registrant_all_are_for_it() -> None:
    assert list(signed_for(("Alder Corporation",), ("Brook & Co.", None))) == [(0,), (0,)]
