"""Grouping items by judged pairs, best first, never joining two that a veto keeps apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .judgement import MERGE


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two items and how surely they are one; a veto has ``score`` 0 and ``veto`` true."""

    a: str
    b: str
    score: float
    rule: str
    veto: bool = False


def cluster(items: Iterable[str], pairs: Iterable[Pair]) -> tuple[Mapping[str, str], tuple[Pair, ...]]:
    """Item -> the least item of its group, and the pairs that joined groups (above the merge threshold, no holds).

    Pairs are taken by falling score, then by name, so that equal input gives equal groups in any order. A pair whose
    groups hold two vetoed items is passed over: vetoes count between groups, not only between the two.
    """
    parent = {item: item for item in items}
    apart: dict[str, set[str]] = defaultdict(set)
    ordered = sorted(pairs, key=lambda p: (-p.score, p.a, p.b, p.rule))
    for pair in ordered:
        if pair.veto:
            apart[pair.a].add(pair.b)
            apart[pair.b].add(pair.a)
    members = {item: {item} for item in parent}
    joined = []
    for pair in ordered:
        if pair.veto or pair.score < MERGE or pair.rule.startswith("H"):
            continue
        a, b = parent[pair.a], parent[pair.b]
        if a == b or any(apart[x] & members[b] for x in members[a] if x in apart):
            continue
        keep, lose = sorted((a, b))
        for item in members[lose]:
            parent[item] = keep
        members[keep] |= members.pop(lose)
        joined.append(pair)
    return parent, tuple(joined)
