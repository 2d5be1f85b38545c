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
from .registrants import MENTION
from .rulings import FirmRulings, firm_rulings
from .settle import mention_hash

#: Mentions of organizations that are not the filing's own registrants.
_FIRM = f"base IS NOT NULL AND NOT gone AND kind != '{MENTION}'"


def settle_firms(register: Register, decisions: Sequence[Decision] = ()) -> None:
    """Bring every mention of an organization up to date: C3 the registrant itself, F1 a firm, D1 decided.

    F3 is a firm of that name which, by the table of history, did not bear it then: a misread date, a name read where
    none is, or another firm. The link is shown, and the strict policy does without it.
    """
    db = register.db
    db.execute(
        f"INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE {_FIRM} "
        "AND company IN (SELECT company FROM renamed)"
    )
    rows = db.execute(
        f"SELECT number, name, company, borne, base FROM dirty CROSS JOIN mention ON number = mention WHERE {_FIRM}"
    )
    for number, name, company, borne, old in rows:
        base = _base(register, name, company, borne)
        if base != old:
            db.execute("UPDATE mention SET base = ? WHERE number = ?", (base, number))
    decided = firm_rulings(register, decisions)
    _wake(register, decided)
    rows = db.execute(
        "SELECT number, iri, name, company, borne, date, base FROM dirty CROSS JOIN mention ON number = mention "
        f"WHERE {_FIRM}"
    )
    for number, iri, name, company, borne, date, base in rows:
        partner = ""
        if iri in decided.own:
            entity, rule, score = f"firm/{mention_hash(decided.own[iri])}", "D1", 1.0
        elif base in decided.joined:
            entity, rule, score = decided.joined[base], "D1", 1.0
        elif base.startswith("company/"):
            entity, rule, score, partner = base, "C3", 0.95, _called(register, company, name)
        elif iri in decided.sure or era(core(name, borne)).admits(borne, date):
            entity, rule, score = base, "F1", 0.98
        else:
            entity, rule, score = base, "F3", 0.6
        strict = entity if score >= Policy.STRICT.threshold else f"firm/{mention_hash(iri)}"
        db.execute(
            "UPDATE mention SET entity = ?1, strict = ?2, loose = ?1, rule = ?3, score = ?4, partner = ?5, "
            "decided = ?6 WHERE number = ?7",
            (entity, strict, rule, score, partner, " ".join(decided.ruled.get(base, ())), number),
        )


def _wake(register: Register, decided: FirmRulings) -> None:
    """Where decisions on firms changed, the mentions of all firms that were or are decided on are looked at again."""
    joined, own, sure, ruled = decided
    said = json.dumps([joined, own, sorted(sure), ruled], sort_keys=True)
    before = register.get("firms decided") or json.dumps([{}, {}, [], {}])
    if said == before:
        return
    old_joined, old_own, old_sure, old_ruled = json.loads(before)
    bases = joined.keys() | old_joined.keys() | ruled.keys() | old_ruled.keys()
    db = register.db
    db.executemany(
        "INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE base = ?", [(b,) for b in sorted(bases)]
    )
    iris = own.keys() | old_own.keys() | (sure ^ set(old_sure))
    db.executemany("INSERT OR IGNORE INTO dirty SELECT number FROM mention WHERE iri = ?", [(i,) for i in sorted(iris)])
    register.set("firms decided", said)


def _base(register: Register, name: str, company: str, borne: str) -> str:
    """The registrant where the name is one of its names, else the firm that bore it on that day."""
    return company if _called(register, company, name) else firm_id(name, borne)


def _called(register: Register, company: str, name: str) -> str:
    """The earliest record that gives the registrant a name like this one, '' where none does."""
    found = register.db.execute(
        "SELECT record FROM called WHERE company = ? AND key = ? AND kind != 'former' ORDER BY date, record LIMIT 1",
        (company, company_key(name)),
    ).fetchone()
    return "" if found is None else str(found[0])


def firm_id(name: str, borne: str = "") -> str:
    """The firm that a printed name stood for on a day: its core name, and its foreign form where it has one."""
    key, form = core(name, borne)
    return f"firm/{key}" + (f"-{form}" if form else "")
