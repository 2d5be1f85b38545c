"""Groups never break a veto, whatever the order and the path."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from filigraph.identity.clusters import Pair, cluster


def test_a_veto_holds_between_groups() -> None:
    pairs = [
        Pair("a", "b", 0.9, "R3"),
        Pair("b", "c", 0.8, "R3"),
        Pair("a", "c", 0.0, "V1", veto=True),
    ]
    groups, joined = cluster("abc", pairs)
    assert groups == {"a": "a", "b": "a", "c": "c"}
    assert [(p.a, p.b) for p in joined] == [("a", "b")]


def test_a_hold_never_joins() -> None:
    assert cluster("ab", [Pair("a", "b", 0.9, "H1")])[0] == {"a": "a", "b": "b"}


items = st.sampled_from("abcdefgh")
made = st.builds(Pair, items, items, st.floats(0, 1), st.sampled_from(["R3", "R5"]), st.booleans()).filter(
    lambda p: p.a < p.b
)


@given(st.lists(made, max_size=25))
def test_no_group_holds_a_vetoed_pair_and_order_does_not_matter(pairs: list[Pair]) -> None:
    groups, _ = cluster("abcdefgh", pairs)
    assert all(groups[p.a] != groups[p.b] for p in pairs if p.veto)
    assert cluster("abcdefgh", list(reversed(pairs)))[0] == groups
