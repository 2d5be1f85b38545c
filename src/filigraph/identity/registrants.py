"""Registrants without a CIK, tied to those that have one: what is read of each, kept up to date in the register.

A page that was loaded without its header gives an employer number, or only a name and a state. Such a company is known
by these (``company/ein/...``, ``company/name/...``) until something that is loaded says whose they are. A company is
one under every policy or it is not: a link must be sure enough for the strict one, and no other may be as good.
What falls short is possibly the same. Who has a CIK is never joined to another who has one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from .companies import Company, company_key, judge_companies, state
from .company_rulings import CIK, CompanyRulings, Node, company_rulings
from .decisions import Decision
from .judgement import REVIEW, Judgement
from .policies import Policy

MENTION = "registrant"
TABLES = ("registrant", "formerly", "settled")
SCHEMA = """
CREATE TABLE IF NOT EXISTS registrant (
  record TEXT PRIMARY KEY, filing TEXT, company TEXT, keyless INTEGER, linked TEXT, name TEXT, ein TEXT, state TEXT,
  date TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS registrant_filing ON registrant (filing);
CREATE INDEX IF NOT EXISTS registrant_company ON registrant (company);
CREATE INDEX IF NOT EXISTS registrant_keyless ON registrant (company) WHERE keyless;
CREATE INDEX IF NOT EXISTS registrant_keyless_name ON registrant (name) WHERE keyless;
CREATE INDEX IF NOT EXISTS registrant_keyless_ein ON registrant (ein) WHERE keyless;
CREATE INDEX IF NOT EXISTS registrant_name ON registrant (name);
CREATE INDEX IF NOT EXISTS registrant_ein ON registrant (ein) WHERE ein != '';
CREATE TABLE IF NOT EXISTS formerly (
  name TEXT, company TEXT, record TEXT, filing TEXT, PRIMARY KEY (name, company, record)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS formerly_filing ON formerly (filing);
CREATE INDEX IF NOT EXISTS formerly_company ON formerly (company);
CREATE TABLE IF NOT EXISTS settled (
  company TEXT, filing TEXT, entity TEXT, rule TEXT, score REAL, partner TEXT, decided TEXT, maybe TEXT,
  PRIMARY KEY (company, filing)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS settled_entity ON settled (entity);
CREATE TEMP TABLE stirred_company (company TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE stirred_key (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE unsettled (company TEXT PRIMARY KEY) WITHOUT ROWID;
"""
#: The company that a record's filing is to lead to.
_WANTED = "coalesce(own.entity, every.entity, r.company)"
_FROM = (
    "registrant AS r LEFT JOIN settled AS own ON own.company = r.company AND own.filing = r.filing "
    "LEFT JOIN settled AS every ON every.company = r.company AND every.filing = ''"
)

#: The numbers and names of what changed.
_KEYS = (
    "SELECT r.name FROM stirred_company AS s CROSS JOIN registrant AS r ON r.company = s.company",
    "SELECT r.ein FROM stirred_company AS s CROSS JOIN registrant AS r ON r.company = s.company WHERE r.ein != ''",
    "SELECT f.name FROM stirred_company AS s CROSS JOIN formerly AS f ON f.company = s.company",
)
#: Companies without a CIK that share a number or a name with what changed.
_SHARING = (
    "SELECT r.company FROM stirred_key CROSS JOIN registrant AS r ON r.ein = key WHERE r.keyless",
    "SELECT r.company FROM stirred_key CROSS JOIN registrant AS r ON r.name = key WHERE r.keyless",
    "SELECT r.company FROM stirred_key CROSS JOIN formerly AS f ON f.name = key "
    "JOIN registrant AS r ON r.record = f.record WHERE r.keyless",
)
#: Companies known by name that are called like one that was looked at: they may be known by its number.
_NAMESAKES = (
    "SELECT other.company FROM (SELECT DISTINCT r.name FROM stirred_company AS s CROSS JOIN registrant AS r "
    "ON r.company = s.company WHERE r.keyless) AS own CROSS JOIN registrant AS other ON other.name = own.name "
    "WHERE other.keyless AND other.company LIKE 'company/name/%'"
)


@dataclass(frozen=True, slots=True, order=True)
class Registered:
    """What a record says of a registrant. IRIs stand without the namespace of data."""

    record: str
    company: str  # by the record alone
    linked: str  # what the graph leads to
    name: str
    ein: str = ""
    state: str = ""
    former: tuple[str, ...] = ()

    @property
    def keyless(self) -> bool:
        """Does the record give no CIK?"""
        return not self.company.startswith(CIK)


def take_registrants(db: Connection, filing: str, date: str, records: Iterable[Registered]) -> None:
    """Take in what a filing or listing says of registrants, in place of what it said before."""
    records = tuple(records)
    new = {
        (r.record, filing, r.company, int(r.keyless), r.linked, company_key(r.name), r.ein, state(r.state), date)
        for r in records
    }
    once = {(company_key(name), r.company, r.record, filing) for r in records for name in r.former}
    old = set(db.execute("SELECT * FROM registrant WHERE filing = ?", (filing,)))
    old_once = set(db.execute("SELECT * FROM formerly WHERE filing = ?", (filing,)))
    if new == old and once == old_once:
        return
    db.execute("DELETE FROM registrant WHERE filing = ?", (filing,))
    db.execute("DELETE FROM formerly WHERE filing = ?", (filing,))
    db.executemany("INSERT INTO registrant VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", sorted(new))
    db.executemany("INSERT INTO formerly VALUES (?, ?, ?, ?)", sorted(once))
    changed, changed_once = new ^ old, once ^ old_once
    stir(db, {r[2] for r in changed} | {r[1] for r in changed_once})
    keys = {key for r in changed for key in (r[5], r[6]) if key} | {r[0] for r in changed_once}
    db.executemany("INSERT OR IGNORE INTO stirred_key VALUES (?)", [(key,) for key in sorted(keys)])


def stir(db: Connection, companies: Iterable[str]) -> None:
    """Companies that changed: they, and those that share a number or a name with them, are to be looked at again."""
    db.executemany("INSERT OR IGNORE INTO stirred_company VALUES (?)", [(c,) for c in sorted(companies)])


def doubt_registrants(db: Connection) -> None:
    """Look at every company without a CIK again."""
    db.execute("INSERT OR IGNORE INTO stirred_company SELECT company FROM registrant WHERE keyless")
    db.execute("INSERT OR IGNORE INTO stirred_company SELECT company FROM settled")


def settle_registrants(db: Connection, decisions: Sequence[Decision] = ()) -> None:
    """Bring every company without a CIK up to date: by employer number first, then by name; decisions beat both."""
    ruled = company_rulings(db, decisions)
    stir(db, {*_decided_before(db), *ruled.companies})
    db.execute("INSERT OR REPLACE INTO state VALUES ('companies decided', ?)", (" ".join(ruled.companies),))
    for query in _KEYS:
        db.execute(f"INSERT OR IGNORE INTO stirred_key {query}")
    for query in _SHARING:
        db.execute(f"INSERT OR IGNORE INTO stirred_company {query}")
    for kind in ("ein", "name"):
        found = db.execute(
            "SELECT company FROM stirred_company WHERE company LIKE ? ORDER BY company", (f"company/{kind}/%",)
        ).fetchall()
        for (company,) in found:
            _settle(db, company, ruled)
        db.execute(f"INSERT OR IGNORE INTO stirred_company {_NAMESAKES}")
    for node in sorted(node for node in ruled.target if node.filing):
        _put(db, node, (_of_own(db, node, ruled), "D1", 1.0, "", ruled.decided[node], ""))
    gone = db.execute("SELECT company, filing FROM settled WHERE filing != ''").fetchall()
    for node in sorted({Node(*row) for row in gone} - ruled.target.keys()):
        _put(db, node, None)
    _link(db)
    for table in ("stirred_company", "stirred_key", "unsettled"):
        db.execute(f"DELETE FROM {table}")


def _decided_before(db: Connection) -> list[str]:
    found = db.execute("SELECT value FROM state WHERE key = 'companies decided'").fetchone()
    return [] if found is None else str(found[0]).split()


def _settle(db: Connection, company: str, ruled: CompanyRulings) -> None:
    node = Node(company)
    if db.execute("SELECT 1 FROM registrant WHERE company = ? LIMIT 1", (company,)).fetchone() is None:
        _put(db, node, None)
        return
    ids = ruled.decided.get(node, "")
    target = ruled.target.get(node, node)
    if target != node:
        _put(db, node, (entity_of(db, target.company), "D1", 1.0, first_record(db, target.company) or "", ids, ""))
        return
    best: dict[str, tuple[float, str, str]] = {}  # of each entity: score, rule, the company that agrees
    for other, found in _candidates(db, company):
        entity = entity_of(db, other)
        if entity != company and not ruled.apart(node, Node(other)) and not ruled.apart(node, Node(entity)):
            best[entity] = max(best.get(entity, (0.0, "", "")), (found.score, found.rule, other))
    sure = [entity for entity, (score, _, _) in best.items() if score >= Policy.STRICT.threshold]
    if len(sure) == 1:
        score, rule, other = best[sure[0]]
        _put(db, node, (sure[0], rule, score, _agreeing(db, company, other), ids, ""))
        return
    maybe = sorted((entity, score, rule) for entity, (score, rule, _) in best.items() if score >= REVIEW)
    _put(db, node, (company, "C0", 1.0, "", ids, json.dumps(maybe) if maybe else ""))


def _candidates(db: Connection, company: str) -> Iterator[tuple[str, Judgement]]:
    """Companies that share a number or a name: those with a CIK; of one known by name, those known by number too."""
    own = company_of(db, company)
    others: set[str] = set()
    for key in (*own.eins, *own.names, *own.former):
        for where in ("registrant WHERE ein = ?", "registrant WHERE name = ?", "formerly WHERE name = ?"):
            others.update(c for (c,) in db.execute(f"SELECT DISTINCT company FROM {where}", (key,)))
    kinds = (CIK, "company/ein/") if company.startswith("company/name/") else (CIK,)
    for other in sorted(others - {company}):
        if other.startswith(kinds):
            yield other, judge_companies(own, company_of(db, other))


def company_of(db: Connection, company: str) -> Company:
    """All that the records of a company say of it."""
    rows = db.execute("SELECT DISTINCT name, ein, state FROM registrant WHERE company = ?", (company,)).fetchall()
    former = {name for (name,) in db.execute("SELECT name FROM formerly WHERE company = ?", (company,))}
    names, eins, states = (frozenset(row[i] for row in rows) - {""} for i in range(3))
    cik = company.removeprefix(CIK) if company.startswith(CIK) else ""
    return Company(names, cik, eins, states, frozenset(former))


def entity_of(db: Connection, company: str) -> str:
    """What a company is shown as: the one that has the CIK, where it is known to be that."""
    found = db.execute("SELECT entity FROM settled WHERE company = ? AND filing = ''", (company,)).fetchone()
    return company if found is None else str(found[0])


def of_record(db: Connection, record: str) -> str | None:
    """The company that a record of a registrant leads to; None where it is no such record."""
    found = db.execute(f"SELECT {_WANTED} FROM {_FROM} WHERE r.record = ?", (record,)).fetchone()
    return None if found is None else str(found[0])


def first_record(db: Connection, company: str) -> str | None:
    """The earliest record of a registrant in a filing, else in a listing."""
    found = db.execute(
        f"SELECT r.record FROM {_FROM} WHERE {_WANTED} = ?1 AND r.company IN "
        "(SELECT company FROM settled WHERE entity = ?1 UNION SELECT ?1) "
        "ORDER BY r.company != ?1, r.filing LIKE 'listing/%', r.date, r.record LIMIT 1",
        (company,),
    ).fetchone()
    return None if found is None else str(found[0])


def _of_own(db: Connection, node: Node, ruled: CompanyRulings) -> str:
    """What a record that speaks for its filing alone is of: of what was decided, else of a company of its own."""
    target = ruled.target[node]
    if not target.filing:
        return entity_of(db, target.company)
    return f"company/name/{hashlib.sha256(' '.join(target).encode()).hexdigest()[:16]}"


def _agreeing(db: Connection, company: str, other: str) -> str:
    """The earliest record of the other company that gives the number or else the name of this one."""
    own = company_of(db, company)
    for column, keys in (("ein", own.eins), ("name", own.names)):
        for key in sorted(keys):
            found = db.execute(
                f"SELECT record FROM registrant WHERE company = ? AND {column} = ? "
                "ORDER BY filing LIKE 'listing/%', date, record LIMIT 1",
                (other, key),
            ).fetchone()
            if found is not None:
                return str(found[0])
    return ""  # a name that one of them bore before


def _put(db: Connection, node: Node, said: tuple[str, str, float, str, str, str] | None) -> None:
    old = db.execute("SELECT * FROM settled WHERE company = ? AND filing = ?", node).fetchone()
    new = None if said is None else (*node, *said)
    if new == old:
        return
    db.execute("DELETE FROM settled WHERE company = ? AND filing = ?", node)
    if new is not None:
        db.execute("INSERT INTO settled VALUES (?, ?, ?, ?, ?, ?, ?, ?)", new)
    db.execute("INSERT OR IGNORE INTO unsettled VALUES (?)", (node.company,))


def _link(db: Connection) -> None:
    """Every record without a CIK that is new, or of which the company is another now, leads to its company."""
    rows = db.execute(
        "SELECT m.number, coalesce(own.entity, every.entity), coalesce(own.rule, every.rule), "
        "coalesce(own.score, every.score), coalesce(own.partner, every.partner), coalesce(own.decided, every.decided) "
        f"FROM {_FROM} JOIN mention AS m ON m.iri = r.record WHERE r.keyless AND NOT m.gone AND m.kind = '{MENTION}' "
        "AND (r.company IN (SELECT company FROM unsettled) OR m.number IN (SELECT mention FROM dirty))"
    ).fetchall()
    for number, entity, rule, score, partner, decided in rows:
        db.execute("INSERT OR IGNORE INTO dirty VALUES (?)", (number,))
        db.execute(
            "UPDATE mention SET entity = ?1, strict = ?1, loose = ?1, rule = ?2, score = ?3, partner = ?4, "
            "decided = ?5 WHERE number = ?6",
            (entity, rule, score, partner, decided, number),
        )


def astray(db: Connection) -> dict[str, tuple[dict[str, str], dict[str, str]]]:
    """Filings of which the graph leads to other companies than it is to: from what, and to what, by the record's own.

    IRIs stand without the namespace of data; filings are sorted.
    """
    rows = db.execute(
        f"SELECT r.filing, r.company, r.linked, {_WANTED} FROM {_FROM} "
        f"WHERE r.keyless AND r.filing LIKE 'filing/%' AND r.linked != {_WANTED} ORDER BY r.filing, r.record"
    ).fetchall()
    out: dict[str, tuple[dict[str, str], dict[str, str]]] = {}
    for filing, company, linked, wanted in rows:
        before, after = out.setdefault(filing, ({}, {}))
        before[company], after[company] = linked, wanted
    return out


def known_as(db: Connection, filing: str) -> dict[str, str]:
    """The companies that a filing gives no CIK of, to what they are known to be."""
    rows = db.execute(f"SELECT r.company, {_WANTED} FROM {_FROM} WHERE r.keyless AND r.filing = ?", (filing,))
    return {str(company): str(wanted) for company, wanted in rows}
