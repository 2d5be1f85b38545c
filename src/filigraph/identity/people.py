"""Which person mentions are one person: profiles, blocking, judging, clustering.

Mentions collapse to profiles (parsed name, registrant); profiles of one registrant are judged first, then the people
so found are compared across registrants. Everything is sorted, so that equal input gives equal groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from .clusters import Pair, cluster
from .judgement import REVIEW, Judgement, Verdict
from .likeness import Parts, parts
from .persons import Context, judge_persons

#: A name that stands at more registrants than this joins none of them to another by name alone.
COMMON = 8


@dataclass(frozen=True, slots=True, order=True)
class PersonMention:
    """A person named in a filing. ``block`` names the list of signers it stands in, '' where it is in none."""

    iri: str
    name: str
    registrant: str
    block: str = ""
    owner: str = ""  # owner CIK, '' where unknown
    inverted: bool = False


@dataclass(slots=True)
class Profile:
    """All mentions of one parsed name at one registrant."""

    key: str
    parts: Parts
    registrant: str
    owner: str
    mentions: list[str] = field(default_factory=list)
    blocks: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Link:
    """A mention's person, and the rule and score by which it joined (``R0`` and 1.0 where it stands alone)."""

    mention: str
    person: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Resolved:
    """Links of all mentions, and pairs of persons that may be one, unmerged."""

    links: tuple[Link, ...]
    possible: tuple[Pair, ...]


def resolve_people(mentions: Iterable[PersonMention]) -> Resolved:
    """The people behind the mentions; a person's key is its least mention's IRI."""
    profiles = _profiles(sorted(mentions))
    within = list(_judged(_within_blocks(profiles), same_registrant=True))
    people, joined = cluster(profiles, within)
    across = list(_judged(_across_blocks(profiles, people), same_registrant=False))
    groups, joins = cluster(profiles, [*within, *across])
    return _resolved(profiles, groups, (*joined, *joins), [*within, *across])


def _profiles(mentions: Iterable[PersonMention]) -> dict[str, Profile]:
    keyed: dict[tuple[Parts, str, str], Profile] = {}
    for mention in mentions:
        name = parts(mention.name, mention.inverted)
        profile = keyed.setdefault(
            (name, mention.registrant, mention.owner),
            Profile(mention.iri, name, mention.registrant, mention.owner),
        )
        profile.mentions.append(mention.iri)
        if mention.block:
            profile.blocks.add(mention.block)
    return {p.key: p for p in keyed.values()}


def _pairs(blocks: Mapping[object, list[Profile]]) -> Iterator[tuple[Profile, Profile]]:
    seen: set[tuple[str, str]] = set()
    for group in blocks.values():
        for a, b in combinations(group, 2):
            key = (a.key, b.key)
            if key not in seen:
                seen.add(key)
                yield a, b


def _within_blocks(profiles: Mapping[str, Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Profiles of one registrant whose family names begin alike, or whose given names are equal (typos, remarriage)."""
    blocks: dict[object, list[Profile]] = defaultdict(list)
    for profile in profiles.values():
        name = profile.parts
        blocks[(profile.registrant, name.family[:2])].append(profile)
        if len(name.given) > 1:
            blocks[(profile.registrant, "given", name.given)].append(profile)
    return _pairs(blocks)


def _across_blocks(profiles: Mapping[str, Profile], people: Mapping[str, str]) -> Iterator[tuple[Profile, Profile]]:
    """Profiles of different registrants with equal family and given name, unless the name is common."""
    blocks: dict[object, list[Profile]] = defaultdict(list)
    owners: dict[object, list[Profile]] = defaultdict(list)
    for profile in profiles.values():
        blocks[(profile.parts.family, profile.parts.given)].append(profile)
        if profile.owner:
            owners[profile.owner].append(profile)
    rare = {
        key: group for key, group in blocks.items() if len({p.registrant for p in group}) <= COMMON and _specific(group)
    }
    for a, b in (*_pairs(owners), *_pairs(rare)):
        if a.registrant != b.registrant and people[a.key] != people[b.key]:
            yield a, b


def _specific(group: list[Profile]) -> bool:
    return len(group) > 1 and len(group[0].parts.given) > 1


def _judged(pairs: Iterable[tuple[Profile, Profile]], *, same_registrant: bool) -> Iterator[Pair]:
    for a, b in pairs:
        judgement = _judge(a, b, same_registrant=same_registrant)
        if judgement.veto or judgement.score >= REVIEW:
            first, second = sorted((a.key, b.key))
            yield Pair(first, second, judgement.score, judgement.rule, judgement.veto)


def _judge(a: Profile, b: Profile, *, same_registrant: bool) -> Judgement:
    owners = a.owner == b.owner if a.owner and b.owner else None
    if owners is None and not _alike(a.parts, b.parts):
        return Judgement(Verdict.DIFFERENT, 0.0, "R0")
    context = Context(
        same_registrant=same_registrant,
        same_block=bool(a.blocks & b.blocks),
        same_id=owners,
        same_office=False,
    )
    return judge_persons(a.parts, b.parts, context)


def _alike(a: Parts, b: Parts) -> bool:
    """Cheap first look: families that share no beginning and given names that differ are not one person."""
    return a.family[:1] == b.family[:1] or a.given == b.given


def _resolved(
    profiles: Mapping[str, Profile], groups: Mapping[str, str], joins: Iterable[Pair], judged: Iterable[Pair]
) -> Resolved:
    """Only pairs at or above the merge threshold join; the rest of the judged pairs may be the same."""
    best: dict[str, Pair] = {}
    for pair in joins:
        for key in (pair.a, pair.b):
            if key not in best or pair.score > best[key].score:
                best[key] = pair
    links = []
    for profile in profiles.values():
        join = best.get(profile.key)
        for mention in profile.mentions:
            rule, score = (join.rule, join.score) if join else ("R0", 1.0)
            links.append(Link(mention, groups[profile.key], rule, score))
    possible = set()
    for pair in judged:
        first, second = sorted((groups[pair.a], groups[pair.b]))
        if not pair.veto and first != second:
            possible.add(Pair(first, second, pair.score, pair.rule))
    return Resolved(tuple(sorted(links, key=lambda x: x.mention)), tuple(sorted(possible)))
