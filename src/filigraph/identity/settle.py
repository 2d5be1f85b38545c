"""From touched profiles to people: pairs are judged where something changed, groups made anew where a pair changed.

What comes out is a function of the mentions and the decisions alone: one filing after the other, in any order, or all
at once give the same people. A person's id is that of the owner CIK, else the hash of the earliest mention: it means
the person behind that mention for ever, also where an earlier mention or a CIK turns up later and another id is shown.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from filigraph.loaders.iri import ID

from .candidates import Edge, Profile, across, apart, initials, owners, within
from .clusters import cluster
from .decisions import Decision
from .likeness import Parts
from .policies import BY_THRESHOLD, Policy
from .register import Register
from .rulings import decisions_on, rule_people

_PROFILE = "SELECT number, key, given, middle, family, suffix, nickname, home, owner, first FROM profile"
_FORMED = "first IS NOT NULL"


def settle_people(register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Bring every person up to date with the mentions taken in and the decisions."""
    db = register.db
    rule_people(register, decisions)
    _count(register)
    for home in _values(register, "home", "1"):
        found = _profiles(register, "home = ?", home)
        blocks = _blocks(register, home)
        _judged(register, f"h{home}", within([_with(p, blocks) for p in found]))
    for family, given in _names(register):
        _judged(register, f"n{family}|{given}", across(_profiles(register, "family = ? AND given = ?", family, given)))
    for family, letter in _letters(register):
        _judged(register, f"i{family}|{letter}", initials(_of_letter(register, family, letter)))
    for owner in _values(register, "owner", "new"):
        _judged(register, f"o{owner}", owners(_profiles(register, "owner = ?", owner)))
    db.execute("INSERT OR IGNORE INTO affected SELECT entity FROM profile WHERE first IS NULL AND entity IS NOT NULL")
    db.execute("DELETE FROM profile WHERE first IS NULL")
    db.execute("INSERT OR IGNORE INTO moved SELECT profile FROM touched")
    _group(register)
    for table in ("touched", "moved"):
        db.execute(f"DELETE FROM {table}")


def _count(register: Register) -> None:
    """The earliest mention of each touched profile; one without mentions is treated like one that is new."""
    db = register.db
    db.execute(
        "UPDATE profile SET first = (SELECT min(date || ' ' || iri) FROM mention WHERE profile = profile.number) "
        "WHERE number IN (SELECT profile FROM touched)"
    )
    db.execute("UPDATE touched SET new = 1 WHERE profile IN (SELECT number FROM profile WHERE first IS NULL)")


def _values(register: Register, column: str, which: str) -> list[str]:
    found = register.db.execute(
        f"SELECT DISTINCT {column} FROM touched JOIN profile ON number = profile "
        f"WHERE {which} AND {column} != '' ORDER BY 1"
    )
    return [str(r[0]) for r in found]


def _names(register: Register) -> list[tuple[str, str]]:
    return register.db.execute(
        "SELECT DISTINCT family, given FROM touched JOIN profile ON number = profile WHERE new AND length(given) > 1 "
        "ORDER BY 1, 2"
    ).fetchall()


def _letters(register: Register) -> list[tuple[str, str]]:
    """Family names with a first letter under which somebody goes by initials."""
    return register.db.execute(
        "SELECT DISTINCT family, substr(given, 1, 1) AS letter FROM touched JOIN profile AS p ON number = profile "
        "WHERE new AND given != '' AND EXISTS "
        "(SELECT 1 FROM profile AS q WHERE q.family = p.family AND q.given = substr(p.given, 1, 1)) ORDER BY 1, 2"
    ).fetchall()


def _of_letter(register: Register, family: str, letter: str) -> list[Profile]:
    return _profiles(register, "family = ? AND given >= ? AND given < ?", family, letter, chr(ord(letter) + 1))


def _profiles(register: Register, where: str, *values: str) -> list[Profile]:
    found = register.db.execute(f"{_PROFILE} WHERE {where} AND {_FORMED} ORDER BY key", values)
    return [_profile(r) for r in found]


