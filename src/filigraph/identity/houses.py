"""Firms, and registrants that are named as such: one a core name and form of law, or the company itself."""

from __future__ import annotations

import json
from collections.abc import Sequence

from .companies import company_key
from .decisions import Decision
from .firms import core
from .register import Register
from .rulings import firm_rulings
from .settle import mention_hash


def settle_firms(register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Bring every mention of an organization up to date: C3 the registrant itself, F1 a firm, D1 decided."""
    db = register.db
    db.execute(
        "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE base IS NOT NULL AND NOT gone "
        "AND company IN (SELECT company FROM renamed)"
    )
    rows = db.execute(
        "SELECT number, name, company, base FROM dirty CROSS JOIN mention ON number = mention "
        "WHERE base IS NOT NULL AND NOT gone"
    )
    for number, name, company, old in rows:
        base = _base(register, name, company)
        if base != old:
            db.execute("UPDATE mention SET base = ? WHERE number = ?", (base, number))
    joined, own = firm_rulings(register, decisions)
    _wake(register, joined, own)
    rows = db.execute(
        "SELECT number, iri, base FROM dirty CROSS JOIN mention ON number = mention WHERE base IS NOT NULL AND NOT gone"
    )
    for number, iri, base in rows:
        if iri in own:
            entity, rule, score = f"firm/{mention_hash(own[iri])}", "D1", 1.0
        elif base in joined:
            entity, rule, score = joined[base], "D1", 1.0
        else:
            entity, rule, score = (base, "C3", 0.95) if base.startswith("company/") else (base, "F1", 0.98)
        db.execute(
            "UPDATE mention SET entity = ?1, strict = ?1, loose = ?1, rule = ?2, score = ?3, partner = '' "
            "WHERE number = ?4",
            (entity, rule, score, number),
        )


def _wake(register: Register, joined: dict[str, str], own: dict[str, str]) -> None:
    """Where decisions on firms changed, the mentions of all firms that were or are decided on are looked at again."""
    said = json.dumps([joined, own], sort_keys=True)
    before = register.get("firm decisions") or json.dumps([{}, {}])
    if said == before:
        return
    old_joined, old_own = json.loads(before)
    bases = joined.keys() | old_joined.keys()
    db = register.db
    db.executemany(
        "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE base = ?", [(b,) for b in sorted(bases)]
    )
    iris = own.keys() | old_own.keys()
    db.executemany("INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE iri = ?", [(i,) for i in sorted(iris)])
    register.set("firm decisions", said)


def _base(register: Register, name: str, company: str) -> str:
    """The registrant where the name is one of its names, else the firm of that name."""
    named = register.db.execute(
        "SELECT 1 FROM called WHERE company = ? AND key = ? AND kind != 'former' LIMIT 1", (company, company_key(name))
    ).fetchone()
    return company if named is not None else firm_id(name)


def firm_id(name: str) -> str:
    """The firm that a printed name stands for: its core name, and its foreign form where it has one."""
    key, form = core(name)
    return f"firm/{key}" + (f"-{form}" if form else "")
