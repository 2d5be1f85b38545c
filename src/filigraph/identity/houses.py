"""Firms, and registrants that are named as such: one a core name and form of law, or the company itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .companies import company_key
from .decisions import Decision
from .firms import core
from .history import era
from .policies import Policy
from .register import Register
from .rulings import firm_rulings
from .settle import mention_hash


def settle_firms(register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Bring every mention of an organization up to date: C3 the registrant itself, F1 a firm, D1 decided.

    F3 is a firm of that name which, by the table of history, did not bear it then: a misread date, a name read where
    none is, or another firm. The link is shown, and the strict policy does without it.
    """
    db = register.db
    db.execute(
        "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE base IS NOT NULL AND NOT gone "
        "AND company IN (SELECT company FROM renamed)"
    )
    rows = db.execute(
        "SELECT number, name, company, borne, base FROM dirty CROSS JOIN mention ON number = mention "
        "WHERE base IS NOT NULL AND NOT gone"
    )
    for number, name, company, borne, old in rows:
        base = _base(register, name, company, borne)
        if base != old:
            db.execute("UPDATE mention SET base = ? WHERE number = ?", (base, number))
    joined, own, sure = firm_rulings(register, decisions)
    _wake(register, joined, own, sure)
    rows = db.execute(
        "SELECT number, iri, name, borne, date, base FROM dirty CROSS JOIN mention ON number = mention "
        "WHERE base IS NOT NULL AND NOT gone"
    )
    for number, iri, name, borne, date, base in rows:
        if iri in own:
            entity, rule, score = f"firm/{mention_hash(own[iri])}", "D1", 1.0
        elif base in joined:
            entity, rule, score = joined[base], "D1", 1.0
        elif base.startswith("company/"):
            entity, rule, score = base, "C3", 0.95
        elif iri in sure or era(core(name, borne)).admits(borne, date):
            entity, rule, score = base, "F1", 0.98
        else:
            entity, rule, score = base, "F3", 0.6
        strict = entity if score >= Policy.STRICT.threshold else f"firm/{mention_hash(iri)}"
        db.execute(
            "UPDATE mention SET entity = ?1, strict = ?2, loose = ?1, rule = ?3, score = ?4, partner = '' "
            "WHERE number = ?5",
            (entity, strict, rule, score, number),
        )


def _wake(register: Register, joined: dict[str, str], own: dict[str, str], sure: frozenset[str]) -> None:
    """Where decisions on firms changed, the mentions of all firms that were or are decided on are looked at again."""
    said = json.dumps([joined, own, sorted(sure)], sort_keys=True)
    before = register.get("firms decided") or json.dumps([{}, {}, []])
    if said == before:
        return
    old_joined, old_own, old_sure = json.loads(before)
    bases = joined.keys() | old_joined.keys()
    db = register.db
    db.executemany(
        "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE base = ?", [(b,) for b in sorted(bases)]
    )
    iris = own.keys() | old_own.keys() | (sure ^ set(old_sure))
    db.executemany("INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE iri = ?", [(i,) for i in sorted(iris)])
    register.set("firms decided", said)


def _base(register: Register, name: str, company: str, borne: str) -> str:
    """The registrant where the name is one of its names, else the firm that bore it on that day."""
    named = register.db.execute(
        "SELECT 1 FROM called WHERE company = ? AND key = ? AND kind != 'former' LIMIT 1", (company, company_key(name))
    ).fetchone()
    return company if named is not None else firm_id(name, borne)


def firm_id(name: str, borne: str = "") -> str:
    """The firm that a printed name stood for on a day: its core name, and its foreign form where it has one."""
    key, form = core(name, borne)
    return f"firm/{key}" + (f"-{form}" if form else "")