def _profile(row: tuple[int, str, str, str, str, str, str, str, str, str]) -> Profile:
    number, key, given, middle, family, suffix, nickname, home, owner, first = row
    return Profile(number, key, Parts(given, tuple(middle.split()), family, suffix, nickname), home, owner, first)


def _with(profile: Profile, blocks: dict[int, set[str]]) -> Profile:
    if profile.number not in blocks:
        return profile
    fields = (profile.number, profile.key, profile.parts, profile.home, profile.owner, profile.first)
    return Profile(*fields, frozenset(blocks[profile.number]))


def _blocks(register: Register, home: str) -> dict[int, set[str]]:
    out: dict[int, set[str]] = defaultdict(set)
    for profile, block in register.db.execute(
        "SELECT m.profile, m.block FROM profile AS p JOIN mention AS m ON m.profile = p.number "
        "WHERE p.home = ? AND m.block != ''",
        (home,),
    ):
        out[profile].add(block)
    return out


def _judged(register: Register, scope: str, edges: Iterable[Edge]) -> None:
    """The pairs of a scope in place of those it had; what differs is remembered."""
    db = register.db
    new = set(edges)
    old = {Edge(*r) for r in db.execute("SELECT a, b, score, rule FROM edge WHERE scope = ?", (scope,))}
    if new == old:
        return
    if old:
        db.execute("DELETE FROM edge WHERE scope = ?", (scope,))
    db.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?)", [(scope, *edge) for edge in sorted(new)])
    db.executemany("INSERT OR IGNORE INTO moved VALUES (?)", {(n,) for e in new ^ old for n in (e.a, e.b)})


def _group(register: Register) -> None:
    """New groups for every profile that moved and all that hang together with it."""
    done: set[int] = set()
    for (start,) in register.db.execute(
        "SELECT profile FROM moved JOIN profile ON number = profile ORDER BY profile"
    ).fetchall():
        if start in done:
            continue
        members, edges = _component(register, start)
        done |= members
        profiles = list(_members(register, members))
        _assign(register, profiles, edges)


def _component(register: Register, start: int) -> tuple[set[int], set[Edge]]:
    least = BY_THRESHOLD[-1].threshold
    members, edges, waiting = {start}, set(), [start]
    while waiting:
        here = waiting.pop()
        for row in register.db.execute(
            "SELECT a, b, score, rule FROM edge WHERE a = ?1 UNION ALL SELECT a, b, score, rule FROM edge WHERE b = ?1",
            (here,),
        ):
            edge = Edge(*row)
            if edge.score < least or edge.rule.startswith("H"):
                continue
            edges.add(edge)
            for there in (edge.a, edge.b):
                if there not in members:
                    members.add(there)
                    waiting.append(there)
    return members, edges


def _members(register: Register, numbers: Iterable[int]) -> Iterator[Profile]:
    for number in sorted(numbers):
        (row,) = register.db.execute(f"{_PROFILE} WHERE number = ?", (number,))
        found = register.db.execute("SELECT block FROM mention WHERE profile = ? AND block != ''", (number,))
        yield _with(_profile(row), {number: {b for (b,) in found}})


def members_of(register: Register, person: str) -> list[Profile]:
    """The profiles of a person."""
    found = register.db.execute("SELECT number FROM profile WHERE entity = ? ORDER BY key", (person,)).fetchall()
    return list(_members(register, (number for (number,) in found)))


def profile_of_mention(register: Register, mention: str) -> Profile:
    """The profile that a person's mention belongs to."""
    (number,) = register.db.execute("SELECT profile FROM mention WHERE iri = ?", (mention,)).fetchone()
    return next(_members(register, (number,)))


