"""What decisions do to the register: people's judgements on mentions become links and bars that no rule overrules.

A decision speaks of two mentions, and by them of all mentions of the same name at the same registrant. Where that
cannot be (two mentions of one name are different people), the mentions decided on stand alone and the others go by the
rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from filigraph.loaders.errors import InvalidInput

from .candidates import Edge, pair
from .clusters import DECIDED
from .decisions import Decision, decision_id
from .judgement import Verdict
from .likeness import parts
from .register import Register
from .registrants import MENTION
from .rows import profile_key
from .unions import Union

_SCOPE = "decisions"


def rule_people(register: Register, decisions: Sequence[Decision]) -> None:
    """Decisions on people: mentions that must stand alone do so, pairs decided are linked or barred."""
    known = {d: m for d in decisions if d.kind == "person" and (m := _mentions(register, d, "person")) is not None}
    _pin(register, _alone(known))
    db = register.db
    profiles = {d: (_profile(register, d.id_a), _profile(register, d.id_b)) for d in known}
    same = {pair(a, b, 1.0, DECIDED) for d, (a, b) in profiles.items() if d.judgement is Verdict.SAME and a != b}
    bars = {p for d, (a, b) in profiles.items() if d.judgement is Verdict.DIFFERENT for p in ((a, b), (b, a))}
    old = {Edge(*r) for r in db.execute("SELECT a, b, score, rule FROM edge WHERE scope = ?", (_SCOPE,))}
    barred = set(db.execute("SELECT a, b FROM different").fetchall())
    rulings = {(n, decision_id(d)) for d, both in profiles.items() if d.judgement is not Verdict.UNSURE for n in both}
    ruled = set(db.execute("SELECT profile, decision FROM ruling").fetchall())
    changed = {n for e in same ^ old for n in (e.a, e.b)} | {n for both in bars ^ barred for n in both}
    changed |= {n for n, _ in rulings ^ ruled}
    if changed:
        db.execute("DELETE FROM ruling")
        db.executemany("INSERT INTO ruling VALUES (?, ?)", sorted(rulings))
        db.execute("DELETE FROM edge WHERE scope = ?", (_SCOPE,))
        db.execute("DELETE FROM different")
        db.executemany("INSERT INTO edge VALUES (?, ?, ?, ?, ?)", [(_SCOPE, *edge) for edge in sorted(same)])
        db.executemany("INSERT INTO different VALUES (?, ?)", sorted(bars))
        db.executemany("INSERT OR IGNORE INTO moved VALUES (?)", [(n,) for n in sorted(changed)])


def decisions_on(register: Register, profile: int) -> list[str]:
    """The ids of the decisions on mentions of a profile, sorted."""
    found = register.db.execute("SELECT decision FROM ruling WHERE profile = ? ORDER BY decision", (profile,))
    return [str(decision) for (decision,) in found]


def _mentions(register: Register, decision: Decision, kind: str) -> tuple[str, str] | None:
    """What the two mentions are by the rules (profile keys, firms); None while one of them is not loaded."""
    out = []
    for iri in decision.pair:
        found = register.db.execute(
            "SELECT name, kind, home, owner, base, profile IS NOT NULL FROM mention WHERE iri = ? AND NOT gone", (iri,)
        ).fetchone()
        if found is None:
            return None
        name, mention, home, owner, base, person = found
        if bool(person) != (kind == "person") or mention == MENTION:
            what = "a person" if person else "a registrant" if mention == MENTION else "an organization"
            where = f"decisions.tsv:{decision.line}"
            raise InvalidInput(f"{iri} names {what}, not a {kind}", where, "correct its kind, or supersede it")
        out.append(profile_key(parts(name, mention == "owner"), home, owner) if person else base)
    return out[0], out[1]


def _alone(known: dict[Decision, tuple[str, str]]) -> set[str]:
    """Mentions in groups of profiles in which two are said to be different: each of them decides for itself only."""
    groups = Union()
    for decision, (a, b) in known.items():
        if decision.judgement is Verdict.SAME:
            groups.join(a, b)
    torn = {
        groups.of(a)
        for decision, (a, b) in known.items()
        if decision.judgement is Verdict.DIFFERENT and groups.of(a) == groups.of(b)
    }
    return {
        iri
        for decision, keys in known.items()
        if decision.judgement is not Verdict.UNSURE
        for iri, key in zip(decision.pair, keys, strict=True)
        if groups.of(key) in torn
    }


def _pin(register: Register, alone: set[str]) -> None:
    db = register.db
    pinned = {iri for (iri,) in db.execute("SELECT iri FROM mention WHERE pin AND NOT gone")}
    for iri in sorted(alone ^ pinned):
        number, name, kind, home, owner, old = db.execute(
            "SELECT number, name, kind, home, owner, profile FROM mention WHERE iri = ?", (iri,)
        ).fetchone()
        new = register.profile(parts(name, kind == "owner"), home, owner, iri if iri in alone else "")
        db.execute("UPDATE mention SET profile = ?, pin = ? WHERE number = ?", (new, iri in alone, number))
        register.touch(old)
        register.touch(new)
        db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (number,))


def _profile(register: Register, iri: str) -> int:
    (number,) = register.db.execute("SELECT profile FROM mention WHERE iri = ?", (iri,)).fetchone()
    return int(number)


class FirmRulings(NamedTuple):
    """What decisions on firms come to."""

    joined: dict[str, str]  # firm -> the firm it is decided to be
    own: dict[str, str]  # mention -> the least mention of those that are a firm of their own
    sure: frozenset[str]  # mentions decided to be a firm's, whatever the table of history says
    ruled: dict[str, list[str]]  # firm -> the ids of the decisions on mentions of it, sorted


def firm_rulings(register: Register, decisions: Iterable[Decision]) -> FirmRulings:
    """What the decisions that are known come to."""
    known = {d: m for d in decisions if d.kind == "firm" and (m := _mentions(register, d, "firm")) is not None}
    names, mentions = Union(), Union()
    for decision, (a, b) in known.items():
        if decision.judgement is Verdict.SAME:
            names.join(a, b)
            mentions.join(*decision.pair)
    own: dict[str, str] = {}
    for decision, (a, b) in known.items():
        if decision.judgement is Verdict.DIFFERENT and names.of(a) == names.of(b):
            torn = max((_date(register, iri), iri) for iri in decision.pair)[1]
            root = mentions.of(torn)
            own.update({iri: root for d in known for iri in d.pair if mentions.of(iri) == root})
    joined = {firm: names.of(firm) for pair in known.values() for firm in pair if names.of(firm) != firm}
    sure = frozenset(iri for d in known if d.judgement is Verdict.SAME for iri in d.pair)
    ruled: dict[str, set[str]] = defaultdict(set)
    for decision, firms in known.items():
        if decision.judgement is not Verdict.UNSURE:
            for firm in firms:
                ruled[firm].add(decision_id(decision))
    return FirmRulings(joined, own, sure, {firm: sorted(ids) for firm, ids in sorted(ruled.items())})


def _date(register: Register, iri: str) -> str:
    (date,) = register.db.execute("SELECT date FROM mention WHERE iri = ?", (iri,)).fetchone()
    return str(date)
