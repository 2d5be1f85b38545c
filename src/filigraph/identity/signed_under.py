"""Signatures by attorneys-in-fact and the powers they were made under, kept up to date in the register.

A filing that comes, goes or changes stirs those who are named in its powers; of these the signatures are looked at
again. So the outcome is that of a look at everything, and the cost that of what is touched.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from sqlite3 import Connection

from filigraph.loaders.iri import ID
from filigraph.loaders.nterms import TYPE, literal
from filigraph.ontology.terms import Class, Property

from .appointments import Papers, Power, Use
from .authority import REASONS, Finding, Offer, find_authority

GRAPH = f"{ID}graph/authority"
TABLES = ("papers", "concerns", "named", "used")
SCHEMA = """
CREATE TABLE IF NOT EXISTS papers (filing TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS concerns (company TEXT, filing TEXT, PRIMARY KEY (filing, company)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS named (mention TEXT, power TEXT, filing TEXT, PRIMARY KEY (mention, power)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS named_filing ON named (filing);
CREATE TABLE IF NOT EXISTS used (
  signature TEXT PRIMARY KEY, attorney TEXT, filing TEXT, gone INTEGER DEFAULT 0, said TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS used_attorney ON used (attorney);
CREATE INDEX IF NOT EXISTS used_filing ON used (filing);
CREATE TEMP TABLE stirred_mention (mention TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE stirred (entity TEXT PRIMARY KEY) WITHOUT ROWID;
"""


def _fields(record: Papers | Power | Use) -> list[object]:
    """The values of a record in the order of its fields; `astuple` copies them deeply, at six times the cost."""
    return [getattr(record, name) for name in record.__slots__]


def take_papers(db: Connection, filing: str, new: Papers | None) -> None:
    """Take in what a filing says of powers, in place of what it said before."""
    said = None if new is None else json.dumps(new, default=_fields)
    old = db.execute("SELECT said FROM papers WHERE filing = ?", (filing,)).fetchone()
    if (None if old is None else old[0]) == said:
        return
    stir(db, filing)
    for table in ("papers", "concerns", "named"):
        db.execute(f"DELETE FROM {table} WHERE filing = ?", (filing,))
    db.execute("UPDATE used SET gone = 1 WHERE filing = ?", (filing,))
    if new is None:
        return
    db.execute("INSERT INTO papers VALUES (?, ?)", (filing, said))
    db.executemany("INSERT INTO concerns VALUES (?, ?)", [(company, filing) for company in new.companies])
    rows = {(m, power.iri, filing) for power in new.powers for m in (*power.attorneys, *power.grantors)}
    db.executemany("INSERT INTO named VALUES (?, ?, ?)", sorted(rows))
    db.executemany(
        "INSERT INTO used (signature, attorney, filing) VALUES (?, ?, ?) "
        "ON CONFLICT DO UPDATE SET attorney = excluded.attorney, gone = 0",
        [(use.signature, use.attorney, filing) for use in new.uses],
    )
    stir(db, filing)


def stir(db: Connection, filing: str) -> None:
    """Whoever is named in the powers of a filing, or signs in it by an attorney, is to be looked at again."""
    mentions = db.execute(
        "SELECT mention FROM named WHERE filing = ?1 UNION SELECT signature FROM used WHERE filing = ?1", (filing,)
    ).fetchall()
    db.executemany("INSERT OR IGNORE INTO stirred_mention VALUES (?)", mentions)
    for mention in mentions:
        found = db.execute("SELECT said FROM mention WHERE iri = ?", mention).fetchone()
        if found is not None and found[0] is not None:
            db.execute("INSERT OR IGNORE INTO stirred VALUES (?)", (found[0].partition("\t")[0],))


def stir_mention(db: Connection, mention: str, *entities: str) -> None:
    """A mention has gone over from one entity to another."""
    known = db.execute(
        "SELECT 1 FROM named WHERE mention = ?1 UNION ALL SELECT 1 FROM used WHERE signature = ?1 OR attorney = ?1 "
        "LIMIT 1",
        (mention,),
    ).fetchone()
    if known is not None:
        db.executemany("INSERT OR IGNORE INTO stirred VALUES (?)", [(entity,) for entity in entities])


def authorities(db: Connection) -> Iterator[tuple[list[str], list[str]]]:
    """The N-Quads lines that are gone, and those that are new, of each signature that was looked at again."""
    for signature, said in db.execute("SELECT signature, said FROM used WHERE gone ORDER BY signature").fetchall():
        yield _lines(signature, said), []
    db.execute("DELETE FROM used WHERE gone")
    db.execute(
        "INSERT OR IGNORE INTO stirred SELECT m.entity FROM stirred_mention AS s "
        "JOIN mention AS m ON m.iri = s.mention WHERE m.entity IS NOT NULL"
    )
    stale = db.execute(
        "SELECT signature, used.filing, used.said FROM stirred JOIN mention AS m ON m.entity = stirred.entity "
        "JOIN used ON signature = m.iri UNION "
        "SELECT signature, used.filing, used.said FROM stirred JOIN mention AS m ON m.entity = stirred.entity "
        "JOIN used ON attorney = m.iri ORDER BY signature"
    ).fetchall()
    shelf = _Shelf(db)
    for signature, filing, said in stale:
        finding = shelf.find(signature, filing)
        new = "\t".join((finding.rule, finding.power, finding.attorney, finding.grantor))
        if new != said:
            db.execute("UPDATE used SET said = ? WHERE signature = ?", (new, signature))
            before, after = _lines(signature, said), _lines(signature, new)
            yield [x for x in before if x not in after], [x for x in after if x not in before]
    for table in ("stirred", "stirred_mention"):
        db.execute(f"DELETE FROM {table}")


class _Shelf:
    """Papers as they are asked for, each read once."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._papers: dict[str, Papers] = {}

    def of(self, filing: str) -> Papers:
        if filing not in self._papers:
            (said,) = self._db.execute("SELECT said FROM papers WHERE filing = ?", (filing,)).fetchone()
            self._papers[filing] = _papers(said)
        return self._papers[filing]

    def find(self, signature: str, filing: str) -> Finding:
        papers = self.of(filing)
        (use,) = (use for use in papers.uses if use.signature == signature)
        return find_authority(use, papers, self._offers(use, papers) if use.attorney else ())

    def _offers(self, use: Use, papers: Papers) -> Iterator[Offer]:
        agent, signer = self._entity(use.attorney), self._entity(use.signature)
        found = self._db.execute(
            "SELECT DISTINCT power, named.filing FROM mention JOIN named ON named.mention = iri "
            "WHERE entity IN (?, ?) AND NOT gone",
            (agent, signer),
        ).fetchall()
        for power, filing in found:
            other = self.of(filing)
            if filing == papers.filing or not set(papers.companies).isdisjoint(other.companies):
                (given,) = (p for p in other.powers if p.iri == power)
                yield Offer(given, other, self._one(given.attorneys, agent), self._one(given.grantors, signer))

    def _one(self, mentions: tuple[str, ...], entity: str) -> str:
        return min((m for m in mentions if self._entity(m) == entity), default="")

    def _entity(self, mention: str) -> str:
        (entity,) = self._db.execute("SELECT entity FROM mention WHERE iri = ?", (mention,)).fetchone()
        return str(entity)


def _papers(said: str) -> Papers:
    filing, filed, form, companies, statements, cited, before, powers, uses = json.loads(said)
    given = [Power(iri, tuple(a), tuple(g), day, exhibit, tuple(f)) for iri, a, g, day, exhibit, f in powers]
    fields = (filing, filed, form, tuple(companies), tuple(statements), tuple(cited), before)
    return Papers(*fields, tuple(given), tuple(Use(*use) for use in uses))


def _lines(signature: str, said: str | None) -> list[str]:
    if said is None:
        return []
    rule, power, attorney, grantor = said.split("\t")
    node = f"<{ID}{signature}/authority>"
    leads = Property.NEAREST_POWER if rule in REASONS else Property.POWER
    values = [
        (TYPE, f"<{Class.AUTHORITY}>"),
        (f"<{Property.SIGNATURE}>", f"<{ID}{signature}>"),
        (f"<{Property.RULE}>", literal(rule)),
    ]
    if rule in REASONS:
        values.append((f"<{Property.WHY}>", literal(REASONS[rule])))
    for prop, iri in ((leads, power), (Property.NAMED_AS, attorney), (Property.GRANTED_AS, grantor)):
        if iri:
            values.append((f"<{prop}>", f"<{ID}{iri}>"))
    return [f"{node} {prop} {value} <{GRAPH}> .\n" for prop, value in values]
