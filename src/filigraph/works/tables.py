"""What is kept of filings, references and exhibits in the register, so that a load costs what it touches.

``said`` is what was written to the graph of a row so far, as JSON; tables that begin with ``stale`` are what the
present load touches.
"""

from __future__ import annotations

import hashlib
import sqlite3

from .forms import name_form
from .said import Citation, Said

_TABLES = ("source", "source_key", "source_number", "exhibit", "citation", "place", "missing", "version", "work")
SCHEMA = """
CREATE TABLE IF NOT EXISTS source (
  filing TEXT PRIMARY KEY, form TEXT, base TEXT, amended INTEGER, date TEXT, period TEXT, company TEXT, digest TEXT
  ) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS source_key (filing TEXT, key TEXT, PRIMARY KEY (filing, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_key_key ON source_key (key);
CREATE TABLE IF NOT EXISTS source_number (filing TEXT, number TEXT, PRIMARY KEY (filing, number)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS source_number_number ON source_number (number);
CREATE TABLE IF NOT EXISTS exhibit (
  iri TEXT PRIMARY KEY, filing TEXT, number TEXT, title TEXT, attached INTEGER, digest TEXT, name TEXT, mark TEXT,
  version TEXT
  ) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS exhibit_filing ON exhibit (filing);
CREATE INDEX IF NOT EXISTS exhibit_version ON exhibit (version);
CREATE TABLE IF NOT EXISTS citation (
  iri TEXT PRIMARY KEY, filing TEXT, base TEXT, listing TEXT, form TEXT, number TEXT, printed TEXT, date TEXT, day TEXT,
  sense TEXT, exhibit TEXT, exhibit_said TEXT, name TEXT, mark TEXT, gone INTEGER DEFAULT 0, missing TEXT, said TEXT
  ) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS citation_filing ON citation (filing, base);
CREATE INDEX IF NOT EXISTS citation_number ON citation (number);
CREATE INDEX IF NOT EXISTS citation_missing ON citation (missing);
CREATE INDEX IF NOT EXISTS citation_listing ON citation (listing);
CREATE TABLE IF NOT EXISTS place (exhibit TEXT, place TEXT, PRIMARY KEY (exhibit, place)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS place_place ON place (place);
CREATE TABLE IF NOT EXISTS missing (id TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS version (
  id TEXT PRIMARY KEY, facts TEXT, exhibits INTEGER, mark TEXT, work TEXT, said TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS version_work ON version (work);
CREATE TABLE IF NOT EXISTS work (id TEXT PRIMARY KEY, said TEXT) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_form (key TEXT, base TEXT, PRIMARY KEY (key, base)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_number (number TEXT, base TEXT, PRIMARY KEY (number, base)) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_citation (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_exhibit (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_missing (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_version (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS grouped (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS stale_work (id TEXT PRIMARY KEY) WITHOUT ROWID;
"""

_FIELDS = [
    "filing",
    "base",
    "listing",
    "form",
    "number",
    "printed",
    "date",
    "day",
    "sense",
    "exhibit",
    "exhibit_said",
    "name",
    "mark",
]
_PUT = (
    f"INSERT INTO citation (iri, {', '.join(_FIELDS)}) VALUES (?{', ?' * len(_FIELDS)}) "
    "ON CONFLICT DO UPDATE SET gone = 0, " + ", ".join(f"{field} = excluded.{field}" for field in _FIELDS)
)


def create(db: sqlite3.Connection) -> None:
    """Make the tables that are not there; outside a transaction."""
    db.executescript(SCHEMA)


def empty(db: sqlite3.Connection) -> None:
    """Forget everything."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")


def doubt(db: sqlite3.Connection) -> None:
    """Take no filing for read: those that are not taken in again are gone."""
    for (filing,) in db.execute("SELECT filing FROM source").fetchall():
        take(db, Said(filing))


def take(db: sqlite3.Connection, said: Said) -> None:
    """Take in what a filing says, in place of what it said before; a filing that says nothing is gone."""
    digest = hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:32]
    if db.execute("SELECT 1 FROM source WHERE filing = ? AND digest = ?", (said.filing, digest)).fetchone():
        return
    _stale(db, said.filing)
    _forget(db, said.filing)
    if said == Said(said.filing):
        return
    form = name_form(said.form)
    row = (said.filing, said.form, form.base, form.amended, said.date, said.period, said.company, digest)
    db.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.executemany("INSERT INTO source_key VALUES (?, ?)", [(said.filing, key) for key in said.keys])
    db.executemany("INSERT INTO source_number VALUES (?, ?)", [(said.filing, number) for number in said.numbers])
    exhibits = [
        (e.iri, said.filing, e.number, e.title, e.attached, e.digest, e.parted.name, e.parted.mark)
        for e in said.exhibits
    ]
    db.executemany("INSERT INTO exhibit VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)", exhibits)
    db.executemany(_PUT, [_row(said.filing, citation) for citation in said.citations])
    _stale(db, said.filing)


def _row(filing: str, c: Citation) -> tuple[str, ...]:
    fields = (c.iri, filing, name_form(c.form).base, c.listing, c.form, c.number, c.printed, c.date, c.day, c.sense)
    return (*fields, c.exhibit, c.exhibit_said, c.parted.name, c.parted.mark)


def _forget(db: sqlite3.Connection, filing: str) -> None:
    """Take out the filing; its references stay, as gone, until what was written of them is taken out too."""
    db.execute("DELETE FROM place WHERE exhibit IN (SELECT iri FROM exhibit WHERE filing = ?)", (filing,))
    db.execute(
        "INSERT OR IGNORE INTO stale_version SELECT version FROM exhibit WHERE filing = ? AND version IS NOT NULL",
        (filing,),
    )
    for table in ("source", "source_key", "source_number", "exhibit"):
        db.execute(f"DELETE FROM {table} WHERE filing = ?", (filing,))
    db.execute("UPDATE citation SET gone = 1 WHERE filing = ?", (filing,))


def _stale(db: sqlite3.Connection, filing: str) -> None:
    """What refers to the filing as it is now in the tables is to be judged anew, and what the filing refers to."""
    db.execute(
        "INSERT OR IGNORE INTO stale_form SELECT key, base FROM source JOIN source_key USING (filing) "
        "WHERE filing = ? AND base != ''",
        (filing,),
    )
    db.execute(
        "INSERT OR IGNORE INTO stale_number SELECT number, base FROM source JOIN source_number USING (filing) "
        "WHERE filing = ?",
        (filing,),
    )
    db.execute("INSERT OR IGNORE INTO stale_citation SELECT iri FROM citation WHERE filing = ?", (filing,))
    db.execute("INSERT OR IGNORE INTO stale_exhibit SELECT iri FROM exhibit WHERE filing = ?", (filing,))
