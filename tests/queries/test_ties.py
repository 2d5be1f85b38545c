"""Ties stand in one graph a policy: a question that reads them names the graph, else it would see those of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from filigraph.queries import catalog

TIES = re.compile(
    r"fg:(?:from|to|tieKind|firstSeen|lastSeen|signedFor|counselOf|auditorOf|attorneyFor|agentOf|directorOf)\b"
)


def blocks(text: str) -> Iterator[str]:
    """What stands in braces after GRAPH and a variable."""
    for match in re.finditer(r"GRAPH \?\w+ \{", text):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        yield text[match.end() : end]


@pytest.mark.parametrize("name", catalog.names())
def test_ties_are_read_from_a_named_graph(name: str) -> None:
    for block in blocks(catalog.load(name).text):
        assert not TIES.search(block), block


def test_the_check_sees_a_tie() -> None:
    assert [bool(TIES.search(b)) for b in blocks("GRAPH ?d { ?tie fg:from ?x . { ?x fg:to ?y } }")] == [True]
