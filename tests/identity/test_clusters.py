"""Groups never hold two that cannot be one, whatever the order and the path."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filigraph.identity.candidates import Edge
from filigraph.identity.clusters import cluster

ITEMS = {number: f"key{number}" for number in range(8)}


def groups(edges: list[Edge], vetoes: set[tuple[int, int]], threshold: float = 0.6) -> dict[int, int]:
    def apart(a: int, b: int) -> bool:
        return (a, b) in vetoes or (b, a) in vetoes

    return cluster(ITEMS, edges, apart, [threshold])[0][0]


def test_a_veto_holds_between_groups() -> None:
    edges = [Edge(0, 1, 0.9, "R3"), Edge(1, 2, 0.8, "R3")]
    found = groups(edges, {(0, 2)})
    assert (found[0], found[1], found[2]) == (0, 0, 2)


def test_a_hold_never_joins() -> None:
    assert groups([Edge(0, 1, 0.9, "H1")], set()) == {n: n for n in ITEMS}


def test_a_decision_joins_what_rules_keep_apart_and_parts_what_they_join() -> None:
    edges = [Edge(0, 1, 1.0, "D1"), Edge(2, 3, 1.0, "R1")]
    (found, joined), *_ = cluster(ITEMS, edges, lambda a, b: {a, b} == {0, 1}, [0.6], decided=[(2, 3)])
    assert (found[1], found[3]) == (0, 3)
    assert [edge.rule for edge in joined] == ["D1"]


def test_the_groups_of_a_higher_threshold_lie_within_those_of_a_lower() -> None:
    edges = [Edge(0, 1, 0.9, "R3"), Edge(1, 2, 0.7, "R3"), Edge(2, 3, 0.5, "R7")]
    strict, balanced, loose = (found for found, _ in cluster(ITEMS, edges, lambda a, b: False, [0.8, 0.6, 0.45]))
    assert [strict[n] for n in range(4)] == [0, 0, 2, 3]
    assert [balanced[n] for n in range(4)] == [0, 0, 0, 3]
    assert [loose[n] for n in range(4)] == [0, 0, 0, 0]


items = st.integers(0, 7)
pairs = st.tuples(items, items).filter(lambda p: p[0] < p[1])
made = st.builds(lambda p, s, r: Edge(p[0], p[1], s, r), pairs, st.floats(0, 1), st.sampled_from(["R3", "R5"]))


@given(st.lists(made, max_size=25), st.sets(pairs, max_size=8))
def test_no_group_holds_a_vetoed_pair_in_any_order(edges: list[Edge], vetoes: set[tuple[int, int]]) -> None:
    found = groups(edges, vetoes)
    assert all(found[a] != found[b] for a, b in vetoes)
    assert groups(list(reversed(edges)), vetoes) == found
