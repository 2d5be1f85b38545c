"""What decisions on registrants come to: which company without a CIK is which, and which two are not.

A decision is on two records and speaks of all records of the same number or name. Where that cannot be (two pages of
one name are decided to be two companies) the records decided on speak for their filings alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sqlite3 import Connection
from typing import NamedTuple

from filigraph.loaders.errors import InvalidInput

from .decisions import FILE, Decision, decision_id
from .judgement import Verdict
from .unions import Union

CIK = "company/cik/"


class Node(NamedTuple):
    """A company as its records name it, or (``filing`` given) what one filing says of it."""

    company: str
    filing: str = ""


@dataclass(frozen=True, slots=True)
class CompanyRulings:
    """What the decisions that are known come to; the maps are from what was decided on."""

    target: Mapping[Node, Node]  # to the node that stands for its group: a CIK where there is one
    barred: frozenset[frozenset[Node]]  # pairs of such nodes
    decided: Mapping[Node, str]  # to the ids of its decisions, sorted, with spaces between

    @property
    def companies(self) -> list[str]:
        """The companies without a CIK that were decided on, sorted."""
        return sorted({node.company for node in self.target if not node.company.startswith(CIK)})

    def apart(self, a: Node, b: Node) -> bool:
        """Were the two, or those that they were decided to be, decided to be different?"""
        return frozenset((self.target.get(a, a), self.target.get(b, b))) in self.barred


def company_rulings(db: Connection, decisions: Iterable[Decision]) -> CompanyRulings:
    """What the decisions on registrants come to; `InvalidInput` where two CIKs would be one company."""
    known: dict[Decision, tuple[Node, Node]] = {}
    for decision in decisions:
        if decision.kind == "company" and decision.judgement is not Verdict.UNSURE:
            pair = [_node(db, record, decision) for record in decision.pair]
            if pair[0] and pair[1]:
                known[decision] = (pair[0], pair[1])
    torn = _torn(known)
    nodes = {d: (_narrow(a, torn), _narrow(b, torn)) for d, (a, b) in known.items()}
    groups = _groups(nodes)
    target: dict[Node, Node] = {}
    for members in groups.values():
        whole = sorted(node for node in members if not node.filing)
        several = [node for node in whole if node.company.startswith(CIK)]
        if len(several) > 1:
            raise _two(several, nodes)
        target |= dict.fromkeys(members, whole[0] if whole else min(members))
    barred = set()
    ids: dict[Node, set[str]] = defaultdict(set)
    for decision, (a, b) in nodes.items():
        for node in (a, b):
            ids[node].add(decision_id(decision))
        if decision.judgement is Verdict.DIFFERENT:
            if target[a] == target[b]:
                raise InvalidInput(
                    f"{decision} parts what is one by its number", FILE, "supersede it: a CIK is one company"
                )
            barred.add(frozenset((target[a], target[b])))
    return CompanyRulings(target, frozenset(barred), {node: " ".join(sorted(found)) for node, found in ids.items()})


def _node(db: Connection, record: str, decision: Decision) -> Node | None:
    """What a record is of, for its filing; None while it is not loaded."""
    found = db.execute("SELECT company, filing FROM registrant WHERE record = ?", (record,)).fetchone()
    if found is not None:
        return Node(*found)
    if db.execute("SELECT 1 FROM mention WHERE iri = ?", (record,)).fetchone() is not None:
        what = f"{record} names no registrant"
        raise InvalidInput(what, f"{FILE}:{decision.line}", "correct its kind, or supersede it")
    return None


def _torn(known: Mapping[Decision, tuple[Node, Node]]) -> set[str]:
    """The companies in groups that hold two CIKs, or two records said to be of different companies."""
    groups = Union()
    for decision, (a, b) in known.items():
        if decision.judgement is Verdict.SAME:
            groups.join(a.company, b.company)
    numbers: dict[str, set[str]] = defaultdict(set)
    members: dict[str, set[str]] = defaultdict(set)
    for pair in known.values():
        for node in pair:
            members[groups.of(node.company)].add(node.company)
            if node.company.startswith(CIK):
                numbers[groups.of(node.company)].add(node.company)
    torn = {root for root, found in numbers.items() if len(found) > 1}
    for decision, (a, b) in known.items():
        if decision.judgement is Verdict.DIFFERENT and groups.of(a.company) == groups.of(b.company):
            torn.add(groups.of(a.company))
    return {company for root in torn for company in members[root]}


def _narrow(node: Node, torn: set[str]) -> Node:
    return node if node.company in torn and not node.company.startswith(CIK) else Node(node.company)


def _groups(nodes: Mapping[Decision, tuple[Node, Node]]) -> dict[str, set[Node]]:
    groups = Union()
    for decision, (a, b) in nodes.items():
        if decision.judgement is Verdict.SAME:
            groups.join("\t".join(a), "\t".join(b))
    out: dict[str, set[Node]] = defaultdict(set)
    for pair in nodes.values():
        for node in pair:
            out[groups.of("\t".join(node))].add(node)
    return out


def _two(several: list[Node], nodes: Mapping[Decision, tuple[Node, Node]]) -> InvalidInput:
    said = ", ".join(str(d) for d, pair in nodes.items() if d.judgement is Verdict.SAME and set(pair) & set(several))
    named = " and ".join(node.company for node in several)
    return InvalidInput(f"{said} would make {named} one", FILE, "supersede one: two CIKs are two registrants")