def _assign(register: Register, profiles: list[Profile], edges: set[Edge]) -> None:
    numbered = {p.number: p for p in profiles}
    if len(profiles) == 1:
        only = person_id(profiles[0].first, profiles[0].owner)
        _put(register, profiles[0], (only, only, only), "R0", 1.0, "")
        return
    different = _different(register, numbered)
    levels = cluster(
        {p.number: p.key for p in profiles},
        edges,
        lambda a, b: apart(numbered[a], numbered[b]),
        [policy.threshold for policy in BY_THRESHOLD],
        different,
    )
    ids = [_ids(profiles, roots) for roots, _ in levels]
    best: dict[int, Edge] = {}
    for edge in levels[BY_THRESHOLD.index(Policy.BALANCED)][1]:
        for number in (edge.a, edge.b):
            if number not in best or edge.score > best[number].score:
                best[number] = edge
    for profile in profiles:
        strict, balanced, loose = (level[profile.number] for level in ids)
        join = best.get(profile.number)
        rule, score = ("R0", 1.0) if join is None else (join.rule, join.score)
        partner = "" if join is None else _mention(numbered[join.b if join.a == profile.number else join.a])
        _put(register, profile, (balanced, strict, loose), rule, score, partner)


def _mention(profile: Profile) -> str:
    """The earliest mention of a profile."""
    return profile.first.partition(" ")[2]


def _different(register: Register, numbered: dict[int, Profile]) -> list[tuple[int, int]]:
    found = []
    for number in numbered:
        rows = register.db.execute("SELECT a, b FROM different WHERE a = ?", (number,))
        found += [(a, b) for a, b in rows if b in numbered]
    return found


def _ids(profiles: list[Profile], roots: dict[int, int]) -> dict[int, str]:
    """Each profile's person: by owner CIK, else by the earliest mention; a CIK in two groups is the earlier one's."""
    groups: dict[int, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[roots[profile.number]].append(profile)
    firsts = {root: min(p.first for p in members) for root, members in groups.items()}
    claims: dict[str, int] = {}
    for root in sorted(groups, key=firsts.__getitem__):
        for profile in groups[root]:
            if profile.owner:
                claims.setdefault(profile.owner, root)
    owned: dict[int, str] = {}
    for owner, root in sorted(claims.items()):
        owned.setdefault(root, owner)
    return {p.number: person_id(firsts[root], owned.get(root, "")) for root, ps in groups.items() for p in ps}


def person_id(first: str, owner: str = "") -> str:
    """By owner CIK, else by the earliest mention (its date and IRI), which later filings leave as it is."""
    if owner:
        return f"person/cik/{owner}"
    return f"person/{mention_hash(first.partition(' ')[2])}"


def mention_hash(mention: str) -> str:
    """Sixteen hex digits that stand for a mention: an id made of them means the entity behind it."""
    return hashlib.sha256((ID + mention).encode()).hexdigest()[:16]


def _put(
    register: Register, profile: Profile, ids: tuple[str, str, str], rule: str, score: float, partner: str
) -> None:
    db = register.db
    number = profile.number
    decided = " ".join(decisions_on(register, number))
    state = "\t".join((*ids, rule, f"{score:.2f}", partner, decided))
    (before, old, touched) = db.execute(
        "SELECT state, entity, EXISTS (SELECT 1 FROM touched WHERE profile = number) FROM profile WHERE number = ?",
        (number,),
    ).fetchone()
    db.execute("INSERT OR IGNORE INTO affected VALUES (?)", (ids[0],))
    if before == state and not touched:
        return
    db.execute(
        "UPDATE mention SET entity = ?, strict = ?, loose = ?, rule = ?, score = ?, partner = ?, decided = ? "
        "WHERE profile = ?",
        (*ids, rule, score, partner, decided, number),
    )
    if before == state:
        return
    if old is not None:
        db.execute("INSERT OR IGNORE INTO affected VALUES (?)", (old,))
    db.execute("UPDATE profile SET state = ?, entity = ? WHERE number = ?", (state, ids[0], number))
    db.execute("INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE profile = ?", (number,))
    if ids[0] in (person_id(profile.first), person_id(profile.first, profile.owner)):
        db.execute("INSERT OR IGNORE INTO issued VALUES (?, ?)", (ids[0], _mention(profile)))
