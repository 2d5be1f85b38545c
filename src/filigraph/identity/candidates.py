"""Which profiles may be one person: the pairs of one registrant, of one name elsewhere, of one owner id.

Each group of profiles is judged by itself, so that a new filing costs no more than the groups it touches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from .judgement import MERGE, REVIEW, Judgement, Verdict
from .likeness import Middle, Parts, plain, relate
from .persons import Context, judge_persons
from .rarity import is_common, namesakes

#: More profiles of one name than this are compared with their neighbours only, which are the same names elsewhere.
MANY = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """All mentions of one parsed name at one registrant (of one owner id; of one mention where a decision asks)."""

    number: int
    key: str  # the same whenever and wherever the profile is made
    parts: Parts
    home: str
    owner: str = ""
    first: str = ""  # date and IRI of its earliest mention
    blocks: frozenset[str] = frozenset()  # the lists of signers it stands in


class Edge(NamedTuple):
    """Two profiles that may be one."""

    a: int
    b: int
    score: float
    rule: str


def within(profiles: Sequence[Profile]) -> list[Edge]:
    """The pairs of one registrant. An initial that fits two people there (H4) joins neither."""
    found = {(a, b): judge(a, b) for a, b in _pairs_within(profiles)}
    unclear = _unclear(found)
    edges = []
    for (a, b), judged in found.items():
        if judged.veto or judged.score < REVIEW:
            continue
        if judged.score >= MERGE and judged.rule == "R3" and (a in unclear or b in unclear) and _initial(a, b):
            judged = Judgement(Verdict.UNSURE, 0.5, "H4")
        edges.append(_edge(a, b, judged))
    return edges


def _pairs_within(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Profiles with equal family names, or with equal given names (a typo in the family name, a part of it)."""
    families: dict[Hashable, list[Profile]] = defaultdict(list)
    givens: dict[Hashable, list[Profile]] = defaultdict(list)
    for profile in profiles:
        families[plain(profile.parts.family)].append(profile)
        if len(profile.parts.given) > 1:
            givens[plain(profile.parts.given)].append(profile)
    for group in families.values():
        yield from combinations(group, 2)
    for group in givens.values():
        for a, b in combinations(group, 2):
            if plain(a.parts.family) != plain(b.parts.family):
                yield a, b


def _initial(a: Profile, b: Profile) -> bool:
    return (len(a.parts.given) == 1) != (len(b.parts.given) == 1)


def _unclear(found: dict[tuple[Profile, Profile], Judgement]) -> set[Profile]:
    """Profiles with an initial for a given name that two people of the registrant fit who are not one."""
    fits: dict[Profile, list[Profile]] = defaultdict(list)
    for (a, b), judged in found.items():
        if judged.rule == "R3" and judged.score >= MERGE and _initial(a, b):
            short, long = (a, b) if len(a.parts.given) == 1 else (b, a)
            fits[short].append(long)
    return {short for short, longs in fits.items() if any(apart(x, y) for x, y in combinations(longs, 2))}


def across(profiles: Sequence[Profile]) -> list[Edge]:
    """The pairs of one given and family name at different registrants; the commoner the name, the less it says."""
    if len(profiles) < 2 or len(profiles[0].parts.given) < 2 or len({p.home for p in profiles}) < 2:
        return []
    crowd = namesakes(p.parts for p in profiles)
    edges = []
    for a, b in _neighbours(sorted(profiles, key=lambda p: (p.parts.middle, p.parts.suffix, p.key))):
        if a.home != b.home:
            judged = judge(a, b, crowd)
            if not judged.veto and judged.score >= REVIEW:
                edges.append(_edge(a, b, judged))
    return edges


def _neighbours(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    reach = len(profiles) if len(profiles) <= MANY else 3
    for i, a in enumerate(profiles):
        yield from ((a, b) for b in profiles[i + 1 : i + 1 + reach])


def initials(profiles: Sequence[Profile]) -> list[Edge]:
    """R7: who is named by initials only, at another registrant than the one full name that fits in all filings.

    Only where both initials are printed, the family name is rare, and everyone of that family name with that first
    letter can be one person.
    """
    short = [p for p in profiles if len(p.parts.given) == 1 and p.parts.middle]
    full = [p for p in profiles if len(p.parts.given) > 1 and p.parts.middle]
    if not short or not full or len(profiles) > MANY or is_common(full[0].parts.family):
        return []
    if any(apart(a, b) for a, b in combinations(profiles, 2)):
        return []
    return [
        pair(a.number, b.number, R7, "R7")
        for a in short
        for b in full
        if a.home != b.home and relate(a.parts, b.parts).middle in (Middle.INITIAL, Middle.EQUAL)
    ]


R7 = 0.5


def owners(profiles: Sequence[Profile]) -> list[Edge]:
    """R1: all profiles of one owner id, each to the next."""
    ordered = sorted(profiles, key=lambda p: p.key)
    return [pair(a.number, b.number, 1.0, "R1") for a, b in pairwise(ordered)]


def pair(a: int, b: int, score: float, rule: str) -> Edge:
    """The pair, the lesser number first."""
    return Edge(min(a, b), max(a, b), score, rule)


def _edge(a: Profile, b: Profile, judged: Judgement) -> Edge:
    return pair(a.number, b.number, judged.score, judged.rule)


def judge(a: Profile, b: Profile, namesakes: float = 1.0) -> Judgement:
    """The judgement on two profiles in what is known of them; ``namesakes``: people to be expected of their name."""
    return judge_persons(
        a.parts,
        b.parts,
        Context(
            same_registrant=a.home == b.home,
            same_block=not a.blocks.isdisjoint(b.blocks),
            same_id=a.owner == b.owner if a.owner and b.owner else None,
            namesakes=namesakes,
        ),
    )


def apart(a: Profile, b: Profile) -> bool:
    """Can the two never be one person: by a veto, or because their names do not fit (an owner's may change)?"""
    if a.parts == b.parts and not (a.owner and b.owner):
        return False
    judged = judge(a, b)
    return judged.veto or (judged.rule == "R0" and not (a.owner or b.owner))
