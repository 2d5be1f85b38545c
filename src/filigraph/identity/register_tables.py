"""The tables of the register, in SQL: its own, those of registrants and those of powers of attorney."""

from __future__ import annotations

from . import registrants, signed_under

STATE = "CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID"
SCHEMA = (
    """
CREATE TABLE IF NOT EXISTS mention (
  number INTEGER PRIMARY KEY, iri TEXT UNIQUE, filing TEXT, kind TEXT, name TEXT, company TEXT, date TEXT,
  borne TEXT, home TEXT, block TEXT, owner TEXT, pin INTEGER DEFAULT 0, profile INTEGER, base TEXT,
  gone INTEGER DEFAULT 0, entity TEXT, strict TEXT, loose TEXT, rule TEXT, score REAL, partner TEXT DEFAULT '',
  place TEXT DEFAULT '', decided TEXT DEFAULT '', said TEXT);
CREATE INDEX IF NOT EXISTS mention_filing ON mention (filing);
CREATE INDEX IF NOT EXISTS mention_profile ON mention (profile) WHERE profile IS NOT NULL;
CREATE INDEX IF NOT EXISTS mention_base ON mention (base) WHERE base IS NOT NULL;
CREATE INDEX IF NOT EXISTS mention_entity ON mention (entity);
CREATE TABLE IF NOT EXISTS profile (
  number INTEGER PRIMARY KEY, key TEXT UNIQUE, given TEXT, middle TEXT, family TEXT, suffix TEXT, nickname TEXT,
  home TEXT, owner TEXT, first TEXT, entity TEXT, state TEXT);
CREATE INDEX IF NOT EXISTS profile_home ON profile (home);
CREATE INDEX IF NOT EXISTS profile_family ON profile (family, given);
CREATE INDEX IF NOT EXISTS profile_owner ON profile (owner) WHERE owner != '';
CREATE INDEX IF NOT EXISTS profile_entity ON profile (entity);
CREATE TABLE IF NOT EXISTS edge (scope TEXT, a INTEGER, b INTEGER, score REAL, rule TEXT);
CREATE INDEX IF NOT EXISTS edge_scope ON edge (scope);
CREATE INDEX IF NOT EXISTS edge_a ON edge (a);
CREATE INDEX IF NOT EXISTS edge_b ON edge (b);
CREATE TABLE IF NOT EXISTS different (a INTEGER, b INTEGER, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS ruling (profile INTEGER, decision TEXT, PRIMARY KEY (profile, decision)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS issued (id TEXT PRIMARY KEY, mention TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS called (
  filing TEXT, company TEXT, name TEXT, kind TEXT, date TEXT, key TEXT, record TEXT,
  PRIMARY KEY (company, filing, kind, name)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS called_filing ON called (filing);
CREATE TABLE IF NOT EXISTS sighting (mention TEXT, tie TEXT, company TEXT, filing TEXT, date TEXT);
CREATE INDEX IF NOT EXISTS sighting_filing ON sighting (filing);
CREATE INDEX IF NOT EXISTS sighting_company ON sighting (company, tie);
CREATE INDEX IF NOT EXISTS sighting_mention ON sighting (mention);
CREATE TABLE IF NOT EXISTS bears (
  entity TEXT, kind TEXT, name TEXT, n INTEGER, PRIMARY KEY (entity, kind, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS label (entity TEXT PRIMARY KEY, label TEXT, types TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS possible (a TEXT, b TEXT, score REAL, rule TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS possible_b ON possible (b);
CREATE TABLE IF NOT EXISTS tied (
  policy TEXT, entity TEXT, tie TEXT, company TEXT, first TEXT, last TEXT, n INTEGER, opens TEXT, closes TEXT,
  PRIMARY KEY (policy, entity, tie, company)) WITHOUT ROWID;
CREATE TEMP TABLE touched (profile INTEGER PRIMARY KEY, new INTEGER);
CREATE TEMP TABLE moved (profile INTEGER PRIMARY KEY);
CREATE TEMP TABLE dirty (mention INTEGER PRIMARY KEY);
CREATE TEMP TABLE renamed (company TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE loose_tie (
  policy TEXT, entity TEXT, tie TEXT, company TEXT, PRIMARY KEY (policy, entity, tie, company)) WITHOUT ROWID;
CREATE TEMP TABLE relabel (entity TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE affected (entity TEXT PRIMARY KEY) WITHOUT ROWID;
"""
    + registrants.SCHEMA
    + signed_under.SCHEMA
)
#: All that is made again from the store; `state` is the register's own, and ids that were given out are kept.
FORGOTTEN = (
    *("mention", "profile", "edge", "different", "ruling", "called", "sighting", "bears", "label", "possible", "tied"),
    *registrants.TABLES,
    *signed_under.TABLES,
)
