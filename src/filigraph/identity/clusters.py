"""Grouping profiles by judged pairs, best first, never joining two groups with members that cannot be one.

One pass gives the groups of every policy: those of a higher threshold are what has been joined when it is reached.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping, Sequence

from .candidates import Edge

#: Decided by a person: joins whatever the rules say.
DECIDED = "D1"


def cluster(
    items: Mapping[int, str],
    edges: Iterable[Edge],
    apart: Callable[[int, int], bool],
    thresholds: Sequence[float],
    decided: Iterable[tuple[int, int]] = (),
) -> list[tuple[dict[int, int], list[Edge]]]:
    """For each threshold (falling) item -> the least item of its group by key, and the edges that joined groups.

    ``items`` has each item's key; edges are taken by falling score, then by key, so that equal input gives equal groups
    in any order and under any numbers. ``decided``: pairs that are different whatever the edges say.
    """
    order = deque(sorted(edges, key=lambda e: (-e.score, e.rule != DECIDED, *sorted((items[e.a], items[e.b])), e.rule)))
    never: dict[int, set[int]] = defaultdict(set)
    for a, b in decided:
        never[a].add(b)
        never[b].add(a)
    groups = _Groups(items)
    out: list[tuple[dict[int, int], list[Edge]]] = []
    joined: list[Edge] = []
    for threshold in thresholds:
        while order and order[0].score >= threshold:
            edge = order.popleft()
            if edge.rule.startswith("H"):
                continue
            one, other = groups.members(edge.a), groups.members(edge.b)
            if one is other or (edge.rule != DECIDED and _kept_apart(one, other, apart, never)):
                continue
            groups.join(edge.a, edge.b)
            joined.append(edge)
        out.append((groups.roots(), list(joined)))
    return out


def _kept_apart(
    one: set[int], other: set[int], apart: Callable[[int, int], bool], never: Mapping[int, set[int]]
) -> bool:
    if any(not never[x].isdisjoint(other) for x in one if x in never):
        return True
    return any(apart(x, y) for x in one for y in other)


class _Groups:
    def __init__(self, items: Mapping[int, str]) -> None:
        self._keys = items
        self._members = {item: {item} for item in items}

    def members(self, item: int) -> set[int]:
        return self._members[item]

    def join(self, a: int, b: int) -> None:
        big, small = sorted((self._members[a], self._members[b]), key=len, reverse=True)
        big |= small
        for item in small:
            self._members[item] = big

    def roots(self) -> dict[int, int]:
        least: dict[int, int] = {}
        for members in {id(m): m for m in self._members.values()}.values():
            root = min(members, key=self._keys.__getitem__)
            least.update(dict.fromkeys(members, root))
        return least
